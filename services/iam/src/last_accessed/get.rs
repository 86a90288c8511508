//! `GetServiceLastAccessedDetails`.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;
use awsim_policy::catalogue;

use super::job::{self, Progress};
use crate::Iam;
use crate::generated::operations::GetServiceLastAccessedDetails;
use crate::generated::{
    AccessAdvisorUsageGranularityType, GetServiceLastAccessedDetailsRequest,
    GetServiceLastAccessedDetailsResponse, ServiceLastAccessed, TrackedActionLastAccessed,
};
use crate::pagination::PageRequest;
use crate::state::{AccessedService, AccessedServices, EntityAccess};

impl Handler<GetServiceLastAccessedDetails> for Iam {
    type Mode = Read;

    fn access(
        &self,
        _input: &GetServiceLastAccessedDetailsRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("iam:GetServiceLastAccessedDetails")])
    }

    fn call(
        &self,
        input: GetServiceLastAccessedDetailsRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<GetServiceLastAccessedDetailsResponse, ServiceError> {
        let listing = format!("GetServiceLastAccessedDetails {}", input.job_id);
        let request = PageRequest::new(&listing, input.marker.as_deref(), input.max_items)?;
        let report = job::report(state, cx, &input.job_id)?;
        let progress = Progress::of(report.made.as_ref());
        let services = progress.content.into_iter().flat_map(services);
        let page = request.cut(services.map(|service| (service.service_namespace.clone(), service)));
        let job_type = match report.by_action {
            true => AccessAdvisorUsageGranularityType::ActionLevel,
            false => AccessAdvisorUsageGranularityType::ServiceLevel,
        };
        Ok(GetServiceLastAccessedDetailsResponse {
            job_status: progress.status,
            job_type: Some(job_type),
            job_creation_date: report.created,
            services_last_accessed: page.items,
            // The member is required, so that a job that is not done has one too.
            job_completion_date: progress.completed.unwrap_or(report.created),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
            error: progress.error,
        })
    }
}

/// The services of a report, in the order of their namespaces.
fn services(report: &AccessedServices) -> impl Iterator<Item = ServiceLastAccessed> {
    let mut accessed = report.accessed.iter().peekable();
    report.granted.split_terminator(' ').map(move |namespace| {
        let access = accessed.next_if(|access| *access.namespace == *namespace);
        let last = access.map(|access| &access.last);
        ServiceLastAccessed {
            service_name: service_name(namespace),
            service_namespace: namespace.to_owned(),
            last_authenticated: last.map(|last| last.access.at),
            last_authenticated_entity: last.map(|last| last.entity.to_string()),
            last_authenticated_region: last.map(|last| last.access.region.to_string()),
            total_authenticated_entities: Some(
                access.map_or(0, |access| job::count(access.entities as usize)),
            ),
            tracked_actions_last_accessed: access.and_then(actions),
        }
    })
}

/// The name of a service for people.
pub(super) fn service_name(namespace: &str) -> String {
    catalogue::service(namespace).map_or(namespace, |service| service.name()).to_owned()
}

/// The actions of a service that were called; absent if there are none.
fn actions(service: &AccessedService) -> Option<Vec<TrackedActionLastAccessed>> {
    let tracked = |(action, last): &(Box<str>, EntityAccess)| TrackedActionLastAccessed {
        action_name: Some(action.to_string()),
        last_accessed_entity: Some(last.entity.to_string()),
        last_accessed_time: Some(last.access.at),
        last_accessed_region: Some(last.access.region.to_string()),
    };
    (!service.actions.is_empty()).then(|| service.actions.iter().map(tracked).collect())
}
