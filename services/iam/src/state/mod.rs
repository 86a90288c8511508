//! What IAM remembers: a record and a collection for each kind of resource.
//!
//! Resources are keyed by their names in lower case ([`Resource::get`]). What a user, group or role has of its own
//! (tags, policies, memberships, access keys) is part of its record, so that reading one is one look-up and renaming
//! carries everything along; what is asked from the other side has collections of its own, kept equal by the functions
//! beside them ([`membership`], [`policy_usage`]).

mod access_key;
pub(crate) mod access_report;
mod account_alias;
mod account_properties;
pub(crate) mod credential;
mod credential_report;
mod customer_policy;
mod delegation_request;
pub(crate) mod deletion_task;
mod group;
mod identity;
mod instance_profile;
pub(crate) mod last_access;
mod login_profile;
pub(crate) mod membership;
mod mfa_device;
mod oidc_provider;
mod organization_features;
mod outbound_issuer;
mod password_policy;
pub(crate) mod policy_usage;
mod rare;
pub(crate) mod renamed;
mod resource;
mod retention;
mod role;
pub(crate) mod root_user;
mod saml_provider;
mod server_certificate;
mod service_specific_credential;
mod sign_in;
mod signing_certificate;
mod ssh_public_key;
mod token_version;
mod trusted_principal;
mod user;

pub use access_key::{ACCESS_KEYS, AccessKey, KeyUse};
pub use access_report::{
    ACCESS_REPORTS, AccessReport, AccessedService, AccessedServices, AccountAccess, EntityAccess, Made,
    ORGANIZATION_REPORTS, OrganizationReport, Outcome, PENDING_REPORTS, Report, ReportKind, ReportedAccount,
};
pub use account_alias::{ACCOUNT_ALIAS, AccountAlias};
pub use account_properties::{ACCOUNT_PROPERTIES, AccountProperties};
pub use credential_report::{CREDENTIAL_REPORT, CredentialReport};
pub use customer_policy::{CUSTOMER_POLICIES, CustomerPolicy, PolicyVersion};
pub use delegation_request::{
    Approver, ApproverKind, DELEGATION_REQUESTS, DelegationParameter, DelegationRequest, Notification, Stage,
};
pub use deletion_task::{DELETION_TASKS, DeletionTask};
pub use group::{GROUPS, Group};
pub use identity::{Bounded, HeldPolicies, Identity, IdentityKind, InlinePolicy};
pub use instance_profile::{INSTANCE_PROFILES, InstanceProfile};
pub use last_access::{LAST_ACCESSES, LastAccess, ROOT, ServiceAccess};
pub use login_profile::LoginProfile;
pub use membership::MEMBERS;
pub use mfa_device::{Assignment, MFA_DEVICES, MfaDevice};
pub use oidc_provider::{OIDC_PROVIDERS, OidcProvider};
pub use organization_features::{ORGANIZATION_FEATURES, OrganizationFeatures};
pub use outbound_issuer::{OUTBOUND_ISSUERS, OutboundIssuer};
pub use password_policy::{PASSWORD_POLICY, PasswordPolicy};
pub use policy_usage::{POLICY_HOLDERS, POLICY_USAGE, PolicyUsage, PolicyUse};
pub use rare::{Rare, Vacant};
pub use renamed::RENAMED_USERS;
pub use resource::Resource;
pub use role::{ROLES, Role, RoleDetails, RoleUse, SourceTemplate};
pub use root_user::{ROOT_USER, RootUser};
pub use saml_provider::{SAML_PROVIDERS, SamlEntity, SamlMetadata, SamlPrivateKey, SamlProvider};
pub use server_certificate::{SERVER_CERTIFICATES, ServerCertificate};
pub use service_specific_credential::ServiceSpecificCredential;
pub use sign_in::SignIn;
pub use signing_certificate::SigningCertificate;
pub use ssh_public_key::SshPublicKey;
pub use token_version::{TOKEN_VERSION, TokenVersion};
pub use trusted_principal::TrustedPrincipal;
pub use user::{USERS, User, UserDetails};
