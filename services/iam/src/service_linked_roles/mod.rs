//! The roles that AWS's services make for themselves in an account, or have made by a caller.
//!
//! They lie below the path `/aws-service-role/`, where no other role can be, and nobody but AWS changes them
//! ([`Role::refuse_protected`](crate::state::Identity::refuse_protected)).

mod create;
mod delete;
mod status;
mod table;
#[cfg(test)]
mod tests;

use awsim_plugin::error::ServiceError;

use crate::generated::ErrorCode;

pub use table::{ServiceLinkedRole, all, find};

/// What the paths of service-linked roles begin with.
pub const PATH_PREFIX: &str = "/aws-service-role/";

/// Whether a text is the id of a task that deletes a role.
pub(crate) fn is_task(id: &str) -> bool {
    status::role(id).is_some()
}

/// Refuses the path of service-linked roles for any other.
///
/// # Errors
/// `InvalidInput` (400).
pub(crate) fn refuse_path(path: Option<&str>) -> Result<(), ServiceError> {
    if path.is_some_and(|path| path.starts_with(PATH_PREFIX)) {
        return Err(ErrorCode::InvalidInput
            .with(format!("Path prefix '{PATH_PREFIX}' can only be used for AWS Service linked Roles")));
    }
    Ok(())
}
