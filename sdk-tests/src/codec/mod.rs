//! The protocols without a server: typed requests and answers, between the wire and one canonical form.
//!
//! The program `codec` lets another language's client library be the judge of a protocol: it reads the requests that the
//! library writes, and writes the answers that the library reads. What stands between, the canonical form, is the JSON
//! of awsJson: dates as numbers of seconds, blobs in base64.

mod model;
mod question;

pub use model::{Model, TypedOperation};
pub use question::{Answer, Question};
