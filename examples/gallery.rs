//! Writes a set of pictures to the folder given as an argument, to be looked at.
//!
//! `cargo run --example gallery -- target/gallery`

use headwater::diagram::{
    ChartPicture, DriversInput, FishboneInput, PictureOptions, draw_chart, draw_drivers, draw_fishbone, draw_sparkline,
    draw_whys, theme,
};
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
    let charts = [
        ("chart-760", absence(), json!({})),
        ("chart-1100", absence(), json!({ "width": 1100 })),
        ("chart-340", absence(), json!({ "width": 340 })),
        ("chart-dark", absence(), json!({ "theme": "dark" })),
        ("chart-contrast", absence(), json!({ "theme": "contrast" })),
        ("chart-large-type", absence(), json!({ "textSize": 24 })),
        ("chart-arabic", absence_in_arabic(), json!({ "direction": "rtl", "words": arabic_words() })),
        ("chart-limits", limits(), json!({})),
        ("chart-phases", phases(), json!({})),
        ("chart-hidden", hidden(), json!({})),
        ("chart-empty", json!({ "title": "Late arrivals" }), json!({})),
    ];
    for (name, input, how) in charts {
        let input: ChartPicture = serde_json::from_value(input)?;
        let picture = draw_chart(&input, &options(how)?)?;
        std::fs::write(folder.join(format!("{name}.svg")), &picture.svg)?;
        println!("{name} {} {}", picture.width, picture.height);
    }
    let input: ChartPicture = serde_json::from_value(absence())?;
    let picture = draw_sparkline(&input, &options(json!({}))?)?;
    std::fs::write(folder.join("sparkline.svg"), &picture.svg)?;
    println!("sparkline {} {}", picture.width, picture.height);
    let whys = [
        ("whys-760", attendance(), json!({})),
        ("whys-340", attendance(), json!({ "width": 340 })),
        ("whys-deep", deep(), json!({})),
        ("whys-arabic", arabic(), json!({ "direction": "rtl", "words": arabic_words() })),
        ("whys-60", many(), json!({ "width": 1100 })),
    ];
    for (name, input, how) in whys {
        let input: FishboneInput = serde_json::from_value(input)?;
        let picture = draw_whys(&input, &options(how)?)?;
        std::fs::write(folder.join(format!("{name}.svg")), &picture.svg)?;
        println!("{name} {} {}", picture.width, picture.height);
    }
    let theories = [
        ("drivers-760", drivers(), json!({})),
        ("drivers-1100", drivers(), json!({ "width": 1100 })),
        ("drivers-340", drivers(), json!({ "width": 340 })),
        ("drivers-dark", drivers(), json!({ "theme": "dark", "width": 900 })),
        (
            "drivers-first",
            json!({ "aim": "Fewer late starts by June", "drivers": [{ "id": "a", "kind": "primary", "text": "Buses on time" }] }),
            json!({}),
        ),
    ];
    for (name, input, how) in theories {
        let input: DriversInput = serde_json::from_value(input)?;
        let picture = draw_drivers(&input, &options(how)?)?;
        std::fs::write(folder.join(format!("{name}.svg")), &picture.svg)?;
        println!("{name} {} {}", picture.width, picture.height);
    }
    Ok(())
}

fn drivers() -> serde_json::Value {
    json!({
        "aim": "Students who miss more than 10 % of days: from 61 to 30 by June 2026",
        "drivers": [
            { "id": "p1", "kind": "primary", "text": "Every student can get here on time", "owner": "Dana Ortiz, transportation" },
            { "id": "p2", "kind": "primary", "text": "Families hear from us early, in their language", "owner": "Lee Park, front office" },
            { "id": "p3", "kind": "primary", "text": "School is a place students want to be" },
            { "id": "s1", "kind": "secondary", "text": "Buses arrive before the bell", "serves": ["p1"], "owner": "Dana Ortiz" },
            { "id": "s2", "kind": "secondary", "text": "A safe way across Mill Road", "serves": ["p1", "p3"] },
            { "id": "s3", "kind": "secondary", "text": "A first call on the first day away", "serves": ["p2"] },
            { "id": "s4", "kind": "secondary", "text": "One adult who notices", "serves": ["p3", "p2"] },
            { "id": "s5", "kind": "secondary", "text": "Mornings worth coming for", "serves": ["p3"] },
        ],
        "ideas": [
            { "id": "i1", "text": "Start route 14 ten minutes earlier", "serves": ["s1"] },
            { "id": "i2", "text": "Walking group from the estate", "serves": ["s2", "s5"] },
            { "id": "i3", "text": "Call list in four languages before nine", "serves": ["s3"] },
            { "id": "i4", "text": "Advisory groups meet from day one", "serves": ["s4"] },
            { "id": "i5", "text": "Music and robotics in first period", "serves": ["s5"] },
            { "id": "i6", "text": "A spare bus pass at the desk", "serves": ["p1"] },
        ],
    })
}

/// Overall absence in per cent of sessions, primary schools of the North East of England, by week: Department for
/// Education, “Pupil attendance in schools”, Open Government Licence v3.0. One value for each school week of the
/// autumn terms 2022 to 2025 that was published, with the Monday of the week.
#[rustfmt::skip]
const ABSENCE: [(&str, f64); 48] = [
    ("2022-09-12", 4.397), ("2022-09-19", 5.368), ("2022-09-26", 5.193), ("2022-10-03", 5.324),
    ("2022-10-10", 5.206), ("2022-10-17", 5.795), ("2022-10-31", 5.046), ("2022-11-07", 5.576),
    ("2022-11-14", 5.849), ("2022-11-21", 7.216), ("2022-11-28", 7.611), ("2022-12-05", 8.797),
    ("2022-12-12", 9.773), ("2023-01-02", 5.579), ("2023-01-09", 4.571), ("2023-09-11", 4.133),
    ("2023-09-18", 5.235), ("2023-09-25", 5.66), ("2023-10-02", 5.382), ("2023-10-09", 4.954),
    ("2023-10-16", 5.577), ("2023-10-30", 5.692), ("2023-11-06", 5.285), ("2023-11-13", 5.309),
    ("2023-11-20", 5.998), ("2023-11-27", 6.744), ("2023-12-04", 6.543), ("2023-12-11", 6.484),
    ("2024-09-09", 3.898), ("2024-09-16", 4.572), ("2024-09-23", 5.057), ("2024-09-30", 4.887),
    ("2024-10-07", 4.816), ("2024-10-14", 4.58), ("2024-10-21", 5.281), ("2024-11-04", 4.595),
    ("2024-11-11", 4.386), ("2024-11-18", 5.433), ("2024-11-25", 6.003), ("2024-12-02", 6.197),
    ("2025-09-08", 3.889), ("2025-09-15", 4.773), ("2025-09-22", 4.737), ("2025-09-29", 4.754),
    ("2025-10-06", 4.508), ("2025-10-13", 4.453), ("2025-10-20", 5.629), ("2025-11-03", 5.02),
];

fn absence() -> serde_json::Value {
    let median = 5.482;
    let points: Vec<_> = ABSENCE
        .iter()
        .enumerate()
        .map(|(i, (date, value))| {
            json!({ "date": date, "value": value, "centre": median, "signal": (28..38).contains(&i) })
        })
        .collect();
    json!({
        "title": "Overall absence, primary schools",
        "unit": "%",
        "higherIsBetter": false,
        "target": 4.5,
        "headline": "From September 2024, ten weeks in a row lie below the median of 5.5 %.",
        "points": points,
        "patterns": [
            { "rule": "longest-run", "start": 28, "end": 37, "above": false, "found": 10, "limit": 9 },
            { "rule": "crossings", "start": 0, "end": 47, "found": 12, "limit": 17 },
        ],
        "cycles": [
            { "id": "y1", "number": 1, "label": "Call on the first day", "start": "2024-09-09", "end": "2024-10-18", "decision": "adapt" },
            { "id": "y2", "number": 2, "label": "Call before nine", "start": "2024-11-04", "end": "2024-12-06", "decision": "adopt" },
        ],
    })
}

fn absence_in_arabic() -> serde_json::Value {
    let mut input = absence();
    input["title"] = json!("الغياب في المدارس الابتدائية");
    input["centreName"] = json!("الوسيط");
    input
}

fn limits() -> serde_json::Value {
    let mut input = absence();
    input["centreName"] = json!("mean");
    for point in input["points"].as_array_mut().into_iter().flatten() {
        point["centre"] = json!(5.3);
        point["lower"] = json!(2.9);
        point["upper"] = json!(7.7);
        point["signal"] = json!(point["value"].as_f64() > Some(7.7));
    }
    input["patterns"] = json!([
        { "rule": "beyond-limits", "start": 11, "end": 12, "above": true, "found": 2, "limit": 7.7 },
    ]);
    input
}

fn phases() -> serde_json::Value {
    let mut input = absence();
    for (i, point) in input["points"].as_array_mut().into_iter().flatten().enumerate() {
        point["phase"] = json!(usize::from(i >= 15) + usize::from(i >= 28));
        point["centre"] = json!(if i < 15 {
            5.58
        } else if i < 28 {
            5.66
        } else {
            4.8
        });
        point["signal"] = json!(false);
    }
    input["patterns"] = json!([]);
    input["cycles"] = json!([]);
    input
}

fn hidden() -> serde_json::Value {
    let values = [12, 14, 0, 0, 11, 15, 13, 18, 12, 11, 16, 0, 14, 9, 10, 8, 9, 7, 8, 6, 7, 9, 8, 7];
    let points: Vec<_> = values
        .iter()
        .enumerate()
        .map(|(i, &value)| {
            let date = format!("202{}-{:02}-01", 4 + i / 12, i % 12 + 1);
            let value = (value > 0).then_some(value);
            json!({ "date": date, "value": value, "suppressed": i == 2 || i == 3, "centre": 10, "excluded": i == 7, "signal": i > 13 })
        })
        .collect();
    json!({
        "title": "Exclusions a month",
        "unit": "pupils",
        "higherIsBetter": false,
        "points": points,
        "patterns": [{ "rule": "longest-run", "start": 15, "end": 23, "above": false, "found": 9, "limit": 8 }],
        "cycles": [
            { "id": "y1", "number": 1, "start": "2024-12-01", "end": "2025-02-20", "decision": "abandon" },
            { "id": "y2", "number": 2, "start": "2025-02-01", "end": "2025-05-02", "decision": "adopt" },
            { "id": "y3", "number": 3, "start": "2025-06-01" },
        ],
    })
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
        "picture-target": "الهدف",
        "picture-months": "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
        "picture-cycle": "الدورة {$number}",
        "picture-adapt": "تعديل",
        "picture-adopt": "اعتماد",
        "picture-lower-better": "الأقل أفضل",
        "picture-run-below": "{$found} قيم تحت {$centre}",
        "picture-crossings": "يعبر {$centre} {$found} مرة؛ والمعتاد {$limit} أو أكثر",
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
