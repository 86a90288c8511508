//! Transactions at the same time, with failures in between.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use awsim_plugin::store::Store;
use proptest::prelude::*;
use sqlx::Connection;

use super::*;

/// What one transaction does: it counts these rows up, removes some of them, and may meet a failure.
#[derive(Clone, Debug)]
struct Step {
    counted: Vec<u8>,
    removed: Vec<u8>,
    refused: bool,
    poisoned: bool,
}

fn step() -> impl Strategy<Value = Step> {
    let keys = || prop::collection::vec(0u8..6, 0..4);
    (keys(), prop::collection::vec(0u8..6, 0..2), prop::bool::weighted(0.1), prop::bool::weighted(0.1))
        .prop_map(|(counted, removed, refused, poisoned)| Step { counted, removed, refused, poisoned })
}

const POISON: &str = "CREATE TRIGGER poison BEFORE INSERT ON entry WHEN NEW.key = 'poison' \
    BEGIN SELECT RAISE(ABORT, 'poisoned'); END";

/// The state that a transaction leaves behind, as the transaction saw it.
type Model = BTreeMap<String, u64>;

fn apply(step: &Step, transaction: &mut Transaction) -> Result<(), ServiceError> {
    for key in &step.counted {
        let key = key.to_string();
        if transaction.update(&NOTES, HERE, key.as_str(), |value| value.count += 1).is_none() {
            transaction.insert(&NOTES, HERE, key, Note { text: String::new(), count: 1 });
        }
    }
    for key in &step.removed {
        transaction.remove(&NOTES, HERE, &key.to_string());
    }
    if step.poisoned {
        transaction.insert(&NOTES, HERE, "poison".into(), note("x"));
    }
    if step.refused { Err(ServiceError::validation("refused")) } else { Ok(()) }
}

fn model(view: &awsim_plugin::store::View) -> Model {
    view.iter(&NOTES, HERE).map(|(key, value)| (key.clone(), value.count)).collect()
}

/// Runs steps at the same time. The acknowledged ones, in the order in which they ran, must give the final state.
async fn run(steps: Vec<Step>) {
    let place = Place::new();
    let store = place.open().await;
    place.sql(POISON).await;
    let order = Arc::new(Mutex::new(Vec::new()));
    let tasks: Vec<_> = steps
        .iter()
        .cloned()
        .enumerate()
        .map(|(number, step)| {
            let (store, order) = (Arc::clone(&store), Arc::clone(&order));
            tokio::spawn(async move {
                let outcome = transact(&store, |transaction| {
                    order.lock().unwrap().push(number);
                    apply(&step, transaction)
                })
                .await;
                if outcome.is_ok() && !step.poisoned {
                    assert!(!store.view().contains(&NOTES, HERE, "poison"));
                }
                outcome
            })
        })
        .collect();
    let mut outcomes = Vec::new();
    for task in tasks {
        outcomes.push(task.await.unwrap());
    }

    let mut expected = Transaction::begin(&awsim_plugin::store::View::empty());
    for &number in order.lock().unwrap().iter() {
        let step = &steps[number];
        match &outcomes[number] {
            Ok(()) => {
                assert!(!step.poisoned && !step.refused, "{step:?}");
                apply(step, &mut expected).unwrap();
            }
            Err(error) if error.code == "ValidationError" => assert!(step.refused),
            Err(error) => assert_eq!(error.code, "ServiceFailure"),
        }
    }
    assert_eq!(model(&store.view()), model(&expected));
    let memory = document(&store);
    store.close().await;
    assert_eq!(place.reopened().await, memory);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_acknowledged_is_what_happened_in_one_order(
        steps in prop::collection::vec(step(), 1..60),
        threads in 1usize..4,
    ) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(threads).enable_all().build().unwrap();
        runtime.block_on(run(steps));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_sees_what_is_not_in_the_file() {
    let place = Place::new();
    let store = place.open().await;
    let stop = Arc::new(AtomicBool::new(false));
    let writers: Vec<_> = (0..4)
        .map(|writer| {
            let (store, stop) = (Arc::clone(&store), Arc::clone(&stop));
            tokio::spawn(async move {
                let mut number = 0;
                while !stop.load(Ordering::Relaxed) {
                    put(&store, &format!("{writer} {number}"), "x").await.unwrap();
                    number += 1;
                }
            })
        })
        .collect();
    let mut connection = connect(&place.database()).await;
    let mut seen = 0;
    while seen < 300 {
        let visible = store.view().count(&NOTES, HERE) as i64;
        let stored: i64 =
            sqlx::query_scalar("SELECT count(*) FROM entry").fetch_one(&mut connection).await.unwrap();
        assert!(visible <= stored, "{visible} rows are visible and {stored} are stored");
        seen = visible;
    }
    connection.close().await.unwrap();
    stop.store(true, Ordering::Relaxed);
    for writer in writers {
        writer.await.unwrap();
    }
    store.close().await;
}

#[tokio::test]
async fn a_caller_that_goes_away_does_not_undo_its_transaction() {
    let place = Place::new();
    let store = place.open().await;
    for number in 0..20 {
        let store = Arc::clone(&store);
        let caller = tokio::spawn(async move { put(&store, &number.to_string(), "x").await });
        tokio::task::yield_now().await;
        caller.abort();
        let _ = caller.await;
    }
    put(&store, "last", "x").await.unwrap();
    let memory = document(&store);
    assert_eq!(store.view().count(&NOTES, HERE), 21);
    store.close().await;
    assert_eq!(place.reopened().await, memory);
}

#[tokio::test]
async fn a_panic_in_a_transaction_changes_nothing() {
    let place = Place::new();
    let store = place.open().await;
    let panicking = {
        let store = Arc::clone(&store);
        tokio::spawn(async move {
            transact(&store, |transaction| {
                transaction.insert(&NOTES, HERE, "a".into(), note("x"));
                panic!("on purpose")
            })
            .await
        })
    };
    assert!(panicking.await.unwrap_err().is_panic());
    put(&store, "b", "x").await.unwrap();
    assert_eq!(get(&store, "a"), None);
    store.close().await;
}
