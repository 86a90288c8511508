//! Quotas: how much of everything an organization may have.
//!
//! The defaults are AWS's own ("Quotas and service limits for AWS Organizations" in the Organizations User Guide).

/// The most tags that a resource may have.
pub(crate) const TAGS_PER_RESOURCE: usize = 50;

awsim_plugin::quotas! {
    /// The quotas of every organization. Counts are of things, sizes are in characters.
    pub struct Quotas {
        /// Accounts in an organization, the management account and open invitations included.
        accounts = 10,
        /// Organizational units in an organization.
        units = 2000,
        /// Levels of units below the root.
        unit_depth = 5,
        /// Policies of each type in an organization.
        policies = 1000,
        /// Service control policies on a target.
        service_control_policies = 5,
        /// Resource control policies on a target, AWS's own included.
        resource_control_policies = 5,
        /// Policies of each of the management types on a target.
        management_policies = 10,
        /// Size of a service control policy.
        service_control_policy_size = 10240,
        /// Size of a resource control policy.
        resource_control_policy_size = 5120,
        /// Size of a policy of one of the management types.
        management_policy_size = 10000,
        /// Invitations that an organization may send in 24 hours.
        handshakes_per_day = 20,
        /// Transfers that let an organization act for others.
        inbound_transfers = 10000,
        /// Accounts that may be closed in 30 days.
        closures = 250,
    }
}
