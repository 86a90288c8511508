//! `ListPoliciesGrantingServiceAccess`.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;
use awsim_policy::catalogue::{self, Service};
use awsim_policy::{Policy, grants};

use super::entities::{entity_type, no_such_service};
use super::subject::{managed, parse};
use crate::Iam;
use crate::entity::Entity;
use crate::generated::operations::ListPoliciesGrantingServiceAccess;
use crate::generated::{
    ListPoliciesGrantingServiceAccessEntry, ListPoliciesGrantingServiceAccessRequest,
    ListPoliciesGrantingServiceAccessResponse, PolicyGrantingServiceAccess, PolicyType,
};
use crate::pagination::PageRequest;

impl Handler<ListPoliciesGrantingServiceAccess> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &ListPoliciesGrantingServiceAccessRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Entity::check("iam:ListPoliciesGrantingServiceAccess", cx, state, &input.arn)])
    }

    fn call(
        &self,
        input: ListPoliciesGrantingServiceAccessRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListPoliciesGrantingServiceAccessResponse, ServiceError> {
        // The services are listed in the order of the request, so that a marker serves for the same services only.
        let namespaces = input.service_namespaces.join(" ");
        let listing = format!("ListPoliciesGrantingServiceAccess {} {namespaces}", input.arn);
        let request = PageRequest::new(&listing, input.marker.as_deref(), None)?;
        let mut services: Vec<&'static Service> = Vec::new();
        for namespace in &input.service_namespaces {
            let service = catalogue::service(namespace).ok_or_else(|| no_such_service(namespace))?;
            if !services.contains(&service) {
                services.push(service);
            }
        }
        let entity = Entity::find(state, cx.account(), &input.arn)?;
        let policies = policies(state, cx, entity)?;
        let page = request.cut(services.into_iter().map(|service| {
            let granting = policies.iter().filter(|(policy, _)| grants::grants_service([policy], service));
            let entry = ListPoliciesGrantingServiceAccessEntry {
                service_namespace: Some(service.prefix().to_owned()),
                policies: Some(granting.map(|(_, described)| described.clone()).collect()),
            };
            (service.prefix(), entry)
        }));
        Ok(ListPoliciesGrantingServiceAccessResponse {
            policies_granting_service_access: page.items,
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}

/// The policies of a user, group or role, of a user also those of the groups, as this operation describes them: managed
/// policies once, whoever has them.
///
/// # Errors
/// `PolicyEvaluation` (500) if one cannot be read.
fn policies(
    state: &View,
    cx: &Context<'_>,
    entity: Entity<'_>,
) -> Result<Vec<(Policy, PolicyGrantingServiceAccess)>, ServiceError> {
    let holders = entity.with_groups(state, cx.account());
    let mut policies: Vec<(Policy, PolicyGrantingServiceAccess)> = Vec::new();
    for arn in holders.iter().flat_map(|holder| &holder.held().attached) {
        if policies.iter().any(|(_, known)| known.policy_arn.as_deref() == Some(&**arn)) {
            continue;
        }
        let described = PolicyGrantingServiceAccess {
            policy_name: arn.rsplit('/').next().unwrap_or(arn).to_owned(),
            policy_type: PolicyType::Managed,
            policy_arn: Some(arn.to_string()),
            entity_type: None,
            entity_name: None,
        };
        policies.push((managed(state, cx.account(), arn)?, described));
    }
    for holder in holders {
        for inline in &holder.held().inline {
            let described = PolicyGrantingServiceAccess {
                policy_name: inline.name.to_string(),
                policy_type: PolicyType::Inline,
                policy_arn: None,
                entity_type: Some(entity_type(holder.kind())),
                entity_name: Some(holder.name().to_owned()),
            };
            policies.push((parse(&inline.name, &inline.document)?, described));
        }
    }
    Ok(policies)
}
