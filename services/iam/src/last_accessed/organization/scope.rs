//! What a report on an organization covers: the services that policies allow, and the accounts that count.

use awsim_plugin::account::AccountId;
use awsim_plugin::context::Context;
use awsim_plugin::directory::{Guardrails, OrganizationRecord, PolicyDocument};
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;
use awsim_policy::{Policy, PolicyKind, catalogue, grants};

use crate::generated::ErrorCode;
use crate::organization_features::managed_by_caller;
use crate::state::ReportedAccount;

/// What a report covers.
pub(super) struct Scope {
    /// The namespaces of the services that the policies allow, in their order.
    pub(super) granted: Vec<&'static str>,
    /// The accounts whose accesses count.
    pub(super) accounts: Vec<ReportedAccount>,
}

impl Scope {
    /// What a report on the entity at the end of a path covers, or on what a policy allows there.
    ///
    /// # Errors
    /// The errors of the caller not managing an organization; `InvalidInput` (400) if the path or the policy is not of
    /// this organization, or if it has no service control policies.
    pub(super) fn of(
        cx: &Context<'_>,
        state: &View,
        path: &str,
        policy: Option<&str>,
    ) -> Result<Self, ServiceError> {
        let (guardrails, organization) = managed_by_caller(cx, state)?;
        let path = path.trim_end_matches('/');
        let manager = organization.management_account;
        let accounts = accounts(guardrails, state, &organization, path);
        if let [only] = accounts.as_slice()
            && only.account == manager
        {
            // Service control policies do not limit the management account.
            let all = catalogue::services().iter().map(catalogue::Service::prefix).collect();
            return Ok(Self { granted: all, accounts });
        }
        let levels = guardrails.policies_on_path(state, manager, path).ok_or_else(|| {
            let message = format!(
                "The entity path {path} leads to nothing in the organization {}, or service control policies are not \
                 enabled at its root.",
                organization.id
            );
            ErrorCode::InvalidInput.with(message)
        })?;
        let mut accounts: Vec<_> = accounts.into_iter().filter(|one| one.account != manager).collect();
        let granted = match policy {
            None => allowed_by_levels(&levels)?,
            Some(id) => {
                let applied = guardrails.service_control_policy(state, manager, id).ok_or_else(|| {
                    ErrorCode::InvalidInput.with(format!("There is no service control policy {id}."))
                })?;
                accounts.retain(|one| applied.accounts.contains(&one.account));
                allowed_by_levels(&[vec![applied.document]])?
            }
        };
        Ok(Self { granted, accounts })
    }
}

/// The accounts of the organization at the end of a path or below it, with their paths.
fn accounts(
    guardrails: &dyn Guardrails,
    state: &View,
    organization: &OrganizationRecord,
    path: &str,
) -> Vec<ReportedAccount> {
    let placed = |account: AccountId, parent: &str| format!("{}/{account}", parent.trim_end_matches('/'));
    let below = format!("{path}/");
    guardrails
        .members(state, organization.management_account)
        .into_iter()
        .map(|member| (member.account, placed(member.account, &member.path)))
        .filter(|(_, place)| *place == path || place.starts_with(&below))
        .map(|(account, place)| ReportedAccount { account, path: place.into() })
        .collect()
}

/// The services of which every level allows an action.
fn allowed_by_levels(levels: &[Vec<PolicyDocument>]) -> Result<Vec<&'static str>, ServiceError> {
    let parse = |document: &PolicyDocument| {
        Policy::parse_stored(PolicyKind::ServiceControl, &document.text).map_err(|error| {
            ErrorCode::PolicyEvaluation
                .with(format!("The policy {} cannot be evaluated: {error}.", document.source))
        })
    };
    let levels: Vec<Vec<Policy>> =
        levels.iter().map(|level| level.iter().map(parse).collect()).collect::<Result<_, ServiceError>>()?;
    let allowed = catalogue::services().iter().filter(|service| {
        let actions = || service.actions().map(|action| action.to_string());
        levels.iter().all(|level| grants::grants_service(level, service))
            && actions().any(|action| levels.iter().all(|level| grants::grants_action(level, &action)))
    });
    Ok(allowed.map(catalogue::Service::prefix).collect())
}
