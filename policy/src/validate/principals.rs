//! The form of principals (IAM User Guide, "AWS JSON policy elements: Principal").

use crate::document::{PrincipalElement, PrincipalSet, Statement, Text};
use crate::evaluate::is_under_aws;

use super::Malformed;
use super::permissions::{Checked, Fault, require};

/// Principals of resource policies.
pub(super) fn check(statement: &Statement<'_>) -> Checked {
    let Some(element) = &statement.principal else { return Ok(()) };
    require(element.iter().next().is_some(), || (Malformed::NoPrincipals, element.span))?;
    if let PrincipalSet::Bare(text) = &element.who {
        return require(text.as_str() == "*", || invalid("AWS", text));
    }
    typed(element)
}

/// The typed principals of an element, one by one.
pub(super) fn typed(element: &PrincipalElement<'_>) -> Checked {
    for (kind, value) in element.iter() {
        match kind.map(Text::as_str) {
            Some("AWS") => require(is_aws(value.as_str()), || invalid("AWS", value))?,
            Some("Service") => require(is_service(value.as_str()), || invalid("SERVICE", value))?,
            Some("Federated") => {
                require(is_federated(value.as_str()), || (Malformed::FederatedPrincipal, value.span))?;
            }
            Some("CanonicalUser") => {
                let hex = value.as_str().bytes().all(|byte| byte.is_ascii_hexdigit());
                require(hex && !value.as_str().is_empty(), || invalid("CANONICAL_USER", value))?;
            }
            Some(other) => return Err(invalid(other, value)),
            None => {}
        }
    }
    Ok(())
}

fn invalid(kind: &str, value: &Text<'_>) -> Fault {
    let malformed = Malformed::InvalidPrincipal { kind: kind.to_owned(), value: value.as_str().to_owned() };
    (malformed, value.span)
}

/// `*`, an account id, a unique id, or the ARN of an account, user, role, role session or federated user. "You cannot
/// use a wildcard to match part of a principal name or ARN."
fn is_aws(value: &str) -> bool {
    value == "*" || is_account_id(value) || is_unique_id(value) || is_principal_arn(value)
}

fn is_account_id(value: &str) -> bool {
    value.len() == 12 && value.bytes().all(|byte| byte.is_ascii_digit())
}

/// Ids of users, roles and groups of IAM as they show when the named entity was deleted.
fn is_unique_id(value: &str) -> bool {
    let known = value.starts_with("AIDA") || value.starts_with("AROA");
    known && (16..=128).contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn is_principal_arn(value: &str) -> bool {
    let parts: Vec<&str> = value.splitn(6, ':').collect();
    let &[arn, partition, service, region, account, resource] = parts.as_slice() else { return false };
    let known_form = match service {
        "iam" => resource == "root" || has_name(resource, "user/") || has_name(resource, "role/"),
        "sts" => {
            let session = resource.strip_prefix("assumed-role/").is_some_and(|rest| {
                rest.split_once('/').is_some_and(|(role, session)| !role.is_empty() && !session.is_empty())
            });
            session || has_name(resource, "federated-user/")
        }
        "cloudfront" => return resource.starts_with("user/") || resource.starts_with("distribution/"),
        _ => false,
    };
    arn == "arn"
        && partition.starts_with("aws")
        && region.is_empty()
        && is_account_id(account)
        && known_form
        && !value.contains(['*', '?'])
}

fn has_name(resource: &str, kind: &str) -> bool {
    resource.strip_prefix(kind).is_some_and(|name| !name.is_empty() && !name.ends_with('/'))
}

/// A service principal: a domain name under one of AWS's.
///
/// AWS refuses the names of services that there are not. It publishes no list of those that there are, and they follow from
/// nothing that is published (`vpc-flow-logs.amazonaws.com`, `delivery.logs.amazonaws.com`, `states.eu-west-1.amazonaws.com`),
/// so that here a name is believed if only AWS can have given it.
fn is_service(value: &str) -> bool {
    is_domain_name(value) && is_under_aws(value)
}

/// An identity provider: its domain name, or the ARN of an OIDC or SAML provider.
fn is_federated(value: &str) -> bool {
    let Some(rest) = value.strip_prefix("arn:") else {
        // Providers that need no ARN, such as `cognito-identity.amazonaws.com`.
        return value.contains('.') && is_domain_name(value);
    };
    let parts: Vec<&str> = rest.splitn(5, ':').collect();
    let &[partition, service, region, account, resource] = parts.as_slice() else { return false };
    partition.starts_with("aws")
        && service == "iam"
        && region.is_empty()
        && is_account_id(account)
        && (has_name(resource, "saml-provider/") || has_name(resource, "oidc-provider/"))
        && !value.contains(['*', '?'])
}

fn is_domain_name(value: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_');
    value.bytes().all(plain) && !value.starts_with('.') && !value.ends_with('.')
}
