//! Decisions as lines of JSON in a file.

use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::JoinHandle;

use super::{Entry, Numbered};

/// How many decisions may wait to be written. More are dropped and counted: no request waits for this file.
const WAITING: usize = 8192;

/// A file that decisions are appended to, by a thread of its own.
#[derive(Debug)]
pub(super) struct DecisionFile {
    waiting: Option<SyncSender<Numbered>>,
    missed: Arc<AtomicU64>,
    writer: Option<JoinHandle<()>>,
}

impl DecisionFile {
    /// Opens a file, which is made if it is not there.
    ///
    /// # Errors
    /// What the operating system says.
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        let file = OpenOptions::new().create(true).append(true).open(path)?;
        let (sender, receiver) = sync_channel(WAITING);
        let missed = Arc::new(AtomicU64::new(0));
        let counter = Arc::clone(&missed);
        let writer = std::thread::Builder::new()
            .name("decisions".to_owned())
            .spawn(move || write(BufWriter::new(file), &receiver, &counter))?;
        Ok(Self { waiting: Some(sender), missed, writer: Some(writer) })
    }

    /// Has a decision written.
    pub(super) fn append(&self, record: Numbered) {
        let sent = self.waiting.as_ref().map(|waiting| waiting.try_send(record));
        if !matches!(sent, Some(Ok(()))) {
            self.missed.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// How many decisions were not written.
    pub(super) fn missed(&self) -> u64 {
        self.missed.load(Ordering::Relaxed)
    }
}

impl Drop for DecisionFile {
    /// Waits until what is waiting has been written.
    fn drop(&mut self) {
        self.waiting = None;
        if let Some(writer) = self.writer.take() {
            // It has ended either way.
            let _ = writer.join();
        }
    }
}

/// Writes decisions until there can be no more. The file is brought up to date whenever nothing is waiting.
fn write(mut file: BufWriter<File>, waiting: &Receiver<Numbered>, missed: &AtomicU64) {
    while let Ok(first) = waiting.recv() {
        let mut next = Some(first);
        while let Some((number, record)) = next {
            if let Err(error) = line(&mut file, &Entry::of(number, &record)) {
                tracing::warn!(%error, "a decision could not be written down");
                missed.fetch_add(1, Ordering::Relaxed);
            }
            next = waiting.try_recv().ok();
        }
        if let Err(error) = file.flush() {
            tracing::warn!(%error, "decisions could not be written down");
        }
    }
}

fn line(file: &mut impl Write, entry: &Entry) -> io::Result<()> {
    let mut line = serde_json::to_vec(entry)?;
    line.push(b'\n');
    file.write_all(&line)
}
