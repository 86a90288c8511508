//! What is opened, and what is refused and left alone.

use super::*;

/// Every file of a data directory but the lock.
fn files(place: &Place) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = std::fs::read_dir(place.directory())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.ends_with("awsim.lock"))
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}

/// Opens what must not be opened, and checks that it is as it was.
async fn refused(place: &Place) -> String {
    let before = files(place);
    let error = place.try_open().await.expect_err("it is refused");
    let names = |files: &[(String, Vec<u8>)]| files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    let after = files(place);
    assert!(after == before, "{:?} became {:?}", names(&before), names(&after));
    let message = error.to_string();
    let directory = place.directory().canonicalize().unwrap();
    assert!(message.contains(directory.to_str().unwrap()), "{message}");
    message
}

async fn with_a_row() -> Place {
    let place = Place::new();
    let store = place.open().await;
    put(&store, "a", "1").await.unwrap();
    store.close().await;
    place
}

#[tokio::test]
async fn a_second_process_is_refused_and_told_of_the_first() {
    let place = Place::new();
    let store = place.open().await;
    let message = place.try_open().await.err().unwrap().to_string();
    assert!(message.contains(&format!("(process {})", std::process::id())), "{message}");
    assert!(message.contains("is in use by another AWSim"), "{message}");
    put(&store, "a", "1").await.unwrap();
    store.close().await;
    let store = place.open().await;
    assert_eq!(get(&store, "a").as_deref(), Some("1"));
    store.close().await;
}

#[cfg(unix)]
#[tokio::test]
async fn only_the_owner_can_read_the_files() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    let store = place.open().await;
    put(&store, "a", "1").await.unwrap();
    let mode = |path: PathBuf| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(place.directory()), 0o700);
    for file in ["awsim.sqlite", "awsim.sqlite-wal", "awsim.lock"] {
        assert_eq!(mode(place.directory().join(file)), 0o600, "{file}");
    }
    store.close().await;
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused() {
    let place = Place::new();
    std::fs::create_dir(place.directory()).unwrap();
    std::fs::write(place.database(), "not a database at all, and long enough to be looked at ".repeat(100))
        .unwrap();
    assert!(refused(&place).await.contains("is damaged"));
}

#[tokio::test]
async fn a_database_of_another_program_is_refused() {
    let place = Place::new();
    std::fs::create_dir(place.directory()).unwrap();
    place.sql("CREATE TABLE theirs (a)").await;
    assert!(refused(&place).await.contains("is a database of another program"));
}

#[tokio::test]
async fn a_newer_format_is_refused() {
    let place = with_a_row().await;
    place.sql("PRAGMA user_version = 2").await;
    assert!(refused(&place).await.contains("was written by a newer AWSim (format 2"));
}

#[tokio::test]
async fn an_unknown_migration_is_refused() {
    let place = with_a_row().await;
    place.sql("INSERT INTO _sqlx_migrations VALUES (9999, 'later', '2030-01-01', TRUE, x'00', 0)").await;
    assert!(refused(&place).await.contains("migration 9999"));
}

#[tokio::test]
async fn a_newer_collection_is_refused() {
    let place = with_a_row().await;
    place.sql("UPDATE collection SET version = 3 WHERE service = 'store-tests' AND name = 'notes'").await;
    let message = refused(&place).await;
    assert!(message.contains("store-tests/notes in version 3"), "{message}");
}

#[tokio::test]
async fn an_older_collection_is_read_and_becomes_a_present_one() {
    let place = with_a_row().await;
    place
        .sql(
            "UPDATE collection SET version = 1 WHERE service = 'store-tests' AND name = 'notes';
             UPDATE entry SET value = '{\"text\":\"old\"}'",
        )
        .await;
    let store = place.open().await;
    assert_eq!(get(&store, "a").as_deref(), Some("old"));
    store.close().await;
    let mut connection = connect(&place.database()).await;
    let version: i64 =
        sqlx::query_scalar("SELECT version FROM collection WHERE service = 'store-tests' AND name = 'notes'")
            .fetch_one(&mut connection)
            .await
            .unwrap();
    assert_eq!(version, 2);
}

#[tokio::test]
async fn rows_that_are_not_understood_are_refused() {
    for (change, expected) in [
        ("value = '{\"other\":1}'", "missing field `text`"),
        ("value = 'no json'", "store-tests/notes"),
        ("value = '{\"text\":\"' || char(30) || '\"}'", "store-tests/notes"),
        ("account = 'x'", "an account id has exactly twelve digits"),
    ] {
        let place = with_a_row().await;
        place.sql(&format!("UPDATE entry SET {change}")).await;
        let message = refused(&place).await;
        assert!(message.contains("is damaged") && message.contains(expected), "{change}: {message}");
    }
}

#[tokio::test]
async fn a_damaged_page_is_refused() {
    let place = Place::new();
    let store = place.open().await;
    let long = "x".repeat(2000);
    for number in 0..20 {
        put(&store, &format!("{number}"), &long).await.unwrap();
    }
    store.close().await;
    let mut bytes = std::fs::read(place.database()).unwrap();
    let pages = bytes.len() / 4096;
    assert!(pages > 8);
    for page in 5..pages {
        bytes[page * 4096..page * 4096 + 64].fill(0xa5);
    }
    std::fs::write(place.database(), bytes).unwrap();
    assert!(refused(&place).await.contains("is damaged"));
}

#[tokio::test]
async fn a_creation_that_was_cut_off_is_taken_up() {
    let place = Place::new();
    std::fs::create_dir(place.directory()).unwrap();
    std::fs::write(place.database(), "").unwrap();
    let store = place.open().await;
    put(&store, "a", "1").await.unwrap();
    store.close().await;
    let place = Place::new();
    std::fs::create_dir(place.directory()).unwrap();
    place.sql("PRAGMA journal_mode = WAL").await;
    let store = place.open().await;
    put(&store, "a", "1").await.unwrap();
    store.close().await;
}

#[tokio::test]
async fn a_directory_that_cannot_be_made_is_named() {
    let place = Place::new();
    std::fs::write(place.directory(), "a file").unwrap();
    let message = place.try_open().await.err().unwrap().to_string();
    assert!(message.contains("cannot be used") && message.contains("data"), "{message}");
}

#[tokio::test]
async fn rows_of_services_that_are_not_linked_stay() {
    let place = with_a_row().await;
    place
        .sql(
            "INSERT INTO collection VALUES ('elsewhere', 'things', 99);
             INSERT INTO entry VALUES ('elsewhere', 'things', '000000000001', 'k', '{}')",
        )
        .await;
    let store = place.open().await;
    put(&store, "b", "1").await.unwrap();
    store.reset().await.unwrap();
    store.close().await;
    let mut connection = connect(&place.database()).await;
    let count: i64 = sqlx::query_scalar("SELECT count(*) FROM entry WHERE service = 'elsewhere'")
        .fetch_one(&mut connection)
        .await
        .unwrap();
    assert_eq!(count, 1);
}

#[tokio::test]
async fn more_rows_than_a_block_come_back() {
    let place = Place::new();
    let store = place.open().await;
    transact(&store, |transaction| {
        for number in 0..3500 {
            let account = if number % 3 == 0 { HERE } else { THERE };
            transaction.insert(&NOTES, account, format!("{number} \"\\\n"), note(&number.to_string()));
        }
        Ok(())
    })
    .await
    .unwrap();
    let before = document(&store);
    store.close().await;
    assert_eq!(place.reopened().await, before);
}
