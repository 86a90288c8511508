//! The ways in which clients get a session of a role by themselves, each with a user's key that is really verified, and a
//! role whose trust policy is.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use aws_config::sts::AssumeRoleProvider;
use aws_credential_types::Credentials;
use aws_credential_types::provider::ProvideCredentials;
use aws_smithy_http_client::Builder;
use awsim_sdk_tests::process::Awsim;
use awsim_sdk_tests::tools::{aws_cli, node, python, run};
use serde_json::{Value, json};

const ROLE_ARN: &str = "arn:aws:iam::000000000000:role/app";
const GUARDED_ARN: &str = "arn:aws:iam::000000000000:role/guarded";

/// A server that enforces policies, the user `ann`, who may assume roles, her key, and two roles that trust her account: `app`,
/// and `guarded` only with a second factor.
struct Setting {
    awsim: Awsim,
    key_id: String,
    secret: String,
    folder: tempfile::TempDir,
}

fn aws(awsim: &Awsim, arguments: &[&str]) -> Value {
    let printed = run(aws_cli(awsim).args(arguments));
    if printed.trim().is_empty() { Value::Null } else { serde_json::from_str(&printed).unwrap() }
}

impl Setting {
    fn new() -> Self {
        let variables = [("AWSIM_IAM_ENFORCE", "on"), ("AWSIM_CLOCK__MOVABLE", "true")];
        let awsim = Awsim::with(&["--data-dir", ":memory:"], &variables);
        aws(&awsim, &["iam", "create-user", "--user-name", "ann"]);
        let may = json!({"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
            "Resource": "*"}});
        let may = may.to_string();
        let policy = ["--user-name", "ann", "--policy-name", "roles", "--policy-document", &may];
        aws(&awsim, &[&["iam", "put-user-policy"][..], &policy].concat());
        for (role, condition) in
            [("app", json!({})), ("guarded", json!({"Bool": {"aws:MultiFactorAuthPresent": "true"}}))]
        {
            let trust = json!({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
                "Principal": {"AWS": "arn:aws:iam::000000000000:root"}, "Condition": condition}]});
            let trust = trust.to_string();
            aws(
                &awsim,
                &["iam", "create-role", "--role-name", role, "--assume-role-policy-document", &trust],
            );
        }
        let key = aws(&awsim, &["iam", "create-access-key", "--user-name", "ann"]);
        let text = |name: &str| key["AccessKey"][name].as_str().unwrap().to_owned();
        let (key_id, secret) = (text("AccessKeyId"), text("SecretAccessKey"));
        Self { awsim, key_id, secret, folder: tempfile::tempdir().unwrap() }
    }

    /// A token that the account's own issuer signed, for a role `web` that trusts it; and the ARN of the role.
    fn web_identity(&self) -> (String, String) {
        // No URL: the CLI would fetch what is there.
        const AUDIENCE: &str = "api.example.com";
        let made = aws(&self.awsim, &["iam", "enable-outbound-web-identity-federation"]);
        let issuer = made["IssuerIdentifier"].as_str().unwrap();
        let provider =
            ["iam", "create-open-id-connect-provider", "--url", issuer, "--client-id-list", AUDIENCE];
        let made = aws(&self.awsim, &provider);
        let url = issuer.trim_start_matches("https://");
        let trust = json!({"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
            "Action": "sts:AssumeRoleWithWebIdentity", "Principal": {"Federated": made["OpenIDConnectProviderArn"]},
            "Condition": {"StringEquals": {format!("{url}:aud"): AUDIENCE}}}]});
        let trust = trust.to_string();
        let role = ["iam", "create-role", "--role-name", "web", "--assume-role-policy-document", &trust];
        let role = aws(&self.awsim, &role)["Role"]["Arn"].as_str().unwrap().to_owned();
        let token = ["sts", "get-web-identity-token", "--audience", AUDIENCE, "--signing-algorithm", "ES384"];
        let token = aws(&self.awsim, &token)["WebIdentityToken"].as_str().unwrap().to_owned();
        (token, role)
    }

    /// Gives a command a configuration file with this profile `app` beside `ann`, who has the key.
    fn with_profile(&self, command: &mut Command, app: &str) {
        let config = format!(
            "[profile ann]\naws_access_key_id = {}\naws_secret_access_key = {}\n[profile app]\nregion = us-east-1\n{app}",
            self.key_id, self.secret
        );
        let file = self.folder.path().join("config");
        std::fs::write(&file, config).unwrap();
        command.env("AWS_CONFIG_FILE", file).env("AWS_ENDPOINT_URL", self.awsim.endpoint());
        // Sessions are cached in the home directory.
        command.env("HOME", self.folder.path());
        for name in ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"] {
            command.env_remove(name);
        }
    }

    /// Who the AWS CLI is with this profile; `typed` is what it is given to read.
    fn cli_identity(&self, app: &str, typed: &str) -> String {
        let mut command = aws_cli(&self.awsim);
        self.with_profile(&mut command, app);
        command.args([
            "sts",
            "get-caller-identity",
            "--profile",
            "app",
            "--query",
            "Arn",
            "--output",
            "text",
        ]);
        let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        let mut child = child.expect("python3 runs");
        child.stdin.take().expect("stdin is piped").write_all(typed.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }
}

#[test]
fn the_cli_assumes_the_role_of_a_profile() {
    let setting = Setting::new();
    let profile = format!("role_arn = {ROLE_ARN}\nsource_profile = ann\nrole_session_name = cli\n");
    assert_eq!(setting.cli_identity(&profile, ""), "arn:aws:sts::000000000000:assumed-role/app/cli");
}

#[test]
fn the_cli_asks_for_the_code_of_a_device() {
    let setting = Setting::new();
    let seed = setting.folder.path().join("seed");
    let made = aws(
        &setting.awsim,
        &[
            "iam",
            "create-virtual-mfa-device",
            "--virtual-mfa-device-name",
            "ann",
            "--bootstrap-method",
            "Base32StringSeed",
            "--outfile",
            &seed.to_string_lossy(),
        ],
    );
    let serial = made["VirtualMFADevice"]["SerialNumber"].as_str().unwrap().to_owned();
    let codes = codes(&seed);
    let [before, now, next] = codes.split_whitespace().collect::<Vec<_>>()[..] else { panic!("{codes}") };
    aws(
        &setting.awsim,
        &[
            "iam",
            "enable-mfa-device",
            "--user-name",
            "ann",
            "--serial-number",
            &serial,
            "--authentication-code1",
            before,
            "--authentication-code2",
            now,
        ],
    );
    let profile = format!(
        "role_arn = {GUARDED_ARN}\nsource_profile = ann\nmfa_serial = {serial}\nrole_session_name = mfa\n"
    );
    let arn = setting.cli_identity(&profile, &format!("{next}\n"));
    assert_eq!(arn, "arn:aws:sts::000000000000:assumed-role/guarded/mfa");
}

/// The codes that an authenticator app shows one after the other: in the last thirty seconds, now, and in the next. They
/// are of one moment, as a new step may begin between two.
fn codes(seed: &Path) -> String {
    const PROGRAM: &str = r"
import base64, hmac, struct, sys, time
key = base64.b32decode(open(sys.argv[1]).read().strip())
now = int(time.time()) // 30
for step in (now - 1, now, now + 1):
    hash = hmac.new(key, struct.pack('>Q', step), 'sha1').digest()
    at = hash[-1] & 15
    print('%06d' % ((struct.unpack('>I', hash[at:at + 4])[0] & 0x7fffffff) % 1000000))
";
    run(python().args(["-c", PROGRAM]).arg(seed))
}

#[test]
fn the_cli_runs_a_process_for_credentials() {
    let setting = Setting::new();
    let answer = json!({"Version": 1, "AccessKeyId": setting.key_id, "SecretAccessKey": setting.secret});
    let file = setting.folder.path().join("credentials.json");
    std::fs::write(&file, answer.to_string()).unwrap();
    let profile = format!("credential_process = cat {}\n", file.display());
    assert_eq!(setting.cli_identity(&profile, ""), "arn:aws:iam::000000000000:user/ann");
}

#[test]
fn the_cli_exchanges_a_token_in_a_file() {
    let setting = Setting::new();
    let (token, role) = setting.web_identity();
    let file = setting.folder.path().join("token");
    std::fs::write(&file, &token).unwrap();
    let profile =
        format!("role_arn = {role}\nweb_identity_token_file = {}\nrole_session_name = web\n", file.display());
    assert_eq!(setting.cli_identity(&profile, ""), "arn:aws:sts::000000000000:assumed-role/web/web");
}

#[test]
fn javascript_exchanges_a_token() {
    let setting = Setting::new();
    let (token, role) = setting.web_identity();
    let mut command = node();
    command
        .args(["--input-type=module", "--eval", include_str!("../node/credential-providers.mjs")])
        .env("AWSIM_ENDPOINT", setting.awsim.endpoint())
        .env("ROLE_ARN", role)
        .env("WEB_IDENTITY_TOKEN", token);
    assert_eq!(run(&mut command).trim(), "arn:aws:sts::000000000000:assumed-role/web/javascript");
}

/// With the server's clock behind, sessions end soon for the client, which therefore asks for another each time; with the
/// clock moved on, the old one is over.
const REFRESH: &str = r#"
import boto3, json, os, urllib.request
endpoint = os.environ["AWS_ENDPOINT_URL"]

def move(seconds):
    body = json.dumps({"offset_seconds": seconds}).encode()
    urllib.request.urlopen(urllib.request.Request(endpoint + "/_awsim/clock", body, method="PUT"))

session = boto3.Session(profile_name="app")
move(-600)
first = session.get_credentials().get_frozen_credentials()
second = session.get_credentials().get_frozen_credentials()
assert first.access_key != second.access_key, "the session was not replaced"
sts = session.client("sts")
print(sts.get_caller_identity()["Arn"])
move(600)
old = boto3.client("sts", aws_access_key_id=first.access_key, aws_secret_access_key=first.secret_key,
                   aws_session_token=first.token, region_name="us-east-1")
try:
    old.get_caller_identity()
except old.exceptions.ClientError as error:
    print(error.response["Error"]["Code"])
"#;

#[test]
fn boto3_replaces_a_session_before_it_ends() {
    let setting = Setting::new();
    let mut command = python();
    let profile = format!(
        "role_arn = {ROLE_ARN}\nsource_profile = ann\nrole_session_name = boto3\nduration_seconds = 900\n"
    );
    setting.with_profile(&mut command, &profile);
    assert_eq!(
        run(command.args(["-c", REFRESH])).lines().collect::<Vec<_>>(),
        ["arn:aws:sts::000000000000:assumed-role/app/boto3", "ExpiredToken"]
    );
}

#[test]
fn javascript_makes_temporary_credentials() {
    let setting = Setting::new();
    let mut command = node();
    command
        .args(["--input-type=module", "--eval", include_str!("../node/credential-providers.mjs")])
        .env("AWSIM_ENDPOINT", setting.awsim.endpoint())
        .env("ROLE_ARN", ROLE_ARN)
        .env("USER_KEY_ID", &setting.key_id)
        .env("USER_SECRET", &setting.secret);
    assert_eq!(run(&mut command).trim(), "arn:aws:sts::000000000000:assumed-role/app/javascript");
}

#[tokio::test]
async fn rust_assumes_roles() {
    let setting = Setting::new();
    let client = Builder::new().build_http();
    let config = aws_config::SdkConfig::builder()
        .behavior_version(aws_config::BehaviorVersion::latest())
        .endpoint_url(setting.awsim.endpoint())
        .region(aws_config::Region::new("us-east-1"))
        .http_client(client)
        .time_source(aws_smithy_async::time::SystemTimeSource::new())
        .sleep_impl(aws_smithy_async::rt::sleep::TokioSleep::new())
        .build();
    let provider = AssumeRoleProvider::builder(ROLE_ARN)
        .session_name("rust")
        .configure(&config)
        .build_from_provider(Credentials::new(&setting.key_id, &setting.secret, None, None, "test"))
        .await;
    let credentials = provider.provide_credentials().await.unwrap();
    let config = config
        .into_builder()
        .credentials_provider(aws_credential_types::provider::SharedCredentialsProvider::new(credentials));
    let identity = aws_sdk_sts::Client::new(&config.build()).get_caller_identity().send().await.unwrap();
    assert_eq!(identity.arn.as_deref(), Some("arn:aws:sts::000000000000:assumed-role/app/rust"));
}
