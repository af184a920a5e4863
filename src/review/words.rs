//! The words that rules listen for, and how a text is read: lower case, no punctuation, one blank between words.
//!
//! The tables are English and our own judgement. A phrase stands here only if it hardly ever means anything else: a
//! false alarm costs more trust than a miss. `*` at the end of a phrase stands for any ending of the word.

use crate::letters::{in_word, is_among, lower};

/// Groups of people whom causes tend to blame.
pub(super) const PEOPLE: &str = "teachers|students|pupils|parents|families|staff|leaders|principals|administrators|\
    counselors|counsellors|children|kids|colleagues|learners|assistants|carers|they";

/// What is said of a group when it is blamed: judgements, and things that it does not do. What it is not given, told or
/// asked is no blame.
pub(super) const FAULTS: &str = "not care|not care about|not try|not trying|not value|not bother|not follow|\
    not following|not use|not using|not engage|not engaged|not engaging|not teach|not teaching|not plan|not planning|\
    not collaborate|not collaborating|not communicate|not communicating|not respond|not listen|not believe|\
    not enforce|not enforcing|not differentiate|not differentiating|not prepare|not attend|not support|not supporting|\
    not motivated|not interested|not willing|not committed|not consistent|unmotivated|lazy|unwilling|resist|\
    resistant|refuse|ignore|fail to|failing to|too soft|disengaged|apathetic|low expectations|bad attitude*|\
    no discipline|no motivation|no interest|lack motivation|lack commitment|lack skill*|lack knowledge|\
    lack discipline|lack interest|lack engagement|lack buy in|lack effort|lack the skill*|lack the knowledge|\
    lack the will|lack classroom management|lack training|lack expertise";

/// Within so many words after a group its fault has to be told.
pub(super) const NEAR: usize = 7;

/// What a symptom is called.
pub(super) const SYMPTOMS: &str = "attendance|absence|absenteeism|behaviour|behavior|motivation|engagement|morale|\
    grades|scores|achievement|attainment|performance|discipline|attitude|attitudes|outcomes|proficiency|participation|\
    completion|literacy|numeracy";

/// With one of these before it, it says what is seen and not why.
pub(super) const DEGREES: &str =
    "low|poor|bad|weak|high|declining|falling|dropping|rising|decreasing|increasing|lack of|inconsistent";

/// What may follow it.
pub(super) const PLACES: &str = "in|of|among|at|for|by|on|across|this|last";

/// What no school or district can change from where it stands.
pub(super) const OUTSIDE: &str = "poverty|single parents|single parent homes|broken homes|home life|home lives|\
    family background|family backgrounds|socioeconomic|socio economic|the economy|unemployment|the pandemic|covid|\
    covid 19|social media|government policy|demographics|genetics|low income families|the neighborhood|\
    the neighbourhood|deprivation|upbringing";

/// Evidence that is an opinion.
pub(super) const OPINIONS: &str = "everyone knows|everybody knows|we all know|it is obvious|its obvious|obviously|\
    common sense|everyone agrees|everybody agrees|we believe|we think|we feel|in our opinion|in my opinion|i believe|\
    i think|i feel|of course|no doubt|it is clear|self evident|from experience|in our experience|in my experience";

/// Words in which a problem is really a solution that is not there yet.
pub(super) const SOLUTIONS: &str = "we need a|we need an|we need more|we need new|we need to|we must|we should have|\
    we should use|we have to|school needs a|school needs more|school needs to|district needs a|district needs more|\
    district needs to|need a new|needs a new|teachers need more|teachers need training|staff need training|\
    should implement|must implement|needs to implement|need to implement|should be using";

/// How the lack of something begins.
pub(super) const LACKS: &str = "lack of|we lack|lacks|no|there is no|there are no|we have no|not enough|insufficient|\
    we do not have|missing|absence of";

/// Verbs of activity: what a team does, and not what becomes better by it.
pub(super) const ACTIVITIES: &str = "implement|launch|introduce|train|adopt|roll out|provide|deliver|install|purchase|\
    buy|hire|set up|create|develop|establish|host|hold|conduct|offer|organise|organize|use|be trained|\
    have been trained|be implemented|be introduced|be launched";

/// What stands before the verb of an aim.
pub(super) const LEADS: &str = "we will|we want to|we aim to|we plan to|we are going to|our aim is to|the aim is to|\
    our goal is to|the goal is to|aim to|school will|district will|teachers will|staff will|teacher will|leaders will|\
    team will|departments will|principals will";

/// Names of things that are bought or rolled out.
pub(super) const PROGRAMMES: &str = "program|programme|programs|programmes|software|platform|app|apps|workshop|\
    workshops|toolkit|initiative|initiatives|licence|licences|license|licenses|pbis|avid|mtss|rti|\
    professional development|pd|cpd|training|curriculum package";

/// Words of more or less, which begin a target if a number follows.
pub(super) const MORE_OR_LESS: &str =
    "reduce|increase|raise|lower|cut|decrease|improve|halve|double|boost|grow|fewer than|less than|more than|at least";

/// Amounts without a number.
pub(super) const AMOUNTS: &str = "some|many|several|a lot|lots|too many|too much|few|most|often|significant|\
    significantly|large number|large numbers|growing number|growing numbers|increasing|quite|various|numerous|high|low";

/// Times without a date.
pub(super) const TIMES: &str =
    "recently|lately|a while|a long time|for years|always|some time|forever|last years|past years|ages|long ago";

/// Numbers in words.
const NUMBERS: &str = "all|none|no|not|nobody|every|each|half|third|thirds|quarter|quarters|fifth|fifths|tenth|one|two|\
    three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|zero|once|twice|\
    double|doubles|doubled|triple|triples|tripled|halve|halves|halved|both|dozen|nothing|everyone|everybody|neither";

/// What a prediction says that says nothing.
pub(super) const VAGUE: &str = "improve*|better|more|less|fewer|increase*|decrease*|work well|will work|positive*|\
    help|helps|go well|success*|an effect|an impact|a difference|good|higher|lower|reduce*|benefit*|engaged|like it";

/// Words in which a study looks back at what was expected.
pub(super) const LOOKING_BACK: &str = "predict*|expect*|forecast*|hope*|guess*|anticipat*|assum*|hypothes*|as planned|\
    than planned|thought|right|wrong|surpris*|target|too high|too low|overestimat*|underestimat*|more|fewer|less|\
    higher|lower|above|below|under|over|short of|exceed*|met|missed|confirm*|held|close|same|erwart*|vorher*|\
    prognos*|esper*|previs*|prevu*|attendu*";

/// Owners that are nobody.
pub(super) const EVERYONE: &str = "everyone|everybody|all|all staff|all teachers|all of us|we|we all|us|staff|teachers|\
    team|the team|whole team|the whole team|the school|school|the district|district|everyone involved|all leaders|\
    tbd|tba|tbc|to be decided|to be confirmed|n a|none|someone|somebody|various|volunteers";

/// What pupils and families live with, which no school shares out.
pub(super) const CIRCUMSTANCES: &str = "poverty|low income|free lunch|free and reduced lunch|free or reduced lunch|\
    free school meals|economically disadvantaged|disadvantaged|single parent|single parents|homeless|homelessness|\
    family income|household income|unemployed|socioeconomic|home language|second language|broken homes|\
    parents education";

/// Words that say nothing about what a text is about, by their first five letters.
const IDLE: &str = "the|and|for|with|that|this|from|are|was|were|has|have|had|not|our|their|its|they|them|there|into|\
    than|then|who|what|when|why|how|all|can|will|but|becau|very|too|more|less|impro|bette|ensur|incre|chang|work|make|\
    does|did|about|betwe|each|every|one|two|per|any|out|get|gets";

/// A text as plain words.
#[derive(Debug, PartialEq)]
pub(super) struct Plain {
    /// With a blank after each word.
    text: String,
    /// Where the words begin.
    starts: Vec<usize>,
}

impl Plain {
    #[inline(never)]
    pub fn of(text: &str) -> Self {
        let (mut plain, mut starts) = (String::with_capacity(text.len() + 1), Vec::new());
        let (mut in_a_word, mut last) = (false, ' ');
        for c in text.chars() {
            if in_word(c) {
                if !in_a_word {
                    starts.push(plain.len());
                } else if c == 't' && matches!(last, '\'' | '’') && plain.ends_with('n') {
                    // “don’t” is read as “do not”.
                    plain.pop();
                    plain.push(' ');
                    starts.push(plain.len());
                    plain.push_str("no");
                }
                in_a_word = true;
                plain.push(lower(c));
            } else if in_a_word && !matches!(c, '\'' | '’') {
                in_a_word = false;
                plain.push(' ');
            }
            last = c;
        }
        if in_a_word {
            plain.push(' ');
        }
        Self { text: plain, starts }
    }

    /// The words between two places at which words begin.
    fn part(&self, from: usize, to: usize) -> Self {
        let starts = self.starts.iter().filter(|start| (from..to).contains(start)).map(|start| start - from);
        Self { text: self.text[from..to].to_owned(), starts: starts.collect() }
    }

    /// The words, with a blank after each.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Its first words.
    pub fn opening(&self, count: usize) -> Self {
        self.part(0, self.starts.get(count).copied().unwrap_or(self.text.len()))
    }

    /// The first of these phrases that stands in the text, or at its beginning, and where the word after it begins.
    #[inline(never)]
    fn find(&self, phrases: &'static str, anywhere: bool) -> Option<(&'static str, usize)> {
        let text = self.text.as_bytes();
        let places = if anywhere { self.len() } else { 1 };
        let mut from = 0;
        for phrase in phrases.as_bytes().split(|byte| *byte == b'|') {
            for &start in self.starts.iter().take(places) {
                // Most places are ruled out by the first letter.
                if text[start] == phrase[0]
                    && let Some(length) = length(&text[start..], phrase)
                {
                    return Some((&phrases[from..from + phrase.len()], start + length));
                }
            }
            from += phrase.len() + 1;
        }
        None
    }

    /// The first of these phrases that the text has.
    pub fn says(&self, phrases: &'static str) -> Option<&'static str> {
        self.find(phrases, true).map(|(phrase, _)| phrase)
    }

    /// What follows the first of these phrases that the text has.
    pub fn after(&self, phrases: &'static str) -> Option<Self> {
        self.find(phrases, true).map(|(_, end)| self.part(end, self.text.len()))
    }

    /// The one of these phrases that the text begins with.
    pub fn first(&self, phrases: &'static str) -> Option<&'static str> {
        self.find(phrases, false).map(|(phrase, _)| phrase)
    }

    /// What follows the one of these phrases that the text begins with.
    pub fn begins(&self, phrases: &'static str) -> Option<Self> {
        self.find(phrases, false).map(|(_, end)| self.part(end, self.text.len()))
    }

    /// Whether the whole text is one of these phrases.
    pub fn is(&self, phrases: &'static str) -> bool {
        is_among(phrases, '|', self.text.trim())
    }

    /// Whether it names an amount, in digits or in words.
    pub fn counts(&self) -> bool {
        self.text.contains(|c: char| c.is_ascii_digit()) || self.says(NUMBERS).is_some()
    }

    /// The beginnings of its longer words, and its numbers.
    #[inline(never)]
    fn stems(&self) -> Vec<&str> {
        /// So many letters stay the same when a word is bent.
        const STEM: usize = 5;
        let stem = |word: &'_ str| word.char_indices().nth(STEM).map_or(word.len(), |(end, _)| end);
        let told = |word: &&str| word.len() > 2 || word.starts_with(|c: char| c.is_ascii_digit());
        self.text.split(' ').filter(told).map(|word| &word[..stem(word)]).collect()
    }

    /// Whether all that it is about is in the other text too.
    pub fn restates(&self, other: &Self) -> bool {
        let others = other.stems();
        let mut shared = 0;
        for stem in self.stems() {
            let idle = || is_among(IDLE, '|', stem);
            match is_in(stem, &others) {
                true => shared += usize::from(!idle()),
                false if !idle() => return false,
                false => {}
            }
        }
        shared > 1 || shared == 1 && other.len() == 1
    }

    /// Whether anything that it is about is in the other text too.
    pub fn shares_with(&self, other: &Self) -> bool {
        let others = other.stems();
        self.stems().iter().any(|stem| is_in(stem, &others) && !is_among(IDLE, '|', stem))
    }
}

/// Whether one of these is of the same word: `bus` and `buses`, `miss` and `missi`.
fn is_in(stem: &str, others: &[&str]) -> bool {
    others.iter().any(|other| other.starts_with(stem) || stem.starts_with(other))
}

/// How many bytes the phrase takes that a text begins with, with the blank after it.
fn length(text: &[u8], phrase: &[u8]) -> Option<usize> {
    let (phrase, open) = match phrase {
        [beginning @ .., b'*'] => (beginning, true),
        whole => (whole, false),
    };
    let ending = text.strip_prefix(phrase)?.iter().position(|byte| *byte == b' ')?;
    (open || ending == 0).then_some(phrase.len() + ending + 1)
}
