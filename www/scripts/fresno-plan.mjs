/**
 * Makes the plan of a published case, edit by edit, and writes public/plans.
 *
 *   node www/scripts/fresno-plan.mjs
 *
 * Numbers are as published, each with its source beside it. Whatever the sources do not say and a plan cannot do without
 * begins with the word Illustration; what can be left out is left out, and the review says what is missing.
 *
 * Sources:
 * - EdSource, 2017: https://edsource.org/2017/fresno-unified-increases-applications-to-csus-and-ucs/584580
 * - ABC30 Fresno, 28 February 2017: http://abc30.com/uncategorized/fresno-unified-college-applications-up-at-csu-and-uc/1773371/
 * - ABC30 Fresno, 18 July 2017: http://abc30.com/news/2227697/
 * - KMJ, 4 October 2016: https://www.kmjnow.com/2016/10/04/fusd-higher-education-aaron-abeytia-report-10-4-16
 * - California Collaborative on District Reform, June 2017:
 *   http://cacollaborative.org/jorge-aguilar-co-authors-brief-examining-continuous-improvement-increasing-post-secondary-success
 * - Gates Foundation, on the same case:
 *   https://usprogram.gatesfoundation.org/news-and-insights/articles/fresnos-support-of-students-college-access-from-application-to-enrollment
 */
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { Plan, init } from "headwater";

/** @returns {import("headwater").Edit[]} */
export function edits() {
  const problem = "one-campus";
  const measure = "applicants";
  const found = (id, text, evidence) => [
    { type: "proposeCause", id, problem, text, reach: "own" },
    { type: "testCause", id, result: "supported", evidence },
  ];

  return [
    { type: "describe", level: "district", organisation: "Fresno Unified School District" },
    {
      type: "tellStory",
      story:
        "A published case, retold. Many seniors in Fresno could apply to several campuses of the University of California " +
        "(UC) and the California State University (CSU), and most applied to one. The district’s team asked why, sent every " +
        "senior a packet that named the campuses that fit, trained counselors, and counted again: 382 became 578. The numbers " +
        "are from EdSource, 2017, and ABC30 Fresno, 28 February 2017. Whatever the sources do not say begins with the word " +
        "Illustration.",
    },
    {
      type: "chooseJob",
      job: "correct",
      reason: "Illustration: the sources name no Job. It is one problem, and the district directs its own counselors.",
    },
    {
      type: "stateProblem",
      id: problem,
      statement: "Many seniors could apply to several UC and CSU campuses, and most apply to only one.",
      who: "Seniors who meet the requirements of both systems",
      where: "Fresno Unified School District, California",
      howMuch: "382 applied to UC campuses and CSU campuses other than Fresno State in 2015-16 (EdSource, ABC30)",
      sinceWhen: "Noticed when the project began, two years before the report of 2017 (EdSource)",
    },

    ...found(
      "not-told",
      "The district does not tell seniors which campuses fit their record",
      "A finding of the district’s team (EdSource, 2017).",
    ),
    { type: "nameRoot", id: "not-told" },
    ...found(
      "counselors",
      "Counselors have neither the time nor the facts at hand for each senior’s choice",
      "A finding of the district’s team (EdSource, 2017; Gates Foundation).",
    ),
    ...found(
      "waivers",
      "Families do not hear that low-income seniors may apply to four campuses of each system without a fee",
      "The waivers exist (EdSource, 2017); most who could use them did not know, the district said (ABC30, 18 July 2017).",
    ),

    {
      type: "defineMeasure",
      id: measure,
      name: "Seniors who apply beyond Fresno State",
      kind: "outcome",
      unit: "seniors",
      direction: "increase",
      definition:
        "Seniors who applied to UC campuses and CSU campuses other than Fresno State (EdSource). ABC30 gives the same numbers " +
        "for eligible seniors who applied to both systems. Each school year stands at its last day, 30 June.",
      source: "EdSource, 2017; ABC30 Fresno, 28 February 2017",
      frequency: "yearly",
      owner: "Office of Equity and Access",
    },
    {
      type: "recordObservations",
      measure,
      rows: [
        { date: "2016-06-30", value: 382 },
        { date: "2017-06-30", value: 578 },
      ],
    },
    {
      type: "setAim",
      id: "aim",
      problem,
      statement: "More seniors apply to UC campuses and to CSU campuses other than Fresno State.",
      measure,
      baseline: { value: 382, date: "2016-06-30" },
      population: "Seniors who meet the requirements of both systems",
    },

    {
      type: "addDriver",
      id: "knows",
      kind: "primary",
      text: "Illustration: Every senior knows which campuses fit their record",
    },
    {
      type: "addDriver",
      id: "advice",
      kind: "primary",
      text: "Illustration: Every senior can ask someone who has the time and the facts",
    },
    {
      type: "proposeIdea",
      id: "packet",
      text: "A packet for every senior with the campuses that fit their record, and a letter to the parents",
      driver: "knows",
      cause: "not-told",
    },
    {
      type: "proposeIdea",
      id: "training",
      text: "Counselors learn together what UC and CSU campuses ask for",
      driver: "advice",
      cause: "counselors",
    },

    {
      type: "planCycle",
      id: "fall-2016",
      title: "Packets to all seniors in the fall of 2016",
      idea: "packet",
      measure,
      objective: "Illustration: Learn whether seniors apply to more campuses once they know which ones fit.",
      predictions: [
        {
          question: "Illustration: How many seniors will apply beyond Fresno State?",
          expected: "Illustration: 450 or more. No prediction was published.",
        },
      ],
      who: "Office of Equity and Access",
      where: "The high schools of the district",
      size: 4135,
    },
    { type: "startCycle", id: "fall-2016", date: "2016-10-04" },
    {
      type: "studyCycle",
      id: "fall-2016",
      date: "2017-02-28",
      notes:
        "The packets went to 4,135 seniors before the deadlines of both systems (ABC30). The cycle begins on the day of a report " +
        "on the packets (KMJ) and ends on the day of a report on the count (ABC30).",
      result: "578 seniors applied, after 382 the year before: half as many again (EdSource, ABC30).",
      comparison: "Illustration: More than predicted.",
      learned:
        "Illustration: Counselors were trained in the same year, and there are two values. They cannot say how much of the rise " +
        "came from the packets.",
    },
    {
      type: "decideCycle",
      id: "fall-2016",
      kind: "adopt",
      reason:
        "The team agreed to adopt the packets with some changes (California Collaborative on District Reform, June 2017). " +
        "Illustration: the day.",
      date: "2017-06-30",
    },
    {
      type: "dismissFinding",
      id: "one-season",
      rule: "cycle/too-long",
      of: { table: "cycles", id: "fall-2016" },
      reason: "Illustration: Seniors apply once a year, and the cycle took that season.",
    },
  ];
}

/** The plan as it is saved. */
export async function fresnoPlan() {
  await init();
  const plan = Plan.create({ title: "Fresno: seniors who apply to one campus" });
  for (const edit of edits()) plan.edit(edit);
  const saved = plan.save();
  plan.dispose();
  return saved;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  writeFileSync(new URL("../public/plans/fresno-applications.json", import.meta.url), await fresnoPlan());
}
