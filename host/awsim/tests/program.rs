//! The program as a person runs it: configuration, start, admin interface, stop.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where its input is wrong"
)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, ChildStderr, Command, Output, Stdio};

use serde_json::Value;

/// The program with these arguments, without variables and files of whoever runs the tests.
fn awsim(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_awsim"));
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("AWSIM_")) {
        command.env_remove(name);
    }
    // There is no config.toml.
    command.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests")).args(arguments);
    command
}

fn output(command: &mut Command) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } = command.output().unwrap();
    (status.code(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

/// A running program, which dies with the test.
struct Running {
    child: Child,
    log: BufReader<ChildStderr>,
    address: SocketAddr,
}

impl Running {
    /// Starts the program with JSON logs, and learns from the first of them where it listens.
    fn start(arguments: &[&str]) -> Self {
        Self::launch(arguments, &[])
    }

    /// The same with these variables.
    fn configured(variables: &[(&str, &str)]) -> Self {
        Self::launch(&[], variables)
    }

    fn launch(arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let mut command = awsim(&["--port", "0", "--data-dir", ":memory:"]);
        command.args(arguments).envs(variables.iter().copied()).env("AWSIM_LOG__FORMAT", "json");
        command.stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let log = BufReader::new(child.stderr.take().unwrap());
        let mut running = Self { child, log, address: SocketAddr::from(([127, 0, 0, 1], 0)) };
        let started = running.event();
        assert_eq!(started["message"], "AWSim has started", "{started}");
        running.address.set_port(started["port"].as_u64().unwrap().try_into().unwrap());
        running
    }

    /// The next event in the log.
    fn event(&mut self) -> Value {
        let mut line = String::new();
        self.log.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line:?}"))
    }

    /// The status and the body of the answer to a request.
    fn ask(&self, method: &str, path: &str, headers: &str, body: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(self.address).unwrap();
        let host = self.address;
        let length = body.len();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\ncontent-length: {length}\r\n{headers}\r\n{body}"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.split(' ').nth(1).unwrap().parse().unwrap(), body.to_owned())
    }

    fn create_user(&self, name: &str) -> String {
        let headers = "content-type: application/x-www-form-urlencoded\r\nauthorization: AWS4-HMAC-SHA256 \
                       Credential=test/20260421/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=fake\r\n";
        let form = format!("Action=CreateUser&Version=2010-05-08&UserName={name}");
        let (status, body) = self.ask("POST", "/", headers, &form);
        assert_eq!(status, 200, "{body}");
        body
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn print_config_shows_where_values_come_from() {
    let (code, printed, _) =
        output(awsim(&["--print-config", "--port", "99"]).env("AWSIM_STORE__DURABILITY", "normal"));
    assert_eq!(code, Some(0));
    let line = |start: &str| printed.lines().find(|line| line.starts_with(start)).unwrap_or_default();
    assert!(line("port = 99 ").ends_with("# --port"), "{printed}");
    assert!(line("durability = \"normal\" ").ends_with("# AWSIM_STORE__DURABILITY"), "{printed}");
    assert!(line("users = 5000 ").ends_with("# default"), "{printed}");
    assert!(printed.contains("[services.iam.quotas]"), "{printed}");
}

#[test]
fn mistakes_are_told_at_once_and_nothing_starts() {
    let (code, _, told) =
        output(awsim(&["--port", "x"]).env("AWSIM_PROT", "1").env("AWSIM_CONFIG", "/no/such/file"));
    assert_eq!(code, Some(2));
    let lines: Vec<_> = told.lines().collect();
    assert_eq!(lines[0], "awsim: the configuration has 3 mistakes:", "{told}");
    assert!(lines[1].starts_with("  /no/such/file: the file cannot be read"), "{told}");
    assert_eq!(lines[2], "  AWSIM_PROT: AWSim has no such setting; did you mean AWSIM_PORT?");
    assert!(lines[3].starts_with("  --port: `port` is \"x\": expected a port"), "{told}");
}

#[test]
fn an_address_that_is_taken_is_told() {
    let running = Running::start(&[]);
    let port = running.address.port().to_string();
    let (code, _, told) = output(&mut awsim(&["--port", &port, "--data-dir", ":memory:"]));
    assert_eq!(code, Some(1));
    assert!(told.starts_with(&format!("awsim: cannot listen on 127.0.0.1:{port}: ")), "{told}");
}

#[test]
fn the_banner_says_what_is_not_enforced() {
    let mut child = awsim(&["--port", "0", "--data-dir", ":memory:"]).stderr(Stdio::piped()).spawn().unwrap();
    let lines: Vec<_> =
        BufReader::new(child.stderr.take().unwrap()).lines().take(9).map(Result::unwrap).collect();
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(lines[0].contains(" listens on http://127.0.0.1:"), "{lines:?}");
    assert!(
        lines.iter().any(|line| line.trim_start().starts_with("! Policies are not evaluated")),
        "{lines:?}"
    );
}

#[test]
fn health_and_info_tell_what_is_running() {
    let running = Running::start(&["--region", "eu-central-1"]);
    let (status, health) = running.ask("GET", "/_awsim/health", "", "");
    let health: Value = serde_json::from_str(&health).unwrap();
    assert_eq!(status, 200);
    assert_eq!((&health["status"], &health["port"]), (&"ok".into(), &running.address.port().into()));

    let (_, info) = running.ask("GET", "/_awsim/info", "", "");
    let info: Value = serde_json::from_str(&info).unwrap();
    assert_eq!(info["region"], "eu-central-1");
    assert_eq!(info["iam_enforce"], "off");
    let services = info["services"].as_array().unwrap();
    let names: Vec<_> = services.iter().map(|service| service["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["iam", "organizations", "sts"]);
    for service in services {
        let (implemented, missing) = (&service["implemented"], &service["missing"]);
        let count = |names: &Value| names.as_array().unwrap().len();
        assert_eq!(service["operations"]["implemented"], count(implemented));
        assert_eq!(service["operations"]["total"], count(implemented) + count(missing));
    }
    assert!(services[0]["implemented"].as_array().unwrap().contains(&"CreateUser".into()));
}

#[test]
fn state_is_exported_reset_and_imported() {
    let running = Running::start(&[]);
    running.create_user("alice");
    let (_, exported) = running.ask("GET", "/_awsim/state?service=iam", "", "");
    assert!(exported.contains("alice"), "{exported}");

    assert_eq!(running.ask("POST", "/_awsim/reset", "", "").0, 200);
    let (_, empty) = running.ask("GET", "/_awsim/state", "", "");
    assert!(!empty.contains("alice"), "{empty}");

    assert_eq!(running.ask("PUT", "/_awsim/state?service=iam", "", &exported).0, 200);
    assert_eq!(running.ask("GET", "/_awsim/state?service=iam", "", "").1, exported);

    let (status, refused) = running.ask("PUT", "/_awsim/state", "", "{\"format\": 99, \"services\": {}}");
    assert_eq!(status, 400, "{refused}");
    assert_eq!(running.ask("GET", "/_awsim/state?service=iam", "", "").1, exported);
    assert_eq!(running.ask("GET", "/_awsim/state?service=s3", "", "").0, 404);
    assert_eq!(running.ask("GET", "/_awsim/state?servce=iam", "", "").0, 400);
}

#[test]
fn the_clock_can_be_moved_if_the_configuration_lets_it() {
    let running = Running::start(&[]);
    let (status, refused) = running.ask("PUT", "/_awsim/clock", "", r#"{"offset_seconds": 60}"#);
    assert_eq!(status, 409, "{refused}");
    let (_, shown) = running.ask("GET", "/_awsim/clock", "", "");
    assert!(shown.contains("\"movable\": false"), "{shown}");

    let running = Running::configured(&[("AWSIM_CLOCK__MOVABLE", "true")]);
    let (status, moved) = running.ask("PUT", "/_awsim/clock", "", r#"{"time": "2031-05-06T07:08:09Z"}"#);
    assert_eq!(status, 200, "{moved}");
    assert!(moved.contains("\"time\": \"2031-05-06T07:08:"), "{moved}");
    assert!(running.create_user("alice").contains("<CreateDate>2031-05-06T07:08:"));
    let (_, info) = running.ask("GET", "/_awsim/info", "", "");
    assert!(info.contains("\"clock\": \"movable\""), "{info}");

    for mistake in ["{}", "x", r#"{"time": "yesterday"}"#, r#"{"offset_seconds": "1"}"#] {
        assert_eq!(running.ask("PUT", "/_awsim/clock", "", mistake).0, 400, "{mistake}");
    }
    assert_eq!(running.ask("PUT", "/_awsim/clock", "origin: https://evil.example\r\n", "{}").0, 403);
    let (_, back) = running.ask("PUT", "/_awsim/clock", "", r#"{"offset_seconds": 0}"#);
    assert!(back.contains("\"offset_seconds\": 0.0"), "{back}");
    assert!(!running.create_user("bob").contains("<CreateDate>2031"));
}

#[test]
fn a_page_of_another_site_cannot_reset() {
    let running = Running::start(&[]);
    running.create_user("alice");
    let (status, _) = running.ask("POST", "/_awsim/reset", "origin: https://evil.example\r\n", "");
    assert_eq!(status, 403);
    assert!(running.ask("GET", "/_awsim/state", "", "").1.contains("alice"));
}

#[test]
fn metrics_count_requests() {
    let running = Running::start(&[]);
    running.create_user("alice");
    let (_, metrics) = running.ask("GET", "/_awsim/metrics", "", "");
    let line = "awsim_requests_total{service=\"iam\",operation=\"CreateUser\",outcome=\"success\"} 1";
    assert!(metrics.lines().any(|written| written == line), "{metrics}");
    assert!(metrics.contains("\nawsim_store_transactions_total 1\n"), "{metrics}");
}

#[test]
fn the_request_id_in_the_log_is_the_one_in_the_answer() {
    let mut running = Running::start(&["--log-level", "debug"]);
    let answer = running.create_user("alice");
    let answered = loop {
        let event = running.event();
        if event["operation"] == "CreateUser" {
            break event;
        }
    };
    let id = answered["request_id"].as_str().unwrap();
    assert!(answer.contains(&format!("<RequestId>{id}</RequestId>")), "{id}\n{answer}");
}

#[cfg(unix)]
#[test]
fn sigterm_stops_it_in_good_order() {
    let mut running = Running::start(&[]);
    let pid = running.child.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
    assert_eq!(running.child.wait().unwrap().code(), Some(0));
    assert!(running.event()["message"].as_str().unwrap().starts_with("stopping"));
}
