//! botocore's `service-2.json`, as far as it is read.

use indexmap::IndexMap;
use serde::{Deserialize, Deserializer};

use crate::{protocol, table};

/// A service model.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Model {
    /// What it says of the service as a whole.
    pub metadata: Metadata,
    /// The operations by name.
    #[serde(deserialize_with = "table::read")]
    pub operations: IndexMap<String, Operation>,
    /// The shapes by name.
    #[serde(deserialize_with = "table::read")]
    pub shapes: IndexMap<String, Shape>,
}

impl Model {
    /// The shape of this name.
    ///
    /// # Errors
    /// A sentence if there is none.
    pub fn shape(&self, name: &str) -> Result<&Shape, String> {
        self.shapes.get(name).ok_or_else(|| format!("there is no shape {name}"))
    }

    /// How its errors spell the member that holds their message.
    pub fn error_message(&self) -> &'static str {
        let errors = self.shapes.values().filter(|shape| shape.exception);
        let capital = errors.clone().filter(|shape| shape.members.contains_key("Message")).count();
        if capital * 2 > errors.count() { "Message" } else { "message" }
    }
}

/// What a model says of a service as a whole.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Metadata {
    /// The version of its API.
    pub api_version: String,
    /// The first label of the service's host names.
    pub endpoint_prefix: String,
    /// The name in the credential scope, where it is not the endpoint prefix.
    pub signing_name: Option<String>,
    /// The one endpoint for all regions, if there is one.
    pub global_endpoint: Option<String>,
    /// The protocol that clients speak who know but one.
    pub protocol: String,
    /// All protocols that the service reads, the one that AWS likes best first.
    #[serde(default)]
    pub protocols: Vec<String>,
    /// `1.0` or `1.1`, of services in JSON.
    pub json_version: Option<String>,
    /// The service's full name.
    pub service_full_name: String,
    /// The short name, which a few old models do not have.
    #[serde(default)]
    pub service_id: String,
    /// The namespace of XML.
    pub xml_namespace: Option<String>,
    /// What stands before the operation's name in `X-Amz-Target`.
    pub target_prefix: Option<String>,
}

impl Metadata {
    /// The name in the credential scope.
    pub fn signing_name(&self) -> &str {
        self.signing_name.as_ref().unwrap_or(&self.endpoint_prefix)
    }

    /// Whether clients may speak RPC v2 CBOR.
    pub fn speaks_cbor(&self) -> bool {
        protocol::speaks_cbor(self)
    }
}

/// An operation.
#[derive(Debug, Deserialize)]
pub struct Operation {
    /// Its method and target.
    pub http: Option<Http>,
    /// Its input, if it has one.
    pub input: Option<Reference>,
    /// Its output, if it has one.
    pub output: Option<Output>,
    /// Its errors.
    #[serde(default)]
    pub errors: Vec<Reference>,
    /// `none` if it is called without a signature.
    pub authtype: Option<String>,
    /// Whether another should be called in its place.
    #[serde(default)]
    pub deprecated: bool,
}

/// The method and target of an operation.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Http {
    /// The method.
    pub method: String,
    /// The pattern of the target.
    pub request_uri: String,
}

/// A shape as it is used somewhere.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Reference {
    /// The name of the shape.
    pub shape: String,
    /// Where the value stands that is not in the body.
    pub location: Option<String>,
    /// The name on the wire, where it is not the member's.
    pub location_name: Option<String>,
    /// Whether it is a stream of bytes.
    #[serde(default)]
    pub streaming: bool,
}

/// The output of an operation.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Output {
    /// The name of the shape.
    pub shape: String,
    /// The element that surrounds it.
    pub result_wrapper: Option<String>,
}

/// A shape.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Shape {
    /// `structure`, `list`, `map`, `string`, `integer`, …
    #[serde(rename = "type")]
    pub kind: String,
    /// The members of a structure.
    #[serde(default, deserialize_with = "table::read")]
    pub members: IndexMap<String, Reference>,
    /// The members that must be there.
    #[serde(default)]
    pub required: Vec<String>,
    /// The member that is the body as a whole.
    pub payload: Option<String>,
    /// The elements of a list.
    pub member: Option<Reference>,
    /// The keys of a map.
    pub key: Option<Reference>,
    /// The values of a map.
    pub value: Option<Reference>,
    /// The values of an enumeration.
    #[serde(default, rename = "enum")]
    pub values: Vec<String>,
    /// The smallest value or length, if it is a whole number.
    #[serde(default, deserialize_with = "whole")]
    pub min: Option<i64>,
    /// The largest value or length, if it is a whole number.
    #[serde(default, deserialize_with = "whole")]
    pub max: Option<i64>,
    /// The regular expression of a string.
    pub pattern: Option<String>,
    /// Whether values are secrets.
    #[serde(default)]
    pub sensitive: bool,
    /// Whether the elements stand directly in the parent.
    #[serde(default)]
    pub flattened: bool,
    /// Whether it is a stream of bytes.
    #[serde(default)]
    pub streaming: bool,
    /// Whether it is a stream of events.
    #[serde(default)]
    pub eventstream: bool,
    /// Whether it is an error.
    #[serde(default)]
    pub exception: bool,
    /// Whether the error is the service's fault.
    #[serde(default)]
    pub fault: bool,
    /// What else is said of an error.
    pub error: Option<ErrorTrait>,
}

/// What a model says of an error.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ErrorTrait {
    /// The code, where it is not the shape's name.
    pub code: Option<String>,
    /// The HTTP status; 0 if the model does not say.
    #[serde(default)]
    pub http_status_code: u16,
    /// Whether the error is the client's fault.
    #[serde(default)]
    pub sender_fault: bool,
}

/// A bound that is a whole number. Of numbers with a fraction some models have others.
fn whole<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i64>, D::Error> {
    Ok(Option::<serde_json::Number>::deserialize(deserializer)?.and_then(|number| number.as_i64()))
}
