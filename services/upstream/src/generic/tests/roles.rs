use serde_json::{Value, json};

use super::world::World;

const ROLE: &str = "arn:aws:iam::111122223333:role/path/r";

fn ecs() -> World {
    World::new(
        "ecs",
        "json",
        &json!({
            "RegisterTaskDefinition": {"members": {
                "family": {"shape": "T"},
                "taskRoleArn": {"shape": "T"},
                "executionRoleArn": {"shape": "T"},
                "containers": {"shape": "Containers"},
                "roleKind": {"shape": "RoleKind"},
                "managerRole": {"shape": "RoleKind"},
                "roles": {"shape": "L"},
            }},
            "DescribeTaskDefinition": {"members": {"taskRoleArn": {"shape": "T"}}},
            "RunTask": {"members": {"overrides": {"shape": "Overrides"}, "roleName": {"shape": "T"}}},
        }),
        json!({
            "RoleKind": {"type": "string", "enum": ["A", "B"]},
            "Containers": {"type": "list", "member": {"shape": "Container"}},
            "Container": {"type": "structure", "members": {
                "inner": {"shape": "Container"},
                "byName": {"shape": "ByName"},
            }},
            "ByName": {"type": "map", "key": {"shape": "T"}, "value": {"shape": "Overrides"}},
            "Overrides": {"type": "structure", "members": {"taskRoleArn": {"shape": "T"}}},
        }),
    )
}

fn passed(operation: &str, input: Value) -> Vec<String> {
    let asked = ecs().asked(operation, input);
    asked.iter().filter_map(|asked| asked.strip_prefix("iam:PassRole ").map(str::to_owned)).collect()
}

#[test]
fn a_role_is_passed_wherever_it_stands() {
    let register = "RegisterTaskDefinition";
    assert_eq!(passed(register, json!({"family": ROLE})), [""; 0]);
    assert_eq!(passed(register, json!({"taskRoleArn": ROLE, "executionRoleArn": ROLE})), [ROLE]);
    let deep = json!({"containers": [{}, {"inner": {"inner": {"byName": {"x": {"taskRoleArn": ROLE}}}}}]});
    assert_eq!(passed(register, deep), [ROLE]);
    assert_eq!(passed(register, json!({"roles": [ROLE, "admin"]})), [ROLE]);
}

#[test]
fn what_may_mean_a_role_is_every_role() {
    let register = "RegisterTaskDefinition";
    for other in ["r", "arn:aws:iam::111122223333:instance-profile/r", "arn:aws-cn:iam::111122223333:role/r"]
    {
        assert_eq!(passed(register, json!({"taskRoleArn": other})), ["*"], "{other}");
    }
    assert_eq!(passed(register, json!({"taskRoleArn": "", "managerRole": "A", "roleKind": "A"})), [""; 0]);
    // The reference says of this action that it passes roles.
    assert_eq!(passed("RunTask", json!({"roleName": "r"})), ["*"]);
}

#[test]
fn whoever_only_reads_passes_no_role() {
    assert_eq!(passed("DescribeTaskDefinition", json!({"taskRoleArn": ROLE})), [""; 0]);
}
