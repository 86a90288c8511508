//! The keys of issuers of web identity tokens.
//!
//! An issuer publishes its keys behind its own URL (OpenID Connect Discovery 1.0): a document that says where they are,
//! and the keys. They are fetched when a token of the issuer comes ([`fetch`] says how, [`address`] from where), and
//! remembered; they can also be given to the host, or the place where they are ([`Given`]), for issuers that are not to
//! be reached. The host's own issuers are asked for nothing: their keys are at hand ([`own`]).

mod address;
mod discovery;
mod fetch;
pub(crate) mod own;
pub(crate) mod publish;
mod trust;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use awsim_plugin::federation::{Freshness, KeysError};
use awsim_plugin::shape::Timestamp;
use tokio::sync::Semaphore;

pub(crate) use discovery::is_key_set;

use crate::config::WebIdentity;
use fetch::Fetching;
use trust::Trust;

/// How long keys are remembered, in milliseconds.
const REMEMBERED_MILLIS: u64 = 60 * 60 * 1000;

/// How soon keys are asked for again because one was missing, in milliseconds: whoever sends invented tokens does not
/// make the host call an issuer at that pace.
const RENEWED_MILLIS: u64 = 10 * 1000;

/// The most issuers whose keys are remembered, and the most that can be given.
const MOST: usize = 1000;

/// The most issuers that are asked at once.
const MOST_AT_ONCE: usize = 16;

/// The keys of issuers, remembered and given.
pub struct Issuers {
    remembered: Mutex<HashMap<String, Remembered>>,
    given: Mutex<BTreeMap<String, Given>>,
    turns: Semaphore,
}

awsim_plugin::partial_debug!(Issuers);

/// Keys as an issuer published them.
#[derive(Clone)]
struct Remembered {
    keys: Arc<str>,
    at: Timestamp,
}

/// What the host was told of an issuer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// Its keys, a JSON Web Key Set.
    Keys(Arc<str>),
    /// Where its documents are: what takes the place of its own URL. It may be on this machine and behind plain HTTP.
    At(String),
}

impl Default for Issuers {
    fn default() -> Self {
        Self { remembered: Mutex::default(), given: Mutex::default(), turns: Semaphore::new(MOST_AT_ONCE) }
    }
}

impl Issuers {
    /// The keys of an issuer.
    ///
    /// # Errors
    /// [`KeysError`] if they cannot be had.
    pub async fn keys(
        &self,
        issuer: &str,
        freshness: Freshness,
        now: Timestamp,
        settings: &WebIdentity,
    ) -> Result<Arc<str>, KeysError> {
        let place = match self.given_of(issuer) {
            Some(Given::Keys(keys)) => return Ok(keys),
            Some(Given::At(place)) => Some(place),
            None => None,
        };
        let longest = match freshness {
            Freshness::Remembered => REMEMBERED_MILLIS,
            Freshness::Renewed => RENEWED_MILLIS,
        };
        if let Some(remembered) = lock(&self.remembered).get(issuer)
            && remembered.at.millis().abs_diff(now.millis()) < longest
        {
            return Ok(Arc::clone(&remembered.keys));
        }
        let fetching =
            Fetching { local: settings.local_issuers || place.is_some(), trust: Trust::Authorities };
        let asked = discovery::keys(issuer, place.as_deref().unwrap_or(issuer), &fetching);
        let keys: Arc<str> = self.in_turn(issuer, settings, asked).await?.into();
        let mut remembered = lock(&self.remembered);
        if remembered.len() >= MOST {
            remembered.clear();
        }
        remembered.insert(issuer.to_owned(), Remembered { keys: Arc::clone(&keys), at: now });
        Ok(keys)
    }

    /// The last of the certificates that the server shows where an issuer has its keys.
    ///
    /// # Errors
    /// [`KeysError`] if it cannot be had.
    pub async fn certificate(
        &self,
        issuer: &str,
        settings: &WebIdentity,
    ) -> Result<Option<Vec<u8>>, KeysError> {
        let place = match self.given_of(issuer) {
            Some(Given::Keys(_)) => return Ok(None),
            Some(Given::At(place)) => Some(place),
            None => None,
        };
        let fetching = Fetching { local: settings.local_issuers || place.is_some(), trust: Trust::Anybody };
        let asked = discovery::certificate(place.as_deref().unwrap_or(issuer), &fetching);
        self.in_turn(issuer, settings, asked).await
    }

    fn given_of(&self, issuer: &str) -> Option<Given> {
        lock(&self.given).get(issuer).cloned()
    }

    /// What an issuer answers, if it does within the time that it has. Only so many are asked at once.
    async fn in_turn<T>(
        &self,
        issuer: &str,
        settings: &WebIdentity,
        asked: impl Future<Output = Result<T, KeysError>>,
    ) -> Result<T, KeysError> {
        let _turn = self.turns.acquire().await.map_err(|error| KeysError::Unreachable(error.to_string()))?;
        match tokio::time::timeout(settings.timeout, asked).await {
            Ok(answer) => answer,
            Err(_) => Err(KeysError::Unreachable(format!("{issuer} did not answer in time"))),
        }
    }

    /// Takes something for an issuer's, or, with nothing, only what the issuer publishes. What was remembered of it is
    /// forgotten.
    ///
    /// # Errors
    /// If there are too many.
    pub fn give(&self, issuer: String, given: Option<Given>) -> Result<(), TooMany> {
        lock(&self.remembered).remove(&issuer);
        let mut all = lock(&self.given);
        match given {
            None => {
                all.remove(&issuer);
            }
            Some(_) if all.len() >= MOST && !all.contains_key(&issuer) => return Err(TooMany),
            Some(given) => {
                all.insert(issuer, given);
            }
        }
        Ok(())
    }

    /// What was given, by issuer.
    pub fn given(&self) -> BTreeMap<String, Given> {
        lock(&self.given).clone()
    }
}

/// No more issuers can be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("keys of {MOST} issuers were given already")]
pub struct TooMany;

/// Nobody holding these locks can panic halfway through a change.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
