//! What a service that runs elsewhere has to say of itself.

use std::sync::Arc;

use async_trait::async_trait;
use awsim_plugin::access::{Access, Check};
use awsim_plugin::account::AccountId;
use awsim_plugin::error::ServiceError;
use awsim_plugin::operation::ServiceModel;
use awsim_plugin::store::{Collection, View};
use awsim_plugin::upstream::{Input, Peer, UpstreamOperation, UpstreamRequest};

use crate::ask::Ask;
use crate::resource::{Facts, Resource};
use crate::settings::Settings;

/// A service that runs elsewhere.
#[async_trait]
pub(crate) trait Service: Send + Sync + 'static {
    /// What the configuration says of the service.
    type Settings: Settings;
    /// What the model says of the service.
    const MODEL: &'static ServiceModel;
    /// Its operations, sorted by name.
    const OPERATIONS: &'static [UpstreamOperation];
    /// The authorization table: a row for every operation, sorted by name.
    const ROWS: &'static [Row];
    /// The operations that change what is known of resources.
    const CHANGES: &'static [Change];
    /// Whether clients may speak the query protocol besides the one of the model.
    const SPEAKS_QUERY: bool = false;
    /// Whether the path of a request says something.
    const READS_PATH: bool = false;
    /// Whether bodies that are streams of bytes are passed on as they arrive.
    const STREAMS: bool = false;
    /// The names of the elements that may stand side by side in one element of a document in XML.
    const REPEATED: &'static [&'static str] = &[];
    /// Whether denials tell why to whoever belongs neither to the account of the resource nor to its organization.
    const EXPLAINS_TO_STRANGERS: bool = true;
    /// What the authorization of the service does not cover, in sentences for people.
    const NOT_COVERED: &'static [&'static str] = &[];

    /// What is known of resources, by their ARNs.
    fn resources() -> &'static Collection<String, Resource>;

    /// The ARN of the resource that an ARN belongs to, whose policy and tags it has: that of the table for its indexes.
    /// None if nothing is kept of resources of its kind.
    fn holder(arn: &str) -> Option<&str>;

    /// The policy of a resource of which nobody has set one, where the service makes one itself.
    fn default_policy(holder: &str) -> Option<Arc<str>> {
        let _ = holder;
        None
    }

    /// Asks the upstream for a resource, and whatever else comes to light. Nothing if there is no such resource.
    ///
    /// # Errors
    /// If the upstream does not answer.
    async fn fetch(arn: &str, peer: &dyn Peer) -> Result<Vec<(String, Resource)>, ServiceError>;

    /// What is kept of a resource of this account that was asked for; of `before`, what was known and became doubtful.
    fn found(arn: &str, owner: AccountId, before: Option<&Resource>, found: Resource) -> Resource {
        let _ = (arn, owner, before);
        found
    }

    /// Finds out what bears on one request alone and is not kept: of the object that it is for, and not of its bucket.
    ///
    /// # Errors
    /// If the upstream does not answer.
    async fn glance(
        request: &UpstreamRequest<'_>,
        state: &View,
        peer: &dyn Peer,
    ) -> Result<Vec<(String, Resource)>, ServiceError> {
        let _ = (request, state, peer);
        Ok(Vec::new())
    }

    /// What the service refuses of a request that is allowed, where upstreams are not known to.
    ///
    /// # Errors
    /// The refusal.
    fn refuse(ask: &Ask<'_>) -> Result<(), ServiceError> {
        let _ = ask;
        Ok(())
    }

    /// What the caller must be allowed to learn that what a request is for is not there.
    fn concealed(ask: &Ask<'_>) -> Option<Check> {
        let _ = ask;
        None
    }

    /// The ARNs of resources that have to be known to decide a request: those that its row names.
    fn wanted(request: &UpstreamRequest<'_>, state: &View) -> Vec<String> {
        // A request without a row is refused soon.
        let checks = access::<Self>(request, state).unwrap_or_default();
        checks.iter().filter_map(|check| Self::holder(&check.resource).map(str::to_owned)).collect()
    }
}

/// A row of an authorization table.
pub(crate) struct Row {
    /// The operation.
    pub(crate) operation: &'static str,
    /// What a request must be allowed.
    pub(crate) access: fn(&Ask<'_>) -> Result<Access, ServiceError>,
}

/// A row.
pub(crate) const fn row(
    operation: &'static str,
    access: fn(&Ask<'_>) -> Result<Access, ServiceError>,
) -> Row {
    Row { operation, access }
}

/// An operation that changes what is known of resources.
pub(crate) struct Change {
    /// The operation.
    pub(crate) operation: &'static str,
    /// The ARNs of the resources that it changes, as far as the request tells.
    pub(crate) changed: fn(&Ask<'_>) -> Vec<String>,
    /// What is known of them after it.
    pub(crate) learn: Learn,
}

/// What is known of the resources that a call has changed.
pub(crate) enum Learn {
    /// Nothing: they are asked for.
    Nothing,
    /// They are gone.
    Gone,
    /// They have the tags in `Tags`, whose members have these names for key and value.
    Tags(&'static str, &'static str),
    /// They no longer have the tags whose keys are in `TagKeys`.
    NoTags,
    /// What this makes of the request and the output.
    From(fn(&Ask<'_>, &dyn Input, &mut Facts<'_>)),
}

impl Change {
    /// Keeps what is known after the call.
    pub(crate) fn learn(&self, ask: &Ask<'_>, output: &dyn Input, facts: &mut Facts<'_>) {
        let changed = || (self.changed)(ask);
        match self.learn {
            Learn::Nothing => {}
            Learn::Gone => changed().iter().for_each(|arn| facts.remove(arn)),
            Learn::Tags(key, value) => {
                let tags = ask.request_tags("Tags", key, value);
                changed().iter().for_each(|arn| facts.tag(arn, tags.clone()));
            }
            Learn::NoTags => {
                let keys = ask.input().strings("TagKeys");
                changed().iter().for_each(|arn| facts.untag(arn, &keys));
            }
            Learn::From(learn) => learn(ask, output, facts),
        }
    }
}

/// The authorization row of a request.
///
/// # Errors
/// `AccessDenied` if the table has no row for the operation; what the row says of the request.
pub(crate) fn access<S: Service + ?Sized>(
    request: &UpstreamRequest<'_>,
    state: &View,
) -> Result<Access, ServiceError> {
    let found = S::ROWS.binary_search_by(|row| row.operation.cmp(request.operation));
    let Some(row) = found.ok().and_then(|index| S::ROWS.get(index)) else {
        let message = format!("AWSim does not know what {} must be allowed.", request.operation);
        return Err(ServiceError::sender("AccessDenied", 403, message));
    };
    (row.access)(&Ask::new::<S>(request, state))
}
