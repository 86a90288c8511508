//! Writing answers.

use std::io::Write as _;

use awsim_plugin::handler::AnyOutput;
use awsim_plugin::operation::OperationShape;
use awsim_plugin::shape::{ListShape, MapShape, Member, Shape, Sink, Timestamp};
use smallvec::SmallVec;

use super::text;
use crate::protocol::aws_json::JsonSink;
use crate::protocol::{Answering, base64};

/// Appends a whole XML answer: the output in its result element, if the operation has one, and the metadata.
pub(super) fn xml_answer(
    out: &mut Vec<u8>,
    cx: &Answering<'_>,
    operation: &'static OperationShape,
    output: &dyn AnyOutput,
) {
    for part in ["<", operation.name, "Response xmlns=\"", cx.model.xml_namespace, "\">"] {
        out.extend_from_slice(part.as_bytes());
    }
    // An operation without output has no result element either, and so writes nothing.
    output.write(&mut XmlSink::new(out, operation.result_wrapper));
    out.extend_from_slice(b"<ResponseMetadata><RequestId>");
    text::append(out, cx.request_id);
    for part in ["</RequestId></ResponseMetadata></", operation.name, "Response>"] {
        out.extend_from_slice(part.as_bytes());
    }
}

/// Appends a whole answer in JSON, as services of the query protocol write it for `Accept: application/json`: the same
/// elements, as objects.
pub(super) fn json_answer(
    out: &mut Vec<u8>,
    cx: &Answering<'_>,
    operation: &'static OperationShape,
    output: &dyn AnyOutput,
) {
    let mut json = JsonSink::new(out);
    json.object_start();
    json.key_of(&[operation.name, "Response"]);
    match operation.result_wrapper {
        Some(wrapper) => {
            json.object_start();
            json.key(wrapper);
            output.write(&mut json);
        }
        None => {
            output.write(&mut json);
            json.reopen_object();
        }
    }
    json.key("ResponseMetadata");
    json.object_start();
    json.text("RequestId", cx.request_id);
    json.object_end();
    json.object_end();
    json.object_end();
}

/// Writes values as XML elements.
pub struct XmlSink<'o> {
    out: &'o mut Vec<u8>,
    /// The element of the value that comes next; none if it stands directly in what surrounds it.
    next: Option<&'static str>,
    open: SmallVec<[Open; 12]>,
}

awsim_plugin::partial_debug!(XmlSink<'_>, |sink| bytes = sink.out.len());

/// A structure, list or map that has been started.
#[derive(Clone, Copy)]
enum Open {
    Structure { element: Option<&'static str> },
    List { element: Option<&'static str>, each: &'static str },
    Map { element: Option<&'static str>, each: &'static str, shape: &'static MapShape },
}

impl<'o> XmlSink<'o> {
    /// Writes one value to `out`, in an element of this name if there is one.
    pub fn new(out: &'o mut Vec<u8>, element: Option<&'static str>) -> Self {
        Self { out, next: element, open: SmallVec::new() }
    }

    fn start(&mut self, element: &'static str) {
        self.out.push(b'<');
        self.out.extend_from_slice(element.as_bytes());
        self.out.push(b'>');
    }

    fn end(&mut self, element: &'static str) {
        self.out.extend_from_slice(b"</");
        self.out.extend_from_slice(element.as_bytes());
        self.out.push(b'>');
    }

    fn empty(&mut self, element: &'static str) {
        self.out.push(b'<');
        self.out.extend_from_slice(element.as_bytes());
        self.out.extend_from_slice(b"/>");
    }

    fn scalar(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        let element = self.next.take();
        if let Some(element) = element {
            self.start(element);
        }
        write(self.out);
        if let Some(element) = element {
            self.end(element);
        }
    }

    /// Starts the element around a list or map of `len` entries, which is empty for none; gives the element to end.
    fn start_collection(&mut self, len: usize) -> Option<&'static str> {
        let element = self.next.take()?;
        if len == 0 {
            self.empty(element);
            return None;
        }
        self.start(element);
        Some(element)
    }

    fn close(&mut self) {
        if let Some(
            Open::Structure { element: Some(element) }
            | Open::List { element: Some(element), .. }
            | Open::Map { element: Some(element), .. },
        ) = self.open.pop()
        {
            self.end(element);
        }
    }
}

impl Sink for XmlSink<'_> {
    fn structure_start(&mut self, _shape: &'static Shape) {
        let element = self.next.take();
        if let Some(element) = element {
            self.start(element);
        }
        self.open.push(Open::Structure { element });
    }

    fn member(&mut self, member: &'static Member) {
        self.next = Some(member.wire_name);
    }

    fn structure_end(&mut self) {
        self.close();
    }

    fn list_start(&mut self, list: &'static ListShape, len: usize) {
        let open = if list.flattened {
            let own = Some(list.element_name).filter(|name| *name != "member");
            Open::List { element: None, each: own.or(self.next.take()).unwrap_or(list.element_name) }
        } else {
            Open::List { element: self.start_collection(len), each: list.element_name }
        };
        self.open.push(open);
    }

    fn element(&mut self) {
        if let Some(Open::List { each, .. }) = self.open.last() {
            self.next = Some(each);
        }
    }

    fn list_end(&mut self) {
        self.close();
    }

    fn map_start(&mut self, map: &'static MapShape, len: usize) {
        let open = if map.flattened {
            Open::Map { element: None, each: self.next.take().unwrap_or("entry"), shape: map }
        } else {
            Open::Map { element: self.start_collection(len), each: "entry", shape: map }
        };
        self.open.push(open);
    }

    fn entry(&mut self, key: &str) {
        if let Some(&Open::Map { each, shape, .. }) = self.open.last() {
            self.start(each);
            self.next = Some(shape.key_name);
            self.string(key);
            self.next = Some(shape.value_name);
        }
    }

    fn entry_end(&mut self) {
        if let Some(&Open::Map { each, .. }) = self.open.last() {
            self.end(each);
        }
    }

    fn map_end(&mut self) {
        self.close();
    }

    fn string(&mut self, value: &str) {
        self.scalar(|out| text::append(out, value));
    }

    fn boolean(&mut self, value: bool) {
        self.scalar(|out| out.extend_from_slice(if value { b"true" } else { b"false" }));
    }

    fn integer(&mut self, value: i64) {
        // Writing to a vector cannot fail.
        self.scalar(|out| drop(write!(out, "{value}")));
    }

    fn double(&mut self, value: f64) {
        self.scalar(|out| {
            if value.is_infinite() {
                out.extend_from_slice(if value > 0.0 { b"Infinity" } else { b"-Infinity" });
            } else {
                drop(write!(out, "{value}"));
            }
        });
    }

    fn timestamp(&mut self, value: Timestamp) {
        self.scalar(|out| out.extend_from_slice(value.to_iso8601().as_str().as_bytes()));
    }

    fn blob(&mut self, value: &[u8]) {
        self.scalar(|out| base64::append(out, value));
    }
}
