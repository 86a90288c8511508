//! How single values are written.
//!
//! A variable or a flag is always text, so that every setting can be read from text; in the file a number or `true` may
//! stand for the text that it is written with.

use std::fmt::Display;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use serde::de::{Deserializer, Error, Visitor};
use serde::ser::Serializer;

/// More of anything than a machine has, yet far from where sums of it overflow.
const MOST: u64 = 1 << 40;

/// The longest duration.
const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

/// A string.
pub(super) fn string<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    struct Text;

    impl Visitor<'_> for Text {
        type Value = String;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("a string")
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<String, E> {
            Ok(text.to_owned())
        }

        fn visit_bool<E: Error>(self, value: bool) -> Result<String, E> {
            Ok(value.to_string())
        }

        fn visit_i64<E: Error>(self, value: i64) -> Result<String, E> {
            Ok(value.to_string())
        }

        fn visit_u64<E: Error>(self, value: u64) -> Result<String, E> {
            Ok(value.to_string())
        }
    }

    deserializer.deserialize_any(Text)
}

/// A value that knows how it is written.
pub(super) fn parsed<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err: Display>,
{
    string(deserializer)?.parse().map_err(D::Error::custom)
}

/// Writes a value as it is read by [`parsed`].
pub(super) fn shown<S: Serializer, T: Display>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}

/// A port.
pub(super) fn port<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u16, D::Error> {
    string(deserializer)?
        .parse()
        .map_err(|_| D::Error::custom("expected a port: a whole number from 0 to 65535"))
}

/// True or false.
pub(super) fn flag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    string(deserializer)?.parse().map_err(|_| D::Error::custom("expected true or false"))
}

/// How many of something.
pub(super) fn count<'de, D: Deserializer<'de>>(deserializer: D) -> Result<usize, D::Error> {
    let count = string(deserializer)?.parse().ok().filter(|count| (1..=MOST).contains(count));
    count
        .and_then(|count| usize::try_from(count).ok())
        .ok_or_else(|| D::Error::custom("expected a whole number, 1 or more"))
}

/// The number and the unit of a quantity: `64 KiB`, `1.5s`.
fn quantity(text: &str) -> Option<(f64, &str)> {
    let split = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let (number, unit) = text.split_at(split);
    Some((number.parse().ok()?, unit.trim()))
}

/// Sizes in bytes: `1048576`, `1024 KiB`, `1 MiB`.
pub(super) mod size {
    use super::*;

    const UNITS: [(&str, u64); 4] = [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10), ("B", 1)];

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<usize, D::Error> {
        read(&string(deserializer)?).ok_or_else(|| {
            D::Error::custom("expected a size: a number of bytes, or one with KiB, MiB or GiB")
        })
    }

    pub(in super::super) fn serialize<S: Serializer>(size: &usize, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&write(*size))
    }

    fn read(text: &str) -> Option<usize> {
        let (number, unit) = quantity(text)?;
        let unit = match unit {
            "" => 1,
            unit => UNITS.iter().find(|(name, _)| name.eq_ignore_ascii_case(unit))?.1,
        };
        let bytes = number * unit as f64;
        if bytes.fract() != 0.0 || !(1.0..=MOST as f64).contains(&bytes) {
            return None;
        }
        // Exact, as it is whole and within the limit.
        usize::try_from(bytes as u64).ok()
    }

    fn write(size: usize) -> String {
        let size = size as u64;
        match UNITS.iter().find(|(_, unit)| size.is_multiple_of(*unit)) {
            Some((name, unit)) => format!("{} {name}", size / unit),
            None => size.to_string(),
        }
    }
}

/// Durations: `200 ms`, `30 s`, `5 min`, `1 h`.
pub(super) mod duration {
    use super::*;

    const UNITS: [(&str, u64); 4] = [("h", 3_600_000), ("min", 60_000), ("s", 1_000), ("ms", 1)];

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Duration, D::Error> {
        read(&string(deserializer)?).ok_or_else(|| {
            D::Error::custom(
                "expected a duration of up to 24 h: a number with ms, s, min or h, as in \"30 s\"",
            )
        })
    }

    pub(in super::super) fn serialize<S: Serializer>(
        value: &Duration,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&write(*value))
    }

    fn read(text: &str) -> Option<Duration> {
        let (number, unit) = quantity(text)?;
        let (_, unit) = UNITS.iter().find(|(name, _)| *name == unit)?;
        let duration = Duration::try_from_secs_f64(number * *unit as f64 / 1_000.0).ok()?;
        (duration <= LONGEST).then_some(duration)
    }

    fn write(duration: Duration) -> String {
        let millis = duration.as_millis() as u64;
        if millis == 0 {
            return "0 s".to_owned();
        }
        match UNITS.iter().find(|(_, unit)| millis.is_multiple_of(*unit)) {
            Some((name, unit)) => format!("{} {name}", millis / unit),
            None => format!("{millis} ms"),
        }
    }
}

/// A value that may be missing, for which the empty text stands.
pub(super) mod optional {
    use super::*;

    pub(in super::super) fn deserialize<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
    where
        D: Deserializer<'de>,
        T: FromStr<Err: Display>,
    {
        match string(deserializer)?.as_str() {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(D::Error::custom),
        }
    }

    pub(in super::super) fn serialize<S: Serializer, T: Display>(
        value: &Option<T>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match value {
            Some(value) => serializer.collect_str(value),
            None => serializer.serialize_str(""),
        }
    }
}

/// A path that may be missing, for which the empty text stands.
pub(super) mod path {
    use super::*;

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<PathBuf>, D::Error> {
        let path = string(deserializer)?;
        Ok((!path.is_empty()).then(|| PathBuf::from(path)))
    }

    pub(in super::super) fn serialize<S: Serializer>(
        path: &Option<PathBuf>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match path {
            Some(path) => serializer.collect_str(&path.display()),
            None => serializer.serialize_str(""),
        }
    }
}
