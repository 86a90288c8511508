//! What bodies in chunks carry.

use super::chunks::{chunked, with_trailer};
use super::*;
use crate::sigv4::content::ContentReader;
use crate::sigv4::{ContentError, unframed};

fn content(incoming: &Incoming) -> Result<Option<Incoming>, SignatureError> {
    let signature = Signature::of(incoming).unwrap();
    unframed(incoming, signature.as_ref().map_or("s3", |signature| &*signature.scope.service))
}

fn refused(incoming: &Incoming) -> ContentError {
    match content(incoming) {
        Err(SignatureError::Content(error)) => error,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_service_sees_what_was_sent_whole() {
    let seen = content(&chunked()).unwrap().unwrap();
    assert!(seen.body.len() == 66_560 && seen.body.iter().all(|byte| *byte == b'a'));
    assert_eq!(seen.header("content-length"), Some("66560"));
    assert_eq!(seen.header("content-encoding"), None);
    assert_eq!(seen.header("x-amz-storage-class"), Some("REDUCED_REDUNDANCY"));

    let gzip = with(with_trailer(), "content-encoding", "gzip, aws-chunked");
    let seen = content(&gzip).unwrap().unwrap();
    assert_eq!(seen.header("content-encoding"), Some("gzip"));
    assert_eq!(seen.header("x-amz-checksum-crc32c"), Some("sOO8/Q=="));
    assert_eq!(seen.header("x-amz-trailer-signature"), None);
}

#[test]
fn other_bodies_are_left_alone() {
    assert_eq!(content(&list_users()).unwrap().map(|seen| seen.body), None);
    let whole = with(chunked(), "x-amz-content-sha256", "UNSIGNED-PAYLOAD");
    assert_eq!(content(&whole).unwrap().map(|seen| seen.body), None);
}

#[test]
fn chunks_are_those_of_the_service_whoever_signed() {
    let unsigned = without(chunked(), "authorization");
    assert!(content(&unsigned).unwrap().is_some());
    assert!(unframed(&unsigned, "s3").unwrap().is_some());
    assert!(unframed(&unsigned, "sts").unwrap().is_none());
}

#[test]
fn the_length_is_the_one_that_was_said() {
    assert_eq!(refused(&without(chunked(), "x-amz-decoded-content-length")), ContentError::MissingLength);
    for (length, error) in [
        ("66559", ContentError::Incomplete),
        ("66561", ContentError::Incomplete),
        ("0", ContentError::Incomplete),
        ("-1", ContentError::MissingLength),
        ("+66560", ContentError::MissingLength),
        ("99999999999999999999", ContentError::MissingLength),
    ] {
        assert_eq!(refused(&with(chunked(), "x-amz-decoded-content-length", length)), error, "{length}");
    }
}

#[test]
fn the_trailers_are_those_that_were_announced() {
    for names in ["", "x-amz-checksum-crc32", "x-amz-checksum-crc32c,x-amz-checksum-sha1"] {
        let other = with(with_trailer(), "x-amz-trailer", names);
        assert_eq!(refused(&other), ContentError::Trailer, "{names}");
    }
    assert_eq!(refused(&without(with_trailer(), "x-amz-trailer")), ContentError::Trailer);
    assert_eq!(refused(&with(chunked(), "x-amz-trailer", "x-amz-checksum-crc32c")), ContentError::Trailer);
    assert!(content(&with(with_trailer(), "x-amz-trailer", " X-Amz-Checksum-Crc32c ")).is_ok());
}

/// A reader that checks signatures, as a service would use it on a body that is too large to be kept.
fn reader<'r>(incoming: &'r Incoming, signature: &'r Signature<'r>) -> ContentReader {
    let now = at("2013-05-24T00:00:00Z");
    let examined = Examined::new(incoming, signature, now).unwrap();
    examined.content(super::chunks::STORAGE_SECRET, &SigningKeys::default()).unwrap().unwrap()
}

#[test]
fn a_body_is_verified_as_it_arrives() {
    for incoming in [chunked(), with_trailer()] {
        let signature = Signature::of(&incoming).unwrap().unwrap();
        for size in [1, 7, 4096, 100_000] {
            let mut reader = reader(&incoming, &signature);
            let mut carried = 0;
            for piece in incoming.body.chunks(size) {
                reader.push(piece, &mut |part| carried += part.len()).unwrap();
            }
            assert_eq!((reader.finish().is_ok(), carried), (true, 66_560));
        }
    }
}

#[test]
fn an_altered_chunk_is_noticed_where_it_ends() {
    let incoming = chunked();
    let signature = Signature::of(&incoming).unwrap().unwrap();
    let mut altered = incoming.body.to_vec();
    altered[1000] = b'b';
    let mut reader = reader(&incoming, &signature);
    let failed = altered.chunks(1000).position(|piece| reader.push(piece, &mut |_| {}).is_err());
    assert_eq!(failed, Some(65));
}
