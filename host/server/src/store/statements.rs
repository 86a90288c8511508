//! The statements that write a batch.
//!
//! A round trip to SQLite's thread costs more than a row, so a statement takes many rows. There are texts for 1, 2, 4, …
//! rows, which stay prepared; where there are fewer rows than places, the last row stands in the rest: writing or
//! removing it again changes nothing.

use std::sync::LazyLock;

use sqlx::sqlite::SqliteConnection;

use super::batch::BatchRow;

/// The most rows of one statement.
const MOST: usize = 64;
/// How many texts of each kind there are.
const TEXTS: usize = MOST.ilog2() as usize + 1;

/// Adds or replaces rows.
static WRITE: LazyLock<[String; TEXTS]> = LazyLock::new(|| {
    texts(
        "INSERT INTO entry (service, collection, account, key, value) VALUES ",
        "(?, ?, ?, ?, ?)",
        " ON CONFLICT DO UPDATE SET value = excluded.value",
    )
});

/// Removes rows.
static REMOVE: LazyLock<[String; TEXTS]> = LazyLock::new(|| {
    texts("DELETE FROM entry WHERE (service, collection, account, key) IN (VALUES ", "(?, ?, ?, ?)", ")")
});

/// How many statements stay prepared: all of the above, and those around them.
pub(super) const PREPARED: usize = 2 * TEXTS + 4;

fn texts(before: &str, row: &str, after: &str) -> [String; TEXTS] {
    std::array::from_fn(|power| format!("{before}{}{after}", vec![row; 1 << power].join(", ")))
}

/// Rows for one statement; all of them have values, or none.
pub(super) struct Statement<'b>(&'b [BatchRow]);

/// The statements for these rows, of which all have values or none.
pub(super) fn statements(rows: &[BatchRow]) -> impl Iterator<Item = Statement<'_>> {
    rows.chunks(MOST).map(Statement)
}

impl Statement<'_> {
    /// Runs the statement.
    ///
    /// # Errors
    /// If SQLite fails.
    pub(super) async fn execute(&self, connection: &mut SqliteConnection) -> Result<(), sqlx::Error> {
        let Some(last) = self.0.last() else { return Ok(()) };
        let texts: &'static [String; TEXTS] = if last.value.is_some() { &WRITE } else { &REMOVE };
        let places = self.0.len().next_power_of_two();
        let mut query = sqlx::query(texts[places.ilog2() as usize].as_str());
        for row in self.0.iter().chain(std::iter::repeat(last)).take(places) {
            query = query.bind(row.service).bind(row.collection).bind(&*row.account).bind(&*row.key);
            if let Some(value) = &row.value {
                query = query.bind(value.as_str());
            }
        }
        query.execute(connection).await?;
        Ok(())
    }
}
