//! Statements in PartiQL: what they do, and to which table ("PartiQL statements" in the DynamoDB Developer Guide).

mod attributes;
mod words;

use awsim_plugin::access::{Check, ContextValue};
use awsim_plugin::error::ServiceError;
use awsim_plugin::upstream::Input;

use super::{items, tables};
use crate::ask::Ask;
use words::{Word, after, is_single, words};

/// The check of a statement. What cannot be read is refused: nobody knows what it would do.
///
/// # Errors
/// `ValidationError` (400) if it is no statement.
pub(super) fn check(ask: &Ask<'_>, input: &dyn Input) -> Result<Check, ServiceError> {
    let text = input.string("Statement").unwrap_or_default();
    let words = words(&text).ok_or_else(|| invalid(&text))?;
    let verb = words.first().map(|word| word.text.to_ascii_uppercase()).unwrap_or_default();
    // What the statement does, where its table stands, and what may follow that.
    let (action, table_at, clauses): (_, _, &[&str]) = match verb.as_str() {
        "SELECT" => ("PartiQLSelect", after(&words, "FROM"), &["WHERE", "ORDER"]),
        "INSERT" => ("PartiQLInsert", after(&words, "INTO"), &["VALUE"]),
        "UPDATE" => ("PartiQLUpdate", Some(1), &["SET", "REMOVE"]),
        "DELETE" => ("PartiQLDelete", after(&words, "FROM"), &["WHERE", "RETURNING"]),
        _ => return Err(invalid(&text)),
    };
    let at = table_at.ok_or_else(|| invalid(&text))?;
    let name = words.get(at).filter(|word| word.is_name()).ok_or_else(|| invalid(&text))?;
    let table = tables::of_text(ask, &name.text)?;
    let index = match (words.get(at + 1), words.get(at + 2)) {
        (Some(dot), Some(index)) if dot.is(".") && index.is_name() => Some(index.text.clone()),
        _ => None,
    };
    let end = at + if index.is_some() { 3 } else { 1 };
    let follows = words.get(end);
    let is_clause = |word: &Word| word.is(";") || clauses.iter().any(|clause| word.is(clause));
    if !follows.is_none_or(is_clause) || !is_single(&words) {
        return Err(invalid(&text));
    }
    let resource = match &index {
        Some(index) => tables::index(&table, index)?,
        None => table.clone(),
    };
    let hash = items::hash(ask, &table, index.as_deref());
    let parameters = input.member("Parameters");
    let keys = hash.and_then(|hash| keys(&words, &hash, parameters.as_deref()));
    let check = ask.action(action, resource);
    let told = &words[..at];
    let check = match verb.as_str() {
        "SELECT" => check
            .with("dynamodb:FullTableScan", ContextValue::Boolean(keys.is_none()))
            .with_string("dynamodb:Select", Some(attributes::selected(told, index.is_some()))),
        "INSERT" => check,
        _ => check.with_string("dynamodb:ReturnValues", Some(attributes::returned(&words))),
    };
    let attributes = attributes::spoken_of(told, words.get(end..).unwrap_or_default());
    Ok(items::with_items(check, keys.into_iter().collect(), attributes))
}

fn invalid(text: &str) -> ServiceError {
    ServiceError::validation(format!("Statement wasn't well formed, can't be processed: {text}"))
}

/// The partition key that a statement is about: what `key = …` or, in an item, `'key': …` says, unless there is an `OR`.
fn keys(words: &[Word], hash: &str, parameters: Option<&dyn Input>) -> Option<String> {
    if words.iter().any(|word| word.is("OR") || word.is("NOT")) {
        return None;
    }
    let place = words.windows(2).position(|pair| match pair {
        [name, sign] => name.text == hash && (sign.is("=") || sign.is(":")),
        _ => false,
    })?;
    let value = words.get(place + 2)?;
    if value.is("?") {
        let before = words[..place].iter().filter(|word| word.is("?")).count();
        let values = parameters?.elements();
        let value = values.get(before)?;
        return ["S", "N", "B"].into_iter().find_map(|kind| value.string(kind));
    }
    (value.quoted == Some('\'') || value.text.starts_with(|char: char| char.is_ascii_digit()))
        .then(|| value.text.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_partition_key_is_found_where_it_is_bound() {
        let found = |text: &str| keys(&words(text).unwrap(), "pk", None);
        assert_eq!(found("SELECT * FROM t WHERE pk = 'a' AND sk > 3").as_deref(), Some("a"));
        assert_eq!(found("INSERT INTO t VALUE {'pk': 'b'}").as_deref(), Some("b"));
        assert_eq!(found("SELECT * FROM t WHERE pk = 'a' OR pk = 'b'"), None);
        assert_eq!(found("SELECT * FROM t"), None);
    }
}
