//! What cases in JSON cannot say: unique ids, typed values, the meaning of a resource policy.

use super::*;
use crate::{Policy, PolicyKind};

fn identity(statement: &str) -> Policy {
    let text = format!(r#"{{"Version":"2012-10-17","Statement":{statement}}}"#);
    Policy::parse(PolicyKind::Identity, &text).expect("a policy")
}

fn trust(principal: &str) -> Policy {
    let statement = format!(r#"{{"Effect":"Allow","Principal":{principal},"Action":"sts:AssumeRole"}}"#);
    Policy::parse(PolicyKind::Trust, &format!(r#"{{"Statement":{statement}}}"#)).expect("a policy")
}

fn named(policy: &Policy) -> Named<'_> {
    Named { name: "policy", policy }
}

const ROLE: &str = "arn:aws:iam::111122223333:role/target";

fn ann(id: Option<&str>) -> Principal<'_> {
    Principal::User(User { arn: "arn:aws:iam::111122223333:user/ann", account: "111122223333", id })
}

fn asks<'a>(
    principal: Principal<'a>,
    action: &'a str,
    resource: &'a str,
    context: &'a dyn Context,
) -> Request<'a> {
    Request::new(principal, action, resource, context)
}

#[test]
fn a_user_made_again_under_the_same_name_is_not_trusted() {
    let policy = trust(r#"{"AWS":"AIDAEXAMPLEEXAMPLE111"}"#);
    let layers = Layers { resource: Some(named(&policy)), ..Layers::default() };
    let decide = |id| evaluate(&asks(ann(id), "sts:AssumeRole", ROLE, &NoContext), &layers).verdict;
    assert_eq!(decide(Some("AIDAEXAMPLEEXAMPLE111")), Verdict::Allowed);
    assert_eq!(decide(Some("AIDAEXAMPLEEXAMPLE222")), Verdict::ImplicitDeny);
    assert_eq!(decide(None), Verdict::ImplicitDeny);
}

#[test]
fn a_role_trusted_by_its_id_is_limited_by_its_boundary() {
    let policy = trust(r#"{"AWS":"AROAEXAMPLEEXAMPLE111"}"#);
    let boundary = identity(r#"{"Effect":"Allow","Action":"s3:*","Resource":"*"}"#);
    let session = Principal::Role(RoleSession {
        role_arn: "arn:aws:iam::111122223333:role/app",
        path_known: true,
        account: "111122223333",
        role_id: Some("AROAEXAMPLEEXAMPLE111"),
        session_arn: Some("arn:aws:sts::111122223333:assumed-role/app/run"),
        session_name: Some("run"),
    });
    let request = asks(session, "sts:AssumeRole", ROLE, &NoContext);
    let free = Layers { resource: Some(named(&policy)), ..Layers::default() };
    let granted = evaluate(&request, &free);
    assert_eq!((granted.verdict, granted.layer), (Verdict::Allowed, Layer::Resource));
    let bounded = evaluate(&request, &Layers { boundary: Some(named(&boundary)), ..free });
    assert_eq!((bounded.verdict, bounded.layer), (Verdict::ImplicitDeny, Layer::PermissionsBoundary));
}

#[test]
fn what_a_resource_policy_means_can_be_said() {
    let may = identity(r#"{"Effect":"Allow","Action":"*","Resource":"*"}"#);
    let identity = [named(&may)];
    let layers = |resource_grant| Layers { identity: &identity, resource_grant, ..Layers::default() };
    let assume = asks(ann(None), "sts:AssumeRole", ROLE, &NoContext);
    let read = asks(ann(None), "s3:GetObject", "arn:aws:s3:::b/k", &NoContext);
    for (request, grant, allowed) in [
        (&assume, ResourceGrant::ByRequest, false),
        (&assume, ResourceGrant::Adds, true),
        (&assume, ResourceGrant::Required, false),
        (&read, ResourceGrant::ByRequest, true),
        (&read, ResourceGrant::Required, false),
    ] {
        assert_eq!(evaluate(request, &layers(grant)).is_allowed(), allowed, "{} {grant:?}", request.action);
    }
}

#[test]
fn what_asks_for_a_role_or_a_key() {
    let role = |action, resource| asks(ann(None), action, resource, &NoContext).asks_for_role();
    assert!(role("sts:AssumeRole", ROLE) && role("STS:TAGSESSION", ROLE));
    assert!(
        !role("sts:GetCallerIdentity", ROLE) && !role("sts:AssumeRole", "*") && !role("iam:GetRole", ROLE)
    );
    assert!(!role("sts:AssumeRole", "x:role/y") && !role("st", ROLE) && !role("stsx:AssumeRole", ROLE));
    let key = |action, resource| asks(ann(None), action, resource, &NoContext).asks_for_key();
    assert!(key("KMS:Decrypt", "arn:aws:kms:us-east-1:111122223333:key/k"));
    assert!(
        !key("kms:ListKeys", "*")
            && !key("s3:GetObject", "arn:aws:s3:::b:key/k")
            && !key("kms:CreateAlias", "arn:aws:kms:us-east-1:1:alias/a")
    );
}

struct Typed;

impl Context for Typed {
    fn get(&self, key: &str) -> Option<Values<'_>> {
        let value = match key {
            "x:bool" => Value::Bool(true),
            "x:integer" => Value::Integer(42),
            "x:instant" => Value::Instant(crate::values::Instant::from_epoch_seconds(1_711_929_600)),
            "x:address" => Value::Address([10, 1, 2, 3].into()),
            "x:list" => return Some(Values::Many(&[Value::Integer(1), Value::Text("2")])),
            "x:none" => return Some(Values::Many(&[])),
            _ => return None,
        };
        Some(Values::One(value))
    }
}

#[test]
fn typed_values_are_compared_without_their_text_and_with_it() {
    let read = asks(ann(None), "s3:GetObject", "arn:aws:s3:::b/42", &Typed);
    let holds = |condition: &str| {
        let policy = identity(&format!(
            r#"{{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::b/${{x:integer}}","Condition":{condition}}}"#
        ));
        evaluate(&read, &Layers { identity: &[named(&policy)], ..Layers::default() }).is_allowed()
    };
    for condition in [
        r#"{"Bool":{"x:bool":"true"}}"#,
        r#"{"StringEquals":{"x:bool":"true"}}"#,
        r#"{"NumericEquals":{"x:integer":"42.0"}}"#,
        r#"{"StringLike":{"x:integer":"4?"}}"#,
        r#"{"DateEquals":{"x:instant":"2024-04-01"}}"#,
        r#"{"DateLessThan":{"x:integer":"1970-01-01T00:01:00Z"}}"#,
        r#"{"StringEquals":{"x:instant":"2024-04-01T00:00:00Z"}}"#,
        r#"{"IpAddress":{"x:address":"10.0.0.0/8"}}"#,
        r#"{"StringEquals":{"x:address":"10.1.2.3"}}"#,
        r#"{"ForAllValues:NumericLessThan":{"x:list":"3"}}"#,
        r#"{"ForAnyValue:StringEquals":{"x:list":"1"}}"#,
        r#"{"Null":{"x:none":"true"}}"#,
        r#"{"BoolIfExists":{"x:none":"true"}}"#,
    ] {
        assert!(holds(condition), "{condition}");
    }
    for condition in [
        r#"{"Bool":{"x:bool":"false"}}"#,
        r#"{"Bool":{"x:integer":"true"}}"#,
        r#"{"NumericEquals":{"x:bool":"1"}}"#,
        r#"{"DateEquals":{"x:bool":"2024-04-01"}}"#,
        r#"{"IpAddress":{"x:integer":"0.0.0.0/0"}}"#,
        r#"{"NumericEquals":{"x:address":"10"}}"#,
    ] {
        assert!(!holds(condition), "{condition}");
    }
}

#[test]
fn the_deciding_statement_is_the_first_of_the_closest() {
    let first = identity(
        r#"[{"Effect":"Allow","Action":"ec2:*","Resource":"*"},{"Effect":"Allow","Action":"s3:*","Resource":"*"}]"#,
    );
    let second = identity(r#"{"Effect":"Allow","Action":"*","Resource":"*"}"#);
    let layers = Layers { identity: &[named(&first), named(&second)], ..Layers::default() };
    let decision = evaluate(&asks(ann(None), "s3:GetObject", "arn:aws:s3:::b/k", &NoContext), &layers);
    let at = StatementRef { layer: Layer::Identity, level: 0, policy: 0, statement: 1 };
    assert_eq!(decision, Decision { verdict: Verdict::Allowed, layer: Layer::Identity, statement: Some(at) });
}

struct Facts;

impl ActionFacts for Facts {
    fn has_resource_types(&self, action: &str) -> Option<bool> {
        match action {
            "s3:ListAllMyBuckets" => Some(false),
            "s3:GetObject" => Some(true),
            _ => None,
        }
    }
}

#[test]
fn an_action_without_resource_types_is_evaluated_on_everything() {
    let on = |action| asks(ann(None), action, "arn:aws:s3:::b", &NoContext).on_resource_of(&Facts).resource;
    assert_eq!(on("s3:ListAllMyBuckets"), "*");
    assert_eq!(on("s3:GetObject"), "arn:aws:s3:::b");
    assert_eq!(on("x:Unknown"), "arn:aws:s3:::b");
}

#[test]
fn principals_are_read_from_their_names() {
    let kind = |name: &str| OwnedPrincipal::parse(name).map(|principal| format!("{:?}", principal.borrow()));
    for (name, form) in [
        ("arn:aws:iam::1:user/a", "User("),
        ("arn:aws:iam::1:role/a/b", "Role("),
        ("arn:aws:sts::1:assumed-role/a/b", "Role("),
        ("arn:aws:sts::1:federated-user/a", "FederatedUser("),
        ("arn:aws:iam::1:root", "Root "),
        ("111122223333", "Root "),
        ("anonymous", "Anonymous"),
        ("*", "Anonymous"),
        ("lambda.amazonaws.com", "Service "),
        ("accounts.google.com", "Federated "),
        ("cognito-identity.amazonaws.com", "Federated "),
        ("arn:aws:iam::1:saml-provider/a", "Federated "),
    ] {
        assert!(kind(name).is_some_and(|found| found.starts_with(form)), "{name}: {:?}", kind(name));
    }
    for name in [
        "",
        "ann",
        "arn:aws:iam::1:group/g",
        "arn:aws:iam::1:user",
        "arn:aws:iam::1:role",
        "arn:aws:iam::1:root/x",
        "arn:aws:sts::1:federated-user",
        "arn:aws:sts::1:assumed-role/a",
        "arn:aws:s3:::b",
        "arn:aws",
        "arn:x.y",
    ] {
        assert_eq!(kind(name), None, "{name}");
    }
}

#[test]
fn the_keys_of_a_principal_stand_behind_those_of_the_host() {
    let principal =
        OwnedPrincipal::parse("arn:aws:sts::111122223333:assumed-role/app/run").expect("a principal");
    let mut host = ContextMap::new();
    host.set("aws:PrincipalType", "Mine");
    let context = PrincipalContext::new(principal.borrow(), Some("444455556666"), &host);
    let text = |key: &str| match context.get(key) {
        Some(Values::One(value)) => Some(value.text().into_owned()),
        _ => None,
    };
    assert_eq!(text("aws:principalarn").as_deref(), Some("arn:aws:iam::111122223333:role/app"));
    assert_eq!(text("aws:principalaccount").as_deref(), Some("111122223333"));
    assert_eq!(text("aws:resourceaccount").as_deref(), Some("444455556666"));
    assert_eq!(text("aws:principaltype").as_deref(), Some("Mine"));
    assert_eq!(text("aws:principalisawsservice").as_deref(), Some("false"));
    assert_eq!(text("aws:username"), None);
    assert_eq!(text("aws:userid"), None);
    let known = Principal::Role(RoleSession {
        role_arn: "r",
        path_known: true,
        account: "1",
        role_id: Some("AROAX"),
        session_arn: None,
        session_name: Some("run"),
    });
    assert_eq!(known.user_id().as_deref(), Some("AROAX:run"));
    assert_eq!(ann(Some("AIDAX")).user_id().as_deref(), Some("AIDAX"));
    let federated = OwnedPrincipal::parse("arn:aws:sts::1:federated-user/kim").expect("a principal");
    assert_eq!(federated.borrow().user_id().as_deref(), Some("1:kim"));
}

#[test]
fn the_layer_that_should_have_allowed_is_named() {
    let s3 = identity(r#"{"Effect":"Allow","Action":"s3:*","Resource":"*"}"#);
    let ec2 = identity(r#"{"Effect":"Allow","Action":"ec2:*","Resource":"*"}"#);
    let (s3, ec2) = ([named(&s3)], [named(&ec2)]);
    let all = Layers { identity: &s3, ..Layers::default() };
    let read = asks(ann(None), "s3:GetObject", "arn:aws:s3:::b/k", &NoContext);
    let across = Request { resource_account: Some("444455556666"), ..read };
    let nobody = Request { principal: Principal::Anonymous, ..read };
    for (request, layers, layer) in [
        (&read, Layers { identity: &ec2, ..all }, Layer::Identity),
        (&read, Layers { scps: &[&s3, &ec2], ..all }, Layer::ServiceControl),
        (&read, Layers { boundary: Some(ec2[0]), ..all }, Layer::PermissionsBoundary),
        (&read, Layers { sessions: &ec2, ..all }, Layer::Session),
        (&read, Layers { resource_grant: ResourceGrant::Required, ..all }, Layer::Resource),
        (&across, all, Layer::Resource),
        (&across, Layers { identity: &ec2, ..all }, Layer::Identity),
        (&nobody, all, Layer::Resource),
    ] {
        let decision = evaluate(request, &layers);
        let expected = Decision { verdict: Verdict::ImplicitDeny, layer, statement: None };
        assert_eq!(decision, expected);
    }
}

#[test]
fn the_first_layer_that_denies_is_named() {
    let deny = identity(
        r#"[{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"s3:*","Resource":"*"}]"#,
    );
    let deny = [named(&deny)];
    let read = asks(ann(None), "s3:GetObject", "arn:aws:s3:::b/k", &NoContext);
    let at = |layer, level| StatementRef { layer, level, policy: 0, statement: 1 };
    for (layers, expected) in [
        (Layers { identity: &deny, scps: &[&[], &deny], ..Layers::default() }, at(Layer::ServiceControl, 1)),
        (Layers { identity: &deny, rcps: &[&deny], ..Layers::default() }, at(Layer::ResourceControl, 0)),
        (Layers { identity: &deny, boundary: Some(deny[0]), ..Layers::default() }, at(Layer::Identity, 0)),
        (
            Layers { boundary: Some(deny[0]), sessions: &deny, ..Layers::default() },
            at(Layer::PermissionsBoundary, 0),
        ),
        (Layers { sessions: &deny, ..Layers::default() }, at(Layer::Session, 0)),
    ] {
        let decision = evaluate(&read, &layers);
        assert_eq!(
            (decision.verdict, decision.layer, decision.statement),
            (Verdict::ExplicitDeny, expected.layer, Some(expected))
        );
        assert_eq!(crate::explain(&read, &layers).decision, decision);
    }
}

#[test]
fn a_user_trusted_by_id_is_not_limited_and_a_federated_session_of_it_is() {
    let trusted = trust(r#"{"AWS":"AIDAEXAMPLEEXAMPLE111"}"#);
    let s3 = identity(r#"{"Effect":"Allow","Action":"s3:*","Resource":"*"}"#);
    let all = identity(r#"{"Effect":"Allow","Action":"*","Resource":"*"}"#);
    let (s3, all) = ([named(&s3)], [named(&all)]);
    let resource = Some(named(&trusted));
    let user = asks(ann(Some("AIDAEXAMPLEEXAMPLE111")), "sts:AssumeRole", ROLE, &NoContext);
    assert!(evaluate(&user, &Layers { resource, boundary: Some(s3[0]), ..Layers::default() }).is_allowed());
    let federated = |user_id| {
        let user = FederatedUser {
            arn: "arn:aws:sts::111122223333:federated-user/kim",
            account: "111122223333",
            user_arn: None,
            user_id,
        };
        Request { principal: Principal::FederatedUser(user), ..user_request() }
    };
    let kim = federated(Some("AIDAEXAMPLEEXAMPLE111"));
    assert!(evaluate(&kim, &Layers { resource, sessions: &all, ..Layers::default() }).is_allowed());
    assert!(!evaluate(&kim, &Layers { resource, sessions: &s3, ..Layers::default() }).is_allowed());
    let other = federated(Some("AIDAEXAMPLEEXAMPLE222"));
    assert!(!evaluate(&other, &Layers { resource, sessions: &all, ..Layers::default() }).is_allowed());
}

fn user_request() -> Request<'static> {
    asks(ann(None), "sts:AssumeRole", ROLE, &NoContext)
}

#[test]
fn what_is_no_role_is_not_taken_for_one() {
    let policy = trust(r#"{"AWS":"arn:aws:iam::111122223333:role/app"}"#);
    let session = |role_arn, path_known| {
        let role = RoleSession {
            role_arn,
            path_known,
            account: "111122223333",
            role_id: None,
            session_arn: None,
            session_name: None,
        };
        Request { principal: Principal::Role(role), ..user_request() }
    };
    let decide = |request: &Request<'_>| {
        evaluate(request, &Layers { resource: Some(named(&policy)), ..Layers::default() }).is_allowed()
    };
    assert!(decide(&session("arn:aws:iam::111122223333:role/app", false)));
    for role in ["app", "arn:aws:iam::111122223333:user/app", "arn:aws:iam::444455556666:role/app"] {
        assert!(!decide(&session(role, false)), "{role}");
    }
    assert!(!decide(&session("arn:aws:iam::111122223333:role/path/app", true)));
}

#[test]
fn a_decision_is_allowed_or_denied_by_a_statement_or_neither() {
    let verdicts = [Verdict::Allowed, Verdict::ExplicitDeny, Verdict::ImplicitDeny];
    let decisions =
        verdicts.map(|verdict| Decision { verdict, ..evaluate(&user_request(), &Layers::default()) });
    assert_eq!(decisions.map(|decision| decision.is_allowed()), [true, false, false]);
    assert_eq!(decisions.map(|decision| decision.is_explicit_deny()), [false, true, false]);
}
