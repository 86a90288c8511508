//! DynamoDB, KMS, Lambda, Secrets Manager, SNS and SQS behind an AWSim that enforces, through the AWS CLI and the JavaScript
//! SDK: the ordinary flow of an administrator, and what somebody without permissions is told.

use awsim_sdk_tests::moto::Moto;
use awsim_sdk_tests::process::Awsim;
use awsim_sdk_tests::tools::{aws_cli, node, run};
use data_encoding::BASE64;
use serde_json::Value;

const SERVICES: [&str; 6] = ["DYNAMODB", "KMS", "LAMBDA", "SECRETSMANAGER", "SNS", "SQS"];

const ROLE: &str = "arn:aws:iam::000000000000:role/function";

/// A ZIP archive with nothing in it.
const CODE: [u8; 22] = [80, 75, 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

/// An enforcing AWSim before a server for all of them, with a user without permissions.
struct Place {
    awsim: Awsim,
    powerless: (String, String),
    _moto: Moto,
}

impl Place {
    fn new() -> Self {
        let moto = Moto::start();
        let url = moto.url();
        let names = SERVICES.map(|service| format!("AWSIM_SERVICES__{service}__UPSTREAM"));
        let mut variables = vec![("AWSIM_IAM_ENFORCE", "on")];
        variables.extend(names.iter().map(|name| (&**name, &*url)));
        let awsim = Awsim::with(&["--data-dir", ":memory:"], &variables);
        let trust = r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}}"#;
        let iam = |arguments: &[&str]| run(aws_cli(&awsim).arg("iam").args(arguments));
        // The server looks for the role in its own accounts; here it is passed.
        let behind = ["--endpoint-url", &*url];
        for to in [&[][..], &behind[..]] {
            let role =
                ["iam", "create-role", "--role-name", "function", "--assume-role-policy-document", trust];
            run(aws_cli(&awsim).args(to).args(role));
        }
        iam(&["create-user", "--user-name", "powerless"]);
        let key = json(&iam(&["create-access-key", "--user-name", "powerless"]));
        let text = |name: &str| key["AccessKey"][name].as_str().unwrap().to_owned();
        let powerless = (text("AccessKeyId"), text("SecretAccessKey"));
        Self { awsim, powerless, _moto: moto }
    }

    /// What the administrator's command prints.
    fn aws(&self, arguments: &[&str]) -> Value {
        json(&run(aws_cli(&self.awsim).args(arguments)))
    }

    /// A command that the administrator may run, and somebody else may not.
    fn denied(&self, arguments: &[&str]) {
        let mut command = aws_cli(&self.awsim);
        command.env("AWS_ACCESS_KEY_ID", &self.powerless.0).env("AWS_SECRET_ACCESS_KEY", &self.powerless.1);
        let output = command.args(arguments).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        let is_denied = said.contains("(AccessDenied") && said.contains("is not authorized to perform");
        assert!(!output.status.success() && is_denied, "{arguments:?}: {said}");
        run(aws_cli(&self.awsim).args(arguments));
    }
}

/// What a command printed, which may be nothing.
fn json(text: &str) -> Value {
    if text.trim().is_empty() { Value::Null } else { serde_json::from_str(text).unwrap() }
}

fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value[name].as_str().unwrap_or_else(|| panic!("{name} of {value}"))
}

fn dynamodb(place: &Place) {
    let item = r#"{"id": {"S": "a"}}"#;
    place.aws(&[
        "dynamodb",
        "create-table",
        "--table-name",
        "cli",
        "--billing-mode",
        "PAY_PER_REQUEST",
        "--attribute-definitions",
        "AttributeName=id,AttributeType=S",
        "--key-schema",
        "AttributeName=id,KeyType=HASH",
    ]);
    place.denied(&["dynamodb", "put-item", "--table-name", "cli", "--item", item]);
    let batch = r#"{"cli": [{"PutRequest": {"Item": {"id": {"S": "b"}}}}]}"#;
    place.aws(&["dynamodb", "batch-write-item", "--request-items", batch]);
    place.denied(&["dynamodb", "get-item", "--table-name", "cli", "--key", item]);
    place.denied(&["dynamodb", "execute-statement", "--statement", "SELECT id FROM cli WHERE id = 'a'"]);
    assert_eq!(place.aws(&["dynamodb", "scan", "--table-name", "cli"])["Count"], 2);
    place.denied(&["dynamodb", "delete-table", "--table-name", "cli"]);
}

fn kms(place: &Place) {
    let key = place.aws(&["kms", "create-key"]);
    let id = text(&key["KeyMetadata"], "KeyId");
    place.denied(&["kms", "create-alias", "--alias-name", "alias/cli", "--target-key-id", id]);
    let encrypt = ["kms", "encrypt", "--key-id", "alias/cli", "--plaintext", "hello"];
    place.denied(&encrypt);
    let encrypted = place.aws(&encrypt);
    let file = tempfile::NamedTempFile::new().unwrap();
    let ciphertext = BASE64.decode(text(&encrypted, "CiphertextBlob").as_bytes()).unwrap();
    std::fs::write(file.path(), ciphertext).unwrap();
    let blob = format!("fileb://{}", file.path().display());
    let decrypt = ["kms", "decrypt", "--key-id", id, "--ciphertext-blob", &blob];
    place.denied(&decrypt);
    let grantee = "arn:aws:iam::000000000000:user/powerless";
    place.denied(&[
        "kms",
        "create-grant",
        "--key-id",
        id,
        "--grantee-principal",
        grantee,
        "--operations",
        "Decrypt",
    ]);
    // Which lets the grantee in.
    let mut granted = aws_cli(&place.awsim);
    granted.env("AWS_ACCESS_KEY_ID", &place.powerless.0).env("AWS_SECRET_ACCESS_KEY", &place.powerless.1);
    let answer = json(&run(granted.args(decrypt)));
    assert_eq!(text(&answer, "Plaintext"), BASE64.encode(b"hello"));
}

fn lambda(place: &Place) {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), CODE).unwrap();
    let code = format!("fileb://{}", file.path().display());
    place.denied(&[
        "lambda",
        "create-function",
        "--function-name",
        "cli",
        "--runtime",
        "python3.13",
        "--handler",
        "index.handler",
        "--role",
        ROLE,
        "--zip-file",
        &code,
    ]);
    place.denied(&["lambda", "get-function", "--function-name", "cli"]);
    place.denied(&["lambda", "publish-version", "--function-name", "cli"]);
    place.denied(&["lambda", "list-functions"]);
    place.denied(&["lambda", "delete-function", "--function-name", "cli"]);
}

fn secrets(place: &Place) {
    place.denied(&["secretsmanager", "create-secret", "--name", "cli", "--secret-string", "one"]);
    place.denied(&["secretsmanager", "put-secret-value", "--secret-id", "cli", "--secret-string", "two"]);
    let read = ["secretsmanager", "get-secret-value", "--secret-id", "cli"];
    place.denied(&read);
    assert_eq!(text(&place.aws(&read), "SecretString"), "two");
    place.denied(&[
        "secretsmanager",
        "delete-secret",
        "--secret-id",
        "cli",
        "--force-delete-without-recovery",
    ]);
}

fn sns(place: &Place) {
    let topic = place.aws(&["sns", "create-topic", "--name", "cli"]);
    let topic = text(&topic, "TopicArn");
    place.denied(&["sns", "publish", "--topic-arn", topic, "--message", "hello"]);
    place.denied(&[
        "sns",
        "publish-batch",
        "--topic-arn",
        topic,
        "--publish-batch-request-entries",
        "Id=a,Message=a",
    ]);
    place.denied(&["sns", "list-topics"]);
    place.denied(&["sns", "delete-topic", "--topic-arn", topic]);
}

fn sqs(place: &Place) {
    let queue = place.aws(&["sqs", "create-queue", "--queue-name", "cli"]);
    let queue = text(&queue, "QueueUrl");
    place.denied(&["sqs", "send-message", "--queue-url", queue, "--message-body", "hello"]);
    place.denied(&["sqs", "send-message-batch", "--queue-url", queue, "--entries", "Id=a,MessageBody=a"]);
    let received =
        place.aws(&["sqs", "receive-message", "--queue-url", queue, "--max-number-of-messages", "10"]);
    let handle = text(&received["Messages"][0], "ReceiptHandle");
    place.denied(&["sqs", "delete-message", "--queue-url", queue, "--receipt-handle", handle]);
    place.denied(&["sqs", "delete-queue", "--queue-url", queue]);
}

#[test]
fn the_cli() {
    let place = Place::new();
    dynamodb(&place);
    kms(&place);
    lambda(&place);
    secrets(&place);
    sns(&place);
    sqs(&place);
}

#[test]
fn the_javascript_sdk() {
    let place = Place::new();
    let source = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/node/elsewhere.mjs")).unwrap();
    let said = run(node()
        .args(["--input-type=module", "--eval", &source])
        .env("AWSIM_ENDPOINT", place.awsim.endpoint())
        .env("POWERLESS_ID", &place.powerless.0)
        .env("POWERLESS_SECRET", &place.powerless.1)
        .env("ROLE", ROLE)
        .env("CODE", BASE64.encode(&CODE)));
    assert_eq!(said.trim(), "done");
}
