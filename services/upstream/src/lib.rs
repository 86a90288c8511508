//! Services that run elsewhere, behind the same enforcement: the models, authorization tables and resource facts of each.
//!
//! A service is a folder: `mod.rs` says what it is (`Service` of `service.rs`), `rows.rs` has its authorization table, and
//! `resources.rs` what is kept of its resources. What they share:
//!
//! | file | idea |
//! |---|---|
//! | `service` | what a service has to say of itself |
//! | `settings` | what the configuration says of it |
//! | `ask` | a request as the rows of a table see it |
//! | `resource` | what is kept of a resource: its policy, its tags |
//! | `statement` | what goes with the policy of a resource and is no part of it |
//! | `behind` | all of that as a plugin of the host |
//! | `generated` | the operations, from the API models |
//! | `generic` | any other service, as far as its model tells |
//!
//! A new service is a line in `data/refresh/models.py` and one in `host/codegen`, a folder here, and its registration
//! below; a test holds its table against its model.

mod ask;
mod behind;
mod dynamodb;
#[cfg(feature = "fuzzing")]
pub mod fuzzing;
pub mod generated;
mod generic;
mod kms;
mod lambda;
mod resource;
mod s3;
mod secretsmanager;
mod service;
mod settings;
mod sns;
mod sqs;
mod statement;

#[cfg(test)]
mod tests;

use awsim_plugin::{register_fallback, register_service};

use behind::Behind;
use generic::Generic;

register_service!("dynamodb", Behind<dynamodb::DynamoDb>);
register_service!("kms", Behind<kms::Kms>);
register_service!("lambda", Behind<lambda::Lambda>);
register_service!("s3", Behind<s3::S3>);
register_service!("secretsmanager", Behind<secretsmanager::SecretsManager>);
register_service!("sns", Behind<sns::Sns>);
register_service!("sqs", Behind<sqs::Sqs>);
register_fallback!(Generic);
