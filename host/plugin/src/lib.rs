//! The plugin contract of AWSim: all that a service sees of its host.
//!
//! A service is a [`ServicePlugin`](service::ServicePlugin), announced with [`register_service!`]. Its shapes and
//! operations are generated from its API model ([`shape`], [`operation`]); for each operation it implements
//! [`Handler`](handler::Handler): an authorization row ([`access`]) and the work on typed state ([`store`]).
//! There is no HTTP, no XML, no JSON and no SQL here, and services know each other only through the traits in
//! [`directory`] and [`delegation`].

#[macro_use]
mod partial_debug;

pub mod access;
pub mod access_key;
pub mod account;
pub mod bootstrap;
pub mod caller;
pub mod clock;
pub mod consistency;
pub mod context;
pub mod delegation;
pub mod directory;
pub mod error;
pub mod fallback;
pub mod federation;
pub mod handler;
pub mod operation;
pub mod pagination;
pub mod quotas;
pub mod service;
pub mod session;
#[macro_use]
pub mod shape;
pub mod sign_in;
pub mod store;
pub mod tags;
pub mod upstream;

#[doc(hidden)]
pub use inventory;
