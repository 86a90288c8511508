//! The program, started, asked and stopped.

#![allow(dead_code, reason = "each test uses what it needs")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, ChildStderr, Command, Output, Stdio};

use serde_json::Value;

/// The program with these arguments, without variables and files of whoever runs the tests.
pub(crate) fn awsim(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_awsim"));
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("AWS")) {
        command.env_remove(name);
    }
    // There is no config.toml.
    command.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests")).args(arguments);
    command
}

/// The status, the output and the complaints of a command.
pub(crate) fn output(command: &mut Command) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } = command.output().unwrap();
    (status.code(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

/// Standard output that nobody reads any more.
pub(crate) fn unread() -> Stdio {
    let (_, writer) = std::io::pipe().unwrap();
    writer.into()
}

/// A running program, which dies with the test.
pub(crate) struct Running {
    pub(crate) child: Child,
    pub(crate) address: SocketAddr,
    log: Option<BufReader<ChildStderr>>,
}

impl Running {
    /// Starts the program in memory, with JSON logs, and learns from the first of them where it listens.
    pub(crate) fn launch(arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let mut command = awsim(&["--port", "0", "--data-dir", ":memory:"]);
        command.args(arguments).envs(variables.iter().copied()).env("AWSIM_LOG__FORMAT", "json");
        command.stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let log = BufReader::new(child.stderr.take().unwrap());
        let mut running = Self { child, address: SocketAddr::from(([127, 0, 0, 1], 0)), log: Some(log) };
        let started = running.event();
        assert_eq!(started["message"], "AWSim has started", "{started}");
        running.address.set_port(started["port"].as_u64().unwrap().try_into().unwrap());
        running
    }

    /// The next event in the log.
    pub(crate) fn event(&mut self) -> Value {
        let mut line = String::new();
        self.log.as_mut().unwrap().read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line:?}"))
    }

    /// Lets it say whatever it wants: nobody looks for events, and it does not have to wait for that.
    pub(crate) fn ignore_log(&mut self) {
        let mut log = self.log.take().unwrap();
        std::thread::spawn(move || std::io::copy(&mut log, &mut std::io::sink()));
    }

    /// The status and the body of the answer to a request.
    pub(crate) fn ask(&self, method: &str, path: &str, headers: &str, body: &str) -> (u16, String) {
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

    /// The same for a query request to a service, signed in form only.
    pub(crate) fn query(&self, key: &str, service: &str, form: &str) -> (u16, String) {
        let headers = format!(
            "content-type: application/x-www-form-urlencoded\r\nauthorization: AWS4-HMAC-SHA256 \
             Credential={key}/20260421/us-east-1/{service}/aws4_request, SignedHeaders=host, Signature=fake\r\n"
        );
        self.ask("POST", "/", &headers, form)
    }

    /// Asks it to stop in good order.
    pub(crate) fn terminate(&self) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
