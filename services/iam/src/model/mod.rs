//! IAM against a model of itself: random operations, one after the other, on the plugin and on a handful of maps and sets
//! that know nothing of it. Each answer must be the model's, and after each step everything that can be asked for must
//! be what the model has, seen from both sides.

mod account;
mod observe;
mod operation;

use proptest::prelude::*;

use account::Account;
use operation::operations;

use crate::testing::Fixture;

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn every_answer_is_the_models(operations in operations(60)) {
        let mut fixture = Fixture::new();
        let mut account = Account::default();
        for (step, operation) in operations.iter().enumerate() {
            let expected = account.apply(operation);
            let answered = operation.call(&mut fixture, &mut account);
            prop_assert_eq!(&answered, &expected, "step {}: {:?}", step, operation);
            observe::compare(&mut fixture, &account).map_err(|difference| {
                TestCaseError::fail(format!("after step {step}: {operation:?}: {difference}"))
            })?;
        }
    }
}

/// The kinds of entity that have policies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    User,
    Group,
    Role,
}

/// The ARN of a customer managed policy.
fn arn(name: &str) -> String {
    format!("arn:aws:iam::{}:policy/{name}", crate::testing::ACCOUNT)
}
