//! Errors.
// Written by `cargo codegen` from the API model; do not edit.

awsim_plugin::errors! {
    /// The errors of the model, with their codes and HTTP statuses.
    pub enum ErrorCode {
        ExpiredToken = "ExpiredTokenException" 400 Sender,
        ExpiredTradeInToken = "ExpiredTradeInTokenException" 400 Sender,
        IDPCommunicationError = "IDPCommunicationError" 400 Sender,
        IDPRejectedClaim = "IDPRejectedClaim" 403 Sender,
        InvalidAuthorizationMessage = "InvalidAuthorizationMessageException" 400 Sender,
        InvalidIdentityToken = "InvalidIdentityToken" 400 Sender,
        JWTPayloadSizeExceeded = "JWTPayloadSizeExceededException" 400 Sender,
        MalformedPolicyDocument = "MalformedPolicyDocument" 400 Sender,
        OutboundWebIdentityFederationDisabled = "OutboundWebIdentityFederationDisabledException" 403 Sender,
        PackedPolicyTooLarge = "PackedPolicyTooLarge" 400 Sender,
        RegionDisabled = "RegionDisabledException" 403 Sender,
        SessionDurationEscalation = "SessionDurationEscalationException" 403 Sender,
    }
}
