//! Where accounts stand in an organization, with the policies of the organization that bear on them.
//!
//! To find that out takes walks through the organization, and it hardly ever changes. So it is found out once for each account,
//! and holds for as long as the collections of the organization are the very same: with another version of any of them
//! everything is found out anew.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use arc_swap::ArcSwapOption;
use awsim_plugin::account::AccountId;
use awsim_plugin::context::Host;
use awsim_plugin::directory::{Guardrails, PolicyDocument};
use awsim_plugin::store::{ServiceTables, View};
use awsim_policy::PolicyKind;

use super::compiled::{CompiledPolicies, Source};
use super::membership::Membership;

/// The policies of an organization that bear on an account, level by level from its root down.
pub(super) type Levels = Vec<Vec<Source>>;

/// An account of an organization.
#[derive(Debug)]
pub(super) struct Standing {
    pub(super) membership: Arc<Membership>,
    pub(super) service_control: Arc<Levels>,
    pub(super) resource_control: Arc<Levels>,
}

/// The accounts that were asked for lately.
#[derive(Debug, Default)]
pub(super) struct Standings {
    known: ArcSwapOption<Known>,
}

/// What is known of accounts while the collections are these. There are no more than the organizations have accounts: of
/// others nothing is kept.
#[derive(Debug)]
struct Known {
    tables: ServiceTables,
    standings: RwLock<HashMap<AccountId, Arc<Standing>>>,
}

impl Standings {
    /// Where an account stands; none if it is in no organization.
    pub(super) fn of(
        &self,
        host: &dyn Host,
        state: &View,
        compiled: &CompiledPolicies,
        account: AccountId,
    ) -> Option<Arc<Standing>> {
        let guardrails = host.guardrails()?;
        let known = self.known(guardrails, state);
        let kept = known.standings.read().unwrap_or_else(PoisonError::into_inner).get(&account).cloned();
        if kept.is_some() {
            return kept;
        }
        let standing = Arc::new(Standing::find(guardrails, state, compiled, account)?);
        let mut standings = known.standings.write().unwrap_or_else(PoisonError::into_inner);
        standings.insert(account, Arc::clone(&standing));
        Some(standing)
    }

    /// What is known of this version of the organizations.
    fn known(&self, guardrails: &dyn Guardrails, state: &View) -> Arc<Known> {
        if let Some(known) = self.known.load_full().filter(|known| state.has_tables(&known.tables)) {
            return known;
        }
        let fresh =
            Arc::new(Known { tables: state.tables_of(guardrails.service()), standings: RwLock::default() });
        self.known.store(Some(Arc::clone(&fresh)));
        fresh
    }
}

impl Standing {
    fn find(
        guardrails: &dyn Guardrails,
        state: &View,
        compiled: &CompiledPolicies,
        account: AccountId,
    ) -> Option<Self> {
        let levels = |kind: PolicyKind, levels: Vec<Vec<PolicyDocument>>| -> Arc<Levels> {
            let compile = |level: Vec<PolicyDocument>| {
                level.into_iter().map(|document| compiled.placed(kind, document)).collect()
            };
            Arc::new(levels.into_iter().map(compile).collect())
        };
        Some(Self {
            membership: Arc::new(Membership::of(guardrails, state, account)?),
            service_control: levels(
                PolicyKind::ServiceControl,
                guardrails.service_control_policies(state, account),
            ),
            resource_control: levels(
                PolicyKind::ResourceControl,
                guardrails.resource_control_policies(state, account),
            ),
        })
    }
}
