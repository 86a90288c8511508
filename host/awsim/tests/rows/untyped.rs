//! Inputs for any operation of a service that runs elsewhere: they have the members that the model gives them, and below those
//! whatever is asked for.

use std::borrow::Cow;

use awsim_model::Shape;
use awsim_plugin::upstream::Input;

use crate::texts;

/// An input in which everything that may be given is given, or only what must be.
#[derive(Clone, Copy)]
pub(crate) struct Untyped<'m> {
    service: &'static str,
    level: Level<'m>,
    /// The member that it is the value of.
    name: &'static str,
    full: bool,
}

#[derive(Clone, Copy)]
enum Level<'m> {
    /// The input itself, if the operation has one.
    Input(Option<&'m Shape>),
    Below,
}

/// What it is in a request that gives only what must be.
const LEAST: &[(&str, &str)] = &[("CopySource", "/sample/sample")];

/// What there is no row without, though the model says that it may be missing.
const NEEDED: [&str; 2] = ["CiphertextBlob", "SourceTableName"];

/// What is not given of a list's elements in a request that gives only what must be.
const OPTIONAL: [&str; 1] = ["VersionId"];

impl<'m> Untyped<'m> {
    /// An input of this shape.
    pub(crate) fn of(service: &'static str, shape: Option<&'m Shape>, full: bool) -> Self {
        Self { service, level: Level::Input(shape), name: "", full }
    }

    fn below(&self, name: &'static str) -> Box<dyn Input + 'm> {
        Box::new(Self { level: Level::Below, name, ..*self })
    }

    fn has(&self, name: &str) -> bool {
        match self.level {
            Level::Input(Some(shape)) if shape.members.contains_key(name) => {
                self.full || NEEDED.contains(&name) || shape.required.iter().any(|required| required == name)
            }
            Level::Input(_) => false,
            Level::Below => self.full || !OPTIONAL.contains(&name),
        }
    }
}

impl Input for Untyped<'_> {
    fn member(&self, name: &str) -> Option<Box<dyn Input + '_>> {
        let named = texts::named(self.service, name);
        self.has(name).then(|| self.below(named.map_or("", |(name, _)| name)) as Box<dyn Input + '_>)
    }

    fn elements(&self) -> Vec<Box<dyn Input + '_>> {
        vec![self.below(self.name)]
    }

    fn all(&self, _: &str) -> Vec<Box<dyn Input + '_>> {
        self.elements()
    }

    fn entries(&self) -> Vec<(String, Box<dyn Input + '_>)> {
        let key = texts::key(self.service, self.name);
        vec![(key.unwrap_or("sample").to_owned(), self.below(key.unwrap_or_default()))]
    }

    fn text(&self) -> Option<Cow<'_, str>> {
        let least = LEAST.iter().copied().filter(|_| !self.full).find(|(name, _)| *name == self.name);
        let text = least.or_else(|| texts::named(self.service, self.name));
        Some(Cow::Borrowed(text.map_or("sample", |(_, text)| text)))
    }
}
