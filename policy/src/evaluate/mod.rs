//! The decision: statements are matched, layers give their verdicts, one small function combines them.
//!
//! * [`Request`], [`Principal`], [`Context`] and [`Layers`] are what is asked: borrowed, built without allocating.
//! * `statement` says whether one statement speaks of the request, `condition` whether a condition holds.
//! * `layer` walks the policies of one layer, `authorize` all layers, `combine` has AWS's evaluation logic.
//! * `observe` lets somebody watch the walk: that is how a decision is explained. Without an observer it costs nothing.

mod arn;
mod authorize;
mod combine;
mod condition;
mod context;
mod layer;
mod layers;
mod observe;
mod principal;
mod request;
mod statement;
#[cfg(test)]
mod tests;

pub use authorize::evaluate;
pub use context::{Context, ContextMap, NoContext, OwnedValue, PrincipalContext, Value, Values};
pub use layers::{Layer, Layers, Named, ResourceGrant};
pub use principal::{FederatedUser, OwnedPrincipal, Principal, RoleSession, User};
pub use request::{ActionFacts, Request};

pub(crate) use arn::split as split_arn;
pub(crate) use authorize::{Frame, authorize};
pub(crate) use layer::{PolicyRef, Said};
pub(crate) use observe::{Miss, Observer};
pub(crate) use principal::is_under_aws;

/// What is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The request may be carried out.
    Allowed,
    /// A statement denies it.
    ExplicitDeny,
    /// A layer that has to allow it does not.
    ImplicitDeny,
}

impl Verdict {
    /// `allowed`, `explicitDeny` or `implicitDeny`, as the IAM API spells it (`PolicyEvaluationDecisionType`).
    pub fn as_str(self) -> &'static str {
        match self {
            Verdict::Allowed => "allowed",
            Verdict::ExplicitDeny => "explicitDeny",
            Verdict::ImplicitDeny => "implicitDeny",
        }
    }
}

/// A statement in the layers of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StatementRef {
    /// The layer.
    pub layer: Layer,
    /// Level from the root of the organization down, for control policies; else 0.
    pub level: u32,
    /// Index of the policy in its layer or level.
    pub policy: u32,
    /// Index of the statement in the policy.
    pub statement: u32,
}

/// A decision and what it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// The verdict.
    pub verdict: Verdict,
    /// The layer that decided: it granted, denied, or should have allowed.
    pub layer: Layer,
    /// A statement that decided; none for an implicit deny and for the account root, which needs no policy.
    pub statement: Option<StatementRef>,
}

impl Decision {
    /// Whether the request may be carried out.
    pub fn is_allowed(&self) -> bool {
        self.verdict == Verdict::Allowed
    }

    /// Whether a statement denies it.
    pub fn is_explicit_deny(&self) -> bool {
        self.verdict == Verdict::ExplicitDeny
    }
}
