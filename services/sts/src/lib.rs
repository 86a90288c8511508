//! AWS Security Token Service.

pub mod generated;

/// The STS plugin.
#[derive(Debug, Default)]
pub struct Sts;
