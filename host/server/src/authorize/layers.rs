//! The policies that bear on a request, in layers.

use std::sync::Arc;

use awsim_plugin::caller::{Caller, Principal, ROOT_TASK_POLICIES};
use awsim_plugin::context::Host;
use awsim_plugin::store::View;
use awsim_policy::{Layers, Named, PolicyKind};
use smallvec::SmallVec;

use super::compiled::{CompiledPolicies, Source};
use super::standing::{Levels, Standing};

/// The layers that come with whoever asks, whatever is asked.
#[derive(Debug, Default)]
pub(crate) struct OwnLayers {
    service_control: Option<Arc<Levels>>,
    identity: Vec<Source>,
    boundary: Option<Source>,
    sessions: Vec<Source>,
    in_management_account: bool,
}

/// The layers of a check: those of whoever asks, and those of the resource.
#[derive(Debug, Default)]
pub(crate) struct AllLayers {
    pub(super) own: Option<Arc<OwnLayers>>,
    /// What the service permits by itself.
    pub(super) grant: Option<Source>,
    pub(super) resource_control: Option<Arc<Levels>>,
    pub(super) resource: Option<Source>,
    pub(super) resource_in_management_account: bool,
}

impl OwnLayers {
    /// The layers of the caller of a request.
    pub(super) fn of(
        host: &dyn Host,
        state: &View,
        compiled: &CompiledPolicies,
        caller: &Caller,
        standing: Option<&Standing>,
    ) -> Self {
        let policies = host.identity_directory().map(|directory| directory.policies(state, caller));
        let policies = policies.unwrap_or_default();
        let identity = policies.identity.into_iter();
        let boundary = policies.boundary;
        Self {
            service_control: standing.map(|standing| Arc::clone(&standing.service_control)),
            identity: identity.map(|document| compiled.placed(PolicyKind::Identity, document)).collect(),
            boundary: boundary.map(|document| compiled.placed(PolicyKind::PermissionsBoundary, document)),
            sessions: session_policies(host, state, compiled, caller),
            in_management_account: standing.is_some_and(|standing| standing.membership.manages),
        }
    }

    fn sources(&self) -> impl Iterator<Item = &Source> {
        let control = self.service_control.iter().flat_map(|levels| levels.iter().flatten());
        control.chain(&self.identity).chain(&self.sessions).chain(&self.boundary)
    }
}

/// The session policies: the inline one, and the managed ones as they are now. A managed one that is gone permits
/// nothing.
fn session_policies(
    host: &dyn Host,
    state: &View,
    compiled: &CompiledPolicies,
    caller: &Caller,
) -> Vec<Source> {
    let Some(session) = caller.session.as_deref() else { return Vec::new() };
    let inline = session.policies.iter().map(|text| compiled.carried(text, INLINE));
    let managed = session.policy_arns.iter().map(|arn| {
        let directory = host.identity_directory();
        match directory.and_then(|directory| directory.managed_policy(state, caller.account, arn)) {
            Some(document) => Ok(compiled.placed(PolicyKind::Session, document)),
            None => Err(compiled.carried(GRANTS_NOTHING, arn)),
        }
    });
    let managed: Vec<Result<Source, Source>> = managed.collect();
    // The policies of root tasks only deny. What the task leaves, a root user may do.
    let is_task = caller.principal == Principal::Root && session.is_for_root_task();
    let rest = (is_task && managed.iter().all(Result::is_ok))
        .then(|| compiled.carried(GRANTS_EVERYTHING, ROOT_TASK_POLICIES));
    let managed = managed.into_iter().map(|source| source.unwrap_or_else(|missing| missing));
    inline.chain(managed).chain(rest).collect()
}

/// What the inline session policy is called, which has no name.
const INLINE: &str = "SessionPolicy";

/// A policy that says nothing of what anybody asks for.
const GRANTS_NOTHING: &str =
    r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"none:none","Resource":"*"}}"#;

/// A policy that limits nothing.
const GRANTS_EVERYTHING: &str =
    r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#;

/// References to the policies of a layer, for as many as most identities have without allocating.
type Borrowed<'a> = SmallVec<[Named<'a>; 8]>;

impl AllLayers {
    /// Whether a policy of any layer asks for a condition key whose name begins with this; letters of either case.
    pub(crate) fn asks_for(&self, key: &str) -> bool {
        let begins = |name: &str| name.get(..key.len()).is_some_and(|start| start.eq_ignore_ascii_case(key));
        let asks = |source: &Source| source.policy.context_keys().any(begins);
        let control = self.resource_control.iter().flat_map(|levels| levels.iter().flatten());
        control.chain(&self.resource).any(asks)
            || self.own.as_ref().is_some_and(|own| own.sources().any(asks))
    }

    /// Hands the layers to the evaluator in its own form.
    pub(crate) fn with<T>(&self, work: impl FnOnce(&Layers<'_>) -> T) -> T {
        let own = self.own.as_deref();
        let service_control = levels(own.and_then(|own| own.service_control.as_deref()));
        let service_control: Vec<&[Named<'_>]> = service_control.iter().map(|level| &level[..]).collect();
        let resource_control = levels(self.resource_control.as_deref());
        let resource_control: Vec<&[Named<'_>]> = resource_control.iter().map(|level| &level[..]).collect();
        let sessions = named(own.map_or(&[][..], |own| &own.sessions));
        let mut identity = named(own.map_or(&[][..], |own| &own.identity));
        identity.extend(self.grant.as_ref().map(Source::named));
        work(&Layers {
            scps: &service_control,
            rcps: &resource_control,
            identity: &identity,
            resource: self.resource.as_ref().map(Source::named),
            boundary: own.and_then(|own| own.boundary.as_ref()).map(Source::named),
            sessions: &sessions,
            principal_in_management_account: own.is_some_and(|own| own.in_management_account),
            resource_in_management_account: self.resource_in_management_account,
            ..Layers::default()
        })
    }
}

fn levels(levels: Option<&Levels>) -> Vec<Borrowed<'_>> {
    levels.into_iter().flatten().map(|level| named(level)).collect()
}

fn named(sources: &[Source]) -> Borrowed<'_> {
    sources.iter().map(Source::named).collect()
}
