//! What would let a refused request through: the smallest statements, or what no statement can get past.
//!
//! Nothing is guessed. A statement is put where one is missing, the request is decided again with it, and so on until it is allowed or
//! something stands in the way that a statement of the principal or of the resource cannot remove. Where a role's trust policy has
//! the statement, and it does not apply only because its condition does not hold, the condition is what is missing: nobody is told to
//! trust without it.

use std::collections::BTreeMap;

use crate::compile::Compiled;
use crate::document::Document;
use crate::draft::{Draft, DraftPrincipal, DraftStatement, exactly, spelled};
use crate::evaluate::{
    Decision, Frame, Layer, Layers, Miss, Named, Observer, PolicyRef, Principal, Request, StatementRef,
    Verdict, authorize, evaluate,
};
use crate::policy::Policy;
use crate::validate::PolicyKind;

/// What would let a request through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remedy {
    /// Nothing: it is allowed as it is.
    Needless,
    /// These policies, at most one for the principal and one for the resource. The one of the resource is to be added to the policy that
    /// the resource has.
    Grants(Vec<Grant>),
    /// No policy, but a request that meets the condition of this statement of a role's trust policy.
    Condition(StatementRef),
    /// No such policy.
    Obstacle(Obstacle),
}

/// A policy that is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// Where: [`Layer::Identity`] or [`Layer::Resource`].
    pub layer: Layer,
    /// What: one statement.
    pub draft: Draft,
}

/// What stands in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Obstacle {
    /// The layer.
    pub layer: Layer,
    /// The statement that denies; `None` if the layer limits what may be granted, and does not allow this.
    pub denied_by: Option<StatementRef>,
}

/// What would let a request through.
pub fn remedy(request: &Request<'_>, layers: &Layers<'_>) -> Remedy {
    let mut added: BTreeMap<Layer, Addition> = BTreeMap::new();
    loop {
        let Decision { verdict, layer, statement } = decide(request, layers, &added);
        let obstacle = Remedy::Obstacle(Obstacle { layer, denied_by: statement });
        match verdict {
            Verdict::Allowed if added.is_empty() => return Remedy::Needless,
            Verdict::Allowed => {
                return Remedy::Grants(added.into_values().map(|added| added.grant).collect());
            }
            Verdict::ExplicitDeny => return obstacle,
            Verdict::ImplicitDeny if added.contains_key(&layer) => return obstacle,
            Verdict::ImplicitDeny => {}
        }
        if layer == Layer::Resource
            && request.asks_for_role()
            && let Some(unmet) = Unmet::of(request, layers)
        {
            return Remedy::Condition(unmet);
        }
        let Some(addition) = Addition::new(request, layers, layer) else { return obstacle };
        added.insert(layer, addition);
    }
}

/// Decides a request as if policies had been added.
fn decide(request: &Request<'_>, layers: &Layers<'_>, added: &BTreeMap<Layer, Addition>) -> Decision {
    let named = |layer| added.get(&layer).map(|added| Named { name: "", policy: &added.policy });
    let identity: Vec<Named<'_>> = layers.identity.iter().copied().chain(named(Layer::Identity)).collect();
    let resource = named(Layer::Resource).or(layers.resource);
    evaluate(request, &Layers { identity: &identity, resource, ..*layers })
}

/// Looks for the first statement of the resource's policy that would allow, if only its condition held.
#[derive(Debug, Default)]
struct Unmet(Option<StatementRef>);

impl Unmet {
    fn of(request: &Request<'_>, layers: &Layers<'_>) -> Option<StatementRef> {
        let mut unmet = Self::default();
        authorize(&Frame::new(request, layers), layers, &mut unmet);
        unmet.0
    }
}

impl Observer for Unmet {
    const EXHAUSTIVE: bool = true;

    fn statement(&mut self, policy: &Compiled, at: PolicyRef, index: u32, outcome: Result<(), Miss>) {
        let allows = policy.statements.get(index as usize).is_some_and(|statement| !statement.denies);
        if at.layer == Layer::Resource && allows && outcome == Err(Miss::Condition) {
            let at = at.statement(index);
            self.0 = Some(self.0.map_or(at, |first| first.min(at)));
        }
    }
}

/// A policy that is tried.
struct Addition {
    grant: Grant,
    policy: Policy,
}

impl Addition {
    /// The smallest policy for a layer that grants; `None` for one that only limits, and for a request that no statement can speak of.
    fn new(request: &Request<'_>, layers: &Layers<'_>, layer: Layer) -> Option<Self> {
        let (draft, policy) = match layer {
            Layer::Identity => {
                let draft = Draft::new(vec![statement(request, None)]);
                let policy = Policy::parse(PolicyKind::Identity, &draft.to_string()).ok()?;
                (draft, policy)
            }
            Layer::Resource => {
                let draft = Draft::new(vec![statement(request, Some(principal(&request.principal)))]);
                let role = request.asks_for_role();
                let kind = if role { PolicyKind::Trust } else { PolicyKind::Resource };
                let policy = appended(kind, layers.resource, &draft.to_string())?;
                (draft, policy)
            }
            _ => return None,
        };
        Some(Addition { grant: Grant { layer, draft }, policy })
    }
}

/// The policy of a resource with the statements of another behind its own.
fn appended(kind: PolicyKind, resource: Option<Named<'_>>, draft: &str) -> Option<Policy> {
    let Some(named) = resource else { return Policy::parse_stored(kind, draft).ok() };
    let mut whole = named.policy.document();
    whole.statements.items.extend(Document::parse(draft).ok()?.statements.items);
    whole.statements.listed = true;
    Policy::parse_stored(named.policy.kind(), &whole.print()).ok()
}

fn statement(request: &Request<'_>, principal: Option<DraftPrincipal>) -> DraftStatement {
    let resources = match &principal {
        // A trust policy has no resources, and a key policy speaks of its key as `*`.
        Some(_) if request.asks_for_role() => Vec::new(),
        Some(_) if request.asks_for_key() => vec!["*".to_owned()],
        _ => vec![exactly(request.resource)],
    };
    let mut statement = DraftStatement::allow(vec![spelled(request.action)], resources);
    statement.principal = principal;
    statement
}

/// The name by which a resource policy grants to a principal: sessions come and go, so it is that of their role.
fn principal(principal: &Principal<'_>) -> DraftPrincipal {
    match *principal {
        Principal::Anonymous => DraftPrincipal::Everyone,
        Principal::Service { name } => DraftPrincipal::Service(name.to_owned()),
        Principal::Federated { provider } => DraftPrincipal::Federated(provider.to_owned()),
        Principal::Root { arn, .. } => DraftPrincipal::Aws(arn.to_owned()),
        Principal::User(user) => DraftPrincipal::Aws(user.arn.to_owned()),
        Principal::Role(role) => DraftPrincipal::Aws(role.role_arn.to_owned()),
        Principal::FederatedUser(user) => DraftPrincipal::Aws(user.arn.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::{NoContext, OwnedPrincipal};

    const ANN: &str = "arn:aws:iam::111122223333:user/ann";
    const APP: &str = "arn:aws:sts::111122223333:assumed-role/app/run";
    const OBJECT: &str = "arn:aws:s3:::b/k*";
    const ROLE: &str = "arn:aws:iam::111122223333:role/target";
    const KEY: &str = "arn:aws:kms:us-east-1:111122223333:key/k";
    const OTHER: Option<&str> = Some("444455556666");

    fn policy(kind: PolicyKind, statement: &str) -> Policy {
        let text = format!(r#"{{"Version":"2012-10-17","Statement":{statement}}}"#);
        Policy::parse(kind, &text).expect("a policy")
    }

    fn allow(kind: PolicyKind, action: &str) -> Policy {
        policy(kind, &format!(r#"{{"Effect":"Allow","Action":"{action}","Resource":"*"}}"#))
    }

    fn named(policy: &Policy) -> Named<'_> {
        Named { name: "policy", policy }
    }

    fn ask(who: &str, action: &str, resource: &str, owner: Option<&str>, layers: &Layers<'_>) -> Remedy {
        let principal = OwnedPrincipal::parse(who).expect("a principal");
        remedy(
            &Request {
                resource_account: owner,
                ..Request::new(principal.borrow(), action, resource, &NoContext)
            },
            layers,
        )
    }

    /// The layers and statements of grants, without white space.
    fn granted(remedy: &Remedy) -> Vec<(Layer, String)> {
        let Remedy::Grants(grants) = remedy else { panic!("{remedy:?}") };
        let statement = |grant: &Grant| serde_json::to_string(&grant.draft.statements[0]).expect("JSON");
        grants.iter().map(|grant| (grant.layer, statement(grant))).collect()
    }

    const IDENTITY: &str = r#"{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/k${*}"}"#;

    fn of_bucket(principal: &str) -> (Layer, String) {
        let rest = r#""Action":"s3:GetObject","Resource":"arn:aws:s3:::b/k${*}""#;
        (Layer::Resource, format!(r#"{{"Effect":"Allow","Principal":{principal},{rest}}}"#))
    }

    #[test]
    fn one_statement_of_the_principal_is_enough_at_home() {
        let found = ask(ANN, "S3:GetObject", OBJECT, None, &Layers::default());
        assert_eq!(granted(&found), [(Layer::Identity, IDENTITY.to_owned())]);
    }

    #[test]
    fn both_sides_have_to_grant_across_accounts() {
        let found = ask(APP, "s3:GetObject", OBJECT, OTHER, &Layers::default());
        let bucket = of_bucket(r#"{"AWS":"arn:aws:iam::111122223333:role/app"}"#);
        assert_eq!(granted(&found), [(Layer::Identity, IDENTITY.to_owned()), bucket.clone()]);
        // The policy that the resource has stays.
        let deny = r#"{"Effect":"Deny","Principal":"*","Action":"s3:Delete*","Resource":"arn:aws:s3:::b/*"}"#;
        let (own, theirs) = (allow(PolicyKind::Identity, "s3:*"), policy(PolicyKind::Resource, deny));
        let layers = Layers { identity: &[named(&own)], resource: Some(named(&theirs)), ..Layers::default() };
        assert_eq!(granted(&ask(APP, "s3:GetObject", OBJECT, OTHER, &layers)), [bucket]);
        let at = StatementRef { layer: Layer::Resource, level: 0, policy: 0, statement: 0 };
        assert_eq!(
            ask(APP, "s3:DeleteObject", OBJECT, OTHER, &layers),
            Remedy::Obstacle(Obstacle { layer: Layer::Resource, denied_by: Some(at) })
        );
    }

    #[test]
    fn everybody_can_be_named() {
        for (who, principal) in [
            ("anonymous", r#""*""#),
            ("lambda.amazonaws.com", r#"{"Service":"lambda.amazonaws.com"}"#),
            ("accounts.google.com", r#"{"Federated":"accounts.google.com"}"#),
            ("arn:aws:iam::111122223333:root", r#"{"AWS":"arn:aws:iam::111122223333:root"}"#),
        ] {
            let found = ask(who, "s3:GetObject", OBJECT, OTHER, &Layers::default());
            assert_eq!(granted(&found), [of_bucket(principal)]);
        }
        let full = allow(PolicyKind::Session, "*");
        let (own, kim) = (allow(PolicyKind::Identity, "*"), "arn:aws:sts::111122223333:federated-user/kim");
        let layers = Layers { identity: &[named(&own)], sessions: &[named(&full)], ..Layers::default() };
        let found = ask(kim, "s3:GetObject", OBJECT, OTHER, &layers);
        assert_eq!(granted(&found), [of_bucket(&format!(r#"{{"AWS":"{kim}"}}"#))]);
    }

    #[test]
    fn roles_and_keys_have_policies_of_their_own_form() {
        let trusted = r#"{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:user/ann"},"Action":"sts:AssumeRole"}"#;
        let found = ask(ANN, "sts:AssumeRole", ROLE, None, &Layers::default());
        assert_eq!(granted(&found), [(Layer::Resource, trusted.to_owned())]);
        let key = r#"{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:user/ann"},"Action":"kms:Decrypt","Resource":"*"}"#;
        let found = ask(ANN, "kms:Decrypt", KEY, None, &Layers::default());
        assert_eq!(granted(&found), [(Layer::Resource, key.to_owned())]);
    }

    #[test]
    fn nobody_is_told_to_trust_without_the_condition() {
        let statement = |principal: &str| {
            format!(
                r#"{{"Effect":"Allow","Principal":{{"AWS":"{principal}"}},"Action":"sts:AssumeRole",
                    "Condition":{{"StringEquals":{{"sts:ExternalId":"7"}}}}}}"#
            )
        };
        let bob = statement("arn:aws:iam::111122223333:user/bob");
        let at = |statement| StatementRef { layer: Layer::Resource, level: 0, policy: 0, statement };
        let ann = format!("[{bob},{},{}]", statement(ANN), statement("111122223333"));
        let trust = policy(PolicyKind::Trust, &ann);
        let layers = Layers { resource: Some(named(&trust)), ..Layers::default() };
        assert_eq!(ask(ANN, "sts:AssumeRole", ROLE, None, &layers), Remedy::Condition(at(1)));
        // Across accounts it is missing whatever else is.
        let ann = ANN.replace("111122223333", "444455556666");
        let trust = policy(PolicyKind::Trust, &statement("444455556666"));
        let layers = Layers { resource: Some(named(&trust)), ..Layers::default() };
        let owner = Some("111122223333");
        assert_eq!(ask(&ann, "sts:AssumeRole", ROLE, owner, &layers), Remedy::Condition(at(0)));
        // Whoever is not named at all needs a statement.
        let trust = policy(PolicyKind::Trust, &bob);
        let layers = Layers { resource: Some(named(&trust)), ..Layers::default() };
        let found = ask(ANN, "sts:AssumeRole", ROLE, None, &layers);
        assert_eq!(granted(&found)[0].0, Layer::Resource);
    }

    #[test]
    fn what_only_limits_is_an_obstacle() {
        let s3 = allow(PolicyKind::Identity, "s3:*");
        let ec2 = allow(PolicyKind::Identity, "ec2:*");
        let deny = policy(PolicyKind::Identity, r#"{"Effect":"Deny","Action":"s3:*","Resource":"*"}"#);
        let (own, limit, deny) = ([named(&s3)], [named(&ec2)], [named(&deny)]);
        let at = StatementRef { layer: Layer::Identity, level: 0, policy: 0, statement: 0 };
        let base = Layers { identity: &own, ..Layers::default() };
        for (layers, layer, denied_by) in [
            (Layers { boundary: Some(limit[0]), ..Layers::default() }, Layer::PermissionsBoundary, None),
            (Layers { boundary: Some(limit[0]), ..base }, Layer::PermissionsBoundary, None),
            (Layers { sessions: &limit, ..base }, Layer::Session, None),
            (Layers { scps: &[&limit], ..base }, Layer::ServiceControl, None),
            (Layers { identity: &deny, ..base }, Layer::Identity, Some(at)),
        ] {
            let found = ask(APP, "s3:GetObject", OBJECT, None, &layers);
            assert_eq!(found, Remedy::Obstacle(Obstacle { layer, denied_by }));
        }
        assert_eq!(ask(ANN, "s3:GetObject", OBJECT, None, &base), Remedy::Needless);
        let nonsense = Obstacle { layer: Layer::Identity, denied_by: None };
        assert_eq!(ask(ANN, "nonsense", OBJECT, None, &base), Remedy::Obstacle(nonsense));
    }
}
