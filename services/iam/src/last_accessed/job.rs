//! Jobs: who may read which report, and how far it is.

use awsim_plugin::caller::{Caller, Principal};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::View;

use crate::generated::{ErrorCode, ErrorDetails, JobStatusType};
use crate::state::{ACCESS_REPORTS, AccessReport, Made, Outcome};
use crate::uuid;

/// The unique id by which a caller is known: all sessions of a role are one.
pub(super) fn owner(caller: &Caller) -> Box<str> {
    match &caller.principal {
        Principal::RoleSession { role_id, .. } => role_id.as_str().into(),
        _ => caller.user_id().into(),
    }
}

/// The report of a job that the caller has started ("must be used by the same role within a session, or by the same
/// user").
///
/// # Errors
/// `InvalidInput` (400) if it cannot be the id of a job; `NoSuchEntity` (404) if the caller has no such job.
pub(super) fn report<'v>(
    state: &'v View,
    cx: &Context<'_>,
    job: &str,
) -> Result<&'v AccessReport, ServiceError> {
    refuse_malformed(job)?;
    state
        .get(&ACCESS_REPORTS, cx.account(), job)
        .filter(|report| report.owner == owner(cx.caller))
        .ok_or_else(|| no_such_job(job))
}

/// Refuses what cannot be the id of a job.
///
/// # Errors
/// `InvalidInput` (400).
pub(super) fn refuse_malformed(job: &str) -> Result<(), ServiceError> {
    if uuid::is_one(job) {
        Ok(())
    } else {
        Err(ErrorCode::InvalidInput.with(format!("Invalid JobId: {job}.")))
    }
}

/// There is no such job, or none of the caller's.
pub(super) fn no_such_job(job: &str) -> ServiceError {
    ErrorCode::NoSuchEntity.with(format!("Job {job} cannot be found."))
}

/// How far a report is, as answers say it.
pub(super) struct Progress<'v, T> {
    pub(super) status: JobStatusType,
    /// When it was made.
    pub(super) completed: Option<Timestamp>,
    /// What it says.
    pub(super) content: Option<&'v T>,
    /// Why it could not be made.
    pub(super) error: Option<ErrorDetails>,
}

impl<'v, T> Progress<'v, T> {
    pub(super) fn of(made: Option<&'v Made<T>>) -> Self {
        let Some(made) = made else {
            return Self { status: JobStatusType::InProgress, completed: None, content: None, error: None };
        };
        let completed = Some(made.at);
        match &made.outcome {
            Outcome::Completed(content) => {
                Self { status: JobStatusType::Completed, completed, content: Some(content), error: None }
            }
            Outcome::Failed { code, message } => {
                let error = ErrorDetails { message: message.to_string(), code: code.to_string() };
                Self { status: JobStatusType::Failed, completed, content: None, error: Some(error) }
            }
        }
    }
}

/// What came of a piece of work, to be kept.
pub(super) fn outcome<T>(result: Result<T, ServiceError>) -> Outcome<T> {
    match result {
        Ok(content) => Outcome::Completed(content),
        Err(error) => Outcome::Failed { code: (*error.code).into(), message: error.message.into() },
    }
}

/// The partition that an ARN is in.
pub(super) fn partition(arn: &str) -> &str {
    arn.split(':').nth(1).unwrap_or_default()
}

/// The number of something in the model's type.
pub(super) fn count(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
