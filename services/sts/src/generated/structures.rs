//! Structures.
// Written by `cargo codegen` from the API model; do not edit.

#[allow(unused_imports, reason = "which of them are used depends on the model")]
use std::collections::BTreeMap;

#[allow(unused_imports, reason = "which of them are used depends on the model")]
use awsim_plugin::shape::{Blob, Timestamp};

#[allow(unused_imports, reason = "which of them are used depends on the model")]
use super::{enums::*, scalars};

awsim_plugin::structure! {
    /// `AssumeRoleRequest`.
    pub struct AssumeRoleRequest: ASSUME_ROLE_REQUEST {
        /// `RoleArn`, 20 to 2048 characters, `[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+`.
        role_arn: required String = "RoleArn" as "RoleArn" of scalars::ARN_TYPE,
        /// `RoleSessionName`, 2 to 64 characters, `[\w+=,.@-]*`.
        role_session_name: required String = "RoleSessionName" as "RoleSessionName" of scalars::ROLE_SESSION_NAME_TYPE,
        /// `PolicyArns`.
        policy_arns: optional Vec<PolicyDescriptorType> = "PolicyArns" as "PolicyArns" of scalars::POLICY_DESCRIPTOR_LIST_TYPE,
        /// `Policy`, at least 1 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        policy: optional String = "Policy" as "Policy" of scalars::UNRESTRICTED_SESSION_POLICY_DOCUMENT_TYPE,
        /// `DurationSeconds`, 900 to 43200.
        duration_seconds: optional i32 = "DurationSeconds" as "DurationSeconds" of scalars::ROLE_DURATION_SECONDS_TYPE,
        /// `Tags`, at most 50 entries.
        tags: optional Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
        /// `TransitiveTagKeys`, at most 50 entries.
        transitive_tag_keys: optional Vec<String> = "TransitiveTagKeys" as "TransitiveTagKeys" of scalars::TAG_KEY_LIST_TYPE,
        /// `ExternalId`, 2 to 1224 characters, `[\w+=,.@:\/-]*`.
        external_id: optional String = "ExternalId" as "ExternalId" of scalars::EXTERNAL_ID_TYPE,
        /// `SerialNumber`, 9 to 256 characters, `[\w+=/:,.@-]*`.
        serial_number: optional String = "SerialNumber" as "SerialNumber" of scalars::SERIAL_NUMBER_TYPE,
        /// `TokenCode`, 6 characters, `[\d]*`.
        token_code: optional String = "TokenCode" as "TokenCode" of scalars::TOKEN_CODE_TYPE,
        /// `SourceIdentity`, 2 to 64 characters, `[\w+=,.@-]*`.
        source_identity: optional String = "SourceIdentity" as "SourceIdentity" of scalars::SOURCE_IDENTITY_TYPE,
        /// `ProvidedContexts`, 1 to 5 entries.
        provided_contexts: optional Vec<ProvidedContext> = "ProvidedContexts" as "ProvidedContexts" of scalars::PROVIDED_CONTEXTS_LIST_TYPE,
        /// `MinimumSessionTokenSize`, 0 to 4096.
        minimum_session_token_size: optional i32 = "MinimumSessionTokenSize" as "MinimumSessionTokenSize" of scalars::MINIMUM_SESSION_TOKEN_SIZE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `AssumeRoleResponse`.
    pub struct AssumeRoleResponse: ASSUME_ROLE_RESPONSE {
        /// `Credentials`.
        credentials: optional Credentials = "Credentials" as "Credentials" of CREDENTIALS,
        /// `AssumedRoleUser`.
        assumed_role_user: optional AssumedRoleUser = "AssumedRoleUser" as "AssumedRoleUser" of ASSUMED_ROLE_USER,
        /// `PackedPolicySize`, at least 0.
        packed_policy_size: optional i32 = "PackedPolicySize" as "PackedPolicySize" of scalars::NON_NEGATIVE_INTEGER_TYPE,
        /// `SourceIdentity`, 2 to 64 characters, `[\w+=,.@-]*`.
        source_identity: optional String = "SourceIdentity" as "SourceIdentity" of scalars::SOURCE_IDENTITY_TYPE,
        /// `SessionTokenUtilization`, at least 0.
        session_token_utilization: optional i32 = "SessionTokenUtilization" as "SessionTokenUtilization" of scalars::SESSION_TOKEN_UTILIZATION_TYPE,
        /// `SessionTokenSize`, at least 0.
        session_token_size: optional i32 = "SessionTokenSize" as "SessionTokenSize" of scalars::SESSION_TOKEN_SIZE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `AssumeRoleWithSAMLRequest`.
    pub struct AssumeRoleWithSAMLRequest: ASSUME_ROLE_WITH_SAML_REQUEST {
        /// `RoleArn`, 20 to 2048 characters, `[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+`.
        role_arn: required String = "RoleArn" as "RoleArn" of scalars::ARN_TYPE,
        /// `PrincipalArn`, 20 to 2048 characters, `[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+`.
        principal_arn: required String = "PrincipalArn" as "PrincipalArn" of scalars::ARN_TYPE,
        /// `SAMLAssertion`, 4 to 100000 characters.
        saml_assertion: required String = "SAMLAssertion" as "SAMLAssertion" of scalars::SAML_ASSERTION_TYPE,
        /// `PolicyArns`.
        policy_arns: optional Vec<PolicyDescriptorType> = "PolicyArns" as "PolicyArns" of scalars::POLICY_DESCRIPTOR_LIST_TYPE,
        /// `Policy`, 1 to 2048 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        policy: optional String = "Policy" as "Policy" of scalars::SESSION_POLICY_DOCUMENT_TYPE,
        /// `DurationSeconds`, 900 to 43200.
        duration_seconds: optional i32 = "DurationSeconds" as "DurationSeconds" of scalars::ROLE_DURATION_SECONDS_TYPE,
        /// `MinimumSessionTokenSize`, 0 to 4096.
        minimum_session_token_size: optional i32 = "MinimumSessionTokenSize" as "MinimumSessionTokenSize" of scalars::MINIMUM_SESSION_TOKEN_SIZE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `AssumeRoleWithSAMLResponse`.
    pub struct AssumeRoleWithSAMLResponse: ASSUME_ROLE_WITH_SAML_RESPONSE {
        /// `Credentials`.
        credentials: optional Credentials = "Credentials" as "Credentials" of CREDENTIALS,
        /// `AssumedRoleUser`.
        assumed_role_user: optional AssumedRoleUser = "AssumedRoleUser" as "AssumedRoleUser" of ASSUMED_ROLE_USER,
        /// `PackedPolicySize`, at least 0.
        packed_policy_size: optional i32 = "PackedPolicySize" as "PackedPolicySize" of scalars::NON_NEGATIVE_INTEGER_TYPE,
        /// `Subject`.
        subject: optional String = "Subject" as "Subject" of scalars::SUBJECT,
        /// `SubjectType`.
        subject_type: optional String = "SubjectType" as "SubjectType" of scalars::SUBJECT_TYPE,
        /// `Issuer`.
        issuer: optional String = "Issuer" as "Issuer" of scalars::ISSUER,
        /// `Audience`.
        audience: optional String = "Audience" as "Audience" of scalars::AUDIENCE,
        /// `NameQualifier`.
        name_qualifier: optional String = "NameQualifier" as "NameQualifier" of scalars::NAME_QUALIFIER,
        /// `SourceIdentity`, 2 to 64 characters, `[\w+=,.@-]*`.
        source_identity: optional String = "SourceIdentity" as "SourceIdentity" of scalars::SOURCE_IDENTITY_TYPE,
        /// `SessionTokenUtilization`, at least 0.
        session_token_utilization: optional i32 = "SessionTokenUtilization" as "SessionTokenUtilization" of scalars::SESSION_TOKEN_UTILIZATION_TYPE,
        /// `SessionTokenSize`, at least 0.
        session_token_size: optional i32 = "SessionTokenSize" as "SessionTokenSize" of scalars::SESSION_TOKEN_SIZE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `AssumeRoleWithWebIdentityRequest`.
    pub struct AssumeRoleWithWebIdentityRequest: ASSUME_ROLE_WITH_WEB_IDENTITY_REQUEST {
        /// `RoleArn`, 20 to 2048 characters, `[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+`.
        role_arn: required String = "RoleArn" as "RoleArn" of scalars::ARN_TYPE,
        /// `RoleSessionName`, 2 to 64 characters, `[\w+=,.@-]*`.
        role_session_name: required String = "RoleSessionName" as "RoleSessionName" of scalars::ROLE_SESSION_NAME_TYPE,
        /// `WebIdentityToken`, 4 to 20000 characters.
        web_identity_token: required String = "WebIdentityToken" as "WebIdentityToken" of scalars::CLIENT_TOKEN_TYPE,
        /// `ProviderId`, 4 to 2048 characters.
        provider_id: optional String = "ProviderId" as "ProviderId" of scalars::URL_TYPE,
        /// `PolicyArns`.
        policy_arns: optional Vec<PolicyDescriptorType> = "PolicyArns" as "PolicyArns" of scalars::POLICY_DESCRIPTOR_LIST_TYPE,
        /// `Policy`, 1 to 2048 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        policy: optional String = "Policy" as "Policy" of scalars::SESSION_POLICY_DOCUMENT_TYPE,
        /// `DurationSeconds`, 900 to 43200.
        duration_seconds: optional i32 = "DurationSeconds" as "DurationSeconds" of scalars::ROLE_DURATION_SECONDS_TYPE,
        /// `MinimumSessionTokenSize`, 0 to 4096.
        minimum_session_token_size: optional i32 = "MinimumSessionTokenSize" as "MinimumSessionTokenSize" of scalars::MINIMUM_SESSION_TOKEN_SIZE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `AssumeRoleWithWebIdentityResponse`.
    pub struct AssumeRoleWithWebIdentityResponse: ASSUME_ROLE_WITH_WEB_IDENTITY_RESPONSE {
        /// `Credentials`.
        credentials: optional Credentials = "Credentials" as "Credentials" of CREDENTIALS,
        /// `SubjectFromWebIdentityToken`, 6 to 255 characters.
        subject_from_web_identity_token: optional String = "SubjectFromWebIdentityToken" as "SubjectFromWebIdentityToken" of scalars::WEB_IDENTITY_SUBJECT_TYPE,
        /// `AssumedRoleUser`.
        assumed_role_user: optional AssumedRoleUser = "AssumedRoleUser" as "AssumedRoleUser" of ASSUMED_ROLE_USER,
        /// `PackedPolicySize`, at least 0.
        packed_policy_size: optional i32 = "PackedPolicySize" as "PackedPolicySize" of scalars::NON_NEGATIVE_INTEGER_TYPE,
        /// `Provider`.
        provider: optional String = "Provider" as "Provider" of scalars::ISSUER,
        /// `Audience`.
        audience: optional String = "Audience" as "Audience" of scalars::AUDIENCE,
        /// `SourceIdentity`, 2 to 64 characters, `[\w+=,.@-]*`.
        source_identity: optional String = "SourceIdentity" as "SourceIdentity" of scalars::SOURCE_IDENTITY_TYPE,
        /// `SessionTokenUtilization`, at least 0.
        session_token_utilization: optional i32 = "SessionTokenUtilization" as "SessionTokenUtilization" of scalars::SESSION_TOKEN_UTILIZATION_TYPE,
        /// `SessionTokenSize`, at least 0.
        session_token_size: optional i32 = "SessionTokenSize" as "SessionTokenSize" of scalars::SESSION_TOKEN_SIZE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `AssumeRootRequest`.
    pub struct AssumeRootRequest: ASSUME_ROOT_REQUEST {
        /// `TargetPrincipal`, 12 to 2048 characters.
        target_principal: required String = "TargetPrincipal" as "TargetPrincipal" of scalars::TARGET_PRINCIPAL_TYPE,
        /// `TaskPolicyArn`.
        task_policy_arn: required PolicyDescriptorType = "TaskPolicyArn" as "TaskPolicyArn" of POLICY_DESCRIPTOR_TYPE,
        /// `DurationSeconds`, 0 to 900.
        duration_seconds: optional i32 = "DurationSeconds" as "DurationSeconds" of scalars::ROOT_DURATION_SECONDS_TYPE,
        /// `MinimumSessionTokenSize`, 0 to 4096.
        minimum_session_token_size: optional i32 = "MinimumSessionTokenSize" as "MinimumSessionTokenSize" of scalars::MINIMUM_SESSION_TOKEN_SIZE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `AssumeRootResponse`.
    pub struct AssumeRootResponse: ASSUME_ROOT_RESPONSE {
        /// `Credentials`.
        credentials: optional Credentials = "Credentials" as "Credentials" of CREDENTIALS,
        /// `SourceIdentity`, 2 to 64 characters, `[\w+=,.@-]*`.
        source_identity: optional String = "SourceIdentity" as "SourceIdentity" of scalars::SOURCE_IDENTITY_TYPE,
        /// `SessionTokenUtilization`, at least 0.
        session_token_utilization: optional i32 = "SessionTokenUtilization" as "SessionTokenUtilization" of scalars::SESSION_TOKEN_UTILIZATION_TYPE,
        /// `SessionTokenSize`, at least 0.
        session_token_size: optional i32 = "SessionTokenSize" as "SessionTokenSize" of scalars::SESSION_TOKEN_SIZE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `AssumedRoleUser`.
    pub struct AssumedRoleUser: ASSUMED_ROLE_USER {
        /// `AssumedRoleId`, 2 to 193 characters, `[\w+=,.@:-]*`.
        assumed_role_id: required String = "AssumedRoleId" as "AssumedRoleId" of scalars::ASSUMED_ROLE_ID_TYPE,
        /// `Arn`, 20 to 2048 characters, `[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+`.
        arn: required String = "Arn" as "Arn" of scalars::ARN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `Credentials`.
    pub struct Credentials: CREDENTIALS {
        /// `AccessKeyId`, 16 to 128 characters, `[\w]*`.
        access_key_id: required String = "AccessKeyId" as "AccessKeyId" of scalars::ACCESS_KEY_ID_TYPE,
        /// `SecretAccessKey`.
        secret_access_key: required String = "SecretAccessKey" as "SecretAccessKey" of scalars::ACCESS_KEY_SECRET_TYPE,
        /// `SessionToken`.
        session_token: required String = "SessionToken" as "SessionToken" of scalars::TOKEN_TYPE,
        /// `Expiration`.
        expiration: required Timestamp = "Expiration" as "Expiration" of scalars::DATE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DecodeAuthorizationMessageRequest`.
    pub struct DecodeAuthorizationMessageRequest: DECODE_AUTHORIZATION_MESSAGE_REQUEST {
        /// `EncodedMessage`, 1 to 10240 characters.
        encoded_message: required String = "EncodedMessage" as "EncodedMessage" of scalars::ENCODED_MESSAGE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DecodeAuthorizationMessageResponse`.
    pub struct DecodeAuthorizationMessageResponse: DECODE_AUTHORIZATION_MESSAGE_RESPONSE {
        /// `DecodedMessage`.
        decoded_message: optional String = "DecodedMessage" as "DecodedMessage" of scalars::DECODED_MESSAGE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `FederatedUser`.
    pub struct FederatedUser: FEDERATED_USER {
        /// `FederatedUserId`, 2 to 193 characters, `[\w+=,.@\:-]*`.
        federated_user_id: required String = "FederatedUserId" as "FederatedUserId" of scalars::FEDERATED_ID_TYPE,
        /// `Arn`, 20 to 2048 characters, `[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+`.
        arn: required String = "Arn" as "Arn" of scalars::ARN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetAccessKeyInfoRequest`.
    pub struct GetAccessKeyInfoRequest: GET_ACCESS_KEY_INFO_REQUEST {
        /// `AccessKeyId`, 16 to 128 characters, `[\w]*`.
        access_key_id: required String = "AccessKeyId" as "AccessKeyId" of scalars::ACCESS_KEY_ID_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetAccessKeyInfoResponse`.
    pub struct GetAccessKeyInfoResponse: GET_ACCESS_KEY_INFO_RESPONSE {
        /// `Account`.
        account: optional String = "Account" as "Account" of scalars::ACCOUNT_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetCallerIdentityRequest`.
    pub struct GetCallerIdentityRequest: GET_CALLER_IDENTITY_REQUEST {
    }
}

awsim_plugin::structure! {
    /// `GetCallerIdentityResponse`.
    pub struct GetCallerIdentityResponse: GET_CALLER_IDENTITY_RESPONSE {
        /// `UserId`.
        user_id: optional String = "UserId" as "UserId" of scalars::USER_ID_TYPE,
        /// `Account`.
        account: optional String = "Account" as "Account" of scalars::ACCOUNT_TYPE,
        /// `Arn`, 20 to 2048 characters, `[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+`.
        arn: optional String = "Arn" as "Arn" of scalars::ARN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetDelegatedAccessTokenRequest`.
    pub struct GetDelegatedAccessTokenRequest: GET_DELEGATED_ACCESS_TOKEN_REQUEST {
        /// `TradeInToken`.
        trade_in_token: required String = "TradeInToken" as "TradeInToken" of scalars::TRADE_IN_TOKEN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetDelegatedAccessTokenResponse`.
    pub struct GetDelegatedAccessTokenResponse: GET_DELEGATED_ACCESS_TOKEN_RESPONSE {
        /// `Credentials`.
        credentials: optional Credentials = "Credentials" as "Credentials" of CREDENTIALS,
        /// `PackedPolicySize`, at least 0.
        packed_policy_size: optional i32 = "PackedPolicySize" as "PackedPolicySize" of scalars::NON_NEGATIVE_INTEGER_TYPE,
        /// `AssumedPrincipal`, 20 to 2048 characters, `[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+`.
        assumed_principal: optional String = "AssumedPrincipal" as "AssumedPrincipal" of scalars::ARN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetFederationTokenRequest`.
    pub struct GetFederationTokenRequest: GET_FEDERATION_TOKEN_REQUEST {
        /// `Name`, 2 to 32 characters, `[\w+=,.@-]*`.
        name: required String = "Name" as "Name" of scalars::USER_NAME_TYPE,
        /// `Policy`, 1 to 2048 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        policy: optional String = "Policy" as "Policy" of scalars::SESSION_POLICY_DOCUMENT_TYPE,
        /// `PolicyArns`.
        policy_arns: optional Vec<PolicyDescriptorType> = "PolicyArns" as "PolicyArns" of scalars::POLICY_DESCRIPTOR_LIST_TYPE,
        /// `DurationSeconds`, 900 to 129600.
        duration_seconds: optional i32 = "DurationSeconds" as "DurationSeconds" of scalars::DURATION_SECONDS_TYPE,
        /// `Tags`, at most 50 entries.
        tags: optional Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
        /// `MinimumSessionTokenSize`, 0 to 4096.
        minimum_session_token_size: optional i32 = "MinimumSessionTokenSize" as "MinimumSessionTokenSize" of scalars::MINIMUM_SESSION_TOKEN_SIZE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetFederationTokenResponse`.
    pub struct GetFederationTokenResponse: GET_FEDERATION_TOKEN_RESPONSE {
        /// `Credentials`.
        credentials: optional Credentials = "Credentials" as "Credentials" of CREDENTIALS,
        /// `FederatedUser`.
        federated_user: optional FederatedUser = "FederatedUser" as "FederatedUser" of FEDERATED_USER,
        /// `PackedPolicySize`, at least 0.
        packed_policy_size: optional i32 = "PackedPolicySize" as "PackedPolicySize" of scalars::NON_NEGATIVE_INTEGER_TYPE,
        /// `SessionTokenUtilization`, at least 0.
        session_token_utilization: optional i32 = "SessionTokenUtilization" as "SessionTokenUtilization" of scalars::SESSION_TOKEN_UTILIZATION_TYPE,
        /// `SessionTokenSize`, at least 0.
        session_token_size: optional i32 = "SessionTokenSize" as "SessionTokenSize" of scalars::SESSION_TOKEN_SIZE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetSessionTokenRequest`.
    pub struct GetSessionTokenRequest: GET_SESSION_TOKEN_REQUEST {
        /// `DurationSeconds`, 900 to 129600.
        duration_seconds: optional i32 = "DurationSeconds" as "DurationSeconds" of scalars::DURATION_SECONDS_TYPE,
        /// `SerialNumber`, 9 to 256 characters, `[\w+=/:,.@-]*`.
        serial_number: optional String = "SerialNumber" as "SerialNumber" of scalars::SERIAL_NUMBER_TYPE,
        /// `TokenCode`, 6 characters, `[\d]*`.
        token_code: optional String = "TokenCode" as "TokenCode" of scalars::TOKEN_CODE_TYPE,
        /// `MinimumSessionTokenSize`, 0 to 4096.
        minimum_session_token_size: optional i32 = "MinimumSessionTokenSize" as "MinimumSessionTokenSize" of scalars::MINIMUM_SESSION_TOKEN_SIZE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetSessionTokenResponse`.
    pub struct GetSessionTokenResponse: GET_SESSION_TOKEN_RESPONSE {
        /// `Credentials`.
        credentials: optional Credentials = "Credentials" as "Credentials" of CREDENTIALS,
        /// `SessionTokenUtilization`, at least 0.
        session_token_utilization: optional i32 = "SessionTokenUtilization" as "SessionTokenUtilization" of scalars::SESSION_TOKEN_UTILIZATION_TYPE,
        /// `SessionTokenSize`, at least 0.
        session_token_size: optional i32 = "SessionTokenSize" as "SessionTokenSize" of scalars::SESSION_TOKEN_SIZE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetWebIdentityTokenRequest`.
    pub struct GetWebIdentityTokenRequest: GET_WEB_IDENTITY_TOKEN_REQUEST {
        /// `Audience`, 1 to 10 entries.
        audience: required Vec<String> = "Audience" as "Audience" of scalars::WEB_IDENTITY_TOKEN_AUDIENCE_LIST_TYPE,
        /// `DurationSeconds`, 60 to 3600.
        duration_seconds: optional i32 = "DurationSeconds" as "DurationSeconds" of scalars::WEB_IDENTITY_TOKEN_DURATION_SECONDS_TYPE,
        /// `SigningAlgorithm`, 5 characters.
        signing_algorithm: required String = "SigningAlgorithm" as "SigningAlgorithm" of scalars::JWT_ALGORITHM_TYPE,
        /// `Tags`, at most 50 entries.
        tags: optional Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetWebIdentityTokenResponse`.
    pub struct GetWebIdentityTokenResponse: GET_WEB_IDENTITY_TOKEN_RESPONSE {
        /// `WebIdentityToken`.
        web_identity_token: optional String = "WebIdentityToken" as "WebIdentityToken" of scalars::WEB_IDENTITY_TOKEN_TYPE,
        /// `Expiration`.
        expiration: optional Timestamp = "Expiration" as "Expiration" of scalars::DATE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `PolicyDescriptorType`.
    pub struct PolicyDescriptorType: POLICY_DESCRIPTOR_TYPE {
        /// `arn`, 20 to 2048 characters, `[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+`.
        arn: optional String = "arn" as "arn" of scalars::ARN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ProvidedContext`.
    pub struct ProvidedContext: PROVIDED_CONTEXT {
        /// `ProviderArn`, 20 to 2048 characters, `[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+`.
        provider_arn: optional String = "ProviderArn" as "ProviderArn" of scalars::ARN_TYPE,
        /// `ContextAssertion`, 4 to 2048 characters.
        context_assertion: optional String = "ContextAssertion" as "ContextAssertion" of scalars::CONTEXT_ASSERTION_TYPE,
    }
}

awsim_plugin::structure! {
    /// `Tag`.
    pub struct Tag: TAG {
        /// `Key`, 1 to 128 characters, `[\p{L}\p{Z}\p{N}_.:/=+\-@]+`.
        key: required String = "Key" as "Key" of scalars::TAG_KEY_TYPE,
        /// `Value`, 0 to 256 characters, `[\p{L}\p{Z}\p{N}_.:/=+\-@]*`.
        value: required String = "Value" as "Value" of scalars::TAG_VALUE_TYPE,
    }
}
