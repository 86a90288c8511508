//! Bodies in chunks as they are sent on: unsigned, with the headers behind them that came behind them.
//!
//! Whoever signs a request anew cannot sign its chunks anew as they were, but what follows them is to arrive: an upstream
//! that is not told the checksum of an object has none to keep. So chunks that came with trailing headers are sent on as
//! `STREAMING-UNSIGNED-PAYLOAD-TRAILER`, in pieces whose lengths are known beforehand, and with them the length of the whole.
//!
//! Source: "Signature Calculations for the Authorization Header: Including Trailing Headers" in the Amazon S3 API reference;
//! "Checking object integrity in Amazon S3" in the Amazon S3 User Guide for the algorithms.

use std::collections::VecDeque;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, header};

use super::content::{AWS_CHUNKED, codings};
use super::{ContentError, SignatureError, Trailer};

/// What such a request says of its body in `x-amz-content-sha256`.
pub(crate) const UNSIGNED_TRAILER: &str = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";

/// The bytes of a chunk, unless it is the last: within what servers take.
const CHUNK: u64 = 1 << 20;

/// The checksums that S3 takes, and how many letters each has in Base64.
const CHECKSUMS: [(&str, u64); 10] = [
    ("x-amz-checksum-crc32", 8),
    ("x-amz-checksum-crc32c", 8),
    ("x-amz-checksum-crc64nvme", 12),
    ("x-amz-checksum-md5", 24),
    ("x-amz-checksum-sha1", 28),
    ("x-amz-checksum-sha256", 44),
    ("x-amz-checksum-sha512", 88),
    ("x-amz-checksum-xxhash128", 24),
    ("x-amz-checksum-xxhash3", 12),
    ("x-amz-checksum-xxhash64", 12),
];

/// Puts a body into chunks as it passes.
pub(crate) struct Framing {
    /// How many bytes of it are not in a chunk yet.
    left: u64,
    /// How many bytes are missing to the chunk that has begun.
    open: u64,
    /// How long everything is, if that can be told beforehand.
    length: Option<u64>,
}

impl Framing {
    /// For a body of so many bytes that these headers follow.
    pub(crate) fn new(content: u64, announced: &[String]) -> Self {
        Self { left: content, open: 0, length: length(content, announced) }
    }

    /// How long everything is, if that can be told beforehand.
    pub(crate) fn length(&self) -> Option<u64> {
        self.length
    }

    /// Takes a piece of the body, and hands out what it becomes.
    pub(crate) fn push(&mut self, mut piece: Bytes, out: &mut VecDeque<Bytes>) {
        while !piece.is_empty() {
            if self.open == 0 {
                // A body is found to be longer than it says before it comes here.
                self.open = self.left.clamp(1, CHUNK);
                self.left = self.left.saturating_sub(self.open);
                out.push_back(format!("{:x}\r\n", self.open).into());
            }
            let take = usize::try_from(self.open).unwrap_or(usize::MAX).min(piece.len());
            self.open = self.open.saturating_sub(take as u64);
            out.push_back(piece.split_to(take));
            if self.open == 0 {
                out.push_back(Bytes::from_static(b"\r\n"));
            }
        }
    }

    /// What stands behind the body. Its length is that which was told.
    ///
    /// # Errors
    /// [`ContentError::Trailer`] if a header is none, or a checksum has another length than its algorithm gives it.
    pub(crate) fn end(trailers: &[Trailer]) -> Result<Bytes, SignatureError> {
        let mut end = b"0\r\n".to_vec();
        for (name, value) in trailers {
            let fits = checksum(name).is_none_or(|letters| value.len() as u64 == letters);
            if !fits || HeaderValue::from_str(value).is_err() {
                return Err(ContentError::Trailer.into());
            }
            end.extend_from_slice(format!("{name}:{value}\r\n").as_bytes());
        }
        end.extend_from_slice(b"\r\n");
        Ok(end.into())
    }
}

fn checksum(name: &str) -> Option<u64> {
    CHECKSUMS.iter().find(|(known, _)| *known == name).map(|(_, letters)| *letters)
}

/// `SIZE CRLF bytes CRLF` for every chunk, `0 CRLF`, `name:value CRLF` for every header, `CRLF`.
fn length(content: u64, announced: &[String]) -> Option<u64> {
    let framed = |size: u64| u64::from(size.checked_ilog(16).unwrap_or(0)) + 1 + 2 + size + 2;
    let (whole, rest) = (content / CHUNK, content % CHUNK);
    let chunks = whole.checked_mul(framed(CHUNK))?;
    let chunks = if rest > 0 { chunks.checked_add(framed(rest))? } else { chunks };
    announced.iter().try_fold(chunks.checked_add(5)?, |sum, name| {
        sum.checked_add(name.len() as u64 + 1 + checksum(name)? + 2)
    })
}

/// Says in a request that its body is in chunks. What it says of their content and of what follows them, it said before.
pub(crate) fn frame(headers: &mut HeaderMap) {
    let codings: Vec<&str> = codings(headers).collect();
    if codings.iter().any(|coding| coding.eq_ignore_ascii_case(AWS_CHUNKED)) {
        return;
    }
    let all = [&[AWS_CHUNKED][..], &codings].concat().join(",");
    if let Ok(all) = HeaderValue::from_str(&all) {
        headers.insert(header::CONTENT_ENCODING, all);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const CRC32: &str = "x-amz-checksum-crc32";

    fn framed(content: &[u8], cuts: &[usize], trailers: &[Trailer]) -> (Option<u64>, Vec<u8>) {
        let names: Vec<String> = trailers.iter().map(|(name, _)| name.clone()).collect();
        let mut framing = Framing::new(content.len() as u64, &names);
        let length = framing.length();
        let (mut out, mut rest) = (VecDeque::new(), Bytes::copy_from_slice(content));
        for cut in cuts {
            let piece = rest.split_to((*cut).min(rest.len()));
            framing.push(piece, &mut out);
        }
        framing.push(rest, &mut out);
        out.push_back(Framing::end(trailers).unwrap());
        (length, out.into_iter().flatten().collect())
    }

    #[test]
    fn a_body_is_as_the_reference_writes_it() {
        let trailers = [(CRC32.to_owned(), "AAAAAA==".to_owned())];
        let (length, text) = framed(b"hello", &[2], &trailers);
        assert_eq!(text, b"5\r\nhello\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n");
        assert_eq!(length, Some(text.len() as u64));
        assert_eq!(framed(b"", &[], &trailers).1, b"0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n");
    }

    #[test]
    fn a_header_that_is_no_checksum_has_no_length_beforehand() {
        let trailers = [("x-amz-meta-own".to_owned(), "some".to_owned())];
        assert_eq!(framed(b"hello", &[], &trailers).0, None);
    }

    #[test]
    fn a_checksum_of_another_length_and_what_is_no_value_are_refused() {
        for value in ["AAAA", "AAAAAA==AAAA", "AAA\rAA==", "AAAAAA\u{7f}="] {
            assert!(Framing::end(&[(CRC32.to_owned(), value.to_owned())]).is_err(), "{value:?}");
        }
    }

    #[test]
    fn a_request_says_once_that_its_body_is_in_chunks() {
        for (before, after) in
            [("", "aws-chunked"), ("gzip", "aws-chunked,gzip"), ("gzip, AWS-Chunked", "gzip, AWS-Chunked")]
        {
            let mut headers = HeaderMap::new();
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(before));
            frame(&mut headers);
            assert_eq!(headers[header::CONTENT_ENCODING], after);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn the_length_that_is_told_is_the_length(
            size in 0_usize..(CHUNK as usize * 3 + 2),
            cuts in proptest::collection::vec(0_usize..CHUNK as usize, 0..4),
        ) {
            let trailers = [("x-amz-checksum-sha256".to_owned(), "A".repeat(44))];
            let (length, text) = framed(&vec![7; size], &cuts, &trailers);
            prop_assert_eq!(length, Some(text.len() as u64));
        }
    }
}
