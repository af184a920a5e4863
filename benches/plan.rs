//! Plans, natively. `cargo xtask bench plan` puts them beside the same work through the facade.

use criterion::{Criterion, criterion_group, criterion_main};
use headwater::plan::Plan;
use serde_json::{Map, Value, json};
use std::hint::black_box;

/// A plan of `size` entities: half of them observations, the rest causes, drivers, ideas and cycles.
fn document(size: usize) -> String {
    let mut tables: [Map<String, Value>; 6] = Default::default();
    let [measures, observations, causes, drivers, ideas, cycles] = &mut tables;
    let monday: headwater::Date = "2026-01-05".parse().unwrap();
    for at in 0..size / 10 {
        let measure = format!("m{:05}", at - at % 10);
        if at % 10 == 0 {
            let it = json!({ "name": "Absence", "kind": "outcome", "unit": "%", "direction": "decrease", "position": at + 1 });
            measures.insert(measure.clone(), it);
        }
        for week in 0..5 {
            let date = monday.plus_days(7 * ((at % 10) * 5 + week) as i32).to_string();
            let value = 6.0 + ((at * 7 + week * 3) % 20) as f64 / 10.0;
            let it = json!({ "measure": measure, "date": date, "value": value, "denominator": 412 });
            observations.insert(format!("{measure}@{date}"), it);
        }
        let (idea, cause, driver) = (format!("i{at:05}"), format!("c{at:05}"), format!("d{at:05}"));
        let parent = (at % 10 > 0).then(|| format!("c{:05}", at - at % 10));
        let prediction = json!([{ "question": "Late arrivals", "expected": "from 9 a day to 3" }]);
        let cycle = json!({
            "title": "Earlier bus for a week", "idea": idea, "measure": measure, "stage": "doing", "started": "2026-10-05",
            "predictions": prediction, "sealed": prediction, "position": at + 1,
        });
        let test = json!({ "result": "supported", "evidence": "Late on 17 of 20 mornings", "date": "2026-09-21" });
        let it = json!({
            "problem": "p1", "parent": parent, "text": "Bus 14 arrives after the bell", "status": "supported", "tests": [test],
            "position": at + 1,
        });
        let change = json!({ "text": "Bus 14 leaves ten minutes earlier", "driver": driver, "cause": cause, "position": at + 1 });
        causes.insert(cause, it);
        drivers
            .insert(driver, json!({ "kind": "primary", "text": "Every pupil can arrive on time", "position": at + 1 }));
        ideas.insert(idea, change);
        cycles.insert(format!("y{at:05}"), cycle);
    }
    let [measures, observations, causes, drivers, ideas, cycles] = tables;
    json!({
        "format": "headwater-plan", "schema": 1, "about": { "title": "Attendance" },
        "problems": { "p1": { "statement": "61 of 412 pupils miss more than 10 % of days" } },
        "measures": measures, "observations": observations, "causes": causes, "drivers": drivers, "ideas": ideas, "cycles": cycles,
    })
    .to_string()
}

fn plans(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("plan");
    group.sample_size(20);
    for (size, label) in [(100, "100"), (1_000, "1,000"), (10_000, "10,000")] {
        let text = document(size);
        let middle = format!("c{:05}", size / 20);
        let mut plan = Plan::open(&text).unwrap();
        let mut turn = 0;
        group.bench_function(format!("revise a cause, {label} entities"), |bencher| {
            bencher.iter(|| {
                turn += 1;
                let words = ["Bus 14 arrives late", "Bus 14 arrives after the bell"][turn % 2];
                let edit =
                    format!(r#"{{"type":"revise","table":"causes","id":"{middle}","fields":{{"text":"{words}"}}}}"#);
                plan.edit_json(&edit).unwrap().value().to_string()
            });
        });
        let mut other = Plan::open(&text).unwrap();
        let edit = format!(r#"{{"type":"proposeCause","id":"new","problem":"p1","parent":"{middle}","text":"Late"}}"#);
        group.bench_function(format!("add a cause and take it back, {label} entities"), |bencher| {
            bencher.iter(|| {
                other.edit_json(&edit).unwrap().value().to_string();
                other.undo().unwrap().value().to_string()
            });
        });
        group.bench_function(format!("open, {label} entities"), |bencher| {
            bencher.iter(|| Plan::open(black_box(&text)).unwrap());
        });
        group.bench_function(format!("save, {label} entities"), |bencher| bencher.iter(|| plan.save()));
        group.bench_function(format!("reconcile, {label} entities"), |bencher| {
            bencher.iter(|| Plan::reconcile(black_box(&text)).unwrap());
        });
    }
    group.finish();
}

criterion_group!(benches, plans);
criterion_main!(benches);
