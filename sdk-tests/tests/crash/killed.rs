//! Kills at random moments, under concurrent writers.

use std::collections::BTreeMap;
use std::hash::{BuildHasher, RandomState};

use awsim_sdk_tests::process::Awsim;
use awsim_sdk_tests::wire::{Answer, exchange, query};

use crate::user::{Facts, GROUP, Progress, write_until};
use crate::{kept, rounds};

/// How often the process is killed unless `CRASH_ROUNDS` says otherwise.
const ROUNDS: usize = 6;
/// How many acknowledged steps there are at most before the kill, round by round: also kills right after the start.
const AT_MOST: [usize; 4] = [1, 30, 300, 1500];

#[test]
fn what_was_acknowledged_is_there_and_fits_together() {
    kill_and_look(&[]);
}

#[test]
fn nor_is_anything_lost_when_commits_do_not_wait_for_the_disk() {
    kill_and_look(&[("AWSIM_STORE__DURABILITY", "normal")]);
}

fn kill_and_look(variables: &[(&str, &str)]) {
    let rounds = rounds(ROUNDS);
    let quota = ("AWSIM_SERVICES__IAM__QUOTAS__USERS", "1000000");
    let mut awsim = Awsim::durable_with(&[&[quota], variables].concat());
    let form = format!("Action=CreateGroup&Version=2010-05-08&GroupName={GROUP}");
    assert_eq!(exchange(&awsim, &query("iam", &form)).status, 200);

    let mut settled = BTreeMap::new();
    let (mut acknowledged, mut cut_off, mut done_all_the_same) = (0, 0, 0);
    for round in 0..rounds {
        let led = write_until_killed(&mut awsim, round);
        awsim.restart();
        let now = kept(&awsim);
        for (name, facts) in &settled {
            assert_eq!(now.get(name), Some(facts), "round {round}: {name} has changed");
        }
        for progress in led {
            let facts = now.get(&progress.name).copied().unwrap_or_default();
            assert!(progress.allows(facts), "round {round}: {progress:?}, but {facts:?}");
            acknowledged += progress.acknowledged;
            cut_off += usize::from(progress.asked);
            done_all_the_same += usize::from(progress.asked && facts != Facts::after(progress.acknowledged));
            if facts != Facts::default() {
                settled.insert(progress.name, facts);
            }
        }
        assert_eq!(now.len(), settled.len(), "round {round}: somebody is there whom nobody made");
    }
    println!(
        "{rounds} kills: {acknowledged} acknowledged changes, all there; of {cut_off} that were cut off \
         {done_all_the_same} were done as a whole, the others not at all; {} users are left",
        settled.len()
    );
}

/// Lets all write, kills the process at a random moment, and tells how far everybody came.
fn write_until_killed(awsim: &mut Awsim, round: usize) -> Vec<Progress> {
    let at_most = AT_MOST[round % AT_MOST.len()];
    let wanted = usize::try_from(RandomState::new().hash_one(round) % at_most as u64).unwrap();
    let acknowledged = |answer: &Answer| assert_eq!(answer.status, 200, "{answer:?}");
    write_until(awsim.address(), round, acknowledged, |told| {
        assert_eq!(told.iter().take(wanted).count(), wanted);
        awsim.kill();
    })
}
