//! Whether S3 takes a bucket policy ("Bucket policies for Amazon S3" and its troubleshooting in the S3 User Guide).

use awsim_plugin::error::ServiceError;
use awsim_policy::catalogue;
use awsim_policy::document::{Document, Element, Statement};
use awsim_policy::{Malformed, Policy, PolicyKind};

/// The most bytes of a policy.
const MOST_BYTES: usize = 20 << 10;

/// Checks the policy of the bucket with this ARN.
///
/// # Errors
/// `PolicyTooLarge` or `MalformedPolicy` (400).
pub(super) fn check(text: &str, bucket: &str) -> Result<(), ServiceError> {
    if text.len() > MOST_BYTES {
        let message = "Normalized policy document exceeds the maximum allowed size of 20480 bytes.";
        return Err(ServiceError::sender("PolicyTooLarge", 400, message));
    }
    if !text.trim_start().starts_with('{') {
        return Err(malformed("Policies must be valid JSON and the first byte must be '{'"));
    }
    let document = Document::parse(text).map_err(|_| malformed("Invalid policy syntax."))?;
    if document.statements.items.iter().any(|statement| statement.principal.is_none()) {
        return Err(malformed("Missing required field Principal"));
    }
    Policy::parse(PolicyKind::Resource, text).map_err(|error| malformed(&message(error.malformed())))?;
    document.statements.items.iter().try_for_each(|statement| fits(statement, bucket))
}

fn malformed(message: &str) -> ServiceError {
    ServiceError::sender("MalformedPolicy", 400, message)
}

/// S3's words for what is wrong.
fn message(malformed: &Malformed) -> String {
    match malformed {
        Malformed::Syntax | Malformed::LegacyParsing => "Invalid policy syntax.".to_owned(),
        Malformed::MissingActions => "Missing required field Action".to_owned(),
        Malformed::MissingResources => "Missing required field Resource".to_owned(),
        Malformed::ResourceFormat { .. }
        | Malformed::Partition { .. }
        | Malformed::ResourceVendor
        | Malformed::S3Region { .. } => "Policy has invalid resource".to_owned(),
        Malformed::MissingVendor | Malformed::TwoColons | Malformed::Vendor { .. } => {
            "Policy has invalid action".to_owned()
        }
        Malformed::InvalidPrincipal { .. } | Malformed::NoPrincipals => {
            "Invalid principal in policy".to_owned()
        }
        other => other.to_string(),
    }
}

/// A statement speaks of the bucket and of what is in it, and of actions on what it speaks of.
fn fits(statement: &Statement<'_>, bucket: &str) -> Result<(), ServiceError> {
    let resources: Vec<&str> = texts(statement.resource.as_ref()).collect();
    if !resources.iter().all(|resource| is_within(resource, bucket)) {
        return Err(malformed("Policy has invalid resource"));
    }
    let excepts =
        [&statement.action, &statement.resource].into_iter().flatten().any(|element| element.negated);
    for action in texts(statement.action.as_ref()) {
        let known: Vec<_> = catalogue::expand(action).filter(is_of_bucket).collect();
        if known.is_empty() {
            return Err(malformed("Policy has invalid action"));
        }
        let applies = |resource: &&str| known.iter().any(|action| applies(action, resource, bucket));
        if !excepts && !resources.iter().any(applies) {
            return Err(malformed("Action does not apply to any resource(s) in statement"));
        }
    }
    Ok(())
}

fn texts<'s>(element: Option<&'s Element<'_>>) -> impl Iterator<Item = &'s str> {
    element.into_iter().flat_map(|element| &element.values.items).map(|text| text.as_str())
}

/// The bucket, or what is in it. A wildcard in the place of the bucket's name reaches further than the bucket.
fn is_within(resource: &str, bucket: &str) -> bool {
    resource.strip_prefix(bucket).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '*']))
}

/// Whether an action is one on buckets or objects.
fn is_of_bucket(action: &catalogue::Action) -> bool {
    let kinds = ["bucket", "object"];
    action.service().prefix() == "s3" && action.resources().any(|on| kinds.contains(&on.resource_type.name()))
}

/// Whether an action is one on what a pattern stands for.
fn applies(action: &catalogue::Action, resource: &str, bucket: &str) -> bool {
    let rest = resource.strip_prefix(bucket).unwrap_or_default();
    action.resources().any(|on| match on.resource_type.name() {
        "bucket" => !rest.starts_with('/'),
        "object" => !rest.is_empty(),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::check;

    const BUCKET: &str = "arn:aws:s3:::books";

    fn refused(statement: &str) -> String {
        let text = format!(r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"Allow",{statement}}}]}}"#);
        check(&text, BUCKET)
            .map_or_else(|error| format!("{}: {}", error.code, error.message), |()| String::new())
    }

    #[test]
    fn a_policy_speaks_of_its_bucket() {
        let of = |action: &str, resource: &str| {
            refused(&format!(r#""Principal":"*","Action":"{action}","Resource":"{resource}""#))
        };
        for (action, resource) in [
            ("s3:GetObject", "arn:aws:s3:::books/*"),
            ("s3:GetObject", "arn:aws:s3:::books*"),
            ("s3:*", "arn:aws:s3:::books"),
            ("*", "arn:aws:s3:::books/a?b"),
            ("s3:List*", "arn:aws:s3:::books"),
        ] {
            assert_eq!(of(action, resource), "", "{action} {resource}");
        }
        for resource in
            ["*", "arn:aws:s3:::other/*", "arn:aws:s3:::*", "arn:aws:s3:::bookshop", "arn:aws:sqs:::books"]
        {
            assert_eq!(of("s3:*", resource), "MalformedPolicy: Policy has invalid resource", "{resource}");
        }
        for action in ["s3:Read", "sqs:SendMessage", "s3:ListAllMyBuckets"] {
            assert_eq!(of(action, BUCKET), "MalformedPolicy: Policy has invalid action", "{action}");
        }
        let apart = "MalformedPolicy: Action does not apply to any resource(s) in statement";
        assert_eq!(of("s3:GetObject", BUCKET), apart);
        assert_eq!(of("s3:ListBucket", "arn:aws:s3:::books/*"), apart);
    }

    #[test]
    fn a_policy_is_whole() {
        let rest = r#""Action":"s3:*","Resource":"arn:aws:s3:::books""#;
        assert_eq!(refused(rest), "MalformedPolicy: Missing required field Principal");
        let nobody = format!(r#""Principal":{{"AWS":"nobody"}},{rest}"#);
        assert_eq!(refused(&nobody), "MalformedPolicy: Invalid principal in policy");
        assert_eq!(
            refused(r#""Principal":"*","Action":"s3:*""#),
            "MalformedPolicy: Missing required field Resource"
        );
        let code = |text: &str| check(text, BUCKET).unwrap_err().message;
        assert_eq!(code("policy"), "Policies must be valid JSON and the first byte must be '{'");
        assert_eq!(code("{}"), "Invalid policy syntax.");
        assert_eq!(check(&"{".repeat(21 << 10), BUCKET).unwrap_err().code, "PolicyTooLarge");
    }
}
