//! How a store is opened.

use crate::config::{Config, DataDir, Durability};

/// How a store is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoreOptions {
    /// Where state is kept.
    pub data_dir: DataDir,
    /// When a change counts as kept.
    pub durability: Durability,
}

impl Config {
    /// How the store of this configuration is opened.
    pub fn store_options(&self) -> StoreOptions {
        StoreOptions { data_dir: self.data_dir.clone(), durability: self.store.durability }
    }
}
