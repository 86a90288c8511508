//! Context assertions: what a context provider says of the end user for whom a role is assumed.
//!
//! "The trusted context assertion is signed and encrypted by AWS STS" (`ProvidedContext`, AWS STS API Reference): a provider,
//! which is IAM Identity Center, has STS seal what it knows, gives the result to an application as its user's identity
//! context, and the application passes it with `AssumeRole`. No Identity Center is hosted here; in its place the admin
//! interface has assertions sealed (`POST /_awsim/context-assertions`).

use std::sync::Arc;

use awsim_plugin::federation::{AssertedContext, AssertionRefusal};
use awsim_plugin::shape::Timestamp;
use data_encoding::BASE64URL_NOPAD;

use crate::keys::KeyRing;
use crate::sealer::Sealer;

/// The version of the format.
const VERSION: u8 = 2;

/// The most characters of an assertion that AWS takes (`ContextAssertion`).
const LONGEST: usize = 2048;

/// Seals and opens context assertions.
#[derive(Debug)]
pub struct AssertionSealer(Sealer);

/// Why there is no assertion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum AssertionError {
    /// It would be longer than AWS takes.
    #[error("an assertion of all this is longer than {LONGEST} characters")]
    TooLong,
    /// It cannot be sealed.
    #[error("the operating system gives no random numbers")]
    NoRandomness,
}

impl AssertionSealer {
    /// A sealer with the keys of this ring.
    pub fn new(ring: &Arc<KeyRing>) -> Self {
        Self(Sealer::new(ring, b"context assertion", VERSION))
    }

    /// Seals now what a provider says, to be believed until a time.
    ///
    /// # Errors
    /// [`AssertionError`].
    pub(crate) fn seal(
        &self,
        context: &AssertedContext,
        expires: Timestamp,
        now: Timestamp,
    ) -> Result<String, AssertionError> {
        let text = postcard::to_allocvec(&(expires.millis(), &context.provider, &context.keys));
        let text = text.map_err(|_| AssertionError::TooLong)?;
        let sealed = self.0.seal(&text, "", now).map_err(|_| AssertionError::NoRandomness)?;
        let assertion = BASE64URL_NOPAD.encode(&sealed);
        if assertion.len() <= LONGEST { Ok(assertion) } else { Err(AssertionError::TooLong) }
    }

    /// What an assertion says.
    ///
    /// # Errors
    /// [`AssertionRefusal`] if it was not sealed here, or its time is over.
    pub(crate) fn open(&self, assertion: &str, now: Timestamp) -> Result<AssertedContext, AssertionRefusal> {
        let opened = BASE64URL_NOPAD
            .decode(assertion.as_bytes())
            .ok()
            .and_then(|sealed| self.0.open(&sealed, "").ok());
        let opened = opened.ok_or(AssertionRefusal::Invalid)?;
        let (expires, provider, keys) =
            postcard::from_bytes(&opened).map_err(|_| AssertionRefusal::Invalid)?;
        match now < Timestamp::from_millis(expires) {
            true => Ok(AssertedContext { provider, keys }),
            false => Err(AssertionRefusal::Expired),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Timestamp {
        Timestamp::from_seconds(0)
    }

    fn sealer() -> AssertionSealer {
        AssertionSealer::new(&Arc::new(KeyRing::ephemeral().unwrap()))
    }

    fn context(value: String) -> AssertedContext {
        AssertedContext {
            provider: "arn:aws:iam::aws:contextProvider/IdentityCenter".to_owned(),
            keys: vec![("identitystore:UserId".to_owned(), value)],
        }
    }

    #[test]
    fn an_assertion_says_what_was_sealed_until_its_time_is_over() {
        let sealer = sealer();
        let context = context("90676908".to_owned());
        let assertion = sealer.seal(&context, Timestamp::from_seconds(1000), now()).unwrap();
        assert_eq!(sealer.open(&assertion, Timestamp::from_seconds(999)), Ok(context));
        let late = sealer.open(&assertion, Timestamp::from_seconds(1000));
        assert_eq!(late, Err(AssertionRefusal::Expired));
    }

    #[test]
    fn what_was_altered_or_is_from_elsewhere_is_refused() {
        let (one, other) = (sealer(), sealer());
        let assertion =
            one.seal(&context("90676908".to_owned()), Timestamp::from_seconds(1000), now()).unwrap();
        assert_eq!(other.open(&assertion, now()), Err(AssertionRefusal::Invalid));
        for place in 0..assertion.len() {
            let changed = if assertion.as_bytes()[place] == b'A' { "B" } else { "A" };
            let altered = [&assertion[..place], changed, &assertion[place + 1..]].concat();
            assert_eq!(one.open(&altered, now()), Err(AssertionRefusal::Invalid), "{place}");
        }
        for text in ["", "AAAA", "trusted-context-assertion", "\u{e4}"] {
            assert_eq!(one.open(text, now()), Err(AssertionRefusal::Invalid), "{text}");
        }
    }

    #[test]
    fn an_assertion_is_not_longer_than_can_be_passed() {
        let seal = |length| sealer().seal(&context("x".repeat(length)), Timestamp::from_seconds(1000), now());
        assert_eq!(seal(2000), Err(AssertionError::TooLong));
        assert!(seal(1000).unwrap().len() <= LONGEST);
    }
}
