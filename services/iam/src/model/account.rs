//! The model: what an account has, said as plainly as possible.

use std::collections::{BTreeMap, BTreeSet};

use super::operation::Operation;
use super::{Kind, arn};

/// Users, groups and roles by name in lower case.
#[derive(Clone, Debug, Default)]
pub(super) struct Account {
    pub(super) entities: BTreeMap<(Kind, String), Entity>,
    /// Groups and users, by their names in lower case.
    pub(super) members: BTreeSet<(String, String)>,
    /// The names of managed policies by name in lower case.
    pub(super) policies: BTreeMap<String, String>,
    /// The roles in instance profiles, both by name in lower case.
    pub(super) profiles: BTreeMap<String, Option<String>>,
    /// The key that was deleted last, which the operation is still to be called with.
    deleted: Option<String>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Entity {
    pub(super) name: String,
    /// ARNs.
    pub(super) attached: BTreeSet<String>,
    pub(super) inline: BTreeSet<String>,
    /// An ARN.
    pub(super) boundary: Option<String>,
    /// The ids of access keys; what is made and not called yet has none.
    pub(super) keys: Vec<String>,
}

type Answer = Result<(), String>;

fn refuse(code: &str) -> Answer {
    Err(code.to_owned())
}

fn key(name: &str) -> String {
    name.to_lowercase()
}

impl Account {
    /// What an operation is answered; its effect is applied.
    pub(super) fn apply(&mut self, operation: &Operation) -> Answer {
        match *operation {
            Operation::Create(kind, name) => self.create(kind, name),
            Operation::Delete(kind, name) => self.delete(kind, name),
            Operation::RenameUser(old, new) => self.rename(Kind::User, old, new),
            Operation::RenameGroup(old, new) => self.rename(Kind::Group, old, new),
            Operation::Join(group, user) => {
                self.both(group, user)?;
                self.members.insert((key(group), key(user)));
                Ok(())
            }
            Operation::Leave(group, user) => {
                self.both(group, user)?;
                self.members.remove(&(key(group), key(user)));
                Ok(())
            }
            Operation::CreatePolicy(name) => self.create_policy(name),
            Operation::DeletePolicy(name) => self.delete_policy(name),
            Operation::Attach(kind, name, policy) => {
                self.entity(kind, name)?;
                self.policy(policy)?;
                self.entity(kind, name)?.attached.insert(arn(policy));
                Ok(())
            }
            Operation::Detach(kind, name, policy) => {
                if self.entity(kind, name)?.attached.remove(&arn(policy)) {
                    Ok(())
                } else {
                    refuse("NoSuchEntity")
                }
            }
            Operation::Embed(kind, name, policy) => {
                self.entity(kind, name)?.inline.insert(policy.to_owned());
                Ok(())
            }
            Operation::Unembed(kind, name, policy) => {
                if self.entity(kind, name)?.inline.remove(policy) {
                    Ok(())
                } else {
                    refuse("NoSuchEntity")
                }
            }
            Operation::Bound(user, name, policy) => {
                let kind = if user { Kind::User } else { Kind::Role };
                self.entity(kind, name)?;
                self.policy(policy)?;
                self.entity(kind, name)?.boundary = Some(arn(policy));
                Ok(())
            }
            Operation::Unbound(user, name) => {
                let kind = if user { Kind::User } else { Kind::Role };
                self.entity(kind, name)?.boundary = None;
                Ok(())
            }
            Operation::CreateKey(name) => self.create_key(name),
            Operation::DeleteKey(name, number) => self.delete_key(name, number),
            _ => self.apply_to_profile(operation),
        }
    }

    fn apply_to_profile(&mut self, operation: &Operation) -> Answer {
        match *operation {
            Operation::CreateProfile(name) if self.profiles.contains_key(&key(name)) => {
                refuse("EntityAlreadyExists")
            }
            Operation::CreateProfile(name) => {
                self.profiles.insert(key(name), None);
                Ok(())
            }
            Operation::DeleteProfile(name) => match self.profiles.get(&key(name)) {
                None => refuse("NoSuchEntity"),
                Some(Some(_)) => refuse("DeleteConflict"),
                Some(None) => {
                    self.profiles.remove(&key(name));
                    Ok(())
                }
            },
            Operation::PutInProfile(profile, role) => {
                let held = self.profile(profile)?.clone();
                self.entity(Kind::Role, role)?;
                if held.is_some() {
                    return refuse("LimitExceeded");
                }
                *self.profile(profile)? = Some(key(role));
                Ok(())
            }
            Operation::TakeFromProfile(profile, role) => {
                self.entity(Kind::Role, role)?;
                let held = self.profile(profile)?;
                if *held != Some(key(role)) {
                    return refuse("NoSuchEntity");
                }
                *held = None;
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn create(&mut self, kind: Kind, name: &str) -> Answer {
        if self.entities.contains_key(&(kind, key(name))) {
            return refuse("EntityAlreadyExists");
        }
        self.entities.insert((kind, key(name)), Entity { name: name.to_owned(), ..Entity::default() });
        Ok(())
    }

    fn delete(&mut self, kind: Kind, name: &str) -> Answer {
        let entity = self.entity(kind, name)?.clone();
        let name = key(name);
        let has_members = match kind {
            Kind::User => self.members.iter().any(|(_, user)| *user == name),
            Kind::Group => self.members.iter().any(|(group, _)| *group == name),
            Kind::Role => self.profiles.values().any(|role| role.as_ref() == Some(&name)),
        };
        if has_members || !(entity.attached.is_empty() && entity.inline.is_empty() && entity.keys.is_empty())
        {
            return refuse("DeleteConflict");
        }
        self.entities.remove(&(kind, name));
        Ok(())
    }

    fn rename(&mut self, kind: Kind, old: &str, new: &str) -> Answer {
        self.entity(kind, old)?;
        let (from, to) = (key(old), key(new));
        if from != to && self.entities.contains_key(&(kind, to.clone())) {
            return refuse("EntityAlreadyExists");
        }
        let mut entity = self.entity(kind, old)?.clone();
        self.entities.remove(&(kind, from.clone()));
        entity.name = new.to_owned();
        self.entities.insert((kind, to.clone()), entity);
        let renamed = |name: String| if name == from { to.clone() } else { name };
        self.members = std::mem::take(&mut self.members)
            .into_iter()
            .map(|(group, user)| match kind {
                Kind::User => (group, renamed(user)),
                _ => (renamed(group), user),
            })
            .collect();
        Ok(())
    }

    fn create_policy(&mut self, name: &str) -> Answer {
        if self.policies.contains_key(&key(name)) {
            return refuse("EntityAlreadyExists");
        }
        self.policies.insert(key(name), name.to_owned());
        Ok(())
    }

    fn delete_policy(&mut self, name: &str) -> Answer {
        self.policy(name)?;
        let arn = arn(name);
        let used = |entity: &Entity| entity.attached.contains(&arn) || entity.boundary.as_ref() == Some(&arn);
        if self.entities.values().any(used) {
            return refuse("DeleteConflict");
        }
        self.policies.remove(&key(name));
        Ok(())
    }

    fn create_key(&mut self, name: &str) -> Answer {
        let keys = &mut self.entity(Kind::User, name)?.keys;
        if keys.len() == 2 {
            return refuse("LimitExceeded");
        }
        keys.push(String::new());
        Ok(())
    }

    /// The id that IAM gave to the key that was made last.
    pub(super) fn learn_key(&mut self, user: &str, id: &str) {
        let keys = self.entities.get_mut(&(Kind::User, key(user))).map(|user| &mut user.keys);
        if let Some(last) = keys.and_then(|keys| keys.last_mut()) {
            *last = id.to_owned();
        }
    }

    fn delete_key(&mut self, name: &str, number: usize) -> Answer {
        self.deleted = None;
        let keys = &mut self.entity(Kind::User, name)?.keys;
        if number >= keys.len() {
            return refuse("NoSuchEntity");
        }
        let id = keys.remove(number);
        self.deleted = Some(id);
        Ok(())
    }

    /// The id of the key that the model has just deleted, or of none.
    pub(super) fn deleted_key(&mut self, _user: &str, _number: usize) -> String {
        self.deleted.take().unwrap_or_else(|| "AKIAAAAAAAAAAAAAAAAA".to_owned())
    }

    fn entity(&mut self, kind: Kind, name: &str) -> Result<&mut Entity, String> {
        self.entities.get_mut(&(kind, key(name))).ok_or_else(|| "NoSuchEntity".to_owned())
    }

    fn both(&mut self, group: &str, user: &str) -> Answer {
        self.entity(Kind::Group, group)?;
        self.entity(Kind::User, user).map(drop)
    }

    /// ARNs are compared exactly, names are not.
    fn policy(&self, name: &str) -> Answer {
        match self.policies.get(&key(name)) {
            Some(known) if known == name => Ok(()),
            _ => refuse("NoSuchEntity"),
        }
    }

    fn profile(&mut self, name: &str) -> Result<&mut Option<String>, String> {
        self.profiles.get_mut(&key(name)).ok_or_else(|| "NoSuchEntity".to_owned())
    }
}
