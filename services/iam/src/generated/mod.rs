//! The shapes and operations of AWS Identity and Access Management, API version 2010-05-08.
// Written by `cargo codegen` from the API model; do not edit.

pub mod enums;
pub mod errors;
pub mod operations;
pub mod scalars;
pub mod structures;

#[allow(unused_imports, unreachable_pub, reason = "a model may have no enumerations")]
pub use enums::*;
pub use errors::ErrorCode;
pub use structures::*;

use awsim_plugin::operation::{ProtocolName, ServiceModel};
use awsim_plugin::shape::ViolationStyle;

/// What the model says of the service.
pub static MODEL: ServiceModel = ServiceModel {
    signing_name: "iam",
    endpoint_prefix: "iam",
    full_name: "AWS Identity and Access Management",
    service_id: "IAM",
    api_version: "2010-05-08",
    protocol: ProtocolName::Query,
    xml_namespace: "https://iam.amazonaws.com/doc/2010-05-08/",
    target_prefix: "",
    error_message: "message",
    global: true,
    violations: ViolationStyle { quotes_values: false },
};
