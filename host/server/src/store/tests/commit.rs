//! What a transaction does when nothing goes wrong.

use awsim_plugin::error::ServiceError;
use awsim_plugin::store::Store;
use sqlx::{Connection, Row};
use tokio::task::JoinHandle;

use super::super::batch::{Batch, BatchRow};
use super::*;

/// Puts so many notes, each from a task of its own.
fn put_together(store: &Arc<SqliteStore>, count: usize) -> Vec<JoinHandle<Result<(), ServiceError>>> {
    let task = |number: usize| {
        let store = Arc::clone(store);
        tokio::spawn(async move { put(&store, &number.to_string(), "x").await })
    };
    (0..count).map(task).collect()
}

#[tokio::test]
async fn what_is_acknowledged_is_in_the_file_as_a_person_reads_it() {
    let place = Place::new();
    let store = place.open().await;
    transact(&store, |transaction| {
        transaction.insert(
            &NOTES,
            HERE,
            "a \"quoted\"\n\u{1e} key".into(),
            note("Grüße, \u{1f600} \\ \u{7}"),
        );
        transaction.insert(
            &PAIRS,
            THERE,
            ("user".into(), "policy".into()),
            note(r#"{"Version":"2012-10-17"}"#),
        );
        Ok(())
    })
    .await
    .unwrap();

    let mut connection = connect(&place.database()).await;
    let rows = sqlx::query("SELECT service, collection, account, key, value FROM entry ORDER BY collection")
        .fetch_all(&mut connection)
        .await
        .unwrap();
    connection.close().await.unwrap();
    let rows: Vec<[String; 5]> =
        rows.iter().map(|row| std::array::from_fn(|column| row.get(column))).collect();
    assert_eq!(
        rows,
        [
            [
                "store-tests",
                "notes",
                "000000000001",
                "a \"quoted\"\n\u{1e} key",
                "{\"text\":\"Grüße, \u{1f600} \\\\ \\u0007\",\"count\":0}"
            ],
            [
                "store-tests",
                "pairs",
                "222222222222",
                "user\tpolicy",
                r#"{"text":"{\"Version\":\"2012-10-17\"}","count":0}"#
            ],
        ]
        .map(|row| row.map(str::to_owned))
    );

    let before = document(&store);
    store.close().await;
    assert_eq!(place.reopened().await, before);
}

#[tokio::test]
async fn removed_rows_are_gone_and_replaced_rows_have_their_last_value() {
    let place = Place::new();
    let store = place.open().await;
    put(&store, "a", "1").await.unwrap();
    put(&store, "b", "1").await.unwrap();
    transact(&store, |transaction| {
        transaction.insert(&NOTES, HERE, "a".into(), note("2"));
        transaction.update(&NOTES, HERE, "a", |value| value.text = "3".into());
        transaction.remove(&NOTES, HERE, &"b".to_owned());
        transaction.insert(&NOTES, HERE, "c".into(), note("1"));
        transaction.remove(&NOTES, HERE, &"c".to_owned());
        Ok(())
    })
    .await
    .unwrap();
    transact(&store, |transaction| {
        transaction.remove(&NOTES, HERE, &"nothing".to_owned());
        Ok(())
    })
    .await
    .unwrap();
    store.close().await;
    let store = place.open().await;
    assert_eq!(get(&store, "a").as_deref(), Some("3"));
    assert_eq!(store.view().count(&NOTES, HERE), 1);
    store.close().await;
}

#[tokio::test]
async fn a_refused_transaction_changes_nothing() {
    let place = Place::new();
    let store = place.open().await;
    put(&store, "a", "1").await.unwrap();
    let refused = ServiceError::validation("no");
    let outcome = transact(&store, |transaction| {
        transaction.remove(&NOTES, HERE, &"a".to_owned());
        Err(refused.clone())
    })
    .await;
    assert_eq!(outcome, Err(refused));
    assert_eq!(get(&store, "a").as_deref(), Some("1"));
    assert_eq!(store.statistics().commits, 1);
    store.close().await;
}

#[tokio::test]
async fn a_transaction_without_changes_does_not_commit() {
    let place = Place::new();
    let store = place.open().await;
    transact(&store, |_| Ok(())).await.unwrap();
    assert_eq!(store.statistics().commits, 0);
    store.close().await;
}

#[tokio::test]
async fn transactions_that_come_together_share_a_commit() {
    let place = Place::new();
    let store = place.open().await;
    let tasks = put_together(&store, 200);
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    let statistics = store.statistics();
    assert_eq!((statistics.transactions, statistics.rows, statistics.rows_written), (200, 200, 200));
    assert!(statistics.commits < 100, "{statistics:?}");
    assert!(statistics.bytes > 0);
    store.close().await;
}

#[tokio::test]
async fn transactions_that_find_no_room_wait_for_it() {
    let place = Place::new();
    let store = place.open().await;
    let tasks = put_together(&store, 3000);
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    let statistics = store.statistics();
    assert_eq!(statistics.rows, 3000);
    assert!(statistics.commits >= 3, "more than has room went into a commit: {statistics:?}");
    store.close().await;
}

#[tokio::test]
async fn a_batch_takes_the_last_change_of_a_row() {
    let change = |key: &str, value: Option<&str>| awsim_plugin::store::Change {
        slot: 0,
        account: HERE,
        key: key.to_owned(),
        value: value.map(str::to_owned),
    };
    let changes = [
        change("a", Some("1")),
        change("b", None),
        change("a", Some("2")),
        change("b", Some("3")),
        change("c", None),
    ];
    let batch = Batch::new(changes.iter());
    let rows = |rows: &[BatchRow]| -> Vec<_> {
        rows.iter().map(|row| (row.key.clone(), row.value.clone().unwrap_or_default())).collect()
    };
    assert_eq!(rows(&batch.written), [("a".into(), "2".into()), ("b".into(), "3".into())]);
    assert_eq!(rows(&batch.removed), [("c".to_owned(), String::new())]);
    assert_eq!(batch.len(), 3);
    assert!(Batch::new(std::iter::empty()).is_empty());
}

#[tokio::test]
async fn transactions_of_every_size_are_kept() {
    let place = Place::new();
    let store = place.open().await;
    for size in [1, 2, 3, 5, 63, 64, 65, 130] {
        transact(&store, |transaction| {
            // What the transaction before has left is removed, half of it is written again.
            for number in 0..size {
                transaction.remove(&NOTES, HERE, &format!("{number:03}"));
            }
            for number in size / 2..size + size / 2 {
                transaction.insert(
                    &NOTES,
                    HERE,
                    format!("{number:03}"),
                    note(&format!("{size} '\"\u{1f600}")),
                );
            }
            Ok(())
        })
        .await
        .unwrap();
    }
    let kept = document(&store);
    store.close().await;
    assert_eq!(place.reopened().await, kept);
}

#[tokio::test]
async fn a_transaction_of_many_pieces_is_kept_as_a_whole() {
    let place = Place::new();
    let store = place.open().await;
    let long = "y".repeat(10_000);
    transact(&store, |transaction| {
        for number in 0..500 {
            transaction.insert(&NOTES, HERE, format!("{number:03}"), note(&long));
        }
        Ok(())
    })
    .await
    .unwrap();
    transact(&store, |transaction| {
        for number in 100..500 {
            transaction.remove(&NOTES, HERE, &format!("{number:03}"));
        }
        Ok(())
    })
    .await
    .unwrap();
    let before = document(&store);
    store.close().await;
    assert_eq!(store.statistics().rows, 100);
    assert_eq!(place.reopened().await, before);
}

#[tokio::test]
async fn a_closed_store_has_kept_everything_and_accepts_nothing() {
    let place = Place::new();
    let store = place.open().await;
    let waiting = put_together(&store, 50);
    tokio::task::yield_now().await;
    store.close().await;
    let mut kept = 0;
    for task in waiting {
        kept += usize::from(task.await.unwrap().is_ok());
    }
    assert_eq!(put(&store, "late", "x").await.unwrap_err().code, "ServiceFailure");
    store.close().await;
    let again = place.open().await;
    assert_eq!(again.view().count(&NOTES, HERE), kept);
    assert!(!place.directory().join("awsim.sqlite-wal").exists() || kept > 0);
    again.close().await;
}

#[tokio::test]
async fn in_memory_everything_is_kept_at_once_and_nowhere() {
    let store = SqliteStore::open(&in_memory()).await.unwrap();
    put(&store, "a", "1").await.unwrap();
    assert_eq!(get(&store, "a").as_deref(), Some("1"));
    let statistics = store.statistics();
    assert_eq!((statistics.transactions, statistics.commits, statistics.bytes), (1, 0, 0));
    store.reset().await.unwrap();
    assert_eq!(get(&store, "a"), None);
    store.close().await;
}

#[tokio::test]
async fn checkpoints_keep_the_log_short() {
    let place = Place::new();
    let mut options = place.options();
    options.durability = Durability::Normal;
    let store = SqliteStore::open(&options).await.unwrap();
    let log = place.directory().join("awsim.sqlite-wal");
    let long = "z".repeat(3000);
    let mut longest = 0;
    for round in 0..30 {
        transact(&store, |transaction| {
            for number in 0..1000 {
                transaction.insert(&NOTES, HERE, format!("{number}"), note(&format!("{round}{long}")));
            }
            Ok(())
        })
        .await
        .unwrap();
        longest = longest.max(std::fs::metadata(&log).unwrap().len());
    }
    // 30 rounds of 3 MB without a checkpoint would be more than 90 MB.
    assert!(longest < 60 << 20, "{longest}");
    let before = document(&store);
    store.close().await;
    assert_eq!(place.reopened().await, before);
}
