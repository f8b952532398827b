//! Findings put together by cause, so that one defect is told once.

use rehabplan::report::{InputFinding, RuleResult};
use rehabplan::text::notes;
use rehabplan::{Outcome, Report, Severity, is_at_or_below};

/// What is told together: a cause, and what hangs on it.
#[derive(Debug, Clone)]
pub struct Block<'r> {
    /// What it is about.
    pub subject: Subject<'r>,
    /// Results that repeat this one.
    pub same: Vec<&'r RuleResult>,
    /// Results that cannot be determined as long as this is so.
    pub open: Vec<&'r RuleResult>,
}

/// What a block is about.
#[derive(Debug, Clone, Copy)]
pub enum Subject<'r> {
    /// A finding, or what cannot be determined.
    Result(&'r RuleResult),
    /// What is wrong with the document itself.
    Input(&'r InputFinding),
    /// A fact that is missing without being a finding of its own.
    Fact(&'r str),
}

impl<'r> Block<'r> {
    fn new(subject: Subject<'r>) -> Self {
        Self { subject, same: Vec::new(), open: Vec::new() }
    }

    /// Its place on the page: what stands in the way first, what is only worth a look last. Within a rank, the order
    /// is that of the law, or of the document.
    fn rank(&self) -> u8 {
        match &self.subject {
            Subject::Result(result) if result.severity() == Some(Severity::Error) => 0,
            Subject::Input(finding) if finding.code.severity() == Severity::Error => 1,
            Subject::Result(result) if result.outcome() == Outcome::Undetermined => 2,
            Subject::Fact(_) => 2,
            Subject::Result(_) => 3,
            Subject::Input(_) => 4,
        }
    }

    /// Whether a missing or unreadable fact is this very finding.
    fn holds(&self, fact: &str) -> bool {
        match &self.subject {
            Subject::Result(result) if result.outcome() == Outcome::NotMet => {
                std::iter::once(result).chain(&self.same).any(|result| result.paths().any(|path| path == fact))
            }
            Subject::Input(finding) => finding.code.severity() == Severity::Error && finding.path == fact,
            Subject::Result(_) | Subject::Fact(_) => false,
        }
    }
}

/// The findings of a report and what could not be determined, put together by cause: what stands in the way first, what is
/// only worth a look last, and alike in the order of the law.
#[must_use]
pub fn blocks<'r>(report: &'r Report) -> Vec<Block<'r>> {
    let results: Vec<&'r RuleResult> = report
        .results
        .iter()
        .filter(|result| {
            matches!(result.outcome(), Outcome::NotMet | Outcome::Undetermined) && !result.is_not_in_source()
        })
        .collect();
    // A leading rule may itself repeat another, and it may be missing when the check was limited to some rules.
    let leader = |result: &RuleResult| {
        let leading = result.same_as()?;
        results.iter().copied().find(|other| other.rule == leading)
    };
    let root = |result: &'r RuleResult| {
        std::iter::successors(Some(result), |result| leader(result)).take(results.len() + 1).last()
    };

    let (led, leading): (Vec<&RuleResult>, Vec<&RuleResult>) =
        results.iter().copied().partition(|result| leader(result).is_some());
    let (open, standing): (Vec<&RuleResult>, Vec<&RuleResult>) =
        leading.into_iter().partition(|result| fact(result, &report.input).is_some());

    let mut blocks: Vec<Block<'_>> = report.input.iter().map(|finding| Block::new(Subject::Input(finding))).collect();
    blocks.extend(standing.into_iter().map(|result| Block::new(Subject::Result(result))));
    let mut waiting: Vec<(&str, Block<'_>)> = open
        .into_iter()
        .filter_map(|result| Some((fact(result, &report.input)?, Block::new(Subject::Result(result)))))
        .collect();

    for result in led {
        let leads = |block: &&mut Block<'_>| match block.subject {
            Subject::Result(subject) => root(result).is_some_and(|root| root.rule == subject.rule),
            _ => false,
        };
        let open = waiting.iter_mut().map(|(_, block)| block);
        match blocks.iter_mut().chain(open).find(leads) {
            Some(block) => block.same.push(result),
            // Rules that repeat each other in a circle lead nowhere, but nothing may be lost.
            None => blocks.push(Block::new(Subject::Result(result))),
        }
    }
    while let Some((fact, _)) = waiting.first() {
        let fact = *fact;
        let (dependent, others): (Vec<_>, Vec<_>) = waiting.into_iter().partition(|(other, _)| *other == fact);
        waiting = others;
        let mut dependent: Vec<Block<'_>> = dependent.into_iter().map(|(_, block)| block).collect();
        if let Some(holder) = blocks.iter_mut().find(|block| block.holds(fact)) {
            holder.open.extend(dependent.iter().flat_map(results_of));
        } else if dependent.len() > 1 {
            let mut block = Block::new(Subject::Fact(fact));
            block.open.extend(dependent.iter().flat_map(results_of));
            blocks.push(block);
        } else {
            blocks.append(&mut dependent);
        }
    }
    blocks.sort_by_key(Block::rank);
    blocks
}

/// The result that a block is about, and those that repeat it.
fn results_of<'r>(block: &Block<'r>) -> Vec<&'r RuleResult> {
    let own = match block.subject {
        Subject::Result(result) => Some(result),
        Subject::Input(_) | Subject::Fact(_) => None,
    };
    own.into_iter().chain(block.same.iter().copied()).collect()
}

/// The fact that leaves a result undetermined: the one it names, or the value that cannot be read, which may stand
/// anywhere in what the requirement looks at.
fn fact<'r>(result: &'r RuleResult, input: &'r [InputFinding]) -> Option<&'r str> {
    if result.outcome() != Outcome::Undetermined {
        return None;
    }
    let is_unread = result.note().is_some_and(|note| note.code == notes::UNREADABLE.code);
    let unread = || {
        let lost = || input.iter().filter(|finding| finding.code.severity() == Severity::Error);
        // Its own places first; a rule that answers for several may have named only one of them.
        let mut places = result.paths().chain(result.rule.paths());
        places.find_map(|path| lost().find(|finding| is_at_or_below(&finding.path, path))).map(|found| &*found.path)
    };
    result.depends_on().or_else(|| if is_unread { unread() } else { None })
}

/// Rules by their provisions, with their ids: `§ 8, stk. 1 (P8.1.a, P8.1.b); § 16 (P16.1)`.
#[must_use]
pub fn list(results: &[&RuleResult]) -> String {
    let of_one_provision = |rules: &[&RuleResult]| {
        let ids: Vec<&str> = rules.iter().map(|result| result.rule.id).collect();
        rules.first().map(|result| format!("{} ({})", result.rule.provision, ids.join(", ")))
    };
    let groups = results.chunk_by(|one, next| one.rule.provision == next.rule.provision);
    groups.filter_map(of_one_provision).collect::<Vec<_>>().join("; ")
}
