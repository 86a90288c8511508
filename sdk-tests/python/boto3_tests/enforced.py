"""An AWSim that enforces: started by the tests, with clients and identities for them."""

import json
import os
import re
import subprocess
import threading
import unittest
import urllib.error
import urllib.parse
import urllib.request

import boto3
from botocore import UNSIGNED
from botocore.config import Config
from botocore.exceptions import ClientError

from support import ACCOUNT, permanent, take_down_errors, unique

HERE = os.path.dirname(os.path.abspath(__file__))
BINARY = os.environ.get("AWSIM_BINARY") or os.path.join(HERE, "../../../target/debug/awsim")
CONFIG = Config(retries={"max_attempts": 1})
ROOT = {"aws_access_key_id": "test", "aws_secret_access_key": "test"}
DENIALS = {
    "identity-based policy": "identity",
    "permissions boundary": "boundary",
    "session policy": "session",
    "role trust policy": "trust",
    "resource-based policy": "resource",
    "service control policy": "scp",
    "resource control policy": "rcp",
}


class Awsim:
    """A running AWSim with its own state, in memory unless it is told where."""

    def __init__(self, data_dir=":memory:", **variables):
        # The variables of the tests are no settings.
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("AWSIM_")}
        environment = {**inherited, "AWSIM_IAM_ENFORCE": "on", **variables}
        self.process = subprocess.Popen(
            [BINARY, "--port", "0", "--data-dir", data_dir],
            stderr=subprocess.PIPE,
            env=environment,
            text=True,
        )
        self.banner = []
        for line in self.process.stderr:
            self.banner.append(line)
            found = re.search(r"http://\S+", line)
            if found:
                self.url = found.group(0)
                break
        else:
            raise RuntimeError("".join(self.banner))
        # Nobody else reads what it says, and it must not wait for that.
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        for line in self.process.stderr:
            self.banner.append(line)

    def stop(self):
        self.process.terminate()
        self.process.wait()
        self.reader.join()
        self.process.stderr.close()

    def client(self, service, key=None, config=CONFIG):
        made = boto3.client(
            service,
            endpoint_url=self.url,
            region_name="us-east-1",
            config=config,
            **(ROOT if key is None else key),
        )
        return take_down_errors(made)

    def nobody(self, service):
        """A client whose requests are not signed."""
        unsigned = Config(signature_version=UNSIGNED, retries={"max_attempts": 1})
        return self.client(service, {}, unsigned)

    def admin(self, path, **query):
        query = f"?{urllib.parse.urlencode(query)}" if query else ""
        with urllib.request.urlopen(f"{self.url}/_awsim/{path}{query}") as answer:
            return json.loads(answer.read())

    def send(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.url}/_awsim/{path}", data=data, method=method)
        with urllib.request.urlopen(request) as answer:
            return json.loads(answer.read())

    def decisions(self, **query):
        return self.admin("decisions", **query)["decisions"]


def document(statements):
    return json.dumps({"Version": "2012-10-17", "Statement": statements})


def filled(value, names):
    """The value with `{self}` and the like replaced; policy variables stay."""
    if isinstance(value, str):
        for name, text in names.items():
            value = re.sub(r"(?<!\$)\{" + name + r"\}", lambda _: text, value)
        return value
    if isinstance(value, list):
        return [filled(item, names) for item in value]
    if isinstance(value, dict):
        return {filled(key, names): filled(item, names) for key, item in value.items()}
    return value


def verdict(call, **parameters):
    """What came of a call, in the words of the scenarios, and the id of the request."""
    try:
        answer = call(**parameters)
        return "allowed", answer["ResponseMetadata"]["RequestId"]
    except ClientError as error:
        request_id = error.response["ResponseMetadata"].get("RequestId")
        code, message = error.response["Error"]["Code"], error.response["Error"]["Message"]
        if code in ("InvalidClientTokenId", "ExpiredToken"):
            return "invalid", request_id
        if code not in ("AccessDenied", "AccessDeniedException"):
            return "allowed", request_id
        for words, layer in DENIALS.items():
            if re.search(rf" with an explicit deny in {article(words)} {words}(: arn:aws:\S+)?$", message):
                return f"explicitDeny {layer}", request_id
            if f" because no {words} allows the " in message:
                return f"implicitDeny {layer}", request_id
        return "refused", request_id


def article(words):
    return {"identity-based policy": "an", "role trust policy": "the"}.get(words, "a")


class EnforcedCase(unittest.TestCase):
    """Tests of an AWSim that enforces."""

    maxDiff = None
    variables = {}

    @classmethod
    def setUpClass(cls):
        cls.awsim = Awsim(**cls.variables)
        cls.addClassCleanup(cls.awsim.stop)
        cls.iam = cls.awsim.client("iam")
        cls.sts = cls.awsim.client("sts")

    def user(self, identity=None):
        """A user with these policies: its name and a key."""
        name = unique("user")
        names = {"self": name, "account": ACCOUNT}
        identity = filled(identity or {}, names)
        tags = [{"Key": key, "Value": value} for key, value in identity.get("tags", {}).items()]
        boundary = self.boundary(identity)
        self.iam.create_user(UserName=name, Tags=tags, **boundary)
        for number, statement in enumerate(identity.get("inline", [])):
            self.iam.put_user_policy(UserName=name, PolicyName=f"p{number}", PolicyDocument=document(statement))
        for arn in identity.get("managed", []) + self.own_managed(identity):
            self.iam.attach_user_policy(UserName=name, PolicyArn=arn)
        for statements in identity.get("groups", []):
            group = unique("group")
            self.iam.create_group(GroupName=group)
            self.iam.put_group_policy(GroupName=group, PolicyName="p", PolicyDocument=document(statements))
            self.iam.add_user_to_group(GroupName=group, UserName=name)
        return name, permanent(self.iam.create_access_key(UserName=name)["AccessKey"])

    def role(self, identity=None, trust=None):
        """A role with these policies: its name and ARN."""
        name = unique("role")
        names = {"self": name, "account": ACCOUNT}
        identity = filled(identity or {}, names)
        trust = trust or [
            {
                "Effect": "Allow",
                "Principal": {"AWS": ACCOUNT},
                "Action": ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"],
            }
        ]
        tags = [{"Key": key, "Value": value} for key, value in identity.get("tags", {}).items()]
        answer = self.iam.create_role(
            RoleName=name,
            AssumeRolePolicyDocument=document(filled(trust, names)),
            Tags=tags,
            **self.boundary(identity),
        )
        for number, statement in enumerate(identity.get("inline", [])):
            self.iam.put_role_policy(RoleName=name, PolicyName=f"p{number}", PolicyDocument=document(statement))
        for arn in identity.get("managed", []) + self.own_managed(identity):
            self.iam.attach_role_policy(RoleName=name, PolicyArn=arn)
        return name, answer["Role"]["Arn"]

    def policy(self, statements):
        answer = self.iam.create_policy(PolicyName=unique("policy"), PolicyDocument=document(statements))
        return answer["Policy"]["Arn"]

    def own_managed(self, identity):
        return [self.policy(statements) for statements in identity.get("own_managed", [])]

    def boundary(self, identity):
        if "boundary" not in identity:
            return {}
        return {"PermissionsBoundary": self.policy(identity["boundary"])}

    def administrator(self):
        """A user who may do everything: its name and a key."""
        return self.user({"managed": ["arn:aws:iam::aws:policy/AdministratorAccess"]})
