//! `GenerateOrganizationsAccessReport`.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Write};
use awsim_plugin::store::{Transaction, View};

use super::scope::Scope;
use crate::generated::operations::GenerateOrganizationsAccessReport;
use crate::generated::{
    ErrorCode, GenerateOrganizationsAccessReportRequest, GenerateOrganizationsAccessReportResponse,
};
use crate::last_accessed::job;
use crate::organization_features::managed_by_caller;
use crate::state::access_report::ask;
use crate::state::{Made, OrganizationReport, PENDING_REPORTS, ReportKind};
use crate::{Iam, uuid};

/// How many reports an account may have in the making.
const MOST_PENDING: usize = 5;

impl Handler<GenerateOrganizationsAccessReport> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &GenerateOrganizationsAccessReportRequest,
        cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        let report = cx.arn("iam", "", cx.account(), format_args!("access-report/{}", input.entity_path));
        let policy = input.organizations_policy_id.as_deref();
        let mut checks = vec![
            Check::on("iam:GenerateOrganizationsAccessReport", report)
                .with_string("iam:OrganizationsPolicyId", policy),
        ];
        // What the report is made from is the organization's to tell.
        let read = ["ListChildren", "ListParents", "ListPoliciesForTarget", "ListRoots"];
        let of_policy = ["DescribePolicy", "ListTargetsForPolicy"];
        let of_policy = if policy.is_some() { &of_policy[..] } else { &[] };
        let dependent = read.iter().chain(of_policy);
        checks.extend(dependent.map(|action| Check::on_any(format!("organizations:{action}"))));
        Ok(checks)
    }

    fn call(
        &self,
        input: GenerateOrganizationsAccessReportRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<GenerateOrganizationsAccessReportResponse, ServiceError> {
        managed_by_caller(cx, state)?;
        let pending = state.iter(&PENDING_REPORTS, cx.account());
        if pending.filter(|(_, kind)| **kind == ReportKind::Organization).count() >= MOST_PENDING {
            return Err(ErrorCode::ReportGenerationLimitExceeded
                .with("The maximum number of concurrent reports for this account are already running."));
        }
        let policy = input.organizations_policy_id.as_deref();
        let report = match Scope::of(cx, state, &input.entity_path, policy) {
            Ok(scope) => OrganizationReport {
                granted: scope.granted.join(" ").into(),
                accounts: scope.accounts,
                created: cx.now,
                made: None,
            },
            Err(error) => OrganizationReport {
                granted: "".into(),
                accounts: Vec::new(),
                created: cx.now,
                made: Some(Made { at: cx.now, outcome: job::outcome(Err(error)) }),
            },
        };
        let job_id = uuid::new()?;
        ask(state, cx.account(), &job_id, report);
        Ok(GenerateOrganizationsAccessReportResponse { job_id: Some(job_id) })
    }
}
