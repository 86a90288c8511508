//! `GetAccountProperties` and `PutAccountProperties`: settings of a whole account, by namespace.
//!
//! There is one namespace, that of role manager, which is off unless it is turned on ("Manage access to role manager" in
//! the IAM User Guide).

use std::collections::{BTreeMap, BTreeSet};

use awsim_plugin::access::{Access, Check, ContextValue};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Read, Write};
use awsim_plugin::store::{Transaction, View};

use crate::Iam;
use crate::generated::operations::{GetAccountProperties, PutAccountProperties};
use crate::generated::{
    ErrorCode, GetAccountPropertiesRequest, GetAccountPropertiesResponse, PutAccountPropertiesRequest,
    PutAccountPropertiesResponse,
};
use crate::state::ACCOUNT_PROPERTIES;

/// The properties that there are, with what they are until they are set. All of them are `true` or `false`.
const PROPERTIES: [(&str, &str); 1] = [("RoleManager/Enabled", "false")];

/// The condition key that has the namespaces of a request.
const NAMESPACES_KEY: &str = "iam:AccountPropertyNamespaces";

impl Handler<GetAccountProperties> for Iam {
    type Mode = Read;

    fn access(
        &self,
        _input: &GetAccountPropertiesRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![check("iam:GetAccountProperties", PROPERTIES.iter().map(|(property, _)| *property))])
    }

    fn call(
        &self,
        _input: GetAccountPropertiesRequest,
        cx: &Context<'_>,
        state: &View,
    ) -> Result<GetAccountPropertiesResponse, ServiceError> {
        let mut properties: BTreeMap<String, String> = PROPERTIES
            .iter()
            .map(|(property, value)| ((*property).to_owned(), (*value).to_owned()))
            .collect();
        if let Some(set) = state.get(&ACCOUNT_PROPERTIES, cx.account(), &()) {
            properties.extend(set.0.iter().map(|(property, value)| (property.clone(), value.to_string())));
        }
        Ok(GetAccountPropertiesResponse { properties: Some(properties) })
    }
}

impl Handler<PutAccountProperties> for Iam {
    type Mode = Write;

    fn access(
        &self,
        input: &PutAccountPropertiesRequest,
        _cx: &Context<'_>,
        _state: &View,
    ) -> Result<Access, ServiceError> {
        Ok(vec![check("iam:PutAccountProperties", input.properties.keys().map(String::as_str))])
    }

    fn call(
        &self,
        input: PutAccountPropertiesRequest,
        cx: &Context<'_>,
        state: &mut Transaction,
    ) -> Result<PutAccountPropertiesResponse, ServiceError> {
        refuse_malformed(&input.properties)?;
        let mut set = state.get(&ACCOUNT_PROPERTIES, cx.account(), &()).cloned().unwrap_or_default();
        set.0.extend(input.properties.into_iter().map(|(property, value)| (property, value.into())));
        state.insert(&ACCOUNT_PROPERTIES, cx.account(), (), set);
        Ok(PutAccountPropertiesResponse::default())
    }
}

fn check<'p>(action: &'static str, properties: impl Iterator<Item = &'p str>) -> Check {
    let namespaces: BTreeSet<&str> = properties.filter_map(namespace).collect();
    let namespaces = namespaces.into_iter().map(str::to_owned).collect();
    Check::on_any(action).with(NAMESPACES_KEY, ContextValue::Strings(namespaces))
}

/// What stands before the one slash of a property's name.
fn namespace(property: &str) -> Option<&str> {
    let (namespace, name) = property.split_once('/')?;
    (!namespace.is_empty() && !name.is_empty() && !name.contains('/')).then_some(namespace)
}

/// Whether an account can have a property with this value.
pub(crate) fn can_be(property: &str, value: &str) -> bool {
    is_known(property) && is_value(value)
}

fn is_known(property: &str) -> bool {
    PROPERTIES.iter().any(|(known, _)| *known == property)
}

fn is_value(value: &str) -> bool {
    matches!(value, "true" | "false")
}

/// Refuses properties that there are not, of several namespaces, and values of another type.
///
/// # Errors
/// `InvalidInput` (400).
fn refuse_malformed(properties: &BTreeMap<String, String>) -> Result<(), ServiceError> {
    let invalid = |what: String| Err(ErrorCode::InvalidInput.with(what));
    if properties.is_empty() {
        return invalid("Properties must not be empty.".to_owned());
    }
    let mut namespaces = BTreeSet::new();
    for (property, value) in properties {
        match namespace(property) {
            Some(namespace) => namespaces.insert(namespace),
            None => {
                return invalid(format!(
                    "The property {property} is not of the form Namespace/PropertyName."
                ));
            }
        };
        if !is_known(property) {
            return invalid(format!("There is no property {property}."));
        }
        if !is_value(value) {
            return invalid(format!("The value of the property {property} must be true or false."));
        }
    }
    if namespaces.len() > 1 {
        return invalid("All properties of a request must belong to the same namespace.".to_owned());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Fixture, refusal};

    fn put(fixture: &mut Fixture, properties: &[(&str, &str)]) -> Result<(), ServiceError> {
        let properties =
            properties.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        fixture.call::<PutAccountProperties>(PutAccountPropertiesRequest { properties }).map(drop)
    }

    fn enabled(fixture: &mut Fixture) -> Option<String> {
        let answer = fixture.call::<GetAccountProperties>(GetAccountPropertiesRequest::default()).unwrap();
        answer.properties.unwrap().remove("RoleManager/Enabled")
    }

    #[test]
    fn a_property_has_its_default_until_it_is_set() {
        let mut fixture = Fixture::new();
        assert_eq!(enabled(&mut fixture).as_deref(), Some("false"));
        put(&mut fixture, &[("RoleManager/Enabled", "true")]).unwrap();
        assert_eq!(enabled(&mut fixture).as_deref(), Some("true"));
    }

    #[test]
    fn other_properties_and_values_are_refused() {
        let mut fixture = Fixture::new();
        for properties in [
            &[][..],
            &[("RoleManager", "true")],
            &[("RoleManager/a/b", "true")],
            &[("RoleManager/Nothing", "true")],
            &[("RoleManager/Enabled", "yes")],
            &[("RoleManager/Enabled", "true"), ("Other/Enabled", "true")],
        ] {
            let refused = refusal(put(&mut fixture, properties));
            assert!(refused.starts_with("InvalidInput (400)"), "{properties:?}: {refused}");
        }
        assert_eq!(enabled(&mut fixture).as_deref(), Some("false"));
    }
}
