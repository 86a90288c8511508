//! Where the members of an input stand in a request.

use std::collections::BTreeSet;

use crate::model::{Http, Model, Operation, Reference, Shape};
use crate::protocol::Protocol;

/// What a model says of the requests for an operation.
#[derive(Debug)]
pub struct Request<'m> {
    /// The operation's name.
    pub name: &'m str,
    /// The HTTP method.
    pub method: &'m str,
    /// The pattern of the target.
    pub uri: &'m str,
    /// The members that a request must have.
    pub required: &'m [String],
    /// Every member of the input, and where it stands.
    pub members: Vec<(&'m str, Place)>,
    /// Whether the body is a stream of bytes.
    pub streams: bool,
    /// Whether the body is a stream of events.
    pub sends_events: bool,
}

/// A place in a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the path, at the label of this name.
    Path(String),
    /// In the query, under this name.
    Query(String),
    /// In the query, once under this name for each element.
    Queries(String),
    /// In the header of this name, which is in lower case.
    Header(String),
    /// In all headers that begin with this, which is in lower case.
    Headers(String),
    /// It is the body as a whole, a document.
    Payload,
    /// It is the body as a whole, text or bytes.
    Raw,
    /// In the body, under this name.
    Body(String),
}

/// The requests for the operations of a model, sorted by name. Deprecated operations of REST are left out where others have
/// taken their places.
///
/// # Errors
/// What is wrong with the model.
pub fn requests(model: &Model) -> Result<Vec<Request<'_>>, String> {
    let mut requests = Vec::new();
    for (name, operation) in &model.operations {
        let http = operation.http.as_ref().ok_or_else(|| format!("{name} says nothing of HTTP"))?;
        if !(operation.deprecated && is_taken(model, http)) {
            requests.push(request(model, name, http, operation)?);
        }
    }
    requests.sort_by_key(|request| request.name);
    Ok(requests)
}

fn request<'m>(
    model: &'m Model,
    name: &'m str,
    http: &'m Http,
    operation: &'m Operation,
) -> Result<Request<'m>, String> {
    let mut request = Request {
        name,
        method: &http.method,
        uri: &http.request_uri,
        required: &[],
        members: Vec::new(),
        streams: false,
        sends_events: false,
    };
    let Some(input) = &operation.input else { return Ok(request) };
    let input = model.shape(&input.shape)?;
    request.required = &input.required;
    for (member, reference) in &input.members {
        request.members.push((member, place(model, input, member, reference)?));
    }
    if let Some(payload) = input.payload.as_ref().and_then(|name| input.members.get(name)) {
        let shape = model.shape(&payload.shape)?;
        request.streams = payload.streaming || shape.streaming;
        request.sends_events = shape.eventstream;
    }
    Ok(request)
}

/// Whether another operation that is not deprecated has taken the place of an operation of REST.
fn is_taken(model: &Model, http: &Http) -> bool {
    let others = model.operations.values().filter(|operation| !operation.deprecated);
    let mut places = others.filter_map(|operation| operation.http.as_ref());
    http.request_uri != "/"
        && places.any(|other| other.method == http.method && other.request_uri == http.request_uri)
}

fn place(model: &Model, input: &Shape, name: &str, member: &Reference) -> Result<Place, String> {
    let kind = || model.shape(&member.shape).map(|shape| shape.kind.as_str());
    let wire = member.location_name.as_deref().unwrap_or(name);
    Ok(match member.location.as_deref() {
        Some("uri") => Place::Path(wire.to_owned()),
        Some("querystring") if kind()? == "list" => Place::Queries(wire.to_owned()),
        Some("querystring") => Place::Query(wire.to_owned()),
        Some("header") => Place::Header(wire.to_ascii_lowercase()),
        Some("headers") => Place::Headers(wire.to_ascii_lowercase()),
        Some(other) => return Err(format!("{name} stands in {other}")),
        None if input.payload.as_deref() == Some(name) => match kind()? {
            "structure" => Place::Payload,
            _ => Place::Raw,
        },
        None => Place::Body(model.wire_name(name, member).to_owned()),
    })
}

impl Model {
    /// The name of a member in the body. In forms, a list without an element of its own goes by the name of its elements.
    pub fn wire_name<'m>(&'m self, name: &'m str, member: &'m Reference) -> &'m str {
        let own = member.location_name.as_deref().unwrap_or(name);
        if Protocol::of(&self.metadata) != Ok(Protocol::Query) {
            return own;
        }
        let list = self.shapes.get(&member.shape).filter(|shape| shape.flattened);
        let element = list.and_then(|list| list.member.as_ref());
        element.and_then(|element| element.location_name.as_deref()).unwrap_or(own)
    }
}

/// The names of the elements that may stand side by side in one element of a document in XML: of flattened lists that of
/// the list, of others that of the member.
///
/// # Errors
/// What is wrong with the model.
pub fn repeated(model: &Model) -> Result<BTreeSet<&str>, String> {
    let mut names = BTreeSet::new();
    let members = model.shapes.values().flat_map(|shape| &shape.members);
    for (name, member) in members.filter(|(_, member)| member.location.is_none()) {
        let list = model.shape(&member.shape)?;
        let Some(element) = &list.member else { continue };
        names.insert(match list.flattened {
            true => member.location_name.as_deref().unwrap_or(name),
            false => element.location_name.as_deref().unwrap_or("member"),
        });
    }
    Ok(names)
}
