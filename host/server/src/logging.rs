//! What is logged, and how.
//!
//! Everything is written to standard error, by a thread of its own: no request waits for whoever reads that, or does not. A
//! request leaves one event, whose `request_id` is the one in its answer.

use std::fmt;
use std::io;
use std::str::FromStr;

use awsim_plugin::error::ServiceError;
use tracing::level_filters::LevelFilter;
use tracing_appender::non_blocking::{NonBlockingBuilder, WorkerGuard};
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{Layer, Registry, fmt as format};

use crate::config::{Log, LogFormat};

/// Which events are logged: a level, or directives for single crates and modules.
///
/// A level is AWSim's own; what the libraries under it say is logged from the level `warn` up. Directives are those that
/// `RUST_LOG` commonly has, without spans: `info,awsim_server::store=debug,hyper=trace`.
#[derive(Clone, Debug, PartialEq)]
pub struct LogFilter {
    text: String,
    targets: Targets,
}

impl Default for LogFilter {
    fn default() -> Self {
        Self { text: "info".to_owned(), targets: at(LevelFilter::INFO) }
    }
}

impl fmt::Display for LogFilter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl FromStr for LogFilter {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const EXPECTED: &str =
            "expected off, error, warn, info, debug or trace, or directives such as info,hyper=debug";
        let is_level = |text: &str| {
            ["off", "error", "warn", "info", "debug", "trace"]
                .iter()
                .any(|level| level.eq_ignore_ascii_case(text))
        };
        let targets = if is_level(text) {
            at(text.parse().map_err(|_| EXPECTED)?)
        } else {
            // A word alone would be a target with everything on: a misspelt level, more likely.
            let sound = |directive: &str| is_level(directive) || directive.contains('=');
            if !text.split(',').all(sound) {
                return Err(EXPECTED);
            }
            text.parse().map_err(|_| EXPECTED)?
        };
        Ok(Self { text: text.to_owned(), targets })
    }
}

/// AWSim's own events at a level, those of others only if they matter.
fn at(level: LevelFilter) -> Targets {
    Targets::new().with_target("awsim", level).with_default(level.min(LevelFilter::WARN))
}

/// How many lines may wait to be written. More are dropped.
const WAITING: usize = 1024;

/// Writes the lines that wait when it is dropped, unless nobody reads them.
#[must_use = "lines that wait are lost without it"]
#[derive(Debug)]
pub struct Logging {
    _writing: WorkerGuard,
}

/// Begins to log, for the rest of the process's life.
///
/// # Errors
/// If the process logs already.
pub fn start(log: &Log) -> Result<Logging, tracing_subscriber::util::TryInitError> {
    let (lines, writing) = NonBlockingBuilder::default()
        .buffered_lines_limit(WAITING)
        .lossy(true)
        .thread_name("log")
        .finish(io::stderr());
    subscriber(log, lines).try_init()?;
    Ok(Logging { _writing: writing })
}

/// What turns events into lines and gives them to `writer`.
fn subscriber<W>(log: &Log, writer: W) -> impl SubscriberInitExt + tracing::Subscriber
where
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    let lines = format::layer().with_writer(writer);
    let lines: Box<dyn Layer<Registry> + Send + Sync> = match log.format {
        LogFormat::Human => Box::new(lines.with_target(false)),
        LogFormat::Json => Box::new(lines.json().flatten_event(true)),
    };
    tracing_subscriber::registry().with(lines.with_filter(log.level.targets.clone()))
}

/// What is logged of an error's message: its first line. What follows may quote the request, with the session token in it, as
/// the message of a signature that does not match does.
pub(crate) fn told(error: &ServiceError) -> &str {
    error.message.lines().next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    #[derive(Clone, Default)]
    struct Buffer(Arc<Mutex<Vec<u8>>>);

    impl io::Write for Buffer {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn logged(level: &str, format: LogFormat, events: impl FnOnce()) -> String {
        let buffer = Buffer::default();
        let writer = buffer.clone();
        let log = Log { level: level.parse().unwrap(), format };
        tracing::subscriber::with_default(subscriber(&log, move || writer.clone()), events);
        let bytes = buffer.0.lock().unwrap().clone();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_level_is_for_awsim_and_others_only_warn() {
        let lines = logged("debug", LogFormat::Human, || {
            tracing::debug!(target: "awsim_server::store", "ours");
            tracing::trace!(target: "awsim_server::store", "too fine");
            tracing::info!(target: "hyper::proto", "theirs");
            tracing::warn!(target: "sqlx::query", "their warning");
        });
        assert_eq!(lines.lines().count(), 2, "{lines}");
        assert!(lines.contains("ours") && lines.contains("their warning"), "{lines}");
        let nothing = logged("off", LogFormat::Human, || tracing::error!(target: "sqlx", "theirs"));
        assert_eq!(nothing, "");
    }

    #[test]
    fn directives_name_modules() {
        let lines = logged("warn,awsim_server::store=trace", LogFormat::Human, || {
            tracing::trace!(target: "awsim_server::store", "ours");
            tracing::info!(target: "awsim_server::accept", "not asked for");
        });
        assert_eq!(lines.lines().count(), 1, "{lines}");
    }

    #[test]
    fn json_has_the_fields_of_the_event() {
        let line = logged("info", LogFormat::Json, || {
            tracing::info!(target: "awsim_server", request_id = %"0123", status = 404, "refused");
        });
        let event: serde_json::Value = serde_json::from_str(&line).unwrap();
        assert_eq!(event["request_id"], "0123");
        assert_eq!(event["status"], 404);
        assert_eq!(event["message"], "refused");
        assert_eq!(event["level"], "INFO");
    }

    #[test]
    fn misspelt_levels_are_refused() {
        for wrong in ["", "inf", "verbose", "info,", "hyper", "awsim=loud"] {
            assert!(wrong.parse::<LogFilter>().is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn what_quotes_the_request_is_not_logged() {
        let message = "The request signature we calculated does not match.\n\nThe Canonical String\nx-amz-security-token:IQo\n";
        let error = ServiceError::sender("SignatureDoesNotMatch", 403, message);
        assert_eq!(told(&error), "The request signature we calculated does not match.");
        assert_eq!(told(&ServiceError::sender("Any", 400, "")), "");
    }
}
