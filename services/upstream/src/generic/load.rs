//! A model that can be used, or what is wrong with it.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use awsim_model::{Model, Place, Protocol, Request, requests};
use awsim_plugin::service::Registration;

use super::graph::Graph;
use super::settings::GenericSettings;

/// Where models are to be had.
const WHERE: &str =
    "botocore/data/SERVICE/VERSION/service-2.json.gz in every installation of boto3 and of the AWS CLI";

/// The methods of HTTP that models use.
const METHODS: [&str; 6] = ["DELETE", "GET", "HEAD", "PATCH", "POST", "PUT"];

/// A model that requests can be read by.
pub(super) struct Usable<'m> {
    pub(super) model: &'m Model,
    pub(super) protocol: Protocol,
    pub(super) requests: Vec<Request<'m>>,
    /// The names of the elements that may stand side by side in one element.
    pub(super) repeated: BTreeSet<&'m str>,
    pub(super) graph: Arc<Graph>,
}

/// Reads the model of the service of this name.
///
/// # Errors
/// Why it cannot be read, or is that of another service.
pub(super) fn read(name: &str, settings: &GenericSettings) -> Result<Model, String> {
    if settings.model.is_empty() {
        let known: Vec<_> = Registration::all().iter().map(|registration| registration.name).collect();
        return Err(format!(
            "this program has no service `{name}`; it has: {}. Of any other it needs the model of its API, {WHERE}",
            known.join(", ")
        ));
    }
    let file = &settings.model;
    let model = awsim_model::read(Path::new(file)).map_err(|reason| format!("{file}: {reason}"))?;
    let signing_name = model.metadata.signing_name();
    if signing_name != name {
        return Err(format!(
            "{file} is the model of `{signing_name}`, to be named [services.{signing_name}]"
        ));
    }
    Ok(model)
}

impl<'m> Usable<'m> {
    /// The model, if requests can be read by it. Operations whose input is a stream of events are left out: nobody could
    /// verify them before they are passed on.
    ///
    /// # Errors
    /// Why not.
    pub(super) fn of(model: &'m Model) -> Result<Self, String> {
        let metadata = &model.metadata;
        let protocol = Protocol::of(metadata)?;
        let target = metadata.target_prefix.as_deref().unwrap_or_default();
        if protocol.names_service()
            && (target.is_empty() || !target.bytes().all(|byte| byte.is_ascii_graphic()))
        {
            return Err(
                "the model says nothing of the name that requests have for the service (targetPrefix)"
                    .to_owned(),
            );
        }
        let mut requests = requests(model)?;
        requests.retain(|request| !request.sends_events);
        for request in &requests {
            check(request, protocol).map_err(|what| format!("the operation {:?} {what}", request.name))?;
        }
        let repeated = awsim_model::repeated(model)?;
        let graph = Arc::new(Graph::of(model, protocol)?);
        Ok(Self { model, protocol, requests, repeated, graph })
    }
}

/// Whether requests for an operation can be told apart and read.
fn check(request: &Request<'_>, protocol: Protocol) -> Result<(), String> {
    let is_name = |text: &str| {
        (1..=128).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    if !is_name(request.name) {
        return Err("has no name of an operation".to_owned());
    }
    if !protocol.is_rest() {
        return Ok(());
    }
    if !METHODS.contains(&request.method) {
        return Err(format!("has the method {:?}", request.method));
    }
    if !request.uri.starts_with('/') || !request.uri.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(format!("has the target {:?}", request.uri));
    }
    for (member, place) in &request.members {
        if let Place::Header(name) | Place::Headers(name) = place
            && !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
        {
            return Err(format!("has {member:?} in the header {name:?}"));
        }
    }
    Ok(())
}
