//! Descriptions of strings, numbers, lists and maps.
// Written by `cargo codegen` from the API model; do not edit.

#[allow(unused_imports, reason = "which of them are used depends on the model")]
use awsim_plugin::shape::{AsciiSet, Kind, Length, ListShape, MapShape, Pattern, Range, Shape};

#[allow(unused_imports, reason = "which of them are used depends on the model")]
use super::{enums::*, structures::*};

/// `AccountArn`.
pub static ACCOUNT_ARN: Shape = Shape {
    name: "AccountArn",
    kind: Kind::String { length: Length::ANY, pattern: Some(&ACCOUNT_ARN_PATTERN) },
    sensitive: false,
};

/// `AccountId`.
pub static ACCOUNT_ID: Shape = Shape {
    name: "AccountId",
    kind: Kind::String { length: Length::new(None, Some(12)), pattern: Some(&ACCOUNT_ID_PATTERN) },
    sensitive: false,
};

/// `AccountName`.
pub static ACCOUNT_NAME: Shape = Shape {
    name: "AccountName",
    kind: Kind::String { length: Length::new(Some(1), Some(128)), pattern: Some(&ACCOUNT_NAME_PATTERN) },
    sensitive: true,
};

/// `Accounts`.
pub static ACCOUNTS: Shape = Shape {
    name: "Accounts",
    kind: Kind::List(ListShape {
        element: &ACCOUNT,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `AwsManagedPolicy`.
pub static AWS_MANAGED_POLICY: Shape =
    Shape { name: "AwsManagedPolicy", kind: Kind::Boolean, sensitive: false };

/// `ChildId`.
pub static CHILD_ID: Shape = Shape {
    name: "ChildId",
    kind: Kind::String { length: Length::new(None, Some(100)), pattern: Some(&CHILD_ID_PATTERN) },
    sensitive: false,
};

/// `Children`.
pub static CHILDREN: Shape = Shape {
    name: "Children",
    kind: Kind::List(ListShape {
        element: &CHILD,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `CreateAccountName`.
pub static CREATE_ACCOUNT_NAME: Shape = Shape {
    name: "CreateAccountName",
    kind: Kind::String {
        length: Length::new(Some(1), Some(50)),
        pattern: Some(&CREATE_ACCOUNT_NAME_PATTERN),
    },
    sensitive: true,
};

/// `CreateAccountRequestId`.
pub static CREATE_ACCOUNT_REQUEST_ID: Shape = Shape {
    name: "CreateAccountRequestId",
    kind: Kind::String {
        length: Length::new(None, Some(36)),
        pattern: Some(&CREATE_ACCOUNT_REQUEST_ID_PATTERN),
    },
    sensitive: false,
};

/// `CreateAccountStates`.
pub static CREATE_ACCOUNT_STATES: Shape = Shape {
    name: "CreateAccountStates",
    kind: Kind::List(ListShape {
        element: &CREATE_ACCOUNT_STATE,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `CreateAccountStatuses`.
pub static CREATE_ACCOUNT_STATUSES: Shape = Shape {
    name: "CreateAccountStatuses",
    kind: Kind::List(ListShape {
        element: &CREATE_ACCOUNT_STATUS,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `DelegatedAdministrators`.
pub static DELEGATED_ADMINISTRATORS: Shape = Shape {
    name: "DelegatedAdministrators",
    kind: Kind::List(ListShape {
        element: &DELEGATED_ADMINISTRATOR,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `DelegatedServices`.
pub static DELEGATED_SERVICES: Shape = Shape {
    name: "DelegatedServices",
    kind: Kind::List(ListShape {
        element: &DELEGATED_SERVICE,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `EffectivePolicyValidationErrors`.
pub static EFFECTIVE_POLICY_VALIDATION_ERRORS: Shape = Shape {
    name: "EffectivePolicyValidationErrors",
    kind: Kind::List(ListShape {
        element: &EFFECTIVE_POLICY_VALIDATION_ERROR,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `Email`.
pub static EMAIL: Shape = Shape {
    name: "Email",
    kind: Kind::String { length: Length::new(Some(6), Some(64)), pattern: Some(&EMAIL_PATTERN) },
    sensitive: true,
};

/// `EnabledServicePrincipals`.
pub static ENABLED_SERVICE_PRINCIPALS: Shape = Shape {
    name: "EnabledServicePrincipals",
    kind: Kind::List(ListShape {
        element: &ENABLED_SERVICE_PRINCIPAL,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `ErrorCode`.
pub static ERROR_CODE: Shape =
    Shape { name: "ErrorCode", kind: Kind::String { length: Length::ANY, pattern: None }, sensitive: false };

/// `ErrorMessage`.
pub static ERROR_MESSAGE: Shape = Shape {
    name: "ErrorMessage",
    kind: Kind::String { length: Length::ANY, pattern: None },
    sensitive: false,
};

/// `GenericArn`.
pub static GENERIC_ARN: Shape = Shape {
    name: "GenericArn",
    kind: Kind::String { length: Length::ANY, pattern: Some(&GENERIC_ARN_PATTERN) },
    sensitive: false,
};

/// `HandshakeArn`.
pub static HANDSHAKE_ARN: Shape = Shape {
    name: "HandshakeArn",
    kind: Kind::String { length: Length::ANY, pattern: Some(&HANDSHAKE_ARN_PATTERN) },
    sensitive: false,
};

/// `HandshakeId`.
pub static HANDSHAKE_ID: Shape = Shape {
    name: "HandshakeId",
    kind: Kind::String { length: Length::new(None, Some(34)), pattern: Some(&HANDSHAKE_ID_PATTERN) },
    sensitive: false,
};

/// `HandshakeNotes`.
pub static HANDSHAKE_NOTES: Shape = Shape {
    name: "HandshakeNotes",
    kind: Kind::String { length: Length::new(None, Some(1024)), pattern: Some(&ACCOUNT_NAME_PATTERN) },
    sensitive: true,
};

/// `HandshakeParties`.
pub static HANDSHAKE_PARTIES: Shape = Shape {
    name: "HandshakeParties",
    kind: Kind::List(ListShape {
        element: &HANDSHAKE_PARTY,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `HandshakePartyId`.
pub static HANDSHAKE_PARTY_ID: Shape = Shape {
    name: "HandshakePartyId",
    kind: Kind::String { length: Length::new(Some(1), Some(64)), pattern: Some(&ACCOUNT_NAME_PATTERN) },
    sensitive: true,
};

/// `HandshakeResourceValue`.
pub static HANDSHAKE_RESOURCE_VALUE: Shape = Shape {
    name: "HandshakeResourceValue",
    kind: Kind::String { length: Length::ANY, pattern: None },
    sensitive: true,
};

/// `HandshakeResources`.
pub static HANDSHAKE_RESOURCES: Shape = Shape {
    name: "HandshakeResources",
    kind: Kind::List(ListShape {
        element: &HANDSHAKE_RESOURCE,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `Handshakes`.
pub static HANDSHAKES: Shape = Shape {
    name: "Handshakes",
    kind: Kind::List(ListShape {
        element: &HANDSHAKE,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `MaxResults`.
pub static MAX_RESULTS: Shape =
    Shape { name: "MaxResults", kind: Kind::Integer(Range::new(Some(1), Some(20))), sensitive: false };

/// `NextToken`.
pub static NEXT_TOKEN: Shape = Shape {
    name: "NextToken",
    kind: Kind::String { length: Length::new(None, Some(100000)), pattern: Some(&ACCOUNT_NAME_PATTERN) },
    sensitive: false,
};

/// `OrganizationArn`.
pub static ORGANIZATION_ARN: Shape = Shape {
    name: "OrganizationArn",
    kind: Kind::String { length: Length::ANY, pattern: Some(&ORGANIZATION_ARN_PATTERN) },
    sensitive: false,
};

/// `OrganizationId`.
pub static ORGANIZATION_ID: Shape = Shape {
    name: "OrganizationId",
    kind: Kind::String { length: Length::ANY, pattern: Some(&ORGANIZATION_ID_PATTERN) },
    sensitive: false,
};

/// `OrganizationalUnitArn`.
pub static ORGANIZATIONAL_UNIT_ARN: Shape = Shape {
    name: "OrganizationalUnitArn",
    kind: Kind::String { length: Length::ANY, pattern: Some(&ORGANIZATIONAL_UNIT_ARN_PATTERN) },
    sensitive: false,
};

/// `OrganizationalUnitId`.
pub static ORGANIZATIONAL_UNIT_ID: Shape = Shape {
    name: "OrganizationalUnitId",
    kind: Kind::String {
        length: Length::new(None, Some(68)),
        pattern: Some(&ORGANIZATIONAL_UNIT_ID_PATTERN),
    },
    sensitive: false,
};

/// `OrganizationalUnitName`.
pub static ORGANIZATIONAL_UNIT_NAME: Shape = Shape {
    name: "OrganizationalUnitName",
    kind: Kind::String { length: Length::new(Some(1), Some(128)), pattern: Some(&ACCOUNT_NAME_PATTERN) },
    sensitive: false,
};

/// `OrganizationalUnits`.
pub static ORGANIZATIONAL_UNITS: Shape = Shape {
    name: "OrganizationalUnits",
    kind: Kind::List(ListShape {
        element: &ORGANIZATIONAL_UNIT,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `ParentId`.
pub static PARENT_ID: Shape = Shape {
    name: "ParentId",
    kind: Kind::String { length: Length::new(None, Some(100)), pattern: Some(&PARENT_ID_PATTERN) },
    sensitive: false,
};

/// `Parents`.
pub static PARENTS: Shape = Shape {
    name: "Parents",
    kind: Kind::List(ListShape {
        element: &PARENT,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `Path`.
pub static PATH: Shape = Shape {
    name: "Path",
    kind: Kind::String { length: Length::ANY, pattern: Some(&PATH_PATTERN) },
    sensitive: false,
};

/// `PathToError`.
pub static PATH_TO_ERROR: Shape = Shape {
    name: "PathToError",
    kind: Kind::String { length: Length::ANY, pattern: None },
    sensitive: false,
};

/// `Paths`.
pub static PATHS: Shape = Shape {
    name: "Paths",
    kind: Kind::List(ListShape {
        element: &PATH,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `Policies`.
pub static POLICIES: Shape = Shape {
    name: "Policies",
    kind: Kind::List(ListShape {
        element: &POLICY_SUMMARY,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `PolicyArn`.
pub static POLICY_ARN: Shape = Shape {
    name: "PolicyArn",
    kind: Kind::String { length: Length::ANY, pattern: Some(&POLICY_ARN_PATTERN) },
    sensitive: false,
};

/// `PolicyContent`.
pub static POLICY_CONTENT: Shape = Shape {
    name: "PolicyContent",
    kind: Kind::String { length: Length::new(Some(1), None), pattern: Some(&ACCOUNT_NAME_PATTERN) },
    sensitive: false,
};

/// `PolicyDescription`.
pub static POLICY_DESCRIPTION: Shape = Shape {
    name: "PolicyDescription",
    kind: Kind::String { length: Length::new(None, Some(512)), pattern: Some(&ACCOUNT_NAME_PATTERN) },
    sensitive: false,
};

/// `PolicyId`.
pub static POLICY_ID: Shape = Shape {
    name: "PolicyId",
    kind: Kind::String { length: Length::new(None, Some(130)), pattern: Some(&POLICY_ID_PATTERN) },
    sensitive: false,
};

/// `PolicyIds`.
pub static POLICY_IDS: Shape = Shape {
    name: "PolicyIds",
    kind: Kind::List(ListShape {
        element: &POLICY_ID,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `PolicyName`.
pub static POLICY_NAME: Shape = Shape {
    name: "PolicyName",
    kind: Kind::String { length: Length::new(Some(1), Some(128)), pattern: Some(&ACCOUNT_NAME_PATTERN) },
    sensitive: false,
};

/// `PolicyTargetId`.
pub static POLICY_TARGET_ID: Shape = Shape {
    name: "PolicyTargetId",
    kind: Kind::String { length: Length::new(None, Some(100)), pattern: Some(&POLICY_TARGET_ID_PATTERN) },
    sensitive: false,
};

/// `PolicyTargets`.
pub static POLICY_TARGETS: Shape = Shape {
    name: "PolicyTargets",
    kind: Kind::List(ListShape {
        element: &POLICY_TARGET_SUMMARY,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `PolicyTypes`.
pub static POLICY_TYPES: Shape = Shape {
    name: "PolicyTypes",
    kind: Kind::List(ListShape {
        element: &POLICY_TYPE_SUMMARY,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `ResourcePolicyArn`.
pub static RESOURCE_POLICY_ARN: Shape = Shape {
    name: "ResourcePolicyArn",
    kind: Kind::String { length: Length::ANY, pattern: Some(&RESOURCE_POLICY_ARN_PATTERN) },
    sensitive: false,
};

/// `ResourcePolicyContent`.
pub static RESOURCE_POLICY_CONTENT: Shape = Shape {
    name: "ResourcePolicyContent",
    kind: Kind::String { length: Length::new(Some(1), Some(40000)), pattern: Some(&ACCOUNT_NAME_PATTERN) },
    sensitive: false,
};

/// `ResourcePolicyId`.
pub static RESOURCE_POLICY_ID: Shape = Shape {
    name: "ResourcePolicyId",
    kind: Kind::String { length: Length::new(None, Some(131)), pattern: Some(&RESOURCE_POLICY_ID_PATTERN) },
    sensitive: false,
};

/// `ResponsibilityTransferArn`.
pub static RESPONSIBILITY_TRANSFER_ARN: Shape = Shape {
    name: "ResponsibilityTransferArn",
    kind: Kind::String { length: Length::ANY, pattern: Some(&RESPONSIBILITY_TRANSFER_ARN_PATTERN) },
    sensitive: false,
};

/// `ResponsibilityTransferId`.
pub static RESPONSIBILITY_TRANSFER_ID: Shape = Shape {
    name: "ResponsibilityTransferId",
    kind: Kind::String { length: Length::ANY, pattern: Some(&RESPONSIBILITY_TRANSFER_ID_PATTERN) },
    sensitive: false,
};

/// `ResponsibilityTransferName`.
pub static RESPONSIBILITY_TRANSFER_NAME: Shape = Shape {
    name: "ResponsibilityTransferName",
    kind: Kind::String {
        length: Length::new(Some(1), Some(128)),
        pattern: Some(&RESPONSIBILITY_TRANSFER_NAME_PATTERN),
    },
    sensitive: true,
};

/// `ResponsibilityTransfers`.
pub static RESPONSIBILITY_TRANSFERS: Shape = Shape {
    name: "ResponsibilityTransfers",
    kind: Kind::List(ListShape {
        element: &RESPONSIBILITY_TRANSFER,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `RoleName`.
pub static ROLE_NAME: Shape = Shape {
    name: "RoleName",
    kind: Kind::String { length: Length::new(None, Some(64)), pattern: Some(&ROLE_NAME_PATTERN) },
    sensitive: false,
};

/// `RootArn`.
pub static ROOT_ARN: Shape = Shape {
    name: "RootArn",
    kind: Kind::String { length: Length::ANY, pattern: Some(&ROOT_ARN_PATTERN) },
    sensitive: false,
};

/// `RootId`.
pub static ROOT_ID: Shape = Shape {
    name: "RootId",
    kind: Kind::String { length: Length::new(None, Some(34)), pattern: Some(&ROOT_ID_PATTERN) },
    sensitive: false,
};

/// `RootName`.
pub static ROOT_NAME: Shape = Shape {
    name: "RootName",
    kind: Kind::String { length: Length::new(Some(1), Some(128)), pattern: None },
    sensitive: false,
};

/// `Roots`.
pub static ROOTS: Shape = Shape {
    name: "Roots",
    kind: Kind::List(ListShape {
        element: &ROOT,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `ServicePrincipal`.
pub static SERVICE_PRINCIPAL: Shape = Shape {
    name: "ServicePrincipal",
    kind: Kind::String { length: Length::new(Some(1), Some(128)), pattern: Some(&SERVICE_PRINCIPAL_PATTERN) },
    sensitive: false,
};

/// `TagKey`.
pub static TAG_KEY: Shape = Shape {
    name: "TagKey",
    kind: Kind::String { length: Length::new(Some(1), Some(128)), pattern: Some(&TAG_KEY_PATTERN) },
    sensitive: false,
};

/// `TagKeys`.
pub static TAG_KEYS: Shape = Shape {
    name: "TagKeys",
    kind: Kind::List(ListShape {
        element: &TAG_KEY,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `TagValue`.
pub static TAG_VALUE: Shape = Shape {
    name: "TagValue",
    kind: Kind::String { length: Length::new(Some(0), Some(256)), pattern: Some(&TAG_KEY_PATTERN) },
    sensitive: false,
};

/// `TaggableResourceId`.
pub static TAGGABLE_RESOURCE_ID: Shape = Shape {
    name: "TaggableResourceId",
    kind: Kind::String { length: Length::new(None, Some(130)), pattern: Some(&TAGGABLE_RESOURCE_ID_PATTERN) },
    sensitive: false,
};

/// `Tags`.
pub static TAGS: Shape = Shape {
    name: "Tags",
    kind: Kind::List(ListShape {
        element: &TAG,
        element_name: "member",
        flattened: false,
        length: Length::ANY,
    }),
    sensitive: false,
};

/// `TargetName`.
pub static TARGET_NAME: Shape = Shape {
    name: "TargetName",
    kind: Kind::String { length: Length::new(Some(1), Some(128)), pattern: None },
    sensitive: false,
};

/// `Timestamp`.
pub static TIMESTAMP: Shape = Shape { name: "Timestamp", kind: Kind::Timestamp, sensitive: false };

static ACCOUNT_NAME_PATTERN: Pattern =
    Pattern::new(r"[\s\S]*", r"[ \t\n\x0B\x0C\r[^ \t\n\x0B\x0C\r]]*", None);

static CREATE_ACCOUNT_NAME_PATTERN: Pattern = Pattern::new(
    r"[\u0020-\u007E]+",
    r"[\x{0020}-\x{007E}]+",
    Some(AsciiSet::new(0x7fffffffffffffffffffffff00000000, false)),
);

static SERVICE_PRINCIPAL_PATTERN: Pattern = Pattern::new(
    r"[\w+=,.@-]*",
    r"[0-9A-Za-z_+=,.@-]*",
    Some(AsciiSet::new(0x07fffffe87ffffff23ff780000000000, true)),
);

static ROLE_NAME_PATTERN: Pattern = Pattern::new(r"[\w+=,.@-]{1,64}", r"[0-9A-Za-z_+=,.@-]{1,64}", None);

static EMAIL_PATTERN: Pattern = Pattern::new(
    r"[^\s@]+@[^\s@]+\.[^\s@]+",
    r"[^ \t\n\x0B\x0C\r@]+@[^ \t\n\x0B\x0C\r@]+\.[^ \t\n\x0B\x0C\r@]+",
    None,
);

static TAG_KEY_PATTERN: Pattern =
    Pattern::new(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$", r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$", None);

static CHILD_ID_PATTERN: Pattern = Pattern::new(
    r"^(\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$",
    r"^([0-9]{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$",
    None,
);

static POLICY_ARN_PATTERN: Pattern = Pattern::new(
    r"^(arn:aws:organizations::\d{12}:policy\/o-[a-z0-9]{10,32}\/[0-9a-z_]+\/p-[0-9a-z]{10,32})|(arn:aws:organizations::aws:policy\/[0-9a-z_]+\/p-[0-9a-zA-Z_]{10,128})",
    r"^(arn:aws:organizations::[0-9]{12}:policy\/o-[a-z0-9]{10,32}\/[0-9a-z_]+\/p-[0-9a-z]{10,32})|(arn:aws:organizations::aws:policy\/[0-9a-z_]+\/p-[0-9a-zA-Z_]{10,128})",
    None,
);

static PATH_PATTERN: Pattern = Pattern::new(
    r"^(o-[a-z0-9]{10,32}\/r-[0-9a-z]{4,32}(\/ou\-[0-9a-z]{4,32}-[a-z0-9]{8,32})*(\/\d{12})*)\/",
    r"^(o-[a-z0-9]{10,32}\/r-[0-9a-z]{4,32}(\/ou\-[0-9a-z]{4,32}-[a-z0-9]{8,32})*(\/[0-9]{12})*)\/",
    None,
);

static POLICY_TARGET_ID_PATTERN: Pattern = Pattern::new(
    r"^(r-[0-9a-z]{4,32})|(\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$",
    r"^(r-[0-9a-z]{4,32})|([0-9]{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$",
    None,
);

static TAGGABLE_RESOURCE_ID_PATTERN: Pattern = Pattern::new(
    r"^(r-[0-9a-z]{4,32})|(\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})|(^p-[0-9a-zA-Z_]{8,128})|(^rp-[0-9a-zA-Z_]{4,128})|(^rt-[0-9a-zA-Z_]{8,32})$",
    r"^(r-[0-9a-z]{4,32})|([0-9]{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})|(^p-[0-9a-zA-Z_]{8,128})|(^rp-[0-9a-zA-Z_]{4,128})|(^rt-[0-9a-zA-Z_]{8,32})$",
    None,
);

static PARENT_ID_PATTERN: Pattern = Pattern::new(
    r"^(r-[0-9a-z]{4,32})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$",
    r"^(r-[0-9a-z]{4,32})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$",
    None,
);

static RESPONSIBILITY_TRANSFER_NAME_PATTERN: Pattern =
    Pattern::new(r"^[ -~]+$", r"^[ -~]+$", Some(AsciiSet::new(0x7fffffffffffffffffffffff00000000, false)));

static ACCOUNT_ID_PATTERN: Pattern = Pattern::new(r"^\d{12}$", r"^[0-9]{12}$", None);

static RESOURCE_POLICY_ARN_PATTERN: Pattern = Pattern::new(
    r"^arn:[a-z0-9][a-z0-9-.]{0,62}:organizations::\d{12}:resourcepolicy\/o-[a-z0-9]{10,32}\/rp-[0-9a-zA-Z_]{4,128}",
    r"^arn:[a-z0-9][a-z0-9-.]{0,62}:organizations::[0-9]{12}:resourcepolicy\/o-[a-z0-9]{10,32}\/rp-[0-9a-zA-Z_]{4,128}",
    None,
);

static RESPONSIBILITY_TRANSFER_ARN_PATTERN: Pattern = Pattern::new(
    r"^arn:[a-z0-9][a-z0-9-.]{0,62}:organizations::\d{12}:transfer\/o-[a-z0-9]{10,32}\/(billing)\/(inbound|outbound)\/rt-[0-9a-z]{8,32}$",
    r"^arn:[a-z0-9][a-z0-9-.]{0,62}:organizations::[0-9]{12}:transfer\/o-[a-z0-9]{10,32}\/(billing)\/(inbound|outbound)\/rt-[0-9a-z]{8,32}$",
    None,
);

static GENERIC_ARN_PATTERN: Pattern =
    Pattern::new(r"^arn:aws:organizations::.+:.+", r"^arn:aws:organizations::.+:.+", None);

static ACCOUNT_ARN_PATTERN: Pattern = Pattern::new(
    r"^arn:aws:organizations::\d{12}:account\/o-[a-z0-9]{10,32}\/\d{12}",
    r"^arn:aws:organizations::[0-9]{12}:account\/o-[a-z0-9]{10,32}\/[0-9]{12}",
    None,
);

static HANDSHAKE_ARN_PATTERN: Pattern = Pattern::new(
    r"^arn:aws:organizations::\d{12}:handshake\/o-[a-z0-9]{10,32}\/[a-z_]{1,32}\/h-[0-9a-z]{8,32}",
    r"^arn:aws:organizations::[0-9]{12}:handshake\/o-[a-z0-9]{10,32}\/[a-z_]{1,32}\/h-[0-9a-z]{8,32}",
    None,
);

static ORGANIZATION_ARN_PATTERN: Pattern = Pattern::new(
    r"^arn:aws:organizations::\d{12}:organization\/o-[a-z0-9]{10,32}",
    r"^arn:aws:organizations::[0-9]{12}:organization\/o-[a-z0-9]{10,32}",
    None,
);

static ORGANIZATIONAL_UNIT_ARN_PATTERN: Pattern = Pattern::new(
    r"^arn:aws:organizations::\d{12}:ou\/o-[a-z0-9]{10,32}\/ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}",
    r"^arn:aws:organizations::[0-9]{12}:ou\/o-[a-z0-9]{10,32}\/ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}",
    None,
);

static ROOT_ARN_PATTERN: Pattern = Pattern::new(
    r"^arn:aws:organizations::\d{12}:root\/o-[a-z0-9]{10,32}\/r-[0-9a-z]{4,32}",
    r"^arn:aws:organizations::[0-9]{12}:root\/o-[a-z0-9]{10,32}\/r-[0-9a-z]{4,32}",
    None,
);

static CREATE_ACCOUNT_REQUEST_ID_PATTERN: Pattern =
    Pattern::new(r"^car-[a-z0-9]{8,32}$", r"^car-[a-z0-9]{8,32}$", None);

static HANDSHAKE_ID_PATTERN: Pattern = Pattern::new(r"^h-[0-9a-z]{8,32}$", r"^h-[0-9a-z]{8,32}$", None);

static ORGANIZATION_ID_PATTERN: Pattern = Pattern::new(r"^o-[a-z0-9]{10,32}$", r"^o-[a-z0-9]{10,32}$", None);

static ORGANIZATIONAL_UNIT_ID_PATTERN: Pattern =
    Pattern::new(r"^ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}$", r"^ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}$", None);

static POLICY_ID_PATTERN: Pattern =
    Pattern::new(r"^p-[0-9a-zA-Z_]{8,128}$", r"^p-[0-9a-zA-Z_]{8,128}$", None);

static ROOT_ID_PATTERN: Pattern = Pattern::new(r"^r-[0-9a-z]{4,32}$", r"^r-[0-9a-z]{4,32}$", None);

static RESOURCE_POLICY_ID_PATTERN: Pattern =
    Pattern::new(r"^rp-[0-9a-zA-Z_]{4,128}$", r"^rp-[0-9a-zA-Z_]{4,128}$", None);

static RESPONSIBILITY_TRANSFER_ID_PATTERN: Pattern =
    Pattern::new(r"^rt-[0-9a-z]{8,32}$", r"^rt-[0-9a-z]{8,32}$", None);
