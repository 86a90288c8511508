//! Services and operations as their models describe them.

use std::fmt;

use crate::shape::{Shape, Structure, ViolationStyle};

/// What a model says of a service as a whole (`metadata` in botocore's models).
#[derive(Debug)]
pub struct ServiceModel {
    /// The name in the credential scope of a signature, for example `iam`.
    pub signing_name: &'static str,
    /// The first label of the service's host names.
    pub endpoint_prefix: &'static str,
    /// The service's full name.
    pub full_name: &'static str,
    /// The short name, where it has one.
    pub service_id: &'static str,
    /// The version of its API, for example `2010-05-08`.
    pub api_version: &'static str,
    /// The wire protocol.
    pub protocol: ProtocolName,
    /// The XML namespace of its answers.
    pub xml_namespace: &'static str,
    /// What stands before the operation's name in `X-Amz-Target`.
    pub target_prefix: &'static str,
    /// The name of the member of its errors that holds the message: `message`, or `Message`.
    pub error_message: &'static str,
    /// True if the service has one endpoint for all regions.
    pub global: bool,
    /// How it words violated constraints.
    pub violations: ViolationStyle,
}

/// The wire protocols of AWS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProtocolName {
    /// Form fields in, XML out.
    Query,
    /// JSON both ways, the operation in `X-Amz-Target`, media type `application/x-amz-json-1.0`.
    Json10,
    /// The same with media type `application/x-amz-json-1.1`.
    Json11,
    /// The operation in the method and target, the rest of the input in the query, headers and a body in JSON.
    RestJson,
    /// The same with bodies in XML.
    RestXml,
    /// CBOR both ways, the service and the operation in the path.
    RpcV2Cbor,
}

impl ProtocolName {
    /// Whether the operation stands in the method and target of a request.
    pub fn is_rest(self) -> bool {
        matches!(self, ProtocolName::RestJson | ProtocolName::RestXml)
    }
}

impl fmt::Display for ProtocolName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            ProtocolName::Query => "awsQuery",
            ProtocolName::Json10 => "awsJson1.0",
            ProtocolName::Json11 => "awsJson1.1",
            ProtocolName::RestJson => "restJson1",
            ProtocolName::RestXml => "restXml",
            ProtocolName::RpcV2Cbor => "rpcv2Cbor",
        })
    }
}

/// What a model says of an operation.
#[derive(Debug)]
pub struct OperationShape {
    /// The operation's name, for example `CreateUser`.
    pub name: &'static str,
    /// The input's description.
    pub input: &'static Shape,
    /// The output's description.
    pub output: &'static Shape,
    /// The element that surrounds the output in XML (`CreateUserResult`); none if there is no output.
    pub result_wrapper: Option<&'static str>,
    /// The codes of the errors that the model lists for it.
    pub errors: &'static [&'static str],
    /// True if it is called without a signature (the model's `smithy.api#noAuth`, as `AssumeRoleWithWebIdentity`).
    pub unsigned: bool,
}

/// An operation as a type: a misspelt operation does not compile, and its handler can live in any file.
pub trait Operation: Send + Sync + 'static {
    /// The typed request.
    type Input: Structure;
    /// The typed answer.
    type Output: Structure;
    /// What the model says of it.
    const SHAPE: &'static OperationShape;
}

/// Something that is to be done for each operation of a model, with its types; see the generated `visit`.
pub trait Visitor {
    /// Does it for one operation.
    fn visit<O: Operation>(&mut self);
}

/// Defines the operation types of a model, `bind`, which pairs each with its handler in a plugin, and `visit`, which
/// goes through all of them with their types.
///
/// `bind` finds handlers by the traits that the plugin implements: an operation without a handler is bound to a
/// refusal (`NotImplemented`), so that writing a handler is all it takes to add an operation.
#[macro_export]
macro_rules! operations {
    (
        for $plugin:ty;
        $(
            $(#[$doc:meta])*
            $operation:ident($input:ty = $input_shape:expr) -> $output:ty = $output_shape:expr,
            wrapper $wrapper:expr, errors [$($error:literal),*], unsigned $unsigned:literal;
        )*
    ) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug)]
            pub struct $operation;

            impl $crate::operation::Operation for $operation {
                type Input = $input;
                type Output = $output;
                const SHAPE: &'static $crate::operation::OperationShape = {
                    static SHAPE: $crate::operation::OperationShape = $crate::operation::OperationShape {
                        name: stringify!($operation),
                        input: &$input_shape,
                        output: &$output_shape,
                        result_wrapper: $wrapper,
                        errors: &[$($error),*],
                        unsigned: $unsigned,
                    };
                    &SHAPE
                };
            }
        )*

        /// Every operation of the model, sorted by name, bound to its handler in `plugin`.
        pub fn bind(plugin: &std::sync::Arc<$plugin>) -> Vec<$crate::handler::BoundOperation> {
            #[allow(unused_imports, reason = "which of them are used depends on the handlers there are")]
            use $crate::handler::{ViaAsyncHandler as _, ViaHandler as _, ViaNothing as _};
            vec![
                $((&&&$crate::handler::Probe::<$plugin, $operation>::new(plugin)).bind(),)*
            ]
        }

        /// Shows every operation of the model to `visitor`, sorted by name.
        pub fn visit<V: $crate::operation::Visitor>(visitor: &mut V) {
            $(visitor.visit::<$operation>();)*
        }
    };
}
