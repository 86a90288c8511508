//! The operations of AWS Secrets Manager, API version 2017-10-17.
// Written by `cargo codegen` from the API model; do not edit.

use awsim_plugin::operation::{ProtocolName, ServiceModel};
use awsim_plugin::shape::ViolationStyle;
use awsim_plugin::upstream::UpstreamOperation;

/// What the model says of the service.
pub static MODEL: ServiceModel = ServiceModel {
    signing_name: "secretsmanager",
    endpoint_prefix: "secretsmanager",
    full_name: "AWS Secrets Manager",
    service_id: "Secrets Manager",
    api_version: "2017-10-17",
    protocol: ProtocolName::Json11,
    xml_namespace: "",
    target_prefix: "secretsmanager",
    error_message: "message",
    global: false,
    violations: ViolationStyle { quotes_values: true },
};

/// The operations, sorted by name.
pub static OPERATIONS: &[UpstreamOperation] = &[
    UpstreamOperation::new(
        "AssociateCrossAccountReplica",
        "POST",
        "/",
        &["SecretId", "CrossAccountReplicaARN"],
        &[],
    ),
    UpstreamOperation::new("BatchGetSecretValue", "POST", "/", &[], &[]),
    UpstreamOperation::new("CancelRotateSecret", "POST", "/", &["SecretId"], &[]),
    UpstreamOperation::new("CreateSecret", "POST", "/", &["Name"], &[]),
    UpstreamOperation::new("DeleteResourcePolicy", "POST", "/", &["SecretId"], &[]),
    UpstreamOperation::new("DeleteSecret", "POST", "/", &["SecretId"], &[]),
    UpstreamOperation::new("DescribeSecret", "POST", "/", &["SecretId"], &[]),
    UpstreamOperation::new(
        "DisassociateCrossAccountReplica",
        "POST",
        "/",
        &["SecretId", "CrossAccountReplicaARN"],
        &[],
    ),
    UpstreamOperation::new("GetRandomPassword", "POST", "/", &[], &[]),
    UpstreamOperation::new("GetResourcePolicy", "POST", "/", &["SecretId"], &[]),
    UpstreamOperation::new("GetSecretValue", "POST", "/", &["SecretId"], &[]),
    UpstreamOperation::new("ListResourcePolicies", "POST", "/", &["SecretId"], &[]),
    UpstreamOperation::new("ListSecretVersionIds", "POST", "/", &["SecretId"], &[]),
    UpstreamOperation::new("ListSecrets", "POST", "/", &[], &[]),
    UpstreamOperation::new("PutResourcePolicy", "POST", "/", &["SecretId", "ResourcePolicy"], &[]),
    UpstreamOperation::new("PutSecretValue", "POST", "/", &["SecretId"], &[]),
    UpstreamOperation::new(
        "RemoveRegionsFromReplication",
        "POST",
        "/",
        &["SecretId", "RemoveReplicaRegions"],
        &[],
    ),
    UpstreamOperation::new("ReplicateSecretToRegions", "POST", "/", &["SecretId", "AddReplicaRegions"], &[]),
    UpstreamOperation::new("RestoreSecret", "POST", "/", &["SecretId"], &[]),
    UpstreamOperation::new("RotateSecret", "POST", "/", &["SecretId"], &[]),
    UpstreamOperation::new("StopReplicationToReplica", "POST", "/", &["SecretId"], &[]),
    UpstreamOperation::new("TagResource", "POST", "/", &["SecretId", "Tags"], &[]),
    UpstreamOperation::new("UntagResource", "POST", "/", &["SecretId", "TagKeys"], &[]),
    UpstreamOperation::new("UpdateSecret", "POST", "/", &["SecretId"], &[]),
    UpstreamOperation::new("UpdateSecretVersionStage", "POST", "/", &["SecretId", "VersionStage"], &[]),
    UpstreamOperation::new("ValidateResourcePolicy", "POST", "/", &["ResourcePolicy"], &[]),
];
