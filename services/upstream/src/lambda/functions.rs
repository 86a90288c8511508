//! What requests on functions must be allowed.

use awsim_plugin::access::{Access, Check, ContextValue};
use awsim_plugin::error::ServiceError;
use awsim_plugin::upstream::Input;

use super::names::{self, Function};
use super::others::{check, on_layer, pass_role};
use super::policies;
use super::rows::Rows;
use crate::ask::{Ask, tagged};
use crate::s3;

/// The operation's own action on the function that the request names, whatever its version or alias.
pub(super) fn on_function(ask: &Ask<'_>) -> Rows {
    Ok(vec![check(ask, ask.request.operation, named(ask)?.arn)])
}

/// The operation's own action on a version or alias.
pub(super) fn on_qualified(ask: &Ask<'_>) -> Rows {
    Ok(vec![check(ask, ask.request.operation, named(ask)?.qualified())])
}

fn named(ask: &Ask<'_>) -> Result<Function, ServiceError> {
    names::function(ask, "FunctionName")
}

/// Invoking a function, which a request does not do through its URL.
pub(super) fn invoke(ask: &Ask<'_>) -> Rows {
    let check = check(ask, "InvokeFunction", named(ask)?.qualified());
    Ok(vec![check.with("lambda:InvokedViaFunctionUrl", ContextValue::Boolean(false))])
}

/// Creating a function: with a role, layers and tags that the caller must be allowed to give it.
pub(super) fn create(ask: &Ask<'_>) -> Rows {
    let arn = named(ask)?.arn;
    let tags = ask.input().texts("Tags");
    let own = configured(ask, tagged(check(ask, "CreateFunction", &*arn), &tags));
    let mut checks = vec![own.with_string("lambda:CodeSigningConfigArn", ask.text("CodeSigningConfigArn"))];
    if !tags.is_empty() {
        checks.push(tagged(check(ask, "TagResource", arn), &tags));
    }
    let code = ask.input().member("Code");
    checks.extend(code_read(ask, code.as_deref())?);
    with_parts(ask, checks)
}

/// Giving a function other code.
pub(super) fn update_code(ask: &Ask<'_>) -> Rows {
    let mut checks = on_function(ask)?;
    checks.extend(code_read(ask, Some(ask.input()))?);
    Ok(checks)
}

/// Making a version of a layer.
pub(super) fn publish_layer(ask: &Ask<'_>) -> Rows {
    let mut checks = on_layer(ask)?;
    let content = ask.input().member("Content");
    checks.extend(code_read(ask, content.as_deref())?);
    Ok(checks)
}

/// The check for the object that code is taken from, if it is in a bucket: Lambda reads it for the caller.
///
/// # Errors
/// `InvalidParameterValueException` (400) if there can be no such object.
fn code_read(ask: &Ask<'_>, code: Option<&dyn Input>) -> Result<Option<Check>, ServiceError> {
    let Some(code) = code else { return Ok(None) };
    let [bucket, key] = ["S3Bucket", "S3Key"].map(|name| code.string(name));
    if bucket.is_none() && key.is_none() {
        return Ok(None);
    }
    let (bucket, key) = (bucket.unwrap_or_default(), key.unwrap_or_default());
    let read = s3::reading(ask, &bucket, &key, code.string("S3ObjectVersion"));
    read.map(Some).ok_or_else(|| names::invalid(&format!("{bucket}/{key}")))
}

pub(super) fn update_configuration(ask: &Ask<'_>) -> Rows {
    let arn = named(ask)?.arn;
    with_parts(ask, vec![configured(ask, check(ask, "UpdateFunctionConfiguration", arn))])
}

/// A check with what a request says of layers and networks.
fn configured(ask: &Ask<'_>, mut check: Check) -> Check {
    let vpc = ask.input().member("VpcConfig");
    let of_vpc = |member: &str| vpc.as_deref().map(|vpc| vpc.strings(member)).unwrap_or_default();
    let lists = [
        ("lambda:Layer", ask.input().strings("Layers")),
        ("lambda:SecurityGroupIds", of_vpc("SecurityGroupIds")),
        ("lambda:SubnetIds", of_vpc("SubnetIds")),
    ];
    for (key, values) in lists {
        if !values.is_empty() {
            check = check.with(key, ContextValue::Strings(values));
        }
    }
    check
}

/// The checks, and those for what a request gives to a function: a role, layers, a capacity provider.
fn with_parts(ask: &Ask<'_>, mut checks: Access) -> Rows {
    for layer in ask.input().strings("Layers") {
        checks.push(check(ask, "GetLayerVersion", names::named(ask, &layer, "layer")?));
    }
    let capacity = ask.input().member("CapacityProviderConfig");
    let capacity =
        capacity.as_deref().and_then(|config| config.member("LambdaManagedInstancesCapacityProviderConfig"));
    if let Some(provider) = capacity.as_deref().and_then(|config| config.string("CapacityProviderArn")) {
        let provider = names::named(ask, &provider, "capacity-provider")?;
        checks.push(check(ask, "PassCapacityProvider", provider));
    }
    checks.extend(ask.text("Role").map(pass_role));
    Ok(checks)
}

/// A check with what kind of authorization the URL of the function asks of its callers.
fn with_url(ask: &Ask<'_>, function: &Function) -> Check {
    let arn = function.qualified();
    let known = ask.resource(&arn).and_then(|resource| resource.fact("urlAuthType")).map(str::to_owned);
    let kind = ask.text("AuthType").or_else(|| ask.text("FunctionUrlAuthType")).or(known);
    check(ask, ask.request.operation, arn).with_string("lambda:FunctionUrlAuthType", kind)
}

/// What is asked for the URLs of a function.
pub(super) fn list_function_urls(ask: &Ask<'_>) -> Rows {
    Ok(vec![with_url(ask, &named(ask)?)])
}

pub(super) fn on_function_url(ask: &Ask<'_>) -> Rows {
    let function = named(ask)?;
    Ok(vec![with_url(ask, &function).with_string("lambda:FunctionArn", Some(&*function.arn))])
}

/// Letting somebody in.
pub(super) fn permission(ask: &Ask<'_>) -> Rows {
    let function = named(ask)?;
    let check = check(ask, "AddPermission", function.qualified());
    Ok(vec![
        check
            .with_string("lambda:Principal", ask.text("Principal"))
            .with_string("lambda:FunctionUrlAuthType", ask.text("FunctionUrlAuthType")),
    ])
}

/// Letting somebody in no more: who that is, and through what kind of URL, the policy of the function says.
pub(super) fn remove_permission(ask: &Ask<'_>) -> Rows {
    let arn = named(ask)?.qualified();
    let policy = ask.resource(&arn).and_then(|resource| resource.policy.clone());
    let statement = policy.and_then(|policy| policies::statement(&policy, &ask.text("StatementId")?));
    let check = check(ask, "RemovePermission", arn);
    Ok(vec![match statement {
        Some(statement) => check
            .with_string("lambda:Principal", statement.principal())
            .with_string("lambda:FunctionUrlAuthType", statement.function_url_auth_type()),
        None => check,
    }])
}

/// Replacing the policy as a whole lets some in and others no more.
pub(super) fn put_policy(ask: &Ask<'_>) -> Rows {
    let arn = names::by_arn(ask, "ResourceArn")?;
    let actions = ["PutResourcePolicy", "AddPermission", "RemovePermission"];
    Ok(actions.map(|action| check(ask, action, &*arn)).into())
}

pub(super) fn put_code_signing(ask: &Ask<'_>) -> Rows {
    let config = names::of_kind(ask, "CodeSigningConfigArn", "code-signing-config")?;
    let on = |arn: String| {
        check(ask, ask.request.operation, arn).with_string("lambda:CodeSigningConfigArn", Some(&*config))
    };
    Ok(vec![on(named(ask)?.arn), on(config.clone())])
}
