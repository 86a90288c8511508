//! The table of all findings.

/// How much a finding matters, as Access Analyzer grades them (`ValidatePolicyFindingType`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The policy could be better written.
    Suggestion,
    /// Something probably does not do what it is there for.
    Warning,
    /// The policy may allow more than is meant.
    SecurityWarning,
    /// A part of the policy cannot work.
    Error,
}

impl Severity {
    /// Every severity, the mildest first.
    pub const ALL: [Severity; 4] =
        [Severity::Suggestion, Severity::Warning, Severity::SecurityWarning, Severity::Error];

    /// Access Analyzer's name of it, such as `SECURITY_WARNING`.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Suggestion => "SUGGESTION",
            Severity::Warning => "WARNING",
            Severity::SecurityWarning => "SECURITY_WARNING",
            Severity::Error => "ERROR",
        }
    }
}

macro_rules! codes {
    ($($variant:ident $name:literal $severity:ident $summary:literal;)+) => {
        /// What is found. The names are stable.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = $summary] $variant,)+
        }

        impl Code {
            /// Every code.
            pub const ALL: &[Code] = &[$(Code::$variant),+];

            /// The name, such as `INVALID_ACTION`.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $name,)+ }
            }

            /// How much it matters.
            pub fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)+ }
            }

            /// What it means, in a sentence.
            pub fn summary(self) -> &'static str {
                match self { $(Code::$variant => $summary,)+ }
            }
        }
    };
}

codes! {
    // language
    MissingVersion "MISSING_VERSION" Warning "The policy has no version and is read in the language of 2008.";
    OutdatedVersion "OUTDATED_VERSION" Suggestion "The policy is written in the language of 2008.";
    PolicySizeExceedsQuota "POLICY_SIZE_EXCEEDS_QUOTA" Warning "The policy is longer than AWS stores.";

    // empty
    EmptySidValue "EMPTY_SID_VALUE" Suggestion "A Sid is empty.";
    EmptyArrayAction "EMPTY_ARRAY_ACTION" Suggestion "A list of actions is empty.";
    EmptyArrayResource "EMPTY_ARRAY_RESOURCE" Suggestion "A list of resources is empty.";
    EmptyArrayPrincipal "EMPTY_ARRAY_PRINCIPAL" Suggestion "A list of principals is empty.";
    EmptyObjectPrincipal "EMPTY_OBJECT_PRINCIPAL" Suggestion "A principal element names nobody.";
    EmptyObjectCondition "EMPTY_OBJECT_CONDITION" Suggestion "A condition element or operator has nothing to test.";
    EmptyArrayCondition "EMPTY_ARRAY_CONDITION" Warning "A condition key is compared with no value.";

    // principals
    AllowWithNotPrincipal "ALLOW_WITH_NOT_PRINCIPAL" SecurityWarning "Everybody but the principals listed is allowed.";
    AllowEveryoneWithoutCondition "ALLOW_EVERYONE_WITHOUT_CONDITION" SecurityWarning "Everybody is allowed, without a condition.";
    TrustEveryoneWithoutCondition "TRUST_EVERYONE_WITHOUT_CONDITION" SecurityWarning "A role trusts everybody, without a condition.";
    UnsupportedWildcardInPrincipal "UNSUPPORTED_WILDCARD_IN_PRINCIPAL" Error "A principal has a wildcard in it.";
    RestrictAccessToServicePrincipal "RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL" SecurityWarning "A service may act for any account.";
    MissingConditionKeyForOidcPrincipal "MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL" SecurityWarning "A role trusts every identity of a provider.";

    // actions
    InvalidServiceInAction "INVALID_SERVICE_IN_ACTION" Error "An action's service does not exist.";
    InvalidAction "INVALID_ACTION" Error "An action does not exist.";
    ActionWildcardMatchesNothing "ACTION_WILDCARD_MATCHES_NOTHING" Error "No action is matched by a pattern.";
    WildcardInServiceName "WILDCARD_IN_SERVICE_NAME" Suggestion "A pattern has a wildcard in the name of the service.";
    UnsupportedActionInPolicy "UNSUPPORTED_ACTION_IN_POLICY" Warning "An action is not one that this kind of policy controls.";

    // resources
    InvalidArnServiceCase "INVALID_ARN_SERVICE_CASE" Error "The service of an ARN is not in lower case.";
    InvalidService "INVALID_SERVICE" Error "The service of an ARN does not exist.";
    InvalidArnAccount "INVALID_ARN_ACCOUNT" Error "The account of an ARN is no account id.";
    InvalidArnRegion "INVALID_ARN_REGION" Error "The Region of an ARN is no Region.";
    InvalidArnResource "INVALID_ARN_RESOURCE" Error "An ARN is of no resource type of its service.";
    UnsupportedResourceForAction "UNSUPPORTED_RESOURCE_FOR_ACTION" Warning "An action does not work on any of the resources listed.";
    ActionNeedsAllResources "ACTION_NEEDS_ALL_RESOURCES" Warning "An action without resource types is given a resource.";
    UnusedResource "UNUSED_RESOURCE" Warning "No action listed works on a resource.";

    // passing
    PassRoleWithStarInResource "PASS_ROLE_WITH_STAR_IN_RESOURCE" SecurityWarning "Any role may be passed.";
    PassRoleWithStarInActionAndResource "PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE" SecurityWarning "Wildcards allow passing any role.";
    PassRoleWithNotResource "PASS_ROLE_WITH_NOT_RESOURCE" SecurityWarning "Any role but some may be passed.";
    PassRoleWithStarInActionAndNotResource "PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE" SecurityWarning "A wildcard allows passing any role but some.";
    PassRoleWithNotActionAndNotResource "PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE" SecurityWarning "NotAction allows passing any role but some.";
    PassRoleWithStarInResourceAndNotAction "PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION" SecurityWarning "NotAction allows passing any role.";
    CreateSlrWithStarInResource "CREATE_SLR_WITH_STAR_IN_RESOURCE" SecurityWarning "Service-linked roles of any service may be made.";
    CreateSlrWithStarInActionAndResource "CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE" SecurityWarning "Wildcards allow making service-linked roles of any service.";
    CreateSlrWithNotResource "CREATE_SLR_WITH_NOT_RESOURCE" SecurityWarning "Service-linked roles of any service but some may be made.";

    // condition keys
    InvalidConditionKeyFormat "INVALID_CONDITION_KEY_FORMAT" Error "A condition key has no prefix or no name.";
    InvalidGlobalConditionKey "INVALID_GLOBAL_CONDITION_KEY" Error "A global condition key does not exist.";
    InvalidServiceConditionKey "INVALID_SERVICE_CONDITION_KEY" Error "A condition key of a service does not exist.";
    DeprecatedGlobalConditionKey "DEPRECATED_GLOBAL_CONDITION_KEY" Warning "A global condition key has a newer name.";
    ConditionKeyNeverPresent "CONDITION_KEY_NEVER_PRESENT" Warning "An action never has a condition key.";
    DuplicateKeysWithDifferentCase "DUPLICATE_KEYS_WITH_DIFFERENT_CASE" Error "A condition key stands twice, in different case.";
    MissingQualifier "MISSING_QUALIFIER" Error "A multivalued key is compared without ForAllValues or ForAnyValue.";
    ForallvaluesWithSingleValuedKey "FORALLVALUES_WITH_SINGLE_VALUED_KEY" SecurityWarning "ForAllValues on a single-valued key holds when the key is missing.";
    ForallvaluesWithoutNullCheck "FORALLVALUES_WITHOUT_NULL_CHECK" SecurityWarning "ForAllValues allows requests that do not have the key.";
    NullWithQualifier "NULL_WITH_QUALIFIER" Suggestion "Null needs no ForAllValues or ForAnyValue.";
    MissingPairedConditionKeys "MISSING_PAIRED_CONDITION_KEYS" SecurityWarning "A condition key is weak without another.";

    // tags
    AllowWithUnsupportedTagConditionKeyForService "ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE" Suggestion "Tags are asked of a service that does not tell them; its actions are not allowed.";
    DenyWithUnsupportedTagConditionKeyForService "DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE" SecurityWarning "Tags are asked of a service that does not tell them; its actions are not denied.";
    AllowNotactionWithUnsupportedTagConditionKeyForService "ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE" Suggestion "Tags are asked with NotAction; services that do not tell them are not allowed.";
    DenyNotactionWithUnsupportedTagConditionKeyForService "DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE" SecurityWarning "Tags are asked with NotAction; services that do not tell them are not denied.";

    // condition values
    TypeMismatch "TYPE_MISMATCH" Warning "An operator does not suit the type of a condition key.";
    TypeMismatchBoolean "TYPE_MISMATCH_BOOLEAN" Warning "A value is neither true nor false.";
    TypeMismatchDate "TYPE_MISMATCH_DATE" Warning "A value is not a date.";
    TypeMismatchIpRange "TYPE_MISMATCH_IP_RANGE" Warning "A value is not an IP address or range.";
    TypeMismatchNumber "TYPE_MISMATCH_NUMBER" Warning "A value is not a number.";
    TypeMismatchString "TYPE_MISMATCH_STRING" Warning "A value is not base64.";
    TypeMismatchArn "TYPE_MISMATCH_ARN" Warning "A value can be no ARN.";
    InvalidConditionMultipleBoolean "INVALID_CONDITION_MULTIPLE_BOOLEAN" Error "A key is compared with both true and false.";
    InvalidConditionDataType "INVALID_CONDITION_DATA_TYPE" Error "The values of a key are of different JSON types.";
    WildcardWithoutLikeOperator "WILDCARD_WITHOUT_LIKE_OPERATOR" Warning "A wildcard is compared literally.";
    RedundantConditionValueNum "REDUNDANT_CONDITION_VALUE_NUM" Suggestion "Only one of several limits matters.";
    PrivateIpAddress "PRIVATE_IP_ADDRESS" Error "aws:SourceIp is compared with private addresses only.";
    PrivateIpAddressSubset "PRIVATE_IP_ADDRESS_SUBSET" Suggestion "aws:SourceIp is compared with private addresses among others.";
    ImproveIpRange "IMPROVE_IP_RANGE" Suggestion "A range of addresses has host bits.";

    // contradictions
    ConditionNeverHolds "CONDITION_NEVER_HOLDS" Warning "A condition can never hold.";

    // variables
    VariableUnsupportedInVersion "VARIABLE_UNSUPPORTED_IN_VERSION" Error "A variable stands in a policy whose version has none.";
    VariableUnsupportedInElement "VARIABLE_UNSUPPORTED_IN_ELEMENT" Error "A variable stands where AWS does not expand it.";
    InvalidVariableForOperator "INVALID_VARIABLE_FOR_OPERATOR" Error "A variable stands in a condition that is not about text or ARNs.";
    MissingBraceInVariable "MISSING_BRACE_IN_VARIABLE" Error "A variable is not closed.";
    MissingQuoteInVariable "MISSING_QUOTE_IN_VARIABLE" Error "The default of a variable is not quoted.";
    UnsupportedSpaceInVariable "UNSUPPORTED_SPACE_IN_VARIABLE" Error "A variable has a space in its name.";
    EmptyVariable "EMPTY_VARIABLE" Error "A variable has no name.";
    MultivaluedKeyInVariable "MULTIVALUED_KEY_IN_VARIABLE" Warning "A multivalued key cannot be a variable.";

    // redundancy
    RedundantAction "REDUNDANT_ACTION" Suggestion "An action is covered by another.";
    RedundantResource "REDUNDANT_RESOURCE" Suggestion "A resource is covered by another.";
    RedundantStatement "REDUNDANT_STATEMENT" Suggestion "A statement is covered by another.";
}
