//! What a token says, and whether it says it now.

use std::collections::BTreeMap;

use awsim_plugin::caller::SessionTag;
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::federated;
use crate::generated::{ErrorCode, Tag};
use crate::session::tags;

/// How far the clocks of issuers may be off, in seconds: "IAM provides a five-minute window beyond the expiration time
/// specified in the JWT to account for clock skew" ("OIDC federation", IAM User Guide).
const SKEW: i64 = 300;

/// The longest subject that an answer can tell.
const LONGEST_SUBJECT: usize = 255;

const TAGS: &str = "https://aws.amazon.com/tags";
const SOURCE_IDENTITY: &str = "https://aws.amazon.com/source_identity";

/// The claims of a token.
#[derive(Debug, Deserialize)]
pub(super) struct Claims {
    /// Who issued it.
    pub(super) iss: String,
    /// Whom it is of.
    pub(super) sub: String,
    /// Whom it is for.
    pub(super) aud: Texts,
    /// Who asked for it, if not the audience.
    #[serde(default)]
    pub(super) azp: Option<String>,
    /// When it expires, in seconds; "Timestamps in the token must be formatted as either an integer or a long integer."
    exp: i64,
    #[serde(default)]
    nbf: Option<i64>,
    iat: i64,
    /// Everything else.
    #[serde(flatten)]
    pub(super) others: BTreeMap<String, Claim>,
}

/// One text or several.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Texts {
    One(String),
    Many(Vec<String>),
}

impl Texts {
    pub(super) fn as_slice(&self) -> &[String] {
        match self {
            Self::One(text) => std::slice::from_ref(text),
            Self::Many(texts) => texts,
        }
    }
}

/// A claim that not every token has.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Claim {
    Texts(Texts),
    Number(i64),
    Boolean(bool),
    SessionTags(SessionTags),
    Other(IgnoredAny),
}

impl Claim {
    /// The values that a condition key can have from it.
    pub(super) fn values(&self) -> Option<Vec<String>> {
        match self {
            Self::Texts(texts) => Some(texts.as_slice().to_vec()),
            Self::Number(number) => Some(vec![number.to_string()]),
            Self::Boolean(value) => Some(vec![value.to_string()]),
            Self::SessionTags(_) | Self::Other(_) => None,
        }
    }
}

/// The claim with the session tags ("Passing session tags using AssumeRoleWithWebIdentity", IAM User Guide).
#[derive(Debug, Deserialize)]
pub(super) struct SessionTags {
    principal_tags: BTreeMap<String, Texts>,
    #[serde(default)]
    transitive_tag_keys: Vec<String>,
}

impl Claims {
    /// Reads the claims.
    ///
    /// # Errors
    /// `InvalidIdentityToken` (400) if one is missing or is not what it should be.
    pub(super) fn parse(payload: &[u8]) -> Result<Self, ServiceError> {
        let claims: Self = serde_json::from_slice(payload).map_err(|error| {
            let reason = error.to_string();
            let missing = ["iss", "sub", "aud", "exp", "iat"];
            match missing.iter().find(|name| reason.contains(&format!("missing field `{name}`"))) {
                Some(name) => {
                    ErrorCode::InvalidIdentityToken.with(format!("Missing a required claim: {name}"))
                }
                None => super::verification::not_a_token(),
            }
        })?;
        if claims.sub.is_empty() || claims.sub.chars().count() > LONGEST_SUBJECT {
            return Err(ErrorCode::InvalidIdentityToken.with("Invalid subject claim"));
        }
        Ok(claims)
    }

    /// Checks that the token is valid now.
    ///
    /// # Errors
    /// `ExpiredTokenException` (400) if it is not any more, `InvalidIdentityToken` (400) if it is not yet.
    pub(super) fn check_time(&self, now: Timestamp) -> Result<(), ServiceError> {
        let now = now.seconds();
        if now >= self.exp.saturating_add(SKEW) {
            return Err(ErrorCode::ExpiredToken.with(format!(
                "Token expired: current date/time {now} must be before the expiration date/time {}",
                self.exp
            )));
        }
        for start in [Some(self.iat), self.nbf].into_iter().flatten() {
            if start > now.saturating_add(SKEW) {
                return Err(ErrorCode::InvalidIdentityToken
                    .with(format!("Token is not valid yet: current date/time {now} must be after {start}")));
            }
        }
        Ok(())
    }

    /// The tags of the session.
    ///
    /// # Errors
    /// `IDPRejectedClaim` (403) if they are not as session tags must be.
    pub(super) fn session_tags(&self) -> Result<Vec<SessionTag>, ServiceError> {
        let mut requested: Vec<(&str, &Texts)> = Vec::new();
        let mut transitive = Vec::new();
        match self.others.get(TAGS) {
            None => {}
            Some(Claim::SessionTags(tags)) => {
                requested.extend(tags.principal_tags.iter().map(|(key, value)| (key.as_str(), value)));
                transitive.extend_from_slice(&tags.transitive_tag_keys);
            }
            Some(_) => return Err(rejected(format!("The claim {TAGS} has no principal_tags"))),
        }
        // The same with a claim for each tag, for providers that cannot nest.
        for (name, claim) in &self.others {
            let Some(member) = name.strip_prefix(TAGS).and_then(|rest| rest.strip_prefix('/')) else {
                continue;
            };
            match (member.strip_prefix("principal_tags/"), claim) {
                (Some(key), Claim::Texts(texts)) => requested.push((key, texts)),
                (None, Claim::Texts(texts)) if member == "transitive_tag_keys" => {
                    transitive.extend_from_slice(texts.as_slice());
                }
                _ => return Err(rejected(format!("The claim {name} is not understood"))),
            }
        }
        let requested: Vec<Tag> = requested
            .into_iter()
            .map(|(key, values)| match values.as_slice() {
                [value] => Ok(Tag { key: key.to_owned(), value: value.clone() }),
                _ => Err(rejected(format!("The session tag {key} must have exactly one value"))),
            })
            .collect::<Result<_, _>>()?;
        federated::check_tags(&requested, &transitive).map_err(rejected)?;
        tags::of_session(None, &requested, &transitive).map_err(|error| rejected(error.message))
    }

    /// The source identity of the session.
    ///
    /// # Errors
    /// `IDPRejectedClaim` (403) if it is not as a source identity must be.
    pub(super) fn source_identity(&self) -> Result<Option<String>, ServiceError> {
        match self.others.get(SOURCE_IDENTITY) {
            None => Ok(None),
            Some(Claim::Texts(Texts::One(identity))) if federated::is_source_identity(identity) => {
                Ok(Some(identity.clone()))
            }
            Some(_) => Err(rejected(format!("The claim {SOURCE_IDENTITY} is no valid source identity"))),
        }
    }
}

fn rejected(reason: impl Into<String>) -> ServiceError {
    ErrorCode::IDPRejectedClaim.with(reason)
}
