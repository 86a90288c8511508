//! Statements in PartiQL: what they do, and to which table ("PartiQL statements" in the DynamoDB Developer Guide).

use awsim_plugin::access::{Check, ContextValue};
use awsim_plugin::error::ServiceError;
use awsim_plugin::upstream::Input;

use super::{items, tables};
use crate::ask::Ask;

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
    let follows = words.get(at + if index.is_some() { 3 } else { 1 });
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
    let check = match action {
        "PartiQLSelect" => check.with("dynamodb:FullTableScan", ContextValue::Boolean(keys.is_none())),
        _ => check,
    };
    Ok(items::with_items(check, keys.into_iter().collect(), Vec::new()))
}

fn invalid(text: &str) -> ServiceError {
    ServiceError::validation(format!("Statement wasn't well formed, can't be processed: {text}"))
}

/// A word of a statement.
#[derive(Debug, PartialEq, Eq)]
struct Word {
    text: String,
    /// The quotation mark that it stood in, if it did.
    quoted: Option<char>,
}

impl Word {
    fn is(&self, text: &str) -> bool {
        self.quoted.is_none() && self.text.eq_ignore_ascii_case(text)
    }

    fn is_name(&self) -> bool {
        match self.quoted {
            Some(quote) => quote == '"',
            None => self.text.starts_with(|char: char| char.is_ascii_alphanumeric() || char == '_'),
        }
    }
}

/// The words of a statement: names, texts in quotation marks, and single signs. None if a quotation mark is missing.
fn words(text: &str) -> Option<Vec<Word>> {
    let mut words = Vec::new();
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        let mut word = Word { text: String::new(), quoted: None };
        match char {
            char if char.is_whitespace() => continue,
            '"' | '\'' => {
                word.quoted = Some(char);
                loop {
                    let next = chars.next()?;
                    // A mark that is doubled stands for itself.
                    if next == char && chars.next_if_eq(&char).is_none() {
                        break;
                    }
                    word.text.push(next);
                }
            }
            char if is_plain(char) => {
                word.text.push(char);
                while let Some(next) = chars.next_if(|next| is_plain(*next)) {
                    word.text.push(next);
                }
            }
            char => word.text.push(char),
        }
        words.push(word);
    }
    Some(words)
}

fn is_plain(char: char) -> bool {
    char.is_alphanumeric() || matches!(char, '_' | '-')
}

/// Whether the words are one statement about one table, without comments, which not every reader passes over.
fn is_single(words: &[Word]) -> bool {
    let count = |text: &str| words.iter().filter(|word| word.is(text)).count();
    let is_comment = |word: &Word| word.quoted.is_none() && word.text.contains("--");
    let is_end = |(place, word): (usize, &Word)| !word.is(";") || place + 1 == words.len();
    count("JOIN") == 0
        && count("SELECT") <= 1
        && count("FROM") <= 1
        && !words.iter().any(is_comment)
        && !words.windows(2).any(|pair| matches!(pair, [slash, star] if slash.is("/") && star.is("*")))
        && words.iter().enumerate().all(is_end)
}

/// The place after a word that stands there once. A statement that has it twice is not one that DynamoDB takes.
fn after(words: &[Word], name: &str) -> Option<usize> {
    let mut places = words.iter().enumerate().filter(|(_, word)| word.is(name)).map(|(place, _)| place);
    places.next().filter(|_| places.next().is_none()).map(|place| place + 1)
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

    fn texts(statement: &str) -> Vec<String> {
        words(statement).unwrap().into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn words_are_told_apart() {
        assert_eq!(
            texts("SELECT * FROM \"a-b\".\"i\" WHERE pk='it''s'"),
            ["SELECT", "*", "FROM", "a-b", ".", "i", "WHERE", "pk", "=", "it's"]
        );
        assert!(words("SELECT 'a").is_none());
    }

    #[test]
    fn the_partition_key_is_found_where_it_is_bound() {
        let found = |text: &str| keys(&words(text).unwrap(), "pk", None);
        assert_eq!(found("SELECT * FROM t WHERE pk = 'a' AND sk > 3").as_deref(), Some("a"));
        assert_eq!(found("INSERT INTO t VALUE {'pk': 'b'}").as_deref(), Some("b"));
        assert_eq!(found("SELECT * FROM t WHERE pk = 'a' OR pk = 'b'"), None);
        assert_eq!(found("SELECT * FROM t"), None);
    }

    #[test]
    fn a_statement_is_one_and_about_one_table() {
        for single in ["SELECT a FROM t WHERE b = 'x;JOIN -- FROM'", "DELETE FROM t WHERE a = 1;"] {
            assert!(is_single(&words(single).unwrap()), "{single}");
        }
        for several in [
            "SELECT a FROM t JOIN u",
            "SELECT a FROM t WHERE b = (SELECT c)",
            "UPDATE t SET a = 1 FROM u FROM v",
            "DELETE FROM t; DELETE FROM u",
            "SELECT a -- '\n FROM u -- ' FROM t",
            "SELECT a /* b */ FROM t",
        ] {
            assert!(!is_single(&words(several).unwrap()), "{several}");
        }
    }

    #[test]
    fn a_word_that_stands_there_twice_names_nothing() {
        let words = words("SELECT a FROM t FROM u").unwrap();
        assert_eq!(after(&words, "FROM"), None);
    }
}
