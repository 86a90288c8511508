//! The authorization rows of every operation of every linked service, held against AWS's Service Authorization Reference.
//!
//! Rows are computed for inputs made from the model: one in which everything is given, one with only what must be; on a
//! state in which all that they name is there, and on one in which nothing is. Whatever differs from the reference is
//! written down in `exceptions`, with its reason. From the same rows comes `docs/authorization.md`, which this test writes
//! when `UPDATE_AUTHORIZATION` is set, and proves current otherwise.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where its input is wrong"
)]

mod differences;
mod exceptions;
mod federated;
mod sample;
mod table;
mod texts;
mod untyped;
mod world;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use awsim_iam as _;
use awsim_organizations as _;
use awsim_sts as _;
use awsim_upstream as _;

use world::World;

/// The actions that an operation may need, where they are not the one of its name alone.
type OperationActions = BTreeMap<String, Vec<String>>;

/// What the reference has of them in its lists of operations.
fn operation_actions() -> OperationActions {
    serde_json::from_str(include_str!("operation-actions.json")).unwrap()
}

/// Every operation with everything in which its row differs from the reference.
fn differences() -> BTreeSet<(String, String)> {
    let (world, known) = (World::new(), operation_actions());
    let mut found = BTreeSet::new();
    for service in &world.services {
        for operation in &service.operations {
            let name = format!("{}:{}", service.model().signing_name, operation.shape.name);
            let differences = differences::of_operation(&world, service, operation, &name, &known);
            found.extend(differences.into_iter().map(|difference| (name.clone(), difference)));
        }
    }
    found
}

#[test]
fn rows_agree_with_the_reference_or_say_why_not() {
    let found = differences();
    let unexplained: Vec<_> = found.iter().filter(|found| !exceptions::explain(found)).collect();
    assert!(unexplained.is_empty(), "rows differ from the reference: {unexplained:#?}");
    let outdated = exceptions::unused(&found);
    assert!(outdated.is_empty(), "these exceptions are none any more: {outdated:#?}");
}

#[test]
fn what_has_no_checks_says_why() {
    for service in &World::new().services {
        for unchecked in service.plugin.unchecked() {
            let operation = service.operations.iter().find(|one| one.shape.name == unchecked.operation);
            assert!(operation.is_some(), "{unchecked:?}");
            assert!(unchecked.reason.ends_with('.'), "{unchecked:?}");
        }
    }
}

#[test]
fn the_page_is_current() {
    let file = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/authorization.md"));
    let page = table::page(&World::new());
    if std::env::var_os("UPDATE_AUTHORIZATION").is_some() {
        std::fs::write(file, &page).unwrap();
    }
    let written = std::fs::read_to_string(file).unwrap_or_default();
    assert!(
        written == page,
        "docs/authorization.md is not current: UPDATE_AUTHORIZATION=1 cargo test -p awsim --test rows"
    );
}
