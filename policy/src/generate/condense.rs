//! Many resources as few patterns.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::evaluate::split_arn;

/// The resources as patterns in alphabetical order. Of those that share a prefix, `merge_from` or more become one pattern, the longest
/// prefixes first; what that leaves counts once for the shorter ones.
pub(super) fn condense(mut resources: BTreeSet<String>, merge_from: usize) -> Vec<String> {
    if resources.contains("*") {
        return vec!["*".to_owned()];
    }
    let prefixes: BTreeSet<(Reverse<usize>, String)> = resources
        .iter()
        .flat_map(|resource| prefixes(resource))
        .map(|prefix| (Reverse(prefix.len()), prefix.to_owned()))
        .collect();
    for (_, prefix) in prefixes {
        let under = resources.range(prefix.clone()..).take_while(|resource| resource.starts_with(&prefix));
        let under: Vec<String> = under.cloned().collect();
        if under.len() >= merge_from.max(2) {
            under.iter().for_each(|resource| {
                resources.remove(resource);
            });
            resources.insert(format!("{prefix}*"));
        }
    }
    resources.into_iter().collect()
}

/// What the last part of an ARN may begin with, up to each of its separators.
fn prefixes(arn: &str) -> impl Iterator<Item = &str> {
    let last = split_arn(arn).map_or(arn.len(), |parts| arn.len() - parts[5].len());
    let separators = arn[last..].match_indices(['/', ':']);
    separators.map(move |(at, _)| &arn[..last + at + 1])
}
