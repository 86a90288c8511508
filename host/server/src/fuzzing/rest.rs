//! Requests in REST, read as the host reads them.

use awsim_plugin::operation::ServiceModel;
use awsim_plugin::upstream::{Upstream, UpstreamOperation};

use crate::incoming::Incoming;
use crate::protocol::ProtocolLimits;
use crate::upstream::{Rest, Router};

/// Reads requests for a service that runs elsewhere and speaks REST.
pub struct RestReader<'s> {
    model: &'s ServiceModel,
    upstream: &'s dyn Upstream,
    router: Router,
}

awsim_plugin::partial_debug!(RestReader<'_>, |reader| service = reader.model.signing_name);

impl<'s> RestReader<'s> {
    /// A reader of requests for these operations.
    pub fn new(
        model: &'s ServiceModel,
        upstream: &'s dyn Upstream,
        operations: &'static [UpstreamOperation],
    ) -> Self {
        Self { model, upstream, router: Router::of(operations.iter()) }
    }

    /// The operation that a request is for and the texts of these members; none if it is refused.
    ///
    /// # Panics
    /// If the request as it is sent to the upstream is for something else.
    pub fn read(
        &self,
        incoming: &Incoming,
        limits: &ProtocolLimits,
        members: &[&str],
    ) -> Option<Vec<String>> {
        let rest = Rest { model: self.model, router: &self.router, upstream: self.upstream };
        let texts = |request: &Incoming| {
            let asked = rest.read(request, limits).ok()?;
            let text = |member: &&str| asked.input.string(member).unwrap_or_default();
            Some(std::iter::once(asked.operation.to_string()).chain(members.iter().map(text)).collect())
        };
        let read: Option<Vec<String>> = texts(incoming);
        if read.is_some()
            && let Ok(Some(sent)) = rest.in_path_style(incoming)
        {
            assert_eq!(texts(&sent), read, "the upstream is sent what was read");
        }
        read
    }
}
