//! What is remembered of the use of credentials: the last use of access keys and roles.

use awsim_plugin::caller::Principal;
use awsim_plugin::service::Usage;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::Transaction;

use crate::names;
use crate::state::{ACCESS_KEYS, KeyUse, ROLES, RoleUse};

/// How many seconds later a further use of the same kind is worth a write. AWS itself is slower: its reports of last
/// use lag by up to four hours.
const RESOLUTION: i64 = 60;

/// Notes uses of credentials.
pub(crate) fn record(usage: &[Usage], state: &mut Transaction) {
    let mut usage: Vec<&Usage> = usage.iter().collect();
    usage.sort_by_key(|used| used.at);
    for used in usage {
        match &used.principal {
            Principal::User { .. } | Principal::Root => record_key(used, state),
            Principal::RoleSession { role_id, role_name, .. } => record_role(used, role_id, role_name, state),
            Principal::FederatedUser { .. } | Principal::Anonymous => {}
        }
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
    use awsim_plugin::store::View;

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
