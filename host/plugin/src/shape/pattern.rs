//! The model's regular expressions.
//!
//! Almost every pattern of the identity services is one character class repeated. For values in ASCII such a class is
//! a 128-bit set, so that an ordinary request compiles and runs no regular expression; the expression itself is
//! compiled on its first use and decides everything else.

use std::sync::OnceLock;

use regex::Regex;

/// A regular expression of the model, matched against the whole value.
#[derive(Debug)]
pub struct Pattern {
    source: &'static str,
    expression: &'static str,
    class: Option<AsciiSet>,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// A pattern: `source` as the model has it (Java syntax; quoted in messages), `expression` the same in the syntax
    /// of the `regex` crate, and `class` its meaning for ASCII text if it is a single repeated character class.
    pub const fn new(source: &'static str, expression: &'static str, class: Option<AsciiSet>) -> Self {
        Self { source, expression, class, compiled: OnceLock::new() }
    }

    /// The pattern as AWS prints it.
    pub fn source(&self) -> &'static str {
        self.source
    }

    /// Whether the whole of `text` matches.
    pub fn matches(&self, text: &str) -> bool {
        if let Some(class) = &self.class
            && text.is_ascii()
        {
            return class.accepts(text);
        }
        // An expression that does not compile accepts nothing: a faulty model must not wave input through.
        // That every committed expression compiles is proven by a test of each service's shapes.
        self.compiled().is_some_and(|regex| regex.is_match(text))
    }

    /// Whether the expression compiles; for tests of generated shapes.
    pub fn is_valid(&self) -> bool {
        self.compiled().is_some()
    }

    fn compiled(&self) -> Option<&Regex> {
        self.compiled.get_or_init(|| Regex::new(&format!(r"\A(?:{})\z", self.expression)).ok()).as_ref()
    }
}

/// One repeated character class, as far as ASCII goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsciiSet {
    bits: u128,
    may_be_empty: bool,
}

impl AsciiSet {
    /// A class with bit `n` set for each ASCII character `n` in it; `may_be_empty` for `*`, not for `+`.
    pub const fn new(bits: u128, may_be_empty: bool) -> Self {
        Self { bits, may_be_empty }
    }

    fn accepts(&self, text: &str) -> bool {
        (self.may_be_empty || !text.is_empty()) && text.bytes().all(|byte| self.bits >> byte & 1 == 1)
    }
}
