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

    /// This string and the one that follows it without a gap, as one.
    pub(crate) fn joined(self, next: Str) -> Option<Str> {
        (self.start + self.len == next.start).then_some(Str { start: self.start, len: self.len + next.len })
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

/// The strings of a policy while it is compiled: its text, and behind it those that do not stand there as they are compared.
#[derive(Debug)]
pub(crate) struct Pool<'d> {
    source: &'d str,
    pub(crate) text: String,
}

impl<'d> Pool<'d> {
    pub(crate) fn new(source: &'d str) -> Self {
        let mut text = String::with_capacity(source.len() + source.len() / 4);
        text.push_str(source);
        Pool { source, text }
    }

    pub(crate) fn add(&mut self, text: &str) -> Str {
        let start = self.place(text).unwrap_or_else(|| {
            self.text.push_str(text);
            self.text.len() - text.len()
        });
        Str { start: narrow(start), len: narrow(text.len()) }
    }

    pub(crate) fn add_lower(&mut self, text: &str) -> Str {
        if !text.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return self.add(text);
        }
        let start = self.text.len();
        self.text.push_str(text);
        self.text[start..].make_ascii_lowercase();
        Str { start: narrow(start), len: narrow(text.len()) }
    }

    /// Where a string stands in the text of the policy, if it is borrowed from there.
    fn place(&self, text: &str) -> Option<usize> {
        let start = text.as_ptr().addr().checked_sub(self.source.as_ptr().addr())?;
        (start + text.len() <= self.source.len()).then_some(start)
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
