//! AWSim: the AWS account on your laptop that says no exactly when AWS would.
//!
//! The program: it reads the command line, links the services, and runs the host until it is told to stop.

mod banner;
mod client;
mod command_line;
mod completions;
mod decisions;
mod import;
mod manual;
mod offered;
mod policy;
mod services;
mod stop;
mod words;

use std::fmt::Display;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;

use awsim_server::config::{self, Loaded};
use awsim_server::logging;
use awsim_server::server::Server;

use command_line::Task;

/// Requests are many small allocations, some of them freed by another thread than made them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The exit code of a mistake in the command line or the configuration, as of clap.
const MISTAKE: u8 = 2;

fn main() -> ExitCode {
    match command_line::parse() {
        Task::PrintConfig(sources) => match config::load(&sources) {
            Ok(loaded) => show(loaded.to_string().as_bytes()),
            Err(error) => fail(error, MISTAKE),
        },
        Task::Show(text) => show(&text),
        Task::Policy(sources, matches) => policy::run(&matches, &sources),
        Task::Decisions(sources, matches) => {
            decisions::run(&matches, &sources).unwrap_or_else(|error| fail(error, 1))
        }
        Task::Import(sources, files) => match config::load(&sources) {
            Ok(loaded) if !import::is_kept(&loaded.config) => fail(import::NOT_KEPT, MISTAKE),
            Ok(loaded) => match import::run(loaded.config, &files) {
                Ok(told) => show(told.as_bytes()),
                Err(error) => fail(error, 1),
            },
            Err(error) => fail(error, MISTAKE),
        },
        Task::Serve(sources) => match config::load(&sources) {
            Ok(loaded) => serve(loaded),
            Err(error) => fail(error, MISTAKE),
        },
    }
}

fn serve(loaded: Loaded) -> ExitCode {
    let _logging = match logging::start(&loaded.config.log) {
        Ok(logging) => logging,
        Err(error) => return fail(error, 1),
    };
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return fail(error, 1),
    };
    match runtime.block_on(run(loaded)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(error, 1),
    }
}

async fn run(loaded: Loaded) -> Result<(), Box<dyn std::error::Error>> {
    // Asked for before the host starts, so that a signal during the start is not lost.
    let stop = stop::requested()?;
    let format = loaded.config.log.format;
    let server = Server::start(loaded.config).await?;
    banner::show(&server, loaded.file.as_deref(), format);
    stop.await;
    tracing::info!(
        "stopping: requests in flight are finished first; a second signal ends the process at once"
    );
    server.shutdown().await;
    Ok(())
}

/// Writes a text to standard output. Whoever reads it may have seen enough.
fn show(text: &[u8]) -> ExitCode {
    match std::io::stdout().write_all(text) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => fail(error, 1),
        _ => ExitCode::SUCCESS,
    }
}

fn fail(error: impl Display, code: u8) -> ExitCode {
    eprintln!("awsim: {error}");
    ExitCode::from(code)
}
