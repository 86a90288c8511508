//! Server-sent events (<https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream>), as far as
//! AWSim sends them: lines end with a line feed.

/// The longest line; what is longer is passed over.
const LONGEST: usize = 8 << 20;

/// An event.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Event {
    pub(super) name: String,
    pub(super) data: String,
}

/// Puts events together from the pieces in which they arrive.
#[derive(Debug, Default)]
pub(super) struct Events {
    buffer: Vec<u8>,
    event: Event,
}

impl Events {
    /// Takes a piece of the stream.
    pub(super) fn push(&mut self, piece: &[u8]) {
        if self.buffer.len() > LONGEST {
            self.buffer.clear();
        }
        self.buffer.extend_from_slice(piece);
    }

    /// The next event that is complete.
    pub(super) fn next(&mut self) -> Option<Event> {
        while let Some(end) = self.buffer.iter().position(|byte| *byte == b'\n') {
            let line = String::from_utf8_lossy(&self.buffer[..end]).into_owned();
            self.buffer.drain(..=end);
            if line.is_empty() {
                let event = std::mem::take(&mut self.event);
                if event != Event::default() {
                    return Some(event);
                }
            } else if let Some(name) = line.strip_prefix("event: ") {
                self.event.name = name.to_owned();
            } else if let Some(data) = line.strip_prefix("data: ") {
                self.event.data.push_str(data);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_come_in_pieces() {
        let mut events = Events::default();
        let stream =
            b": still here\n\nid: 7\nevent: decision\ndata: {}\n\nevent: missed\ndata: 3\n\nevent: x";
        let mut heard = Vec::new();
        for piece in stream.chunks(5) {
            events.push(piece);
            heard.extend(std::iter::from_fn(|| events.next()));
        }
        let event = |name: &str, data: &str| Event { name: name.to_owned(), data: data.to_owned() };
        assert_eq!(heard, [event("decision", "{}"), event("missed", "3")]);
    }
}
