//! Archives: many small texts (records) in one file of independently compressed blocks.
//!
//! Reference data that the program carries, such as the documents of AWS's managed policies, is large, mostly
//! unused in any one run, and wanted one piece at a time. An [`Archive`] stays compressed in the program
//! file, costs no memory until it is read, and decodes only the block that has the wanted record.
//!
//! The format is an ordinary `.zst` file whose first frame is a skippable one: decompressors pass over it,
//! here it is the table of blocks. For each following frame it holds the compressed length and the number of
//! records, as two little-endian `u32`. A record ends with an empty line and has none within. So
//! `zstd -dc FILE` shows everything.
//!
//! ```
//! use awsim_archive::{Archive, Damaged};
//!
//! // include_bytes!("documents.zst"), in life.
//! static DOCUMENTS: Archive = Archive::new(b"not an archive");
//! assert_eq!(DOCUMENTS.read(2, str::to_owned), Err(Damaged("no table of blocks")));
//! ```

mod block;
mod table;
#[cfg(test)]
mod tests;

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use block::Block;
use table::Table;

/// How many decoded blocks an archive keeps: enough for a reader that goes through the records in order, and
/// for a few such readers at once.
const KEPT_BLOCKS: usize = 2;

/// A compressed collection of texts, numbered from 0.
pub struct Archive {
    bytes: &'static [u8],
    table: OnceLock<Table>,
    recent: Mutex<VecDeque<(usize, Arc<Block>)>>,
}

impl Archive {
    /// An archive over the bytes of its file. Reads nothing yet.
    pub const fn new(bytes: &'static [u8]) -> Self {
        Self { bytes, table: OnceLock::new(), recent: Mutex::new(VecDeque::new()) }
    }

    /// The number of records.
    ///
    /// # Errors
    /// [`Damaged`] when the bytes are not an archive.
    pub fn len(&self) -> Result<usize, Damaged> {
        Ok(self.table()?.records())
    }

    /// Whether the archive has no record.
    ///
    /// # Errors
    /// [`Damaged`] when the bytes are not an archive.
    pub fn is_empty(&self) -> Result<bool, Damaged> {
        Ok(self.len()? == 0)
    }

    /// Shows record `number` to `reader` and returns what it makes of it; `None` when there is no such
    /// record.
    ///
    /// # Errors
    /// [`Damaged`] when the bytes are not an archive, or the block of that record cannot be decoded.
    pub fn read<T>(&self, number: usize, reader: impl FnOnce(&str) -> T) -> Result<Option<T>, Damaged> {
        let Some(place) = self.table()?.find(number) else { return Ok(None) };
        let block = self.block(place.block)?;
        let record = block.record(place.record).ok_or(Damaged("a block lacks records"))?;
        Ok(Some(reader(record)))
    }

    fn table(&self) -> Result<&Table, Damaged> {
        if let Some(table) = self.table.get() {
            return Ok(table);
        }
        let table = Table::parse(self.bytes)?;
        Ok(self.table.get_or_init(|| table))
    }

    /// A decoded block, from the recent ones where it is among them. Two readers may decode the same block at
    /// the same time; none waits for the other.
    fn block(&self, number: usize) -> Result<Arc<Block>, Damaged> {
        if let Some(block) = self.recall(number) {
            return Ok(block);
        }
        let frame = self.table()?.frame(number).and_then(|range| self.bytes.get(range));
        let block = Arc::new(Block::decode(frame.ok_or(Damaged("a block is missing"))?)?);
        let mut recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        recent.truncate(KEPT_BLOCKS - 1);
        recent.push_front((number, Arc::clone(&block)));
        Ok(block)
    }

    fn recall(&self, number: usize) -> Option<Arc<Block>> {
        let recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        recent.iter().find(|(kept, _)| *kept == number).map(|(_, block)| Arc::clone(block))
    }
}

impl fmt::Debug for Archive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Archive").field("bytes", &self.bytes.len()).finish_non_exhaustive()
    }
}

/// The bytes are not those of an archive; the text says what is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged(pub &'static str);

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "damaged archive: {}", self.0)
    }
}

impl std::error::Error for Damaged {}
