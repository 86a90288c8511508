//! The tables of services that run elsewhere: their operations, and where the members of the input stand that are not
//! in the body.

use std::fmt::Write as _;

use awsim_model::{Model, Place, Request, repeated, requests};

use crate::emit;

/// Operations of a model that requests do not tell from others, as another host takes them.
const ELSEWHERE: &[&str] = &["ListDirectoryBuckets"];

/// The file of a service.
pub(crate) fn file(model: &Model) -> Result<String, String> {
    let metadata = &model.metadata;
    let mut out = format!(
        "//! The operations of {}, API version {}.\n{}",
        metadata.service_full_name,
        metadata.api_version,
        emit::HEADER
    );
    let mut requests = requests(model)?;
    requests.retain(|request| !ELSEWHERE.contains(&request.name));
    let is_bound = requests.iter().any(|request| !bindings(request).is_empty());
    let names = if is_bound { "Binding, Place, " } else { "" };
    let _ = writeln!(
        out,
        "use awsim_plugin::operation::{{ProtocolName, ServiceModel}};\n\
         use awsim_plugin::shape::ViolationStyle;\n\
         use awsim_plugin::upstream::{{{names}UpstreamOperation}};\n"
    );
    out.push_str(&emit::service_model(model, true)?);
    if metadata.protocol == "rest-xml" {
        let _ = writeln!(
            out,
            "\n/// The names of elements that may stand side by side in one element.\n\
             pub static REPEATED: &[&str] = &{:?};",
            repeated(model)?.into_iter().collect::<Vec<_>>()
        );
    }
    out.push_str("\n/// The operations, sorted by name.\npub static OPERATIONS: &[UpstreamOperation] = &[\n");
    for request in requests {
        let Request { name, method, uri, required, streams, .. } = request;
        let bindings = bindings(&request);
        let streaming = if streams { ".streaming()" } else { "" };
        let _ = writeln!(
            out,
            "UpstreamOperation::new({name:?}, {method:?}, {uri:?}, &{required:?}, &[{bindings}]){streaming},"
        );
    }
    out.push_str("];\n");
    Ok(out)
}

/// The members of an operation's input that do not stand in the body.
fn bindings(request: &Request<'_>) -> String {
    let mut bindings = String::new();
    for (name, place) in &request.members {
        if !matches!(place, Place::Body(_)) {
            let _ = write!(bindings, "Binding::new({name:?}, Place::{place:?}),");
        }
    }
    bindings
}
