"""OpenID Connect and SAML providers, and whether tokens are issued for other services."""

import hashlib
import json
import os
import ssl
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

from enforced import Awsim
from population import FILES, file
from support import ACCOUNT, Case, unique
from test_certificates import pem

CERTIFICATE = "".join(line for line in pem("rsa.pem").splitlines() if not line.startswith("-----"))
KEY = pem("rsa.key")


def metadata(attributes="", certificate=CERTIFICATE):
    """A SAML metadata document of a size that the model admits."""
    return f"""<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example" {attributes}>
  <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>
      <ds:X509Certificate>{certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
  </md:IDPSSODescriptor>
  <!-- {"padding " * 125} -->
</md:EntityDescriptor>"""


class OpenIdConnect(Case):
    def create(self, **kwargs):
        url = f"https://{unique('idp')}.example/realm"
        made = self.iam.create_open_id_connect_provider(Url=url, **kwargs)
        self.addCleanup(
            self.iam.delete_open_id_connect_provider, OpenIDConnectProviderArn=made["OpenIDConnectProviderArn"]
        )
        return url, made["OpenIDConnectProviderArn"]

    def test_the_life_of_a_provider(self):
        url, arn = self.create(ClientIDList=["app"], ThumbprintList=["a" * 40], Tags=[{"Key": "a", "Value": "b"}])
        self.assertEqual(arn, f"arn:aws:iam::{ACCOUNT}:oidc-provider/{url.removeprefix('https://')}")
        self.iam.add_client_id_to_open_id_connect_provider(OpenIDConnectProviderArn=arn, ClientID="other")
        self.iam.remove_client_id_from_open_id_connect_provider(OpenIDConnectProviderArn=arn, ClientID="app")
        self.iam.update_open_id_connect_provider_thumbprint(OpenIDConnectProviderArn=arn, ThumbprintList=["b" * 40])
        found = self.iam.get_open_id_connect_provider(OpenIDConnectProviderArn=arn)
        self.assertEqual(found["Url"], url.removeprefix("https://"))
        self.assertEqual((found["ClientIDList"], found["ThumbprintList"]), (["other"], ["b" * 40]))
        self.assertEqual(found["Tags"], [{"Key": "a", "Value": "b"}])
        listed = self.iam.list_open_id_connect_providers()["OpenIDConnectProviderList"]
        self.assertIn({"Arn": arn}, listed)
        self.iam.tag_open_id_connect_provider(OpenIDConnectProviderArn=arn, Tags=[{"Key": "c", "Value": "d"}])
        self.iam.untag_open_id_connect_provider(OpenIDConnectProviderArn=arn, TagKeys=["a"])
        self.iam.tag_open_id_connect_provider(OpenIDConnectProviderArn=arn, Tags=[{"Key": "b", "Value": ""}])
        pages = self.iam.get_paginator("list_open_id_connect_provider_tags")
        for size in (1, 2, None):
            config = {"PageSize": size} if size else {}
            found = pages.paginate(OpenIDConnectProviderArn=arn, PaginationConfig=config)
            keys = [tag["Key"] for page in found for tag in page["Tags"]]
            self.assertEqual(keys, ["b", "c"])
        self.iam.delete_open_id_connect_provider(OpenIDConnectProviderArn=arn)
        self.refused(
            "NoSuchEntity",
            404,
            self.iam.get_open_id_connect_provider,
            OpenIDConnectProviderArn=arn,
            message=f"OpenIDConnect Provider not found for arn {arn}",
        )

    def test_what_is_refused(self):
        url, arn = self.create()
        create = self.iam.create_open_id_connect_provider
        self.refused("EntityAlreadyExists", 409, create, Url=url, message=f"Provider with url {url} already exists.")
        for wrong in ("http://a.example", "a.example", "https://a.example?b=c"):
            self.refused("ValidationError", 400, create, Url=wrong, message="Invalid Open ID Connect Provider URL")
        self.refused("InvalidInput", 400, create, Url="https://a.example", ThumbprintList=["a" * 40] * 6)
        self.refused(
            "LimitExceeded", 409, create, Url="https://a.example", ClientIDList=[str(n) for n in range(101)]
        )
        role = f"arn:aws:iam::{ACCOUNT}:role/x"
        unknown = f"arn:aws:iam::{ACCOUNT}:oidc-provider/unknown.example"
        foreign = "arn:aws:iam::111122223333:oidc-provider/unknown.example"
        tags = {"Tags": [{"Key": "a", "Value": "b"}]}
        for call, arguments in (
            (self.iam.get_open_id_connect_provider, {}),
            (self.iam.add_client_id_to_open_id_connect_provider, {"ClientID": "a"}),
            (self.iam.remove_client_id_from_open_id_connect_provider, {"ClientID": "a"}),
            (self.iam.update_open_id_connect_provider_thumbprint, {"ThumbprintList": ["a" * 40]}),
            (self.iam.tag_open_id_connect_provider, tags),
            (self.iam.untag_open_id_connect_provider, {"TagKeys": ["a"]}),
            (self.iam.list_open_id_connect_provider_tags, {}),
        ):
            self.refused("NoSuchEntity", 404, call, OpenIDConnectProviderArn=unknown, **arguments)
            self.refused("InvalidInput", 400, call, OpenIDConnectProviderArn=role, **arguments)
        delete = self.iam.delete_open_id_connect_provider
        delete(OpenIDConnectProviderArn=unknown)
        self.refused("NoSuchEntity", 404, delete, OpenIDConnectProviderArn=foreign)
        self.refused("InvalidInput", 400, delete, OpenIDConnectProviderArn=role)
        self.refused(
            "LimitExceeded",
            409,
            self.iam.tag_open_id_connect_provider,
            OpenIDConnectProviderArn=self.create(Tags=[{"Key": f"k{n}", "Value": ""} for n in range(50)])[1],
            **tags,
        )
        for n in range(99):
            self.iam.add_client_id_to_open_id_connect_provider(OpenIDConnectProviderArn=arn, ClientID=f"c{n}")
        add = self.iam.add_client_id_to_open_id_connect_provider
        add(OpenIDConnectProviderArn=arn, ClientID="last")
        self.refused("LimitExceeded", 409, add, OpenIDConnectProviderArn=arn, ClientID="more")

    def test_the_quota_of_providers(self):
        there = len(self.iam.list_open_id_connect_providers()["OpenIDConnectProviderList"])
        for _ in range(100 - there):
            self.create()
        self.refused("LimitExceeded", 409, self.iam.create_open_id_connect_provider, Url="https://more.example")



class AskedIssuers(Case):
    """An AWSim that asks issuers for their certificates, and an issuer on this machine whose certificate nobody trusts."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.documents = {}
        documents = cls.documents

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                body = documents.get(self.path, b"")
                self.send_response(200 if body else 404)
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        server = HTTPServer(("127.0.0.1", 0), Handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(os.path.join(FILES, "server.pem"), os.path.join(FILES, "server.key"))
        server.socket = context.wrap_socket(server.socket, server_side=True)
        cls.url = f"https://localhost:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        cls.addClassCleanup(server.server_close)
        cls.addClassCleanup(server.shutdown)
        cls.awsim = Awsim(
            AWSIM_IAM_ENFORCE="off",
            AWSIM_SERVICES__IAM__ASKS_ISSUERS="true",
            AWSIM_WEB_IDENTITY__LOCAL_ISSUERS="true",
            AWSIM_WEB_IDENTITY__TIMEOUT="60 s",
        )
        cls.addClassCleanup(cls.awsim.stop)
        cls.asking = cls.awsim.client("iam")

    def publish(self, path, jwks_uri):
        configuration = {"issuer": f"{self.url}{path}", "jwks_uri": jwks_uri}
        self.documents[f"{path}/.well-known/openid-configuration"] = json.dumps(configuration).encode()
        return f"{self.url}{path}"

    def thumbprints(self, url, **more):
        arn = self.asking.create_open_id_connect_provider(Url=url, **more)["OpenIDConnectProviderArn"]
        return self.asking.get_open_id_connect_provider(OpenIDConnectProviderArn=arn)["ThumbprintList"]

    def refuses(self, url):
        message = f"Please check .well-known/openid-configuration of provider: {url} is valid."
        create = self.asking.create_open_id_connect_provider
        self.refused("OpenIdIdpCommunicationError", 400, create, Url=url, message=message)

    def test_the_thumbprint_is_that_of_the_server_of_the_keys(self):
        expected = hashlib.sha1(ssl.PEM_cert_to_DER_cert(file("server.pem"))).hexdigest()
        self.assertEqual(self.thumbprints(self.publish("/a", f"{self.url}/keys")), [expected])

    def test_given_thumbprints_are_kept_and_nobody_is_asked(self):
        self.assertEqual(self.thumbprints(f"{self.url}/nobody", ThumbprintList=["a" * 40]), ["a" * 40])

    def test_keys_that_are_at_hand_have_no_thumbprint(self):
        url = f"https://{unique('idp')}.example"
        self.awsim.send("PUT", "oidc-keys", {"issuer": url, "keys": {"keys": []}})
        self.assertEqual(self.thumbprints(url), [])

    def test_whoever_does_not_answer_as_an_issuer_is_no_provider(self):
        self.refuses(f"{self.url}/missing")
        self.documents["/no/.well-known/openid-configuration"] = b"[]"
        self.refuses(f"{self.url}/no")
        # Nobody listens at the first port.
        self.refuses(self.publish("/unreachable", "https://localhost:1/keys"))
        self.refuses("https://localhost:1")


class Saml(Case):
    def create(self, **kwargs):
        name = unique("idp")
        made = self.iam.create_saml_provider(Name=name, SAMLMetadataDocument=metadata(), **kwargs)
        self.addCleanup(self.forget, made["SAMLProviderArn"])
        return name, made["SAMLProviderArn"]

    def forget(self, arn):
        if any(provider["Arn"] == arn for provider in self.iam.list_saml_providers()["SAMLProviderList"]):
            self.iam.delete_saml_provider(SAMLProviderArn=arn)

    def test_the_life_of_a_provider(self):
        name, arn = self.create(
            Tags=[{"Key": "a", "Value": "b"}], AddPrivateKey=KEY, AssertionEncryptionMode="Allowed"
        )
        self.assertEqual(arn, f"arn:aws:iam::{ACCOUNT}:saml-provider/{name}")
        found = self.iam.get_saml_provider(SAMLProviderArn=arn)
        self.assertEqual(found["SAMLMetadataDocument"], metadata())
        self.assertRegex(found["SAMLProviderUUID"], "^[A-Z0-9]{22,64}$")
        self.assertEqual(found["AssertionEncryptionMode"], "Allowed")
        self.assertGreater(found["ValidUntil"].year, found["CreateDate"].year + 98)
        key = found["PrivateKeyList"][0]["KeyId"]
        newer = metadata('validUntil="2041-02-03T04:05:06Z"')
        self.assertEqual(
            self.iam.update_saml_provider(SAMLProviderArn=arn, SAMLMetadataDocument=newer, RemovePrivateKey=key)[
                "SAMLProviderArn"
            ],
            arn,
        )
        found = self.iam.get_saml_provider(SAMLProviderArn=arn)
        self.assertEqual(found["ValidUntil"].isoformat(), "2041-02-03T04:05:06+00:00")
        self.assertNotIn("PrivateKeyList", found)
        listed = [provider["Arn"] for provider in self.iam.list_saml_providers()["SAMLProviderList"]]
        self.assertIn(arn, listed)
        self.iam.tag_saml_provider(SAMLProviderArn=arn, Tags=[{"Key": "c", "Value": "d"}])
        self.iam.tag_saml_provider(SAMLProviderArn=arn, Tags=[{"Key": "b", "Value": ""}])
        self.iam.untag_saml_provider(SAMLProviderArn=arn, TagKeys=["a"])
        pages = self.iam.get_paginator("list_saml_provider_tags")
        for size in (1, 2, None):
            config = {"PageSize": size} if size else {}
            found = pages.paginate(SAMLProviderArn=arn, PaginationConfig=config)
            self.assertEqual([tag["Key"] for page in found for tag in page["Tags"]], ["b", "c"])
        self.iam.delete_saml_provider(SAMLProviderArn=arn)
        self.refused(
            "NoSuchEntity",
            404,
            self.iam.get_saml_provider,
            SAMLProviderArn=arn,
            message=f"Manifest not found for arn {arn}",
        )

    def test_what_is_refused(self):
        name, arn = self.create()
        create = self.iam.create_saml_provider
        self.refused("EntityAlreadyExists", 409, create, Name=name, SAMLMetadataDocument=metadata())
        for wrong in (
            "x" * 1000,
            metadata(certificate="none"),
            metadata(certificate="MAA="),
            metadata() + "more",
            '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>' + metadata(),
            '<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;&b;">]>' + metadata(),
        ):
            self.refused(
                "InvalidInput",
                400,
                create,
                Name=unique("idp"),
                SAMLMetadataDocument=wrong,
                message="Could not parse metadata",
            )
        update = self.iam.update_saml_provider
        self.refused("InvalidInput", 400, update, SAMLProviderArn=arn, AssertionEncryptionMode="Required")
        self.refused("InvalidInput", 400, update, SAMLProviderArn=arn, AddPrivateKey="no key")
        self.refused("InvalidInput", 400, update, SAMLProviderArn=arn, AddPrivateKey=pem("p256.key"))
        self.refused("NoSuchEntity", 404, update, SAMLProviderArn=arn, RemovePrivateKey="A" * 22)
        for _ in range(2):
            update(SAMLProviderArn=arn, AddPrivateKey=KEY)
        self.refused("LimitExceeded", 409, update, SAMLProviderArn=arn, AddPrivateKey=KEY)
        role = f"arn:aws:iam::{ACCOUNT}:role/x"
        unknown = f"arn:aws:iam::{ACCOUNT}:saml-provider/unknown"
        tags = {"Tags": [{"Key": "a", "Value": "b"}]}
        for call, arguments in (
            (self.iam.get_saml_provider, {}),
            (update, {}),
            (self.iam.delete_saml_provider, {}),
            (self.iam.tag_saml_provider, tags),
            (self.iam.untag_saml_provider, {"TagKeys": ["a"]}),
            (self.iam.list_saml_provider_tags, {}),
        ):
            self.refused("NoSuchEntity", 404, call, SAMLProviderArn=unknown, **arguments)
            self.refused("InvalidInput", 400, call, SAMLProviderArn=role, **arguments)
        full = self.create(Tags=[{"Key": f"k{n}", "Value": ""} for n in range(50)])[1]
        self.refused("LimitExceeded", 409, self.iam.tag_saml_provider, SAMLProviderArn=full, **tags)

    def test_the_quota_of_providers(self):
        for _ in range(100 - len(self.iam.list_saml_providers()["SAMLProviderList"])):
            self.create()
        self.refused(
            "LimitExceeded",
            409,
            self.iam.create_saml_provider,
            Name=unique("idp"),
            SAMLMetadataDocument=metadata(),
        )


class OutboundFederation(Case):
    def test_it_is_enabled_and_disabled(self):
        info = self.iam.get_outbound_web_identity_federation_info
        self.refused("FeatureDisabled", 404, info)
        self.refused("FeatureDisabled", 404, self.iam.disable_outbound_web_identity_federation)
        issuer = self.iam.enable_outbound_web_identity_federation()["IssuerIdentifier"]
        self.assertRegex(issuer, r"^https://[0-9a-f-]{36}\.tokens\.sts\.global\.api\.aws$")
        self.refused("FeatureEnabled", 409, self.iam.enable_outbound_web_identity_federation)
        found = info()
        self.assertEqual((found["IssuerIdentifier"], found["JwtVendingEnabled"]), (issuer, True))
        self.iam.disable_outbound_web_identity_federation()
        self.refused("FeatureDisabled", 404, info)
