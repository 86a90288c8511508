//! What `--print-config` shows: the result, as a file that could be used, and where each value comes from.

use std::fmt::{self, Write};

use figment::value::{Dict, Value};

use super::complaint::Origin;
use super::load::Loaded;

/// The column of the comments.
const COLUMN: usize = 44;

/// What stands in the place of a secret.
pub(super) const NOT_SHOWN: &str = "\"(not shown)\"";

/// The settings that are not shown to whoever looks over the shoulder.
const SECRETS: [&str; 3] =
    ["bootstrap.accounts", "container_credentials.authorization_token", "root.secret_access_key"];

impl fmt::Display for Loaded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.section(f, "", &self.values)
    }
}

impl Loaded {
    fn section(&self, f: &mut fmt::Formatter<'_>, path: &str, dict: &Dict) -> fmt::Result {
        let is_section = |value: &&Value| matches!(value, Value::Dict(_, inner) if !inner.is_empty());
        let (sections, settings): (Vec<_>, Vec<_>) = dict.iter().partition(|(_, value)| is_section(value));
        if !path.is_empty() && !settings.is_empty() {
            writeln!(f, "\n[{path}]")?;
        }
        for (name, value) in settings {
            let setting = join(path, name);
            let origin = self.origins.of_setting(&setting);
            let value = if is_secret(&setting) && origin != Origin::Default {
                NOT_SHOWN.to_owned()
            } else {
                toml(value)
            };
            writeln!(f, "{:<COLUMN$} # {origin}", format!("{} = {value}", key(name)))?;
        }
        for (name, value) in sections {
            if let Value::Dict(_, inner) = value {
                self.section(f, &join(path, &key(name)), inner)?;
            }
        }
        Ok(())
    }
}

/// Whether a setting is not shown; the access key of an upstream is one of its service.
fn is_secret(setting: &str) -> bool {
    let of_service = setting.starts_with("services.") && setting.ends_with(".secret_access_key");
    of_service || SECRETS.contains(&setting)
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

fn key(name: &str) -> String {
    let bare = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    if !name.is_empty() && name.bytes().all(bare) { name.to_owned() } else { quoted(name) }
}

/// A value as TOML writes it.
fn toml(value: &Value) -> String {
    match value {
        Value::String(_, text) => quoted(text),
        Value::Char(_, char) => quoted(&char.to_string()),
        Value::Bool(_, value) => value.to_string(),
        Value::Num(_, number) => match (number.to_u128(), number.to_i128()) {
            (Some(number), _) => number.to_string(),
            (_, Some(number)) => number.to_string(),
            _ => format!("{:?}", number.to_f64().unwrap_or(f64::NAN)),
        },
        // TOML has no word for nothing.
        Value::Empty(..) => "\"\"".to_owned(),
        Value::Array(_, values) => format!("[{}]", values.iter().map(toml).collect::<Vec<_>>().join(", ")),
        Value::Dict(_, dict) => {
            let entries: Vec<_> =
                dict.iter().map(|(name, value)| format!("{} = {}", key(name), toml(value))).collect();
            format!("{{ {} }}", entries.join(", "))
        }
    }
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for char in text.chars() {
        match char {
            '"' | '\\' => quoted.extend(['\\', char]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            char if char.is_control() => {
                // Writing to a string cannot fail.
                let _ = write!(quoted, "\\u{:04X}", u32::from(char));
            }
            char => quoted.push(char),
        }
    }
    quoted.push('"');
    quoted
}
