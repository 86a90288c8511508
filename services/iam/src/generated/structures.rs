//! Structures.
// Written by `cargo codegen` from the API model; do not edit.

#[allow(unused_imports, reason = "which of them are used depends on the model")]
use std::collections::BTreeMap;

#[allow(unused_imports, reason = "which of them are used depends on the model")]
use awsim_plugin::shape::{Blob, Timestamp};

#[allow(unused_imports, reason = "which of them are used depends on the model")]
use super::{enums::*, scalars};

awsim_plugin::structure! {
    /// `AcceptDelegationRequestRequest`.
    pub struct AcceptDelegationRequestRequest: ACCEPT_DELEGATION_REQUEST_REQUEST {
        /// `DelegationRequestId`, 16 to 128 characters, `[\w-]+`.
        delegation_request_id: required String = "DelegationRequestId" as "DelegationRequestId" of scalars::DELEGATION_REQUEST_ID_TYPE,
    }
}

awsim_plugin::structure! {
    /// `AccessDetail`.
    pub struct AccessDetail: ACCESS_DETAIL {
        /// `ServiceName`.
        service_name: required String = "ServiceName" as "ServiceName" of scalars::SERVICE_NAME_TYPE,
        /// `ServiceNamespace`, 1 to 64 characters, `[\w-]*`.
        service_namespace: required String = "ServiceNamespace" as "ServiceNamespace" of scalars::SERVICE_NAMESPACE_TYPE,
        /// `Region`.
        region: optional String = "Region" as "Region" of scalars::STRING_TYPE,
        /// `EntityPath`, 19 to 427 characters, `^o-[0-9a-z]{10,32}\/r-[0-9a-z]{4,32}[0-9a-z-\/]*`.
        entity_path: optional String = "EntityPath" as "EntityPath" of scalars::ORGANIZATIONS_ENTITY_PATH_TYPE,
        /// `LastAuthenticatedTime`.
        last_authenticated_time: optional Timestamp = "LastAuthenticatedTime" as "LastAuthenticatedTime" of scalars::DATE_TYPE,
        /// `TotalAuthenticatedEntities`.
        total_authenticated_entities: optional i32 = "TotalAuthenticatedEntities" as "TotalAuthenticatedEntities" of scalars::INTEGER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `AccessKey`.
    pub struct AccessKey: ACCESS_KEY {
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
        /// `AccessKeyId`, 16 to 128 characters, `[\w]+`.
        access_key_id: required String = "AccessKeyId" as "AccessKeyId" of scalars::ACCESS_KEY_ID_TYPE,
        /// `Status`.
        status: required StatusType = "Status" as "Status" of STATUS_TYPE,
        /// `SecretAccessKey`.
        secret_access_key: required String = "SecretAccessKey" as "SecretAccessKey" of scalars::ACCESS_KEY_SECRET_TYPE,
        /// `CreateDate`.
        create_date: optional Timestamp = "CreateDate" as "CreateDate" of scalars::DATE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `AccessKeyLastUsed`.
    pub struct AccessKeyLastUsed: ACCESS_KEY_LAST_USED {
        /// `LastUsedDate`.
        last_used_date: optional Timestamp = "LastUsedDate" as "LastUsedDate" of scalars::DATE_TYPE,
        /// `ServiceName`.
        service_name: required String = "ServiceName" as "ServiceName" of scalars::STRING_TYPE,
        /// `Region`.
        region: required String = "Region" as "Region" of scalars::STRING_TYPE,
    }
}

awsim_plugin::structure! {
    /// `AccessKeyMetadata`.
    pub struct AccessKeyMetadata: ACCESS_KEY_METADATA {
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: optional String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
        /// `AccessKeyId`, 16 to 128 characters, `[\w]+`.
        access_key_id: optional String = "AccessKeyId" as "AccessKeyId" of scalars::ACCESS_KEY_ID_TYPE,
        /// `Status`.
        status: optional StatusType = "Status" as "Status" of STATUS_TYPE,
        /// `CreateDate`.
        create_date: optional Timestamp = "CreateDate" as "CreateDate" of scalars::DATE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `AcquireRoleRequest`.
    pub struct AcquireRoleRequest: ACQUIRE_ROLE_REQUEST {
        /// `TemplateArn`, 20 to 2048 characters.
        template_arn: required String = "TemplateArn" as "TemplateArn" of scalars::ARN_TYPE,
        /// `TemplateMinorVersion`.
        template_minor_version: optional i32 = "TemplateMinorVersion" as "TemplateMinorVersion" of scalars::INTEGER_TYPE,
        /// `ReplacementValues`, at most 30 entries.
        replacement_values: optional BTreeMap<String, ReplacementValueEntry> = "ReplacementValues" as "ReplacementValues" of scalars::MAP_STRING_REPLACEMENT_VALUE_ENTRY,
    }
}

awsim_plugin::structure! {
    /// `AcquireRoleResponse`.
    pub struct AcquireRoleResponse: ACQUIRE_ROLE_RESPONSE {
        /// `Role`.
        role: required Role = "Role" as "Role" of ROLE,
    }
}

awsim_plugin::structure! {
    /// `AddClientIDToOpenIDConnectProviderRequest`.
    pub struct AddClientIDToOpenIDConnectProviderRequest: ADD_CLIENT_ID_TO_OPEN_ID_CONNECT_PROVIDER_REQUEST {
        /// `OpenIDConnectProviderArn`, 20 to 2048 characters.
        open_id_connect_provider_arn: required String = "OpenIDConnectProviderArn" as "OpenIDConnectProviderArn" of scalars::ARN_TYPE,
        /// `ClientID`, 1 to 255 characters.
        client_id: required String = "ClientID" as "ClientID" of scalars::CLIENT_ID_TYPE,
    }
}

awsim_plugin::structure! {
    /// `AddRoleToInstanceProfileRequest`.
    pub struct AddRoleToInstanceProfileRequest: ADD_ROLE_TO_INSTANCE_PROFILE_REQUEST {
        /// `InstanceProfileName`, 1 to 128 characters, `[\w+=,.@-]+`.
        instance_profile_name: required String = "InstanceProfileName" as "InstanceProfileName" of scalars::INSTANCE_PROFILE_NAME_TYPE,
        /// `RoleName`, 1 to 64 characters, `[\w+=,.@-]+`.
        role_name: required String = "RoleName" as "RoleName" of scalars::ROLE_NAME_TYPE,
    }
}

awsim_plugin::structure! {
    /// `AddUserToGroupRequest`.
    pub struct AddUserToGroupRequest: ADD_USER_TO_GROUP_REQUEST {
        /// `GroupName`, 1 to 128 characters, `[\w+=,.@-]+`.
        group_name: required String = "GroupName" as "GroupName" of scalars::GROUP_NAME_TYPE,
        /// `UserName`, 1 to 128 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::EXISTING_USER_NAME_TYPE,
    }
}

awsim_plugin::structure! {
    /// `AssociateDelegationRequestRequest`.
    pub struct AssociateDelegationRequestRequest: ASSOCIATE_DELEGATION_REQUEST_REQUEST {
        /// `DelegationRequestId`, 16 to 128 characters, `[\w-]+`.
        delegation_request_id: required String = "DelegationRequestId" as "DelegationRequestId" of scalars::DELEGATION_REQUEST_ID_TYPE,
    }
}

awsim_plugin::structure! {
    /// `AttachGroupPolicyRequest`.
    pub struct AttachGroupPolicyRequest: ATTACH_GROUP_POLICY_REQUEST {
        /// `GroupName`, 1 to 128 characters, `[\w+=,.@-]+`.
        group_name: required String = "GroupName" as "GroupName" of scalars::GROUP_NAME_TYPE,
        /// `PolicyArn`, 20 to 2048 characters.
        policy_arn: required String = "PolicyArn" as "PolicyArn" of scalars::ARN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `AttachRolePolicyRequest`.
    pub struct AttachRolePolicyRequest: ATTACH_ROLE_POLICY_REQUEST {
        /// `RoleName`, 1 to 64 characters, `[\w+=,.@-]+`.
        role_name: required String = "RoleName" as "RoleName" of scalars::ROLE_NAME_TYPE,
        /// `PolicyArn`, 20 to 2048 characters.
        policy_arn: required String = "PolicyArn" as "PolicyArn" of scalars::ARN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `AttachUserPolicyRequest`.
    pub struct AttachUserPolicyRequest: ATTACH_USER_POLICY_REQUEST {
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
        /// `PolicyArn`, 20 to 2048 characters.
        policy_arn: required String = "PolicyArn" as "PolicyArn" of scalars::ARN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `AttachedPermissionsBoundary`.
    pub struct AttachedPermissionsBoundary: ATTACHED_PERMISSIONS_BOUNDARY {
        /// `PermissionsBoundaryType`.
        permissions_boundary_type: optional PermissionsBoundaryAttachmentType = "PermissionsBoundaryType" as "PermissionsBoundaryType" of PERMISSIONS_BOUNDARY_ATTACHMENT_TYPE,
        /// `PermissionsBoundaryArn`, 20 to 2048 characters.
        permissions_boundary_arn: optional String = "PermissionsBoundaryArn" as "PermissionsBoundaryArn" of scalars::ARN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `AttachedPolicy`.
    pub struct AttachedPolicy: ATTACHED_POLICY {
        /// `PolicyName`, 1 to 128 characters, `[\w+=,.@-]+`.
        policy_name: optional String = "PolicyName" as "PolicyName" of scalars::POLICY_NAME_TYPE,
        /// `PolicyArn`, 20 to 2048 characters.
        policy_arn: optional String = "PolicyArn" as "PolicyArn" of scalars::ARN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ChangePasswordRequest`.
    pub struct ChangePasswordRequest: CHANGE_PASSWORD_REQUEST {
        /// `OldPassword`, 1 to 128 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        old_password: required String = "OldPassword" as "OldPassword" of scalars::PASSWORD_TYPE,
        /// `NewPassword`, 1 to 128 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        new_password: required String = "NewPassword" as "NewPassword" of scalars::PASSWORD_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ContextEntry`.
    pub struct ContextEntry: CONTEXT_ENTRY {
        /// `ContextKeyName`, 5 to 256 characters.
        context_key_name: optional String = "ContextKeyName" as "ContextKeyName" of scalars::CONTEXT_KEY_NAME_TYPE,
        /// `ContextKeyValues`.
        context_key_values: optional Vec<String> = "ContextKeyValues" as "ContextKeyValues" of scalars::CONTEXT_KEY_VALUE_LIST_TYPE,
        /// `ContextKeyType`.
        context_key_type: optional ContextKeyTypeEnum = "ContextKeyType" as "ContextKeyType" of CONTEXT_KEY_TYPE_ENUM,
    }
}

awsim_plugin::structure! {
    /// `CreateAccessKeyRequest`.
    pub struct CreateAccessKeyRequest: CREATE_ACCESS_KEY_REQUEST {
        /// `UserName`, 1 to 128 characters, `[\w+=,.@-]+`.
        user_name: optional String = "UserName" as "UserName" of scalars::EXISTING_USER_NAME_TYPE,
    }
}

awsim_plugin::structure! {
    /// `CreateAccessKeyResponse`.
    pub struct CreateAccessKeyResponse: CREATE_ACCESS_KEY_RESPONSE {
        /// `AccessKey`.
        access_key: required AccessKey = "AccessKey" as "AccessKey" of ACCESS_KEY,
    }
}

awsim_plugin::structure! {
    /// `CreateAccountAliasRequest`.
    pub struct CreateAccountAliasRequest: CREATE_ACCOUNT_ALIAS_REQUEST {
        /// `AccountAlias`, 3 to 63 characters, `^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$`.
        account_alias: required String = "AccountAlias" as "AccountAlias" of scalars::ACCOUNT_ALIAS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `CreateDelegationRequestRequest`.
    pub struct CreateDelegationRequestRequest: CREATE_DELEGATION_REQUEST_REQUEST {
        /// `OwnerAccountId`, `\d{12}`.
        owner_account_id: optional String = "OwnerAccountId" as "OwnerAccountId" of scalars::ACCOUNT_ID_TYPE,
        /// `Description`, at most 1000 characters, `[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*`.
        description: required String = "Description" as "Description" of scalars::DELEGATION_REQUEST_DESCRIPTION_TYPE,
        /// `Permissions`.
        permissions: required DelegationPermission = "Permissions" as "Permissions" of DELEGATION_PERMISSION,
        /// `RequestMessage`, at most 200 characters, `[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*`.
        request_message: optional String = "RequestMessage" as "RequestMessage" of scalars::REQUEST_MESSAGE_TYPE,
        /// `RequestorWorkflowId`, 5 to 400 characters, `[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]+`.
        requestor_workflow_id: required String = "RequestorWorkflowId" as "RequestorWorkflowId" of scalars::REQUESTOR_WORKFLOW_ID_TYPE,
        /// `RedirectUrl`, 1 to 255 characters, `^http(s?)://[a-zA-Z0-9._/-]*(\?[a-zA-Z0-9._=&-]*)?(#[a-zA-Z0-9._/-]*)?$`.
        redirect_url: optional String = "RedirectUrl" as "RedirectUrl" of scalars::REDIRECT_URL_TYPE,
        /// `NotificationChannel`, 2 to 400 characters, `^[a-zA-Z0-9:_.-]+$`.
        notification_channel: required String = "NotificationChannel" as "NotificationChannel" of scalars::NOTIFICATION_CHANNEL_TYPE,
        /// `SessionDuration`, 300 to 43200.
        session_duration: required i32 = "SessionDuration" as "SessionDuration" of scalars::SESSION_DURATION_TYPE,
        /// `OnlySendByOwner`.
        only_send_by_owner: optional bool = "OnlySendByOwner" as "OnlySendByOwner" of scalars::BOOLEAN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `CreateDelegationRequestResponse`.
    pub struct CreateDelegationRequestResponse: CREATE_DELEGATION_REQUEST_RESPONSE {
        /// `ConsoleDeepLink`, 1 to 255 characters.
        console_deep_link: optional String = "ConsoleDeepLink" as "ConsoleDeepLink" of scalars::CONSOLE_DEEP_LINK_TYPE,
        /// `DelegationRequestId`, 16 to 128 characters, `[\w-]+`.
        delegation_request_id: optional String = "DelegationRequestId" as "DelegationRequestId" of scalars::DELEGATION_REQUEST_ID_TYPE,
    }
}

awsim_plugin::structure! {
    /// `CreateGroupRequest`.
    pub struct CreateGroupRequest: CREATE_GROUP_REQUEST {
        /// `Path`, 1 to 512 characters, `(\u002F)|(\u002F[\u0021-\u007E]+\u002F)`.
        path: optional String = "Path" as "Path" of scalars::PATH_TYPE,
        /// `GroupName`, 1 to 128 characters, `[\w+=,.@-]+`.
        group_name: required String = "GroupName" as "GroupName" of scalars::GROUP_NAME_TYPE,
    }
}

awsim_plugin::structure! {
    /// `CreateGroupResponse`.
    pub struct CreateGroupResponse: CREATE_GROUP_RESPONSE {
        /// `Group`.
        group: required Group = "Group" as "Group" of GROUP,
    }
}

awsim_plugin::structure! {
    /// `CreateInstanceProfileRequest`.
    pub struct CreateInstanceProfileRequest: CREATE_INSTANCE_PROFILE_REQUEST {
        /// `InstanceProfileName`, 1 to 128 characters, `[\w+=,.@-]+`.
        instance_profile_name: required String = "InstanceProfileName" as "InstanceProfileName" of scalars::INSTANCE_PROFILE_NAME_TYPE,
        /// `Path`, 1 to 512 characters, `(\u002F)|(\u002F[\u0021-\u007E]+\u002F)`.
        path: optional String = "Path" as "Path" of scalars::PATH_TYPE,
        /// `Tags`, at most 50 entries.
        tags: optional Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `CreateInstanceProfileResponse`.
    pub struct CreateInstanceProfileResponse: CREATE_INSTANCE_PROFILE_RESPONSE {
        /// `InstanceProfile`.
        instance_profile: required InstanceProfile = "InstanceProfile" as "InstanceProfile" of INSTANCE_PROFILE,
    }
}

awsim_plugin::structure! {
    /// `CreateLoginProfileRequest`.
    pub struct CreateLoginProfileRequest: CREATE_LOGIN_PROFILE_REQUEST {
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: optional String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
        /// `Password`, 1 to 128 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        password: optional String = "Password" as "Password" of scalars::PASSWORD_TYPE,
        /// `PasswordResetRequired`.
        password_reset_required: optional bool = "PasswordResetRequired" as "PasswordResetRequired" of scalars::BOOLEAN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `CreateLoginProfileResponse`.
    pub struct CreateLoginProfileResponse: CREATE_LOGIN_PROFILE_RESPONSE {
        /// `LoginProfile`.
        login_profile: required LoginProfile = "LoginProfile" as "LoginProfile" of LOGIN_PROFILE,
    }
}

awsim_plugin::structure! {
    /// `CreateOpenIDConnectProviderRequest`.
    pub struct CreateOpenIDConnectProviderRequest: CREATE_OPEN_ID_CONNECT_PROVIDER_REQUEST {
        /// `Url`, 1 to 255 characters.
        url: required String = "Url" as "Url" of scalars::OPEN_ID_CONNECT_PROVIDER_URL_TYPE,
        /// `ClientIDList`.
        client_id_list: optional Vec<String> = "ClientIDList" as "ClientIDList" of scalars::CLIENT_ID_LIST_TYPE,
        /// `ThumbprintList`.
        thumbprint_list: optional Vec<String> = "ThumbprintList" as "ThumbprintList" of scalars::THUMBPRINT_LIST_TYPE,
        /// `Tags`, at most 50 entries.
        tags: optional Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `CreateOpenIDConnectProviderResponse`.
    pub struct CreateOpenIDConnectProviderResponse: CREATE_OPEN_ID_CONNECT_PROVIDER_RESPONSE {
        /// `OpenIDConnectProviderArn`, 20 to 2048 characters.
        open_id_connect_provider_arn: optional String = "OpenIDConnectProviderArn" as "OpenIDConnectProviderArn" of scalars::ARN_TYPE,
        /// `Tags`, at most 50 entries.
        tags: optional Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `CreatePolicyRequest`.
    pub struct CreatePolicyRequest: CREATE_POLICY_REQUEST {
        /// `PolicyName`, 1 to 128 characters, `[\w+=,.@-]+`.
        policy_name: required String = "PolicyName" as "PolicyName" of scalars::POLICY_NAME_TYPE,
        /// `Path`, 1 to 512 characters, `((/[A-Za-z0-9\.,\+@=_-]+)*)/`.
        path: optional String = "Path" as "Path" of scalars::POLICY_PATH_TYPE,
        /// `PolicyDocument`, 1 to 131072 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        policy_document: required String = "PolicyDocument" as "PolicyDocument" of scalars::POLICY_DOCUMENT_TYPE,
        /// `Description`, at most 1000 characters.
        description: optional String = "Description" as "Description" of scalars::POLICY_DESCRIPTION_TYPE,
        /// `Tags`, at most 50 entries.
        tags: optional Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `CreatePolicyResponse`.
    pub struct CreatePolicyResponse: CREATE_POLICY_RESPONSE {
        /// `Policy`.
        policy: optional Policy = "Policy" as "Policy" of POLICY,
    }
}

awsim_plugin::structure! {
    /// `CreatePolicyVersionRequest`.
    pub struct CreatePolicyVersionRequest: CREATE_POLICY_VERSION_REQUEST {
        /// `PolicyArn`, 20 to 2048 characters.
        policy_arn: required String = "PolicyArn" as "PolicyArn" of scalars::ARN_TYPE,
        /// `PolicyDocument`, 1 to 131072 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        policy_document: required String = "PolicyDocument" as "PolicyDocument" of scalars::POLICY_DOCUMENT_TYPE,
        /// `SetAsDefault`.
        set_as_default: optional bool = "SetAsDefault" as "SetAsDefault" of scalars::BOOLEAN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `CreatePolicyVersionResponse`.
    pub struct CreatePolicyVersionResponse: CREATE_POLICY_VERSION_RESPONSE {
        /// `PolicyVersion`.
        policy_version: optional PolicyVersion = "PolicyVersion" as "PolicyVersion" of POLICY_VERSION,
    }
}

awsim_plugin::structure! {
    /// `CreateRoleRequest`.
    pub struct CreateRoleRequest: CREATE_ROLE_REQUEST {
        /// `Path`, 1 to 512 characters, `(\u002F)|(\u002F[\u0021-\u007E]+\u002F)`.
        path: optional String = "Path" as "Path" of scalars::PATH_TYPE,
        /// `RoleName`, 1 to 64 characters, `[\w+=,.@-]+`.
        role_name: required String = "RoleName" as "RoleName" of scalars::ROLE_NAME_TYPE,
        /// `AssumeRolePolicyDocument`, 1 to 131072 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        assume_role_policy_document: required String = "AssumeRolePolicyDocument" as "AssumeRolePolicyDocument" of scalars::POLICY_DOCUMENT_TYPE,
        /// `Description`, at most 1000 characters, `[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*`.
        description: optional String = "Description" as "Description" of scalars::ROLE_DESCRIPTION_TYPE,
        /// `MaxSessionDuration`, 3600 to 43200.
        max_session_duration: optional i32 = "MaxSessionDuration" as "MaxSessionDuration" of scalars::ROLE_MAX_SESSION_DURATION_TYPE,
        /// `PermissionsBoundary`, 20 to 2048 characters.
        permissions_boundary: optional String = "PermissionsBoundary" as "PermissionsBoundary" of scalars::ARN_TYPE,
        /// `Tags`, at most 50 entries.
        tags: optional Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `CreateRoleResponse`.
    pub struct CreateRoleResponse: CREATE_ROLE_RESPONSE {
        /// `Role`.
        role: required Role = "Role" as "Role" of ROLE,
    }
}

awsim_plugin::structure! {
    /// `CreateSAMLProviderRequest`.
    pub struct CreateSAMLProviderRequest: CREATE_SAML_PROVIDER_REQUEST {
        /// `SAMLMetadataDocument`, 1000 to 10000000 characters.
        saml_metadata_document: required String = "SAMLMetadataDocument" as "SAMLMetadataDocument" of scalars::SAML_METADATA_DOCUMENT_TYPE,
        /// `Name`, 1 to 128 characters, `[\w._-]+`.
        name: required String = "Name" as "Name" of scalars::SAML_PROVIDER_NAME_TYPE,
        /// `Tags`, at most 50 entries.
        tags: optional Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
        /// `AssertionEncryptionMode`.
        assertion_encryption_mode: optional AssertionEncryptionModeType = "AssertionEncryptionMode" as "AssertionEncryptionMode" of ASSERTION_ENCRYPTION_MODE_TYPE,
        /// `AddPrivateKey`, 1 to 16384 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        add_private_key: optional String = "AddPrivateKey" as "AddPrivateKey" of scalars::PRIVATE_KEY_TYPE,
    }
}

awsim_plugin::structure! {
    /// `CreateSAMLProviderResponse`.
    pub struct CreateSAMLProviderResponse: CREATE_SAML_PROVIDER_RESPONSE {
        /// `SAMLProviderArn`, 20 to 2048 characters.
        saml_provider_arn: optional String = "SAMLProviderArn" as "SAMLProviderArn" of scalars::ARN_TYPE,
        /// `Tags`, at most 50 entries.
        tags: optional Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `CreateServiceLinkedRoleRequest`.
    pub struct CreateServiceLinkedRoleRequest: CREATE_SERVICE_LINKED_ROLE_REQUEST {
        /// `AWSServiceName`, 1 to 128 characters, `[\w+=,.@-]+`.
        aws_service_name: required String = "AWSServiceName" as "AWSServiceName" of scalars::GROUP_NAME_TYPE,
        /// `Description`, at most 1000 characters, `[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*`.
        description: optional String = "Description" as "Description" of scalars::ROLE_DESCRIPTION_TYPE,
        /// `CustomSuffix`, 1 to 64 characters, `[\w+=,.@-]+`.
        custom_suffix: optional String = "CustomSuffix" as "CustomSuffix" of scalars::CUSTOM_SUFFIX_TYPE,
    }
}

awsim_plugin::structure! {
    /// `CreateServiceLinkedRoleResponse`.
    pub struct CreateServiceLinkedRoleResponse: CREATE_SERVICE_LINKED_ROLE_RESPONSE {
        /// `Role`.
        role: optional Role = "Role" as "Role" of ROLE,
    }
}

awsim_plugin::structure! {
    /// `CreateServiceSpecificCredentialRequest`.
    pub struct CreateServiceSpecificCredentialRequest: CREATE_SERVICE_SPECIFIC_CREDENTIAL_REQUEST {
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
        /// `ServiceName`.
        service_name: required String = "ServiceName" as "ServiceName" of scalars::SERVICE_NAME,
        /// `CredentialAgeDays`, 1 to 36600.
        credential_age_days: optional i32 = "CredentialAgeDays" as "CredentialAgeDays" of scalars::CREDENTIAL_AGE_DAYS,
    }
}

awsim_plugin::structure! {
    /// `CreateServiceSpecificCredentialResponse`.
    pub struct CreateServiceSpecificCredentialResponse: CREATE_SERVICE_SPECIFIC_CREDENTIAL_RESPONSE {
        /// `ServiceSpecificCredential`.
        service_specific_credential: optional ServiceSpecificCredential = "ServiceSpecificCredential" as "ServiceSpecificCredential" of SERVICE_SPECIFIC_CREDENTIAL,
    }
}

awsim_plugin::structure! {
    /// `CreateUserRequest`.
    pub struct CreateUserRequest: CREATE_USER_REQUEST {
        /// `Path`, 1 to 512 characters, `(\u002F)|(\u002F[\u0021-\u007E]+\u002F)`.
        path: optional String = "Path" as "Path" of scalars::PATH_TYPE,
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
        /// `PermissionsBoundary`, 20 to 2048 characters.
        permissions_boundary: optional String = "PermissionsBoundary" as "PermissionsBoundary" of scalars::ARN_TYPE,
        /// `Tags`, at most 50 entries.
        tags: optional Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `CreateUserResponse`.
    pub struct CreateUserResponse: CREATE_USER_RESPONSE {
        /// `User`.
        user: optional User = "User" as "User" of USER,
    }
}

awsim_plugin::structure! {
    /// `CreateVirtualMFADeviceRequest`.
    pub struct CreateVirtualMFADeviceRequest: CREATE_VIRTUAL_MFA_DEVICE_REQUEST {
        /// `Path`, 1 to 512 characters, `(\u002F)|(\u002F[\u0021-\u007E]+\u002F)`.
        path: optional String = "Path" as "Path" of scalars::PATH_TYPE,
        /// `VirtualMFADeviceName`, at least 1 characters, `[\w+=,.@-]+`.
        virtual_mfa_device_name: required String = "VirtualMFADeviceName" as "VirtualMFADeviceName" of scalars::VIRTUAL_MFA_DEVICE_NAME,
        /// `Tags`, at most 50 entries.
        tags: optional Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `CreateVirtualMFADeviceResponse`.
    pub struct CreateVirtualMFADeviceResponse: CREATE_VIRTUAL_MFA_DEVICE_RESPONSE {
        /// `VirtualMFADevice`.
        virtual_mfa_device: required VirtualMFADevice = "VirtualMFADevice" as "VirtualMFADevice" of VIRTUAL_MFA_DEVICE,
    }
}

awsim_plugin::structure! {
    /// `DeactivateMFADeviceRequest`.
    pub struct DeactivateMFADeviceRequest: DEACTIVATE_MFA_DEVICE_REQUEST {
        /// `UserName`, 1 to 128 characters, `[\w+=,.@-]+`.
        user_name: optional String = "UserName" as "UserName" of scalars::EXISTING_USER_NAME_TYPE,
        /// `SerialNumber`, 9 to 256 characters, `[\w+=/:,.@-]+`.
        serial_number: required String = "SerialNumber" as "SerialNumber" of scalars::SERIAL_NUMBER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DelegationPermission`.
    pub struct DelegationPermission: DELEGATION_PERMISSION {
        /// `PolicyTemplateArn`, 20 to 2048 characters.
        policy_template_arn: optional String = "PolicyTemplateArn" as "PolicyTemplateArn" of scalars::ARN_TYPE,
        /// `Parameters`, at most 50 entries.
        parameters: optional Vec<PolicyParameter> = "Parameters" as "Parameters" of scalars::POLICY_PARAMETER_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DelegationRequest`.
    pub struct DelegationRequest: DELEGATION_REQUEST {
        /// `DelegationRequestId`, 16 to 128 characters, `[\w-]+`.
        delegation_request_id: optional String = "DelegationRequestId" as "DelegationRequestId" of scalars::DELEGATION_REQUEST_ID_TYPE,
        /// `OwnerAccountId`, `\d{12}`.
        owner_account_id: optional String = "OwnerAccountId" as "OwnerAccountId" of scalars::ACCOUNT_ID_TYPE,
        /// `Description`, at most 1000 characters, `[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*`.
        description: optional String = "Description" as "Description" of scalars::DELEGATION_REQUEST_DESCRIPTION_TYPE,
        /// `RequestMessage`, at most 200 characters, `[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*`.
        request_message: optional String = "RequestMessage" as "RequestMessage" of scalars::REQUEST_MESSAGE_TYPE,
        /// `Permissions`.
        permissions: optional DelegationPermission = "Permissions" as "Permissions" of DELEGATION_PERMISSION,
        /// `PermissionPolicy`.
        permission_policy: optional String = "PermissionPolicy" as "PermissionPolicy" of scalars::PERMISSION_TYPE,
        /// `RolePermissionRestrictionArns`.
        role_permission_restriction_arns: optional Vec<String> = "RolePermissionRestrictionArns" as "RolePermissionRestrictionArns" of scalars::ROLE_PERMISSION_RESTRICTION_ARN_LIST_TYPE,
        /// `OwnerId`, 20 to 2048 characters, `^[a-zA-Z0-9:/+=,.@_-]+$`.
        owner_id: optional String = "OwnerId" as "OwnerId" of scalars::OWNER_ID_TYPE,
        /// `ApproverId`, 20 to 2048 characters.
        approver_id: optional String = "ApproverId" as "ApproverId" of scalars::ARN_TYPE,
        /// `State`.
        state: optional StateType = "State" as "State" of STATE_TYPE,
        /// `ExpirationTime`.
        expiration_time: optional Timestamp = "ExpirationTime" as "ExpirationTime" of scalars::DATE_TYPE,
        /// `RequestorId`, `\d{12}`.
        requestor_id: optional String = "RequestorId" as "RequestorId" of scalars::ACCOUNT_ID_TYPE,
        /// `RequestorName`, at most 30 characters, `[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*`.
        requestor_name: optional String = "RequestorName" as "RequestorName" of scalars::REQUESTOR_NAME_TYPE,
        /// `CreateDate`.
        create_date: optional Timestamp = "CreateDate" as "CreateDate" of scalars::DATE_TYPE,
        /// `SessionDuration`, 300 to 43200.
        session_duration: optional i32 = "SessionDuration" as "SessionDuration" of scalars::SESSION_DURATION_TYPE,
        /// `RedirectUrl`, 1 to 255 characters, `^http(s?)://[a-zA-Z0-9._/-]*(\?[a-zA-Z0-9._=&-]*)?(#[a-zA-Z0-9._/-]*)?$`.
        redirect_url: optional String = "RedirectUrl" as "RedirectUrl" of scalars::REDIRECT_URL_TYPE,
        /// `Notes`, at most 500 characters, `[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*`.
        notes: optional String = "Notes" as "Notes" of scalars::NOTES_TYPE,
        /// `RejectionReason`, at most 500 characters, `[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*`.
        rejection_reason: optional String = "RejectionReason" as "RejectionReason" of scalars::NOTES_TYPE,
        /// `OnlySendByOwner`.
        only_send_by_owner: optional bool = "OnlySendByOwner" as "OnlySendByOwner" of scalars::BOOLEAN_TYPE,
        /// `UpdatedTime`.
        updated_time: optional Timestamp = "UpdatedTime" as "UpdatedTime" of scalars::DATE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DeleteAccessKeyRequest`.
    pub struct DeleteAccessKeyRequest: DELETE_ACCESS_KEY_REQUEST {
        /// `UserName`, 1 to 128 characters, `[\w+=,.@-]+`.
        user_name: optional String = "UserName" as "UserName" of scalars::EXISTING_USER_NAME_TYPE,
        /// `AccessKeyId`, 16 to 128 characters, `[\w]+`.
        access_key_id: required String = "AccessKeyId" as "AccessKeyId" of scalars::ACCESS_KEY_ID_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DeleteAccountAliasRequest`.
    pub struct DeleteAccountAliasRequest: DELETE_ACCOUNT_ALIAS_REQUEST {
        /// `AccountAlias`, 3 to 63 characters, `^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$`.
        account_alias: required String = "AccountAlias" as "AccountAlias" of scalars::ACCOUNT_ALIAS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DeleteGroupPolicyRequest`.
    pub struct DeleteGroupPolicyRequest: DELETE_GROUP_POLICY_REQUEST {
        /// `GroupName`, 1 to 128 characters, `[\w+=,.@-]+`.
        group_name: required String = "GroupName" as "GroupName" of scalars::GROUP_NAME_TYPE,
        /// `PolicyName`, 1 to 128 characters, `[\w+=,.@-]+`.
        policy_name: required String = "PolicyName" as "PolicyName" of scalars::POLICY_NAME_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DeleteGroupRequest`.
    pub struct DeleteGroupRequest: DELETE_GROUP_REQUEST {
        /// `GroupName`, 1 to 128 characters, `[\w+=,.@-]+`.
        group_name: required String = "GroupName" as "GroupName" of scalars::GROUP_NAME_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DeleteInstanceProfileRequest`.
    pub struct DeleteInstanceProfileRequest: DELETE_INSTANCE_PROFILE_REQUEST {
        /// `InstanceProfileName`, 1 to 128 characters, `[\w+=,.@-]+`.
        instance_profile_name: required String = "InstanceProfileName" as "InstanceProfileName" of scalars::INSTANCE_PROFILE_NAME_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DeleteLoginProfileRequest`.
    pub struct DeleteLoginProfileRequest: DELETE_LOGIN_PROFILE_REQUEST {
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: optional String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DeleteOpenIDConnectProviderRequest`.
    pub struct DeleteOpenIDConnectProviderRequest: DELETE_OPEN_ID_CONNECT_PROVIDER_REQUEST {
        /// `OpenIDConnectProviderArn`, 20 to 2048 characters.
        open_id_connect_provider_arn: required String = "OpenIDConnectProviderArn" as "OpenIDConnectProviderArn" of scalars::ARN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DeletePolicyRequest`.
    pub struct DeletePolicyRequest: DELETE_POLICY_REQUEST {
        /// `PolicyArn`, 20 to 2048 characters.
        policy_arn: required String = "PolicyArn" as "PolicyArn" of scalars::ARN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DeletePolicyVersionRequest`.
    pub struct DeletePolicyVersionRequest: DELETE_POLICY_VERSION_REQUEST {
        /// `PolicyArn`, 20 to 2048 characters.
        policy_arn: required String = "PolicyArn" as "PolicyArn" of scalars::ARN_TYPE,
        /// `VersionId`, `v[1-9][0-9]*(\.[A-Za-z0-9-]*)?`.
        version_id: required String = "VersionId" as "VersionId" of scalars::POLICY_VERSION_ID_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DeleteRolePermissionsBoundaryRequest`.
    pub struct DeleteRolePermissionsBoundaryRequest: DELETE_ROLE_PERMISSIONS_BOUNDARY_REQUEST {
        /// `RoleName`, 1 to 64 characters, `[\w+=,.@-]+`.
        role_name: required String = "RoleName" as "RoleName" of scalars::ROLE_NAME_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DeleteRolePolicyRequest`.
    pub struct DeleteRolePolicyRequest: DELETE_ROLE_POLICY_REQUEST {
        /// `RoleName`, 1 to 64 characters, `[\w+=,.@-]+`.
        role_name: required String = "RoleName" as "RoleName" of scalars::ROLE_NAME_TYPE,
        /// `PolicyName`, 1 to 128 characters, `[\w+=,.@-]+`.
        policy_name: required String = "PolicyName" as "PolicyName" of scalars::POLICY_NAME_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DeleteRoleRequest`.
    pub struct DeleteRoleRequest: DELETE_ROLE_REQUEST {
        /// `RoleName`, 1 to 64 characters, `[\w+=,.@-]+`.
        role_name: required String = "RoleName" as "RoleName" of scalars::ROLE_NAME_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DeleteSAMLProviderRequest`.
    pub struct DeleteSAMLProviderRequest: DELETE_SAML_PROVIDER_REQUEST {
        /// `SAMLProviderArn`, 20 to 2048 characters.
        saml_provider_arn: required String = "SAMLProviderArn" as "SAMLProviderArn" of scalars::ARN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DeleteSSHPublicKeyRequest`.
    pub struct DeleteSSHPublicKeyRequest: DELETE_SSH_PUBLIC_KEY_REQUEST {
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
        /// `SSHPublicKeyId`, 20 to 128 characters, `[\w]+`.
        ssh_public_key_id: required String = "SSHPublicKeyId" as "SSHPublicKeyId" of scalars::PUBLIC_KEY_ID_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DeleteServerCertificateRequest`.
    pub struct DeleteServerCertificateRequest: DELETE_SERVER_CERTIFICATE_REQUEST {
        /// `ServerCertificateName`, 1 to 128 characters, `[\w+=,.@-]+`.
        server_certificate_name: required String = "ServerCertificateName" as "ServerCertificateName" of scalars::SERVER_CERTIFICATE_NAME_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DeleteServiceLinkedRoleRequest`.
    pub struct DeleteServiceLinkedRoleRequest: DELETE_SERVICE_LINKED_ROLE_REQUEST {
        /// `RoleName`, 1 to 64 characters, `[\w+=,.@-]+`.
        role_name: required String = "RoleName" as "RoleName" of scalars::ROLE_NAME_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DeleteServiceLinkedRoleResponse`.
    pub struct DeleteServiceLinkedRoleResponse: DELETE_SERVICE_LINKED_ROLE_RESPONSE {
        /// `DeletionTaskId`, 1 to 1000 characters.
        deletion_task_id: required String = "DeletionTaskId" as "DeletionTaskId" of scalars::DELETION_TASK_ID_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DeleteServiceSpecificCredentialRequest`.
    pub struct DeleteServiceSpecificCredentialRequest: DELETE_SERVICE_SPECIFIC_CREDENTIAL_REQUEST {
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: optional String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
        /// `ServiceSpecificCredentialId`, 20 to 128 characters, `[\w]+`.
        service_specific_credential_id: required String = "ServiceSpecificCredentialId" as "ServiceSpecificCredentialId" of scalars::SERVICE_SPECIFIC_CREDENTIAL_ID,
    }
}

awsim_plugin::structure! {
    /// `DeleteSigningCertificateRequest`.
    pub struct DeleteSigningCertificateRequest: DELETE_SIGNING_CERTIFICATE_REQUEST {
        /// `UserName`, 1 to 128 characters, `[\w+=,.@-]+`.
        user_name: optional String = "UserName" as "UserName" of scalars::EXISTING_USER_NAME_TYPE,
        /// `CertificateId`, 24 to 128 characters, `[\w]+`.
        certificate_id: required String = "CertificateId" as "CertificateId" of scalars::CERTIFICATE_ID_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DeleteUserPermissionsBoundaryRequest`.
    pub struct DeleteUserPermissionsBoundaryRequest: DELETE_USER_PERMISSIONS_BOUNDARY_REQUEST {
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DeleteUserPolicyRequest`.
    pub struct DeleteUserPolicyRequest: DELETE_USER_POLICY_REQUEST {
        /// `UserName`, 1 to 128 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::EXISTING_USER_NAME_TYPE,
        /// `PolicyName`, 1 to 128 characters, `[\w+=,.@-]+`.
        policy_name: required String = "PolicyName" as "PolicyName" of scalars::POLICY_NAME_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DeleteUserRequest`.
    pub struct DeleteUserRequest: DELETE_USER_REQUEST {
        /// `UserName`, 1 to 128 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::EXISTING_USER_NAME_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DeleteVirtualMFADeviceRequest`.
    pub struct DeleteVirtualMFADeviceRequest: DELETE_VIRTUAL_MFA_DEVICE_REQUEST {
        /// `SerialNumber`, 9 to 256 characters, `[\w+=/:,.@-]+`.
        serial_number: required String = "SerialNumber" as "SerialNumber" of scalars::SERIAL_NUMBER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DeletionTaskFailureReasonType`.
    pub struct DeletionTaskFailureReasonType: DELETION_TASK_FAILURE_REASON_TYPE {
        /// `Reason`, at most 1000 characters.
        reason: optional String = "Reason" as "Reason" of scalars::REASON_TYPE,
        /// `RoleUsageList`.
        role_usage_list: optional Vec<RoleUsageType> = "RoleUsageList" as "RoleUsageList" of scalars::ROLE_USAGE_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DetachGroupPolicyRequest`.
    pub struct DetachGroupPolicyRequest: DETACH_GROUP_POLICY_REQUEST {
        /// `GroupName`, 1 to 128 characters, `[\w+=,.@-]+`.
        group_name: required String = "GroupName" as "GroupName" of scalars::GROUP_NAME_TYPE,
        /// `PolicyArn`, 20 to 2048 characters.
        policy_arn: required String = "PolicyArn" as "PolicyArn" of scalars::ARN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DetachRolePolicyRequest`.
    pub struct DetachRolePolicyRequest: DETACH_ROLE_POLICY_REQUEST {
        /// `RoleName`, 1 to 64 characters, `[\w+=,.@-]+`.
        role_name: required String = "RoleName" as "RoleName" of scalars::ROLE_NAME_TYPE,
        /// `PolicyArn`, 20 to 2048 characters.
        policy_arn: required String = "PolicyArn" as "PolicyArn" of scalars::ARN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DetachUserPolicyRequest`.
    pub struct DetachUserPolicyRequest: DETACH_USER_POLICY_REQUEST {
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
        /// `PolicyArn`, 20 to 2048 characters.
        policy_arn: required String = "PolicyArn" as "PolicyArn" of scalars::ARN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DisableOrganizationsRootCredentialsManagementRequest`.
    pub struct DisableOrganizationsRootCredentialsManagementRequest: DISABLE_ORGANIZATIONS_ROOT_CREDENTIALS_MANAGEMENT_REQUEST {
    }
}

awsim_plugin::structure! {
    /// `DisableOrganizationsRootCredentialsManagementResponse`.
    pub struct DisableOrganizationsRootCredentialsManagementResponse: DISABLE_ORGANIZATIONS_ROOT_CREDENTIALS_MANAGEMENT_RESPONSE {
        /// `OrganizationId`, at most 34 characters, `^o-[a-z0-9]{10,32}$`.
        organization_id: optional String = "OrganizationId" as "OrganizationId" of scalars::ORGANIZATION_ID_TYPE,
        /// `EnabledFeatures`.
        enabled_features: optional Vec<FeatureType> = "EnabledFeatures" as "EnabledFeatures" of scalars::FEATURES_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DisableOrganizationsRootSessionsRequest`.
    pub struct DisableOrganizationsRootSessionsRequest: DISABLE_ORGANIZATIONS_ROOT_SESSIONS_REQUEST {
    }
}

awsim_plugin::structure! {
    /// `DisableOrganizationsRootSessionsResponse`.
    pub struct DisableOrganizationsRootSessionsResponse: DISABLE_ORGANIZATIONS_ROOT_SESSIONS_RESPONSE {
        /// `OrganizationId`, at most 34 characters, `^o-[a-z0-9]{10,32}$`.
        organization_id: optional String = "OrganizationId" as "OrganizationId" of scalars::ORGANIZATION_ID_TYPE,
        /// `EnabledFeatures`.
        enabled_features: optional Vec<FeatureType> = "EnabledFeatures" as "EnabledFeatures" of scalars::FEATURES_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `EnableMFADeviceRequest`.
    pub struct EnableMFADeviceRequest: ENABLE_MFA_DEVICE_REQUEST {
        /// `UserName`, 1 to 128 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::EXISTING_USER_NAME_TYPE,
        /// `SerialNumber`, 9 to 256 characters, `[\w+=/:,.@-]+`.
        serial_number: required String = "SerialNumber" as "SerialNumber" of scalars::SERIAL_NUMBER_TYPE,
        /// `AuthenticationCode1`, 6 characters, `[\d]+`.
        authentication_code1: required String = "AuthenticationCode1" as "AuthenticationCode1" of scalars::AUTHENTICATION_CODE_TYPE,
        /// `AuthenticationCode2`, 6 characters, `[\d]+`.
        authentication_code2: required String = "AuthenticationCode2" as "AuthenticationCode2" of scalars::AUTHENTICATION_CODE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `EnableOrganizationsRootCredentialsManagementRequest`.
    pub struct EnableOrganizationsRootCredentialsManagementRequest: ENABLE_ORGANIZATIONS_ROOT_CREDENTIALS_MANAGEMENT_REQUEST {
    }
}

awsim_plugin::structure! {
    /// `EnableOrganizationsRootCredentialsManagementResponse`.
    pub struct EnableOrganizationsRootCredentialsManagementResponse: ENABLE_ORGANIZATIONS_ROOT_CREDENTIALS_MANAGEMENT_RESPONSE {
        /// `OrganizationId`, at most 34 characters, `^o-[a-z0-9]{10,32}$`.
        organization_id: optional String = "OrganizationId" as "OrganizationId" of scalars::ORGANIZATION_ID_TYPE,
        /// `EnabledFeatures`.
        enabled_features: optional Vec<FeatureType> = "EnabledFeatures" as "EnabledFeatures" of scalars::FEATURES_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `EnableOrganizationsRootSessionsRequest`.
    pub struct EnableOrganizationsRootSessionsRequest: ENABLE_ORGANIZATIONS_ROOT_SESSIONS_REQUEST {
    }
}

awsim_plugin::structure! {
    /// `EnableOrganizationsRootSessionsResponse`.
    pub struct EnableOrganizationsRootSessionsResponse: ENABLE_ORGANIZATIONS_ROOT_SESSIONS_RESPONSE {
        /// `OrganizationId`, at most 34 characters, `^o-[a-z0-9]{10,32}$`.
        organization_id: optional String = "OrganizationId" as "OrganizationId" of scalars::ORGANIZATION_ID_TYPE,
        /// `EnabledFeatures`.
        enabled_features: optional Vec<FeatureType> = "EnabledFeatures" as "EnabledFeatures" of scalars::FEATURES_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `EnableOutboundWebIdentityFederationResponse`.
    pub struct EnableOutboundWebIdentityFederationResponse: ENABLE_OUTBOUND_WEB_IDENTITY_FEDERATION_RESPONSE {
        /// `IssuerIdentifier`.
        issuer_identifier: optional String = "IssuerIdentifier" as "IssuerIdentifier" of scalars::STRING_TYPE,
    }
}

awsim_plugin::structure! {
    /// `EntityDetails`.
    pub struct EntityDetails: ENTITY_DETAILS {
        /// `EntityInfo`.
        entity_info: required EntityInfo = "EntityInfo" as "EntityInfo" of ENTITY_INFO,
        /// `LastAuthenticated`.
        last_authenticated: optional Timestamp = "LastAuthenticated" as "LastAuthenticated" of scalars::DATE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `EntityInfo`.
    pub struct EntityInfo: ENTITY_INFO {
        /// `Arn`, 20 to 2048 characters.
        arn: required String = "Arn" as "Arn" of scalars::ARN_TYPE,
        /// `Name`, 1 to 64 characters, `[\w+=,.@-]+`.
        name: required String = "Name" as "Name" of scalars::USER_NAME_TYPE,
        /// `Type`.
        r#type: required PolicyOwnerEntityType = "Type" as "Type" of POLICY_OWNER_ENTITY_TYPE,
        /// `Id`, 16 to 128 characters, `[\w]+`.
        id: required String = "Id" as "Id" of scalars::ID_TYPE,
        /// `Path`, 1 to 512 characters, `(\u002F)|(\u002F[\u0021-\u007E]+\u002F)`.
        path: optional String = "Path" as "Path" of scalars::PATH_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ErrorDetails`.
    pub struct ErrorDetails: ERROR_DETAILS {
        /// `Message`.
        message: required String = "Message" as "Message" of scalars::STRING_TYPE,
        /// `Code`.
        code: required String = "Code" as "Code" of scalars::STRING_TYPE,
    }
}

awsim_plugin::structure! {
    /// `EvaluationResult`.
    pub struct EvaluationResult: EVALUATION_RESULT {
        /// `EvalActionName`, 3 to 128 characters.
        eval_action_name: required String = "EvalActionName" as "EvalActionName" of scalars::ACTION_NAME_TYPE,
        /// `EvalResourceName`, 1 to 2048 characters.
        eval_resource_name: optional String = "EvalResourceName" as "EvalResourceName" of scalars::RESOURCE_NAME_TYPE,
        /// `EvalDecision`.
        eval_decision: required PolicyEvaluationDecisionType = "EvalDecision" as "EvalDecision" of POLICY_EVALUATION_DECISION_TYPE,
        /// `MatchedStatements`.
        matched_statements: optional Vec<Statement> = "MatchedStatements" as "MatchedStatements" of scalars::STATEMENT_LIST_TYPE,
        /// `MissingContextValues`.
        missing_context_values: optional Vec<String> = "MissingContextValues" as "MissingContextValues" of scalars::CONTEXT_KEY_NAMES_RESULT_LIST_TYPE,
        /// `OrganizationsDecisionDetail`.
        organizations_decision_detail: optional OrganizationsDecisionDetail = "OrganizationsDecisionDetail" as "OrganizationsDecisionDetail" of ORGANIZATIONS_DECISION_DETAIL,
        /// `PermissionsBoundaryDecisionDetail`.
        permissions_boundary_decision_detail: optional PermissionsBoundaryDecisionDetail = "PermissionsBoundaryDecisionDetail" as "PermissionsBoundaryDecisionDetail" of PERMISSIONS_BOUNDARY_DECISION_DETAIL,
        /// `EvalDecisionDetails`.
        eval_decision_details: optional BTreeMap<String, PolicyEvaluationDecisionType> = "EvalDecisionDetails" as "EvalDecisionDetails" of scalars::EVAL_DECISION_DETAILS_TYPE,
        /// `ResourceSpecificResults`.
        resource_specific_results: optional Vec<ResourceSpecificResult> = "ResourceSpecificResults" as "ResourceSpecificResults" of scalars::RESOURCE_SPECIFIC_RESULT_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GenerateCredentialReportResponse`.
    pub struct GenerateCredentialReportResponse: GENERATE_CREDENTIAL_REPORT_RESPONSE {
        /// `State`.
        state: optional ReportStateType = "State" as "State" of REPORT_STATE_TYPE,
        /// `Description`.
        description: optional String = "Description" as "Description" of scalars::REPORT_STATE_DESCRIPTION_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GenerateOrganizationsAccessReportRequest`.
    pub struct GenerateOrganizationsAccessReportRequest: GENERATE_ORGANIZATIONS_ACCESS_REPORT_REQUEST {
        /// `EntityPath`, 19 to 427 characters, `^o-[0-9a-z]{10,32}\/r-[0-9a-z]{4,32}[0-9a-z-\/]*`.
        entity_path: required String = "EntityPath" as "EntityPath" of scalars::ORGANIZATIONS_ENTITY_PATH_TYPE,
        /// `OrganizationsPolicyId`, `^p-[0-9a-zA-Z_]{8,128}$`.
        organizations_policy_id: optional String = "OrganizationsPolicyId" as "OrganizationsPolicyId" of scalars::ORGANIZATIONS_POLICY_ID_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GenerateOrganizationsAccessReportResponse`.
    pub struct GenerateOrganizationsAccessReportResponse: GENERATE_ORGANIZATIONS_ACCESS_REPORT_RESPONSE {
        /// `JobId`, 36 characters.
        job_id: optional String = "JobId" as "JobId" of scalars::JOB_ID_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GenerateServiceLastAccessedDetailsRequest`.
    pub struct GenerateServiceLastAccessedDetailsRequest: GENERATE_SERVICE_LAST_ACCESSED_DETAILS_REQUEST {
        /// `Arn`, 20 to 2048 characters.
        arn: required String = "Arn" as "Arn" of scalars::ARN_TYPE,
        /// `Granularity`.
        granularity: optional AccessAdvisorUsageGranularityType = "Granularity" as "Granularity" of ACCESS_ADVISOR_USAGE_GRANULARITY_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GenerateServiceLastAccessedDetailsResponse`.
    pub struct GenerateServiceLastAccessedDetailsResponse: GENERATE_SERVICE_LAST_ACCESSED_DETAILS_RESPONSE {
        /// `JobId`, 36 characters.
        job_id: optional String = "JobId" as "JobId" of scalars::JOB_ID_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetAccessKeyLastUsedRequest`.
    pub struct GetAccessKeyLastUsedRequest: GET_ACCESS_KEY_LAST_USED_REQUEST {
        /// `AccessKeyId`, 16 to 128 characters, `[\w]+`.
        access_key_id: required String = "AccessKeyId" as "AccessKeyId" of scalars::ACCESS_KEY_ID_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetAccessKeyLastUsedResponse`.
    pub struct GetAccessKeyLastUsedResponse: GET_ACCESS_KEY_LAST_USED_RESPONSE {
        /// `UserName`, 1 to 128 characters, `[\w+=,.@-]+`.
        user_name: optional String = "UserName" as "UserName" of scalars::EXISTING_USER_NAME_TYPE,
        /// `AccessKeyLastUsed`.
        access_key_last_used: optional AccessKeyLastUsed = "AccessKeyLastUsed" as "AccessKeyLastUsed" of ACCESS_KEY_LAST_USED,
    }
}

awsim_plugin::structure! {
    /// `GetAccountAuthorizationDetailsRequest`.
    pub struct GetAccountAuthorizationDetailsRequest: GET_ACCOUNT_AUTHORIZATION_DETAILS_REQUEST {
        /// `Filter`.
        filter: optional Vec<EntityType> = "Filter" as "Filter" of scalars::ENTITY_LIST_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetAccountAuthorizationDetailsResponse`.
    pub struct GetAccountAuthorizationDetailsResponse: GET_ACCOUNT_AUTHORIZATION_DETAILS_RESPONSE {
        /// `UserDetailList`.
        user_detail_list: optional Vec<UserDetail> = "UserDetailList" as "UserDetailList" of scalars::USER_DETAIL_LIST_TYPE,
        /// `GroupDetailList`.
        group_detail_list: optional Vec<GroupDetail> = "GroupDetailList" as "GroupDetailList" of scalars::GROUP_DETAIL_LIST_TYPE,
        /// `RoleDetailList`.
        role_detail_list: optional Vec<RoleDetail> = "RoleDetailList" as "RoleDetailList" of scalars::ROLE_DETAIL_LIST_TYPE,
        /// `Policies`.
        policies: optional Vec<ManagedPolicyDetail> = "Policies" as "Policies" of scalars::MANAGED_POLICY_DETAIL_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetAccountPasswordPolicyResponse`.
    pub struct GetAccountPasswordPolicyResponse: GET_ACCOUNT_PASSWORD_POLICY_RESPONSE {
        /// `PasswordPolicy`.
        password_policy: required PasswordPolicy = "PasswordPolicy" as "PasswordPolicy" of PASSWORD_POLICY,
    }
}

awsim_plugin::structure! {
    /// `GetAccountPropertiesRequest`.
    pub struct GetAccountPropertiesRequest: GET_ACCOUNT_PROPERTIES_REQUEST {
    }
}

awsim_plugin::structure! {
    /// `GetAccountPropertiesResponse`.
    pub struct GetAccountPropertiesResponse: GET_ACCOUNT_PROPERTIES_RESPONSE {
        /// `Properties`.
        properties: optional BTreeMap<String, String> = "Properties" as "Properties" of scalars::ACCOUNT_PROPERTIES_MAP_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetAccountSummaryResponse`.
    pub struct GetAccountSummaryResponse: GET_ACCOUNT_SUMMARY_RESPONSE {
        /// `SummaryMap`.
        summary_map: optional BTreeMap<String, i32> = "SummaryMap" as "SummaryMap" of scalars::SUMMARY_MAP_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetContextKeysForCustomPolicyRequest`.
    pub struct GetContextKeysForCustomPolicyRequest: GET_CONTEXT_KEYS_FOR_CUSTOM_POLICY_REQUEST {
        /// `PolicyInputList`.
        policy_input_list: required Vec<String> = "PolicyInputList" as "PolicyInputList" of scalars::SIMULATION_POLICY_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetContextKeysForPolicyResponse`.
    pub struct GetContextKeysForPolicyResponse: GET_CONTEXT_KEYS_FOR_POLICY_RESPONSE {
        /// `ContextKeyNames`.
        context_key_names: optional Vec<String> = "ContextKeyNames" as "ContextKeyNames" of scalars::CONTEXT_KEY_NAMES_RESULT_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetContextKeysForPrincipalPolicyRequest`.
    pub struct GetContextKeysForPrincipalPolicyRequest: GET_CONTEXT_KEYS_FOR_PRINCIPAL_POLICY_REQUEST {
        /// `PolicySourceArn`, 20 to 2048 characters.
        policy_source_arn: required String = "PolicySourceArn" as "PolicySourceArn" of scalars::ARN_TYPE,
        /// `PolicyInputList`.
        policy_input_list: optional Vec<String> = "PolicyInputList" as "PolicyInputList" of scalars::SIMULATION_POLICY_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetCredentialReportResponse`.
    pub struct GetCredentialReportResponse: GET_CREDENTIAL_REPORT_RESPONSE {
        /// `Content`.
        content: optional Blob = "Content" as "Content" of scalars::REPORT_CONTENT_TYPE,
        /// `ReportFormat`.
        report_format: optional ReportFormatType = "ReportFormat" as "ReportFormat" of REPORT_FORMAT_TYPE,
        /// `GeneratedTime`.
        generated_time: optional Timestamp = "GeneratedTime" as "GeneratedTime" of scalars::DATE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetDelegationRequestRequest`.
    pub struct GetDelegationRequestRequest: GET_DELEGATION_REQUEST_REQUEST {
        /// `DelegationRequestId`, 16 to 128 characters, `[\w-]+`.
        delegation_request_id: required String = "DelegationRequestId" as "DelegationRequestId" of scalars::DELEGATION_REQUEST_ID_TYPE,
        /// `DelegationPermissionCheck`.
        delegation_permission_check: optional bool = "DelegationPermissionCheck" as "DelegationPermissionCheck" of scalars::BOOLEAN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetDelegationRequestResponse`.
    pub struct GetDelegationRequestResponse: GET_DELEGATION_REQUEST_RESPONSE {
        /// `DelegationRequest`.
        delegation_request: optional DelegationRequest = "DelegationRequest" as "DelegationRequest" of DELEGATION_REQUEST,
        /// `PermissionCheckStatus`.
        permission_check_status: optional PermissionCheckStatusType = "PermissionCheckStatus" as "PermissionCheckStatus" of PERMISSION_CHECK_STATUS_TYPE,
        /// `PermissionCheckResult`.
        permission_check_result: optional PermissionCheckResultType = "PermissionCheckResult" as "PermissionCheckResult" of PERMISSION_CHECK_RESULT_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetGroupPolicyRequest`.
    pub struct GetGroupPolicyRequest: GET_GROUP_POLICY_REQUEST {
        /// `GroupName`, 1 to 128 characters, `[\w+=,.@-]+`.
        group_name: required String = "GroupName" as "GroupName" of scalars::GROUP_NAME_TYPE,
        /// `PolicyName`, 1 to 128 characters, `[\w+=,.@-]+`.
        policy_name: required String = "PolicyName" as "PolicyName" of scalars::POLICY_NAME_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetGroupPolicyResponse`.
    pub struct GetGroupPolicyResponse: GET_GROUP_POLICY_RESPONSE {
        /// `GroupName`, 1 to 128 characters, `[\w+=,.@-]+`.
        group_name: required String = "GroupName" as "GroupName" of scalars::GROUP_NAME_TYPE,
        /// `PolicyName`, 1 to 128 characters, `[\w+=,.@-]+`.
        policy_name: required String = "PolicyName" as "PolicyName" of scalars::POLICY_NAME_TYPE,
        /// `PolicyDocument`, 1 to 131072 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        policy_document: required String = "PolicyDocument" as "PolicyDocument" of scalars::POLICY_DOCUMENT_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetGroupRequest`.
    pub struct GetGroupRequest: GET_GROUP_REQUEST {
        /// `GroupName`, 1 to 128 characters, `[\w+=,.@-]+`.
        group_name: required String = "GroupName" as "GroupName" of scalars::GROUP_NAME_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetGroupResponse`.
    pub struct GetGroupResponse: GET_GROUP_RESPONSE {
        /// `Group`.
        group: required Group = "Group" as "Group" of GROUP,
        /// `Users`.
        users: required Vec<User> = "Users" as "Users" of scalars::USER_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetHumanReadableSummaryRequest`.
    pub struct GetHumanReadableSummaryRequest: GET_HUMAN_READABLE_SUMMARY_REQUEST {
        /// `EntityArn`, 20 to 2048 characters.
        entity_arn: required String = "EntityArn" as "EntityArn" of scalars::ARN_TYPE,
        /// `Locale`, 2 to 12 characters.
        locale: optional String = "Locale" as "Locale" of scalars::LOCALE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetHumanReadableSummaryResponse`.
    pub struct GetHumanReadableSummaryResponse: GET_HUMAN_READABLE_SUMMARY_RESPONSE {
        /// `SummaryContent`, 0 to 10000 characters.
        summary_content: optional String = "SummaryContent" as "SummaryContent" of scalars::SUMMARY_CONTENT_TYPE,
        /// `Locale`, 2 to 12 characters.
        locale: optional String = "Locale" as "Locale" of scalars::LOCALE_TYPE,
        /// `SummaryState`.
        summary_state: optional SummaryStateType = "SummaryState" as "SummaryState" of SUMMARY_STATE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetInstanceProfileRequest`.
    pub struct GetInstanceProfileRequest: GET_INSTANCE_PROFILE_REQUEST {
        /// `InstanceProfileName`, 1 to 128 characters, `[\w+=,.@-]+`.
        instance_profile_name: required String = "InstanceProfileName" as "InstanceProfileName" of scalars::INSTANCE_PROFILE_NAME_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetInstanceProfileResponse`.
    pub struct GetInstanceProfileResponse: GET_INSTANCE_PROFILE_RESPONSE {
        /// `InstanceProfile`.
        instance_profile: required InstanceProfile = "InstanceProfile" as "InstanceProfile" of INSTANCE_PROFILE,
    }
}

awsim_plugin::structure! {
    /// `GetLoginProfileRequest`.
    pub struct GetLoginProfileRequest: GET_LOGIN_PROFILE_REQUEST {
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: optional String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetLoginProfileResponse`.
    pub struct GetLoginProfileResponse: GET_LOGIN_PROFILE_RESPONSE {
        /// `LoginProfile`.
        login_profile: required LoginProfile = "LoginProfile" as "LoginProfile" of LOGIN_PROFILE,
    }
}

awsim_plugin::structure! {
    /// `GetMFADeviceRequest`.
    pub struct GetMFADeviceRequest: GET_MFA_DEVICE_REQUEST {
        /// `SerialNumber`, 9 to 256 characters, `[\w+=/:,.@-]+`.
        serial_number: required String = "SerialNumber" as "SerialNumber" of scalars::SERIAL_NUMBER_TYPE,
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: optional String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetMFADeviceResponse`.
    pub struct GetMFADeviceResponse: GET_MFA_DEVICE_RESPONSE {
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: optional String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
        /// `SerialNumber`, 9 to 256 characters, `[\w+=/:,.@-]+`.
        serial_number: required String = "SerialNumber" as "SerialNumber" of scalars::SERIAL_NUMBER_TYPE,
        /// `EnableDate`.
        enable_date: optional Timestamp = "EnableDate" as "EnableDate" of scalars::DATE_TYPE,
        /// `Certifications`.
        certifications: optional BTreeMap<String, String> = "Certifications" as "Certifications" of scalars::CERTIFICATION_MAP_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetOpenIDConnectProviderRequest`.
    pub struct GetOpenIDConnectProviderRequest: GET_OPEN_ID_CONNECT_PROVIDER_REQUEST {
        /// `OpenIDConnectProviderArn`, 20 to 2048 characters.
        open_id_connect_provider_arn: required String = "OpenIDConnectProviderArn" as "OpenIDConnectProviderArn" of scalars::ARN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetOpenIDConnectProviderResponse`.
    pub struct GetOpenIDConnectProviderResponse: GET_OPEN_ID_CONNECT_PROVIDER_RESPONSE {
        /// `Url`, 1 to 255 characters.
        url: optional String = "Url" as "Url" of scalars::OPEN_ID_CONNECT_PROVIDER_URL_TYPE,
        /// `ClientIDList`.
        client_id_list: optional Vec<String> = "ClientIDList" as "ClientIDList" of scalars::CLIENT_ID_LIST_TYPE,
        /// `ThumbprintList`.
        thumbprint_list: optional Vec<String> = "ThumbprintList" as "ThumbprintList" of scalars::THUMBPRINT_LIST_TYPE,
        /// `CreateDate`.
        create_date: optional Timestamp = "CreateDate" as "CreateDate" of scalars::DATE_TYPE,
        /// `Tags`, at most 50 entries.
        tags: optional Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetOrganizationsAccessReportRequest`.
    pub struct GetOrganizationsAccessReportRequest: GET_ORGANIZATIONS_ACCESS_REPORT_REQUEST {
        /// `JobId`, 36 characters.
        job_id: required String = "JobId" as "JobId" of scalars::JOB_ID_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `SortKey`.
        sort_key: optional SortKeyType = "SortKey" as "SortKey" of SORT_KEY_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetOrganizationsAccessReportResponse`.
    pub struct GetOrganizationsAccessReportResponse: GET_ORGANIZATIONS_ACCESS_REPORT_RESPONSE {
        /// `JobStatus`.
        job_status: required JobStatusType = "JobStatus" as "JobStatus" of JOB_STATUS_TYPE,
        /// `JobCreationDate`.
        job_creation_date: required Timestamp = "JobCreationDate" as "JobCreationDate" of scalars::DATE_TYPE,
        /// `JobCompletionDate`.
        job_completion_date: optional Timestamp = "JobCompletionDate" as "JobCompletionDate" of scalars::DATE_TYPE,
        /// `NumberOfServicesAccessible`.
        number_of_services_accessible: optional i32 = "NumberOfServicesAccessible" as "NumberOfServicesAccessible" of scalars::INTEGER_TYPE,
        /// `NumberOfServicesNotAccessed`.
        number_of_services_not_accessed: optional i32 = "NumberOfServicesNotAccessed" as "NumberOfServicesNotAccessed" of scalars::INTEGER_TYPE,
        /// `AccessDetails`.
        access_details: optional Vec<AccessDetail> = "AccessDetails" as "AccessDetails" of scalars::ACCESS_DETAILS,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `ErrorDetails`.
        error_details: optional ErrorDetails = "ErrorDetails" as "ErrorDetails" of ERROR_DETAILS,
    }
}

awsim_plugin::structure! {
    /// `GetOutboundWebIdentityFederationInfoResponse`.
    pub struct GetOutboundWebIdentityFederationInfoResponse: GET_OUTBOUND_WEB_IDENTITY_FEDERATION_INFO_RESPONSE {
        /// `IssuerIdentifier`.
        issuer_identifier: optional String = "IssuerIdentifier" as "IssuerIdentifier" of scalars::STRING_TYPE,
        /// `JwtVendingEnabled`.
        jwt_vending_enabled: optional bool = "JwtVendingEnabled" as "JwtVendingEnabled" of scalars::BOOLEAN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetPolicyRequest`.
    pub struct GetPolicyRequest: GET_POLICY_REQUEST {
        /// `PolicyArn`, 20 to 2048 characters.
        policy_arn: required String = "PolicyArn" as "PolicyArn" of scalars::ARN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetPolicyResponse`.
    pub struct GetPolicyResponse: GET_POLICY_RESPONSE {
        /// `Policy`.
        policy: optional Policy = "Policy" as "Policy" of POLICY,
    }
}

awsim_plugin::structure! {
    /// `GetPolicyVersionRequest`.
    pub struct GetPolicyVersionRequest: GET_POLICY_VERSION_REQUEST {
        /// `PolicyArn`, 20 to 2048 characters.
        policy_arn: required String = "PolicyArn" as "PolicyArn" of scalars::ARN_TYPE,
        /// `VersionId`, `v[1-9][0-9]*(\.[A-Za-z0-9-]*)?`.
        version_id: required String = "VersionId" as "VersionId" of scalars::POLICY_VERSION_ID_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetPolicyVersionResponse`.
    pub struct GetPolicyVersionResponse: GET_POLICY_VERSION_RESPONSE {
        /// `PolicyVersion`.
        policy_version: optional PolicyVersion = "PolicyVersion" as "PolicyVersion" of POLICY_VERSION,
    }
}

awsim_plugin::structure! {
    /// `GetRolePolicyRequest`.
    pub struct GetRolePolicyRequest: GET_ROLE_POLICY_REQUEST {
        /// `RoleName`, 1 to 64 characters, `[\w+=,.@-]+`.
        role_name: required String = "RoleName" as "RoleName" of scalars::ROLE_NAME_TYPE,
        /// `PolicyName`, 1 to 128 characters, `[\w+=,.@-]+`.
        policy_name: required String = "PolicyName" as "PolicyName" of scalars::POLICY_NAME_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetRolePolicyResponse`.
    pub struct GetRolePolicyResponse: GET_ROLE_POLICY_RESPONSE {
        /// `RoleName`, 1 to 64 characters, `[\w+=,.@-]+`.
        role_name: required String = "RoleName" as "RoleName" of scalars::ROLE_NAME_TYPE,
        /// `PolicyName`, 1 to 128 characters, `[\w+=,.@-]+`.
        policy_name: required String = "PolicyName" as "PolicyName" of scalars::POLICY_NAME_TYPE,
        /// `PolicyDocument`, 1 to 131072 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        policy_document: required String = "PolicyDocument" as "PolicyDocument" of scalars::POLICY_DOCUMENT_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetRoleRequest`.
    pub struct GetRoleRequest: GET_ROLE_REQUEST {
        /// `RoleName`, 1 to 64 characters, `[\w+=,.@-]+`.
        role_name: required String = "RoleName" as "RoleName" of scalars::ROLE_NAME_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetRoleResponse`.
    pub struct GetRoleResponse: GET_ROLE_RESPONSE {
        /// `Role`.
        role: required Role = "Role" as "Role" of ROLE,
    }
}

awsim_plugin::structure! {
    /// `GetRoleTemplateVersionRequest`.
    pub struct GetRoleTemplateVersionRequest: GET_ROLE_TEMPLATE_VERSION_REQUEST {
        /// `TemplateArn`, 20 to 2048 characters.
        template_arn: required String = "TemplateArn" as "TemplateArn" of scalars::ARN_TYPE,
        /// `MinorVersion`.
        minor_version: optional i32 = "MinorVersion" as "MinorVersion" of scalars::MINOR_VERSION_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetRoleTemplateVersionResponse`.
    pub struct GetRoleTemplateVersionResponse: GET_ROLE_TEMPLATE_VERSION_RESPONSE {
        /// `RoleTemplateVersion`.
        role_template_version: required RoleTemplateVersion = "RoleTemplateVersion" as "RoleTemplateVersion" of ROLE_TEMPLATE_VERSION,
    }
}

awsim_plugin::structure! {
    /// `GetSAMLProviderRequest`.
    pub struct GetSAMLProviderRequest: GET_SAML_PROVIDER_REQUEST {
        /// `SAMLProviderArn`, 20 to 2048 characters.
        saml_provider_arn: required String = "SAMLProviderArn" as "SAMLProviderArn" of scalars::ARN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetSAMLProviderResponse`.
    pub struct GetSAMLProviderResponse: GET_SAML_PROVIDER_RESPONSE {
        /// `SAMLProviderUUID`, 22 to 64 characters, `[A-Z0-9]+`.
        saml_provider_uuid: optional String = "SAMLProviderUUID" as "SAMLProviderUUID" of scalars::PRIVATE_KEY_ID_TYPE,
        /// `SAMLMetadataDocument`, 1000 to 10000000 characters.
        saml_metadata_document: optional String = "SAMLMetadataDocument" as "SAMLMetadataDocument" of scalars::SAML_METADATA_DOCUMENT_TYPE,
        /// `CreateDate`.
        create_date: optional Timestamp = "CreateDate" as "CreateDate" of scalars::DATE_TYPE,
        /// `ValidUntil`.
        valid_until: optional Timestamp = "ValidUntil" as "ValidUntil" of scalars::DATE_TYPE,
        /// `Tags`, at most 50 entries.
        tags: optional Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
        /// `AssertionEncryptionMode`.
        assertion_encryption_mode: optional AssertionEncryptionModeType = "AssertionEncryptionMode" as "AssertionEncryptionMode" of ASSERTION_ENCRYPTION_MODE_TYPE,
        /// `PrivateKeyList`, at most 2 entries.
        private_key_list: optional Vec<SAMLPrivateKey> = "PrivateKeyList" as "PrivateKeyList" of scalars::PRIVATE_KEY_LIST,
    }
}

awsim_plugin::structure! {
    /// `GetSSHPublicKeyRequest`.
    pub struct GetSSHPublicKeyRequest: GET_SSH_PUBLIC_KEY_REQUEST {
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
        /// `SSHPublicKeyId`, 20 to 128 characters, `[\w]+`.
        ssh_public_key_id: required String = "SSHPublicKeyId" as "SSHPublicKeyId" of scalars::PUBLIC_KEY_ID_TYPE,
        /// `Encoding`.
        encoding: required EncodingType = "Encoding" as "Encoding" of ENCODING_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetSSHPublicKeyResponse`.
    pub struct GetSSHPublicKeyResponse: GET_SSH_PUBLIC_KEY_RESPONSE {
        /// `SSHPublicKey`.
        ssh_public_key: optional SSHPublicKey = "SSHPublicKey" as "SSHPublicKey" of SSH_PUBLIC_KEY,
    }
}

awsim_plugin::structure! {
    /// `GetServerCertificateRequest`.
    pub struct GetServerCertificateRequest: GET_SERVER_CERTIFICATE_REQUEST {
        /// `ServerCertificateName`, 1 to 128 characters, `[\w+=,.@-]+`.
        server_certificate_name: required String = "ServerCertificateName" as "ServerCertificateName" of scalars::SERVER_CERTIFICATE_NAME_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetServerCertificateResponse`.
    pub struct GetServerCertificateResponse: GET_SERVER_CERTIFICATE_RESPONSE {
        /// `ServerCertificate`.
        server_certificate: required ServerCertificate = "ServerCertificate" as "ServerCertificate" of SERVER_CERTIFICATE,
    }
}

awsim_plugin::structure! {
    /// `GetServiceLastAccessedDetailsRequest`.
    pub struct GetServiceLastAccessedDetailsRequest: GET_SERVICE_LAST_ACCESSED_DETAILS_REQUEST {
        /// `JobId`, 36 characters.
        job_id: required String = "JobId" as "JobId" of scalars::JOB_ID_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetServiceLastAccessedDetailsResponse`.
    pub struct GetServiceLastAccessedDetailsResponse: GET_SERVICE_LAST_ACCESSED_DETAILS_RESPONSE {
        /// `JobStatus`.
        job_status: required JobStatusType = "JobStatus" as "JobStatus" of JOB_STATUS_TYPE,
        /// `JobType`.
        job_type: optional AccessAdvisorUsageGranularityType = "JobType" as "JobType" of ACCESS_ADVISOR_USAGE_GRANULARITY_TYPE,
        /// `JobCreationDate`.
        job_creation_date: required Timestamp = "JobCreationDate" as "JobCreationDate" of scalars::DATE_TYPE,
        /// `ServicesLastAccessed`.
        services_last_accessed: required Vec<ServiceLastAccessed> = "ServicesLastAccessed" as "ServicesLastAccessed" of scalars::SERVICES_LAST_ACCESSED,
        /// `JobCompletionDate`.
        job_completion_date: required Timestamp = "JobCompletionDate" as "JobCompletionDate" of scalars::DATE_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
        /// `Error`.
        error: optional ErrorDetails = "Error" as "Error" of ERROR_DETAILS,
    }
}

awsim_plugin::structure! {
    /// `GetServiceLastAccessedDetailsWithEntitiesRequest`.
    pub struct GetServiceLastAccessedDetailsWithEntitiesRequest: GET_SERVICE_LAST_ACCESSED_DETAILS_WITH_ENTITIES_REQUEST {
        /// `JobId`, 36 characters.
        job_id: required String = "JobId" as "JobId" of scalars::JOB_ID_TYPE,
        /// `ServiceNamespace`, 1 to 64 characters, `[\w-]*`.
        service_namespace: required String = "ServiceNamespace" as "ServiceNamespace" of scalars::SERVICE_NAMESPACE_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetServiceLastAccessedDetailsWithEntitiesResponse`.
    pub struct GetServiceLastAccessedDetailsWithEntitiesResponse: GET_SERVICE_LAST_ACCESSED_DETAILS_WITH_ENTITIES_RESPONSE {
        /// `JobStatus`.
        job_status: required JobStatusType = "JobStatus" as "JobStatus" of JOB_STATUS_TYPE,
        /// `JobCreationDate`.
        job_creation_date: required Timestamp = "JobCreationDate" as "JobCreationDate" of scalars::DATE_TYPE,
        /// `JobCompletionDate`.
        job_completion_date: required Timestamp = "JobCompletionDate" as "JobCompletionDate" of scalars::DATE_TYPE,
        /// `EntityDetailsList`.
        entity_details_list: required Vec<EntityDetails> = "EntityDetailsList" as "EntityDetailsList" of scalars::ENTITY_DETAILS_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
        /// `Error`.
        error: optional ErrorDetails = "Error" as "Error" of ERROR_DETAILS,
    }
}

awsim_plugin::structure! {
    /// `GetServiceLinkedRoleDeletionStatusRequest`.
    pub struct GetServiceLinkedRoleDeletionStatusRequest: GET_SERVICE_LINKED_ROLE_DELETION_STATUS_REQUEST {
        /// `DeletionTaskId`, 1 to 1000 characters.
        deletion_task_id: required String = "DeletionTaskId" as "DeletionTaskId" of scalars::DELETION_TASK_ID_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetServiceLinkedRoleDeletionStatusResponse`.
    pub struct GetServiceLinkedRoleDeletionStatusResponse: GET_SERVICE_LINKED_ROLE_DELETION_STATUS_RESPONSE {
        /// `Status`.
        status: required DeletionTaskStatusType = "Status" as "Status" of DELETION_TASK_STATUS_TYPE,
        /// `Reason`.
        reason: optional DeletionTaskFailureReasonType = "Reason" as "Reason" of DELETION_TASK_FAILURE_REASON_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetUserPolicyRequest`.
    pub struct GetUserPolicyRequest: GET_USER_POLICY_REQUEST {
        /// `UserName`, 1 to 128 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::EXISTING_USER_NAME_TYPE,
        /// `PolicyName`, 1 to 128 characters, `[\w+=,.@-]+`.
        policy_name: required String = "PolicyName" as "PolicyName" of scalars::POLICY_NAME_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetUserPolicyResponse`.
    pub struct GetUserPolicyResponse: GET_USER_POLICY_RESPONSE {
        /// `UserName`, 1 to 128 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::EXISTING_USER_NAME_TYPE,
        /// `PolicyName`, 1 to 128 characters, `[\w+=,.@-]+`.
        policy_name: required String = "PolicyName" as "PolicyName" of scalars::POLICY_NAME_TYPE,
        /// `PolicyDocument`, 1 to 131072 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        policy_document: required String = "PolicyDocument" as "PolicyDocument" of scalars::POLICY_DOCUMENT_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetUserRequest`.
    pub struct GetUserRequest: GET_USER_REQUEST {
        /// `UserName`, 1 to 128 characters, `[\w+=,.@-]+`.
        user_name: optional String = "UserName" as "UserName" of scalars::EXISTING_USER_NAME_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GetUserResponse`.
    pub struct GetUserResponse: GET_USER_RESPONSE {
        /// `User`.
        user: required User = "User" as "User" of USER,
    }
}

awsim_plugin::structure! {
    /// `Group`.
    pub struct Group: GROUP {
        /// `Path`, 1 to 512 characters, `(\u002F)|(\u002F[\u0021-\u007E]+\u002F)`.
        path: required String = "Path" as "Path" of scalars::PATH_TYPE,
        /// `GroupName`, 1 to 128 characters, `[\w+=,.@-]+`.
        group_name: required String = "GroupName" as "GroupName" of scalars::GROUP_NAME_TYPE,
        /// `GroupId`, 16 to 128 characters, `[\w]+`.
        group_id: required String = "GroupId" as "GroupId" of scalars::ID_TYPE,
        /// `Arn`, 20 to 2048 characters.
        arn: required String = "Arn" as "Arn" of scalars::ARN_TYPE,
        /// `CreateDate`.
        create_date: required Timestamp = "CreateDate" as "CreateDate" of scalars::DATE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `GroupDetail`.
    pub struct GroupDetail: GROUP_DETAIL {
        /// `Path`, 1 to 512 characters, `(\u002F)|(\u002F[\u0021-\u007E]+\u002F)`.
        path: optional String = "Path" as "Path" of scalars::PATH_TYPE,
        /// `GroupName`, 1 to 128 characters, `[\w+=,.@-]+`.
        group_name: optional String = "GroupName" as "GroupName" of scalars::GROUP_NAME_TYPE,
        /// `GroupId`, 16 to 128 characters, `[\w]+`.
        group_id: optional String = "GroupId" as "GroupId" of scalars::ID_TYPE,
        /// `Arn`, 20 to 2048 characters.
        arn: optional String = "Arn" as "Arn" of scalars::ARN_TYPE,
        /// `CreateDate`.
        create_date: optional Timestamp = "CreateDate" as "CreateDate" of scalars::DATE_TYPE,
        /// `GroupPolicyList`.
        group_policy_list: optional Vec<PolicyDetail> = "GroupPolicyList" as "GroupPolicyList" of scalars::POLICY_DETAIL_LIST_TYPE,
        /// `AttachedManagedPolicies`.
        attached_managed_policies: optional Vec<AttachedPolicy> = "AttachedManagedPolicies" as "AttachedManagedPolicies" of scalars::ATTACHED_POLICIES_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `InlinePolicy`.
    pub struct InlinePolicy: INLINE_POLICY {
        /// `PolicyName`, 1 to 128 characters, `[\w+=,.@-]+`.
        policy_name: required String = "PolicyName" as "PolicyName" of scalars::POLICY_NAME_TYPE,
        /// `PolicyDocument`, 1 to 131072 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        policy_document: required String = "PolicyDocument" as "PolicyDocument" of scalars::POLICY_DOCUMENT_TYPE,
    }
}

awsim_plugin::structure! {
    /// `InlinePolicyIdentifierType`.
    pub struct InlinePolicyIdentifierType: INLINE_POLICY_IDENTIFIER_TYPE {
        /// `PolicyName`, 1 to 128 characters, `[\w+=,.@-]+`.
        policy_name: required String = "PolicyName" as "PolicyName" of scalars::POLICY_NAME_TYPE,
        /// `AttachmentType`.
        attachment_type: required AttachmentType = "AttachmentType" as "AttachmentType" of ATTACHMENT_TYPE,
        /// `AttachmentName`, 1 to 128 characters, `[\w+=,.@-]+`.
        attachment_name: required String = "AttachmentName" as "AttachmentName" of scalars::ATTACHMENT_NAME,
    }
}

awsim_plugin::structure! {
    /// `InstanceProfile`.
    pub struct InstanceProfile: INSTANCE_PROFILE {
        /// `Path`, 1 to 512 characters, `(\u002F)|(\u002F[\u0021-\u007E]+\u002F)`.
        path: required String = "Path" as "Path" of scalars::PATH_TYPE,
        /// `InstanceProfileName`, 1 to 128 characters, `[\w+=,.@-]+`.
        instance_profile_name: required String = "InstanceProfileName" as "InstanceProfileName" of scalars::INSTANCE_PROFILE_NAME_TYPE,
        /// `InstanceProfileId`, 16 to 128 characters, `[\w]+`.
        instance_profile_id: required String = "InstanceProfileId" as "InstanceProfileId" of scalars::ID_TYPE,
        /// `Arn`, 20 to 2048 characters.
        arn: required String = "Arn" as "Arn" of scalars::ARN_TYPE,
        /// `CreateDate`.
        create_date: required Timestamp = "CreateDate" as "CreateDate" of scalars::DATE_TYPE,
        /// `Roles`.
        roles: required Vec<Role> = "Roles" as "Roles" of scalars::ROLE_LIST_TYPE,
        /// `Tags`, at most 50 entries.
        tags: optional Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListAccessKeysRequest`.
    pub struct ListAccessKeysRequest: LIST_ACCESS_KEYS_REQUEST {
        /// `UserName`, 1 to 128 characters, `[\w+=,.@-]+`.
        user_name: optional String = "UserName" as "UserName" of scalars::EXISTING_USER_NAME_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListAccessKeysResponse`.
    pub struct ListAccessKeysResponse: LIST_ACCESS_KEYS_RESPONSE {
        /// `AccessKeyMetadata`.
        access_key_metadata: required Vec<AccessKeyMetadata> = "AccessKeyMetadata" as "AccessKeyMetadata" of scalars::ACCESS_KEY_METADATA_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListAccountAliasesRequest`.
    pub struct ListAccountAliasesRequest: LIST_ACCOUNT_ALIASES_REQUEST {
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListAccountAliasesResponse`.
    pub struct ListAccountAliasesResponse: LIST_ACCOUNT_ALIASES_RESPONSE {
        /// `AccountAliases`.
        account_aliases: required Vec<String> = "AccountAliases" as "AccountAliases" of scalars::ACCOUNT_ALIAS_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListAttachedGroupPoliciesRequest`.
    pub struct ListAttachedGroupPoliciesRequest: LIST_ATTACHED_GROUP_POLICIES_REQUEST {
        /// `GroupName`, 1 to 128 characters, `[\w+=,.@-]+`.
        group_name: required String = "GroupName" as "GroupName" of scalars::GROUP_NAME_TYPE,
        /// `PathPrefix`, 1 to 512 characters, `((/[A-Za-z0-9\.,\+@=_-]+)*)/`.
        path_prefix: optional String = "PathPrefix" as "PathPrefix" of scalars::POLICY_PATH_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListAttachedGroupPoliciesResponse`.
    pub struct ListAttachedGroupPoliciesResponse: LIST_ATTACHED_GROUP_POLICIES_RESPONSE {
        /// `AttachedPolicies`.
        attached_policies: optional Vec<AttachedPolicy> = "AttachedPolicies" as "AttachedPolicies" of scalars::ATTACHED_POLICIES_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListAttachedRolePoliciesRequest`.
    pub struct ListAttachedRolePoliciesRequest: LIST_ATTACHED_ROLE_POLICIES_REQUEST {
        /// `RoleName`, 1 to 64 characters, `[\w+=,.@-]+`.
        role_name: required String = "RoleName" as "RoleName" of scalars::ROLE_NAME_TYPE,
        /// `PathPrefix`, 1 to 512 characters, `((/[A-Za-z0-9\.,\+@=_-]+)*)/`.
        path_prefix: optional String = "PathPrefix" as "PathPrefix" of scalars::POLICY_PATH_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListAttachedRolePoliciesResponse`.
    pub struct ListAttachedRolePoliciesResponse: LIST_ATTACHED_ROLE_POLICIES_RESPONSE {
        /// `AttachedPolicies`.
        attached_policies: optional Vec<AttachedPolicy> = "AttachedPolicies" as "AttachedPolicies" of scalars::ATTACHED_POLICIES_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListAttachedUserPoliciesRequest`.
    pub struct ListAttachedUserPoliciesRequest: LIST_ATTACHED_USER_POLICIES_REQUEST {
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
        /// `PathPrefix`, 1 to 512 characters, `((/[A-Za-z0-9\.,\+@=_-]+)*)/`.
        path_prefix: optional String = "PathPrefix" as "PathPrefix" of scalars::POLICY_PATH_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListAttachedUserPoliciesResponse`.
    pub struct ListAttachedUserPoliciesResponse: LIST_ATTACHED_USER_POLICIES_RESPONSE {
        /// `AttachedPolicies`.
        attached_policies: optional Vec<AttachedPolicy> = "AttachedPolicies" as "AttachedPolicies" of scalars::ATTACHED_POLICIES_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListDelegationRequestsRequest`.
    pub struct ListDelegationRequestsRequest: LIST_DELEGATION_REQUESTS_REQUEST {
        /// `OwnerId`, 20 to 2048 characters, `^[a-zA-Z0-9:/+=,.@_-]+$`.
        owner_id: optional String = "OwnerId" as "OwnerId" of scalars::OWNER_ID_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListDelegationRequestsResponse`.
    pub struct ListDelegationRequestsResponse: LIST_DELEGATION_REQUESTS_RESPONSE {
        /// `DelegationRequests`.
        delegation_requests: optional Vec<DelegationRequest> = "DelegationRequests" as "DelegationRequests" of scalars::DELEGATION_REQUESTS_LIST_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `isTruncated`.
        is_truncated: optional bool = "isTruncated" as "isTruncated" of scalars::BOOLEAN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListEntitiesForPolicyRequest`.
    pub struct ListEntitiesForPolicyRequest: LIST_ENTITIES_FOR_POLICY_REQUEST {
        /// `PolicyArn`, 20 to 2048 characters.
        policy_arn: required String = "PolicyArn" as "PolicyArn" of scalars::ARN_TYPE,
        /// `EntityFilter`.
        entity_filter: optional EntityType = "EntityFilter" as "EntityFilter" of ENTITY_TYPE,
        /// `PathPrefix`, 1 to 512 characters, `(\u002F)|(\u002F[\u0021-\u007E]+\u002F)`.
        path_prefix: optional String = "PathPrefix" as "PathPrefix" of scalars::PATH_TYPE,
        /// `PolicyUsageFilter`.
        policy_usage_filter: optional PolicyUsageType = "PolicyUsageFilter" as "PolicyUsageFilter" of POLICY_USAGE_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListEntitiesForPolicyResponse`.
    pub struct ListEntitiesForPolicyResponse: LIST_ENTITIES_FOR_POLICY_RESPONSE {
        /// `PolicyGroups`.
        policy_groups: optional Vec<PolicyGroup> = "PolicyGroups" as "PolicyGroups" of scalars::POLICY_GROUP_LIST_TYPE,
        /// `PolicyUsers`.
        policy_users: optional Vec<PolicyUser> = "PolicyUsers" as "PolicyUsers" of scalars::POLICY_USER_LIST_TYPE,
        /// `PolicyRoles`.
        policy_roles: optional Vec<PolicyRole> = "PolicyRoles" as "PolicyRoles" of scalars::POLICY_ROLE_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListGroupPoliciesRequest`.
    pub struct ListGroupPoliciesRequest: LIST_GROUP_POLICIES_REQUEST {
        /// `GroupName`, 1 to 128 characters, `[\w+=,.@-]+`.
        group_name: required String = "GroupName" as "GroupName" of scalars::GROUP_NAME_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListGroupPoliciesResponse`.
    pub struct ListGroupPoliciesResponse: LIST_GROUP_POLICIES_RESPONSE {
        /// `PolicyNames`.
        policy_names: required Vec<String> = "PolicyNames" as "PolicyNames" of scalars::POLICY_NAME_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListGroupsForUserRequest`.
    pub struct ListGroupsForUserRequest: LIST_GROUPS_FOR_USER_REQUEST {
        /// `UserName`, 1 to 128 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::EXISTING_USER_NAME_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListGroupsForUserResponse`.
    pub struct ListGroupsForUserResponse: LIST_GROUPS_FOR_USER_RESPONSE {
        /// `Groups`.
        groups: required Vec<Group> = "Groups" as "Groups" of scalars::GROUP_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListGroupsRequest`.
    pub struct ListGroupsRequest: LIST_GROUPS_REQUEST {
        /// `PathPrefix`, 1 to 512 characters, `\u002F[\u0021-\u007F]*`.
        path_prefix: optional String = "PathPrefix" as "PathPrefix" of scalars::PATH_PREFIX_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListGroupsResponse`.
    pub struct ListGroupsResponse: LIST_GROUPS_RESPONSE {
        /// `Groups`.
        groups: required Vec<Group> = "Groups" as "Groups" of scalars::GROUP_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListInstanceProfileTagsRequest`.
    pub struct ListInstanceProfileTagsRequest: LIST_INSTANCE_PROFILE_TAGS_REQUEST {
        /// `InstanceProfileName`, 1 to 128 characters, `[\w+=,.@-]+`.
        instance_profile_name: required String = "InstanceProfileName" as "InstanceProfileName" of scalars::INSTANCE_PROFILE_NAME_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListInstanceProfileTagsResponse`.
    pub struct ListInstanceProfileTagsResponse: LIST_INSTANCE_PROFILE_TAGS_RESPONSE {
        /// `Tags`, at most 50 entries.
        tags: required Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListInstanceProfilesForRoleRequest`.
    pub struct ListInstanceProfilesForRoleRequest: LIST_INSTANCE_PROFILES_FOR_ROLE_REQUEST {
        /// `RoleName`, 1 to 64 characters, `[\w+=,.@-]+`.
        role_name: required String = "RoleName" as "RoleName" of scalars::ROLE_NAME_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListInstanceProfilesForRoleResponse`.
    pub struct ListInstanceProfilesForRoleResponse: LIST_INSTANCE_PROFILES_FOR_ROLE_RESPONSE {
        /// `InstanceProfiles`.
        instance_profiles: required Vec<InstanceProfile> = "InstanceProfiles" as "InstanceProfiles" of scalars::INSTANCE_PROFILE_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListInstanceProfilesRequest`.
    pub struct ListInstanceProfilesRequest: LIST_INSTANCE_PROFILES_REQUEST {
        /// `PathPrefix`, 1 to 512 characters, `\u002F[\u0021-\u007F]*`.
        path_prefix: optional String = "PathPrefix" as "PathPrefix" of scalars::PATH_PREFIX_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListInstanceProfilesResponse`.
    pub struct ListInstanceProfilesResponse: LIST_INSTANCE_PROFILES_RESPONSE {
        /// `InstanceProfiles`.
        instance_profiles: required Vec<InstanceProfile> = "InstanceProfiles" as "InstanceProfiles" of scalars::INSTANCE_PROFILE_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListMFADeviceTagsRequest`.
    pub struct ListMFADeviceTagsRequest: LIST_MFA_DEVICE_TAGS_REQUEST {
        /// `SerialNumber`, 9 to 256 characters, `[\w+=/:,.@-]+`.
        serial_number: required String = "SerialNumber" as "SerialNumber" of scalars::SERIAL_NUMBER_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListMFADeviceTagsResponse`.
    pub struct ListMFADeviceTagsResponse: LIST_MFA_DEVICE_TAGS_RESPONSE {
        /// `Tags`, at most 50 entries.
        tags: required Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListMFADevicesRequest`.
    pub struct ListMFADevicesRequest: LIST_MFA_DEVICES_REQUEST {
        /// `UserName`, 1 to 128 characters, `[\w+=,.@-]+`.
        user_name: optional String = "UserName" as "UserName" of scalars::EXISTING_USER_NAME_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListMFADevicesResponse`.
    pub struct ListMFADevicesResponse: LIST_MFA_DEVICES_RESPONSE {
        /// `MFADevices`.
        mfa_devices: required Vec<MFADevice> = "MFADevices" as "MFADevices" of scalars::MFA_DEVICE_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListOpenIDConnectProviderTagsRequest`.
    pub struct ListOpenIDConnectProviderTagsRequest: LIST_OPEN_ID_CONNECT_PROVIDER_TAGS_REQUEST {
        /// `OpenIDConnectProviderArn`, 20 to 2048 characters.
        open_id_connect_provider_arn: required String = "OpenIDConnectProviderArn" as "OpenIDConnectProviderArn" of scalars::ARN_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListOpenIDConnectProviderTagsResponse`.
    pub struct ListOpenIDConnectProviderTagsResponse: LIST_OPEN_ID_CONNECT_PROVIDER_TAGS_RESPONSE {
        /// `Tags`, at most 50 entries.
        tags: required Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListOpenIDConnectProvidersRequest`.
    pub struct ListOpenIDConnectProvidersRequest: LIST_OPEN_ID_CONNECT_PROVIDERS_REQUEST {
    }
}

awsim_plugin::structure! {
    /// `ListOpenIDConnectProvidersResponse`.
    pub struct ListOpenIDConnectProvidersResponse: LIST_OPEN_ID_CONNECT_PROVIDERS_RESPONSE {
        /// `OpenIDConnectProviderList`.
        open_id_connect_provider_list: optional Vec<OpenIDConnectProviderListEntry> = "OpenIDConnectProviderList" as "OpenIDConnectProviderList" of scalars::OPEN_ID_CONNECT_PROVIDER_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListOrganizationsFeaturesRequest`.
    pub struct ListOrganizationsFeaturesRequest: LIST_ORGANIZATIONS_FEATURES_REQUEST {
    }
}

awsim_plugin::structure! {
    /// `ListOrganizationsFeaturesResponse`.
    pub struct ListOrganizationsFeaturesResponse: LIST_ORGANIZATIONS_FEATURES_RESPONSE {
        /// `OrganizationId`, at most 34 characters, `^o-[a-z0-9]{10,32}$`.
        organization_id: optional String = "OrganizationId" as "OrganizationId" of scalars::ORGANIZATION_ID_TYPE,
        /// `EnabledFeatures`.
        enabled_features: optional Vec<FeatureType> = "EnabledFeatures" as "EnabledFeatures" of scalars::FEATURES_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListPoliciesGrantingServiceAccessEntry`.
    pub struct ListPoliciesGrantingServiceAccessEntry: LIST_POLICIES_GRANTING_SERVICE_ACCESS_ENTRY {
        /// `ServiceNamespace`, 1 to 64 characters, `[\w-]*`.
        service_namespace: optional String = "ServiceNamespace" as "ServiceNamespace" of scalars::SERVICE_NAMESPACE_TYPE,
        /// `Policies`.
        policies: optional Vec<PolicyGrantingServiceAccess> = "Policies" as "Policies" of scalars::POLICY_GRANTING_SERVICE_ACCESS_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListPoliciesGrantingServiceAccessRequest`.
    pub struct ListPoliciesGrantingServiceAccessRequest: LIST_POLICIES_GRANTING_SERVICE_ACCESS_REQUEST {
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `Arn`, 20 to 2048 characters.
        arn: required String = "Arn" as "Arn" of scalars::ARN_TYPE,
        /// `ServiceNamespaces`, 1 to 200 entries.
        service_namespaces: required Vec<String> = "ServiceNamespaces" as "ServiceNamespaces" of scalars::SERVICE_NAMESPACE_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListPoliciesGrantingServiceAccessResponse`.
    pub struct ListPoliciesGrantingServiceAccessResponse: LIST_POLICIES_GRANTING_SERVICE_ACCESS_RESPONSE {
        /// `PoliciesGrantingServiceAccess`.
        policies_granting_service_access: required Vec<ListPoliciesGrantingServiceAccessEntry> = "PoliciesGrantingServiceAccess" as "PoliciesGrantingServiceAccess" of scalars::LIST_POLICY_GRANTING_SERVICE_ACCESS_RESPONSE_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListPoliciesRequest`.
    pub struct ListPoliciesRequest: LIST_POLICIES_REQUEST {
        /// `Scope`.
        scope: optional PolicyScopeType = "Scope" as "Scope" of POLICY_SCOPE_TYPE,
        /// `OnlyAttached`.
        only_attached: optional bool = "OnlyAttached" as "OnlyAttached" of scalars::BOOLEAN_TYPE,
        /// `PathPrefix`, 1 to 512 characters, `((/[A-Za-z0-9\.,\+@=_-]+)*)/`.
        path_prefix: optional String = "PathPrefix" as "PathPrefix" of scalars::POLICY_PATH_TYPE,
        /// `PolicyUsageFilter`.
        policy_usage_filter: optional PolicyUsageType = "PolicyUsageFilter" as "PolicyUsageFilter" of POLICY_USAGE_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListPoliciesResponse`.
    pub struct ListPoliciesResponse: LIST_POLICIES_RESPONSE {
        /// `Policies`.
        policies: optional Vec<Policy> = "Policies" as "Policies" of scalars::POLICY_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListPolicyTagsRequest`.
    pub struct ListPolicyTagsRequest: LIST_POLICY_TAGS_REQUEST {
        /// `PolicyArn`, 20 to 2048 characters.
        policy_arn: required String = "PolicyArn" as "PolicyArn" of scalars::ARN_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListPolicyTagsResponse`.
    pub struct ListPolicyTagsResponse: LIST_POLICY_TAGS_RESPONSE {
        /// `Tags`, at most 50 entries.
        tags: required Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListPolicyVersionsRequest`.
    pub struct ListPolicyVersionsRequest: LIST_POLICY_VERSIONS_REQUEST {
        /// `PolicyArn`, 20 to 2048 characters.
        policy_arn: required String = "PolicyArn" as "PolicyArn" of scalars::ARN_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListPolicyVersionsResponse`.
    pub struct ListPolicyVersionsResponse: LIST_POLICY_VERSIONS_RESPONSE {
        /// `Versions`.
        versions: optional Vec<PolicyVersion> = "Versions" as "Versions" of scalars::POLICY_DOCUMENT_VERSION_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListRolePoliciesRequest`.
    pub struct ListRolePoliciesRequest: LIST_ROLE_POLICIES_REQUEST {
        /// `RoleName`, 1 to 64 characters, `[\w+=,.@-]+`.
        role_name: required String = "RoleName" as "RoleName" of scalars::ROLE_NAME_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListRolePoliciesResponse`.
    pub struct ListRolePoliciesResponse: LIST_ROLE_POLICIES_RESPONSE {
        /// `PolicyNames`.
        policy_names: required Vec<String> = "PolicyNames" as "PolicyNames" of scalars::POLICY_NAME_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListRoleTagsRequest`.
    pub struct ListRoleTagsRequest: LIST_ROLE_TAGS_REQUEST {
        /// `RoleName`, 1 to 64 characters, `[\w+=,.@-]+`.
        role_name: required String = "RoleName" as "RoleName" of scalars::ROLE_NAME_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListRoleTagsResponse`.
    pub struct ListRoleTagsResponse: LIST_ROLE_TAGS_RESPONSE {
        /// `Tags`, at most 50 entries.
        tags: required Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListRolesRequest`.
    pub struct ListRolesRequest: LIST_ROLES_REQUEST {
        /// `PathPrefix`, 1 to 512 characters, `\u002F[\u0021-\u007F]*`.
        path_prefix: optional String = "PathPrefix" as "PathPrefix" of scalars::PATH_PREFIX_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListRolesResponse`.
    pub struct ListRolesResponse: LIST_ROLES_RESPONSE {
        /// `Roles`.
        roles: required Vec<Role> = "Roles" as "Roles" of scalars::ROLE_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListSAMLProviderTagsRequest`.
    pub struct ListSAMLProviderTagsRequest: LIST_SAML_PROVIDER_TAGS_REQUEST {
        /// `SAMLProviderArn`, 20 to 2048 characters.
        saml_provider_arn: required String = "SAMLProviderArn" as "SAMLProviderArn" of scalars::ARN_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListSAMLProviderTagsResponse`.
    pub struct ListSAMLProviderTagsResponse: LIST_SAML_PROVIDER_TAGS_RESPONSE {
        /// `Tags`, at most 50 entries.
        tags: required Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListSAMLProvidersRequest`.
    pub struct ListSAMLProvidersRequest: LIST_SAML_PROVIDERS_REQUEST {
    }
}

awsim_plugin::structure! {
    /// `ListSAMLProvidersResponse`.
    pub struct ListSAMLProvidersResponse: LIST_SAML_PROVIDERS_RESPONSE {
        /// `SAMLProviderList`.
        saml_provider_list: optional Vec<SAMLProviderListEntry> = "SAMLProviderList" as "SAMLProviderList" of scalars::SAML_PROVIDER_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListSSHPublicKeysRequest`.
    pub struct ListSSHPublicKeysRequest: LIST_SSH_PUBLIC_KEYS_REQUEST {
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: optional String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListSSHPublicKeysResponse`.
    pub struct ListSSHPublicKeysResponse: LIST_SSH_PUBLIC_KEYS_RESPONSE {
        /// `SSHPublicKeys`.
        ssh_public_keys: optional Vec<SSHPublicKeyMetadata> = "SSHPublicKeys" as "SSHPublicKeys" of scalars::SSH_PUBLIC_KEY_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListServerCertificateTagsRequest`.
    pub struct ListServerCertificateTagsRequest: LIST_SERVER_CERTIFICATE_TAGS_REQUEST {
        /// `ServerCertificateName`, 1 to 128 characters, `[\w+=,.@-]+`.
        server_certificate_name: required String = "ServerCertificateName" as "ServerCertificateName" of scalars::SERVER_CERTIFICATE_NAME_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListServerCertificateTagsResponse`.
    pub struct ListServerCertificateTagsResponse: LIST_SERVER_CERTIFICATE_TAGS_RESPONSE {
        /// `Tags`, at most 50 entries.
        tags: required Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListServerCertificatesRequest`.
    pub struct ListServerCertificatesRequest: LIST_SERVER_CERTIFICATES_REQUEST {
        /// `PathPrefix`, 1 to 512 characters, `\u002F[\u0021-\u007F]*`.
        path_prefix: optional String = "PathPrefix" as "PathPrefix" of scalars::PATH_PREFIX_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListServerCertificatesResponse`.
    pub struct ListServerCertificatesResponse: LIST_SERVER_CERTIFICATES_RESPONSE {
        /// `ServerCertificateMetadataList`.
        server_certificate_metadata_list: required Vec<ServerCertificateMetadata> = "ServerCertificateMetadataList" as "ServerCertificateMetadataList" of scalars::SERVER_CERTIFICATE_METADATA_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListServiceSpecificCredentialsRequest`.
    pub struct ListServiceSpecificCredentialsRequest: LIST_SERVICE_SPECIFIC_CREDENTIALS_REQUEST {
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: optional String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
        /// `ServiceName`.
        service_name: optional String = "ServiceName" as "ServiceName" of scalars::SERVICE_NAME,
        /// `AllUsers`.
        all_users: optional bool = "AllUsers" as "AllUsers" of scalars::ALL_USERS,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListServiceSpecificCredentialsResponse`.
    pub struct ListServiceSpecificCredentialsResponse: LIST_SERVICE_SPECIFIC_CREDENTIALS_RESPONSE {
        /// `ServiceSpecificCredentials`.
        service_specific_credentials: optional Vec<ServiceSpecificCredentialMetadata> = "ServiceSpecificCredentials" as "ServiceSpecificCredentials" of scalars::SERVICE_SPECIFIC_CREDENTIALS_LIST_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListSigningCertificatesRequest`.
    pub struct ListSigningCertificatesRequest: LIST_SIGNING_CERTIFICATES_REQUEST {
        /// `UserName`, 1 to 128 characters, `[\w+=,.@-]+`.
        user_name: optional String = "UserName" as "UserName" of scalars::EXISTING_USER_NAME_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListSigningCertificatesResponse`.
    pub struct ListSigningCertificatesResponse: LIST_SIGNING_CERTIFICATES_RESPONSE {
        /// `Certificates`.
        certificates: required Vec<SigningCertificate> = "Certificates" as "Certificates" of scalars::CERTIFICATE_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListUserPoliciesRequest`.
    pub struct ListUserPoliciesRequest: LIST_USER_POLICIES_REQUEST {
        /// `UserName`, 1 to 128 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::EXISTING_USER_NAME_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListUserPoliciesResponse`.
    pub struct ListUserPoliciesResponse: LIST_USER_POLICIES_RESPONSE {
        /// `PolicyNames`.
        policy_names: required Vec<String> = "PolicyNames" as "PolicyNames" of scalars::POLICY_NAME_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListUserTagsRequest`.
    pub struct ListUserTagsRequest: LIST_USER_TAGS_REQUEST {
        /// `UserName`, 1 to 128 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::EXISTING_USER_NAME_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListUserTagsResponse`.
    pub struct ListUserTagsResponse: LIST_USER_TAGS_RESPONSE {
        /// `Tags`, at most 50 entries.
        tags: required Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListUsersRequest`.
    pub struct ListUsersRequest: LIST_USERS_REQUEST {
        /// `PathPrefix`, 1 to 512 characters, `\u002F[\u0021-\u007F]*`.
        path_prefix: optional String = "PathPrefix" as "PathPrefix" of scalars::PATH_PREFIX_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListUsersResponse`.
    pub struct ListUsersResponse: LIST_USERS_RESPONSE {
        /// `Users`.
        users: required Vec<User> = "Users" as "Users" of scalars::USER_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListVirtualMFADevicesRequest`.
    pub struct ListVirtualMFADevicesRequest: LIST_VIRTUAL_MFA_DEVICES_REQUEST {
        /// `AssignmentStatus`.
        assignment_status: optional AssignmentStatusType = "AssignmentStatus" as "AssignmentStatus" of ASSIGNMENT_STATUS_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ListVirtualMFADevicesResponse`.
    pub struct ListVirtualMFADevicesResponse: LIST_VIRTUAL_MFA_DEVICES_RESPONSE {
        /// `VirtualMFADevices`.
        virtual_mfa_devices: required Vec<VirtualMFADevice> = "VirtualMFADevices" as "VirtualMFADevices" of scalars::VIRTUAL_MFA_DEVICE_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `LoginProfile`.
    pub struct LoginProfile: LOGIN_PROFILE {
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
        /// `CreateDate`.
        create_date: required Timestamp = "CreateDate" as "CreateDate" of scalars::DATE_TYPE,
        /// `PasswordResetRequired`.
        password_reset_required: optional bool = "PasswordResetRequired" as "PasswordResetRequired" of scalars::BOOLEAN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `MFADevice`.
    pub struct MFADevice: MFA_DEVICE {
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
        /// `SerialNumber`, 9 to 256 characters, `[\w+=/:,.@-]+`.
        serial_number: required String = "SerialNumber" as "SerialNumber" of scalars::SERIAL_NUMBER_TYPE,
        /// `EnableDate`.
        enable_date: required Timestamp = "EnableDate" as "EnableDate" of scalars::DATE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ManagedPolicyDetail`.
    pub struct ManagedPolicyDetail: MANAGED_POLICY_DETAIL {
        /// `PolicyName`, 1 to 128 characters, `[\w+=,.@-]+`.
        policy_name: optional String = "PolicyName" as "PolicyName" of scalars::POLICY_NAME_TYPE,
        /// `PolicyId`, 16 to 128 characters, `[\w]+`.
        policy_id: optional String = "PolicyId" as "PolicyId" of scalars::ID_TYPE,
        /// `Arn`, 20 to 2048 characters.
        arn: optional String = "Arn" as "Arn" of scalars::ARN_TYPE,
        /// `Path`, 1 to 512 characters, `((/[A-Za-z0-9\.,\+@=_-]+)*)/`.
        path: optional String = "Path" as "Path" of scalars::POLICY_PATH_TYPE,
        /// `DefaultVersionId`, `v[1-9][0-9]*(\.[A-Za-z0-9-]*)?`.
        default_version_id: optional String = "DefaultVersionId" as "DefaultVersionId" of scalars::POLICY_VERSION_ID_TYPE,
        /// `AttachmentCount`.
        attachment_count: optional i32 = "AttachmentCount" as "AttachmentCount" of scalars::ATTACHMENT_COUNT_TYPE,
        /// `PermissionsBoundaryUsageCount`.
        permissions_boundary_usage_count: optional i32 = "PermissionsBoundaryUsageCount" as "PermissionsBoundaryUsageCount" of scalars::ATTACHMENT_COUNT_TYPE,
        /// `IsAttachable`.
        is_attachable: optional bool = "IsAttachable" as "IsAttachable" of scalars::BOOLEAN_TYPE,
        /// `Description`, at most 1000 characters.
        description: optional String = "Description" as "Description" of scalars::POLICY_DESCRIPTION_TYPE,
        /// `CreateDate`.
        create_date: optional Timestamp = "CreateDate" as "CreateDate" of scalars::DATE_TYPE,
        /// `UpdateDate`.
        update_date: optional Timestamp = "UpdateDate" as "UpdateDate" of scalars::DATE_TYPE,
        /// `PolicyVersionList`.
        policy_version_list: optional Vec<PolicyVersion> = "PolicyVersionList" as "PolicyVersionList" of scalars::POLICY_DOCUMENT_VERSION_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `OpenIDConnectProviderListEntry`.
    pub struct OpenIDConnectProviderListEntry: OPEN_ID_CONNECT_PROVIDER_LIST_ENTRY {
        /// `Arn`, 20 to 2048 characters.
        arn: optional String = "Arn" as "Arn" of scalars::ARN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `OrderedOrganizationPolicyType`.
    pub struct OrderedOrganizationPolicyType: ORDERED_ORGANIZATION_POLICY_TYPE {
        /// `ServiceControlPolicyInputList`.
        service_control_policy_input_list: optional Vec<String> = "ServiceControlPolicyInputList" as "ServiceControlPolicyInputList" of scalars::SIMULATION_POLICY_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `OrganizationsDecisionDetail`.
    pub struct OrganizationsDecisionDetail: ORGANIZATIONS_DECISION_DETAIL {
        /// `AllowedByOrganizations`.
        allowed_by_organizations: optional bool = "AllowedByOrganizations" as "AllowedByOrganizations" of scalars::BOOLEAN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ParameterDefinition`.
    pub struct ParameterDefinition: PARAMETER_DEFINITION {
        /// `Name`, 1 to 128 characters.
        name: required String = "Name" as "Name" of scalars::PARAMETER_NAME_TYPE,
        /// `Type`.
        r#type: required ParameterTypeType = "Type" as "Type" of PARAMETER_TYPE_TYPE,
        /// `SubType`, at most 256 characters.
        sub_type: optional String = "SubType" as "SubType" of scalars::PARAMETER_SUB_TYPE_TYPE,
        /// `Description`, at most 1000 characters.
        description: optional String = "Description" as "Description" of scalars::PARAMETER_DESCRIPTION_TYPE,
        /// `IsRequired`.
        is_required: optional bool = "IsRequired" as "IsRequired" of scalars::BOOLEAN_TYPE,
        /// `DefaultValue`, at most 1024 characters.
        default_value: optional String = "DefaultValue" as "DefaultValue" of scalars::PARAMETER_DEFAULT_VALUE_TYPE,
        /// `Immutable`.
        immutable: optional bool = "Immutable" as "Immutable" of scalars::BOOLEAN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `PasswordPolicy`.
    pub struct PasswordPolicy: PASSWORD_POLICY {
        /// `MinimumPasswordLength`, 6 to 128.
        minimum_password_length: optional i32 = "MinimumPasswordLength" as "MinimumPasswordLength" of scalars::MINIMUM_PASSWORD_LENGTH_TYPE,
        /// `RequireSymbols`.
        require_symbols: optional bool = "RequireSymbols" as "RequireSymbols" of scalars::BOOLEAN_TYPE,
        /// `RequireNumbers`.
        require_numbers: optional bool = "RequireNumbers" as "RequireNumbers" of scalars::BOOLEAN_TYPE,
        /// `RequireUppercaseCharacters`.
        require_uppercase_characters: optional bool = "RequireUppercaseCharacters" as "RequireUppercaseCharacters" of scalars::BOOLEAN_TYPE,
        /// `RequireLowercaseCharacters`.
        require_lowercase_characters: optional bool = "RequireLowercaseCharacters" as "RequireLowercaseCharacters" of scalars::BOOLEAN_TYPE,
        /// `AllowUsersToChangePassword`.
        allow_users_to_change_password: optional bool = "AllowUsersToChangePassword" as "AllowUsersToChangePassword" of scalars::BOOLEAN_TYPE,
        /// `ExpirePasswords`.
        expire_passwords: optional bool = "ExpirePasswords" as "ExpirePasswords" of scalars::BOOLEAN_TYPE,
        /// `MaxPasswordAge`, 1 to 1095.
        max_password_age: optional i32 = "MaxPasswordAge" as "MaxPasswordAge" of scalars::MAX_PASSWORD_AGE_TYPE,
        /// `PasswordReusePrevention`, 1 to 24.
        password_reuse_prevention: optional i32 = "PasswordReusePrevention" as "PasswordReusePrevention" of scalars::PASSWORD_REUSE_PREVENTION_TYPE,
        /// `HardExpiry`.
        hard_expiry: optional bool = "HardExpiry" as "HardExpiry" of scalars::BOOLEAN_OBJECT_TYPE,
    }
}

awsim_plugin::structure! {
    /// `PermissionsBoundaryDecisionDetail`.
    pub struct PermissionsBoundaryDecisionDetail: PERMISSIONS_BOUNDARY_DECISION_DETAIL {
        /// `AllowedByPermissionsBoundary`.
        allowed_by_permissions_boundary: optional bool = "AllowedByPermissionsBoundary" as "AllowedByPermissionsBoundary" of scalars::BOOLEAN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `Policy`.
    pub struct Policy: POLICY {
        /// `PolicyName`, 1 to 128 characters, `[\w+=,.@-]+`.
        policy_name: optional String = "PolicyName" as "PolicyName" of scalars::POLICY_NAME_TYPE,
        /// `PolicyId`, 16 to 128 characters, `[\w]+`.
        policy_id: optional String = "PolicyId" as "PolicyId" of scalars::ID_TYPE,
        /// `Arn`, 20 to 2048 characters.
        arn: optional String = "Arn" as "Arn" of scalars::ARN_TYPE,
        /// `Path`, 1 to 512 characters, `((/[A-Za-z0-9\.,\+@=_-]+)*)/`.
        path: optional String = "Path" as "Path" of scalars::POLICY_PATH_TYPE,
        /// `DefaultVersionId`, `v[1-9][0-9]*(\.[A-Za-z0-9-]*)?`.
        default_version_id: optional String = "DefaultVersionId" as "DefaultVersionId" of scalars::POLICY_VERSION_ID_TYPE,
        /// `AttachmentCount`.
        attachment_count: optional i32 = "AttachmentCount" as "AttachmentCount" of scalars::ATTACHMENT_COUNT_TYPE,
        /// `PermissionsBoundaryUsageCount`.
        permissions_boundary_usage_count: optional i32 = "PermissionsBoundaryUsageCount" as "PermissionsBoundaryUsageCount" of scalars::ATTACHMENT_COUNT_TYPE,
        /// `IsAttachable`.
        is_attachable: optional bool = "IsAttachable" as "IsAttachable" of scalars::BOOLEAN_TYPE,
        /// `Description`, at most 1000 characters.
        description: optional String = "Description" as "Description" of scalars::POLICY_DESCRIPTION_TYPE,
        /// `CreateDate`.
        create_date: optional Timestamp = "CreateDate" as "CreateDate" of scalars::DATE_TYPE,
        /// `UpdateDate`.
        update_date: optional Timestamp = "UpdateDate" as "UpdateDate" of scalars::DATE_TYPE,
        /// `Tags`, at most 50 entries.
        tags: optional Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `PolicyDetail`.
    pub struct PolicyDetail: POLICY_DETAIL {
        /// `PolicyName`, 1 to 128 characters, `[\w+=,.@-]+`.
        policy_name: optional String = "PolicyName" as "PolicyName" of scalars::POLICY_NAME_TYPE,
        /// `PolicyDocument`, 1 to 131072 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        policy_document: optional String = "PolicyDocument" as "PolicyDocument" of scalars::POLICY_DOCUMENT_TYPE,
    }
}

awsim_plugin::structure! {
    /// `PolicyGrantingServiceAccess`.
    pub struct PolicyGrantingServiceAccess: POLICY_GRANTING_SERVICE_ACCESS {
        /// `PolicyName`, 1 to 128 characters, `[\w+=,.@-]+`.
        policy_name: required String = "PolicyName" as "PolicyName" of scalars::POLICY_NAME_TYPE,
        /// `PolicyType`.
        policy_type: required PolicyType = "PolicyType" as "PolicyType" of POLICY_TYPE,
        /// `PolicyArn`, 20 to 2048 characters.
        policy_arn: optional String = "PolicyArn" as "PolicyArn" of scalars::ARN_TYPE,
        /// `EntityType`.
        entity_type: optional PolicyOwnerEntityType = "EntityType" as "EntityType" of POLICY_OWNER_ENTITY_TYPE,
        /// `EntityName`, 1 to 128 characters, `[\w+=,.@-]+`.
        entity_name: optional String = "EntityName" as "EntityName" of scalars::ENTITY_NAME_TYPE,
    }
}

awsim_plugin::structure! {
    /// `PolicyGroup`.
    pub struct PolicyGroup: POLICY_GROUP {
        /// `GroupName`, 1 to 128 characters, `[\w+=,.@-]+`.
        group_name: optional String = "GroupName" as "GroupName" of scalars::GROUP_NAME_TYPE,
        /// `GroupId`, 16 to 128 characters, `[\w]+`.
        group_id: optional String = "GroupId" as "GroupId" of scalars::ID_TYPE,
    }
}

awsim_plugin::structure! {
    /// `PolicyIdentifier`.
    pub struct PolicyIdentifier: POLICY_IDENTIFIER {
        /// `PolicyType`.
        policy_type: optional PolicyIdentifierPolicyType = "PolicyType" as "PolicyType" of POLICY_IDENTIFIER_POLICY_TYPE,
        /// `PolicyArn`, 20 to 2048 characters.
        policy_arn: optional String = "PolicyArn" as "PolicyArn" of scalars::ARN_TYPE,
        /// `InlinePolicyIdentifier`.
        inline_policy_identifier: optional InlinePolicyIdentifierType = "InlinePolicyIdentifier" as "InlinePolicyIdentifier" of INLINE_POLICY_IDENTIFIER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `PolicyParameter`.
    pub struct PolicyParameter: POLICY_PARAMETER {
        /// `Name`, 5 to 256 characters, `[ -~]+`.
        name: optional String = "Name" as "Name" of scalars::POLICY_PARAMETER_NAME_TYPE,
        /// `Values`.
        values: optional Vec<String> = "Values" as "Values" of scalars::POLICY_PARAMETER_VALUES_LIST_TYPE,
        /// `Type`.
        r#type: optional PolicyParameterTypeEnum = "Type" as "Type" of POLICY_PARAMETER_TYPE_ENUM,
    }
}

awsim_plugin::structure! {
    /// `PolicyRole`.
    pub struct PolicyRole: POLICY_ROLE {
        /// `RoleName`, 1 to 64 characters, `[\w+=,.@-]+`.
        role_name: optional String = "RoleName" as "RoleName" of scalars::ROLE_NAME_TYPE,
        /// `RoleId`, 16 to 128 characters, `[\w]+`.
        role_id: optional String = "RoleId" as "RoleId" of scalars::ID_TYPE,
    }
}

awsim_plugin::structure! {
    /// `PolicyUser`.
    pub struct PolicyUser: POLICY_USER {
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: optional String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
        /// `UserId`, 16 to 128 characters, `[\w]+`.
        user_id: optional String = "UserId" as "UserId" of scalars::ID_TYPE,
    }
}

awsim_plugin::structure! {
    /// `PolicyVersion`.
    pub struct PolicyVersion: POLICY_VERSION {
        /// `Document`, 1 to 131072 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        document: optional String = "Document" as "Document" of scalars::POLICY_DOCUMENT_TYPE,
        /// `VersionId`, `v[1-9][0-9]*(\.[A-Za-z0-9-]*)?`.
        version_id: optional String = "VersionId" as "VersionId" of scalars::POLICY_VERSION_ID_TYPE,
        /// `IsDefaultVersion`.
        is_default_version: optional bool = "IsDefaultVersion" as "IsDefaultVersion" of scalars::BOOLEAN_TYPE,
        /// `CreateDate`.
        create_date: optional Timestamp = "CreateDate" as "CreateDate" of scalars::DATE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `Position`.
    pub struct Position: POSITION {
        /// `Line`.
        line: optional i32 = "Line" as "Line" of scalars::LINE_NUMBER,
        /// `Column`.
        column: optional i32 = "Column" as "Column" of scalars::COLUMN_NUMBER,
    }
}

awsim_plugin::structure! {
    /// `PutAccountPropertiesRequest`.
    pub struct PutAccountPropertiesRequest: PUT_ACCOUNT_PROPERTIES_REQUEST {
        /// `Properties`.
        properties: required BTreeMap<String, String> = "Properties" as "Properties" of scalars::ACCOUNT_PROPERTIES_MAP_TYPE,
    }
}

awsim_plugin::structure! {
    /// `PutAccountPropertiesResponse`.
    pub struct PutAccountPropertiesResponse: PUT_ACCOUNT_PROPERTIES_RESPONSE {
    }
}

awsim_plugin::structure! {
    /// `PutGroupPolicyRequest`.
    pub struct PutGroupPolicyRequest: PUT_GROUP_POLICY_REQUEST {
        /// `GroupName`, 1 to 128 characters, `[\w+=,.@-]+`.
        group_name: required String = "GroupName" as "GroupName" of scalars::GROUP_NAME_TYPE,
        /// `PolicyName`, 1 to 128 characters, `[\w+=,.@-]+`.
        policy_name: required String = "PolicyName" as "PolicyName" of scalars::POLICY_NAME_TYPE,
        /// `PolicyDocument`, 1 to 131072 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        policy_document: required String = "PolicyDocument" as "PolicyDocument" of scalars::POLICY_DOCUMENT_TYPE,
    }
}

awsim_plugin::structure! {
    /// `PutRolePermissionsBoundaryRequest`.
    pub struct PutRolePermissionsBoundaryRequest: PUT_ROLE_PERMISSIONS_BOUNDARY_REQUEST {
        /// `RoleName`, 1 to 64 characters, `[\w+=,.@-]+`.
        role_name: required String = "RoleName" as "RoleName" of scalars::ROLE_NAME_TYPE,
        /// `PermissionsBoundary`, 20 to 2048 characters.
        permissions_boundary: required String = "PermissionsBoundary" as "PermissionsBoundary" of scalars::ARN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `PutRolePolicyRequest`.
    pub struct PutRolePolicyRequest: PUT_ROLE_POLICY_REQUEST {
        /// `RoleName`, 1 to 64 characters, `[\w+=,.@-]+`.
        role_name: required String = "RoleName" as "RoleName" of scalars::ROLE_NAME_TYPE,
        /// `PolicyName`, 1 to 128 characters, `[\w+=,.@-]+`.
        policy_name: required String = "PolicyName" as "PolicyName" of scalars::POLICY_NAME_TYPE,
        /// `PolicyDocument`, 1 to 131072 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        policy_document: required String = "PolicyDocument" as "PolicyDocument" of scalars::POLICY_DOCUMENT_TYPE,
    }
}

awsim_plugin::structure! {
    /// `PutUserPermissionsBoundaryRequest`.
    pub struct PutUserPermissionsBoundaryRequest: PUT_USER_PERMISSIONS_BOUNDARY_REQUEST {
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
        /// `PermissionsBoundary`, 20 to 2048 characters.
        permissions_boundary: required String = "PermissionsBoundary" as "PermissionsBoundary" of scalars::ARN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `PutUserPolicyRequest`.
    pub struct PutUserPolicyRequest: PUT_USER_POLICY_REQUEST {
        /// `UserName`, 1 to 128 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::EXISTING_USER_NAME_TYPE,
        /// `PolicyName`, 1 to 128 characters, `[\w+=,.@-]+`.
        policy_name: required String = "PolicyName" as "PolicyName" of scalars::POLICY_NAME_TYPE,
        /// `PolicyDocument`, 1 to 131072 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        policy_document: required String = "PolicyDocument" as "PolicyDocument" of scalars::POLICY_DOCUMENT_TYPE,
    }
}

awsim_plugin::structure! {
    /// `RejectDelegationRequestRequest`.
    pub struct RejectDelegationRequestRequest: REJECT_DELEGATION_REQUEST_REQUEST {
        /// `DelegationRequestId`, 16 to 128 characters, `[\w-]+`.
        delegation_request_id: required String = "DelegationRequestId" as "DelegationRequestId" of scalars::DELEGATION_REQUEST_ID_TYPE,
        /// `Notes`, at most 500 characters, `[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*`.
        notes: optional String = "Notes" as "Notes" of scalars::NOTES_TYPE,
    }
}

awsim_plugin::structure! {
    /// `RemoveClientIDFromOpenIDConnectProviderRequest`.
    pub struct RemoveClientIDFromOpenIDConnectProviderRequest: REMOVE_CLIENT_ID_FROM_OPEN_ID_CONNECT_PROVIDER_REQUEST {
        /// `OpenIDConnectProviderArn`, 20 to 2048 characters.
        open_id_connect_provider_arn: required String = "OpenIDConnectProviderArn" as "OpenIDConnectProviderArn" of scalars::ARN_TYPE,
        /// `ClientID`, 1 to 255 characters.
        client_id: required String = "ClientID" as "ClientID" of scalars::CLIENT_ID_TYPE,
    }
}

awsim_plugin::structure! {
    /// `RemoveRoleFromInstanceProfileRequest`.
    pub struct RemoveRoleFromInstanceProfileRequest: REMOVE_ROLE_FROM_INSTANCE_PROFILE_REQUEST {
        /// `InstanceProfileName`, 1 to 128 characters, `[\w+=,.@-]+`.
        instance_profile_name: required String = "InstanceProfileName" as "InstanceProfileName" of scalars::INSTANCE_PROFILE_NAME_TYPE,
        /// `RoleName`, 1 to 64 characters, `[\w+=,.@-]+`.
        role_name: required String = "RoleName" as "RoleName" of scalars::ROLE_NAME_TYPE,
    }
}

awsim_plugin::structure! {
    /// `RemoveUserFromGroupRequest`.
    pub struct RemoveUserFromGroupRequest: REMOVE_USER_FROM_GROUP_REQUEST {
        /// `GroupName`, 1 to 128 characters, `[\w+=,.@-]+`.
        group_name: required String = "GroupName" as "GroupName" of scalars::GROUP_NAME_TYPE,
        /// `UserName`, 1 to 128 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::EXISTING_USER_NAME_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ReplacementValueEntry`.
    pub struct ReplacementValueEntry: REPLACEMENT_VALUE_ENTRY {
        /// `Values`, 1 to 20 entries.
        values: required Vec<String> = "Values" as "Values" of scalars::REPLACEMENT_VALUE_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ResetServiceSpecificCredentialRequest`.
    pub struct ResetServiceSpecificCredentialRequest: RESET_SERVICE_SPECIFIC_CREDENTIAL_REQUEST {
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: optional String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
        /// `ServiceSpecificCredentialId`, 20 to 128 characters, `[\w]+`.
        service_specific_credential_id: required String = "ServiceSpecificCredentialId" as "ServiceSpecificCredentialId" of scalars::SERVICE_SPECIFIC_CREDENTIAL_ID,
    }
}

awsim_plugin::structure! {
    /// `ResetServiceSpecificCredentialResponse`.
    pub struct ResetServiceSpecificCredentialResponse: RESET_SERVICE_SPECIFIC_CREDENTIAL_RESPONSE {
        /// `ServiceSpecificCredential`.
        service_specific_credential: optional ServiceSpecificCredential = "ServiceSpecificCredential" as "ServiceSpecificCredential" of SERVICE_SPECIFIC_CREDENTIAL,
    }
}

awsim_plugin::structure! {
    /// `ResourceSpecificResult`.
    pub struct ResourceSpecificResult: RESOURCE_SPECIFIC_RESULT {
        /// `EvalResourceName`, 1 to 2048 characters.
        eval_resource_name: required String = "EvalResourceName" as "EvalResourceName" of scalars::RESOURCE_NAME_TYPE,
        /// `EvalResourceDecision`.
        eval_resource_decision: required PolicyEvaluationDecisionType = "EvalResourceDecision" as "EvalResourceDecision" of POLICY_EVALUATION_DECISION_TYPE,
        /// `MatchedStatements`.
        matched_statements: optional Vec<Statement> = "MatchedStatements" as "MatchedStatements" of scalars::STATEMENT_LIST_TYPE,
        /// `MissingContextValues`.
        missing_context_values: optional Vec<String> = "MissingContextValues" as "MissingContextValues" of scalars::CONTEXT_KEY_NAMES_RESULT_LIST_TYPE,
        /// `EvalDecisionDetails`.
        eval_decision_details: optional BTreeMap<String, PolicyEvaluationDecisionType> = "EvalDecisionDetails" as "EvalDecisionDetails" of scalars::EVAL_DECISION_DETAILS_TYPE,
        /// `PermissionsBoundaryDecisionDetail`.
        permissions_boundary_decision_detail: optional PermissionsBoundaryDecisionDetail = "PermissionsBoundaryDecisionDetail" as "PermissionsBoundaryDecisionDetail" of PERMISSIONS_BOUNDARY_DECISION_DETAIL,
    }
}

awsim_plugin::structure! {
    /// `ResyncMFADeviceRequest`.
    pub struct ResyncMFADeviceRequest: RESYNC_MFA_DEVICE_REQUEST {
        /// `UserName`, 1 to 128 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::EXISTING_USER_NAME_TYPE,
        /// `SerialNumber`, 9 to 256 characters, `[\w+=/:,.@-]+`.
        serial_number: required String = "SerialNumber" as "SerialNumber" of scalars::SERIAL_NUMBER_TYPE,
        /// `AuthenticationCode1`, 6 characters, `[\d]+`.
        authentication_code1: required String = "AuthenticationCode1" as "AuthenticationCode1" of scalars::AUTHENTICATION_CODE_TYPE,
        /// `AuthenticationCode2`, 6 characters, `[\d]+`.
        authentication_code2: required String = "AuthenticationCode2" as "AuthenticationCode2" of scalars::AUTHENTICATION_CODE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `Role`.
    pub struct Role: ROLE {
        /// `Path`, 1 to 512 characters, `(\u002F)|(\u002F[\u0021-\u007E]+\u002F)`.
        path: required String = "Path" as "Path" of scalars::PATH_TYPE,
        /// `RoleName`, 1 to 64 characters, `[\w+=,.@-]+`.
        role_name: required String = "RoleName" as "RoleName" of scalars::ROLE_NAME_TYPE,
        /// `RoleId`, 16 to 128 characters, `[\w]+`.
        role_id: required String = "RoleId" as "RoleId" of scalars::ID_TYPE,
        /// `Arn`, 20 to 2048 characters.
        arn: required String = "Arn" as "Arn" of scalars::ARN_TYPE,
        /// `CreateDate`.
        create_date: required Timestamp = "CreateDate" as "CreateDate" of scalars::DATE_TYPE,
        /// `AssumeRolePolicyDocument`, 1 to 131072 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        assume_role_policy_document: optional String = "AssumeRolePolicyDocument" as "AssumeRolePolicyDocument" of scalars::POLICY_DOCUMENT_TYPE,
        /// `Description`, at most 1000 characters, `[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*`.
        description: optional String = "Description" as "Description" of scalars::ROLE_DESCRIPTION_TYPE,
        /// `MaxSessionDuration`, 3600 to 43200.
        max_session_duration: optional i32 = "MaxSessionDuration" as "MaxSessionDuration" of scalars::ROLE_MAX_SESSION_DURATION_TYPE,
        /// `PermissionsBoundary`.
        permissions_boundary: optional AttachedPermissionsBoundary = "PermissionsBoundary" as "PermissionsBoundary" of ATTACHED_PERMISSIONS_BOUNDARY,
        /// `Tags`, at most 50 entries.
        tags: optional Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
        /// `RoleLastUsed`.
        role_last_used: optional RoleLastUsed = "RoleLastUsed" as "RoleLastUsed" of ROLE_LAST_USED,
        /// `SourceRoleTemplate`.
        source_role_template: optional SourceRoleTemplate = "SourceRoleTemplate" as "SourceRoleTemplate" of SOURCE_ROLE_TEMPLATE,
    }
}

awsim_plugin::structure! {
    /// `RoleDetail`.
    pub struct RoleDetail: ROLE_DETAIL {
        /// `Path`, 1 to 512 characters, `(\u002F)|(\u002F[\u0021-\u007E]+\u002F)`.
        path: optional String = "Path" as "Path" of scalars::PATH_TYPE,
        /// `RoleName`, 1 to 64 characters, `[\w+=,.@-]+`.
        role_name: optional String = "RoleName" as "RoleName" of scalars::ROLE_NAME_TYPE,
        /// `RoleId`, 16 to 128 characters, `[\w]+`.
        role_id: optional String = "RoleId" as "RoleId" of scalars::ID_TYPE,
        /// `Arn`, 20 to 2048 characters.
        arn: optional String = "Arn" as "Arn" of scalars::ARN_TYPE,
        /// `CreateDate`.
        create_date: optional Timestamp = "CreateDate" as "CreateDate" of scalars::DATE_TYPE,
        /// `AssumeRolePolicyDocument`, 1 to 131072 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        assume_role_policy_document: optional String = "AssumeRolePolicyDocument" as "AssumeRolePolicyDocument" of scalars::POLICY_DOCUMENT_TYPE,
        /// `InstanceProfileList`.
        instance_profile_list: optional Vec<InstanceProfile> = "InstanceProfileList" as "InstanceProfileList" of scalars::INSTANCE_PROFILE_LIST_TYPE,
        /// `RolePolicyList`.
        role_policy_list: optional Vec<PolicyDetail> = "RolePolicyList" as "RolePolicyList" of scalars::POLICY_DETAIL_LIST_TYPE,
        /// `AttachedManagedPolicies`.
        attached_managed_policies: optional Vec<AttachedPolicy> = "AttachedManagedPolicies" as "AttachedManagedPolicies" of scalars::ATTACHED_POLICIES_LIST_TYPE,
        /// `PermissionsBoundary`.
        permissions_boundary: optional AttachedPermissionsBoundary = "PermissionsBoundary" as "PermissionsBoundary" of ATTACHED_PERMISSIONS_BOUNDARY,
        /// `Tags`, at most 50 entries.
        tags: optional Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
        /// `RoleLastUsed`.
        role_last_used: optional RoleLastUsed = "RoleLastUsed" as "RoleLastUsed" of ROLE_LAST_USED,
    }
}

awsim_plugin::structure! {
    /// `RoleLastUsed`.
    pub struct RoleLastUsed: ROLE_LAST_USED {
        /// `LastUsedDate`.
        last_used_date: optional Timestamp = "LastUsedDate" as "LastUsedDate" of scalars::DATE_TYPE,
        /// `Region`.
        region: optional String = "Region" as "Region" of scalars::STRING_TYPE,
    }
}

awsim_plugin::structure! {
    /// `RoleTemplateVersion`.
    pub struct RoleTemplateVersion: ROLE_TEMPLATE_VERSION {
        /// `TemplateArn`, 20 to 2048 characters.
        template_arn: optional String = "TemplateArn" as "TemplateArn" of scalars::ARN_TYPE,
        /// `TemplateName`, 1 to 128 characters, `[\w+=,.\-]+`.
        template_name: optional String = "TemplateName" as "TemplateName" of scalars::ROLE_TEMPLATE_NAME_TYPE,
        /// `TemplateVersionId`, 16 to 128 characters, `[\w]+`.
        template_version_id: optional String = "TemplateVersionId" as "TemplateVersionId" of scalars::ID_TYPE,
        /// `Description`, at most 512 characters, `[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*`.
        description: optional String = "Description" as "Description" of scalars::ROLE_TEMPLATE_DESCRIPTION_TYPE,
        /// `MajorVersion`.
        major_version: optional i32 = "MajorVersion" as "MajorVersion" of scalars::INTEGER_TYPE,
        /// `DefaultMinorVersion`.
        default_minor_version: optional i32 = "DefaultMinorVersion" as "DefaultMinorVersion" of scalars::MINOR_VERSION_TYPE,
        /// `ManagedByType`.
        managed_by_type: optional ManagedByTypeType = "ManagedByType" as "ManagedByType" of MANAGED_BY_TYPE_TYPE,
        /// `ManagedByValue`, 1 to 128 characters.
        managed_by_value: optional String = "ManagedByValue" as "ManagedByValue" of scalars::MANAGED_BY_VALUE_TYPE,
        /// `Enabled`.
        enabled: optional bool = "Enabled" as "Enabled" of scalars::BOOLEAN_TYPE,
        /// `MinorVersion`.
        minor_version: optional i32 = "MinorVersion" as "MinorVersion" of scalars::MINOR_VERSION_TYPE,
        /// `RoleNamePattern`, 1 to 256 characters.
        role_name_pattern: optional String = "RoleNamePattern" as "RoleNamePattern" of scalars::ROLE_NAME_PATTERN_TYPE,
        /// `RolePathPattern`, 1 to 256 characters, `/[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*/`.
        role_path_pattern: optional String = "RolePathPattern" as "RolePathPattern" of scalars::ROLE_PATH_PATTERN_TYPE,
        /// `RoleDescriptionPattern`, 1 to 512 characters.
        role_description_pattern: optional String = "RoleDescriptionPattern" as "RoleDescriptionPattern" of scalars::ROLE_DESCRIPTION_PATTERN_TYPE,
        /// `AssumeRolePolicyDocumentTemplate`, 1 to 131072 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        assume_role_policy_document_template: optional String = "AssumeRolePolicyDocumentTemplate" as "AssumeRolePolicyDocumentTemplate" of scalars::POLICY_DOCUMENT_TYPE,
        /// `InlinePolicyTemplates`.
        inline_policy_templates: optional Vec<InlinePolicy> = "InlinePolicyTemplates" as "InlinePolicyTemplates" of scalars::INLINE_POLICY_TEMPLATE_LIST_TYPE,
        /// `ManagedPolicyArns`.
        managed_policy_arns: optional Vec<String> = "ManagedPolicyArns" as "ManagedPolicyArns" of scalars::MANAGED_POLICY_ARN_LIST_TYPE,
        /// `PermissionBoundaryArn`, 20 to 2048 characters.
        permission_boundary_arn: optional String = "PermissionBoundaryArn" as "PermissionBoundaryArn" of scalars::ARN_TYPE,
        /// `ParametersDefinition`.
        parameters_definition: optional Vec<ParameterDefinition> = "ParametersDefinition" as "ParametersDefinition" of scalars::PARAMETERS_DEFINITION_LIST_TYPE,
        /// `RoleTagsTemplate`, at most 50 entries.
        role_tags_template: optional Vec<TagTemplate> = "RoleTagsTemplate" as "RoleTagsTemplate" of scalars::TAG_TEMPLATE_LIST_TYPE,
        /// `MaxSessionDuration`, 3600 to 43200.
        max_session_duration: optional i32 = "MaxSessionDuration" as "MaxSessionDuration" of scalars::ROLE_MAX_SESSION_DURATION_TYPE,
        /// `VersionEnabled`.
        version_enabled: optional bool = "VersionEnabled" as "VersionEnabled" of scalars::BOOLEAN_TYPE,
        /// `CreateTimestamp`.
        create_timestamp: optional Timestamp = "CreateTimestamp" as "CreateTimestamp" of scalars::DATE_TYPE,
        /// `UpdateTimestamp`.
        update_timestamp: optional Timestamp = "UpdateTimestamp" as "UpdateTimestamp" of scalars::DATE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `RoleUsageType`.
    pub struct RoleUsageType: ROLE_USAGE_TYPE {
        /// `Region`, 1 to 100 characters.
        region: optional String = "Region" as "Region" of scalars::REGION_NAME_TYPE,
        /// `Resources`.
        resources: optional Vec<String> = "Resources" as "Resources" of scalars::ARN_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `SAMLPrivateKey`.
    pub struct SAMLPrivateKey: SAML_PRIVATE_KEY {
        /// `KeyId`, 22 to 64 characters, `[A-Z0-9]+`.
        key_id: optional String = "KeyId" as "KeyId" of scalars::PRIVATE_KEY_ID_TYPE,
        /// `Timestamp`.
        timestamp: optional Timestamp = "Timestamp" as "Timestamp" of scalars::DATE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `SAMLProviderListEntry`.
    pub struct SAMLProviderListEntry: SAML_PROVIDER_LIST_ENTRY {
        /// `Arn`, 20 to 2048 characters.
        arn: optional String = "Arn" as "Arn" of scalars::ARN_TYPE,
        /// `ValidUntil`.
        valid_until: optional Timestamp = "ValidUntil" as "ValidUntil" of scalars::DATE_TYPE,
        /// `CreateDate`.
        create_date: optional Timestamp = "CreateDate" as "CreateDate" of scalars::DATE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `SSHPublicKey`.
    pub struct SSHPublicKey: SSH_PUBLIC_KEY {
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
        /// `SSHPublicKeyId`, 20 to 128 characters, `[\w]+`.
        ssh_public_key_id: required String = "SSHPublicKeyId" as "SSHPublicKeyId" of scalars::PUBLIC_KEY_ID_TYPE,
        /// `Fingerprint`, 48 characters, `[:\w]+`.
        fingerprint: required String = "Fingerprint" as "Fingerprint" of scalars::PUBLIC_KEY_FINGERPRINT_TYPE,
        /// `SSHPublicKeyBody`, 1 to 16384 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        ssh_public_key_body: required String = "SSHPublicKeyBody" as "SSHPublicKeyBody" of scalars::PUBLIC_KEY_MATERIAL_TYPE,
        /// `Status`.
        status: required StatusType = "Status" as "Status" of STATUS_TYPE,
        /// `UploadDate`.
        upload_date: optional Timestamp = "UploadDate" as "UploadDate" of scalars::DATE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `SSHPublicKeyMetadata`.
    pub struct SSHPublicKeyMetadata: SSH_PUBLIC_KEY_METADATA {
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
        /// `SSHPublicKeyId`, 20 to 128 characters, `[\w]+`.
        ssh_public_key_id: required String = "SSHPublicKeyId" as "SSHPublicKeyId" of scalars::PUBLIC_KEY_ID_TYPE,
        /// `Status`.
        status: required StatusType = "Status" as "Status" of STATUS_TYPE,
        /// `UploadDate`.
        upload_date: required Timestamp = "UploadDate" as "UploadDate" of scalars::DATE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `SendDelegationTokenRequest`.
    pub struct SendDelegationTokenRequest: SEND_DELEGATION_TOKEN_REQUEST {
        /// `DelegationRequestId`, 16 to 128 characters, `[\w-]+`.
        delegation_request_id: required String = "DelegationRequestId" as "DelegationRequestId" of scalars::DELEGATION_REQUEST_ID_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ServerCertificate`.
    pub struct ServerCertificate: SERVER_CERTIFICATE {
        /// `ServerCertificateMetadata`.
        server_certificate_metadata: required ServerCertificateMetadata = "ServerCertificateMetadata" as "ServerCertificateMetadata" of SERVER_CERTIFICATE_METADATA,
        /// `CertificateBody`, 1 to 16384 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        certificate_body: required String = "CertificateBody" as "CertificateBody" of scalars::CERTIFICATE_BODY_TYPE,
        /// `CertificateChain`, 1 to 2097152 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        certificate_chain: optional String = "CertificateChain" as "CertificateChain" of scalars::CERTIFICATE_CHAIN_TYPE,
        /// `Tags`, at most 50 entries.
        tags: optional Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ServerCertificateMetadata`.
    pub struct ServerCertificateMetadata: SERVER_CERTIFICATE_METADATA {
        /// `Path`, 1 to 512 characters, `(\u002F)|(\u002F[\u0021-\u007E]+\u002F)`.
        path: required String = "Path" as "Path" of scalars::PATH_TYPE,
        /// `ServerCertificateName`, 1 to 128 characters, `[\w+=,.@-]+`.
        server_certificate_name: required String = "ServerCertificateName" as "ServerCertificateName" of scalars::SERVER_CERTIFICATE_NAME_TYPE,
        /// `ServerCertificateId`, 16 to 128 characters, `[\w]+`.
        server_certificate_id: required String = "ServerCertificateId" as "ServerCertificateId" of scalars::ID_TYPE,
        /// `Arn`, 20 to 2048 characters.
        arn: required String = "Arn" as "Arn" of scalars::ARN_TYPE,
        /// `UploadDate`.
        upload_date: optional Timestamp = "UploadDate" as "UploadDate" of scalars::DATE_TYPE,
        /// `Expiration`.
        expiration: optional Timestamp = "Expiration" as "Expiration" of scalars::DATE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ServiceLastAccessed`.
    pub struct ServiceLastAccessed: SERVICE_LAST_ACCESSED {
        /// `ServiceName`.
        service_name: required String = "ServiceName" as "ServiceName" of scalars::SERVICE_NAME_TYPE,
        /// `LastAuthenticated`.
        last_authenticated: optional Timestamp = "LastAuthenticated" as "LastAuthenticated" of scalars::DATE_TYPE,
        /// `ServiceNamespace`, 1 to 64 characters, `[\w-]*`.
        service_namespace: required String = "ServiceNamespace" as "ServiceNamespace" of scalars::SERVICE_NAMESPACE_TYPE,
        /// `LastAuthenticatedEntity`, 20 to 2048 characters.
        last_authenticated_entity: optional String = "LastAuthenticatedEntity" as "LastAuthenticatedEntity" of scalars::ARN_TYPE,
        /// `LastAuthenticatedRegion`.
        last_authenticated_region: optional String = "LastAuthenticatedRegion" as "LastAuthenticatedRegion" of scalars::STRING_TYPE,
        /// `TotalAuthenticatedEntities`.
        total_authenticated_entities: optional i32 = "TotalAuthenticatedEntities" as "TotalAuthenticatedEntities" of scalars::INTEGER_TYPE,
        /// `TrackedActionsLastAccessed`.
        tracked_actions_last_accessed: optional Vec<TrackedActionLastAccessed> = "TrackedActionsLastAccessed" as "TrackedActionsLastAccessed" of scalars::TRACKED_ACTIONS_LAST_ACCESSED,
    }
}

awsim_plugin::structure! {
    /// `ServiceSpecificCredential`.
    pub struct ServiceSpecificCredential: SERVICE_SPECIFIC_CREDENTIAL {
        /// `CreateDate`.
        create_date: required Timestamp = "CreateDate" as "CreateDate" of scalars::DATE_TYPE,
        /// `ExpirationDate`.
        expiration_date: optional Timestamp = "ExpirationDate" as "ExpirationDate" of scalars::DATE_TYPE,
        /// `ServiceName`.
        service_name: required String = "ServiceName" as "ServiceName" of scalars::SERVICE_NAME,
        /// `ServiceUserName`, 0 to 200 characters, `[\w+=,.@-]*`.
        service_user_name: optional String = "ServiceUserName" as "ServiceUserName" of scalars::SERVICE_USER_NAME,
        /// `ServicePassword`.
        service_password: optional String = "ServicePassword" as "ServicePassword" of scalars::SERVICE_PASSWORD,
        /// `ServiceCredentialAlias`, 0 to 200 characters, `[\w+=,.@-]+`.
        service_credential_alias: optional String = "ServiceCredentialAlias" as "ServiceCredentialAlias" of scalars::SERVICE_CREDENTIAL_ALIAS,
        /// `ServiceCredentialSecret`.
        service_credential_secret: optional String = "ServiceCredentialSecret" as "ServiceCredentialSecret" of scalars::SERVICE_CREDENTIAL_SECRET,
        /// `ServiceSpecificCredentialId`, 20 to 128 characters, `[\w]+`.
        service_specific_credential_id: required String = "ServiceSpecificCredentialId" as "ServiceSpecificCredentialId" of scalars::SERVICE_SPECIFIC_CREDENTIAL_ID,
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
        /// `Status`.
        status: required StatusType = "Status" as "Status" of STATUS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `ServiceSpecificCredentialMetadata`.
    pub struct ServiceSpecificCredentialMetadata: SERVICE_SPECIFIC_CREDENTIAL_METADATA {
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
        /// `Status`.
        status: required StatusType = "Status" as "Status" of STATUS_TYPE,
        /// `ServiceUserName`, 0 to 200 characters, `[\w+=,.@-]*`.
        service_user_name: optional String = "ServiceUserName" as "ServiceUserName" of scalars::SERVICE_USER_NAME,
        /// `ServiceCredentialAlias`, 0 to 200 characters, `[\w+=,.@-]+`.
        service_credential_alias: optional String = "ServiceCredentialAlias" as "ServiceCredentialAlias" of scalars::SERVICE_CREDENTIAL_ALIAS,
        /// `CreateDate`.
        create_date: required Timestamp = "CreateDate" as "CreateDate" of scalars::DATE_TYPE,
        /// `ExpirationDate`.
        expiration_date: optional Timestamp = "ExpirationDate" as "ExpirationDate" of scalars::DATE_TYPE,
        /// `ServiceSpecificCredentialId`, 20 to 128 characters, `[\w]+`.
        service_specific_credential_id: required String = "ServiceSpecificCredentialId" as "ServiceSpecificCredentialId" of scalars::SERVICE_SPECIFIC_CREDENTIAL_ID,
        /// `ServiceName`.
        service_name: required String = "ServiceName" as "ServiceName" of scalars::SERVICE_NAME,
    }
}

awsim_plugin::structure! {
    /// `SetDefaultPolicyVersionRequest`.
    pub struct SetDefaultPolicyVersionRequest: SET_DEFAULT_POLICY_VERSION_REQUEST {
        /// `PolicyArn`, 20 to 2048 characters.
        policy_arn: required String = "PolicyArn" as "PolicyArn" of scalars::ARN_TYPE,
        /// `VersionId`, `v[1-9][0-9]*(\.[A-Za-z0-9-]*)?`.
        version_id: required String = "VersionId" as "VersionId" of scalars::POLICY_VERSION_ID_TYPE,
    }
}

awsim_plugin::structure! {
    /// `SetSecurityTokenServicePreferencesRequest`.
    pub struct SetSecurityTokenServicePreferencesRequest: SET_SECURITY_TOKEN_SERVICE_PREFERENCES_REQUEST {
        /// `GlobalEndpointTokenVersion`.
        global_endpoint_token_version: required GlobalEndpointTokenVersion = "GlobalEndpointTokenVersion" as "GlobalEndpointTokenVersion" of GLOBAL_ENDPOINT_TOKEN_VERSION,
    }
}

awsim_plugin::structure! {
    /// `SigningCertificate`.
    pub struct SigningCertificate: SIGNING_CERTIFICATE {
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
        /// `CertificateId`, 24 to 128 characters, `[\w]+`.
        certificate_id: required String = "CertificateId" as "CertificateId" of scalars::CERTIFICATE_ID_TYPE,
        /// `CertificateBody`, 1 to 16384 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        certificate_body: required String = "CertificateBody" as "CertificateBody" of scalars::CERTIFICATE_BODY_TYPE,
        /// `Status`.
        status: required StatusType = "Status" as "Status" of STATUS_TYPE,
        /// `UploadDate`.
        upload_date: optional Timestamp = "UploadDate" as "UploadDate" of scalars::DATE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `SimulateCustomPolicyRequest`.
    pub struct SimulateCustomPolicyRequest: SIMULATE_CUSTOM_POLICY_REQUEST {
        /// `PolicyInputList`.
        policy_input_list: required Vec<String> = "PolicyInputList" as "PolicyInputList" of scalars::SIMULATION_POLICY_LIST_TYPE,
        /// `PermissionsBoundaryPolicyInputList`.
        permissions_boundary_policy_input_list: optional Vec<String> = "PermissionsBoundaryPolicyInputList" as "PermissionsBoundaryPolicyInputList" of scalars::SIMULATION_POLICY_LIST_TYPE,
        /// `OrderedOrganizationPolicyInputList`, at most 7 entries.
        ordered_organization_policy_input_list: optional Vec<OrderedOrganizationPolicyType> = "OrderedOrganizationPolicyInputList" as "OrderedOrganizationPolicyInputList" of scalars::ORGANIZATION_POLICY_LIST_TYPE,
        /// `ActionNames`.
        action_names: required Vec<String> = "ActionNames" as "ActionNames" of scalars::ACTION_NAME_LIST_TYPE,
        /// `ResourceArns`.
        resource_arns: optional Vec<String> = "ResourceArns" as "ResourceArns" of scalars::RESOURCE_NAME_LIST_TYPE,
        /// `ResourcePolicy`, 1 to 131072 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        resource_policy: optional String = "ResourcePolicy" as "ResourcePolicy" of scalars::POLICY_DOCUMENT_TYPE,
        /// `ResourceOwner`, 1 to 2048 characters.
        resource_owner: optional String = "ResourceOwner" as "ResourceOwner" of scalars::RESOURCE_NAME_TYPE,
        /// `CallerArn`, 1 to 2048 characters.
        caller_arn: optional String = "CallerArn" as "CallerArn" of scalars::RESOURCE_NAME_TYPE,
        /// `ContextEntries`.
        context_entries: optional Vec<ContextEntry> = "ContextEntries" as "ContextEntries" of scalars::CONTEXT_ENTRY_LIST_TYPE,
        /// `ResourceHandlingOption`, 1 to 64 characters.
        resource_handling_option: optional String = "ResourceHandlingOption" as "ResourceHandlingOption" of scalars::RESOURCE_HANDLING_OPTION_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `SimulatePolicyResponse`.
    pub struct SimulatePolicyResponse: SIMULATE_POLICY_RESPONSE {
        /// `EvaluationResults`.
        evaluation_results: optional Vec<EvaluationResult> = "EvaluationResults" as "EvaluationResults" of scalars::EVALUATION_RESULTS_LIST_TYPE,
        /// `IsTruncated`.
        is_truncated: optional bool = "IsTruncated" as "IsTruncated" of scalars::BOOLEAN_TYPE,
        /// `Marker`.
        marker: optional String = "Marker" as "Marker" of scalars::RESPONSE_MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `SimulatePrincipalPolicyRequest`.
    pub struct SimulatePrincipalPolicyRequest: SIMULATE_PRINCIPAL_POLICY_REQUEST {
        /// `PolicySourceArn`, 20 to 2048 characters.
        policy_source_arn: required String = "PolicySourceArn" as "PolicySourceArn" of scalars::ARN_TYPE,
        /// `PolicyInputList`.
        policy_input_list: optional Vec<String> = "PolicyInputList" as "PolicyInputList" of scalars::SIMULATION_POLICY_LIST_TYPE,
        /// `PermissionsBoundaryPolicyInputList`.
        permissions_boundary_policy_input_list: optional Vec<String> = "PermissionsBoundaryPolicyInputList" as "PermissionsBoundaryPolicyInputList" of scalars::SIMULATION_POLICY_LIST_TYPE,
        /// `PolicyExclusionList`, at most 256 entries.
        policy_exclusion_list: optional Vec<PolicyIdentifier> = "PolicyExclusionList" as "PolicyExclusionList" of scalars::POLICY_EXCLUSIONS_LIST_TYPE,
        /// `ActionNames`.
        action_names: required Vec<String> = "ActionNames" as "ActionNames" of scalars::ACTION_NAME_LIST_TYPE,
        /// `ResourceArns`.
        resource_arns: optional Vec<String> = "ResourceArns" as "ResourceArns" of scalars::RESOURCE_NAME_LIST_TYPE,
        /// `ResourcePolicy`, 1 to 131072 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        resource_policy: optional String = "ResourcePolicy" as "ResourcePolicy" of scalars::POLICY_DOCUMENT_TYPE,
        /// `ResourceOwner`, 1 to 2048 characters.
        resource_owner: optional String = "ResourceOwner" as "ResourceOwner" of scalars::RESOURCE_NAME_TYPE,
        /// `CallerArn`, 1 to 2048 characters.
        caller_arn: optional String = "CallerArn" as "CallerArn" of scalars::RESOURCE_NAME_TYPE,
        /// `ContextEntries`.
        context_entries: optional Vec<ContextEntry> = "ContextEntries" as "ContextEntries" of scalars::CONTEXT_ENTRY_LIST_TYPE,
        /// `ResourceHandlingOption`, 1 to 64 characters.
        resource_handling_option: optional String = "ResourceHandlingOption" as "ResourceHandlingOption" of scalars::RESOURCE_HANDLING_OPTION_TYPE,
        /// `MaxItems`, 1 to 1000.
        max_items: optional i32 = "MaxItems" as "MaxItems" of scalars::MAX_ITEMS_TYPE,
        /// `Marker`, 1 to 320 characters, `[\u0020-\u00FF]+`.
        marker: optional String = "Marker" as "Marker" of scalars::MARKER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `SourceRoleTemplate`.
    pub struct SourceRoleTemplate: SOURCE_ROLE_TEMPLATE {
        /// `TemplateArn`, 20 to 2048 characters.
        template_arn: required String = "TemplateArn" as "TemplateArn" of scalars::ARN_TYPE,
        /// `TemplateMinorVersion`.
        template_minor_version: required i32 = "TemplateMinorVersion" as "TemplateMinorVersion" of scalars::INTEGER_TYPE,
    }
}

awsim_plugin::structure! {
    /// `Statement`.
    pub struct Statement: STATEMENT {
        /// `SourcePolicyId`.
        source_policy_id: optional String = "SourcePolicyId" as "SourcePolicyId" of scalars::POLICY_IDENTIFIER_TYPE,
        /// `SourcePolicyType`.
        source_policy_type: optional PolicySourceType = "SourcePolicyType" as "SourcePolicyType" of POLICY_SOURCE_TYPE,
        /// `StartPosition`.
        start_position: optional Position = "StartPosition" as "StartPosition" of POSITION,
        /// `EndPosition`.
        end_position: optional Position = "EndPosition" as "EndPosition" of POSITION,
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

awsim_plugin::structure! {
    /// `TagInstanceProfileRequest`.
    pub struct TagInstanceProfileRequest: TAG_INSTANCE_PROFILE_REQUEST {
        /// `InstanceProfileName`, 1 to 128 characters, `[\w+=,.@-]+`.
        instance_profile_name: required String = "InstanceProfileName" as "InstanceProfileName" of scalars::INSTANCE_PROFILE_NAME_TYPE,
        /// `Tags`, at most 50 entries.
        tags: required Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `TagMFADeviceRequest`.
    pub struct TagMFADeviceRequest: TAG_MFA_DEVICE_REQUEST {
        /// `SerialNumber`, 9 to 256 characters, `[\w+=/:,.@-]+`.
        serial_number: required String = "SerialNumber" as "SerialNumber" of scalars::SERIAL_NUMBER_TYPE,
        /// `Tags`, at most 50 entries.
        tags: required Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `TagOpenIDConnectProviderRequest`.
    pub struct TagOpenIDConnectProviderRequest: TAG_OPEN_ID_CONNECT_PROVIDER_REQUEST {
        /// `OpenIDConnectProviderArn`, 20 to 2048 characters.
        open_id_connect_provider_arn: required String = "OpenIDConnectProviderArn" as "OpenIDConnectProviderArn" of scalars::ARN_TYPE,
        /// `Tags`, at most 50 entries.
        tags: required Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `TagPolicyRequest`.
    pub struct TagPolicyRequest: TAG_POLICY_REQUEST {
        /// `PolicyArn`, 20 to 2048 characters.
        policy_arn: required String = "PolicyArn" as "PolicyArn" of scalars::ARN_TYPE,
        /// `Tags`, at most 50 entries.
        tags: required Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `TagRoleRequest`.
    pub struct TagRoleRequest: TAG_ROLE_REQUEST {
        /// `RoleName`, 1 to 64 characters, `[\w+=,.@-]+`.
        role_name: required String = "RoleName" as "RoleName" of scalars::ROLE_NAME_TYPE,
        /// `Tags`, at most 50 entries.
        tags: required Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `TagSAMLProviderRequest`.
    pub struct TagSAMLProviderRequest: TAG_SAML_PROVIDER_REQUEST {
        /// `SAMLProviderArn`, 20 to 2048 characters.
        saml_provider_arn: required String = "SAMLProviderArn" as "SAMLProviderArn" of scalars::ARN_TYPE,
        /// `Tags`, at most 50 entries.
        tags: required Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `TagServerCertificateRequest`.
    pub struct TagServerCertificateRequest: TAG_SERVER_CERTIFICATE_REQUEST {
        /// `ServerCertificateName`, 1 to 128 characters, `[\w+=,.@-]+`.
        server_certificate_name: required String = "ServerCertificateName" as "ServerCertificateName" of scalars::SERVER_CERTIFICATE_NAME_TYPE,
        /// `Tags`, at most 50 entries.
        tags: required Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `TagTemplate`.
    pub struct TagTemplate: TAG_TEMPLATE {
        /// `Key`, 1 to 128 characters, `[\p{L}\p{Z}\p{N}_.:/=+\-@{}]+`.
        key: required String = "Key" as "Key" of scalars::TAG_TEMPLATE_KEY_TYPE,
        /// `Value`, 0 to 256 characters, `[\p{L}\p{Z}\p{N}_.:/=+\-@{}]*`.
        value: required String = "Value" as "Value" of scalars::TAG_TEMPLATE_VALUE_TYPE,
    }
}

awsim_plugin::structure! {
    /// `TagUserRequest`.
    pub struct TagUserRequest: TAG_USER_REQUEST {
        /// `UserName`, 1 to 128 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::EXISTING_USER_NAME_TYPE,
        /// `Tags`, at most 50 entries.
        tags: required Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `TrackedActionLastAccessed`.
    pub struct TrackedActionLastAccessed: TRACKED_ACTION_LAST_ACCESSED {
        /// `ActionName`.
        action_name: optional String = "ActionName" as "ActionName" of scalars::STRING_TYPE,
        /// `LastAccessedEntity`, 20 to 2048 characters.
        last_accessed_entity: optional String = "LastAccessedEntity" as "LastAccessedEntity" of scalars::ARN_TYPE,
        /// `LastAccessedTime`.
        last_accessed_time: optional Timestamp = "LastAccessedTime" as "LastAccessedTime" of scalars::DATE_TYPE,
        /// `LastAccessedRegion`.
        last_accessed_region: optional String = "LastAccessedRegion" as "LastAccessedRegion" of scalars::STRING_TYPE,
    }
}

awsim_plugin::structure! {
    /// `UntagInstanceProfileRequest`.
    pub struct UntagInstanceProfileRequest: UNTAG_INSTANCE_PROFILE_REQUEST {
        /// `InstanceProfileName`, 1 to 128 characters, `[\w+=,.@-]+`.
        instance_profile_name: required String = "InstanceProfileName" as "InstanceProfileName" of scalars::INSTANCE_PROFILE_NAME_TYPE,
        /// `TagKeys`, at most 50 entries.
        tag_keys: required Vec<String> = "TagKeys" as "TagKeys" of scalars::TAG_KEY_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `UntagMFADeviceRequest`.
    pub struct UntagMFADeviceRequest: UNTAG_MFA_DEVICE_REQUEST {
        /// `SerialNumber`, 9 to 256 characters, `[\w+=/:,.@-]+`.
        serial_number: required String = "SerialNumber" as "SerialNumber" of scalars::SERIAL_NUMBER_TYPE,
        /// `TagKeys`, at most 50 entries.
        tag_keys: required Vec<String> = "TagKeys" as "TagKeys" of scalars::TAG_KEY_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `UntagOpenIDConnectProviderRequest`.
    pub struct UntagOpenIDConnectProviderRequest: UNTAG_OPEN_ID_CONNECT_PROVIDER_REQUEST {
        /// `OpenIDConnectProviderArn`, 20 to 2048 characters.
        open_id_connect_provider_arn: required String = "OpenIDConnectProviderArn" as "OpenIDConnectProviderArn" of scalars::ARN_TYPE,
        /// `TagKeys`, at most 50 entries.
        tag_keys: required Vec<String> = "TagKeys" as "TagKeys" of scalars::TAG_KEY_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `UntagPolicyRequest`.
    pub struct UntagPolicyRequest: UNTAG_POLICY_REQUEST {
        /// `PolicyArn`, 20 to 2048 characters.
        policy_arn: required String = "PolicyArn" as "PolicyArn" of scalars::ARN_TYPE,
        /// `TagKeys`, at most 50 entries.
        tag_keys: required Vec<String> = "TagKeys" as "TagKeys" of scalars::TAG_KEY_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `UntagRoleRequest`.
    pub struct UntagRoleRequest: UNTAG_ROLE_REQUEST {
        /// `RoleName`, 1 to 64 characters, `[\w+=,.@-]+`.
        role_name: required String = "RoleName" as "RoleName" of scalars::ROLE_NAME_TYPE,
        /// `TagKeys`, at most 50 entries.
        tag_keys: required Vec<String> = "TagKeys" as "TagKeys" of scalars::TAG_KEY_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `UntagSAMLProviderRequest`.
    pub struct UntagSAMLProviderRequest: UNTAG_SAML_PROVIDER_REQUEST {
        /// `SAMLProviderArn`, 20 to 2048 characters.
        saml_provider_arn: required String = "SAMLProviderArn" as "SAMLProviderArn" of scalars::ARN_TYPE,
        /// `TagKeys`, at most 50 entries.
        tag_keys: required Vec<String> = "TagKeys" as "TagKeys" of scalars::TAG_KEY_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `UntagServerCertificateRequest`.
    pub struct UntagServerCertificateRequest: UNTAG_SERVER_CERTIFICATE_REQUEST {
        /// `ServerCertificateName`, 1 to 128 characters, `[\w+=,.@-]+`.
        server_certificate_name: required String = "ServerCertificateName" as "ServerCertificateName" of scalars::SERVER_CERTIFICATE_NAME_TYPE,
        /// `TagKeys`, at most 50 entries.
        tag_keys: required Vec<String> = "TagKeys" as "TagKeys" of scalars::TAG_KEY_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `UntagUserRequest`.
    pub struct UntagUserRequest: UNTAG_USER_REQUEST {
        /// `UserName`, 1 to 128 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::EXISTING_USER_NAME_TYPE,
        /// `TagKeys`, at most 50 entries.
        tag_keys: required Vec<String> = "TagKeys" as "TagKeys" of scalars::TAG_KEY_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `UpdateAccessKeyRequest`.
    pub struct UpdateAccessKeyRequest: UPDATE_ACCESS_KEY_REQUEST {
        /// `UserName`, 1 to 128 characters, `[\w+=,.@-]+`.
        user_name: optional String = "UserName" as "UserName" of scalars::EXISTING_USER_NAME_TYPE,
        /// `AccessKeyId`, 16 to 128 characters, `[\w]+`.
        access_key_id: required String = "AccessKeyId" as "AccessKeyId" of scalars::ACCESS_KEY_ID_TYPE,
        /// `Status`.
        status: required StatusType = "Status" as "Status" of STATUS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `UpdateAccountPasswordPolicyRequest`.
    pub struct UpdateAccountPasswordPolicyRequest: UPDATE_ACCOUNT_PASSWORD_POLICY_REQUEST {
        /// `MinimumPasswordLength`, 6 to 128.
        minimum_password_length: optional i32 = "MinimumPasswordLength" as "MinimumPasswordLength" of scalars::MINIMUM_PASSWORD_LENGTH_TYPE,
        /// `RequireSymbols`.
        require_symbols: optional bool = "RequireSymbols" as "RequireSymbols" of scalars::BOOLEAN_TYPE,
        /// `RequireNumbers`.
        require_numbers: optional bool = "RequireNumbers" as "RequireNumbers" of scalars::BOOLEAN_TYPE,
        /// `RequireUppercaseCharacters`.
        require_uppercase_characters: optional bool = "RequireUppercaseCharacters" as "RequireUppercaseCharacters" of scalars::BOOLEAN_TYPE,
        /// `RequireLowercaseCharacters`.
        require_lowercase_characters: optional bool = "RequireLowercaseCharacters" as "RequireLowercaseCharacters" of scalars::BOOLEAN_TYPE,
        /// `AllowUsersToChangePassword`.
        allow_users_to_change_password: optional bool = "AllowUsersToChangePassword" as "AllowUsersToChangePassword" of scalars::BOOLEAN_TYPE,
        /// `MaxPasswordAge`, 1 to 1095.
        max_password_age: optional i32 = "MaxPasswordAge" as "MaxPasswordAge" of scalars::MAX_PASSWORD_AGE_TYPE,
        /// `PasswordReusePrevention`, 1 to 24.
        password_reuse_prevention: optional i32 = "PasswordReusePrevention" as "PasswordReusePrevention" of scalars::PASSWORD_REUSE_PREVENTION_TYPE,
        /// `HardExpiry`.
        hard_expiry: optional bool = "HardExpiry" as "HardExpiry" of scalars::BOOLEAN_OBJECT_TYPE,
    }
}

awsim_plugin::structure! {
    /// `UpdateAssumeRolePolicyRequest`.
    pub struct UpdateAssumeRolePolicyRequest: UPDATE_ASSUME_ROLE_POLICY_REQUEST {
        /// `RoleName`, 1 to 64 characters, `[\w+=,.@-]+`.
        role_name: required String = "RoleName" as "RoleName" of scalars::ROLE_NAME_TYPE,
        /// `PolicyDocument`, 1 to 131072 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        policy_document: required String = "PolicyDocument" as "PolicyDocument" of scalars::POLICY_DOCUMENT_TYPE,
    }
}

awsim_plugin::structure! {
    /// `UpdateDelegationRequestRequest`.
    pub struct UpdateDelegationRequestRequest: UPDATE_DELEGATION_REQUEST_REQUEST {
        /// `DelegationRequestId`, 16 to 128 characters, `[\w-]+`.
        delegation_request_id: required String = "DelegationRequestId" as "DelegationRequestId" of scalars::DELEGATION_REQUEST_ID_TYPE,
        /// `Notes`, at most 500 characters, `[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*`.
        notes: optional String = "Notes" as "Notes" of scalars::NOTES_TYPE,
    }
}

awsim_plugin::structure! {
    /// `UpdateGroupRequest`.
    pub struct UpdateGroupRequest: UPDATE_GROUP_REQUEST {
        /// `GroupName`, 1 to 128 characters, `[\w+=,.@-]+`.
        group_name: required String = "GroupName" as "GroupName" of scalars::GROUP_NAME_TYPE,
        /// `NewPath`, 1 to 512 characters, `(\u002F)|(\u002F[\u0021-\u007E]+\u002F)`.
        new_path: optional String = "NewPath" as "NewPath" of scalars::PATH_TYPE,
        /// `NewGroupName`, 1 to 128 characters, `[\w+=,.@-]+`.
        new_group_name: optional String = "NewGroupName" as "NewGroupName" of scalars::GROUP_NAME_TYPE,
    }
}

awsim_plugin::structure! {
    /// `UpdateLoginProfileRequest`.
    pub struct UpdateLoginProfileRequest: UPDATE_LOGIN_PROFILE_REQUEST {
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
        /// `Password`, 1 to 128 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        password: optional String = "Password" as "Password" of scalars::PASSWORD_TYPE,
        /// `PasswordResetRequired`.
        password_reset_required: optional bool = "PasswordResetRequired" as "PasswordResetRequired" of scalars::BOOLEAN_OBJECT_TYPE,
    }
}

awsim_plugin::structure! {
    /// `UpdateOpenIDConnectProviderThumbprintRequest`.
    pub struct UpdateOpenIDConnectProviderThumbprintRequest: UPDATE_OPEN_ID_CONNECT_PROVIDER_THUMBPRINT_REQUEST {
        /// `OpenIDConnectProviderArn`, 20 to 2048 characters.
        open_id_connect_provider_arn: required String = "OpenIDConnectProviderArn" as "OpenIDConnectProviderArn" of scalars::ARN_TYPE,
        /// `ThumbprintList`.
        thumbprint_list: required Vec<String> = "ThumbprintList" as "ThumbprintList" of scalars::THUMBPRINT_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `UpdateRoleDescriptionRequest`.
    pub struct UpdateRoleDescriptionRequest: UPDATE_ROLE_DESCRIPTION_REQUEST {
        /// `RoleName`, 1 to 64 characters, `[\w+=,.@-]+`.
        role_name: required String = "RoleName" as "RoleName" of scalars::ROLE_NAME_TYPE,
        /// `Description`, at most 1000 characters, `[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*`.
        description: required String = "Description" as "Description" of scalars::ROLE_DESCRIPTION_TYPE,
    }
}

awsim_plugin::structure! {
    /// `UpdateRoleDescriptionResponse`.
    pub struct UpdateRoleDescriptionResponse: UPDATE_ROLE_DESCRIPTION_RESPONSE {
        /// `Role`.
        role: optional Role = "Role" as "Role" of ROLE,
    }
}

awsim_plugin::structure! {
    /// `UpdateRoleRequest`.
    pub struct UpdateRoleRequest: UPDATE_ROLE_REQUEST {
        /// `RoleName`, 1 to 64 characters, `[\w+=,.@-]+`.
        role_name: required String = "RoleName" as "RoleName" of scalars::ROLE_NAME_TYPE,
        /// `Description`, at most 1000 characters, `[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*`.
        description: optional String = "Description" as "Description" of scalars::ROLE_DESCRIPTION_TYPE,
        /// `MaxSessionDuration`, 3600 to 43200.
        max_session_duration: optional i32 = "MaxSessionDuration" as "MaxSessionDuration" of scalars::ROLE_MAX_SESSION_DURATION_TYPE,
    }
}

awsim_plugin::structure! {
    /// `UpdateRoleResponse`.
    pub struct UpdateRoleResponse: UPDATE_ROLE_RESPONSE {
    }
}

awsim_plugin::structure! {
    /// `UpdateSAMLProviderRequest`.
    pub struct UpdateSAMLProviderRequest: UPDATE_SAML_PROVIDER_REQUEST {
        /// `SAMLMetadataDocument`, 1000 to 10000000 characters.
        saml_metadata_document: optional String = "SAMLMetadataDocument" as "SAMLMetadataDocument" of scalars::SAML_METADATA_DOCUMENT_TYPE,
        /// `SAMLProviderArn`, 20 to 2048 characters.
        saml_provider_arn: required String = "SAMLProviderArn" as "SAMLProviderArn" of scalars::ARN_TYPE,
        /// `AssertionEncryptionMode`.
        assertion_encryption_mode: optional AssertionEncryptionModeType = "AssertionEncryptionMode" as "AssertionEncryptionMode" of ASSERTION_ENCRYPTION_MODE_TYPE,
        /// `AddPrivateKey`, 1 to 16384 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        add_private_key: optional String = "AddPrivateKey" as "AddPrivateKey" of scalars::PRIVATE_KEY_TYPE,
        /// `RemovePrivateKey`, 22 to 64 characters, `[A-Z0-9]+`.
        remove_private_key: optional String = "RemovePrivateKey" as "RemovePrivateKey" of scalars::PRIVATE_KEY_ID_TYPE,
    }
}

awsim_plugin::structure! {
    /// `UpdateSAMLProviderResponse`.
    pub struct UpdateSAMLProviderResponse: UPDATE_SAML_PROVIDER_RESPONSE {
        /// `SAMLProviderArn`, 20 to 2048 characters.
        saml_provider_arn: optional String = "SAMLProviderArn" as "SAMLProviderArn" of scalars::ARN_TYPE,
    }
}

awsim_plugin::structure! {
    /// `UpdateSSHPublicKeyRequest`.
    pub struct UpdateSSHPublicKeyRequest: UPDATE_SSH_PUBLIC_KEY_REQUEST {
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
        /// `SSHPublicKeyId`, 20 to 128 characters, `[\w]+`.
        ssh_public_key_id: required String = "SSHPublicKeyId" as "SSHPublicKeyId" of scalars::PUBLIC_KEY_ID_TYPE,
        /// `Status`.
        status: required StatusType = "Status" as "Status" of STATUS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `UpdateServerCertificateRequest`.
    pub struct UpdateServerCertificateRequest: UPDATE_SERVER_CERTIFICATE_REQUEST {
        /// `ServerCertificateName`, 1 to 128 characters, `[\w+=,.@-]+`.
        server_certificate_name: required String = "ServerCertificateName" as "ServerCertificateName" of scalars::SERVER_CERTIFICATE_NAME_TYPE,
        /// `NewPath`, 1 to 512 characters, `(\u002F)|(\u002F[\u0021-\u007E]+\u002F)`.
        new_path: optional String = "NewPath" as "NewPath" of scalars::PATH_TYPE,
        /// `NewServerCertificateName`, 1 to 128 characters, `[\w+=,.@-]+`.
        new_server_certificate_name: optional String = "NewServerCertificateName" as "NewServerCertificateName" of scalars::SERVER_CERTIFICATE_NAME_TYPE,
    }
}

awsim_plugin::structure! {
    /// `UpdateServiceSpecificCredentialRequest`.
    pub struct UpdateServiceSpecificCredentialRequest: UPDATE_SERVICE_SPECIFIC_CREDENTIAL_REQUEST {
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: optional String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
        /// `ServiceSpecificCredentialId`, 20 to 128 characters, `[\w]+`.
        service_specific_credential_id: required String = "ServiceSpecificCredentialId" as "ServiceSpecificCredentialId" of scalars::SERVICE_SPECIFIC_CREDENTIAL_ID,
        /// `Status`.
        status: required StatusType = "Status" as "Status" of STATUS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `UpdateSigningCertificateRequest`.
    pub struct UpdateSigningCertificateRequest: UPDATE_SIGNING_CERTIFICATE_REQUEST {
        /// `UserName`, 1 to 128 characters, `[\w+=,.@-]+`.
        user_name: optional String = "UserName" as "UserName" of scalars::EXISTING_USER_NAME_TYPE,
        /// `CertificateId`, 24 to 128 characters, `[\w]+`.
        certificate_id: required String = "CertificateId" as "CertificateId" of scalars::CERTIFICATE_ID_TYPE,
        /// `Status`.
        status: required StatusType = "Status" as "Status" of STATUS_TYPE,
    }
}

awsim_plugin::structure! {
    /// `UpdateUserRequest`.
    pub struct UpdateUserRequest: UPDATE_USER_REQUEST {
        /// `UserName`, 1 to 128 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::EXISTING_USER_NAME_TYPE,
        /// `NewPath`, 1 to 512 characters, `(\u002F)|(\u002F[\u0021-\u007E]+\u002F)`.
        new_path: optional String = "NewPath" as "NewPath" of scalars::PATH_TYPE,
        /// `NewUserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        new_user_name: optional String = "NewUserName" as "NewUserName" of scalars::USER_NAME_TYPE,
    }
}

awsim_plugin::structure! {
    /// `UploadSSHPublicKeyRequest`.
    pub struct UploadSSHPublicKeyRequest: UPLOAD_SSH_PUBLIC_KEY_REQUEST {
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
        /// `SSHPublicKeyBody`, 1 to 16384 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        ssh_public_key_body: required String = "SSHPublicKeyBody" as "SSHPublicKeyBody" of scalars::PUBLIC_KEY_MATERIAL_TYPE,
    }
}

awsim_plugin::structure! {
    /// `UploadSSHPublicKeyResponse`.
    pub struct UploadSSHPublicKeyResponse: UPLOAD_SSH_PUBLIC_KEY_RESPONSE {
        /// `SSHPublicKey`.
        ssh_public_key: optional SSHPublicKey = "SSHPublicKey" as "SSHPublicKey" of SSH_PUBLIC_KEY,
    }
}

awsim_plugin::structure! {
    /// `UploadServerCertificateRequest`.
    pub struct UploadServerCertificateRequest: UPLOAD_SERVER_CERTIFICATE_REQUEST {
        /// `Path`, 1 to 512 characters, `(\u002F)|(\u002F[\u0021-\u007E]+\u002F)`.
        path: optional String = "Path" as "Path" of scalars::PATH_TYPE,
        /// `ServerCertificateName`, 1 to 128 characters, `[\w+=,.@-]+`.
        server_certificate_name: required String = "ServerCertificateName" as "ServerCertificateName" of scalars::SERVER_CERTIFICATE_NAME_TYPE,
        /// `CertificateBody`, 1 to 16384 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        certificate_body: required String = "CertificateBody" as "CertificateBody" of scalars::CERTIFICATE_BODY_TYPE,
        /// `PrivateKey`, 1 to 16384 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        private_key: required String = "PrivateKey" as "PrivateKey" of scalars::PRIVATE_KEY_TYPE,
        /// `CertificateChain`, 1 to 2097152 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        certificate_chain: optional String = "CertificateChain" as "CertificateChain" of scalars::CERTIFICATE_CHAIN_TYPE,
        /// `Tags`, at most 50 entries.
        tags: optional Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `UploadServerCertificateResponse`.
    pub struct UploadServerCertificateResponse: UPLOAD_SERVER_CERTIFICATE_RESPONSE {
        /// `ServerCertificateMetadata`.
        server_certificate_metadata: optional ServerCertificateMetadata = "ServerCertificateMetadata" as "ServerCertificateMetadata" of SERVER_CERTIFICATE_METADATA,
        /// `Tags`, at most 50 entries.
        tags: optional Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `UploadSigningCertificateRequest`.
    pub struct UploadSigningCertificateRequest: UPLOAD_SIGNING_CERTIFICATE_REQUEST {
        /// `UserName`, 1 to 128 characters, `[\w+=,.@-]+`.
        user_name: optional String = "UserName" as "UserName" of scalars::EXISTING_USER_NAME_TYPE,
        /// `CertificateBody`, 1 to 16384 characters, `[\u0009\u000A\u000D\u0020-\u00FF]+`.
        certificate_body: required String = "CertificateBody" as "CertificateBody" of scalars::CERTIFICATE_BODY_TYPE,
    }
}

awsim_plugin::structure! {
    /// `UploadSigningCertificateResponse`.
    pub struct UploadSigningCertificateResponse: UPLOAD_SIGNING_CERTIFICATE_RESPONSE {
        /// `Certificate`.
        certificate: required SigningCertificate = "Certificate" as "Certificate" of SIGNING_CERTIFICATE,
    }
}

awsim_plugin::structure! {
    /// `User`.
    pub struct User: USER {
        /// `Path`, 1 to 512 characters, `(\u002F)|(\u002F[\u0021-\u007E]+\u002F)`.
        path: required String = "Path" as "Path" of scalars::PATH_TYPE,
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: required String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
        /// `UserId`, 16 to 128 characters, `[\w]+`.
        user_id: required String = "UserId" as "UserId" of scalars::ID_TYPE,
        /// `Arn`, 20 to 2048 characters.
        arn: required String = "Arn" as "Arn" of scalars::ARN_TYPE,
        /// `CreateDate`.
        create_date: required Timestamp = "CreateDate" as "CreateDate" of scalars::DATE_TYPE,
        /// `PasswordLastUsed`.
        password_last_used: optional Timestamp = "PasswordLastUsed" as "PasswordLastUsed" of scalars::DATE_TYPE,
        /// `PermissionsBoundary`.
        permissions_boundary: optional AttachedPermissionsBoundary = "PermissionsBoundary" as "PermissionsBoundary" of ATTACHED_PERMISSIONS_BOUNDARY,
        /// `Tags`, at most 50 entries.
        tags: optional Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `UserDetail`.
    pub struct UserDetail: USER_DETAIL {
        /// `Path`, 1 to 512 characters, `(\u002F)|(\u002F[\u0021-\u007E]+\u002F)`.
        path: optional String = "Path" as "Path" of scalars::PATH_TYPE,
        /// `UserName`, 1 to 64 characters, `[\w+=,.@-]+`.
        user_name: optional String = "UserName" as "UserName" of scalars::USER_NAME_TYPE,
        /// `UserId`, 16 to 128 characters, `[\w]+`.
        user_id: optional String = "UserId" as "UserId" of scalars::ID_TYPE,
        /// `Arn`, 20 to 2048 characters.
        arn: optional String = "Arn" as "Arn" of scalars::ARN_TYPE,
        /// `CreateDate`.
        create_date: optional Timestamp = "CreateDate" as "CreateDate" of scalars::DATE_TYPE,
        /// `UserPolicyList`.
        user_policy_list: optional Vec<PolicyDetail> = "UserPolicyList" as "UserPolicyList" of scalars::POLICY_DETAIL_LIST_TYPE,
        /// `GroupList`.
        group_list: optional Vec<String> = "GroupList" as "GroupList" of scalars::GROUP_NAME_LIST_TYPE,
        /// `AttachedManagedPolicies`.
        attached_managed_policies: optional Vec<AttachedPolicy> = "AttachedManagedPolicies" as "AttachedManagedPolicies" of scalars::ATTACHED_POLICIES_LIST_TYPE,
        /// `PermissionsBoundary`.
        permissions_boundary: optional AttachedPermissionsBoundary = "PermissionsBoundary" as "PermissionsBoundary" of ATTACHED_PERMISSIONS_BOUNDARY,
        /// `Tags`, at most 50 entries.
        tags: optional Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
    }
}

awsim_plugin::structure! {
    /// `VirtualMFADevice`.
    pub struct VirtualMFADevice: VIRTUAL_MFA_DEVICE {
        /// `SerialNumber`, 9 to 256 characters, `[\w+=/:,.@-]+`.
        serial_number: required String = "SerialNumber" as "SerialNumber" of scalars::SERIAL_NUMBER_TYPE,
        /// `Base32StringSeed`.
        base32_string_seed: optional Blob = "Base32StringSeed" as "Base32StringSeed" of scalars::BOOTSTRAP_DATUM,
        /// `QRCodePNG`.
        qr_code_png: optional Blob = "QRCodePNG" as "QRCodePNG" of scalars::BOOTSTRAP_DATUM,
        /// `User`.
        user: optional User = "User" as "User" of USER,
        /// `EnableDate`.
        enable_date: optional Timestamp = "EnableDate" as "EnableDate" of scalars::DATE_TYPE,
        /// `Tags`, at most 50 entries.
        tags: optional Vec<Tag> = "Tags" as "Tags" of scalars::TAG_LIST_TYPE,
    }
}
