"""S3 behind AWSim: its ordinary flow, and what identity policies allow and deny."""

import io
import os

from s3_case import S3Case, bucket_arn, objects
from support import ACCOUNT, unique

KEYS = [
    "plain",
    "with blank",
    "a+b",
    "a%20b",
    "a%2Fb",
    "q?x=1&y=2",
    "h#fragment",
    "ümlaut/ñ/日本語",
    "emoji-🪣",
    "folder/",
    "a//b",
    "star*",
    "'quotes\"",
    "a:b@c,d;e=f",
    "(parens)[]{}",
    "~tilde|pipe^",
    "dots...",
    "back\\slash",
]
LOCKED = {
    "ObjectLockMode": "GOVERNANCE",
    "ObjectLockRetainUntilDate": "2099-01-01T00:00:00Z",
    "ObjectLockLegalHoldStatus": "ON",
}


class OrdinaryFlow(S3Case):
    def test_objects(self):
        s3, bucket = self.admin, self.bucket()
        self.assertIn(bucket, [found["Name"] for found in s3.list_buckets()["Buckets"]])
        s3.head_bucket(Bucket=bucket)
        s3.put_object(Bucket=bucket, Key="a/b", Body=b"0123456789", Metadata={"x": "y"}, ContentType="text/x")
        found = s3.get_object(Bucket=bucket, Key="a/b")
        self.assertEqual((found["Body"].read(), found["Metadata"]), (b"0123456789", {"x": "y"}))
        self.assertEqual(s3.get_object(Bucket=bucket, Key="a/b", Range="bytes=2-4")["Body"].read(), b"234")
        self.assertEqual(s3.head_object(Bucket=bucket, Key="a/b")["ContentLength"], 10)
        s3.copy_object(Bucket=bucket, Key="copy", CopySource={"Bucket": bucket, "Key": "a/b"})
        listed = s3.list_objects_v2(Bucket=bucket, Delimiter="/")
        self.assertEqual([found["Key"] for found in listed["Contents"]], ["copy"])
        self.assertEqual([found["Prefix"] for found in listed["CommonPrefixes"]], ["a/"])
        self.assertEqual(len(s3.list_objects(Bucket=bucket)["Contents"]), 2)
        tags = {"TagSet": [{"Key": "k", "Value": "v"}]}
        s3.put_object_tagging(Bucket=bucket, Key="copy", Tagging=tags)
        self.assertEqual(s3.get_object_tagging(Bucket=bucket, Key="copy")["TagSet"], tags["TagSet"])
        s3.delete_object_tagging(Bucket=bucket, Key="copy")
        s3.delete_object(Bucket=bucket, Key="a/b")
        self.assertEqual(len(s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": "copy"}]})["Deleted"]), 1)
        s3.delete_bucket(Bucket=bucket)
        self.assertEqual(self.code(s3.list_objects_v2, Bucket=bucket), "NoSuchBucket")

    def test_keys_of_every_kind(self):
        bucket = self.bucket()
        for key in KEYS:
            self.admin.put_object(Bucket=bucket, Key=key, Body=key.encode())
        self.assertEqual(sorted(found["Key"] for found in self.admin.list_objects_v2(Bucket=bucket)["Contents"]), sorted(KEYS))
        for key in KEYS:
            with self.subTest(key=key):
                self.assertEqual(self.admin.get_object(Bucket=bucket, Key=key)["Body"].read(), key.encode())
                self.admin.copy_object(Bucket=bucket, Key=f"copy/{key}", CopySource={"Bucket": bucket, "Key": key})
                # Its own name, and no other, is what a policy gives.
                own = self.caller({"Action": "s3:GetObject", "Resource": objects(bucket, key.replace("*", "${*}").replace("?", "${?}"))})
                self.allowed(own.get_object, Bucket=bucket, Key=key)
                self.denied("identity", own.get_object, Bucket=bucket, Key=f"copy/{key}")
        self.admin.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": key} for key in KEYS]})
        left = self.admin.list_objects_v2(Bucket=bucket)["Contents"]
        self.assertEqual(sorted(found["Key"] for found in left), sorted(f"copy/{key}" for key in KEYS))

    def test_uploads_in_parts(self):
        s3, bucket = self.admin, self.bucket("source")
        part, most = os.urandom(5 << 20), os.urandom(1 << 20)
        upload = s3.create_multipart_upload(Bucket=bucket, Key="big")["UploadId"]
        of = {"Bucket": bucket, "Key": "big", "UploadId": upload}
        etags = [s3.upload_part(PartNumber=number, Body=body, **of)["ETag"] for number, body in [(1, part), (2, most)]]
        self.assertEqual(len(s3.list_parts(**of)["Parts"]), 2)
        self.assertEqual([found["Key"] for found in s3.list_multipart_uploads(Bucket=bucket)["Uploads"]], ["big"])
        source = {"Bucket": bucket, "Key": "source"}
        copied = s3.upload_part_copy(PartNumber=3, CopySource=source, **of)["CopyPartResult"]["ETag"]
        parts = [{"PartNumber": number, "ETag": etag} for number, etag in enumerate([*etags[:1], etags[1]], 1)]
        self.assertTrue(copied)
        s3.complete_multipart_upload(MultipartUpload={"Parts": parts}, **of)
        self.assertEqual(s3.get_object(Bucket=bucket, Key="big")["Body"].read(), part + most)
        other = s3.create_multipart_upload(Bucket=bucket, Key="other")["UploadId"]
        s3.abort_multipart_upload(Bucket=bucket, Key="other", UploadId=other)
        whole = os.urandom(12 << 20)
        s3.upload_fileobj(io.BytesIO(whole), bucket, "managed")
        back = io.BytesIO()
        s3.download_fileobj(bucket, "managed", back)
        self.assertEqual(back.getvalue(), whole)

    def test_versions(self):
        s3, bucket = self.admin, self.bucket()
        s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
        first = s3.put_object(Bucket=bucket, Key="k", Body=b"1")["VersionId"]
        s3.put_object(Bucket=bucket, Key="k", Body=b"2")
        self.assertEqual(s3.get_object(Bucket=bucket, Key="k", VersionId=first)["Body"].read(), b"1")
        source = {"Bucket": bucket, "Key": "k", "VersionId": first}
        s3.copy_object(Bucket=bucket, Key="old", CopySource=source)
        self.assertEqual(s3.get_object(Bucket=bucket, Key="old")["Body"].read(), b"1")
        s3.delete_object(Bucket=bucket, Key="k")
        versions = s3.list_object_versions(Bucket=bucket, Prefix="k")
        self.assertEqual((len(versions["Versions"]), len(versions["DeleteMarkers"])), (2, 1))
        s3.delete_object(Bucket=bucket, Key="k", VersionId=first)

    def test_configurations_of_a_bucket(self):
        s3, bucket = self.admin, self.bucket()
        of = {"Bucket": bucket}
        rule = {"AllowedMethods": ["GET"], "AllowedOrigins": ["*"]}
        s3.put_bucket_cors(CORSConfiguration={"CORSRules": [rule]}, **of)
        self.assertEqual(s3.get_bucket_cors(**of)["CORSRules"], [rule])
        s3.delete_bucket_cors(**of)
        expiry = {"ID": "x", "Status": "Enabled", "Filter": {"Prefix": "t/"}, "Expiration": {"Days": 1}}
        s3.put_bucket_lifecycle_configuration(LifecycleConfiguration={"Rules": [expiry]}, **of)
        self.assertEqual(len(s3.get_bucket_lifecycle_configuration(**of)["Rules"]), 1)
        s3.delete_bucket_lifecycle(**of)
        s3.put_bucket_tagging(Tagging={"TagSet": [{"Key": "a", "Value": "b"}]}, **of)
        self.assertEqual(s3.get_bucket_tagging(**of)["TagSet"], [{"Key": "a", "Value": "b"}])
        s3.delete_bucket_tagging(**of)
        sse = {"Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}]}
        s3.put_bucket_encryption(ServerSideEncryptionConfiguration=sse, **of)
        self.assertTrue(s3.get_bucket_encryption(**of)["ServerSideEncryptionConfiguration"]["Rules"])
        s3.delete_bucket_encryption(**of)
        s3.put_bucket_website(WebsiteConfiguration={"IndexDocument": {"Suffix": "index.html"}}, **of)
        self.assertEqual(s3.get_bucket_website(**of)["IndexDocument"]["Suffix"], "index.html")
        s3.delete_bucket_website(**of)
        s3.put_bucket_notification_configuration(NotificationConfiguration={}, **of)
        s3.get_bucket_notification_configuration(**of)
        s3.get_bucket_location(**of)
        s3.get_bucket_acl(**of)
        s3.get_bucket_versioning(**of)
        blocks = {"BlockPublicAcls": True, "IgnorePublicAcls": True, "BlockPublicPolicy": True, "RestrictPublicBuckets": True}
        s3.put_public_access_block(PublicAccessBlockConfiguration=blocks, **of)
        self.assertEqual(s3.get_public_access_block(**of)["PublicAccessBlockConfiguration"], blocks)
        s3.put_bucket_ownership_controls(OwnershipControls={"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}, **of)
        self.assertTrue(s3.get_bucket_ownership_controls(**of)["OwnershipControls"]["Rules"])


class Identities(S3Case):
    def test_buckets_and_objects_are_different_resources(self):
        bucket = self.bucket("a", "b/c")
        other = self.bucket("a")
        reader = self.caller({"Action": "s3:*", "Resource": objects(bucket, "b/*")})
        self.allowed(reader.get_object, Bucket=bucket, Key="b/c")
        self.denied("identity", reader.get_object, Bucket=bucket, Key="a")
        self.denied("identity", reader.get_object, Bucket=other, Key="a")
        self.denied("identity", reader.list_objects_v2, Bucket=bucket)
        lister = self.caller({"Action": "s3:*", "Resource": bucket_arn(bucket)})
        self.allowed(lister.list_objects_v2, Bucket=bucket)
        self.allowed(lister.list_objects, Bucket=bucket)
        self.allowed(lister.head_bucket, Bucket=bucket)
        self.allowed(lister.list_object_versions, Bucket=bucket)
        self.denied("identity", lister.get_object, Bucket=bucket, Key="a")
        self.denied("identity", lister.list_buckets)
        self.access_denied(self.caller().head_bucket, Bucket=bucket)
        self.access_denied(self.caller().head_object, Bucket=bucket, Key="a")

    def test_actions_have_their_own_names(self):
        bucket, of = self.bucket("k"), {}
        of = {"Bucket": bucket}
        found = lambda call, **more: [action for action, _ in self.checks(call, **more)]  # noqa: E731
        admin = self.admin
        self.assertEqual(found(admin.get_bucket_cors, **of), ["s3:GetBucketCORS"])
        self.assertEqual(found(admin.get_bucket_lifecycle_configuration, **of), ["s3:GetLifecycleConfiguration"])
        self.assertEqual(found(admin.list_object_versions, **of), ["s3:ListBucketVersions"])
        self.assertEqual(found(admin.list_multipart_uploads, **of), ["s3:ListBucketMultipartUploads"])
        self.assertEqual(found(admin.list_buckets), ["s3:ListAllMyBuckets"])
        self.assertEqual(found(admin.get_public_access_block, **of), ["s3:GetBucketPublicAccessBlock"])
        self.assertEqual(found(admin.delete_bucket_encryption, **of), ["s3:PutEncryptionConfiguration"])
        self.assertEqual(found(admin.get_object_lock_configuration, **of), ["s3:GetBucketObjectLockConfiguration"])

    def test_what_goes_with_an_object_needs_its_own_permissions(self):
        bucket = self.bucket()
        of = {"Bucket": bucket, "Key": "k"}
        writer = self.caller("s3:PutObject")
        self.allowed(writer.put_object, Body=b"x", **of)
        for more in (
            {"ACL": "bucket-owner-full-control"},
            {"Tagging": "a=b"},
            {"ObjectLockLegalHoldStatus": "ON"},
            {"ObjectLockMode": "GOVERNANCE", "ObjectLockRetainUntilDate": "2099-01-01"},
        ):
            self.denied("identity", writer.put_object, Body=b"x", **of, **more)
            self.denied("identity", writer.create_multipart_upload, **of, **more)
        lock = {**LOCKED, "Tagging": "a=b", "ACL": "bucket-owner-full-control"}
        found = self.checks(self.admin.put_object, Body=b"x", **of, **lock)
        actions = ["PutObject", "PutObjectAcl", "PutObjectLegalHold", "PutObjectRetention", "PutObjectTagging"]
        self.assertEqual(found, [(f"s3:{action}", objects(bucket, "k")) for action in actions])

    def test_versions_have_actions_of_their_own(self):
        bucket = self.bucket()
        self.admin.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
        version = self.admin.put_object(Bucket=bucket, Key="k", Body=b"1")["VersionId"]
        of = {"Bucket": bucket, "Key": "k"}
        current = self.caller(["s3:GetObject", "s3:DeleteObject", "s3:GetObjectTagging", "s3:GetObjectAttributes"])
        self.allowed(current.get_object, **of)
        self.denied("identity", current.get_object, VersionId=version, **of)
        self.denied("identity", current.get_object_tagging, VersionId=version, **of)
        self.denied("identity", current.delete_object, VersionId=version, **of)
        self.denied("identity", current.get_object_attributes, VersionId=version, ObjectAttributes=["ETag"], **of)
        self.allowed(current.get_object_attributes, ObjectAttributes=["ETag"], **of)
        only = {"StringEquals": {"s3:VersionId": version}}
        of_version = self.caller({"Action": "s3:GetObjectVersion", "Condition": only})
        self.allowed(of_version.get_object, VersionId=version, **of)
        self.denied("identity", of_version.get_object, VersionId="null", **of)
        self.allowed(current.delete_object, **of)

    def test_deleting_several_objects_needs_all(self):
        bucket = self.bucket("a", "b", "c/d")
        deleter = self.caller({"Action": "s3:DeleteObject", "Resource": objects(bucket, "c/*")})
        several = lambda *keys: {"Objects": [{"Key": key} for key in keys]}  # noqa: E731
        self.allowed(deleter.delete_objects, Bucket=bucket, Delete=several("c/d"))
        self.denied("identity", deleter.delete_objects, Bucket=bucket, Delete=several("c/e", "a"))
        self.assertEqual(len(self.admin.list_objects_v2(Bucket=bucket)["Contents"]), 2)
        one = {"Objects": [{"Key": "c/d", "VersionId": "1"}]}
        self.denied("identity", deleter.delete_objects, Bucket=bucket, Delete=one)
        bypassing = {"Delete": several("c/d"), "BypassGovernanceRetention": True}
        self.denied("identity", deleter.delete_objects, Bucket=bucket, **bypassing)

    def test_a_copy_reads_and_writes(self):
        source, target = self.bucket("k"), self.bucket()
        copying = {"Bucket": target, "Key": "copy", "CopySource": {"Bucket": source, "Key": "k"}}
        reads = {"Action": "s3:GetObject", "Resource": objects(source)}
        writes = {"Action": "s3:PutObject", "Resource": objects(target)}
        self.denied("identity", self.caller(reads).copy_object, **copying)
        self.denied("identity", self.caller(writes).copy_object, **copying)
        both = self.caller(reads, writes)
        self.allowed(both.copy_object, **copying)
        self.allowed(both.copy_object, **{**copying, "CopySource": f"/{source}/k"})
        # Tags go along, and nobody gets them who may not read and write them.
        self.admin.put_object_tagging(Bucket=source, Key="k", Tagging={"TagSet": [{"Key": "a", "Value": "b"}]})
        self.denied("identity", both.copy_object, **copying)
        self.allowed(both.copy_object, TaggingDirective="REPLACE", **copying)
        reads["Action"], writes["Action"] = ["s3:GetObject", "s3:GetObjectTagging"], ["s3:PutObject", "s3:PutObjectTagging"]
        self.allowed(self.caller(reads, writes).copy_object, **copying)
        self.denied("identity", both.copy_object, **{**copying, "CopySource": {"Bucket": source, "Key": "k", "VersionId": "1"}})

    def test_a_new_bucket_needs_what_it_is_made_with(self):
        creator = self.caller("s3:CreateBucket")
        self.allowed(creator.create_bucket, Bucket=unique("bucket"))
        for more in (
            {"ObjectLockEnabledForBucket": True},
            {"ObjectOwnership": "ObjectWriter"},
            {"ACL": "public-read", "ObjectOwnership": "ObjectWriter"},
        ):
            self.denied("identity", creator.create_bucket, Bucket=unique("bucket"), **more)
        where = {"StringEquals": {"s3:LocationConstraint": "eu-west-1"}}
        local = self.caller({"Action": "s3:CreateBucket", "Condition": where})
        place = lambda region: {"CreateBucketConfiguration": {"LocationConstraint": region}}  # noqa: E731
        self.allowed(local.create_bucket, Bucket=unique("bucket"), **place("eu-west-1"))
        self.denied("identity", local.create_bucket, Bucket=unique("bucket"), **place("eu-west-2"))
        self.denied("identity", local.create_bucket, Bucket=unique("bucket"))

    def test_boundaries_limit_and_denials_win(self):
        bucket = self.bucket("k")
        limited = self.caller("s3:*", boundary=[{"Effect": "Allow", "Action": "s3:Get*", "Resource": "*"}])
        self.allowed(limited.get_object, Bucket=bucket, Key="k")
        self.denied("boundary", limited.put_object, Bucket=bucket, Key="k", Body=b"x")
        kept = self.caller("s3:*", {"Effect": "Deny", "Action": "s3:DeleteObject*"})
        self.allowed(kept.put_object, Bucket=bucket, Key="k", Body=b"x")
        self.denied("explicitDeny identity", kept.delete_object, Bucket=bucket, Key="k")

    def test_a_role_that_replicates_is_passed(self):
        bucket = self.bucket()
        self.admin.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
        role = f"arn:aws:iam::{ACCOUNT}:role/{unique('role')}"
        rule = {"Status": "Enabled", "Prefix": "", "Destination": {"Bucket": bucket_arn(bucket)}}
        replication = {"Bucket": bucket, "ReplicationConfiguration": {"Role": role, "Rules": [rule]}}
        puts = "s3:PutReplicationConfiguration"
        self.denied("identity", self.caller(puts).put_bucket_replication, **replication)
        to = lambda service: {"StringEquals": {"iam:PassedToService": service}}  # noqa: E731
        passes = {"Action": "iam:PassRole", "Resource": role}
        passing = self.caller(puts, {**passes, "Condition": to("s3.amazonaws.com")})
        self.allowed(passing.put_bucket_replication, **replication)
        other = self.caller(puts, {**passes, "Condition": to("ec2.amazonaws.com")})
        self.denied("identity", other.put_bucket_replication, **replication)

    def test_an_object_that_is_not_there_is_told_only_to_who_may_list(self):
        bucket = self.bucket()
        reader = self.caller({"Action": "s3:Get*", "Resource": objects(bucket)})
        self.denied("identity", reader.get_object, Bucket=bucket, Key="missing")
        self.access_denied(reader.head_object, Bucket=bucket, Key="missing")
        lister = self.caller({"Action": ["s3:Get*", "s3:ListBucket", "s3:PutObject"]})
        self.assertEqual(self.code(lister.get_object, Bucket=bucket, Key="missing"), "NoSuchKey")
        self.assertEqual(self.code(lister.head_object, Bucket=bucket, Key="missing"), "404")
        self.assertEqual(self.code(reader.get_object, Bucket=unique("nowhere"), Key="k"), "AccessDenied")
        self.assertEqual(self.code(lister.get_object, Bucket=unique("nowhere"), Key="k"), "NoSuchBucket")
        copying = {"Bucket": bucket, "Key": "copy", "CopySource": {"Bucket": bucket, "Key": "missing"}}
        self.assertEqual(self.code(lister.copy_object, **copying), "NoSuchKey")
        writer = self.caller(["s3:GetObject", "s3:PutObject"])
        self.denied("identity", writer.copy_object, **copying)

    def test_a_denial_says_why(self):
        bucket = self.bucket("k")
        name, key = self.user()
        message = self.refused("AccessDenied", 403, self.awsim.client("s3", key).get_object, Bucket=bucket, Key="k")
        expected = (
            f"User: arn:aws:iam::{ACCOUNT}:user/{name} is not authorized to perform: s3:GetObject on resource: "
            f'"{objects(bucket, "k")}" because no identity-based policy allows the s3:GetObject action'
        )
        self.assertEqual(message, expected)


class Conditions(S3Case):
    def test_lists(self):
        bucket = self.bucket("home/ann/x")
        of = {"Bucket": bucket}
        own = {"StringLike": {"s3:prefix": ["home/ann/*"]}, "NumericLessThanEquals": {"s3:max-keys": "10"}}
        lister = self.caller({"Action": "s3:ListBucket", "Condition": own})
        self.allowed(lister.list_objects_v2, Prefix="home/ann/", MaxKeys=10, **of)
        self.denied("identity", lister.list_objects_v2, Prefix="home/bob/", MaxKeys=10, **of)
        self.denied("identity", lister.list_objects_v2, Prefix="home/ann/", MaxKeys=11, **of)
        self.denied("identity", lister.list_objects_v2, Prefix="home/ann/", **of)
        self.denied("identity", lister.list_objects, MaxKeys=1, **of)
        folders = self.caller({"Action": "s3:ListBucketVersions", "Condition": {"StringEquals": {"s3:delimiter": "/"}}})
        self.allowed(folders.list_object_versions, Delimiter="/", **of)
        self.denied("identity", folders.list_object_versions, **of)

    def test_how_an_object_is_written(self):
        bucket = self.bucket("source")
        of = {"Bucket": bucket, "Key": "k"}

        def writer(**equals):
            return self.caller(
                {"Action": ["s3:PutObject", "s3:PutObjectTagging", "s3:GetObject", "s3:GetObjectTagging"]},
                {"Effect": "Deny", "Action": "s3:PutObject", "Condition": {"StringNotEquals": equals}},
            )

        encrypted = writer(**{"s3:x-amz-server-side-encryption": "AES256"})
        self.allowed(encrypted.put_object, Body=b"x", ServerSideEncryption="AES256", **of)
        self.denied("explicitDeny identity", encrypted.put_object, Body=b"x", **of)
        cold = writer(**{"s3:x-amz-storage-class": "STANDARD_IA"})
        self.allowed(cold.put_object, Body=b"x", StorageClass="STANDARD_IA", **of)
        self.denied("explicitDeny identity", cold.put_object, Body=b"x", StorageClass="GLACIER", **of)
        tagged = writer(**{"s3:RequestObjectTag/team": "blue"})
        self.allowed(tagged.put_object, Body=b"x", Tagging="team=blue&x=a%20b", **of)
        self.denied("explicitDeny identity", tagged.put_object, Body=b"x", Tagging="team=red", **of)
        new = writer(**{"s3:if-none-match": "*"})
        self.denied("explicitDeny identity", new.put_object, Body=b"x", **of)
        self.allowed(new.put_object, Bucket=bucket, Key="new", Body=b"x", IfNoneMatch="*")
        copier = writer(**{"s3:x-amz-copy-source": f"{bucket}/source"})
        self.allowed(copier.copy_object, CopySource={"Bucket": bucket, "Key": "source"}, **of)
        self.denied("explicitDeny identity", copier.copy_object, CopySource={"Bucket": bucket, "Key": "k"}, **of)
        replaced = writer(**{"s3:x-amz-metadata-directive": "REPLACE"})
        copying = {"CopySource": {"Bucket": bucket, "Key": "source"}, **of}
        self.allowed(replaced.copy_object, MetadataDirective="REPLACE", Metadata={"a": "b"}, **copying)
        self.denied("explicitDeny identity", replaced.copy_object, MetadataDirective="COPY", **copying)

    def test_tags_that_an_object_gets(self):
        bucket = self.bucket("k")
        of = {"Bucket": bucket, "Key": "k"}
        only = {"ForAllValues:StringEquals": {"s3:RequestObjectTagKeys": ["team", "cost"]}}
        tagger = self.caller({"Action": "s3:PutObjectTagging", "Condition": only})
        tags = lambda *keys: {"TagSet": [{"Key": key, "Value": "v"} for key in keys]}  # noqa: E731
        self.allowed(tagger.put_object_tagging, Tagging=tags("team", "cost"), **of)
        self.denied("identity", tagger.put_object_tagging, Tagging=tags("team", "other"), **of)

    def test_tags_that_an_object_has(self):
        bucket = self.bucket("blue", "red", "none")
        for key in ("blue", "red"):
            self.admin.put_object_tagging(
                Bucket=bucket, Key=key, Tagging={"TagSet": [{"Key": "team", "Value": key}]}
            )
        of_blue = {"StringEquals": {"s3:ExistingObjectTag/team": "blue"}}
        reader = self.caller({"Action": ["s3:GetObject", "s3:PutObjectTagging"], "Condition": of_blue})
        self.allowed(reader.get_object, Bucket=bucket, Key="blue")
        self.denied("identity", reader.get_object, Bucket=bucket, Key="red")
        self.denied("identity", reader.get_object, Bucket=bucket, Key="none")
        kept = self.caller("s3:*", {"Effect": "Deny", "Action": "s3:GetObject", "Condition": of_blue})
        self.denied("explicitDeny identity", kept.get_object, Bucket=bucket, Key="blue")
        self.allowed(kept.get_object, Bucket=bucket, Key="red")
        # They are asked for each time.
        self.admin.put_object_tagging(Bucket=bucket, Key="red", Tagging={"TagSet": [{"Key": "team", "Value": "blue"}]})
        self.allowed(reader.get_object, Bucket=bucket, Key="red")

    def test_locks(self):
        bucket = self.bucket(ObjectLockEnabledForBucket=True)
        of = {"Bucket": bucket, "Key": "k"}
        self.admin.put_object(Body=b"x", **of)
        short = {"NumericLessThanEquals": {"s3:object-lock-remaining-retention-days": "30"}}
        keeper = self.caller({"Action": "s3:PutObjectRetention", "Condition": short})
        retention = lambda until: {"Mode": "GOVERNANCE", "RetainUntilDate": until}  # noqa: E731
        self.denied("identity", keeper.put_object_retention, Retention=retention("2099-01-01"), **of)
        held = self.caller({"Action": "s3:PutObjectLegalHold", "Condition": {"StringEquals": {"s3:object-lock-legal-hold": "ON"}}})
        self.allowed(held.put_object_legal_hold, LegalHold={"Status": "ON"}, **of)
        self.denied("identity", held.put_object_legal_hold, LegalHold={"Status": "OFF"}, **of)
        deleter = self.caller("s3:DeleteObject")
        self.denied("identity", deleter.delete_object, BypassGovernanceRetention=True, **of)

    def test_whose_a_bucket_is_and_how_requests_are_signed(self):
        bucket = self.bucket("k")
        of = {"Bucket": bucket, "Key": "k"}
        equals = lambda **pairs: {"Action": "s3:*", "Condition": {"StringEquals": {f"s3:{k}": v for k, v in pairs.items()}}}  # noqa: E731
        self.allowed(self.caller(equals(ResourceAccount=ACCOUNT)).get_object, **of)
        self.denied("identity", self.caller(equals(ResourceAccount="111122223333")).get_object, **of)
        signed = equals(authType="REST-HEADER", signatureversion="AWS4-HMAC-SHA256")
        self.allowed(self.caller(signed).get_object, **of)
        self.denied("identity", self.caller(equals(authType="REST-QUERY-STRING")).get_object, **of)
        unsigned = {"Effect": "Deny", "Action": "s3:*", "Condition": {"StringNotEquals": {"s3:x-amz-content-sha256": "UNSIGNED-PAYLOAD"}}}
        self.denied("explicitDeny identity", self.caller("s3:*", unsigned).get_object, **of)
