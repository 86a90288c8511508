//! Requests of product providers for temporary access to a customer's account.

use std::sync::Arc;

use awsim_plugin::account::AccountId;
use awsim_plugin::collection;
use awsim_plugin::shape::Timestamp;
use serde::{Deserialize, Serialize};

collection! {
    /// Delegation requests by id, in the account of the provider that made them.
    pub static DELEGATION_REQUESTS: Collection<String, DelegationRequest> = "iam"/"delegation_requests" version 1;
}

/// A delegation request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DelegationRequest {
    /// The provider's own id of it, unique among the provider's requests.
    pub workflow_id: Box<str>,
    /// What it is for.
    pub description: Box<str>,
    /// A note of the provider.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<Box<str>>,
    /// The ARN of the policy template.
    pub template: Box<str>,
    /// What was put into the template.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parameters: Vec<DelegationParameter>,
    /// The template with the parameters in it: what the session may do at most.
    pub policy: Arc<str>,
    /// Where the customer goes afterwards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redirect_url: Option<Box<str>>,
    /// The ARN of the topic that is told of changes.
    pub notification_channel: Box<str>,
    /// How long the access lasts, in seconds.
    pub session_duration: i32,
    /// Whether nobody but the owner may send the token.
    #[serde(default)]
    pub only_send_by_owner: bool,
    /// When it was made.
    pub created: Timestamp,
    /// When it last changed.
    pub updated: Timestamp,
    /// How far it is.
    pub stage: Stage,
    /// When it expires if it does not get any further.
    pub expires: Timestamp,
    /// The account that the access is to, once it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner_account: Option<AccountId>,
    /// The ARN of the identity that took it on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Box<str>>,
    /// The notes of the owner for whoever approves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notes: Option<Box<str>>,
    /// Why it was rejected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rejection_reason: Option<Box<str>>,
    /// Who approved it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approver: Option<Approver>,
    /// What the topic was told, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notifications: Vec<Notification>,
}

/// How far a request is; that it has expired follows from the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// Nobody has taken it on.
    Unassigned,
    /// It has an owner.
    Assigned,
    /// The owner has passed it on for approval.
    PendingApproval,
    /// It is approved, and the token not sent.
    Accepted,
    /// The token is sent.
    Finalized,
    /// It is rejected.
    Rejected,
}

/// A parameter of a policy template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DelegationParameter {
    /// The name between `@{` and `}`.
    pub name: Box<str>,
    /// What stands there instead.
    pub values: Vec<Box<str>>,
    /// Whether it is a list, however long.
    #[serde(default)]
    pub is_list: bool,
}

/// The identity that approved a request, as it was then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approver {
    /// The ARN.
    pub arn: Box<str>,
    /// Who it is.
    pub who: ApproverKind,
}

/// The kinds of identity that may approve.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ApproverKind {
    /// The root user.
    Root,
    /// A user, by unique id and the name at the time.
    User {
        /// The unique id.
        id: Box<str>,
        /// The name.
        name: Box<str>,
    },
    /// A session of a role, by the role's unique id and name.
    Role {
        /// The unique id.
        id: Box<str>,
        /// The name.
        name: Box<str>,
        /// The session's name.
        session: Box<str>,
    },
}

/// A message for the topic of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notification {
    /// When.
    pub at: Timestamp,
    /// What the request came to.
    pub stage: Stage,
    /// The token that the provider trades in at STS.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exchange_token: Option<Box<str>>,
}
