//! `CreateOrganization`.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::description;
use crate::accounts;
use crate::generated::operations::CreateOrganization;
use crate::generated::{AccountJoinedMethod, OrganizationFeatureSet};
use crate::generated::{CreateOrganizationRequest, CreateOrganizationResponse};
use crate::state::{ORGANIZATIONS, Organization};
use crate::tags::Tags;
use crate::{Organizations, errors, ids, service_linked_role};

impl Handler<CreateOrganization> for Organizations {
    type Mode = Write;

    fn access(
        &self,
        _input: &CreateOrganizationRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("organizations:CreateOrganization")])
    }

    fn call(
        &self,
        input: CreateOrganizationRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<CreateOrganizationResponse, ServiceError> {
        let account = cx.account();
        if Organization::of(state, account).is_some() {
            return Err(errors::already_in_organization());
        }
        service_linked_role::refuse_without_permission(cx, state)?;
        let organization = Organization {
            id: ids::new(ids::ORGANIZATION)?.into(),
            created: cx.now,
            all_features: input.feature_set != Some(OrganizationFeatureSet::ConsolidatedBilling),
            root_id: ids::new(ids::ROOT)?.into(),
            // The API reference says that service control policies are enabled then. They are not: clients that make
            // organizations enable them themselves, which would fail.
            enabled_types: Vec::new(),
            root_tags: Tags::NONE,
        };
        let answer = description(state, account, &organization);
        state.insert(&ORGANIZATIONS, account, (), organization);
        accounts::join(state, account, account, AccountJoinedMethod::Invited, Tags::NONE, cx.now)?;
        Ok(CreateOrganizationResponse { organization: Some(answer) })
    }
}
