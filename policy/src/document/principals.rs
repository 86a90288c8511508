//! The principals a policy names, and replacing them in its text.
//!
//! IAM stores the users and roles of a trust policy by their unique ids and shows them by ARN again, the rest of the
//! text untouched (IAM User Guide, "AWS JSON policy elements: Principal").

use std::fmt::Write as _;

use super::ast::Document;
use super::shape::ShapeError;
use super::span::Span;

/// A principal as a `Principal` or `NotPrincipal` element names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NamedPrincipal<'d> {
    /// `AWS`, `Service`, `Federated` or `CanonicalUser`; `None` for the bare `"*"`.
    pub kind: Option<&'d str>,
    /// The principal, for example an ARN, an account id, a unique id or `*`.
    pub value: &'d str,
    /// Its place, quotes included.
    pub span: Span,
    /// Whether it stands in `NotPrincipal`.
    pub negated: bool,
}

/// All principals that a document names, in the order of the text of each statement.
pub fn named_principals<'d>(document: &'d Document<'_>) -> impl Iterator<Item = NamedPrincipal<'d>> {
    document.statements.items.iter().filter_map(|statement| statement.principal.as_ref()).flat_map(
        |element| {
            element.iter().map(move |(kind, value)| NamedPrincipal {
                kind: kind.map(|kind| kind.as_str()),
                value: value.as_str(),
                span: value.span,
                negated: element.negated,
            })
        },
    )
}

/// Replaces principals in the text of a policy and leaves everything else as it is, white space included.
///
/// `replace` is asked for each principal and answers `None` to keep it.
///
/// # Errors
/// When the text is not a policy document.
pub fn rewrite_principals(
    text: &str,
    mut replace: impl FnMut(NamedPrincipal<'_>) -> Option<String>,
) -> Result<String, ShapeError> {
    let document = Document::parse(text)?;
    let mut changes: Vec<(Span, String)> =
        named_principals(&document).filter_map(|named| Some((named.span, replace(named)?))).collect();
    changes.sort_by_key(|(span, _)| span.start);
    let mut out = String::with_capacity(text.len());
    let mut kept = 0;
    for (span, value) in changes {
        out.push_str(text.get(kept..span.start as usize).unwrap_or_default());
        push_json_string(&mut out, &value);
        kept = span.end as usize;
    }
    out.push_str(text.get(kept..).unwrap_or_default());
    Ok(out)
}

/// Appends `value` as a JSON string with quotes.
pub(super) fn push_json_string(out: &mut String, value: &str) {
    out.push('"');
    for character in value.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            control if control < ' ' => {
                // Writing to a String cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(control));
            }
            other => out.push(other),
        }
    }
    out.push('"');
}
