//! Condition keys of a web identity: `PROVIDER:aud`, `PROVIDER:sub`, and what else AWS reads from tokens ("Available keys
//! for AWS OIDC federation", IAM User Guide). Of some providers it reads claims that only they have; which, the Service
//! Authorization Reference lists.

use awsim_policy::catalogue;

use super::verification::Verified;

/// Claims with condition keys that mean something else than the claim of that name, or are told of every provider.
const COMMON: [&str; 2] = ["amr", "oaud"];

/// A claim that the guide has and the reference has forgotten.
const FORGOTTEN: &str = "accounts.google.com:email";

/// What a trust policy can ask about the bearer of a token.
pub(super) fn of_trust(verified: &Verified) -> Vec<(String, Vec<String>)> {
    let (claims, provider) = (&verified.claims, &verified.provider.prefix);
    let azp = claims.azp.clone().map(|azp| ("azp", vec![azp]));
    let own = claims.others.iter().filter(|(name, _)| is_of_provider(provider, name));
    let own = own.filter_map(|(name, claim)| Some((name.as_str(), claim.values()?)));
    keys(verified, lasting(verified).into_iter().chain(azp).chain(own))
}

/// Whether a claim has a condition key because of the provider.
fn is_of_provider(provider: &str, claim: &str) -> bool {
    if COMMON.contains(&claim) {
        return false;
    }
    let key = format!("{provider}:{claim}");
    key == FORGOTTEN || catalogue::service("sts").is_some_and(|sts| sts.condition_key(&key).is_some())
}

/// What policies can ask about the session later on.
pub(super) fn of_session(verified: &Verified) -> Vec<(String, Vec<String>)> {
    keys(verified, lasting(verified))
}

fn keys<'n>(
    verified: &Verified,
    values: impl IntoIterator<Item = (&'n str, Vec<String>)>,
) -> Vec<(String, Vec<String>)> {
    let prefix = &verified.provider.prefix;
    values.into_iter().map(|(name, values)| (format!("{prefix}:{name}"), values)).collect()
}

fn lasting(verified: &Verified) -> Vec<(&'static str, Vec<String>)> {
    let claims = &verified.claims;
    let mut keys = vec![("aud", vec![verified.audience.clone()]), ("sub", vec![claims.sub.clone()])];
    // The audience of a token that somebody else asked for.
    if claims.azp.is_some() {
        keys.push(("oaud", claims.aud.as_slice().to_vec()));
    }
    if let Some(values) = claims.others.get("amr").and_then(|claim| claim.values()) {
        keys.push(("amr", values));
    }
    keys
}
