use crate::generated::operations::{CreatePolicy, DeletePolicy, DescribePolicy, ListPolicies, UpdatePolicy};
use crate::generated::{
    CreateOrganizationRequest, CreatePolicyRequest, DeletePolicyRequest, DescribePolicyRequest,
    ListPoliciesRequest, OrganizationFeatureSet, PolicyType, UpdatePolicyRequest,
};
use crate::testing::{DENY, Fixture, refusal};

fn order(kind: PolicyType, content: &str) -> CreatePolicyRequest {
    CreatePolicyRequest {
        content: content.into(),
        description: "d".into(),
        name: "policy".into(),
        r#type: kind,
        tags: None,
    }
}

#[test]
fn a_policy_lives() {
    let mut fixture = Fixture::with_organization();
    let made =
        fixture.call::<CreatePolicy>(order(PolicyType::ServiceControlPolicy, DENY)).unwrap().policy.unwrap();
    let summary = made.policy_summary.unwrap();
    let id = summary.id.unwrap();
    assert!(summary.arn.unwrap().ends_with(&format!("/service_control_policy/{id}")));
    assert_eq!(made.content.as_deref(), Some(DENY));
    let again = fixture.call::<CreatePolicy>(order(PolicyType::ServiceControlPolicy, DENY));
    assert_eq!(refusal(again), "DuplicatePolicyException");
    let tags = order(PolicyType::TagPolicy, r#"{"tags":{}}"#);
    fixture.call::<CreatePolicy>(tags).unwrap();

    let update =
        UpdatePolicyRequest { policy_id: id.clone(), name: Some("new".into()), ..Default::default() };
    let updated = fixture.call::<UpdatePolicy>(update).unwrap().policy.unwrap().policy_summary.unwrap();
    assert_eq!((updated.name.as_deref(), updated.description.as_deref()), (Some("new"), Some("d")));
    let list = ListPoliciesRequest { filter: PolicyType::ServiceControlPolicy, ..Default::default() };
    let policies = fixture.call::<ListPolicies>(list).unwrap().policies.unwrap();
    let ids: Vec<_> = policies.iter().filter_map(|policy| policy.id.as_deref()).collect();
    assert!(ids.len() == 2 && ids.contains(&"p-FullAWSAccess") && ids.contains(&&*id), "{ids:?}");
    fixture.call::<DeletePolicy>(DeletePolicyRequest { policy_id: id.clone() }).unwrap();
    let gone = fixture.call::<DescribePolicy>(DescribePolicyRequest { policy_id: id });
    assert_eq!(refusal(gone), "PolicyNotFoundException");
}

#[test]
fn documents_are_held_to_their_type() {
    let mut fixture = Fixture::with_organization();
    let rcp = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}]}"#;
    for (kind, good) in [
        (PolicyType::ServiceControlPolicy, DENY),
        (PolicyType::ResourceControlPolicy, rcp),
        (PolicyType::TagPolicy, r#"{"tags":{"cost":{"tag_key":{"@@assign":"Cost"}}}}"#),
        (PolicyType::BackupPolicy, r#"{"plans":{"p":{"regions":{"@@append":["us-east-1"]}}}}"#),
        (
            PolicyType::AiservicesOptOutPolicy,
            r#"{"services":{"default":{"opt_out_policy":{"@@assign":"optOut"}}}}"#,
        ),
        (PolicyType::GuarddutyPolicy, r#"{"guardduty":{"x":{"@@assign":true}}}"#),
    ] {
        fixture.call::<CreatePolicy>(order(kind, good)).unwrap();
    }
    for (kind, bad) in [
        (PolicyType::ServiceControlPolicy, rcp),
        (PolicyType::ResourceControlPolicy, DENY),
        (PolicyType::ServiceControlPolicy, "{"),
        (PolicyType::TagPolicy, r#"{"plans":{}}"#),
        (PolicyType::TagPolicy, r#"{"tags":{"cost":{"tag_key":"Cost"}}}"#),
        (PolicyType::TagPolicy, r#"{"tags":{"cost":{"tag_key":{"@@invent":"Cost"}}}}"#),
        (PolicyType::TagPolicy, r#"{"tags":{"cost":{"tag_value":{"@@append":"Cost"}}}}"#),
        (PolicyType::TagPolicy, r#"{"tags":{"@@operators_allowed_for_child_policies":["@@some"]}}"#),
        (PolicyType::GuarddutyPolicy, r#"{"a":{},"b":{}}"#),
    ] {
        let refused = fixture.call::<CreatePolicy>(order(kind, bad));
        assert_eq!(refusal(refused), "MalformedPolicyDocumentException", "{kind} {bad}");
    }
    let large = format!("{}{}", " ".repeat(10_241), DENY);
    let refused = fixture.call::<CreatePolicy>(order(PolicyType::ServiceControlPolicy, &large));
    assert_eq!(refusal(refused), "ConstraintViolationException POLICY_CONTENT_LIMIT_EXCEEDED");
}

#[test]
fn what_aws_administers_is_not_changed() {
    let mut fixture = Fixture::with_organization();
    fixture.enable(PolicyType::ServiceControlPolicy);
    let policy_id = || "p-FullAWSAccess".to_owned();
    let update = UpdatePolicyRequest { policy_id: policy_id(), name: Some("n".into()), ..Default::default() };
    assert_eq!(refusal(fixture.call::<UpdatePolicy>(update)), "InvalidInputException IMMUTABLE_POLICY");
    let delete = DeletePolicyRequest { policy_id: policy_id() };
    assert_eq!(refusal(fixture.call::<DeletePolicy>(delete)), "InvalidInputException IMMUTABLE_POLICY");
    let described = fixture.call::<DescribePolicy>(DescribePolicyRequest { policy_id: policy_id() }).unwrap();
    assert_eq!(described.policy.unwrap().policy_summary.unwrap().aws_managed, Some(true));
}

#[test]
fn consolidated_billing_has_no_policies() {
    let mut fixture = Fixture::new();
    let feature_set = Some(OrganizationFeatureSet::ConsolidatedBilling);
    fixture
        .call::<crate::generated::operations::CreateOrganization>(CreateOrganizationRequest { feature_set })
        .unwrap();
    let refused = fixture.call::<CreatePolicy>(order(PolicyType::ServiceControlPolicy, DENY));
    assert_eq!(refusal(refused), "PolicyTypeNotAvailableForOrganizationException");
}
