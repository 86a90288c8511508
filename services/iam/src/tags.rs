//! Tags, alike for every resource that has them but for the case of their keys, which is kept as written in any case.
//!
//! Source: "Rules for tagging in IAM and AWS STS" in the IAM User Guide.

use awsim_plugin::access::is_same_key;
use awsim_plugin::error::ServiceError;
use awsim_plugin::tags::is_reserved;
use serde::{Deserialize, Serialize};

use crate::errors;
use crate::generated;
use crate::pagination::{Page, PageRequest};
use crate::quotas::{TAGS_PER_RESOURCE, refuse_larger};
use crate::state::Resource;

/// The tags of a resource, ordered by key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Tags(Vec<Tag>);

/// Whether the case of tag keys matters: "Tag key values for IAM users and roles are not case sensitive, but case is
/// preserved … For other IAM resource types, tag key values are case sensitive".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyCase {
    /// Keys that differ in their case are different keys.
    Sensitive,
    /// Keys that differ in their case are the same key.
    Insensitive,
}

impl KeyCase {
    fn is_same(self, one: &str, other: &str) -> bool {
        one == other || self == Self::Insensitive && is_same_key(one, other)
    }
}

/// A tag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tag {
    /// The key, as written.
    pub key: Box<str>,
    /// The value.
    pub value: Box<str>,
}

impl Tags {
    /// No tags.
    pub const NONE: Tags = Tags(Vec::new());

    /// The tags of a request that makes a resource of the kind `R`.
    ///
    /// # Errors
    /// `InvalidInput` (400) for a key given twice, and for a key or value that is reserved.
    pub(crate) fn of_request<R: Resource>(tags: Option<Vec<generated::Tag>>) -> Result<Self, ServiceError> {
        let mut all = Self::NONE;
        all.merge(tags.unwrap_or_default(), R::TAG_KEYS, "")?;
        Ok(all)
    }

    /// Adds the tags of a request; a key that is there already gets the new spelling and value. `owner` is the kind of
    /// resource in the name of the quota (`TagsPerUser`).
    ///
    /// # Errors
    /// `InvalidInput` (400) for a key given twice, and for a key or value that is reserved; `LimitExceeded` (409) for more
    /// than fifty tags together.
    pub(crate) fn merge(
        &mut self,
        tags: Vec<generated::Tag>,
        case: KeyCase,
        owner: &str,
    ) -> Result<(), ServiceError> {
        for (index, tag) in tags.iter().enumerate() {
            if is_reserved(&tag.key) {
                return Err(errors::reserved_tag_key());
            }
            if is_reserved(&tag.value) {
                return Err(errors::reserved_tag_value());
            }
            if tags[..index].iter().any(|earlier| case.is_same(&earlier.key, &tag.key)) {
                return Err(errors::duplicate_tag_keys(case));
            }
        }
        self.0.retain(|old| !tags.iter().any(|new| case.is_same(&old.key, &new.key)));
        refuse_larger(self.0.len() + tags.len(), TAGS_PER_RESOURCE as u32, &format!("TagsPer{owner}"))?;
        self.0.extend(tags.into_iter().map(|tag| Tag { key: tag.key.into(), value: tag.value.into() }));
        self.0.sort_unstable_by(|one, other| one.key.cmp(&other.key));
        Ok(())
    }

    /// Removes the tags with these keys; keys that are not there are no error.
    pub(crate) fn remove(&mut self, keys: &[String], case: KeyCase) {
        self.0.retain(|tag| !keys.iter().any(|key| case.is_same(&tag.key, key)));
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Keys and values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|tag| (tag.key.as_ref(), tag.value.as_ref()))
    }

    /// Whether requests can have given these: they are in order, no key is there twice, and not too many.
    pub(crate) fn are_sound(&self, case: KeyCase) -> bool {
        let twice =
            |(place, tag): (usize, &Tag)| self.0[..place].iter().any(|one| case.is_same(&one.key, &tag.key));
        self.0.len() <= TAGS_PER_RESOURCE
            && self.0.is_sorted_by(|one, next| one.key < next.key)
            && !self.0.iter().enumerate().any(twice)
    }

    /// The tags as an answer lists them.
    pub(crate) fn to_list(&self) -> Vec<generated::Tag> {
        self.iter()
            .map(|(key, value)| generated::Tag { key: key.to_owned(), value: value.to_owned() })
            .collect()
    }

    /// The tags for an answer that has no such member if there are none.
    pub(crate) fn to_member(&self) -> Option<Vec<generated::Tag>> {
        if self.is_empty() { None } else { Some(self.to_list()) }
    }

    /// A page of the tags.
    pub(crate) fn page(&self, request: &PageRequest<'_>) -> Page<generated::Tag> {
        request.cut(
            self.iter()
                .map(|(key, value)| (key, generated::Tag { key: key.to_owned(), value: value.to_owned() })),
        )
    }
}

/// Keys and values of the tags in a request, for its authorization row.
pub(crate) fn requested(tags: Option<&[generated::Tag]>) -> impl Iterator<Item = (&str, &str)> {
    tags.unwrap_or_default().iter().map(|tag| (tag.key.as_str(), tag.value.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::{CustomerPolicy, Role, User};

    fn tags(pairs: &[(&str, &str)]) -> Vec<generated::Tag> {
        pairs
            .iter()
            .map(|(key, value)| generated::Tag { key: (*key).to_owned(), value: (*value).to_owned() })
            .collect()
    }

    fn merged<R: Resource>(given: &[(&str, &str)], more: &[(&str, &str)]) -> Tags {
        let mut all = Tags::of_request::<R>(Some(tags(given))).unwrap();
        all.merge(tags(more), R::TAG_KEYS, "User").unwrap();
        all
    }

    #[test]
    fn a_key_in_other_case_replaces_the_tag_of_a_user_or_role() {
        let (given, more) = ([("team", "blue"), ("Cost", "1")], [("TEAM", "red")]);
        for mut all in [merged::<User>(&given, &more), merged::<Role>(&given, &more)] {
            assert_eq!(all.iter().collect::<Vec<_>>(), [("Cost", "1"), ("TEAM", "red")]);
            all.remove(&["cost".to_owned(), "unknown".to_owned()], KeyCase::Insensitive);
            assert_eq!(all.iter().collect::<Vec<_>>(), [("TEAM", "red")]);
        }
    }

    #[test]
    fn of_other_resources_it_is_another_key() {
        let mut all = merged::<CustomerPolicy>(&[("team", "blue"), ("a", ""), ("A", "")], &[("TEAM", "red")]);
        assert!(all.are_sound(KeyCase::Sensitive));
        all.remove(&["a".to_owned(), "Team".to_owned()], KeyCase::Sensitive);
        assert_eq!(all.iter().collect::<Vec<_>>(), [("A", ""), ("TEAM", "red"), ("team", "blue")]);
        assert!(!all.are_sound(KeyCase::Insensitive));
        let error = Tags::of_request::<CustomerPolicy>(Some(tags(&[("a", "1"), ("a", "2")]))).unwrap_err();
        assert_eq!(error.to_string(), "InvalidInput (400): Duplicate tag keys found.");
    }

    #[test]
    fn keys_must_differ_and_nothing_be_reserved() {
        let error = Tags::of_request::<User>(Some(tags(&[("a", "1"), ("A", "2")]))).unwrap_err();
        assert_eq!(
            error.to_string(),
            "InvalidInput (400): Duplicate tag keys found. Please note that Tag keys are case insensitive."
        );
        for reserved in [("AWS:a", "1"), ("a", "aws:1"), ("a", "Aws:")] {
            let error = Tags::of_request::<User>(Some(tags(&[reserved]))).unwrap_err();
            assert_eq!((error.code.as_ref(), error.status), ("InvalidInput", 400));
        }
        Tags::of_request::<User>(Some(tags(&[("aws", "aws")]))).unwrap();
    }

    #[test]
    fn fifty_tags_and_no_more() {
        let many: Vec<generated::Tag> =
            (0..50).map(|n| generated::Tag { key: format!("k{n}"), value: String::new() }).collect();
        let mut all = Tags::of_request::<User>(Some(many)).unwrap();
        all.merge(tags(&[("K7", "replaced")]), KeyCase::Insensitive, "User").unwrap();
        let error = all.clone().merge(tags(&[("one more", "")]), KeyCase::Insensitive, "User").unwrap_err();
        assert_eq!(error.to_string(), "LimitExceeded (409): Cannot exceed quota for TagsPerUser: 50");
    }
}
