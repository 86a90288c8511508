//! What the unit tests of services need of a host: one that decides nothing, and a way to run an operation of either mode
//! on a state in memory.

use awsim_plugin::access::{Asking, Check};
use awsim_plugin::account::AccountId;
use awsim_plugin::caller::Caller;
use awsim_plugin::context::{Context, Host};
use awsim_plugin::directory::{Guardrails, IdentityDirectory, PolicyDocument, ResourcePolicies};
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Mode, Read, Write};
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Transaction, View};

/// The context of a call of a test.
pub fn context<'c>(caller: &'c Caller, now: Timestamp, host: &'c dyn Host) -> Context<'c> {
    Context { caller, region: "us-east-1", partition: "aws", now, request_id: "test", host }
}

/// A host without enforcement, and without other services but for what a test gives it.
pub struct TestHost {
    /// The account that exists from the start.
    pub account: AccountId,
    /// The organization's policies.
    pub guardrails: Option<Box<dyn Guardrails>>,
    /// What [`Host::delegated`] answers of a caller, a check and a policy.
    pub delegates: fn(&Caller, &Check, &PolicyDocument) -> bool,
}

awsim_plugin::partial_debug!(TestHost, |host| account = host.account);

impl TestHost {
    /// A host with one account, without other services, which delegates nothing.
    pub fn new(account: AccountId) -> Self {
        Self { account, guardrails: None, delegates: |_, _, _| false }
    }
}

impl Host for TestHost {
    fn identity_directory(&self) -> Option<&dyn IdentityDirectory> {
        None
    }

    fn guardrails(&self) -> Option<&dyn Guardrails> {
        self.guardrails.as_deref()
    }

    fn resource_policies(&self, _service: &str) -> Option<&dyn ResourcePolicies> {
        None
    }

    fn default_account(&self) -> AccountId {
        self.account
    }

    fn enforcing(&self) -> bool {
        false
    }

    fn authorize(&self, _: &Context<'_>, _: &View, _: Asking<'_>, _: &Check) -> Result<(), ServiceError> {
        Ok(())
    }

    fn delegated(&self, cx: &Context<'_>, _: &View, check: Check, policy: PolicyDocument) -> bool {
        (self.delegates)(cx.caller, &check, &policy)
    }
}

/// What is wrong with a state, if something is.
pub type Consistency = fn(&View) -> Result<(), String>;

/// How an operation of either mode is run on a state in memory.
pub trait Run: Mode {
    /// Runs an operation, and keeps what it changed if it succeeds.
    ///
    /// # Errors
    /// The operation's.
    ///
    /// # Panics
    /// If the operation makes a state that does not fit together of one that does.
    fn run<T>(
        view: &mut View,
        check: Consistency,
        work: impl FnOnce(Self::State<'_>) -> Result<T, ServiceError>,
    ) -> Result<T, ServiceError>;
}

impl Run for Read {
    fn run<T>(
        view: &mut View,
        _check: Consistency,
        work: impl FnOnce(&View) -> Result<T, ServiceError>,
    ) -> Result<T, ServiceError> {
        work(view)
    }
}

impl Run for Write {
    #[track_caller]
    fn run<T>(
        view: &mut View,
        check: Consistency,
        work: impl FnOnce(&mut Transaction) -> Result<T, ServiceError>,
    ) -> Result<T, ServiceError> {
        let fitted = check(view);
        let mut transaction = Transaction::begin(view);
        let answer = work(&mut transaction)?;
        *view = transaction.finish()?.0;
        // Some tests make states that no operation makes.
        if fitted.is_ok() {
            assert_eq!(check(view), fitted);
        }
        Ok(answer)
    }
}
