//! The file `config.toml` at the top of the repository lists every setting with its default and a comment.

use std::path::Path;

use awsim_iam as _;
use awsim_server::config::{self, Config, Sources};
use awsim_sts as _;

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
    for (index, line) in lines.iter().enumerate().filter(|(_, line)| line.contains(" = ") && !line.starts_with('#')) {
        assert!(line.contains(" # ") || lines[index - 1].starts_with('#'), "{line}");
    }
}
