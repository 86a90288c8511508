"""Enforcement of trust in identity providers: who may come in by a web identity or a SAML assertion, and do what."""

import json
import time
import urllib.request

import boto3
from botocore import UNSIGNED
from botocore.config import Config
from botocore.exceptions import ClientError

import test_saml
from enforced import EnforcedCase, verdict
from enforcement_scenarios import ALLOWED, NO_IDENTITY, allow, when
from support import temporary, unique
from test_identity_providers import metadata
from test_web_identity import Key

NO_TRUST, DENIED = "implicitDeny resource", "explicitDeny resource"
TAGS = "https://aws.amazon.com/tags"


class EnforcedFederation(EnforcedCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        config = Config(signature_version=UNSIGNED, retries={"max_attempts": 1})
        cls.anybody = boto3.client("sts", endpoint_url=cls.awsim.url, region_name="us-east-1", config=config)

    def role_for(self, provider, action, condition=None, inline=(), also=()):
        """The ARN of a role that trusts a provider."""
        trust = {"Effect": "Allow", "Principal": {"Federated": provider}, "Action": [action, *also]}
        if condition:
            trust["Condition"] = condition
        _, arn = self.role({"inline": list(inline)}, trust=[trust])
        return arn

    def decided(self, call, **parameters):
        """What the policies said of a request, and its answer if it was let through."""
        try:
            answer = call(**parameters)
            request_id = answer["ResponseMetadata"]["RequestId"]
        except ClientError as error:
            answer, request_id = None, error.response["ResponseMetadata"]["RequestId"]
            self.assertEqual(error.response["Error"]["Code"], "AccessDenied")
        decisions = self.awsim.decisions(request_id=request_id)
        self.assertTrue(decisions)
        denied = [decision for decision in decisions if decision["verdict"] != "allowed"]
        self.assertEqual(bool(denied), answer is None)
        return (f"{denied[0]['verdict']} {denied[0]['layer']}" if denied else ALLOWED), answer


class WebIdentities(EnforcedFederation):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.issuer = f"{unique('issuer')}.example"
        cls.key = Key()
        body = {"issuer": f"https://{cls.issuer}", "keys": {"keys": [cls.key.jwk()]}}
        request = urllib.request.Request(
            f"{cls.awsim.url}/_awsim/oidc-keys", method="PUT", data=json.dumps(body).encode()
        )
        urllib.request.urlopen(request).close()
        made = cls.iam.create_open_id_connect_provider(Url=f"https://{cls.issuer}", ClientIDList=["app", "other"])
        cls.provider = made["OpenIDConnectProviderArn"]

    def assumed(self, arn, **claims):
        now = int(time.time())
        claims = {"iss": f"https://{self.issuer}", "sub": "alice", "aud": "app", "iat": now, "exp": now + 600, **claims}
        return self.decided(
            self.anybody.assume_role_with_web_identity,
            RoleArn=arn,
            RoleSessionName="session",
            WebIdentityToken=self.key.token(claims),
        )

    def test_who_is_trusted(self):
        aud, sub = f"{self.issuer}:aud", f"{self.issuer}:sub"
        elsewhere = self.provider.replace(self.issuer, "elsewhere.example")
        for name, provider, condition, claims, expected in [
            ("the provider", self.provider, None, {}, ALLOWED),
            ("another provider", elsewhere, None, {}, NO_TRUST),
            ("the audience", self.provider, when("StringEquals", aud, "app"), {}, ALLOWED),
            ("another audience", self.provider, when("StringEquals", aud, "app"), {"aud": "other"}, NO_TRUST),
            ("the subject", self.provider, when("StringLike", sub, "al*"), {}, ALLOWED),
            ("another subject", self.provider, when("StringLike", sub, "al*"), {"sub": "bob"}, NO_TRUST),
            (
                "both",
                self.provider,
                {"StringEquals": {aud: "app", sub: ["alice", "zoe"]}},
                {"sub": "zoe"},
                ALLOWED,
            ),
            ("the provider by key", self.provider, when("StringEquals", "aws:FederatedProvider", self.provider), {}, ALLOWED),
            ("an address", self.provider, when("IpAddress", "aws:SourceIp", "203.0.113.0/24"), {}, NO_TRUST),
            ("the session", self.provider, when("StringEquals", "sts:RoleSessionName", "session"), {}, ALLOWED),
        ]:
            with self.subTest(name):
                arn = self.role_for(provider, "sts:AssumeRoleWithWebIdentity", condition)
                self.assertEqual(self.assumed(arn, **claims)[0], expected)

    def test_a_deny_wins(self):
        allowed = {
            "Effect": "Allow",
            "Principal": {"Federated": self.provider},
            "Action": "sts:AssumeRoleWithWebIdentity",
        }
        denied = {**allowed, "Effect": "Deny", "Condition": when("StringEquals", f"{self.issuer}:sub", "mallory")}
        _, arn = self.role(trust=[allowed, denied])
        self.assertEqual(self.assumed(arn)[0], ALLOWED)
        self.assertEqual(self.assumed(arn, sub="mallory")[0], DENIED)

    def test_tags_need_a_permission_of_their_own(self):
        tags = {TAGS: {"principal_tags": {"Team": ["blue"]}}}
        action = "sts:AssumeRoleWithWebIdentity"
        plain, tagging = self.role_for(self.provider, action), self.role_for(self.provider, action, also=["sts:TagSession"])
        red = self.role_for(
            self.provider, action, when("StringEquals", "aws:RequestTag/Team", "red"), also=["sts:TagSession"]
        )
        self.assertEqual(self.assumed(plain, **tags)[0], NO_TRUST)
        self.assertEqual(self.assumed(tagging, **tags)[0], ALLOWED)
        self.assertEqual(self.assumed(red, **tags)[0], NO_TRUST)

    def test_the_session_is_limited_by_the_role_and_knows_where_it_comes_from(self):
        inline = [
            allow("iam:ListUsers", condition=when("StringEquals", "aws:FederatedProvider", self.provider)),
            allow("iam:ListRoles", condition=when("StringEquals", f"{self.issuer}:sub", "alice")),
            allow("iam:ListGroups", condition=when("StringEquals", f"{self.issuer}:sub", "bob")),
        ]
        arn = self.role_for(self.provider, "sts:AssumeRoleWithWebIdentity", inline=inline)
        _, answer = self.assumed(arn)
        iam = self.awsim.client("iam", temporary(answer["Credentials"]))
        for call, expected in (
            (iam.list_users, ALLOWED),
            (iam.list_roles, ALLOWED),
            (iam.list_groups, NO_IDENTITY),
            (iam.get_account_summary, NO_IDENTITY),
        ):
            self.assertEqual(verdict(call)[0], expected)


class SamlAssertions(EnforcedFederation):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.idp = test_saml.IdentityProvider()
        made = cls.iam.create_saml_provider(
            Name=unique("idp"), SAMLMetadataDocument=metadata(certificate=cls.idp.certificate)
        )
        cls.provider = made["SAMLProviderArn"]

    def assumed(self, arn, attributes=()):
        subject = Asserting(self.idp, self.provider, arn)
        assertion = test_saml.b64(subject.response(subject.signed(subject.assertion(attributes=attributes))).encode())
        return self.decided(
            self.anybody.assume_role_with_saml, RoleArn=arn, PrincipalArn=self.provider, SAMLAssertion=assertion
        )

    def test_who_is_trusted(self):
        for name, condition, expected in [
            ("the provider", None, ALLOWED),
            ("the audience", when("StringEquals", "SAML:aud", "https://signin.aws.amazon.com/saml"), ALLOWED),
            ("another audience", when("StringEquals", "SAML:aud", "https://elsewhere.example"), NO_TRUST),
            ("the subject", when("StringEquals", "saml:sub", "alice"), ALLOWED),
            ("another subject", when("StringEquals", "saml:sub", "bob"), NO_TRUST),
            ("the issuer", when("StringLike", "saml:iss", "https://idp.*"), ALLOWED),
            ("the type of subject", when("StringEquals", "saml:sub_type", "persistent"), ALLOWED),
            ("another type of subject", when("StringEquals", "saml:sub_type", "transient"), NO_TRUST),
            ("the session", when("StringEquals", "sts:RoleSessionName", "alice"), ALLOWED),
        ]:
            with self.subTest(name):
                arn = self.role_for(self.provider, "sts:AssumeRoleWithSAML", condition)
                self.assertEqual(self.assumed(arn)[0], expected)

    def test_tags_and_source_identities_need_permissions_of_their_own(self):
        tag = test_saml.attribute(f"{test_saml.AWS}PrincipalTag:Team", "blue")
        source = test_saml.attribute(f"{test_saml.AWS}SourceIdentity", "alice")
        for also, attributes, expected in [
            ((), [tag], NO_TRUST),
            (("sts:TagSession",), [tag], ALLOWED),
            (("sts:TagSession",), [source], NO_TRUST),
            (("sts:SetSourceIdentity",), [source], ALLOWED),
        ]:
            with self.subTest(also=also):
                arn = self.role_for(self.provider, "sts:AssumeRoleWithSAML", also=also)
                self.assertEqual(self.assumed(arn, attributes)[0], expected)

    def test_the_session_is_limited_by_the_role_and_knows_who_came(self):
        inline = [
            allow("iam:ListUsers", condition=when("StringEquals", "saml:sub", "alice")),
            allow("iam:ListRoles", condition=when("StringEquals", "aws:PrincipalTag/Team", "red")),
        ]
        arn = self.role_for(self.provider, "sts:AssumeRoleWithSAML", inline=inline, also=["sts:TagSession"])
        tag = test_saml.attribute(f"{test_saml.AWS}PrincipalTag:Team", "blue")
        _, answer = self.assumed(arn, [tag])
        iam = self.awsim.client("iam", temporary(answer["Credentials"]))
        self.assertEqual(verdict(iam.list_users)[0], ALLOWED)
        self.assertEqual(verdict(iam.list_roles)[0], NO_IDENTITY)


class Asserting:
    """Writes assertions in the way of test_saml, for another AWSim than that of its tests."""

    def __init__(self, idp, provider, role):
        self.idp, self.provider, self.role = idp, provider, role

    assertion = test_saml.Saml.assertion
    signed = test_saml.Saml.signed
    response = staticmethod(test_saml.Saml.response)
