//! `awsim policy validate FILE…`: AWS's errors, and advice, with their places.

mod json;
mod report;
mod sarif;
mod text;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use awsim_policy::advice::Severity;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};

use super::{DIFFERS, Failure, kind};
use report::Report;

/// Writes reports in a format.
type Format = fn(&[Report], &mut dyn Write) -> io::Result<()>;

const FORMATS: [(&str, Format); 3] = [("text", text::write), ("json", json::write), ("sarif", sarif::write)];

/// What fails a run besides policies that AWS refuses.
const FAIL_ON: [(&str, Option<Severity>); 5] = [
    ("refused", None),
    ("error", Some(Severity::Error)),
    ("security-warning", Some(Severity::SecurityWarning)),
    ("warning", Some(Severity::Warning)),
    ("suggestion", Some(Severity::Suggestion)),
];

const AFTER_HELP: &str = "\
An error is AWS's own and means that AWS refuses the policy. Advice never does: it says what is probably not meant, in
the spirit of IAM Access Analyzer, graded as error, security warning, warning or suggestion.

Exit status: 0 if AWS takes all policies, 1 if it refuses one or if there is advice that --fail-on asks for.";

pub(super) fn command() -> Command {
    Command::new("validate")
        .about("Say whether AWS takes policies, and what is probably not meant in them")
        .after_help(AFTER_HELP)
        .arg(
            Arg::new("file")
                .value_name("FILE")
                .help("Policies, one a file; - is standard input")
                .required(true)
                .action(ArgAction::Append)
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::FilePath),
        )
        .arg(
            Arg::new("kind")
                .long("kind")
                .value_name("KIND")
                .help("What the policies are for [default: trust or resource if they name principals, else identity]")
                .value_parser(PossibleValuesParser::new(kind::KINDS.map(|(name, _)| name))),
        )
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .help("How to say it")
                .default_value("text")
                .value_parser(PossibleValuesParser::new(FORMATS.map(|(name, _)| name))),
        )
        .arg(
            Arg::new("fail-on")
                .long("fail-on")
                .value_name("GRADE")
                .help("The mildest grade of advice that makes the exit status 1")
                .default_value("refused")
                .value_parser(PossibleValuesParser::new(FAIL_ON.map(|(name, _)| name))),
        )
}

pub(super) fn run(matches: &ArgMatches) -> Result<ExitCode, Failure> {
    let kind = matches.get_one::<String>("kind").and_then(|name| kind::named(name));
    let files = matches.get_many::<PathBuf>("file").unwrap_or_default();
    let reports: Vec<Report> = files.map(|file| Report::of(file, kind)).collect();
    let format = chosen(matches, "format", &FORMATS).unwrap_or(text::write);
    let mut out = io::stdout().lock();
    format(&reports, &mut out)?;
    out.flush()?;
    let fail_on = chosen(matches, "fail-on", &FAIL_ON).flatten();
    let failed = reports.iter().any(|report| report.fails(fail_on));
    Ok(if failed { ExitCode::from(DIFFERS) } else { ExitCode::SUCCESS })
}

/// What stands beside the name that a flag was given.
fn chosen<T: Copy>(matches: &ArgMatches, flag: &str, choices: &[(&str, T)]) -> Option<T> {
    let name = matches.get_one::<String>(flag)?;
    choices.iter().find(|(known, _)| known == name).map(|(_, choice)| *choice)
}
