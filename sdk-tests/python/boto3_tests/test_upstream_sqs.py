"""SQS behind AWSim: its ordinary flow, and what is allowed and denied."""

import urllib.parse
import urllib.request

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from enforced import document
from support import ACCOUNT, unique
from upstream import OTHER, UpstreamCase


def queue_arn(name):
    return f"arn:aws:sqs:us-east-1:{ACCOUNT}:{name}"


class Sqs(UpstreamCase):
    service = "sqs"

    def queue(self, **more):
        name = unique("queue")
        return name, self.admin.create_queue(QueueName=name, **more)["QueueUrl"]

    def test_the_ordinary_flow_of_an_administrator(self):
        name, url = self.queue()
        self.assertEqual(self.admin.get_queue_url(QueueName=name)["QueueUrl"], url)
        self.admin.send_message(QueueUrl=url, MessageBody="one")
        self.admin.send_message_batch(
            QueueUrl=url, Entries=[{"Id": str(number), "MessageBody": "more"} for number in range(3)]
        )
        received = self.admin.receive_message(QueueUrl=url, MaxNumberOfMessages=10)["Messages"]
        self.assertEqual(len(received), 4)
        entries = [{"Id": str(i), "ReceiptHandle": m["ReceiptHandle"]} for i, m in enumerate(received)]
        self.assertEqual(len(self.admin.delete_message_batch(QueueUrl=url, Entries=entries)["Successful"]), 4)
        self.admin.tag_queue(QueueUrl=url, Tags={"team": "blue"})
        self.assertEqual(self.admin.list_queue_tags(QueueUrl=url)["Tags"], {"team": "blue"})
        self.assertIn(url, self.admin.list_queues()["QueueUrls"])
        self.admin.delete_queue(QueueUrl=url)

    def test_identity_policies_decide_on_queues(self):
        name, url = self.queue()
        _, other = self.queue()
        sender = self.caller({"Action": "sqs:SendMessage", "Resource": queue_arn(name)})
        self.allowed(sender.send_message, QueueUrl=url, MessageBody="x")
        self.denied("identity", sender.send_message, QueueUrl=other, MessageBody="x")
        self.denied("identity", sender.receive_message, QueueUrl=url)
        self.denied("identity", sender.list_queues)
        self.denied("identity", self.caller().get_queue_url, QueueName=name)
        denied = self.caller("sqs:*", {"Effect": "Deny", "Action": "sqs:PurgeQueue"})
        self.allowed(denied.get_queue_attributes, QueueUrl=url)
        self.denied("explicitDeny identity", denied.purge_queue, QueueUrl=url)

    def test_a_batch_needs_the_permission_of_the_single_call(self):
        _, url = self.queue()
        sender = self.caller("sqs:SendMessage")
        entries = [{"Id": "1", "MessageBody": "x"}]
        self.allowed(sender.send_message_batch, QueueUrl=url, Entries=entries)
        handles = [{"Id": "1", "ReceiptHandle": "x"}]
        self.denied("identity", sender.delete_message_batch, QueueUrl=url, Entries=handles)
        visible = [{"Id": "1", "ReceiptHandle": "x", "VisibilityTimeout": 1}]
        self.denied("identity", sender.change_message_visibility_batch, QueueUrl=url, Entries=visible)
        nothing = self.caller("sqs:SendMessageBatch")
        self.denied("identity", nothing.send_message_batch, QueueUrl=url, Entries=entries)

    def test_boundaries_limit(self):
        _, url = self.queue()
        limited = self.caller("sqs:*", boundary=[{"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*"}])
        self.allowed(limited.send_message, QueueUrl=url, MessageBody="x")
        self.denied("boundary", limited.receive_message, QueueUrl=url)

    def test_tags_of_a_queue_and_of_a_request(self):
        _, url = self.queue(tags={"team": "blue"})
        tagged = self.caller(
            {"Action": "sqs:*", "Condition": {"StringEquals": {"aws:ResourceTag/team": "blue"}}}
        )
        self.allowed(tagged.send_message, QueueUrl=url, MessageBody="x")
        self.admin.tag_queue(QueueUrl=url, Tags={"team": "red"})
        self.denied("identity", tagged.send_message, QueueUrl=url, MessageBody="x")
        self.admin.untag_queue(QueueUrl=url, TagKeys=["team"])
        self.denied("identity", tagged.send_message, QueueUrl=url, MessageBody="x")
        creator = self.caller({"Action": "sqs:CreateQueue"})
        self.allowed(creator.create_queue, QueueName=unique("untagged"))
        self.denied("identity", creator.create_queue, QueueName=unique("tagged"), tags={"team": "x"})
        red = {"StringEquals": {"aws:RequestTag/team": "red"}}
        creator = self.caller({"Action": ["sqs:CreateQueue", "sqs:TagQueue"], "Condition": red})
        self.allowed(creator.create_queue, QueueName=unique("red"), tags={"team": "red"})
        self.denied("identity", creator.create_queue, QueueName=unique("blue"), tags={"team": "blue"})

    def test_a_queue_policy_gives_to_another_account(self):
        name, url = self.queue()
        client, user = self.foreigner("sqs:*")
        self.denied("resource", client.send_message, QueueUrl=url, MessageBody="x")
        statement = {
            "Effect": "Allow",
            "Principal": {"AWS": user},
            "Action": "sqs:SendMessage",
            "Resource": queue_arn(name),
        }
        self.admin.set_queue_attributes(QueueUrl=url, Attributes={"Policy": document([statement])})
        self.allowed(client.send_message, QueueUrl=url, MessageBody="x")
        self.denied("resource", client.receive_message, QueueUrl=url)
        without, _ = self.foreigner("sns:*")
        self.denied("identity", without.send_message, QueueUrl=url, MessageBody="x")
        self.admin.set_queue_attributes(QueueUrl=url, Attributes={"Policy": ""})
        self.denied("resource", client.send_message, QueueUrl=url, MessageBody="x")

    def test_a_queue_policy_gives_to_a_user_and_denies(self):
        name, url = self.queue()
        user, key = self.user()
        client = self.awsim.client("sqs", key)
        arn = f"arn:aws:iam::{ACCOUNT}:user/{user}"
        allow = {"Effect": "Allow", "Principal": {"AWS": arn}, "Action": "sqs:*", "Resource": queue_arn(name)}
        deny = {"Effect": "Deny", "Principal": "*", "Action": "sqs:PurgeQueue", "Resource": queue_arn(name)}
        self.denied("identity", client.send_message, QueueUrl=url, MessageBody="x")
        self.admin.set_queue_attributes(QueueUrl=url, Attributes={"Policy": document([allow, deny])})
        self.allowed(client.send_message, QueueUrl=url, MessageBody="x")
        self.denied("explicitDeny resource", client.purge_queue, QueueUrl=url)
        self.denied("explicitDeny resource", self.admin.purge_queue, QueueUrl=url)

    def test_permissions_that_are_added_and_removed(self):
        _, url = self.queue()
        client, _ = self.foreigner("sqs:*")
        self.denied("resource", client.send_message, QueueUrl=url, MessageBody="x")
        self.admin.add_permission(QueueUrl=url, Label="other", AWSAccountIds=[OTHER], Actions=["SendMessage"])
        self.allowed(client.send_message, QueueUrl=url, MessageBody="x")
        self.admin.remove_permission(QueueUrl=url, Label="other")
        self.denied("resource", client.send_message, QueueUrl=url, MessageBody="x")

    def test_what_is_known_goes_with_the_queue(self):
        name, url = self.queue()
        client, user = self.foreigner("sqs:*")
        statement = {"Effect": "Allow", "Principal": {"AWS": user}, "Action": "sqs:*", "Resource": queue_arn(name)}
        self.admin.set_queue_attributes(QueueUrl=url, Attributes={"Policy": document([statement])})
        self.allowed(client.send_message, QueueUrl=url, MessageBody="x")
        self.admin.delete_queue(QueueUrl=url)
        self.admin.create_queue(QueueName=name)
        self.denied("resource", client.send_message, QueueUrl=url, MessageBody="x")

    def test_moving_messages_needs_all_that_it_does(self):
        name, _ = self.queue()
        mover = self.caller("sqs:StartMessageMoveTask")
        self.denied("identity", mover.start_message_move_task, SourceArn=queue_arn(name))
        found = self.checks(self.admin.start_message_move_task, SourceArn=queue_arn(name))
        actions = ["DeleteMessage", "GetQueueAttributes", "ReceiveMessage", "StartMessageMoveTask"]
        self.assertEqual(found, [(f"sqs:{action}", queue_arn(name)) for action in actions])

    def test_the_query_protocol_of_older_clients(self):
        name, url = self.queue()
        _, key = self.user({"inline": [[{"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": queue_arn(name)}]]})
        credentials = Credentials(key["aws_access_key_id"], key["aws_secret_access_key"])

        def send(path, **fields):
            data = urllib.parse.urlencode({"Version": "2012-11-05", **fields})
            headers = {"Content-Type": "application/x-www-form-urlencoded"}
            request = AWSRequest("POST", self.awsim.url + path, headers, data)
            SigV4Auth(credentials, "sqs", "us-east-1").add_auth(request)
            prepared = request.prepare()
            try:
                made = urllib.request.Request(prepared.url, prepared.body.encode(), dict(prepared.headers))
                with urllib.request.urlopen(made) as answer:
                    return answer.status, answer.read().decode()
            except urllib.error.HTTPError as error:
                return error.code, error.read().decode()

        message = {"Action": "SendMessage", "MessageBody": "x"}
        self.assertEqual(send("/", QueueUrl=url, **message)[0], 200)
        self.assertEqual(send(f"/{ACCOUNT}/{name}", **message)[0], 200)
        status, answer = send(f"/{ACCOUNT}/{name}", Action="ReceiveMessage")
        self.assertEqual(status, 403, answer)
        self.assertIn("<Code>AccessDenied</Code>", answer)
        # One queue in the path, another in the form.
        self.assertNotEqual(send(f"/{ACCOUNT}/another", QueueUrl=url, **message)[0], 200)
