"""Enforcement over the wire: what AWSim denies is what the policies deny, and the simulator says the same."""

import datetime
import json
import urllib.request

from botocore.exceptions import ClientError

from enforced import EnforcedCase, document, filled, verdict
from enforcement_scenarios import ADMIN, ALLOWED, SCENARIOS, TRUSTS, allow, trusts
from support import ACCOUNT, temporary

OTHER = {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}


def usual_context():
    """The condition keys that requests of these tests have anyway."""
    now = datetime.datetime.now(datetime.timezone.utc)
    return {
        "aws:SourceIp": "127.0.0.1",
        "aws:SecureTransport": "false",
        "aws:ViaAWSService": "false",
        "aws:RequestedRegion": "us-east-1",
        "aws:CurrentTime": now.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "aws:EpochTime": str(int(now.timestamp())),
    }


TYPES = {
    "aws:SourceIp": "ip",
    "aws:SecureTransport": "boolean",
    "aws:ViaAWSService": "boolean",
    "aws:CurrentTime": "date",
    "aws:EpochTime": "numeric",
    "aws:TagKeys": "stringList",
}


def entries(context):
    return [
        {
            "ContextKeyName": key,
            "ContextKeyType": TYPES.get(key, "string"),
            "ContextKeyValues": value if isinstance(value, list) else [value],
        }
        for key, value in context.items()
    ]


class Scenarios(EnforcedCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.iam.create_user(UserName="other")
        cls.iam.create_role(RoleName="passed", AssumeRolePolicyDocument=document(trusts(OTHER)))
        cls.iam.create_instance_profile(InstanceProfileName="profile")
        cls.asked = 0
        cls.simulated = 0

    def credentials(self, scenario, identity):
        """The name of the identity, what the simulator calls it, and credentials of it."""
        via = scenario.get("via", {})
        if identity["kind"] == "role":
            name, arn = self.role(identity)
            key = self.assume(arn, via["assume"])
        else:
            name, key = self.user(identity)
            arn = f"arn:aws:iam::{ACCOUNT}:user/{name}"
        if "federate" in via:
            sts = self.awsim.client("sts", key)
            policy = document(via["federate"]["policy"])
            key = temporary(sts.get_federation_token(Name="kim", Policy=policy)["Credentials"])
        if "session_token" in via:
            key = temporary(self.awsim.client("sts", key).get_session_token()["Credentials"])
        return name, arn, key

    def assume(self, arn, given):
        _, key = self.administrator()
        request = {"RoleArn": arn, "RoleSessionName": "session"}
        if "policy" in given:
            request["Policy"] = document(given["policy"])
        if "policy_arns" in given:
            request["PolicyArns"] = [{"arn": arn} for arn in given["policy_arns"]]
        if "tags" in given:
            request["Tags"] = [{"Key": key, "Value": value} for key, value in given["tags"].items()]
        if "source_identity" in given:
            request["SourceIdentity"] = given["source_identity"]
        return temporary(self.awsim.client("sts", key).assume_role(**request)["Credentials"])

    def test_scenarios(self):
        for scenario in SCENARIOS:
            name, arn, key = self.credentials(scenario, scenario["identity"])
            names = {"self": name, "account": ACCOUNT}
            context = {**usual_context(), **filled(scenario.get("context", {}), names)}
            for (service, operation, parameters), expected in scenario["calls"]:
                with self.subTest(scenario["name"], operation=operation, parameters=parameters):
                    client = self.awsim.client(service, key)
                    call = getattr(client, snake(operation))
                    found, request_id = verdict(call, **filled(parameters, names))
                    self.assertEqual(found, expected)
                    type(self).asked += 1
                    if service == "iam" and scenario.get("simulated", True):
                        self.simulate(arn, context, request_id, expected)
        self.assertGreaterEqual(self.asked + len(TRUSTS), 150)
        self.assertGreaterEqual(self.simulated, 100)

    def simulate(self, arn, context, request_id, expected):
        """Asks the simulator what the recorded decisions of a request were about: it must say the same."""
        decisions = self.awsim.decisions(request_id=request_id)
        self.assertTrue(decisions, request_id)
        for decision in decisions:
            answer = self.iam.simulate_principal_policy(
                PolicySourceArn=arn,
                ActionNames=[decision["action"]],
                ResourceArns=[decision["resource"]],
                ContextEntries=entries(context),
            )
            [result] = answer["EvaluationResults"]
            self.assertEqual(result["EvalDecision"], decision["verdict"], decision)
            type(self).simulated += 1
        said = "allowed" if expected == ALLOWED else expected.split()[0]
        self.assertEqual(decisions[0]["verdict"], said)

    def test_trusts(self):
        for name, policies, trust, parameters, expected in TRUSTS:
            with self.subTest(name):
                user, key = self.user()
                names = {"self": user, "account": ACCOUNT}
                _, arn = self.role(trust=filled(trust, names))
                names["role"] = arn
                for number, statement in enumerate(policies):
                    self.iam.put_user_policy(
                        UserName=user,
                        PolicyName=f"p{number}",
                        PolicyDocument=document(filled(statement, names)),
                    )
                request = {"RoleArn": arn, "RoleSessionName": "session", **filled(parameters, names)}
                found, _ = verdict(self.awsim.client("sts", key).assume_role, **request)
                self.assertEqual(found, expected)


def snake(operation):
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in operation).lstrip("_")


class Callers(EnforcedCase):
    """Who is let in at all, and what nobody may."""

    def test_root_is_not_limited_and_assumes_no_roles(self):
        self.assertEqual(verdict(self.iam.list_users)[0], ALLOWED)
        _, arn = self.role()
        with self.assertRaises(ClientError) as raised:
            self.sts.assume_role(RoleArn=arn, RoleSessionName="session")
        self.assertEqual(raised.exception.response["Error"]["Code"], "AccessDenied")

    def test_unknown_and_wrong_keys_are_refused(self):
        _, key = self.user()
        for given, code in [
            ({"aws_access_key_id": "AKIAIOSFODNN7EXAMPLE", "aws_secret_access_key": "x"}, "InvalidClientTokenId"),
            ({**key, "aws_secret_access_key": "wrong"}, "SignatureDoesNotMatch"),
        ]:
            with self.assertRaises(ClientError) as raised:
                self.awsim.client("sts", given).get_caller_identity()
            self.assertEqual(raised.exception.response["Error"]["Code"], code)
            self.assertEqual(raised.exception.response["ResponseMetadata"]["HTTPStatusCode"], 403)

    def test_an_inactive_key_is_refused(self):
        name, key = self.user()
        self.iam.update_access_key(UserName=name, AccessKeyId=key["aws_access_key_id"], Status="Inactive")
        self.assertEqual(verdict(self.awsim.client("sts", key).get_caller_identity)[0], "invalid")

    def test_nobody_is_refused(self):
        request = urllib.request.Request(
            self.awsim.url, b"Action=ListUsers&Version=2010-05-08", {"Host": "iam.localhost"}
        )
        with self.assertRaises(urllib.error.HTTPError) as raised:
            urllib.request.urlopen(request)
        self.assertEqual(raised.exception.code, 403)
        self.assertIn(b"MissingAuthenticationToken", raised.exception.read())

    def test_roles_that_are_not_there_look_like_roles_that_do_not_trust(self):
        _, key = self.user({"inline": [allow("sts:AssumeRole")]})
        _, arn = self.role(trust=[trusts({"Service": "ec2.amazonaws.com"})])
        sts = self.awsim.client("sts", key)
        messages = []
        for role in (arn, f"arn:aws:iam::{ACCOUNT}:role/missing"):
            with self.assertRaises(ClientError) as raised:
                sts.assume_role(RoleArn=role, RoleSessionName="session")
            messages.append(raised.exception.response["Error"]["Message"].replace(role, "ROLE"))
        self.assertEqual(messages[0], messages[1])

    def test_a_user_made_again_is_another(self):
        name, key = self.user({"managed": [ADMIN]})
        credentials = temporary(self.awsim.client("sts", key).get_session_token()["Credentials"])
        self.iam.detach_user_policy(UserName=name, PolicyArn=ADMIN)
        self.iam.delete_access_key(UserName=name, AccessKeyId=key["aws_access_key_id"])
        self.iam.delete_user(UserName=name)
        self.iam.create_user(UserName=name)
        self.assertEqual(verdict(self.awsim.client("sts", credentials).get_caller_identity)[0], "invalid")

    def test_changes_are_felt_at_once(self):
        name, key = self.user()
        iam = self.awsim.client("iam", key)
        self.assertEqual(verdict(iam.list_users)[0], "implicitDeny identity")
        self.iam.attach_user_policy(UserName=name, PolicyArn=ADMIN)
        self.assertEqual(verdict(iam.list_users)[0], ALLOWED)
        arn = self.policy([allow("iam:ListUsers")])
        self.iam.put_user_permissions_boundary(UserName=name, PermissionsBoundary=arn)
        self.assertEqual(verdict(iam.list_users)[0], ALLOWED)
        self.assertEqual(verdict(iam.list_roles)[0], "implicitDeny boundary")
        self.iam.create_policy_version(
            PolicyArn=arn, PolicyDocument=document(allow("iam:ListRoles")), SetAsDefault=True
        )
        self.assertEqual(verdict(iam.list_users)[0], "implicitDeny boundary")
        self.assertEqual(verdict(iam.list_roles)[0], ALLOWED)
        self.iam.set_default_policy_version(PolicyArn=arn, VersionId="v1")
        self.assertEqual(verdict(iam.list_users)[0], ALLOWED)

    def test_chained_roles_keep_what_is_passed_on(self):
        _, second = self.role(
            {"inline": [allow("iam:ListUsers", condition={"StringEquals": {"aws:PrincipalTag/Team": "red"}})]}
        )
        _, first = self.role({"inline": [allow(["sts:AssumeRole", "sts:TagSession"])]})
        _, key = self.administrator()
        for transitive, expected in ((["Team"], ALLOWED), ([], "implicitDeny identity")):
            session = self.awsim.client("sts", key).assume_role(
                RoleArn=first,
                RoleSessionName="session",
                Tags=[{"Key": "Team", "Value": "red"}],
                TransitiveTagKeys=transitive,
            )
            chained = self.awsim.client("sts", temporary(session["Credentials"])).assume_role(
                RoleArn=second, RoleSessionName="next"
            )
            iam = self.awsim.client("iam", temporary(chained["Credentials"]))
            self.assertEqual(verdict(iam.list_users)[0], expected)


def ask_for_no_role(awsim, key):
    """Asks for the role of an ARN that is none: the code, and the decisions that it left."""
    with_key = awsim.client("sts", key)
    with_key.get_caller_identity()
    try:
        with_key.assume_role(RoleArn="this is no arn at all", RoleSessionName="session")
    except ClientError as refused:
        request_id = refused.response["ResponseMetadata"]["RequestId"]
        left = [found for found in awsim.decisions() if found["request_id"] == request_id]
        return refused.response["Error"]["Code"], left
    return None


class Decisions(EnforcedCase):
    def test_a_request_that_is_none_leaves_no_decision(self):
        _, key = self.administrator()
        self.assertEqual(ask_for_no_role(self.awsim, key), ("ValidationError", []))

    def test_a_decision_has_its_reasons(self):
        name, key = self.user(
            {
                "inline": [
                    allow("iam:ListUsers", condition={"Bool": {"aws:MultiFactorAuthPresent": "true"}}, Sid="Mfa"),
                    allow("iam:GetUser", "arn:aws:iam::{account}:user/other", Sid="Other"),
                ]
            }
        )
        iam = self.awsim.client("iam", key)
        denied, request_id = verdict(iam.list_users)
        self.assertEqual(denied, "implicitDeny identity")
        [decision] = self.awsim.decisions(request_id=request_id)
        self.assertEqual(decision["principal"], f"arn:aws:iam::{ACCOUNT}:user/{name}")
        self.assertEqual((decision["action"], decision["verdict"]), ("iam:ListUsers", "implicitDeny"))
        self.assertEqual(decision["layer"], "identity")
        self.assertTrue(decision["enforced"])
        [missed] = decision["missed"]
        self.assertEqual((missed["policy"], missed["sid"], missed["reason"]), ("p0", "Mfa", "conditions"))
        self.assertEqual(
            missed["conditions"],
            [{"operator": "Bool", "key": "aws:MultiFactorAuthPresent", "wanted": ["true"], "found": None}],
        )
        self.assertEqual(decision["missing_keys"], ["aws:MultiFactorAuthPresent"])
        [decision] = self.awsim.decisions(request_id=verdict(iam.get_user)[1])
        [missed] = decision["missed"]
        self.assertEqual((missed["sid"], missed["reason"]), ("Other", "resource"))
        [allowed] = self.awsim.decisions(request_id=verdict(iam.get_user, UserName="other")[1])
        [matched] = allowed["matched"]
        self.assertEqual((matched["sid"], matched["effect"], matched["start"]["line"]), ("Other", "Allow", 1))

    def test_filters_and_pages(self):
        name, key = self.user({"inline": [allow("iam:ListUsers")]})
        iam = self.awsim.client("iam", key)
        for _ in range(3):
            iam.list_users()
            verdict(iam.list_roles)
        principal = f"*user/{name}"
        denied = self.awsim.decisions(principal=principal, verdict="implicitDeny")
        self.assertEqual([decision["action"] for decision in denied], ["iam:ListRoles"] * 3)
        seen, query = [], {"principal": principal, "limit": 2}
        while True:
            page = self.awsim.admin("decisions", **query)
            seen += page["decisions"]
            if page["next_before"] is None:
                break
            query["before"] = page["next_before"]
        self.assertEqual(len(seen), 6)
        numbers = [decision["number"] for decision in seen]
        self.assertEqual(numbers, sorted(numbers, reverse=True))
        self.assertEqual(len(self.awsim.decisions(principal=principal, action="iam:listusers")), 3)
        with self.assertRaises(urllib.error.HTTPError) as raised:
            self.awsim.admin("decisions", who="me")
        self.assertEqual(raised.exception.code, 400)
        raised.exception.close()

    def test_the_stream_tells_of_decisions_as_they_are_made(self):
        name, key = self.user()
        stream = urllib.request.urlopen(f"{self.awsim.url}/_awsim/decisions/stream?principal=*{name}")
        self.addCleanup(stream.close)
        self.assertEqual(stream.headers["Content-Type"], "text/event-stream")
        request_id = verdict(self.awsim.client("iam", key).list_users)[1]
        event = {}
        for line in stream:
            field, _, value = line.decode().rstrip("\n").partition(": ")
            if not field:
                break
            event[field] = value
        self.assertEqual(event["event"], "decision")
        decision = json.loads(event["data"])
        self.assertEqual((decision["request_id"], str(decision["number"])), (request_id, event["id"]))

    def test_metrics_count_decisions(self):
        _, key = self.user()
        verdict(self.awsim.client("iam", key).list_users)
        with urllib.request.urlopen(f"{self.awsim.url}/_awsim/metrics") as answer:
            text = answer.read().decode()
        self.assertRegex(
            text, r'awsim_decisions_total\{service="iam",verdict="implicitDeny",layer="identity"\} [1-9]'
        )
        self.assertIn('awsim_decision_duration_seconds_count{service="iam"}', text)

    def test_the_banner_and_health_say_that_it_enforces(self):
        for said in (self.awsim.admin("health"), self.awsim.admin("info")):
            self.assertEqual((said["iam_enforce"], said["not_enforced"]), ("on", []))
            # It does not claim to be complete either.
            self.assertTrue(said["not_covered"])

    def test_the_generated_policy_is_enough_and_no_more(self):
        _, key = self.administrator()
        name, _ = self.user()
        iam = self.awsim.client("iam", key)
        principal = self.awsim.client("sts", key).get_caller_identity()["Arn"]
        for parameters in ({"UserName": name}, {"UserName": "missing"}):
            verdict(iam.get_user, **parameters)
        iam.list_users()
        iam.tag_user(UserName=name, Tags=[{"Key": "Team", "Value": "red"}])
        generated = self.awsim.admin("decisions/policy", principal=principal)
        self.assertEqual((generated["principals"], generated["decisions"]), ([principal], 4))
        self.assertTrue(generated["replay_passed"])
        _, key = self.user({"inline": [generated["policy"]["Statement"]]})
        iam = self.awsim.client("iam", key)
        self.assertEqual(verdict(iam.get_user, UserName=name)[0], ALLOWED)
        self.assertEqual(verdict(iam.list_users)[0], ALLOWED)
        self.assertEqual(verdict(iam.untag_user, UserName=name, TagKeys=["Team"])[0], "implicitDeny identity")
        for query, code in (({}, 400), ({"principal": "nobody"}, 404), ({"principal": "*", "merge_from": "x"}, 400)):
            with self.assertRaises(urllib.error.HTTPError) as raised:
                self.awsim.admin("decisions/policy", **query)
            self.assertEqual(raised.exception.code, code)
            raised.exception.close()


class Audit(EnforcedCase):
    variables = {"AWSIM_IAM_ENFORCE": "audit"}

    def test_a_request_that_is_none_leaves_no_decision(self):
        _, key = self.user()
        self.assertEqual(ask_for_no_role(self.awsim, key), ("ValidationError", []))

    def test_everything_is_recorded_and_let_through(self):
        _, key = self.user()
        found, request_id = verdict(self.awsim.client("iam", key).list_users)
        self.assertEqual(found, ALLOWED)
        [decision] = self.awsim.decisions(request_id=request_id)
        self.assertEqual((decision["verdict"], decision["enforced"]), ("implicitDeny", False))


class Proxies(EnforcedCase):
    variables = {"AWSIM_ENFORCEMENT__TRUSTED_PROXIES": "127.0.0.0/8, ::1"}

    def test_a_trusted_proxy_says_for_whom_it_asks(self):
        condition = {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}, "Bool": {"aws:SecureTransport": "true"}}
        _, key = self.user({"inline": [allow("iam:ListUsers", condition=condition)]})
        iam = self.awsim.client("iam", key)
        self.assertEqual(verdict(iam.list_users)[0], "implicitDeny identity")
        forwarded = {"X-Forwarded-For": "198.51.100.1, 203.0.113.9", "X-Forwarded-Proto": "https"}
        iam.meta.events.register("before-send", lambda request, **_: request.headers.update(forwarded))
        self.assertEqual(verdict(iam.list_users)[0], ALLOWED)
