//! The operations of services that run elsewhere, written by `cargo codegen` from their API models.

pub mod dynamodb;
