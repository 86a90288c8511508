//! Terraform with the AWS provider, where the machine has both.
//!
//! `SDK_TESTS_TERRAFORM_MIRROR` names a filesystem mirror of providers (the folder above `registry.terraform.io`);
//! without it the usual places are searched. Where Terraform or the provider is missing the test says so loudly and
//! proves nothing.

use std::collections::BTreeMap;
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
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("terraform").join(configuration);
        for file in std::fs::read_dir(source).unwrap() {
            let file = file.unwrap();
            std::fs::copy(file.path(), folder.path().join(file.file_name())).unwrap();
        }
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

impl Terraform {
    /// Applies the configuration and returns its outputs.
    fn apply(&self, awsim: &Awsim) -> Value {
        self.run(awsim, &["init", "-input=false", "-no-color"]);
        self.run(awsim, &["apply", "-input=false", "-no-color", "-auto-approve"]);
        serde_json::from_str(&self.run(awsim, &["output", "-json"])).unwrap()
    }

    /// A plan finds nothing to do.
    #[track_caller]
    fn check_settled(&self, awsim: &Awsim) {
        let plan = self
            .command(awsim, &["plan", "-input=false", "-no-color", "-detailed-exitcode"])
            .output()
            .unwrap();
        let (said, complaint) =
            (String::from_utf8_lossy(&plan.stdout), String::from_utf8_lossy(&plan.stderr));
        assert_eq!(plan.status.code(), Some(0), "{said}\n{complaint}");
    }

    /// What Terraform knows of its resources, by their addresses.
    fn known(&self, awsim: &Awsim) -> BTreeMap<String, Value> {
        let state: Value = serde_json::from_str(&self.run(awsim, &["show", "-json"])).unwrap();
        let resources = state["values"]["root_module"]["resources"].as_array().unwrap().iter();
        resources.map(|one| (one["address"].as_str().unwrap().to_owned(), one["values"].clone())).collect()
    }

    /// Forgets resources and takes them over again as they are: nothing is added, changed or destroyed.
    fn import(&self, awsim: &Awsim, resources: &[(&str, String)]) {
        let mut forget = vec!["state", "rm"];
        forget.extend(resources.iter().map(|(address, _)| *address));
        self.run(awsim, &forget);
        let blocks: String = resources
            .iter()
            .map(|(address, id)| format!("import {{\n  to = {address}\n  id = {id:?}\n}}\n"))
            .collect();
        let file = self.folder.path().join("imports.tf");
        std::fs::write(&file, blocks).unwrap();
        let said = self.run(awsim, &["apply", "-input=false", "-no-color", "-auto-approve"]);
        let expected = format!("{} imported, 0 added, 0 changed, 0 destroyed.", resources.len());
        assert!(said.contains(&expected), "{said}");
        std::fs::remove_file(file).unwrap();
    }

    fn destroy(&self, awsim: &Awsim) {
        self.run(awsim, &["destroy", "-input=false", "-no-color", "-auto-approve"]);
        let users =
            run(awsim_sdk_tests::tools::aws_cli(awsim).args(["iam", "list-users", "--query", "Users"]));
        assert_eq!(users.trim(), "[]");
    }
}

#[test]
fn identity_resources_apply_settle_and_go() {
    let Some(terraform) = Terraform::with("identity") else { return };
    let mut awsim = Awsim::start_durable();
    let outputs = terraform.apply(&awsim);
    assert_eq!(outputs["account"]["value"], "000000000000");
    assert_eq!(outputs["developers"]["value"], serde_json::json!(["developer"]));
    assert_eq!(outputs["roles"]["value"], serde_json::json!(["lambda"]));
    assert_eq!(outputs["alias"]["value"], "example-identity");

    // Also after the process was killed.
    awsim.kill_and_restart();
    terraform.check_settled(&awsim);
    let key = terraform.known(&awsim)["aws_iam_access_key.robot"]["id"].as_str().unwrap().to_owned();
    let own = "arn:aws:iam::000000000000:policy";
    let aws = "arn:aws:iam::aws:policy";
    // Of memberships of a group, and attachments of a policy, as a whole the provider imports none.
    terraform.import(
        &awsim,
        &[
            ("aws_iam_access_key.robot", key),
            ("aws_iam_account_alias.alias", "example-identity".into()),
            ("aws_iam_group.developers", "developers".into()),
            ("aws_iam_group.operators", "operators".into()),
            ("aws_iam_group_policies_exclusive.developers", "developers".into()),
            ("aws_iam_group_policy.developers", "developers:inline".into()),
            ("aws_iam_group_policy_attachment.developers", format!("developers/{aws}/ReadOnlyAccess")),
            ("aws_iam_group_policy_attachments_exclusive.developers", "developers".into()),
            ("aws_iam_instance_profile.server", "server".into()),
            ("aws_iam_policy.boundary", format!("{own}/boundary")),
            ("aws_iam_policy.everywhere", format!("{own}/everywhere")),
            ("aws_iam_policy.read_bucket", format!("{own}/apps/read-bucket")),
            ("aws_iam_role.lambda", "lambda".into()),
            ("aws_iam_role.server", "server".into()),
            ("aws_iam_role_policies_exclusive.lambda", "lambda".into()),
            ("aws_iam_role_policy.lambda", "lambda:inline".into()),
            (
                "aws_iam_role_policy_attachment.lambda",
                format!("lambda/{aws}/service-role/AWSLambdaBasicExecutionRole"),
            ),
            ("aws_iam_role_policy_attachments_exclusive.lambda", "lambda".into()),
            ("aws_iam_user.developer", "developer".into()),
            ("aws_iam_user.robot", "robot".into()),
            ("aws_iam_user_group_membership.robot", "robot/operators".into()),
            ("aws_iam_user_policies_exclusive.robot", "robot".into()),
            ("aws_iam_user_policy.robot", "robot:inline".into()),
            ("aws_iam_user_policy_attachment.robot", format!("robot/{own}/apps/read-bucket")),
            ("aws_iam_user_policy_attachments_exclusive.robot", "robot".into()),
        ],
    );
    terraform.check_settled(&awsim);
    terraform.destroy(&awsim);
}

#[test]
fn credentials_and_settings_apply_settle_and_go() {
    let Some(terraform) = Terraform::with("credentials") else { return };
    let mut awsim = Awsim::start_durable();
    let outputs = terraform.apply(&awsim);
    assert_eq!(outputs["read"]["value"], true);
    assert_eq!(outputs["certificate"]["value"], "/web/");
    assert_eq!(outputs["fingerprint"]["value"], true);

    awsim.kill_and_restart();
    terraform.check_settled(&awsim);
    let known = terraform.known(&awsim);
    let of = |address: &str, attribute: &str| known[address][attribute].as_str().unwrap().to_owned();
    let organization = of("aws_organizations_organization.company", "id");
    // What the provider compares with a password or a private key, and what it does not import, stays.
    terraform.import(
        &awsim,
        &[
            ("aws_iam_account_password_policy.strict", "iam-account-password-policy".into()),
            (
                "aws_iam_openid_connect_provider.github",
                "arn:aws:iam::000000000000:oidc-provider/token.actions.githubusercontent.com".into(),
            ),
            ("aws_iam_organizations_features.root", organization.clone()),
            ("aws_iam_saml_provider.corporate", "arn:aws:iam::000000000000:saml-provider/corporate".into()),
            ("aws_iam_service_linked_role.autoscaling", of("aws_iam_service_linked_role.autoscaling", "arn")),
            (
                "aws_iam_service_specific_credential.person",
                format!(
                    "codecommit.amazonaws.com:person:{}",
                    of("aws_iam_service_specific_credential.person", "service_specific_credential_id")
                ),
            ),
            (
                "aws_iam_signing_certificate.person",
                format!("{}:person", of("aws_iam_signing_certificate.person", "certificate_id")),
            ),
            (
                "aws_iam_user_ssh_key.person",
                format!("person:{}:SSH", of("aws_iam_user_ssh_key.person", "ssh_public_key_id")),
            ),
            ("aws_iam_virtual_mfa_device.person", of("aws_iam_virtual_mfa_device.person", "arn")),
            ("aws_organizations_organization.company", organization),
        ],
    );
    terraform.check_settled(&awsim);
    terraform.destroy(&awsim);
}
