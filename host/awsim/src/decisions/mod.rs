//! `awsim decisions`: what an AWSim that runs has decided, and why; with `--follow`, what it decides from now on.

mod events;
mod narrate;

use std::io::{self, Write};
use std::process::ExitCode;

use awsim_server::config::Sources;
use awsim_server::decisions::Entry;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};
use http_body_util::BodyExt;
use serde::Deserialize;

use crate::client::{self, Admin};
use events::{Event, Events};

/// The name of the command.
pub(crate) const NAME: &str = "decisions";

/// The most decisions that the admin interface gives at once.
const PAGE: usize = 1000;

/// The flags that choose decisions: name, value, what they ask for. The admin interface knows them by the same names.
const FILTERS: [(&str, &str, &str); 6] = [
    ("principal", "ARN", "Of this principal; * stands for any text"),
    ("action", "ACTION", "On this action, such as iam:Get*"),
    ("verdict", "VERDICT", "allowed, explicitDeny or implicitDeny"),
    ("request-id", "ID", "On the request with this id"),
    ("since", "TIME", "From then on: a time such as 2026-04-21T08:15:30Z, or how long ago, such as 15m"),
    ("until", "TIME", "Until then"),
];

const AFTER_HELP: &str = "\
AWSim decides while iam_enforce is \"audit\" or \"on\", and remembers the latest decisions (decisions.keep).";

const VERDICTS: [&str; 3] = ["allowed", "explicitDeny", "implicitDeny"];

/// A page of the admin interface.
#[derive(Deserialize)]
struct Page {
    /// The latest first.
    decisions: Vec<Entry>,
    next_before: Option<u64>,
}

/// The command.
pub(crate) fn command() -> Command {
    let filters = FILTERS.iter().map(|(name, value, help)| {
        let argument = Arg::new(*name).long(*name).value_name(*value).help(*help);
        match *name {
            // The help has them.
            "verdict" => {
                argument.value_parser(PossibleValuesParser::new(VERDICTS)).hide_possible_values(true)
            }
            _ => argument.value_hint(ValueHint::Other),
        }
    });
    Command::new(NAME)
        .about("Show what a running AWSim has decided, and why")
        .after_help(AFTER_HELP)
        .args(filters)
        .arg(
            Arg::new("limit")
                .long("limit")
                .value_name("N")
                .help("How many of the latest")
                .default_value("20")
                .value_hint(ValueHint::Other)
                .value_parser(value_parser!(usize)),
        )
        .arg(
            Arg::new("follow")
                .long("follow")
                .short('f')
                .action(ArgAction::SetTrue)
                .help("Show decisions as they are made, until AWSim or this command is stopped"),
        )
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .help("For people, or JSON lines")
                .default_value("text")
                .value_parser(PossibleValuesParser::new(["text", "json"])),
        )
        .arg(client::argument())
}

/// Shows decisions.
///
/// # Errors
/// For people.
pub(crate) fn run(matches: &ArgMatches, sources: &Sources) -> Result<ExitCode, String> {
    let admin = Admin::of(matches, sources)?;
    let show = Show { json: matches.get_one::<String>("format").is_some_and(|format| format == "json") };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| error.to_string())?;
    runtime.block_on(async {
        match matches.get_flag("follow") {
            true => follow(&admin, query(matches), show).await,
            false => list(&admin, query(matches), limit(matches), show).await,
        }
    })
}

fn limit(matches: &ArgMatches) -> usize {
    matches.get_one("limit").copied().unwrap_or_default()
}

/// The filters as the admin interface reads them.
fn query(matches: &ArgMatches) -> Vec<(&'static str, String)> {
    let given = |(flag, ..): &(&'static str, &str, &str)| {
        let name = if *flag == "request-id" { "request_id" } else { flag };
        Some((name, matches.get_one::<String>(flag)?.clone()))
    };
    FILTERS.iter().filter_map(given).collect()
}

/// Shows the latest decisions, the latest last.
async fn list(
    admin: &Admin,
    query: Vec<(&'static str, String)>,
    limit: usize,
    show: Show,
) -> Result<ExitCode, String> {
    let mut latest = Vec::new();
    let mut before = None;
    while latest.len() < limit {
        let mut query = query.clone();
        query.push(("limit", PAGE.min(limit - latest.len()).to_string()));
        query.extend(before.map(|before: u64| ("before", before.to_string())));
        let page: Page = admin.json("decisions", &query).await?;
        latest.extend(page.decisions);
        before = page.next_before;
        if before.is_none() {
            break;
        }
    }
    latest.iter().rev().find_map(|entry| show.entry(entry)).unwrap_or(Ok(ExitCode::SUCCESS))
}

/// Shows decisions as they are made.
async fn follow(admin: &Admin, query: Vec<(&'static str, String)>, show: Show) -> Result<ExitCode, String> {
    let mut body = admin.get("decisions/stream", &query).await?.into_body();
    let mut events = Events::default();
    while let Some(frame) = body.frame().await {
        let Ok(frame) = frame else { break };
        events.push(frame.data_ref().map_or(&[][..], |data| data));
        while let Some(event) = events.next() {
            if let Some(end) = show.event(&event) {
                return end;
            }
        }
    }
    eprintln!("awsim: there will be no more decisions: AWSim has stopped");
    Ok(ExitCode::SUCCESS)
}

/// How decisions are shown.
#[derive(Clone, Copy)]
struct Show {
    json: bool,
}

/// What ends the command, if anything does.
type End = Option<Result<ExitCode, String>>;

impl Show {
    fn event(self, event: &Event) -> End {
        match event.name.as_str() {
            "decision" => match serde_json::from_str(&event.data) {
                Ok(entry) => self.entry(&entry),
                Err(error) => Some(Err(format!("a decision is not understood: {error}"))),
            },
            "missed" => {
                eprintln!("awsim: {} decisions came too fast and are not shown", event.data);
                None
            }
            _ => None,
        }
    }

    fn entry(self, entry: &Entry) -> End {
        let mut out = io::stdout().lock();
        match self.write(&mut out, entry).and_then(|()| out.flush()) {
            Ok(()) => None,
            // Whoever reads has read enough.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Some(Ok(ExitCode::SUCCESS)),
            Err(error) => Some(Err(error.to_string())),
        }
    }

    fn write(self, out: &mut impl Write, entry: &Entry) -> io::Result<()> {
        if self.json {
            serde_json::to_writer(&mut *out, entry)?;
            return writeln!(out);
        }
        narrate::decided(out, entry)
    }
}
