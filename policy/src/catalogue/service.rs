//! One service: its actions, resource types and condition keys, decoded when first asked for.
//!
//! A record has lines of tab-separated fields, each kind in the order of lower-cased names: `key`, name,
//! type; `resource`, name, ARN templates, condition keys; `action`, name, level, resource types, condition
//! keys, dependent actions. Condition keys of resources and actions are numbers of the `key` lines.

use std::cmp::Ordering;
use std::fmt;
use std::sync::OnceLock;

use awsim_archive::{Archive, Damaged};

use super::condition_key::{self, ConditionKey};
use super::{Action, ResourceType, intact, listed};

/// A record for each service, in the order of the list of services.
static ACTIONS: Archive = Archive::new(include_bytes!("../../data/actions.zst"));

/// A service of the reference.
pub struct Service {
    prefix: &'static str,
    name: &'static str,
    resource_control_policies: bool,
    number: usize,
    content: OnceLock<Content>,
}

/// A decoded record. Resource types and actions stay lines: taking one apart is cheap, keeping all in parts
/// is not.
#[derive(Default)]
struct Content {
    keys: Vec<ConditionKey>,
    resources: Vec<&'static str>,
    actions: Vec<&'static str>,
}

impl Service {
    pub(super) fn parse(fields: &'static str, number: usize) -> Option<Self> {
        let mut fields = fields.split('\t');
        let (prefix, name, flags) = (fields.next()?, fields.next()?, fields.next()?);
        Some(Self {
            prefix,
            name,
            resource_control_policies: flags == "rcp",
            number,
            content: OnceLock::new(),
        })
    }

    /// The service prefix of actions and the namespace of ARNs, such as `s3`.
    pub fn prefix(&self) -> &'static str {
        self.prefix
    }

    /// The name for people, such as `Amazon S3`.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Whether resource control policies of an organization apply to the service's resources.
    pub fn has_resource_control_policies(&self) -> bool {
        self.resource_control_policies
    }

    /// All actions, in the order of their names.
    pub fn actions(&'static self) -> impl Iterator<Item = Action> {
        self.content().actions.iter().filter_map(move |line| Action::parse(self, line))
    }

    /// The action with that name (without prefix).
    pub fn action(&'static self, name: &str) -> Option<Action> {
        Action::parse(self, find(&self.content().actions, name)?)
    }

    /// All resource types, in the order of their names.
    pub fn resource_types(&'static self) -> impl Iterator<Item = ResourceType> {
        self.content().resources.iter().filter_map(move |line| ResourceType::parse(self, line))
    }

    /// The resource type with that name, such as `bucket`.
    pub fn resource_type(&'static self, name: &str) -> Option<ResourceType> {
        ResourceType::parse(self, find(&self.content().resources, name)?)
    }

    /// The condition keys that the service supplies beside the global ones; some begin with `aws:`, some with
    /// the prefix of another service.
    pub fn condition_keys(&self) -> &[ConditionKey] {
        &self.content().keys
    }

    /// The condition key with that name (with prefix).
    pub fn condition_key(&self, name: &str) -> Option<ConditionKey> {
        condition_key::find(self.condition_keys(), name)
    }

    /// The keys with those numbers, which stand with commas between them.
    pub(super) fn numbered_keys(&self, numbers: &'static str) -> impl Iterator<Item = ConditionKey> {
        listed(numbers, ",")
            .filter_map(|number| self.content().keys.get(number.parse::<usize>().ok()?).copied())
    }

    fn content(&self) -> &Content {
        self.content.get_or_init(|| intact(Content::read(self.number)))
    }
}

impl Content {
    fn read(number: usize) -> Result<Self, Damaged> {
        // Lives as long as the service that borrows from it, which is as long as the program.
        let text = ACTIONS.read(number, |text| &*text.to_owned().leak())?;
        let mut content = Self::default();
        for line in text.ok_or(Damaged("a service without a record"))?.lines() {
            content.add(line).ok_or(Damaged("a malformed line in a service's record"))?;
        }
        Ok(content)
    }

    fn add(&mut self, line: &'static str) -> Option<()> {
        let (kind, fields) = line.split_once('\t')?;
        match kind {
            "key" => self.keys.push(ConditionKey::parse(fields)?),
            "resource" => self.resources.push(fields),
            "action" => self.actions.push(fields),
            _ => return None,
        }
        Some(())
    }
}

/// The line whose first field is that name.
fn find(lines: &[&'static str], name: &str) -> Option<&'static str> {
    // The first field is compared where it stands: looking for its end first takes longer.
    let first = |line: &'static str| line.bytes().take_while(|byte| *byte != b'\t');
    let place = lines.binary_search_by(|line| compare_bytes(first(line), name.bytes())).ok()?;
    lines.get(place).copied()
}

/// The order of names without regard to case.
pub(super) fn compare(one: &str, other: &str) -> Ordering {
    compare_bytes(one.bytes(), other.bytes())
}

fn compare_bytes(one: impl Iterator<Item = u8>, other: impl Iterator<Item = u8>) -> Ordering {
    one.map(|byte| byte.to_ascii_lowercase()).cmp(other.map(|byte| byte.to_ascii_lowercase()))
}

impl fmt::Debug for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Service").field(&self.prefix).finish()
    }
}

impl PartialEq for Service {
    fn eq(&self, other: &Self) -> bool {
        self.number == other.number
    }
}

impl Eq for Service {}
