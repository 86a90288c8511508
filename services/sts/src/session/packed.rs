//! Packed sizes: how much of the space in a token session policies and tags take.
//!
//! AWS packs them into a binary form that it does not describe, and tells how many percent of the allotted space that
//! takes (`PackedPolicySize`). This is a form of our own with the same traits: policies and ARNs are compressed against
//! the words that every policy is made of, tags are not compressed, white space outside of strings is free. The space is
//! chosen so that what is known of AWS's sizes comes out: 6 percent for the policy in the API reference's examples,
//! and about three quarters for the six session tags of EKS Pod Identity.

use awsim_plugin::caller::SessionTag;
use awsim_plugin::error::ServiceError;

use super::policies::SessionPolicies;
use crate::generated::ErrorCode;

/// The allotted space in bits.
const SPACE: usize = 420 * 8;

/// What a character that is not part of a repetition takes.
const LITERAL: usize = 7;

/// What a repetition takes.
const REPETITION: usize = 20;

/// The shortest repetition that is worth it.
const SHORTEST: usize = 4;

/// What policies are made of.
const WORDS: &str = concat!(
    "\"NotPrincipal\":\"NotAction\":\"NotResource\":\"StringEqualsIgnoreCase\":\"StringNotLike\":\"ForAllValues:",
    "\"ForAnyValue:IfExists\"NumericLessThanEquals\"DateGreaterThan\"IpAddress\":{\"aws:SourceIp\":\"Null\":",
    "\"aws:ResourceTag/\"aws:RequestTag/\"aws:PrincipalTag/\"aws:RequestedRegion\"},\"Condition\":{\"StringLike\":{",
    "\"StringEquals\":{\"ArnLike\":{\"Bool\":{\"aws:SecureTransport\":\"true\"false\"}}},",
    "arn:aws:iam::aws:policy/service-role/job-function/AmazonAWSFullAccessReadOnlyAccess",
    "arn:aws:dynamodb:us-east-1:eu-west-1:us-west-2:lambda:sqs:sns:sts:AssumeRole\"arn:aws:s3:::",
    "ec2:Describe*\"s3:GetObject\",\"s3:PutObject\",\"s3:DeleteObject\",\"s3:ListBucket\",\"Deny\"",
    "\"Resource\":[\"arn:aws:\"Action\":[\"logs:\",\"],\"Resource\":\"*\"},{\"Sid\":\"\",\"Effect\":\"Allow\",\"Action\":\"",
    "\",\"Resource\":\"*\"}]}{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"",
);

/// The packed size in percent of the allotted space; none if there is nothing to pack.
///
/// # Errors
/// `PackedPolicyTooLarge` (400) if it does not fit.
pub(crate) fn size(policies: &SessionPolicies, tags: &[SessionTag]) -> Result<Option<i32>, ServiceError> {
    if policies.documents.is_empty() && policies.arns.is_empty() && tags.is_empty() {
        return Ok(None);
    }
    let documents = policies.documents.iter().map(|document| without_white_space(document));
    let bits: usize =
        documents.chain(policies.arns.iter().cloned()).map(|text| compressed(&text)).sum::<usize>()
            + tags.iter().map(|tag| (tag.key.len() + tag.value.len() + 1) * 8).sum::<usize>();
    let percent = (bits * 100).div_ceil(SPACE);
    if percent > 100 {
        let message = if tags.is_empty() {
            format!("Packed policy consumes {percent}% of allotted space, please use smaller policy.")
        } else {
            format!("Packed size of session tags consumes {percent}% of allotted space.")
        };
        return Err(ErrorCode::PackedPolicyTooLarge.with(message));
    }
    Ok(i32::try_from(percent).ok())
}

/// The bits that a text takes, in which what stood before, in the text or in [`WORDS`], is only referred to.
fn compressed(text: &str) -> usize {
    let window = [WORDS.as_bytes(), text.as_bytes()].concat();
    let (mut position, mut bits) = (WORDS.len(), 0);
    while position < window.len() {
        match repeated(&window, position) {
            length if length >= SHORTEST => {
                bits += REPETITION;
                position += length;
            }
            _ => {
                bits += LITERAL;
                position += 1;
            }
        }
    }
    bits
}

/// How many bytes from `position` on stood somewhere before it.
fn repeated(window: &[u8], position: usize) -> usize {
    let (before, rest) = window.split_at(position);
    let Some(start) = rest.first_chunk::<SHORTEST>() else { return 0 };
    before
        .windows(SHORTEST)
        .enumerate()
        .filter(|(_, candidate)| candidate == start)
        .map(|(at, _)| window[at..].iter().zip(rest).take_while(|(one, other)| one == other).count())
        .max()
        .unwrap_or(0)
}

/// A JSON text without the white space between its tokens.
fn without_white_space(text: &str) -> String {
    let (mut in_string, mut escaped) = (false, false);
    text.chars()
        .filter(|&c| {
            let keep = in_string || !c.is_ascii_whitespace();
            if c == '"' && !escaped {
                in_string = !in_string;
            }
            escaped = in_string && c == '\\' && !escaped;
            keep
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy(text: &str) -> SessionPolicies {
        SessionPolicies { documents: vec![text.to_owned()], arns: Vec::new() }
    }

    fn tag(key: &str, value: &str) -> SessionTag {
        SessionTag { key: key.to_owned(), value: value.to_owned(), transitive: true }
    }

    /// The policy of the API reference's examples, which gives 6.
    const EXAMPLE: &str = r#"{"Version":"2012-10-17","Statement":[{"Sid":"Stmt1","Effect":"Allow","Action":"s3:ListAllMyBuckets","Resource":"*"}]}"#;

    #[test]
    fn nothing_has_no_size() {
        assert_eq!(size(&SessionPolicies::default(), &[]), Ok(None));
    }

    #[test]
    fn the_example_of_the_api_reference() {
        assert_eq!(size(&policy(EXAMPLE), &[]), Ok(Some(6)));
    }

    #[test]
    fn white_space_is_free_outside_of_strings() {
        let spread = EXAMPLE.replace(',', " ,\n\t").replace(':', ": ").replace("s3: ", "s3:");
        assert_eq!(size(&policy(&spread), &[]), Ok(Some(6)));
        assert_eq!(without_white_space(r#"{ "a \" b" : "\\" , "c" }"#), r#"{"a \" b":"\\","c"}"#);
    }

    /// Measured at AWS: 74 percent.
    #[test]
    fn the_tags_of_pod_identity() {
        let tags = [
            tag("eks-cluster-arn", "arn:aws:eks:us-west-2:111122223333:cluster/my-cluster"),
            tag("eks-cluster-name", "my-cluster"),
            tag("kubernetes-namespace", "default"),
            tag("kubernetes-service-account", "my-service-account"),
            tag("kubernetes-pod-name", "my-service-7d9f8c6b5-x2x7k"),
            tag("kubernetes-pod-uid", "0f6a3f2e-6d5c-4d3b-8f1e-2a9b7c5d4e3f"),
        ];
        let percent = size(&SessionPolicies::default(), &tags).unwrap().unwrap();
        assert!((65..=80).contains(&percent), "{percent}");
    }

    #[test]
    fn it_can_be_too_large() {
        let tags: Vec<_> = (0..50).map(|n| tag(&format!("key{n}"), &"v".repeat(256))).collect();
        let error = size(&SessionPolicies::default(), &tags).unwrap_err();
        assert_eq!((&*error.code, error.status), ("PackedPolicyTooLarge", 400));
        assert_eq!(error.message, "Packed size of session tags consumes 3117% of allotted space.");

        let mut state = 1_u32;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            char::from(b'a' + (state >> 24) as u8 % 26)
        };
        let random: String = (0..1500).map(|_| next()).collect();
        let error = size(&policy(&random), &[]).unwrap_err();
        assert!(
            error.message.ends_with("% of allotted space, please use smaller policy."),
            "{}",
            error.message
        );
    }
}
