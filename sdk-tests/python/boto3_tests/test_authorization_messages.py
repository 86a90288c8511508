"""`DecodeAuthorizationMessage`: why somebody else's request was denied."""

import json
import unittest

from botocore.exceptions import ClientError

from enforced import EnforcedCase, verdict
from support import ACCOUNT


class AuthorizationMessages(EnforcedCase):
    def setUp(self):
        statements = [{"Sid": "NoRoles", "Effect": "Deny", "Action": "iam:ListRoles", "Resource": "*"}]
        self.name, key = self.user({"inline": [statements]})
        self.denied = self.awsim.client("iam", key)
        reader = [{"Effect": "Allow", "Action": "sts:DecodeAuthorizationMessage", "Resource": "*"}]
        _, key = self.user({"inline": [reader]})
        self.reader = self.awsim.client("sts", key)

    def message(self, call, **parameters):
        """The encoded message of a denied call, from the record of the decision."""
        outcome, request_id = verdict(call, **parameters)
        self.assertIn("Deny", outcome)
        [decision] = self.awsim.decisions(request_id=request_id)
        return decision["encoded_message"]

    def decoded(self, message):
        return json.loads(self.reader.decode_authorization_message(EncodedMessage=message)["DecodedMessage"])

    def refused(self, code, status, call, **parameters):
        with self.assertRaises(ClientError) as raised:
            call(**parameters)
        response = raised.exception.response
        self.assertEqual(response["Error"]["Code"], code, response)
        self.assertEqual(response["ResponseMetadata"]["HTTPStatusCode"], status, response)
        return response["Error"]["Message"]

    def test_an_implicit_denial(self):
        told = self.decoded(self.message(self.denied.get_user, UserName="nobody"))
        self.assertEqual((told["allowed"], told["explicitDeny"]), (False, False))
        self.assertEqual((told["matchedStatements"], told["failures"]), ({"items": []}, {"items": []}))
        context = told["context"]
        arn = f"arn:aws:iam::{ACCOUNT}:user/{self.name}"
        self.assertEqual(context["principal"]["arn"], arn)
        self.assertTrue(context["principal"]["id"].startswith("AIDA"), context)
        self.assertEqual(context["action"], "iam:GetUser")
        self.assertEqual(context["resource"], f"arn:aws:iam::{ACCOUNT}:user/nobody")
        conditions = {item["key"]: item["values"]["items"] for item in context["conditions"]["items"]}
        self.assertEqual(conditions["aws:username"], [{"value": self.name}])
        self.assertEqual(conditions["aws:SourceIp"], [{"value": "127.0.0.1"}])
        self.assertEqual(conditions["aws:RequestedRegion"], [{"value": "us-east-1"}])

    def test_an_explicit_denial_names_the_statement(self):
        told = self.decoded(self.message(self.denied.list_roles))
        self.assertTrue(told["explicitDeny"])
        [statement] = told["matchedStatements"]["items"]
        self.assertEqual((statement["statementId"], statement["effect"]), ("NoRoles", "DENY"))
        self.assertEqual(statement["actions"], {"items": [{"value": "iam:ListRoles"}]})
        self.assertEqual(statement["resources"], {"items": [{"value": "*"}]})

    def test_it_takes_a_permission(self):
        message = self.message(self.denied.list_roles)
        sts = self.awsim.client("sts", self.user()[1])
        told = self.refused("AccessDenied", 403, sts.decode_authorization_message, EncodedMessage=message)
        self.assertIn("sts:DecodeAuthorizationMessage", told)

    def test_what_is_no_message_is_invalid(self):
        message = self.message(self.denied.list_roles)
        session = self.awsim.client("sts").get_session_token()["Credentials"]["SessionToken"]
        for wrong in [message[:-4], message + "\n", "a" * 10_240, session]:
            told = self.refused(
                "InvalidAuthorizationMessageException",
                400,
                self.reader.decode_authorization_message,
                EncodedMessage=wrong,
            )
            self.assertEqual(told, "Message is not valid")

    def test_what_was_allowed_has_no_message(self):
        request_id = self.awsim.client("iam").list_roles()["ResponseMetadata"]["RequestId"]
        [decision] = self.awsim.decisions(request_id=request_id)
        self.assertNotIn("encoded_message", decision)


if __name__ == "__main__":
    unittest.main()
