//! What a run comes to by what the user asked to group it by: a district, a month.

use std::collections::BTreeMap;
use std::fmt;

use rehabplan::text::Wording;
use rehabplan::{Conclusion, Lang, Report};
use rehabplan_batch::{Name, Tally};

use crate::words::{self, fill};

mod table;

pub use table::Breakdown;

/// Groups of fewer plans than this are not shown unless the user says otherwise: these are health data.
pub const MIN_GROUP: u64 = 5;

/// More groups than this are no groups, but something that nearly every plan has its own of.
const MOST: usize = 1_000;

/// There are more groups than anybody reads, most likely because the column is different in every plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooMany;

impl TooMany {
    /// What is wrong, in words.
    #[must_use]
    pub fn message(self, lang: Lang) -> String {
        const TEXT: Wording = Wording::new("mere end {most} grupper", "more than {most} groups");
        TEXT.get(lang).replace("{most}", &MOST.to_string())
    }
}

impl fmt::Display for TooMany {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for TooMany {}

/// The plans of a run by the values of the columns that they are grouped by.
#[derive(Debug, Clone)]
pub struct Groups {
    /// What they are grouped by.
    columns: Vec<String>,
    min: u64,
    numbers: BTreeMap<Vec<String>, Numbers>,
}

/// What the plans of a group come to.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Numbers {
    /// How many plans and documents there are.
    pub plans: u64,
    /// How many plans were checked: what shares are shares of.
    pub checked: u64,
    /// How many of these are deficient.
    pub deficient: u64,
    /// How often each requirement has each outcome.
    pub tally: Tally,
}

/// One group, as far as it may be shown.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Group<'g> {
    /// The value of each column; empty where the source has none.
    pub values: &'g [String],
    /// What its plans come to; `None` when they are too few to be shown, or when showing them would tell of such a group
    /// by what is left of the sum.
    pub numbers: Option<&'g Numbers>,
}

impl Numbers {
    /// How many plans its numbers rest on: those that were checked, where some were.
    fn size(&self) -> u64 {
        if self.checked == 0 { self.plans } else { self.checked }
    }
}

impl Groups {
    /// Groups by these columns. Those of fewer than `min` plans are masked.
    #[must_use]
    pub fn new(columns: Vec<String>, min: u64) -> Self {
        Self { columns, min, numbers: BTreeMap::new() }
    }

    /// Counts a plan with what is carried along with it, or a document that could not be read.
    ///
    /// # Errors
    ///
    /// When there are more groups than anybody reads.
    pub fn add(&mut self, name: &Name, report: Option<&Report>) -> Result<(), TooMany> {
        let carried = |column: &String| name.carried.iter().find(|(known, _)| **known == **column);
        let value = |column| carried(column).and_then(|(_, value)| value.clone()).unwrap_or_default();
        let values: Vec<String> = self.columns.iter().map(value).collect();
        if self.numbers.len() == MOST && !self.numbers.contains_key(&values) {
            return Err(TooMany);
        }
        let numbers = self.numbers.entry(values).or_default();
        numbers.plans += 1;
        numbers.tally.add(report);
        numbers.checked = numbers.tally.variants().map(|counts| counts.plans).sum();
        numbers.deficient += u64::from(report.is_some_and(|report| report.conclusion == Conclusion::Deficient));
        Ok(())
    }

    /// Takes in other groups by the same columns, of what comes after.
    ///
    /// # Errors
    ///
    /// When there are more groups than anybody reads.
    pub fn merge(&mut self, other: Self) -> Result<(), TooMany> {
        for (values, more) in other.numbers {
            self.take(values, more)?;
        }
        Ok(())
    }

    fn take(&mut self, values: Vec<String>, more: Numbers) -> Result<(), TooMany> {
        if self.numbers.len() == MOST && !self.numbers.contains_key(&values) {
            return Err(TooMany);
        }
        let numbers = self.numbers.entry(values).or_default();
        numbers.plans += more.plans;
        numbers.checked += more.checked;
        numbers.deficient += more.deficient;
        numbers.tally.merge(more.tally);
        Ok(())
    }

    /// The same plans by some of the columns, with another least size; `None` when a column is none of them.
    #[must_use]
    pub fn by(&self, columns: &[&str], min: u64) -> Option<Self> {
        let place = |column: &&str| self.columns.iter().position(|known| known == column);
        let places: Vec<usize> = columns.iter().map(place).collect::<Option<_>>()?;
        let mut groups = Self::new(columns.iter().map(|column| (*column).to_owned()).collect(), min);
        for (values, numbers) in &self.numbers {
            let values = places.iter().filter_map(|place| values.get(*place).cloned()).collect();
            // There are no more of these than there were of those.
            let _ = groups.take(values, numbers.clone());
        }
        Some(groups)
    }

    /// What they are grouped by.
    #[must_use]
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// The least number of plans that a group needs to be shown.
    #[must_use]
    pub fn min(&self) -> u64 {
        self.min
    }

    /// How many groups are not shown and why, in words; `None` when all are.
    #[must_use]
    pub fn masked_line(&self, lang: Lang) -> Option<String> {
        let masked = self.iter().filter(|group| group.numbers.is_none()).count();
        let values: [(&str, &dyn fmt::Display); 2] = [("n", &masked), ("min", &self.min)];
        (masked > 0).then(|| fill(words::GROUPS_MASKED.get(lang), &values))
    }

    /// The groups, in the order of their values.
    pub fn iter(&self) -> impl Iterator<Item = Group<'_>> {
        let sizes: Vec<Size<'_>> = self.numbers.iter().map(|(values, numbers)| (&values[..], numbers.size())).collect();
        let groups = self.numbers.iter().zip(masked(&sizes, self.min));
        groups.map(|((values, numbers), is_masked)| Group { values, numbers: (!is_masked).then_some(numbers) })
    }
}

/// The values of a group, and its size.
type Size<'g> = (&'g [String], u64);

/// Which of several groups are not to be shown: those below the least size, and when these together are below it as well, the
/// smallest of the others too, or they would be what is missing from the sum.
///
/// Where there are several columns, there is a sum for the groups that differ in one of them alone: the sum of a district over
/// all quarters may be known, and so may that of a quarter over all districts, and the sum of all.
fn masked(groups: &[Size<'_>], min: u64) -> Vec<bool> {
    let mut masked: Vec<bool> = groups.iter().map(|(_, size)| *size < min).collect();
    let columns = groups.first().map_or(0, |(values, _)| values.len());
    // The last is the sum of all, which tells of a group that is alone in its lines.
    for column in (0..columns).map(Some).chain([None]) {
        let mut sums: BTreeMap<Vec<&str>, Vec<usize>> = BTreeMap::new();
        for (place, (values, _)) in groups.iter().enumerate() {
            let kept = values.iter().enumerate().filter(|(other, _)| column.is_some_and(|column| *other != column));
            sums.entry(kept.map(|(_, value)| value.as_str()).collect()).or_default().push(place);
        }
        for places in sums.into_values() {
            let size = |place: &usize| groups.get(*place).map_or(0, |(_, size)| *size);
            let (hidden, shown): (Vec<usize>, Vec<usize>) =
                places.into_iter().partition(|place| masked.get(*place).is_some_and(|is_masked| *is_masked));
            let sum: u64 = hidden.iter().map(size).sum();
            let smallest = shown.into_iter().min_by_key(size).filter(|_| sum > 0 && sum < min);
            if let Some(is_masked) = smallest.and_then(|place| masked.get_mut(place)) {
                *is_masked = true;
            }
        }
    }
    masked
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]
    use super::{Groups, MOST, Name, TooMany};

    fn masked(sizes: &[u64], min: u64) -> Vec<bool> {
        let values: Vec<_> = (0..sizes.len()).map(|place| [place.to_string()]).collect();
        let groups: Vec<_> = values.iter().zip(sizes).map(|(values, size)| (&values[..], *size)).collect();
        super::masked(&groups, min)
    }

    #[test]
    fn a_small_group_is_not_what_is_left_of_a_sum_over_one_of_two_columns() {
        // Nord and Syd by quarter. The two that are hidden are seven together, but each is what is left of its district.
        let sizes =
            [("Nord", "1", 9), ("Nord", "2", 3), ("Nord", "3", 8), ("Syd", "1", 4), ("Syd", "2", 6), ("Syd", "3", 7)];
        let values: Vec<_> =
            sizes.iter().map(|(district, quarter, _)| [*district, *quarter].map(str::to_owned)).collect();
        let groups: Vec<_> = values.iter().zip(sizes).map(|(values, (_, _, size))| (&values[..], size)).collect();
        let masked = super::masked(&groups, 5);
        assert!(masked[1] && masked[3]);
        for (column, name) in [(0, "Nord"), (0, "Syd"), (1, "1"), (1, "2"), (1, "3")] {
            let of_sum = || groups.iter().zip(&masked).filter(|((values, _), _)| values[column] == name);
            let hidden: u64 = of_sum().filter(|(_, is_masked)| **is_masked).map(|((_, size), _)| size).sum();
            assert!(hidden == 0 || hidden >= 5, "{name}: {hidden}");
        }
        assert!(!super::masked(&groups, 0).contains(&true));
        // One that is alone in its district and in its quarter is what is left of the sum of all.
        let alone = [["Nord", "1"], ["Nord", "2"], ["Øst", "3"]].map(|values| values.map(str::to_owned));
        let groups: Vec<_> = alone.iter().zip([6, 5, 1]).map(|(values, size)| (&values[..], size)).collect();
        assert_eq!(super::masked(&groups, 5), [false, true, true]);
    }

    #[test]
    fn a_small_group_is_not_what_is_left_of_the_sum() {
        assert_eq!(masked(&[10, 4, 7], 5), [false, true, true]);
        assert_eq!(masked(&[10, 3, 7, 2], 5), [false, true, false, true]);
        assert_eq!(masked(&[10, 5], 5), [false, false]);
        assert_eq!(masked(&[3], 5), [true]);
        assert_eq!(masked(&[1, 9], 0), [false, false]);
        assert_eq!(masked(&[], 5), [false; 0]);
    }

    #[test]
    fn what_every_plan_has_its_own_of_is_no_group() {
        let mut groups = Groups::new(vec!["nummer".to_owned()], 5);
        let name = |value: &str| Name { carried: vec![("nummer".into(), Some(value.to_owned()))], ..Name::default() };
        for number in 0..MOST {
            assert_eq!(groups.add(&name(&number.to_string()), None), Ok(()));
        }
        assert_eq!(groups.add(&name("0"), None), Ok(()));
        assert_eq!(groups.add(&name("x"), None), Err(TooMany));
        // Nor is it one more where the source has none.
        assert_eq!(groups.add(&Name::default(), None), Err(TooMany));
    }
}
