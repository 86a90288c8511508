//! The length of a policy against what AWS stores (IAM User Guide, "IAM and AWS STS quotas"; AWS Organizations User Guide, "Quotas").

use crate::document::size_without_white_space;
use crate::validate::PolicyKind;

use super::code::Code;
use super::finding::Findings;
use super::subject::Subject;

/// Characters without white space, with the quotas that AWS raises on request raised.
fn quota(kind: PolicyKind) -> (usize, &'static str) {
    match kind {
        PolicyKind::Identity => (10_240, "an identity-based policy (6,144 if it is managed)"),
        PolicyKind::PermissionsBoundary => (6_144, "a managed policy"),
        PolicyKind::Session => (2_048, "a session policy"),
        PolicyKind::Trust => (8_192, "a role trust policy (2,048 unless the quota was raised)"),
        PolicyKind::Resource => (20_480, "a resource-based policy"),
        PolicyKind::ServiceControl => (10_240, "a service control policy"),
        PolicyKind::ResourceControl => (5_120, "a resource control policy"),
    }
}

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let size = size_without_white_space(subject.document.text);
    let (most, what) = quota(subject.kind);
    if size > most {
        let message = format!("The policy has {size} characters; {what} has at most {most}.");
        findings.add(Code::PolicySizeExceedsQuota, subject.document.span, message);
    }
}
