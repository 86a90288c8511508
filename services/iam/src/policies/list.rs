//! `ListPolicies`: the account's own policies by name, then AWS's by ARN.

use std::ops::Bound;

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use crate::generated::operations::ListPolicies;
use crate::generated::{ListPoliciesRequest, ListPoliciesResponse, Policy, PolicyScopeType, PolicyUsageType};
use crate::pagination::PageRequest;
use crate::policy_ref::PolicyRef;
use crate::state::{CUSTOMER_POLICIES, CustomerPolicy};
use crate::{Iam, managed_policies};

/// In front of the keys of the account's own policies in markers.
const CUSTOMER: &str = "customer/";
/// In front of the ARNs of AWS's policies in markers; ordered after [`CUSTOMER`].
const MANAGED: &str = "managed/";

impl Handler<ListPolicies> for Iam {
    type Mode = Read;

    fn access(
        &self,
        _input: &ListPoliciesRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("iam:ListPolicies")])
    }

    fn call(
        &self,
        input: ListPoliciesRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListPoliciesResponse, ServiceError> {
        let request = PageRequest::new("ListPolicies", input.marker.as_deref(), input.max_items)?;
        let scope = input.scope.unwrap_or(PolicyScopeType::All);
        let own = customer_policies(state, cx, request.after())
            .filter(|_| scope != PolicyScopeType::Aws)
            .map(|(key, policy)| (format!("{CUSTOMER}{key}"), PolicyRef::Customer(policy)));
        let aws = aws_policies(request.after())
            .iter()
            .filter(|_| scope != PolicyScopeType::Local)
            .map(|policy| (format!("{MANAGED}{}", policy.arn), PolicyRef::Aws(policy)));
        let page = request.fill(
            own.chain(aws)
                .filter(|(_, policy)| {
                    input.path_prefix.as_deref().is_none_or(|prefix| policy.path().starts_with(prefix))
                })
                .map(|(key, policy)| (key, policy.summary(state, cx)))
                .filter(|(_, policy)| is_wanted(policy, &input)),
        );
        Ok(ListPoliciesResponse {
            policies: Some(page.items),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}

/// The account's own policies after a key of this listing.
fn customer_policies<'v>(
    state: &'v View,
    cx: &Context<'_>,
    after: Option<&str>,
) -> impl Iterator<Item = (&'v String, &'v CustomerPolicy)> + use<'v> {
    let after_all = after.is_some_and(|after| after.starts_with(MANAGED));
    let from = match after.and_then(|after| after.strip_prefix(CUSTOMER)) {
        Some(key) => Bound::Excluded(key),
        None => Bound::Unbounded,
    };
    state.iter_from(&CUSTOMER_POLICIES, cx.account(), from).take_while(move |_| !after_all)
}

/// AWS's policies after a key of this listing.
fn aws_policies(after: Option<&str>) -> &'static [managed_policies::ManagedPolicy] {
    match after.and_then(|after| after.strip_prefix(MANAGED)) {
        Some(arn) => managed_policies::after(arn),
        None => managed_policies::all(),
    }
}

/// Whether a policy is used in the way that the request asks for. A usage filter by itself asks for policies that are
/// used so; `OnlyAttached` by itself asks for policies attached to an identity.
fn is_wanted(policy: &Policy, input: &ListPoliciesRequest) -> bool {
    let attachments = policy.attachment_count.unwrap_or_default();
    let boundaries = policy.permissions_boundary_usage_count.unwrap_or_default();
    match (input.policy_usage_filter, input.only_attached) {
        (Some(PolicyUsageType::PermissionsBoundary), _) => boundaries > 0,
        (Some(PolicyUsageType::PermissionsPolicy), _) | (None, Some(true)) => attachments > 0,
        (None, _) => true,
    }
}
