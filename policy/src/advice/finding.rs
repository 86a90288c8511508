//! What a check finds.

use crate::document::Span;

use super::MAX_FINDINGS;
use super::code::{Code, Severity};

/// A piece of advice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What is found.
    pub code: Code,
    /// What it means here, in whole sentences.
    pub message: String,
    /// The place.
    pub span: Span,
}

impl Finding {
    /// How much it matters.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// Collects findings.
#[derive(Debug, Default)]
pub(super) struct Findings {
    found: Vec<Finding>,
}

impl Findings {
    pub(super) fn add(&mut self, code: Code, span: Span, message: impl Into<String>) {
        if self.found.len() < MAX_FINDINGS {
            self.found.push(Finding { code, message: message.into(), span });
        }
    }

    /// The findings in the order of the text, each once.
    pub(super) fn in_order(mut self) -> Vec<Finding> {
        self.found.sort_by_key(|finding| (finding.span.start, finding.code));
        self.found.dedup();
        self.found
    }
}
