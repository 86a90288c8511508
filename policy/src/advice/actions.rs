//! Actions that do not exist.

use crate::catalogue::{self, Service};
use crate::document::Text;
use crate::validate::PolicyKind;

use super::code::Code;
use super::finding::Findings;
use super::similar::{did_you_mean, nearest};
use super::subject::{Subject, actions, has_wildcard};

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for statement in subject.statements() {
        for pattern in statement.action.iter().flat_map(|action| &action.values.items) {
            exists(pattern, findings);
        }
        if subject.kind == PolicyKind::ResourceControl {
            actions(statement).iter().for_each(|pattern| is_controlled(pattern, findings));
        }
    }
}

fn exists(pattern: &Text<'_>, findings: &mut Findings) {
    let written = pattern.as_str();
    // An action without a colon is AWS's to refuse, or everything.
    let Some((prefix, name)) = written.split_once(':') else { return };
    if has_wildcard(prefix) {
        let message =
            format!("The pattern {written} has a wildcard in the name of the service. Name the service.");
        findings.add(Code::WildcardInServiceName, pattern.span, message);
        if catalogue::expand(written).next().is_none() {
            matches_nothing(pattern, findings);
        }
        return;
    }
    let Some(service) = catalogue::service(prefix) else {
        let offer = did_you_mean(prefix, catalogue::services().iter().map(Service::prefix));
        let message = format!("The service {prefix} of the action {written} does not exist.{offer}");
        return findings.add(Code::InvalidServiceInAction, pattern.span, message);
    };
    if has_wildcard(name) {
        if catalogue::expand(written).next().is_none() {
            matches_nothing(pattern, findings);
        }
    } else if service.action(name).is_none() {
        let offer = nearest(name, service.actions().map(|action| action.name()))
            .map(|found| format!(" Did you mean {}:{found}?", service.prefix()))
            .unwrap_or_default();
        findings.add(
            Code::InvalidAction,
            pattern.span,
            format!("The action {written} does not exist.{offer}"),
        );
    }
}

fn matches_nothing(pattern: &Text<'_>, findings: &mut Findings) {
    let message = format!("No action is matched by {}.", pattern.as_str());
    findings.add(Code::ActionWildcardMatchesNothing, pattern.span, message);
}

/// Resource control policies bear on few services (AWS Organizations User Guide, "List of AWS services that support RCPs").
fn is_controlled(pattern: &Text<'_>, findings: &mut Findings) {
    let service = pattern.as_str().split_once(':').and_then(|(prefix, _)| catalogue::service(prefix));
    if let Some(service) = service.filter(|service| !service.has_resource_control_policies()) {
        let message = format!("Resource control policies do not bear on {}.", service.name());
        findings.add(Code::UnsupportedActionInPolicy, pattern.span, message);
    }
}
