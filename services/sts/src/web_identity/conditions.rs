//! Condition keys of a web identity: `PROVIDER:aud`, `PROVIDER:sub`, and what else AWS reads from tokens ("Available keys
//! for AWS OIDC federation", IAM User Guide).

use super::verification::Verified;

/// Claims of providers that only they have, with the condition keys of the same names.
const OF_PROVIDERS: [(&str, &[&str]); 3] = [
    (
        "token.actions.githubusercontent.com",
        &[
            "actor",
            "actor_id",
            "enterprise_id",
            "environment",
            "job_workflow_ref",
            "ref",
            "repository",
            "repository_id",
            "workflow",
        ],
    ),
    ("accounts.google.com", &["email", "google/organization_number"]),
    ("oidc.circleci.com", &["oidc.circleci.com/project-id"]),
];

/// What a trust policy can ask about the bearer of a token.
pub(super) fn of_trust(verified: &Verified) -> Vec<(String, Vec<String>)> {
    let own = OF_PROVIDERS
        .iter()
        .filter(|(provider, _)| verified.provider.prefix.starts_with(provider))
        .flat_map(|(_, names)| names.iter().copied());
    let claims = &verified.claims;
    let azp = claims.azp.clone().map(|azp| ("azp", vec![azp]));
    let others = own.filter_map(|name| Some((name, claims.others.get(name)?.values()?)));
    keys(verified, lasting(verified).into_iter().chain(azp).chain(others))
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
