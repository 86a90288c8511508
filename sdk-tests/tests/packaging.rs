//! What is packaged does what it says, as far as this machine can show it.

use std::io::ErrorKind;
use std::net::TcpListener;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use awsim_sdk_tests::process::{binary, without_settings, workspace};
use awsim_sdk_tests::tools::{boto3_packages, cli_packages, python, run};
use serde_json::Value;

fn packaged(name: &str) -> PathBuf {
    workspace().join("packaging").join(name)
}

/// The job of the example for GitHub Actions.
fn job() -> Value {
    let read = "import json, sys, yaml; print(json.dumps(yaml.safe_load(open(sys.argv[1]))))";
    let mut python = Command::new("python3");
    python.env("PYTHONPATH", cli_packages()).args(["-c", read]).arg(packaged("github-actions.yml"));
    serde_json::from_str::<Value>(&run(&mut python)).unwrap()["jobs"]["test"].take()
}

/// What a step of a job runs.
fn step<'j>(job: &'j Value, name: &str) -> &'j str {
    let steps = job["steps"].as_array().unwrap();
    steps.iter().find(|step| step["name"] == name).unwrap()["run"].as_str().unwrap()
}

#[test]
fn the_job_for_github_actions_runs() {
    let job = job();
    let home = tempfile::tempdir().unwrap();
    let [installed, programs] = [".local/awsim/bin", "bin"].map(|folder| home.path().join(folder));
    for folder in [&installed, &programs] {
        std::fs::create_dir_all(folder).unwrap();
    }
    symlink(binary(), installed.join("awsim")).unwrap();
    script(
        &programs.join("aws"),
        &format!("PYTHONPATH='{}' exec python3 -m awscli \"$@\"", cli_packages().display()),
    );
    // The job believes AWSim on its usual port.
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let here = |text: &str| text.replace(":4566", &format!(":{port}"));
    let [start, test, tell] =
        ["Start AWSim", "Test", "What AWSim said and decided"].map(|name| here(step(&job, name)));
    // Who one is, everybody may ask: nothing is decided then.
    let decided = "aws iam list-users";
    let whole = ["trap 'kill $(jobs -p)' EXIT", &start, &test, decided, &tell].join("\n");
    let mut bash = Command::new("bash");
    without_settings(&mut bash);
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("AWS_")) {
        bash.env_remove(name);
    }
    let variables = job["env"].as_object().unwrap();
    bash.envs(variables.iter().map(|(name, value)| (name, here(value.as_str().unwrap()))));
    let path = format!("{}:{}", programs.display(), std::env::var("PATH").unwrap());
    bash.env("AWSIM_PORT", port.to_string()).env("HOME", home.path()).env("PATH", path);
    // As GitHub runs a step.
    let printed = run(bash.args(["-e", "-c", &whole]).current_dir(home.path()));
    for told in
        ["\"status\": \"ok\"", "arn:aws:iam::000000000000:root", "listens on", "asks for iam:ListUsers"]
    {
        assert!(printed.contains(told), "{told}\n{printed}");
    }
}

fn script(file: &Path, text: &str) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::write(file, format!("#!/bin/sh\n{text}\n")).unwrap();
    std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn systemd_understands_the_unit() {
    let place = tempfile::tempdir().unwrap();
    let unit = std::fs::read_to_string(packaged("awsim.service")).unwrap();
    // Where the program is on this machine.
    let unit = unit.replace("ExecStart=/usr/local/bin/awsim ", &format!("ExecStart={} ", binary().display()));
    let file = place.path().join("awsim.service");
    std::fs::write(&file, unit).unwrap();
    match Command::new("systemd-analyze").arg("verify").arg(&file).output() {
        // It is not on every machine that builds.
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        verified => {
            let verified = verified.unwrap();
            let told = String::from_utf8_lossy(&verified.stderr);
            assert!(verified.status.success() && told.is_empty(), "{told}");
        }
    }
}

/// A container of testcontainers, but for the container.
const STAND_IN: &str = r#"
import os, re, subprocess

class DockerContainer:
    def __init__(self, image):
        assert image == "awsim", image
        self.variables = {}

    def with_exposed_ports(self, port):
        self.exposed = port
        return self

    def with_env(self, name, value):
        self.variables[name] = value
        return self

    def waiting_for(self, strategy):
        assert strategy == (self.exposed, "/_awsim/health"), strategy
        return self

    def __enter__(self):
        environment = {"PATH": os.environ["PATH"], "AWSIM_PORT": "0", **self.variables}
        self.process = subprocess.Popen([os.environ["AWSIM"]], env=environment, stderr=subprocess.PIPE, text=True)
        self.port = int(re.search(r"http://127\.0\.0\.1:(\d+)", self.process.stderr.readline())[1])
        return self

    def __exit__(self, *failure):
        self.process.kill()
        self.process.communicate()

    def get_container_host_ip(self):
        return "127.0.0.1"

    def get_exposed_port(self, port):
        assert port == self.exposed, port
        return self.port
"#;

#[test]
fn the_tests_in_a_container_run_without_one() {
    let place = tempfile::tempdir().unwrap();
    let core = place.path().join("testcontainers/core");
    std::fs::create_dir_all(&core).unwrap();
    std::fs::write(core.join("container.py"), STAND_IN).unwrap();
    std::fs::write(core.join("wait_strategies.py"), "def HttpWaitStrategy(*what): return what\n").unwrap();
    let path = std::env::join_paths([place.path(), boto3_packages()]).unwrap();
    let mut tests = python();
    tests.env("PYTHONPATH", path).env("AWSIM", binary()).current_dir(packaged("testcontainers"));
    let told = tests.args(["-m", "unittest", "test_awsim.py"]).output().unwrap();
    let told = (told.status.success(), String::from_utf8_lossy(&told.stderr).into_owned());
    assert!(told.0 && told.1.contains("Ran 1 test"), "{}", told.1);
}
