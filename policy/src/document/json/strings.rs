//! Strings and their escapes.

use std::borrow::Cow;

use super::reader::Reader;
use super::{JsonError, JsonErrorKind};

/// The bytes that stand for themselves in a string.
const PLAIN: [bool; 256] = {
    let mut plain = [true; 256];
    let mut control = 0;
    while control < 0x20 {
        plain[control] = false;
        control += 1;
    }
    plain[b'"' as usize] = false;
    plain[b'\\' as usize] = false;
    plain
};

impl<'t> Reader<'t> {
    /// A string; the cursor is at its opening quote.
    pub(super) fn string(&mut self) -> Result<Cow<'t, str>, JsonError> {
        self.at += 1;
        let start = self.at;
        self.skip_plain();
        match self.peek() {
            Some(b'"') => {
                let plain = &self.text[start..self.at];
                self.at += 1;
                Ok(Cow::Borrowed(plain))
            }
            Some(b'\\') => self.escaped_string(start).map(Cow::Owned),
            _ => Err(self.unexpected()),
        }
    }

    /// Goes to the next character of a string that means something: a quote, a backslash, or one that must not be there.
    fn skip_plain(&mut self) {
        let rest = &self.bytes[self.at..];
        let plain = rest.iter().position(|byte| !PLAIN[usize::from(*byte)]);
        self.at += plain.unwrap_or(rest.len());
    }

    /// The rest of a string from its first backslash on; `start` is the first character of the string.
    fn escaped_string(&mut self, start: usize) -> Result<String, JsonError> {
        let mut out = String::new();
        let mut plain = start;
        loop {
            self.skip_plain();
            match self.peek() {
                Some(b'"') => {
                    out.push_str(&self.text[plain..self.at]);
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => {
                    out.push_str(&self.text[plain..self.at]);
                    out.push(self.escape()?);
                    plain = self.at;
                }
                _ => return Err(self.unexpected()),
            }
        }
    }

    fn escape(&mut self) -> Result<char, JsonError> {
        let start = self.at;
        self.at += 1;
        let Some(letter) = self.peek() else { return Err(self.unexpected()) };
        self.at += 1;
        Ok(match letter {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unicode(start),
            _ => return Err(self.error(JsonErrorKind::BadEscape, start)),
        })
    }

    fn unicode(&mut self, start: usize) -> Result<char, JsonError> {
        let mut units = [self.hex4(start)?; 2];
        let mut count = 1;
        if (0xD800..0xDC00).contains(&units[0]) && self.bytes[self.at..].starts_with(b"\\u") {
            self.at += 2;
            units[1] = self.hex4(start)?;
            count = 2;
        }
        let mut decoded = char::decode_utf16(units[..count].iter().copied());
        match (decoded.next(), decoded.next()) {
            (Some(Ok(character)), None) => Ok(character),
            _ => Err(self.error(JsonErrorKind::BadEscape, start)),
        }
    }

    fn hex4(&mut self, start: usize) -> Result<u16, JsonError> {
        let digits = self.bytes.get(self.at..self.at + 4).unwrap_or_default();
        let mut unit = 0u16;
        if digits.len() < 4 {
            return Err(self.error(JsonErrorKind::BadEscape, start));
        }
        for digit in digits {
            let Some(value) = char::from(*digit).to_digit(16) else {
                return Err(self.error(JsonErrorKind::BadEscape, start));
            };
            unit = unit << 4 | value as u16;
        }
        self.at += 4;
        Ok(unit)
    }
}
