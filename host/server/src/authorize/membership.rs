//! Where accounts stand in an organization.

use awsim_plugin::account::AccountId;
use awsim_plugin::directory::Guardrails;
use awsim_plugin::store::View;

/// Where an account stands in its organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Membership {
    /// The organization's id (`aws:PrincipalOrgID`, `aws:ResourceOrgID`).
    pub(crate) organization_id: String,
    /// The way to the account (`aws:PrincipalOrgPaths`, `aws:ResourceOrgPaths`).
    pub(crate) path: Option<String>,
    /// Whether it manages the organization, whose policies never limit it.
    pub(crate) manages: bool,
}

impl Membership {
    /// The membership of an account; none if it is in no organization.
    pub(crate) fn of(guardrails: &dyn Guardrails, state: &View, account: AccountId) -> Option<Self> {
        let organization = guardrails.organization(state, account)?;
        Some(Self {
            path: guardrails.organization_path(state, account),
            manages: organization.management_account == account,
            organization_id: organization.id,
        })
    }
}
