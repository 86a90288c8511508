//! OpenID Connect providers: issuers of web identity tokens that roles of the account can trust.

mod client_ids;
mod create;
mod delete;
mod read;
mod thumbprints;
mod url;

#[cfg(test)]
mod tests;

/// Whether a text can be the name of a provider: its URL without `https://`.
pub(crate) fn is_name(name: &str) -> bool {
    url::without_scheme(&format!("https://{name}")).is_ok()
}
