//! AWS's own policies are policies.

#![allow(clippy::expect_used, clippy::panic, reason = "a test or benchmark stops where its input is wrong")]

mod managed;

use awsim_policy::document::Document;
use awsim_policy::{Policy, PolicyKind};

#[test]
fn every_managed_policy_is_taken_and_stays_small() {
    for (name, text) in managed::policies() {
        let policy =
            Policy::parse(PolicyKind::Identity, &text).unwrap_or_else(|error| panic!("{name}: {error}"));
        // What every policy takes, however short, shows in the shortest.
        let fixed = if text.len() < 256 { 128 } else { 0 };
        let most = 4 * text.len() + fixed;
        assert!(policy.memory() <= most, "{name}: {} bytes for {} of text", policy.memory(), text.len());
    }
}

#[test]
fn every_managed_policy_survives_printing() {
    for (name, text) in managed::policies() {
        let printed = Document::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}")).print();
        let values = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
        assert_eq!(values(&printed), values(&text), "{name}");
    }
}
