//! `ListRoles`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::summary;
use crate::generated::operations::ListRoles;
use crate::generated::{ListRolesRequest, ListRolesResponse};
use crate::pagination::PageRequest;
use crate::state::{ROLES, Role};
use crate::{Iam, access};

impl Handler<ListRoles> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &ListRolesRequest,
        cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![access::on_listing::<Role>("iam:ListRoles", cx, input.path_prefix.as_deref())])
    }

    fn call(
        &self,
        input: ListRolesRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListRolesResponse, ServiceError> {
        let request = PageRequest::new("ListRoles", input.marker.as_deref(), input.max_items)?;
        let prefix = input.path_prefix.as_deref();
        let page = request.fill(
            state
                .iter_from(&ROLES, cx.account(), request.start())
                .filter(|(_, role)| role.path.has_prefix(prefix))
                .map(|(key, role)| (key, summary(cx, state, role))),
        );
        Ok(ListRolesResponse {
            roles: page.items,
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
