"""What changes while somebody is let in: whoever is gone, whoever has taken a name, and what was taken back."""

import json
import time
import urllib.request

from botocore.exceptions import ClientError

from enforced import EnforcedCase, document, verdict
from enforcement_scenarios import ALLOWED, DENIED, NO_BOUNDARY, NO_IDENTITY, NO_SESSION, allow, deny, when
from support import ACCOUNT, temporary, unique
from test_enforcement import entries, usual_context
from test_mfa import totp
from test_web_identity import Key

READ_ONLY = "arn:aws:iam::aws:policy/IAMReadOnlyAccess"


class Changes(EnforcedCase):
    variables = {"AWSIM_CLOCK__MOVABLE": "true"}

    def session(self, arn, **given):
        """Credentials of a role that an administrator assumes."""
        sts = self.awsim.client("sts", self.administrator()[1])
        return temporary(sts.assume_role(RoleArn=arn, RoleSessionName="session", **given)["Credentials"])

    def asked(self, key, operation="list_users", **parameters):
        return verdict(getattr(self.awsim.client("iam", key), operation), **parameters)[0]

    def test_a_role_made_again_has_not_the_sessions_of_the_first(self):
        name, arn = self.role({"managed": [READ_ONLY]})
        trust = self.iam.get_role(RoleName=name)["Role"]["AssumeRolePolicyDocument"]
        key = self.session(arn)
        self.assertEqual(self.asked(key), ALLOWED)
        self.iam.detach_role_policy(RoleName=name, PolicyArn=READ_ONLY)
        self.assertEqual(self.asked(key), NO_IDENTITY)
        self.iam.delete_role(RoleName=name)
        self.assertEqual(self.asked(key), "invalid")
        self.iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(trust))
        self.iam.attach_role_policy(RoleName=name, PolicyArn=READ_ONLY)
        self.assertEqual(self.asked(key), "invalid")
        self.assertEqual(self.asked(self.session(arn)), ALLOWED)

    def test_a_session_policy_that_is_deleted_permits_nothing(self):
        _, arn = self.role({"managed": [READ_ONLY]})
        limit = self.policy([allow("iam:ListUsers")])
        key = self.session(arn, PolicyArns=[{"arn": limit}])
        self.assertEqual((self.asked(key), self.asked(key, "list_roles")), (ALLOWED, NO_SESSION))
        self.iam.delete_policy(PolicyArn=limit)
        self.assertEqual((self.asked(key), self.asked(key, "list_roles")), (NO_SESSION, NO_SESSION))

    def test_a_boundary_that_is_taken_away_limits_no_more(self):
        name, key = self.user({"managed": [READ_ONLY], "boundary": [allow("iam:ListRoles")]})
        self.assertEqual(self.asked(key), NO_BOUNDARY)
        self.iam.delete_user_permissions_boundary(UserName=name)
        self.assertEqual(self.asked(key), ALLOWED)

    def test_a_group_goes_by_its_members_and_not_by_its_name(self):
        name, key = self.user({"groups": [[allow("iam:ListUsers")]]})
        group = self.iam.list_groups_for_user(UserName=name)["Groups"][0]["GroupName"]
        other = unique("other")
        self.iam.update_group(GroupName=group, NewGroupName=other)
        self.assertEqual(self.asked(key), ALLOWED)
        # Another group of the name that was left.
        self.iam.create_group(GroupName=group)
        self.iam.put_group_policy(GroupName=group, PolicyName="p", PolicyDocument=document([allow("iam:*")]))
        self.assertEqual(self.asked(key, "list_roles"), NO_IDENTITY)
        self.iam.remove_user_from_group(GroupName=other, UserName=name)
        self.assertEqual(self.asked(key), NO_IDENTITY)

    def test_a_user_of_another_name_is_what_its_policies_say_then(self):
        own = allow("iam:GetUser", f"arn:aws:iam::{ACCOUNT}:user/${{aws:username}}")
        name, key = self.user({"inline": [[own]]})
        self.assertEqual(self.asked(key, "get_user", UserName=name), ALLOWED)
        other = unique("other")
        self.iam.update_user(UserName=name, NewUserName=other)
        self.assertEqual(self.asked(key, "get_user", UserName=other), ALLOWED)
        self.assertEqual(self.asked(key, "get_user", UserName=name), NO_IDENTITY)

    def test_a_provider_that_is_deleted_vouches_for_nobody(self):
        url, key = f"{unique('issuer')}.example", Key()
        self.awsim.send("PUT", "oidc-keys", {"issuer": f"https://{url}", "keys": {"keys": [key.jwk()]}})
        made = self.iam.create_open_id_connect_provider(Url=f"https://{url}", ClientIDList=["app"])
        provider = made["OpenIDConnectProviderArn"]
        trust = {"Effect": "Allow", "Principal": {"Federated": provider}, "Action": "sts:AssumeRoleWithWebIdentity"}
        _, arn = self.role(trust=[trust])
        now = int(time.time())
        claims = {"iss": f"https://{url}", "aud": "app", "sub": "alice", "iat": now, "exp": now + 600}
        assume = self.awsim.nobody("sts").assume_role_with_web_identity
        request = {"RoleArn": arn, "RoleSessionName": "session", "WebIdentityToken": key.token(claims)}
        assume(**request)
        self.iam.delete_open_id_connect_provider(OpenIDConnectProviderArn=provider)
        with self.assertRaises(ClientError) as raised:
            assume(**request)
        self.assertEqual(raised.exception.response["Error"]["Code"], "InvalidIdentityToken")

    def test_a_second_factor_grows_old_in_a_session(self):
        fresh = when("NumericLessThan", "aws:MultiFactorAuthAge", "300")
        present = when("Bool", "aws:MultiFactorAuthPresent", "true")
        own = [allow("iam:ListUsers", condition=fresh), allow("iam:ListRoles", condition=present)]
        name, key = self.user({"inline": [own]})
        device = self.iam.create_virtual_mfa_device(VirtualMFADeviceName=name)["VirtualMFADevice"]
        serial, seed, step = device["SerialNumber"], device["Base32StringSeed"], int(time.time()) // 30
        codes = {"AuthenticationCode1": totp(seed, step - 1), "AuthenticationCode2": totp(seed, step)}
        self.iam.enable_mfa_device(UserName=name, SerialNumber=serial, **codes)
        self.assertEqual((self.asked(key), self.asked(key, "list_roles")), (NO_IDENTITY, NO_IDENTITY))
        sts = self.awsim.client("sts", key)
        self.assertEqual(self.asked(temporary(sts.get_session_token()["Credentials"])), "invalid")
        request = {"SerialNumber": serial, "TokenCode": totp(seed, step + 1)}
        session = temporary(sts.get_session_token(**request)["Credentials"])
        self.assertEqual((self.asked(session), self.asked(session, "list_roles")), (ALLOWED, ALLOWED))
        self.assertEqual(verdict(sts.get_session_token, **request)[0], "refused")
        self.addCleanup(self.awsim.send, "PUT", "clock", {"offset_seconds": 0})
        self.awsim.send("PUT", "clock", {"offset_seconds": 300})
        self.assertEqual((self.asked(session), self.asked(session, "list_roles")), (NO_IDENTITY, ALLOWED))

    def test_tag_keys_ignore_the_case_of_every_letter(self):
        closed = when("StringEquals", "aws:RequestTag/KÖSTEN", "x")
        name, key = self.user({"inline": [[allow("iam:TagUser")], [deny("iam:TagUser", condition=closed)]]})
        arn = f"arn:aws:iam::{ACCOUNT}:user/{name}"
        for tag, expected in (("Kösten", DENIED), ("kÖSTEN", DENIED), ("Kosten", ALLOWED)):
            with self.subTest(tag):
                found = self.asked(key, "tag_user", UserName=name, Tags=[{"Key": tag, "Value": "x"}])
                self.assertEqual(found, expected)
                context = {**usual_context(), f"aws:RequestTag/{tag}": "x"}
                answer = self.iam.simulate_principal_policy(
                    PolicySourceArn=arn,
                    ActionNames=["iam:TagUser"],
                    ResourceArns=[arn],
                    ContextEntries=entries(context),
                )
                self.assertEqual(answer["EvaluationResults"][0]["EvalDecision"], expected.split()[0])

    def test_decisions_tell_no_secrets(self):
        name, key = self.user({"inline": [[allow(["iam:*", "sts:*"])]]})
        _, arn = self.role()
        iam, password = self.awsim.client("iam", key), "Pa55word-of-the-test!"
        iam.create_login_profile(UserName=name, Password=password)
        made = iam.create_access_key(UserName=name)["AccessKey"]["SecretAccessKey"]
        assumed = self.awsim.client("sts", key).assume_role(RoleArn=arn, RoleSessionName="session")["Credentials"]
        self.asked(temporary(assumed))
        with urllib.request.urlopen(f"{self.awsim.url}/_awsim/decisions?limit=1000") as answer:
            told = answer.read().decode()
        self.assertIn(name, told)
        secrets = [password, made, key["aws_secret_access_key"], assumed["SecretAccessKey"], assumed["SessionToken"]]
        for secret in secrets:
            self.assertNotIn(secret, told)


class Reset(EnforcedCase):
    def test_nobody_of_before_gets_in(self):
        name, key = self.user({"managed": [READ_ONLY]})
        role, arn = self.role({"managed": [READ_ONLY]})
        _, administrator = self.administrator()
        assumed = self.awsim.client("sts", administrator).assume_role(RoleArn=arn, RoleSessionName="session")
        session = temporary(assumed["Credentials"])
        iam = self.awsim.client("iam", session)
        self.assertEqual(verdict(iam.list_users)[0], ALLOWED)
        self.awsim.send("POST", "reset")
        for given in (key, administrator, session):
            self.assertEqual(verdict(self.awsim.client("sts", given).get_caller_identity)[0], "invalid")
        # Nor when there are others of the same names.
        self.iam.create_user(UserName=name)
        trust = {"Effect": "Allow", "Principal": {"AWS": ACCOUNT}, "Action": "sts:AssumeRole"}
        self.iam.create_role(RoleName=role, AssumeRolePolicyDocument=document([trust]))
        for given in (key, session):
            self.assertEqual(verdict(self.awsim.client("sts", given).get_caller_identity)[0], "invalid")


class Propagation(EnforcedCase):
    variables = {"AWSIM_CLOCK__MOVABLE": "true", "AWSIM_ENFORCEMENT__PROPAGATION_DELAY": "60 s"}

    def at(self, seconds):
        self.awsim.send("PUT", "clock", {"offset_seconds": seconds})

    def test_changes_are_felt_when_their_time_has_come(self):
        name, key = self.user({"managed": [READ_ONLY]})
        iam = self.awsim.client("iam", key)

        def asked():
            return verdict(iam.list_users)[0]

        self.assertEqual(asked(), NO_IDENTITY)
        self.at(61)
        self.assertEqual(asked(), ALLOWED)
        self.iam.detach_user_policy(UserName=name, PolicyArn=READ_ONLY)
        self.assertEqual(asked(), ALLOWED)
        self.at(122)
        self.assertEqual(asked(), NO_IDENTITY)
        # A clock that is moved back does not hold up what comes.
        self.at(0)
        self.addCleanup(self.at, 0)
        self.iam.attach_user_policy(UserName=name, PolicyArn=READ_ONLY)
        self.assertEqual(asked(), NO_IDENTITY)
        self.at(61)
        self.assertEqual(asked(), ALLOWED)

    def test_what_handlers_ask_is_felt_then_too(self):
        url, key = f"{unique('issuer')}.example", Key()
        self.awsim.send("PUT", "oidc-keys", {"issuer": f"https://{url}", "keys": {"keys": [key.jwk()]}})
        made = self.iam.create_open_id_connect_provider(Url=f"https://{url}", ClientIDList=["app"])
        trust = {
            "Effect": "Allow",
            "Principal": {"Federated": made["OpenIDConnectProviderArn"]},
            "Action": "sts:AssumeRoleWithWebIdentity",
        }
        _, arn = self.role(trust=[trust])
        now = int(time.time())
        claims = {"iss": f"https://{url}", "aud": "app", "sub": "alice", "iat": now, "exp": now + 600}
        assume = self.awsim.nobody("sts").assume_role_with_web_identity
        request = {"RoleArn": arn, "RoleSessionName": "session", "WebIdentityToken": key.token(claims)}
        self.assertEqual(verdict(assume, **request)[0], "implicitDeny trust")
        self.addCleanup(self.at, 0)
        self.at(61)
        self.assertEqual(verdict(assume, **request)[0], ALLOWED)
