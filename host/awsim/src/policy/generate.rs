//! `awsim policy generate`: the least-privilege policy of a principal, from what it did.
//!
//! What it did is asked of an AWSim that runs, or read from the file that it writes its decisions to (`decisions.file`). The
//! policy goes to standard output, ready for `--policy-document file://…`; what came of trying it to standard error.

use std::fs::File;
use std::io::{self, BufReader, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use awsim_plugin::shape::Timestamp;
use awsim_server::config::Sources;
use awsim_server::decisions::{Entry, LeastPrivilege, Wanted, moment};
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command, ValueHint, value_parser};

use super::input::{self, Line};
use super::{DIFFERS, Failure};
use crate::client::{self, Admin};
use crate::words;

/// The longest line of a file of decisions in bytes.
const MAX_LINE: usize = 16 << 20;

const AFTER_HELP: &str = "\
Of the requests that were let through (with iam_enforce = \"audit\": of all). The policy is tried on each of them again.

Exit status: 0, or 1 if it does not allow one of them, for example because a boundary stands in the way.";

pub(super) fn command() -> Command {
    Command::new("generate")
        .about("Write the least-privilege policy for what a principal did")
        .after_help(AFTER_HELP)
        .arg(
            Arg::new("principal")
                .long("principal")
                .value_name("ARN")
                .required(true)
                .value_hint(ValueHint::Other)
                .help("A user, role or session; * stands for any text"),
        )
        .arg(
            Arg::new("since")
                .long("since")
                .value_name("TIME")
                .value_hint(ValueHint::Other)
                .help("Only what was done since then: a time, or how long ago, such as 90m, 2h or 7d"),
        )
        .arg(
            Arg::new("merge-from")
                .long("merge-from")
                .value_name("N")
                .value_parser(value_parser!(usize))
                .value_hint(ValueHint::Other)
                .help("How many resources with a common beginning become one pattern [default: 3]"),
        )
        .arg(
            Arg::new("file")
                .long("file")
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::FilePath)
                .help("A file of decisions, instead of an AWSim that runs"),
        )
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .help("The policy, or all that there is to say")
                .default_value("policy")
                .value_parser(PossibleValuesParser::new(["policy", "json"])),
        )
        .arg(client::argument())
}

pub(super) fn run(matches: &ArgMatches, sources: &Sources) -> Result<ExitCode, Failure> {
    let generated = match matches.get_one::<PathBuf>("file") {
        Some(file) => of_file(matches, file)?,
        None => of_host(matches, sources).map_err(Failure::Refused)?,
    };
    let mut out = io::stdout().lock();
    if matches.get_one::<String>("format").is_some_and(|format| format == "json") {
        serde_json::to_writer_pretty(&mut out, &generated).map_err(io::Error::from)?;
        writeln!(out)?;
    } else {
        writeln!(out, "{}", generated.policy)?;
        report(&mut io::stderr().lock(), &generated)?;
    }
    Ok(if generated.replay_passed { ExitCode::SUCCESS } else { ExitCode::from(DIFFERS) })
}

fn text<'m>(matches: &'m ArgMatches, flag: &str) -> Option<&'m String> {
    matches.get_one(flag)
}

fn of_host(matches: &ArgMatches, sources: &Sources) -> Result<LeastPrivilege, String> {
    let admin = Admin::of(matches, sources)?;
    let flags = [("principal", "principal"), ("since", "since")];
    let mut query: Vec<(&str, String)> =
        flags.iter().filter_map(|(flag, name)| Some((*name, text(matches, flag)?.clone()))).collect();
    query.extend(matches.get_one::<usize>("merge-from").map(|number| ("merge_from", number.to_string())));
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| error.to_string())?;
    runtime.block_on(admin.json("decisions/policy", &query))
}

fn of_file(matches: &ArgMatches, path: &PathBuf) -> Result<LeastPrivilege, Failure> {
    let mistake = |error: String| Failure::Mistake(format!("{}: {error}", path.display()));
    let since = text(matches, "since").map(|given| {
        moment(given, now()).ok_or_else(|| Failure::Mistake(format!("--since {given:?} is no time")))
    });
    let since = since.transpose()?;
    let principal = text(matches, "principal").map_or("", String::as_str);
    let merge_from = matches.get_one("merge-from").copied();
    let wanted = merge_from.map_or_else(Wanted::default, |merge_from| Wanted { merge_from });
    let entries = entries(path, since).map_err(mistake)?;
    LeastPrivilege::of_entries(&entries, principal, wanted)
        .ok_or_else(|| Failure::Refused(format!("{}: there is nothing to allow {principal}", path.display())))
}

fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp::from_seconds(i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
}

/// The decisions in a file.
fn entries(path: &PathBuf, since: Option<Timestamp>) -> Result<Vec<Entry>, String> {
    let mut file = BufReader::new(File::open(path).map_err(|error| error.to_string())?);
    let mut entries = Vec::new();
    let mut number = 0;
    while let Some(line) = input::line(&mut file, MAX_LINE).map_err(|error| error.to_string())? {
        number += 1;
        let Line::Text(line) = line else { return Err(format!("line {number} is too long")) };
        if line.trim_ascii().is_empty() {
            continue;
        }
        let entry: Entry =
            serde_json::from_slice(&line).map_err(|error| format!("line {number}: {error}"))?;
        let at = Timestamp::parse(&entry.time).map_err(|_| format!("line {number} has no time"))?;
        if since.is_none_or(|since| at >= since) {
            entries.push(entry);
        }
    }
    Ok(entries)
}

/// Says what the policy rests on and what came of trying it.
fn report(out: &mut impl Write, generated: &LeastPrivilege) -> io::Result<()> {
    let LeastPrivilege { decisions, refused, characters, unmet, .. } = generated;
    let counted = |count: usize| format!("{count} decision{}", if count == 1 { "" } else { "s" });
    writeln!(out, "awsim: from {} on requests of {}", counted(*decisions), generated.principals.join(", "))?;
    if *refused > 0 {
        writeln!(out, "awsim: left out, because the request was refused: {}", counted(*refused))?;
    }
    if generated.too_long {
        writeln!(out, "awsim: its {characters} characters are more than IAM takes of one policy")?;
    }
    if unmet.is_empty() {
        return writeln!(out, "awsim: tried again, it allows all of them");
    }
    writeln!(out, "awsim: tried again, it does not allow {} of them:", unmet.len())?;
    unmet.iter().try_for_each(|unmet| {
        let (layer, verdict) = (words::layer(&unmet.layer), &unmet.verdict);
        writeln!(out, "awsim:   {} on {}: {verdict} by the {layer}", unmet.action, unmet.resource)
    })
}
