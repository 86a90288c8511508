//! XML answers read by name: what a service that runs elsewhere has answered.

use std::borrow::Cow;

use awsim_plugin::upstream::Input;
use quick_xml::Reader;
use quick_xml::events::Event;

/// How deep an answer may be.
const DEEPEST: usize = 32;

/// An element of an answer with everything below it.
#[derive(Debug, Default)]
pub(crate) struct XmlInput {
    name: String,
    text: String,
    children: Vec<XmlInput>,
}

impl XmlInput {
    /// The result in an answer: what stands in the element that surrounds it (`CreateTopicResult`), or the root. None if
    /// it is not XML.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut reader = Reader::from_str(text);
        let mut open = vec![XmlInput::default()];
        loop {
            match reader.read_event().ok()? {
                Event::Start(start) if open.len() < DEEPEST => {
                    open.push(Self::named(start.local_name().as_ref()))
                }
                Event::Start(_) => return None,
                Event::Empty(empty) => {
                    open.last_mut()?.children.push(Self::named(empty.local_name().as_ref()))
                }
                Event::End(_) => {
                    let closed = open.pop()?;
                    open.last_mut()?.children.push(closed);
                }
                Event::Text(piece) => open.last_mut()?.text.push_str(&piece),
                Event::CData(piece) => open.last_mut()?.text.push_str(&piece),
                Event::GeneralRef(reference) => {
                    let name: &str = &reference;
                    let char = match reference.resolve_char_ref().ok()? {
                        Some(char) => char.to_string(),
                        None => quick_xml::escape::resolve_predefined_entity(name)?.to_owned(),
                    };
                    open.last_mut()?.text.push_str(&char);
                }
                Event::Eof => break,
                _ => {}
            }
        }
        let document = open.pop().filter(|_| open.is_empty())?;
        let root = document.children.into_iter().next()?;
        let (mut results, rest): (Vec<_>, Vec<_>) =
            root.children.into_iter().partition(|child| child.name.ends_with("Result"));
        Some(results.pop().unwrap_or(Self { children: rest, ..Self::default() }))
    }

    fn named(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    fn child(&self, name: &str) -> Option<&XmlInput> {
        self.children.iter().find(|child| child.name == name)
    }
}

impl Input for &XmlInput {
    fn member(&self, name: &str) -> Option<Box<dyn Input + '_>> {
        (**self).member(name)
    }

    fn elements(&self) -> Vec<Box<dyn Input + '_>> {
        (**self).elements()
    }

    fn entries(&self) -> Vec<(String, Box<dyn Input + '_>)> {
        (**self).entries()
    }

    fn text(&self) -> Option<Cow<'_, str>> {
        (**self).text()
    }
}

impl Input for XmlInput {
    fn member(&self, name: &str) -> Option<Box<dyn Input + '_>> {
        self.child(name).map(|child| Box::new(child) as Box<dyn Input + '_>)
    }

    fn elements(&self) -> Vec<Box<dyn Input + '_>> {
        self.children.iter().map(|child| Box::new(child) as Box<dyn Input + '_>).collect()
    }

    fn entries(&self) -> Vec<(String, Box<dyn Input + '_>)> {
        let pairs = self.children.iter();
        let pairs = pairs.filter_map(|entry| Some((entry.child("key")?.text.clone(), entry.child("value")?)));
        pairs.map(|(key, value)| (key, Box::new(value) as Box<dyn Input + '_>)).collect()
    }

    fn text(&self) -> Option<Cow<'_, str>> {
        self.children.is_empty().then_some(Cow::Borrowed(&*self.text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_result_is_read_by_name() {
        let text = "<?xml version=\"1.0\"?><R xmlns=\"x\"><GResult><Attributes><entry><key>Policy</key>\
            <value>{&quot;a&quot;:1}</value></entry></Attributes><Tags><member><Key>k</Key><Value>v</Value></member></Tags>\
            </GResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></R>";
        let result = XmlInput::parse(text).unwrap();
        let result: &dyn Input = &result;
        assert_eq!(result.texts("Attributes"), [("Policy".to_owned(), "{\"a\":1}".to_owned())]);
        assert_eq!(result.tags("Tags", "Key", "Value"), [("k".to_owned(), "v".to_owned())]);
        for wrong in ["", "<a>", "{}", "<a></b>", &"<a>".repeat(100)] {
            assert!(XmlInput::parse(wrong).is_none(), "{wrong}");
        }
    }
}
