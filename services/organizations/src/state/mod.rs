//! What Organizations remembers: a record and a collection for each kind of thing.
//!
//! Everything of an organization is kept under the account that manages it, by the ids that AWS's API uses. What is
//! asked from the other side has collections of its own, kept equal by the functions beside them ([`tree`],
//! [`attachment`]). What an account has by itself, whatever organization it is in, is kept under that account:
//! [`Owner`], [`Membership`] and the handshakes that it received.

mod account;
pub(crate) mod attachment;
mod creation;
mod handshake;
mod organization;
pub(crate) mod owner;
mod policy;
mod resource_policy;
mod transfer;
pub(crate) mod tree;
mod trusted_service;
mod unit;

pub use account::{ACCOUNTS, Account, DelegatedService};
pub use attachment::{ATTACHED, TARGETS};
pub use creation::{CREATIONS, Creation, Outcome};
pub use handshake::{HANDSHAKES, Handshake, Party, RECEIVED, Received, Step, Subject};
pub use organization::{MEMBERSHIPS, Membership, ORGANIZATIONS, Organization};
pub use owner::{OWNERS, Owner};
pub use policy::{POLICIES, Policy};
pub use resource_policy::{RESOURCE_POLICIES, ResourcePolicy};
pub use transfer::{OUTBOUND, TRANSFERS, Transfer};
pub use tree::CHILDREN;
pub use trusted_service::{TRUSTED_SERVICES, TrustedService};
pub use unit::{UNITS, Unit};
