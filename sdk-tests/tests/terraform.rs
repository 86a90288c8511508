//! Terraform with the AWS provider, where the machine has both.
//!
//! `SDK_TESTS_TERRAFORM_MIRROR` names a filesystem mirror of providers (the folder above `registry.terraform.io`);
//! without it the usual places are searched. Where Terraform or the provider is missing the test says so loudly and
//! proves nothing.

use std::path::{Path, PathBuf};
use std::process::Command;

use awsim_sdk_tests::process::Awsim;
use awsim_sdk_tests::tools::{as_root, run};
use serde_json::Value;

/// The folders in which operators commonly keep a mirror of providers.
const USUAL_MIRRORS: &[&str] = &["/usr/local/share/terraform/plugins", "/usr/share/terraform/plugins"];

fn mirror() -> Option<PathBuf> {
    let named = std::env::var_os("SDK_TESTS_TERRAFORM_MIRROR").map(PathBuf::from);
    named
        .into_iter()
        .chain(USUAL_MIRRORS.iter().map(PathBuf::from))
        .find(|folder| folder.join("registry.terraform.io/hashicorp/aws").is_dir())
}

/// A working directory with a configuration, and the Terraform that works in it.
struct Terraform {
    folder: tempfile::TempDir,
}

impl Terraform {
    /// With the named configuration of `sdk-tests/terraform`; none where Terraform or the provider is missing.
    fn with(configuration: &str) -> Option<Self> {
        let mirror = mirror();
        if Command::new("terraform").arg("version").output().is_err() || mirror.is_none() {
            eprintln!(
                "NOT RUN: the Terraform tests need `terraform` and a mirror with the provider hashicorp/aws"
            );
            return None;
        }
        let folder = tempfile::tempdir().unwrap();
        let source =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("terraform").join(configuration).join("main.tf");
        std::fs::copy(source, folder.path().join("main.tf")).unwrap();
        let rc = format!("provider_installation {{ filesystem_mirror {{ path = {:?} }} }}\n", mirror?);
        std::fs::write(folder.path().join("terraform.rc"), rc).unwrap();
        Some(Self { folder })
    }

    fn command(&self, awsim: &Awsim, arguments: &[&str]) -> Command {
        let mut command = Command::new("terraform");
        as_root(&mut command);
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .env("TF_CLI_CONFIG_FILE", self.folder.path().join("terraform.rc"))
            .env("TF_VAR_endpoint", awsim.endpoint())
            .env("TF_IN_AUTOMATION", "1")
            .env("CHECKPOINT_DISABLE", "1");
        command
    }

    fn run(&self, awsim: &Awsim, arguments: &[&str]) -> String {
        run(&mut self.command(awsim, arguments))
    }
}

#[test]
fn identity_resources_apply_settle_and_go() {
    let Some(terraform) = Terraform::with("identity") else { return };
    let mut awsim = Awsim::start_durable();
    terraform.run(&awsim, &["init", "-input=false", "-no-color"]);
    terraform.run(&awsim, &["apply", "-input=false", "-no-color", "-auto-approve"]);

    let outputs: Value = serde_json::from_str(&terraform.run(&awsim, &["output", "-json"])).unwrap();
    assert_eq!(outputs["account"]["value"], "000000000000");
    assert_eq!(outputs["developers"]["value"], serde_json::json!(["developer"]));
    assert_eq!(outputs["roles"]["value"], serde_json::json!(["lambda"]));
    assert_eq!(outputs["alias"]["value"], "example-identity");

    // A second plan finds nothing to do, also after the process was killed.
    awsim.kill_and_restart();
    let plan = terraform
        .command(&awsim, &["plan", "-input=false", "-no-color", "-detailed-exitcode"])
        .output()
        .unwrap();
    assert_eq!(plan.status.code(), Some(0), "{}", String::from_utf8_lossy(&plan.stdout));

    terraform.run(&awsim, &["destroy", "-input=false", "-no-color", "-auto-approve"]);
    let users = run(awsim_sdk_tests::tools::aws_cli(&awsim).args(["iam", "list-users", "--query", "Users"]));
    assert_eq!(users.trim(), "[]");
}
