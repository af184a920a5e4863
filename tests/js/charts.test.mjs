/** Charts through the facade: many at once, typed arrays, and what is refused. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { Plan, hideSmall, init, readChart, readCharts, readFunnel, readPareto, suggestChart } from "headwater";

before(() => init());

const weeks = [19, 21, 18, 20, 22, 19, 20, 21, 14, 13, 15, 14, 12, 14, 13, 12];

test("a list with nulls and a typed array with NaN are read alike", () => {
  const list = readChart({ kind: "i", values: [...weeks, null] });
  const typed = readChart({ kind: "i", values: Float64Array.from([...weeks, NaN]) });
  assert.deepEqual(JSON.parse(JSON.stringify(typed)), JSON.parse(JSON.stringify(list)));
  assert.equal(list.points[16].value, null);
  assert.deepEqual(Object.keys(list.points[0]), [
    "index", "date", "value", "centre", "lower", "upper", "signals", "type", "phase", "excluded",
  ]);
});

test("the way that rows cross makes no difference", () => {
  const dates = weeks.map((_, week) => new Date(Date.UTC(2026, 0, 5 + 7 * week)).toISOString().slice(0, 10)).reverse();
  const input = { kind: "i", values: weeks, dates, rules: "nhs", direction: "decrease", exclude: [3], phaseStarts: [8], unit: "%" };
  // With subgroups the rows cross as JSON text.
  const { certificate: mine, ...typed } = readChart(input);
  const { certificate: other, ...text } = readChart({ ...input, subgroups: dates });
  assert.deepEqual(typed, text);
  assert.equal(mine.rows, other.rows);
});

test("points may be copied, changed and written like any other field", () => {
  const reading = readChart({ kind: "run", values: weeks });
  assert.equal(reading.points, reading.points);
  assert.equal({ ...reading }.points.length, 16);
  assert.equal(structuredClone(reading).points.length, 16);
  reading.points = [];
  assert.deepEqual(JSON.parse(JSON.stringify(reading)).points, []);
});

test("many series come back in columns", () => {
  const charts = readCharts({
    kind: "run",
    values: Float64Array.from([...weeks, 5, NaN, 7, 9]),
    starts: [0, 16],
    baseline: 8,
    phaseStarts: Uint32Array.of(18),
  });
  assert.ok(charts.value instanceof Float64Array && charts.signals instanceof Uint16Array);
  assert.deepEqual([...charts.firstPhase], [0, 1, 3]);
  assert.deepEqual([...charts.phases.centre], [20, 5, 8]);
  assert.deepEqual([...charts.phases.longestRun], [8, NaN, 1]);
  assert.deepEqual([...charts.phase.subarray(14)], [0, 0, 1, 1, 2, 2]);
  assert.deepEqual([...charts.centre.subarray(14)], [20, 20, 5, 5, 8, 8]);
  const [longestRun] = charts.rules;
  assert.equal(longestRun, "longest-run");
  assert.deepEqual([...charts.signals.subarray(6, 10)], [0, 0, 1, 1]);
  assert.deepEqual(charts.variation, [null, null]);
  assert.equal(charts.certificate.rows, 20);
});

test("no series, and series without values, have columns of nothing", () => {
  const none = readCharts({ kind: "i", values: new Float64Array(), starts: [] });
  assert.deepEqual([none.value.length, none.phases.start.length, [...none.firstPhase]], [0, 0, [0]]);
  const empty = readCharts({ kind: "i", rules: "nhs", values: [4], starts: [0, 0, 1, 1] });
  assert.deepEqual([...empty.firstPhase], [0, 0, 1, 1, 1]);
});

test("what cannot be read is refused at its place, and the core goes on", () => {
  const refused = (input, code, path) => assert.throws(() => readChart(input), { code, path });
  refused(undefined, "input/bad-field", "");
  refused({ kind: "run" }, "input/bad-field", "values");
  refused({ kind: "run", values: "12" }, "input/bad-field", "values");
  refused({ kind: "run", values: [1, "2"] }, "input/bad-field", "values.1");
  refused({ kind: "run", values: [1, Infinity] }, "input/bad-number", "values.1");
  refused({ kind: "run", values: [1], subgroups: [1], centre: -Infinity }, "input/bad-number", "centre");
  refused({ kind: "p", values: [1], denominators: [-1] }, "input/bad-number", "denominators.0");
  refused({ kind: "p", values: [1], denominators: [1, 2] }, "chart/length-mismatch", "denominators");
  refused({ kind: "run", values: [1], dates: 3 }, "input/bad-field", "dates");
  refused({ kind: "run", values: [1], dates: ["soon"] }, "input/bad-date", "dates.0");
  refused({ kind: "i", values: [1], rules: { set: "nelson", only: ["astronomical"] } }, "chart/bad-parameter", "rules.only");
  refused({ kind: "run", values: [1], calendar: { weekdays: [8] } }, "input/bad-field", "calendar.weekdays.0");
  const columns = (input, code, path) => assert.throws(() => readCharts(input), { code, path });
  columns(undefined, "input/bad-field", "values");
  columns({ kind: "run", values: [1, 2] }, "input/bad-field", "starts");
  columns({ kind: "run", values: [1, 2], starts: [1] }, "chart/bad-parameter", "starts");
  columns({ kind: "run", values: [1, 2], starts: [0, 3] }, "chart/bad-parameter", "starts");
  columns({ kind: "run", values: [1, 2], starts: [0], dates: ["2026-01-01", "2026-01-02"] }, "chart/bad-parameter", "dates");
  assert.throws(() => hideSmall([[1]], NaN), { code: "input/bad-number", path: "threshold" });
  assert.throws(() => hideSmall("no"), { code: "input/bad-field" });
  assert.throws(() => readFunnel({ places: [{ label: "a", count: 3, size: 2 }] }), { code: "input/bad-number", path: "places.0.count" });
  assert.throws(() => readPareto({ parts: [{ label: "a" }] }), { code: "input/bad-field", path: "parts.0.count" });
  assert.equal(readChart({ kind: "run", values: [1] }).points.length, 1);
});

test("a subset of the rules finds what the whole set finds of them", () => {
  const values = [...weeks, ...weeks.map((value) => value - 9)];
  const all = readChart({ kind: "i", values, rules: "nelson" });
  const some = readChart({ kind: "i", values, rules: { set: "nelson", only: ["shift", "beyond-limits"] } });
  const kept = (signals) => signals.filter((rule) => rule === "shift" || rule === "beyond-limits");
  assert.deepEqual(some.points.map((point) => point.signals), all.points.map((point) => kept(point.signals)));
  assert.deepEqual(some.certificate.parameters.only, ["beyond-limits", "shift"]);
});

test("a suggestion can be spread into the input", () => {
  const dates = Array.from({ length: 70 }, (_, day) => new Date(Date.UTC(2026, 8, 7 + day)).toISOString().slice(0, 10));
  const school = dates.filter((date) => new Date(date).getUTCDay() % 6 !== 0);
  const values = school.map((date, at) => 30 + ((at * 7) % 5) + (new Date(date).getUTCDay() === 5 ? 18 : 0));
  const data = { values, denominators: values.map(() => 420), dates: school };
  const suggestion = suggestChart(data);
  assert.equal(suggestion.kind, "run");
  assert.equal(readChart({ ...data, kind: suggestion.kind, subgroups: suggestion.subgroups }).points.length, 10);
  assert.ok(suggestion.reasons.every((reason) => reason.key.startsWith("suggest-") && reason.text));
  assert.deepEqual(Object.keys(suggestChart({ values: [1.5, 2.5] })), ["kind", "reasons"]);
});

test("places and parts are read", () => {
  const funnel = readFunnel({ centre: 0.2, places: [{ label: "Ash", count: 20, size: 100 }, { label: "Cedar", count: 48, size: 100 }] });
  assert.deepEqual(funnel.points.map((point) => point.beyond), [null, "above"]);
  const pareto = readPareto({ parts: [{ label: "Illness", count: 12 }, { label: "Late bus", count: 61 }, { label: "Care", count: 3 }] });
  assert.deepEqual(pareto.parts.map((part) => [part.label, part.vital]), [["Late bus", true], ["Illness", false], ["Care", false]]);
});

test("small numbers are hidden in a table, in a chart and in a plan", () => {
  assert.deepEqual(hideSmall([[40, 3, 25], [31, 52, 60]]), [[false, true, true], [false, true, true]]);
  const chart = readChart({ kind: "p", values: [30, 4, 25, 40], denominators: [90, 80, 85, 95], suppress: true });
  assert.deepEqual(chart.points.map((point) => point.value === null), [false, true, true, false]);
  assert.equal(chart.certificate.parameters.suppress, 10);
  const plan = Plan.create({ title: "Attendance" });
  plan.edit({ type: "defineMeasure", id: "m1", name: "Absence", unit: "%", phases: [{ date: "2026-09-28", reason: "The bus leaves earlier." }] });
  const row = (date, value, denominator) => ({ date, value, denominator });
  plan.edit({
    type: "recordObservations",
    measure: "m1",
    rows: [row("2026-09-14", 6.25, 64), row("2026-09-21", 12.5, 8), row("2026-09-28", 5.5, 90)],
  });
  const reading = readChart(plan.series("m1"));
  assert.deepEqual(reading.points.map((point) => point.value), [null, null, 5.5]);
  assert.equal(reading.phases[1].reason, "The bus leaves earlier.");
});
