/**
 * Makes the worked plan, edit by edit, as a person would in the planner, and writes public/plans.
 *
 *   node www/scripts/worked-plan.mjs
 *
 * The numbers are real (public/data/README.md). The network, its people, causes and cycles are made up, and the plan
 * says what its chart cannot show.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { Plan, init, readCsv, readJob } from "headwater";

const story =
  "I lead attendance for a network of primary schools in the North East. In an ordinary autumn week our pupils miss " +
  "more than one session in twenty, and before Christmas nearly one in ten. Our schools have done their part: first-day " +
  "calls, breakfast clubs, assemblies. But families get one answer about a cough from us, another from the surgery and " +
  "a third from the pharmacy, and early help hears about a child after half a term. The surgeries say it isn’t theirs " +
  "to fix, and none of these people report to me. I need everyone to look at the same numbers and pull the same way.";

/** @returns {import("headwater").Edit[]} */
export function edits() {
  const csv = readFileSync(new URL("../public/data/north-east-primary-absence.csv", import.meta.url), "utf8");
  const weeks = readCsv(csv, { dateColumn: "week_commencing", valueColumn: "absence_percent" });
  const problem = "absence";
  const measure = "weekly-absence";
  const cause = (id, parent, text) => ({ type: "proposeCause", id, problem, ...(parent && { parent }), text });
  const test = (id, result, date, evidence) => ({ type: "testCause", id, result, date, evidence });

  return [
    {
      type: "describe",
      level: "network",
      organisation: "A network of primary schools, North East",
    },
    { type: "tellStory", story },
    { type: "chooseJob", job: "coordinate" },
    {
      type: "stateProblem",
      id: problem,
      statement:
        "Primary pupils in the North East miss 5.6 % of their sessions in a usual autumn week, and 9.8 % in the worst.",
      who: "Pupils of state-funded primary schools",
      where: "North East of England",
      howMuch: "Median 5.6 % of sessions over 28 autumn weeks; 9.8 % in the week of 12 December 2022",
      sinceWhen: "At least since September 2022, when these weekly figures begin",
    },

    cause("advice", null, "It is unclear when a child with a cough should be in school"),
    test(
      "advice",
      "supported",
      "2023-11-17",
      "At six schools, 23 of 40 calls on the first day away asked this. The offices gave four different answers.",
    ),
    cause("sources", "advice", "Schools, surgeries and pharmacies each give their own advice on mild illness"),
    test(
      "sources",
      "supported",
      "2024-02-09",
      "We collected what nine schools, four surgeries and three pharmacies say or print: eleven versions, three of which contradict each other.",
    ),
    { type: "nameRoot", id: "sources" },
    cause("poster", "advice", "The poster in the school office is ten years old"),
    cause("second-day", null, "The second day away is nobody’s task"),
    test(
      "second-day",
      "supported",
      "2024-03-08",
      "In the registers of eight schools, 61 of 90 absences of three days or more had no contact on day two.",
    ),
    cause("list", "second-day", "The list of who to call is made by hand after registers close"),
    cause("desk", "second-day", "In small schools, calls wait until the front desk is quiet"),
    cause("early-help", null, "Early help hears about a child after many days away"),
    test("early-help", "supported", "2024-05-24", "12 of 15 referrals in the spring came after more than ten days."),
    cause("form", "early-help", "The referral form asks for what only the surgery knows"),
    cause("holidays", null, "Autumn absence is mostly holidays in term time"),
    test(
      "holidays",
      "refuted",
      "2024-01-19",
      "In the weekly figures for the 28 baseline weeks, illness makes up 63 % of absence; unauthorised absence of every kind makes up 27 %.",
    ),
    cause("buses", null, "Two bus routes arrive after registers close"),
    test("buses", "refuted", "2024-02-02", "Over two weeks these routes made 31 children late. None was marked absent."),

    {
      type: "defineMeasure",
      id: measure,
      name: "Absence of primary pupils",
      kind: "outcome",
      unit: "%",
      direction: "decrease",
      definition: "Sessions missed for any reason, as a share of all possible sessions in the week",
      source: "Department for Education, Pupil attendance in schools (Open Government Licence v3.0)",
      baseline: { points: 28, reason: "The autumns of 2022 and 2023, before the first cycle" },
    },
    {
      type: "recordObservations",
      measure,
      rows: weeks.rows.map(({ date, value }) => ({ date, value })),
    },
    {
      type: "setAim",
      id: "aim",
      problem,
      measure,
      statement:
        "By 19 December 2025, primary pupils in the North East miss no more than 5.0 % of sessions in a usual autumn week.",
      baseline: { value: 5.6, date: "2023-12-11" },
      target: 5,
      population: "Pupils of state-funded primary schools in the North East",
      deadline: "2025-12-19",
    },

    {
      type: "addDriver",
      id: "same-advice",
      kind: "primary",
      text: "Families hear the same advice on mild illness wherever they ask",
      owner: "Lead nurse, public health",
    },
    {
      type: "addDriver",
      id: "every-day",
      kind: "primary",
      text: "Every day away is somebody’s task",
      owner: "Attendance lead of the network",
    },
    {
      type: "addDriver",
      id: "help-early",
      kind: "primary",
      text: "Help reaches a family early",
      owner: "Manager, early help",
    },
    {
      type: "addDriver",
      id: "what-is-said",
      kind: "secondary",
      text: "What schools, surgeries and pharmacies say and print",
      serves: ["same-advice"],
      owner: "Practice managers’ group",
    },
    {
      type: "addDriver",
      id: "who-calls",
      kind: "secondary",
      text: "Who calls on the second day, and from which list",
      serves: ["every-day", "help-early"],
      owner: "School office leads",
    },
    {
      type: "addDriver",
      id: "referral",
      kind: "secondary",
      text: "How a referral is made and answered",
      serves: ["help-early"],
      owner: "Early help, front door",
    },
    {
      type: "proposeIdea",
      id: "one-page",
      text: "One page on mild illness, the same in every school, surgery and pharmacy",
      driver: "what-is-said",
      cause: "sources",
    },
    {
      type: "proposeIdea",
      id: "day-two",
      text: "A call on day two from an adult who knows the child",
      driver: "who-calls",
      cause: "second-day",
    },
    {
      type: "proposeIdea",
      id: "huddle",
      text: "Fifteen minutes a week: schools, school nurses and early help look at the same list",
      driver: "referral",
      cause: "early-help",
    },

    {
      type: "planCycle",
      id: "cycle-1",
      title: "One page, in six schools and four surgeries",
      idea: "one-page",
      measure,
      objective: "Learn whether families and surgeries can use one page, before we print it for everybody.",
      predictions: [
        { question: "How many calls about a cough does the page settle?", expected: "At least half of them" },
        { question: "How many of the four surgeries hand it out?", expected: "All four, from the first week" },
      ],
      who: "Office leads of six schools; two practice managers",
      where: "Six schools and four surgeries in one town",
      due: "2024-09-09",
    },
    { type: "startCycle", id: "cycle-1", date: "2024-09-09" },
    {
      type: "studyCycle",
      id: "cycle-1",
      date: "2024-10-18",
      notes: "Two surgeries asked for their own nurses’ wording and waited for it.",
      result: "The page settled 31 of 44 calls. Two of the four surgeries handed it out.",
      comparison: "More calls than predicted, fewer surgeries.",
      learned: "The page is used where people helped to write it.",
    },
    {
      type: "decideCycle",
      id: "cycle-1",
      kind: "adapt",
      reason: "The page works; the way we wrote it does not. Write it again with surgeries and pharmacies at the table.",
      date: "2024-11-01",
    },

    {
      type: "planCycle",
      id: "cycle-2",
      title: "The page, written together, in every school",
      idea: "one-page",
      measure,
      objective: "Learn whether it holds at the size of the whole network, through the first half of an autumn.",
      predictions: [
        { question: "What will weekly absence be from September to half-term?", expected: "Below 5.0 % in five of six weeks" },
        { question: "How many surgeries hand the page out?", expected: "Two out of three" },
      ],
      who: "All schools of the network; surgeries and pharmacies that signed the page",
      where: "North East",
      due: "2025-09-08",
    },
    { type: "startCycle", id: "cycle-2", date: "2025-09-08" },
    {
      type: "studyCycle",
      id: "cycle-2",
      date: "2025-10-17",
      result: "Absence lay between 3.9 % and 4.8 % in all six weeks. Three surgeries out of four handed the page out.",
      comparison: "Both as predicted, or better.",
      learned:
        "Absence was also lower than two years before in every other region of England, so the fall is no proof that the page works. What speaks for the page is nearer to it: calls about a cough halved wherever a surgery hands it out.",
    },
    {
      type: "decideCycle",
      id: "cycle-2",
      kind: "adopt",
      reason: "It costs little, surgeries ask for it, and the calls it was made for have halved. Watch the weeks before Christmas.",
      date: "2025-10-24",
    },

    {
      type: "planCycle",
      id: "cycle-3",
      title: "A call on day two, in one school",
      idea: "day-two",
      measure,
      objective: "Learn whether one school can call every child on the second day, and what families say.",
      predictions: [{ question: "How many second days away get a call?", expected: "Nine out of ten" }],
      who: "One school office and three class teachers",
      where: "One school",
      due: "2026-01-12",
    },
  ];
}

/** The plan as it is saved. */
export async function workedPlan() {
  await init();
  const plan = Plan.create({ title: "Absence in North East primary schools" });
  for (const edit of edits()) plan.edit(edit);
  const saved = plan.save();
  plan.dispose();
  return saved;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const saved = await workedPlan();
  const reading = readJob({ statement: story });
  if (reading.job !== "coordinate") throw new Error(`The story reads as ${reading.outcome}: ${reading.explanation}`);
  writeFileSync(new URL("../public/plans/north-east-primary.json", import.meta.url), saved);
  console.log(reading.explanation);
}
