//! `awsim import FILE…`: takes in real accounts, so that their policies can be exercised without them.
//!
//! A file is the output of `aws iam get-account-authorization-details`. All files are taken in, or none. A host that runs
//! has the data directory to itself; it takes such a file at `PUT /_awsim/authorization-details`.

use std::error::Error;
use std::fmt::Write;
use std::path::PathBuf;

use awsim_server::config::{Config, DataDir};
use awsim_server::server::Server;
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};

/// The name of the command.
pub(crate) const NAME: &str = "import";

/// Why nothing is taken in that nobody would ever find.
pub(crate) const NOT_KEPT: &str = "with data_dir \":memory:\" nothing of an import would be kept; an AWSim that runs takes the \
                                   file at PUT /_awsim/authorization-details";

const AFTER_HELP: &str = "\
The accounts go into the data directory, while no AWSim runs on it. Flags such as --data-dir and --config stand before the
command: awsim --data-dir DIR import FILE.";

/// The command.
pub(crate) fn command() -> Command {
    Command::new(NAME)
        .about("Take in real accounts: the output of `aws iam get-account-authorization-details`")
        .after_help(AFTER_HELP)
        .arg(
            Arg::new("files")
                .value_name("FILE")
                .required(true)
                .action(ArgAction::Append)
                .num_args(1..)
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::FilePath)
                .help("One file for each account"),
        )
}

/// The files of a command line.
pub(crate) fn files(matches: &ArgMatches) -> Vec<PathBuf> {
    matches.get_many("files").into_iter().flatten().cloned().collect()
}

/// Whether what is taken in would be there afterwards.
pub(crate) fn is_kept(config: &Config) -> bool {
    matches!(config.data_dir, DataDir::Path(_))
}

/// Takes in the accounts, and says so.
///
/// # Errors
/// For people, with the file that something is wrong with; nothing is taken in then.
pub(crate) fn run(config: Config, files: &[PathBuf]) -> Result<String, Box<dyn Error>> {
    let documents = files
        .iter()
        .map(|file| std::fs::read(file).map_err(|error| format!("{}: {error}", file.display())))
        .collect::<Result<Vec<_>, _>>()?;
    let names: Vec<_> = files.iter().map(|file| file.display().to_string()).collect();
    // Nobody is to be served meanwhile.
    let Config { address, port, .. } = Config::ephemeral();
    let mut config = Config { address, port, ..config };
    config.instance_metadata.role_arn = None;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let imported = runtime.block_on(async {
        let server = Server::start(config).await?;
        let imported = server.import_accounts(&documents, &names).await;
        server.shutdown().await;
        Ok::<_, Box<dyn Error>>(imported)
    })?;
    let accounts = imported.map_err(|error| error.message)?;
    let mut told = String::new();
    for (account, name) in accounts.iter().zip(&names) {
        writeln!(told, "account {account} was taken in from {name}")?;
    }
    Ok(told)
}
