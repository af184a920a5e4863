//! When another Job may fit better: offered with its evidence, never imposed. What counts as enough is our own judgement.

use super::words::say;
use crate::cause::{Cause, Reach};
use crate::condition::Condition;
use crate::message::{Arg, Message};
use crate::plan::{ABOUT, Dismissal, Job, Plan, Table, Target};
use serde::Serialize;

/// A Job that the plan speaks for, beside the one it serves. Choosing it changes nothing else in the plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Switch {
    /// The Job offered.
    pub to: Job,
    /// What speaks for it.
    pub message: Message,
    /// The causes and conditions that do.
    pub evidence: Vec<Target<false>>,
    /// The rule to name in `dismissFinding`, of the plan itself, so that it is not offered again.
    pub rule: &'static str,
}

/// What is found for a switch: the parameters of its sentence, and the evidence.
type Found = (Vec<(&'static str, Arg)>, Vec<Target<false>>);

/// A switch: from which Job to which, the rule that a dismissal names, the key of its sentence, and its test.
type Rule = (Job, Job, &'static str, &'static str, fn(&Plan) -> Option<Found>);

const SWITCHES: &[Rule] = &[
    (Job::Correct, Job::Coordinate, "pathway/switch-coordinate", "pathway-switch-coordinate", causes_outside_reach),
    (Job::Coordinate, Job::Reorient, "pathway/switch-reorient", "pathway-switch-reorient", one_barrier),
];

/// The switch that the plan speaks for, unless someone set it aside.
pub(super) fn switch(plan: &Plan) -> Option<Switch> {
    let job = plan.tables().about().job?;
    let (_, to, rule, key, test) = SWITCHES.iter().find(|(from, ..)| *from == job)?;
    let mut dismissed = plan.referrers(Table::About, ABOUT, Table::Dismissals);
    if dismissed.any(|id| plan.tables().get::<Dismissal>(id).is_some_and(|it| &*it.rule == *rule)) {
        return None;
    }
    let (args, evidence) = test(plan)?;
    Some(Switch { to: *to, message: say(key, args), evidence, rule })
}

/// At least half of the supported causes of which someone said whose they are lie outside the leader's own reach.
fn causes_outside_reach(plan: &Plan) -> Option<Found> {
    let supported = plan.tables().all::<Cause>().filter(|(_, cause)| cause.is_supported());
    let judged: Vec<_> = supported.filter(|(_, cause)| cause.reach.is_some()).collect();
    let outside = judged.iter().filter(|(_, cause)| cause.reach != Some(Reach::Own));
    let evidence: Vec<_> = outside.map(|(id, _)| Target::from((Table::Causes, *id))).collect();
    let args = vec![("outside", evidence.len().into()), ("supported", judged.len().into())];
    (!evidence.is_empty() && 2 * evidence.len() >= judged.len()).then_some((args, evidence))
}

/// One condition is missing behind supported causes of two problems or more; the one that meets most of them.
fn one_barrier(plan: &Plan) -> Option<Found> {
    let mut most: Option<(usize, Found)> = None;
    for (id, condition) in plan.tables().all::<Condition>() {
        let (mut problems, mut evidence) = (Vec::new(), vec![Target::from((Table::Conditions, id))]);
        for cause_id in plan.referrers(Table::Conditions, id, Table::Causes) {
            let Some(cause) = plan.tables().get::<Cause>(cause_id).filter(|cause| cause.is_supported()) else {
                continue;
            };
            evidence.push((Table::Causes, cause_id).into());
            if !problems.contains(&cause.problem.as_str()) {
                problems.push(cause.problem.as_str());
            }
        }
        let count = problems.len();
        if count > 1 && most.as_ref().is_none_or(|(known, _)| count > *known) {
            let args = vec![("barrier", (*condition.text).into()), ("problems", count.into())];
            most = Some((count, (args, evidence)));
        }
    }
    most.map(|(_, found)| found)
}
