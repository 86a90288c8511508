//! The plugin host: everything that carries a request.

pub mod admin;
pub mod authenticate;
pub mod config;
pub mod incoming;
pub mod logging;
pub mod metrics;
pub mod protocol;
pub mod services;
pub mod session;
pub mod sigv4;
