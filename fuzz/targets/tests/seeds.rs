//! Every target on its seeds, and on what little changes make of them: what fuzzing does for hours, in a few seconds and
//! without an instrument. `PROPTEST_CASES=100000` tries more.

use std::fs;
use std::path::{Path, PathBuf};

use awsim_fuzz_targets::{TARGETS, Target};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, TestRunner};

/// How many changed seeds a target is tried with unless told otherwise.
const CASES: u32 = 256;

/// The largest number of changes to a seed.
const CHANGES: usize = 6;

/// A change to some bytes.
#[derive(Clone, Debug)]
enum Change {
    /// A byte is another.
    Replace(Index, u8),
    /// A byte has another bit.
    Flip(Index, u8),
    /// These are put between.
    Insert(Index, Vec<u8>),
    /// Some are left out.
    Remove(Index, usize),
    /// Some come again somewhere else.
    Repeat(Index, usize, Index),
    /// What follows is that of another seed.
    Cross(Index, Index, Index),
}

impl Change {
    fn apply(&self, bytes: &mut Vec<u8>, seeds: &[Vec<u8>]) {
        let place = |index: &Index, of: &[u8]| index.index(of.len() + 1);
        let end = |start: usize, length: usize, of: &[u8]| start.saturating_add(length).min(of.len());
        match self {
            Change::Replace(at, byte) if !bytes.is_empty() => *at.get_mut(bytes) = *byte,
            Change::Flip(at, bit) if !bytes.is_empty() => *at.get_mut(bytes) ^= 1 << bit,
            Change::Replace(..) | Change::Flip(..) => {}
            Change::Insert(at, new) => {
                let at = place(at, bytes);
                bytes.splice(at..at, new.iter().copied());
            }
            Change::Remove(at, length) => {
                let at = place(at, bytes);
                bytes.drain(at..end(at, *length, bytes));
            }
            Change::Repeat(from, length, to) => {
                let (from, to) = (place(from, bytes), place(to, bytes));
                let again = bytes[from..end(from, *length, bytes)].to_vec();
                bytes.splice(to..to, again);
            }
            Change::Cross(seed, from, to) => {
                let other = seed.get(seeds);
                bytes.truncate(place(to, bytes));
                bytes.extend_from_slice(&other[place(from, other)..]);
            }
        }
    }
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    // Those that parsers look at are likelier.
    let byte = || {
        prop_oneof![
            any::<u8>(),
            prop::sample::select(&b"\0\n\r\t \"%&'()*+,-./0:;<=>?@[\\]{}\x7f\x80\xff"[..])
        ]
    };
    prop_oneof![
        (at(), byte()).prop_map(|(at, byte)| Change::Replace(at, byte)),
        (at(), 0..8_u8).prop_map(|(at, bit)| Change::Flip(at, bit)),
        (at(), prop::collection::vec(byte(), 1..8)).prop_map(|(at, new)| Change::Insert(at, new)),
        (at(), 1..64_usize).prop_map(|(at, length)| Change::Remove(at, length)),
        (at(), 1..64_usize, at()).prop_map(|(from, length, to)| Change::Repeat(from, length, to)),
        (at(), at(), at()).prop_map(|(seed, from, to)| Change::Cross(seed, from, to)),
    ]
}

fn package() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The files of a folder, sorted by name.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

fn try_out((name, target): &Target) {
    let seeds: Vec<Vec<u8>> = files(&package().join("seeds").join(name))
        .iter()
        .map(|file| fs::read(file).expect("a file"))
        .collect();
    assert!(!seeds.is_empty(), "{name} has no seeds");
    seeds.iter().for_each(|seed| target(seed));
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(CASES);
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let changed =
        (any::<Index>(), prop::collection::vec(change(), 1..=CHANGES)).prop_map(|(seed, changes)| {
            let mut bytes = seed.get(&seeds).clone();
            changes.iter().for_each(|change| change.apply(&mut bytes, &seeds));
            bytes
        });
    let outcome = TestRunner::new(config).run(&changed, |bytes| {
        target(&bytes);
        Ok(())
    });
    if let Err(failure) = outcome {
        panic!("{name}: {failure}");
    }
}

macro_rules! tests {
    ($($name:ident),* $(,)?) => {
        $(
            #[test]
            fn $name() {
                let target = TARGETS.iter().find(|(name, _)| *name == stringify!($name)).expect("a target");
                try_out(target);
            }
        )*

        #[test]
        fn every_target_is_tried_out() {
            assert_eq!(TARGETS.iter().map(|(name, _)| *name).collect::<Vec<_>>(), [$(stringify!($name)),*]);
        }
    };
}

tests! {
    account_details, api_model, cbor, config, evaluation, form, json, jwt, key_material, management_policy, policy,
    request, rest, saml, saml_metadata, session_token, sigv4, state,
}

#[test]
fn every_target_is_a_program() {
    let manifest = fs::read_to_string(package().join("Cargo.toml")).expect("the manifest");
    for (name, _) in TARGETS {
        assert!(
            manifest.contains(&format!("name = \"{name}\"\npath = \"fuzz_targets/{name}.rs\"")),
            "{name}"
        );
    }
    assert_eq!(files(&package().join("fuzz_targets")).len(), TARGETS.len());
    assert_eq!(files(&package().join("seeds")).len(), TARGETS.len());
}
