/** Compiled, never run: what an integrator writes must type-check against the built declarations. */
import { Plan, fromSignal, init, readChart, readCharts, suggestChart } from "headwater";
import { HeadwaterJobClassifier, type JobValue } from "headwater/elements/job-classifier";
import "headwater/elements/job-classifier/define";

const { engine, version } = await init();
engine satisfies "wasm" | "js";
version satisfies string;
new HeadwaterJobClassifier() satisfies HTMLElement;

const classifier = document.createElement("headwater-job-classifier");
classifier.value satisfies JobValue;
classifier.value = { statement: "The same buses are late every Monday.", answers: { reach: "others" } };
classifier.addEventListener("headwater-job-chosen", ({ detail }) => {
  detail.job satisfies "correct" | "coordinate" | "reorient";
  detail.overruled satisfies boolean;
});
// The events bubble out of shadow trees: a page can listen once for all of its elements.
document.addEventListener("headwater-reading", ({ detail }) => detail.reading.explanation satisfies string);

const charts = readCharts({ kind: "p", values: new Float64Array(2), denominators: [10, 12], starts: Uint32Array.of(0) });
charts.phases.longestRun satisfies Float64Array;
charts.rules[0] satisfies string | undefined;
const data = { values: [1, null, 3], dates: ["2026-09-14", "2026-09-15", "2026-09-16"] };
const { reasons, ...suggested } = suggestChart(data);
reasons[0]?.text satisfies string | undefined;
const { points, proposals } = readChart({ ...data, ...suggested, rules: { set: "nelson", only: ["shift", "trend"] } });
points[0]?.signals satisfies string[] | undefined;
proposals[0]?.message.text satisfies string | undefined;

const plan = Plan.create({ title: "Attendance" });
plan.edit({ type: "addStakeholder", id: "s1", name: "Bus depot" }, { by: "A. Reyes", at: "2026-09-14", why: "They run the bus" });
plan.edit({ type: "mergeInitiative", id: "n1", into: "n2", reason: "Both reach the same families" });
plan.edit({ type: "addAction", id: "t1", text: "Ride along", for: { table: "drivers", id: "d1" } });
// @ts-expect-error an order is the plan's to give
plan.edit({ type: "addStakeholder", id: "s1", name: "Bus depot", position: 1 });
// @ts-expect-error an owner needs a table whose entities have one
plan.edit({ type: "assignOwner", table: "problems", id: "p1", owner: "A. Reyes" });
for (const edit of fromSignal({ kind: "course-failures", id: "f1", group: "Grade 9", size: 210, course: "Algebra 1" })) {
  plan.edit(edit);
}
// @ts-expect-error a course is needed
fromSignal({ kind: "course-failures", id: "f1", group: "Grade 9", size: 210 });
plan.pathway().switch?.to satisfies "correct" | "coordinate" | "reorient" | undefined;
plan.save({ history: false }) satisfies string;
const [finding] = plan.findings();
finding?.severity satisfies "major" | "minor" | "hint" | undefined;
if (finding?.fix) plan.edit(finding.fix);
if (finding) {
  const { rule, table, id } = finding;
  plan.edit({ type: "dismissFinding", id: "x1", rule, of: { table, id }, reason: "The board’s own words" });
}
