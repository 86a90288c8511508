//! A simulation: everything that is the same for all its actions.

use awsim_plugin::error::ServiceError;
use awsim_policy::catalogue::Reference;
use awsim_policy::{
    Context, ContextMap, Layers, Named, OwnedPrincipal, PolicyKind, Principal, PrincipalContext, Request,
    ResourceGrant, User, outline,
};

use super::outcome::Outcome;
use super::resources::{self, Resources};
use super::sources::{self, Source};
use crate::generated::{ErrorCode, PolicySourceType};

/// The policies of a simulation and the circumstances of its requests.
#[derive(Debug)]
pub(super) struct Simulation {
    /// Identity-based policies.
    pub(super) identity: Vec<Source>,
    /// The permissions boundary.
    pub(super) boundary: Option<Source>,
    /// Service control policies by level, the root of the organization first.
    pub(super) organization: Vec<Vec<Source>>,
    /// The policy that every resource is taken to have.
    pub(super) resource_policy: Option<Source>,
    /// Who asks; nobody in particular if a request does not say.
    pub(super) caller: Option<OwnedPrincipal>,
    /// The account of the simulation, for a caller who is nobody in particular.
    pub(super) account: String,
    /// The account that owns resources whose ARNs do not say.
    pub(super) owner: Option<String>,
    /// The condition keys.
    pub(super) context: ContextMap,
    /// On what.
    pub(super) resources: Resources,
}

/// The resource-based policy of a request.
///
/// # Errors
/// `InvalidInput` (400) if it is malformed, or if there is no caller whom its principals could name.
pub(super) fn resource_policy(
    text: Option<&str>,
    caller: Option<&OwnedPrincipal>,
    resources: &Resources,
) -> Result<Option<Source>, ServiceError> {
    let Some(text) = text else { return Ok(None) };
    if !caller.is_some_and(|caller| matches!(caller.borrow(), Principal::User(_))) {
        let message = "CallerArn is required when a ResourcePolicy is specified.";
        return Err(ErrorCode::InvalidInput.with(message));
    }
    if resources.are_roles() {
        // Accepted and not simulated.
        return sources::parse(PolicyKind::Trust, text)
            .or_else(|_| sources::parse(PolicyKind::Resource, text))
            .map(|_| None);
    }
    let policy = sources::parse(PolicyKind::Resource, text)?;
    Ok(Some(Source { id: "ResourcePolicy".to_owned(), kind: PolicySourceType::ResourcePolicy, policy }))
}

/// Action names are names, not patterns.
///
/// # Errors
/// `InvalidInput` (400).
pub(super) fn check_actions(names: &[String]) -> Result<(), ServiceError> {
    let is_action = |name: &&String| {
        name.split_once(':').is_some_and(|(service, action)| !service.is_empty() && !action.is_empty())
            && !name.contains(['*', '?'])
    };
    match names.iter().find(|name| !is_action(name)) {
        None => Ok(()),
        Some(name) => Err(ErrorCode::InvalidInput.with(format!("Invalid Action Name: {name}."))),
    }
}

impl Simulation {
    /// What is decided for an action on a resource.
    pub(super) fn decide(&self, action: &str, resource: &str) -> Outcome {
        let nobody = format!("arn:aws:iam::{}:user/", self.account);
        let unknown = || Principal::User(User { arn: &nobody, account: &self.account, id: None });
        let principal = self.caller.as_ref().map_or_else(unknown, OwnedPrincipal::borrow);
        let own = principal.account();
        let owner = self.owner_of(resource).filter(|owner| Some(*owner) != own);
        let known;
        let context: &dyn Context = if self.caller.is_some() {
            known = PrincipalContext::new(principal, owner.or(own), &self.context);
            &known
        } else {
            &self.context
        };
        let request =
            Request { resource_account: owner, ..Request::new(principal, action, resource, context) };
        let identity: Vec<Named<'_>> = self.identity.iter().map(Source::named).collect();
        let levels: Vec<Vec<Named<'_>>> =
            self.organization.iter().map(|level| level.iter().map(Source::named).collect()).collect();
        let scps: Vec<&[Named<'_>]> = levels.iter().map(Vec::as_slice).collect();
        let applied = self.resource_policy.as_ref().filter(|_| !resources::is_role(resource));
        let layers = Layers {
            scps: &scps,
            identity: &identity,
            resource: applied.map(Source::named),
            // Trust policies and key policies that are not given are not asked for.
            resource_grant: if applied.is_some() { ResourceGrant::ByRequest } else { ResourceGrant::Adds },
            boundary: self.boundary.as_ref().map(Source::named),
            ..Layers::default()
        };
        let outline = outline(&request.on_resource_of(&Reference), &layers);
        Outcome::new(self, &outline, owner.is_some())
    }

    /// The account that owns a resource, as far as it matters: whose a resource is whose policy is not given is not asked.
    fn owner_of<'s>(&'s self, resource: &'s str) -> Option<&'s str> {
        let owner = self.owner.as_deref();
        if self.resource_policy.is_none() && owner.is_none() {
            return None;
        }
        resources::account_of(resource).or(owner)
    }

    /// The keys that the policies refer to and the request does not have, as first written and once each.
    pub(super) fn missing_keys(&self) -> Vec<String> {
        let principal = self.caller.as_ref().map(OwnedPrincipal::borrow);
        let known =
            principal.map(|principal| PrincipalContext::new(principal, principal.account(), &self.context));
        let context: &dyn Context = known.as_ref().map_or(&self.context, |known| known);
        let has = |key: &str| context.get(&key.to_lowercase()).is_some_and(|values| !values.is_empty());
        sources::context_keys(self.policies())
            .into_iter()
            .filter(|key| !has(key))
            .map(str::to_owned)
            .collect()
    }

    /// How many statements and bytes the policies have.
    pub(super) fn size(&self) -> (usize, usize) {
        let sizes =
            self.policies().map(|source| (source.policy.statements().len(), source.policy.text().len()));
        sizes.fold((0, 0), |(statements, bytes), one| (statements + one.0, bytes + one.1))
    }

    fn policies(&self) -> impl Iterator<Item = &Source> {
        let organization = self.organization.iter().flatten();
        self.identity.iter().chain(&self.boundary).chain(&self.resource_policy).chain(organization)
    }
}
