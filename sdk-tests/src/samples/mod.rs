//! The shapes and operations of Samples, API version 2026-04-21.
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
    signing_name: "samples",
    endpoint_prefix: "samples",
    full_name: "Samples",
    service_id: "Samples",
    api_version: "2026-04-21",
    protocol: ProtocolName::Query,
    xml_namespace: "https://samples.example/doc/2026-04-21/",
    target_prefix: "Samples_20260421",
    error_message: "message",
    global: false,
    violations: ViolationStyle { quotes_values: true },
};
