//! What policies grant at all, on whatever resource and in whatever circumstances.
//!
//! Reports of last access and `ListPoliciesGrantingServiceAccess` ask so: not whether a request is allowed, but whether
//! there is one that the policies allow. Other layers than the given policies do not count.

use std::ops::ControlFlow;

use crate::Policy;
use crate::catalogue::{self, Action, Service};
use crate::compile::{ActionKey, Compiled, Part, Statement};

/// How far policies grant an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// Never: none allows it, or one denies it whatever the resource and the circumstances.
    Nothing,
    /// On some resources or in some circumstances, as far as can be told without them.
    Some,
    /// On every resource in all circumstances.
    Everything,
}

/// How far policies together grant an action.
pub fn extent<'p>(policies: impl IntoIterator<Item = &'p Policy>, action: &str) -> Extent {
    let action = ActionKey::new(action);
    let (mut allowed, mut denied) = (Extent::Nothing, Extent::Nothing);
    for policy in policies {
        let policy = policy.compiled();
        let settled = speaking(policy, &action, &mut |statement| {
            let far = if is_unconditional(policy, statement) { Extent::Everything } else { Extent::Some };
            let one = if statement.denies { &mut denied } else { &mut allowed };
            *one = far.max(*one);
            if denied == Extent::Everything { ControlFlow::Break(()) } else { GO_ON }
        });
        if settled.is_break() {
            return Extent::Nothing;
        }
    }
    if denied == Extent::Some { allowed.min(Extent::Some) } else { allowed }
}

/// Whether policies together grant an action in some circumstances; see [`Extent`].
pub fn grants_action<'p>(policies: impl IntoIterator<Item = &'p Policy>, action: &str) -> bool {
    extent(policies, action) != Extent::Nothing
}

/// Whether policies together grant any action of a service; see [`grants_action`].
pub fn grants_service<'p>(
    policies: impl IntoIterator<Item = &'p Policy> + Clone,
    service: &'static Service,
) -> bool {
    // Most policies speak of few services: the actions of the others need not be gone through.
    policies.clone().into_iter().any(|policy| policy.grants_service(service.prefix()))
        && granted_actions(policies, service).next().is_some()
}

/// The actions of a service that policies together grant, in the order of their names; see [`grants_action`].
pub fn granted_actions<'p, P: IntoIterator<Item = &'p Policy> + Clone>(
    policies: P,
    service: &'static Service,
) -> impl Iterator<Item = Action> {
    service.actions().filter(move |action| grants_action(policies.clone(), &action.to_string()))
}

/// The services of which policies together grant an action, in the order of their prefixes; see [`grants_action`].
pub fn granted_services<'p, P: IntoIterator<Item = &'p Policy> + Clone>(
    policies: P,
) -> impl Iterator<Item = &'static Service> {
    catalogue::services().iter().filter(move |service| grants_service(policies.clone(), service))
}

/// Shows `visit` every statement that speaks of the action, until it breaks.
fn speaking(
    policy: &Compiled,
    action: &ActionKey,
    visit: &mut dyn FnMut(&Statement) -> ControlFlow<()>,
) -> ControlFlow<()> {
    policy.actions.matching(policy, action, |statement| {
        policy.statements.get(statement as usize).map_or(GO_ON, &mut *visit)
    })?;
    for (statement, excepted) in &policy.not_actions {
        if !excepted.matches(policy, action) {
            policy.statements.get(*statement as usize).map_or(GO_ON, &mut *visit)?;
        }
    }
    GO_ON
}

const GO_ON: ControlFlow<()> = ControlFlow::Continue(());

/// Whether a statement applies whatever the resource and the circumstances.
fn is_unconditional(policy: &Compiled, statement: &Statement) -> bool {
    let everything = |resource: &crate::compile::Range| matches!(policy.parts(*resource), [Part::Star]);
    let every_resource = statement.resources.is_none_or(|resources| {
        !statement.not_resource && resources.of(&policy.resources).iter().any(everything)
    });
    every_resource && statement.conditions.of(&policy.conditions).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PolicyKind;

    fn policy(statements: &str) -> Policy {
        let text = format!(r#"{{"Version":"2012-10-17","Statement":[{statements}]}}"#);
        Policy::parse(PolicyKind::Identity, &text).expect("a policy")
    }

    fn services(policies: &[Policy]) -> Vec<&'static str> {
        granted_services(policies).map(Service::prefix).collect()
    }

    const ALL: &str = r#"{"Effect":"Allow","Action":"*","Resource":"*"}"#;

    #[test]
    fn resources_and_conditions_of_what_is_allowed_do_not_matter() {
        let one = policy(
            r#"{"Effect":"Allow","Action":"s3:Get*","Resource":"arn:aws:s3:::b/*","Condition":{"Bool":{"aws:SecureTransport":"true"}}}"#,
        );
        let other =
            policy(r#"{"Effect":"Allow","Action":["iam:ListUsers","ec2:NoSuchAction"],"Resource":"*"}"#);
        // A service is granted by an action that it has, not by its name.
        assert_eq!(services(&[one.clone(), other.clone()]), ["iam", "s3"]);
        assert!(grants_action([&one], "S3:getobject") && !grants_action([&other], "s3:GetObject"));
        let iam = catalogue::service("iam").expect("a service");
        assert_eq!(
            granted_actions([&other], iam).map(|action| action.name()).collect::<Vec<_>>(),
            ["ListUsers"]
        );
    }

    #[test]
    fn only_what_is_denied_in_all_circumstances_is_not_granted() {
        let all = catalogue::services().len();
        let but = |deny: &str| services(&[policy(ALL), policy(deny)]);
        assert_eq!(but(r#"{"Effect":"Deny","Action":"s3:*","Resource":"*"}"#).len(), all - 1);
        for deny in [
            r#"{"Effect":"Deny","Action":"s3:*","Resource":"arn:aws:s3:::b"}"#,
            r#"{"Effect":"Deny","Action":"s3:*","NotResource":"*"}"#,
            r#"{"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"Null":{"aws:SourceIp":"true"}}}"#,
            r#"{"Effect":"Deny","Action":"s3:Get*","Resource":"*"}"#,
        ] {
            assert_eq!(but(deny).len(), all, "{deny}");
        }
        assert_eq!(but(r#"{"Effect":"Deny","NotAction":["sts:*","iam:*"],"Resource":"*"}"#), ["iam", "sts"]);
    }

    #[test]
    fn how_far_is_told_without_resources_and_circumstances() {
        let some = r#"{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::b"}"#;
        let deny = r#"{"Effect":"Deny","Action":"s3:Put*","Resource":"arn:aws:s3:::b"}"#;
        let of = |statements: &[&str], action: &str| {
            let policies: Vec<Policy> = statements.iter().map(|statement| policy(statement)).collect();
            extent(&policies, action)
        };
        assert_eq!(of(&[some], "s3:GetObject"), Extent::Some);
        assert_eq!(of(&[some, ALL], "s3:GetObject"), Extent::Everything);
        assert_eq!(of(&[ALL, deny], "s3:GetObject"), Extent::Everything);
        assert_eq!(of(&[ALL, deny], "s3:PutObject"), Extent::Some);
        assert_eq!(of(&[some], "ec2:RunInstances"), Extent::Nothing);
        let nothing = r#"{"Effect":"Deny","Action":"*","Resource":"*"}"#;
        assert_eq!(of(&[ALL, nothing], "s3:GetObject"), Extent::Nothing);
    }

    #[test]
    fn what_is_excepted_is_not_granted() {
        let except =
            |action: &str| policy(&format!(r#"{{"Effect":"Allow","NotAction":"{action}","Resource":"*"}}"#));
        let all = catalogue::services().len();
        assert_eq!(services(&[except("s3:*")]).len(), all - 1);
        assert_eq!(services(&[except("s3:Get*")]).len(), all);
        assert_eq!(services(&[]), <[&str; 0]>::default());
    }
}
