//! Evaluation of policies.

use awsim_policy::{
    Context, Layers, Named, OwnedPrincipal, Policy, PolicyKind, Request, Value, Values, evaluate, explain,
};

/// The same value for every other key.
struct Everywhere<'a>(&'a str);

impl Context for Everywhere<'_> {
    fn get(&self, key: &str) -> Option<Values<'_>> {
        key.len().is_multiple_of(2).then_some(Values::One(Value::Text(self.0)))
    }
}

/// Evaluates policies for a request: principal, action, resource, a value for every condition key, an identity policy and a
/// resource policy, separated by NUL.
///
/// # Panics
/// If the explanation does not decide as the evaluator.
pub fn evaluation(bytes: &[u8]) {
    let Some(text) = crate::text(bytes) else { return };
    let mut parts = text.split('\0');
    let mut part = || parts.next().unwrap_or_default();
    let (principal, action, resource, value) = (part(), part(), part(), part());
    let identity = Policy::parse_stored(PolicyKind::Identity, part());
    let attached = Policy::parse_stored(PolicyKind::Resource, part());
    let Some(principal) = OwnedPrincipal::parse(principal) else { return };
    let named = |policy| Named { name: "policy", policy };
    let identity: Vec<Named<'_>> = identity.iter().map(named).collect();
    let layers = Layers {
        identity: &identity,
        sessions: &identity,
        resource: attached.as_ref().ok().map(named),
        ..Layers::default()
    };
    let context = Everywhere(value);
    let request = Request::new(principal.borrow(), action, resource, &context);
    assert_eq!(explain(&request, &layers).decision.verdict, evaluate(&request, &layers).verdict);
}
