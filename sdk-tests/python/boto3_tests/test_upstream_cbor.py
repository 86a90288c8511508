"""A service that is spoken to in RPC v2 CBOR, behind AWSim: what is allowed and denied, and what the server gets to see."""

import threading
import unittest.mock
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from botocore.exceptions import ClientError
from botocore.model import ServiceModel

from support import unique
from test_upstream_generic import GenericCase, arn

CHOSEN = ServiceModel.__dict__["resolved_protocol"]


def chosen(model):
    """The protocol that boto3 speaks; it prefers JSON where it may choose."""
    return "smithy-rpc-v2-cbor" if model.service_name == "codebuild" else CHOSEN.__get__(model, ServiceModel)


class Elsewhere:
    """A server that answers everything with an output of nothing."""

    def __init__(self):
        self.seen = seen = []

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                seen.append((self.path, dict(self.headers), body))
                self.send_response(200)
                for name, value in (("smithy-protocol", "rpc-v2-cbor"), ("Content-Type", "application/cbor"), ("Content-Length", "1")):
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(b"\xa0")

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = "http://127.0.0.1:%d" % self.server.server_address[1]
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


class CodeBuild(GenericCase):
    service = "codebuild"
    models = {"codebuild": "codebuild"}

    @classmethod
    def setUpClass(cls):
        cls.elsewhere = Elsewhere()
        cls.addClassCleanup(cls.elsewhere.stop)
        cls.settings = {"AWSIM_SERVICES__CODEBUILD__UPSTREAM": cls.elsewhere.url}
        cls.enterClassContext(unittest.mock.patch.object(ServiceModel, "resolved_protocol", property(chosen)))
        super().setUpClass()

    def project(self, name, role):
        return {
            "name": name,
            "serviceRole": role,
            "source": {"type": "NO_SOURCE", "buildspec": "version: 0.2"},
            "artifacts": {"type": "NO_ARTIFACTS"},
            "environment": {"type": "LINUX_CONTAINER", "image": "i", "computeType": "BUILD_GENERAL1_SMALL"},
        }

    def test_policies_decide_by_action_and_arn(self):
        name, other = unique("project"), unique("project")
        builder = self.caller({"Action": "codebuild:StartBuild", "Resource": arn("codebuild", f"project/{name}")})
        self.allowed(builder.start_build, projectName=name)
        path, headers, body = self.elsewhere.seen[-1]
        self.assertEqual(path, "/service/CodeBuild_20161006/operation/StartBuild")
        self.assertEqual(headers["smithy-protocol"], "rpc-v2-cbor")
        self.assertIn(b"kprojectName", body)
        before = len(self.elsewhere.seen)
        self.denied("identity", builder.start_build, projectName=other)
        self.denied("identity", builder.list_projects)
        self.assertEqual(len(self.elsewhere.seen), before)

    def test_a_denial_is_told_in_cbor(self):
        with self.assertRaises(ClientError) as raised:
            self.caller("codebuild:ListBuilds").list_projects()
        answer = raised.exception.response
        self.assertEqual(answer["Error"]["Code"], "AccessDeniedException")
        self.assertIn("is not authorized to perform: codebuild:ListProjects", answer["Error"]["Message"])
        headers = answer["ResponseMetadata"]["HTTPHeaders"]
        self.assertEqual((headers["smithy-protocol"], headers["content-type"]), ("rpc-v2-cbor", "application/cbor"))

    def test_a_role_must_be_passed(self):
        name, role = unique("project"), self.role()
        create = {"Action": "codebuild:CreateProject", "Resource": arn("codebuild", f"project/{name}")}
        self.denied("identity", self.caller(create).create_project, **self.project(name, role))
        passing = self.caller(create, {"Action": "iam:PassRole", "Resource": role})
        self.allowed(passing.create_project, **self.project(name, role))
        self.denied("identity", passing.create_project, **self.project(name, self.role()))

    def test_tags_of_a_request_are_conditions(self):
        name, role = unique("project"), self.role()
        condition = {"StringEquals": {"aws:RequestTag/team": "blue"}}
        create = {"Action": "codebuild:CreateProject", "Condition": condition}
        creator = self.caller(create, {"Action": "iam:PassRole", "Resource": role})
        project = self.project(name, role)
        self.allowed(creator.create_project, **project, tags=[{"key": "team", "value": "blue"}])
        self.denied("identity", creator.create_project, **project, tags=[{"key": "team", "value": "red"}])
        self.denied("identity", creator.create_project, **project)

    def test_json_is_still_understood(self):
        name = unique("project")
        _, key = self.user({"inline": [[self.statement("codebuild:StartBuild")]]})
        headers = {"Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": "CodeBuild_20161006.StartBuild"}
        self.assertEqual(self.raw(key, self.service, body=b'{"projectName": "%s"}' % name.encode(), **headers)[0], 200)

    def test_what_is_not_in_the_protocol_is_refused(self):
        _, key = self.administrator()
        path = "/service/CodeBuild_20161006/operation/StartBuild"
        headers = {"smithy-protocol": "rpc-v2-cbor", "Content-Type": "application/cbor"}
        sound = b"\xa1\x6bprojectName\x61a"
        self.assertEqual(self.raw(key, "codebuild", path=path, body=sound, **headers)[0], 200)
        before = len(self.elsewhere.seen)
        twice = b"\xa2\x6bprojectName\x61a\x6bprojectName\x61b"
        for body in (twice, b"\xa1\x6bprojectName", b"\xa0", b"\x81" * 1000, sound + b"\x00", b"\xa1\x6bprojectName\xf6", b"{}"):
            self.assertEqual(self.raw(key, "codebuild", path=path, body=body, **headers)[0], 400, body)
        for other in ("/", f"{path}/", "/service/Other/operation/StartBuild", "/service/CodeBuild_20161006/operation/Invented", f"{path}?a=b"):
            self.assertEqual(self.raw(key, "codebuild", path=other, body=sound, **headers)[0], 400, other)
        for more in (
            {"X-Amz-Target": "CodeBuild_20161006.ListProjects"},
            {"Content-Type": "application/x-amz-json-1.1"},
            {"smithy-protocol": "rpc-v2-json"},
        ):
            self.assertEqual(self.raw(key, "codebuild", path=path, body=sound, **{**headers, **more})[0], 400, more)
        self.assertEqual(self.raw(key, "codebuild", "GET", path, **headers)[0], 400)
        self.assertEqual(len(self.elsewhere.seen), before)


del GenericCase
