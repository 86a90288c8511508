//! The credential report: `GenerateCredentialReport`, `GetCredentialReport`. A report is good for four hours; asked for
//! again within them, it is the same one ("Generate credential reports for your AWS account" in the IAM User Guide).

mod content;

#[cfg(test)]
mod tests;

use async_trait::async_trait;
use awsim_plugin::access::{Access, Check};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{AsyncHandler, Handler, Read};
use awsim_plugin::shape::{Blob, Timestamp};
use awsim_plugin::store::{Store, Transaction, View, transact};

use crate::Iam;
use crate::generated::operations::{GenerateCredentialReport, GetCredentialReport};
use crate::generated::{
    ErrorCode, GenerateCredentialReportResponse, GetCredentialReportResponse, ReportFormatType,
    ReportStateType,
};
use crate::state::{CREDENTIAL_REPORT, CredentialReport};

/// For how many seconds a report is good.
const LIFETIME: i64 = 4 * 3600;

/// For how many seconds a report may be in the making. One that takes longer was given up, by a process that was killed.
const PATIENCE: i64 = 60;

#[async_trait]
impl AsyncHandler<GenerateCredentialReport> for Iam {
    fn access(&self, _input: &(), _cx: &Context<'_>, _state: &View) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("iam:GenerateCredentialReport")])
    }

    /// The report is made after it was noted that it is being made, so that nobody waits for it.
    async fn call(
        &self,
        _input: (),
        cx: &Context<'_>,
        _decided: &View,
        store: &dyn Store,
    ) -> Result<GenerateCredentialReportResponse, ServiceError> {
        let begin = |state: &mut Transaction| {
            let state_of_report = present(state, cx);
            if state_of_report.is_none() {
                let report = CredentialReport { started: cx.now.to_the_second(), content: None };
                state.insert(&CREDENTIAL_REPORT, cx.account(), (), report);
            }
            Ok(state_of_report)
        };
        if let Some(state) = transact(store, begin).await? {
            return Ok(GenerateCredentialReportResponse { state: Some(state), description: None });
        }
        let content = content::of_account(cx, &store.view());
        let finish = |state: &mut Transaction| {
            state.update(&CREDENTIAL_REPORT, cx.account(), &(), |report| {
                report.content = Some(content.into());
            });
            Ok(())
        };
        transact(store, finish).await?;
        Ok(GenerateCredentialReportResponse {
            state: Some(ReportStateType::Started),
            description: Some("No report exists. Starting a new report generation task".to_owned()),
        })
    }
}

/// The state of the report that is there or on its way; none if a new one is to be made.
fn present(state: &View, cx: &Context<'_>) -> Option<ReportStateType> {
    let report = state.get(&CREDENTIAL_REPORT, cx.account(), &())?;
    let age = age(report, cx.now);
    match report.content {
        Some(_) => (age < LIFETIME).then_some(ReportStateType::Complete),
        None => (age < PATIENCE).then_some(ReportStateType::Inprogress),
    }
}

/// The age of a report, in seconds.
fn age(report: &CredentialReport, now: Timestamp) -> i64 {
    now.seconds() - report.started.seconds()
}

impl Handler<GetCredentialReport> for Iam {
    type Mode = Read;

    fn access(&self, _input: &(), _cx: &Context<'_>, _state: &View) -> Result<Access, ServiceError> {
        Ok(vec![Check::on_any("iam:GetCredentialReport")])
    }

    fn call(
        &self,
        _input: (),
        cx: &Context<'_>,
        state: &View,
    ) -> Result<GetCredentialReportResponse, ServiceError> {
        let report = state.get(&CREDENTIAL_REPORT, cx.account(), &()).ok_or_else(|| {
            ErrorCode::CredentialReportNotPresent.with(
                "The credential report does not exist. To generate a credential report, use \
                 GenerateCredentialReport.",
            )
        })?;
        let content = report.content.as_deref().ok_or_else(|| {
            ErrorCode::CredentialReportNotReady.with("The credential report is still being generated.")
        })?;
        if age(report, cx.now) >= LIFETIME {
            return Err(ErrorCode::CredentialReportExpired.with(
                "The most recent credential report has expired. To generate a new credential report, use \
                 GenerateCredentialReport.",
            ));
        }
        Ok(GetCredentialReportResponse {
            content: Some(Blob(content.as_bytes().to_vec())),
            report_format: Some(ReportFormatType::TextCsv),
            generated_time: Some(report.started),
        })
    }
}
