//! Networks, as the configuration names them.

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

/// A list of addresses and networks: `10.0.0.0/8, 192.0.2.1, fd00::/8`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Networks(Vec<Network>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Network {
    address: IpAddr,
    prefix: u32,
}

impl Networks {
    /// Whether an address lies in one of the networks.
    pub fn contains(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(address))
    }
}

impl Network {
    fn contains(self, address: IpAddr) -> bool {
        match (self.address, address) {
            (IpAddr::V4(network), IpAddr::V4(address)) => {
                let differing = network.to_bits() ^ address.to_bits();
                differing.leading_zeros() >= self.prefix
            }
            (IpAddr::V6(network), IpAddr::V6(address)) => {
                let differing = network.to_bits() ^ address.to_bits();
                differing.leading_zeros() >= self.prefix
            }
            _ => false,
        }
    }
}

impl FromStr for Networks {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
        parts.map(str::parse).collect::<Result<_, _>>().map(Self)
    }
}

impl FromStr for Network {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (address, prefix) = match text.split_once('/') {
            Some((address, prefix)) => (address, prefix.parse::<u32>().ok()),
            None => (text, Some(u32::MAX)),
        };
        let address = address.parse::<IpAddr>().ok();
        let (Some(address), Some(prefix)) = (address, prefix) else { return Err(expected(text)) };
        let longest = if address.is_ipv4() { 32 } else { 128 };
        match prefix {
            u32::MAX => Ok(Self { address, prefix: longest }),
            prefix if prefix <= longest => Ok(Self { address, prefix }),
            _ => Err(expected(text)),
        }
    }
}

fn expected(text: &str) -> String {
    format!("expected addresses and networks, such as \"10.0.0.0/8, 192.0.2.1\"; {text:?} is neither")
}

impl fmt::Display for Networks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, Network { address, prefix }) in self.0.iter().enumerate() {
            let separator = if index == 0 { "" } else { ", " };
            write!(f, "{separator}{address}/{prefix}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_lie_in_their_networks() {
        let networks: Networks = "10.0.0.0/8, 192.0.2.1 ,fd00::/8,".parse().unwrap();
        for (address, inside) in [
            ("10.255.0.1", true),
            ("11.0.0.1", false),
            ("192.0.2.1", true),
            ("192.0.2.2", false),
            ("fd12::1", true),
            ("fe80::1", false),
            ("::ffff:10.0.0.1", false),
        ] {
            assert_eq!(networks.contains(address.parse().unwrap()), inside, "{address}");
        }
        assert!("0.0.0.0/0".parse::<Networks>().unwrap().contains("203.0.113.9".parse().unwrap()));
        assert_eq!(networks.to_string(), "10.0.0.0/8, 192.0.2.1/32, fd00::/8");
        assert_eq!("".parse(), Ok(Networks::default()));
    }

    #[test]
    fn other_text_is_refused() {
        for text in ["10.0.0.0/33", "10.0.0/8", "localhost", "::/129", "10.0.0.0/", "10.0.0.0/-1"] {
            assert!(text.parse::<Networks>().unwrap_err().contains("expected addresses"), "{text}");
        }
    }
}
