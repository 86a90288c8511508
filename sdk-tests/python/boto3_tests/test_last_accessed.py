"""Last accessed information, and which policies grant access to a service."""

from support import ACCOUNT, Case, allow, client, permanent, temporary, trust, unique

READ_ONLY = "arn:aws:iam::aws:policy/IAMReadOnlyAccess"
UNKNOWN_JOB = "e4bdcdae-4f66-11ed-aefa-bfd6a0000000"


def arn(resource):
    return f"arn:aws:iam::{ACCOUNT}:{resource}"


class LastAccessed(Case):
    def user(self, policy=READ_ONLY):
        """A user with a policy, and a client that acts as it."""
        name = unique("user")
        self.iam.create_user(UserName=name)
        self.iam.attach_user_policy(UserName=name, PolicyArn=policy)
        key = self.iam.create_access_key(UserName=name)["AccessKey"]
        credentials = permanent(key)
        return name, client("iam", credentials)

    def report(self, about, granularity="SERVICE_LEVEL", iam=None, **page):
        """A report on something, once it is made."""
        iam = iam or self.iam
        job = iam.generate_service_last_accessed_details(Arn=about, Granularity=granularity)["JobId"]
        while (report := iam.get_service_last_accessed_details(JobId=job, **page))["JobStatus"] == "IN_PROGRESS":
            self.assertEqual(report["ServicesLastAccessed"], [])
        self.assertEqual(report["JobStatus"], "COMPLETED")
        self.assertLessEqual(report["JobCreationDate"], report["JobCompletionDate"])
        return job, report

    def test_of_a_user(self):
        name, as_user = self.user()
        as_user.get_user(UserName=name)
        _, report = self.report(arn(f"user/{name}"), "ACTION_LEVEL")
        self.assertEqual(report["JobType"], "ACTION_LEVEL")
        [service] = report["ServicesLastAccessed"]
        self.assertEqual(service["ServiceNamespace"], "iam")
        self.assertIn("Identity and Access Management", service["ServiceName"])
        self.assertEqual(service["LastAuthenticatedEntity"], arn(f"user/{name}"))
        self.assertEqual(service["LastAuthenticatedRegion"], "us-east-1")
        self.assertEqual(service["TotalAuthenticatedEntities"], 1)
        actions = {action["ActionName"] for action in service["TrackedActionsLastAccessed"]}
        self.assertEqual(actions, {"GetUser"})
        _, report = self.report(arn(f"user/{name}"))
        self.assertEqual(report["JobType"], "SERVICE_LEVEL")
        self.assertNotIn("TrackedActionsLastAccessed", report["ServicesLastAccessed"][0])

    def test_of_a_role_a_group_and_a_policy(self):
        policy = self.iam.create_policy(PolicyName=unique("policy"), PolicyDocument=allow(["iam:*", "s3:*"]))
        policy = policy["Policy"]["Arn"]
        role, group = unique("role"), unique("group")
        self.iam.create_role(RoleName=role, AssumeRolePolicyDocument=trust())
        self.iam.attach_role_policy(RoleName=role, PolicyArn=policy)
        session = self.sts.assume_role(RoleArn=arn(f"role/{role}"), RoleSessionName="session")["Credentials"]
        as_role = client("iam", temporary(session))
        as_role.list_users(MaxItems=1)
        _, report = self.report(arn(f"role/{role}"))
        self.assertEqual([one["ServiceNamespace"] for one in report["ServicesLastAccessed"]], ["iam", "s3"])
        self.assertEqual(report["ServicesLastAccessed"][0]["LastAuthenticatedEntity"], arn(f"role/{role}"))
        self.assertNotIn("LastAuthenticated", report["ServicesLastAccessed"][1])
        self.assertEqual(report["ServicesLastAccessed"][1]["TotalAuthenticatedEntities"], 0)

        name, as_user = self.user()
        self.iam.create_group(GroupName=group)
        self.iam.attach_group_policy(GroupName=group, PolicyArn=policy)
        self.iam.add_user_to_group(GroupName=group, UserName=name)
        as_user.get_user(UserName=name)
        job, report = self.report(arn(f"group/{group}"))
        self.assertEqual(report["ServicesLastAccessed"][0]["LastAuthenticatedEntity"], arn(f"user/{name}"))
        job, report = self.report(policy)
        self.assertEqual(report["ServicesLastAccessed"][0]["TotalAuthenticatedEntities"], 2)
        details = self.iam.get_service_last_accessed_details_with_entities(JobId=job, ServiceNamespace="iam")
        found = {one["EntityInfo"]["Arn"]: one["EntityInfo"]["Type"] for one in details["EntityDetailsList"]}
        self.assertEqual(found, {arn(f"role/{role}"): "ROLE", arn(f"user/{name}"): "USER"})
        seen, marker = [], {}
        while True:
            page = self.iam.get_service_last_accessed_details_with_entities(
                JobId=job, ServiceNamespace="iam", MaxItems=1, **marker
            )
            self.assertEqual(len(page["EntityDetailsList"]), 1)
            seen += [one["EntityInfo"]["Arn"] for one in page["EntityDetailsList"]]
            if not page["IsTruncated"]:
                break
            marker = {"Marker": page["Marker"]}
        self.assertEqual(seen, [one["EntityInfo"]["Arn"] for one in details["EntityDetailsList"]])

    def test_pages(self):
        name, _ = self.user("arn:aws:iam::aws:policy/AdministratorAccess")
        job, report = self.report(arn(f"user/{name}"), MaxItems=1000)
        everything = [one["ServiceNamespace"] for one in report["ServicesLastAccessed"]]
        self.assertGreater(len(everything), 400)
        self.assertEqual(everything, sorted(everything))
        for size in ({"MaxItems": 150}, {}, {"MaxItems": 2}):
            seen, marker = [], {}
            while True:
                page = self.iam.get_service_last_accessed_details(JobId=job, **size, **marker)
                seen += [one["ServiceNamespace"] for one in page["ServicesLastAccessed"]]
                if not page["IsTruncated"]:
                    break
                marker = {"Marker": page["Marker"]}
            self.assertEqual(seen, everything)

    def test_refusals(self):
        generate = self.iam.generate_service_last_accessed_details
        self.refused("NoSuchEntity", 404, generate, Arn=arn(f"user/{unique('nobody')}"))
        self.refused("NoSuchEntity", 404, generate, Arn=arn(f"policy/{unique('nothing')}"))
        self.refused("InvalidInput", 400, generate, Arn="arn:aws:s3:::a-bucket-of-ours")
        get = self.iam.get_service_last_accessed_details
        self.refused("NoSuchEntity", 404, get, JobId=UNKNOWN_JOB)
        self.refused("InvalidInput", 400, get, JobId="x" * 36)
        with_entities = self.iam.get_service_last_accessed_details_with_entities
        self.refused("NoSuchEntity", 404, with_entities, JobId=UNKNOWN_JOB, ServiceNamespace="iam")
        self.refused("InvalidInput", 400, with_entities, JobId=UNKNOWN_JOB, ServiceNamespace="nothing")
        name, as_user = self.user()
        job = generate(Arn=arn(f"user/{name}"))["JobId"]
        self.refused("NoSuchEntity", 404, as_user.get_service_last_accessed_details, JobId=job)
        self.refused("ValidationError", 400, get, JobId=job, Marker="invented")

    def test_policies_granting_service_access(self):
        name, _ = self.user()
        self.iam.put_user_policy(UserName=name, PolicyName="inline", PolicyDocument=allow("s3:Get*"))
        listed = self.iam.list_policies_granting_service_access
        entries = listed(Arn=arn(f"user/{name}"), ServiceNamespaces=["s3", "iam", "ec2"])
        self.assertEqual(
            entries["PoliciesGrantingServiceAccess"],
            [
                {
                    "ServiceNamespace": "s3",
                    "Policies": [
                        {"PolicyName": "inline", "PolicyType": "INLINE", "EntityType": "USER", "EntityName": name}
                    ],
                },
                {
                    "ServiceNamespace": "iam",
                    "Policies": [
                        {"PolicyName": "IAMReadOnlyAccess", "PolicyType": "MANAGED", "PolicyArn": READ_ONLY}
                    ],
                },
                {"ServiceNamespace": "ec2", "Policies": []},
            ],
        )
        self.assertFalse(entries["IsTruncated"])
        self.refused("NoSuchEntity", 404, listed, Arn=arn(f"role/{unique('none')}"), ServiceNamespaces=["s3"])
        self.refused("InvalidInput", 400, listed, Arn=READ_ONLY, ServiceNamespaces=["s3"])
        self.refused("InvalidInput", 400, listed, Arn=arn(f"user/{name}"), ServiceNamespaces=["nothing"])


class OrganizationFeatures(Case):
    def test_without_an_organization_there_are_none(self):
        for call in (
            self.iam.list_organizations_features,
            self.iam.enable_organizations_root_credentials_management,
            self.iam.disable_organizations_root_credentials_management,
            self.iam.enable_organizations_root_sessions,
            self.iam.disable_organizations_root_sessions,
        ):
            self.refused("OrganizationNotFoundException", 400, call)
