//! The authorization table of SQS ("Actions, resources, and condition keys for Amazon SQS" in the Service Authorization
//! Reference). Batches need the permission of the single call.

use awsim_plugin::access::Access;
use awsim_plugin::error::ServiceError;

use super::queues;
use crate::ask::{Ask, any, tagged, untagged};
use crate::service::{Row, row};

type Rows = Result<Access, ServiceError>;

/// The table.
pub(super) const ROWS: &[Row] = &[
    row("AddPermission", on_queue),
    row("CancelMessageMoveTask", cancel_move),
    row("ChangeMessageVisibility", on_queue),
    row("ChangeMessageVisibilityBatch", |ask| as_single(ask, "ChangeMessageVisibility")),
    row("CreateQueue", create_queue),
    row("DeleteMessage", on_queue),
    row("DeleteMessageBatch", |ask| as_single(ask, "DeleteMessage")),
    row("DeleteQueue", on_queue),
    row("GetQueueAttributes", on_queue),
    row("GetQueueUrl", get_queue_url),
    row("ListDeadLetterSourceQueues", on_queue),
    row("ListMessageMoveTasks", list_moves),
    row("ListQueueTags", on_queue),
    row("ListQueues", any),
    row("PurgeQueue", on_queue),
    row("ReceiveMessage", on_queue),
    row("RemovePermission", on_queue),
    row("SendMessage", on_queue),
    row("SendMessageBatch", |ask| as_single(ask, "SendMessage")),
    row("SetQueueAttributes", on_queue),
    row("StartMessageMoveTask", start_move),
    row("TagQueue", |ask| Ok(vec![tagged(ask.check(queues::queue(ask)?), &tags(ask))])),
    row("UntagQueue", |ask| {
        let keys = [ask.input().strings("TagKeys"), ask.input().strings("TagKey")].concat();
        Ok(vec![untagged(ask.check(queues::queue(ask)?), &keys)])
    }),
];

fn on_queue(ask: &Ask<'_>) -> Rows {
    Ok(vec![ask.check(queues::queue(ask)?)])
}

fn as_single(ask: &Ask<'_>, action: &str) -> Rows {
    Ok(vec![ask.action(action, queues::queue(ask)?)])
}

/// The tags of a request: a map, with another name in the query protocol.
pub(super) fn tags(ask: &Ask<'_>) -> Vec<(String, String)> {
    ["tags", "Tags", "Tag"].iter().flat_map(|member| ask.input().texts(member)).collect()
}

fn create_queue(ask: &Ask<'_>) -> Rows {
    let queue = queues::named(ask, None)?;
    let tags = tags(ask);
    let mut checks = vec![tagged(ask.check(&*queue), &tags)];
    if !tags.is_empty() {
        checks.push(tagged(ask.action("TagQueue", queue), &tags));
    }
    Ok(checks)
}

fn get_queue_url(ask: &Ask<'_>) -> Rows {
    let owner = ask.text("QueueOwnerAWSAccountId");
    Ok(vec![ask.check(queues::named(ask, owner.as_deref())?)])
}

/// What moving messages does to the queue that they are in.
const MOVING: [&str; 3] = ["DeleteMessage", "GetQueueAttributes", "ReceiveMessage"];

fn start_move(ask: &Ask<'_>) -> Rows {
    let source = queues::by_arn(ask, "SourceArn")?;
    let mut checks = vec![ask.check(&*source)];
    checks.extend(MOVING.iter().map(|action| ask.action(action, &*source)));
    // Without a destination, messages go back to where they came from.
    if ask.text("DestinationArn").is_some() {
        checks.push(ask.action("SendMessage", queues::by_arn(ask, "DestinationArn")?));
    }
    Ok(checks)
}

fn list_moves(ask: &Ask<'_>) -> Rows {
    let source = queues::by_arn(ask, "SourceArn")?;
    Ok(vec![ask.check(&*source), ask.action("GetQueueAttributes", &*source)])
}

/// Only the server can read which queue a task is about: it takes a permission on all of them.
fn cancel_move(ask: &Ask<'_>) -> Rows {
    let queues = ask.arn("*");
    let mut checks = vec![ask.check(&*queues)];
    checks.extend(MOVING.iter().map(|action| ask.action(action, &*queues)));
    Ok(checks)
}
