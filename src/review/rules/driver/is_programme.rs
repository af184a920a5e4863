use crate::review::rules::prelude::*;

/// A driver of more words than this describes something, even where it names a programme.
const FEW_WORDS: usize = 5;

rule! {
    /// A driver that is the name of a programme, or something to be rolled out.
    ///
    /// A driver says what must become different. A programme is one way to get there: an idea, to be tested beside others.
    "driver" / "is-programme": Minor, EVERY, on Drivers;
    text: "“{words}” is something you bring in. What must be different in school for the aim to be reached? That is the driver.";
    source: "Primary drivers are hypotheses about what must change; changes belong under them: Carnegie; NHS Lothian; \
        NSW Clinical Excellence Commission. The words are our own judgement.";
    given: [];
    bad: [{ "type": "addDriver", "id": "d1", "kind": "primary", "text": "PBIS programme" }], at "drivers.d1.text";
    good: [{ "type": "addDriver", "id": "d1", "kind": "primary", "text": "Adults respond to behaviour in the same way all day" }];
}

fn check(driver: &Driver, context: &Context, found: &mut Found) {
    let text = context.plain(&driver.text);
    let named = || text.says(words::PROGRAMMES).filter(|_| text.len() <= FEW_WORDS);
    if let Some(said) = text.first(words::ACTIVITIES).or_else(named) {
        found.at("text").with("words", said);
    }
}
