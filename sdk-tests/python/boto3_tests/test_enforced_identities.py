"""What only shows when everything plays together: second factors, trust that ends with whom it named, and accounts."""

import time

from botocore.exceptions import ClientError

from enforced import EnforcedCase, document, verdict
from support import ACCOUNT, permanent, temporary, unique
from test_mfa import totp

MAY_ASSUME = {"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*"}


class EnforcedIdentities(EnforcedCase):
    def trusting(self, user, condition=None):
        """The ARN of a role that trusts this user."""
        statement = {
            "Effect": "Allow",
            "Action": "sts:AssumeRole",
            "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:user/{user}"},
        }
        return self.role(trust=[{**statement, **({"Condition": condition} if condition else {})}])[1]

    def test_a_second_factor_opens_a_role_once(self):
        user, key = self.user({"inline": [MAY_ASSUME]})
        arn = self.trusting(user, {"Bool": {"aws:MultiFactorAuthPresent": "true"}})
        device = self.iam.create_virtual_mfa_device(VirtualMFADeviceName=user)["VirtualMFADevice"]
        serial, seed, step = device["SerialNumber"], device["Base32StringSeed"], int(time.time()) // 30
        self.iam.enable_mfa_device(
            UserName=user,
            SerialNumber=serial,
            AuthenticationCode1=totp(seed, step - 1),
            AuthenticationCode2=totp(seed, step),
        )
        assume = self.awsim.client("sts", key).assume_role
        request = {"RoleArn": arn, "RoleSessionName": "session"}
        self.assertEqual(verdict(assume, **request)[0], "implicitDeny trust")
        request |= {"SerialNumber": serial, "TokenCode": totp(seed, step + 1)}
        self.assertEqual(verdict(assume, **request)[0], "allowed")
        self.assertEqual(verdict(assume, **request)[0], "refused")

    def test_a_user_of_the_same_name_is_not_trusted(self):
        user, key = self.user({"inline": [MAY_ASSUME]})
        request = {"RoleArn": self.trusting(user), "RoleSessionName": "session"}
        self.assertEqual(verdict(self.awsim.client("sts", key).assume_role, **request)[0], "allowed")
        self.iam.delete_access_key(UserName=user, AccessKeyId=key["aws_access_key_id"])
        self.iam.delete_user_policy(UserName=user, PolicyName="p0")
        self.iam.delete_user(UserName=user)
        self.iam.create_user(UserName=user)
        self.iam.put_user_policy(UserName=user, PolicyName="p0", PolicyDocument=document([MAY_ASSUME]))
        key = permanent(self.iam.create_access_key(UserName=user)["AccessKey"])
        verdict_again, _ = verdict(self.awsim.client("sts", key).assume_role, **request)
        self.assertEqual(verdict_again, "implicitDeny trust")

    def test_a_service_control_policy_limits_members_and_not_who_manages_them(self):
        organizations = self.awsim.client("organizations")
        organizations.create_organization(FeatureSet="ALL")
        root = organizations.list_roots()["Roots"][0]["Id"]
        organizations.enable_policy_type(RootId=root, PolicyType="SERVICE_CONTROL_POLICY")
        made = organizations.create_account(Email="member@example.com", AccountName="member")
        status = organizations.describe_create_account_status(CreateAccountRequestId=made["CreateAccountStatus"]["Id"])
        account = status["CreateAccountStatus"]["AccountId"]

        _, key = self.administrator()
        arn = f"arn:aws:iam::{account}:role/OrganizationAccountAccessRole"
        session = self.awsim.client("sts", key).assume_role(RoleArn=arn, RoleSessionName="session")
        member = self.awsim.client("iam", temporary(session["Credentials"]))
        self.assertEqual(verdict(member.create_user, UserName=unique("user"))[0], "allowed")

        deny = {"Effect": "Deny", "Action": "iam:CreateUser", "Resource": "*"}
        policy = organizations.create_policy(
            Name="no-users", Description="", Type="SERVICE_CONTROL_POLICY", Content=document([deny])
        )
        organizations.attach_policy(PolicyId=policy["Policy"]["PolicySummary"]["Id"], TargetId=account)
        self.assertEqual(verdict(member.create_user, UserName=unique("user"))[0], "explicitDeny scp")
        managing = self.awsim.client("iam", key)
        self.assertEqual(verdict(managing.create_user, UserName=unique("user"))[0], "allowed")

    def test_a_deleted_key_is_nobodys(self):
        user, key = self.user()
        self.iam.delete_access_key(UserName=user, AccessKeyId=key["aws_access_key_id"])
        with self.assertRaises(ClientError) as raised:
            self.awsim.client("sts", key).get_caller_identity()
        self.assertEqual(raised.exception.response["Error"]["Code"], "InvalidClientTokenId")
