//! Writing values as JSON.

use std::io::Write as _;

use awsim_plugin::shape::{ListShape, MapShape, Member, Shape, Sink, Timestamp};

use crate::protocol::base64;

/// Writes values as JSON.
pub struct JsonSink<'o> {
    out: &'o mut Vec<u8>,
}

awsim_plugin::partial_debug!(JsonSink<'_>, |sink| bytes = sink.out.len());

impl<'o> JsonSink<'o> {
    /// Writes one value to the end of `out`.
    pub fn new(out: &'o mut Vec<u8>) -> Self {
        Self { out }
    }

    /// Starts an object.
    pub fn object_start(&mut self) {
        self.out.push(b'{');
    }

    /// Ends an object.
    pub fn object_end(&mut self) {
        self.out.push(b'}');
    }

    /// Takes back the end of an object, so that more can be written to it.
    pub(crate) fn reopen_object(&mut self) {
        if self.out.last() == Some(&b'}') {
            self.out.pop();
        }
    }

    /// Announces the value of the member `key`.
    pub fn key(&mut self, key: &str) {
        self.separate();
        self.quote(key);
        self.out.push(b':');
    }

    /// Announces the value of the member whose name is made of these parts, in which nothing needs escaping.
    pub(crate) fn key_of(&mut self, parts: &[&str]) {
        self.separate();
        self.out.push(b'"');
        for part in parts {
            self.out.extend_from_slice(part.as_bytes());
        }
        self.out.extend_from_slice(b"\":");
    }

    /// Writes a member that is a text.
    pub fn text(&mut self, key: &str, value: &str) {
        self.key(key);
        self.quote(value);
    }

    /// Writes the comma before what is not the first in its object or array.
    fn separate(&mut self) {
        if !matches!(self.out.last(), Some(b'{' | b'[')) {
            self.out.push(b',');
        }
    }

    fn quote(&mut self, text: &str) {
        // Writing text to a vector cannot fail.
        let _ = serde_json::to_writer(&mut *self.out, text);
    }

    fn print(&mut self, value: std::fmt::Arguments<'_>) {
        // Writing to a vector cannot fail.
        let _ = self.out.write_fmt(value);
    }
}

impl Sink for JsonSink<'_> {
    fn structure_start(&mut self, _shape: &'static Shape) {
        self.object_start();
    }

    fn member(&mut self, member: &'static Member) {
        self.key_of(&[member.wire_name]);
    }

    fn structure_end(&mut self) {
        self.object_end();
    }

    fn list_start(&mut self, _list: &'static ListShape, _len: usize) {
        self.out.push(b'[');
    }

    fn element(&mut self) {
        self.separate();
    }

    fn list_end(&mut self) {
        self.out.push(b']');
    }

    fn map_start(&mut self, _map: &'static MapShape, _len: usize) {
        self.object_start();
    }

    fn entry(&mut self, key: &str) {
        self.key(key);
    }

    fn entry_end(&mut self) {}

    fn map_end(&mut self) {
        self.object_end();
    }

    fn string(&mut self, value: &str) {
        self.quote(value);
    }

    fn boolean(&mut self, value: bool) {
        self.out.extend_from_slice(if value { b"true" } else { b"false" });
    }

    fn integer(&mut self, value: i64) {
        self.print(format_args!("{value}"));
    }

    fn double(&mut self, value: f64) {
        if value.is_finite() {
            self.print(format_args!("{value}"));
        } else if value.is_nan() {
            self.quote("NaN");
        } else {
            self.quote(if value > 0.0 { "Infinity" } else { "-Infinity" });
        }
    }

    fn timestamp(&mut self, value: Timestamp) {
        let (seconds, millis) = (value.seconds(), value.millis().rem_euclid(1000));
        if millis == 0 {
            self.integer(seconds);
        } else {
            // Through the double, so that instants before the epoch come out right too.
            self.double(value.millis() as f64 / 1000.0);
        }
    }

    fn blob(&mut self, value: &[u8]) {
        self.out.push(b'"');
        base64::append(self.out, value);
        self.out.push(b'"');
    }
}
