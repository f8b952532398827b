//! Templates that ask for every place of a plan by its title, in several layouts: what of the answers is placed right, and that nothing is
//! placed where it does not belong.

mod written;

use std::collections::BTreeMap;

use rehabplan::plan::{self, FieldInfo, FieldKind, Plan};
use rehabplan::{is_at_or_below, pointer};
use serde_json::Value;

use super::{documents, leaves, same};

/// What no heading of a document asks for, and why.
const NOT_ASKED: [(&str, &str); 8] = [
    (
        pointer!(forberedende_del.bilag),
        "a chapter of that name is what is attached; a list of that is called `Bilagsliste`",
    ),
    (pointer!(forberedende_del.laege.vedlagt_attest), "an attest that is attached is another document"),
    (
        pointer!(indstilling.indsatser),
        "as `indstilling.indsatser_tekst`, which has the same heading, the text says all of it",
    ),
    (pointer!(forberedende_del.indstilling), "the law wants it empty, and its title is that of the other part"),
    (pointer!(forberedende_del.anbefaling), "the law wants it empty"),
    (pointer!(min_plan.indsatsdel), "it is the indsatsdel in another document, with the same headings"),
    (pointer!(min_plan.indsatser), "Min Plan is a document of its own"),
    (pointer!(forsoeg), "the facts of an experiment are no part of a plan as a document"),
];

/// What a template asks for, as one layout or another writes it.
enum Asked {
    Group,
    Answer(String),
    Items(Vec<String>),
    Rows { columns: Vec<&'static str>, rows: Vec<Vec<String>> },
}

struct Heading {
    level: usize,
    title: &'static str,
    asked: Asked,
}

#[derive(Default)]
struct Template {
    headings: Vec<Heading>,
    /// By the place, what is to stand there.
    expected: BTreeMap<String, Value>,
    count: u16,
}

/// What the codes of each list are called.
fn titles(codes: &[&str]) -> Vec<&'static str> {
    macro_rules! lists {
        ($($list:ident),* $(,)?) => {
            [$(plan::$list::ALL.iter().map(|one| (one.code(), one.title().da)).collect::<Vec<_>>()),*]
        };
    }
    let lists = lists![
        Afgoerelsesudfald,
        Deltager,
        Indsatshjemmel,
        Indsatstype,
        Laegeart,
        Laegeoplysning,
        Laegerolle,
        Markering,
        Omraade,
        Sagsgruppe,
        Sagstype,
        Udfald,
    ];
    let list = lists.iter().find(|list| list.iter().map(|(code, _)| code).eq(codes)).unwrap();
    list.iter().map(|(_, title)| *title).collect()
}

impl Template {
    /// All that the model has.
    fn of_everything() -> Self {
        let mut template = Self::default();
        template.part(Plan::fields(), "", 0);
        template
    }

    fn part(&mut self, fields: &'static [FieldInfo], at: &str, level: usize) {
        // What stands by itself comes first, as in a form.
        let is_part = |field: &&FieldInfo| matches!(field.kind, FieldKind::Part { .. });
        let (parts, others): (Vec<&FieldInfo>, Vec<&FieldInfo>) = fields.iter().partition(is_part);
        for field in others.into_iter().chain(parts) {
            let place = format!("{at}/{}", field.key);
            if NOT_ASKED.iter().any(|(not, _)| is_at_or_below(&place, not)) {
                continue;
            }
            let title = field.title.da;
            match field.kind {
                FieldKind::Part { fields } => {
                    // One of its answers may be called as it is, and stands below it then.
                    if !fields.iter().any(|field| field.title.da == title) {
                        self.headings.push(Heading { level, title, asked: Asked::Group });
                    }
                    let level = |field: &FieldInfo| if field.title.da == title { level } else { level + 1 };
                    for field in fields {
                        self.part(std::slice::from_ref(field), &place, level(field));
                    }
                }
                FieldKind::List { entry } => {
                    let asked = self.list(*entry, &place);
                    self.headings.extend(asked.map(|asked| Heading { level, title, asked }));
                }
                kind => {
                    let asked = Asked::Answer(self.answer(kind, &place));
                    self.headings.push(Heading { level, title, asked });
                }
            }
        }
    }

    fn list(&mut self, entry: FieldKind, place: &str) -> Option<Asked> {
        const ENTRIES: usize = 2;
        let FieldKind::Part { fields } = entry else {
            return Some(Asked::Items((0..ENTRIES).map(|at| self.answer(entry, &format!("{place}/{at}"))).collect()));
        };
        // No cell of a table holds a list.
        let is_plain = |field: &&FieldInfo| !matches!(field.kind, FieldKind::List { .. } | FieldKind::Part { .. });
        let fields: Vec<&FieldInfo> = fields.iter().filter(is_plain).collect();
        let mut row = |at: usize| {
            let mut cell = |field: &&FieldInfo| self.brief(field.kind, &format!("{place}/{at}/{}", field.key));
            fields.iter().map(&mut cell).collect()
        };
        let rows = (0..ENTRIES).map(&mut row).collect();
        Some(Asked::Rows { columns: fields.iter().map(|field| field.title.da).collect(), rows })
    }

    /// The same in a few words, for the cell of a table.
    fn brief(&mut self, kind: FieldKind, place: &str) -> String {
        match kind {
            FieldKind::Date | FieldKind::Boolean | FieldKind::Number | FieldKind::Code { .. } => {
                self.answer(kind, place)
            }
            _ => {
                self.count += 1;
                let text = format!("går på nr. {}", self.count);
                self.expected.insert(place.to_owned(), text.clone().into());
                text
            }
        }
    }

    /// Something that may stand at a place, as a person writes it.
    fn answer(&mut self, kind: FieldKind, place: &str) -> String {
        const BRIEF: usize = 18;
        self.count += 1;
        let number = self.count;
        let (written, read): (String, Value) = match kind {
            FieldKind::Date => {
                let (day, month) = (number % 28 + 1, number / 28 % 12 + 1);
                (format!("{day:02}-{month:02}-2023"), format!("2023-{month:02}-{day:02}").into())
            }
            FieldKind::Boolean => ("Ja".to_owned(), true.into()),
            FieldKind::Number => ("3".to_owned(), 3.into()),
            FieldKind::Code { codes } => {
                let all: Vec<_> = titles(codes).into_iter().zip(codes).collect();
                let is_brief = |(title, _): &&(&str, &&str)| title.chars().count() <= BRIEF;
                let brief: Vec<_> = all.iter().filter(is_brief).collect();
                let chosen = brief.get(usize::from(number) % brief.len().max(1)).copied();
                let (title, code) = chosen.unwrap_or(&all[0]);
                ((*title).to_owned(), (**code).into())
            }
            _ => {
                let text = format!("Det har varet længe og passer som regel, når han er nået til nummer {number}.");
                (text.clone(), text.into())
            }
        };
        self.expected.insert(place.to_owned(), read);
        written
    }
}

/// What may be missing, by the layout, and why.
const NOT_REACHED: [(&str, &str, &str); 8] = [
    // Where all headings look alike, none says of which chapter they are.
    ("fede.docx", pointer!(forberedende_del.laege.saerlige_hensyn), "the outcome has a heading of that name too"),
    ("fede.docx", pointer!(forberedende_del.laege_fritagelse.begrundelse), "so has what is recommended"),
    ("fede.docx", pointer!(indstilling.fleksjob.saerlige_hensyn), "so has the doctor"),
    ("fede.docx", pointer!(indstilling.fleksjob.overgangsstoette_tekst), "which support, it does not say"),
    // A row by itself that is called as a heading is may be one.
    ("raekker.docx", pointer!(forberedende_del.laege.art), "the answer is the name of a chapter"),
    ("raekker.docx", pointer!(forberedende_del.sagsgruppe), "the answer is the name of a case"),
    // Nothing tells a column by itself from a heading and its answers.
    ("overskrifter.pdf", pointer!(moede.genforelaeggelser), "it is a column alone"),
    ("kolon.pdf", pointer!(moede.genforelaeggelser), "it is a column alone"),
];

#[test]
fn every_place_is_reached_in_every_layout_that_follows_the_headings() {
    let template = Template::of_everything();
    let all = template.expected.len();
    for (layout, bytes) in written::layouts(&template.headings) {
        let document = documents().read(&bytes).unwrap_or_else(|error| panic!("{layout}: {error}"));
        let mut found = BTreeMap::new();
        leaves(&serde_json::from_slice(&document.plan()).unwrap(), "", &mut found);
        let may_be_missing = |place: &str| {
            NOT_REACHED.iter().any(|(in_layout, not, _)| *in_layout == layout && is_at_or_below(place, not))
        };
        // What is told as unreadable is placed nowhere.
        found.retain(|place, value| *value != "unreadable" || !may_be_missing(place));
        let (mut right, mut missing) = (0, Vec::new());
        for (place, value) in &template.expected {
            match found.remove(place) {
                Some(there) if same(&there, value) || there.as_f64().is_some() && there.as_f64() == value.as_f64() => {
                    right += 1
                }
                Some(_) => missing.push(format!("{place} is another")),
                None if may_be_missing(place) => {}
                None => missing.push(place.clone()),
            }
        }
        assert_eq!(missing, Vec::<String>::new(), "{layout}");
        assert_eq!(found, BTreeMap::new(), "{layout}: misplaced");
        assert!(right * 100 >= all * 98, "{layout}: {right} of {all}");
    }
}
