"""Signing in with a console password, at the admin interface."""

import csv
import io
import json
import time
import urllib.error
import urllib.request

from enforced import Awsim
from support import ACCOUNT, ENDPOINT, Case, client, temporary, unique
from test_mfa import totp

PASSWORD = "first Password 1"


def sign_in(headers=None, **attempt):
    """The status, and the answer or the code of the refusal."""
    body = json.dumps(attempt).encode()
    request = urllib.request.Request(
        f"{ENDPOINT}/_awsim/sign-in", data=body, method="POST", headers=headers or {}
    )
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, json.load(refused)["error"]["code"]


class SignIn(Case):
    def setUp(self):
        self.name = unique("user")
        self.iam.create_user(UserName=self.name)
        self.iam.create_login_profile(UserName=self.name, Password=PASSWORD)

    def attempt(self, **changes):
        return sign_in(**{"user_name": self.name, "password": PASSWORD, **changes})

    def test_a_user_signs_in_and_that_is_noted(self):
        self.assertNotIn("PasswordLastUsed", self.iam.get_user(UserName=self.name)["User"])
        before = int(time.time())
        status, credentials = self.attempt(account=ACCOUNT)
        self.assertEqual((status, credentials["Version"]), (200, 1), credentials)
        session = temporary(credentials)
        arn = client("sts", session).get_caller_identity()["Arn"]
        self.assertEqual(arn, f"arn:aws:iam::{ACCOUNT}:user/{self.name}")

        used = self.iam.get_user(UserName=self.name)["User"]["PasswordLastUsed"]
        self.assertGreaterEqual(used.timestamp(), before)
        listed = self.iam.get_paginator("list_users").paginate()
        users = {user["UserName"]: user for page in listed for user in page["Users"]}
        self.assertEqual(users[self.name]["PasswordLastUsed"], used)

    def test_nothing_is_said_of_what_was_wrong(self):
        for changes in (
            {"password": "second Password 2"},
            {"user_name": unique("nobody")},
            {"account": "999999999999"},
            {"account": "no-such-alias"},
        ):
            self.assertEqual(self.attempt(**changes), (403, "AuthenticationFailed"), changes)
        self.assertNotIn("PasswordLastUsed", self.iam.get_user(UserName=self.name)["User"])
        self.assertEqual(sign_in(user_name=self.name), (400, "InvalidSignIn"))
        self.assertEqual(self.attempt(headers={"Origin": "https://evil.example"}), (403, "Forbidden"))

    def test_a_device_has_its_part(self):
        device = self.iam.create_virtual_mfa_device(VirtualMFADeviceName=self.name)["VirtualMFADevice"]
        seed, step = device["Base32StringSeed"], int(time.time()) // 30
        self.iam.enable_mfa_device(
            UserName=self.name,
            SerialNumber=device["SerialNumber"],
            AuthenticationCode1=totp(seed, step - 1),
            AuthenticationCode2=totp(seed, step),
        )
        self.assertEqual(self.attempt(), (403, "MultiFactorAuthenticationRequired"))
        self.assertEqual(self.attempt(mfa_code=totp(seed, step)), (403, "AuthenticationFailed"))
        self.assertEqual(self.attempt(mfa_code=totp(seed, step + 1))[0], 200)

    def test_a_password_that_must_be_replaced(self):
        self.iam.update_login_profile(UserName=self.name, PasswordResetRequired=True)
        self.assertEqual(self.attempt(), (403, "PasswordResetRequired"))

    def test_an_alias_stands_for_the_account(self):
        alias = unique("alias")
        self.iam.create_account_alias(AccountAlias=alias)
        self.addCleanup(self.iam.delete_account_alias, AccountAlias=alias)
        self.assertEqual(self.attempt(account=alias)[0], 200)

    def test_the_credential_report_has_it(self):
        # A report is good for hours, and another test may have made one: an AWSim of its own has none.
        awsim = Awsim(AWSIM_IAM_ENFORCE="off")
        try:
            iam = awsim.client("iam")
            iam.create_user(UserName="bob")
            iam.create_login_profile(UserName="bob", Password=PASSWORD)
            body = json.dumps({"user_name": "bob", "password": PASSWORD}).encode()
            request = urllib.request.Request(f"{awsim.url}/_awsim/sign-in", data=body, method="POST")
            urllib.request.urlopen(request).close()
            iam.generate_credential_report()
            report = io.StringIO(iam.get_credential_report()["Content"].decode())
            bob = next(row for row in csv.DictReader(report) if row["user"] == "bob")
            used = iam.get_user(UserName="bob")["User"]["PasswordLastUsed"]
            self.assertEqual(bob["password_last_used"], used.isoformat())
        finally:
            awsim.stop()
