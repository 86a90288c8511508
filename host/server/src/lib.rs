//! The plugin host: everything that carries a request.

pub mod incoming;
