//! Settings as one source wrote them.

use figment::value::{Dict, Map, Value};
use figment::{Metadata, Profile, Provider};

use super::complaint::Origin;

/// One setting as it was written.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Setting {
    /// The names of the sections it is in, and its own.
    pub(super) path: Vec<String>,
    /// Its value; an empty dictionary if only the section was written.
    pub(super) value: Value,
    /// Where.
    pub(super) origin: Origin,
}

/// The settings of one source, in the order in which they were written.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Layer {
    pub(super) settings: Vec<Setting>,
}

impl Provider for Layer {
    fn metadata(&self) -> Metadata {
        Metadata::named("settings")
    }

    fn data(&self) -> Result<Map<Profile, Dict>, figment::Error> {
        let mut root = Dict::new();
        for setting in &self.settings {
            insert(&mut root, &setting.path, &setting.value);
        }
        Ok(Profile::Default.collect(root))
    }
}

fn insert(dict: &mut Dict, path: &[String], value: &Value) {
    match path {
        [] => {}
        [name] => {
            dict.insert(name.clone(), value.clone());
        }
        [section, rest @ ..] => {
            let inner = dict.entry(section.clone()).or_insert_with(|| Value::from(Dict::new()));
            if !matches!(inner, Value::Dict(..)) {
                *inner = Value::from(Dict::new());
            }
            if let Value::Dict(_, inner) = inner {
                insert(inner, rest, value);
            }
        }
    }
}

/// The path of a setting as a person writes it.
pub(super) fn dotted(path: &[String]) -> String {
    path.join(".")
}
