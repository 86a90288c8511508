//! State: typed collections, read from immutable views and changed by transactions.
//!
//! A service declares its collections with [`collection!`](crate::collection). Reading goes through a [`View`]: an
//! immutable, memory-resident picture of all collections that costs nothing to hold and never touches the disk.
//! Changing goes through a [`Transaction`]: it sees its own changes, nobody else does until it is committed, and it is
//! applied as a whole or not at all. The host turns the changes into rows and acknowledges a transaction only once
//! they are durable.

mod collection;
mod entry;
mod key;
mod table;
mod transaction;
mod view;

#[cfg(test)]
mod tests;

pub use collection::{AnyCollection, Collection, CollectionRegistration, collections};
pub use key::{InvalidKey, Key};
pub use table::{AnyTable, Row, RowError, ServiceTables, VisitDifference};
pub use transaction::{Change, Transaction};
pub use view::View;

use std::sync::Arc;

use async_trait::async_trait;

use crate::error::ServiceError;

/// What is done inside a transaction. It is called exactly once.
pub type Work<'w> = dyn FnMut(&mut Transaction) -> Result<(), ServiceError> + Send + 'w;

/// The store as a service sees it.
#[async_trait]
pub trait Store: Send + Sync {
    /// The current state: all that is acknowledged, and nothing else.
    fn view(&self) -> Arc<View>;

    /// Runs `work` on the newest state and commits what it changed.
    ///
    /// Transactions run one after another, so that what `work` has checked still holds when its changes are applied.
    /// Without changes nothing is written.
    ///
    /// # Errors
    /// The error of `work`, with nothing changed; or `ServiceFailure` if the changes could not be made durable, with
    /// nothing changed either.
    async fn transact(&self, work: &mut Work<'_>) -> Result<(), ServiceError>;
}

/// Runs `work` in a transaction of `store` and returns what it returns; for handlers that make their own transactions.
///
/// # Errors
/// See [`Store::transact`].
pub async fn transact<T: Send>(
    store: &dyn Store,
    work: impl FnOnce(&mut Transaction) -> Result<T, ServiceError> + Send,
) -> Result<T, ServiceError> {
    let mut work = Some(work);
    let mut answer = None;
    store
        .transact(&mut |transaction| {
            if let Some(work) = work.take() {
                answer = Some(work(transaction)?);
            }
            Ok(())
        })
        .await?;
    answer.ok_or_else(|| ServiceError::failure("the transaction was not run"))
}
