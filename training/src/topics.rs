//! What a statement is about must not give its Job away: every Job can come of every topic. So words that name a topic
//! are not learned from, alone or beside another.

/// Beginnings of words that name the topics and the pupils of a school. Who acts and who owns stays visible.
const TOPICS: &str = "attend absen tardi truan late_ lates readi read_ liter phoni decod fluen compr math maths algeb \
    geome fract scien biolo histor writin essay spell kinder presch third fourth fifth sixth seven eight \
    ninth tenth elev grade gradu fresh sopho junio senio suspe disci behav fight bully detent refer hallw cafet lunch \
    meal food bus buses route vacci boile roof \
    book books lapto devic chrome wifi phone enrol transc credi fafsa colle caree \
    newco langu speech iep ieps tutor homew exam exams test tests score benchm assess gym athle music \
    band arts art_ recess playg arriv dismi \
    attenda pupil stude child kids kid girl girls boys boy dorm islan villag reser";

/// Whether a word names a topic. An underscore ends an entry that must be the whole word.
pub fn is_topic(word: &str) -> bool {
    let stem: String = word.chars().take(5).collect();
    TOPICS.split_whitespace().any(|topic| match topic.strip_suffix('_') {
        Some(whole) => whole == word,
        None => stem.starts_with(topic) || (topic.len() > 5 && word.starts_with(topic)),
    })
}
