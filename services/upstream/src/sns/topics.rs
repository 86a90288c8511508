//! The ARNs of topics, subscriptions, applications and endpoints.

use awsim_plugin::error::ServiceError;

use crate::ask::Ask;

/// Whether an ARN is one of a topic.
pub(super) fn is_topic(arn: &str) -> bool {
    let parts: Vec<&str> = arn.split(':').collect();
    matches!(parts.as_slice(), ["arn", "aws", "sns", _, account, name]
        if account.len() == 12 && is_name(name))
}

/// The ARN that a member has, which must be one of SNS in the region of the request.
///
/// # Errors
/// `InvalidParameter` (400) if it is not.
pub(super) fn by_arn(ask: &Ask<'_>, member: &str) -> Result<String, ServiceError> {
    let arn = ask.need(member)?;
    let here = format!("arn:aws:sns:{}:", ask.request.cx.region);
    let is_plain = arn.bytes().all(|byte| byte.is_ascii_graphic() && !b"*?".contains(&byte));
    match arn.starts_with(&here) && is_plain && arn.split(':').count() >= 6 {
        true => Ok(arn),
        false => Err(invalid(member)),
    }
}

/// The topic of a subscription, whose ARN is the topic's and an id.
///
/// # Errors
/// As [`by_arn`].
pub(super) fn of_subscription(ask: &Ask<'_>) -> Result<String, ServiceError> {
    let arn = by_arn(ask, "SubscriptionArn")?;
    let topic = arn.rsplit_once(':').map(|(topic, _)| topic).filter(|topic| is_topic(topic));
    topic.map(str::to_owned).ok_or_else(|| invalid("SubscriptionArn"))
}

/// The ARN of the topic that is to be created.
///
/// # Errors
/// `InvalidParameter` (400) if no topic can have its name.
pub(super) fn named(ask: &Ask<'_>) -> Result<String, ServiceError> {
    let name = ask.need("Name")?;
    if is_name(&name) { Ok(ask.arn(name)) } else { Err(invalid("Name")) }
}

fn is_name(name: &str) -> bool {
    let stem = name.strip_suffix(".fifo").unwrap_or(name);
    (1..=256).contains(&name.len())
        && stem.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte))
}

fn invalid(member: &str) -> ServiceError {
    ServiceError::sender("InvalidParameter", 400, format!("Invalid parameter: {member}"))
}
