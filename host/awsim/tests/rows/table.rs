//! The rows as a page for people.

use std::collections::BTreeSet;
use std::fmt::Write;

use awsim_plugin::access::Check;
use awsim_plugin::handler::BoundOperation;
use awsim_policy::catalogue;

use crate::differences::supplied;
use crate::federated;
use crate::world::{Service, World};

const HEAD: &str = "\
# What every operation asks for

With `AWSIM_IAM_ENFORCE=on` a request is carried out only if everything that its operation asks for is allowed. Each
question is an action on a resource, with the condition keys that the service supplies beside the global ones (`aws:…`)
that come with every request. What is in parentheses is asked only of requests that give something optional, such as tags.
Where several kinds of resources stand, the request names one of them, or some.

`cargo test -p awsim --test rows` makes this page from the authorization rows themselves, proves it current, and holds
the rows against AWS's Service Authorization Reference; with `UPDATE_AUTHORIZATION=1` it writes the page. Where they differ
from the reference, and why, is in `host/awsim/tests/rows/exceptions`.
";

/// The page.
pub(crate) fn page(world: &World) -> String {
    let mut page = HEAD.to_owned();
    for service in &world.services {
        let model = service.model();
        let _ = write!(page, "\n## {} (`{}`)\n\n", model.full_name, model.signing_name);
        page.push_str("| operation | action | resource | condition keys |\n| --- | --- | --- | --- |\n");
        for operation in service.operations.iter().filter(|operation| operation.implemented) {
            lines(&mut page, world, service, operation);
        }
    }
    page
}

/// A line for each action.
fn lines(page: &mut String, world: &World, service: &Service, operation: &BoundOperation) {
    let name = operation.shape.name;
    if let Some(reason) = service.unchecked(operation).filter(|_| !federated::asks(operation)) {
        let _ = writeln!(page, "| {name} | none: {reason} | | |");
        return;
    }
    let rows = world.rows(service, operation).unwrap();
    let mut told = BTreeSet::new();
    for check in rows.full.iter().chain(&rows.unknown) {
        let action = &*check.action;
        if !told.insert(action) {
            continue;
        }
        let asks = |row: &[Check]| row.iter().any(|check| check.action == action);
        let always = asks(&rows.least) && asks(&rows.unknown);
        let row = if asks(&rows.full) { &rows.full } else { &rows.unknown };
        let of_action = || row.iter().filter(|check| check.action == action);
        let resources: BTreeSet<String> = of_action().flat_map(kinds).collect();
        let keys: BTreeSet<String> = of_action().flat_map(supplied).map(|key| format!("`{key}`")).collect();
        let operation = if told.len() == 1 { name } else { "" };
        let action = if always { format!("`{action}`") } else { format!("(`{action}`)") };
        let (resources, keys) = (joined(resources), joined(keys));
        let _ = writeln!(page, "| {operation} | {action} | {resources} | {keys} |");
    }
}

fn joined(texts: BTreeSet<String>) -> String {
    texts.into_iter().collect::<Vec<_>>().join(", ")
}

/// The kinds of resources that the action may be asked for on, as the reference names them, or `*`.
fn kinds(check: &Check) -> Vec<String> {
    let action = catalogue::action(&check.action);
    let of_action: Vec<_> = action.iter().flat_map(|action| action.resources()).collect();
    if of_action.iter().any(|resource| resource.resource_type.fits(&check.resource)) {
        return of_action.iter().map(|resource| resource.resource_type.name().to_owned()).collect();
    }
    let mut of_service = action.iter().flat_map(|action| action.service().resource_types());
    let other = of_service.find(|kind| kind.fits(&check.resource));
    vec![other.map_or_else(|| "`*`".to_owned(), |kind| kind.name().to_owned())]
}
