"""AssumeRoleWithSAML, with an identity provider in this very process.

Responses are written in canonical form (exclusive canonicalization, with every namespace declared where it is used
first), so that what is digested is the text itself.
"""

import base64
import datetime
import hashlib
import json
import os
import re

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.x509.oid import NameOID

from support import ACCOUNT, Case, client, temporary, unique
from test_identity_providers import metadata
from test_web_identity import unsigned

DS = "http://www.w3.org/2000/09/xmldsig#"
C14N = "http://www.w3.org/2001/10/xml-exc-c14n#"
ENC = "http://www.w3.org/2001/04/xmlenc#"
AWS = "https://aws.amazon.com/SAML/Attributes/"


def b64(data):
    return base64.b64encode(data).decode()


def at(seconds):
    moment = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=seconds)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


class IdentityProvider:
    """A key pair, and the certificate of it."""

    def __init__(self):
        self.key = rsa.generate_private_key(65537, 2048)
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "idp.example")])
        start = datetime.datetime(2020, 1, 1)
        builder = x509.CertificateBuilder(name, name, self.key.public_key(), x509.random_serial_number(), start)
        certificate = builder.not_valid_after(datetime.datetime(2120, 1, 1)).sign(self.key, hashes.SHA256())
        self.certificate = b64(certificate.public_bytes(serialization.Encoding.DER))

    def signature(self, identifier, text):
        digest = b64(hashlib.sha256(text.encode()).digest())
        information = (
            f'<ds:SignedInfo xmlns:ds="{DS}"><ds:CanonicalizationMethod Algorithm="{C14N}">'
            '</ds:CanonicalizationMethod><ds:SignatureMethod '
            'Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"></ds:SignatureMethod>'
            f'<ds:Reference URI="#{identifier}"><ds:Transforms><ds:Transform Algorithm="{DS}enveloped-signature">'
            f'</ds:Transform><ds:Transform Algorithm="{C14N}"></ds:Transform></ds:Transforms><ds:DigestMethod '
            f'Algorithm="{ENC}sha256"></ds:DigestMethod><ds:DigestValue>{digest}</ds:DigestValue></ds:Reference>'
            "</ds:SignedInfo>"
        )
        value = self.key.sign(information.encode(), padding.PKCS1v15(), hashes.SHA256())
        return (
            f'<ds:Signature xmlns:ds="{DS}">{information}<ds:SignatureValue>{b64(value)}</ds:SignatureValue>'
            "</ds:Signature>"
        )


def attribute(name, *values):
    values = "".join(f"<saml:AttributeValue>{value}</saml:AttributeValue>" for value in values)
    return f'<saml:Attribute Name="{name}">{values}</saml:Attribute>'


def encrypted(assertion, public):
    """An assertion encrypted with AES-GCM, and its key for this public key."""
    key, nonce = os.urandom(32), os.urandom(12)
    content = nonce + AESGCM(key).encrypt(nonce, assertion.encode(), None)
    wrapped = public.encrypt(key, padding.OAEP(padding.MGF1(hashes.SHA1()), hashes.SHA1(), None))
    return (
        '<saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">'
        f'<xenc:EncryptedData xmlns:xenc="{ENC}" Type="{ENC}Element">'
        '<xenc:EncryptionMethod Algorithm="http://www.w3.org/2009/xmlenc11#aes256-gcm"></xenc:EncryptionMethod>'
        f'<ds:KeyInfo xmlns:ds="{DS}"><xenc:EncryptedKey><xenc:EncryptionMethod Algorithm="{ENC}rsa-oaep-mgf1p">'
        f'<ds:DigestMethod Algorithm="{DS}sha1"></ds:DigestMethod></xenc:EncryptionMethod><xenc:CipherData>'
        f"<xenc:CipherValue>{b64(wrapped)}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedKey></ds:KeyInfo>"
        f"<xenc:CipherData><xenc:CipherValue>{b64(content)}</xenc:CipherValue></xenc:CipherData>"
        "</xenc:EncryptedData></saml:EncryptedAssertion>"
    )


class Saml(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.anybody = unsigned()
        cls.idp = IdentityProvider()
        cls.provider = cls.make_provider()
        document = {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Effect": "Allow",
                    "Principal": {"Federated": cls.provider},
                    "Action": ["sts:AssumeRoleWithSAML", "sts:TagSession", "sts:SetSourceIdentity"],
                }
            ],
        }
        made = cls.iam.create_role(RoleName=unique("role"), AssumeRolePolicyDocument=json.dumps(document))
        cls.role = made["Role"]["Arn"]

    @classmethod
    def make_provider(cls, document=None, **more):
        document = document or metadata(certificate=cls.idp.certificate)
        made = cls.iam.create_saml_provider(Name=unique("idp"), SAMLMetadataDocument=document, **more)
        cls.addClassCleanup(cls.iam.delete_saml_provider, SAMLProviderArn=made["SAMLProviderArn"])
        return made["SAMLProviderArn"]

    def assertion(self, provider=None, attributes=()):
        role = attribute(f"{AWS}Role", f"{self.role},{provider or self.provider}")
        name = attribute(f"{AWS}RoleSessionName", "alice")
        return (
            '<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_a" '
            f'IssueInstant="{at(-10)}" Version="2.0"><saml:Issuer>https://idp.example</saml:Issuer>{{sig}}'
            '<saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">alice'
            '</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">'
            f'<saml:SubjectConfirmationData NotOnOrAfter="{at(290)}" Recipient="https://signin.aws.amazon.com/saml">'
            "</saml:SubjectConfirmationData></saml:SubjectConfirmation></saml:Subject>"
            f'<saml:Conditions NotBefore="{at(-10)}" NotOnOrAfter="{at(280)}"><saml:AudienceRestriction>'
            "<saml:Audience>https://signin.aws.amazon.com/saml</saml:Audience></saml:AudienceRestriction>"
            f"</saml:Conditions><saml:AttributeStatement>{role}{name}{''.join(attributes)}</saml:AttributeStatement>"
            "</saml:Assertion>"
        )

    def signed(self, assertion, idp=None):
        signature = (idp or self.idp).signature("_a", assertion.replace("{sig}", ""))
        return assertion.replace("{sig}", signature)

    @staticmethod
    def response(content):
        return (
            '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r" Version="2.0"><samlp:Status>'
            '<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"></samlp:StatusCode></samlp:Status>'
            f"{content}</samlp:Response>"
        )

    def assume(self, response, **more):
        arguments = {
            "RoleArn": self.role,
            "PrincipalArn": self.provider,
            "SAMLAssertion": b64(response.encode()),
            **more,
        }
        return self.anybody.assume_role_with_saml(**arguments)

    def not_assumed(self, code, response, status=400, message=None, **more):
        return self.refused(code, status, self.assume, response, message=message, **more)

    def test_an_assertion_is_exchanged_for_credentials(self):
        answer = self.assume(self.response(self.signed(self.assertion())), DurationSeconds=900)
        session = f"arn:aws:sts::{ACCOUNT}:assumed-role/{self.role.split('/')[-1]}/alice"
        self.assertEqual(answer["AssumedRoleUser"]["Arn"], session)
        self.assertEqual((answer["Subject"], answer["SubjectType"]), ("alice", "persistent"))
        self.assertEqual(answer["Issuer"], "https://idp.example")
        self.assertEqual(answer["Audience"], "https://signin.aws.amazon.com/saml")
        name = self.provider.split("/")[-1]
        digest = hashlib.sha1(f"https://idp.example{ACCOUNT}/{name}".encode()).digest()
        self.assertEqual(answer["NameQualifier"], b64(digest))
        self.assertNotIn("PackedPolicySize", answer)
        key = answer["Credentials"]
        sts = client("sts", temporary(key))
        self.assertEqual(sts.get_caller_identity()["Arn"], session)

    def test_tags_and_source_identity(self):
        attributes = [
            attribute(f"{AWS}PrincipalTag:Team", "blue"),
            attribute(f"{AWS}TransitiveTagKeys", "Team"),
            attribute(f"{AWS}SourceIdentity", "alice"),
            attribute(f"{AWS}SessionDuration", "1800"),
        ]
        answer = self.assume(self.response(self.signed(self.assertion(attributes=attributes))))
        self.assertEqual(answer["SourceIdentity"], "alice")
        self.assertGreater(answer["PackedPolicySize"], 0)
        left = answer["Credentials"]["Expiration"] - datetime.datetime.now(datetime.timezone.utc)
        self.assertTrue(1700 < left.total_seconds() <= 1800, left)
        many = [attribute(f"{AWS}PrincipalTag:key{n}", "v" * 256) for n in range(50)]
        self.not_assumed("PackedPolicyTooLarge", self.response(self.signed(self.assertion(attributes=many))))

    def test_an_encrypted_assertion(self):
        key = rsa.generate_private_key(65537, 2048)
        pem = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        strict = self.make_provider(AddPrivateKey=pem.decode(), AssertionEncryptionMode="Required")
        assertion = self.signed(self.assertion(strict))
        answer = self.assume(self.response(encrypted(assertion, key.public_key())), PrincipalArn=strict)
        self.assertEqual(answer["Subject"], "alice")
        self.not_assumed(
            "InvalidIdentityToken",
            self.response(assertion),
            message="The SAML response must have an encrypted assertion",
            PrincipalArn=strict,
        )
        other = rsa.generate_private_key(65537, 2048).public_key()
        self.not_assumed("InvalidIdentityToken", self.response(encrypted(assertion, other)), PrincipalArn=strict)
        unsigned_one = self.response(encrypted(assertion.replace("_a", "_b"), key.public_key()))
        self.not_assumed("InvalidIdentityToken", unsigned_one, PrincipalArn=strict)

    def test_of_a_federation_each_identity_provider_signs_for_itself(self):
        other = IdentityProvider()
        entities = metadata(certificate=self.idp.certificate) + metadata(certificate=other.certificate).replace(
            "https://idp.example", "https://other.example"
        )
        group = f'<EntitiesDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata">{entities}</EntitiesDescriptor>'
        federation = self.make_provider(group)
        document = json.dumps(
            {
                "Version": "2012-10-17",
                "Statement": {
                    "Effect": "Allow",
                    "Principal": {"Federated": federation},
                    "Action": "sts:AssumeRoleWithSAML",
                },
            }
        )
        role = self.iam.create_role(RoleName=unique("role"), AssumeRolePolicyDocument=document)["Role"]["Arn"]
        assertion = self.assertion(federation).replace(self.role, role)
        of_other = assertion.replace("https://idp.example", "https://other.example")
        arguments = {"PrincipalArn": federation, "RoleArn": role}
        for text, idp in ((assertion, self.idp), (of_other, other)):
            answer = self.assume(self.response(self.signed(text, idp)), **arguments)
            self.assertIn(f"<saml:Issuer>{answer['Issuer']}</saml:Issuer>", text)
        for text, idp in ((assertion, other), (of_other, self.idp)):
            self.not_assumed("InvalidIdentityToken", self.response(self.signed(text, idp)), **arguments)

    def test_a_response_is_good_for_several_roles_while_it_is_valid(self):
        response = self.response(self.signed(self.assertion()))
        first, second = self.assume(response), self.assume(response)
        self.assertNotEqual(first["Credentials"]["AccessKeyId"], second["Credentials"]["AccessKeyId"])

    def test_a_forged_signature_is_refused(self):
        forged = self.signed(self.assertion(), IdentityProvider())
        self.not_assumed("InvalidIdentityToken", self.response(forged), message="Response signature invalid")
        bare = self.response(self.assertion().replace("{sig}", ""))
        self.not_assumed("InvalidIdentityToken", bare, message="Response signature invalid")

    def test_an_altered_assertion_is_refused(self):
        altered = self.signed(self.assertion()).replace("alice</saml:NameID>", "mallory</saml:NameID>")
        self.not_assumed("InvalidIdentityToken", self.response(altered), message="Response signature invalid")

    def test_a_wrapped_assertion_is_refused(self):
        good = self.signed(self.assertion())
        evil = self.assertion().replace("{sig}", "").replace("alice", "mallory").replace('"_a"', '"_b"')
        for content in (
            evil + good,
            good + evil,
            f"<samlp:Extensions>{good}</samlp:Extensions>{evil}",
            evil.replace("<saml:Subject>", f"<x>{good}</x><saml:Subject>"),
            good.replace("<saml:Subject>", f"{evil}<saml:Subject>"),
        ):
            self.not_assumed("InvalidIdentityToken", self.response(content))

    def test_an_expired_assertion_is_refused(self):
        late = re.sub('IssueInstant="[^"]*"', f'IssueInstant="{at(-301)}"', self.assertion())
        self.not_assumed(
            "ExpiredTokenException",
            self.response(self.signed(late)),
            message="Token must be redeemed within 5 minutes of issuance",
        )

    def test_a_wrong_audience_is_refused(self):
        other = self.assertion().replace("<saml:Audience>https://signin.aws.amazon.com/saml", "<saml:Audience>urn:x")
        message = "Response does not contain the required audience"
        self.not_assumed("InvalidIdentityToken", self.response(self.signed(other)), message=message)

    def test_a_wrong_recipient_is_refused(self):
        recipient = 'Recipient="https://signin.aws.amazon.com.evil.example/saml"'
        other = self.assertion().replace('Recipient="https://signin.aws.amazon.com/saml"', recipient)
        message = "Response does not contain the required recipient"
        self.not_assumed("InvalidIdentityToken", self.response(self.signed(other)), message=message)

    def test_an_xml_bomb_is_refused(self):
        bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "bomb"}">' for n in range(10))
        response = f"<!DOCTYPE a [{bomb}]>" + self.response(self.signed(self.assertion()))
        self.not_assumed("InvalidIdentityToken", response.replace(">alice<", ">&e9;<"))

    def test_an_external_entity_is_refused(self):
        doctype = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
        self.not_assumed("InvalidIdentityToken", doctype + self.response(self.signed(self.assertion())))

    def test_what_else_is_refused(self):
        good = self.response(self.signed(self.assertion()))
        self.not_assumed("IDPRejectedClaim", good.replace("status:Success", "status:AuthnFailed"), status=403)
        unknown = f"arn:aws:iam::{ACCOUNT}:saml-provider/{unique('unknown')}"
        self.not_assumed(
            "InvalidIdentityToken", good, message="Specified provider doesn't exist", PrincipalArn=unknown
        )
        self.not_assumed("ValidationError", good, PrincipalArn=self.role)
        denied = "Not authorized to perform sts:AssumeRoleWithSAML"
        other = f"{self.role}-other"
        self.not_assumed("AccessDenied", good, status=403, message=denied, RoleArn=other)
        self.not_assumed("ValidationError", good, DurationSeconds=3601)
        self.not_assumed("MalformedPolicyDocument", good, Policy="{")
        self.not_assumed("InvalidIdentityToken", "no response at all")
        name = attribute(f"{AWS}RoleSessionName", "alice")
        nameless = self.signed(self.assertion().replace(name, ""))
        message = "RoleSessionName is required in AuthnResponse"
        self.not_assumed("InvalidIdentityToken", self.response(nameless), message=message)
