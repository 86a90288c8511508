//! Reading all rows into memory.
//!
//! A row of SQLite costs a message between two threads. So rows come in blocks: one row of the answer is a text of
//! many records, divided by the record separator, which JSON never has in it (RFC 8259 section 7). While a block is
//! parsed here, SQLite's thread reads the next.

use std::borrow::Cow;
use std::path::Path;

use awsim_plugin::account::AccountId;
use awsim_plugin::store::{AnyCollection, AnyTable, View, collections};
use sqlx::Row;
use sqlx::sqlite::SqliteConnection;

use super::StoreError;
use super::open::classified;

/// How many rows come in a block.
const BLOCK: i64 = 1000;
/// What divides the parts of a block: account, key in JSON, value in JSON, and so on.
const SEPARATOR: char = '\u{1e}';

const READ: &str = "SELECT group_concat(account || char(30) || json_quote(key) || char(30) || value, char(30)) FROM \
    (SELECT account, key, value FROM entry WHERE service = ?1 AND collection = ?2 AND (account, key) > (?3, ?4) \
    ORDER BY account, key LIMIT ?5)";

/// Reads the rows of every collection.
pub(super) async fn load(path: &Path, connection: &mut SqliteConnection) -> Result<View, StoreError> {
    let mut view = View::empty();
    for (slot, collection) in collections().iter().enumerate() {
        let Some(table) = view.any_table_mut(slot) else { continue };
        let mut block = read(*collection, None, connection).await.map_err(|error| classified(path, error))?;
        while let Some(text) = block {
            let corrupt = |reason| StoreError::Corrupt {
                path: path.to_owned(),
                reason: format!("{}/{}: {reason}", collection.service(), collection.name()),
            };
            let last = last_key(&text).map_err(corrupt)?;
            let next = read(*collection, Some(last), connection);
            let (next, parsed) = tokio::join!(next, async { parse(&text, table) });
            parsed.map_err(corrupt)?;
            block = next.map_err(|error| classified(path, error))?;
        }
    }
    Ok(view)
}

/// Reads the block after a key.
async fn read(
    collection: &dyn AnyCollection,
    after: Option<(&str, Cow<'_, str>)>,
    connection: &mut SqliteConnection,
) -> Result<Option<String>, sqlx::Error> {
    let (account, key) = after.unwrap_or_default();
    let row = sqlx::query(READ)
        .bind(collection.service())
        .bind(collection.name())
        .bind(account)
        .bind(key.as_ref())
        .bind(BLOCK)
        .fetch_one(connection)
        .await?;
    row.try_get(0)
}

/// Account and key of the last record of a block.
fn last_key(text: &str) -> Result<(&str, Cow<'_, str>), String> {
    let mut parts = text.rsplitn(4, SEPARATOR).skip(1);
    match (parts.next(), parts.next()) {
        (Some(key), Some(account)) => Ok((account, unquoted(key)?)),
        _ => Err(UNREADABLE.to_owned()),
    }
}

fn parse(text: &str, table: &mut dyn AnyTable) -> Result<(), String> {
    let mut parts = text.split(SEPARATOR);
    while let Some(account) = parts.next() {
        let (Some(key), Some(value)) = (parts.next(), parts.next()) else {
            return Err(UNREADABLE.to_owned());
        };
        let key = unquoted(key)?;
        let account: AccountId = account.parse().map_err(|error| format!("{account:?}: {error}"))?;
        table.load(account, &key, value).map_err(|error| format!("{key:?} in {account}: {error}"))?;
    }
    Ok(())
}

const UNREADABLE: &str = "a row cannot be read";

/// The text that a JSON string stands for.
fn unquoted(json: &str) -> Result<Cow<'_, str>, String> {
    match json.strip_prefix('"').and_then(|json| json.strip_suffix('"')) {
        Some(text) if !text.contains('\\') => Ok(Cow::Borrowed(text)),
        _ => serde_json::from_str::<String>(json).map(Cow::Owned).map_err(|error| error.to_string()),
    }
}
