//! Root access to the member accounts of an organization, managed from one place ("Centrally manage root access for
//! member accounts" in the IAM User Guide).
//!
//! What is on is kept in the management account. The organization is known through the host's
//! [`Guardrails`]; without a service that offers them no account is in one.

mod handlers;
#[cfg(test)]
mod tests;

use awsim_plugin::account::AccountId;
use awsim_plugin::context::Context;
use awsim_plugin::directory::{CentralRootAccess, Guardrails, OrganizationRecord};
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;

use crate::generated::{ErrorCode, FeatureType};
use crate::state::{ORGANIZATION_FEATURES, OrganizationFeatures};

/// The name by which organizations know IAM.
const SERVICE_PRINCIPAL: &str = "iam.amazonaws.com";

/// The organization of the caller's account, which has to manage it, and what knows of it.
///
/// # Errors
/// `OrganizationNotFoundException` (400) if the account is in none, `CallerIsNotManagementAccountException` (400) if it is
/// a member.
pub(crate) fn managed_by_caller<'c>(
    cx: &Context<'c>,
    state: &View,
) -> Result<(&'c dyn Guardrails, OrganizationRecord), ServiceError> {
    let (guardrails, organization) = of_caller(cx, state)?;
    refuse_member(cx, &organization)?;
    Ok((guardrails, organization))
}

fn of_caller<'c>(
    cx: &Context<'c>,
    state: &View,
) -> Result<(&'c dyn Guardrails, OrganizationRecord), ServiceError> {
    let found = cx.host.guardrails().and_then(|guardrails| {
        let organization = guardrails.organization(state, cx.account())?;
        Some((guardrails, organization))
    });
    found.ok_or_else(|| {
        let message = format!("The account {} is not in an organization.", cx.account());
        ErrorCode::OrganizationNotFound.with(message)
    })
}

fn refuse_member(cx: &Context<'_>, organization: &OrganizationRecord) -> Result<(), ServiceError> {
    if organization.management_account == cx.account() {
        return Ok(());
    }
    let message = format!(
        "The account {} is not the management account of the organization {}.",
        cx.account(),
        organization.id
    );
    Err(ErrorCode::CallerIsNotManagementAccount.with(message))
}

/// The organization of the caller's account, which has to administer root access in it.
///
/// # Errors
/// `OrganizationNotFoundException`, `OrganizationNotInAllFeaturesModeException`,
/// `AccountNotManagementOrDelegatedAdministratorException` and `ServiceAccessNotEnabledException` (400 all), in this order.
fn administered(cx: &Context<'_>, state: &View) -> Result<OrganizationRecord, ServiceError> {
    let (guardrails, organization) = of_caller(cx, state)?;
    if !organization.all_features {
        return Err(ErrorCode::OrganizationNotInAllFeaturesMode
            .with(format!("The organization {} does not have all features enabled.", organization.id)));
    }
    let account = cx.account();
    let administers = organization.management_account == account
        || guardrails.delegated_administrators(state, account, SERVICE_PRINCIPAL).contains(&account);
    if !administers {
        return Err(ErrorCode::AccountNotManagementOrDelegatedAdministrator.with(format!(
            "The account {account} is neither the management account nor a delegated administrator for IAM of the \
             organization {}.",
            organization.id
        )));
    }
    if !guardrails.trusts(state, account, SERVICE_PRINCIPAL) {
        return Err(ErrorCode::ServiceAccessNotEnabled.with(format!(
            "Trusted access for {SERVICE_PRINCIPAL} is not enabled in the organization {}.",
            organization.id
        )));
    }
    Ok(organization)
}

/// What is on in the organization with this management account.
fn features(state: &View, management_account: AccountId) -> OrganizationFeatures {
    state.get(&ORGANIZATION_FEATURES, management_account, &()).copied().unwrap_or_default()
}

/// The same for other services.
pub(crate) fn central_root_access(state: &View, management_account: AccountId) -> CentralRootAccess {
    let features = features(state, management_account);
    CentralRootAccess {
        credentials_management: features.root_credentials_management,
        sessions: features.root_sessions,
    }
}

/// The features that are on, as answers list them.
fn listed(features: OrganizationFeatures) -> Vec<FeatureType> {
    let of = |feature, is_on: bool| is_on.then_some(feature);
    let all = [
        of(FeatureType::RootCredentialsManagement, features.root_credentials_management),
        of(FeatureType::RootSessions, features.root_sessions),
    ];
    all.into_iter().flatten().collect()
}
