//! Deletions of service-linked roles.

use awsim_plugin::collection;
use awsim_plugin::shape::Timestamp;
use serde::{Deserialize, Serialize};

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
