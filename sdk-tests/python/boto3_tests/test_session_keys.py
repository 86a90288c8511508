"""The keys that seal session tokens: a new one every hour of the clock, the earlier ones for 36 hours, over restarts."""

import json
import pathlib
import tempfile
import unittest

from botocore.exceptions import ClientError

from enforced import Awsim, document
from support import ACCOUNT, permanent, temporary, unique

HOUR = 3600


class SessionKeys(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.directory = pathlib.Path(directory.name)
        self.awsim = self.started()
        self.addCleanup(lambda: self.awsim.stop())
        iam, name = self.awsim.client("iam"), unique("user")
        iam.create_user(UserName=name)
        self.key = permanent(iam.create_access_key(UserName=name)["AccessKey"])
        trust = {"Effect": "Allow", "Principal": {"AWS": ACCOUNT}, "Action": "sts:AssumeRole"}
        self.role = iam.create_role(RoleName=unique("role"), AssumeRolePolicyDocument=document([trust]))["Role"]["Arn"]

    def started(self):
        settings = {"AWSIM_CLOCK__MOVABLE": "true", "AWSIM_SESSIONS__KEY_ROTATION": "1 h"}
        # A clock that is moved makes the signatures of clients too old.
        return Awsim(str(self.directory), AWSIM_IAM_ENFORCE="off", **settings)

    def move(self, seconds):
        self.awsim.send("PUT", "clock", {"offset_seconds": seconds})

    def session(self):
        """A session of 36 hours."""
        sts = self.awsim.client("sts", self.key)
        return temporary(sts.get_session_token(DurationSeconds=36 * HOUR)["Credentials"])

    def identity(self, key):
        return self.awsim.client("sts", key).get_caller_identity()["Arn"]

    def refused(self, code, key):
        with self.assertRaises(ClientError) as raised:
            self.identity(key)
        self.assertEqual(raised.exception.response["Error"]["Code"], code)
        self.assertEqual(raised.exception.response["ResponseMetadata"]["HTTPStatusCode"], 403)

    def keys(self):
        """How many keys there are."""
        return len((self.directory / "session.key").read_text().splitlines()) - 1

    def test_sessions_outlive_their_keys_taking_over_and_restarts(self):
        first = self.session()
        self.assertEqual(self.keys(), 1)
        for hours in (1, 2, 20, 35):
            self.move(hours * HOUR)
            later = self.session()
            self.assertEqual(self.identity(first), self.identity(later))
        self.assertEqual(self.keys(), 5)
        self.awsim.stop()
        self.awsim = self.started()
        self.move(35 * HOUR)
        self.assertEqual(self.identity(first), self.identity(later))
        self.assertEqual(self.keys(), 5)

        self.move(36 * HOUR + 1)
        self.refused("ExpiredToken", first)
        self.assertIn(":user/", self.identity(later))

    def test_a_session_whose_key_is_gone_has_expired(self):
        first = self.session()
        self.move(HOUR)
        self.session()
        self.move(38 * HOUR)
        self.session()
        self.assertEqual(self.keys(), 2)
        self.refused("ExpiredToken", first)

    def test_a_session_of_another_host_is_nobodys(self):
        foreign = self.session()
        self.awsim.stop()
        (self.directory / "session.key").unlink()
        self.awsim = self.started()
        self.refused("InvalidClientTokenId", foreign)

    def test_policies_take_little_room(self):
        def size(**policy):
            sts = self.awsim.client("sts", self.key)
            answer = sts.assume_role(RoleArn=self.role, RoleSessionName="session", **policy)
            return len(answer["Credentials"]["SessionToken"]), answer.get("PackedPolicySize")

        statement = {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::bucket/*"}
        policy = json.dumps({"Version": "2012-10-17", "Statement": [statement] * 20}, separators=(",", ":"))
        plain, packed = size(), size(Policy=policy)
        self.assertIsNone(plain[1])
        self.assertTrue(0 < packed[1] <= 100, packed)
        self.assertLess(packed[0], plain[0] + len(policy) // 4)
