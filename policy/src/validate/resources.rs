//! The form of resources: `*` or an ARN.

use std::borrow::Cow;

use crate::document::{Span, Statement, Text};

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

/// The parts of an ARN after `arn:`, as many as there are.
struct Parts<'r>([Option<&'r str>; 5]);

impl<'r> Parts<'r> {
    fn of(resource: &'r str) -> Option<Self> {
        let mut rest = Some(resource.strip_prefix("arn:")?);
        Some(Parts(std::array::from_fn(|part| {
            let text = rest?;
            let colon = if part < 4 { text.bytes().position(|byte| byte == b':') } else { None };
            rest = colon.map(|colon| &text[colon + 1..]);
            Some(colon.map_or(text, |colon| &text[..colon]))
        })))
    }

    fn partition(&self) -> &'r str {
        self.0[0].unwrap_or_default()
    }

    /// Whether some of the five are missing.
    fn is_short(&self) -> bool {
        self.0[4].is_none()
    }
}

/// An ARN with fewer than six parts is completed with `*` unless it has an empty part, which the older parser does
/// not understand.
pub(super) fn legacy_parsing(statement: &Statement<'_>) -> Checked {
    for resource in resources(statement) {
        let refused = Parts::of(resource.as_str()).is_some_and(|parts| {
            parts.is_short() && PARTITIONS.contains(&parts.partition()) && parts.0.contains(&Some(""))
        });
        require(!refused, || (Malformed::LegacyParsing, resource.span))?;
    }
    Ok(())
}

pub(super) fn check(statement: &Statement<'_>) -> Checked {
    resources(statement).filter(|resource| resource.as_str() != "*").try_for_each(check_resource)
}

/// Whether a `Resource` element may have this pattern, which is not `*`.
pub(crate) fn is_resource(pattern: &str) -> bool {
    check_resource(&Text { value: Cow::Borrowed(pattern), span: Span::default() }).is_ok()
}

fn check_resource(resource: &Text<'_>) -> Checked {
    let written = resource.as_str();
    let fault = |malformed| -> Fault { (malformed, resource.span) };
    let Some(parts) = Parts::of(written) else {
        return Err(fault(Malformed::ResourceFormat { resource: written.to_owned() }));
    };
    let partition = parts.partition();
    require(PARTITIONS.contains(&partition), || {
        let resource = format!("arn:{}", parts.0.map(|part| part.unwrap_or("*")).join(":"));
        fault(Malformed::Partition { partition: partition.to_owned(), resource })
    })?;
    let [_, service, region, _, path] = parts.0;
    let qualified = service.is_none_or(|service| !service.is_empty() && !service.contains(['*', '?']));
    require(qualified, || fault(Malformed::ResourceVendor))?;
    let region = region.filter(|_| !parts.is_short()).unwrap_or_default();
    match service {
        Some("iam") => {
            require(matches!(region, "" | "*"), || {
                fault(Malformed::IamRegion { resource: written.to_owned() })
            })?;
            require(is_iam_path(path.unwrap_or("*")), || fault(Malformed::IamPath))
        }
        Some("s3") => require(matches!(region, "" | "*") || is_access_point(path), || {
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
