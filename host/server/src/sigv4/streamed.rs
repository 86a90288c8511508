//! Bodies that are checked while they pass, whatever their size.

use sha2::{Digest, Sha256};

use data_encoding::HEXLOWER_PERMISSIVE;

use super::payload::{self, Payload};
use super::{ContentReader, Examined, SignatureError, SigningKeys, Trailer};
use crate::incoming::Incoming;

/// What is known of a body that streams, and whether it holds so far.
#[derive(Default)]
pub struct StreamedContent {
    /// The hash that was signed, and that of what has passed.
    hash: Option<(Vec<u8>, Sha256)>,
    /// What reads a body in chunks.
    chunks: Option<ContentReader>,
}

awsim_plugin::partial_debug!(StreamedContent, |content| chunks = content.chunks);

impl StreamedContent {
    /// What a request says of a body whose signature is not verified: how to take it out of its chunks.
    ///
    /// # Errors
    /// [`SignatureError::Content`] if it comes in chunks and the request does not say how much they carry.
    pub fn unverified(head: &Incoming) -> Result<Self, SignatureError> {
        let chunks =
            payload::chunking(head).map(|chunking| ContentReader::new(head, chunking, None)).transpose()?;
        Ok(Self { hash: None, chunks })
    }

    /// How many bytes the body carries, if it comes in chunks.
    pub fn chunked_length(&self) -> Option<u64> {
        self.chunks.as_ref().map(ContentReader::left)
    }

    /// The names of the headers that are to follow the body, if any are.
    pub fn announced(&self) -> &[String] {
        self.chunks.as_ref().map(ContentReader::announced).unwrap_or_default()
    }

    /// The hash in hexadecimal digits that the body must have, if that was signed.
    pub fn stated_hash(&self) -> Option<String> {
        self.hash.as_ref().map(|(stated, _)| HEXLOWER_PERMISSIVE.encode(stated))
    }

    /// Takes note of a piece of the body, and hands what it carries to `data` if it comes in chunks.
    ///
    /// # Errors
    /// Those of [`ContentReader::push`].
    pub fn push(&mut self, piece: &[u8], data: &mut dyn FnMut(&[u8])) -> Result<(), SignatureError> {
        if let Some((_, passed)) = &mut self.hash {
            passed.update(piece);
        }
        match &mut self.chunks {
            Some(chunks) => chunks.push(piece, data),
            None => Ok(()),
        }
    }

    /// Ends the body: the headers that followed it.
    ///
    /// # Errors
    /// [`SignatureError::ContentDiffers`] if it has another hash than was signed; those of [`ContentReader::finish`].
    pub fn finish(self) -> Result<Vec<Trailer>, SignatureError> {
        if self.hash.is_some_and(|(stated, passed)| passed.finalize()[..] != stated[..]) {
            return Err(SignatureError::ContentDiffers);
        }
        match self.chunks {
            Some(chunks) => chunks.finish(),
            None => Ok(Vec::new()),
        }
    }
}

impl Examined<'_> {
    /// Verifies the signature of the request without its body, and gives what checks the body while it passes.
    ///
    /// # Errors
    /// Those of [`content`](Self::content).
    pub fn streamed(&self, secret: &str, keys: &SigningKeys) -> Result<StreamedContent, SignatureError> {
        let chunks = self.content(secret, keys)?;
        let hash = match self.payload {
            Payload::Stated(stated) => {
                let stated = HEXLOWER_PERMISSIVE.decode(stated.as_bytes());
                Some((stated.map_err(|_| SignatureError::ContentDiffers)?, Sha256::new()))
            }
            Payload::Whole | Payload::Unsigned | Payload::Chunked(_) => None,
        };
        Ok(StreamedContent { hash, chunks })
    }
}
