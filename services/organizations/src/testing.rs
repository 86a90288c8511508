//! What the unit tests of every family need: accounts, and a way to call operations in them.

use awsim_plugin::access::{Access, Check};
use awsim_plugin::account::AccountId;
use awsim_plugin::caller::Caller;
use awsim_plugin::directory::PolicyDocument;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::Handler;
use awsim_plugin::operation::Operation;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::View;
use awsim_policy::{Layers, Named, NoContext, OwnedPrincipal, Policy, PolicyKind, Request, evaluate};
use awsim_testing::{Run, TestHost, context};

use crate::generated::operations::{CreateAccount, CreateOrganization, CreatePolicy, EnablePolicyType};
use crate::generated::{
    CreateAccountRequest, CreateOrganizationRequest, CreatePolicyRequest, EnablePolicyTypeRequest, PolicyType,
};
use crate::state::{CREATIONS, Organization, Outcome};
use crate::{Organizations, Settings, consistency};

/// The account of the tests, which manages the organization.
pub(crate) const MANAGEMENT: AccountId = AccountId::from_number(111_122_223_333).unwrap();

/// An account that is in no organization.
pub(crate) const OTHER: AccountId = AccountId::from_number(444_455_556_666).unwrap();

/// The time at which tests begin: 2026-04-21T08:15:30Z.
pub(crate) const START: i64 = 1_776_759_330;

/// A day in seconds.
pub(crate) const DAY: i64 = 24 * 60 * 60;

/// A service control policy that denies something.
pub(crate) const DENY: &str =
    r#"{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*"}]}"#;

/// Organizations with a state of its own.
pub(crate) struct Fixture {
    pub(crate) organizations: Organizations,
    pub(crate) view: View,
    pub(crate) caller: Caller,
    pub(crate) now: Timestamp,
    host: TestHost,
}

impl Fixture {
    /// No organization; calls are made by the root user of the account that is to manage one.
    pub(crate) fn new() -> Self {
        Self::with_settings(Settings::default())
    }

    /// The same with other settings.
    pub(crate) fn with_settings(settings: Settings) -> Self {
        Self {
            organizations: Organizations { settings },
            view: View::empty(),
            caller: Caller::root(MANAGEMENT),
            now: Timestamp::from_seconds(START),
            host: TestHost { delegates, ..TestHost::new(MANAGEMENT) },
        }
    }

    /// An organization with all features.
    pub(crate) fn with_organization() -> Self {
        Self::with_organization_of(Settings::default())
    }

    /// The same with other settings.
    pub(crate) fn with_organization_of(settings: Settings) -> Self {
        let mut fixture = Self::with_settings(settings);
        fixture.call::<CreateOrganization>(CreateOrganizationRequest::default()).unwrap();
        fixture
    }

    /// Calls are made by the root user of this account from now on.
    pub(crate) fn act_in(&mut self, account: AccountId) {
        self.caller = Caller::root(account);
    }

    /// Time goes by.
    pub(crate) fn pass(&mut self, seconds: i64) {
        self.now = self.now.plus_seconds(seconds);
    }

    /// The id of the root.
    pub(crate) fn root(&self) -> String {
        Organization::of(&self.view, MANAGEMENT).unwrap().1.root_id.to_string()
    }

    /// Makes an account.
    pub(crate) fn account(&mut self, name: &str) -> AccountId {
        let request = CreateAccountRequest {
            email: format!("{name}@example.com"),
            account_name: name.to_owned(),
            ..CreateAccountRequest::default()
        };
        let status = self.call::<CreateAccount>(request).unwrap().create_account_status.unwrap();
        let creation = self.view.get(&CREATIONS, MANAGEMENT, &*status.id.unwrap()).unwrap();
        match creation.outcome {
            Outcome::Made { account, .. } => account,
            Outcome::Failed(reason) => panic!("{reason}"),
        }
    }

    /// Enables a policy type.
    pub(crate) fn enable(&mut self, policy_type: PolicyType) {
        let root_id = self.root();
        self.call::<EnablePolicyType>(EnablePolicyTypeRequest { root_id, policy_type }).unwrap();
    }

    /// Makes a policy and returns its id.
    pub(crate) fn policy(&mut self, kind: PolicyType, name: &str, content: &str) -> String {
        let request = CreatePolicyRequest {
            content: content.to_owned(),
            name: name.to_owned(),
            r#type: kind,
            ..CreatePolicyRequest::default()
        };
        let policy = self.call::<CreatePolicy>(request).unwrap().policy.unwrap();
        policy.policy_summary.unwrap().id.unwrap()
    }

    /// Calls the operation `O`; what it changes is kept if it succeeds.
    pub(crate) fn call<O: Operation>(&mut self, input: O::Input) -> Result<O::Output, ServiceError>
    where
        Organizations: Handler<O, Mode: Run>,
    {
        let cx = context(&self.caller, self.now, &self.host);
        let organizations = &self.organizations;
        <<Organizations as Handler<O>>::Mode as Run>::run(&mut self.view, consistency::check, |state| {
            organizations.call(input, &cx, state)
        })
    }

    /// The authorization row of a request for the operation `O`.
    pub(crate) fn access<O: Operation>(&self, input: &O::Input) -> Result<Access, ServiceError>
    where
        Organizations: Handler<O>,
    {
        self.organizations.access(input, &context(&self.caller, self.now, &self.host), &self.view)
    }
}

/// Whether a policy lets an account do something in another account.
fn delegates(caller: &Caller, check: &Check, policy: &PolicyDocument) -> bool {
    let everything = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#;
    let own = Policy::parse(PolicyKind::Identity, everything).unwrap();
    let delegation = Policy::parse(PolicyKind::Resource, &policy.text).unwrap();
    let principal = OwnedPrincipal::parse(&caller.arn("aws")).unwrap();
    let owner = check.resource_account.unwrap().to_string();
    let request = Request {
        resource_account: Some(&owner),
        ..Request::new(principal.borrow(), &check.action, &check.resource, &NoContext)
    };
    let identity = [Named { name: "own", policy: &own }];
    let resource = Some(Named { name: &policy.source, policy: &delegation });
    evaluate(&request, &Layers { identity: &identity, resource, ..Layers::default() }).is_allowed()
}

/// The code of a failed call, with its reason if it has one: `InvalidInputException INVALID_ENUM`.
#[track_caller]
pub(crate) fn refusal<T: std::fmt::Debug>(result: Result<T, ServiceError>) -> String {
    let error = result.unwrap_err();
    match error.members.first() {
        Some((_, reason)) => format!("{} {reason}", error.code),
        None => error.code.into_owned(),
    }
}
