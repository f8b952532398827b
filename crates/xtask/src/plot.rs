//! The plot of the ratios, as an SVG without scripts, fonts or anything else from outside.

use std::fmt::Write as _;

use serde::Deserialize;

/// How many times as fast one contender is as another.
#[derive(Deserialize)]
pub(crate) struct Ratio {
    pub(crate) part: String,
    pub(crate) ours: String,
    pub(crate) peer: String,
    pub(crate) encoding: String,
    #[serde(flatten)]
    pub(crate) spread: Spread,
    pub(crate) goal: Option<f64>,
}

/// The median over the rounds, and the lowest and the highest.
#[derive(Deserialize)]
pub(crate) struct Spread {
    pub(crate) median: f64,
    pub(crate) low: f64,
    pub(crate) high: f64,
}

/// What a person calls a part of the benchmarks.
pub(crate) fn name(part: &str) -> &str {
    match part {
        "rust" => "Rust",
        "cli" => "Command line",
        "python" => "Python",
        "node" => "Node",
        other => other,
    }
}

const WIDTH: f64 = 860.0;
const LEFT: f64 = 290.0;
const RIGHT: f64 = 30.0;
const TOP: f64 = 78.0;
const ROW: f64 = 30.0;
/// How far the two encodings lie above and below the middle of a row.
const APART: f64 = 5.5;

/// Blue and vermilion, which all eyes can tell apart; the marks differ in shape too.
const ENCODINGS: [(&str, &str, f64); 2] = [("plain", "#0072b2", -APART), ("escaped", "#d55e00", APART)];

/// Draws how many times as fast each contender is, on a logarithmic scale: a dot at the median, a line from the lowest
/// to the highest round, and a stroke at the goal.
pub(crate) fn ratios(ratios: &[Ratio]) -> String {
    let mut rows: Vec<(&str, &str, &str)> = Vec::new();
    for ratio in ratios {
        let row = (ratio.part.as_str(), ratio.ours.as_str(), ratio.peer.as_str());
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    let values = || ratios.iter().flat_map(|ratio| [ratio.spread.low, ratio.spread.high, ratio.goal.unwrap_or(1.0)]);
    let scale = Scale::over(values().fold(0.5, f64::min), values().fold(2.0, f64::max));
    let bottom = TOP + ROW * rows.len() as f64;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {}\" font-family=\"sans-serif\" font-size=\"13\">\n\
         <title>How many times as fast rehabplan is</title>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n",
        bottom + 46.0
    );
    legend(&mut svg);
    for tick in scale.ticks() {
        let (x, colour) = (scale.x(tick), if tick == 1.0 { "#333" } else { "#ddd" });
        let _ = writeln!(svg, "<path d=\"M{x:.1} {TOP}V{bottom}\" stroke=\"{colour}\"/>");
        let _ = writeln!(
            svg,
            "<text x=\"{x:.1}\" y=\"{}\" text-anchor=\"middle\" fill=\"#444\">{tick}</text>",
            bottom + 18.0
        );
    }
    let _ = writeln!(
        svg,
        "<text x=\"{:.1}\" y=\"{}\" text-anchor=\"middle\" fill=\"#444\">times as fast (logarithmic); 1 is the same speed</text>",
        (LEFT + WIDTH - RIGHT) / 2.0,
        bottom + 38.0
    );
    for (place, row) in rows.iter().enumerate() {
        let middle = TOP + ROW * (place as f64 + 0.5);
        let (part, ours, peer) = row;
        if place == 0 || rows[place - 1].0 != *part {
            let top = middle - ROW / 2.0;
            let _ = writeln!(svg, "<path d=\"M14 {top}H{}\" stroke=\"#bbb\"/>", WIDTH - RIGHT);
            let _ = writeln!(svg, "<text x=\"14\" y=\"{}\" font-weight=\"bold\">{}</text>", middle + 4.5, name(part));
        }
        let _ = writeln!(
            svg,
            "<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{ours} / {peer}</text>",
            LEFT - 14.0,
            middle + 4.5
        );
        for ratio in
            ratios.iter().filter(|ratio| (ratio.part.as_str(), ratio.ours.as_str(), ratio.peer.as_str()) == *row)
        {
            mark(&mut svg, ratio, &scale, middle);
        }
    }
    svg.push_str("</svg>\n");
    svg
}

fn legend(svg: &mut String) {
    let _ = writeln!(
        svg,
        "<text x=\"14\" y=\"26\" font-size=\"17\" font-weight=\"bold\">How many times as fast rehabplan is</text>"
    );
    for (place, (name, colour, _)) in ENCODINGS.into_iter().enumerate() {
        let x = LEFT + 8.0 + 170.0 * place as f64;
        svg.push_str(&dot(name, colour, x, 51.0));
        let _ = writeln!(
            svg,
            "<text x=\"{}\" y=\"55.5\">{}</text>",
            x + 12.0,
            if name == "plain" { "plain UTF-8" } else { "escaped (\\u00e6)" }
        );
    }
    let x = LEFT + 348.0;
    let _ = writeln!(
        svg,
        "<path d=\"M{x} 44V58\" stroke=\"#333\" stroke-width=\"3\"/><text x=\"{}\" y=\"55.5\">goal</text>",
        x + 10.0
    );
}

fn mark(svg: &mut String, ratio: &Ratio, scale: &Scale, middle: f64) {
    let Some((name, colour, above)) = ENCODINGS.into_iter().find(|(name, ..)| *name == ratio.encoding) else { return };
    let y = middle + above;
    if let Some(goal) = ratio.goal {
        let (x, from, to) = (scale.x(goal), y - 5.0, y + 5.0);
        let _ = writeln!(svg, "<path d=\"M{x:.1} {from}V{to}\" stroke=\"{colour}\" stroke-width=\"3\"/>");
    }
    let (low, high) = (scale.x(ratio.spread.low), scale.x(ratio.spread.high));
    let _ = writeln!(svg, "<path d=\"M{low:.1} {y}H{high:.1}\" stroke=\"{colour}\" stroke-width=\"1.5\"/>");
    svg.push_str(&dot(name, colour, scale.x(ratio.spread.median), y));
}

/// Full for plain, hollow for escaped.
fn dot(encoding: &str, colour: &str, x: f64, y: f64) -> String {
    let fill = if encoding == "plain" { colour } else { "#fff" };
    format!("<circle cx=\"{x:.1}\" cy=\"{y}\" r=\"4.5\" fill=\"{fill}\" stroke=\"{colour}\" stroke-width=\"2\"/>\n")
}

/// A logarithmic scale between two ticks.
struct Scale {
    from: f64,
    to: f64,
}

/// Where a logarithmic axis may begin, end and have ticks.
const TICKS: [f64; 14] = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0];

impl Scale {
    fn over(low: f64, high: f64) -> Self {
        let from = TICKS.into_iter().rfind(|tick| *tick <= low).unwrap_or(TICKS[0]);
        let to = TICKS.into_iter().find(|tick| *tick >= high).unwrap_or(TICKS[TICKS.len() - 1]);
        Self { from, to }
    }

    fn ticks(&self) -> impl Iterator<Item = f64> {
        TICKS.into_iter().filter(|tick| (self.from..=self.to).contains(tick))
    }

    fn x(&self, value: f64) -> f64 {
        LEFT + (WIDTH - RIGHT - LEFT) * (value / self.from).ln() / (self.to / self.from).ln()
    }
}
