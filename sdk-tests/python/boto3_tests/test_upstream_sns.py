"""SNS behind AWSim: its ordinary flow, and what is allowed and denied."""

import urllib.error
import urllib.request

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from enforced import document
from support import ACCOUNT, unique
from upstream import OTHER, UpstreamCase


class Sns(UpstreamCase):
    service = "sns"

    def topic(self, **more):
        return self.admin.create_topic(Name=unique("topic"), **more)["TopicArn"]

    def test_the_ordinary_flow_of_an_administrator(self):
        topic = self.topic()
        self.assertIn(topic, [found["TopicArn"] for found in self.admin.list_topics()["Topics"]])
        queue = f"arn:aws:sqs:us-east-1:{ACCOUNT}:none"
        subscribed = self.admin.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=queue)["SubscriptionArn"]
        self.admin.set_subscription_attributes(
            SubscriptionArn=subscribed, AttributeName="RawMessageDelivery", AttributeValue="true"
        )
        self.admin.unsubscribe(SubscriptionArn=subscribed)
        self.assertTrue(self.admin.publish(TopicArn=topic, Message="x")["MessageId"])
        self.admin.tag_resource(ResourceArn=topic, Tags=[{"Key": "a", "Value": "b"}])
        self.assertEqual(self.admin.list_tags_for_resource(ResourceArn=topic)["Tags"], [{"Key": "a", "Value": "b"}])
        self.admin.delete_topic(TopicArn=topic)

    def test_identity_policies_decide_on_topics(self):
        topic, other = self.topic(), self.topic()
        publisher = self.caller({"Action": "sns:Publish", "Resource": topic})
        self.allowed(publisher.publish, TopicArn=topic, Message="x")
        self.allowed(publisher.publish, TargetArn=topic, Message="x")
        self.denied("identity", publisher.publish, TopicArn=other, Message="x")
        self.denied("identity", publisher.get_topic_attributes, TopicArn=topic)
        self.denied("identity", publisher.list_topics)
        self.denied("identity", publisher.publish, PhoneNumber="+15550100", Message="x")
        self.denied("identity", self.caller().create_topic, Name=unique("topic"))
        denied = self.caller("sns:*", {"Effect": "Deny", "Action": "sns:Publish"})
        self.denied("explicitDeny identity", denied.publish, TopicArn=topic, Message="x")

    def test_a_batch_needs_the_permission_of_the_single_call(self):
        topic = self.topic()
        entries = [{"Id": "1", "Message": "x"}]
        publisher = self.caller("sns:Publish")
        self.allowed(publisher.publish_batch, TopicArn=topic, PublishBatchRequestEntries=entries)
        nothing = self.caller("sns:PublishBatch")
        self.denied("identity", nothing.publish_batch, TopicArn=topic, PublishBatchRequestEntries=entries)

    def test_boundaries_limit(self):
        topic = self.topic()
        limited = self.caller("sns:*", boundary=[{"Effect": "Allow", "Action": "sns:Publish", "Resource": "*"}])
        self.allowed(limited.publish, TopicArn=topic, Message="x")
        self.denied("boundary", limited.delete_topic, TopicArn=topic)

    def test_protocols_and_endpoints_of_subscriptions(self):
        topic = self.topic()
        only = {"StringEquals": {"sns:Protocol": "email"}, "StringLike": {"sns:Endpoint": "*@example.com"}}
        subscriber = self.caller({"Action": "sns:Subscribe", "Condition": only})
        self.allowed(subscriber.subscribe, TopicArn=topic, Protocol="email", Endpoint="a@example.com")
        self.denied("identity", subscriber.subscribe, TopicArn=topic, Protocol="email", Endpoint="a@example.org")
        self.denied("identity", subscriber.subscribe, TopicArn=topic, Protocol="sms", Endpoint="+15550100")

    def test_tags_of_a_topic_and_of_a_request(self):
        topic = self.topic(Tags=[{"Key": "team", "Value": "blue"}])
        blue = {"StringEquals": {"aws:ResourceTag/team": "blue"}}
        tagged = self.caller({"Action": "sns:*", "Condition": blue})
        self.allowed(tagged.publish, TopicArn=topic, Message="x")
        self.admin.untag_resource(ResourceArn=topic, TagKeys=["team"])
        self.denied("identity", tagged.publish, TopicArn=topic, Message="x")
        creator = self.caller("sns:CreateTopic")
        self.allowed(creator.create_topic, Name=unique("topic"))
        tags = [{"Key": "team", "Value": "red"}]
        self.denied("identity", creator.create_topic, Name=unique("topic"), Tags=tags)

    def test_roles_that_are_given_to_the_service(self):
        topic = self.topic()
        _, role = self.role()
        subscribe = dict(
            TopicArn=topic,
            Protocol="firehose",
            Endpoint=f"arn:aws:firehose:us-east-1:{ACCOUNT}:deliverystream/d",
            Attributes={"SubscriptionRoleArn": role},
        )
        self.denied("identity", self.caller("sns:Subscribe").subscribe, **subscribe)
        passes = {
            "Action": "iam:PassRole",
            "Resource": role,
            "Condition": {"StringEquals": {"iam:PassedToService": "sns.amazonaws.com"}},
        }
        self.allowed(self.caller("sns:Subscribe", passes).subscribe, **subscribe)

    def test_a_topic_policy_gives_to_another_account(self):
        topic = self.topic()
        client, user = self.foreigner("sns:*")
        self.denied("resource", client.publish, TopicArn=topic, Message="x")
        statement = {"Effect": "Allow", "Principal": {"AWS": user}, "Action": "sns:Publish", "Resource": topic}
        policy = document([statement])
        self.admin.set_topic_attributes(TopicArn=topic, AttributeName="Policy", AttributeValue=policy)
        self.allowed(client.publish, TopicArn=topic, Message="x")
        self.denied("resource", client.delete_topic, TopicArn=topic)
        without, _ = self.foreigner("sqs:*")
        self.denied("identity", without.publish, TopicArn=topic, Message="x")

    def test_a_topic_policy_denies(self):
        topic = self.topic()
        deny = {"Effect": "Deny", "Principal": "*", "Action": "sns:Publish", "Resource": topic}
        self.admin.set_topic_attributes(TopicArn=topic, AttributeName="Policy", AttributeValue=document([deny]))
        self.denied("explicitDeny resource", self.admin.publish, TopicArn=topic, Message="x")

    def test_permissions_that_are_added_and_removed(self):
        topic = self.topic()
        client, _ = self.foreigner("sns:*")
        self.admin.add_permission(TopicArn=topic, Label="o", AWSAccountId=[OTHER], ActionName=["Publish"])
        self.allowed(client.publish, TopicArn=topic, Message="x")
        self.admin.remove_permission(TopicArn=topic, Label="o")
        self.denied("resource", client.publish, TopicArn=topic, Message="x")

    def test_nothing_is_carried_past_the_decision(self):
        """What is in one place for AWSim and in another for the upstream is refused."""
        topic = self.topic()
        _, key = self.user({"inline": [[{"Effect": "Allow", "Action": "sns:ListTopics", "Resource": "*"}]]})
        credentials = Credentials(key["aws_access_key_id"], key["aws_secret_access_key"])
        hidden = f"Action=DeleteTopic&Version=2010-03-31&TopicArn={topic}"
        parts = f'--x\r\nContent-Disposition: form-data; name="Action"\r\n\r\nDeleteTopic\r\n--x--\r\n'
        form = "application/x-www-form-urlencoded"
        for method, kind, body in [
            ("GET", form, hidden),
            ("POST", "multipart/form-data; boundary=x", parts),
            ("POST", "text/plain", hidden),
        ]:
            url = f"{self.awsim.url}/?Action=ListTopics&Version=2010-03-31"
            request = AWSRequest(method, url, {"Content-Type": kind}, body)
            SigV4Auth(credentials, "sns", "us-east-1").add_auth(request)
            prepared = request.prepare()
            sent = urllib.request.Request(
                prepared.url, body.encode(), {**prepared.headers, "Content-Type": kind}, method=method
            )
            with self.assertRaises(urllib.error.HTTPError) as refused:
                urllib.request.urlopen(sent)
            self.assertEqual(refused.exception.code, 400, (method, kind))
            self.assertIn("MalformedInput", refused.exception.read().decode())
        self.assertEqual(self.admin.get_topic_attributes(TopicArn=topic)["Attributes"]["TopicArn"], topic)
