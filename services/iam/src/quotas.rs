//! Quotas: how much of everything an account may have.
//!
//! The defaults are AWS's own ("IAM and AWS STS quotas" in the IAM User Guide).

use awsim_plugin::error::ServiceError;

use crate::generated::ErrorCode;

/// The most tags that a resource may have; no quota, as the model knows the number too.
pub(crate) const TAGS_PER_RESOURCE: usize = 50;

awsim_plugin::quotas! {
    /// The quotas of every account. Counts are of entities, sizes are in characters without white space.
    pub struct Quotas {
        /// Users in an account.
        users = 5000,
        /// Groups in an account.
        groups = 300,
        /// Roles in an account.
        roles = 1000,
        /// Managed policies of an account's own.
        policies = 1500,
        /// Instance profiles in an account.
        instance_profiles = 1000,
        /// OpenID Connect providers in an account.
        oidc_providers = 100,
        /// SAML providers in an account.
        saml_providers = 100,
        /// Identity providers in the metadata of a SAML provider.
        identities_per_saml_provider = 10,
        /// Certificates in the metadata of a SAML provider.
        keys_per_saml_provider = 10,
        /// Client ids of an OpenID Connect provider.
        client_ids_per_oidc_provider = 100,
        /// Groups that a user may be in.
        groups_per_user = 10,
        /// Access keys that a user, or the root user, may have.
        access_keys_per_user = 2,
        /// MFA devices that a user, or the root user, may have.
        mfa_devices_per_user = 8,
        /// Server certificates in an account.
        server_certificates = 20,
        /// Signing certificates that a user, or the root user, may have.
        signing_certificates_per_user = 2,
        /// SSH public keys that a user may have.
        ssh_public_keys_per_user = 5,
        /// Credentials that a user may have for each service.
        credentials_per_service_and_user = 2,
        /// Managed policies attached to a user.
        policies_per_user = 10,
        /// Managed policies attached to a group.
        policies_per_group = 10,
        /// Managed policies attached to a role.
        policies_per_role = 10,
        /// Versions of a managed policy.
        versions_per_policy = 5,
        /// Versions of all managed policies of an account's own together.
        policy_versions_in_use = 10000,
        /// Size of a version of a managed policy.
        policy_size = 6144,
        /// Size of all inline policies of a user together.
        user_policy_size = 2048,
        /// Size of all inline policies of a group together.
        group_policy_size = 5120,
        /// Size of all inline policies of a role together.
        role_policy_size = 10240,
        /// Size of a role's trust policy.
        trust_policy_size = 2048,
    }
}

/// Refuses one more of something that there are `count` of already.
///
/// # Errors
/// `LimitExceeded` with the quota's name, for example `UsersPerAccount`.
pub(crate) fn refuse_more(count: usize, quota: u32, name: &str) -> Result<(), ServiceError> {
    if count < quota as usize { Ok(()) } else { Err(exceeded(quota, name)) }
}

/// Refuses something of a size beyond the quota.
///
/// # Errors
/// `LimitExceeded` with the quota's name, for example `PolicySize`.
pub(crate) fn refuse_larger(size: usize, quota: u32, name: &str) -> Result<(), ServiceError> {
    if size <= quota as usize { Ok(()) } else { Err(exceeded(quota, name)) }
}

fn exceeded(quota: u32, name: &str) -> ServiceError {
    ErrorCode::LimitExceeded.with(format!("Cannot exceed quota for {name}: {quota}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quota_can_be_used_up_and_not_exceeded() {
        assert_eq!(refuse_more(1, 2, "AccessKeysPerUser"), Ok(()));
        let error = refuse_more(2, 2, "AccessKeysPerUser").unwrap_err();
        assert_eq!(error.to_string(), "LimitExceeded (409): Cannot exceed quota for AccessKeysPerUser: 2");
        assert_eq!(refuse_larger(2048, 2048, "ACLSizePerRole"), Ok(()));
        assert!(refuse_larger(2049, 2048, "ACLSizePerRole").is_err());
    }

    #[test]
    fn settings_override_single_quotas() {
        let quotas: Quotas = serde_json::from_str(r#"{"users": 100000}"#).unwrap();
        assert_eq!(quotas, Quotas { users: 100_000, ..Quotas::default() });
        assert!(serde_json::from_str::<Quotas>(r#"{"user": 1}"#).is_err());
    }
}
