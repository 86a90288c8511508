//! AWS's API models as botocore has them (`service-2.json`): what they say, and what follows for requests.
//!
//! The generator turns the models of the services of this program into Rust; a service that only the configuration knows
//! has its model read when the program starts.
//!
//! | file | idea |
//! |---|---|
//! | `model` | what a model says, as far as it is read |
//! | `file` | a model from a file, within limits |
//! | `table` | the entries of an object, no more than there may be |
//! | `protocol` | which of the protocols of a model is spoken |
//! | `request` | where the members of an input stand |

mod file;
mod model;
mod protocol;
mod request;
mod table;
#[cfg(test)]
mod tests;

pub use file::{LARGEST, parse, read};
pub use model::{ErrorTrait, Http, Metadata, Model, Operation, Output, Reference, Shape};
pub use protocol::Protocol;
pub use request::{Place, Request, repeated, requests};
