//! Bodies of requests that are read as a whole, and the room that they take together.
//!
//! A body is read before anybody knows who sends it. Were each only limited by itself, as many as there may be requests at once
//! would come to gigabytes.

use bytes::{Bytes, BytesMut};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use hyper::body::Body;
use tokio::sync::{Semaphore, SemaphorePermit};

/// What a body may take without being counted: nearly all are shorter.
const UNCOUNTED: usize = 64 << 10;

/// The room for bodies.
pub(crate) struct Buffers {
    /// A permit for each byte.
    room: Semaphore,
}

/// A body, and the room that it takes as long as this lives.
pub(crate) struct Buffered<'b> {
    pub(crate) bytes: Bytes,
    _room: Option<SemaphorePermit<'b>>,
}

/// Why a body was not read to its end.
#[derive(Debug)]
pub(crate) enum Unread {
    /// It is longer than a body may be.
    TooLong,
    /// There is no room: others take it.
    NoRoom,
    /// The client sent something else than a body.
    Broken(String),
}

impl Buffered<'_> {
    /// A body without content.
    pub(crate) const EMPTY: Self = Self { bytes: Bytes::new(), _room: None };
}

impl Buffers {
    /// Room for so many bytes.
    pub(crate) fn new(bytes: usize) -> Self {
        Self { room: Semaphore::new(bytes.min(Semaphore::MAX_PERMITS)) }
    }

    /// Reads a body of at most so many bytes to its end.
    ///
    /// # Errors
    /// [`Unread`].
    pub(crate) async fn read<B>(&self, body: B, most: usize) -> Result<Buffered<'_>, Unread>
    where
        B: Body<Data = Bytes> + Unpin,
        B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let mut body = Limited::new(body, most);
        let mut first = Bytes::new();
        let mut more = BytesMut::new();
        let mut room: Option<SemaphorePermit<'_>> = None;
        while let Some(frame) = body.frame().await {
            let frame = frame.map_err(|error| match error.is::<LengthLimitError>() {
                true => Unread::TooLong,
                false => Unread::Broken(error.to_string()),
            })?;
            // What follows a body is not read.
            let Ok(data) = frame.into_data() else { continue };
            if first.is_empty() && more.is_empty() {
                first = data;
            } else {
                more.extend_from_slice(&std::mem::take(&mut first));
                more.extend_from_slice(&data);
            }
            let (read, counted) =
                (first.len() + more.len(), room.as_ref().map_or(0, |room| room.num_permits()));
            if read > UNCOUNTED + counted {
                let wanted = u32::try_from(read - UNCOUNTED - counted).map_err(|_| Unread::TooLong)?;
                let taken = self.room.try_acquire_many(wanted).map_err(|_| Unread::NoRoom)?;
                match &mut room {
                    Some(room) => room.merge(taken),
                    None => room = Some(taken),
                }
            }
        }
        let bytes = if more.is_empty() { first } else { more.freeze() };
        Ok(Buffered { bytes, _room: room })
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::pin::Pin;
    use std::task::{Context, Poll};

    use http_body_util::Full;
    use hyper::body::Frame;

    use super::*;

    /// A body that comes in pieces.
    struct Pieces(std::array::IntoIter<&'static str, 5>);

    impl Body for Pieces {
        type Data = Bytes;
        type Error = Infallible;

        fn poll_frame(
            mut self: Pin<&mut Self>,
            _: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
            Poll::Ready(self.0.next().map(|piece| Ok(Frame::data(Bytes::from(piece)))))
        }
    }

    fn body(length: usize) -> Full<Bytes> {
        Full::new(Bytes::from(vec![b'x'; length]))
    }

    #[tokio::test]
    async fn what_comes_in_pieces_is_whole() {
        let buffers = Buffers::new(0);
        let read = buffers.read(Pieces(["", "one ", "", "two ", "three"].into_iter()), 100).await.unwrap();
        assert_eq!(read.bytes, "one two three");
        assert!(buffers.read(body(0), 0).await.unwrap().bytes.is_empty());
    }

    #[tokio::test]
    async fn long_ones_take_room_until_they_are_dropped() {
        let buffers = Buffers::new(100);
        let first = buffers.read(body(UNCOUNTED + 60), usize::MAX).await.unwrap();
        let refused = buffers.read(body(UNCOUNTED + 60), usize::MAX).await;
        assert!(matches!(refused, Err(Unread::NoRoom)));
        // There is room for short ones, and for one that is shorter.
        let short = buffers.read(body(UNCOUNTED), usize::MAX).await.unwrap();
        let other = buffers.read(body(UNCOUNTED + 40), usize::MAX).await.unwrap();
        assert_eq!((short.bytes.len(), other.bytes.len()), (UNCOUNTED, UNCOUNTED + 40));
        drop(first);
        assert!(buffers.read(body(UNCOUNTED + 60), usize::MAX).await.is_ok());
    }

    #[tokio::test]
    async fn too_long_ones_are_refused() {
        let buffers = Buffers::new(1 << 20);
        assert!(matches!(buffers.read(body(11), 10).await, Err(Unread::TooLong)));
        assert_eq!(buffers.read(body(10), 10).await.unwrap().bytes.len(), 10);
    }
}
