//! Does a statement that speaks of the action speak of this request?

use crate::compile::{Compiled, PrincipalPattern, Statement, WhoRange};

use super::authorize::Frame;
use super::condition::{Case, Scope};
use super::layer::PolicyRef;
use super::observe::{Miss, Observer};
use super::principal::{Principal, RoleSession};
use super::request::Request;

/// How closely a resource policy names the principal. What it grants depends on that (IAM User Guide, "How AWS
/// enforcement code logic evaluates requests to allow or deny access", resource-based policies).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Grip {
    /// The account: it delegates to the account's own policies.
    Account,
    /// The role of a session, or the user behind a federated session: boundary and session policies still limit.
    Behind,
    /// The very principal, or everybody.
    Itself,
}

/// Whether the statement applies. Its action is known to match.
pub(super) fn applies<O: Observer>(
    frame: &Frame<'_>,
    policy: &Compiled,
    at: PolicyRef,
    index: u32,
    observer: &mut O,
) -> Result<Grip, Miss> {
    let Some(statement) = policy.statements.get(index as usize) else { return Err(Miss::Resource) };
    let grip = match &statement.who {
        None => Grip::Itself,
        Some(who) => names(frame, policy, who, statement.denies).ok_or(Miss::Principal)?,
    };
    let mut scope = Scope { policy, context: frame.request.context, observer };
    if !covers_resource(frame, statement, &mut scope) {
        return Err(Miss::Resource);
    }
    let mut held = true;
    for (number, condition) in (0u32..).zip(statement.conditions.of(&policy.conditions)) {
        let found = scope.values(condition.key);
        if !scope.holds(condition, found) {
            held = false;
            scope.observer.condition_failed(at, index, number, found);
            if !O::EXHAUSTIVE {
                break;
            }
        }
    }
    if held { Ok(grip) } else { Err(Miss::Condition) }
}

fn covers_resource<O: Observer>(frame: &Frame<'_>, statement: &Statement, scope: &mut Scope<'_, O>) -> bool {
    let Some(range) = statement.resources else { return true };
    let policy = scope.policy;
    let covered = range
        .of(&policy.resources)
        .iter()
        .any(|pattern| scope.matches_pattern(*pattern, frame.request.resource, Case::Counts));
    covered != statement.not_resource
}

/// How the principals of a statement name the one who asks; `None` if they do not.
fn names(frame: &Frame<'_>, policy: &Compiled, who: &WhoRange, denies: bool) -> Option<Grip> {
    let listed = who.range.of(&policy.principals);
    if who.negated {
        // A deny never spares a principal with a permissions boundary.
        let spared = !(denies && frame.has_boundary) && excepts(frame, policy, listed);
        return (!spared).then_some(Grip::Itself);
    }
    listed.iter().filter_map(|pattern| grip(&frame.request, policy, pattern)).max()
}

/// Whether a `NotPrincipal` element excepts the one who asks.
///
/// The account of an excepted principal is to be listed beside it, and then does not except everybody else in the account (AWS JSON policy
/// elements: NotPrincipal).
fn excepts(frame: &Frame<'_>, policy: &Compiled, listed: &[PrincipalPattern]) -> bool {
    let account = frame.request.principal.account();
    match listed.iter().filter_map(|pattern| grip(&frame.request, policy, pattern)).max() {
        None => false,
        Some(Grip::Behind | Grip::Itself) => true,
        // Only the account is listed that fits: it means all of it unless it accompanies one of its principals.
        Some(Grip::Account) => !listed.iter().any(|pattern| match pattern {
            PrincipalPattern::Arn(arn) => policy.str(*arn).split(':').nth(4) == account,
            _ => false,
        }),
    }
}

fn grip(request: &Request<'_>, policy: &Compiled, pattern: &PrincipalPattern) -> Option<Grip> {
    let principal = &request.principal;
    match pattern {
        PrincipalPattern::Everyone => Some(Grip::Itself),
        PrincipalPattern::Account(id) => {
            let same = principal.account() == Some(policy.str(*id));
            same.then_some(if matches!(principal, Principal::Root { .. }) {
                Grip::Itself
            } else {
                Grip::Account
            })
        }
        PrincipalPattern::CanonicalUser(id) => {
            (request.canonical_user == Some(policy.str(*id))).then_some(Grip::Account)
        }
        PrincipalPattern::Arn(arn) => by_arn(principal, policy.str(*arn)),
        PrincipalPattern::UniqueId(id) => by_id(principal, policy.str(*id)),
        PrincipalPattern::Service(name) => match principal {
            Principal::Service { name: asking } => (policy.str(*name) == *asking).then_some(Grip::Itself),
            _ => None,
        },
        PrincipalPattern::Federated(name) => match principal {
            Principal::Federated { provider } => (policy.str(*name) == *provider).then_some(Grip::Itself),
            _ => None,
        },
    }
}

fn by_arn(principal: &Principal<'_>, arn: &str) -> Option<Grip> {
    match principal {
        Principal::User(user) => (user.arn == arn).then_some(Grip::Itself),
        Principal::Role(role) if role.session_arn == Some(arn) => Some(Grip::Itself),
        Principal::Role(role) => is_role(role, arn).then_some(Grip::Behind),
        Principal::FederatedUser(user) if user.arn == arn => Some(Grip::Itself),
        Principal::FederatedUser(user) => (user.user_arn == Some(arn)).then_some(Grip::Behind),
        Principal::Anonymous
        | Principal::Root { .. }
        | Principal::Service { .. }
        | Principal::Federated { .. } => None,
    }
}

fn by_id(principal: &Principal<'_>, id: &str) -> Option<Grip> {
    match principal {
        Principal::User(user) => (user.id == Some(id)).then_some(Grip::Itself),
        Principal::Role(role) => (role.role_id == Some(id)).then_some(Grip::Behind),
        Principal::FederatedUser(user) => (user.user_id == Some(id)).then_some(Grip::Behind),
        Principal::Anonymous
        | Principal::Root { .. }
        | Principal::Service { .. }
        | Principal::Federated { .. } => None,
    }
}

/// Whether an ARN is that of a session's role. Role names are unique in an account, so that the path need not be known.
fn is_role(role: &RoleSession<'_>, arn: &str) -> bool {
    if role.path_known {
        return role.role_arn == arn;
    }
    let Some((head, path)) = arn.split_once(":role/") else { return false };
    let Some((own_head, own_name)) = role.role_arn.split_once(":role/") else { return false };
    head == own_head && path.rsplit('/').next() == Some(own_name)
}
