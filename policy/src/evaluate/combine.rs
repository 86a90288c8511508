//! AWS's evaluation logic: from what the layers say to the verdict (IAM User Guide, "Policy evaluation logic").

use super::layer::Said;
use super::layers::{Layer, Layers, ResourceGrant};
use super::principal::Principal;
use super::request::Request;
use super::statement::Grip;
use super::{Decision, StatementRef, Verdict};

/// Which layers bear on a request.
#[derive(Debug, Clone, Copy)]
pub(super) struct Applicability {
    /// Service control policies limit the principals of member accounts, root users included.
    pub(crate) service_control: bool,
    /// Resource control policies limit access to the resources of member accounts, whoever asks.
    pub(crate) resource_control: bool,
    /// Only principals of accounts have policies of their own.
    pub(crate) has_account: bool,
    pub(crate) is_root: bool,
    pub(crate) same_account: bool,
    /// Whether identity policies need the resource policy to name their account, even in the same account.
    pub(crate) resource_required: bool,
    pub(crate) has_boundary: bool,
    /// Whether session policies limit: a federated user session without any may do nothing.
    pub(crate) has_sessions: bool,
}

impl Applicability {
    pub(crate) fn of(request: &Request<'_>, layers: &Layers<'_>) -> Self {
        let principal = &request.principal;
        let service_linked = principal.is_service_linked_role();
        let has_account = principal.account().is_some();
        let is_root = matches!(principal, Principal::Root { .. });
        let federated = matches!(principal, Principal::FederatedUser(_));
        Applicability {
            service_control: has_account
                && !layers.scps.is_empty()
                && !service_linked
                && !layers.principal_in_management_account,
            resource_control: !layers.rcps.is_empty()
                && !service_linked
                && !layers.resource_in_management_account,
            has_account,
            is_root,
            same_account: request.is_same_account(),
            resource_required: match layers.resource_grant {
                ResourceGrant::ByRequest => request.asks_for_role() || request.asks_for_key(),
                ResourceGrant::Adds => false,
                ResourceGrant::Required => true,
            },
            has_boundary: has_account && layers.boundary.is_some(),
            has_sessions: has_account && (federated || !layers.sessions.is_empty()),
        }
    }

    /// Whether a layer is looked at.
    pub(crate) fn includes(&self, layer: Layer) -> bool {
        match layer {
            Layer::ServiceControl => self.service_control,
            Layer::ResourceControl => self.resource_control,
            Layer::Identity => self.has_account && !self.is_root,
            Layer::Resource => true,
            Layer::PermissionsBoundary => self.has_boundary,
            Layer::Session => self.has_sessions,
        }
    }
}

/// What all layers said, none of them with an explicit deny.
#[derive(Debug, Clone, Copy)]
pub(super) struct Verdicts {
    /// Whether every level of service control policies allows.
    pub(crate) service_control: bool,
    pub(crate) identity: Said,
    pub(crate) resource: Said,
    pub(crate) boundary: Said,
    pub(crate) session: Said,
}

/// The verdict when nothing denies explicitly.
pub(super) fn combine(applies: &Applicability, said: &Verdicts) -> Decision {
    if applies.service_control && !said.service_control {
        return implicit_deny(Layer::ServiceControl);
    }
    let identity = said.identity.allowed.map(|(_, at)| at);
    let resource = said.resource.allowed;
    // Root users need no policy for what is their account's.
    let own = if applies.is_root { Ok(None) } else { identity.map(Some).ok_or(Layer::Identity) };

    let granted: Result<(Layer, Option<StatementRef>), Layer> = match (applies.same_account, resource) {
        // Nobody's account: only the resource's policy can grant.
        _ if !applies.has_account => match resource {
            Some((_, at)) => return allowed(Layer::Resource, Some(at)),
            None => Err(Layer::Resource),
        },
        // Naming the very principal is enough in its own account: what boundary and session policies do not mention
        // does not matter.
        (true, Some((Grip::Itself, at))) => return allowed(Layer::Resource, Some(at)),
        (true, Some((Grip::Behind, at))) => Ok((Layer::Resource, Some(at))),
        (true, Some((Grip::Account, _))) => own.map(|at| (Layer::Identity, at)),
        (true, None) if applies.resource_required => Err(Layer::Resource),
        (true, None) => own.map(|at| (Layer::Identity, at)),
        // Across accounts both sides have to allow.
        (false, Some(_)) => own.map(|at| (Layer::Identity, at)),
        (false, None) => own.and(Err(Layer::Resource)),
    };
    let (layer, at) = match granted {
        Ok(grant) => grant,
        Err(layer) => return implicit_deny(layer),
    };
    if applies.has_boundary && said.boundary.allowed.is_none() {
        return implicit_deny(Layer::PermissionsBoundary);
    }
    if applies.has_sessions && said.session.allowed.is_none() {
        return implicit_deny(Layer::Session);
    }
    allowed(layer, at)
}

fn allowed(layer: Layer, statement: Option<StatementRef>) -> Decision {
    Decision { verdict: Verdict::Allowed, layer, statement }
}

fn implicit_deny(layer: Layer) -> Decision {
    Decision { verdict: Verdict::ImplicitDeny, layer, statement: None }
}
