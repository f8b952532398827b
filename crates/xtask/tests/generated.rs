//! What is made is current, and what the product is made of is in order.

use std::path::Path;

use rehabplan::Lang;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

#[test]
fn generated_files_are_current() {
    let stale = xtask::generated(root()).and_then(|made| made.stale(root())).expect("the repository can be read");
    assert!(stale.is_empty(), "out of date; run `cargo xtask gen` and read what changed: {stale:#?}");
}

/// Whoever reads the page of a rule, and no source, knows when it applies and what is looked at.
#[test]
fn every_page_of_a_rule_says_what_is_checked_and_where() {
    for rule in rehabplan::law::rules() {
        for (lang, checked, applies) in
            [(Lang::Da, "Kontrolleres", "Hvor kravet gælder"), (Lang::En, "Checked", "Where it applies")]
        {
            let page = std::fs::read_to_string(root().join("docs").join(rule.page(lang))).expect("there is a page");
            let row = format!("\n| {checked} | {} |\n", rule.checked(lang));
            assert!(page.contains(&row), "{}: {row}", rule.id);
            assert!(page.contains(&format!("\n## {applies}\n\n- ")), "{}: {applies}", rule.id);
            assert!(!page.contains(".rs"), "{} sends its reader to the source", rule.id);
        }
    }
}

#[test]
fn golden_reports_are_current() {
    let stale = xtask::blessed().and_then(|made| made.stale(root())).expect("the repository can be read");
    assert!(stale.is_empty(), "read what differs, and only if it is right `cargo xtask bless`: {stale:#?}");
}

#[test]
fn the_dependencies_keep_the_rules() {
    let wrong = xtask::dependencies::audit(root()).expect("cargo can be asked");
    assert!(wrong.is_empty(), "{wrong:#?}");
}
