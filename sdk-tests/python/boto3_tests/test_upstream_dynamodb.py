"""DynamoDB behind AWSim: its ordinary flow, and what is allowed and denied."""

import unittest

from botocore.exceptions import ClientError

from enforced import Awsim, document
from support import ACCOUNT, unique
from upstream import UpstreamCase

GET = "dynamodb:GetItem"


def table_arn(name, rest=""):
    return f"arn:aws:dynamodb:us-east-1:{ACCOUNT}:table/{name}{rest}"


def item(key, **attributes):
    return {"pk": {"S": key}, **{name: {"S": value} for name, value in attributes.items()}}


class DynamoDb(UpstreamCase):
    service = "dynamodb"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.table = cls.create("shared", tags={"team": "blue"})
        cls.admin.put_item(TableName=cls.table, Item=item("a", colour="red"))

    @classmethod
    def create(cls, prefix, tags=None, client=None):
        name = unique(prefix)
        (client or cls.admin).create_table(
            TableName=name,
            KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}],
            AttributeDefinitions=[
                {"AttributeName": "pk", "AttributeType": "S"},
                {"AttributeName": "colour", "AttributeType": "S"},
            ],
            GlobalSecondaryIndexes=[
                {
                    "IndexName": "by-colour",
                    "KeySchema": [{"AttributeName": "colour", "KeyType": "HASH"}],
                    "Projection": {"ProjectionType": "ALL"},
                }
            ],
            BillingMode="PAY_PER_REQUEST",
            Tags=[{"Key": key, "Value": value} for key, value in (tags or {}).items()],
        )
        return name

    def get(self, client, key="a", table=None, **more):
        return dict(call=client.get_item, TableName=table or self.table, Key={"pk": {"S": key}}, **more)

    def test_the_ordinary_flow_of_an_administrator(self):
        table = self.create("flow")
        self.admin.put_item(TableName=table, Item=item("k", colour="blue"))
        self.assertEqual(self.admin.get_item(TableName=table, Key=item("k"))["Item"], item("k", colour="blue"))
        self.admin.update_item(
            TableName=table,
            Key=item("k"),
            UpdateExpression="SET colour = :c",
            ExpressionAttributeValues={":c": {"S": "green"}},
        )
        found = self.admin.query(
            TableName=table, KeyConditionExpression="pk = :p", ExpressionAttributeValues={":p": {"S": "k"}}
        )
        self.assertEqual(found["Items"], [item("k", colour="green")])
        self.admin.batch_write_item(
            RequestItems={table: [{"PutRequest": {"Item": item(f"b{number}")}} for number in range(20)]}
        )
        self.admin.transact_write_items(TransactItems=[{"Put": {"TableName": table, "Item": item("t")}}])
        self.assertEqual(self.admin.scan(TableName=table)["Count"], 22)
        self.admin.execute_statement(Statement=f"SELECT * FROM \"{table}\" WHERE pk = 'k'")
        self.assertIn(table, self.admin.list_tables()["TableNames"])
        self.admin.delete_table(TableName=table)
        self.assertEqual(self.code(self.admin.describe_table, TableName=table), "ResourceNotFoundException")

    def test_identity_policies_decide_on_tables(self):
        own = self.caller({"Action": "dynamodb:*", "Resource": table_arn(self.table)})
        self.allowed(**self.get(own))
        self.allowed(own.describe_table, TableName=self.table)
        self.allowed(own.describe_table, TableName=table_arn(self.table))
        self.denied("identity", own.describe_table, TableName=unique("other"))
        self.denied("identity", own.list_tables)
        self.denied("identity", **self.get(self.caller()))
        reader = self.caller(GET)
        self.allowed(**self.get(reader))
        self.denied("identity", reader.put_item, TableName=self.table, Item=item("x"))
        denied = self.caller("dynamodb:*", {"Effect": "Deny", "Action": "dynamodb:Delete*"})
        self.denied("explicitDeny identity", denied.delete_item, TableName=self.table, Key=item("x"))

    def test_an_index_is_a_resource_of_its_own(self):
        query = dict(
            TableName=self.table,
            IndexName="by-colour",
            KeyConditionExpression="colour = :c",
            ExpressionAttributeValues={":c": {"S": "red"}},
        )
        self.denied("identity", self.caller({"Action": "dynamodb:Query", "Resource": table_arn(self.table)}).query, **query)
        index = self.caller({"Action": "dynamodb:Query", "Resource": table_arn(self.table, "/index/*")})
        self.allowed(index.query, **query)

    def test_boundaries_limit(self):
        boundary = [{"Effect": "Allow", "Action": GET, "Resource": "*"}]
        limited = self.caller("dynamodb:*", boundary=boundary)
        self.allowed(**self.get(limited))
        self.denied("boundary", limited.put_item, TableName=self.table, Item=item("x"))

    def test_tags_of_a_table_and_of_a_request(self):
        blue = {"Action": "dynamodb:*", "Condition": {"StringEquals": {"aws:ResourceTag/team": "blue"}}}
        self.allowed(**self.get(self.caller(blue)))
        red = {"Action": "dynamodb:*", "Condition": {"StringEquals": {"aws:ResourceTag/team": "red"}}}
        tagged = self.caller(red)
        self.denied("identity", **self.get(tagged))
        table = self.create("tagged")
        arn = table_arn(table)
        self.denied("identity", **self.get(tagged, table=table))
        self.admin.tag_resource(ResourceArn=arn, Tags=[{"Key": "team", "Value": "red"}])
        self.allowed(**self.get(tagged, table=table))
        self.admin.untag_resource(ResourceArn=arn, TagKeys=["team"])
        self.denied("identity", **self.get(tagged, table=table))
        tagger = self.caller(
            {"Action": "dynamodb:TagResource", "Condition": {"StringEquals": {"aws:RequestTag/team": "red"}}}
        )
        self.allowed(tagger.tag_resource, ResourceArn=arn, Tags=[{"Key": "team", "Value": "red"}])
        self.denied("identity", tagger.tag_resource, ResourceArn=arn, Tags=[{"Key": "team", "Value": "blue"}])

    def test_leading_keys(self):
        own = self.caller(
            {
                "Action": ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:PutItem", "dynamodb:BatchGetItem"],
                "Condition": {"ForAllValues:StringEquals": {"dynamodb:LeadingKeys": ["a"]}},
            }
        )
        self.allowed(**self.get(own))
        self.denied("identity", **self.get(own, key="b"))
        query = dict(TableName=self.table, KeyConditionExpression="#p = :p", ExpressionAttributeNames={"#p": "pk"})
        self.allowed(own.query, ExpressionAttributeValues={":p": {"S": "a"}}, **query)
        self.denied("identity", own.query, ExpressionAttributeValues={":p": {"S": "b"}}, **query)
        keys = lambda *names: {self.table: {"Keys": [item(name) for name in names]}}
        self.allowed(own.batch_get_item, RequestItems=keys("a"))
        self.denied("identity", own.batch_get_item, RequestItems=keys("a", "b"))
        self.denied("identity", own.put_item, TableName=self.table, Item=item("b"))

    def test_attributes_select_and_return_values(self):
        some = self.caller(
            {
                "Action": "dynamodb:*",
                "Condition": {
                    "ForAllValues:StringEquals": {"dynamodb:Attributes": ["pk", "colour"]},
                    "StringEqualsIfExists": {
                        "dynamodb:Select": "SPECIFIC_ATTRIBUTES",
                        "dynamodb:ReturnValues": ["NONE", "UPDATED_NEW"],
                    },
                },
            }
        )
        self.allowed(**self.get(some, ProjectionExpression="pk, colour"))
        self.denied("identity", **self.get(some, ProjectionExpression="pk, secret"))
        self.allowed(some.scan, TableName=self.table, ProjectionExpression="pk")
        self.denied("identity", some.scan, TableName=self.table)
        update = dict(
            TableName=self.table,
            Key=item("u"),
            UpdateExpression="SET #c = :c",
            ExpressionAttributeNames={"#c": "colour"},
            ExpressionAttributeValues={":c": {"S": "red"}},
        )
        self.allowed(some.update_item, ReturnValues="UPDATED_NEW", **update)
        self.denied("identity", some.update_item, ReturnValues="ALL_OLD", **update)

    def test_batches_and_transactions_are_decided_item_by_item(self):
        other = self.create("second")
        put = [{"PutRequest": {"Item": item("x")}}]
        one = self.caller({"Action": ["dynamodb:BatchWriteItem", "dynamodb:PutItem"], "Resource": table_arn(self.table)})
        self.allowed(one.batch_write_item, RequestItems={self.table: put})
        self.denied("identity", one.batch_write_item, RequestItems={self.table: put, other: put})
        into = lambda table: {"Put": {"TableName": table, "Item": item("x")}}
        self.allowed(one.transact_write_items, TransactItems=[into(self.table)])
        self.denied("identity", one.transact_write_items, TransactItems=[into(self.table), into(other)])
        delete = {"Delete": {"TableName": self.table, "Key": item("y")}}
        self.denied("identity", one.transact_write_items, TransactItems=[into(self.table), delete])
        enclosed = self.caller(
            {
                "Action": "dynamodb:GetItem",
                "Condition": {"ForAnyValue:StringEquals": {"dynamodb:EnclosingOperation": ["TransactGetItems"]}},
            }
        )
        get = [{"Get": {"TableName": self.table, "Key": item("a")}}]
        self.allowed(enclosed.transact_get_items, TransactItems=get)
        self.denied("identity", **self.get(enclosed))

    def test_statements_in_partiql(self):
        select = self.caller({"Action": "dynamodb:PartiQLSelect", "Resource": table_arn(self.table)})
        self.allowed(select.execute_statement, Statement=f"SELECT * FROM \"{self.table}\" WHERE pk = 'a'")
        self.denied("identity", select.execute_statement, Statement=f"DELETE FROM \"{self.table}\" WHERE pk = 'a'")
        self.denied("identity", select.execute_statement, Statement="SELECT * FROM \"another\"")
        self.assertEqual(self.code(select.execute_statement, Statement="EXPLAIN everything"), "ValidationException")
        careful = self.caller(
            {"Action": "dynamodb:PartiQLSelect", "Condition": {"Bool": {"dynamodb:FullTableScan": "false"}}}
        )
        self.allowed(careful.execute_statement, Statement=f"SELECT * FROM \"{self.table}\" WHERE pk = 'a'")
        self.denied("identity", careful.execute_statement, Statement=f"SELECT * FROM \"{self.table}\"")

    def test_a_table_policy_gives_to_another_account(self):
        table = self.create("policy")
        arn = table_arn(table)
        foreigner, user = self.foreigner("dynamodb:*")
        get = self.get(foreigner, table=arn)
        self.denied("resource", **get)
        statement = {"Effect": "Allow", "Principal": {"AWS": user}, "Action": GET, "Resource": arn}
        self.admin.put_resource_policy(ResourceArn=arn, Policy=document([statement]))
        self.allowed(**get)
        self.denied("resource", foreigner.put_item, TableName=arn, Item=item("x"))
        without, _ = self.foreigner({"Action": "sqs:*"})
        self.denied("identity", **self.get(without, table=arn))
        self.admin.delete_resource_policy(ResourceArn=arn)
        self.denied("resource", **get)

    def test_a_table_policy_gives_to_a_user_and_denies(self):
        table = self.create("own-policy")
        arn = table_arn(table)
        name, key = self.user()
        client = self.awsim.client("dynamodb", key)
        self.denied("identity", **self.get(client, table=table))
        allow = {
            "Effect": "Allow",
            "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:user/{name}"},
            "Action": GET,
            "Resource": arn,
        }
        deny = {"Effect": "Deny", "Principal": "*", "Action": "dynamodb:DeleteItem", "Resource": arn}
        self.admin.put_resource_policy(ResourceArn=arn, Policy=document([allow, deny]))
        self.allowed(**self.get(client, table=table))
        self.denied("explicitDeny resource", self.admin.delete_item, TableName=table, Key=item("x"))

    def test_decisions_are_recorded_with_true_resources(self):
        self.assertEqual(self.checks(self.admin.describe_table, TableName=self.table), [
            ("dynamodb:DescribeTable", table_arn(self.table)),
        ])
        info = self.awsim.admin("info")
        [service] = [service for service in info["services"] if service["name"] == "dynamodb"]
        self.assertEqual((service["upstream"], service["coverage"]), (self.moto.url, "full"))

    def test_what_two_readers_may_read_differently_is_refused(self):
        def twice(request, **_):
            request.data = request.data[:-1] + b', "TableName": "another"}'

        client = self.awsim.client("dynamodb")
        client.meta.events.register("before-sign.dynamodb.DescribeTable", twice)
        self.assertEqual(self.code(client.describe_table, TableName=self.table), "SerializationException")


class Outages(UpstreamCase):
    service = "dynamodb"

    def test_an_upstream_that_is_gone(self):
        self.moto.process.kill()
        self.moto.process.wait()
        with self.assertRaises(ClientError) as raised:
            self.admin.list_tables()
        error = raised.exception.response
        self.assertEqual(error["ResponseMetadata"]["HTTPStatusCode"], 503)
        self.assertEqual(error["Error"]["Code"], "ServiceUnavailable")
        self.assertIn(self.moto.url, error["Error"]["Message"])
        # What is denied is denied without it.
        self.denied("identity", self.caller().list_tables)


class Unconfigured(unittest.TestCase):
    def test_without_an_upstream_the_error_says_what_to_configure(self):
        awsim = Awsim()
        self.addCleanup(awsim.stop)
        for service, call in [("dynamodb", "list_tables"), ("sqs", "list_queues"), ("kms", "list_keys")]:
            with self.assertRaises(ClientError) as raised:
                getattr(awsim.client(service), call)()
            message = raised.exception.response["Error"]["Message"]
            self.assertIn(f"AWSIM_SERVICES__{service.upper()}__UPSTREAM", message)

    def test_a_service_that_cannot_be_put_behind_it_is_not_promised(self):
        awsim = Awsim()
        self.addCleanup(awsim.stop)
        with self.assertRaises(ClientError) as raised:
            awsim.client("ecs").list_clusters()
        message = raised.exception.response["Error"]["Message"]
        self.assertIn("not hosted here", message)
        self.assertNotIn("UPSTREAM", message)
