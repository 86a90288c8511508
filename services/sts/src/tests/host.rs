//! A host with one user and a few roles, which remembers the sessions that it was asked for.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use awsim_plugin::access::{Asking, Check};
use awsim_plugin::account::AccountId;
use awsim_plugin::caller::{Caller, Principal, Session};
use awsim_plugin::context::{Context, Host};
use awsim_plugin::directory::{
    AccessKeyRecord, Guardrails, IdentityDirectory, IdentityPolicies, MfaRefusal, PolicyDocument,
    ResourcePolicies, RoleRecord,
};
use awsim_plugin::error::ServiceError;
use awsim_plugin::federation::{
    AssertedContext, AssertionRefusal, Freshness, IdentityProviders, IssuerKeys, KeysError,
    OidcProviderRecord, OutboundIssuer, SamlProviderRecord,
};
use awsim_plugin::session::{SessionIssuer, TemporaryCredentials};
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Store, Transaction, View, Work};

/// The one context provider.
pub(super) const IDENTITY_CENTER: &str = "arn:aws:iam::aws:contextProvider/IdentityCenter";

/// The URL of the one OpenID Connect provider.
pub(super) const ISSUER: &str = "issuer.example";

awsim_plugin::collection! {
    /// The names of roles that have been deleted and made again.
    static MADE_AGAIN: Collection<String, bool> = "sts-tests"/"made-again" version 1;
}
awsim_plugin::collection! {
    /// The URLs of OpenID Connect providers that have been deleted.
    static DELETED: Collection<String, bool> = "sts-tests"/"deleted" version 1;
}

#[derive(Default)]
pub(super) struct FakeHost {
    pub(super) enforcing: bool,
    /// Whether the role `app` has been made again since requests were decided, and the provider deleted.
    overtaken: bool,
    issued: Mutex<Vec<(AccountId, Principal, Session)>>,
}

impl FakeHost {
    pub(super) fn enforcing() -> Self {
        Self { enforcing: true, ..Self::default() }
    }

    pub(super) fn overtaken() -> Self {
        Self { overtaken: true, ..Self::default() }
    }

    /// The session that was issued last.
    pub(super) fn issued(&self) -> (AccountId, Principal, Session) {
        self.issued.lock().unwrap().last().cloned().unwrap()
    }
}

impl Host for FakeHost {
    fn identity_directory(&self) -> Option<&dyn IdentityDirectory> {
        Some(&Directory)
    }

    fn guardrails(&self) -> Option<&dyn Guardrails> {
        None
    }

    fn resource_policies(&self, _service: &str) -> Option<&dyn ResourcePolicies> {
        None
    }

    fn identity_providers(&self) -> Option<&dyn IdentityProviders> {
        Some(&Directory)
    }

    fn issuer_keys(&self) -> Option<&dyn IssuerKeys> {
        Some(&Directory)
    }

    fn sessions(&self) -> &dyn SessionIssuer {
        self
    }

    /// Has issued one message for each account.
    fn decode_authorization_message(
        &self,
        account: AccountId,
        message: &str,
        _now: Timestamp,
    ) -> Option<String> {
        (message == format!("of-{account}")).then(|| r#"{"allowed":false}"#.to_owned())
    }

    /// Has sealed one assertion, and another that is expired.
    fn open_context_assertion(
        &self,
        assertion: &str,
        _now: Timestamp,
    ) -> Result<AssertedContext, AssertionRefusal> {
        match assertion {
            "of-ann" => Ok(AssertedContext {
                provider: IDENTITY_CENTER.to_owned(),
                keys: vec![("identitystore:UserId".to_owned(), "ann-1".to_owned())],
            }),
            "of-others" => Ok(AssertedContext { provider: "others".to_owned(), keys: Vec::new() }),
            "expired" => Err(AssertionRefusal::Expired),
            _ => Err(AssertionRefusal::Invalid),
        }
    }

    fn default_account(&self) -> AccountId {
        AccountId::default()
    }

    fn enforcing(&self) -> bool {
        self.enforcing
    }

    fn authorize(
        &self,
        _cx: &Context<'_>,
        _state: &View,
        _asking: Asking<'_>,
        _check: &Check,
    ) -> Result<(), ServiceError> {
        Ok(())
    }
}

impl SessionIssuer for FakeHost {
    fn issue(
        &self,
        account: AccountId,
        principal: &Principal,
        session: &Session,
        minimum_token_size: usize,
    ) -> Result<TemporaryCredentials, ServiceError> {
        self.issued.lock().unwrap().push((account, principal.clone(), session.clone()));
        Ok(TemporaryCredentials {
            access_key_id: "ASIAEXAMPLE".to_owned(),
            secret_access_key: "secret".to_owned(),
            session_token: "t".repeat(minimum_token_size.max(400)),
            expiration: session.expires_at,
        })
    }
}

/// A store that keeps nothing.
#[async_trait]
impl Store for FakeHost {
    fn view(&self) -> Arc<View> {
        let mut state = Transaction::begin(&View::empty());
        if self.overtaken {
            state.insert(&MADE_AGAIN, AccountId::default(), "app".to_owned(), true);
            state.insert(&DELETED, AccountId::default(), ISSUER.to_owned(), true);
        }
        Arc::new(View::clone(&state))
    }

    async fn transact(&self, work: &mut Work<'_>) -> Result<(), ServiceError> {
        work(&mut Transaction::begin(&self.view()))
    }
}

struct Directory;

impl IdentityDirectory for Directory {
    fn access_key(&self, _state: &View, access_key_id: &str) -> Option<AccessKeyRecord> {
        (access_key_id == "AKIAIOSFODNN7EXAMPLE").then(|| AccessKeyRecord {
            account: "111122223333".parse().unwrap(),
            owner: Principal::Root,
            secret: String::new(),
            active: true,
        })
    }

    fn role(&self, state: &View, account: AccountId, name: &str) -> Option<RoleRecord> {
        let (path, max_session_duration) = match (account.number(), name) {
            (0, "app") => ("/", 3600),
            (0, "long") => ("/service/", 43_200),
            (111_122_223_333, "elsewhere") => ("/", 3600),
            _ => return None,
        };
        Some(RoleRecord {
            id: format!(
                "AROA{}{}",
                name.to_uppercase(),
                if state.contains(&MADE_AGAIN, account, name) { "AGAIN" } else { "" }
            ),
            name: name.to_owned(),
            path: path.to_owned(),
            arn: format!("arn:aws:iam::{account}:role{path}{name}"),
            trust_policy: r#"{"Version":"2012-10-17","Statement":[]}"#.into(),
            max_session_duration,
            tags: vec![("Team".to_owned(), "a".to_owned())],
        })
    }

    fn policies(&self, _state: &View, _caller: &Caller) -> IdentityPolicies {
        IdentityPolicies::default()
    }

    fn principal_tags(&self, _state: &View, _caller: &Caller) -> Vec<(String, String)> {
        Vec::new()
    }

    fn managed_policy(&self, _state: &View, _account: AccountId, arn: &str) -> Option<PolicyDocument> {
        (arn == "arn:aws:iam::aws:policy/ReadOnlyAccess")
            .then(|| PolicyDocument { source: arn.to_owned(), text: "{}".into() })
    }

    fn authenticate_mfa(
        &self,
        _state: &mut Transaction,
        _account: AccountId,
        principal: &Principal,
        serial_number: &str,
        code: &str,
        _now: Timestamp,
    ) -> Result<(), MfaRefusal> {
        let is_bob = matches!(principal, Principal::User { name, .. } if name == "bob");
        match (is_bob && serial_number == "arn:aws:iam::000000000000:mfa/bob", code) {
            (false, _) => Err(MfaRefusal::UnknownDevice),
            (true, "123456") => Ok(()),
            (true, _) => Err(MfaRefusal::InvalidCode),
        }
    }
}

impl IdentityProviders for Directory {
    fn oidc_provider(&self, state: &View, account: AccountId, url: &str) -> Option<OidcProviderRecord> {
        (url == ISSUER && !state.contains(&DELETED, account, url)).then(|| OidcProviderRecord {
            arn: format!("arn:aws:iam::{account}:oidc-provider/{url}"),
            url: url.to_owned(),
            client_ids: vec!["app".to_owned()],
        })
    }

    fn saml_provider(&self, _state: &View, _account: AccountId, _name: &str) -> Option<SamlProviderRecord> {
        None
    }

    fn outbound_issuer(&self, _state: &View, _account: AccountId) -> Option<OutboundIssuer> {
        None
    }

    fn account_of_issuer(&self, _state: &View, _issuer_id: &str) -> Option<AccountId> {
        None
    }
}

/// Believes what nobody signed.
#[async_trait]
impl IssuerKeys for Directory {
    async fn keys(&self, _issuer: &str, _freshness: Freshness) -> Result<Arc<str>, KeysError> {
        Err(KeysError::Unreachable("nobody is asked".to_owned()))
    }

    async fn certificate(&self, _issuer: &str) -> Result<Option<Vec<u8>>, KeysError> {
        Ok(None)
    }

    fn allows_plain_http(&self) -> bool {
        false
    }

    fn allows_unsigned(&self) -> bool {
        true
    }
}
