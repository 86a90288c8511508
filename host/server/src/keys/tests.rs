#[cfg(unix)]
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use tempfile::TempDir;

use super::*;

const PURPOSE: &[u8] = b"a test";
const HOUR: i64 = 3600;

fn at(hours: i64) -> Timestamp {
    Timestamp::from_seconds(hours * HOUR)
}

fn hourly() -> SessionSettings {
    SessionSettings { key_rotation: Duration::from_secs(3600) }
}

/// The ring in a directory, whose keys seal for an hour each.
fn open(directory: &Path, hours: i64) -> Result<KeyRing, KeyError> {
    KeyRing::open(&DataDir::Path(directory.to_owned()), &hourly(), at(hours))
}

fn kept(ring: &KeyRing) -> usize {
    1 + ring.keys.load().earlier.len()
}

#[test]
fn a_key_seals_for_its_time_and_opens_for_36_hours_more() {
    let ring = KeyRing::open(&DataDir::Memory, &hourly(), at(0)).unwrap();
    let (first, key) = ring.sealing(PURPOSE, at(0));
    assert_eq!(ring.sealing(PURPOSE, at(1).plus_seconds(-1)), (first, key));
    let (second, other) = ring.sealing(PURPOSE, at(1));
    assert!(first != second && key != other);

    // A key takes over each hour; the first one was replaced at one o'clock.
    for hours in 2..37 {
        ring.sealing(PURPOSE, at(hours));
        assert_eq!(ring.opening(PURPOSE, first), Known::Here(key), "{hours}");
    }
    ring.sealing(PURPOSE, at(37));
    assert_eq!(ring.opening(PURPOSE, first), Known::Dropped);
    assert_eq!(ring.opening(PURPOSE, second), Known::Here(other));
    for hours in 38..200 {
        ring.sealing(PURPOSE, at(hours));
        assert_eq!(kept(&ring), 37);
    }
}

#[test]
fn a_host_that_slept_long_has_one_key_more() {
    let ring = KeyRing::open(&DataDir::Memory, &hourly(), at(0)).unwrap();
    let (first, key) = ring.sealing(PURPOSE, at(0));
    // It sealed until the moment that it is replaced.
    ring.sealing(PURPOSE, at(1000));
    assert_eq!((kept(&ring), ring.opening(PURPOSE, first)), (2, Known::Here(key)));
    ring.sealing(PURPOSE, at(1036));
    assert_eq!((kept(&ring), ring.opening(PURPOSE, first)), (2, Known::Dropped));
    // A clock that is put back replaces nothing.
    let (last, _) = ring.sealing(PURPOSE, at(1036));
    assert_eq!(ring.sealing(PURPOSE, at(0)).0, last);
}

#[test]
fn keys_differ_by_purpose_and_ring() {
    let (one, other) = (KeyRing::ephemeral().unwrap(), KeyRing::ephemeral().unwrap());
    let (id, key) = one.sealing(PURPOSE, at(0));
    assert_ne!(one.sealing(b"another", at(0)).1, key);
    assert_ne!(one.opening(b"another", id), Known::Here(key));
    assert_eq!(other.opening(PURPOSE, id), Known::Nobodys);
    let newer = [id[0], id[1], id[2], id[3], 0, 0, 1, 0];
    assert_eq!(one.opening(PURPOSE, newer), Known::Nobodys);
}

#[test]
fn many_at_once_are_given_the_same_new_key() {
    let ring = KeyRing::open(&DataDir::Memory, &hourly(), at(0)).unwrap();
    let ids: std::collections::BTreeSet<KeyId> = std::thread::scope(|scope| {
        let ask = || scope.spawn(|| ring.sealing(PURPOSE, at(2)).0);
        let asking: Vec<_> = (0..8).map(|_| ask()).collect();
        asking.into_iter().map(|asked| asked.join().unwrap()).collect()
    });
    assert_eq!((ids.len(), kept(&ring)), (1, 2));
}

#[test]
fn a_restart_finds_the_same_keys() {
    let directory = TempDir::new().unwrap();
    let ring = open(directory.path(), 0).unwrap();
    let (first, key) = ring.sealing(PURPOSE, at(0));
    let second = ring.sealing(PURPOSE, at(1));
    let again = open(directory.path(), 1).unwrap();
    assert_eq!(again.sealing(PURPOSE, at(1)), second);
    assert_eq!(again.opening(PURPOSE, first), Known::Here(key));
    assert_eq!(*again.keys.load(), *ring.keys.load());
    let text = std::fs::read_to_string(directory.path().join("session.key")).unwrap();
    assert!(text.starts_with("awsim-session-keys-2 ") && text.lines().count() == 3, "{text}");
}

#[test]
fn the_one_key_of_an_earlier_version_goes_on() {
    let directory = TempDir::new().unwrap();
    let file = directory.path().join("session.key");
    let key = SealingKey::random().unwrap();
    std::fs::write(&file, format!("awsim-session-key-1 {}\n", key.encoded())).unwrap();
    let ring = open(directory.path(), 5).unwrap();
    let sealing = ring.sealing(PURPOSE, at(5));
    assert_eq!(sealing.1, key.derived(PURPOSE));
    assert_eq!(open(directory.path(), 5).unwrap().sealing(PURPOSE, at(5)), sealing);
}

#[test]
fn a_key_that_cannot_be_kept_does_not_take_over() {
    let directory = TempDir::new().unwrap();
    let ring = open(directory.path(), 0).unwrap();
    let first = ring.sealing(PURPOSE, at(0));
    let path = directory.path().to_owned();
    drop(directory);
    assert_eq!(ring.sealing(PURPOSE, at(1)), first);
    std::fs::create_dir(&path).unwrap();
    assert_ne!(ring.sealing(PURPOSE, at(1)), first);
    std::fs::remove_dir_all(&path).unwrap();
}

#[cfg(unix)]
#[test]
fn only_its_owner_can_read_the_file() {
    let directory = TempDir::new().unwrap();
    let leftover = directory.path().join("session.key.new");
    std::fs::write(&leftover, "an attempt that was interrupted").unwrap();
    let ring = open(directory.path(), 0).unwrap();
    for hours in [0, 1] {
        ring.sealing(PURPOSE, at(hours));
        let mode = std::fs::metadata(directory.path().join("session.key")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert!(!leftover.exists());
    }
}

#[test]
fn another_file_is_neither_used_nor_overwritten() {
    let directory = TempDir::new().unwrap();
    let file = directory.path().join("session.key");
    let key = SealingKey::random().unwrap().encoded();
    let ring = |lines: &str| format!("awsim-session-keys-2 0000000a\n{lines}");
    let line = |number: u32| format!("{number} 2026-04-21T08:15:30Z {key}\n");
    for content in [
        String::new(),
        "rubbish".to_owned(),
        "awsim-session-key-1 ".to_owned(),
        "awsim-session-key-1 AAAA\n".to_owned(),
        format!("awsim-session-key-3 {key}\n"),
        ring(""),
        ring("1 2026-04-21T08:15:30Z AAAA\n"),
        ring(&format!("1 soon {key}\n")),
        ring(&format!("one 2026-04-21T08:15:30Z {key}\n")),
        ring(&format!("1 2026-04-21T08:15:30Z {key} more\n")),
        ring(&(line(1) + &line(2))),
        ring(&(line(1) + &line(1))),
    ] {
        std::fs::write(&file, &content).unwrap();
        let error = open(directory.path(), 0).unwrap_err();
        assert!(matches!(error, KeyError::Malformed(_)), "{content:?}: {error}");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), content);
    }
    std::fs::write(&file, b"\xff").unwrap();
    assert!(matches!(open(directory.path(), 0), Err(KeyError::Malformed(_))));
    std::fs::write(&file, ring(&(line(2) + &line(1)))).unwrap();
    open(directory.path(), 0).unwrap();
}

#[test]
fn a_missing_directory_is_named() {
    let error = open(Path::new("/nowhere/at/all"), 0).unwrap_err();
    let message = error.to_string();
    assert!(
        message.starts_with("the session keys /nowhere/at/all/session.key cannot be written: "),
        "{message}"
    );
}
