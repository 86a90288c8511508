//! Python and Node with the packages that the tests need, at pinned versions, in the build folder.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use crate::process::{Awsim, target_directory};

/// The folder of this crate.
const HERE: &str = env!("CARGO_MANIFEST_DIR");

/// A `python3` that finds boto3 and botocore.
pub fn python() -> Command {
    python_with(boto3_packages())
}

/// The AWS CLI, aimed at a running AWSim with the root credentials.
pub fn aws_cli(awsim: &Awsim) -> Command {
    let mut command = python_with(cli_packages());
    command.args(["-m", "awscli", "--endpoint-url", &awsim.endpoint(), "--output", "json"]);
    as_root(&mut command);
    command
}

/// A `python3` that finds the AWS CLI, with boto3's models, which may be newer than its own, and is told where AWSim is.
pub fn aws_cli_program(awsim: &Awsim) -> Command {
    let mut command = python_with(cli_packages());
    command.env("AWSIM_ENDPOINT", awsim.endpoint());
    command.env("AWS_DATA_PATH", boto3_packages().join("botocore/data"));
    command
}

/// The folder where Python finds the AWS CLI.
pub fn cli_packages() -> &'static Path {
    static PACKAGES: OnceLock<PathBuf> = OnceLock::new();
    PACKAGES.get_or_init(|| install("awscli", "python/requirements-cli.txt", pip_install))
}

/// The folder where Python finds boto3 and botocore.
pub fn boto3_packages() -> &'static Path {
    static PACKAGES: OnceLock<PathBuf> = OnceLock::new();
    PACKAGES.get_or_init(|| install("boto3", "python/requirements.txt", pip_install))
}

/// The folder where Python finds `moto`, a server that does the work of AWS's services behind AWSim. It is only ever
/// spoken to over HTTP.
pub fn moto() -> &'static Path {
    static PACKAGES: OnceLock<PathBuf> = OnceLock::new();
    PACKAGES.get_or_init(|| install("moto", "python/requirements-moto.txt", pip_install))
}

/// The folder where Node finds the SDK for JavaScript, below `node_modules`.
pub fn node_packages() -> &'static Path {
    static PACKAGES: OnceLock<PathBuf> = OnceLock::new();
    PACKAGES.get_or_init(|| install("node", "node/package-lock.json", npm_install))
}

/// `node`, in a folder where it finds the SDK for JavaScript.
pub fn node() -> Command {
    let mut command = Command::new("node");
    command.current_dir(node_packages());
    as_root(&mut command);
    command
}

/// Gives a command the root credentials, a region, and nothing of the developer's own AWS configuration.
pub fn as_root(command: &mut Command) {
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("AWS_")) {
        command.env_remove(name);
    }
    command
        .env("AWS_ACCESS_KEY_ID", "test")
        .env("AWS_SECRET_ACCESS_KEY", "test")
        .env("AWS_DEFAULT_REGION", "us-east-1")
        .env("AWS_REGION", "us-east-1")
        .env("AWS_EC2_METADATA_DISABLED", "true")
        .env("AWS_CONFIG_FILE", "/nonexistent")
        .env("AWS_SHARED_CREDENTIALS_FILE", "/nonexistent");
}

/// Runs a command and returns what it printed.
///
/// # Panics
/// If it fails; with everything that it said.
pub fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{command:?} failed with {}\n{stdout}\n{}",
        output.status,
        String::from_utf8_lossy(&output.stderr)
    );
    stdout
}

fn python_with(packages: &Path) -> Command {
    let mut command = Command::new("python3");
    command.env("PYTHONPATH", packages).env("PYTHONDONTWRITEBYTECODE", "1");
    as_root(&mut command);
    command
}

/// Installs packages once per content of their list, also when several tests ask at the same time.
fn install(name: &str, list: &str, how: fn(&Path, &Path)) -> PathBuf {
    let list = Path::new(HERE).join(list);
    let wanted = std::fs::read_to_string(&list).unwrap_or_else(|error| panic!("{}: {error}", list.display()));
    let folder = target_directory().join("sdk-tests").join(name);
    std::fs::create_dir_all(&folder).expect("the build folder can be written");
    let lock = File::create(folder.join(".lock")).expect("the build folder can be written");
    lock.lock().expect("a file can be locked");
    let stamp = folder.join(".installed");
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return folder;
    }
    how(&list, &folder);
    std::fs::write(&stamp, wanted).expect("the build folder can be written");
    folder
}

fn pip_install(list: &Path, folder: &Path) {
    let mut pip = Command::new("python3");
    pip.args([
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--upgrade",
        "--requirement",
    ])
    .arg(list)
    .arg("--target")
    .arg(folder);
    install_with(&mut pip, "python3 with pip (Debian: apt-get install python3 python3-pip)");
}

fn npm_install(list: &Path, folder: &Path) {
    let source = list.parent().expect("a list lies in a folder");
    for file in ["package.json", "package-lock.json"] {
        std::fs::copy(source.join(file), folder.join(file)).expect("the build folder can be written");
    }
    let mut npm = Command::new("npm");
    npm.args(["ci", "--silent", "--no-audit", "--no-fund"]).current_dir(folder);
    install_with(&mut npm, "node 20 or newer with npm (Debian: apt-get install nodejs npm)");
}

fn install_with(command: &mut Command, needed: &str) {
    match command.output() {
        Ok(output) if output.status.success() => {}
        Ok(output) => {
            panic!("{command:?} failed:\n{}", String::from_utf8_lossy(&output.stderr));
        }
        Err(error) => panic!("{command:?}: {error}. The SDK tests need {needed}."),
    }
}
