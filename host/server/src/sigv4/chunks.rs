//! Bodies that come in signed chunks (`aws-chunked`).
//!
//! ```text
//! 400;chunk-signature=ad80c730…\r\n<1024 bytes>\r\n0;chunk-signature=b6c6ea8a…\r\n
//! x-amz-checksum-crc32c:sOO8/Q==\r\nx-amz-trailer-signature:d81f82fc…\r\n\r\n
//! ```
//!
//! Each signature covers its chunk and the signature before it; the first one follows that of the request. A body is
//! given to a [`ChunkReader`] piece by piece as it arrives, whatever its size: no more than one line is ever kept.
//!
//! Source: "Signature Calculations for the Authorization Header: Transferring Payload in Multiple Chunks" and
//! "…: Including Trailing Headers" in the Amazon S3 API reference.

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use super::payload::{Chunking, hash};
use super::signing_key::Key;
use super::{Algorithm, ContentError, SignatureError};

/// The fewest bytes of a chunk that another follows: "The chunk size must be at least 8 KB … This chunk size applies to all
/// chunks except the last one".
pub(super) const SMALLEST_CHUNK: u64 = 8 * 1024;

/// The longest line of a body: the head of a chunk or a header after the last one.
const LONGEST_LINE: usize = 8 * 1024;

/// The most headers after the last chunk.
const MOST_TRAILERS: usize = 32;

/// The header with the signature of the headers after the last chunk.
const TRAILER_SIGNATURE: &str = "x-amz-trailer-signature";

/// A header after the last chunk: its name in lower case and its value.
pub type Trailer = (String, String);

/// What the signatures of chunks are made and checked with.
pub(super) struct ChunkSigner {
    pub(super) key: Key,
    pub(super) algorithm: Algorithm,
    /// The date of the request in the basic format.
    pub(super) date: String,
    /// The credential scope without the access key id.
    pub(super) scope: String,
    /// The signature before the next chunk, in hexadecimal digits.
    pub(super) previous: String,
}

impl ChunkSigner {
    /// Checks the signature of the next part of the body, whose own lines of the string to sign are `content`.
    fn check(&mut self, part: &str, content: &str, signature: &str) -> Result<(), SignatureError> {
        // Signatures of varying length are filled up, so that the length of the body can be told in advance.
        let signature = signature.trim_end_matches('*');
        let string_to_sign = format!(
            "{}-{part}\n{}\n{}\n{}\n{content}",
            self.algorithm.name(),
            self.date,
            self.scope,
            self.previous
        );
        let given = HEXLOWER.decode(signature.as_bytes()).map_err(|_| SignatureError::mismatch())?;
        if !self.key.verifies(string_to_sign.as_bytes(), &given) {
            return Err(SignatureError::mismatch());
        }
        signature.clone_into(&mut self.previous);
        Ok(())
    }
}

/// Reads a body in chunks.
pub struct ChunkReader {
    chunking: Chunking,
    signer: Option<ChunkSigner>,
    at: At,
    /// Whether the last chunk so far is so small that no other may follow.
    is_last: bool,
    line: Vec<u8>,
    hasher: Sha256,
    signature: String,
    trailers: Vec<Trailer>,
}

awsim_plugin::partial_debug!(ChunkReader, |reader| at = reader.at);

/// What comes next in a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    /// The head of a chunk.
    Head,
    /// So many more bytes of a chunk.
    Data(u64),
    /// The line end after a chunk.
    End,
    /// A header, or the empty line after the last one.
    Trailer,
    /// Nothing.
    Over,
}

impl ChunkReader {
    /// A reader of a body that is signed so; `signer` checks the signatures, if there are any.
    pub(super) fn new(chunking: Chunking, signer: Option<ChunkSigner>) -> Self {
        Self {
            chunking,
            signer: signer.filter(|_| chunking.algorithm.is_some()),
            at: At::Head,
            is_last: false,
            line: Vec::new(),
            hasher: Sha256::new(),
            signature: String::new(),
            trailers: Vec::new(),
        }
    }

    /// Reads a piece of the body and hands what it carries to `data`. What is handed out belongs to the object only
    /// once [`finish`](Self::finish) has said so.
    ///
    /// # Errors
    /// [`SignatureError::Incomplete`] if it is not in chunks; [`SignatureError::DoesNotMatch`] if a signature does not
    /// hold; [`ContentError::ChunkSize`] if a chunk is too small.
    pub fn push(&mut self, mut piece: &[u8], data: &mut dyn FnMut(&[u8])) -> Result<(), SignatureError> {
        while !piece.is_empty() {
            piece = match self.at {
                At::Data(left) => {
                    let take = usize::try_from(left).unwrap_or(usize::MAX).min(piece.len());
                    let (content, rest) = piece.split_at(take);
                    self.hasher.update(content);
                    data(content);
                    let left = left - take as u64;
                    self.at = if left == 0 { At::End } else { At::Data(left) };
                    rest
                }
                At::Over => return Err(malformed("there is something after the last chunk")),
                At::Head | At::End | At::Trailer => self.push_line(piece)?,
            };
        }
        Ok(())
    }

    /// Ends the reading: the headers after the last chunk, without the one that signs them.
    ///
    /// # Errors
    /// [`SignatureError::Incomplete`] if the body ended too early.
    pub fn finish(self) -> Result<Vec<Trailer>, SignatureError> {
        if self.at == At::Over { Ok(self.trailers) } else { Err(malformed("it ends too early")) }
    }

    /// Adds to the line that is being read, and takes it when it is complete.
    fn push_line<'p>(&mut self, piece: &'p [u8]) -> Result<&'p [u8], SignatureError> {
        let (part, rest, complete) = match piece.iter().position(|byte| *byte == b'\n') {
            Some(end) => (&piece[..end], &piece[end + 1..], true),
            None => (piece, &piece[piece.len()..], false),
        };
        if self.line.len() + part.len() > LONGEST_LINE {
            return Err(malformed("a line is too long"));
        }
        self.line.extend_from_slice(part);
        if complete {
            let line = std::mem::take(&mut self.line);
            let line = line.strip_suffix(b"\r").ok_or_else(|| malformed("a line does not end in CR LF"))?;
            let line = std::str::from_utf8(line).map_err(|_| malformed("a line is not in UTF-8"))?;
            self.take_line(line)?;
        }
        Ok(rest)
    }

    fn take_line(&mut self, line: &str) -> Result<(), SignatureError> {
        match self.at {
            At::Head => self.head(line),
            At::End if line.is_empty() => {
                self.close_chunk()?;
                self.at = At::Head;
                Ok(())
            }
            At::Trailer if line.is_empty() => self.close_trailer(),
            At::Trailer => self.trailer(line),
            At::End | At::Data(_) | At::Over => Err(malformed("a chunk is longer than it says")),
        }
    }

    /// `400;chunk-signature=…`, or without signatures just `400`.
    fn head(&mut self, line: &str) -> Result<(), SignatureError> {
        let (size, extension) = line.split_once(';').unwrap_or((line, ""));
        let is_size = (1..=16).contains(&size.len()) && size.bytes().all(|byte| byte.is_ascii_hexdigit());
        let size = u64::from_str_radix(size, 16).ok().filter(|_| is_size);
        let size = size.ok_or_else(|| malformed("a chunk does not say its size"))?;
        extension.strip_prefix("chunk-signature=").unwrap_or("").clone_into(&mut self.signature);
        self.hasher = Sha256::new();
        if size > 0 {
            if self.is_last {
                return Err(ContentError::ChunkSize.into());
            }
            self.is_last = size < SMALLEST_CHUNK;
            self.at = At::Data(size);
        } else {
            self.close_chunk()?;
            self.at = At::Trailer;
        }
        Ok(())
    }

    fn close_chunk(&mut self) -> Result<(), SignatureError> {
        let content = HEXLOWER.encode(&std::mem::take(&mut self.hasher).finalize());
        match &mut self.signer {
            Some(signer) => signer.check("PAYLOAD", &format!("{}\n{content}", hash(b"")), &self.signature),
            None => Ok(()),
        }
    }

    fn trailer(&mut self, line: &str) -> Result<(), SignatureError> {
        let (name, value) =
            line.split_once(':').ok_or_else(|| malformed("a trailing header has no colon"))?;
        if !self.chunking.has_trailer || self.trailers.len() == MOST_TRAILERS {
            return Err(malformed("there are more trailing headers than announced"));
        }
        self.trailers.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        Ok(())
    }

    /// The signature of the trailing headers covers them in the order of their names.
    fn close_trailer(&mut self) -> Result<(), SignatureError> {
        self.at = At::Over;
        let signed = self.trailers.iter().position(|(name, _)| name == TRAILER_SIGNATURE);
        let signature = signed.map(|place| self.trailers.remove(place).1);
        let Some(signer) = self.signer.as_mut().filter(|_| self.chunking.has_trailer) else { return Ok(()) };
        let mut sorted: Vec<&Trailer> = self.trailers.iter().collect();
        sorted.sort_unstable();
        let canonical: String = sorted.iter().map(|(name, value)| format!("{name}:{value}\n")).collect();
        signer.check("TRAILER", &hash(canonical.as_bytes()), signature.as_deref().unwrap_or_default())
    }
}

fn malformed(reason: &str) -> SignatureError {
    SignatureError::Incomplete(format!("The body is not in signed chunks as it says: {reason}."))
}
