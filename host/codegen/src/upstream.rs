//! The tables of services that run elsewhere: their operations, and where the members of the input stand that are not
//! in the body.

use std::fmt::Write as _;

use crate::emit;
use crate::model::{Model, Operation, Shape};

/// The file of a service.
pub(crate) fn file(model: &Model) -> Result<String, String> {
    let metadata = &model.metadata;
    let mut out = format!(
        "//! The operations of {}, API version {}.\n{}",
        metadata.service_full_name,
        metadata.api_version,
        emit::HEADER
    );
    let bound = model.operations.values().map(|operation| bindings(model, operation));
    let bound = bound.collect::<Result<Vec<_>, _>>()?;
    let names = if bound.iter().any(|bindings| !bindings.is_empty()) { "Binding, Place, " } else { "" };
    let _ = writeln!(
        out,
        "use awsim_plugin::operation::{{ProtocolName, ServiceModel}};\n\
         use awsim_plugin::shape::ViolationStyle;\n\
         use awsim_plugin::upstream::{{{names}UpstreamOperation}};\n"
    );
    out.push_str(&emit::service_model(model, true));
    out.push_str("\n/// The operations, sorted by name.\npub static OPERATIONS: &[UpstreamOperation] = &[\n");
    let mut operations: Vec<_> = model.operations.iter().zip(bound).collect();
    operations.sort_by_key(|((name, _), _)| name.as_str());
    for ((name, operation), bindings) in operations {
        let http = operation.http.as_ref().ok_or_else(|| format!("{name} says nothing of HTTP"))?;
        let required = input(model, operation)?.map(|shape| shape.required.as_slice()).unwrap_or_default();
        let _ = writeln!(
            out,
            "UpstreamOperation::new({name:?}, {:?}, {:?}, &{required:?}, &[{bindings}]),",
            http.method, http.request_uri
        );
    }
    out.push_str("];\n");
    Ok(out)
}

fn input<'m>(model: &'m Model, operation: &Operation) -> Result<Option<&'m Shape>, String> {
    let Some(input) = &operation.input else { return Ok(None) };
    model.shapes.get(&input.shape).map(Some).ok_or_else(|| format!("no shape {}", input.shape))
}

/// The members of an operation's input that do not stand in the body.
fn bindings(model: &Model, operation: &Operation) -> Result<String, String> {
    let Some(shape) = input(model, operation)? else { return Ok(String::new()) };
    let mut bindings = String::new();
    for (name, member) in &shape.members {
        let wire = member.location_name.as_deref().unwrap_or(name);
        let place = match member.location.as_deref() {
            Some("uri") => format!("Path({wire:?})"),
            Some("querystring") => format!("Query({wire:?})"),
            Some("header") => format!("Header({wire:?})"),
            Some("headers") => format!("Headers({wire:?})"),
            Some(other) => return Err(format!("{name} stands in {other}")),
            None if shape.payload.as_ref() == Some(name) => "Payload".to_owned(),
            None => continue,
        };
        let _ = write!(bindings, "Binding::new({name:?}, Place::{place}),");
    }
    Ok(bindings)
}
