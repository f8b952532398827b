//! What the targets begin with, made from the repository's own test data.

use std::fs;
use std::path::{Path, PathBuf};

use rehabplan_corpus::{every_plan, whole_plans};
use serde_json::{Value, json};

use crate::sound::CANARY;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// The files of a folder, sorted by name.
fn files(folder: &str) -> Vec<PathBuf> {
    let listing = fs::read_dir(root().join(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let mut files: Vec<_> = listing.map(|entry| entry.expect("a file").path()).filter(|path| path.is_file()).collect();
    files.sort();
    files
}

fn json_files(folder: &str) -> Vec<PathBuf> {
    rehabplan_corpus::json_files(&root().join(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"))
}

fn read(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Puts the canary into the longer texts.
fn poison(value: &mut Value) {
    match value {
        Value::String(text) if text.contains(' ') => text.push_str(CANARY),
        Value::Array(items) => items.iter_mut().for_each(poison),
        Value::Object(members) => members.values_mut().for_each(poison),
        _ => {}
    }
}

/// Documents that are odd in one way each.
const ODD: &[&str] = &[
    "",
    "{}",
    "[]",
    "null",
    "\u{feff}{}",
    "{} {}",
    r#"{"sag":{"sagstype":"fleksjob","sagstype":"revalidering"},"sag":{}}"#,
    r#"{"sag":{"sagstype":"ressourceforloeb"},"forberedendeDel":{"oensker":"a\ud800b","oensker":"\ud83d\ude00"}}"#,
    r#"{"sag":{"\ud800":1,"\u0073agstype":"fleksjob","kategori":1e400}}"#,
    r#"{"forberedendeDel":{"selvstaendig":{"timerPrUge":-0.0e-5}},"moede":{"dato":" 2020-02-29\n","deltagere":[null,{}]}}"#,
    r#"{"sag":[[[[[[[[[[[[[[[[{"a":[[[[]]]]}]]]]]]]]]]]]]]]],"minPlan":"ingen","indsatsdel":7}"#,
];

/// Whole plans, every tenth case of the corpus, and odd documents.
pub fn documents() -> Vec<Vec<u8>> {
    let cases = every_plan().expect("the repository's test data").into_iter().enumerate();
    let chosen = cases.filter(|(number, case)| number % 10 == 0 || case.name.starts_with("plans/"));
    let mut plans: Vec<Value> =
        chosen.map(|(_, case)| serde_json::from_str(&case.plan).expect("a plan of the repository")).collect();
    plans.iter_mut().for_each(poison);
    let pretty = plans.iter().step_by(20).map(|plan| format!("{plan:#}").into_bytes()).collect::<Vec<_>>();
    let mut documents: Vec<_> = plans.iter().map(|plan| plan.to_string().into_bytes()).collect();
    documents.extend(pretty);
    documents.extend(ODD.iter().map(|text| text.as_bytes().to_vec()));
    documents.push(b"{\"sag\":\"\xe6\"}".to_vec());
    documents
}

/// Random bytes, for targets that make something of their own out of them.
pub fn noise() -> Vec<Vec<u8>> {
    let mut random = fastrand::Rng::with_seed(1);
    (0..200).map(|number| std::iter::repeat_with(|| random.u8(..)).take(number * 16).collect()).collect()
}

/// The sentences of the language corpus, and the texts of the whole plans.
pub fn texts() -> Vec<Vec<u8>> {
    fn add(value: Value, found: &mut Vec<Vec<u8>>) {
        match value {
            Value::String(text) if text.contains(' ') => found.push(text.into_bytes()),
            Value::Array(items) => items.into_iter().for_each(|item| add(item, found)),
            Value::Object(members) => members.into_iter().for_each(|(_, member)| add(member, found)),
            _ => {}
        }
    }
    let mut texts = Vec::new();
    for path in files("tests/language") {
        let lines = String::from_utf8(read(&path)).expect("UTF-8");
        texts.extend(lines.lines().map(|line| line.replace("\\n", "\n").into_bytes()));
    }
    let plans = whole_plans().expect("the repository's test data");
    plans.iter().for_each(|plan| add(serde_json::from_str(&plan.text).expect("a plan of the repository"), &mut texts));
    texts
}

/// Plans as lines: a few to a file, some of them blank, broken or with other ends of lines.
pub fn lines() -> Vec<Vec<u8>> {
    let documents: Vec<_> = documents().into_iter().filter(|document| !document.contains(&b'\n')).collect();
    let mut lines: Vec<_> = documents.chunks(3).step_by(4).map(|group| group.join(b"\n".as_slice())).collect();
    let odd = b"\r\n\r\n{\"sag\":\n\xff\n \t\n".as_slice();
    lines.extend(documents.chunks(2).rev().take(8).map(|group| group.join(odd)));
    lines.extend(["", "\n", "\u{feff}\n{}", "{}\n{}\r\n[]\n{,}\n\r\r\n"].map(|text| text.as_bytes().to_vec()));
    lines
}

/// The profiles that come with the product, those of the examples, and some that have effect on any plan: for rules, for what
/// rules begin with, and for what they only seem to begin with.
pub fn profiles() -> Vec<Vec<u8>> {
    let folders = ["crates/rehabplan/profiles", "examples/profiles"];
    let mut profiles: Vec<_> = folders.iter().flat_map(|folder| json_files(folder)).map(|path| read(&path)).collect();
    for rule in ["P4.1.pkt1", "P4.1", "P4", "P3.1", "P3.1.pkt1.a", "P1", "P3.1.pk", "P"] {
        let change = json!({ "rules": [rule], "basis": "Fordi" });
        let effects = [
            json!({ "exempt": change }),
            json!({ "accept": change }),
            json!({ "severity": { "rule": rule, "to": "warning" } }),
        ];
        profiles.extend(effects.map(|effect| {
            let profile =
                json!({ "id": "vores", "title": "Vores", "source": "Os", "force": "local", "effects": [effect] });
            profile.to_string().into_bytes()
        }));
    }
    let finding = json!({
        "key": "P4.1.pkt1!/forberedendeDel/laege", "reason": "Kendt", "author": "Os", "date": "2020-03-01",
    });
    profiles.push(json!([finding]).to_string().into_bytes());
    profiles
}

/// Options, right and wrong, the profiles of the product among them.
pub fn options() -> Vec<Vec<u8>> {
    let plain = [
        "",
        "{}",
        "null",
        "[]",
        "\u{feff}{\"lang\":\"en\"}",
        r#"{"phase":"indstilling","asOf":"2020-06-01","detail":"all","lang":"en","language":false}"#,
        r#"{"only":{"rules":["P2.1","P3.1.4"],"paths":["/moede","/sag/sagstype"]}}"#,
        r#"{"only":{"rules":["P99"],"paths":["moede"]},"horizon":["/x"]}"#,
        r#"{"horizon":["/sag","/moede/dato"],"detail":"all","case":null}"#,
        r#"{"profiles":["proces:maksSider=50","vejledning","forslag/2018-laege-valgfri"],"case":"4711"}"#,
        r#"{"suppress":[{"key":"P2.1.pkt2!/forberedendeDel","case":"4711","reason":"Kendt","author":"Os","date":"2020-03-01"}]}"#,
        r#"{"phase":1,"asOf":"31-02-2020","lang":"sv","lang":"da","fase":"indsats"}"#,
        r#"{"sag":{"sagstype":"fleksjob"},"forberedendeDel":{"oensker":"KANARIE-0101701234"}}"#,
    ];
    let with =
        |profile: &Vec<u8>| serde_json::from_slice(profile).map(|profile: Value| json!({ "profiles": [profile] }));
    let own =
        profiles().iter().filter_map(|profile| Some(with(profile).ok()?.to_string().into_bytes())).collect::<Vec<_>>();
    plain.iter().map(|text| text.as_bytes().to_vec()).chain(own).collect()
}

/// Lines with envelopes around plans, and around what is none.
pub fn envelopes() -> Vec<Vec<u8>> {
    let plans: Vec<_> = documents().into_iter().filter(|document| !document.contains(&b'\n')).collect();
    let plain = options();
    let around = |(number, plan): (usize, &Vec<u8>)| {
        let options =
            plain.get(number % plain.len()).filter(|options| !options.is_empty() && !options.contains(&b'\n'));
        let options = options.map_or(b"null".as_slice(), Vec::as_slice);
        [format!(r#"{{"id":{number},"options":"#).as_bytes(), options, br#","plan":"#, plan, b"}"].concat()
    };
    let lines: Vec<_> = plans.iter().enumerate().step_by(5).map(around).collect();
    let mut all: Vec<_> = lines.chunks(3).map(|some| some.join(b"\r\n".as_slice())).collect();
    all.extend(
        [
            r#"{"plan":{},"plan":{}}"#,
            r#"{"plan":{},"id":[]}"#,
            r#"{"plan":null,"x":1}"#,
            r#"{"id":"\ud800","plan":{}}"#,
            "",
        ]
        .map(|text| text.as_bytes().to_vec()),
    );
    all
}

/// Mappings that are right, and some that are odd.
pub fn mappings() -> Vec<Vec<u8>> {
    let exports = ["semikolon-windows-1252", "tabulator-utf16-egne-koder", "parquet-indlejret", "json-linjer"];
    let known = exports.map(|export| read(&root().join("tests/import").join(export).join("kort.toml")));
    let odd: [&str; 6] = [
        "id = \"Sag\"\n[plan]\n\"/sag/sagstype\" = \"Type\"\n\"/forberedendeDel/dato\" = { column = \"Dato\", read.dates = \"dd-mm-yyyy\" }\n",
        "[plan]\n\"/sag/sagstype\" = { first = [{ constant = \"fleksjob\" }, { join = [\"Sag\", \"Type\"], with = \"\" }] }\n",
        "[[lists]]\nplace = \"/indsatsdel/tilbud\"\nfields = { beskrivelse = \"Indsats {n}\", startdato = \"Start {n}\" }\n",
        "id = \"Sag\"\n[tables.a]\nkey = \"Sag\"\n[[lists]]\nplace = \"/indsatsdel/tilbud\"\ntable = \"a\"\nwhere = { column = \"Type\", not = [\"\"] }\n[lists.fields]\nbeskrivelse = \"Ønsker\"\n",
        "{\"plan\": {\"/moede/deltagere\": {\"column\": \"Ønsker\", \"split\": \",\"}}, \"skip\": [{\"column\": \"Sag\", \"blank\": true}]}",
        "",
    ];
    known.into_iter().chain(odd.map(|text| text.as_bytes().to_vec())).collect()
}

/// Tables of text and JSON of other shapes.
pub fn tables() -> Vec<Vec<u8>> {
    let short = |mut bytes: Vec<u8>| {
        bytes.truncate(4096);
        bytes
    };
    let exports = [
        "semikolon-windows-1252/sager.csv",
        "semikolon-windows-1252/indsatser.csv",
        "komma-utf8-nummererede/sager.csv",
        "tabulator-utf16-egne-koder/sager.txt",
        "json-linjer/sager.ndjson",
    ];
    let known = exports.map(|export| short(read(&root().join("tests/import").join(export))));
    let odd = ["a;b\n1;\"2\n3;4\n", "[{\"a\":1},2,[]]", "\u{feff}sep=;\nSag;Sag;\n1;2;3;4\n", "", "\"", ";\n;\n"];
    known.into_iter().chain(odd.map(|text| text.as_bytes().to_vec())).collect()
}

/// Documents of Word, and the text of one.
pub fn docx() -> Vec<Vec<u8>> {
    let text = format!(
        "<w:document><w:body><w:p><w:pPr><w:pStyle w:val=\"A\"/></w:pPr><w:r><w:t>Netværk</w:t></w:r></w:p><w:p><w:r><w:t>{CANARY}</w:t></w:r><w:ins><w:r><w:t> x</w:t></w:r></w:ins></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Ønsker:</w:t></w:r></w:p></w:tc><w:tc><w:sdt><w:sdtPr><w:alias w:val=\"Familie\"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>☒ Ja ☐ Nej</w:t></w:r></w:p></w:sdtContent></w:sdt></w:tc></w:tr></w:tbl><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{CANARY}</w:t></w:r></w:p><w:p><w:r><w:t>{CANARY}</w:t></w:r></w:p></w:body></w:document>"
    );
    vec![text.into_bytes(), document("kontroller-1.docx"), document("rettelser-1.docx")]
}

/// Documents of LibreOffice, and the content of one.
pub fn odt() -> Vec<Vec<u8>> {
    let text = format!(
        "<office:document-content><office:body><office:text><text:h text:outline-level=\"1\">Netværk</text:h><text:p>{CANARY}<text:s text:c=\"3\"/><text:note><text:note-body><text:p>x</text:p></text:note-body></text:note></text:p><table:table><table:table-row><table:table-cell><text:p>Ønsker</text:p></table:table-cell><table:table-cell><text:p>{CANARY}</text:p></table:table-cell></table:table-row></table:table><text:h>{CANARY}</text:h><text:p>{CANARY}</text:p></office:text></office:body></office:document-content>"
    );
    vec![text.into_bytes(), document("tabel-1.odt")]
}

/// PDFs, and the content of a page.
pub fn pdfs() -> Vec<Vec<u8>> {
    let page = format!(
        "0.5 w 50 700 m 500 700 l S 50 600 500 80 re S q BT /F1 12 Tf 72 720 Td (Familieforhold) Tj 0 -14 Td ({CANARY}) Tj 0 -40 Td [(Net) -20 (v\\346rk)] TJ T* (x) ' ET Q 1 0 0 1 0 0 cm"
    );
    vec![page.into_bytes(), document("tabel-1.pdf"), document("uden-typografi-2.pdf")]
}

fn document(name: &str) -> Vec<u8> {
    read(&root().join("tests/import/documents").join(name))
}

/// A workbook, and the XML that sheets are made of.
pub fn workbooks() -> Vec<Vec<u8>> {
    let sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>Dato</t></is></c></row><row r=\"2\"><c r=\"A2\"><v>17</v></c><c r=\"B2\"><f>1+1</f><v>43891</v></c></row></sheetData><mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells></worksheet>";
    let content = "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"A\"><table:table-row table:number-rows-repeated=\"2\"><table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"3\"><text:p>Sag<text:s text:c=\"2\"/></text:p></table:table-cell><table:table-cell office:value-type=\"date\" office:date-value=\"2020-03-01\"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>";
    let book = read(&root().join("tests/import/regneark-to-ark/sager.xlsx"));
    vec![
        sheet.as_bytes().to_vec(),
        content.as_bytes().to_vec(),
        b"<sst uniqueCount=\"2\"><si><t>a</t></si></sst>".to_vec(),
        book,
    ]
}
