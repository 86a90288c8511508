//! Policy templates: policies in which `@{name}` stands for what a request puts there ("Policy templates" in the IAM User
//! Guide).
//!
//! A template is rewritten string by string, so that no value can be anything but part of a string. A string with a
//! parameter that is a list becomes several, one for each combination of values.

use std::fmt::Write as _;

use crate::state::DelegationParameter;

/// The most strings that one becomes, and the most characters of a rendered policy.
const MOST_STRINGS: usize = 2048;

/// The template with the parameters in it.
///
/// # Errors
/// Which parameter is missing or has no value, or that the result is far too large.
pub(super) fn render(template: &str, parameters: &[DelegationParameter]) -> Result<String, String> {
    let mut rendered = String::with_capacity(template.len());
    // The brackets around the place, innermost last: in a list a string may become several without more ado.
    let mut open = Vec::new();
    let mut rest = template;
    while let Some(next) = rest.chars().next() {
        if next == '"' {
            let (string, after) = split_string(rest);
            rest = after;
            let name = after.trim_start().starts_with(':');
            let strings = if name { vec![string.to_owned()] } else { substitute(string, parameters)? };
            push(&mut rendered, &strings, open.last() == Some(&'['));
        } else {
            match next {
                '[' | '{' => open.push(next),
                ']' | '}' => drop(open.pop()),
                _ => {}
            }
            rendered.push(next);
            rest = &rest[next.len_utf8()..];
        }
        if rendered.len() > 64 * MOST_STRINGS {
            return Err("the rendered policy is too large".to_owned());
        }
    }
    Ok(rendered)
}

/// Adds the strings that stand in the place of one.
fn push(rendered: &mut String, strings: &[String], in_list: bool) {
    let joined = strings.join(",");
    // Writing to a string cannot fail.
    let _ = match strings {
        [_] => write!(rendered, "{joined}"),
        _ if in_list => write!(rendered, "{joined}"),
        _ => write!(rendered, "[{joined}]"),
    };
}

/// The string at the start of a text, with its quotation marks, and what follows it.
fn split_string(text: &str) -> (&str, &str) {
    let mut escaped = false;
    for (place, character) in text.char_indices().skip(1) {
        match character {
            '"' if !escaped => return text.split_at(place + 1),
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    (text, "")
}

/// The strings that one becomes; quotation marks included.
fn substitute(string: &str, parameters: &[DelegationParameter]) -> Result<Vec<String>, String> {
    let mut strings = vec![String::new()];
    let mut rest = string;
    while let Some((before, from)) = rest.split_once("@{") {
        let Some((name, after)) = from.split_once('}') else { break };
        let parameter = parameters
            .iter()
            .find(|parameter| *parameter.name == *name)
            .ok_or_else(|| format!("the parameter {name} is missing"))?;
        if parameter.values.is_empty() || !parameter.is_list && parameter.values.len() > 1 {
            return Err(format!("the parameter {name} has {} values", parameter.values.len()));
        }
        if strings.len() * parameter.values.len() > MOST_STRINGS {
            return Err("the parameters have too many combinations of values".to_owned());
        }
        let values: Vec<String> = parameter.values.iter().map(|value| escaped(value)).collect();
        strings = strings
            .iter()
            .flat_map(|start| values.iter().map(move |value| format!("{start}{before}{value}")))
            .collect();
        rest = after;
    }
    Ok(strings.into_iter().map(|start| start + rest).collect())
}

/// A value as it stands within a JSON string.
fn escaped(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    for character in value.chars() {
        match character {
            '"' | '\\' => escaped.extend(['\\', character]),
            // Writing to a string cannot fail.
            control if control < ' ' => drop(write!(escaped, "\\u{:04x}", u32::from(control))),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parameter(name: &str, values: &[&str], is_list: bool) -> DelegationParameter {
        let values = values.iter().map(|value| (*value).into()).collect();
        DelegationParameter { name: name.into(), values, is_list }
    }

    #[test]
    fn a_parameter_stands_in_its_place() {
        let template = r#"{"Resource": "arn:aws:s3:::@{bucketName}/*", "@{kept}": ["a", "@{bucketName}"]}"#;
        let rendered = render(template, &[parameter("bucketName", &["b\"\\"], false)]).unwrap();
        assert_eq!(rendered, r#"{"Resource": "arn:aws:s3:::b\"\\/*", "@{kept}": ["a", "b\"\\"]}"#);
    }

    #[test]
    fn a_list_makes_several_strings() {
        let lists = [parameter("name", &["a", "b"], true), parameter("path", &["x", "y"], true)];
        let one = render(r#"{"R": "@{name}/@{path}"}"#, &lists).unwrap();
        assert_eq!(one, r#"{"R": ["a/x","a/y","b/x","b/y"]}"#);
        let among = render(r#"{"R": ["z", "@{name}"]}"#, &lists).unwrap();
        assert_eq!(among, r#"{"R": ["z", "a","b"]}"#);
    }

    #[test]
    fn what_is_missing_or_too_much_is_refused() {
        let refused =
            |parameters: &[DelegationParameter]| render(r#"{"R": "@{name}"}"#, parameters).unwrap_err();
        assert_eq!(refused(&[]), "the parameter name is missing");
        assert_eq!(refused(&[parameter("name", &["a", "b"], false)]), "the parameter name has 2 values");
        assert_eq!(refused(&[parameter("name", &[], true)]), "the parameter name has 0 values");
        let many: Vec<String> = (0..100).map(|number| number.to_string()).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        let error = render(r#"["@{many}@{many}"]"#, &[parameter("many", &many, true)]).unwrap_err();
        assert_eq!(error, "the parameters have too many combinations of values");
    }

    #[test]
    fn an_unfinished_string_or_parameter_ends_with_the_text() {
        assert_eq!(render(r#"["abc\"#, &[]).unwrap(), r#"["abc\"#);
        assert_eq!(render(r#"["@{abc"]"#, &[]).unwrap(), r#"["@{abc"]"#);
    }
}
