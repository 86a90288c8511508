"""Roles, instance profiles, and the sessions of roles."""

import json
from functools import partial

from support import ACCOUNT, Case, allow, client, permanent, temporary, trust, unique


class Roles(Case):
    def test_a_provider_that_many_share_is_trusted_for_somebody(self):
        github = "token.actions.githubusercontent.com"

        def trusting(**claims):
            equals = {f"{github}:{claim}": value for claim, value in claims.items()}
            statement = {
                "Effect": "Allow",
                "Principal": {"Federated": f"arn:aws:iam::{ACCOUNT}:oidc-provider/{github}"},
                "Action": "sts:AssumeRoleWithWebIdentity",
                "Condition": {"StringEquals": equals},
            }
            return json.dumps({"Version": "2012-10-17", "Statement": [statement]})

        name, anybody = unique("role"), trusting(aud="sts.amazonaws.com")
        message = (
            f"The trust policy must evaluate the condition key {github}:sub for the shared OpenID Connect provider "
            f"{github}"
        )
        refused = partial(self.refused, "MalformedPolicyDocument", 400, message=message)
        refused(self.iam.create_role, RoleName=name, AssumeRolePolicyDocument=anybody)
        mine = trusting(sub="repo:example/shop:ref:refs/heads/main")
        self.iam.create_role(RoleName=name, AssumeRolePolicyDocument=mine)
        refused(self.iam.update_assume_role_policy, RoleName=name, PolicyDocument=anybody)
        self.iam.delete_role(RoleName=name)

    def test_life_of_a_role(self):
        name = unique("role")
        created = self.iam.create_role(RoleName=name, AssumeRolePolicyDocument=trust(), Path="/apps/")["Role"]
        self.assertEqual(
            set(created), {"Path", "RoleName", "RoleId", "Arn", "CreateDate", "AssumeRolePolicyDocument"}
        )
        self.assertRegex(created["RoleId"], "^AROA[A-Z0-9]{17}$")
        self.assertEqual(created["AssumeRolePolicyDocument"], json.loads(trust()))
        got = self.iam.get_role(RoleName=name)["Role"]
        self.assertEqual((got["MaxSessionDuration"], got["RoleLastUsed"]), (3600, {}))
        self.iam.get_waiter("role_exists").wait(RoleName=name)

        self.iam.update_role(RoleName=name, Description="described", MaxSessionDuration=7200)
        got = self.iam.get_role(RoleName=name)["Role"]
        self.assertEqual((got["Description"], got["MaxSessionDuration"]), ("described", 7200))
        self.iam.update_role(RoleName=name)
        self.assertEqual(self.iam.get_role(RoleName=name)["Role"]["Description"], "described")
        described = self.iam.update_role_description(RoleName=name, Description="again")["Role"]
        self.assertEqual(described["Description"], "again")
        self.iam.update_assume_role_policy(RoleName=name, PolicyDocument=trust("ec2.amazonaws.com"))
        got = self.iam.get_role(RoleName=name)["Role"]["AssumeRolePolicyDocument"]
        self.assertEqual(got, json.loads(trust("ec2.amazonaws.com")))
        self.iam.delete_role(RoleName=name)
        self.refused(
            "NoSuchEntity",
            404,
            self.iam.get_role,
            RoleName=name,
            message=f"The role with name {name} cannot be found.",
        )

    def test_listing_leaves_out_what_aws_leaves_out(self):
        name, path = unique("role"), f"/{unique('path')}/"
        boundary = "arn:aws:iam::aws:policy/ReadOnlyAccess"
        self.iam.create_role(
            RoleName=name,
            Path=path,
            AssumeRolePolicyDocument=trust(),
            PermissionsBoundary=boundary,
            Tags=[{"Key": "a", "Value": "b"}],
        )
        listed = self.iam.list_roles(PathPrefix=path[:-3])["Roles"]
        self.assertEqual([role["RoleName"] for role in listed], [name])
        self.assertEqual(
            set(listed[0]),
            {"Path", "RoleName", "RoleId", "Arn", "CreateDate", "AssumeRolePolicyDocument", "MaxSessionDuration"},
        )
        self.assertEqual(self.iam.list_role_tags(RoleName=name)["Tags"], [{"Key": "a", "Value": "b"}])
        self.iam.untag_role(RoleName=name, TagKeys=["a"])
        self.iam.tag_role(RoleName=name, Tags=[{"Key": "c", "Value": ""}])
        self.assertEqual(self.iam.get_role(RoleName=name)["Role"]["Tags"], [{"Key": "c", "Value": ""}])
        self.iam.put_role_permissions_boundary(RoleName=name, PermissionsBoundary=boundary)
        self.iam.delete_role_permissions_boundary(RoleName=name)
        self.assertNotIn("PermissionsBoundary", self.iam.get_role(RoleName=name)["Role"])

    def test_a_trust_policy_that_is_no_json(self):
        self.refused(
            "MalformedPolicyDocument",
            400,
            self.iam.create_role,
            RoleName=unique("role"),
            AssumeRolePolicyDocument='{"Version":"2012-10-17",}',
            message="This policy contains invalid Json",
        )

    def test_documents_survive_as_they_are(self):
        name = unique("role")
        self.iam.create_role(RoleName=name, AssumeRolePolicyDocument=trust())
        document = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::b/%41+ü/*"}}'
        self.iam.put_role_policy(RoleName=name, PolicyName="inline", PolicyDocument=document)
        got = self.iam.get_role_policy(RoleName=name, PolicyName="inline")
        self.assertEqual(got["PolicyDocument"], json.loads(document))
        self.assertEqual((got["RoleName"], got["PolicyName"]), (name, "inline"))

    def test_a_role_with_belongings_is_not_deleted(self):
        name, profile = unique("role"), unique("profile")
        self.iam.create_role(RoleName=name, AssumeRolePolicyDocument=trust("ec2.amazonaws.com"))
        self.iam.attach_role_policy(RoleName=name, PolicyArn="arn:aws:iam::aws:policy/ReadOnlyAccess")
        self.refused("DeleteConflict", 409, self.iam.delete_role, RoleName=name)
        self.iam.detach_role_policy(RoleName=name, PolicyArn="arn:aws:iam::aws:policy/ReadOnlyAccess")
        self.iam.put_role_policy(RoleName=name, PolicyName="inline", PolicyDocument=allow())
        self.refused("DeleteConflict", 409, self.iam.delete_role, RoleName=name)
        self.iam.delete_role_policy(RoleName=name, PolicyName="inline")
        self.iam.create_instance_profile(InstanceProfileName=profile)
        self.iam.add_role_to_instance_profile(InstanceProfileName=profile, RoleName=name)
        self.refused("DeleteConflict", 409, self.iam.delete_role, RoleName=name)
        self.iam.remove_role_from_instance_profile(InstanceProfileName=profile, RoleName=name)
        self.iam.delete_role(RoleName=name)


class InstanceProfiles(Case):
    def test_life_of_an_instance_profile(self):
        name, role = unique("profile"), unique("role")
        self.iam.create_role(RoleName=role, AssumeRolePolicyDocument=trust("ec2.amazonaws.com"))
        profile = self.iam.create_instance_profile(InstanceProfileName=name, Path="/p/")["InstanceProfile"]
        self.assertEqual(profile["Arn"], f"arn:aws:iam::{ACCOUNT}:instance-profile/p/{name}")
        self.assertRegex(profile["InstanceProfileId"], "^AIPA[A-Z0-9]{17}$")
        self.assertEqual(profile["Roles"], [])
        self.iam.get_waiter("instance_profile_exists").wait(InstanceProfileName=name)
        self.iam.add_role_to_instance_profile(InstanceProfileName=name, RoleName=role)
        self.refused(
            "LimitExceeded", 409, self.iam.add_role_to_instance_profile, InstanceProfileName=name, RoleName=role
        )
        got = self.iam.get_instance_profile(InstanceProfileName=name)["InstanceProfile"]
        self.assertEqual([r["RoleName"] for r in got["Roles"]], [role])
        for_role = self.iam.list_instance_profiles_for_role(RoleName=role)["InstanceProfiles"]
        self.assertEqual([p["InstanceProfileName"] for p in for_role], [name])
        self.assertIn(
            name,
            [
                p["InstanceProfileName"]
                for page in self.iam.get_paginator("list_instance_profiles").paginate()
                for p in page["InstanceProfiles"]
            ],
        )
        self.iam.tag_instance_profile(InstanceProfileName=name, Tags=[{"Key": "a", "Value": "b"}])
        self.iam.tag_instance_profile(InstanceProfileName=name, Tags=[{"Key": "a", "Value": "b"}])
        self.iam.untag_instance_profile(InstanceProfileName=name, TagKeys=["x"])
        self.assertEqual(
            self.iam.list_instance_profile_tags(InstanceProfileName=name)["Tags"], [{"Key": "a", "Value": "b"}]
        )
        self.refused("DeleteConflict", 409, self.iam.delete_instance_profile, InstanceProfileName=name)
        self.iam.remove_role_from_instance_profile(InstanceProfileName=name, RoleName=role)
        self.iam.delete_instance_profile(InstanceProfileName=name)
        self.refused(
            "NoSuchEntity",
            404,
            self.iam.get_instance_profile,
            InstanceProfileName=name,
            message=f"Instance Profile {name} cannot be found.",
        )


class Sessions(Case):
    def assume(self, **arguments):
        role = unique("role")
        arn = self.iam.create_role(RoleName=role, AssumeRolePolicyDocument=trust())["Role"]["Arn"]
        return self.sts.assume_role(RoleArn=arn, RoleSessionName="run", **arguments), role

    def test_assuming_a_role(self):
        assumed, role = self.assume(DurationSeconds=900)
        self.assertNotIn("PackedPolicySize", assumed)
        credentials = assumed["Credentials"]
        self.assertRegex(credentials["AccessKeyId"], "^ASIA[A-Z2-7]{16}$")
        session = temporary(credentials)
        identity = client("sts", session).get_caller_identity()
        self.assertEqual(identity["Arn"], f"arn:aws:sts::{ACCOUNT}:assumed-role/{role}/run")
        self.assertEqual(identity["UserId"], assumed["AssumedRoleUser"]["AssumedRoleId"])
        self.refused(
            "ValidationError",
            400,
            client("iam", session).get_user,
            message="Must specify userName when calling with non-User credentials",
        )

    def test_a_bad_role_arn(self):
        self.refused(
            "ValidationError",
            400,
            self.sts.assume_role,
            RoleArn="not-an-arn-at-all-but-long",
            RoleSessionName="run",
            message="not-an-arn-at-all-but-long is invalid",
        )
        self.refused(
            "ValidationError",
            400,
            self.sts.assume_role,
            RoleArn=f"arn:aws:iam::{ACCOUNT}:role/x",
            RoleSessionName="Session1:2",
            message="1 validation error detected: Value 'Session1:2' at 'roleSessionName' failed to satisfy "
            "constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*",
        )

    def test_too_long_a_session(self):
        self.refused("ValidationError", 400, self.assume, DurationSeconds=7200)

    def test_session_tags(self):
        tagged, _ = self.assume(Tags=[{"Key": "Team", "Value": "a"}])
        self.assertIn("PackedPolicySize", tagged)
        self.refused(
            "InvalidParameterValue",
            400,
            self.assume,
            Tags=[{"Key": "Team", "Value": "a"}],
            TransitiveTagKeys=["Other"],
            message="The specified transitive tag key must be included in the requested tags.",
        )

    def test_a_users_session(self):
        name = unique("user")
        self.iam.create_user(UserName=name)
        key = self.iam.create_access_key(UserName=name)["AccessKey"]
        as_user = permanent(key)
        credentials = client("sts", as_user).get_session_token()["Credentials"]
        session = temporary(credentials)
        identity = client("sts", session).get_caller_identity()
        self.assertEqual(identity["Arn"], f"arn:aws:iam::{ACCOUNT}:user/{name}")
