//! What a token for other services says ("Understanding token claims" of outbound identity federation, IAM User Guide).

use std::collections::BTreeMap;

use awsim_plugin::access::is_same_key;
use awsim_plugin::caller::{Principal, SessionTag};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::View;
use data_encoding::HEXLOWER;
use serde::Serialize;

use crate::generated::ErrorCode;

/// The most bytes of a payload. AWS does not tell its limit; with this one a token is never longer than
/// `AssumeRoleWithWebIdentity` takes it, 20,000 characters.
const MOST_BYTES: usize = 14_000;

/// What a token is asked for with.
pub(super) struct Asked<'a> {
    /// For whom.
    pub(super) audience: &'a [String],
    /// With which tags.
    pub(super) tags: &'a [SessionTag],
    /// From when.
    pub(super) issued_at: Timestamp,
    /// Until when.
    pub(super) expiration: Timestamp,
}

/// The claims.
#[derive(Serialize)]
struct Claims<'a> {
    iss: &'a str,
    sub: String,
    aud: Audience<'a>,
    iat: i64,
    nbf: i64,
    exp: i64,
    jti: String,
    #[serde(rename = "https://sts.amazonaws.com/")]
    sts: StsClaims<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Audience<'a> {
    One(&'a str),
    Many(&'a [String]),
}

/// The claims that only AWS has.
#[derive(Serialize)]
struct StsClaims<'a> {
    aws_account: String,
    principal_id: String,
    source_region: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    original_session_exp: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_identity: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    federated_provider: Option<&'a str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    principal_tags: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    request_tags: BTreeMap<&'a str, &'a str>,
}

/// The claims in JSON.
///
/// # Errors
/// `JWTPayloadSizeExceededException` (400) if there are too many of them.
pub(super) fn written(
    cx: &Context<'_>,
    state: &View,
    issuer: &str,
    asked: &Asked<'_>,
) -> Result<Vec<u8>, ServiceError> {
    let mut token_id = [0; 16];
    aws_lc_rs::rand::fill(&mut token_id)
        .map_err(|error| ServiceError::failure(format!("no random numbers are to be had: {error}")))?;
    let principal = principal_arn(cx);
    let session = cx.caller.session.as_deref();
    let claims = Claims {
        iss: issuer,
        sub: principal.clone(),
        aud: match asked.audience {
            [one] => Audience::One(one),
            many => Audience::Many(many),
        },
        iat: asked.issued_at.seconds(),
        nbf: asked.issued_at.seconds(),
        exp: asked.expiration.seconds(),
        jti: HEXLOWER.encode(&token_id),
        sts: StsClaims {
            aws_account: cx.account().to_string(),
            principal_id: principal,
            source_region: cx.region,
            original_session_exp: session.map(|session| session.expires_at.to_string()),
            source_identity: session.and_then(|session| session.source_identity.as_deref()),
            federated_provider: session.and_then(|session| session.federated_provider.as_deref()),
            principal_tags: principal_tags(cx, state),
            request_tags: asked.tags.iter().map(|tag| (&*tag.key, &*tag.value)).collect(),
        },
    };
    let written = serde_json::to_vec(&claims)
        .map_err(|error| ServiceError::failure(format!("the token cannot be written: {error}")))?;
    if written.len() > MOST_BYTES {
        return Err(ErrorCode::JWTPayloadSizeExceeded.with(format!(
            "The requested token payload size exceeds the maximum allowed size of {MOST_BYTES} bytes."
        )));
    }
    Ok(written)
}

/// The ARN of the caller as policies know it: of the role, for a session.
fn principal_arn(cx: &Context<'_>) -> String {
    match &cx.caller.principal {
        Principal::RoleSession { role_name, role_path, .. } => {
            cx.arn("iam", "", cx.account(), format_args!("role{role_path}{role_name}"))
        }
        _ => cx.caller.arn(cx.partition),
    }
}

/// The tags of the caller: those of the session override those of the user or role.
fn principal_tags(cx: &Context<'_>, state: &View) -> BTreeMap<String, String> {
    let directory = cx.host.identity_directory();
    let mut tags: BTreeMap<String, String> = directory
        .map(|directory| directory.principal_tags(state, cx.caller))
        .unwrap_or_default()
        .into_iter()
        .collect();
    for tag in cx.caller.session.iter().flat_map(|session| &session.tags) {
        tags.retain(|key, _| !is_same_key(key, &tag.key));
        tags.insert(tag.key.clone(), tag.value.clone());
    }
    tags
}
