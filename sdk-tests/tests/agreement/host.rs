//! An AWSim that enforces, with an organization and an account in it.

use std::fmt::Write;

use awsim_policy::cases::{Case, evaluate_case};
use awsim_policy::catalogue::Reference;
use awsim_sdk_tests::process::Awsim;
use awsim_sdk_tests::wire::{Answer, exchange, plain};
use proptest::test_runner::TestCaseError;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::asking::{Asked, Who};
use crate::world::{ACCOUNT, Context, DOOR, World};
use crate::wrong;

/// What requests say of the program that sends them.
const USER_AGENT: &str = "agreement/1";

const CONFIG: &str = r#"
[[bootstrap.accounts]]
id = "111111111111"
name = "member"
email = "member@example.com"
root = { access_key_id = "member-root", secret_access_key = "secret" }
"#;

/// A running AWSim.
pub(crate) struct Host {
    awsim: Awsim,
    organization: String,
    /// The service control policies of the unit and of the account, and the resource control policies of both.
    controls: [[String; 2]; 2],
    _config: tempfile::NamedTempFile,
}

/// Credentials: an access key, and a session token for temporary ones.
#[derive(Clone, Debug)]
struct Key(String, Option<String>);

/// The credentials of everybody in an account, and what else is known of everybody.
pub(crate) struct Keys {
    ann: Key,
    bob: Key,
    app: Key,
    organization: String,
    limited: bool,
}

/// What came of a request.
pub(crate) struct Came {
    pub(crate) request_id: String,
    pub(crate) denied: bool,
    pub(crate) body: String,
}

/// What is recorded of a decision, as far as it matters here.
#[derive(Debug, Deserialize)]
pub(crate) struct Decision {
    pub(crate) time: String,
    pub(crate) action: String,
    pub(crate) resource: String,
    pub(crate) verdict: String,
    pub(crate) layer: String,
}

#[derive(Deserialize)]
struct Page {
    decisions: Vec<Decision>,
}

impl Host {
    pub(crate) fn start() -> Self {
        let config = tempfile::NamedTempFile::with_suffix(".toml").expect("a temporary file");
        std::fs::write(config.path(), CONFIG).expect("a temporary file can be written");
        let awsim = Awsim::with(
            &["--data-dir", ":memory:", "--config", &config.path().to_string_lossy()],
            &[("AWSIM_IAM_ENFORCE", "on"), ("AWSIM_VERIFY_SIGV4", "false")],
        );
        let mut host =
            Self { awsim, organization: String::new(), controls: Default::default(), _config: config };
        host.organize();
        host
    }

    /// Makes the organization: the account is in a unit, and both have a service control policy of their own instead of
    /// AWS's, and a resource control policy beside AWS's, which cannot be detached.
    fn organize(&mut self) {
        let made = self.organizations("test", "CreateOrganization", json!({"FeatureSet": "ALL"}));
        self.organization = text(&made["Organization"]["Id"]);
        let root = text(&self.organizations("test", "ListRoots", json!({}))["Roots"][0]["Id"]);
        let unit =
            self.organizations("test", "CreateOrganizationalUnit", json!({"ParentId": root, "Name": "unit"}));
        let unit = text(&unit["OrganizationalUnit"]["Id"]);
        let target = json!({"Target": {"Id": ACCOUNT, "Type": "ACCOUNT"}});
        let invited = self.organizations("test", "InviteAccountToOrganization", target);
        self.organizations(
            "member-root",
            "AcceptHandshake",
            json!({"HandshakeId": invited["Handshake"]["Id"]}),
        );
        let moved = json!({"AccountId": ACCOUNT, "SourceParentId": root, "DestinationParentId": unit});
        self.organizations("test", "MoveAccount", moved);
        let allow = json!({"Effect": "Allow", "Action": "*", "Resource": "*"});
        let deny = json!({"Effect": "Deny", "Principal": "*", "Action": "sts:*", "Resource": "arn:aws:iam::*:role/nobody"});
        let kinds = [("SERVICE_CONTROL_POLICY", allow), ("RESOURCE_CONTROL_POLICY", deny)];
        for ((kind, statement), controls) in kinds.into_iter().zip(0..) {
            self.organizations("test", "EnablePolicyType", json!({"RootId": root, "PolicyType": kind}));
            let content = json!({"Version": "2012-10-17", "Statement": statement}).to_string();
            for (number, target) in [unit.as_str(), ACCOUNT].into_iter().enumerate() {
                let name = format!("{kind}-{number}");
                let policy = json!({"Name": name, "Description": "", "Type": kind, "Content": content});
                let made = self.organizations("test", "CreatePolicy", policy);
                let id = text(&made["Policy"]["PolicySummary"]["Id"]);
                self.organizations("test", "AttachPolicy", json!({"PolicyId": id, "TargetId": target}));
                self.controls[controls][number] = id;
            }
        }
        for target in [unit.as_str(), ACCOUNT] {
            let all = json!({"PolicyId": "p-FullAWSAccess", "TargetId": target});
            self.organizations("test", "DetachPolicy", all);
        }
    }

    /// Puts an account in place of what was there, and makes credentials for everybody in it.
    pub(crate) fn settle(&self, world: &World) -> Keys {
        let details = plain("PUT", "/_awsim/authorization-details", "", &world.details().to_string());
        let imported = exchange(&self.awsim, &details);
        assert_eq!(imported.status, 200, "{imported:?}\n{}", world.details());
        let controls = [&world.controls, &world.resource_controls];
        for (id, content) in
            self.controls.iter().zip(controls).flat_map(|(ids, controls)| ids.iter().zip(controls))
        {
            let update = json!({"PolicyId": id, "Content": content.to_string()});
            self.organizations("test", "UpdatePolicy", update);
        }
        let root = Key("member-root".to_owned(), None);
        let made = |user: &str| {
            let form = format!("Version=2010-05-08&Action=CreateAccessKey&UserName={user}");
            let answer = self.query(&root, "iam", &form);
            Key(element(&answer, "AccessKeyId"), None)
        };
        let mut form = "Version=2011-06-15&Action=AssumeRole&RoleSessionName=run&RoleArn=arn:aws:iam::111111111111:role/app"
            .to_owned();
        if let Some(policy) = &world.session {
            form += &format!("&Policy={}", encoded(&policy.to_string()));
        }
        let assumed = self.query(&made(DOOR), "sts", &form);
        let app = Key(element(&assumed, "AccessKeyId"), Some(element(&assumed, "SessionToken")));
        let organization = self.organization.clone();
        Keys { ann: made("ann"), bob: made("bob"), app, organization, limited: world.session.is_some() }
    }

    /// Asks for something.
    pub(crate) fn ask(&self, keys: &Keys, asked: &Asked) -> Came {
        let (service, form) = asked.form();
        let answer = self.query(&keys.of(asked.who), service, &form);
        let head = answer.head.to_ascii_lowercase();
        let id = head.split_once("x-amzn-requestid: ").expect("a request id").1;
        Came {
            request_id: id.lines().next().expect("a line").trim().to_owned(),
            denied: answer.body.contains(" is not authorized to perform: "),
            body: answer.body,
        }
    }

    /// What was decided of a request, in order.
    pub(crate) fn decisions(&self, request_id: &str) -> Vec<Decision> {
        let path = format!("/_awsim/decisions?request_id={request_id}");
        let answer = exchange(&self.awsim, &plain("GET", &path, "", ""));
        let page: Page =
            serde_json::from_str(&answer.body).unwrap_or_else(|error| panic!("{error}: {answer:?}"));
        page.decisions.into_iter().rev().collect()
    }

    /// What `SimulatePrincipalPolicy` says of a question; none if it cannot be asked.
    pub(crate) fn simulated(
        &self,
        keys: &Keys,
        asked: &Asked,
        case: &Value,
    ) -> Result<Option<String>, TestCaseError> {
        let limited = asked.who == Who::App && keys.limited;
        if asked.who == Who::Root || limited || asked.is_for_role() {
            return Ok(None);
        }
        let request = &case["request"];
        let principal = match asked.who {
            Who::App => format!("arn:aws:iam::{ACCOUNT}:role/app"),
            _ => text(&request["principal"]),
        };
        let mut form = format!(
            "Version=2010-05-08&Action=SimulatePrincipalPolicy&PolicySourceArn={principal}&ActionNames.member.1={}&ResourceArns.member.1={}",
            text(&request["action"]),
            text(&request["resource"]),
        );
        for (number, (key, value)) in (1..).zip(request["context"].as_object().expect("keys")) {
            let entry = format!("&ContextEntries.member.{number}.");
            let (kind, values) = match value {
                Value::Array(values) => ("stringList", values.clone()),
                value => ("string", vec![value.clone()]),
            };
            let _ = write!(form, "{entry}ContextKeyName={}{entry}ContextKeyType={kind}", encoded(key));
            for (number, value) in (1..).zip(values) {
                let _ = write!(form, "{entry}ContextKeyValues.member.{number}={}", encoded(&text(&value)));
            }
        }
        let answer = self.query(&Key("member-root".to_owned(), None), "iam", &form);
        if answer.status != 200 {
            return Err(wrong(format!("not simulated: {answer:?}")));
        }
        Ok(Some(element(&answer, "EvalDecision")))
    }

    fn query(&self, key: &Key, service: &str, form: &str) -> Answer {
        let token =
            key.1.as_ref().map(|token| format!("x-amz-security-token: {token}\r\n")).unwrap_or_default();
        let headers = format!(
            "content-type: application/x-www-form-urlencoded\r\nuser-agent: {USER_AGENT}\r\n{token}{}",
            signed(&key.0, service)
        );
        exchange(&self.awsim, &plain("POST", "/", &headers, form))
    }

    fn organizations(&self, key: &str, operation: &str, input: Value) -> Value {
        let headers = format!(
            "content-type: application/x-amz-json-1.1\r\nx-amz-target: AWSOrganizationsV20161128.{operation}\r\n{}",
            signed(key, "organizations")
        );
        let answer = exchange(&self.awsim, &plain("POST", "/", &headers, &input.to_string()));
        assert_eq!(answer.status, 200, "{operation}: {answer:?}");
        serde_json::from_str(&answer.body).unwrap_or_default()
    }
}

impl Keys {
    fn of(&self, who: Who) -> Key {
        match who {
            Who::Ann => self.ann.clone(),
            Who::Bob => self.bob.clone(),
            Who::App => self.app.clone(),
            Who::Root => Key("member-root".to_owned(), None),
        }
    }

    /// The condition keys that follow from who asks and how.
    pub(crate) fn context(&self, who: Who, decision: &Decision) -> Context {
        let mut keys = vec![
            ("aws:SourceIp", "127.0.0.1"),
            ("aws:SecureTransport", "false"),
            ("aws:ViaAWSService", "false"),
            ("aws:RequestedRegion", "us-east-1"),
            ("aws:UserAgent", USER_AGENT),
            ("aws:CurrentTime", &decision.time),
            ("aws:PrincipalOrgID", &self.organization),
            ("aws:ResourceOrgID", &self.organization),
        ];
        match who {
            Who::Ann => keys.extend([("aws:userid", "AIDA00000000000000ANN"), ("aws:username", "ann")]),
            Who::Bob => keys.extend([("aws:userid", "AIDA00000000000000BOB"), ("aws:username", "bob")]),
            Who::App => keys.extend([
                ("aws:userid", "AROA00000000000000APP:run"),
                ("aws:MultiFactorAuthPresent", "false"),
                ("aws:TokenIssueTime", &decision.time),
            ]),
            Who::Root => keys.push(("aws:userid", ACCOUNT)),
        }
        keys.into_iter().map(|(key, value)| (key.to_owned(), json!(value))).collect()
    }
}

/// The verdict and the layer that the evaluator behind `awsim policy evaluate` gives.
pub(crate) fn evaluated(case: &Value) -> (&'static str, &'static str) {
    let case: Case = serde_json::from_str(&case.to_string()).expect("a case");
    let answer = evaluate_case(&case, Some(&Reference)).expect("a case that can be evaluated");
    (answer.verdict, answer.reason.layer)
}

fn signed(key: &str, service: &str) -> String {
    format!(
        "authorization: AWS4-HMAC-SHA256 Credential={key}/20260421/us-east-1/{service}/aws4_request, \
         SignedHeaders=host, Signature=fake\r\n"
    )
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}")).to_owned()
}

/// The text of an element of an answer.
fn element(answer: &Answer, name: &str) -> String {
    let found = answer.body.split_once(&format!("<{name}>")).and_then(|(_, rest)| rest.split_once('<'));
    found.unwrap_or_else(|| panic!("no {name}: {answer:?}")).0.to_owned()
}

fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut encoded, byte| {
        match byte.is_ascii_alphanumeric() {
            true => encoded.push(char::from(byte)),
            false => {
                let _ = write!(encoded, "%{byte:02X}");
            }
        }
        encoded
    })
}
