"""Every listing that the model paginates: the same whatever the size of its pages, and whatever others do meanwhile."""

import json
import threading
import time

from botocore import xform_name
from enforced import Awsim
from population import file
from support import ACCOUNT, Case, allow, client, trust, unique
from test_mfa import totp

NAMES = ("a", "b", "c")
TAGS = [{"Key": name, "Value": ""} for name in NAMES]


def populate(iam):
    """Three of everything; what is needed to name what is listed."""
    policies = [iam.create_policy(PolicyName=name, PolicyDocument=allow(), Tags=TAGS)["Policy"]["Arn"] for name in NAMES]
    for name in NAMES:
        iam.create_group(GroupName=name)
        iam.create_user(UserName=name, Tags=TAGS)
        iam.create_role(RoleName=name, AssumeRolePolicyDocument=trust(), Tags=TAGS)
        iam.create_instance_profile(InstanceProfileName=name, Tags=TAGS)
        iam.add_role_to_instance_profile(InstanceProfileName=name, RoleName="a")
        iam.create_virtual_mfa_device(VirtualMFADeviceName=name, Tags=TAGS)
        server = {"CertificateBody": file("server.pem"), "PrivateKey": file("server.key")}
        iam.upload_server_certificate(ServerCertificateName=name, Tags=TAGS, **server)
        iam.add_user_to_group(GroupName="a", UserName=name)
        if name != "a":
            iam.add_user_to_group(GroupName=name, UserName="a")
        for kind in ("user", "group", "role"):
            put, attach = (getattr(iam, f"{verb}_{kind}_policy") for verb in ("put", "attach"))
            put(**{f"{kind.title()}Name": "a"}, PolicyName=name, PolicyDocument=allow())
            attach(**{f"{kind.title()}Name": name}, PolicyArn=policies[0])
            if name != "a":
                attach(**{f"{kind.title()}Name": "a"}, PolicyArn=policies[NAMES.index(name)])
        iam.create_policy_version(PolicyArn=policies[0], PolicyDocument=allow())
    iam.create_account_alias(AccountAlias="an-alias")
    for _ in range(2):
        iam.create_access_key(UserName="a")
    for document in ("signing.pem", "server.pem"):
        iam.upload_signing_certificate(UserName="a", CertificateBody=file(document))
    iam.upload_ssh_public_key(UserName="a", SSHPublicKeyBody=file("ssh.pub"))
    for number in (1, 2):
        device = iam.create_virtual_mfa_device(VirtualMFADeviceName=f"enabled-{number}")["VirtualMFADevice"]
        seed, step = device["Base32StringSeed"], int(time.time()) // 30
        codes = {f"AuthenticationCode{place}": totp(seed, step + place - 2) for place in (1, 2)}
        iam.enable_mfa_device(UserName="a", SerialNumber=device["SerialNumber"], **codes)
    oidc = iam.create_open_id_connect_provider(Url="https://idp", Tags=TAGS)["OpenIDConnectProviderArn"]
    saml = iam.create_saml_provider(Name="corp", SAMLMetadataDocument=file("metadata.xml"), Tags=TAGS)["SAMLProviderArn"]
    return {
        "ActionNames": ["s3:GetObject", "s3:PutObject", "s3:ListBucket"],
        "GroupName": "a",
        "InstanceProfileName": "a",
        "OpenIDConnectProviderArn": oidc,
        "PolicyArn": policies[0],
        "PolicyInputList": [allow()],
        "PolicySourceArn": f"arn:aws:iam::{ACCOUNT}:user/a",
        "RoleName": "a",
        "SAMLProviderArn": saml,
        "SerialNumber": f"arn:aws:iam::{ACCOUNT}:mfa/a",
        "ServerCertificateName": "a",
        "UserName": "a",
    }


class Pages(Case):
    # Listings that say of whom only if they are asked to.
    OF_ONE = ("ListAccessKeys", "ListMFADevices", "ListSSHPublicKeys", "ListSigningCertificates")
    # There is never more than one of these, or only one was made.
    SINGLE = ("ListAccountAliases", "ListSSHPublicKeys")

    def test_pages_of_every_size_list_the_same(self):
        awsim = Awsim(AWSIM_IAM_ENFORCE="off")
        self.addCleanup(awsim.stop)
        iam = awsim.client("iam")
        named = populate(iam)
        operations = [name for name in iam.meta.service_model.operation_names if iam.can_paginate(xform_name(name))]
        self.assertGreater(len(operations), 30)
        for operation in operations:
            with self.subTest(operation=operation):
                paginator = iam.get_paginator(xform_name(operation))
                shape = iam.meta.service_model.operation_model(operation).input_shape
                required = {name: named[name] for name in shape.required_members}
                if operation in self.OF_ONE:
                    required["UserName"] = "a"
                if operation == "ListPolicies":
                    required["Scope"] = "Local"
                listed = {}
                for size in (1, 2, None):
                    config = {"PageSize": size} if size else {}
                    pages = list(paginator.paginate(PaginationConfig=config, **required))
                    keys = [expression.expression for expression in paginator.result_keys]
                    listed[size] = {key: [item for page in pages for item in page.get(key, [])] for key in keys}
                    counts = [sum(len(page.get(key, [])) for key in keys) for page in pages]
                    self.assertTrue(size is None or max(counts) <= size, counts)
                self.assertEqual(listed[1], listed[None])
                self.assertEqual(listed[2], listed[None])
                items = sum(map(len, listed[None].values()))
                self.assertGreaterEqual(items, 1 if operation in self.SINGLE else 2)


class Writers(Case):
    """What is there throughout is listed exactly once, whatever comes and goes between the pages."""

    COUNT = 12

    def stays(self, operation, key, name_of, make, remove, **parameters):
        prefix = unique("stay")
        # Every second one comes and goes, so that there is one before and after each that stays.
        names = [f"{prefix}-{number:02}" for number in range(2 * self.COUNT)]
        staying, others = names[1::2], names[0::2]
        for name in staying:
            make(name)
        listed, marker, there = [], {}, set()
        while True:
            page = getattr(self.iam, operation)(MaxItems=3, **parameters, **marker)
            listed += [name_of(item) for item in page[key] if name_of(item).startswith(prefix)]
            for name in others:
                if name in there:
                    remove(name)
                    there.remove(name)
                elif (len(listed) + int(name[-2:]) // 2) % 2:
                    make(name)
                    there.add(name)
            if not page["IsTruncated"]:
                break
            marker = {"Marker": page["Marker"]}
        self.assertEqual([name for name in listed if name in staying], staying)
        self.assertEqual(len(listed), len(set(listed)))

    def test_users(self):
        self.stays(
            "list_users",
            "Users",
            lambda user: user["UserName"],
            lambda name: self.iam.create_user(UserName=name),
            lambda name: self.iam.delete_user(UserName=name),
        )

    def test_roles(self):
        self.stays(
            "list_roles",
            "Roles",
            lambda role: role["RoleName"],
            lambda name: self.iam.create_role(RoleName=name, AssumeRolePolicyDocument=trust()),
            lambda name: self.iam.delete_role(RoleName=name),
        )

    def test_policies(self):
        self.stays(
            "list_policies",
            "Policies",
            lambda policy: policy["PolicyName"],
            lambda name: self.iam.create_policy(PolicyName=name, PolicyDocument=allow()),
            lambda name: self.iam.delete_policy(PolicyArn=f"arn:aws:iam::{ACCOUNT}:policy/{name}"),
            Scope="Local",
        )

    def test_members_of_a_group(self):
        group = unique("group")
        self.iam.create_group(GroupName=group)

        def make(name):
            self.iam.create_user(UserName=name)
            self.iam.add_user_to_group(GroupName=group, UserName=name)

        def remove(name):
            self.iam.remove_user_from_group(GroupName=group, UserName=name)
            self.iam.delete_user(UserName=name)

        self.stays("get_group", "Users", lambda user: user["UserName"], make, remove, GroupName=group)

    def test_short_lists_of_one_user(self):
        user = unique("user")
        self.iam.create_user(UserName=user)
        document = json.dumps(
            {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}
        )
        self.stays(
            "list_user_policies",
            "PolicyNames",
            lambda name: name,
            lambda name: self.iam.put_user_policy(UserName=user, PolicyName=name, PolicyDocument=document),
            lambda name: self.iam.delete_user_policy(UserName=user, PolicyName=name),
            UserName=user,
        )
        self.stays(
            "list_user_tags",
            "Tags",
            lambda tag: tag["Key"],
            lambda name: self.iam.tag_user(UserName=user, Tags=[{"Key": name, "Value": ""}]),
            lambda name: self.iam.untag_user(UserName=user, TagKeys=[name]),
            UserName=user,
        )

    def test_writers_at_the_same_time(self):
        prefix = unique("busy")
        staying = [f"{prefix}-{number:02}-stays" for number in range(20)]
        for name in staying:
            self.iam.create_user(UserName=name)
        done = threading.Event()

        def write(number):
            iam, name = client("iam"), f"{prefix}-{number:02}-goes"
            while not done.is_set():
                iam.create_user(UserName=name)
                iam.delete_user(UserName=name)

        writers = [threading.Thread(target=write, args=(number,)) for number in range(0, 20, 5)]
        for writer in writers:
            writer.start()
        try:
            for _ in range(5):
                pages = self.iam.get_paginator("list_users").paginate(PaginationConfig={"PageSize": 2})
                listed = [user["UserName"] for page in pages for user in page["Users"]]
                self.assertEqual([name for name in listed if name in staying], staying)
                self.assertEqual(len(listed), len(set(listed)))
        finally:
            done.set()
            for writer in writers:
                writer.join()
