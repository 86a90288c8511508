//! Advice on a policy that AWS takes: what is probably not meant, in the spirit of IAM Access Analyzer's policy validation (IAM User
//! Guide, "Access Analyzer policy check reference").
//!
//! Advice never refuses a policy: that is what [`crate::validate`] is for. Where Access Analyzer has a check, the finding has its
//! issue code; other codes are AWSim's own and as stable. What is known of actions, resources and condition keys comes from
//! [`crate::catalogue`], so that an action younger than the catalogue is reported as unknown.
//!
//! Each family of checks is a file with one function, listed in `CHECKS`; [`Code`] is the table of all findings.
//!
//! ```
//! use awsim_policy::{PolicyKind, advice::{self, Code}, document::Document};
//!
//! let text = r#"{"Version": "2012-10-17", "Statement":
//!     {"Effect": "Allow", "Action": "s3:GetObjekt", "Resource": "*"}}"#;
//! let findings = advice::advise(PolicyKind::Identity, &Document::parse(text)?);
//! assert_eq!(findings[0].code, Code::InvalidAction);
//! assert_eq!(findings[0].message, "The action s3:GetObjekt does not exist. Did you mean s3:GetObject?");
//! assert_eq!(findings[0].span.start_in(text).line, 2);
//! # Ok::<(), awsim_policy::document::ShapeError>(())
//! ```

mod actions;
mod code;
mod condition_keys;
mod condition_values;
mod contradictions;
mod empty;
mod finding;
mod language;
mod overlap;
mod passing;
mod principals;
mod redundancy;
mod resources;
mod similar;
mod size;
mod subject;
mod tags;
#[cfg(test)]
mod tests;
mod variables;

pub use code::{Code, Severity};
pub use finding::Finding;

use crate::document::Document;
use crate::validate::PolicyKind;

use finding::Findings;
use subject::Subject;

/// Longest text that is looked at, in bytes: the most that IAM's API takes for a document (`policyDocumentType` of its model). AWS has
/// no policy near it.
pub const MAX_ADVISED_BYTES: usize = 131_072;

/// The most findings on one policy; what comes after is left out.
pub const MAX_FINDINGS: usize = 1_000;

/// A family of checks.
type Check = fn(&Subject<'_>, &mut Findings);

/// Every family.
const CHECKS: [Check; 13] = [
    language::check,
    size::check,
    empty::check,
    principals::check,
    actions::check,
    resources::check,
    passing::check,
    condition_keys::check,
    tags::check,
    condition_values::check,
    contradictions::check,
    variables::check,
    redundancy::check,
];

/// All findings on a policy in the order of the text. The document may be one that AWS would refuse; a text longer than
/// [`MAX_ADVISED_BYTES`] gets no advice but on its size.
pub fn advise(kind: PolicyKind, document: &Document<'_>) -> Vec<Finding> {
    let subject = Subject::new(kind, document);
    let mut findings = Findings::default();
    let checks = if document.text.len() > MAX_ADVISED_BYTES { &[size::check as Check][..] } else { &CHECKS };
    for check in checks {
        check(&subject, &mut findings);
    }
    findings.in_order()
}
