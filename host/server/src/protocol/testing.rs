//! A small model with every kind of shape, for the tests of the protocols.

use std::collections::BTreeMap;

use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::AnyOutput;
use awsim_plugin::operation::{OperationShape, ProtocolName, ServiceModel};
use awsim_plugin::shape::{
    Blob, Kind, Length, ListShape, MapShape, Range, Reading, Shape, Sink, Source, Structure, Timestamp, UNIT,
    Value, ViolationStyle,
};
use awsim_plugin::{enumeration, structure};
use bytes::Bytes;

use super::{Answering, ProtocolLimits};
use crate::incoming::Incoming;

pub(crate) const LIMITS: ProtocolLimits = ProtocolLimits { form_fields: 100, nesting: 16 };

pub(crate) static MODEL: ServiceModel = model("message");

/// The model of a service that spells the message of its errors with a capital.
pub(crate) static CAPITAL_MODEL: ServiceModel = model("Message");

const fn model(error_message: &'static str) -> ServiceModel {
    ServiceModel {
        signing_name: "samples",
        endpoint_prefix: "samples",
        full_name: "Samples",
        service_id: "Samples",
        api_version: "2026-04-21",
        protocol: ProtocolName::Query,
        xml_namespace: "https://samples.example/doc/2026-04-21/",
        target_prefix: "Samples_20260421",
        error_message,
        global: true,
        violations: ViolationStyle { quotes_values: true },
    }
}

const fn shape(name: &'static str, kind: Kind) -> Shape {
    Shape { name, kind, sensitive: false }
}

const fn list(element: &'static Shape, element_name: &'static str, flattened: bool) -> Kind {
    Kind::List(ListShape { element, element_name, flattened, length: Length::ANY })
}

const fn map(key_name: &'static str, value_name: &'static str, flattened: bool) -> Kind {
    Kind::Map(MapShape { key: &TEXT, value: &TEXT, key_name, value_name, flattened, length: Length::ANY })
}

pub(crate) static TEXT: Shape =
    shape("Text", Kind::String { length: Length::new(None, Some(1000)), pattern: None });
static NUMBER: Shape = shape("Number", Kind::Integer(Range::ANY));
static DOUBLE: Shape = shape("Double", Kind::Double);
static FLAG: Shape = shape("Flag", Kind::Boolean);
static DATE: Shape = shape("Date", Kind::Timestamp);
static BYTES: Shape = shape("Bytes", Kind::Blob(Length::ANY));
static TEXTS: Shape = shape("Texts", list(&TEXT, "member", false));
static ITEMS: Shape = shape("Items", list(&TEXT, "Item", false));
static FLAT: Shape = shape("Flat", list(&TEXT, "member", true));
static FLAT_NAMED: Shape = shape("FlatNamed", list(&TEXT, "Piece", true));
static MAP: Shape = shape("Map", map("key", "value", false));
static FLAT_MAP: Shape = shape("FlatMap", map("Name", "Value", true));
static CHILDREN: Shape = shape("Children", list(&SAMPLE, "member", false));

enumeration! {
    /// A color.
    pub enum Color: COLOR = "Color" {
        Red = "red",
        Green = "green",
    }
}

structure! {
    /// Every kind of shape.
    pub struct Sample: SAMPLE {
        /// Text.
        text: optional String = "Text" as "Text" of TEXT,
        /// A number.
        number: optional i32 = "Number" as "Number" of NUMBER,
        /// A number.
        double: optional f64 = "Double" as "Double" of DOUBLE,
        /// A truth value.
        flag: optional bool = "Flag" as "Flag" of FLAG,
        /// A date.
        date: optional Timestamp = "Date" as "Date" of DATE,
        /// Bytes.
        bytes: optional Blob = "Bytes" as "Bytes" of BYTES,
        /// A color.
        color: optional Color = "Color" as "Color" of COLOR,
        /// A list.
        texts: optional Vec<String> = "Texts" as "Texts" of TEXTS,
        /// A list with named elements.
        items: optional Vec<String> = "Items" as "Items" of ITEMS,
        /// A flattened list.
        flat: optional Vec<String> = "Flat" as "Flat" of FLAT,
        /// A flattened list with named elements.
        flat_named: optional Vec<String> = "FlatNamed" as "FlatNamed" of FLAT_NAMED,
        /// A map.
        map: optional BTreeMap<String, String> = "Map" as "Map" of MAP,
        /// A flattened map with names of its own.
        flat_map: optional BTreeMap<String, String> = "FlatMap" as "FlatMap" of FLAT_MAP,
        /// A member with another name on the wire.
        renamed: optional String = "Renamed" as "OtherName" of TEXT,
        /// A structure in itself.
        child: optional Box<Sample> = "Child" as "Child" of SAMPLE,
        /// A list of structures.
        children: optional Vec<Sample> = "Children" as "Children" of CHILDREN,
    }
}

pub(crate) static OPERATION: OperationShape = OperationShape {
    name: "PutSample",
    input: &SAMPLE,
    output: &SAMPLE,
    result_wrapper: Some("PutSampleResult"),
    errors: &[],
    unsigned: false,
};

pub(crate) static SILENT_OPERATION: OperationShape = OperationShape {
    name: "DeleteSample",
    input: &SAMPLE,
    output: &UNIT,
    result_wrapper: None,
    errors: &[],
    unsigned: false,
};

/// An output to be written.
pub(crate) struct Output<T>(pub(crate) T);

impl<T: Structure> AnyOutput for Output<T> {
    fn write(&self, sink: &mut dyn Sink) {
        self.0.write(T::shape(), sink);
    }
}

pub(crate) fn answering() -> Answering<'static> {
    Answering { model: &MODEL, request_id: "5d0b2a1e-0000-4000-8000-000000000000", accepts_json: false }
}

/// Reads a sample, with constraint checks.
pub(crate) fn read(source: &dyn Source) -> Result<Sample, ServiceError> {
    let mut reading = Reading::new(MODEL.violations);
    let sample = Sample::read(source, &SAMPLE, &mut reading);
    reading.finish().map(|()| sample)
}

pub(crate) fn post(body: impl Into<Bytes>) -> Incoming {
    Incoming { method: http::Method::POST, body: body.into(), ..Incoming::empty() }
}

/// A sample with something in every member.
pub(crate) fn full() -> Sample {
    let text = |text: &str| text.to_owned();
    let map = || BTreeMap::from([(text("a<b"), text("1&2")), (text("z"), text(""))]);
    Sample {
        text: Some(text("<\"tags\" & more>\r\n\u{1}\u{FFFE} äöü 漢字 🦀")),
        number: Some(-7),
        double: Some(1.5),
        flag: Some(false),
        date: Some(Timestamp::from_seconds(1_776_759_330)),
        bytes: Some(Blob(vec![0, 255, 16])),
        color: Some(Color::Green),
        texts: Some(vec![]),
        items: Some(vec![text("one"), text("")]),
        flat: Some(vec![text("x"), text("y")]),
        flat_named: Some(vec![text("p")]),
        map: Some(map()),
        flat_map: Some(map()),
        renamed: Some(text("other")),
        child: Some(Box::new(Sample { number: Some(1), ..Sample::default() })),
        children: Some(vec![Sample::default(), Sample { flag: Some(true), ..Sample::default() }]),
    }
}
