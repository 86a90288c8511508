//! When a transfer may begin and end: with a month.

use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;

use crate::errors::invalid;

/// The farthest that the beginning may lie ahead, in seconds: a year.
const FARTHEST: i64 = 366 * DAY;

/// A day in seconds.
const DAY: i64 = 24 * 60 * 60;

/// Refuses a day on which a transfer cannot begin.
///
/// # Errors
/// `InvalidInputException`.
pub(super) fn refuse_start(at: Timestamp, now: Timestamp) -> Result<(), ServiceError> {
    if at.millis().rem_euclid(DAY * 1000) != 0 {
        let message = "You provided an invalid start date. The start date must be the beginning of the day (00:00:00.000).";
        return Err(invalid("START_DATE_NOT_BEGINNING_OF_DAY", message));
    }
    if day_of_month(at) != 1 {
        let message =
            "You provided an invalid start date. The start date must be the first day of the month.";
        return Err(invalid("START_DATE_NOT_BEGINNING_OF_MONTH", message));
    }
    if at <= now {
        let message = "You provided an invalid start date. The start date is too early.";
        return Err(invalid("START_DATE_TOO_EARLY", message));
    }
    if at > now.plus_seconds(FARTHEST) {
        let message = "You provided an invalid start date. The start date is too late.";
        return Err(invalid("START_DATE_TOO_LATE", message));
    }
    Ok(())
}

/// Refuses an instant at which a transfer cannot end.
///
/// # Errors
/// `InvalidInputException`.
pub(super) fn refuse_end(at: Timestamp, now: Timestamp) -> Result<(), ServiceError> {
    let next = Timestamp::from_millis(at.millis().saturating_add(1));
    if day_of_month(next) != 1 || next.millis().rem_euclid(DAY * 1000) != 0 {
        let message = "You provided an invalid end date. The end date must be the end of the last day of the month (23.59.59.999).";
        return Err(invalid("END_DATE_NOT_END_OF_MONTH", message));
    }
    if at < now {
        let message = "You provided an invalid end date. The end date is too early.";
        return Err(invalid("END_DATE_TOO_EARLY", message));
    }
    if at > now.plus_seconds(FARTHEST) {
        let message = "You provided an invalid end date. The end date is too late.";
        return Err(invalid("END_DATE_TOO_LATE", message));
    }
    Ok(())
}

/// The end of the month that an instant lies in.
pub(super) fn end_of_month(at: Timestamp) -> Timestamp {
    let midnight = at.seconds().div_euclid(DAY) * DAY;
    let later = (1..=31).map(|days| Timestamp::from_seconds(midnight + days * DAY));
    let next = later.into_iter().find(|day| day_of_month(*day) == 1).unwrap_or(at);
    Timestamp::from_millis(next.millis() - 1)
}

fn day_of_month(at: Timestamp) -> u32 {
    at.to_iso8601().as_str().get(8..10).and_then(|day| day.parse().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        Timestamp::parse(text).unwrap()
    }

    #[test]
    fn a_transfer_begins_with_a_month_to_come() {
        let now = at("2026-04-21T08:15:30Z");
        assert_eq!(refuse_start(at("2026-05-01T00:00:00Z"), now), Ok(()));
        for (wrong, reason) in [
            ("2026-05-01T00:00:01Z", "START_DATE_NOT_BEGINNING_OF_DAY"),
            ("2026-05-02T00:00:00Z", "START_DATE_NOT_BEGINNING_OF_MONTH"),
            ("2026-04-01T00:00:00Z", "START_DATE_TOO_EARLY"),
            ("2028-05-01T00:00:00Z", "START_DATE_TOO_LATE"),
        ] {
            assert_eq!(refuse_start(at(wrong), now).unwrap_err().members, [("Reason", reason.to_owned())]);
        }
    }

    #[test]
    fn it_ends_with_one() {
        let now = at("2026-04-21T08:15:30Z");
        assert_eq!(end_of_month(now), at("2026-04-30T23:59:59.999Z"));
        assert_eq!(end_of_month(at("2028-02-29T12:00:00Z")), at("2028-02-29T23:59:59.999Z"));
        assert_eq!(refuse_end(end_of_month(now), now), Ok(()));
        for (wrong, reason) in [
            ("2026-04-30T23:59:59Z", "END_DATE_NOT_END_OF_MONTH"),
            ("2026-03-31T23:59:59.999Z", "END_DATE_TOO_EARLY"),
            ("2028-03-31T23:59:59.999Z", "END_DATE_TOO_LATE"),
        ] {
            assert_eq!(refuse_end(at(wrong), now).unwrap_err().members, [("Reason", reason.to_owned())]);
        }
    }
}
