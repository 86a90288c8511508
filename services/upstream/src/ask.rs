//! A request as the rows of an authorization table see it.

use std::fmt::Display;

use awsim_plugin::access::{Access, Check};
use awsim_plugin::account::AccountId;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::{Collection, View};
use awsim_plugin::upstream::{Input, UpstreamRequest};

use crate::resource::{self, Resource};
use crate::service::Service;

/// A request, and what is known of the resources that it names.
pub(crate) struct Ask<'a> {
    pub(crate) request: &'a UpstreamRequest<'a>,
    pub(crate) state: &'a View,
    service: &'static str,
    resources: &'static Collection<String, Resource>,
    holder: fn(&str) -> Option<&str>,
}

impl<'a> Ask<'a> {
    pub(crate) fn new<S: Service + ?Sized>(request: &'a UpstreamRequest<'a>, state: &'a View) -> Self {
        let service = S::MODEL.signing_name;
        Self { request, state, service, resources: S::resources(), holder: S::holder }
    }

    /// The input.
    pub(crate) fn input(&self) -> &'a dyn Input {
        self.request.input
    }

    /// The text of a member, if it is there.
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        self.input().string(name)
    }

    /// The text of a member.
    ///
    /// # Errors
    /// `ValidationError` (400) if it is not there, or no text.
    pub(crate) fn need(&self, name: &str) -> Result<String, ServiceError> {
        self.text(name).ok_or_else(|| ServiceError::validation(format!("The request has no {name}.")))
    }

    /// An ARN of this service in the region of the request and the account of the caller.
    pub(crate) fn arn(&self, resource: impl Display) -> String {
        let cx = self.request.cx;
        cx.arn(self.service, cx.region, cx.account(), resource)
    }

    /// What is known of the resource that an ARN belongs to.
    pub(crate) fn resource(&self, arn: &str) -> Option<&'a Resource> {
        resource::find(self.state, self.resources, (self.holder)(arn)?)
    }

    /// Whose a resource is, if that is known.
    pub(crate) fn owner(&self, arn: &str) -> Option<AccountId> {
        resource::owner(self.state, self.resources, (self.holder)(arn)?)
    }

    /// The operation's own action on a resource, whose tags go with it.
    pub(crate) fn check(&self, arn: impl Into<String>) -> Check {
        self.action(self.request.operation, arn)
    }

    /// An action of this service on a resource, whose tags go with it.
    pub(crate) fn action(&self, action: &str, arn: impl Into<String>) -> Check {
        let check = Check::on(format!("{}:{action}", self.service), arn);
        let tags = self.resource(&check.resource).map(|resource| &resource.tags);
        match tags {
            Some(tags) => check.with_resource_tags(None, tags.iter().map(|(key, value)| (&**key, &**value))),
            None => check,
        }
    }

    /// The operation's own action, on nothing in particular.
    pub(crate) fn on_any(&self) -> Result<Access, ServiceError> {
        Ok(vec![self.check("*")])
    }

    /// The tags that the request has in a list.
    pub(crate) fn request_tags(&self, name: &str, key: &str, value: &str) -> Vec<(String, String)> {
        self.input().tags(name, key, value)
    }
}

/// A check with the tags of a request.
pub(crate) fn tagged(check: Check, tags: &[(String, String)]) -> Check {
    check.with_request_tags(tags.iter().map(|(key, value)| (&**key, &**value)))
}

/// A check with the tag keys of a request.
pub(crate) fn untagged(check: Check, keys: &[String]) -> Check {
    check.with_tag_keys(keys.iter().map(String::as_str))
}

/// The operation's own action, on nothing in particular.
pub(crate) fn any(ask: &Ask<'_>) -> Result<Access, ServiceError> {
    ask.on_any()
}
