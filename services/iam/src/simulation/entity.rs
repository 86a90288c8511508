//! The policies of the user, group or role that is simulated.

use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;
use awsim_policy::PolicyKind;

use super::exclusions::Exclusions;
use super::sources::{self, Source};
use crate::entity::Entity;
use crate::generated::{ErrorCode, PolicySourceType};
use crate::policy_ref::PolicyRef;

/// Its policies: inline and managed, of a user also those of its groups.
///
/// # Errors
/// `PolicyEvaluation` (500) if one cannot be evaluated.
pub(super) fn policies(
    entity: Entity<'_>,
    cx: &Context<'_>,
    state: &View,
    excluded: &Exclusions<'_>,
) -> Result<Vec<Source>, ServiceError> {
    let mut sources = Vec::new();
    for holder in entity.with_groups(state, cx.account()) {
        collect(&mut sources, cx, state, holder, excluded)?;
    }
    Ok(sources)
}

/// Its permissions boundary.
///
/// # Errors
/// `PolicyEvaluation` (500) if it cannot be evaluated.
pub(super) fn boundary(
    entity: Entity<'_>,
    cx: &Context<'_>,
    state: &View,
) -> Result<Option<Source>, ServiceError> {
    let kind = PolicySourceType::PermissionsBoundaryPolicy;
    let boundary = |arn| managed(cx, state, PolicyKind::PermissionsBoundary, kind, arn);
    entity.boundary().map(boundary).transpose()
}

fn collect(
    sources: &mut Vec<Source>,
    cx: &Context<'_>,
    state: &View,
    holder: Entity<'_>,
    excluded: &Exclusions<'_>,
) -> Result<(), ServiceError> {
    let held = holder.held();
    let (kind, name) = (holder.kind(), holder.name());
    for policy in held.inline.iter().filter(|policy| !excluded.inline(kind, name, &policy.name)) {
        let id = format!("{}_{name}_{}", kind.as_str(), policy.name);
        sources.push(sources::stored(
            PolicyKind::Identity,
            PolicySourceType::IAMPolicy,
            id,
            &policy.document,
        )?);
    }
    for arn in held.attached.iter().filter(|arn| !excluded.managed(arn)) {
        sources.push(managed(cx, state, PolicyKind::Identity, PolicySourceType::IAMPolicy, arn)?);
    }
    Ok(())
}

fn managed(
    cx: &Context<'_>,
    state: &View,
    kind: PolicyKind,
    source: PolicySourceType,
    arn: &str,
) -> Result<Source, ServiceError> {
    let policy = PolicyRef::find(state, cx.account(), arn)?;
    let document = policy.and_then(|policy| policy.default_document()).ok_or_else(|| {
        ErrorCode::PolicyEvaluation.with(format!("The policy {arn} cannot be evaluated: it does not exist."))
    })?;
    let name = arn.rsplit('/').next().unwrap_or(arn);
    sources::stored(kind, source, name.to_owned(), &document)
}
