//! What is remembered of the use of credentials: the last use of access keys and roles, and who last called which
//! service and action.

use awsim_plugin::caller::Principal;
use awsim_plugin::service::Usage;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Transaction, View};
use awsim_policy::catalogue;

use crate::names;
use crate::state::renamed::user_by_id;
use crate::state::{ACCESS_KEYS, KeyUse, LastAccess, ROLES, ROOT, Resource, Role, RoleUse, last_access};

/// How many seconds later a further use of the same kind is worth a write. AWS itself is slower: its reports of last
/// use lag by up to four hours.
const RESOLUTION: i64 = 60;

/// Notes uses of credentials.
pub(crate) fn record(usage: &[Usage], state: &mut Transaction) {
    let mut usage: Vec<&Usage> = usage.iter().collect();
    usage.sort_by_key(|used| used.at);
    for used in &usage {
        record_access(used, state);
        match &used.principal {
            Principal::User { .. } | Principal::Root => record_key(used, state),
            Principal::RoleSession { role_id, role_name, .. } => record_role(used, role_id, role_name, state),
            Principal::FederatedUser { .. } | Principal::Anonymous => {}
        }
    }
}

/// Notes that a principal called an action of a service.
fn record_access(used: &Usage, state: &mut Transaction) {
    let Some(id) = principal_id(used, state).map(str::to_owned) else { return };
    let action = catalogue::service(used.service).and_then(|service| service.action(used.operation));
    let access = LastAccess { at: used.at.to_the_second(), region: used.region.as_str().into() };
    let action = action.as_ref().map(catalogue::Action::name);
    last_access::note(state, used.account, &id, used.service, action, &access);
}

/// The unique id of the user or role behind a request, if there still is one: sessions count for whom they are of.
fn principal_id<'v>(used: &Usage, state: &'v View) -> Option<&'v str> {
    let user = |id: &str, name: &str| user_by_id(state, used.account, id, name).map(|user| &*user.id);
    match &used.principal {
        Principal::Root | Principal::FederatedUser { issuer_id: None, .. } => Some(ROOT),
        Principal::User { id, name, .. } => user(id, name),
        Principal::FederatedUser { issuer_id: Some(id), issuer_name, .. } => {
            user(id, issuer_name.as_deref().unwrap_or_default())
        }
        Principal::RoleSession { role_id, role_name, .. } => {
            Role::get(state, used.account, role_name).map(|role| &*role.id).filter(|id| id == role_id)
        }
        Principal::Anonymous => None,
    }
}

fn record_key(used: &Usage, state: &mut Transaction) {
    let Some(id) = used.access_key_id.as_deref() else { return };
    let Some(key) = state.get(&ACCESS_KEYS, used.account, id) else { return };
    let is_news = key.last_used.as_ref().is_none_or(|last| {
        *last.service != *used.service || *last.region != *used.region || is_later(last.at, used.at)
    });
    if is_news {
        let last = KeyUse {
            at: used.at.to_the_second(),
            service: used.service.into(),
            region: used.region.as_str().into(),
        };
        state.update(&ACCESS_KEYS, used.account, id, |key| key.last_used = Some(Box::new(last)));
    }
}

fn record_role(used: &Usage, role_id: &str, role_name: &str, state: &mut Transaction) {
    let key = names::key(role_name);
    let role = state.get(&ROLES, used.account, key.as_str()).filter(|role| *role.id == *role_id);
    let Some(role) = role else { return };
    let is_news = role
        .details
        .last_used
        .as_ref()
        .is_none_or(|last| *last.region != *used.region || is_later(last.at, used.at));
    if is_news {
        let last = RoleUse { at: used.at.to_the_second(), region: used.region.as_str().into() };
        state.update(&ROLES, used.account, key.as_str(), |role| role.details.last_used = Some(last));
    }
}

fn is_later(last: Timestamp, at: Timestamp) -> bool {
    at.seconds() >= last.seconds() + RESOLUTION
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::AccessKey;
    use crate::testing::{ACCOUNT, START};

    fn used(service: &'static str, seconds: i64) -> Usage {
        Usage {
            account: ACCOUNT,
            principal: Principal::User { id: "AIDA".into(), name: "bob".into(), path: "/".into() },
            access_key_id: Some("AKIA".into()),
            service,
            operation: "GetUser",
            region: "us-east-1".into(),
            at: Timestamp::from_seconds(START + seconds),
        }
    }

    fn last_use(uses: &[Usage]) -> Option<(String, i64)> {
        let mut state = Transaction::begin(&View::empty());
        let key = AccessKey {
            user: Some("bob".into()),
            secret: "".into(),
            active: true,
            created: Timestamp::from_seconds(START),
            changed: None,
            last_used: None,
        };
        state.insert(&ACCESS_KEYS, ACCOUNT, "AKIA".to_owned(), key);
        record(uses, &mut state);
        let last = state.get(&ACCESS_KEYS, ACCOUNT, "AKIA")?.last_used.as_ref()?;
        Some((last.service.to_string(), last.at.seconds() - START))
    }

    #[test]
    fn the_latest_use_counts_whatever_the_order() {
        assert_eq!(last_use(&[]), None);
        assert_eq!(last_use(&[used("sts", 90), used("iam", 5)]), Some(("sts".into(), 90)));
    }

    #[test]
    fn the_same_use_again_is_written_once_a_minute() {
        assert_eq!(last_use(&[used("iam", 0), used("iam", 59)]), Some(("iam".into(), 0)));
        assert_eq!(last_use(&[used("iam", 0), used("iam", 60)]), Some(("iam".into(), 60)));
    }
}
