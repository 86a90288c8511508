//! Tags, alike for every resource that has them. Keys differ by case ("Tagging AWS Organizations resources" in the
//! Organizations User Guide).

use awsim_plugin::error::ServiceError;
use awsim_plugin::tags::is_reserved;
use serde::{Deserialize, Serialize};

use crate::errors;
use crate::generated;
use crate::quotas::TAGS_PER_RESOURCE;

/// The tags of a resource, ordered by key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Tags(Vec<Tag>);

/// A tag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tag {
    /// The key.
    pub key: Box<str>,
    /// The value.
    pub value: Box<str>,
}

impl Tags {
    /// No tags.
    pub const NONE: Tags = Tags(Vec::new());

    /// The tags of a request that makes a resource.
    ///
    /// # Errors
    /// As [`merge`](Self::merge).
    pub(crate) fn of_request(tags: Option<Vec<generated::Tag>>) -> Result<Self, ServiceError> {
        let mut all = Self::NONE;
        all.merge(tags.unwrap_or_default())?;
        Ok(all)
    }

    /// Adds the tags of a request; a key that is there already gets the new value.
    ///
    /// # Errors
    /// `InvalidInputException` for a key given twice or reserved; `ConstraintViolationException` for more than fifty
    /// tags together.
    pub(crate) fn merge(&mut self, tags: Vec<generated::Tag>) -> Result<(), ServiceError> {
        for (index, tag) in tags.iter().enumerate() {
            if is_reserved(&tag.key) {
                return Err(errors::system_tag());
            }
            if tags[..index].iter().any(|earlier| earlier.key == tag.key) {
                return Err(errors::duplicate_tag_key());
            }
        }
        self.0.retain(|old| !tags.iter().any(|new| *old.key == *new.key));
        if self.0.len() + tags.len() > TAGS_PER_RESOURCE {
            return Err(errors::too_many_tags());
        }
        self.0.extend(tags.into_iter().map(|tag| Tag { key: tag.key.into(), value: tag.value.into() }));
        self.0.sort_unstable_by(|one, other| one.key.cmp(&other.key));
        Ok(())
    }

    /// Removes the tags with these keys; keys that are not there are no error.
    ///
    /// # Errors
    /// `InvalidInputException` for a reserved key.
    pub(crate) fn remove(&mut self, keys: &[String]) -> Result<(), ServiceError> {
        if keys.iter().any(|key| is_reserved(key)) {
            return Err(errors::system_tag());
        }
        self.0.retain(|tag| !keys.iter().any(|key| *tag.key == **key));
        Ok(())
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether requests can have given these: they are in order, no key is there twice, and not too many.
    pub(crate) fn are_sound(&self) -> bool {
        self.0.len() <= TAGS_PER_RESOURCE && self.0.is_sorted_by(|one, next| one.key < next.key)
    }

    /// Keys and values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|tag| (tag.key.as_ref(), tag.value.as_ref()))
    }
}

/// Keys and values of the tags in a request, for its authorization row.
pub(crate) fn requested(tags: Option<&[generated::Tag]>) -> impl Iterator<Item = (&str, &str)> {
    tags.unwrap_or_default().iter().map(|tag| (tag.key.as_str(), tag.value.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(pairs: &[(&str, &str)]) -> Vec<generated::Tag> {
        let tag = |(key, value): &(&str, &str)| generated::Tag { key: (*key).into(), value: (*value).into() };
        pairs.iter().map(tag).collect()
    }

    #[test]
    fn keys_of_other_case_are_other_keys() {
        let mut all = Tags::of_request(Some(tags(&[("team", "blue"), ("Team", "red")]))).unwrap();
        all.merge(tags(&[("team", "green")])).unwrap();
        assert_eq!(all.iter().collect::<Vec<_>>(), [("Team", "red"), ("team", "green")]);
        all.remove(&["Team".to_owned(), "unknown".to_owned()]).unwrap();
        assert_eq!(all.iter().collect::<Vec<_>>(), [("team", "green")]);
    }

    #[test]
    fn keys_must_differ_and_not_be_reserved() {
        for (pairs, reason) in [
            (&[("a", "1"), ("a", "2")][..], "DUPLICATE_TAG_KEY"),
            (&[("AWS:a", "1")], "INVALID_SYSTEM_TAGS_PARAMETER"),
        ] {
            let error = Tags::of_request(Some(tags(pairs))).unwrap_err();
            assert_eq!(error.code, "InvalidInputException");
            assert_eq!(error.members, [("Reason", reason.to_owned())]);
        }
        assert!(Tags::default().remove(&["aws:x".to_owned()]).is_err());
    }

    #[test]
    fn fifty_tags_and_no_more() {
        let names: Vec<String> = (0..50).map(|n| format!("k{n}")).collect();
        let many: Vec<_> = names.iter().map(|name| (name.as_str(), "")).collect();
        let mut all = Tags::of_request(Some(tags(&many))).unwrap();
        all.merge(tags(&[("k7", "replaced")])).unwrap();
        let error = all.merge(tags(&[("one more", "")])).unwrap_err();
        assert_eq!(error.members, [("Reason", "MAX_TAG_LIMIT_EXCEEDED".to_owned())]);
    }
}
