//! Whatever comes with our format becomes a plan that opens, is whole, and is mended once.
#![no_main]

use headwater::plan::Plan;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(done) = Plan::reconcile(text) else { return };
    let saved = done.plan.save();
    let opened = Plan::open(&saved).unwrap_or_else(|error| panic!("{} at {}: {saved}", error, error.path));
    assert_eq!(opened.save(), saved);
    let again = Plan::reconcile(&saved).expect("a plan of ours");
    assert!(again.repairs.is_empty(), "{:?}", again.repairs);
    assert_eq!(again.plan.save(), saved);
});
