//! Running the blocks of a page, one after the other.

use std::ffi::OsString;
use std::fs::Permissions;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::PathBuf;
use std::process::Command;

use super::block::{Block, Use};
use super::output::is_shown;
use crate::process::{Server, binary, without_settings, workspace};
use crate::tools::{as_root, boto3_packages, cli_packages, moto, node_packages};

/// The port that pages believe AWSim on.
const SHOWN_PORT: u16 = 4566;

/// The port that pages believe the instance metadata service on, and what the banner says before its address.
const SHOWN_METADATA_PORT: u16 = 1338;
const METADATA_LABEL: &str = "metadata";

/// What stands before every block: mistakes end it, and it begins where the one before it ended.
const BEFORE: &str = r#"set -euo pipefail
[ ! -f "$PAGE_STATE" ] || . "$PAGE_STATE"
trap '{ export -p; declare -f; } > "$PAGE_STATE"' EXIT
"#;

/// Somebody who follows a page: a folder, the servers that were started, and what was printed last.
pub struct Session {
    place: tempfile::TempDir,
    awsim: Option<Server>,
    others: Vec<Server>,
    /// The ports that the page speaks of, with those that there are.
    ports: Vec<(u16, u16)>,
    printed: String,
    /// Whether it was AWSim at its start that printed it, and may print more.
    starting: bool,
}

impl Session {
    /// A session in an empty folder, where nothing runs.
    ///
    /// # Panics
    /// If the folder cannot be made.
    pub fn new() -> Self {
        let place = tempfile::tempdir().expect("a temporary directory");
        let session = Self {
            place,
            awsim: None,
            others: Vec::new(),
            ports: Vec::new(),
            printed: String::new(),
            starting: false,
        };
        for folder in ["page", "bin"] {
            std::fs::create_dir(session.folder(folder)).expect("a folder can be made");
        }
        symlink(binary(), session.folder("bin/awsim")).expect("a link can be made");
        session.program(
            "aws",
            &format!("PYTHONPATH='{}' exec python3 -m awscli \"$@\"", cli_packages().display()),
        );
        session
    }

    /// Follows a block.
    ///
    /// # Errors
    /// What is not as the page says.
    pub fn follow(&mut self, block: &Block) -> Result<(), String> {
        let text = &block.text;
        match &block.what {
            Use::Shell { fails } => self.run(text, *fails),
            Use::Python => self.run(&format!("python3 - <<'PYTHON'\n{text}PYTHON\n"), false),
            Use::JavaScript => {
                // Where modules look for others.
                let link = self.folder("page/node_modules");
                if !link.exists() {
                    symlink(node_packages().join("node_modules"), link).map_err(|error| error.to_string())?;
                }
                self.run(
                    &format!("node --no-warnings --input-type=module - <<'JAVASCRIPT'\n{text}JAVASCRIPT\n"),
                    false,
                )
            }
            Use::Start => {
                self.start(&self.present(text));
                Ok(())
            }
            Use::StartOther(port) => {
                self.start_other(&self.present(text), *port);
                Ok(())
            }
            Use::Output => self.compare(text),
            Use::File(name) => std::fs::write(self.folder("page").join(name), self.present(text))
                .map_err(|error| format!("{name}: {error}")),
            Use::SameAs(path) => same_as(text, path),
            Use::Elsewhere | Use::Figure => Ok(()),
        }
    }

    /// Starts AWSim as a command says.
    pub fn start(&mut self, command: &str) {
        if let Some(mut before) = self.awsim.take() {
            before.stop();
        }
        let ports = [("AWSIM_PORT", "0"), ("AWSIM_INSTANCE_METADATA__PORT", "0")];
        let awsim = Server::start(self.bash(command).envs(ports));
        self.take_port(SHOWN_PORT, awsim.address().port());
        self.printed.clear();
        let config = std::fs::read_to_string(self.folder("page/config.toml")).unwrap_or_default();
        if config.contains("[instance_metadata]") {
            self.find_metadata(&awsim);
        }
        self.starting = true;
        self.awsim = Some(awsim);
    }

    /// Reads the banner as far as the address of the instance metadata service.
    fn find_metadata(&mut self, awsim: &Server) {
        while let Some(line) = awsim.says() {
            let is_it = line.trim_start().starts_with(METADATA_LABEL);
            if is_it {
                let port = line.rsplit(':').next().and_then(|port| port.parse().ok());
                self.take_port(SHOWN_METADATA_PORT, port.expect("an address has a port"));
            }
            self.printed += &self.shown(&(line + "\n"));
            if is_it {
                return;
            }
        }
    }

    /// Runs a script of the page and keeps what it printed.
    ///
    /// # Errors
    /// If it does not end as it must.
    pub fn run(&mut self, script: &str, fails: bool) -> Result<(), String> {
        let script = format!("exec 2>&1\n{BEFORE}{}", self.present(script));
        let output = self.bash(&script).output().map_err(|error| error.to_string())?;
        self.starting = false;
        self.printed = self.shown(&String::from_utf8_lossy(&output.stdout));
        if output.status.success() == fails {
            return Err(format!("it ended with {}:\n{}", output.status, self.printed));
        }
        Ok(())
    }

    /// What was printed last, with the ports of the page.
    pub fn printed(&self) -> &str {
        &self.printed
    }

    fn start_other(&mut self, command: &str, port: u16) {
        self.program(
            "moto_server",
            &format!(
                "PYTHONPATH='{}' exec python3 -W ignore -c 'import sys; from moto.server import main; \
                 main(sys.argv[1:])' \"$@\"",
                moto().display()
            ),
        );
        let other = Server::start(&mut self.bash(&command.replace(&port.to_string(), "0")));
        self.take_port(port, other.address().port());
        self.others.push(other);
    }

    fn compare(&mut self, shown: &str) -> Result<(), String> {
        while !is_shown(shown, &self.printed) {
            let awsim = self.awsim.as_ref().filter(|_| self.starting);
            let Some(line) = awsim.and_then(Server::says) else {
                return Err(format!("shown:\n{shown}\nprinted:\n{}", self.printed));
            };
            self.printed += &self.shown(&(line + "\n"));
        }
        Ok(())
    }

    /// A command of bash in the folder of the page, by somebody who has nothing but what the pages say.
    fn bash(&self, script: &str) -> Command {
        let mut command = Command::new("bash");
        without_settings(&mut command);
        as_root(&mut command);
        command
            .args(["-c", script])
            .current_dir(self.folder("page"))
            // The first page has to say it: not all SDKs go by AWS_DEFAULT_REGION.
            .env_remove("AWS_REGION")
            .env_remove("AWS_CONFIG_FILE")
            .env_remove("AWS_SHARED_CREDENTIALS_FILE")
            .env("HOME", self.folder("page"))
            .env("PAGE_STATE", self.folder("state"))
            .env("PATH", self.path())
            .env("PYTHONPATH", boto3_packages())
            .env("PYTHONDONTWRITEBYTECODE", "1");
        if self.awsim.is_some() {
            command.env("AWS_ENDPOINT_URL", self.present(&format!("http://localhost:{SHOWN_PORT}")));
        }
        command
    }

    /// Lets the page find a program that is a script.
    fn program(&self, name: &str, script: &str) {
        let file = self.folder("bin").join(name);
        std::fs::write(&file, format!("#!/bin/sh\n{script}\n")).expect("a program can be written");
        std::fs::set_permissions(&file, Permissions::from_mode(0o755)).expect("a program can be run");
    }

    fn path(&self) -> OsString {
        let others = std::env::var_os("PATH").unwrap_or_default();
        let all = std::iter::once(self.folder("bin")).chain(std::env::split_paths(&others));
        std::env::join_paths(all).expect("a path of paths")
    }

    fn folder(&self, name: &str) -> PathBuf {
        self.place.path().join(name)
    }

    /// Lets the page mean a port of this machine by one of its own.
    fn take_port(&mut self, shown: u16, actual: u16) {
        let state = self.folder("state");
        if let Some((_, former)) = self.ports.iter().find(|(known, _)| *known == shown)
            && let Ok(text) = std::fs::read_to_string(&state)
        {
            std::fs::write(&state, text.replace(&format!(":{former}"), &format!(":{actual}")))
                .expect("a file can be written");
        }
        self.ports.retain(|(known, _)| *known != shown);
        self.ports.push((shown, actual));
    }

    /// A text of the page with the ports that there are.
    fn present(&self, text: &str) -> String {
        self.ports.iter().fold(text.to_owned(), |text, (shown, actual)| {
            text.replace(&format!(":{shown}"), &format!(":{actual}"))
        })
    }

    /// What was printed with the ports of the page.
    fn shown(&self, text: &str) -> String {
        self.ports.iter().fold(text.to_owned(), |text, (shown, actual)| {
            text.replace(&format!(":{actual}"), &format!(":{shown}"))
        })
    }
}

impl Default for Session {
    fn default() -> Self {
        Self::new()
    }
}

fn same_as(text: &str, path: &str) -> Result<(), String> {
    let file = std::fs::read_to_string(workspace().join(path)).map_err(|error| format!("{path}: {error}"))?;
    if text == file { Ok(()) } else { Err(format!("it is not {path}: UPDATE_DOCS=1 writes it")) }
}
