//! The tags that a request has.

use awsim_model::{Model, Place, Protocol, Request, Shape};
use awsim_plugin::access::{Check, ContextValue};
use awsim_plugin::upstream::Input;

use super::field::Field;
use super::words::plain;

/// What members are called that have tags.
const TAGS: [&str; 5] = ["tags", "taglist", "addtags", "tagstoadd", "resourcetags"];
/// What members are called that have the keys of tags.
const KEYS: [&str; 5] = ["tagkeys", "tagkeylist", "removetagkeys", "tagkeystoremove", "tagstoremove"];

/// Where a request has tags.
#[derive(Debug, Default)]
pub(super) struct Tags {
    tags: Vec<Tagged>,
    keys: Vec<Field>,
}

/// A member with tags.
#[derive(Debug)]
enum Tagged {
    /// A list of structures with these members for key and value.
    Pairs { list: Field, within: Option<Field>, key: String, value: String },
    /// A map.
    Map(Field),
}

impl Tags {
    /// Where requests for an operation have tags.
    pub(super) fn of(model: &Model, protocol: Protocol, request: &Request<'_>) -> Self {
        let mut tags = Self::default();
        for (at, (name, place)) in request.members.iter().enumerate() {
            let name = plain(name);
            let is_keys = KEYS.contains(&name.as_str());
            if !(is_keys || TAGS.contains(&name.as_str())) || matches!(place, Place::Raw) {
                continue;
            }
            let (Some(field), Some(shape)) =
                (Field::of_input(model, protocol, request, at), shape_of(model, request, at))
            else {
                continue;
            };
            match is_keys && !has_pairs(model, shape) {
                true => tags.keys.push(field),
                false => tags.tags.extend(Tagged::of(model, protocol, field, shape)),
            }
        }
        tags
    }

    /// A check with the tags of a request.
    pub(super) fn on(&self, check: Check, input: &dyn Input) -> Check {
        let mut tags = Vec::new();
        self.tags.iter().for_each(|tagged| tagged.read(input, &mut tags));
        let mut keys: Vec<String> = self.keys.iter().flat_map(|field| field.texts(input).values).collect();
        let mut check = check;
        for (key, value) in tags {
            check = check.with(format!("aws:RequestTag/{key}"), ContextValue::String(value));
            keys.push(key);
        }
        check.with_tag_keys(keys.iter().map(String::as_str))
    }
}

impl Tagged {
    fn of(model: &Model, protocol: Protocol, field: Field, shape: &Shape) -> Option<Self> {
        if shape.kind == "map" {
            return Some(Self::Map(field));
        }
        if let Some((key, value)) = pair(model, shape) {
            return Some(Self::Pairs { list: field, within: None, key, value });
        }
        // Amazon CloudFront has them in a structure of their own.
        let (name, member) = shape.members.iter().find(|(name, _)| *name == "Items")?;
        let (key, value) = pair(model, model.shapes.get(&member.shape)?)?;
        let list = Field::of_structure(model, protocol, name, member);
        Some(Self::Pairs { list, within: Some(field), key, value })
    }

    fn read(&self, input: &dyn Input, tags: &mut Vec<(String, String)>) {
        match self {
            Self::Map(field) => {
                let Some(map) = field.value(input) else { return };
                let entries = map.entries();
                let text = |value: &dyn Input| value.text().unwrap_or_default().into_owned();
                tags.extend(entries.iter().map(|(key, value)| (key.clone(), text(&**value))));
            }
            Self::Pairs { list, within, key, value } => {
                let mut read = |tag: &dyn Input| {
                    if let Some(key) = tag.string(key) {
                        tags.push((key, tag.string(value).unwrap_or_default()));
                    }
                };
                match within {
                    None => list.each(input, &mut read),
                    Some(field) => field.each(input, &mut |outer| list.each(outer, &mut read)),
                }
            }
        }
    }
}

fn shape_of<'m>(model: &'m Model, request: &Request<'_>, at: usize) -> Option<&'m Shape> {
    let input = model.operations.get(request.name)?.input.as_ref()?;
    let (name, _) = request.members.get(at)?;
    model.shapes.get(&model.shapes.get(&input.shape)?.members.get(*name)?.shape)
}

fn has_pairs(model: &Model, shape: &Shape) -> bool {
    shape.kind == "map" || pair(model, shape).is_some()
}

/// The names on the wire of the key and the value of a tag, if a shape is a list of tags.
fn pair(model: &Model, shape: &Shape) -> Option<(String, String)> {
    let tag = model.shapes.get(&shape.member.as_ref()?.shape)?;
    let named = |ending: &str| {
        let mut members = tag.members.iter();
        let (name, member) =
            members.find(|(name, _)| plain(name) == ending || plain(name) == format!("tag{ending}"))?;
        Some(model.wire_name(name, member).to_owned())
    };
    Some((named("key")?, named("value")?))
}
