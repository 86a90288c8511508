//! `SimulatePrincipalPolicy`.

use super::*;

#[test]
fn principals_bring_their_policies() {
    let mut fixture = account();
    for (action, id) in [
        ("s3:GetObject", "user_ann_own"),
        ("iam:GetUser", "IAMReadOnlyAccess"),
        ("sqs:SendMessage", "group_devs_queues"),
    ] {
        let result = only(fixture.call::<SimulatePrincipalPolicy>(of_principal(ANN, action)));
        assert_eq!(
            (result.eval_decision, ids(&result.matched_statements)),
            (Allowed, vec![(id, "IAM Policy")])
        );
    }
    let group = only(fixture.call::<SimulatePrincipalPolicy>(of_principal(
        "arn:aws:iam::123456789012:group/devs",
        "s3:GetObject",
    )));
    assert_eq!(group.eval_decision, ImplicitDeny);

    // The role's boundary limits, unless the request brings another.
    let role = of_principal("arn:aws:iam::123456789012:role/app", "s3:PutObject");
    let result = only(fixture.call::<SimulatePrincipalPolicy>(role.clone()));
    assert_eq!(result.eval_decision, ImplicitDeny);
    let other = SimulatePrincipalPolicyRequest {
        permissions_boundary_policy_input_list: Some(vec![allow("s3:*")]),
        ..role
    };
    assert_eq!(only(fixture.call::<SimulatePrincipalPolicy>(other)).eval_decision, Allowed);

    let more = SimulatePrincipalPolicyRequest {
        policy_input_list: Some(vec![deny("s3:*")]),
        ..of_principal(ANN, "s3:GetObject")
    };
    let result = only(fixture.call::<SimulatePrincipalPolicy>(more));
    assert_eq!(ids(&result.matched_statements), [("PolicyInputList.1", "IAM Policy")]);
}

#[test]
fn principals_bring_what_they_are() {
    let own = policy(
        r#""Effect":"Allow","Action":"sns:Publish","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalTag/team":"red","aws:userid":"AIDAANN","aws:username":"ann"}}"#,
    );
    let mut fixture = account();
    let mut input = SimulatePrincipalPolicyRequest {
        policy_input_list: Some(vec![own]),
        ..of_principal(ANN, "sns:Publish")
    };
    let result = only(fixture.call::<SimulatePrincipalPolicy>(input.clone()));
    assert_eq!((result.eval_decision, result.missing_context_values), (Allowed, Some(Vec::new())));
    input.context_entries = Some(vec![entry("aws:PrincipalTag/Team", &["blue"], ContextKeyTypeEnum::String)]);
    assert_eq!(only(fixture.call::<SimulatePrincipalPolicy>(input.clone())).eval_decision, ImplicitDeny);

    // A caller that the request names is that user with these policies, and nothing else is known of him.
    input.context_entries = None;
    input.caller_arn = Some("arn:aws:iam::123456789012:user/bob".to_owned());
    let result = only(fixture.call::<SimulatePrincipalPolicy>(input));
    assert_eq!(result.missing_context_values, Some(texts(&["aws:PrincipalTag/team", "aws:userid"])));
}

#[test]
fn policies_can_be_left_out() {
    let mut fixture = account();
    let mut without = |arn: &str, action: &str, identifier: PolicyIdentifier| {
        let input = SimulatePrincipalPolicyRequest {
            policy_exclusion_list: Some(vec![identifier]),
            ..of_principal(arn, action)
        };
        fixture.call::<SimulatePrincipalPolicy>(input)
    };
    let of_type =
        |policy_type| PolicyIdentifier { policy_type: Some(policy_type), ..PolicyIdentifier::default() };
    let of_arn =
        |arn: &str| PolicyIdentifier { policy_arn: Some(arn.to_owned()), ..PolicyIdentifier::default() };
    let inline = InlinePolicyIdentifierType {
        policy_name: "own".to_owned(),
        attachment_type: AttachmentType::User,
        attachment_name: "ann".to_owned(),
    };
    let inline = PolicyIdentifier { inline_policy_identifier: Some(inline), ..PolicyIdentifier::default() };
    assert_eq!(only(without(ANN, "s3:GetObject", inline)).eval_decision, ImplicitDeny);
    assert_eq!(
        only(without(ANN, "sqs:SendMessage", of_type(PolicyIdentifierPolicyType::Inline))).eval_decision,
        ImplicitDeny
    );
    assert_eq!(
        only(without(ANN, "iam:GetUser", of_type(PolicyIdentifierPolicyType::AwsManaged))).eval_decision,
        ImplicitDeny
    );
    assert_eq!(
        only(without(ANN, "iam:GetUser", of_type(PolicyIdentifierPolicyType::UserManaged))).eval_decision,
        Allowed
    );
    assert_eq!(
        only(without(ANN, "iam:GetUser", of_arn("arn:aws:iam::aws:policy/IAMRead*"))).eval_decision,
        ImplicitDeny
    );
    let role = "arn:aws:iam::123456789012:role/app";
    let boundary = of_type(PolicyIdentifierPolicyType::PermissionBoundary);
    assert_eq!(only(without(role, "s3:PutObject", boundary)).eval_decision, Allowed);
    assert!(
        refusal(without(ANN, "s3:GetObject", of_arn("arn:aws:iam::aws:policy/*a*")))
            .starts_with("InvalidInput")
    );
    assert!(refusal(without(ANN, "s3:GetObject", PolicyIdentifier::default())).starts_with("InvalidInput"));
}

#[test]
fn only_identities_of_the_account_are_sources() {
    let mut fixture = account();
    let mut refused =
        |arn: &str| refusal(fixture.call::<SimulatePrincipalPolicy>(of_principal(arn, "s3:GetObject")));
    assert_eq!(
        refused("arn:aws:sts::123456789012:assumed-role/app/s"),
        "InvalidInput (400): Invalid Entity Arn: arn:aws:sts::123456789012:assumed-role/app/s does not clearly define entity type and name."
    );
    assert_eq!(
        refused("arn:aws:iam::123456789012:user/bob"),
        "NoSuchEntity (404): The user with name bob cannot be found."
    );
    for arn in ["arn:aws:iam::123456789012:user/ann", "arn:aws:iam::210987654321:user/staff/ann"] {
        assert_eq!(refused(arn), "NoSuchEntity (404): The user with name ann cannot be found.");
    }
    assert!(
        refused("arn:aws:iam::123456789012:policy/p").starts_with("InvalidInput (400): Invalid Entity Arn")
    );
}

#[test]
fn a_stored_policy_that_cannot_be_evaluated_is_not_passed_over() {
    let mut fixture = account();
    let mut transaction = Transaction::begin(&fixture.view);
    User::change(&mut transaction, ACCOUNT, "ann", |user| {
        user.details.policies.inline[0].document = "{".into()
    })
    .unwrap();
    fixture.view = transaction.finish().unwrap().0;
    let message = refusal(fixture.call::<SimulatePrincipalPolicy>(of_principal(ANN, "s3:GetObject")));
    assert!(
        message.starts_with("PolicyEvaluation (500): The policy user_ann_own cannot be evaluated"),
        "{message}"
    );
}
