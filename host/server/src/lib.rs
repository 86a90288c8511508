//! The plugin host: everything that carries a request.

mod accept;
mod accounts;
pub mod admin;
mod ascii;
pub mod authenticate;
pub mod authorize;
pub mod config;
pub mod core;
mod cross_site;
pub mod decisions;
mod identify;
pub mod incoming;
pub mod issuers;
pub mod logging;
pub mod metrics;
pub mod pipeline;
pub mod protocol;
pub mod request_id;
pub mod server;
pub mod services;
pub mod session;
pub mod sigv4;
pub mod store;
mod usage;
pub mod workload;
