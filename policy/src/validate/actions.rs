//! The form of actions and condition keys: a service prefix, one colon, a name.

use crate::document::{Statement, Text};

use super::Malformed;
use super::permissions::{Checked, Fault, require};

pub(super) fn check(statement: &Statement<'_>) -> Checked {
    for action in statement.action.iter().flat_map(|element| &element.values.items) {
        check_action(action)?;
    }
    for block in statement.condition.iter().flat_map(|condition| &condition.blocks) {
        for key in &block.keys {
            require(key.key.as_str().contains(':'), || (Malformed::MissingVendor, key.key.span))?;
        }
    }
    Ok(())
}

fn check_action(action: &Text<'_>) -> Checked {
    let written = action.as_str();
    if written == "*" {
        return Ok(());
    }
    let fault = |malformed| -> Fault { (malformed, action.span) };
    let Some((vendor, name)) = written.split_once(':') else { return Err(fault(Malformed::MissingVendor)) };
    require(!name.contains(':'), || fault(Malformed::TwoColons))?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    let valid = !vendor.is_empty() && vendor.bytes().all(plain);
    require(valid, || fault(Malformed::Vendor { vendor: vendor.to_owned() }))
}
