//! Encoded authorization messages: why a request was denied, sealed so that only who may decode it can read it.
//!
//! "The message is encoded because the details of the authorization status can contain privileged information that the
//! user who requested the operation should not see" (`DecodeAuthorizationMessage`, AWS STS API Reference). Nothing is
//! remembered of a message: all that it tells is in it, compressed, encrypted and authenticated with a key of its own. So it outlives a restart, and it opens only for principals of the
//! account that it is about.
//!
//! Which denials carry one is the services' matter: "Only certain AWS operations return an encoded authorization
//! message", those of EC2 above all, and none of IAM, STS and Organizations. A service that does says so
//! ([`encodes_denials`](awsim_plugin::service::ServicePlugin::encodes_denials)). For all others the record of the decision
//! has the message (`/_awsim/decisions`, under the id of the request), as it has everything else.

mod content;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use awsim_plugin::account::AccountId;
use awsim_plugin::shape::Timestamp;
use data_encoding::BASE64URL_NOPAD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use content::{Content, Detail};

use crate::authorize::Decided;
use crate::keys::KeyRing;
use crate::sealer::Sealer;

/// The version of the format of messages.
const VERSION: u8 = 2;

/// The time of the denial, in milliseconds, before the text.
const TIME: usize = 8;

/// The most characters of a message that AWS takes to decode (`EncodedMessage`).
const LONGEST: usize = 10_240;

/// The most bytes of what a message says; compression makes much of little.
const LONGEST_TEXT: usize = 1 << 20;

/// How hard to compress: the default of zlib.
const EFFORT: u8 = 6;

/// How long a message can be decoded, in seconds. AWS says that messages expire, and not when.
const LIFETIME: i64 = 24 * 3600;

/// Seals and opens encoded authorization messages.
#[derive(Debug)]
pub struct MessageSealer(Sealer);

impl MessageSealer {
    /// A sealer with the keys of this ring.
    pub fn new(ring: &Arc<KeyRing>) -> Self {
        Self(Sealer::new(ring, b"authorization message", VERSION))
    }

    /// The message that tells of a decision. None if there is no way to make one that is short enough, or no random
    /// number to make it with: a denial is told all the same.
    pub(crate) fn seal(&self, decided: &Decided) -> Option<String> {
        let told = |detail| self.seal_text(decided, &Content::of(decided, detail));
        told(Detail::Full).or_else(|| told(Detail::Short))
    }

    fn seal_text(&self, decided: &Decided, content: &Content<'_>) -> Option<String> {
        let text = serde_json::to_vec(content).ok()?;
        let now = decided.circumstances.now;
        let time = now.millis().to_be_bytes();
        let message = [&time[..], &compress_to_vec(&text, EFFORT)].concat();
        let encoded = BASE64URL_NOPAD.encode(&self.0.seal(&message, decided.account(), now).ok()?);
        (encoded.len() <= LONGEST).then_some(encoded)
    }

    /// What a message says, in JSON, to a principal of this account. None if it was not issued here for the account, was
    /// altered, or has expired; which of these is nobody's business.
    pub(crate) fn open(&self, account: AccountId, message: &str, now: Timestamp) -> Option<String> {
        let sealed = BASE64URL_NOPAD.decode(message.as_bytes()).ok()?;
        let opened = self.0.open(&sealed, &account.to_string()).ok()?;
        let (time, text) = opened.split_first_chunk::<TIME>()?;
        let expires = Timestamp::from_millis(i64::from_be_bytes(*time)).plus_seconds(LIFETIME);
        let text = decompress_to_vec_with_limit(text, LONGEST_TEXT).ok().filter(|_| now < expires)?;
        String::from_utf8(text).ok()
    }
}
