//! Enumerations.
// Written by `cargo codegen` from the API model; do not edit.

awsim_plugin::enumeration! {
    /// `AccountJoinedMethod`.
    pub enum AccountJoinedMethod: ACCOUNT_JOINED_METHOD = "AccountJoinedMethod" {
        Invited = "INVITED",
        Created = "CREATED",
    }
}

awsim_plugin::enumeration! {
    /// `AccountState`.
    pub enum AccountState: ACCOUNT_STATE = "AccountState" {
        PendingActivation = "PENDING_ACTIVATION",
        Active = "ACTIVE",
        Suspended = "SUSPENDED",
        PendingClosure = "PENDING_CLOSURE",
        Closed = "CLOSED",
    }
}

awsim_plugin::enumeration! {
    /// `AccountStatus`.
    pub enum AccountStatus: ACCOUNT_STATUS = "AccountStatus" {
        Active = "ACTIVE",
        Suspended = "SUSPENDED",
        PendingClosure = "PENDING_CLOSURE",
    }
}

awsim_plugin::enumeration! {
    /// `ActionType`.
    pub enum ActionType: ACTION_TYPE = "ActionType" {
        Invite = "INVITE",
        EnableAllFeatures = "ENABLE_ALL_FEATURES",
        ApproveAllFeatures = "APPROVE_ALL_FEATURES",
        AddOrganizationsServiceLinkedRole = "ADD_ORGANIZATIONS_SERVICE_LINKED_ROLE",
        TransferResponsibility = "TRANSFER_RESPONSIBILITY",
    }
}

awsim_plugin::enumeration! {
    /// `ChildType`.
    pub enum ChildType: CHILD_TYPE = "ChildType" {
        Account = "ACCOUNT",
        OrganizationalUnit = "ORGANIZATIONAL_UNIT",
    }
}

awsim_plugin::enumeration! {
    /// `CreateAccountFailureReason`.
    pub enum CreateAccountFailureReason: CREATE_ACCOUNT_FAILURE_REASON = "CreateAccountFailureReason" {
        AccountLimitExceeded = "ACCOUNT_LIMIT_EXCEEDED",
        EmailAlreadyExists = "EMAIL_ALREADY_EXISTS",
        InvalidAddress = "INVALID_ADDRESS",
        InvalidEmail = "INVALID_EMAIL",
        ConcurrentAccountModification = "CONCURRENT_ACCOUNT_MODIFICATION",
        InternalFailure = "INTERNAL_FAILURE",
        GovcloudAccountAlreadyExists = "GOVCLOUD_ACCOUNT_ALREADY_EXISTS",
        MissingBusinessValidation = "MISSING_BUSINESS_VALIDATION",
        FailedBusinessValidation = "FAILED_BUSINESS_VALIDATION",
        PendingBusinessValidation = "PENDING_BUSINESS_VALIDATION",
        InvalidIdentityForBusinessValidation = "INVALID_IDENTITY_FOR_BUSINESS_VALIDATION",
        UnknownBusinessValidation = "UNKNOWN_BUSINESS_VALIDATION",
        MissingPaymentInstrument = "MISSING_PAYMENT_INSTRUMENT",
        InvalidPaymentInstrument = "INVALID_PAYMENT_INSTRUMENT",
        UpdateExistingResourcePolicyWithTagsNotSupported = "UPDATE_EXISTING_RESOURCE_POLICY_WITH_TAGS_NOT_SUPPORTED",
    }
}

awsim_plugin::enumeration! {
    /// `CreateAccountState`.
    pub enum CreateAccountState: CREATE_ACCOUNT_STATE = "CreateAccountState" {
        InProgress = "IN_PROGRESS",
        Succeeded = "SUCCEEDED",
        Failed = "FAILED",
    }
}

awsim_plugin::enumeration! {
    /// `EffectivePolicyType`.
    pub enum EffectivePolicyType: EFFECTIVE_POLICY_TYPE = "EffectivePolicyType" {
        TagPolicy = "TAG_POLICY",
        BackupPolicy = "BACKUP_POLICY",
        AiservicesOptOutPolicy = "AISERVICES_OPT_OUT_POLICY",
        ChatbotPolicy = "CHATBOT_POLICY",
        DeclarativePolicyEc2 = "DECLARATIVE_POLICY_EC2",
        SecurityhubPolicy = "SECURITYHUB_POLICY",
        SecurityhubCspmPolicy = "SECURITYHUB_CSPM_POLICY",
        InspectorPolicy = "INSPECTOR_POLICY",
        UpgradeRolloutPolicy = "UPGRADE_ROLLOUT_POLICY",
        BedrockPolicy = "BEDROCK_POLICY",
        S3Policy = "S3_POLICY",
        NetworkSecurityDirectorPolicy = "NETWORK_SECURITY_DIRECTOR_POLICY",
        GuarddutyPolicy = "GUARDDUTY_POLICY",
    }
}

awsim_plugin::enumeration! {
    /// `HandshakePartyType`.
    pub enum HandshakePartyType: HANDSHAKE_PARTY_TYPE = "HandshakePartyType" {
        Account = "ACCOUNT",
        Organization = "ORGANIZATION",
        Email = "EMAIL",
    }
}

awsim_plugin::enumeration! {
    /// `HandshakeResourceType`.
    pub enum HandshakeResourceType: HANDSHAKE_RESOURCE_TYPE = "HandshakeResourceType" {
        Account = "ACCOUNT",
        Organization = "ORGANIZATION",
        OrganizationFeatureSet = "ORGANIZATION_FEATURE_SET",
        Email = "EMAIL",
        MasterEmail = "MASTER_EMAIL",
        MasterName = "MASTER_NAME",
        Notes = "NOTES",
        ParentHandshake = "PARENT_HANDSHAKE",
        ResponsibilityTransfer = "RESPONSIBILITY_TRANSFER",
        TransferStartTimestamp = "TRANSFER_START_TIMESTAMP",
        TransferType = "TRANSFER_TYPE",
        ManagementAccount = "MANAGEMENT_ACCOUNT",
        ManagementEmail = "MANAGEMENT_EMAIL",
        ManagementName = "MANAGEMENT_NAME",
    }
}

awsim_plugin::enumeration! {
    /// `HandshakeState`.
    pub enum HandshakeState: HANDSHAKE_STATE = "HandshakeState" {
        Requested = "REQUESTED",
        Open = "OPEN",
        Canceled = "CANCELED",
        Accepted = "ACCEPTED",
        Declined = "DECLINED",
        Expired = "EXPIRED",
    }
}

awsim_plugin::enumeration! {
    /// `IAMUserAccessToBilling`.
    pub enum IAMUserAccessToBilling: IAM_USER_ACCESS_TO_BILLING = "IAMUserAccessToBilling" {
        Allow = "ALLOW",
        Deny = "DENY",
    }
}

awsim_plugin::enumeration! {
    /// `OrganizationFeatureSet`.
    pub enum OrganizationFeatureSet: ORGANIZATION_FEATURE_SET = "OrganizationFeatureSet" {
        All = "ALL",
        ConsolidatedBilling = "CONSOLIDATED_BILLING",
    }
}

awsim_plugin::enumeration! {
    /// `ParentType`.
    pub enum ParentType: PARENT_TYPE = "ParentType" {
        Root = "ROOT",
        OrganizationalUnit = "ORGANIZATIONAL_UNIT",
    }
}

awsim_plugin::enumeration! {
    /// `PolicyType`.
    pub enum PolicyType: POLICY_TYPE = "PolicyType" {
        ServiceControlPolicy = "SERVICE_CONTROL_POLICY",
        ResourceControlPolicy = "RESOURCE_CONTROL_POLICY",
        TagPolicy = "TAG_POLICY",
        BackupPolicy = "BACKUP_POLICY",
        AiservicesOptOutPolicy = "AISERVICES_OPT_OUT_POLICY",
        ChatbotPolicy = "CHATBOT_POLICY",
        DeclarativePolicyEc2 = "DECLARATIVE_POLICY_EC2",
        SecurityhubPolicy = "SECURITYHUB_POLICY",
        SecurityhubCspmPolicy = "SECURITYHUB_CSPM_POLICY",
        InspectorPolicy = "INSPECTOR_POLICY",
        UpgradeRolloutPolicy = "UPGRADE_ROLLOUT_POLICY",
        BedrockPolicy = "BEDROCK_POLICY",
        S3Policy = "S3_POLICY",
        NetworkSecurityDirectorPolicy = "NETWORK_SECURITY_DIRECTOR_POLICY",
        GuarddutyPolicy = "GUARDDUTY_POLICY",
    }
}

awsim_plugin::enumeration! {
    /// `PolicyTypeStatus`.
    pub enum PolicyTypeStatus: POLICY_TYPE_STATUS = "PolicyTypeStatus" {
        Enabled = "ENABLED",
        PendingEnable = "PENDING_ENABLE",
        PendingDisable = "PENDING_DISABLE",
    }
}

awsim_plugin::enumeration! {
    /// `ResponsibilityTransferStatus`.
    pub enum ResponsibilityTransferStatus: RESPONSIBILITY_TRANSFER_STATUS = "ResponsibilityTransferStatus" {
        Requested = "REQUESTED",
        Declined = "DECLINED",
        Canceled = "CANCELED",
        Expired = "EXPIRED",
        Accepted = "ACCEPTED",
        Withdrawn = "WITHDRAWN",
    }
}

awsim_plugin::enumeration! {
    /// `ResponsibilityTransferType`.
    pub enum ResponsibilityTransferType: RESPONSIBILITY_TRANSFER_TYPE = "ResponsibilityTransferType" {
        Billing = "BILLING",
    }
}

awsim_plugin::enumeration! {
    /// `TargetType`.
    pub enum TargetType: TARGET_TYPE = "TargetType" {
        Account = "ACCOUNT",
        OrganizationalUnit = "ORGANIZATIONAL_UNIT",
        Root = "ROOT",
    }
}
