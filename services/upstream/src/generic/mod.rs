//! Any other service of AWS, as far as its API model and AWS's Service Authorization Reference tell.
//!
//! The configuration names the service and a file with botocore's model of it. A request is asked for by the name of its
//! operation, on the resources that it names plainly; where that is in doubt, on `*`, which only a policy for all resources
//! grants. What the model and the reference do not say is not made up: there are no resource policies, no tags of resources
//! and no condition keys of the service itself.
//!
//! | file | idea |
//! |---|---|
//! | `settings` | what the configuration says |
//! | `load` | a model that can be used, or what is wrong with it |
//! | `statics` | what lives as long as the program |
//! | `prefix` | the prefix of a service's actions |
//! | `plan` | what requests for an operation are asked for |
//! | `field` | members of an input, read by name |
//! | `words` | which names mean the same |
//! | `template` | the ARNs of resources, and what fills them |
//! | `kind` | a resource type, and the members that name such resources |
//! | `resources` | the resources that a request names |
//! | `tags` | the tags that a request has |
//! | `graph` | the shapes of a model that lead to roles |
//! | `roles` | the roles that a request gives away |

mod field;
mod graph;
mod kind;
mod load;
mod plan;
mod prefix;
mod resources;
mod roles;
mod settings;
mod statics;
mod tags;
mod template;
mod words;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

use awsim_plugin::access::Access;
use awsim_plugin::error::ServiceError;
use awsim_plugin::fallback::ConfigureNamed;
use awsim_plugin::handler::BoundOperation;
use awsim_plugin::operation::ServiceModel;
use awsim_plugin::service::{Mistake, ServicePlugin};
use awsim_plugin::store::View;
use awsim_plugin::upstream::{Coverage, Upstream, UpstreamOperation, UpstreamRequest, UpstreamSettings};

use self::load::Usable;
use self::plan::Plan;
use self::settings::GenericSettings;

/// What this kind of authorization does not cover.
const NOT_COVERED: &[&str] = &[
    "Coverage is generic: requests are asked for by the name of their operation, on the resources that they name plainly, \
     else on *.",
    "A Deny for certain resources does not reach requests that name their resources in another way, nor one for an action \
     that goes by another name than its operation.",
    "No policies and tags of resources, and of condition keys only the global ones and the tags of requests.",
];

/// A service that only the configuration knows.
pub(crate) struct Generic {
    settings: UpstreamSettings,
    model: &'static ServiceModel,
    operations: &'static [UpstreamOperation],
    repeated: &'static [&'static str],
    speaks_query: bool,
    speaks_cbor: bool,
    plans: BTreeMap<&'static str, Plan>,
}

impl ConfigureNamed for Generic {
    type Settings = GenericSettings;

    fn check(name: &str, settings: &GenericSettings) -> Vec<Mistake> {
        let mut mistakes = Vec::new();
        if settings.upstream.upstream.authority().is_none() {
            let message = "it is not said where the service runs: \"http://HOST:PORT\"".to_owned();
            mistakes.push(Mistake { setting: "upstream", message });
        }
        if let Err(message) = load::read(name, settings).and_then(|model| Usable::of(&model).map(drop)) {
            mistakes.push(Mistake { setting: "model", message });
        }
        mistakes
    }

    fn configure(name: &str, settings: GenericSettings) -> Result<Self, String> {
        let model = load::read(name, &settings)?;
        let usable = Usable::of(&model)?;
        let operations = statics::operations(&usable);
        Ok(Self {
            settings: settings.upstream,
            model: statics::service(&usable),
            operations,
            repeated: statics::repeated(&usable),
            speaks_query: usable.protocol.speaks_query_too(&model.metadata),
            speaks_cbor: model.metadata.speaks_cbor(),
            plans: plan::plans(&usable, operations),
        })
    }
}

impl ServicePlugin for Generic {
    fn model(&self) -> &'static ServiceModel {
        self.model
    }

    fn operations(self: Arc<Self>) -> Vec<BoundOperation> {
        self.operations.iter().map(|operation| BoundOperation::passed_on(&operation.shape)).collect()
    }

    fn upstream(&self) -> Option<&dyn Upstream> {
        Some(self)
    }

    fn not_covered(&self) -> &'static [&'static str] {
        NOT_COVERED
    }
}

impl Upstream for Generic {
    fn settings(&self) -> &UpstreamSettings {
        &self.settings
    }

    fn operation(&self, name: &str) -> Option<&'static UpstreamOperation> {
        let found = self.operations.binary_search_by(|operation| operation.shape.name.cmp(name));
        found.ok().and_then(|index| self.operations.get(index))
    }

    fn coverage(&self) -> Coverage {
        Coverage::Generic
    }

    fn speaks_query(&self) -> bool {
        self.speaks_query
    }

    fn speaks_cbor(&self) -> bool {
        self.speaks_cbor
    }

    fn repeated(&self) -> &'static [&'static str] {
        self.repeated
    }

    fn access(&self, request: &UpstreamRequest<'_>, _state: &View) -> Result<Access, ServiceError> {
        let plan = self.plans.get(request.operation).ok_or_else(|| {
            let message = format!("AWSim does not know what {} must be allowed.", request.operation);
            ServiceError::sender("AccessDenied", 403, message)
        })?;
        plan.access(request)
    }
}

/// Reads whatever bytes as a model. What would live as long as the program is not made.
#[cfg(feature = "fuzzing")]
pub(crate) fn read_anything(text: &[u8]) {
    if let Ok(model) = awsim_model::parse(text) {
        // Whether it can be used does not matter, only that it is found out.
        let _ = Usable::of(&model);
    }
}
