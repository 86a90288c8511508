use awsim_plugin::access::{Asking, Check, ContextValue};
use awsim_plugin::caller::{Caller, Principal, Session, SessionTag};
use awsim_plugin::operation::ProtocolName;
use awsim_plugin::shape::Timestamp;
use awsim_policy::{Layer, Value, Values, Verdict};

use super::keys::GLOBAL;
use super::testing::{NOW, ann, decide, decided};
use super::{Decided, denial};

const APP: &str = "arn:aws:iam::123456789012:role/app";
const GOOGLE: Asking<'static> = Asking::Federated { provider: "accounts.google.com" };

fn outcome(decided: &Decided) -> (Verdict, Layer) {
    (decided.decision.verdict, decided.decision.layer)
}

fn text(decided: &Decided, key: &str) -> Option<String> {
    decided.with_request(|request| match request.context.get(key)? {
        Values::One(value) => Some(value.text().into_owned()),
        values => Some(values.iter().map(Value::text).collect::<Vec<_>>().join(" ")),
    })
}

fn with_mfa() -> Caller {
    let session = Session {
        issued_at: Timestamp::from_seconds(NOW - 60),
        expires_at: Timestamp::from_seconds(NOW + 60),
        mfa_authenticated_at: Some(Timestamp::from_seconds(NOW - 30)),
        source_identity: Some("Zoe".to_owned()),
        ..Session::default()
    };
    Caller { session: Some(session.into()), ..ann() }
}

#[test]
fn conditions_see_the_session() {
    let user = "arn:aws:iam::123456789012:user/ann";
    assert_eq!(outcome(&decided("iam:GetUser", user)), (Verdict::ImplicitDeny, Layer::Identity));
    let allowed = decide(&with_mfa(), Asking::Caller, Check::on("iam:GetUser", user));
    assert_eq!(outcome(&allowed), (Verdict::Allowed, Layer::Identity));
}

#[test]
fn what_a_service_permits_is_denied_and_limited_like_any_permission() {
    let check = || Check::on_any("iam:ListUsers");
    let granted = || check().permitted_by(Some("Everybody"));
    assert_eq!(outcome(&decide(&ann(), Asking::Caller, check())), (Verdict::ImplicitDeny, Layer::Identity));
    let allowed = decide(&ann(), Asking::Caller, granted());
    assert_eq!(outcome(&allowed), (Verdict::Allowed, Layer::Identity));
    let at = allowed.decision.statement.unwrap();
    let policy =
        allowed.with_layers(|layers| layers.policy(at.layer, at.level, at.policy).unwrap().name.to_owned());
    assert_eq!(policy, "Everybody");
    let limited = |effect: &str, action: &str| {
        let policy = format!(
            r#"{{"Version":"2012-10-17","Statement":{{"Effect":"{effect}","Action":"{action}","Resource":"*"}}}}"#
        );
        let session = Session { policies: vec![policy], ..Session::default() };
        let caller = Caller { session: Some(session.into()), ..ann() };
        outcome(&decide(&caller, Asking::Caller, granted()))
    };
    assert_eq!(limited("Allow", "iam:*"), (Verdict::Allowed, Layer::Identity));
    assert_eq!(limited("Allow", "s3:*"), (Verdict::ImplicitDeny, Layer::Session));
    assert_eq!(limited("Deny", "iam:*"), (Verdict::ExplicitDeny, Layer::Session));
}

#[test]
fn the_keys_of_a_request() {
    let check = Check::on("iam:GetUser", "arn:aws:iam::210987654321:user/zoe")
        .with("aws:TagKeys", ContextValue::Strings(vec!["a".to_owned(), "b".to_owned()]))
        .with_string("iam:ResourceTag/Team", Some("red"));
    let asked = decide(&with_mfa(), Asking::Caller, check);
    for (key, value) in [
        ("aws:principalarn", Some("arn:aws:iam::123456789012:user/ann")),
        ("aws:principalaccount", Some("123456789012")),
        ("aws:principaltype", Some("User")),
        ("aws:userid", Some("AIDAANN")),
        ("aws:username", Some("ann")),
        ("aws:resourceaccount", Some("210987654321")),
        ("aws:currenttime", Some("2026-04-21T08:15:30Z")),
        ("aws:epochtime", Some("1776759330")),
        ("aws:sourceip", Some("192.0.2.1")),
        ("aws:securetransport", Some("false")),
        ("aws:requestedregion", Some("us-east-1")),
        ("aws:tokenissuetime", Some("2026-04-21T08:14:30Z")),
        ("aws:multifactorauthpresent", Some("true")),
        ("aws:multifactorauthage", Some("30")),
        ("aws:sourceidentity", Some("Zoe")),
        ("aws:viaawsservice", Some("false")),
        ("aws:principalisawsservice", Some("false")),
        ("aws:tagkeys", Some("a b")),
        ("iam:resourcetag/team", Some("red")),
        ("aws:useragent", None),
        ("aws:principalorgid", None),
        ("aws:calledvia", None),
        ("aws:federatedprovider", None),
        ("s3:prefix", None),
    ] {
        assert_eq!(text(&asked, key).as_deref(), value, "{key}");
    }
    let long_term = decided("iam:GetUser", "*");
    for key in ["aws:tokenissuetime", "aws:multifactorauthpresent", "aws:multifactorauthage"] {
        assert_eq!(text(&long_term, key), None, "{key}");
    }
}

/// As the policy engine looks keys up: in lower case, whatever the letters.
#[test]
fn tag_keys_ignore_the_case_of_every_letter() {
    let check = Check::on("iam:TagUser", "arn:aws:iam::123456789012:user/zoe")
        .with_request_tags([("K\u{d6}STEN", "one"), ("\u{3a3}\u{3a3}", "two")])
        .with_resource_tags(Some("iam"), [("\u{c9}quipe", "three")]);
    let tag = |key: &str| SessionTag { key: key.into(), value: "four".into(), transitive: false };
    let session = Session { tags: vec![tag("\u{c4}MTER")], ..Session::default() };
    let caller = Caller { session: Some(session.into()), ..ann() };
    let asked = decide(&caller, Asking::Caller, check);
    for (key, value) in [
        ("aws:RequestTag/K\u{d6}STEN", "one"),
        ("aws:RequestTag/\u{3a3}\u{3a3}", "two"),
        ("aws:ResourceTag/\u{c9}QUIPE", "three"),
        ("iam:ResourceTag/\u{e9}quipe", "three"),
        ("aws:PrincipalTag/\u{c4}mter", "four"),
    ] {
        assert_eq!(text(&asked, &key.to_lowercase()).as_deref(), Some(value), "{key}");
    }
    assert_eq!(text(&asked, "aws:requesttag/kosten"), None);
}

#[test]
fn a_federated_user_is_asked_for_by_name() {
    let nobody = Caller::anonymous(ann().account);
    let ask = |asking, audience: &str| {
        let check = Check::on("sts:AssumeRoleWithWebIdentity", APP)
            .with_string("accounts.google.com:aud", Some(audience));
        outcome(&decide(&nobody, asking, check))
    };
    assert_eq!(ask(GOOGLE, "app"), (Verdict::Allowed, Layer::Resource));
    assert_eq!(ask(GOOGLE, "other"), (Verdict::ImplicitDeny, Layer::Resource));
    let amazon = Asking::Federated { provider: "www.amazon.com" };
    assert_eq!(ask(amazon, "app"), (Verdict::ImplicitDeny, Layer::Resource));
    assert_eq!(ask(Asking::Caller, "app"), (Verdict::ImplicitDeny, Layer::Resource));
}

/// Whom a provider vouches for has no credentials: of whoever asks, nothing is known but who vouches.
#[test]
fn the_global_keys_of_a_federated_user() {
    let nobody = Caller::anonymous(ann().account);
    let check = || Check::on("sts:AssumeRoleWithWebIdentity", APP);
    let present = |asking, check: Check| {
        let asked = decide(&nobody, asking, check);
        GLOBAL.into_iter().filter(|key| text(&asked, &key.to_lowercase()).is_some()).collect::<Vec<_>>()
    };
    let of_everybody = [
        "aws:CurrentTime",
        "aws:EpochTime",
        "aws:RequestedRegion",
        "aws:ResourceAccount",
        "aws:SecureTransport",
        "aws:SourceIp",
        "aws:ViaAWSService",
    ];
    let sorted = |own: &[&'static str]| {
        let mut keys = [&of_everybody[..], own].concat();
        keys.sort_unstable_by_key(|key| key.to_lowercase());
        keys
    };
    assert_eq!(present(GOOGLE, check()), sorted(&["aws:FederatedProvider"]));
    let tagged = check().with_request_tags([("Team", "red")]);
    assert_eq!(present(GOOGLE, tagged), sorted(&["aws:FederatedProvider", "aws:TagKeys"]));
    assert_eq!(present(Asking::Caller, check()), sorted(&["aws:PrincipalType", "aws:userid"]));
}

#[test]
fn a_user_of_another_account_needs_both_sides() {
    let principal = Principal::User { id: "AIDAZOE".into(), name: "zoe".into(), path: "/".into() };
    let zoe = Caller { principal, ..Caller::root("210987654321".parse().unwrap()) };
    let asked = decide(&zoe, Asking::Caller, Check::on("sts:AssumeRole", APP));
    assert_eq!(outcome(&asked), (Verdict::ImplicitDeny, Layer::Identity));
    // An account that the service tells counts before the one of the ARN.
    let own = Check::on("sts:AssumeRole", APP).owned_by(zoe.account);
    assert_eq!(outcome(&decide(&zoe, Asking::Caller, own)), (Verdict::Allowed, Layer::Resource));
}

#[test]
fn a_refusal_is_told_in_the_manner_of_the_protocol() {
    let decided = decided("iam:ListUsers", "arn:aws:iam::123456789012:user/");
    let message = "User: arn:aws:iam::123456789012:user/ann is not authorized to perform: iam:ListUsers on resource: \
                   arn:aws:iam::123456789012:user/ because no identity-based policy allows the iam:ListUsers action";
    let told = |protocol| denial::of(&decided, protocol).unwrap().to_string();
    assert_eq!(told(ProtocolName::Query), format!("AccessDenied (403): {message}"));
    assert_eq!(told(ProtocolName::Json11), format!("AccessDeniedException (400): {message}"));
}
