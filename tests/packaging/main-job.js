// The main job, as every host runs it: story → Job → problem → tested cause → measure → cycle → chart → decision.
export async function mainJob({ init, readJob, readChart, drawFishbone, Plan }) {
  const { engine } = await init();
  const { outcome } = readJob({ statement: "I did my part, but transportation says it isn’t theirs to fix." });
  const plan = Plan.create({ title: "Buses" });
  plan.edit({ type: "chooseJob", job: outcome });
  plan.edit({ type: "stateProblem", id: "p1", statement: "Bus 14 arrives after the bell three days in five" });
  plan.edit({ type: "proposeCause", id: "c1", problem: "p1", text: "Its route was drawn for another bell" });
  plan.edit({ type: "testCause", id: "c1", result: "supported", evidence: "Rode along for a week", date: "2026-09-04" });
  plan.edit({ type: "proposeIdea", id: "i1", text: "Start the route eight minutes earlier", cause: "c1" });
  plan.edit({ type: "defineMeasure", id: "m1", name: "Minutes late", unit: "min", direction: "decrease" });
  const values = [9, 8, 11, 9, 10, 8, 9, 2, 1, 2, 0, 1, 2, 1, 0, 1];
  const observations = values.map((value, day) => ({ date: `2026-09-${String(day + 7).padStart(2, "0")}`, value }));
  plan.edit({ type: "recordObservations", measure: "m1", rows: observations });
  plan.edit({ type: "planCycle", id: "k1", title: "One week earlier", idea: "i1", measure: "m1", predictions: [{ expected: "Under 3 minutes" }] });
  plan.edit({ type: "startCycle", id: "k1", date: "2026-09-14" });
  plan.edit({ type: "studyCycle", id: "k1", date: "2026-09-22", result: "0 to 2 minutes", comparison: "As predicted", learned: "The bell was it" });
  plan.edit({ type: "decideCycle", id: "k1", kind: "adopt", reason: "It held for nine days", date: "2026-09-23" });
  const chart = readChart(plan.series("m1"));
  const { svg } = drawFishbone(plan.fishbone("p1"));
  const saved = plan.save();
  const same = Plan.open(saved).save() === saved;
  plan.dispose();
  return { engine, outcome, signal: chart.phases[0].runsSignal, svg: svg.length, saved, same };
}
