//! The shapes and operations of AWS Security Token Service, API version 2011-06-15.
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
    signing_name: "sts",
    endpoint_prefix: "sts",
    full_name: "AWS Security Token Service",
    service_id: "STS",
    api_version: "2011-06-15",
    protocol: ProtocolName::Query,
    xml_namespace: "https://sts.amazonaws.com/doc/2011-06-15/",
    target_prefix: "",
    error_message: "message",
    global: true,
    violations: ViolationStyle { quotes_values: true },
};
