//! Flags of the command line.

use super::complaint::Origin;
use super::layer::{Layer, Setting};
use super::load::FlagSetting;
use super::schema::Schema;

/// Reads the flags that were given.
pub(super) fn read(flags: &[FlagSetting], schema: &Schema) -> Layer {
    let settings = flags
        .iter()
        .map(|flag| {
            let path: Vec<_> = flag.setting.split('.').map(str::to_owned).collect();
            let value = schema.value_of_text(&path, &flag.text);
            Setting { path, value, origin: Origin::Flag(flag.flag.to_owned()) }
        })
        .collect();
    Layer { settings }
}
