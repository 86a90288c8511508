//! Numbers of `Numeric…` conditions.

use std::cmp::Ordering;

/// A number: whole numbers exactly, others as floating point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Number {
    /// A whole number.
    Integer(i64),
    /// Any other finite number.
    Decimal(f64),
}

impl Number {
    /// The number a text spells: digits with sign, point and exponent, nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        if let Ok(integer) = text.parse() {
            return Some(Number::Integer(integer));
        }
        // `f64` would also take "inf", "nan" and "infinity".
        let numeric = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
        let decimal = text.parse::<f64>().ok().filter(|decimal| numeric && decimal.is_finite())?;
        Some(Number::Decimal(decimal))
    }

    fn as_decimal(self) -> f64 {
        match self {
            Number::Integer(integer) => integer as f64,
            Number::Decimal(decimal) => decimal,
        }
    }

    /// How two numbers compare; there is no number that does not compare.
    pub fn compare(self, other: Self) -> Ordering {
        match (self, other) {
            (Number::Integer(left), Number::Integer(right)) => left.cmp(&right),
            (left, right) => left.as_decimal().partial_cmp(&right.as_decimal()).unwrap_or(Ordering::Equal),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_compare_as_numbers() {
        let compare = |left, right| Some(Number::parse(left)?.compare(Number::parse(right)?));
        assert_eq!(compare("9", "10"), Some(Ordering::Less));
        assert_eq!(compare("10.0", "10"), Some(Ordering::Equal));
        assert_eq!(compare("1e3", "1000"), Some(Ordering::Equal));
        assert_eq!(compare("9007199254740993", "9007199254740992"), Some(Ordering::Greater));
        assert_eq!(compare("-0.5", "0"), Some(Ordering::Less));
        for text in ["", "ten", "inf", "nan", "0x10", "1 ", "1e999"] {
            assert_eq!(Number::parse(text), None, "{text}");
        }
    }
}
