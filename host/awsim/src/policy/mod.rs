//! `awsim policy …`: the policy engine for people who test policies at their desk and in CI.
//!
//! * [`validate`]: would AWS take these policies, and are they likely meant?
//! * [`evaluate`]: cases as JSON lines, answers as JSON lines.
//! * [`explain`]: one question, given by flags.
//! * [`generate`]: the least-privilege policy for what a principal did; alone in needing an AWSim that runs, or the file
//!   that it wrote.
//!
//! Every subcommand is a type of [`Subcommand`] in `SUBCOMMANDS`. Exit codes: 0 for success, 1 for a policy refused, a case that
//! differs or cannot be read, 2 for a mistake in the command line.

mod evaluate;
mod explain;
mod generate;
mod input;
mod kind;
mod narrate;
mod validate;

use std::io;
use std::process::ExitCode;

use awsim_server::config::Sources;
use clap::{ArgMatches, Command};

/// The name of the command that the subcommands belong to.
pub(crate) const NAME: &str = "policy";

/// A policy was refused, or a case differs.
const DIFFERS: u8 = 1;

/// A mistake in the command line, as of clap.
const MISTAKE: u8 = 2;

/// Something that `awsim policy` does.
struct Subcommand {
    command: fn() -> Command,
    run: Run,
}

/// How a subcommand runs.
enum Run {
    Alone(fn(&ArgMatches) -> Result<ExitCode, Failure>),
    /// It may have to find the host.
    WithHost(fn(&ArgMatches, &Sources) -> Result<ExitCode, Failure>),
}

const SUBCOMMANDS: [Subcommand; 4] = [
    Subcommand { command: validate::command, run: Run::Alone(validate::run) },
    Subcommand { command: evaluate::command, run: Run::Alone(evaluate::run) },
    Subcommand { command: explain::command, run: Run::Alone(explain::run) },
    Subcommand { command: generate::command, run: Run::WithHost(generate::run) },
];

/// Why a subcommand gave up.
#[derive(Debug)]
enum Failure {
    /// The command line asks for what cannot be, for example a file that is not there.
    Mistake(String),
    /// There is no answer.
    Refused(String),
    /// Standard input or output failed.
    Io(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Io(error)
    }
}

/// The command with its subcommands.
pub(crate) fn command() -> Command {
    Command::new(NAME)
        .about("Validate, evaluate, explain and generate IAM policies")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands(SUBCOMMANDS.iter().map(|subcommand| (subcommand.command)()))
}

/// Runs the subcommand that was asked for.
pub(crate) fn run(matches: &ArgMatches, sources: &Sources) -> ExitCode {
    let asked = matches.subcommand().and_then(|(name, matches)| {
        let found = SUBCOMMANDS.iter().find(|subcommand| (subcommand.command)().get_name() == name)?;
        Some((found, matches))
    });
    // clap lets nothing else through.
    let Some((subcommand, matches)) = asked else { return ExitCode::from(MISTAKE) };
    let ran = match subcommand.run {
        Run::Alone(run) => run(matches),
        Run::WithHost(run) => run(matches, sources),
    };
    match ran {
        Ok(code) => code,
        // Whoever reads has read enough.
        Err(Failure::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Failure::Io(error)) => {
            eprintln!("awsim: {error}");
            ExitCode::from(DIFFERS)
        }
        Err(Failure::Refused(message)) => {
            eprintln!("awsim: {message}");
            ExitCode::from(DIFFERS)
        }
        Err(Failure::Mistake(message)) => {
            eprintln!("awsim: {message}");
            ExitCode::from(MISTAKE)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_commands_are_sound() {
        command().debug_assert();
    }

    #[test]
    fn a_subcommand_is_needed() {
        assert!(command().try_get_matches_from([NAME]).is_err());
        assert!(command().try_get_matches_from([NAME, "judge"]).is_err());
        assert!(command().try_get_matches_from([NAME, "evaluate"]).is_ok());
    }
}
