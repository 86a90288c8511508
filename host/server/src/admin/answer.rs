//! Answers of the admin interface.

use std::borrow::Cow;

use awsim_plugin::error::ServiceError;
use bytes::Bytes;
use serde::Serialize;

use crate::protocol::Encoded;

/// The media type of most answers.
pub(super) const JSON: &str = "application/json";

/// An answer.
#[derive(Debug)]
pub(super) struct Answer(Encoded);

impl Answer {
    /// Something as JSON, with status 200.
    ///
    /// # Errors
    /// 500 if it has no form in JSON.
    pub(super) fn json<T: Serialize + ?Sized>(value: &T) -> Result<Self, Refusal> {
        match serde_json::to_vec_pretty(value) {
            Ok(mut body) => {
                body.push(b'\n');
                Ok(Self::of(JSON, body))
            }
            Err(error) => Err(Refusal::new(500, "InternalFailure", error.to_string())),
        }
    }

    /// A body of some type, with status 200.
    pub(super) fn of(content_type: &'static str, body: impl Into<Bytes>) -> Self {
        // What is running now and was counted until now is of no use later.
        let headers = vec![("cache-control", "no-store".to_owned())];
        Self(Encoded { status: 200, content_type, headers, body: body.into() })
    }

    /// The answer as it is sent.
    pub(super) fn encode(self) -> Encoded {
        self.0
    }
}

/// Why a request is refused.
#[derive(Debug)]
pub(super) struct Refusal {
    /// The HTTP status.
    pub(super) status: u16,
    /// A code for programs.
    pub(super) code: Cow<'static, str>,
    /// A message for people.
    pub(super) message: String,
    /// Further headers.
    pub(super) headers: Vec<(&'static str, String)>,
}

#[derive(Serialize)]
struct ErrorBody<'a> {
    error: ErrorDetail<'a>,
}

#[derive(Serialize)]
struct ErrorDetail<'a> {
    code: &'a str,
    message: &'a str,
}

impl Refusal {
    pub(super) fn new(status: u16, code: impl Into<Cow<'static, str>>, message: impl Into<String>) -> Self {
        Self { status, code: code.into(), message: message.into(), headers: Vec::new() }
    }

    /// Adds a header.
    pub(super) fn with_header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

impl From<ServiceError> for Refusal {
    fn from(error: ServiceError) -> Self {
        Self::new(error.status, error.code, error.message)
    }
}

impl From<Refusal> for Answer {
    fn from(refusal: Refusal) -> Self {
        let error = ErrorDetail { code: &refusal.code, message: &refusal.message };
        // Two strings always have a form in JSON.
        let body = serde_json::to_vec(&ErrorBody { error }).unwrap_or_default();
        Self(Encoded {
            status: refusal.status,
            content_type: JSON,
            headers: refusal.headers,
            body: body.into(),
        })
    }
}
