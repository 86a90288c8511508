//! AWS's wordings of errors, in one place. Where no recorded answer of AWS settles a wording, it is the API reference's
//! description of the error or of its reason.

use awsim_plugin::error::ServiceError;

use crate::generated::ErrorCode;

/// `InvalidInputException` with its reason.
pub(crate) fn invalid(reason: &'static str, message: impl Into<String>) -> ServiceError {
    ErrorCode::InvalidInput.with(message).with_member("Reason", reason)
}

/// `ConstraintViolationException` with its reason.
pub(crate) fn constraint(reason: &'static str, message: impl Into<String>) -> ServiceError {
    ErrorCode::ConstraintViolation.with(message).with_member("Reason", reason)
}

/// `HandshakeConstraintViolationException` with its reason.
pub(crate) fn handshake_constraint(reason: &'static str, message: impl Into<String>) -> ServiceError {
    ErrorCode::HandshakeConstraintViolation.with(message).with_member("Reason", reason)
}

macro_rules! wordings {
    ($($(#[$doc:meta])* $name:ident = $variant:ident $message:literal;)*) => {
        $(
            $(#[$doc])*
            pub(crate) fn $name() -> ServiceError {
                ErrorCode::$variant.with($message)
            }
        )*
    };
}

wordings! {
    /// The caller's account is in no organization.
    not_in_use = AWSOrganizationsNotInUse "Your account is not a member of an organization.";
    /// The caller's account may not do this.
    access_denied = AccessDenied "You don't have permissions to access this resource.";
    /// The account is in an organization already.
    already_in_organization = AlreadyInOrganization "The provided account is already a member of an organization.";
    /// The organization still has members.
    not_empty = OrganizationNotEmpty "To delete an organization you must first remove all member accounts (except the management account).";
    /// No account of this id is in the organization.
    no_such_account = AccountNotFound "You specified an account that doesn't exist.";
    /// No unit of this id is in the organization.
    no_such_unit = OrganizationalUnitNotFound "You specified an organizational unit that doesn't exist.";
    /// The root of the organization has another id.
    no_such_root = RootNotFound "You specified a root that doesn't exist.";
    /// No root or unit of this id is in the organization.
    no_such_parent = ParentNotFound "You specified a parent that doesn't exist.";
    /// The account is not in the container that it is to be moved out of.
    no_such_source_parent = SourceParentNotFound "You specified a source parent that doesn't exist.";
    /// The container that the account is to be moved into is not there.
    no_such_destination_parent = DestinationParentNotFound "You specified a destination parent that doesn't exist.";
    /// No account or unit of this id is in the organization.
    no_such_child = ChildNotFound "You specified a child that doesn't exist.";
    /// No policy of this id is in the organization.
    no_such_policy = PolicyNotFound "You specified a policy that doesn't exist.";
    /// No root, unit, account or policy of this id is in the organization.
    no_such_target = TargetNotFound "You specified a target that doesn't exist.";
    /// No handshake of this id was sent or received.
    no_such_handshake = HandshakeNotFound "You specified a handshake that doesn't exist.";
    /// No request of this id was made.
    no_such_creation = CreateAccountStatusNotFound "You specified a create account request that doesn't exist.";
    /// The organization has no resource policy.
    no_resource_policy = ResourcePolicyNotFound "We can't find a resource policy request with the parameter that you specified.";
    /// No transfer of this id is the caller's.
    no_such_transfer = ResponsibilityTransferNotFound "We can't find a transfer that you specified.";
    /// The unit has children.
    unit_not_empty = OrganizationalUnitNotEmpty "To delete an organizational unit you must first remove all accounts and organizational units from it.";
    /// A sibling has the name.
    duplicate_unit = DuplicateOrganizationalUnit "An organizational unit with the same name already exists in the specified parent.";
    /// The account is there already.
    duplicate_account = DuplicateAccount "The specified account is already in the specified destination parent.";
    /// Another policy of the type has the name.
    duplicate_policy = DuplicatePolicy "A policy with the specified name and type already exists.";
    /// The policy is attached to the target already.
    duplicate_attachment = DuplicatePolicyAttachment "The specified policy is already attached to the specified target.";
    /// The policy is not attached to the target.
    not_attached = PolicyNotAttached "The specified policy is not attached to the specified target.";
    /// The policy is attached to something.
    policy_in_use = PolicyInUse "You cannot delete a policy that is attached to a root, an organizational unit or an account.";
    /// The policy type is enabled.
    type_already_enabled = PolicyTypeAlreadyEnabled "The specified policy type is already enabled.";
    /// The policy type is not enabled.
    type_not_enabled = PolicyTypeNotEnabled "This operation can be performed only for enabled policy types.";
    /// The organization has consolidated billing only.
    type_not_available = PolicyTypeNotAvailableForOrganization "You can't use the specified policy type with the feature set currently enabled for this organization.";
    /// The document is no policy of its type.
    malformed_policy = MalformedPolicyDocument "The provided policy document does not meet the requirements of the specified policy type.";
    /// There is nothing of the type to be in effect.
    no_effective_policy = EffectivePolicyNotFound "You don't have an effective policy of the specified type.";
    /// The management account cannot leave.
    management_cannot_leave = MasterCannotLeaveOrganization "You cannot remove the management account from the organization.";
    /// The account is closed.
    already_closed = AccountAlreadyClosed "You attempted to close an account that is already closed.";
    /// The account is about to be closed.
    closing = Conflict "The account is already being closed.";
    /// The account administers the service already.
    already_registered = AccountAlreadyRegistered "The provided account is already a delegated administrator for your organization.";
    /// The account does not administer the service.
    not_registered = AccountNotRegistered "The provided account is not a registered delegated administrator for your organization.";
    /// The same was asked of the same account before, and not answered yet.
    duplicate_handshake = DuplicateHandshake "A handshake with the same action and target already exists.";
    /// The handshake has gone that way already.
    handshake_already_in_state = HandshakeAlreadyInState "The specified handshake is already in the requested state.";
    /// The handshake cannot go that way any more.
    invalid_transition = InvalidHandshakeTransition "You can't perform the operation on the handshake in its current state.";
    /// The transfer has ended.
    transfer_already_ended = ResponsibilityTransferAlreadyInStatus "The responsibility transfer is already in the status that you specified.";
    /// The transfer was not agreed to.
    invalid_transfer_transition = InvalidResponsibilityTransferTransition "The responsibility transfer can't transition to the requested state because it's not in a valid state for this operation.";
}

/// Something failed here.
pub(crate) fn service_failure(error: &dyn std::fmt::Display) -> ServiceError {
    ErrorCode::Service.with(format!("no random numbers are to be had: {error}"))
}

/// A token that no listing has given out.
pub(crate) fn invalid_token() -> ServiceError {
    invalid("INVALID_NEXT_TOKEN", "You specified an invalid value for nextToken.")
}

/// A tag key was given twice.
pub(crate) fn duplicate_tag_key() -> ServiceError {
    invalid("DUPLICATE_TAG_KEY", "Tag keys must be unique among the tags attached to the same entity.")
}

/// A tag key that is AWS's own to give.
pub(crate) fn system_tag() -> ServiceError {
    let message =
        "You specified a tag key that is a system tag. You can't add, edit, or delete system tag keys.";
    invalid("INVALID_SYSTEM_TAGS_PARAMETER", message)
}

/// The resource would have too many tags.
pub(crate) fn too_many_tags() -> ServiceError {
    constraint("MAX_TAG_LIMIT_EXCEEDED", "You have exceeded the number of tags allowed on this resource.")
}

/// A policy that AWS administers cannot be changed.
pub(crate) fn immutable_policy() -> ServiceError {
    invalid("IMMUTABLE_POLICY", "You specified a policy that is managed by AWS and can't be modified.")
}

/// The organization would have too many accounts.
pub(crate) fn too_many_accounts() -> ServiceError {
    constraint("ACCOUNT_NUMBER_LIMIT_EXCEEDED", TOO_MANY_ACCOUNTS)
}

/// The organization would have too many accounts if the handshake were accepted.
pub(crate) fn too_many_accounts_by_handshake() -> ServiceError {
    handshake_constraint("ACCOUNT_NUMBER_LIMIT_EXCEEDED", TOO_MANY_ACCOUNTS)
}

const TOO_MANY_ACCOUNTS: &str = "You have exceeded the allowed number of AWS accounts.";

/// The operation is for organizations with all features.
pub(crate) fn all_features_needed() -> ServiceError {
    let message = "Your organization must have all features enabled to perform this operation.";
    constraint("ORGANIZATION_NOT_IN_ALL_FEATURES_MODE", message)
}

/// A service that AWS does not know.
pub(crate) fn unrecognized_service() -> ServiceError {
    invalid("UNRECOGNIZED_SERVICE_PRINCIPAL", "You specified an unrecognized service principal.")
}
