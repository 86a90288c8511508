//! Principals that a statement names.

use crate::document::PrincipalElement;

use super::pool::{Pool, Range, Str};

/// One named principal.
#[derive(Debug, Clone, Copy)]
pub(crate) enum PrincipalPattern {
    /// `*`, bare or of type `AWS`.
    Everyone,
    /// The id of an account, also when written as the ARN of its root.
    Account(Str),
    /// The ARN of a user, role, role session or federated user.
    Arn(Str),
    /// The unique id of a user or role.
    UniqueId(Str),
    /// A service's domain name.
    Service(Str),
    /// An identity provider.
    Federated(Str),
    /// The canonical id of an account.
    CanonicalUser(Str),
}

/// The principals of a statement.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WhoRange {
    pub(crate) range: Range,
    /// Whether the element is `NotPrincipal`.
    pub(crate) negated: bool,
}

pub(super) fn compile(
    element: &PrincipalElement<'_>,
    pool: &mut Pool<'_>,
    principals: &mut Vec<PrincipalPattern>,
) -> WhoRange {
    let first = principals.len();
    for (kind, value) in element.iter() {
        let value = value.as_str();
        principals.push(match kind.map(|kind| kind.as_str()) {
            None | Some("AWS") if value == "*" => PrincipalPattern::Everyone,
            Some("Service") => PrincipalPattern::Service(pool.add(value)),
            Some("Federated") => PrincipalPattern::Federated(pool.add(value)),
            Some("CanonicalUser") => PrincipalPattern::CanonicalUser(pool.add(value)),
            Some("AWS") => aws(value, pool),
            // Validation lets nothing else through.
            _ => continue,
        });
    }
    WhoRange { range: Range::since(first, principals), negated: element.negated }
}

fn aws(value: &str, pool: &mut Pool<'_>) -> PrincipalPattern {
    if value.bytes().all(|byte| byte.is_ascii_digit()) {
        return PrincipalPattern::Account(pool.add(value));
    }
    let parts: Vec<&str> = value.splitn(6, ':').collect();
    match parts.as_slice() {
        [_, _, "iam", _, account, "root"] => PrincipalPattern::Account(pool.add(account)),
        [_, _, _, _, _, _] => PrincipalPattern::Arn(pool.add(value)),
        _ => PrincipalPattern::UniqueId(pool.add(value)),
    }
}
