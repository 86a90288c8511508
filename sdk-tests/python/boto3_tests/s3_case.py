"""What the tests of S3 behind AWSim have in common."""

import urllib.error
import urllib.request

from botocore.exceptions import ClientError

from enforced import document
from support import ACCOUNT, unique
from upstream import UpstreamCase

EVERYBODY = "*"


def bucket_arn(name):
    return f"arn:aws:s3:::{name}"


def objects(name, keys="*"):
    return f"{bucket_arn(name)}/{keys}"


def user_arn(name):
    return f"arn:aws:iam::{ACCOUNT}:user/{name}"


def allow(principal, action, resource, **more):
    principal = principal if principal == EVERYBODY else {"AWS": principal}
    return {"Effect": "Allow", "Principal": principal, "Action": action, "Resource": resource, **more}


def deny(principal, action, resource, **more):
    return {**allow(principal, action, resource, **more), "Effect": "Deny"}


class S3Case(UpstreamCase):
    service = "s3"

    def bucket(self, *keys, **more):
        """A new bucket with these objects."""
        name = unique("bucket")
        self.admin.create_bucket(Bucket=name, **more)
        for key in keys:
            self.admin.put_object(Bucket=name, Key=key, Body=key.encode())
        return name

    def open_bucket(self, *keys, **more):
        """The same, without Block Public Access."""
        name = self.bucket(*keys, **more)
        self.admin.delete_public_access_block(Bucket=name)
        return name

    def set_policy(self, bucket, *statements):
        self.admin.put_bucket_policy(Bucket=bucket, Policy=document(list(statements)))

    def refused(self, code, status, call, **parameters):
        """A call that is refused; what it is told."""
        with self.assertRaises(ClientError) as raised:
            call(**parameters)
        response = raised.exception.response
        found = response["Error"]["Code"], response["ResponseMetadata"]["HTTPStatusCode"]
        self.assertEqual(found, (code, status), response)
        return response["Error"]["Message"]

    def access_denied(self, call, **parameters):
        """A call that is denied without a reason: to strangers, and to requests that get no body."""
        with self.assertRaises(ClientError) as raised:
            call(**parameters)
        error = raised.exception.response["Error"]
        self.assertIn((error["Code"], error["Message"]), [("AccessDenied", "Access Denied"), ("403", "Forbidden")])

    def fetch(self, url, method="GET", data=None, headers=None):
        """The status and body of what a URL answers."""
        # Else it would be a form.
        headers = {"Content-Type": "application/octet-stream", **(headers or {})} if data else headers or {}
        request = urllib.request.Request(url, data=data, method=method, headers=headers)
        try:
            with urllib.request.urlopen(request) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()
