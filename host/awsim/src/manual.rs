//! `awsim man [COMMAND]...`: a page of the manual, from the same words as `--help`.

use clap::builder::PossibleValuesParser;
use clap::error::{Error, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};

/// The name of the command.
pub(crate) const NAME: &str = "man";

const COMMAND: &str = "command";

/// The command; it knows all those of `whole`, and itself.
pub(crate) fn subcommand(whole: &Command) -> Command {
    let mut names = vec![NAME.to_owned()];
    collect(whole, &mut names);
    Command::new(NAME).about("Write a page of the manual").arg(
        Arg::new(COMMAND)
            .value_name("COMMAND")
            .action(ArgAction::Append)
            .num_args(0..)
            .value_parser(PossibleValuesParser::new(names))
            .help("The command that it is about, as in `awsim man policy generate` [default: all of awsim]"),
    )
}

fn collect(command: &Command, names: &mut Vec<String>) {
    for subcommand in command.get_subcommands() {
        names.push(subcommand.get_name().to_owned());
        collect(subcommand, names);
    }
}

/// The page, in troff.
///
/// # Errors
/// A mistake of the command line, if there is no such command.
pub(crate) fn page(matches: &ArgMatches, whole: Command) -> Result<Vec<u8>, Error> {
    let mut whole = whole.disable_help_subcommand(true);
    whole.build();
    let mut subject = &whole;
    for name in matches.get_many::<String>(COMMAND).into_iter().flatten() {
        subject = subject.find_subcommand(name).ok_or_else(|| {
            let known = subject.get_bin_name().unwrap_or(subject.get_name());
            let message = format!("`{known}` has no command `{name}`");
            whole.clone().error(ErrorKind::InvalidSubcommand, message)
        })?;
    }
    let version = whole.get_version().unwrap_or_default();
    Ok(written(subject, &format!("{} {version}", whole.get_name())))
}

/// The page about a command of this program.
fn written(subject: &Command, program: &str) -> Vec<u8> {
    // A date that is nothing at all would let the others take its place.
    let page = Man::new(subject.clone()).date(" ").source(program).manual("User Commands");
    let mut text = Vec::new();
    // Writing to memory does not fail.
    let _ = page.render_title(&mut text);
    let _ = page.render_name_section(&mut text);
    let _ = page.render_synopsis_section(&mut text);
    let _ = page.render_description_section(&mut text);
    let _ = page.render_options_section(&mut text);
    if subject.has_subcommands() {
        let _ = page.render_subcommands_section(&mut text);
    }
    if let Some(notes) = subject.get_after_help() {
        let _ = noted(&notes.to_string()).to_writer(&mut text);
    }
    text
}

/// What stands behind the flags in `--help`. Lines that are indented are examples, and stay as they are.
fn noted(notes: &str) -> Roff {
    let mut section = Roff::new();
    section.control("SH", ["NOTES"]);
    let mut example = false;
    for line in notes.lines() {
        let indented = line.starts_with(' ');
        if indented != example {
            section.control(if indented { "nf" } else { "fi" }, []);
            example = indented;
        }
        match line {
            "" => section.control("PP", []),
            line => section.text([roman(line)]),
        };
    }
    if example {
        section.control("fi", []);
    }
    section
}
