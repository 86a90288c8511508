"""The policy simulator as boto3 shows it."""

import json

from support import ACCOUNT, Case, unique

READ = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"


def policy(**statement):
    return json.dumps({"Version": "2012-10-17", "Statement": [{"Resource": "*", **statement}]})


class Simulation(Case):
    def test_custom_policies(self):
        document = policy(Effect="Allow", Action="s3:GetObject")
        response = self.iam.simulate_custom_policy(
            PolicyInputList=[document],
            ActionNames=["s3:GetObject", "s3:PutObject"],
            ResourceArns=["arn:aws:s3:::books/emma"],
        )
        self.assertFalse(response["IsTruncated"])
        granted, refused = response["EvaluationResults"]
        start = document.index("[") + 2
        matched = {
            "SourcePolicyId": "PolicyInputList.1",
            "SourcePolicyType": "IAM Policy",
            "StartPosition": {"Line": 1, "Column": start},
            "EndPosition": {"Line": 1, "Column": len(document) - 1},
        }
        self.assertEqual(
            granted,
            {
                "EvalActionName": "s3:GetObject",
                "EvalResourceName": "arn:aws:s3:::books/emma",
                "EvalDecision": "allowed",
                "EvalDecisionDetails": {},
                "MatchedStatements": [matched],
                "MissingContextValues": [],
                "ResourceSpecificResults": [
                    {
                        "EvalResourceName": "arn:aws:s3:::books/emma",
                        "EvalResourceDecision": "allowed",
                        "MatchedStatements": [matched],
                        "MissingContextValues": [],
                    }
                ],
            },
        )
        self.assertEqual((refused["EvalDecision"], refused["MatchedStatements"]), ("implicitDeny", []))

    def test_principal_policies_within_a_boundary(self):
        user = self.iam.create_user(UserName=unique("ann"), PermissionsBoundary=READ)["User"]
        pages = self.iam.get_paginator("simulate_principal_policy").paginate(
            PolicySourceArn=user["Arn"],
            PolicyInputList=[policy(Effect="Allow", Action="*")],
            ActionNames=["s3:GetObject", "s3:PutObject", "s3:ListBucket"],
            PaginationConfig={"PageSize": 2},
        )
        results = [result for page in pages for result in page["EvaluationResults"]]
        decisions = [
            (
                result["EvalActionName"],
                result["EvalDecision"],
                result["PermissionsBoundaryDecisionDetail"]["AllowedByPermissionsBoundary"],
            )
            for result in results
        ]
        self.assertEqual(
            decisions,
            [
                ("s3:GetObject", "allowed", True),
                ("s3:PutObject", "implicitDeny", False),
                ("s3:ListBucket", "allowed", True),
            ],
        )

    def test_policies_of_a_user_and_its_groups(self):
        user, group = unique("ann"), unique("devs")
        arn = self.iam.create_user(UserName=user)["User"]["Arn"]
        self.iam.create_group(GroupName=group)
        self.iam.add_user_to_group(UserName=user, GroupName=group)
        self.iam.put_user_policy(
            UserName=user, PolicyName="own", PolicyDocument=policy(Effect="Allow", Action="s3:GetObject")
        )
        self.iam.put_group_policy(
            GroupName=group, PolicyName="queues", PolicyDocument=policy(Effect="Allow", Action="sqs:*")
        )
        self.iam.attach_user_policy(UserName=user, PolicyArn="arn:aws:iam::aws:policy/IAMReadOnlyAccess")
        results = self.iam.simulate_principal_policy(
            PolicySourceArn=arn, ActionNames=["s3:GetObject", "sqs:SendMessage", "iam:GetUser", "ec2:RunInstances"]
        )["EvaluationResults"]
        told = [[matched["SourcePolicyId"] for matched in result["MatchedStatements"]] for result in results]
        self.assertEqual(told, [[f"user_{user}_own"], [f"group_{group}_queues"], ["IAMReadOnlyAccess"], []])
        self.assertEqual([result["EvalDecision"] for result in results], ["allowed"] * 3 + ["implicitDeny"])

        without = self.iam.simulate_principal_policy(
            PolicySourceArn=arn, ActionNames=["iam:GetUser"], PolicyExclusionList=[{"PolicyType": "aws-managed"}]
        )["EvaluationResults"]
        self.assertEqual(without[0]["EvalDecision"], "implicitDeny")

    def test_keys_that_are_wanted(self):
        document = policy(
            Effect="Allow",
            Action="s3:*",
            Condition={"StringEquals": {"aws:PrincipalTag/team": "${s3:ExistingObjectTag/team}"}},
        )
        keys = self.iam.get_context_keys_for_custom_policy(PolicyInputList=[document])["ContextKeyNames"]
        self.assertEqual(sorted(keys), ["aws:PrincipalTag/team", "s3:ExistingObjectTag/team"])
        result = self.iam.simulate_custom_policy(PolicyInputList=[document], ActionNames=["s3:GetObject"])
        self.assertEqual(sorted(result["EvaluationResults"][0]["MissingContextValues"]), sorted(keys))

    def test_errors_have_their_types(self):
        with self.assertRaises(self.iam.exceptions.InvalidInputException):
            self.iam.simulate_custom_policy(PolicyInputList=["{"], ActionNames=["s3:GetObject"])
        nobody = unique("nobody")
        self.refused(
            "NoSuchEntity",
            404,
            self.iam.simulate_principal_policy,
            PolicySourceArn=f"arn:aws:iam::{ACCOUNT}:user/{nobody}",
            ActionNames=["s3:GetObject"],
            message=f"The user with name {nobody} cannot be found.",
        )
        self.refused(
            "NoSuchEntity",
            404,
            self.iam.get_context_keys_for_principal_policy,
            PolicySourceArn=f"arn:aws:iam::{ACCOUNT}:role/{nobody}",
        )
