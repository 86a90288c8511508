//! Policies.

use awsim_policy::document::Document;
use awsim_policy::{Policy, PolicyKind};

/// Reads bytes as a policy of every kind.
///
/// # Panics
/// If what is taken does not survive printing, or is taken when written and not when stored.
pub fn policy(bytes: &[u8]) {
    let Ok(document) = Document::parse_bytes(bytes) else { return };
    let printed = document.print();
    let again = Document::parse(&printed).expect("what is printed can be parsed");
    assert_eq!(again.print(), printed);
    for statement in &document.statements.items {
        assert!(statement.span.slice(document.text).starts_with('{'));
        assert!(statement.span.slice(document.text).ends_with('}'));
    }
    for kind in PolicyKind::ALL {
        let new = Policy::parse(kind, document.text);
        let stored = Policy::parse_stored(kind, document.text);
        assert!(new.is_err() || stored.is_ok(), "what is taken when written is taken when stored");
        if let Ok(policy) = stored {
            assert_eq!(policy.text(), document.text);
            assert_eq!(policy.statements().len(), document.statements.items.len());
            let _ = policy.context_keys().count();
        }
    }
}
