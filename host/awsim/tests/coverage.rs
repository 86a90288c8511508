//! The file `docs/coverage.md` says which operations of which services are there. This test writes it from what the
//! program links when `UPDATE_COVERAGE` is set, and proves it current otherwise.

#![allow(clippy::expect_used, clippy::panic, reason = "a test stops where its input is wrong")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use awsim_iam as _;
use awsim_organizations as _;
use awsim_plugin::handler::BoundOperation;
use awsim_plugin::service::Registration;
use awsim_sts as _;
use awsim_upstream as _;
use serde_json::Value;

/// The families of IAM's operations: an operation is of the first family one of whose words is in its name.
const IAM: [(&str, &[&str]); 26] = [
    ("Temporary delegation", &["DelegationRequest", "DelegationToken", "HumanReadable"]),
    ("Last accessed information", &["LastAccessed", "GrantingServiceAccess", "OrganizationsAccessReport"]),
    ("Central root access", &["OrganizationsRoot", "OrganizationsFeatures"]),
    ("Policy simulation", &["Simulate", "GetContextKeys"]),
    ("Server certificates", &["ServerCertificate"]),
    ("Signing certificates", &["SigningCertificate"]),
    ("SSH public keys", &["SSHPublicKey"]),
    ("Service-specific credentials", &["ServiceSpecificCredential"]),
    ("Service-linked roles", &["ServiceLinkedRole"]),
    ("MFA devices", &["MFADevice"]),
    ("OpenID Connect providers", &["OpenIDConnect"]),
    ("SAML providers", &["SAMLProvider"]),
    ("Outbound identity federation", &["OutboundWebIdentity"]),
    ("Passwords", &["LoginProfile", "ChangePassword", "PasswordPolicy"]),
    ("Access keys", &["AccessKey"]),
    ("Permissions boundaries", &["PermissionsBoundary"]),
    ("Instance profiles", &["InstanceProfile"]),
    ("Role templates and account properties", &["AcquireRole", "RoleTemplate", "AccountProperties"]),
    ("Account", &["Account", "CredentialReport", "SecurityTokenService"]),
    ("Attached policies", &["Attach", "Detach", "ListEntitiesForPolicy"]),
    ("Roles", &["AssumeRolePolicy", "RoleDescription"]),
    ("Inline policies", &["UserPolic", "GroupPolic", "RolePolic"]),
    ("Managed policies", &["Polic"]),
    ("Groups", &["Group"]),
    ("Roles", &["Role"]),
    ("Users", &["User"]),
];

/// The family of an operation.
fn family(service: &str, operation: &str) -> &'static str {
    let families: &[(&str, &[&str])] = if service == "iam" { &IAM } else { &[] };
    let is_of = |words: &[&str]| words.iter().any(|word| operation.contains(word));
    families.iter().find(|(_, words)| is_of(words)).map_or("Operations", |(family, _)| *family)
}

fn page() -> String {
    let mut page = "# Coverage\n\n\
        Which operations are there. `cargo test -p awsim --test coverage` proves this page current; with\n\
        `UPDATE_COVERAGE=1` it writes it. An operation counts if it has a handler that works on the state: those\n\
        without one answer `NotImplemented`. Of services that run elsewhere, behind AWSim, those operations count whose\n\
        requests are authorized.\n"
        .to_owned();
    for registration in Registration::all() {
        let settings = Value::Object((registration.default_settings)());
        let plugin = (registration.create)(settings).unwrap_or_else(|error| panic!("{error}"));
        let model = plugin.model();
        let operations = Arc::clone(&plugin).operations();
        let there = operations.iter().filter(|operation| operation.implemented).count();
        let _ = write!(
            page,
            "\n## {} (`{}`): {there} of {}\n\n| family | there | missing |\n| --- | --- | --- |\n",
            model.full_name,
            registration.name,
            operations.len()
        );
        let mut families: BTreeMap<&str, Vec<&BoundOperation>> = BTreeMap::new();
        for operation in &operations {
            families.entry(family(registration.name, operation.shape.name)).or_default().push(operation);
        }
        for (family, operations) in families {
            let names = |implemented| {
                let of_kind = operations.iter().filter(move |operation| operation.implemented == implemented);
                of_kind.map(|operation| operation.shape.name).collect::<Vec<_>>().join(", ")
            };
            let _ = writeln!(page, "| {family} | {} | {} |", names(true), names(false));
        }
    }
    page
}

#[test]
fn the_page_is_current() {
    let file = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/coverage.md"));
    let page = page();
    if std::env::var_os("UPDATE_COVERAGE").is_some() {
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("the folder can be made");
        std::fs::write(file, &page).expect("the page can be written");
    }
    let written = std::fs::read_to_string(file).unwrap_or_default();
    assert!(
        written == page,
        "docs/coverage.md is not current: UPDATE_COVERAGE=1 cargo test -p awsim --test coverage"
    );
}
