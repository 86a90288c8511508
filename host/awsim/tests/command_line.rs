//! What the command line tells of itself, and what it does where nobody listens.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where its input is wrong"
)]

mod common;

use std::process::Command;

use common::{awsim, output, unread};

#[test]
fn the_command_line_tells_of_itself() {
    let (code, version, _) = output(&mut awsim(&["--version"]));
    let commit = version.trim_end().strip_prefix("awsim 0.1.0").unwrap();
    let is_commit = |text: &str| text.len() >= 7 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let known = commit.strip_prefix(" (").and_then(|commit| commit.strip_suffix(')')).is_some_and(is_commit);
    assert!(code == Some(0) && (commit.is_empty() || known), "{version}");

    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let (code, script, _) = output(&mut awsim(&["completions", shell]));
        assert!(code == Some(0) && script.contains("iam-enforce") && script.contains("decisions"), "{shell}");
    }
    let (code, _, told) = output(&mut awsim(&["completions", "cmd"]));
    assert!(code == Some(2) && told.contains("possible values: bash"), "{told}");
}

/// What bash would offer after these words, the last of which is begun.
fn completed(words: &[&str]) -> Vec<String> {
    let (_, script, _) = output(&mut awsim(&["completions", "bash"]));
    let ask = r#"eval "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
        _awsim awsim "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"; printf '%s\n' "${COMPREPLY[@]}""#;
    let mut bash = Command::new("bash");
    bash.args(["-c", ask, "bash", &script, "awsim"]).args(words);
    // Names of files that could be offered.
    bash.current_dir(env!("CARGO_MANIFEST_DIR"));
    let (code, offered, told) = output(&mut bash);
    assert_eq!(code, Some(0), "{told}");
    offered.lines().map(str::to_owned).collect()
}

#[test]
fn shells_complete_values() {
    assert_eq!(completed(&["--iam-enforce", ""]), ["off", "audit", "on"]);
    assert_eq!(completed(&["--log-level", "d"]), ["debug"]);
    assert_eq!(completed(&["--verify-sigv4", ""]), ["auto", "true", "false"]);
    assert_eq!(completed(&["decisions", "--verdict", "im"]), ["implicitDeny"]);
    assert_eq!(completed(&["man", "gen"]), ["generate"]);
    assert_eq!(completed(&["--config", "Cargo"]), ["Cargo.toml"]);
    // Folders bash adds by itself.
    assert_eq!(completed(&["--data-dir", "Cargo"]), [""]);
    assert_eq!(completed(&["--port", "Cargo"]), ["Cargo"]);
}

/// A page of the manual.
fn page(words: &[&str]) -> String {
    let (code, page, told) = output(&mut awsim(&[&["man"], words].concat()));
    assert_eq!(code, Some(0), "{told}");
    page
}

#[test]
fn pages_of_the_manual_are_about_commands() {
    let main = page(&[]);
    assert!(main.contains(".TH awsim 1 \" \" \"awsim 0.1.0"), "{main}");
    assert!(main.contains("\\-\\-iam\\-enforce") && main.contains("awsim\\-decisions(1)"), "{main}");
    assert!(!main.contains("awsim\\-help(1)") && !main.contains("EXTRA"), "{main}");
    let generate = page(&["policy", "generate"]);
    assert!(generate.contains(".TH awsim-policy-generate 1 \" \" \"awsim 0.1.0"), "{generate}");
    assert!(generate.contains("\\-\\-merge\\-from"), "{generate}");
    let evaluate = page(&["policy", "evaluate"]);
    let (_, example) = evaluate.split_once(".nf\n").unwrap();
    let (example, _) = example.split_once("\n.fi\n").unwrap();
    assert!(example.starts_with("  {\"id\": \"c1\",\n") && example.lines().count() > 4, "{evaluate}");
}

#[test]
fn there_is_no_page_about_what_is_no_command() {
    for (words, told) in [
        (&["nope"][..], "invalid value 'nope'"),
        (&["generate"], "`awsim` has no command `generate`"),
        (&["policy", "import"], "`awsim policy` has no command `import`"),
    ] {
        let (code, page, said) = output(&mut awsim(&[&["man"], words].concat()));
        assert!(code == Some(2) && page.is_empty() && said.contains(told), "{words:?} {said}");
    }
}

#[test]
fn nobody_has_to_read_to_the_end() {
    for words in [&["--print-config"][..], &["completions", "bash"], &["man"]] {
        let (code, _, told) = output(awsim(words).stdout(unread()));
        assert_eq!((code, told.as_str()), (Some(0), ""), "{words:?}");
    }
}
