//! Any lines are edits that hold or are refused; a line `<` takes one back, `>` brings it again. What comes of them opens,
//! and taken back, all of it is gone.
#![no_main]

use headwater::plan::Plan;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut plan = Plan::create("Plan").expect("a title is all it takes");
    let first = plan.save();
    for line in text.lines() {
        let _ = match line {
            "<" => plan.undo(),
            ">" => plan.redo(),
            edit => plan.edit_json(edit),
        };
    }
    let saved = plan.save();
    assert_eq!(Plan::open(&saved).expect("what was saved opens").save(), saved);
    while plan.can_undo() {
        plan.undo().expect("there is something to take back");
    }
    assert_eq!(plan.save(), first);
});
