"""Managed policies, their versions and attachments, inline policies, the account."""

import json

from support import ACCOUNT, Case, allow, trust, unique

READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess"


class ManagedPolicies(Case):
    def policy(self, **arguments):
        return self.iam.create_policy(PolicyName=unique("policy"), PolicyDocument=allow(), **arguments)["Policy"]

    def test_life_of_a_policy(self):
        created = self.policy(Path="/p/")
        self.assertEqual(
            set(created),
            {
                "PolicyName",
                "PolicyId",
                "Arn",
                "Path",
                "DefaultVersionId",
                "AttachmentCount",
                "PermissionsBoundaryUsageCount",
                "IsAttachable",
                "CreateDate",
                "UpdateDate",
            },
        )
        arn = created["Arn"]
        self.assertEqual(arn, f"arn:aws:iam::{ACCOUNT}:policy/p/{created['PolicyName']}")
        self.assertRegex(created["PolicyId"], "^ANPA[A-Z0-9]{17}$")
        self.assertEqual(self.iam.get_policy(PolicyArn=arn)["Policy"]["Tags"], [])
        self.iam.get_waiter("policy_exists").wait(PolicyArn=arn)
        self.refused(
            "EntityAlreadyExists", 409, self.iam.create_policy, PolicyName=created["PolicyName"], PolicyDocument=allow()
        )
        self.iam.delete_policy(PolicyArn=arn)
        self.refused(
            "NoSuchEntity", 404, self.iam.delete_policy, PolicyArn=arn, message=f"Policy {arn} was not found."
        )

    def test_versions(self):
        arn = self.policy()["Arn"]
        second = self.iam.create_policy_version(PolicyArn=arn, PolicyDocument=allow("s3:PutObject"))["PolicyVersion"]
        self.assertEqual(second["VersionId"], "v2")
        self.assertNotIn("Document", second)
        self.iam.create_policy_version(PolicyArn=arn, PolicyDocument=allow("s3:*"), SetAsDefault=True)
        self.assertEqual(self.iam.get_policy(PolicyArn=arn)["Policy"]["DefaultVersionId"], "v3")
        versions = self.iam.list_policy_versions(PolicyArn=arn)["Versions"]
        self.assertEqual(
            [(version["VersionId"], version["IsDefaultVersion"]) for version in versions],
            [("v3", True), ("v2", False), ("v1", False)],
        )
        got = self.iam.get_policy_version(PolicyArn=arn, VersionId="v2")["PolicyVersion"]
        self.assertEqual(got["Document"], json.loads(allow("s3:PutObject")))
        for _ in range(2):
            self.iam.create_policy_version(PolicyArn=arn, PolicyDocument=allow())
        self.refused("LimitExceeded", 409, self.iam.create_policy_version, PolicyArn=arn, PolicyDocument=allow())
        self.refused("DeleteConflict", 409, self.iam.delete_policy_version, PolicyArn=arn, VersionId="v3")
        self.refused("DeleteConflict", 409, self.iam.delete_policy, PolicyArn=arn)
        self.iam.set_default_policy_version(PolicyArn=arn, VersionId="v1")
        self.iam.delete_policy_version(PolicyArn=arn, VersionId="v3")
        self.refused("NoSuchEntity", 404, self.iam.get_policy_version, PolicyArn=arn, VersionId="v3")

    def test_attachments(self):
        arn = self.policy()["Arn"]
        user, group, role = unique("user"), unique("group"), unique("role")
        self.iam.create_user(UserName=user)
        self.iam.create_group(GroupName=group)
        self.iam.create_role(RoleName=role, AssumeRolePolicyDocument=trust())
        for _ in range(2):
            self.iam.attach_user_policy(UserName=user, PolicyArn=arn)
            self.iam.attach_group_policy(GroupName=group, PolicyArn=arn)
            self.iam.attach_role_policy(RoleName=role, PolicyArn=arn)
        self.assertEqual(self.iam.get_policy(PolicyArn=arn)["Policy"]["AttachmentCount"], 3)
        entities = self.iam.list_entities_for_policy(PolicyArn=arn)
        self.assertEqual(entities["PolicyUsers"][0]["UserName"], user)
        self.assertEqual(entities["PolicyGroups"][0]["GroupName"], group)
        self.assertEqual(entities["PolicyRoles"][0]["RoleName"], role)
        only_roles = self.iam.list_entities_for_policy(PolicyArn=arn, EntityFilter="Role")
        self.assertEqual((only_roles["PolicyUsers"], len(only_roles["PolicyRoles"])), ([], 1))
        pages = self.iam.get_paginator("list_entities_for_policy").paginate(
            PolicyArn=arn, PaginationConfig={"PageSize": 1}
        )
        found = [len(p["PolicyUsers"]) + len(p["PolicyGroups"]) + len(p["PolicyRoles"]) for p in pages]
        self.assertEqual(sum(found), 3)
        self.refused("DeleteConflict", 409, self.iam.delete_policy, PolicyArn=arn)
        self.iam.detach_user_policy(UserName=user, PolicyArn=arn)
        self.refused("NoSuchEntity", 404, self.iam.detach_user_policy, UserName=user, PolicyArn=arn)
        self.iam.detach_group_policy(GroupName=group, PolicyArn=arn)
        self.iam.detach_role_policy(RoleName=role, PolicyArn=arn)
        self.assertEqual(self.iam.get_policy(PolicyArn=arn)["Policy"]["AttachmentCount"], 0)

        self.refused(
            "ValidationError",
            400,
            self.iam.attach_role_policy,
            RoleName=role,
            PolicyArn="AmazonS3ReadOnlyAccess-by-name",
            message="Invalid ARN:  Could not be parsed!",
        )
        missing = f"arn:aws:iam::{ACCOUNT}:policy/missing"
        self.refused(
            "NoSuchEntity",
            404,
            self.iam.attach_role_policy,
            RoleName=role,
            PolicyArn=missing,
            message=f"Policy {missing} does not exist or is not attachable.",
        )

    def test_aws_managed_policies(self):
        policy = self.iam.get_policy(PolicyArn=READ_ONLY)["Policy"]
        self.assertEqual((policy["PolicyName"], policy["Path"]), ("ReadOnlyAccess", "/"))
        version = self.iam.get_policy_version(PolicyArn=READ_ONLY, VersionId=policy["DefaultVersionId"])
        self.assertEqual(version["PolicyVersion"]["Document"]["Version"], "2012-10-17")
        self.refused("AccessDenied", 403, self.iam.delete_policy, PolicyArn=READ_ONLY)
        arns = [
            p["Arn"] for page in self.iam.get_paginator("list_policies").paginate(Scope="AWS") for p in page["Policies"]
        ]
        self.assertGreater(len(arns), 1000)
        self.assertEqual(len(set(arns)), len(arns))
        self.assertIn("arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole", arns)
        own = self.policy()["Arn"]
        local = [
            p["Arn"] for page in self.iam.get_paginator("list_policies").paginate(Scope="Local") for p in page["Policies"]
        ]
        self.assertIn(own, local)
        self.assertNotIn(READ_ONLY, local)

    def test_only_attached_and_boundaries(self):
        role = unique("role")
        boundary = self.policy()["Arn"]
        self.iam.create_role(RoleName=role, AssumeRolePolicyDocument=trust(), PermissionsBoundary=boundary)
        used = self.iam.list_policies(Scope="Local", PolicyUsageFilter="PermissionsBoundary", OnlyAttached=True)
        self.assertIn(boundary, [policy["Arn"] for policy in used["Policies"]])
        permissions = self.iam.list_policies(Scope="Local", PolicyUsageFilter="PermissionsPolicy", OnlyAttached=True)
        self.assertNotIn(boundary, [policy["Arn"] for policy in permissions["Policies"]])
        by_boundary = self.iam.list_entities_for_policy(PolicyArn=boundary, PolicyUsageFilter="PermissionsBoundary")
        self.assertEqual([r["RoleName"] for r in by_boundary["PolicyRoles"]], [role])

    def test_tags(self):
        arn = self.policy(Tags=[{"Key": "a", "Value": "1"}])["Arn"]
        self.iam.tag_policy(PolicyArn=arn, Tags=[{"Key": "b", "Value": "2"}])
        self.iam.untag_policy(PolicyArn=arn, TagKeys=["a"])
        self.assertEqual(self.iam.list_policy_tags(PolicyArn=arn)["Tags"], [{"Key": "b", "Value": "2"}])

    def test_malformed_documents(self):
        for document in ("{", "[]", "{}", '{"Version":"2012-10-17","Statement":[{"Effect":"Maybe"}]}'):
            self.refused(
                "MalformedPolicyDocument",
                400,
                self.iam.create_policy,
                PolicyName=unique("policy"),
                PolicyDocument=document,
            )


class InlinePolicies(Case):
    def test_on_users_groups_and_roles(self):
        name = unique("entity")
        self.iam.create_user(UserName=name)
        self.iam.create_group(GroupName=name)
        self.iam.create_role(RoleName=name, AssumeRolePolicyDocument=trust())
        for kind in ("user", "group", "role"):
            owner = {f"{kind.capitalize()}Name": name}
            put = getattr(self.iam, f"put_{kind}_policy")
            get = getattr(self.iam, f"get_{kind}_policy")
            delete = getattr(self.iam, f"delete_{kind}_policy")
            for policy in ("one", "two"):
                put(PolicyName=policy, PolicyDocument=allow(), **owner)
            put(PolicyName="two", PolicyDocument=allow("ec2:*"), **owner)
            self.assertEqual(get(PolicyName="two", **owner)["PolicyDocument"], json.loads(allow("ec2:*")))
            pages = self.iam.get_paginator(f"list_{kind}_policies").paginate(PaginationConfig={"PageSize": 1}, **owner)
            self.assertEqual([p for page in pages for p in page["PolicyNames"]], ["one", "two"])
            for policy in ("one", "two"):
                delete(PolicyName=policy, **owner)
            self.refused("NoSuchEntity", 404, get, PolicyName="two", **owner)


class Account(Case):
    def test_summary(self):
        before = self.iam.get_account_summary()["SummaryMap"]
        self.iam.create_user(UserName=unique("user"))
        after = self.iam.get_account_summary()["SummaryMap"]
        self.assertEqual(after["Users"], before["Users"] + 1)
        self.assertEqual(after["UsersQuota"], 5000)
        self.assertIn("GlobalEndpointTokenVersion", after)

    def test_caller_identity_of_root(self):
        identity = self.sts.get_caller_identity()
        self.assertEqual(identity["Account"], ACCOUNT)
        self.assertEqual(identity["UserId"], ACCOUNT)
        self.assertEqual(identity["Arn"], f"arn:aws:iam::{ACCOUNT}:root")
