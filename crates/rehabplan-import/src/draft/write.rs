//! A proposal as text: a mapping in TOML, with remarks for whoever goes through it.

use std::borrow::Cow;
use std::fmt::Write as _;

use rehabplan::Lang;
use rehabplan::text::Wording;

use super::answers::Answers;
use super::kinds;
use super::places::{self, NamedPlace};
use super::repeated::REPEATED;
use super::{COMPARED, Column, Condition, Found, From, LIKE, List, Proposal, Read};
use crate::account::coverage;
use crate::mapping::{Mapping, SAGSTYPE};
use crate::names::shown;
use crate::source::{SourceError, name_of_sheet};
use crate::wholes::is_whole;

const HEAD: Wording = Wording::new(
    "# Et forslag til et kort ud fra overskrifterne. Gå det igennem: »gæt« er kun ligheden mellem to navne.\n# Se derefter, hvad der bliver af værdierne: rehabplan map check kort.toml FIL\n",
    "# A proposal for a mapping, from the headings. Go through it: \"guess\" is the likeness of two names, and no more.\n# Then see what becomes of the values: rehabplan map check map.toml FILE\n",
);
const GUESS: Wording = Wording::new("gæt: ", "guess: ");
const REFUSED: Wording = Wording::new(
    "; {n} af de første værdier kan ikke læses her, giv feltet \"read\"",
    "; {n} of the first values cannot be read here, give the field \"read\"",
);
const TICKS: Wording = Wording::new(
    "; kun kryds og tomme celler: betyder en tom celle nej, så giv feltet \"read\" med no = [\"\"]",
    "; ticks and blank cells alone: if a blank cell means no, give the field \"read\" with no = [\"\"]",
);
const MONTHS_FIRST: Wording = Wording::new("; datoer med måneden først", "; dates with the month first");
const LEGEND: Wording =
    Wording::new("; kodernes betydning står i en anden tabel", "; what the codes mean stands in another table");
const NO_ID: Wording = Wording::new(
    "# id = \"...\"    # skriv kolonnen med sagens nummer; ingen blev fundet",
    "# id = \"...\"    # write the column of the case's number; none was found",
);
const NO_ID_OF: Wording = Wording::new(
    "# id = {column}    # samme nummer står på rækker, som ellers ikke ligner hinanden; er de én sag, så skriv også once = true",
    "# id = {column}    # the same number stands on rows that are otherwise unlike; if they are one case, write once = true as well",
);
const PERSONS: Wording = Wording::new(
    "# id = \"...\"    # skriv kolonnen med sagens nummer; det, der står i »{column}«, siger, hvem borgerne er, og hører ikke hjemme i en rapport",
    "# id = \"...\"    # write the column of the case's number; what stands in \"{column}\" tells who the citizens are, and belongs in no report",
);
const BLANK_IDS: Wording = Wording::new(
    "# Rækker, hvor »{column}« er tom: {n} af de første; hver læses som en sag for sig, uden id. Hører de til sagen over dem, så skriv source.fill = [{quoted}].",
    "# Rows in which \"{column}\" is blank: {n} of the first; each is read as a case of its own, without an id. If they belong to the case above them, write source.fill = [{quoted}].",
);
const NO_TYPE: Wording = Wording::new(
    "# \"/sag/sagstype\" = { constant = \"fleksjob\" }    # uden sagstypen bliver intet kontrolleret; skriv den, eller giv kolonnen",
    "# \"/sag/sagstype\" = { constant = \"fleksjob\" }    # without the type of case nothing is checked; write it, or give the column",
);
const FILL: Wording = Wording::new(
    "gæt: nummeret står kun på den første af sagens rækker",
    "guess: the number stands on the first row of the case alone",
);
const UNUSED: Wording = Wording::new("Kolonner, der ikke bruges:", "Columns that are not used:");
const NO_KEY: Wording = Wording::new(
    "»{table}« er ikke brugt: ingen kolonne er genkendt som sagernes id; skriv [tables] med \"key\", hvis tabellen hører til sagerne",
    "\"{table}\" is not used: no column was recognised as the id of the cases; write [tables] with \"key\" if the table belongs to them",
);
const OTHER_CASES: Wording = Wording::new(
    "»{table}« er ikke brugt og bliver ikke læst: overskrifterne er sagernes, så rækkerne er andre sager; kontrollér dem for sig, med et kort, hvor source.sheet er arket, eller med filen selv",
    "\"{table}\" is not used and is not read: its headings are those of the cases, so its rows are other cases; check them by themselves, with a mapping whose source.sheet is the sheet, or with the file itself",
);
const HOW: Wording = Wording::new(
    "Hører en af dem til i en plan, så skriv den under [plan] ved sit sted: \"/forberedendeDel/oensker\" = \"Kolonne\". Er det koder, så skriv også, hvad de betyder: \"/sag/sagstype\" = { column = \"Kolonne\", read.codes = { FLX = \"fleksjob\" } }",
    "If one of them belongs in a plan, write it under [plan] at its place: \"/forberedendeDel/oensker\" = \"Column\". If it holds codes, write what they mean too: \"/sag/sagstype\" = { column = \"Column\", read.codes = { FLX = \"fleksjob\" } }",
);
const UNUSED_OF: Wording =
    Wording::new("Kolonner i »{table}«, der ikke bruges:", "Columns of \"{table}\" that are not used:");
const PERSONAL: Wording =
    Wording::new("siger, hvem borgeren er; ingen plan bruger den", "tells who the citizen is; no plan uses it");
const BESIDE: Wording = Wording::new(
    "hører til en anden tabel, der står ved siden af; flyt den til et ark eller en fil for sig, så rækkerne ikke læses som én",
    "belongs to another table, which stands beside this one; move it to a sheet or a file of its own, so that the rows are not read as one",
);
const WHOLE: Wording = Wording::new(
    "spørger om flere ting på én gang; svaret kan ikke deles op",
    "asks for several things at once; the answer cannot be taken apart",
);
const TAKEN: Wording = Wording::new(
    "nærmest er »{title}« ({place}), som »{column}« er foreslået til",
    "nearest is \"{title}\" ({place}), which \"{column}\" is proposed for",
);
const OTHER: Wording = Wording::new(
    "nærmest er »{title}« ({place}), men navn eller værdier kan være noget andet",
    "nearest is \"{title}\" ({place}), but the name or the values may be something else",
);
const NEAR: Wording = Wording::new(
    "nærmest er »{title}« ({place}); navnene er for forskellige til et gæt",
    "nearest is \"{title}\" ({place}); the names are too different for a guess",
);
const SHARED: Wording = Wording::new(
    "kan være flere ting i en plan, og navnet siger ikke hvilken",
    "may be several things in a plan, and the name does not say which",
);
const UNLIKE: Wording = Wording::new("ligner intet sted i en plan", "is like no place of a plan");
const NAMELESS: Wording = Wording::new("kolonne {n}, hvis navn ikke vises", "column {n}, whose name is not shown");

const SKIPPED: Wording = Wording::new(
    "gæt: summer, noter og gentagne overskrifter, som ikke bliver kontrolleret",
    "guess: sums, notes and headings that come again, which are not checked",
);
const SHEET: Wording = Wording::new("gæt: det ark, sagerne står i", "guess: the sheet that the cases stand in");
const LIST: Wording = Wording::new(
    "gæt: den liste i dokumentet, sagerne står i",
    "guess: the list of the document that the cases stand in",
);
const ONCE: Wording = Wording::new("gæt: flere rækker er samme sag", "guess: several rows are the same case");
const ANSWERS: Wording = Wording::new("gæt: hver række er et svar", "guess: each row is an answer");
const UNKNOWN: Wording = Wording::new(
    "Spørgsmål, der ikke er genkendt, og hvis ord ikke vises: {n}; skriv dem som de andre, hvis de hører til planen",
    "Questions that were not recognised, and whose words are not shown: {n}; write them as the others if they belong to the plan",
);
/// What the rows are called as a table.
const ROWS: &str = "svar";
const BY_KIND: Wording =
    Wording::new("gæt: hvilken slags indsats rækken er", "guess: which kind of measure the row is");
const OF_NO_KIND: Wording = Wording::new(
    "# Rækker, hvis ord i »{column}« ikke er genkendt, så de er i ingen liste: {n} af de første; skriv ordene i \"is\" ved den liste, de hører til",
    "# Rows whose words in \"{column}\" were not recognised, so that they are in no list: {n} of the first; write the words in \"is\" of the list that they belong to",
);
const KIND: Wording = Wording::new(
    "siger måske, hvilken slags indsats rækken er, men ordene er ikke genkendt; skriv en liste for hver slags med \"where\"",
    "may say which kind of measure the row is, but the words were not recognised; write a list for each kind with \"where\"",
);
const AREA: Wording = Wording::new(
    "siger, hvilket område rækken er på; listen har intet sted til det, men hidtidige indsatser har en liste til hvert område",
    "says which area the row is of; the list has no place for it, but earlier measures have a list for each area",
);
const KEY: Wording = Wording::new("gæt: værdierne er sagernes id'er", "guess: the values are the ids of the cases");
const IN_OTHERS: Wording =
    Wording::new("gæt: værdierne går igen i en anden tabel", "guess: the values come again in another table");
const COUNTER: Wording = Wording::new(
    "gæt: kan være et løbenummer, der tæller rækkerne; se efter, om en anden kolonne har sagens nummer",
    "guess: may be a running number that counts the rows; see whether another column has the number of the case",
);
const NOTHING: Wording =
    Wording::new("gæt: hvad der skrives, hvor intet står", "guess: what is written where there is nothing");
const TURNED: Wording = Wording::new(
    "# Tabellen ligger på siden: felterne står i rækkerne, og hver sag har en kolonne. Vend den om, så hver sag har en række. Overskrifterne kan være navne og vises ikke.",
    "# The table lies on its side: the fields stand in the rows, and each case has a column. Turn it, so that each case has a row. The headings may be names, and are not shown.",
);
const TWICE: Wording = Wording::new(
    "# Æ, ø og å er kodet to gange her (»Ã¦«, »Ã¸«, »Ã¥«). Lav udtrækket igen, eller åbn det som UTF-8, hvor det blev gemt om.",
    "# Æ, ø and å were encoded twice here (\"Ã¦\", \"Ã¸\", \"Ã¥\"). Make the export again, or open it as UTF-8 where it was saved anew.",
);

const UNREADABLE: Wording = Wording::new(
    "Rækker, der ikke kan læses, og som forslaget er lavet uden:",
    "Rows that cannot be read, and without which the proposal was made:",
);

/// How alike a name and that of a place are at least, for the place to be told as the nearest.
const NEAREST: f64 = 0.55;

/// Where remarks begin.
const WIDTH: usize = 64;

/// What a mapping begins with.
pub(super) struct Head<'d> {
    pub(super) id: Option<&'d str>,
    pub(super) is_once: bool,
    /// Where each answer has a row of its own.
    pub(super) answers: Option<&'d Answers>,
    /// Sums and notes stand among the rows.
    pub(super) skips_notes: bool,
    /// The words for nothing.
    pub(super) nothing: &'d [&'d str],
    /// The rows that could not be read, each with its table.
    pub(super) unreadable: &'d [(usize, SourceError)],
    /// The cases stand in one of several sheets.
    pub(super) is_one_of_several: bool,
}

pub(super) fn write(tables: &[Read], lists: &[List], head: &Head<'_>, lang: Lang) -> String {
    let Head { id, is_once, answers, skips_notes, nothing, unreadable, is_one_of_several } = *head;
    let mut toml = HEAD.get(lang).to_owned();
    if tables.iter().any(|table| table.is_encoded_twice) {
        line(&mut toml, TWICE.get(lang));
    }
    let is_turned = |table: &Read| table.columns.iter().any(|column| column.is_for == Some(Proposal::Turned));
    if tables.first().is_some_and(is_turned) {
        line(&mut toml, TURNED.get(lang));
    }
    if !unreadable.is_empty() {
        line(&mut toml, &format!("#\n# {}", UNREADABLE.get(lang)));
    }
    for (place, error) in unreadable {
        let table = tables.get(*place).filter(|_| *place > 0).map(|table| format!("{}, ", table.name));
        line(&mut toml, &format!("#   {}{}", table.unwrap_or_default(), error.message(lang)));
    }
    toml.push('\n');
    match id {
        Some(id) => match tables.first().filter(|cases| cases.is_key_a_guess) {
            Some(cases) => padded(&mut toml, &format!("id = {}", quoted(id)), cases.guessed(id, IN_OTHERS).get(lang)),
            None => line(&mut toml, &format!("id = {}", quoted(id))),
        },
        None => {
            let of = |(column, is_persons): (&Column, bool)| match is_persons {
                true => PERSONS.get(lang).replace("{column}", &column.shown()?).into(),
                false => Some(NO_ID_OF.get(lang).replace("{column}", &quoted(&column.shown()?))),
            };
            let named = tables.first().and_then(Read::no_id).and_then(of);
            line(&mut toml, &named.unwrap_or_else(|| NO_ID.get(lang).to_owned()));
        }
    }
    let Some((cases, others)) = tables.split_first() else { return toml };
    if let (Some(id), blank @ 1..) = (id, cases.without_id()) {
        let id = shown(id.trim_start_matches('/')).unwrap_or("...".into());
        let text = BLANK_IDS.get(lang).replace("{column}", &id).replace("{quoted}", &quoted(&id));
        line(&mut toml, &text.replace("{n}", &blank.to_string()));
    }
    let sheet = cases.sheet.as_ref().filter(|_| is_one_of_several);
    let said = [
        (cases.at.as_deref().map(|at| format!("at = {}", quoted(at))), LIST),
        (sheet.map(|sheet| format!("sheet = {}", quoted(sheet))), SHEET),
        (cases.fill.as_deref().map(|column| format!("fill = [{}]", quoted(column))), FILL),
    ];
    let (said, remarks): (Vec<String>, Vec<&str>) =
        said.into_iter().filter_map(|(said, remark)| Some((said?, remark.get(lang)))).unzip();
    if !said.is_empty() {
        padded(&mut toml, &format!("source = {{ {} }}", said.join(", ")), &remarks.join("; "));
    }
    if is_once {
        padded(&mut toml, "once = true", ONCE.get(lang));
    }
    let carried: Vec<String> = cases
        .columns
        .iter()
        .filter(|column| column.is_for == Some(Proposal::Carry))
        .map(|column| quoted(&column.name))
        .collect();
    if !carried.is_empty() {
        toml.push_str(&format!("carry = [{}]\n", carried.join(", ")));
    }
    if skips_notes {
        padded(&mut toml, "skip_notes = true", SKIPPED.get(lang));
    }
    if !nothing.is_empty() {
        let words: Vec<String> = nothing.iter().map(|word| quoted(word)).collect();
        toml.push_str("\n[read]\n");
        padded(&mut toml, &format!("nothing = [{}]", words.join(", ")), NOTHING.get(lang));
    }
    let is_keyed = |table: &&Read| table.columns.iter().any(|column| column.is_for == Some(Proposal::Key));
    for table in others.iter().filter(is_keyed) {
        let _ = writeln!(toml, "\n[tables.{}]", key(&table.name));
        if let Some(file) = &table.file {
            let _ = writeln!(toml, "file = {}", quoted(file));
        }
        let sheet = table.sheet.as_deref().filter(|_| table.file.is_none());
        let sheet = sheet.map(|sheet| format!("sheet = {}", quoted(sheet)));
        let fill = table.fill.as_deref().map(|column| format!("fill = [{}]", quoted(column)));
        // The rows of the cases are read as these are.
        let is_repeated = table.file.is_none() && table.name == REPEATED;
        let said: Vec<String> = if is_repeated { Vec::new() } else { sheet.into_iter().chain(fill).collect() };
        match (said.is_empty(), table.fill.is_some()) {
            (true, _) => {}
            (false, false) => line(&mut toml, &format!("source = {{ {} }}", said.join(", "))),
            (false, true) => padded(&mut toml, &format!("source = {{ {} }}", said.join(", ")), FILL.get(lang)),
        }
        for column in table.columns.iter().filter(|column| column.is_for == Some(Proposal::Key)) {
            let line = format!("key = {}", quoted(&column.name));
            match table.is_key_a_guess {
                true => padded(&mut toml, &line, table.guessed(&column.name, KEY).get(lang)),
                false => drop(writeln!(toml, "{line}")),
            }
        }
    }
    let is_legend = |table: &&Read| table.columns.iter().any(|column| column.is_for == Some(Proposal::Elsewhere));
    for table in others.iter().filter(|table| !is_keyed(table) && !is_legend(table)) {
        let name = match name_of_sheet(&table.name) {
            // Cases may stand in a sheet for each caseworker.
            None if table.holds_other_cases && table.file.is_none() => "...".into(),
            _ => Cow::from(&table.name),
        };
        let text = if table.holds_other_cases { OTHER_CASES } else { NO_KEY };
        line(&mut toml, &format!("\n# {}", text.get(lang).replace("{table}", &name)));
    }
    if let Some(answers) = answers {
        let _ = writeln!(toml, "\n[tables.{ROWS}]");
        padded(&mut toml, &format!("key = {}", quoted(&answers.key)), ANSWERS.get(lang));
    }
    toml.push_str("\n[plan]\n");
    let mut placed: Vec<(&str, &Found)> = Vec::new();
    for column in &cases.columns {
        if let Some(Proposal::Place(found)) = &column.is_for {
            placed.push((&column.name, found));
        }
    }
    let asked = || answers.into_iter().flat_map(|answers| answers.found.iter().map(|(_, found)| found));
    if !placed.iter().map(|(_, found)| *found).chain(asked()).any(|found| found.place == SAGSTYPE) {
        line(&mut toml, NO_TYPE.get(lang));
    }
    for (column, found) in placed {
        remark(&mut toml, &given(&found.place, column, found), found, lang);
    }
    for (asked, found) in answers.into_iter().flat_map(|answers| &answers.found) {
        let Some(Answers { question, answer, .. }) = answers else { break };
        let asked = match asked.as_slice() {
            [one] => quoted(one),
            several => format!("[{}]", several.iter().map(|one| quoted(one)).collect::<Vec<_>>().join(", ")),
        };
        let condition = format!("where = {{ column = {}, is = {asked} }}", quoted(question));
        let given = format!("table = {}, column = {}, {condition}", quoted(ROWS), quoted(answer));
        remark(&mut toml, &format!("{} = {{ {given} }}", quoted(&found.place)), found, lang);
    }
    if let Some(unknown) = answers.map(|answers| answers.unknown).filter(|unknown| *unknown > 0) {
        line(&mut toml, &format!("# {}", UNKNOWN.get(lang).replace("{n}", &unknown.to_string())));
    }
    for list in lists {
        toml.push('\n');
        let guess = if list.is_sure { "" } else { GUESS.get(lang) };
        padded(&mut toml, "[[lists]]", &format!("{guess}{}", list.title.get(lang)));
        let _ = writeln!(toml, "place = {}", quoted(&list.place));
        match &list.from {
            From::Numbered => {}
            From::Nested(pointer) => drop(writeln!(toml, "at = {}", quoted(pointer))),
            From::Table(table) => {
                if let Some(table) = others.get(*table) {
                    let _ = writeln!(toml, "table = {}", quoted(&table.name));
                }
            }
        }
        let conditions: Vec<String> = list.conditions.iter().map(condition).collect();
        match conditions.as_slice() {
            [] => {}
            [one] => padded(&mut toml, &format!("where = {one}"), BY_KIND.get(lang)),
            all => padded(&mut toml, &format!("where = [{}]", all.join(", ")), BY_KIND.get(lang)),
        }
        if let [(place, column, _)] = list.fields.as_slice()
            && place.is_empty()
        {
            let key = if matches!(list.from, From::Numbered) { "column" } else { "at" };
            line(&mut toml, &format!("value = {{ {key} = {} }}", quoted(column)));
            continue;
        }
        toml.push_str("[lists.fields]\n");
        for (place, column, found) in &list.fields {
            remark(&mut toml, &given(place, column, found), found, lang);
        }
        for (column, others) in &list.others {
            let text = OF_NO_KIND.get(lang).replace("{n}", &others.to_string());
            line(&mut toml, &text.replace("{column}", &shown(column.trim_start_matches('/')).unwrap_or("...".into())));
        }
    }
    for (index, table) in tables.iter().enumerate().filter(|(_, table)| !table.holds_other_cases) {
        // Of another table only the list says what its columns may be.
        let own = lists.iter().find(|list| index > 0 && matches!(list.from, From::Table(other) if other + 1 == index));
        let places = match own {
            _ if index == 0 => places::outside_lists(),
            Some(own) => {
                places::lists().iter().find(|list| list.pointer == own.place).map_or(&[][..], |list| &list.fields)
            }
            None => &[],
        };
        let is_earlier = own.is_some_and(|own| kinds::is_earlier(&own.place));
        left_over(&mut toml, table, places, index == 0, is_earlier, lang);
    }
    if let Ok(mapping) = Mapping::read(toml.as_bytes())
        && let Ok(horizon) = mapping.horizon()
    {
        toml.push('\n');
        for text in coverage(&horizon, lang) {
            line(&mut toml, &format!("# {text}"));
        }
    }
    toml
}

impl Read {
    /// What is said of a column that was guessed to be what cases are known by.
    fn guessed(&self, column: &str, otherwise: Wording) -> Wording {
        let place = self.columns.iter().position(|own| own.name == column);
        if place.is_some_and(|place| self.is_of_row(place)) { COUNTER } else { otherwise }
    }
}

fn condition(condition: &Condition) -> String {
    let words: Vec<String> = condition.is.iter().map(|word| quoted(word)).collect();
    format!("{{ column = {}, is = [{}] }}", quoted(&condition.column), words.join(", "))
}

fn left_over(toml: &mut String, table: &Read, places: &[NamedPlace], is_cases: bool, is_earlier: bool, lang: Lang) {
    let taken_by = |place: &NamedPlace| {
        table.columns.iter().find(
            |column| matches!(&column.is_for, Some(Proposal::Place(found)) if found.place.ends_with(&place.pointer)),
        )
    };
    let reason = |name: &str| {
        let nearest = places::nearest(places, name).filter(|(like, _)| *like >= NEAREST);
        let Some((like, place)) = nearest else { return UNLIKE.get(lang).to_owned() };
        let title = place.title.get(lang);
        let (text, other) = match taken_by(place) {
            Some(column) => (TAKEN, column.shown().unwrap_or_default()),
            None if like >= LIKE => (OTHER, String::new()),
            None => (NEAR, String::new()),
        };
        let values = [("{title}", title), ("{place}", &*place.pointer), ("{column}", &*other)];
        values.iter().fold(text.get(lang).to_owned(), |text, (name, value)| text.replace(name, value))
    };
    let left: Vec<String> = table
        .columns
        .iter()
        .enumerate()
        .map(|(place, column)| (place, column, column.cell + 1))
        .filter(|(_, column, _)| matches!(column.is_for, None | Some(Proposal::Personal | Proposal::Beside)))
        // What may be the id was told above.
        .filter(|(_, column, _)| !(is_cases && table.no_id().is_some_and(|(id, _)| id.name == column.name)))
        .map(|(place, column, number)| {
            let name = column.shown().unwrap_or_else(|| NAMELESS.get(lang).replace("{n}", &number.to_string()));
            match column.is_for {
                Some(Proposal::Personal) => format!("{name}: {}", PERSONAL.get(lang)),
                Some(Proposal::Beside) => format!("{name}: {}", BESIDE.get(lang)),
                _ if (is_earlier || table.has_unknown_kinds)
                    && (kinds::is_called_over(column.own_name()) || table.may_tell_kind(place)) =>
                {
                    format!("{name}: {}", KIND.get(lang))
                }
                _ if !is_cases && table.tells_kinds(place) => format!("{name}: {}", AREA.get(lang)),
                _ if is_cases && is_whole(column.own_name()) => format!("{name}: {}", WHOLE.get(lang)),
                _ if places::is_shared(column.own_name()) => format!("{name}: {}", SHARED.get(lang)),
                _ if places.is_empty() || number > COMPARED => name,
                _ => format!("{name}: {}", reason(column.own_name())),
            }
        })
        .chain(table.left_inside.iter().map(|(name, is_kind)| match is_kind {
            true => format!("{name}: {}", KIND.get(lang)),
            false => name.clone(),
        }))
        .collect();
    if left.is_empty() {
        return;
    }
    let head = if is_cases { UNUSED.get(lang).to_owned() } else { UNUSED_OF.get(lang).replace("{table}", &table.name) };
    let _ = writeln!(toml, "\n# {head}");
    for name in left {
        let _ = writeln!(toml, "#   {name}");
    }
    // Names that nothing is known by, as systems cut them short.
    if is_cases && table.columns.iter().any(|column| column.is_for.is_none()) {
        let _ = writeln!(toml, "# {}", HOW.get(lang));
    }
}

fn line(toml: &mut String, text: &str) {
    toml.push_str(text);
    toml.push('\n');
}

/// A place, and the column that gives it.
fn given(place: &str, column: &str, found: &Found) -> String {
    let (place, name) = (quoted(place), quoted(column));
    let key = if column.starts_with('/') { "at" } else { "column" };
    let split = found.split.map(|sign| format!(", split = {}", quoted(sign)));
    let codes: Vec<String> =
        found.codes.iter().map(|(code, meant)| format!("{} = {}", self::key(code), quoted(meant))).collect();
    let codes = (!codes.is_empty()).then(|| format!("codes = {{ {} }}", codes.join(", ")));
    let read: Vec<String> = found.dates.iter().map(|form| format!("dates = {}", quoted(form))).chain(codes).collect();
    let read = (!read.is_empty()).then(|| format!(", read = {{ {} }}", read.join(", ")));
    match (split, read) {
        (None, None) => format!("{place} = {name}"),
        (split, read) => {
            let more: String = split.into_iter().chain(read).collect();
            format!("{place} = {{ {key} = {name}{more} }}")
        }
    }
}

/// A line with a remark on what the place is, and how sure that is.
fn remark(toml: &mut String, text: &str, found: &Found, lang: Lang) {
    let guess = if found.is_sure { "" } else { GUESS.get(lang) };
    let refused = match found.refused {
        0 => String::new(),
        n => REFUSED.get(lang).replace("{n}", &n.to_string()),
    };
    let legend = if found.codes.is_empty() { "" } else { LEGEND.get(lang) };
    let ticks = if found.has_ticks { TICKS.get(lang) } else { "" };
    let months = if found.dates.is_some() { MONTHS_FIRST.get(lang) } else { "" };
    padded(toml, text, &format!("{guess}{}{legend}{months}{ticks}{refused}", found.title.get(lang)));
}

fn padded(toml: &mut String, text: &str, remark: &str) {
    let width = WIDTH.saturating_sub(text.chars().count());
    let _ = writeln!(toml, "{text}{:width$} # {remark}", "");
}

/// A key of TOML.
fn key(name: &str) -> String {
    let is_bare = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-');
    if !name.is_empty() && name.chars().all(is_bare) { name.to_owned() } else { quoted(name) }
}

/// A text of TOML, which writes them as JSON does.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string().replace('\u{7f}', "\\u007f")
}
