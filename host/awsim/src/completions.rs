//! `awsim completions SHELL`: what a shell needs to complete the command line.

use clap::{Arg, ArgMatches, Command, value_parser};
use clap_complete::Shell;

/// The name of the command.
pub(crate) const NAME: &str = "completions";

const SHELL: &str = "shell";

/// The command.
pub(crate) fn subcommand() -> Command {
    Command::new(NAME).about("Write completions for a shell").arg(
        Arg::new(SHELL)
            .value_name("SHELL")
            .required(true)
            .value_parser(value_parser!(Shell))
            .help("The shell"),
    )
}

/// The script that a shell is to read. None is asked for that there is not.
pub(crate) fn text(matches: &ArgMatches, mut whole: Command) -> Vec<u8> {
    let mut text = Vec::new();
    if let Some(shell) = matches.get_one::<Shell>(SHELL) {
        let name = whole.get_name().to_owned();
        clap_complete::generate(*shell, &mut whole, name, &mut text);
    }
    text
}
