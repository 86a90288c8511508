"""Organizations, each managed by an account of its own, which `config.toml` declares."""

import datetime
import json
import unittest

from support import UNCHECKED, Case, allow, client, permanent, temporary, unique

DENY = json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "s3:*", "Resource": "*"}]})
SCP = "SERVICE_CONTROL_POLICY"
FULL = "p-FullAWSAccess"


def root_of(account, service="organizations", config=None):
    key = {"aws_access_key_id": f"root-{account}", "aws_secret_access_key": "secret"}
    return client(service, key, **({"config": config} if config else {}))


class Organization(Case):
    """An organization that is made for the class."""

    MANAGEMENT = None

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        if cls.MANAGEMENT is None:
            return
        if root_of(cls.MANAGEMENT, "sts").get_caller_identity()["Account"] != cls.MANAGEMENT:
            raise unittest.SkipTest("this AWSim was not started with --config boto3_tests/config.toml")
        cls.org = root_of(cls.MANAGEMENT)
        cls.organization = cls.org.create_organization()["Organization"]
        cls.root = cls.org.list_roots()["Roots"][0]["Id"]

    def account(self, **arguments):
        name = unique("member")
        asked = self.org.create_account(Email=f"{name}@example.com", AccountName=name, **arguments)
        self.assertEqual(asked["CreateAccountStatus"]["State"], "IN_PROGRESS")
        request = asked["CreateAccountStatus"]["Id"]
        made = self.org.describe_create_account_status(CreateAccountRequestId=request)["CreateAccountStatus"]
        self.assertEqual(made["State"], "SUCCEEDED")
        return made["AccountId"]

    def member(self, account, service="organizations", role="OrganizationAccountAccessRole"):
        """A client with the credentials of a member account, by the role that the management account may assume."""
        arn = f"arn:aws:iam::{account}:role/{role}"
        credentials = root_of(self.MANAGEMENT, "sts").assume_role(RoleArn=arn, RoleSessionName="test")["Credentials"]
        key = temporary(credentials)
        return client(service, key)

    def unit(self, name=None, parent=None, **arguments):
        arguments = {"ParentId": parent or self.root, "Name": name or unique("unit"), **arguments}
        return self.org.create_organizational_unit(**arguments)["OrganizationalUnit"]["Id"]

    def policy(self, content=DENY, kind=SCP, **arguments):
        arguments = {"Content": content, "Name": unique("policy"), "Description": "d", "Type": kind, **arguments}
        return self.org.create_policy(**arguments)["Policy"]["PolicySummary"]["Id"]

    def reason(self, reason, code, call, **arguments):
        response = self.refused(code, 400, call, **arguments)
        self.assertEqual(response["Reason"], reason, response)

    def pages(self, operation, key, **arguments):
        """All items, equal whatever the size of the pages."""
        whole = None
        for size in (1, 2, None):
            pages = self.org.get_paginator(operation).paginate(**arguments, PaginationConfig={"PageSize": size})
            items = [item for page in pages for item in page[key]]
            self.assertTrue(whole is None or whole == items, (operation, size))
            whole = items
        return whole


class Trees(Organization):
    MANAGEMENT = "111111111111"

    def test_organization(self):
        described = self.org.describe_organization()["Organization"]
        self.assertEqual(described, self.organization)
        self.assertRegex(described["Id"], "^o-[a-z0-9]{10}$")
        self.assertEqual(described["MasterAccountEmail"], "owner-11@example.com")
        self.assertEqual(self.pages("list_roots", "Roots")[0]["Name"], "Root")
        self.refused("AlreadyInOrganizationException", 400, self.org.create_organization)
        self.account()
        self.refused("OrganizationNotEmptyException", 400, self.org.delete_organization)
        self.refused(
            "AWSOrganizationsNotInUseException",
            400,
            client("organizations").describe_organization,
            message="Your account is not a member of an organization.",
        )

    def test_units_and_moves(self):
        outer = self.unit("outer", Tags=[{"Key": "team", "Value": "blue"}])
        inner = [self.unit(parent=outer) for _ in range(3)]
        self.refused("DuplicateOrganizationalUnitException", 400, self.unit, name="outer")
        self.refused("ParentNotFoundException", 400, self.unit, parent="ou-none-00000000")
        listed = self.pages("list_organizational_units_for_parent", "OrganizationalUnits", ParentId=outer)
        self.assertEqual([unit["Id"] for unit in listed], sorted(inner))
        children = self.pages("list_children", "Children", ParentId=outer, ChildType="ORGANIZATIONAL_UNIT")
        self.assertEqual(len(children), 3)
        self.assertEqual(self.pages("list_parents", "Parents", ChildId=inner[0])[0]["Id"], outer)
        renamed = self.org.update_organizational_unit(OrganizationalUnitId=inner[0], Name="renamed")
        self.assertEqual(renamed["OrganizationalUnit"]["Name"], "renamed")
        described = self.org.describe_organizational_unit(OrganizationalUnitId=inner[0])["OrganizationalUnit"]
        self.assertEqual(described["Path"], f"{self.organization['Id']}/{self.root}/{outer}/{inner[0]}/")

        account = self.account()
        move = {"AccountId": account, "SourceParentId": self.root, "DestinationParentId": outer}
        self.org.move_account(**move)
        self.refused("SourceParentNotFoundException", 400, self.org.move_account, **move)
        self.assertEqual(self.pages("list_accounts_for_parent", "Accounts", ParentId=outer)[0]["Id"], account)
        self.refused(
            "OrganizationalUnitNotEmptyException", 400, self.org.delete_organizational_unit, OrganizationalUnitId=outer
        )
        self.org.delete_organizational_unit(OrganizationalUnitId=inner[0])
        self.refused(
            "OrganizationalUnitNotFoundException",
            400,
            self.org.describe_organizational_unit,
            OrganizationalUnitId=inner[0],
        )

    def test_invalid_input_has_a_reason(self):
        unchecked = root_of(self.MANAGEMENT, config=UNCHECKED)
        self.reason("INVALID_PATTERN", "InvalidInputException", unchecked.describe_account, AccountId="abc")
        self.reason("INPUT_REQUIRED", "InvalidInputException", unchecked.describe_account)
        self.reason("INVALID_ENUM", "InvalidInputException", unchecked.list_policies, Filter="X_POLICY")
        self.reason("MAX_VALUE_EXCEEDED", "InvalidInputException", unchecked.list_accounts, MaxResults=21)
        self.reason("INVALID_NEXT_TOKEN", "InvalidInputException", unchecked.list_accounts, NextToken="invented")


class Policies(Organization):
    MANAGEMENT = "111111111112"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.org.enable_policy_type(RootId=cls.root, PolicyType=SCP)

    def test_life_of_a_policy(self):
        policy = self.policy()
        described = self.org.describe_policy(PolicyId=policy)["Policy"]
        self.assertEqual(described["Content"], DENY)
        arn = f"arn:aws:organizations::{self.MANAGEMENT}:policy/{self.organization['Id']}/service_control_policy/{policy}"
        self.assertEqual(described["PolicySummary"]["Arn"], arn)
        updated = self.org.update_policy(PolicyId=policy, Description="new")["Policy"]["PolicySummary"]
        self.assertEqual(updated["Description"], "new")
        listed = self.pages("list_policies", "Policies", Filter=SCP)
        self.assertLessEqual({policy, FULL}, {one["Id"] for one in listed})
        self.org.attach_policy(PolicyId=policy, TargetId=self.root)
        self.refused("DuplicatePolicyAttachmentException", 400, self.org.attach_policy, PolicyId=policy, TargetId=self.root)
        self.refused("PolicyInUseException", 400, self.org.delete_policy, PolicyId=policy)
        for_target = self.pages("list_policies_for_target", "Policies", TargetId=self.root, Filter=SCP)
        self.assertLessEqual({policy, FULL}, {one["Id"] for one in for_target})
        targets = self.pages("list_targets_for_policy", "Targets", PolicyId=policy)
        self.assertEqual([(one["TargetId"], one["Type"]) for one in targets], [(self.root, "ROOT")])
        self.org.detach_policy(PolicyId=policy, TargetId=self.root)
        self.refused("PolicyNotAttachedException", 400, self.org.detach_policy, PolicyId=policy, TargetId=self.root)
        self.org.delete_policy(PolicyId=policy)
        self.refused("PolicyNotFoundException", 400, self.org.describe_policy, PolicyId=policy)

    def test_what_is_refused(self):
        malformed = "MalformedPolicyDocumentException"
        self.refused(malformed, 400, self.policy, content="{")
        self.refused(malformed, 400, self.policy, content=allow(), kind="RESOURCE_CONTROL_POLICY")
        self.refused("TargetNotFoundException", 400, self.org.attach_policy, PolicyId=FULL, TargetId="999999999999")
        self.reason(
            "MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED",
            "ConstraintViolationException",
            self.org.detach_policy,
            PolicyId=FULL,
            TargetId=self.MANAGEMENT,
        )
        unit = self.unit()
        for _ in range(4):
            self.org.attach_policy(PolicyId=self.policy(), TargetId=unit)
        self.reason(
            "MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED",
            "ConstraintViolationException",
            self.org.attach_policy,
            PolicyId=self.policy(),
            TargetId=unit,
        )
        self.reason("IMMUTABLE_POLICY", "InvalidInputException", self.org.update_policy, PolicyId=FULL, Name="x")

    def test_policy_types(self):
        kind = {"RootId": self.root, "PolicyType": "TAG_POLICY"}
        enabled = self.org.enable_policy_type(**kind)["Root"]["PolicyTypes"]
        self.assertIn({"Type": "TAG_POLICY", "Status": "ENABLED"}, enabled)
        self.refused("PolicyTypeAlreadyEnabledException", 400, self.org.enable_policy_type, **kind)
        content = json.dumps({"tags": {"cost": {"tag_key": {"@@assign": "Cost"}, "tag_value": {"@@assign": ["1"]}}}})
        self.org.attach_policy(PolicyId=self.policy(content, "TAG_POLICY"), TargetId=self.root)
        account = self.account()
        effective = self.member(account).describe_effective_policy(PolicyType="TAG_POLICY")["EffectivePolicy"]
        self.assertEqual(
            json.loads(effective["PolicyContent"]), {"tags": {"cost": {"tag_key": "Cost", "tag_value": ["1"]}}}
        )
        self.assertEqual(effective["TargetId"], account)
        errors = self.org.list_effective_policy_validation_errors(AccountId=account, PolicyType="TAG_POLICY")
        self.assertEqual(errors["EffectivePolicyValidationErrors"], [])
        invalid = self.org.list_accounts_with_invalid_effective_policy(PolicyType="TAG_POLICY")
        self.assertEqual(invalid["Accounts"], [])
        self.org.disable_policy_type(**kind)
        self.refused("PolicyTypeNotEnabledException", 400, self.org.disable_policy_type, **kind)
        self.refused(
            "EffectivePolicyNotFoundException", 400, self.org.describe_effective_policy, PolicyType="TAG_POLICY"
        )

    def test_tags(self):
        for resource in (self.root, self.unit(), self.policy(), self.MANAGEMENT):
            self.org.tag_resource(ResourceId=resource, Tags=[{"Key": f"k{n:02}", "Value": ""} for n in range(30)])
            self.org.untag_resource(ResourceId=resource, TagKeys=["k00"])
            pages = self.org.get_paginator("list_tags_for_resource").paginate(ResourceId=resource)
            self.assertEqual(len([tag for page in pages for tag in page["Tags"]]), 29)
        twice = [{"Key": "a", "Value": "1"}, {"Key": "a", "Value": "2"}]
        self.reason(
            "DUPLICATE_TAG_KEY", "InvalidInputException", self.org.tag_resource, ResourceId=self.root, Tags=twice
        )
        unknown = {"ResourceId": "p-00000000", "Tags": twice[:1]}
        self.refused("TargetNotFoundException", 400, self.org.tag_resource, **unknown)


class Accounts(Organization):
    MANAGEMENT = "111111111113"

    def test_an_account_of_its_own(self):
        account = self.account(Tags=[{"Key": "team", "Value": "blue"}])
        described = self.org.describe_account(AccountId=account)["Account"]
        self.assertEqual((described["Status"], described["State"], described["JoinedMethod"]), ("ACTIVE", "ACTIVE", "CREATED"))
        self.assertIn(described["Arn"], [one["Arn"] for one in self.pages("list_accounts", "Accounts")])
        identity = self.member(account, "sts").get_caller_identity()
        self.assertEqual(identity["Account"], account)
        self.assertIn("assumed-role/OrganizationAccountAccessRole/test", identity["Arn"])
        iam = self.member(account, "iam")
        name = unique("user")
        iam.create_user(UserName=name)
        self.refused("NoSuchEntity", 404, self.iam.get_user, UserName=name)
        attached = iam.list_attached_role_policies(RoleName="OrganizationAccountAccessRole")["AttachedPolicies"]
        self.assertEqual([policy["PolicyName"] for policy in attached], ["AdministratorAccess"])
        key = iam.create_access_key(UserName=name)["AccessKey"]
        user = client("sts", permanent(key))
        self.assertEqual(user.get_caller_identity()["Arn"], f"arn:aws:iam::{account}:user/{name}")
        self.refused("AccessDeniedException", 400, self.member(account).list_accounts)

    def test_a_role_of_another_name(self):
        account = self.account(RoleName="Admin")
        self.assertEqual(self.member(account, "sts", "Admin").get_caller_identity()["Account"], account)
        self.reason("INVALID_ROLE_NAME", "InvalidInputException", self.account, RoleName="AWSServiceRoleForX")

    def test_creation(self):
        email = f"{unique('twice')}@example.com"
        first = self.org.create_account(Email=email, AccountName="one")["CreateAccountStatus"]["Id"]
        second = self.org.create_account(Email=email, AccountName="two")["CreateAccountStatus"]["Id"]
        failed = self.org.describe_create_account_status(CreateAccountRequestId=second)["CreateAccountStatus"]
        self.assertEqual((failed["State"], failed["FailureReason"]), ("FAILED", "EMAIL_ALREADY_EXISTS"))
        listed = self.pages("list_create_account_status", "CreateAccountStatuses", States=["SUCCEEDED"])
        self.assertIn(first, [one["Id"] for one in listed])
        self.refused(
            "CreateAccountStatusNotFoundException",
            400,
            self.org.describe_create_account_status,
            CreateAccountRequestId="car-00000000",
        )
        gov = self.org.create_gov_cloud_account(Email=f"{unique('gov')}@example.com", AccountName="gov")
        gov = self.org.describe_create_account_status(CreateAccountRequestId=gov["CreateAccountStatus"]["Id"])
        self.assertIn("GovCloudAccountId", gov["CreateAccountStatus"])

    def test_the_end_of_accounts(self):
        closed, removed, leaving = self.account(), self.account(), self.account()
        self.org.close_account(AccountId=closed)
        self.assertEqual(self.org.describe_account(AccountId=closed)["Account"]["State"], "CLOSED")
        self.refused("AccountAlreadyClosedException", 400, self.org.close_account, AccountId=closed)
        self.org.remove_account_from_organization(AccountId=removed)
        self.refused("AccountNotFoundException", 400, self.org.describe_account, AccountId=removed)
        self.member(leaving).leave_organization()
        self.refused("AWSOrganizationsNotInUseException", 400, self.member(leaving).describe_organization)
        self.refused("MasterCannotLeaveOrganizationException", 400, self.org.leave_organization)

    def test_delegation(self):
        account, service = self.account(), "config.amazonaws.com"
        both = {"AccountId": account, "ServicePrincipal": service}
        self.reason(
            "SERVICE_ACCESS_NOT_ENABLED",
            "ConstraintViolationException",
            self.org.register_delegated_administrator,
            **both,
        )
        self.org.enable_aws_service_access(ServicePrincipal=service)
        trusted = self.pages("list_aws_service_access_for_organization", "EnabledServicePrincipals")
        self.assertEqual([one["ServicePrincipal"] for one in trusted], [service])
        self.org.register_delegated_administrator(**both)
        self.refused("AccountAlreadyRegisteredException", 400, self.org.register_delegated_administrator, **both)
        listed = self.pages("list_delegated_administrators", "DelegatedAdministrators", ServicePrincipal=service)
        self.assertEqual([one["Id"] for one in listed], [account])
        services = self.pages("list_delegated_services_for_account", "DelegatedServices", AccountId=account)
        self.assertEqual([one["ServicePrincipal"] for one in services], [service])
        self.member(account).list_accounts()
        self.org.deregister_delegated_administrator(**both)
        self.refused("AccountNotRegisteredException", 400, self.org.deregister_delegated_administrator, **both)
        self.org.disable_aws_service_access(ServicePrincipal=service)

    def test_resource_policy(self):
        account = self.account()
        self.refused("ResourcePolicyNotFoundException", 400, self.org.describe_resource_policy)
        statement = {
            "Effect": "Allow",
            "Principal": {"AWS": f"arn:aws:iam::{account}:root"},
            "Action": ["organizations:ListRoots", "organizations:DescribeResourcePolicy"],
            "Resource": "*",
        }
        content = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
        put = self.org.put_resource_policy(Content=content)["ResourcePolicy"]
        self.assertEqual(self.member(account).describe_resource_policy()["ResourcePolicy"], put)
        self.assertEqual(self.member(account).list_roots()["Roots"][0]["Id"], self.root)
        bad = content.replace("ListRoots", "CreateAccount")
        self.reason(
            "UNSUPPORTED_ACTION_IN_RESOURCE_POLICY",
            "InvalidInputException",
            self.org.put_resource_policy,
            Content=bad,
        )
        self.org.delete_resource_policy()
        self.refused("ResourcePolicyNotFoundException", 400, self.org.delete_resource_policy)


class Handshakes(Organization):
    MANAGEMENT = "111111111114"

    def invite(self, account, **arguments):
        target = {"Type": "ACCOUNT", "Id": account}
        return self.org.invite_account_to_organization(Target=target, **arguments)["Handshake"]

    def test_invitations(self):
        guest = root_of("111111111115")
        first = self.invite("111111111115", Notes="welcome")
        self.assertEqual((first["State"], first["Action"]), ("OPEN", "INVITE"))
        self.refused("DuplicateHandshakeException", 400, self.invite, "111111111115")
        self.assertEqual(guest.describe_handshake(HandshakeId=first["Id"])["Handshake"], first)
        self.assertEqual(guest.decline_handshake(HandshakeId=first["Id"])["Handshake"]["State"], "DECLINED")
        second = self.invite("111111111115")["Id"]
        self.assertEqual(self.org.cancel_handshake(HandshakeId=second)["Handshake"]["State"], "CANCELED")
        self.refused("InvalidHandshakeTransitionException", 400, guest.accept_handshake, HandshakeId=second)
        third = self.invite("111111111115")["Id"]
        self.assertEqual(guest.accept_handshake(HandshakeId=third)["Handshake"]["State"], "ACCEPTED")
        self.refused("HandshakeAlreadyInStateException", 400, guest.accept_handshake, HandshakeId=third)
        self.refused("HandshakeNotFoundException", 400, guest.accept_handshake, HandshakeId="h-00000000")
        sent = self.pages("list_handshakes_for_organization", "Handshakes", Filter={"ActionType": "INVITE"})
        self.assertEqual({one["Id"] for one in sent}, {first["Id"], second, third})
        received = [one["Id"] for one in guest.list_handshakes_for_account()["Handshakes"]]
        self.assertEqual(received, sorted([first["Id"], second, third]))
        self.assertEqual(guest.describe_organization()["Organization"]["Id"], self.organization["Id"])
        self.reason(
            "ALREADY_IN_AN_ORGANIZATION", "HandshakeConstraintViolationException", self.invite, account="111111111115"
        )

    def test_all_features(self):
        billing, guest = root_of("111111111116"), root_of("111111111117")
        billing.create_organization(FeatureSet="CONSOLIDATED_BILLING")
        target = {"Type": "EMAIL", "Id": "owner-17@example.com"}
        invited = billing.invite_account_to_organization(Target=target)["Handshake"]["Id"]
        guest.accept_handshake(HandshakeId=invited)
        whole = billing.enable_all_features()["Handshake"]
        self.assertEqual((whole["State"], whole["Action"]), ("REQUESTED", "ENABLE_ALL_FEATURES"))
        received = guest.list_handshakes_for_account(Filter={"ActionType": "APPROVE_ALL_FEATURES"})["Handshakes"]
        guest.accept_handshake(HandshakeId=received[0]["Id"])
        billing.accept_handshake(HandshakeId=whole["Id"])
        self.assertEqual(billing.describe_organization()["Organization"]["FeatureSet"], "ALL")
        self.reason(
            "ORGANIZATION_ALREADY_HAS_ALL_FEATURES",
            "HandshakeConstraintViolationException",
            billing.enable_all_features,
        )

    def test_transfers(self):
        other = root_of("111111111118")
        other.create_organization()
        today = datetime.datetime.now(datetime.timezone.utc)
        start = (today.replace(day=1) + datetime.timedelta(days=40)).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        offer = {
            "Type": "BILLING",
            "Target": {"Type": "ACCOUNT", "Id": "111111111118"},
            "StartTimestamp": start,
            "SourceName": "bills",
        }
        wrong = {**offer, "StartTimestamp": start + datetime.timedelta(days=1)}
        self.reason(
            "START_DATE_NOT_BEGINNING_OF_MONTH",
            "InvalidInputException",
            self.org.invite_organization_to_transfer_responsibility,
            **wrong,
        )
        handshake = self.org.invite_organization_to_transfer_responsibility(**offer)["Handshake"]["Id"]
        transfer = self.org.list_inbound_responsibility_transfers(Type="BILLING")["ResponsibilityTransfers"][0]["Id"]
        self.refused(
            "InvalidResponsibilityTransferTransitionException",
            400,
            self.org.terminate_responsibility_transfer,
            Id=transfer,
        )
        other.accept_handshake(HandshakeId=handshake)
        outbound = other.list_outbound_responsibility_transfers(Type="BILLING")["ResponsibilityTransfers"]
        self.assertEqual([(one["Id"], one["Status"]) for one in outbound], [(transfer, "ACCEPTED")])
        self.org.update_responsibility_transfer(Id=transfer, Name="new")
        described = other.describe_responsibility_transfer(Id=transfer)["ResponsibilityTransfer"]
        self.assertEqual(described["Name"], "new")
        ended = self.org.terminate_responsibility_transfer(Id=transfer)["ResponsibilityTransfer"]
        self.assertEqual(ended["Status"], "WITHDRAWN")
        self.refused(
            "ResponsibilityTransferAlreadyInStatusException",
            400,
            self.org.terminate_responsibility_transfer,
            Id=transfer,
        )
        self.refused(
            "ResponsibilityTransferNotFoundException",
            400,
            self.org.describe_responsibility_transfer,
            Id="rt-00000000",
        )
        other.delete_organization()
