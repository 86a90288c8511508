//! Reports on an organization's root, units and accounts: which of the services that its service control policies allow
//! were used by which account.
//!
//! What the policies allow is settled when a report is asked for; the accesses are added when it is made.

mod generate;
mod get;
mod scope;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use awsim_plugin::account::AccountId;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Transaction, View};

use super::job;
use crate::state::last_access::{LAST_ACCESSES, tracked_since};
use crate::state::{AccountAccess, Made, ORGANIZATION_REPORTS, OrganizationReport, Outcome};

/// Makes the report with this job id.
pub(super) fn make(state: &mut Transaction, account: AccountId, id: &str, now: Timestamp) {
    let Some(report) = state.get(&ORGANIZATION_REPORTS, account, id) else { return };
    let at = now.max(report.created);
    let outcome = Outcome::Completed(accesses(state, report, tracked_since(at)));
    state.update(&ORGANIZATION_REPORTS, account, id, |report| {
        // What could not be reported on stays so.
        report.made.get_or_insert(Made { at, outcome });
    });
}

/// The last access to each allowed service from any of the report's accounts, whoever it was there.
fn accesses(state: &View, report: &OrganizationReport, since: Timestamp) -> Vec<AccountAccess> {
    let mut found: BTreeMap<&str, AccountAccess> = BTreeMap::new();
    for reported in &report.accounts {
        let mut of_account: BTreeMap<&str, AccountAccess> = BTreeMap::new();
        for ((_, service), access) in state.iter(&LAST_ACCESSES, reported.account) {
            let is_later =
                of_account.get(service.as_str()).is_none_or(|known| access.last.at > known.access.at);
            if access.last.at >= since && is_later {
                let access = AccountAccess {
                    namespace: service.as_str().into(),
                    path: reported.path.clone(),
                    access: access.last.clone(),
                    accounts: 1,
                };
                of_account.insert(service, access);
            }
        }
        for (service, mut access) in of_account {
            if let Some(known) = found.remove(service) {
                let accounts = known.accounts + 1;
                access = if known.access.at >= access.access.at { known } else { access };
                access.accounts = accounts;
            }
            found.insert(service, access);
        }
    }
    report.granted.split_terminator(' ').filter_map(|service| found.remove(service)).collect()
}

/// How many services a report tells of, and how many of them were not used.
fn counts(granted: &str, accessed: &[AccountAccess]) -> (i32, i32) {
    let granted = granted.split_terminator(' ').count();
    (job::count(granted), job::count(granted.saturating_sub(accessed.len())))
}
