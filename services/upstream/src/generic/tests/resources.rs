use awsim_plugin::access::ContextValue;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::world::World;

/// An input whose members are all text.
fn texts(names: &[&str]) -> Value {
    let members: serde_json::Map<_, _> =
        names.iter().map(|name| ((*name).to_owned(), json!({"shape": "T"}))).collect();
    json!({"members": members})
}

fn states() -> World {
    World::new(
        "states",
        "json",
        &json!({
            "StartExecution": texts(&["stateMachineArn", "name", "input"]),
            "CreateStateMachine": texts(&["name", "definition", "roleArn"]),
            "DescribeStateMachine": texts(&["stateMachineArn"]),
            "ListStateMachines": texts(&["nextToken"]),
            "TagResource": {"members": {"resourceArn": {"shape": "T"}, "tags": {"shape": "Tags"}}},
            "UntagResource": {"members": {"resourceArn": {"shape": "T"}, "tagKeys": {"shape": "L"}}},
            "InventedOperation": texts(&["stateMachineArn"]),
        }),
        json!({
            "Tags": {"type": "list", "member": {"shape": "Tag"}},
            "Tag": {"type": "structure", "members": {"key": {"shape": "T"}, "value": {"shape": "T"}}},
        }),
    )
}

const MACHINE: &str = "arn:aws:states:us-east-1:111122223333:stateMachine:m";

#[test]
fn an_arn_is_the_resource() {
    let states = states();
    assert_eq!(
        states.asked("StartExecution", json!({"stateMachineArn": MACHINE, "name": "n"})),
        [format!("states:StartExecution {MACHINE}")]
    );
    let foreign = MACHINE.replace("111122223333", "444455556666");
    assert_eq!(
        states.asked("DescribeStateMachine", json!({"stateMachineArn": foreign})),
        [format!("states:DescribeStateMachine {foreign}")]
    );
}

#[test]
fn what_is_not_the_arn_of_such_a_resource_here_is_every_resource() {
    let states = states();
    for other in [
        json!("m"),
        json!(""),
        json!(7),
        json!({"a": MACHINE}),
        json!([MACHINE]),
        json!(MACHINE.replace("us-east-1", "eu-west-1")),
        json!(MACHINE.replace("arn:aws:", "arn:aws-cn:")),
        json!(MACHINE.replace(":states:", ":sqs:")),
        json!(MACHINE.replace("111122223333", "aws")),
        json!(MACHINE.replace("stateMachine", "activity")),
        Value::Null,
    ] {
        assert_eq!(
            states.asked("DescribeStateMachine", json!({"stateMachineArn": other})),
            ["states:DescribeStateMachine *"],
            "{other}"
        );
    }
}

#[test]
fn a_name_is_that_of_what_the_operation_is_named_for() {
    let asked = states().asked("CreateStateMachine", json!({"name": "m", "definition": "{}"}));
    assert_eq!(asked, [format!("states:CreateStateMachine {MACHINE}")]);
}

#[test]
fn actions_without_resources_and_unknown_ones_are_asked_for_on_all() {
    let states = states();
    assert_eq!(states.asked("ListStateMachines", json!({})), ["states:ListStateMachines *"]);
    assert_eq!(
        states.asked("InventedOperation", json!({"stateMachineArn": MACHINE})),
        ["states:InventedOperation *"]
    );
}

#[test]
fn any_of_several_types_is_told_by_its_arn() {
    let states = states();
    let activity = MACHINE.replace("stateMachine", "activity");
    assert_eq!(
        states.asked("TagResource", json!({"resourceArn": activity})),
        [format!("states:TagResource {activity}")]
    );
    assert_eq!(states.asked("TagResource", json!({"resourceArn": "m"})), ["states:TagResource *"]);
}

#[test]
fn tags_of_a_request_are_condition_keys() {
    let states = states();
    let tags = json!({"resourceArn": MACHINE, "tags": [{"key": "a", "value": "1"}, {"key": "b"}]});
    let text = |text: &str| ContextValue::String(text.to_owned());
    let keys = |keys: &[&str]| ContextValue::Strings(keys.iter().map(|key| (*key).to_owned()).collect());
    assert_eq!(
        states.keys("TagResource", tags),
        [
            ("aws:RequestTag/a".to_owned(), text("1")),
            ("aws:RequestTag/b".to_owned(), text("")),
            ("aws:TagKeys".to_owned(), keys(&["a", "b"])),
        ]
    );
    assert_eq!(
        states.keys("UntagResource", json!({"resourceArn": MACHINE, "tagKeys": ["a"]})),
        [("aws:TagKeys".to_owned(), keys(&["a"]))]
    );
    let map = World::new(
        "eks",
        "rest-json",
        &json!({"TagResource": {
            "http": {"method": "POST", "requestUri": "/tags/{resourceArn}"},
            "members": {"resourceArn": {"shape": "T", "location": "uri"}, "tags": {"shape": "Tags"}},
        }}),
        json!({"Tags": {"type": "map", "key": {"shape": "T"}, "value": {"shape": "T"}}}),
    );
    assert_eq!(
        map.keys("TagResource", json!({"tags": {"a": "1"}})),
        [("aws:RequestTag/a".to_owned(), text("1")), ("aws:TagKeys".to_owned(), keys(&["a"]))]
    );
}

fn ecs() -> World {
    World::new(
        "ecs",
        "json",
        &json!({
            "UpdateService": texts(&["cluster", "service"]),
            "DescribeServices": {"members": {"cluster": {"shape": "T"}, "services": {"shape": "L"}}},
            "ExecuteCommand": texts(&["cluster", "task", "container"]),
            "DeleteCluster": texts(&["cluster"]),
        }),
        json!({}),
    )
}

fn ecs_arn(resource: &str) -> String {
    format!("arn:aws:ecs:us-east-1:111122223333:{resource}")
}

#[test]
fn several_members_fill_one_arn() {
    let ecs = ecs();
    let update = |cluster: &str, service: &str| {
        ecs.asked("UpdateService", json!({"cluster": cluster, "service": service}))
    };
    let service = format!("ecs:UpdateService {}", ecs_arn("service/c/s"));
    assert_eq!(update("c", "s"), [&*service]);
    assert_eq!(update(&ecs_arn("cluster/c"), "s"), [service]);
    assert_eq!(
        ecs.asked("DeleteCluster", json!({"cluster": ecs_arn("cluster/c")})),
        [format!("ecs:DeleteCluster {}", ecs_arn("cluster/c"))]
    );
}

#[test]
fn what_is_not_said_is_open_and_what_is_in_doubt_everything() {
    let ecs = ecs();
    let update = |input: Value| ecs.asked("UpdateService", input);
    // The service of some cluster: a policy for those of all clusters covers it.
    assert_eq!(update(json!({"service": "s"})), [format!("ecs:UpdateService {}", ecs_arn("service/*/s"))]);
    assert_eq!(update(json!({"cluster": "c"})), ["ecs:UpdateService *"]);
    // A cluster that would reach into what belongs to the service.
    assert_eq!(
        update(json!({"cluster": "c/d", "service": "s"})),
        ["ecs:UpdateService *".to_owned(), format!("ecs:UpdateService {}", ecs_arn("service/*/s"))]
    );
    let elsewhere = ecs_arn("cluster/c").replace("111122223333", "444455556666");
    assert!(
        update(json!({"cluster": elsewhere, "service": "s"})).contains(&"ecs:UpdateService *".to_owned())
    );
}

proptest! {
    /// No name reaches out of its place in the ARN: what could, is asked for on everything.
    #[test]
    fn names_stay_in_their_places(cluster in "[a-c:/*.$]{0,4}", service in "[a-c:/*.$]{0,4}") {
        let asked = ecs().asked("UpdateService", json!({"cluster": cluster, "service": service}));
        let beginning = format!("ecs:UpdateService {}", ecs_arn("service/"));
        match asked.as_slice() {
            [one] if one != "ecs:UpdateService *" => {
                let named = one.strip_prefix(&beginning).and_then(|rest| rest.split_once('/'));
                prop_assert_eq!(named, Some((&*cluster, &*service)));
                prop_assert!(!service.contains(['/', ':']));
            }
            several => prop_assert!(several.contains(&"ecs:UpdateService *".to_owned())),
        }
    }
}

#[test]
fn every_resource_of_a_list_is_asked_for() {
    let ecs = ecs();
    let own = ecs_arn("service/d/t");
    assert_eq!(
        ecs.asked("DescribeServices", json!({"cluster": "c", "services": ["s", own, "s"]})),
        ["service/c/s", "service/d/t"].map(|service| format!("ecs:DescribeServices {}", ecs_arn(service)))
    );
    let many: Vec<String> = (0..1001).map(|number| format!("s{number}")).collect();
    let refused = ecs.checks("DescribeServices", json!({"cluster": "c", "services": many})).unwrap_err();
    assert_eq!(refused.code, "ValidationError");
    assert_eq!(
        ecs.asked("DescribeServices", json!({"cluster": "c", "services": "s"})),
        ["ecs:DescribeServices *"]
    );
}

#[test]
fn several_types_are_asked_for_together() {
    let asked = ecs().asked("ExecuteCommand", json!({"cluster": "c", "task": "t"}));
    assert_eq!(
        asked,
        ["cluster/c", "task/c/t"].map(|resource| format!("ecs:ExecuteCommand {}", ecs_arn(resource)))
    );
}

#[test]
fn what_the_service_makes_up_is_open() {
    let scaling = World::new(
        "autoscaling",
        "query",
        &json!({"DeleteAutoScalingGroup": texts(&["AutoScalingGroupName"])}),
        json!({}),
    );
    assert_eq!(
        scaling.asked("DeleteAutoScalingGroup", json!({"AutoScalingGroupName": "g"})),
        ["autoscaling:DeleteAutoScalingGroup \
          arn:aws:autoscaling:us-east-1:111122223333:autoScalingGroup:*:autoScalingGroupName/g"]
    );
}

#[test]
fn an_id_is_taken_as_it_stands_or_not_at_all() {
    let route53 = World::new(
        "route53",
        "rest-xml",
        &json!({
            "GetHostedZone": {
                "http": {"method": "GET", "requestUri": "/2013-04-01/hostedzone/{Id}"},
                "members": {"Id": {"shape": "T", "location": "uri"}},
            },
            "ChangeResourceRecordSets": {
                "http": {"method": "POST", "requestUri": "/2013-04-01/hostedzone/{Id}/rrset/"},
                "members": {"HostedZoneId": {"shape": "T", "location": "uri", "locationName": "Id"}},
            },
        }),
        json!({}),
    );
    assert_eq!(
        route53.asked("GetHostedZone", json!({"Id": "Z1"})),
        ["route53:GetHostedZone arn:aws:route53:::hostedzone/Z1"]
    );
    assert_eq!(
        route53.asked("ChangeResourceRecordSets", json!({"HostedZoneId": "Z1"})),
        ["route53:ChangeResourceRecordSets arn:aws:route53:::hostedzone/Z1"]
    );
    assert_eq!(route53.asked("GetHostedZone", json!({"Id": "/hostedzone/Z1"})), ["route53:GetHostedZone *"]);
}

#[test]
fn api_gateway_is_asked_for_by_method_and_path() {
    let gateway = World::new(
        "apigateway",
        "rest-json",
        &json!({
            "GetResource": {
                "http": {"method": "GET", "requestUri": "/restapis/{restapi_id}/resources/{resource_id}?a"},
                "members": {
                    "restApiId": {"shape": "T", "location": "uri", "locationName": "restapi_id"},
                    "resourceId": {"shape": "T", "location": "uri", "locationName": "resource_id"},
                },
            },
            "CreateRestApi": {
                "http": {"method": "POST", "requestUri": "/restapis"},
                "members": {"name": {"shape": "T"}},
            },
        }),
        json!({}),
    );
    assert_eq!(
        gateway.asked("GetResource", json!({"restApiId": "a", "resourceId": "r"})),
        ["apigateway:GET arn:aws:apigateway:us-east-1::/restapis/a/resources/r"]
    );
    assert_eq!(
        gateway.asked("CreateRestApi", json!({"name": "n"})),
        ["apigateway:POST arn:aws:apigateway:us-east-1::/restapis"]
    );
}
