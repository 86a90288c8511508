//! The real binary, started and stopped.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

/// How long the program may take to say where it listens, on a machine that compiles at the same time.
const PATIENCE: Duration = Duration::from_secs(300);

/// A process that says where it listens, killed when dropped.
pub struct Server {
    child: Child,
    address: SocketAddr,
    said: Receiver<String>,
}

impl Server {
    /// Starts a command and waits until it says on standard error where it listens.
    ///
    /// # Panics
    /// If it ends before that, with what it said, or does not say it in time.
    pub fn start(command: &mut Command) -> Self {
        Self::try_start(command).unwrap_or_else(|said| panic!("the server ended before it listened:\n{said}"))
    }

    /// The same for a server that may refuse to start.
    ///
    /// # Errors
    /// What it said, if it ends before it listens.
    ///
    /// # Panics
    /// If it does neither in time.
    pub fn try_start(command: &mut Command) -> Result<Self, String> {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary starts");
        let stderr = child.stderr.take().expect("stderr is piped");
        let (found, address) = std::sync::mpsc::channel();
        let (say, said) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            let mut lines = Vec::new();
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                // Nobody may be listening.
                let _ = say.send(line.clone());
                if let Some(address) = address_in(&line) {
                    let _ = found.send(Ok(address));
                }
                lines.push(line);
            }
            let _ = found.send(Err(lines.join("\n")));
        });
        match address.recv_timeout(PATIENCE) {
            Ok(Ok(address)) => Ok(Self { child, address, said }),
            Ok(Err(said)) => {
                child.wait().expect("a child can be waited for");
                Err(said)
            }
            Err(_) => panic!("the server did not say where it listens within {PATIENCE:?}"),
        }
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The next line that it says; none if it says nothing more.
    pub fn says(&self) -> Option<String> {
        self.said.recv_timeout(PATIENCE).ok()
    }

    /// Asks it to stop, and waits until it has.
    ///
    /// # Panics
    /// If it ends in failure.
    pub fn stop(&mut self) {
        let pid = self.child.id().to_string();
        let asked = Command::new("kill").args(["-TERM", &pid]).status().expect("kill runs");
        assert!(asked.success(), "{asked}");
        let status = self.child.wait().expect("a child can be waited for");
        assert!(status.success(), "{status}");
    }

    /// Kills it as `kill -9` does.
    pub fn kill(&mut self) {
        // The process may have ended by itself.
        let _ = self.child.kill();
        self.child.wait().expect("a child can be waited for");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}

/// A running AWSim, killed when dropped.
pub struct Awsim {
    server: Server,
    directory: Option<tempfile::TempDir>,
    command: Command,
}

impl Awsim {
    /// Starts AWSim in memory on a free port.
    pub fn start() -> Self {
        Self::with(&["--data-dir", ":memory:"], &[])
    }

    /// Starts AWSim on a fresh data directory on a free port.
    pub fn start_durable() -> Self {
        Self::durable_with(&[])
    }

    /// The same with these variables.
    pub fn durable_with(variables: &[(&str, &str)]) -> Self {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let data = directory.path().join("data");
        let mut awsim = Self::with(&["--data-dir", &data.to_string_lossy()], variables);
        awsim.directory = Some(directory);
        awsim
    }

    /// Starts AWSim with these arguments and variables, on a free port.
    pub fn with(arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let mut command = command(arguments, variables);
        Self::of(Server::start(&mut command), command)
    }

    /// A process that was started with this command.
    pub fn of(server: Server, command: Command) -> Self {
        Self { server, directory: None, command }
    }

    /// What the banner says after a label, for example the address behind `metadata`; waits until it has said it.
    pub fn said_after(&self, label: &str) -> Option<String> {
        loop {
            let line = self.server.says()?;
            if let Some(text) = line.trim_start().strip_prefix(label) {
                return Some(text.trim().to_owned());
            }
        }
    }

    /// Kills the process as `kill -9` does and starts another one in its place, on another port.
    pub fn kill_and_restart(&mut self) {
        self.kill();
        self.restart();
    }

    /// Starts another process in the place of one that has ended, on another port.
    pub fn restart(&mut self) {
        self.server = Server::start(&mut self.command);
    }

    /// Waits until the process has ended by itself.
    ///
    /// # Panics
    /// If it ends in failure.
    pub fn wait(&mut self) {
        let status = self.server.child.wait().expect("a child can be waited for");
        assert!(status.success(), "{status}");
    }

    /// Stops the process in good order.
    ///
    /// # Panics
    /// If it ends in failure.
    pub fn stop(&mut self) {
        self.server.stop();
    }

    /// Kills the process as `kill -9` does.
    pub fn kill(&mut self) {
        self.server.kill();
    }

    /// The URL for clients.
    pub fn endpoint(&self) -> String {
        format!("http://{}", self.address())
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.server.address()
    }

    /// Its process id.
    pub fn pid(&self) -> u32 {
        self.server.child.id()
    }

    /// The data directory of a durable instance.
    pub fn data_directory(&self) -> Option<PathBuf> {
        self.directory.as_ref().map(|directory| directory.path().join("data"))
    }
}

/// The program with these arguments and variables, on a port that the kernel chooses.
pub fn command(arguments: &[&str], variables: &[(&str, &str)]) -> Command {
    let mut command = Command::new(binary());
    without_settings(&mut command);
    command
        .args(arguments)
        .args(["--port", "0"])
        .envs(variables.iter().copied())
        .current_dir(std::env::temp_dir());
    command
}

/// Lets nothing of the developer's own configuration reach a command.
pub fn without_settings(command: &mut Command) {
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("AWSIM_")) {
        command.env_remove(name);
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
