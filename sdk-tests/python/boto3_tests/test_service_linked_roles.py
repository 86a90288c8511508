"""Service-linked roles, and whom trust policies name."""

import json

from support import ACCOUNT, Case, allow, trust, unique

READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess"


class ServiceLinkedRoles(Case):
    def create(self, service, **arguments):
        return self.iam.create_service_linked_role(AWSServiceName=service, **arguments)["Role"]

    def delete(self, name):
        task = self.iam.delete_service_linked_role(RoleName=name)["DeletionTaskId"]
        self.assertEqual(self.iam.get_service_linked_role_deletion_status(DeletionTaskId=task)["Status"], "SUCCEEDED")
        return task

    def test_life_of_a_service_linked_role(self):
        service, name = "ecs.amazonaws.com", "AWSServiceRoleForECS"
        role = self.create(service, Description="for containers")
        self.assertEqual(
            set(role),
            {"Path", "RoleName", "RoleId", "Arn", "CreateDate", "AssumeRolePolicyDocument", "Description"},
        )
        self.assertEqual(role["Arn"], f"arn:aws:iam::{ACCOUNT}:role/aws-service-role/{service}/{name}")
        self.assertEqual(
            role["AssumeRolePolicyDocument"]["Statement"],
            [{"Effect": "Allow", "Principal": {"Service": service}, "Action": "sts:AssumeRole"}],
        )
        got = self.iam.get_role(RoleName=name)["Role"]
        self.assertEqual((got["MaxSessionDuration"], got["RoleLastUsed"]), (3600, {}))
        attached = self.iam.list_attached_role_policies(RoleName=name)["AttachedPolicies"]
        self.assertEqual([policy["PolicyName"] for policy in attached], ["AmazonECSServiceRolePolicy"])
        self.assertEqual(self.iam.list_role_policies(RoleName=name)["PolicyNames"], [])
        self.refused(
            "InvalidInput",
            400,
            self.create,
            service,
            message=f"Service role name {name} has been taken in this account, please try a different suffix.",
        )
        task = self.delete(name)
        self.assertRegex(task, f"^task/aws-service-role/{service}/{name}/[0-9a-f-]{{36}}$")
        self.refused("NoSuchEntity", 404, self.iam.delete_service_linked_role, RoleName=name)
        status = self.iam.get_service_linked_role_deletion_status
        self.refused("NoSuchEntity", 404, status, DeletionTaskId=task[:-36] + "0" * 36)
        self.refused("InvalidInput", 400, status, DeletionTaskId="invented")

    def test_suffixes(self):
        role = self.create("autoscaling.amazonaws.com", CustomSuffix="debug")
        self.assertEqual(role["RoleName"], "AWSServiceRoleForAutoScaling_debug")
        self.delete(role["RoleName"])
        self.refused(
            "InvalidInput",
            400,
            self.create,
            "ecs.amazonaws.com",
            CustomSuffix="debug",
            message="Custom suffix is not allowed for ecs.amazonaws.com",
        )
        self.refused("NoSuchEntity", 404, self.create, "nobody.amazonaws.com")

    def test_nobody_else_changes_the_role(self):
        name, profile = self.create("acm.amazonaws.com")["RoleName"], unique("profile")
        self.iam.create_instance_profile(InstanceProfileName=profile)
        message = (
            f"Cannot perform the operation on the protected role '{name}' - this role is only modifiable by AWS"
        )
        for call, arguments in (
            (self.iam.attach_role_policy, {"PolicyArn": READ_ONLY}),
            (self.iam.detach_role_policy, {"PolicyArn": READ_ONLY}),
            (self.iam.put_role_policy, {"PolicyName": "p", "PolicyDocument": allow()}),
            (self.iam.delete_role_policy, {"PolicyName": "p"}),
            (self.iam.put_role_permissions_boundary, {"PermissionsBoundary": READ_ONLY}),
            (self.iam.delete_role_permissions_boundary, {}),
            (self.iam.update_assume_role_policy, {"PolicyDocument": trust()}),
            (self.iam.update_role, {"MaxSessionDuration": 7200}),
            (self.iam.delete_role, {}),
            (self.iam.add_role_to_instance_profile, {"InstanceProfileName": profile}),
            (self.iam.remove_role_from_instance_profile, {"InstanceProfileName": profile}),
        ):
            self.refused("UnmodifiableEntity", 400, call, RoleName=name, message=message, **arguments)
        self.iam.update_role(RoleName=name, Description="ours")
        self.assertEqual(self.iam.get_role(RoleName=name)["Role"]["Description"], "ours")
        self.delete(name)

    def test_the_path_is_theirs_alone(self):
        self.refused(
            "InvalidInput",
            400,
            self.iam.create_role,
            RoleName=unique("role"),
            Path="/aws-service-role/ecs.amazonaws.com/",
            AssumeRolePolicyDocument=trust(),
            message="Path prefix '/aws-service-role/' can only be used for AWS Service linked Roles",
        )
        name = unique("role")
        self.iam.create_role(RoleName=name, AssumeRolePolicyDocument=trust())
        self.refused("NoSuchEntity", 404, self.iam.delete_service_linked_role, RoleName=name)


class TrustedPrincipals(Case):
    def trust(self, *arns):
        statement = {"Effect": "Allow", "Principal": {"AWS": list(arns)}, "Action": "sts:AssumeRole"}
        return json.dumps({"Version": "2012-10-17", "Statement": [statement]})

    def shown(self, role):
        document = self.iam.get_role(RoleName=role)["Role"]["AssumeRolePolicyDocument"]
        return document["Statement"][0]["Principal"]["AWS"]

    def test_a_user_is_known_by_its_id(self):
        user, renamed, role = unique("user"), unique("renamed"), unique("role")
        made = self.iam.create_user(UserName=user)["User"]
        root = f"arn:aws:iam::{ACCOUNT}:root"
        created = self.iam.create_role(RoleName=role, AssumeRolePolicyDocument=self.trust(made["Arn"], root))["Role"]
        principals = created["AssumeRolePolicyDocument"]["Statement"][0]["Principal"]["AWS"]
        self.assertEqual(principals, [made["Arn"], root])
        self.iam.update_user(UserName=user, NewUserName=renamed, NewPath="/p/")
        self.assertEqual(self.shown(role), [f"arn:aws:iam::{ACCOUNT}:user/p/{renamed}", root])
        self.iam.delete_user(UserName=renamed)
        self.iam.create_user(UserName=user)
        self.assertEqual(self.shown(role), [made["UserId"], root])
        listed = [
            one["AssumeRolePolicyDocument"]["Statement"][0]["Principal"]["AWS"]
            for page in self.iam.get_paginator("list_roles").paginate()
            for one in page["Roles"]
            if one["RoleName"] == role
        ]
        self.assertEqual(listed, [[made["UserId"], root]])

    def test_unknown_principals(self):
        nobody = f"arn:aws:iam::{ACCOUNT}:user/{unique('nobody')}"
        self.refused(
            "MalformedPolicyDocument",
            400,
            self.iam.create_role,
            RoleName=unique("role"),
            AssumeRolePolicyDocument=self.trust(nobody),
            message=f'Invalid principal in policy: "AWS":"{nobody}"',
        )
        elsewhere = "arn:aws:iam::999999999999:role/elsewhere"
        role = unique("role")
        self.iam.create_role(RoleName=role, AssumeRolePolicyDocument=self.trust(elsewhere))
        self.assertEqual(self.shown(role), [elsewhere])
        self.refused(
            "MalformedPolicyDocument",
            400,
            self.iam.update_assume_role_policy,
            RoleName=role,
            PolicyDocument=self.trust("AIDA" + "A" * 17),
            message=f'Invalid principal in policy: "AWS":"AIDA{"A" * 17}"',
        )
