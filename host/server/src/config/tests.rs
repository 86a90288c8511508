use std::path::{Path, PathBuf};
use std::time::Duration;

use super::*;

/// Loads a file with this text, these variables and these flags. The file is called `test.toml` in complaints.
fn load_from(
    text: &str,
    variables: &[(&str, &str)],
    flags: &[(&'static str, &'static str, &str)],
) -> Result<Loaded, Vec<String>> {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("test.toml");
    std::fs::write(&file, text).unwrap();
    let sources = Sources {
        file: Some(file),
        directory: None,
        variables: variables.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect(),
        flags: flags
            .iter()
            .map(|(flag, setting, text)| FlagSetting { flag, setting, text: text.to_string() })
            .collect(),
    };
    let directory = format!("{}/", directory.path().display());
    load(&sources).map_err(|error| {
        error.complaints.iter().map(|complaint| complaint.to_string().replace(&directory, "")).collect()
    })
}

fn complaints(
    text: &str,
    variables: &[(&str, &str)],
    flags: &[(&'static str, &'static str, &str)],
) -> Vec<String> {
    load_from(text, variables, flags).unwrap_err()
}

#[test]
fn without_sources_everything_is_the_default() {
    let loaded = load(&Sources::default()).unwrap();
    assert_eq!(loaded.config, Config::default());
    assert_eq!(loaded.file, None);
    let config = loaded.config;
    assert_eq!((config.address.to_string().as_str(), config.port), ("127.0.0.1", 4566));
    assert_eq!(config.account_id.to_string(), "000000000000");
    assert_eq!(config.data_dir, DataDir::Path(PathBuf::from("awsim-data")));
    assert!(!config.verifies_signatures());
}

#[test]
fn later_sources_win() {
    let file = "port = 1\nregion = \"eu-west-1\"\naccount_id = \"111111111111\"\n";
    let variables = [("AWSIM_PORT", "2"), ("AWSIM_REGION", "eu-west-2")];
    let config = load_from(file, &variables, &[("--port", "port", "3")]).unwrap().config;
    assert_eq!(config.port, 3);
    assert_eq!(config.region, "eu-west-2");
    assert_eq!(config.account_id.to_string(), "111111111111");
}

#[test]
fn settings_in_sections_have_variables_too() {
    let variables = [
        ("AWSIM_STORE__DURABILITY", "normal"),
        ("AWSIM_LIMITS__BODY_BYTES", "2 MiB"),
        ("AWSIM_LIMITS__CONNECTIONS", "7"),
        ("AWSIM_LIMITS__BODY_TIMEOUT", "1.5s"),
        ("AWSIM_LOG__FORMAT", "json"),
        ("AWSIM_ADMIN_REMOTE", "true"),
        ("PATH", "/bin"),
    ];
    let config = load_from("", &variables, &[]).unwrap().config;
    assert_eq!(config.store.durability, Durability::Normal);
    assert_eq!(config.limits.body_bytes, 2 << 20);
    assert_eq!(config.limits.connections, 7);
    assert_eq!(config.limits.body_timeout, Duration::from_millis(1500));
    assert_eq!(config.log.format, LogFormat::Json);
    assert!(config.admin_remote);
}

#[test]
fn modes_have_the_words_people_try() {
    for (text, mode) in [
        ("\"off\"", EnforcementMode::Off),
        ("false", EnforcementMode::Off),
        ("\"false\"", EnforcementMode::Off),
        ("\"audit\"", EnforcementMode::Audit),
    ] {
        let config = load_from(&format!("iam_enforce = {text}"), &[], &[]).unwrap().config;
        assert_eq!(config.iam_enforce, mode, "{text}");
    }
    let config = load_from("verify_sigv4 = true\ndata_dir = \":memory:\"", &[], &[]).unwrap().config;
    assert!(config.verifies_signatures());
    assert_eq!(config.data_dir, DataDir::Memory);
}

#[test]
fn enforcement_brings_verification_of_signatures() {
    let config = load_from("", &[("AWSIM_IAM_ENFORCE", "true")], &[]).unwrap().config;
    assert_eq!(config.iam_enforce, EnforcementMode::On);
    assert!(config.verifies_signatures());
}

#[test]
fn decisions_have_settings_of_their_own() {
    let file = "[enforcement]\ntrusted_proxies = \"10.0.0.0/8\"\npropagation_delay = \"2 s\"\n[decisions]\nkeep = 5\nfile = \"d.jsonl\"\n";
    let config = load_from(file, &[], &[]).unwrap().config;
    assert!(config.enforcement.trusted_proxies.contains("10.1.2.3".parse().unwrap()));
    assert_eq!(config.enforcement.propagation_delay, std::time::Duration::from_secs(2));
    assert_eq!((config.decisions.keep, config.decisions.file), (5, Some("d.jsonl".into())));
    let refused = complaints("[enforcement]\ntrusted_proxies = \"proxy\"\n", &[], &[]);
    assert!(refused[0].contains("expected addresses and networks"), "{refused:?}");
}

#[test]
fn all_complaints_come_at_once_with_their_places() {
    let file = "prot = 80\n\nregion = \"Europe\"\n[limits]\nbody_byte = 3\nbody_timeout = 30\n[limts]\na = 1\nb = 2\n";
    let variables =
        [("AWSIM_PORT", "http"), ("AWSIM_STORE_DURABILITY", "normal"), ("AWSIM_ACCOUNT_ID", "12")];
    let found = complaints(file, &variables, &[("--address", "address", "nowhere")]);
    assert_eq!(
        found,
        [
            "test.toml:1: there is no setting `prot`; did you mean `port`?",
            "test.toml:3: `region`: expected the name of a region, such as us-east-1",
            "test.toml:5: there is no setting `limits.body_byte`; did you mean `limits.body_bytes`?",
            "test.toml:6: `limits.body_timeout` is 30: expected a duration of up to 24 h: a number with ms, s, min or h, \
             as in \"30 s\"",
            "test.toml:8: there is no setting `limts`; did you mean `limits`?",
            "AWSIM_ACCOUNT_ID: `account_id` is \"12\": an account id has exactly twelve digits",
            "AWSIM_PORT: `port` is \"http\": expected a port: a whole number from 0 to 65535",
            "AWSIM_STORE_DURABILITY: AWSim has no such setting; did you mean AWSIM_STORE__DURABILITY?",
            "--address: `address` is \"nowhere\": expected an IP address of this machine, such as 127.0.0.1 or 0.0.0.0",
        ]
    );
}

#[test]
fn a_setting_in_the_wrong_section_is_found() {
    assert_eq!(
        complaints("durability = \"full\"", &[], &[]),
        ["test.toml:1: there is no setting `durability`; did you mean `store.durability`?"]
    );
    assert_eq!(
        complaints("limits = 3", &[], &[]),
        ["test.toml:1: `limits` is a section: it has settings, not a value"]
    );
    assert_eq!(complaints("[port]\nx = 3", &[], &[]), ["test.toml:2: `port` is a setting, not a section"]);
    assert_eq!(complaints("zzz = 3", &[], &[]), ["test.toml:1: there is no setting `zzz`"]);
    let nothing_like_it = complaints("", &[("AWSIM_QWERTYUIOP", "")], &[]);
    assert!(nothing_like_it[0].starts_with("AWSIM_QWERTYUIOP: AWSim has no such setting (AWSIM_ is"));
}

#[test]
fn syntax_errors_tell_their_line() {
    let found = complaints("port = 1\nregion = \nport = 2\n", &[], &[]);
    assert!(found.iter().any(|complaint| complaint.starts_with("test.toml:2: ")), "{found:?}");
    assert!(found.iter().any(|complaint| complaint.starts_with("test.toml:3: duplicate key")), "{found:?}");
}

#[test]
fn a_named_file_must_be_there_and_an_unnamed_one_need_not() {
    let sources = Sources { file: Some(PathBuf::from("/no/such/file.toml")), ..Sources::default() };
    let error = load(&sources).unwrap_err().to_string();
    assert!(
        error.starts_with("the configuration has a mistake:\n  /no/such/file.toml: the file cannot be read")
    );

    let directory = tempfile::tempdir().unwrap();
    let sources = Sources { directory: Some(directory.path().to_owned()), ..Sources::default() };
    assert_eq!(load(&sources).unwrap().file, None);
    std::fs::write(directory.path().join("config.toml"), "port = 99").unwrap();
    assert_eq!(load(&sources).unwrap().config.port, 99);
    let named = [("AWSIM_CONFIG".to_owned(), "/no/such/file.toml".to_owned())];
    assert!(load(&Sources { variables: named.to_vec(), ..sources }).is_err());
}

#[test]
fn values_out_of_reason_are_refused() {
    for wrong in [
        "limits.connections = 0",
        "limits.connections = -1",
        "limits.connections = 99999999999999999999",
        "limits.nesting = 1.5",
        "limits.nesting = 128",
        "limits.headers = 10001",
        "limits.header_bytes = \"1 KiB\"",
        "limits.header_bytes = \"1 GiB\"",
        "limits.body_bytes = \"1 MB\"",
        "limits.body_bytes = \"-1\"",
        "limits.body_bytes = 0",
        "sessions.key_rotation = \"59 s\"",
        "sessions.key_rotation = \"25 h\"",
        "limits.header_timeout = \"0 s\"",
        "limits.shutdown_grace = \"25 h\"",
        "limits.shutdown_grace = \"inf s\"",
        "root.access_key_id = \"a/b\"",
        "root.secret_access_key = \"\"",
        "account_id = 2000-01-01",
        "data_dir = \"\"",
        "region = []",
        "store.durability = \"most\"",
        "admin_remote = \"yes\"",
        "services.nonesuch.enabled = true",
        "[[bootstrap.accounts]]\nid = \"111122223333\"\nroot = { access_key_id = \"test\", secret_access_key = \"x\" }",
        "[[bootstrap.accounts]]\nid = \"111122223333\"\n[[bootstrap.accounts.users]]\nname = \"ann\"\n\
         access_keys = [{ access_key_id = \"test\", secret_access_key = \"test\" }]",
    ] {
        assert_eq!(complaints(wrong, &[], &[]).len(), 1, "{wrong}");
    }
    for right in
        ["limits.shutdown_grace = \"0 s\"", "limits.body_bytes = 1", "limits.header_bytes = \"16 MiB\""]
    {
        assert!(load_from(right, &[], &[]).is_ok(), "{right}");
    }
}

#[test]
fn what_is_printed_can_be_loaded_and_tells_where_it_comes_from() {
    let variables = [("AWSIM_REGION", "eu-west-3"), ("AWSIM_DATA_DIR", "a \"b\"\\c\u{7f}")];
    let loaded = load_from(
        "port = 0\nlimits.body_bytes = 4194304",
        &variables,
        &[("--iam-enforce", "iam_enforce", "audit")],
    )
    .unwrap();
    let printed = loaded.to_string();
    let again = load_from(&printed, &[], &[]).unwrap();
    assert_eq!(again.config, loaded.config);
    let line = |start: &str| printed.lines().find(|line| line.starts_with(start)).unwrap_or_default();
    assert!(line("port = 0 ").contains("test.toml:1"), "{printed}");
    assert!(line("region = \"eu-west-3\"").ends_with("# AWSIM_REGION"), "{printed}");
    assert!(line("iam_enforce = \"audit\"").ends_with("# --iam-enforce"), "{printed}");
    assert!(line("body_bytes = \"4 MiB\"").ends_with("test.toml:2"), "{printed}");
    assert!(line("nesting = 64").ends_with("# default"), "{printed}");
}

#[test]
fn secrets_are_not_shown() {
    let loaded = load_from("", &[("AWSIM_ROOT__SECRET_ACCESS_KEY", "hush")], &[]).unwrap();
    assert_eq!(loaded.config.root.secret_access_key, "hush");
    assert!(!loaded.to_string().contains("hush"));
    assert!(!format!("{:?}", loaded.config).contains("hush"));
}

#[test]
fn a_file_without_a_setting_does_not_document_it() {
    let directory = tempfile::tempdir().unwrap();
    let file: &Path = &directory.path().join("config.toml");
    std::fs::write(file, "port = 4566").unwrap();
    let settings = settings_in(file).unwrap();
    let find = |name: &str| settings.iter().find(|setting| setting.setting == name).unwrap();
    assert_eq!(find("port").written, Some(find("port").default.clone()));
    assert_eq!(find("region").written, None);
    assert_eq!(find("region").default, "us-east-1");
}
