//! Session tags.
//!
//! "Pass session tags in AWS STS", IAM User Guide: keys differ in more than their case; a transitive tag stays through
//! every further role of the chain and cannot be overridden.

use awsim_plugin::access::is_same_key;
use awsim_plugin::caller::{Session, SessionTag};
use awsim_plugin::error::ServiceError;
use awsim_plugin::tags::is_reserved;

use crate::errors::invalid_parameter;
use crate::generated::Tag;

/// The tags of a new session: those that the calling session passes on, then those in the request.
///
/// # Errors
/// `InvalidParameterValue` (400) if a key appears twice, if a transitive key is not among the tags, or if a tag of the
/// request is one that the calling session passes on.
pub(crate) fn of_session(
    calling: Option<&Session>,
    requested: &[Tag],
    transitive: &[String],
) -> Result<Vec<SessionTag>, ServiceError> {
    let is_requested = |key: &str| requested.iter().any(|tag| is_same_key(&tag.key, key));
    if !transitive.iter().all(|key| is_requested(key)) {
        return Err(invalid_parameter(
            "The specified transitive tag key must be included in the requested tags.",
        ));
    }
    let twice = |(index, tag): (usize, &Tag)| {
        requested[..index].iter().any(|earlier| is_same_key(&earlier.key, &tag.key))
    };
    if requested.iter().enumerate().any(twice) {
        return Err(invalid_parameter(
            "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
        ));
    }
    let inherited = || calling.into_iter().flat_map(|session| &session.tags).filter(|tag| tag.transitive);
    if inherited().any(|tag| is_requested(&tag.key)) {
        return Err(invalid_parameter(
            "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from \
             the calling session.",
        ));
    }
    if requested.iter().any(|tag| is_reserved(&tag.key)) {
        return Err(invalid_parameter("aws: prefixed tag key names are not allowed for external use."));
    }
    if requested.iter().any(|tag| is_reserved(&tag.value)) {
        return Err(invalid_parameter("aws: prefixed tag values are not allowed for external use."));
    }
    let new = requested.iter().map(|tag| SessionTag {
        key: tag.key.clone(),
        value: tag.value.clone(),
        transitive: transitive.iter().any(|key| is_same_key(key, &tag.key)),
    });
    Ok(inherited().cloned().chain(new).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(keys: &[&str]) -> Vec<Tag> {
        keys.iter().map(|key| Tag { key: (*key).to_owned(), value: "value".to_owned() }).collect()
    }

    fn keys(keys: &[&str]) -> Vec<String> {
        keys.iter().map(|key| (*key).to_owned()).collect()
    }

    fn session(tags: &[(&str, bool)]) -> Session {
        let tag = |(key, transitive): &(&str, bool)| SessionTag {
            key: (*key).to_owned(),
            value: "earlier".to_owned(),
            transitive: *transitive,
        };
        Session { tags: tags.iter().map(tag).collect(), ..Session::default() }
    }

    #[track_caller]
    fn check_refused(calling: Option<&Session>, requested: &[&str], transitive: &[&str], message: &str) {
        let error = of_session(calling, &tags(requested), &keys(transitive)).unwrap_err();
        assert_eq!((&*error.code, error.status, &*error.message), ("InvalidParameterValue", 400, message));
    }

    #[test]
    fn a_transitive_key_must_be_requested() {
        check_refused(
            None,
            &["a"],
            &["a", "b"],
            "The specified transitive tag key must be included in the requested tags.",
        );
        assert!(of_session(None, &tags(&["Team"]), &keys(&["tEAM"])).unwrap()[0].transitive);
    }

    #[test]
    fn keys_differ_in_more_than_case() {
        let message = "Duplicate tag keys found. Please note that Tag keys are case insensitive.";
        check_refused(None, &["a", "b", "A"], &[], message);
        check_refused(None, &["\u{c4}", "\u{e4}"], &[], message);
    }

    #[test]
    fn what_is_passed_on_stays() {
        let calling = session(&[("Team", true), ("Other", false)]);
        let message = "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag \
                       key from the calling session.";
        check_refused(Some(&calling), &["team"], &[], message);
        check_refused(Some(&calling), &["TEAM"], &["TEAM"], message);

        let tags = of_session(Some(&calling), &tags(&["other"]), &[]).unwrap();
        let seen: Vec<_> = tags.iter().map(|tag| (&*tag.key, &*tag.value, tag.transitive)).collect();
        assert_eq!(seen, [("Team", "earlier", true), ("other", "value", false)]);
    }

    #[test]
    fn what_begins_as_aws_does_is_reserved() {
        check_refused(None, &["Aws:x"], &[], "aws: prefixed tag key names are not allowed for external use.");
        let reserved = [Tag { key: "team".to_owned(), value: "aws:x".to_owned() }];
        let error = of_session(None, &reserved, &[]).unwrap_err();
        assert_eq!(error.message, "aws: prefixed tag values are not allowed for external use.");
    }
}
