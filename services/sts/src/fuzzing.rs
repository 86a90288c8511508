//! What fuzz targets read: tokens and responses as they come from anybody, without a host around them.

/// Reads a web identity token as `AssumeRoleWithWebIdentity` does, and verifies it with a key set.
pub fn web_identity(token: &str, key_set: &str) {
    crate::web_identity::read_anything(token, key_set);
}

/// Reads a SAML response, in base64, as `AssumeRoleWithSAML` does.
#[cfg(feature = "saml")]
pub fn saml(response: &str) {
    crate::saml::read_anything(response);
}
