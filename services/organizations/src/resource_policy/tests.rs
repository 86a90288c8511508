use crate::generated::operations::{
    CreatePolicy, DeleteResourcePolicy, DescribeResourcePolicy, ListAccounts, PutResourcePolicy,
};
use crate::generated::{CreatePolicyRequest, ListAccountsRequest, PolicyType, PutResourcePolicyRequest, Tag};
use crate::testing::{DENY, Fixture, MANAGEMENT, refusal};

fn put(content: String) -> PutResourcePolicyRequest {
    PutResourcePolicyRequest { content, tags: None }
}

fn delegation(principal: &str, action: &str) -> String {
    format!(
        r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"Allow","Principal":{{"AWS":"{principal}"}},"Action":"{action}","Resource":"*"}}]}}"#
    )
}

#[test]
fn members_may_do_what_is_delegated_to_them() {
    let mut fixture = Fixture::with_organization();
    assert_eq!(refusal(fixture.call::<DescribeResourcePolicy>(())), "ResourcePolicyNotFoundException");
    assert_eq!(refusal(fixture.call::<DeleteResourcePolicy>(())), "ResourcePolicyNotFoundException");
    let (member, other) = (fixture.account("member"), fixture.account("other"));
    let document = delegation(&format!("arn:aws:iam::{member}:root"), "organizations:CreatePolicy");
    let made = fixture.call::<PutResourcePolicy>(put(document)).unwrap().resource_policy.unwrap();
    let id = made.resource_policy_summary.unwrap().id.unwrap();
    let order = || CreatePolicyRequest {
        content: DENY.into(),
        name: "policy".into(),
        r#type: PolicyType::ServiceControlPolicy,
        ..Default::default()
    };
    fixture.act_in(other);
    assert_eq!(refusal(fixture.call::<CreatePolicy>(order())), "AccessDeniedException");
    fixture.act_in(member);
    fixture.call::<CreatePolicy>(order()).unwrap();
    assert_eq!(
        refusal(fixture.call::<ListAccounts>(ListAccountsRequest::default())),
        "AccessDeniedException"
    );
    assert_eq!(refusal(fixture.call::<DeleteResourcePolicy>(())), "AccessDeniedException");
    fixture.act_in(MANAGEMENT);
    let document = delegation(&member.to_string(), "organizations:List*");
    let changed = fixture.call::<PutResourcePolicy>(put(document.clone())).unwrap().resource_policy.unwrap();
    assert_eq!(changed.resource_policy_summary.unwrap().id, Some(id));
    let tags = Some(vec![Tag { key: "k".into(), value: "v".into() }]);
    let tagged = fixture.call::<PutResourcePolicy>(PutResourcePolicyRequest { content: document, tags });
    assert_eq!(refusal(tagged), "InvalidInputException TARGET_NOT_SUPPORTED");
    fixture.act_in(member);
    fixture.call::<ListAccounts>(ListAccountsRequest::default()).unwrap();
    fixture.act_in(MANAGEMENT);
    fixture.call::<DeleteResourcePolicy>(()).unwrap();
}

#[test]
fn not_everything_can_be_delegated() {
    let mut fixture = Fixture::with_organization();
    for (content, reason) in [
        ("{".to_owned(), "INVALID_RESOURCE_POLICY_JSON"),
        (delegation("111122223333", "organizations:CreateAccount"), "UNSUPPORTED_ACTION_IN_RESOURCE_POLICY"),
        (delegation("111122223333", "organizations:*"), "UNSUPPORTED_ACTION_IN_RESOURCE_POLICY"),
        (delegation("nobody", "organizations:ListRoots"), "INVALID_PRINCIPAL"),
        (
            delegation("111122223333", "organizations:ListRoots").replace("\"*\"", "\"arn:aws:s3:::b\""),
            "UNSUPPORTED_RESOURCE_IN_RESOURCE_POLICY",
        ),
    ] {
        let refused = refusal(fixture.call::<PutResourcePolicy>(put(content.clone())));
        assert_eq!(refused, format!("InvalidInputException {reason}"), "{content}");
    }
}
