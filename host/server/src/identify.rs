//! Which service a request is for.
//!
//! A signed request says so itself: the credential scope of its signature names the service. An unsigned one
//! (`AssumeRoleWithWebIdentity`, `AssumeRoleWithSAML`, and mistakes) is placed by what AWS would place it by: the host
//! name, the `X-Amz-Target` header, or the version and action of a query. What is none of these is for Amazon S3, if that is
//! hosted: it serves whoever its policies let in.

use awsim_plugin::error::ServiceError;
use awsim_plugin::operation::ProtocolName;
use awsim_plugin::upstream::{Addressing, Upstream};
use http::header;

use crate::incoming::{self, Incoming};
use crate::protocol::peek_query;
use crate::services::{HostedService, Services};
use crate::upstream::{Named, named};

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
    let storage = services.find(|service| addressing(service).is_some());
    match storage.and_then(|service| Some((service, addressing(service)?))) {
        Some((service, addressing)) if takes(incoming, addressing)? => Ok(service),
        _ => by_query(incoming, services),
    }
}

fn addressing(service: &HostedService) -> Option<&Addressing> {
    service.plugin.upstream().and_then(Upstream::addressing)
}

/// Whether an unsigned request is for the service whose resources host names name: because its host names one, or because it
/// is for no other.
///
/// # Errors
/// `InvalidRequest` (400) if it is for two hosts.
fn takes(incoming: &Incoming, addressing: &Addressing) -> Result<bool, ServiceError> {
    Ok(matches!(named(incoming, addressing)?, Named::Resource(_))
        || (addressing.takes_unsigned && peek_query(incoming).0.is_none()))
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
