//! Reports of last access: whatever is not made is to be made, and what is to be made is there.

use awsim_plugin::account::AccountId;
use awsim_plugin::consistency::demand;
use awsim_plugin::store::View;

use crate::state::{AccessReport, OrganizationReport, PENDING_REPORTS, Report, ReportKind};

pub(super) fn check(state: &View, account: AccountId) -> Result<(), String> {
    unmade::<AccessReport>(state, account, |report| report.made.is_none())?;
    unmade::<OrganizationReport>(state, account, |report| report.made.is_none())?;
    for (id, kind) in state.iter(&PENDING_REPORTS, account) {
        let is_there = match kind {
            ReportKind::Principals => state.contains(AccessReport::collection(), account, id),
            ReportKind::Organization => state.contains(OrganizationReport::collection(), account, id),
        };
        demand(is_there, || format!("the report {id:?} is to be made, and was not asked for"))?;
    }
    Ok(())
}

fn unmade<R: Report>(state: &View, account: AccountId, is_unmade: impl Fn(&R) -> bool) -> Result<(), String> {
    let is_pending = |id: &String| state.get(&PENDING_REPORTS, account, id) == Some(&R::KIND);
    let mut unmade = state.iter(R::collection(), account).filter(|(_, report)| is_unmade(report));
    match unmade.find(|(id, _)| !is_pending(id)) {
        Some((id, _)) => Err(format!("the report {id:?} is not made, and nobody will make it")),
        None => Ok(()),
    }
}
