//! The form of resources: `*` or an ARN.

use crate::document::{Statement, Text};

use super::Malformed;
use super::permissions::{Checked, Fault, require};

/// Partitions of AWS's `partitions.json`, and `*`, which AWS's own policies use.
const PARTITIONS: [&str; 11] = [
    "aws",
    "aws-cn",
    "aws-us-gov",
    "aws-iso",
    "aws-iso-b",
    "aws-iso-e",
    "aws-iso-f",
    "aws-eusc",
    "aws-us-gov-secret",
    "aws-us-gov-top-secret",
    "*",
];

/// What an IAM resource may start with; the message of the error lists fewer than AWS takes.
const IAM_PATHS: [&str; 15] = [
    "user/",
    "federated-user/",
    "role/",
    "group/",
    "instance-profile/",
    "mfa/",
    "server-certificate/",
    "policy/",
    "sms-mfa/",
    "saml-provider/",
    "oidc-provider/",
    "report/",
    "access-report/",
    "role-template/",
    "root",
];

fn resources<'s, 't>(statement: &'s Statement<'t>) -> impl Iterator<Item = &'s Text<'t>> {
    statement.resource.iter().flat_map(|element| &element.values.items)
}

/// An ARN with fewer than six parts is completed with `*` unless it has an empty part, which the older parser does
/// not understand.
pub(super) fn legacy_parsing(statement: &Statement<'_>) -> Checked {
    for resource in resources(statement) {
        let written = resource.as_str();
        let short = written.starts_with("arn:") && written.matches(':').count() < 5;
        let known = written.split(':').nth(1).is_some_and(|partition| PARTITIONS.contains(&partition));
        let refused = short && known && written.contains("::");
        require(!refused, || (Malformed::LegacyParsing, resource.span))?;
    }
    Ok(())
}

pub(super) fn check(statement: &Statement<'_>) -> Checked {
    resources(statement).filter(|resource| resource.as_str() != "*").try_for_each(check_resource)
}

fn check_resource(resource: &Text<'_>) -> Checked {
    let written = resource.as_str();
    let fault = |malformed| -> Fault { (malformed, resource.span) };
    let Some(rest) = written.strip_prefix("arn:") else {
        return Err(fault(Malformed::ResourceFormat { resource: written.to_owned() }));
    };
    let parts: Vec<&str> = rest.splitn(5, ':').collect();
    let part = |index: usize| parts.get(index).copied();
    let partition = part(0).unwrap_or_default();
    require(PARTITIONS.contains(&partition), || {
        let filled: Vec<&str> = (0..5).map(|index| part(index).unwrap_or("*")).collect();
        let resource = format!("arn:{}", filled.join(":"));
        fault(Malformed::Partition { partition: partition.to_owned(), resource })
    })?;
    let service = part(1).unwrap_or_default();
    let qualified = !service.is_empty() && !service.contains(['*', '?']) || part(1).is_none();
    require(qualified, || fault(Malformed::ResourceVendor))?;
    let region = part(2).filter(|_| parts.len() == 5).unwrap_or_default();
    match service {
        "iam" => {
            require(matches!(region, "" | "*"), || {
                fault(Malformed::IamRegion { resource: written.to_owned() })
            })?;
            let path = part(4).unwrap_or("*");
            require(is_iam_path(path), || fault(Malformed::IamPath))
        }
        "s3" => require(matches!(region, "" | "*") || is_access_point(part(4)), || {
            fault(Malformed::S3Region { resource: written.to_owned() })
        }),
        _ => Ok(()),
    }
}

/// Whether an IAM resource can be one: the fixed text before a wildcard or variable agrees with a type.
fn is_iam_path(path: &str) -> bool {
    let fixed = path.split(['*', '?', '$']).next().unwrap_or_default();
    let open = fixed.len() < path.len();
    IAM_PATHS.iter().any(|known| fixed.starts_with(known) || open && known.starts_with(fixed))
}

/// Access points, unlike buckets, have a region in their ARN.
fn is_access_point(resource: Option<&str>) -> bool {
    resource.is_some_and(|resource| resource.starts_with("accesspoint") || resource.starts_with('*'))
}
