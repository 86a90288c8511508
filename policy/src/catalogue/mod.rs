//! What AWS's Service Authorization Reference says: the services, their actions, resource types and condition
//! keys.
//!
//! The reference is part of the crate, compressed. Each service is decoded when it is first asked for, and
//! kept; a program that never asks pays nothing. Names are found without regard to case, as policies use
//! them, and given back as AWS spells them. `data/README.md` says where the data comes from.
//!
//! ```
//! use awsim_policy::catalogue::{self, AccessLevel};
//!
//! let action = catalogue::action("s3:getobject").expect("in the reference");
//! assert_eq!(action.to_string(), "s3:GetObject");
//! assert_eq!(action.level(), AccessLevel::Read);
//! assert!(action.takes_resource());
//! assert_eq!(catalogue::takes_resource("s3:ListAllMyBuckets"), Some(false));
//! ```

mod action;
mod condition_key;
mod directory;
mod resource_type;
mod service;
#[cfg(test)]
mod tests;

use awsim_archive::Damaged;

pub use action::{AccessLevel, Action, ActionResource};
pub use condition_key::{ConditionKey, ValueType};
pub use resource_type::ResourceType;
pub use service::Service;

use crate::evaluate::ActionFacts;
use crate::text::{Piece, glob, pieces};

/// All services of the reference, in the order of their prefixes.
pub fn services() -> &'static [Service] {
    directory::get().services()
}

/// The service with that prefix, such as `s3`.
pub fn service(prefix: &str) -> Option<&'static Service> {
    directory::get().service(prefix)
}

/// The action with that name, such as `s3:GetObject`.
pub fn action(name: &str) -> Option<Action> {
    let (prefix, name) = name.split_once(':')?;
    service(prefix)?.action(name)
}

/// Whether a policy can name resources for that action; `Some(false)` if the action works only with `*`,
/// `None` if there is no such action.
pub fn takes_resource(action: &str) -> Option<bool> {
    self::action(action).map(|action| action.takes_resource())
}

/// The reference as the evaluator asks it: which actions are evaluated on `*`, whatever resource is named.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reference;

impl ActionFacts for Reference {
    fn has_resource_types(&self, action: &str) -> Option<bool> {
        takes_resource(action)
    }
}

/// The actions that a pattern of a policy's `Action` element stands for: `*`, `s3:*`, `s3:Get*Acl`,
/// `iam:PassRole`.
pub fn expand(pattern: &str) -> impl Iterator<Item = Action> {
    let lower = pattern.to_ascii_lowercase();
    let (prefix, name) = match lower.split_once(':') {
        Some((prefix, name)) => (prefix.to_owned(), name.to_owned()),
        None if lower == "*" => (lower.clone(), lower),
        // Without a service there is no action of that name.
        None => (String::new(), String::new()),
    };
    let wanted = services().iter().filter(move |service| fits(&prefix, service.prefix()));
    wanted.flat_map(Service::actions).filter(move |action| fits(&name, action.name()))
}

/// The global condition keys (`aws:…`), which every service may supply, in the order of their names.
pub fn global_condition_keys() -> &'static [ConditionKey] {
    directory::get().global_keys()
}

/// What a condition key is: `aws:SourceIp`, `s3:prefix`, `saml:aud`, `aws:RequestTag/Team`. A key with a
/// variable part is given back as the reference writes it (`aws:RequestTag/${TagKey}`). Of identity providers
/// it knows the keys that AWS lists by name; other providers, and other claims, are not in the reference.
pub fn condition_key(name: &str) -> Option<ConditionKey> {
    let (prefix, _) = name.split_once(':')?;
    if let Some(key) = condition_key::find(global_condition_keys(), name) {
        return Some(key);
    }
    let own = service(prefix).and_then(|service| service.condition_key(name));
    own.or_else(|| directory::get().foreign(prefix).find_map(|service| service.condition_key(name)))
}

/// Whether a text is what a lower-cased pattern with wildcards stands for.
fn fits(lower_pattern: &str, text: &str) -> bool {
    let pattern: Vec<_> = pieces(lower_pattern).collect();
    glob(&pattern, &text.to_ascii_lowercase())
}

/// Whether a text is what a template such as `aws:RequestTag/${TagKey}` stands for. A few templates have `*`
/// besides.
fn fills(template: &str, text: &str) -> bool {
    let mut parts = Vec::new();
    let mut rest = template;
    while let Some((fixed, variable)) = rest.split_once("${") {
        parts.extend(pieces(fixed).chain([Piece::Star]));
        rest = variable.split_once('}').map_or("", |(_, rest)| rest);
    }
    parts.extend(pieces(rest));
    glob(&parts, text)
}

/// The items of a field with commas; none if it is empty.
fn listed<'t>(field: &'t str, separator: &'static str) -> impl Iterator<Item = &'t str> + use<'t> {
    field.split(separator).filter(|item| !item.is_empty())
}

#[expect(
    clippy::expect_used,
    reason = "the bytes are part of the program, and a test reads every record of them"
)]
fn intact<T>(result: Result<T, Damaged>) -> T {
    result.expect("the embedded catalogue of actions is intact")
}
