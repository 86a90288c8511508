"""Server certificates and signing certificates."""

import pathlib

from support import ACCOUNT, Case, unique

DATA = pathlib.Path(__file__).parents[3] / "services/iam/test-data"


def pem(name):
    return (DATA / name).read_text()


class ServerCertificates(Case):
    def upload(self, name, **arguments):
        arguments = {"CertificateBody": pem("rsa.pem"), "PrivateKey": pem("rsa.key"), **arguments}
        return self.iam.upload_server_certificate(ServerCertificateName=name, **arguments)

    def tearDown(self):
        for page in self.iam.get_paginator("list_server_certificates").paginate():
            for certificate in page["ServerCertificateMetadataList"]:
                self.iam.delete_server_certificate(ServerCertificateName=certificate["ServerCertificateName"])

    def test_life_of_a_server_certificate(self):
        name, renamed = unique("certificate"), unique("renamed")
        chain = pem("intermediate.pem") + pem("root.pem")
        uploaded = self.upload(name, Path="/elb/", CertificateChain=chain, Tags=[{"Key": "a", "Value": "1"}])
        metadata = uploaded["ServerCertificateMetadata"]
        self.assertEqual(metadata["Arn"], f"arn:aws:iam::{ACCOUNT}:server-certificate/elb/{name}")
        self.assertRegex(metadata["ServerCertificateId"], "^ASCA[A-Z0-9]{17}$")
        self.assertEqual(metadata["Expiration"].year, 2120)
        self.assertEqual(uploaded["Tags"], [{"Key": "a", "Value": "1"}])
        got = self.iam.get_server_certificate(ServerCertificateName=name)["ServerCertificate"]
        self.assertEqual(got["ServerCertificateMetadata"], metadata)
        self.assertEqual(got["CertificateBody"], pem("rsa.pem").rstrip("\n"))
        self.assertEqual(got["CertificateChain"], chain.rstrip("\n"))

        self.iam.update_server_certificate(
            ServerCertificateName=name, NewServerCertificateName=renamed, NewPath="/new/"
        )
        message = f"The Server Certificate with name {name} cannot be found."
        for call in (
            self.iam.get_server_certificate,
            self.iam.update_server_certificate,
            self.iam.delete_server_certificate,
            self.iam.list_server_certificate_tags,
        ):
            self.refused("NoSuchEntity", 404, call, ServerCertificateName=name, message=message)
        moved = self.iam.get_server_certificate(ServerCertificateName=renamed)["ServerCertificate"]
        self.assertEqual(moved["ServerCertificateMetadata"]["Path"], "/new/")
        self.assertEqual(moved["Tags"], [{"Key": "a", "Value": "1"}])
        self.iam.delete_server_certificate(ServerCertificateName=renamed)

    def test_an_untagged_certificate_has_an_empty_list_of_tags(self):
        name = unique("certificate")
        self.assertNotIn("Tags", self.upload(name))
        got = self.iam.get_server_certificate(ServerCertificateName=name)["ServerCertificate"]
        self.assertEqual(got["Tags"], [])
        self.assertNotIn("CertificateChain", got)

    def test_tags(self):
        name = unique("certificate")
        self.upload(name)
        self.iam.tag_server_certificate(
            ServerCertificateName=name, Tags=[{"Key": f"k{n:02}", "Value": str(n)} for n in range(50)]
        )
        for size in (1, 2, 100):
            pages = self.iam.get_paginator("list_server_certificate_tags").paginate(
                ServerCertificateName=name, PaginationConfig={"PageSize": size}
            )
            self.assertEqual([tag["Key"] for page in pages for tag in page["Tags"]], [f"k{n:02}" for n in range(50)])
        tag = self.iam.tag_server_certificate
        self.refused(
            "LimitExceeded", 409, tag, ServerCertificateName=name, Tags=[{"Key": "more", "Value": ""}]
        )
        self.refused("InvalidInput", 400, tag, ServerCertificateName=name, Tags=[{"Key": "aws:x", "Value": ""}])
        missing = unique("missing")
        self.refused("NoSuchEntity", 404, tag, ServerCertificateName=missing, Tags=[{"Key": "a", "Value": ""}])
        untag = self.iam.untag_server_certificate
        self.refused("NoSuchEntity", 404, untag, ServerCertificateName=missing, TagKeys=["a"])
        untag(ServerCertificateName=name, TagKeys=[f"K{n:02}" for n in range(50)])
        # Only the keys of users and roles are the same in another case.
        self.assertEqual(len(self.iam.list_server_certificate_tags(ServerCertificateName=name)["Tags"]), 50)
        untag(ServerCertificateName=name, TagKeys=[f"k{n:02}" for n in range(50)])
        tag(ServerCertificateName=name, Tags=[{"Key": "a", "Value": "1"}, {"Key": "A", "Value": "2"}])
        tags = self.iam.list_server_certificate_tags(ServerCertificateName=name)["Tags"]
        self.assertEqual(tags, [{"Key": "A", "Value": "2"}, {"Key": "a", "Value": "1"}])

    def test_keys_of_every_form(self):
        for certificate, key in (
            ("rsa.pem", "rsa-pkcs1.key"),
            ("p256.pem", "p256.key"),
            ("p384.pem", "p384-sec1.key"),
            ("p521.pem", "p521.key"),
        ):
            self.upload(unique("certificate"), CertificateBody=pem(certificate), PrivateKey=pem(key))

    def test_what_does_not_fit_together(self):
        def refused(code, message, **arguments):
            self.refused(code, 400, self.upload, unique("certificate"), message=message, **arguments)

        unparsable = "Unable to parse certificate. Please ensure the certificate is in PEM format."
        refused("MalformedCertificate", unparsable, CertificateBody="text")
        refused("MalformedCertificate", unparsable, CertificateChain="Subject:\n" + pem("intermediate.pem"))
        refused("MalformedCertificate", "Invalid Private Key.", PrivateKey=pem("rsa.pem"))
        refused("MalformedCertificate", None, PrivateKey=pem("rsa-encrypted.key"))
        refused("MalformedCertificate", None, CertificateChain=pem("root.pem"))
        refused("KeyPairMismatch", None, PrivateKey=pem("p256.key"))
        refused("InvalidInput", None, Tags=[{"Key": "a", "Value": ""}, {"Key": "a", "Value": ""}])
        over = "Certificate is no longer valid. The 'Not After' date restriction on the certificate has passed."
        refused("MalformedCertificate", over, CertificateBody=pem("expired.pem"))

    def test_names_and_quota(self):
        names = [unique("certificate") for _ in range(20)]
        for name in names:
            self.upload(name)
        self.refused(
            "EntityAlreadyExists",
            409,
            self.upload,
            names[0],
            message=f"The Server Certificate with name {names[0]} already exists.",
        )
        self.refused(
            "EntityAlreadyExists",
            409,
            self.iam.update_server_certificate,
            ServerCertificateName=names[0],
            NewServerCertificateName=names[1],
        )
        self.refused("LimitExceeded", 409, self.upload, unique("certificate"))
        for size in (1, 2, 100):
            pages = self.iam.get_paginator("list_server_certificates").paginate(PaginationConfig={"PageSize": size})
            listed = [item["ServerCertificateName"] for page in pages for item in page["ServerCertificateMetadataList"]]
            self.assertEqual(listed, sorted(names))
        summary = self.iam.get_account_summary()["SummaryMap"]
        self.assertEqual((summary["ServerCertificates"], summary["ServerCertificatesQuota"]), (20, 20))


class SigningCertificates(Case):
    def test_life_of_a_signing_certificate(self):
        user = unique("user")
        self.iam.create_user(UserName=user)
        self.assertEqual(self.iam.list_signing_certificates(UserName=user)["Certificates"], [])
        upload = self.iam.upload_signing_certificate
        first = upload(UserName=user, CertificateBody=pem("rsa.pem"))["Certificate"]
        self.assertEqual((first["UserName"], first["Status"]), (user, "Active"))
        self.assertEqual(first["CertificateBody"], pem("rsa.pem").rstrip("\n"))
        self.refused("DuplicateCertificate", 409, upload, UserName=user, CertificateBody=pem("rsa.pem"))
        self.refused("MalformedCertificate", 400, upload, UserName=user, CertificateBody="text")
        self.refused("InvalidCertificate", 400, upload, UserName=user, CertificateBody=pem("expired.pem"))
        second = upload(UserName=user, CertificateBody=pem("p256.pem"))["Certificate"]
        self.refused("LimitExceeded", 409, upload, UserName=user, CertificateBody=pem("p384.pem"))
        ids = [first["CertificateId"], second["CertificateId"]]
        for size in (1, 2, 100):
            pages = self.iam.get_paginator("list_signing_certificates").paginate(
                UserName=user, PaginationConfig={"PageSize": size}
            )
            self.assertCountEqual([c["CertificateId"] for page in pages for c in page["Certificates"]], ids)

        update = self.iam.update_signing_certificate
        update(UserName=user, CertificateId=ids[0], Status="Inactive")
        listed = self.iam.list_signing_certificates(UserName=user)["Certificates"]
        states = {certificate["CertificateId"]: certificate["Status"] for certificate in listed}
        self.assertEqual(states, {ids[0]: "Inactive", ids[1]: "Active"})
        self.refused("InvalidInput", 400, update, UserName=user, CertificateId=ids[0], Status="Expired")
        self.refused("NoSuchEntity", 404, update, UserName=user, CertificateId="A" * 32, Status="Active")
        self.refused(
            "DeleteConflict",
            409,
            self.iam.delete_user,
            UserName=user,
            message="Cannot delete entity, must delete certificates first.",
        )
        for id in ids:
            self.iam.delete_signing_certificate(UserName=user, CertificateId=id)
        self.refused(
            "NoSuchEntity", 404, self.iam.delete_signing_certificate, UserName=user, CertificateId=ids[0]
        )
        self.iam.delete_user(UserName=user)
        self.refused("NoSuchEntity", 404, upload, UserName=user, CertificateBody=pem("rsa.pem"))
        self.refused("NoSuchEntity", 404, self.iam.list_signing_certificates, UserName=user)
