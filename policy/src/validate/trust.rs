//! The validator of role trust policies.
//!
//! It goes statement by statement, takes every version of the language, and has its own messages.

use std::collections::HashSet;

use crate::document::{Document, PrincipalSet, ShapeError, ShapeErrorKind, Statement};
use crate::text::glob_ignore_case;

use super::permissions::{Checked, Fault, is_version, require};
use super::principals;
use super::{Malformed, Strictness};

/// What can be done with a role's trust: assuming it, and the permissions that go with assuming.
const ACTIONS: [&str; 6] = [
    "sts:AssumeRole",
    "sts:AssumeRoleWithSAML",
    "sts:AssumeRoleWithWebIdentity",
    "sts:TagSession",
    "sts:SetSourceIdentity",
    "sts:SetContext",
];

pub(super) fn validate(strictness: Strictness, text: &str) -> Result<Document<'_>, Fault> {
    let document = Document::parse(text).map_err(shape_fault)?;
    if let Some(version) = &document.version {
        require(is_version(version.as_str()), || (Malformed::TrustVersion, version.span))?;
    }
    let mut sids = HashSet::new();
    for check in &document.statements.items {
        statement(strictness, check)?;
        if let Some(sid) = &check.sid {
            let fresh = sid.as_str().is_empty() || sids.insert(sid.as_str());
            require(fresh, || (Malformed::DuplicateSid, sid.span))?;
        }
    }
    Ok(document)
}

fn shape_fault(error: ShapeError) -> Fault {
    let malformed = match error.kind {
        ShapeErrorKind::Json(_) | ShapeErrorKind::NotAnObject => Malformed::InvalidJson,
        ShapeErrorKind::UnknownField(field) => Malformed::UnknownField { field },
        ShapeErrorKind::MissingField(field) => Malformed::MissingField { field },
        ShapeErrorKind::NoStatements => Malformed::CouldNotParse { reason: "Statement is empty!".into() },
        other => Malformed::CouldNotParse { reason: other.to_string() },
    };
    (malformed, error.span)
}

fn statement(strictness: Strictness, statement: &Statement<'_>) -> Checked {
    let missing = |field| (Malformed::MissingField { field }, statement.span);
    if let Some(resource) = &statement.resource {
        let field = if resource.negated { "NotResource" } else { "Resource" };
        return Err((Malformed::ProhibitedField { field }, resource.name));
    }
    let effect = statement.effect.as_ref().ok_or_else(|| missing("Effect"))?;
    require(matches!(effect.as_str(), "Allow" | "Deny"), || {
        (Malformed::Effect { effect: effect.as_str().to_owned() }, effect.span)
    })?;
    let action = statement.action.as_ref().ok_or_else(|| missing("Action"))?;
    require(!action.values.items.is_empty(), || missing("Action"))?;
    require(!action.negated, || (Malformed::AssumeRoleActions, action.name))?;
    for named in &action.values.items {
        require(assumes_a_role(named.as_str()), || (Malformed::AssumeRoleActions, named.span))?;
    }
    principal(strictness, statement)?;
    for block in statement.condition.iter().flat_map(|condition| &condition.blocks) {
        require(block.meaning.is_some(), || {
            let operator = block.operator.as_str().to_owned();
            (Malformed::ConditionType { operator }, block.operator.span)
        })?;
    }
    Ok(())
}

/// Whether an action pattern stays within `sts` and covers something of [`ACTIONS`].
fn assumes_a_role(pattern: &str) -> bool {
    let within = pattern.get(..4).is_some_and(|prefix| prefix.eq_ignore_ascii_case("sts:"));
    within && ACTIONS.iter().any(|action| glob_ignore_case(pattern, action))
}

fn principal(strictness: Strictness, statement: &Statement<'_>) -> Checked {
    let Some(element) = &statement.principal else {
        return Err((Malformed::MissingField { field: "Principal" }, statement.span));
    };
    require(!element.negated, || (Malformed::ProhibitedField { field: "NotPrincipal" }, element.name))?;
    require(element.iter().next().is_some(), || (Malformed::NoPrincipals, element.span))?;
    if let PrincipalSet::Bare(text) = &element.who {
        let malformed = match text.as_str() {
            "*" if strictness == Strictness::Stored => return Ok(()),
            "*" => Malformed::StarPrincipal,
            other => Malformed::InvalidPrincipal { kind: "AWS".into(), value: other.to_owned() },
        };
        return Err((malformed, text.span));
    }
    principals::typed(element)
}
