//! AWS account ids.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The id of an AWS account: twelve decimal digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountId(u64);

/// The text is not an account id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an account id has exactly twelve digits")]
pub struct InvalidAccountId;

impl AccountId {
    /// The number of account ids there are.
    const COUNT: u64 = 1_000_000_000_000;

    /// The account with this number, if it has no more than twelve digits.
    pub const fn from_number(number: u64) -> Option<Self> {
        if number < Self::COUNT { Some(Self(number)) } else { None }
    }

    /// The account id as a number.
    pub const fn number(self) -> u64 {
        self.0
    }

    /// The account id as text, without a place on the heap.
    pub fn digits(self) -> Digits {
        let mut text = [b'0'; 12];
        let mut rest = self.0;
        for digit in text.iter_mut().rev() {
            *digit = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
        Digits(text)
    }
}

/// The twelve digits of an account id.
#[derive(Clone, Copy, Debug)]
pub struct Digits([u8; 12]);

impl Digits {
    /// The text.
    pub fn as_str(&self) -> &str {
        // Only ASCII is ever written.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.digits().as_str())
    }
}

impl FromStr for AccountId {
    type Err = InvalidAccountId;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.len() != 12 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(InvalidAccountId);
        }
        text.parse().map(Self).map_err(|_| InvalidAccountId)
    }
}

impl Serialize for AccountId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for AccountId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twelve_digits_and_nothing_else() {
        assert_eq!("000000000000".parse(), Ok(AccountId(0)));
        for text in ["123456789012", "000000000007", "999999999999"] {
            assert_eq!(text.parse::<AccountId>().unwrap().to_string(), text);
        }
        for wrong in ["", "1", "0000000000000", "00000000000a", "+00000000000", " 12345678901"] {
            assert_eq!(wrong.parse::<AccountId>(), Err(InvalidAccountId), "{wrong:?}");
        }
        assert_eq!(AccountId::from_number(1_000_000_000_000), None);
    }
}
