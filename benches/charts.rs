//! Charts, natively. `cargo xtask bench charts` puts them beside the same work through wasm and in Python.

use criterion::{Criterion, criterion_group, criterion_main};
use headwater::chart::{ChartInput, ChartKind, read_chart, read_charts};
use std::hint::black_box;

/// Numbers that look like chance and are the same everywhere: the generator of Park and Miller.
fn noise(count: usize) -> Vec<f64> {
    let mut state = 42_u64;
    let mut next = || {
        state = state * 48_271 % 2_147_483_647;
        state as f64 / 2_147_483_647.0
    };
    (0..count).map(|_| 50.0 + 10.0 * (next() + next() + next() - 1.5)).collect()
}

fn charts(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("charts");
    group.sample_size(20);
    let starts: Vec<usize> = (0..24_000).step_by(24).collect();
    let many = ChartInput { values: noise(24_000).into_iter().map(Some).collect(), ..ChartInput::default() };
    group.bench_function("1,000 run charts of 24 points", |bencher| {
        bencher.iter(|| read_charts(black_box(&many), black_box(&starts)));
    });
    let values: Vec<Option<f64>> = noise(100_000).into_iter().map(Some).collect();
    for (kind, name) in
        [(ChartKind::Run, "a run chart of 100,000 points"), (ChartKind::I, "an i chart of 100,000 points")]
    {
        let input = ChartInput { kind, values: values.clone(), ..ChartInput::default() };
        group.bench_function(name, |bencher| bencher.iter(|| read_chart(black_box(&input))));
    }
    group.finish();
}

criterion_group!(benches, charts);
criterion_main!(benches);
