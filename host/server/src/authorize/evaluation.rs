//! The evaluation of the checks of one request.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::{Duration, Instant};

use awsim_plugin::access::{Asking, Check};
use awsim_plugin::account::{AccountId, Digits};
use awsim_plugin::caller::Principal as Calling;
use awsim_plugin::context::{Context, Host};
use awsim_plugin::directory::PolicyDocument;
use awsim_plugin::store::View;
use awsim_policy::catalogue::{self, Reference};
use awsim_policy::{
    Decision, Layer, Layers, PolicyKind, PrincipalContext, Request, Verdict, evaluate, narrowing_key,
};

use super::circumstances::Circumstances;
use super::compiled::CompiledPolicies;
use super::keys::{self, Keys};
use super::layers::{AllLayers, OwnLayers};
use super::membership::Membership;
use super::subject::Subject;
use crate::ascii;

/// What stands in for the caller's own policies where only the policy of a service counts.
const DELEGATED: &str = "Delegated";

/// What the checks of a request have in common: who asks, under what circumstances, with what policies.
pub(crate) struct Evaluation<'a> {
    host: &'a dyn Host,
    state: &'a View,
    compiled: &'a CompiledPolicies,
    circumstances: &'a Arc<Circumstances>,
    /// The account of resources whose ARNs and services do not tell.
    account: AccountId,
    subject: Arc<Subject>,
    own: Arc<OwnLayers>,
}

/// A check that was decided, with all that the decision rests on.
#[derive(Debug)]
pub(crate) struct Decided {
    /// Who asked.
    pub(crate) subject: Arc<Subject>,
    /// Under what circumstances.
    pub(crate) circumstances: Arc<Circumstances>,
    /// What was asked.
    pub(crate) check: Check,
    /// What was decided.
    pub(crate) decision: Decision,
    /// How long that took.
    pub(crate) elapsed: Duration,
    layers: AllLayers,
    resource_account: Digits,
    pub(super) resource_membership: Option<Arc<Membership>>,
}

impl<'a> Evaluation<'a> {
    /// The evaluation of what somebody asks in a request.
    pub(crate) fn new(
        cx: &Context<'a>,
        state: &'a View,
        compiled: &'a CompiledPolicies,
        circumstances: &'a Arc<Circumstances>,
        asking: Asking<'_>,
    ) -> Self {
        let (host, caller) = (cx.host, cx.caller);
        let (subject, own) = match asking {
            Asking::Federated { provider } => (Subject::federated(provider), OwnLayers::default()),
            Asking::Service { name } => (Subject::service(name), OwnLayers::default()),
            Asking::Caller if caller.principal == Calling::Anonymous => {
                (Subject::caller(caller, Vec::new(), None), OwnLayers::default())
            }
            Asking::Caller => {
                let standing = compiled.standing(host, state, caller.account);
                let tags = host.identity_directory().map(|directory| directory.principal_tags(state, caller));
                let own = OwnLayers::of(host, state, compiled, caller, standing.as_deref());
                let membership = standing.map(|standing| Arc::clone(&standing.membership));
                (Subject::caller(caller, tags.unwrap_or_default(), membership), own)
            }
        };
        Self {
            host,
            state,
            compiled,
            circumstances,
            account: caller.account,
            subject: Arc::new(subject),
            own: Arc::new(own),
        }
    }

    /// Decides a check.
    pub(crate) fn decide(&self, check: Check) -> Decided {
        let started = Instant::now();
        let account = self.owner(&check);
        let resource_membership = self.membership(account);
        let mut decided = self.undecided(check, account, resource_membership);
        decided.layers = self.layers(&decided, account);
        decided.decision = decided.ask(evaluate);
        decided.elapsed = started.elapsed();
        decided
    }

    /// Whether a policy that bears on a check asks for a condition key whose name begins with this.
    pub(crate) fn asks_for(&self, check: Check, key: &str) -> bool {
        let account = self.owner(&check);
        let resource_membership = self.membership(account);
        let undecided = self.undecided(check, account, resource_membership);
        self.layers(&undecided, account).asks_for(key)
    }

    /// Decides a check by the policy of a service, whatever the caller's own policies say.
    pub(crate) fn delegated(&self, check: Check, policy: PolicyDocument) -> Decided {
        let started = Instant::now();
        let account = self.owner(&check);
        let resource_membership = self.membership(account);
        let mut decided = self.undecided(check, account, resource_membership);
        decided.layers = AllLayers {
            grant: Some(self.compiled.grant(DELEGATED)),
            resource: Some(self.compiled.placed(PolicyKind::Resource, policy)),
            ..AllLayers::default()
        };
        decided.decision = decided.ask(evaluate);
        decided.elapsed = started.elapsed();
        decided
    }

    /// The denial of what no check was made for: nothing permits it, whoever asks.
    pub(crate) fn deny(&self, action: String) -> Decided {
        self.undecided(Check::on_any(action), self.account, None)
    }

    /// A check that nothing permits yet.
    fn undecided(
        &self,
        check: Check,
        account: AccountId,
        resource_membership: Option<Arc<Membership>>,
    ) -> Decided {
        Decided {
            subject: Arc::clone(&self.subject),
            circumstances: Arc::clone(self.circumstances),
            check,
            decision: Decision { verdict: Verdict::ImplicitDeny, layer: Layer::Identity, statement: None },
            elapsed: Duration::ZERO,
            layers: AllLayers::default(),
            resource_account: account.digits(),
            resource_membership,
        }
    }

    /// The layers of a check on a resource of this account.
    fn layers(&self, decided: &Decided, account: AccountId) -> AllLayers {
        let check = &decided.check;
        let is_suspended = self.is_suspended(account);
        let document = service_of(&check.resource)
            .filter(|_| !check.beyond_resource_policy && !is_suspended)
            .and_then(|service| self.host.resource_policies(service))
            .and_then(|policies| policies.resource_policy(self.state, &check.action, &check.resource));
        let kind = match decided.with_request(|request| request.asks_for_role()) {
            true => PolicyKind::Trust,
            false => PolicyKind::Resource,
        };
        let membership = decided.resource_membership.as_ref();
        AllLayers {
            own: Some(Arc::clone(&self.own)),
            grant: check.grant.filter(|_| !is_suspended).map(|name| self.compiled.grant(name)),
            resource: document.map(|document| self.compiled.placed(kind, document)),
            resource_control: membership
                .filter(|_| may_be_controlled(&check.action))
                .and_then(|_| self.compiled.standing(self.host, self.state, account))
                .map(|standing| Arc::clone(&standing.resource_control)),
            resource_in_management_account: membership.is_some_and(|membership| membership.manages),
        }
    }

    /// Whether the account of a resource is closed: what it permits to others ends with it ("Close an AWS account" in the
    /// AWS Account Management Reference Guide). Nobody of its own gets as far as here.
    fn is_suspended(&self, account: AccountId) -> bool {
        let guardrails = self.host.guardrails().filter(|_| !self.subject.is_of(account));
        guardrails.is_some_and(|guardrails| guardrails.is_closed(self.state, account))
    }

    /// Where the account of a resource stands in an organization: mostly it is that of whoever asks.
    fn membership(&self, account: AccountId) -> Option<Arc<Membership>> {
        match self.subject.is_of(account) {
            true => self.subject.membership.clone(),
            false => {
                let standing = self.compiled.standing(self.host, self.state, account)?;
                Some(Arc::clone(&standing.membership))
            }
        }
    }

    /// The account that owns the resource of a check.
    fn owner(&self, check: &Check) -> AccountId {
        let told = || arn_part(&check.resource, 4)?.parse().ok();
        check.resource_account.or_else(told).unwrap_or(self.account)
    }
}

impl Decided {
    /// The account that whoever asks belongs to; of those who belong to none, the account that they want something of.
    pub(crate) fn account(&self) -> &str {
        self.subject.principal().account().unwrap_or(self.resource_account.as_str())
    }

    /// The names of the condition keys that the request may have, as AWS writes them.
    pub(crate) fn key_names(&self) -> impl Iterator<Item = Cow<'_, str>> {
        keys::names(&self.subject, &self.check)
    }

    /// The condition key to which a policy is narrowed that allows this, with its value, if the request has it.
    pub(crate) fn narrowing(&self) -> Option<(&'static str, String)> {
        let key = narrowing_key(&self.check.action)?;
        self.with_request(|request| {
            let value = request.context.get(&key.to_ascii_lowercase())?.iter().next()?;
            Some((key, value.text().into_owned()))
        })
    }

    /// Asks the policy engine, once more if need be: nothing that the answer rests on changes.
    pub(crate) fn ask<T>(&self, question: impl FnOnce(&Request<'_>, &Layers<'_>) -> T) -> T {
        self.layers
            .with(|layers| self.with_request(|request| question(&request.on_resource_of(&Reference), layers)))
    }

    /// The policies that bear on the request.
    pub(super) fn with_layers<T>(&self, work: impl FnOnce(&Layers<'_>) -> T) -> T {
        self.layers.with(work)
    }

    /// The request as it was put, with the resource that was named.
    pub(crate) fn with_request<T>(&self, work: impl FnOnce(Request<'_>) -> T) -> T {
        let keys = Keys {
            subject: &self.subject,
            circumstances: &self.circumstances,
            check: &self.check,
            resource_membership: self.resource_membership.as_deref(),
        };
        let principal = self.subject.principal();
        let context = PrincipalContext::new(principal, Some(self.resource_account.as_str()), &keys);
        work(Request {
            resource_account: Some(self.resource_account.as_str()),
            ..Request::new(principal, &self.check.action, &self.check.resource, &context)
        })
    }
}

/// Whether resource control policies bear on an action: only on those of the services that AWS lists.
fn may_be_controlled(action: &str) -> bool {
    let service = action.split_once(':').and_then(|(service, _)| catalogue::service(service));
    service.is_some_and(catalogue::Service::has_resource_control_policies)
}

/// The service whose resource an ARN names.
fn service_of(arn: &str) -> Option<&str> {
    arn.starts_with("arn:").then(|| arn_part(arn, 2)).flatten()
}

/// A part of an ARN: `arn`, partition, service, region, account and so on.
fn arn_part(arn: &str, number: usize) -> Option<&str> {
    ascii::pieces(arn, |byte| byte == b':').nth(number)
}
