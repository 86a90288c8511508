//! Points in time as people write them.

use awsim_plugin::shape::Timestamp;

/// Units of how long ago something was, in seconds.
const UNITS: [(&str, u64); 5] = [("s", 1), ("m", 60), ("min", 60), ("h", 3_600), ("d", 86_400)];

/// A point in time: an instant such as `2026-04-21T08:15:30Z`, or how long ago, such as `90s`, `15m`, `2h` or `7d`.
pub fn moment(text: &str, now: Timestamp) -> Option<Timestamp> {
    match seconds(text) {
        Some(seconds) => Some(Timestamp::from_seconds(now.seconds().checked_sub_unsigned(seconds)?)),
        None => Timestamp::parse(text).ok(),
    }
}

fn seconds(text: &str) -> Option<u64> {
    let (number, unit) = text.split_at(text.find(|letter: char| !letter.is_ascii_digit())?);
    let (_, unit) = UNITS.iter().find(|(name, _)| *name == unit.trim())?;
    number.parse::<u64>().ok()?.checked_mul(*unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_and_how_long_ago() {
        let now = Timestamp::from_seconds(1_776_759_330);
        let told = |text: &str| moment(text, now).map(|moment| now.seconds() - moment.seconds());
        for (text, ago) in [
            ("0s", Some(0)),
            ("90 s", Some(90)),
            ("15m", Some(900)),
            ("15min", Some(900)),
            ("2h", Some(7_200)),
            ("7d", Some(604_800)),
            ("2026-04-21T08:15:00Z", Some(30)),
            ("2 weeks", None),
            ("-1h", None),
            ("h", None),
            ("", None),
            ("99999999999999999999d", None),
            ("999999999999999999d", None),
        ] {
            assert_eq!(told(text), ago, "{text}");
        }
    }
}
