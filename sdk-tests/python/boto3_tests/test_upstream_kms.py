"""KMS behind AWSim: its ordinary flow, and what is allowed and denied."""

from enforced import document
from support import ACCOUNT, unique
from upstream import UpstreamCase

DECRYPT = "kms:Decrypt"
ROOT = {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}
DEFAULT = {"Sid": "account", "Effect": "Allow", "Principal": ROOT, "Action": "kms:*", "Resource": "*"}


class Kms(UpstreamCase):
    service = "kms"

    def key(self, **more):
        found = self.admin.create_key(**more)["KeyMetadata"]
        return found["KeyId"], found["Arn"]

    def encrypted(self, key, context=None):
        more = {"EncryptionContext": context} if context else {}
        return dict(CiphertextBlob=self.admin.encrypt(KeyId=key, Plaintext=b"x", **more)["CiphertextBlob"], **more)

    def test_the_ordinary_flow_of_an_administrator(self):
        key, arn = self.key(Description="flow")
        alias = f"alias/{unique('a')}"
        self.admin.create_alias(AliasName=alias, TargetKeyId=key)
        self.assertEqual(self.admin.describe_key(KeyId=alias)["KeyMetadata"]["Arn"], arn)
        for named in (key, arn, alias):
            blob = self.admin.encrypt(KeyId=named, Plaintext=b"secret")["CiphertextBlob"]
            self.assertEqual(self.admin.decrypt(CiphertextBlob=blob)["Plaintext"], b"secret")
        self.assertEqual(len(self.admin.generate_data_key(KeyId=key, KeySpec="AES_256")["Plaintext"]), 32)
        self.admin.re_encrypt(DestinationKeyId=self.key()[0], **self.encrypted(key))
        self.admin.disable_key(KeyId=key)
        self.admin.enable_key(KeyId=key)
        self.admin.delete_alias(AliasName=alias)
        self.admin.schedule_key_deletion(KeyId=key, PendingWindowInDays=7)

    def test_identity_policies_decide_on_keys_however_they_are_named(self):
        key, arn = self.key()
        other, _ = self.key()
        alias = f"alias/{unique('a')}"
        self.admin.create_alias(AliasName=alias, TargetKeyId=key)
        own = self.caller({"Action": ["kms:DescribeKey", DECRYPT], "Resource": arn})
        for named in (key, arn, alias, f"arn:aws:kms:us-east-1:{ACCOUNT}:{alias}"):
            self.allowed(own.describe_key, KeyId=named)
        self.denied("identity", own.describe_key, KeyId=other)
        self.denied("identity", own.encrypt, KeyId=key, Plaintext=b"x")
        self.allowed(own.decrypt, **self.encrypted(key))
        self.denied("identity", own.decrypt, **self.encrypted(other))
        self.denied("identity", own.list_keys)
        self.denied("identity", self.caller().create_key)
        self.admin.update_alias(AliasName=alias, TargetKeyId=other)
        self.denied("identity", own.describe_key, KeyId=alias)
        code = self.code(own.decrypt, CiphertextBlob=b"nobody knows what this is, nor who made it")
        self.assertEqual(code, "ValidationException")

    def test_an_alias_needs_permissions_on_itself_and_its_key(self):
        key, arn = self.key()
        alias = f"alias/{unique('a')}"
        only_key = self.caller({"Action": "kms:*", "Resource": arn})
        self.denied("identity", only_key.create_alias, AliasName=alias, TargetKeyId=key)
        only_alias = self.caller({"Action": "kms:*", "Resource": f"arn:aws:kms:us-east-1:{ACCOUNT}:alias/*"})
        self.denied("identity", only_alias.create_alias, AliasName=alias, TargetKeyId=key)
        both = self.caller("kms:CreateAlias")
        self.allowed(both.create_alias, AliasName=alias, TargetKeyId=key)

    def test_boundaries_limit(self):
        key, _ = self.key()
        limited = self.caller("kms:*", boundary=[{"Effect": "Allow", "Action": "kms:DescribeKey", "Resource": "*"}])
        self.allowed(limited.describe_key, KeyId=key)
        self.denied("boundary", limited.encrypt, KeyId=key, Plaintext=b"x")

    def test_tags_and_aliases_as_conditions(self):
        key, _ = self.key(Tags=[{"TagKey": "team", "TagValue": "blue"}])
        tagged = self.caller({"Action": "kms:*", "Condition": {"StringEquals": {"aws:ResourceTag/team": "blue"}}})
        self.allowed(tagged.describe_key, KeyId=key)
        self.admin.untag_resource(KeyId=key, TagKeys=["team"])
        self.denied("identity", tagged.describe_key, KeyId=key)
        alias = f"alias/{unique('a')}"
        by_alias = {"ForAnyValue:StringEquals": {"kms:ResourceAliases": alias}}
        aliased = self.caller({"Action": "kms:*", "Condition": by_alias})
        self.denied("identity", aliased.describe_key, KeyId=key)
        self.admin.create_alias(AliasName=alias, TargetKeyId=key)
        self.allowed(aliased.describe_key, KeyId=key)
        asked = self.caller({"Action": "kms:*", "Condition": {"StringEquals": {"kms:RequestAlias": alias}}})
        self.allowed(asked.describe_key, KeyId=alias)
        self.denied("identity", asked.describe_key, KeyId=key)

    def test_encryption_contexts(self):
        key, _ = self.key()
        context = {"StringEquals": {"kms:EncryptionContext:app": "one"}}
        one = self.caller({"Action": [DECRYPT, "kms:Encrypt"], "Condition": context})
        self.allowed(one.encrypt, KeyId=key, Plaintext=b"x", EncryptionContext={"app": "one"})
        self.denied("identity", one.encrypt, KeyId=key, Plaintext=b"x", EncryptionContext={"app": "two"})
        self.denied("identity", one.encrypt, KeyId=key, Plaintext=b"x")
        self.allowed(one.decrypt, **self.encrypted(key, {"app": "one"}))
        self.denied("identity", one.decrypt, **self.encrypted(key, {"app": "two"}))
        keys = {"ForAnyValue:StringEquals": {"kms:EncryptionContextKeys": "app"}}
        keyed = self.caller({"Action": "kms:Encrypt", "Condition": keys})
        self.allowed(keyed.encrypt, KeyId=key, Plaintext=b"x", EncryptionContext={"app": "any"})
        self.denied("identity", keyed.encrypt, KeyId=key, Plaintext=b"x", EncryptionContext={"other": "any"})

    def test_a_key_policy_must_let_the_account_decide(self):
        key, arn = self.key()
        user, own = self.user()
        client = self.awsim.client("kms", own)
        principal = {"AWS": f"arn:aws:iam::{ACCOUNT}:user/{user}"}
        admin = {"AWS": f"arn:aws:iam::{ACCOUNT}:user/{self.name}"}
        keep = {"Effect": "Allow", "Principal": admin, "Action": "kms:*", "Resource": "*"}
        use = {"Effect": "Allow", "Principal": principal, "Action": "kms:DescribeKey", "Resource": "*"}
        everything = self.caller("kms:*")
        self.allowed(everything.describe_key, KeyId=key)
        self.denied("identity", client.describe_key, KeyId=key)
        self.admin.put_key_policy(KeyId=key, PolicyName="default", Policy=document([keep, use]))
        self.denied("resource", everything.describe_key, KeyId=key)
        self.allowed(client.describe_key, KeyId=key)
        self.denied("resource", client.encrypt, KeyId=key, Plaintext=b"x")

    def test_a_key_policy_gives_to_another_account(self):
        key, arn = self.key()
        client, user = self.foreigner("kms:*")
        self.denied("resource", client.describe_key, KeyId=arn)
        use = {"Effect": "Allow", "Principal": {"AWS": user}, "Action": "kms:DescribeKey", "Resource": "*"}
        self.admin.put_key_policy(KeyId=key, PolicyName="default", Policy=document([DEFAULT, use]))
        self.allowed(client.describe_key, KeyId=arn)
        self.denied("resource", client.encrypt, KeyId=arn, Plaintext=b"x")
        without, _ = self.foreigner("sqs:*")
        self.denied("identity", without.describe_key, KeyId=arn)

    def test_grants(self):
        key, _ = self.key()
        user, own = self.user()
        client = self.awsim.client("kms", own)
        blob = self.encrypted(key)
        self.denied("identity", client.decrypt, **blob)
        grant = self.admin.create_grant(
            KeyId=key, GranteePrincipal=f"arn:aws:iam::{ACCOUNT}:user/{user}", Operations=["Decrypt"]
        )
        self.allowed(client.decrypt, **blob)
        self.denied("identity", client.encrypt, KeyId=key, Plaintext=b"x")
        self.admin.revoke_grant(KeyId=key, GrantId=grant["GrantId"])
        self.denied("identity", client.decrypt, **blob)
        granter = self.caller(
            {
                "Action": "kms:CreateGrant",
                "Condition": {"ForAllValues:StringEquals": {"kms:GrantOperations": ["Decrypt"]}},
            }
        )
        give = dict(KeyId=key, GranteePrincipal=f"arn:aws:iam::{ACCOUNT}:user/{user}")
        self.allowed(granter.create_grant, Operations=["Decrypt"], **give)
        self.denied("identity", granter.create_grant, Operations=["Decrypt", "Encrypt"], **give)
