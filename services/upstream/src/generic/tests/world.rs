//! A service from the text of a model, and requests for it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use awsim_model::parse;
use awsim_plugin::access::{Check, ContextValue};
use awsim_plugin::account::AccountId;
use awsim_plugin::caller::Caller;
use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::upstream::{Input, UpstreamRequest};
use awsim_testing::{TestHost, context};
use serde_json::{Value, json};

use crate::generic::load::Usable;
use crate::generic::plan::{Plan, plans};
use crate::generic::statics;

/// A service as its plans know it.
pub(super) struct World(BTreeMap<&'static str, Plan>);

impl World {
    /// The service that is signed for by this name, in the protocol, with operations and shapes in the words of a model. A
    /// shape `T` is text, and `L` a list of it.
    pub(super) fn new(signing_name: &str, protocol: &str, operations: &Value, shapes: Value) -> Self {
        let mut all = json!({
            "T": {"type": "string"},
            "L": {"type": "list", "member": {"shape": "T"}},
        });
        all.as_object_mut().unwrap().extend(shapes.as_object().cloned().unwrap());
        let named = operations.as_object().unwrap().iter().map(|(name, input)| {
            let http = json!({"method": "POST", "requestUri": "/"});
            let input_name = format!("{name}Input");
            let mut operation = json!({"http": http, "input": {"shape": input_name}});
            let mut input = input.clone();
            if let Some(http) = input.as_object_mut().unwrap().remove("http") {
                operation["http"] = http;
            }
            input["type"] = "structure".into();
            all[input_name] = input;
            (name.clone(), operation)
        });
        let operations: serde_json::Map<_, _> = named.collect();
        let model = json!({
            "metadata": {
                "apiVersion": "2026-01-01", "endpointPrefix": signing_name, "protocol": protocol,
                "serviceFullName": "Service", "targetPrefix": "Service",
            },
            "operations": operations,
            "shapes": all,
        });
        let model = parse(model.to_string().as_bytes()).unwrap();
        let usable = Usable::of(&model).unwrap();
        Self(plans(&usable, statics::operations(&usable)))
    }

    /// What a request must be allowed.
    pub(super) fn checks(&self, operation: &str, input: Value) -> Result<Vec<Check>, ServiceError> {
        let (name, plan) = self.0.get_key_value(operation).unwrap();
        let (host, input) = (TestHost::new(account()), Json(input));
        let caller = Caller::root(account());
        let cx = context(&caller, Timestamp::from_millis(0), &host);
        plan.access(&UpstreamRequest { operation: name, input: &input, path: "/", signed: None, cx: &cx })
    }

    /// The actions and resources that a request is asked for.
    pub(super) fn asked(&self, operation: &str, input: Value) -> Vec<String> {
        let checks = self.checks(operation, input).unwrap();
        checks.iter().map(|check| format!("{} {}", check.action, check.resource)).collect()
    }

    /// The condition keys that a request supplies.
    pub(super) fn keys(&self, operation: &str, input: Value) -> Vec<(String, ContextValue)> {
        let check = self.checks(operation, input).unwrap().remove(0);
        check.context.into_iter().map(|(key, value)| (key.into_owned(), value)).collect()
    }
}

fn account() -> AccountId {
    "111122223333".parse().unwrap()
}

/// An input in JSON.
struct Json(Value);

impl Input for Json {
    fn member(&self, name: &str) -> Option<Box<dyn Input + '_>> {
        Some(Box::new(Self(self.0.get(name).filter(|value| !value.is_null())?.clone())))
    }

    fn elements(&self) -> Vec<Box<dyn Input + '_>> {
        let elements = self.0.as_array().into_iter().flatten();
        elements.map(|element| Box::new(Self(element.clone())) as Box<dyn Input + '_>).collect()
    }

    fn all(&self, name: &str) -> Vec<Box<dyn Input + '_>> {
        let elements = self.0.get(name).and_then(Value::as_array).into_iter().flatten();
        elements.map(|element| Box::new(Self(element.clone())) as Box<dyn Input + '_>).collect()
    }

    fn entries(&self) -> Vec<(String, Box<dyn Input + '_>)> {
        let entries = self.0.as_object().into_iter().flatten();
        entries
            .map(|(key, value)| (key.clone(), Box::new(Self(value.clone())) as Box<dyn Input + '_>))
            .collect()
    }

    fn text(&self) -> Option<Cow<'_, str>> {
        match &self.0 {
            Value::String(text) => Some(Cow::Borrowed(text)),
            Value::Bool(_) | Value::Number(_) => Some(Cow::Owned(self.0.to_string())),
            _ => None,
        }
    }
}
