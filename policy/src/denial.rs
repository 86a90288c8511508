//! The text of a refusal (IAM User Guide, "Troubleshoot access denied error messages").

use std::fmt;

use crate::evaluate::{Decision, Layer, Request, Verdict};

/// AWS's message for a decision that refuses a request; `Display` writes it.
///
/// `User: arn:aws:iam::111122223333:user/ann is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b/k because no
/// identity-based policy allows the s3:GetObject action`
#[derive(Debug, Clone, Copy)]
pub struct Denial<'a> {
    request: Request<'a>,
    decision: Decision,
    resource: Shown,
    /// The ARN of the policy that denies.
    policy: Option<&'a str>,
}

/// How the resource appears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Plain,
    Quoted,
    Hidden,
}

impl<'a> Denial<'a> {
    /// The message for a decision on a request.
    pub fn new(request: &Request<'a>, decision: &Decision) -> Self {
        Denial { request: *request, decision: *decision, resource: Shown::Plain, policy: None }
    }

    /// With the resource in double quotes, as Amazon S3 writes it.
    #[must_use]
    pub fn quoted(self) -> Self {
        Denial { resource: Shown::Quoted, ..self }
    }

    /// Without the resource, as services write it for actions that have none.
    #[must_use]
    pub fn without_resource(self) -> Self {
        Denial { resource: Shown::Hidden, ..self }
    }

    /// With the policy that denies, given by name or ARN, as AWS tells it within an account and an organization: only explicit denies
    /// have one, only policies of IAM and of AWS Organizations are told, and only if they have an ARN (AWS Security Blog, "Enhanced
    /// access denied error messages with policy ARNs").
    #[must_use]
    pub fn with_policy(self, name: &'a str) -> Self {
        let told = name.starts_with("arn:") && self.decision.layer != Layer::Resource;
        Denial { policy: told.then_some(name), ..self }
    }

    /// The kind of policy that refused, with its article.
    fn policy_type(&self) -> (&'static str, &'static str) {
        match self.decision.layer {
            Layer::ServiceControl => ("a", "service control policy"),
            Layer::ResourceControl => ("a", "resource control policy"),
            Layer::Identity => ("an", "identity-based policy"),
            Layer::Resource if self.request.asks_for_role() => ("the", "role trust policy"),
            Layer::Resource => ("a", "resource-based policy"),
            Layer::PermissionsBoundary => ("a", "permissions boundary"),
            Layer::Session => ("a", "session policy"),
        }
    }
}

impl fmt::Display for Denial<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Request { principal, action, resource, .. } = self.request;
        write!(out, "User: {} is not authorized to perform: {action}", principal.display_name())?;
        match self.resource {
            Shown::Plain => write!(out, " on resource: {resource}")?,
            Shown::Quoted => write!(out, " on resource: \"{resource}\"")?,
            Shown::Hidden => {}
        }
        let (article, policy) = self.policy_type();
        match self.decision.verdict {
            Verdict::ExplicitDeny => {
                write!(out, " with an explicit deny in {article} {policy}")?;
                self.policy.map_or(Ok(()), |arn| write!(out, ": {arn}"))
            }
            Verdict::ImplicitDeny => write!(out, " because no {policy} allows the {action} action"),
            Verdict::Allowed => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::{NoContext, OwnedPrincipal};

    fn shown(
        layer: Layer,
        verdict: Verdict,
        action: &str,
        resource: &str,
        show: fn(Denial<'_>) -> String,
    ) -> String {
        let principal =
            OwnedPrincipal::parse("arn:aws:sts::111122223333:assumed-role/app/run").expect("an ARN");
        let request = Request::new(principal.borrow(), action, resource, &NoContext);
        show(Denial::new(&request, &Decision { verdict, layer, statement: None }))
    }

    fn message(layer: Layer, verdict: Verdict, action: &str, resource: &str) -> String {
        shown(layer, verdict, action, resource, |denial| denial.to_string())
    }

    #[test]
    fn every_layer_has_its_words() {
        let of = |layer, verdict| message(layer, verdict, "sqs:SendMessage", "arn:aws:sqs:us-east-1:1:q");
        let start = "User: arn:aws:sts::111122223333:assumed-role/app/run is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:us-east-1:1:q ";
        for (layer, explicit, implicit) in [
            (Layer::ServiceControl, "a service control policy", "service control policy"),
            (Layer::ResourceControl, "a resource control policy", "resource control policy"),
            (Layer::Identity, "an identity-based policy", "identity-based policy"),
            (Layer::Resource, "a resource-based policy", "resource-based policy"),
            (Layer::PermissionsBoundary, "a permissions boundary", "permissions boundary"),
            (Layer::Session, "a session policy", "session policy"),
        ] {
            assert_eq!(
                of(layer, Verdict::ExplicitDeny),
                format!("{start}with an explicit deny in {explicit}")
            );
            assert_eq!(
                of(layer, Verdict::ImplicitDeny),
                format!("{start}because no {implicit} allows the sqs:SendMessage action")
            );
        }
    }

    #[test]
    fn services_show_the_resource_in_their_own_way() {
        let of =
            |show| shown(Layer::Identity, Verdict::ImplicitDeny, "s3:GetObject", "arn:aws:s3:::b/k", show);
        let start =
            "User: arn:aws:sts::111122223333:assumed-role/app/run is not authorized to perform: s3:GetObject";
        let end = " because no identity-based policy allows the s3:GetObject action";
        let quoted = of(|denial| denial.quoted().to_string());
        assert_eq!(quoted, format!("{start} on resource: \"arn:aws:s3:::b/k\"{end}"));
        assert_eq!(of(|denial| denial.without_resource().to_string()), format!("{start}{end}"));
    }

    #[test]
    fn a_policy_with_an_arn_can_be_told() {
        let of = |layer, verdict, show| shown(layer, verdict, "s3:GetObject", "*", show);
        let arn =
            |denial: Denial<'_>| denial.with_policy("arn:aws:iam::111122223333:policy/none").to_string();
        let name = |denial: Denial<'_>| denial.with_policy("inline").to_string();
        use Verdict::{ExplicitDeny, ImplicitDeny};
        assert!(
            of(Layer::Identity, ExplicitDeny, arn)
                .ends_with(" in an identity-based policy: arn:aws:iam::111122223333:policy/none")
        );
        assert!(of(Layer::Identity, ExplicitDeny, name).ends_with(" in an identity-based policy"));
        assert!(of(Layer::Resource, ExplicitDeny, arn).ends_with(" in a resource-based policy"));
        assert!(of(Layer::Identity, ImplicitDeny, arn).ends_with(" allows the s3:GetObject action"));
    }

    #[test]
    fn a_role_has_a_trust_policy() {
        let of =
            |verdict| message(Layer::Resource, verdict, "sts:AssumeRole", "arn:aws:iam::111122223333:role/r");
        assert!(of(Verdict::ExplicitDeny).ends_with(" with an explicit deny in the role trust policy"));
        assert!(
            of(Verdict::ImplicitDeny)
                .ends_with(" because no role trust policy allows the sts:AssumeRole action")
        );
    }
}
