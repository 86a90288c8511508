//! Policies ready to be evaluated.
//!
//! A policy is compiled once for each use that is made of it. State keeps documents behind shared pointers and never
//! changes them in place, so the address of a document says whether a compiled policy is the one in force: another version
//! of a policy is another document. What is compiled holds on to its document, so that no other can come to lie at the
//! same address. A document that is new is looked up by its text before it is compiled: many users have the same policy.

use std::hash::{BuildHasher, Hasher};
use std::sync::{Arc, LazyLock};

use awsim_plugin::account::AccountId;
use awsim_plugin::context::Host;
use awsim_plugin::directory::PolicyDocument;
use awsim_plugin::store::View;
use awsim_policy::{Named, Policy, PolicyKind};

use super::standing::{Standing, Standings};
use crate::recent::Recent;

/// What the policies of one generation may weigh, in bytes: those of 100,000 users. No more is taken than a few times what
/// the documents in the state take.
const LIMIT: usize = 256 << 20;

/// The same of what no state bounds: every session brings policies of its own.
const CARRIED_LIMIT: usize = 32 << 20;

/// What is evaluated in place of a policy that cannot be read. It may have denied, so it denies.
const UNREADABLE: &str = r#"{"Version":"2012-10-17","Statement":{"Sid":"Unreadable","Effect":"Deny","Action":"*","Resource":"*"}}"#;

/// The same for policies that say whom they speak of. A trust policy has no resource; one that names nobody trusts nobody.
const UNREADABLE_WITH_PRINCIPAL: &str = r#"{"Version":"2012-10-17","Statement":{"Sid":"Unreadable","Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}}"#;

/// What a service permits by itself, as a policy of whoever asks for it. It bears on nothing but the check that the service
/// permits.
static GRANT: LazyLock<Arc<str>> = LazyLock::new(|| {
    r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#.into()
});

/// The policies that were evaluated recently.
#[derive(Debug)]
pub(crate) struct CompiledPolicies {
    /// Of documents of the state, by where they are.
    placed: Recent<(PolicyKind, usize), (Arc<str>, Policy), Places>,
    /// The same by what they say.
    written: Recent<(PolicyKind, Arc<str>), Policy>,
    /// Of documents that come with a session, by what they say: each request brings a copy of its own.
    carried: Recent<String, Policy>,
    /// Those of organizations, by the accounts that they bear on.
    standings: Standings,
}

impl Default for CompiledPolicies {
    fn default() -> Self {
        Self {
            placed: Recent::new(LIMIT),
            written: Recent::new(LIMIT),
            carried: Recent::new(CARRIED_LIMIT),
            standings: Standings::default(),
        }
    }
}

/// Hashes kinds of policies and addresses of documents, which nobody outside chooses: a multiplication does
/// (Knuth, "The Art of Computer Programming", volume 3, section 6.4).
#[derive(Clone, Copy, Debug, Default)]
struct Places(u64);

impl BuildHasher for Places {
    type Hasher = Self;

    fn build_hasher(&self) -> Self {
        *self
    }
}

impl Hasher for Places {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64(u64::from(*byte)));
    }

    fn write_u64(&mut self, word: u64) {
        // The table takes both ends of a hash: the product is folded so that each depends on all of it.
        let product = u128::from(self.0.rotate_left(32) ^ word) * u128::from(0x9e37_79b9_7f4a_7c15_u64);
        self.0 = (product as u64) ^ (product >> 64) as u64;
    }

    fn write_usize(&mut self, word: usize) {
        self.write_u64(word as u64);
    }

    fn write_isize(&mut self, word: isize) {
        self.write_u64(word as u64);
    }
}

/// A policy of a layer with what people call it.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    /// The ARN of a managed policy or the name of another.
    pub(crate) name: String,
    /// The policy.
    pub(crate) policy: Policy,
}

impl Source {
    /// The policy as the evaluator takes it.
    pub(crate) fn named(&self) -> Named<'_> {
        Named { name: &self.name, policy: &self.policy }
    }
}

impl CompiledPolicies {
    /// The policy of a document of the state.
    pub(crate) fn placed(&self, kind: PolicyKind, document: PolicyDocument) -> Source {
        let PolicyDocument { source: name, text } = document;
        let key = (kind, text.as_ptr().addr());
        if let Some((_, policy)) = self.placed.get(&key) {
            return Source { name, policy };
        }
        let policy = self.written(kind, &text, &name);
        let weight = policy.memory() + text.len();
        self.placed.insert(key, (text, policy.clone()), weight);
        Source { name, policy }
    }

    fn written(&self, kind: PolicyKind, text: &Arc<str>, name: &str) -> Policy {
        let key = (kind, Arc::clone(text));
        if let Some(policy) = self.written.get(&key) {
            return policy;
        }
        let policy = compile(kind, text, name);
        self.written.insert(key, policy.clone(), policy.memory() + text.len());
        policy
    }

    /// What a service permits by itself, under this name.
    pub(crate) fn grant(&self, name: &str) -> Source {
        let document = PolicyDocument { source: name.to_owned(), text: Arc::clone(&GRANT) };
        self.placed(PolicyKind::Identity, document)
    }

    /// Where an account stands in an organization, with the policies that bear on it; none if it is in none.
    pub(super) fn standing(
        &self,
        host: &dyn Host,
        state: &View,
        account: AccountId,
    ) -> Option<Arc<Standing>> {
        self.standings.of(host, state, self, account)
    }

    /// The session policy with this text.
    pub(crate) fn carried(&self, text: &str, name: &str) -> Source {
        let name = name.to_owned();
        if let Some(policy) = self.carried.get(text) {
            return Source { name, policy };
        }
        let policy = compile(PolicyKind::Session, text, &name);
        self.carried.insert(text.to_owned(), policy.clone(), policy.memory() + text.len());
        Source { name, policy }
    }
}

/// Compiles a policy that was accepted when it was written.
fn compile(kind: PolicyKind, text: &str, name: &str) -> Policy {
    Policy::parse_stored(kind, text).unwrap_or_else(|error| {
        tracing::error!(policy = name, %error, "a policy cannot be read; it denies everything");
        denying(kind)
    })
}

/// A policy that denies everything, as far as one of its kind can.
fn denying(kind: PolicyKind) -> Policy {
    let (kind, text) = match kind.has_principals() {
        true => (PolicyKind::Resource, UNREADABLE_WITH_PRINCIPAL),
        false => (PolicyKind::Identity, UNREADABLE),
    };
    #[expect(clippy::expect_used, reason = "a constant text, which a test compiles")]
    Policy::parse_stored(kind, text).expect("the policy that denies everything is a policy")
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALLOW: &str =
        r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#;

    fn document(text: &str) -> PolicyDocument {
        PolicyDocument { source: "p".to_owned(), text: text.into() }
    }

    #[test]
    fn a_document_is_compiled_once_for_each_use() {
        let policies = CompiledPolicies::default();
        let allow = document(ALLOW);
        let first = policies.placed(PolicyKind::Identity, allow.clone()).policy;
        let again = policies.placed(PolicyKind::Identity, allow.clone()).policy;
        assert!(std::ptr::eq(first.text(), again.text()));
        let boundary = policies.placed(PolicyKind::PermissionsBoundary, allow).policy;
        assert_eq!(boundary.kind(), PolicyKind::PermissionsBoundary);
        // Another document that says the same shares what was compiled; one that says something else does not.
        let same = policies.placed(PolicyKind::Identity, document(ALLOW)).policy;
        assert!(std::ptr::eq(first.text(), same.text()));
        let other = policies
            .placed(PolicyKind::Identity, document(&ALLOW.replace(r#""Action":"*""#, r#""Action":"a:B""#)))
            .policy;
        assert!(!std::ptr::eq(first.text(), other.text()));
        let (one, two) = (policies.carried(ALLOW, "a").policy, policies.carried(ALLOW, "b").policy);
        assert!(std::ptr::eq(one.text(), two.text()));
    }

    #[test]
    fn places_spread() {
        let hash = |place: usize| Places::default().hash_one((PolicyKind::Identity, place));
        let (mut low, mut high) = (std::collections::HashSet::new(), std::collections::HashSet::new());
        for place in 0..4096 {
            let hash = hash(0x7f00_0000_0000 + place * 64);
            low.insert(hash & 0xfff);
            high.insert(hash >> 57);
        }
        assert!(low.len() > 2000 && high.len() == 128, "{} {}", low.len(), high.len());
    }

    #[test]
    fn what_cannot_be_read_denies() {
        let policies = CompiledPolicies::default();
        for kind in PolicyKind::ALL {
            let policy = policies.placed(kind, document("{")).policy;
            assert!(policy.statements().all(|statement| statement.denies), "{kind:?}");
            assert_eq!(policy.statements().len(), 1, "{kind:?}");
        }
    }
}
