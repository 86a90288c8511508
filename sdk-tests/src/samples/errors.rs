//! Errors.
// Written by `cargo codegen` from the API model; do not edit.

awsim_plugin::errors! {
    /// The errors of the model, with their codes and HTTP statuses.
    pub enum ErrorCode {
        SampleNotFound = "SampleNotFound" 404 Sender,
    }
}
