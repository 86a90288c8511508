//! Programs to compare with.

use std::io::{BufRead, BufReader, Write};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};

/// A server that says on its output where it listens, ended when dropped.
#[derive(Debug)]
pub struct Yardstick {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
}

impl Yardstick {
    /// Starts a program, and gives it this to read.
    ///
    /// # Panics
    /// If it does not start, or does not say where it listens.
    pub fn start(program: &str, arguments: &[&str], input: &str) -> Self {
        let mut child = Command::new(program)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the yardstick starts");
        let mut stdin = child.stdin.take().expect("stdin is piped");
        stdin.write_all(input.as_bytes()).expect("the yardstick reads");
        drop(stdin);
        let mut line = String::new();
        let said = child.stdout.take().expect("stdout is piped");
        BufReader::new(said).read_line(&mut line).expect("it says where");
        let address = line.trim().trim_start_matches("http://").parse().expect("an address");
        Self { child, address }
    }
}

impl Drop for Yardstick {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
