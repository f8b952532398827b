//! The heat map of a run: paragraphs downwards, types of case across, as a picture and as a table.

use maud::{Markup, html};
use rehabplan::Lang;
use rehabplan_batch::{Counts, Paragraph, Tally};

use crate::names::{self, number, percent};
use crate::words::{self, fill};

const LEFT: usize = 214;
const TOP: usize = 204;
const CELL: usize = 46;
const ROW: usize = 26;

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
    format!("§ {number}  {}", names::paragraph(number).get(lang))
}

fn plans(counts: &Counts, lang: Lang) -> String {
    names::count(counts.plans, words::PLANS_ONE, words::PLANS_MANY, lang)
}

fn picture(columns: &[&Counts], rows: &[u8], lang: Lang) -> Markup {
    let (width, height) = (LEFT + CELL * columns.len() + 110, TOP + ROW * rows.len() + 6);
    html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 " (width) " " (height) } role="img" aria-labelledby="kort" {
            title id="kort" { (words::MAP_TITLE.get(lang)) }
            @for (place, counts) in columns.iter().enumerate() {
                @let (x, y) = (LEFT + CELL * place + CELL / 2, TOP - 26);
                text transform={ "translate(" (x) " " (y) ") rotate(-50)" } fill="#1b1b1b" { (names::variants(counts.variants)) }
                text x=(x) y=(TOP - 8) text-anchor="middle" fill="#4c4c4c" font-size="10" { (number(counts.plans, lang)) }
            }
            @for (line, paragraph) in rows.iter().enumerate() {
                @let y = TOP + ROW * line;
                text x="0" y=(y + 17) fill="#1b1b1b" { (heading(*paragraph, lang)) }
                @for (place, counts) in columns.iter().enumerate() {
                    @let x = LEFT + CELL * place;
                    @let Paragraph { applies, deficient } = cell(counts, *paragraph);
                    @let (fill, ink) = colours(deficient, applies);
                    rect x=(x) y=(y) width=(CELL) height=(ROW) fill=(fill) stroke="#fff" {}
                    @if applies > 0 {
                        text x=(x + CELL / 2) y=(y + 17) text-anchor="middle" fill=(ink) { (percent(deficient, applies, lang)) }
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
                        th scope="col" { (names::variants(counts.variants)) " (" (plans(counts, lang)) ")" }
                    }
                }
            }
            tbody {
                @for paragraph in rows {
                    tr {
                        th scope="row" { (heading(*paragraph, lang)) }
                        @for counts in columns {
                            @let Paragraph { applies, deficient } = cell(counts, *paragraph);
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
    use super::{SHADES, colours, luminance};

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
