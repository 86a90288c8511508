//! Descriptions of strings, numbers, lists and maps.
// Written by `cargo codegen` from the API model; do not edit.

#[allow(unused_imports, reason = "which of them are used depends on the model")]
use awsim_plugin::shape::{AsciiSet, Kind, Length, ListShape, MapShape, Pattern, Range, Shape};

#[allow(unused_imports, reason = "which of them are used depends on the model")]
use super::{enums::*, structures::*};

/// `Audience`.
pub static AUDIENCE: Shape =
    Shape { name: "Audience", kind: Kind::String { length: Length::ANY, pattern: None }, sensitive: false };

/// `Issuer`.
pub static ISSUER: Shape =
    Shape { name: "Issuer", kind: Kind::String { length: Length::ANY, pattern: None }, sensitive: false };

/// `NameQualifier`.
pub static NAME_QUALIFIER: Shape = Shape {
    name: "NameQualifier",
    kind: Kind::String { length: Length::ANY, pattern: None },
    sensitive: false,
};

/// `ProvidedContextsListType`.
pub static PROVIDED_CONTEXTS_LIST_TYPE: Shape = Shape {
    name: "ProvidedContextsListType",
    kind: Kind::List(ListShape {
        element: &PROVIDED_CONTEXT,
        element_name: "member",
        flattened: false,
        length: Length::new(Some(1), Some(5)),
    }),
    sensitive: false,
};

/// `RootDurationSecondsType`.
pub static ROOT_DURATION_SECONDS_TYPE: Shape = Shape {
    name: "RootDurationSecondsType",
    kind: Kind::Integer(Range::new(Some(0), Some(900))),
    sensitive: false,
};

/// `SAMLAssertionType`.
pub static SAML_ASSERTION_TYPE: Shape = Shape {
    name: "SAMLAssertionType",
    kind: Kind::String { length: Length::new(Some(4), Some(100000)), pattern: None },
    sensitive: true,
};

/// `Subject`.
pub static SUBJECT: Shape =
    Shape { name: "Subject", kind: Kind::String { length: Length::ANY, pattern: None }, sensitive: false };

/// `SubjectType`.
pub static SUBJECT_TYPE: Shape = Shape {
    name: "SubjectType",
    kind: Kind::String { length: Length::ANY, pattern: None },
    sensitive: false,
};

/// `TargetPrincipalType`.
pub static TARGET_PRINCIPAL_TYPE: Shape = Shape {
    name: "TargetPrincipalType",
    kind: Kind::String { length: Length::new(Some(12), Some(2048)), pattern: None },
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

/// `accessKeySecretType`.
pub static ACCESS_KEY_SECRET_TYPE: Shape = Shape {
    name: "accessKeySecretType",
    kind: Kind::String { length: Length::ANY, pattern: None },
    sensitive: true,
};

/// `accountType`.
pub static ACCOUNT_TYPE: Shape = Shape {
    name: "accountType",
    kind: Kind::String { length: Length::ANY, pattern: None },
    sensitive: false,
};

/// `arnType`.
pub static ARN_TYPE: Shape = Shape {
    name: "arnType",
    kind: Kind::String { length: Length::new(Some(20), Some(2048)), pattern: Some(&ARN_TYPE_PATTERN) },
    sensitive: false,
};

/// `assumedRoleIdType`.
pub static ASSUMED_ROLE_ID_TYPE: Shape = Shape {
    name: "assumedRoleIdType",
    kind: Kind::String {
        length: Length::new(Some(2), Some(193)),
        pattern: Some(&ASSUMED_ROLE_ID_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `clientTokenType`.
pub static CLIENT_TOKEN_TYPE: Shape = Shape {
    name: "clientTokenType",
    kind: Kind::String { length: Length::new(Some(4), Some(20000)), pattern: None },
    sensitive: true,
};

/// `contextAssertionType`.
pub static CONTEXT_ASSERTION_TYPE: Shape = Shape {
    name: "contextAssertionType",
    kind: Kind::String { length: Length::new(Some(4), Some(2048)), pattern: None },
    sensitive: false,
};

/// `dateType`.
pub static DATE_TYPE: Shape = Shape { name: "dateType", kind: Kind::Timestamp, sensitive: false };

/// `decodedMessageType`.
pub static DECODED_MESSAGE_TYPE: Shape = Shape {
    name: "decodedMessageType",
    kind: Kind::String { length: Length::ANY, pattern: None },
    sensitive: false,
};

/// `durationSecondsType`.
pub static DURATION_SECONDS_TYPE: Shape = Shape {
    name: "durationSecondsType",
    kind: Kind::Integer(Range::new(Some(900), Some(129600))),
    sensitive: false,
};

/// `encodedMessageType`.
pub static ENCODED_MESSAGE_TYPE: Shape = Shape {
    name: "encodedMessageType",
    kind: Kind::String { length: Length::new(Some(1), Some(10240)), pattern: None },
    sensitive: false,
};

/// `externalIdType`.
pub static EXTERNAL_ID_TYPE: Shape = Shape {
    name: "externalIdType",
    kind: Kind::String { length: Length::new(Some(2), Some(1224)), pattern: Some(&EXTERNAL_ID_TYPE_PATTERN) },
    sensitive: false,
};

/// `federatedIdType`.
pub static FEDERATED_ID_TYPE: Shape = Shape {
    name: "federatedIdType",
    kind: Kind::String { length: Length::new(Some(2), Some(193)), pattern: Some(&FEDERATED_ID_TYPE_PATTERN) },
    sensitive: false,
};

/// `jwtAlgorithmType`.
pub static JWT_ALGORITHM_TYPE: Shape = Shape {
    name: "jwtAlgorithmType",
    kind: Kind::String { length: Length::new(Some(5), Some(5)), pattern: None },
    sensitive: false,
};

/// `minimumSessionTokenSizeType`.
pub static MINIMUM_SESSION_TOKEN_SIZE_TYPE: Shape = Shape {
    name: "minimumSessionTokenSizeType",
    kind: Kind::Integer(Range::new(Some(0), Some(4096))),
    sensitive: false,
};

/// `nonNegativeIntegerType`.
pub static NON_NEGATIVE_INTEGER_TYPE: Shape = Shape {
    name: "nonNegativeIntegerType",
    kind: Kind::Integer(Range::new(Some(0), None)),
    sensitive: false,
};

/// `policyDescriptorListType`.
pub static POLICY_DESCRIPTOR_LIST_TYPE: Shape = Shape {
    name: "policyDescriptorListType",
    kind: Kind::List(ListShape {
        element: &POLICY_DESCRIPTOR_TYPE,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `roleDurationSecondsType`.
pub static ROLE_DURATION_SECONDS_TYPE: Shape = Shape {
    name: "roleDurationSecondsType",
    kind: Kind::Integer(Range::new(Some(900), Some(43200))),
    sensitive: false,
};

/// `roleSessionNameType`.
pub static ROLE_SESSION_NAME_TYPE: Shape = Shape {
    name: "roleSessionNameType",
    kind: Kind::String {
        length: Length::new(Some(2), Some(64)),
        pattern: Some(&ROLE_SESSION_NAME_TYPE_PATTERN),
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

/// `sessionPolicyDocumentType`.
pub static SESSION_POLICY_DOCUMENT_TYPE: Shape = Shape {
    name: "sessionPolicyDocumentType",
    kind: Kind::String {
        length: Length::new(Some(1), Some(2048)),
        pattern: Some(&SESSION_POLICY_DOCUMENT_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `sessionTokenSizeType`.
pub static SESSION_TOKEN_SIZE_TYPE: Shape =
    Shape { name: "sessionTokenSizeType", kind: Kind::Integer(Range::new(Some(0), None)), sensitive: false };

/// `sessionTokenUtilizationType`.
pub static SESSION_TOKEN_UTILIZATION_TYPE: Shape = Shape {
    name: "sessionTokenUtilizationType",
    kind: Kind::Integer(Range::new(Some(0), None)),
    sensitive: false,
};

/// `sourceIdentityType`.
pub static SOURCE_IDENTITY_TYPE: Shape = Shape {
    name: "sourceIdentityType",
    kind: Kind::String {
        length: Length::new(Some(2), Some(64)),
        pattern: Some(&ROLE_SESSION_NAME_TYPE_PATTERN),
    },
    sensitive: false,
};

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

/// `tagValueType`.
pub static TAG_VALUE_TYPE: Shape = Shape {
    name: "tagValueType",
    kind: Kind::String { length: Length::new(Some(0), Some(256)), pattern: Some(&TAG_VALUE_TYPE_PATTERN) },
    sensitive: false,
};

/// `tokenCodeType`.
pub static TOKEN_CODE_TYPE: Shape = Shape {
    name: "tokenCodeType",
    kind: Kind::String { length: Length::new(Some(6), Some(6)), pattern: Some(&TOKEN_CODE_TYPE_PATTERN) },
    sensitive: false,
};

/// `tokenType`.
pub static TOKEN_TYPE: Shape =
    Shape { name: "tokenType", kind: Kind::String { length: Length::ANY, pattern: None }, sensitive: false };

/// `tradeInTokenType`.
pub static TRADE_IN_TOKEN_TYPE: Shape = Shape {
    name: "tradeInTokenType",
    kind: Kind::String { length: Length::ANY, pattern: None },
    sensitive: true,
};

/// `unrestrictedSessionPolicyDocumentType`.
pub static UNRESTRICTED_SESSION_POLICY_DOCUMENT_TYPE: Shape = Shape {
    name: "unrestrictedSessionPolicyDocumentType",
    kind: Kind::String {
        length: Length::new(Some(1), None),
        pattern: Some(&SESSION_POLICY_DOCUMENT_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `urlType`.
pub static URL_TYPE: Shape = Shape {
    name: "urlType",
    kind: Kind::String { length: Length::new(Some(4), Some(2048)), pattern: None },
    sensitive: false,
};

/// `userIdType`.
pub static USER_ID_TYPE: Shape =
    Shape { name: "userIdType", kind: Kind::String { length: Length::ANY, pattern: None }, sensitive: false };

/// `userNameType`.
pub static USER_NAME_TYPE: Shape = Shape {
    name: "userNameType",
    kind: Kind::String {
        length: Length::new(Some(2), Some(32)),
        pattern: Some(&ROLE_SESSION_NAME_TYPE_PATTERN),
    },
    sensitive: false,
};

/// `webIdentitySubjectType`.
pub static WEB_IDENTITY_SUBJECT_TYPE: Shape = Shape {
    name: "webIdentitySubjectType",
    kind: Kind::String { length: Length::new(Some(6), Some(255)), pattern: None },
    sensitive: false,
};

/// `webIdentityTokenAudienceListType`.
pub static WEB_IDENTITY_TOKEN_AUDIENCE_LIST_TYPE: Shape = Shape {
    name: "webIdentityTokenAudienceListType",
    kind: Kind::List(ListShape {
        element: &WEB_IDENTITY_TOKEN_AUDIENCE_STRING_TYPE,
        element_name: "member",
        flattened: false,
        length: Length::new(Some(1), Some(10)),
    }),
    sensitive: false,
};

/// `webIdentityTokenAudienceStringType`.
pub static WEB_IDENTITY_TOKEN_AUDIENCE_STRING_TYPE: Shape = Shape {
    name: "webIdentityTokenAudienceStringType",
    kind: Kind::String { length: Length::new(Some(1), Some(1000)), pattern: None },
    sensitive: false,
};

/// `webIdentityTokenDurationSecondsType`.
pub static WEB_IDENTITY_TOKEN_DURATION_SECONDS_TYPE: Shape = Shape {
    name: "webIdentityTokenDurationSecondsType",
    kind: Kind::Integer(Range::new(Some(60), Some(3600))),
    sensitive: false,
};

/// `webIdentityTokenType`.
pub static WEB_IDENTITY_TOKEN_TYPE: Shape = Shape {
    name: "webIdentityTokenType",
    kind: Kind::String { length: Length::ANY, pattern: None },
    sensitive: true,
};

static TOKEN_CODE_TYPE_PATTERN: Pattern =
    Pattern::new(r"[\d]*", r"[0-9]*", Some(AsciiSet::new(0x000000000000000003ff000000000000, true)));

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

static ARN_TYPE_PATTERN: Pattern = Pattern::new(
    r"[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+",
    r"[\x{0009}\x{000A}\x{000D}\x{0020}-\x{007E}\x{0085}\x{00A0}-\x{D7FF}\x{E000}-\x{FFFD}\x{10000}-\x{10FFFF}]+",
    Some(AsciiSet::new(0x7fffffffffffffffffffffff00002600, false)),
);

static SESSION_POLICY_DOCUMENT_TYPE_PATTERN: Pattern = Pattern::new(
    r"[\u0009\u000A\u000D\u0020-\u00FF]+",
    r"[\x{0009}\x{000A}\x{000D}\x{0020}-\x{00FF}]+",
    Some(AsciiSet::new(0xffffffffffffffffffffffff00002600, false)),
);

static ROLE_SESSION_NAME_TYPE_PATTERN: Pattern = Pattern::new(
    r"[\w+=,.@-]*",
    r"[0-9A-Za-z_+=,.@-]*",
    Some(AsciiSet::new(0x07fffffe87ffffff23ff780000000000, true)),
);

static ASSUMED_ROLE_ID_TYPE_PATTERN: Pattern = Pattern::new(
    r"[\w+=,.@:-]*",
    r"[0-9A-Za-z_+=,.@:-]*",
    Some(AsciiSet::new(0x07fffffe87ffffff27ff780000000000, true)),
);

static EXTERNAL_ID_TYPE_PATTERN: Pattern = Pattern::new(
    r"[\w+=,.@:\/-]*",
    r"[0-9A-Za-z_+=,.@:\/-]*",
    Some(AsciiSet::new(0x07fffffe87ffffff27fff80000000000, true)),
);

static FEDERATED_ID_TYPE_PATTERN: Pattern = Pattern::new(
    r"[\w+=,.@\:-]*",
    r"[0-9A-Za-z_+=,.@\:-]*",
    Some(AsciiSet::new(0x07fffffe87ffffff27ff780000000000, true)),
);

static SERIAL_NUMBER_TYPE_PATTERN: Pattern = Pattern::new(
    r"[\w+=/:,.@-]*",
    r"[0-9A-Za-z_+=/:,.@-]*",
    Some(AsciiSet::new(0x07fffffe87ffffff27fff80000000000, true)),
);

static ACCESS_KEY_ID_TYPE_PATTERN: Pattern =
    Pattern::new(r"[\w]*", r"[0-9A-Za-z_]*", Some(AsciiSet::new(0x07fffffe87fffffe03ff000000000000, true)));
