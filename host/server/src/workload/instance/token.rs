//! The tokens of the instance metadata service. Nothing of them is stored: a token is the time of its end with a keyed
//! hash over it.

use awsim_plugin::shape::Timestamp;
use data_encoding::BASE64URL_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The longest that a token holds, in seconds: six hours.
pub(super) const LONGEST: u32 = 21_600;

/// The bytes of the time in a token.
const TIME: usize = 8;

/// What issues tokens and tells them from others; it lives as long as the process.
pub(super) struct Tokens(Hmac<Sha256>);

impl Tokens {
    /// A new issuer.
    ///
    /// # Errors
    /// If the operating system gives no random numbers.
    pub(super) fn random() -> Result<Self, getrandom::Error> {
        let mut key = [0; 64];
        getrandom::fill(&mut key)?;
        Ok(Self(Hmac::new(&key.into())))
    }

    /// A token that holds for so many seconds from now.
    pub(super) fn issue(&self, seconds: u32, now: Timestamp) -> String {
        let end = now.plus_seconds(seconds.into()).millis().to_be_bytes();
        let mut token = end.to_vec();
        token.extend_from_slice(&self.over(&end).finalize().into_bytes());
        BASE64URL_NOPAD.encode(&token)
    }

    /// Whether the token was issued here and still holds.
    pub(super) fn holds(&self, token: &str, now: Timestamp) -> bool {
        let Ok(token) = BASE64URL_NOPAD.decode(token.as_bytes()) else { return false };
        let Some((end, hash)) = token.split_at_checked(TIME) else { return false };
        let Ok(millis) = end.try_into().map(i64::from_be_bytes) else { return false };
        self.over(end).verify_slice(hash).is_ok() && now.millis() < millis
    }

    fn over(&self, end: &[u8]) -> Hmac<Sha256> {
        let mut keyed = self.0.clone();
        keyed.update(end);
        keyed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_seconds(1_776_759_330 + seconds)
    }

    #[test]
    fn a_token_holds_as_long_as_it_says() {
        let tokens = Tokens::random().unwrap();
        let token = tokens.issue(60, at(0));
        assert!(tokens.holds(&token, at(0)) && tokens.holds(&token, at(59)));
        assert!(!tokens.holds(&token, at(60)));
    }

    #[test]
    fn other_tokens_do_not_hold() {
        let tokens = Tokens::random().unwrap();
        let token = tokens.issue(60, at(0));
        let prolonged = {
            let mut bytes = BASE64URL_NOPAD.decode(token.as_bytes()).unwrap();
            bytes[3] ^= 1;
            BASE64URL_NOPAD.encode(&bytes)
        };
        for other in ["", "é", &token[1..], &prolonged, &Tokens::random().unwrap().issue(60, at(0))] {
            assert!(!tokens.holds(other, at(0)), "{other}");
        }
    }
}
