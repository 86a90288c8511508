//! The operations of services that run elsewhere, written by `cargo codegen` from their API models.

pub mod dynamodb;
pub mod kms;
pub mod lambda;
pub mod s3;
pub mod secretsmanager;
pub mod sns;
pub mod sqs;
