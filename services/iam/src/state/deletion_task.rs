//! Deletions of service-linked roles.

use awsim_plugin::account::AccountId;
use awsim_plugin::collection;
use awsim_plugin::shape::Timestamp;
use awsim_plugin::store::Transaction;
use serde::{Deserialize, Serialize};

use super::retention::Retention;

collection! {
    /// Deletions of service-linked roles by the id of the task.
    pub static DELETION_TASKS: Collection<String, DeletionTask> = "iam"/"deletion_tasks" version 1;
}

/// A deletion of a service-linked role, which has succeeded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeletionTask {
    /// When it was completed.
    pub completed: Timestamp,
}

/// How many tasks an account keeps, and for how long: what somebody still waits for is far younger.
const KEPT: Retention = Retention { most: 1000, seconds: 7 * 24 * 60 * 60 };

/// Adds a task, and makes room for it.
pub(crate) fn add(state: &mut Transaction, account: AccountId, id: &str, completed: Timestamp) {
    KEPT.make_room(state, account, &DELETION_TASKS, |task| task.completed, completed);
    state.insert(&DELETION_TASKS, account, id.to_owned(), DeletionTask { completed });
}
