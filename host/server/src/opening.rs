//! The beginning of a connection, which may take only so long.
//!
//! Whether a client speaks HTTP/1.1 or HTTP/2 is told by its first bytes, and until they are there no timer of either protocol
//! runs. A client that sends nothing, or only a part of what HTTP/2 begins with, would hold its connection for ever.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Sleep, sleep};

/// What a client of HTTP/2 begins with (RFC 9113, section 3.4).
const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

/// A connection whose first bytes must come in time. After them it is as it was.
pub(crate) struct Opening<T> {
    stream: T,
    /// Until it is told which version is spoken.
    waiting: Option<Waiting>,
}

struct Waiting {
    patience: Pin<Box<Sleep>>,
    /// How much of the preface was read.
    read: usize,
}

impl<T> Opening<T> {
    /// A connection that may take this long.
    pub(crate) fn new(stream: T, patience: Duration) -> Self {
        Self { stream, waiting: Some(Waiting { patience: Box::pin(sleep(patience)), read: 0 }) }
    }
}

impl Waiting {
    /// Whether these bytes tell the version, after what was read before.
    fn is_told(&mut self, bytes: &[u8]) -> bool {
        let rest = &PREFACE[self.read..];
        self.read += bytes.len();
        // Nothing more comes of a connection whose client sends no more.
        bytes.is_empty() || bytes.len() >= rest.len() || !rest.starts_with(bytes)
    }
}

impl<T: AsyncRead + Unpin> AsyncRead for Opening<T> {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        let Some(waiting) = &mut this.waiting else { return Pin::new(&mut this.stream).poll_read(cx, into) };
        let before = into.filled().len();
        match Pin::new(&mut this.stream).poll_read(cx, into) {
            Poll::Pending => {
                ready!(waiting.patience.as_mut().poll(cx));
                Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
            }
            Poll::Ready(read) => {
                if read.is_err() || waiting.is_told(&into.filled()[before..]) {
                    this.waiting = None;
                }
                Poll::Ready(read)
            }
        }
    }
}

impl<T: AsyncWrite + Unpin> AsyncWrite for Opening<T> {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.get_mut().stream).poll_write(cx, bytes)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.get_mut().stream).poll_write_vectored(cx, bytes)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_flush(cx)
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use std::future::poll_fn;

    use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};
    use tokio::time::{Instant, sleep_until};

    use super::*;

    /// What comes of reading on when a client has sent these pieces, and its time is over.
    async fn after(pieces: &[&[u8]]) -> Poll<io::ErrorKind> {
        let (mut client, server) = duplex(64);
        let over = Instant::now() - Duration::from_secs(1);
        let waiting = Waiting { patience: Box::pin(sleep_until(over)), read: 0 };
        let mut opening = Opening { stream: server, waiting: Some(waiting) };
        for piece in pieces {
            client.write_all(piece).await.unwrap();
            let mut bytes = vec![0; piece.len()];
            opening.read_exact(&mut bytes).await.unwrap();
            assert_eq!(bytes, *piece);
        }
        let mut rest = [0; 8];
        let read =
            poll_fn(|cx| Poll::Ready(Pin::new(&mut opening).poll_read(cx, &mut ReadBuf::new(&mut rest))));
        read.await.map(|read| read.unwrap_err().kind())
    }

    #[tokio::test]
    async fn who_does_not_tell_the_version_is_not_waited_for() {
        let beginnings: [&[&[u8]]; 4] = [&[], &[b"P"], &[b"PRI * HTTP", b"/2.0\r\n"], &[&PREFACE[..23]]];
        for pieces in beginnings {
            assert_eq!(after(pieces).await, Poll::Ready(io::ErrorKind::TimedOut), "{pieces:?}");
        }
    }

    #[tokio::test]
    async fn who_has_told_it_is_waited_for() {
        let beginnings: [&[&[u8]]; 5] = [
            &[b"G"],
            &[b"P", b"O"],
            &[b"PRI *", b" x"],
            &[PREFACE],
            &[b"PRI * HTTP/2.0\r\n", b"\r\nSM\r\n\r\n"],
        ];
        for pieces in beginnings {
            assert_eq!(after(pieces).await, Poll::Pending, "{pieces:?}");
        }
    }
}
