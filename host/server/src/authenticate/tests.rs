use std::sync::Arc;

use awsim_plugin::access_key;
use awsim_plugin::caller::Session;
use awsim_plugin::collection;
use awsim_plugin::directory::{AccessKeyRecord, IdentityPolicies, RoleRecord};
use awsim_plugin::operation::ProtocolName;
use awsim_plugin::session::{SessionIssuer, TemporaryCredentials};
use awsim_plugin::shape::UNIT;
use awsim_plugin::store::Transaction;

use super::*;
use crate::keys::KeyRing;

static SIGNED: OperationShape = operation(false);
static UNSIGNED: OperationShape = operation(true);

const fn operation(unsigned: bool) -> OperationShape {
    OperationShape { name: "Do", input: &UNIT, output: &UNIT, result_wrapper: None, errors: &[], unsigned }
}

collection! {
    /// Something that an account has.
    static THINGS: Collection<(), u32> = "authenticate-tests"/"things" version 1;
}

/// One user, bob, with two keys, and one role.
struct Directory;

fn bob(name: &str) -> Principal {
    Principal::User { id: "AIDABOB".to_owned(), name: name.to_owned(), path: "/".to_owned() }
}

fn role_session(role_id: &str) -> Principal {
    Principal::RoleSession {
        role_id: role_id.to_owned(),
        role_name: "role".to_owned(),
        role_path: "/".to_owned(),
        session_name: "session".to_owned(),
    }
}

impl IdentityDirectory for Directory {
    fn access_key(&self, _state: &View, access_key_id: &str) -> Option<AccessKeyRecord> {
        let active = match access_key_id {
            "AKIAACTIVE" => true,
            "AKIAINACTIVE" => false,
            _ => return None,
        };
        Some(AccessKeyRecord {
            account: account(),
            owner: bob("bob"),
            secret: "bobs secret".to_owned(),
            active,
        })
    }

    fn role(&self, _state: &View, _account: AccountId, name: &str) -> Option<RoleRecord> {
        (name == "role").then(|| RoleRecord {
            id: "AROAROLE".to_owned(),
            name: name.to_owned(),
            path: "/".to_owned(),
            arn: "arn:aws:iam::000000000000:role/role".to_owned(),
            trust_policy: "".into(),
            max_session_duration: 3600,
            tags: Vec::new(),
        })
    }

    fn policies(&self, _state: &View, _caller: &Caller) -> IdentityPolicies {
        IdentityPolicies::default()
    }

    fn principal_tags(&self, _state: &View, _caller: &Caller) -> Vec<(String, String)> {
        Vec::new()
    }

    fn current(&self, state: &View, account: AccountId, principal: &Principal) -> Option<Principal> {
        match principal {
            // bob has been renamed since.
            Principal::User { id, .. } => (id == "AIDABOB").then(|| bob("robert")),
            Principal::RoleSession { role_id, role_name, .. } => self
                .role(state, account, role_name)
                .filter(|role| role.id == *role_id)
                .map(|_| principal.clone()),
            _ => Some(principal.clone()),
        }
    }
}

fn account() -> AccountId {
    AccountId::default()
}

fn now() -> Timestamp {
    Timestamp::parse("2026-04-21T08:15:30Z").unwrap()
}

#[derive(Clone, Copy)]
struct Mode {
    enforcing: bool,
    verifying: bool,
}

const OFF: Mode = Mode { enforcing: false, verifying: false };
const ON: Mode = Mode { enforcing: true, verifying: false };
const VERIFYING: Mode = Mode { enforcing: false, verifying: true };

struct Setting {
    root: Root,
    sessions: TokenSealer,
    signing_keys: SigningKeys,
    state: View,
}

impl Setting {
    fn new() -> Self {
        Self {
            root: Root::default(),
            sessions: TokenSealer::new(&Arc::new(KeyRing::ephemeral().unwrap())),
            signing_keys: SigningKeys::default(),
            state: View::empty(),
        }
    }

    fn issue(&self, principal: &Principal, seconds: i64) -> TemporaryCredentials {
        self.issue_session(
            principal,
            Session { issued_at: now(), expires_at: now().plus_seconds(seconds), ..Session::default() },
        )
    }

    fn issue_session(&self, principal: &Principal, session: Session) -> TemporaryCredentials {
        self.sessions.issue(account(), principal, &session, 0).unwrap()
    }

    fn caller(
        &self,
        mode: Mode,
        incoming: &Incoming,
        operation: &OperationShape,
    ) -> Result<Caller, AuthenticationError> {
        let authenticator = Authenticator {
            root: &self.root,
            default_account: account(),
            enforcing: mode.enforcing,
            verifying: mode.verifying,
            anonymous: false,
            sessions: &self.sessions,
            signing_keys: &self.signing_keys,
            directory: Some(&Directory),
            guardrails: None,
            state: &self.state,
        };
        let signature = Signature::of(incoming)?;
        authenticator.caller(incoming, signature.as_ref(), operation, now())
    }

    fn with_key(&self, mode: Mode, key: &str) -> Result<Caller, AuthenticationError> {
        self.caller(mode, &signed(key, None), &SIGNED)
    }

    fn with_token(&self, mode: Mode, key: &str, token: &str) -> Result<Caller, AuthenticationError> {
        self.caller(mode, &signed(key, Some(token)), &SIGNED)
    }

    fn with(&self, mode: Mode, credentials: &TemporaryCredentials) -> Result<Caller, AuthenticationError> {
        self.with_token(mode, &credentials.access_key_id, &credentials.session_token)
    }
}

fn unsigned() -> Incoming {
    Incoming { method: http::Method::POST, ..Incoming::empty() }
}

/// A request as in the quick start: its signature is not worth the name.
fn signed(key: &str, token: Option<&str>) -> Incoming {
    let mut incoming = unsigned();
    let header = format!(
        "AWS4-HMAC-SHA256 Credential={key}/20260421/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=fake"
    );
    incoming.headers.insert("authorization", header.parse().unwrap());
    if let Some(token) = token {
        incoming.headers.insert("x-amz-security-token", token.parse().unwrap());
    }
    incoming
}

fn root(key: &str) -> Caller {
    Caller { access_key_id: Some(key.to_owned()), ..Caller::root(account()) }
}

const INVALID: Result<Caller, AuthenticationError> = Err(AuthenticationError::InvalidToken);

#[test]
fn root_credentials_are_root() {
    let setting = Setting::new();
    for mode in [OFF, ON] {
        assert_eq!(setting.with_key(mode, "test"), Ok(root("test")));
    }
}

#[test]
fn unknown_keys_are_root_unless_enforced() {
    let setting = Setting::new();
    for key in ["AKIAIOSFODNN7EXAMPLE", "whatever", "111122223333", "", "ASIAIOSFODNN7EXAMPLE"] {
        assert_eq!(setting.with_key(OFF, key), Ok(root(key)));
        assert_eq!(setting.with_key(ON, key), INVALID);
        assert_eq!(setting.with_token(OFF, key, "a foreign token"), Ok(root(key)));
        assert_eq!(setting.with_token(ON, key, "a foreign token"), INVALID);
    }
}

#[test]
fn keys_of_an_account_that_is_here_are_not_taken_for_unknown_ones() {
    let mut setting = Setting::new();
    let other = AccountId::from_number(444_455_556_666).unwrap();
    let key = access_key::new_id(access_key::LONG_TERM, other, 1);
    assert_eq!(setting.with_key(OFF, &key), Ok(root(&key)));
    let mut transaction = Transaction::begin(&setting.state);
    transaction.insert(&THINGS, other, (), 1);
    setting.state = transaction.finish().unwrap().0;
    for mode in [OFF, ON] {
        assert_eq!(setting.with_key(mode, &key), INVALID);
    }
    let own = access_key::new_id(access_key::LONG_TERM, account(), 1);
    assert_eq!(setting.with_key(OFF, &own), INVALID);
}

#[test]
fn access_keys_are_their_users() {
    let setting = Setting::new();
    for mode in [OFF, ON] {
        let caller = setting.with_key(mode, "AKIAACTIVE").unwrap();
        assert_eq!((caller.principal, caller.session), (bob("bob"), None));
        assert_eq!(setting.with_key(mode, "AKIAINACTIVE"), INVALID);
    }
    assert_eq!(setting.with_token(ON, "AKIAACTIVE", "a foreign token"), INVALID);
    assert_eq!(setting.with_token(OFF, "AKIAACTIVE", "a foreign token").unwrap().principal, bob("bob"));
}

#[test]
fn sessions_are_who_they_were_issued_to() {
    let setting = Setting::new();
    for mode in [OFF, ON] {
        for (issued_to, calls) in [
            (role_session("AROAROLE"), role_session("AROAROLE")),
            (bob("bob"), bob("robert")),
            (Principal::Root, Principal::Root),
        ] {
            let credentials = setting.issue(&issued_to, 900);
            let caller = setting.with(mode, &credentials).unwrap();
            assert_eq!(caller.principal, calls);
            assert_eq!(caller.session.unwrap().expires_at, credentials.expiration);
        }
    }
}

#[test]
fn sessions_end() {
    let setting = Setting::new();
    let expired = setting.issue(&role_session("AROAROLE"), 0);
    let of_an_earlier_role = setting.issue(&role_session("AROAEARLIER"), 900);
    for mode in [OFF, ON] {
        assert_eq!(setting.with(mode, &expired), Err(AuthenticationError::ExpiredToken));
        assert_eq!(setting.with(mode, &of_an_earlier_role), INVALID);
    }
}

#[test]
fn a_session_key_without_its_token_is_nobodys() {
    let setting = Setting::new();
    let key = setting.issue(&role_session("AROAROLE"), 900).access_key_id;
    for mode in [OFF, ON] {
        assert_eq!(setting.with_key(mode, &key), INVALID);
    }
}

#[test]
fn sessions_of_users_reach_iam_only_with_a_second_factor() {
    let setting = Setting::new();
    let at_iam = |mode, credentials: &TemporaryCredentials| {
        let mut incoming = signed(&credentials.access_key_id, Some(&credentials.session_token));
        let header = incoming.header("authorization").unwrap().replace("/sts/", "/iam/");
        incoming.headers.insert("authorization", header.parse().unwrap());
        setting.caller(mode, &incoming, &SIGNED).map(|caller| caller.principal)
    };
    let carol = Principal::FederatedUser {
        name: "carol".to_owned(),
        issuer_id: None,
        issuer_name: None,
        issuer_path: None,
    };
    for principal in [bob("robert"), Principal::Root, carol.clone()] {
        let credentials = setting.issue(&principal, 900);
        assert_eq!(at_iam(OFF, &credentials), Ok(principal));
        assert_eq!(at_iam(ON, &credentials), Err(AuthenticationError::InvalidToken));
        assert!(setting.with(ON, &credentials).is_ok(), "other services take them");
    }
    let with_mfa = |principal: &Principal| {
        let expires_at = now().plus_seconds(900);
        let session = Session { expires_at, mfa_authenticated_at: Some(now()), ..Session::default() };
        at_iam(ON, &setting.issue_session(principal, session))
    };
    assert_eq!(with_mfa(&bob("robert")), Ok(bob("robert")));
    let delegated = |principal: &Principal| {
        let policies = vec!["{}".to_owned()];
        let session = Session { expires_at: now().plus_seconds(900), policies, ..Session::default() };
        at_iam(ON, &setting.issue_session(principal, session))
    };
    for principal in [bob("robert"), Principal::Root] {
        assert_eq!(delegated(&principal), Ok(principal));
    }
    assert_eq!(delegated(&carol), Err(AuthenticationError::InvalidToken));
    assert_eq!(with_mfa(&carol), Err(AuthenticationError::InvalidToken));
    let role = role_session("AROAROLE");
    assert_eq!(at_iam(ON, &setting.issue(&role, 900)), Ok(role));
}

#[test]
fn unsigned_requests_are_anonymous_where_aws_serves_them() {
    let setting = Setting::new();
    for mode in [OFF, ON, VERIFYING] {
        assert_eq!(setting.caller(mode, &unsigned(), &UNSIGNED), Ok(Caller::anonymous(account())));
        assert_eq!(setting.caller(mode, &unsigned(), &SIGNED), Err(AuthenticationError::MissingToken));
    }
}

/// Signed by botocore 1.44.5 with `test`/`test` at [`now`].
fn truly_signed() -> Incoming {
    let mut incoming = unsigned();
    for (name, value) in [
        ("host", "localhost:4566"),
        ("content-type", "application/x-www-form-urlencoded; charset=utf-8"),
        ("x-amz-date", "20260421T081530Z"),
        (
            "authorization",
            "AWS4-HMAC-SHA256 Credential=test/20260421/us-gov-west-1/iam/aws4_request, \
             SignedHeaders=content-type;host;x-amz-date, \
             Signature=d7759ac02f8d3a762b7bce7cfc7c60c11038cdb48e982724918bf71db1d38565",
        ),
    ] {
        incoming.headers.insert(name, value.parse().unwrap());
    }
    incoming.body = "Action=ListRoles".into();
    incoming
}

#[test]
fn signatures_count_where_they_are_verified() {
    let setting = Setting::new();
    assert_eq!(setting.caller(VERIFYING, &truly_signed(), &SIGNED), Ok(root("test")));
    let altered = Incoming { body: "Action=ListUsers".into(), ..truly_signed() };
    assert_eq!(setting.caller(OFF, &altered, &SIGNED), Ok(root("test")));
    let error = setting.caller(VERIFYING, &altered, &SIGNED).unwrap_err();
    assert!(matches!(error, AuthenticationError::SignatureDoesNotMatch(_)), "{error:?}");
}

#[test]
fn what_has_no_known_secret_cannot_be_verified() {
    let setting = Setting::new();
    let mut incoming = truly_signed();
    let header = incoming.header("authorization").unwrap().replace("=test/", "=somebody/");
    incoming.headers.insert("authorization", header.parse().unwrap());
    assert_eq!(setting.caller(OFF, &incoming, &SIGNED), Ok(root("somebody")));
    assert_eq!(setting.caller(VERIFYING, &incoming, &SIGNED), INVALID);
}

#[test]
fn answers_are_those_of_the_protocol() {
    let answer = |error: AuthenticationError, protocol| {
        let error = error.answer(protocol);
        (error.code.into_owned(), error.status, error.message)
    };
    let invalid = "The security token included in the request is invalid.".to_owned();
    assert_eq!(
        answer(AuthenticationError::InvalidToken, ProtocolName::Query),
        ("InvalidClientTokenId".to_owned(), 403, invalid.clone())
    );
    assert_eq!(
        answer(AuthenticationError::InvalidToken, ProtocolName::Json11),
        ("UnrecognizedClientException".to_owned(), 400, invalid)
    );
    assert_eq!(
        answer(AuthenticationError::ExpiredToken, ProtocolName::Query),
        ("ExpiredToken".to_owned(), 403, "The security token included in the request is expired".to_owned())
    );
    assert_eq!(
        answer(AuthenticationError::MissingToken, ProtocolName::Query),
        ("MissingAuthenticationToken".to_owned(), 403, "Request is missing Authentication Token".to_owned())
    );
}
