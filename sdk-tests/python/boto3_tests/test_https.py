"""HTTPS on the port that answers HTTP: real clients, and what policies say of the transport."""

import json
import os
import socket
import ssl
import subprocess
import sys
import tempfile
import unittest
import urllib.error
import urllib.request

import boto3
from botocore.exceptions import ClientError, SSLError

from enforced import CONFIG, Awsim, document
from support import permanent

TLS_ONLY = [
    {"Effect": "Allow", "Action": "iam:*", "Resource": "*"},
    {"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "false"}}},
]


class Https(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.awsim = Awsim(AWSIM_TLS__ENABLED="true", AWSIM_TLS__NAMES="awsim.test, 192.0.2.7")
        cls.addClassCleanup(cls.awsim.stop)
        cls.https = cls.awsim.url.replace("http://", "https://")
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.authority = os.path.join(folder.name, "authority.pem")
        with urllib.request.urlopen(f"{cls.awsim.url}/_awsim/authority") as answer:
            with open(cls.authority, "wb") as file:
                file.write(answer.read())

    def client(self, service, key=None, verify=None, url=None):
        return boto3.client(
            service,
            endpoint_url=url or self.https,
            region_name="us-east-1",
            config=CONFIG,
            verify=verify or self.authority,
            **(key or {"aws_access_key_id": "test", "aws_secret_access_key": "test"}),
        )

    def test_boto3_trusts_the_authority(self):
        self.assertEqual(self.client("sts").get_caller_identity()["Account"], "000000000000")

    def test_the_banner_and_info_tell(self):
        self.assertTrue(any(self.https in line for line in self.awsim.banner), self.awsim.banner)
        self.assertTrue(self.awsim.admin("info")["https"])

    def test_who_does_not_trust_it_does_not_talk(self):
        with self.assertRaises(SSLError):
            self.client("sts", verify=ssl.get_default_verify_paths().cafile or True).get_caller_identity()

    def test_the_certificate_is_for_the_names_that_were_asked_for(self):
        port = int(self.https.rsplit(":", 1)[1])
        for name in ["localhost", "bucket.s3.localhost", "127.0.0.1", "awsim.test", "192.0.2.7"]:
            context = ssl.create_default_context(cafile=self.authority)
            with socket.create_connection(("127.0.0.1", port)) as raw:
                with context.wrap_socket(raw, server_hostname=name) as secured:
                    self.assertEqual(secured.version(), "TLSv1.3", name)
        context = ssl.create_default_context(cafile=self.authority)
        with socket.create_connection(("127.0.0.1", port)) as raw:
            with self.assertRaises(ssl.SSLCertVerificationError):
                context.wrap_socket(raw, server_hostname="elsewhere.test")

    def test_policies_see_the_transport(self):
        admin = self.awsim.client("iam")
        admin.create_user(UserName="careful")
        admin.put_user_policy(UserName="careful", PolicyName="tls-only", PolicyDocument=document(TLS_ONLY))
        made = admin.create_access_key(UserName="careful")["AccessKey"]
        key = permanent(made)
        self.assertEqual(self.client("iam", key).get_user(UserName="careful")["User"]["UserName"], "careful")
        with self.assertRaises(ClientError) as refused:
            self.client("iam", key, url=self.awsim.url).get_user(UserName="careful")
        self.assertIn("explicit deny", refused.exception.response["Error"]["Message"])

    def test_the_aws_cli_takes_the_authority_as_its_bundle(self):
        environment = {
            **os.environ,
            "AWS_CA_BUNDLE": self.authority,
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_DEFAULT_REGION": "us-east-1",
        }
        answer = subprocess.run(
            [sys.executable, "-m", "awscli", "--endpoint-url", self.https, "sts", "get-caller-identity"],
            env=environment,
            capture_output=True,
            text=True,
        )
        self.assertEqual(answer.returncode, 0, answer.stderr)
        self.assertEqual(json.loads(answer.stdout)["Account"], "000000000000")


class OnlyHttp(unittest.TestCase):
    def test_without_it_there_is_no_authority(self):
        awsim = Awsim()
        self.addCleanup(awsim.stop)
        self.assertFalse(awsim.admin("info")["https"])
        with self.assertRaises(urllib.error.HTTPError) as refused:
            awsim.admin("authority")
        self.assertEqual(refused.exception.code, 404)


class Given(unittest.TestCase):
    """A certificate that the configuration names; what it does not name well is said at the start."""

    def start(self, **variables):
        return Awsim(AWSIM_TLS__ENABLED="true", **variables)

    def test_a_kept_certificate_serves_as_a_given_one(self):
        with tempfile.TemporaryDirectory() as folder:
            kept = os.path.join(folder, "data")
            self.start(data_dir=kept).stop()
            tls = os.path.join(kept, "tls")
            given = self.start(
                AWSIM_TLS__CERTIFICATE=os.path.join(tls, "certificate.pem"),
                AWSIM_TLS__PRIVATE_KEY=os.path.join(tls, "key.pem"),
            )
            self.addCleanup(given.stop)
            client = boto3.client(
                "sts",
                endpoint_url=given.url.replace("http://", "https://"),
                region_name="us-east-1",
                aws_access_key_id="test",
                aws_secret_access_key="test",
                verify=os.path.join(tls, "authority.pem"),
            )
            self.assertEqual(client.get_caller_identity()["Account"], "000000000000")
            with self.assertRaises(urllib.error.HTTPError):
                given.admin("authority")

    def test_half_of_it_is_no_start(self):
        with self.assertRaisesRegex(RuntimeError, "given together, or neither"):
            self.start(AWSIM_TLS__CERTIFICATE="/nowhere.pem")

    def test_a_missing_file_is_no_start(self):
        with self.assertRaisesRegex(RuntimeError, "/nowhere.pem cannot be read"):
            self.start(AWSIM_TLS__CERTIFICATE="/nowhere.pem", AWSIM_TLS__PRIVATE_KEY="/nowhere.key")


if __name__ == "__main__":
    unittest.main()
