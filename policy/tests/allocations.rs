//! Deciding an ordinary request allocates nothing.

#![allow(clippy::expect_used, clippy::panic, reason = "a test or benchmark stops where its input is wrong")]
#![allow(unsafe_code, reason = "a global allocator that counts cannot be written without")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use awsim_policy::{
    Context, Layers, Named, Policy, PolicyKind, Principal, PrincipalContext, Request, RoleSession, Value,
    Values, Verdict, evaluate,
};

struct Counting;

thread_local! {
    static ALLOCATIONS: Cell<usize> = const { Cell::new(0) };
}

// SAFETY: every call goes on to the system's allocator unchanged.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.with(|count| count.set(count.get() + 1));
        // SAFETY: the caller keeps the contract of `GlobalAlloc::alloc`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: the caller keeps the contract of `GlobalAlloc::dealloc`.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

struct Given;

impl Context for Given {
    fn get(&self, key: &str) -> Option<Values<'_>> {
        const TAGS: [Value<'_>; 2] = [Value::Text("a"), Value::Text("b")];
        match key {
            "aws:sourceip" => Some(Values::One(Value::Text("10.1.2.3"))),
            "aws:principaltag/team" => Some(Values::One(Value::Text("red"))),
            "aws:currenttime" => Some(Values::One(Value::Text("2026-01-01T00:00:00Z"))),
            "aws:tagkeys" => Some(Values::Many(&TAGS)),
            _ => None,
        }
    }
}

#[test]
fn a_decision_allocates_nothing() {
    let parse = |kind, text: &str| Policy::parse(kind, text).expect("a policy");
    let identity = parse(
        PolicyKind::Identity,
        r#"{"Version":"2012-10-17","Statement":[
            {"Effect":"Deny","Action":"s3:Delete*","Resource":"*"},
            {"Effect":"Deny","NotAction":["s3:*","sqs:*"],"Resource":"*"},
            {"Effect":"Allow","Action":"s3:*Object*","Resource":["arn:aws:s3:::x","arn:*:s3:::b/${aws:PrincipalTag/team}/*"],
             "Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"},"StringLike":{"aws:PrincipalTag/team":"r*"},
                          "DateGreaterThan":{"aws:CurrentTime":"2024-01-01"},"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/a*"},
                          "ForAllValues:StringEquals":{"aws:TagKeys":["a","b"]},"Null":{"aws:Absent":"true"}}}]}"#,
    );
    let full = parse(
        PolicyKind::ServiceControl,
        r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#,
    );
    let bucket = parse(
        PolicyKind::Resource,
        r#"{"Version":"2012-10-17","Statement":{"Effect":"Deny","NotPrincipal":{"AWS":["arn:aws:iam::111122223333:role/app",
            "arn:aws:iam::111122223333:root"]},"Action":"s3:*","Resource":"*"}}"#,
    );
    let named = |policy| Named { name: "p", policy };
    let (identity, level) = ([named(&identity)], [named(&full)]);
    let principal = Principal::Role(RoleSession {
        role_arn: "arn:aws:iam::111122223333:role/app",
        path_known: true,
        account: "111122223333",
        role_id: None,
        session_arn: Some("arn:aws:sts::111122223333:assumed-role/app/run"),
        session_name: Some("run"),
    });
    let before = ALLOCATIONS.with(Cell::get);
    let context = PrincipalContext::new(principal, Some("111122223333"), &Given);
    let request = Request {
        resource_account: Some("111122223333"),
        ..Request::new(principal, "s3:GetObject", "arn:aws:s3:::b/red/book", &context)
    };
    let layers = Layers {
        scps: &[&level, &level],
        identity: &identity,
        resource: Some(named(&bucket)),
        sessions: &level,
        ..Layers::default()
    };
    let decision = evaluate(&request, &layers);
    assert_eq!(ALLOCATIONS.with(Cell::get), before);
    assert_eq!(decision.verdict, Verdict::Allowed);
}
