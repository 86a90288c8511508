//! What `AssumeRoleWithSAML` and `AssumeRoleWithWebIdentity` ask: their rows are empty, and their handlers ask the host once
//! they know who it is that asks.
//!
//! So the handlers are called, with what providers say that say everything, and by a host that takes down what it is asked.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use awsim_plugin::access::{Access, Asking, Check};
use awsim_plugin::account::AccountId;
use awsim_plugin::caller::Caller;
use awsim_plugin::context::{Context, Host};
use awsim_plugin::directory::{Guardrails, IdentityDirectory, ResourcePolicies};
use awsim_plugin::error::ServiceError;
use awsim_plugin::federation::{
    Freshness, IdentityProviders, IssuerKeys, KeysError, OidcProviderRecord, OutboundIssuer,
    SamlEntityRecord, SamlProviderRecord,
};
use awsim_plugin::handler::BoundOperation;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Store, Transaction, View, Work};
use awsim_policy::catalogue;
use awsim_testing::context;
use data_encoding::BASE64URL_NOPAD;
use serde_json::{Value, json};

use crate::differences::{actions, is_global, supplied};
use crate::sample::Sample;
use crate::world::{ACCOUNT, Rows, Service, World, now};

const WEB_IDENTITY: &str = "AssumeRoleWithWebIdentity";
const SAML: &str = "AssumeRoleWithSAML";

/// What a provider says that says everything, and one that says only what it must; `saml_response.py` makes them.
const RESPONSES: [&str; 2] = [include_str!("saml_response.b64"), include_str!("saml_response_least.b64")];

/// The certificate that they are signed with.
const CERTIFICATE: &str = include_str!("../../../../services/sts/src/saml/testdata/certificate.b64");

/// Providers of access tokens, which are no tokens that say anything.
const OPAQUE: [&str; 2] = ["graph.facebook.com", "www.amazon.com"];

/// A provider of whom the reference says nothing.
const ANY: &str = "sample.example.com";

/// Whether the handler of an operation asks in the place of its row.
pub(crate) fn asks(operation: &BoundOperation) -> bool {
    [WEB_IDENTITY, SAML].contains(&operation.shape.name)
}

/// What the handler of an operation asks, if it is one that does.
pub(crate) fn rows(
    world: &World,
    service: &Service,
    operation: &BoundOperation,
) -> Option<Result<Rows, ServiceError>> {
    let asked = |name, text: &str, full| asked(world, service, operation, full, name, text);
    let both = |full, least: Access| Rows { full, unknown: least.clone(), least };
    let tokens = || {
        let full: Result<Vec<Access>, _> =
            tokens().iter().map(|token| asked("WebIdentityToken", token, false)).collect();
        let least = token(ANY, &json!({"sub": "sample", "aud": "sample"}));
        Ok(both(full?.concat(), asked("WebIdentityToken", &least, false)?))
    };
    let responses = || {
        let [full, least] = RESPONSES;
        Ok(both(asked("SAMLAssertion", full, true)?, asked("SAMLAssertion", least, false)?))
    };
    match operation.shape.name {
        WEB_IDENTITY => Some(tokens()),
        SAML => Some(responses()),
        _ => None,
    }
}

/// Condition keys of the actions that no check supplies, though providers say everything.
pub(crate) fn of_keys(asked: &[Check]) -> Vec<String> {
    let mut differences = Vec::new();
    for action in actions(asked) {
        let of_action = asked.iter().filter(|check| check.action == action.to_string());
        let supplied: BTreeSet<String> = of_action.flat_map(supplied).collect();
        let missing = action.condition_keys().map(|key| key.name);
        let missing = missing.filter(|key| !supplied.contains(*key) && !is_global(key));
        differences.extend(missing.map(|key| format!("{action} never has {key}")));
    }
    differences
}

/// A token of every provider of whose tokens the reference says something, with all of that; the first of them with what
/// makes the session, too.
fn tokens() -> Vec<String> {
    let action = catalogue::action("sts:AssumeRoleWithWebIdentity").unwrap();
    let mut claims: BTreeMap<String, Value> = BTreeMap::new();
    for key in action.condition_keys() {
        let (provider, claim) = key.name.split_once(':').unwrap();
        if provider.contains('.') && !OPAQUE.contains(&provider) {
            claims.entry(filled(provider)).or_insert_with(|| json!({}))[claim] = "sample".into();
        }
    }
    let with_session = json!({
        "https://aws.amazon.com/source_identity": "sample",
        "https://aws.amazon.com/tags": {"principal_tags": {"sample": ["sample"]}, "transitive_tag_keys": ["sample"]},
    });
    let tokens = claims.iter().enumerate().map(|(index, (provider, own))| {
        let common = json!({"sub": "sample", "aud": "other", "azp": "sample", "amr": ["sample", "other"]});
        let session = if index == 0 { with_session.clone() } else { json!({}) };
        // What everybody says counts before what the reference lists.
        token(provider, &merged([own.clone(), common, session]))
    });
    tokens.collect()
}

/// A template of the reference with something in the place of its variables.
fn filled(template: &str) -> String {
    match template.split_once("${") {
        None => template.to_owned(),
        Some((before, variable)) => {
            format!("{before}sample{}", filled(variable.split_once('}').unwrap().1))
        }
    }
}

fn merged<const N: usize>(objects: [Value; N]) -> Value {
    let members = objects.iter().flat_map(|object| object.as_object().unwrap().clone());
    Value::Object(members.collect())
}

/// A token that nobody signed.
fn token(provider: &str, claims: &Value) -> String {
    let time = json!({"iss": format!("https://{provider}"), "iat": now().seconds(), "exp": now().seconds()});
    let part = |value: &Value| BASE64URL_NOPAD.encode(value.to_string().as_bytes());
    format!("{}.{}.", part(&json!({"alg": "none"})), part(&merged([claims.clone(), time])))
}

/// What the handler asks when a member of its input is this text.
fn asked(
    world: &World,
    service: &Service,
    operation: &BoundOperation,
    full: bool,
    name: &'static str,
    text: &str,
) -> Result<Access, ServiceError> {
    let sample = Sample::of(operation.shape.input, full).telling(name, text);
    let input = operation.dispatch.read(&sample, service.model().violations)?;
    let host = Listener { world, heard: Mutex::default() };
    let caller = Caller::anonymous(ACCOUNT);
    let cx = context(&caller, now(), &host);
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let outcome =
        runtime.block_on(operation.dispatch.call(input, &cx, &world.state, &Unchanged(&world.state)));
    let heard = host.heard.into_inner().unwrap();
    // Credentials are not to be had here; that they are asked for says that everything was asked before.
    match outcome.err() {
        Some(error) if heard.is_empty() => Err(error),
        _ => Ok(heard),
    }
}

/// A host that lets everybody in and takes down what it is asked.
struct Listener<'w> {
    world: &'w World,
    heard: Mutex<Vec<Check>>,
}

impl Host for Listener<'_> {
    fn identity_directory(&self) -> Option<&dyn IdentityDirectory> {
        self.world.identity_directory()
    }

    fn guardrails(&self) -> Option<&dyn Guardrails> {
        self.world.guardrails()
    }

    fn resource_policies(&self, _service: &str) -> Option<&dyn ResourcePolicies> {
        None
    }

    fn identity_providers(&self) -> Option<&dyn IdentityProviders> {
        Some(self)
    }

    fn issuer_keys(&self) -> Option<&dyn IssuerKeys> {
        Some(self)
    }

    fn default_account(&self) -> AccountId {
        ACCOUNT
    }

    fn enforcing(&self) -> bool {
        true
    }

    fn authorize(
        &self,
        _: &Context<'_>,
        _: &View,
        asking: Asking<'_>,
        check: &Check,
    ) -> Result<(), ServiceError> {
        assert!(matches!(asking, Asking::Federated { .. }), "{asking:?} asks for {check:?}");
        self.heard.lock().unwrap().push(check.clone());
        Ok(())
    }
}

/// An account that trusts every provider.
impl IdentityProviders for Listener<'_> {
    fn oidc_provider(&self, _: &View, account: AccountId, url: &str) -> Option<OidcProviderRecord> {
        let arn = format!("arn:aws:iam::{account}:oidc-provider/{url}");
        Some(OidcProviderRecord { arn, url: url.to_owned(), client_ids: vec!["sample".to_owned()] })
    }

    fn saml_provider(&self, _: &View, account: AccountId, name: &str) -> Option<SamlProviderRecord> {
        Some(SamlProviderRecord {
            arn: format!("arn:aws:iam::{account}:saml-provider/{name}"),
            name: name.to_owned(),
            entities: vec![SamlEntityRecord {
                id: "https://sample.example.com".to_owned(),
                certificates: vec![CERTIFICATE.to_owned()],
            }],
            valid_until: Timestamp::from_seconds(i64::from(u32::MAX)),
            requires_encryption: false,
            private_keys: Vec::new(),
        })
    }

    fn outbound_issuer(&self, _: &View, _: AccountId) -> Option<OutboundIssuer> {
        None
    }

    fn account_of_issuer(&self, _: &View, _: &str) -> Option<AccountId> {
        None
    }
}

#[async_trait]
impl IssuerKeys for Listener<'_> {
    async fn keys(&self, issuer: &str, _: Freshness) -> Result<Arc<str>, KeysError> {
        Err(KeysError::Unreachable(format!("{issuer} is not to be asked")))
    }

    async fn certificate(&self, issuer: &str) -> Result<Option<Vec<u8>>, KeysError> {
        Err(KeysError::Unreachable(format!("{issuer} is not to be asked")))
    }

    fn allows_plain_http(&self) -> bool {
        false
    }

    fn allows_unsigned(&self) -> bool {
        true
    }
}

/// A store that nobody changes.
struct Unchanged<'w>(&'w View);

#[async_trait]
impl Store for Unchanged<'_> {
    fn view(&self) -> Arc<View> {
        Arc::new(self.0.clone())
    }

    async fn transact(&self, work: &mut Work<'_>) -> Result<(), ServiceError> {
        work(&mut Transaction::begin(self.0))
    }
}
