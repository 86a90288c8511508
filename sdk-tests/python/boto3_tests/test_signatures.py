"""What botocore signs verifies, whatever the request, and no longer once anything of it is changed.

The requests are drawn at random; `AWSIM_SIGNING_SEED` draws those again that a failure tells of, `AWSIM_SIGNING_ROUNDS`
says how many of each kind.
"""

import http.client
import http.server
import io
import os
import random
import threading
import xml.etree.ElementTree as ElementTree
from urllib.parse import quote, urlsplit

from botocore.auth import S3SigV4Auth, S3SigV4QueryAuth, SigV4Auth, SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from botocore.httpchecksum import AwsChunkedWrapper, Crc32Checksum

from enforced import EnforcedCase
from support import temporary
from enforcement_scenarios import ADMIN

SEED = os.environ.get("AWSIM_SIGNING_SEED") or str(random.SystemRandom().getrandbits(64))
ROUNDS = int(os.environ.get("AWSIM_SIGNING_ROUNDS") or 200)
REGION = "us-east-1"
TEXT = "aZ09-_.~!$&'()*+,;=:@/ \"<>[]{}|^`\\#?%éü€\U0001f511"
FORM = "application/x-www-form-urlencoded"
HEADERS = ("X-Amz-Meta-A", "x-amz-meta-b", "X-ODD", "x-odd-one", "Accept-Language")
PARTS = ("access_key_id", "secret_access_key", "session_token")
# The headers whose change is told otherwise than that the signature does not match.
READ = ("x-amz-content-sha256", "x-amz-date", "x-amz-decoded-content-length", "x-amz-security-token", "x-amz-trailer")
# What is wrong with a signature, in the words of IAM and of Amazon S3.
REFUSALS = {
    "AccessDenied",
    "AuthorizationHeaderMalformed",
    "IncompleteBody",
    "IncompleteSignature",
    "InvalidAccessKeyId",
    "InvalidClientTokenId",
    "InvalidRequest",
    "SignatureDoesNotMatch",
    "XAmzContentSHA256Mismatch",
}


class Anything(http.server.BaseHTTPRequestHandler):
    """A server that takes every request for an object, and knows no bucket."""

    protocol_version = "HTTP/1.1"

    def answer(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        is_object = len(urlsplit(self.path).path.split("/", 2)) == 3 and not urlsplit(self.path).path.endswith("/")
        self.send_response(200 if is_object else 404)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_DELETE = do_GET = do_HEAD = do_PUT = answer

    def log_message(self, *_):
        pass


class Drawing(random.Random):
    """Parts of requests."""

    def text(self, longest, characters=TEXT):
        return "".join(self.choices(characters, k=self.randint(1, longest)))

    def encoded(self, longest):
        return quote(self.text(longest), safe="-_.~")

    def query(self):
        """Pairs as they stand in a URL: names come again, and values are missing."""
        names = [f"x-{self.encoded(4)}" for _ in range(3)]
        return [self.pair(self.choice(names)) for _ in range(self.randint(0, 5))]

    def plain_query(self):
        """The same with names that no server reads in two ways."""
        return [self.pair(name) for name in self.sample(["x-a", "x-id", "X-b", "x-c.d", "x-c-d"], self.randint(0, 4))]

    def pair(self, name):
        return self.choice([name, f"{name}=", *[f"{name}={self.encoded(8)}"] * 4])

    def headers(self):
        """Names come again, in whatever case, and white space is where it does not count."""
        found = []
        for name in self.sample(HEADERS, self.randint(0, 3)):
            for _ in range(self.choice([1, 1, 2])):
                words = [self.text(5, "azAZ09,;=\"'/(){}") for _ in range(self.randint(1, 3))]
                spaces = [" " * self.randint(1, 3) for _ in words]
                value = "".join(space + word for space, word in zip(spaces, words)) + " " * self.randint(0, 2)
                found.append((name, value))
        return found


    def order(self, headers):
        """The headers in another order, but for the values of one name."""
        names = [name.lower() for name, _ in headers]
        self.shuffle(names)
        values = {name: [pair for pair in headers if pair[0].lower() == name] for name in names}
        return [values[name].pop(0) for name in names]


class Signatures(EnforcedCase):
    @classmethod
    def setUpClass(cls):
        upstream = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Anything)
        upstream.daemon_threads = True
        threading.Thread(target=upstream.serve_forever, daemon=True).start()
        cls.addClassCleanup(upstream.server_close)
        cls.addClassCleanup(upstream.shutdown)
        cls.variables = {"AWSIM_SERVICES__S3__UPSTREAM": f"http://127.0.0.1:{upstream.server_port}"}
        super().setUpClass()
        cls.host = urlsplit(cls.awsim.url).netloc
        _, key = cls().administrator()
        _, arn = cls().role({"managed": [ADMIN]})
        session = cls.awsim.client("sts", key).assume_role(RoleArn=arn, RoleSessionName="session")
        cls.keys = [cls.credentials(key), cls.credentials(temporary(session["Credentials"]))]
        cls.secretless = cls.credentials({**key, "aws_secret_access_key": "another"})

    @staticmethod
    def credentials(key):
        return Credentials(*(key.get(f"aws_{part}") for part in PARTS))

    def storage(self, draw, keys=None):
        """A request for an object, signed."""
        method = draw.choice(["DELETE", "GET", "HEAD", "PUT"])
        body = draw.text(20).encode() if method == "PUT" else b""
        key = draw.text(10, TEXT.replace("/", "").replace(".", "")) + draw.choice(["", "/b", "//b"])
        context, headers = {}, draw.headers()
        presigned = draw.random() < 0.3
        if body and not presigned and draw.random() < 0.5:
            # Not signed, as nobody could change it on the way; or in chunks.
            if draw.random() < 0.5:
                context["payload_signing_enabled"] = False
                headers.append(("Content-MD5", "1B2M2Y8AsgTpgAmY7PhCfg=="))
            else:
                name = "x-amz-checksum-crc32"
                headers += [
                    ("Content-Encoding", "aws-chunked"),
                    ("X-Amz-Trailer", name),
                    ("X-Amz-Decoded-Content-Length", str(len(body))),
                ]
                body = AwsChunkedWrapper(io.BytesIO(body), checksum_cls=Crc32Checksum, checksum_name=name).read()
                context["checksum"] = {"request_algorithm": {"in": "trailer", "algorithm": "crc32", "name": name}}
        signer = S3SigV4QueryAuth if presigned else S3SigV4Auth
        target = "?".join([f"/bucket/{quote(key, safe='/-_.~')}", "&".join(draw.plain_query())]).rstrip("?")
        return self.signed(draw, "s3", signer, method, target, headers, body, context, keys)

    def identity(self, draw, keys=None):
        """A request for IAM, signed: its path says nothing, and is signed all the same."""
        segments = [draw.choice([draw.encoded(5), ".", "..", "", "a"]) for _ in range(draw.randint(0, 4))]
        # Of a dot segment at the end RFC 3986 leaves the slash, as AWS's signer for Rust does, and botocore does not.
        segments.append(draw.choice([f"{draw.encoded(5)}b", "", "a"]))
        parameters = ["Action=ListUsers", "Version=2010-05-08"]
        method, query, body, headers = draw.choice(["GET", "POST"]), draw.query(), b"", draw.headers()
        presigned = method == "GET" and draw.random() < 0.5
        if method == "GET":
            query += parameters
            draw.shuffle(query)
        else:
            query, body = [], "&".join(parameters).encode()
            headers.append(("Content-Type", FORM))
        target = "?".join(["/" + "/".join(segments), "&".join(query)]).rstrip("?")
        signer = SigV4QueryAuth if presigned else SigV4Auth
        return self.signed(draw, "iam", signer, method, target, headers, body, {}, keys)

    def signed(self, draw, service, signer, method, target, headers, body, context, keys):
        # What is signed of a request over TLS may differ; how this one is sent is not signed.
        # The body of a presigned URL is not signed, and botocore makes parameters of it.
        signed_body = b"" if "QueryAuth" in signer.__name__ else body
        request = AWSRequest(method=method, url=f"https://{self.host}{target}", data=signed_body)
        for name, value in headers:
            request.headers.add_header(name, value)
        request.context.update(context)
        signer(draw.choice(keys or self.keys), service, REGION).add_auth(request)
        sent = urlsplit(request.url)
        headers = draw.order([("Host", self.host), *request.headers.items()])
        return {"method": method, "target": f"{sent.path}?{sent.query}".rstrip("?"), "headers": headers, "body": body}

    def send(self, method, target, headers, body):
        """The status, and the code of an error."""
        connection = http.client.HTTPConnection(self.host)
        try:
            connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
            for name, value in headers:
                connection.putheader(name, value)
            if body:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body or None)
            answer = connection.getresponse()
            said = answer.read()
        finally:
            connection.close()
        if answer.status == 200 or not said:
            return answer.status, None
        parts = ElementTree.fromstring(said).iter()
        return answer.status, next(part.text for part in parts if part.tag.endswith("Code"))

    @staticmethod
    def changed(draw, request):
        """What the signature of a request must not survive."""
        headers = request["headers"]

        def with_headers(number, *others):
            return {**request, "headers": [*headers[:number], *others, *headers[number + 1 :]]}

        path, _, query = request["target"].partition("?")
        yield "path", {**request, "target": f"{path}x?{query}".rstrip("?")}
        yield "query", {**request, "target": f"{path}?{query}&x-more=1" if query else f"{path}?x-more=1"}
        for number, (name, value) in enumerate(headers):
            other = f"{value[:-5]}{value[:-6:-1]}" if value[-5:] != value[:-6:-1] else f"{value[:-1]}0"
            if name == "Authorization":
                yield "signature", with_headers(number, (name, other))
                yield "region", with_headers(number, (name, value.replace(f"/{REGION}/", "/eu-west-1/")))
            elif name == "X-Amz-Security-Token":
                yield name, with_headers(number, (name, other))
            elif name.lower().startswith(("x-", "accept-", "content-md5")) and name.lower() not in READ:
                yield f"value of {name}", with_headers(number, (name, f"{value.rstrip()}x"))
                yield f"no {name}", with_headers(number)
        if "UNSIGNED" not in str(headers) and "X-Amz-Signature" not in query and request["body"]:
            yield "body", {**request, "body": request["body"] + b"&x=y"}
        if "Action=" not in query:
            yield "method", {**request, "method": "PUT" if request["method"] in ("GET", "POST") else "GET"}

    def check(self, kind):
        draw = Drawing(f"{SEED}-{kind.__name__}")
        for number in range(ROUNDS):
            request = kind(draw)
            what = f"seed {SEED}, {kind.__name__} {number}: {request}"
            self.assertEqual(self.send(**request), (200, None), what)
            for change, altered in draw.sample(found := list(self.changed(draw, request)), min(2, len(found))):
                status, code = self.send(**altered)
                refused = status in (400, 403) and (code in REFUSALS or altered["method"] == "HEAD")
                self.assertTrue(refused, f"{status} {code} in spite of another {change}: {altered}, {what}")

    def test_requests_for_objects(self):
        self.check(self.storage)

    def test_requests_for_iam(self):
        self.check(self.identity)

    def test_a_wrong_secret_opens_nothing(self):
        draw = Drawing(SEED)
        for kind in (self.storage, self.identity):
            for _ in range(ROUNDS // 10):
                request = kind(draw, [self.secretless])
                # An answer to HEAD has no body.
                code = None if request["method"] == "HEAD" else "SignatureDoesNotMatch"
                self.assertEqual(self.send(**request), (403, code), f"seed {SEED}: {request}")
