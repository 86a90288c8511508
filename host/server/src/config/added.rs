//! Services that only the configuration knows: which they are, before anything else of them is looked at.

use std::collections::BTreeSet;

use awsim_plugin::fallback::Fallback;
use awsim_plugin::service::Registration;

use super::layer::Layer;
use super::raw::ENABLED;
use super::schema::SERVICES;
use super::variables::{PREFIX, variable};

/// The names of the services that a file and the variables add to those of the program.
pub(super) fn names(file: &Layer, variables: &[(String, String)]) -> BTreeSet<String> {
    let Some(fallback) = Fallback::linked() else { return BTreeSet::new() };
    let written = file.settings.iter().filter_map(|setting| match setting.path.as_slice() {
        [section, name, ..] if section == SERVICES => Some(name.clone()),
        _ => None,
    });
    let mut names: BTreeSet<String> = written.collect();
    let settings = (fallback.default_settings)();
    let in_capitals = |name: &str| variable(&[name.to_owned()]);
    let settings: Vec<String> =
        settings.keys().map(String::as_str).chain([ENABLED]).map(in_capitals).collect();
    for (name, _) in variables {
        let Some(service) = in_variable(name, &settings) else { continue };
        let is_known = |known: &str| in_capitals(known) == in_capitals(&service);
        let mut registered = Registration::all().into_iter().map(|registered| registered.name);
        if !registered.any(is_known) && !names.iter().any(|known| is_known(known)) {
            names.insert(service);
        }
    }
    names.retain(|name| Fallback::for_service(name).is_some());
    names
}

/// The service that a variable is for, if it is for one of these settings: `states` of `AWSIM_SERVICES__STATES__MODEL`. The
/// name that a variable stands for is in lower case, with hyphens.
fn in_variable(name: &str, settings: &[String]) -> Option<String> {
    let below = name.strip_prefix(PREFIX)?.strip_prefix("SERVICES__")?;
    let (service, setting) = below.split_once("__")?;
    let is_setting = settings.iter().any(|known| known.strip_prefix(PREFIX) == Some(setting));
    is_setting.then(|| service.to_ascii_lowercase().replace('_', "-"))
}
