//! Kinds of policies by their names on the command line.

use awsim_policy::PolicyKind;
use awsim_policy::document::Document;

/// Every kind with its name.
pub(super) const KINDS: [(&str, PolicyKind); 7] = [
    ("identity", PolicyKind::Identity),
    ("resource", PolicyKind::Resource),
    ("trust", PolicyKind::Trust),
    ("boundary", PolicyKind::PermissionsBoundary),
    ("session", PolicyKind::Session),
    ("scp", PolicyKind::ServiceControl),
    ("rcp", PolicyKind::ResourceControl),
];

/// The kind with that name.
pub(super) fn named(name: &str) -> Option<PolicyKind> {
    KINDS.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
}

/// The name of a kind.
pub(super) fn name(kind: PolicyKind) -> &'static str {
    KINDS.iter().find(|(_, known)| *known == kind).map_or("identity", |(name, _)| name)
}

/// The kind that a text looks like: with principals and without resources it is a role's trust policy, with both a resource-based
/// policy, else an identity-based policy. The other kinds cannot be told apart by looking.
pub(super) fn guess(text: &str) -> PolicyKind {
    let Ok(document) = Document::parse(text) else { return PolicyKind::Identity };
    let statements = &document.statements.items;
    let principals = statements.iter().any(|statement| statement.principal.is_some());
    let resources = statements.iter().any(|statement| statement.resource.is_some());
    match (principals, resources) {
        (true, true) => PolicyKind::Resource,
        (true, false) => PolicyKind::Trust,
        (false, _) => PolicyKind::Identity,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_guessed_by_their_elements() {
        let of =
            |statement: &str| guess(&format!(r#"{{"Statement": [{{"Effect": "Allow", {statement}}}]}}"#));
        assert_eq!(of(r#""Action": "s3:*", "Resource": "*""#), PolicyKind::Identity);
        assert_eq!(of(r#""Action": "s3:*", "Resource": "*", "Principal": "*""#), PolicyKind::Resource);
        assert_eq!(of(r#""Action": "sts:AssumeRole", "Principal": {"AWS": "*"}"#), PolicyKind::Trust);
        assert_eq!(guess("nonsense"), PolicyKind::Identity);
    }

    #[test]
    fn names_lead_to_kinds_and_back() {
        for (known, kind) in KINDS {
            assert_eq!((named(known), name(kind)), (Some(kind), known));
        }
        assert_eq!(named("bucket"), None);
    }
}
