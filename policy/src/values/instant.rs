//! Instants of `Date…` conditions.

use std::fmt;

/// A point in time, compared as such whatever its notation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant {
    seconds: i64,
    nanoseconds: u32,
}

impl Instant {
    /// The instant this many seconds after 1970-01-01T00:00:00Z.
    pub fn from_epoch_seconds(seconds: i64) -> Self {
        Instant { seconds, nanoseconds: 0 }
    }

    /// Seconds since 1970-01-01T00:00:00Z, fractions dropped.
    pub fn epoch_seconds(self) -> i64 {
        self.seconds
    }

    /// Reads a date in one of the W3C profiles of ISO 8601 (year, month, day, minute, second or fraction; with `Z`, an
    /// offset or none for UTC) or epoch seconds (IAM User Guide, "Date condition operators").
    pub fn parse(text: &str) -> Option<Self> {
        let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        let digits = text.strip_prefix('-').unwrap_or(text);
        let is_epoch = !is_year && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        if is_epoch { epoch(text) } else { Scan(text).date_time() }
    }
}

impl fmt::Display for Instant {
    /// Writes `2020-04-01T00:00:00Z`, with a fraction only if there is one.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let days = self.seconds.div_euclid(86_400);
        let second = self.seconds.rem_euclid(86_400);
        let (year, month, day) = civil_from_days(days);
        let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
        write!(out, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")?;
        if self.nanoseconds > 0 {
            write!(out, ".{:09}", self.nanoseconds)?;
        }
        out.write_str("Z")
    }
}

fn epoch(text: &str) -> Option<Instant> {
    let (whole, fraction) = match text.split_once('.') {
        None => (text, 0),
        Some((whole, digits)) => (whole, nanoseconds(digits)?),
    };
    let seconds: i64 = whole.parse().ok()?;
    if whole.starts_with('-') && fraction > 0 {
        return Some(Instant { seconds: seconds.checked_sub(1)?, nanoseconds: 1_000_000_000 - fraction });
    }
    Some(Instant { seconds, nanoseconds: fraction })
}

/// Digits after the decimal point as nanoseconds; further digits do not count.
fn nanoseconds(digits: &str) -> Option<u32> {
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some((0..9).fold(0, |sum, place| {
        sum * 10 + digits.as_bytes().get(place).map_or(0, |digit| u32::from(digit - b'0'))
    }))
}

/// The rest of a date that is being read.
struct Scan<'t>(&'t str);

impl Scan<'_> {
    fn date_time(mut self) -> Option<Instant> {
        let year = self.digits(4)?;
        let month = if self.eat('-') { self.digits(2)? } else { 1 };
        let day = if self.eat('-') { self.digits(2)? } else { 1 };
        let days = days_from_epoch(year, month, day)?;
        let mut instant = Instant::from_epoch_seconds(days * 86_400);
        if self.0.is_empty() {
            return Some(instant);
        }
        if !(self.eat('T') || self.eat('t') || self.eat(' ')) {
            return None;
        }
        let hour = self.digits(2).filter(|hour| *hour < 24)?;
        self.eat(':').then_some(())?;
        let minute = self.digits(2).filter(|minute| *minute < 60)?;
        let mut second = 0;
        if self.eat(':') {
            second = self.digits(2).filter(|second| *second <= 60)?;
            if self.eat('.') {
                let end = self.0.find(|character: char| !character.is_ascii_digit()).unwrap_or(self.0.len());
                let (digits, rest) = self.0.split_at(end);
                instant.nanoseconds = nanoseconds(digits)?;
                self.0 = rest;
            }
        }
        instant.seconds += hour * 3_600 + minute * 60 + second - self.offset()?;
        Some(instant)
    }

    /// Seconds east of UTC; the rest of the text.
    fn offset(&mut self) -> Option<i64> {
        if self.0.is_empty() || matches!(self.0, "Z" | "z") {
            return Some(0);
        }
        let sign = match self.0.as_bytes().first()? {
            b'+' => 1,
            b'-' => -1,
            _ => return None,
        };
        self.0 = &self.0[1..];
        let hours = self.digits(2).filter(|hours| *hours < 24)?;
        self.eat(':');
        let minutes = self.digits(2).filter(|minutes| *minutes < 60)?;
        self.0.is_empty().then_some(sign * (hours * 3_600 + minutes * 60))
    }

    fn eat(&mut self, character: char) -> bool {
        match self.0.strip_prefix(character) {
            Some(rest) => {
                self.0 = rest;
                true
            }
            None => false,
        }
    }

    fn digits(&mut self, count: usize) -> Option<i64> {
        let (digits, rest) = self.0.split_at_checked(count)?;
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        self.0 = rest;
        digits.parse().ok()
    }
}

/// Days from 1970-01-01 to a day of the Gregorian calendar; `None` for a day that does not exist.
fn days_from_epoch(year: i64, month: i64, day: i64) -> Option<i64> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let lengths = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let length = *lengths.get(usize::try_from(month - 1).ok()?)?;
    if !(1..=length).contains(&day) {
        return None;
    }
    let before: i64 = lengths.iter().take(usize::try_from(month - 1).ok()?).sum();
    let past = year - 1;
    let leap_days = |years: i64| years.div_euclid(4) - years.div_euclid(100) + years.div_euclid(400);
    Some((year - 1970) * 365 + leap_days(past) - leap_days(1969) + before + day - 1)
}

/// The day of the Gregorian calendar this many days after 1970-01-01 (Howard Hinnant, "chrono-Compatible Low-Level Date
/// Algorithms", `civil_from_days`).
fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notations_of_one_instant_are_equal() {
        let instant = Instant::parse("2020-04-01T00:00:00Z").expect("a date");
        assert_eq!(instant.epoch_seconds(), 1_585_699_200);
        for text in [
            "2020-04",
            "2020-04-01",
            "2020-04-01T00:00Z",
            "2020-04-01T00:00:00",
            "2020-04-01T02:00:00+02:00",
            "2020-03-31T19:00:00-0500",
            "2020-04-01T00:00:00.000Z",
            "1585699200",
            "1585699200.0",
        ] {
            assert_eq!(Instant::parse(text), Some(instant), "{text}");
        }
    }

    #[test]
    fn fractions_and_years_before_the_epoch_are_ordered() {
        let at = |text| Instant::parse(text).expect("a date");
        assert!(at("2020-04-01T00:00:00.5Z") > at("2020-04-01T00:00:00.25Z"));
        assert!(at("-0.5") < at("0"));
        assert_eq!(at("1969-12-31T23:59:59Z").epoch_seconds(), -1);
        assert_eq!(at("2000-02-29").epoch_seconds(), 951_782_400);
        assert_eq!(at("2000").epoch_seconds(), 946_684_800);
        assert_eq!(at("1900-03-01").epoch_seconds(), -2_203_891_200);
    }

    #[test]
    fn an_instant_reads_as_it_is_written() {
        for text in [
            "2020-04-01T00:00:00Z",
            "2000-02-29T23:59:59Z",
            "1969-12-31T00:00:01Z",
            "2024-12-31T12:00:00.500000000Z",
        ] {
            assert_eq!(Instant::parse(text).expect("a date").to_string(), text);
        }
    }

    #[test]
    fn every_day_reads_as_it_is_written() {
        // From the year 1 to the year 9999, with every day of a month and of a week among them.
        for day in (-719_162i64..2_932_896).step_by(997) {
            let instant = Instant::from_epoch_seconds(day * 86_400 + 43_200 + day.rem_euclid(86_400) / 3);
            assert_eq!(Instant::parse(&instant.to_string()), Some(instant), "{instant}");
        }
        assert_eq!(Instant::from_epoch_seconds(-719_162 * 86_400).to_string(), "0001-01-01T00:00:00Z");
        assert_eq!(Instant::from_epoch_seconds(2_932_896 * 86_400).to_string(), "9999-12-31T00:00:00Z");
    }

    #[test]
    fn the_last_of_each_unit_is_one() {
        for (text, seconds) in [
            ("1970-01-01T23:59:59Z", 86_399),
            ("1970-01-01T00:00:60Z", 60),
            ("1970-01-02T00:00:00+23:59", 60),
            ("1969-12-31T00:01:00-23:59", 0),
            ("1972-02-29", 68_169_600),
            ("1970-12-31", 31_449_600),
        ] {
            assert_eq!(Instant::parse(text).map(Instant::epoch_seconds), Some(seconds), "{text}");
        }
    }

    #[test]
    fn fractions_have_nine_digits() {
        let at = |text| Instant::parse(text).expect("a date").to_string();
        assert_eq!(at("1.000000001"), "1970-01-01T00:00:01.000000001Z");
        assert_eq!(at("1.1234567899"), "1970-01-01T00:00:01.123456789Z");
        assert_eq!(at("-1.25"), "1969-12-31T23:59:58.750000000Z");
        assert_eq!(at("1.25"), "1970-01-01T00:00:01.250000000Z");
        assert_eq!(at("-3600"), "1969-12-31T23:00:00Z");
        assert_eq!(at("-1.0"), "1969-12-31T23:59:59Z");
        assert_eq!(at("1970-01-01T00:00:00.02Z"), "1970-01-01T00:00:00.020000000Z");
        assert_eq!(Instant::parse("-9223372036854775808.5"), None);
    }

    #[test]
    fn what_is_no_date() {
        for text in [
            "",
            "-",
            ".",
            "1.",
            "today",
            "2020-13-01",
            "2019-02-29",
            "2020-04-31",
            "2020-4-1",
            "2020-04-01T24:00:00Z",
            "2020-04-01T00:60:00Z",
            "2020-04-01T00:00:61Z",
            "2020-04-01T00:00:00+24:00",
            "2020-04-01T00:00:00+01:60",
            "2020-04-01T00:00:00+01:00x",
            "2020-04-01T00:00:00.Z",
            "2020-00-01",
            "2020-04-00",
            "1900-02-29",
            "1.5x",
            "1.x",
            "2020-04-01T00",
            "2020-04-01T00:00:00X",
            "2020-04-01T00:00:00+1",
            "20200401T000000Z",
            "2020-04-01Z",
            "é020",
        ] {
            assert_eq!(Instant::parse(text), None, "{text}");
        }
    }
}
