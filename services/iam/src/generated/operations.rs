//! Operations.
// Written by `cargo codegen` from the API model; do not edit.

#[allow(unused_imports, reason = "which of them are used depends on the model")]
use awsim_plugin::shape::UNIT;

use super::structures::*;

awsim_plugin::operations! {
    for crate::Iam;
    /// `AcceptDelegationRequest`.
    AcceptDelegationRequest(AcceptDelegationRequestRequest = ACCEPT_DELEGATION_REQUEST_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "ServiceFailure", "ConcurrentModification"], unsigned false;
    /// `AcquireRole`.
    AcquireRole(AcquireRoleRequest = ACQUIRE_ROLE_REQUEST) -> AcquireRoleResponse = ACQUIRE_ROLE_RESPONSE,
    wrapper Some("AcquireRoleResult"), errors ["LimitExceeded", "InvalidInput", "EntityAlreadyExists", "RoleModified", "NameConflict", "MalformedPolicyDocument", "ConcurrentModification", "ServiceFailure", "NoSuchEntity", "RoleTemplateDisabled"], unsigned false;
    /// `AddClientIDToOpenIDConnectProvider`.
    AddClientIDToOpenIDConnectProvider(AddClientIDToOpenIDConnectProviderRequest = ADD_CLIENT_ID_TO_OPEN_ID_CONNECT_PROVIDER_REQUEST) -> () = UNIT,
    wrapper None, errors ["ConcurrentModification", "InvalidInput", "NoSuchEntity", "LimitExceeded", "ServiceFailure"], unsigned false;
    /// `AddRoleToInstanceProfile`.
    AddRoleToInstanceProfile(AddRoleToInstanceProfileRequest = ADD_ROLE_TO_INSTANCE_PROFILE_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "EntityAlreadyExists", "LimitExceeded", "UnmodifiableEntity", "ServiceFailure"], unsigned false;
    /// `AddUserToGroup`.
    AddUserToGroup(AddUserToGroupRequest = ADD_USER_TO_GROUP_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "LimitExceeded", "ServiceFailure"], unsigned false;
    /// `AssociateDelegationRequest`.
    AssociateDelegationRequest(AssociateDelegationRequestRequest = ASSOCIATE_DELEGATION_REQUEST_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "ServiceFailure", "ConcurrentModification", "InvalidInput"], unsigned false;
    /// `AttachGroupPolicy`.
    AttachGroupPolicy(AttachGroupPolicyRequest = ATTACH_GROUP_POLICY_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "LimitExceeded", "InvalidInput", "PolicyNotAttachable", "ServiceFailure"], unsigned false;
    /// `AttachRolePolicy`.
    AttachRolePolicy(AttachRolePolicyRequest = ATTACH_ROLE_POLICY_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "LimitExceeded", "InvalidInput", "UnmodifiableEntity", "PolicyNotAttachable", "ServiceFailure"], unsigned false;
    /// `AttachUserPolicy`.
    AttachUserPolicy(AttachUserPolicyRequest = ATTACH_USER_POLICY_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "LimitExceeded", "InvalidInput", "PolicyNotAttachable", "ServiceFailure"], unsigned false;
    /// `ChangePassword`.
    ChangePassword(ChangePasswordRequest = CHANGE_PASSWORD_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "InvalidUserType", "LimitExceeded", "EntityTemporarilyUnmodifiable", "PasswordPolicyViolation", "ServiceFailure"], unsigned false;
    /// `CreateAccessKey`.
    CreateAccessKey(CreateAccessKeyRequest = CREATE_ACCESS_KEY_REQUEST) -> CreateAccessKeyResponse = CREATE_ACCESS_KEY_RESPONSE,
    wrapper Some("CreateAccessKeyResult"), errors ["NoSuchEntity", "LimitExceeded", "ServiceFailure"], unsigned false;
    /// `CreateAccountAlias`.
    CreateAccountAlias(CreateAccountAliasRequest = CREATE_ACCOUNT_ALIAS_REQUEST) -> () = UNIT,
    wrapper None, errors ["ConcurrentModification", "EntityAlreadyExists", "LimitExceeded", "ServiceFailure"], unsigned false;
    /// `CreateDelegationRequest`.
    CreateDelegationRequest(CreateDelegationRequestRequest = CREATE_DELEGATION_REQUEST_REQUEST) -> CreateDelegationRequestResponse = CREATE_DELEGATION_REQUEST_RESPONSE,
    wrapper Some("CreateDelegationRequestResult"), errors ["EntityAlreadyExists", "ServiceFailure", "InvalidInput", "LimitExceeded", "ConcurrentModification"], unsigned false;
    /// `CreateGroup`.
    CreateGroup(CreateGroupRequest = CREATE_GROUP_REQUEST) -> CreateGroupResponse = CREATE_GROUP_RESPONSE,
    wrapper Some("CreateGroupResult"), errors ["LimitExceeded", "EntityAlreadyExists", "NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `CreateInstanceProfile`.
    CreateInstanceProfile(CreateInstanceProfileRequest = CREATE_INSTANCE_PROFILE_REQUEST) -> CreateInstanceProfileResponse = CREATE_INSTANCE_PROFILE_RESPONSE,
    wrapper Some("CreateInstanceProfileResult"), errors ["EntityAlreadyExists", "InvalidInput", "LimitExceeded", "ConcurrentModification", "ServiceFailure"], unsigned false;
    /// `CreateLoginProfile`.
    CreateLoginProfile(CreateLoginProfileRequest = CREATE_LOGIN_PROFILE_REQUEST) -> CreateLoginProfileResponse = CREATE_LOGIN_PROFILE_RESPONSE,
    wrapper Some("CreateLoginProfileResult"), errors ["EntityAlreadyExists", "NoSuchEntity", "PasswordPolicyViolation", "LimitExceeded", "ServiceFailure"], unsigned false;
    /// `CreateOpenIDConnectProvider`.
    CreateOpenIDConnectProvider(CreateOpenIDConnectProviderRequest = CREATE_OPEN_ID_CONNECT_PROVIDER_REQUEST) -> CreateOpenIDConnectProviderResponse = CREATE_OPEN_ID_CONNECT_PROVIDER_RESPONSE,
    wrapper Some("CreateOpenIDConnectProviderResult"), errors ["InvalidInput", "EntityAlreadyExists", "LimitExceeded", "ConcurrentModification", "ServiceFailure", "OpenIdIdpCommunicationError"], unsigned false;
    /// `CreatePolicy`.
    CreatePolicy(CreatePolicyRequest = CREATE_POLICY_REQUEST) -> CreatePolicyResponse = CREATE_POLICY_RESPONSE,
    wrapper Some("CreatePolicyResult"), errors ["InvalidInput", "LimitExceeded", "EntityAlreadyExists", "MalformedPolicyDocument", "ConcurrentModification", "ServiceFailure"], unsigned false;
    /// `CreatePolicyVersion`.
    CreatePolicyVersion(CreatePolicyVersionRequest = CREATE_POLICY_VERSION_REQUEST) -> CreatePolicyVersionResponse = CREATE_POLICY_VERSION_RESPONSE,
    wrapper Some("CreatePolicyVersionResult"), errors ["NoSuchEntity", "MalformedPolicyDocument", "InvalidInput", "LimitExceeded", "ServiceFailure"], unsigned false;
    /// `CreateRole`.
    CreateRole(CreateRoleRequest = CREATE_ROLE_REQUEST) -> CreateRoleResponse = CREATE_ROLE_RESPONSE,
    wrapper Some("CreateRoleResult"), errors ["LimitExceeded", "InvalidInput", "EntityAlreadyExists", "MalformedPolicyDocument", "ConcurrentModification", "ServiceFailure"], unsigned false;
    /// `CreateSAMLProvider`.
    CreateSAMLProvider(CreateSAMLProviderRequest = CREATE_SAML_PROVIDER_REQUEST) -> CreateSAMLProviderResponse = CREATE_SAML_PROVIDER_RESPONSE,
    wrapper Some("CreateSAMLProviderResult"), errors ["InvalidInput", "EntityAlreadyExists", "LimitExceeded", "ConcurrentModification", "ServiceFailure"], unsigned false;
    /// `CreateServiceLinkedRole`.
    CreateServiceLinkedRole(CreateServiceLinkedRoleRequest = CREATE_SERVICE_LINKED_ROLE_REQUEST) -> CreateServiceLinkedRoleResponse = CREATE_SERVICE_LINKED_ROLE_RESPONSE,
    wrapper Some("CreateServiceLinkedRoleResult"), errors ["InvalidInput", "LimitExceeded", "NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `CreateServiceSpecificCredential`.
    CreateServiceSpecificCredential(CreateServiceSpecificCredentialRequest = CREATE_SERVICE_SPECIFIC_CREDENTIAL_REQUEST) -> CreateServiceSpecificCredentialResponse = CREATE_SERVICE_SPECIFIC_CREDENTIAL_RESPONSE,
    wrapper Some("CreateServiceSpecificCredentialResult"), errors ["LimitExceeded", "NoSuchEntity", "NotSupportedService"], unsigned false;
    /// `CreateUser`.
    CreateUser(CreateUserRequest = CREATE_USER_REQUEST) -> CreateUserResponse = CREATE_USER_RESPONSE,
    wrapper Some("CreateUserResult"), errors ["LimitExceeded", "EntityAlreadyExists", "NoSuchEntity", "InvalidInput", "ConcurrentModification", "ServiceFailure"], unsigned false;
    /// `CreateVirtualMFADevice`.
    CreateVirtualMFADevice(CreateVirtualMFADeviceRequest = CREATE_VIRTUAL_MFA_DEVICE_REQUEST) -> CreateVirtualMFADeviceResponse = CREATE_VIRTUAL_MFA_DEVICE_RESPONSE,
    wrapper Some("CreateVirtualMFADeviceResult"), errors ["LimitExceeded", "InvalidInput", "EntityAlreadyExists", "ConcurrentModification", "ServiceFailure"], unsigned false;
    /// `DeactivateMFADevice`.
    DeactivateMFADevice(DeactivateMFADeviceRequest = DEACTIVATE_MFA_DEVICE_REQUEST) -> () = UNIT,
    wrapper None, errors ["EntityTemporarilyUnmodifiable", "NoSuchEntity", "LimitExceeded", "ServiceFailure", "ConcurrentModification"], unsigned false;
    /// `DeleteAccessKey`.
    DeleteAccessKey(DeleteAccessKeyRequest = DELETE_ACCESS_KEY_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "LimitExceeded", "ServiceFailure"], unsigned false;
    /// `DeleteAccountAlias`.
    DeleteAccountAlias(DeleteAccountAliasRequest = DELETE_ACCOUNT_ALIAS_REQUEST) -> () = UNIT,
    wrapper None, errors ["ConcurrentModification", "NoSuchEntity", "LimitExceeded", "ServiceFailure"], unsigned false;
    /// `DeleteAccountPasswordPolicy`.
    DeleteAccountPasswordPolicy(() = UNIT) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "LimitExceeded", "ServiceFailure"], unsigned false;
    /// `DeleteGroup`.
    DeleteGroup(DeleteGroupRequest = DELETE_GROUP_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "DeleteConflict", "LimitExceeded", "ServiceFailure"], unsigned false;
    /// `DeleteGroupPolicy`.
    DeleteGroupPolicy(DeleteGroupPolicyRequest = DELETE_GROUP_POLICY_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "LimitExceeded", "ServiceFailure"], unsigned false;
    /// `DeleteInstanceProfile`.
    DeleteInstanceProfile(DeleteInstanceProfileRequest = DELETE_INSTANCE_PROFILE_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "DeleteConflict", "LimitExceeded", "ServiceFailure"], unsigned false;
    /// `DeleteLoginProfile`.
    DeleteLoginProfile(DeleteLoginProfileRequest = DELETE_LOGIN_PROFILE_REQUEST) -> () = UNIT,
    wrapper None, errors ["EntityTemporarilyUnmodifiable", "NoSuchEntity", "LimitExceeded", "ServiceFailure"], unsigned false;
    /// `DeleteOpenIDConnectProvider`.
    DeleteOpenIDConnectProvider(DeleteOpenIDConnectProviderRequest = DELETE_OPEN_ID_CONNECT_PROVIDER_REQUEST) -> () = UNIT,
    wrapper None, errors ["InvalidInput", "NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `DeletePolicy`.
    DeletePolicy(DeletePolicyRequest = DELETE_POLICY_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "LimitExceeded", "InvalidInput", "DeleteConflict", "ServiceFailure"], unsigned false;
    /// `DeletePolicyVersion`.
    DeletePolicyVersion(DeletePolicyVersionRequest = DELETE_POLICY_VERSION_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "LimitExceeded", "InvalidInput", "DeleteConflict", "ServiceFailure"], unsigned false;
    /// `DeleteRole`.
    DeleteRole(DeleteRoleRequest = DELETE_ROLE_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "DeleteConflict", "LimitExceeded", "UnmodifiableEntity", "ConcurrentModification", "ServiceFailure"], unsigned false;
    /// `DeleteRolePermissionsBoundary`.
    DeleteRolePermissionsBoundary(DeleteRolePermissionsBoundaryRequest = DELETE_ROLE_PERMISSIONS_BOUNDARY_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "UnmodifiableEntity", "ServiceFailure"], unsigned false;
    /// `DeleteRolePolicy`.
    DeleteRolePolicy(DeleteRolePolicyRequest = DELETE_ROLE_POLICY_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "LimitExceeded", "UnmodifiableEntity", "ServiceFailure"], unsigned false;
    /// `DeleteSAMLProvider`.
    DeleteSAMLProvider(DeleteSAMLProviderRequest = DELETE_SAML_PROVIDER_REQUEST) -> () = UNIT,
    wrapper None, errors ["InvalidInput", "LimitExceeded", "NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `DeleteSSHPublicKey`.
    DeleteSSHPublicKey(DeleteSSHPublicKeyRequest = DELETE_SSH_PUBLIC_KEY_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity"], unsigned false;
    /// `DeleteServerCertificate`.
    DeleteServerCertificate(DeleteServerCertificateRequest = DELETE_SERVER_CERTIFICATE_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "DeleteConflict", "LimitExceeded", "ServiceFailure"], unsigned false;
    /// `DeleteServiceLinkedRole`.
    DeleteServiceLinkedRole(DeleteServiceLinkedRoleRequest = DELETE_SERVICE_LINKED_ROLE_REQUEST) -> DeleteServiceLinkedRoleResponse = DELETE_SERVICE_LINKED_ROLE_RESPONSE,
    wrapper Some("DeleteServiceLinkedRoleResult"), errors ["NoSuchEntity", "LimitExceeded", "ServiceFailure"], unsigned false;
    /// `DeleteServiceSpecificCredential`.
    DeleteServiceSpecificCredential(DeleteServiceSpecificCredentialRequest = DELETE_SERVICE_SPECIFIC_CREDENTIAL_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity"], unsigned false;
    /// `DeleteSigningCertificate`.
    DeleteSigningCertificate(DeleteSigningCertificateRequest = DELETE_SIGNING_CERTIFICATE_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "LimitExceeded", "ConcurrentModification", "ServiceFailure"], unsigned false;
    /// `DeleteUser`.
    DeleteUser(DeleteUserRequest = DELETE_USER_REQUEST) -> () = UNIT,
    wrapper None, errors ["LimitExceeded", "NoSuchEntity", "DeleteConflict", "ConcurrentModification", "ServiceFailure"], unsigned false;
    /// `DeleteUserPermissionsBoundary`.
    DeleteUserPermissionsBoundary(DeleteUserPermissionsBoundaryRequest = DELETE_USER_PERMISSIONS_BOUNDARY_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `DeleteUserPolicy`.
    DeleteUserPolicy(DeleteUserPolicyRequest = DELETE_USER_POLICY_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "LimitExceeded", "ServiceFailure"], unsigned false;
    /// `DeleteVirtualMFADevice`.
    DeleteVirtualMFADevice(DeleteVirtualMFADeviceRequest = DELETE_VIRTUAL_MFA_DEVICE_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "DeleteConflict", "LimitExceeded", "ServiceFailure", "ConcurrentModification"], unsigned false;
    /// `DetachGroupPolicy`.
    DetachGroupPolicy(DetachGroupPolicyRequest = DETACH_GROUP_POLICY_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "LimitExceeded", "InvalidInput", "ServiceFailure"], unsigned false;
    /// `DetachRolePolicy`.
    DetachRolePolicy(DetachRolePolicyRequest = DETACH_ROLE_POLICY_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "LimitExceeded", "InvalidInput", "UnmodifiableEntity", "ServiceFailure"], unsigned false;
    /// `DetachUserPolicy`.
    DetachUserPolicy(DetachUserPolicyRequest = DETACH_USER_POLICY_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "LimitExceeded", "InvalidInput", "ServiceFailure"], unsigned false;
    /// `DisableOrganizationsRootCredentialsManagement`.
    DisableOrganizationsRootCredentialsManagement(DisableOrganizationsRootCredentialsManagementRequest = DISABLE_ORGANIZATIONS_ROOT_CREDENTIALS_MANAGEMENT_REQUEST) -> DisableOrganizationsRootCredentialsManagementResponse = DISABLE_ORGANIZATIONS_ROOT_CREDENTIALS_MANAGEMENT_RESPONSE,
    wrapper Some("DisableOrganizationsRootCredentialsManagementResult"), errors ["ServiceAccessNotEnabledException", "AccountNotManagementOrDelegatedAdministratorException", "OrganizationNotFoundException", "OrganizationNotInAllFeaturesModeException"], unsigned false;
    /// `DisableOrganizationsRootSessions`.
    DisableOrganizationsRootSessions(DisableOrganizationsRootSessionsRequest = DISABLE_ORGANIZATIONS_ROOT_SESSIONS_REQUEST) -> DisableOrganizationsRootSessionsResponse = DISABLE_ORGANIZATIONS_ROOT_SESSIONS_RESPONSE,
    wrapper Some("DisableOrganizationsRootSessionsResult"), errors ["ServiceAccessNotEnabledException", "AccountNotManagementOrDelegatedAdministratorException", "OrganizationNotFoundException", "OrganizationNotInAllFeaturesModeException"], unsigned false;
    /// `DisableOutboundWebIdentityFederation`.
    DisableOutboundWebIdentityFederation(() = UNIT) -> () = UNIT,
    wrapper None, errors ["FeatureDisabled"], unsigned false;
    /// `EnableMFADevice`.
    EnableMFADevice(EnableMFADeviceRequest = ENABLE_MFA_DEVICE_REQUEST) -> () = UNIT,
    wrapper None, errors ["EntityAlreadyExists", "EntityTemporarilyUnmodifiable", "InvalidAuthenticationCode", "LimitExceeded", "NoSuchEntity", "ServiceFailure", "ConcurrentModification"], unsigned false;
    /// `EnableOrganizationsRootCredentialsManagement`.
    EnableOrganizationsRootCredentialsManagement(EnableOrganizationsRootCredentialsManagementRequest = ENABLE_ORGANIZATIONS_ROOT_CREDENTIALS_MANAGEMENT_REQUEST) -> EnableOrganizationsRootCredentialsManagementResponse = ENABLE_ORGANIZATIONS_ROOT_CREDENTIALS_MANAGEMENT_RESPONSE,
    wrapper Some("EnableOrganizationsRootCredentialsManagementResult"), errors ["ServiceAccessNotEnabledException", "AccountNotManagementOrDelegatedAdministratorException", "OrganizationNotFoundException", "OrganizationNotInAllFeaturesModeException", "CallerIsNotManagementAccountException"], unsigned false;
    /// `EnableOrganizationsRootSessions`.
    EnableOrganizationsRootSessions(EnableOrganizationsRootSessionsRequest = ENABLE_ORGANIZATIONS_ROOT_SESSIONS_REQUEST) -> EnableOrganizationsRootSessionsResponse = ENABLE_ORGANIZATIONS_ROOT_SESSIONS_RESPONSE,
    wrapper Some("EnableOrganizationsRootSessionsResult"), errors ["ServiceAccessNotEnabledException", "AccountNotManagementOrDelegatedAdministratorException", "OrganizationNotFoundException", "OrganizationNotInAllFeaturesModeException", "CallerIsNotManagementAccountException"], unsigned false;
    /// `EnableOutboundWebIdentityFederation`.
    EnableOutboundWebIdentityFederation(() = UNIT) -> EnableOutboundWebIdentityFederationResponse = ENABLE_OUTBOUND_WEB_IDENTITY_FEDERATION_RESPONSE,
    wrapper Some("EnableOutboundWebIdentityFederationResult"), errors ["FeatureEnabled"], unsigned false;
    /// `GenerateCredentialReport`.
    GenerateCredentialReport(() = UNIT) -> GenerateCredentialReportResponse = GENERATE_CREDENTIAL_REPORT_RESPONSE,
    wrapper Some("GenerateCredentialReportResult"), errors ["LimitExceeded", "ServiceFailure"], unsigned false;
    /// `GenerateOrganizationsAccessReport`.
    GenerateOrganizationsAccessReport(GenerateOrganizationsAccessReportRequest = GENERATE_ORGANIZATIONS_ACCESS_REPORT_REQUEST) -> GenerateOrganizationsAccessReportResponse = GENERATE_ORGANIZATIONS_ACCESS_REPORT_RESPONSE,
    wrapper Some("GenerateOrganizationsAccessReportResult"), errors ["ReportGenerationLimitExceeded"], unsigned false;
    /// `GenerateServiceLastAccessedDetails`.
    GenerateServiceLastAccessedDetails(GenerateServiceLastAccessedDetailsRequest = GENERATE_SERVICE_LAST_ACCESSED_DETAILS_REQUEST) -> GenerateServiceLastAccessedDetailsResponse = GENERATE_SERVICE_LAST_ACCESSED_DETAILS_RESPONSE,
    wrapper Some("GenerateServiceLastAccessedDetailsResult"), errors ["NoSuchEntity", "InvalidInput"], unsigned false;
    /// `GetAccessKeyLastUsed`.
    GetAccessKeyLastUsed(GetAccessKeyLastUsedRequest = GET_ACCESS_KEY_LAST_USED_REQUEST) -> GetAccessKeyLastUsedResponse = GET_ACCESS_KEY_LAST_USED_RESPONSE,
    wrapper Some("GetAccessKeyLastUsedResult"), errors [], unsigned false;
    /// `GetAccountAuthorizationDetails`.
    GetAccountAuthorizationDetails(GetAccountAuthorizationDetailsRequest = GET_ACCOUNT_AUTHORIZATION_DETAILS_REQUEST) -> GetAccountAuthorizationDetailsResponse = GET_ACCOUNT_AUTHORIZATION_DETAILS_RESPONSE,
    wrapper Some("GetAccountAuthorizationDetailsResult"), errors ["ServiceFailure"], unsigned false;
    /// `GetAccountPasswordPolicy`.
    GetAccountPasswordPolicy(() = UNIT) -> GetAccountPasswordPolicyResponse = GET_ACCOUNT_PASSWORD_POLICY_RESPONSE,
    wrapper Some("GetAccountPasswordPolicyResult"), errors ["NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `GetAccountProperties`.
    GetAccountProperties(GetAccountPropertiesRequest = GET_ACCOUNT_PROPERTIES_REQUEST) -> GetAccountPropertiesResponse = GET_ACCOUNT_PROPERTIES_RESPONSE,
    wrapper Some("GetAccountPropertiesResult"), errors ["InvalidInput", "ServiceFailure"], unsigned false;
    /// `GetAccountSummary`.
    GetAccountSummary(() = UNIT) -> GetAccountSummaryResponse = GET_ACCOUNT_SUMMARY_RESPONSE,
    wrapper Some("GetAccountSummaryResult"), errors ["ServiceFailure"], unsigned false;
    /// `GetContextKeysForCustomPolicy`.
    GetContextKeysForCustomPolicy(GetContextKeysForCustomPolicyRequest = GET_CONTEXT_KEYS_FOR_CUSTOM_POLICY_REQUEST) -> GetContextKeysForPolicyResponse = GET_CONTEXT_KEYS_FOR_POLICY_RESPONSE,
    wrapper Some("GetContextKeysForCustomPolicyResult"), errors ["InvalidInput"], unsigned false;
    /// `GetContextKeysForPrincipalPolicy`.
    GetContextKeysForPrincipalPolicy(GetContextKeysForPrincipalPolicyRequest = GET_CONTEXT_KEYS_FOR_PRINCIPAL_POLICY_REQUEST) -> GetContextKeysForPolicyResponse = GET_CONTEXT_KEYS_FOR_POLICY_RESPONSE,
    wrapper Some("GetContextKeysForPrincipalPolicyResult"), errors ["NoSuchEntity", "InvalidInput"], unsigned false;
    /// `GetCredentialReport`.
    GetCredentialReport(() = UNIT) -> GetCredentialReportResponse = GET_CREDENTIAL_REPORT_RESPONSE,
    wrapper Some("GetCredentialReportResult"), errors ["ReportNotPresent", "ReportExpired", "ReportInProgress", "ServiceFailure"], unsigned false;
    /// `GetDelegationRequest`.
    GetDelegationRequest(GetDelegationRequestRequest = GET_DELEGATION_REQUEST_REQUEST) -> GetDelegationRequestResponse = GET_DELEGATION_REQUEST_RESPONSE,
    wrapper Some("GetDelegationRequestResult"), errors ["NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `GetGroup`.
    GetGroup(GetGroupRequest = GET_GROUP_REQUEST) -> GetGroupResponse = GET_GROUP_RESPONSE,
    wrapper Some("GetGroupResult"), errors ["NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `GetGroupPolicy`.
    GetGroupPolicy(GetGroupPolicyRequest = GET_GROUP_POLICY_REQUEST) -> GetGroupPolicyResponse = GET_GROUP_POLICY_RESPONSE,
    wrapper Some("GetGroupPolicyResult"), errors ["NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `GetHumanReadableSummary`.
    GetHumanReadableSummary(GetHumanReadableSummaryRequest = GET_HUMAN_READABLE_SUMMARY_REQUEST) -> GetHumanReadableSummaryResponse = GET_HUMAN_READABLE_SUMMARY_RESPONSE,
    wrapper Some("GetHumanReadableSummaryResult"), errors ["InvalidInput", "NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `GetInstanceProfile`.
    GetInstanceProfile(GetInstanceProfileRequest = GET_INSTANCE_PROFILE_REQUEST) -> GetInstanceProfileResponse = GET_INSTANCE_PROFILE_RESPONSE,
    wrapper Some("GetInstanceProfileResult"), errors ["NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `GetLoginProfile`.
    GetLoginProfile(GetLoginProfileRequest = GET_LOGIN_PROFILE_REQUEST) -> GetLoginProfileResponse = GET_LOGIN_PROFILE_RESPONSE,
    wrapper Some("GetLoginProfileResult"), errors ["NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `GetMFADevice`.
    GetMFADevice(GetMFADeviceRequest = GET_MFA_DEVICE_REQUEST) -> GetMFADeviceResponse = GET_MFA_DEVICE_RESPONSE,
    wrapper Some("GetMFADeviceResult"), errors ["NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `GetOpenIDConnectProvider`.
    GetOpenIDConnectProvider(GetOpenIDConnectProviderRequest = GET_OPEN_ID_CONNECT_PROVIDER_REQUEST) -> GetOpenIDConnectProviderResponse = GET_OPEN_ID_CONNECT_PROVIDER_RESPONSE,
    wrapper Some("GetOpenIDConnectProviderResult"), errors ["InvalidInput", "NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `GetOrganizationsAccessReport`.
    GetOrganizationsAccessReport(GetOrganizationsAccessReportRequest = GET_ORGANIZATIONS_ACCESS_REPORT_REQUEST) -> GetOrganizationsAccessReportResponse = GET_ORGANIZATIONS_ACCESS_REPORT_RESPONSE,
    wrapper Some("GetOrganizationsAccessReportResult"), errors ["NoSuchEntity"], unsigned false;
    /// `GetOutboundWebIdentityFederationInfo`.
    GetOutboundWebIdentityFederationInfo(() = UNIT) -> GetOutboundWebIdentityFederationInfoResponse = GET_OUTBOUND_WEB_IDENTITY_FEDERATION_INFO_RESPONSE,
    wrapper Some("GetOutboundWebIdentityFederationInfoResult"), errors ["FeatureDisabled"], unsigned false;
    /// `GetPolicy`.
    GetPolicy(GetPolicyRequest = GET_POLICY_REQUEST) -> GetPolicyResponse = GET_POLICY_RESPONSE,
    wrapper Some("GetPolicyResult"), errors ["NoSuchEntity", "InvalidInput", "ServiceFailure"], unsigned false;
    /// `GetPolicyVersion`.
    GetPolicyVersion(GetPolicyVersionRequest = GET_POLICY_VERSION_REQUEST) -> GetPolicyVersionResponse = GET_POLICY_VERSION_RESPONSE,
    wrapper Some("GetPolicyVersionResult"), errors ["NoSuchEntity", "InvalidInput", "ServiceFailure"], unsigned false;
    /// `GetRole`.
    GetRole(GetRoleRequest = GET_ROLE_REQUEST) -> GetRoleResponse = GET_ROLE_RESPONSE,
    wrapper Some("GetRoleResult"), errors ["NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `GetRolePolicy`.
    GetRolePolicy(GetRolePolicyRequest = GET_ROLE_POLICY_REQUEST) -> GetRolePolicyResponse = GET_ROLE_POLICY_RESPONSE,
    wrapper Some("GetRolePolicyResult"), errors ["NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `GetRoleTemplateVersion`.
    GetRoleTemplateVersion(GetRoleTemplateVersionRequest = GET_ROLE_TEMPLATE_VERSION_REQUEST) -> GetRoleTemplateVersionResponse = GET_ROLE_TEMPLATE_VERSION_RESPONSE,
    wrapper Some("GetRoleTemplateVersionResult"), errors ["NoSuchEntity", "InvalidInput", "ServiceFailure"], unsigned false;
    /// `GetSAMLProvider`.
    GetSAMLProvider(GetSAMLProviderRequest = GET_SAML_PROVIDER_REQUEST) -> GetSAMLProviderResponse = GET_SAML_PROVIDER_RESPONSE,
    wrapper Some("GetSAMLProviderResult"), errors ["NoSuchEntity", "InvalidInput", "ServiceFailure"], unsigned false;
    /// `GetSSHPublicKey`.
    GetSSHPublicKey(GetSSHPublicKeyRequest = GET_SSH_PUBLIC_KEY_REQUEST) -> GetSSHPublicKeyResponse = GET_SSH_PUBLIC_KEY_RESPONSE,
    wrapper Some("GetSSHPublicKeyResult"), errors ["NoSuchEntity", "UnrecognizedPublicKeyEncoding"], unsigned false;
    /// `GetServerCertificate`.
    GetServerCertificate(GetServerCertificateRequest = GET_SERVER_CERTIFICATE_REQUEST) -> GetServerCertificateResponse = GET_SERVER_CERTIFICATE_RESPONSE,
    wrapper Some("GetServerCertificateResult"), errors ["NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `GetServiceLastAccessedDetails`.
    GetServiceLastAccessedDetails(GetServiceLastAccessedDetailsRequest = GET_SERVICE_LAST_ACCESSED_DETAILS_REQUEST) -> GetServiceLastAccessedDetailsResponse = GET_SERVICE_LAST_ACCESSED_DETAILS_RESPONSE,
    wrapper Some("GetServiceLastAccessedDetailsResult"), errors ["NoSuchEntity", "InvalidInput"], unsigned false;
    /// `GetServiceLastAccessedDetailsWithEntities`.
    GetServiceLastAccessedDetailsWithEntities(GetServiceLastAccessedDetailsWithEntitiesRequest = GET_SERVICE_LAST_ACCESSED_DETAILS_WITH_ENTITIES_REQUEST) -> GetServiceLastAccessedDetailsWithEntitiesResponse = GET_SERVICE_LAST_ACCESSED_DETAILS_WITH_ENTITIES_RESPONSE,
    wrapper Some("GetServiceLastAccessedDetailsWithEntitiesResult"), errors ["NoSuchEntity", "InvalidInput"], unsigned false;
    /// `GetServiceLinkedRoleDeletionStatus`.
    GetServiceLinkedRoleDeletionStatus(GetServiceLinkedRoleDeletionStatusRequest = GET_SERVICE_LINKED_ROLE_DELETION_STATUS_REQUEST) -> GetServiceLinkedRoleDeletionStatusResponse = GET_SERVICE_LINKED_ROLE_DELETION_STATUS_RESPONSE,
    wrapper Some("GetServiceLinkedRoleDeletionStatusResult"), errors ["NoSuchEntity", "InvalidInput", "ServiceFailure"], unsigned false;
    /// `GetUser`.
    GetUser(GetUserRequest = GET_USER_REQUEST) -> GetUserResponse = GET_USER_RESPONSE,
    wrapper Some("GetUserResult"), errors ["NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `GetUserPolicy`.
    GetUserPolicy(GetUserPolicyRequest = GET_USER_POLICY_REQUEST) -> GetUserPolicyResponse = GET_USER_POLICY_RESPONSE,
    wrapper Some("GetUserPolicyResult"), errors ["NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `ListAccessKeys`.
    ListAccessKeys(ListAccessKeysRequest = LIST_ACCESS_KEYS_REQUEST) -> ListAccessKeysResponse = LIST_ACCESS_KEYS_RESPONSE,
    wrapper Some("ListAccessKeysResult"), errors ["NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `ListAccountAliases`.
    ListAccountAliases(ListAccountAliasesRequest = LIST_ACCOUNT_ALIASES_REQUEST) -> ListAccountAliasesResponse = LIST_ACCOUNT_ALIASES_RESPONSE,
    wrapper Some("ListAccountAliasesResult"), errors ["ServiceFailure"], unsigned false;
    /// `ListAttachedGroupPolicies`.
    ListAttachedGroupPolicies(ListAttachedGroupPoliciesRequest = LIST_ATTACHED_GROUP_POLICIES_REQUEST) -> ListAttachedGroupPoliciesResponse = LIST_ATTACHED_GROUP_POLICIES_RESPONSE,
    wrapper Some("ListAttachedGroupPoliciesResult"), errors ["NoSuchEntity", "InvalidInput", "ServiceFailure"], unsigned false;
    /// `ListAttachedRolePolicies`.
    ListAttachedRolePolicies(ListAttachedRolePoliciesRequest = LIST_ATTACHED_ROLE_POLICIES_REQUEST) -> ListAttachedRolePoliciesResponse = LIST_ATTACHED_ROLE_POLICIES_RESPONSE,
    wrapper Some("ListAttachedRolePoliciesResult"), errors ["NoSuchEntity", "InvalidInput", "ServiceFailure"], unsigned false;
    /// `ListAttachedUserPolicies`.
    ListAttachedUserPolicies(ListAttachedUserPoliciesRequest = LIST_ATTACHED_USER_POLICIES_REQUEST) -> ListAttachedUserPoliciesResponse = LIST_ATTACHED_USER_POLICIES_RESPONSE,
    wrapper Some("ListAttachedUserPoliciesResult"), errors ["NoSuchEntity", "InvalidInput", "ServiceFailure"], unsigned false;
    /// `ListDelegationRequests`.
    ListDelegationRequests(ListDelegationRequestsRequest = LIST_DELEGATION_REQUESTS_REQUEST) -> ListDelegationRequestsResponse = LIST_DELEGATION_REQUESTS_RESPONSE,
    wrapper Some("ListDelegationRequestsResult"), errors ["NoSuchEntity", "ServiceFailure", "InvalidInput"], unsigned false;
    /// `ListEntitiesForPolicy`.
    ListEntitiesForPolicy(ListEntitiesForPolicyRequest = LIST_ENTITIES_FOR_POLICY_REQUEST) -> ListEntitiesForPolicyResponse = LIST_ENTITIES_FOR_POLICY_RESPONSE,
    wrapper Some("ListEntitiesForPolicyResult"), errors ["NoSuchEntity", "InvalidInput", "ServiceFailure"], unsigned false;
    /// `ListGroupPolicies`.
    ListGroupPolicies(ListGroupPoliciesRequest = LIST_GROUP_POLICIES_REQUEST) -> ListGroupPoliciesResponse = LIST_GROUP_POLICIES_RESPONSE,
    wrapper Some("ListGroupPoliciesResult"), errors ["NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `ListGroups`.
    ListGroups(ListGroupsRequest = LIST_GROUPS_REQUEST) -> ListGroupsResponse = LIST_GROUPS_RESPONSE,
    wrapper Some("ListGroupsResult"), errors ["ServiceFailure"], unsigned false;
    /// `ListGroupsForUser`.
    ListGroupsForUser(ListGroupsForUserRequest = LIST_GROUPS_FOR_USER_REQUEST) -> ListGroupsForUserResponse = LIST_GROUPS_FOR_USER_RESPONSE,
    wrapper Some("ListGroupsForUserResult"), errors ["NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `ListInstanceProfileTags`.
    ListInstanceProfileTags(ListInstanceProfileTagsRequest = LIST_INSTANCE_PROFILE_TAGS_REQUEST) -> ListInstanceProfileTagsResponse = LIST_INSTANCE_PROFILE_TAGS_RESPONSE,
    wrapper Some("ListInstanceProfileTagsResult"), errors ["NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `ListInstanceProfiles`.
    ListInstanceProfiles(ListInstanceProfilesRequest = LIST_INSTANCE_PROFILES_REQUEST) -> ListInstanceProfilesResponse = LIST_INSTANCE_PROFILES_RESPONSE,
    wrapper Some("ListInstanceProfilesResult"), errors ["ServiceFailure"], unsigned false;
    /// `ListInstanceProfilesForRole`.
    ListInstanceProfilesForRole(ListInstanceProfilesForRoleRequest = LIST_INSTANCE_PROFILES_FOR_ROLE_REQUEST) -> ListInstanceProfilesForRoleResponse = LIST_INSTANCE_PROFILES_FOR_ROLE_RESPONSE,
    wrapper Some("ListInstanceProfilesForRoleResult"), errors ["NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `ListMFADeviceTags`.
    ListMFADeviceTags(ListMFADeviceTagsRequest = LIST_MFA_DEVICE_TAGS_REQUEST) -> ListMFADeviceTagsResponse = LIST_MFA_DEVICE_TAGS_RESPONSE,
    wrapper Some("ListMFADeviceTagsResult"), errors ["NoSuchEntity", "InvalidInput", "ServiceFailure"], unsigned false;
    /// `ListMFADevices`.
    ListMFADevices(ListMFADevicesRequest = LIST_MFA_DEVICES_REQUEST) -> ListMFADevicesResponse = LIST_MFA_DEVICES_RESPONSE,
    wrapper Some("ListMFADevicesResult"), errors ["NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `ListOpenIDConnectProviderTags`.
    ListOpenIDConnectProviderTags(ListOpenIDConnectProviderTagsRequest = LIST_OPEN_ID_CONNECT_PROVIDER_TAGS_REQUEST) -> ListOpenIDConnectProviderTagsResponse = LIST_OPEN_ID_CONNECT_PROVIDER_TAGS_RESPONSE,
    wrapper Some("ListOpenIDConnectProviderTagsResult"), errors ["NoSuchEntity", "ServiceFailure", "InvalidInput"], unsigned false;
    /// `ListOpenIDConnectProviders`.
    ListOpenIDConnectProviders(ListOpenIDConnectProvidersRequest = LIST_OPEN_ID_CONNECT_PROVIDERS_REQUEST) -> ListOpenIDConnectProvidersResponse = LIST_OPEN_ID_CONNECT_PROVIDERS_RESPONSE,
    wrapper Some("ListOpenIDConnectProvidersResult"), errors ["ServiceFailure"], unsigned false;
    /// `ListOrganizationsFeatures`.
    ListOrganizationsFeatures(ListOrganizationsFeaturesRequest = LIST_ORGANIZATIONS_FEATURES_REQUEST) -> ListOrganizationsFeaturesResponse = LIST_ORGANIZATIONS_FEATURES_RESPONSE,
    wrapper Some("ListOrganizationsFeaturesResult"), errors ["ServiceAccessNotEnabledException", "AccountNotManagementOrDelegatedAdministratorException", "OrganizationNotFoundException", "OrganizationNotInAllFeaturesModeException"], unsigned false;
    /// `ListPolicies`.
    ListPolicies(ListPoliciesRequest = LIST_POLICIES_REQUEST) -> ListPoliciesResponse = LIST_POLICIES_RESPONSE,
    wrapper Some("ListPoliciesResult"), errors ["ServiceFailure"], unsigned false;
    /// `ListPoliciesGrantingServiceAccess`.
    ListPoliciesGrantingServiceAccess(ListPoliciesGrantingServiceAccessRequest = LIST_POLICIES_GRANTING_SERVICE_ACCESS_REQUEST) -> ListPoliciesGrantingServiceAccessResponse = LIST_POLICIES_GRANTING_SERVICE_ACCESS_RESPONSE,
    wrapper Some("ListPoliciesGrantingServiceAccessResult"), errors ["NoSuchEntity", "InvalidInput"], unsigned false;
    /// `ListPolicyTags`.
    ListPolicyTags(ListPolicyTagsRequest = LIST_POLICY_TAGS_REQUEST) -> ListPolicyTagsResponse = LIST_POLICY_TAGS_RESPONSE,
    wrapper Some("ListPolicyTagsResult"), errors ["NoSuchEntity", "ServiceFailure", "InvalidInput"], unsigned false;
    /// `ListPolicyVersions`.
    ListPolicyVersions(ListPolicyVersionsRequest = LIST_POLICY_VERSIONS_REQUEST) -> ListPolicyVersionsResponse = LIST_POLICY_VERSIONS_RESPONSE,
    wrapper Some("ListPolicyVersionsResult"), errors ["NoSuchEntity", "InvalidInput", "ServiceFailure"], unsigned false;
    /// `ListRolePolicies`.
    ListRolePolicies(ListRolePoliciesRequest = LIST_ROLE_POLICIES_REQUEST) -> ListRolePoliciesResponse = LIST_ROLE_POLICIES_RESPONSE,
    wrapper Some("ListRolePoliciesResult"), errors ["NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `ListRoleTags`.
    ListRoleTags(ListRoleTagsRequest = LIST_ROLE_TAGS_REQUEST) -> ListRoleTagsResponse = LIST_ROLE_TAGS_RESPONSE,
    wrapper Some("ListRoleTagsResult"), errors ["NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `ListRoles`.
    ListRoles(ListRolesRequest = LIST_ROLES_REQUEST) -> ListRolesResponse = LIST_ROLES_RESPONSE,
    wrapper Some("ListRolesResult"), errors ["ServiceFailure"], unsigned false;
    /// `ListSAMLProviderTags`.
    ListSAMLProviderTags(ListSAMLProviderTagsRequest = LIST_SAML_PROVIDER_TAGS_REQUEST) -> ListSAMLProviderTagsResponse = LIST_SAML_PROVIDER_TAGS_RESPONSE,
    wrapper Some("ListSAMLProviderTagsResult"), errors ["NoSuchEntity", "ServiceFailure", "InvalidInput"], unsigned false;
    /// `ListSAMLProviders`.
    ListSAMLProviders(ListSAMLProvidersRequest = LIST_SAML_PROVIDERS_REQUEST) -> ListSAMLProvidersResponse = LIST_SAML_PROVIDERS_RESPONSE,
    wrapper Some("ListSAMLProvidersResult"), errors ["ServiceFailure"], unsigned false;
    /// `ListSSHPublicKeys`.
    ListSSHPublicKeys(ListSSHPublicKeysRequest = LIST_SSH_PUBLIC_KEYS_REQUEST) -> ListSSHPublicKeysResponse = LIST_SSH_PUBLIC_KEYS_RESPONSE,
    wrapper Some("ListSSHPublicKeysResult"), errors ["NoSuchEntity"], unsigned false;
    /// `ListServerCertificateTags`.
    ListServerCertificateTags(ListServerCertificateTagsRequest = LIST_SERVER_CERTIFICATE_TAGS_REQUEST) -> ListServerCertificateTagsResponse = LIST_SERVER_CERTIFICATE_TAGS_RESPONSE,
    wrapper Some("ListServerCertificateTagsResult"), errors ["NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `ListServerCertificates`.
    ListServerCertificates(ListServerCertificatesRequest = LIST_SERVER_CERTIFICATES_REQUEST) -> ListServerCertificatesResponse = LIST_SERVER_CERTIFICATES_RESPONSE,
    wrapper Some("ListServerCertificatesResult"), errors ["ServiceFailure"], unsigned false;
    /// `ListServiceSpecificCredentials`.
    ListServiceSpecificCredentials(ListServiceSpecificCredentialsRequest = LIST_SERVICE_SPECIFIC_CREDENTIALS_REQUEST) -> ListServiceSpecificCredentialsResponse = LIST_SERVICE_SPECIFIC_CREDENTIALS_RESPONSE,
    wrapper Some("ListServiceSpecificCredentialsResult"), errors ["NoSuchEntity", "NotSupportedService"], unsigned false;
    /// `ListSigningCertificates`.
    ListSigningCertificates(ListSigningCertificatesRequest = LIST_SIGNING_CERTIFICATES_REQUEST) -> ListSigningCertificatesResponse = LIST_SIGNING_CERTIFICATES_RESPONSE,
    wrapper Some("ListSigningCertificatesResult"), errors ["NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `ListUserPolicies`.
    ListUserPolicies(ListUserPoliciesRequest = LIST_USER_POLICIES_REQUEST) -> ListUserPoliciesResponse = LIST_USER_POLICIES_RESPONSE,
    wrapper Some("ListUserPoliciesResult"), errors ["NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `ListUserTags`.
    ListUserTags(ListUserTagsRequest = LIST_USER_TAGS_REQUEST) -> ListUserTagsResponse = LIST_USER_TAGS_RESPONSE,
    wrapper Some("ListUserTagsResult"), errors ["NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `ListUsers`.
    ListUsers(ListUsersRequest = LIST_USERS_REQUEST) -> ListUsersResponse = LIST_USERS_RESPONSE,
    wrapper Some("ListUsersResult"), errors ["ServiceFailure"], unsigned false;
    /// `ListVirtualMFADevices`.
    ListVirtualMFADevices(ListVirtualMFADevicesRequest = LIST_VIRTUAL_MFA_DEVICES_REQUEST) -> ListVirtualMFADevicesResponse = LIST_VIRTUAL_MFA_DEVICES_RESPONSE,
    wrapper Some("ListVirtualMFADevicesResult"), errors [], unsigned false;
    /// `PutAccountProperties`.
    PutAccountProperties(PutAccountPropertiesRequest = PUT_ACCOUNT_PROPERTIES_REQUEST) -> PutAccountPropertiesResponse = PUT_ACCOUNT_PROPERTIES_RESPONSE,
    wrapper Some("PutAccountPropertiesResult"), errors ["InvalidInput", "ConcurrentModification", "ServiceFailure"], unsigned false;
    /// `PutGroupPolicy`.
    PutGroupPolicy(PutGroupPolicyRequest = PUT_GROUP_POLICY_REQUEST) -> () = UNIT,
    wrapper None, errors ["LimitExceeded", "MalformedPolicyDocument", "NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `PutRolePermissionsBoundary`.
    PutRolePermissionsBoundary(PutRolePermissionsBoundaryRequest = PUT_ROLE_PERMISSIONS_BOUNDARY_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "InvalidInput", "UnmodifiableEntity", "PolicyNotAttachable", "ServiceFailure"], unsigned false;
    /// `PutRolePolicy`.
    PutRolePolicy(PutRolePolicyRequest = PUT_ROLE_POLICY_REQUEST) -> () = UNIT,
    wrapper None, errors ["LimitExceeded", "MalformedPolicyDocument", "NoSuchEntity", "UnmodifiableEntity", "ServiceFailure"], unsigned false;
    /// `PutUserPermissionsBoundary`.
    PutUserPermissionsBoundary(PutUserPermissionsBoundaryRequest = PUT_USER_PERMISSIONS_BOUNDARY_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "InvalidInput", "PolicyNotAttachable", "ServiceFailure"], unsigned false;
    /// `PutUserPolicy`.
    PutUserPolicy(PutUserPolicyRequest = PUT_USER_POLICY_REQUEST) -> () = UNIT,
    wrapper None, errors ["LimitExceeded", "MalformedPolicyDocument", "NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `RejectDelegationRequest`.
    RejectDelegationRequest(RejectDelegationRequestRequest = REJECT_DELEGATION_REQUEST_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "ServiceFailure", "ConcurrentModification", "InvalidInput"], unsigned false;
    /// `RemoveClientIDFromOpenIDConnectProvider`.
    RemoveClientIDFromOpenIDConnectProvider(RemoveClientIDFromOpenIDConnectProviderRequest = REMOVE_CLIENT_ID_FROM_OPEN_ID_CONNECT_PROVIDER_REQUEST) -> () = UNIT,
    wrapper None, errors ["ConcurrentModification", "InvalidInput", "NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `RemoveRoleFromInstanceProfile`.
    RemoveRoleFromInstanceProfile(RemoveRoleFromInstanceProfileRequest = REMOVE_ROLE_FROM_INSTANCE_PROFILE_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "LimitExceeded", "UnmodifiableEntity", "ServiceFailure"], unsigned false;
    /// `RemoveUserFromGroup`.
    RemoveUserFromGroup(RemoveUserFromGroupRequest = REMOVE_USER_FROM_GROUP_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "LimitExceeded", "ServiceFailure"], unsigned false;
    /// `ResetServiceSpecificCredential`.
    ResetServiceSpecificCredential(ResetServiceSpecificCredentialRequest = RESET_SERVICE_SPECIFIC_CREDENTIAL_REQUEST) -> ResetServiceSpecificCredentialResponse = RESET_SERVICE_SPECIFIC_CREDENTIAL_RESPONSE,
    wrapper Some("ResetServiceSpecificCredentialResult"), errors ["NoSuchEntity"], unsigned false;
    /// `ResyncMFADevice`.
    ResyncMFADevice(ResyncMFADeviceRequest = RESYNC_MFA_DEVICE_REQUEST) -> () = UNIT,
    wrapper None, errors ["InvalidAuthenticationCode", "NoSuchEntity", "LimitExceeded", "ServiceFailure", "ConcurrentModification"], unsigned false;
    /// `SendDelegationToken`.
    SendDelegationToken(SendDelegationTokenRequest = SEND_DELEGATION_TOKEN_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "ServiceFailure", "ConcurrentModification", "InvalidInput"], unsigned false;
    /// `SetDefaultPolicyVersion`.
    SetDefaultPolicyVersion(SetDefaultPolicyVersionRequest = SET_DEFAULT_POLICY_VERSION_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "InvalidInput", "LimitExceeded", "ServiceFailure"], unsigned false;
    /// `SetSecurityTokenServicePreferences`.
    SetSecurityTokenServicePreferences(SetSecurityTokenServicePreferencesRequest = SET_SECURITY_TOKEN_SERVICE_PREFERENCES_REQUEST) -> () = UNIT,
    wrapper None, errors ["ServiceFailure"], unsigned false;
    /// `SimulateCustomPolicy`.
    SimulateCustomPolicy(SimulateCustomPolicyRequest = SIMULATE_CUSTOM_POLICY_REQUEST) -> SimulatePolicyResponse = SIMULATE_POLICY_RESPONSE,
    wrapper Some("SimulateCustomPolicyResult"), errors ["InvalidInput", "PolicyEvaluation"], unsigned false;
    /// `SimulatePrincipalPolicy`.
    SimulatePrincipalPolicy(SimulatePrincipalPolicyRequest = SIMULATE_PRINCIPAL_POLICY_REQUEST) -> SimulatePolicyResponse = SIMULATE_POLICY_RESPONSE,
    wrapper Some("SimulatePrincipalPolicyResult"), errors ["NoSuchEntity", "InvalidInput", "PolicyEvaluation"], unsigned false;
    /// `TagInstanceProfile`.
    TagInstanceProfile(TagInstanceProfileRequest = TAG_INSTANCE_PROFILE_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "InvalidInput", "LimitExceeded", "ConcurrentModification", "ServiceFailure"], unsigned false;
    /// `TagMFADevice`.
    TagMFADevice(TagMFADeviceRequest = TAG_MFA_DEVICE_REQUEST) -> () = UNIT,
    wrapper None, errors ["InvalidInput", "NoSuchEntity", "LimitExceeded", "ConcurrentModification", "ServiceFailure"], unsigned false;
    /// `TagOpenIDConnectProvider`.
    TagOpenIDConnectProvider(TagOpenIDConnectProviderRequest = TAG_OPEN_ID_CONNECT_PROVIDER_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "LimitExceeded", "InvalidInput", "ConcurrentModification", "ServiceFailure"], unsigned false;
    /// `TagPolicy`.
    TagPolicy(TagPolicyRequest = TAG_POLICY_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "LimitExceeded", "InvalidInput", "ConcurrentModification", "ServiceFailure"], unsigned false;
    /// `TagRole`.
    TagRole(TagRoleRequest = TAG_ROLE_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "LimitExceeded", "InvalidInput", "ConcurrentModification", "ServiceFailure"], unsigned false;
    /// `TagSAMLProvider`.
    TagSAMLProvider(TagSAMLProviderRequest = TAG_SAML_PROVIDER_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "LimitExceeded", "InvalidInput", "ConcurrentModification", "ServiceFailure"], unsigned false;
    /// `TagServerCertificate`.
    TagServerCertificate(TagServerCertificateRequest = TAG_SERVER_CERTIFICATE_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "InvalidInput", "LimitExceeded", "ConcurrentModification", "ServiceFailure"], unsigned false;
    /// `TagUser`.
    TagUser(TagUserRequest = TAG_USER_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "LimitExceeded", "InvalidInput", "ConcurrentModification", "ServiceFailure"], unsigned false;
    /// `UntagInstanceProfile`.
    UntagInstanceProfile(UntagInstanceProfileRequest = UNTAG_INSTANCE_PROFILE_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "InvalidInput", "ConcurrentModification", "ServiceFailure"], unsigned false;
    /// `UntagMFADevice`.
    UntagMFADevice(UntagMFADeviceRequest = UNTAG_MFA_DEVICE_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "InvalidInput", "ConcurrentModification", "ServiceFailure"], unsigned false;
    /// `UntagOpenIDConnectProvider`.
    UntagOpenIDConnectProvider(UntagOpenIDConnectProviderRequest = UNTAG_OPEN_ID_CONNECT_PROVIDER_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "InvalidInput", "ConcurrentModification", "ServiceFailure"], unsigned false;
    /// `UntagPolicy`.
    UntagPolicy(UntagPolicyRequest = UNTAG_POLICY_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "InvalidInput", "ConcurrentModification", "ServiceFailure"], unsigned false;
    /// `UntagRole`.
    UntagRole(UntagRoleRequest = UNTAG_ROLE_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "ConcurrentModification", "ServiceFailure"], unsigned false;
    /// `UntagSAMLProvider`.
    UntagSAMLProvider(UntagSAMLProviderRequest = UNTAG_SAML_PROVIDER_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "InvalidInput", "ConcurrentModification", "ServiceFailure"], unsigned false;
    /// `UntagServerCertificate`.
    UntagServerCertificate(UntagServerCertificateRequest = UNTAG_SERVER_CERTIFICATE_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "InvalidInput", "ConcurrentModification", "ServiceFailure"], unsigned false;
    /// `UntagUser`.
    UntagUser(UntagUserRequest = UNTAG_USER_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "ConcurrentModification", "ServiceFailure"], unsigned false;
    /// `UpdateAccessKey`.
    UpdateAccessKey(UpdateAccessKeyRequest = UPDATE_ACCESS_KEY_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "LimitExceeded", "ServiceFailure", "InvalidInput"], unsigned false;
    /// `UpdateAccountPasswordPolicy`.
    UpdateAccountPasswordPolicy(UpdateAccountPasswordPolicyRequest = UPDATE_ACCOUNT_PASSWORD_POLICY_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "MalformedPolicyDocument", "LimitExceeded", "ServiceFailure"], unsigned false;
    /// `UpdateAssumeRolePolicy`.
    UpdateAssumeRolePolicy(UpdateAssumeRolePolicyRequest = UPDATE_ASSUME_ROLE_POLICY_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "MalformedPolicyDocument", "LimitExceeded", "UnmodifiableEntity", "ServiceFailure"], unsigned false;
    /// `UpdateDelegationRequest`.
    UpdateDelegationRequest(UpdateDelegationRequestRequest = UPDATE_DELEGATION_REQUEST_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "ServiceFailure", "ConcurrentModification", "InvalidInput"], unsigned false;
    /// `UpdateGroup`.
    UpdateGroup(UpdateGroupRequest = UPDATE_GROUP_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "EntityAlreadyExists", "LimitExceeded", "ServiceFailure"], unsigned false;
    /// `UpdateLoginProfile`.
    UpdateLoginProfile(UpdateLoginProfileRequest = UPDATE_LOGIN_PROFILE_REQUEST) -> () = UNIT,
    wrapper None, errors ["EntityTemporarilyUnmodifiable", "NoSuchEntity", "PasswordPolicyViolation", "LimitExceeded", "ServiceFailure"], unsigned false;
    /// `UpdateOpenIDConnectProviderThumbprint`.
    UpdateOpenIDConnectProviderThumbprint(UpdateOpenIDConnectProviderThumbprintRequest = UPDATE_OPEN_ID_CONNECT_PROVIDER_THUMBPRINT_REQUEST) -> () = UNIT,
    wrapper None, errors ["ConcurrentModification", "InvalidInput", "NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `UpdateRole`.
    UpdateRole(UpdateRoleRequest = UPDATE_ROLE_REQUEST) -> UpdateRoleResponse = UPDATE_ROLE_RESPONSE,
    wrapper Some("UpdateRoleResult"), errors ["UnmodifiableEntity", "NoSuchEntity", "ServiceFailure"], unsigned false;
    /// `UpdateRoleDescription`.
    UpdateRoleDescription(UpdateRoleDescriptionRequest = UPDATE_ROLE_DESCRIPTION_REQUEST) -> UpdateRoleDescriptionResponse = UPDATE_ROLE_DESCRIPTION_RESPONSE,
    wrapper Some("UpdateRoleDescriptionResult"), errors ["NoSuchEntity", "UnmodifiableEntity", "ServiceFailure"], unsigned false;
    /// `UpdateSAMLProvider`.
    UpdateSAMLProvider(UpdateSAMLProviderRequest = UPDATE_SAML_PROVIDER_REQUEST) -> UpdateSAMLProviderResponse = UPDATE_SAML_PROVIDER_RESPONSE,
    wrapper Some("UpdateSAMLProviderResult"), errors ["NoSuchEntity", "InvalidInput", "LimitExceeded", "ServiceFailure", "ConcurrentModification"], unsigned false;
    /// `UpdateSSHPublicKey`.
    UpdateSSHPublicKey(UpdateSSHPublicKeyRequest = UPDATE_SSH_PUBLIC_KEY_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "InvalidInput"], unsigned false;
    /// `UpdateServerCertificate`.
    UpdateServerCertificate(UpdateServerCertificateRequest = UPDATE_SERVER_CERTIFICATE_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "EntityAlreadyExists", "LimitExceeded", "ServiceFailure"], unsigned false;
    /// `UpdateServiceSpecificCredential`.
    UpdateServiceSpecificCredential(UpdateServiceSpecificCredentialRequest = UPDATE_SERVICE_SPECIFIC_CREDENTIAL_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity"], unsigned false;
    /// `UpdateSigningCertificate`.
    UpdateSigningCertificate(UpdateSigningCertificateRequest = UPDATE_SIGNING_CERTIFICATE_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "LimitExceeded", "ServiceFailure", "InvalidInput"], unsigned false;
    /// `UpdateUser`.
    UpdateUser(UpdateUserRequest = UPDATE_USER_REQUEST) -> () = UNIT,
    wrapper None, errors ["NoSuchEntity", "LimitExceeded", "EntityAlreadyExists", "EntityTemporarilyUnmodifiable", "ConcurrentModification", "ServiceFailure"], unsigned false;
    /// `UploadSSHPublicKey`.
    UploadSSHPublicKey(UploadSSHPublicKeyRequest = UPLOAD_SSH_PUBLIC_KEY_REQUEST) -> UploadSSHPublicKeyResponse = UPLOAD_SSH_PUBLIC_KEY_RESPONSE,
    wrapper Some("UploadSSHPublicKeyResult"), errors ["LimitExceeded", "NoSuchEntity", "InvalidPublicKey", "DuplicateSSHPublicKey", "UnrecognizedPublicKeyEncoding"], unsigned false;
    /// `UploadServerCertificate`.
    UploadServerCertificate(UploadServerCertificateRequest = UPLOAD_SERVER_CERTIFICATE_REQUEST) -> UploadServerCertificateResponse = UPLOAD_SERVER_CERTIFICATE_RESPONSE,
    wrapper Some("UploadServerCertificateResult"), errors ["LimitExceeded", "InvalidInput", "EntityAlreadyExists", "MalformedCertificate", "KeyPairMismatch", "ConcurrentModification", "ServiceFailure"], unsigned false;
    /// `UploadSigningCertificate`.
    UploadSigningCertificate(UploadSigningCertificateRequest = UPLOAD_SIGNING_CERTIFICATE_REQUEST) -> UploadSigningCertificateResponse = UPLOAD_SIGNING_CERTIFICATE_RESPONSE,
    wrapper Some("UploadSigningCertificateResult"), errors ["LimitExceeded", "EntityAlreadyExists", "MalformedCertificate", "InvalidCertificate", "DuplicateCertificate", "NoSuchEntity", "ConcurrentModification", "ServiceFailure"], unsigned false;
}
