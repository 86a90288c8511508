//! Operations.
// Written by `cargo codegen` from the API model; do not edit.

#[allow(unused_imports, reason = "which of them are used depends on the model")]
use awsim_plugin::shape::UNIT;

use super::structures::*;

awsim_plugin::operations! {
    for crate::Organizations;
    /// `AcceptHandshake`.
    AcceptHandshake(AcceptHandshakeRequest = ACCEPT_HANDSHAKE_REQUEST) -> AcceptHandshakeResponse = ACCEPT_HANDSHAKE_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "HandshakeConstraintViolationException", "HandshakeNotFoundException", "InvalidHandshakeTransitionException", "HandshakeAlreadyInStateException", "InvalidInputException", "ConcurrentModificationException", "ServiceException", "TooManyRequestsException", "AccessDeniedForDependencyException", "ConstraintViolationException", "MasterCannotLeaveOrganizationException"], unsigned false;
    /// `AttachPolicy`.
    AttachPolicy(AttachPolicyRequest = ATTACH_POLICY_REQUEST) -> () = UNIT,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "ConcurrentModificationException", "ConstraintViolationException", "DuplicatePolicyAttachmentException", "InvalidInputException", "PolicyNotFoundException", "PolicyTypeNotEnabledException", "ServiceException", "TargetNotFoundException", "TooManyRequestsException", "UnsupportedAPIEndpointException", "PolicyChangesInProgressException"], unsigned false;
    /// `CancelHandshake`.
    CancelHandshake(CancelHandshakeRequest = CANCEL_HANDSHAKE_REQUEST) -> CancelHandshakeResponse = CANCEL_HANDSHAKE_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "ConcurrentModificationException", "HandshakeNotFoundException", "InvalidHandshakeTransitionException", "HandshakeAlreadyInStateException", "InvalidInputException", "ServiceException", "TooManyRequestsException"], unsigned false;
    /// `CloseAccount`.
    CloseAccount(CloseAccountRequest = CLOSE_ACCOUNT_REQUEST) -> () = UNIT,
    wrapper None, errors ["AccessDeniedException", "AccountAlreadyClosedException", "AccountNotFoundException", "AWSOrganizationsNotInUseException", "ConcurrentModificationException", "ConflictException", "ConstraintViolationException", "InvalidInputException", "ServiceException", "TooManyRequestsException", "UnsupportedAPIEndpointException"], unsigned false;
    /// `CreateAccount`.
    CreateAccount(CreateAccountRequest = CREATE_ACCOUNT_REQUEST) -> CreateAccountResponse = CREATE_ACCOUNT_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "ConcurrentModificationException", "ConstraintViolationException", "InvalidInputException", "FinalizingOrganizationException", "ServiceException", "TooManyRequestsException", "UnsupportedAPIEndpointException"], unsigned false;
    /// `CreateGovCloudAccount`.
    CreateGovCloudAccount(CreateGovCloudAccountRequest = CREATE_GOV_CLOUD_ACCOUNT_REQUEST) -> CreateGovCloudAccountResponse = CREATE_GOV_CLOUD_ACCOUNT_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "ConcurrentModificationException", "ConstraintViolationException", "InvalidInputException", "FinalizingOrganizationException", "ServiceException", "TooManyRequestsException", "UnsupportedAPIEndpointException"], unsigned false;
    /// `CreateOrganization`.
    CreateOrganization(CreateOrganizationRequest = CREATE_ORGANIZATION_REQUEST) -> CreateOrganizationResponse = CREATE_ORGANIZATION_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AlreadyInOrganizationException", "ConcurrentModificationException", "ConstraintViolationException", "InvalidInputException", "ServiceException", "TooManyRequestsException", "AccessDeniedForDependencyException"], unsigned false;
    /// `CreateOrganizationalUnit`.
    CreateOrganizationalUnit(CreateOrganizationalUnitRequest = CREATE_ORGANIZATIONAL_UNIT_REQUEST) -> CreateOrganizationalUnitResponse = CREATE_ORGANIZATIONAL_UNIT_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "ConcurrentModificationException", "ConstraintViolationException", "DuplicateOrganizationalUnitException", "InvalidInputException", "ParentNotFoundException", "ServiceException", "TooManyRequestsException"], unsigned false;
    /// `CreatePolicy`.
    CreatePolicy(CreatePolicyRequest = CREATE_POLICY_REQUEST) -> CreatePolicyResponse = CREATE_POLICY_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "ConcurrentModificationException", "ConstraintViolationException", "DuplicatePolicyException", "InvalidInputException", "MalformedPolicyDocumentException", "PolicyTypeNotAvailableForOrganizationException", "ServiceException", "TooManyRequestsException", "UnsupportedAPIEndpointException"], unsigned false;
    /// `DeclineHandshake`.
    DeclineHandshake(DeclineHandshakeRequest = DECLINE_HANDSHAKE_REQUEST) -> DeclineHandshakeResponse = DECLINE_HANDSHAKE_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "ConcurrentModificationException", "HandshakeNotFoundException", "InvalidHandshakeTransitionException", "HandshakeAlreadyInStateException", "InvalidInputException", "ServiceException", "TooManyRequestsException"], unsigned false;
    /// `DeleteOrganization`.
    DeleteOrganization(() = UNIT) -> () = UNIT,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "ConcurrentModificationException", "ConstraintViolationException", "InvalidInputException", "OrganizationNotEmptyException", "ServiceException", "TooManyRequestsException"], unsigned false;
    /// `DeleteOrganizationalUnit`.
    DeleteOrganizationalUnit(DeleteOrganizationalUnitRequest = DELETE_ORGANIZATIONAL_UNIT_REQUEST) -> () = UNIT,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "ConcurrentModificationException", "InvalidInputException", "OrganizationalUnitNotEmptyException", "OrganizationalUnitNotFoundException", "ServiceException", "TooManyRequestsException"], unsigned false;
    /// `DeletePolicy`.
    DeletePolicy(DeletePolicyRequest = DELETE_POLICY_REQUEST) -> () = UNIT,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "ConcurrentModificationException", "InvalidInputException", "PolicyInUseException", "PolicyNotFoundException", "ServiceException", "TooManyRequestsException", "UnsupportedAPIEndpointException"], unsigned false;
    /// `DeleteResourcePolicy`.
    DeleteResourcePolicy(() = UNIT) -> () = UNIT,
    wrapper None, errors ["AccessDeniedException", "ServiceException", "UnsupportedAPIEndpointException", "TooManyRequestsException", "ConcurrentModificationException", "ConstraintViolationException", "AWSOrganizationsNotInUseException", "ResourcePolicyNotFoundException"], unsigned false;
    /// `DeregisterDelegatedAdministrator`.
    DeregisterDelegatedAdministrator(DeregisterDelegatedAdministratorRequest = DEREGISTER_DELEGATED_ADMINISTRATOR_REQUEST) -> () = UNIT,
    wrapper None, errors ["AccessDeniedException", "AccountNotFoundException", "AccountNotRegisteredException", "AWSOrganizationsNotInUseException", "ConcurrentModificationException", "ConstraintViolationException", "InvalidInputException", "TooManyRequestsException", "ServiceException", "UnsupportedAPIEndpointException"], unsigned false;
    /// `DescribeAccount`.
    DescribeAccount(DescribeAccountRequest = DESCRIBE_ACCOUNT_REQUEST) -> DescribeAccountResponse = DESCRIBE_ACCOUNT_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AccountNotFoundException", "AWSOrganizationsNotInUseException", "InvalidInputException", "ServiceException", "TooManyRequestsException"], unsigned false;
    /// `DescribeCreateAccountStatus`.
    DescribeCreateAccountStatus(DescribeCreateAccountStatusRequest = DESCRIBE_CREATE_ACCOUNT_STATUS_REQUEST) -> DescribeCreateAccountStatusResponse = DESCRIBE_CREATE_ACCOUNT_STATUS_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "CreateAccountStatusNotFoundException", "InvalidInputException", "ServiceException", "TooManyRequestsException", "UnsupportedAPIEndpointException"], unsigned false;
    /// `DescribeEffectivePolicy`.
    DescribeEffectivePolicy(DescribeEffectivePolicyRequest = DESCRIBE_EFFECTIVE_POLICY_REQUEST) -> DescribeEffectivePolicyResponse = DESCRIBE_EFFECTIVE_POLICY_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "ConstraintViolationException", "ServiceException", "TooManyRequestsException", "TargetNotFoundException", "EffectivePolicyNotFoundException", "InvalidInputException", "UnsupportedAPIEndpointException"], unsigned false;
    /// `DescribeHandshake`.
    DescribeHandshake(DescribeHandshakeRequest = DESCRIBE_HANDSHAKE_REQUEST) -> DescribeHandshakeResponse = DESCRIBE_HANDSHAKE_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "ConcurrentModificationException", "HandshakeNotFoundException", "InvalidInputException", "ServiceException", "TooManyRequestsException"], unsigned false;
    /// `DescribeOrganization`.
    DescribeOrganization(() = UNIT) -> DescribeOrganizationResponse = DESCRIBE_ORGANIZATION_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "ConcurrentModificationException", "ServiceException", "TooManyRequestsException"], unsigned false;
    /// `DescribeOrganizationalUnit`.
    DescribeOrganizationalUnit(DescribeOrganizationalUnitRequest = DESCRIBE_ORGANIZATIONAL_UNIT_REQUEST) -> DescribeOrganizationalUnitResponse = DESCRIBE_ORGANIZATIONAL_UNIT_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "InvalidInputException", "OrganizationalUnitNotFoundException", "ServiceException", "TooManyRequestsException"], unsigned false;
    /// `DescribePolicy`.
    DescribePolicy(DescribePolicyRequest = DESCRIBE_POLICY_REQUEST) -> DescribePolicyResponse = DESCRIBE_POLICY_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "InvalidInputException", "PolicyNotFoundException", "ServiceException", "TooManyRequestsException", "UnsupportedAPIEndpointException"], unsigned false;
    /// `DescribeResourcePolicy`.
    DescribeResourcePolicy(() = UNIT) -> DescribeResourcePolicyResponse = DESCRIBE_RESOURCE_POLICY_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "ServiceException", "UnsupportedAPIEndpointException", "TooManyRequestsException", "AWSOrganizationsNotInUseException", "ResourcePolicyNotFoundException", "ConstraintViolationException"], unsigned false;
    /// `DescribeResponsibilityTransfer`.
    DescribeResponsibilityTransfer(DescribeResponsibilityTransferRequest = DESCRIBE_RESPONSIBILITY_TRANSFER_REQUEST) -> DescribeResponsibilityTransferResponse = DESCRIBE_RESPONSIBILITY_TRANSFER_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "ResponsibilityTransferNotFoundException", "InvalidInputException", "ServiceException", "TooManyRequestsException", "UnsupportedAPIEndpointException"], unsigned false;
    /// `DetachPolicy`.
    DetachPolicy(DetachPolicyRequest = DETACH_POLICY_REQUEST) -> () = UNIT,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "ConcurrentModificationException", "ConstraintViolationException", "InvalidInputException", "PolicyNotAttachedException", "PolicyNotFoundException", "ServiceException", "TargetNotFoundException", "TooManyRequestsException", "UnsupportedAPIEndpointException", "PolicyChangesInProgressException"], unsigned false;
    /// `DisableAWSServiceAccess`.
    DisableAWSServiceAccess(DisableAWSServiceAccessRequest = DISABLE_AWS_SERVICE_ACCESS_REQUEST) -> () = UNIT,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "ConcurrentModificationException", "ConstraintViolationException", "InvalidInputException", "ServiceException", "TooManyRequestsException", "UnsupportedAPIEndpointException"], unsigned false;
    /// `DisablePolicyType`.
    DisablePolicyType(DisablePolicyTypeRequest = DISABLE_POLICY_TYPE_REQUEST) -> DisablePolicyTypeResponse = DISABLE_POLICY_TYPE_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "ConcurrentModificationException", "ConstraintViolationException", "InvalidInputException", "PolicyTypeNotEnabledException", "RootNotFoundException", "ServiceException", "TooManyRequestsException", "UnsupportedAPIEndpointException", "PolicyChangesInProgressException"], unsigned false;
    /// `EnableAWSServiceAccess`.
    EnableAWSServiceAccess(EnableAWSServiceAccessRequest = ENABLE_AWS_SERVICE_ACCESS_REQUEST) -> () = UNIT,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "ConcurrentModificationException", "ConstraintViolationException", "InvalidInputException", "ServiceException", "TooManyRequestsException", "UnsupportedAPIEndpointException"], unsigned false;
    /// `EnableAllFeatures`.
    EnableAllFeatures(EnableAllFeaturesRequest = ENABLE_ALL_FEATURES_REQUEST) -> EnableAllFeaturesResponse = ENABLE_ALL_FEATURES_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "ConcurrentModificationException", "ConstraintViolationException", "HandshakeConstraintViolationException", "InvalidInputException", "ServiceException", "TooManyRequestsException"], unsigned false;
    /// `EnablePolicyType`.
    EnablePolicyType(EnablePolicyTypeRequest = ENABLE_POLICY_TYPE_REQUEST) -> EnablePolicyTypeResponse = ENABLE_POLICY_TYPE_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "ConcurrentModificationException", "ConstraintViolationException", "InvalidInputException", "PolicyTypeAlreadyEnabledException", "RootNotFoundException", "ServiceException", "TooManyRequestsException", "PolicyTypeNotAvailableForOrganizationException", "UnsupportedAPIEndpointException", "PolicyChangesInProgressException"], unsigned false;
    /// `InviteAccountToOrganization`.
    InviteAccountToOrganization(InviteAccountToOrganizationRequest = INVITE_ACCOUNT_TO_ORGANIZATION_REQUEST) -> InviteAccountToOrganizationResponse = INVITE_ACCOUNT_TO_ORGANIZATION_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "AccountOwnerNotVerifiedException", "ConcurrentModificationException", "HandshakeConstraintViolationException", "DuplicateHandshakeException", "ConstraintViolationException", "InvalidInputException", "FinalizingOrganizationException", "ServiceException", "TooManyRequestsException"], unsigned false;
    /// `InviteOrganizationToTransferResponsibility`.
    InviteOrganizationToTransferResponsibility(InviteOrganizationToTransferResponsibilityRequest = INVITE_ORGANIZATION_TO_TRANSFER_RESPONSIBILITY_REQUEST) -> InviteOrganizationToTransferResponsibilityResponse = INVITE_ORGANIZATION_TO_TRANSFER_RESPONSIBILITY_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "ConcurrentModificationException", "ConstraintViolationException", "DuplicateHandshakeException", "HandshakeConstraintViolationException", "InvalidInputException", "ServiceException", "TooManyRequestsException", "UnsupportedAPIEndpointException"], unsigned false;
    /// `LeaveOrganization`.
    LeaveOrganization(() = UNIT) -> () = UNIT,
    wrapper None, errors ["AccessDeniedException", "AccountNotFoundException", "AWSOrganizationsNotInUseException", "ConcurrentModificationException", "ConstraintViolationException", "InvalidInputException", "MasterCannotLeaveOrganizationException", "ServiceException", "TooManyRequestsException"], unsigned false;
    /// `ListAWSServiceAccessForOrganization`.
    ListAWSServiceAccessForOrganization(ListAWSServiceAccessForOrganizationRequest = LIST_AWS_SERVICE_ACCESS_FOR_ORGANIZATION_REQUEST) -> ListAWSServiceAccessForOrganizationResponse = LIST_AWS_SERVICE_ACCESS_FOR_ORGANIZATION_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "ConstraintViolationException", "InvalidInputException", "ServiceException", "TooManyRequestsException", "UnsupportedAPIEndpointException"], unsigned false;
    /// `ListAccounts`.
    ListAccounts(ListAccountsRequest = LIST_ACCOUNTS_REQUEST) -> ListAccountsResponse = LIST_ACCOUNTS_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "InvalidInputException", "ServiceException", "TooManyRequestsException"], unsigned false;
    /// `ListAccountsForParent`.
    ListAccountsForParent(ListAccountsForParentRequest = LIST_ACCOUNTS_FOR_PARENT_REQUEST) -> ListAccountsForParentResponse = LIST_ACCOUNTS_FOR_PARENT_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "InvalidInputException", "ParentNotFoundException", "ServiceException", "TooManyRequestsException"], unsigned false;
    /// `ListAccountsWithInvalidEffectivePolicy`.
    ListAccountsWithInvalidEffectivePolicy(ListAccountsWithInvalidEffectivePolicyRequest = LIST_ACCOUNTS_WITH_INVALID_EFFECTIVE_POLICY_REQUEST) -> ListAccountsWithInvalidEffectivePolicyResponse = LIST_ACCOUNTS_WITH_INVALID_EFFECTIVE_POLICY_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "ConstraintViolationException", "EffectivePolicyNotFoundException", "ServiceException", "TooManyRequestsException", "InvalidInputException", "UnsupportedAPIEndpointException"], unsigned false;
    /// `ListChildren`.
    ListChildren(ListChildrenRequest = LIST_CHILDREN_REQUEST) -> ListChildrenResponse = LIST_CHILDREN_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "InvalidInputException", "ParentNotFoundException", "ServiceException", "TooManyRequestsException"], unsigned false;
    /// `ListCreateAccountStatus`.
    ListCreateAccountStatus(ListCreateAccountStatusRequest = LIST_CREATE_ACCOUNT_STATUS_REQUEST) -> ListCreateAccountStatusResponse = LIST_CREATE_ACCOUNT_STATUS_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "InvalidInputException", "ServiceException", "TooManyRequestsException", "UnsupportedAPIEndpointException"], unsigned false;
    /// `ListDelegatedAdministrators`.
    ListDelegatedAdministrators(ListDelegatedAdministratorsRequest = LIST_DELEGATED_ADMINISTRATORS_REQUEST) -> ListDelegatedAdministratorsResponse = LIST_DELEGATED_ADMINISTRATORS_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "ConstraintViolationException", "InvalidInputException", "TooManyRequestsException", "ServiceException", "UnsupportedAPIEndpointException"], unsigned false;
    /// `ListDelegatedServicesForAccount`.
    ListDelegatedServicesForAccount(ListDelegatedServicesForAccountRequest = LIST_DELEGATED_SERVICES_FOR_ACCOUNT_REQUEST) -> ListDelegatedServicesForAccountResponse = LIST_DELEGATED_SERVICES_FOR_ACCOUNT_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AccountNotFoundException", "AccountNotRegisteredException", "AWSOrganizationsNotInUseException", "ConstraintViolationException", "InvalidInputException", "TooManyRequestsException", "ServiceException", "UnsupportedAPIEndpointException"], unsigned false;
    /// `ListEffectivePolicyValidationErrors`.
    ListEffectivePolicyValidationErrors(ListEffectivePolicyValidationErrorsRequest = LIST_EFFECTIVE_POLICY_VALIDATION_ERRORS_REQUEST) -> ListEffectivePolicyValidationErrorsResponse = LIST_EFFECTIVE_POLICY_VALIDATION_ERRORS_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "ConstraintViolationException", "EffectivePolicyNotFoundException", "ServiceException", "TooManyRequestsException", "AccountNotFoundException", "InvalidInputException", "UnsupportedAPIEndpointException"], unsigned false;
    /// `ListHandshakesForAccount`.
    ListHandshakesForAccount(ListHandshakesForAccountRequest = LIST_HANDSHAKES_FOR_ACCOUNT_REQUEST) -> ListHandshakesForAccountResponse = LIST_HANDSHAKES_FOR_ACCOUNT_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "ConcurrentModificationException", "InvalidInputException", "ServiceException", "TooManyRequestsException"], unsigned false;
    /// `ListHandshakesForOrganization`.
    ListHandshakesForOrganization(ListHandshakesForOrganizationRequest = LIST_HANDSHAKES_FOR_ORGANIZATION_REQUEST) -> ListHandshakesForOrganizationResponse = LIST_HANDSHAKES_FOR_ORGANIZATION_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "ConcurrentModificationException", "InvalidInputException", "ServiceException", "TooManyRequestsException"], unsigned false;
    /// `ListInboundResponsibilityTransfers`.
    ListInboundResponsibilityTransfers(ListInboundResponsibilityTransfersRequest = LIST_INBOUND_RESPONSIBILITY_TRANSFERS_REQUEST) -> ListInboundResponsibilityTransfersResponse = LIST_INBOUND_RESPONSIBILITY_TRANSFERS_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "ResponsibilityTransferNotFoundException", "ConstraintViolationException", "InvalidInputException", "ServiceException", "TooManyRequestsException", "UnsupportedAPIEndpointException"], unsigned false;
    /// `ListOrganizationalUnitsForParent`.
    ListOrganizationalUnitsForParent(ListOrganizationalUnitsForParentRequest = LIST_ORGANIZATIONAL_UNITS_FOR_PARENT_REQUEST) -> ListOrganizationalUnitsForParentResponse = LIST_ORGANIZATIONAL_UNITS_FOR_PARENT_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "InvalidInputException", "ParentNotFoundException", "ServiceException", "TooManyRequestsException"], unsigned false;
    /// `ListOutboundResponsibilityTransfers`.
    ListOutboundResponsibilityTransfers(ListOutboundResponsibilityTransfersRequest = LIST_OUTBOUND_RESPONSIBILITY_TRANSFERS_REQUEST) -> ListOutboundResponsibilityTransfersResponse = LIST_OUTBOUND_RESPONSIBILITY_TRANSFERS_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "ConstraintViolationException", "InvalidInputException", "ServiceException", "TooManyRequestsException", "UnsupportedAPIEndpointException"], unsigned false;
    /// `ListParents`.
    ListParents(ListParentsRequest = LIST_PARENTS_REQUEST) -> ListParentsResponse = LIST_PARENTS_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "ChildNotFoundException", "InvalidInputException", "ServiceException", "TooManyRequestsException"], unsigned false;
    /// `ListPolicies`.
    ListPolicies(ListPoliciesRequest = LIST_POLICIES_REQUEST) -> ListPoliciesResponse = LIST_POLICIES_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "InvalidInputException", "ServiceException", "TooManyRequestsException", "UnsupportedAPIEndpointException"], unsigned false;
    /// `ListPoliciesForTarget`.
    ListPoliciesForTarget(ListPoliciesForTargetRequest = LIST_POLICIES_FOR_TARGET_REQUEST) -> ListPoliciesForTargetResponse = LIST_POLICIES_FOR_TARGET_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "InvalidInputException", "ServiceException", "TargetNotFoundException", "TooManyRequestsException", "UnsupportedAPIEndpointException"], unsigned false;
    /// `ListRoots`.
    ListRoots(ListRootsRequest = LIST_ROOTS_REQUEST) -> ListRootsResponse = LIST_ROOTS_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "InvalidInputException", "ServiceException", "TooManyRequestsException"], unsigned false;
    /// `ListTagsForResource`.
    ListTagsForResource(ListTagsForResourceRequest = LIST_TAGS_FOR_RESOURCE_REQUEST) -> ListTagsForResourceResponse = LIST_TAGS_FOR_RESOURCE_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "TargetNotFoundException", "InvalidInputException", "ServiceException", "TooManyRequestsException"], unsigned false;
    /// `ListTargetsForPolicy`.
    ListTargetsForPolicy(ListTargetsForPolicyRequest = LIST_TARGETS_FOR_POLICY_REQUEST) -> ListTargetsForPolicyResponse = LIST_TARGETS_FOR_POLICY_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "InvalidInputException", "PolicyNotFoundException", "ServiceException", "TooManyRequestsException", "UnsupportedAPIEndpointException"], unsigned false;
    /// `MoveAccount`.
    MoveAccount(MoveAccountRequest = MOVE_ACCOUNT_REQUEST) -> () = UNIT,
    wrapper None, errors ["AccessDeniedException", "InvalidInputException", "SourceParentNotFoundException", "DestinationParentNotFoundException", "DuplicateAccountException", "AccountNotFoundException", "TooManyRequestsException", "ConcurrentModificationException", "AWSOrganizationsNotInUseException", "ServiceException"], unsigned false;
    /// `PutResourcePolicy`.
    PutResourcePolicy(PutResourcePolicyRequest = PUT_RESOURCE_POLICY_REQUEST) -> PutResourcePolicyResponse = PUT_RESOURCE_POLICY_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "ServiceException", "UnsupportedAPIEndpointException", "TooManyRequestsException", "ConcurrentModificationException", "InvalidInputException", "ConstraintViolationException", "AWSOrganizationsNotInUseException"], unsigned false;
    /// `RegisterDelegatedAdministrator`.
    RegisterDelegatedAdministrator(RegisterDelegatedAdministratorRequest = REGISTER_DELEGATED_ADMINISTRATOR_REQUEST) -> () = UNIT,
    wrapper None, errors ["AccessDeniedException", "AccountAlreadyRegisteredException", "AccountNotFoundException", "AWSOrganizationsNotInUseException", "ConcurrentModificationException", "ConstraintViolationException", "InvalidInputException", "TooManyRequestsException", "ServiceException", "UnsupportedAPIEndpointException"], unsigned false;
    /// `RemoveAccountFromOrganization`.
    RemoveAccountFromOrganization(RemoveAccountFromOrganizationRequest = REMOVE_ACCOUNT_FROM_ORGANIZATION_REQUEST) -> () = UNIT,
    wrapper None, errors ["AccessDeniedException", "AccountNotFoundException", "AWSOrganizationsNotInUseException", "ConcurrentModificationException", "ConstraintViolationException", "InvalidInputException", "MasterCannotLeaveOrganizationException", "ServiceException", "TooManyRequestsException"], unsigned false;
    /// `TagResource`.
    TagResource(TagResourceRequest = TAG_RESOURCE_REQUEST) -> () = UNIT,
    wrapper None, errors ["AccessDeniedException", "ConcurrentModificationException", "AWSOrganizationsNotInUseException", "TargetNotFoundException", "ConstraintViolationException", "InvalidInputException", "ServiceException", "TooManyRequestsException"], unsigned false;
    /// `TerminateResponsibilityTransfer`.
    TerminateResponsibilityTransfer(TerminateResponsibilityTransferRequest = TERMINATE_RESPONSIBILITY_TRANSFER_REQUEST) -> TerminateResponsibilityTransferResponse = TERMINATE_RESPONSIBILITY_TRANSFER_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "ConcurrentModificationException", "ConstraintViolationException", "InvalidInputException", "ResponsibilityTransferNotFoundException", "ServiceException", "TooManyRequestsException", "UnsupportedAPIEndpointException", "ResponsibilityTransferAlreadyInStatusException", "InvalidResponsibilityTransferTransitionException"], unsigned false;
    /// `UntagResource`.
    UntagResource(UntagResourceRequest = UNTAG_RESOURCE_REQUEST) -> () = UNIT,
    wrapper None, errors ["AccessDeniedException", "ConcurrentModificationException", "AWSOrganizationsNotInUseException", "TargetNotFoundException", "ConstraintViolationException", "InvalidInputException", "ServiceException", "TooManyRequestsException"], unsigned false;
    /// `UpdateOrganizationalUnit`.
    UpdateOrganizationalUnit(UpdateOrganizationalUnitRequest = UPDATE_ORGANIZATIONAL_UNIT_REQUEST) -> UpdateOrganizationalUnitResponse = UPDATE_ORGANIZATIONAL_UNIT_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "ConcurrentModificationException", "DuplicateOrganizationalUnitException", "InvalidInputException", "OrganizationalUnitNotFoundException", "ServiceException", "TooManyRequestsException"], unsigned false;
    /// `UpdatePolicy`.
    UpdatePolicy(UpdatePolicyRequest = UPDATE_POLICY_REQUEST) -> UpdatePolicyResponse = UPDATE_POLICY_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "ConcurrentModificationException", "ConstraintViolationException", "DuplicatePolicyException", "InvalidInputException", "MalformedPolicyDocumentException", "PolicyNotFoundException", "ServiceException", "TooManyRequestsException", "UnsupportedAPIEndpointException", "PolicyChangesInProgressException"], unsigned false;
    /// `UpdateResponsibilityTransfer`.
    UpdateResponsibilityTransfer(UpdateResponsibilityTransferRequest = UPDATE_RESPONSIBILITY_TRANSFER_REQUEST) -> UpdateResponsibilityTransferResponse = UPDATE_RESPONSIBILITY_TRANSFER_RESPONSE,
    wrapper None, errors ["AccessDeniedException", "AWSOrganizationsNotInUseException", "ResponsibilityTransferNotFoundException", "ConstraintViolationException", "InvalidInputException", "ServiceException", "TooManyRequestsException", "UnsupportedAPIEndpointException"], unsigned false;
}
