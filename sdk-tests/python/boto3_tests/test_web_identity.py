"""AssumeRoleWithWebIdentity, with issuers in this very process, and tokens for other services."""

import base64
import hashlib
import hmac
import json
import threading
import time
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, HTTPServer

import boto3
from botocore import UNSIGNED
from botocore.config import Config
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from support import ACCOUNT, ENDPOINT, UNCHECKED, Case, client, temporary, trust, unique


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def number(value, length=None):
    return base64url(value.to_bytes(length or (value.bit_length() + 7) // 8, "big"))


def admin(method, path, body=None):
    request = urllib.request.Request(
        f"{ENDPOINT}/_awsim/{path}", method=method, data=json.dumps(body).encode() if body is not None else None
    )
    with urllib.request.urlopen(request) as response:
        return json.load(response)


def unsigned(service="sts"):
    config = Config(signature_version=UNSIGNED, retries={"max_attempts": 1})
    return boto3.client(service, endpoint_url=ENDPOINT, region_name="us-east-1", config=config)


class Key:
    """A key of an issuer."""

    def __init__(self, algorithm="RS256"):
        self.kid = unique("key")
        self.algorithm = algorithm
        curve = {"ES256": ec.SECP256R1(), "ES384": ec.SECP384R1(), "ES512": ec.SECP521R1()}.get(algorithm)
        if algorithm == "EdDSA":
            self.private = ed25519.Ed25519PrivateKey.generate()
        else:
            self.private = ec.generate_private_key(curve) if curve else rsa.generate_private_key(65537, 2048)

    def jwk(self):
        common = {"kid": self.kid, "use": "sig", "alg": self.algorithm}
        if self.algorithm == "EdDSA":
            public = self.private.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
            return {"kty": "OKP", "crv": "Ed25519", "x": base64url(public), **common}
        public = self.private.public_key().public_numbers()
        if self.algorithm[:2] in ("RS", "PS"):
            return {"kty": "RSA", "n": number(public.n), "e": number(public.e), **common}
        size = (self.private.key_size + 7) // 8
        return {
            "kty": "EC",
            "crv": f"P-{self.private.key_size}",
            "x": number(public.x, size),
            "y": number(public.y, size),
            **common,
        }

    def sign(self, message):
        if self.algorithm == "EdDSA":
            return self.private.sign(message)
        digest = {"256": hashes.SHA256, "384": hashes.SHA384, "512": hashes.SHA512}[self.algorithm[2:]]()
        if self.algorithm.startswith("RS"):
            return self.private.sign(message, padding.PKCS1v15(), digest)
        if self.algorithm.startswith("PS"):
            salted = padding.PSS(padding.MGF1(digest), padding.PSS.DIGEST_LENGTH)
            return self.private.sign(message, salted, digest)
        size = (self.private.key_size + 7) // 8
        r, s = decode_dss_signature(self.private.sign(message, ec.ECDSA(digest)))
        return r.to_bytes(size, "big") + s.to_bytes(size, "big")

    def token(self, claims, header=None):
        header = header or {"alg": self.algorithm, "kid": self.kid, "typ": "JWT"}
        signed = f"{base64url(json.dumps(header).encode())}.{base64url(json.dumps(claims).encode())}"
        return f"{signed}.{base64url(self.sign(signed.encode()))}"


class Issuer:
    """An issuer that listens on this machine, under a name in the internet that AWSim is told to look for here."""

    def __init__(self):
        self.url = f"https://{unique('issuer')}.example"
        self.keys = []
        self.before_answering = lambda: None
        issuer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                documents = {
                    "/.well-known/openid-configuration": {"issuer": issuer.url, "jwks_uri": f"{issuer.place}/keys"},
                    "/keys": {"keys": [key.jwk() for key in issuer.keys]},
                }
                document = documents.get(self.path)
                issuer.before_answering()
                body = json.dumps(document).encode()
                self.send_response(200 if document else 404)
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.place = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        admin("PUT", "oidc-keys", {"issuer": self.url, "url": self.place})

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class WebIdentity(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.anybody = unsigned()
        cls.issuer = Issuer()
        cls.addClassCleanup(cls.issuer.close)
        cls.key = Key()
        cls.issuer.keys = [cls.key]
        made = cls.iam.create_open_id_connect_provider(Url=cls.issuer.url, ClientIDList=["app"])
        cls.provider = made["OpenIDConnectProviderArn"]
        cls.addClassCleanup(cls.iam.delete_open_id_connect_provider, OpenIDConnectProviderArn=cls.provider)
        cls.role = cls.make_role(cls.provider)

    @classmethod
    def make_role(cls, federated):
        document = {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Effect": "Allow",
                    "Principal": {"Federated": federated},
                    "Action": ["sts:AssumeRoleWithWebIdentity", "sts:TagSession", "sts:SetSourceIdentity"],
                }
            ],
        }
        made = cls.iam.create_role(RoleName=unique("role"), AssumeRolePolicyDocument=json.dumps(document))
        return made["Role"]["Arn"]

    def claims(self, **more):
        now = int(time.time())
        return {"iss": self.issuer.url, "sub": "alice-1", "aud": "app", "iat": now, "exp": now + 600, **more}

    def assume(self, token, **more):
        arguments = {"RoleArn": self.role, "RoleSessionName": "session", "WebIdentityToken": token, **more}
        return self.anybody.assume_role_with_web_identity(**arguments)

    def not_assumed(self, code, token, status=400, message=None, **more):
        return self.refused(code, status, self.assume, token, message=message, **more)

    def test_a_token_is_exchanged_for_credentials(self):
        answer = self.assume(self.key.token(self.claims()), DurationSeconds=900)
        self.assertEqual(answer["SubjectFromWebIdentityToken"], "alice-1")
        self.assertEqual((answer["Audience"], answer["Provider"]), ("app", self.issuer.url))
        name = self.role.split("/")[-1]
        session = f"arn:aws:sts::{ACCOUNT}:assumed-role/{name}/session"
        self.assertEqual(answer["AssumedRoleUser"]["Arn"], session)
        self.assertNotIn("PackedPolicySize", answer)
        key = answer["Credentials"]
        sts = client("sts", temporary(key))
        self.assertEqual(sts.get_caller_identity()["Arn"], session)

    def test_every_algorithm(self):
        for algorithm in ("RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"):
            key = Key(algorithm)
            # Also: a key that the issuer has had only since the last token.
            admin("PUT", "oidc-keys", {"issuer": self.issuer.url, "keys": {"keys": [key.jwk()]}})
            self.assume(key.token(self.claims()))
        admin("PUT", "oidc-keys", {"issuer": self.issuer.url, "url": self.issuer.place})

    def test_tags_and_source_identity(self):
        tags = {"principal_tags": {"Team": ["blue"]}, "transitive_tag_keys": ["Team"]}
        claims = self.claims(
            **{"https://aws.amazon.com/tags": tags, "https://aws.amazon.com/source_identity": "alice"}
        )
        answer = self.assume(self.key.token(claims))
        self.assertEqual(answer["SourceIdentity"], "alice")
        self.assertGreater(answer["PackedPolicySize"], 0)
        broken = self.claims(**{"https://aws.amazon.com/source_identity": "a b"})
        self.not_assumed("IDPRejectedClaim", self.key.token(broken), status=403)
        large = {"principal_tags": {f"key{n}": ["v" * 256] for n in range(50)}}
        self.not_assumed("PackedPolicyTooLarge", self.key.token(self.claims(**{"https://aws.amazon.com/tags": large})))

    def test_a_forged_signature_is_refused(self):
        forger = Key()
        forger.kid = self.key.kid
        self.not_assumed("InvalidIdentityToken", forger.token(self.claims()))

    def test_an_altered_token_is_refused(self):
        header, _, signature = self.key.token(self.claims()).split(".")
        payload = base64url(json.dumps(self.claims(sub="mallory")).encode())
        self.not_assumed("InvalidIdentityToken", f"{header}.{payload}.{signature}")
        self.not_assumed("InvalidIdentityToken", f"{header}.{payload}.")

    def test_alg_none_is_refused(self):
        payload = base64url(json.dumps(self.claims()).encode())
        for name in ("none", "None", "NONE"):
            header = base64url(json.dumps({"alg": name}).encode())
            self.not_assumed("InvalidIdentityToken", f"{header}.{payload}.")

    def test_a_public_key_is_no_secret(self):
        public = self.key.private.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        header = base64url(json.dumps({"alg": "HS256", "kid": self.key.kid}).encode())
        signed = f"{header}.{base64url(json.dumps(self.claims()).encode())}"
        signature = base64url(hmac.digest(public, signed.encode(), hashlib.sha256))
        self.not_assumed("InvalidIdentityToken", f"{signed}.{signature}")

    def test_a_key_of_another_kind_is_no_key(self):
        """What the header says counts as little as what was done: the key of the issuer is for one algorithm."""
        for algorithm, named in (("PS256", "RS256"), ("RS256", "PS256"), ("ES256", "RS256"), ("EdDSA", "ES256")):
            key = Key(algorithm)
            key.kid = self.key.kid
            header = {"alg": named, "kid": key.kid}
            self.not_assumed("InvalidIdentityToken", key.token(self.claims(), header))
            admin("PUT", "oidc-keys", {"issuer": self.issuer.url, "keys": {"keys": [key.jwk()]}})
            self.not_assumed("InvalidIdentityToken", key.token(self.claims(), header))
            admin("PUT", "oidc-keys", {"issuer": self.issuer.url, "url": self.issuer.place})

    def test_an_expired_token_is_refused(self):
        now = int(time.time())
        response = self.not_assumed("ExpiredTokenException", self.key.token(self.claims(exp=now - 301)))
        self.assertIn("Token expired: current date/time", response["Error"]["Message"])
        self.assume(self.key.token(self.claims(exp=now - 60)))
        self.not_assumed("InvalidIdentityToken", self.key.token(self.claims(nbf=now + 400)))

    def test_a_wrong_audience_is_refused(self):
        message = "Incorrect token audience"
        for claims in ({"aud": "other"}, {"aud": []}, {"aud": "app", "azp": "other"}):
            self.not_assumed("InvalidIdentityToken", self.key.token(self.claims(**claims)), message=message)
        self.assume(self.key.token(self.claims(aud=["other", "app"])))
        self.assertEqual(self.assume(self.key.token(self.claims(aud="other", azp="app")))["Audience"], "app")

    def test_an_unknown_issuer_is_refused(self):
        token = self.key.token(self.claims(iss="https://unknown.example"))
        message = "No OpenIDConnect provider found in your account for https://unknown.example"
        self.not_assumed("InvalidIdentityToken", token, message=message)
        self.not_assumed("InvalidIdentityToken", self.key.token(self.claims(iss="http://127.0.0.1")))
        self.not_assumed("InvalidIdentityToken", "no token at all")

    def test_an_issuer_that_does_not_answer(self):
        url = f"https://{unique('silent')}.example"
        made = self.iam.create_open_id_connect_provider(Url=url, ClientIDList=["app"])
        self.addCleanup(
            self.iam.delete_open_id_connect_provider, OpenIDConnectProviderArn=made["OpenIDConnectProviderArn"]
        )
        admin("PUT", "oidc-keys", {"issuer": url, "url": "http://127.0.0.1:1"})
        self.not_assumed("IDPCommunicationError", self.key.token(self.claims(iss=url)))
        other = Key()
        admin("PUT", "oidc-keys", {"issuer": url, "keys": {"keys": [other.jwk()]}})
        self.not_assumed("InvalidIdentityToken", self.key.token(self.claims(iss=url)))
        self.assume(other.token(self.claims(iss=url)))

    def test_an_issuer_that_is_trusted_no_more_when_it_answers(self):
        issuer = Issuer()
        self.addCleanup(issuer.close)
        issuer.keys = [self.key]
        for change in ("remove_client_id_from_open_id_connect_provider", "delete_open_id_connect_provider"):
            made = self.iam.create_open_id_connect_provider(Url=issuer.url, ClientIDList=["app"])
            arguments = {"OpenIDConnectProviderArn": made["OpenIDConnectProviderArn"]}
            client = {"ClientID": "app"} if change.startswith("remove") else {}
            overtake = getattr(self.iam, change)
            done = []

            def before_answering():
                if not done:
                    done.append(overtake(**arguments, **client))

            # Put again, so that its keys are not remembered.
            admin("PUT", "oidc-keys", {"issuer": issuer.url, "url": issuer.place})
            issuer.before_answering = before_answering
            message = (
                "Incorrect token audience" if client else f"No OpenIDConnect provider found in your account for {issuer.url}"
            )
            self.not_assumed("InvalidIdentityToken", self.key.token(self.claims(iss=issuer.url)), message=message)
            self.assertTrue(done)
            if client:
                self.iam.delete_open_id_connect_provider(**arguments)

    def test_access_tokens_are_out_of_reach(self):
        for provider in ("www.amazon.com", "graph.facebook.com"):
            self.not_assumed("IDPCommunicationError", "Atza|token", ProviderId=provider)
        self.not_assumed("InvalidParameterValue", "token", ProviderId="example.com")

    def test_the_limits_of_a_session(self):
        token = self.key.token(self.claims())
        message = "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."
        self.not_assumed("ValidationError", token, message=message, DurationSeconds=3601)
        self.not_assumed("MalformedPolicyDocument", token, Policy="{")
        self.not_assumed(
            "AccessDenied",
            token,
            status=403,
            message="Not authorized to perform sts:AssumeRoleWithWebIdentity",
            RoleArn=f"arn:aws:iam::{ACCOUNT}:role/{unique('nobody')}",
        )

    def test_google_needs_no_provider(self):
        key = Key()
        google = "https://accounts.google.com"
        admin("PUT", "oidc-keys", {"issuer": google, "keys": {"keys": [key.jwk()]}})
        self.addCleanup(admin, "PUT", "oidc-keys", {"issuer": google})
        for issuer in (google, "accounts.google.com"):
            answer = self.assume(key.token(self.claims(iss=issuer, azp="client")))
            self.assertEqual((answer["Provider"], answer["Audience"]), (issuer, "client"))


class Outbound(Case):
    def setUp(self):
        self.issuer = self.iam.enable_outbound_web_identity_federation()["IssuerIdentifier"]
        self.enabled = True
        self.addCleanup(self.disable)

    def disable(self):
        if self.enabled:
            self.iam.disable_outbound_web_identity_federation()
        self.enabled = False

    def ask(self, algorithm="ES384", **more):
        arguments = {"Audience": ["https://api.example.com"], "SigningAlgorithm": algorithm, **more}
        return self.sts.get_web_identity_token(**arguments)

    def published(self, document):
        issuer_id = self.issuer.removeprefix("https://").split(".")[0]
        with urllib.request.urlopen(f"{ENDPOINT}/_awsim/issuers/{issuer_id}/.well-known/{document}") as response:
            return json.load(response)

    def test_a_token_says_who_asked(self):
        answer = self.ask(DurationSeconds=60, Tags=[{"Key": "team", "Value": "blue"}])
        header, payload, _ = answer["WebIdentityToken"].split(".")
        decode = lambda part: json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
        header, claims = decode(header), decode(payload)
        self.assertEqual((claims["iss"], claims["aud"]), (self.issuer, "https://api.example.com"))
        self.assertEqual(claims["sub"], f"arn:aws:iam::{ACCOUNT}:root")
        self.assertEqual(claims["exp"] - claims["iat"], 60)
        self.assertEqual(int(answer["Expiration"].timestamp()), claims["exp"])
        aws = claims["https://sts.amazonaws.com/"]
        self.assertEqual((aws["aws_account"], aws["request_tags"]), (ACCOUNT, {"team": "blue"}))
        keys = self.published("jwks.json")["keys"]
        self.assertEqual([key["alg"] for key in keys if key["kid"] == header["kid"]], ["ES384"])
        configuration = self.published("openid-configuration")
        self.assertEqual(configuration["issuer"], self.issuer)
        self.assertEqual(configuration["id_token_signing_alg_values_supported"], ["RS256", "ES384"])

    def test_a_token_can_be_exchanged_back(self):
        made = self.iam.create_open_id_connect_provider(Url=self.issuer, ClientIDList=["https://api.example.com"])
        arn = made["OpenIDConnectProviderArn"]
        self.addCleanup(self.iam.delete_open_id_connect_provider, OpenIDConnectProviderArn=arn)
        role = WebIdentity.make_role.__func__(type(self), arn)
        for algorithm in ("RS256", "ES384"):
            token = self.ask(algorithm)["WebIdentityToken"]
            answer = unsigned().assume_role_with_web_identity(
                RoleArn=role, RoleSessionName="back", WebIdentityToken=token
            )
            self.assertEqual(answer["SubjectFromWebIdentityToken"], f"arn:aws:iam::{ACCOUNT}:root")

    def test_what_is_refused(self):
        self.refused("ValidationError", 400, self.ask, "HS256")
        unchecked = client("sts", config=UNCHECKED).get_web_identity_token
        short = {"Audience": ["a"], "SigningAlgorithm": "ES384", "DurationSeconds": 59}
        self.refused("ValidationError", 400, unchecked, **short)
        tags = [{"Key": f"k{n}" + "x" * 100, "Value": "v" * 256} for n in range(50)]
        self.refused("JWTPayloadSizeExceededException", 400, self.ask, Tags=tags)
        made = self.iam.create_role(RoleName=unique("role"), AssumeRolePolicyDocument=trust())["Role"]["Arn"]
        key = self.sts.assume_role(RoleArn=made, RoleSessionName="short", DurationSeconds=900)["Credentials"]
        session = client("sts", temporary(key))
        asked = {"Audience": ["a"], "SigningAlgorithm": "ES384"}
        session.get_web_identity_token(DurationSeconds=300, **asked)
        self.refused(
            "SessionDurationEscalationException",
            403,
            session.get_web_identity_token,
            DurationSeconds=3600,
            **asked,
        )
        self.disable()
        self.refused("OutboundWebIdentityFederationDisabledException", 403, self.ask)

    def test_nobody_else_has_documents(self):
        for path in ("issuers/unknown/.well-known/jwks.json", "issuers/", "issuers"):
            with self.assertRaises(urllib.error.HTTPError) as raised:
                admin("GET", path)
            self.assertEqual(raised.exception.code, 404)


class Others(Case):
    def test_a_trade_in_token_of_nobody(self):
        self.refused("AccessDenied", 403, self.sts.get_delegated_access_token, TradeInToken="invented")

    def test_root_is_assumed_only_in_an_organization(self):
        task = {"arn": "arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials"}
        assume = self.sts.assume_root
        self.refused("AccessDenied", 403, assume, TargetPrincipal="111122223333", TaskPolicyArn=task)
        self.refused("ValidationError", 400, assume, TargetPrincipal="not-an-account", TaskPolicyArn=task)
        other = {"arn": "arn:aws:iam::aws:policy/AdministratorAccess"}
        self.refused("ValidationError", 400, assume, TargetPrincipal="111122223333", TaskPolicyArn=other)
        self.refused(
            "ValidationError", 400, assume, TargetPrincipal="111122223333", TaskPolicyArn=task, DurationSeconds=901
        )
