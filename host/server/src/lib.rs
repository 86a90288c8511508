//! The plugin host: everything that carries a request.

pub mod incoming;
pub mod protocol;
pub mod session;
pub mod sigv4;
