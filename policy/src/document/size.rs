//! How long AWS takes a policy to be.

/// Characters of a policy without white space, the count that IAM holds against its quotas ("IAM doesn't count white
/// space when calculating the size of a policy", IAM User Guide, "IAM and AWS STS quotas").
pub fn size_without_white_space(text: &str) -> usize {
    text.chars().filter(|character| !character.is_whitespace()).count()
}
