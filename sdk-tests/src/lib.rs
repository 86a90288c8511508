//! The outside of AWSim: real SDKs and tools against the real binary.
//!
//! A test starts a [`process::Awsim`] on a port that the kernel chooses, and lets a real client loose on it. Python and
//! Node packages are installed into the build folder, with pinned versions, by the tests themselves ([`tools`]).

pub mod codec;
pub mod moto;
pub mod pages;
pub mod process;
pub mod samples;
pub mod tools;
pub mod wire;
