//! The authorization table of Lambda ("Actions, resources, and condition keys for AWS Lambda" in the Service Authorization
//! Reference; "Fine-tuning the Resources and Conditions sections of policies" in the AWS Lambda Developer Guide, which says
//! where a version or alias counts).

use awsim_plugin::access::Access;
use awsim_plugin::error::ServiceError;

use super::functions::{
    create, invoke, list_function_urls, on_function, on_function_url, on_qualified, permission,
    publish_layer, put_code_signing, put_policy, remove_permission, update_code, update_configuration,
};
use super::others::{
    create_capacity_provider, create_code_signing_config, create_mapping, get_policy, on_capacity_provider,
    on_code_signing_config, on_execution, on_layer_version, on_mapping, remove_policy, tag, update_mapping,
};
use super::{names, others};
use crate::ask::{Ask, any};
use crate::service::{Row, row};

pub(super) type Rows = Result<Access, ServiceError>;

/// The table.
pub(super) const ROWS: &[Row] = &[
    row("AddLayerVersionPermission", on_layer_version),
    row("AddPermission", permission),
    row("CheckpointDurableExecution", on_execution),
    row("CreateAlias", on_function),
    row("CreateCapacityProvider", create_capacity_provider),
    row("CreateCodeSigningConfig", create_code_signing_config),
    row("CreateEventSourceMapping", create_mapping),
    row("CreateFunction", create),
    row("CreateFunctionUrlConfig", on_function_url),
    row("DeleteAlias", on_function),
    row("DeleteCapacityProvider", on_capacity_provider),
    row("DeleteCodeSigningConfig", on_code_signing_config),
    row("DeleteDurableExecution", on_execution),
    row("DeleteEventSourceMapping", on_mapping),
    row("DeleteFunction", on_function),
    row("DeleteFunctionCodeSigningConfig", on_function),
    row("DeleteFunctionConcurrency", on_function),
    row("DeleteFunctionEventInvokeConfig", on_function),
    row("DeleteFunctionUrlConfig", on_function_url),
    row("DeleteLayerVersion", on_layer_version),
    row("DeleteProvisionedConcurrencyConfig", on_qualified),
    row("DeleteResourcePolicy", remove_policy),
    row("GetAccountSettings", any),
    row("GetAlias", on_function),
    row("GetCapacityProvider", on_capacity_provider),
    row("GetCodeSigningConfig", on_code_signing_config),
    row("GetDurableExecution", on_execution),
    row("GetDurableExecutionHistory", on_execution),
    row("GetDurableExecutionState", on_execution),
    row("GetEventSourceMapping", on_mapping),
    row("GetFunction", on_function),
    row("GetFunctionCodeSigningConfig", on_function),
    row("GetFunctionConcurrency", on_function),
    row("GetFunctionConfiguration", on_function),
    row("GetFunctionEventInvokeConfig", on_function),
    row("GetFunctionRecursionConfig", on_function),
    row("GetFunctionScalingConfig", on_function),
    row("GetFunctionUrlConfig", on_function_url),
    row("GetLayerVersion", on_layer_version),
    row("GetLayerVersionByArn", |ask| {
        Ok(vec![others::check(ask, "GetLayerVersion", names::of_kind(ask, "Arn", "layer")?)])
    }),
    row("GetLayerVersionPolicy", on_layer_version),
    row("GetPolicy", on_function),
    row("GetProvisionedConcurrencyConfig", on_qualified),
    row("GetResourcePolicy", get_policy),
    row("GetRuntimeManagementConfig", on_function),
    row("Invoke", invoke),
    row("InvokeAsync", on_qualified),
    row("InvokeWithResponseStream", invoke),
    row("ListAliases", on_function),
    row("ListCapacityProviders", any),
    row("ListCodeSigningConfigs", any),
    row("ListDurableExecutionsByFunction", on_function),
    row("ListEventSourceMappings", any),
    row("ListFunctionEventInvokeConfigs", on_function),
    row("ListFunctionUrlConfigs", list_function_urls),
    row("ListFunctionVersionsByCapacityProvider", on_capacity_provider),
    row("ListFunctions", any),
    row("ListFunctionsByCodeSigningConfig", on_code_signing_config),
    row("ListLayerVersions", any),
    row("ListLayers", any),
    row("ListProvisionedConcurrencyConfigs", on_function),
    row("ListTags", |ask| on_arn(ask, "Resource")),
    row("ListVersionsByFunction", on_function),
    row("PauseDurableExecution", on_execution),
    row("PublishLayerVersion", publish_layer),
    row("PublishVersion", on_function),
    row("PutFunctionCodeSigningConfig", put_code_signing),
    row("PutFunctionConcurrency", on_function),
    row("PutFunctionEventInvokeConfig", on_function),
    row("PutFunctionRecursionConfig", on_function),
    row("PutFunctionScalingConfig", on_function),
    row("PutProvisionedConcurrencyConfig", on_qualified),
    row("PutResourcePolicy", put_policy),
    row("PutRuntimeManagementConfig", on_function),
    row("RemoveLayerVersionPermission", on_layer_version),
    row("RemovePermission", remove_permission),
    row("ResumeDurableExecution", on_execution),
    row("SendDurableExecutionCallbackFailure", others::on_callback),
    row("SendDurableExecutionCallbackHeartbeat", others::on_callback),
    row("SendDurableExecutionCallbackSuccess", others::on_callback),
    row("StopDurableExecution", on_execution),
    row("TagResource", tag),
    row("UntagResource", others::untag),
    row("UpdateAlias", on_function),
    row("UpdateCapacityProvider", on_capacity_provider),
    row("UpdateCodeSigningConfig", on_code_signing_config),
    row("UpdateEventSourceMapping", update_mapping),
    row("UpdateFunctionCode", update_code),
    row("UpdateFunctionConfiguration", update_configuration),
    row("UpdateFunctionEventInvokeConfig", on_function),
    row("UpdateFunctionUrlConfig", on_function_url),
];

/// The operation's own action on the resource that a member names by its ARN.
pub(super) fn on_arn(ask: &Ask<'_>, member: &str) -> Rows {
    Ok(vec![others::check(ask, ask.request.operation, names::by_arn(ask, member)?)])
}
