//! Links in what is handed out: what they lead to is there, or lies in the source, which is said in their place.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

/// A link in a page: the text of it, and where it leads.
struct Link<'p> {
    whole: &'p str,
    text: &'p str,
    target: &'p str,
}

/// The links of a page to files. One to another place of the page, or to somewhere else, is none.
fn links(page: &str) -> Vec<Link<'_>> {
    let mut links = Vec::new();
    for (middle, _) in page.match_indices("](") {
        let (Some(start), Some(length)) = (page[..middle].rfind('['), page[middle..].find(')')) else {
            continue;
        };
        let target = &page[middle + 2..middle + length];
        if !target.is_empty() && !target.contains(['#', ':', ' ', '\n']) {
            links.push(Link { whole: &page[start..=middle + length], text: &page[start + 1..middle], target });
        }
    }
    links
}

/// Where a link of a page leads, without going up and down.
fn place(page: &Path, target: &str) -> PathBuf {
    let mut place = page.parent().unwrap_or(page).to_path_buf();
    for part in Path::new(target).components() {
        match part {
            Component::ParentDir => drop(place.pop()),
            Component::CurDir => {}
            other => place.push(other),
        }
    }
    place
}

/// The pages in a folder and those below it, but for what is in packages.
fn pages(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut pages = Vec::new();
    for path in super::list(folder)? {
        if path.is_dir() {
            pages.extend(self::pages(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            pages.push(path);
        }
    }
    Ok(pages)
}

/// In place of each link to what is only in the source, its text and the name that it has there.
///
/// # Errors
///
/// When a page cannot be read or written.
pub(super) fn without_source(out: &Path) -> io::Result<()> {
    let read = [out.join("docs"), out.join(super::EXAMPLES)];
    let mut all = vec![out.join("CHANGELOG.md")];
    for folder in read {
        all.extend(pages(&folder)?);
    }
    for page in all {
        let before = fs::read_to_string(&page)?;
        let mut after = before.clone();
        for link in links(&before) {
            let place = place(&page, link.target);
            if !place.exists() {
                let name = place.strip_prefix(out).unwrap_or(&place).display();
                after = after.replace(link.whole, &format!("{} (`{name}` in the source)", link.text));
            }
        }
        if after != before {
            fs::write(page, after)?;
        }
    }
    Ok(())
}

/// The links that lead nowhere, each with its page.
///
/// # Errors
///
/// When a page cannot be read.
pub(super) fn astray(out: &Path) -> io::Result<Vec<String>> {
    let mut astray = Vec::new();
    for page in pages(out)? {
        let text = fs::read_to_string(&page)?;
        let name = page.strip_prefix(out).unwrap_or(&page).display();
        let lost = links(&text).into_iter().filter(|link| !place(&page, link.target).exists());
        astray.extend(lost.map(|link| format!("{name}: {}", link.target)));
    }
    Ok(astray)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_to_what_is_there_or_says_where_it_is() -> io::Result<()> {
        let out = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/dist-links-test");
        fs::create_dir_all(out.join("docs/en"))?;
        fs::create_dir_all(out.join("examples/server"))?;
        let page = "[one](../../examples/server), [two](../../tests/a.csv), [three](#here), [four](https://example.org/x.md)\n";
        fs::write(out.join("docs/en/page.md"), page)?;
        fs::write(out.join("CHANGELOG.md"), "see [the page](docs/en/page.md) and [none](docs/none.md)\n")?;
        assert_eq!(astray(&out)?, ["CHANGELOG.md: docs/none.md", "docs/en/page.md: ../../tests/a.csv"]);
        without_source(&out)?;
        assert_eq!(astray(&out)?, [""; 0]);
        let expected = page.replace("[two](../../tests/a.csv)", "two (`tests/a.csv` in the source)");
        assert_eq!(fs::read_to_string(out.join("docs/en/page.md"))?, expected);
        fs::remove_dir_all(out)
    }

    #[test]
    fn the_readme_names_what_is_made() {
        let readme = include_str!("README.md");
        for own in super::super::ARTIFACTS.iter().flat_map(|artifact| artifact.own) {
            let (first, _) = own.split_once('/').unwrap_or((own, ""));
            assert!(first == super::super::README || readme.contains(first), "{own}");
        }
    }
}
