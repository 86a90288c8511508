//! The plugin host: everything that carries a request.

pub mod authenticate;
pub mod config;
pub mod incoming;
pub mod logging;
pub mod protocol;
pub mod session;
pub mod sigv4;
