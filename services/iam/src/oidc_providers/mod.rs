//! OpenID Connect providers: issuers of web identity tokens that roles of the account can trust.

mod client_ids;
mod create;
mod delete;
mod read;
mod thumbprints;
mod url;

#[cfg(test)]
mod tests;
