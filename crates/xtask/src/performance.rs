//! The page about speed, from the result of `cargo xtask bench --record`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use serde::Deserialize;

use crate::Files;
use crate::plot::{self, Ratio, Spread, name};

/// What `benches/run.py` writes.
#[derive(Deserialize)]
struct Measured {
    measured: String,
    machine: Machine,
    versions: BTreeMap<String, String>,
    data: Data,
    rounds: u32,
    speeds: Vec<Speed>,
    ratios: Vec<Ratio>,
    memory: Vec<Memory>,
    browser: Browser,
}

#[derive(Deserialize)]
struct Machine {
    cpu: String,
    cores: u32,
    system: String,
}

#[derive(Deserialize)]
struct Data {
    plans: u32,
    bytes: Encodings<u32>,
    deficient: f64,
    defective: f64,
    unreadable: u32,
}

#[derive(Deserialize)]
struct Encodings<T> {
    plain: T,
    escaped: T,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Speed {
    part: String,
    contender: String,
    encoding: String,
    flagged: Option<u32>,
    plans_per_second: u32,
    megabytes_per_second: u32,
}

#[derive(Deserialize)]
struct Memory {
    plans: u32,
    megabytes: f64,
}

#[derive(Deserialize)]
struct Browser {
    version: String,
    plans: u32,
    #[serde(flatten)]
    check: AgainstAjv,
    /// Where it was measured.
    edit: Option<AgainstAjv>,
}

/// What one takes, and how many times as fast as ajv it is.
#[derive(Deserialize)]
struct AgainstAjv {
    microseconds: BTreeMap<String, f64>,
    ratios: BTreeMap<String, Spread>,
}

impl AgainstAjv {
    fn spent(&self, name: &str) -> f64 {
        self.microseconds.get(name).copied().unwrap_or_default()
    }

    /// So many times as fast, as the page says it.
    fn ratio(&self, name: &str) -> String {
        let said = |Spread { median, low, high }: &Spread| format!("{median:.2} times as fast ({low:.2}-{high:.2})");
        self.ratios.get(name).map(said).unwrap_or_default()
    }
}

/// How the plans are written.
const ENCODINGS: [&str; 3] = ["plain", "escaped", "varied"];

const INTRO: &str = "\
<!-- Written by \"cargo xtask gen\" from performance.json, which \"cargo xtask bench --record\" measures. -->

# Speed

How fast plans become reports, beside what other tools need for the same bytes. All figures are of one run. Ratios tell
something about other machines too; plans per second do not.

![How many times as fast as each peer, with the goals](performance.svg)
";

const RATIOS: &str = "
## Against the peers

Two means twice as fast. Median of the rounds, with the lowest and the highest; escaped is JSON with `\\u00e6` for `æ`. *Same work* is with the language
check switched off, which no peer has the like of.

| | plain UTF-8 | goal | escaped | goal | texts that do not repeat | goal |
|---|---|---|---|---|---|---|
";

/// What `benches/tables.py` writes.
#[derive(Deserialize)]
struct Tables {
    measured: String,
    command: String,
    rows: u32,
    megabytes: u32,
    rounds: u32,
    ratios: Vec<TablesRatio>,
    memory: BTreeMap<String, u32>,
}

/// How much of the time of one thing another takes, and how much it may.
#[derive(Deserialize)]
struct TablesRatio {
    what: String,
    #[serde(flatten)]
    spread: Spread,
    most: f64,
}

const TABLES: &str = "
## Exports

How an export becomes plans by a mapping (`rehabplan convert`), on one thread. Here less is better: two means twice the time.

";

const SPEEDS: &str = "
## Plans per second

Median of the rounds, per core where nothing is said of threads. *Found* is with how many plans something is wrong.

| | | plain UTF-8 | MB/s | escaped | MB/s | texts that do not repeat | MB/s | found |
|---|---|---|---|---|---|---|---|---|
";

const COST: &str = "
## Where the time goes

Three things: reading, the rules with the report, and the language check of § 3, stk. 3, which is as much as the other two
together. No peer has the like of it, so *same work* is without it. Python and Node have the same core; in Node it runs as
WebAssembly, and the report is written as JSON and read again.

All goals against peers are missed. What would reach them is a plan as a flat table of places, lengths and states, filled in one
scan, rules that look at a state, and the first look of the language check in the same scan. More than half of a check is the
language check; whoever does not want it switches it off.

What made it faster, and what did not:

- Whether a text stands in three fields is counted while they are read. Going through the plan for it twice was a quarter of a
  check without the language check.
- What a text amounts to as a reply (blank, \"ingen\", a reference, an answer) is worked out once, when it is read, and mostly by its
  first four letters. It was asked for by each rule, and was three fifths of a check without the language check.
- What a source with fewer fields holds (a horizon) is worked out when the horizon is made, and the texts are searched once for all plans
  that the one at hand could be. It was done for each plan, and was ten elevenths of such a check.
- A sentence is looked at closer where whole beginnings of its words add up, and not four bytes that go on into the next word: half as
  many are.
- One reader of our own reads a document once, whatever is odd in it. A quick one gave up at anything odd, and an exact one began again
  then: that was a percent less for a plan in which nothing is odd, and half as much again for one in which something is.
- What the kind of case and its phase settle is settled once for all plans; a rule is asked only what may settle it. Where a report
  is of findings, half of the rules are so out beforehand, and only counted.
- Words are found sixty-four bytes at a time and held against the vocabulary by eight bytes at once: the language check takes
  a fifth of what it took when it went letter by letter.
- The first look is trained on the descriptions that plans are full of, and a sixth fewer sentences are looked at closer; and room
  for words is not filled with zeros first. Both were a tenth of a check.
- What a part or a list holds is one byte, put together without a branch or a call for each field. Walking through the fields
  for it was an eleventh of the instructions of a check without the language check, and a fifth of its time: many of the calls were
  guessed wrongly.
- A text that begins as a reference does is mostly out by the next words, and short ones without signs need no closer look. Whether
  a sign stands in a string that has to be escaped is asked once of the document. Both were a seventh of the
  instructions of a check without the language check.
- A leaf is filled without a call of its own, a short reference is known as it stands and is not looked at twice, and the place of a
  list is written only where something is said of it. With the answers that are only counted: a tenth of the instructions of a check
  without the language check, and a twentieth of a whole one.
- In Node a string becomes UTF-8 eight bytes at a time, up to each letter that is not ASCII, and which of sixteen bytes are letters is told
  by one instruction. With the above: a fifth of a check of a string without the language check, and an eighth of a whole one.
- The escapes of the Danish letters are known as they stand, and no number is worked out of them: a fourteenth of the instructions of a
  check without the language check of a document that escapes its letters. Twice as many kinds of texts are told apart while they are
  counted, so that fewer plans are gone through for nothing: one in a hundred and thirty. With that, and with the first word of
  what begins as a reference not asked again: two percent of a check of any document.
- The command line reads and writes while the plans are worked on.
- A draft keeps what its texts were found to be until one of them changes: a quarter of what another date takes. A value and its place
  are handed over in one piece, and answers that stay are not put in order again: a third of what a key takes in a browser.
- A requirement that is met is only counted where nobody sees it: no place is put together for it, it is in no list that is gone through
  afterwards, and what the kind of case settles is counted once for all plans: a twelfth of the time of a check without the language
  check, for a twentieth of its instructions.
- The language check weighs all of a text first, from one mark that may end a sentence to the next. Where nothing that stands together is
  enough, as in two texts of three, nobody asks where its sentences end: a twentieth of a whole check.
- Tried without gain: a vectorised search for all words at once (`aho-corasick`'s Teddy), slower with some three hundred of
  them; another allocator (1 %); less inlining, so that all rules fit into the processor's cache (1.6 times as slow); vectors by hand
  (`wide`) for the first look, 1 %; the last letter of a word beside its beginning there, which lets pass as many. Pairs of beginnings,
  looked at after the first look, would pass over a fifth to a third of what it lets pass, for 2 KB: some 6 % of a check, if no plain
  sentence is to be lost. `opt-level` s for the module with drafts: no faster than z, and 7 % larger. A key held against a document by
  eight bytes at a time throughout, instead of the first eight; the beginnings of listed words held against a text without a branch; what
  stands between a value and the next key passed in one look, which saves nothing, and labels sought in blocks of sixteen bytes, which
  takes a third more for that look; four times as many kinds of texts, which save no more.
";

const COMPARED: &str = "
## What is compared

The product does everything it does: all requirements, exemptions, placeholders, unknown keys, the language check, and for
each finding its provision and path. The peers do less, and how much less is said here.

| contender | what it does | what it leaves out |
|---|---|---|
| Rust: findings, all results | `Checker::check_slice`, bytes to `Report`, with the findings alone or the answer to every requirement | |
| same work, in every language | the same with the language check switched off | every other requirement stays |
| Rust: reading | `simdutf8`, then `Plan::from_json`: the plan and what in it cannot be read | asks no rule |
| Rust: tokenise | `serde_json` into `IgnoredAny` | keeps and checks nothing |
| Rust: typed parse | one pass of `simdutf8`, then `serde_json::from_str` into structs of the same fields that borrow their text | checks nothing; dates and codes stay text; stops at the first wrong type |
| Rust: jsonschema | the crate over `serde_json::Value` with `plan.schema.json`, all errors | the types of values and the dates alone: no requirement of the regulation |
| Command line | `rehabplan check --format ndjson` on a file, process start included | |
| Python: buffer, list | `validate_many` over the lines of one buffer or over a list of `bytes`, to the table of findings | |
| Python: pydantic | models from `bytes`, and one validator for what depends on the type of case | the subset alone; the validator does not run where a field is wrong by itself |
| Python: jsonschema-rs | `orjson`, then all errors of `subset.schema.json` | the subset, without the order of dates |
| Node: rehabplan | `validate` of the npm package, to the report as an object | |
| Node: ajv | `JSON.parse`, then all errors of `subset.schema.json`, with ajv's own keywords for the order of dates | the subset alone |
| Node: zod | `JSON.parse`, then an object and one refinement | the subset alone; the refinement does not run where a type is wrong |

The subset is what a schema can say without much art: which texts, lists and parts must be there in which type of case, that
dates are dates, and two dates in order. A text that is not blank counts as an answer in it. It is written three times in
`benches/`, and a run fails unless all four peers find the same number of plans, and the product those that were made
deficient.
";

/// Adds the page and its plot; neither, as long as nothing has been recorded.
pub(crate) fn add(files: &mut Files, root: &Path) -> io::Result<()> {
    let recorded = match fs::read(root.join("docs/performance.json")) {
        Ok(recorded) => recorded,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    let measured: Measured = serde_json::from_slice(&recorded)
        .map_err(|error| io::Error::other(format!("docs/performance.json: {error}")))?;
    let tables = match fs::read(root.join("docs/performance-tables.json")) {
        Ok(recorded) => Some(serde_json::from_slice(&recorded)?),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    let page = page(&measured) + &tables.as_ref().map(of_tables).unwrap_or_default();
    files.insert("docs/performance.md".to_owned(), page);
    files.insert("docs/performance.svg".to_owned(), plot::ratios(&measured.ratios));
    Ok(())
}

fn of_tables(measured: &Tables) -> String {
    let Tables { measured: day, command, rows, megabytes, rounds, ratios, memory } = measured;
    let mut page = TABLES.to_owned();
    let _ = writeln!(page, "| | processor time | at most |\n|---|---|---|");
    for TablesRatio { what, spread: Spread { median, low, high }, most } in ratios {
        let verdict = if median <= most { "met" } else { "**missed**" };
        let _ = writeln!(page, "| {what} | {median:.2} ({low:.2}-{high:.2}) | {most}: {verdict} |");
    }
    let _ = writeln!(page, "\n| a million rows | most memory, MB |\n|---|---|");
    for (source, megabytes) in memory {
        let _ = writeln!(page, "| {source} | {megabytes} |");
    }
    let rows = thousands(*rows);
    let _ = writeln!(
        page,
        "\nMeasured on {day} with `{command}` on {rows} rows of 16 columns ({megabytes} MB), {rounds} rounds, on the same machine."
    );
    page
}

fn page(measured: &Measured) -> String {
    let mut page = INTRO.to_owned() + RATIOS;
    // The encodings stand beside each other.
    for ratio in measured.ratios.iter().filter(|ratio| ratio.encoding == ENCODINGS[0]) {
        let Ratio { part, ours, peer, .. } = ratio;
        let same = |other: &&Ratio| (&other.part, &other.ours, &other.peer) == (part, ours, peer);
        let cells = ENCODINGS.map(|encoding| {
            let ratio = measured.ratios.iter().filter(same).find(|ratio| ratio.encoding == encoding);
            ratio.map_or_else(|| " | ".to_owned(), ratio_cells)
        });
        let _ = writeln!(page, "| {}: {ours} against {peer} | {} |", name(part), cells.join(" | "));
    }

    page.push_str(SPEEDS);
    for speed in measured.speeds.iter().filter(|speed| speed.encoding == ENCODINGS[0]) {
        let Speed { part, contender, .. } = speed;
        let same = |other: &&Speed| (&other.part, &other.contender) == (part, contender);
        let cells = ENCODINGS.map(|encoding| {
            let speed = measured.speeds.iter().filter(same).find(|speed| speed.encoding == encoding);
            speed.map_or_else(
                || " | ".to_owned(),
                |speed| format!("{} | {}", thousands(speed.plans_per_second), thousands(speed.megabytes_per_second)),
            )
        });
        let found = speed.flagged.map(thousands).unwrap_or_default();
        let _ = writeln!(page, "| {} | {contender} | {} | {found} |", name(part), cells.join(" | "));
    }

    page.push_str(
        "\n## Memory\n\nThe most that the command line holds while plans stream through it, with two threads:\n\n",
    );
    for memory in &measured.memory {
        let _ = writeln!(page, "- {} plans: {:.1} MB", thousands(memory.plans), memory.megabytes);
    }

    let Browser { version, plans, check, edit } = &measured.browser;
    let _ = writeln!(
        page,
        "\n## In a browser\n\nOne check of the object that a form holds takes {:.0} µs in headless Chromium {version}, \
         and ajv's of the subset\n{:.0} µs: {}, over {plans} plans.",
        check.spent("rehabplan"),
        check.spent("ajv"),
        check.ratio("rehabplan"),
    );
    if let Some(edit) = edit {
        let _ = writeln!(
            page,
            "\nA form that keeps a draft sets one value: a key in a text takes {:.1} µs, against ajv's check of the whole \
             object {}\n(goal 1); another date, after which the plan is checked again, {:.0} µs, {}.",
            edit.spent("key"),
            edit.ratio("key"),
            edit.spent("date"),
            edit.ratio("date"),
        );
    }

    page.push_str(COST);
    page.push_str(COMPARED);
    let Data { plans, bytes, deficient, defective, unreadable } = &measured.data;
    let Machine { cpu, cores, system } = &measured.machine;
    let _ = write!(
        page,
        "\n## Method\n\n\
         - {} plans of `examples/analyse/generate.py`, always the same: {} bytes in the mean, {} when escaped; {:.1} % deficient\n  \
         or unreadable, {:.1} % with any defect; {unreadable} lines are no JSON. They are invented, and not calibrated on real ones.\n\
         - A process for each language. In each of {} rounds every contender runs once over all plans, each round beginning at\n  \
         another one; a round before them warms up. A ratio is of two passes of one round.\n\
         - Seconds are those of the processor, helper threads of a language's own included, so that other work on the machine counts\n  \
         for nobody. Where threads are compared, and in the browser, they are those of the clock.\n\
         - Measured on {} with {cpu}, {cores} cores, {system}.\n\
         - Versions: {}.\n",
        thousands(*plans),
        thousands(bytes.plain),
        thousands(bytes.escaped),
        deficient * 100.0,
        defective * 100.0,
        measured.rounds,
        measured.measured,
        measured.versions.iter().map(|(name, version)| format!("{name} {version}")).collect::<Vec<_>>().join(", "),
    );
    page
}

fn ratio_cells(ratio: &Ratio) -> String {
    let Spread { median, low, high } = ratio.spread;
    let goal = match ratio.goal {
        Some(goal) if median >= goal => format!("{goal}: met"),
        Some(goal) => format!("{goal}: **missed**"),
        None => String::new(),
    };
    format!("{median:.2} ({low:.2}-{high:.2}) | {goal}")
}

fn thousands(number: u32) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
