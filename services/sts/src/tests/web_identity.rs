use data_encoding::BASE64URL_NOPAD;

use super::host::ISSUER;
use super::*;
use crate::generated::operations::AssumeRoleWithWebIdentity;
use crate::generated::{AssumeRoleWithWebIdentityRequest, AssumeRoleWithWebIdentityResponse};

/// Asks for the role with a token that nobody signed.
fn assume(host: &FakeHost) -> Result<AssumeRoleWithWebIdentityResponse, ServiceError> {
    let now = now().seconds();
    let claims =
        format!(r#"{{"iss":"https://{ISSUER}","sub":"s","aud":"app","iat":{now},"exp":{}}}"#, now + 60);
    let base64 = |text: &str| BASE64URL_NOPAD.encode(text.as_bytes());
    let request = AssumeRoleWithWebIdentityRequest {
        role_arn: "arn:aws:iam::000000000000:role/app".to_owned(),
        role_session_name: "session".to_owned(),
        web_identity_token: format!("{}.{}.", base64(r#"{"alg":"none"}"#), base64(&claims)),
        ..Default::default()
    };
    call_async::<AssumeRoleWithWebIdentity>(host, &root(), request)
}

#[test]
fn a_provider_that_is_gone_by_the_time_its_keys_are_here_is_trusted_no_more() {
    let answer = assume(&FakeHost::default()).unwrap();
    assert_eq!(answer.provider.as_deref(), Some("https://issuer.example"));
    check_error(
        assume(&FakeHost::overtaken()),
        "InvalidIdentityToken",
        400,
        "No OpenIDConnect provider found in your account for https://issuer.example",
    );
}
