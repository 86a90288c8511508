use awsim_plugin::access::ContextValue;

use crate::generated::operations::{AttachPolicy, DetachPolicy, ListPoliciesForTarget, ListTargetsForPolicy};
use crate::generated::{
    AttachPolicyRequest, DetachPolicyRequest, ListPoliciesForTargetRequest, ListTargetsForPolicyRequest,
    PolicyType, TargetType,
};
use crate::testing::{DENY, Fixture, refusal};

const SCP: PolicyType = PolicyType::ServiceControlPolicy;

fn attach(policy_id: &str, target_id: &str) -> AttachPolicyRequest {
    AttachPolicyRequest { policy_id: policy_id.into(), target_id: target_id.into() }
}

fn detach(policy_id: &str, target_id: &str) -> DetachPolicyRequest {
    DetachPolicyRequest { policy_id: policy_id.into(), target_id: target_id.into() }
}

#[test]
fn five_control_policies_at_most_and_one_at_least() {
    let mut fixture = Fixture::with_organization();
    let root = fixture.root();
    let first = fixture.policy(SCP, "0", DENY);
    assert_eq!(refusal(fixture.call::<AttachPolicy>(attach(&first, &root))), "PolicyTypeNotEnabledException");
    fixture.enable(SCP);
    fixture.call::<AttachPolicy>(attach(&first, &root)).unwrap();
    assert_eq!(
        refusal(fixture.call::<AttachPolicy>(attach(&first, &root))),
        "DuplicatePolicyAttachmentException"
    );
    for name in ["1", "2", "3"] {
        let policy = fixture.policy(SCP, name, DENY);
        fixture.call::<AttachPolicy>(attach(&policy, &root)).unwrap();
    }
    let sixth = fixture.policy(SCP, "4", DENY);
    let refused = fixture.call::<AttachPolicy>(attach(&sixth, &root));
    assert_eq!(refusal(refused), "ConstraintViolationException MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED");

    let list = ListPoliciesForTargetRequest { target_id: root.clone(), filter: SCP, ..Default::default() };
    let policies = fixture.call::<ListPoliciesForTarget>(list).unwrap().policies.unwrap();
    assert_eq!(policies.len(), 5);
    for policy in policies.iter().filter(|policy| policy.id != Some(first.clone())) {
        fixture.call::<DetachPolicy>(detach(policy.id.as_deref().unwrap(), &root)).unwrap();
    }
    let refused = fixture.call::<DetachPolicy>(detach(&first, &root));
    assert_eq!(refusal(refused), "ConstraintViolationException MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED");
    assert_eq!(refusal(fixture.call::<DetachPolicy>(detach(&sixth, &root))), "PolicyNotAttachedException");
}

#[test]
fn unknown_policies_and_targets_are_told_apart() {
    let mut fixture = Fixture::with_organization();
    fixture.enable(SCP);
    let root = fixture.root();
    for (policy, target, code) in [
        ("p-0000000000", &*root, "PolicyNotFoundException"),
        ("p-FullAWSAccess", "999999999999", "TargetNotFoundException"),
        ("p-FullAWSAccess", "ou-none-00000000", "TargetNotFoundException"),
    ] {
        assert_eq!(refusal(fixture.call::<AttachPolicy>(attach(policy, target))), code);
        assert_eq!(refusal(fixture.call::<DetachPolicy>(detach(policy, target))), code);
    }
    let unknown = ListTargetsForPolicyRequest { policy_id: "p-0000000000".into(), ..Default::default() };
    assert_eq!(refusal(fixture.call::<ListTargetsForPolicy>(unknown)), "PolicyNotFoundException");
}

#[test]
fn full_access_for_resources_stays() {
    let mut fixture = Fixture::with_organization();
    fixture.enable(PolicyType::ResourceControlPolicy);
    let root = fixture.root();
    let refused = fixture.call::<DetachPolicy>(detach("p-RCPFullAWSAccess", &root));
    assert_eq!(refusal(refused), "InvalidInputException NON_DETACHABLE_POLICY");
    let list = ListTargetsForPolicyRequest { policy_id: "p-RCPFullAWSAccess".into(), ..Default::default() };
    let targets = fixture.call::<ListTargetsForPolicy>(list).unwrap().targets.unwrap();
    let kinds: Vec<_> = targets.iter().filter_map(|target| target.r#type).collect();
    assert_eq!(kinds, [TargetType::Account, TargetType::Root]);
    assert_eq!(targets[1].name.as_deref(), Some("Root"));
}

#[test]
fn both_sides_of_an_attachment_tell_the_type_of_the_policy() {
    let mut fixture = Fixture::with_organization();
    let root = fixture.root();
    let policy = fixture.policy(SCP, "policy", DENY);
    let checks = fixture.access::<AttachPolicy>(&attach(&policy, &root)).unwrap();
    let kind = ContextValue::String("SERVICE_CONTROL_POLICY".to_owned());
    let key = ("organizations:PolicyType".into(), kind);
    assert_eq!(checks.iter().filter(|check| check.context.contains(&key)).count(), 2, "{checks:?}");
    assert!(checks[1].resource.ends_with(&format!("/{root}")), "{checks:?}");
    let unknown = fixture.access::<DetachPolicy>(&detach("p-0000000000", &root)).unwrap();
    assert!(unknown.iter().all(|check| check.context.is_empty()), "{unknown:?}");
}
