//! The plugins of the services that are on.

use std::sync::Arc;

use awsim_plugin::fallback::{Created, Fallback};
use awsim_plugin::service::{Registration, ServicePlugin};

use crate::config::Config;
use crate::server::StartError;

/// The plugins of all services that are on, made from their settings.
///
/// # Errors
/// [`StartError`] if one cannot be made, or if nobody could say which of two a request is for.
pub(crate) fn of(config: &Config) -> Result<Vec<Arc<dyn ServicePlugin>>, StartError> {
    refuse_same_names(&Registration::all())?;
    let mut plugins = Vec::new();
    for (name, service) in config.services.iter().filter(|(_, service)| service.enabled) {
        let settings = service.settings.clone();
        let created = match Registration::named(name) {
            Some(registration) => (registration.create)(settings),
            None => match Fallback::for_service(name) {
                Some(fallback) => (fallback.create)(name, settings),
                None => Err("this program has no such service".to_owned()),
            },
        };
        let plugin = created.and_then(|plugin| refuse_other_name(name, plugin));
        let plugin = plugin.map_err(|reason| StartError::service(name, reason))?;
        // A service that runs elsewhere is offered once it is said where.
        if plugin.upstream().is_none_or(|upstream| upstream.settings().upstream.authority().is_some()) {
            plugins.push(plugin);
        }
    }
    Ok(plugins)
}

/// Refuses two plugins of one signing name. The registrations are sorted by name.
fn refuse_same_names(registrations: &[&Registration]) -> Result<(), StartError> {
    let mut neighbours = registrations.iter().zip(registrations.iter().skip(1));
    match neighbours.find(|(one, other)| one.name == other.name) {
        None => Ok(()),
        Some((one, other)) => {
            Err(StartError::SameName { service: one.name, one: (one.plugin)(), other: (other.plugin)() })
        }
    }
}

/// Refuses a plugin that goes by another name than its model: settings go by the one, and requests by the other.
fn refuse_other_name(name: &str, plugin: Arc<dyn ServicePlugin>) -> Created {
    match plugin.model().signing_name {
        signing_name if signing_name == name => Ok(plugin),
        signing_name => Err(format!("its model is that of the service {signing_name}")),
    }
}

#[cfg(test)]
mod tests {
    use awsim_plugin::handler::BoundOperation;
    use awsim_plugin::operation::{ProtocolName, ServiceModel};
    use awsim_plugin::service::Configure;
    use awsim_plugin::shape::ViolationStyle;

    use super::*;

    static MODEL: ServiceModel = ServiceModel {
        signing_name: "one",
        endpoint_prefix: "one",
        full_name: "One",
        service_id: "One",
        api_version: "2026-01-01",
        protocol: ProtocolName::Json11,
        xml_namespace: "",
        target_prefix: "One",
        error_message: "message",
        global: false,
        violations: ViolationStyle { quotes_values: true },
    };

    /// A service without operations.
    struct Plugin<const N: usize>;

    impl<const N: usize> Configure for Plugin<N> {
        type Settings = ();

        fn configure(_settings: ()) -> Self {
            Self
        }
    }

    impl<const N: usize> ServicePlugin for Plugin<N> {
        fn model(&self) -> &'static ServiceModel {
            &MODEL
        }

        fn operations(self: Arc<Self>) -> Vec<BoundOperation> {
            Vec::new()
        }
    }

    #[test]
    fn two_plugins_of_one_name_are_both_named() {
        let (one, another) = (Registration::of::<Plugin<1>>("one"), Registration::of::<Plugin<2>>("one"));
        let two = Registration::of::<Plugin<2>>("two");
        refuse_same_names(&[&one, &two]).unwrap();
        let path = "awsim_server::plugins::tests::Plugin";
        assert_eq!(
            refuse_same_names(&[&one, &another, &two]).unwrap_err().to_string(),
            format!("two plugins are registered as the service one: {path}<1> and {path}<2>")
        );
    }

    #[test]
    fn a_plugin_goes_by_the_name_of_its_model() {
        refuse_other_name("one", Arc::new(Plugin::<1>)).map(drop).unwrap();
        assert_eq!(
            refuse_other_name("two", Arc::new(Plugin::<1>)).map(drop).unwrap_err(),
            "its model is that of the service one"
        );
    }
}
