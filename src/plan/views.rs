//! Views of the plan that other modules read: causes in order, the series of a measure with its cycles.

use super::Plan;
use crate::cause::Cause;

impl Plan {
    /// The causes of a problem in the order of a reader: each followed by those below it.
    pub fn causes_of(&self, problem: &str) -> Vec<(&str, &Cause)> {
        let mut below: std::collections::BTreeMap<Option<&str>, Vec<(&str, &Cause)>> = Default::default();
        for (id, cause) in &self.tables().causes {
            if cause.problem.as_str() == problem {
                below.entry(cause.parent.id()).or_default().push((id, cause));
            }
        }
        for siblings in below.values_mut() {
            siblings.sort_by(|a, b| a.1.position.total_cmp(&b.1.position).then_with(|| b.0.cmp(a.0).reverse()));
            siblings.reverse();
        }
        let mut ordered = Vec::new();
        let mut stack = below.remove(&None).unwrap_or_default();
        while let Some((id, cause)) = stack.pop() {
            ordered.push((id, cause));
            stack.extend(below.remove(&Some(id)).unwrap_or_default());
        }
        ordered
    }
}
