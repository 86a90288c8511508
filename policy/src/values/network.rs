//! Addresses and ranges of `IpAddress` conditions.

use std::net::IpAddr;

/// A range of addresses of one family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    is_v4: bool,
    bits: u128,
    mask: u128,
}

impl Network {
    /// Reads `203.0.113.0/24`, `2001:db8::/32` or a single address; bits of the host part are dropped.
    pub fn parse(text: &str) -> Option<Self> {
        let (address, prefix) = match text.split_once('/') {
            None => (text, None),
            Some((address, prefix)) => (address, Some(prefix)),
        };
        let (is_v4, bits) = bits(address.parse().ok()?);
        let width: u32 = if is_v4 { 32 } else { 128 };
        let length = match prefix {
            None => width,
            Some(digits) if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                digits.parse().ok().filter(|length| *length <= width)?
            }
            Some(_) => return None,
        };
        // Shifting by the whole width, as /0 of a version 6 range needs, leaves no bit.
        let mask = u128::MAX.checked_shl(width - length).unwrap_or(0);
        Some(Network { is_v4, bits: bits & mask, mask })
    }

    /// Whether the address lies in the range; one of the other family never does.
    pub fn contains(&self, address: IpAddr) -> bool {
        let (is_v4, bits) = bits(address);
        is_v4 == self.is_v4 && bits & self.mask == self.bits
    }
}

fn bits(address: IpAddr) -> (bool, u128) {
    match address {
        IpAddr::V4(address) => (true, u128::from(address.to_bits())),
        IpAddr::V6(address) => (false, address.to_bits()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_hold_their_addresses() {
        for (range, address, inside) in [
            ("203.0.113.0/24", "203.0.113.255", true),
            ("203.0.113.77/24", "203.0.113.1", true),
            ("203.0.113.0/24", "203.0.114.0", false),
            ("203.0.113.5", "203.0.113.5", true),
            ("203.0.113.5", "203.0.113.6", false),
            ("0.0.0.0/0", "8.8.8.8", true),
            ("0.0.0.0/0", "::1", false),
            ("::/0", "2001:db8::1", true),
            ("::/0", "8.8.8.8", false),
            ("2001:DB8::/32", "2001:db8:1::", true),
            ("2001:db8::1", "2001:db8:0:0:0:0:0:1", true),
            ("2001:db8::1/128", "2001:db8::2", false),
            ("203.0.113.4/31", "203.0.113.5", true),
            ("203.0.113.4/31", "203.0.113.6", false),
            ("203.0.113.4/32", "203.0.113.5", false),
        ] {
            let network = Network::parse(range).expect("a range");
            assert_eq!(network.contains(address.parse().expect("an address")), inside, "{range} {address}");
        }
        for text in ["", "*", "1.2.3", "1.2.3.4/33", "1.2.3.4/", "1.2.3.4/+8", "::/129", "1.2.3.4/8/8"] {
            assert_eq!(Network::parse(text), None, "{text}");
        }
    }
}
