//! Policies of organizations that are merged.

/// Reads bytes as management policies, separated by NUL, each at a level of its own, and merges them.
///
/// # Panics
/// If a policy that says nothing more changes what is in effect.
pub fn management_policy(bytes: &[u8]) {
    if let Some(text) = crate::text(bytes) {
        awsim_organizations::fuzzing::management_policies(text.split('\0'));
    }
}
