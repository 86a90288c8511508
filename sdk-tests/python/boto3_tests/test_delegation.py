"""Delegation requests of product providers, and what they are about in plain words."""

from support import ACCOUNT, Case, client, delegation, permanent, unique

TEMPLATE = (
    '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject",'
    '"Resource":"arn:aws:s3:::@{bucketName}/*"}}'
)
UNKNOWN = "e4bdcdae-4f66-11ed-aefa-bfd6a0000000"


class Delegation(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        made = cls.iam.create_policy(PolicyName=unique("template"), PolicyDocument=TEMPLATE)
        cls.template = made["Policy"]["Arn"]

    def request(self, **changes):
        parameter = {"Name": "bucketName", "Values": ["books"], "Type": "string"}
        permissions = {"PolicyTemplateArn": self.template, "Parameters": [parameter]}
        return delegation(self.template, **{"Permissions": permissions, **changes})

    def create(self, **changes):
        created = self.iam.create_delegation_request(**self.request(**changes))
        self.assertTrue(created["ConsoleDeepLink"].endswith(created["DelegationRequestId"]))
        return created["DelegationRequestId"]

    def get(self, request):
        return self.iam.get_delegation_request(DelegationRequestId=request)["DelegationRequest"]

    def test_the_way_of_a_request(self):
        request = self.create()
        made = self.get(request)
        self.assertEqual((made["State"], made["RequestorId"]), ("UNASSIGNED", ACCOUNT))
        self.assertEqual(made["PermissionPolicy"], TEMPLATE.replace("@{bucketName}", "books"))
        self.assertNotIn("OwnerId", made)
        self.iam.associate_delegation_request(DelegationRequestId=request)
        self.assertEqual(self.get(request)["OwnerId"], f"arn:aws:iam::{ACCOUNT}:root")
        self.iam.update_delegation_request(DelegationRequestId=request, Notes="Please look.")
        forwarded = self.get(request)
        self.assertEqual((forwarded["State"], forwarded["Notes"]), ("PENDING_APPROVAL", "Please look."))
        self.iam.accept_delegation_request(DelegationRequestId=request)
        self.assertEqual(self.get(request)["ApproverId"], f"arn:aws:iam::{ACCOUNT}:root")
        self.iam.send_delegation_token(DelegationRequestId=request)
        self.assertEqual(self.get(request)["State"], "FINALIZED")
        checked = self.iam.get_delegation_request(DelegationRequestId=request, DelegationPermissionCheck=True)
        self.assertEqual((checked["PermissionCheckStatus"], checked["PermissionCheckResult"]), ("COMPLETE", "ALLOWED"))

    def test_rejecting(self):
        request = self.create()
        self.iam.associate_delegation_request(DelegationRequestId=request)
        self.iam.reject_delegation_request(DelegationRequestId=request, Notes="No.")
        rejected = self.get(request)
        self.assertEqual((rejected["State"], rejected["RejectionReason"]), ("REJECTED", "No."))
        for call in (self.iam.update_delegation_request, self.iam.send_delegation_token):
            self.refused("InvalidInput", 400, call, DelegationRequestId=request)
        self.refused("InvalidInput", 400, self.iam.reject_delegation_request, DelegationRequestId=request)
        self.refused("InvalidInput", 400, self.iam.associate_delegation_request, DelegationRequestId=request)
        self.refused("ConcurrentModification", 409, self.iam.accept_delegation_request, DelegationRequestId=request)

    def test_listing(self):
        name = unique("owner")
        self.iam.create_user(UserName=name)
        key = self.iam.create_access_key(UserName=name)["AccessKey"]
        as_owner = client("iam", permanent(key))
        requests = sorted(self.create() for _ in range(3))
        for request in requests:
            as_owner.associate_delegation_request(DelegationRequestId=request)
        owner = f"arn:aws:iam::{ACCOUNT}:user/{name}"
        for size in ({"MaxItems": 1}, {"MaxItems": 2}, {}):
            seen, marker = [], {}
            while True:
                page = self.iam.list_delegation_requests(OwnerId=owner, **size, **marker)
                seen += [one["DelegationRequestId"] for one in page["DelegationRequests"]]
                if not page["isTruncated"]:
                    break
                marker = {"Marker": page["Marker"]}
            self.assertEqual(seen, requests)
        unassigned = self.create()
        everything = [one["DelegationRequestId"] for one in self.iam.list_delegation_requests()["DelegationRequests"]]
        self.assertNotIn(unassigned, everything)
        self.refused("InvalidInput", 400, self.iam.list_delegation_requests, OwnerId="nobody-of-this-account")

    def test_who_sends(self):
        request = self.create(OnlySendByOwner=True)
        name = unique("owner")
        self.iam.create_user(UserName=name)
        key = self.iam.create_access_key(UserName=name)["AccessKey"]
        as_owner = client("iam", permanent(key))
        as_owner.associate_delegation_request(DelegationRequestId=request)
        self.iam.accept_delegation_request(DelegationRequestId=request)
        self.refused("AccessDenied", 403, self.iam.send_delegation_token, DelegationRequestId=request)
        as_owner.send_delegation_token(DelegationRequestId=request)

    def test_refusals(self):
        create = self.iam.create_delegation_request
        workflow = unique("workflow")
        create(**self.request(RequestorWorkflowId=workflow))
        self.refused("EntityAlreadyExists", 409, create, **self.request(RequestorWorkflowId=workflow))
        self.refused("InvalidInput", 400, create, **self.request(NotificationChannel="mail"))
        self.refused("InvalidInput", 400, create, **self.request(Permissions={"Parameters": [{"Name": "bucketName"}]}))
        missing = {"PolicyTemplateArn": self.template}
        self.refused("InvalidInput", 400, create, **self.request(Permissions=missing))
        for call in (
            self.iam.associate_delegation_request,
            self.iam.accept_delegation_request,
            self.iam.reject_delegation_request,
            self.iam.update_delegation_request,
            self.iam.send_delegation_token,
            self.iam.get_delegation_request,
        ):
            self.refused("NoSuchEntity", 404, call, DelegationRequestId=UNKNOWN)
        foreign = self.create(OwnerAccountId="111122223333")
        self.refused("NoSuchEntity", 404, self.iam.associate_delegation_request, DelegationRequestId=foreign)

    def test_summaries(self):
        request = self.create()
        arn = f"arn:aws:iam::{ACCOUNT}:delegation-request/{request}"
        english = self.iam.get_human_readable_summary(EntityArn=arn)
        self.assertEqual((english["SummaryState"], english["Locale"]), ("AVAILABLE", "en-US"))
        self.assertIn("Purpose: Sets things up.", english["SummaryContent"])
        german = self.iam.get_human_readable_summary(EntityArn=arn, Locale="de-DE")
        self.assertIn("Zweck: Sets things up.", german["SummaryContent"])
        other = self.iam.get_human_readable_summary(EntityArn=arn, Locale="ja-JP")
        self.assertEqual((other["SummaryState"], other["SummaryContent"]), ("NOT_SUPPORTED", ""))
        summary = self.iam.get_human_readable_summary
        self.refused("InvalidInput", 400, summary, EntityArn=f"arn:aws:iam::{ACCOUNT}:user/somebody")
        self.refused("InvalidInput", 400, summary, EntityArn=arn, Locale="xx-XX")
        self.refused("NoSuchEntity", 404, summary, EntityArn=arn.replace(request, UNKNOWN))
