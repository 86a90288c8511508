"""A server behind AWSim: started by the tests, and an AWSim that enforces in front of it."""

import os
import re
import subprocess
import sys
import threading

import botocore
from botocore.exceptions import ClientError

from enforced import EnforcedCase, document, verdict
from support import ACCOUNT, permanent, unique

OTHER = "111122223333"
SERVICES = ("DYNAMODB", "KMS", "LAMBDA", "S3", "SECRETSMANAGER", "SNS", "SQS")


class Moto:
    """A server that does the work of many services, as a process of its own."""

    def __init__(self):
        environment = {**os.environ, "PYTHONPATH": os.environ["AWSIM_MOTO"], "MOTO_ACCOUNT_ID": ACCOUNT}
        start = "from moto.server import main; main(['-H', '127.0.0.1', '-p', '0'])"
        self.process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-c", start],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=environment,
            text=True,
        )
        said = []
        for line in self.process.stderr:
            said.append(line)
            found = re.search(r"http://[\d.]+:\d+", line)
            if found:
                self.url = found.group(0)
                break
        else:
            raise RuntimeError("".join(said))
        # Nobody else reads what it says, and it must not wait for that.
        self.reader = threading.Thread(target=self.process.stderr.read, daemon=True)
        self.reader.start()

    def stop(self):
        self.process.terminate()
        self.process.wait()
        self.reader.join()
        self.process.stderr.close()


def model(service):
    """The file with botocore's newest model of a service."""
    versions = os.path.join(os.path.dirname(botocore.__file__), "data", service)
    return os.path.join(versions, max(os.listdir(versions)), "service-2.json.gz")


class UpstreamCase(EnforcedCase):
    """Tests of a service that runs elsewhere, behind an AWSim that enforces."""

    service = None
    settings = {}
    # The services that only their models make known: boto3's name of each, and the name that requests are signed for.
    models = {}

    @classmethod
    def setUpClass(cls):
        cls.moto = Moto()
        cls.addClassCleanup(cls.moto.stop)
        cls.variables = {f"AWSIM_SERVICES__{service}__UPSTREAM": cls.moto.url for service in SERVICES}
        for name, signed_for in cls.models.items():
            section = f"AWSIM_SERVICES__{signed_for.upper()}"
            cls.variables.update({f"{section}__UPSTREAM": cls.moto.url, f"{section}__MODEL": model(name)})
        cls.variables.update(cls.settings)
        cls.variables["AWSIM_BOOTSTRAP__ACCOUNTS"] = (
            f'[{{"id": "{OTHER}", "name": "other", "email": "other@example.com",'
            ' "root": {"access_key_id": "other-root", "secret_access_key": "other-secret"}}]'
        )
        super().setUpClass()
        cls.name, key = cls().administrator()
        cls.admin = cls.awsim.client(cls.service, key)
        other = {"aws_access_key_id": "other-root", "aws_secret_access_key": "other-secret"}
        cls.other_iam = cls.awsim.client("iam", other)

    def caller(self, *statements, **identity):
        """A client of somebody with these statements: an action, or a list, or a dictionary."""
        statements = [self.statement(statement) for statement in statements]
        inline = [statements] if statements else []
        name, key = self.user({"inline": inline, **identity})
        return self.awsim.client(self.service, key)

    def foreigner(self, *statements):
        """A client of a user of another account, and the user's ARN."""
        name = unique("user")
        arn = self.other_iam.create_user(UserName=name)["User"]["Arn"]
        text = document([self.statement(statement) for statement in statements])
        self.other_iam.put_user_policy(UserName=name, PolicyName="own", PolicyDocument=text)
        key = self.other_iam.create_access_key(UserName=name)["AccessKey"]
        return self.awsim.client(self.service, permanent(key)), arn

    @staticmethod
    def statement(statement):
        if isinstance(statement, dict):
            return {"Effect": "Allow", "Resource": "*", **statement}
        return {"Effect": "Allow", "Action": statement, "Resource": "*"}

    def allowed(self, call, **parameters):
        found, request = verdict(call, **parameters)
        self.assertEqual(found, "allowed", (call, self.awsim.decisions(request_id=request)))

    def denied(self, layer, call, **parameters):
        """A call that is denied, by a statement (`explicitDeny identity`) or for want of one (`identity`)."""
        found, request = verdict(call, **parameters)
        expected = layer if " " in layer else f"implicitDeny {layer}"
        self.assertEqual(found, expected, (call, self.awsim.decisions(request_id=request)))

    def checks(self, call, **parameters):
        """The actions and resources that a call was decided on."""
        request = verdict(call, **parameters)[1]
        decisions = self.awsim.decisions(request_id=request)
        return sorted((decision["action"], decision["resource"]) for decision in decisions)

    def code(self, call, **parameters):
        with self.assertRaises(ClientError) as raised:
            call(**parameters)
        return raised.exception.response["Error"]["Code"]
