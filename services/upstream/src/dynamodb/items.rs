//! Reading and writing items: which of them, and what of them.

use awsim_plugin::access::{Check, ContextValue};
use awsim_plugin::error::ServiceError;
use awsim_plugin::upstream::Input;

use super::expressions::{attributes, bound, resolved};
use super::tables;
use crate::ask::Ask;

/// A check on items of a table, with what fine-grained access control asks for: the partition keys, the attributes, and
/// what is to be returned ("Using IAM policy conditions for fine-grained access control" in the DynamoDB Developer Guide).
///
/// # Errors
/// `ValidationError` (400) if the request names no table.
pub(super) fn check(ask: &Ask<'_>, action: &str, input: &dyn Input) -> Result<Check, ServiceError> {
    let name =
        input.string("TableName").ok_or_else(|| ServiceError::validation("The request has no TableName."))?;
    let table = tables::of_text(ask, &name)?;
    let index = input.string("IndexName");
    let resource = match &index {
        Some(index) => tables::index(&table, index)?,
        None => table.clone(),
    };
    let hash = hash(ask, &table, index.as_deref());
    let mut keys = Vec::new();
    if let Some(hash) = &hash {
        for member in ["Key", "Item"] {
            keys.extend(input.member(member).and_then(|item| key_of(&*item, hash)));
        }
        keys.extend(queried(input, hash));
    }
    Ok(with_items(ask.action(action, resource), keys, attributes(input)))
}

/// A check with partition keys and attributes.
pub(super) fn with_items(check: Check, mut keys: Vec<String>, attributes: Vec<String>) -> Check {
    keys.sort_unstable();
    keys.dedup();
    let check = match keys.is_empty() {
        true => check,
        false => check.with("dynamodb:LeadingKeys", ContextValue::Strings(keys)),
    };
    match attributes.is_empty() {
        true => check,
        false => check.with("dynamodb:Attributes", ContextValue::Strings(attributes)),
    }
}

/// The name of the partition key of a table or its index, if it is known.
pub(super) fn hash(ask: &Ask<'_>, table: &str, index: Option<&str>) -> Option<String> {
    let resource = ask.resource(table)?;
    // A local secondary index has the partition key of its table.
    let of_index = index.and_then(|index| resource.fact(&format!("hash/{index}")));
    of_index.or_else(|| resource.fact("hash")).map(str::to_owned)
}

/// The partition key of an item or a key.
pub(super) fn key_of(item: &dyn Input, hash: &str) -> Option<String> {
    scalar(&*item.member(hash)?)
}

/// The value in `{"S": "…"}`, `{"N": "…"}` or `{"B": "…"}`.
fn scalar(value: &dyn Input) -> Option<String> {
    ["S", "N", "B"].into_iter().find_map(|kind| value.string(kind))
}

/// The partition key that a query is about.
fn queried(input: &dyn Input, hash: &str) -> Option<String> {
    if let Some(conditions) = input.member("KeyConditions") {
        let values = conditions
            .member(hash)?
            .member("AttributeValueList")
            .map(|values| values.elements().iter().find_map(|value| scalar(&**value)));
        return values.flatten();
    }
    let condition = input.string("KeyConditionExpression")?;
    let substitutes = input.texts("ExpressionAttributeNames");
    let name = bound(&condition, &resolved(hash, &[]), &substitutes)?;
    scalar(&*input.member("ExpressionAttributeValues")?.member(name)?)
}

/// A check with what a query or scan returns.
pub(super) fn selecting(check: Check, input: &dyn Input) -> Check {
    let specific =
        input.member("ProjectionExpression").is_some() || input.member("AttributesToGet").is_some();
    let usual = match (specific, input.member("IndexName").is_some()) {
        (true, _) => "SPECIFIC_ATTRIBUTES",
        (false, true) => "ALL_PROJECTED_ATTRIBUTES",
        (false, false) => "ALL_ATTRIBUTES",
    };
    let select = input.string("Select").unwrap_or_else(|| usual.to_owned());
    check.with_string("dynamodb:Select", Some(select))
}

/// A check with what a write returns.
pub(super) fn returning(check: Check, input: &dyn Input) -> Check {
    let values = input.string("ReturnValues").unwrap_or_else(|| "NONE".to_owned());
    check.with_string("dynamodb:ReturnValues", Some(values))
}

/// A check with what is said of the capacity that was consumed.
pub(super) fn consuming(check: Check, input: &dyn Input) -> Check {
    check.with_string("dynamodb:ReturnConsumedCapacity", input.string("ReturnConsumedCapacity"))
}
