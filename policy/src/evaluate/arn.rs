//! The parts of ARNs.

/// The six parts of an ARN, the last with its own colons; `None` for what has fewer.
pub(crate) fn split(arn: &str) -> Option<[&str; 6]> {
    let mut parts = [""; 6];
    let mut rest = arn;
    for part in &mut parts[..5] {
        let colon = rest.bytes().position(|byte| byte == b':')?;
        *part = &rest[..colon];
        rest = &rest[colon + 1..];
    }
    parts[5] = rest;
    (parts[0] == "arn").then_some(parts)
}
