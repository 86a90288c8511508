//! How a token says the session policies: compressed, where that is shorter.
//!
//! "AWS compresses the passed inline session policy, managed policy ARNs, and session tags into a packed binary format"
//! (`AssumeRole`, AWS STS API Reference). How large that may get is for STS to say, in AWS's measure (`PackedPolicySize`).

use std::borrow::Cow;

use awsim_plugin::error::ServiceError;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use serde::{Deserialize, Serialize};

use super::TokenError;

/// The fewest bytes that compressing is worth the time.
const SHORTEST: usize = 64;

/// The most bytes that policies may come to; compression makes much of little.
const LONGEST: usize = 64 * 1024;

/// How hard to compress: the default of zlib.
const EFFORT: u8 = 6;

/// The session policies in a token.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum PoliciesClaim<'c> {
    /// As they are.
    Plain(Policies<'c>),
    /// What postcard makes of them, under deflate.
    Deflated(Vec<u8>),
}

/// Session policies.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Policies<'c> {
    /// The inline policies.
    pub(super) documents: Cow<'c, [String]>,
    /// The ARNs of the managed ones.
    pub(super) arns: Cow<'c, [String]>,
}

impl<'c> PoliciesClaim<'c> {
    /// The shorter form of the policies.
    ///
    /// # Errors
    /// `PackedPolicyTooLarge` (400) if there is more of them than a token is read with.
    pub(super) fn of(policies: Policies<'c>) -> Result<Self, ServiceError> {
        let text = postcard::to_allocvec(&policies)
            .map_err(|error| ServiceError::failure(format!("the session cannot be sealed: {error}")))?;
        if text.len() > LONGEST {
            return Err(super::too_large());
        }
        if text.len() < SHORTEST {
            return Ok(Self::Plain(policies));
        }
        let deflated = compress_to_vec(&text, EFFORT);
        Ok(if deflated.len() < text.len() { Self::Deflated(deflated) } else { Self::Plain(policies) })
    }

    /// The policies and the ARNs.
    ///
    /// # Errors
    /// [`TokenError::Invalid`] if they do not decompress, or to more than there can be.
    pub(super) fn into_policies(self) -> Result<(Vec<String>, Vec<String>), TokenError> {
        let read = |policies: Policies<'_>| (policies.documents.into_owned(), policies.arns.into_owned());
        match self {
            Self::Plain(policies) => Ok(read(policies)),
            Self::Deflated(deflated) => {
                let text =
                    decompress_to_vec_with_limit(&deflated, LONGEST).map_err(|_| TokenError::Invalid)?;
                postcard::from_bytes(&text).map(read).map_err(|_| TokenError::Invalid)
            }
        }
    }
}
