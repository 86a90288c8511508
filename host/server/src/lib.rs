//! The plugin host: everything that carries a request.

mod accept;
mod accounts;
pub mod admin;
mod ascii;
pub mod authenticate;
pub mod authorize;
pub mod config;
pub mod context_assertions;
pub mod core;
mod cross_site;
pub mod decisions;
#[cfg(feature = "fuzzing")]
pub mod fuzzing;
mod identify;
pub mod incoming;
pub mod issuers;
pub mod keys;
pub mod logging;
pub mod messages;
pub mod metrics;
pub mod pipeline;
mod private_file;
pub mod protocol;
mod races;
mod recent;
pub mod request_id;
mod sealer;
pub mod server;
pub mod services;
pub mod session;
pub mod sigv4;
pub mod store;
pub mod tls;
mod upstream;
mod usage;
pub mod workload;
