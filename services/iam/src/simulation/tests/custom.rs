//! `SimulateCustomPolicy`.

use super::*;

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
fn what_is_too_much_is_told_in_pages_or_refused() {
    let statement = r#"{"Effect":"Allow","Action":"*","Resource":"*"}"#;
    let long = format!(r#"{{"Version":"2012-10-17","Statement":[{}]}}"#, vec![statement; 2_500].join(","));
    let with = |policies: usize, resources: usize| SimulateCustomPolicyRequest {
        action_names: texts(&["s3:GetObject", "s3:PutObject", "s3:ListBucket"]),
        resource_arns: Some((0..resources).map(|number| format!("arn:aws:s3:::b/{number}")).collect()),
        ..custom(vec![long.clone(); policies])
    };
    let page = simulate(with(8, 5)).unwrap();
    assert_eq!((page.evaluation_results.unwrap().len(), page.is_truncated), (2, Some(true)));
    assert!(refusal(simulate(with(8, 11))).starts_with("InvalidInput (400): "));

    let long = entry("aws:UserAgent", &["x".repeat(10_241).as_str()], ContextKeyTypeEnum::String);
    let input = SimulateCustomPolicyRequest { context_entries: Some(vec![long]), ..custom(vec![allow("*")]) };
    assert!(refusal(simulate(input)).starts_with("InvalidInput (400): "));
}
