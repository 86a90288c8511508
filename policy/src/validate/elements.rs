//! Which elements may stand in which kind of policy.

use crate::document::{Document, PrincipalSet, Statement};

use super::permissions::{Checked, require};
use super::{Malformed, PolicyKind, Strictness};

/// Identity, boundary, session and service control policies name no principals; resource policies must.
pub(super) fn principals_where_they_belong(
    kind: PolicyKind,
    strictness: Strictness,
    document: &Document<'_>,
) -> Checked {
    for statement in &document.statements.items {
        match (&statement.principal, kind.has_principals()) {
            (Some(principal), false) => return Err((Malformed::Principal, principal.span)),
            (None, true) => return Err((Malformed::MissingField { field: "Principal" }, statement.span)),
            (Some(principal), true) => {
                // "Using it with Effect Allow is not supported" (AWS JSON policy elements: NotPrincipal).
                let allow = statement.effect.as_ref().is_some_and(|effect| effect.as_str() == "Allow");
                let refused = principal.negated && allow && strictness == Strictness::New;
                require(!refused, || (Malformed::ProhibitedField { field: "NotPrincipal" }, principal.name))?;
            }
            (None, false) => {}
        }
    }
    Ok(())
}

/// Resource control policies only deny, everybody, named actions; the one that allows is AWS's own full access
/// (AWS Organizations User Guide, "RCP syntax").
pub(super) fn control_policies(kind: PolicyKind, strictness: Strictness, document: &Document<'_>) -> Checked {
    if kind != PolicyKind::ResourceControl || strictness == Strictness::Stored {
        return Ok(());
    }
    document.statements.items.iter().try_for_each(|statement| {
        let fault = || (Malformed::PolicyType, statement.span);
        require(names_everybody(statement), fault)?;
        require(!statement.action.as_ref().is_some_and(|action| action.negated), fault)?;
        let allow = statement.effect.as_ref().is_some_and(|effect| effect.as_str() == "Allow");
        require(!allow || is_full_access(statement), fault)
    })
}

fn names_everybody(statement: &Statement<'_>) -> bool {
    statement.principal.as_ref().is_some_and(|principal| {
        !principal.negated && matches!(&principal.who, PrincipalSet::Bare(text) if text.as_str() == "*")
    })
}

fn is_full_access(statement: &Statement<'_>) -> bool {
    let is_star = |element: &Option<crate::document::Element<'_>>| {
        element.as_ref().is_some_and(|element| {
            !element.negated && element.values.items.iter().all(|value| value.as_str() == "*")
        })
    };
    is_star(&statement.action) && is_star(&statement.resource) && statement.condition.is_none()
}
