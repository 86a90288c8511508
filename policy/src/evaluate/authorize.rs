//! The walk over all layers.

use crate::compile::ActionKey;

use super::combine::{self, Applicability, Verdicts};
use super::layer::{self, Said};
use super::layers::{Layer, Layers, Named};
use super::observe::{Nobody, Observer};
use super::request::Request;
use super::{Decision, StatementRef, Verdict};

/// A request with what is worked out once for all its policies.
pub(crate) struct Frame<'a> {
    pub(crate) request: Request<'a>,
    pub(crate) action: ActionKey,
    pub(crate) has_boundary: bool,
}

impl<'a> Frame<'a> {
    pub(crate) fn new(request: &Request<'a>, layers: &Layers<'_>) -> Self {
        Frame {
            request: *request,
            action: ActionKey::new(request.action),
            has_boundary: layers.boundary.is_some(),
        }
    }
}

/// Decides a request. Allocates nothing on the ordinary path.
pub fn evaluate(request: &Request<'_>, layers: &Layers<'_>) -> Decision {
    authorize(&Frame::new(request, layers), layers, &mut Nobody)
}

/// Walks the layers in order. The first explicit deny decides; else [`combine::combine`] does.
pub(crate) fn authorize<O: Observer>(frame: &Frame<'_>, layers: &Layers<'_>, observer: &mut O) -> Decision {
    let applies = Applicability::of(&frame.request, layers);
    let mut walk = Walk { frame, applies: &applies, observer, denied: None };
    let mut control_allows = true;
    for (level, policies) in (0u32..).zip(layers.scps) {
        let said = walk.policies(policies, Layer::ServiceControl, level);
        control_allows &= said.allowed.is_some();
    }
    for (level, policies) in (0u32..).zip(layers.rcps) {
        walk.policies(policies, Layer::ResourceControl, level);
    }
    let verdicts = Verdicts {
        service_control: control_allows,
        identity: walk.policies(layers.identity, Layer::Identity, 0),
        resource: walk.policies(layers.resource.as_slice(), Layer::Resource, 0),
        boundary: walk.policies(layers.boundary.as_slice(), Layer::PermissionsBoundary, 0),
        session: walk.policies(layers.sessions, Layer::Session, 0),
    };
    match walk.denied {
        Some(at) => Decision { verdict: Verdict::ExplicitDeny, layer: at.layer, statement: Some(at) },
        None => combine::combine(&applies, &verdicts),
    }
}

/// A walk on its way.
struct Walk<'w, 'a, O> {
    frame: &'w Frame<'a>,
    applies: &'w Applicability,
    observer: &'w mut O,
    /// The statement that denies, of the first layer that has one.
    denied: Option<StatementRef>,
}

impl<O: Observer> Walk<'_, '_, O> {
    /// What these policies say, if their layer bears on the request and nothing has been denied before.
    fn policies(&mut self, policies: &[Named<'_>], layer: Layer, level: u32) -> Said {
        if !self.applies.includes(layer) || (self.denied.is_some() && !O::EXHAUSTIVE) {
            return Said::default();
        }
        let said = layer::walk(self.frame, policies, layer, level, self.observer);
        self.observer.level(layer, level, &said);
        self.denied = self.denied.or(said.denied);
        said
    }
}
