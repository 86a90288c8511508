//! Reset, export and import.

use awsim_plugin::store::Store;

use super::super::ImportError;
use super::*;

/// Accepts every state.
fn unchecked(_state: &mut Transaction) -> Result<(), ImportError> {
    Ok(())
}

async fn filled(place: &Place) -> Arc<SqliteStore> {
    let store = place.open().await;
    transact(&store, |transaction| {
        transaction.insert(&NOTES, HERE, "a".into(), note("1"));
        transaction.insert(&NOTES, THERE, "a".into(), note("2"));
        transaction.insert(&PAIRS, HERE, ("u".into(), "p".into()), note("3"));
        transaction.insert(&OTHERS, HERE, "o".into(), note("4"));
        Ok(())
    })
    .await
    .unwrap();
    store
}

/// Closes a store and checks that the file holds what memory did.
async fn closed(place: &Place, store: Arc<SqliteStore>) {
    let memory = document(&store);
    store.close().await;
    assert_eq!(place.reopened().await, memory);
}

#[tokio::test]
async fn a_reset_goes_back_to_the_start() {
    let place = Place::new();
    let store = filled(&place).await;
    store.reset().await.unwrap();
    assert_eq!(store.statistics().rows, 0);
    closed(&place, store).await;

    let store = filled(&place).await;
    let start = document(&store);
    store.keep_as_start();
    put(&store, "b", "new").await.unwrap();
    put(&store, "a", "changed").await.unwrap();
    transact(&store, |transaction| {
        transaction.remove(&OTHERS, HERE, &"o".to_owned());
        Ok(())
    })
    .await
    .unwrap();
    let written = store.statistics().rows_written;
    store.reset().await.unwrap();
    assert_eq!(document(&store), start);
    assert_eq!(store.statistics().rows_written, written + 3);
    closed(&place, store).await;
}

#[tokio::test]
async fn an_export_comes_back_by_an_import() {
    let (one, other) = (Place::new(), Place::new());
    let store = filled(&one).await;
    let exported = document(&store);
    let copy = other.open().await;
    put(&copy, "in the way", "x").await.unwrap();
    copy.import(exported.clone(), None, unchecked).await.unwrap();
    assert_eq!(document(&copy), exported);
    closed(&other, copy).await;
    closed(&one, store).await;
}

#[tokio::test]
async fn a_service_is_imported_alone() {
    let (one, other) = (Place::new(), Place::new());
    let store = filled(&one).await;
    let exported = serde_json::to_string(&store.export(Some("store-tests"))).unwrap();
    assert!(exported.contains("\"store-tests\"") && !exported.contains("store-tests-other"), "{exported}");
    let copy = other.open().await;
    transact(&copy, |transaction| {
        transaction.insert(&OTHERS, HERE, "kept".into(), note("5"));
        transaction.insert(&NOTES, HERE, "gone".into(), note("6"));
        Ok(())
    })
    .await
    .unwrap();
    copy.import(exported.clone(), Some("store-tests"), unchecked).await.unwrap();
    assert!(copy.view().contains(&OTHERS, HERE, "kept"));
    assert!(!copy.view().contains(&NOTES, HERE, "gone"));
    assert_eq!(serde_json::to_string(&copy.export(Some("store-tests"))).unwrap(), exported);
    closed(&other, copy).await;
    store.close().await;
}

#[tokio::test]
async fn a_document_that_is_not_understood_changes_nothing() {
    let place = Place::new();
    let store = filled(&place).await;
    let before = document(&store);
    let row = |version: u32, row: &str| {
        format!(
            r#"{{"format":1,"services":{{"store-tests":{{"notes":{{"version":{version},"rows":[{row}]}}}}}}}}"#
        )
    };
    let good = r#"{"account":"000000000001","key":"new","value":{"text":"x"}}"#;
    for (wrong, service, expected) in [
        ("[]".to_owned(), None, "not a state of AWSim"),
        ("{".to_owned(), None, "not a state of AWSim"),
        (r#"{"format":2,"services":[]}"#.to_owned(), None, "has format 2"),
        (r#"{"format":1,"services":{"s3":{}}}"#.to_owned(), None, "has state of s3"),
        (r#"{"format":1,"services":{}}"#.to_owned(), Some("store-tests"), "has no state of store-tests"),
        (r#"{"format":1,"services":{}}"#.to_owned(), Some("s3"), "for s3"),
        (
            r#"{"format":1,"services":{"store-tests":{"letters":{"version":1,"rows":[]}}}}"#.to_owned(),
            None,
            "store-tests/letters: there is no such collection",
        ),
        (
            r#"{"format":1,"services":{"store-tests":{"notes":{"version":1,"rows":[]},"notes":{"version":1,"rows":[]}}}}"#
                .to_owned(),
            None,
            "\"notes\" stands in it twice",
        ),
        (
            r#"{"format":1,"services":{"store-tests":{},"store-tests":{}}}"#.to_owned(),
            None,
            "\"store-tests\" stands in it twice",
        ),
        (row(3, good), None, "store-tests/notes: its form has version 3"),
        (row(2, &good.replace("text", "txt")), None, "missing field `text`"),
        (row(2, &format!("{good},{good}")), None, "\"new\" in 000000000001: the row is there twice"),
        (row(2, &good.replace("000000000001", "1")), None, "exactly twelve digits"),
        (row(2, &good.replace("\"key\"", "\"kee\"")), None, "kee"),
    ] {
        let error = store.import(wrong.clone(), service, unchecked).await.unwrap_err();
        assert!(error.to_string().contains(expected), "{wrong}: {error}");
        assert!(!matches!(error, ImportError::Store(_)));
        assert_eq!(document(&store), before);
    }
    store.import(row(1, good), Some("store-tests"), unchecked).await.unwrap();
    assert_eq!(store.view().count(&NOTES, HERE), 1);
    closed(&place, store).await;
}

#[tokio::test]
async fn what_an_imported_state_lacks_is_added() {
    let place = Place::new();
    let store = filled(&place).await;
    let complete = |state: &mut Transaction| {
        assert!(!state.contains(&NOTES, HERE, "a"));
        state.insert(&NOTES, HERE, "added".into(), note("7"));
        Ok(())
    };
    store.import(r#"{"format":1,"services":{}}"#, None, complete).await.unwrap();
    assert_eq!(store.statistics().rows, 1);
    assert!(store.view().contains(&NOTES, HERE, "added"));
    closed(&place, store).await;
}

#[tokio::test]
async fn a_state_that_is_not_accepted_changes_nothing() {
    let place = Place::new();
    let store = filled(&place).await;
    let before = document(&store);
    let import = r#"{"format":1,"services":{"store-tests":{"notes":{"version":1,"rows":[
        {"account":"000000000001","key":"new","value":{"text":"x"}}]}}}}"#;
    let refuse = |state: &mut Transaction| {
        // It is shown the state as it would be.
        assert!(state.contains(&NOTES, HERE, "new") && !state.contains(&NOTES, HERE, "a"));
        Err(ImportError::Inconsistent { service: "store-tests", reason: "no".to_owned() })
    };
    let error = store.import(import, Some("store-tests"), refuse).await.unwrap_err();
    assert_eq!(error.to_string(), "the state of store-tests does not fit together: no");
    assert_eq!(document(&store), before);
    closed(&place, store).await;
}
