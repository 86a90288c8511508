//! Time-based one-time passwords (RFC 6238) with the parameters that every authenticator app assumes: SHA-1, six digits,
//! steps of thirty seconds.

use awsim_plugin::error::ServiceError;
use awsim_plugin::shape::Timestamp;
use data_encoding::BASE32_NOPAD;
use totp_rs::{Builder, Totp};

/// The seconds of a time step.
pub(super) const STEP: i64 = 30;

/// By how many steps a device may be ahead or behind what is known of its clock.
const TOLERANCE: i64 = 1;

/// By how many steps a device may be ahead or behind when it shows two codes to be synchronized: five minutes.
const SEARCH: i64 = 10;

/// The codes of a device.
pub(super) struct Codes(Totp);

/// Where the clock of a device stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    /// By how many steps it is ahead of ours.
    pub(super) drift: i64,
    /// The time step of the last code.
    pub(super) last_step: i64,
}

impl Codes {
    /// The codes that come from a seed in base32.
    ///
    /// # Errors
    /// `ServiceFailure` if the stored seed is damaged.
    pub(super) fn of(seed: &str) -> Result<Self, ServiceError> {
        let damaged = || ServiceError::failure("the seed of the MFA device is damaged");
        let seed = BASE32_NOPAD.decode(seed.as_bytes()).map_err(|_| damaged())?;
        let totp = Builder::new().with_secret(seed).with_skew(0).build().map_err(|_| damaged())?;
        Ok(Self(totp))
    }

    /// Where the clock of the device stands that shows these two codes one after the other; none if it is not this
    /// device, or its clock is off by more than five minutes. Codes up to the step `after` do not count.
    pub(super) fn synchronize(&self, codes: [&str; 2], now: Timestamp, after: Option<i64>) -> Option<Clock> {
        let present = step_of(now);
        let is_fresh = |step: &i64| after.is_none_or(|after| *step > after);
        let first = nearest_first(SEARCH)
            .map(|drift| present + drift)
            .filter(is_fresh)
            .find(|step| self.shows(codes[0], *step) && self.shows(codes[1], step + 1))?;
        let last_step = first + 1;
        Some(Clock { drift: last_step - present, last_step })
    }

    /// The step of a code that the device shows about now; none for a wrong code, and for one that is not newer than
    /// the last.
    pub(super) fn verify(&self, code: &str, now: Timestamp, clock: Clock) -> Option<i64> {
        let expected = step_of(now) + clock.drift;
        nearest_first(TOLERANCE)
            .map(|deviation| expected + deviation)
            .find(|step| *step > clock.last_step && self.shows(code, *step))
    }

    /// Whether this is the code of a time step.
    fn shows(&self, code: &str, step: i64) -> bool {
        let time = u64::try_from(step * STEP);
        time.is_ok_and(|time| self.0.check(code, time).is_some())
    }

    /// The code that the device shows at a time.
    #[cfg(test)]
    pub(super) fn at(&self, time: Timestamp) -> String {
        self.0.generate(u64::try_from(time.seconds()).unwrap()).to_string()
    }
}

fn step_of(time: Timestamp) -> i64 {
    time.seconds().div_euclid(STEP)
}

/// 0, -1, 1, -2, 2 … up to `most`.
fn nearest_first(most: i64) -> impl Iterator<Item = i64> {
    std::iter::once(0).chain((1..=most).flat_map(|distance| [-distance, distance]))
}
