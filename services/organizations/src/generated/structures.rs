//! Structures.
// Written by `cargo codegen` from the API model; do not edit.

#[allow(unused_imports, reason = "which of them are used depends on the model")]
use std::collections::BTreeMap;

#[allow(unused_imports, reason = "which of them are used depends on the model")]
use awsim_plugin::shape::{Blob, Timestamp};

#[allow(unused_imports, reason = "which of them are used depends on the model")]
use super::{enums::*, scalars};

awsim_plugin::structure! {
    /// `AcceptHandshakeRequest`.
    pub struct AcceptHandshakeRequest: ACCEPT_HANDSHAKE_REQUEST {
        /// `HandshakeId`, at most 34 characters, `^h-[0-9a-z]{8,32}$`.
        handshake_id: required String = "HandshakeId" as "HandshakeId" of scalars::HANDSHAKE_ID,
    }
}

awsim_plugin::structure! {
    /// `AcceptHandshakeResponse`.
    pub struct AcceptHandshakeResponse: ACCEPT_HANDSHAKE_RESPONSE {
        /// `Handshake`.
        handshake: optional Handshake = "Handshake" as "Handshake" of HANDSHAKE,
    }
}

awsim_plugin::structure! {
    /// `Account`.
    pub struct Account: ACCOUNT {
        /// `Id`, at most 12 characters, `^\d{12}$`.
        id: optional String = "Id" as "Id" of scalars::ACCOUNT_ID,
        /// `Arn`, `^arn:aws:organizations::\d{12}:account\/o-[a-z0-9]{10,32}\/\d{12}`.
        arn: optional String = "Arn" as "Arn" of scalars::ACCOUNT_ARN,
        /// `Email`, 6 to 64 characters, `[^\s@]+@[^\s@]+\.[^\s@]+`.
        email: optional String = "Email" as "Email" of scalars::EMAIL,
        /// `Name`, 1 to 128 characters, `[\s\S]*`.
        name: optional String = "Name" as "Name" of scalars::ACCOUNT_NAME,
        /// `Status`.
        status: optional AccountStatus = "Status" as "Status" of ACCOUNT_STATUS,
        /// `State`.
        state: optional AccountState = "State" as "State" of ACCOUNT_STATE,
        /// `Paths`.
        paths: optional Vec<String> = "Paths" as "Paths" of scalars::PATHS,
        /// `JoinedMethod`.
        joined_method: optional AccountJoinedMethod = "JoinedMethod" as "JoinedMethod" of ACCOUNT_JOINED_METHOD,
        /// `JoinedTimestamp`.
        joined_timestamp: optional Timestamp = "JoinedTimestamp" as "JoinedTimestamp" of scalars::TIMESTAMP,
    }
}

awsim_plugin::structure! {
    /// `AttachPolicyRequest`.
    pub struct AttachPolicyRequest: ATTACH_POLICY_REQUEST {
        /// `PolicyId`, at most 130 characters, `^p-[0-9a-zA-Z_]{8,128}$`.
        policy_id: required String = "PolicyId" as "PolicyId" of scalars::POLICY_ID,
        /// `TargetId`, at most 100 characters, `^(r-[0-9a-z]{4,32})|(\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$`.
        target_id: required String = "TargetId" as "TargetId" of scalars::POLICY_TARGET_ID,
    }
}

awsim_plugin::structure! {
    /// `CancelHandshakeRequest`.
    pub struct CancelHandshakeRequest: CANCEL_HANDSHAKE_REQUEST {
        /// `HandshakeId`, at most 34 characters, `^h-[0-9a-z]{8,32}$`.
        handshake_id: required String = "HandshakeId" as "HandshakeId" of scalars::HANDSHAKE_ID,
    }
}

awsim_plugin::structure! {
    /// `CancelHandshakeResponse`.
    pub struct CancelHandshakeResponse: CANCEL_HANDSHAKE_RESPONSE {
        /// `Handshake`.
        handshake: optional Handshake = "Handshake" as "Handshake" of HANDSHAKE,
    }
}

awsim_plugin::structure! {
    /// `Child`.
    pub struct Child: CHILD {
        /// `Id`, at most 100 characters, `^(\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$`.
        id: optional String = "Id" as "Id" of scalars::CHILD_ID,
        /// `Type`.
        r#type: optional ChildType = "Type" as "Type" of CHILD_TYPE,
    }
}

awsim_plugin::structure! {
    /// `CloseAccountRequest`.
    pub struct CloseAccountRequest: CLOSE_ACCOUNT_REQUEST {
        /// `AccountId`, at most 12 characters, `^\d{12}$`.
        account_id: required String = "AccountId" as "AccountId" of scalars::ACCOUNT_ID,
    }
}

awsim_plugin::structure! {
    /// `CreateAccountRequest`.
    pub struct CreateAccountRequest: CREATE_ACCOUNT_REQUEST {
        /// `Email`, 6 to 64 characters, `[^\s@]+@[^\s@]+\.[^\s@]+`.
        email: required String = "Email" as "Email" of scalars::EMAIL,
        /// `AccountName`, 1 to 50 characters, `[\u0020-\u007E]+`.
        account_name: required String = "AccountName" as "AccountName" of scalars::CREATE_ACCOUNT_NAME,
        /// `RoleName`, at most 64 characters, `[\w+=,.@-]{1,64}`.
        role_name: optional String = "RoleName" as "RoleName" of scalars::ROLE_NAME,
        /// `IamUserAccessToBilling`.
        iam_user_access_to_billing: optional IAMUserAccessToBilling = "IamUserAccessToBilling" as "IamUserAccessToBilling" of IAM_USER_ACCESS_TO_BILLING,
        /// `Tags`.
        tags: optional Vec<Tag> = "Tags" as "Tags" of scalars::TAGS,
    }
}

awsim_plugin::structure! {
    /// `CreateAccountResponse`.
    pub struct CreateAccountResponse: CREATE_ACCOUNT_RESPONSE {
        /// `CreateAccountStatus`.
        create_account_status: optional CreateAccountStatus = "CreateAccountStatus" as "CreateAccountStatus" of CREATE_ACCOUNT_STATUS,
    }
}

awsim_plugin::structure! {
    /// `CreateAccountStatus`.
    pub struct CreateAccountStatus: CREATE_ACCOUNT_STATUS {
        /// `Id`, at most 36 characters, `^car-[a-z0-9]{8,32}$`.
        id: optional String = "Id" as "Id" of scalars::CREATE_ACCOUNT_REQUEST_ID,
        /// `AccountName`, 1 to 50 characters, `[\u0020-\u007E]+`.
        account_name: optional String = "AccountName" as "AccountName" of scalars::CREATE_ACCOUNT_NAME,
        /// `State`.
        state: optional CreateAccountState = "State" as "State" of CREATE_ACCOUNT_STATE,
        /// `RequestedTimestamp`.
        requested_timestamp: optional Timestamp = "RequestedTimestamp" as "RequestedTimestamp" of scalars::TIMESTAMP,
        /// `CompletedTimestamp`.
        completed_timestamp: optional Timestamp = "CompletedTimestamp" as "CompletedTimestamp" of scalars::TIMESTAMP,
        /// `AccountId`, at most 12 characters, `^\d{12}$`.
        account_id: optional String = "AccountId" as "AccountId" of scalars::ACCOUNT_ID,
        /// `GovCloudAccountId`, at most 12 characters, `^\d{12}$`.
        gov_cloud_account_id: optional String = "GovCloudAccountId" as "GovCloudAccountId" of scalars::ACCOUNT_ID,
        /// `FailureReason`.
        failure_reason: optional CreateAccountFailureReason = "FailureReason" as "FailureReason" of CREATE_ACCOUNT_FAILURE_REASON,
    }
}

awsim_plugin::structure! {
    /// `CreateGovCloudAccountRequest`.
    pub struct CreateGovCloudAccountRequest: CREATE_GOV_CLOUD_ACCOUNT_REQUEST {
        /// `Email`, 6 to 64 characters, `[^\s@]+@[^\s@]+\.[^\s@]+`.
        email: required String = "Email" as "Email" of scalars::EMAIL,
        /// `AccountName`, 1 to 50 characters, `[\u0020-\u007E]+`.
        account_name: required String = "AccountName" as "AccountName" of scalars::CREATE_ACCOUNT_NAME,
        /// `RoleName`, at most 64 characters, `[\w+=,.@-]{1,64}`.
        role_name: optional String = "RoleName" as "RoleName" of scalars::ROLE_NAME,
        /// `IamUserAccessToBilling`.
        iam_user_access_to_billing: optional IAMUserAccessToBilling = "IamUserAccessToBilling" as "IamUserAccessToBilling" of IAM_USER_ACCESS_TO_BILLING,
        /// `Tags`.
        tags: optional Vec<Tag> = "Tags" as "Tags" of scalars::TAGS,
    }
}

awsim_plugin::structure! {
    /// `CreateGovCloudAccountResponse`.
    pub struct CreateGovCloudAccountResponse: CREATE_GOV_CLOUD_ACCOUNT_RESPONSE {
        /// `CreateAccountStatus`.
        create_account_status: optional CreateAccountStatus = "CreateAccountStatus" as "CreateAccountStatus" of CREATE_ACCOUNT_STATUS,
    }
}

awsim_plugin::structure! {
    /// `CreateOrganizationRequest`.
    pub struct CreateOrganizationRequest: CREATE_ORGANIZATION_REQUEST {
        /// `FeatureSet`.
        feature_set: optional OrganizationFeatureSet = "FeatureSet" as "FeatureSet" of ORGANIZATION_FEATURE_SET,
    }
}

awsim_plugin::structure! {
    /// `CreateOrganizationResponse`.
    pub struct CreateOrganizationResponse: CREATE_ORGANIZATION_RESPONSE {
        /// `Organization`.
        organization: optional Organization = "Organization" as "Organization" of ORGANIZATION,
    }
}

awsim_plugin::structure! {
    /// `CreateOrganizationalUnitRequest`.
    pub struct CreateOrganizationalUnitRequest: CREATE_ORGANIZATIONAL_UNIT_REQUEST {
        /// `ParentId`, at most 100 characters, `^(r-[0-9a-z]{4,32})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$`.
        parent_id: required String = "ParentId" as "ParentId" of scalars::PARENT_ID,
        /// `Name`, 1 to 128 characters, `[\s\S]*`.
        name: required String = "Name" as "Name" of scalars::ORGANIZATIONAL_UNIT_NAME,
        /// `Tags`.
        tags: optional Vec<Tag> = "Tags" as "Tags" of scalars::TAGS,
    }
}

awsim_plugin::structure! {
    /// `CreateOrganizationalUnitResponse`.
    pub struct CreateOrganizationalUnitResponse: CREATE_ORGANIZATIONAL_UNIT_RESPONSE {
        /// `OrganizationalUnit`.
        organizational_unit: optional OrganizationalUnit = "OrganizationalUnit" as "OrganizationalUnit" of ORGANIZATIONAL_UNIT,
    }
}

awsim_plugin::structure! {
    /// `CreatePolicyRequest`.
    pub struct CreatePolicyRequest: CREATE_POLICY_REQUEST {
        /// `Content`, at least 1 characters, `[\s\S]*`.
        content: required String = "Content" as "Content" of scalars::POLICY_CONTENT,
        /// `Description`, at most 512 characters, `[\s\S]*`.
        description: required String = "Description" as "Description" of scalars::POLICY_DESCRIPTION,
        /// `Name`, 1 to 128 characters, `[\s\S]*`.
        name: required String = "Name" as "Name" of scalars::POLICY_NAME,
        /// `Type`.
        r#type: required PolicyType = "Type" as "Type" of POLICY_TYPE,
        /// `Tags`.
        tags: optional Vec<Tag> = "Tags" as "Tags" of scalars::TAGS,
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
    /// `DeclineHandshakeRequest`.
    pub struct DeclineHandshakeRequest: DECLINE_HANDSHAKE_REQUEST {
        /// `HandshakeId`, at most 34 characters, `^h-[0-9a-z]{8,32}$`.
        handshake_id: required String = "HandshakeId" as "HandshakeId" of scalars::HANDSHAKE_ID,
    }
}

awsim_plugin::structure! {
    /// `DeclineHandshakeResponse`.
    pub struct DeclineHandshakeResponse: DECLINE_HANDSHAKE_RESPONSE {
        /// `Handshake`.
        handshake: optional Handshake = "Handshake" as "Handshake" of HANDSHAKE,
    }
}

awsim_plugin::structure! {
    /// `DelegatedAdministrator`.
    pub struct DelegatedAdministrator: DELEGATED_ADMINISTRATOR {
        /// `Id`, at most 12 characters, `^\d{12}$`.
        id: optional String = "Id" as "Id" of scalars::ACCOUNT_ID,
        /// `Arn`, `^arn:aws:organizations::\d{12}:account\/o-[a-z0-9]{10,32}\/\d{12}`.
        arn: optional String = "Arn" as "Arn" of scalars::ACCOUNT_ARN,
        /// `Email`, 6 to 64 characters, `[^\s@]+@[^\s@]+\.[^\s@]+`.
        email: optional String = "Email" as "Email" of scalars::EMAIL,
        /// `Name`, 1 to 128 characters, `[\s\S]*`.
        name: optional String = "Name" as "Name" of scalars::ACCOUNT_NAME,
        /// `Status`.
        status: optional AccountStatus = "Status" as "Status" of ACCOUNT_STATUS,
        /// `State`.
        state: optional AccountState = "State" as "State" of ACCOUNT_STATE,
        /// `JoinedMethod`.
        joined_method: optional AccountJoinedMethod = "JoinedMethod" as "JoinedMethod" of ACCOUNT_JOINED_METHOD,
        /// `JoinedTimestamp`.
        joined_timestamp: optional Timestamp = "JoinedTimestamp" as "JoinedTimestamp" of scalars::TIMESTAMP,
        /// `DelegationEnabledDate`.
        delegation_enabled_date: optional Timestamp = "DelegationEnabledDate" as "DelegationEnabledDate" of scalars::TIMESTAMP,
    }
}

awsim_plugin::structure! {
    /// `DelegatedService`.
    pub struct DelegatedService: DELEGATED_SERVICE {
        /// `ServicePrincipal`, 1 to 128 characters, `[\w+=,.@-]*`.
        service_principal: optional String = "ServicePrincipal" as "ServicePrincipal" of scalars::SERVICE_PRINCIPAL,
        /// `DelegationEnabledDate`.
        delegation_enabled_date: optional Timestamp = "DelegationEnabledDate" as "DelegationEnabledDate" of scalars::TIMESTAMP,
    }
}

awsim_plugin::structure! {
    /// `DeleteOrganizationalUnitRequest`.
    pub struct DeleteOrganizationalUnitRequest: DELETE_ORGANIZATIONAL_UNIT_REQUEST {
        /// `OrganizationalUnitId`, at most 68 characters, `^ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}$`.
        organizational_unit_id: required String = "OrganizationalUnitId" as "OrganizationalUnitId" of scalars::ORGANIZATIONAL_UNIT_ID,
    }
}

awsim_plugin::structure! {
    /// `DeletePolicyRequest`.
    pub struct DeletePolicyRequest: DELETE_POLICY_REQUEST {
        /// `PolicyId`, at most 130 characters, `^p-[0-9a-zA-Z_]{8,128}$`.
        policy_id: required String = "PolicyId" as "PolicyId" of scalars::POLICY_ID,
    }
}

awsim_plugin::structure! {
    /// `DeregisterDelegatedAdministratorRequest`.
    pub struct DeregisterDelegatedAdministratorRequest: DEREGISTER_DELEGATED_ADMINISTRATOR_REQUEST {
        /// `AccountId`, at most 12 characters, `^\d{12}$`.
        account_id: required String = "AccountId" as "AccountId" of scalars::ACCOUNT_ID,
        /// `ServicePrincipal`, 1 to 128 characters, `[\w+=,.@-]*`.
        service_principal: required String = "ServicePrincipal" as "ServicePrincipal" of scalars::SERVICE_PRINCIPAL,
    }
}

awsim_plugin::structure! {
    /// `DescribeAccountRequest`.
    pub struct DescribeAccountRequest: DESCRIBE_ACCOUNT_REQUEST {
        /// `AccountId`, at most 12 characters, `^\d{12}$`.
        account_id: required String = "AccountId" as "AccountId" of scalars::ACCOUNT_ID,
    }
}

awsim_plugin::structure! {
    /// `DescribeAccountResponse`.
    pub struct DescribeAccountResponse: DESCRIBE_ACCOUNT_RESPONSE {
        /// `Account`.
        account: optional Account = "Account" as "Account" of ACCOUNT,
    }
}

awsim_plugin::structure! {
    /// `DescribeCreateAccountStatusRequest`.
    pub struct DescribeCreateAccountStatusRequest: DESCRIBE_CREATE_ACCOUNT_STATUS_REQUEST {
        /// `CreateAccountRequestId`, at most 36 characters, `^car-[a-z0-9]{8,32}$`.
        create_account_request_id: required String = "CreateAccountRequestId" as "CreateAccountRequestId" of scalars::CREATE_ACCOUNT_REQUEST_ID,
    }
}

awsim_plugin::structure! {
    /// `DescribeCreateAccountStatusResponse`.
    pub struct DescribeCreateAccountStatusResponse: DESCRIBE_CREATE_ACCOUNT_STATUS_RESPONSE {
        /// `CreateAccountStatus`.
        create_account_status: optional CreateAccountStatus = "CreateAccountStatus" as "CreateAccountStatus" of CREATE_ACCOUNT_STATUS,
    }
}

awsim_plugin::structure! {
    /// `DescribeEffectivePolicyRequest`.
    pub struct DescribeEffectivePolicyRequest: DESCRIBE_EFFECTIVE_POLICY_REQUEST {
        /// `PolicyType`.
        policy_type: required EffectivePolicyType = "PolicyType" as "PolicyType" of EFFECTIVE_POLICY_TYPE,
        /// `TargetId`, at most 100 characters, `^(r-[0-9a-z]{4,32})|(\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$`.
        target_id: optional String = "TargetId" as "TargetId" of scalars::POLICY_TARGET_ID,
    }
}

awsim_plugin::structure! {
    /// `DescribeEffectivePolicyResponse`.
    pub struct DescribeEffectivePolicyResponse: DESCRIBE_EFFECTIVE_POLICY_RESPONSE {
        /// `EffectivePolicy`.
        effective_policy: optional EffectivePolicy = "EffectivePolicy" as "EffectivePolicy" of EFFECTIVE_POLICY,
    }
}

awsim_plugin::structure! {
    /// `DescribeHandshakeRequest`.
    pub struct DescribeHandshakeRequest: DESCRIBE_HANDSHAKE_REQUEST {
        /// `HandshakeId`, at most 34 characters, `^h-[0-9a-z]{8,32}$`.
        handshake_id: required String = "HandshakeId" as "HandshakeId" of scalars::HANDSHAKE_ID,
    }
}

awsim_plugin::structure! {
    /// `DescribeHandshakeResponse`.
    pub struct DescribeHandshakeResponse: DESCRIBE_HANDSHAKE_RESPONSE {
        /// `Handshake`.
        handshake: optional Handshake = "Handshake" as "Handshake" of HANDSHAKE,
    }
}

awsim_plugin::structure! {
    /// `DescribeOrganizationResponse`.
    pub struct DescribeOrganizationResponse: DESCRIBE_ORGANIZATION_RESPONSE {
        /// `Organization`.
        organization: optional Organization = "Organization" as "Organization" of ORGANIZATION,
    }
}

awsim_plugin::structure! {
    /// `DescribeOrganizationalUnitRequest`.
    pub struct DescribeOrganizationalUnitRequest: DESCRIBE_ORGANIZATIONAL_UNIT_REQUEST {
        /// `OrganizationalUnitId`, at most 68 characters, `^ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}$`.
        organizational_unit_id: required String = "OrganizationalUnitId" as "OrganizationalUnitId" of scalars::ORGANIZATIONAL_UNIT_ID,
    }
}

awsim_plugin::structure! {
    /// `DescribeOrganizationalUnitResponse`.
    pub struct DescribeOrganizationalUnitResponse: DESCRIBE_ORGANIZATIONAL_UNIT_RESPONSE {
        /// `OrganizationalUnit`.
        organizational_unit: optional OrganizationalUnit = "OrganizationalUnit" as "OrganizationalUnit" of ORGANIZATIONAL_UNIT,
    }
}

awsim_plugin::structure! {
    /// `DescribePolicyRequest`.
    pub struct DescribePolicyRequest: DESCRIBE_POLICY_REQUEST {
        /// `PolicyId`, at most 130 characters, `^p-[0-9a-zA-Z_]{8,128}$`.
        policy_id: required String = "PolicyId" as "PolicyId" of scalars::POLICY_ID,
    }
}

awsim_plugin::structure! {
    /// `DescribePolicyResponse`.
    pub struct DescribePolicyResponse: DESCRIBE_POLICY_RESPONSE {
        /// `Policy`.
        policy: optional Policy = "Policy" as "Policy" of POLICY,
    }
}

awsim_plugin::structure! {
    /// `DescribeResourcePolicyResponse`.
    pub struct DescribeResourcePolicyResponse: DESCRIBE_RESOURCE_POLICY_RESPONSE {
        /// `ResourcePolicy`.
        resource_policy: optional ResourcePolicy = "ResourcePolicy" as "ResourcePolicy" of RESOURCE_POLICY,
    }
}

awsim_plugin::structure! {
    /// `DescribeResponsibilityTransferRequest`.
    pub struct DescribeResponsibilityTransferRequest: DESCRIBE_RESPONSIBILITY_TRANSFER_REQUEST {
        /// `Id`, `^rt-[0-9a-z]{8,32}$`.
        id: required String = "Id" as "Id" of scalars::RESPONSIBILITY_TRANSFER_ID,
    }
}

awsim_plugin::structure! {
    /// `DescribeResponsibilityTransferResponse`.
    pub struct DescribeResponsibilityTransferResponse: DESCRIBE_RESPONSIBILITY_TRANSFER_RESPONSE {
        /// `ResponsibilityTransfer`.
        responsibility_transfer: optional ResponsibilityTransfer = "ResponsibilityTransfer" as "ResponsibilityTransfer" of RESPONSIBILITY_TRANSFER,
    }
}

awsim_plugin::structure! {
    /// `DetachPolicyRequest`.
    pub struct DetachPolicyRequest: DETACH_POLICY_REQUEST {
        /// `PolicyId`, at most 130 characters, `^p-[0-9a-zA-Z_]{8,128}$`.
        policy_id: required String = "PolicyId" as "PolicyId" of scalars::POLICY_ID,
        /// `TargetId`, at most 100 characters, `^(r-[0-9a-z]{4,32})|(\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$`.
        target_id: required String = "TargetId" as "TargetId" of scalars::POLICY_TARGET_ID,
    }
}

awsim_plugin::structure! {
    /// `DisableAWSServiceAccessRequest`.
    pub struct DisableAWSServiceAccessRequest: DISABLE_AWS_SERVICE_ACCESS_REQUEST {
        /// `ServicePrincipal`, 1 to 128 characters, `[\w+=,.@-]*`.
        service_principal: required String = "ServicePrincipal" as "ServicePrincipal" of scalars::SERVICE_PRINCIPAL,
    }
}

awsim_plugin::structure! {
    /// `DisablePolicyTypeRequest`.
    pub struct DisablePolicyTypeRequest: DISABLE_POLICY_TYPE_REQUEST {
        /// `RootId`, at most 34 characters, `^r-[0-9a-z]{4,32}$`.
        root_id: required String = "RootId" as "RootId" of scalars::ROOT_ID,
        /// `PolicyType`.
        policy_type: required PolicyType = "PolicyType" as "PolicyType" of POLICY_TYPE,
    }
}

awsim_plugin::structure! {
    /// `DisablePolicyTypeResponse`.
    pub struct DisablePolicyTypeResponse: DISABLE_POLICY_TYPE_RESPONSE {
        /// `Root`.
        root: optional Root = "Root" as "Root" of ROOT,
    }
}

awsim_plugin::structure! {
    /// `EffectivePolicy`.
    pub struct EffectivePolicy: EFFECTIVE_POLICY {
        /// `PolicyContent`, at least 1 characters, `[\s\S]*`.
        policy_content: optional String = "PolicyContent" as "PolicyContent" of scalars::POLICY_CONTENT,
        /// `LastUpdatedTimestamp`.
        last_updated_timestamp: optional Timestamp = "LastUpdatedTimestamp" as "LastUpdatedTimestamp" of scalars::TIMESTAMP,
        /// `TargetId`, at most 100 characters, `^(r-[0-9a-z]{4,32})|(\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$`.
        target_id: optional String = "TargetId" as "TargetId" of scalars::POLICY_TARGET_ID,
        /// `PolicyType`.
        policy_type: optional EffectivePolicyType = "PolicyType" as "PolicyType" of EFFECTIVE_POLICY_TYPE,
    }
}

awsim_plugin::structure! {
    /// `EffectivePolicyValidationError`.
    pub struct EffectivePolicyValidationError: EFFECTIVE_POLICY_VALIDATION_ERROR {
        /// `ErrorCode`.
        error_code: optional String = "ErrorCode" as "ErrorCode" of scalars::ERROR_CODE,
        /// `ErrorMessage`.
        error_message: optional String = "ErrorMessage" as "ErrorMessage" of scalars::ERROR_MESSAGE,
        /// `PathToError`.
        path_to_error: optional String = "PathToError" as "PathToError" of scalars::PATH_TO_ERROR,
        /// `ContributingPolicies`.
        contributing_policies: optional Vec<String> = "ContributingPolicies" as "ContributingPolicies" of scalars::POLICY_IDS,
    }
}

awsim_plugin::structure! {
    /// `EnableAWSServiceAccessRequest`.
    pub struct EnableAWSServiceAccessRequest: ENABLE_AWS_SERVICE_ACCESS_REQUEST {
        /// `ServicePrincipal`, 1 to 128 characters, `[\w+=,.@-]*`.
        service_principal: required String = "ServicePrincipal" as "ServicePrincipal" of scalars::SERVICE_PRINCIPAL,
    }
}

awsim_plugin::structure! {
    /// `EnableAllFeaturesRequest`.
    pub struct EnableAllFeaturesRequest: ENABLE_ALL_FEATURES_REQUEST {
    }
}

awsim_plugin::structure! {
    /// `EnableAllFeaturesResponse`.
    pub struct EnableAllFeaturesResponse: ENABLE_ALL_FEATURES_RESPONSE {
        /// `Handshake`.
        handshake: optional Handshake = "Handshake" as "Handshake" of HANDSHAKE,
    }
}

awsim_plugin::structure! {
    /// `EnablePolicyTypeRequest`.
    pub struct EnablePolicyTypeRequest: ENABLE_POLICY_TYPE_REQUEST {
        /// `RootId`, at most 34 characters, `^r-[0-9a-z]{4,32}$`.
        root_id: required String = "RootId" as "RootId" of scalars::ROOT_ID,
        /// `PolicyType`.
        policy_type: required PolicyType = "PolicyType" as "PolicyType" of POLICY_TYPE,
    }
}

awsim_plugin::structure! {
    /// `EnablePolicyTypeResponse`.
    pub struct EnablePolicyTypeResponse: ENABLE_POLICY_TYPE_RESPONSE {
        /// `Root`.
        root: optional Root = "Root" as "Root" of ROOT,
    }
}

awsim_plugin::structure! {
    /// `EnabledServicePrincipal`.
    pub struct EnabledServicePrincipal: ENABLED_SERVICE_PRINCIPAL {
        /// `ServicePrincipal`, 1 to 128 characters, `[\w+=,.@-]*`.
        service_principal: optional String = "ServicePrincipal" as "ServicePrincipal" of scalars::SERVICE_PRINCIPAL,
        /// `DateEnabled`.
        date_enabled: optional Timestamp = "DateEnabled" as "DateEnabled" of scalars::TIMESTAMP,
    }
}

awsim_plugin::structure! {
    /// `Handshake`.
    pub struct Handshake: HANDSHAKE {
        /// `Id`, at most 34 characters, `^h-[0-9a-z]{8,32}$`.
        id: optional String = "Id" as "Id" of scalars::HANDSHAKE_ID,
        /// `Arn`, `^arn:aws:organizations::\d{12}:handshake\/o-[a-z0-9]{10,32}\/[a-z_]{1,32}\/h-[0-9a-z]{8,32}`.
        arn: optional String = "Arn" as "Arn" of scalars::HANDSHAKE_ARN,
        /// `Parties`.
        parties: optional Vec<HandshakeParty> = "Parties" as "Parties" of scalars::HANDSHAKE_PARTIES,
        /// `State`.
        state: optional HandshakeState = "State" as "State" of HANDSHAKE_STATE,
        /// `RequestedTimestamp`.
        requested_timestamp: optional Timestamp = "RequestedTimestamp" as "RequestedTimestamp" of scalars::TIMESTAMP,
        /// `ExpirationTimestamp`.
        expiration_timestamp: optional Timestamp = "ExpirationTimestamp" as "ExpirationTimestamp" of scalars::TIMESTAMP,
        /// `Action`.
        action: optional ActionType = "Action" as "Action" of ACTION_TYPE,
        /// `Resources`.
        resources: optional Vec<HandshakeResource> = "Resources" as "Resources" of scalars::HANDSHAKE_RESOURCES,
    }
}

awsim_plugin::structure! {
    /// `HandshakeFilter`.
    pub struct HandshakeFilter: HANDSHAKE_FILTER {
        /// `ActionType`.
        action_type: optional ActionType = "ActionType" as "ActionType" of ACTION_TYPE,
        /// `ParentHandshakeId`, at most 34 characters, `^h-[0-9a-z]{8,32}$`.
        parent_handshake_id: optional String = "ParentHandshakeId" as "ParentHandshakeId" of scalars::HANDSHAKE_ID,
    }
}

awsim_plugin::structure! {
    /// `HandshakeParty`.
    pub struct HandshakeParty: HANDSHAKE_PARTY {
        /// `Id`, 1 to 64 characters, `[\s\S]*`.
        id: required String = "Id" as "Id" of scalars::HANDSHAKE_PARTY_ID,
        /// `Type`.
        r#type: required HandshakePartyType = "Type" as "Type" of HANDSHAKE_PARTY_TYPE,
    }
}

awsim_plugin::structure! {
    /// `HandshakeResource`.
    pub struct HandshakeResource: HANDSHAKE_RESOURCE {
        /// `Value`.
        value: optional String = "Value" as "Value" of scalars::HANDSHAKE_RESOURCE_VALUE,
        /// `Type`.
        r#type: optional HandshakeResourceType = "Type" as "Type" of HANDSHAKE_RESOURCE_TYPE,
        /// `Resources`.
        resources: optional Vec<HandshakeResource> = "Resources" as "Resources" of scalars::HANDSHAKE_RESOURCES,
    }
}

awsim_plugin::structure! {
    /// `InviteAccountToOrganizationRequest`.
    pub struct InviteAccountToOrganizationRequest: INVITE_ACCOUNT_TO_ORGANIZATION_REQUEST {
        /// `Target`.
        target: required HandshakeParty = "Target" as "Target" of HANDSHAKE_PARTY,
        /// `Notes`, at most 1024 characters, `[\s\S]*`.
        notes: optional String = "Notes" as "Notes" of scalars::HANDSHAKE_NOTES,
        /// `Tags`.
        tags: optional Vec<Tag> = "Tags" as "Tags" of scalars::TAGS,
    }
}

awsim_plugin::structure! {
    /// `InviteAccountToOrganizationResponse`.
    pub struct InviteAccountToOrganizationResponse: INVITE_ACCOUNT_TO_ORGANIZATION_RESPONSE {
        /// `Handshake`.
        handshake: optional Handshake = "Handshake" as "Handshake" of HANDSHAKE,
    }
}

awsim_plugin::structure! {
    /// `InviteOrganizationToTransferResponsibilityRequest`.
    pub struct InviteOrganizationToTransferResponsibilityRequest: INVITE_ORGANIZATION_TO_TRANSFER_RESPONSIBILITY_REQUEST {
        /// `Type`.
        r#type: required ResponsibilityTransferType = "Type" as "Type" of RESPONSIBILITY_TRANSFER_TYPE,
        /// `Target`.
        target: required HandshakeParty = "Target" as "Target" of HANDSHAKE_PARTY,
        /// `Notes`, at most 1024 characters, `[\s\S]*`.
        notes: optional String = "Notes" as "Notes" of scalars::HANDSHAKE_NOTES,
        /// `StartTimestamp`.
        start_timestamp: required Timestamp = "StartTimestamp" as "StartTimestamp" of scalars::TIMESTAMP,
        /// `SourceName`, 1 to 128 characters, `^[ -~]+$`.
        source_name: required String = "SourceName" as "SourceName" of scalars::RESPONSIBILITY_TRANSFER_NAME,
        /// `Tags`.
        tags: optional Vec<Tag> = "Tags" as "Tags" of scalars::TAGS,
    }
}

awsim_plugin::structure! {
    /// `InviteOrganizationToTransferResponsibilityResponse`.
    pub struct InviteOrganizationToTransferResponsibilityResponse: INVITE_ORGANIZATION_TO_TRANSFER_RESPONSIBILITY_RESPONSE {
        /// `Handshake`.
        handshake: optional Handshake = "Handshake" as "Handshake" of HANDSHAKE,
    }
}

awsim_plugin::structure! {
    /// `ListAWSServiceAccessForOrganizationRequest`.
    pub struct ListAWSServiceAccessForOrganizationRequest: LIST_AWS_SERVICE_ACCESS_FOR_ORGANIZATION_REQUEST {
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
        /// `MaxResults`, 1 to 20.
        max_results: optional i32 = "MaxResults" as "MaxResults" of scalars::MAX_RESULTS,
    }
}

awsim_plugin::structure! {
    /// `ListAWSServiceAccessForOrganizationResponse`.
    pub struct ListAWSServiceAccessForOrganizationResponse: LIST_AWS_SERVICE_ACCESS_FOR_ORGANIZATION_RESPONSE {
        /// `EnabledServicePrincipals`.
        enabled_service_principals: optional Vec<EnabledServicePrincipal> = "EnabledServicePrincipals" as "EnabledServicePrincipals" of scalars::ENABLED_SERVICE_PRINCIPALS,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
    }
}

awsim_plugin::structure! {
    /// `ListAccountsForParentRequest`.
    pub struct ListAccountsForParentRequest: LIST_ACCOUNTS_FOR_PARENT_REQUEST {
        /// `ParentId`, at most 100 characters, `^(r-[0-9a-z]{4,32})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$`.
        parent_id: required String = "ParentId" as "ParentId" of scalars::PARENT_ID,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
        /// `MaxResults`, 1 to 20.
        max_results: optional i32 = "MaxResults" as "MaxResults" of scalars::MAX_RESULTS,
    }
}

awsim_plugin::structure! {
    /// `ListAccountsForParentResponse`.
    pub struct ListAccountsForParentResponse: LIST_ACCOUNTS_FOR_PARENT_RESPONSE {
        /// `Accounts`.
        accounts: optional Vec<Account> = "Accounts" as "Accounts" of scalars::ACCOUNTS,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
    }
}

awsim_plugin::structure! {
    /// `ListAccountsRequest`.
    pub struct ListAccountsRequest: LIST_ACCOUNTS_REQUEST {
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
        /// `MaxResults`, 1 to 20.
        max_results: optional i32 = "MaxResults" as "MaxResults" of scalars::MAX_RESULTS,
    }
}

awsim_plugin::structure! {
    /// `ListAccountsResponse`.
    pub struct ListAccountsResponse: LIST_ACCOUNTS_RESPONSE {
        /// `Accounts`.
        accounts: optional Vec<Account> = "Accounts" as "Accounts" of scalars::ACCOUNTS,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
    }
}

awsim_plugin::structure! {
    /// `ListAccountsWithInvalidEffectivePolicyRequest`.
    pub struct ListAccountsWithInvalidEffectivePolicyRequest: LIST_ACCOUNTS_WITH_INVALID_EFFECTIVE_POLICY_REQUEST {
        /// `PolicyType`.
        policy_type: required EffectivePolicyType = "PolicyType" as "PolicyType" of EFFECTIVE_POLICY_TYPE,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
        /// `MaxResults`, 1 to 20.
        max_results: optional i32 = "MaxResults" as "MaxResults" of scalars::MAX_RESULTS,
    }
}

awsim_plugin::structure! {
    /// `ListAccountsWithInvalidEffectivePolicyResponse`.
    pub struct ListAccountsWithInvalidEffectivePolicyResponse: LIST_ACCOUNTS_WITH_INVALID_EFFECTIVE_POLICY_RESPONSE {
        /// `Accounts`.
        accounts: optional Vec<Account> = "Accounts" as "Accounts" of scalars::ACCOUNTS,
        /// `PolicyType`.
        policy_type: optional EffectivePolicyType = "PolicyType" as "PolicyType" of EFFECTIVE_POLICY_TYPE,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
    }
}

awsim_plugin::structure! {
    /// `ListChildrenRequest`.
    pub struct ListChildrenRequest: LIST_CHILDREN_REQUEST {
        /// `ParentId`, at most 100 characters, `^(r-[0-9a-z]{4,32})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$`.
        parent_id: required String = "ParentId" as "ParentId" of scalars::PARENT_ID,
        /// `ChildType`.
        child_type: required ChildType = "ChildType" as "ChildType" of CHILD_TYPE,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
        /// `MaxResults`, 1 to 20.
        max_results: optional i32 = "MaxResults" as "MaxResults" of scalars::MAX_RESULTS,
    }
}

awsim_plugin::structure! {
    /// `ListChildrenResponse`.
    pub struct ListChildrenResponse: LIST_CHILDREN_RESPONSE {
        /// `Children`.
        children: optional Vec<Child> = "Children" as "Children" of scalars::CHILDREN,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
    }
}

awsim_plugin::structure! {
    /// `ListCreateAccountStatusRequest`.
    pub struct ListCreateAccountStatusRequest: LIST_CREATE_ACCOUNT_STATUS_REQUEST {
        /// `States`.
        states: optional Vec<CreateAccountState> = "States" as "States" of scalars::CREATE_ACCOUNT_STATES,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
        /// `MaxResults`, 1 to 20.
        max_results: optional i32 = "MaxResults" as "MaxResults" of scalars::MAX_RESULTS,
    }
}

awsim_plugin::structure! {
    /// `ListCreateAccountStatusResponse`.
    pub struct ListCreateAccountStatusResponse: LIST_CREATE_ACCOUNT_STATUS_RESPONSE {
        /// `CreateAccountStatuses`.
        create_account_statuses: optional Vec<CreateAccountStatus> = "CreateAccountStatuses" as "CreateAccountStatuses" of scalars::CREATE_ACCOUNT_STATUSES,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
    }
}

awsim_plugin::structure! {
    /// `ListDelegatedAdministratorsRequest`.
    pub struct ListDelegatedAdministratorsRequest: LIST_DELEGATED_ADMINISTRATORS_REQUEST {
        /// `ServicePrincipal`, 1 to 128 characters, `[\w+=,.@-]*`.
        service_principal: optional String = "ServicePrincipal" as "ServicePrincipal" of scalars::SERVICE_PRINCIPAL,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
        /// `MaxResults`, 1 to 20.
        max_results: optional i32 = "MaxResults" as "MaxResults" of scalars::MAX_RESULTS,
    }
}

awsim_plugin::structure! {
    /// `ListDelegatedAdministratorsResponse`.
    pub struct ListDelegatedAdministratorsResponse: LIST_DELEGATED_ADMINISTRATORS_RESPONSE {
        /// `DelegatedAdministrators`.
        delegated_administrators: optional Vec<DelegatedAdministrator> = "DelegatedAdministrators" as "DelegatedAdministrators" of scalars::DELEGATED_ADMINISTRATORS,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
    }
}

awsim_plugin::structure! {
    /// `ListDelegatedServicesForAccountRequest`.
    pub struct ListDelegatedServicesForAccountRequest: LIST_DELEGATED_SERVICES_FOR_ACCOUNT_REQUEST {
        /// `AccountId`, at most 12 characters, `^\d{12}$`.
        account_id: required String = "AccountId" as "AccountId" of scalars::ACCOUNT_ID,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
        /// `MaxResults`, 1 to 20.
        max_results: optional i32 = "MaxResults" as "MaxResults" of scalars::MAX_RESULTS,
    }
}

awsim_plugin::structure! {
    /// `ListDelegatedServicesForAccountResponse`.
    pub struct ListDelegatedServicesForAccountResponse: LIST_DELEGATED_SERVICES_FOR_ACCOUNT_RESPONSE {
        /// `DelegatedServices`.
        delegated_services: optional Vec<DelegatedService> = "DelegatedServices" as "DelegatedServices" of scalars::DELEGATED_SERVICES,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
    }
}

awsim_plugin::structure! {
    /// `ListEffectivePolicyValidationErrorsRequest`.
    pub struct ListEffectivePolicyValidationErrorsRequest: LIST_EFFECTIVE_POLICY_VALIDATION_ERRORS_REQUEST {
        /// `AccountId`, at most 12 characters, `^\d{12}$`.
        account_id: required String = "AccountId" as "AccountId" of scalars::ACCOUNT_ID,
        /// `PolicyType`.
        policy_type: required EffectivePolicyType = "PolicyType" as "PolicyType" of EFFECTIVE_POLICY_TYPE,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
        /// `MaxResults`, 1 to 20.
        max_results: optional i32 = "MaxResults" as "MaxResults" of scalars::MAX_RESULTS,
    }
}

awsim_plugin::structure! {
    /// `ListEffectivePolicyValidationErrorsResponse`.
    pub struct ListEffectivePolicyValidationErrorsResponse: LIST_EFFECTIVE_POLICY_VALIDATION_ERRORS_RESPONSE {
        /// `AccountId`, at most 12 characters, `^\d{12}$`.
        account_id: optional String = "AccountId" as "AccountId" of scalars::ACCOUNT_ID,
        /// `PolicyType`.
        policy_type: optional EffectivePolicyType = "PolicyType" as "PolicyType" of EFFECTIVE_POLICY_TYPE,
        /// `Path`, `^(o-[a-z0-9]{10,32}\/r-[0-9a-z]{4,32}(\/ou\-[0-9a-z]{4,32}-[a-z0-9]{8,32})*(\/\d{12})*)\/`.
        path: optional String = "Path" as "Path" of scalars::PATH,
        /// `EvaluationTimestamp`.
        evaluation_timestamp: optional Timestamp = "EvaluationTimestamp" as "EvaluationTimestamp" of scalars::TIMESTAMP,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
        /// `EffectivePolicyValidationErrors`.
        effective_policy_validation_errors: optional Vec<EffectivePolicyValidationError> = "EffectivePolicyValidationErrors" as "EffectivePolicyValidationErrors" of scalars::EFFECTIVE_POLICY_VALIDATION_ERRORS,
    }
}

awsim_plugin::structure! {
    /// `ListHandshakesForAccountRequest`.
    pub struct ListHandshakesForAccountRequest: LIST_HANDSHAKES_FOR_ACCOUNT_REQUEST {
        /// `Filter`.
        filter: optional HandshakeFilter = "Filter" as "Filter" of HANDSHAKE_FILTER,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
        /// `MaxResults`, 1 to 20.
        max_results: optional i32 = "MaxResults" as "MaxResults" of scalars::MAX_RESULTS,
    }
}

awsim_plugin::structure! {
    /// `ListHandshakesForAccountResponse`.
    pub struct ListHandshakesForAccountResponse: LIST_HANDSHAKES_FOR_ACCOUNT_RESPONSE {
        /// `Handshakes`.
        handshakes: optional Vec<Handshake> = "Handshakes" as "Handshakes" of scalars::HANDSHAKES,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
    }
}

awsim_plugin::structure! {
    /// `ListHandshakesForOrganizationRequest`.
    pub struct ListHandshakesForOrganizationRequest: LIST_HANDSHAKES_FOR_ORGANIZATION_REQUEST {
        /// `Filter`.
        filter: optional HandshakeFilter = "Filter" as "Filter" of HANDSHAKE_FILTER,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
        /// `MaxResults`, 1 to 20.
        max_results: optional i32 = "MaxResults" as "MaxResults" of scalars::MAX_RESULTS,
    }
}

awsim_plugin::structure! {
    /// `ListHandshakesForOrganizationResponse`.
    pub struct ListHandshakesForOrganizationResponse: LIST_HANDSHAKES_FOR_ORGANIZATION_RESPONSE {
        /// `Handshakes`.
        handshakes: optional Vec<Handshake> = "Handshakes" as "Handshakes" of scalars::HANDSHAKES,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
    }
}

awsim_plugin::structure! {
    /// `ListInboundResponsibilityTransfersRequest`.
    pub struct ListInboundResponsibilityTransfersRequest: LIST_INBOUND_RESPONSIBILITY_TRANSFERS_REQUEST {
        /// `Type`.
        r#type: required ResponsibilityTransferType = "Type" as "Type" of RESPONSIBILITY_TRANSFER_TYPE,
        /// `Id`, `^rt-[0-9a-z]{8,32}$`.
        id: optional String = "Id" as "Id" of scalars::RESPONSIBILITY_TRANSFER_ID,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
        /// `MaxResults`, 1 to 20.
        max_results: optional i32 = "MaxResults" as "MaxResults" of scalars::MAX_RESULTS,
    }
}

awsim_plugin::structure! {
    /// `ListInboundResponsibilityTransfersResponse`.
    pub struct ListInboundResponsibilityTransfersResponse: LIST_INBOUND_RESPONSIBILITY_TRANSFERS_RESPONSE {
        /// `ResponsibilityTransfers`.
        responsibility_transfers: optional Vec<ResponsibilityTransfer> = "ResponsibilityTransfers" as "ResponsibilityTransfers" of scalars::RESPONSIBILITY_TRANSFERS,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
    }
}

awsim_plugin::structure! {
    /// `ListOrganizationalUnitsForParentRequest`.
    pub struct ListOrganizationalUnitsForParentRequest: LIST_ORGANIZATIONAL_UNITS_FOR_PARENT_REQUEST {
        /// `ParentId`, at most 100 characters, `^(r-[0-9a-z]{4,32})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$`.
        parent_id: required String = "ParentId" as "ParentId" of scalars::PARENT_ID,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
        /// `MaxResults`, 1 to 20.
        max_results: optional i32 = "MaxResults" as "MaxResults" of scalars::MAX_RESULTS,
    }
}

awsim_plugin::structure! {
    /// `ListOrganizationalUnitsForParentResponse`.
    pub struct ListOrganizationalUnitsForParentResponse: LIST_ORGANIZATIONAL_UNITS_FOR_PARENT_RESPONSE {
        /// `OrganizationalUnits`.
        organizational_units: optional Vec<OrganizationalUnit> = "OrganizationalUnits" as "OrganizationalUnits" of scalars::ORGANIZATIONAL_UNITS,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
    }
}

awsim_plugin::structure! {
    /// `ListOutboundResponsibilityTransfersRequest`.
    pub struct ListOutboundResponsibilityTransfersRequest: LIST_OUTBOUND_RESPONSIBILITY_TRANSFERS_REQUEST {
        /// `Type`.
        r#type: required ResponsibilityTransferType = "Type" as "Type" of RESPONSIBILITY_TRANSFER_TYPE,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
        /// `MaxResults`, 1 to 20.
        max_results: optional i32 = "MaxResults" as "MaxResults" of scalars::MAX_RESULTS,
    }
}

awsim_plugin::structure! {
    /// `ListOutboundResponsibilityTransfersResponse`.
    pub struct ListOutboundResponsibilityTransfersResponse: LIST_OUTBOUND_RESPONSIBILITY_TRANSFERS_RESPONSE {
        /// `ResponsibilityTransfers`.
        responsibility_transfers: optional Vec<ResponsibilityTransfer> = "ResponsibilityTransfers" as "ResponsibilityTransfers" of scalars::RESPONSIBILITY_TRANSFERS,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
    }
}

awsim_plugin::structure! {
    /// `ListParentsRequest`.
    pub struct ListParentsRequest: LIST_PARENTS_REQUEST {
        /// `ChildId`, at most 100 characters, `^(\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$`.
        child_id: required String = "ChildId" as "ChildId" of scalars::CHILD_ID,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
        /// `MaxResults`, 1 to 20.
        max_results: optional i32 = "MaxResults" as "MaxResults" of scalars::MAX_RESULTS,
    }
}

awsim_plugin::structure! {
    /// `ListParentsResponse`.
    pub struct ListParentsResponse: LIST_PARENTS_RESPONSE {
        /// `Parents`.
        parents: optional Vec<Parent> = "Parents" as "Parents" of scalars::PARENTS,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
    }
}

awsim_plugin::structure! {
    /// `ListPoliciesForTargetRequest`.
    pub struct ListPoliciesForTargetRequest: LIST_POLICIES_FOR_TARGET_REQUEST {
        /// `TargetId`, at most 100 characters, `^(r-[0-9a-z]{4,32})|(\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$`.
        target_id: required String = "TargetId" as "TargetId" of scalars::POLICY_TARGET_ID,
        /// `Filter`.
        filter: required PolicyType = "Filter" as "Filter" of POLICY_TYPE,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
        /// `MaxResults`, 1 to 20.
        max_results: optional i32 = "MaxResults" as "MaxResults" of scalars::MAX_RESULTS,
    }
}

awsim_plugin::structure! {
    /// `ListPoliciesForTargetResponse`.
    pub struct ListPoliciesForTargetResponse: LIST_POLICIES_FOR_TARGET_RESPONSE {
        /// `Policies`.
        policies: optional Vec<PolicySummary> = "Policies" as "Policies" of scalars::POLICIES,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
    }
}

awsim_plugin::structure! {
    /// `ListPoliciesRequest`.
    pub struct ListPoliciesRequest: LIST_POLICIES_REQUEST {
        /// `Filter`.
        filter: required PolicyType = "Filter" as "Filter" of POLICY_TYPE,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
        /// `MaxResults`, 1 to 20.
        max_results: optional i32 = "MaxResults" as "MaxResults" of scalars::MAX_RESULTS,
    }
}

awsim_plugin::structure! {
    /// `ListPoliciesResponse`.
    pub struct ListPoliciesResponse: LIST_POLICIES_RESPONSE {
        /// `Policies`.
        policies: optional Vec<PolicySummary> = "Policies" as "Policies" of scalars::POLICIES,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
    }
}

awsim_plugin::structure! {
    /// `ListRootsRequest`.
    pub struct ListRootsRequest: LIST_ROOTS_REQUEST {
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
        /// `MaxResults`, 1 to 20.
        max_results: optional i32 = "MaxResults" as "MaxResults" of scalars::MAX_RESULTS,
    }
}

awsim_plugin::structure! {
    /// `ListRootsResponse`.
    pub struct ListRootsResponse: LIST_ROOTS_RESPONSE {
        /// `Roots`.
        roots: optional Vec<Root> = "Roots" as "Roots" of scalars::ROOTS,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
    }
}

awsim_plugin::structure! {
    /// `ListTagsForResourceRequest`.
    pub struct ListTagsForResourceRequest: LIST_TAGS_FOR_RESOURCE_REQUEST {
        /// `ResourceId`, at most 130 characters, `^(r-[0-9a-z]{4,32})|(\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})|(^p-[0-9a-zA-Z_]{8,128})|(^rp-[0-9a-zA-Z_]{4,128})|(^rt-[0-9a-zA-Z_]{8,32})$`.
        resource_id: required String = "ResourceId" as "ResourceId" of scalars::TAGGABLE_RESOURCE_ID,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
    }
}

awsim_plugin::structure! {
    /// `ListTagsForResourceResponse`.
    pub struct ListTagsForResourceResponse: LIST_TAGS_FOR_RESOURCE_RESPONSE {
        /// `Tags`.
        tags: optional Vec<Tag> = "Tags" as "Tags" of scalars::TAGS,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
    }
}

awsim_plugin::structure! {
    /// `ListTargetsForPolicyRequest`.
    pub struct ListTargetsForPolicyRequest: LIST_TARGETS_FOR_POLICY_REQUEST {
        /// `PolicyId`, at most 130 characters, `^p-[0-9a-zA-Z_]{8,128}$`.
        policy_id: required String = "PolicyId" as "PolicyId" of scalars::POLICY_ID,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
        /// `MaxResults`, 1 to 20.
        max_results: optional i32 = "MaxResults" as "MaxResults" of scalars::MAX_RESULTS,
    }
}

awsim_plugin::structure! {
    /// `ListTargetsForPolicyResponse`.
    pub struct ListTargetsForPolicyResponse: LIST_TARGETS_FOR_POLICY_RESPONSE {
        /// `Targets`.
        targets: optional Vec<PolicyTargetSummary> = "Targets" as "Targets" of scalars::POLICY_TARGETS,
        /// `NextToken`, at most 100000 characters, `[\s\S]*`.
        next_token: optional String = "NextToken" as "NextToken" of scalars::NEXT_TOKEN,
    }
}

awsim_plugin::structure! {
    /// `MoveAccountRequest`.
    pub struct MoveAccountRequest: MOVE_ACCOUNT_REQUEST {
        /// `AccountId`, at most 12 characters, `^\d{12}$`.
        account_id: required String = "AccountId" as "AccountId" of scalars::ACCOUNT_ID,
        /// `SourceParentId`, at most 100 characters, `^(r-[0-9a-z]{4,32})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$`.
        source_parent_id: required String = "SourceParentId" as "SourceParentId" of scalars::PARENT_ID,
        /// `DestinationParentId`, at most 100 characters, `^(r-[0-9a-z]{4,32})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$`.
        destination_parent_id: required String = "DestinationParentId" as "DestinationParentId" of scalars::PARENT_ID,
    }
}

awsim_plugin::structure! {
    /// `Organization`.
    pub struct Organization: ORGANIZATION {
        /// `Id`, `^o-[a-z0-9]{10,32}$`.
        id: optional String = "Id" as "Id" of scalars::ORGANIZATION_ID,
        /// `Arn`, `^arn:aws:organizations::\d{12}:organization\/o-[a-z0-9]{10,32}`.
        arn: optional String = "Arn" as "Arn" of scalars::ORGANIZATION_ARN,
        /// `FeatureSet`.
        feature_set: optional OrganizationFeatureSet = "FeatureSet" as "FeatureSet" of ORGANIZATION_FEATURE_SET,
        /// `MasterAccountArn`, `^arn:aws:organizations::\d{12}:account\/o-[a-z0-9]{10,32}\/\d{12}`.
        master_account_arn: optional String = "MasterAccountArn" as "MasterAccountArn" of scalars::ACCOUNT_ARN,
        /// `MasterAccountId`, at most 12 characters, `^\d{12}$`.
        master_account_id: optional String = "MasterAccountId" as "MasterAccountId" of scalars::ACCOUNT_ID,
        /// `MasterAccountEmail`, 6 to 64 characters, `[^\s@]+@[^\s@]+\.[^\s@]+`.
        master_account_email: optional String = "MasterAccountEmail" as "MasterAccountEmail" of scalars::EMAIL,
        /// `AvailablePolicyTypes`.
        available_policy_types: optional Vec<PolicyTypeSummary> = "AvailablePolicyTypes" as "AvailablePolicyTypes" of scalars::POLICY_TYPES,
    }
}

awsim_plugin::structure! {
    /// `OrganizationalUnit`.
    pub struct OrganizationalUnit: ORGANIZATIONAL_UNIT {
        /// `Id`, at most 68 characters, `^ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}$`.
        id: optional String = "Id" as "Id" of scalars::ORGANIZATIONAL_UNIT_ID,
        /// `Arn`, `^arn:aws:organizations::\d{12}:ou\/o-[a-z0-9]{10,32}\/ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}`.
        arn: optional String = "Arn" as "Arn" of scalars::ORGANIZATIONAL_UNIT_ARN,
        /// `Name`, 1 to 128 characters, `[\s\S]*`.
        name: optional String = "Name" as "Name" of scalars::ORGANIZATIONAL_UNIT_NAME,
        /// `Path`, `^(o-[a-z0-9]{10,32}\/r-[0-9a-z]{4,32}(\/ou\-[0-9a-z]{4,32}-[a-z0-9]{8,32})*(\/\d{12})*)\/`.
        path: optional String = "Path" as "Path" of scalars::PATH,
    }
}

awsim_plugin::structure! {
    /// `Parent`.
    pub struct Parent: PARENT {
        /// `Id`, at most 100 characters, `^(r-[0-9a-z]{4,32})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$`.
        id: optional String = "Id" as "Id" of scalars::PARENT_ID,
        /// `Type`.
        r#type: optional ParentType = "Type" as "Type" of PARENT_TYPE,
    }
}

awsim_plugin::structure! {
    /// `Policy`.
    pub struct Policy: POLICY {
        /// `PolicySummary`.
        policy_summary: optional PolicySummary = "PolicySummary" as "PolicySummary" of POLICY_SUMMARY,
        /// `Content`, at least 1 characters, `[\s\S]*`.
        content: optional String = "Content" as "Content" of scalars::POLICY_CONTENT,
    }
}

awsim_plugin::structure! {
    /// `PolicySummary`.
    pub struct PolicySummary: POLICY_SUMMARY {
        /// `Id`, at most 130 characters, `^p-[0-9a-zA-Z_]{8,128}$`.
        id: optional String = "Id" as "Id" of scalars::POLICY_ID,
        /// `Arn`, `^(arn:aws:organizations::\d{12}:policy\/o-[a-z0-9]{10,32}\/[0-9a-z_]+\/p-[0-9a-z]{10,32})|(arn:aws:organizations::aws:policy\/[0-9a-z_]+\/p-[0-9a-zA-Z_]{10,128})`.
        arn: optional String = "Arn" as "Arn" of scalars::POLICY_ARN,
        /// `Name`, 1 to 128 characters, `[\s\S]*`.
        name: optional String = "Name" as "Name" of scalars::POLICY_NAME,
        /// `Description`, at most 512 characters, `[\s\S]*`.
        description: optional String = "Description" as "Description" of scalars::POLICY_DESCRIPTION,
        /// `Type`.
        r#type: optional PolicyType = "Type" as "Type" of POLICY_TYPE,
        /// `AwsManaged`.
        aws_managed: optional bool = "AwsManaged" as "AwsManaged" of scalars::AWS_MANAGED_POLICY,
    }
}

awsim_plugin::structure! {
    /// `PolicyTargetSummary`.
    pub struct PolicyTargetSummary: POLICY_TARGET_SUMMARY {
        /// `TargetId`, at most 100 characters, `^(r-[0-9a-z]{4,32})|(\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$`.
        target_id: optional String = "TargetId" as "TargetId" of scalars::POLICY_TARGET_ID,
        /// `Arn`, `^arn:aws:organizations::.+:.+`.
        arn: optional String = "Arn" as "Arn" of scalars::GENERIC_ARN,
        /// `Name`, 1 to 128 characters.
        name: optional String = "Name" as "Name" of scalars::TARGET_NAME,
        /// `Type`.
        r#type: optional TargetType = "Type" as "Type" of TARGET_TYPE,
    }
}

awsim_plugin::structure! {
    /// `PolicyTypeSummary`.
    pub struct PolicyTypeSummary: POLICY_TYPE_SUMMARY {
        /// `Type`.
        r#type: optional PolicyType = "Type" as "Type" of POLICY_TYPE,
        /// `Status`.
        status: optional PolicyTypeStatus = "Status" as "Status" of POLICY_TYPE_STATUS,
    }
}

awsim_plugin::structure! {
    /// `PutResourcePolicyRequest`.
    pub struct PutResourcePolicyRequest: PUT_RESOURCE_POLICY_REQUEST {
        /// `Content`, 1 to 40000 characters, `[\s\S]*`.
        content: required String = "Content" as "Content" of scalars::RESOURCE_POLICY_CONTENT,
        /// `Tags`.
        tags: optional Vec<Tag> = "Tags" as "Tags" of scalars::TAGS,
    }
}

awsim_plugin::structure! {
    /// `PutResourcePolicyResponse`.
    pub struct PutResourcePolicyResponse: PUT_RESOURCE_POLICY_RESPONSE {
        /// `ResourcePolicy`.
        resource_policy: optional ResourcePolicy = "ResourcePolicy" as "ResourcePolicy" of RESOURCE_POLICY,
    }
}

awsim_plugin::structure! {
    /// `RegisterDelegatedAdministratorRequest`.
    pub struct RegisterDelegatedAdministratorRequest: REGISTER_DELEGATED_ADMINISTRATOR_REQUEST {
        /// `AccountId`, at most 12 characters, `^\d{12}$`.
        account_id: required String = "AccountId" as "AccountId" of scalars::ACCOUNT_ID,
        /// `ServicePrincipal`, 1 to 128 characters, `[\w+=,.@-]*`.
        service_principal: required String = "ServicePrincipal" as "ServicePrincipal" of scalars::SERVICE_PRINCIPAL,
    }
}

awsim_plugin::structure! {
    /// `RemoveAccountFromOrganizationRequest`.
    pub struct RemoveAccountFromOrganizationRequest: REMOVE_ACCOUNT_FROM_ORGANIZATION_REQUEST {
        /// `AccountId`, at most 12 characters, `^\d{12}$`.
        account_id: required String = "AccountId" as "AccountId" of scalars::ACCOUNT_ID,
    }
}

awsim_plugin::structure! {
    /// `ResourcePolicy`.
    pub struct ResourcePolicy: RESOURCE_POLICY {
        /// `ResourcePolicySummary`.
        resource_policy_summary: optional ResourcePolicySummary = "ResourcePolicySummary" as "ResourcePolicySummary" of RESOURCE_POLICY_SUMMARY,
        /// `Content`, 1 to 40000 characters, `[\s\S]*`.
        content: optional String = "Content" as "Content" of scalars::RESOURCE_POLICY_CONTENT,
    }
}

awsim_plugin::structure! {
    /// `ResourcePolicySummary`.
    pub struct ResourcePolicySummary: RESOURCE_POLICY_SUMMARY {
        /// `Id`, at most 131 characters, `^rp-[0-9a-zA-Z_]{4,128}$`.
        id: optional String = "Id" as "Id" of scalars::RESOURCE_POLICY_ID,
        /// `Arn`, `^arn:[a-z0-9][a-z0-9-.]{0,62}:organizations::\d{12}:resourcepolicy\/o-[a-z0-9]{10,32}\/rp-[0-9a-zA-Z_]{4,128}`.
        arn: optional String = "Arn" as "Arn" of scalars::RESOURCE_POLICY_ARN,
    }
}

awsim_plugin::structure! {
    /// `ResponsibilityTransfer`.
    pub struct ResponsibilityTransfer: RESPONSIBILITY_TRANSFER {
        /// `Arn`, `^arn:[a-z0-9][a-z0-9-.]{0,62}:organizations::\d{12}:transfer\/o-[a-z0-9]{10,32}\/(billing)\/(inbound|outbound)\/rt-[0-9a-z]{8,32}$`.
        arn: optional String = "Arn" as "Arn" of scalars::RESPONSIBILITY_TRANSFER_ARN,
        /// `Name`, 1 to 128 characters, `^[ -~]+$`.
        name: optional String = "Name" as "Name" of scalars::RESPONSIBILITY_TRANSFER_NAME,
        /// `Id`, `^rt-[0-9a-z]{8,32}$`.
        id: optional String = "Id" as "Id" of scalars::RESPONSIBILITY_TRANSFER_ID,
        /// `Type`.
        r#type: optional ResponsibilityTransferType = "Type" as "Type" of RESPONSIBILITY_TRANSFER_TYPE,
        /// `Status`.
        status: optional ResponsibilityTransferStatus = "Status" as "Status" of RESPONSIBILITY_TRANSFER_STATUS,
        /// `Source`.
        source: optional TransferParticipant = "Source" as "Source" of TRANSFER_PARTICIPANT,
        /// `Target`.
        target: optional TransferParticipant = "Target" as "Target" of TRANSFER_PARTICIPANT,
        /// `StartTimestamp`.
        start_timestamp: optional Timestamp = "StartTimestamp" as "StartTimestamp" of scalars::TIMESTAMP,
        /// `EndTimestamp`.
        end_timestamp: optional Timestamp = "EndTimestamp" as "EndTimestamp" of scalars::TIMESTAMP,
        /// `ActiveHandshakeId`, at most 34 characters, `^h-[0-9a-z]{8,32}$`.
        active_handshake_id: optional String = "ActiveHandshakeId" as "ActiveHandshakeId" of scalars::HANDSHAKE_ID,
    }
}

awsim_plugin::structure! {
    /// `Root`.
    pub struct Root: ROOT {
        /// `Id`, at most 34 characters, `^r-[0-9a-z]{4,32}$`.
        id: optional String = "Id" as "Id" of scalars::ROOT_ID,
        /// `Arn`, `^arn:aws:organizations::\d{12}:root\/o-[a-z0-9]{10,32}\/r-[0-9a-z]{4,32}`.
        arn: optional String = "Arn" as "Arn" of scalars::ROOT_ARN,
        /// `Name`, 1 to 128 characters.
        name: optional String = "Name" as "Name" of scalars::ROOT_NAME,
        /// `PolicyTypes`.
        policy_types: optional Vec<PolicyTypeSummary> = "PolicyTypes" as "PolicyTypes" of scalars::POLICY_TYPES,
    }
}

awsim_plugin::structure! {
    /// `Tag`.
    pub struct Tag: TAG {
        /// `Key`, 1 to 128 characters, `^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$`.
        key: required String = "Key" as "Key" of scalars::TAG_KEY,
        /// `Value`, 0 to 256 characters, `^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$`.
        value: required String = "Value" as "Value" of scalars::TAG_VALUE,
    }
}

awsim_plugin::structure! {
    /// `TagResourceRequest`.
    pub struct TagResourceRequest: TAG_RESOURCE_REQUEST {
        /// `ResourceId`, at most 130 characters, `^(r-[0-9a-z]{4,32})|(\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})|(^p-[0-9a-zA-Z_]{8,128})|(^rp-[0-9a-zA-Z_]{4,128})|(^rt-[0-9a-zA-Z_]{8,32})$`.
        resource_id: required String = "ResourceId" as "ResourceId" of scalars::TAGGABLE_RESOURCE_ID,
        /// `Tags`.
        tags: required Vec<Tag> = "Tags" as "Tags" of scalars::TAGS,
    }
}

awsim_plugin::structure! {
    /// `TerminateResponsibilityTransferRequest`.
    pub struct TerminateResponsibilityTransferRequest: TERMINATE_RESPONSIBILITY_TRANSFER_REQUEST {
        /// `Id`, `^rt-[0-9a-z]{8,32}$`.
        id: required String = "Id" as "Id" of scalars::RESPONSIBILITY_TRANSFER_ID,
        /// `EndTimestamp`.
        end_timestamp: optional Timestamp = "EndTimestamp" as "EndTimestamp" of scalars::TIMESTAMP,
    }
}

awsim_plugin::structure! {
    /// `TerminateResponsibilityTransferResponse`.
    pub struct TerminateResponsibilityTransferResponse: TERMINATE_RESPONSIBILITY_TRANSFER_RESPONSE {
        /// `ResponsibilityTransfer`.
        responsibility_transfer: optional ResponsibilityTransfer = "ResponsibilityTransfer" as "ResponsibilityTransfer" of RESPONSIBILITY_TRANSFER,
    }
}

awsim_plugin::structure! {
    /// `TransferParticipant`.
    pub struct TransferParticipant: TRANSFER_PARTICIPANT {
        /// `ManagementAccountId`, at most 12 characters, `^\d{12}$`.
        management_account_id: optional String = "ManagementAccountId" as "ManagementAccountId" of scalars::ACCOUNT_ID,
        /// `ManagementAccountEmail`, 6 to 64 characters, `[^\s@]+@[^\s@]+\.[^\s@]+`.
        management_account_email: optional String = "ManagementAccountEmail" as "ManagementAccountEmail" of scalars::EMAIL,
    }
}

awsim_plugin::structure! {
    /// `UntagResourceRequest`.
    pub struct UntagResourceRequest: UNTAG_RESOURCE_REQUEST {
        /// `ResourceId`, at most 130 characters, `^(r-[0-9a-z]{4,32})|(\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})|(^p-[0-9a-zA-Z_]{8,128})|(^rp-[0-9a-zA-Z_]{4,128})|(^rt-[0-9a-zA-Z_]{8,32})$`.
        resource_id: required String = "ResourceId" as "ResourceId" of scalars::TAGGABLE_RESOURCE_ID,
        /// `TagKeys`.
        tag_keys: required Vec<String> = "TagKeys" as "TagKeys" of scalars::TAG_KEYS,
    }
}

awsim_plugin::structure! {
    /// `UpdateOrganizationalUnitRequest`.
    pub struct UpdateOrganizationalUnitRequest: UPDATE_ORGANIZATIONAL_UNIT_REQUEST {
        /// `OrganizationalUnitId`, at most 68 characters, `^ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}$`.
        organizational_unit_id: required String = "OrganizationalUnitId" as "OrganizationalUnitId" of scalars::ORGANIZATIONAL_UNIT_ID,
        /// `Name`, 1 to 128 characters, `[\s\S]*`.
        name: optional String = "Name" as "Name" of scalars::ORGANIZATIONAL_UNIT_NAME,
    }
}

awsim_plugin::structure! {
    /// `UpdateOrganizationalUnitResponse`.
    pub struct UpdateOrganizationalUnitResponse: UPDATE_ORGANIZATIONAL_UNIT_RESPONSE {
        /// `OrganizationalUnit`.
        organizational_unit: optional OrganizationalUnit = "OrganizationalUnit" as "OrganizationalUnit" of ORGANIZATIONAL_UNIT,
    }
}

awsim_plugin::structure! {
    /// `UpdatePolicyRequest`.
    pub struct UpdatePolicyRequest: UPDATE_POLICY_REQUEST {
        /// `PolicyId`, at most 130 characters, `^p-[0-9a-zA-Z_]{8,128}$`.
        policy_id: required String = "PolicyId" as "PolicyId" of scalars::POLICY_ID,
        /// `Name`, 1 to 128 characters, `[\s\S]*`.
        name: optional String = "Name" as "Name" of scalars::POLICY_NAME,
        /// `Description`, at most 512 characters, `[\s\S]*`.
        description: optional String = "Description" as "Description" of scalars::POLICY_DESCRIPTION,
        /// `Content`, at least 1 characters, `[\s\S]*`.
        content: optional String = "Content" as "Content" of scalars::POLICY_CONTENT,
    }
}

awsim_plugin::structure! {
    /// `UpdatePolicyResponse`.
    pub struct UpdatePolicyResponse: UPDATE_POLICY_RESPONSE {
        /// `Policy`.
        policy: optional Policy = "Policy" as "Policy" of POLICY,
    }
}

awsim_plugin::structure! {
    /// `UpdateResponsibilityTransferRequest`.
    pub struct UpdateResponsibilityTransferRequest: UPDATE_RESPONSIBILITY_TRANSFER_REQUEST {
        /// `Id`, `^rt-[0-9a-z]{8,32}$`.
        id: required String = "Id" as "Id" of scalars::RESPONSIBILITY_TRANSFER_ID,
        /// `Name`, 1 to 128 characters, `^[ -~]+$`.
        name: required String = "Name" as "Name" of scalars::RESPONSIBILITY_TRANSFER_NAME,
    }
}

awsim_plugin::structure! {
    /// `UpdateResponsibilityTransferResponse`.
    pub struct UpdateResponsibilityTransferResponse: UPDATE_RESPONSIBILITY_TRANSFER_RESPONSE {
        /// `ResponsibilityTransfer`.
        responsibility_transfer: optional ResponsibilityTransfer = "ResponsibilityTransfer" as "ResponsibilityTransfer" of RESPONSIBILITY_TRANSFER,
    }
}
