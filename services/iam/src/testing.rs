//! What the unit tests of every family need: an account of its own, and a way to call operations in it.

use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::{Poll, Waker};

use async_trait::async_trait;
use awsim_plugin::access::Access;
use awsim_plugin::account::AccountId;
use awsim_plugin::caller::{Caller, Principal};
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{AsyncHandler, Handler, Write};
use awsim_plugin::operation::Operation;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Store, Transaction, View, Work};
use awsim_testing::{Run, TestHost, context};

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
            iam: Iam { settings: Settings { quotas, ..Settings::default() } },
            view: View::empty(),
            caller: Caller::root(ACCOUNT),
            now: Timestamp::from_seconds(START),
            host: TestHost::new(ACCOUNT),
        }
    }

    /// An empty account in an organization.
    pub(crate) fn in_organization(organization: Organization) -> Self {
        let host = TestHost { guardrails: Some(Box::new(organization)), ..TestHost::new(ACCOUNT) };
        Self { host, ..Self::new() }
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
        <<Iam as Handler<O>>::Mode as Run>::run(&mut self.view, consistency::check, |state| {
            Handler::<O>::call(iam, input, &cx, state)
        })
    }

    /// Calls the operation `O`, which may wait; what it changes is kept if it succeeds.
    pub(crate) fn call_async<O: Operation>(&mut self, input: O::Input) -> Result<O::Output, ServiceError>
    where
        Iam: AsyncHandler<O>,
    {
        self.call_between::<O>(input, |_| {})
    }

    /// The same, with something that others do between its look at the state and its transaction.
    pub(crate) fn call_between<O: Operation>(
        &mut self,
        input: O::Input,
        others: impl FnOnce(&mut Transaction) + Send + 'static,
    ) -> Result<O::Output, ServiceError>
    where
        Iam: AsyncHandler<O>,
    {
        let store = Memory {
            view: Mutex::new(Arc::new(self.view.clone())),
            others: Mutex::new(Some(Box::new(others))),
        };
        let cx = context(&self.caller, self.now, &self.host);
        let decided = self.view.clone();
        let answer = pin!(AsyncHandler::<O>::call(&self.iam, input, &cx, &decided, &store));
        let Poll::Ready(answer) = answer.poll(&mut std::task::Context::from_waker(Waker::noop())) else {
            panic!("nothing here waits")
        };
        self.view = View::clone(&store.view());
        answer
    }

    /// The authorization row of a request for the operation `O`, which may wait.
    pub(crate) fn access_async<O: Operation>(&self, input: &O::Input) -> Result<Access, ServiceError>
    where
        Iam: AsyncHandler<O>,
    {
        AsyncHandler::<O>::access(&self.iam, input, &context(&self.caller, self.now, &self.host), &self.view)
    }

    /// The authorization row of a request for the operation `O`.
    pub(crate) fn access<O: Operation>(&self, input: &O::Input) -> Result<Access, ServiceError>
    where
        Iam: Handler<O>,
    {
        Handler::<O>::access(&self.iam, input, &context(&self.caller, self.now, &self.host), &self.view)
    }
}

/// What others do before a transaction.
type Others = Box<dyn FnOnce(&mut Transaction) + Send>;

/// A store without a disk.
struct Memory {
    view: Mutex<Arc<View>>,
    others: Mutex<Option<Others>>,
}

#[async_trait]
impl Store for Memory {
    fn view(&self) -> Arc<View> {
        Arc::clone(&self.view.lock().unwrap())
    }

    async fn transact(&self, work: &mut Work<'_>) -> Result<(), ServiceError> {
        let mut view = View::clone(&self.view());
        if let Some(others) = self.others.lock().unwrap().take() {
            <Write as Run>::run(&mut view, consistency::check, |state| {
                others(state);
                Ok(())
            })?;
        }
        let answer = <Write as Run>::run(&mut view, consistency::check, |state| work(state));
        *self.view.lock().unwrap() = Arc::new(view);
        answer
    }
}

/// The code, status and message of a failed call.
#[track_caller]
pub(crate) fn refusal<T: std::fmt::Debug>(result: Result<T, ServiceError>) -> String {
    result.unwrap_err().to_string()
}
