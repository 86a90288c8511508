//! What the unit tests of every family need: an account of its own, and a way to call operations in it.

use awsim_plugin::access::{Access, Asking, Check};
use awsim_plugin::account::AccountId;
use awsim_plugin::caller::{Caller, Principal, Session};
use awsim_plugin::context::{Context, Host};
use awsim_plugin::directory::{Guardrails, IdentityDirectory, ResourcePolicies};
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{Handler, Mode, Read, Write};
use awsim_plugin::operation::Operation;
use awsim_plugin::session::{SessionIssuer, TemporaryCredentials};
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Transaction, View};

use crate::{Iam, Quotas, Settings, consistency};

mod organization;

pub(crate) use organization::Organization;

/// The account of the tests.
pub(crate) const ACCOUNT: AccountId = AccountId::from_number(123_456_789_012).unwrap();

/// The time at which tests begin: 2026-04-21T08:15:30Z.
pub(crate) const START: i64 = 1_776_759_330;

/// IAM with a state of its own.
pub(crate) struct Fixture {
    pub(crate) iam: Iam,
    pub(crate) view: View,
    pub(crate) caller: Caller,
    pub(crate) now: Timestamp,
    host: TestHost,
}

impl Fixture {
    /// An empty account, called by its root user.
    pub(crate) fn new() -> Self {
        Self::with_quotas(Quotas::default())
    }

    /// The same with other quotas.
    pub(crate) fn with_quotas(quotas: Quotas) -> Self {
        Self {
            iam: Iam { settings: Settings { quotas } },
            view: View::empty(),
            caller: Caller::root(ACCOUNT),
            now: Timestamp::from_seconds(START),
            host: TestHost { organization: None },
        }
    }

    /// An empty account in an organization.
    pub(crate) fn in_organization(organization: Organization) -> Self {
        Self { host: TestHost { organization: Some(organization) }, ..Self::new() }
    }

    /// Calls are made by this principal from now on.
    pub(crate) fn act_as(&mut self, principal: Principal) {
        self.caller = Caller { principal, ..Caller::root(ACCOUNT) };
    }

    /// Calls the operation `O`; what it changes is kept if it succeeds, and must fit together
    /// as what was there did.
    pub(crate) fn call<O: Operation>(&mut self, input: O::Input) -> Result<O::Output, ServiceError>
    where
        Iam: Handler<O, Mode: Run>,
    {
        let cx = context(&self.caller, self.now, &self.host);
        let iam = &self.iam;
        <<Iam as Handler<O>>::Mode as Run>::run(&mut self.view, |state| iam.call(input, &cx, state))
    }

    /// The authorization row of a request for the operation `O`.
    pub(crate) fn access<O: Operation>(&self, input: &O::Input) -> Result<Access, ServiceError>
    where
        Iam: Handler<O>,
    {
        self.iam.access(input, &context(&self.caller, self.now, &self.host), &self.view)
    }
}

/// How an operation of either mode is run on a view.
pub(crate) trait Run: Mode {
    fn run<T>(
        view: &mut View,
        work: impl FnOnce(Self::State<'_>) -> Result<T, ServiceError>,
    ) -> Result<T, ServiceError>;
}

impl Run for Read {
    fn run<T>(
        view: &mut View,
        work: impl FnOnce(&View) -> Result<T, ServiceError>,
    ) -> Result<T, ServiceError> {
        work(view)
    }
}

impl Run for Write {
    fn run<T>(
        view: &mut View,
        work: impl FnOnce(&mut Transaction) -> Result<T, ServiceError>,
    ) -> Result<T, ServiceError> {
        let fitted = consistency::check(view);
        let mut transaction = Transaction::begin(view);
        let answer = work(&mut transaction)?;
        *view = transaction.finish()?.0;
        // Some tests make states that no operation makes.
        if fitted.is_ok() {
            assert_eq!(consistency::check(view), fitted);
        }
        Ok(answer)
    }
}

fn context<'c>(caller: &'c Caller, now: Timestamp, host: &'c TestHost) -> Context<'c> {
    Context { caller, region: "us-east-1", partition: "aws", now, request_id: "test", host }
}

/// A host without other services, unless there is an organization.
struct TestHost {
    organization: Option<Organization>,
}

impl Host for TestHost {
    fn identity_directory(&self) -> Option<&dyn IdentityDirectory> {
        None
    }

    fn guardrails(&self) -> Option<&dyn Guardrails> {
        self.organization.as_ref().map(|organization| organization as _)
    }

    fn resource_policies(&self, _service: &str) -> Option<&dyn ResourcePolicies> {
        None
    }

    fn sessions(&self) -> &dyn SessionIssuer {
        self
    }

    fn default_account(&self) -> AccountId {
        ACCOUNT
    }

    fn enforcing(&self) -> bool {
        false
    }

    fn authorize(
        &self,
        _cx: &Context<'_>,
        _state: &View,
        _asking: Asking<'_>,
        _check: &Check,
    ) -> Result<(), ServiceError> {
        Ok(())
    }
}

impl SessionIssuer for TestHost {
    fn issue(
        &self,
        _account: AccountId,
        _principal: &Principal,
        _session: &Session,
        _minimum_token_size: usize,
    ) -> Result<TemporaryCredentials, ServiceError> {
        Err(ServiceError::failure("IAM issues no sessions"))
    }
}

/// The code, status and message of a failed call.
#[track_caller]
pub(crate) fn refusal<T: std::fmt::Debug>(result: Result<T, ServiceError>) -> String {
    result.unwrap_err().to_string()
}
