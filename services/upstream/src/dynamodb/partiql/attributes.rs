//! What a statement says of attributes: which of them it speaks of, and what it wants to be told.

use super::words::Word;

/// Words that stand in statements and are no attributes. DynamoDB reserves them: an attribute of that name stands in
/// quotation marks.
const WORDS: [&str; 29] = [
    "ALL",
    "AND",
    "ASC",
    "BETWEEN",
    "BY",
    "DELETE",
    "DESC",
    "FALSE",
    "FROM",
    "IN",
    "INSERT",
    "INTO",
    "IS",
    "MISSING",
    "MODIFIED",
    "NEW",
    "NOT",
    "NULL",
    "OLD",
    "OR",
    "ORDER",
    "REMOVE",
    "RETURNING",
    "SELECT",
    "SET",
    "TRUE",
    "UPDATE",
    "VALUE",
    "WHERE",
];

/// The top-level attributes that a statement speaks of (`dynamodb:Attributes`), each once, in order: in what stands before
/// its table, and in what follows.
pub(super) fn spoken_of(before: &[Word], after: &[Word]) -> Vec<String> {
    let is_insert = before.first().is_some_and(|verb| verb.is("INSERT"));
    let mut attributes: Vec<String> = match is_insert {
        true => keys_of_item(after),
        false => [before, after].iter().flat_map(|words| names(words)).collect(),
    };
    attributes.sort_unstable();
    attributes.dedup();
    attributes
}

/// The keys of the item that is inserted, and not those of maps within it.
fn keys_of_item(words: &[Word]) -> Vec<String> {
    let mut depth = 0_usize;
    let mut keys = Vec::new();
    for (place, word) in words.iter().enumerate() {
        match word {
            word if word.is("{") => depth += 1,
            word if word.is("}") => depth = depth.saturating_sub(1),
            word if depth == 1 && words.get(place + 1).is_some_and(|next| next.is(":")) => {
                keys.push(word.text.clone());
            }
            _ => {}
        }
    }
    keys
}

/// The names in a part of a statement: neither words of the language, nor functions, nor what is within an attribute.
fn names(words: &[Word]) -> Vec<String> {
    let is = |place: Option<usize>, sign: &str| {
        place.and_then(|place| words.get(place)).is_some_and(|word| word.is(sign))
    };
    let is_attribute = |(place, word): &(usize, &Word)| {
        let is_plain = word.quoted.is_none();
        let is_number = word.text.starts_with(|char: char| char.is_ascii_digit());
        let is_word = WORDS.iter().any(|known| word.is(known));
        let is_function = is(Some(place + 1), "(");
        let is_within = is(place.checked_sub(1), ".");
        word.is_name() && !is_within && !(is_plain && (is_number || is_word || is_function))
    };
    let attributes = words.iter().enumerate().filter(is_attribute);
    attributes.map(|(_, word)| word.text.clone()).collect()
}

/// What a `SELECT` wants of items (`dynamodb:Select`), of which this is what stands before its table.
pub(super) fn selected(before: &[Word], of_index: bool) -> &'static str {
    match (before.iter().any(|word| word.is("*")), of_index) {
        (false, _) => "SPECIFIC_ATTRIBUTES",
        (true, true) => "ALL_PROJECTED_ATTRIBUTES",
        (true, false) => "ALL_ATTRIBUTES",
    }
}

/// What a statement that writes wants to be told of the item (`dynamodb:ReturnValues`).
pub(super) fn returned(words: &[Word]) -> &'static str {
    let at = words.iter().position(|word| word.is("RETURNING"));
    let Some(wanted) = at.and_then(|at| words.get(at + 1..)) else { return "NONE" };
    let has = |name: &str| wanted.iter().any(|word| word.is(name));
    match (has("MODIFIED"), has("NEW")) {
        (true, true) => "UPDATED_NEW",
        (true, false) => "UPDATED_OLD",
        (false, true) => "ALL_NEW",
        (false, false) => "ALL_OLD",
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    /// Where the table of these statements stands, which is called `t`.
    fn parts(statement: &str) -> (Vec<Word>, Vec<Word>) {
        let mut before = words(statement).unwrap();
        let at = before.iter().position(|word| word.text == "t").unwrap();
        let after = before.split_off(at + 1);
        before.pop();
        (before, after)
    }

    #[test]
    fn attributes_are_told_from_words_values_and_functions() {
        for (statement, found) in [
            ("SELECT * FROM t", vec![]),
            ("SELECT id, \"Order\", a.b[0].c FROM t WHERE id = 'x'", vec!["Order", "a", "id"]),
            (
                "SELECT id FROM t WHERE begins_with(\"size\", 'a') AND n BETWEEN 1 AND 2",
                vec!["id", "n", "size"],
            ),
            ("SELECT id FROM t WHERE id IN ['a', 'b'] ORDER BY n DESC", vec!["id", "n"]),
            ("INSERT INTO t VALUE {'id': 'a', 'map': {'inner': true}, 'n': ?}", vec!["id", "map", "n"]),
            (
                "UPDATE t SET a = list_append(b, ?) REMOVE c.d WHERE id = 1 RETURNING ALL OLD *",
                vec!["a", "b", "c", "id"],
            ),
            ("DELETE FROM t WHERE id = 'a' AND x IS NOT MISSING", vec!["id", "x"]),
        ] {
            let (before, after) = parts(statement);
            assert_eq!(spoken_of(&before, &after), found, "{statement}");
        }
    }

    #[test]
    fn what_is_wanted_is_told() {
        for (statement, wanted) in
            [("SELECT * FROM t", "ALL_ATTRIBUTES"), ("SELECT a FROM t", "SPECIFIC_ATTRIBUTES")]
        {
            assert_eq!(selected(&parts(statement).0, false), wanted, "{statement}");
        }
        assert_eq!(selected(&parts("SELECT * FROM t").0, true), "ALL_PROJECTED_ATTRIBUTES");
        for (statement, wanted) in [
            ("DELETE FROM t WHERE id = 'a'", "NONE"),
            ("DELETE FROM t WHERE id = 'a' RETURNING ALL OLD *", "ALL_OLD"),
            ("UPDATE t SET a = 1 WHERE id = 'a' RETURNING MODIFIED NEW *", "UPDATED_NEW"),
            ("UPDATE t SET a = 1 WHERE id = 'a' RETURNING MODIFIED OLD *", "UPDATED_OLD"),
            ("UPDATE t SET a = 1 WHERE id = 'a' RETURNING ALL NEW *", "ALL_NEW"),
        ] {
            assert_eq!(returned(&words(statement).unwrap()), wanted, "{statement}");
        }
    }
}
