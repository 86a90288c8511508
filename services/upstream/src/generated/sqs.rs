//! The operations of Amazon Simple Queue Service, API version 2012-11-05.
// Written by `cargo codegen` from the API model; do not edit.

use awsim_plugin::operation::{ProtocolName, ServiceModel};
use awsim_plugin::shape::ViolationStyle;
use awsim_plugin::upstream::UpstreamOperation;

/// What the model says of the service.
pub static MODEL: ServiceModel = ServiceModel {
    signing_name: "sqs",
    endpoint_prefix: "sqs",
    full_name: "Amazon Simple Queue Service",
    service_id: "SQS",
    api_version: "2012-11-05",
    protocol: ProtocolName::Json10,
    xml_namespace: "",
    target_prefix: "AmazonSQS",
    error_message: "message",
    global: false,
    violations: ViolationStyle { quotes_values: true },
};

/// The operations, sorted by name.
pub static OPERATIONS: &[UpstreamOperation] = &[
    UpstreamOperation::new(
        "AddPermission",
        "POST",
        "/",
        &["QueueUrl", "Label", "AWSAccountIds", "Actions"],
        &[],
    ),
    UpstreamOperation::new("CancelMessageMoveTask", "POST", "/", &["TaskHandle"], &[]),
    UpstreamOperation::new(
        "ChangeMessageVisibility",
        "POST",
        "/",
        &["QueueUrl", "ReceiptHandle", "VisibilityTimeout"],
        &[],
    ),
    UpstreamOperation::new("ChangeMessageVisibilityBatch", "POST", "/", &["QueueUrl", "Entries"], &[]),
    UpstreamOperation::new("CreateQueue", "POST", "/", &["QueueName"], &[]),
    UpstreamOperation::new("DeleteMessage", "POST", "/", &["QueueUrl", "ReceiptHandle"], &[]),
    UpstreamOperation::new("DeleteMessageBatch", "POST", "/", &["QueueUrl", "Entries"], &[]),
    UpstreamOperation::new("DeleteQueue", "POST", "/", &["QueueUrl"], &[]),
    UpstreamOperation::new("GetQueueAttributes", "POST", "/", &["QueueUrl"], &[]),
    UpstreamOperation::new("GetQueueUrl", "POST", "/", &["QueueName"], &[]),
    UpstreamOperation::new("ListDeadLetterSourceQueues", "POST", "/", &["QueueUrl"], &[]),
    UpstreamOperation::new("ListMessageMoveTasks", "POST", "/", &["SourceArn"], &[]),
    UpstreamOperation::new("ListQueueTags", "POST", "/", &["QueueUrl"], &[]),
    UpstreamOperation::new("ListQueues", "POST", "/", &[], &[]),
    UpstreamOperation::new("PurgeQueue", "POST", "/", &["QueueUrl"], &[]),
    UpstreamOperation::new("ReceiveMessage", "POST", "/", &["QueueUrl"], &[]),
    UpstreamOperation::new("RemovePermission", "POST", "/", &["QueueUrl", "Label"], &[]),
    UpstreamOperation::new("SendMessage", "POST", "/", &["QueueUrl", "MessageBody"], &[]),
    UpstreamOperation::new("SendMessageBatch", "POST", "/", &["QueueUrl", "Entries"], &[]),
    UpstreamOperation::new("SetQueueAttributes", "POST", "/", &["QueueUrl", "Attributes"], &[]),
    UpstreamOperation::new("StartMessageMoveTask", "POST", "/", &["SourceArn"], &[]),
    UpstreamOperation::new("TagQueue", "POST", "/", &["QueueUrl", "Tags"], &[]),
    UpstreamOperation::new("UntagQueue", "POST", "/", &["QueueUrl", "TagKeys"], &[]),
];
