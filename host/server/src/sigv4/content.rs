//! What a body in chunks carries, and whether it carries what its headers say.
//!
//! To a service, a body in chunks is a way of sending and nothing else: it sees the request as if it had been sent whole
//! ([`unframed`]). Whoever wants a large body as it arrives reads it with a [`ContentReader`], which checks the signatures
//! on the way ([`Examined::content`](super::Examined::content)) and keeps no more than a line.
//!
//! Source: "Signature Calculations for the Authorization Header: Transferring Payload in Multiple Chunks" ("Set
//! `x-amz-decoded-content-length` to the size, in bytes, of the data to be uploaded") and "…: Including Trailing Headers"
//! ("the `x-amz-trailer` header … the names of the trailing headers") in the Amazon S3 API reference; the errors are those
//! of its list of error codes.

use bytes::{Bytes, BytesMut};
use http::{HeaderMap, HeaderName, HeaderValue, header};

use super::chunks::{ChunkReader, ChunkSigner};
use super::dialect::Dialect;
use super::payload::{self, Chunking};
use super::{ContentError, SignatureError, Trailer};
use crate::incoming::Incoming;

/// How many bytes the body carries.
const DECODED_LENGTH: &str = "x-amz-decoded-content-length";

/// The names of the headers that follow the last chunk, divided by commas.
const ANNOUNCED: &str = "x-amz-trailer";

/// The part of `Content-Encoding` that says that a body is in chunks.
pub(super) const AWS_CHUNKED: &str = "aws-chunked";

/// Reads a body in chunks as it arrives.
pub struct ContentReader {
    chunks: ChunkReader,
    /// How many bytes are still to come.
    left: u64,
    announced: Vec<String>,
}

awsim_plugin::partial_debug!(ContentReader, |reader| left = reader.left);

impl ContentReader {
    /// A reader of the body of a request that has these headers; `signer` checks the signatures.
    ///
    /// # Errors
    /// [`ContentError::MissingLength`] if the request does not say how much the body carries.
    pub(super) fn new(
        head: &Incoming,
        chunking: Chunking,
        signer: Option<ChunkSigner>,
    ) -> Result<Self, SignatureError> {
        let length =
            head.header(DECODED_LENGTH).filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
        let left = length.and_then(|text| text.parse().ok()).ok_or(ContentError::MissingLength)?;
        let announced = head.headers.get_all(ANNOUNCED).iter().filter_map(|names| names.to_str().ok());
        let announced =
            announced.flat_map(|names| names.split(',')).map(|name| name.trim().to_ascii_lowercase());
        let announced = announced.filter(|name| !name.is_empty()).collect();
        Ok(Self { chunks: ChunkReader::new(chunking, signer), left, announced })
    }

    /// The names of the headers that are to follow.
    pub(super) fn announced(&self) -> &[String] {
        &self.announced
    }

    /// How many bytes are still to come.
    pub(super) fn left(&self) -> u64 {
        self.left
    }

    /// Reads a piece of the body and hands what it carries to `data`. What is handed out belongs to the object only
    /// once [`finish`](Self::finish) has said so.
    ///
    /// # Errors
    /// Those of [`ChunkReader::push`]; [`ContentError::Incomplete`] if the body carries more than it says.
    pub fn push(&mut self, piece: &[u8], data: &mut dyn FnMut(&[u8])) -> Result<(), SignatureError> {
        let left = &mut self.left;
        let mut too_long = false;
        self.chunks.push(piece, &mut |part| match left.checked_sub(part.len() as u64) {
            Some(rest) if !too_long => {
                *left = rest;
                data(part);
            }
            _ => too_long = true,
        })?;
        if too_long { Err(ContentError::Incomplete.into()) } else { Ok(()) }
    }

    /// Ends the reading: the headers after the last chunk, without the one that signs them.
    ///
    /// # Errors
    /// Those of [`ChunkReader::finish`]; [`ContentError::Incomplete`] if the body carries less than it says,
    /// [`ContentError::Trailer`] if other headers follow it than were announced.
    pub fn finish(self) -> Result<Vec<Trailer>, SignatureError> {
        let trailers = self.chunks.finish()?;
        if self.left > 0 {
            return Err(ContentError::Incomplete.into());
        }
        let is_announced = |(name, _): &Trailer| self.announced.contains(name);
        let has_come = |name: &String| trailers.iter().filter(|(known, _)| known == name).count() == 1;
        match trailers.iter().all(is_announced) && self.announced.iter().all(has_come) {
            true => Ok(trailers),
            false => Err(ContentError::Trailer.into()),
        }
    }
}

/// The request as if its body had been sent whole; none if it was. Trailing headers are among the headers then. Signatures
/// are not checked here: they are of the body as it arrived. `service` is the signing name of the service that the request is
/// for, whether it is signed or not.
///
/// # Errors
/// What is wrong with the chunks, or with what the headers say of them.
pub fn unframed(incoming: &Incoming, service: &str) -> Result<Option<Incoming>, SignatureError> {
    let chunking = payload::chunking(incoming).filter(|_| Dialect::of(service).is_storage);
    let Some(chunking) = chunking else { return Ok(None) };
    let mut reader = ContentReader::new(incoming, chunking, None)?;
    let mut body = BytesMut::with_capacity(incoming.body.len());
    reader.push(&incoming.body, &mut |part| body.extend_from_slice(part))?;
    let trailers = reader.finish()?;
    Ok(Some(sent_whole(incoming, body.freeze(), &trailers)))
}

fn sent_whole(incoming: &Incoming, body: Bytes, trailers: &[Trailer]) -> Incoming {
    let mut headers = incoming.headers.clone();
    for (name, value) in trailers {
        // A name or value that cannot be a header's is none that a service could ask for.
        let name = HeaderName::from_bytes(name.as_bytes());
        if let (Ok(name), Ok(value)) = (name, HeaderValue::from_str(value)) {
            // What stands before the body was signed in any case.
            headers.entry(name).or_insert(value);
        }
    }
    unframe(&mut headers);
    headers.insert(header::CONTENT_LENGTH, body.len().into());
    Incoming { headers, body, ..incoming.clone() }
}

/// Takes off a request what says that its body comes in chunks.
pub(crate) fn unframe(headers: &mut HeaderMap) {
    headers.remove(DECODED_LENGTH);
    headers.remove(ANNOUNCED);
    let others: Vec<&str> =
        codings(headers).filter(|coding| !coding.eq_ignore_ascii_case(AWS_CHUNKED)).collect();
    match HeaderValue::from_str(&others.join(", ")) {
        Ok(others) if !others.is_empty() => headers.insert(header::CONTENT_ENCODING, others),
        _ => headers.remove(header::CONTENT_ENCODING),
    };
}

/// The codings that headers name for a body (`Content-Encoding`), in order.
pub(super) fn codings(headers: &HeaderMap) -> impl Iterator<Item = &str> {
    let lines = headers.get_all(header::CONTENT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    lines.flat_map(|line| line.split(',')).map(str::trim).filter(|coding| !coding.is_empty())
}
