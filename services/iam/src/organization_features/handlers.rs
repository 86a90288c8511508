//! The operations.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read, Write};
use awsim_plugin::store::{Transaction, View};

use super::{administered, features, listed, refuse_member};
use crate::Iam;
use crate::generated::operations::*;
use crate::generated::*;
use crate::state::{ORGANIZATION_FEATURES, OrganizationFeatures};

/// Turns features on or off and returns the organization's id with what is on then.
///
/// # Errors
/// Those of [`administered`]; only the management account turns a feature on.
fn change(
    cx: &Context<'_>,
    state: &mut Transaction,
    turns_on: bool,
    feature: fn(&mut OrganizationFeatures) -> &mut bool,
) -> Result<(String, Vec<FeatureType>), ServiceError> {
    let organization = administered(cx, state)?;
    if turns_on {
        refuse_member(cx, &organization)?;
    }
    let mut on = features(state, organization.management_account);
    let before = std::mem::replace(feature(&mut on), turns_on);
    if before != turns_on {
        state.insert(&ORGANIZATION_FEATURES, organization.management_account, (), on);
    }
    Ok((organization.id, listed(on)))
}

/// Writes the handler of an operation that turns a feature on or off.
macro_rules! change {
    ($operation:ident($request:ty) -> $response:ident = $action:literal, $turns_on:literal, $feature:ident) => {
        impl Handler<$operation> for Iam {
            type Mode = Write;

            fn access(
                &self,
                _input: &$request,
                _cx: &Context<'_>,
                _state: &View,
            ) -> Result<Access, ServiceError> {
                Ok(vec![Check::on_any($action)])
            }

            fn call(
                &self,
                _input: $request,
                cx: &Context<'_>,
                state: &mut Transaction,
            ) -> Result<$response, ServiceError> {
                let (id, on) = change(cx, state, $turns_on, |features| &mut features.$feature)?;
                Ok($response { organization_id: Some(id), enabled_features: Some(on) })
            }
        }
    };
}

change! {
    EnableOrganizationsRootCredentialsManagement(EnableOrganizationsRootCredentialsManagementRequest)
        -> EnableOrganizationsRootCredentialsManagementResponse
        = "iam:EnableOrganizationsRootCredentialsManagement", true, root_credentials_management
}
change! {
    DisableOrganizationsRootCredentialsManagement(DisableOrganizationsRootCredentialsManagementRequest)
        -> DisableOrganizationsRootCredentialsManagementResponse
        = "iam:DisableOrganizationsRootCredentialsManagement", false, root_credentials_management
}
change! {
    EnableOrganizationsRootSessions(EnableOrganizationsRootSessionsRequest)
        -> EnableOrganizationsRootSessionsResponse
        = "iam:EnableOrganizationsRootSessions", true, root_sessions
}
change! {
    DisableOrganizationsRootSessions(DisableOrganizationsRootSessionsRequest)
        -> DisableOrganizationsRootSessionsResponse
        = "iam:DisableOrganizationsRootSessions", false, root_sessions
}

impl Handler<ListOrganizationsFeatures> for Iam {
    type Mode = Read;

    fn access(
        &self,
        _input: &ListOrganizationsFeaturesRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("iam:ListOrganizationsFeatures")])
    }

    fn call(
        &self,
        _input: ListOrganizationsFeaturesRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListOrganizationsFeaturesResponse, ServiceError> {
        let organization = administered(cx, state)?;
        let on = listed(features(state, organization.management_account));
        Ok(ListOrganizationsFeaturesResponse {
            organization_id: Some(organization.id),
            enabled_features: Some(on),
        })
    }
}
