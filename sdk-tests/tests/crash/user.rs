//! The life of a user: changes that each touch several collections, one after the other, until the user is gone again.

use std::io;
use std::net::SocketAddr;
use std::sync::mpsc::{Receiver, channel};

use awsim_sdk_tests::wire::{Answer, Kept, query_kept};
use serde_json::Value;

/// The group that every user is in for a while.
pub(crate) const GROUP: &str = "everybody";
const POLICY: &str = "arn:aws:iam::aws:policy/ReadOnlyAccess";

/// What IAM keeps of a user.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Facts {
    there: bool,
    grouped: bool,
    keyed: bool,
    attached: bool,
}

impl Facts {
    /// From the record of a user.
    pub(crate) fn of(record: &Value) -> Self {
        let some = |list: &Value| list.as_array().is_some_and(|list| !list.is_empty());
        let details = &record["details"];
        Self {
            there: true,
            grouped: some(&details["groups"]),
            keyed: some(&details["access_keys"]),
            attached: some(&details["policies"]["attached"]),
        }
    }

    /// After so many steps.
    pub(crate) fn after(steps: usize) -> Self {
        Self {
            there: (1..8).contains(&steps),
            grouped: (2..6).contains(&steps),
            keyed: (3..7).contains(&steps),
            attached: steps == 4,
        }
    }
}

/// How far a user has come.
#[derive(Debug)]
pub(crate) struct Progress {
    pub(crate) name: String,
    /// How many steps were acknowledged.
    pub(crate) acknowledged: usize,
    /// Whether one more was asked for, and not answered.
    pub(crate) asked: bool,
    /// Whether the step after those was refused.
    pub(crate) refused: bool,
}

impl Progress {
    /// Whether what is kept is what was acknowledged, or one step more if that was asked for.
    pub(crate) fn allows(&self, kept: Facts) -> bool {
        kept == Facts::after(self.acknowledged) || (self.asked && kept == Facts::after(self.acknowledged + 1))
    }
}

/// How many write at the same time.
const WRITERS: usize = 8;

/// Lets all write until `end` has ended the process: it hears what `read` makes of each answer. Tells how far everybody came.
pub(crate) fn write_until<T: Send>(
    address: SocketAddr,
    round: usize,
    read: impl Fn(&Answer) -> T + Sync,
    end: impl FnOnce(&Receiver<T>),
) -> Vec<Progress> {
    let (tell, told) = channel();
    std::thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let (tell, read) = (tell.clone(), &read);
                let prefix = format!("user-{round}-{writer}");
                scope.spawn(move || {
                    lead(address, &prefix, |answer| {
                        // Once enough was told nobody listens.
                        let _ = tell.send(read(answer));
                    })
                })
            })
            .collect();
        end(&told);
        writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect()
    })
}

/// Leads users through their lives until the connection breaks, and tells what each step was answered. A life goes no further
/// than a step that is refused.
pub(crate) fn lead(address: SocketAddr, prefix: &str, mut tell: impl FnMut(&Answer)) -> Vec<Progress> {
    let mut led = Vec::new();
    let Ok(mut connection) = Kept::open(address) else { return led };
    for number in 0.. {
        let mut progress =
            Progress { name: format!("{prefix}-{number}"), acknowledged: 0, asked: false, refused: false };
        // Some stay as they are in the middle of their lives.
        let steps = if number % 4 == 0 { 4 } else { 8 };
        let ended = live(&mut connection, &mut progress, steps, &mut tell);
        led.push(progress);
        if ended.is_err() {
            break;
        }
    }
    led
}

fn live(
    connection: &mut Kept,
    progress: &mut Progress,
    steps: usize,
    tell: &mut impl FnMut(&Answer),
) -> io::Result<()> {
    let mut key = String::new();
    while progress.acknowledged < steps && !progress.refused {
        let user = &progress.name;
        let form = match progress.acknowledged {
            0 => format!("CreateUser&UserName={user}"),
            1 => format!("AddUserToGroup&UserName={user}&GroupName={GROUP}"),
            2 => format!("CreateAccessKey&UserName={user}"),
            3 => format!("AttachUserPolicy&UserName={user}&PolicyArn={POLICY}"),
            4 => format!("DetachUserPolicy&UserName={user}&PolicyArn={POLICY}"),
            5 => format!("RemoveUserFromGroup&UserName={user}&GroupName={GROUP}"),
            6 => format!("DeleteAccessKey&UserName={user}&AccessKeyId={key}"),
            _ => format!("DeleteUser&UserName={user}"),
        };
        progress.asked = true;
        let answer = connection.ask(&query_kept("iam", &format!("Version=2010-05-08&Action={form}")))?;
        progress.asked = false;
        progress.refused = answer.status != 200;
        progress.acknowledged += usize::from(!progress.refused);
        if let Some((_, rest)) = answer.body.split_once("<AccessKeyId>") {
            key = rest.split('<').next().unwrap_or_default().to_owned();
        }
        tell(&answer);
    }
    Ok(())
}
