//! Reading values out of a form.

use std::borrow::Cow;

use awsim_plugin::shape::{Kind, ListShape, Malformed, MapShape, Member, Source, Timestamp};

use super::form::{Field, Form, compare_parts, first_part, is_number};
use crate::protocol::base64;

/// The name of elements in lists whose model does not name them.
const ELEMENT: &str = "member";
/// The name of entries in maps.
const ENTRY: &str = "entry";

/// A value: all fields whose names begin with the same parts.
#[derive(Clone, Copy)]
struct Node<'f, 'r> {
    fields: &'f [Field<'r>],
    /// Where in each name the parts below this value begin; the name of the value itself ends before that.
    below: usize,
}

impl<'f, 'r> Node<'f, 'r> {
    fn root(form: &'f Form<'r>) -> Self {
        Node { fields: form.fields(), below: 0 }
    }

    /// The value's own text: the field whose name says no more.
    fn own(&self) -> Option<&'f str> {
        let first = self.fields.first()?;
        (first.name.len() < self.below).then_some(&*first.value)
    }

    /// The fields below this value.
    fn children(&self) -> &'f [Field<'r>] {
        if self.own().is_some() { &self.fields[1..] } else { self.fields }
    }

    /// The next part of the name of one of the children.
    fn part(&self, field: &'f Field<'r>) -> &'f str {
        first_part(field.name.get(self.below..).unwrap_or_default())
    }

    fn child(&self, name: &str) -> Option<Node<'f, 'r>> {
        let children = self.children();
        let from = children.partition_point(|field| compare_parts(self.part(field), name).is_lt());
        let len = children[from..].iter().take_while(|field| self.part(field) == name).count();
        let fields = &children[from..from + len];
        (len > 0).then_some(Node { fields, below: self.below + name.len() + 1 })
    }

    /// The values below this one, each with its label, in the order of their labels.
    fn numbered(&self) -> impl Iterator<Item = Result<Node<'f, 'r>, Malformed>> {
        let node = *self;
        self.children().chunk_by(move |a, b| node.part(a) == node.part(b)).map(move |fields| {
            let label = fields.first().map(|first| node.part(first)).unwrap_or_default();
            if !is_number(label) {
                return Err(Malformed::new(format!("'{label}' is not the number of a list element")));
            }
            Ok(Node { fields, below: node.below + label.len() + 1 })
        })
    }

    /// The values below `name`, or below this value itself where the model flattens. A list or map without elements
    /// is sent as an empty field.
    fn collection(&self, name: &str, flattened: bool) -> Result<Option<Node<'f, 'r>>, Malformed> {
        if self.own().is_some_and(|text| !text.is_empty()) {
            return Err(self.malformed("a list or map"));
        }
        Ok(if flattened { Some(*self) } else { self.child(name) })
    }

    fn text(&self) -> Result<&'f str, Malformed> {
        self.own().ok_or_else(|| Malformed::new("a field has parts below it where it should have a value"))
    }

    fn malformed(&self, wanted: &str) -> Malformed {
        Malformed::new(format!("'{}' is not {wanted}", excerpt(self.own().unwrap_or_default())))
    }
}

/// As much of a text as a message should repeat.
fn excerpt(text: &str) -> &str {
    const LONGEST: usize = 100;
    text.char_indices().nth(LONGEST).map_or(text, |(end, _)| &text[..end])
}

impl Source for Node<'_, '_> {
    fn member(&self, member: &'static Member, read: &mut dyn FnMut(&dyn Source)) {
        let flattened = match &member.shape.kind {
            Kind::List(list) if list.flattened && list.element_name != ELEMENT => {
                self.child(list.element_name)
            }
            _ => None,
        };
        if let Some(child) = flattened.or_else(|| self.child(member.wire_name)) {
            read(&child);
        }
    }

    fn elements(&self, list: &'static ListShape, read: &mut dyn FnMut(&dyn Source)) -> Result<(), Malformed> {
        if let Some(parent) = self.collection(list.element_name, list.flattened)? {
            for element in parent.numbered() {
                read(&element?);
            }
        }
        Ok(())
    }

    fn entries(
        &self,
        map: &'static MapShape,
        read: &mut dyn FnMut(&str, &dyn Source),
    ) -> Result<(), Malformed> {
        if let Some(parent) = self.collection(ENTRY, map.flattened)? {
            for entry in parent.numbered() {
                let entry = entry?;
                let (Some(key), Some(value)) = (entry.child(map.key_name), entry.child(map.value_name))
                else {
                    return Err(Malformed::new("a map entry must have a key and a value"));
                };
                read(key.text()?, &value);
            }
        }
        Ok(())
    }

    fn structure(&self) -> Result<(), Malformed> {
        match self.own() {
            Some(text) if !text.is_empty() => Err(self.malformed("a structure")),
            _ => Ok(()),
        }
    }

    fn string(&self) -> Result<Cow<'_, str>, Malformed> {
        self.text().map(Cow::Borrowed)
    }

    fn boolean(&self) -> Result<bool, Malformed> {
        let text = self.text()?;
        if text.eq_ignore_ascii_case("true") {
            Ok(true)
        } else if text.eq_ignore_ascii_case("false") {
            Ok(false)
        } else {
            Err(self.malformed("a boolean"))
        }
    }

    fn integer(&self) -> Result<i64, Malformed> {
        self.text()?.parse().map_err(|_| self.malformed("an integer"))
    }

    fn double(&self) -> Result<f64, Malformed> {
        self.text()?.parse().map_err(|_| self.malformed("a number"))
    }

    fn timestamp(&self) -> Result<Timestamp, Malformed> {
        Timestamp::parse(self.text()?).map_err(|_| self.malformed("a timestamp"))
    }

    fn blob(&self) -> Result<Vec<u8>, Malformed> {
        base64::decode(self.text()?).ok_or_else(|| Malformed::new("a blob is not encoded in base64"))
    }
}

/// The whole form is the input's structure.
impl Source for Form<'_> {
    fn member(&self, member: &'static Member, read: &mut dyn FnMut(&dyn Source)) {
        Node::root(self).member(member, read);
    }

    fn elements(
        &self,
        _list: &'static ListShape,
        _read: &mut dyn FnMut(&dyn Source),
    ) -> Result<(), Malformed> {
        Err(whole_form())
    }

    fn entries(
        &self,
        _map: &'static MapShape,
        _read: &mut dyn FnMut(&str, &dyn Source),
    ) -> Result<(), Malformed> {
        Err(whole_form())
    }

    fn structure(&self) -> Result<(), Malformed> {
        Ok(())
    }

    fn string(&self) -> Result<Cow<'_, str>, Malformed> {
        Err(whole_form())
    }

    fn boolean(&self) -> Result<bool, Malformed> {
        Err(whole_form())
    }

    fn integer(&self) -> Result<i64, Malformed> {
        Err(whole_form())
    }

    fn double(&self) -> Result<f64, Malformed> {
        Err(whole_form())
    }

    fn timestamp(&self) -> Result<Timestamp, Malformed> {
        Err(whole_form())
    }

    fn blob(&self) -> Result<Vec<u8>, Malformed> {
        Err(whole_form())
    }
}

fn whole_form() -> Malformed {
    Malformed::new("a form is a structure and nothing else")
}
