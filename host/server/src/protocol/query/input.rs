//! Forms read by name: for services that run elsewhere.
//!
//! Lists stand below `.member` or, where they are flattened, directly below their name, and entries of maps below
//! `.entry` or directly; keys and values are called `key` and `value`, or `Name` and `Value`.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use awsim_plugin::upstream::Input;

use super::Form;
use super::form::{Field, compare_names, first_part, is_number};

/// A value of a form: what stands at, and below, one name. The fields stand together, as the form is sorted.
#[derive(Clone, Debug)]
pub(crate) struct FormInput<'r> {
    form: Arc<Form<'r>>,
    name: String,
    fields: Range<usize>,
}

impl<'r> FormInput<'r> {
    /// The form as a whole.
    pub(crate) fn of(form: Form<'r>) -> Self {
        let fields = 0..form.fields().len();
        Self { form: Arc::new(form), name: String::new(), fields }
    }

    fn fields(&self) -> &[Field<'r>] {
        self.form.fields().get(self.fields.clone()).unwrap_or_default()
    }

    fn below(&self, part: &str) -> Option<Self> {
        let name = if self.name.is_empty() { part.to_owned() } else { format!("{}.{part}", self.name) };
        let before = self.fields().partition_point(|field| compare_names(&field.name, &name).is_lt());
        let rest = self.fields().get(before..)?;
        let len = rest.partition_point(|field| is_at_or_below(&field.name, &name));
        let start = self.fields.start + before;
        (len > 0).then(|| Self { form: Arc::clone(&self.form), name, fields: start..start + len })
    }

    /// The elements of a list.
    fn list(&self) -> Vec<Self> {
        self.below("member").map_or_else(|| self.numbered(), |list| list.numbered())
    }

    /// What stands below numbers.
    fn numbered(&self) -> Vec<Self> {
        let rests = self.fields().iter().filter_map(|field| {
            let rest = field.name.strip_prefix(self.name.as_str())?;
            rest.strip_prefix('.')
        });
        let mut numbers: Vec<&str> = rests.map(first_part).filter(|part| is_number(part)).collect();
        numbers.dedup();
        numbers.into_iter().filter_map(|number| self.below(number)).collect()
    }
}

/// Whether a field has this name, or one below it.
fn is_at_or_below(field: &str, name: &str) -> bool {
    field.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

impl Input for FormInput<'_> {
    fn member(&self, name: &str) -> Option<Box<dyn Input + '_>> {
        self.below(name).map(|found| Box::new(found) as Box<dyn Input + '_>)
    }

    fn elements(&self) -> Vec<Box<dyn Input + '_>> {
        let elements = self.list().into_iter();
        elements.map(|element| Box::new(element) as Box<dyn Input + '_>).collect()
    }

    fn all(&self, name: &str) -> Vec<Box<dyn Input + '_>> {
        let elements = self.below(name).map(|list| list.list()).unwrap_or_default().into_iter();
        elements.map(|element| Box::new(element) as Box<dyn Input + '_>).collect()
    }

    fn entries(&self) -> Vec<(String, Box<dyn Input + '_>)> {
        let entries = self.below("entry").map_or_else(|| self.numbered(), |map| map.numbered());
        let pair = |entry: Self| {
            let one_of = |names: [&str; 3]| names.into_iter().find_map(|name| entry.below(name));
            let key = one_of(["key", "Key", "Name"])?.text()?.into_owned();
            let value = one_of(["value", "Value", "Value"])?;
            Some((key, Box::new(value) as Box<dyn Input + '_>))
        };
        entries.into_iter().filter_map(pair).collect()
    }

    fn text(&self) -> Option<Cow<'_, str>> {
        let first = self.fields().first().filter(|field| field.name == self.name)?;
        Some(first.value.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::ProtocolLimits;

    #[test]
    fn fields_are_read_by_name() {
        let limits = ProtocolLimits { form_fields: 100, nesting: 8 };
        let text = b"TopicArn=a&Tags.member.1.Key=k&Tags.member.1.Value=v&Attributes.entry.1.key=Policy&\
            Attributes.entry.1.value=%7B%7D&AttributeName.2=B&AttributeName.1=A&Attribute.1.Name=N&Attribute.1.Value=W";
        let input = FormInput::of(Form::parse([text.as_slice()], &limits).unwrap());
        let input: &dyn Input = &input;
        let pair = |key: &str, value: &str| (key.to_owned(), value.to_owned());
        assert_eq!(input.string("TopicArn").as_deref(), Some("a"));
        assert_eq!(input.tags("Tags", "Key", "Value"), [pair("k", "v")]);
        assert_eq!(input.texts("Attributes"), [pair("Policy", "{}")]);
        assert_eq!(input.texts("Attribute"), [pair("N", "W")]);
        assert_eq!(input.strings("AttributeName"), ["A", "B"]);
        assert!(input.member("Topic").is_none());
    }
}
