//! Instants, and the formats in which AWS writes and reads them.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Malformed;

/// An instant, in milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

/// The formats of instants on the wire (the Smithy trait `timestampFormat`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimestampFormat {
    /// `2026-04-21T08:15:30Z`, with a fraction only where there is one.
    Iso8601,
    /// Seconds since the epoch, with a fraction only where there is one.
    EpochSeconds,
}

impl Timestamp {
    /// The instant so many milliseconds after the epoch, moved into the years 0000 to 9999 if it lies outside.
    pub fn from_millis(millis: i64) -> Self {
        const FIRST: i64 = -62_167_219_200_000;
        const LAST: i64 = 253_402_300_799_999;
        Self(millis.clamp(FIRST, LAST))
    }

    /// The instant so many seconds after the epoch, moved into the years 0000 to 9999 if it lies outside.
    pub fn from_seconds(seconds: i64) -> Self {
        Self::from_millis(seconds.saturating_mul(1000))
    }

    /// The instant of a date (year, month, day) and a time of day (hour, minute, second) in UTC, if there are such.
    pub fn from_utc(
        (year, month, day): (i64, i64, i64),
        (hour, minute, second): (i64, i64, i64),
    ) -> Option<Self> {
        let small = |number: i64| i8::try_from(number).ok();
        let year = i16::try_from(year).ok()?;
        let date = jiff::civil::DateTime::new(
            year,
            small(month)?,
            small(day)?,
            small(hour)?,
            small(minute)?,
            small(second)?,
            0,
        );
        let instant = jiff::tz::Offset::UTC.to_timestamp(date.ok()?).ok()?;
        Some(Self::from_seconds(instant.as_second()))
    }

    /// Milliseconds since the epoch.
    pub fn millis(self) -> i64 {
        self.0
    }

    /// Whole seconds since the epoch, rounded down.
    pub fn seconds(self) -> i64 {
        self.0.div_euclid(1000)
    }

    /// The same instant without its fraction of a second: AWS keeps dates of entities to the second.
    pub fn to_the_second(self) -> Self {
        Self(self.seconds() * 1000)
    }

    /// The instant so many seconds later (earlier, if negative).
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self::from_millis(self.0.saturating_add(seconds.saturating_mul(1000)))
    }

    /// The instant in ISO 8601, in UTC, with milliseconds only where there are any.
    pub fn to_iso8601(self) -> Iso8601 {
        let (days, millis) = (self.0.div_euclid(86_400_000), self.0.rem_euclid(86_400_000));
        let (year, month, day) = civil_from_days(days);
        let mut iso = Iso8601 { text: *Iso8601::LONGEST, len: Iso8601::LONGEST.len() };
        iso.put(4, year);
        iso.put(7, month);
        iso.put(10, day);
        iso.put(13, millis / 3_600_000);
        iso.put(16, millis / 60_000 % 60);
        iso.put(19, millis / 1000 % 60);
        if millis % 1000 == 0 {
            iso.len = Iso8601::WITHOUT_FRACTION;
            iso.text[iso.len - 1] = b'Z';
        } else {
            iso.put(23, millis % 1000);
        }
        iso
    }

    /// Reads ISO 8601 (with any offset), RFC 822 or epoch seconds, as AWS does.
    ///
    /// # Errors
    /// [`Malformed`] if the text is in none of these formats.
    pub fn parse(text: &str) -> Result<Self, Malformed> {
        let text = text.trim();
        if let Ok(instant) = text.parse::<jiff::Timestamp>() {
            return Ok(Self::from_millis(instant.as_millisecond()));
        }
        if let Ok(seconds) = text.parse::<f64>()
            && seconds.is_finite()
        {
            return Ok(Self::from_epoch(seconds));
        }
        if let Ok(instant) = jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(text) {
            return Ok(Self::from_millis(instant.as_millisecond()));
        }
        if let Ok(date) = text.parse::<jiff::civil::DateTime>()
            && let Ok(instant) = jiff::tz::TimeZone::UTC.to_timestamp(date)
        {
            return Ok(Self::from_millis(instant.as_millisecond()));
        }
        Err(Malformed::new(format!("'{text}' is not a valid timestamp")))
    }

    /// The instant so many (fractional) seconds after the epoch.
    pub fn from_epoch(seconds: f64) -> Self {
        // A cast from f64 saturates, and from_millis clamps.
        Self::from_millis((seconds * 1000.0).round() as i64)
    }
}

impl fmt::Display for Timestamp {
    /// Writes ISO 8601 in UTC, with milliseconds only where there are any.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.to_iso8601().as_str())
    }
}

/// An instant in ISO 8601, without a place on the heap.
#[derive(Clone, Copy, Debug)]
pub struct Iso8601 {
    text: [u8; Self::LONGEST.len()],
    len: usize,
}

impl Iso8601 {
    const LONGEST: &[u8; 24] = b"0000-00-00T00:00:00.000Z";
    const WITHOUT_FRACTION: usize = b"0000-00-00T00:00:00Z".len();

    /// The text.
    pub fn as_str(&self) -> &str {
        // Only ASCII is ever written.
        std::str::from_utf8(&self.text[..self.len]).unwrap_or_default()
    }

    /// Overwrites the zeros that end before `end` with the digits of a number.
    fn put(&mut self, end: usize, mut number: i64) {
        let zeros = self.text[..end].iter_mut().rev().take_while(|byte| byte.is_ascii_digit());
        for digit in zeros {
            *digit = b'0' + (number % 10) as u8;
            number /= 10;
        }
    }
}

/// The proleptic Gregorian date of a day counted from 1970-01-01 (Howard Hinnant, "chrono-Compatible Low-Level Date
/// Algorithms"): exact integer arithmetic, which a response with a hundred dates in it feels.
fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_index = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_index + 2) / 5 + 1;
    let month = if month_index < 10 { month_index + 3 } else { month_index - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

impl Serialize for Timestamp {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        Self::parse(&text).map_err(|malformed| serde::de::Error::custom(malformed.reason))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_are_written_as_iso_8601() {
        // Every 997th hour of all years, with and without a fraction.
        let (first, last) = (-62_167_219_200_000_i64, 253_402_300_799_999_i64);
        for step in (0..(last - first) / 3_600_000).step_by(997) {
            let millis = first + step * 3_600_000 + step % 86_399_999;
            let instant = Timestamp::from_millis(millis);
            let expected = jiff::Timestamp::from_millisecond(millis).unwrap();
            let (date, clock) = (expected.to_string(), instant.to_string());
            assert_eq!(clock.len(), if millis % 1000 == 0 { 20 } else { 24 }, "{clock}");
            assert_eq!(
                clock.replace(".", "").trim_end_matches(['0', 'Z']),
                date.replace(".", "").trim_end_matches(['0', 'Z'])
            );
            assert_eq!(Timestamp::parse(&clock), Ok(instant));
        }
        assert_eq!(Timestamp::from_millis(i64::MIN).to_string(), "0000-01-01T00:00:00Z");
        assert_eq!(Timestamp::from_millis(i64::MAX).to_string(), "9999-12-31T23:59:59.999Z");
        assert_eq!(Timestamp::from_seconds(1_776_759_330).to_string(), "2026-04-21T08:15:30Z");
        assert_eq!(Timestamp::from_millis(-1).to_string(), "1969-12-31T23:59:59.999Z");
    }

    #[test]
    fn instants_are_dates_with_times_of_day() {
        let written = |date, time| Timestamp::from_utc(date, time).map(|instant| instant.to_string());
        assert_eq!(written((2028, 2, 29), (23, 59, 59)).as_deref(), Some("2028-02-29T23:59:59Z"));
        assert_eq!(written((0, 1, 1), (0, 0, 0)).as_deref(), Some("0000-01-01T00:00:00Z"));
        for (date, time) in [
            ((2026, 2, 29), (0, 0, 0)),
            ((2026, 13, 1), (0, 0, 0)),
            ((2026, 1, 1), (24, 0, 0)),
            ((2026, 1, 1), (0, 60, 0)),
            ((2026, 1, 1), (0, 0, 60)),
            ((2026, 0, 1), (0, 0, 0)),
        ] {
            assert_eq!(written(date, time), None);
        }
    }
}
