//! The rules of policy evaluation that are easy to get wrong, each with cases of the corpus that fail if it is got wrong.
//!
//! What is a rule of sessions and of the simulator, and not of evaluation, is proven where those are.

/// A rule and the ids of its cases.
pub(crate) type Rule = (&'static str, &'static [&'static str]);

pub(crate) const RULES: &[Rule] = &[
    (
        "a missing key fails a positive operator and holds for a negated one, in Allow and in Deny",
        &[
            "strings-equals-missing-key-fails",
            "strings-equals-missing-key-does-not-deny",
            "strings-not-equals-missing-key-holds",
            "strings-not-equals-missing-key-denies",
        ],
    ),
    (
        "a missing key holds for IfExists and ForAllValues, and fails ForAnyValue even when that is negated",
        &[
            "presence-if-exists-missing-holds",
            "for_all-missing-holds",
            "for_any-missing-fails",
            "for_any-not-equals-missing-fails-although-negated",
        ],
    ),
    (
        "an empty set is a missing key, and Null closes the hole that ForAllValues leaves",
        &[
            "presence-null-empty-list-is-missing",
            "for_all-empty-set-holds",
            "for_all-empty-closed-by-null",
            "for_all-missing-closed-by-null",
        ],
    ),
    (
        "the values of a key are ORed, of a negated operator NORed",
        &[
            "strings-equals-any-of-list-last",
            "strings-not-equals-is-nor-of-list",
            "numeric-not-equals-nor",
            "dates-not-equals-nor",
            "addresses-not-nor",
            "arns-not-like-nor",
        ],
    ),
    (
        "operators and keys are ANDed, and an empty Condition holds",
        &[
            "strings-two-keys-are-anded-one",
            "strings-two-operators-are-anded-one",
            "strings-empty-condition-holds",
        ],
    ),
    (
        "ForAllValues with a negated operator wants none of the values listed, ForAnyValue one that is not",
        &[
            "for_all-not-equals-none-listed",
            "for_all-not-equals-one-listed",
            "for_any-not-equals-one-outside",
            "for_any-not-equals-all-listed",
        ],
    ),
    (
        "a single-valued key is a set of one",
        &["for_all-single-valued-key-is-a-set-of-one", "for_any-single-valued-key"],
    ),
    (
        "condition keys ignore case, names of tags included; values do not",
        &[
            "strings-key-case-is-ignored",
            "strings-key-case-of-tag-name-is-ignored",
            "strings-equals-case-of-value-counts",
            "strings-ignore-case-equal",
        ],
    ),
    (
        "wildcards work in Like and Arn operators only, and every other character is literal",
        &[
            "strings-equals-star-is-literal",
            "strings-like-star-at-end",
            "strings-like-dot-is-literal",
            "strings-like-brackets-are-literal",
            "arns-equals-takes-star-like-arn-like",
        ],
    ),
    (
        "a star also matches nothing, a question mark one character",
        &[
            "strings-like-star-matches-nothing-too",
            "strings-like-question-mark-not-none",
            "strings-like-question-mark-is-one-character-not-byte",
        ],
    ),
    (
        "ARNs are matched part by part, and the last part keeps its colons",
        &[
            "arns-star-stays-within-its-part",
            "arns-last-part-keeps-its-colons",
            "arns-arn-like-does-not-cross-parts",
            "arns-string-like-crosses-parts-where-arn-like-does-not",
        ],
    ),
    (
        "numbers compare as numbers, unquoted ones too",
        &[
            "numeric-less-is-numeric-not-textual",
            "numeric-equals-unquoted",
            "numeric-equals-decimal-point",
            "booleans-unquoted",
        ],
    ),
    (
        "dates compare as instants, whatever their notation",
        &[
            "dates-equals-by-instant-offset",
            "dates-equals-fraction",
            "dates-equals-date-only-is-midnight",
            "dates-equals-epoch",
        ],
    ),
    (
        "addresses compare as addresses, host bits masked, the two families apart",
        &[
            "addresses-single-address-is-32-bits",
            "addresses-host-bits-are-masked",
            "addresses-v6-spelling",
            "addresses-whole-v4-is-not-v6",
            "addresses-not-other-family",
        ],
    ),
    (
        "Bool fails for a missing key, whatever the value",
        &[
            "booleans-missing-is-not-true",
            "booleans-missing-is-not-false-either",
            "booleans-deny-without-mfa-if-exists-hits-long-term-keys",
        ],
    ),
    ("BinaryEquals compares bytes", &["binary-padding-is-spelling", "binary-other-bytes"]),
    (
        "names of variables ignore case, defaults stand in, escapes are literal",
        &[
            "variables-name-ignores-case",
            "variables-default-when-missing",
            "variables-escaped-star-is-not-a-wildcard",
            "variables-escaped-question-mark-is-not-a-wildcard",
            "variables-escaped-dollar",
        ],
    ),
    (
        "what is put in for a variable is never a wildcard",
        &["variables-value-with-star-is-literal", "variables-star-in-value-is-literal-in-string-like"],
    ),
    (
        "a variable without value matches no resource, fails a positive operator and holds for a negated one",
        &[
            "variables-unresolved-matches-nothing-even-with-star",
            "variables-unresolved-is-not-the-empty-text",
            "variables-unresolved-fails-positive",
            "variables-unresolved-holds-negated",
        ],
    ),
    (
        "variables belong to the language of 2012 and to strings and ARNs, and have one value",
        &[
            "variables-old-version-is-literal",
            "variables-no-version-is-not-expanded",
            "variables-multi-valued-key-is-no-variable",
            "variables-not-in-bool",
            "variables-not-in-null",
            "numeric-variable-is-not-expanded",
            "addresses-variable-is-not-expanded",
        ],
    ),
    (
        "actions ignore case, resources do not",
        &["actions-prefix-ignores-case", "actions-name-ignores-case", "resources-case-counts"],
    ),
    (
        "a star crosses slashes, and colons in the last part of an ARN only",
        &[
            "resources-star-crosses-slash",
            "resources-last-part-star-crosses-colons",
            "resources-star-in-account-part-does-not-cross",
        ],
    ),
    (
        "an action without resource types is evaluated on everything",
        &[
            "resources-no-resource-type-needs-star",
            "resources-no-resource-type-star",
            "resources-no-resource-type-not-resource-covers",
        ],
    ),
    (
        "an explicit deny wins, wherever it stands",
        &[
            "same_account-identity-denies-over-resource",
            "same_account-resource-denies-user",
            "boundaries-user-named-by-resource-but-boundary-denies",
            "sessions-session-named-but-session-policy-denies",
            "scp-denies-grants-of-resource-policies",
            "rcp-scp-passes-rcp-denies",
        ],
    ),
    (
        "a policy that names the user or the session itself is enough in its account",
        &[
            "same_account-resource-names-user",
            "same_account-resource-names-everyone",
            "boundaries-user-named-by-resource-is-not-limited",
            "boundaries-session-named-by-resource-is-not-limited",
            "sessions-session-named-by-resource-is-not-limited",
        ],
    ),
    (
        "a policy that names the role, or the user of a federated session, leaves the limits in place",
        &[
            "boundaries-role-named-by-resource-is-limited",
            "sessions-role-named-by-resource-is-limited",
            "sessions-federated-user-of-named-user-is-limited",
        ],
    ),
    (
        "an account as principal delegates in Allow, and means everybody of it in Deny",
        &[
            "same_account-resource-names-account-delegates",
            "same_account-resource-names-account-id-delegates",
            "same_account-resource-denies-account-hits-its-users",
        ],
    ),
    (
        "across accounts both sides have to allow, and every limit counts",
        &[
            "cross_account-only-resource-allows-user",
            "cross_account-only-identity-allows",
            "cross_account-boundary-limits-although-user-named",
            "cross_account-session-policy-limits-although-session-named",
        ],
    ),
    (
        "NotPrincipal with Deny never spares a principal that has a boundary",
        &[
            "not_principal-user-and-account-listed",
            "not_principal-listed-user-with-boundary-is-denied",
            "not_principal-listed-role-with-boundary-is-denied",
        ],
    ),
    (
        "boundaries and session policies grant nothing, and session policies are one union",
        &[
            "boundaries-boundary-alone-grants-nothing",
            "sessions-session-grants-nothing",
            "sessions-several-are-one-union",
        ],
    ),
    (
        "every level of service control policies has to allow, and those of one level add up",
        &[
            "scp-middle-level-silent",
            "scp-levels-are-not-a-union",
            "scp-policies-of-one-level-add-up",
            "scp-level-without-policies-denies",
        ],
    ),
    (
        "service control policies limit root users and grants of resources, and spare the management account and service-linked roles",
        &[
            "scp-limits-root-of-member-account",
            "scp-limits-grants-of-resource-policies",
            "scp-management-account-is-not-limited",
            "scp-service-linked-role-is-not-limited",
        ],
    ),
    (
        "resource control policies include full access and limit whoever asks",
        &["rcp-empty-level-does-not-deny", "rcp-outsiders-are-denied", "rcp-root-is-denied"],
    ),
    (
        "a role needs to be trusted, and trust in an account needs permission besides",
        &[
            "trust-identity-alone-is-never-enough",
            "trust-account-named-identity-silent",
            "trust-user-named-needs-no-identity-policy",
            "trust-cross-account-user-named-identity-silent",
        ],
    ),
    (
        "the policy of a key has to enable identity policies",
        &["kms-identity-without-key-policy", "kms-default-policy-enables-identity-policies"],
    ),
    (
        "the ARN of a session's principal is that of its role; sessions have no user name, long-term keys no issue time",
        &[
            "arns-principal-arn-of-session-is-the-role",
            "arns-principal-arn-of-session-is-not-the-session",
            "principals-session-has-no-username-key",
            "dates-token-issue-time-deny-not-long-term-keys",
        ],
    ),
    (
        "tagging a session and naming its source have to be trusted as assuming the role is",
        &[
            "trust-tag-session-needs-its-action",
            "trust-tag-session-delegated-needs-identity",
            "trust-source-identity-other",
        ],
    ),
    (
        "a trust policy means the very user or role, not whoever has the name later",
        &["principals-unique-id-of-a-deleted-user-matches-nobody"],
    ),
    (
        "passing a role is an action of its own, and so is a boundary a condition",
        &[
            "passing-role-needs-its-action",
            "passing-role-to-the-service",
            "passing-role-to-another-service",
            "boundaries-delegated-administration-without-the-boundary",
        ],
    ),
    (
        "untagging tells the keys of the tags",
        &["tagging-untag-of-a-forbidden-key", "tagging-untag-of-other-keys"],
    ),
    (
        "checks of a document have an order",
        &[
            "identity-order-syntax-before-version",
            "identity-order-version-before-legacy",
            "identity-order-legacy-before-sid",
            "identity-order-sid-before-actions",
            "identity-order-actions-before-resource-format",
            "identity-order-resource-format-before-vendor",
            "identity-order-vendor-before-missing-resource",
        ],
    ),
    (
        "trust policies have another validator",
        &["trust-not-json", "trust-resource", "trust-old-version", "trust-no-version", "trust-no-action"],
    ),
];
