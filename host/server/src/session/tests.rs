use awsim_plugin::caller::SessionTag;

use super::*;

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_seconds(seconds)
}

fn account() -> AccountId {
    "123456789012".parse().unwrap()
}

fn sealer() -> TokenSealer {
    TokenSealer::new(SessionKey::random().unwrap())
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
fn an_altered_token_opens_nothing() {
    let sealer = sealer();
    let credentials = issue(&sealer, &role_session(), &session());
    let token = &credentials.session_token;
    let id = &credentials.access_key_id;
    for index in 0..token.len() {
        let mut altered = token.clone().into_bytes();
        altered[index] = if altered[index] == b'A' { b'B' } else { b'A' };
        let altered = String::from_utf8(altered).unwrap();
        assert_eq!(sealer.unseal(&altered, id, at(2000)), Err(TokenError::Invalid), "character {index}");
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
    let session = Session { policies: vec!["x".repeat(4000)], ..session() };
    let error = sealer().issue(account(), &Principal::Root, &session, 0).unwrap_err();
    assert_eq!((&*error.code, error.status), ("PackedPolicyTooLarge", 400));
}

mod key_file {
    use super::*;

    /// A directory of its own for each test, gone with it.
    struct Directory(std::path::PathBuf);

    impl Directory {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("awsim-session-key-{}-{name}", std::process::id()));
            std::fs::create_dir_all(&path).unwrap();
            Self(path)
        }

        fn file(&self) -> std::path::PathBuf {
            self.0.join("session.key")
        }
    }

    impl Drop for Directory {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn a_restart_finds_the_same_key() {
        let directory = Directory::new("restart");
        let first = TokenSealer::new(SessionKey::load_or_create(&directory.0).unwrap());
        let credentials = issue(&first, &role_session(), &session());
        let second = TokenSealer::new(SessionKey::load_or_create(&directory.0).unwrap());
        assert!(second.unseal(&credentials.session_token, &credentials.access_key_id, at(2000)).is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_can_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let directory = Directory::new("mode");
        let leftover = directory.0.join("session.key.new");
        std::fs::write(&leftover, "an attempt that was interrupted").unwrap();
        SessionKey::load_or_create(&directory.0).unwrap();
        assert_eq!(std::fs::metadata(directory.file()).unwrap().permissions().mode() & 0o777, 0o600);
        assert!(!leftover.exists());
    }

    #[test]
    fn another_file_is_neither_used_nor_overwritten() {
        let directory = Directory::new("malformed");
        for content in
            ["", "awsim-session-key-1 ", "awsim-session-key-2 AAAA", "awsim-session-key-1 AAAA\n", "rubbish"]
        {
            std::fs::write(directory.file(), content).unwrap();
            let error = SessionKey::load_or_create(&directory.0).unwrap_err();
            assert!(matches!(error, SessionKeyError::Malformed(_)), "{content:?}: {error}");
            assert_eq!(std::fs::read_to_string(directory.file()).unwrap(), content);
        }
    }

    #[test]
    fn a_missing_directory_is_named() {
        let error = SessionKey::load_or_create(std::path::Path::new("/nowhere/at/all")).unwrap_err();
        let message = error.to_string();
        assert!(
            message.starts_with("the session key /nowhere/at/all/session.key cannot be written: "),
            "{message}"
        );
    }
}
