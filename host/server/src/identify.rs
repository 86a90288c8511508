//! Which service a request is for.
//!
//! A signed request says so itself: the credential scope of its signature names the service. An unsigned one
//! (`AssumeRoleWithWebIdentity`, `AssumeRoleWithSAML`, and mistakes) is placed by what AWS would place it by: the host
//! name, the `X-Amz-Target` header, or the version and action of a query.

use awsim_plugin::error::ServiceError;
use awsim_plugin::operation::ProtocolName;
use http::header;

use crate::incoming::{self, Incoming};
use crate::protocol::peek_query;
use crate::services::{HostedService, Services};

/// The service that an unsigned request is for.
///
/// # Errors
/// `UnknownService` (400) if nothing in the request says which; it lists what is hosted.
pub(crate) fn unsigned<'s>(
    incoming: &Incoming,
    services: &'s Services,
) -> Result<&'s HostedService, ServiceError> {
    if let Some(service) = by_host(incoming, services) {
        return Ok(service);
    }
    if let Some(target) = incoming.header(&incoming::TARGET) {
        let prefix = target.split_once('.').map_or(target, |(prefix, _)| prefix);
        return services
            .find(|service| !service.model.target_prefix.is_empty() && service.model.target_prefix == prefix)
            .ok_or_else(|| services.unknown(&format!("No hosted service has the target '{prefix}'.")));
    }
    by_query(incoming, services)
}

/// By the labels of the host name: `iam.amazonaws.com`, `sts.eu-west-1.amazonaws.com`, `sts.localhost`.
fn by_host<'s>(incoming: &Incoming, services: &'s Services) -> Option<&'s HostedService> {
    let host = incoming.uri.host().or_else(|| incoming.header(header::HOST))?;
    let (label, _) = host.split_once('.')?;
    services.find(|service| service.model.endpoint_prefix == label || service.model.signing_name == label)
}

fn by_query<'s>(incoming: &Incoming, services: &'s Services) -> Result<&'s HostedService, ServiceError> {
    let (action, version) = peek_query(incoming);
    let Some(action) = action else {
        return Err(ServiceError::sender(
            "MissingAuthenticationToken",
            403,
            "Request is missing Authentication Token",
        ));
    };
    let speaks_query = |service: &HostedService| service.model.protocol == ProtocolName::Query;
    let has_action = |service: &HostedService| service.operation(&action, version.as_deref()).is_ok();
    services
        .find(|service| speaks_query(service) && has_action(service))
        .ok_or_else(|| crate::services::invalid_action(&action, version.as_deref()))
}
