//! The attributes that expressions speak of ("Using expressions in DynamoDB" in the DynamoDB Developer Guide).

use awsim_plugin::upstream::Input;

/// Words that stand in expressions and are no attributes. DynamoDB reserves them: an attribute of that name is written
/// with a substitute.
const WORDS: [&str; 10] =
    ["SET", "REMOVE", "ADD", "DELETE", "AND", "OR", "NOT", "BETWEEN", "IN", "ATTRIBUTE_TYPE"];

/// The members that hold expressions.
const MEMBERS: [&str; 5] = [
    "ProjectionExpression",
    "ConditionExpression",
    "FilterExpression",
    "KeyConditionExpression",
    "UpdateExpression",
];

/// The members, of an older form of requests, that are maps or lists of attributes.
const MAPS: [&str; 7] =
    ["Key", "Item", "AttributeUpdates", "Expected", "KeyConditions", "QueryFilter", "ScanFilter"];

/// The top-level attributes that a request speaks of, each once, in order (`dynamodb:Attributes`).
pub(super) fn attributes(input: &dyn Input) -> Vec<String> {
    let substitutes = input.texts("ExpressionAttributeNames");
    let mut attributes: Vec<String> = MAPS.iter().flat_map(|map| input.keys(map)).collect();
    attributes.extend(input.strings("AttributesToGet"));
    for member in MEMBERS {
        if let Some(expression) = input.string(member) {
            attributes.extend(names(&expression).into_iter().map(|name| resolved(name, &substitutes)));
        }
    }
    attributes.sort_unstable();
    attributes.dedup();
    attributes
}

/// A name, or what it is a substitute for.
pub(super) fn resolved(name: &str, substitutes: &[(String, String)]) -> String {
    let found = substitutes.iter().find(|(substitute, _)| substitute == name);
    found.map_or(name, |(_, attribute)| attribute).to_owned()
}

/// The top-level attributes in an expression, substitutes (`#name`) as they stand there.
fn names(expression: &str) -> Vec<&str> {
    let is_part = |char: char| char.is_alphanumeric() || matches!(char, '_' | '#' | ':' | '-');
    let mut names = Vec::new();
    let mut rest = expression;
    let mut nested = false;
    while let Some(start) = rest.find(is_part) {
        nested = rest[..start].ends_with('.') || (nested && start == 0);
        let word = &rest[start..];
        let end = word.find(|char| !is_part(char)).unwrap_or(word.len());
        let (word, after) = word.split_at(end);
        let is_function =
            after.trim_start().starts_with('(') && !WORDS.contains(&&*word.to_ascii_uppercase());
        let is_value = word.starts_with(':') || word.starts_with(|char: char| char.is_ascii_digit());
        let is_word = WORDS.contains(&&*word.to_ascii_uppercase());
        if !nested && !is_function && !is_value && !is_word {
            names.push(word);
        }
        nested = false;
        rest = after;
    }
    names
}

/// The values that a key condition binds an attribute to with `=`: names of values (`:v`).
pub(super) fn bound<'e>(
    expression: &'e str,
    attribute: &str,
    substitutes: &[(String, String)],
) -> Option<&'e str> {
    let mut rest = expression;
    while let Some(at) = rest.find('=') {
        let (before, after) = (&rest[..at], &rest[at + 1..]);
        let compares = before.ends_with(['<', '>']);
        let name = before.trim_end().rsplit(|char: char| char.is_whitespace() || char == '(').next()?;
        let value = after.trim_start();
        let end = value.find(|char: char| char.is_whitespace() || char == ')').unwrap_or(value.len());
        if !compares && resolved(name, substitutes) == attribute {
            return Some(&value[..end]);
        }
        rest = after;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_told_from_words_values_and_functions() {
        for (expression, found) in [
            ("id, #n, a.b[0].c", vec!["id", "#n", "a"]),
            ("SET price = if_not_exists(price, :zero) + :one REMOVE old", vec!["price", "price", "old"]),
            ("attribute_exists(id) AND NOT (size(tags) > :n)", vec!["id", "tags"]),
            ("id IN (:a, :b)", vec!["id"]),
            ("pk = :p AND sk BETWEEN :a AND :b", vec!["pk", "sk"]),
            ("", vec![]),
        ] {
            assert_eq!(names(expression), found, "{expression}");
        }
    }

    #[test]
    fn a_key_condition_binds_the_key() {
        let substitutes = [("#p".to_owned(), "pk".to_owned())];
        assert_eq!(bound("#p = :p AND sk > :s", "pk", &substitutes), Some(":p"));
        assert_eq!(bound("sk >= :s and (pk=:p)", "pk", &[]), Some(":p"));
        assert_eq!(bound("sk = :s", "pk", &[]), None);
    }
}
