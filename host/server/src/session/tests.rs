use awsim_plugin::caller::SessionTag;

use super::*;

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_seconds(seconds)
}

fn account() -> AccountId {
    "123456789012".parse().unwrap()
}

fn sealer() -> TokenSealer {
    TokenSealer::new(&Arc::new(KeyRing::ephemeral().unwrap()))
}

/// Text that does not compress.
fn noise(length: usize) -> String {
    let mut state = 1_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from(b'!' + (state >> 24) as u8 % 90)
    };
    (0..length).map(|_| next()).collect()
}

fn role_session() -> Principal {
    Principal::RoleSession {
        role_id: "AROAEXAMPLE".to_owned(),
        role_name: "my-role".to_owned(),
        role_path: "/team/".to_owned(),
        session_name: "test-session".to_owned(),
    }
}

fn session() -> Session {
    Session {
        issued_at: at(1000),
        expires_at: at(4600),
        policies: vec![r#"{"Version":"2012-10-17","Statement":[]}"#.to_owned()],
        policy_arns: vec!["arn:aws:iam::aws:policy/ReadOnlyAccess".to_owned()],
        tags: vec![SessionTag { key: "Team".to_owned(), value: "ä".to_owned(), transitive: true }],
        source_identity: Some("alice".to_owned()),
        mfa_authenticated_at: Some(at(990)),
        chained: true,
        federated_provider: Some("accounts.example.com".to_owned()),
        federated_context: vec![(
            "accounts.example.com:amr".to_owned(),
            vec!["pwd".to_owned(), "ä".to_owned()],
        )],
    }
}

fn issue(sealer: &TokenSealer, principal: &Principal, session: &Session) -> TemporaryCredentials {
    sealer.issue(account(), principal, session, 0).unwrap()
}

#[test]
fn a_token_tells_everything_about_its_session() {
    let sealer = sealer();
    let user = || ("AIDAEXAMPLE".to_owned(), "bob".to_owned(), "/".to_owned());
    let (id, name, path) = user();
    let principals = [
        Principal::Root,
        Principal::User { id, name, path },
        role_session(),
        Principal::FederatedUser {
            name: "carol".to_owned(),
            issuer_id: Some(user().0),
            issuer_name: Some(user().1),
            issuer_path: Some(user().2),
        },
        Principal::FederatedUser {
            name: "carol".to_owned(),
            issuer_id: None,
            issuer_name: None,
            issuer_path: None,
        },
    ];
    for principal in principals {
        for session in [session(), Session { expires_at: at(4600), ..Session::default() }] {
            let credentials = issue(&sealer, &principal, &session);
            assert_eq!(credentials.expiration, session.expires_at);
            assert_eq!(credentials.secret_access_key.len(), 40);
            assert_eq!(access_key::account_of(&credentials.access_key_id), Some(account()));
            assert!(credentials.access_key_id.starts_with("ASIA"));

            let opened =
                sealer.unseal(&credentials.session_token, &credentials.access_key_id, at(2000)).unwrap();
            assert_eq!(opened.secret_access_key, credentials.secret_access_key);
            assert_eq!(opened.caller.account, account());
            assert_eq!(opened.caller.principal, principal);
            assert_eq!(opened.caller.access_key_id.as_deref(), Some(&*credentials.access_key_id));
            assert_eq!(opened.caller.session.as_deref(), Some(&session));
        }
    }
}

#[test]
fn every_token_differs() {
    let sealer = sealer();
    let (one, other) =
        (issue(&sealer, &role_session(), &session()), issue(&sealer, &role_session(), &session()));
    assert_ne!(one.access_key_id, other.access_key_id);
    assert_ne!(one.secret_access_key, other.secret_access_key);
    assert_ne!(one.session_token, other.session_token);
    assert_eq!(
        sealer.unseal(&one.session_token, &other.access_key_id, at(2000)),
        Err(TokenError::Invalid),
        "a token goes with its own access key only"
    );
}

#[test]
fn it_ends_to_the_moment() {
    let sealer = sealer();
    let credentials = issue(&sealer, &role_session(), &session());
    let unseal = |now| sealer.unseal(&credentials.session_token, &credentials.access_key_id, now);
    assert!(unseal(Timestamp::from_millis(4_599_999)).is_ok());
    assert_eq!(unseal(at(4600)), Err(TokenError::Expired));
}

#[test]
fn another_key_opens_nothing() {
    let credentials = issue(&sealer(), &role_session(), &session());
    assert_eq!(
        sealer().unseal(&credentials.session_token, &credentials.access_key_id, at(2000)),
        Err(TokenError::Invalid)
    );
}

#[test]
fn a_token_is_expired_before_its_key_is_gone_and_after() {
    const HOUR: i64 = 3600;
    let sealer = sealer();
    let starting = |hours: i64| Session {
        issued_at: at(hours * HOUR),
        expires_at: at((hours + 36) * HOUR),
        ..Session::default()
    };
    let first = issue(&sealer, &role_session(), &starting(0));
    let unseal = |now| sealer.unseal(&first.session_token, &first.access_key_id, now).map(drop);
    // A new key takes over every twelve hours, when a session is issued.
    for hours in [11, 12, 24, 35] {
        issue(&sealer, &role_session(), &starting(hours));
        assert_eq!(unseal(at(hours * HOUR)), Ok(()), "{hours}");
    }
    for hours in [36, 48, 60, 1000] {
        issue(&sealer, &role_session(), &starting(hours));
        assert_eq!(unseal(at(hours * HOUR)), Err(TokenError::Expired), "{hours}");
    }
}

#[test]
fn an_altered_token_opens_nothing() {
    let sealer = sealer();
    let credentials = issue(&sealer, &role_session(), &session());
    let token = &credentials.session_token;
    let id = &credentials.access_key_id;
    for index in 0..token.len() {
        let mut altered = token.clone().into_bytes();
        altered[index] = if altered[index] == b'A' { b'B' } else { b'A' };
        let altered = String::from_utf8(altered).unwrap();
        // What names a key that is long gone is refused as long expired.
        let refused = sealer.unseal(&altered, id, at(2000)).unwrap_err();
        let names_a_key = index < 12;
        assert!(refused == TokenError::Invalid || names_a_key, "character {index}: {refused}");
        assert_eq!(
            sealer.unseal(&token[..index], id, at(2000)),
            Err(TokenError::Invalid),
            "{index} characters"
        );
    }
    let huge = "A".repeat(10_000_000);
    for wrong in ["", "test", "AQ==", "ä", &huge] {
        assert_eq!(sealer.unseal(wrong, id, at(2000)), Err(TokenError::Invalid));
    }
}

#[test]
fn a_token_is_as_large_as_asked() {
    let sealer = sealer();
    for size in [0, 1, 300, 1001, 1002, 1003, 4095, 4096, usize::MAX] {
        let credentials = sealer.issue(account(), &Principal::Root, &session(), size).unwrap();
        let length = credentials.session_token.len();
        assert!(length >= size.min(MAX_TOKEN_SIZE), "{length} for {size}");
        assert!(length <= MAX_TOKEN_SIZE, "{length}");
        sealer.unseal(&credentials.session_token, &credentials.access_key_id, at(2000)).unwrap();
    }
}

#[test]
fn a_token_that_would_be_too_large_is_refused() {
    // One that would be read is too long for a token, the other is more than is ever read.
    for policy in [noise(4000), "x".repeat(70_000)] {
        let session = Session { policies: vec![policy], ..session() };
        let error = sealer().issue(account(), &Principal::Root, &session, 0).unwrap_err();
        assert_eq!((&*error.code, error.status), ("PackedPolicyTooLarge", 400));
    }
}

#[test]
fn policies_are_compressed_where_that_makes_them_shorter() {
    let sealer = sealer();
    let length = |policies: &[String]| {
        let session = Session { policies: policies.to_vec(), policy_arns: Vec::new(), ..session() };
        let credentials = issue(&sealer, &role_session(), &session);
        let opened = sealer.unseal(&credentials.session_token, &credentials.access_key_id, at(2000)).unwrap();
        assert_eq!(opened.caller.session.as_deref(), Some(&session));
        credentials.session_token.len()
    };
    let statement = r#"{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::bucket/*"},"#;
    let policy =
        format!(r#"{{"Version":"2012-10-17","Statement":[{}]}}"#, statement.repeat(20).trim_end_matches(','));
    assert!(policy.len() > 1500 && length(std::slice::from_ref(&policy)) < length(&[]) + 300);
    let noise = noise(1500);
    let difference = length(std::slice::from_ref(&noise)) - length(&[]);
    assert!(difference <= 1500 * 4 / 3 + 8, "{difference}");
}

#[test]
fn compressed_claims_that_come_to_too_much_are_refused() {
    use miniz_oxide::deflate::compress_to_vec;
    let policies = |bytes: usize| {
        let text = postcard::to_allocvec(&(vec!["x".repeat(bytes)], Vec::<String>::new())).unwrap();
        super::policies::PoliciesClaim::Deflated(compress_to_vec(&text, 6)).into_policies()
    };
    assert_eq!(policies(60_000).unwrap().0[0].len(), 60_000);
    assert_eq!(policies(70_000), Err(TokenError::Invalid));
    assert_eq!(policies(50_000_000), Err(TokenError::Invalid));
    let rubbish = super::policies::PoliciesClaim::Deflated(vec![7; 100]);
    assert_eq!(rubbish.into_policies(), Err(TokenError::Invalid));
}
