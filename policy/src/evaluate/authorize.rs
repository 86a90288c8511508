//! The walk over all layers.

use crate::compile::ActionKey;

use super::combine::{self, Applicability, Verdicts};
use super::layer::{self, Said};
use super::layers::{Layer, Layers};
use super::observe::{Nobody, Observer};
use super::request::Request;
use super::{Decision, Verdict};

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
    let mut denied = None;
    let mut levels_allow = true;
    let mut said = [Said::default(); Layer::ALL.len()];
    for (layer, said) in Layer::ALL.into_iter().zip(&mut said) {
        if !applies.includes(layer) {
            continue;
        }
        for (level, policies) in (0u32..).zip(layers.levels(layer)) {
            *said = layer::walk(frame, policies, layer, level, observer);
            observer.level(layer, level, said);
            levels_allow &= layer != Layer::ServiceControl || said.allowed.is_some();
            if let Some(at) = said.denied {
                denied.get_or_insert(Decision { verdict: Verdict::ExplicitDeny, layer, statement: Some(at) });
                if !O::EXHAUSTIVE {
                    break;
                }
            }
        }
        if denied.is_some() && !O::EXHAUSTIVE {
            break;
        }
    }
    let [_, _, identity, resource, boundary, session] = said;
    denied.unwrap_or_else(|| {
        let verdicts = Verdicts { service_control: levels_allow, identity, resource, boundary, session };
        combine::combine(&applies, &verdicts)
    })
}
