//! Errors of services that speak the query protocol.

use awsim_plugin::error::ServiceError;

use super::text;
use crate::protocol::Answering;
use crate::protocol::aws_json::JsonSink;

/// Appends an error as XML.
pub(in crate::protocol) fn xml(out: &mut Vec<u8>, cx: &Answering<'_>, error: &ServiceError) {
    out.extend_from_slice(b"<ErrorResponse");
    if !cx.model.xml_namespace.is_empty() {
        for part in [" xmlns=\"", cx.model.xml_namespace, "\""] {
            out.extend_from_slice(part.as_bytes());
        }
    }
    out.extend_from_slice(b"><Error>");
    element(out, "Type", error.fault.as_str());
    element(out, "Code", &error.code);
    element(out, "Message", &error.message);
    for (name, value) in &error.members {
        element(out, name, value);
    }
    out.extend_from_slice(b"</Error>");
    element(out, "RequestId", cx.request_id);
    out.extend_from_slice(b"</ErrorResponse>");
}

pub(in crate::protocol) fn element(out: &mut Vec<u8>, name: &str, value: &str) {
    for part in ["<", name, ">"] {
        out.extend_from_slice(part.as_bytes());
    }
    text::append(out, value);
    for part in ["</", name, ">"] {
        out.extend_from_slice(part.as_bytes());
    }
}

/// Appends an error as JSON, for clients that ask for it.
pub(super) fn json(out: &mut Vec<u8>, cx: &Answering<'_>, error: &ServiceError) {
    let mut json = JsonSink::new(out);
    json.object_start();
    json.key("Error");
    json.object_start();
    json.text("Code", &error.code);
    json.text("Message", &error.message);
    json.text("Type", error.fault.as_str());
    for (name, value) in &error.members {
        json.text(name, value);
    }
    json.object_end();
    json.text("RequestId", cx.request_id);
    json.object_end();
}
