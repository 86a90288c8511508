//! Bodies that pass through: nothing is kept of them but what has just come.
//!
//! A side that is slow slows the other, as a body is asked for its next piece only when there is room for it. What takes
//! long is not too long as long as it goes on: time limits are on standing still, in either direction.
//!
//! A body is checked while it passes (see [`StreamedContent`]). The last piece is held back until all of it was found to
//! hold: otherwise the connection to the upstream ends before the body does, and an upstream that was told its length has
//! nothing to store.

use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use awsim_plugin::error::ServiceError;
use awsim_plugin::operation::ProtocolName;
use bytes::Bytes;
use http::HeaderMap;
use hyper::body::{Body, Frame, Incoming, SizeHint};
use tokio::time::{Instant, Sleep};

use crate::authenticate::AuthenticationError;
use crate::sigv4::{
    Framing, SignatureError, StreamedContent, UNSIGNED_PAYLOAD, UNSIGNED_TRAILER, frame, unframe,
};

/// Why a body ended early.
pub(crate) type BodyError = Box<dyn std::error::Error + Send + Sync>;

/// How far a request has come, as those see it who wait for its answer.
pub(super) struct Progress {
    state: Mutex<State>,
}

struct State {
    /// When something last went through.
    moved: Instant,
    /// What was wrong with the body.
    refusal: Option<ServiceError>,
}

impl Progress {
    fn new() -> Self {
        Self { state: Mutex::new(State { moved: Instant::now(), refusal: None }) }
    }

    fn with<T>(&self, work: impl FnOnce(&mut State) -> T) -> T {
        // Either field is replaced as a whole, so a panic elsewhere cannot have left it half done.
        work(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// When something last went through.
    pub(super) fn moved(&self) -> Instant {
        self.with(|state| state.moved)
    }

    /// What was wrong with the body, if that ended the request.
    pub(super) fn refusal(&self) -> Option<ServiceError> {
        self.with(|state| state.refusal.take())
    }
}

/// A body on its way to an upstream.
pub(crate) struct Passage {
    body: Incoming,
    /// What checks it; none once it has ended.
    content: Option<StreamedContent>,
    form: Form,
    /// What comes next.
    held: VecDeque<Bytes>,
    /// How many bytes are still to be passed on, if that is known.
    left: Option<u64>,
    idle: Idle,
    protocol: ProtocolName,
    progress: Arc<Progress>,
}

/// In which form a body is passed on.
enum Form {
    /// As it comes.
    Same,
    /// Out of its chunks.
    Content,
    /// In other chunks.
    Framed(Framing),
}

impl Passage {
    /// A body that is checked. Out of its chunks it is taken if `unframes` says so, and put into unsigned ones if something
    /// follows it. It may stand still for so long.
    pub(super) fn new(
        body: Incoming,
        content: StreamedContent,
        unframes: bool,
        limit: Duration,
        protocol: ProtocolName,
    ) -> Self {
        let (form, left) = match content.chunked_length().filter(|_| unframes) {
            None => (Form::Same, body.size_hint().exact()),
            Some(length) if content.announced().is_empty() => (Form::Content, Some(length)),
            Some(length) => {
                let framing = Framing::new(length, content.announced());
                let framed = framing.length();
                (Form::Framed(framing), framed)
            }
        };
        Self {
            left,
            form,
            body,
            content: Some(content),
            held: VecDeque::new(),
            idle: Idle::new(limit),
            protocol,
            progress: Arc::new(Progress::new()),
        }
    }

    /// Lets headers say in which form it is passed on.
    pub(super) fn describe(&self, headers: &mut HeaderMap) {
        match &self.form {
            Form::Same => {}
            Form::Content => unframe(headers),
            Form::Framed(_) => frame(headers),
        }
    }

    /// Whether it is passed on in chunks other than those in which it came.
    pub(super) fn is_framed(&self) -> bool {
        matches!(self.form, Form::Framed(_))
    }

    /// What is signed of it by whoever signs it anew: the hash that was, if one was.
    pub(super) fn payload(&self) -> String {
        let stated = self.content.as_ref().and_then(StreamedContent::stated_hash);
        match self.is_framed() {
            true => UNSIGNED_TRAILER.to_owned(),
            false => stated.unwrap_or_else(|| UNSIGNED_PAYLOAD.to_owned()),
        }
    }

    pub(super) fn progress(&self) -> Arc<Progress> {
        Arc::clone(&self.progress)
    }

    /// Takes a piece that has come.
    fn take(&mut self, piece: Bytes) -> Result<(), SignatureError> {
        let Self { content, held, form, .. } = self;
        let Some(content) = content else { return Ok(()) };
        content.push(&piece, &mut |part| match form {
            Form::Content if !part.is_empty() => held.push_back(piece.slice_ref(part)),
            Form::Framed(framing) => framing.push(piece.slice_ref(part), held),
            Form::Same | Form::Content => {}
        })?;
        if matches!(form, Form::Same) && !piece.is_empty() {
            held.push_back(piece.clone());
        }
        Ok(())
    }

    /// Ends it, if all of it holds.
    fn end(&mut self) -> Result<(), SignatureError> {
        let Some(content) = self.content.take() else { return Ok(()) };
        let trailers = content.finish()?;
        if self.is_framed() {
            self.held.push_back(Framing::end(&trailers)?);
        }
        Ok(())
    }

    /// Ends a request whose body does not hold.
    fn refuse(&mut self, refusal: ServiceError) -> BodyError {
        let reason = refusal.message.clone();
        self.held.clear();
        self.progress.with(|state| state.refusal = Some(refusal));
        reason.into()
    }

    fn refuse_content(&mut self, error: SignatureError) -> BodyError {
        self.refuse(AuthenticationError::from(error).answer(self.protocol))
    }

    fn hand_out(&mut self) -> Option<Frame<Bytes>> {
        let piece = self.held.pop_front()?;
        if let Some(left) = &mut self.left {
            *left = left.saturating_sub(piece.len() as u64);
        }
        Some(Frame::data(piece))
    }
}

impl Body for Passage {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let this = self.get_mut();
        // One piece is kept until it is known whether it was the last.
        while this.held.len() < 2 && this.content.is_some() {
            let frame = match Pin::new(&mut this.body).poll_frame(cx) {
                Poll::Ready(frame) => frame,
                Poll::Pending => {
                    ready!(this.idle.poll(cx));
                    let message = "Your socket connection to the server was not read from or written to within the \
                                   timeout period. Idle connections will be closed.";
                    let error = this.refuse(ServiceError::sender("RequestTimeout", 400, message));
                    return Poll::Ready(Some(Err(error)));
                }
            };
            this.idle.moved();
            this.progress.with(|state| state.moved = Instant::now());
            let taken = match frame {
                Some(Ok(frame)) => match frame.into_data() {
                    Ok(piece) => this.take(piece),
                    Err(_) => Ok(()),
                },
                Some(Err(error)) => {
                    let message = format!("The body is broken: {error}");
                    let error = this.refuse(ServiceError::sender("IncompleteBody", 400, message));
                    return Poll::Ready(Some(Err(error)));
                }
                None => this.end(),
            };
            if let Err(error) = taken {
                return Poll::Ready(Some(Err(this.refuse_content(error))));
            }
        }
        Poll::Ready(this.hand_out().map(Ok))
    }

    fn is_end_stream(&self) -> bool {
        self.content.is_none() && self.held.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        self.left.map(SizeHint::with_exact).unwrap_or_default()
    }
}

/// A body on its way from an upstream, which may stand still for so long while there is room for it.
pub(crate) struct Returning {
    body: Incoming,
    idle: Idle,
}

impl Returning {
    pub(super) fn new(body: Incoming, limit: Duration) -> Self {
        Self { body, idle: Idle::new(limit) }
    }
}

impl Body for Returning {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let this = self.get_mut();
        if let Poll::Ready(frame) = Pin::new(&mut this.body).poll_frame(cx) {
            this.idle.moved();
            return Poll::Ready(frame.map(|frame| frame.map_err(Into::into)));
        }
        ready!(this.idle.poll(cx));
        Poll::Ready(Some(Err("the upstream stands still in the middle of its answer".into())))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// For how long nothing has come.
struct Idle {
    limit: Duration,
    /// Set while something is waited for.
    sleep: Option<Pin<Box<Sleep>>>,
}

impl Idle {
    fn new(limit: Duration) -> Self {
        Self { limit, sleep: None }
    }

    fn moved(&mut self) {
        self.sleep = None;
    }

    /// Ready once it has been too long.
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let limit = self.limit;
        self.sleep.get_or_insert_with(|| Box::pin(tokio::time::sleep(limit))).as_mut().poll(cx)
    }
}
