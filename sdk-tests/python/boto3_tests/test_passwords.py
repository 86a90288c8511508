"""Login profiles, passwords and the account's password policy."""

from support import Case, client, permanent, unique

FIRST, SECOND, THIRD = "first Password 1", "second Password 2", "third Password 3"


class Passwords(Case):
    def setUp(self):
        self.name = unique("user")
        self.iam.create_user(UserName=self.name)
        self.addCleanup(self.forget_policy)

    def forget_policy(self):
        try:
            self.iam.delete_account_password_policy()
        except self.iam.exceptions.NoSuchEntityException:
            pass

    def as_user(self):
        key = self.iam.create_access_key(UserName=self.name)["AccessKey"]
        return client("iam", permanent(key))

    def test_life_of_a_login_profile(self):
        made = self.iam.create_login_profile(UserName=self.name, Password=FIRST, PasswordResetRequired=True)
        profile = made["LoginProfile"]
        self.assertEqual(set(profile), {"UserName", "CreateDate", "PasswordResetRequired"})
        self.assertEqual((profile["UserName"], profile["PasswordResetRequired"]), (self.name, True))
        self.assertEqual(self.iam.get_login_profile(UserName=self.name)["LoginProfile"], profile)
        self.refused(
            "EntityAlreadyExists",
            409,
            self.iam.create_login_profile,
            UserName=self.name,
            Password=FIRST,
            message=f"Login Profile for user {self.name} already exists.",
        )
        self.refused("DeleteConflict", 409, self.iam.delete_user, UserName=self.name)
        self.iam.update_login_profile(UserName=self.name, Password=SECOND, PasswordResetRequired=False)
        changed = self.iam.get_login_profile(UserName=self.name)["LoginProfile"]
        self.assertEqual(changed, {**profile, "PasswordResetRequired": False})
        self.iam.delete_login_profile(UserName=self.name)
        self.refused(
            "NoSuchEntity",
            404,
            self.iam.get_login_profile,
            UserName=self.name,
            message=f"Login Profile for User {self.name} cannot be found.",
        )
        self.iam.delete_user(UserName=self.name)

    def test_what_is_not_there(self):
        missing = f"Login Profile for User {self.name} cannot be found."
        update, delete = self.iam.update_login_profile, self.iam.delete_login_profile
        self.refused("NoSuchEntity", 404, update, UserName=self.name, Password=FIRST, message=missing)
        self.refused("NoSuchEntity", 404, delete, UserName=self.name, message=missing)
        nobody = unique("nobody")
        message = f"The user with name {nobody} cannot be found."
        self.refused("NoSuchEntity", 404, self.iam.create_login_profile, UserName=nobody, Password=FIRST, message=message)

    def test_users_change_their_own_passwords(self):
        self.iam.create_login_profile(UserName=self.name, Password=FIRST, PasswordResetRequired=True)
        user = self.as_user()
        self.refused("AccessDenied", 403, user.change_password, OldPassword=SECOND, NewPassword=THIRD)
        user.change_password(OldPassword=FIRST, NewPassword=SECOND)
        self.assertFalse(user.get_login_profile()["LoginProfile"]["PasswordResetRequired"])
        user.change_password(OldPassword=SECOND, NewPassword=FIRST)
        user.delete_login_profile()
        self.refused("NoSuchEntity", 404, user.change_password, OldPassword=FIRST, NewPassword=SECOND)
        user.create_login_profile(Password=FIRST)
        self.refused("InvalidUserType", 400, self.iam.change_password, OldPassword=FIRST, NewPassword=SECOND)
        self.refused("ValidationError", 400, self.iam.create_login_profile, Password=FIRST)

    def test_the_default_policy(self):
        create = self.iam.create_login_profile
        self.refused(
            "PasswordPolicyViolation",
            400,
            create,
            UserName=self.name,
            Password="aA1!",
            message="Password should have a minimum length of 8",
        )
        self.refused(
            "PasswordPolicyViolation",
            400,
            create,
            UserName=self.name,
            Password="password1",
            message="Password should meet 1 more of the following requirements: Password should have at least one "
            "uppercase letter, Password should have at least one symbol",
        )
        create(UserName=self.name, Password="Password1")

    def test_a_policy_of_the_account(self):
        missing = self.iam.get_account_password_policy
        message = "The Password Policy with domain name 000000000000 cannot be found."
        self.refused("NoSuchEntity", 404, missing, message=message)
        self.refused(
            "NoSuchEntity",
            404,
            self.iam.delete_account_password_policy,
            message="The account policy with name PasswordPolicy cannot be found.",
        )
        self.iam.update_account_password_policy()
        self.assertEqual(
            self.iam.get_account_password_policy()["PasswordPolicy"],
            {
                "MinimumPasswordLength": 6,
                "RequireSymbols": False,
                "RequireNumbers": False,
                "RequireUppercaseCharacters": False,
                "RequireLowercaseCharacters": False,
                "AllowUsersToChangePassword": False,
                "ExpirePasswords": False,
            },
        )
        wanted = {
            "MinimumPasswordLength": 12,
            "RequireSymbols": True,
            "RequireNumbers": True,
            "RequireUppercaseCharacters": True,
            "RequireLowercaseCharacters": True,
            "AllowUsersToChangePassword": True,
            "MaxPasswordAge": 90,
            "PasswordReusePrevention": 2,
            "HardExpiry": True,
        }
        self.iam.update_account_password_policy(**wanted)
        got = self.iam.get_account_password_policy()["PasswordPolicy"]
        self.assertEqual(got, {**wanted, "ExpirePasswords": True})
        self.refused(
            "ValidationError", 400, self.unchecked.update_account_password_policy, MinimumPasswordLength=5
        )

    def test_the_policy_is_enforced(self):
        self.iam.update_account_password_policy(RequireSymbols=True, PasswordReusePrevention=2)
        self.refused(
            "PasswordPolicyViolation",
            400,
            self.iam.create_login_profile,
            UserName=self.name,
            Password="abcdef",
            message="Password should have at least one symbol",
        )
        self.iam.create_login_profile(UserName=self.name, Password="abcdef!")
        update = self.iam.update_login_profile
        self.refused("PasswordPolicyViolation", 400, update, UserName=self.name, Password="abcdef")
        self.refused("PasswordPolicyViolation", 400, update, UserName=self.name, Password="abcdef!")
        update(UserName=self.name, Password="bcdefg!")
        change = self.as_user().change_password
        self.refused("PasswordPolicyViolation", 400, change, OldPassword="bcdefg!", NewPassword="abcdef!")
        self.refused("PasswordPolicyViolation", 400, change, OldPassword="bcdefg!", NewPassword="bcdef")
        change(OldPassword="bcdefg!", NewPassword="cdefgh!")
        change(OldPassword="cdefgh!", NewPassword="abcdef!")

    def test_renaming_keeps_the_password(self):
        self.iam.create_login_profile(UserName=self.name, Password=FIRST)
        renamed = unique("renamed")
        self.iam.update_user(UserName=self.name, NewUserName=renamed)
        self.assertEqual(self.iam.get_login_profile(UserName=renamed)["LoginProfile"]["UserName"], renamed)
