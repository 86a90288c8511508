//! The list of services, and the condition keys that belong to none of them.
//!
//! Lines of tab-separated fields: `service`, prefix, display name, `rcp` or a dash; `prefix`, a condition key
//! prefix that is no service's own, the services that define such keys; `key`, a global condition key, its
//! type.

use std::sync::LazyLock;

use awsim_archive::{Archive, Damaged};

use super::condition_key::ConditionKey;
use super::service::{Service, compare};
use super::{fills, intact, listed};

static DIRECTORY: LazyLock<Directory> = LazyLock::new(|| intact(Directory::read()));

#[derive(Default)]
pub(super) struct Directory {
    services: Vec<Service>,
    /// Prefix and the services that define keys of it.
    foreign: Vec<(&'static str, &'static str)>,
    global_keys: Vec<ConditionKey>,
}

pub(super) fn get() -> &'static Directory {
    &DIRECTORY
}

impl Directory {
    fn read() -> Result<Self, Damaged> {
        let archive = Archive::new(include_bytes!("../../data/services.zst"));
        // Lives as long as the tables that borrow from it, which is as long as the program.
        let text = archive.read(0, |text| &*text.to_owned().leak())?.unwrap_or_default();
        let mut directory = Self::default();
        for line in text.lines() {
            directory.add(line).ok_or(Damaged("a malformed line in the list of services"))?;
        }
        Ok(directory)
    }

    fn add(&mut self, line: &'static str) -> Option<()> {
        let (kind, fields) = line.split_once('\t')?;
        match kind {
            "service" => self.services.push(Service::parse(fields, self.services.len())?),
            "prefix" => self.foreign.push(fields.split_once('\t')?),
            "key" => self.global_keys.push(ConditionKey::parse(fields)?),
            _ => return None,
        }
        Some(())
    }

    pub(super) fn services(&self) -> &[Service] {
        &self.services
    }

    pub(super) fn service(&self, prefix: &str) -> Option<&Service> {
        let place = self.services.binary_search_by(|service| compare(service.prefix(), prefix)).ok()?;
        self.services.get(place)
    }

    pub(super) fn global_keys(&self) -> &[ConditionKey] {
        &self.global_keys
    }

    /// The services that define condition keys with a prefix that is not theirs.
    pub(super) fn foreign(&self, prefix: &str) -> impl Iterator<Item = &Service> {
        let prefix = prefix.to_ascii_lowercase();
        let tables =
            self.foreign.iter().filter(move |(pattern, _)| fills(&pattern.to_ascii_lowercase(), &prefix));
        tables.flat_map(|(_, services)| listed(services, ",")).filter_map(|service| self.service(service))
    }
}
