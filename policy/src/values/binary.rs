//! Base64 values of `BinaryEquals` conditions.

/// The bytes that a base64 text stands for, one by one; `Err` at a character that base64 has not.
fn bytes(text: &str) -> impl Iterator<Item = Result<u8, ()>> {
    let mut digits = text.trim_end_matches('=').bytes();
    let (mut buffer, mut held) = (0u32, 0);
    std::iter::from_fn(move || {
        while held < 8 {
            let digit = match digits.next()? {
                byte @ b'A'..=b'Z' => byte - b'A',
                byte @ b'a'..=b'z' => byte - b'a' + 26,
                byte @ b'0'..=b'9' => byte - b'0' + 52,
                b'+' | b'-' => 62,
                b'/' | b'_' => 63,
                _ => return Some(Err(())),
            };
            buffer = buffer << 6 | u32::from(digit);
            held += 6;
        }
        held -= 8;
        Some(Ok((buffer >> held & 0xFF) as u8))
    })
}

/// The bytes of a base64 text.
pub(crate) fn decode_base64(text: &str) -> Option<Vec<u8>> {
    bytes(text).collect::<Result<_, _>>().ok()
}

/// Whether a base64 text stands for exactly these bytes.
pub(crate) fn equals_base64(expected: &[u8], text: &str) -> bool {
    bytes(text).eq(expected.iter().map(|byte| Ok(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_compared_not_their_spelling() {
        let value = decode_base64("QmluYXJ5VmFsdWVJbkJhc2U2NA==").expect("base64");
        assert_eq!(value, b"BinaryValueInBase64");
        assert!(equals_base64(&value, "QmluYXJ5VmFsdWVJbkJhc2U2NA"));
        assert!(!equals_base64(&value, "QmluYXJ5VmFsdWVJbkJhc2U2NQ=="));
        assert!(!equals_base64(&value, "QmluYXJ5"));
        assert_eq!(decode_base64("a b"), None);
        // Six bits each, from 0 to 63.
        let all = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let counted: Vec<u8> = (0u8..64)
            .collect::<Vec<_>>()
            .chunks(4)
            .flat_map(|six| [six[0] << 2 | six[1] >> 4, six[1] << 4 | six[2] >> 2, six[2] << 6 | six[3]])
            .collect();
        assert_eq!(decode_base64(all), Some(counted.clone()));
        assert_eq!(decode_base64(&all.replace('+', "-").replace('/', "_")), Some(counted));
        assert!(!equals_base64(b"", "!"));
    }
}
