//! Decisions as server-sent events
//! (<https://html.spec.whatwg.org/multipage/server-sent-events.html#server-sent-events>).

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use hyper::body::{Body, Frame};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::mpsc;

use crate::decisions::{Entry, Filter, Heard, Numbered};
use crate::messages::MessageSealer;

/// How long the stream is silent at most: a comment keeps proxies from closing it.
const SILENCE: Duration = Duration::from_secs(15);

/// How many events may wait for a slow reader.
const WAITING: usize = 64;

/// The body of an answer that ends only with the reader or the host.
#[derive(Debug)]
pub struct EventStream(mpsc::Receiver<Bytes>);

impl EventStream {
    /// The media type.
    pub const CONTENT_TYPE: &'static str = "text/event-stream";

    /// The decisions that are heard from now on and that the filter admits.
    pub(super) fn of(heard: Receiver<Heard>, filter: Filter, sealer: Arc<MessageSealer>) -> Self {
        let (sender, receiver) = mpsc::channel(WAITING);
        tokio::spawn(tell(heard, filter, sealer, sender));
        Self(receiver)
    }
}

async fn tell(
    mut decisions: Receiver<Heard>,
    filter: Filter,
    sealer: Arc<MessageSealer>,
    reader: mpsc::Sender<Bytes>,
) {
    loop {
        let event = tokio::select! {
            heard = decisions.recv() => match heard {
                Ok(Some(decision)) if filter.admits(&decision.1) => event(decision, Arc::clone(&sealer)).await,
                Ok(Some(_)) => continue,
                Err(RecvError::Lagged(missed)) => Bytes::from(format!("event: missed\ndata: {missed}\n\n")),
                Ok(None) | Err(RecvError::Closed) => break,
            },
            () = tokio::time::sleep(SILENCE) => Bytes::from_static(b": still here\n\n"),
            () = reader.closed() => break,
        };
        if reader.send(event).await.is_err() {
            break;
        }
    }
}

async fn event((number, record): Numbered, sealer: Arc<MessageSealer>) -> Bytes {
    // Reasons are worked out here, and are not to hold up requests.
    let entry = tokio::task::spawn_blocking(move || {
        serde_json::to_string(&Entry::with_message(number, &record, &sealer))
    });
    // An entry always has a form in JSON, which has no line breaks.
    let data = entry.await.ok().and_then(Result::ok).unwrap_or_default();
    Bytes::from(format!("id: {number}\nevent: decision\ndata: {data}\n\n"))
}

impl Body for EventStream {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        self.0.poll_recv(cx).map(|event| event.map(|event| Ok(Frame::data(event))))
    }
}
