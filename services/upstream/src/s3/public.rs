//! Whether a policy is public ("The meaning of public" under "Blocking public access to your Amazon S3 storage" in the S3
//! User Guide): S3 takes every policy for public that does not give access to fixed values only.

use awsim_policy::document::{Comparison, ConditionBlock, Document, Quantifier, Statement};

/// The condition keys that say whom access is given to. With fixed values they make a statement not public.
const FIXING: [&str; 12] = [
    "aws:principalaccount",
    "aws:principalarn",
    "aws:principalorgid",
    "aws:principalorgpaths",
    "aws:sourceaccount",
    "aws:sourcearn",
    "aws:sourceowner",
    "aws:sourcevpc",
    "aws:sourcevpce",
    "aws:userid",
    "s3:dataaccesspointaccount",
    "s3:x-amz-server-side-encryption-aws-kms-key-id",
];

/// Whether a bucket policy is public. One that nobody can read may be.
pub(super) fn is_public(policy: &str) -> bool {
    Document::parse(policy).map_or(true, |document| document.statements.items.iter().any(gives_to_everybody))
}

fn gives_to_everybody(statement: &Statement<'_>) -> bool {
    let allows = statement.effect.as_ref().is_none_or(|effect| effect.as_str() != "Deny");
    let blocks = statement.condition.iter().flat_map(|condition| &condition.blocks);
    allows && has_everybody(statement) && !blocks.into_iter().any(fixes)
}

fn has_everybody(statement: &Statement<'_>) -> bool {
    let Some(principal) = &statement.principal else { return true };
    principal.negated || principal.iter().any(|(_, value)| value.as_str().contains(['*', '?']))
}

/// Whether a condition gives access to fixed values only.
fn fixes(block: &ConditionBlock<'_>) -> bool {
    let Some(operator) = block.meaning else { return false };
    if operator.negated || operator.if_exists || operator.quantifier == Quantifier::ForAllValues {
        return false;
    }
    block.keys.iter().any(|key| {
        let name = key.key.as_str().to_ascii_lowercase();
        let mut values = key.values.items.iter().map(|value| value.text.as_str());
        match operator.comparison {
            Comparison::IpAddress => name == "aws:sourceip" && values.all(is_narrow),
            Comparison::StringEquals
            | Comparison::StringEqualsIgnoreCase
            | Comparison::StringLike
            | Comparison::Arn => match name.as_str() {
                "s3:dataaccesspointarn" => values.all(is_of_one_account),
                "aws:userid" => values.all(is_fixed_id),
                name => FIXING.contains(&name) && values.all(is_fixed),
            },
            _ => false,
        }
    })
}

/// A value without wildcards and variables.
fn is_fixed(value: &str) -> bool {
    !value.contains(['*', '?']) && !value.contains("${")
}

/// A session of one role may have any name: `AROA…:*`.
fn is_fixed_id(value: &str) -> bool {
    is_fixed(value.strip_suffix(":*").unwrap_or(value))
}

/// An access point whose account is fixed may have any name.
fn is_of_one_account(arn: &str) -> bool {
    let parts: Vec<&str> = arn.splitn(6, ':').collect();
    matches!(parts.as_slice(), [_, _, _, _, account, _] if account.len() == 12 && is_fixed(account))
}

/// A network that is narrower than the widest that S3 does not take for public: /8 of IPv4, /32 of IPv6.
fn is_narrow(network: &str) -> bool {
    let widest = if network.contains(':') { 32 } else { 8 };
    let length = network.split_once('/').map(|(_, length)| length.parse::<u8>().unwrap_or(0));
    is_fixed(network) && length.is_none_or(|length| length >= widest)
}

#[cfg(test)]
mod tests {
    use super::is_public;

    fn public(statement: &str) -> bool {
        is_public(&format!(
            r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*",{statement}}}]}}"#
        ))
    }

    #[test]
    fn a_policy_is_public_unless_it_gives_to_fixed_values_only() {
        assert!(is_public("{"));
        for everybody in
            [r#""Principal":"*""#, r#""Principal":{"AWS":["*"]}"#, r#""NotPrincipal":{"AWS":"1"}"#]
        {
            assert!(public(everybody), "{everybody}");
        }
        for somebody in [
            r#""Principal":{"AWS":"arn:aws:iam::111122223333:root"}"#,
            r#""Principal":{"Service":"cloudfront.amazonaws.com"}"#,
            r#""Principal":"*","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-1"}}"#,
            r#""Principal":"*","Condition":{"StringLike":{"aws:userid":"AROA123:*"}}"#,
            r#""Principal":"*","Condition":{"IpAddress":{"aws:SourceIp":["203.0.113.0/24","2001:db8::/32"]}}"#,
            r#""Principal":"*","Condition":{"ArnLike":{"s3:DataAccessPointArn":"arn:aws:s3:us-east-1:111122223333:accesspoint/*"}}"#,
        ] {
            assert!(!public(somebody), "{somebody}");
        }
        for anybody in [
            r#""Principal":"*","Condition":{"StringLike":{"aws:PrincipalOrgID":"o-*"}}"#,
            r#""Principal":"*","Condition":{"StringEquals":{"aws:SourceVpc":"${aws:PrincipalTag/vpc}"}}"#,
            r#""Principal":"*","Condition":{"StringEqualsIfExists":{"aws:SourceVpc":"vpc-1"}}"#,
            r#""Principal":"*","Condition":{"StringNotEquals":{"aws:SourceVpc":"vpc-1"}}"#,
            r#""Principal":"*","Condition":{"ForAllValues:StringEquals":{"aws:PrincipalOrgPaths":"o-1/"}}"#,
            r#""Principal":"*","Condition":{"IpAddress":{"aws:SourceIp":"0.0.0.0/1"}}"#,
            r#""Principal":"*","Condition":{"StringEquals":{"s3:prefix":"a"}}"#,
        ] {
            assert!(public(anybody), "{anybody}");
        }
    }

    #[test]
    fn what_is_denied_to_everybody_is_not_public() {
        let deny = r#"{"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}}"#;
        assert!(!is_public(deny));
    }
}
