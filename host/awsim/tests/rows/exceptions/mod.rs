//! Where rows differ from the reference, and why.

mod elsewhere;

use std::collections::BTreeSet;

/// An operation, what differs, and the reason. `*` stands for any text in the first two.
pub(crate) type Exception = (&'static str, &'static str, &'static str);

const NEW: &str = "What is to be made has no tags yet; those of the request are told by aws:RequestTag.";
const TEMPLATE: &str =
    "Told while AcquireRole makes a role from a template; other requests have no template.";
const ONE_OF: &str = "The request names one of them; the reference says that all are there.";
const OF_KIND: &str = "The request is about something that is neither a policy nor a transfer.";
const SECURITY_KEY: &str =
    "Security keys are registered through the console; the API enables virtual devices only.";
const TOGETHER: &str = "AWS decides all actions of AssumeRole with one context: a trust policy may put them into one statement \
                        with conditions on any of the keys.";
const OTHER_SERVICE: &str =
    "AWS says which actions of Organizations are needed, not on what: IAM does not know the ARNs there.";
const NO_ORGANIZATION: &str =
    "An id stands for nothing where there is no organization, and a handshake for nothing to others.";
const HANDLER_ASKS: &str = "The handler asks, and only where the role is missing: the denial has a code of its own, \
                            AccessDeniedForDependencyException.";

const EVERY_PROVIDER: &str =
    "The reference has the keys of every provider only for those that it names; the guide has them for all.";
const ACCESS_TOKENS: &str =
    "Access tokens can only be verified by who issued them, whom the host does not ask.";
const UNTOLD: &str = "Nothing says what of a token it tells.";

const API_SAYS: &str = "The API reference asks for it.";
const ONE_KIND: &str =
    "The request names a resource of one of the kinds; the reference says that all are there.";

/// What differs of one operation after the other, of services that AWSim does itself.
#[rustfmt::skip]
const EXCEPTIONS: &[Exception] = &[
    ("iam:AcquireRole", "does not ask for iam:Put*", "The templates here give roles neither inline policies nor boundaries."),
    ("iam:AcquireRole", "does not ask for iam:TagRole", "The templates here give roles no tags."),
    ("iam:AttachRolePolicy", "* never has iam:RoleTemplateARN", TEMPLATE),
    ("iam:CreateDelegationRequest", "* never has iam:DelegationRequestOwner of delegation-request", "A new request has no owner yet."),
    ("iam:CreateInstanceProfile", "* never has aws:ResourceTag/*", NEW),
    ("iam:CreateOpenIDConnectProvider", "* never has aws:ResourceTag/*", NEW),
    ("iam:CreatePolicy", "* never has aws:ResourceTag/*", NEW),
    ("iam:CreateRole", "* never has *:ResourceTag/*", NEW),
    ("iam:CreateRole", "* never has iam:RoleTemplateARN", TEMPLATE),
    ("iam:CreateSAMLProvider", "* never has aws:ResourceTag/*", NEW),
    ("iam:CreateServiceLinkedRole", "* never has *:ResourceTag/*", NEW),
    ("iam:CreateServiceLinkedRole", "does not ask for iam:PutRolePolicy", "Service-linked roles have one of AWS's managed policies and no inline ones."),
    ("iam:CreateUser", "* never has *:ResourceTag/*", NEW),
    ("iam:CreateVirtualMFADevice", "* never has aws:ResourceTag/*", NEW),
    ("iam:EnableMFADevice", "* never has iam:FIDO-*", SECURITY_KEY),
    ("iam:EnableMFADevice", "* never has iam:RegisterSecurityKey", SECURITY_KEY),
    ("iam:GenerateOrganizationsAccessReport", "organizations:*", OTHER_SERVICE),
    ("iam:GenerateServiceLastAccessedDetails", "* is asked for on no *", ONE_OF),
    ("iam:GetAccessKeyLastUsed", "* is asked for on everything", "Whose key it is, nobody knows of one that does not exist."),
    ("iam:GetRole", "* never has iam:RoleTemplateARN", TEMPLATE),
    ("iam:GetServiceLinkedRoleDeletionStatus", "* never has *:ResourceTag/*", "The role is told by the task, and may be gone."),
    ("iam:ListPoliciesGrantingServiceAccess", "* is asked for on no *", ONE_OF),
    ("iam:ListServiceSpecificCredentials", "* never has *:ResourceTag/*", "All users are asked for, and not one with its tags."),
    ("iam:PutAccountProperties", "does not ask for iam:CreateServiceLinkedRole", "No service-linked role is made here when role manager is turned on; AWS does not say which is."),
    ("iam:PutRole*", "* never has iam:RoleTemplateARN", TEMPLATE),
    ("iam:TagRole", "* never has iam:RoleTemplateARN", TEMPLATE),
    ("iam:UpdateDelegationRequest", "there is no action iam:UpdateDelegationRequest", "The API reference speaks of the permission; this edition of the Service Authorization Reference has forgotten it."),
    ("iam:UploadServerCertificate", "* never has aws:ResourceTag/*", NEW),
    ("organizations:*", "organizations:* is asked for on everything", NO_ORGANIZATION),
    ("organizations:*", "organizations:TagResource never has organizations:*", OF_KIND),
    ("organizations:*", "organizations:UntagResource never has organizations:*", OF_KIND),
    ("organizations:AcceptHandshake", "does not ask for iam:CreateServiceLinkedRole", HANDLER_ASKS),
    ("organizations:CreateAccount", "* never has aws:ResourceTag/*", NEW),
    ("organizations:CreateGovCloudAccount", "* never has aws:ResourceTag/*", NEW),
    ("organizations:CreateOrganization", "does not ask for iam:CreateServiceLinkedRole", HANDLER_ASKS),
    ("organizations:CreatePolicy", "* never has aws:ResourceTag/*", NEW),
    ("organizations:Invite*", "* never has aws:ResourceTag/*", "The account is not in the organization, where it would have tags."),
    ("organizations:InviteOrganizationToTransferResponsibility", "* has no condition key aws:*", "The tags are asked about with TagResource, too, which has the keys."),
    ("organizations:ListTagsForResource", "* never has organizations:*", OF_KIND),
    ("sts:AssumeRole", "sts:Set* has no condition key *", TOGETHER),
    ("sts:AssumeRole", "sts:TagSession has no condition key *", TOGETHER),
    ("sts:AssumeRole", "sts:AssumeRole has no condition key sts:RequestContext*", TOGETHER),
    ("sts:AssumeRoleWith*", "asks for sts:TagSession", API_SAYS),
    ("sts:AssumeRoleWith*", "asks for sts:SetSourceIdentity", API_SAYS),
    ("sts:AssumeRoleWith*", "sts:SetSourceIdentity has no condition key *", TOGETHER),
    ("sts:AssumeRoleWith*", "sts:TagSession has no condition key *", TOGETHER),
    ("sts:AssumeRoleWithWebIdentity", "* has no condition key *:amr", EVERY_PROVIDER),
    ("sts:AssumeRoleWithWebIdentity", "* has no condition key *:aud", EVERY_PROVIDER),
    ("sts:AssumeRoleWithWebIdentity", "* has no condition key *:azp", EVERY_PROVIDER),
    ("sts:AssumeRoleWithWebIdentity", "* has no condition key *:oaud", EVERY_PROVIDER),
    ("sts:AssumeRoleWithWebIdentity", "* has no condition key *:sub", EVERY_PROVIDER),
    ("sts:AssumeRoleWithWebIdentity", "* never has graph.facebook.com:*", ACCESS_TOKENS),
    ("sts:AssumeRoleWithWebIdentity", "* never has sts:RoleAuthorizedByIdp", UNTOLD),
    ("sts:AssumeRoleWithWebIdentity", "* never has www.amazon.com:*", ACCESS_TOKENS),
    ("sts:AssumeRoleWithWebIdentity", "sts:TagSession never has saml:aud", "A token is no assertion."),
    ("sts:GetFederationToken", "sts:TagSession does not work on *", "The session of the federated user is all that the request names, and no role."),
    ("sts:GetFederationToken", "* never has sts:TransitiveTagKeys", "The tags of federated users are not passed on."),
];

/// Whether there is a reason for a difference.
pub(crate) fn explain(difference: &(String, String)) -> bool {
    all().any(|exception| is_of(exception, difference))
}

/// The exceptions that explain nothing.
pub(crate) fn unused(found: &BTreeSet<(String, String)>) -> Vec<&'static Exception> {
    let uses = |exception| found.iter().any(|difference| is_of(exception, difference));
    all().filter(|exception| !uses(exception)).collect()
}

fn all() -> impl Iterator<Item = &'static Exception> {
    EXCEPTIONS.iter().chain(elsewhere::EXCEPTIONS)
}

fn is_of((operation, difference, _): &Exception, found: &(String, String)) -> bool {
    matches(operation, &found.0) && matches(difference, &found.1)
}

/// Whether a text is what a pattern stands for.
fn matches(pattern: &str, text: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == text,
        Some((before, after)) => text.strip_prefix(before).is_some_and(|rest| {
            (0..=rest.len()).any(|start| rest.is_char_boundary(start) && matches(after, &rest[start..]))
        }),
    }
}
