//! ARNs of IAM's resources: `arn:PARTITION:iam::ACCOUNT:TYPE/PATH/NAME`.

use awsim_plugin::account::AccountId;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;

use crate::errors;
use crate::state::Resource;

/// The partition of the accounts, where no request tells it.
pub(crate) const PARTITION: &str = "aws";

/// The ARN of a resource of the caller's account; `path` begins and ends with a slash.
pub(crate) fn of(cx: &Context<'_>, resource_type: &str, path: &str, name: &str) -> String {
    written(cx.partition, cx.account(), resource_type, path, name)
}

fn written(partition: &str, account: AccountId, resource_type: &str, path: &str, name: &str) -> String {
    ["arn:", partition, ":iam::", account.digits().as_str(), ":", resource_type, path, name].concat()
}

/// The ARN of a resource of any account.
pub(crate) fn of_resource<R: Resource>(partition: &str, account: AccountId, resource: &R) -> String {
    written(partition, account, R::ARN_TYPE, resource.path().as_str(), resource.name())
}

/// The ARN of the root user of the caller's account.
pub(crate) fn root(cx: &Context<'_>) -> String {
    format!("arn:{}:iam::{}:root", cx.partition, cx.account())
}

/// The path and name of a managed policy, read from its ARN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PolicyArn<'a> {
    /// The account: twelve digits, or `aws`.
    pub(crate) account: &'a str,
    /// The path, with its slashes.
    pub(crate) path: &'a str,
    /// The name.
    pub(crate) name: &'a str,
}

impl<'a> PolicyArn<'a> {
    /// Reads the ARN of a policy; none if it is the ARN of something else.
    ///
    /// # Errors
    /// `ValidationError` (400) if it is no ARN at all.
    pub(crate) fn parse(arn: &'a str) -> Result<Option<Self>, ServiceError> {
        let mut parts = arn.splitn(6, ':');
        let (scheme, partition, service) = (parts.next(), parts.next(), parts.next());
        let (_region, account, resource) = (parts.next(), parts.next(), parts.next());
        let (Some("arn"), Some(partition), Some(service), Some(account), Some(resource)) =
            (scheme, partition, service, account, resource)
        else {
            return Err(errors::unparsable_arn());
        };
        if partition.is_empty() || service.is_empty() || resource.is_empty() {
            return Err(errors::unparsable_arn());
        }
        let place =
            resource.strip_prefix("policy").filter(|place| service == "iam" && place.starts_with('/'));
        Ok(place.and_then(|place| {
            let (path, name) = place.split_at(place.rfind('/')? + 1);
            Some(Self { account, path, name })
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arn_of_a_policy_has_account_path_and_name() {
        let arn = PolicyArn::parse("arn:aws:iam::aws:policy/service-role/AWSLambdaRole").unwrap().unwrap();
        assert_eq!(arn, PolicyArn { account: "aws", path: "/service-role/", name: "AWSLambdaRole" });
        let arn = PolicyArn::parse("arn:aws:iam::000000000000:policy/p").unwrap().unwrap();
        assert_eq!(arn, PolicyArn { account: "000000000000", path: "/", name: "p" });
    }

    #[test]
    fn other_arns_are_no_policies_and_other_text_is_no_arn() {
        for arn in ["arn:aws:iam::000000000000:user/bob", "arn:aws:s3:::bucket", "arn:aws:iam::1:policyx"] {
            assert_eq!(PolicyArn::parse(arn), Ok(None), "{arn}");
        }
        for text in
            ["AmazonS3ReadOnlyAccess", "arn:aws:iam", "x:aws:iam::aws:policy/p", "arn::iam::aws:policy/p"]
        {
            let error = PolicyArn::parse(text).unwrap_err();
            assert_eq!(
                error.to_string(),
                "ValidationError (400): Invalid ARN:  Could not be parsed!",
                "{text}"
            );
        }
    }
}
