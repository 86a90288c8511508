//! What the operations for federated users have in common: nobody signs their requests, and a provider vouches for who
//! asks.

use awsim_plugin::access::{Asking, Check, ContextValue};
use awsim_plugin::account::AccountId;
use awsim_plugin::caller::{Caller, Principal, SessionTag};
use awsim_plugin::context::Context;
use awsim_plugin::directory::RoleRecord;
use awsim_plugin::error::ServiceError;
use awsim_plugin::store::View;

use crate::errors::access_denied;
use crate::generated::{AssumedRoleUser, Tag};
use crate::role_arn::RoleArn;

/// The most session tags, and the most characters of their keys and values.
const MOST_TAGS: usize = 50;
const LONGEST_KEY: usize = 128;
const LONGEST_VALUE: usize = 256;

/// Somebody whom a provider vouches for.
pub(crate) struct Federated<'a> {
    /// The provider, as trust policies name it.
    pub(crate) provider: &'a str,
    /// The name that the session is going to have.
    pub(crate) session_name: &'a str,
    /// The source identity that it is going to have.
    pub(crate) source_identity: Option<&'a str>,
    /// The tags that it is going to have.
    pub(crate) tags: &'a [SessionTag],
}

impl Federated<'_> {
    /// Asks the host whether the role trusts the provider with this session, and with its tags and source identity.
    ///
    /// # Errors
    /// `AccessDenied` (403).
    pub(crate) fn ask(
        &self,
        cx: &Context<'_>,
        state: &View,
        role: &RoleRecord,
        action: &'static str,
        context: &[(String, Vec<String>)],
    ) -> Result<(), ServiceError> {
        let tagging = (!self.tags.is_empty()).then_some("sts:TagSession");
        let source = self.source_identity.map(|_| "sts:SetSourceIdentity");
        for action in [Some(action), tagging, source].into_iter().flatten() {
            let check = self.check(role, action, context);
            cx.host.authorize(cx, state, Asking::Federated { provider: self.provider }, &check)?;
        }
        Ok(())
    }

    fn check(&self, role: &RoleRecord, action: &'static str, context: &[(String, Vec<String>)]) -> Check {
        let tags = |tag: &SessionTag| (tag.key.clone(), tag.value.clone());
        let tags: Vec<_> = self.tags.iter().map(tags).collect();
        let check = Check::on(action, role.arn.clone())
            .with_string("sts:RoleSessionName", Some(self.session_name))
            .with_string("sts:SourceIdentity", self.source_identity)
            .with_request_tags(tags.iter().map(|(key, value)| (&**key, &**value)))
            .with_resource_tags(Some("iam"), role.tags.iter().map(|(key, value)| (&**key, &**value)));
        let transitive: Vec<_> =
            self.tags.iter().filter(|tag| tag.transitive).map(|tag| tag.key.clone()).collect();
        let check = match transitive.is_empty() {
            true => check,
            false => check.with("sts:TransitiveTagKeys", ContextValue::Strings(transitive)),
        };
        context.iter().fold(check, |check, (key, values)| {
            let value = match &values[..] {
                [value] => ContextValue::String(value.clone()),
                values => ContextValue::Strings(values.to_vec()),
            };
            check.with(key.clone(), value)
        })
    }
}

/// AWS tells nobody who is not trusted whether there is such a role.
pub(crate) fn not_authorized(operation: &str) -> ServiceError {
    access_denied(format!("Not authorized to perform sts:{operation}"))
}

/// The role of a request.
///
/// # Errors
/// `AccessDenied` (403) if there is none.
pub(crate) fn role(
    cx: &Context<'_>,
    state: &View,
    arn: RoleArn<'_>,
    operation: &str,
) -> Result<RoleRecord, ServiceError> {
    arn.find(cx, state).map(|(_, role)| role).ok_or_else(|| not_authorized(operation))
}

/// The caller that the new session is.
pub(crate) fn assumed(account: AccountId, role: RoleRecord, session_name: String) -> Caller {
    let principal =
        Principal::RoleSession { role_id: role.id, role_name: role.name, role_path: role.path, session_name };
    Caller { principal, ..Caller::root(account) }
}

/// The new session as answers name it.
pub(crate) fn assumed_user(cx: &Context<'_>, assumed: &Caller) -> AssumedRoleUser {
    AssumedRoleUser { assumed_role_id: assumed.user_id(), arn: assumed.arn(cx.partition) }
}

/// Whether a text that a provider sent can be a source identity: `[\w+=,.@-]`, 2 to 64 characters.
pub(crate) fn is_source_identity(text: &str) -> bool {
    (2..=64).contains(&text.len()) && is_name(text)
}

/// Whether all characters are such as names of sessions have: `[\w+=,.@-]`.
pub(crate) fn is_name(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_+=,.@-".contains(&byte))
}

/// Checks the tags that a provider sent, of which the model of the operation says nothing.
///
/// # Errors
/// What is wrong with them.
pub(crate) fn check_tags(tags: &[Tag], transitive: &[String]) -> Result<(), String> {
    if tags.len() > MOST_TAGS || transitive.len() > MOST_TAGS {
        return Err(format!("More than {MOST_TAGS} session tags"));
    }
    for tag in tags {
        let key = tag.key.chars().count();
        if !(1..=LONGEST_KEY).contains(&key) || tag.value.chars().count() > LONGEST_VALUE {
            return Err(format!("The session tag {} is longer than it may be", tag.key));
        }
        if ![&tag.key, &tag.value].into_iter().all(|text| text.chars().all(is_in_tags)) {
            return Err(format!("The session tag {} has a character that it may not have", tag.key));
        }
    }
    Ok(())
}

/// `[\p{L}\p{Z}\p{N}_.:/=+\-@]`
fn is_in_tags(character: char) -> bool {
    character.is_alphanumeric() || character.is_whitespace() || "_.:/=+-@".contains(character)
}
