//! Environment variables.

use super::complaint::{Complaints, Origin};
use super::layer::{Layer, Setting};
use super::schema::{Schema, nearest};

/// What the names of our variables begin with.
pub(super) const PREFIX: &str = "AWSIM_";

/// The variable that names the file; it is no setting.
pub(super) const FILE: &str = "AWSIM_CONFIG";

/// The variable for a setting: the sections and the name in capitals, with two underscores between them.
pub(super) fn variable(path: &[String]) -> String {
    let names: Vec<_> = path.iter().map(|name| name.to_uppercase().replace('-', "_")).collect();
    format!("{PREFIX}{}", names.join("__"))
}

/// Reads the variables that begin with `AWSIM_`. One that belongs to nothing is a complaint.
pub(super) fn read(variables: &[(String, String)], schema: &Schema, complaints: &mut Complaints) -> Layer {
    let known = schema.variables();
    let mut layer = Layer::default();
    for (name, text) in variables.iter().filter(|(name, _)| name.starts_with(PREFIX) && name != FILE) {
        let origin = Origin::Variable(name.clone());
        match known.get(name) {
            Some(path) => {
                let value = schema.value_of_text(path, text);
                layer.settings.push(Setting { path: path.clone(), value, origin });
            }
            None => {
                let names = known.keys().map(String::as_str).chain([FILE]);
                let suggestion = nearest(name, names).map_or_else(
                    || "AWSim has no such setting (AWSIM_ is the prefix of its own variables)".to_owned(),
                    |nearest| format!("AWSim has no such setting; did you mean {nearest}?"),
                );
                complaints.add(origin, suggestion);
            }
        }
    }
    layer
}
