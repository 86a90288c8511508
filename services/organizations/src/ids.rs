//! Ids: a prefix that names the kind, and random small letters and digits.

use awsim_plugin::account::AccountId;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;

use crate::state::{MEMBERSHIPS, OWNERS};

/// What the ids of one kind of thing look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Form {
    prefix: &'static str,
    length: usize,
}

impl Form {
    /// Whether an id looks like this.
    pub(crate) fn fits(self, id: &str) -> bool {
        id.strip_prefix(self.prefix).is_some_and(is_random)
    }
}

/// Whether an id is one of an organizational unit.
pub(crate) fn is_unit(id: &str) -> bool {
    let parts = id.strip_prefix("ou-").and_then(|rest| rest.split_once('-'));
    parts.is_some_and(|(root, unit)| is_random(root) && is_random(unit))
}

/// Organizations.
pub(crate) const ORGANIZATION: Form = Form { prefix: "o-", length: 10 };
/// Roots.
pub(crate) const ROOT: Form = Form { prefix: "r-", length: 4 };
/// Policies.
pub(crate) const POLICY: Form = Form { prefix: "p-", length: 10 };
/// Handshakes.
pub(crate) const HANDSHAKE: Form = Form { prefix: "h-", length: 32 };
/// Requests to create an account.
pub(crate) const CREATION: Form = Form { prefix: "car-", length: 32 };
/// Resource policies.
pub(crate) const RESOURCE_POLICY: Form = Form { prefix: "rp-", length: 8 };
/// Transfers of responsibility.
pub(crate) const TRANSFER: Form = Form { prefix: "rt-", length: 8 };

const ALPHABET: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// A new id.
///
/// # Errors
/// `ServiceException` if no random numbers are to be had.
pub(crate) fn new(form: Form) -> Result<String, ServiceError> {
    Ok(format!("{}{}", form.prefix, random(form.length)?))
}

/// The id of a new organizational unit below the root with this id: `ou-ROOT-RANDOM`.
///
/// # Errors
/// `ServiceException` if no random numbers are to be had.
pub(crate) fn new_unit(root: &str) -> Result<String, ServiceError> {
    let root = root.strip_prefix(ROOT.prefix).unwrap_or(root);
    Ok(format!("ou-{root}-{}", random(8)?))
}

/// The id of an account that there is not yet.
///
/// # Errors
/// `ServiceException` if no random numbers are to be had.
pub(crate) fn new_account(state: &View) -> Result<AccountId, ServiceError> {
    loop {
        let mut bytes = [0; 8];
        fill(&mut bytes)?;
        // Ids of AWS's accounts begin with any digit; one without leading zeros is easier on careless tools.
        let number = 100_000_000_000 + u64::from_be_bytes(bytes) % 900_000_000_000;
        let free =
            |id: &AccountId| !state.contains(&OWNERS, *id, &()) && !state.contains(&MEMBERSHIPS, *id, &());
        if let Some(id) = AccountId::from_number(number).filter(free) {
            return Ok(id);
        }
    }
}

fn is_random(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| ALPHABET.contains(&byte))
}

fn random(length: usize) -> Result<String, ServiceError> {
    let mut bytes = vec![0; length];
    fill(&mut bytes)?;
    Ok(bytes.into_iter().map(|byte| char::from(ALPHABET[usize::from(byte) % ALPHABET.len()])).collect())
}

fn fill(bytes: &mut [u8]) -> Result<(), ServiceError> {
    getrandom::fill(bytes).map_err(|error| crate::errors::service_failure(&error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_have_prefix_and_small_letters_and_digits() {
        for form in [ORGANIZATION, ROOT, POLICY, HANDSHAKE, CREATION, RESOURCE_POLICY, TRANSFER] {
            let id = new(form).unwrap();
            let rest = id.strip_prefix(form.prefix).unwrap();
            assert_eq!(rest.len(), form.length, "{id}");
            assert!(rest.bytes().all(|byte| ALPHABET.contains(&byte)), "{id}");
            assert_ne!(new(form).unwrap(), id);
            assert!(form.fits(&id) && !form.fits(form.prefix) && !form.fits(&format!("{id}!")), "{id}");
        }
        let unit = new_unit("r-ab12").unwrap();
        assert!(unit.starts_with("ou-ab12-") && unit.len() == 16, "{unit}");
        assert!(is_unit(&unit) && !is_unit("ou-ab12") && !is_unit("ou-ab12-") && !is_unit("r-ab12"));
    }

    #[test]
    fn new_accounts_have_twelve_digits_that_are_not_taken() {
        let id = new_account(&View::empty()).unwrap();
        assert!(!id.to_string().starts_with('0'), "{id}");
    }
}
