//! What an assertion says of the session ("Configure SAML assertions for the authentication response", IAM User Guide).

use awsim_plugin::caller::SessionTag;
use awsim_plugin::error::ServiceError;

use super::assertion::Assertion;
use super::{OPERATION, invalid};
use crate::federated;
use crate::generated::Tag;
use crate::session::tags;

/// What the names of AWS's attributes begin with.
const AWS: &str = "https://aws.amazon.com/SAML/Attributes/";

/// How long a session may last that an assertion asks for, in seconds.
const DURATIONS: std::ops::RangeInclusive<i32> = 900..=43_200;

/// What an assertion says of the session.
#[derive(Debug)]
pub(super) struct Attributes {
    /// The session's name.
    pub(super) session_name: String,
    /// How long it lasts, in seconds, if the assertion says so.
    pub(super) duration: Option<i32>,
    /// The source identity.
    pub(super) source_identity: Option<String>,
    /// The session's tags.
    pub(super) tags: Vec<SessionTag>,
    /// The roles that the subject may choose from, each with the provider that lets it.
    roles: Vec<(String, String)>,
}

impl Attributes {
    /// Reads them.
    ///
    /// # Errors
    /// `InvalidIdentityToken` (400) if one is missing or not as it must be.
    pub(super) fn of(assertion: &Assertion) -> Result<Self, ServiceError> {
        let values = |name: &str| assertion.values(&format!("{AWS}{name}")).unwrap_or_default();
        let single = |name: &str| match values(name) {
            [] => Ok(None),
            [value] => Ok(Some(value.as_str())),
            _ => Err(invalid(format!("{name} in AuthnResponse must have exactly one value"))),
        };
        let session_name = single("RoleSessionName")?
            .ok_or_else(|| invalid("RoleSessionName is required in AuthnResponse"))?;
        if !(2..=64).contains(&session_name.len()) || !federated::is_name(session_name) {
            return Err(invalid("RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}"));
        }
        let source_identity = single("SourceIdentity")?;
        if source_identity.is_some_and(|identity| !federated::is_source_identity(identity)) {
            let message = "Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with \"aws:\"";
            return Err(invalid(message));
        }
        let duration = single("SessionDuration")?.map(|text| {
            text.parse()
                .ok()
                .filter(|seconds| DURATIONS.contains(seconds))
                .ok_or_else(|| invalid("SessionDuration in AuthnResponse must be a number from 900 to 43200"))
        });
        Ok(Self {
            session_name: session_name.to_owned(),
            duration: duration.transpose()?,
            source_identity: source_identity.map(str::to_owned),
            tags: session_tags(assertion)?,
            roles: values("Role").iter().filter_map(|pair| pair_of(pair)).collect(),
        })
    }

    /// Checks that the subject may have this role by this provider.
    ///
    /// # Errors
    /// `AccessDenied` (403).
    pub(super) fn check_role(&self, role: &str, provider: &str) -> Result<(), ServiceError> {
        let is_asked_for = |(one, other): &(String, String)| {
            (one == role && other == provider) || (one == provider && other == role)
        };
        match self.roles.iter().any(is_asked_for) {
            true => Ok(()),
            false => Err(federated::not_authorized(OPERATION)),
        }
    }
}

/// A role and a provider, in either order, divided by a comma.
fn pair_of(text: &str) -> Option<(String, String)> {
    let (one, other) = text.split_once(',')?;
    Some((one.trim().to_owned(), other.trim().to_owned()))
}

fn session_tags(assertion: &Assertion) -> Result<Vec<SessionTag>, ServiceError> {
    let mut requested = Vec::new();
    for (name, values) in &assertion.attributes {
        let Some(key) = name.strip_prefix(AWS).and_then(|name| name.strip_prefix("PrincipalTag:")) else {
            continue;
        };
        let [value] = &values[..] else {
            return Err(invalid(format!("The session tag {key} must have exactly one value")));
        };
        requested.push(Tag { key: key.to_owned(), value: value.clone() });
    }
    let transitive = assertion.values(&format!("{AWS}TransitiveTagKeys")).unwrap_or_default();
    federated::check_tags(&requested, transitive).map_err(invalid)?;
    tags::of_session(None, &requested, transitive).map_err(|error| invalid(error.message))
}
