//! A server that does the work of many services, behind AWSim.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};

use crate::tools::moto;

/// A running moto, killed when dropped.
pub struct Moto {
    child: Child,
    url: String,
}

impl Moto {
    /// Starts it on a free port.
    ///
    /// # Panics
    /// If it does not say where it listens.
    pub fn start() -> Self {
        let mut child = Command::new("python3")
            .args([
                "-W",
                "ignore",
                "-c",
                "from moto.server import main; main(['-H', '127.0.0.1', '-p', '0'])",
            ])
            .env("PYTHONPATH", moto())
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .env("MOTO_ACCOUNT_ID", "000000000000")
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("python3 runs");
        let mut said = BufReader::new(child.stderr.take().expect("the error output is piped"));
        let mut lines = said.by_ref().lines().map_while(Result::ok);
        let url = lines.find_map(|line| {
            let start = line.find("http://127.0.0.1:")?;
            line[start..].split_whitespace().next().map(str::to_owned)
        });
        // Nobody else reads what it says, and it must not wait for that.
        std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
        Self { child, url: url.expect("moto says where it listens") }
    }

    /// The URL for AWSim.
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Moto {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
