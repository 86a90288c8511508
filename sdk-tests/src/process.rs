//! The real binary, started and stopped.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

/// How long the program may take to say where it listens, on a machine that compiles at the same time.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running AWSim, killed when dropped.
pub struct Awsim {
    child: Child,
    address: SocketAddr,
    said: Receiver<String>,
    directory: Option<tempfile::TempDir>,
    arguments: Vec<String>,
    variables: Vec<(String, String)>,
}

impl Awsim {
    /// Starts AWSim in memory on a free port.
    pub fn start() -> Self {
        Self::with(&["--data-dir", ":memory:"], &[])
    }

    /// Starts AWSim on a fresh data directory on a free port.
    pub fn start_durable() -> Self {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let data = directory.path().join("data");
        let mut awsim = Self::with(&["--data-dir", &data.to_string_lossy()], &[]);
        awsim.directory = Some(directory);
        awsim
    }

    /// Starts AWSim with these arguments and variables, on a free port.
    pub fn with(arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let arguments = arguments.iter().map(|&argument| argument.to_owned()).collect::<Vec<_>>();
        let variables =
            variables.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect::<Vec<_>>();
        let (child, address, said) = spawn(&arguments, &variables);
        Self { child, address, said, directory: None, arguments, variables }
    }

    /// What the banner says after a label, for example the address behind `metadata`; waits until it has said it.
    pub fn said_after(&self, label: &str) -> Option<String> {
        loop {
            let line = self.said.recv_timeout(PATIENCE).ok()?;
            if let Some(text) = line.trim_start().strip_prefix(label) {
                return Some(text.trim().to_owned());
            }
        }
    }

    /// Kills the process as `kill -9` does and starts another one in its place, on another port.
    pub fn kill_and_restart(&mut self) {
        self.kill();
        let (child, address, said) = spawn(&self.arguments, &self.variables);
        self.child = child;
        self.address = address;
        self.said = said;
    }

    /// Waits until the process has ended by itself.
    ///
    /// # Panics
    /// If it ends in failure.
    pub fn wait(&mut self) {
        let status = self.child.wait().expect("a child can be waited for");
        assert!(status.success(), "{status}");
    }

    /// Kills the process as `kill -9` does.
    pub fn kill(&mut self) {
        // The process may have ended by itself.
        let _ = self.child.kill();
        self.child.wait().expect("a child can be waited for");
    }

    /// The URL for clients.
    pub fn endpoint(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Its process id.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// The data directory of a durable instance.
    pub fn data_directory(&self) -> Option<PathBuf> {
        self.directory.as_ref().map(|directory| directory.path().join("data"))
    }
}

impl Drop for Awsim {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Starts the binary and waits until it says where it listens; what it says further can be received.
fn spawn(arguments: &[String], variables: &[(String, String)]) -> (Child, SocketAddr, Receiver<String>) {
    let mut command = Command::new(binary());
    // Nothing of the developer's own configuration reaches a test.
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("AWSIM_")) {
        command.env_remove(name);
    }
    let mut child = command
        .args(arguments)
        .args(["--port", "0"])
        .envs(variables.iter().map(|(name, value)| (name, value)))
        .current_dir(std::env::temp_dir())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    let stderr = child.stderr.take().expect("stderr is piped");
    let (found, address) = std::sync::mpsc::channel();
    let (say, heard) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let mut said = Vec::new();
        for line in BufReader::new(stderr).lines().map_while(Result::ok) {
            if let Some(address) = address_in(&line) {
                let _ = found.send(Ok(address));
            }
            // Nobody may be listening.
            let _ = say.send(line.clone());
            said.push(line);
        }
        let _ = found.send(Err(said.join("\n")));
    });
    match address.recv_timeout(PATIENCE) {
        Ok(Ok(address)) => (child, address, heard),
        Ok(Err(said)) => panic!("AWSim ended before it listened:\n{said}"),
        Err(_) => panic!("AWSim did not say where it listens within {PATIENCE:?}"),
    }
}

/// The address in a line such as `listening on http://127.0.0.1:4566`.
fn address_in(line: &str) -> Option<SocketAddr> {
    let after = &line[line.find("http://")? + "http://".len()..];
    let end = after.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ':')).unwrap_or(after.len());
    after[..end].parse().ok()
}

/// The program under test, built once per test process in the profile of the tests.
pub fn binary() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| {
        if let Some(given) = std::env::var_os("SDK_TESTS_BINARY") {
            return PathBuf::from(given);
        }
        let release = !cfg!(debug_assertions);
        let mut build = Command::new(env!("CARGO"));
        build.args(["build", "--quiet", "--package", "awsim"]);
        if release {
            build.arg("--release");
        }
        let started = Instant::now();
        let status = build.current_dir(workspace()).status().expect("cargo runs");
        assert!(status.success(), "the program does not build ({:?})", started.elapsed());
        target_directory().join(if release { "release" } else { "debug" }).join("awsim")
    })
}

/// The root of the workspace.
pub fn workspace() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// The build folder, found from where this very test was built.
pub fn target_directory() -> PathBuf {
    let test = std::env::current_exe().expect("a test knows its own file");
    let profile = test.ancestors().find(|folder| folder.ends_with("debug") || folder.ends_with("release"));
    let target = profile.and_then(Path::parent).expect("a test lies in the build folder");
    target.to_path_buf()
}
