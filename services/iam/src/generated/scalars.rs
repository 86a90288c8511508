//! Descriptions of strings, numbers, lists and maps.
// Written by `cargo codegen` from the API model; do not edit.

#[allow(unused_imports, reason = "which of them are used depends on the model")]
use awsim_plugin::shape::{AsciiSet, Kind, Length, ListShape, MapShape, Pattern, Range, Shape};

#[allow(unused_imports, reason = "which of them are used depends on the model")]
use super::{enums::*, structures::*};

/// `AccessDetails`.
pub static ACCESS_DETAILS: Shape = Shape {
    name: "AccessDetails",
    kind: Kind::List(ListShape {
        element: &ACCESS_DETAIL,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `ActionNameListType`.
pub static ACTION_NAME_LIST_TYPE: Shape = Shape {
    name: "ActionNameListType",
    kind: Kind::List(ListShape {
        element: &ACTION_NAME_TYPE,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `ActionNameType`.
pub static ACTION_NAME_TYPE: Shape = Shape {
    name: "ActionNameType",
    kind: Kind::String { length: Length::new(Some(3), Some(128)), pattern: None },
    sensitive: false,
};

/// `ArnListType`.
pub static ARN_LIST_TYPE: Shape = Shape {
    name: "ArnListType",
    kind: Kind::List(ListShape {
        element: &ARN_TYPE,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `AttachmentName`.
pub static ATTACHMENT_NAME: Shape = Shape {
    name: "AttachmentName",
    kind: Kind::String { length: Length::new(Some(1), Some(128)), pattern: Some(&ATTACHMENT_NAME_PATTERN) },
    sensitive: false,
};

/// `BootstrapDatum`.
pub static BOOTSTRAP_DATUM: Shape =
    Shape { name: "BootstrapDatum", kind: Kind::Blob(Length::ANY), sensitive: true };

/// `CertificationKeyType`.
pub static CERTIFICATION_KEY_TYPE: Shape = Shape {
    name: "CertificationKeyType",
    kind: Kind::String {
        length: Length::new(Some(1), Some(128)),
        pattern: Some(&CERTIFICATION_KEY_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `CertificationMapType`.
pub static CERTIFICATION_MAP_TYPE: Shape = Shape {
    name: "CertificationMapType",
    kind: Kind::Map(MapShape {
        key: &CERTIFICATION_KEY_TYPE,
        value: &CERTIFICATION_VALUE_TYPE,
        key_name: "key",
        value_name: "value",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `CertificationValueType`.
pub static CERTIFICATION_VALUE_TYPE: Shape = Shape {
    name: "CertificationValueType",
    kind: Kind::String {
        length: Length::new(Some(1), Some(32)),
        pattern: Some(&CERTIFICATION_KEY_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `ColumnNumber`.
pub static COLUMN_NUMBER: Shape =
    Shape { name: "ColumnNumber", kind: Kind::Integer(Range::ANY), sensitive: false };

/// `ContextEntryListType`.
pub static CONTEXT_ENTRY_LIST_TYPE: Shape = Shape {
    name: "ContextEntryListType",
    kind: Kind::List(ListShape {
        element: &CONTEXT_ENTRY,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `ContextKeyNameType`.
pub static CONTEXT_KEY_NAME_TYPE: Shape = Shape {
    name: "ContextKeyNameType",
    kind: Kind::String { length: Length::new(Some(5), Some(256)), pattern: None },
    sensitive: false,
};

/// `ContextKeyNamesResultListType`.
pub static CONTEXT_KEY_NAMES_RESULT_LIST_TYPE: Shape = Shape {
    name: "ContextKeyNamesResultListType",
    kind: Kind::List(ListShape {
        element: &CONTEXT_KEY_NAME_TYPE,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `ContextKeyValueListType`.
pub static CONTEXT_KEY_VALUE_LIST_TYPE: Shape = Shape {
    name: "ContextKeyValueListType",
    kind: Kind::List(ListShape {
        element: &CONTEXT_KEY_VALUE_TYPE,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `ContextKeyValueType`.
pub static CONTEXT_KEY_VALUE_TYPE: Shape = Shape {
    name: "ContextKeyValueType",
    kind: Kind::String { length: Length::ANY, pattern: None },
    sensitive: false,
};

/// `DeletionTaskIdType`.
pub static DELETION_TASK_ID_TYPE: Shape = Shape {
    name: "DeletionTaskIdType",
    kind: Kind::String { length: Length::new(Some(1), Some(1000)), pattern: None },
    sensitive: false,
};

/// `EvalDecisionDetailsType`.
pub static EVAL_DECISION_DETAILS_TYPE: Shape = Shape {
    name: "EvalDecisionDetailsType",
    kind: Kind::Map(MapShape {
        key: &EVAL_DECISION_SOURCE_TYPE,
        value: &POLICY_EVALUATION_DECISION_TYPE,
        key_name: "key",
        value_name: "value",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `EvalDecisionSourceType`.
pub static EVAL_DECISION_SOURCE_TYPE: Shape = Shape {
    name: "EvalDecisionSourceType",
    kind: Kind::String { length: Length::new(Some(3), Some(256)), pattern: None },
    sensitive: false,
};

/// `EvaluationResultsListType`.
pub static EVALUATION_RESULTS_LIST_TYPE: Shape = Shape {
    name: "EvaluationResultsListType",
    kind: Kind::List(ListShape {
        element: &EVALUATION_RESULT,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `FeaturesListType`.
pub static FEATURES_LIST_TYPE: Shape = Shape {
    name: "FeaturesListType",
    kind: Kind::List(ListShape {
        element: &FEATURE_TYPE,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `LineNumber`.
pub static LINE_NUMBER: Shape =
    Shape { name: "LineNumber", kind: Kind::Integer(Range::ANY), sensitive: false };

/// `ManagedPolicyDetailListType`.
pub static MANAGED_POLICY_DETAIL_LIST_TYPE: Shape = Shape {
    name: "ManagedPolicyDetailListType",
    kind: Kind::List(ListShape {
        element: &MANAGED_POLICY_DETAIL,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `OpenIDConnectProviderListType`.
pub static OPEN_ID_CONNECT_PROVIDER_LIST_TYPE: Shape = Shape {
    name: "OpenIDConnectProviderListType",
    kind: Kind::List(ListShape {
        element: &OPEN_ID_CONNECT_PROVIDER_LIST_ENTRY,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `OpenIDConnectProviderUrlType`.
pub static OPEN_ID_CONNECT_PROVIDER_URL_TYPE: Shape = Shape {
    name: "OpenIDConnectProviderUrlType",
    kind: Kind::String { length: Length::new(Some(1), Some(255)), pattern: None },
    sensitive: false,
};

/// `OrganizationIdType`.
pub static ORGANIZATION_ID_TYPE: Shape = Shape {
    name: "OrganizationIdType",
    kind: Kind::String { length: Length::new(None, Some(34)), pattern: Some(&ORGANIZATION_ID_TYPE_PATTERN) },
    sensitive: false,
};

/// `OrganizationPolicyListType`.
pub static ORGANIZATION_POLICY_LIST_TYPE: Shape = Shape {
    name: "OrganizationPolicyListType",
    kind: Kind::List(ListShape {
        element: &ORDERED_ORGANIZATION_POLICY_TYPE,
        element_name: "member",
        flattened: false,
        length: Length::new(None, Some(7)),
    }),
    sensitive: false,
};

/// `PolicyExclusionsListType`.
pub static POLICY_EXCLUSIONS_LIST_TYPE: Shape = Shape {
    name: "PolicyExclusionsListType",
    kind: Kind::List(ListShape {
        element: &POLICY_IDENTIFIER,
        element_name: "member",
        flattened: false,
        length: Length::new(None, Some(256)),
    }),
    sensitive: false,
};

/// `PolicyGroupListType`.
pub static POLICY_GROUP_LIST_TYPE: Shape = Shape {
    name: "PolicyGroupListType",
    kind: Kind::List(ListShape {
        element: &POLICY_GROUP,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `PolicyIdentifierType`.
pub static POLICY_IDENTIFIER_TYPE: Shape = Shape {
    name: "PolicyIdentifierType",
    kind: Kind::String { length: Length::ANY, pattern: None },
    sensitive: false,
};

/// `PolicyRoleListType`.
pub static POLICY_ROLE_LIST_TYPE: Shape = Shape {
    name: "PolicyRoleListType",
    kind: Kind::List(ListShape {
        element: &POLICY_ROLE,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `PolicyUserListType`.
pub static POLICY_USER_LIST_TYPE: Shape = Shape {
    name: "PolicyUserListType",
    kind: Kind::List(ListShape {
        element: &POLICY_USER,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `ReasonType`.
pub static REASON_TYPE: Shape = Shape {
    name: "ReasonType",
    kind: Kind::String { length: Length::new(None, Some(1000)), pattern: None },
    sensitive: false,
};

/// `RegionNameType`.
pub static REGION_NAME_TYPE: Shape = Shape {
    name: "RegionNameType",
    kind: Kind::String { length: Length::new(Some(1), Some(100)), pattern: None },
    sensitive: false,
};

/// `ReportContentType`.
pub static REPORT_CONTENT_TYPE: Shape =
    Shape { name: "ReportContentType", kind: Kind::Blob(Length::ANY), sensitive: false };

/// `ReportStateDescriptionType`.
pub static REPORT_STATE_DESCRIPTION_TYPE: Shape = Shape {
    name: "ReportStateDescriptionType",
    kind: Kind::String { length: Length::ANY, pattern: None },
    sensitive: false,
};

/// `ResourceHandlingOptionType`.
pub static RESOURCE_HANDLING_OPTION_TYPE: Shape = Shape {
    name: "ResourceHandlingOptionType",
    kind: Kind::String { length: Length::new(Some(1), Some(64)), pattern: None },
    sensitive: false,
};

/// `ResourceNameListType`.
pub static RESOURCE_NAME_LIST_TYPE: Shape = Shape {
    name: "ResourceNameListType",
    kind: Kind::List(ListShape {
        element: &RESOURCE_NAME_TYPE,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `ResourceNameType`.
pub static RESOURCE_NAME_TYPE: Shape = Shape {
    name: "ResourceNameType",
    kind: Kind::String { length: Length::new(Some(1), Some(2048)), pattern: None },
    sensitive: false,
};

/// `ResourceSpecificResultListType`.
pub static RESOURCE_SPECIFIC_RESULT_LIST_TYPE: Shape = Shape {
    name: "ResourceSpecificResultListType",
    kind: Kind::List(ListShape {
        element: &RESOURCE_SPECIFIC_RESULT,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `RoleUsageListType`.
pub static ROLE_USAGE_LIST_TYPE: Shape = Shape {
    name: "RoleUsageListType",
    kind: Kind::List(ListShape {
        element: &ROLE_USAGE_TYPE,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `SAMLMetadataDocumentType`.
pub static SAML_METADATA_DOCUMENT_TYPE: Shape = Shape {
    name: "SAMLMetadataDocumentType",
    kind: Kind::String { length: Length::new(Some(1000), Some(10000000)), pattern: None },
    sensitive: false,
};

/// `SAMLProviderListType`.
pub static SAML_PROVIDER_LIST_TYPE: Shape = Shape {
    name: "SAMLProviderListType",
    kind: Kind::List(ListShape {
        element: &SAML_PROVIDER_LIST_ENTRY,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `SAMLProviderNameType`.
pub static SAML_PROVIDER_NAME_TYPE: Shape = Shape {
    name: "SAMLProviderNameType",
    kind: Kind::String {
        length: Length::new(Some(1), Some(128)),
        pattern: Some(&SAML_PROVIDER_NAME_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `SSHPublicKeyListType`.
pub static SSH_PUBLIC_KEY_LIST_TYPE: Shape = Shape {
    name: "SSHPublicKeyListType",
    kind: Kind::List(ListShape {
        element: &SSH_PUBLIC_KEY_METADATA,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `ServiceSpecificCredentialsListType`.
pub static SERVICE_SPECIFIC_CREDENTIALS_LIST_TYPE: Shape = Shape {
    name: "ServiceSpecificCredentialsListType",
    kind: Kind::List(ListShape {
        element: &SERVICE_SPECIFIC_CREDENTIAL_METADATA,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `ServicesLastAccessed`.
pub static SERVICES_LAST_ACCESSED: Shape = Shape {
    name: "ServicesLastAccessed",
    kind: Kind::List(ListShape {
        element: &SERVICE_LAST_ACCESSED,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `SimulationPolicyListType`.
pub static SIMULATION_POLICY_LIST_TYPE: Shape = Shape {
    name: "SimulationPolicyListType",
    kind: Kind::List(ListShape {
        element: &POLICY_DOCUMENT_TYPE,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `StatementListType`.
pub static STATEMENT_LIST_TYPE: Shape = Shape {
    name: "StatementListType",
    kind: Kind::List(ListShape {
        element: &STATEMENT,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `TrackedActionsLastAccessed`.
pub static TRACKED_ACTIONS_LAST_ACCESSED: Shape = Shape {
    name: "TrackedActionsLastAccessed",
    kind: Kind::List(ListShape {
        element: &TRACKED_ACTION_LAST_ACCESSED,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `accessKeyIdType`.
pub static ACCESS_KEY_ID_TYPE: Shape = Shape {
    name: "accessKeyIdType",
    kind: Kind::String {
        length: Length::new(Some(16), Some(128)),
        pattern: Some(&ACCESS_KEY_ID_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `accessKeyMetadataListType`.
pub static ACCESS_KEY_METADATA_LIST_TYPE: Shape = Shape {
    name: "accessKeyMetadataListType",
    kind: Kind::List(ListShape {
        element: &ACCESS_KEY_METADATA,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `accessKeySecretType`.
pub static ACCESS_KEY_SECRET_TYPE: Shape = Shape {
    name: "accessKeySecretType",
    kind: Kind::String { length: Length::ANY, pattern: None },
    sensitive: true,
};

/// `accountAliasListType`.
pub static ACCOUNT_ALIAS_LIST_TYPE: Shape = Shape {
    name: "accountAliasListType",
    kind: Kind::List(ListShape {
        element: &ACCOUNT_ALIAS_TYPE,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `accountAliasType`.
pub static ACCOUNT_ALIAS_TYPE: Shape = Shape {
    name: "accountAliasType",
    kind: Kind::String { length: Length::new(Some(3), Some(63)), pattern: Some(&ACCOUNT_ALIAS_TYPE_PATTERN) },
    sensitive: false,
};

/// `accountIdType`.
pub static ACCOUNT_ID_TYPE: Shape = Shape {
    name: "accountIdType",
    kind: Kind::String { length: Length::ANY, pattern: Some(&ACCOUNT_ID_TYPE_PATTERN) },
    sensitive: false,
};

/// `accountPropertiesMapType`.
pub static ACCOUNT_PROPERTIES_MAP_TYPE: Shape = Shape {
    name: "accountPropertiesMapType",
    kind: Kind::Map(MapShape {
        key: &ACCOUNT_PROPERTY_KEY_TYPE,
        value: &ACCOUNT_PROPERTY_VALUE_TYPE,
        key_name: "key",
        value_name: "value",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `accountPropertyKeyType`.
pub static ACCOUNT_PROPERTY_KEY_TYPE: Shape = Shape {
    name: "accountPropertyKeyType",
    kind: Kind::String {
        length: Length::new(Some(1), Some(50)),
        pattern: Some(&ACCOUNT_PROPERTY_KEY_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `accountPropertyValueType`.
pub static ACCOUNT_PROPERTY_VALUE_TYPE: Shape = Shape {
    name: "accountPropertyValueType",
    kind: Kind::String { length: Length::new(Some(1), Some(1024)), pattern: None },
    sensitive: false,
};

/// `allUsers`.
pub static ALL_USERS: Shape = Shape { name: "allUsers", kind: Kind::Boolean, sensitive: false };

/// `arnType`.
pub static ARN_TYPE: Shape = Shape {
    name: "arnType",
    kind: Kind::String { length: Length::new(Some(20), Some(2048)), pattern: None },
    sensitive: false,
};

/// `attachedPoliciesListType`.
pub static ATTACHED_POLICIES_LIST_TYPE: Shape = Shape {
    name: "attachedPoliciesListType",
    kind: Kind::List(ListShape {
        element: &ATTACHED_POLICY,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `attachmentCountType`.
pub static ATTACHMENT_COUNT_TYPE: Shape =
    Shape { name: "attachmentCountType", kind: Kind::Integer(Range::ANY), sensitive: false };

/// `authenticationCodeType`.
pub static AUTHENTICATION_CODE_TYPE: Shape = Shape {
    name: "authenticationCodeType",
    kind: Kind::String {
        length: Length::new(Some(6), Some(6)),
        pattern: Some(&AUTHENTICATION_CODE_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `booleanObjectType`.
pub static BOOLEAN_OBJECT_TYPE: Shape =
    Shape { name: "booleanObjectType", kind: Kind::Boolean, sensitive: false };

/// `booleanType`.
pub static BOOLEAN_TYPE: Shape = Shape { name: "booleanType", kind: Kind::Boolean, sensitive: false };

/// `certificateBodyType`.
pub static CERTIFICATE_BODY_TYPE: Shape = Shape {
    name: "certificateBodyType",
    kind: Kind::String {
        length: Length::new(Some(1), Some(16384)),
        pattern: Some(&CERTIFICATE_BODY_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `certificateChainType`.
pub static CERTIFICATE_CHAIN_TYPE: Shape = Shape {
    name: "certificateChainType",
    kind: Kind::String {
        length: Length::new(Some(1), Some(2097152)),
        pattern: Some(&CERTIFICATE_BODY_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `certificateIdType`.
pub static CERTIFICATE_ID_TYPE: Shape = Shape {
    name: "certificateIdType",
    kind: Kind::String {
        length: Length::new(Some(24), Some(128)),
        pattern: Some(&ACCESS_KEY_ID_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `certificateListType`.
pub static CERTIFICATE_LIST_TYPE: Shape = Shape {
    name: "certificateListType",
    kind: Kind::List(ListShape {
        element: &SIGNING_CERTIFICATE,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `clientIDListType`.
pub static CLIENT_ID_LIST_TYPE: Shape = Shape {
    name: "clientIDListType",
    kind: Kind::List(ListShape {
        element: &CLIENT_ID_TYPE,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `clientIDType`.
pub static CLIENT_ID_TYPE: Shape = Shape {
    name: "clientIDType",
    kind: Kind::String { length: Length::new(Some(1), Some(255)), pattern: None },
    sensitive: false,
};

/// `consoleDeepLinkType`.
pub static CONSOLE_DEEP_LINK_TYPE: Shape = Shape {
    name: "consoleDeepLinkType",
    kind: Kind::String { length: Length::new(Some(1), Some(255)), pattern: None },
    sensitive: false,
};

/// `credentialAgeDays`.
pub static CREDENTIAL_AGE_DAYS: Shape = Shape {
    name: "credentialAgeDays",
    kind: Kind::Integer(Range::new(Some(1), Some(36600))),
    sensitive: false,
};

/// `customSuffixType`.
pub static CUSTOM_SUFFIX_TYPE: Shape = Shape {
    name: "customSuffixType",
    kind: Kind::String { length: Length::new(Some(1), Some(64)), pattern: Some(&ATTACHMENT_NAME_PATTERN) },
    sensitive: false,
};

/// `dateType`.
pub static DATE_TYPE: Shape = Shape { name: "dateType", kind: Kind::Timestamp, sensitive: false };

/// `delegationRequestDescriptionType`.
pub static DELEGATION_REQUEST_DESCRIPTION_TYPE: Shape = Shape {
    name: "delegationRequestDescriptionType",
    kind: Kind::String {
        length: Length::new(None, Some(1000)),
        pattern: Some(&DELEGATION_REQUEST_DESCRIPTION_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `delegationRequestIdType`.
pub static DELEGATION_REQUEST_ID_TYPE: Shape = Shape {
    name: "delegationRequestIdType",
    kind: Kind::String {
        length: Length::new(Some(16), Some(128)),
        pattern: Some(&DELEGATION_REQUEST_ID_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `delegationRequestsListType`.
pub static DELEGATION_REQUESTS_LIST_TYPE: Shape = Shape {
    name: "delegationRequestsListType",
    kind: Kind::List(ListShape {
        element: &DELEGATION_REQUEST,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `entityDetailsListType`.
pub static ENTITY_DETAILS_LIST_TYPE: Shape = Shape {
    name: "entityDetailsListType",
    kind: Kind::List(ListShape {
        element: &ENTITY_DETAILS,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `entityListType`.
pub static ENTITY_LIST_TYPE: Shape = Shape {
    name: "entityListType",
    kind: Kind::List(ListShape {
        element: &ENTITY_TYPE,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `entityNameType`.
pub static ENTITY_NAME_TYPE: Shape = Shape {
    name: "entityNameType",
    kind: Kind::String { length: Length::new(Some(1), Some(128)), pattern: Some(&ATTACHMENT_NAME_PATTERN) },
    sensitive: false,
};

/// `existingUserNameType`.
pub static EXISTING_USER_NAME_TYPE: Shape = Shape {
    name: "existingUserNameType",
    kind: Kind::String { length: Length::new(Some(1), Some(128)), pattern: Some(&ATTACHMENT_NAME_PATTERN) },
    sensitive: false,
};

/// `groupDetailListType`.
pub static GROUP_DETAIL_LIST_TYPE: Shape = Shape {
    name: "groupDetailListType",
    kind: Kind::List(ListShape {
        element: &GROUP_DETAIL,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `groupListType`.
pub static GROUP_LIST_TYPE: Shape = Shape {
    name: "groupListType",
    kind: Kind::List(ListShape {
        element: &GROUP,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `groupNameListType`.
pub static GROUP_NAME_LIST_TYPE: Shape = Shape {
    name: "groupNameListType",
    kind: Kind::List(ListShape {
        element: &GROUP_NAME_TYPE,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `groupNameType`.
pub static GROUP_NAME_TYPE: Shape = Shape {
    name: "groupNameType",
    kind: Kind::String { length: Length::new(Some(1), Some(128)), pattern: Some(&ATTACHMENT_NAME_PATTERN) },
    sensitive: false,
};

/// `idType`.
pub static ID_TYPE: Shape = Shape {
    name: "idType",
    kind: Kind::String {
        length: Length::new(Some(16), Some(128)),
        pattern: Some(&ACCESS_KEY_ID_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `inlinePolicyTemplateListType`.
pub static INLINE_POLICY_TEMPLATE_LIST_TYPE: Shape = Shape {
    name: "inlinePolicyTemplateListType",
    kind: Kind::List(ListShape {
        element: &INLINE_POLICY,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `instanceProfileListType`.
pub static INSTANCE_PROFILE_LIST_TYPE: Shape = Shape {
    name: "instanceProfileListType",
    kind: Kind::List(ListShape {
        element: &INSTANCE_PROFILE,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `instanceProfileNameType`.
pub static INSTANCE_PROFILE_NAME_TYPE: Shape = Shape {
    name: "instanceProfileNameType",
    kind: Kind::String { length: Length::new(Some(1), Some(128)), pattern: Some(&ATTACHMENT_NAME_PATTERN) },
    sensitive: false,
};

/// `integerType`.
pub static INTEGER_TYPE: Shape =
    Shape { name: "integerType", kind: Kind::Integer(Range::ANY), sensitive: false };

/// `jobIDType`.
pub static JOB_ID_TYPE: Shape = Shape {
    name: "jobIDType",
    kind: Kind::String { length: Length::new(Some(36), Some(36)), pattern: None },
    sensitive: false,
};

/// `listPolicyGrantingServiceAccessResponseListType`.
pub static LIST_POLICY_GRANTING_SERVICE_ACCESS_RESPONSE_LIST_TYPE: Shape = Shape {
    name: "listPolicyGrantingServiceAccessResponseListType",
    kind: Kind::List(ListShape {
        element: &LIST_POLICIES_GRANTING_SERVICE_ACCESS_ENTRY,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `localeType`.
pub static LOCALE_TYPE: Shape = Shape {
    name: "localeType",
    kind: Kind::String { length: Length::new(Some(2), Some(12)), pattern: None },
    sensitive: false,
};

/// `managedByValueType`.
pub static MANAGED_BY_VALUE_TYPE: Shape = Shape {
    name: "managedByValueType",
    kind: Kind::String { length: Length::new(Some(1), Some(128)), pattern: None },
    sensitive: false,
};

/// `managedPolicyArnListType`.
pub static MANAGED_POLICY_ARN_LIST_TYPE: Shape = Shape {
    name: "managedPolicyArnListType",
    kind: Kind::List(ListShape {
        element: &ARN_TYPE,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `mapStringReplacementValueEntry`.
pub static MAP_STRING_REPLACEMENT_VALUE_ENTRY: Shape = Shape {
    name: "mapStringReplacementValueEntry",
    kind: Kind::Map(MapShape {
        key: &STRING_TYPE,
        value: &REPLACEMENT_VALUE_ENTRY,
        key_name: "key",
        value_name: "value",
        flattened: false,
        length: Length::new(None, Some(30)),
    }),
    sensitive: false,
};

/// `markerType`.
pub static MARKER_TYPE: Shape = Shape {
    name: "markerType",
    kind: Kind::String {
        length: Length::new(Some(1), Some(320)),
        pattern: Some(&CERTIFICATION_KEY_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `maxItemsType`.
pub static MAX_ITEMS_TYPE: Shape =
    Shape { name: "maxItemsType", kind: Kind::Integer(Range::new(Some(1), Some(1000))), sensitive: false };

/// `maxPasswordAgeType`.
pub static MAX_PASSWORD_AGE_TYPE: Shape = Shape {
    name: "maxPasswordAgeType",
    kind: Kind::Integer(Range::new(Some(1), Some(1095))),
    sensitive: false,
};

/// `mfaDeviceListType`.
pub static MFA_DEVICE_LIST_TYPE: Shape = Shape {
    name: "mfaDeviceListType",
    kind: Kind::List(ListShape {
        element: &MFA_DEVICE,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `minimumPasswordLengthType`.
pub static MINIMUM_PASSWORD_LENGTH_TYPE: Shape = Shape {
    name: "minimumPasswordLengthType",
    kind: Kind::Integer(Range::new(Some(6), Some(128))),
    sensitive: false,
};

/// `minorVersionType`.
pub static MINOR_VERSION_TYPE: Shape =
    Shape { name: "minorVersionType", kind: Kind::Integer(Range::ANY), sensitive: false };

/// `notesType`.
pub static NOTES_TYPE: Shape = Shape {
    name: "notesType",
    kind: Kind::String {
        length: Length::new(None, Some(500)),
        pattern: Some(&DELEGATION_REQUEST_DESCRIPTION_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `notificationChannelType`.
pub static NOTIFICATION_CHANNEL_TYPE: Shape = Shape {
    name: "notificationChannelType",
    kind: Kind::String {
        length: Length::new(Some(2), Some(400)),
        pattern: Some(&NOTIFICATION_CHANNEL_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `organizationsEntityPathType`.
pub static ORGANIZATIONS_ENTITY_PATH_TYPE: Shape = Shape {
    name: "organizationsEntityPathType",
    kind: Kind::String {
        length: Length::new(Some(19), Some(427)),
        pattern: Some(&ORGANIZATIONS_ENTITY_PATH_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `organizationsPolicyIdType`.
pub static ORGANIZATIONS_POLICY_ID_TYPE: Shape = Shape {
    name: "organizationsPolicyIdType",
    kind: Kind::String { length: Length::ANY, pattern: Some(&ORGANIZATIONS_POLICY_ID_TYPE_PATTERN) },
    sensitive: false,
};

/// `ownerIdType`.
pub static OWNER_ID_TYPE: Shape = Shape {
    name: "ownerIdType",
    kind: Kind::String { length: Length::new(Some(20), Some(2048)), pattern: Some(&OWNER_ID_TYPE_PATTERN) },
    sensitive: false,
};

/// `parameterDefaultValueType`.
pub static PARAMETER_DEFAULT_VALUE_TYPE: Shape = Shape {
    name: "parameterDefaultValueType",
    kind: Kind::String { length: Length::new(None, Some(1024)), pattern: None },
    sensitive: false,
};

/// `parameterDescriptionType`.
pub static PARAMETER_DESCRIPTION_TYPE: Shape = Shape {
    name: "parameterDescriptionType",
    kind: Kind::String { length: Length::new(None, Some(1000)), pattern: None },
    sensitive: false,
};

/// `parameterNameType`.
pub static PARAMETER_NAME_TYPE: Shape = Shape {
    name: "parameterNameType",
    kind: Kind::String { length: Length::new(Some(1), Some(128)), pattern: None },
    sensitive: false,
};

/// `parameterSubTypeType`.
pub static PARAMETER_SUB_TYPE_TYPE: Shape = Shape {
    name: "parameterSubTypeType",
    kind: Kind::String { length: Length::new(None, Some(256)), pattern: None },
    sensitive: false,
};

/// `parametersDefinitionListType`.
pub static PARAMETERS_DEFINITION_LIST_TYPE: Shape = Shape {
    name: "parametersDefinitionListType",
    kind: Kind::List(ListShape {
        element: &PARAMETER_DEFINITION,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `passwordReusePreventionType`.
pub static PASSWORD_REUSE_PREVENTION_TYPE: Shape = Shape {
    name: "passwordReusePreventionType",
    kind: Kind::Integer(Range::new(Some(1), Some(24))),
    sensitive: false,
};

/// `passwordType`.
pub static PASSWORD_TYPE: Shape = Shape {
    name: "passwordType",
    kind: Kind::String {
        length: Length::new(Some(1), Some(128)),
        pattern: Some(&CERTIFICATE_BODY_TYPE_PATTERN),
    },
    sensitive: true,
};

/// `pathPrefixType`.
pub static PATH_PREFIX_TYPE: Shape = Shape {
    name: "pathPrefixType",
    kind: Kind::String { length: Length::new(Some(1), Some(512)), pattern: Some(&PATH_PREFIX_TYPE_PATTERN) },
    sensitive: false,
};

/// `pathType`.
pub static PATH_TYPE: Shape = Shape {
    name: "pathType",
    kind: Kind::String { length: Length::new(Some(1), Some(512)), pattern: Some(&PATH_TYPE_PATTERN) },
    sensitive: false,
};

/// `permissionType`.
pub static PERMISSION_TYPE: Shape = Shape {
    name: "permissionType",
    kind: Kind::String { length: Length::ANY, pattern: None },
    sensitive: false,
};

/// `policyDescriptionType`.
pub static POLICY_DESCRIPTION_TYPE: Shape = Shape {
    name: "policyDescriptionType",
    kind: Kind::String { length: Length::new(None, Some(1000)), pattern: None },
    sensitive: false,
};

/// `policyDetailListType`.
pub static POLICY_DETAIL_LIST_TYPE: Shape = Shape {
    name: "policyDetailListType",
    kind: Kind::List(ListShape {
        element: &POLICY_DETAIL,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `policyDocumentType`.
pub static POLICY_DOCUMENT_TYPE: Shape = Shape {
    name: "policyDocumentType",
    kind: Kind::String {
        length: Length::new(Some(1), Some(131072)),
        pattern: Some(&CERTIFICATE_BODY_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `policyDocumentVersionListType`.
pub static POLICY_DOCUMENT_VERSION_LIST_TYPE: Shape = Shape {
    name: "policyDocumentVersionListType",
    kind: Kind::List(ListShape {
        element: &POLICY_VERSION,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `policyGrantingServiceAccessListType`.
pub static POLICY_GRANTING_SERVICE_ACCESS_LIST_TYPE: Shape = Shape {
    name: "policyGrantingServiceAccessListType",
    kind: Kind::List(ListShape {
        element: &POLICY_GRANTING_SERVICE_ACCESS,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `policyListType`.
pub static POLICY_LIST_TYPE: Shape = Shape {
    name: "policyListType",
    kind: Kind::List(ListShape {
        element: &POLICY,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `policyNameListType`.
pub static POLICY_NAME_LIST_TYPE: Shape = Shape {
    name: "policyNameListType",
    kind: Kind::List(ListShape {
        element: &POLICY_NAME_TYPE,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `policyNameType`.
pub static POLICY_NAME_TYPE: Shape = Shape {
    name: "policyNameType",
    kind: Kind::String { length: Length::new(Some(1), Some(128)), pattern: Some(&ATTACHMENT_NAME_PATTERN) },
    sensitive: false,
};

/// `policyParameterListType`.
pub static POLICY_PARAMETER_LIST_TYPE: Shape = Shape {
    name: "policyParameterListType",
    kind: Kind::List(ListShape {
        element: &POLICY_PARAMETER,
        element_name: "member",
        flattened: false,
        length: Length::new(None, Some(50)),
    }),
    sensitive: false,
};

/// `policyParameterNameType`.
pub static POLICY_PARAMETER_NAME_TYPE: Shape = Shape {
    name: "policyParameterNameType",
    kind: Kind::String {
        length: Length::new(Some(5), Some(256)),
        pattern: Some(&POLICY_PARAMETER_NAME_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `policyParameterValueType`.
pub static POLICY_PARAMETER_VALUE_TYPE: Shape = Shape {
    name: "policyParameterValueType",
    kind: Kind::String { length: Length::ANY, pattern: Some(&POLICY_PARAMETER_NAME_TYPE_PATTERN) },
    sensitive: false,
};

/// `policyParameterValuesListType`.
pub static POLICY_PARAMETER_VALUES_LIST_TYPE: Shape = Shape {
    name: "policyParameterValuesListType",
    kind: Kind::List(ListShape {
        element: &POLICY_PARAMETER_VALUE_TYPE,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `policyPathType`.
pub static POLICY_PATH_TYPE: Shape = Shape {
    name: "policyPathType",
    kind: Kind::String { length: Length::new(Some(1), Some(512)), pattern: Some(&POLICY_PATH_TYPE_PATTERN) },
    sensitive: false,
};

/// `policyVersionIdType`.
pub static POLICY_VERSION_ID_TYPE: Shape = Shape {
    name: "policyVersionIdType",
    kind: Kind::String { length: Length::ANY, pattern: Some(&POLICY_VERSION_ID_TYPE_PATTERN) },
    sensitive: false,
};

/// `privateKeyIdType`.
pub static PRIVATE_KEY_ID_TYPE: Shape = Shape {
    name: "privateKeyIdType",
    kind: Kind::String {
        length: Length::new(Some(22), Some(64)),
        pattern: Some(&PRIVATE_KEY_ID_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `privateKeyList`.
pub static PRIVATE_KEY_LIST: Shape = Shape {
    name: "privateKeyList",
    kind: Kind::List(ListShape {
        element: &SAML_PRIVATE_KEY,
        element_name: "member",
        flattened: false,
        length: Length::new(None, Some(2)),
    }),
    sensitive: false,
};

/// `privateKeyType`.
pub static PRIVATE_KEY_TYPE: Shape = Shape {
    name: "privateKeyType",
    kind: Kind::String {
        length: Length::new(Some(1), Some(16384)),
        pattern: Some(&CERTIFICATE_BODY_TYPE_PATTERN),
    },
    sensitive: true,
};

/// `publicKeyFingerprintType`.
pub static PUBLIC_KEY_FINGERPRINT_TYPE: Shape = Shape {
    name: "publicKeyFingerprintType",
    kind: Kind::String {
        length: Length::new(Some(48), Some(48)),
        pattern: Some(&PUBLIC_KEY_FINGERPRINT_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `publicKeyIdType`.
pub static PUBLIC_KEY_ID_TYPE: Shape = Shape {
    name: "publicKeyIdType",
    kind: Kind::String {
        length: Length::new(Some(20), Some(128)),
        pattern: Some(&ACCESS_KEY_ID_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `publicKeyMaterialType`.
pub static PUBLIC_KEY_MATERIAL_TYPE: Shape = Shape {
    name: "publicKeyMaterialType",
    kind: Kind::String {
        length: Length::new(Some(1), Some(16384)),
        pattern: Some(&CERTIFICATE_BODY_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `redirectUrlType`.
pub static REDIRECT_URL_TYPE: Shape = Shape {
    name: "redirectUrlType",
    kind: Kind::String { length: Length::new(Some(1), Some(255)), pattern: Some(&REDIRECT_URL_TYPE_PATTERN) },
    sensitive: false,
};

/// `replacementValueListType`.
pub static REPLACEMENT_VALUE_LIST_TYPE: Shape = Shape {
    name: "replacementValueListType",
    kind: Kind::List(ListShape {
        element: &STRING_TYPE,
        element_name: "member",
        flattened: false,
        length: Length::new(Some(1), Some(20)),
    }),
    sensitive: false,
};

/// `requestMessageType`.
pub static REQUEST_MESSAGE_TYPE: Shape = Shape {
    name: "requestMessageType",
    kind: Kind::String {
        length: Length::new(None, Some(200)),
        pattern: Some(&DELEGATION_REQUEST_DESCRIPTION_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `requestorNameType`.
pub static REQUESTOR_NAME_TYPE: Shape = Shape {
    name: "requestorNameType",
    kind: Kind::String {
        length: Length::new(None, Some(30)),
        pattern: Some(&DELEGATION_REQUEST_DESCRIPTION_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `requestorWorkflowIdType`.
pub static REQUESTOR_WORKFLOW_ID_TYPE: Shape = Shape {
    name: "requestorWorkflowIdType",
    kind: Kind::String {
        length: Length::new(Some(5), Some(400)),
        pattern: Some(&REQUESTOR_WORKFLOW_ID_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `responseMarkerType`.
pub static RESPONSE_MARKER_TYPE: Shape = Shape {
    name: "responseMarkerType",
    kind: Kind::String { length: Length::ANY, pattern: None },
    sensitive: false,
};

/// `roleDescriptionPatternType`.
pub static ROLE_DESCRIPTION_PATTERN_TYPE: Shape = Shape {
    name: "roleDescriptionPatternType",
    kind: Kind::String { length: Length::new(Some(1), Some(512)), pattern: None },
    sensitive: false,
};

/// `roleDescriptionType`.
pub static ROLE_DESCRIPTION_TYPE: Shape = Shape {
    name: "roleDescriptionType",
    kind: Kind::String {
        length: Length::new(None, Some(1000)),
        pattern: Some(&DELEGATION_REQUEST_DESCRIPTION_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `roleDetailListType`.
pub static ROLE_DETAIL_LIST_TYPE: Shape = Shape {
    name: "roleDetailListType",
    kind: Kind::List(ListShape {
        element: &ROLE_DETAIL,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `roleListType`.
pub static ROLE_LIST_TYPE: Shape = Shape {
    name: "roleListType",
    kind: Kind::List(ListShape {
        element: &ROLE,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `roleMaxSessionDurationType`.
pub static ROLE_MAX_SESSION_DURATION_TYPE: Shape = Shape {
    name: "roleMaxSessionDurationType",
    kind: Kind::Integer(Range::new(Some(3600), Some(43200))),
    sensitive: false,
};

/// `roleNamePatternType`.
pub static ROLE_NAME_PATTERN_TYPE: Shape = Shape {
    name: "roleNamePatternType",
    kind: Kind::String { length: Length::new(Some(1), Some(256)), pattern: None },
    sensitive: false,
};

/// `roleNameType`.
pub static ROLE_NAME_TYPE: Shape = Shape {
    name: "roleNameType",
    kind: Kind::String { length: Length::new(Some(1), Some(64)), pattern: Some(&ATTACHMENT_NAME_PATTERN) },
    sensitive: false,
};

/// `rolePathPatternType`.
pub static ROLE_PATH_PATTERN_TYPE: Shape = Shape {
    name: "rolePathPatternType",
    kind: Kind::String {
        length: Length::new(Some(1), Some(256)),
        pattern: Some(&ROLE_PATH_PATTERN_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `rolePermissionRestrictionArnListType`.
pub static ROLE_PERMISSION_RESTRICTION_ARN_LIST_TYPE: Shape = Shape {
    name: "rolePermissionRestrictionArnListType",
    kind: Kind::List(ListShape {
        element: &ARN_TYPE,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `roleTemplateDescriptionType`.
pub static ROLE_TEMPLATE_DESCRIPTION_TYPE: Shape = Shape {
    name: "roleTemplateDescriptionType",
    kind: Kind::String {
        length: Length::new(None, Some(512)),
        pattern: Some(&DELEGATION_REQUEST_DESCRIPTION_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `roleTemplateNameType`.
pub static ROLE_TEMPLATE_NAME_TYPE: Shape = Shape {
    name: "roleTemplateNameType",
    kind: Kind::String {
        length: Length::new(Some(1), Some(128)),
        pattern: Some(&ROLE_TEMPLATE_NAME_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `serialNumberType`.
pub static SERIAL_NUMBER_TYPE: Shape = Shape {
    name: "serialNumberType",
    kind: Kind::String {
        length: Length::new(Some(9), Some(256)),
        pattern: Some(&SERIAL_NUMBER_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `serverCertificateMetadataListType`.
pub static SERVER_CERTIFICATE_METADATA_LIST_TYPE: Shape = Shape {
    name: "serverCertificateMetadataListType",
    kind: Kind::List(ListShape {
        element: &SERVER_CERTIFICATE_METADATA,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `serverCertificateNameType`.
pub static SERVER_CERTIFICATE_NAME_TYPE: Shape = Shape {
    name: "serverCertificateNameType",
    kind: Kind::String { length: Length::new(Some(1), Some(128)), pattern: Some(&ATTACHMENT_NAME_PATTERN) },
    sensitive: false,
};

/// `serviceCredentialAlias`.
pub static SERVICE_CREDENTIAL_ALIAS: Shape = Shape {
    name: "serviceCredentialAlias",
    kind: Kind::String { length: Length::new(Some(0), Some(200)), pattern: Some(&ATTACHMENT_NAME_PATTERN) },
    sensitive: false,
};

/// `serviceCredentialSecret`.
pub static SERVICE_CREDENTIAL_SECRET: Shape = Shape {
    name: "serviceCredentialSecret",
    kind: Kind::String { length: Length::ANY, pattern: None },
    sensitive: true,
};

/// `serviceName`.
pub static SERVICE_NAME: Shape = Shape {
    name: "serviceName",
    kind: Kind::String { length: Length::ANY, pattern: None },
    sensitive: false,
};

/// `serviceNameType`.
pub static SERVICE_NAME_TYPE: Shape = Shape {
    name: "serviceNameType",
    kind: Kind::String { length: Length::ANY, pattern: None },
    sensitive: false,
};

/// `serviceNamespaceListType`.
pub static SERVICE_NAMESPACE_LIST_TYPE: Shape = Shape {
    name: "serviceNamespaceListType",
    kind: Kind::List(ListShape {
        element: &SERVICE_NAMESPACE_TYPE,
        element_name: "member",
        flattened: false,
        length: Length::new(Some(1), Some(200)),
    }),
    sensitive: false,
};

/// `serviceNamespaceType`.
pub static SERVICE_NAMESPACE_TYPE: Shape = Shape {
    name: "serviceNamespaceType",
    kind: Kind::String {
        length: Length::new(Some(1), Some(64)),
        pattern: Some(&SERVICE_NAMESPACE_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `servicePassword`.
pub static SERVICE_PASSWORD: Shape = Shape {
    name: "servicePassword",
    kind: Kind::String { length: Length::ANY, pattern: None },
    sensitive: true,
};

/// `serviceSpecificCredentialId`.
pub static SERVICE_SPECIFIC_CREDENTIAL_ID: Shape = Shape {
    name: "serviceSpecificCredentialId",
    kind: Kind::String {
        length: Length::new(Some(20), Some(128)),
        pattern: Some(&ACCESS_KEY_ID_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `serviceUserName`.
pub static SERVICE_USER_NAME: Shape = Shape {
    name: "serviceUserName",
    kind: Kind::String { length: Length::new(Some(0), Some(200)), pattern: Some(&SERVICE_USER_NAME_PATTERN) },
    sensitive: false,
};

/// `sessionDurationType`.
pub static SESSION_DURATION_TYPE: Shape = Shape {
    name: "sessionDurationType",
    kind: Kind::Integer(Range::new(Some(300), Some(43200))),
    sensitive: false,
};

/// `stringType`.
pub static STRING_TYPE: Shape =
    Shape { name: "stringType", kind: Kind::String { length: Length::ANY, pattern: None }, sensitive: false };

/// `summaryContentType`.
pub static SUMMARY_CONTENT_TYPE: Shape = Shape {
    name: "summaryContentType",
    kind: Kind::String { length: Length::new(Some(0), Some(10000)), pattern: None },
    sensitive: false,
};

/// `summaryMapType`.
pub static SUMMARY_MAP_TYPE: Shape = Shape {
    name: "summaryMapType",
    kind: Kind::Map(MapShape {
        key: &SUMMARY_KEY_TYPE,
        value: &SUMMARY_VALUE_TYPE,
        key_name: "key",
        value_name: "value",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `summaryValueType`.
pub static SUMMARY_VALUE_TYPE: Shape =
    Shape { name: "summaryValueType", kind: Kind::Integer(Range::ANY), sensitive: false };

/// `tagKeyListType`.
pub static TAG_KEY_LIST_TYPE: Shape = Shape {
    name: "tagKeyListType",
    kind: Kind::List(ListShape {
        element: &TAG_KEY_TYPE,
        element_name: "member",
        flattened: false,
        length: Length::new(None, Some(50)),
    }),
    sensitive: false,
};

/// `tagKeyType`.
pub static TAG_KEY_TYPE: Shape = Shape {
    name: "tagKeyType",
    kind: Kind::String { length: Length::new(Some(1), Some(128)), pattern: Some(&TAG_KEY_TYPE_PATTERN) },
    sensitive: false,
};

/// `tagListType`.
pub static TAG_LIST_TYPE: Shape = Shape {
    name: "tagListType",
    kind: Kind::List(ListShape {
        element: &TAG,
        element_name: "member",
        flattened: false,
        length: Length::new(None, Some(50)),
    }),
    sensitive: false,
};

/// `tagTemplateKeyType`.
pub static TAG_TEMPLATE_KEY_TYPE: Shape = Shape {
    name: "tagTemplateKeyType",
    kind: Kind::String {
        length: Length::new(Some(1), Some(128)),
        pattern: Some(&TAG_TEMPLATE_KEY_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `tagTemplateListType`.
pub static TAG_TEMPLATE_LIST_TYPE: Shape = Shape {
    name: "tagTemplateListType",
    kind: Kind::List(ListShape {
        element: &TAG_TEMPLATE,
        element_name: "member",
        flattened: false,
        length: Length::new(None, Some(50)),
    }),
    sensitive: false,
};

/// `tagTemplateValueType`.
pub static TAG_TEMPLATE_VALUE_TYPE: Shape = Shape {
    name: "tagTemplateValueType",
    kind: Kind::String {
        length: Length::new(Some(0), Some(256)),
        pattern: Some(&TAG_TEMPLATE_VALUE_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `tagValueType`.
pub static TAG_VALUE_TYPE: Shape = Shape {
    name: "tagValueType",
    kind: Kind::String { length: Length::new(Some(0), Some(256)), pattern: Some(&TAG_VALUE_TYPE_PATTERN) },
    sensitive: false,
};

/// `thumbprintListType`.
pub static THUMBPRINT_LIST_TYPE: Shape = Shape {
    name: "thumbprintListType",
    kind: Kind::List(ListShape {
        element: &THUMBPRINT_TYPE,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `thumbprintType`.
pub static THUMBPRINT_TYPE: Shape = Shape {
    name: "thumbprintType",
    kind: Kind::String { length: Length::new(Some(40), Some(40)), pattern: None },
    sensitive: false,
};

/// `userDetailListType`.
pub static USER_DETAIL_LIST_TYPE: Shape = Shape {
    name: "userDetailListType",
    kind: Kind::List(ListShape {
        element: &USER_DETAIL,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `userListType`.
pub static USER_LIST_TYPE: Shape = Shape {
    name: "userListType",
    kind: Kind::List(ListShape {
        element: &USER,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `userNameType`.
pub static USER_NAME_TYPE: Shape = Shape {
    name: "userNameType",
    kind: Kind::String { length: Length::new(Some(1), Some(64)), pattern: Some(&ATTACHMENT_NAME_PATTERN) },
    sensitive: false,
};

/// `virtualMFADeviceListType`.
pub static VIRTUAL_MFA_DEVICE_LIST_TYPE: Shape = Shape {
    name: "virtualMFADeviceListType",
    kind: Kind::List(ListShape {
        element: &VIRTUAL_MFA_DEVICE,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `virtualMFADeviceName`.
pub static VIRTUAL_MFA_DEVICE_NAME: Shape = Shape {
    name: "virtualMFADeviceName",
    kind: Kind::String { length: Length::new(Some(1), None), pattern: Some(&ATTACHMENT_NAME_PATTERN) },
    sensitive: false,
};

static POLICY_PATH_TYPE_PATTERN: Pattern =
    Pattern::new(r"((/[A-Za-z0-9\.,\+@=_-]+)*)/", r"((/[A-Za-z0-9\.,\+@=_-]+)*)/", None);

static PATH_TYPE_PATTERN: Pattern = Pattern::new(
    r"(\u002F)|(\u002F[\u0021-\u007E]+\u002F)",
    r"(\x{002F})|(\x{002F}[\x{0021}-\x{007E}]+\x{002F})",
    None,
);

static ROLE_PATH_PATTERN_TYPE_PATTERN: Pattern = Pattern::new(
    r"/[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*/",
    r"/[\x{0009}\x{000A}\x{000D}\x{0020}-\x{007E}\x{00A1}-\x{00FF}]*/",
    None,
);

static POLICY_PARAMETER_NAME_TYPE_PATTERN: Pattern =
    Pattern::new(r"[ -~]+", r"[ -~]+", Some(AsciiSet::new(0x7fffffffffffffffffffffff00000000, false)));

static PUBLIC_KEY_FINGERPRINT_TYPE_PATTERN: Pattern = Pattern::new(
    r"[:\w]+",
    r"[:0-9A-Za-z_]+",
    Some(AsciiSet::new(0x07fffffe87fffffe07ff000000000000, false)),
);

static PRIVATE_KEY_ID_TYPE_PATTERN: Pattern =
    Pattern::new(r"[A-Z0-9]+", r"[A-Z0-9]+", Some(AsciiSet::new(0x0000000007fffffe03ff000000000000, false)));

static AUTHENTICATION_CODE_TYPE_PATTERN: Pattern =
    Pattern::new(r"[\d]+", r"[0-9]+", Some(AsciiSet::new(0x000000000000000003ff000000000000, false)));

static TAG_VALUE_TYPE_PATTERN: Pattern = Pattern::new(
    r"[\p{L}\p{Z}\p{N}_.:/=+\-@]*",
    r"[\p{L}\p{Z}\p{N}_.:/=+\-@]*",
    Some(AsciiSet::new(0x07fffffe87ffffff27ffe80100000000, true)),
);

static TAG_KEY_TYPE_PATTERN: Pattern = Pattern::new(
    r"[\p{L}\p{Z}\p{N}_.:/=+\-@]+",
    r"[\p{L}\p{Z}\p{N}_.:/=+\-@]+",
    Some(AsciiSet::new(0x07fffffe87ffffff27ffe80100000000, false)),
);

static TAG_TEMPLATE_VALUE_TYPE_PATTERN: Pattern = Pattern::new(
    r"[\p{L}\p{Z}\p{N}_.:/=+\-@{}]*",
    r"[\p{L}\p{Z}\p{N}_.:/=+\-@{}]*",
    Some(AsciiSet::new(0x2ffffffe87ffffff27ffe80100000000, true)),
);

static TAG_TEMPLATE_KEY_TYPE_PATTERN: Pattern = Pattern::new(
    r"[\p{L}\p{Z}\p{N}_.:/=+\-@{}]+",
    r"[\p{L}\p{Z}\p{N}_.:/=+\-@{}]+",
    Some(AsciiSet::new(0x2ffffffe87ffffff27ffe80100000000, false)),
);

static DELEGATION_REQUEST_DESCRIPTION_TYPE_PATTERN: Pattern = Pattern::new(
    r"[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*",
    r"[\x{0009}\x{000A}\x{000D}\x{0020}-\x{007E}\x{00A1}-\x{00FF}]*",
    Some(AsciiSet::new(0x7fffffffffffffffffffffff00002600, true)),
);

static REQUESTOR_WORKFLOW_ID_TYPE_PATTERN: Pattern = Pattern::new(
    r"[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]+",
    r"[\x{0009}\x{000A}\x{000D}\x{0020}-\x{007E}\x{00A1}-\x{00FF}]+",
    Some(AsciiSet::new(0x7fffffffffffffffffffffff00002600, false)),
);

static CERTIFICATE_BODY_TYPE_PATTERN: Pattern = Pattern::new(
    r"[\u0009\u000A\u000D\u0020-\u00FF]+",
    r"[\x{0009}\x{000A}\x{000D}\x{0020}-\x{00FF}]+",
    Some(AsciiSet::new(0xffffffffffffffffffffffff00002600, false)),
);

static CERTIFICATION_KEY_TYPE_PATTERN: Pattern = Pattern::new(
    r"[\u0020-\u00FF]+",
    r"[\x{0020}-\x{00FF}]+",
    Some(AsciiSet::new(0xffffffffffffffffffffffff00000000, false)),
);

static SERVICE_USER_NAME_PATTERN: Pattern = Pattern::new(
    r"[\w+=,.@-]*",
    r"[0-9A-Za-z_+=,.@-]*",
    Some(AsciiSet::new(0x07fffffe87ffffff23ff780000000000, true)),
);

static ATTACHMENT_NAME_PATTERN: Pattern = Pattern::new(
    r"[\w+=,.@-]+",
    r"[0-9A-Za-z_+=,.@-]+",
    Some(AsciiSet::new(0x07fffffe87ffffff23ff780000000000, false)),
);

static ROLE_TEMPLATE_NAME_TYPE_PATTERN: Pattern = Pattern::new(
    r"[\w+=,.\-]+",
    r"[0-9A-Za-z_+=,.\-]+",
    Some(AsciiSet::new(0x07fffffe87fffffe23ff780000000000, false)),
);

static SERIAL_NUMBER_TYPE_PATTERN: Pattern = Pattern::new(
    r"[\w+=/:,.@-]+",
    r"[0-9A-Za-z_+=/:,.@-]+",
    Some(AsciiSet::new(0x07fffffe87ffffff27fff80000000000, false)),
);

static SERVICE_NAMESPACE_TYPE_PATTERN: Pattern =
    Pattern::new(r"[\w-]*", r"[0-9A-Za-z_-]*", Some(AsciiSet::new(0x07fffffe87fffffe03ff200000000000, true)));

static DELEGATION_REQUEST_ID_TYPE_PATTERN: Pattern = Pattern::new(
    r"[\w-]+",
    r"[0-9A-Za-z_-]+",
    Some(AsciiSet::new(0x07fffffe87fffffe03ff200000000000, false)),
);

static SAML_PROVIDER_NAME_TYPE_PATTERN: Pattern = Pattern::new(
    r"[\w._-]+",
    r"[0-9A-Za-z_._-]+",
    Some(AsciiSet::new(0x07fffffe87fffffe03ff600000000000, false)),
);

static ACCESS_KEY_ID_TYPE_PATTERN: Pattern =
    Pattern::new(r"[\w]+", r"[0-9A-Za-z_]+", Some(AsciiSet::new(0x07fffffe87fffffe03ff000000000000, false)));

static ACCOUNT_ID_TYPE_PATTERN: Pattern = Pattern::new(r"\d{12}", r"[0-9]{12}", None);

static PATH_PREFIX_TYPE_PATTERN: Pattern =
    Pattern::new(r"\u002F[\u0021-\u007F]*", r"\x{002F}[\x{0021}-\x{007F}]*", None);

static ACCOUNT_PROPERTY_KEY_TYPE_PATTERN: Pattern =
    Pattern::new(r"^[A-Za-z][A-Za-z0-9/_-]*$", r"^[A-Za-z][A-Za-z0-9/_-]*$", None);

static ACCOUNT_ALIAS_TYPE_PATTERN: Pattern = Pattern::new(
    r"^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$",
    r"[a-z0-9]-?(?:[a-z0-9]-?){0,61}[a-z0-9]",
    None,
);

static OWNER_ID_TYPE_PATTERN: Pattern = Pattern::new(
    r"^[a-zA-Z0-9:/+=,.@_-]+$",
    r"^[a-zA-Z0-9:/+=,.@_-]+$",
    Some(AsciiSet::new(0x07fffffe87ffffff27fff80000000000, false)),
);

static NOTIFICATION_CHANNEL_TYPE_PATTERN: Pattern = Pattern::new(
    r"^[a-zA-Z0-9:_.-]+$",
    r"^[a-zA-Z0-9:_.-]+$",
    Some(AsciiSet::new(0x07fffffe87fffffe07ff600000000000, false)),
);

static REDIRECT_URL_TYPE_PATTERN: Pattern = Pattern::new(
    r"^http(s?)://[a-zA-Z0-9._/-]*(\?[a-zA-Z0-9._=&-]*)?(#[a-zA-Z0-9._/-]*)?$",
    r"^http(s?)://[a-zA-Z0-9._/-]*(\?[a-zA-Z0-9._=&-]*)?(#[a-zA-Z0-9._/-]*)?$",
    None,
);

static ORGANIZATIONS_ENTITY_PATH_TYPE_PATTERN: Pattern = Pattern::new(
    r"^o-[0-9a-z]{10,32}\/r-[0-9a-z]{4,32}[0-9a-z-\/]*",
    r"^o-[0-9a-z]{10,32}\/r-[0-9a-z]{4,32}[0-9a-z-\/]*",
    None,
);

static ORGANIZATION_ID_TYPE_PATTERN: Pattern =
    Pattern::new(r"^o-[a-z0-9]{10,32}$", r"^o-[a-z0-9]{10,32}$", None);

static ORGANIZATIONS_POLICY_ID_TYPE_PATTERN: Pattern =
    Pattern::new(r"^p-[0-9a-zA-Z_]{8,128}$", r"^p-[0-9a-zA-Z_]{8,128}$", None);

static POLICY_VERSION_ID_TYPE_PATTERN: Pattern =
    Pattern::new(r"v[1-9][0-9]*(\.[A-Za-z0-9-]*)?", r"v[1-9][0-9]*(\.[A-Za-z0-9-]*)?", None);
