//! Commits that fail: memory and disk stay equal, and later requests work.

use super::super::committer::Committer;
use super::super::open::open;
use super::super::state::State;
use super::*;

/// A store that was opened with something special about its connection.
async fn opened_with(place: &Place, pragma: &'static str) -> Arc<SqliteStore> {
    let options = place.options();
    let (mut database, view) = open(&place.directory(), &options).await.unwrap();
    database.execute(pragma).await.unwrap();
    let path = database.path().to_owned();
    let state = Arc::new(State::new(Arc::new(view)));
    let committer = tokio::spawn(Committer::new(Arc::clone(&state), database).run());
    Arc::new(SqliteStore::on_disk(state, path, committer))
}

/// A row with this key is refused by the database.
const POISON: &str = "CREATE TRIGGER poison BEFORE INSERT ON entry WHEN NEW.key = 'poison' \
    BEGIN SELECT RAISE(ABORT, 'poisoned'); END";

async fn closed(place: &Place, store: Arc<SqliteStore>) {
    let memory = document(&store);
    store.close().await;
    assert_eq!(place.reopened().await, memory);
}

#[tokio::test]
async fn a_failed_commit_fails_the_request_and_nothing_else() {
    let place = Place::new();
    let store = place.open().await;
    put(&store, "a", "1").await.unwrap();
    place.sql(POISON).await;
    for round in 0..3 {
        let error = put(&store, "poison", "x").await.unwrap_err();
        assert_eq!((error.code.as_ref(), error.status), ("ServiceFailure", 500));
        assert!(error.message.contains("poisoned"), "{error}");
        assert_eq!(get(&store, "poison"), None);
        put(&store, "a", &round.to_string()).await.unwrap();
    }
    let statistics = store.statistics();
    assert_eq!(statistics.failures, 3);
    assert!(statistics.last_error.unwrap().contains("poisoned"));
    closed(&place, store).await;
}

#[tokio::test]
async fn a_failed_commit_takes_along_what_was_built_on_it() {
    let place = Place::new();
    let store = place.open().await;
    put(&store, "a", "1").await.unwrap();
    place.sql(POISON).await;
    // On one thread all of them run before the committer does.
    let (poisoned, built_on_it, nothing, refused) = tokio::join!(
        put(&store, "poison", "x"),
        put(&store, "a", "2"),
        transact(&store, |transaction| {
            assert!(transaction.contains(&NOTES, HERE, "poison"), "it runs on the newest state");
            Ok(())
        }),
        transact(&store, |_| Err(ServiceError::validation("there is a poison already"))),
    );
    for outcome in [poisoned, built_on_it, nothing, refused] {
        assert_eq!(outcome.unwrap_err().code, "ServiceFailure");
    }
    assert_eq!(get(&store, "a").as_deref(), Some("1"));
    put(&store, "a", "3").await.unwrap();
    closed(&place, store).await;
}

#[tokio::test]
async fn a_refusal_that_rests_on_a_change_waits_for_it() {
    let place = Place::new();
    let store = place.open().await;
    let (first, second) = tokio::join!(put(&store, "a", "1"), async {
        let outcome = transact(&store, |_| Err(ServiceError::validation("it is there already"))).await;
        (outcome, get(&store, "a"))
    },);
    first.unwrap();
    assert_eq!(second, (Err(ServiceError::validation("it is there already")), Some("1".to_owned())));
    store.close().await;
}

#[tokio::test]
async fn a_full_disk_fails_requests_until_there_is_room() {
    let place = Place::new();
    let store = opened_with(&place, "PRAGMA max_page_count = 12").await;
    let long = "x".repeat(3000);
    let mut kept = 0;
    let error = loop {
        match put(&store, &format!("{kept:03}"), &long).await {
            Ok(()) => kept += 1,
            Err(error) => break error,
        }
        assert!(kept < 100, "it never gets full");
    };
    assert!(error.message.contains("full"), "{error}");
    assert!(kept > 0);
    assert_eq!(store.statistics().rows, kept);
    // The limit is the connection's, and the store opens another after a failure: there is room again.
    put(&store, "later", &long).await.unwrap();
    closed(&place, store).await;
}

#[tokio::test]
async fn a_lost_answer_to_a_commit_is_found_out() {
    let place = Place::new();
    let options = place.options();
    let (mut database, view) = open(&place.directory(), &options).await.unwrap();
    let mut transaction = Transaction::begin(&view);
    transaction.insert(&NOTES, HERE, "a".into(), note("1"));
    transaction.insert(&PAIRS, HERE, ("b".into(), "\"".into()), note("\u{1f600}\\"));
    let (view, changes) = transaction.finish().unwrap();
    let batch = super::super::batch::Batch::new(changes.iter());
    assert!(!database.holds(&batch).await.unwrap());
    database.write(&batch).await.unwrap();
    assert!(database.holds(&batch).await.unwrap());

    let mut transaction = Transaction::begin(&view);
    transaction.remove(&NOTES, HERE, &"a".to_owned());
    let (_, changes) = transaction.finish().unwrap();
    let batch = super::super::batch::Batch::new(changes.iter());
    assert!(!database.holds(&batch).await.unwrap());
    database.write(&batch).await.unwrap();
    assert!(database.holds(&batch).await.unwrap());
    database.close().await;
}

#[tokio::test]
async fn a_state_that_turns_out_to_be_durable_is_taken_over() {
    use awsim_plugin::store::View;
    fn with(view: &View, key: &str) -> Result<super::super::state::Changed, ServiceError> {
        let mut transaction = Transaction::begin(view);
        transaction.insert(&NOTES, HERE, key.to_owned(), note("x"));
        transaction.finish()
    }
    let state = Arc::new(State::new(Arc::new(View::empty())));
    let late = Arc::new(with(&View::empty(), "late").unwrap().0);
    let waiting = {
        let state = Arc::clone(&state);
        tokio::spawn(async move { state.change(|tip| with(tip, "built on another")).await })
    };
    let batch = state.next_batch().await.unwrap();
    let failure = ServiceError::failure("try again");
    state.adopt(Arc::clone(&late), batch, &failure);
    assert_eq!(waiting.await.unwrap(), Err(failure));
    assert!(Arc::ptr_eq(&state.published(), &late));

    let next = {
        let state = Arc::clone(&state);
        tokio::spawn(async move { state.change(|tip| with(tip, "next")).await })
    };
    let batch = state.next_batch().await.unwrap();
    state.publish(batch);
    next.await.unwrap().unwrap();
    let names: Vec<_> = state.published().iter(&NOTES, HERE).map(|(key, _)| key.clone()).collect();
    assert_eq!(names, ["late", "next"]);
}

#[tokio::test]
async fn a_database_that_is_away_for_a_while_is_found_again() {
    let place = Place::new();
    let store = place.open().await;
    put(&store, "a", "1").await.unwrap();
    place.sql(POISON).await;
    // The commit fails, and when the file is to be opened anew it is not there.
    let aside = place.directory().join("aside");
    let moved = |from: &Path, to: &Path| std::fs::rename(from, to).unwrap();
    moved(&place.database(), &aside);
    assert_eq!(put(&store, "poison", "x").await.unwrap_err().code, "ServiceFailure");
    assert_eq!(put(&store, "b", "1").await.unwrap_err().code, "ServiceFailure");
    assert_eq!(get(&store, "a").as_deref(), Some("1"));
    moved(&aside, &place.database());
    put(&store, "b", "2").await.unwrap();
    closed(&place, store).await;
}

/// The process cannot write files beyond a size: writes to the log fail in the middle of a commit, by the operating
/// system's hand.
#[cfg(target_os = "linux")]
#[test]
fn a_write_that_the_system_refuses_fails_the_request_and_nothing_else() {
    let place = Place::new();
    let script = "trap '' XFSZ; exec prlimit --fsize=40000: \"$@\"";
    let output = std::process::Command::new("sh")
        .args(["-c", script, "sh"])
        .arg(std::env::current_exe().unwrap())
        .args(
            ["--exact", "--ignored", "--nocapture", concat!(module_path!(), "::limited_child")]
                .map(unprefixed),
        )
        .env(LIMITED, place.0.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stdout).contains("1 passed"), "{output:?}");
}

#[cfg(target_os = "linux")]
const LIMITED: &str = "AWSIM_TEST_LIMITED_STORE";

/// The name of a test as the test program knows it: without the crate.
pub(super) fn unprefixed(argument: &str) -> &str {
    argument.split_once("::").map_or(argument, |(_, name)| name)
}

#[cfg(target_os = "linux")]
#[tokio::test]
#[ignore = "run by a_write_that_the_system_refuses_fails_the_request_and_nothing_else"]
async fn limited_child() {
    let directory = PathBuf::from(std::env::var_os(LIMITED).unwrap()).join("data");
    let options = StoreOptions { data_dir: DataDir::Path(directory), durability: Durability::Full };
    let store = SqliteStore::open(&options).await.unwrap();
    let long = "x".repeat(2500);
    let mut outcomes = Vec::new();
    for number in 0..30 {
        outcomes.push(put(&store, &format!("{number:02}"), &long).await.is_ok());
        assert_eq!(get(&store, &format!("{number:02}")).is_some(), *outcomes.last().unwrap());
    }
    assert!(outcomes.contains(&true) && outcomes.contains(&false), "{outcomes:?}");
    let limit = std::process::Command::new("prlimit")
        .args(["--fsize=unlimited:", "--pid", &std::process::id().to_string()])
        .status()
        .unwrap();
    assert!(limit.success());
    for number in 0..30 {
        put(&store, &format!("{number:02}"), &long).await.unwrap();
    }
    let memory = document(&store);
    store.close().await;
    let store = SqliteStore::open(&options).await.unwrap();
    assert_eq!(document(&store), memory);
    store.close().await;
}
