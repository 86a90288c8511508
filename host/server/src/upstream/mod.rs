//! Services that run elsewhere: their requests are authenticated, authorized and explained here, and passed on.
//!
//! The way of such a request is [`carry()`], which follows the one of services of this host step by step and ends where they
//! dispatch. What a plugin of that kind is, `awsim_plugin::upstream` says.
//!
//! | file | idea |
//! |---|---|
//! | `asked` | which operation a request is for, and its input read by name |
//! | `carry` | the way of a request |
//! | `rest` | both, of requests in REST |
//! | `changes` | which changes of resources are under way |
//! | `proxy` | passing a request on: connections, time limits, what an upstream that is not there is answered with |
//! | `passage` | bodies that pass through, checked on the way |
//! | `trust` | which certificates of upstreams are believed |
//! | `headers` | which headers an upstream does not get to see |
//! | `percent` | texts in percent-encoding |
//! | `peer` | what the host asks the upstream in its own name |

mod asked;
mod carry;
mod changes;
mod headers;
mod passage;
mod peer;
mod percent;
mod proxy;
mod rest;
mod trust;

pub(crate) use carry::{Passing, carry};
pub(crate) use changes::Changes;
pub(crate) use proxy::{PassedBody, Proxy};
pub(crate) use rest::hosts::Named;
pub(crate) use rest::{Rest, Router, named};
