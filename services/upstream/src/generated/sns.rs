//! The operations of Amazon Simple Notification Service, API version 2010-03-31.
// Written by `cargo codegen` from the API model; do not edit.

use awsim_plugin::operation::{ProtocolName, ServiceModel};
use awsim_plugin::shape::ViolationStyle;
use awsim_plugin::upstream::UpstreamOperation;

/// What the model says of the service.
pub static MODEL: ServiceModel = ServiceModel {
    signing_name: "sns",
    endpoint_prefix: "sns",
    full_name: "Amazon Simple Notification Service",
    service_id: "SNS",
    api_version: "2010-03-31",
    protocol: ProtocolName::Query,
    xml_namespace: "http://sns.amazonaws.com/doc/2010-03-31/",
    target_prefix: "",
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
        &["TopicArn", "Label", "AWSAccountId", "ActionName"],
        &[],
    ),
    UpstreamOperation::new("CheckIfPhoneNumberIsOptedOut", "POST", "/", &["phoneNumber"], &[]),
    UpstreamOperation::new("ConfirmSubscription", "POST", "/", &["TopicArn", "Token"], &[]),
    UpstreamOperation::new(
        "CreatePlatformApplication",
        "POST",
        "/",
        &["Name", "Platform", "Attributes"],
        &[],
    ),
    UpstreamOperation::new("CreatePlatformEndpoint", "POST", "/", &["PlatformApplicationArn", "Token"], &[]),
    UpstreamOperation::new("CreateSMSSandboxPhoneNumber", "POST", "/", &["PhoneNumber"], &[]),
    UpstreamOperation::new("CreateTopic", "POST", "/", &["Name"], &[]),
    UpstreamOperation::new("DeleteEndpoint", "POST", "/", &["EndpointArn"], &[]),
    UpstreamOperation::new("DeletePlatformApplication", "POST", "/", &["PlatformApplicationArn"], &[]),
    UpstreamOperation::new("DeleteSMSSandboxPhoneNumber", "POST", "/", &["PhoneNumber"], &[]),
    UpstreamOperation::new("DeleteTopic", "POST", "/", &["TopicArn"], &[]),
    UpstreamOperation::new("GetDataProtectionPolicy", "POST", "/", &["ResourceArn"], &[]),
    UpstreamOperation::new("GetEndpointAttributes", "POST", "/", &["EndpointArn"], &[]),
    UpstreamOperation::new("GetPlatformApplicationAttributes", "POST", "/", &["PlatformApplicationArn"], &[]),
    UpstreamOperation::new("GetSMSAttributes", "POST", "/", &[], &[]),
    UpstreamOperation::new("GetSMSSandboxAccountStatus", "POST", "/", &[], &[]),
    UpstreamOperation::new("GetSubscriptionAttributes", "POST", "/", &["SubscriptionArn"], &[]),
    UpstreamOperation::new("GetTopicAttributes", "POST", "/", &["TopicArn"], &[]),
    UpstreamOperation::new(
        "ListEndpointsByPlatformApplication",
        "POST",
        "/",
        &["PlatformApplicationArn"],
        &[],
    ),
    UpstreamOperation::new("ListOriginationNumbers", "POST", "/", &[], &[]),
    UpstreamOperation::new("ListPhoneNumbersOptedOut", "POST", "/", &[], &[]),
    UpstreamOperation::new("ListPlatformApplications", "POST", "/", &[], &[]),
    UpstreamOperation::new("ListSMSSandboxPhoneNumbers", "POST", "/", &[], &[]),
    UpstreamOperation::new("ListSubscriptions", "POST", "/", &[], &[]),
    UpstreamOperation::new("ListSubscriptionsByTopic", "POST", "/", &["TopicArn"], &[]),
    UpstreamOperation::new("ListTagsForResource", "POST", "/", &["ResourceArn"], &[]),
    UpstreamOperation::new("ListTopics", "POST", "/", &[], &[]),
    UpstreamOperation::new("OptInPhoneNumber", "POST", "/", &["phoneNumber"], &[]),
    UpstreamOperation::new("Publish", "POST", "/", &["Message"], &[]),
    UpstreamOperation::new("PublishBatch", "POST", "/", &["TopicArn", "PublishBatchRequestEntries"], &[]),
    UpstreamOperation::new(
        "PutDataProtectionPolicy",
        "POST",
        "/",
        &["ResourceArn", "DataProtectionPolicy"],
        &[],
    ),
    UpstreamOperation::new("RemovePermission", "POST", "/", &["TopicArn", "Label"], &[]),
    UpstreamOperation::new("SetEndpointAttributes", "POST", "/", &["EndpointArn", "Attributes"], &[]),
    UpstreamOperation::new(
        "SetPlatformApplicationAttributes",
        "POST",
        "/",
        &["PlatformApplicationArn", "Attributes"],
        &[],
    ),
    UpstreamOperation::new("SetSMSAttributes", "POST", "/", &["attributes"], &[]),
    UpstreamOperation::new(
        "SetSubscriptionAttributes",
        "POST",
        "/",
        &["SubscriptionArn", "AttributeName"],
        &[],
    ),
    UpstreamOperation::new("SetTopicAttributes", "POST", "/", &["TopicArn", "AttributeName"], &[]),
    UpstreamOperation::new("Subscribe", "POST", "/", &["TopicArn", "Protocol"], &[]),
    UpstreamOperation::new("TagResource", "POST", "/", &["ResourceArn", "Tags"], &[]),
    UpstreamOperation::new("Unsubscribe", "POST", "/", &["SubscriptionArn"], &[]),
    UpstreamOperation::new("UntagResource", "POST", "/", &["ResourceArn", "TagKeys"], &[]),
    UpstreamOperation::new(
        "VerifySMSSandboxPhoneNumber",
        "POST",
        "/",
        &["PhoneNumber", "OneTimePassword"],
        &[],
    ),
];
