//! What could be left out without changing anything.

use crate::document::{Element, Statement, Text};

use super::code::Code;
use super::finding::Findings;
use super::overlap::covers;
use super::subject::Subject;

/// Longer lists are not compared value by value with each other.
const MAX_COMPARED: usize = 500;

pub(super) fn check(subject: &Subject<'_>, findings: &mut Findings) {
    let statements = subject.statements();
    for statement in statements {
        list(statement.action.as_ref(), Names::Actions, findings);
        list(statement.resource.as_ref(), Names::Resources, findings);
    }
    if statements.len() > MAX_COMPARED {
        return;
    }
    for (at, statement) in statements.iter().enumerate() {
        let covering = statements.iter().enumerate().position(|(other, general)| {
            // Of two equal statements the second is redundant.
            other != at
                && includes(subject, general, statement)
                && (other < at || !includes(subject, statement, general))
        });
        if let Some(covering) = covering {
            let message = format!("Statement {} says all that this one says. Remove this one.", covering + 1);
            findings.add(Code::RedundantStatement, statement.span, message);
        }
    }
}

/// Actions ignore case, resources do not.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Names {
    Actions,
    Resources,
}

impl Names {
    fn cover(self, general: &str, special: &str) -> bool {
        match self {
            Names::Actions => covers(&general.to_ascii_lowercase(), &special.to_ascii_lowercase()),
            Names::Resources => covers(general, special),
        }
    }
}

fn list(element: Option<&Element<'_>>, names: Names, findings: &mut Findings) {
    let Some(items) =
        element.map(|element| &element.values.items).filter(|items| items.len() <= MAX_COMPARED)
    else {
        return;
    };
    let code = match names {
        Names::Actions => Code::RedundantAction,
        Names::Resources => Code::RedundantResource,
    };
    for (at, special) in items.iter().enumerate() {
        let covering = items.iter().enumerate().find(|(other, general)| {
            let (general, special) = (general.as_str(), special.as_str());
            *other != at && names.cover(general, special) && (*other < at || !names.cover(special, general))
        });
        if let Some((_, general)) = covering {
            let message = format!("{} is covered by {}. Remove it.", special.as_str(), general.as_str());
            findings.add(code, special.span, message);
        }
    }
}

/// Whether one statement applies wherever another does, with the same effect.
fn includes(subject: &Subject<'_>, general: &Statement<'_>, special: &Statement<'_>) -> bool {
    let text = subject.document.text;
    let effect =
        |statement: &Statement<'_>| statement.effect.as_ref().map(|effect| effect.as_str().to_owned());
    let principal = |statement: &Statement<'_>| {
        statement.principal.as_ref().map(|element| (element.negated, element.span.slice(text)))
    };
    let condition =
        |statement: &Statement<'_>| statement.condition.as_ref().map(|element| element.span.slice(text));
    effect(general) == effect(special)
        && principal(general) == principal(special)
        && (general.condition.is_none() || condition(general) == condition(special))
        && element_includes(general.action.as_ref(), special.action.as_ref(), Names::Actions)
        && element_includes(general.resource.as_ref(), special.resource.as_ref(), Names::Resources)
}

fn element_includes(general: Option<&Element<'_>>, special: Option<&Element<'_>>, names: Names) -> bool {
    let (general, special) = match (general, special) {
        (None, None) => return true,
        (Some(general), Some(special)) if general.negated == special.negated => (general, special),
        _ => return false,
    };
    // A `Not…` element includes another when it excepts less.
    let (wide, narrow) = if general.negated { (special, general) } else { (general, special) };
    let (wide, narrow): (&[Text<'_>], &[Text<'_>]) = (&wide.values.items, &narrow.values.items);
    wide.len().saturating_mul(narrow.len()) <= MAX_COMPARED
        && !narrow.is_empty()
        && narrow.iter().all(|value| wide.iter().any(|pattern| names.cover(pattern.as_str(), value.as_str())))
}
