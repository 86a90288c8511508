//! Finding the statements that speak of an action without looking at those that do not.
//!
//! Every action pattern is a literal head, up to its first wildcard, and a rest. The heads lie in a hash table. A
//! request's action is hashed once; as the hash is built byte by byte, the hashes of all its prefixes come for free, and
//! each policy is asked only for those lengths that its patterns have. So the work does not depend on how many actions a
//! policy lists.

use std::ops::ControlFlow;

use smallvec::SmallVec;

use crate::text::{self, Piece};

use super::action_key::{ActionKey, MAX_HEAD, hash, service_bit, spread};
use super::pool::{Pool, Range, Str, narrow};
use super::{Compiled, Part};

/// Rests of a pattern that need no matching.
const EXACT: u32 = u32::MAX;
const ANYTHING: u32 = u32::MAX - 1;

#[derive(Debug, Clone, Copy)]
struct Entry {
    head: Str,
    /// [`EXACT`], [`ANYTHING`] or an index of `rests`.
    rest: u32,
    statement: u32,
}

/// The action patterns of some statements.
#[derive(Debug, Default)]
pub(crate) struct ActionIndex {
    /// A bit for each service that a pattern speaks of.
    services: u64,
    /// A bit for each length that a head with a rest has.
    lengths: u128,
    shift: u32,
    /// Where the entries of each bucket start, and one more: their end.
    buckets: Box<[u32]>,
    entries: Box<[Entry]>,
    rests: Box<[Range]>,
    /// Patterns without a service of their own.
    anywhere: Box<[(Range, u32)]>,
}

/// Collects the patterns of an [`ActionIndex`].
#[derive(Debug, Default)]
pub(crate) struct ActionIndexBuilder {
    /// With the hashes of their heads.
    entries: Vec<(u32, Entry)>,
    rests: Vec<Range>,
    anywhere: Vec<(Range, u32)>,
    services: u64,
    lengths: u128,
}

impl ActionIndexBuilder {
    pub(crate) fn add(&mut self, pool: &mut Pool<'_>, parts: &mut Vec<Part>, pattern: &str, statement: u32) {
        let lower = pool.add_lower(pattern);
        let head_len = pattern.find(['*', '?']).unwrap_or(pattern.len());
        let colon = pattern[..head_len].find(':');
        let (Some(colon), true) = (colon, head_len <= MAX_HEAD) else {
            let whole = push_parts(pool, parts, lower);
            self.anywhere.push((whole, statement));
            return;
        };
        let head = Pool::take(lower, head_len);
        let rest = match &pattern[head_len..] {
            "" => EXACT,
            "*" => ANYTHING,
            _ => {
                self.rests.push(push_parts(pool, parts, Pool::skip(lower, head_len)));
                narrow(self.rests.len() - 1)
            }
        };
        if rest != EXACT {
            self.lengths |= 1 << head_len;
        }
        let head_text = head.of(&pool.text);
        self.services |= service_bit(hash(&head_text[..=colon]));
        self.entries.push((hash(head_text), Entry { head, rest, statement }));
    }

    pub(crate) fn build(mut self) -> ActionIndex {
        let bits = self.entries.len().next_power_of_two().trailing_zeros().max(1);
        let shift = 32 - bits;
        let bucket = |hash: u32| spread(hash) >> shift;
        self.entries.sort_unstable_by_key(|(hash, entry)| (bucket(*hash), entry.statement));
        let mut buckets = vec![0u32; (1 << bits) + 1];
        for (hash, _) in &self.entries {
            buckets[bucket(*hash) as usize + 1] += 1;
        }
        let mut sum = 0;
        for count in &mut buckets {
            sum += *count;
            *count = sum;
        }
        ActionIndex {
            services: self.services,
            lengths: self.lengths,
            shift,
            buckets: buckets.into(),
            entries: self.entries.into_iter().map(|(_, entry)| entry).collect(),
            rests: self.rests.into(),
            anywhere: self.anywhere.into(),
        }
    }
}

fn push_parts(pool: &Pool<'_>, parts: &mut Vec<Part>, pattern: Str) -> Range {
    let first = parts.len();
    let mut at = 0;
    for piece in text::pieces(pattern.of(&pool.text)) {
        let (part, len) = match piece {
            Piece::Star | Piece::StarWithin => (Part::Star, 1),
            Piece::One | Piece::OneWithin => (Part::One, 1),
            Piece::Text(text) => (Part::Text(Pool::take(Pool::skip(pattern, at), text.len())), text.len()),
        };
        parts.push(part);
        at += len;
    }
    Range::since(first, parts)
}

impl ActionIndex {
    /// Calls `visit` for the statement of each pattern that matches: possibly several times for one statement.
    #[inline]
    pub(crate) fn matching(
        &self,
        policy: &Compiled,
        action: &ActionKey,
        mut visit: impl FnMut(u32) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        for (pattern, statement) in &self.anywhere {
            if matches_rest(policy, *pattern, action.name()) {
                visit(*statement)?;
            }
        }
        if self.services & action.service == 0 {
            return ControlFlow::Continue(());
        }
        let name = action.bytes();
        for entry in self.bucket(action.hash(name.len())) {
            if entry.rest == EXACT && entry.head.is(&policy.pool, name) {
                visit(entry.statement)?;
            }
        }
        let mut lengths = self.lengths & action.lengths;
        while lengths != 0 {
            let len = lengths.trailing_zeros() as usize;
            lengths &= lengths - 1;
            let head = &name[..len];
            for entry in self.bucket(action.hash(len)) {
                let fits = entry.rest != EXACT && entry.head.is(&policy.pool, head);
                if fits && self.rest_matches(policy, entry.rest, action, len) {
                    visit(entry.statement)?;
                }
            }
        }
        ControlFlow::Continue(())
    }

    /// Whether any pattern matches.
    pub(crate) fn matches(&self, policy: &Compiled, action: &ActionKey) -> bool {
        self.matching(policy, action, |_| ControlFlow::Break(())).is_break()
    }

    fn bucket(&self, hash: u32) -> &[Entry] {
        let bucket = (spread(hash) >> self.shift) as usize;
        match self.buckets.get(bucket..bucket + 2) {
            Some(&[start, end]) => self.entries.get(start as usize..end as usize).unwrap_or_default(),
            _ => &[],
        }
    }

    fn rest_matches(&self, policy: &Compiled, rest: u32, action: &ActionKey, len: usize) -> bool {
        rest == ANYTHING
            || self
                .rests
                .get(rest as usize)
                .is_some_and(|rest| matches_rest(policy, *rest, action.name().get(len..).unwrap_or_default()))
    }

    /// Every pattern again: its literal head, whether something follows that, and its statement.
    pub(crate) fn heads<'c>(&'c self, policy: &'c Compiled) -> impl Iterator<Item = (&'c str, bool, u32)> {
        let anywhere = self.anywhere.iter().map(|(pattern, statement)| match policy.parts(*pattern) {
            [Part::Text(head), rest @ ..] => (policy.str(*head), !rest.is_empty(), *statement),
            _ => ("", true, *statement),
        });
        let indexed =
            self.entries.iter().map(|entry| (policy.str(entry.head), entry.rest != EXACT, entry.statement));
        anywhere.chain(indexed)
    }

    pub(crate) fn memory(&self) -> usize {
        size_of_val(&*self.buckets)
            + size_of_val(&*self.entries)
            + size_of_val(&*self.rests)
            + size_of_val(&*self.anywhere)
    }
}

fn matches_rest(policy: &Compiled, rest: Range, value: &str) -> bool {
    let pieces: SmallVec<[Piece<'_>; 8]> = policy
        .parts(rest)
        .iter()
        .map(|part| match part {
            Part::Text(text) => Piece::Text(policy.str(*text)),
            Part::One => Piece::One,
            // Actions have no variables and no parts.
            _ => Piece::Star,
        })
        .collect();
    text::glob(&pieces, value)
}
