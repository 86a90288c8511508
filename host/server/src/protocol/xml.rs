//! XML read by name: requests for services that run elsewhere, and what these have answered.

use std::borrow::Cow;

use awsim_plugin::error::ServiceError;
use awsim_plugin::upstream::Input;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// How deep an answer may be.
const DEEPEST: usize = 32;

/// The most elements of a document.
const MOST_ELEMENTS: usize = 100_000;

/// An element with everything below it.
#[derive(Debug, Default)]
pub(crate) struct XmlInput {
    name: String,
    text: String,
    children: Vec<XmlInput>,
}

impl XmlInput {
    /// The result in an answer of a query service: what stands in the element that surrounds it (`CreateTopicResult`), or
    /// the root. None if it is not XML.
    pub(crate) fn result(text: &str) -> Option<Self> {
        let root = Self::root(text)?;
        let (mut results, rest): (Vec<_>, Vec<_>) =
            root.children.into_iter().partition(|child| child.name.ends_with("Result"));
        Some(results.pop().unwrap_or(Self { children: rest, ..Self::default() }))
    }

    /// The root of an answer. None if it is not XML.
    pub(crate) fn root(text: &str) -> Option<Self> {
        parse(text, DEEPEST, Manner::Answer).ok()
    }

    /// The root of a request, in whose elements only those of the names `repeated` may stand side by side.
    ///
    /// # Errors
    /// `MalformedXML` (400) if it is not XML, too deep or too much; or if two readers might read it differently, as they do
    /// comments, document types, text outside of the root, names with prefixes, carriage returns and elements that are there
    /// twice.
    pub(crate) fn request(text: &[u8], nesting: usize, repeated: &[&str]) -> Result<Self, ServiceError> {
        let malformed = |reason: &str| {
            let message =
                "The XML you provided was not well-formed or did not validate against our published schema";
            ServiceError::sender("MalformedXML", 400, format!("{message}: {reason}"))
        };
        let text = std::str::from_utf8(text).map_err(|_| malformed("it is not in UTF-8"))?;
        let root = parse(text, nesting, Manner::Request).map_err(malformed)?;
        root.is_sound(repeated).then_some(root).ok_or_else(|| malformed("an element is there twice"))
    }

    /// What a request or answer without a body says.
    pub(crate) fn empty() -> Self {
        Self::default()
    }

    fn named(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// Whether each element is there once, or may be there more than once, and has either text or elements.
    fn is_sound(&self, repeated: &[&str]) -> bool {
        let mut names: Vec<&str> = self.children.iter().map(|child| &*child.name).collect();
        names.sort_unstable();
        let is_single = |pair: &[&str]| pair.first() != pair.last();
        let is_list = |pair: &[&str]| pair.first().is_some_and(|name| repeated.contains(name));
        names.windows(2).all(|pair| is_single(pair) || is_list(pair))
            && (self.children.is_empty() || self.text.trim().is_empty())
            && self.children.iter().all(|child| child.is_sound(repeated))
    }

    fn child(&self, name: &str) -> Option<&XmlInput> {
        self.children.iter().find(|child| child.name == name)
    }
}

/// Whose document it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Manner {
    Answer,
    Request,
}

/// What is said of a document that is no XML.
const BROKEN: &str = "it is broken";

/// The root of a document, or why there is none.
fn parse(text: &str, deepest: usize, manner: Manner) -> Result<XmlInput, &'static str> {
    let mut reader = Reader::from_str(text);
    let mut parser = Parser { open: vec![XmlInput::default()], elements: 0, deepest, manner };
    loop {
        match reader.read_event().map_err(|_| BROKEN)? {
            Event::Eof => break,
            event => parser.take(event)?,
        }
    }
    let document = parser.open.pop().filter(|_| parser.open.is_empty()).ok_or(BROKEN)?;
    let mut roots = document.children.into_iter();
    roots.next().filter(|_| roots.next().is_none()).ok_or("it has no root, or two")
}

/// A document as far as it has been read.
struct Parser {
    /// The elements that have not ended yet; the first is the document.
    open: Vec<XmlInput>,
    /// How many there have been.
    elements: usize,
    deepest: usize,
    manner: Manner,
}

impl Parser {
    fn take(&mut self, event: Event<'_>) -> Result<(), &'static str> {
        match event {
            Event::Start(start) => self.begin(&start),
            Event::Empty(start) => self.begin(&start).and_then(|()| self.end()),
            Event::End(_) => self.end(),
            Event::Text(piece) => self.say_plain(&piece),
            Event::CData(piece) => self.say_plain(&piece),
            Event::GeneralRef(reference) => match reference.resolve_char_ref().map_err(|_| BROKEN)? {
                Some(char) => self.say(char.encode_utf8(&mut [0; 4])),
                None => self.say(quick_xml::escape::resolve_predefined_entity(&reference).ok_or(BROKEN)?),
            },
            Event::Decl(declaration) => match declaration.encoding() {
                Some(Ok(encoding)) if encoding.eq_ignore_ascii_case("utf-8") => Ok(()),
                Some(_) => Err("it is not in UTF-8"),
                None => Ok(()),
            },
            Event::Comment(_) | Event::PI(_) | Event::DocType(_) if self.manner == Manner::Request => {
                Err("it has comments, instructions or a document type")
            }
            Event::Comment(_) | Event::PI(_) | Event::DocType(_) | Event::Eof => Ok(()),
        }
    }

    fn begin(&mut self, start: &BytesStart<'_>) -> Result<(), &'static str> {
        self.elements += 1;
        if self.elements > MOST_ELEMENTS || self.open.len() > self.deepest {
            return Err("it has too many elements, or too deep ones");
        }
        // Some readers tell names with prefixes from those without.
        if self.manner == Manner::Request && start.name().as_ref().contains(':') {
            return Err("it has names with prefixes");
        }
        self.open.push(XmlInput::named(start.local_name().as_ref()));
        Ok(())
    }

    fn end(&mut self) -> Result<(), &'static str> {
        let ended = self.open.pop().ok_or(BROKEN)?;
        self.open.last_mut().ok_or(BROKEN)?.children.push(ended);
        Ok(())
    }

    /// Takes text as it stands there. A carriage return is one to some readers and the end of a line to others.
    fn say_plain(&mut self, text: &str) -> Result<(), &'static str> {
        if self.manner == Manner::Request && self.open.len() > 1 && text.contains('\r') {
            return Err("it has carriage returns");
        }
        self.say(text)
    }

    fn say(&mut self, text: &str) -> Result<(), &'static str> {
        let is_outside = self.manner == Manner::Request && self.open.len() == 1;
        if is_outside && !text.trim_matches([' ', '\t', '\r', '\n']).is_empty() {
            return Err("it has text outside of its root");
        }
        self.open.last_mut().ok_or(BROKEN)?.text.push_str(text);
        Ok(())
    }
}

impl Input for XmlInput {
    fn member(&self, name: &str) -> Option<Box<dyn Input + '_>> {
        self.child(name).map(|child| Box::new(child) as Box<dyn Input + '_>)
    }

    fn elements(&self) -> Vec<Box<dyn Input + '_>> {
        self.children.iter().map(|child| Box::new(child) as Box<dyn Input + '_>).collect()
    }

    fn all(&self, name: &str) -> Vec<Box<dyn Input + '_>> {
        let named = self.children.iter().filter(|child| child.name == name);
        named.map(|child| Box::new(child) as Box<dyn Input + '_>).collect()
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
        let result = XmlInput::result(text).unwrap();
        let result: &dyn Input = &result;
        assert_eq!(result.texts("Attributes"), [("Policy".to_owned(), "{\"a\":1}".to_owned())]);
        assert_eq!(result.tags("Tags", "Key", "Value"), [("k".to_owned(), "v".to_owned())]);
        for wrong in ["", "<a>", "{}", "<a></b>", &"<a>".repeat(100)] {
            assert!(XmlInput::result(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn flattened_lists_are_read_by_the_names_of_their_elements() {
        let text = "<Delete><Quiet>true</Quiet><Object><Key>a</Key></Object><Object><Key>b&#x9;&amp;</Key></Object>\
            </Delete>";
        let root = XmlInput::request(text.as_bytes(), 8, &["Object"]).unwrap();
        let root: &dyn Input = &root;
        let keys: Vec<_> = root.all("Object").iter().map(|object| object.string("Key").unwrap()).collect();
        assert_eq!(keys, ["a", "b\t&"]);
        assert!(root.is_true("Quiet"));
    }

    #[test]
    fn what_two_readers_may_read_differently_is_refused() {
        let read = |text: &str| XmlInput::request(text.as_bytes(), 4, &["O"]);
        assert!(read("<?xml version=\"1.0\"?>\r\n<D xmlns:x=\"y\" x:t=\"u\"><K>a&#13;</K></D>\r\n").is_ok());
        assert!(read("<?xml version=\"1.0\"?>\n<D><O><K>a</K></O><O><K>b</K></O></D>\n").is_ok());
        for wrong in [
            "<D><O><K>a</K><K>b</K></O></D>",
            "<D><O><K>a</K><x:K>b</x:K></O></D>",
            "<x:D/>",
            "<D><K>a\rb</K></D>",
            "<D><K><![CDATA[a\r]]></K></D>",
            "{\"a\":1,\"x\":\"<D/>\"}",
            "<D/>5",
            "<D><K>a<!-- b -->c</K></D>",
            "<D>a<K/></D>",
            "<!DOCTYPE D [<!ENTITY e \"x\">]><D>&e;</D>",
            "<D>&e;</D>",
            "<D/><D/>",
            "<D><?php x?></D>",
            "<?xml version=\"1.0\" encoding=\"UTF-7\"?><D/>",
            "<a><a><a><a><a/></a></a></a></a>",
        ] {
            assert_eq!(read(wrong).unwrap_err().code, "MalformedXML", "{wrong}");
        }
        assert!(XmlInput::request(b"<D>\xff</D>", 4, &[]).is_err());
        let many = format!("<D>{}</D>", "<O/>".repeat(MOST_ELEMENTS));
        assert!(read(&many).is_err());
    }
}
