//! Opening the file: whose it is, which version, and what it holds. Nothing is written before everything is understood.

use std::collections::BTreeMap;
use std::path::Path;

use awsim_plugin::store::{View, collections};
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::sqlite::SqliteConnection;
use sqlx::{Connection, Row};

use super::StoreError;
use super::connection::{FileState, close, connect, prepare};
use super::database::Database;
use super::directory::DataDirectory;
use super::format::{APPLICATION_ID, FormatVersion};
use super::load::load;
use super::options::StoreOptions;

static MIGRATIONS: Migrator = sqlx_macros::migrate!();

/// Opens the database in a directory and reads it.
pub(super) async fn open(directory: &Path, options: &StoreOptions) -> Result<(Database, View), StoreError> {
    let mut directory = DataDirectory::take(directory)?;
    let path = directory.database()?;
    let mut connection = connect(&path).await.map_err(|error| classified(&path, error))?;
    let read = read(&path, options, &mut connection).await;
    match read.and_then(|view| directory.settle().map(|()| view)) {
        Ok(view) => Ok((Database::new(directory, path, connection, options.durability), view)),
        Err(error) => {
            close(connection).await;
            Err(error)
        }
    }
}

async fn read(
    path: &Path,
    options: &StoreOptions,
    connection: &mut SqliteConnection,
) -> Result<View, StoreError> {
    let state = identify(path, connection).await?;
    prepare(connection, options.durability, state).await.map_err(|error| classified(path, error))?;
    take_over(path, connection).await
}

/// Brings the file to the current layout and reads it, in one transaction: what is not understood stays as it was.
async fn take_over(path: &Path, connection: &mut SqliteConnection) -> Result<View, StoreError> {
    let failed = |error| classified(path, error);
    let mut transaction = connection.begin().await.map_err(failed)?;
    migrate(path, &mut transaction).await?;
    let versions = versions(path, &mut transaction).await?;
    let view = load(path, &mut transaction).await?;
    note_versions(&versions, &mut transaction).await.map_err(failed)?;
    transaction.commit().await.map_err(failed)?;
    Ok(view)
}

/// Refuses a file that is no database, one of another program, and one of a newer AWSim.
async fn identify(path: &Path, connection: &mut SqliteConnection) -> Result<FileState, StoreError> {
    const IDENTITY: &str = "SELECT \
        (SELECT application_id FROM pragma_application_id), \
        (SELECT user_version FROM pragma_user_version), \
        (SELECT count(*) FROM sqlite_schema WHERE tbl_name <> '_sqlx_migrations')";
    let failed = |error| classified(path, error);
    let row = sqlx::query(IDENTITY).fetch_one(connection).await.map_err(failed)?;
    let application: i64 = row.try_get(0).map_err(failed)?;
    let format = FormatVersion(row.try_get(1).map_err(failed)?);
    let tables: i64 = row.try_get(2).map_err(failed)?;
    // A process that was killed while it made the file has left it without tables.
    let fresh = application == 0 && format == FormatVersion(0) && tables == 0;
    if application != APPLICATION_ID && !fresh {
        return Err(StoreError::Foreign { path: path.to_owned() });
    }
    if format > FormatVersion::CURRENT {
        return Err(StoreError::NewerFormat { path: path.to_owned(), found: format });
    }
    Ok(if fresh { FileState::Fresh } else { FileState::Used })
}

async fn migrate(path: &Path, connection: &mut SqliteConnection) -> Result<(), StoreError> {
    MIGRATIONS.run_direct(None, connection, false).await.map_err(|reason| match reason {
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => classified(path, error),
        reason => StoreError::Migration { path: path.to_owned(), reason },
    })
}

/// A collection of this program whose version is not in the file yet.
type MissingVersion = (&'static str, &'static str, u32);

/// Compares the versions of the collections' forms; an older form is one that the collection's types still read.
async fn versions(path: &Path, connection: &mut SqliteConnection) -> Result<Vec<MissingVersion>, StoreError> {
    let failed = |error| classified(path, error);
    let rows: Vec<(String, String, u32)> = sqlx::query_as("SELECT service, name, version FROM collection")
        .fetch_all(connection)
        .await
        .map_err(failed)?;
    let stored: BTreeMap<(&str, &str), u32> =
        rows.iter().map(|(service, name, version)| ((service.as_str(), name.as_str()), *version)).collect();
    let mut missing = Vec::new();
    for collection in collections() {
        let known = collection.version();
        match stored.get(&(collection.service(), collection.name())) {
            Some(&found) if found > known => {
                return Err(StoreError::NewerCollection {
                    path: path.to_owned(),
                    service: collection.service(),
                    collection: collection.name(),
                    found,
                    known,
                });
            }
            Some(&found) if found == known => {}
            _ => missing.push((collection.service(), collection.name(), known)),
        }
    }
    Ok(missing)
}

async fn note_versions(
    versions: &[MissingVersion],
    connection: &mut SqliteConnection,
) -> Result<(), sqlx::Error> {
    if versions.is_empty() {
        return Ok(());
    }
    let rows = serde_json::to_string(versions).map_err(|error| sqlx::Error::Encode(error.into()))?;
    sqlx::query(
        "INSERT INTO collection (service, name, version) \
        SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?1) WHERE true \
        ON CONFLICT DO UPDATE SET version = excluded.version",
    )
    .bind(rows)
    .execute(connection)
    .await?;
    Ok(())
}

/// SQLite's error, told apart by whether the file is at fault.
pub(super) fn classified(path: &Path, error: sqlx::Error) -> StoreError {
    /// `SQLITE_CORRUPT` and `SQLITE_NOTADB`, without the extended part of a code.
    const DAMAGED: [i32; 2] = [11, 26];
    let code = error.as_database_error().and_then(|error| error.code()?.parse::<i32>().ok());
    match code {
        Some(code) if DAMAGED.contains(&(code & 0xff)) => {
            StoreError::Corrupt { path: path.to_owned(), reason: error.to_string() }
        }
        _ => StoreError::Database { path: path.to_owned(), reason: error },
    }
}
