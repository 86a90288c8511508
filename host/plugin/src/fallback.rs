//! Services that only the configuration knows: sections `[services.NAME]` of names that no plugin is registered under.
//!
//! A program has at most one [`Fallback`], which makes a plugin of any such section, or says what is wrong with it. The
//! host knows no more of it than of a registered plugin: a name, settings, and what comes of them.

use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::service::{Mistake, Registration, ServicePlugin, checked, default_settings};

/// A plugin, or what is wrong with its settings.
pub type Created = Result<Arc<dyn ServicePlugin>, String>;

/// What makes the plugins of services that are not registered.
pub struct Fallback {
    /// The default settings: the keys that the section of such a service may have.
    pub default_settings: fn() -> Map<String, Value>,
    /// Finds what is wrong with the settings of the service of this name.
    pub check: fn(&str, Value) -> Vec<Mistake>,
    /// Makes the plugin of the service of this name.
    pub create: fn(&str, Value) -> Created,
}

partial_debug!(Fallback);

inventory::collect!(Fallback);

impl Fallback {
    /// The fallback that makes plugins `P`.
    pub const fn of<P: ConfigureNamed>() -> Self {
        Self { default_settings: default_settings::<P::Settings>, check: check::<P>, create: create::<P> }
    }

    /// The fallback of this program, if it has one.
    pub fn linked() -> Option<&'static Self> {
        inventory::iter::<Self>().next()
    }

    /// The fallback, if it is what makes the service of this name: if none is registered under it, and it can be the name in
    /// a credential scope.
    pub fn for_service(name: &str) -> Option<&'static Self> {
        let is_name = (1..=64).contains(&name.len())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        Self::linked().filter(|_| is_name && Registration::named(name).is_none())
    }
}

/// A plugin that is made from the name of a service and its settings.
pub trait ConfigureNamed: ServicePlugin + Sized {
    /// The settings of the section, with their defaults.
    type Settings: Serialize + DeserializeOwned + Default;

    /// Everything that is wrong with the settings of the service of this name.
    fn check(name: &str, settings: &Self::Settings) -> Vec<Mistake>;

    /// Makes the plugin of the service of this name.
    ///
    /// # Errors
    /// What is wrong with the settings.
    fn configure(name: &str, settings: Self::Settings) -> Result<Self, String>;
}

fn check<P: ConfigureNamed>(name: &str, settings: Value) -> Vec<Mistake> {
    checked(settings, |settings| P::check(name, settings))
}

fn create<P: ConfigureNamed>(name: &str, settings: Value) -> Created {
    let settings = serde_json::from_value(settings).map_err(|error| error.to_string())?;
    Ok(Arc::new(P::configure(name, settings)?))
}

/// Announces to the host what makes plugins of services that are not registered: `register_fallback!(Generic);`.
#[macro_export]
macro_rules! register_fallback {
    ($plugin:ty) => {
        $crate::inventory::submit! {
            $crate::fallback::Fallback::of::<$plugin>()
        }
    };
}
