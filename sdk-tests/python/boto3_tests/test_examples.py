"""The request and response pairs of botocore's IAM examples, replayed and compared in shape.

Each example runs on names of its own: what the documentation calls `Bob` is `Bob-0123456789ab` here. A function of the
operation's name in `Setup` makes what the example takes for granted, and puts ids and ARNs that only the server knows into
the request. Of the answer counts that it has every member that the documented one has, in the same type.
"""

import json
import os
import re
import unittest
import urllib.request
import uuid

import botocore
import botocore.session
from botocore.exceptions import ClientError
from enforced import Awsim
from support import ACCOUNT, ENDPOINT, Case, allow, client, permanent, temporary, trust
from test_certificates import pem

MODEL = botocore.session.get_session().get_service_model("iam")
FOLDER = os.path.join(os.path.dirname(botocore.__file__), "data", "iam", "2010-05-08")

# Examples that take an organization for granted, which the account of most of these tests is not in.
ORGANIZATION = {"GenerateOrganizationsAccessReport", "GetOrganizationsAccessReport"}

NAMES = {"UserName", "NewUserName", "GroupName", "NewGroupName", "RoleName", "InstanceProfileName", "AccountAlias"}


def examples():
    with open(os.path.join(FOLDER, "examples-1.json"), encoding="utf-8") as file:
        documented = json.load(file)["examples"]
    for operation, of_operation in sorted(documented.items()):
        for example in of_operation:
            yield operation, example


class Setup:
    """What examples take for granted."""

    def __init__(self, iam, sts):
        self.iam = iam
        self.sts = sts
        self.suffix = uuid.uuid4().hex[:12]
        # Who calls the operation, and what sets the account right again afterwards.
        self.caller = iam
        self.undo = lambda: None

    def named(self, name):
        return f"{name}-{self.suffix}"

    def prepare(self, operation, documented):
        request = {
            key: self.named(value) if key in NAMES else value for key, value in json.loads(json.dumps(documented)).items()
        }
        snake = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", operation).lower()
        getattr(self, snake, lambda _: None)(request)
        return request

    def user(self, name):
        self.iam.create_user(UserName=name)

    def group(self, name):
        self.iam.create_group(GroupName=name)

    def role(self, name):
        self.iam.create_role(RoleName=name, AssumeRolePolicyDocument=trust("ec2.amazonaws.com"))

    def profile(self, name):
        self.iam.create_instance_profile(InstanceProfileName=name)

    def policy(self, name, action="iam:*"):
        return self.iam.create_policy(PolicyName=self.named(name), PolicyDocument=allow(action))["Policy"]["Arn"]

    def key(self, user):
        return self.iam.create_access_key(UserName=user)["AccessKey"]

    def provider(self):
        url = f"https://{self.suffix}.example.com"
        made = self.iam.create_open_id_connect_provider(Url=url, ThumbprintList=["a" * 40])
        return made["OpenIDConnectProviderArn"]

    def attached_to(self, users=(), roles=(), arn=None):
        for user in users:
            self.user(user)
            self.iam.attach_user_policy(UserName=user, PolicyArn=arn)
        for role in roles:
            self.role(role)
            self.iam.attach_role_policy(RoleName=role, PolicyArn=arn)

    def report(self):
        """The job of a finished report on a policy with which a user called IAM and a role did not."""
        arn = self.policy("ExamplePolicy1", ["iam:*", "s3:*"])
        user = self.named("AWSExampleUser01")
        self.attached_to([user], [self.named("AWSExampleRole01")], arn)
        key = self.key(user)
        as_user = client("iam", permanent(key))
        as_user.get_user(UserName=user)
        job = self.iam.generate_service_last_accessed_details(Arn=arn)["JobId"]
        while self.iam.get_service_last_accessed_details(JobId=job)["JobStatus"] == "IN_PROGRESS":
            pass
        return job

    def add_client_id_to_open_id_connect_provider(self, request):
        request["OpenIDConnectProviderArn"] = self.provider()

    def add_role_to_instance_profile(self, request):
        self.role(request["RoleName"])
        self.profile(request["InstanceProfileName"])

    def add_user_to_group(self, request):
        self.user(request["UserName"])
        self.group(request["GroupName"])

    def attach_group_policy(self, request):
        self.group(request["GroupName"])

    def attach_role_policy(self, request):
        self.role(request["RoleName"])

    def attach_user_policy(self, request):
        self.user(request["UserName"])

    def create_access_key(self, request):
        self.user(request["UserName"])

    def change_password(self, request):
        user = self.named("Bob")
        self.user(user)
        self.iam.create_login_profile(UserName=user, Password=request["OldPassword"])
        key = self.key(user)
        credentials = permanent(key)
        self.caller = client("iam", credentials)

    def create_login_profile(self, request):
        self.user(request["UserName"])

    def get_login_profile(self, request):
        self.user(request["UserName"])
        self.iam.create_login_profile(UserName=request["UserName"], Password="h]6EszR}vJ*m")

    delete_login_profile = get_login_profile
    update_login_profile = get_login_profile

    def get_account_password_policy(self, _):
        self.undo = self.iam.delete_account_password_policy
        self.iam.update_account_password_policy(
            MinimumPasswordLength=8, RequireNumbers=True, MaxPasswordAge=90, PasswordReusePrevention=12, HardExpiry=False
        )

    def delete_account_password_policy(self, _):
        self.iam.update_account_password_policy(MinimumPasswordLength=8)

    def update_account_password_policy(self, _):
        self.undo = self.iam.delete_account_password_policy

    def set_security_token_service_preferences(self, _):
        before = "v1Token"
        self.undo = lambda: self.iam.set_security_token_service_preferences(GlobalEndpointTokenVersion=before)

    def device(self):
        made = self.iam.create_virtual_mfa_device(VirtualMFADeviceName=self.named("device"))
        return made["VirtualMFADevice"]["SerialNumber"]

    def delete_virtual_mfa_device(self, request):
        request["SerialNumber"] = self.device()

    def list_virtual_mfa_devices(self, _):
        self.device()

    def create_open_id_connect_provider(self, request):
        # The documented thumbprint has letters that no thumbprint has.
        request.update(Url=f"https://{self.suffix}.example.com", ThumbprintList=["a" * 40])

    def create_role(self, request):
        request["AssumeRolePolicyDocument"] = trust()

    def delete_access_key(self, request):
        self.user(request["UserName"])
        request["AccessKeyId"] = self.key(request["UserName"])["AccessKeyId"]

    update_access_key = delete_access_key

    def delete_account_alias(self, request):
        self.iam.create_account_alias(AccountAlias=request["AccountAlias"])

    def delete_group_policy(self, request):
        self.group(request["GroupName"])
        self.iam.put_group_policy(**request, PolicyDocument=allow())

    def delete_instance_profile(self, request):
        self.profile(request["InstanceProfileName"])

    def delete_role(self, request):
        self.role(request["RoleName"])

    def delete_role_policy(self, request):
        self.role(request["RoleName"])
        self.iam.put_role_policy(**request, PolicyDocument=allow())

    def delete_user(self, request):
        self.user(request["UserName"])

    def delete_user_policy(self, request):
        self.user(request["UserName"])
        self.iam.put_user_policy(**request, PolicyDocument=allow())

    def generate_service_last_accessed_details(self, request):
        request["Arn"] = self.policy("ExamplePolicy1")

    def get_instance_profile(self, request):
        self.profile(request["InstanceProfileName"])
        self.role(self.named("Test-Role"))
        self.iam.add_role_to_instance_profile(**request, RoleName=self.named("Test-Role"))

    def get_role(self, request):
        self.role(request["RoleName"])
        arn = self.iam.get_role(**request)["Role"]["Arn"]
        session = self.sts.assume_role(RoleArn=arn, RoleSessionName="session")["Credentials"]
        as_role = client("sts", temporary(session))
        as_role.get_caller_identity()
        while not self.iam.get_role(**request)["Role"]["RoleLastUsed"]:
            pass

    def get_service_last_accessed_details(self, request):
        request["JobId"] = self.report()

    get_service_last_accessed_details_with_entities = get_service_last_accessed_details

    def get_user(self, request):
        self.user(request["UserName"])

    def list_access_keys(self, request):
        self.user(request["UserName"])
        self.key(request["UserName"])
        self.key(request["UserName"])

    def list_account_aliases(self, _):
        self.iam.create_account_alias(AccountAlias=self.named("example"))

    def list_group_policies(self, request):
        self.group(request["GroupName"])
        for name in ("AdminRoot", "KeyPolicy"):
            self.iam.put_group_policy(**request, PolicyName=name, PolicyDocument=allow())

    def list_groups(self, _):
        self.group(self.named("Admins"))

    def list_groups_for_user(self, request):
        self.user(request["UserName"])
        self.group(self.named("Test"))
        self.iam.add_user_to_group(**request, GroupName=self.named("Test"))

    def list_policies_granting_service_access(self, request):
        user, group = self.named("ExampleUser01"), self.named("AWSExampleGroup1")
        self.user(user)
        self.group(group)
        self.iam.add_user_to_group(UserName=user, GroupName=group)
        for name, action in (("ExampleIamPolicy", "iam:*"), ("ExampleEc2Policy", "ec2:*")):
            self.iam.attach_user_policy(UserName=user, PolicyArn=self.policy(name, action))
        self.iam.put_group_policy(GroupName=group, PolicyName="ExampleGroup1Policy", PolicyDocument=allow("iam:*"))
        request["Arn"] = f"arn:aws:iam::{ACCOUNT}:user/{user}"

    def list_role_tags(self, request):
        self.role(request["RoleName"])
        self.iam.tag_role(**request, Tags=[{"Key": "Dept", "Value": "12345"}, {"Key": "Team", "Value": "Accounting"}])

    def list_user_tags(self, request):
        self.user(request["UserName"])
        self.iam.tag_user(**request, Tags=[{"Key": "Dept", "Value": "12345"}, {"Key": "Team", "Value": "Accounting"}])

    def list_users(self, request):
        juan, password = self.named("Juan"), "first Password 1"
        self.user(juan)
        self.iam.create_login_profile(UserName=juan, Password=password)
        attempt = json.dumps({"user_name": juan, "password": password}).encode()
        signing_in = urllib.request.Request(f"{ENDPOINT}/_awsim/sign-in", data=attempt, method="POST")
        urllib.request.urlopen(signing_in).close()
        request["MaxItems"] = 1000

    def put_group_policy(self, request):
        self.group(request["GroupName"])

    def put_role_policy(self, request):
        self.role(request["RoleName"])

    def put_user_policy(self, request):
        self.user(request["UserName"])

    def remove_role_from_instance_profile(self, request):
        self.role(request["RoleName"])
        self.profile(request["InstanceProfileName"])
        self.iam.add_role_to_instance_profile(**request)

    def remove_user_from_group(self, request):
        self.add_user_to_group(request)
        self.iam.add_user_to_group(**request)

    def tag_role(self, request):
        self.role(request["RoleName"])

    untag_role = tag_role
    update_assume_role_policy = tag_role

    def tag_user(self, request):
        self.user(request["UserName"])

    untag_user = tag_user
    update_user = tag_user

    def update_group(self, request):
        self.group(request["GroupName"])

    def upload_server_certificate(self, request):
        request["ServerCertificateName"] = self.named(request["ServerCertificateName"])
        request["CertificateBody"] = pem("rsa.pem")
        request["PrivateKey"] = pem("rsa.key")
        self.undo = lambda: self.iam.delete_server_certificate(
            ServerCertificateName=request["ServerCertificateName"]
        )

    def signer(self, name):
        """A user whose signing certificates are gone afterwards, as no two users may have the same."""
        self.user(name)

        def undo():
            for certificate in self.iam.list_signing_certificates(UserName=name)["Certificates"]:
                self.iam.delete_signing_certificate(UserName=name, CertificateId=certificate["CertificateId"])

        self.undo = undo

    def upload_signing_certificate(self, request):
        self.signer(request["UserName"])
        request["CertificateBody"] = pem("rsa.pem")

    def list_signing_certificates(self, request):
        self.signer(request["UserName"])
        uploaded = self.iam.upload_signing_certificate(
            UserName=request["UserName"], CertificateBody=pem("rsa.pem")
        )
        return uploaded["Certificate"]["CertificateId"]

    def update_signing_certificate(self, request):
        request["CertificateId"] = self.list_signing_certificates(request)

    delete_signing_certificate = update_signing_certificate


class Examples(Case):
    def fits(self, operation, shape, documented, answered, path):
        """Asserts that an answer has what the documented one has, in the types of the model."""
        if shape.type_name == "structure":
            self.assertIsInstance(answered, dict, path)
            for name, value in documented.items():
                self.assertIn(name, answered, path)
                self.fits(operation, shape.members[name], value, answered[name], f"{path}.{name}")
        elif shape.type_name == "list":
            self.assertIsInstance(answered, list, path)
            for number, value in enumerate(documented):
                self.fits_one(operation, shape.member, value, answered, f"{path}[{number}]")
        elif shape.type_name == "map":
            self.assertLessEqual(set(documented), set(answered), path)
        else:
            # The SDK makes dictionaries of policy documents.
            document = shape.name == "policyDocumentType"
            kinds = {"string": dict if document else str, "integer": int, "boolean": bool}
            if kind := kinds.get(shape.type_name):
                self.assertIsInstance(answered, kind, path)
            else:
                self.assertEqual(type(answered).__name__, "datetime", path)

    def fits_one(self, operation, shape, documented, answered, path):
        """Asserts that one of the elements has what the documented one has."""
        complaints = []
        for element in answered:
            try:
                return self.fits(operation, shape, documented, element, path)
            except AssertionError as complaint:
                complaints.append(str(complaint))
        self.fail(f"{path}: no element fits: {complaints[:3]}")

    def replay(self, operation, example):
        setup = Setup(self.iam, self.sts)
        request = setup.prepare(operation, example.get("input") or {})
        snake = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", operation).lower()
        try:
            answer = getattr(setup.caller, snake)(**request)
        finally:
            setup.undo()
        if documented := example.get("output"):
            self.fits(operation, MODEL.operation_model(operation).output_shape, documented, answer, operation)

    def test_examples(self):
        replayed = 0
        for operation, example in examples():
            if operation in ORGANIZATION:
                continue
            with self.subTest(operation, example=example["id"]):
                self.replay(operation, example)
            replayed += 1
        self.assertEqual(replayed + len(ORGANIZATION), 68)

    def test_without_an_organization_there_are_no_reports_on_one(self):
        path = "o-a1b2c3d4e5/r-f6g7h8i9j0example/ou-1a2b3c-k9l8m7n6o5example"
        self.refused(
            "OrganizationNotFoundException", 400, self.iam.generate_organizations_access_report, EntityPath=path
        )
        job = "e4bdcdae-4f66-11ed-aefa-bfd6a0000000"
        self.refused("NoSuchEntity", 404, self.iam.get_organizations_access_report, JobId=job)


class OrganizationExamples(Examples):
    """The examples that take an organization for granted, in one with an account that calls IAM."""

    test_examples = test_without_an_organization_there_are_no_reports_on_one = None

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.awsim = awsim = Awsim(AWSIM_IAM_ENFORCE="off")
        cls.addClassCleanup(awsim.stop)
        cls.iam, cls.sts = awsim.client("iam"), awsim.client("sts")
        organizations = awsim.client("organizations")
        organization = organizations.create_organization()["Organization"]["Id"]
        root = organizations.list_roots()["Roots"][0]["Id"]
        organizations.enable_policy_type(RootId=root, PolicyType="SERVICE_CONTROL_POLICY")
        unit = organizations.create_organizational_unit(ParentId=root, Name="unit")["OrganizationalUnit"]["Id"]
        made = organizations.create_account(Email="member@example.com", AccountName="member")["CreateAccountStatus"]
        member = organizations.describe_create_account_status(CreateAccountRequestId=made["Id"])
        account = member["CreateAccountStatus"]["AccountId"]
        organizations.move_account(AccountId=account, SourceParentId=root, DestinationParentId=unit)
        cls.path = f"{organization}/{root}/{unit}"
        role = f"arn:aws:iam::{account}:role/OrganizationAccountAccessRole"
        session = cls.sts.assume_role(RoleArn=role, RoleSessionName="admin")["Credentials"]
        awsim.client("iam", temporary(session)).list_users()

    def report(self):
        """The job and the content of a report that is made."""
        while True:
            try:
                made = self.iam.generate_organizations_access_report(EntityPath=self.path)
                break
            except ClientError as error:
                # Reports of other tests may not be made yet.
                self.assertEqual(error.response["Error"]["Code"], "ReportGenerationLimitExceeded")
        whole = {"JobId": made["JobId"], "MaxItems": 1000}
        while (found := self.iam.get_organizations_access_report(**whole))["JobStatus"] == "IN_PROGRESS":
            pass
        return whole["JobId"], found

    def accessed(self):
        """The job of a report that has something to tell: accesses are noted a moment after they were."""
        while True:
            job, found = self.report()
            if any("LastAuthenticatedTime" in service for service in found["AccessDetails"]):
                return job

    def test_the_examples(self):
        documented = dict(examples())
        for operation, request in (
            ("GenerateOrganizationsAccessReport", {"EntityPath": self.path}),
            ("GetOrganizationsAccessReport", {"JobId": self.accessed(), "MaxItems": 1000}),
        ):
            answer = getattr(self.iam, botocore.xform_name(operation))(**request)
            shape = MODEL.operation_model(operation).output_shape
            self.fits(operation, shape, documented[operation]["output"], answer, operation)
        by_name = {service["ServiceNamespace"]: service for service in answer["AccessDetails"]}
        self.assertEqual(by_name["iam"]["TotalAuthenticatedEntities"], 1)
        self.assertTrue(by_name["iam"]["EntityPath"].startswith(f"{self.path}/"), by_name["iam"])
        self.assertEqual(by_name["s3"]["TotalAuthenticatedEntities"], 0)
        self.assertNotIn("LastAuthenticatedTime", by_name["s3"])

    def test_pages_of_every_size_list_the_same(self):
        job, found = self.report()
        everything = found["AccessDetails"]
        for size in (1, 2, 100):
            details, marker = [], {}
            while True:
                page = self.iam.get_organizations_access_report(JobId=job, MaxItems=size, **marker)
                self.assertLessEqual(len(page["AccessDetails"]), size)
                details += page["AccessDetails"]
                if not page["IsTruncated"]:
                    break
                marker = {"Marker": page["Marker"]}
            self.assertEqual(details, everything)
            self.assertEqual(len(details), found["NumberOfServicesAccessible"])

    def test_five_reports_are_made_at_a_time(self):
        # A report is made a moment after a request, sooner than a slow machine asks for five: they are put in.
        job, _ = self.report()
        state = self.awsim.send("GET", "state?service=iam")
        reports, pending = (state["services"]["iam"][name]["rows"] for name in ("organization_reports", "pending_reports"))
        made = next(row for row in reports if row["key"] == job)
        unmade = [{**made, "key": str(uuid.uuid4()), "value": {**made["value"], "made": None}} for _ in range(5)]
        reports += unmade
        pending += [{**row, "value": "Organization"} for row in unmade]
        while True:
            self.awsim.send("PUT", "state?service=iam", state)
            try:
                self.iam.generate_organizations_access_report(EntityPath=self.path)
            except ClientError as error:
                self.assertEqual(error.response["Error"]["Code"], "ReportGenerationLimitExceeded")
                self.assertEqual(error.response["ResponseMetadata"]["HTTPStatusCode"], 409)
                return


if __name__ == "__main__":
    unittest.main()
