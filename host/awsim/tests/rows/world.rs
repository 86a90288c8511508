//! All linked services, what they keep in an account where everything has tags, and the rows that they compute of it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use awsim_model::Model;
use awsim_plugin::access::{Access, Asking, Check};
use awsim_plugin::account::AccountId;
use awsim_plugin::caller::{Caller, Principal};
use awsim_plugin::context::{Context, Host};
use awsim_plugin::directory::{Guardrails, IdentityDirectory, ResourcePolicies};
use awsim_plugin::error::ServiceError;
use awsim_plugin::federation::{AssertedContext, AssertionRefusal};
use awsim_plugin::handler::BoundOperation;
use awsim_plugin::operation::ServiceModel;
use awsim_plugin::service::{Registration, ServicePlugin};
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{View, collections};
use awsim_plugin::upstream::{Signed, UpstreamRequest};
use awsim_testing::context;
use serde_json::Value;

use crate::federated;
use crate::sample::Sample;
use crate::untyped::Untyped;

pub(crate) const ACCOUNT: AccountId = AccountId::from_number(123_456_789_012).unwrap();

/// Something of every kind that has tags or tells condition keys, named as the samples name it.
const STATE: &str = include_str!("state.json");

/// A linked service with its operations.
pub(crate) struct Service {
    pub(crate) plugin: Arc<dyn ServicePlugin>,
    pub(crate) operations: Vec<BoundOperation>,
}

/// The services, and two states of theirs.
pub(crate) struct World {
    pub(crate) services: Vec<Service>,
    pub(crate) state: View,
    /// Of services that run elsewhere, by their signing names.
    models: BTreeMap<&'static str, Model>,
    nothing: View,
}

/// The rows of an operation, asked for by a user. What a request may name is there, except in `unknown`.
pub(crate) struct Rows {
    /// Of a request that gives everything.
    pub(crate) full: Access,
    /// Of a request that gives only what it must.
    pub(crate) least: Access,
    /// Of both requests where there is nothing yet.
    pub(crate) unknown: Access,
}

impl Service {
    pub(crate) fn model(&self) -> &'static ServiceModel {
        self.plugin.model()
    }

    /// Why an operation has no checks, if it has none.
    pub(crate) fn unchecked(&self, operation: &BoundOperation) -> Option<&'static str> {
        let unchecked = self.plugin.unchecked().iter();
        let mut unchecked = unchecked.filter(|unchecked| unchecked.operation == operation.shape.name);
        unchecked.next().map(|unchecked| unchecked.reason)
    }
}

impl World {
    pub(crate) fn new() -> Self {
        let plugins = Registration::all().into_iter().map(|registration| {
            let settings = Value::Object((registration.default_settings)());
            (registration.create)(settings).unwrap()
        });
        let services = plugins.map(|plugin| Service { operations: Arc::clone(&plugin).operations(), plugin });
        let services: Vec<_> = services.collect();
        let elsewhere = services.iter().filter(|service| service.plugin.upstream().is_some());
        let models = elsewhere.map(|service| service.model().signing_name).map(|name| (name, model(name)));
        Self { models: models.collect(), services, state: state(), nothing: View::empty() }
    }

    /// The rows of an operation.
    ///
    /// # Errors
    /// Why one cannot be computed.
    pub(crate) fn rows(&self, service: &Service, operation: &BoundOperation) -> Result<Rows, ServiceError> {
        if let Some(asked) = federated::rows(self, service, operation) {
            return asked;
        }
        let row = |full, state| self.row(service, operation, full, state);
        let mut unknown = row(true, &self.nothing)?;
        unknown.extend(row(false, &self.nothing)?);
        Ok(Rows { full: row(true, &self.state)?, least: row(false, &self.state)?, unknown })
    }

    fn row(
        &self,
        service: &Service,
        operation: &BoundOperation,
        full: bool,
        state: &View,
    ) -> Result<Access, ServiceError> {
        let id = "AIDAEXAMPLE1234EXAMPLE".to_owned();
        let principal = Principal::User { id, name: "sample".to_owned(), path: "/".to_owned() };
        let caller = Caller { principal, ..Caller::root(ACCOUNT) };
        let cx = context(&caller, now(), self);
        if let Some(upstream) = service.plugin.upstream() {
            let name = service.model().signing_name;
            let model = &self.models[name];
            let shape = model.operations[operation.shape.name].input.as_ref();
            let shape = shape.map(|input| model.shape(&input.shape).unwrap());
            let input = Untyped::of(name, shape, full);
            let operation = operation.shape.name;
            let signed =
                Signed { algorithm: "AWS4-HMAC-SHA256", in_query: false, at: cx.now, payload: Some("") };
            let request =
                UpstreamRequest { operation, input: &input, path: "/", signed: Some(signed), cx: &cx };
            return upstream.access(&request, state);
        }
        let sample = Sample::of(operation.shape.input, full);
        let input = operation.dispatch.read(&sample, service.model().violations)?;
        operation.dispatch.access(&input, &cx, state)
    }
}

/// The time of every sample: 2026-04-21T08:15:30Z.
pub(crate) fn now() -> Timestamp {
    Timestamp::from_seconds(1_776_759_330)
}

/// The model of a service that runs elsewhere, with what it says of inputs.
fn model(service: &str) -> Model {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../services/upstream/model"));
    awsim_model::read(&folder.join(format!("{service}.json"))).unwrap()
}

fn state() -> View {
    let rows: BTreeMap<String, BTreeMap<String, Value>> = serde_json::from_str(STATE).unwrap();
    let mut state = View::empty();
    for (slot, collection) in collections().iter().enumerate() {
        let name = format!("{}/{}", collection.service(), collection.name());
        for (key, value) in rows.get(&name).into_iter().flatten() {
            let table = state.any_table_mut(slot).unwrap();
            table
                .load(ACCOUNT, key, &value.to_string())
                .unwrap_or_else(|error| panic!("{name} {key}: {error}"));
        }
    }
    state
}

impl Host for World {
    fn identity_directory(&self) -> Option<&dyn IdentityDirectory> {
        self.services.iter().find_map(|service| service.plugin.identity_directory())
    }

    fn guardrails(&self) -> Option<&dyn Guardrails> {
        self.services.iter().find_map(|service| service.plugin.guardrails())
    }

    fn resource_policies(&self, _service: &str) -> Option<&dyn ResourcePolicies> {
        None
    }

    fn open_context_assertion(
        &self,
        _assertion: &str,
        _now: Timestamp,
    ) -> Result<AssertedContext, AssertionRefusal> {
        Ok(AssertedContext {
            provider: "arn:aws:iam::aws:contextProvider/IdentityCenter".to_owned(),
            keys: vec![("sample".to_owned(), "sample".to_owned())],
        })
    }

    fn default_account(&self) -> AccountId {
        ACCOUNT
    }

    fn enforcing(&self) -> bool {
        true
    }

    fn authorize(&self, _: &Context<'_>, _: &View, _: Asking<'_>, _: &Check) -> Result<(), ServiceError> {
        Err(ServiceError::failure("rows are computed, not decided"))
    }
}
