//! `CreatePolicy`.

use awsim_plugin::access::Access;
use awsim_plugin::account::AccountId;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};
use awsim_policy::PolicyKind;

use super::describe::created;
use crate::generated::operations::CreatePolicy;
use crate::generated::{CreatePolicyRequest, CreatePolicyResponse};
use crate::names::Path;
use crate::policy_document::PolicyText;
use crate::quotas::{refuse_larger, refuse_more};
use crate::state::{CUSTOMER_POLICIES, CustomerPolicy, PolicyVersion, Resource};
use crate::tags::{self, Tags};
use crate::{Iam, access, unique_id};

impl Handler<CreatePolicy> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &CreatePolicyRequest,
        cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        let check = |action| {
            access::on_new::<CustomerPolicy>(action, cx, input.path.as_deref(), &input.policy_name)
                .with_request_tags(tags::requested(input.tags.as_deref()))
        };
        let mut checks = vec![check("iam:CreatePolicy")];
        if input.tags.as_ref().is_some_and(|tags| !tags.is_empty()) {
            checks.push(check("iam:TagPolicy"));
        }
        Ok(checks)
    }

    fn call(
        &self,
        input: CreatePolicyRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<CreatePolicyResponse, ServiceError> {
        let account = cx.account();
        let tags = Tags::of_request::<CustomerPolicy>(input.tags)?;
        let document = document(self, &input.policy_document)?;
        CustomerPolicy::refuse_taken(state, account, &input.policy_name)?;
        refuse_more(state.count(&CUSTOMER_POLICIES, account), self.quotas().policies, "PoliciesPerAccount")?;
        refuse_one_more_version(self, state, account)?;
        let now = cx.now.to_the_second();
        let policy = CustomerPolicy {
            name: input.policy_name.into(),
            id: unique_id::new(unique_id::MANAGED_POLICY, account)?,
            path: Path::from(input.path),
            created: now,
            updated: now,
            description: input.description.map(Into::into),
            default_version: 1,
            last_version: 1,
            versions: vec![PolicyVersion { number: 1, created: now, document: document.into_text() }],
            tags,
        };
        let answer = created(&policy, state, cx);
        policy.insert(state, account);
        Ok(CreatePolicyResponse { policy: Some(answer) })
    }
}

/// Refuses one more version in an account that has as many as it may have. Their number is the sum over all policies, so
/// that it is asked for only where there can be so many.
///
/// # Errors
/// `LimitExceeded` (409).
pub(super) fn refuse_one_more_version(
    iam: &Iam,
    state: &View,
    account: AccountId,
) -> Result<(), ServiceError> {
    let quotas = iam.quotas();
    let most = state.count(&CUSTOMER_POLICIES, account).saturating_mul(quotas.versions_per_policy as usize);
    if most < quotas.policy_versions_in_use as usize {
        return Ok(());
    }
    let in_use = CustomerPolicy::versions_in_use(state, account);
    refuse_more(in_use, quotas.policy_versions_in_use, "PolicyVersionsInUse")
}

/// A document for a version of a managed policy.
///
/// # Errors
/// `MalformedPolicyDocument` (400), or `LimitExceeded` (409) if it is too large.
pub(super) fn document(iam: &Iam, text: &str) -> Result<PolicyText, ServiceError> {
    let document = PolicyText::parse(PolicyKind::Identity, text)?;
    refuse_larger(document.size(), iam.quotas().policy_size, "PolicySize")?;
    Ok(document)
}
