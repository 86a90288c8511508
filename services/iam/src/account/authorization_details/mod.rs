//! `GetAccountAuthorizationDetails`: all users, groups, roles and managed policies with everything that permissions hang
//! on, in one listing.

mod describe;
mod entities;

#[cfg(test)]
mod tests;

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use self::entities::{Entity, Kind, entities};
use crate::Iam;
use crate::generated::operations::GetAccountAuthorizationDetails;
use crate::generated::{GetAccountAuthorizationDetailsRequest, GetAccountAuthorizationDetailsResponse};
use crate::pagination::PageRequest;

impl Handler<GetAccountAuthorizationDetails> for Iam {
    type Mode = Read;

    fn access(
        &self,
        _input: &GetAccountAuthorizationDetailsRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("iam:GetAccountAuthorizationDetails")])
    }

    fn call(
        &self,
        input: GetAccountAuthorizationDetailsRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<GetAccountAuthorizationDetailsResponse, ServiceError> {
        let listing = "GetAccountAuthorizationDetails";
        let request = PageRequest::new(listing, input.marker.as_deref(), input.max_items)?;
        let filter = input.filter.as_deref().unwrap_or_default();
        let is_wanted = |kind: Kind| filter.is_empty() || filter.contains(&kind.entity_type());
        let page = request.fill(
            Kind::ALL
                .into_iter()
                .filter(|kind| is_wanted(*kind))
                .flat_map(|kind| entities(state, cx.account(), kind, request.after())),
        );

        let (mut users, mut groups, mut roles, mut policies) = (vec![], vec![], vec![], vec![]);
        for entity in page.items {
            match entity {
                Entity::User(user) => users.push(describe::user(cx, state, user)),
                Entity::Group(group) => groups.push(describe::group(cx, group)),
                Entity::Role(role) => roles.push(describe::role(cx, state, role)),
                Entity::Policy(policy) => policies.push(describe::policy(cx, state, policy)),
            }
        }
        Ok(GetAccountAuthorizationDetailsResponse {
            user_detail_list: Some(users),
            group_detail_list: Some(groups),
            role_detail_list: Some(roles),
            policies: Some(policies),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
