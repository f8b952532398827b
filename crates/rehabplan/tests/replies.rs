//! What is no answer: a plan in order whose texts give way to it must not become any better, and never stay fulfilled.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use rehabplan::plan::Date;
use rehabplan::plan::{FieldInfo, FieldKind, Plan};
use rehabplan::reply::{self, Reply, reply, reply_with_a_name};
use rehabplan::{Checker, Conclusion, Detail, Phase, Report};
use rehabplan_corpus::bases;
use serde_json::Value;

/// Runs a property a fixed number of times from a fixed seed.
fn hold<S: Strategy>(cases: u32, strategy: S, property: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[35; 32]);
    TestRunner::new_with_rng(config, rng).run(&strategy, property).unwrap_or_else(|failure| panic!("{failure}"));
}

fn check(plan: &Value, phase: Phase) -> Report {
    let as_of = Date::new(2020, 6, 1);
    let checker = Checker::new().phase(phase).as_of(as_of).detail(Detail::All);
    checker.check_str(&plan.to_string()).unwrap()
}

/// Fills whatever of one kind stands in a document. Keys and what a document is called are left alone.
fn change(value: &mut Value, kind: FieldKind, fill: &mut impl FnMut(&mut Value, FieldKind)) {
    match (kind, &mut *value) {
        (FieldKind::Part { fields }, Value::Object(members)) => {
            for field in fields.iter().filter(|field| !names_something(field)) {
                if let Some(member) = members.get_mut(field.key) {
                    change(member, field.kind, fill);
                }
            }
        }
        (FieldKind::List { entry }, Value::Array(entries)) => {
            entries.iter_mut().for_each(|value| change(value, *entry, fill));
        }
        _ => fill(value, kind),
    }
}

/// Fields that a machine or another rule reads: keys, and provisions that are invoked.
fn names_something(field: &FieldInfo) -> bool {
    matches!(field.key, "aktivitetIdentifier" | "hjemmel" | "udenTeamHjemmel")
}

fn with_texts(plan: &Value, text: &Value) -> Value {
    let mut plan = plan.clone();
    change(&mut plan, FieldKind::Part { fields: Plan::fields() }, &mut |value, kind| {
        if matches!(kind, FieldKind::Text) && value.is_string() {
            *value = text.clone();
        }
    });
    plan
}

const BLANKS: [&str; 40] = [
    "",
    " ",
    "-",
    "...",
    "x",
    "xxx",
    "X X X",
    "nan",
    "NaN",
    "None",
    "null",
    "undefined",
    "NaT",
    "<NA>",
    "\\N",
    "(null)",
    "[object Object]",
    "#REF!",
    "#N/A",
    "#I/T",
    "#VÆRDI!",
    "#NAVN?",
    "<p><br></p>",
    "&nbsp;",
    "<p>&nbsp;</p>",
    "{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\\pard\\par}",
    concat!("TO", "DO"),
    "tbd",
    "test",
    "mangler",
    "Mangler.",
    "ikke udfyldt",
    "<div>Ikke oplyst</div>",
    "udfyldes",
    "afventer",
    "eftersendes",
    "følger",
    "foelger",
    "[indsæt tekst]",
    "Lorem ipsum dolor sit amet, consectetur",
];

const REFERENCES: [&str; 34] = [
    "se bilag 3",
    "jf. journal",
    "jf. journalen",
    "se vedhæftet",
    "Se vedhaeftede bilag",
    "se ovenfor",
    "Se nedenfor.",
    "vedlagt",
    "bilag 3",
    "Bilag A og B",
    "LÆ 265",
    "læ285",
    "Se LÆ 265",
    "fremgår af statusattesten",
    "Der henvises til speciallægeerklæring af 12. marts 2020 for uddybning",
    "jævnfør epikriser",
    "Vedlagte attest",
    "se akt. nr. 17, side 3",
    "henvises til journalnotat af 03.02.2020",
    "<p>Se bilag</p>",
    "journaludtrækket",
    "(se bilag)",
    "Se rapport fra den 3/3-2020 samt referatet",
    "Notat, dateret 2020-03-01",
    "Se indsatsdelen",
    "Se Min Plan",
    "Min Plan",
    "Fremgår af planen.",
    "Se den forberedende del",
    "Står i indstillingen",
    "Som ovenfor",
    "Som nævnt ovenfor",
    "som beskrevet i bilag 2",
    "Beskrevet i indsatsdelen, punkt 3",
];

const ANSWERS: [&str; 31] = [
    "PU",
    "1",
    "0",
    "ok",
    "Han vil gerne køre bus igen",
    "se",
    "jf.",
    "marts 2020",
    "12.03.2020",
    "J.nr. 2020-17",
    "journalnummer 12345",
    "30.01.10-A00-1-20",
    "Se på arbejdsmarkedet efter bilag",
    "Bilag om ryggen sendes",
    "sagt og gjort",
    "mangler uddannelse",
    "[navn] vil gerne arbejde",
    "testede ørerne",
    "Følger behandlingen",
    "Løfter < 5 kg og > 3 timer",
    "Som medhjælper i butik",
    "Som",
    "Beskrevet",
    "Min plan er at blive tømrer",
    "Planlagt praktik",
    "Delvist raskmeldt",
    "Indstillet på fleksjob",
    "R&D",
    "LÆ",
    "265",
    "Ingen problemer",
];

#[test]
fn every_listed_form_amounts_to_what_it_is() {
    for text in BLANKS {
        assert_eq!(reply(text), Reply::Blank, "{text:?}");
        assert_eq!(reply_with_a_name(text), Reply::Blank, "{text:?}");
    }
    for text in REFERENCES {
        assert_eq!(reply(text), Reply::Reference, "{text:?}");
    }
    for text in ANSWERS {
        assert_eq!(reply(text), Reply::Answer, "{text:?}");
    }
    for text in reply::NOTHINGS {
        assert_eq!(reply(text), Reply::Nothing, "{text:?}");
    }
    // The name of a document is an answer to what kind of document it is, and »see ...« is none.
    for (text, expected) in [
        ("LÆ 265", Reply::Answer),
        ("Statusattest", Reply::Answer),
        ("Journaludtræk af 3. marts", Reply::Answer),
        ("se LÆ 265", Reply::Reference),
        ("vedlagt", Reply::Reference),
        ("vedlagte attest", Reply::Reference),
        ("ingen", Reply::Nothing),
    ] {
        assert_eq!(reply_with_a_name(text), expected, "{text:?}");
    }
}

/// What a date, the number of an item or a label stands before is what it is without it; a number and a longer text may be the answer.
#[test]
fn what_stands_before_a_reference_is_no_answer() {
    for text in [
        "12.3.2020: Se bilag 3",
        "12.3.2020 Se bilag 3",
        "2020-03-12 Se bilag 3",
        "2020-03-12, se bilag 3",
        "12. marts 2020 se bilag 3",
        "12. mar. 2020: se bilag 3",
        "d. 12/3: se journal",
        "Den 12. marts 2020: se journal",
        "2020: se bilag",
        "1. Se bilag 3",
        "1) Se bilag 3",
        "(1) Se bilag 3",
        "a) Se bilag 3",
        "1.2. Se bilag 3",
        "Ønsker: se bilag 3",
        "Ønsker:se bilag 3",
        "Borgerens ønsker:\n- se bilag 3",
        "Spørgsmål 3: se bilag 3",
        "1. Ønsker: se bilag 3",
        "12.3.2020 Ønsker: jf. journalen",
        "<p>Ønsker:</p><p>Se bilag 3</p>",
        "<b>1.</b> Se bilag 3",
    ] {
        assert_eq!(reply(text), Reply::Reference, "{text:?}");
        assert_eq!(reply_with_a_name(text), Reply::Reference, "{text:?}");
    }
    // The name alone is an answer to which document it is.
    assert_eq!([reply("1. Bilag 3"), reply_with_a_name("1. Bilag 3")], [Reply::Reference, Reply::Answer]);
    for text in [
        "12.3.2020: arbejde som smed, se bilag 3",
        "Arbejde som smed: se bilag 3",
        "Arbejde som smed, se bilag 3",
        "Ønsker: smed, se bilag 3",
        "Job: smed\nØnsker: se bilag 3",
        "Smed.\nØnsker: se bilag 3",
        "Smed<br>Ønsker: se bilag 3",
        "Nej: se bilag 3",
        "Ja: se bilag 3",
        "Ingen ønsker: se bilag 3",
        "37, se bilag 3",
        "37 (se bilag 3)",
        "37 timer: se bilag 3",
        "Arbejde 37 timer: se bilag 3",
        "Timer: 37, se bilag 3",
        "10-15, se bilag 3",
        "12.3.2020",
        "12.3.2020: ",
        "1. Nej",
        "12:30",
    ] {
        assert_eq!(reply(text), Reply::Answer, "{text:?}");
    }
}

/// A form that nobody has filled in.
#[test]
fn labels_with_nothing_behind_them_are_blank() {
    for text in [
        "Job:",
        " Job : ",
        "Job:\nUddannelse:",
        "Job:\r\n\r\nUddannelse:\r\n",
        "<p>Job:</p><p>Uddannelse:</p>",
        "Job:<br>Uddannelse:",
        "<p>Øvrige forhold:</p>",
        "Fra: Til: Ydelse:",
        "Navn: Dato: Underskrift:",
        "Navn: Dato:\nØnsker for fremtiden:",
        "Svar:",
        "Beskrivelse:",
        "Øvrige forhold:",
        "Job-/uddannelsesmål:",
    ] {
        assert_eq!(reply(text), Reply::Blank, "{text:?}");
        assert_eq!(reply_with_a_name(text), Reply::Blank, "{text:?}");
    }
    for text in [
        "Job",
        "Job: smed",
        "Job: smed Uddannelse:",
        "Job: smed:",
        "Job: smed\nUddannelse:",
        "Smed\nUddannelse:",
        "Job:\nSmed",
        "Løn 25000:",
        "37 timer:",
        "at arbejde:",
        "Smed, Uddannelse:",
        "Smed<br>Uddannelse:",
        &format!("{}Smed", "<p>Job:</p>".repeat(200)),
        "Han vil gerne være smed:",
        "Ja:",
    ] {
        assert_eq!(reply(text), Reply::Answer, "{text:?}");
    }
    assert_eq!(reply("Nej:"), Reply::Nothing);
    assert_eq!(reply("Se bilag 3:"), Reply::Reference);
}

/// A form of which nobody has ticked a box.
#[test]
fn boxes_of_which_none_is_ticked_are_blank() {
    for text in [
        "☐ Job ☐ Uddannelse",
        "☐ Job",
        "☐ Ja ☐ Nej",
        "☐ Job\n☐ Uddannelse\n☐ Ved ikke endnu",
        "<p>☐ Job</p><p>☐ Uddannelse</p>",
        "Ønsker for fremtiden: ☐ Job, ☐ Uddannelse",
        "[ ] Job [ ] Uddannelse",
    ] {
        assert_eq!(reply(text), Reply::Blank, "{text:?}");
        assert_eq!(reply_with_a_name(text), Reply::Blank, "{text:?}");
    }
    for text in [
        "☒ Job ☐ Uddannelse",
        "☑ Job ☐ Uddannelse",
        "☐ Job ☒ Uddannelse",
        "[x] Job [ ] Uddannelse",
        "☐ Job x ☐ Uddannelse",
        // Whoever writes beside a box says something, and a square may be the mark of a list.
        "☐ Job som smed i Nykøbing",
        "☐ Job\nHan vil gerne være smed.",
        "Smed ☐ Job ☐ Uddannelse",
        "☐ Job: smed ☐ Uddannelse",
        "□ Praktik □ Mentor",
    ] {
        assert_eq!(reply(text), Reply::Answer, "{text:?}");
    }
}

/// A digit says something (A35), and so does a day alone, whatever stands behind it.
#[test]
fn a_day_alone_is_an_answer() {
    for text in ["12.3.2020", "12.3.2020:", "12. marts 2020"] {
        assert_eq!(reply(text), Reply::Answer, "{text:?}");
    }
}

/// JA13D has nothing to try before the measures (A54) and only warnings after (A11), and §§ 12 and 13 can exempt from every
/// text of the preparatory part.
fn needs_no_text(name: &str, phase: Phase) -> bool {
    match name {
        "JA13D" => true,
        "FP12" | "FP13" | "FP12+FP13" => phase == Phase::Forelaeggelse,
        "FPU17" | "FPU18" => true,
        _ => false,
    }
}

/// A35: the report is that of the same plan with the fields blank.
#[test]
fn a_plan_of_leftovers_is_a_plan_of_nothing() {
    for (name, plan) in bases() {
        for &phase in Phase::ALL {
            let blank = check(&with_texts(&plan, &Value::Null), phase);
            assert!(blank.conclusion != Conclusion::Fulfilled || needs_no_text(&name, phase), "{name}, {phase:?}");
            for text in BLANKS {
                assert_eq!(check(&with_texts(&plan, &text.into()), phase), blank, "{name}, {phase:?}, {text:?}");
            }
        }
    }
}

/// A36: nobody knows what stands in the other document.
#[test]
fn a_plan_of_references_is_undetermined() {
    for (name, plan) in bases() {
        for &phase in Phase::ALL {
            let expected = check(&with_texts(&plan, &"se bilag".into()), phase);
            assert!(expected.counts.undetermined > 0 || needs_no_text(&name, phase), "{name}, {phase:?}");
            for text in REFERENCES {
                let mut report = check(&with_texts(&plan, &text.into()), phase);
                // The same three words in many fields are found besides (A37).
                report.input.retain(|finding| finding.code.code() != "repeatedText");
                // The name of a document is an answer to what kind of certificate there is.
                let is_a_name = reply_with_a_name(text) == Reply::Answer;
                let depends = |rule: &str| is_a_name && ["P4.4.pkt1", "P14.1.pkt3.b", "P15.2"].contains(&rule);
                for (found, expected) in report.results.iter().zip(&expected.results) {
                    let same = found.outcome() == expected.outcome() || depends(found.rule.id);
                    assert!(same, "{name}, {phase:?}, {text:?}, {}", found.rule.id);
                }
                let is_fulfilled = report.conclusion == Conclusion::Fulfilled;
                assert!(!is_fulfilled || needs_no_text(&name, phase), "{name}, {phase:?}, {text:?}");
                if !is_a_name {
                    assert_eq!(report, expected, "{name}, {phase:?}, {text:?}");
                }
            }
        }
    }
}

/// The same in the place of a code and of a yes or no: the lists hold, the rules for letters do not (A35).
#[test]
fn leftovers_in_other_fields() {
    let of = |value: Value| {
        let document = serde_json::json!({
            "sag": {"sagstype": "fleksjob", "udenTeam": value}, "indstilling": {"udfald": value}, "moede": value,
            "indsatsdel": {"delmaal": value},
        });
        Plan::from_json(&document.to_string()).unwrap().input.len()
    };
    for text in ["nan", "None", "<NA>", "#REF!", "\\N", "mangler", "<p></p>", "&nbsp;", "xx", "ikke oplyst", "-", ""] {
        assert_eq!(of(text.into()), 0, "{text}");
    }
    for text in ["x", "xxx", "N", "ja", "ingen", "[indsæt]", "se bilag"] {
        assert_eq!(of(text.into()), 4, "{text}");
    }
    // Numbers and dates have only the placeholders of old, and zero is a number.
    let of = |value: Value| {
        let document = serde_json::json!({
            "sag": {"sagstype": "fleksjob", "arbejdsevneTimerPrUge": value}, "moede": {"dato": value},
        });
        Plan::from_json(&document.to_string()).unwrap().input.len()
    };
    assert_eq!(of("ikke oplyst".into()), 0);
    assert_eq!(of("".into()), 0);
    for text in ["nan", "None", "mangler", "<p></p>"] {
        assert_eq!(of(text.into()), 2, "{text}");
    }
    assert_eq!(of(0.into()), 1);
}

/// Markup and blanks around the words of a list make no difference, and neither do case and spelling.
#[test]
fn noise_around_a_listed_text_changes_nothing() {
    let lists: Vec<(&str, Reply)> = [
        (reply::PLACEHOLDERS, Reply::Blank),
        (reply::LEFTOVERS, Reply::Blank),
        (reply::NOTHINGS, Reply::Nothing),
        (&["se bilag 3", "jævnfør epikrise", "vedhæftet"], Reply::Reference),
    ]
    .into_iter()
    .flat_map(|(list, kind)| list.iter().map(move |text| (*text, kind)))
    .collect();
    let noise = select(vec![
        "",
        " ",
        "\u{a0}",
        "\u{200b}",
        "\u{feff}",
        "\n",
        "\t",
        "<p>",
        "</p>",
        "<br/>",
        "&nbsp;",
        "&#160;",
        "<!-- x -->",
        ".",
        "-",
        "*",
        "<span style=\"color: red\">",
        "</span>",
        "\"",
        "»",
        "<o:p></o:p>",
        "(",
        ")",
    ]);
    let spell = |text: &str, spelling: u8| match spelling {
        0 => text.to_owned(),
        1 => text.to_uppercase(),
        2 => text.replace('æ', "ae").replace('ø', "oe"),
        _ => text.replace('æ', "&aelig;").replace('ø', "&oslash;"),
    };
    let around = prop::collection::vec(noise, 0..6);
    hold(4_000, (select(lists), around.clone(), around, 0..4_u8), |((text, kind), before, after, spelling)| {
        let noisy = format!("{}{}{}", before.concat(), spell(text, spelling), after.concat());
        prop_assert_eq!(reply(&noisy), kind, "{:?}", noisy);
        Ok(())
    });
}

/// The signs belong to these words, and markup and blanks around them are taken off first all the same.
#[test]
fn markup_around_a_word_with_signs_changes_nothing() {
    let far = " ".repeat(100);
    let around = [
        ("<p>", "</p>"),
        ("<td> ", "&nbsp;</td>"),
        ("\u{feff}", "<br/>"),
        (far.as_str(), ""),
        ("{\\rtf1\\ansi ", "\\par}"),
    ];
    for (before, after) in around {
        for text in reply::SIGNS.iter().filter(|text| !(text.starts_with('\\') && before.starts_with('{'))) {
            let noisy = format!("{before}{text}{after}");
            assert_eq!(reply(&noisy), Reply::Blank, "{noisy:?}");
            assert_eq!(reply_with_a_name(&noisy), Reply::Blank, "{noisy:?}");
        }
    }
}

/// However long and however odd, every text gets an answer. Who looked at it more than once for each letter would not come
/// to an end.
#[test]
fn a_long_text_is_looked_at_once() {
    let pieces = [
        "x",
        "bilag ",
        "se bilag 3, ",
        "<p>",
        "&nbsp;",
        "[",
        "<",
        "ingen ",
        "\\par ",
        "{\\rtf1 ",
        "lorem ",
        "\u{30a}",
        "ø",
        "nan ",
        "&lt;",
        " ",
        "\u{200b}",
    ];
    for piece in pieces {
        let text = piece.repeat(1_000_000 / piece.len());
        let _ = (reply(&text), reply_with_a_name(&text));
    }
    hold(5_000, ".{0,80}", |text| {
        let _ = (reply(&text), reply_with_a_name(&text));
        Ok(())
    });
}

/// What is said at first sight is what a closer look says.
#[test]
fn a_long_answer_is_an_answer() {
    let words = prop::collection::vec(
        select(vec!["bilag", "se", "af", "3.", "Borgeren", "ønsker", "vedlagt", "arbejde"]),
        12..30,
    );
    hold(3_000, words, |words| {
        let text = words.join(" ");
        let is_reference = !words.iter().any(|word| ["Borgeren", "ønsker", "arbejde"].contains(word))
            && !["af", "3."].contains(&words[0])
            && words.iter().any(|word| ["bilag", "vedlagt"].contains(word));
        let expected = if is_reference { Reply::Reference } else { Reply::Answer };
        prop_assert_eq!(reply(&text), expected, "{:?}", text);
        // Markup takes the way round.
        prop_assert_eq!(reply(&format!("<b>{text}</b>")), expected, "{:?}", text);
        Ok(())
    });
}

/// How a code is spelt never changes the report.
#[test]
fn the_spelling_of_codes_changes_no_report() {
    let spell = |code: &str, spelling: u8| match spelling {
        0 => code.to_uppercase(),
        1 => format!(" {code}\u{a0}"),
        2 => code.replace("ae", "æ").replace("oe", "ø").replace("aa", "å"),
        3 => code.replace("aa", "a\u{30a}").replace("AA", "A\u{30a}"),
        _ => code
            .char_indices()
            .map(|(place, letter)| if place == 3 { format!(" {letter}") } else { letter.into() })
            .collect(),
    };
    let bases: Vec<_> = bases().into_iter().map(|(_, plan)| plan).collect();
    let spellings = prop::collection::vec(0..5_u8, 1..8);
    hold(300, (select(bases), spellings, select(Phase::ALL.to_vec())), |(plan, spellings, phase)| {
        let mut spelt = plan.clone();
        let mut spellings = spellings.iter().cycle();
        change(&mut spelt, FieldKind::Part { fields: Plan::fields() }, &mut |value, kind| {
            if let (FieldKind::Code { .. }, Value::String(code)) = (kind, value) {
                *code = spell(code, *spellings.next().unwrap());
            }
        });
        prop_assert_eq!(check(&spelt, phase), check(&plan, phase), "{}", spelt);
        Ok(())
    });
}

/// No two codes of a field are the same when they are spelt carelessly.
#[test]
fn codes_stay_apart() {
    let mut lists = Vec::new();
    Plan::each_place(&mut |_, _, kind| {
        if let FieldKind::Code { codes } = kind {
            lists.push(codes);
        }
    });
    assert!(lists.len() > 10);
    for codes in lists {
        let mut spelt: Vec<_> = codes.iter().map(|code| code.to_lowercase()).collect();
        spelt.sort_unstable();
        spelt.dedup();
        assert_eq!(spelt.len(), codes.len(), "{codes:?}");
    }
}

/// The order of the keys in a document has no say, whatever is wrong with it.
#[test]
fn the_order_of_keys_changes_no_report() {
    fn written(value: &Value, reversed: bool) -> String {
        match value {
            Value::Object(members) => {
                let mut members: Vec<_> = members
                    .iter()
                    .map(|(key, value)| format!("{}:{}", Value::from(key.as_str()), written(value, reversed)))
                    .collect();
                if reversed {
                    members.reverse();
                }
                format!("{{{}}}", members.join(","))
            }
            Value::Array(entries) => {
                format!("[{}]", entries.iter().map(|entry| written(entry, reversed)).collect::<Vec<_>>().join(","))
            }
            other => other.to_string(),
        }
    }
    let bases: Vec<_> = bases().into_iter().map(|(_, plan)| plan).collect();
    let wrong =
        select(vec![Value::from(7), "x".into(), serde_json::json!({"q": {"r": 1}, "a b": 1}), Value::from(vec![1])]);
    let changes = prop::collection::vec((any::<Index>(), wrong), 1..12);
    hold(300, (select(bases), changes, any::<bool>()), |(mut plan, changes, is_wrapped)| {
        for (place, wrong) in changes {
            let parts: Vec<String> = plan.as_object().unwrap().keys().cloned().collect();
            let key = place.get(&parts);
            match plan[key].as_object_mut() {
                Some(members) if !members.is_empty() => {
                    let fields: Vec<String> = members.keys().cloned().collect();
                    let field = place.get(&fields);
                    let unknown = format!("{field}x");
                    members.insert(unknown, wrong.clone());
                    members.insert(field.clone(), wrong);
                }
                _ => plan[format!("{key}y")] = wrong,
            }
        }
        if is_wrapped {
            plan = serde_json::json!({"x": plan.clone(), "plan": plan, "Hanne Jensen": {"sag": {}}});
        }
        let (one, other) = (written(&plan, false), written(&plan, true));
        let checker = Checker::new().detail(Detail::All);
        prop_assert_eq!(checker.check_str(&one).unwrap(), checker.check_str(&other).unwrap());
        Ok(())
    });
}

#[test]
fn what_templates_and_sheets_leave_behind_is_empty_and_short_references_are_references() {
    for text in [
        "#NAME?",
        "#DIV/0!",
        "N.A.",
        "ikke angivet",
        "mangler mangler",
        "nan, nan",
        "{{felt}}",
        "{navn på borger}",
        "Klik eller tryk her for at skrive tekst.",
        "Klik her for at angive tekst.",
        "Click or tap here to enter text.",
    ] {
        assert_eq!(reply(text), Reply::Blank, "{text}");
    }
    for text in
        ["jfr. bilag 2", "jvf. journal", "Henviser til bilag 2", "Se vedhæftet fil", "Se vedlagte dokumenter", "Se CV"]
    {
        assert_eq!(reply(text), Reply::Reference, "{text}");
    }
    assert_eq!(reply("Nej, nej"), Reply::Nothing);
    for text in [
        "Klik på håndleddet gør ondt",
        "København København Brønshøj",
        "Filialen er lukket",
        "Dokumenteret",
        "Henvist til fysioterapi",
        "{felt} er udfyldt",
        "Mangler overskud",
        "Angivet af borger",
    ] {
        assert_eq!(reply(text), Reply::Answer, "{text}");
    }
}

/// Said again and again, with whatever between, and however long, is as said once.
#[test]
fn what_is_repeated_is_worth_no_more() {
    for (said, kind) in [("mangler", Reply::Blank), ("ikke oplyst", Reply::Blank), ("n/a", Reply::Blank)]
        .into_iter()
        .chain([("ved ikke", Reply::Nothing), ("nej", Reply::Nothing), ("se bilag 3", Reply::Reference)])
    {
        for between in [" ", ", ", "; ", ",", "/", " | ", " - ", ".\n", "<br>", "\u{a0}"] {
            for times in [2, 3, 12, 40] {
                let text = vec![said; times].join(between);
                assert_eq!(reply(&text), kind, "{text:?}");
            }
        }
    }
    for text in [
        "Mangler \u{2022} mangler",
        "• mangler\n• mangler",
        "#REF! #REF!",
        "#N/A #N/A",
        "Ikke oplyst. Ikke oplyst.",
        "Aa å. Å",
    ] {
        assert_eq!(reply(text), Reply::Blank, "{text:?}");
    }
    for text in [
        "Mangler mangler ikke",
        "ikke oplyst ikke oplyst af",
        "nej ja nej",
        "Mangler mod, mangler ro",
        "dag ud dag ind",
    ] {
        assert_eq!(reply(text), Reply::Answer, "{text:?}");
    }
}

/// A soft hyphen or a joiner between the letters is nothing that anybody sees.
#[test]
fn what_has_no_width_is_no_part_of_a_word() {
    for sign in ["\u{ad}", "\u{200b}", "\u{200c}", "\u{200d}", "\u{200e}", "\u{2060}", "\u{feff}", "&shy;", "&#8203;"] {
        for (text, kind) in
            [("mangler", Reply::Blank), ("NaN", Reply::Blank), ("udfyldes", Reply::Blank), ("ingen", Reply::Nothing)]
        {
            for place in 1..text.len() {
                let (head, tail) = text.split_at(place);
                let text = format!("{head}{sign}{tail}");
                assert_eq!(reply(&text), kind, "{text:?}");
            }
        }
    }
    assert_eq!(reply("&ZeroWidthSpace;"), Reply::Blank);
    assert_eq!(reply("Se\u{200b} bi\u{ad}lag"), Reply::Reference);
    assert_eq!(reply("Maler\u{ad}svend"), Reply::Answer);
}

/// A spreadsheet's errors have a form, in every language; what else stands between such signs is an answer.
#[test]
fn errors_of_spreadsheets_are_known_by_their_form() {
    for text in
        ["#VALUE!", "#NAVN?", "#REFERENCE!", "#SPILL!", "#OVERLØB!", "#FIELD!", "#DIVISION/0!", "#GETTING_DATA!"]
    {
        assert_eq!(reply(text), Reply::Blank, "{text:?}");
    }
    for text in ["#", "#!", "#3!"] {
        assert_ne!(reply(text), Reply::Nothing, "{text:?}");
    }
    for text in ["#Ja!", "#METOO er vigtig!", "#ARBEJDE", "# REF ER I ORDEN!"] {
        assert_eq!(reply(text), Reply::Answer, "{text:?}");
    }
}

#[test]
fn the_ways_to_refer() {
    for text in [
        "Attest er vedlagt",
        "LÆ 285 er vedlagt.",
        "er vedhæftet",
        "Vedlægges",
        "Se punkt 3",
        "se side 4 og 5",
        "jf. afsnit 2",
        "Se næste felt",
        "se felt 12",
        "se egen læges attest",
        "Se lægens journal",
    ] {
        assert_eq!(reply(text), Reply::Reference, "{text}");
    }
    for text in ["er", "Er vedholdende", "Punkt", "Felt 3", "næste", "Egen læge", "Side om side", "Se læge"] {
        assert_eq!(reply(text), Reply::Answer, "{text}");
    }
    for text in
        ["Skal udfyldes", "kommer senere", "Følger senere.", "Afventes", "Ej oplyst", "ej udfyldt", "Ikke besvaret"]
    {
        assert_eq!(reply(text), Reply::Blank, "{text}");
    }
    for text in ["Afventer MR-scanning", "Kommer senere hen ad vejen", "Følger senere tider", "Skal udfyldes af lægen"]
    {
        assert_eq!(reply(text), Reply::Answer, "{text}");
    }
    for text in ["Vælg et element.", "Choose an item.", "Klik eller tryk for at angive en dato."] {
        assert_eq!(reply(text), Reply::Blank, "{text}");
    }
}
