use awsim_plugin::error::ServiceError;
use awsim_plugin::store::Transaction;

use crate::generated::operations::{
    GetContextKeysForCustomPolicy, GetContextKeysForPrincipalPolicy, SimulateCustomPolicy,
    SimulatePrincipalPolicy,
};
use crate::generated::{
    AttachmentType, ContextEntry, ContextKeyTypeEnum, EvaluationResult, GetContextKeysForCustomPolicyRequest,
    GetContextKeysForPrincipalPolicyRequest, InlinePolicyIdentifierType, OrderedOrganizationPolicyType,
    PolicyEvaluationDecisionType, PolicyIdentifier, PolicyIdentifierPolicyType, PolicySourceType,
    SimulateCustomPolicyRequest, SimulatePolicyResponse, SimulatePrincipalPolicyRequest, Statement, Tag,
};
use crate::state::{Group, InlinePolicy, Resource, Role, RoleDetails, User, UserDetails};
use crate::tags::Tags;
use crate::testing::{ACCOUNT, Fixture, START, refusal};

use PolicyEvaluationDecisionType::{Allowed, ExplicitDeny, ImplicitDeny};

const ANN: &str = "arn:aws:iam::123456789012:user/staff/ann";
const OBJECT: &str = "arn:aws:s3:::b/k";

fn policy(statement: &str) -> String {
    format!(r#"{{"Version":"2012-10-17","Statement":[{{{statement}}}]}}"#)
}

fn allow(action: &str) -> String {
    policy(&format!(r#""Effect":"Allow","Action":"{action}","Resource":"*""#))
}

fn deny(action: &str) -> String {
    policy(&format!(r#""Effect":"Deny","Action":"{action}","Resource":"*""#))
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

fn custom(policies: Vec<String>) -> SimulateCustomPolicyRequest {
    SimulateCustomPolicyRequest {
        policy_input_list: policies,
        action_names: texts(&["s3:GetObject"]),
        ..SimulateCustomPolicyRequest::default()
    }
}

fn simulate(input: SimulateCustomPolicyRequest) -> Result<SimulatePolicyResponse, ServiceError> {
    Fixture::new().call::<SimulateCustomPolicy>(input)
}

/// The only result of a simulation.
#[track_caller]
fn only(response: Result<SimulatePolicyResponse, ServiceError>) -> EvaluationResult {
    let mut results = response.unwrap().evaluation_results.unwrap();
    assert_eq!(results.len(), 1);
    results.pop().unwrap()
}

fn ids(statements: &Option<Vec<Statement>>) -> Vec<(&str, &str)> {
    let statements = statements.as_deref().unwrap();
    let told = statements.iter().map(|statement| (&statement.source_policy_id, statement.source_policy_type));
    told.map(|(id, of_type)| (id.as_deref().unwrap(), of_type.unwrap().as_str())).collect()
}

fn entry(name: &str, values: &[&str], of_type: ContextKeyTypeEnum) -> ContextEntry {
    ContextEntry {
        context_key_name: Some(name.to_owned()),
        context_key_values: Some(texts(values)),
        context_key_type: Some(of_type),
    }
}

/// An account with a user in a group, and a role.
fn account() -> Fixture {
    let mut fixture = Fixture::new();
    let created = awsim_plugin::shape::Timestamp::from_seconds(START);
    let inline = |name: &str, document: String| InlinePolicy { name: name.into(), document: document.into() };
    let mut details = UserDetails::default();
    details.policies.inline.push(inline("own", allow("s3:GetObject")));
    details.policies.attached.push("arn:aws:iam::aws:policy/IAMReadOnlyAccess".into());
    details.groups.push("devs".into());
    details.tags =
        Tags::of_request(Some(vec![Tag { key: "team".to_owned(), value: "red".to_owned() }])).unwrap();
    let user = User {
        name: "ann".into(),
        id: "AIDAANN".into(),
        path: path("/staff/"),
        created,
        details: details.into(),
    };
    let mut group = Group {
        name: "devs".into(),
        id: "AGPADEVS".into(),
        path: path("/"),
        created,
        policies: Default::default(),
    };
    group.policies.inline.push(inline("queues", allow("sqs:*")));
    let mut details = RoleDetails {
        boundary: Some("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess".into()),
        ..Default::default()
    };
    details.policies.inline.push(inline("all", allow("*")));
    let role = Role {
        name: "app".into(),
        id: "AROAAPP".into(),
        path: path("/"),
        created,
        trust_policy: policy("").into(),
        max_session_duration: 3600,
        description: None,
        details: details.into(),
    };
    let mut transaction = Transaction::begin(&fixture.view);
    user.insert(&mut transaction, ACCOUNT);
    group.insert(&mut transaction, ACCOUNT);
    role.insert(&mut transaction, ACCOUNT);
    fixture.view = transaction.finish().unwrap().0;
    fixture
}

fn path(path: &str) -> crate::names::Path {
    serde_json::from_value(path.into()).unwrap()
}

fn of_principal(arn: &str, action: &str) -> SimulatePrincipalPolicyRequest {
    SimulatePrincipalPolicyRequest {
        policy_source_arn: arn.to_owned(),
        action_names: texts(&[action]),
        ..SimulatePrincipalPolicyRequest::default()
    }
}

#[test]
fn one_result_an_action_in_the_order_asked() {
    let response = simulate(SimulateCustomPolicyRequest {
        action_names: texts(&["s3:PutObject", "s3:GetObject"]),
        resource_arns: Some(texts(&[OBJECT])),
        ..custom(vec![allow("s3:GetObject")])
    })
    .unwrap();
    assert_eq!((response.is_truncated, response.marker), (Some(false), None));
    let results = response.evaluation_results.unwrap();
    let decisions: Vec<_> =
        results.iter().map(|result| (result.eval_action_name.as_str(), result.eval_decision)).collect();
    assert_eq!(decisions, [("s3:PutObject", ImplicitDeny), ("s3:GetObject", Allowed)]);

    let denied = &results[0];
    assert_eq!(denied.matched_statements, Some(Vec::new()));
    let granted = &results[1];
    assert_eq!(granted.eval_resource_name.as_deref(), Some(OBJECT));
    assert_eq!(granted.eval_decision_details, Some(Default::default()));
    assert_eq!(granted.missing_context_values, Some(Vec::new()));
    assert_eq!(
        (&granted.organizations_decision_detail, &granted.permissions_boundary_decision_detail),
        (&None, &None)
    );
    let specific = granted.resource_specific_results.as_ref().unwrap();
    assert_eq!(specific.len(), 1);
    assert_eq!(
        (specific[0].eval_resource_name.as_str(), specific[0].eval_resource_decision),
        (OBJECT, Allowed)
    );
    assert_eq!(specific[0].eval_decision_details, None);
    for matched in [&granted.matched_statements, &specific[0].matched_statements] {
        assert_eq!(ids(matched), [("PolicyInputList.1", "IAM Policy")]);
        let statement = &matched.as_ref().unwrap()[0];
        let place = |position: &Option<crate::generated::Position>| {
            let position = position.as_ref().unwrap();
            (position.line.unwrap(), position.column.unwrap())
        };
        // The statement's braces stand at 38 and 94.
        assert_eq!((place(&statement.start_position), place(&statement.end_position)), ((1, 38), (1, 95)));
    }
}

#[test]
fn without_resources_everything_is_meant() {
    let result = only(simulate(custom(vec![allow("s3:GetObject")])));
    assert_eq!(result.eval_resource_name.as_deref(), Some("*"));
    assert_eq!((result.resource_specific_results, result.eval_decision_details), (None, None));
}

#[test]
fn several_resources_are_told_one_by_one_and_together() {
    let arns = texts(&["arn:aws:s3:::b/k", "arn:aws:s3:::c/k"]);
    let input =
        |policies| SimulateCustomPolicyRequest { resource_arns: Some(arns.clone()), ..custom(policies) };
    let one = policy(r#""Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*""#);
    let result = only(simulate(input(vec![one.clone()])));
    assert_eq!((result.eval_decision, result.eval_resource_name.as_deref()), (ImplicitDeny, Some("*")));
    let specific: Vec<_> = result
        .resource_specific_results
        .unwrap()
        .into_iter()
        .map(|result| result.eval_resource_decision)
        .collect();
    assert_eq!(specific, [Allowed, ImplicitDeny]);

    let not_c = policy(r#""Effect":"Deny","Action":"*","Resource":"arn:aws:s3:::c/*""#);
    let result = only(simulate(input(vec![allow("s3:*"), not_c])));
    assert_eq!(result.eval_decision, ExplicitDeny);
    assert_eq!(ids(&result.matched_statements), [("PolicyInputList.2", "IAM Policy")]);
    assert_eq!(only(simulate(input(vec![allow("s3:*")]))).eval_decision, Allowed);
}

#[test]
fn a_deny_is_the_only_statement_told() {
    let result = only(simulate(custom(vec![allow("s3:*"), deny("s3:Get*")])));
    assert_eq!(result.eval_decision, ExplicitDeny);
    assert_eq!(ids(&result.matched_statements), [("PolicyInputList.2", "IAM Policy")]);
}

#[test]
fn boundaries_are_told_apart() {
    let with = |boundary: String| SimulateCustomPolicyRequest {
        permissions_boundary_policy_input_list: Some(vec![boundary]),
        resource_arns: Some(texts(&[OBJECT])),
        ..custom(vec![allow("s3:*")])
    };
    for (boundary, decision, allowed) in [
        (allow("s3:*"), Allowed, true),
        (allow("sqs:*"), ImplicitDeny, false),
        (deny("s3:*"), ExplicitDeny, false),
    ] {
        let result = only(simulate(with(boundary)));
        assert_eq!(result.eval_decision, decision);
        let detail = result.permissions_boundary_decision_detail.unwrap();
        assert_eq!(detail.allowed_by_permissions_boundary, Some(allowed));
        assert!(result.resource_specific_results.unwrap()[0].permissions_boundary_decision_detail.is_some());
        match decision {
            Allowed => assert_eq!(ids(&result.matched_statements), [("PolicyInputList.1", "IAM Policy")]),
            ImplicitDeny => assert_eq!(result.matched_statements, Some(Vec::new())),
            ExplicitDeny => assert!(
                ids(&result.matched_statements)
                    .contains(&("PermissionsBoundaryPolicyInputList.1", "Permissions Boundary Policy"))
            ),
        }
    }
    let two = SimulateCustomPolicyRequest {
        permissions_boundary_policy_input_list: Some(vec![allow("*"), allow("*")]),
        ..custom(vec![allow("*")])
    };
    assert!(refusal(simulate(two)).starts_with("InvalidInput (400): "));
}

#[test]
fn resource_policies_need_a_caller_and_cross_accounts_with_details() {
    let bucket = policy(
        r#""Effect":"Allow","Principal":{"AWS":"arn:aws:iam::444455556666:user/arnav"},"Action":["s3:List*","s3:Get*"],"Resource":"arn:aws:s3:::mary/*""#,
    );
    let input = SimulateCustomPolicyRequest {
        resource_arns: Some(texts(&["arn:aws:s3:::mary/Test"])),
        resource_policy: Some(bucket),
        permissions_boundary_policy_input_list: Some(vec![allow("iam:*")]),
        ..custom(vec![allow("iam:*")])
    };
    assert!(refusal(simulate(input.clone())).starts_with("InvalidInput (400): CallerArn is required"));

    let caller = SimulateCustomPolicyRequest {
        caller_arn: Some("arn:aws:iam::444455556666:user/arnav".to_owned()),
        ..input
    };
    let crossing = SimulateCustomPolicyRequest {
        resource_owner: Some("arn:aws:iam::123456789012:root".to_owned()),
        ..caller.clone()
    };
    let result = only(simulate(crossing));
    assert_eq!(result.eval_decision, ImplicitDeny);
    let details: Vec<_> = result.eval_decision_details.unwrap().into_iter().collect();
    let told = |name: &str, decision| (name.to_owned(), decision);
    assert_eq!(
        details,
        [
            told("IAM Policy", ImplicitDeny),
            told("Permissions Boundary Policy", ImplicitDeny),
            told("Resource Policy", Allowed)
        ]
    );
    assert_eq!(result.matched_statements, Some(Vec::new()));
    let specific = &result.resource_specific_results.unwrap()[0];
    assert_eq!(ids(&specific.matched_statements), [("ResourcePolicy", "Resource Policy")]);
    assert!(specific.eval_decision_details.is_some());

    // In the account of the caller the grant is direct.
    let result = only(simulate(caller));
    assert_eq!((result.eval_decision, result.eval_decision_details), (Allowed, Some(Default::default())));
}

#[test]
fn context_keys_have_types_and_missing_ones_are_told() {
    let conditional = policy(
        r#""Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::b/${aws:username}","Condition":{"NumericLessThan":{"s3:max-keys":"10"},"StringEquals":{"aws:requestedregion":"us-east-1"}}"#,
    );
    let other = policy(
        r#""Effect":"Deny","Action":"sqs:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}"#,
    );
    let input = SimulateCustomPolicyRequest {
        context_entries: Some(vec![entry("aws:RequestedRegion", &["us-east-1"], ContextKeyTypeEnum::String)]),
        ..custom(vec![conditional.clone(), other])
    };
    let missing = ["aws:username", "s3:max-keys", "aws:SecureTransport"];
    let mut told = only(simulate(input.clone())).missing_context_values.unwrap();
    told.sort();
    let mut wanted = texts(&missing);
    wanted.sort();
    assert_eq!(told, wanted);

    // With resources the keys are told for each of them.
    let result = only(simulate(SimulateCustomPolicyRequest {
        resource_arns: Some(texts(&["arn:aws:s3:::b/ann"])),
        caller_arn: Some(ANN.to_owned()),
        ..input.clone()
    }));
    assert_eq!(result.missing_context_values, Some(Vec::new()));
    let mut told = result.resource_specific_results.unwrap()[0].missing_context_values.clone().unwrap();
    told.sort();
    assert_eq!(told, texts(&["aws:SecureTransport", "s3:max-keys"]));

    let complete = |keys: &str, of_type| SimulateCustomPolicyRequest {
        resource_arns: Some(texts(&["arn:aws:s3:::b/ann"])),
        caller_arn: Some(ANN.to_owned()),
        context_entries: Some(vec![
            entry("AWS:RequestedRegion", &["us-east-1"], ContextKeyTypeEnum::String),
            entry("s3:max-keys", &[keys], of_type),
        ]),
        ..custom(vec![conditional.clone()])
    };
    assert_eq!(only(simulate(complete("9", ContextKeyTypeEnum::Numeric))).eval_decision, Allowed);
    assert_eq!(only(simulate(complete("10", ContextKeyTypeEnum::Numeric))).eval_decision, ImplicitDeny);
    for of_type in [
        ContextKeyTypeEnum::Numeric,
        ContextKeyTypeEnum::BooleanList,
        ContextKeyTypeEnum::Ip,
        ContextKeyTypeEnum::Binary,
        ContextKeyTypeEnum::DateList,
    ] {
        assert!(
            refusal(simulate(complete("no?", of_type))).starts_with("InvalidInput (400): "),
            "{of_type:?}"
        );
    }
}

#[test]
fn levels_of_an_organization_must_all_allow() {
    let level = |policy: String| OrderedOrganizationPolicyType {
        service_control_policy_input_list: Some(vec![policy]),
    };
    let with = |levels| SimulateCustomPolicyRequest {
        ordered_organization_policy_input_list: Some(levels),
        resource_arns: Some(texts(&[OBJECT])),
        ..custom(vec![allow("*")])
    };
    for (last, decision) in
        [(allow("s3:*"), Allowed), (allow("sqs:*"), ImplicitDeny), (deny("s3:*"), ExplicitDeny)]
    {
        let result = only(simulate(with(vec![level(allow("*")), level(last)])));
        let detail = result.organizations_decision_detail.unwrap();
        assert_eq!(
            (result.eval_decision, detail.allowed_by_organizations),
            (decision, Some(decision == Allowed))
        );
        assert_eq!(result.eval_decision_details.is_some(), decision == Allowed);
    }
    let empty = OrderedOrganizationPolicyType { service_control_policy_input_list: None };
    assert!(refusal(simulate(with(vec![empty]))).starts_with("InvalidInput (400): "));
}

#[test]
fn what_cannot_be_simulated_is_invalid_input() {
    let good = custom(vec![allow("*")]);
    let refused = |input| refusal(simulate(input));
    assert_eq!(refused(custom(vec!["{".to_owned()])), "InvalidInput (400): Syntax errors in policy.");
    assert_eq!(
        refused(SimulateCustomPolicyRequest { resource_arns: Some(texts(&["b/k"])), ..good.clone() }),
        "InvalidInput (400): ResourceNames are not in a valid ARN format: b/k."
    );
    assert_eq!(
        refused(SimulateCustomPolicyRequest {
            resource_owner: Some("123456789012".to_owned()),
            ..good.clone()
        }),
        "InvalidInput (400): '123456789012' is not a valid as a Resource Owner."
    );
    for action in ["s3:*", "GetObject", "s3:Get?bject"] {
        let message = refused(SimulateCustomPolicyRequest { action_names: texts(&[action]), ..good.clone() });
        assert_eq!(message, format!("InvalidInput (400): Invalid Action Name: {action}."));
    }
    for caller in [
        "arn:aws:iam::123456789012:role/app",
        "arn:aws:sts::123456789012:assumed-role/app/s",
        "lambda.amazonaws.com",
        "123456789012",
    ] {
        let message =
            refused(SimulateCustomPolicyRequest { caller_arn: Some(caller.to_owned()), ..good.clone() });
        assert!(message.starts_with("InvalidInput (400): Invalid CallerArn: "), "{message}");
    }
    let scenario = |option: &str, arns: &[&str]| SimulateCustomPolicyRequest {
        resource_handling_option: Some(option.to_owned()),
        resource_arns: Some(texts(arns)),
        ..good.clone()
    };
    let ec2 = |kind: &str| format!("arn:aws:ec2:us-east-1:123456789012:{kind}/x");
    let (instance, image, group) =
        (ec2("instance"), "arn:aws:ec2:us-east-1::image/x".to_owned(), ec2("security-group"));
    let three = [instance.as_str(), image.as_str(), group.as_str()];
    assert!(simulate(scenario("EC2-Classic-InstanceStore", &three)).is_ok());
    assert!(
        refused(scenario("EC2-VPC-EBS", &three))
            .ends_with("needs resources of these types: network-interface, volume.")
    );
    assert!(
        refused(scenario("EC3", &three)).starts_with("InvalidInput (400): Invalid ResourceHandlingOption")
    );
}

#[test]
fn pages_follow_each_other() {
    let mut input = SimulateCustomPolicyRequest {
        action_names: (0..5).map(|number| format!("s3:Action{number}")).collect(),
        max_items: Some(2),
        ..custom(vec![allow("*")])
    };
    let mut seen = Vec::new();
    loop {
        let response = simulate(input.clone()).unwrap();
        seen.extend(response.evaluation_results.unwrap().into_iter().map(|result| result.eval_action_name));
        assert_eq!(response.is_truncated, Some(response.marker.is_some()));
        match response.marker {
            Some(marker) => input.marker = Some(marker),
            None => break,
        }
    }
    assert_eq!(seen, input.action_names);
    input.marker = Some("invented".to_owned());
    assert!(refusal(simulate(input)).starts_with("ValidationError (400): "));
}

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

#[test]
fn context_keys_are_listed_once() {
    let document = policy(
        r#""Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::b/${aws:username}","Condition":{"StringEquals":{"aws:RequestedRegion":"${aws:PrincipalTag/region}","AWS:UserName":"x"}}"#,
    );
    let mut fixture = account();
    let mut names = fixture
        .call::<GetContextKeysForCustomPolicy>(GetContextKeysForCustomPolicyRequest {
            policy_input_list: vec![document.clone(), document.clone()],
        })
        .unwrap()
        .context_key_names
        .unwrap();
    names.sort();
    assert_eq!(names, texts(&["aws:PrincipalTag/region", "aws:RequestedRegion", "aws:username"]));
    let names = fixture
        .call::<GetContextKeysForPrincipalPolicy>(GetContextKeysForPrincipalPolicyRequest {
            policy_source_arn: ANN.to_owned(),
            policy_input_list: Some(vec![document]),
        })
        .unwrap()
        .context_key_names
        .unwrap();
    assert_eq!(names.len(), 3);
    let refused = fixture.call::<GetContextKeysForCustomPolicy>(GetContextKeysForCustomPolicyRequest {
        policy_input_list: texts(&["nonsense"]),
    });
    assert_eq!(refusal(refused), "InvalidInput (400): Syntax errors in policy.");
}

#[test]
fn simulating_somebody_needs_permission_on_them() {
    let fixture = account();
    let checks = fixture.access::<SimulatePrincipalPolicy>(&of_principal(ANN, "s3:GetObject")).unwrap();
    assert_eq!(
        (checks[0].action.as_ref(), checks[0].resource.as_str()),
        ("iam:SimulatePrincipalPolicy", ANN)
    );
    let checks = fixture.access::<SimulateCustomPolicy>(&custom(Vec::new())).unwrap();
    assert_eq!((checks[0].action.as_ref(), checks[0].resource.as_str()), ("iam:SimulateCustomPolicy", "*"));
    assert_eq!(PolicySourceType::IAMPolicy.as_str(), "IAM Policy");
}
