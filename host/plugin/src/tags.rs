//! What holds for tags of every service.

/// Whether a key or value of a tag is one that only AWS gives: "You cannot create a tag key or value that begins with the
/// text `aws:`" ("Rules for tagging in IAM and AWS STS", IAM User Guide); letters of either case.
pub fn is_reserved(text: &str) -> bool {
    text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("aws:"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_with_aws_is_reserved() {
        assert!(is_reserved("aws:") && is_reserved("AWS:cloudformation:stack-name"));
        assert!(!is_reserved("aws") && !is_reserved("my-aws:tag") && !is_reserved("äws:"));
    }
}
