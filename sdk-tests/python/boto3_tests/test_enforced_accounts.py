"""Enforcement across accounts: policies of an organization at every level, and roles that other accounts assume."""

import os
import threading

from botocore.exceptions import ClientError

from enforced import HERE, EnforcedCase, document, verdict
from enforcement_scenarios import (
    ALLOWED,
    DENIED_BY_TRUST,
    NO_IDENTITY,
    NO_TRUST,
    allow,
    deny,
    statement,
    trusts,
    when,
)
from support import ACCOUNT, permanent, temporary, unique

JOINING, FOREIGN = "111111111111", "111111111112"
ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess"
FULL = "p-FullAWSAccess"
DENIED_BY_SCP, NO_SCP = "explicitDeny scp", "implicitDeny scp"
DENIED_BY_RCP = "explicitDeny rcp"
SCP, RCP = "SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"


class EnforcedAccounts(EnforcedCase):
    """An organization: root, an outer unit, an inner unit in it, in that a member and an account that was invited."""

    variables = {"AWSIM_CONFIG": os.path.join(HERE, "config.toml")}

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.organizations = cls.awsim.client("organizations")
        cls.organization = cls.organizations.create_organization(FeatureSet="ALL")["Organization"]["Id"]
        cls.root = cls.organizations.list_roots()["Roots"][0]["Id"]
        for kind in (SCP, RCP):
            cls.organizations.enable_policy_type(RootId=cls.root, PolicyType=kind)
        cls.outer = cls.unit(cls.root)
        cls.inner = cls.unit(cls.outer)
        made = cls.organizations.create_account(Email="member@example.com", AccountName="member")
        made = made["CreateAccountStatus"]["Id"]
        status = cls.organizations.describe_create_account_status(CreateAccountRequestId=made)
        cls.member = status["CreateAccountStatus"]["AccountId"]
        invited = cls.organizations.invite_account_to_organization(Target={"Id": JOINING, "Type": "ACCOUNT"})
        cls.joining = cls.root_key(JOINING)
        cls.awsim.client("organizations", cls.joining).accept_handshake(HandshakeId=invited["Handshake"]["Id"])
        for account in (cls.member, JOINING):
            cls.organizations.move_account(AccountId=account, SourceParentId=cls.root, DestinationParentId=cls.inner)
        cls.manager = cls.user_of(None, ADMINISTRATOR)[1]
        cls.reached = cls.reach(cls.manager)
        cls.foreign = cls.root_key(FOREIGN)

    @classmethod
    def unit(cls, parent):
        made = cls.organizations.create_organizational_unit(ParentId=parent, Name=unique("unit"))
        return made["OrganizationalUnit"]["Id"]

    @staticmethod
    def root_key(account):
        return {"aws_access_key_id": f"root-{account}", "aws_secret_access_key": "secret"}

    @classmethod
    def user_of(cls, key, *managed, inline=()):
        """A user of the account of a key: its name and a key of its own."""
        iam, name = cls.awsim.client("iam", key), unique("user")
        iam.create_user(UserName=name)
        for arn in managed:
            iam.attach_user_policy(UserName=name, PolicyArn=arn)
        for number, given in enumerate(inline):
            iam.put_user_policy(UserName=name, PolicyName=f"p{number}", PolicyDocument=document(given))
        return name, permanent(iam.create_access_key(UserName=name)["AccessKey"])

    @classmethod
    def reach(cls, key):
        arn = f"arn:aws:iam::{cls.member}:role/OrganizationAccountAccessRole"
        session = cls.awsim.client("sts", key).assume_role(RoleArn=arn, RoleSessionName="session")
        return temporary(session["Credentials"])

    def attached(self, target, statements, kind=SCP):
        """The ARN of a policy that is attached to a target until the answer is called."""
        made = self.organizations.create_policy(
            Name=unique("policy"), Description="", Type=kind, Content=document(statements)
        )["Policy"]["PolicySummary"]
        self.organizations.attach_policy(PolicyId=made["Id"], TargetId=target)

        def detach():
            self.organizations.detach_policy(PolicyId=made["Id"], TargetId=target)
            self.organizations.delete_policy(PolicyId=made["Id"])

        return made["Arn"], detach

    def levels(self):
        return {"root": self.root, "outer unit": self.outer, "inner unit": self.inner, "account": self.member}

    def asked(self, key, operation="list_users", **parameters):
        return verdict(getattr(self.awsim.client("iam", key), operation), **parameters)

    def assumed(self, key, arn, **parameters):
        parameters = {"RoleArn": arn, "RoleSessionName": "session", **parameters}
        return verdict(self.awsim.client("sts", key).assume_role, **parameters)[0]

    def role_of_member(self, *trust):
        made = self.awsim.client("iam", self.reached).create_role(
            RoleName=unique("role"), AssumeRolePolicyDocument=document(list(trust))
        )
        return made["Role"]["Arn"]

    def test_a_service_control_policy_denies_from_every_level(self):
        for number, (level, target) in enumerate(self.levels().items()):
            with self.subTest(level):
                arn, detach = self.attached(target, [deny("iam:ListUsers")])
                with self.assertRaises(ClientError) as raised:
                    self.awsim.client("iam", self.reached).list_users()
                message = raised.exception.response["Error"]["Message"]
                self.assertTrue(message.endswith(f"with an explicit deny in a service control policy: {arn}"), message)
                request_id = raised.exception.response["ResponseMetadata"]["RequestId"]
                [decision] = self.awsim.decisions(request_id=request_id)
                obstacle = decision["remedy"]["obstacle"]
                self.assertEqual((obstacle["layer"], obstacle["statement"]["policy"]), ("serviceControl", arn))
                self.assertEqual(obstacle["statement"]["level"], number)
                self.assertEqual(self.asked(self.reached, "list_roles")[0], ALLOWED)
                detach()
                self.assertEqual(self.asked(self.reached)[0], ALLOWED)

    def test_every_level_has_to_allow(self):
        for level, target in self.levels().items():
            with self.subTest(level):
                _, detach = self.attached(target, [allow(["iam:ListUsers", "organizations:*"])])
                self.organizations.detach_policy(PolicyId=FULL, TargetId=target)
                self.assertEqual(self.asked(self.reached)[0], ALLOWED)
                self.assertEqual(self.asked(self.reached, "list_roles")[0], NO_SCP)
                self.organizations.attach_policy(PolicyId=FULL, TargetId=target)
                detach()
                self.assertEqual(self.asked(self.reached, "list_roles")[0], ALLOWED)

    def test_the_simulator_says_what_is_enforced_at_every_level(self):
        name, key = self.user_of(self.reached, inline=[allow("iam:List*"), deny("iam:ListGroups")])
        arn = f"arn:aws:iam::{self.member}:user/{name}"
        own, other = when("ArnLike", "aws:PrincipalArn", arn), when("StringEquals", "aws:username", "other")
        spared = ["iam:ListRoles", "iam:SimulatePrincipalPolicy"]
        for statement, permitted in [
            (deny("iam:ListUsers"), {"roles", "groups"}),
            (deny("iam:List*", condition=own), set()),
            (deny("iam:*", condition=other), {"users", "roles", "groups"}),
            ({"Effect": "Deny", "NotAction": spared, "Resource": "*"}, {"roles"}),
            (allow([*spared, "organizations:*"]), {"roles"}),
        ]:
            for level, target in self.levels().items():
                _, detach = self.attached(target, [statement])
                if statement["Effect"] == "Allow":
                    self.organizations.detach_policy(PolicyId=FULL, TargetId=target)
                for listed in ("users", "roles", "groups"):
                    with self.subTest(level, statement=statement, listed=listed):
                        self.agree(arn, key, f"list_{listed}", listed in permitted)
                if statement["Effect"] == "Allow":
                    self.organizations.attach_policy(PolicyId=FULL, TargetId=target)
                detach()

    def agree(self, arn, key, operation, permitted):
        """Asks for something, and then the simulator for what was decided of it."""
        found, request_id = self.asked(key, operation)
        [decision] = self.awsim.decisions(request_id=request_id)
        answer = self.awsim.client("iam", self.reached).simulate_principal_policy(
            PolicySourceArn=arn, ActionNames=[decision["action"]], ResourceArns=[decision["resource"]]
        )
        [result] = answer["EvaluationResults"]
        self.assertEqual(result["EvalDecision"], found.split()[0])
        self.assertEqual(result["OrganizationsDecisionDetail"], {"AllowedByOrganizations": permitted})
        self.assertEqual(found == ALLOWED, permitted and operation != "list_groups")

    def test_it_limits_the_root_user_of_a_member_and_nobody_else(self):
        _, detach = self.attached(self.inner, [deny("iam:ListUsers")])
        self.addCleanup(detach)
        self.assertEqual(self.asked(self.joining)[0], DENIED_BY_SCP)
        self.assertEqual(self.asked(self.joining, "list_roles")[0], ALLOWED)
        self.assertEqual(self.asked(self.manager)[0], ALLOWED)
        self.assertEqual(self.asked(self.foreign)[0], ALLOWED)

    def test_conditions_of_service_control_policies(self):
        for name, condition, expected in [
            ("the organization", when("StringEquals", "aws:PrincipalOrgID", self.organization), DENIED_BY_SCP),
            ("the account", when("StringNotEquals", "aws:PrincipalAccount", self.member), ALLOWED),
            (
                "the way to the account",
                when("ForAnyValue:StringLike", "aws:PrincipalOrgPaths", f"*/{self.outer}/*"),
                DENIED_BY_SCP,
            ),
            (
                "the role",
                when("ArnNotLike", "aws:PrincipalArn", "arn:aws:iam::*:role/OrganizationAccountAccessRole"),
                ALLOWED,
            ),
            ("whose the resource is", when("StringNotEquals", "aws:ResourceOrgID", self.organization), ALLOWED),
        ]:
            with self.subTest(name):
                _, detach = self.attached(self.member, [deny("iam:ListUsers", condition=condition)])
                self.assertEqual(self.asked(self.reached)[0], expected)
                detach()

    def test_a_resource_control_policy_keeps_strangers_out_from_every_level(self):
        name, stranger = self.user_of(self.foreign, inline=[allow("sts:AssumeRole")])
        _, member = self.user_of(self.joining, inline=[allow("sts:AssumeRole")])
        arn = self.role_of_member(trusts({"AWS": [FOREIGN, JOINING, ACCOUNT]}))
        outside = when("StringNotEqualsIfExists", "aws:PrincipalOrgID", self.organization)
        keep_out = {**statement("Deny", "sts:AssumeRole", condition=outside), "Principal": "*"}
        self.assertEqual(self.assumed(stranger, arn), ALLOWED)
        for level, target in self.levels().items():
            with self.subTest(level):
                policy, detach = self.attached(target, [keep_out], RCP)
                self.assertEqual(self.assumed(stranger, arn), DENIED_BY_RCP)
                for insider in (member, self.manager):
                    self.assertEqual(self.assumed(insider, arn), ALLOWED)
                detach()
                self.assertEqual(self.assumed(stranger, arn), ALLOWED)

    def test_only_insiders_are_told_which_resource_control_policy_denies(self):
        _, stranger = self.user_of(self.foreign, inline=[allow("sts:AssumeRole")])
        arn = self.role_of_member(trusts({"AWS": [FOREIGN, ACCOUNT]}))
        policy, detach = self.attached(self.member, [{**deny("sts:AssumeRole"), "Principal": "*"}], RCP)
        self.addCleanup(detach)
        for key, end in ((self.manager, f"policy: {policy}"), (stranger, "policy")):
            with self.assertRaises(ClientError) as raised:
                self.awsim.client("sts", key).assume_role(RoleArn=arn, RoleSessionName="session")
            message = raised.exception.response["Error"]["Message"]
            self.assertTrue(message.endswith(f"explicit deny in a resource control {end}"), message)

    def test_what_is_delegated_is_decided_with_all_keys_and_recorded(self):
        _, key = self.user_of(self.reached, ADMINISTRATOR)
        member = self.awsim.client("organizations", key)
        allowed = {
            "Effect": "Allow",
            "Principal": {"AWS": f"arn:aws:iam::{self.member}:root"},
            "Action": "organizations:ListRoots",
            "Resource": "*",
            "Condition": {"IpAddress": {"aws:SourceIp": "127.0.0.0/8"}},
        }
        elsewhere = {"IpAddress": {"aws:SourceIp": "192.0.2.0/24"}}
        put = self.organizations.put_resource_policy
        arn = put(Content=document([allowed]))["ResourcePolicy"]["ResourcePolicySummary"]["Arn"]
        self.addCleanup(self.organizations.delete_resource_policy)
        member.list_roots()
        matched = self.latest("organizations:ListRoots", "allowed")["matched"]
        self.assertIn(arn, [statement["policy"] for statement in matched])
        put(Content=document([{**allowed, "Condition": elsewhere}]))
        with self.assertRaises(ClientError) as raised:
            member.list_roots()
        self.assertEqual(raised.exception.response["Error"]["Code"], "AccessDeniedException")
        denied = self.latest("organizations:ListRoots", "implicitDeny")
        self.assertEqual((denied["layer"], denied["missed"][0]["policy"]), ("resource", arn))

    def latest(self, action, verdict):
        return self.awsim.decisions(action=action, verdict=verdict, limit=1)[0]

    def test_resource_control_policies_say_nothing_of_iam(self):
        _, detach = self.attached(self.member, [{**deny("*"), "Principal": "*"}], RCP)
        self.addCleanup(detach)
        self.assertEqual(self.asked(self.reached)[0], ALLOWED)

    def test_roles_that_other_accounts_assume(self):
        name, able = self.user_of(self.foreign, inline=[allow("sts:AssumeRole")])
        plain_name, plain = self.user_of(self.foreign)
        _, barred = self.user_of(self.foreign, inline=[allow("sts:AssumeRole"), deny("sts:AssumeRole")])
        users = {"AWS": [f"arn:aws:iam::{FOREIGN}:user/{user}" for user in (name, plain_name)]}
        _, insider = self.user_of(self.joining, inline=[allow("sts:AssumeRole")])
        in_organization = when("StringEquals", "aws:PrincipalOrgID", self.organization)
        in_unit = when("ForAnyValue:StringLike", "aws:PrincipalOrgPaths", f"{self.organization}/*/{self.inner}/")
        external = when("StringEquals", "sts:ExternalId", "s3cret")
        for case, trust, key, more, expected in [
            ("the account", [trusts({"AWS": FOREIGN})], able, {}, ALLOWED),
            ("the account, without a policy", [trusts({"AWS": FOREIGN})], plain, {}, NO_IDENTITY),
            ("the account, against a policy", [trusts({"AWS": FOREIGN})], barred, {}, "explicitDeny identity"),
            ("the user", [trusts(users)], able, {}, ALLOWED),
            ("the user, without a policy", [trusts(users)], plain, {}, NO_IDENTITY),
            ("everybody", [trusts({"AWS": "*"})], able, {}, ALLOWED),
            ("everybody, without a policy", [trusts({"AWS": "*"})], plain, {}, NO_IDENTITY),
            ("another account", [trusts({"AWS": ACCOUNT})], able, {}, NO_TRUST),
            ("a deny", [trusts({"AWS": "*"}), trusts(users, effect="Deny")], able, {}, DENIED_BY_TRUST),
            ("no external id", [trusts({"AWS": FOREIGN}, condition=external)], able, {}, NO_TRUST),
            ("the external id", [trusts({"AWS": FOREIGN}, condition=external)], able, {"ExternalId": "s3cret"}, ALLOWED),
            ("the organization", [trusts({"AWS": "*"}, condition=in_organization)], insider, {}, ALLOWED),
            ("the organization, a stranger", [trusts({"AWS": "*"}, condition=in_organization)], able, {}, NO_TRUST),
            ("the unit", [trusts({"AWS": "*"}, condition=in_unit)], insider, {}, ALLOWED),
            ("the unit, its manager", [trusts({"AWS": "*"}, condition=in_unit)], self.manager, {}, NO_TRUST),
        ]:
            with self.subTest(case):
                self.assertEqual(self.assumed(key, self.role_of_member(*trust), **more), expected)

    def test_who_may_use_the_role_of_the_organization(self):
        arn = f"arn:aws:iam::{self.member}:role/OrganizationAccountAccessRole"
        _, plain = self.user_of(None)
        _, insider = self.user_of(self.joining, ADMINISTRATOR)
        _, stranger = self.user_of(self.foreign, ADMINISTRATOR)
        for key, expected in (
            (self.manager, ALLOWED),
            (plain, NO_IDENTITY),
            (insider, NO_TRUST),
            (stranger, NO_TRUST),
            (None, "refused"),
        ):
            self.assertEqual(self.assumed(key, arn), expected)
        # Who has got in is limited by nothing but the policies of the organization.
        self.assertEqual(self.asked(self.reached, "create_user", UserName=unique("user"))[0], ALLOWED)

    def test_accounts_do_not_see_each_other(self):
        name, _ = self.user_of(self.foreign)
        found, _ = self.asked(self.reached, "get_user", UserName=name)
        self.assertEqual(found, ALLOWED)
        with self.assertRaises(ClientError) as raised:
            self.awsim.client("iam", self.reached).get_user(UserName=name)
        self.assertEqual(raised.exception.response["Error"]["Code"], "NoSuchEntity")

    def test_decisions_of_many_at_once_are_each_their_own(self):
        _, key = self.user_of(self.foreign, inline=[allow("iam:ListUsers")])
        found, clients = [], [self.awsim.client("iam", key) for _ in range(4)]

        def ask(iam):
            for operation, expected in ((iam.list_users, ALLOWED), (iam.list_roles, NO_IDENTITY)) * 5:
                said, request_id = verdict(operation)
                found.append((said, expected, request_id))

        threads = [threading.Thread(target=ask, args=(iam,)) for iam in clients]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(len(found), 40)
        for said, expected, request_id in found:
            [decision] = self.awsim.decisions(request_id=request_id)
            self.assertEqual((said, decision["verdict"]), (expected, expected.split()[0]))
