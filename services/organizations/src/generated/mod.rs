//! The shapes and operations of AWS Organizations, API version 2016-11-28.
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
    signing_name: "organizations",
    endpoint_prefix: "organizations",
    full_name: "AWS Organizations",
    service_id: "Organizations",
    api_version: "2016-11-28",
    protocol: ProtocolName::Json11,
    xml_namespace: "",
    target_prefix: "AWSOrganizationsV20161128",
    error_message: "Message",
    global: false,
    violations: ViolationStyle { quotes_values: true },
};
