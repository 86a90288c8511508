//! The clock of the host: what it shows, and how it is moved.

use awsim_plugin::clock::Clock as _;
use awsim_plugin::shape::Timestamp;
use serde::{Deserialize, Serialize};

use super::answer::{Answer, Refusal};
use crate::core::Core;
use crate::incoming::Incoming;

/// What the clock shows.
#[derive(Serialize)]
struct Shown {
    /// The time, in ISO 8601.
    time: String,
    /// By how many seconds it differs from the machine's clock.
    offset_seconds: f64,
    /// Whether it can be moved.
    movable: bool,
}

/// Where the clock is to be moved: to a time, or to an offset from the machine's clock.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
enum Move {
    /// A time as AWS reads it: ISO 8601, RFC 822 or seconds since the epoch, in quotation marks.
    Time(String),
    /// Seconds from the machine's clock; 0 moves the clock back.
    OffsetSeconds(i64),
}

/// The answer of `GET clock`.
///
/// # Errors
/// See [`Answer::json`].
pub(super) fn show(core: &Core) -> Result<Answer, Refusal> {
    let offset = core.movable_clock.as_ref().map_or(0, |clock| clock.offset_millis());
    Answer::json(&Shown {
        time: core.clock.now().to_string(),
        offset_seconds: offset as f64 / 1000.0,
        movable: core.movable_clock.is_some(),
    })
}

/// Moves the clock, and answers what it shows then.
///
/// # Errors
/// 409 if the configuration does not let it be moved; 400 for a body that says nothing of the kind.
pub(super) fn set(core: &Core, incoming: &Incoming) -> Result<Answer, Refusal> {
    let Some(clock) = &core.movable_clock else {
        let message =
            "The clock of this AWSim is the machine's; with `clock.movable = true` it can be moved.";
        return Err(Refusal::new(409, "ClockNotMovable", message));
    };
    let invalid = |reason: String| {
        let form = r#"{"time": "2026-01-01T00:00:00Z"} or {"offset_seconds": 3600}"#;
        Refusal::new(400, "InvalidClock", format!("Expected {form}: {reason}"))
    };
    match serde_json::from_slice(&incoming.body).map_err(|error| invalid(error.to_string()))? {
        Move::Time(time) => {
            let time = Timestamp::parse(&time).map_err(|_| invalid(format!("'{time}' is no time")))?;
            clock.move_to(time);
        }
        Move::OffsetSeconds(seconds) => clock.move_by(seconds.saturating_mul(1000)),
    }
    tracing::info!(time = %clock.now(), "the clock was moved");
    show(core)
}
