//! Which of the protocols of a model is spoken.

use crate::model::Metadata;

/// A protocol that requests are read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// Form fields in, XML out.
    Query,
    /// JSON, version 1.0.
    Json10,
    /// JSON, version 1.1.
    Json11,
    /// REST with bodies in JSON.
    RestJson,
    /// REST with bodies in XML.
    RestXml,
    /// CBOR both ways, the service and the operation in the path.
    RpcV2Cbor,
}

/// The name of RPC v2 CBOR.
const CBOR: &str = "smithy-rpc-v2-cbor";

impl Protocol {
    /// The first of a model's protocols that is read here; RPC v2 CBOR only if there is no other.
    ///
    /// # Errors
    /// A sentence with the protocols of the model if it is none of them.
    pub fn of(metadata: &Metadata) -> Result<Self, String> {
        let all = listed(metadata);
        let named = |name: &String| match name.as_str() {
            "query" => Some(Self::Query),
            "json" if metadata.json_version.as_deref() == Some("1.0") => Some(Self::Json10),
            "json" => Some(Self::Json11),
            "rest-json" => Some(Self::RestJson),
            "rest-xml" => Some(Self::RestXml),
            _ => None,
        };
        let cbor = || all.iter().any(|name| name == CBOR).then_some(Self::RpcV2Cbor);
        all.iter().find_map(named).or_else(cbor).ok_or_else(|| {
            format!(
                "the service speaks {}, and AWSim reads query, json, rest-json, rest-xml and {CBOR}",
                all.join(" and ")
            )
        })
    }

    /// Whether the operation stands in the method and target of a request.
    pub fn is_rest(self) -> bool {
        matches!(self, Self::RestJson | Self::RestXml)
    }

    /// Whether the operation stands in the header `X-Amz-Target`.
    fn has_target(self) -> bool {
        matches!(self, Self::Json10 | Self::Json11)
    }

    /// Whether requests name the service: in the header `X-Amz-Target`, or in the path.
    pub fn names_service(self) -> bool {
        self.has_target() || self == Self::RpcV2Cbor
    }

    /// Whether clients of a service may speak the query protocol besides this one.
    pub fn speaks_query_too(self, metadata: &Metadata) -> bool {
        self.has_target() && metadata.protocols.iter().any(|name| name == "query")
    }
}

/// Whether clients of a service may speak RPC v2 CBOR. They need the name that requests have for it.
pub(crate) fn speaks_cbor(metadata: &Metadata) -> bool {
    let is_named = metadata.target_prefix.as_ref().is_some_and(|name| !name.is_empty());
    is_named && listed(metadata).iter().any(|name| name == CBOR)
}

/// The protocols of a model; older ones have but one.
fn listed(metadata: &Metadata) -> Vec<String> {
    match metadata.protocols.is_empty() {
        true => vec![metadata.protocol.clone()],
        false => metadata.protocols.clone(),
    }
}
