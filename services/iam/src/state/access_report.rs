//! Reports of last access: what was asked for, and what came of it.
//!
//! A report is asked for by one request, made off every caller's time ([`PENDING_REPORTS`]) and read by later requests.
//! It is kept for a day, and there is a bound to how many an account keeps.

use awsim_plugin::account::AccountId;
use awsim_plugin::collection;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Collection, Transaction};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::last_access::LastAccess;
use super::retention::Retention;

collection! {
    /// Reports on users, groups, roles and policies by job id.
    pub static ACCESS_REPORTS: Collection<String, AccessReport> = "iam"/"access_reports" version 1;
}

collection! {
    /// Reports on entities of an organization by job id, in its management account.
    pub static ORGANIZATION_REPORTS: Collection<String, OrganizationReport> = "iam"/"organization_reports" version 1;
}

collection! {
    /// The reports that are still to be made, by job id.
    pub static PENDING_REPORTS: Collection<String, ReportKind> = "iam"/"pending_reports" version 1;
}

/// What is kept of the reports of one kind.
const KEPT: Retention = Retention { most: 5000, seconds: 24 * 60 * 60 };

/// The kinds of report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReportKind {
    /// In [`ACCESS_REPORTS`].
    Principals,
    /// In [`ORGANIZATION_REPORTS`].
    Organization,
}

/// A report of either kind.
pub trait Report: Serialize + DeserializeOwned + Clone + Send + Sync + 'static {
    /// Which kind.
    const KIND: ReportKind;
    /// Where the account's reports of this kind are.
    fn collection() -> &'static Collection<String, Self>;
    /// When it was asked for.
    fn created(&self) -> Timestamp;
}

/// A report on a user, group, role or policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessReport {
    /// The ARN of what it is about.
    pub arn: Box<str>,
    /// Whether it tells of actions, and not of services only.
    pub by_action: bool,
    /// The unique id of the user or role that asked for it; the account's id for its root user.
    pub owner: Box<str>,
    /// When it was asked for.
    pub created: Timestamp,
    /// What came of it, once it is made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made: Option<Made<AccessedServices>>,
}

/// A report on an entity of an organization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganizationReport {
    /// The namespaces of the services that the policies allow, in their order, with blanks between.
    pub granted: Box<str>,
    /// The accounts whose accesses count, with their paths.
    pub accounts: Vec<ReportedAccount>,
    /// When it was asked for.
    pub created: Timestamp,
    /// What came of it, once it is made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made: Option<Made<Vec<AccountAccess>>>,
}

/// An account in a report on an organization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportedAccount {
    /// The account.
    pub account: AccountId,
    /// Its path.
    pub path: Box<str>,
}

/// A report that is made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made<T> {
    /// When.
    pub at: Timestamp,
    /// What it says, or why it could not be made.
    pub outcome: Outcome<T>,
}

/// What came of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome<T> {
    /// What it says.
    Completed(T),
    /// Why it could not be made.
    Failed {
        /// The code of the error.
        code: Box<str>,
        /// Its message.
        message: Box<str>,
    },
}

/// The services in a report on a user, group, role or policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessedServices {
    /// The namespaces of the services that the policies grant, in their order, with blanks between.
    pub granted: Box<str>,
    /// Those of them that were called, in the order of their namespaces.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accessed: Vec<AccessedService>,
}

/// A service that was called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessedService {
    /// Its namespace.
    pub namespace: Box<str>,
    /// The last call.
    pub last: EntityAccess,
    /// How many users and roles called it.
    pub entities: u32,
    /// The last call of each granted action that was called.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<(Box<str>, EntityAccess)>,
}

/// An access with who it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityAccess {
    /// The ARN of the user or role.
    pub entity: Box<str>,
    /// When, and where from.
    #[serde(flatten)]
    pub access: LastAccess,
}

/// The last call of a service from accounts of an organization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountAccess {
    /// The service's namespace.
    pub namespace: Box<str>,
    /// The path of the account.
    pub path: Box<str>,
    /// When, and where from.
    #[serde(flatten)]
    pub access: LastAccess,
    /// How many accounts called it.
    pub accounts: u32,
}

impl Report for AccessReport {
    const KIND: ReportKind = ReportKind::Principals;

    fn collection() -> &'static Collection<String, Self> {
        &ACCESS_REPORTS
    }

    fn created(&self) -> Timestamp {
        self.created
    }
}

impl Report for OrganizationReport {
    const KIND: ReportKind = ReportKind::Organization;

    fn collection() -> &'static Collection<String, Self> {
        &ORGANIZATION_REPORTS
    }

    fn created(&self) -> Timestamp {
        self.created
    }
}

/// Adds a report that is to be made, and makes room for it.
pub(crate) fn ask<R: Report>(state: &mut Transaction, account: AccountId, job: &str, report: R) {
    for gone in KEPT.make_room(state, account, R::collection(), R::created, report.created()) {
        state.remove(&PENDING_REPORTS, account, &gone);
    }
    state.insert(R::collection(), account, job.to_owned(), report);
    state.insert(&PENDING_REPORTS, account, job.to_owned(), R::KIND);
}
