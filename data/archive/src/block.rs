//! Decoding of one block, a zstd frame that says how long its content is.

use std::io::Read;

use ruzstd::decoding::BlockDecodingStrategy;
use ruzstd::decoding::FrameDecoder;

use crate::Damaged;

/// No block of ours is larger; a frame that claims more is refused before any memory is taken.
const LARGEST: u64 = 16 << 20;

pub(crate) fn decode(frame: &[u8]) -> Result<String, Damaged> {
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
