//! Where something stands in the text of a policy.

/// A stretch of a text: byte offsets, the end one past the last byte.
///
/// Offsets are kept instead of lines and columns because they are small; [`Span::start_in`] and
/// [`Span::end_in`] count lines and columns when somebody wants to read them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Span {
    /// Byte offset of the first character.
    pub start: u32,
    /// Byte offset one past the last character.
    pub end: u32,
}

impl Span {
    /// A span from byte offsets; offsets that no accepted document can have saturate.
    pub(crate) fn new(start: usize, end: usize) -> Self {
        let narrow = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Span { start: narrow(start), end: narrow(end) }
    }

    /// The stretch of `text` that the span covers; empty when the span belongs to another text.
    pub fn slice(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }

    /// Position of the first character.
    pub fn start_in(self, text: &str) -> Position {
        Position::of(text, self.start)
    }

    /// Position one past the last character.
    pub fn end_in(self, text: &str) -> Position {
        Position::of(text, self.end)
    }
}

/// A place in a text as people and AWS count it (`Position` of the IAM API reference).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position {
    /// Line, the first is 1.
    pub line: u32,
    /// Column in characters, the first is 1.
    pub column: u32,
    /// Byte offset, the first is 0.
    pub offset: u32,
}

impl Position {
    /// The position of a byte offset in `text`. Linear in the offset.
    pub fn of(text: &str, offset: u32) -> Self {
        let end = (offset as usize).min(text.len());
        let before = text.as_bytes().get(..end).unwrap_or_default();
        let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
        let lines = before.iter().filter(|byte| **byte == b'\n').count();
        // Bytes that do not continue a UTF-8 sequence start a character.
        let characters = before[line_start..].iter().filter(|byte| **byte & 0xC0 != 0x80).count();
        let narrow = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Position { line: narrow(lines + 1), column: narrow(characters + 1), offset }
    }
}

/// Counts the positions of ascending offsets in one pass over a text, where [`Position::of`] would begin anew for each.
#[derive(Debug, Clone)]
pub(crate) struct Positions<'t> {
    text: &'t [u8],
    at: usize,
    line: u32,
    column: u32,
}

impl<'t> Positions<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
        Positions { text: text.as_bytes(), at: 0, line: 1, column: 1 }
    }

    /// The position of an offset that is not before the last one asked for.
    pub(crate) fn next(&mut self, offset: u32) -> Position {
        let end = (offset as usize).min(self.text.len());
        for byte in self.text.get(self.at..end).unwrap_or_default() {
            match byte {
                b'\n' => (self.line, self.column) = (self.line + 1, 1),
                // Bytes that continue a UTF-8 sequence start no character.
                byte if byte & 0xC0 != 0x80 => self.column += 1,
                _ => {}
            }
        }
        self.at = self.at.max(end);
        Position { line: self.line, column: self.column, offset }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_start_at_one() {
        let text = "{\n \"é\": 1}";
        assert_eq!(Position::of(text, 0), Position { line: 1, column: 1, offset: 0 });
        assert_eq!(Position::of(text, 3), Position { line: 2, column: 2, offset: 3 });
        // The quote after the two bytes of é.
        assert_eq!(Position::of(text, 6), Position { line: 2, column: 4, offset: 6 });
    }

    #[test]
    fn one_pass_counts_the_same() {
        let text = "{\n \"é\": 1,\r\n\n\"😀\": [2]}\n";
        let mut positions = Positions::of(text);
        for offset in 0..=text.len() as u32 + 1 {
            if text.is_char_boundary(offset as usize) {
                assert_eq!(positions.next(offset), Position::of(text, offset));
            }
        }
    }

    #[test]
    fn the_end_is_one_past() {
        let text = "ab{}c";
        let span = Span::new(2, 4);
        assert_eq!(span.slice(text), "{}");
        assert_eq!((span.start_in(text).column, span.end_in(text).column), (3, 5));
    }
}
