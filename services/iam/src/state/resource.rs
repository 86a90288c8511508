//! What all resources with a name have in common.

use awsim_plugin::account::AccountId;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::{Collection, Transaction, View};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::arn;
use crate::generated::ErrorCode;
use crate::names::{self, Path};
use crate::tags::{KeyCase, Tags};

/// A resource that is found by its name, without regard to case.
pub trait Resource: Serialize + DeserializeOwned + Clone + Send + Sync + Sized + 'static {
    /// The type in its ARN, for example `user`.
    const ARN_TYPE: &'static str;
    /// Whether the case of the keys of its tags matters.
    const TAG_KEYS: KeyCase = KeyCase::Sensitive;

    /// Where the account's resources of this kind are.
    fn collection() -> &'static Collection<String, Self>;
    /// The name, as written when it was made.
    fn name(&self) -> &str;
    /// The path.
    fn path(&self) -> &Path;
    /// The tags.
    fn tags(&self) -> &Tags;
    /// What AWS says if there is none of this name.
    fn not_found(name: &str) -> String;
    /// What AWS says if there is one of this name already.
    fn already_exists(name: &str) -> String;

    /// The ARN.
    fn arn(&self, cx: &Context<'_>) -> String {
        arn::of_resource(cx.partition, cx.account(), self)
    }

    /// The resource of this name, if there is one.
    fn get<'v>(state: &'v View, account: AccountId, name: &str) -> Option<&'v Self> {
        state.get(Self::collection(), account, &*names::lookup(name))
    }

    /// The resource of this name.
    ///
    /// # Errors
    /// `NoSuchEntity` (404).
    fn find<'v>(state: &'v View, account: AccountId, name: &str) -> Result<&'v Self, ServiceError> {
        Self::get(state, account, name).ok_or_else(|| ErrorCode::NoSuchEntity.with(Self::not_found(name)))
    }

    /// Changes the resource of this name in place.
    ///
    /// # Errors
    /// `NoSuchEntity` (404).
    fn change<T>(
        state: &mut Transaction,
        account: AccountId,
        name: &str,
        change: impl FnOnce(&mut Self) -> T,
    ) -> Result<T, ServiceError> {
        state
            .update(Self::collection(), account, &*names::lookup(name), change)
            .ok_or_else(|| ErrorCode::NoSuchEntity.with(Self::not_found(name)))
    }

    /// Refuses a name that is taken.
    ///
    /// # Errors
    /// `EntityAlreadyExists` (409).
    fn refuse_taken(state: &View, account: AccountId, name: &str) -> Result<(), ServiceError> {
        match Self::get(state, account, name) {
            None => Ok(()),
            Some(_) => Err(ErrorCode::EntityAlreadyExists.with(Self::already_exists(name))),
        }
    }

    /// Adds the resource, whose name is not taken.
    fn insert(self, state: &mut Transaction, account: AccountId) {
        let key = names::key(self.name());
        state.insert(Self::collection(), account, key, self);
    }
}

/// Makes a record a [`Resource`]: what stands in its ARN, where it is kept, which of its fields are name, path (without one
/// it is `/`) and tags (`in any case` if that of their keys does not matter), and what AWS says of a name that nothing has, and of one that something has.
macro_rules! resource {
    (
        $record:ty: $arn_type:literal in $collection:ident,
        name $name:ident, $(path $path:ident,)? tags $($tags:ident).+ $(in any $case:ident)?,
        not_found |$missing:ident| $not_found:expr,
        already_exists |$taken:ident| $already_exists:expr $(,)?
    ) => {
        impl $crate::state::Resource for $record {
            const ARN_TYPE: &'static str = $arn_type;
            $($crate::state::resource::resource!(@any $case);)?

            fn collection() -> &'static awsim_plugin::store::Collection<String, Self> {
                &$collection
            }

            fn name(&self) -> &str {
                &self.$name
            }

            fn path(&self) -> &$crate::names::Path {
                $crate::state::resource::resource!(@path self $($path)?)
            }

            fn tags(&self) -> &$crate::tags::Tags {
                &self.$($tags).+
            }

            fn not_found($missing: &str) -> String {
                $not_found
            }

            fn already_exists($taken: &str) -> String {
                $already_exists
            }
        }
    };
    (@any case) => {
        const TAG_KEYS: $crate::tags::KeyCase = $crate::tags::KeyCase::Insensitive;
    };
    (@path $record:ident $path:ident) => {
        &$record.$path
    };
    (@path $record:ident) => {
        &$crate::names::Path::ROOT
    };
}

pub(crate) use resource;
