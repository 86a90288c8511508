//! A server that does the work of many services, behind AWSim.

use std::net::SocketAddr;
use std::process::Command;

use crate::process::Server;
use crate::tools::moto;

/// A running moto, killed when dropped.
pub struct Moto {
    server: Server,
}

impl Moto {
    /// Starts it on a free port.
    ///
    /// # Panics
    /// If it does not say where it listens.
    pub fn start() -> Self {
        let mut command = Command::new("python3");
        command
            .args(["-W", "ignore", "-c"])
            .arg("from moto.server import main; main(['-H', '127.0.0.1', '-p', '0'])")
            .env("PYTHONPATH", moto())
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .env("MOTO_ACCOUNT_ID", "000000000000");
        Self { server: Server::start(&mut command) }
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.server.address()
    }

    /// The URL for AWSim.
    pub fn url(&self) -> String {
        format!("http://{}", self.address())
    }
}
