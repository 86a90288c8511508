//! `GetAccountSummary`: how much there is of everything, and how much there may be.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use crate::Iam;
use crate::generated::operations::GetAccountSummary;
use crate::generated::{GetAccountSummaryResponse, SummaryKeyType};
use crate::state::{
    CUSTOMER_POLICIES, CustomerPolicy, GROUPS, INSTANCE_PROFILES, MFA_DEVICES, OIDC_PROVIDERS, ROLES,
    ROOT_USER, SAML_PROVIDERS, SERVER_CERTIFICATES, TokenVersion, USERS,
};

impl Handler<GetAccountSummary> for Iam {
    type Mode = Read;

    fn access(&self, _input: &(), _cx: &Context<'_>, _state: &View) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("iam:GetAccountSummary")])
    }

    fn call(
        &self,
        _input: (),
        cx: &Context<'_>,
        state: &View,
    ) -> Result<GetAccountSummaryResponse, ServiceError> {
        let usage = usage(cx, state).into_iter();
        let quotas = self.summary_of_quotas().into_iter();
        let entry = |(key, value): (SummaryKeyType, usize)| {
            (key.as_str().to_owned(), i32::try_from(value).unwrap_or(i32::MAX))
        };
        Ok(GetAccountSummaryResponse { summary_map: Some(usage.chain(quotas).map(entry).collect()) })
    }
}

fn usage(cx: &Context<'_>, state: &View) -> [(SummaryKeyType, usize); 15] {
    use SummaryKeyType as Key;
    let account = cx.account();
    let root = state.get(&ROOT_USER, account, &());
    let root_has_certificates = root.is_some_and(|root| !root.signing_certificates.is_empty());
    let mfa_devices_in_use =
        state.iter(&MFA_DEVICES, account).filter(|(_, device)| device.assignment.is_some()).count();
    [
        (Key::Users, state.count(&USERS, account)),
        (Key::Groups, state.count(&GROUPS, account)),
        (Key::Roles, state.count(&ROLES, account)),
        (Key::Policies, state.count(&CUSTOMER_POLICIES, account)),
        (Key::PolicyVersionsInUse, CustomerPolicy::versions_in_use(state, account)),
        (Key::InstanceProfiles, state.count(&INSTANCE_PROFILES, account)),
        (Key::AccountAccessKeysPresent, usize::from(root.is_some_and(|root| !root.access_keys.is_empty()))),
        (Key::GlobalEndpointTokenVersion, TokenVersion::of(state, account).number()),
        (Key::AccountMFAEnabled, usize::from(root.is_some_and(|root| !root.sign_in.mfa_devices.is_empty()))),
        (Key::AccountPasswordPresent, usize::from(root.is_some_and(|root| root.sign_in.has_password()))),
        (Key::AccountSigningCertificatesPresent, usize::from(root_has_certificates)),
        (Key::MFADevices, state.count(&MFA_DEVICES, account)),
        (Key::MFADevicesInUse, mfa_devices_in_use),
        (Key::Providers, state.count(&OIDC_PROVIDERS, account) + state.count(&SAML_PROVIDERS, account)),
        (Key::ServerCertificates, state.count(&SERVER_CERTIFICATES, account)),
    ]
}

impl Iam {
    fn summary_of_quotas(&self) -> [(SummaryKeyType, usize); 19] {
        use SummaryKeyType as Key;
        let quotas = self.quotas();
        [
            (Key::UsersQuota, quotas.users),
            (Key::GroupsQuota, quotas.groups),
            (Key::RolesQuota, quotas.roles),
            (Key::PoliciesQuota, quotas.policies),
            (Key::InstanceProfilesQuota, quotas.instance_profiles),
            (Key::GroupsPerUserQuota, quotas.groups_per_user),
            (Key::AccessKeysPerUserQuota, quotas.access_keys_per_user),
            (Key::AttachedPoliciesPerUserQuota, quotas.policies_per_user),
            (Key::AttachedPoliciesPerGroupQuota, quotas.policies_per_group),
            (Key::AttachedPoliciesPerRoleQuota, quotas.policies_per_role),
            (Key::VersionsPerPolicyQuota, quotas.versions_per_policy),
            (Key::PolicySizeQuota, quotas.policy_size),
            (Key::UserPolicySizeQuota, quotas.user_policy_size),
            (Key::GroupPolicySizeQuota, quotas.group_policy_size),
            (Key::RolePolicySizeQuota, quotas.role_policy_size),
            (Key::AssumeRolePolicySizeQuota, quotas.trust_policy_size),
            (Key::PolicyVersionsInUseQuota, quotas.policy_versions_in_use),
            (Key::SigningCertificatesPerUserQuota, quotas.signing_certificates_per_user),
            (Key::ServerCertificatesQuota, quotas.server_certificates),
        ]
        .map(|(key, quota)| (key, quota as usize))
    }
}
