//! How long, and how many, records are kept that nobody deletes: reports and tasks.

use awsim_plugin::account::AccountId;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::{Collection, Transaction};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What is kept of an account's records of one kind.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Retention {
    /// How many; the oldest make room.
    pub(crate) most: usize,
    /// For how long, in seconds.
    pub(crate) seconds: i64,
}

impl Retention {
    /// Removes records that are old, and the oldest if there would be too many with one more; returns their ids. `since`
    /// tells since when a record is there.
    pub(crate) fn make_room<V>(
        self,
        state: &mut Transaction,
        account: AccountId,
        collection: &'static Collection<String, V>,
        since: impl Fn(&V) -> Timestamp,
        now: Timestamp,
    ) -> Vec<String>
    where
        V: Serialize + DeserializeOwned + Clone + Send + Sync + 'static,
    {
        let mut records: Vec<(Timestamp, String)> =
            state.iter(collection, account).map(|(id, record)| (since(record), id.clone())).collect();
        records.sort_unstable();
        let too_many = (records.len() + 1).saturating_sub(self.most);
        let too_old = records.partition_point(|(since, _)| since.seconds() + self.seconds <= now.seconds());
        records.truncate(too_many.max(too_old));
        let gone: Vec<String> = records.into_iter().map(|(_, id)| id).collect();
        for id in &gone {
            state.remove(collection, account, id);
        }
        gone
    }
}
