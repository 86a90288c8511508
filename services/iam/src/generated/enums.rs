//! Enumerations.
// Written by `cargo codegen` from the API model; do not edit.

awsim_plugin::enumeration! {
    /// `AccessAdvisorUsageGranularityType`.
    pub enum AccessAdvisorUsageGranularityType: ACCESS_ADVISOR_USAGE_GRANULARITY_TYPE = "AccessAdvisorUsageGranularityType" {
        ServiceLevel = "SERVICE_LEVEL",
        ActionLevel = "ACTION_LEVEL",
    }
}

awsim_plugin::enumeration! {
    /// `AttachmentType`.
    pub enum AttachmentType: ATTACHMENT_TYPE = "AttachmentType" {
        User = "user",
        Group = "group",
        Role = "role",
    }
}

awsim_plugin::enumeration! {
    /// `ContextKeyTypeEnum`.
    pub enum ContextKeyTypeEnum: CONTEXT_KEY_TYPE_ENUM = "ContextKeyTypeEnum" {
        String = "string",
        StringList = "stringList",
        Numeric = "numeric",
        NumericList = "numericList",
        Boolean = "boolean",
        BooleanList = "booleanList",
        Ip = "ip",
        IpList = "ipList",
        Binary = "binary",
        BinaryList = "binaryList",
        Date = "date",
        DateList = "dateList",
    }
}

awsim_plugin::enumeration! {
    /// `DeletionTaskStatusType`.
    pub enum DeletionTaskStatusType: DELETION_TASK_STATUS_TYPE = "DeletionTaskStatusType" {
        Succeeded = "SUCCEEDED",
        InProgress = "IN_PROGRESS",
        Failed = "FAILED",
        NotStarted = "NOT_STARTED",
    }
}

awsim_plugin::enumeration! {
    /// `EntityType`.
    pub enum EntityType: ENTITY_TYPE = "EntityType" {
        User = "User",
        Role = "Role",
        Group = "Group",
        LocalManagedPolicy = "LocalManagedPolicy",
        AWSManagedPolicy = "AWSManagedPolicy",
    }
}

awsim_plugin::enumeration! {
    /// `FeatureType`.
    pub enum FeatureType: FEATURE_TYPE = "FeatureType" {
        RootCredentialsManagement = "RootCredentialsManagement",
        RootSessions = "RootSessions",
    }
}

awsim_plugin::enumeration! {
    /// `PermissionsBoundaryAttachmentType`.
    pub enum PermissionsBoundaryAttachmentType: PERMISSIONS_BOUNDARY_ATTACHMENT_TYPE = "PermissionsBoundaryAttachmentType" {
        Policy = "Policy",
    }
}

awsim_plugin::enumeration! {
    /// `PolicyEvaluationDecisionType`.
    pub enum PolicyEvaluationDecisionType: POLICY_EVALUATION_DECISION_TYPE = "PolicyEvaluationDecisionType" {
        Allowed = "allowed",
        ExplicitDeny = "explicitDeny",
        ImplicitDeny = "implicitDeny",
    }
}

awsim_plugin::enumeration! {
    /// `PolicyIdentifierPolicyType`.
    pub enum PolicyIdentifierPolicyType: POLICY_IDENTIFIER_POLICY_TYPE = "PolicyIdentifierPolicyType" {
        Inline = "inline",
        AwsManaged = "aws-managed",
        UserManaged = "user-managed",
        PermissionBoundary = "permission-boundary",
        Scp = "scp",
        Rcp = "rcp",
    }
}

awsim_plugin::enumeration! {
    /// `PolicyParameterTypeEnum`.
    pub enum PolicyParameterTypeEnum: POLICY_PARAMETER_TYPE_ENUM = "PolicyParameterTypeEnum" {
        String = "string",
        StringList = "stringList",
    }
}

awsim_plugin::enumeration! {
    /// `PolicySourceType`.
    pub enum PolicySourceType: POLICY_SOURCE_TYPE = "PolicySourceType" {
        IAMPolicy = "IAM Policy",
        Group = "group",
        Role = "role",
        AwsManaged = "aws-managed",
        PermissionsBoundaryPolicy = "Permissions Boundary Policy",
        ResourcePolicy = "Resource Policy",
        None = "none",
    }
}

awsim_plugin::enumeration! {
    /// `PolicyUsageType`.
    pub enum PolicyUsageType: POLICY_USAGE_TYPE = "PolicyUsageType" {
        PermissionsPolicy = "PermissionsPolicy",
        PermissionsBoundary = "PermissionsBoundary",
    }
}

awsim_plugin::enumeration! {
    /// `ReportFormatType`.
    pub enum ReportFormatType: REPORT_FORMAT_TYPE = "ReportFormatType" {
        TextCsv = "text/csv",
    }
}

awsim_plugin::enumeration! {
    /// `ReportStateType`.
    pub enum ReportStateType: REPORT_STATE_TYPE = "ReportStateType" {
        Started = "STARTED",
        Inprogress = "INPROGRESS",
        Complete = "COMPLETE",
    }
}

awsim_plugin::enumeration! {
    /// `assertionEncryptionModeType`.
    pub enum AssertionEncryptionModeType: ASSERTION_ENCRYPTION_MODE_TYPE = "assertionEncryptionModeType" {
        Required = "Required",
        Allowed = "Allowed",
    }
}

awsim_plugin::enumeration! {
    /// `assignmentStatusType`.
    pub enum AssignmentStatusType: ASSIGNMENT_STATUS_TYPE = "assignmentStatusType" {
        Assigned = "Assigned",
        Unassigned = "Unassigned",
        Any = "Any",
    }
}

awsim_plugin::enumeration! {
    /// `encodingType`.
    pub enum EncodingType: ENCODING_TYPE = "encodingType" {
        Ssh = "SSH",
        Pem = "PEM",
    }
}

awsim_plugin::enumeration! {
    /// `globalEndpointTokenVersion`.
    pub enum GlobalEndpointTokenVersion: GLOBAL_ENDPOINT_TOKEN_VERSION = "globalEndpointTokenVersion" {
        V1Token = "v1Token",
        V2Token = "v2Token",
    }
}

awsim_plugin::enumeration! {
    /// `jobStatusType`.
    pub enum JobStatusType: JOB_STATUS_TYPE = "jobStatusType" {
        InProgress = "IN_PROGRESS",
        Completed = "COMPLETED",
        Failed = "FAILED",
    }
}

awsim_plugin::enumeration! {
    /// `managedByTypeType`.
    pub enum ManagedByTypeType: MANAGED_BY_TYPE_TYPE = "managedByTypeType" {
        Service = "Service",
    }
}

awsim_plugin::enumeration! {
    /// `parameterTypeType`.
    pub enum ParameterTypeType: PARAMETER_TYPE_TYPE = "parameterTypeType" {
        String = "String",
        StringList = "StringList",
        Number = "Number",
        NumberList = "NumberList",
        Arn = "Arn",
        ArnList = "ArnList",
    }
}

awsim_plugin::enumeration! {
    /// `permissionCheckResultType`.
    pub enum PermissionCheckResultType: PERMISSION_CHECK_RESULT_TYPE = "permissionCheckResultType" {
        Allowed = "ALLOWED",
        Denied = "DENIED",
        Unsure = "UNSURE",
    }
}

awsim_plugin::enumeration! {
    /// `permissionCheckStatusType`.
    pub enum PermissionCheckStatusType: PERMISSION_CHECK_STATUS_TYPE = "permissionCheckStatusType" {
        Complete = "COMPLETE",
        InProgress = "IN_PROGRESS",
        Failed = "FAILED",
    }
}

awsim_plugin::enumeration! {
    /// `policyOwnerEntityType`.
    pub enum PolicyOwnerEntityType: POLICY_OWNER_ENTITY_TYPE = "policyOwnerEntityType" {
        User = "USER",
        Role = "ROLE",
        Group = "GROUP",
    }
}

awsim_plugin::enumeration! {
    /// `policyScopeType`.
    pub enum PolicyScopeType: POLICY_SCOPE_TYPE = "policyScopeType" {
        All = "All",
        Aws = "AWS",
        Local = "Local",
    }
}

awsim_plugin::enumeration! {
    /// `policyType`.
    pub enum PolicyType: POLICY_TYPE = "policyType" {
        Inline = "INLINE",
        Managed = "MANAGED",
    }
}

awsim_plugin::enumeration! {
    /// `sortKeyType`.
    pub enum SortKeyType: SORT_KEY_TYPE = "sortKeyType" {
        ServiceNamespaceAscending = "SERVICE_NAMESPACE_ASCENDING",
        ServiceNamespaceDescending = "SERVICE_NAMESPACE_DESCENDING",
        LastAuthenticatedTimeAscending = "LAST_AUTHENTICATED_TIME_ASCENDING",
        LastAuthenticatedTimeDescending = "LAST_AUTHENTICATED_TIME_DESCENDING",
    }
}

awsim_plugin::enumeration! {
    /// `stateType`.
    pub enum StateType: STATE_TYPE = "stateType" {
        Unassigned = "UNASSIGNED",
        Assigned = "ASSIGNED",
        PendingApproval = "PENDING_APPROVAL",
        Finalized = "FINALIZED",
        Accepted = "ACCEPTED",
        Rejected = "REJECTED",
        Expired = "EXPIRED",
    }
}

awsim_plugin::enumeration! {
    /// `statusType`.
    pub enum StatusType: STATUS_TYPE = "statusType" {
        Active = "Active",
        Inactive = "Inactive",
        Expired = "Expired",
    }
}

awsim_plugin::enumeration! {
    /// `summaryKeyType`.
    pub enum SummaryKeyType: SUMMARY_KEY_TYPE = "summaryKeyType" {
        Users = "Users",
        UsersQuota = "UsersQuota",
        Groups = "Groups",
        GroupsQuota = "GroupsQuota",
        ServerCertificates = "ServerCertificates",
        ServerCertificatesQuota = "ServerCertificatesQuota",
        UserPolicySizeQuota = "UserPolicySizeQuota",
        GroupPolicySizeQuota = "GroupPolicySizeQuota",
        GroupsPerUserQuota = "GroupsPerUserQuota",
        SigningCertificatesPerUserQuota = "SigningCertificatesPerUserQuota",
        AccessKeysPerUserQuota = "AccessKeysPerUserQuota",
        MFADevices = "MFADevices",
        MFADevicesInUse = "MFADevicesInUse",
        AccountMFAEnabled = "AccountMFAEnabled",
        AccountAccessKeysPresent = "AccountAccessKeysPresent",
        AccountPasswordPresent = "AccountPasswordPresent",
        AccountSigningCertificatesPresent = "AccountSigningCertificatesPresent",
        AttachedPoliciesPerGroupQuota = "AttachedPoliciesPerGroupQuota",
        AttachedPoliciesPerRoleQuota = "AttachedPoliciesPerRoleQuota",
        AttachedPoliciesPerUserQuota = "AttachedPoliciesPerUserQuota",
        Policies = "Policies",
        PoliciesQuota = "PoliciesQuota",
        PolicySizeQuota = "PolicySizeQuota",
        PolicyVersionsInUse = "PolicyVersionsInUse",
        PolicyVersionsInUseQuota = "PolicyVersionsInUseQuota",
        VersionsPerPolicyQuota = "VersionsPerPolicyQuota",
        GlobalEndpointTokenVersion = "GlobalEndpointTokenVersion",
        AssumeRolePolicySizeQuota = "AssumeRolePolicySizeQuota",
        InstanceProfiles = "InstanceProfiles",
        InstanceProfilesQuota = "InstanceProfilesQuota",
        Providers = "Providers",
        RolePolicySizeQuota = "RolePolicySizeQuota",
        Roles = "Roles",
        RolesQuota = "RolesQuota",
    }
}

awsim_plugin::enumeration! {
    /// `summaryStateType`.
    pub enum SummaryStateType: SUMMARY_STATE_TYPE = "summaryStateType" {
        Available = "AVAILABLE",
        NotAvailable = "NOT_AVAILABLE",
        NotSupported = "NOT_SUPPORTED",
        Failed = "FAILED",
    }
}
