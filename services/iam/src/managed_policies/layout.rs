//! How a document looks: AWS returns policies as their authors wrote them, most of them indented by four
//! spaces.

const INDENT: &str = "    ";

/// JSON without white space, laid out over lines.
pub(super) fn indented(compact: &str) -> String {
    let mut text = String::with_capacity(compact.len() * 2);
    let mut depth = 0_usize;
    let mut rest = compact;
    // Everything between two structural characters is copied as it stands, strings whole.
    while let Some(character) = rest.chars().next() {
        let token = if character == '"' { string(rest) } else { &rest[..character.len_utf8()] };
        rest = &rest[token.len()..];
        match token {
            "{" | "[" if rest.starts_with(['}', ']']) => text.push_str(token),
            "{" | "[" => {
                text.push_str(token);
                depth += 1;
                new_line(&mut text, depth);
            }
            "}" | "]" if text.ends_with(['{', '[']) => text.push_str(token),
            "}" | "]" => {
                depth = depth.saturating_sub(1);
                new_line(&mut text, depth);
                text.push_str(token);
            }
            "," => {
                text.push_str(token);
                new_line(&mut text, depth);
            }
            ":" => text.push_str(": "),
            _ => text.push_str(token),
        }
    }
    text
}

/// The string at the start of the text, with its quotation marks.
fn string(text: &str) -> &str {
    let mut escaped = false;
    for (position, character) in text.char_indices().skip(1) {
        match character {
            '"' if !escaped => return &text[..=position],
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    text
}

fn new_line(text: &mut String, depth: usize) {
    text.push('\n');
    for _ in 0..depth {
        text.push_str(INDENT);
    }
}

#[cfg(test)]
mod tests {
    use super::indented;

    #[test]
    fn nested_values_are_indented_and_strings_are_left_alone() {
        let compact = r#"{"Version":"2012-10-17","Statement":[{"Sid":"a,b:{}[]\"\\","Action":[],"N":{},"L":["x","y"]}]}"#;
        let expected = r#"{
    "Version": "2012-10-17",
    "Statement": [
        {
            "Sid": "a,b:{}[]\"\\",
            "Action": [],
            "N": {},
            "L": [
                "x",
                "y"
            ]
        }
    ]
}"#;
        assert_eq!(indented(compact), expected);
    }

    #[test]
    fn an_unfinished_string_ends_with_the_text() {
        assert_eq!(indented(r#"["abc\"#), "[\n    \"abc\\");
    }
}
