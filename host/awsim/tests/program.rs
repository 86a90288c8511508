//! The program as a person runs it: configuration, start, admin interface, stop.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where its input is wrong"
)]

mod common;

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use serde_json::Value;

use common::{Running, awsim, output};

/// A running program with these arguments.
fn start(arguments: &[&str]) -> Running {
    Running::launch(arguments, &[])
}

fn create_user(running: &Running, name: &str) -> String {
    let form = format!("Action=CreateUser&Version=2010-05-08&UserName={name}");
    let (status, body) = running.query("test", "iam", &form);
    assert_eq!(status, 200, "{body}");
    body
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
fn a_certificate_that_nobody_asks_for_is_told() {
    let variables = [
        ("AWSIM_TLS__CERTIFICATE", "c.pem"),
        ("AWSIM_TLS__PRIVATE_KEY", "k.pem"),
        ("AWSIM_LOG__FORMAT", "json"),
    ];
    let mut command = awsim(&["--port", "0", "--data-dir", ":memory:"]);
    let mut child = command.envs(variables).stderr(Stdio::piped()).spawn().unwrap();
    let first = BufReader::new(child.stderr.take().unwrap()).lines().next().unwrap().unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(first.contains("tls.certificate is not used: tls.enabled is false"), "{first}");
}

#[test]
fn an_address_that_is_taken_is_told() {
    let running = start(&[]);
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
    let running = start(&["--region", "eu-central-1"]);
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
    let running = start(&[]);
    create_user(&running, "alice");
    // That it was called is noted a moment later; nothing changes by itself from then on.
    let exported = loop {
        let (_, exported) = running.ask("GET", "/_awsim/state?service=iam", "", "");
        assert!(exported.contains("alice"), "{exported}");
        if exported.contains("CreateUser") {
            break exported;
        }
    };

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
    let running = start(&[]);
    let (status, refused) = running.ask("PUT", "/_awsim/clock", "", r#"{"offset_seconds": 60}"#);
    assert_eq!(status, 409, "{refused}");
    let (_, shown) = running.ask("GET", "/_awsim/clock", "", "");
    assert!(shown.contains("\"movable\": false"), "{shown}");

    let running = Running::launch(&[], &[("AWSIM_CLOCK__MOVABLE", "true")]);
    let (status, moved) = running.ask("PUT", "/_awsim/clock", "", r#"{"time": "2031-05-06T07:00:00Z"}"#);
    assert_eq!(status, 200, "{moved}");
    assert!(moved.contains("\"time\": \"2031-05-06T07:"), "{moved}");
    assert!(create_user(&running, "alice").contains("<CreateDate>2031-05-06T07:"));
    let (_, info) = running.ask("GET", "/_awsim/info", "", "");
    assert!(info.contains("\"clock\": \"movable\""), "{info}");

    for mistake in ["{}", "x", r#"{"time": "yesterday"}"#, r#"{"offset_seconds": "1"}"#] {
        assert_eq!(running.ask("PUT", "/_awsim/clock", "", mistake).0, 400, "{mistake}");
    }
    assert_eq!(running.ask("PUT", "/_awsim/clock", "origin: https://evil.example\r\n", "{}").0, 403);
    let (_, back) = running.ask("PUT", "/_awsim/clock", "", r#"{"offset_seconds": 0}"#);
    assert!(back.contains("\"offset_seconds\": 0.0"), "{back}");
    assert!(!create_user(&running, "bob").contains("<CreateDate>2031"));
}

#[test]
fn a_page_of_another_site_cannot_reset() {
    let running = start(&[]);
    create_user(&running, "alice");
    let (status, _) = running.ask("POST", "/_awsim/reset", "origin: https://evil.example\r\n", "");
    assert_eq!(status, 403);
    assert!(running.ask("GET", "/_awsim/state", "", "").1.contains("alice"));
}

#[test]
fn metrics_count_requests() {
    let running = start(&[]);
    let metrics = || running.ask("GET", "/_awsim/metrics", "", "").1;
    let told = |name: &str| {
        let metrics = metrics();
        let value = metrics.lines().find_map(|line| line.strip_prefix(name)?.trim().parse::<u64>().ok());
        value.unwrap_or_else(|| panic!("no {name}: {metrics}"))
    };
    let at_start = told("awsim_store_transactions_total");
    create_user(&running, "alice");
    let created = "awsim_requests_total{service=\"iam\",operation=\"CreateUser\",outcome=\"success\"}";
    assert_eq!(told(created), 1);
    // What was used is written down too, a little later.
    assert!(told("awsim_store_transactions_total") > at_start);
}

#[test]
fn the_request_id_in_the_log_is_the_one_in_the_answer() {
    let mut running = start(&["--log-level", "debug"]);
    let answer = create_user(&running, "alice");
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
    let mut running = start(&[]);
    running.terminate();
    assert_eq!(running.child.wait().unwrap().code(), Some(0));
    assert!(running.event()["message"].as_str().unwrap().starts_with("stopping"));
}
