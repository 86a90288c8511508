//! In what a row differs from the reference.

use std::collections::BTreeSet;

use awsim_plugin::access::Check;
use awsim_plugin::handler::BoundOperation;
use awsim_policy::catalogue::{self, Action};

use crate::OperationActions;
use crate::federated;
use crate::world::{Rows, Service, World};

/// The tags of the request and of the resource have global condition keys, but only of some actions.
const TAGS: [&str; 3] = ["aws:RequestTag/${TagKey}", "aws:TagKeys", "aws:ResourceTag/${TagKey}"];

/// Everything in which the rows of an operation differ.
pub(crate) fn of_operation(
    world: &World,
    service: &Service,
    operation: &BoundOperation,
    name: &str,
    known: &OperationActions,
) -> BTreeSet<String> {
    if !operation.implemented {
        return BTreeSet::from(["there is no handler".to_owned()]);
    }
    let rows = match world.rows(service, operation) {
        Ok(rows) => rows,
        Err(error) => return BTreeSet::from([format!("no row: {error}")]),
    };
    let mut found = BTreeSet::new();
    // What the row does not ask, a handler may.
    let unchecked = service.unchecked(operation).is_some() && !federated::asks(operation);
    if [&rows.full, &rows.least, &rows.unknown].iter().any(|row| row.is_empty() != unchecked) {
        found.insert("a row without checks, or one with checks that is said to have none".to_owned());
    }
    if !unchecked {
        found.extend(of_actions(&rows, name, known));
        found.extend(rows.all().flat_map(of_check));
        found.extend(of_resources(&rows));
        found.extend(if federated::asks(operation) {
            federated::of_keys(&rows.full)
        } else {
            rows.full.iter().flat_map(of_keys).collect()
        });
        found.extend(of_resource_keys(&rows));
    }
    found
}

impl Rows {
    fn all(&self) -> impl Iterator<Item = &Check> {
        self.full.iter().chain(&self.least).chain(&self.unknown)
    }
}

/// Actions that are not asked for, or should not be.
fn of_actions(rows: &Rows, name: &str, known: &OperationActions) -> Vec<String> {
    let asked: BTreeSet<&str> = rows.all().map(|check| &*check.action).collect();
    let dependent = asked.iter().filter_map(|action| catalogue::action(action));
    let dependent: BTreeSet<&str> = dependent.flat_map(|action| action.dependent_actions()).collect();
    let listed: BTreeSet<&str> = match known.get(name) {
        Some(actions) => actions.iter().map(String::as_str).collect(),
        None => BTreeSet::from([name]),
    };
    let listed: BTreeSet<&str> = listed.union(&dependent).copied().collect();
    let missing = listed.difference(&asked).map(|action| format!("does not ask for {action}"));
    missing.chain(asked.difference(&listed).map(|action| format!("asks for {action}"))).collect()
}

/// A name that is spelt otherwise, a resource that the action does not work on, condition keys that it does not have.
fn of_check(check: &Check) -> Vec<String> {
    let Some(action) = catalogue::action(&check.action) else {
        return vec![format!("there is no action {}", check.action)];
    };
    let mut differences = Vec::new();
    if action.to_string() != check.action {
        differences.push(format!("{} is spelt {action}", check.action));
    }
    let fits = action.resources().any(|resource| resource.resource_type.fits(&check.resource));
    let on_everything = check.resource == "*" && !action.resources().any(|resource| resource.required);
    if action.takes_resource() && !fits && !on_everything {
        differences.push(match &*check.resource {
            "*" => format!("{action} is asked for on everything"),
            arn => format!("{action} does not work on {arn}"),
        });
    }
    let of_resources = action.resources().flat_map(|resource| resource.resource_type.condition_keys());
    let possible: BTreeSet<_> =
        action.condition_keys().chain(of_resources).map(|key| spelt(key.name)).collect();
    for key in supplied(check) {
        if !possible.contains(&*key) && !is_global(&key) {
            differences.push(format!("{action} has no condition key {key}"));
        }
    }
    differences
}

/// Kinds of resources that the action always works on, and that nothing is asked about.
fn of_resources(rows: &Rows) -> Vec<String> {
    let mut differences = Vec::new();
    for action in actions(&rows.full) {
        let of_action = || rows.full.iter().filter(|check| check.action == action.to_string());
        for required in action.resources().filter(|resource| resource.required) {
            let kind = required.resource_type;
            if !of_action().any(|check| kind.fits(&check.resource)) {
                differences.push(format!("{action} is asked for on no {}", kind.name()));
            }
        }
    }
    differences
}

/// Condition keys of the action that a check does not supply though everything is given.
fn of_keys(check: &Check) -> Vec<String> {
    let (action, supplied) = (catalogue::action(&check.action), supplied(check));
    let wanted = action.into_iter().flat_map(|action| action.condition_keys()).map(|key| spelt(key.name));
    let missing = wanted.filter(|key| !supplied.contains(key) && !is_by_host(key));
    missing.map(|key| format!("{} never has {key}", check.action)).collect()
}

/// Condition keys of the resources that no check of an action supplies though they are there.
fn of_resource_keys(rows: &Rows) -> Vec<String> {
    let mut differences = Vec::new();
    for action in actions(&rows.full) {
        let of_action = || rows.full.iter().filter(|check| check.action == action.to_string());
        for kind in action.resources().map(|resource| resource.resource_type) {
            let on_kind = || of_action().filter(|check| kind.fits(&check.resource));
            let supplied: BTreeSet<String> = on_kind().flat_map(supplied).collect();
            let keys = kind.condition_keys().map(|key| spelt(key.name));
            let missing = keys.filter(|key| !supplied.contains(key) && on_kind().next().is_some());
            differences.extend(missing.map(|key| format!("{action} never has {key} of {}", kind.name())));
        }
    }
    differences
}

/// The actions of a row that the reference has.
pub(crate) fn actions(row: &[Check]) -> Vec<Action> {
    let names: BTreeSet<&str> = row.iter().map(|check| &*check.action).collect();
    names.into_iter().filter_map(catalogue::action).collect()
}

/// A condition key in the one way of spelling it: of Secrets Manager the reference writes the key of a tag as if it were a name.
fn spelt(key: &str) -> String {
    key.replace("/tag-key", "/${TagKey}")
}

/// The condition keys of a check, as the reference writes them.
pub(crate) fn supplied(check: &Check) -> BTreeSet<String> {
    let named = check.context.iter().map(|(key, _)| match catalogue::condition_key(key) {
        Some(known) => spelt(known.name),
        None => key.to_string(),
    });
    named.collect()
}

/// Whether every request may have a condition key.
pub(crate) fn is_global(key: &str) -> bool {
    !TAGS.contains(&key) && catalogue::global_condition_keys().iter().any(|global| global.name == key)
}

/// Whether the host supplies a condition key: the global ones, and what identity providers said of a session.
fn is_by_host(key: &str) -> bool {
    let of_services = [
        "aws:",
        "dynamodb:",
        "iam:",
        "kms:",
        "lambda:",
        "organizations:",
        "s3:",
        "secretsmanager:",
        "sns:",
        "sts:",
    ];
    is_global(key) || !of_services.iter().any(|prefix| key.starts_with(prefix))
}
