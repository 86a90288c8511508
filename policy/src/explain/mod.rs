//! Why a request was decided as it was.
//!
//! An explanation comes from the very walk that decides ([`crate::evaluate`](mod@crate::evaluate)), watched by a recorder and not cut
//! short; there is no second evaluator.

mod reader;
mod recorder;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::document::Position;
use crate::evaluate::{Decision, Frame, Layer, Layers, Miss, Request, StatementRef, authorize};

use reader::Reader;
use recorder::Recorder;

/// A decision with everything that led to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation<'a> {
    /// The decision, the same that [`evaluate`](fn@crate::evaluate::evaluate) gives.
    pub decision: Decision,
    /// What each layer said, level by level; layers that do not bear on the request included.
    pub layers: Vec<LayerReport>,
    /// The statements that apply, allowing and denying ones.
    pub matched: Vec<StatementSource<'a>>,
    /// The statements that speak of the action but do not apply, and why.
    pub missed: Vec<MissedStatement<'a>>,
    /// Condition keys that a condition or variable wanted and the request does not have, as the policies write them, in alphabetical order.
    pub missing_keys: Vec<String>,
}

/// What a layer or level said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LayerReport {
    /// The layer.
    pub layer: Layer,
    /// The level of a control policy, from the root down; else 0.
    pub level: u32,
    /// What it said.
    pub outcome: LayerOutcome,
}

/// What a layer says of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LayerOutcome {
    /// A statement allows and none denies.
    Allowed,
    /// A statement denies.
    ExplicitDeny,
    /// No statement allows.
    ImplicitDeny,
    /// The same, because there is no policy at all.
    NoPolicy,
    /// The layer does not bear on the request.
    NotApplicable,
}

impl LayerOutcome {
    /// Its name in answers.
    pub fn as_str(self) -> &'static str {
        match self {
            LayerOutcome::Allowed => "allowed",
            LayerOutcome::ExplicitDeny => "explicitDeny",
            LayerOutcome::ImplicitDeny => "implicitDeny",
            LayerOutcome::NoPolicy => "noPolicy",
            LayerOutcome::NotApplicable => "notApplicable",
        }
    }
}

/// Where a statement stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatementSource<'a> {
    /// Its place in the layers.
    pub at: StatementRef,
    /// Name or ARN of the policy.
    pub policy: &'a str,
    /// The Sid, if it has one.
    pub sid: Option<&'a str>,
    /// Whether its effect is `Deny`.
    pub denies: bool,
    /// Position of its opening brace in the text as sent.
    pub start: Position,
    /// Position one past its closing brace.
    pub end: Position,
}

/// A statement that speaks of the action and does not apply.
#[derive(Debug, Clone, PartialEq)]
pub struct MissedStatement<'a> {
    /// Which.
    pub source: StatementSource<'a>,
    /// Why.
    pub reason: MissReason,
}

/// Why a statement does not apply.
#[derive(Debug, Clone, PartialEq)]
pub enum MissReason {
    /// It speaks of other principals.
    Principal,
    /// It speaks of other resources.
    Resource,
    /// These conditions failed.
    Conditions(Vec<FailedCondition>),
}

/// A condition that did not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailedCondition {
    /// The operator as written.
    pub operator: String,
    /// The key as written.
    pub key: String,
    /// The values of the policy.
    pub wanted: Vec<String>,
    /// The values of the request; `None` when it does not have the key.
    pub found: Option<Vec<String>>,
}

/// How much an explanation may tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// Most statements that apply, statements that do not, failed conditions of one, values of one, and missing keys.
    pub items: usize,
    /// Most bytes of a value, a key or an operator; what is longer is cut.
    pub bytes: usize,
}

impl Bounds {
    /// Everything.
    pub const NONE: Bounds = Bounds { items: usize::MAX, bytes: usize::MAX };

    fn clip(self, text: &str) -> String {
        text[..text.floor_char_boundary(self.bytes)].to_owned()
    }
}

/// A decision with the statements that apply: an [`Explanation`] without what is costly to tell.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline<'a> {
    /// The decision.
    pub decision: Decision,
    /// What each layer said, as in [`Explanation::layers`].
    pub layers: Vec<LayerReport>,
    /// The statements that apply, allowing and denying ones.
    pub matched: Vec<StatementSource<'a>>,
}

/// Decides a request and says why. Slower than [`evaluate`](fn@crate::evaluate::evaluate): it looks at everything and allocates.
pub fn explain<'a>(request: &Request<'_>, layers: &Layers<'a>) -> Explanation<'a> {
    explain_within(request, layers, Bounds::NONE)
}

/// As [`explain`], telling no more than `bounds` allow: for explanations that are kept, whatever the policies and the request.
pub fn explain_within<'a>(request: &Request<'_>, layers: &Layers<'a>, bounds: Bounds) -> Explanation<'a> {
    let (decision, recorder) = watch(request, layers);
    let mut reader = Reader::new(layers, bounds);
    let (mut matched, mut missed) = (Vec::new(), Vec::new());
    for (at, outcome) in &recorder.statements {
        let told = if outcome.is_ok() { matched.len() } else { missed.len() };
        if told >= bounds.items {
            continue;
        }
        let Some(source) = reader.source(*at) else { continue };
        let reason = match outcome {
            Ok(()) => {
                matched.push(source);
                continue;
            }
            Err(Miss::Principal) => MissReason::Principal,
            Err(Miss::Resource) => MissReason::Resource,
            Err(Miss::Condition) => MissReason::Conditions(match recorder.failed.get(at) {
                Some(failed) => reader.failed_conditions(*at, failed, request.context),
                None => Vec::new(),
            }),
        };
        missed.push(MissedStatement { source, reason });
    }
    Explanation {
        decision,
        layers: reports(&recorder, layers),
        matched,
        missed,
        missing_keys: recorder
            .missing_keys
            .into_values()
            .take(bounds.items)
            .map(|key| bounds.clip(&key))
            .collect(),
    }
}

/// Decides a request and says which statements apply. Unlike [`explain`] it takes no more memory than there are statements, whatever
/// the values of the request.
pub fn outline<'a>(request: &Request<'_>, layers: &Layers<'a>) -> Outline<'a> {
    let (decision, recorder) = watch(request, layers);
    let mut reader = Reader::new(layers, Bounds::NONE);
    let applying = recorder.statements.iter().filter(|(_, outcome)| outcome.is_ok());
    let matched = applying.filter_map(|(at, _)| reader.source(*at)).collect();
    Outline { decision, layers: reports(&recorder, layers), matched }
}

fn watch(request: &Request<'_>, layers: &Layers<'_>) -> (Decision, Recorder) {
    let mut recorder = Recorder::default();
    let decision = authorize(&Frame::new(request, layers), layers, &mut recorder);
    (decision, recorder)
}

/// What the layers said, which of them have nothing to say it with, and that the others do not bear on the request.
fn reports(recorder: &Recorder, layers: &Layers<'_>) -> Vec<LayerReport> {
    let heard: BTreeSet<Layer> = recorder.layers.iter().map(|report| report.layer).collect();
    let silent = Layer::ALL.into_iter().filter(|layer| !heard.contains(layer));
    let silent = silent.map(|layer| LayerReport { layer, level: 0, outcome: LayerOutcome::NotApplicable });
    let told = |report: LayerReport| match report.outcome {
        LayerOutcome::ImplicitDeny if layers.policy(report.layer, report.level, 0).is_none() => {
            LayerReport { outcome: LayerOutcome::NoPolicy, ..report }
        }
        _ => report,
    };
    let mut reports: Vec<LayerReport> = recorder.layers.iter().copied().map(told).chain(silent).collect();
    reports.sort_by_key(|report| (report.layer, report.level));
    reports
}

/// Where a statement of these layers stands.
pub fn source<'a>(layers: &Layers<'a>, at: StatementRef) -> Option<StatementSource<'a>> {
    Reader::new(layers, Bounds::NONE).source(at)
}
