//! Bodies in signed chunks: the worked examples of the Amazon S3 API reference ("Transferring Payload in Multiple
//! Chunks", "Including Trailing Headers"), whole, in pieces, and damaged.

use proptest::prelude::*;

use super::*;

pub(super) const STORAGE_SECRET: &str = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
const CREDENTIAL: &str =
    "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request";

fn chunk(size: usize, signature: &str) -> String {
    let data = "a".repeat(size);
    let end = if size == 0 { "" } else { "\r\n" };
    format!("{size:x};chunk-signature={signature}\r\n{data}{end}")
}

/// 66,560 times `a` in three chunks.
pub(super) fn chunked() -> Incoming {
    let authorization = format!(
        "{CREDENTIAL}, SignedHeaders=content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;\
         x-amz-decoded-content-length;x-amz-storage-class, \
         Signature=4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9"
    );
    let body = chunk(65536, "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648")
        + &chunk(1024, "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497")
        + &chunk(0, "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9")
        + "\r\n";
    let headers = [
        ("host", "s3.amazonaws.com"),
        ("x-amz-date", "20130524T000000Z"),
        ("x-amz-storage-class", "REDUCED_REDUNDANCY"),
        ("x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"),
        ("content-encoding", "aws-chunked"),
        ("x-amz-decoded-content-length", "66560"),
        ("content-length", "66824"),
        ("authorization", &authorization),
    ];
    incoming("PUT", "/examplebucket/chunkObject.txt", &headers, &body)
}

/// The same with a checksum after the last chunk.
pub(super) fn with_trailer() -> Incoming {
    let authorization = format!(
        "{CREDENTIAL}, SignedHeaders=content-encoding;host;x-amz-content-sha256;x-amz-date;\
         x-amz-decoded-content-length;x-amz-storage-class;x-amz-trailer, \
         Signature=106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e"
    );
    let body = chunk(65536, "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2")
        + &chunk(1024, "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7")
        + &chunk(0, "2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992")
        + "x-amz-checksum-crc32c:sOO8/Q==\r\n\
           x-amz-trailer-signature:d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435\r\n\r\n";
    let headers = [
        ("host", "s3.amazonaws.com"),
        ("x-amz-date", "20130524T000000Z"),
        ("x-amz-storage-class", "REDUCED_REDUNDANCY"),
        ("x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER"),
        ("content-encoding", "aws-chunked"),
        ("x-amz-decoded-content-length", "66560"),
        ("x-amz-trailer", "x-amz-checksum-crc32c"),
        ("authorization", &authorization),
    ];
    incoming("PUT", "/examplebucket/chunkObject.txt", &headers, &body)
}

fn check(incoming: &Incoming) -> Result<(), SignatureError> {
    verify(incoming, STORAGE_SECRET, at("2013-05-24T00:00:00Z"))
}

#[test]
fn the_worked_examples_verify() {
    assert_eq!(check(&chunked()), Ok(()));
    assert_eq!(check(&with_trailer()), Ok(()));
}

#[test]
fn every_part_is_signed() {
    for whole in [chunked(), with_trailer()] {
        let body = String::from_utf8(whole.body.to_vec()).unwrap();
        let damages = [
            body.replacen("aaaa", "aaba", 1),
            body.replace("400;", "3ff;"),
            body.replace("sOO8/Q==", "sOO9/Q=="),
            body.replace("x-amz-checksum-crc32c", "x-amz-checksum-crc32"),
            body.replace("x-amz-trailer-signature:d8", "x-amz-trailer-signature:d9"),
            body.replacen(";chunk-signature=", "", 1),
            body.trim_end().to_owned(),
            format!("{body}0\r\n\r\n"),
        ];
        for damaged in damages.into_iter().filter(|damaged| *damaged != body) {
            let error = check(&Incoming { body: damaged.into(), ..whole.clone() });
            assert!(error.is_err());
        }
    }
}

#[test]
fn chunks_cannot_change_places_or_be_left_out() {
    let first = chunk(65536, "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648");
    let whole = chunked();
    let body = String::from_utf8(whole.body.to_vec()).unwrap();
    let error = check(&Incoming { body: body.replacen(&first, "", 1).into(), ..whole.clone() });
    assert_eq!(error, Err(SignatureError::mismatch()));
    let error = check(&Incoming { body: format!("{first}{body}").into(), ..whole });
    assert_eq!(error, Err(SignatureError::mismatch()));
}

fn unsigned_chunks(body: &str) -> Result<(String, Vec<Trailer>), SignatureError> {
    read_in_pieces(body.as_bytes(), body.len().max(1))
}

fn read_in_pieces(body: &[u8], size: usize) -> Result<(String, Vec<Trailer>), SignatureError> {
    let chunking =
        Chunking { algorithm: None, has_trailer: true, name: "STREAMING-UNSIGNED-PAYLOAD-TRAILER" };
    let mut reader = ChunkReader::new(chunking, None);
    let mut data = Vec::new();
    for piece in body.chunks(size) {
        reader.push(piece, &mut |part| data.extend_from_slice(part))?;
    }
    Ok((String::from_utf8_lossy(&data).into_owned(), reader.finish()?))
}

#[test]
fn unsigned_chunks_have_trailers_too() {
    assert_eq!(
        unsigned_chunks("b\r\nhello world\r\n0\r\nX-Amz-Checksum-Crc32: AAAA\r\n\r\n"),
        Ok(("hello world".to_owned(), vec![("x-amz-checksum-crc32".to_owned(), "AAAA".to_owned())]))
    );
}

#[test]
fn only_the_last_chunk_may_be_small() {
    let body = |sizes: &[usize]| {
        let chunk = |size: &usize| format!("{size:x}\r\n{}\r\n", "a".repeat(*size));
        sizes.iter().map(chunk).chain(["0\r\n\r\n".to_owned()]).collect::<String>()
    };
    for sizes in [&[][..], &[1], &[8191], &[8192, 8192], &[8192, 1], &[100_000, 8192, 8191]] {
        let read = unsigned_chunks(&body(sizes)).unwrap().0.len();
        assert_eq!(read, sizes.iter().sum::<usize>(), "{sizes:?}");
    }
    for sizes in [&[1, 1][..], &[8191, 8192], &[8192, 8191, 8192], &[8192, 1, 1]] {
        let error = unsigned_chunks(&body(sizes)).unwrap_err();
        assert_eq!(error, SignatureError::Content(ContentError::ChunkSize), "{sizes:?}");
    }
    assert_eq!(
        ContentError::ChunkSize.to_string(),
        "Only the last chunk is allowed to have a size less than 8192 bytes"
    );
}

#[test]
fn what_is_not_in_chunks_is_refused() {
    for body in [
        "",
        "hello",
        "5\r\nhello",
        "5\r\nhello!\r\n0\r\n\r\n",
        "5\nhello\n0\n\n",
        "-5\r\nhello\r\n0\r\n\r\n",
        "fffffffffffffffff\r\n",
        "ffffffffffffffff\r\nhello",
        "0\r\n\r\nmore",
        "0\r\nno colon\r\n\r\n",
    ] {
        let error = unsigned_chunks(body).unwrap_err();
        assert!(matches!(error, SignatureError::Incomplete(_)), "{body:?}: {error:?}");
    }
    assert!(unsigned_chunks(&"5".repeat(100_000)).is_err());
    assert!(unsigned_chunks(&format!("0\r\n{}\r\n", "a:b\r\n".repeat(100))).is_err());
}

proptest! {
    #[test]
    fn pieces_do_not_matter(
        chunks in proptest::collection::vec("[a-z\r\n;:]{20,40}", 0..4),
        last in "[a-z\r\n;:]{1,40}",
        size in 1_usize..5000,
    ) {
        let large = chunks.into_iter().map(|chunk| chunk.repeat(500));
        let chunks: Vec<String> = large.chain([last]).collect();
        let mut body: String =
            chunks.iter().map(|chunk| format!("{:X}\r\n{chunk}\r\n", chunk.len())).collect();
        body.push_str("0\r\nchecksum:1\r\n\r\n");
        let expected = (chunks.concat(), vec![("checksum".to_owned(), "1".to_owned())]);
        prop_assert_eq!(read_in_pieces(body.as_bytes(), size), Ok(expected));
    }

    #[test]
    fn nothing_makes_it_panic(body in proptest::collection::vec(any::<u8>(), 0..200), size in 1_usize..50) {
        let _ = read_in_pieces(&body, size);
    }
}
