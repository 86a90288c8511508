//! A service that runs elsewhere as a plugin of the host.

use std::collections::BTreeSet;
use std::sync::Arc;

use async_trait::async_trait;
use awsim_plugin::access::{Access, Check};
use awsim_plugin::directory::{PolicyDocument, ResourcePolicies};
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::BoundOperation;
use awsim_plugin::operation::ServiceModel;
use awsim_plugin::service::{Configure, ServicePlugin};
use awsim_plugin::store::{Store, Transaction, View, transact};
use awsim_plugin::upstream::{
    Addressing, BodyUse, Input, Peer, Upstream, UpstreamOperation, UpstreamRequest, UpstreamSettings, Views,
};

use crate::ask::Ask;
use crate::resource::{self, Facts};
use crate::service::{self, Change, Service};
use crate::settings::Settings;

/// How often something unknown may lead to something else unknown: an alias to its key, and that to its policy.
const ROUNDS: usize = 3;

/// The plugin of the service `S`.
pub(crate) struct Behind<S: Service> {
    settings: S::Settings,
}

impl<S: Service> Configure for Behind<S> {
    type Settings = S::Settings;

    fn configure(settings: S::Settings) -> Self {
        Self { settings }
    }
}

impl<S: Service> ServicePlugin for Behind<S> {
    fn model(&self) -> &'static ServiceModel {
        S::MODEL
    }

    fn operations(self: Arc<Self>) -> Vec<BoundOperation> {
        S::OPERATIONS.iter().map(|operation| BoundOperation::passed_on(&operation.shape)).collect()
    }

    fn resource_policies(&self) -> Option<&dyn ResourcePolicies> {
        Some(self)
    }

    fn upstream(&self) -> Option<&dyn Upstream> {
        Some(self)
    }

    fn explains_denials_to_strangers(&self) -> bool {
        S::EXPLAINS_TO_STRANGERS
    }

    fn not_covered(&self) -> &'static [&'static str] {
        S::NOT_COVERED
    }
}

impl<S: Service> ResourcePolicies for Behind<S> {
    fn resource_policy(&self, state: &View, _action: &str, resource: &str) -> Option<PolicyDocument> {
        let holder = S::holder(resource)?;
        let known = [resource, holder].into_iter().find_map(|arn| resource::find(state, S::resources(), arn));
        let text =
            known.and_then(|resource| resource.policy.clone()).or_else(|| S::default_policy(holder))?;
        Some(PolicyDocument { source: holder.to_owned(), text })
    }
}

#[async_trait]
impl<S: Service> Upstream for Behind<S> {
    fn settings(&self) -> &UpstreamSettings {
        self.settings.upstream()
    }

    fn operation(&self, name: &str) -> Option<&'static UpstreamOperation> {
        let found = S::OPERATIONS.binary_search_by(|operation| operation.shape.name.cmp(name));
        found.ok().and_then(|index| S::OPERATIONS.get(index))
    }

    fn speaks_query(&self) -> bool {
        S::SPEAKS_QUERY
    }

    fn reads_path(&self) -> bool {
        S::READS_PATH
    }

    fn body(&self, operation: &str) -> BodyUse {
        match self.operation(operation) {
            Some(operation) if operation.streams && S::STREAMS => BodyUse::Streamed,
            _ => BodyUse::Whole,
        }
    }

    fn addressing(&self) -> Option<&Addressing> {
        self.settings.addressing()
    }

    fn repeated(&self) -> &'static [&'static str] {
        S::REPEATED
    }

    async fn prepare(
        &self,
        request: &UpstreamRequest<'_>,
        peer: &dyn Peer,
        store: &dyn Store,
        views: Views<'_>,
    ) -> Result<Arc<View>, ServiceError> {
        let newcomers = request.cx.host.default_account();
        let mut asked = BTreeSet::new();
        for _ in 0..ROUNDS {
            let state = store.view();
            let is_known = |arn: &str| {
                resource::find(&state, S::resources(), arn).is_some_and(|resource| !resource.doubtful)
            };
            let mut wanted = S::wanted(request, &state);
            wanted.retain(|arn| !is_known(arn) && asked.insert(arn.clone()));
            if wanted.is_empty() {
                break;
            }
            let mut found = Vec::new();
            for arn in &wanted {
                found.extend(S::fetch(arn, peer).await?);
            }
            transact(store, |state| {
                let mut facts = Facts { state, resources: S::resources(), newcomers };
                for (arn, resource) in found {
                    let known = facts.find(&arn).cloned();
                    // Meanwhile it may have been learned.
                    if known.as_ref().is_none_or(|known| known.doubtful) {
                        let owner = facts.owner(&arn).unwrap_or(newcomers);
                        let mut found = S::found(&arn, owner, known.as_ref(), resource);
                        found.doubtful |= (views.doubt)();
                        facts.put(&arn, found);
                    }
                }
                Ok(())
            })
            .await?;
        }
        let state = (views.felt)();
        let glanced = S::glance(request, &state, peer).await?;
        if glanced.is_empty() {
            return Ok(state);
        }
        let mut passing = Transaction::begin(&state);
        let mut facts = Facts { state: &mut passing, resources: S::resources(), newcomers };
        glanced.into_iter().for_each(|(arn, resource)| facts.put(&arn, resource));
        Ok(Arc::new(View::clone(&passing)))
    }

    fn access(&self, request: &UpstreamRequest<'_>, state: &View) -> Result<Access, ServiceError> {
        service::access::<S>(request, state)
    }

    fn refuse(&self, request: &UpstreamRequest<'_>, state: &View) -> Result<(), ServiceError> {
        S::refuse(&Ask::new::<S>(request, state))
    }

    fn concealed(&self, request: &UpstreamRequest<'_>, state: &View) -> Option<Check> {
        S::concealed(&Ask::new::<S>(request, state))
    }

    fn changes(&self, operation: &str) -> bool {
        change::<S>(operation).is_some()
    }

    fn forget(&self, request: &UpstreamRequest<'_>, state: &mut Transaction) {
        let Some(change) = change::<S>(request.operation) else { return };
        let changed = (change.changed)(&Ask::new::<S>(request, state));
        let mut facts = Facts { state, resources: S::resources(), newcomers: request.cx.account() };
        for arn in changed {
            facts.doubt(&arn);
        }
    }

    fn learn(&self, request: &UpstreamRequest<'_>, output: &dyn Input, state: &mut Transaction) {
        let Some(change) = change::<S>(request.operation) else { return };
        let before = View::clone(state);
        let mut facts = Facts { state, resources: S::resources(), newcomers: request.cx.account() };
        change.learn(&Ask::new::<S>(request, &before), output, &mut facts);
    }
}

fn change<S: Service>(operation: &str) -> Option<&'static Change> {
    S::CHANGES.iter().find(|change| change.operation == operation)
}
