//! Writes a set of pictures to the folder given as an argument, to be looked at.
//!
//! `cargo run --example gallery -- /tmp/gallery`

use headwater::diagram::{FishboneInput, PictureOptions, draw_fishbone, theme};
use serde_json::json;
use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("name the folder to write to")?;
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder)?;
    std::fs::write(folder.join("tokens.css"), theme::token_rules())?;

    let options = |value: serde_json::Value| serde_json::from_value::<PictureOptions>(value);
    let fishbones = [
        ("fishbone-760", attendance(), json!({})),
        ("fishbone-1100", attendance(), json!({ "width": 1100 })),
        ("fishbone-340", attendance(), json!({ "width": 340 })),
        ("fishbone-500", attendance(), json!({ "width": 500 })),
        ("fishbone-dark", attendance(), json!({ "theme": "dark" })),
        ("fishbone-contrast", attendance(), json!({ "theme": "contrast" })),
        ("fishbone-print", attendance(), json!({ "theme": "print" })),
        ("fishbone-large-type", attendance(), json!({ "textSize": 22, "width": 1100 })),
        ("fishbone-arabic", arabic(), json!({ "direction": "rtl", "words": arabic_words() })),
        ("fishbone-arabic-340", arabic(), json!({ "direction": "rtl", "width": 340, "words": arabic_words() })),
        ("fishbone-60", many(), json!({})),
        ("fishbone-60-1100", many(), json!({ "width": 1100 })),
        ("fishbone-long", long(), json!({})),
        ("fishbone-deep", deep(), json!({})),
        ("fishbone-empty", json!({ "problem": "", "causes": [] }), json!({})),
        (
            "fishbone-first",
            json!({ "problem": "Too many late starts", "causes": [{ "id": "a", "text": "Buses" }] }),
            json!({}),
        ),
    ];
    for (name, input, how) in fishbones {
        let input: FishboneInput = serde_json::from_value(input)?;
        let picture = draw_fishbone(&input, &options(how)?)?;
        std::fs::write(folder.join(format!("{name}.svg")), &picture.svg)?;
        println!("{name} {} {}", picture.width, picture.height);
    }
    Ok(())
}

fn attendance() -> serde_json::Value {
    json!({
        "problem": "61 of 412 students miss more than 10 % of days",
        "causes": [
            { "id": "travel", "text": "Getting there" },
            { "id": "bus", "text": "Bus 14 arrives after the bell", "parent": "travel", "status": "root" },
            { "id": "bus-driver", "text": "No relief driver on Mondays", "parent": "bus", "status": "supported" },
            { "id": "walk", "text": "The walking route crosses Mill Road without a guard", "parent": "travel" },
            { "id": "contact", "text": "How we contact families" },
            { "id": "letter", "text": "The first letter goes out after ten missed days", "parent": "contact", "status": "supported" },
            { "id": "language", "text": "Letters are in English only", "parent": "contact" },
            { "id": "phone", "text": "Phone numbers are out of date", "parent": "contact", "status": "refuted" },
            { "id": "data", "text": "What we see" },
            { "id": "weekly", "text": "Teachers see attendance once a month", "parent": "data", "status": "supported" },
            { "id": "codes", "text": "Two offices use different absence codes", "parent": "data" },
            { "id": "health", "text": "Health" },
            { "id": "asthma", "text": "Asthma plans lapse over the summer", "parent": "health" },
            { "id": "nurse", "text": "The nurse is here two days a week", "parent": "health" },
            { "id": "referral", "text": "Referrals wait for a signature", "parent": "nurse" },
            { "id": "belonging", "text": "Belonging" },
            { "id": "advisory", "text": "New students join no advisory group until October", "parent": "belonging" },
            { "id": "lunch", "text": "Nowhere to sit at lunch", "parent": "belonging", "status": "refuted" },
            { "id": "schedule", "text": "Timetable" },
            { "id": "first", "text": "First period is study hall for 140 students", "parent": "schedule" },
            { "id": "friday", "text": "Half-day Fridays", "parent": "schedule", "status": "supported" },
        ]
    })
}

fn arabic() -> serde_json::Value {
    json!({
        "problem": "٦١ من أصل ٤١٢ طالبًا يغيبون أكثر من عشرة في المئة من الأيام",
        "causes": [
            { "id": "t", "text": "الوصول إلى المدرسة" },
            { "id": "t1", "text": "الحافلة رقم 14 تصل بعد الجرس", "parent": "t", "status": "root" },
            { "id": "t2", "text": "لا يوجد سائق بديل يوم الاثنين", "parent": "t1", "status": "supported" },
            { "id": "t3", "text": "طريق المشي يعبر شارعًا مزدحمًا بلا حارس", "parent": "t" },
            { "id": "c", "text": "تواصلنا مع الأسر" },
            { "id": "c1", "text": "الرسالة الأولى تُرسل بعد عشرة أيام من الغياب", "parent": "c", "status": "supported" },
            { "id": "c2", "text": "الرسائل باللغة الإنجليزية فقط", "parent": "c" },
            { "id": "c3", "text": "أرقام الهواتف قديمة", "parent": "c", "status": "refuted" },
            { "id": "d", "text": "ما نراه من بيانات" },
            { "id": "d1", "text": "يرى المعلمون الحضور مرة في الشهر", "parent": "d" },
            { "id": "h", "text": "الصحة" },
            { "id": "h1", "text": "الممرضة موجودة يومين في الأسبوع", "parent": "h" },
            { "id": "h2", "text": "الإحالات تنتظر التوقيع", "parent": "h1" },
            { "id": "b", "text": "الانتماء" },
            { "id": "b1", "text": "لا مكان للجلوس وقت الغداء", "parent": "b", "status": "refuted" },
        ]
    })
}

fn arabic_words() -> serde_json::Value {
    json!({
        "picture-suspected": "مشتبه به",
        "picture-supported": "مدعوم بالأدلة",
        "picture-refuted": "مستبعد",
        "picture-root": "سبب جذري",
    })
}

fn many() -> serde_json::Value {
    let texts = [
        "Timetable clashes with the bus",
        "Late slips are filled in by hand",
        "No call home on the first day",
        "Supply cover on Fridays",
        "Parents work two shifts",
        "Uniform shop closed until October",
        "Breakfast club full",
        "Reports come out after the half-term",
        "Two systems, two lists",
        "Nobody owns the register",
    ];
    let statuses = ["suspected", "supported", "suspected", "refuted", "suspected", "root", "suspected"];
    let causes: Vec<_> = (0..60)
        .map(|i| {
            let parent = if i < 9 {
                None
            } else if i % 4 == 3 {
                Some(format!("c{}", i - 1))
            } else {
                Some(format!("c{}", i % 9))
            };
            let text = if i < 9 {
                [
                    "Travel",
                    "Contact",
                    "Data",
                    "Health",
                    "Belonging",
                    "Timetable",
                    "Staffing",
                    "Policy and procedure",
                    "Home",
                ][i]
            } else {
                texts[i * 7 % texts.len()]
            };
            json!({ "id": format!("c{i}"), "text": text, "parent": parent, "status": statuses[i % 7] })
        })
        .collect();
    json!({ "problem": "One in seven pupils is persistently absent", "causes": causes })
}

fn long() -> serde_json::Value {
    let mut input = attendance();
    input["problem"] = json!(
        "In the autumn term 61 of our 412 students in years seven to nine missed more than ten percent of school days, \
         most of them on Mondays and Fridays and in the weeks before a holiday, and students who travel on the two \
         eastern bus routes are three times as likely to be among them as those who walk to school with a friend"
    );
    input["causes"][3]["text"] = json!(
        "The walking route crosses Mill Road, where the guard was withdrawn in the spring budget, so families on the \
         estate drive on wet days and keep younger children at home when the car is not there; see the petition at \
         https://example.org/petitions/mill-road-crossing-guard-2024?ref=riverbend"
    );
    input
}

fn deep() -> serde_json::Value {
    let mut causes = vec![json!({ "id": "c0", "text": "Mondays" }), json!({ "id": "d", "text": "Other days" })];
    for i in 1..12 {
        causes.push(json!({ "id": format!("c{i}"), "text": format!("because of step {i} before it"), "parent": format!("c{}", i - 1) }));
    }
    json!({ "problem": "Why are so many away?", "causes": causes })
}
