/** The work of benches/plan.rs through the facade, and the same edit in the libraries that hosts keep documents in. */
import { Plan, init } from "headwater";
import { produceWithPatches, enablePatches } from "immer";
import * as Y from "yjs";
import { measure } from "./measure.mjs";

await init();
enablePatches();

/** A plan of `size` entities: half of them observations, the rest causes, drivers, ideas and cycles. */
function document(size) {
  const plan = { format: "headwater-plan", schema: 1, about: { title: "Attendance" }, problems: { p1: { statement: "61 of 412 pupils miss more than 10 % of days" } } };
  const tables = { measures: {}, observations: {}, causes: {}, drivers: {}, ideas: {}, cycles: {} };
  const cells = Math.floor(size / 10);
  for (let at = 0; at < cells; at += 1) {
    const id = String(at).padStart(5, "0");
    if (at % 10 === 0) tables.measures[`m${id}`] = { name: "Absence", kind: "outcome", unit: "%", direction: "decrease", position: at + 1 };
    const measure = `m${String(at - (at % 10)).padStart(5, "0")}`;
    for (let week = 0; week < 5; week += 1) {
      const date = new Date(Date.UTC(2026, 0, 5 + 7 * ((at % 10) * 5 + week))).toISOString().slice(0, 10);
      tables.observations[`${measure}@${date}`] = { measure, date, value: 6 + ((at * 7 + week * 3) % 20) / 10, denominator: 412 };
    }
    tables.causes[`c${id}`] = {
      problem: "p1", ...(at % 10 && { parent: `c${String(at - (at % 10)).padStart(5, "0")}` }),
      text: "Bus 14 arrives after the bell", status: "supported", position: at + 1,
      tests: [{ result: "supported", evidence: "Late on 17 of 20 mornings", date: "2026-09-21" }],
    };
    tables.drivers[`d${id}`] = { kind: "primary", text: "Every pupil can arrive on time", position: at + 1 };
    tables.ideas[`i${id}`] = { text: "Bus 14 leaves ten minutes earlier", driver: `d${id}`, cause: `c${id}`, position: at + 1 };
    tables.cycles[`y${id}`] = {
      title: "Earlier bus for a week", idea: `i${id}`, measure, stage: "doing", started: "2026-10-05", position: at + 1,
      predictions: [{ question: "Late arrivals", expected: "from 9 a day to 3" }],
      sealed: [{ question: "Late arrivals", expected: "from 9 a day to 3" }],
    };
  }
  return { ...plan, ...tables };
}

const shared = (value) => {
  if (Array.isArray(value)) return Y.Array.from(value.map(shared));
  if (typeof value !== "object" || value === null) return value;
  return new Y.Map(Object.entries(value).map(([name, part]) => [name, shared(part)]));
};

const works = {};
for (const size of [100, 1_000, 10_000]) {
  const [whole, label] = [document(size), size.toLocaleString("en")];
  const text = JSON.stringify(whole);
  const middle = `c${String(Math.floor(size / 20)).padStart(5, "0")}`;
  const texts = ["Bus 14 arrives late", "Bus 14 arrives after the bell"];

  const plan = Plan.open(text);
  let turn = 0;
  works[`revise a cause, ${label} entities`] = () => plan.edit({ type: "revise", table: "causes", id: middle, fields: { text: texts[(turn += 1) % 2] } });
  const other = Plan.open(text);
  works[`add a cause and take it back, ${label} entities`] = () => {
    other.edit({ type: "proposeCause", id: "new", problem: "p1", parent: middle, text: texts[0] });
    other.undo();
  };

  let frozen = whole;
  works[`revise a cause in Immer, with patches, ${label} entities`] = () => {
    [frozen] = produceWithPatches(frozen, (draft) => void (draft.causes[middle].text = texts[(turn += 1) % 2]));
  };
  const doc = new Y.Doc();
  doc.getMap("plan").set("causes", shared(whole.causes));
  const causes = doc.getMap("plan").get("causes");
  works[`revise a cause in Yjs, ${label} entities`] = () => doc.transact(() => causes.get(middle).set("text", texts[(turn += 1) % 2]));

  works[`open, ${label} entities`] = () => Plan.open(text).dispose();
  works[`save, ${label} entities`] = () => plan.save();
  works[`reconcile, ${label} entities`] = () => Plan.reconcile(text).plan.dispose();
}
await measure("plan", works);
