//! The instance metadata service, version 2: what a program on an EC2 instance learns of where it runs.
//!
//! A client first fetches a token ([`token`]) and sends it with every further request; [`document`] is what there is to
//! read; [`listen`] serves it at an address of its own.
//!
//! Source: "Use the Instance Metadata Service to access instance metadata" in the Amazon EC2 User Guide.

mod document;
pub(crate) mod listen;
mod token;

use awsim_plugin::shape::Timestamp;
use http::{HeaderMap, Method, StatusCode};

use super::role::{RoleArn, WorkloadRole, random_hex};
use crate::admin::is_own_name;
use crate::core::Core;
use token::Tokens;

/// The header with a token.
const TOKEN: &str = "x-aws-ec2-metadata-token";

/// The header with the seconds that a token holds.
const TTL: &str = "x-aws-ec2-metadata-token-ttl-seconds";

/// The instance that programs find themselves on.
pub(crate) struct InstanceMetadata {
    role: WorkloadRole,
    /// `i-…`
    id: String,
    started: Timestamp,
    tokens: Tokens,
}

/// An answer: plain text or JSON.
#[derive(Debug, PartialEq, Eq)]
struct Answer {
    status: StatusCode,
    content_type: &'static str,
    body: String,
    /// The seconds that a token holds, when one is handed out.
    ttl: Option<u32>,
}

impl Answer {
    fn text(body: impl Into<String>) -> Self {
        Self { status: StatusCode::OK, content_type: "text/plain", body: body.into(), ttl: None }
    }

    fn json(body: String) -> Self {
        Self { content_type: "application/json", ..Self::text(body) }
    }

    fn refusal(status: StatusCode) -> Self {
        Self { status, ..Self::text(status.canonical_reason().unwrap_or_default()) }
    }
}

impl InstanceMetadata {
    /// An instance with this role, started now.
    ///
    /// # Errors
    /// If the operating system gives no random numbers.
    pub(crate) fn new(role: RoleArn, now: Timestamp) -> Result<Self, getrandom::Error> {
        let id = format!("i-0{}", &random_hex(8)?);
        Ok(Self {
            role: WorkloadRole::new(role, "ec2.amazonaws.com", id.clone()),
            id,
            started: now,
            tokens: Tokens::random()?,
        })
    }

    /// Answers a request.
    fn answer(&self, core: &Core, method: &Method, path: &str, headers: &HeaderMap) -> Answer {
        // A proxy that passes requests on must not pass on credentials; nor may a name that somebody else gave to this
        // machine.
        let host = headers.get(http::header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
        let name = host.rsplit_once(':').map_or(host, |(name, port)| match port.parse::<u16>() {
            Ok(_) => name,
            Err(_) => host,
        });
        if headers.contains_key("x-forwarded-for") || !is_own_name(name) {
            return Answer::refusal(StatusCode::FORBIDDEN);
        }
        let now = core.clock.now();
        match (method, path) {
            (&Method::PUT, "/latest/api/token") => self.new_token(headers, now),
            (&Method::GET | &Method::HEAD, path) => {
                let given = headers.get(TOKEN).and_then(|token| token.to_str().ok()).unwrap_or_default();
                if self.tokens.holds(given, now) {
                    self.read(core, path)
                } else {
                    Answer::refusal(StatusCode::UNAUTHORIZED)
                }
            }
            _ => Answer::refusal(StatusCode::METHOD_NOT_ALLOWED),
        }
    }

    fn new_token(&self, headers: &HeaderMap, now: Timestamp) -> Answer {
        let seconds = headers.get(TTL).and_then(|ttl| ttl.to_str().ok()).and_then(|ttl| ttl.parse().ok());
        match seconds.filter(|seconds| (1..=token::LONGEST).contains(seconds)) {
            Some(seconds) => Answer { ttl: Some(seconds), ..Answer::text(self.tokens.issue(seconds, now)) },
            None => Answer::refusal(StatusCode::BAD_REQUEST),
        }
    }
}
