"""What callers with certain policies ask for, and what must come of it: data for test_enforcement.

A scenario has an identity (`user` or `role`: inline and managed policies, groups, boundary, tags), the way its credentials
are come by (`via`), and calls. A call is an operation of IAM or STS with its parameters and the verdict: "allowed", or the
kind of denial and the layer that denied. `{self}` is the name of the identity, `{account}` that of the account. Every call
to IAM is asked of SimulatePrincipalPolicy too, with the condition keys in `context` besides the usual ones, unless
`simulated` is false.
"""

ADMIN = "arn:aws:iam::aws:policy/AdministratorAccess"
READ_ONLY = "arn:aws:iam::aws:policy/IAMReadOnlyAccess"
USER = "arn:aws:iam::{account}:user/{self}"

ALLOWED = "allowed"
NO_IDENTITY = "implicitDeny identity"
NO_BOUNDARY = "implicitDeny boundary"
NO_SESSION = "implicitDeny session"
NO_TRUST = "implicitDeny trust"
DENIED = "explicitDeny identity"
DENIED_BY_BOUNDARY = "explicitDeny boundary"
DENIED_BY_SESSION = "explicitDeny session"
DENIED_BY_TRUST = "explicitDeny trust"


def statement(effect, actions, resources="*", condition=None, **more):
    built = {"Effect": effect, "Action": actions, "Resource": resources, **more}
    if condition:
        built["Condition"] = condition
    return built


def allow(actions, resources="*", condition=None, **more):
    return statement("Allow", actions, resources, condition, **more)


def deny(actions, resources="*", condition=None, **more):
    return statement("Deny", actions, resources, condition, **more)


def without(built, *names, **more):
    """A statement with NotAction or NotResource in place of what it names."""
    return {**{name: value for name, value in built.items() if name not in names}, **more}


def trusts(principal, actions="sts:AssumeRole", condition=None, effect="Allow"):
    built = {"Effect": effect, "Principal": principal, "Action": actions}
    if condition:
        built["Condition"] = condition
    return built


GET_SELF = ("iam", "GetUser", {"UserName": "{self}"})
GET_OTHER = ("iam", "GetUser", {"UserName": "other"})
LIST = ("iam", "ListUsers", {})
LIST_ROLES = ("iam", "ListRoles", {})
SUMMARY = ("iam", "GetAccountSummary", {})
TAG_SELF = ("iam", "TagUser", {"UserName": "{self}", "Tags": [{"Key": "Team", "Value": "red"}]})
UNTAG_SELF = ("iam", "UntagUser", {"UserName": "{self}", "TagKeys": ["Team"]})
IDENTITY = ("sts", "GetCallerIdentity", {})
SESSION_TOKEN = ("sts", "GetSessionToken", {})


def user(*inline, **more):
    return {"kind": "user", "inline": list(inline), **more}


def role(*inline, **more):
    return {"kind": "role", "inline": list(inline), **more}


def when(operator, key, value):
    return {operator: {key: value}}


SCENARIOS = [
    {
        "name": "a user without policies",
        "identity": user(),
        "calls": [
            (GET_SELF, NO_IDENTITY),
            (GET_OTHER, NO_IDENTITY),
            (LIST, NO_IDENTITY),
            (SUMMARY, NO_IDENTITY),
            (TAG_SELF, NO_IDENTITY),
            (IDENTITY, ALLOWED),
            (SESSION_TOKEN, ALLOWED),
            (("iam", "CreateUser", {"UserName": "nobody"}), NO_IDENTITY),
            (("sts", "GetFederationToken", {"Name": "kim"}), NO_IDENTITY),
        ],
    },
    {
        "name": "one action on one resource",
        "identity": user(allow("iam:GetUser", USER)),
        "calls": [(GET_SELF, ALLOWED), (GET_OTHER, NO_IDENTITY), (LIST, NO_IDENTITY)],
    },
    {
        "name": "wildcards in actions",
        "identity": user(allow(["iam:Get*", "IAM:list?sers"])),
        "calls": [
            (GET_SELF, ALLOWED),
            (GET_OTHER, ALLOWED),
            (SUMMARY, ALLOWED),
            (LIST, ALLOWED),
            (LIST_ROLES, NO_IDENTITY),
            (TAG_SELF, NO_IDENTITY),
        ],
    },
    {
        "name": "wildcards in resources",
        "identity": user(allow("iam:GetUser", "arn:aws:iam::*:user/o*er")),
        "calls": [(GET_OTHER, ALLOWED), (GET_SELF, NO_IDENTITY)],
    },
    {
        "name": "resources know case",
        "identity": user(allow("iam:GetUser", "arn:aws:iam::{account}:user/OTHER")),
        "calls": [(GET_OTHER, NO_IDENTITY)],
    },
    {
        "name": "an action without resource types is on everything",
        "identity": user(allow(["iam:ListUsers", "iam:GetAccountSummary"], "arn:aws:iam::{account}:user/*")),
        "calls": [(LIST, NO_IDENTITY), (SUMMARY, NO_IDENTITY)],
    },
    {
        "name": "NotResource covers everything else",
        "identity": user(
            without(allow("iam:*"), "Resource", NotResource="arn:aws:iam::{account}:user/other")
        ),
        "calls": [(GET_OTHER, NO_IDENTITY), (GET_SELF, ALLOWED), (LIST, ALLOWED)],
    },
    {
        "name": "NotAction covers everything else",
        "identity": user(without(allow(""), "Action", NotAction="iam:List*")),
        "calls": [(GET_SELF, ALLOWED), (LIST, NO_IDENTITY), (LIST_ROLES, NO_IDENTITY), (SUMMARY, ALLOWED)],
    },
    {
        "name": "a deny wins",
        "identity": user(allow("*"), deny("iam:GetUser", "arn:aws:iam::{account}:user/other")),
        "calls": [(GET_SELF, ALLOWED), (GET_OTHER, DENIED), (LIST, ALLOWED)],
    },
    {
        "name": "a deny of everything but some",
        "identity": user(allow("*"), without(deny(""), "Action", NotAction=["iam:Get*", "sts:*"])),
        "calls": [(GET_SELF, ALLOWED), (LIST, DENIED), (IDENTITY, ALLOWED)],
    },
    {
        "name": "nobody can be denied to know who he is",
        "identity": user(deny("*")),
        "calls": [(IDENTITY, ALLOWED), (SESSION_TOKEN, ALLOWED), (GET_SELF, DENIED)],
    },
    {
        "name": "a managed policy of AWS",
        "identity": user(managed=[READ_ONLY]),
        "calls": [
            (GET_SELF, ALLOWED),
            (LIST, ALLOWED),
            (SUMMARY, ALLOWED),
            (TAG_SELF, NO_IDENTITY),
            (("iam", "DeleteUser", {"UserName": "other"}), NO_IDENTITY),
        ],
    },
    {
        "name": "an administrator",
        "identity": user(managed=[ADMIN]),
        "calls": [
            (GET_SELF, ALLOWED),
            (LIST, ALLOWED),
            (TAG_SELF, ALLOWED),
            (UNTAG_SELF, ALLOWED),
            (("iam", "GetRole", {"RoleName": "missing"}), ALLOWED),
            (("sts", "GetFederationToken", {"Name": "kim"}), ALLOWED),
        ],
    },
    {
        "name": "a managed policy of the account",
        "identity": user(own_managed=[allow("iam:ListUsers")]),
        "calls": [(LIST, ALLOWED), (LIST_ROLES, NO_IDENTITY)],
    },
    {
        "name": "policies of groups",
        "identity": user(groups=[[allow("iam:ListUsers")], [allow("iam:ListRoles")]]),
        "calls": [(LIST, ALLOWED), (LIST_ROLES, ALLOWED), (SUMMARY, NO_IDENTITY)],
    },
    {
        "name": "a deny of a group",
        "identity": user(allow("iam:*"), groups=[[deny("iam:ListUsers")]]),
        "calls": [(LIST, DENIED), (LIST_ROLES, ALLOWED)],
    },
    {
        "name": "policies add up",
        "identity": user(allow("iam:ListUsers"), managed=[READ_ONLY], groups=[[allow("iam:TagUser", USER)]]),
        "calls": [(LIST, ALLOWED), (GET_OTHER, ALLOWED), (TAG_SELF, ALLOWED), (UNTAG_SELF, NO_IDENTITY)],
    },
    {
        "name": "a boundary limits",
        "identity": user(allow("iam:*"), boundary=[allow(["iam:Get*", "iam:ListUsers"])]),
        "calls": [
            (GET_SELF, ALLOWED),
            (LIST, ALLOWED),
            (LIST_ROLES, NO_BOUNDARY),
            (TAG_SELF, NO_BOUNDARY),
            (IDENTITY, ALLOWED),
        ],
    },
    {
        "name": "a boundary grants nothing",
        "identity": user(boundary=[allow("*")]),
        "calls": [(GET_SELF, NO_IDENTITY), (LIST, NO_IDENTITY)],
    },
    {
        "name": "a boundary denies",
        "identity": user(allow("iam:*"), boundary=[allow("*"), deny("iam:ListUsers")]),
        "calls": [(LIST, DENIED_BY_BOUNDARY), (GET_SELF, ALLOWED)],
    },
    {
        "name": "variables stand for the user",
        "identity": user(
            allow("iam:GetUser", "arn:aws:iam::*:user/${aws:username}"),
            allow("iam:ListUsers", condition=when("StringEquals", "aws:userid", "${aws:userid}")),
        ),
        "calls": [(GET_SELF, ALLOWED), (GET_OTHER, NO_IDENTITY), (LIST, ALLOWED)],
    },
    {
        "name": "a variable that has no value matches nothing",
        "identity": user(
            allow("iam:GetUser", "arn:aws:iam::*:user/${aws:PrincipalTag/none}*"),
            allow("iam:ListUsers", condition=when("StringEquals", "aws:username", "${aws:PrincipalTag/none, '{self}'}")),
        ),
        "calls": [(GET_SELF, NO_IDENTITY), (LIST, ALLOWED)],
    },
    {
        "name": "tags of the principal",
        "identity": user(
            allow("iam:ListUsers", condition=when("StringEquals", "aws:PrincipalTag/team", "red")),
            allow("iam:ListRoles", condition=when("StringEquals", "aws:PrincipalTag/Team", "Red")),
            allow("iam:GetAccountSummary", condition=when("StringEqualsIgnoreCase", "aws:principaltag/TEAM", "RED")),
            allow("iam:GetUser", condition=when("Null", "aws:PrincipalTag/Cost", "true")),
            tags={"Team": "red"},
        ),
        "calls": [(LIST, ALLOWED), (LIST_ROLES, NO_IDENTITY), (SUMMARY, ALLOWED), (GET_OTHER, ALLOWED)],
    },
    {
        "name": "tags of the resource",
        "identity": user(
            allow("iam:GetUser", condition=when("StringEquals", "iam:ResourceTag/Owner", "${aws:username}")),
            allow("iam:TagUser", condition=when("StringEquals", "aws:ResourceTag/Level", "1")),
            tags={"Owner": "{self}", "Level": "1"},
        ),
        "context": {"iam:ResourceTag/Owner": "{self}", "aws:ResourceTag/Level": "1"},
        "calls": [(GET_SELF, ALLOWED), (TAG_SELF, ALLOWED)],
    },
    {
        "name": "tags of another resource",
        "identity": user(
            allow("iam:GetUser", condition=when("StringEquals", "iam:ResourceTag/Owner", "${aws:username}")),
            deny("iam:ListGroupsForUser", condition=when("StringNotEquals", "aws:ResourceTag/Owner", "ann")),
            tags={"Owner": "{self}"},
        ),
        "calls": [
            (GET_OTHER, NO_IDENTITY),
            (("iam", "ListGroupsForUser", {"UserName": "other"}), DENIED),
        ],
    },
    {
        "name": "tags of the request",
        "identity": user(
            allow(
                "iam:TagUser",
                condition={
                    "StringEquals": {"aws:RequestTag/Team": ["red", "blue"]},
                    "ForAllValues:StringEquals": {"aws:TagKeys": ["Team", "Cost"]},
                },
            )
        ),
        "context": {"aws:RequestTag/Team": "red", "aws:TagKeys": ["Team"]},
        "calls": [(TAG_SELF, ALLOWED), (UNTAG_SELF, NO_IDENTITY)],
    },
    {
        "name": "a tag that is not permitted",
        "identity": user(
            allow("iam:TagUser", condition=when("ForAllValues:StringEquals", "aws:TagKeys", ["Cost"])),
            allow("iam:UntagUser", condition=when("ForAnyValue:StringEquals", "aws:TagKeys", ["Team"])),
        ),
        "context": {"aws:TagKeys": ["Team"]},
        "calls": [(TAG_SELF, NO_IDENTITY), (UNTAG_SELF, ALLOWED)],
    },
    {
        "name": "making something with tags needs the permission to tag",
        "identity": user(allow("iam:CreateUser")),
        "calls": [
            (("iam", "CreateUser", {"UserName": "made-{self}"}), ALLOWED),
            (
                ("iam", "CreateUser", {"UserName": "tagged-{self}", "Tags": [{"Key": "a", "Value": "b"}]}),
                NO_IDENTITY,
            ),
        ],
    },
    {
        "name": "the address that a request comes from",
        "identity": user(
            allow("iam:ListUsers", condition=when("IpAddress", "aws:SourceIp", ["127.0.0.0/8", "::1"])),
            allow("iam:ListRoles", condition=when("IpAddress", "aws:SourceIp", "203.0.113.0/24")),
            allow("iam:GetUser", condition=when("NotIpAddress", "aws:SourceIp", "203.0.113.0/24")),
            allow("iam:GetAccountSummary", condition=when("NotIpAddress", "aws:SourceIp", "127.0.0.1")),
        ),
        "calls": [(LIST, ALLOWED), (LIST_ROLES, NO_IDENTITY), (GET_SELF, ALLOWED), (SUMMARY, NO_IDENTITY)],
    },
    {
        "name": "dates",
        "identity": user(
            allow("iam:ListUsers", condition=when("DateGreaterThan", "aws:CurrentTime", "2020-01-01T00:00:00Z")),
            allow("iam:ListRoles", condition=when("DateLessThan", "aws:CurrentTime", "2020-01-01")),
            allow("iam:GetUser", condition=when("NumericGreaterThan", "aws:EpochTime", "1577836800")),
            allow("iam:GetAccountSummary", condition=when("DateLessThan", "aws:EpochTime", "1577836800")),
        ),
        "calls": [(LIST, ALLOWED), (LIST_ROLES, NO_IDENTITY), (GET_SELF, ALLOWED), (SUMMARY, NO_IDENTITY)],
    },
    {
        "name": "what else is known of a request",
        "identity": user(
            allow("iam:ListUsers", condition=when("StringEquals", "aws:RequestedRegion", "us-east-1")),
            allow("iam:ListRoles", condition=when("Bool", "aws:SecureTransport", "true")),
            allow("iam:GetUser", condition=when("Bool", "aws:ViaAWSService", "false")),
            allow("iam:GetAccountSummary", condition=when("StringLike", "aws:UserAgent", "*Boto3*")),
            allow("iam:TagUser", condition=when("StringEquals", "aws:Referer", "https://example.com/")),
        ),
        "context": {"aws:UserAgent": "Boto3/1"},
        "calls": [
            (LIST, ALLOWED),
            (LIST_ROLES, NO_IDENTITY),
            (GET_SELF, ALLOWED),
            (SUMMARY, ALLOWED),
            (TAG_SELF, NO_IDENTITY),
        ],
    },
    {
        "name": "what is known of the principal",
        "identity": user(
            allow("iam:ListUsers", condition=when("ArnEquals", "aws:PrincipalArn", USER)),
            allow("iam:ListRoles", condition=when("StringEquals", "aws:PrincipalAccount", "{account}")),
            allow("iam:GetUser", condition=when("StringEquals", "aws:PrincipalType", "User")),
            allow("iam:GetAccountSummary", condition=when("StringEquals", "aws:PrincipalOrgID", "o-1234567890")),
            allow("iam:TagUser", condition=when("Bool", "aws:PrincipalIsAWSService", "false")),
            allow("iam:UntagUser", condition=when("StringEquals", "aws:ResourceAccount", "{account}")),
        ),
        "calls": [
            (LIST, ALLOWED),
            (LIST_ROLES, ALLOWED),
            (GET_SELF, ALLOWED),
            (SUMMARY, NO_IDENTITY),
            (TAG_SELF, ALLOWED),
            (UNTAG_SELF, ALLOWED),
        ],
    },
    {
        "name": "long-term credentials know nothing of multi-factor authentication",
        "identity": user(
            allow("iam:ListUsers", condition=when("Bool", "aws:MultiFactorAuthPresent", "true")),
            allow("iam:ListRoles", condition=when("Bool", "aws:MultiFactorAuthPresent", "false")),
            allow("iam:GetUser", condition=when("BoolIfExists", "aws:MultiFactorAuthPresent", "true")),
            allow("iam:GetAccountSummary", condition=when("Null", "aws:TokenIssueTime", "true")),
            allow("iam:TagUser", condition=when("NumericLessThan", "aws:MultiFactorAuthAge", "300")),
        ),
        "calls": [
            (LIST, NO_IDENTITY),
            (LIST_ROLES, NO_IDENTITY),
            (GET_SELF, ALLOWED),
            (SUMMARY, ALLOWED),
            (TAG_SELF, NO_IDENTITY),
        ],
    },
    {
        "name": "operators that are negated hold for a missing key",
        "identity": user(
            allow("iam:ListUsers", condition=when("StringNotEquals", "aws:PrincipalTag/x", "y")),
            allow("iam:ListRoles", condition=when("StringEquals", "aws:PrincipalTag/x", "y")),
            allow("iam:GetUser", condition=when("StringEqualsIfExists", "aws:PrincipalTag/x", "y")),
            allow("iam:GetAccountSummary", condition=when("ForAnyValue:StringNotEquals", "aws:TagKeys", "y")),
        ),
        "calls": [(LIST, ALLOWED), (LIST_ROLES, NO_IDENTITY), (GET_SELF, ALLOWED), (SUMMARY, NO_IDENTITY)],
    },
    {
        "name": "attaching only certain policies",
        "identity": user(
            allow("iam:AttachUserPolicy", condition=when("ArnEquals", "iam:PolicyARN", READ_ONLY)),
        ),
        "context": {"iam:PolicyARN": READ_ONLY},
        "calls": [(("iam", "AttachUserPolicy", {"UserName": "{self}", "PolicyArn": READ_ONLY}), ALLOWED)],
    },
    {
        "name": "attaching other policies",
        "identity": user(
            allow("iam:AttachUserPolicy", condition=when("ArnEquals", "iam:PolicyARN", READ_ONLY)),
        ),
        "context": {"iam:PolicyARN": ADMIN},
        "calls": [(("iam", "AttachUserPolicy", {"UserName": "{self}", "PolicyArn": ADMIN}), NO_IDENTITY)],
    },
    {
        "name": "users only with a boundary",
        "identity": user(
            allow("iam:CreateUser", condition=when("StringEquals", "iam:PermissionsBoundary", READ_ONLY))
        ),
        "context": {"iam:PermissionsBoundary": READ_ONLY},
        "calls": [
            (
                ("iam", "CreateUser", {"UserName": "bounded-{self}", "PermissionsBoundary": READ_ONLY}),
                ALLOWED,
            ),
        ],
    },
    {
        "name": "no users without the boundary",
        "identity": user(
            allow("iam:CreateUser", condition=when("StringEquals", "iam:PermissionsBoundary", READ_ONLY))
        ),
        "calls": [(("iam", "CreateUser", {"UserName": "free-{self}"}), NO_IDENTITY)],
    },
    {
        "name": "an instance profile passes its role",
        "identity": user(allow("iam:AddRoleToInstanceProfile")),
        "context": {"iam:PassedToService": "ec2.amazonaws.com"},
        "calls": [
            (
                ("iam", "AddRoleToInstanceProfile", {"InstanceProfileName": "profile", "RoleName": "passed"}),
                NO_IDENTITY,
            ),
        ],
    },
    {
        "name": "a role may be passed to another service only",
        "identity": user(
            allow("iam:AddRoleToInstanceProfile"),
            allow("iam:PassRole", condition=when("StringEquals", "iam:PassedToService", "lambda.amazonaws.com")),
        ),
        "context": {"iam:PassedToService": "ec2.amazonaws.com"},
        "calls": [
            (
                ("iam", "AddRoleToInstanceProfile", {"InstanceProfileName": "profile", "RoleName": "passed"}),
                NO_IDENTITY,
            ),
        ],
    },
    {
        "name": "a role may be passed to EC2",
        "identity": user(
            allow(["iam:AddRoleToInstanceProfile", "iam:RemoveRoleFromInstanceProfile"]),
            allow(
                "iam:PassRole",
                "arn:aws:iam::{account}:role/passed",
                when("StringEquals", "iam:PassedToService", "ec2.amazonaws.com"),
            ),
        ),
        "context": {"iam:PassedToService": "ec2.amazonaws.com"},
        "calls": [
            (
                ("iam", "AddRoleToInstanceProfile", {"InstanceProfileName": "profile", "RoleName": "passed"}),
                ALLOWED,
            ),
            (
                ("iam", "RemoveRoleFromInstanceProfile", {"InstanceProfileName": "profile", "RoleName": "passed"}),
                ALLOWED,
            ),
        ],
    },
    {
        "name": "a session of a role",
        "identity": role(allow(["iam:GetUser", "iam:ListUsers"])),
        "via": {"assume": {}},
        "calls": [(GET_OTHER, ALLOWED), (LIST, ALLOWED), (LIST_ROLES, NO_IDENTITY), (IDENTITY, ALLOWED)],
    },
    {
        "name": "a role with a boundary",
        "identity": role(allow("iam:*"), boundary=[allow("iam:ListUsers")]),
        "via": {"assume": {}},
        "calls": [(LIST, ALLOWED), (LIST_ROLES, NO_BOUNDARY)],
    },
    {
        "name": "a deny of a role",
        "identity": role(allow("*"), deny("iam:List*")),
        "via": {"assume": {}},
        "calls": [(LIST, DENIED), (GET_OTHER, ALLOWED)],
    },
    {
        "name": "what is known of a session",
        "identity": role(
            allow("iam:ListUsers", condition=when("ArnLike", "aws:PrincipalArn", "arn:aws:iam::*:role/{self}")),
            allow("iam:ListRoles", condition=when("StringLike", "aws:userid", "*:session")),
            allow("iam:GetUser", condition=when("StringEquals", "aws:PrincipalType", "AssumedRole")),
            allow("iam:GetAccountSummary", condition=when("Null", "aws:username", "false")),
            allow("iam:ListGroups", condition=when("DateGreaterThan", "aws:TokenIssueTime", "2020-01-01T00:00:00Z")),
            allow("iam:ListPolicies", condition=when("Bool", "aws:MultiFactorAuthPresent", "false")),
        ),
        "via": {"assume": {}},
        "simulated": False,
        "calls": [
            (LIST, ALLOWED),
            (LIST_ROLES, ALLOWED),
            (GET_OTHER, ALLOWED),
            (SUMMARY, NO_IDENTITY),
            (("iam", "ListGroups", {}), ALLOWED),
            (("iam", "ListPolicies", {"Scope": "Local"}), ALLOWED),
        ],
    },
    {
        "name": "an inline session policy limits",
        "identity": role(allow("iam:*")),
        "via": {"assume": {"policy": [allow("iam:ListUsers")]}},
        "simulated": False,
        "calls": [(LIST, ALLOWED), (LIST_ROLES, NO_SESSION), (IDENTITY, ALLOWED)],
    },
    {
        "name": "a session policy grants nothing",
        "identity": role(allow("iam:ListUsers")),
        "via": {"assume": {"policy": [allow("*")]}},
        "simulated": False,
        "calls": [(LIST, ALLOWED), (LIST_ROLES, NO_IDENTITY)],
    },
    {
        "name": "a session policy denies",
        "identity": role(allow("iam:*")),
        "via": {"assume": {"policy": [allow("*"), deny("iam:ListUsers")]}},
        "simulated": False,
        "calls": [(LIST, DENIED_BY_SESSION), (LIST_ROLES, ALLOWED)],
    },
    {
        "name": "managed session policies add up with the inline one",
        "identity": role(allow("iam:*")),
        "via": {"assume": {"policy": [allow("iam:TagUser")], "policy_arns": [READ_ONLY]}},
        "simulated": False,
        "calls": [
            (LIST, ALLOWED),
            (("iam", "TagUser", {"UserName": "other", "Tags": [{"Key": "a", "Value": "b"}]}), ALLOWED),
            (("iam", "UntagUser", {"UserName": "other", "TagKeys": ["a"]}), NO_SESSION),
        ],
    },
    {
        "name": "boundary and session policy limit together",
        "identity": role(allow("iam:*"), boundary=[allow(["iam:ListUsers", "iam:ListRoles"])]),
        "via": {"assume": {"policy": [allow(["iam:ListUsers", "iam:GetUser"])]}},
        "simulated": False,
        "calls": [(LIST, ALLOWED), (LIST_ROLES, NO_SESSION), (GET_OTHER, NO_BOUNDARY)],
    },
    {
        "name": "session tags override those of the role",
        "identity": role(
            allow("iam:ListUsers", condition=when("StringEquals", "aws:PrincipalTag/Team", "blue")),
            allow("iam:ListRoles", condition=when("StringEquals", "aws:PrincipalTag/Team", "red")),
            allow("iam:GetUser", condition=when("StringEquals", "aws:PrincipalTag/Cost", "7")),
            tags={"Team": "red", "Cost": "7"},
        ),
        "via": {"assume": {"tags": {"team": "blue"}}},
        "simulated": False,
        "calls": [(LIST, ALLOWED), (LIST_ROLES, NO_IDENTITY), (GET_OTHER, ALLOWED)],
    },
    {
        "name": "the source identity stays",
        "identity": role(
            allow("iam:ListUsers", condition=when("StringEquals", "aws:SourceIdentity", "Zoe")),
            allow("iam:ListRoles", condition=when("StringEquals", "aws:SourceIdentity", "Ann")),
        ),
        "via": {"assume": {"source_identity": "Zoe"}},
        "simulated": False,
        "calls": [(LIST, ALLOWED), (LIST_ROLES, NO_IDENTITY)],
    },
    {
        "name": "a federated user may do what both the user and the session policy allow",
        "identity": user(allow(["sts:GetFederationToken", "sts:GetAccessKeyInfo", "sts:AssumeRole"])),
        "via": {"federate": {"policy": [allow("sts:GetCallerIdentity")]}},
        "simulated": False,
        "calls": [(IDENTITY, ALLOWED), (("sts", "GetFederationToken", {"Name": "kim"}), NO_SESSION)],
    },
    {
        "name": "credentials of GetSessionToken reach IAM only with multi-factor authentication",
        "identity": user(managed=[ADMIN]),
        "via": {"session_token": {}},
        "simulated": False,
        "calls": [(IDENTITY, ALLOWED), (LIST, "invalid"), (SESSION_TOKEN, "refused")],
    },
]

ME = {"AWS": "arn:aws:iam::{account}:user/{self}"}
ACCOUNT_ROOT = {"AWS": "arn:aws:iam::{account}:root"}
MAY_ASSUME = allow("sts:AssumeRole")
TAGGED = {"Tags": [{"Key": "Team", "Value": "red"}]}

#: Who may assume a role: the policies of a user, what the role trusts, what comes with the request, the verdict.
TRUSTS = [
    ("the user by name, without a policy", [], [trusts(ME)], {}, ALLOWED),
    ("the user by name, denied by a policy", [deny("sts:*")], [trusts(ME)], {}, DENIED),
    ("the account, without a policy", [], [trusts(ACCOUNT_ROOT)], {}, NO_IDENTITY),
    ("the account, with a policy", [MAY_ASSUME], [trusts(ACCOUNT_ROOT)], {}, ALLOWED),
    ("the account by its id", [MAY_ASSUME], [trusts({"AWS": "{account}"})], {}, ALLOWED),
    (
        "the account, with a policy for another role",
        [allow("sts:AssumeRole", "arn:aws:iam::{account}:role/other")],
        [trusts(ACCOUNT_ROOT)],
        {},
        NO_IDENTITY,
    ),
    (
        "the account, with a policy for this role",
        [allow("sts:AssumeRole", "{role}")],
        [trusts(ACCOUNT_ROOT)],
        {},
        ALLOWED,
    ),
    ("a service only", [MAY_ASSUME], [trusts({"Service": "ec2.amazonaws.com"})], {}, NO_TRUST),
    (
        "another user",
        [MAY_ASSUME],
        [trusts({"AWS": "arn:aws:iam::{account}:user/other"})],
        {},
        NO_TRUST,
    ),
    ("another account", [MAY_ASSUME], [trusts({"AWS": "111122223333"})], {}, NO_TRUST),
    ("everybody of AWS", [], [trusts({"AWS": "*"})], {}, ALLOWED),
    (
        "a deny of the user",
        [MAY_ASSUME],
        [trusts(ACCOUNT_ROOT), trusts(ME, effect="Deny")],
        {},
        DENIED_BY_TRUST,
    ),
    (
        "a deny of the account",
        [],
        [trusts(ME), trusts(ACCOUNT_ROOT, effect="Deny")],
        {},
        DENIED_BY_TRUST,
    ),
    (
        "the right external id",
        [MAY_ASSUME],
        [trusts(ACCOUNT_ROOT, condition=when("StringEquals", "sts:ExternalId", "s3cret"))],
        {"ExternalId": "s3cret"},
        ALLOWED,
    ),
    (
        "a wrong external id",
        [MAY_ASSUME],
        [trusts(ACCOUNT_ROOT, condition=when("StringEquals", "sts:ExternalId", "s3cret"))],
        {"ExternalId": "S3cret"},
        NO_TRUST,
    ),
    (
        "no external id",
        [MAY_ASSUME],
        [trusts(ACCOUNT_ROOT, condition=when("StringEquals", "sts:ExternalId", "s3cret"))],
        {},
        NO_TRUST,
    ),
    (
        "a session named after the user",
        [],
        [trusts(ME, condition=when("StringLike", "sts:RoleSessionName", "${aws:username}"))],
        {"RoleSessionName": "{self}"},
        ALLOWED,
    ),
    (
        "a session of another name",
        [],
        [trusts(ME, condition=when("StringLike", "sts:RoleSessionName", "${aws:username}"))],
        {"RoleSessionName": "somebody"},
        NO_TRUST,
    ),
    (
        "multi-factor authentication is wanted",
        [],
        [trusts(ME, condition=when("Bool", "aws:MultiFactorAuthPresent", "true"))],
        {},
        NO_TRUST,
    ),
    (
        "an address that it is not",
        [],
        [trusts(ME, condition=when("IpAddress", "aws:SourceIp", "203.0.113.0/24"))],
        {},
        NO_TRUST,
    ),
    ("tags without the permission to tag", [], [trusts(ME)], TAGGED, NO_TRUST),
    ("tags", [], [trusts(ME, ["sts:AssumeRole", "sts:TagSession"])], TAGGED, ALLOWED),
    (
        "tags by the account, without a policy to tag",
        [MAY_ASSUME],
        [trusts(ACCOUNT_ROOT, ["sts:AssumeRole", "sts:TagSession"])],
        TAGGED,
        NO_IDENTITY,
    ),
    (
        "tags by the account",
        [allow(["sts:AssumeRole", "sts:TagSession"])],
        [trusts(ACCOUNT_ROOT, ["sts:AssumeRole", "sts:TagSession"])],
        TAGGED,
        ALLOWED,
    ),
    (
        "a tag of another value",
        [],
        [trusts(ME, ["sts:AssumeRole", "sts:TagSession"], when("StringEquals", "aws:RequestTag/Team", "blue"))],
        TAGGED,
        NO_TRUST,
    ),
    (
        "transitive tags",
        [],
        [
            trusts(
                ME,
                ["sts:AssumeRole", "sts:TagSession"],
                when("ForAllValues:StringEquals", "sts:TransitiveTagKeys", ["Team"]),
            )
        ],
        {**TAGGED, "TransitiveTagKeys": ["Team"]},
        ALLOWED,
    ),
    ("a source identity without the permission", [], [trusts(ME)], {"SourceIdentity": "Zoe"}, NO_TRUST),
    (
        "a source identity",
        [],
        [trusts(ME, ["sts:AssumeRole", "sts:SetSourceIdentity"], when("StringLike", "sts:SourceIdentity", "Z*"))],
        {"SourceIdentity": "Zoe"},
        ALLOWED,
    ),
]
