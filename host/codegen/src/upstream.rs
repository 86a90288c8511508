//! The tables of services that run elsewhere: their operations, and where the members of the input stand that are not
//! in the body.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::emit;
use crate::model::{Http, Model, Operation, Shape};

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
    let mut operations = Vec::new();
    for (name, operation) in &model.operations {
        let http = operation.http.as_ref().ok_or_else(|| format!("{name} says nothing of HTTP"))?;
        if ELSEWHERE.contains(&name.as_str()) || (operation.deprecated && is_taken(model, http)) {
            continue;
        }
        operations.push((name, http, operation, bindings(model, operation)?));
    }
    operations.sort_by_key(|(name, ..)| name.as_str());
    let is_bound = operations.iter().any(|(.., bindings)| !bindings.is_empty());
    let names = if is_bound { "Binding, Place, " } else { "" };
    let _ = writeln!(
        out,
        "use awsim_plugin::operation::{{ProtocolName, ServiceModel}};\n\
         use awsim_plugin::shape::ViolationStyle;\n\
         use awsim_plugin::upstream::{{{names}UpstreamOperation}};\n"
    );
    out.push_str(&emit::service_model(model, true));
    if metadata.protocol == "rest-xml" {
        let _ = writeln!(
            out,
            "\n/// The names of elements that may stand side by side in one element.\n\
             pub static REPEATED: &[&str] = &{:?};",
            repeated(model)?.into_iter().collect::<Vec<_>>()
        );
    }
    out.push_str("\n/// The operations, sorted by name.\npub static OPERATIONS: &[UpstreamOperation] = &[\n");
    for (name, http, operation, bindings) in operations {
        let required = input(model, operation)?.map(|shape| shape.required.as_slice()).unwrap_or_default();
        let streaming = if streams(model, operation)? { ".streaming()" } else { "" };
        let _ = writeln!(
            out,
            "UpstreamOperation::new({name:?}, {:?}, {:?}, &{required:?}, &[{bindings}]){streaming},",
            http.method, http.request_uri
        );
    }
    out.push_str("];\n");
    Ok(out)
}

/// Whether another operation that is not deprecated has taken the place of an operation of REST.
fn is_taken(model: &Model, http: &Http) -> bool {
    let others = model.operations.values().filter(|operation| !operation.deprecated);
    let mut places = others.filter_map(|operation| operation.http.as_ref());
    http.request_uri != "/"
        && places.any(|other| other.method == http.method && other.request_uri == http.request_uri)
}

fn shape<'m>(model: &'m Model, name: &str) -> Result<&'m Shape, String> {
    model.shapes.get(name).ok_or_else(|| format!("no shape {name}"))
}

fn input<'m>(model: &'m Model, operation: &Operation) -> Result<Option<&'m Shape>, String> {
    operation.input.as_ref().map(|input| shape(model, &input.shape)).transpose()
}

/// Whether the body of a request is a stream of bytes.
fn streams(model: &Model, operation: &Operation) -> Result<bool, String> {
    let Some(input) = input(model, operation)? else { return Ok(false) };
    let payload = input.payload.as_ref().and_then(|name| input.members.get(name));
    Ok(match payload {
        Some(member) => member.streaming || shape(model, &member.shape)?.streaming,
        None => false,
    })
}

/// The members of an operation's input that do not stand in the body.
fn bindings(model: &Model, operation: &Operation) -> Result<String, String> {
    let Some(input) = input(model, operation)? else { return Ok(String::new()) };
    let mut bindings = String::new();
    for (name, member) in &input.members {
        let wire = member.location_name.as_deref().unwrap_or(name);
        let place = match member.location.as_deref() {
            Some("uri") => format!("Path({wire:?})"),
            Some("querystring") if shape(model, &member.shape)?.kind == "list" => {
                format!("Queries({wire:?})")
            }
            Some("querystring") => format!("Query({wire:?})"),
            Some("header") => format!("Header({:?})", wire.to_ascii_lowercase()),
            Some("headers") => format!("Headers({:?})", wire.to_ascii_lowercase()),
            Some(other) => return Err(format!("{name} stands in {other}")),
            None if input.payload.as_ref() == Some(name) => {
                let is_document = shape(model, &member.shape)?.kind == "structure";
                if is_document { "Payload" } else { "Raw" }.to_owned()
            }
            None => continue,
        };
        let _ = write!(bindings, "Binding::new({name:?}, Place::{place}),");
    }
    Ok(bindings)
}

/// The names of the elements of lists: of flattened ones that of the list, of others that of the member.
fn repeated(model: &Model) -> Result<BTreeSet<&str>, String> {
    let mut names = BTreeSet::new();
    let members = model.shapes.values().flat_map(|shape| &shape.members);
    for (name, member) in members.filter(|(_, member)| member.location.is_none()) {
        let list = shape(model, &member.shape)?;
        let Some(element) = &list.member else { continue };
        names.insert(match list.flattened {
            true => member.location_name.as_deref().unwrap_or(name),
            false => element.location_name.as_deref().unwrap_or("member"),
        });
    }
    Ok(names)
}
