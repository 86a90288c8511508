"""Secrets Manager behind AWSim: its ordinary flow, and what is allowed and denied."""

from enforced import document
from support import ACCOUNT, unique
from upstream import UpstreamCase

GET = "secretsmanager:GetSecretValue"


class SecretsManager(UpstreamCase):
    service = "secretsmanager"

    def secret(self, **more):
        name = unique("secret")
        return name, self.admin.create_secret(Name=name, SecretString="x", **more)["ARN"]

    def test_the_ordinary_flow_of_an_administrator(self):
        name, arn = self.secret()
        self.assertEqual(self.admin.get_secret_value(SecretId=name)["SecretString"], "x")
        self.admin.put_secret_value(SecretId=arn, SecretString="y")
        self.assertEqual(self.admin.get_secret_value(SecretId=arn)["SecretString"], "y")
        self.admin.update_secret(SecretId=name, Description="new")
        self.assertEqual(self.admin.describe_secret(SecretId=name)["Description"], "new")
        self.assertIn(arn, [found["ARN"] for found in self.admin.list_secrets(MaxResults=100)["SecretList"]])
        self.admin.delete_secret(SecretId=name)
        self.admin.restore_secret(SecretId=name)
        self.admin.delete_secret(SecretId=name, ForceDeleteWithoutRecovery=True)

    def test_identity_policies_decide_on_secrets_however_they_are_named(self):
        name, arn = self.secret()
        _, other = self.secret()
        exact = self.caller({"Action": GET, "Resource": arn})
        wild = self.caller({"Action": GET, "Resource": f"arn:aws:secretsmanager:us-east-1:{ACCOUNT}:secret:{name}-??????"})
        for client in (exact, wild):
            for named in (name, arn, arn[:-7]):
                self.allowed(client.get_secret_value, SecretId=named)
            self.denied("identity", client.get_secret_value, SecretId=other)
            self.denied("identity", client.describe_secret, SecretId=name)
            self.denied("identity", client.list_secrets)
        self.denied("identity", exact.get_secret_value, SecretId=unique("missing"))
        denied = self.caller("secretsmanager:*", {"Effect": "Deny", "Action": GET})
        self.denied("explicitDeny identity", denied.get_secret_value, SecretId=name)
        self.allowed(denied.describe_secret, SecretId=name)

    def test_boundaries_limit(self):
        name, _ = self.secret()
        limited = self.caller("secretsmanager:*", boundary=[{"Effect": "Allow", "Action": GET, "Resource": "*"}])
        self.allowed(limited.get_secret_value, SecretId=name)
        self.denied("boundary", limited.delete_secret, SecretId=name)

    def test_tags_of_a_secret_and_of_a_request(self):
        tags = [{"Key": "team", "Value": "blue"}]
        name, _ = self.secret(Tags=tags)
        for key in ("aws:ResourceTag/team", "secretsmanager:ResourceTag/team"):
            tagged = self.caller({"Action": GET, "Condition": {"StringEquals": {key: "blue"}}})
            self.allowed(tagged.get_secret_value, SecretId=name)
        self.admin.untag_resource(SecretId=name, TagKeys=["team"])
        self.denied("identity", tagged.get_secret_value, SecretId=name)
        self.admin.tag_resource(SecretId=name, Tags=tags)
        self.allowed(tagged.get_secret_value, SecretId=name)
        creator = self.caller("secretsmanager:CreateSecret")
        self.allowed(creator.create_secret, Name=unique("secret"), SecretString="x")
        self.denied("identity", creator.create_secret, Name=unique("secret"), SecretString="x", Tags=tags)

    def test_conditions_of_the_service(self):
        name, arn = self.secret()
        current = self.caller(
            {"Action": GET, "Condition": {"StringEqualsIfExists": {"secretsmanager:VersionStage": "AWSCURRENT"}}}
        )
        self.allowed(current.get_secret_value, SecretId=name, VersionStage="AWSCURRENT")
        self.denied("identity", current.get_secret_value, SecretId=name, VersionStage="AWSPREVIOUS")
        careful = self.caller(
            {
                "Action": "secretsmanager:DeleteSecret",
                "Condition": {"NumericGreaterThanEquals": {"secretsmanager:RecoveryWindowInDays": "14"}},
            }
        )
        self.denied("identity", careful.delete_secret, SecretId=name, RecoveryWindowInDays=7)
        self.denied("identity", careful.delete_secret, SecretId=name, ForceDeleteWithoutRecovery=True)
        self.allowed(careful.delete_secret, SecretId=name, RecoveryWindowInDays=14)

    def test_a_batch_needs_the_permission_on_each_secret(self):
        (_, one), (_, two) = self.secret(), self.secret()
        batch = self.caller("secretsmanager:BatchGetSecretValue", {"Action": GET, "Resource": one})
        self.allowed(batch.batch_get_secret_value, SecretIdList=[one])
        self.denied("identity", batch.batch_get_secret_value, SecretIdList=[one, two])

    def test_a_secret_policy_gives_to_another_account(self):
        _, arn = self.secret()
        client, user = self.foreigner("secretsmanager:*")
        self.denied("resource", client.get_secret_value, SecretId=arn)
        statement = {"Effect": "Allow", "Principal": {"AWS": user}, "Action": GET, "Resource": "*"}
        self.admin.put_resource_policy(SecretId=arn, ResourcePolicy=document([statement]))
        self.allowed(client.get_secret_value, SecretId=arn)
        self.denied("resource", client.delete_secret, SecretId=arn)
        without, _ = self.foreigner("sqs:*")
        self.denied("identity", without.get_secret_value, SecretId=arn)
        self.admin.delete_resource_policy(SecretId=arn)
        self.denied("resource", client.get_secret_value, SecretId=arn)

    def test_a_secret_policy_gives_to_a_user_and_denies(self):
        name, arn = self.secret()
        user, key = self.user()
        client = self.awsim.client("secretsmanager", key)
        self.denied("identity", client.get_secret_value, SecretId=name)
        principal = {"AWS": f"arn:aws:iam::{ACCOUNT}:user/{user}"}
        allow = {"Effect": "Allow", "Principal": principal, "Action": GET, "Resource": "*"}
        deny = {"Effect": "Deny", "Principal": "*", "Action": "secretsmanager:DeleteSecret", "Resource": "*"}
        self.admin.put_resource_policy(SecretId=name, ResourcePolicy=document([allow, deny]))
        self.allowed(client.get_secret_value, SecretId=name)
        self.denied("explicitDeny resource", self.admin.delete_secret, SecretId=name)
