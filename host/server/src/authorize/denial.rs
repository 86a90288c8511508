//! How a refusal is told.

use awsim_plugin::error::ServiceError;
use awsim_plugin::operation::ProtocolName;
use awsim_policy::{Denial, Layer, Request};

use super::evaluation::Decided;

/// The refusal of a check, as services of a protocol tell it; none if it was allowed.
pub(super) fn of(decided: &Decided, protocol: ProtocolName) -> Option<ServiceError> {
    decided.denial().map(|message| error(message, protocol))
}

impl Decided {
    /// The refusal in AWS's words; none for what was allowed.
    pub(crate) fn denial(&self) -> Option<String> {
        if self.decision.is_allowed() {
            return None;
        }
        let denied_by = self.decision.statement.filter(|_| self.may_know_the_policy());
        Some(self.with_request(|request| {
            let denial = shown(Denial::new(&request, &self.decision), &request);
            match denied_by {
                None => denial.to_string(),
                Some(at) => self.with_layers(|layers| {
                    let policy = layers.policy(at.layer, at.level, at.policy);
                    policy.map_or(denial, |policy| denial.with_policy(policy.name)).to_string()
                }),
            }
        }))
    }

    /// Whether whoever asks belongs to the account of the resource, or to its organization.
    pub(super) fn is_among_acquaintances(&self) -> bool {
        self.with_request(|request| request.is_same_account()) || self.is_within_an_organization()
    }

    /// Whether whoever asks is told which policy denies: only one of its own account or organization (AWS Security Blog,
    /// "Enhanced access denied error messages with policy ARNs"). All layers but those of the resource are.
    fn may_know_the_policy(&self) -> bool {
        match self.decision.layer {
            Layer::Resource => false,
            Layer::ResourceControl => self.is_within_an_organization(),
            _ => true,
        }
    }

    /// Whether the account of the resource is in the organization of whoever asks.
    fn is_within_an_organization(&self) -> bool {
        let own = self.subject.membership.as_ref().map(|membership| &membership.organization_id);
        let of_resource = self.resource_membership.as_ref().map(|membership| &membership.organization_id);
        own.is_some() && own == of_resource
    }
}

/// A refusal with the resource as the service shows it: S3 in double quotes, and none for what has no resource.
fn shown<'d>(denial: Denial<'d>, request: &Request<'_>) -> Denial<'d> {
    match (request.action.starts_with("s3:"), request.resource) {
        (false, _) => denial,
        (true, "*") => denial.without_resource(),
        (true, _) => denial.quoted(),
    }
}

/// A refusal as a request in another protocol than the service's own is told of it.
pub(crate) fn retold(refusal: ServiceError, own: ProtocolName, asked: ProtocolName) -> ServiceError {
    let denied = error("", own).code == refusal.code;
    if denied && own != asked { error(refusal.message, asked) } else { refusal }
}

/// `AccessDenied` (403) of services that answer in XML, `AccessDeniedException` of those that answer in JSON or CBOR: 400, in REST
/// 403 ("Common Errors" in the API references of IAM, Organizations and AWS Lambda; "Error responses" in the one of Amazon
/// S3).
pub(super) fn error(message: impl Into<String>, protocol: ProtocolName) -> ServiceError {
    let (code, status) = match protocol {
        ProtocolName::Query | ProtocolName::RestXml => ("AccessDenied", 403),
        ProtocolName::Json10 | ProtocolName::Json11 | ProtocolName::RpcV2Cbor => {
            ("AccessDeniedException", 400)
        }
        ProtocolName::RestJson => ("AccessDeniedException", 403),
    };
    ServiceError::sender(code, status, message)
}
