//! `MalformedPolicyDocument` and its messages.

use crate::document::{Position, Span};

use super::PolicyKind;

/// Why AWS refuses a policy. `Display` is AWS's message.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Malformed {
    /// Not JSON, an unknown element or operator, or a value of the wrong type.
    #[error("Syntax errors in policy.")]
    Syntax,
    /// The version is absent or too old.
    #[error("Policy document must be version 2012-10-17 or greater.")]
    Version,
    /// What the older of IAM's parsers refuses: the case of `Effect`, bad dates, shortened ARNs.
    #[error("The policy failed legacy parsing")]
    LegacyParsing,
    /// A principal where none may stand.
    #[error("Policy document should not specify a principal.")]
    Principal,
    /// Two statements with one Sid.
    #[error("Statement IDs (SID) in a single policy must be unique.")]
    DuplicateSid,
    /// A Sid with other characters.
    #[error(
        "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*"
    )]
    SidCharacters,
    /// A statement without actions.
    #[error("Policy statement must contain actions.")]
    MissingActions,
    /// A statement without resources.
    #[error("Policy statement must contain resources.")]
    MissingResources,
    /// A resource that is neither an ARN nor `*`.
    #[error("Resource {resource} must be in ARN format or \"*\".")]
    ResourceFormat {
        /// The resource as written.
        resource: String,
    },
    /// A partition that does not exist.
    #[error("Partition \"{partition}\" is not valid for resource \"{resource}\".")]
    Partition {
        /// The partition.
        partition: String,
        /// The resource, missing parts filled with `*`.
        resource: String,
    },
    /// A resource without a service, or with a wildcard for it.
    #[error("Resource vendor must be fully qualified and cannot contain regexes.")]
    ResourceVendor,
    /// An IAM ARN with a region.
    #[error("IAM resource {resource} cannot contain region information.")]
    IamRegion {
        /// The resource as written.
        resource: String,
    },
    /// An S3 ARN with a region.
    #[error("Resource {resource} can not contain region information.")]
    S3Region {
        /// The resource as written.
        resource: String,
    },
    /// An IAM ARN of no type that IAM has.
    #[error(
        "IAM resource path must either be \"*\" or start with user/, federated-user/, role/, group/, instance-profile/, mfa/, server-certificate/, policy/, sms-mfa/, saml-provider/, oidc-provider/, report/, access-report/."
    )]
    IamPath,
    /// An action or condition key without a service prefix.
    #[error("Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.")]
    MissingVendor,
    /// An action with two colons.
    #[error("Actions/Condition can contain only one colon.")]
    TwoColons,
    /// A service prefix with characters that none has.
    #[error("Vendor {vendor} is not valid")]
    Vendor {
        /// The prefix.
        vendor: String,
    },
    /// A trust policy that is not JSON.
    #[error("This policy contains invalid Json")]
    InvalidJson,
    /// A trust policy whose parts have wrong types.
    #[error("Could not parse the policy: {reason}")]
    CouldNotParse {
        /// What is wrong.
        reason: String,
    },
    /// A trust policy of an unknown version.
    #[error("The policy must contain a valid version string")]
    TrustVersion,
    /// An element that must be there.
    #[error("Missing required field {field}")]
    MissingField {
        /// The element.
        field: &'static str,
    },
    /// An element that must not be there.
    #[error("Has prohibited field {field}")]
    ProhibitedField {
        /// The element.
        field: &'static str,
    },
    /// An element that does not exist.
    #[error("Unknown field {field}")]
    UnknownField {
        /// The name.
        field: String,
    },
    /// Neither `Allow` nor `Deny`.
    #[error("Invalid effect: {effect}")]
    Effect {
        /// The effect as written.
        effect: String,
    },
    /// An operator that does not exist.
    #[error("Invalid Condition type : {operator}")]
    ConditionType {
        /// The operator as written.
        operator: String,
    },
    /// A principal that is not of its type's form, or that does not exist.
    #[error("Invalid principal in policy: \"{kind}\":\"{value}\"")]
    InvalidPrincipal {
        /// `AWS`, `SERVICE`, `FEDERATED` or what was written.
        kind: String,
        /// The principal as written.
        value: String,
    },
    /// A principal element that names nobody.
    #[error(
        "Invalid principal in policy: com.amazon.balsa.error.InvalidPolicyException: The passed in policy has a statement with no principals!"
    )]
    NoPrincipals,
    /// The bare `"*"` as principal of a trust policy.
    #[error("AssumeRolepolicy contained an invalid principal: \"STAR\":\"*\".")]
    StarPrincipal,
    /// A federated principal that no identity provider can have.
    #[error("Federated principals must be valid domain names or SAML metadata ARNs")]
    FederatedPrincipal,
    /// An action that does not assume a role, in a trust policy.
    #[error("AssumeRole policy may only specify STS AssumeRole actions.")]
    AssumeRoleActions,
    /// An Organizations policy that its type does not allow.
    #[error("The provided policy document does not meet the requirements of the specified policy type.")]
    PolicyType,
}

/// A refused policy: AWS's message by `Display`, and the place that is at fault.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{malformed}")]
pub struct PolicyError {
    kind: PolicyKind,
    malformed: Malformed,
    span: Span,
}

impl PolicyError {
    pub(crate) fn new(kind: PolicyKind, malformed: Malformed, span: Span) -> Self {
        // Organizations answers one message for whatever is wrong with a policy.
        let malformed = if kind.is_organizations() { Malformed::PolicyType } else { malformed };
        PolicyError { kind, malformed, span }
    }

    /// AWS's error for a principal of a trust or resource policy that is well-formed and does not exist.
    pub fn unknown_principal(kind: PolicyKind, principal: &str, span: Span) -> Self {
        let malformed = Malformed::InvalidPrincipal { kind: "AWS".into(), value: principal.into() };
        PolicyError { kind, malformed, span }
    }

    /// AWS's error code: `MalformedPolicyDocument`, or `MalformedPolicyDocumentException` for Organizations.
    pub fn code(&self) -> &'static str {
        match self.kind.is_organizations() {
            true => "MalformedPolicyDocumentException",
            false => "MalformedPolicyDocument",
        }
    }

    /// What is wrong.
    pub fn malformed(&self) -> &Malformed {
        &self.malformed
    }

    /// The kind of policy that was expected.
    pub fn kind(&self) -> PolicyKind {
        self.kind
    }

    /// The place at fault.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The place at fault as line and column; `text` is the text that was refused.
    pub fn position(&self, text: &str) -> Position {
        self.span.start_in(text)
    }
}
