//! What may stand in a policy. Control policies are policies of IAM's language; all others are trees of settings with
//! operators that say how they merge.

use awsim_plugin::error::ServiceError;
use awsim_policy::validate::{PolicyKind, Strictness, validate};

use crate::effective_policies::Node;
use crate::errors;
use crate::generated::PolicyType;
use crate::quotas::Quotas;

/// Checks a document.
///
/// # Errors
/// `ConstraintViolationException` if it is too large; `MalformedPolicyDocumentException` if it is no policy of the type.
pub(super) fn check(quotas: &Quotas, kind: PolicyType, text: &str) -> Result<(), ServiceError> {
    let largest = match kind {
        PolicyType::ServiceControlPolicy => quotas.service_control_policy_size,
        PolicyType::ResourceControlPolicy => quotas.resource_control_policy_size,
        _ => quotas.management_policy_size,
    };
    if text.chars().count() > largest as usize {
        let message = "You have exceeded the maximum policy size.";
        return Err(errors::constraint("POLICY_CONTENT_LIMIT_EXCEEDED", message));
    }
    if is_well_formed(kind, Strictness::New, text) { Ok(()) } else { Err(errors::malformed_policy()) }
}

/// Whether it is a policy of the type.
pub(crate) fn is_well_formed(kind: PolicyType, strictness: Strictness, text: &str) -> bool {
    let is_control_policy = |kind| validate(kind, strictness, text).is_ok();
    match kind {
        PolicyType::ServiceControlPolicy => is_control_policy(PolicyKind::ServiceControl),
        PolicyType::ResourceControlPolicy => is_control_policy(PolicyKind::ResourceControl),
        _ => is_management_policy(kind, text),
    }
}

/// Whether it is a tree of settings under the one name that stands at its top.
fn is_management_policy(kind: PolicyType, text: &str) -> bool {
    let Ok(node) = Node::parse(text) else { return false };
    let names: Vec<_> = node.children.keys().map(String::as_str).collect();
    let named = match top(kind) {
        Some(top) => names == [top],
        None => names.len() == 1,
    };
    named && !node.sets_value()
}

/// The name at the top of a policy; none for types whose syntax the User Guide does not tell.
fn top(kind: PolicyType) -> Option<&'static str> {
    match kind {
        PolicyType::TagPolicy => Some("tags"),
        PolicyType::BackupPolicy => Some("plans"),
        PolicyType::AiservicesOptOutPolicy => Some("services"),
        PolicyType::ChatbotPolicy => Some("chatbot"),
        PolicyType::DeclarativePolicyEc2 => Some("ec2_attributes"),
        PolicyType::SecurityhubPolicy => Some("securityhub"),
        PolicyType::InspectorPolicy => Some("inspector"),
        PolicyType::UpgradeRolloutPolicy => Some("upgrade_rollout"),
        PolicyType::BedrockPolicy => Some("bedrock"),
        PolicyType::S3Policy => Some("s3_attributes"),
        _ => None,
    }
}
