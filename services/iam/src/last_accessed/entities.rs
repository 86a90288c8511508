//! `GetServiceLastAccessedDetailsWithEntities`.
//!
//! A policy may have thousands of users and roles, and a report that named them all would keep each of them for every
//! service. So they are looked up when they are asked for.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::View;
use awsim_policy::catalogue;

use super::job::{self, Progress};
use super::subject::Subject;
use crate::Iam;
use crate::entity::Entity;
use crate::generated::operations::GetServiceLastAccessedDetailsWithEntities;
use crate::generated::{
    EntityDetails, EntityInfo, ErrorCode, GetServiceLastAccessedDetailsWithEntitiesRequest,
    GetServiceLastAccessedDetailsWithEntitiesResponse, PolicyOwnerEntityType,
};
use crate::pagination::PageRequest;
use crate::state::last_access::{to_service, tracked_since};
use crate::state::{AccessReport, IdentityKind};

impl Handler<GetServiceLastAccessedDetailsWithEntities> for Iam {
    type Mode = Read;

    fn access(
        &self,
        _input: &GetServiceLastAccessedDetailsWithEntitiesRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("iam:GetServiceLastAccessedDetailsWithEntities")])
    }

    fn call(
        &self,
        input: GetServiceLastAccessedDetailsWithEntitiesRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<GetServiceLastAccessedDetailsWithEntitiesResponse, ServiceError> {
        let service = catalogue::service(&input.service_namespace)
            .ok_or_else(|| no_such_service(&input.service_namespace))?
            .prefix();
        let listing = format!("GetServiceLastAccessedDetailsWithEntities {} {service}", input.job_id);
        let request = PageRequest::new(&listing, input.marker.as_deref(), input.max_items)?;
        let report = job::report(state, cx, &input.job_id)?;
        let progress = Progress::of(report.made.as_ref());
        let is_granted =
            progress.content.is_some_and(|content| content.granted.split(' ').any(|one| one == service));
        let entities = if is_granted { entities(state, cx, report, service) } else { Vec::new() };
        let page = request.cut(entities);
        Ok(GetServiceLastAccessedDetailsWithEntitiesResponse {
            job_status: progress.status,
            job_creation_date: report.created,
            job_completion_date: progress.completed.unwrap_or(report.created),
            entity_details_list: page.items,
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
            error: progress.error,
        })
    }
}

/// The users and roles that could use a service, those that used it last first, with keys in this order.
fn entities(
    state: &View,
    cx: &Context<'_>,
    report: &AccessReport,
    service: &str,
) -> Vec<(String, EntityDetails)> {
    let account = cx.account();
    let Ok(subject) = Subject::find(state, account, &report.arn) else { return Vec::new() };
    let since = tracked_since(cx.now);
    let describe = |entity: Entity<'_>| {
        let last = to_service(state, account, entity.id(), service, since).map(|access| access.last.at);
        let info = EntityInfo {
            arn: entity.arn(cx.partition, account),
            name: entity.name().to_owned(),
            r#type: entity_type(entity.kind()),
            id: entity.id().to_owned(),
            path: Some(entity.path().as_str().to_owned()),
        };
        (place(last, entity.id()), EntityDetails { entity_info: info, last_authenticated: last })
    };
    let mut entities: Vec<_> = subject.principals(state, account).into_iter().map(describe).collect();
    entities.sort_unstable_by(|one, other| one.0.cmp(&other.0));
    entities
}

/// A key that orders entities by their last use, the latest first and those without one last, and by id.
fn place(last: Option<Timestamp>, id: &str) -> String {
    let age = i64::MAX - last.map_or(0, |last| last.seconds().max(0));
    format!("{age:019} {id}")
}

/// The type of a user, group or role in reports.
pub(super) fn entity_type(kind: IdentityKind) -> PolicyOwnerEntityType {
    match kind {
        IdentityKind::Group => PolicyOwnerEntityType::Group,
        IdentityKind::Role => PolicyOwnerEntityType::Role,
        IdentityKind::User => PolicyOwnerEntityType::User,
    }
}

/// No service has this namespace.
pub(super) fn no_such_service(namespace: &str) -> ServiceError {
    ErrorCode::InvalidInput.with(format!("Invalid Service Namespace: {namespace}."))
}
