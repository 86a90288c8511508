//! Unique ids: they tell two resources apart that had the same name one after the other.
//!
//! After a prefix that names the kind come 17 characters of base32: a set bit, the account in 40 bits and 44 random
//! bits, laid out as in the ids of access keys ("Understanding unique ID prefixes" in the IAM User Guide has the
//! prefixes).

use awsim_plugin::account::AccountId;
use awsim_plugin::error::ServiceError;
use data_encoding::BASE32_NOPAD;

use crate::random;

/// What the ids of one kind of resource begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Prefix(&'static str);

/// Users.
pub(crate) const USER: Prefix = Prefix("AIDA");
/// Groups.
pub(crate) const GROUP: Prefix = Prefix("AGPA");
/// Roles.
pub(crate) const ROLE: Prefix = Prefix("AROA");
/// Managed policies.
pub(crate) const MANAGED_POLICY: Prefix = Prefix("ANPA");
/// Instance profiles.
pub(crate) const INSTANCE_PROFILE: Prefix = Prefix("AIPA");
/// Server certificates.
pub(crate) const SERVER_CERTIFICATE: Prefix = Prefix("ASCA");
/// Service-specific credentials.
pub(crate) const SERVICE_SPECIFIC_CREDENTIAL: Prefix = Prefix("ACCA");

/// The characters after the prefix.
const LENGTH: usize = 17;

/// The random bits at the end of an id.
const RANDOM_BITS: u32 = 44;

/// A new id for something in `account`.
///
/// # Errors
/// `ServiceFailure` if no random numbers are to be had.
pub(crate) fn new(prefix: Prefix, account: AccountId) -> Result<Box<str>, ServiceError> {
    Ok(compose(prefix, account, u64::from_be_bytes(random::bytes()?)))
}

fn compose(prefix: Prefix, account: AccountId, random: u64) -> Box<str> {
    let random = u128::from(random & ((1 << RANDOM_BITS) - 1));
    let bits = 1 << 84 | u128::from(account.number()) << RANDOM_BITS | random;
    // 85 bits fill 17 characters; three more make whole bytes, and their character is cut off again.
    let bytes = (bits << 3).to_be_bytes();
    let mut id = prefix.0.to_owned();
    BASE32_NOPAD.encode_append(&bytes[5..], &mut id);
    id.truncate(prefix.0.len() + LENGTH);
    id.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_have_prefix_and_seventeen_characters() {
        for random in [0, 1, u64::MAX] {
            let id = compose(USER, AccountId::from_number(999_999_999_999).unwrap(), random);
            assert_eq!(id.len(), 21, "{id}");
            assert!(id.starts_with("AIDA"), "{id}");
            assert!(id.bytes().all(|byte| matches!(byte, b'A'..=b'Z' | b'2'..=b'7')), "{id}");
        }
    }

    #[test]
    fn every_random_bit_counts_and_the_account_stands_in_front() {
        let account = AccountId::default();
        let ids: std::collections::BTreeSet<_> =
            (0..RANDOM_BITS).map(|bit| compose(ROLE, account, 1 << bit)).collect();
        assert_eq!(ids.len(), RANDOM_BITS as usize);
        let key = awsim_plugin::access_key::new_id("AKIA", account, 0);
        assert!(ids.iter().all(|id| id[4..12] == key[4..12]), "{ids:?} {key}");
    }
}
