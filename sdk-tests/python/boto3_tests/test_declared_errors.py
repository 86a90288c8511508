"""Errors that the model declares and that no test of a family has met: what is missing, malformed or too much.

declared_errors.py tells, after all tests, which errors of the model nobody met, and why.
"""

import json
import os
import tomllib
import urllib.request

from botocore import xform_name
from enforced import Awsim
from population import file
from support import ACCOUNT, Case, allow, delegation, permanent, temporary, trust, unique
from test_identity_providers import metadata
from test_mfa import totp

HERE = os.path.dirname(os.path.abspath(__file__))
NOTHING = "no-such-thing"
TOO_LONG = json.loads(allow())
TOO_LONG["Statement"][0]["Resource"] = [f"arn:aws:s3:::bucket-{number}/*" for number in range(40)]
TOO_LONG = json.dumps(TOO_LONG)

# What a request has if nothing else is said, by the names of the parameters.
VALUES = {
    "AccessKeyId": "AKIA0000000000000000",
    "AccountAlias": NOTHING,
    "Description": "",
    "GroupName": NOTHING,
    "InstanceProfileName": NOTHING,
    "PermissionsBoundary": f"arn:aws:iam::{ACCOUNT}:policy/{NOTHING}",
    "PolicyArn": f"arn:aws:iam::{ACCOUNT}:policy/{NOTHING}",
    "PolicyDocument": allow(),
    "PolicyName": NOTHING,
    "RoleName": NOTHING,
    "Status": "Inactive",
    "TagKeys": ["team"],
    "Tags": [{"Key": "team", "Value": "blue"}],
    "UserName": NOTHING,
    "VersionId": "v1",
}

MISSING = """
AddRoleToInstanceProfile AddUserToGroup AttachGroupPolicy AttachUserPolicy CreateAccessKey CreatePolicyVersion
DeleteAccountAlias DeleteGroup DeleteGroupPolicy DeleteInstanceProfile DeletePolicyVersion DeleteRole
DeleteRolePermissionsBoundary DeleteRolePolicy DeleteUserPermissionsBoundary DeleteUserPolicy DetachGroupPolicy
DetachRolePolicy GetPolicy ListAccessKeys ListAttachedGroupPolicies ListAttachedRolePolicies ListAttachedUserPolicies
ListEntitiesForPolicy ListGroupPolicies ListGroupsForUser ListInstanceProfileTags ListInstanceProfilesForRole
ListPolicyTags ListPolicyVersions ListRolePolicies ListRoleTags ListUserPolicies ListUserTags PutGroupPolicy
PutRolePermissionsBoundary PutRolePolicy PutUserPolicy RemoveRoleFromInstanceProfile RemoveUserFromGroup
SetDefaultPolicyVersion TagInstanceProfile TagPolicy TagRole TagUser UntagInstanceProfile UntagPolicy UntagRole
UntagUser UpdateAccessKey UpdateAssumeRolePolicy UpdateGroup UpdateRole UpdateRoleDescription UpdateUser
""".split()

OF_POLICIES = """
AttachGroupPolicy AttachRolePolicy AttachUserPolicy CreatePolicyVersion DeletePolicy DeletePolicyVersion
DetachGroupPolicy DetachRolePolicy DetachUserPolicy GetPolicy GetPolicyVersion ListEntitiesForPolicy ListPolicyTags
ListPolicyVersions SetDefaultPolicyVersion TagPolicy UntagPolicy
""".split()

FEATURES = """
DisableOrganizationsRootCredentialsManagement DisableOrganizationsRootSessions
EnableOrganizationsRootCredentialsManagement EnableOrganizationsRootSessions ListOrganizationsFeatures
""".split()


class Declared(Case):
    def refuses(self, code, operation, iam=None, **parameters):
        """Makes a request that must be refused as the model says; what is required and not given is as in VALUES."""
        iam = iam or self.iam
        model = iam.meta.service_model.operation_model(operation)
        required = model.input_shape.required_members if model.input_shape else []
        parameters = {**{name: VALUES[name] for name in required if name not in parameters}, **parameters}
        # Errors about which the model says nothing more have the status of bad requests.
        errors = {error.error_code: error.metadata.get("error", {}) for error in model.error_shapes}
        status = errors[code].get("httpStatusCode", 400)
        return self.refused(code, status, getattr(iam, xform_name(operation)), **parameters)


class Missing(Declared):
    def test_what_is_not_there_cannot_be_found(self):
        named = {"CreateAccessKey": {"UserName": NOTHING}, "ListAccessKeys": {"UserName": NOTHING}}
        named["UpdateAssumeRolePolicy"] = {"PolicyDocument": trust()}
        for operation in MISSING:
            with self.subTest(operation=operation):
                self.refuses("NoSuchEntity", operation, **named.get(operation, {}))
        user = {"UserName": unique("user"), "PermissionsBoundary": VALUES["PermissionsBoundary"]}
        self.refuses("NoSuchEntity", "CreateUser", **user)


class Malformed(Declared):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.name = unique("it")
        cls.iam.create_user(UserName=cls.name)
        cls.iam.create_group(GroupName=cls.name)
        cls.iam.create_role(RoleName=cls.name, AssumeRolePolicyDocument=trust())
        cls.iam.create_instance_profile(InstanceProfileName=cls.name)
        cls.arn = cls.iam.create_policy(PolicyName=cls.name, PolicyDocument=allow())["Policy"]["Arn"]
        cls.named = {f"{kind}Name": cls.name for kind in ("User", "Group", "Role")}

    def of(self, operation):
        """The parameters that name what is there."""
        return {name: value for name, value in self.named.items() if name[:-4] in operation}

    def test_the_arn_of_something_else_is_not_that_of_a_policy(self):
        arn = f"arn:aws:iam::{ACCOUNT}:user/{self.name}"
        for operation in OF_POLICIES:
            with self.subTest(operation=operation):
                self.refuses("InvalidInput", operation, PolicyArn=arn, **self.of(operation.replace("Policy", "")))
        for kind in ("User", "Role"):
            operation = f"Put{kind}PermissionsBoundary"
            self.refuses("InvalidInput", operation, PermissionsBoundary=arn, **self.of(operation))

    def test_reserved_tags_are_for_aws(self):
        tags = {"Tags": [{"Key": "aws:team", "Value": "blue"}]}
        self.refuses("InvalidInput", "CreateUser", UserName=unique("user"), **tags)
        self.refuses("InvalidInput", "CreateInstanceProfile", InstanceProfileName=unique("profile"), **tags)
        self.refuses("InvalidInput", "CreatePolicy", PolicyName=unique("policy"), **tags)
        self.refuses("InvalidInput", "TagInstanceProfile", InstanceProfileName=self.name, **tags)
        self.refuses("InvalidInput", "TagRole", RoleName=self.name, **tags)
        tags = {"Tags": [{"Key": "team", "Value": "aws:blue"}]}
        self.refuses("InvalidInput", "CreateUser", UserName=unique("user"), **tags)
        self.refuses("InvalidInput", "TagRole", RoleName=self.name, **tags)

    def test_other_input_that_says_nothing(self):
        key = self.iam.create_access_key(UserName=self.name)["AccessKey"]["AccessKeyId"]
        update = {"UserName": self.name, "AccessKeyId": key, "Status": "Expired"}
        self.refuses("InvalidInput", "UpdateAccessKey", **update)
        source = {"PolicySourceArn": f"arn:aws:iam::{ACCOUNT}:user/{self.name}", "PolicyInputList": ["{"]}
        self.refuses("InvalidInput", "GetContextKeysForCustomPolicy", PolicyInputList=["{"])
        self.refuses("InvalidInput", "GetContextKeysForPrincipalPolicy", **source)
        self.refuses("InvalidInput", "SimulatePrincipalPolicy", ActionNames=["s3:GetObject"], **source)

    def test_a_document_that_is_no_policy(self):
        self.refuses("MalformedPolicyDocument", "CreatePolicyVersion", PolicyArn=self.arn, PolicyDocument="{}")
        for kind in ("User", "Group", "Role"):
            operation = f"Put{kind}Policy"
            self.refuses("MalformedPolicyDocument", operation, PolicyDocument="{}", **self.of(operation))

    def test_policies_of_service_linked_roles_are_for_these(self):
        arn = "arn:aws:iam::aws:policy/aws-service-role/AmazonECSServiceRolePolicy"
        for kind in ("User", "Group", "Role"):
            operation = f"Attach{kind}Policy"
            self.refuses("PolicyNotAttachable", operation, PolicyArn=arn, **self.of(operation))
        for kind in ("User", "Role"):
            operation = f"Put{kind}PermissionsBoundary"
            self.refuses("PolicyNotAttachable", operation, PermissionsBoundary=arn, **self.of(operation))

    def test_names_are_taken(self):
        other = unique("other")
        self.iam.create_user(UserName=other)
        self.iam.create_group(GroupName=other)
        self.refuses("EntityAlreadyExists", "UpdateUser", UserName=other, NewUserName=self.name)
        self.refuses("EntityAlreadyExists", "UpdateGroup", GroupName=other, NewGroupName=self.name)
        self.refuses("EntityAlreadyExists", "CreateInstanceProfile", InstanceProfileName=self.name)
        self.iam.create_account_alias(AccountAlias=other)
        self.addCleanup(self.iam.delete_account_alias, AccountAlias=other)
        self.refuses("EntityAlreadyExists", "CreateAccountAlias", AccountAlias=other)

    def test_fifty_tags_and_no_more(self):
        first = [{"Key": f"tag-{number}", "Value": ""} for number in range(50)]
        more = [{"Key": "one more", "Value": ""}]
        for operation, named in (
            ("TagInstanceProfile", {"InstanceProfileName": self.name}),
            ("TagPolicy", {"PolicyArn": self.arn}),
            ("TagRole", {"RoleName": self.name}),
        ):
            getattr(self.iam, xform_name(operation))(Tags=first, **named)
            self.refuses("LimitExceeded", operation, Tags=more, **named)


class Quotas(Declared):
    """An account that may have one of what it needs, and nothing of all else."""

    ONE = {
        "users": 1,
        "groups": 1,
        "roles": 1,
        "policies": 1,
        "instance_profiles": 1,
        "oidc_providers": 1,
        "versions_per_policy": 1,
        "policy_size": 300,
        "user_policy_size": 300,
        "group_policy_size": 300,
        "role_policy_size": 300,
        "trust_policy_size": 300,
        "saml_providers": 1,
        "identities_per_saml_provider": 1,
        "keys_per_saml_provider": 1,
    }

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        with open(os.path.join(HERE, "../../../config.toml"), "rb") as config:
            # That of all versions together is reached only where no other of policies is.
            cls.names = set(tomllib.load(config)["services"]["iam"]["quotas"]) - {"policy_versions_in_use"}
        variables = {
            f"AWSIM_SERVICES__IAM__QUOTAS__{name.upper()}": str(cls.ONE.get(name, 0)) for name in cls.names
        }
        cls.awsim = Awsim(AWSIM_IAM_ENFORCE="off", **variables)
        cls.small = cls.awsim.client("iam")

    @classmethod
    def tearDownClass(cls):
        cls.awsim.stop()

    def test_every_quota_is_reached(self):
        iam, reached = self.small, set()

        def exceeds(quota, operation, **parameters):
            said = self.refuses("LimitExceeded", operation, iam=iam, **parameters)["Error"]["Message"]
            self.assertIn(str(self.ONE.get(quota, 0)), said)
            reached.add(quota)

        iam.create_user(UserName="bob")
        iam.create_group(GroupName="staff")
        policy = iam.create_policy(PolicyName="own", PolicyDocument=allow())["Policy"]["Arn"]
        iam.create_instance_profile(InstanceProfileName="vm")
        oidc = iam.create_open_id_connect_provider(Url="https://idp")["OpenIDConnectProviderArn"]
        long_trust = json.loads(trust())
        long_trust["Statement"] *= 5
        long_trust = json.dumps(long_trust)
        exceeds("trust_policy_size", "CreateRole", RoleName="app", AssumeRolePolicyDocument=long_trust)
        iam.create_role(RoleName="app", AssumeRolePolicyDocument=trust())
        exceeds("trust_policy_size", "UpdateAssumeRolePolicy", RoleName="app", PolicyDocument=long_trust)

        exceeds("users", "CreateUser", UserName="eve")
        exceeds("groups", "CreateGroup", GroupName="other")
        exceeds("roles", "CreateRole", RoleName="other", AssumeRolePolicyDocument=trust())
        exceeds("roles", "CreateServiceLinkedRole", AWSServiceName="ecs.amazonaws.com")
        template = "arn:aws:iam::aws:role-template/iam.amazonaws.com/PowerUserRoleTemplate:1"
        values = {"AWSServiceName": {"Values": ["lambda.amazonaws.com"]}}
        exceeds("roles", "AcquireRole", TemplateArn=template, ReplacementValues=values)
        exceeds("policies", "CreatePolicy", PolicyName="other")
        exceeds("versions_per_policy", "CreatePolicyVersion", PolicyArn=policy)
        exceeds("instance_profiles", "CreateInstanceProfile", InstanceProfileName="other")
        exceeds("oidc_providers", "CreateOpenIDConnectProvider", Url="https://other")
        client_id = {"OpenIDConnectProviderArn": oidc, "ClientID": "app"}
        exceeds("client_ids_per_oidc_provider", "AddClientIDToOpenIDConnectProvider", **client_id)
        self.of_saml_providers(exceeds)
        server = {"CertificateBody": file("server.pem"), "PrivateKey": file("server.key")}
        exceeds("server_certificates", "UploadServerCertificate", ServerCertificateName="web", **server)
        self.of_users(exceeds, policy)
        iam.delete_policy(PolicyArn=policy)
        exceeds("policy_size", "CreatePolicy", PolicyName="long", PolicyDocument=TOO_LONG)
        self.assertEqual(reached, self.names)

    def of_saml_providers(self, exceeds):
        one = metadata()
        made = self.small.create_saml_provider(Name="corp", SAMLMetadataDocument=one)["SAMLProviderArn"]
        exceeds("saml_providers", "CreateSAMLProvider", Name="other", SAMLMetadataDocument=one)
        namespace = "urn:oasis:names:tc:SAML:2.0:metadata"
        both = one + one.replace("https://idp.example", "https://other.example")
        group = f'<EntitiesDescriptor xmlns="{namespace}">{both}</EntitiesDescriptor>'
        key = one[one.index("<md:KeyDescriptor") : one.index("</md:IDPSSODescriptor>")]
        for quota, document in (
            ("identities_per_saml_provider", group),
            ("keys_per_saml_provider", one.replace(key, key + key)),
        ):
            exceeds(quota, "UpdateSAMLProvider", SAMLProviderArn=made, SAMLMetadataDocument=document)

    def of_users(self, exceeds, policy):
        user, group, role = {"UserName": "bob"}, {"GroupName": "staff"}, {"RoleName": "app"}
        for kind, named in (("User", user), ("Group", group), ("Role", role)):
            exceeds(f"policies_per_{kind.lower()}", f"Attach{kind}Policy", PolicyArn=policy, **named)
            exceeds(f"{kind.lower()}_policy_size", f"Put{kind}Policy", PolicyDocument=TOO_LONG, **named)
        exceeds("groups_per_user", "AddUserToGroup", **user, **group)
        exceeds("access_keys_per_user", "CreateAccessKey", **user)
        exceeds("signing_certificates_per_user", "UploadSigningCertificate", CertificateBody=file("signing.pem"), **user)
        exceeds("ssh_public_keys_per_user", "UploadSSHPublicKey", SSHPublicKeyBody=file("ssh.pub"), **user)
        service = {"ServiceName": "codecommit.amazonaws.com"}
        exceeds("credentials_per_service_and_user", "CreateServiceSpecificCredential", **service, **user)
        device = self.small.create_virtual_mfa_device(VirtualMFADeviceName="phone")["VirtualMFADevice"]
        exceeds("users", "CreateVirtualMFADevice", VirtualMFADeviceName="other")
        codes = {"AuthenticationCode1": "123456", "AuthenticationCode2": "123456"}
        serial = {"SerialNumber": device["SerialNumber"]}
        exceeds("mfa_devices_per_user", "EnableMFADevice", **user, **serial, **codes)

    def test_all_policies_together_have_so_many_versions(self):
        awsim = Awsim(AWSIM_IAM_ENFORCE="off", AWSIM_SERVICES__IAM__QUOTAS__POLICY_VERSIONS_IN_USE="1")
        self.addCleanup(awsim.stop)
        iam = awsim.client("iam")
        policy = iam.create_policy(PolicyName="own", PolicyDocument=allow())["Policy"]["Arn"]
        self.refuses("LimitExceeded", "CreatePolicyVersion", iam=iam, PolicyArn=policy)
        self.refuses("LimitExceeded", "CreatePolicy", iam=iam, PolicyName="other")
        self.assertEqual(iam.get_account_summary()["SummaryMap"]["PolicyVersionsInUseQuota"], 1)

    def test_a_provider_asks_for_no_more_than_a_thousand_delegations(self):
        awsim = Awsim(AWSIM_IAM_ENFORCE="off")
        self.addCleanup(awsim.stop)
        iam = awsim.client("iam")
        policy = iam.create_policy(PolicyName="own", PolicyDocument=allow())["Policy"]["Arn"]
        for _ in range(1000):
            iam.create_delegation_request(**delegation(policy))
        self.refuses("LimitExceeded", "CreateDelegationRequest", iam=iam, **delegation(policy))


class Settling(Declared):
    def test_what_is_new_cannot_be_changed(self):
        awsim = Awsim(
            AWSIM_IAM_ENFORCE="off", AWSIM_CLOCK__MOVABLE="true", AWSIM_SERVICES__IAM__SETTLING_SECONDS="3600"
        )
        self.addCleanup(awsim.stop)
        iam = awsim.client("iam")
        iam.create_user(UserName="bob")
        device = iam.create_virtual_mfa_device(VirtualMFADeviceName="phone")["VirtualMFADevice"]
        bob = {"UserName": "bob"}
        serial = {"SerialNumber": device["SerialNumber"]}
        codes = {"AuthenticationCode1": "123456", "AuthenticationCode2": "123456"}
        code, old, new = "EntityTemporarilyUnmodifiable", "first Password 1", "second Password 2"
        self.refuses(code, "EnableMFADevice", iam=iam, **bob, **serial, **codes)
        self.refuses(code, "UpdateUser", iam=iam, NewUserName="robert", **bob)
        key = iam.create_access_key(UserName="bob")["AccessKey"]
        as_bob = permanent(key)
        iam.create_login_profile(UserName="bob", Password=old)
        self.refuses(code, "UpdateLoginProfile", iam=iam, Password=new, **bob)
        self.refuses(code, "DeleteLoginProfile", iam=iam, **bob)
        change = {"OldPassword": old, "NewPassword": new}
        self.refuses(code, "ChangePassword", iam=awsim.client("iam", as_bob), **change)

        now = 2_000_000_000 // 30 * 30
        body = json.dumps({"time": str(now)}).encode()
        move = urllib.request.Request(f"{awsim.url}/_awsim/clock", data=body, method="PUT")
        urllib.request.urlopen(move).close()
        seed = device["Base32StringSeed"]
        right = {f"AuthenticationCode{place}": totp(seed, now // 30 + place - 2) for place in (1, 2)}
        iam.enable_mfa_device(**bob, **serial, **right)
        self.refuses(code, "DeactivateMFADevice", iam=iam, **bob, **serial)
        iam.update_user(NewUserName="robert", **bob)


class RootAccess(Declared):
    def test_central_root_access_is_for_organizations_that_want_it(self):
        awsim = Awsim(AWSIM_IAM_ENFORCE="off")
        self.addCleanup(awsim.stop)
        iam, organizations = awsim.client("iam"), awsim.client("organizations")

        def all_refuse(code, iam, operations=FEATURES):
            for operation in operations:
                with self.subTest(operation=operation, code=code):
                    self.refuses(code, operation, iam=iam)

        organizations.create_organization(FeatureSet="CONSOLIDATED_BILLING")
        all_refuse("OrganizationNotInAllFeaturesModeException", iam)
        organizations.delete_organization()
        organizations.create_organization()
        all_refuse("ServiceAccessNotEnabledException", iam)
        organizations.enable_aws_service_access(ServicePrincipal="iam.amazonaws.com")
        made = organizations.create_account(Email="member@example.com", AccountName="member")
        account = organizations.describe_create_account_status(
            CreateAccountRequestId=made["CreateAccountStatus"]["Id"]
        )["CreateAccountStatus"]["AccountId"]
        session = awsim.client("sts").assume_role(
            RoleArn=f"arn:aws:iam::{account}:role/OrganizationAccountAccessRole", RoleSessionName="admin"
        )["Credentials"]
        as_member = awsim.client("iam", temporary(session))
        all_refuse("AccountNotManagementOrDelegatedAdministratorException", as_member)
        organizations.register_delegated_administrator(AccountId=account, ServicePrincipal="iam.amazonaws.com")
        enabling = [operation for operation in FEATURES if operation.startswith("Enable")]
        all_refuse("CallerIsNotManagementAccountException", as_member, enabling)
