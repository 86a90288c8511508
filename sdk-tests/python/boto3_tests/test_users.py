"""Users, groups, access keys."""

from support import ACCOUNT, Case, allow, client, permanent, resource, unique


class Users(Case):
    def test_life_of_a_user(self):
        name = unique("user")
        created = self.iam.create_user(UserName=name, Path="/people/", Tags=[{"Key": "a", "Value": "1"}])["User"]
        self.assertEqual(created["Arn"], f"arn:aws:iam::{ACCOUNT}:user/people/{name}")
        self.assertRegex(created["UserId"], "^AIDA[A-Z0-9]{17}$")
        self.assertEqual(set(created), {"Path", "UserName", "UserId", "Arn", "CreateDate", "Tags"})
        got = self.iam.get_user(UserName=name)["User"]
        self.assertEqual(got, created)
        self.iam.get_waiter("user_exists").wait(UserName=name)

        renamed = unique("renamed")
        self.iam.update_user(UserName=name, NewUserName=renamed, NewPath="/others/")
        got = self.iam.get_user(UserName=renamed)["User"]
        self.assertEqual(got["UserId"], created["UserId"])
        self.assertEqual(got["Arn"], f"arn:aws:iam::{ACCOUNT}:user/others/{renamed}")
        self.refused(
            "NoSuchEntity",
            404,
            self.iam.get_user,
            UserName=name,
            message=f"The user with name {name} cannot be found.",
        )
        self.iam.delete_user(UserName=renamed)
        self.refused("NoSuchEntity", 404, self.iam.delete_user, UserName=renamed)

    def test_names_are_unique_in_any_case(self):
        name = unique("user")
        self.iam.create_user(UserName=name)
        self.refused(
            "EntityAlreadyExists",
            409,
            self.iam.create_user,
            UserName=name.upper(),
            message=f"User with name {name.upper()} already exists.",
        )

    def test_an_untagged_user_has_no_tags_member(self):
        name = unique("user")
        self.assertNotIn("Tags", self.iam.create_user(UserName=name)["User"])
        self.assertNotIn("Tags", self.iam.get_user(UserName=name)["User"])

    def test_renaming_carries_everything_along(self):
        name, renamed, group = unique("user"), unique("renamed"), unique("group")
        self.iam.create_user(UserName=name)
        self.iam.create_group(GroupName=group)
        self.iam.add_user_to_group(GroupName=group, UserName=name)
        key = self.iam.create_access_key(UserName=name)["AccessKey"]
        self.iam.put_user_policy(UserName=name, PolicyName="inline", PolicyDocument=allow())
        self.iam.attach_user_policy(UserName=name, PolicyArn="arn:aws:iam::aws:policy/ReadOnlyAccess")
        self.iam.update_user(UserName=name, NewUserName=renamed)

        self.assertEqual([user["UserName"] for user in self.iam.get_group(GroupName=group)["Users"]], [renamed])
        self.assertEqual(self.iam.list_groups_for_user(UserName=renamed)["Groups"][0]["GroupName"], group)
        keys = self.iam.list_access_keys(UserName=renamed)["AccessKeyMetadata"]
        self.assertEqual([(k["AccessKeyId"], k["UserName"]) for k in keys], [(key["AccessKeyId"], renamed)])
        self.assertEqual(self.iam.list_user_policies(UserName=renamed)["PolicyNames"], ["inline"])
        attached = self.iam.list_attached_user_policies(UserName=renamed)["AttachedPolicies"]
        self.assertEqual([policy["PolicyName"] for policy in attached], ["ReadOnlyAccess"])
        as_user = client("sts", permanent(key))
        self.assertEqual(as_user.get_caller_identity()["Arn"], f"arn:aws:iam::{ACCOUNT}:user/{renamed}")

    def test_a_user_with_belongings_is_not_deleted(self):
        def belongings():
            yield (
                lambda name: self.iam.create_access_key(UserName=name)["AccessKey"]["AccessKeyId"],
                lambda name, key: self.iam.delete_access_key(UserName=name, AccessKeyId=key),
            )
            yield (
                lambda name: self.iam.put_user_policy(UserName=name, PolicyName="p", PolicyDocument=allow()),
                lambda name, _: self.iam.delete_user_policy(UserName=name, PolicyName="p"),
            )
            arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
            yield (
                lambda name: self.iam.attach_user_policy(UserName=name, PolicyArn=arn),
                lambda name, _: self.iam.detach_user_policy(UserName=name, PolicyArn=arn),
            )
            group = unique("group")
            self.iam.create_group(GroupName=group)
            yield (
                lambda name: self.iam.add_user_to_group(UserName=name, GroupName=group),
                lambda name, _: self.iam.remove_user_from_group(UserName=name, GroupName=group),
            )

        for give, take in belongings():
            name = unique("user")
            self.iam.create_user(UserName=name)
            given = give(name)
            self.refused("DeleteConflict", 409, self.iam.delete_user, UserName=name)
            take(name, given)
            self.iam.delete_user(UserName=name)

    def test_tags(self):
        name = unique("user")
        self.iam.create_user(UserName=name)
        self.iam.tag_user(UserName=name, Tags=[{"Key": f"k{n}", "Value": str(n)} for n in range(50)])
        self.refused("LimitExceeded", 409, self.iam.tag_user, UserName=name, Tags=[{"Key": "more", "Value": ""}])
        self.iam.tag_user(UserName=name, Tags=[{"Key": "k0", "Value": "changed"}])
        pages = self.iam.get_paginator("list_user_tags").paginate(UserName=name, PaginationConfig={"PageSize": 7})
        tags = {tag["Key"]: tag["Value"] for page in pages for tag in page["Tags"]}
        self.assertEqual(len(tags), 50)
        self.assertEqual(tags["k0"], "changed")
        self.iam.untag_user(UserName=name, TagKeys=list(tags))
        self.iam.untag_user(UserName=name, TagKeys=["never"])
        self.assertEqual(self.iam.list_user_tags(UserName=name)["Tags"], [])
        self.refused(
            "InvalidInput",
            400,
            self.iam.tag_user,
            UserName=name,
            Tags=[{"Key": "Team", "Value": "1"}, {"Key": "team", "Value": "2"}],
            message="Duplicate tag keys found. Please note that Tag keys are case insensitive.",
        )

    def test_boundary(self):
        name = unique("user")
        self.iam.create_user(UserName=name)
        arn = self.iam.create_policy(PolicyName=unique("boundary"), PolicyDocument=allow())["Policy"]["Arn"]
        self.iam.put_user_permissions_boundary(UserName=name, PermissionsBoundary=arn)
        boundary = self.iam.get_user(UserName=name)["User"]["PermissionsBoundary"]
        self.assertEqual(boundary, {"PermissionsBoundaryType": "Policy", "PermissionsBoundaryArn": arn})
        self.assertEqual(self.iam.get_policy(PolicyArn=arn)["Policy"]["PermissionsBoundaryUsageCount"], 1)
        self.refused("DeleteConflict", 409, self.iam.delete_policy, PolicyArn=arn)
        self.iam.delete_user_permissions_boundary(UserName=name)
        self.assertNotIn("PermissionsBoundary", self.iam.get_user(UserName=name)["User"])
        self.iam.delete_policy(PolicyArn=arn)
        self.refused(
            "NoSuchEntity", 404, self.iam.put_user_permissions_boundary, UserName=name, PermissionsBoundary=arn
        )

    def test_listing(self):
        path = f"/{unique('path')}/"
        names = sorted(unique("user") for _ in range(7))
        for name in names:
            self.iam.create_user(UserName=name, Path=path)
        for size in (1, 2, 3, 100):
            pages = self.iam.get_paginator("list_users").paginate(
                PathPrefix=path, PaginationConfig={"PageSize": size}
            )
            self.assertEqual([user["UserName"] for page in pages for user in page["Users"]], names)
        first = self.iam.list_users(PathPrefix=path, MaxItems=7)
        self.assertEqual((first["IsTruncated"], "Marker" in first), (False, False))
        self.refused("ValidationError", 400, self.iam.list_users, Marker="invented")

    def test_the_resource_interface(self):
        name = unique("user")
        user = resource("iam").create_user(UserName=name)
        pair = user.create_access_key_pair()
        self.assertEqual([key.id for key in user.access_keys.all()], [pair.id])
        pair.delete()
        user.delete()

    def test_constraints(self):
        self.refused(
            "ValidationError",
            400,
            self.unchecked.create_user,
            message="1 validation error detected: Value at 'userName' failed to satisfy constraint: "
            "Member must not be null",
        )
        response = self.refused("ValidationError", 400, self.unchecked.create_user, UserName="no blank", Path="x")
        self.assertTrue(response["Error"]["Message"].startswith("2 validation errors detected: "), response)
        self.refused("ValidationError", 400, self.unchecked.list_users, MaxItems=1001)


class Groups(Case):
    def test_life_of_a_group(self):
        name, user = unique("group"), unique("user")
        group = self.iam.create_group(GroupName=name, Path="/teams/")["Group"]
        self.assertEqual(group["Arn"], f"arn:aws:iam::{ACCOUNT}:group/teams/{name}")
        self.assertRegex(group["GroupId"], "^AGPA[A-Z0-9]{17}$")
        self.refused("EntityAlreadyExists", 409, self.iam.create_group, GroupName=name)
        self.iam.create_user(UserName=user)
        self.iam.add_user_to_group(GroupName=name, UserName=user)
        self.refused("DeleteConflict", 409, self.iam.delete_group, GroupName=name)
        renamed = unique("renamed")
        self.iam.update_group(GroupName=name, NewGroupName=renamed)
        self.assertEqual(self.iam.list_groups_for_user(UserName=user)["Groups"][0]["GroupName"], renamed)
        self.iam.remove_user_from_group(GroupName=renamed, UserName=user)
        self.iam.remove_user_from_group(GroupName=renamed, UserName=user)
        self.iam.delete_group(GroupName=renamed)
        self.refused(
            "NoSuchEntity",
            404,
            self.iam.get_group,
            GroupName=renamed,
            message=f"The group with name {renamed} cannot be found.",
        )

    def test_members_are_paged(self):
        group = unique("group")
        self.iam.create_group(GroupName=group)
        names = sorted(unique("user") for _ in range(5))
        for name in names:
            self.iam.create_user(UserName=name)
            self.iam.add_user_to_group(GroupName=group, UserName=name)
        pages = self.iam.get_paginator("get_group").paginate(GroupName=group, PaginationConfig={"PageSize": 2})
        self.assertEqual([user["UserName"] for page in pages for user in page["Users"]], names)
        listed = [g["GroupName"] for page in self.iam.get_paginator("list_groups").paginate() for g in page["Groups"]]
        self.assertIn(group, listed)


class AccessKeys(Case):
    def test_life_of_a_key(self):
        name = unique("user")
        self.iam.create_user(UserName=name)
        key = self.iam.create_access_key(UserName=name)["AccessKey"]
        self.assertRegex(key["AccessKeyId"], "^AKIA[A-Z2-7]{16}$")
        self.assertRegex(key["SecretAccessKey"], "^[A-Za-z0-9+/]{40}$")
        self.assertEqual(self.sts.get_access_key_info(AccessKeyId=key["AccessKeyId"])["Account"], ACCOUNT)
        self.iam.create_access_key(UserName=name)
        self.refused("LimitExceeded", 409, self.iam.create_access_key, UserName=name)
        self.iam.update_access_key(UserName=name, AccessKeyId=key["AccessKeyId"], Status="Inactive")
        states = {k["AccessKeyId"]: k["Status"] for k in self.iam.list_access_keys(UserName=name)["AccessKeyMetadata"]}
        self.assertEqual(states[key["AccessKeyId"]], "Inactive")
        self.iam.delete_access_key(UserName=name, AccessKeyId=key["AccessKeyId"])
        self.refused("NoSuchEntity", 404, self.iam.delete_access_key, UserName=name, AccessKeyId=key["AccessKeyId"])

    def test_last_use(self):
        name = unique("user")
        self.iam.create_user(UserName=name)
        key = self.iam.create_access_key(UserName=name)["AccessKey"]
        unused = self.iam.get_access_key_last_used(AccessKeyId=key["AccessKeyId"])
        self.assertEqual(unused["UserName"], name)
        self.assertEqual(unused["AccessKeyLastUsed"]["ServiceName"], "N/A")
        as_user = permanent(key)
        client("sts", as_user).get_caller_identity()
        used = unused["AccessKeyLastUsed"]
        # It is noted a moment later.
        while "LastUsedDate" not in used:
            used = self.iam.get_access_key_last_used(AccessKeyId=key["AccessKeyId"])["AccessKeyLastUsed"]
        self.assertEqual((used["ServiceName"], used["Region"]), ("sts", "us-east-1"))

    def test_a_user_manages_its_own_keys(self):
        name = unique("user")
        self.iam.create_user(UserName=name)
        key = self.iam.create_access_key(UserName=name)["AccessKey"]
        own = client("iam", permanent(key))
        self.assertEqual(own.get_user()["User"]["UserName"], name)
        second = own.create_access_key()["AccessKey"]
        self.assertEqual(second["UserName"], name)
        own.delete_access_key(AccessKeyId=second["AccessKeyId"])
        self.assertEqual(len(own.list_access_keys()["AccessKeyMetadata"]), 1)
