//! Resources that do not exist, and actions that do not work on the resources given.

use crate::catalogue::{self, Action, ResourceType, Service};
use crate::document::{Statement, Text};
use crate::validate::PolicyKind;

use super::code::Code;
use super::finding::Findings;
use super::overlap::may_be;
use super::similar::did_you_mean;
use super::subject::{Subject, actions, has_wildcard, known_actions, resources};

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for statement in subject.statements() {
        for resource in statement.resource.iter().flat_map(|element| &element.values.items) {
            is_arn_of_something(resource, findings);
        }
        if subject.kind != PolicyKind::Trust {
            fitting(statement, findings);
        }
    }
}

/// Whether nothing in a part of an ARN can become something else.
fn is_literal(part: &str) -> bool {
    !part.contains(['*', '?', '$'])
}

fn is_arn_of_something(resource: &Text<'_>, findings: &mut Findings) {
    let written = resource.as_str();
    let parts: Vec<&str> = written.splitn(6, ':').collect();
    let &["arn", _, prefix, region, account, rest] = parts.as_slice() else { return };
    if is_literal(prefix) && prefix.chars().any(|letter| letter.is_ascii_uppercase()) {
        let message = format!(
            "The service {prefix} of the ARN is to be written in lower case: no resource matches it."
        );
        return findings.add(Code::InvalidArnServiceCase, resource.span, message);
    }
    if is_literal(region) && !region.is_empty() && !is_region(region) {
        let message = format!("{region} is no Region.");
        findings.add(Code::InvalidArnRegion, resource.span, message);
    }
    if is_literal(account) && !is_account(account) {
        let message = format!("{account} is no account id: those have twelve digits.");
        findings.add(Code::InvalidArnAccount, resource.span, message);
    }
    if !is_literal(prefix) || prefix.is_empty() {
        return;
    }
    let Some(service) = catalogue::service(prefix) else {
        // Some services have ARNs under another name than that of their actions.
        if !is_namespace(prefix) {
            let offer = did_you_mean(prefix, catalogue::services().iter().map(Service::prefix));
            let message = format!("The service {prefix} of the ARN does not exist.{offer}");
            findings.add(Code::InvalidService, resource.span, message);
        }
        return;
    };
    let mut types = service.resource_types().peekable();
    if types.peek().is_some()
        && is_literal_enough(rest)
        && !types.any(|of| takes(&of, written))
        && !is_namespace(prefix)
    {
        let message = format!("{} has no resource type with ARNs such as {written}.", service.name());
        findings.add(Code::InvalidArnResource, resource.span, message);
    }
}

/// Whether any template of the catalogue is of a namespace, be it a service of its own or not.
fn is_namespace(prefix: &str) -> bool {
    let start = format!("arn:${{Partition}}:{prefix}:");
    let services =
        catalogue::services().iter().filter(|service| !service.prefix().eq_ignore_ascii_case(prefix));
    services
        .flat_map(Service::resource_types)
        .any(|of| of.arn_templates().any(|template| template.starts_with(&start)))
}

/// A resource part that is only a wildcard can be anything.
fn is_literal_enough(rest: &str) -> bool {
    !rest.trim_matches('*').is_empty()
}

/// Regions look like `eu-central-1`, `us-gov-west-1`, `us-iso-east-1`.
fn is_region(region: &str) -> bool {
    let mut parts = region.split('-');
    let lower = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase());
    let area = parts.next().is_some_and(|area| lower(area) && (2..=4).contains(&area.len()));
    let number = parts
        .next_back()
        .is_some_and(|number| number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_digit()));
    // A few ARNs have a word for all Regions.
    area && number && parts.all(lower) || region == "global" || region == "aws-global"
}

/// Resources of AWS itself have words such as `aws` for the account.
fn is_account(account: &str) -> bool {
    match account.bytes().any(|byte| byte.is_ascii_digit()) {
        true => account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit()),
        false => account.is_empty() || account.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'),
    }
}

fn takes(of: &ResourceType, pattern: &str) -> bool {
    of.arn_templates().any(|template| may_be(pattern, template))
}

fn works_on(action: &Action, pattern: &str) -> bool {
    action.resources().any(|resource| takes(&resource.resource_type, pattern))
}

/// Every action should find a resource among those listed, and every resource an action.
fn fitting(statement: &Statement<'_>, findings: &mut Findings) {
    let listed = resources(statement);
    if listed.is_empty() || listed.iter().any(|resource| resource.as_str() == "*") {
        return;
    }
    let mut used = vec![false; listed.len()];
    let mut known = !actions(statement).is_empty();
    for pattern in actions(statement) {
        let mut found = known_actions(pattern.as_str()).peekable();
        if found.peek().is_none() {
            known = false;
            continue;
        }
        let (mut works, mut needs_all) = (false, true);
        for action in found {
            needs_all &= !action.takes_resource();
            for (resource, used) in listed.iter().zip(&mut used) {
                if works_on(&action, resource.as_str()) {
                    (works, *used) = (true, true);
                }
            }
        }
        if !works {
            complain(pattern, needs_all, findings);
        }
    }
    // When no resource is used at all, the actions have been complained of.
    if !known || !used.contains(&true) {
        return;
    }
    for (resource, _) in listed.iter().zip(used).filter(|(_, used)| !used) {
        let message = format!("None of the actions works on resources such as {}.", resource.as_str());
        findings.add(Code::UnusedResource, resource.span, message);
    }
}

fn complain(pattern: &Text<'_>, needs_all: bool, findings: &mut Findings) {
    let written = pattern.as_str();
    let what = if has_wildcard(written) { "No action matched by" } else { "The action" };
    if needs_all {
        let message =
            format!("{what} {written} works only on \"*\": the resources of the statement never match.");
        findings.add(
            Code::ActionNeedsAllResources,
            pattern.span,
            message.replace("No action matched by", "Every action matched by"),
        );
    } else {
        let negation = if has_wildcard(written) { "works" } else { "does not work" };
        let message = format!("{what} {written} {negation} on any of the resources of the statement.");
        findings.add(Code::UnsupportedResourceForAction, pattern.span, message);
    }
}
