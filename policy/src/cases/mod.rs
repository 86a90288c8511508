//! A whole question as one JSON object, and its answer: for the command line and for tests that are data.
//!
//! ```json
//! {"id": "c1",
//!  "request": {"principal": "arn:aws:sts::111122223333:assumed-role/app/run-7", "action": "s3:GetObject",
//!              "resource": "arn:aws:s3:::b/k", "resourceAccount": "444455556666",
//!              "context": {"aws:SourceIp": "10.0.0.1", "aws:TagKeys": ["a", "b"]},
//!              "contextTypes": {"aws:TagKeys": "stringList"}},
//!  "identityPolicies": [], "resourcePolicy": null, "permissionsBoundary": null, "sessionPolicies": [],
//!  "scps": [[]], "rcps": [[]], "expected": "allowed"}
//! ```
//!
//! Policies may be given as JSON objects or as strings that hold their text. Policies of any version of the language are taken.

mod answer;
mod case;
mod policies;
#[cfg(test)]
mod tests;

pub use answer::{
    Answer, ConditionAnswer, GrantAnswer, LayerAnswer, MissedAnswer, PlaceAnswer, Reason, RemedyAnswer,
    StatementAnswer,
};
pub use case::{Case, CaseRequest, ContextEntry};
pub use policies::{CaseError, CasePolicies, decide_case, evaluate_case};
