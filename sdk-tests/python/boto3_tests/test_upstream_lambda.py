"""Lambda behind AWSim: its ordinary flow, and what is allowed and denied."""

import io
import json
import urllib.request
import zipfile

import boto3

from enforced import document
from support import ACCOUNT, unique
from upstream import OTHER, UpstreamCase

PREFIX = f"arn:aws:lambda:us-east-1:{ACCOUNT}"


def arn(name):
    return f"{PREFIX}:function:{name}"


def code():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("main.py", "def handler(event, context):\n    return event\n")
    return data.getvalue()


class Lambda(UpstreamCase):
    service = "lambda"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # Functions are not run: there is nothing to run them in.
        settings = json.dumps({"lambda": {"use_docker": False}}).encode()
        urllib.request.urlopen(f"{cls.moto.url}/moto-api/config", data=settings).close()
        # The server looks for roles in its own accounts.
        key = {"aws_access_key_id": "test", "aws_secret_access_key": "test"}
        behind = boto3.client("iam", endpoint_url=cls.moto.url, region_name="us-east-1", **key)
        name = unique("role")
        cls.role_arn = behind.create_role(RoleName=name, AssumeRolePolicyDocument="{}")["Role"]["Arn"]

    def parameters(self, name=None, **more):
        named = {"FunctionName": name or unique("f"), "Runtime": "python3.12", "Handler": "main.handler"}
        return {**named, "Role": self.role_arn, "Code": {"ZipFile": code()}, **more}

    def function(self, **more):
        name = unique("f")
        self.admin.create_function(**self.parameters(name, **more))
        return name

    def grant(self, name, principal, action="lambda:InvokeFunction", **more):
        statement = unique("s")
        self.admin.add_permission(
            FunctionName=name, StatementId=statement, Action=action, Principal=principal, **more
        )
        return statement

    def test_the_ordinary_flow_of_an_administrator(self):
        name = self.function(Tags={"team": "blue"})
        self.assertEqual(self.admin.get_function(FunctionName=name)["Configuration"]["FunctionArn"], arn(name))
        answer = self.admin.invoke(FunctionName=name, Payload=b'{"a": 1}')
        self.assertEqual(answer["StatusCode"], 200)
        self.assertTrue(answer["Payload"].read())
        self.admin.update_function_configuration(FunctionName=name, Timeout=9)
        self.admin.update_function_code(FunctionName=name, ZipFile=code())
        version = self.admin.publish_version(FunctionName=name)["Version"]
        self.admin.create_alias(FunctionName=name, Name="live", FunctionVersion=version)
        self.assertEqual(self.admin.get_alias(FunctionName=name, Name="live")["FunctionVersion"], version)
        self.admin.tag_resource(Resource=arn(name), Tags={"more": "x"})
        self.assertEqual(self.admin.list_tags(Resource=arn(name))["Tags"], {"team": "blue", "more": "x"})
        self.admin.untag_resource(Resource=arn(name), TagKeys=["team", "more"])
        self.assertEqual(self.admin.list_tags(Resource=arn(name))["Tags"], {})
        self.assertIn(name, [found["FunctionName"] for found in self.admin.list_functions()["Functions"]])
        self.admin.delete_function(FunctionName=name)

    def test_identity_policies_decide_on_functions_however_they_are_named(self):
        name, other = self.function(), self.function()
        own = self.caller({"Action": "lambda:GetFunction", "Resource": arn(name)})
        for named in (name, arn(name), f"{ACCOUNT}:function:{name}", f"function:{name}"):
            self.assertEqual(self.checks(own.get_function, FunctionName=named), [("lambda:GetFunction", arn(name))])
        self.allowed(own.get_function, FunctionName=name)
        self.denied("identity", own.get_function, FunctionName=other)
        self.denied("identity", own.get_function_configuration, FunctionName=name)
        self.denied("identity", own.delete_function, FunctionName=name)
        self.denied("identity", own.list_functions)
        self.allowed(self.caller("lambda:ListFunctions").list_functions)
        denied = self.caller("lambda:*", {"Effect": "Deny", "Action": "lambda:Invoke*"})
        self.allowed(denied.get_function, FunctionName=name)
        self.denied("explicitDeny identity", denied.invoke, FunctionName=name)

    def test_a_version_or_alias_counts_where_functions_are_invoked(self):
        name = self.function()
        version = self.admin.publish_version(FunctionName=name)["Version"]
        self.admin.create_alias(FunctionName=name, Name="live", FunctionVersion=version)
        live = self.caller({"Action": "lambda:*", "Resource": f"{arn(name)}:live"})
        self.allowed(live.invoke, FunctionName=name, Qualifier="live")
        self.allowed(live.invoke, FunctionName=f"{name}:live")
        self.allowed(live.invoke, FunctionName=f"{arn(name)}:live")
        self.denied("identity", live.invoke, FunctionName=name)
        self.denied("identity", live.invoke, FunctionName=name, Qualifier=version)
        self.denied("identity", live.get_function, FunctionName=name, Qualifier="live")
        bare = self.caller({"Action": "lambda:InvokeFunction", "Resource": arn(name)})
        self.allowed(bare.invoke, FunctionName=name)
        self.denied("identity", bare.invoke, FunctionName=name, Qualifier="live")
        any_of_it = self.caller({"Action": "lambda:InvokeFunction", "Resource": f"{arn(name)}:*"})
        self.allowed(any_of_it.invoke, FunctionName=name, Qualifier=version)
        self.denied("identity", any_of_it.invoke, FunctionName=name)
        refused = self.code(live.invoke, FunctionName=f"{name}:live", Qualifier=version)
        self.assertEqual(refused, "InvalidParameterValueException")

    def test_a_function_is_created_with_what_its_creator_may_give(self):
        create = {"Action": "lambda:CreateFunction", "Resource": f"{PREFIX}:function:mine-*"}
        role = {"Action": "iam:PassRole", "Resource": self.role_arn}
        to_lambda = {"StringEquals": {"iam:PassedToService": "lambda.amazonaws.com"}}
        to_another = {"StringEquals": {"iam:PassedToService": "ec2.amazonaws.com"}}
        creator = self.caller(create, {**role, "Condition": to_lambda})
        self.allowed(creator.create_function, **self.parameters(unique("mine-f")))
        self.denied("identity", creator.create_function, **self.parameters(unique("f")))
        without = self.caller(create)
        self.denied("identity", without.create_function, **self.parameters(unique("mine-f")))
        elsewhere = self.caller(create, {**role, "Condition": to_another})
        self.denied("identity", elsewhere.create_function, **self.parameters(unique("mine-f")))
        tagged = self.parameters(unique("mine-f"), Tags={"team": "blue"})
        self.denied("identity", creator.create_function, **tagged)
        checked = self.checks(self.admin.create_function, **tagged)
        self.assertEqual(
            checked,
            [
                ("iam:PassRole", self.role_arn),
                ("lambda:CreateFunction", arn(tagged["FunctionName"])),
                ("lambda:TagResource", arn(tagged["FunctionName"])),
            ],
        )

    def test_a_role_is_passed_when_it_changes(self):
        name = self.function()
        updater = self.caller("lambda:UpdateFunctionConfiguration")
        self.allowed(updater.update_function_configuration, FunctionName=name, Timeout=7)
        self.denied("identity", updater.update_function_configuration, FunctionName=name, Role=self.role_arn)
        passing = self.caller("lambda:UpdateFunctionConfiguration", "iam:PassRole")
        self.allowed(passing.update_function_configuration, FunctionName=name, Role=self.role_arn)

    def test_conditions_on_layers_and_networks(self):
        name = self.function()
        layer = f"{PREFIX}:layer:shared:1"
        only = {"ForAllValues:StringEquals": {"lambda:Layer": [layer]}, "Null": {"lambda:Layer": "false"}}
        update = self.admin.update_function_configuration
        self.assertEqual(
            self.checks(update, FunctionName=name, Layers=[layer]),
            [("lambda:GetLayerVersion", layer), ("lambda:UpdateFunctionConfiguration", arn(name))],
        )
        own = self.caller({"Action": "lambda:UpdateFunctionConfiguration", "Condition": only}, "lambda:GetLayerVersion")
        self.allowed(own.update_function_configuration, FunctionName=name, Layers=[layer])
        other = f"{PREFIX}:layer:other:1"
        self.denied("identity", own.update_function_configuration, FunctionName=name, Layers=[layer, other])
        self.denied("identity", own.update_function_configuration, FunctionName=name, Timeout=5)
        inside = {"ForAnyValue:StringEquals": {"lambda:SubnetIds": ["subnet-1"]}}
        networked = self.caller({"Action": "lambda:UpdateFunctionConfiguration", "Condition": inside})
        vpc = {"SubnetIds": ["subnet-2"], "SecurityGroupIds": ["sg-1"]}
        self.denied("identity", networked.update_function_configuration, FunctionName=name, VpcConfig=vpc)

    def test_boundaries_limit(self):
        name = self.function()
        invoke = {"Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": "*"}
        limited = self.caller("lambda:*", boundary=[invoke])
        self.allowed(limited.invoke, FunctionName=name)
        self.denied("boundary", limited.get_function, FunctionName=name)

    def test_tags_of_a_function_and_of_a_request(self):
        name = self.function(Tags={"team": "blue"})
        version = self.admin.publish_version(FunctionName=name)["Version"]
        blue = {"StringEquals": {"aws:ResourceTag/team": "blue"}}
        tagged = self.caller({"Action": "lambda:*", "Condition": blue})
        self.allowed(tagged.get_function, FunctionName=name)
        self.allowed(tagged.invoke, FunctionName=name, Qualifier=version)
        self.admin.tag_resource(Resource=arn(name), Tags={"team": "red"})
        self.denied("identity", tagged.get_function, FunctionName=name)
        self.denied("identity", tagged.invoke, FunctionName=name, Qualifier=version)
        red = {"StringEquals": {"aws:RequestTag/team": "red"}}
        tagger = self.caller({"Action": "lambda:TagResource", "Condition": red})
        self.allowed(tagger.tag_resource, Resource=arn(name), Tags={"team": "red"})
        self.denied("identity", tagger.tag_resource, Resource=arn(name), Tags={"team": "blue"})
        keys = {"ForAllValues:StringEquals": {"aws:TagKeys": ["team"]}}
        untagger = self.caller({"Action": "lambda:UntagResource", "Condition": keys})
        self.denied("identity", untagger.untag_resource, Resource=arn(name), TagKeys=["team", "cost"])
        self.allowed(untagger.untag_resource, Resource=arn(name), TagKeys=["team"])

    def test_a_function_policy_gives_to_another_account(self):
        name = self.function()
        client, _ = self.foreigner("lambda:*")
        self.denied("resource", client.invoke, FunctionName=arn(name))
        statement = self.grant(name, OTHER)
        self.allowed(client.invoke, FunctionName=arn(name))
        self.denied("resource", client.get_function, FunctionName=arn(name))
        self.denied("resource", client.invoke, FunctionName=f"{arn(name)}:live")
        without, _ = self.foreigner("sqs:*")
        self.denied("identity", without.invoke, FunctionName=arn(name))
        self.admin.remove_permission(FunctionName=name, StatementId=statement)
        self.denied("resource", client.invoke, FunctionName=arn(name))

    def test_a_policy_goes_with_its_function(self):
        name = self.function()
        client, _ = self.foreigner("lambda:*")
        self.grant(name, OTHER)
        self.allowed(client.invoke, FunctionName=arn(name))
        self.admin.delete_function(FunctionName=name)
        self.admin.create_function(**self.parameters(name))
        self.denied("resource", client.invoke, FunctionName=arn(name))

    def test_who_may_let_in_whom(self):
        name = self.function()
        principal = {"StringEquals": {"lambda:Principal": "s3.amazonaws.com"}}
        granter = self.caller({"Action": ["lambda:AddPermission", "lambda:RemovePermission"], "Condition": principal})
        added = {"FunctionName": name, "StatementId": "s", "Action": "lambda:InvokeFunction"}
        self.allowed(granter.add_permission, Principal="s3.amazonaws.com", **added)
        self.denied("identity", granter.add_permission, Principal=OTHER, **added)
        self.allowed(granter.remove_permission, FunctionName=name, StatementId="s")
        other = self.grant(name, OTHER)
        self.denied("identity", granter.remove_permission, FunctionName=name, StatementId=other)

    def test_function_urls(self):
        name = self.function()
        signed = {"StringEquals": {"lambda:FunctionUrlAuthType": "AWS_IAM"}}
        owner = self.caller(
            {"Action": ["lambda:CreateFunctionUrlConfig", "lambda:DeleteFunctionUrlConfig"], "Condition": signed}
        )
        self.denied("identity", owner.create_function_url_config, FunctionName=name, AuthType="NONE")
        self.allowed(owner.create_function_url_config, FunctionName=name, AuthType="AWS_IAM")
        self.allowed(owner.delete_function_url_config, FunctionName=name)
        self.admin.create_function_url_config(FunctionName=name, AuthType="NONE")
        self.denied("identity", owner.delete_function_url_config, FunctionName=name)

    def test_layers_by_version(self):
        name = unique("layer")
        published = self.admin.publish_layer_version(LayerName=name, Content={"ZipFile": code()})
        own = self.caller({"Action": "lambda:GetLayerVersion", "Resource": f"{PREFIX}:layer:{name}:1"})
        self.allowed(own.get_layer_version, LayerName=name, VersionNumber=1)
        self.denied("identity", own.get_layer_version, LayerName=name, VersionNumber=2)
        self.denied("identity", own.delete_layer_version, LayerName=name, VersionNumber=1)
        self.assertEqual(published["LayerVersionArn"], f"{PREFIX}:layer:{name}:1")
        publisher = self.caller({"Action": "lambda:PublishLayerVersion", "Resource": f"{PREFIX}:layer:{name}"})
        self.allowed(publisher.publish_layer_version, LayerName=name, Content={"ZipFile": code()})
        self.denied("identity", publisher.publish_layer_version, LayerName="other", Content={"ZipFile": code()})

    def test_code_in_a_bucket_is_read_by_those_who_may(self):
        s3, bucket, name = self.awsim.client("s3"), unique("bucket"), self.function()
        s3.create_bucket(Bucket=bucket)
        s3.put_object(Bucket=bucket, Key="code.zip", Body=code())
        place, read = {"S3Bucket": bucket, "S3Key": "code.zip"}, f"arn:aws:s3:::{bucket}/code.zip"
        actions = ["lambda:CreateFunction", "lambda:PublishLayerVersion", "lambda:UpdateFunctionCode", "iam:PassRole"]
        writer = self.caller(actions)
        reader = self.caller(actions, {"Action": "s3:GetObject", "Resource": read})
        for operation, parameters in [
            ("create_function", self.parameters(Code=place)),
            ("update_function_code", {"FunctionName": name, **place}),
            ("publish_layer_version", {"LayerName": unique("layer"), "Content": place}),
        ]:
            self.denied("identity", getattr(writer, operation), **parameters)
            self.allowed(getattr(reader, operation), **parameters)
        of_version = {"FunctionName": name, "S3ObjectVersion": "v", **place}
        self.denied("identity", reader.update_function_code, **of_version)
        found = self.checks(self.admin.update_function_code, **of_version)
        self.assertEqual(found, [("lambda:UpdateFunctionCode", arn(name)), ("s3:GetObjectVersion", read)])
        policy = {"Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Resource": read}
        s3.put_bucket_policy(Bucket=bucket, Policy=document([policy]))
        self.denied("explicitDeny resource", reader.update_function_code, FunctionName=name, **place)
        nowhere = {"FunctionName": name, "S3Bucket": "b**", "S3Key": "k"}
        self.assertEqual(self.code(self.admin.update_function_code, **nowhere), "InvalidParameterValueException")

    def test_event_source_mappings_go_with_their_function(self):
        name, other = self.function(), self.function()
        queue = self.awsim.client("sqs").create_queue(QueueName=unique("q"))["QueueUrl"]
        source = f"arn:aws:sqs:us-east-1:{ACCOUNT}:{queue.rsplit('/', 1)[1]}"
        condition = {"ArnEquals": {"lambda:FunctionArn": arn(name)}}
        mapper = self.caller({"Action": "lambda:*EventSourceMapping", "Condition": condition})
        self.denied(
            "identity", mapper.create_event_source_mapping, FunctionName=other, EventSourceArn=source
        )
        made = mapper.create_event_source_mapping(FunctionName=name, EventSourceArn=source)["UUID"]
        self.allowed(mapper.get_event_source_mapping, UUID=made)
        foreign = self.admin.create_event_source_mapping(FunctionName=other, EventSourceArn=source)["UUID"]
        self.denied("identity", mapper.get_event_source_mapping, UUID=foreign)
        self.denied("identity", mapper.update_event_source_mapping, UUID=made, FunctionName=other)
        self.allowed(mapper.delete_event_source_mapping, UUID=made)

    def test_what_names_nothing_is_refused(self):
        for named in ("a:b:c:d:e", f"arn:aws:lambda:eu-west-1:{ACCOUNT}:function:f", "f:a b"):
            code = self.code(self.admin.get_function, FunctionName=named)
            self.assertIn(code, ("InvalidParameterValueException", "ValidationException"), named)
