"""The account as a whole: its summary, its authorization details, its credential report."""

import csv
import io

from support import ACCOUNT, Case, allow, change_state, client, trust, unique

AWS_POLICY = "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"


class Account(Case):
    def test_token_version(self):
        def version():
            return self.iam.get_account_summary()["SummaryMap"]["GlobalEndpointTokenVersion"]

        self.iam.set_security_token_service_preferences(GlobalEndpointTokenVersion="v2Token")
        self.assertEqual(version(), 2)
        self.iam.set_security_token_service_preferences(GlobalEndpointTokenVersion="v1Token")
        self.assertEqual(version(), 1)
        self.refused(
            "ValidationError",
            400,
            self.unchecked.set_security_token_service_preferences,
            GlobalEndpointTokenVersion="v3Token",
        )

    def test_the_summary_counts(self):
        before = self.iam.get_account_summary()["SummaryMap"]
        self.iam.create_user(UserName=unique("user"))
        self.iam.create_virtual_mfa_device(VirtualMFADeviceName=unique("device"))
        after = self.iam.get_account_summary()["SummaryMap"]
        changed = {key: after[key] - before[key] for key in after if after[key] != before[key]}
        self.assertEqual(changed, {"Users": 1, "MFADevices": 1})


class AuthorizationDetails(Case):
    LISTS = {
        "User": ("UserDetailList", "UserName"),
        "Group": ("GroupDetailList", "GroupName"),
        "Role": ("RoleDetailList", "RoleName"),
        "LocalManagedPolicy": ("Policies", "PolicyName"),
        "AWSManagedPolicy": ("Policies", "PolicyName"),
    }

    def test_everything_in_pages_of_every_size(self):
        group, user, role, policy = (unique(kind) for kind in ("group", "user", "role", "policy"))
        document = allow()
        arn = self.iam.create_policy(PolicyName=policy, PolicyDocument=document)["Policy"]["Arn"]
        self.iam.create_policy_version(PolicyArn=arn, PolicyDocument=allow("s3:PutObject"))
        self.iam.create_group(GroupName=group)
        self.iam.attach_group_policy(GroupName=group, PolicyArn=AWS_POLICY)
        self.iam.create_user(UserName=user, Tags=[{"Key": "a", "Value": "1"}], PermissionsBoundary=arn)
        self.iam.add_user_to_group(GroupName=group, UserName=user)
        self.iam.put_user_policy(UserName=user, PolicyName="inline", PolicyDocument=document)
        self.iam.create_role(RoleName=role, AssumeRolePolicyDocument=trust())
        self.iam.attach_role_policy(RoleName=role, PolicyArn=arn)
        paginator = self.iam.get_paginator("get_account_authorization_details")
        for size in (1, 2, 1000):
            found = {}
            for page in paginator.paginate(PaginationConfig={"PageSize": size}):
                for field, name in set(self.LISTS.values()):
                    for entity in page[field]:
                        self.assertNotIn((field, entity[name]), found)
                        found[field, entity[name]] = entity
            got = found["UserDetailList", user]
            self.assertEqual(got["GroupList"], [group])
            self.assertEqual(got["UserPolicyList"][0]["PolicyName"], "inline")
            self.assertEqual(got["PermissionsBoundary"]["PermissionsBoundaryArn"], arn)
            self.assertEqual(got["Tags"], [{"Key": "a", "Value": "1"}])
            attached = found["GroupDetailList", group]["AttachedManagedPolicies"]
            self.assertEqual(attached, [{"PolicyName": "ViewOnlyAccess", "PolicyArn": AWS_POLICY}])
            self.assertEqual(found["RoleDetailList", role]["AttachedManagedPolicies"][0]["PolicyArn"], arn)
            versions = found["Policies", policy]["PolicyVersionList"]
            self.assertEqual([version["VersionId"] for version in versions], ["v2", "v1"])
            self.assertIn("PolicyVersionList", found["Policies", "ViewOnlyAccess"])
            self.assertNotIn(("Policies", "AdministratorAccess-Amplify"), found)

    def test_documents_are_percent_encoded(self):
        role = unique("role")
        self.iam.create_role(RoleName=role, AssumeRolePolicyDocument=trust())
        raw = []
        iam = client("iam")
        iam.meta.events.register(
            "before-parse.iam.GetAccountAuthorizationDetails",
            lambda response_dict, **_: raw.append(response_dict["body"].decode()),
        )
        details = iam.get_account_authorization_details(Filter=["Role"], MaxItems=1000)
        self.assertNotIn('"Version"', raw[0])
        documents = {r["RoleName"]: r["AssumeRolePolicyDocument"] for r in details["RoleDetailList"]}
        self.assertEqual(documents[role]["Version"], "2012-10-17")

    def test_filters(self):
        for kind, (wanted, _) in self.LISTS.items():
            details = self.iam.get_account_authorization_details(Filter=[kind], MaxItems=1000)
            others = {field for field, _ in self.LISTS.values()} - {wanted}
            self.assertEqual([details[field] for field in sorted(others)], [[], [], []])
        self.refused(
            "ValidationError", 400, self.unchecked.get_account_authorization_details, Filter=["Everything"]
        )
        self.refused("ValidationError", 400, self.iam.get_account_authorization_details, Marker="invented")


class CredentialReport(Case):
    """All states in one test: there is one report, which stays for hours."""

    def test_a_report(self):
        user = unique("user")
        self.iam.create_user(UserName=user)
        self.iam.create_login_profile(UserName=user, Password="first Password 1")
        key = self.iam.create_access_key(UserName=user)["AccessKey"]["AccessKeyId"]
        self.iam.update_access_key(UserName=user, AccessKeyId=key, Status="Inactive")
        missing = "The credential report does not exist. To generate a credential report, use GenerateCredentialReport."
        self.refused("ReportNotPresent", 410, self.iam.get_credential_report, message=missing)
        started = self.iam.generate_credential_report()
        self.assertEqual(started["State"], "STARTED")
        self.assertEqual(started["Description"], "No report exists. Starting a new report generation task")
        self.assertEqual(self.iam.generate_credential_report()["State"], "COMPLETE")
        report = self.iam.get_credential_report()
        self.assertEqual(report["ReportFormat"], "text/csv")
        rows = list(csv.DictReader(io.StringIO(report["Content"].decode())))
        self.assertEqual(rows[0]["user"], "<root_account>")
        self.assertEqual(rows[0]["arn"], f"arn:aws:iam::{ACCOUNT}:root")
        created = self.iam.get_user()["User"]["CreateDate"]
        self.assertEqual(rows[0]["user_creation_time"], created.isoformat())
        self.assertEqual(rows[0]["password_last_changed"], "not_supported")
        made = self.iam.create_user(UserName=unique("user"))["User"]
        self.assertLess(abs((made["CreateDate"] - created).total_seconds()), 24 * 3600)
        row = next(row for row in rows if row["user"] == user)
        self.assertEqual(row["arn"], f"arn:aws:iam::{ACCOUNT}:user/{user}")
        self.assertEqual((row["password_enabled"], row["password_last_used"]), ("true", "no_information"))
        self.assertEqual((row["mfa_active"], row["access_key_1_active"]), ("false", "false"))
        self.assertRegex(row["access_key_1_last_rotated"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$")
        self.assertEqual((row["access_key_2_active"], row["access_key_2_last_rotated"]), ("false", "N/A"))

        self.iam.create_user(UserName=unique("later"))
        self.assertEqual(self.iam.generate_credential_report()["State"], "COMPLETE")
        self.assertEqual(self.iam.get_credential_report()["Content"], report["Content"])

        def made_long_ago(collections):
            collections["credential_reports"]["rows"][0]["value"]["started"] = "2020-01-01T00:00:00Z"

        change_state(made_long_ago)
        self.refused("ReportExpired", 410, self.iam.get_credential_report)
        self.assertEqual(self.iam.generate_credential_report()["State"], "STARTED")
        self.assertGreater(len(self.iam.get_credential_report()["Content"]), len(report["Content"]))

        def in_the_making(collections):
            del collections["credential_reports"]["rows"][0]["value"]["content"]

        change_state(in_the_making)
        self.refused("ReportInProgress", 404, self.iam.get_credential_report)
        self.assertEqual(self.iam.generate_credential_report()["State"], "INPROGRESS")
        change_state(made_long_ago)
        self.assertEqual(self.iam.generate_credential_report()["State"], "STARTED")
