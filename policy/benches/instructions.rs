//! How many instructions deciding and compiling take: a count that repeats, whatever else the machine does.
//!
//! Asks the one scenario whose name is given, or each once; `benches/count.sh` runs it under callgrind.

#![allow(clippy::expect_used, clippy::panic, reason = "a test or benchmark stops where its input is wrong")]

mod scenarios;

use std::hint::black_box;

use awsim_policy::{Decision, Layers, Policy, Request, evaluate};

/// What callgrind counts, by its name.
#[inline(never)]
fn counted_evaluate(request: &Request<'_>, layers: &Layers<'_>) -> Decision {
    evaluate(black_box(request), black_box(layers))
}

/// What callgrind counts, by its name.
#[inline(never)]
fn counted_compile(text: &str) -> Policy {
    scenarios::identity(black_box(text))
}

fn main() {
    let wanted = std::env::args().nth(1).filter(|name| !name.starts_with("--"));
    let is_wanted = |name: &str| wanted.as_deref().is_none_or(|wanted| wanted == name);
    for scenario in
        [scenarios::typical, scenarios::worst_real, scenarios::many_actions, scenarios::pathological]
    {
        scenario(&mut |name, request, layers| {
            if is_wanted(name) {
                println!("{name}: {}", counted_evaluate(request, layers).verdict.as_str());
            }
        });
    }
    if is_wanted("compile 6 KB") {
        let policy = counted_compile(&scenarios::six_kilobytes());
        println!("compile 6 KB: {} bytes of text, {} of memory", policy.text().len(), policy.memory());
    }
}
