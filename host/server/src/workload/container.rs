//! The endpoint that containers get their credentials from.
//!
//! Source: "Container credential provider" in the AWS SDKs and Tools Reference Guide.

use serde::Serialize;

use crate::core::Core;
use crate::incoming::Incoming;

/// Credentials as the providers of all SDKs read them.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct ContainerCredentials {
    role_arn: String,
    access_key_id: String,
    secret_access_key: String,
    token: String,
    expiration: String,
}

/// Why a container gets no credentials.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// The configuration names no role for containers.
    Off,
    /// The header `Authorization` does not hold the token of the configuration.
    WrongToken,
    /// The role cannot be assumed, as this says.
    NotAssumable(String),
}

/// The credentials for whoever asks with the right token.
///
/// # Errors
/// [`Refused`].
pub(crate) fn credentials(
    core: &Core,
    incoming: &Incoming,
    request_id: &str,
) -> Result<ContainerCredentials, Refused> {
    let role = core.workloads.container.as_ref().ok_or(Refused::Off)?;
    let given = incoming.headers.get(http::header::AUTHORIZATION).map_or(&b""[..], |value| value.as_bytes());
    let expected = &core.config.container_credentials.authorization_token;
    if !same(given, expected.as_bytes()) {
        return Err(Refused::WrongToken);
    }
    let issued = role.credentials(core, request_id).map_err(|error| Refused::NotAssumable(error.message))?;
    Ok(ContainerCredentials {
        role_arn: role.arn.to_string(),
        access_key_id: issued.credentials.access_key_id,
        secret_access_key: issued.credentials.secret_access_key,
        token: issued.credentials.session_token,
        expiration: issued.credentials.expiration.to_string(),
    })
}

/// Whether two texts are equal, in a time that does not tell where they differ.
fn same(one: &[u8], other: &[u8]) -> bool {
    let differences = one.iter().zip(other).fold(0, |differences, (one, other)| differences | (one ^ other));
    one.len() == other.len() && differences == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_equal_texts_are_the_same() {
        assert!(same(b"token", b"token"));
        for other in [&b"tokem"[..], b"toke", b"tokens", b""] {
            assert!(!same(b"token", other), "{other:?}");
        }
    }
}
