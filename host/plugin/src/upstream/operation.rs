//! Operations of services that run elsewhere, as far as their requests must be understood.

use crate::operation::OperationShape;
use crate::shape::UNIT;

/// What a model says of an operation of a service that runs elsewhere.
#[derive(Debug)]
pub struct UpstreamOperation {
    /// What the host has to know of every operation. The shapes are empty: nothing is typed.
    pub shape: OperationShape,
    /// The HTTP method.
    pub method: &'static str,
    /// The pattern of the target: `/`, `/2015-03-31/functions/{FunctionName}`, `/{Bucket}/{Key+}?tagging`.
    pub uri: &'static str,
    /// The members that a request must have.
    pub required: &'static [&'static str],
    /// The members that do not stand in the body, or under another name.
    pub bindings: &'static [Binding],
    /// Whether the body is a stream of bytes, of whatever length.
    pub streams: bool,
}

/// Where a member of the input stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Binding {
    /// The member.
    pub member: &'static str,
    /// Where it stands.
    pub place: Place,
}

/// A place in a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the path, at the label of this name.
    Path(&'static str),
    /// In the query, under this name.
    Query(&'static str),
    /// In the query, once under this name for each element.
    Queries(&'static str),
    /// In the header of this name, which is in lower case.
    Header(&'static str),
    /// In all headers that begin with this, which is in lower case.
    Headers(&'static str),
    /// It is the body as a whole, a document.
    Payload,
    /// It is the body as a whole, text or bytes.
    Raw,
    /// In the body, under this name.
    Body(&'static str),
}

impl UpstreamOperation {
    /// An operation.
    pub const fn new(
        name: &'static str,
        method: &'static str,
        uri: &'static str,
        required: &'static [&'static str],
        bindings: &'static [Binding],
    ) -> Self {
        let shape = OperationShape {
            name,
            input: &UNIT,
            output: &UNIT,
            result_wrapper: None,
            errors: &[],
            unsigned: false,
        };
        Self { shape, method, uri, required, bindings, streams: false }
    }

    /// The same operation, with a stream of bytes for its body.
    pub const fn streaming(self) -> Self {
        Self { streams: true, ..self }
    }

    /// Where a member stands; none if in the body, under its own name.
    pub fn place(&self, member: &str) -> Option<Place> {
        self.bindings.iter().find(|binding| binding.member == member).map(|binding| binding.place)
    }
}

impl Binding {
    /// A member and where it stands.
    pub const fn new(member: &'static str, place: Place) -> Self {
        Self { member, place }
    }
}
