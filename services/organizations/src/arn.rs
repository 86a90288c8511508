//! ARNs: `arn:PARTITION:organizations::MANAGEMENT:KIND/o-…/ID`.

use awsim_plugin::account::AccountId;

use crate::generated::PolicyType;

/// What ARNs of an organization begin with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Arns<'a> {
    pub(crate) management: AccountId,
    /// The id of the organization.
    pub(crate) organization: &'a str,
}

/// The partition of all of them.
const PARTITION: &str = "aws";

impl Arns<'_> {
    /// The organization itself.
    pub(crate) fn organization(&self) -> String {
        format!("arn:{PARTITION}:organizations::{}:organization/{}", self.management, self.organization)
    }

    fn of(&self, kind: &str, rest: std::fmt::Arguments<'_>) -> String {
        format!("arn:{PARTITION}:organizations::{}:{kind}/{}/{rest}", self.management, self.organization)
    }

    /// The root.
    pub(crate) fn root(&self, id: &str) -> String {
        self.of("root", format_args!("{id}"))
    }

    /// An organizational unit.
    pub(crate) fn unit(&self, id: &str) -> String {
        self.of("ou", format_args!("{id}"))
    }

    /// An account.
    pub(crate) fn account(&self, id: impl std::fmt::Display) -> String {
        self.of("account", format_args!("{id}"))
    }

    /// The root, a unit or an account, whatever the id is one of.
    pub(crate) fn target(&self, id: &str) -> String {
        match id.split_once('-') {
            Some(("r", _)) => self.root(id),
            Some(_) => self.unit(id),
            None => self.account(id),
        }
    }

    /// A policy of the organization's own.
    pub(crate) fn policy(&self, kind: PolicyType, id: &str) -> String {
        self.of("policy", format_args!("{}/{id}", kind.as_str().to_ascii_lowercase()))
    }

    /// A handshake; `action` as in the API.
    pub(crate) fn handshake(&self, action: &str, id: &str) -> String {
        self.of("handshake", format_args!("{}/{id}", action.to_ascii_lowercase()))
    }

    /// A resource policy.
    pub(crate) fn resource_policy(&self, id: &str) -> String {
        self.of("resourcepolicy", format_args!("{id}"))
    }

    /// A transfer of responsibility, as the organization that acts for another (inbound) or the other (outbound) has it.
    pub(crate) fn transfer(&self, inbound: bool, id: &str) -> String {
        let direction = if inbound { "inbound" } else { "outbound" };
        self.of("transfer", format_args!("billing/{direction}/{id}"))
    }
}

/// A policy that AWS administers.
pub(crate) fn aws_policy(kind: PolicyType, id: &str) -> String {
    format!("arn:{PARTITION}:organizations::aws:policy/{}/{id}", kind.as_str().to_ascii_lowercase())
}
