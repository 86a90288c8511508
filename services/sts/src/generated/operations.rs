//! Operations.
// Written by `cargo codegen` from the API model; do not edit.

#[allow(unused_imports, reason = "which of them are used depends on the model")]
use awsim_plugin::shape::UNIT;

use super::structures::*;

awsim_plugin::operations! {
    for crate::Sts;
    /// `AssumeRole`.
    AssumeRole(AssumeRoleRequest = ASSUME_ROLE_REQUEST) -> AssumeRoleResponse = ASSUME_ROLE_RESPONSE,
    wrapper Some("AssumeRoleResult"), errors ["MalformedPolicyDocument", "PackedPolicyTooLarge", "RegionDisabledException", "ExpiredTokenException"], unsigned false;
    /// `AssumeRoleWithSAML`.
    AssumeRoleWithSAML(AssumeRoleWithSAMLRequest = ASSUME_ROLE_WITH_SAML_REQUEST) -> AssumeRoleWithSAMLResponse = ASSUME_ROLE_WITH_SAML_RESPONSE,
    wrapper Some("AssumeRoleWithSAMLResult"), errors ["MalformedPolicyDocument", "PackedPolicyTooLarge", "IDPRejectedClaim", "InvalidIdentityToken", "ExpiredTokenException", "RegionDisabledException"], unsigned true;
    /// `AssumeRoleWithWebIdentity`.
    AssumeRoleWithWebIdentity(AssumeRoleWithWebIdentityRequest = ASSUME_ROLE_WITH_WEB_IDENTITY_REQUEST) -> AssumeRoleWithWebIdentityResponse = ASSUME_ROLE_WITH_WEB_IDENTITY_RESPONSE,
    wrapper Some("AssumeRoleWithWebIdentityResult"), errors ["MalformedPolicyDocument", "PackedPolicyTooLarge", "IDPRejectedClaim", "IDPCommunicationError", "InvalidIdentityToken", "ExpiredTokenException", "RegionDisabledException"], unsigned true;
    /// `AssumeRoot`.
    AssumeRoot(AssumeRootRequest = ASSUME_ROOT_REQUEST) -> AssumeRootResponse = ASSUME_ROOT_RESPONSE,
    wrapper Some("AssumeRootResult"), errors ["RegionDisabledException", "ExpiredTokenException"], unsigned false;
    /// `DecodeAuthorizationMessage`.
    DecodeAuthorizationMessage(DecodeAuthorizationMessageRequest = DECODE_AUTHORIZATION_MESSAGE_REQUEST) -> DecodeAuthorizationMessageResponse = DECODE_AUTHORIZATION_MESSAGE_RESPONSE,
    wrapper Some("DecodeAuthorizationMessageResult"), errors ["InvalidAuthorizationMessageException"], unsigned false;
    /// `GetAccessKeyInfo`.
    GetAccessKeyInfo(GetAccessKeyInfoRequest = GET_ACCESS_KEY_INFO_REQUEST) -> GetAccessKeyInfoResponse = GET_ACCESS_KEY_INFO_RESPONSE,
    wrapper Some("GetAccessKeyInfoResult"), errors [], unsigned false;
    /// `GetCallerIdentity`.
    GetCallerIdentity(GetCallerIdentityRequest = GET_CALLER_IDENTITY_REQUEST) -> GetCallerIdentityResponse = GET_CALLER_IDENTITY_RESPONSE,
    wrapper Some("GetCallerIdentityResult"), errors [], unsigned false;
    /// `GetDelegatedAccessToken`.
    GetDelegatedAccessToken(GetDelegatedAccessTokenRequest = GET_DELEGATED_ACCESS_TOKEN_REQUEST) -> GetDelegatedAccessTokenResponse = GET_DELEGATED_ACCESS_TOKEN_RESPONSE,
    wrapper Some("GetDelegatedAccessTokenResult"), errors ["ExpiredTradeInTokenException", "RegionDisabledException", "PackedPolicyTooLarge"], unsigned false;
    /// `GetFederationToken`.
    GetFederationToken(GetFederationTokenRequest = GET_FEDERATION_TOKEN_REQUEST) -> GetFederationTokenResponse = GET_FEDERATION_TOKEN_RESPONSE,
    wrapper Some("GetFederationTokenResult"), errors ["MalformedPolicyDocument", "PackedPolicyTooLarge", "RegionDisabledException"], unsigned false;
    /// `GetSessionToken`.
    GetSessionToken(GetSessionTokenRequest = GET_SESSION_TOKEN_REQUEST) -> GetSessionTokenResponse = GET_SESSION_TOKEN_RESPONSE,
    wrapper Some("GetSessionTokenResult"), errors ["RegionDisabledException"], unsigned false;
    /// `GetWebIdentityToken`.
    GetWebIdentityToken(GetWebIdentityTokenRequest = GET_WEB_IDENTITY_TOKEN_REQUEST) -> GetWebIdentityTokenResponse = GET_WEB_IDENTITY_TOKEN_RESPONSE,
    wrapper Some("GetWebIdentityTokenResult"), errors ["SessionDurationEscalationException", "OutboundWebIdentityFederationDisabledException", "JWTPayloadSizeExceededException"], unsigned false;
}
