//! Making the reports that were asked for.

use std::collections::BTreeMap;

use awsim_plugin::account::AccountId;
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Transaction, View};
use awsim_policy::{Policy, catalogue, grants};

use super::subject::Subject;
use super::{job, organization};
use crate::entity::Entity;
use crate::state::last_access::{of_principal, tracked_since};
use crate::state::{
    ACCESS_REPORTS, AccessReport, AccessedService, AccessedServices, EntityAccess, LastAccess, Made,
    PENDING_REPORTS, ReportKind, ServiceAccess,
};

/// Makes every report that was asked for and is not made yet. `now` is when; a report never ends before it began.
pub(crate) fn make_pending(state: &mut Transaction, now: Timestamp) {
    let accounts: Vec<AccountId> = state.accounts(&PENDING_REPORTS).collect();
    for account in accounts {
        let pending: Vec<(String, ReportKind)> =
            state.iter(&PENDING_REPORTS, account).map(|(id, kind)| (id.clone(), *kind)).collect();
        for (id, kind) in pending {
            match kind {
                ReportKind::Principals => make(state, account, &id, now),
                ReportKind::Organization => organization::make(state, account, &id, now),
            }
            state.remove(&PENDING_REPORTS, account, &id);
        }
    }
}

fn make(state: &mut Transaction, account: AccountId, id: &str, now: Timestamp) {
    let Some(report) = state.get(&ACCESS_REPORTS, account, id) else { return };
    let at = now.max(report.created);
    let outcome = job::outcome(services(state, account, report, at));
    state.update(&ACCESS_REPORTS, account, id, |report| report.made = Some(Made { at, outcome }));
}

/// What a report says.
///
/// # Errors
/// `NoSuchEntity` (404) if what it is about is gone; `PolicyEvaluation` (500) if a policy cannot be read.
fn services(
    state: &View,
    account: AccountId,
    report: &AccessReport,
    at: Timestamp,
) -> Result<AccessedServices, ServiceError> {
    let subject = Subject::find(state, account, &report.arn)?;
    let policies = subject.policies(state, account)?;
    let principals = subject.principals(state, account);
    let mut accesses = Accesses::default();
    for principal in principals {
        for (service, access) in of_principal(state, account, principal.id(), tracked_since(at)) {
            accesses.add(service, principal, access);
        }
    }
    let partition = job::partition(&report.arn);
    let arn = |entity: Entity<'_>| entity.arn(partition, account);
    let granted: Vec<&str> = grants::granted_services(&policies).map(catalogue::Service::prefix).collect();
    let accessed = granted.iter().filter_map(|service| {
        let found = accesses.0.get(service)?;
        let actions = if report.by_action { found.actions(&policies, &arn) } else { Vec::new() };
        Some(AccessedService {
            namespace: (*service).into(),
            last: entity_access(found.last, &arn),
            entities: found.entities,
            actions,
        })
    });
    Ok(AccessedServices { accessed: accessed.collect(), granted: granted.join(" ").into() })
}

/// The last accesses of several principals by service.
#[derive(Default)]
struct Accesses<'v>(BTreeMap<&'v str, ToService<'v>>);

/// Who, and when.
type By<'v> = (Entity<'v>, &'v LastAccess);

struct ToService<'v> {
    service: &'v str,
    last: By<'v>,
    entities: u32,
    actions: BTreeMap<&'v str, By<'v>>,
}

impl<'v> Accesses<'v> {
    fn add(&mut self, service: &'v str, principal: Entity<'v>, access: &'v ServiceAccess) {
        let first =
            || ToService { service, last: (principal, &access.last), entities: 0, actions: BTreeMap::new() };
        let found = self.0.entry(service).or_insert_with(first);
        found.entities += 1;
        found.last = later(found.last, (principal, &access.last));
        for (action, last) in &access.actions {
            let by = (principal, last);
            found.actions.entry(action).and_modify(|known| *known = later(*known, by)).or_insert(by);
        }
    }
}

impl ToService<'_> {
    /// The actions that the policies grant and somebody called.
    fn actions(
        &self,
        policies: &[Policy],
        arn: &dyn Fn(Entity<'_>) -> String,
    ) -> Vec<(Box<str>, EntityAccess)> {
        let granted = |action: &str| grants::grants_action(policies, &format!("{}:{action}", self.service));
        let called = self.actions.iter().filter(|(action, _)| granted(action));
        called.map(|(action, by)| ((*action).into(), entity_access(*by, arn))).collect()
    }
}

/// The later of two accesses.
fn later<'v>(one: By<'v>, other: By<'v>) -> By<'v> {
    if other.1.at > one.1.at { other } else { one }
}

fn entity_access((entity, access): By<'_>, arn: &dyn Fn(Entity<'_>) -> String) -> EntityAccess {
    EntityAccess { entity: arn(entity).into(), access: access.clone() }
}
