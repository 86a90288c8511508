"""Services that only their models make known, of every protocol, behind AWSim: what is allowed and denied."""

import json
import urllib.error
import urllib.request

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from botocore.exceptions import ClientError

from support import ACCOUNT, unique
from upstream import UpstreamCase

DEFINITION = json.dumps({"StartAt": "Pass", "States": {"Pass": {"Type": "Pass", "End": True}}})


def arn(service, resource, region="us-east-1"):
    return f"arn:aws:{service}:{region}:{ACCOUNT}:{resource}"


class GenericCase(UpstreamCase):
    def role(self):
        name = unique("role")
        trust = {"Effect": "Allow", "Principal": {"Service": "states.amazonaws.com"}, "Action": "sts:AssumeRole"}
        policy = json.dumps({"Version": "2012-10-17", "Statement": [trust]})
        return self.iam.create_role(RoleName=name, AssumeRolePolicyDocument=policy)["Role"]["Arn"]

    def raw(self, key, service, method="POST", path="/", body=b"", **headers):
        """What is answered to a request that no SDK would send: its status and body."""
        request = AWSRequest(method, self.awsim.url + path, data=body, headers=headers)
        SigV4Auth(Credentials(key["aws_access_key_id"], key["aws_secret_access_key"]), service, "us-east-1").add_auth(request)
        sent = urllib.request.Request(self.awsim.url + path, data=body or None, method=method, headers=dict(request.headers))
        try:
            with urllib.request.urlopen(sent) as answer:
                return answer.status, answer.read().decode(errors="replace")
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode(errors="replace")


class StepFunctions(GenericCase):
    """JSON, version 1.0."""

    service = "stepfunctions"
    models = {"stepfunctions": "states"}

    def machine(self):
        name = unique("machine")
        made = self.admin.create_state_machine(name=name, definition=DEFINITION, roleArn=self.role())
        return name, made["stateMachineArn"]

    def test_the_ordinary_flow_of_an_administrator(self):
        name, machine = self.machine()
        self.assertEqual(self.admin.describe_state_machine(stateMachineArn=machine)["name"], name)
        self.assertIn(machine, [found["stateMachineArn"] for found in self.admin.list_state_machines()["stateMachines"]])
        self.admin.tag_resource(resourceArn=machine, tags=[{"key": "team", "value": "blue"}])
        self.assertEqual(len(self.admin.list_tags_for_resource(resourceArn=machine)["tags"]), 1)
        self.admin.delete_state_machine(stateMachineArn=machine)

    def test_policies_decide_by_action_and_arn(self):
        _, machine = self.machine()
        _, other = self.machine()
        reader = self.caller({"Action": "states:DescribeStateMachine", "Resource": machine})
        self.allowed(reader.describe_state_machine, stateMachineArn=machine)
        self.denied("identity", reader.describe_state_machine, stateMachineArn=other)
        self.denied("identity", reader.delete_state_machine, stateMachineArn=machine)
        self.denied("identity", reader.list_state_machines)
        elsewhere = machine.replace("us-east-1", "eu-west-1")
        self.denied("identity", reader.describe_state_machine, stateMachineArn=elsewhere)
        limited = self.caller("states:*", {"Effect": "Deny", "Action": "states:Describe*", "Resource": other})
        self.allowed(limited.describe_state_machine, stateMachineArn=machine)
        self.denied("explicitDeny identity", limited.describe_state_machine, stateMachineArn=other)

    def test_what_has_no_resource_takes_a_policy_for_all(self):
        certain = self.caller({"Action": "states:*", "Resource": arn("states", "*")})
        self.denied("identity", certain.list_state_machines)
        self.allowed(self.caller("states:ListStateMachines").list_state_machines)
        asked = self.checks(self.admin.list_state_machines)
        self.assertEqual(asked, [("states:ListStateMachines", "*")])

    def test_a_role_must_be_passed(self):
        role = self.role()
        name = unique("machine")
        machine = arn("states", f"stateMachine:{name}")
        create = {"Action": "states:CreateStateMachine", "Resource": machine}
        wanted = {"name": name, "definition": DEFINITION, "roleArn": role}
        self.denied("identity", self.caller(create).create_state_machine, **wanted)
        passing = self.caller(create, {"Action": "iam:PassRole", "Resource": role})
        self.denied("identity", passing.create_state_machine, **{**wanted, "roleArn": self.role()})
        self.denied("identity", passing.create_state_machine, **{**wanted, "name": unique("machine")})
        self.allowed(passing.create_state_machine, **wanted)
        asked = self.checks(self.admin.create_state_machine, **{**wanted, "name": name})
        self.assertEqual(asked, [("iam:PassRole", role), ("states:CreateStateMachine", machine)])

    def test_tags_of_a_request_are_conditions(self):
        _, machine = self.machine()
        tags = [{"key": "team", "value": "blue"}]
        condition = {"StringEquals": {"aws:RequestTag/team": "blue"}, "ForAllValues:StringEquals": {"aws:TagKeys": "team"}}
        tagger = self.caller({"Action": "states:TagResource", "Resource": machine, "Condition": condition})
        self.allowed(tagger.tag_resource, resourceArn=machine, tags=tags)
        self.denied("identity", tagger.tag_resource, resourceArn=machine, tags=[{"key": "team", "value": "red"}])
        more = [*tags, {"key": "cost", "value": "1"}]
        self.denied("identity", tagger.tag_resource, resourceArn=machine, tags=more)
        keys = {"ForAllValues:StringEquals": {"aws:TagKeys": "team"}}
        untagger = self.caller({"Action": "states:UntagResource", "Resource": machine, "Condition": keys})
        self.allowed(untagger.untag_resource, resourceArn=machine, tagKeys=["team"])
        self.denied("identity", untagger.untag_resource, resourceArn=machine, tagKeys=["team", "cost"])

    def test_what_the_model_does_not_have_is_refused(self):
        _, key = self.administrator()
        headers = {"Content-Type": "application/x-amz-json-1.0"}
        for target in ("AWSStepFunctions.Invented", "Other.ListStateMachines", "AWSStepFunctions.listStateMachines"):
            status, said = self.raw(key, "states", body=b"{}", **{**headers, "X-Amz-Target": target})
            self.assertEqual(status, 400, said)
            self.assertTrue("InvalidAction" in said or "UnknownOperation" in said, said)
        target = {**headers, "X-Amz-Target": "AWSStepFunctions.DescribeStateMachine"}
        for body in (b"{}", b"[]", b'{"stateMachineArn": null}', b'{"stateMachineArn": "a", "stateMachineArn": "b"}'):
            self.assertEqual(self.raw(key, "states", body=body, **target)[0], 400, body)
        headers["smithy-protocol"] = "rpc-v2-cbor"
        path = "/service/AWSStepFunctions/operation/ListStateMachines"
        status, said = self.raw(key, "states", path=path, **headers)
        self.assertEqual((status, "rpc-v2-cbor" in said), (400, True), said)

    def test_nobody_comes_in_without_a_signature(self):
        with self.assertRaises(ClientError) as raised:
            self.awsim.nobody("stepfunctions").list_state_machines()
        self.assertIn("MissingAuthenticationToken", raised.exception.response["Error"]["Code"])

    def test_it_is_told_that_its_coverage_is_generic(self):
        info = self.awsim.admin("info")
        states = next(found for found in info["services"] if found["name"] == "states")
        self.assertEqual((states["coverage"], states["upstream"], states["missing"]), ("generic", self.moto.url, []))
        self.assertIn("CreateStateMachine", states["implemented"])
        s3 = next(found for found in info["services"] if found["name"] == "s3")
        self.assertEqual(s3["coverage"], "full")
        for gaps in (info["not_covered"], self.awsim.admin("health")["not_covered"]):
            self.assertTrue(any(gap.startswith("states: Coverage is generic") for gap in gaps), gaps)
        self.assertIn(f"states (at {self.moto.url}, generic)", "".join(self.awsim.banner))


class ContainerService(GenericCase):
    """JSON, version 1.1."""

    service = "ecs"
    models = {"ecs": "ecs"}

    def cluster(self):
        return self.admin.create_cluster(clusterName=unique("cluster"))["cluster"]["clusterName"]

    def test_policies_decide_on_clusters_by_name_and_arn(self):
        cluster, other = self.cluster(), self.cluster()
        keeper = self.caller({"Action": "ecs:*", "Resource": arn("ecs", f"cluster/{cluster}")})
        for named in (cluster, arn("ecs", f"cluster/{cluster}")):
            self.allowed(keeper.describe_clusters, clusters=[named])
            self.denied("identity", keeper.describe_clusters, clusters=[named, other])
        self.denied("identity", keeper.describe_clusters)
        self.denied("identity", keeper.delete_cluster, cluster=other)
        self.allowed(keeper.delete_cluster, cluster=cluster)

    def test_policies_decide_on_what_is_in_a_cluster(self):
        cluster, other = self.cluster(), self.cluster()
        keeper = self.caller({"Action": "ecs:DescribeServices", "Resource": arn("ecs", f"service/{cluster}/web*")})
        self.allowed(keeper.describe_services, cluster=cluster, services=["web", "web2"])
        self.allowed(keeper.describe_services, cluster=arn("ecs", f"cluster/{cluster}"), services=["web"])
        self.denied("identity", keeper.describe_services, cluster=cluster, services=["web", "db"])
        self.denied("identity", keeper.describe_services, cluster=other, services=["web"])
        self.denied("identity", keeper.describe_services, services=["web"])

    def test_roles_are_passed_by_name_only_to_whoever_may_pass_all(self):
        role = self.role()
        register = {"Action": "ecs:RegisterTaskDefinition"}
        containers = [{"name": "web", "image": "web", "memory": 64}]
        wanted = {"family": unique("task"), "containerDefinitions": containers, "taskRoleArn": role}
        self.allowed(self.caller(register).register_task_definition, family="web", containerDefinitions=containers)
        self.denied("identity", self.caller(register).register_task_definition, **wanted)
        passing = self.caller(register, {"Action": "iam:PassRole", "Resource": role})
        self.allowed(passing.register_task_definition, **wanted)
        named = {**wanted, "taskRoleArn": role.rsplit("/", 1)[1]}
        self.denied("identity", passing.register_task_definition, **named)
        self.assertIn(("iam:PassRole", "*"), self.checks(self.admin.register_task_definition, **named))


class AutoScaling(GenericCase):
    """The query protocol."""

    service = "autoscaling"
    models = {"autoscaling": "autoscaling"}

    def configuration(self):
        name = unique("configuration")
        self.admin.create_launch_configuration(LaunchConfigurationName=name, ImageId="ami-12345678", InstanceType="t2.micro")
        return name

    def group(self, client, **more):
        name = more.pop("AutoScalingGroupName", None) or unique("group")
        wanted = {"AutoScalingGroupName": name, "LaunchConfigurationName": self.configuration(), "MinSize": 0, "MaxSize": 1}
        wanted["AvailabilityZones"] = ["us-east-1a"]
        return client.create_auto_scaling_group, {**wanted, **more}

    def test_policies_decide_by_action_and_arn(self):
        name, other = unique("group"), unique("group")
        group = arn("autoscaling", f"autoScalingGroup:*:autoScalingGroupName/{name}")
        keeper = self.caller({"Action": "autoscaling:*AutoScalingGroup", "Resource": group})
        call, wanted = self.group(keeper, AutoScalingGroupName=name)
        self.allowed(call, **wanted)
        call, wanted = self.group(keeper, AutoScalingGroupName=other)
        self.denied("identity", call, **wanted)
        self.allowed(keeper.update_auto_scaling_group, AutoScalingGroupName=name, MaxSize=2)
        self.denied("identity", keeper.update_auto_scaling_group, AutoScalingGroupName=other, MaxSize=2)
        self.denied("identity", keeper.set_desired_capacity, AutoScalingGroupName=name, DesiredCapacity=0)
        self.denied("identity", keeper.describe_auto_scaling_groups)
        self.allowed(self.caller("autoscaling:DescribeAutoScalingGroups").describe_auto_scaling_groups)
        self.allowed(keeper.delete_auto_scaling_group, AutoScalingGroupName=name)

    def test_roles_are_passed(self):
        role = self.role()
        group = unique("group")
        call, wanted = self.group(self.admin, AutoScalingGroupName=group)
        call(**wanted)
        hook = {"LifecycleHookName": "hook", "AutoScalingGroupName": group, "RoleARN": role}
        hook["LifecycleTransition"] = "autoscaling:EC2_INSTANCE_LAUNCHING"
        put = {"Action": "autoscaling:PutLifecycleHook"}
        self.denied("identity", self.caller(put).put_lifecycle_hook, **hook)
        self.allowed(self.caller(put, {"Action": "iam:PassRole", "Resource": role}).put_lifecycle_hook, **hook)

    def test_what_the_model_does_not_have_is_refused(self):
        _, key = self.administrator()
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        for body in (
            b"Action=Invented&Version=2011-01-01",
            b"Action=DescribeAutoScalingGroups&Version=2010-01-01",
            b"Action=DescribeAutoScalingGroups",
            b"Version=2011-01-01",
        ):
            self.assertEqual(self.raw(key, "autoscaling", body=body, **form)[0], 400, body)
        self.assertEqual(self.raw(key, "autoscaling", body=b"Action=DescribeAutoScalingGroups&Version=2011-01-01", **form)[0], 200)


class Kubernetes(GenericCase):
    """REST with JSON."""

    service = "eks"
    models = {"eks": "eks"}
    network = {"subnetIds": ["subnet-1", "subnet-2"]}

    def test_policies_decide_by_action_and_arn(self):
        name, other, role = unique("cluster"), unique("cluster"), self.role()
        passing = {"Action": "iam:PassRole", "Resource": role}
        keeper = self.caller({"Action": "eks:*", "Resource": arn("eks", f"cluster/{name}")}, passing)
        # Whatever becomes of it: AWS has no resource for the creation of a cluster.
        wanted = {"roleArn": role, "resourcesVpcConfig": self.network}
        self.denied("identity", keeper.create_cluster, name=name, **wanted)
        creator = self.caller("eks:CreateCluster", passing)
        self.allowed(creator.create_cluster, name=name, **wanted)
        self.denied("identity", self.caller("eks:CreateCluster").create_cluster, name=other, **wanted)
        self.allowed(keeper.describe_cluster, name=name)
        self.denied("identity", keeper.describe_cluster, name=other)
        self.denied("identity", keeper.list_clusters)
        self.denied("identity", creator.describe_cluster, name=name)
        self.allowed(keeper.delete_cluster, name=name)

    def test_tags_stand_in_a_map(self):
        name, role = unique("cluster"), self.role()
        cluster = self.admin.create_cluster(name=name, roleArn=role, resourcesVpcConfig=self.network)["cluster"]["arn"]
        condition = {"StringEquals": {"aws:RequestTag/team": "blue"}}
        tagger = self.caller({"Action": "eks:TagResource", "Resource": cluster, "Condition": condition})
        self.allowed(tagger.tag_resource, resourceArn=cluster, tags={"team": "blue"})
        self.denied("identity", tagger.tag_resource, resourceArn=cluster, tags={"team": "red"})

    def test_what_the_model_does_not_have_is_refused(self):
        _, key = self.administrator()
        for method, path, status in (
            ("GET", "/invented", 404),
            ("PATCH", "/clusters", 404),
            ("GET", "/clusters?invented=1", 501),
            ("GET", "/clusters/../clusters", 400),
            ("GET", "/clusters", 200),
        ):
            self.assertEqual(self.raw(key, "eks", method, path)[0], status, path)


class Dns(GenericCase):
    """REST with XML."""

    service = "route53"
    models = {"route53": "route53"}

    def zone(self):
        made = self.admin.create_hosted_zone(Name=f"{unique('zone')}.example", CallerReference=unique("reference"))
        return made["HostedZone"]["Id"].rsplit("/", 1)[1]

    def test_policies_decide_by_action_and_arn(self):
        zone, other = self.zone(), self.zone()
        keeper = self.caller({"Action": "route53:*", "Resource": f"arn:aws:route53:::hostedzone/{zone}"})
        record = {"Name": "a.example", "Type": "A", "TTL": 60, "ResourceRecords": [{"Value": "192.0.2.1"}]}
        batch = {"Changes": [{"Action": "UPSERT", "ResourceRecordSet": record}]}
        self.allowed(keeper.change_resource_record_sets, HostedZoneId=zone, ChangeBatch=batch)
        self.denied("identity", keeper.change_resource_record_sets, HostedZoneId=other, ChangeBatch=batch)
        self.allowed(keeper.get_hosted_zone, Id=zone)
        self.denied("identity", keeper.get_hosted_zone, Id=other)
        self.denied("identity", keeper.list_hosted_zones)
        reader = self.caller({"Action": "route53:GetHostedZone", "Resource": f"arn:aws:route53:::hostedzone/{zone}"})
        self.denied("identity", reader.change_resource_record_sets, HostedZoneId=zone, ChangeBatch=batch)
        self.denied("identity", reader.delete_hosted_zone, Id=zone)

    def test_members_of_a_body_that_need_not_be_there(self):
        zone = self.zone()
        keeper = self.caller({"Action": "route53:UpdateHostedZoneComment", "Resource": f"arn:aws:route53:::hostedzone/{zone}"})
        self.allowed(keeper.update_hosted_zone_comment, Id=zone, Comment="new")
        self.assertEqual(self.admin.get_hosted_zone(Id=zone)["HostedZone"]["Config"]["Comment"], "new")


class ApiGateway(GenericCase):
    """A service whose actions are the methods of HTTP."""

    service = "apigateway"
    models = {"apigateway": "apigateway"}

    def test_policies_decide_by_method_and_path(self):
        api = self.admin.create_rest_api(name=unique("api"))["id"]
        other = self.admin.create_rest_api(name=unique("api"))["id"]
        reader = self.caller({"Action": "apigateway:GET", "Resource": f"arn:aws:apigateway:us-east-1::/restapis/{api}*"})
        self.allowed(reader.get_rest_api, restApiId=api)
        self.allowed(reader.get_resources, restApiId=api)
        self.denied("identity", reader.get_rest_api, restApiId=other)
        self.denied("identity", reader.delete_rest_api, restApiId=api)
        self.denied("identity", reader.get_rest_apis)
