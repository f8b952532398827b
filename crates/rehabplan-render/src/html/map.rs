//! The heat map of a run: paragraphs downwards, types of case across, as a picture and as a table.

use maud::{Markup, html};
use rehabplan::Lang;
use rehabplan_batch::{Counts, Paragraph, Tally};

use crate::names::{self, number, percent};
use crate::words::{self, fill};

const CELL: usize = 46;
const ROW: usize = 26;

/// How far it is from one line of a heading to the next.
const LINE: usize = 15;

/// How many letters a line of a heading has room for, and how wide a letter is at most, on the whole, in any font that a
/// reader may have.
const LETTERS: usize = 30;
const LETTER: f64 = 7.6;

/// How steep the headings of the columns are.
const DEGREES: f64 = 50.0;

/// From nothing to everything in one hue, which prints in grey and is read without colour vision.
const SHADES: [[f64; 3]; 4] = [[255.0, 255.0, 255.0], [246.0, 201.0, 168.0], [217.0, 98.0, 43.0], [122.0, 31.0, 12.0]];

/// Where nothing was demanded.
const BLANK: &str = "#e4e4e4";

pub(super) fn heat(tally: &Tally, lang: Lang) -> Markup {
    let columns: Vec<&Counts> = tally.variants().collect();
    let applies = |number: u8| columns.iter().any(|counts| cell(counts, number).applies > 0);
    let rows: Vec<u8> = (2..=16).filter(|number| applies(*number)).collect();
    if rows.is_empty() {
        return html! { p { (words::MAP_NOTHING.get(lang)) } };
    }
    html! {
        // A picture that is wider than the window is scrolled with the keyboard too.
        div.wide role="region" tabindex="0" aria-label=(words::MAP_TITLE.get(lang)) { (picture(&columns, &rows, lang)) }
        p.note { (words::MAP_BLANK.get(lang)) }
        details {
            summary { (words::MAP_TABLE.get(lang)) }
            div.wide role="region" tabindex="0" aria-label=(words::MAP_TABLE.get(lang)) { (table(&columns, &rows, lang)) }
        }
    }
}

fn cell(counts: &Counts, number: u8) -> Paragraph {
    counts.paragraphs().find(|(known, _)| *known == number).map(|(_, paragraph)| paragraph).unwrap_or_default()
}

fn heading(number: u8, lang: Lang) -> String {
    format!("§ {number}  {}", names::paragraph(number, lang))
}

fn plans(counts: &Counts, lang: Lang) -> String {
    names::count(counts.plans, words::PLANS_ONE, words::PLANS_MANY, lang)
}

/// A row: its paragraph, its heading in lines, where it begins and how high it is.
struct Band {
    paragraph: u8,
    heading: Vec<String>,
    y: usize,
    height: usize,
}

/// The rows below each other, from a height on.
fn bands(rows: &[u8], top: usize, lang: Lang) -> Vec<Band> {
    let mut y = top;
    let band = |paragraph: &u8| {
        let heading = lines(&heading(*paragraph, lang));
        let height = ROW + LINE * heading.len().saturating_sub(1);
        y += height;
        Band { paragraph: *paragraph, heading, y: y - height, height }
    };
    rows.iter().map(band).collect()
}

/// A heading in lines, parted between words.
fn lines(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= LETTERS => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// How wide a text is at most.
fn wide(text: &str) -> f64 {
    text.chars().count() as f64 * LETTER
}

fn picture(columns: &[&Counts], rows: &[u8], lang: Lang) -> Markup {
    let heads: Vec<String> = columns.iter().map(|counts| names::variants(counts.variants, lang)).collect();
    let longest = heads.iter().map(|head| wide(head)).fold(0.0, f64::max);
    let top = (longest * DEGREES.to_radians().sin()) as usize + 40;
    let bands = bands(rows, top, lang);
    let left = bands.iter().flat_map(|band| &band.heading).map(|line| wide(line)).fold(0.0, f64::max) as usize;
    let middle = |place: usize| left + CELL * place + CELL / 2;
    // The headings lean to the right of their columns.
    let ends =
        heads.iter().enumerate().map(|(place, head)| middle(place) as f64 + wide(head) * DEGREES.to_radians().cos());
    let width = ends.fold((left + CELL * columns.len()) as f64, f64::max) as usize + 10;
    let height = bands.last().map_or(top, |band| band.y + band.height) + 6;
    html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 " (width) " " (height) } style={ "--width: " (width) "px" }
            role="img" aria-labelledby="kort" {
            title id="kort" { (words::MAP_TITLE.get(lang)) }
            @for (place, (counts, head)) in columns.iter().zip(&heads).enumerate() {
                text transform={ "translate(" (middle(place)) " " (top - 26) ") rotate(-" (DEGREES) ")" } fill="#1b1b1b" { (head) }
                text x=(middle(place)) y=(top - 8) text-anchor="middle" fill="#4c4c4c" font-size="10" { (number(counts.plans, lang)) }
            }
            @for band in &bands {
                @for (line, text) in band.heading.iter().enumerate() {
                    text x="0" y=(band.y + 17 + LINE * line) fill="#1b1b1b" { (text) }
                }
                @for (place, counts) in columns.iter().enumerate() {
                    @let Paragraph { applies, deficient, .. } = cell(counts, band.paragraph);
                    @let (fill, ink) = colours(deficient, applies);
                    rect x=(middle(place) - CELL / 2) y=(band.y) width=(CELL) height=(band.height) fill=(fill) stroke="#fff" {}
                    @if applies > 0 {
                        text x=(middle(place)) y=(band.y + band.height / 2 + 4) text-anchor="middle" fill=(ink) {
                            (percent(deficient, applies, lang))
                        }
                    }
                }
            }
        }
    }
}

fn table(columns: &[&Counts], rows: &[u8], lang: Lang) -> Markup {
    html! {
        table {
            caption { (words::MAP_TITLE.get(lang)) }
            thead {
                tr {
                    th scope="col" { (words::RULE.get(lang)) }
                    @for counts in columns {
                        th scope="col" { (names::variants(counts.variants, lang)) " (" (plans(counts, lang)) ")" }
                    }
                }
            }
            tbody {
                @for paragraph in rows {
                    tr {
                        th scope="row" { (heading(*paragraph, lang)) }
                        @for counts in columns {
                            @let Paragraph { applies, deficient, .. } = cell(counts, *paragraph);
                            @let values: [(&str, &dyn std::fmt::Display); 2] =
                                [("part", &number(deficient, lang)), ("of", &number(applies, lang))];
                            td { @if applies > 0 { (fill(words::MAP_CELL.get(lang), &values)) } @else { "–" } }
                        }
                    }
                }
            }
        }
    }
}

/// The colour of a share, and black or white on it, whichever is the easier to read.
fn colours(part: u64, of: u64) -> (String, &'static str) {
    if of == 0 {
        return (BLANK.to_owned(), "#000");
    }
    let place = part as f64 / of as f64 * (SHADES.len() - 1) as f64;
    let (below, above) = (place.floor(), place.ceil());
    let shade = |place: f64| SHADES.get(place as usize).copied().unwrap_or_default();
    let (low, high) = (shade(below), shade(above));
    let mut colour = [0.0; 3];
    for (channel, (from, to)) in colour.iter_mut().zip(low.into_iter().zip(high)) {
        *channel = (from + (to - from) * (place - below)).round();
    }
    let [red, green, blue] = colour.map(|channel| channel as u8);
    (format!("#{red:02x}{green:02x}{blue:02x}"), if luminance(colour) > 0.179 { "#000" } else { "#fff" })
}

/// How light a colour is, as the guidelines for contrast reckon it; at 0.179 black and white stand out alike.
fn luminance(colour: [f64; 3]) -> f64 {
    let linear = |channel: f64| {
        let channel = channel / 255.0;
        if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = colour.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::{LETTERS, SHADES, bands, colours, lines, luminance};
    use rehabplan::Lang;

    #[test]
    fn every_heading_has_room_beside_its_row() {
        for &lang in Lang::ALL {
            let rows: Vec<u8> = (2..=16).collect();
            let bands = bands(&rows, 100, lang);
            for (band, next) in bands.iter().zip(bands.iter().skip(1)) {
                assert_eq!(band.y + band.height, next.y);
                assert!(band.heading.iter().all(|line| line.chars().count() <= LETTERS), "{:?}", band.heading);
            }
            // § 8 has the longest.
            assert!(bands.iter().any(|band| band.paragraph == 8 && band.heading.len() > 1));
        }
        assert_eq!(lines("§ 2  Planens dele"), ["§ 2 Planens dele"]);
    }

    #[test]
    fn every_share_can_be_read() {
        for part in 0..=100 {
            let (fill, ink) = colours(part, 100);
            let channel = |from: usize| f64::from(u8::from_str_radix(&fill[from..from + 2], 16).unwrap_or_default());
            let ground = luminance([channel(1), channel(3), channel(5)]);
            let ink = if ink == "#fff" { 1.0 } else { 0.0 };
            let contrast = (f64::max(ground, ink) + 0.05) / (f64::min(ground, ink) + 0.05);
            assert!(contrast >= 4.5, "{part}: {contrast}");
        }
        assert_eq!(colours(0, 7).0, "#ffffff");
        assert_eq!(colours(7, 7).0, "#7a1f0c");
        assert_eq!(SHADES.len(), 4);
    }
}
