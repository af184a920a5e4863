//! Any text is a plan that opens to the same bytes, or is refused with a code.
#![no_main]

use headwater::plan::Plan;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(plan) = Plan::open(text) else { return };
    let saved = plan.save();
    let again = Plan::open(&saved).expect("what was saved opens");
    assert_eq!(again.save(), saved);
    assert_eq!(again.digest(), plan.digest());
});
