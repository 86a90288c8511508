//! Inputs for any operation of a service that runs elsewhere: nothing is known of their shapes, so whatever is asked for is
//! there.

use std::borrow::Cow;

use awsim_plugin::upstream::Input;

/// An input in which everything that may be given is given, or only what must be.
#[derive(Clone, Copy)]
pub(crate) struct Untyped {
    /// The members that must be given; none of what is below the input.
    required: Option<&'static [&'static str]>,
    /// The member that it is the value of.
    name: &'static str,
    full: bool,
}

/// What a text has to be for a row to be computed of it, by the name of the member.
const NAMED: &[(&str, &str)] = &[
    ("ACL", "public-read"),
    ("Bucket", "sample"),
    ("BypassGovernanceRetention", "true"),
    ("Days", "1"),
    ("CopySource", "/sample/sample?versionId=sample"),
    ("Key", "sample"),
    ("MaxAnnotationResults", "1"),
    ("MaxKeys", "1"),
    ("ObjectLockEnabledForBucket", "true"),
    ("ObjectLockEventHoldDurationDays", "1"),
    ("ObjectLockRetainUntilDate", "2026-04-22"),
    ("RetainUntilDate", "2026-04-22"),
    ("Role", "arn:aws:iam::123456789012:role/sample"),
    ("Tagging", "sample=sample"),
];

/// What it is in a request that gives only what must be.
const LEAST: &[(&str, &str)] = &[("CopySource", "/sample/sample")];

/// What is not given of a list's elements in a request that gives only what must be.
const OPTIONAL: [&str; 1] = ["VersionId"];

impl Untyped {
    /// The input of an operation that must have these members.
    pub(crate) fn of(required: &'static [&'static str], full: bool) -> Self {
        Self { required: Some(required), name: "", full }
    }

    fn below(&self, name: &'static str) -> Box<dyn Input> {
        Box::new(Self { required: None, name, full: self.full })
    }

    fn has(&self, name: &str) -> bool {
        let needed = match self.required {
            Some(required) => required.contains(&name),
            None => !OPTIONAL.contains(&name),
        };
        self.full || needed
    }
}

impl Input for Untyped {
    fn member(&self, name: &str) -> Option<Box<dyn Input + '_>> {
        let named = NAMED.iter().map(|(known, _)| *known).find(|known| *known == name);
        self.has(name).then(|| self.below(named.unwrap_or_default()) as Box<dyn Input + '_>)
    }

    fn elements(&self) -> Vec<Box<dyn Input + '_>> {
        vec![self.below("")]
    }

    fn all(&self, _: &str) -> Vec<Box<dyn Input + '_>> {
        self.elements()
    }

    fn entries(&self) -> Vec<(String, Box<dyn Input + '_>)> {
        vec![("sample".to_owned(), self.below(""))]
    }

    fn text(&self) -> Option<Cow<'_, str>> {
        let least = LEAST.iter().filter(|_| !self.full);
        let text = least.chain(NAMED).find(|(name, _)| *name == self.name);
        Some(Cow::Borrowed(text.map_or("sample", |(_, text)| text)))
    }
}
