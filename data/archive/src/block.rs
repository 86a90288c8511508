//! One block: a zstd frame that says how long its content is.

use std::io::Read;

use ruzstd::decoding::{BlockDecodingStrategy, FrameDecoder};

use crate::Damaged;

/// No block of ours is larger; a frame that claims more is refused before any memory is taken.
const LARGEST: u64 = 16 << 20;

/// What separates records.
const RECORD_END: &str = "\n\n";

/// A decoded block.
#[derive(Debug)]
pub(crate) struct Block {
    text: String,
    /// Where each record ends in the text.
    ends: Box<[usize]>,
}

impl Block {
    pub(crate) fn decode(frame: &[u8]) -> Result<Self, Damaged> {
        let text = decompress(frame)?;
        let ends = text.match_indices(RECORD_END).map(|(end, _)| end).collect();
        Ok(Self { text, ends })
    }

    pub(crate) fn record(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)?;
        let start = match number.checked_sub(1) {
            Some(before) => self.ends.get(before)? + RECORD_END.len(),
            None => 0,
        };
        self.text.get(start..end)
    }
}

fn decompress(frame: &[u8]) -> Result<String, Damaged> {
    let mut rest = frame;
    let mut decoder = FrameDecoder::new();
    decoder.init(&mut rest).map_err(|_| Damaged("not a zstd frame"))?;
    let length = decoder.content_size();
    if length > LARGEST {
        return Err(Damaged("a block is too large"));
    }
    decoder
        .decode_blocks(&mut rest, BlockDecodingStrategy::All)
        .map_err(|_| Damaged("a block does not decode"))?;

    let mut text = String::with_capacity(length as usize);
    decoder.read_to_string(&mut text).map_err(|_| Damaged("a block is not text"))?;
    if text.len() as u64 != length {
        return Err(Damaged("a block is cut short"));
    }
    Ok(text)
}
