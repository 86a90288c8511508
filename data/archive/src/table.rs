//! The table of blocks at the head of an archive.

use std::ops::Range;

use crate::Damaged;

/// The magic number of the skippable frame that holds the table.
const SKIPPABLE_FRAME: u32 = 0x184D_2A50;

/// Where the blocks lie and which records they have.
#[derive(Debug)]
pub(crate) struct Table {
    blocks: Box<[Block]>,
}

#[derive(Debug)]
struct Block {
    frame: Range<usize>,
    /// One past the number of its last record.
    records_end: usize,
}

/// The place of a record: its block, and its number within the block.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) block: usize,
    pub(crate) record: usize,
}

impl Table {
    pub(crate) fn parse(archive: &[u8]) -> Result<Self, Damaged> {
        let mut head = archive;
        if word(&mut head) != Some(SKIPPABLE_FRAME) {
            return Err(Damaged("no table of blocks"));
        }
        let length = word(&mut head).ok_or(Damaged("no table of blocks"))? as usize;
        let (mut rows, _) = head.split_at_checked(length).ok_or(Damaged("a short table of blocks"))?;

        let mut blocks = Vec::with_capacity(length / 8);
        let (mut offset, mut records_end) = (archive.len() - head.len() + length, 0);
        while let (Some(compressed), Some(records)) = (word(&mut rows), word(&mut rows)) {
            let end = offset + compressed as usize;
            records_end += records as usize;
            blocks.push(Block { frame: offset..end, records_end });
            offset = end;
        }
        if offset != archive.len() {
            return Err(Damaged("blocks and table differ"));
        }
        Ok(Self { blocks: blocks.into() })
    }

    /// The number of records in all blocks.
    pub(crate) fn records(&self) -> usize {
        self.blocks.last().map_or(0, |block| block.records_end)
    }

    /// Where record `number` is.
    pub(crate) fn find(&self, number: usize) -> Option<Place> {
        let block = self.blocks.partition_point(|block| block.records_end <= number);
        self.blocks.get(block)?;
        let first =
            block.checked_sub(1).and_then(|before| self.blocks.get(before)).map_or(0, |it| it.records_end);
        Some(Place { block, record: number - first })
    }

    /// The bytes of block `number` in the archive.
    pub(crate) fn frame(&self, number: usize) -> Option<Range<usize>> {
        self.blocks.get(number).map(|block| block.frame.clone())
    }
}

fn word(bytes: &mut &[u8]) -> Option<u32> {
    let (word, rest) = bytes.split_first_chunk()?;
    *bytes = rest;
    Some(u32::from_le_bytes(*word))
}
