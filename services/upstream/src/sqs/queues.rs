//! The names, URLs and ARNs of queues.

use awsim_plugin::error::ServiceError;

use crate::ask::Ask;

/// The ARN of the queue that a request is for: the one that its `QueueUrl` names or, in the query protocol, the path that
/// it is sent to.
///
/// # Errors
/// `InvalidAddress` (404) if it names none, or two.
pub(super) fn queue(ask: &Ask<'_>) -> Result<String, ServiceError> {
    let url = ask.text("QueueUrl");
    let named = match url.as_deref() {
        Some(url) => Some(in_url(ask, url).ok_or_else(|| invalid(url))?),
        None => None,
    };
    let path = ask.request.path;
    let sent_to = match path {
        "/" => None,
        path => Some(in_path(ask, path).ok_or_else(|| invalid(path))?),
    };
    match (named, sent_to) {
        (Some(named), Some(sent_to)) if named != sent_to => Err(invalid(path)),
        (Some(queue), _) | (None, Some(queue)) => Ok(queue),
        (None, None) => Err(invalid("")),
    }
}

/// The ARN of the queue with a name in the caller's account, or another one.
///
/// # Errors
/// `InvalidParameterValue` (400) if no queue can have that name.
pub(super) fn named(ask: &Ask<'_>, account: Option<&str>) -> Result<String, ServiceError> {
    let name = ask.need("QueueName")?;
    arn(ask, account, &name).ok_or_else(|| {
        let message = format!("{name:?} is no name of a queue.");
        ServiceError::sender("InvalidParameterValue", 400, message)
    })
}

/// A queue that a member names by its ARN.
///
/// # Errors
/// `InvalidParameterValue` (400) if it is none of a queue in the region of the request.
pub(super) fn by_arn(ask: &Ask<'_>, member: &str) -> Result<String, ServiceError> {
    let text = ask.need(member)?;
    let parts: Vec<&str> = text.split(':').collect();
    match parts.as_slice() {
        ["arn", "aws", "sqs", region, account, name] if *region == ask.request.cx.region => {
            arn(ask, Some(account), name)
        }
        _ => None,
    }
    .filter(|arn| *arn == text)
    .ok_or_else(|| {
        ServiceError::sender("InvalidParameterValue", 400, format!("{text:?} is no ARN of a queue here."))
    })
}

fn invalid(address: &str) -> ServiceError {
    ServiceError::sender("InvalidAddress", 404, format!("The address {address:?} names no queue."))
}

fn in_url(ask: &Ask<'_>, url: &str) -> Option<String> {
    let rest = url.strip_prefix("http://").or_else(|| url.strip_prefix("https://"))?;
    let path = rest.find('/').and_then(|at| rest.get(at..))?;
    in_path(ask, path)
}

/// `/123456789012/name`. Some servers have another word in the place of the account.
fn in_path(ask: &Ask<'_>, path: &str) -> Option<String> {
    let (account, name) = path.strip_prefix('/')?.split_once('/')?;
    let is_account = account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit());
    let is_word = !account.is_empty() && account.bytes().all(|byte| byte.is_ascii_alphanumeric());
    match (is_account, is_word) {
        (true, _) => arn(ask, Some(account), name),
        (false, true) => arn(ask, None, name),
        (false, false) => None,
    }
}

fn arn(ask: &Ask<'_>, account: Option<&str>, name: &str) -> Option<String> {
    let stem = name.strip_suffix(".fifo").unwrap_or(name);
    let is_name = (1..=80).contains(&name.len())
        && stem.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte));
    let account = match account {
        Some(account) => account.parse().ok()?,
        None => ask.request.cx.account(),
    };
    is_name.then(|| ask.request.cx.arn("sqs", ask.request.cx.region, account, name))
}
