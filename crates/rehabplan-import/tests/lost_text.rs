//! What a document holds in unusual ways is read, or told where it stands, and is no value of another place.
#![cfg(feature = "document")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::sync::LazyLock;

use rehabplan::plan::Sagstype;
use rehabplan_import::document::{Beside, Document, DocumentError, Documents, dokument};
use rehabplan_import::limits::{MAX_PAGE_BYTES, MAX_PAGE_PIECES};
use serde_json::{Value, json};

mod support;
use support::zipped;

const UNREADABLE: &str = "what cannot be read is no text";

/// A plan in Word with this under the heading of the wishes, whose next heading is that of the health.
fn docx(under: &str) -> Vec<u8> {
    docx_with(under, "")
}

fn docx_with(under: &str, notes: &str) -> Vec<u8> {
    let start = h(1, "Forberedende del") + &h(2, "Borgerens egen vurdering") + &p("Det går.") + &h(2, "Ønsker");
    let end = h(2, "Helbredssituation") + &p("Slidgigt.");
    let body = format!("<document><body>{start}{under}{end}</body></document>");
    let style = |level| format!(r#"<style styleId="H{level}"><name val="heading {level}"/></style>"#);
    let styles = format!("<styles>{}{}{}</styles>", style(1), style(2), style(3));
    let notes = format!("<footnotes>{notes}</footnotes>");
    zipped(&[("word/document.xml", &body), ("word/styles.xml", &styles), ("word/footnotes.xml", &notes)])
}

fn h(level: u8, text: &str) -> String {
    format!(r#"<p><pPr><pStyle val="H{level}"/></pPr><r><t>{text}</t></r></p>"#)
}

fn p(text: &str) -> String {
    format!("<p><r><t>{text}</t></r></p>")
}

fn table(rows: &[&[&str]]) -> String {
    let cell = |text: &&str| format!("<tc>{}</tc>", p(text));
    let row = |row: &&[&str]| format!("<tr>{}</tr>", row.iter().map(cell).collect::<String>());
    format!("<tbl>{}</tbl>", rows.iter().map(row).collect::<String>())
}

fn documents() -> Documents {
    static DOCUMENTS: LazyLock<Documents> = LazyLock::new(|| Documents::new(dokument().unwrap()));
    DOCUMENTS.clone()
}

fn open(bytes: &[u8]) -> Document {
    documents().sagstype(Sagstype::Fleksjob).read(bytes).unwrap()
}

fn part(document: &Document) -> Value {
    let plan: Value = serde_json::from_slice(&document.plan()).unwrap();
    plan["forberedendeDel"].clone()
}

/// What stands under the wishes, and how much has no place. The health is in its own.
fn wishes(bytes: &[u8]) -> (Value, usize) {
    let document = open(bytes);
    let part = part(&document);
    assert_eq!(part["helbred"]["situation"], "Slidgigt.");
    assert_eq!(part["borgerensEgenVurdering"], "Det går.");
    (part["oensker"].clone(), document.unplaced().len())
}

fn is_unreadable(value: &Value) -> bool {
    !value.is_null() && !value.is_string()
}

#[test]
fn what_says_how_much_may_be_written_is_no_answer() {
    for text in
        ["(maks. 10 linjer)", "Max 2000 tegn", "1.", "0/4000", "Antal tegn: 0/4000", "(0 af 4000)", "Skriv her..."]
    {
        assert_eq!(wishes(&docx(&p(text))), (Value::Null, 0), "{text}");
        assert_eq!(wishes(&docx(&(p(text) + &p("Bus.")))).0, "Bus.", "{text}");
    }
    assert_eq!(wishes(&docx(&(p("1.") + &p("2.")))).0, Value::Null);
    assert_eq!(wishes(&docx(&p("Max vil køre bus."))).0, "Max vil køre bus.");
}

#[test]
fn what_is_numbered_below_a_known_heading_is_a_part_of_its_answer() {
    let plan = |health: &str| {
        let lines = ["1. Borgerens egen vurdering", "Det går.", "2. Ønsker", "Bus.", "3. Helbredssituation"];
        let after = ["4. Netværk", "En søster."];
        let body: String = lines.into_iter().chain(health.split('|')).chain(after).map(p).collect();
        let document = open(&zipped(&[("word/document.xml", &format!("<document><body>{body}</body></document>"))]));
        (part(&document), document.unplaced().len())
    };
    let (told, unplaced) = plan("3.1 Fysisk|Slidgigt.|3.2 Psykisk|Let depression.");
    assert_eq!(told["helbred"]["situation"], "3.1 Fysisk\nSlidgigt.\n3.2 Psykisk\nLet depression.");
    assert_eq!((&told["personligeRessourcer"]["netvaerk"], unplaced), (&json!("En søster."), 0));
    // Where nothing stands under any of them, nobody knows whether they are the answer.
    assert_eq!(plan("3.1 Fysisk|3.2 Psykisk").0["helbred"]["situation"], json!(["unreadable"]), "{UNREADABLE}");
}

#[test]
fn a_note_is_read_once_and_none_in_it() {
    let reference = |id: u8| format!(r#"<r><footnoteReference id="{id}"/></r>"#);
    let note =
        |id: u8, to: u8| format!(r#"<footnote id="{id}"><p><r><t>Note {id}.</t></r>{}</p></footnote>"#, reference(to));
    for notes in [note(5, 5), note(5, 6) + &note(6, 5)] {
        let body = format!("<p><r><t>Bus.</t></r>{}{}</p>", reference(5), reference(5));
        assert_eq!(wishes(&docx_with(&body, &notes)), (json!("Bus.\nNote 5."), 0));
    }
    // To a heading it says something, and answers nothing.
    let heading = |text: &str| {
        let noted = h(2, "Netværk").replace("</p>", &(reference(5) + "</p>"));
        let bytes = docx_with(&(p("Bus.") + &noted + text), &note(5, 5));
        let document = open(&bytes);
        (part(&document)["personligeRessourcer"]["netvaerk"].clone(), document.unplaced().len())
    };
    assert_eq!(heading(""), (Value::Null, 1));
    assert_eq!(heading(&p("En bror.")), (json!("En bror."), 1));
    // Where nothing else stands there, it is the answer.
    let alone = format!("<p>{}</p>", reference(5));
    assert_eq!(wishes(&docx_with(&alone, &note(5, 5))), (json!("Note 5."), 0));
}

#[test]
fn a_name_of_a_control_without_end_is_none() {
    let control = |name: &str, inner: &str| {
        format!(r#"<sdt><sdtPr><alias val="{name}"/></sdtPr><sdtContent>{inner}</sdtContent></sdt>"#)
    };
    let (text, unplaced) = wishes(&docx(&control(&"x".repeat(100_000), &p("a").repeat(3_000))));
    assert_eq!((text.as_str().map(|text| text.lines().count()), unplaced), (Some(3_000), 0));
}

#[test]
fn a_paragraph_that_was_deleted_takes_no_style_with_it() {
    let mark = |change: &str| format!(r#"<rPr><{change} id="1"/></rPr>"#);
    let gone =
        |style: &str| format!("<p><pPr>{style}{}</pPr><del><r><delText>Slettet.</delText></r></del></p>", mark("del"));
    let moved = format!("<p><pPr>{}</pPr><moveFrom><r><t>Flyttet.</t></r></moveFrom></p>", mark("moveFrom"));
    let heading = gone(r#"<pStyle val="H2"/>"#);
    for gone in [gone(""), moved, heading.clone()] {
        assert_eq!(wishes(&docx(&(p("Bus.") + &gone))), (json!("Bus."), 0), "a heading follows");
        assert_eq!(wishes(&docx(&(p("Bus.") + &gone + &p("Tog.")))), (json!("Bus.\nTog."), 0), "text follows");
    }
    // What is left of a paragraph before a table stands before it.
    let kept = format!("<p><pPr>{}</pPr><r><t>Bus.</t></r></p>", mark("del"));
    let document = open(&docx(&(kept.clone() + &table(&[&["Netværk", "En bror."], &["CV", "Slagter."]]))));
    assert_eq!((&part(&document)["oensker"], &part(&document)["cv"]), (&json!("Bus."), &json!("Slagter.")));
    // Two paragraphs that are one now.
    assert_eq!(wishes(&docx(&(kept + &p(" Og tog.")))), (json!("Bus. Og tog."), 0));
}

#[test]
fn a_field_that_does_not_end_hides_nothing() {
    let begin = r#"<r><fldChar fldCharType="begin"/></r><r><instrText>REF x</instrText></r>"#;
    let rest = r#"<r><fldChar fldCharType="separate"/></r><r><t>x</t></r><r><fldChar fldCharType="end"/></r>"#;
    let text = format!("<p><r><t>Vil køre </t></r>{begin}<del>{rest}</del><r><t>bus.</t></r></p>");
    assert_eq!(wishes(&docx(&text)), (json!("Vil køre bus."), 0));
    let text = format!("<p><r><t>Vil køre </t></r>{begin}{rest}<r><t> bus.</t></r></p>");
    assert_eq!(wishes(&docx(&text)), (json!("Vil køre x bus."), 0));
}

#[test]
fn diagrams_are_told_and_signs_are_read_or_told() {
    let drawn = |inner: &str| p("Se figuren.") + &format!("<p><r><drawing>{inner}</drawing></r></p>");
    for diagram in ["<chart/>", "<graphic><relIds/></graphic>"] {
        let document = open(&docx(&drawn(diagram)));
        assert_eq!((document.beside(), &part(&document)["oensker"]), (&[Beside::Diagrams][..], &json!("Se figuren.")));
    }
    let sign = |code: &str| format!(r#"<p><r><t>Mindst </t><sym font="Symbol" char="{code}"/><t>10 timer</t></r></p>"#);
    assert_eq!(wishes(&docx(&sign("F0B3"))), (json!("Mindst ≥10 timer"), 0));
    assert!(is_unreadable(&wishes(&docx(&sign("F0D1"))).0), "{UNREADABLE}");
    let ruby = "<p><r><ruby><rt><r><t>x</t></r></rt><rubyBase><r><t>Bus.</t></r></rubyBase></ruby></r></p>";
    assert_eq!(wishes(&docx(ruby)), (json!("Bus."), 0));
}

#[test]
fn text_under_a_heading_that_is_struck_through_has_no_place() {
    let struck = h(2, "Netværk").replace("<t>", "<rPr><strike/></rPr><t>");
    assert_eq!(wishes(&docx(&(p("Bus.") + &struck + &p("En bror.")))), (json!("Bus."), 1));
    assert_eq!(wishes(&docx(&(p("Bus.") + &struck))), (json!("Bus."), 0), "nothing stands under it");
}

/// A PDF of one page: headings with text below, and what else is drawn, with more objects from number 7 on.
fn pdf(wishes: &str, page: &str, catalogue: &str, more: &[&str]) -> Vec<u8> {
    let content = format!(
        "BT /B 14 Tf 60 800 Td (Forberedende del) Tj 0 -24 Td (Borgerens egen vurdering) Tj /F 11 Tf 0 -24 Td (Det g\\345r.) Tj \
         /B 14 Tf 0 -24 Td (\\330nsker) Tj ET {wishes} BT /B 14 Tf 60 680 Td (Helbredssituation) Tj /F 11 Tf 0 -24 Td (Slidgigt.) Tj ET"
    );
    let font = |name: &str| format!("<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>");
    let identity = "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /DW 500 >>] >>";
    let fonts = format!("/Font << /F 5 0 R /B 6 0 R /I {identity} >>");
    let mut objects = vec![
        format!("<< /Type /Catalog /Pages 2 0 R {catalogue} >>"),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << {fonts} >> {page} >>"
        ),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
        font("Helvetica"),
        font("Helvetica-Bold"),
    ];
    objects.extend(more.iter().map(|object| (*object).to_owned()));
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(&objects) {
        places.push(bytes.len());
        bytes.extend(format!("{number} 0 obj\n{object}\nendobj\n").into_bytes());
    }
    let start = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).into_bytes());
    places.iter().for_each(|place| bytes.extend(format!("{place:010} 00000 n \n").into_bytes()));
    let end = places.len() + 1;
    bytes.extend(format!("trailer\n<< /Size {end} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").into_bytes());
    bytes
}

/// Text where the wishes are.
fn at(operators: &str) -> String {
    format!("BT /F 11 Tf 60 704 Td {operators} ET")
}

#[test]
fn white_text_upon_white_paper_is_hidden_and_upon_a_colour_it_is_not() {
    let white = |text: &str, shade: &str, around: &str| {
        let properties = format!(r#"<rPr><color val="FFFFFF"/>{shade}</rPr>"#);
        docx(&format!("<p>{around}<r>{properties}<t>{text}</t></r></p>"))
    };
    let hidden = white("At blive kok.", "", "");
    assert!(is_unreadable(&wishes(&hidden).0));
    assert!(open(&hidden).beside().contains(&Beside::Hidden));
    let shade = r#"<shd val="clear" fill="1F3864"/>"#;
    for (own, around) in
        [(shade, String::new()), (r#"<highlight val="blue"/>"#, String::new()), ("", format!("<pPr>{shade}</pPr>"))]
    {
        assert_eq!(wishes(&white("At blive kok.", own, &around)).0, "At blive kok.", "{own}{around}");
    }
    // What is behind a cell may be said in many places.
    let cell = r#"<tbl><tr><tc><p><r><rPr><color val="FFFFFF"/></rPr><t>At blive kok.</t></r></p></tc></tr></tbl>"#;
    assert_eq!(wishes(&docx(cell)).0, "At blive kok.");
}

#[test]
fn text_of_a_pdf_that_nobody_can_read_is_told_where_it_stands() {
    for (what, text) in [
        ("a font that is not there", at("/N 11 Tf (Bus.) Tj")),
        ("a font without letters", at("/I 11 Tf <000100020003> Tj")),
        ("letter by letter", at("/N 11 Tf (B) Tj (u) Tj (s) Tj")),
        ("in the middle of a text", at("(Vil ) Tj /N 11 Tf (ikke) Tj /F 11 Tf ( bus.) Tj")),
        ("not drawn", at("3 Tr (Bus.) Tj 0 Tr")),
        ("to the right of the page", "BT /F 11 Tf 900 704 Td (Bus.) Tj ET".to_owned()),
        ("to the left of the page", "BT /F 11 Tf -300 704 Td (Bus.) Tj ET".to_owned()),
    ] {
        let (value, unplaced) = wishes(&pdf(&text, "", "", &[]));
        assert!(is_unreadable(&value) && unplaced == 0, "{what}: {UNREADABLE}");
    }
    let bullet = at("/N 11 Tf (l) Tj /F 11 Tf ( Bus.) Tj");
    assert_eq!(wishes(&pdf(&bullet, "", "", &[])), (json!("Bus."), 0), "a sign alone is a bullet");
    let twice = at("(Bus.) Tj") + " BT /F 11 Tf 60.4 704 Td (Bus.) Tj ET";
    assert_eq!(wishes(&pdf(&twice, "", "", &[])), (json!("Bus."), 0), "a shadow");
}

#[test]
fn what_is_crossed_out_in_a_pdf_is_no_answer() {
    let with = |line: &str| wishes(&pdf(&(at("(Bus.) Tj") + " " + line), "", "", &[]));
    for line in
        ["60 707 m 84 707 l S", "q 1 0 0 1 60 704 cm 0 2.8 24 .7 re f Q", "60 708 m 72 708 l S 72 708 m 84 708 l S"]
    {
        let (value, unplaced) = with(line);
        assert!(is_unreadable(&value) && unplaced == 0, "{line}: {UNREADABLE}");
    }
    for line in ["60 702.8 m 84 702.8 l S", "50 699 m 545 699 l S", "50 714 m 545 714 l S", "90 707 m 120 707 l S"] {
        assert_eq!(with(line), (json!("Bus."), 0), "{line}");
    }
    let word = at("(Bus og ) Tj") + " BT /F 11 Tf 100 704 Td (tog.) Tj ET 100 707 m 120 707 l S";
    assert!(is_unreadable(&wishes(&pdf(&word, "", "", &[])).0), "a word of it: {UNREADABLE}");
    let mark = "<< /Subtype /StrikeOut /Rect [60 701 84 713] /QuadPoints [60 713 84 713 60 701 84 701] >>";
    let marked = |mark: &str| wishes(&pdf(&at("(Bus.) Tj"), "/Annots [7 0 R]", "", &[mark])).0;
    assert!(is_unreadable(&marked(mark)), "a mark upon it: {UNREADABLE}");
    assert_eq!(marked(&mark.replace("StrikeOut", "Underline")), json!("Bus."));
}

#[test]
fn a_note_at_the_foot_of_a_page_is_no_answer() {
    let (rule, raised) = ("60 90 144 .6 re f", "BT /F 7 Tf 84 708 Td (1) Tj ET");
    let note = |size: u8, sign: &str| format!("BT {sign} /F {size} Tf 66 76 Td (Kilden er borgeren.) Tj ET");
    let plain = "/F 11 Tf 60 76 Td (1) Tj 0 0 Td";
    let small = "/F 7 Tf 60 80 Td (1) Tj -60 -80 Td";
    let below = |drawn: &str| {
        let document = open(&pdf(&(at("(Bus.) Tj") + " " + drawn), "", "", &[]));
        let part = part(&document);
        assert_eq!(part["oensker"], "Bus.", "{drawn}");
        (part["helbred"]["situation"].clone(), document.beside().to_vec())
    };
    let none = (json!("Slidgigt."), vec![Beside::Footnotes]);
    let sign = |x: &str, text: &str| format!("BT {x} ET {text}");
    for drawn in [
        format!("{raised} {rule} {}", sign(small, &note(9, ""))),
        format!("{raised} {rule} {}", sign(plain, &note(11, ""))),
        format!("{raised} {}", sign(small, &note(9, ""))),
        format!("{rule} {}", note(9, "")),
        format!("{raised} {rule} {} BT /F 11 Tf 300 30 Td (2) Tj ET", sign(small, &note(9, ""))),
    ] {
        assert_eq!(below(&drawn), none, "{drawn}");
    }
    // A line and a number alone may be those of an answer.
    let text = format!("60 648 40 .6 re f {}", at("/F 11 Tf 0 -66 Td (3 dage om ugen.) Tj"));
    assert_eq!(below(&text), (json!("Slidgigt.\n3 dage om ugen."), vec![]));
    // Where nothing but its sign stands under a heading, it is the answer, which is not read.
    let alone = format!("BT /F 7 Tf 60 708 Td (1) Tj ET {rule} {}", sign(small, &note(9, "")));
    let (value, unplaced) = wishes(&pdf(&alone, "", "", &[]));
    assert!(is_unreadable(&value) && unplaced == 0, "{UNREADABLE}");
}

#[test]
fn a_page_of_a_pdf_has_an_end() {
    let read = |text: &str| documents().read(&pdf(text, "", "", &[])).map(|_| ());
    assert_eq!(read(&at(&"(a) Tj ".repeat(MAX_PAGE_PIECES + 1))), Err(DocumentError::PageTooFull));
    assert_eq!(read(&at(&format!("[{}] TJ", "(a)".repeat(MAX_PAGE_PIECES)))), Err(DocumentError::PageTooFull));
    assert_eq!(read(&"n ".repeat(MAX_PAGE_BYTES / 2)), Err(DocumentError::PageTooFull));
    // Within it, each letter costs no more than another, on the page and beyond it.
    let line = "(Bus ) Tj ".repeat(MAX_PAGE_PIECES / 3);
    for size in [".01", "1"] {
        assert_eq!(read(&format!("BT /F {size} Tf 60 704 Td {line} ET")), Ok(()), "{size}");
    }
}

#[test]
fn content_of_a_page_that_breaks_off_is_told() {
    let read = |text: &str| documents().read(&pdf(text, "", "", &[])).map(|_| ());
    for text in ["]] >> } foo 12 )", "<12 zz> Tj", "BT (Bus. Tj ET"] {
        assert_eq!(read(text), Err(DocumentError::Broken), "{text}");
    }
    let picture = "q BI /W 1 /H 1 /BPC 8 /CS /G /F /AHx ID 00> EI Q";
    let text = at("(Bus.) Tj") + picture;
    assert_eq!(wishes(&pdf(&text, "", "", &[])), (json!("Bus."), 0), "a picture in the content is none of it");
}

#[test]
fn what_was_typed_upon_a_pdf_is_read() {
    let typed = "<< /Subtype /FreeText /Rect [60 690 300 715] /Contents (Bus.\\rTog.) >>";
    let read = |object: &str| wishes(&pdf("", "/Annots [7 0 R]", "", &[object]));
    assert_eq!(read(typed), (json!("Bus.\nTog."), 0));
    assert_eq!(read(&typed.replace("/Rect", "/F 2 /Rect")), (Value::Null, 0), "hidden");
    let widget = "<< /Subtype /Widget /Rect [60 690 300 715] /T (\\330nsker) /FT /Tx /V (Bus.) >>";
    assert_eq!(read(widget), (json!("Bus."), 0), "a field that the form does not list");
    let listed =
        |object: &str| wishes(&pdf("", "/Annots [7 0 R]", "/AcroForm << /Fields [7 0 R] >>", &[object, STREAM])).0;
    const STREAM: &str = "<< /Length 4 >>\nstream\nBus.\nendstream";
    assert_eq!(listed(widget), json!("Bus."), "once");
    assert_eq!(listed(&widget.replace("/V (Bus.)", "/V [(Bus.) (Tog.)]")), json!("Bus.\nTog."));
    assert_eq!(listed(&widget.replace("/V (Bus.)", "/V 8 0 R")), json!("Bus."));
    assert!(is_unreadable(&listed(&widget.replace("/V (Bus.)", "/V 9"))), "{UNREADABLE}");
}

#[test]
fn one_of_several_buttons_is_what_it_is_called_and_not_its_number() {
    let with = |says: &str| {
        let field = format!("<< /T (Udarbejdet sammen med borgeren) /FT /Btn {says} >>");
        part(&open(&pdf(&at("(Bus.) Tj"), "", "/AcroForm << /Fields [7 0 R] >>", &[&field])))["samarbejde"]["medBorger"]
            .clone()
    };
    assert_eq!(with("/Ff 32768 /Opt [(Ja) (Nej)] /V /1"), false);
    assert_eq!(with("/Ff 32768 /Opt [(Ja) (Nej)] /V /0"), true);
    assert_eq!(with("/Ff 32768 /V /Nej"), false);
    assert_eq!(with("/Ff 32768 /Opt [(Ja) (Nej)] /V /Off"), Value::Null, "none is chosen");
    assert_eq!(with("/V /1"), true, "a box to tick");
    for unknown in ["/Ff 32768 /V /1", "/Ff 32768 /Opt [(Ja)] /V /7"] {
        assert!(is_unreadable(&with(unknown)), "{unknown}: {UNREADABLE}");
    }
}

/// What a plan says of whether the citizen took part, and of the day of the talk.
fn together(body: &str) -> (Value, Value) {
    let document = open(&docx(&(p("Bus.") + body)));
    let own = part(&document)["samarbejde"].clone();
    (own["medBorger"].clone(), own["samtaledato"].clone())
}

#[test]
fn of_several_short_answers_none_is_guessed() {
    let label = "Udarbejdet sammen med borgeren";
    for row in [
        &[label, "Ja", "Nej"][..],
        &[label, "Ja", "", "Nej", "X"],
        &[label, "Nej", "Ja"],
        &[label, "", "X"],
        &[label, "", "Nej"],
        &[label, "Ja", "Nej x"],
    ] {
        assert!(is_unreadable(&together(&table(&[row])).0), "{row:?}");
    }
    assert_eq!(together(&table(&[&[label, "Ja", "Sagsbehandler"]])).0, true);
    assert_eq!(together(&table(&[&[label, "Nej", ""]])).0, false);
    assert_eq!(together(&table(&[&[label, "☐ Ja", "☒ Nej"]])).0, false);
    assert_eq!(together(&table(&[&[label, "Ja ☒", "Nej ☐"]])).0, true);
    // Line by line it is the same.
    let lines = |lines: &[&str]| together(&(h(2, label) + &lines.iter().map(|line| p(line)).collect::<String>())).0;
    assert_eq!(lines(&["Ja", "Nej"]), json!("Ja\nNej"), "no yes and no no: the check calls it unreadable");
    assert_eq!(lines(&["☐ Ja", "☒ Nej"]), false);
    let days = |rows: &[&[&str]]| together(&table(rows)).1;
    assert!(is_unreadable(&days(&[&["Samtaledato", "01.02.2020", "03.04.2020"]])));
    assert!(is_unreadable(&days(&[&["", "Planlagt", "Afholdt"], &["Samtaledato", "01.02.2020", "03.04.2020"]])));
    assert_eq!(days(&[&["Samtaledato", "01.02.2020", "Jobcentret"]]), "2020-02-01");
}

#[test]
fn what_has_no_label_in_a_table_of_labels_or_follows_it_has_no_place() {
    let rows = [&["Netværk", "En bror."][..], &["CV", "Slagter."]];
    let own = "Sagen blev drøftet.";
    let tables = [
        p("Bus.") + &table(&rows) + &p(own),
        p("Bus.") + &table(&[rows[0], &[own], rows[1]]),
        p("Bus.") + &table(&[&[own], rows[0], rows[1]]),
        p("Bus.") + &table(&rows[..1]) + &p(own) + &table(&rows[1..]),
    ];
    for body in tables {
        assert_eq!(wishes(&docx(&body)), (json!("Bus."), 1));
        let part = part(&open(&docx(&body)));
        assert_eq!((&part["personligeRessourcer"]["netvaerk"], &part["cv"]), (&json!("En bror."), &json!("Slagter.")));
    }
}

#[test]
fn a_table_that_may_be_an_answer_gives_no_other_place_one() {
    let doubtful = table(&[&["Emne", "Beskrivelse"], &["Job", "Bus"], &["Uddannelse", "Ingen"]]);
    let (value, unplaced) = wishes(&docx(&doubtful));
    assert!(is_unreadable(&value) && unplaced == 3);
    assert_eq!(part(&open(&docx(&doubtful)))["erfaringerRessourcer"], Value::Null);
    let dated = p("Bus.") + &table(&[&["Dato", "Aktivitet"], &["1.2.2020", "Samtale"]]);
    assert_eq!(wishes(&docx(&dated)), (json!("Bus."), 2));
    assert_eq!(part(&open(&docx(&dated)))["dato"], Value::Null);
    // The name of another place beside a label, a number and a provision may be its answer.
    for answer in ["Uddannelse", "3", "§ 13 d"] {
        let value = part(&open(&docx(&table(&[&["CV", answer], &["Netværk", "En bror."]]))))["cv"].clone();
        assert!(is_unreadable(&value), "{answer}");
    }
    // Where all labels have them, they tell where something stands.
    let contents = table(&[&["CV", "3"], &["Netværk", "4"]]);
    assert_eq!(part(&open(&docx(&(p("Bus.") + &contents))))["cv"], Value::Null);
}

#[test]
fn a_heading_that_may_be_an_answer_is_told() {
    for (style, follows) in [(3, ""), (2, ""), (1, "")] {
        let (value, unplaced) = wishes(&docx(&(h(style, "Hun vil gerne køre bus.") + follows)));
        assert!(is_unreadable(&value) && unplaced == 1, "{style}");
    }
    let (value, unplaced) = wishes(&docx(&(h(3, "Hun vil gerne køre bus.") + &h(3, "Og tog."))));
    assert!(is_unreadable(&value) && unplaced == 2);
    assert_eq!(wishes(&docx(&(p("Bus.") + &h(3, "Og tog.")))), (json!("Bus."), 1));
    // With something under it, it is a heading, and a chapter has headings under it.
    assert_eq!(wishes(&docx(&(h(2, "Drømmesyn") + &p("Bus.")))), (Value::Null, 1));
    assert_eq!(wishes(&docx(&(p("Bus.") + &h(1, "Drømme og håb")))), (json!("Bus."), 0));
}

#[test]
fn an_open_document_loses_nothing_in_what_is_drawn_listed_hidden_or_filled_in() {
    let h = |level: u8, text: &str| format!(r#"<h outline-level="{level}">{text}</h>"#);
    let odt = |under: &str, more: &str| {
        let start = h(1, "Forberedende del") + &h(2, "Borgerens egen vurdering") + "<p>Det går.</p>" + &h(2, "Ønsker");
        let end = h(2, "Helbredssituation") + "<p>Slidgigt.</p>";
        let body = format!("<body><text>{more}{start}{under}{end}</text></body>");
        zipped(&[("content.xml", &format!("<document-content>{body}</document-content>"))])
    };
    for text in [
        "<rect><p>Bus.</p></rect>",
        "<p><ellipse><p>Bus.</p></ellipse></p>",
        "<numbered-paragraph><p>Bus.</p></numbered-paragraph>",
        "<user-index><index-body><p>Bus.</p></index-body></user-index>",
        "<section><p>Bus.</p></section>",
        "<p><a>Bus.</a></p>",
        "<p><note><note-citation>1</note-citation><note-body><p>Bus.</p></note-body></note></p>",
    ] {
        assert_eq!(wishes(&odt(text, "")), (json!("Bus."), 0), "{text}");
    }
    for hidden in
        [r#"<section display="none"><p>Bus.</p></section>"#, r#"<p><hidden-paragraph is-hidden="true"/>Bus.</p>"#]
    {
        let bytes = odt(hidden, "");
        assert!(is_unreadable(&wishes(&bytes).0), "{hidden}");
        assert_eq!(open(&bytes).beside(), [Beside::Hidden], "{hidden}");
    }
    let form = r#"<forms><form><listbox name="Netværk"><option label="En bror." current-selected="true"/><option label="Ingen"/></listbox>
        <radio name="Udarbejdet sammen med borgeren" label="Ja"/><radio name="Udarbejdet sammen med borgeren" label="Nej" current-selected="true"/></form></forms>"#;
    let part = part(&open(&odt("<p>Bus.</p>", form)));
    assert_eq!(part["personligeRessourcer"]["netvaerk"], "En bror.");
    assert_eq!(part["samarbejde"]["medBorger"], false);
}

#[test]
fn a_text_in_tables_within_tables_is_read_once() {
    let nested =
        |levels: usize| (0..levels).fold(p("Bus."), |inner, _| format!("<tbl><tr><tc>{inner}</tc></tr></tbl>"));
    for levels in [1, 2, 40] {
        assert_eq!(wishes(&docx(&nested(levels))), (json!("Bus."), 0), "{levels}");
    }
}
