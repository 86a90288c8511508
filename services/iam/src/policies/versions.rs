//! The versions of managed policies.

use awsim_plugin::access::Access;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read, Write};
use awsim_plugin::store::{Transaction, View};

use super::create::{document, refuse_one_more_version};
use super::describe::version_id;
use super::lookup::{self, changeable};
use crate::generated::operations::{
    CreatePolicyVersion, DeletePolicyVersion, GetPolicyVersion, ListPolicyVersions, SetDefaultPolicyVersion,
};
use crate::generated::{
    CreatePolicyVersionRequest, CreatePolicyVersionResponse, DeletePolicyVersionRequest, ErrorCode,
    GetPolicyVersionRequest, GetPolicyVersionResponse, ListPolicyVersionsRequest, ListPolicyVersionsResponse,
    PolicyVersion as Version, SetDefaultPolicyVersionRequest,
};
use crate::managed_policies::{self, ManagedPolicy};
use crate::pagination::PageRequest;
use crate::policy_document::encoded;
use crate::policy_ref::PolicyRef;
use crate::state::{CustomerPolicy, PolicyVersion, Resource};
use crate::{Iam, errors};

impl Handler<CreatePolicyVersion> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &CreatePolicyVersionRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![lookup::check("iam:CreatePolicyVersion", cx, state, &input.policy_arn)])
    }

    fn call(
        &self,
        input: CreatePolicyVersionRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<CreatePolicyVersionResponse, ServiceError> {
        let policy = changeable(state, cx, &input.policy_arn, "iam:CreatePolicyVersion")?;
        let name = policy.name.clone();
        let document = document(self, &input.policy_document)?.into_text();
        let most = self.quotas().versions_per_policy;
        if policy.versions.len() >= most as usize {
            return Err(ErrorCode::LimitExceeded.with(format!(
                "A managed policy can have up to {most} versions. Before you create a new version, you must delete \
                 an existing version."
            )));
        }
        refuse_one_more_version(self, state, cx.account())?;
        let now = cx.now.to_the_second();
        let version = CustomerPolicy::change(state, cx.account(), &name, |policy| {
            policy.last_version += 1;
            policy.updated = now;
            if input.set_as_default == Some(true) {
                policy.default_version = policy.last_version;
            }
            let version = PolicyVersion { number: policy.last_version, created: now, document };
            let answer = describe(policy, &version);
            policy.versions.push(version);
            answer
        })?;
        Ok(CreatePolicyVersionResponse { policy_version: Some(version) })
    }
}

impl Handler<GetPolicyVersion> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &GetPolicyVersionRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![lookup::check("iam:GetPolicyVersion", cx, state, &input.policy_arn)])
    }

    fn call(
        &self,
        input: GetPolicyVersionRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<GetPolicyVersionResponse, ServiceError> {
        let version = match lookup::find(state, cx, &input.policy_arn)? {
            PolicyRef::Customer(policy) => {
                let version = number(&input.version_id).and_then(|number| policy.version(number));
                version.map(|version| describe_whole(policy, version))
            }
            PolicyRef::Aws(policy) => policy
                .versions()
                .find(|version| version.version_id == input.version_id)
                .map(|version| describe_aws_whole(policy, version)),
        };
        match version {
            Some(version) => Ok(GetPolicyVersionResponse { policy_version: Some(version) }),
            None => Err(errors::no_such_policy_version(&input.policy_arn, &input.version_id)),
        }
    }
}

impl Handler<ListPolicyVersions> for Iam {
    type Mode = Read;

    fn access(
        &self,
        input: &ListPolicyVersionsRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![lookup::check("iam:ListPolicyVersions", cx, state, &input.policy_arn)])
    }

    fn call(
        &self,
        input: ListPolicyVersionsRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<ListPolicyVersionsResponse, ServiceError> {
        let request = PageRequest::new("ListPolicyVersions", input.marker.as_deref(), input.max_items)?;
        let versions: Vec<Version> = match lookup::find(state, cx, &input.policy_arn)? {
            PolicyRef::Customer(policy) => {
                policy.versions.iter().rev().map(|version| describe(policy, version)).collect()
            }
            PolicyRef::Aws(policy) => policy.versions().map(describe_aws).collect(),
        };
        let page = request.cut(versions.into_iter().map(|version| (newest_first(&version), version)));
        Ok(ListPolicyVersionsResponse {
            versions: Some(page.items),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}

impl Handler<SetDefaultPolicyVersion> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &SetDefaultPolicyVersionRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![lookup::check("iam:SetDefaultPolicyVersion", cx, state, &input.policy_arn)])
    }

    fn call(
        &self,
        input: SetDefaultPolicyVersionRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let policy = changeable(state, cx, &input.policy_arn, "iam:SetDefaultPolicyVersion")?;
        let version = existing(policy, &input.policy_arn, &input.version_id)?.number;
        let name = policy.name.clone();
        CustomerPolicy::change(state, cx.account(), &name, |policy| policy.default_version = version)
    }
}

impl Handler<DeletePolicyVersion> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &DeletePolicyVersionRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![lookup::check("iam:DeletePolicyVersion", cx, state, &input.policy_arn)])
    }

    fn call(
        &self,
        input: DeletePolicyVersionRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<(), ServiceError> {
        let policy = changeable(state, cx, &input.policy_arn, "iam:DeletePolicyVersion")?;
        let version = existing(policy, &input.policy_arn, &input.version_id)?.number;
        if version == policy.default_version {
            return Err(ErrorCode::DeleteConflict.with("Cannot delete the default version of a policy."));
        }
        let name = policy.name.clone();
        CustomerPolicy::change(state, cx.account(), &name, |policy| {
            policy.versions.retain(|other| other.number != version);
        })
    }
}

/// All versions with their documents, newest first.
pub(crate) fn versions_with_documents(policy: PolicyRef<'_>) -> Vec<Version> {
    match policy {
        PolicyRef::Customer(policy) => {
            policy.versions.iter().rev().map(|version| describe_whole(policy, version)).collect()
        }
        PolicyRef::Aws(policy) => {
            policy.versions().map(|version| describe_aws_whole(policy, version)).collect()
        }
    }
}

/// A version as answers show it, with the document.
fn describe_whole(policy: &CustomerPolicy, version: &PolicyVersion) -> Version {
    Version { document: Some(encoded(&version.document)), ..describe(policy, version) }
}

/// A version of one of AWS's policies, with the document.
fn describe_aws_whole(policy: &ManagedPolicy, version: managed_policies::PolicyVersion) -> Version {
    let document = policy.document(version.version_id);
    Version { document: document.map(|document| encoded(&document)), ..describe_aws(version) }
}

/// A version as answers show it, without the document.
fn describe(policy: &CustomerPolicy, version: &PolicyVersion) -> Version {
    Version {
        document: None,
        version_id: Some(version_id(version.number)),
        is_default_version: Some(version.number == policy.default_version),
        create_date: Some(version.created),
    }
}

/// A version of one of AWS's policies, without the document. Some dates are not known.
fn describe_aws(version: managed_policies::PolicyVersion) -> Version {
    Version {
        document: None,
        version_id: Some(version.version_id.to_owned()),
        is_default_version: Some(version.is_default),
        create_date: version.created,
    }
}

/// The version that the request names.
fn existing<'p>(
    policy: &'p CustomerPolicy,
    arn: &str,
    version_id: &str,
) -> Result<&'p PolicyVersion, ServiceError> {
    number(version_id)
        .and_then(|number| policy.version(number))
        .ok_or_else(|| errors::no_such_policy_version(arn, version_id))
}

/// The number in a version id.
fn number(version_id: &str) -> Option<u32> {
    version_id.strip_prefix('v')?.parse().ok()
}

/// A key that puts newer versions first.
fn newest_first(version: &Version) -> String {
    let number = version.version_id.as_deref().and_then(number).unwrap_or_default();
    format!("{:010}", u32::MAX - number)
}
