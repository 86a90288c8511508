//! What identity providers say of their users.

use data_encoding::BASE64;

/// Reads bytes as a web identity token and, after a line break, the key set of its issuer.
///
/// # Panics
/// If a token without a signature verifies.
pub fn jwt(bytes: &[u8]) {
    let Some(text) = crate::text(bytes) else { return };
    let (token, key_set) = text.split_once('\n').unwrap_or((text, "{\"keys\":[]}"));
    awsim_sts::fuzzing::web_identity(token, key_set);
}

/// Reads bytes as a SAML response.
///
/// # Panics
/// If a response is believed that nobody has signed.
pub fn saml(bytes: &[u8]) {
    awsim_sts::fuzzing::saml(&BASE64.encode(bytes));
}
