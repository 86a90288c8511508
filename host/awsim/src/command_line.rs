//! The command line.

use std::path::PathBuf;

use awsim_server::config::{FlagSetting, Sources};
use clap::error::Error;
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};

use crate::offered::Offered;
use crate::{completions, decisions, import, manual, policy};

/// What the program is asked to do.
#[derive(Debug)]
pub(crate) enum Task {
    /// Run the host.
    Serve(Sources),
    /// Show the configuration.
    PrintConfig(Sources),
    /// Take in real accounts.
    Import(Sources, Vec<PathBuf>),
    /// Show what a host that runs has decided.
    Decisions(Sources, ArgMatches),
    /// Show a text about the command line itself.
    Show(Vec<u8>),
    /// Do something with policies; hardly ever is a host needed for that.
    Policy(Sources, ArgMatches),
}

/// A flag that is a setting. Its value is checked with the rest of the configuration, so that all mistakes are told at
/// once.
struct Flag {
    long: &'static str,
    setting: &'static str,
    value: &'static str,
    help: &'static str,
    /// What shells complete it with.
    completion: Completion,
}

/// What shells complete a value with.
enum Completion {
    /// These words.
    Words(&'static [&'static str]),
    /// Names of folders.
    Folders,
    /// Nothing.
    None,
}

const FLAGS: [Flag; 8] = [
    Flag {
        long: "--address",
        setting: "address",
        value: "IP",
        help: "Address to listen on [default: 127.0.0.1]",
        completion: Completion::None,
    },
    Flag {
        long: "--port",
        setting: "port",
        value: "PORT",
        help: "Port to listen on; 0 lets the kernel choose [default: 4566]",
        completion: Completion::None,
    },
    Flag {
        long: "--account-id",
        setting: "account_id",
        value: "ID",
        help: "Account that exists from the start [default: 000000000000]",
        completion: Completion::None,
    },
    Flag {
        long: "--region",
        setting: "region",
        value: "REGION",
        help: "Region of requests that name none [default: us-east-1]",
        completion: Completion::None,
    },
    Flag {
        long: "--data-dir",
        setting: "data_dir",
        value: "DIR",
        help: "Where state is kept, or :memory: [default: awsim-data]",
        completion: Completion::Folders,
    },
    Flag {
        long: "--log-level",
        setting: "log_level",
        value: "LEVEL",
        help: "off, error, warn, info, debug or trace [default: info]",
        completion: Completion::Words(&["off", "error", "warn", "info", "debug", "trace"]),
    },
    Flag {
        long: "--iam-enforce",
        setting: "iam_enforce",
        value: "MODE",
        help: "Enforcement of policies: off, audit or on [default: off]",
        completion: Completion::Words(&["off", "audit", "on"]),
    },
    Flag {
        long: "--verify-sigv4",
        setting: "verify_sigv4",
        value: "MODE",
        help: "Verification of signatures: auto, true or false [default: auto]",
        completion: Completion::Words(&["auto", "true", "false"]),
    },
];

/// The version, with the commit that was built where that is known.
const VERSION: &str = env!("VERSION_WITH_COMMIT");

const AFTER_HELP: &str = "\
Each of these settings has a variable: AWSIM_PORT, AWSIM_IAM_ENFORCE, and so on; settings in sections have theirs with
two underscores, as in AWSIM_STORE__DURABILITY. A flag wins over a variable, a variable over the file, the file over the
default. The config.toml that comes with AWSim lists every setting.";

/// Reads the command line of this process. Mistakes, `--help` and `--version` end it.
pub(crate) fn parse() -> Task {
    task(&command().get_matches()).unwrap_or_else(|mistake| mistake.exit())
}

fn command() -> Command {
    let settings = FLAGS.iter().map(|flag| {
        let argument = Arg::new(flag.setting).long(flag.long.trim_start_matches('-'));
        let argument = argument.value_name(flag.value).help(flag.help);
        match flag.completion {
            // The help has them.
            Completion::Words(words) => argument.value_parser(Offered(words)).hide_possible_values(true),
            Completion::Folders => argument.value_hint(ValueHint::DirPath),
            Completion::None => argument.value_hint(ValueHint::Other),
        }
    });
    let whole = Command::new("awsim")
        .version(VERSION)
        .about("The AWS account on your laptop that says no exactly when AWS would.")
        .after_help(AFTER_HELP)
        .args(settings)
        .arg(
            Arg::new("config")
                .long("config")
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::FilePath)
                .help("Configuration file [default: config.toml, if it is there]"),
        )
        .arg(
            Arg::new("print-config")
                .long("print-config")
                .action(ArgAction::SetTrue)
                .help("Show the configuration and where each value comes from, and exit"),
        )
        .subcommand(decisions::command())
        .subcommand(import::command())
        .subcommand(policy::command())
        .subcommand(completions::subcommand());
    let manual = manual::subcommand(&whole);
    whole.subcommand(manual)
}

/// What a command line asks for.
///
/// # Errors
/// A mistake that only shows when all of it is known.
fn task(matches: &ArgMatches) -> Result<Task, Error> {
    let given = |flag: &Flag| {
        let text = matches.get_one::<String>(flag.setting)?.clone();
        Some(FlagSetting { flag: flag.long, setting: flag.setting, text })
    };
    let sources = Sources {
        file: matches.get_one("config").cloned(),
        flags: FLAGS.iter().filter_map(given).collect(),
        ..Sources::of_process()
    };
    Ok(match matches.subcommand() {
        Some((import::NAME, matches)) => Task::Import(sources, import::files(matches)),
        Some((decisions::NAME, matches)) => Task::Decisions(sources, matches.clone()),
        Some((policy::NAME, matches)) => Task::Policy(sources, matches.clone()),
        Some((completions::NAME, matches)) => Task::Show(completions::text(matches, command())),
        Some((manual::NAME, matches)) => Task::Show(manual::page(matches, command())?),
        _ if matches.get_flag("print-config") => Task::PrintConfig(sources),
        _ => Task::Serve(sources),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_is_sound() {
        command().debug_assert();
    }

    #[test]
    fn what_the_build_sets_is_no_setting() {
        assert!(!include_str!("../build.rs").contains("rustc-env=AWSIM_"));
    }

    #[test]
    fn flags_become_settings() {
        let line = ["awsim", "--port", "0", "--iam-enforce=audit", "--config", "a.toml"];
        let Ok(Task::Serve(sources)) = task(&command().try_get_matches_from(line).unwrap()) else {
            panic!("no configuration was asked for")
        };
        assert_eq!(sources.file, Some(PathBuf::from("a.toml")));
        let flags: Vec<_> =
            sources.flags.iter().map(|flag| (flag.flag, flag.setting, flag.text.as_str())).collect();
        assert_eq!(flags, [("--port", "port", "0"), ("--iam-enforce", "iam_enforce", "audit")]);
    }

    #[test]
    fn every_flag_is_named_after_its_setting() {
        for flag in FLAGS {
            assert_eq!(flag.long.trim_start_matches('-').replace('-', "_"), flag.setting);
        }
    }

    #[test]
    fn a_misspelt_flag_is_refused_with_a_suggestion() {
        let error = command().try_get_matches_from(["awsim", "--prot", "1"]).unwrap_err().to_string();
        assert!(error.contains("--port"), "{error}");
    }
}
