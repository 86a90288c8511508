//! Access key ids and secret access keys.
//!
//! The id of an access key tells whose it is: after a prefix of four letters come ten bytes in base32, and bits 1 to 40
//! of them (counted from the most significant) are the number of the account. `GetAccessKeyInfo` reads it there. Ids
//! from before AWS did so have their first bit clear (`AKIAI…`, `AKIAJ…`); they say nothing of their account.

use data_encoding::{BASE32_NOPAD, BASE64};

use crate::account::AccountId;

/// What the ids of long-term keys begin with.
pub const LONG_TERM: &str = "AKIA";

/// What the ids of keys of temporary credentials begin with.
pub const TEMPORARY: &str = "ASIA";

/// The length of a prefix.
const PREFIX: usize = 4;

/// The random bits at the end of an id.
const RANDOM_BITS: u32 = 39;

/// The bytes in a secret access key, which base64 makes forty characters.
pub const SECRET_BYTES: usize = 30;

/// The id of a key of `account`: `prefix` ([`LONG_TERM`] or [`TEMPORARY`]) and sixteen characters that hold the account
/// and the low 39 bits of `random`.
pub fn new_id(prefix: &str, account: AccountId, random: u64) -> String {
    let random = random & ((1 << RANDOM_BITS) - 1);
    let bits = 1 << 79 | u128::from(account.number()) << RANDOM_BITS | u128::from(random);
    let bytes = bits.to_be_bytes();
    let mut id = prefix.to_owned();
    BASE32_NOPAD.encode_append(&bytes[6..], &mut id);
    id
}

/// The account that the access key with this id belongs to; none if the id does not say.
pub fn account_of(id: &str) -> Option<AccountId> {
    let encoded = id.as_bytes().get(PREFIX..)?;
    let mut bytes = [0; 10];
    if BASE32_NOPAD.decode_len(encoded.len()).ok()? != bytes.len() {
        return None;
    }
    BASE32_NOPAD.decode_mut(encoded, &mut bytes).ok()?;
    let bits = bytes.iter().fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
    if bits >> 79 == 0 {
        return None;
    }
    let number = bits >> RANDOM_BITS & ((1 << 40) - 1);
    AccountId::from_number(u64::try_from(number).ok()?)
}

/// A secret access key: forty characters of the base64 alphabet.
pub fn new_secret(random: &[u8; SECRET_BYTES]) -> String {
    BASE64.encode(random)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_holds_its_account() {
        for number in [0, 1, 123_456_789_012, 581_039_954_779, 999_999_999_999] {
            let account = AccountId::from_number(number).unwrap();
            for random in [0, 1, 0x1234_5678_9abc_def0, u64::MAX] {
                for prefix in [LONG_TERM, TEMPORARY] {
                    let id = new_id(prefix, account, random);
                    assert_eq!(id.len(), 20, "{id}");
                    assert!(id.starts_with(prefix), "{id}");
                    assert!(
                        id.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()),
                        "{id}"
                    );
                    assert_eq!(account_of(&id), Some(account), "{id}");
                }
            }
        }
    }

    /// An id with its account from Aidan Steele, "AWS Access Key ID formats".
    #[test]
    fn it_is_read_as_aws_reads_it() {
        let account = account_of("ASIAY34FZKBOKMUTVV7A").unwrap();
        assert_eq!(account.to_string(), "609629065308");
    }

    #[test]
    fn other_ids_say_nothing() {
        for id in [
            "",
            "test",
            "AKIA",
            "AKIAIOSFODNN7EXAMPLE",
            "AKIAQAAAAAAAAAAAAAA",
            "ÄKIAQAAAAAAAAAAAAAA0",
            "AKIA7777777777777777",
        ] {
            assert_eq!(account_of(id), None, "{id}");
        }
    }

    #[test]
    fn different_random_numbers_make_different_ids() {
        let ids: std::collections::BTreeSet<_> =
            (0..64).map(|bit| new_id(LONG_TERM, AccountId::default(), 1 << bit)).collect();
        // All 39 bits that fit, and one id for all that do not.
        assert_eq!(ids.len(), 40);
    }

    #[test]
    fn a_secret_has_forty_characters() {
        let secret = new_secret(&[0xff; SECRET_BYTES]);
        assert_eq!(secret, "/".repeat(40));
    }
}
