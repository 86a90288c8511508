//! The roles that a request gives to a service, for which its sender must be allowed `iam:PassRole` ("Grant a user
//! permissions to pass a role to an AWS service" in the IAM User Guide).
//!
//! AWS publishes of part of the actions only that they pass roles. So every member that goes by the name of a role is one, at
//! any depth, in every request that does more than read. What stands there and is not the ARN of a role may be the name of
//! one, whose path nobody knows: it is asked for on `*`.

use std::collections::BTreeSet;
use std::sync::Arc;

use awsim_plugin::access::{Access, Check};
use awsim_plugin::account::AccountId;
use awsim_plugin::upstream::{Input, UpstreamRequest};
use awsim_policy::catalogue::{AccessLevel, Action};

use super::graph::{Graph, Member, Node, RoleName};

/// The action that lets a caller give a role to a service.
const PASS_ROLE: &str = "iam:PassRole";

/// How deep an input is looked through; limits on requests let none be deeper.
const DEEPEST: usize = 128;

/// Where the requests for an operation have roles.
#[derive(Debug)]
pub(super) struct Roles {
    graph: Arc<Graph>,
    members: Vec<Member>,
    /// Whether the reference says of the action that roles are passed.
    is_said: bool,
}

impl Roles {
    /// Where requests have roles whose input has these members. An action that only reads passes none, unless the reference
    /// says so.
    pub(super) fn of(graph: &Arc<Graph>, members: Vec<Member>, action: Option<Action>) -> Self {
        let mut dependents = action.into_iter().flat_map(|action| action.dependent_actions());
        let is_said = dependents.any(|dependent| dependent == PASS_ROLE);
        let reads =
            action.is_some_and(|action| matches!(action.level(), AccessLevel::List | AccessLevel::Read));
        let members = if reads && !is_said { Vec::new() } else { members };
        Self { graph: Arc::clone(graph), members, is_said }
    }

    /// What the sender of a request must be allowed for the roles in it.
    pub(super) fn passed(&self, request: &UpstreamRequest<'_>) -> Access {
        let mut found = BTreeSet::new();
        self.structure(&self.members, request.input, DEEPEST, &mut found);
        let is_role = |text: &str| is_role(request.cx.partition, text);
        let passed: BTreeSet<String> = found
            .into_iter()
            .filter(|(name, text)| {
                is_role(text) || (!text.is_empty() && (self.is_said || *name == RoleName::Role))
            })
            .map(|(_, text)| if is_role(&text) { text } else { "*".to_owned() })
            .collect();
        passed.into_iter().map(|role| Check::on(PASS_ROLE, role)).collect()
    }

    fn structure(
        &self,
        members: &[Member],
        input: &dyn Input,
        deepest: usize,
        found: &mut BTreeSet<(RoleName, String)>,
    ) {
        for member in members {
            member.field.each(input, &mut |value| self.value(member.to, member.name, value, deepest, found));
        }
    }

    /// Looks for roles in a value of a shape, at a member that may go by the name of one.
    fn value(
        &self,
        shape: usize,
        name: Option<RoleName>,
        value: &dyn Input,
        deepest: usize,
        found: &mut BTreeSet<(RoleName, String)>,
    ) {
        let Some(deepest) = deepest.checked_sub(1) else { return };
        match self.graph.node(shape) {
            Node::Other => {}
            Node::Text => found.extend(name.zip(value.text().map(|text| text.into_owned()))),
            Node::Structure(members) => self.structure(members, value, deepest, found),
            Node::List(to) => {
                value.elements().iter().for_each(|element| self.value(*to, name, &**element, deepest, found));
            }
            Node::Map(to) => {
                value.entries().iter().for_each(|(_, entry)| self.value(*to, name, &**entry, deepest, found));
            }
        }
    }
}

/// Whether a text is the ARN of a role.
fn is_role(partition: &str, text: &str) -> bool {
    let mut parts = text.splitn(6, ':');
    let head = [(); 4].map(|()| parts.next().unwrap_or_default());
    head == ["arn", partition, "iam", ""]
        && parts.next().is_some_and(|account| account.parse::<AccountId>().is_ok())
        && parts
            .next()
            .is_some_and(|resource| resource.strip_prefix("role/").is_some_and(|name| !name.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_told_from_other_texts() {
        assert!(is_role("aws", "arn:aws:iam::111122223333:role/path/name"));
        for other in [
            "name",
            "arn:aws:iam::111122223333:role/",
            "arn:aws:iam::111122223333:user/name",
            "arn:aws:iam::aws:role/name",
            "arn:aws-cn:iam::111122223333:role/name",
            "arn:aws:iam:us-east-1:111122223333:role/name",
            "arn:aws:sts::111122223333:assumed-role/name/session",
        ] {
            assert!(!is_role("aws", other), "{other}");
        }
    }
}
