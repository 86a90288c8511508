//! What fuzz targets call that nobody else calls from outside.

mod host;
mod rest;

pub use host::{answer, config, import};
pub use rest::RestReader;
