//! The index: what is known of each policy, but for its documents.
//!
//! A line for each policy, in the order of ARNs, with the tab-separated fields ARN, id, default version, date
//! of creation, date of the last update, versions (`v2=2020-01-31T10:00:00Z v1=-`, newest first),
//! description. A dash is "unknown".

use std::sync::LazyLock;

use awsim_archive::{Archive, Damaged};
use awsim_plugin::shape::Timestamp;

use super::{ManagedPolicy, intact};

static POLICIES: LazyLock<Vec<ManagedPolicy>> = LazyLock::new(|| intact(read()));

pub(super) fn policies() -> &'static [ManagedPolicy] {
    &POLICIES
}

fn read() -> Result<Vec<ManagedPolicy>, Damaged> {
    // Lives as long as the table that borrows from it, which is as long as the program.
    let text =
        Archive::new(include_bytes!("../../data/policies.zst")).read(0, |text| &*text.to_owned().leak())?;
    let mut first_earlier = 0;
    let lines = text.unwrap_or_default().lines().enumerate();
    let policies = lines.map(|(ordinal, line)| {
        let policy = parse(line, ordinal, first_earlier)?;
        first_earlier += policy.version_fields().count() - 1;
        Some(policy)
    });
    policies.collect::<Option<_>>().ok_or(Damaged("a malformed line in the index"))
}

fn parse(line: &'static str, ordinal: usize, first_earlier: usize) -> Option<ManagedPolicy> {
    let mut fields = line.split('\t');
    let arn = fields.next()?;
    let resource = arn.strip_prefix("arn:aws:iam::aws:policy")?;
    let (path, name) = resource.split_at(resource.rfind('/')? + 1);
    let policy = ManagedPolicy {
        arn,
        name,
        path,
        policy_id: fields.next()?,
        default_version_id: fields.next()?,
        created: Timestamp::parse(fields.next()?).ok()?,
        updated: Timestamp::parse(fields.next()?).ok()?,
        versions: fields.next()?,
        description: fields.next().filter(|text| *text != "-"),
        ordinal,
        first_earlier,
    };
    policy.version_fields().any(|(id, _)| id == policy.default_version_id).then_some(policy)
}
