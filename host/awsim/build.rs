//! The version, with the commit that is built: `0.1.0 (1a2b3c4)`.
//!
//! The commit is told by the variable `AWSIM_COMMIT`, or by git; where neither knows it, as in an archive of the sources, the
//! version stands by itself.

use std::path::Path;
use std::process::Command;

fn main() {
    println!("cargo:rerun-if-env-changed=AWSIM_COMMIT");
    println!("cargo:rerun-if-changed=build.rs");
    // The log of what HEAD was grows with every commit; without one HEAD itself says when a branch is left.
    for file in ["logs/HEAD", "HEAD"] {
        if let Some(path) = git(&["rev-parse", "--git-path", file]).filter(|path| Path::new(path).exists()) {
            println!("cargo:rerun-if-changed={path}");
        }
    }
    // Sources that were unpacked inside of another repository are none of its commits.
    let own = git(&["rev-parse", "--show-prefix"]).is_some_and(|prefix| prefix == "host/awsim/");
    let commit = || git(&["rev-parse", "--short", "HEAD"]).filter(|_| own);
    let given = std::env::var("AWSIM_COMMIT").ok().filter(|commit| !commit.is_empty());
    let version = env!("CARGO_PKG_VERSION");
    // Cargo hands the variable on to what `cargo run` starts, which takes every `AWSIM_…` for a setting.
    match given.or_else(commit) {
        Some(commit) => println!("cargo:rustc-env=VERSION_WITH_COMMIT={version} ({commit})"),
        None => println!("cargo:rustc-env=VERSION_WITH_COMMIT={version}"),
    }
}

/// What git says to this; none if there is no git, or it knows nothing of these sources.
fn git(arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").args(arguments).output().ok()?;
    let said = String::from_utf8(output.stdout).ok()?.trim().to_owned();
    (output.status.success() && !said.is_empty()).then_some(said)
}
