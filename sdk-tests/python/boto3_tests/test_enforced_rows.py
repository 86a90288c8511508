"""What single operations ask for, where that is not just their own action on what they name."""

import json
import os
import tempfile
import urllib.request

import boto3
from botocore.exceptions import ClientError

from enforced import CONFIG, EnforcedCase, document, verdict
from enforcement_scenarios import ALLOWED, allow
from support import ACCOUNT, delegation, permanent, temporary, unique

PASSWORD = "Correct-horse-1"
INVITED = "444455556666"
LINKED_ROLE = "arn:aws:iam::*:role/aws-service-role/organizations.amazonaws.com/AWSServiceRoleForOrganizations"
DENY_PASSWORDS = {"Effect": "Deny", "Action": "iam:ChangePassword", "Resource": "*"}


class Passwords(EnforcedCase):
    """Whether users may change their own passwords is the account's to say, unless a policy denies it."""

    def setUp(self):
        self.addCleanup(verdict, self.iam.delete_account_password_policy)

    def let_all_users(self):
        self.iam.update_account_password_policy(AllowUsersToChangePassword=True)

    def changing(self, identity=None):
        """What comes of a user's changing its password."""
        name, key = self.user(identity)
        self.iam.create_login_profile(UserName=name, Password=PASSWORD)
        iam = self.awsim.client("iam", key)
        return verdict(iam.change_password, OldPassword=PASSWORD, NewPassword=PASSWORD + "!")

    def test_a_user_needs_a_permission(self):
        self.assertEqual(self.changing()[0], "implicitDeny identity")
        self.assertEqual(self.changing({"inline": [allow("iam:ChangePassword")]})[0], ALLOWED)
        self.iam.update_account_password_policy(AllowUsersToChangePassword=False)
        _, key = self.user()
        self.assertEqual(verdict(self.awsim.client("iam", key).get_account_password_policy)[0], "implicitDeny identity")

    def test_the_account_gives_it_to_all(self):
        self.let_all_users()
        found, request_id = self.changing()
        self.assertEqual(found, ALLOWED)
        [decision] = self.awsim.decisions(request_id=request_id)
        self.assertEqual(decision["matched"][0]["policy"], "AllowUsersToChangePassword")
        _, key = self.user()
        iam = self.awsim.client("iam", key)
        self.assertEqual(verdict(iam.get_account_password_policy)[0], ALLOWED)
        self.assertEqual(verdict(iam.list_users)[0], "implicitDeny identity")

    def test_a_denial_counts_all_the_same(self):
        self.let_all_users()
        self.assertEqual(self.changing({"inline": [DENY_PASSWORDS]})[0], "explicitDeny identity")
        self.assertEqual(self.changing({"boundary": allow("s3:*")})[0], "implicitDeny boundary")

    def test_it_is_for_users(self):
        self.let_all_users()
        role = self.role()[1]
        _, key = self.user({"inline": [allow("sts:AssumeRole")]})
        session = self.awsim.client("sts", key).assume_role(RoleArn=role, RoleSessionName="session")["Credentials"]
        iam = self.awsim.client("iam", temporary(session))
        self.assertEqual(verdict(iam.get_account_password_policy)[0], "implicitDeny identity")


class Rows(EnforcedCase):
    def test_iam_has_one_region_whatever_a_request_is_signed_for(self):
        elsewhere = {"StringNotEquals": {"aws:RequestedRegion": "eu-west-1"}}
        locked = [{"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": elsewhere}]
        _, key = self.user({"inline": [[allow("iam:*"), *locked]]})
        for region in ("us-east-1", "eu-west-1"):
            iam = boto3.client("iam", endpoint_url=self.awsim.url, region_name=region, config=CONFIG, **key)
            self.assertEqual(verdict(iam.list_users)[0], "explicitDeny identity", region)

    def test_the_boundary_of_a_role_is_told_when_it_is_changed(self):
        boundary = self.policy(allow("s3:*"))
        condition = {"StringEquals": {"iam:PermissionsBoundary": boundary}}
        changes = ["iam:UpdateAssumeRolePolicy", "iam:UpdateRole", "iam:UpdateRoleDescription"]
        _, key = self.user({"inline": [allow(changes, condition=condition)]})
        iam = self.awsim.client("iam", key)
        trust = document([{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": ACCOUNT}}])
        for bounded, expected in ((True, ALLOWED), (False, "implicitDeny identity")):
            name, _ = self.role()
            if bounded:
                self.iam.put_role_permissions_boundary(RoleName=name, PermissionsBoundary=boundary)
            for call, parameters in (
                (iam.update_assume_role_policy, {"PolicyDocument": trust}),
                (iam.update_role, {"Description": "new"}),
                (iam.update_role_description, {"Description": "newer"}),
            ):
                self.assertEqual(verdict(call, RoleName=name, **parameters)[0], expected)

    def test_the_service_of_a_credential_is_told_when_it_is_changed(self):
        service = "codecommit.amazonaws.com"
        condition = {"StringEquals": {"iam:ServiceSpecificCredentialServiceName": service}}
        _, key = self.user({"inline": [allow("iam:*ServiceSpecificCredential", condition=condition)]})
        iam = self.awsim.client("iam", key)
        owner, _ = self.user()
        for name, expected in ((service, ALLOWED), ("cassandra.amazonaws.com", "implicitDeny identity")):
            made = self.iam.create_service_specific_credential(UserName=owner, ServiceName=name)
            named = {
                "UserName": owner,
                "ServiceSpecificCredentialId": made["ServiceSpecificCredential"]["ServiceSpecificCredentialId"],
            }
            self.assertEqual(verdict(iam.reset_service_specific_credential, **named)[0], expected)
            self.assertEqual(verdict(iam.update_service_specific_credential, Status="Inactive", **named)[0], expected)
            self.assertEqual(verdict(iam.delete_service_specific_credential, **named)[0], expected)

    def test_users_and_roles_have_their_tags_under_two_keys(self):
        tags = [{"Key": "Team", "Value": "red"}]
        policy = self.iam.create_policy(PolicyName=unique("p"), PolicyDocument=document([allow("s3:*")]), Tags=tags)
        user = unique("user")
        self.iam.create_user(UserName=user, Tags=tags)
        for prefix, of_policy in (("aws", ALLOWED), ("iam", "implicitDeny identity")):
            condition = {"StringEquals": {f"{prefix}:ResourceTag/Team": "red"}}
            _, key = self.user({"inline": [allow(["iam:GetUser", "iam:GetPolicy"], condition=condition)]})
            iam = self.awsim.client("iam", key)
            self.assertEqual(verdict(iam.get_user, UserName=user)[0], ALLOWED)
            self.assertEqual(verdict(iam.get_policy, PolicyArn=policy["Policy"]["Arn"])[0], of_policy)

    def test_a_request_that_names_nothing_is_refused_and_leaves_no_decision(self):
        session = self.session(self.role({"inline": [allow("iam:*")]})[1])
        with self.assertRaises(ClientError) as raised:
            session.get_user()
        self.assertEqual(raised.exception.response["Error"]["Code"], "ValidationError")
        request_id = raised.exception.response["ResponseMetadata"]["RequestId"]
        self.assertEqual(self.awsim.decisions(request_id=request_id), [])

    def session(self, role):
        _, key = self.user({"inline": [allow("sts:AssumeRole")]})
        session = self.awsim.client("sts", key).assume_role(RoleArn=role, RoleSessionName="session")["Credentials"]
        return self.awsim.client("iam", temporary(session))


class Delegated(EnforcedCase):
    """What a customer delegates to a provider is for setting things up, in IAM above all."""

    def request(self, statements):
        template = self.policy(statements)
        made = self.iam.create_delegation_request(**delegation(template))
        return made["DelegationRequestId"]

    def token(self, request):
        with urllib.request.urlopen(f"{self.awsim.url}/_awsim/state?service=iam") as answer:
            rows = json.load(answer)["services"]["iam"]["delegation_requests"]["rows"]
        [told] = [row["value"]["notifications"] for row in rows if row["key"] == request]
        return next(note["exchange_token"] for note in told if note.get("exchange_token"))

    def test_the_session_of_a_user_reaches_iam(self):
        request = self.request(allow(["iam:CreateRole", "iam:GetRole"]))
        _, key = self.user({"inline": [allow("iam:*")]})
        approver = self.awsim.client("iam", key)
        for step in ("associate", "update", "accept"):
            getattr(approver, f"{step}_delegation_request")(DelegationRequestId=request)
        approver.send_delegation_token(DelegationRequestId=request)
        traded = self.sts.get_delegated_access_token(TradeInToken=self.token(request))
        session = self.awsim.client("iam", temporary(traded["Credentials"]))
        trust = document([{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": ACCOUNT}}])
        made = verdict(session.create_role, RoleName=unique("role"), AssumeRolePolicyDocument=trust)
        self.assertEqual(made[0], ALLOWED)
        self.assertEqual(verdict(session.list_users)[0], "implicitDeny session")

    def test_sessions_without_a_second_factor_do_not(self):
        _, key = self.user({"inline": [allow("iam:*")]})
        session = self.awsim.client("sts", key).get_session_token()["Credentials"]
        self.assertEqual(verdict(self.awsim.client("iam", temporary(session)).list_users)[0], "invalid")

    def test_the_owner_of_a_request_may_see_and_forward_it(self):
        request = self.request(allow("s3:*"))
        _, owner = self.user({"inline": [allow("iam:AssociateDelegationRequest")]})
        owner = self.awsim.client("iam", owner)
        get, update = owner.get_delegation_request, owner.update_delegation_request
        self.assertEqual(verdict(get, DelegationRequestId=request)[0], "implicitDeny identity")
        owner.associate_delegation_request(DelegationRequestId=request)
        self.assertEqual(verdict(get, DelegationRequestId=request)[0], ALLOWED)
        self.assertEqual(verdict(update, DelegationRequestId=request)[0], ALLOWED)
        accept = owner.accept_delegation_request
        self.assertEqual(verdict(accept, DelegationRequestId=request)[0], "implicitDeny identity")
        _, other = self.user()
        get = self.awsim.client("iam", other).get_delegation_request
        self.assertEqual(verdict(get, DelegationRequestId=request)[0], "implicitDeny identity")


class Organizations(EnforcedCase):
    def as_user(self, *statements):
        _, key = self.user({"inline": list(statements)})
        return self.awsim.client("organizations", key)

    def test_what_the_rows_of_an_organization_tell(self):
        creating = self.as_user(allow("organizations:CreateOrganization"))
        with self.assertRaises(ClientError) as raised:
            creating.create_organization()
        self.assertEqual(raised.exception.response["Error"]["Code"], "AccessDeniedForDependencyException")
        linked = {"StringEquals": {"iam:AWSServiceName": "organizations.amazonaws.com"}}
        creating = self.as_user(
            allow("organizations:CreateOrganization"), allow("iam:CreateServiceLinkedRole", condition=linked)
        )
        organization = creating.create_organization()["Organization"]

        org = self.awsim.client("organizations")
        root = org.list_roots()["Roots"][0]["Id"]
        for kind in ("SERVICE_CONTROL_POLICY", "TAG_POLICY"):
            org.enable_policy_type(RootId=root, PolicyType=kind)
        policies = f"arn:aws:organizations::{ACCOUNT}:policy/{organization['Id']}/service_control_policy/*"
        of_type = {"StringEquals": {"organizations:PolicyType": "SERVICE_CONTROL_POLICY"}}
        user = self.as_user(
            allow("organizations:CreatePolicy", policies),
            allow(["organizations:AttachPolicy", "organizations:DetachPolicy"], condition=of_type),
        )
        contents = {"SERVICE_CONTROL_POLICY": document([DENY_PASSWORDS]), "TAG_POLICY": '{"tags":{}}'}
        for kind, expected in (("SERVICE_CONTROL_POLICY", ALLOWED), ("TAG_POLICY", "implicitDeny identity")):
            made = {"Name": unique("p"), "Description": "", "Type": kind, "Content": contents[kind]}
            self.assertEqual(verdict(user.create_policy, **made)[0], expected)
            made["Name"] = unique("p")
            policy = org.create_policy(**made)["Policy"]["PolicySummary"]["Id"]
            attachment = {"PolicyId": policy, "TargetId": root}
            self.assertEqual(verdict(user.attach_policy, **attachment)[0], expected)
            self.assertEqual(verdict(user.detach_policy, **attachment)[0], expected)

        transfers = allow(
            "organizations:List*boundResponsibilityTransfers",
            condition={"StringEquals": {"organizations:TransferDirection": "INBOUND"}},
        )
        user = self.as_user(transfers)
        listed = verdict(user.list_inbound_responsibility_transfers, Type="BILLING")[0]
        self.assertEqual(listed, ALLOWED)
        listed = verdict(user.list_outbound_responsibility_transfers, Type="BILLING")[0]
        self.assertEqual(listed, "implicitDeny identity")


class Members(EnforcedCase):
    """What members of an organization may do to what belongs to the account that manages it."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        config = os.path.join(folder.name, "config.toml")
        with open(config, "w", encoding="utf-8") as file:
            file.write(
                f'[[bootstrap.accounts]]\nid = "{INVITED}"\n'
                'root = { access_key_id = "invited", secret_access_key = "secret" }\n'
            )
        cls.variables = {"AWSIM_CONFIG": config}
        super().setUpClass()
        cls.org = cls.awsim.client("organizations")
        cls.organization = cls.org.create_organization()["Organization"]
        cls.root = cls.org.list_roots()["Roots"][0]["Id"]
        cls.org.enable_policy_type(RootId=cls.root, PolicyType="SERVICE_CONTROL_POLICY")
        made = cls.org.create_account(Email="member@example.com", AccountName="member")["CreateAccountStatus"]
        status = cls.org.describe_create_account_status(CreateAccountRequestId=made["Id"])["CreateAccountStatus"]
        cls.account = status["AccountId"]

    def member(self, *statements):
        """Organizations as a user of the member account with these policies sees it."""
        _, key = self.administrator()
        arn = f"arn:aws:iam::{self.account}:role/OrganizationAccountAccessRole"
        session = self.awsim.client("sts", key).assume_role(RoleArn=arn, RoleSessionName="session")["Credentials"]
        iam = self.awsim.client("iam", temporary(session))
        name = unique("user")
        iam.create_user(UserName=name)
        iam.put_user_policy(UserName=name, PolicyName="p", PolicyDocument=document(list(statements)))
        key = iam.create_access_key(UserName=name)["AccessKey"]
        return self.awsim.client("organizations", permanent(key))

    def test_a_delegated_administrator_reads_what_its_own_policies_let_it(self):
        service = "member.org.stacksets.cloudformation.amazonaws.com"
        self.org.enable_aws_service_access(ServicePrincipal=service)
        self.org.register_delegated_administrator(AccountId=self.account, ServicePrincipal=service)
        administrator = {"AccountId": self.account, "ServicePrincipal": service}
        self.addCleanup(self.org.deregister_delegated_administrator, **administrator)
        member = self.member(allow("organizations:DescribeAccount"))
        self.assertEqual(verdict(member.describe_account, AccountId=ACCOUNT)[0], ALLOWED)
        self.assertEqual(verdict(member.list_children, ParentId=self.root, ChildType="ACCOUNT")[0], "implicitDeny identity")

    def test_the_resource_policy_delegates_with_what_rows_tell(self):
        policies = f"arn:aws:organizations::{ACCOUNT}:policy/{self.organization['Id']}/service_control_policy/*"
        targets = f"arn:aws:organizations::{ACCOUNT}:root/{self.organization['Id']}/{self.root}"
        actions = ["organizations:CreatePolicy", "organizations:AttachPolicy", "organizations:DetachPolicy"]
        of_type = {"StringEquals": {"organizations:PolicyType": "SERVICE_CONTROL_POLICY"}}
        delegation = allow(actions, [policies, targets], of_type)
        delegation["Principal"] = {"AWS": f"arn:aws:iam::{self.account}:root"}
        self.org.put_resource_policy(Content=document([delegation]))
        self.addCleanup(self.org.delete_resource_policy)
        member = self.member(allow("organizations:*"))
        made = {"Name": unique("p"), "Description": "", "Content": document([DENY_PASSWORDS])}
        policy = member.create_policy(Type="SERVICE_CONTROL_POLICY", **made)["Policy"]["PolicySummary"]["Id"]
        made["Content"] = '{"tags":{}}'
        self.assertEqual(verdict(member.create_policy, Type="TAG_POLICY", **made)[0], "refused")
        member.attach_policy(PolicyId=policy, TargetId=self.root)
        attached = {"PolicyId": policy, "TargetId": self.account}
        self.assertEqual(verdict(member.attach_policy, **attached)[0], "refused")
        member.detach_policy(PolicyId=policy, TargetId=self.root)

    def test_an_invited_account_accepts_what_is_the_inviters(self):
        root = {"aws_access_key_id": "invited", "aws_secret_access_key": "secret"}
        iam = self.awsim.client("iam", root)
        iam.create_user(UserName="bob")
        key = iam.create_access_key(UserName="bob")["AccessKey"]
        bob = self.awsim.client("organizations", permanent(key))
        made = self.org.invite_account_to_organization(Target={"Id": INVITED, "Type": "ACCOUNT"})
        handshake = {"HandshakeId": made["Handshake"]["Id"]}
        self.assertEqual(verdict(bob.accept_handshake, **handshake)[0], "implicitDeny identity")
        statements = [allow("organizations:AcceptHandshake")]
        iam.put_user_policy(UserName="bob", PolicyName="p", PolicyDocument=document(statements))
        with self.assertRaises(ClientError) as raised:
            bob.accept_handshake(**handshake)
        self.assertEqual(raised.exception.response["Error"]["Code"], "AccessDeniedForDependencyException")
        statements += [allow("iam:CreateServiceLinkedRole", LINKED_ROLE)]
        iam.put_user_policy(UserName="bob", PolicyName="p", PolicyDocument=document(statements))
        self.assertEqual(bob.accept_handshake(**handshake)["Handshake"]["State"], "ACCEPTED")
        self.assertIn(INVITED, [account["Id"] for account in self.org.list_accounts()["Accounts"]])


class OtherAccounts(EnforcedCase):
    variables = {"AWSIM_IAM_ENFORCE": "off"}

    def test_a_deleted_key_of_any_account_is_nobodys(self):
        org = self.awsim.client("organizations")
        org.create_organization()
        made = org.create_account(Email="member@example.com", AccountName="member")["CreateAccountStatus"]
        status = org.describe_create_account_status(CreateAccountRequestId=made["Id"])["CreateAccountStatus"]
        arn = f"arn:aws:iam::{status['AccountId']}:role/OrganizationAccountAccessRole"
        session = self.sts.assume_role(RoleArn=arn, RoleSessionName="session")["Credentials"]
        member = self.awsim.client("iam", temporary(session))
        member.create_user(UserName="bob")
        key = member.create_access_key(UserName="bob")["AccessKey"]
        bob = self.awsim.client("sts", permanent(key))
        self.assertEqual(bob.get_caller_identity()["Account"], status["AccountId"])
        member.delete_access_key(UserName="bob", AccessKeyId=key["AccessKeyId"])
        self.assertEqual(verdict(bob.get_caller_identity)[0], "invalid")
        # A key of an account that is not here is as good as any.
        foreign = {"aws_access_key_id": "AKIAIOSFODNN7EXAMPLE", "aws_secret_access_key": "secret"}
        self.assertEqual(self.awsim.client("sts", foreign).get_caller_identity()["Account"], ACCOUNT)
