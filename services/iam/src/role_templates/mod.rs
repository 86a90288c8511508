//! Role templates: what AWS makes roles from for its services ("Overview of role templates" in the IAM User Guide).
//!
//! AWS publishes which templates there are and what parameters they take, but only of one what is in it: it lets the one
//! service that is named assume the role and attaches `PowerUserAccess`. That one is here; the others are not invented.

mod acquire;
mod get;
mod template;
#[cfg(test)]
mod tests;
