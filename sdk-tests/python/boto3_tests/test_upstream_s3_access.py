"""S3 behind AWSim: bucket policies, Block Public Access, access control lists, other accounts, and URLs."""

import datetime
from unittest import mock

from botocore.auth import S3SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials

from enforced import document
from s3_case import EVERYBODY, S3Case, allow, bucket_arn, deny, objects, user_arn
from support import ACCOUNT, temporary, unique
from upstream import OTHER

BLOCKS = ["BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"]


class Policies(S3Case):
    def test_a_policy_gives_to_a_user_and_denies(self):
        bucket = self.bucket("k")
        name, key = self.user()
        client = self.awsim.client("s3", key)
        of = {"Bucket": bucket, "Key": "k"}
        self.denied("identity", client.get_object, **of)
        self.set_policy(
            bucket,
            allow(user_arn(name), ["s3:GetObject", "s3:DeleteObject"], objects(bucket)),
            deny(EVERYBODY, "s3:DeleteObject", objects(bucket)),
        )
        self.allowed(client.get_object, **of)
        self.denied("explicitDeny resource", client.delete_object, **of)
        self.denied("explicitDeny resource", self.admin.delete_object, **of)
        self.denied("identity", client.list_objects_v2, Bucket=bucket)
        self.admin.delete_bucket_policy(Bucket=bucket)
        self.denied("identity", client.get_object, **of)
        self.allowed(self.admin.delete_object, **of)

    def test_conditions_of_a_policy(self):
        bucket = self.bucket("k")
        insecure = {"Bool": {"aws:SecureTransport": "false"}}
        self.set_policy(bucket, deny(EVERYBODY, "s3:*", [bucket_arn(bucket), objects(bucket)], Condition=insecure))
        self.denied("explicitDeny resource", self.admin.get_object, Bucket=bucket, Key="k")
        self.denied("explicitDeny resource", self.admin.list_objects_v2, Bucket=bucket)

    def test_a_root_user_is_never_locked_out(self):
        bucket = self.bucket("k")
        self.set_policy(bucket, deny(EVERYBODY, "s3:*", [bucket_arn(bucket), objects(bucket)]))
        root = self.awsim.client("s3")
        self.denied("explicitDeny resource", root.get_object, Bucket=bucket, Key="k")
        self.denied("explicitDeny resource", self.admin.delete_bucket_policy, Bucket=bucket)
        self.allowed(root.get_bucket_policy, Bucket=bucket)
        self.allowed(root.delete_bucket_policy, Bucket=bucket)
        self.allowed(root.get_object, Bucket=bucket, Key="k")

    def test_what_is_no_bucket_policy(self):
        bucket = self.bucket()
        everything = {"Effect": "Allow", "Action": "s3:*", "Resource": bucket_arn(bucket)}

        def refused(text):
            return self.refused("MalformedPolicy", 400, self.admin.put_bucket_policy, Bucket=bucket, Policy=text)

        self.assertEqual(refused("policy"), "Policies must be valid JSON and the first byte must be '{'")
        for statement, message in [
            (everything, "Missing required field Principal"),
            (allow("arn:aws:iam::1:user", "s3:*", bucket_arn(bucket)), "Invalid principal in policy"),
            (allow(ACCOUNT, "s3:*", "arn:aws:s3:::other"), "Policy has invalid resource"),
            (allow(ACCOUNT, "sqs:*", bucket_arn(bucket)), "Policy has invalid action"),
            (
                allow(ACCOUNT, "s3:GetObject", bucket_arn(bucket)),
                "Action does not apply to any resource(s) in statement",
            ),
        ]:
            self.assertEqual(refused(document([statement])), message)
        # Who may not set a policy is not told what is wrong with it.
        self.denied("identity", self.caller().put_bucket_policy, Bucket=bucket, Policy="policy")
        large = document([allow(ACCOUNT, "s3:*", bucket_arn(bucket), Sid="x" * 21000)])
        self.refused("PolicyTooLarge", 400, self.admin.put_bucket_policy, Bucket=bucket, Policy=large)
        # Nothing of it is remembered.
        self.allowed(self.admin.list_objects_v2, Bucket=bucket)

    def test_whatever_may_be_a_yes_passes_over_a_lock(self):
        bucket = self.bucket("k")
        deleter = self.caller("s3:DeleteObject")
        saying = {}
        say = lambda params, **_: params["headers"].update(saying)  # noqa: E731
        for operation in ("DeleteObject", "DeleteObjects"):
            deleter.meta.events.register(f"before-call.s3.{operation}", say)
        several = {"Bucket": bucket, "Delete": {"Objects": [{"Key": "k"}]}}
        for said in ("1", "True", "yes"):
            saying["x-amz-bypass-governance-retention"] = said
            self.denied("identity", deleter.delete_object, Bucket=bucket, Key="k")
            self.denied("identity", deleter.delete_objects, **several)
        saying["x-amz-bypass-governance-retention"] = "false"
        self.allowed(deleter.delete_object, Bucket=bucket, Key="k")

    def test_names_and_keys_that_servers_read_otherwise(self):
        bucket = self.bucket()
        for name in ("minio", "moto-api", "_localstack", "v20180820"):
            self.refused("InvalidBucketName", 400, self.admin.list_objects_v2, Bucket=name)
        self.refused("InvalidArgument", 400, self.admin.get_object, Bucket=bucket, Key="/k")
        self.refused("InvalidArgument", 400, self.admin.put_object, Bucket=bucket, Key="/k", Body=b"x")
        listed = {"Objects": [{"Key": "k"}, {"Key": "/k"}]}
        self.refused("InvalidArgument", 400, self.admin.delete_objects, Bucket=bucket, Delete=listed)
        many = {"Objects": [{"Key": str(number)} for number in range(1001)]}
        self.refused("MalformedXML", 400, self.admin.delete_objects, Bucket=bucket, Delete=many)
        unpacked = {"Metadata": {"snowball-auto-extract": "true"}, "Body": b"x"}
        self.refused("NotImplemented", 501, self.admin.put_object, Bucket=bucket, Key="k", **unpacked)

    def test_what_is_known_goes_with_the_bucket(self):
        bucket = self.bucket()
        self.set_policy(bucket, deny(EVERYBODY, "s3:ListBucket", bucket_arn(bucket)))
        self.denied("explicitDeny resource", self.admin.list_objects_v2, Bucket=bucket)
        self.admin.delete_bucket(Bucket=bucket)
        self.admin.create_bucket(Bucket=bucket)
        self.allowed(self.admin.list_objects_v2, Bucket=bucket)


class OtherAccounts(S3Case):
    def test_both_accounts_must_allow(self):
        bucket = self.bucket("k")
        of = {"Bucket": bucket, "Key": "k"}
        client, user = self.foreigner("s3:*")
        self.access_denied(client.get_object, **of)
        self.set_policy(bucket, allow(user, "s3:GetObject", objects(bucket)))
        self.allowed(client.get_object, **of)
        self.access_denied(client.put_object, Body=b"x", **of)
        without, user = self.foreigner("sqs:*")
        self.set_policy(bucket, allow([OTHER, user], "s3:GetObject", objects(bucket)))
        self.access_denied(without.get_object, **of)
        self.allowed(client.get_object, **of)

    def test_a_bucket_is_its_makers(self):
        owner, _ = self.foreigner("s3:*")
        bucket = unique("bucket")
        self.allowed(owner.create_bucket, Bucket=bucket)
        self.allowed(owner.put_object, Bucket=bucket, Key="k", Body=b"x")
        self.access_denied(self.admin.get_object, Bucket=bucket, Key="k")
        self.access_denied(self.awsim.client("s3").list_objects_v2, Bucket=bucket)
        self.refused("BucketAlreadyExists", 409, self.admin.create_bucket, Bucket=bucket)
        self.access_denied(self.admin.get_object, Bucket=bucket, Key="k")
        policy = document([allow(f"arn:aws:iam::{ACCOUNT}:root", "s3:*", [bucket_arn(bucket), objects(bucket)])])
        self.allowed(owner.put_bucket_policy, Bucket=bucket, Policy=policy)
        self.allowed(self.admin.get_object, Bucket=bucket, Key="k")
        # Its policy is a matter of its own account.
        self.refused("MethodNotAllowed", 405, self.admin.get_bucket_policy, Bucket=bucket)
        self.refused("MethodNotAllowed", 405, self.admin.delete_bucket_policy, Bucket=bucket)
        self.refused("MethodNotAllowed", 405, self.admin.put_bucket_policy, Bucket=bucket, Policy=policy)
        self.allowed(owner.delete_object, Bucket=bucket, Key="k")
        self.allowed(owner.delete_bucket, Bucket=bucket)
        self.allowed(self.admin.create_bucket, Bucket=bucket)

    def test_the_source_of_a_copy_is_what_was_decided_on(self):
        victim = self.bucket("secret")
        owner, _ = self.foreigner("s3:*")
        mine = unique("bucket")
        owner.create_bucket(Bucket=mine)
        owner.put_object(Bucket=mine, Key=f"{victim}/secret", Body=b"x")
        for source in (f"//{mine}/{victim}/secret", f"{mine}/../{victim}/secret", f"{mine}//{victim}/secret"):
            of = {"Bucket": mine, "Key": "copy", "CopySource": source}
            self.refused("InvalidArgument", 400, owner.copy_object, **of)
        self.allowed(owner.copy_object, Bucket=mine, Key="copy", CopySource=f"/{mine}/{victim}/secret")

    def test_whose_a_bucket_is_expected_to_be(self):
        bucket = self.bucket("k")
        of = {"Bucket": bucket, "Key": "k"}
        self.allowed(self.admin.get_object, ExpectedBucketOwner=ACCOUNT, **of)
        self.access_denied(self.admin.get_object, ExpectedBucketOwner=OTHER, **of)
        source = {"CopySource": {"Bucket": bucket, "Key": "k"}, **of, "Key": "copy"}
        self.access_denied(self.admin.copy_object, ExpectedSourceBucketOwner=OTHER, **source)

    def test_a_bucket_that_the_server_had_before_is_the_default_accounts(self):
        bucket = unique("bucket")
        self.fetch(f"{self.moto.url}/{bucket}", "PUT")
        self.fetch(f"{self.moto.url}/{bucket}/k", "PUT", b"x")
        policy = document([allow(OTHER, "s3:GetObject", objects(bucket))])
        self.fetch(f"{self.moto.url}/{bucket}?policy", "PUT", policy.encode())
        self.allowed(self.admin.get_object, Bucket=bucket, Key="k")
        client, _ = self.foreigner("s3:*")
        self.allowed(client.get_object, Bucket=bucket, Key="k")
        self.access_denied(client.list_objects_v2, Bucket=bucket)


class PublicAccess(S3Case):
    # Nobody signs the requests of nobody, and the server behind takes none that are not signed.
    settings = {"AWSIM_SERVICES__S3__SIGNING": "own"}

    def public(self, bucket, **more):
        return allow(EVERYBODY, "s3:GetObject", objects(bucket), **more)

    def blocks(self, bucket, *on):
        settings = {setting: setting in on for setting in BLOCKS}
        self.admin.put_public_access_block(Bucket=bucket, PublicAccessBlockConfiguration=settings)

    def test_a_new_bucket_takes_no_public_policy(self):
        bucket = self.bucket("k")
        public = {"Bucket": bucket, "Policy": document([self.public(bucket)])}
        message = self.refused("AccessDenied", 403, self.admin.put_bucket_policy, **public)
        self.assertIn("because public policies are blocked by the BlockPublicPolicy block public access setting.", message)
        fixed = {"StringEquals": {"aws:SourceVpc": "vpc-1"}}
        self.set_policy(bucket, self.public(bucket, Condition=fixed))
        self.set_policy(bucket, allow(OTHER, "s3:GetObject", objects(bucket)))
        self.blocks(bucket, "RestrictPublicBuckets")
        self.allowed(self.admin.put_bucket_policy, **public)

    def test_anonymous_access_by_a_public_policy(self):
        bucket = self.open_bucket("k", "other")
        nobody = self.awsim.nobody("s3")
        of = {"Bucket": bucket, "Key": "k"}
        self.access_denied(nobody.get_object, **of)
        self.set_policy(bucket, allow(EVERYBODY, "s3:GetObject", objects(bucket, "k")))
        self.assertEqual(nobody.get_object(**of)["Body"].read(), b"k")
        self.assertEqual(self.fetch(f"{self.awsim.url}/{bucket}/k"), (200, b"k"))
        self.access_denied(nobody.get_object, Bucket=bucket, Key="other")
        self.access_denied(nobody.list_objects_v2, Bucket=bucket)
        self.access_denied(nobody.put_object, Body=b"x", **of)
        self.access_denied(nobody.list_buckets)
        status, answer = self.fetch(f"{self.awsim.url}/{bucket}/other")
        self.assertEqual(status, 403)
        self.assertIn(b"<Code>AccessDenied</Code>", answer)
        # Somebody of the account needs no other policy; somebody of another needs one of its own.
        self.allowed(self.caller().get_object, **of)
        self.access_denied(self.foreigner("sqs:*")[0].get_object, **of)
        self.allowed(self.foreigner("s3:*")[0].get_object, **of)

    def test_restricting_public_buckets(self):
        bucket = self.open_bucket("k")
        of = {"Bucket": bucket, "Key": "k"}
        self.set_policy(bucket, self.public(bucket), allow(OTHER, "s3:PutObject", objects(bucket)))
        nobody, foreigner = self.awsim.nobody("s3"), self.foreigner("s3:*")[0]
        self.allowed(nobody.get_object, **of)
        self.allowed(foreigner.put_object, Body=b"k", **of)
        self.blocks(bucket, "RestrictPublicBuckets")
        self.access_denied(nobody.get_object, **of)
        self.access_denied(foreigner.get_object, **of)
        self.access_denied(foreigner.put_object, Body=b"k", **of)
        self.allowed(self.caller().get_object, **of)
        # A policy that is not public is not restricted.
        self.set_policy(bucket, allow(OTHER, "s3:PutObject", objects(bucket)))
        self.allowed(foreigner.put_object, Body=b"k", **of)

    def test_where_access_control_lists_do_not_count(self):
        bucket = self.bucket("k")
        of = {"Bucket": bucket, "Key": "k"}
        lists = "AccessControlListNotSupported"
        self.refused(lists, 400, self.admin.put_object, Body=b"x", ACL="public-read", **of)
        self.refused(lists, 400, self.admin.put_object, Body=b"x", ACL="private", **of)
        self.refused(lists, 400, self.admin.put_object_acl, ACL="public-read", **of)
        self.refused(lists, 400, self.admin.put_bucket_acl, ACL="public-read", Bucket=bucket)
        self.allowed(self.admin.put_object, Body=b"x", ACL="bucket-owner-full-control", **of)
        with_list = "InvalidBucketAclWithObjectOwnership"
        self.refused(with_list, 400, self.admin.create_bucket, Bucket=unique("bucket"), ACL="public-read")
        self.allowed(self.admin.create_bucket, Bucket=unique("bucket"), ACL="private")

    def test_public_access_control_lists_are_blocked(self):
        bucket = self.bucket("k", ObjectOwnership="ObjectWriter")
        of = {"Bucket": bucket, "Key": "k"}
        everybody = 'uri="http://acs.amazonaws.com/groups/global/AllUsers"'
        for call, more in [
            (self.admin.put_object, {"Body": b"x", "ACL": "public-read", **of}),
            (self.admin.put_object, {"Body": b"x", "GrantRead": everybody, **of}),
            (self.admin.put_object_acl, {"ACL": "authenticated-read", **of}),
            (self.admin.put_bucket_acl, {"ACL": "public-read-write", "Bucket": bucket}),
        ]:
            message = self.refused("AccessDenied", 403, call, **more)
            self.assertIn("blocked by the BlockPublicAcls block public access setting.", message)
        more = {"ObjectOwnership": "ObjectWriter", "ACL": "public-read"}
        self.refused("AccessDenied", 403, self.admin.create_bucket, Bucket=unique("bucket"), **more)
        self.allowed(self.admin.put_object_acl, ACL="private", **of)

    def test_public_objects(self):
        bucket = self.open_bucket("private", ObjectOwnership="BucketOwnerPreferred")
        self.admin.put_object(Bucket=bucket, Key="k", Body=b"k", ACL="public-read")
        nobody = self.awsim.nobody("s3")
        self.allowed(nobody.get_object, Bucket=bucket, Key="k")
        self.access_denied(nobody.get_object, Bucket=bucket, Key="private")
        self.access_denied(nobody.put_object, Bucket=bucket, Key="k", Body=b"x")
        self.allowed(self.caller().get_object, Bucket=bucket, Key="k")
        self.set_policy(bucket, deny(EVERYBODY, "s3:GetObject", objects(bucket)))
        self.access_denied(nobody.get_object, Bucket=bucket, Key="k")
        self.admin.delete_bucket_policy(Bucket=bucket)
        self.blocks(bucket, "IgnorePublicAcls")
        self.access_denied(nobody.get_object, Bucket=bucket, Key="k")
        self.blocks(bucket)
        self.allowed(nobody.get_object, Bucket=bucket, Key="k")
        owner = {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}
        self.admin.put_bucket_ownership_controls(Bucket=bucket, OwnershipControls=owner)
        self.access_denied(nobody.get_object, Bucket=bucket, Key="k")

    def test_public_buckets(self):
        bucket = self.open_bucket("k", ObjectOwnership="ObjectWriter")
        nobody = self.awsim.nobody("s3")
        self.access_denied(nobody.list_objects_v2, Bucket=bucket)
        self.admin.put_bucket_acl(Bucket=bucket, ACL="public-read")
        self.allowed(nobody.list_objects_v2, Bucket=bucket)
        self.access_denied(nobody.get_object, Bucket=bucket, Key="k")
        self.admin.put_bucket_acl(Bucket=bucket, ACL="authenticated-read")
        self.access_denied(nobody.list_objects_v2, Bucket=bucket)
        self.allowed(self.caller().list_objects_v2, Bucket=bucket)
        grant = {
            "Grantee": {"Type": "Group", "URI": "http://acs.amazonaws.com/groups/global/AllUsers"},
            "Permission": "WRITE",
        }
        owner = self.admin.get_bucket_acl(Bucket=bucket)["Owner"]
        self.admin.put_bucket_acl(Bucket=bucket, AccessControlPolicy={"Grants": [grant], "Owner": owner})
        self.allowed(nobody.put_object, Bucket=bucket, Key="new", Body=b"x")
        self.access_denied(nobody.list_objects_v2, Bucket=bucket)


class Urls(S3Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # Unless it is told otherwise, botocore signs URLs for S3 with Signature Version 2.
        client = cls.awsim.client
        signing = Config(signature_version="s3v4", retries={"max_attempts": 1})
        cls.awsim.client = lambda service, key=None, config=signing: client(service, key, config)
        cls.admin = cls.awsim.client("s3", cls().administrator()[1])

    def url(self, client, operation="get_object", seconds=60, **parameters):
        return client.generate_presigned_url(operation, Params=parameters, ExpiresIn=seconds)

    def test_presigned_urls(self):
        bucket = self.bucket("k", "a b+c")
        reader = self.caller({"Action": "s3:GetObject", "Resource": objects(bucket)})
        for key in ("k", "a b+c"):
            self.assertEqual(self.fetch(self.url(reader, Bucket=bucket, Key=key)), (200, key.encode()))
        writing = self.url(reader, "put_object", Bucket=bucket, Key="new")
        self.assertEqual(self.fetch(writing, "PUT", b"x")[0], 403)
        writer = self.caller("s3:PutObject")
        self.assertEqual(self.fetch(self.url(writer, "put_object", Bucket=bucket, Key="new"), "PUT", b"x")[0], 200)
        # A URL is good for what it was signed for.
        status, answer = self.fetch(self.url(reader, Bucket=bucket, Key="k").replace("/k?", "/new?"))
        self.assertEqual(status, 403)
        self.assertIn(b"SignatureDoesNotMatch", answer)

    def test_urls_in_signature_version_2_are_refused(self):
        bucket = self.bucket("k")
        _, key = self.administrator()
        older = self.awsim.client("s3", key, Config(signature_version="s3", retries={"max_attempts": 1}))
        status, answer = self.fetch(self.url(older, Bucket=bucket, Key="k"))
        self.assertEqual(status, 400)
        self.assertIn(b"<Code>InvalidRequest</Code>", answer)
        self.assertIn(b"Please use AWS4-HMAC-SHA256", answer)

    def test_nothing_is_added_to_a_url(self):
        bucket = self.bucket("k", "secret")
        writing = self.url(self.admin, "put_object", Bucket=bucket, Key="k")
        for header, value in (("x-amz-copy-source", f"/{bucket}/secret"), ("x-amz-acl", "public-read")):
            with self.subTest(header):
                status, answer = self.fetch(writing, "PUT", None, {header: value})
                self.assertEqual(status, 403)
                self.assertIn(b"<Code>AccessDenied</Code>", answer)
                self.assertIn(f"not signed: {header}".encode(), answer)
        self.assertEqual(self.fetch(self.url(self.admin, Bucket=bucket, Key="k")), (200, b"k"))
        # What the URL was signed with goes along.
        tagging = self.url(self.admin, "put_object", Bucket=bucket, Key="k", Tagging="a=b")
        self.assertEqual(self.fetch(tagging, "PUT", b"x", {"x-amz-tagging": "a=b"})[0], 200)

    def test_how_old_a_url_may_be(self):
        bucket = self.bucket("k")
        fresh = {"NumericLessThan": {"s3:signatureAge": "600000"}, "StringEquals": {"s3:authType": "REST-QUERY-STRING"}}
        reader = self.caller({"Action": "s3:GetObject", "Condition": fresh})
        self.assertEqual(self.fetch(self.url(reader, Bucket=bucket, Key="k"))[0], 200)
        self.denied("identity", reader.get_object, Bucket=bucket, Key="k")
        old = {"NumericGreaterThanEquals": {"s3:signatureAge": "0"}}
        nothing = self.caller("s3:*", {"Effect": "Deny", "Action": "s3:*", "Condition": old})
        self.assertEqual(self.fetch(self.url(nothing, Bucket=bucket, Key="k"))[0], 403)

    def test_a_url_ends(self):
        bucket = self.bucket("k")
        past = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(hours=2)
        with mock.patch("botocore.auth.get_current_datetime", return_value=past):
            url = self.url(self.admin, Bucket=bucket, Key="k")
        status, answer = self.fetch(url)
        self.assertEqual(status, 403)
        self.assertIn(b"<Code>AccessDenied</Code>", answer)
        self.assertIn(b"Request has expired", answer)

    def test_buckets_in_host_names(self):
        bucket = self.bucket("a b")
        _, key = self.user({"inline": [[{"Effect": "Allow", "Action": "s3:GetObject", "Resource": objects(bucket)}]]})
        credentials = Credentials(key["aws_access_key_id"], key["aws_secret_access_key"])

        def get(host, path):
            headers = {"Host": host}
            request = AWSRequest("GET", self.awsim.url + path, headers)
            S3SigV4Auth(credentials, "s3", "us-east-1").add_auth(request)
            return self.fetch(self.awsim.url + path, headers=dict(request.headers))

        port = self.awsim.url.rsplit(":", 1)[1]
        self.assertEqual(get(f"{bucket}.localhost:{port}", "/a%20b"), (200, b"a b"))
        self.assertEqual(get(f"{bucket}.s3.localhost:{port}", "/a%20b"), (200, b"a b"))
        self.assertEqual(get(f"other.s3.localhost:{port}", "/a%20b")[0], 403)
        self.assertEqual(get(f"{bucket}.s3.localhost:{port}", "/")[0], 403)

    def test_a_session_signs_urls(self):
        bucket = self.bucket("k")
        _, arn = self.role({"inline": [[{"Effect": "Allow", "Action": "s3:GetObject", "Resource": objects(bucket)}]]})
        session = self.sts_of_admin().assume_role(RoleArn=arn, RoleSessionName="session")["Credentials"]
        key = temporary(session)
        client = self.awsim.client("s3", key)
        self.assertEqual(self.fetch(self.url(client, Bucket=bucket, Key="k"))[0], 200)

    def sts_of_admin(self):
        return self.awsim.client("sts", self.administrator()[1])


class ClosedOwners(S3Case):
    """Buckets of an account that its organization closes."""

    def member(self):
        """A client of a new account of the organization, and what closes the account."""
        organizations = self.awsim.client("organizations")
        organizations.create_organization(FeatureSet="ALL")
        made = organizations.create_account(Email=f"{unique('member')}@example.com", AccountName="member")
        made = organizations.describe_create_account_status(CreateAccountRequestId=made["CreateAccountStatus"]["Id"])
        account = made["CreateAccountStatus"]["AccountId"]
        way_in = f"arn:aws:iam::{account}:role/OrganizationAccountAccessRole"
        manager = self.awsim.client("sts", self.administrator()[1])
        inside = manager.assume_role(RoleArn=way_in, RoleSessionName="session")["Credentials"]
        return self.awsim.client("s3", temporary(inside)), lambda: organizations.close_account(AccountId=account)

    def test_what_a_closed_account_permits_ends(self):
        member, close = self.member()
        name = unique("bucket")
        member.create_bucket(Bucket=name)
        member.put_object(Bucket=name, Key="k", Body=b"k")
        statement = allow(f"arn:aws:iam::{ACCOUNT}:root", "s3:GetObject", objects(name))
        member.put_bucket_policy(Bucket=name, Policy=document([statement]))
        reader = self.caller("s3:GetObject")
        self.assertEqual(reader.get_object(Bucket=name, Key="k")["Body"].read(), b"k")
        close()
        self.denied("resource", reader.get_object, Bucket=name, Key="k")
