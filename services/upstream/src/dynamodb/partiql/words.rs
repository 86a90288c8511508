//! The words of a statement.

/// A word of a statement.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) text: String,
    /// The quotation mark that it stood in, if it did.
    pub(super) quoted: Option<char>,
}

impl Word {
    pub(super) fn is(&self, text: &str) -> bool {
        self.quoted.is_none() && self.text.eq_ignore_ascii_case(text)
    }

    pub(super) fn is_name(&self) -> bool {
        match self.quoted {
            Some(quote) => quote == '"',
            None => self.text.starts_with(|char: char| char.is_ascii_alphanumeric() || char == '_'),
        }
    }
}

/// The words of a statement: names, texts in quotation marks, and single signs. None if a quotation mark is missing.
pub(super) fn words(text: &str) -> Option<Vec<Word>> {
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
pub(super) fn is_single(words: &[Word]) -> bool {
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
pub(super) fn after(words: &[Word], name: &str) -> Option<usize> {
    let mut places = words.iter().enumerate().filter(|(_, word)| word.is(name)).map(|(place, _)| place);
    places.next().filter(|_| places.next().is_none()).map(|place| place + 1)
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
