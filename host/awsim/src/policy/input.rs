//! Reading what people hand over: files, standard input, policies in the command line.

use std::fs::File;
use std::io::{self, BufRead, Read};
use std::path::Path;

use awsim_policy::document::MAX_TEXT_BYTES;

/// Standard input among files.
pub(super) const STDIN: &str = "-";

/// Reads a file, or standard input for `-`. A text longer than any policy may be is cut just behind that length, so that it is refused
/// as too long.
///
/// # Errors
/// If it cannot be read.
pub(super) fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let mut read = Vec::new();
    let limit = MAX_TEXT_BYTES as u64 + 1;
    if path.as_os_str() == STDIN {
        io::stdin().lock().take(limit).read_to_end(&mut read)?;
    } else {
        File::open(path)?.take(limit).read_to_end(&mut read)?;
    }
    Ok(read)
}

/// The text of a policy given in the command line: JSON as it is, anything else the name of a file. With its name for people.
///
/// # Errors
/// A message if the file cannot be read.
pub(super) fn policy(given: &str, what: &str) -> Result<(String, String), String> {
    if given.trim_start().starts_with('{') {
        return Ok((what.to_owned(), given.to_owned()));
    }
    let read = bytes(Path::new(given)).map_err(|error| format!("{given}: {error}"))?;
    let text = String::from_utf8(read).map_err(|_| format!("{given}: the text is not UTF-8"))?;
    Ok((given.to_owned(), text))
}

/// A line of input.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// The line without its end.
    Text(Vec<u8>),
    /// A line longer than the limit; it has been skipped.
    TooLong,
}

/// The next line, which may have at most `limit` bytes; `None` at the end of the input.
///
/// # Errors
/// If the input cannot be read.
pub(super) fn line(input: &mut impl BufRead, limit: usize) -> io::Result<Option<Line>> {
    let mut line = Vec::new();
    let read = input.by_ref().take(limit as u64 + 1).read_until(b'\n', &mut line)?;
    if read == 0 {
        return Ok(None);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
        return Ok(Some(Line::Text(line)));
    }
    if line.len() <= limit {
        return Ok(Some(Line::Text(line)));
    }
    input.skip_until(b'\n')?;
    Ok(Some(Line::TooLong))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_cut_and_long_ones_skipped() {
        let mut input = &b"abc\n\nabcdef\nabcd\nend"[..];
        let mut lines = Vec::new();
        while let Some(line) = line(&mut input, 4).unwrap() {
            lines.push(line);
        }
        let text = |text: &str| Line::Text(text.as_bytes().to_vec());
        assert_eq!(lines, [text("abc"), text(""), Line::TooLong, text("abcd"), text("end")]);
    }

    #[test]
    fn policies_are_given_as_json_or_by_file() {
        assert_eq!(policy(" {}", "--scp").unwrap(), ("--scp".to_owned(), " {}".to_owned()));
        assert!(policy("no such file", "--scp").unwrap_err().starts_with("no such file: "));
    }
}
