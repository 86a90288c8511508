//! Random accounts.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Map, Value, json};

use crate::asking::{Asked, Who};
use crate::host::{Decision, Keys};

/// The account: a member of the organization of `000000000000`.
pub(crate) const ACCOUNT: &str = "111111111111";

/// The user by whom sessions of the role are made; nobody asks anything else of it.
pub(crate) const DOOR: &str = "door";

const ACTIONS: [&str; 14] = [
    "*",
    "iam:*",
    "iam:Get*",
    "iam:List*",
    "iam:*User",
    "iam:?etUser",
    "IAM:GETUSER",
    "iam:ListUsers",
    "iam:GetAccountSummary",
    "iam:Tag*",
    "iam:CreateUser",
    "iam:AttachUserPolicy",
    "sts:*",
    "sts:AssumeRole",
];

/// What control policies speak of: not what the test itself needs.
const CONTROLLED: [&str; 7] =
    ["iam:Get*", "iam:List*", "iam:ListUsers", "iam:Tag*", "iam:CreateUser", "iam:GetUser", "iam:Attach*"];

const RESOURCES: [&str; 11] = [
    "*",
    "arn:aws:iam::111111111111:user/ann",
    "arn:aws:iam::111111111111:user/*",
    "arn:aws:iam::*:user/team/*",
    "arn:aws:iam::111111111111:user/${aws:username}",
    "arn:aws:iam::*:user/${aws:PrincipalTag/Team, 'ann'}",
    "arn:aws:iam::111111111111:role/*",
    "arn:aws:iam::111111111111:role/target",
    "arn:aws:iam::111111111111:policy/*",
    "arn:aws:iam::222222222222:*",
    "arn:aws:iam::111111111111:user/nobod?",
];

const KEYS: [&str; 20] = [
    "aws:PrincipalTag/Team",
    "aws:principaltag/team",
    "aws:ResourceTag/Team",
    "iam:ResourceTag/Team",
    "aws:RequestTag/Team",
    "aws:TagKeys",
    "aws:SourceIp",
    "aws:PrincipalArn",
    "aws:PrincipalAccount",
    "aws:PrincipalType",
    "aws:PrincipalOrgID",
    "aws:ResourceAccount",
    "aws:username",
    "aws:MultiFactorAuthPresent",
    "aws:SecureTransport",
    "aws:CalledVia",
    "iam:PermissionsBoundary",
    "iam:PolicyARN",
    "sts:ExternalId",
    "sts:RoleSessionName",
];

const VALUES: [&str; 16] = [
    "red",
    "RED",
    "r*",
    "*",
    "ann",
    "Team",
    "true",
    "false",
    "127.0.0.1",
    "127.0.0.0/8",
    "111111111111",
    "arn:aws:iam::*:user/*",
    "arn:aws:iam::111111111111:role/app",
    "arn:aws:iam::111111111111:policy/boundary",
    "${aws:username}",
    "AssumedRole",
];

const OPERATORS: [&str; 13] = [
    "StringEquals",
    "StringNotEquals",
    "StringEqualsIgnoreCase",
    "StringLike",
    "StringNotLike",
    "ArnLike",
    "ArnNotEquals",
    "IpAddress",
    "NotIpAddress",
    "Bool",
    "Null",
    "NumericLessThan",
    "DateGreaterThan",
];

const TRUSTED: [&str; 7] = [
    "*",
    "111111111111",
    "222222222222",
    "arn:aws:iam::111111111111:user/ann",
    "arn:aws:iam::111111111111:user/team/bob",
    "arn:aws:iam::111111111111:role/app",
    "arn:aws:iam::111111111111:root",
];

/// An account.
#[derive(Clone, Debug)]
pub(crate) struct World {
    ann: Identity,
    bob: Identity,
    app: Identity,
    group: Vec<Value>,
    /// Whom the role `target` trusts.
    trust: Value,
    /// The policy of the session of `app`.
    pub(crate) session: Option<Value>,
    /// The service control policies of the unit and of the account.
    pub(crate) controls: [Value; 2],
    /// The resource control policies of both.
    pub(crate) resource_controls: [Value; 2],
}

/// A user or role.
#[derive(Clone, Debug)]
struct Identity {
    inline: Vec<Value>,
    managed: Vec<Value>,
    boundary: Option<Value>,
    team: Option<&'static str>,
    in_group: bool,
}

fn one_or_some(from: &'static [&'static str]) -> impl Strategy<Value = Value> {
    prop_oneof![
        select(from).prop_map(|one| json!(one)),
        subsequence(from, 1..=3.min(from.len())).prop_map(|some| json!(some))
    ]
}

fn condition() -> impl Strategy<Value = Option<Value>> {
    let operator =
        (select(&["", "", "", "ForAllValues:", "ForAnyValue:"][..]), select(&OPERATORS[..]), any::<bool>());
    let block = (operator, select(&KEYS[..]), one_or_some(&VALUES));
    let condition = prop::collection::vec(block, 1..=2).prop_map(|blocks| {
        let mut condition = Map::new();
        for ((set, operator, if_exists), key, values) in blocks {
            let values = match operator {
                "Null" => json!("true"),
                "Bool" => json!("false"),
                "IpAddress" | "NotIpAddress" => json!("127.0.0.0/8"),
                "NumericLessThan" => json!("5"),
                "DateGreaterThan" => json!("2020-01-01T00:00:00Z"),
                "ArnLike" | "ArnNotEquals" => json!("arn:aws:iam::*:user/*"),
                _ => values,
            };
            let if_exists = if if_exists && operator != "Null" { "IfExists" } else { "" };
            let mut keys = Map::new();
            keys.insert(key.to_owned(), values);
            condition.insert(format!("{set}{operator}{if_exists}"), Value::Object(keys));
        }
        Value::Object(condition)
    });
    prop::option::weighted(0.3, condition)
}

fn conditioned(mut statement: Value, condition: Option<Value>) -> Value {
    if let Some(condition) = condition {
        statement["Condition"] = condition;
    }
    statement
}

fn document(statements: impl Into<Value>) -> Value {
    json!({"Version": "2012-10-17", "Statement": statements.into()})
}

fn policy() -> impl Strategy<Value = Value> {
    let (allows, not) = (prop::bool::weighted(0.85), || prop::bool::weighted(0.1));
    // Half of the statements speak of much, so that requests are allowed often enough.
    let actions = prop_oneof![Just(json!(["iam:*", "sts:*"])), one_or_some(&ACTIONS)];
    let resources = prop_oneof![Just(json!("*")), one_or_some(&RESOURCES)];
    let statement = (allows, actions, resources, condition(), not(), not());
    let statement =
        statement.prop_map(|(allows, actions, resources, condition, not_action, not_resource)| {
            let effect = if allows { "Allow" } else { "Deny" };
            let mut statement = json!({"Effect": effect});
            statement[if not_action { "NotAction" } else { "Action" }] = actions;
            statement[if not_resource { "NotResource" } else { "Resource" }] = resources;
            conditioned(statement, condition)
        });
    prop::collection::vec(statement, 1..=3).prop_map(document)
}

fn identity() -> impl Strategy<Value = Identity> {
    let policies = |most| prop::collection::vec(policy(), 0..=most);
    let team = prop::option::of(select(&["red", "Red", "ann"][..]));
    (policies(2), policies(2), prop::option::weighted(0.3, policy()), team, any::<bool>()).prop_map(
        |(inline, managed, boundary, team, in_group)| Identity { inline, managed, boundary, team, in_group },
    )
}

/// A control policy that leaves the test itself alone.
fn control() -> impl Strategy<Value = Value> {
    let denied = (one_or_some(&CONTROLLED), condition());
    let denied = denied.prop_map(|(actions, condition)| {
        conditioned(json!({"Effect": "Deny", "Action": actions, "Resource": "*"}), condition)
    });
    let allowed = prop_oneof![6 => Just(json!("*")), 1 => one_or_some(&CONTROLLED)];
    (allowed, prop::collection::vec(denied, 0..=1)).prop_map(|(allowed, denied)| {
        let own = json!(["sts:*", "iam:CreateAccessKey", "iam:SimulatePrincipalPolicy"]);
        let allow = |actions| json!({"Effect": "Allow", "Action": actions, "Resource": "*"});
        let mut statements = vec![allow(own), allow(allowed)];
        statements.extend(denied);
        document(statements)
    })
}

/// A resource control policy on the role `target`: they bear on STS, and not on IAM.
fn resource_control() -> impl Strategy<Value = Value> {
    let deny = |actions, resource: String| json!({"Effect": "Deny", "Principal": "*", "Action": actions, "Resource": resource});
    let actions = one_or_some(&["sts:AssumeRole", "sts:TagSession", "sts:*"]);
    let denied = (actions, condition())
        .prop_map(move |(actions, condition)| conditioned(deny(actions, arn("role", "target")), condition));
    prop::option::weighted(0.4, denied).prop_map(move |denied| {
        let mut statements = vec![deny(json!("sts:AssumeRole"), arn("role", "nobody"))];
        statements.extend(denied);
        document(statements)
    })
}

fn trust() -> impl Strategy<Value = Value> {
    let statement = (prop::bool::weighted(0.8), one_or_some(&TRUSTED), condition());
    let statement = statement.prop_map(|(allows, who, condition)| {
        let effect = if allows { "Allow" } else { "Deny" };
        let actions = ["sts:AssumeRole", "sts:TagSession"];
        conditioned(json!({"Effect": effect, "Principal": {"AWS": who}, "Action": actions}), condition)
    });
    prop::collection::vec(statement, 1..=2).prop_map(document)
}

/// A random account.
pub(crate) fn world() -> impl Strategy<Value = World> {
    let group = prop::collection::vec(policy(), 0..=1);
    let session = prop::option::weighted(0.5, policy());
    let controls = ([control(), control()], [resource_control(), resource_control()]);
    (identity(), identity(), identity(), group, trust(), session, controls).prop_map(
        |(ann, bob, app, group, trust, session, (controls, resource_controls))| World {
            ann,
            bob,
            app,
            group,
            trust,
            session,
            controls,
            resource_controls,
        },
    )
}

/// What a user or role is called in lists of policies.
fn named(name: &str, policies: &[Value]) -> Vec<Value> {
    let numbered = policies.iter().enumerate();
    numbered
        .map(|(number, policy)| json!({"PolicyName": format!("{name}-{number}"), "PolicyDocument": policy}))
        .collect()
}

fn arn(kind: &str, name: &str) -> String {
    format!("arn:aws:iam::{ACCOUNT}:{kind}/{name}")
}

const MADE: &str = "2026-01-01T00:00:00Z";

impl World {
    /// The account as `aws iam get-account-authorization-details` would show it.
    pub(crate) fn details(&self) -> Value {
        let everything = document(vec![json!({"Effect": "Allow", "Action": "*", "Resource": "*"})]);
        let door = Identity {
            inline: vec![everything.clone()],
            managed: vec![],
            boundary: None,
            team: None,
            in_group: false,
        };
        let users = [("ann", "/", &self.ann), ("bob", "/team/", &self.bob), (DOOR, "/", &door)];
        let trusts_all = document(vec![
            json!({"Effect": "Allow", "Principal": {"AWS": ACCOUNT}, "Action": "sts:AssumeRole"}),
        ]);
        let nothing =
            Identity { inline: vec![], managed: vec![], boundary: None, team: None, in_group: false };
        let roles = [("app", &self.app, &trusts_all), ("target", &nothing, &self.trust)];
        let identities =
            users.iter().map(|(name, _, identity)| (*name, *identity)).chain([("app", &self.app)]);
        let mut policies: Vec<Value> =
            identities.flat_map(|(name, identity)| identity.policies(name)).collect();
        policies.push(managed("boundary", &everything));
        json!({
            "UserDetailList": users.map(|(name, path, identity)| identity.user(name, path)),
            "GroupDetailList": [{
                "Path": "/", "GroupName": "staff", "GroupId": "AGPASTAFF000000000000", "Arn": arn("group", "staff"),
                "CreateDate": MADE, "GroupPolicyList": named("staff", &self.group),
            }],
            "RoleDetailList": roles.map(|(name, identity, trust)| identity.role(name, trust)),
            "Policies": policies,
        })
    }

    /// The question that was decided, with everything that bears on it, for the evaluator.
    pub(crate) fn case(&self, keys: &Keys, asked: &Asked, decision: &Decision) -> Value {
        let (principal, identity) = match asked.who {
            Who::Ann => (arn("user", "ann"), Some(&self.ann)),
            Who::Bob => (arn("user", "team/bob"), Some(&self.bob)),
            Who::App => (format!("arn:aws:sts::{ACCOUNT}:assumed-role/app/run"), Some(&self.app)),
            Who::Root => (format!("arn:aws:iam::{ACCOUNT}:root"), None),
        };
        let is_user = matches!(asked.who, Who::Ann | Who::Bob);
        let group =
            self.group.iter().filter(|_| is_user && identity.is_some_and(|identity| identity.in_group));
        let own = identity.into_iter().flat_map(|identity| identity.inline.iter().chain(&identity.managed));
        let policies: Vec<&Value> = own.chain(group).collect();
        let session: Vec<&Value> = self.session.iter().filter(|_| asked.who == Who::App).collect();
        let is_for_role = asked.is_for_role();
        let full = document(vec![json!({"Effect": "Allow", "Action": "*", "Resource": "*"})]);
        let everybody =
            document(vec![json!({"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"})]);
        let [unit, account] = &self.resource_controls;
        let mut context = keys.context(asked.who, decision);
        context.extend(asked.context(&decision.action));
        context.extend(
            identity
                .and_then(|identity| identity.team)
                .map(|team| ("aws:PrincipalTag/Team".to_owned(), json!(team))),
        );
        let tagged = [("user/ann", &self.ann), ("user/team/bob", &self.bob), ("role/app", &self.app)];
        let on = tagged.iter().find(|(name, _)| decision.resource.ends_with(&format!(":{name}")));
        if let Some(team) = on.filter(|_| !asked.makes()).and_then(|(_, identity)| identity.team) {
            context.insert("aws:ResourceTag/Team".to_owned(), json!(team));
            context.insert("iam:ResourceTag/Team".to_owned(), json!(team));
        }
        if decision.action == "iam:GetRole" && self.app.boundary.is_some() {
            let boundary = arn("policy", "app-boundary");
            context.insert("iam:PermissionsBoundary".to_owned(), json!(boundary));
        }
        json!({
            "request": {
                "principal": principal, "action": decision.action, "resource": decision.resource,
                "resourceAccount": ACCOUNT, "context": context,
            },
            "identityPolicies": policies,
            "permissionsBoundary": identity.and_then(|identity| identity.boundary.as_ref()),
            "sessionPolicies": session,
            "resourcePolicy": is_for_role.then_some(&self.trust),
            "scps": [[full], [self.controls[0]], [self.controls[1]]],
            "rcps": if is_for_role { json!([[everybody], [everybody, unit], [everybody, account]]) } else { json!([]) },
        })
    }
}

impl Identity {
    /// Its managed policies, and its boundary.
    fn policies(&self, name: &str) -> Vec<Value> {
        let numbered = self.managed.iter().enumerate();
        let mut policies: Vec<_> =
            numbered.map(|(number, policy)| managed(&format!("{name}-{number}"), policy)).collect();
        policies.extend(self.boundary.iter().map(|policy| managed(&format!("{name}-boundary"), policy)));
        policies
    }

    fn common(&self, name: &str) -> Value {
        let attached: Vec<_> = (0..self.managed.len())
            .map(|number| json!({"PolicyName": "p", "PolicyArn": arn("policy", &format!("{name}-{number}"))}))
            .collect();
        let mut common = json!({"CreateDate": MADE, "AttachedManagedPolicies": attached});
        if self.boundary.is_some() {
            let boundary = arn("policy", &format!("{name}-boundary"));
            common["PermissionsBoundary"] =
                json!({"PermissionsBoundaryType": "Policy", "PermissionsBoundaryArn": boundary});
        }
        if let Some(team) = self.team {
            common["Tags"] = json!([{"Key": "Team", "Value": team}]);
        }
        common
    }

    fn user(&self, name: &str, path: &str) -> Value {
        let mut user = self.common(name);
        let more = json!({
            "Path": path, "UserName": name, "UserId": format!("AIDA{:0>17}", name.to_uppercase()),
            "Arn": format!("arn:aws:iam::{ACCOUNT}:user{path}{name}"), "UserPolicyList": named(name, &self.inline),
            "GroupList": if self.in_group { vec!["staff"] } else { vec![] },
        });
        merge(&mut user, more);
        user
    }

    fn role(&self, name: &str, trust: &Value) -> Value {
        let mut role = self.common(name);
        let more = json!({
            "Path": "/", "RoleName": name, "RoleId": format!("AROA{:0>17}", name.to_uppercase()),
            "Arn": arn("role", name), "RolePolicyList": named(name, &self.inline), "AssumeRolePolicyDocument": trust,
            "InstanceProfileList": [],
        });
        merge(&mut role, more);
        role
    }
}

fn merge(into: &mut Value, more: Value) {
    let (Value::Object(into), Value::Object(more)) = (into, more) else { panic!("objects are merged") };
    into.extend(more);
}

fn managed(name: &str, policy: &Value) -> Value {
    let id: String = format!("ANPA{:0>17}", name.to_uppercase().replace('-', "0")).chars().take(21).collect();
    json!({
        "PolicyName": name, "PolicyId": id, "Arn": arn("policy", name), "Path": "/", "DefaultVersionId": "v1",
        "CreateDate": MADE, "UpdateDate": MADE, "IsAttachable": true,
        "PolicyVersionList": [{"Document": policy, "VersionId": "v1", "IsDefaultVersion": true, "CreateDate": MADE}],
    })
}

/// Condition keys with their values.
pub(crate) type Context = BTreeMap<String, Value>;
