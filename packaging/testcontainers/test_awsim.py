"""Tests that start AWSim in a container: pip install boto3 testcontainers; python3 -m unittest test_awsim.py."""

import json
import unittest

import boto3
from botocore.exceptions import ClientError
from testcontainers.core.container import DockerContainer
from testcontainers.core.wait_strategies import HttpWaitStrategy

PORT = 4566
CONTAINER = (
    DockerContainer("awsim")
    .with_exposed_ports(PORT)
    .with_env("AWSIM_DATA_DIR", ":memory:")
    .with_env("AWSIM_IAM_ENFORCE", "on")
    .waiting_for(HttpWaitStrategy(PORT, "/_awsim/health"))
)


class WithAwsim(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.container = cls.enterClassContext(CONTAINER)
        cls.endpoint = f"http://{cls.container.get_container_host_ip()}:{cls.container.get_exposed_port(PORT)}"

    def client(self, service, key="test", secret="test"):
        return boto3.client(
            service,
            endpoint_url=self.endpoint,
            region_name="us-east-1",
            aws_access_key_id=key,
            aws_secret_access_key=secret,
        )

    def test_a_user_may_read_itself_and_nothing_else(self):
        iam = self.client("iam")
        iam.create_user(UserName="bob")
        statement = {"Effect": "Allow", "Action": "iam:GetUser", "Resource": "arn:aws:iam::*:user/${aws:username}"}
        document = json.dumps({"Version": "2012-10-17", "Statement": statement})
        iam.put_user_policy(UserName="bob", PolicyName="own", PolicyDocument=document)
        key = iam.create_access_key(UserName="bob")["AccessKey"]
        bob = self.client("iam", key["AccessKeyId"], key["SecretAccessKey"])
        self.assertEqual(bob.get_user()["User"]["UserName"], "bob")
        with self.assertRaises(ClientError) as refused:
            bob.list_users()
        self.assertEqual(refused.exception.response["Error"]["Code"], "AccessDenied")
