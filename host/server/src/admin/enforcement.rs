//! What enforcement there is, and what there is not: nobody is to believe in one that is off, or to think it complete.

use crate::config::{Config, EnforcementMode};
use crate::services::Services;

/// What AWS would refuse and this host does not, as it is configured.
pub(super) fn not_enforced(config: &Config) -> Vec<&'static str> {
    let decisions = match config.iam_enforce {
        EnforcementMode::On => None,
        EnforcementMode::Off => Some("Policies are not evaluated: every caller may do everything."),
        EnforcementMode::Audit => {
            Some("Policies are evaluated and the decisions recorded, but everything is let through.")
        }
    };
    let signatures = (!config.verifies_signatures()).then_some(
        "Signatures are not verified: a request is believed whatever secret key it was signed with.",
    );
    let tokens = (config.web_identity.unsigned_tokens)
        .then_some("Web identity tokens are believed that nobody signed.");
    decisions.into_iter().chain(signatures).chain(tokens).collect()
}

/// Where the evaluation of policies ends, as the host is configured and the services say.
pub(super) fn not_covered(config: &Config, services: &Services) -> Vec<String> {
    if config.iam_enforce == EnforcementMode::Off {
        return Vec::new();
    }
    let whom = if config.admin_remote { "everybody who reaches it" } else { "every program on this machine" };
    let mut gaps = vec![
        "There are no VPC endpoints: no policies of them, and never a key such as aws:SourceVpce.".to_owned(),
        "No service calls another for somebody: aws:CalledVia is never there.".to_owned(),
        format!("The admin interface under /_awsim/ asks {whom} for no credentials."),
    ];
    let delay = config.enforcement.propagation_delay;
    if !delay.is_zero() {
        gaps.push(format!("Changes of policies are felt after {delay:?}: enforcement.propagation_delay."));
    }
    let of_services = services.iter().flat_map(|service| {
        let name = service.model.signing_name;
        service.plugin.not_covered().iter().map(move |gap| format!("{name}: {gap}"))
    });
    gaps.extend(of_services);
    gaps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::SignatureMode;

    #[test]
    fn nobody_can_believe_in_an_enforcement_that_is_not_there() {
        let told = |iam_enforce, verify_sigv4| {
            not_enforced(&Config { iam_enforce, verify_sigv4, ..Config::ephemeral() }).join(" ")
        };
        let nothing = told(EnforcementMode::Off, SignatureMode::Auto);
        assert!(
            nothing.contains("Policies are not evaluated") && nothing.contains("Signatures are not verified")
        );
        assert!(!told(EnforcementMode::Off, SignatureMode::On).contains("Signatures"));
        assert!(told(EnforcementMode::Off, SignatureMode::On).contains("Policies"));
        assert!(!told(EnforcementMode::Audit, SignatureMode::Off).is_empty());
        assert_eq!(told(EnforcementMode::On, SignatureMode::Auto), "");
    }

    #[test]
    fn believing_unsigned_tokens_is_told() {
        let mut config = Config::ephemeral();
        assert!(!not_enforced(&config).join(" ").contains("nobody signed"));
        config.web_identity.unsigned_tokens = true;
        assert!(not_enforced(&config).join(" ").contains("nobody signed"));
    }

    #[test]
    fn where_enforcement_ends_is_told_while_there_is_one() {
        let services = Services::new(Vec::new());
        let told = |config: &Config| not_covered(config, &services).join(" ");
        let mut config = Config::ephemeral();
        assert_eq!(told(&config), "");
        config.iam_enforce = EnforcementMode::On;
        assert!(
            told(&config).contains("every program on this machine") && !told(&config).contains("felt after")
        );
        config.enforcement.propagation_delay = std::time::Duration::from_secs(2);
        config.admin_remote = true;
        assert!(
            told(&config).contains("everybody who reaches it") && told(&config).contains("felt after 2s")
        );
    }
}
