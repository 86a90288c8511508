//! The IAM policy language: parse, validate, compile, evaluate, explain.
//!
//! Pure: no I/O, no clock, no knowledge of the programs that use it. The specification is the IAM User Guide (policy elements, condition
//! operators, variables, evaluation logic) and the AWS Organizations User Guide (SCP and RCP).
//!
//! The stages are folders, each with types of its own:
//!
//! | stage | from → to |
//! |---|---|
//! | [`document`] | text → [`Document`](document::Document), a tree in which every element knows its place |
//! | [`validate`] | tree → the same tree, or [`PolicyError`] with AWS's message |
//! | `compile` | tree → [`Policy`], flat arrays, actions indexed, values typed |
//! | [`evaluate`](mod@evaluate) | [`Request`] and [`Layers`] → [`Decision`] |
//! | [`explain`](mod@explain) | the same walk, watched → [`Explanation`] |
//! | [`grants`] | policies → the services and actions that they grant at all |
//! | [`denial`] | decision → AWS's text |
//! | [`remedy`](mod@remedy) | refused request → the statements it lacks |
//! | [`generate`](mod@generate) | requests that were made → a policy that allows them |
//! | [`cases`] | a whole question as JSON, and its answer |
//!
//! ```
//! use awsim_policy::{Layers, Named, NoContext, OwnedPrincipal, Policy, PolicyKind, Request, evaluate, explain};
//!
//! let policy = Policy::parse(PolicyKind::Identity, r#"{"Version": "2012-10-17", "Statement":
//!     {"Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::books/*"}}"#)?;
//! let principal = OwnedPrincipal::parse("arn:aws:iam::111122223333:user/ann").expect("an ARN");
//! let request =
//!     Request::new(principal.borrow(), "s3:GetObject", "arn:aws:s3:::books/emma", &NoContext);
//! let identity = [Named { name: "reader", policy: &policy }];
//! let layers = Layers { identity: &identity, ..Layers::default() };
//! assert!(evaluate(&request, &layers).is_allowed());
//! assert_eq!(explain(&request, &layers).matched[0].policy, "reader");
//! # Ok::<(), awsim_policy::PolicyError>(())
//! ```

pub mod advice;
pub mod cases;
pub mod catalogue;
mod compile;
pub mod denial;
pub mod document;
pub mod draft;
pub mod evaluate;
pub mod explain;
pub mod generate;
pub mod grants;
mod policy;
pub mod remedy;
mod text;
pub mod validate;
pub mod values;

pub use denial::Denial;
pub use draft::{Draft, DraftCondition, DraftPrincipal, DraftStatement, DraftValues};
pub use evaluate::{
    ActionFacts, Context, ContextMap, Decision, FederatedUser, Layer, Layers, Named, NoContext,
    OwnedPrincipal, OwnedValue, Principal, PrincipalContext, Request, ResourceGrant, RoleSession,
    StatementRef, User, Value, Values, Verdict, evaluate,
};
pub use explain::{Bounds, Explanation, Outline, explain, explain_within, outline};
pub use generate::{Need, generate, narrowing_key};
pub use policy::Policy;
pub use remedy::{Grant, Obstacle, Remedy, remedy};
pub use validate::{Malformed, PolicyError, PolicyKind, Strictness};
