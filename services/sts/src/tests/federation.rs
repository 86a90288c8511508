use super::*;
use crate::generated::operations::{AssumeRole, GetAccessKeyInfo, GetFederationToken, GetSessionToken};
use crate::generated::{
    AssumeRoleRequest, GetAccessKeyInfoRequest, GetFederationTokenRequest, GetSessionTokenRequest, Tag,
};

fn session_token(caller: &Caller, seconds: Option<i32>) -> Result<String, ServiceError> {
    let request = GetSessionTokenRequest { duration_seconds: seconds, ..Default::default() };
    let answer = call_async::<GetSessionToken>(&FakeHost::default(), caller, request)?;
    Ok(answer.credentials.unwrap().expiration.to_string())
}

fn federation_request() -> GetFederationTokenRequest {
    GetFederationTokenRequest { name: "carol".to_owned(), ..Default::default() }
}

#[test]
fn session_tokens_last_twelve_hours_or_one_for_root() {
    assert_eq!(session_token(&bob(), None).unwrap(), "2026-04-21T20:15:30Z");
    assert_eq!(session_token(&bob(), Some(129_600)).unwrap(), "2026-04-22T20:15:30Z");
    assert_eq!(session_token(&root(), None).unwrap(), "2026-04-21T09:15:30Z");
    assert_eq!(session_token(&root(), Some(129_600)).unwrap(), "2026-04-21T09:15:30Z");
    assert_eq!(session_token(&root(), Some(900)).unwrap(), "2026-04-21T08:30:30Z");
}

#[test]
fn a_session_token_is_its_user() {
    let host = FakeHost::default();
    call_async::<GetSessionToken>(&host, &bob(), GetSessionTokenRequest::default()).unwrap();
    let (_, principal, session) = host.issued();
    assert_eq!(principal, bob().principal);
    assert_eq!(session.mfa_authenticated_at, None);
    let with_code = GetSessionTokenRequest {
        serial_number: Some("arn:aws:iam::000000000000:mfa/bob".to_owned()),
        token_code: Some("123456".to_owned()),
        ..Default::default()
    };
    call_async::<GetSessionToken>(&host, &bob(), with_code).unwrap();
    assert_eq!(host.issued().2.mfa_authenticated_at, Some(now().to_the_second()));
}

#[test]
fn sessions_make_no_sessions() {
    for caller in [role_session(Session::default()), with_session(bob(), Session::default())] {
        check_error(
            session_token(&caller, None),
            "AccessDenied",
            403,
            "Cannot call GetSessionToken with session credentials",
        );
        check_error(
            call::<GetFederationToken>(&FakeHost::default(), &caller, federation_request()),
            "AccessDenied",
            403,
            "Cannot call GetFederationToken with session credentials",
        );
    }
}

#[test]
fn session_tokens_need_no_permission() {
    let request = GetSessionTokenRequest::default();
    assert_eq!(access_async::<GetSessionToken>(&FakeHost::enforcing(), &bob(), &request), []);
}

#[test]
fn a_federated_user_is_known_by_its_name() {
    let host = FakeHost::default();
    let answer = call::<GetFederationToken>(&host, &bob(), federation_request()).unwrap();
    let user = answer.federated_user.unwrap();
    assert_eq!(user.arn, "arn:aws:sts::000000000000:federated-user/carol");
    assert_eq!(user.federated_user_id, "000000000000:carol");
    assert_eq!(answer.packed_policy_size, Some(0));
    let (_, principal, _) = host.issued();
    let expected = Principal::FederatedUser {
        name: "carol".to_owned(),
        issuer_id: Some("AIDABOB".to_owned()),
        issuer_name: Some("bob".to_owned()),
        issuer_path: Some("/team/".to_owned()),
    };
    assert_eq!(principal, expected);
}

#[test]
fn federation_needs_permission_on_the_federated_user() {
    let host = FakeHost::default();
    let resource = || "arn:aws:sts::000000000000:federated-user/carol".to_owned();
    assert_eq!(
        access::<GetFederationToken>(&host, &bob(), &federation_request()),
        [("sts:GetFederationToken".to_owned(), resource())]
    );
    let tags = Some(vec![Tag { key: "a".to_owned(), value: "b".to_owned() }]);
    let request = GetFederationTokenRequest { tags, ..federation_request() };
    assert_eq!(
        access::<GetFederationToken>(&host, &bob(), &request),
        [("sts:GetFederationToken".to_owned(), resource()), ("sts:TagSession".to_owned(), resource())]
    );
}

#[test]
fn sessions_of_users_reach_little_of_sts_where_it_is_enforced() {
    let carol = with_session(Caller { principal: federated("carol"), ..root() }, Session::default());
    let bob = with_session(bob(), Session::default());
    let info = || GetAccessKeyInfoRequest { access_key_id: "ASIAY34FZKBOKMUTVV7A".to_owned() };
    let assume = || AssumeRoleRequest {
        role_arn: "arn:aws:iam::000000000000:role/app".to_owned(),
        role_session_name: "session".to_owned(),
        ..Default::default()
    };
    for caller in [&bob, &carol] {
        call::<GetAccessKeyInfo>(&FakeHost::default(), caller, info()).unwrap();
        call_async::<AssumeRole>(&FakeHost::default(), caller, assume()).unwrap();
        check_error(
            call::<GetAccessKeyInfo>(&FakeHost::enforcing(), caller, info()),
            "AccessDenied",
            403,
            "Cannot call GetAccessKeyInfo with session credentials",
        );
    }
    call_async::<AssumeRole>(&FakeHost::enforcing(), &bob, assume()).unwrap();
    check_error(
        call_async::<AssumeRole>(&FakeHost::enforcing(), &carol, assume()),
        "AccessDenied",
        403,
        "Cannot call AssumeRole with session credentials",
    );
    let role = role_session(Session::default());
    call::<GetAccessKeyInfo>(&FakeHost::enforcing(), &role, info()).unwrap();
}
