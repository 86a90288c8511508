//! What requests for an operation are asked for.

use std::collections::BTreeMap;

use awsim_plugin::access::{Access, Check};
use awsim_plugin::error::ServiceError;
use awsim_plugin::upstream::{Place, UpstreamOperation, UpstreamRequest};
use awsim_policy::catalogue::{self, Action, Service};

use super::field::Field;
use super::kind::{Kind, Member};
use super::load::Usable;
use super::roles::Roles;
use super::tags::Tags;
use super::words::plain;
use super::{prefix, resources};

/// What requests for an operation are asked for.
#[derive(Debug)]
pub(super) struct Plan {
    action: String,
    on: On,
    tags: Tags,
    roles: Roles,
}

/// On what.
#[derive(Debug)]
enum On {
    /// The resources that members name.
    Named { kinds: Vec<Kind>, fields: Vec<Option<Field>> },
    /// The path of the request, where the reference has an action for each method of HTTP: Amazon API Gateway ("Control
    /// access to a REST API with IAM permissions" in its developer guide).
    Path { service: &'static str, operation: &'static UpstreamOperation },
}

/// The plans of all operations, by name.
pub(super) fn plans(
    usable: &Usable<'_>,
    operations: &'static [UpstreamOperation],
) -> BTreeMap<&'static str, Plan> {
    let prefix = prefix::of(usable.model.metadata.signing_name());
    let service = catalogue::service(prefix);
    let plan = |(operation, at): (&'static UpstreamOperation, usize)| {
        (operation.shape.name, Plan::of(usable, at, prefix, service, operation))
    };
    operations.iter().zip(0..).map(plan).collect()
}

impl Plan {
    fn of(
        usable: &Usable<'_>,
        at: usize,
        prefix: &str,
        service: Option<&'static Service>,
        operation: &'static UpstreamOperation,
    ) -> Self {
        let Usable { model, protocol, requests, graph, .. } = usable;
        let name = operation.shape.name;
        let action = service.and_then(|service| service.action(name));
        let by_method =
            service.and_then(|service| service.action(operation.method)).filter(|_| protocol.is_rest());
        let request = &requests[at];
        let (action_name, on) = match (action, by_method, service) {
            (None, Some(method), Some(service)) => {
                (method.name(), On::Path { service: service.prefix(), operation })
            }
            (action, ..) => (action.map_or(name, |action| action.name()), named(usable, at, action)),
        };
        Self {
            action: format!("{prefix}:{action_name}"),
            on,
            tags: Tags::of(model, *protocol, request),
            roles: Roles::of(graph, graph.members(usable, request), action.or(by_method)),
        }
    }

    /// What a request must be allowed.
    ///
    /// # Errors
    /// `ValidationError` (400) if it names too many resources.
    pub(super) fn access(&self, request: &UpstreamRequest<'_>) -> Result<Access, ServiceError> {
        let resources = match &self.on {
            On::Named { kinds, fields } => resources::named(kinds, fields, request)?,
            On::Path { service, operation } => [path(service, operation, request)].into(),
        };
        let check = |resource: String| self.tags.on(Check::on(self.action.clone(), resource), request.input);
        let mut checks: Access = resources.into_iter().map(check).collect();
        checks.extend(self.roles.passed(request));
        Ok(checks)
    }
}

/// The resources of an action by the members that name them.
fn named(usable: &Usable<'_>, at: usize, action: Option<Action>) -> On {
    let request = &usable.requests[at];
    let field = |member: usize| Field::of_input(usable.model, usable.protocol, request, member);
    let mut fields: Vec<Option<Field>> = (0..request.members.len()).map(field).collect();
    let members = fields.iter().zip(&request.members).map(|(field, (name, _))| Member {
        name: plain(name),
        is_list: field.as_ref().is_some_and(Field::is_list),
    });
    let members: Vec<Member> = members.collect();
    let kinds = action.into_iter().flat_map(|action| action.resources());
    let kinds: Vec<Kind> = kinds.map(|resource| Kind::of(resource, request.name, &members)).collect();
    for (member, field) in fields.iter_mut().enumerate() {
        if !kinds.iter().any(|kind| kind.reads(member)) {
            *field = None;
        }
    }
    On::Named { kinds, fields }
}

/// The ARN of the path of a request.
fn path(service: &str, operation: &UpstreamOperation, request: &UpstreamRequest<'_>) -> String {
    let member = |label: &str| {
        let is_at_label = |place: Place| matches!(place, Place::Path(found) if found == label);
        let binding = operation.bindings.iter().find(|binding| is_at_label(binding.place))?;
        request.input.string(binding.member)
    };
    let mut path = String::new();
    let mut rest = operation.uri.split_once('?').map_or(operation.uri, |(path, _)| path);
    while let Some((fixed, after)) = rest.split_once('{') {
        let (label, after) = after.split_once('}').unwrap_or((after, ""));
        path.push_str(fixed);
        path.push_str(&member(label.trim_end_matches('+')).unwrap_or_else(|| "*".to_owned()));
        rest = after;
    }
    path.push_str(rest);
    let cx = request.cx;
    format!("arn:{}:{service}:{}::{path}", cx.partition, cx.region)
}
