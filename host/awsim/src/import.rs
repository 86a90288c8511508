//! `awsim import FILE…`: takes in real accounts, so that their policies can be exercised without them.
//!
//! A file is the output of `aws iam get-account-authorization-details`. All files are taken in, or none. A host that runs
//! has the data directory to itself; it takes such a file at `PUT /_awsim/authorization-details`.

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

use awsim_server::config::Config;
use awsim_server::server::Server;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

/// The name of the command.
pub(crate) const NAME: &str = "import";

/// The command.
pub(crate) fn command() -> Command {
    Command::new(NAME)
        .about("Take in real accounts: the output of `aws iam get-account-authorization-details`")
        .arg(
            Arg::new("files")
                .value_name("FILE")
                .required(true)
                .action(ArgAction::Append)
                .num_args(1..)
                .value_parser(value_parser!(PathBuf))
                .help("One file for each account"),
        )
}

/// The files of a command line.
pub(crate) fn files(matches: &ArgMatches) -> Vec<PathBuf> {
    matches.get_many("files").into_iter().flatten().cloned().collect()
}

/// Takes in the accounts.
pub(crate) fn run(config: Config, files: &[PathBuf]) -> Result<ExitCode, Box<dyn Error>> {
    let documents = files
        .iter()
        .map(|file| std::fs::read(file).map_err(|error| format!("{}: {error}", file.display())))
        .collect::<Result<Vec<_>, _>>()?;
    // Nobody is to be served meanwhile.
    let Config { address, port, .. } = Config::ephemeral();
    let mut config = Config { address, port, ..config };
    config.instance_metadata.role_arn = None;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let imported = runtime.block_on(async {
        let server = Server::start(config).await?;
        let imported = server.import_accounts(&documents).await;
        server.shutdown().await;
        Ok::<_, Box<dyn Error>>(imported)
    })?;
    match imported {
        Ok(accounts) => {
            for (account, file) in accounts.iter().zip(files) {
                println!("account {account} was taken in from {}", file.display());
            }
            Ok(ExitCode::SUCCESS)
        }
        Err(error) => Err(error.message.into()),
    }
}
