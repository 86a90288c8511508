//! An organization for tests: a root with one unit, in which the tests' account and another are, or which it manages.

use awsim_plugin::account::AccountId;
use awsim_plugin::directory::{
    AppliedPolicy, Guardrails, MemberRecord, OrganizationRecord, PolicyDocument, UnitRecord,
};
use awsim_plugin::store::View;

use super::ACCOUNT;

/// What the organization is like.
#[derive(Clone, Debug)]
pub(crate) struct Organization {
    pub(crate) management_account: AccountId,
    pub(crate) all_features: bool,
    pub(crate) trusts_iam: bool,
    pub(crate) administrators: Vec<AccountId>,
    /// The service control policies of the root, and of the unit in it.
    pub(crate) policies: [&'static str; 2],
}

impl Default for Organization {
    fn default() -> Self {
        Self {
            management_account: ACCOUNT,
            all_features: true,
            trusts_iam: false,
            administrators: Vec::new(),
            policies: [ALLOW_ALL; 2],
        }
    }
}

impl Organization {
    /// The path of the root.
    pub(crate) const ROOT: &str = "o-a1b2c3d4e5/r-f6g7";
    /// The path of the unit.
    pub(crate) const UNIT: &str = "o-a1b2c3d4e5/r-f6g7/ou-f6g7-k9l8m7n6";
    /// The account in the unit.
    pub(crate) const MEMBER: AccountId = AccountId::from_number(210_987_654_321).unwrap();
}

/// A policy that allows everything.
const ALLOW_ALL: &str =
    r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#;

fn document(source: &str, text: &str) -> PolicyDocument {
    PolicyDocument { source: source.to_owned(), text: text.into() }
}

impl Guardrails for Organization {
    fn service(&self) -> &'static str {
        "organizations"
    }

    fn service_control_policies(&self, _: &View, _: AccountId) -> Vec<Vec<PolicyDocument>> {
        Vec::new()
    }

    fn resource_control_policies(&self, _: &View, _: AccountId) -> Vec<Vec<PolicyDocument>> {
        Vec::new()
    }

    fn is_closed(&self, _: &View, _: AccountId) -> bool {
        false
    }

    fn organization(&self, _: &View, _: AccountId) -> Option<OrganizationRecord> {
        Some(OrganizationRecord {
            id: "o-a1b2c3d4e5".to_owned(),
            arn: "arn:aws:organizations::123456789012:organization/o-a1b2c3d4e5".to_owned(),
            management_account: self.management_account,
            all_features: self.all_features,
            root_id: "r-f6g7".to_owned(),
        })
    }

    fn organization_path(&self, state: &View, account: AccountId) -> Option<String> {
        self.members(state, account).into_iter().find(|member| member.account == account).map(|one| one.path)
    }

    fn members(&self, _: &View, _: AccountId) -> Vec<MemberRecord> {
        let member = |account, path: &str| MemberRecord {
            account,
            name: account.to_string(),
            email: format!("{account}@example.com"),
            active: true,
            path: format!("{path}/"),
        };
        vec![member(ACCOUNT, Self::ROOT), member(Self::MEMBER, Self::UNIT)]
    }

    fn units(&self, _: &View, _: AccountId) -> Vec<UnitRecord> {
        vec![UnitRecord {
            id: "ou-f6g7-k9l8m7n6".to_owned(),
            name: "unit".to_owned(),
            path: format!("{}/", Self::UNIT),
        }]
    }

    fn trusted_services(&self, _: &View, _: AccountId) -> Vec<String> {
        if self.trusts_iam { vec!["iam.amazonaws.com".to_owned()] } else { Vec::new() }
    }

    fn delegated_administrators(&self, _: &View, _: AccountId, _: &str) -> Vec<AccountId> {
        self.administrators.clone()
    }

    fn policies_on_path(&self, _: &View, _: AccountId, path: &str) -> Option<Vec<Vec<PolicyDocument>>> {
        let levels: Vec<_> = self.policies.iter().map(|text| vec![document("p-level", text)]).collect();
        match path {
            Self::ROOT => Some(levels[..1].to_vec()),
            Self::UNIT => Some(levels),
            _ => path.strip_prefix(Self::UNIT).map(|_| levels),
        }
    }

    fn service_control_policy(&self, _: &View, _: AccountId, policy_id: &str) -> Option<AppliedPolicy> {
        (policy_id == "p-ofthisunit").then(|| AppliedPolicy {
            document: document(policy_id, self.policies[1]),
            accounts: vec![Self::MEMBER],
        })
    }
}
