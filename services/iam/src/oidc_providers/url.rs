//! URLs of OpenID Connect providers.

use awsim_plugin::error::ServiceError;

/// The URL without its `https://`, which is the provider's name.
///
/// "The URL must begin with https:// … path components are allowed but query parameters are not" (`CreateOpenIDConnectProvider`
/// in the API reference). A port *should* not be there; it is let through, as issuers on one's own machine have one.
///
/// # Errors
/// `ValidationError` (400).
pub(super) fn without_scheme(url: &str) -> Result<&str, ServiceError> {
    let name = url.strip_prefix("https://").unwrap_or_default();
    let host = name.split('/').next().unwrap_or_default();
    let is_host = !host.is_empty()
        && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b':' | b'_'));
    let is_path =
        name.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'?' | b'#' | b'@' | b'\\'));
    if is_host && is_path {
        Ok(name)
    } else {
        Err(ServiceError::validation("Invalid Open ID Connect Provider URL"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn https_a_host_and_a_path() {
        for (url, name) in [
            ("https://server.example.org", "server.example.org"),
            ("https://oidc.eks.us-east-1.amazonaws.com/id/ABC", "oidc.eks.us-east-1.amazonaws.com/id/ABC"),
            ("https://tenant.example.com/", "tenant.example.com/"),
            ("https://localhost:8443/realms/a", "localhost:8443/realms/a"),
        ] {
            assert_eq!(without_scheme(url), Ok(name));
        }
        for url in [
            "http://server.example.org",
            "server.example.org",
            "https://",
            "https:///path",
            "https://a?b=c",
            "https://a/b#c",
            "https://user@a",
            "https://a b",
            "HTTPS://a",
        ] {
            let error = without_scheme(url).unwrap_err().to_string();
            assert_eq!(error, "ValidationError (400): Invalid Open ID Connect Provider URL", "{url}");
        }
    }
}
