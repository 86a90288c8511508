//! Files that are not what the process left behind.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use awsim_sdk_tests::process::{Awsim, Server, command};
use awsim_sdk_tests::wire::{exchange, query};

use crate::kept;
use crate::user::{Facts, GROUP, Progress, lead};

const DATABASE: &str = "awsim.sqlite";
const LOG: &str = "awsim.sqlite-wal";

/// What is done to a file, and what is said of it then: a name, the damage, the words.
type Damage = (&'static str, fn(&mut Vec<u8>), &'static str);

/// A directory that a process has left after some users, in good order or not.
struct Left {
    directory: tempfile::TempDir,
    users: Vec<Progress>,
}

impl Left {
    fn behind(end: fn(&mut Awsim)) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let data = directory.path().join("data");
        let mut awsim = Awsim::with(&["--data-dir", &data.to_string_lossy()], &[]);
        let form = format!("Action=CreateGroup&Version=2010-05-08&GroupName={GROUP}");
        assert_eq!(exchange(&awsim, &query("iam", &form)).status, 200);
        let mut steps = 0;
        let users = lead(awsim.address(), "user", |answer| {
            assert_eq!(answer.status, 200, "{answer:?}");
            steps += 1;
            if steps == 100 {
                end(&mut awsim);
            }
        });
        Self { directory, users }
    }

    /// What there was of the users, step by step.
    fn history(&self) -> Vec<BTreeMap<String, Facts>> {
        let mut now = BTreeMap::new();
        let mut history = vec![now.clone()];
        for user in &self.users {
            for steps in 1..=user.acknowledged + usize::from(user.asked) {
                now.insert(user.name.clone(), Facts::after(steps));
                now.retain(|_, facts| *facts != Facts::default());
                history.push(now.clone());
            }
        }
        history
    }

    /// The same files in a directory of their own.
    fn copy(&self) -> (tempfile::TempDir, PathBuf) {
        let copy = tempfile::tempdir().unwrap();
        let data = copy.path().join("data");
        std::fs::create_dir(&data).unwrap();
        for (name, bytes) in files(&self.directory.path().join("data")) {
            std::fs::write(data.join(name), bytes).unwrap();
        }
        (copy, data)
    }
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(folder).unwrap().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().unwrap().is_file());
    files
        .map(|entry| (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap()))
        .collect()
}

/// Starts AWSim on a directory; what it says if it refuses.
fn start(data: &Path) -> Result<Awsim, String> {
    let mut command = command(&["--data-dir", &data.to_string_lossy()], &[]);
    Server::try_start(&mut command).map(|server| Awsim::of(server, command))
}

#[test]
fn of_a_log_that_is_cut_off_the_beginning_counts() {
    let left = Left::behind(Awsim::kill);
    let whole = std::fs::metadata(left.directory.path().join("data").join(LOG)).unwrap().len();
    assert!(whole > 100_000, "{whole}");
    let history = left.history();
    let mut farthest = 0;
    for part in 0..=8 {
        let (_copy, data) = left.copy();
        let log = std::fs::OpenOptions::new().write(true).open(data.join(LOG)).unwrap();
        log.set_len(whole * part / 8).unwrap();
        let now = kept(&start(&data).unwrap());
        let reached = history.iter().skip(farthest).position(|moment| *moment == now);
        farthest += reached.unwrap_or_else(|| panic!("{part}/8: it never was so: {now:?}"));
    }
    assert!(farthest >= 100, "the whole log has all that was acknowledged, and not {farthest} steps");
}

#[test]
fn a_file_that_is_damaged_or_newer_is_refused_and_stays() {
    let left = Left::behind(Awsim::stop);
    let damages: [Damage; 4] = [
        ("no database", |bytes| bytes[..16].fill(b'x'), "is damaged"),
        ("a newer version", |bytes| bytes[60..64].copy_from_slice(&99_u32.to_be_bytes()), "newer"),
        ("another program's", |bytes| bytes[68..72].copy_from_slice(b"else"), "another program"),
        ("a page of noise", |bytes| bytes[4096..].fill(0xa5), "is damaged"),
    ];
    for (name, damage, says) in damages {
        let (_copy, data) = left.copy();
        let mut bytes = std::fs::read(data.join(DATABASE)).unwrap();
        damage(&mut bytes);
        std::fs::write(data.join(DATABASE), &bytes).unwrap();
        let said = start(&data).err().unwrap_or_else(|| panic!("{name} was taken"));
        assert!(
            said.starts_with("awsim: ") && said.contains(DATABASE) && said.contains(says),
            "{name}: {said}"
        );
        assert_eq!(std::fs::read(data.join(DATABASE)).unwrap(), bytes, "{name}");
    }
}
