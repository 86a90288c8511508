//! A model from a file that anybody may have written: what it may cost is bounded, and nothing in it is believed.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use flate2::bufread::MultiGzDecoder;

use crate::model::Model;

/// The most bytes of a model, unpacked. The largest of AWS's, that of Amazon EC2, has 7 MiB.
pub const LARGEST: u64 = 24 << 20;

/// What a file in gzip begins with (RFC 1952, section 2.3.1).
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// Reads a model from a file, which may be compressed with gzip as botocore's are.
///
/// # Errors
/// Why it cannot be read, for people.
pub fn read(path: &Path) -> Result<Model, String> {
    let unreadable = |error: std::io::Error| format!("it cannot be read: {error}");
    let file = File::open(path).map_err(unreadable)?;
    // A pipe or a device might have no end.
    if !file.metadata().map_err(unreadable)?.is_file() {
        return Err("it is not a file".to_owned());
    }
    parse(&unpacked(BufReader::new(file))?)
}

/// Reads a model from its text.
///
/// # Errors
/// Why it is none, for people.
pub fn parse(text: &[u8]) -> Result<Model, String> {
    serde_json::from_slice(text).map_err(|error| format!("it is not a model as botocore has them: {error}"))
}

/// The text, out of its compression if there is one.
fn unpacked(mut file: impl BufRead) -> Result<Vec<u8>, String> {
    let unreadable = |error: std::io::Error| format!("it cannot be read: {error}");
    let is_packed = file.fill_buf().map_err(unreadable)?.starts_with(&GZIP);
    let mut text = Vec::new();
    let read = match is_packed {
        true => MultiGzDecoder::new(file).take(LARGEST + 1).read_to_end(&mut text),
        false => file.take(LARGEST + 1).read_to_end(&mut text),
    };
    match read.map_err(unreadable)? as u64 > LARGEST {
        true => Err(format!("it is larger than {} MiB", LARGEST >> 20)),
        false => Ok(text),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    fn packed(text: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(text).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn files_are_read_packed_or_not() {
        assert_eq!(unpacked(&b"{}"[..]).unwrap(), b"{}");
        assert_eq!(unpacked(&packed(b"{}")[..]).unwrap(), b"{}");
        assert_eq!(unpacked(&b""[..]).unwrap(), b"");
        assert!(unpacked(&packed(b"{}")[..12]).unwrap_err().contains("cannot be read"));
    }

    #[test]
    fn a_small_file_that_unpacks_without_end_is_refused() {
        let bomb = packed(&vec![b' '; usize::try_from(LARGEST).unwrap() + 1]);
        assert!(bomb.len() < 1 << 20);
        assert_eq!(unpacked(&bomb[..]).unwrap_err(), "it is larger than 24 MiB");
    }

    #[test]
    fn what_is_no_file_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(read(folder.path()).unwrap_err(), "it is not a file");
        assert!(read(&folder.path().join("missing")).unwrap_err().contains("cannot be read"));
    }
}
