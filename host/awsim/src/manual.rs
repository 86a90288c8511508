//! `awsim man [COMMAND]...`: a page of the manual, from the same words as `--help`.

use clap::{Arg, ArgAction, ArgMatches, Command};
use clap_mangen::Man;

/// The name of the command.
pub(crate) const NAME: &str = "man";

const COMMAND: &str = "command";

/// The command.
pub(crate) fn subcommand() -> Command {
    Command::new(NAME).about("Write a page of the manual").arg(
        Arg::new(COMMAND)
            .value_name("COMMAND")
            .action(ArgAction::Append)
            .num_args(0..)
            .help("The command that it is about, as in `awsim man policy generate` [default: all of awsim]"),
    )
}

/// The page, in troff. It is about the last command that there is.
pub(crate) fn page(matches: &ArgMatches, mut whole: Command) -> Vec<u8> {
    whole.build();
    let mut subject = &whole;
    for name in matches.get_many::<String>(COMMAND).into_iter().flatten() {
        match subject.find_subcommand(name) {
            Some(found) => subject = found,
            None => break,
        }
    }
    let mut page = Vec::new();
    // Writing to memory does not fail.
    let _ = Man::new(subject.clone()).render(&mut page);
    page
}
