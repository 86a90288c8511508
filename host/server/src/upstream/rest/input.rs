//! The input of a request, read by name, wherever its members stand.

use std::borrow::Cow;

use awsim_plugin::error::ServiceError;
use awsim_plugin::upstream::{Input, Place, UpstreamOperation};
use bytes::Bytes;
use http::HeaderMap;

use super::pattern::Labels;
use super::target::{Target, invalid};
use crate::protocol::aws_json::JsonInput;
use crate::protocol::xml::XmlInput;

/// The input of a request in REST.
pub(super) struct RestInput<'r> {
    operation: &'static UpstreamOperation,
    labels: Vec<(&'static str, String)>,
    query: Vec<(String, String)>,
    /// The headers that say something, with the parameters of the query that stand for headers.
    headers: Vec<(String, String)>,
    body: Body<'r>,
}

/// The body of a request.
pub(super) enum Body<'r> {
    /// There is none, or it streams.
    None,
    /// A document in JSON.
    Json(JsonInput<'r>),
    /// A document in XML.
    Xml(XmlInput),
    /// Text or bytes.
    Raw(&'r Bytes),
}

/// What stands in the head of a request.
enum Said<'t> {
    Text(&'t str),
    /// The text of a header, which may be a list, divided by commas.
    Header(&'t str),
    List(Vec<&'t str>),
    Map(Vec<(&'t str, &'t str)>),
}

impl<'r> RestInput<'r> {
    /// The input of a request for an operation.
    ///
    /// # Errors
    /// `InvalidURI` (400) if a header that says something is no text.
    pub(super) fn new(
        operation: &'static UpstreamOperation,
        labels: Labels<'_>,
        target: &Target<'_>,
        headers: &HeaderMap,
        body: Body<'r>,
    ) -> Result<Self, ServiceError> {
        let labels = labels.into_iter().map(|(label, text)| (label, text.into_owned()));
        let query = target.query.iter();
        let query = query.map(|pair| (pair.name.clone().into_owned(), pair.value.clone().into_owned()));
        Ok(Self {
            operation,
            labels: labels.collect(),
            query: query.collect(),
            headers: saying(operation, target, headers)?,
            body,
        })
    }

    fn document(&self) -> Option<&dyn Input> {
        match &self.body {
            Body::Json(json) => Some(json),
            Body::Xml(xml) => Some(xml),
            Body::None | Body::Raw(_) => None,
        }
    }

    fn said(&self, place: Place) -> Option<Said<'_>> {
        Some(match place {
            Place::Path(label) => Said::Text(&self.labels.iter().find(|(found, _)| *found == label)?.1),
            Place::Query(name) => Said::Text(named(&self.query, name).next()?),
            Place::Queries(name) => {
                let values: Vec<&str> = named(&self.query, name).collect();
                Said::List(Some(values).filter(|values| !values.is_empty())?)
            }
            Place::Header(name) => Said::Header(named(&self.headers, name).next()?),
            Place::Headers(beginning) => {
                let headers = self.headers.iter();
                let entries =
                    headers.filter_map(|(name, value)| Some((name.strip_prefix(beginning)?, &**value)));
                let entries: Vec<(&str, &str)> = entries.filter(|(name, _)| !name.is_empty()).collect();
                Said::Map(Some(entries).filter(|entries| !entries.is_empty())?)
            }
            Place::Raw => match &self.body {
                Body::Raw(bytes) => Said::Text(std::str::from_utf8(bytes).ok()?),
                Body::None | Body::Json(_) | Body::Xml(_) => return None,
            },
            Place::Payload | Place::Body(_) => return None,
        })
    }
}

/// Whether an operation has a use for a header.
pub(super) fn says(operation: &UpstreamOperation, header: &str) -> bool {
    operation.bindings.iter().any(|binding| match binding.place {
        Place::Header(name) => header == name,
        Place::Headers(beginning) => header.starts_with(beginning),
        _ => false,
    })
}

/// The headers that an operation has a use for.
fn saying(
    operation: &UpstreamOperation,
    target: &Target<'_>,
    headers: &HeaderMap,
) -> Result<Vec<(String, String)>, ServiceError> {
    let says = |header: &str| says(operation, header);
    let mut saying = Vec::new();
    for (header, value) in headers.iter().filter(|(header, _)| says(header.as_str())) {
        let text = std::str::from_utf8(value.as_bytes()).map_err(|_| invalid())?;
        saying.push((header.as_str().to_owned(), text.to_owned()));
    }
    for (header, value) in target.all_hoisted().filter(|(header, _)| says(header)) {
        saying.push((header, value.to_owned()));
    }
    Ok(saying)
}

fn named<'t>(pairs: &'t [(String, String)], name: &str) -> impl Iterator<Item = &'t str> {
    pairs.iter().filter(move |(found, _)| found == name).map(|(_, value)| &**value)
}

impl Input for RestInput<'_> {
    fn member(&self, name: &str) -> Option<Box<dyn Input + '_>> {
        match self.operation.place(name) {
            None => self.document()?.member(name),
            Some(Place::Body(wire)) => self.document()?.member(wire),
            Some(Place::Payload) => self.document().map(|document| Box::new(document) as Box<dyn Input + '_>),
            Some(place) => self.said(place).map(|said| Box::new(said) as Box<dyn Input + '_>),
        }
    }

    fn elements(&self) -> Vec<Box<dyn Input + '_>> {
        Vec::new()
    }

    fn all(&self, name: &str) -> Vec<Box<dyn Input + '_>> {
        match self.operation.place(name) {
            None => self.document().map(|document| document.all(name)).unwrap_or_default(),
            Some(Place::Body(wire)) => self.document().map(|document| document.all(wire)).unwrap_or_default(),
            Some(place) => self.said(place).map(|said| said.list()).unwrap_or_default(),
        }
    }

    fn entries(&self) -> Vec<(String, Box<dyn Input + '_>)> {
        Vec::new()
    }

    fn text(&self) -> Option<Cow<'_, str>> {
        None
    }
}

impl<'t> Said<'t> {
    fn list(&self) -> Vec<Box<dyn Input + 't>> {
        let text = |text: &'t str| Box::new(Said::Text(text)) as Box<dyn Input + 't>;
        match self {
            Said::Header(list) => list.split(',').map(str::trim).map(text).collect(),
            Said::List(texts) => texts.iter().copied().map(text).collect(),
            Said::Text(_) | Said::Map(_) => Vec::new(),
        }
    }
}

impl Input for Said<'_> {
    fn member(&self, name: &str) -> Option<Box<dyn Input + '_>> {
        let Said::Map(entries) = self else { return None };
        let (_, value) = entries.iter().find(|(key, _)| *key == name)?;
        Some(Box::new(Said::Text(value)))
    }

    fn elements(&self) -> Vec<Box<dyn Input + '_>> {
        self.list()
    }

    fn all(&self, _name: &str) -> Vec<Box<dyn Input + '_>> {
        Vec::new()
    }

    fn entries(&self) -> Vec<(String, Box<dyn Input + '_>)> {
        let Said::Map(entries) = self else { return Vec::new() };
        let boxed = |value| Box::new(Said::Text(value)) as Box<dyn Input + '_>;
        entries.iter().map(|(key, value)| ((*key).to_owned(), boxed(*value))).collect()
    }

    fn text(&self) -> Option<Cow<'_, str>> {
        match self {
            Said::Text(text) | Said::Header(text) => Some(Cow::Borrowed(text)),
            Said::List(_) | Said::Map(_) => None,
        }
    }
}
