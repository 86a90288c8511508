//! The settings that there are.
//!
//! Nobody lists them a second time: they are what the defaults have, those of the host and those of every linked
//! plugin.

use std::collections::BTreeMap;
use std::path::Path;

use awsim_plugin::fallback::Fallback;
use figment::value::{Dict, Num, Value};

use super::complaint::{Complaints, ConfigError};
use super::layer::{Setting, dotted};
use super::raw::Raw;
use super::variables::variable;

/// The section of the services. It is one also in a program without any.
pub(super) const SERVICES: &str = "services";

/// The settings that there are, each with its default.
pub(super) struct Schema {
    defaults: Dict,
}

/// What a path leads to.
enum Found<'s> {
    Setting(&'s Value),
    /// Below a setting that is a dictionary of anything.
    Inside,
    Section,
    /// The path leads on below a setting.
    Below(usize),
    /// The name at this place is unknown in this section.
    Unknown(usize, &'s Dict),
}

impl Schema {
    /// The settings that have these defaults.
    pub(super) fn of(defaults: &Raw) -> Self {
        let defaults = Value::serialize(defaults).ok().and_then(Value::into_dict);
        Self { defaults: defaults.unwrap_or_default() }
    }

    /// The default of a setting.
    pub(super) fn default(&self, path: &[String]) -> Option<&Value> {
        match self.find(path) {
            Found::Setting(value) => Some(value),
            _ => None,
        }
    }

    /// Every setting with its default, sorted.
    pub(super) fn settings(&self) -> Vec<(Vec<String>, &Value)> {
        leaves(&self.defaults)
    }

    /// The path of each setting by its variable.
    pub(super) fn variables(&self) -> BTreeMap<String, Vec<String>> {
        self.settings().into_iter().map(|(path, _)| (variable(&path), path)).collect()
    }

    /// The value that a text stands for: the one that a file would have there, as far as the default tells. Text that
    /// stands for nothing of the kind stays text, which is refused later.
    pub(super) fn value_of_text(&self, path: &[String], text: &str) -> Value {
        let parsed = match self.default(path) {
            Some(
                Value::Num(..) | Value::Bool(..) | Value::Array(..) | Value::Dict(..) | Value::Empty(..),
            ) => serde_json::from_str::<serde_json::Value>(text).ok(),
            _ => None,
        };
        parsed.and_then(|value| Value::serialize(value).ok()).unwrap_or_else(|| Value::from(text))
    }

    /// Whether a setting may be written as it was. If not, a complaint says why.
    pub(super) fn accepts(&self, setting: &Setting, complaints: &mut Complaints) -> bool {
        let path = &setting.path;
        let empty_section = matches!(&setting.value, Value::Dict(_, dict) if dict.is_empty());
        let complaint = match self.find(path) {
            Found::Inside => return true,
            Found::Section if empty_section => return false,
            Found::Setting(default) => {
                let service = path.first().is_some_and(|section| section == SERVICES);
                match kind_expected(default, &setting.value).filter(|_| service) {
                    None => return true,
                    Some(expected) => {
                        format!("`{}` is {}: expected {expected}", dotted(path), shown(&setting.value))
                    }
                }
            }
            Found::Section => format!("`{}` is a section: it has settings, not a value", dotted(path)),
            Found::Below(end) => format!("`{}` is a setting, not a section", dotted(&path[..end])),
            Found::Unknown(place, section) => self.unknown(path, place, section),
        };
        complaints.add(setting.origin.clone(), complaint);
        false
    }

    fn unknown(&self, path: &[String], place: usize, section: &Dict) -> String {
        let written = dotted(&path[..=place]);
        let name = path.get(place).map_or("", String::as_str);
        if place == 1 && path.first().is_some_and(|section| section == SERVICES) {
            let all = section.keys().map(String::as_str);
            let linked: Vec<_> = all.filter(|name| Fallback::for_service(name).is_none()).collect();
            return format!("this program has no service `{name}`; it has: {}", linked.join(", "));
        }
        let sibling = nearest(name, section.keys().map(String::as_str))
            .map(|sibling| [&path[..place], &[sibling.to_owned()]].concat());
        // The right name in the wrong section.
        let elsewhere = || {
            let settings = self.settings();
            let mut same =
                settings.iter().map(|(known, _)| known).filter(|known| known.last() == path.last());
            same.next().cloned()
        };
        match sibling.or_else(elsewhere) {
            Some(suggestion) => {
                format!("there is no setting `{written}`; did you mean `{}`?", dotted(&suggestion))
            }
            None => format!("there is no setting `{written}`"),
        }
    }

    fn find(&self, path: &[String]) -> Found<'_> {
        let mut section = &self.defaults;
        for (place, name) in path.iter().enumerate() {
            let last = place + 1 == path.len();
            match section.get(name) {
                None => return Found::Unknown(place, section),
                Some(Value::Dict(_, inner)) if !inner.is_empty() || name == SERVICES => section = inner,
                Some(value) if last => return Found::Setting(value),
                Some(Value::Dict(..)) => return Found::Inside,
                Some(_) => return Found::Below(place + 1),
            }
        }
        Found::Section
    }
}

/// Every value in a dictionary that is not a section, with its path.
pub(super) fn leaves(dict: &Dict) -> Vec<(Vec<String>, &Value)> {
    fn walk<'d>(dict: &'d Dict, path: &mut Vec<String>, leaves: &mut Vec<(Vec<String>, &'d Value)>) {
        for (name, value) in dict {
            path.push(name.clone());
            match value {
                Value::Dict(_, inner) if !inner.is_empty() => walk(inner, path, leaves),
                value => leaves.push((path.clone(), value)),
            }
            path.pop();
        }
    }
    let mut found = Vec::new();
    walk(dict, &mut Vec::new(), &mut found);
    found
}

/// What a value of a plugin's setting should have been, if it is of another kind than the default.
fn kind_expected(default: &Value, written: &Value) -> Option<&'static str> {
    match (default, written) {
        (Value::Num(_, default), Value::Num(_, written)) => match (whole(default), whole(written)) {
            (Some(_), None) => Some("a whole number"),
            // What counts something is not told to count less than nothing.
            (Some(0..), Some(..0)) => Some("a whole number, 0 or more"),
            _ => None,
        },
        (Value::Num(..), _) => Some("a number"),
        (Value::Bool(..), Value::Bool(..)) => None,
        (Value::Bool(..), _) => Some("true or false"),
        (Value::String(..), Value::String(..)) => None,
        (Value::String(..), _) => Some("a string"),
        (Value::Array(..), Value::Array(..)) => None,
        (Value::Array(..), _) => Some("an array"),
        (Value::Dict(..), Value::Dict(..)) => None,
        (Value::Dict(..), _) => Some("a table"),
        (Value::Char(..) | Value::Empty(..), _) => None,
    }
}

/// A number without a fraction.
fn whole(number: &Num) -> Option<i128> {
    number.to_i128().or_else(|| i128::try_from(number.to_u128()?).ok())
}

/// A value as a complaint shows it.
pub(super) fn shown(value: &Value) -> String {
    serde_json::to_string(value).unwrap_or_else(|_| "unreadable".to_owned())
}

/// The name that was probably meant.
pub(super) fn nearest<'n>(name: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    names
        .map(|known| (strsim::osa_distance(name, known), known))
        .filter(|(distance, known)| *distance <= known.len().max(name.len()) / 3)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}

/// A setting that a file shows with its value.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentedSetting {
    /// Its path, with dots.
    pub setting: String,
    /// The value in the file; none if the file does not have it.
    pub written: Option<serde_json::Value>,
    /// The default.
    pub default: serde_json::Value,
}

/// Every setting there is, with its default and the value that a file gives it. It serves to prove that a documented
/// file shows all settings and their defaults.
///
/// # Errors
/// What is wrong with the file.
pub fn settings_in(path: &Path) -> Result<Vec<DocumentedSetting>, ConfigError> {
    let mut complaints = Complaints::default();
    let schema = Schema::of(&Raw::default());
    let mut layer = super::file::read(path, &mut complaints);
    layer.settings.retain(|setting| schema.accepts(setting, &mut complaints));
    let json = |value: &Value| serde_json::to_value(value).unwrap_or_default();
    let settings = schema
        .settings()
        .into_iter()
        .map(|(path, default)| DocumentedSetting {
            setting: dotted(&path),
            written: layer
                .settings
                .iter()
                .find(|setting| setting.path == path)
                .map(|setting| json(&setting.value)),
            default: json(default),
        })
        .collect();
    complaints.finish(settings)
}
