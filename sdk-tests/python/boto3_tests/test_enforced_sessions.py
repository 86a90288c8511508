"""Sessions that somebody else vouches for, where everything is enforced: an organization, a customer, a context provider."""

import urllib.error

from botocore.exceptions import ClientError

from enforced import EnforcedCase, verdict
from support import ACCOUNT, delegation, temporary, unique

IDENTITY_CENTER = "arn:aws:iam::aws:contextProvider/IdentityCenter"
TASK = "arn:aws:iam::aws:policy/root-task/"


class RootSessions(EnforcedCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        organizations = cls.awsim.client("organizations")
        organizations.create_organization(FeatureSet="ALL")
        made = organizations.create_account(Email="member@example.com", AccountName="member")
        status = organizations.describe_create_account_status(CreateAccountRequestId=made["CreateAccountStatus"]["Id"])
        cls.member = status["CreateAccountStatus"]["AccountId"]
        organizations.enable_aws_service_access(ServicePrincipal="iam.amazonaws.com")
        cls.iam.enable_organizations_root_sessions()

    def setUp(self):
        # Root users assume nobody.
        self.manager = self.awsim.client("sts", self.administrator()[1])

    def assume(self, task, **more):
        return self.manager.assume_root(TargetPrincipal=self.member, TaskPolicyArn={"arn": TASK + task}, **more)

    def test_a_member_is_audited(self):
        answer = self.assume("IAMAuditRootUserCredentials", DurationSeconds=900)
        key = temporary(answer["Credentials"])
        identity = self.awsim.client("sts", key).get_caller_identity()
        self.assertEqual((identity["Account"], identity["Arn"]), (self.member, f"arn:aws:iam::{self.member}:root"))
        iam = self.awsim.client("iam", key)
        self.assertEqual(iam.list_mfa_devices()["MFADevices"], [])
        self.assertEqual(verdict(iam.list_users)[0], "explicitDeny session")

    def test_who_may_not(self):
        sts = self.awsim.client("sts", self.user()[1])
        request = {"TargetPrincipal": self.member, "TaskPolicyArn": {"arn": f"{TASK}IAMAuditRootUserCredentials"}}
        self.assertEqual(verdict(sts.assume_root, **request)[0], "implicitDeny identity")
        self.assertEqual(verdict(self.sts.assume_root, **request)[0], "refused")
        elsewhere = {"StringEquals": {"aws:ResourceAccount": "999999999999"}}
        may = [{"Effect": "Allow", "Action": "sts:AssumeRoot", "Resource": "*", "Condition": elsewhere}]
        sts = self.awsim.client("sts", self.user({"inline": [may]})[1])
        self.assertEqual(verdict(sts.assume_root, **request)[0], "implicitDeny identity")
        request["TargetPrincipal"] = ACCOUNT
        self.assertEqual(verdict(self.manager.assume_root, **request)[0], "refused")


class Delegations(EnforcedCase):
    TEMPLATE = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:@{operation}","Resource":"*"}}'

    def token(self, request):
        """The token as the provider is told of it; nobody but the state here hears of notifications."""
        exported = self.awsim.send("GET", "state?service=iam")["services"]["iam"]
        [row] = [row for rows in exported.values() for row in self.rows(rows) if request in str(row)]
        return next(found for found in self.texts(row) if found.startswith(request) and found != request)

    def rows(self, rows):
        return rows if isinstance(rows, list) else rows.values() if isinstance(rows, dict) else []

    def texts(self, value):
        if isinstance(value, str):
            yield value
        for inner in value if isinstance(value, list) else value.values() if isinstance(value, dict) else []:
            yield from self.texts(inner)

    def sent(self):
        """A delegation request that was approved by root, and whose token was sent."""
        made = self.iam.create_policy(PolicyName=unique("template"), PolicyDocument=self.TEMPLATE)
        parameter = {"Name": "operation", "Values": ["ListUsers"], "Type": "string"}
        permissions = {"PolicyTemplateArn": made["Policy"]["Arn"], "Parameters": [parameter]}
        asked = delegation(made["Policy"]["Arn"], Permissions=permissions)
        request = self.iam.create_delegation_request(**asked)["DelegationRequestId"]
        self.iam.associate_delegation_request(DelegationRequestId=request)
        self.iam.update_delegation_request(DelegationRequestId=request)
        self.iam.accept_delegation_request(DelegationRequestId=request)
        self.iam.send_delegation_token(DelegationRequestId=request)
        return self.token(request)

    def test_a_token_is_traded_in_for_what_was_approved(self):
        answer = self.sts.get_delegated_access_token(TradeInToken=self.sent())
        self.assertEqual(answer["AssumedPrincipal"], f"arn:aws:iam::{ACCOUNT}:root")
        self.assertGreater(answer["PackedPolicySize"], 0)
        iam = self.awsim.client("iam", temporary(answer["Credentials"]))
        for call, expected in ((iam.list_users, "allowed"), (iam.list_roles, "implicitDeny session")):
            self.assertEqual(verdict(call)[0], expected)

    def test_a_token_is_of_use_only_whole_and_to_who_may(self):
        token = self.sent()
        for wrong in (token[:-1], token + "x", "invented"):
            self.assertEqual(verdict(self.sts.get_delegated_access_token, TradeInToken=wrong)[0], "refused")
        sts = self.awsim.client("sts", self.user()[1])
        self.assertEqual(verdict(sts.get_delegated_access_token, TradeInToken=token)[0], "implicitDeny identity")


class ProvidedContexts(EnforcedCase):
    """`ProvidedContexts`, with assertions that AWSim seals in the place of IAM Identity Center."""

    USER = "90676908-7031-70f3-2b26-2a1f2b0b3c4d"

    def context(self, seconds=600, **context):
        context = context or {"identitystore:UserId": self.USER}
        body = {"provider": IDENTITY_CENTER, "context": context, "seconds": seconds}
        return self.awsim.send("POST", "context-assertions", body)

    def test_a_provider_has_no_say_in_what_the_host_knows(self):
        for key in ("aws:MultiFactorAuthPresent", "AWS:SourceIp", "sts:ExternalId"):
            with self.assertRaises(urllib.error.HTTPError) as refused:
                self.context(**{key: "true"})
            self.assertEqual(refused.exception.code, 400, key)

    def trusting(self, actions, condition=None):
        statement = {"Effect": "Allow", "Principal": {"AWS": ACCOUNT}, "Action": actions}
        own = {"StringEquals": {"identitystore:UserId": self.USER}}
        may = [{"Effect": "Allow", "Action": "iam:ListUsers", "Resource": "*", "Condition": own}]
        return self.role({"inline": [may]}, trust=[{**statement, **({"Condition": condition} if condition else {})}])[1]

    def assume(self, arn, *contexts):
        request = {"RoleArn": arn, "RoleSessionName": "session"}
        if contexts:
            request["ProvidedContexts"] = list(contexts)
        return self.awsim.client("sts", self.administrator()[1]).assume_role(**request)

    def test_a_session_knows_its_user(self):
        arn = self.trusting(
            ["sts:AssumeRole", "sts:SetContext"],
            {
                "ForAllValues:ArnEquals": {"sts:RequestContextProviders": [IDENTITY_CENTER]},
                "StringEqualsIfExists": {"sts:RequestContext/identitystore:UserId": self.USER},
            },
        )
        session = temporary(self.assume(arn, self.context())["Credentials"])
        self.assertEqual(verdict(self.awsim.client("iam", session).list_users)[0], "allowed")
        session = temporary(self.assume(arn)["Credentials"])
        self.assertEqual(verdict(self.awsim.client("iam", session).list_users)[0], "implicitDeny identity")
        other = self.context(**{"identitystore:UserId": "somebody-else"})
        self.assertEqual(self.outcome(arn, other), "implicitDeny trust")

    def outcome(self, arn, *contexts):
        return verdict(lambda: self.assume(arn, *contexts))[0]

    def test_a_context_needs_its_own_permission(self):
        arn = self.trusting(["sts:AssumeRole"])
        self.assertEqual(self.outcome(arn), "allowed")
        self.assertEqual(self.outcome(arn, self.context()), "implicitDeny trust")

    def refused(self, code, arn, *contexts):
        with self.assertRaises(ClientError) as raised:
            self.assume(arn, *contexts)
        self.assertEqual(raised.exception.response["Error"]["Code"], code)
        self.assertEqual(raised.exception.response["ResponseMetadata"]["HTTPStatusCode"], 400)

    def test_what_nobody_vouches_for_is_refused(self):
        arn = self.trusting(["sts:AssumeRole", "sts:SetContext"])
        good = self.context()
        sealed = good["ContextAssertion"]
        altered = {**good, "ContextAssertion": sealed[:60] + ("B" if sealed[60] == "A" else "A") + sealed[61:]}
        self.refused("InvalidParameterValue", arn, altered)
        elsewhere = {**good, "ProviderArn": "arn:aws:iam::aws:contextProvider/Elsewhere"}
        self.refused("InvalidParameterValue", arn, elsewhere)
        self.refused("InvalidParameterValue", arn, good, good)
        self.refused("ExpiredTokenException", arn, self.context(seconds=0))
