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

/// Loads a file with this text and these variables; what is wrong with them, without the path of the file.
fn load(text: &str, variables: &[(&str, &str)]) -> Result<Config, Vec<String>> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    std::fs::write(&path, text).unwrap();
    let variables = variables.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
    let loaded = config::load(&Sources { file: Some(path), variables, ..Sources::default() });
    let place = format!("{}/", folder.path().display());
    let told = |error: config::ConfigError| {
        error.complaints.iter().map(|complaint| complaint.to_string().replace(&place, "")).collect()
    };
    loaded.map(|loaded| loaded.config).map_err(told)
}

/// The model of a service that keeps notes.
const NOTES: &str = r#"{
    "metadata": {
        "apiVersion": "2026-01-01", "endpointPrefix": "my-notes", "protocol": "json", "targetPrefix": "Notes",
        "serviceFullName": "Notes"
    },
    "operations": {"ListNotes": {"http": {"method": "POST", "requestUri": "/"}}},
    "shapes": {}
}"#;

/// A file with that model, in a folder that has to be kept.
fn notes() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notes.json");
    std::fs::write(&path, NOTES).unwrap();
    let path = path.display().to_string();
    (folder, path)
}

#[test]
fn any_service_can_be_added_with_a_model() {
    let (_folder, model) = notes();
    let file = format!("[services.my-notes]\nupstream = \"http://127.0.0.1:1\"\nmodel = \"{model}\"\n");
    let config = load(&file, &[("AWSIM_SERVICES__MY_NOTES__TIMEOUT_SECONDS", "7")]).unwrap();
    assert_eq!(config.services["my-notes"].settings["timeout_seconds"], 7);
    let variables = [
        ("AWSIM_SERVICES__MY_NOTES__UPSTREAM", "http://127.0.0.1:1"),
        ("AWSIM_SERVICES__MY_NOTES__MODEL", &*model),
    ];
    assert_eq!(load("", &variables).unwrap().services["my-notes"].settings["model"], *model);
    // What is off may be unfinished.
    assert!(!load("[services.my-notes]\nenabled = false\n", &[]).unwrap().services["my-notes"].enabled);
}

#[test]
fn what_is_wrong_with_an_added_service_is_told_with_everything_else() {
    let (_folder, model) = notes();
    let file = format!(
        "prot = 1\n[services.states]\nsigning = \"own\"\n[services.other]\nupstream = \"http://127.0.0.1:1\"\n\
         model = \"{model}\"\nmodle = 1\n[services.\"a/b\"]\nmodel = \"x\"\n"
    );
    let variables =
        [("AWSIM_SERVICES__DYNAMODBB__UPSTREAM", "http://127.0.0.1:1"), ("AWSIM_SERVICES__S4__LEVEL", "1")];
    let found = load(&file, &variables).unwrap_err();
    let needs = "it has: dynamodb, iam, kms, lambda, organizations, s3, secretsmanager, sns, sqs, sts. Of any other it \
                 needs the model of its API, botocore/data/SERVICE/VERSION/service-2.json.gz in every installation of \
                 boto3 and of the AWS CLI";
    let expected = [
        "config.toml:1: there is no setting `prot`; did you mean `port`?".to_owned(),
        format!("config.toml:3: `services.states.model`: this program has no service `states`; {needs}"),
        "config.toml:3: `services.states.upstream`: it is not said where the service runs: \"http://HOST:PORT\""
            .to_owned(),
        format!(
            "config.toml:6: `services.other.model`: {model} is the model of `my-notes`, to be named [services.my-notes]"
        ),
        "config.toml:7: there is no setting `services.other.modle`; did you mean `services.other.model`?".to_owned(),
        format!(
            "AWSIM_SERVICES__DYNAMODBB__UPSTREAM: `services.dynamodbb.model`: this program has no service `dynamodbb`; {needs}"
        ),
    ];
    for complaint in &expected {
        assert!(found.contains(complaint), "{complaint}\n{found:#?}");
    }
    let others: Vec<_> = found.iter().filter(|complaint| !expected.contains(complaint)).collect();
    assert_eq!(others.len(), 2, "{others:#?}");
    let unnamed = "config.toml:9: this program has no service `a/b`; it has: dynamodb, iam, kms, ";
    assert!(others[0].starts_with(unnamed), "{others:#?}");
    assert!(others[1].starts_with("AWSIM_SERVICES__S4__LEVEL: AWSim has no such setting"), "{others:#?}");
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
