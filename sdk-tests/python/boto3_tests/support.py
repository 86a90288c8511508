"""Clients of the AWSim under test, and a few words that every test uses."""

import json
import os
import unittest
import urllib.request
import uuid

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

ENDPOINT = os.environ["AWSIM_ENDPOINT"]
ACCOUNT = "000000000000"
CONFIG = Config(retries={"max_attempts": 1}, parameter_validation=True)
UNCHECKED = Config(retries={"max_attempts": 1}, parameter_validation=False)


# The file that takes down which errors of which operations the tests have met; declared_errors.py reads it.
MET_ERRORS = os.environ.get("SDK_TESTS_MET_ERRORS")


def take_down_errors(made):
    """Lets a client take down the errors that it meets."""

    def take_down(parsed, model, **_):
        if "Error" in parsed:
            with open(MET_ERRORS, "a") as file:
                file.write(f"{model.name} {parsed['Error']['Code']}\n")

    if MET_ERRORS:
        made.meta.events.register(f"after-call.{made.meta.service_model.service_name}", take_down)
    return made


def client(service, key=None, config=CONFIG):
    key = key or {"aws_access_key_id": "test", "aws_secret_access_key": "test"}
    made = boto3.client(service, endpoint_url=ENDPOINT, region_name="us-east-1", config=config, **key)
    return take_down_errors(made)


def permanent(key):
    """What `client` takes of an access key."""
    return {"aws_access_key_id": key["AccessKeyId"], "aws_secret_access_key": key["SecretAccessKey"]}


def temporary(credentials):
    """What `client` takes of temporary credentials."""
    return {**permanent(credentials), "aws_session_token": credentials["SessionToken"]}


def resource(service):
    return boto3.resource(
        service,
        endpoint_url=ENDPOINT,
        region_name="us-east-1",
        aws_access_key_id="test",
        aws_secret_access_key="test",
        config=CONFIG,
    )


def trust(service="lambda.amazonaws.com"):
    return json.dumps(
        {
            "Version": "2012-10-17",
            "Statement": [{"Effect": "Allow", "Principal": {"Service": service}, "Action": "sts:AssumeRole"}],
        }
    )


def allow(action="s3:GetObject", resource_arn="*"):
    return json.dumps(
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": action, "Resource": resource_arn}]}
    )


def delegation(template, **changes):
    """A request for what a policy template lets its provider do."""
    return {
        "Description": "Sets things up.",
        "Permissions": {"PolicyTemplateArn": template},
        "RequestorWorkflowId": unique("workflow"),
        "NotificationChannel": f"arn:aws:sns:us-east-1:{ACCOUNT}:delegations",
        "SessionDuration": 3600,
        **changes,
    }


def unique(prefix):
    return f"{prefix}-{uuid.uuid4().hex[:12]}"


def change_state(change):
    """Takes the state of IAM out, lets `change` have its collections, and puts it in again."""
    address = f"{ENDPOINT}/_awsim/state?service=iam"
    with urllib.request.urlopen(address) as response:
        document = json.load(response)
    change(document["services"]["iam"])
    body = json.dumps(document).encode()
    urllib.request.urlopen(urllib.request.Request(address, data=body, method="PUT")).close()


class Case(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.iam = client("iam")
        cls.unchecked = client("iam", config=UNCHECKED)
        cls.sts = client("sts")

    def refused(self, code, status, call, *args, message=None, **kwargs):
        """Calls something that must be refused with this code, status and (if given) message."""
        with self.assertRaises(ClientError) as raised:
            call(*args, **kwargs)
        response = raised.exception.response
        self.assertEqual(response["Error"]["Code"], code, response)
        self.assertEqual(response["ResponseMetadata"]["HTTPStatusCode"], status, response)
        if message is not None:
            self.assertEqual(response["Error"]["Message"], message)
        return response
