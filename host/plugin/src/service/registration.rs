//! How plugins announce themselves, and how they are made of their settings.

use std::fmt;
use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::ServicePlugin;

/// A service as it announces itself to the host.
pub struct Registration {
    /// The signing name.
    pub name: &'static str,
    /// What people call the plugin: the path of its type.
    pub plugin: fn() -> &'static str,
    /// The default settings: the keys that the section `[services.NAME]` of the configuration may have.
    pub default_settings: fn() -> Map<String, Value>,
    /// Finds what is wrong with the settings.
    pub check: fn(Value) -> Vec<Mistake>,
    /// Makes the plugin.
    pub create: fn(Value) -> Result<Arc<dyn ServicePlugin>, String>,
}

partial_debug!(Registration, |registered| name = registered.name, plugin = (registered.plugin)());

inventory::collect!(Registration);

/// Something that is wrong with the settings of a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The setting within the section; empty if it is the section as a whole.
    pub setting: &'static str,
    /// What, in a sentence for a person.
    pub message: String,
}

impl Registration {
    /// The registration of the plugin `P`.
    pub const fn of<P: Configure>(name: &'static str) -> Self {
        Self {
            name,
            plugin: std::any::type_name::<P>,
            default_settings: default_settings::<P::Settings>,
            check: check::<P>,
            create: create::<P>,
        }
    }

    /// All registrations, sorted by name, as the linker knows no order.
    pub fn all() -> Vec<&'static Registration> {
        let mut all: Vec<_> = inventory::iter::<Registration>().collect();
        all.sort_by_key(|registration| (registration.name, (registration.plugin)()));
        all
    }

    /// The registration under this signing name.
    pub fn named(name: &str) -> Option<&'static Registration> {
        inventory::iter::<Registration>().find(|registration| registration.name == name)
    }
}

/// A plugin that is made from its settings.
pub trait Configure: ServicePlugin + Sized {
    /// The settings of the section `[services.NAME]`, with their defaults.
    type Settings: Serialize + DeserializeOwned + Default;

    /// Everything that is wrong with the settings, beyond what their types say. The host does not start with such settings,
    /// and tells where each comes from.
    fn check(settings: &Self::Settings) -> Vec<Mistake> {
        let _ = settings;
        Vec::new()
    }

    /// Makes the plugin, with settings that [`Configure::check`] finds nothing wrong with.
    fn configure(settings: Self::Settings) -> Self;
}

/// The default settings as the section of a service has them.
pub(crate) fn default_settings<S: Serialize + Default>() -> Map<String, Value> {
    match serde_json::to_value(S::default()) {
        Ok(Value::Object(settings)) => settings,
        _ => Map::new(),
    }
}

/// What is wrong with the settings of a section: that they are none, or what `check` finds.
pub(crate) fn checked<S: DeserializeOwned>(
    settings: Value,
    check: impl FnOnce(&S) -> Vec<Mistake>,
) -> Vec<Mistake> {
    match serde_json::from_value(settings) {
        Ok(settings) => check(&settings),
        Err(error) => vec![Mistake { setting: "", message: error.to_string() }],
    }
}

fn check<P: Configure>(settings: Value) -> Vec<Mistake> {
    checked(settings, P::check)
}

fn create<P: Configure>(settings: Value) -> Result<Arc<dyn ServicePlugin>, String> {
    let settings = serde_json::from_value(settings).map_err(|error| error.to_string())?;
    // Also of whoever makes a configuration without reading it from anywhere.
    match P::check(&settings).into_iter().next() {
        Some(mistake) => Err(mistake.to_string()),
        None => Ok(Arc::new(P::configure(settings))),
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.setting {
            "" => f.write_str(&self.message),
            setting => write!(f, "`{setting}`: {}", self.message),
        }
    }
}

/// Announces a plugin to the host under its signing name: `register_service!("iam", Iam);`.
#[macro_export]
macro_rules! register_service {
    ($name:literal, $plugin:ty) => {
        $crate::inventory::submit! {
            $crate::service::Registration::of::<$plugin>($name)
        }
    };
}
