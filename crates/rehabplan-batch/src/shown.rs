/// A name from outside, without anything that a terminal would take for a command, and without the marks that turn the
/// direction of writing and so show another name. What is left out stands as an escape.
///
/// ```
/// assert_eq!(rehabplan_batch::shown("a\u{1b}[31m\nø"), "a\\u{1b}[31m\\nø");
/// assert_eq!(rehabplan_batch::shown("x\u{202e}nosj.exe\u{2066}"), "x\\u{202e}nosj.exe\\u{2066}");
/// ```
#[must_use]
pub fn shown(name: &str) -> String {
    let turns =
        |character| matches!(character, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    name.chars().fold(String::with_capacity(name.len()), |mut shown, character| {
        if character.is_control() || turns(character) {
            shown.extend(character.escape_default())
        } else {
            shown.push(character)
        }
        shown
    })
}
