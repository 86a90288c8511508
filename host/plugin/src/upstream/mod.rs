//! Services that run elsewhere, behind the same enforcement.
//!
//! A service need not be implemented here to be enforced here. Its plugin is then three things and no more:
//!
//! 1. a **model**: which operations there are and how a request carries their input ([`UpstreamOperation`]);
//! 2. an **authorization table**: what each request must be allowed ([`Upstream::access`]), as an
//!    [`authorization row`](crate::access) of an own service says it;
//! 3. an **upstream**: the server that does the work ([`UpstreamSettings`]).
//!
//! The host authenticates, asks the table, decides, records and explains as for a service of its own, and passes the
//! request on as it came. What it must know of the resources (their policies and tags) a plugin learns in two ways:
//! before a request is decided it may ask the upstream what it does not know yet ([`Upstream::prepare`]), and after the
//! upstream accepted a change it reads the request and the answer ([`Upstream::learn`]). Both are kept in collections, as
//! everything else is.
//!
//! The input is read by name through [`Input`], in whatever protocol it came, and only as far as the table asks. The body
//! itself is never touched: the host may hold all of it or let it stream through ([`BodyUse`]).
//!
//! A plugin of this kind is a [`ServicePlugin`](crate::service::ServicePlugin) that answers
//! [`upstream`](crate::service::ServicePlugin::upstream). One that does the work itself can take its place, and nothing
//! else changes.

mod addressing;
mod input;
mod operation;
mod settings;

pub use addressing::Addressing;
pub use input::Input;
pub use operation::{Binding, Place, UpstreamOperation};
pub use settings::{Address, Signing, UpstreamSettings};

use std::sync::Arc;

use async_trait::async_trait;

use crate::access::{Access, Check};
use crate::context::Context;
use crate::error::ServiceError;
use crate::shape::Timestamp;
use crate::store::{Store, Transaction, View};

/// A service that runs elsewhere.
#[async_trait]
pub trait Upstream: Send + Sync {
    /// Where it runs, and how it is spoken to.
    fn settings(&self) -> &UpstreamSettings;

    /// What is known of its operations.
    fn operation(&self, name: &str) -> Option<&'static UpstreamOperation>;

    /// How exactly it is authorized.
    fn coverage(&self) -> Coverage {
        Coverage::Full
    }

    /// Whether clients may speak the query protocol besides the one of the model.
    fn speaks_query(&self) -> bool {
        false
    }

    /// Whether clients may speak RPC v2 CBOR, be it the protocol of the model or besides it.
    fn speaks_cbor(&self) -> bool {
        false
    }

    /// Whether the path of a request says something. Else it is `/`.
    fn reads_path(&self) -> bool {
        false
    }

    /// What is done with the bodies of requests for an operation. Only a service whose requests say in a header what is
    /// signed of their bodies, as those of Amazon S3 do, can let them stream: of others the whole body is signed.
    fn body(&self, operation: &str) -> BodyUse {
        let _ = operation;
        BodyUse::Whole
    }

    /// How host names name resources of the service, if they do (virtual-hosted style).
    fn addressing(&self) -> Option<&Addressing> {
        None
    }

    /// The names of the elements that may stand side by side in one element of a document in XML.
    fn repeated(&self) -> &'static [&'static str] {
        &[]
    }

    /// Finds out what has to be known to decide a request and is not known yet, and keeps it. The answer is the state to
    /// decide the request in: the one that [`Views::felt`] gives then, and what was found out for this request alone and is
    /// not kept.
    ///
    /// # Errors
    /// An error if the upstream does not say. The request is refused then: what nobody knows cannot be decided.
    async fn prepare(
        &self,
        request: &UpstreamRequest<'_>,
        peer: &dyn Peer,
        store: &dyn Store,
        views: Views<'_>,
    ) -> Result<Arc<View>, ServiceError> {
        let _ = (request, peer, store);
        Ok((views.felt)())
    }

    /// The authorization row of a request.
    ///
    /// # Errors
    /// An error if the request does not say what it is for.
    fn access(&self, request: &UpstreamRequest<'_>, state: &View) -> Result<Access, ServiceError>;

    /// What the service refuses of a request that is allowed, as far as an upstream is not known to do it.
    ///
    /// # Errors
    /// The refusal.
    fn refuse(&self, request: &UpstreamRequest<'_>, state: &View) -> Result<(), ServiceError> {
        let _ = (request, state);
        Ok(())
    }

    /// What the caller must be allowed to learn that what a request is for is not there. Without that, an upstream's answer
    /// that says so (404) is kept from the caller, who is told that access is denied.
    fn concealed(&self, request: &UpstreamRequest<'_>, state: &View) -> Option<Check> {
        let _ = (request, state);
        None
    }

    /// Whether an operation changes what is known of resources. The host then reads the whole answer and calls
    /// [`learn`](Upstream::learn); such requests to a service are carried one after another, and read as a whole.
    fn changes(&self, operation: &str) -> bool {
        let _ = operation;
        false
    }

    /// Forgets what a request is about to change, before it is passed on: should nobody hear the answer, it is asked for
    /// again.
    fn forget(&self, request: &UpstreamRequest<'_>, state: &mut Transaction) {
        let _ = (request, state);
    }

    /// Keeps what a request that the upstream accepted has changed.
    fn learn(&self, request: &UpstreamRequest<'_>, output: &dyn Input, state: &mut Transaction) {
        let _ = (request, output, state);
    }
}

/// A request for a service that runs elsewhere.
#[derive(Clone, Copy)]
pub struct UpstreamRequest<'r> {
    /// The name of the operation.
    pub operation: &'static str,
    /// The input.
    pub input: &'r dyn Input,
    /// The path of the request's target, where it says something (the URL of a queue).
    pub path: &'r str,
    /// How it is signed; none if it is not.
    pub signed: Option<Signed<'r>>,
    /// The circumstances.
    pub cx: &'r Context<'r>,
}

partial_debug!(
    UpstreamRequest<'_>,
    |request| operation = request.operation,
    path = request.path,
    signed = request.signed
);

/// How a request is signed, as conditions of services ask for it.
#[derive(Clone, Copy, Debug)]
pub struct Signed<'r> {
    /// The algorithm: `AWS4-HMAC-SHA256`.
    pub algorithm: &'r str,
    /// Whether the signature stands in the query, as in a presigned URL, and not in a header.
    pub in_query: bool,
    /// When it was made.
    pub at: Timestamp,
    /// What the header `X-Amz-Content-Sha256` says of the body: its digest, or that it is not signed.
    pub payload: Option<&'r str>,
}

/// What a plugin that prepares for a request has to know of the state.
#[derive(Clone, Copy)]
pub struct Views<'v> {
    /// The state that requests are decided in now.
    pub felt: &'v (dyn Fn() -> Arc<View> + Sync),
    /// Whether a change of the service's resources has been under way since the preparations began: what the upstream said
    /// meanwhile may be true no longer.
    pub doubt: &'v (dyn Fn() -> bool + Sync),
}

partial_debug!(Views<'_>);

/// The upstream, as a plugin may ask it for what it needs to know.
#[async_trait]
pub trait Peer: Send + Sync {
    /// Asks for the output of an operation, in the host's own name. None if the upstream answers that there is no such
    /// thing, or that it does not know the operation.
    ///
    /// # Errors
    /// `ServiceUnavailable` (503) if the upstream does not answer, or not as it should.
    async fn ask(
        &self,
        operation: &str,
        parameters: &[(&str, Parameter<'_>)],
    ) -> Result<Option<Box<dyn Input>>, ServiceError>;
}

/// The value of a member of the input of an operation that the upstream is asked.
#[derive(Clone, Copy, Debug)]
pub enum Parameter<'a> {
    /// Text.
    Text(&'a str),
    /// A list with one text.
    List(&'a str),
}

impl<'a> Parameter<'a> {
    /// The text.
    pub fn text(self) -> &'a str {
        match self {
            Parameter::Text(text) | Parameter::List(text) => text,
        }
    }
}

/// How exactly a service that runs elsewhere is authorized.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coverage {
    /// By a table of all its operations, with resources, condition keys and resource policies.
    Full,
    /// By the name of the operation, on the resources that a request names plainly, or else on all.
    Generic,
}

impl Coverage {
    /// `full` or `generic`.
    pub fn as_str(self) -> &'static str {
        match self {
            Coverage::Full => "full",
            Coverage::Generic => "generic",
        }
    }
}

/// What is done with the body of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyUse {
    /// It is read within the limits of the host before anything is decided: the input stands in it.
    Whole,
    /// It is passed on as it arrives, whatever its size: the input stands in the head of the request.
    Streamed,
}
