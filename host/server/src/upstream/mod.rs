//! Services that run elsewhere: their requests are authenticated, authorized and explained here, and passed on.
//!
//! The way of such a request is [`carry`], which follows the one of services of this host step by step and ends where they
//! dispatch. What a plugin of that kind is, `awsim_plugin::upstream` says.
//!
//! | file | idea |
//! |---|---|
//! | `asked` | which operation a request is for, and its input read by name |
//! | `carry` | the way of a request |
//! | `proxy` | passing a request on: connections, time limits, what an upstream that is not there is answered with |
//! | `headers` | which headers are for the next hop only |
//! | `peer` | what the host asks the upstream in its own name |

mod asked;
mod carry;
mod headers;
mod peer;
mod proxy;

pub(crate) use carry::{Passing, carry};
pub(crate) use proxy::{PassedBody, Proxy};
