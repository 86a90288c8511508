//! What an encoded authorization message says.
//!
//! The form is the one that AWS's messages have once they are decoded (the example in the API reference of
//! `DecodeAuthorizationMessage`, and the messages of EC2): lists are objects with `items`, values are objects with `value`.

use std::borrow::Cow;
use std::collections::BTreeMap;

use awsim_policy::document::{Element, PrincipalElement, PrincipalSet, Statement};
use awsim_policy::explain::StatementSource;
use awsim_policy::{Layers, Request, outline};
use serde::Serialize;

use crate::authorize::Decided;

/// The most statements, condition keys, and values of one.
const MOST: usize = 100;

/// How much a message tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detail {
    /// All of it.
    Full,
    /// Neither condition keys nor statements: what is left is as short as what was asked.
    Short,
}

/// What a message says.
#[derive(Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Content<'d> {
    allowed: bool,
    explicit_deny: bool,
    matched_statements: Items<StatementItem>,
    /// What could not be evaluated; nothing is undecided here.
    failures: Items<Empty>,
    context: RequestContext<'d>,
}

#[derive(Debug, PartialEq, Serialize)]
struct RequestContext<'d> {
    principal: PrincipalItem,
    action: &'d str,
    resource: &'d str,
    conditions: Items<Condition>,
}

#[derive(Debug, PartialEq, Serialize)]
struct PrincipalItem {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    arn: String,
}

/// A statement that denies.
#[derive(Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct StatementItem {
    statement_id: String,
    effect: &'static str,
    principals: Items<Single>,
    principal_groups: Items<Empty>,
    actions: Items<Single>,
    resources: Items<Single>,
    conditions: Items<Condition>,
}

/// A condition key, with the values of the request or of the statement.
#[derive(Debug, PartialEq, Serialize)]
struct Condition {
    key: String,
    values: Items<Single>,
}

#[derive(Debug, PartialEq, Serialize)]
struct Single {
    value: String,
}

#[derive(Debug, PartialEq, Serialize)]
struct Empty {}

#[derive(Debug, PartialEq, Serialize)]
struct Items<T> {
    items: Vec<T>,
}

impl<T> Items<T> {
    fn of(items: impl IntoIterator<Item = T>) -> Self {
        Self { items: items.into_iter().take(MOST).collect() }
    }

    fn none() -> Self {
        Self { items: Vec::new() }
    }
}

impl Items<Single> {
    fn values(texts: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::of(texts.into_iter().map(|text| Single { value: text.into() }))
    }
}

impl<'d> Content<'d> {
    /// What a message says of a decision.
    pub(super) fn of(decided: &'d Decided, detail: Detail) -> Self {
        let full = detail == Detail::Full;
        let denied = decided.decision.is_explicit_deny();
        let statements = decided.ask(|request, layers| match full && denied {
            true => statements(request, layers),
            false => Items::none(),
        });
        let (principal, conditions) = decided.with_request(|request| {
            let principal = PrincipalItem {
                id: request.principal.user_id().map(Cow::into_owned),
                arn: request.principal.display_name().to_owned(),
            };
            let conditions = if full { conditions(decided, &request) } else { Items::none() };
            (principal, conditions)
        });
        Self {
            allowed: decided.decision.is_allowed(),
            explicit_deny: denied,
            matched_statements: statements,
            failures: Items::none(),
            context: RequestContext {
                principal,
                action: &decided.check.action,
                resource: &decided.check.resource,
                conditions,
            },
        }
    }
}

/// The condition keys of the request with their values, in alphabetical order.
fn conditions(decided: &Decided, request: &Request<'_>) -> Items<Condition> {
    let names: BTreeMap<String, Cow<'_, str>> =
        decided.key_names().map(|name| (name.to_lowercase(), name)).collect();
    Items::of(names.into_iter().filter_map(|(lower_case, name)| {
        let values = request.context.get(&lower_case).filter(|values| !values.is_empty())?;
        let values = Items::values(values.iter().map(awsim_policy::Value::text));
        Some(Condition { key: name.into_owned(), values })
    }))
}

/// The statements that deny.
fn statements(request: &Request<'_>, layers: &Layers<'_>) -> Items<StatementItem> {
    let matched = outline(request, layers).matched;
    let denying = matched.iter().filter(|matched| matched.denies);
    Items::of(denying.filter_map(|matched| statement(matched, request, layers)))
}

fn statement(
    matched: &StatementSource<'_>,
    request: &Request<'_>,
    layers: &Layers<'_>,
) -> Option<StatementItem> {
    let at = matched.at;
    let policy = layers.policy(at.layer, at.level, at.policy)?.policy;
    let document = policy.document();
    let statement = document.statements.items.get(at.statement as usize)?;
    Some(StatementItem {
        statement_id: matched.sid.unwrap_or_default().to_owned(),
        effect: "DENY",
        principals: match &statement.principal {
            Some(element) => principals(element),
            None => Items::values(request.principal.user_id()),
        },
        principal_groups: Items::none(),
        actions: patterns(statement.action.as_ref()),
        resources: patterns(statement.resource.as_ref()),
        conditions: wanted(statement),
    })
}

fn principals(element: &PrincipalElement<'_>) -> Items<Single> {
    match &element.who {
        PrincipalSet::Bare(text) => Items::values([text.as_str()]),
        PrincipalSet::Typed(types) => {
            Items::values(types.iter().flat_map(|of_type| &of_type.values.items).map(|text| text.as_str()))
        }
    }
}

fn patterns(element: Option<&Element<'_>>) -> Items<Single> {
    Items::values(element.into_iter().flat_map(|element| &element.values.items).map(|text| text.as_str()))
}

fn wanted(statement: &Statement<'_>) -> Items<Condition> {
    let blocks = statement.condition.iter().flat_map(|condition| &condition.blocks);
    Items::of(blocks.flat_map(|block| &block.keys).map(|key| Condition {
        key: key.key.as_str().to_owned(),
        values: Items::values(key.values.items.iter().map(|value| value.text.as_str())),
    }))
}
