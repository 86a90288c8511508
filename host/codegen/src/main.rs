//! Writes the typed shapes of each service from its API model: `cargo codegen`, or `cargo codegen --check` to find out
//! whether what is committed is current.

mod emit;
mod names;
mod pattern;
mod upstream;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

/// What is generated from what: the model, the folder of the output, and the plugin type that the operations are
/// bound to (none for shapes without a service).
const TARGETS: &[Target] = &[
    Target {
        model: "services/iam/model/service.json",
        output: "services/iam/src/generated",
        plugin: Some("crate::Iam"),
        quotes_values: false,
        // What AWS answers, whatever the API reference says.
        answered: &[
            ("PermissionsBoundaryAttachmentType", "PermissionsBoundaryPolicy", "Policy"),
            ("PolicySourceType", "user", "IAM Policy"),
            ("PolicySourceType", "resource", "Resource Policy"),
            ("PolicySourceType", "user-managed", "Permissions Boundary Policy"),
        ],
    },
    Target {
        model: "services/sts/model/service.json",
        output: "services/sts/src/generated",
        plugin: Some("crate::Sts"),
        quotes_values: true,
        answered: &[],
    },
    Target {
        model: "services/organizations/model/service.json",
        output: "services/organizations/src/generated",
        plugin: Some("crate::Organizations"),
        quotes_values: true,
        answered: &[],
    },
    // Every kind of shape and every way to name its parts, which no one service has.
    Target {
        model: "sdk-tests/model/samples.json",
        output: "sdk-tests/src/samples",
        plugin: None,
        quotes_values: true,
        answered: &[],
    },
];

/// The services that run elsewhere: of each a table is generated into one file.
const UPSTREAM: &[&str] = &["dynamodb", "kms", "lambda", "s3", "secretsmanager", "sns", "sqs"];

/// Where their models are, and their tables.
const UPSTREAM_CRATE: &str = "services/upstream";

/// One generated folder.
pub(crate) struct Target {
    model: &'static str,
    output: &'static str,
    pub(crate) plugin: Option<&'static str>,
    /// Whether the service quotes values in its validation errors, which no model says.
    pub(crate) quotes_values: bool,
    /// Enumerations for which AWS sends another value than the model has: shape, value in the model, value sent.
    answered: &'static [(&'static str, &'static str, &'static str)],
}

fn main() -> ExitCode {
    let check = match std::env::args().nth(1).as_deref() {
        None => false,
        Some("--check") => true,
        Some(other) => {
            eprintln!("unknown argument {other}; usage: cargo codegen [--check]");
            return ExitCode::FAILURE;
        }
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut stale = Vec::new();
    for target in TARGETS {
        match generate(&root, target, check) {
            Ok(differing) => stale.extend(differing),
            Err(error) => {
                eprintln!("{}: {error}", target.model);
                return ExitCode::FAILURE;
            }
        }
    }
    for service in UPSTREAM {
        match generate_upstream(&root, service, check) {
            Ok(differing) => stale.extend(differing),
            Err(error) => {
                eprintln!("{service}: {error}");
                return ExitCode::FAILURE;
            }
        }
    }
    if check && !stale.is_empty() {
        for path in stale {
            eprintln!("not current: {}", path.display());
        }
        eprintln!("run `cargo codegen` and commit the result");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// Generates the files of a target, or finds those that differ from what is committed.
fn generate(root: &Path, target: &Target, check: bool) -> Result<Vec<PathBuf>, String> {
    let mut model = awsim_model::read(&root.join(target.model))?;
    for (shape, modelled, sent) in target.answered {
        let values =
            model.shapes.get_mut(*shape).map(|shape| shape.values.as_mut_slice()).unwrap_or_default();
        let value = values.iter_mut().find(|value| value == modelled);
        *value.ok_or_else(|| format!("{shape} has no value {modelled}"))? = (*sent).to_owned();
    }
    let files: BTreeMap<&str, String> = emit::files(&model, target)?;
    write(&root.join(target.output), files, check)
}

/// Generates the table of a service that runs elsewhere, or finds out whether it differs from what is committed.
fn generate_upstream(root: &Path, service: &str, check: bool) -> Result<Vec<PathBuf>, String> {
    let folder = root.join(UPSTREAM_CRATE);
    let model = awsim_model::read(&folder.join(format!("model/{service}.json")))?;
    let name = format!("{service}.rs");
    write(&folder.join("src/generated"), BTreeMap::from([(&*name, upstream::file(&model)?)]), check)
}

/// Writes the files that differ from what is committed, unless they are only looked for.
fn write(folder: &Path, files: BTreeMap<&str, String>, check: bool) -> Result<Vec<PathBuf>, String> {
    let mut differing = Vec::new();
    for (name, text) in files {
        let text = format(&text)?;
        let path = folder.join(name);
        if std::fs::read_to_string(&path).is_ok_and(|committed| committed == text) {
            continue;
        }
        if !check {
            std::fs::create_dir_all(folder).map_err(|error| error.to_string())?;
            std::fs::write(&path, text).map_err(|error| error.to_string())?;
        }
        differing.push(path);
    }
    Ok(differing)
}

/// Formats a file as `cargo fmt` would.
fn format(text: &str) -> Result<String, String> {
    let config = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut rustfmt = Command::new("rustfmt")
        .args(["--edition", "2024", "--config-path"])
        .arg(config)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("rustfmt: {error}"))?;
    let mut stdin = rustfmt.stdin.take().ok_or("rustfmt takes no input")?;
    let text = text.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(text.as_bytes()));
    let output = rustfmt.wait_with_output().map_err(|error| format!("rustfmt: {error}"))?;
    let written = writer.join().map_err(|_| "rustfmt: the writer failed".to_owned())?;
    written.map_err(|error| format!("rustfmt: {error}"))?;
    if !output.status.success() {
        return Err("rustfmt refused the generated text".to_owned());
    }
    String::from_utf8(output.stdout).map_err(|error| error.to_string())
}
