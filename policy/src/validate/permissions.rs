//! The validator of identity, boundary, session, resource and control policies.
//!
//! Checks run over the whole document one after the other, in AWS's order: syntax, version, legacy parsing, Sids,
//! missing actions, format of resources, vendors of actions, missing resources.

use std::collections::BTreeSet;

use crate::document::{Comparison, Document, OneOrMany, Span, Statement};
use crate::values::Instant;

use super::{Malformed, PolicyKind, Strictness, actions, elements, principals, resources};

pub(super) type Fault = (Malformed, Span);
pub(super) type Checked = Result<(), Fault>;

pub(super) fn validate<'t>(
    kind: PolicyKind,
    strictness: Strictness,
    text: &'t str,
) -> Result<Document<'t>, Fault> {
    let document = Document::parse(text).map_err(|error| (Malformed::Syntax, error.span))?;
    syntax(&document)?;
    version(kind, strictness, &document)?;
    legacy_parsing(&document)?;
    elements::principals_where_they_belong(kind, strictness, &document)?;
    sids(kind, strictness, &document)?;
    each(&document, missing_actions)?;
    each(&document, resources::check)?;
    each(&document, actions::check)?;
    // Policies of container repositories have none.
    if !(kind == PolicyKind::Resource && strictness == Strictness::Stored) {
        each(&document, missing_resources)?;
    }
    each(&document, principals::check)?;
    elements::control_policies(kind, strictness, &document)?;
    Ok(document)
}

fn each(document: &Document<'_>, check: impl Fn(&Statement<'_>) -> Checked) -> Checked {
    document.statements.items.iter().try_for_each(check)
}

/// Fails with `fault` unless `holds`.
pub(super) fn require(holds: bool, fault: impl FnOnce() -> Fault) -> Checked {
    if holds { Ok(()) } else { Err(fault()) }
}

fn syntax(document: &Document<'_>) -> Checked {
    if let Some(version) = &document.version {
        require(is_version(version.as_str()), || (Malformed::Syntax, version.span))?;
    }
    each(document, |statement| {
        let Some(effect) = &statement.effect else { return Err((Malformed::Syntax, statement.span)) };
        let known = ["allow", "deny"].iter().any(|word| effect.as_str().eq_ignore_ascii_case(word));
        require(known, || (Malformed::Syntax, effect.span))?;
        let blocks = statement.condition.iter().flat_map(|condition| &condition.blocks);
        for block in blocks {
            require(block.meaning.is_some(), || (Malformed::Syntax, block.operator.span))?;
        }
        Ok(())
    })
}

pub(super) fn is_version(version: &str) -> bool {
    matches!(version, "2012-10-17" | "2008-10-17")
}

/// Only resource policies may still be written in the language of 2008.
fn version(kind: PolicyKind, strictness: Strictness, document: &Document<'_>) -> Checked {
    if strictness == Strictness::Stored || kind == PolicyKind::Resource {
        return Ok(());
    }
    let version = document.version.as_ref();
    let current = version.is_some_and(|version| version.as_str() == "2012-10-17");
    require(current, || (Malformed::Version, version.map_or(document.span, |version| version.span)))
}

fn legacy_parsing(document: &Document<'_>) -> Checked {
    each(document, |statement| {
        if let Some(effect) = &statement.effect {
            let exact = matches!(effect.as_str(), "Allow" | "Deny");
            require(exact, || (Malformed::LegacyParsing, effect.span))?;
        }
        dates(statement)?;
        resources::legacy_parsing(statement)
    })
}

/// Dates must be dates.
fn dates(statement: &Statement<'_>) -> Checked {
    let blocks = statement.condition.iter().flat_map(|condition| &condition.blocks);
    for block in blocks {
        if !block.meaning.is_some_and(|operator| matches!(operator.comparison, Comparison::Date(_))) {
            continue;
        }
        for value in block.keys.iter().flat_map(|key| &key.values.items) {
            let dated = Instant::parse(value.text.as_str()).is_some();
            require(dated, || (Malformed::LegacyParsing, value.text.span))?;
        }
    }
    Ok(())
}

/// Sids are unique. Only those of policies that IAM keeps are held to letters and digits: "Enable IAM User Permissions" is the
/// Sid of the key policy that AWS KMS writes by default.
fn sids(kind: PolicyKind, strictness: Strictness, document: &Document<'_>) -> Checked {
    let mut seen = BTreeSet::new();
    for sid in document.statements.items.iter().filter_map(|statement| statement.sid.as_ref()) {
        require(sid.as_str().is_empty() || seen.insert(sid.as_str()), || {
            (Malformed::DuplicateSid, sid.span)
        })?;
    }
    if kind == PolicyKind::Resource || strictness == Strictness::Stored {
        return Ok(());
    }
    each(document, |statement| {
        let Some(sid) = &statement.sid else { return Ok(()) };
        let plain = sid.as_str().bytes().all(|byte| byte.is_ascii_alphanumeric());
        require(plain, || (Malformed::SidCharacters, sid.span))
    })
}

fn missing_actions(statement: &Statement<'_>) -> Checked {
    let actions = statement.action.as_ref().map(|element| &element.values);
    require(has_items(actions), || (Malformed::MissingActions, statement.span))
}

fn missing_resources(statement: &Statement<'_>) -> Checked {
    let resources = statement.resource.as_ref().map(|element| &element.values);
    require(has_items(resources), || (Malformed::MissingResources, statement.span))
}

fn has_items<T>(values: Option<&OneOrMany<T>>) -> bool {
    values.is_some_and(|values| !values.items.is_empty())
}
