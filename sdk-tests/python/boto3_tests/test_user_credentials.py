"""SSH public keys and service-specific credentials."""

import pathlib

from support import ACCOUNT, Case, client, permanent, unique

DATA = pathlib.Path(__file__).parents[3] / "services/iam/test-data"

CODECOMMIT = "codecommit.amazonaws.com"
CASSANDRA = "cassandra.amazonaws.com"
BEDROCK = "bedrock.amazonaws.com"


def text(name):
    return (DATA / name).read_text()


class OfUser(Case):
    def setUp(self):
        self.user = unique("user")
        self.iam.create_user(UserName=self.user)

    def refuses_to_delete_the_user(self):
        self.refused(
            "DeleteConflict",
            409,
            self.iam.delete_user,
            UserName=self.user,
            message="Cannot delete entity, must remove referenced objects first.",
        )


class SshPublicKeys(OfUser):
    def upload(self, body):
        return self.iam.upload_ssh_public_key(UserName=self.user, SSHPublicKeyBody=body)["SSHPublicKey"]

    def get(self, id, encoding):
        return self.iam.get_ssh_public_key(UserName=self.user, SSHPublicKeyId=id, Encoding=encoding)["SSHPublicKey"]

    def test_both_encodings(self):
        line = " ".join(text("ssh.pub").split()[:2])
        for body in (text("ssh.pub"), text("ssh.pem")):
            key = self.upload(body)
            id = key["SSHPublicKeyId"]
            self.assertRegex(id, "^APKA[A-Z2-7]{16}$")
            self.assertEqual(key["Fingerprint"], "ed:fe:d0:84:26:73:2b:42:3c:f6:13:df:1e:11:45:fd")
            self.assertEqual(self.get(id, "SSH")["SSHPublicKeyBody"], line)
            self.assertEqual(self.get(id, "PEM")["SSHPublicKeyBody"].strip(), text("ssh.pem").strip())
            self.iam.delete_ssh_public_key(UserName=self.user, SSHPublicKeyId=id)
        self.refused("ValidationError", 400, self.get, id, "DER")

    def test_life_of_a_key(self):
        id = self.upload(text("ssh.pub"))["SSHPublicKeyId"]
        self.refused("DuplicateSSHPublicKey", 400, self.upload, text("ssh.pem"))
        self.refused("InvalidPublicKey", 400, self.upload, text("ssh-short.pub"))
        self.refused("UnrecognizedPublicKeyEncoding", 400, self.upload, text("ssh-ed25519.pub"))
        names = {"UserName": self.user, "SSHPublicKeyId": id}
        self.iam.update_ssh_public_key(**names, Status="Inactive")
        self.refused("InvalidInput", 400, self.iam.update_ssh_public_key, **names, Status="Expired")
        for size in (1, 2, 100):
            pages = self.iam.get_paginator("list_ssh_public_keys").paginate(
                UserName=self.user, PaginationConfig={"PageSize": size}
            )
            listed = [key for page in pages for key in page["SSHPublicKeys"]]
            self.assertEqual([(key["SSHPublicKeyId"], key["Status"]) for key in listed], [(id, "Inactive")])
        self.refuses_to_delete_the_user()
        self.iam.delete_ssh_public_key(**names)
        self.refused("NoSuchEntity", 404, self.get, id, "SSH")
        self.refused("NoSuchEntity", 404, self.iam.update_ssh_public_key, **names, Status="Active")
        self.refused("NoSuchEntity", 404, self.iam.delete_ssh_public_key, **names)
        self.iam.delete_user(UserName=self.user)
        self.refused("NoSuchEntity", 404, self.upload, text("ssh.pub"))
        self.refused("NoSuchEntity", 404, self.iam.list_ssh_public_keys, UserName=self.user)

    def test_five_a_user(self):
        # The same modulus with other exponents makes other keys.
        prefix, body = text("ssh.pub").split()[0], text("ssh.pub").split()[1]
        self.assertIn("AQAB", body)
        for last in "BDFHJ":
            self.upload(f"{prefix} {body.replace('AQAB', 'AQA' + last, 1)}")
        self.refused("LimitExceeded", 409, self.upload, text("ssh.pub").replace("AQAB", "AQAL", 1))


class ServiceSpecificCredentials(OfUser):
    def create(self, service=CODECOMMIT, **arguments):
        return self.iam.create_service_specific_credential(UserName=self.user, ServiceName=service, **arguments)[
            "ServiceSpecificCredential"
        ]

    def list(self, **arguments):
        return self.iam.list_service_specific_credentials(**arguments)

    def test_life_of_a_credential(self):
        made = self.create()
        self.assertEqual(
            set(made),
            {
                "UserName",
                "ServiceName",
                "ServiceUserName",
                "ServicePassword",
                "ServiceSpecificCredentialId",
                "Status",
                "CreateDate",
            },
        )
        self.assertEqual(made["ServiceUserName"], f"{self.user}-at-{ACCOUNT}")
        self.assertRegex(made["ServiceSpecificCredentialId"], "^ACCA[A-Z0-9]{17}$")
        answer = self.list(UserName=self.user, ServiceName=CODECOMMIT)
        self.assertNotIn("IsTruncated", answer)
        listed = answer["ServiceSpecificCredentials"]
        without_password = {key: value for key, value in made.items() if key != "ServicePassword"}
        self.assertEqual(listed, [without_password])
        self.assertEqual(self.list(UserName=self.user, ServiceName=CASSANDRA)["ServiceSpecificCredentials"], [])

        names = {"UserName": self.user, "ServiceSpecificCredentialId": made["ServiceSpecificCredentialId"]}
        self.iam.update_service_specific_credential(**names, Status="Inactive")
        reset = self.iam.reset_service_specific_credential(**names)["ServiceSpecificCredential"]
        self.assertNotEqual(reset["ServicePassword"], made["ServicePassword"])
        self.assertEqual(
            {**reset, "Status": "Active", "ServicePassword": made["ServicePassword"]},
            made,
        )
        self.assertEqual(reset["Status"], "Inactive")
        self.refuses_to_delete_the_user()
        self.iam.delete_service_specific_credential(**names)
        self.iam.delete_user(UserName=self.user)

    def calls_on_one(self):
        yield self.iam.reset_service_specific_credential, {}
        yield self.iam.update_service_specific_credential, {"Status": "Active"}
        yield self.iam.delete_service_specific_credential, {}

    def test_ids_and_users(self):
        id, other = self.create()["ServiceSpecificCredentialId"], unique("nobody")
        for call, arguments in self.calls_on_one():
            self.refused(
                "NoSuchEntity",
                404,
                call,
                UserName=self.user,
                ServiceSpecificCredentialId="ACCA" + "A" * 17,
                message=f"No such credential ACCA{'A' * 17} exists",
                **arguments,
            )
            self.refused(
                "NoSuchEntity",
                404,
                call,
                UserName=other,
                ServiceSpecificCredentialId=id,
                message=f"The user with name {other} cannot be found.",
                **arguments,
            )
            self.refused(
                "ValidationError",
                400,
                call,
                UserName=self.user,
                ServiceSpecificCredentialId="not-a-valid-credential-id",
                message="1 validation error detected: Value at 'serviceSpecificCredentialId' failed to satisfy "
                "constraint: Member must satisfy regular expression pattern: [\\w]+",
                **arguments,
            )
        self.refused(
            "ValidationError",
            400,
            self.iam.update_service_specific_credential,
            UserName=self.user,
            ServiceSpecificCredentialId=id,
            Status="Invalid",
            message="1 validation error detected: Value at 'status' failed to satisfy constraint: "
            "Member must satisfy enum value set",
        )

    def test_services(self):
        for service in ("lambda.amazonaws.com", "codecommit", "not a service"):
            message = f"No such service {service} is supported for Service Specific Credentials"
            self.refused("NoSuchEntity", 404, self.create, service, message=message)
            self.refused("NoSuchEntity", 404, self.list, UserName=self.user, ServiceName=service, message=message)
        nobody = unique("nobody")
        self.refused(
            "NoSuchEntity",
            404,
            self.iam.create_service_specific_credential,
            UserName=nobody,
            ServiceName="lambda.amazonaws.com",
            message=f"The user with name {nobody} cannot be found.",
        )
        self.refused("NotSupportedService", 404, self.create, CASSANDRA, CredentialAgeDays=1)
        self.create(CASSANDRA)
        self.create(CASSANDRA)
        self.refused("LimitExceeded", 409, self.create, CASSANDRA)

    def test_api_keys(self):
        key = self.create(BEDROCK, CredentialAgeDays=30)
        self.assertEqual((key["ExpirationDate"] - key["CreateDate"]).days, 30)
        self.assertTrue(key["ServiceCredentialSecret"].startswith("ABSK"))
        self.assertEqual(key["ServiceCredentialAlias"], f"{self.user}-at-{ACCOUNT}")
        self.assertNotIn("ServicePassword", key)
        self.assertNotIn("ExpirationDate", self.create(BEDROCK))

    def test_listing(self):
        path_of_all = []
        for _ in range(2):
            path_of_all.append(self.create(BEDROCK)["ServiceSpecificCredentialId"])
        self.create()
        for size in (1, 2, 100):
            found, marker = [], {}
            while True:
                page = self.list(AllUsers=True, ServiceName=BEDROCK, MaxItems=size, **marker)
                found += page["ServiceSpecificCredentials"]
                if not page.get("IsTruncated"):
                    break
                marker = {"Marker": page["Marker"]}
            mine = [one["ServiceSpecificCredentialId"] for one in found if one["UserName"] == self.user]
            self.assertCountEqual(mine, path_of_all)
        self.refused("ValidationError", 400, self.list, AllUsers=True, UserName=self.user)
        self.refused("ValidationError", 400, self.list, UserName=self.user, Marker="invented")

    def test_a_user_manages_its_own(self):
        key = self.iam.create_access_key(UserName=self.user)["AccessKey"]
        own = client("iam", permanent(key))
        id = self.create()["ServiceSpecificCredentialId"]
        listed = own.list_service_specific_credentials()["ServiceSpecificCredentials"]
        self.assertEqual([one["ServiceSpecificCredentialId"] for one in listed], [id])
        own.delete_service_specific_credential(ServiceSpecificCredentialId=id)
        self.assertEqual(own.list_ssh_public_keys()["SSHPublicKeys"], [])
