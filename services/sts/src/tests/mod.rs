//! The operations, called as the host calls them, on a host that has one user and a few roles.

mod assume_role;
mod federation;
mod host;
mod others;
mod web_identity;

use std::pin::pin;
use std::task::{Poll, Waker};

use awsim_plugin::caller::{Caller, Principal, Session, SessionTag};
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::handler::{AsyncHandler, Handler, Read};
use awsim_plugin::operation::Operation;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::View;

use crate::Sts;
use host::FakeHost;

fn now() -> Timestamp {
    Timestamp::parse("2026-04-21T08:15:30.123Z").unwrap()
}

fn root() -> Caller {
    Caller::root("000000000000".parse().unwrap())
}

fn bob() -> Caller {
    let principal =
        Principal::User { id: "AIDABOB".to_owned(), name: "bob".to_owned(), path: "/team/".to_owned() };
    Caller { principal, ..root() }
}

fn federated(name: &str) -> Principal {
    Principal::FederatedUser { name: name.to_owned(), issuer_id: None, issuer_name: None, issuer_path: None }
}

fn with_session(caller: Caller, session: Session) -> Caller {
    Caller { session: Some(session.into()), ..caller }
}

fn role_session(session: Session) -> Caller {
    let principal = Principal::RoleSession {
        role_id: "AROAHUB".to_owned(),
        role_name: "hub".to_owned(),
        role_path: "/".to_owned(),
        session_name: "first".to_owned(),
    };
    with_session(Caller { principal, ..root() }, session)
}

fn session_tag(key: &str, value: &str, transitive: bool) -> SessionTag {
    SessionTag { key: key.to_owned(), value: value.to_owned(), transitive }
}

/// Calls an operation that may wait.
fn call_async<O>(host: &FakeHost, caller: &Caller, input: O::Input) -> Result<O::Output, ServiceError>
where
    O: Operation,
    Sts: AsyncHandler<O>,
{
    let decided = View::empty();
    with_context(host, caller, |cx| {
        let answer = pin!(AsyncHandler::<O>::call(&Sts, input, cx, &decided, host));
        match answer.poll(&mut std::task::Context::from_waker(Waker::noop())) {
            Poll::Ready(answer) => answer,
            Poll::Pending => panic!("nothing here waits"),
        }
    })
}

/// The actions that a request for such an operation needs, and their resource.
fn access_async<O>(host: &FakeHost, caller: &Caller, input: &O::Input) -> Vec<(String, String)>
where
    O: Operation,
    Sts: AsyncHandler<O>,
{
    let access =
        with_context(host, caller, |cx| AsyncHandler::<O>::access(&Sts, input, cx, &View::empty())).unwrap();
    access.into_iter().map(|check| (check.action.into_owned(), check.resource)).collect()
}

fn call<O>(host: &FakeHost, caller: &Caller, input: O::Input) -> Result<O::Output, ServiceError>
where
    O: Operation,
    Sts: Handler<O, Mode = Read>,
{
    with_context(host, caller, |cx| Handler::<O>::call(&Sts, input, cx, &View::empty()))
}

/// The actions that a request needs, and their resource.
fn access<O>(host: &FakeHost, caller: &Caller, input: &O::Input) -> Vec<(String, String)>
where
    O: Operation,
    Sts: Handler<O>,
{
    let access =
        with_context(host, caller, |cx| Handler::<O>::access(&Sts, input, cx, &View::empty())).unwrap();
    access.into_iter().map(|check| (check.action.into_owned(), check.resource)).collect()
}

fn with_context<T>(host: &FakeHost, caller: &Caller, work: impl FnOnce(&Context<'_>) -> T) -> T {
    work(&awsim_testing::context(caller, now(), host))
}

#[track_caller]
fn check_error<T: std::fmt::Debug>(answer: Result<T, ServiceError>, code: &str, status: u16, message: &str) {
    let error = answer.unwrap_err();
    assert_eq!((&*error.code, error.status, &*error.message), (code, status, message));
}
