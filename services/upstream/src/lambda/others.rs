//! What requests on everything but functions must be allowed, and what all checks have in common.

use awsim_plugin::access::{Access, Check, ContextValue};

use super::names;
use super::rows::{Rows, on_arn};
use crate::ask::{Ask, tagged, untagged};

/// An action on a resource, whose tags go with it: those of a version or alias are its function's.
pub(super) fn check(ask: &Ask<'_>, action: &str, arn: impl Into<String>) -> Check {
    let check = ask.action(action, arn);
    let function = names::function_of(&check.resource);
    match function.and_then(|function| ask.resource(&function)) {
        Some(known) => {
            check.with_resource_tags(None, known.tags.iter().map(|(key, value)| (&**key, &**value)))
        }
        None => check,
    }
}

/// The check for a role that a request gives to Lambda.
pub(super) fn pass_role(role: String) -> Check {
    Check::on("iam:PassRole", role).with_string("iam:PassedToService", Some("lambda.amazonaws.com"))
}

fn on_kind(ask: &Ask<'_>, member: &str, kind: &str) -> Rows {
    Ok(vec![check(ask, ask.request.operation, names::of_kind(ask, member, kind)?)])
}

pub(super) fn on_layer(ask: &Ask<'_>) -> Rows {
    on_kind(ask, "LayerName", "layer")
}

pub(super) fn on_layer_version(ask: &Ask<'_>) -> Rows {
    Ok(vec![check(ask, ask.request.operation, names::layer_version(ask)?)])
}

pub(super) fn on_code_signing_config(ask: &Ask<'_>) -> Rows {
    on_kind(ask, "CodeSigningConfigArn", "code-signing-config")
}

pub(super) fn on_capacity_provider(ask: &Ask<'_>) -> Rows {
    on_kind(ask, "CapacityProviderName", "capacity-provider")
}

pub(super) fn on_execution(ask: &Ask<'_>) -> Rows {
    Ok(vec![check(ask, ask.request.operation, names::execution(ask)?)])
}

/// Only the server can read which execution waits for a callback: it takes a permission on all of them.
pub(super) fn on_callback(ask: &Ask<'_>) -> Rows {
    Ok(vec![ask.check(ask.arn("function:*:*/durable-execution/*/*"))])
}

/// An event source mapping, with the function that it invokes.
pub(super) fn on_mapping(ask: &Ask<'_>) -> Rows {
    let arn = names::of_kind(ask, "UUID", "event-source-mapping")?;
    let function = ask.resource(&arn).and_then(|mapping| mapping.fact("function"));
    Ok(vec![ask.check(&*arn).with_string("lambda:FunctionArn", function)])
}

/// A mapping that is to invoke another function must be allowed for both.
pub(super) fn update_mapping(ask: &Ask<'_>) -> Rows {
    let mut checks = on_mapping(ask)?;
    if ask.text("FunctionName").is_some() {
        let function = names::function(ask, "FunctionName")?.qualified();
        let arn = names::of_kind(ask, "UUID", "event-source-mapping")?;
        checks.push(ask.check(arn).with_string("lambda:FunctionArn", Some(function)));
    }
    Ok(checks)
}

pub(super) fn create_mapping(ask: &Ask<'_>) -> Rows {
    let function = names::function(ask, "FunctionName")?.qualified();
    let tags = ask.input().texts("Tags");
    let own = tagged(ask.check("*"), &tags).with_string("lambda:FunctionArn", Some(function));
    Ok(with_tags(own, &tags, || tagged(ask.action("TagResource", ask.arn("event-source-mapping:*")), &tags)))
}

pub(super) fn create_code_signing_config(ask: &Ask<'_>) -> Rows {
    let tags = ask.input().texts("Tags");
    Ok(with_tags(tagged(ask.check("*"), &tags), &tags, || {
        tagged(ask.action("TagResource", ask.arn("code-signing-config:*")), &tags)
    }))
}

pub(super) fn create_capacity_provider(ask: &Ask<'_>) -> Rows {
    let arn = names::of_kind(ask, "CapacityProviderName", "capacity-provider")?;
    let tags = ask.input().texts("Tags");
    let mut own = tagged(ask.check(&*arn), &tags);
    if let Some(vpc) = ask.input().member("VpcConfig") {
        for member in ["SecurityGroupIds", "SubnetIds"] {
            let ids = vpc.strings(member);
            if !ids.is_empty() {
                own = own.with(format!("lambda:{member}"), ContextValue::Strings(ids));
            }
        }
    }
    let mut checks = with_tags(own, &tags, || tagged(ask.action("TagResource", &*arn), &tags));
    let permissions = ask.input().member("PermissionsConfig");
    let role = permissions.as_deref().and_then(|config| config.string("CapacityProviderOperatorRoleArn"));
    checks.extend(role.map(pass_role));
    // Lambda looks at the key for the caller, before it uses it.
    checks.extend(ask.text("KmsKeyArn").map(|key| Check::on("kms:DescribeKey", key)));
    Ok(checks)
}

/// A check, and one for the tags of what is created, if there are any.
fn with_tags(own: Check, tags: &[(String, String)], tag: impl FnOnce() -> Check) -> Access {
    let tag = (!tags.is_empty()).then(tag);
    std::iter::once(own).chain(tag).collect()
}

pub(super) fn get_policy(ask: &Ask<'_>) -> Rows {
    on_policy(ask, ["GetResourcePolicy", "GetPolicy"])
}

pub(super) fn remove_policy(ask: &Ask<'_>) -> Rows {
    on_policy(ask, ["DeleteResourcePolicy", "RemovePermission"])
}

/// The policy as a whole takes the permission of the older operation on its statements too.
fn on_policy(ask: &Ask<'_>, actions: [&str; 2]) -> Rows {
    let arn = names::by_arn(ask, "ResourceArn")?;
    Ok(actions.map(|action| check(ask, action, &*arn)).into())
}

pub(super) fn tag(ask: &Ask<'_>) -> Rows {
    let tags = ask.input().texts("Tags");
    Ok(on_arn(ask, "Resource")?.into_iter().map(|check| tagged(check, &tags)).collect())
}

pub(super) fn untag(ask: &Ask<'_>) -> Rows {
    let keys = ask.input().strings("TagKeys");
    Ok(on_arn(ask, "Resource")?.into_iter().map(|check| untagged(check, &keys)).collect())
}
