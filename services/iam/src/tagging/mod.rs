//! Tagging, untagging and listing of tags: one way of doing it for all resources that have tags.

mod handlers;

use awsim_plugin::access::Check;
use awsim_plugin::context::Context;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::{Transaction, View};

use crate::access;
use crate::generated::Tag;
use crate::pagination::{Page, PageRequest};
use crate::state::Resource;
use crate::tags::Tags;

/// A resource whose tags a caller can change.
pub(crate) trait Taggable: Resource {
    /// The kind of resource in the name of the quota: `User` for `TagsPerUser`.
    const KIND: &'static str;

    /// The tags, for changing.
    fn tags_mut(&mut self) -> &mut Tags;

    /// The resource that a request means by `identifier`: its name, unless the kind is known by something else.
    ///
    /// # Errors
    /// `NoSuchEntity` (404), and what the kind has to say of identifiers that are none.
    fn identified<'v>(state: &'v View, cx: &Context<'_>, identifier: &str) -> Result<&'v Self, ServiceError> {
        Self::find(state, cx.account(), identifier)
    }

    /// A check on the resource that a request means by `identifier`.
    fn check(action: &'static str, cx: &Context<'_>, state: &View, identifier: &str) -> Check {
        access::on::<Self>(action, cx, state, identifier)
    }
}

/// Adds tags; a key that is there already gets the new spelling and value.
///
/// # Errors
/// As [`Taggable::identified`] and [`Tags::merge`].
fn tag<R: Taggable>(
    state: &mut Transaction,
    cx: &Context<'_>,
    identifier: &str,
    tags: Vec<Tag>,
) -> Result<(), ServiceError> {
    change::<R, _>(state, cx, identifier, |all| all.merge(tags, R::TAG_KEYS, R::KIND))?
}

/// Removes tags; keys that are not there are no error.
///
/// # Errors
/// As [`Taggable::identified`].
fn untag<R: Taggable>(
    state: &mut Transaction,
    cx: &Context<'_>,
    identifier: &str,
    keys: &[String],
) -> Result<(), ServiceError> {
    change::<R, _>(state, cx, identifier, |all| all.remove(keys, R::TAG_KEYS))
}

fn change<R: Taggable, T>(
    state: &mut Transaction,
    cx: &Context<'_>,
    identifier: &str,
    change: impl FnOnce(&mut Tags) -> T,
) -> Result<T, ServiceError> {
    let name = R::identified(state, cx, identifier)?.name().to_owned();
    R::change(state, cx.account(), &name, |resource| change(resource.tags_mut()))
}

/// A page of the tags.
///
/// # Errors
/// As [`Taggable::identified`].
fn page<R: Taggable>(
    state: &View,
    cx: &Context<'_>,
    request: &PageRequest<'_>,
    identifier: &str,
) -> Result<Page<Tag>, ServiceError> {
    Ok(R::identified(state, cx, identifier)?.tags().page(request))
}

/// Makes a resource that has its tags in the field `tags` [`Taggable`]; with `by provider_arn`, one that requests name by its
/// ARN.
macro_rules! taggable {
    ($resource:ty: $kind:literal $(by $identifier:ident)?) => {
        impl $crate::tagging::Taggable for $resource {
            const KIND: &'static str = $kind;

            fn tags_mut(&mut self) -> &mut $crate::tags::Tags {
                &mut self.tags
            }

            $(
                fn identified<'v>(
                    state: &'v awsim_plugin::store::View,
                    cx: &awsim_plugin::context::Context<'_>,
                    arn: &str,
                ) -> Result<&'v Self, awsim_plugin::error::ServiceError> {
                    $crate::$identifier::find(state, cx, arn)
                }

                fn check(
                    action: &'static str,
                    cx: &awsim_plugin::context::Context<'_>,
                    state: &awsim_plugin::store::View,
                    arn: &str,
                ) -> awsim_plugin::access::Check {
                    $crate::$identifier::check::<Self>(action, cx, state, arn)
                }
            )?
        }
    };
}

pub(crate) use taggable;
