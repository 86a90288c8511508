//! Members of an input, read by name.

use awsim_model::{Model, Place, Protocol, Reference, Request, Shape};
use awsim_plugin::upstream::Input;

/// A member of a structure.
#[derive(Clone, Debug)]
pub(super) struct Field {
    /// The name that it is asked for by.
    name: String,
    /// How its elements stand, if it is a list.
    list: Option<List>,
}

/// How the elements of a list stand.
#[derive(Clone, Debug)]
struct List {
    /// Whether they stand directly in the parent.
    flattened: bool,
    /// The name below which they stand in a form, where it is not `member`.
    below: Option<String>,
}

/// The texts that stand at a member.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Texts {
    /// The texts; one, or those of a list.
    pub(super) values: Vec<String>,
    /// Whether something stands there that is no text.
    pub(super) is_odd: bool,
}

impl Field {
    /// A member of the input of an operation.
    pub(super) fn of_input(
        model: &Model,
        protocol: Protocol,
        request: &Request<'_>,
        at: usize,
    ) -> Option<Self> {
        let (name, place) = request.members.get(at)?;
        let input = model.operations.get(request.name)?.input.as_ref()?;
        let member = model.shapes.get(&input.shape)?.members.get(*name)?;
        let name = match place {
            Place::Body(wire) if !protocol.is_rest() => wire,
            _ => *name,
        };
        Some(Self { name: name.to_owned(), list: List::of(model, protocol, member) })
    }

    /// A member of a structure below the input.
    pub(super) fn of_structure(model: &Model, protocol: Protocol, name: &str, member: &Reference) -> Self {
        let wire = model.wire_name(name, member);
        Self { name: wire.to_owned(), list: List::of(model, protocol, member) }
    }

    /// Whether it is a list.
    pub(super) fn is_list(&self) -> bool {
        self.list.is_some()
    }

    /// Does something with the member's value or, if it is a list, with each of its elements.
    pub(super) fn each(&self, parent: &dyn Input, work: &mut dyn FnMut(&dyn Input)) {
        match &self.list {
            None => {
                if let Some(value) = parent.member(&self.name) {
                    work(&*value);
                }
            }
            Some(list) if list.flattened => {
                parent.all(&self.name).iter().for_each(|element| work(&**element));
            }
            Some(list) => {
                let Some(value) = parent.member(&self.name) else { return };
                value.elements().iter().for_each(|element| work(&**element));
                // A form may have them below either name; which of the two an upstream reads nobody knows.
                if let Some(below) = list.below.as_deref().and_then(|below| value.member(below)) {
                    below.elements().iter().for_each(|element| work(&**element));
                }
            }
        }
    }

    /// The value as it stands there.
    pub(super) fn value<'i>(&self, parent: &'i dyn Input) -> Option<Box<dyn Input + 'i>> {
        parent.member(&self.name)
    }

    /// The texts that stand there.
    pub(super) fn texts(&self, parent: &dyn Input) -> Texts {
        let mut texts = Texts::default();
        self.each(parent, &mut |value| match value.text() {
            Some(text) => texts.values.push(text.into_owned()),
            None => texts.is_odd = true,
        });
        // A text where a list should be: some servers read it as a list of one.
        if self.is_list() && texts.values.is_empty() {
            let text = self.value(parent).and_then(|value| value.text().map(|text| text.into_owned()));
            texts.is_odd |= text.is_some_and(|text| !text.is_empty());
        }
        texts
    }
}

impl List {
    fn of(model: &Model, protocol: Protocol, member: &Reference) -> Option<Self> {
        let shape = model.shapes.get(&member.shape).filter(|shape| shape.kind == "list")?;
        let below = || element(shape)?.location_name.clone().filter(|_| protocol == Protocol::Query);
        Some(Self { flattened: shape.flattened && !has_lists(protocol), below: below() })
    }
}

fn element(shape: &Shape) -> Option<&Reference> {
    shape.member.as_ref()
}

/// Whether bodies are in JSON or CBOR, where a list is a list.
fn has_lists(protocol: Protocol) -> bool {
    matches!(protocol, Protocol::Json10 | Protocol::Json11 | Protocol::RestJson | Protocol::RpcV2Cbor)
}
