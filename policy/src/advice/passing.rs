//! Passing roles and making service-linked roles without limits (IAM User Guide, "Grant a user permissions to pass a role to an AWS
//! service").

use crate::document::{Element, Span, Statement};
use crate::text::glob_ignore_case;
use crate::validate::PolicyKind;

use super::code::Code;
use super::finding::Findings;
use super::subject::{Subject, allows, tests};

/// An action that hands on permissions, and what is said of it.
struct Risk {
    action: &'static str,
    /// The key that limits for which service.
    key: &'static str,
    star: Code,
    star_and_wildcard: Code,
    not_resource: Code,
    not_resource_and_wildcard: Code,
    /// With `NotAction`, where Access Analyzer has a code for it.
    not_action: Option<(Code, Code)>,
}

const RISKS: [Risk; 2] = [
    Risk {
        action: "iam:PassRole",
        key: "iam:PassedToService",
        star: Code::PassRoleWithStarInResource,
        star_and_wildcard: Code::PassRoleWithStarInActionAndResource,
        not_resource: Code::PassRoleWithNotResource,
        not_resource_and_wildcard: Code::PassRoleWithStarInActionAndNotResource,
        not_action: Some((
            Code::PassRoleWithStarInResourceAndNotAction,
            Code::PassRoleWithNotActionAndNotResource,
        )),
    },
    Risk {
        action: "iam:CreateServiceLinkedRole",
        key: "iam:AWSServiceName",
        star: Code::CreateSlrWithStarInResource,
        star_and_wildcard: Code::CreateSlrWithStarInActionAndResource,
        not_resource: Code::CreateSlrWithNotResource,
        not_resource_and_wildcard: Code::CreateSlrWithNotResource,
        not_action: None,
    },
];

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    if !matches!(subject.kind, PolicyKind::Identity | PolicyKind::Session) {
        return;
    }
    for statement in subject.statements().iter().filter(|statement| allows(statement)) {
        for risk in &RISKS {
            weigh(risk, statement, findings);
        }
    }
}

fn weigh(risk: &Risk, statement: &Statement<'_>, findings: &mut Findings) {
    let limited = tests(statement).any(|test| test.is(risk.key) && test.wants_key());
    let (Some(action), Some(resource), false) = (&statement.action, &statement.resource, limited) else {
        return;
    };
    let Some((reach, span)) = reach(risk, action) else { return };
    let everywhere = resource.values.items.iter().find(|resource| is_everything(resource.as_str()));
    let place = match (resource.negated, everywhere) {
        (true, _) => resource.name,
        (false, Some(star)) => star.span,
        (false, None) => return,
    };
    let code = match (reach, resource.negated) {
        (Reach::Named, false) => risk.star,
        (Reach::Named, true) => risk.not_resource,
        (Reach::Wildcard, false) => risk.star_and_wildcard,
        (Reach::Wildcard, true) => risk.not_resource_and_wildcard,
        (Reach::NotAction, negated) => match risk.not_action {
            Some((star, not_resource)) => {
                if negated {
                    not_resource
                } else {
                    star
                }
            }
            None => return,
        },
    };
    let Risk { action, key, .. } = risk;
    let what = if resource.negated { "all resources but those listed" } else { "every role" };
    let message =
        format!("The statement allows {action} on {what}. Name the roles, or add a condition on {key}.");
    let place = if reach == Reach::Named { span } else { place };
    findings.add(code, place, message);
}

/// How a statement comes to speak of an action.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    Named,
    Wildcard,
    NotAction,
}

fn reach(risk: &Risk, element: &Element<'_>) -> Option<(Reach, Span)> {
    let matching =
        || element.values.items.iter().filter(|pattern| glob_ignore_case(pattern.as_str(), risk.action));
    if element.negated {
        return matching().next().is_none().then_some((Reach::NotAction, element.name));
    }
    let named = matching().find(|pattern| pattern.as_str().eq_ignore_ascii_case(risk.action));
    named
        .map(|pattern| (Reach::Named, pattern.span))
        .or_else(|| Some((Reach::Wildcard, matching().next()?.span)))
}

/// Whether a resource stands for every role of an account, or of all.
fn is_everything(resource: &str) -> bool {
    if resource == "*" {
        return true;
    }
    let roles = resource.splitn(6, ':').nth(5);
    resource.starts_with("arn:") && matches!(roles, None | Some("*" | "role*" | "role/*" | "role/**"))
}
