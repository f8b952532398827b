//! Groups as the rows of a table.

use rehabplan_batch::table::{Cell, Column, GROUP_PARAGRAPHS, GROUP_RULES, GROUPS, Row};

use super::{Groups, Numbers, Size, masked};

/// What the rows of a table of groups are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Breakdown {
    /// The plans of each group.
    Plans,
    /// Each paragraph.
    Paragraphs,
    /// Each requirement.
    Rules,
}

/// What a row says: what it is about, in how many plans something was decided, and in how many of these it is lacking; the
/// warnings apart where there can be some.
struct Line {
    about: Vec<Cell<'static>>,
    decided: u64,
    deficient: u64,
    warnings: Option<u64>,
}

impl Breakdown {
    /// The columns of the table after those that the plans are grouped by.
    #[must_use]
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::Plans => GROUPS,
            Self::Paragraphs => GROUP_PARAGRAPHS,
            Self::Rules => GROUP_RULES,
        }
    }

    /// What there is to say of a group, in the same order for each.
    fn lines(self, numbers: &Numbers) -> Vec<Line> {
        let line = |about, decided, deficient| Line { about, decided, deficient, warnings: None };
        let mut lines: Vec<Line> = match self {
            Self::Plans => return vec![line(vec![numbers.plans.into()], numbers.checked, numbers.deficient)],
            Self::Paragraphs => (2_u8..=16).map(|number| line(vec![number.into()], 0, 0)).collect(),
            Self::Rules => rehabplan::law::rules()
                .map(|rule| {
                    let provision = &rule.provision;
                    let about = vec![rule.id.into(), provision.paragraf.into(), provision.to_string().into()];
                    Line { warnings: Some(0), ..line(about, 0, 0) }
                })
                .collect(),
        };
        for counts in numbers.tally.variants() {
            if self == Self::Paragraphs {
                for (line, (_, paragraph)) in lines.iter_mut().zip(counts.paragraphs()) {
                    line.decided += paragraph.applies;
                    line.deficient += paragraph.deficient;
                }
                continue;
            }
            for (line, (_, answers)) in lines.iter_mut().zip(counts.rules()) {
                line.decided += answers.met + answers.errors + answers.warnings + answers.undetermined;
                line.deficient += answers.errors;
                line.warnings = line.warnings.map(|sum| sum + answers.warnings);
            }
        }
        lines
    }
}

impl Groups {
    /// The rows of a table: the value of each column that the plans are grouped by, then [`Breakdown::columns`].
    ///
    /// A group that is masked is one row without numbers. A number that rests on too few plans of a group is masked as a group
    /// is; where nothing was decided in a group, there is no row.
    #[must_use]
    pub fn rows(&self, detail: Breakdown) -> Vec<Row<'_>> {
        let groups: Vec<_> = self.iter().collect();
        let mut lines: Vec<Vec<(Line, bool)>> = Vec::with_capacity(groups.len());
        for group in &groups {
            let of_group = group.numbers.map_or_else(Vec::new, |numbers| detail.lines(numbers));
            lines.push(of_group.into_iter().map(|line| (line, false)).collect());
        }
        // What is said of one thing is masked across the groups, as these are.
        let count = lines.iter().map(Vec::len).max().unwrap_or_default();
        for place in 0..count {
            let of_groups = groups.iter().zip(&mut lines);
            let mut alike: Vec<_> =
                of_groups.filter_map(|(group, lines)| Some((group, lines.get_mut(place)?))).collect();
            alike.retain(|(_, (line, _))| line.decided > 0);
            let sizes: Vec<Size<'_>> = alike.iter().map(|(group, (line, _))| (group.values, line.decided)).collect();
            for ((_, (_, is_masked)), hide) in alike.into_iter().zip(masked(&sizes, self.min)) {
                *is_masked = hide;
            }
        }
        let mut rows = Vec::new();
        for (group, lines) in groups.iter().zip(lines) {
            let given = |value: &&str| !value.is_empty();
            let values: Row<'_> = group.values.iter().map(|value| Some(value.as_str()).filter(given).into()).collect();
            let width = values.len() + detail.columns().len();
            if group.numbers.is_none() {
                rows.push(hidden(values, width));
                continue;
            }
            for (line, is_masked) in lines {
                if line.decided == 0 && detail != Breakdown::Plans {
                    continue;
                }
                let mut row = values.clone();
                row.extend(line.about);
                if is_masked {
                    rows.push(hidden(row, width));
                    continue;
                }
                row.extend([line.decided.into(), line.deficient.into()]);
                row.extend(line.warnings.map(Cell::from));
                row.push((line.decided > 0).then(|| line.deficient as f64 / line.decided as f64).into());
                row.push(false.into());
                rows.push(row);
            }
        }
        rows
    }
}

/// A row whose numbers are not shown.
fn hidden(mut row: Row<'_>, width: usize) -> Row<'_> {
    row.resize_with(width.saturating_sub(1), || Cell::Null);
    row.push(true.into());
    row
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used)]
    use rehabplan::{Checker, Lang};
    use rehabplan_batch::Name;
    use rehabplan_batch::table::{Cell, Row};

    use super::super::Groups;
    use super::Breakdown;
    use crate::overview::worst_in_words;

    /// Fleksjob lacks its preparatory part under § 2; the other is out of scope, so nothing is decided in it.
    const LACKING: &str = r#"{"sag": {"sagstype": "fleksjob"}}"#;
    const OUTSIDE: &str = r#"{"sag": {"sagstype": "anden"}}"#;
    /// Nothing under § 2, all the more under § 3.
    const WITH_PART: &str =
        r#"{"sag": {"sagstype": "fleksjob"}, "forberedendeDel": {"samarbejde": {"medBorger": true}}}"#;

    fn groups(plans: &[(&str, &str, usize)]) -> Groups {
        let checker = Checker::new().detail(rehabplan::Detail::All);
        let mut groups = Groups::new(vec!["distrikt".to_owned(), "år".to_owned()], 5);
        for (district, plan, count) in plans {
            let report = checker.check_str(plan).expect("a plan");
            let carried = vec![("distrikt".into(), Some((*district).to_owned())), ("år".into(), None)];
            let name = Name { carried, ..Name::default() };
            for _ in 0..*count {
                groups.add(&name, Some(&report)).expect("few groups");
            }
        }
        groups
    }

    fn text(value: &'static str) -> Cell<'static> {
        value.into()
    }

    #[test]
    fn a_small_group_is_a_row_without_numbers() {
        let groups = groups(&[("Nord", LACKING, 6), ("Nord", OUTSIDE, 2), ("Syd", LACKING, 5), ("Øst", LACKING, 1)]);
        let by = groups.by(&["distrikt"], 5).expect("a column");
        let number = |count: u64| Cell::from(count);
        // The one of Øst would be what is left of the sum, so the smallest of the others is masked as well.
        let expected: [Row<'_>; 3] = [
            vec![text("Nord"), number(8), number(6), number(6), 1.0.into(), false.into()],
            vec![text("Syd"), Cell::Null, Cell::Null, Cell::Null, Cell::Null, true.into()],
            vec![text("Øst"), Cell::Null, Cell::Null, Cell::Null, Cell::Null, true.into()],
        ];
        assert_eq!(by.rows(Breakdown::Plans), expected);
        assert_eq!(by.masked_line(Lang::En).map(|line| line.starts_with("Groups that are not shown: 2.")), Some(true));
        let all = groups.by(&["distrikt"], 0).expect("a column");
        assert!(all.rows(Breakdown::Plans).iter().all(|row| row.last() == Some(&false.into())));
        assert!(groups.by(&["by"], 5).is_none());
    }

    #[test]
    fn a_number_that_rests_on_few_plans_is_masked_too() {
        // § 3 is for what has a preparatory part: three plans of Nord, and these would be the difference to the sum.
        let some = groups(&[("Nord", LACKING, 6), ("Nord", WITH_PART, 3), ("Syd", WITH_PART, 9)]);
        let by = some.by(&["distrikt"], 5).expect("a column");
        let of = |paragraph: u64| -> Vec<_> {
            let rows = by.rows(Breakdown::Paragraphs).into_iter().filter(|row| row.get(1) == Some(&paragraph.into()));
            rows.map(|row| (row.first().cloned(), row.last().cloned())).collect()
        };
        assert_eq!(of(3), [(Some(text("Nord")), Some(true.into())), (Some(text("Syd")), Some(true.into()))]);
        assert_eq!(of(2), [(Some(text("Nord")), Some(false.into())), (Some(text("Syd")), Some(false.into()))]);
        // Nor is it the paragraph that is said to be the worst.
        let worst = |min| {
            let nord = by.iter().next().and_then(|group| group.numbers);
            nord.and_then(|numbers| worst_in_words(&numbers.tally, min, Lang::Da))
        };
        let begins = |min, with: &str| worst(min).is_some_and(|worst| worst.starts_with(with));
        assert!(begins(1, "§ 3 ") && begins(5, "§ 2 "), "{:?} {:?}", worst(1), worst(5));
        assert_eq!(worst(10), None);
        // Enough plans, but only three of them were checked: nothing of the group is shown.
        let groups = groups(&[("Nord", OUTSIDE, 5), ("Nord", LACKING, 3), ("Syd", LACKING, 9)]);
        let by = groups.by(&["distrikt"], 5).expect("a column");
        assert!(by.iter().all(|group| group.numbers.is_none()));
        let by = groups.by(&["distrikt"], 3).expect("a column");
        let rules = by.rows(Breakdown::Rules);
        let lacking =
            rules.iter().find(|row| row.get(1) == Some(&text("P2.1.pkt2")) && row.first() == Some(&text("Nord")));
        let last = lacking.map(|row| row.iter().skip(4).cloned().collect::<Vec<_>>());
        assert_eq!(last, Some(vec![3_u64.into(), 3_u64.into(), 0_u64.into(), 1.0.into(), false.into()]));
    }

    #[test]
    fn every_row_is_as_wide_as_the_table() {
        let groups = groups(&[("Nord", LACKING, 6), ("Syd", LACKING, 5), ("Øst", LACKING, 1)]);
        for detail in [Breakdown::Plans, Breakdown::Paragraphs, Breakdown::Rules] {
            let rows = groups.rows(detail);
            assert!(rows.iter().all(|row| row.len() == 2 + detail.columns().len()), "{detail:?}");
            assert!(rows.iter().all(|row| row.get(1) == Some(&Cell::Null)), "nothing is carried as the year");
        }
    }

    #[test]
    fn two_halves_are_one_whole() {
        let mut half = groups(&[("Nord", LACKING, 6)]);
        half.merge(groups(&[("Nord", LACKING, 1), ("Syd", OUTSIDE, 7)])).expect("few groups");
        let whole = groups(&[("Nord", LACKING, 7), ("Syd", OUTSIDE, 7)]);
        for detail in [Breakdown::Plans, Breakdown::Paragraphs, Breakdown::Rules] {
            assert_eq!(half.rows(detail), whole.rows(detail));
        }
    }
}
