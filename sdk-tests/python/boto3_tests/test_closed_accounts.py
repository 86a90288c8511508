"""What is left of an account that its organization has closed: nothing that anybody could use, enforced or not."""

import json
import time
import urllib.error
import urllib.request

from botocore.exceptions import ClientError

import test_saml
from enforced import EnforcedCase, document
from support import delegation, permanent, temporary, unique
from test_enforced_federation import Asserting
from test_identity_providers import metadata
from test_web_identity import Key

ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess"
PASSWORD = "first Password 1"
TASK = "arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials"


class ClosedAccounts(EnforcedCase):
    """Everything is enforced."""

    def setUp(self):
        organizations = self.awsim.client("organizations")
        try:
            organizations.create_organization(FeatureSet="ALL")
        except organizations.exceptions.AlreadyInOrganizationException:
            pass
        organizations.enable_aws_service_access(ServicePrincipal="iam.amazonaws.com")
        self.iam.enable_organizations_root_sessions()
        made = organizations.create_account(Email=f"{unique('member')}@example.com", AccountName="member")
        made = organizations.describe_create_account_status(CreateAccountRequestId=made["CreateAccountStatus"]["Id"])
        self.member = made["CreateAccountStatus"]["AccountId"]
        self.close = lambda: organizations.close_account(AccountId=self.member)
        # Root users assume nobody.
        self.manager = self.awsim.client("sts", self.administrator()[1])
        self.way_in = f"arn:aws:iam::{self.member}:role/OrganizationAccountAccessRole"
        self.inside = temporary(self.assume()["Credentials"])

    def assume(self):
        return self.manager.assume_role(RoleArn=self.way_in, RoleSessionName="session")

    def resident(self):
        """A user of the member: its name and key."""
        iam, name = self.awsim.client("iam", self.inside), unique("user")
        iam.create_user(UserName=name)
        iam.attach_user_policy(UserName=name, PolicyArn=ADMINISTRATOR)
        return name, permanent(iam.create_access_key(UserName=name)["AccessKey"])

    def refused(self, code, call, **parameters):
        with self.assertRaises(ClientError) as raised:
            call(**parameters)
        self.assertEqual(raised.exception.response["Error"]["Code"], code)
        self.assertEqual(raised.exception.response["ResponseMetadata"]["HTTPStatusCode"], 403)

    def test_no_credentials_of_it_work_any_more(self):
        _, key = self.resident()
        sts = self.awsim.client("sts", key)
        root = self.manager.assume_root(TargetPrincipal=self.member, TaskPolicyArn={"arn": TASK})
        keys = {
            "access key": key,
            "role": self.inside,
            "root": temporary(root["Credentials"]),
            "session": temporary(sts.get_session_token()["Credentials"]),
            "federated": temporary(sts.get_federation_token(Name="carol")["Credentials"]),
        }
        calls = {name: self.awsim.client("sts", key).get_caller_identity for name, key in keys.items()}
        for name, call in calls.items():
            self.assertEqual(call()["Account"], self.member, name)
        self.close()
        for name, call in calls.items():
            with self.subTest(name):
                self.refused("InvalidClientTokenId", call)
        self.refused("InvalidClientTokenId", self.awsim.client("iam", key).list_users)

    def test_nobody_gets_into_it(self):
        url = f"{unique('issuer')}.example"
        issuer = Key()
        self.awsim.send("PUT", "oidc-keys", {"issuer": f"https://{url}", "keys": {"keys": [issuer.jwk()]}})
        iam = self.awsim.client("iam", self.inside)
        provider = iam.create_open_id_connect_provider(Url=f"https://{url}", ClientIDList=["app"])
        trust = {
            "Effect": "Allow",
            "Principal": {"Federated": provider["OpenIDConnectProviderArn"]},
            "Action": "sts:AssumeRoleWithWebIdentity",
        }
        role = iam.create_role(RoleName=unique("role"), AssumeRolePolicyDocument=document([trust]))["Role"]["Arn"]
        now = int(time.time())
        claims = {"iss": f"https://{url}", "aud": "app", "sub": "alice", "iat": now, "exp": now + 600}
        federated = {"RoleArn": role, "RoleSessionName": "session", "WebIdentityToken": issuer.token(claims)}
        with_web_identity = self.awsim.nobody("sts").assume_role_with_web_identity
        privileged = {"TargetPrincipal": self.member, "TaskPolicyArn": {"arn": TASK}}

        with_web_identity(**federated)
        self.manager.assume_root(**privileged)
        self.close()
        self.refused("AccessDenied", self.assume)
        self.refused("AccessDenied", with_web_identity, **federated)
        self.refused("AccessDenied", self.manager.assume_root, **privileged)

    def test_its_providers_vouch_for_nobody(self):
        idp = test_saml.IdentityProvider()
        made = self.awsim.client("iam", self.inside).create_saml_provider(
            Name=unique("idp"), SAMLMetadataDocument=metadata(certificate=idp.certificate)
        )
        provider = made["SAMLProviderArn"]
        trust = {"Effect": "Allow", "Principal": {"Federated": provider}, "Action": "sts:AssumeRoleWithSAML"}
        _, role = self.role(trust=[trust])
        subject = Asserting(idp, provider, role)
        assertion = test_saml.b64(subject.response(subject.signed(subject.assertion())).encode())
        request = {"RoleArn": role, "PrincipalArn": provider, "SAMLAssertion": assertion}
        with_saml = self.awsim.nobody("sts").assume_role_with_saml
        with_saml(**request)
        self.close()
        with self.assertRaises(ClientError) as raised:
            with_saml(**request)
        self.assertEqual(raised.exception.response["Error"]["Code"], "InvalidIdentityToken")

    def test_nobody_signs_in_to_it(self):
        name, _ = self.resident()
        self.awsim.client("iam", self.inside).create_login_profile(UserName=name, Password=PASSWORD)
        attempt = {"account": self.member, "user_name": name, "password": PASSWORD}
        self.assertEqual(self.awsim.send("POST", "sign-in", attempt)["Version"], 1)
        self.close()
        with self.assertRaises(urllib.error.HTTPError) as refused:
            self.awsim.send("POST", "sign-in", attempt)
        with refused.exception as answer:
            self.assertEqual((answer.code, json.load(answer)["error"]["code"]), (403, "AuthenticationFailed"))

    def test_nothing_of_it_is_delegated_any_more(self):
        template = self.policy([{"Effect": "Allow", "Action": "iam:*", "Resource": "*"}])
        made = self.iam.create_delegation_request(**delegation(template))
        request = made["DelegationRequestId"]
        customer = self.awsim.client("iam", self.resident()[1])
        for step in ("associate", "update", "accept"):
            getattr(customer, f"{step}_delegation_request")(DelegationRequestId=request)
        customer.send_delegation_token(DelegationRequestId=request)
        with urllib.request.urlopen(f"{self.awsim.url}/_awsim/state?service=iam") as answer:
            rows = json.load(answer)["services"]["iam"]["delegation_requests"]["rows"]
        [told] = [row["value"]["notifications"] for row in rows if row["key"] == request]
        token = next(note["exchange_token"] for note in told if note.get("exchange_token"))
        traded = self.sts.get_delegated_access_token(TradeInToken=token)
        session = self.awsim.client("sts", temporary(traded["Credentials"]))
        self.close()
        self.refused("AccessDenied", self.sts.get_delegated_access_token, TradeInToken=token)
        self.refused("InvalidClientTokenId", session.get_caller_identity)

    def test_it_cannot_leave_to_be_open_again(self):
        self.close()
        organizations = self.awsim.client("organizations")
        with self.assertRaises(organizations.exceptions.ConstraintViolationException) as raised:
            organizations.remove_account_from_organization(AccountId=self.member)
        self.assertEqual(raised.exception.response["Reason"], "MEMBER_ACCOUNT_PAYMENT_INSTRUMENT_REQUIRED")


class ClosedAccountsNotEnforced(ClosedAccounts):
    """Nothing is enforced, and signatures are not verified."""

    variables = {"AWSIM_IAM_ENFORCE": "off"}


class ClosedAccountsVerified(ClosedAccounts):
    """Nothing is enforced, but signatures are verified."""

    variables = {"AWSIM_IAM_ENFORCE": "off", "AWSIM_VERIFY_SIGV4": "on"}
