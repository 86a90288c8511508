//! The file `config.toml` at the top of the repository lists every setting with its default and a comment.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where its input is wrong"
)]

use std::path::Path;

use awsim_iam as _;
use awsim_organizations as _;
use awsim_server::config::{self, Config, Sources};
use awsim_sts as _;
use awsim_upstream as _;

fn file() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../config.toml"))
}

#[test]
fn it_lists_every_setting_with_its_default() {
    let settings = config::settings_in(file()).unwrap_or_else(|error| panic!("{error}"));
    assert!(settings.iter().any(|setting| setting.setting.starts_with("services.iam.")), "{settings:?}");
    let wrong: Vec<_> =
        settings.iter().filter(|setting| setting.written.as_ref() != Some(&setting.default)).collect();
    assert!(wrong.is_empty(), "missing from config.toml, or not the default: {wrong:#?}");
}

#[test]
fn loading_it_changes_nothing() {
    let sources = Sources { file: Some(file().to_owned()), ..Sources::default() };
    let loaded = config::load(&sources).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(loaded.config, Config::default());
}

#[test]
fn every_setting_has_a_comment() {
    let text = std::fs::read_to_string(file()).unwrap();
    let lines: Vec<_> = text.lines().collect();
    for (index, line) in
        lines.iter().enumerate().filter(|(_, line)| line.contains(" = ") && !line.starts_with('#'))
    {
        assert!(line.contains(" # ") || lines[index - 1].starts_with('#'), "{line}");
    }
}

#[test]
fn settings_of_a_service_are_checked_against_its_own_defaults() {
    let load = |variables: &[(&str, &str)]| {
        let variables = variables.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
        config::load(&Sources { variables, ..Sources::default() })
    };
    let loaded =
        load(&[("AWSIM_SERVICES__IAM__QUOTAS__USERS", "7"), ("AWSIM_SERVICES__STS__ENABLED", "false")]);
    let config = loaded.unwrap_or_else(|error| panic!("{error}")).config;
    assert_eq!(config.services["iam"].settings["quotas"]["users"], 7);
    assert!(config.services["iam"].enabled && !config.services["sts"].enabled);

    let error = load(&[
        ("AWSIM_SERVICES__IAM__QUOTAS__USERS", "-7"),
        ("AWSIM_SERVICES__IAM__QUOTAS__ROLES", "1.5"),
        ("AWSIM_SERVICES__IAM__QUOTAS__GROUPS", "many"),
        ("AWSIM_SERVICES__IAM__QUOTA__USERS", "7"),
        ("AWSIM_SERVICES__STS__ENABLED", "yes"),
    ]);
    let complaints: Vec<_> = error.unwrap_err().complaints.iter().map(ToString::to_string).collect();
    assert_eq!(
        complaints,
        [
            "AWSIM_SERVICES__IAM__QUOTAS__GROUPS: `services.iam.quotas.groups` is \"many\": expected a number",
            "AWSIM_SERVICES__IAM__QUOTAS__ROLES: `services.iam.quotas.roles` is 1.5: expected a whole number",
            "AWSIM_SERVICES__IAM__QUOTAS__USERS: `services.iam.quotas.users` is -7: expected a whole number, 0 or more",
            "AWSIM_SERVICES__IAM__QUOTA__USERS: AWSim has no such setting; did you mean \
             AWSIM_SERVICES__IAM__QUOTAS__USERS?",
            "AWSIM_SERVICES__STS__ENABLED: `services.sts.enabled` is \"yes\": expected true or false",
        ]
    );
}

/// The commented example, with its comments taken away in the place of `accounts = []`, is a configuration that starts.
#[test]
fn the_example_of_accounts_is_true() {
    let text = std::fs::read_to_string(file()).unwrap();
    let from = text.find("# [[bootstrap.accounts]]").unwrap();
    let to = from + text[from..].find("\n\n").unwrap();
    let example: Vec<_> =
        text[from..to].lines().map(|line| line.trim_start_matches('#').trim_start()).collect();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    std::fs::write(&path, example.join("\n")).unwrap();
    let loaded = config::load(&Sources { file: Some(path), ..Sources::default() });
    let config = loaded.unwrap_or_else(|error| panic!("{error}")).config;
    let account = &config.bootstrap.accounts[0];
    assert_eq!((account.policies.len(), account.groups.len()), (1, 1));
    assert_eq!((account.users.len(), account.roles.len()), (1, 1));

    let config = Config { bootstrap: config.bootstrap, ..Config::ephemeral() };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let started = awsim_server::server::Server::start(config).await;
        started.unwrap_or_else(|error| panic!("{error}")).shutdown().await;
    });
}
