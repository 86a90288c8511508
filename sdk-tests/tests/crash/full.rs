//! Kills at random moments when writes fail: what was acknowledged is there, and what was refused is not.

use std::collections::BTreeMap;
use std::hash::{BuildHasher, RandomState};

use awsim_sdk_tests::process::{Awsim, Server};
use awsim_sdk_tests::wire::{Answer, exchange, query};

use crate::disk::{Disk, Limited, Small};
use crate::user::{Facts, GROUP, Progress, write_until};
use crate::{exported, kept, rounds};

/// How much room there may be at most when the writers begin.
const ROOM: u64 = 512 * 1024;
/// How many refusals there are at most before the kill.
const REFUSALS: u64 = 40;
/// How many changes are acknowledged after there is room again.
const ACKNOWLEDGED: usize = 20;

#[test]
fn on_a_full_disk_what_was_acknowledged_is_there_and_what_was_refused_is_not() {
    match Small::new() {
        Some(disk) => fill_and_look(&disk),
        None => println!("no disk could be mounted: nothing was tried"),
    }
}

#[test]
fn when_writes_fail_what_was_acknowledged_is_there_and_what_was_refused_is_not() {
    fill_and_look(&Limited::new());
}

fn fill_and_look(disk: &dyn Disk) {
    let mut awsim = start(disk).unwrap();
    let form = format!("Action=CreateGroup&Version=2010-05-08&GroupName={GROUP}");
    assert_eq!(exchange(&awsim, &query("iam", &form)).status, 200);

    let mut settled = BTreeMap::new();
    let (mut acknowledged, mut refused, mut refused_starts) = (0, 0, 0);
    for round in 0..rounds(4) {
        let led = write_without_room(&mut awsim, disk, round);
        // The disk is as full as it was left.
        let found = start(disk).map(|awsim| exported(&awsim).1);
        disk.leave(None, None);
        awsim = start(disk).unwrap();
        let now = kept(&awsim);
        match found {
            Ok(found) => assert_eq!(found, now, "round {round}"),
            Err(said) => {
                assert!(said.starts_with("awsim: ") && said.contains("full"), "round {round}: {said}");
                refused_starts += 1;
            }
        }
        for (name, facts) in &settled {
            assert_eq!(now.get(name), Some(facts), "round {round}: {name} has changed");
        }
        for progress in led {
            let facts = now.get(&progress.name).copied().unwrap_or_default();
            assert!(progress.allows(facts), "round {round}: {progress:?}, but {facts:?}");
            acknowledged += progress.acknowledged;
            refused += usize::from(progress.refused);
            if facts != Facts::default() {
                settled.insert(progress.name, facts);
            }
        }
        assert_eq!(now.len(), settled.len(), "round {round}: somebody is there whom nobody made");
    }
    println!(
        "{acknowledged} acknowledged changes, all there; {refused} refused ones, none done; \
         {refused_starts} starts refused for want of room; {} users are left",
        settled.len()
    );
}

fn start(disk: &dyn Disk) -> Result<Awsim, String> {
    let mut command = disk.command();
    Server::try_start(&mut command).map(|server| Awsim::of(server, command))
}

/// Lets all write until there is no room, and sometimes until there is room again; then kills the process, and tells how far
/// everybody came.
fn write_without_room(awsim: &mut Awsim, disk: &dyn Disk, round: usize) -> Vec<Progress> {
    let chance = |most: u64, of: &str| RandomState::new().hash_one((round, of)) % most;
    disk.leave(Some(awsim), Some(chance(ROOM, "room")));
    let wanted = 1 + usize::try_from(chance(REFUSALS, "refusals")).unwrap();
    write_until(awsim.address(), round, was_done, |told| {
        let count = |done: bool, wanted: usize| {
            assert_eq!(told.iter().filter(|was| *was == done).take(wanted).count(), wanted);
        };
        count(false, wanted);
        if round % 2 == 1 {
            disk.leave(Some(awsim), None);
            count(true, ACKNOWLEDGED);
        }
        awsim.kill();
    })
}

/// Whether a change was acknowledged; otherwise it was refused for the one reason there can be.
fn was_done(answer: &Answer) -> bool {
    let refused = answer.status == 500 && answer.body.contains("<Code>ServiceFailure</Code>");
    assert!(refused || answer.status == 200, "{answer:?}");
    !refused
}
