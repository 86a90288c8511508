//! `GetOrganizationsAccessReport`.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read};
use awsim_plugin::store::View;

use super::counts;
use crate::Iam;
use crate::generated::operations::GetOrganizationsAccessReport;
use crate::generated::{
    AccessDetail, GetOrganizationsAccessReportRequest, GetOrganizationsAccessReportResponse, SortKeyType,
};
use crate::last_accessed::get::service_name;
use crate::last_accessed::job::{self, Progress};
use crate::pagination::PageRequest;
use crate::state::{AccountAccess, ORGANIZATION_REPORTS};

impl Handler<GetOrganizationsAccessReport> for Iam {
    type Mode = Read;

    fn access(
        &self,
        _input: &GetOrganizationsAccessReportRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("iam:GetOrganizationsAccessReport")])
    }

    fn call(
        &self,
        input: GetOrganizationsAccessReportRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<GetOrganizationsAccessReportResponse, ServiceError> {
        let order = input.sort_key.unwrap_or(SortKeyType::ServiceNamespaceAscending);
        let listing = format!("GetOrganizationsAccessReport {} {}", input.job_id, order.as_str());
        let request = PageRequest::new(&listing, input.marker.as_deref(), input.max_items)?;
        let report = state
            .get(&ORGANIZATION_REPORTS, cx.account(), input.job_id.as_str())
            .ok_or_else(|| job::no_such_job(&input.job_id))?;
        let progress = Progress::of(report.made.as_ref());
        let details = progress.content.map(|accessed| details(&report.granted, accessed, order));
        let page = request
            .cut(details.into_iter().flatten().map(|detail| (detail.service_namespace.clone(), detail)));
        let counted = progress.content.map(|accessed| counts(&report.granted, accessed));
        Ok(GetOrganizationsAccessReportResponse {
            job_status: progress.status,
            job_creation_date: report.created,
            job_completion_date: progress.completed,
            number_of_services_accessible: counted.map(|(granted, _)| granted),
            number_of_services_not_accessed: counted.map(|(_, unused)| unused),
            access_details: progress.content.map(|_| page.items),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
            error_details: progress.error,
        })
    }
}

/// The services of a report in the order asked for; services of one time, or of none, by namespace.
fn details(granted: &str, accessed: &[AccountAccess], order: SortKeyType) -> Vec<AccessDetail> {
    let mut accessed = accessed.iter().peekable();
    let mut details: Vec<AccessDetail> = granted
        .split_terminator(' ')
        .map(|namespace| {
            let access = accessed.next_if(|access| *access.namespace == *namespace);
            AccessDetail {
                service_name: service_name(namespace),
                service_namespace: namespace.to_owned(),
                region: access.map(|access| access.access.region.to_string()),
                entity_path: access.map(|access| access.path.to_string()),
                last_authenticated_time: access.map(|access| access.access.at),
                total_authenticated_entities: Some(
                    access.map_or(0, |access| job::count(access.accounts as usize)),
                ),
            }
        })
        .collect();
    match order {
        SortKeyType::ServiceNamespaceAscending => {}
        SortKeyType::ServiceNamespaceDescending => details.reverse(),
        SortKeyType::LastAuthenticatedTimeAscending => {
            details.sort_by_key(|detail| detail.last_authenticated_time);
        }
        SortKeyType::LastAuthenticatedTimeDescending => {
            details.sort_by_key(|detail| std::cmp::Reverse(detail.last_authenticated_time));
        }
    }
    details
}
