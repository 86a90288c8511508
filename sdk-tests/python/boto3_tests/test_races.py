"""Changes of one thing by several clients at once, where whoever comes second is refused."""

import contextlib
import os
import tempfile
import threading
import time
import unittest

from botocore.exceptions import ClientError

from enforced import Awsim
from population import file
from support import ACCOUNT, allow, delegation, trust, unique
from test_mfa import totp

REFUSED = "ConcurrentModification"
OTHERS = 3
# A call comes second sooner or later; how soon depends on the machine.
ATTEMPTS = 2000
TAGS = [{"Key": "team", "Value": "blue"}]
KEYS = ["team"]
POWER_USER = "arn:aws:iam::aws:policy/PowerUserAccess"


def code_of(error):
    return error.response["Error"]["Code"]


def insist(call, **parameters):
    """Makes a call again until nobody comes before it."""
    while True:
        try:
            return call(**parameters)
        except ClientError as error:
            if code_of(error) != REFUSED:
                raise


class Races(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        # On a disk a change takes a while, and others come in the meantime.
        cls.awsim = Awsim(
            data_dir=os.path.join(folder.name, "data"),
            AWSIM_IAM_ENFORCE="off",
            AWSIM_SERVICES__IAM__REFUSES_RACES="true",
        )
        cls.addClassCleanup(cls.awsim.stop)
        cls.iam = cls.awsim.client("iam")
        cls.other = cls.awsim.client("iam")

    @contextlib.contextmanager
    def busy(self, change):
        """Lets others make a change again and again."""
        done = threading.Event()

        def others():
            while not done.is_set():
                # What is refused, or not there at the moment, is for the calls in between to tell.
                with contextlib.suppress(ClientError):
                    change(self.other)

        threads = [threading.Thread(target=others) for _ in range(OTHERS)]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            done.set()
            for thread in threads:
                thread.join()

    def comes_second(self, call, *tolerated):
        """Makes a call, which prepares itself, until it is refused because somebody was faster."""
        for _ in range(ATTEMPTS):
            try:
                call()
            except ClientError as error:
                if code_of(error) == REFUSED:
                    self.assertEqual(error.response["ResponseMetadata"]["HTTPStatusCode"], 409)
                    message = error.response["Error"]["Message"]
                    self.assertTrue(message.startswith("Multiple requests to change this object"), message)
                    return
                if code_of(error) not in tolerated:
                    raise
        self.fail("nobody was ever faster")

    def all_come_second(self, change, operations, **parameters):
        with self.busy(change):
            for operation, more in operations.items():
                with self.subTest(operation=operation):
                    self.comes_second(lambda: getattr(self.iam, operation)(**parameters, **more))

    def test_users(self):
        bob = {"UserName": unique("user")}
        self.iam.create_user(**bob)
        certificate = {"CertificateBody": file("signing.pem"), **bob}

        def upload():
            made = self.iam.upload_signing_certificate(**certificate)["Certificate"]
            insist(self.iam.delete_signing_certificate, CertificateId=made["CertificateId"], **bob)

        def delete_certificate():
            made = insist(self.iam.upload_signing_certificate, **certificate)["Certificate"]
            try:
                self.iam.delete_signing_certificate(CertificateId=made["CertificateId"], **bob)
            except ClientError:
                insist(self.iam.delete_signing_certificate, CertificateId=made["CertificateId"], **bob)
                raise

        def delete():
            self.iam.delete_user(**bob)
            self.iam.create_user(**bob)

        with self.busy(lambda iam: iam.tag_user(Tags=TAGS, **bob)):
            self.comes_second(lambda: self.iam.tag_user(Tags=TAGS, **bob))
            self.comes_second(lambda: self.iam.untag_user(TagKeys=KEYS, **bob))
            self.comes_second(lambda: self.iam.update_user(NewPath="/team/", **bob))
            self.comes_second(upload)
            self.comes_second(delete_certificate)
            self.comes_second(delete)

    def test_devices(self):
        bob = {"UserName": unique("user")}
        self.iam.create_user(**bob)

        def device():
            """The serial number of a new device, and the codes that it shows from a time step on."""
            made = self.iam.create_virtual_mfa_device(VirtualMFADeviceName=unique("device"))["VirtualMFADevice"]
            seed, step = made["Base32StringSeed"], int(time.time()) // 30

            def codes(first):
                return {f"AuthenticationCode{place + 1}": totp(seed, step + first + place) for place in (0, 1)}

            return {"SerialNumber": made["SerialNumber"]}, codes

        def enable():
            serial, codes = device()
            self.iam.enable_mfa_device(**bob, **serial, **codes(-1))
            insist(self.iam.deactivate_mfa_device, **bob, **serial)

        def deactivate():
            serial, codes = device()
            insist(self.iam.enable_mfa_device, **bob, **serial, **codes(-1))
            try:
                self.iam.deactivate_mfa_device(**bob, **serial)
            except ClientError:
                insist(self.iam.deactivate_mfa_device, **bob, **serial)
                raise

        with self.busy(lambda iam: iam.tag_user(Tags=TAGS, **bob)):
            self.comes_second(enable)
            self.comes_second(deactivate)

        serial, _ = device()

        def resync():
            # Codes are good once, and so is a device here.
            nonlocal serial
            serial, codes = device()
            insist(self.iam.enable_mfa_device, **bob, **serial, **codes(-3))
            try:
                self.iam.resync_mfa_device(**bob, **serial, **codes(-1))
            finally:
                insist(self.iam.deactivate_mfa_device, **bob, **serial)

        def delete():
            nonlocal serial
            self.iam.delete_virtual_mfa_device(**serial)
            serial, _ = device()

        with self.busy(lambda iam: iam.tag_mfa_device(Tags=TAGS, **serial)):
            self.comes_second(lambda: self.iam.tag_mfa_device(Tags=TAGS, **serial))
            self.comes_second(lambda: self.iam.untag_mfa_device(TagKeys=KEYS, **serial))
            self.comes_second(resync)
            self.comes_second(delete)

    def test_roles(self):
        app = {"RoleName": unique("role")}
        document = {"AssumeRolePolicyDocument": trust()}
        self.iam.create_role(**app, **document)

        def delete():
            self.iam.delete_role(**app)
            self.iam.create_role(**app, **document)

        with self.busy(lambda iam: iam.tag_role(Tags=TAGS, **app)):
            self.comes_second(lambda: self.iam.tag_role(Tags=TAGS, **app))
            self.comes_second(lambda: self.iam.untag_role(TagKeys=KEYS, **app))
            self.comes_second(delete)

    def test_what_uses_the_same_policy(self):
        other = {"UserName": unique("user")}
        self.iam.create_user(**other)
        arn = self.iam.create_policy(PolicyName=unique("policy"), PolicyDocument=allow())["Policy"]["Arn"]
        boundary = {"PermissionsBoundary": arn}
        service = {"AWSServiceName": {"Values": ["lambda.amazonaws.com"]}}
        template = "arn:aws:iam::aws:role-template/iam.amazonaws.com/PowerUserRoleTemplate:1"

        def bound(iam):
            iam.put_user_permissions_boundary(**other, **boundary)
            iam.delete_user_permissions_boundary(**other)

        def attached(iam):
            iam.attach_user_policy(**other, PolicyArn=POWER_USER)
            iam.detach_user_policy(**other, PolicyArn=POWER_USER)

        def acquire():
            name = unique("role")
            values = {**service, "RoleName": {"Values": [name]}}
            self.iam.acquire_role(TemplateArn=template, ReplacementValues=values)

        with self.busy(bound):
            new_role = lambda: {"RoleName": unique("role"), "AssumeRolePolicyDocument": trust(), **boundary}
            self.comes_second(lambda: self.iam.create_role(**new_role()))
            self.comes_second(lambda: self.iam.create_user(UserName=unique("user"), **boundary))
        with self.busy(attached):
            self.comes_second(acquire)

    def test_whatever_has_tags(self):
        own = {"PolicyArn": self.iam.create_policy(PolicyName=unique("own"), PolicyDocument=allow())["Policy"]["Arn"]}
        vm = {"InstanceProfileName": unique("vm")}
        self.iam.create_instance_profile(**vm)
        url = f"https://{unique('idp')}.example.com"
        self.iam.create_open_id_connect_provider(Url=url, ThumbprintList=["a" * 40])
        oidc = {"OpenIDConnectProviderArn": url.replace("https://", f"arn:aws:iam::{ACCOUNT}:oidc-provider/")}
        metadata = {"SAMLMetadataDocument": file("metadata.xml")}
        saml = {"SAMLProviderArn": self.iam.create_saml_provider(Name=unique("corp"), **metadata)["SAMLProviderArn"]}
        web = {"ServerCertificateName": unique("web")}
        self.iam.upload_server_certificate(
            **web, CertificateBody=file("server.pem"), PrivateKey=file("server.key")
        )
        client_id = {"ClientID": "app"}
        of_oidc = {
            "add_client_id_to_open_id_connect_provider": client_id,
            "remove_client_id_from_open_id_connect_provider": client_id,
            "update_open_id_connect_provider_thumbprint": {"ThumbprintList": ["b" * 40]},
        }
        for kind, named, more in (
            ("policy", own, {}),
            ("instance_profile", vm, {}),
            ("open_id_connect_provider", oidc, of_oidc),
            ("saml_provider", saml, {"update_saml_provider": metadata}),
            ("server_certificate", web, {}),
        ):
            operations = {f"tag_{kind}": {"Tags": TAGS}, f"untag_{kind}": {"TagKeys": KEYS}, **more}
            self.all_come_second(lambda iam: getattr(iam, f"tag_{kind}")(Tags=TAGS, **named), operations, **named)

    def test_the_account(self):
        names = [unique("alias"), unique("alias")]
        create = lambda iam: [iam.create_account_alias(AccountAlias=name) for name in names]
        with self.busy(create):
            self.comes_second(lambda: self.iam.create_account_alias(AccountAlias=unique("alias")))
            # The alias is mostly another one.
            self.comes_second(lambda: self.iam.delete_account_alias(AccountAlias=names[0]), "NoSuchEntity")
        put = {"put_account_properties": {"Properties": {"RoleManager/Enabled": "true"}}}
        self.all_come_second(lambda iam: iam.put_account_properties(**put["put_account_properties"]), put)

    def test_delegation_requests(self):
        template = self.iam.create_policy(PolicyName=unique("template"), PolicyDocument=allow())["Policy"]["Arn"]
        request = {}

        def create():
            made = self.iam.create_delegation_request(**delegation(template))
            assigned = {"DelegationRequestId": made["DelegationRequestId"]}
            self.iam.associate_delegation_request(**assigned)
            request.update(assigned)

        def then_anew(call):
            call(**request)
            create()

        create()
        with self.busy(lambda iam: iam.update_delegation_request(**request)):
            self.comes_second(lambda: self.iam.update_delegation_request(**request))
            self.comes_second(lambda: then_anew(self.iam.accept_delegation_request))
            self.comes_second(lambda: then_anew(self.iam.reject_delegation_request))


if __name__ == "__main__":
    unittest.main()
