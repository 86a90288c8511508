//! The policies that AWS creates and administers (`arn:aws:iam::aws:policy/…`).
//!
//! The whole catalogue is part of the program, compressed. Its index (names, dates, descriptions) is decoded
//! at the first use and kept: less than a megabyte. Documents stay compressed; a look-up decodes the small
//! block that has the wanted one. A program that never asks pays nothing.
//!
//! What no source knows is absent: dates of most versions between the first and the default one, documents of
//! some earlier versions, a few descriptions. Policy ids are AWSim's own, of AWS's form and the same in every
//! run. `data/README.md` says where the data comes from.
//!
//! ```
//! use awsim_iam::managed_policies;
//!
//! let policy = managed_policies::find("arn:aws:iam::aws:policy/AdministratorAccess").expect("in the
//! catalogue"); assert_eq!(policy.name, "AdministratorAccess");
//! assert!(policy.default_document().contains(r#""Action": "*""#));
//! ```

mod index;
mod layout;
#[cfg(test)]
mod tests;

use std::sync::{Arc, LazyLock, OnceLock};

use awsim_archive::{Archive, Damaged};
use awsim_plugin::shape::Timestamp;

/// The documents in force, in the order of [`all`].
static DOCUMENTS: Archive = Archive::new(include_bytes!("../../data/documents.zst"));
/// The documents in force that were asked for, in the same order.
static IN_FORCE: LazyLock<Vec<OnceLock<Arc<str>>>> =
    LazyLock::new(|| all().iter().map(|_| OnceLock::new()).collect());
/// The documents of other versions, policy by policy, newest first.
static EARLIER: Archive = Archive::new(include_bytes!("../../data/earlier.zst"));

/// A policy that AWS administers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ManagedPolicy {
    /// `arn:aws:iam::aws:policy` + [`path`](Self::path) + [`name`](Self::name).
    pub arn: &'static str,
    /// The name, unique among AWS's policies.
    pub name: &'static str,
    /// `/`, `/service-role/`, `/aws-service-role/`, `/job-function/` or `/root-task/`.
    pub path: &'static str,
    /// `ANPA` and 17 letters and digits, derived from the ARN.
    pub policy_id: &'static str,
    /// The version in force, such as `v3`.
    pub default_version_id: &'static str,
    /// What the policy is for, in AWS's words.
    pub description: Option<&'static str>,
    /// When AWS created the policy.
    pub created: Timestamp,
    /// When AWS made the default version.
    pub updated: Timestamp,
    /// The versions field of the index.
    versions: &'static str,
    /// The number of the document in force in `DOCUMENTS`.
    ordinal: usize,
    /// The number of the first document of another version in `EARLIER`.
    first_earlier: usize,
}

/// A version of a policy that AWS administers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PolicyVersion {
    /// `v` and a number.
    pub version_id: &'static str,
    /// When AWS made the version; unknown for most that are neither the first nor the default one.
    pub created: Option<Timestamp>,
    /// Whether it is the version in force.
    pub is_default: bool,
}

/// The policy with that ARN. Names are case-sensitive here, as in AWS.
pub fn find(arn: &str) -> Option<&'static ManagedPolicy> {
    let place = all().binary_search_by(|policy| policy.arn.cmp(arn)).ok()?;
    all().get(place)
}

/// All policies, in the order of their ARNs.
pub fn all() -> &'static [ManagedPolicy] {
    index::policies()
}

/// The policies whose ARNs come after that one (which need not exist), in order: the rest of a list that
/// ended with it.
pub fn after(arn: &str) -> &'static [ManagedPolicy] {
    all().get(all().partition_point(|policy| policy.arn <= arn)..).unwrap_or_default()
}

/// A version's document, as [`ManagedPolicy::document`].
pub fn document(arn: &str, version_id: &str) -> Option<Arc<str>> {
    find(arn)?.document(version_id)
}

impl ManagedPolicy {
    /// The versions whose documents are known, newest first. The default version is always among them.
    pub fn versions(&self) -> impl Iterator<Item = PolicyVersion> + use<> {
        let default = self.default_version_id;
        self.version_fields().map(move |(version_id, date)| PolicyVersion {
            version_id,
            created: Timestamp::parse(date).ok(),
            is_default: version_id == default,
        })
    }

    /// The document of a version, indented by four spaces as most of AWS's are; `None` if there is no such
    /// version here.
    pub fn document(&self, version_id: &str) -> Option<Arc<str>> {
        if version_id == self.default_version_id {
            return Some(self.default_document());
        }
        let mut earlier = self.version_fields().filter(|(id, _)| *id != self.default_version_id);
        let place = earlier.position(|(id, _)| id == version_id)?;
        Some(record(&EARLIER, self.first_earlier + place))
    }

    /// The document in force. It stays in memory from the first time on, so that a policy that is attached is decoded
    /// once, and so that others can tell by its place that it is the same document.
    pub fn default_document(&self) -> Arc<str> {
        match IN_FORCE.get(self.ordinal) {
            Some(place) => place.get_or_init(|| record(&DOCUMENTS, self.ordinal)).clone(),
            None => record(&DOCUMENTS, self.ordinal),
        }
    }

    /// Whether the policy is for a service-linked role: AWS lets nobody attach such a policy to another
    /// identity.
    pub fn is_for_service_linked_role(&self) -> bool {
        self.path == "/aws-service-role/"
    }

    /// Ids and dates of the versions, newest first.
    fn version_fields(&self) -> impl Iterator<Item = (&'static str, &'static str)> + use<> {
        self.versions.split(' ').filter_map(|version| version.split_once('='))
    }
}

fn record(archive: &Archive, number: usize) -> Arc<str> {
    let text = intact(archive.read(number, layout::indented));
    intact(text.ok_or(Damaged("documents and index differ"))).into()
}

#[expect(
    clippy::expect_used,
    reason = "the bytes are part of the program, and a test reads every record of them"
)]
fn intact<T>(result: Result<T, Damaged>) -> T {
    result.expect("the embedded catalogue of managed policies is intact")
}
