use super::*;

/// Two blocks ("first", "second" and "third") as the zstd tool writes them, with our table in front.
fn sample() -> Vec<u8> {
    // Raw blocks: frame header with a single segment and its content size, block header, content.
    let frame = |text: &str| {
        let mut frame = vec![0x28, 0xB5, 0x2F, 0xFD, 0x20, text.len() as u8];
        frame.extend_from_slice(&((text.len() as u32) << 3 | 1).to_le_bytes()[..3]);
        frame.extend_from_slice(text.as_bytes());
        frame
    };
    let blocks = [(frame("first\n\nsecond\n\n"), 2_u32), (frame("third\n\n"), 1)];
    let mut archive = [0x184D_2A50_u32.to_le_bytes(), 16_u32.to_le_bytes()].concat();
    for (block, records) in &blocks {
        archive.extend((block.len() as u32).to_le_bytes());
        archive.extend(records.to_le_bytes());
    }
    for (block, _) in &blocks {
        archive.extend(block);
    }
    archive
}

fn open(bytes: Vec<u8>) -> Archive {
    Archive::new(bytes.leak())
}

#[test]
fn records_are_found_by_number_across_blocks() {
    let archive = open(sample());
    assert_eq!(archive.len(), Ok(3));
    assert_eq!(archive.is_empty(), Ok(false));
    let all: Vec<_> = (0..4).map(|number| archive.read(number, str::to_owned).unwrap()).collect();
    assert_eq!(all, [Some("first".into()), Some("second".into()), Some("third".into()), None]);
}

#[test]
fn an_archive_without_blocks_is_empty() {
    let archive = open([0x184D_2A50_u32.to_le_bytes(), 0_u32.to_le_bytes()].concat());
    assert_eq!(archive.is_empty(), Ok(true));
    assert_eq!(archive.read(0, str::len), Ok(None));
}

#[test]
fn only_a_few_blocks_are_kept() {
    let archive = open(sample());
    for number in [0, 2, 0, 1, 2, 0] {
        archive.read(number, |_| ()).unwrap();
    }
    assert!(archive.recent.lock().unwrap().len() <= KEPT_BLOCKS);
}

#[test]
fn every_truncation_is_refused() {
    let whole = sample();
    for length in 0..whole.len() {
        assert!(open(whole[..length].to_vec()).read(0, |_| ()).is_err(), "{length} bytes of {}", whole.len());
    }
}

#[test]
fn a_block_that_claims_too_much_is_refused() {
    let claim = [&[0x28, 0xB5, 0x2F, 0xFD, 0xE0][..], &u64::MAX.to_le_bytes()].concat();
    assert!(Block::decode(&claim).is_err());
}

#[test]
fn flipped_bytes_never_panic() {
    let whole = sample();
    for position in 0..whole.len() {
        for mask in [1, 0x80, 0xFF] {
            let mut bytes = whole.clone();
            bytes[position] ^= mask;
            let archive = open(bytes);
            for number in 0..3 {
                let _ = archive.read(number, str::len);
            }
        }
    }
}
