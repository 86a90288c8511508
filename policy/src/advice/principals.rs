//! Whom a policy speaks of (IAM User Guide, "AWS JSON policy elements: Principal" and "The confused deputy problem").

use crate::document::{Comparison, PrincipalElement, Statement, Text};
use crate::validate::PolicyKind;

use super::code::Code;
use super::finding::Findings;
use super::subject::{Subject, allows, has_wildcard, tests};

/// Keys that tell for whom a service acts.
const SOURCE_KEYS: [&str; 8] = [
    "aws:SourceAccount",
    "aws:SourceArn",
    "aws:SourceOrgID",
    "aws:SourceOrgPaths",
    "aws:PrincipalOrgID",
    "aws:PrincipalAccount",
    "sts:ExternalId",
    "kms:CallerAccount",
];

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    for statement in subject.statements() {
        let Some(element) = &statement.principal else { continue };
        wildcards(element, findings);
        if !allows(statement) || subject.kind == PolicyKind::ResourceControl {
            continue;
        }
        if element.negated {
            findings.add(
                Code::AllowWithNotPrincipal,
                element.name,
                "Allow with NotPrincipal allows everybody else, anonymous callers included. Use Principal.",
            );
            continue;
        }
        everyone(subject.kind, statement, element, findings);
        services(subject.kind, statement, element, findings);
        identity_providers(subject.kind, statement, element, findings);
    }
}

fn is_aws(kind: Option<&Text<'_>>) -> bool {
    kind.is_none_or(|kind| kind.as_str() == "AWS")
}

fn wildcards(element: &PrincipalElement<'_>, findings: &mut Findings) {
    for (_, value) in element.iter() {
        if value.as_str() != "*" && has_wildcard(value.as_str()) {
            let message = format!(
                "The principal {} has a wildcard: a principal is named in full, or everybody is by \"*\".",
                value.as_str()
            );
            findings.add(Code::UnsupportedWildcardInPrincipal, value.span, message);
        }
    }
}

fn everyone(
    kind: PolicyKind,
    statement: &Statement<'_>,
    element: &PrincipalElement<'_>,
    findings: &mut Findings,
) {
    let star = element.iter().find(|(kind, value)| is_aws(*kind) && value.as_str() == "*");
    let limited = tests(statement).any(|test| test.wants_key());
    if let Some((_, value)) = star.filter(|_| !limited) {
        match kind {
            PolicyKind::Trust => findings.add(
                Code::TrustEveryoneWithoutCondition,
                value.span,
                "Everybody in every account may assume the role. Name principals, or add a condition.",
            ),
            _ => findings.add(
                Code::AllowEveryoneWithoutCondition,
                value.span,
                "The statement allows everybody, anonymous callers included. Name principals, or add a condition.",
            ),
        }
    }
}

/// A service that acts on a resource for others can be made to act for anybody.
fn services(
    kind: PolicyKind,
    statement: &Statement<'_>,
    element: &PrincipalElement<'_>,
    findings: &mut Findings,
) {
    let restricted = tests(statement).any(|test| SOURCE_KEYS.iter().any(|key| test.is(key)));
    if kind != PolicyKind::Resource || restricted {
        return;
    }
    for (_, value) in element.iter().filter(|(kind, _)| kind.is_some_and(|kind| kind.as_str() == "Service")) {
        let message = format!(
            "{} may act for any account. Add a condition on aws:SourceArn, aws:SourceAccount, aws:SourceOrgID or aws:SourceOrgPaths.",
            value.as_str()
        );
        findings.add(Code::RestrictAccessToServicePrincipal, value.span, message);
    }
}

/// A provider of web identities vouches for all its users, of which few are meant.
fn identity_providers(
    kind: PolicyKind,
    statement: &Statement<'_>,
    element: &PrincipalElement<'_>,
    findings: &mut Findings,
) {
    if kind != PolicyKind::Trust {
        return;
    }
    for (_, value) in element.iter().filter(|(kind, _)| kind.is_some_and(|kind| kind.as_str() == "Federated"))
    {
        let written = value.as_str();
        let provider = written.split_once(":oidc-provider/").map_or(written, |(_, provider)| provider);
        if provider.contains(":saml-provider/") {
            continue;
        }
        let named = tests(statement).any(|test| {
            let claim = test.name().len() > provider.len()
                && test.name().get(..provider.len()).is_some_and(|name| name.eq_ignore_ascii_case(provider))
                && test.name()[provider.len()..].starts_with(':');
            let anything =
                test.operator.comparison == Comparison::Null || test.values().any(|value| value == "*");
            claim && test.wants_key() && !anything
        });
        if !named {
            let message = format!(
                "Every identity that {provider} vouches for may assume the role. Add a condition on {provider}:sub or {provider}:aud."
            );
            findings.add(Code::MissingConditionKeyForOidcPrincipal, value.span, message);
        }
    }
}
