//! Enforcement, simulation and evaluation always agree.
//!
//! Random accounts with users, groups, roles, boundaries, session policies and both kinds of an organization's policies are put into an
//! AWSim that enforces, and their principals ask for random things. What was decided of each request is then asked of
//! `SimulatePrincipalPolicy`, and of the evaluator behind `awsim policy evaluate`, which is given the policies and the
//! condition keys as the test itself knows them: nothing but the answer comes from AWSim.
//!
//! `PROPTEST_CASES=1000` asks more.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where its input is wrong"
)]

mod asking;
mod host;
mod world;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRunner};

use host::Host;

/// How many accounts unless told otherwise, and how many requests each.
const ACCOUNTS: u32 = 24;
const REQUESTS: usize = 16;

#[test]
fn enforcement_simulation_and_evaluation_agree() {
    let host = Host::start();
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(ACCOUNTS);
    let config = Config { cases, max_shrink_iters: 200, failure_persistence: None, ..Config::default() };
    let (decided, simulated) = (std::cell::Cell::new(0), std::cell::Cell::new(0));
    let refused = std::cell::Cell::new(0);
    let asked = prop::collection::vec(asking::asked(), REQUESTS);
    let outcome = TestRunner::new(config).run(&(world::world(), asked), |(world, asked)| {
        let keys = host.settle(&world);
        for asked in asked {
            let answer = host.ask(&keys, &asked);
            let decisions = host.decisions(&answer.request_id);
            prop_assert!(!decisions.is_empty(), "nothing was decided of {asked:?}: {}", answer.body);
            let denied = decisions.iter().any(|decision| decision.verdict != "allowed");
            prop_assert_eq!(answer.denied, denied, "{:?}: {}", asked, answer.body);
            refused.set(refused.get() + usize::from(denied));
            for decision in &decisions {
                decided.set(decided.get() + 1);
                let case = world.case(&keys, &asked, decision);
                let (verdict, layer) = host::evaluated(&case);
                prop_assert_eq!(
                    (decision.verdict.as_str(), decision.layer.as_str()),
                    (verdict, layer),
                    "enforced and evaluated: {:?} {}",
                    asked,
                    case
                );
                if let Some(said) = host.simulated(&keys, &asked, &case)? {
                    simulated.set(simulated.get() + 1);
                    prop_assert_eq!(&said, &decision.verdict, "simulated and enforced: {:?} {}", asked, case);
                }
            }
        }
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
    let (decided, simulated, refused) = (decided.get(), simulated.get(), refused.get());
    println!("{decided} decisions, {simulated} of them simulated; {refused} requests refused");
    // It proves nothing if it is always the same.
    assert!(simulated > decided / 4 && refused > decided / 20 && refused < decided * 19 / 20);
}

/// A complaint of the test about itself.
fn wrong(reason: impl Into<String>) -> TestCaseError {
    TestCaseError::fail(reason.into())
}
