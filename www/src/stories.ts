/** Stories to try, made up: one for each Job, one that could be two, and one that is none. */
export const stories = [
  {
    who: "a middle-school principal",
    story:
      "Sixty-one of my seventh graders are failing math, and it is the same ones every term. I bought a program last " +
      "year and nothing changed. My math team is willing. I just can’t find what is causing it.",
  },
  {
    who: "an attendance lead",
    story:
      "Buses reach us after the first bell three days a week. I have changed my own duty roster twice, but " +
      "transportation says it isn’t theirs to fix, and the contractor only talks to the district. I need everyone " +
      "to see the same numbers and pull the same way.",
  },
  {
    who: "a new superintendent",
    story:
      "Every indicator is red and every year brings a new initiative on top of the last ones. Pushing harder will not " +
      "help. Reading, attendance and staffing all hang together, and we can’t keep doing what we did before. We have " +
      "to find another way of working, in every school and in the central office.",
  },
  {
    who: "a director of student services",
    story: "Suspensions went up again this fall. We are all worried about it and something has to change.",
  },
  {
    who: "a principal with a deadline",
    story: "The state needs our improvement plan by Friday. Which template do other schools use?",
  },
];
