//! Grants: they let a principal use a key, besides the key's policy ("Grants in AWS KMS" in the KMS Developer Guide).
//!
//! A grant is kept as the statement of a policy that it amounts to, and goes with the key's policy into the decision. So an
//! explicit deny anywhere still wins, and a decision names the grant that allowed.

use std::collections::BTreeMap;

use awsim_plugin::upstream::Input;

use crate::resource::Resource;
use crate::statement::{self, Principal, Statement, Values};

/// What the names of facts begin with that are grants.
const GRANT: &str = "grant/";

/// The name of the fact that is the policy as it was set.
const POLICY: &str = "policy";

/// Keeps a key's policy.
pub(super) fn set_policy(key: &mut Resource, policy: Option<String>) {
    match policy {
        Some(policy) => key.facts.insert(POLICY.to_owned(), policy),
        None => key.facts.remove(POLICY),
    };
    combine(key);
}

/// Keeps a grant, from the request that makes it or from a list of them. One without a grantee or operations gives nothing.
pub(super) fn add(key: &mut Resource, id: &str, grant: &dyn Input) {
    if let Some(statement) = statement(id, grant).and_then(|statement| statement.text()) {
        key.facts.insert(format!("{GRANT}{id}"), statement);
    }
    combine(key);
}

/// Forgets a grant.
pub(super) fn remove(key: &mut Resource, id: &str) {
    key.facts.remove(&format!("{GRANT}{id}"));
    combine(key);
}

fn statement(id: &str, grant: &dyn Input) -> Option<Statement> {
    let (kind, grantee) = match (grant.string("GranteePrincipal"), grant.string("GranteeServicePrincipal")) {
        (Some(grantee), _) if grantee.starts_with("arn:") => ("AWS", grantee),
        (Some(service), _) | (None, Some(service)) => ("Service", service),
        (None, None) => return None,
    };
    let operations = grant.strings("Operations");
    let action: Vec<String> = operations.iter().map(|operation| format!("kms:{operation}")).collect();
    let mut condition = BTreeMap::new();
    if let Some(constraints) = grant.member("Constraints") {
        let equals = constraints.texts("EncryptionContextEquals");
        let subset = constraints.texts("EncryptionContextSubset");
        let mut context: BTreeMap<String, Values> = BTreeMap::new();
        for (key, value) in equals.iter().chain(&subset) {
            context.insert(format!("kms:EncryptionContext:{key}"), Values::One(value.clone()));
        }
        if !context.is_empty() {
            condition.insert("StringEquals", context);
        }
        if !equals.is_empty() {
            let keys = equals.into_iter().map(|(key, _)| key).collect();
            let keys = BTreeMap::from([("kms:EncryptionContextKeys".to_owned(), Values::Many(keys))]);
            condition.insert("ForAllValues:StringEquals", keys);
        }
    }
    (!action.is_empty()).then_some(Statement {
        sid: format!("grant {id}"),
        effect: "Allow",
        principal: Principal::typed(kind, grantee),
        action,
        resource: vec!["*".to_owned()],
        condition,
    })
}

/// Puts the policy and the statements of the grants together. A policy that cannot be read stays as it is, and denies.
fn combine(key: &mut Resource) {
    let statements: Vec<&str> =
        key.facts.iter().filter(|(name, _)| name.starts_with(GRANT)).map(|(_, text)| &**text).collect();
    let policy = key.fact(POLICY).map(|policy| statement::added(policy, &statements));
    key.set_policy(policy);
}
