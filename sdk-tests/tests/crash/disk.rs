//! Disks that have no room: one that is small, and one on which files may not grow.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use awsim_sdk_tests::process::{Awsim, command};

/// A place for the data directory, whose room can be taken away.
pub(crate) trait Disk {
    /// The program on this disk.
    fn command(&self) -> Command;

    /// Leaves room for so many bytes more than are there now, or all that anybody could want.
    fn leave(&self, awsim: Option<&Awsim>, bytes: Option<u64>);
}

/// All that anybody could want.
const PLENTY: u64 = 256 * 1024 * 1024;

/// A file system in memory, in a namespace of its own: there is no room left on it, as on any disk.
pub(crate) struct Small {
    directory: tempfile::TempDir,
    /// Keeps the namespace until its input ends.
    holder: Child,
}

impl Small {
    /// Mounts it; none where the system does not let its users mount anything.
    pub(crate) fn new() -> Option<Self> {
        let directory = tempfile::tempdir().unwrap();
        let script = "mount -t tmpfs -o size=256m awsim \"$0\" && echo mounted && exec cat";
        let mut holder = Command::new("unshare")
            .args(["--user", "--map-root-user", "--mount", "sh", "-c", script])
            .arg(directory.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .ok()?;
        let mut said = String::new();
        BufReader::new(holder.stdout.take().unwrap()).read_line(&mut said).unwrap();
        if said == "mounted\n" {
            return Some(Self { directory, holder });
        }
        holder.wait().unwrap();
        None
    }

    /// Does something where the disk is.
    fn inside(&self) -> Command {
        let mut command = Command::new("nsenter");
        command.args(["--preserve-credentials", "--user", "--mount", "--target"]);
        command.arg(self.holder.id().to_string());
        command
    }

    fn data(&self) -> PathBuf {
        self.directory.path().join("data")
    }
}

impl Disk for Small {
    fn command(&self) -> Command {
        behind(self.inside(), &self.data())
    }

    fn leave(&self, _: Option<&Awsim>, bytes: Option<u64>) {
        let outside = format!("/proc/{}/root{}", self.holder.id(), self.data().display());
        let size = bytes.map_or(PLENTY, |bytes| sizes(Path::new(&outside)).sum::<u64>() + bytes);
        let mut remount = self.inside();
        remount.args(["mount", "-o", &format!("remount,size={size}")]).arg(self.directory.path());
        assert!(remount.status().unwrap().success());
    }
}

impl Drop for Small {
    fn drop(&mut self) {
        // The mount goes with the last process in its namespace.
        let _ = self.holder.kill();
        let _ = self.holder.wait();
    }
}

/// A directory whose files may not grow beyond a size: writes fail, but nothing else does.
pub(crate) struct Limited {
    directory: tempfile::TempDir,
}

impl Limited {
    pub(crate) fn new() -> Self {
        Self { directory: tempfile::tempdir().unwrap() }
    }

    fn data(&self) -> PathBuf {
        self.directory.path().join("data")
    }
}

impl Disk for Limited {
    fn command(&self) -> Command {
        let mut shell = Command::new("sh");
        // What is refused is an error, not the end of the process.
        shell.args(["-c", "trap '' XFSZ; exec \"$@\"", "sh"]);
        behind(shell, &self.data())
    }

    fn leave(&self, awsim: Option<&Awsim>, bytes: Option<u64>) {
        // A process that is still to start has no limit.
        let Some(awsim) = awsim else { return };
        let size = bytes.map(|bytes| (sizes(&self.data()).max().unwrap_or(0) + bytes).to_string());
        let limit = format!("--fsize={}:", size.as_deref().unwrap_or("unlimited"));
        let limited = Command::new("prlimit").args([&limit, "--pid", &awsim.pid().to_string()]).status();
        assert!(limited.unwrap().success());
    }
}

/// The program behind a command that runs another.
fn behind(mut outer: Command, data: &Path) -> Command {
    let quota = ("AWSIM_SERVICES__IAM__QUOTAS__USERS", "1000000");
    let inner = command(&["--data-dir", &data.to_string_lossy()], &[quota]);
    outer.arg(inner.get_program()).args(inner.get_args()).current_dir(inner.get_current_dir().unwrap());
    for (name, value) in inner.get_envs() {
        match value {
            Some(value) => outer.env(name, value),
            None => outer.env_remove(name),
        };
    }
    outer
}

/// How much room the files of a directory take.
fn sizes(directory: &Path) -> impl Iterator<Item = u64> {
    use std::os::unix::fs::MetadataExt;
    let files = std::fs::read_dir(directory).unwrap().map(Result::unwrap);
    // Files of a database have holes: what counts for one limit is the length, for the other the blocks.
    files.filter_map(|file| file.metadata().ok()).map(|metadata| metadata.len().max(metadata.blocks() * 512))
}
