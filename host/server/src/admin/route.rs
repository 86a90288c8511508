//! The paths of the admin interface.

use http::Method;

use super::PREFIX;
use super::answer::Refusal;

/// What can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Endpoint {
    Authority,
    Decisions,
    DecisionStream,
    LeastPrivilege,
    Health,
    Info,
    Metrics,
    Reset,
    Export,
    Import,
    ImportAccount,
    Clock,
    MoveClock,
    Credentials,
    OidcKeys,
    GiveOidcKeys,
    SignIn,
    AssertContext,
}

/// Every endpoint with its method and its path behind the prefix.
const ROUTES: &[(Method, &str, Endpoint)] = &[
    (Method::GET, "/authority", Endpoint::Authority),
    (Method::GET, "/decisions", Endpoint::Decisions),
    (Method::GET, "/decisions/stream", Endpoint::DecisionStream),
    (Method::GET, "/decisions/policy", Endpoint::LeastPrivilege),
    (Method::GET, "/health", Endpoint::Health),
    (Method::GET, "/info", Endpoint::Info),
    (Method::GET, "/metrics", Endpoint::Metrics),
    (Method::POST, "/reset", Endpoint::Reset),
    (Method::GET, "/state", Endpoint::Export),
    (Method::PUT, "/state", Endpoint::Import),
    (Method::PUT, "/authorization-details", Endpoint::ImportAccount),
    (Method::GET, "/clock", Endpoint::Clock),
    (Method::PUT, "/clock", Endpoint::MoveClock),
    (Method::GET, "/credentials", Endpoint::Credentials),
    (Method::GET, "/oidc-keys", Endpoint::OidcKeys),
    (Method::PUT, "/oidc-keys", Endpoint::GiveOidcKeys),
    (Method::POST, "/sign-in", Endpoint::SignIn),
    (Method::POST, "/context-assertions", Endpoint::AssertContext),
];

impl Endpoint {
    /// Whether it may change state.
    pub(super) fn changes_state(self) -> bool {
        use Endpoint::{AssertContext, GiveOidcKeys, Import, ImportAccount, MoveClock, Reset, SignIn};
        matches!(self, Reset | Import | ImportAccount | MoveClock | GiveOidcKeys | SignIn | AssertContext)
    }
}

/// The endpoint for a method and a path.
///
/// # Errors
/// 404 with the paths there are, or 405 with the methods of the path.
pub(super) fn find(method: &Method, path: &str) -> Result<Endpoint, Refusal> {
    let path = path.strip_prefix(PREFIX).unwrap_or(path);
    let path = path.strip_suffix('/').unwrap_or(path);
    // A body is not sent in answer to HEAD; what precedes it is the same.
    let asked = if method == Method::HEAD { &Method::GET } else { method };
    let here: Vec<_> = ROUTES.iter().filter(|(_, known, _)| *known == path).collect();
    if here.is_empty() {
        let known: Vec<_> =
            ROUTES.iter().map(|(method, path, _)| format!("{method} {PREFIX}{path}")).collect();
        return Err(Refusal::new(404, "NotFound", format!("There is: {}.", known.join(", "))));
    }
    match here.iter().find(|(known, ..)| known == asked) {
        Some((.., endpoint)) => Ok(*endpoint),
        None => {
            let allow: Vec<_> = here.iter().map(|(method, ..)| method.as_str()).collect();
            let allow = allow.join(", ");
            Err(Refusal::new(405, "MethodNotAllowed", format!("{PREFIX}{path} takes {allow}."))
                .with_header("allow", allow))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_and_methods_find_their_endpoint() {
        for (method, path, endpoint) in [
            (Method::GET, "/_awsim/health", Endpoint::Health),
            (Method::HEAD, "/_awsim/health", Endpoint::Health),
            (Method::GET, "/_awsim/health/", Endpoint::Health),
            (Method::POST, "/_awsim/reset", Endpoint::Reset),
            (Method::GET, "/_awsim/state", Endpoint::Export),
            (Method::PUT, "/_awsim/state", Endpoint::Import),
        ] {
            assert_eq!(find(&method, path).unwrap(), endpoint, "{method} {path}");
        }
    }

    #[test]
    fn an_unknown_path_lists_the_known_ones() {
        for path in ["/_awsim", "/_awsim/", "/_awsim/helth", "/_awsimhealth", "/_awsim//health"] {
            let refusal = find(&Method::GET, path).unwrap_err();
            assert_eq!(refusal.status, 404, "{path}");
            assert!(refusal.message.contains("POST /_awsim/reset"), "{}", refusal.message);
        }
    }

    #[test]
    fn a_wrong_method_names_the_right_ones() {
        let refusal = find(&Method::GET, "/_awsim/reset").unwrap_err();
        assert_eq!((refusal.status, refusal.message.as_str()), (405, "/_awsim/reset takes POST."));
        let refusal = find(&Method::DELETE, "/_awsim/state").unwrap_err();
        assert_eq!(refusal.headers, [("allow", "GET, PUT".to_owned())]);
    }
}
