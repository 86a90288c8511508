//! What the parsers of outside bytes are fuzzed with: a function for each, which takes any bytes and panics if something is
//! wrong. The package beside this one makes programs of libFuzzer of them; a test of this one runs each on its seeds, and on
//! what little changes make of them.
//!
//! | target | bytes of |
//! |---|---|
//! | `request` | whole requests, to a host with every service and the admin interface |
//! | `sigv4` | signatures, in headers and in presigned URLs, and bodies in chunks |
//! | `session_token` | session tokens, and what is sealed in them |
//! | `form`, `json`, `rest`, `cbor` | the input of operations, in each kind of protocol |
//! | `policy`, `evaluation` | policies, and requests that they are evaluated for |
//! | `management_policy` | the policies of an organization that are merged |
//! | `jwt`, `saml` | what federation believes: web identity tokens with key sets, SAML responses |
//! | `saml_metadata`, `key_material` | what is uploaded of keys: metadata documents, certificates, private and public keys |
//! | `account_details`, `state` | imports: of real accounts, and of exported states |
//! | `api_model`, `config` | what a configuration is made of |

mod cbor;
mod evaluation;
mod federation;
mod files;
mod input;
mod management_policy;
mod policy;
mod request;
mod rest;
mod session_token;
mod sigv4;
mod wire;

pub use cbor::cbor;
pub use evaluation::evaluation;
pub use federation::{jwt, saml};
pub use files::{account_details, api_model, config, key_material, saml_metadata, state};
pub use input::{form, json};
pub use management_policy::management_policy;
pub use policy::policy;
pub use request::request;
pub use rest::rest;
pub use session_token::session_token;
pub use sigv4::sigv4;

/// A function with its name: that of a program, and of a directory of seeds.
pub type Target = (&'static str, fn(&[u8]));

macro_rules! targets {
    ($($name:ident),* $(,)?) => {
        /// All targets.
        pub const TARGETS: &[Target] = &[$((stringify!($name), $name)),*];
    };
}

targets! {
    account_details, api_model, cbor, config, evaluation, form, json, jwt, key_material, management_policy, policy,
    request, rest, saml, saml_metadata, session_token, sigv4, state,
}

/// The bytes as text, if they are any.
fn text(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok()
}
