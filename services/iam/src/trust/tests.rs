use awsim_plugin::directory::ResourcePolicies;

use crate::generated::CreateRoleRequest;
use crate::generated::operations::CreateRole;
use crate::testing::Fixture;

const TRUST: &str = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"sts:AssumeRole"}}"#;

#[test]
fn the_trust_policy_of_a_role_bears_on_what_sts_does_with_it() {
    let mut fixture = Fixture::new();
    let request = CreateRoleRequest {
        role_name: "App".to_owned(),
        path: Some("/a/b/".to_owned()),
        assume_role_policy_document: TRUST.to_owned(),
        ..CreateRoleRequest::default()
    };
    fixture.call::<CreateRole>(request).unwrap();

    let policy = |action, resource| fixture.iam.resource_policy(&fixture.view, action, resource);
    let arn = "arn:aws:iam::123456789012:role/a/b/App";
    let found = policy("sts:AssumeRole", arn).unwrap();
    assert_eq!((&*found.source, &*found.text), (arn, TRUST));
    assert!(policy("STS:TagSession", arn).is_some());
    for (action, resource) in [
        ("iam:GetRole", arn),
        ("sts", arn),
        ("sts:AssumeRole", "arn:aws:iam::123456789012:role/App"),
        ("sts:AssumeRole", "arn:aws:iam::123456789012:role/a/b/Other"),
        ("sts:AssumeRole", "arn:aws:iam::123456789012:role/a/b/APP"),
        ("sts:AssumeRole", "arn:aws-cn:iam::123456789012:role/a/b/App"),
        ("sts:AssumeRole", "arn:aws:iam:us-east-1:123456789012:role/a/b/App"),
        ("sts:AssumeRole", "arn:aws:iam::210987654321:role/a/b/App"),
        ("sts:AssumeRole", "arn:aws:iam::123456789012:user/a/b/App"),
        ("sts:AssumeRole", "arn:aws:iam::123456789012:roleApp"),
        ("sts:AssumeRole", "arn:aws:s3::123456789012:role/a/b/App"),
        ("sts:AssumeRole", "*"),
    ] {
        assert_eq!(policy(action, resource), None, "{action} {resource}");
    }
}
