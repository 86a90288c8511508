//! Identity providers that many organizations share, and what whoever trusts one of them has to ask about.
//!
//! A token of such a provider is one of anybody who uses it. So a role that trusts it must say whose tokens it means: AWS refuses a
//! trust policy that does not ("Identity-provider controls for shared OIDC providers" in the IAM User Guide). It asks for the
//! condition key to be there; what it is compared with is up to the role.

use awsim_plugin::error::ServiceError;
use awsim_policy::document::{Document, Statement};

use crate::generated::ErrorCode;

/// A provider, as it stands behind `oidc-provider/` or by itself, and the condition key that tells its tenants apart.
struct Shared {
    provider: &'static str,
    key: &'static str,
}

/// Those of the table in the IAM User Guide, but for IBM Turbonomic, whose address changes.
const SHARED: [Shared; 16] = [
    Shared { provider: "agent.buildkite.com", key: "agent.buildkite.com:sub" },
    Shared { provider: "api.pulumi.com/oidc", key: "api.pulumi.com/oidc:aud" },
    Shared { provider: "app.terraform.io", key: "app.terraform.io:sub" },
    Shared { provider: "cognito-identity.amazonaws.com", key: "cognito-identity.amazonaws.com:aud" },
    Shared { provider: "gitlab.com", key: "gitlab.com:sub" },
    Shared {
        provider: "oidc-configuration.audit-log.githubusercontent.com",
        key: "oidc-configuration.audit-log.githubusercontent.com:sub",
    },
    Shared { provider: "oidc.codefresh.io", key: "oidc.codefresh.io:sub" },
    Shared { provider: "oidc.vercel.com", key: "oidc.vercel.com:aud" },
    Shared { provider: "proidc.upbound.io", key: "proidc.upbound.io:sub" },
    Shared { provider: "sandboxes.cloud", key: "sandboxes.cloud:aud" },
    Shared { provider: "scalr.io", key: "scalr.io:sub" },
    Shared { provider: "sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d", key: "sts:RoleSessionName" },
    Shared { provider: "studio.datachain.ai/api", key: "studio.datachain.ai/api:sub" },
    Shared {
        provider: "token.actions.githubusercontent.com",
        key: "token.actions.githubusercontent.com:sub",
    },
    Shared { provider: "tokens.cloud.shisho.dev", key: "tokens.cloud.shisho.dev:sub" },
    Shared {
        provider: "vstoken.actions.githubusercontent.com",
        key: "vstoken.actions.githubusercontent.com:sub",
    },
];

/// Lets a trust policy pass, which was validated, if it tells the tenants apart of every shared provider that it trusts.
///
/// # Errors
/// `MalformedPolicyDocument` (400).
pub(super) fn demand_controls(text: &str) -> Result<(), ServiceError> {
    let Ok(document) = Document::parse(text) else { return Ok(()) };
    match document.statements.items.iter().find_map(uncontrolled) {
        None => Ok(()),
        Some(Shared { provider, key }) => {
            let message = format!(
                "The trust policy must evaluate the condition key {key} for the shared OpenID Connect provider {provider}"
            );
            Err(ErrorCode::MalformedPolicyDocument.with(message))
        }
    }
}

/// The shared provider that a statement trusts whoever of its tenants asks.
fn uncontrolled(statement: &Statement<'_>) -> Option<&'static Shared> {
    let allows = statement.effect.as_ref().is_some_and(|effect| effect.as_str() == "Allow");
    let principals = statement.principal.as_ref().filter(|element| allows && !element.negated)?;
    let federated =
        principals.iter().filter(|(kind, _)| kind.is_some_and(|kind| kind.as_str() == "Federated"));
    let mut shared = federated.filter_map(|(_, principal)| {
        let name =
            principal.as_str().split_once(":oidc-provider/").map_or(principal.as_str(), |(_, url)| url);
        SHARED.iter().find(|shared| shared.provider == name)
    });
    shared.find(|shared| !asks_for(statement, shared.key))
}

/// Whether a statement has a condition on this key.
fn asks_for(statement: &Statement<'_>, key: &str) -> bool {
    let blocks = statement.condition.iter().flat_map(|condition| &condition.blocks);
    blocks.flat_map(|block| &block.keys).any(|asked| asked.key.as_str().eq_ignore_ascii_case(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GITHUB: &str = "arn:aws:iam::000000000000:oidc-provider/token.actions.githubusercontent.com";

    /// What is said of a statement with this effect, principal and condition.
    fn said(effect: &str, principal: &str, condition: &str) -> Option<String> {
        let text = format!(
            r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"{effect}","Principal":{{"Federated":["{principal}"]}},
                "Action":"sts:AssumeRoleWithWebIdentity","Condition":{condition}}}]}}"#
        );
        demand_controls(&text).err().map(|error| error.to_string())
    }

    #[test]
    fn who_trusts_a_shared_provider_says_whose_tokens() {
        let github = "token.actions.githubusercontent.com";
        for nothing in ["{}", &format!(r#"{{"StringEquals":{{"{github}:aud":"sts.amazonaws.com"}}}}"#)] {
            assert_eq!(
                said("Allow", GITHUB, nothing).unwrap(),
                "MalformedPolicyDocument (400): The trust policy must evaluate the condition key \
                 token.actions.githubusercontent.com:sub for the shared OpenID Connect provider \
                 token.actions.githubusercontent.com"
            );
            assert_eq!(said("Deny", GITHUB, nothing), None);
        }
        for key in ["sub", "SUB"] {
            let condition = format!(r#"{{"StringLike":{{"{github}:{key}":"repo:example/*"}}}}"#);
            assert_eq!(said("Allow", GITHUB, &condition), None);
        }
        let other = "arn:aws:iam::000000000000:oidc-provider/token.actions.githubusercontent.com/example";
        assert_eq!(said("Allow", other, "{}"), None, "one of an enterprise by itself");
    }

    #[test]
    fn every_one_has_a_control() {
        for Shared { provider, key } in SHARED {
            for principal in
                [provider.to_owned(), format!("arn:aws:iam::000000000000:oidc-provider/{provider}")]
            {
                assert!(
                    said("Allow", &principal, "{}").is_some_and(|said| said.contains(key)),
                    "{principal}"
                );
                let condition = format!(r#"{{"StringEquals":{{"{key}":"mine"}}}}"#);
                assert_eq!(said("Allow", &principal, &condition), None, "{principal}");
            }
        }
    }
}
