//! `PolicyExclusionList`: what would be decided without some of the policies.

use awsim_plugin::error::ServiceError;

use crate::generated::{
    AttachmentType, ErrorCode, InlinePolicyIdentifierType, PolicyIdentifier, PolicyIdentifierPolicyType,
};
use crate::state::IdentityKind;

/// The policies that a simulation leaves out. Policies of resource control are not simulated, so that excluding them does nothing.
#[derive(Debug, Default)]
pub(super) struct Exclusions<'r> {
    types: Vec<PolicyIdentifierPolicyType>,
    arns: Vec<ArnPattern<'r>>,
    inline: Vec<&'r InlinePolicyIdentifierType>,
}

impl<'r> Exclusions<'r> {
    /// Reads the list of a request.
    ///
    /// # Errors
    /// `InvalidInput` (400) if an entry does not name policies in exactly one way, or if an ARN is malformed.
    pub(super) fn new(list: Option<&'r [PolicyIdentifier]>) -> Result<Self, ServiceError> {
        let mut exclusions = Exclusions::default();
        for entry in list.unwrap_or_default() {
            match (entry.policy_type, entry.policy_arn.as_deref(), &entry.inline_policy_identifier) {
                (Some(of_type), None, None) => exclusions.types.push(of_type),
                (None, Some(arn), None) => exclusions.arns.push(ArnPattern::parse(arn)?),
                (None, None, Some(inline)) => exclusions.inline.push(inline),
                _ => {
                    let message = "A policy identifier must have exactly one of PolicyType, PolicyArn and InlinePolicyIdentifier.";
                    return Err(ErrorCode::InvalidInput.with(message));
                }
            }
        }
        Ok(exclusions)
    }

    /// Whether all policies of a type are left out.
    pub(super) fn all(&self, of_type: PolicyIdentifierPolicyType) -> bool {
        self.types.contains(&of_type)
    }

    /// Whether a managed policy is left out.
    pub(super) fn managed(&self, arn: &str) -> bool {
        let of_type = match arn.split(':').nth(4) {
            Some("aws") => PolicyIdentifierPolicyType::AwsManaged,
            _ => PolicyIdentifierPolicyType::UserManaged,
        };
        self.all(of_type) || self.arns.iter().any(|pattern| pattern.matches(arn))
    }

    /// Whether an inline policy is left out.
    pub(super) fn inline(&self, kind: IdentityKind, identity: &str, policy: &str) -> bool {
        let is = |named: &&InlinePolicyIdentifierType| {
            let attached = match named.attachment_type {
                AttachmentType::User => IdentityKind::User,
                AttachmentType::Group => IdentityKind::Group,
                AttachmentType::Role => IdentityKind::Role,
            };
            attached == kind
                && named.attachment_name.eq_ignore_ascii_case(identity)
                && named.policy_name.eq_ignore_ascii_case(policy)
        };
        self.all(PolicyIdentifierPolicyType::Inline) || self.inline.iter().any(is)
    }
}

/// The ARN of a managed policy, with at most one `*` and any `?` behind `policy/`.
#[derive(Clone, Copy, Debug)]
struct ArnPattern<'r> {
    /// What is before the star, or all.
    head: &'r str,
    /// What is behind it.
    tail: Option<&'r str>,
}

impl<'r> ArnPattern<'r> {
    fn parse(arn: &'r str) -> Result<Self, ServiceError> {
        let parts: Vec<&str> = arn.splitn(6, ':').collect();
        let literal = |part: &&str| !part.contains(['*', '?']);
        let (fixed, named) = parts.split_at(parts.len().min(5));
        let named = named.first().and_then(|resource| resource.strip_prefix("policy/"));
        let valid = matches!(fixed, ["arn", partition, "iam", "", account] if !partition.is_empty() && !account.is_empty())
            && fixed.iter().all(literal)
            && named.is_some_and(|name| !name.is_empty() && name.matches('*').count() <= 1);
        if !valid {
            return Err(
                ErrorCode::InvalidInput.with(format!("Invalid policy ARN in PolicyExclusionList: {arn}."))
            );
        }
        Ok(match arn.split_once('*') {
            Some((head, tail)) => ArnPattern { head, tail: Some(tail) },
            None => ArnPattern { head: arn, tail: None },
        })
    }

    fn matches(self, arn: &str) -> bool {
        let Some(tail) = self.tail else { return alike(self.head, arn) };
        // ARNs of policies are ASCII, so that lengths are places.
        let long_enough = arn.len() >= self.head.len() + tail.len();
        long_enough
            && arn.get(..self.head.len()).is_some_and(|start| alike(self.head, start))
            && arn.get(arn.len() - tail.len()..).is_some_and(|end| alike(tail, end))
    }
}

/// Whether a text is that of a pattern in which `?` is any character.
fn alike(pattern: &str, text: &str) -> bool {
    pattern.len() == text.len()
        && pattern.bytes().zip(text.bytes()).all(|(wanted, found)| wanted == b'?' || wanted == found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arns_match_with_one_star_and_question_marks() {
        let pattern = ArnPattern::parse("arn:aws:iam::aws:policy/Amazon*Only?ccess").unwrap();
        assert!(pattern.matches("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"));
        assert!(!pattern.matches("arn:aws:iam::aws:policy/AmazonS3FullAccess"));
        assert!(
            !ArnPattern::parse("arn:aws:iam::aws:policy/ab*ba")
                .unwrap()
                .matches("arn:aws:iam::aws:policy/aba")
        );
        for arn in [
            "ReadOnlyAccess",
            "arn:aws:iam::*:policy/a",
            "arn:aws:iam::aws:policy/*a*",
            "arn:aws:iam::aws:user/a",
        ] {
            assert!(ArnPattern::parse(arn).is_err(), "{arn}");
        }
    }
}
