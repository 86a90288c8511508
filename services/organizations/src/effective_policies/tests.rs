use serde_json::{Value, json};

use super::merge::Effective;
use super::node::Node;
use crate::generated::operations::{
    AttachPolicy, DescribeEffectivePolicy, ListAccountsWithInvalidEffectivePolicy,
    ListEffectivePolicyValidationErrors,
};
use crate::generated::{
    AttachPolicyRequest, DescribeEffectivePolicyRequest, EffectivePolicyType,
    ListAccountsWithInvalidEffectivePolicyRequest, ListEffectivePolicyValidationErrorsRequest, PolicyType,
};
use crate::testing::{Fixture, refusal};

/// The effective policy of levels, each a list of policies.
fn merged(levels: &[&[Value]]) -> Value {
    let node = |policy: &Value| Node::parse(&policy.to_string()).unwrap();
    let levels: Vec<Vec<Node>> = levels.iter().map(|level| level.iter().map(node).collect()).collect();
    serde_json::to_value(Effective::of(levels.iter().map(|level| level.iter().collect()))).unwrap()
}

fn tag(settings: Value) -> Value {
    json!({"tags": {"costcenter": settings}})
}

/// "Inheritance examples" in the Organizations User Guide, 1 to 3.
#[test]
fn values_are_assigned_appended_and_removed() {
    let a = tag(
        json!({"tag_key": {"@@assign": "CostCenter"}, "tag_value": {"@@assign": ["Development", "Support"]}}),
    );
    let b = tag(json!({
        "tag_key": {"@@assign": "CostCenter"},
        "tag_value": {"@@assign": ["Sandbox"]},
        "enforced_for": {"@@assign": ["redshift:*", "dynamodb:table"]}
    }));
    assert_eq!(
        merged(&[std::slice::from_ref(&a), &[b]]),
        tag(json!({
            "tag_key": "CostCenter", "tag_value": ["Sandbox"], "enforced_for": ["redshift:*", "dynamodb:table"]
        }))
    );
    let c = tag(
        json!({"tag_value": {"@@append": ["Marketing", "Support"]}, "enforced_for": {"@@append": ["redshift:*"]}}),
    );
    assert_eq!(
        merged(&[std::slice::from_ref(&a), std::slice::from_ref(&c)]),
        tag(json!({
            "tag_key": "CostCenter", "tag_value": ["Development", "Support", "Marketing"], "enforced_for": ["redshift:*"]
        }))
    );
    let d = tag(json!({
        "tag_value": {"@@remove": ["Development", "Marketing"]}, "enforced_for": {"@@remove": ["redshift:*"]}
    }));
    assert_eq!(merged(&[&[a], &[c], &[d]]), tag(json!({"tag_key": "CostCenter", "tag_value": ["Support"]})));
}

/// Examples 4 to 6.
#[test]
fn levels_above_limit_those_below() {
    let e = tag(json!({
        "tag_key": {"@@operators_allowed_for_child_policies": ["@@none"], "@@assign": "Project"},
        "tag_value": {"@@operators_allowed_for_child_policies": ["@@append"], "@@assign": ["Maintenance"]}
    }));
    let f = tag(
        json!({"tag_key": {"@@assign": "PROJECT"}, "tag_value": {"@@append": ["Research"], "@@remove": ["Maintenance"]}}),
    );
    let expected = tag(json!({"tag_key": "Project", "tag_value": ["Maintenance", "Research"]}));
    assert_eq!(merged(&[std::slice::from_ref(&e), std::slice::from_ref(&f)]), expected);
    let reversal = tag(json!({"tag_value": {"@@operators_allowed_for_child_policies": ["@@all"]}}));
    assert_eq!(merged(&[&[e], &[reversal], &[f]]), expected);

    let g = tag(
        json!({"tag_value": {"@@operators_allowed_for_child_policies": ["@@append"], "@@assign": ["Maintenance"]}}),
    );
    let h = tag(json!({"tag_value": {"@@operators_allowed_for_child_policies": ["@@append", "@@remove"]}}));
    let remove = tag(json!({"tag_value": {"@@remove": ["Maintenance"], "@@append": ["More"]}}));
    assert_eq!(merged(&[&[g, h], &[remove]]), tag(json!({"tag_value": ["Maintenance", "More"]})));

    let j = tag(json!({"tag_key": {"@@assign": "PROJECT"}, "tag_value": {"@@append": ["Maintenance"]}}));
    let k = tag(json!({"tag_key": {"@@assign": "project"}}));
    assert_eq!(merged(&[&[j, k]]), tag(json!({"tag_key": "PROJECT", "tag_value": ["Maintenance"]})));
}

#[test]
fn an_account_sees_what_is_in_effect_on_it() {
    let mut fixture = Fixture::with_organization();
    let (member, root) = (fixture.account("member"), fixture.root());
    let describe = |target_id: Option<&str>| DescribeEffectivePolicyRequest {
        policy_type: EffectivePolicyType::TagPolicy,
        target_id: target_id.map(Into::into),
    };
    assert_eq!(
        refusal(fixture.call::<DescribeEffectivePolicy>(describe(None))),
        "EffectivePolicyNotFoundException"
    );
    fixture.enable(PolicyType::TagPolicy);
    assert_eq!(
        refusal(fixture.call::<DescribeEffectivePolicy>(describe(None))),
        "EffectivePolicyNotFoundException"
    );
    let content = r#"{"tags":{"cost":{"tag_key":{"@@assign":"Cost"}}}}"#;
    let policy_id = fixture.policy(PolicyType::TagPolicy, "tags", content);
    let attach = AttachPolicyRequest { policy_id, target_id: root.clone() };
    fixture.call::<AttachPolicy>(attach).unwrap();
    assert_eq!(
        refusal(fixture.call::<DescribeEffectivePolicy>(describe(Some(&root)))),
        "InvalidInputException TARGET_NOT_SUPPORTED"
    );
    assert_eq!(
        refusal(fixture.call::<DescribeEffectivePolicy>(describe(Some("999999999999")))),
        "TargetNotFoundException"
    );
    fixture.act_in(member);
    let seen = fixture.call::<DescribeEffectivePolicy>(describe(None)).unwrap().effective_policy.unwrap();
    assert_eq!(seen.policy_content.as_deref(), Some(r#"{"tags":{"cost":{"tag_key":"Cost"}}}"#));
    assert_eq!(seen.last_updated_timestamp, Some(fixture.now));
    let other = fixture.call::<DescribeEffectivePolicy>(describe(Some("111122223333")));
    assert_eq!(refusal(other), "AccessDeniedException");
}

#[test]
fn what_is_missing_in_the_end_is_told() {
    let mut fixture = Fixture::with_organization();
    let invalid = || ListAccountsWithInvalidEffectivePolicyRequest {
        policy_type: EffectivePolicyType::BackupPolicy,
        ..Default::default()
    };
    let errors = |account_id: &str| ListEffectivePolicyValidationErrorsRequest {
        account_id: account_id.into(),
        policy_type: EffectivePolicyType::BackupPolicy,
        ..Default::default()
    };
    let disabled = fixture.call::<ListAccountsWithInvalidEffectivePolicy>(invalid());
    assert_eq!(refusal(disabled), "EffectivePolicyNotFoundException");
    fixture.enable(PolicyType::BackupPolicy);
    let content =
        r#"{"plans":{"daily":{"regions":{"@@assign":["us-east-1"]},"rules":{"r":{"x":{"@@assign":"1"}}}}}}"#;
    let policy_id = fixture.policy(PolicyType::BackupPolicy, "backup", content);
    let attach = AttachPolicyRequest { policy_id: policy_id.clone(), target_id: "111122223333".into() };
    fixture.call::<AttachPolicy>(attach).unwrap();
    let accounts =
        fixture.call::<ListAccountsWithInvalidEffectivePolicy>(invalid()).unwrap().accounts.unwrap();
    assert_eq!(accounts.len(), 1);
    let told = fixture.call::<ListEffectivePolicyValidationErrors>(errors("111122223333")).unwrap();
    let told = told.effective_policy_validation_errors.unwrap();
    let paths: Vec<_> = told.iter().filter_map(|error| error.path_to_error.as_deref()).collect();
    assert_eq!(paths, ["plans/daily/rules/r/target_backup_vault_name", "plans/daily/selections"]);
    assert_eq!(told[0].contributing_policies, Some(vec![policy_id]));
    let unknown = fixture.call::<ListEffectivePolicyValidationErrors>(errors("999999999999"));
    assert_eq!(refusal(unknown), "AccountNotFoundException");
}
