//! How long deciding and compiling take.

#![allow(clippy::expect_used, clippy::panic, reason = "a test or benchmark stops where its input is wrong")]
#![allow(missing_docs, reason = "criterion's macros make public functions without documentation")]

mod scenarios;

use std::hint::black_box;

use awsim_policy::evaluate;
use criterion::{Criterion, criterion_group, criterion_main};

fn decide(criterion: &mut Criterion) {
    for scenario in
        [scenarios::typical, scenarios::worst_real, scenarios::many_actions, scenarios::pathological]
    {
        scenario(&mut |name, request, layers| {
            criterion.bench_function(name, |bencher| {
                bencher.iter(|| evaluate(black_box(request), black_box(layers)));
            });
        });
    }
}

fn compile(criterion: &mut Criterion) {
    let text = scenarios::six_kilobytes();
    criterion.bench_function("compile 6 KB", |bencher| {
        bencher.iter(|| scenarios::identity(black_box(&text)));
    });
}

criterion_group!(benches, decide, compile);
criterion_main!(benches);
