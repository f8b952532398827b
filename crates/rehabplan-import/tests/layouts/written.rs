//! The layouts: the same template as headings with and without styles, labels, tables, an open document and a PDF.

use super::super::{docx, pdf, zipped};
use super::{Asked, Heading};

pub(super) fn layouts(headings: &[Heading]) -> Vec<(&'static str, Vec<u8>)> {
    let word = |write: &dyn Fn(&Heading) -> String| {
        let body: String = headings.iter().map(write).collect();
        docx(&format!("<document><body>{body}</body></document>"))
    };
    vec![
        ("overskrifter.docx", word(&|heading| styled(heading) + &below(heading))),
        ("fede.docx", word(&|heading| bold(heading) + &below(heading))),
        ("kolon.docx", word(&in_line)),
        ("tabel.docx", word(&in_table)),
        ("raekker.docx", word(&in_rows)),
        ("overskrifter.odt", open(headings, false)),
        ("tabel.odt", open(headings, true)),
        ("overskrifter.pdf", printed(headings, false)),
        ("kolon.pdf", printed(headings, true)),
    ]
}

fn paragraph(text: &str) -> String {
    format!("<p><r><t>{}</t></r></p>", text.replace('\n', "</t><br/><t>"))
}

fn styled(heading: &Heading) -> String {
    format!(r#"<p><pPr><outlineLvl val="{}"/></pPr><r><t>{}</t></r></p>"#, heading.level, heading.title)
}

/// Parts in larger letters, and all headings bold.
fn bold(heading: &Heading) -> String {
    let size = if heading.level == 0 { 32 } else { 22 };
    format!(r#"<p><r><rPr><b/><sz val="{size}"/></rPr><t>{}</t></r></p>"#, heading.title)
}

fn table(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let cell = |text: &String| format!("<tc>{}</tc>", paragraph(text));
    let row = |row: Vec<String>| format!("<tr>{}</tr>", row.iter().map(cell).collect::<String>());
    format!("<tbl>{}</tbl>", rows.into_iter().map(row).collect::<String>())
}

fn rows_of(columns: &[&str], rows: &[Vec<String>]) -> Vec<Vec<String>> {
    std::iter::once(columns.iter().map(|column| (*column).to_owned()).collect()).chain(rows.iter().cloned()).collect()
}

fn item(text: &String) -> String {
    format!(r#"<p><pPr><numPr><numId val="1"/></numPr></pPr><r><t>{text}</t></r></p>"#)
}

fn below(heading: &Heading) -> String {
    match &heading.asked {
        Asked::Group => String::new(),
        Asked::Answer(text) => paragraph(text),
        Asked::Items(items) => items.iter().map(item).collect(),
        Asked::Rows { columns, rows } => table(rows_of(columns, rows)) + "<p/>",
    }
}

fn in_line(heading: &Heading) -> String {
    match &heading.asked {
        Asked::Answer(text) => paragraph(&format!("{}: {text}", heading.title)),
        Asked::Group => styled(heading),
        _ => styled(heading) + &below(heading),
    }
}

/// A label with its answer beside it, each in a table of one row: tables that follow each other are one.
fn in_table(heading: &Heading) -> String {
    match &heading.asked {
        Asked::Answer(text) => table([vec![heading.title.to_owned(), text.clone()]]),
        Asked::Items(items) => table([vec![heading.title.to_owned(), items.join("\n")]]),
        _ => styled(heading) + &below(heading),
    }
}

/// A question in a row of its own, and the answer in the next.
fn in_rows(heading: &Heading) -> String {
    match &heading.asked {
        Asked::Answer(text) => table([vec![heading.title.to_owned()], vec![text.clone()]]) + "<p/>",
        _ => styled(heading) + &below(heading),
    }
}

fn open(headings: &[Heading], is_table: bool) -> Vec<u8> {
    let title = |heading: &Heading| format!(r#"<h outline-level="{}">{}</h>"#, heading.level + 1, heading.title);
    let cell = |text: &String| format!("<table-cell><p>{text}</p></table-cell>");
    let row = |row: Vec<String>| format!("<table-row>{}</table-row>", row.iter().map(cell).collect::<String>());
    let table = |rows: Vec<Vec<String>>| format!("<table>{}</table>", rows.into_iter().map(row).collect::<String>());
    let item = |item: &String| format!("<list-item><p>{item}</p></list-item>");
    let write = |heading: &Heading| match &heading.asked {
        Asked::Group => title(heading),
        Asked::Answer(text) if is_table => table(vec![vec![heading.title.to_owned(), text.clone()]]),
        Asked::Answer(text) => title(heading) + &format!("<p>{text}</p>"),
        Asked::Items(items) => title(heading) + &format!("<list>{}</list>", items.iter().map(item).collect::<String>()),
        Asked::Rows { columns, rows } => title(heading) + &table(rows_of(columns, rows)),
    };
    let body: String = headings.iter().map(write).collect();
    zipped(&[("content.xml", &format!("<document-content><body><text>{body}</text></body></document-content>"))])
}

/// On as many pages as it takes, a line below the other; the columns of a table are so far apart as the page has room for.
fn printed(headings: &[Heading], is_in_line: bool) -> Vec<u8> {
    const TOP: usize = 550;
    const BOTTOM: usize = 40;
    let mut pages = vec![String::new()];
    let mut at = TOP;
    let mut write = |needed: usize, lines: &[(usize, &str, usize, String)]| {
        if at < BOTTOM + needed {
            pages.push(String::new());
            at = TOP;
        }
        for (left, font, size, text) in lines {
            let drawn = format!("BT /{font} {size} Tf {left} {at} Td ({}) Tj ET\n", escaped(text));
            pages.last_mut().unwrap().push_str(&drawn);
        }
        at -= lines.first().map_or(8, |(_, _, size, _)| size + 4);
    };
    for Heading { level, title, asked } in headings {
        let size = [14, 12, 11, 10][(*level).min(3)];
        write(0, &[]);
        match asked {
            Asked::Answer(text) if is_in_line => {
                write(0, &[(50, "F", 9, format!("{title}: {text}"))]);
                continue;
            }
            _ => write(60, &[(50, "B", size, (*title).to_owned())]),
        }
        match asked {
            Asked::Group => {}
            Asked::Answer(text) => write(0, &[(50, "F", 9, text.clone())]),
            Asked::Items(items) => items.iter().for_each(|item| write(0, &[(60, "F", 9, format!("\u{2022} {item}"))])),
            Asked::Rows { columns, rows } => {
                let wide = 760 / columns.len().max(1);
                let mut row = |font, cells: Vec<String>| {
                    let cells: Vec<_> =
                        cells.into_iter().enumerate().map(|(at, cell)| (50 + at * wide, font, 9, cell)).collect();
                    write(0, &cells);
                };
                row("B", columns.iter().map(|column| (*column).to_owned()).collect());
                rows.iter().for_each(|cells| row("F", cells.clone()));
            }
        }
    }
    let font = |name: &str| format!("<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>");
    let of = |place: usize| 5 + 2 * place;
    let kids: String = (0..pages.len()).map(|place| format!("{} 0 R ", of(place))).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", pages.len()),
        font("Helvetica"),
        font("Helvetica-Bold"),
    ];
    for (place, content) in pages.iter().enumerate() {
        let resources = "<< /Font << /F 3 0 R /B 4 0 R >> >>";
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents {} 0 R /Resources {resources} >>",
            of(place) + 1
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()));
    }
    pdf(&objects.iter().map(String::as_str).collect::<Vec<_>>(), "")
}

/// As a PDF writes it: letters beyond ASCII by their number.
fn escaped(text: &str) -> String {
    let escape = |letter: char| match letter {
        '(' | ')' | '\\' => format!("\\{letter}"),
        '\u{2022}' => "\\225".to_owned(),
        letter if letter.is_ascii() => letter.to_string(),
        letter => format!("\\{:03o}", u32::from(letter)),
    };
    text.chars().map(escape).collect()
}
