//! ARNs of roles.

use awsim_plugin::account::AccountId;
use awsim_plugin::context::Context;
use awsim_plugin::directory::RoleRecord;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;

/// The ARN of a role as a request names it: `arn:aws:iam::123456789012:role/path/name`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RoleArn<'a> {
    text: &'a str,
    /// The account and the name, if it can be the ARN of a role at all.
    role: Option<(AccountId, &'a str)>,
}

impl<'a> RoleArn<'a> {
    /// Reads an ARN.
    ///
    /// # Errors
    /// `ValidationError` if it is none: it needs six parts, of which partition, service and resource are not empty.
    pub(crate) fn parse(text: &'a str) -> Result<Self, ServiceError> {
        let parts: Vec<&str> = text.splitn(6, ':').collect();
        let ["arn", partition, service, _region, account, resource] = parts[..] else {
            return Err(invalid(text));
        };
        if partition.is_empty() || service.is_empty() || resource.is_empty() {
            return Err(invalid(text));
        }
        let name = resource.strip_prefix("role/").filter(|_| service == "iam");
        let name = name.and_then(|path_and_name| path_and_name.rsplit('/').next());
        Ok(Self { text, role: name.and_then(|name| Some((account.parse().ok()?, name))) })
    }

    /// The ARN as given.
    pub(crate) fn as_str(self) -> &'a str {
        self.text
    }

    /// The account in it, if it can be the ARN of a role at all.
    pub(crate) fn account(self) -> Option<AccountId> {
        self.role.map(|(account, _)| account)
    }

    /// The role with this ARN, its path included, and its account. The roles of a closed account are as good as gone.
    pub(crate) fn find(self, cx: &Context<'_>, state: &View) -> Option<(AccountId, RoleRecord)> {
        let (account, name) = self.role.filter(|(account, _)| !cx.is_closed(state, *account))?;
        let role = cx.host.identity_directory()?.role(state, account, name)?;
        (role.arn == self.text).then_some((account, role))
    }
}

fn invalid(text: &str) -> ServiceError {
    ServiceError::validation(format!("{text} is invalid"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_arn_is_invalid() {
        for text in [
            "my-role",
            "aws:iam::000000000000:role/my-role",
            "arn:aws:iam::000000000000",
            "arn::iam::000000000000:role/r",
            "arn:aws:::000000000000:role/r",
            "arn:aws:iam::000000000000:",
        ] {
            let error = RoleArn::parse(text).unwrap_err();
            assert_eq!((&*error.code, error.status), ("ValidationError", 400));
            assert_eq!(error.message, format!("{text} is invalid"));
        }
    }

    #[test]
    fn the_name_is_the_last_part_of_the_path() {
        let account = "123456789012".parse().unwrap();
        for (text, role) in [
            ("arn:aws:iam::123456789012:role/r", Some((account, "r"))),
            ("arn:aws:iam::123456789012:role/a/b/r", Some((account, "r"))),
            ("arn:aws:iam::123456789012:user/r", None),
            ("arn:aws:s3:::role/r", None),
            ("arn:aws:iam::12345:role/r", None),
        ] {
            assert_eq!(RoleArn::parse(text).unwrap().role, role, "{text}");
        }
    }
}
