//! Flat storage: strings in one text, lists in one array.

/// A string of a pool.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Str {
    start: u32,
    len: u32,
}

impl Str {
    pub(crate) fn of(self, pool: &str) -> &str {
        let start = self.start as usize;
        pool.get(start..start + self.len as usize).unwrap_or_default()
    }

    pub(crate) fn len(self) -> usize {
        self.len as usize
    }

    /// Whether `text` is this string, without checking for character boundaries.
    pub(crate) fn is(self, pool: &str, text: &[u8]) -> bool {
        let start = self.start as usize;
        self.len() == text.len() && pool.as_bytes().get(start..start + text.len()) == Some(text)
    }
}

/// Consecutive elements of an array.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Range {
    start: u32,
    len: u32,
}

impl Range {
    pub(crate) fn of<T>(self, array: &[T]) -> &[T] {
        let start = self.start as usize;
        array.get(start..start + self.len as usize).unwrap_or_default()
    }

    /// What `array` has from `start` on.
    pub(crate) fn since<T>(start: usize, array: &[T]) -> Self {
        Range { start: narrow(start), len: narrow(array.len() - start) }
    }
}

/// The strings of a policy while it is compiled.
#[derive(Debug, Default)]
pub(crate) struct Pool {
    pub(crate) text: String,
}

impl Pool {
    pub(crate) fn with_capacity(bytes: usize) -> Self {
        Pool { text: String::with_capacity(bytes) }
    }

    pub(crate) fn add(&mut self, text: &str) -> Str {
        let start = self.text.len();
        self.text.push_str(text);
        self.since(start)
    }

    pub(crate) fn add_lower(&mut self, text: &str) -> Str {
        let start = self.text.len();
        self.text.push_str(text);
        self.text[start..].make_ascii_lowercase();
        self.since(start)
    }

    pub(crate) fn since(&self, start: usize) -> Str {
        Str { start: narrow(start), len: narrow(self.text.len() - start) }
    }

    /// `str` without its first `count` bytes.
    pub(crate) fn skip(str: Str, count: usize) -> Str {
        Str { start: str.start + narrow(count), len: str.len.saturating_sub(narrow(count)) }
    }

    /// The first `count` bytes of `str`.
    pub(crate) fn take(str: Str, count: usize) -> Str {
        Str { start: str.start, len: str.len.min(narrow(count)) }
    }
}

/// Indexes fit: documents are limited to a mebibyte.
pub(crate) fn narrow(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
