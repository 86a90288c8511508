//! Which services a policy reaches, and with which kinds of access.

use std::collections::BTreeSet;

use awsim_policy::Policy;
use awsim_policy::catalogue::{AccessLevel, Service};
use awsim_policy::grants::{granted_actions, granted_services, grants_action};

/// What a policy reaches.
pub(super) struct Reach {
    /// The services with the kinds of access, in the order of their prefixes.
    pub(super) services: Vec<(&'static Service, BTreeSet<AccessLevel>)>,
    /// Whether roles can be made.
    pub(super) makes_roles: bool,
}

impl Reach {
    /// What this policy reaches.
    pub(super) fn of(policy: &Policy) -> Self {
        let levels = |service| granted_actions([policy], service).map(|action| action.level()).collect();
        Self {
            services: granted_services([policy]).map(|service| (service, levels(service))).collect(),
            makes_roles: grants_action([policy], "iam:CreateRole"),
        }
    }
}
