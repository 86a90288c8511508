//! The authorization table of SNS ("Actions, resources, and condition keys for Amazon SNS" in the Service Authorization
//! Reference).

use awsim_plugin::access::{Access, Check};
use awsim_plugin::error::ServiceError;

use super::topics;
use crate::ask::{Ask, any, tagged, untagged};
use crate::service::{Row, row};

type Rows = Result<Access, ServiceError>;

/// The table.
pub(super) const ROWS: &[Row] = &[
    row("AddPermission", on_topic),
    row("CheckIfPhoneNumberIsOptedOut", any),
    row("ConfirmSubscription", on_topic),
    row("CreatePlatformApplication", |ask| with_roles(ask, vec![ask.check("*")])),
    row("CreatePlatformEndpoint", on_application),
    row("CreateSMSSandboxPhoneNumber", any),
    row("CreateTopic", create_topic),
    row("DeleteEndpoint", |ask| on_arn(ask, "EndpointArn")),
    row("DeletePlatformApplication", on_application),
    row("DeleteSMSSandboxPhoneNumber", any),
    row("DeleteTopic", on_topic),
    row("GetDataProtectionPolicy", on_resource),
    row("GetEndpointAttributes", |ask| on_arn(ask, "EndpointArn")),
    row("GetPlatformApplicationAttributes", on_application),
    row("GetSMSAttributes", any),
    row("GetSMSSandboxAccountStatus", any),
    row("GetSubscriptionAttributes", on_subscription),
    row("GetTopicAttributes", on_topic),
    row("ListEndpointsByPlatformApplication", on_application),
    row("ListOriginationNumbers", any),
    row("ListPhoneNumbersOptedOut", any),
    row("ListPlatformApplications", any),
    row("ListSMSSandboxPhoneNumbers", any),
    row("ListSubscriptions", any),
    row("ListSubscriptionsByTopic", on_topic),
    row("ListTagsForResource", on_resource),
    row("ListTopics", any),
    row("OptInPhoneNumber", any),
    row("Publish", publish),
    row("PublishBatch", |ask| Ok(vec![ask.action("Publish", topics::by_arn(ask, "TopicArn")?)])),
    row("PutDataProtectionPolicy", on_resource),
    row("RemovePermission", on_topic),
    row("SetEndpointAttributes", |ask| on_arn(ask, "EndpointArn")),
    row("SetPlatformApplicationAttributes", |ask| with_roles(ask, on_application(ask)?)),
    row("SetSMSAttributes", |ask| with_roles(ask, vec![ask.check("*")])),
    row("SetSubscriptionAttributes", |ask| with_roles(ask, on_subscription(ask)?)),
    row("SetTopicAttributes", |ask| with_roles(ask, on_topic(ask)?)),
    row("Subscribe", subscribe),
    row("TagResource", |ask| {
        let tags = ask.request_tags("Tags", "Key", "Value");
        Ok(vec![tagged(ask.check(topics::by_arn(ask, "ResourceArn")?), &tags)])
    }),
    row("Unsubscribe", on_subscription),
    row("UntagResource", |ask| {
        let keys = ask.input().strings("TagKeys");
        Ok(vec![untagged(ask.check(topics::by_arn(ask, "ResourceArn")?), &keys)])
    }),
    row("VerifySMSSandboxPhoneNumber", any),
];

fn on_arn(ask: &Ask<'_>, member: &str) -> Rows {
    Ok(vec![ask.check(topics::by_arn(ask, member)?)])
}

fn on_topic(ask: &Ask<'_>) -> Rows {
    on_arn(ask, "TopicArn")
}

fn on_resource(ask: &Ask<'_>) -> Rows {
    on_arn(ask, "ResourceArn")
}

fn on_application(ask: &Ask<'_>) -> Rows {
    on_arn(ask, "PlatformApplicationArn")
}

fn on_subscription(ask: &Ask<'_>) -> Rows {
    Ok(vec![ask.check(topics::of_subscription(ask)?)])
}

fn create_topic(ask: &Ask<'_>) -> Rows {
    let topic = topics::named(ask)?;
    let tags = ask.request_tags("Tags", "Key", "Value");
    let mut checks = vec![tagged(ask.check(&*topic), &tags)];
    if !tags.is_empty() {
        checks.push(tagged(ask.action("TagResource", &*topic), &tags));
    }
    if ask.input().member("DataProtectionPolicy").is_some() {
        checks.push(ask.action("PutDataProtectionPolicy", &*topic));
    }
    with_roles(ask, checks)
}

/// To a topic, to an endpoint, or to a telephone, which is no resource.
fn publish(ask: &Ask<'_>) -> Rows {
    let mut checks = Vec::new();
    for member in ["TopicArn", "TargetArn"] {
        if ask.text(member).is_some() {
            checks.extend(on_arn(ask, member)?);
        }
    }
    if checks.is_empty() || ask.text("PhoneNumber").is_some() {
        checks.push(ask.check("*"));
    }
    Ok(checks)
}

fn subscribe(ask: &Ask<'_>) -> Rows {
    let check = ask
        .check(topics::by_arn(ask, "TopicArn")?)
        .with_string("sns:Protocol", ask.text("Protocol"))
        .with_string("sns:Endpoint", ask.text("Endpoint"));
    with_roles(ask, vec![check])
}

/// The checks, and one for each role that the request gives to SNS: attributes that hold one end in `RoleArn`.
fn with_roles(ask: &Ask<'_>, mut checks: Access) -> Rows {
    let mut attributes = ask.input().texts("Attributes");
    attributes.extend(ask.input().texts("attributes"));
    attributes.extend(ask.text("AttributeName").zip(ask.text("AttributeValue")));
    for (name, value) in attributes {
        let is_role = name.ends_with("RoleArn") || name.ends_with("RoleARN");
        if is_role && value.starts_with("arn:") {
            checks.push(
                Check::on("iam:PassRole", value)
                    .with_string("iam:PassedToService", Some("sns.amazonaws.com")),
            );
        }
    }
    Ok(checks)
}
