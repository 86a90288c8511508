//! The input of a request, or the output of an answer, read by name.

use std::borrow::Cow;

/// A value on the wire with everything below it, in whatever protocol. What is `null` counts as absent, and no member is
/// there twice: the host refuses such requests, as nobody knows which of them an upstream takes.
///
/// The members of the input itself have their names in the model, wherever they stand in a request; what stands below them
/// in XML has the names of its elements.
pub trait Input: Send + Sync {
    /// The member of a structure, or the value of a map's key, with this name.
    fn member(&self, name: &str) -> Option<Box<dyn Input + '_>>;
    /// The elements of a list; none if this is not one.
    fn elements(&self) -> Vec<Box<dyn Input + '_>>;
    /// The elements of the list with this name. In XML a list may have no element of its own (it is flattened): they are
    /// all that have the name then.
    fn all(&self, name: &str) -> Vec<Box<dyn Input + '_>>;
    /// The keys and values of a map; none if this is not one.
    fn entries(&self) -> Vec<(String, Box<dyn Input + '_>)>;
    /// The text of a string, a number or a truth value.
    fn text(&self) -> Option<Cow<'_, str>>;
}

impl<I: Input + ?Sized> Input for &I {
    fn member(&self, name: &str) -> Option<Box<dyn Input + '_>> {
        (**self).member(name)
    }

    fn elements(&self) -> Vec<Box<dyn Input + '_>> {
        (**self).elements()
    }

    fn all(&self, name: &str) -> Vec<Box<dyn Input + '_>> {
        (**self).all(name)
    }

    fn entries(&self) -> Vec<(String, Box<dyn Input + '_>)> {
        (**self).entries()
    }

    fn text(&self) -> Option<Cow<'_, str>> {
        (**self).text()
    }
}

impl<'a> dyn Input + 'a {
    /// The text of the member with this name.
    pub fn string(&self, name: &str) -> Option<String> {
        self.member(name)?.text().map(Cow::into_owned)
    }

    /// Whether the member with this name is `true`.
    pub fn is_true(&self, name: &str) -> bool {
        self.string(name).is_some_and(|text| text.eq_ignore_ascii_case("true"))
    }

    /// The texts in the list with this name.
    pub fn strings(&self, name: &str) -> Vec<String> {
        let Some(list) = self.member(name) else { return Vec::new() };
        list.elements().iter().filter_map(|element| element.text().map(Cow::into_owned)).collect()
    }

    /// The keys of the map with this name.
    pub fn keys(&self, name: &str) -> Vec<String> {
        let Some(map) = self.member(name) else { return Vec::new() };
        map.entries().into_iter().map(|(key, _)| key).collect()
    }

    /// The keys and texts of the map with this name.
    pub fn texts(&self, name: &str) -> Vec<(String, String)> {
        let Some(map) = self.member(name) else { return Vec::new() };
        let entries = map.entries();
        entries.iter().filter_map(|(key, value)| Some((key.clone(), value.text()?.into_owned()))).collect()
    }

    /// The tags in the list with this name, whose elements have their keys and values under these names.
    pub fn tags(&self, name: &str, key: &str, value: &str) -> Vec<(String, String)> {
        let Some(list) = self.member(name) else { return Vec::new() };
        let elements = list.elements();
        let elements = elements.iter();
        elements.filter_map(|tag| Some((tag.string(key)?, tag.string(value).unwrap_or_default()))).collect()
    }
}
