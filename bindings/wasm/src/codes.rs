//! A report in codes and places, as a list in JSON: the JavaScript side makes a report of it, with the words for each code.
//! So a browser has them in a file of their own, and a server writes no JSON that nobody asked for.

#[cfg(feature = "full")]
use rehabplan::Change;
#[cfg(not(feature = "full"))]
use rehabplan::law::{self, Provision, SCOPE};
use rehabplan::report::{Counts, InputFinding};
use rehabplan::{Conclusion, Outcome, Phase, Report, RuleResult, Severity};

/// A list that is being written.
#[derive(Default)]
struct List(String);

impl List {
    /// Goes on behind what stands there already.
    fn next(&mut self) {
        if !self.0.is_empty() && !self.0.ends_with('[') {
            self.0.push(',');
        }
    }

    fn number(&mut self, number: u32) {
        self.next();
        self.digits(number);
    }

    fn digits(&mut self, number: u32) {
        if number > 9 {
            self.digits(number / 10);
        }
        self.0.extend(char::from_digit(number % 10, 10));
    }

    /// Codes, ids and pointers: nothing of which JSON needs to escape more than this.
    fn text(&mut self, text: &str) {
        self.next();
        self.0.push('"');
        for piece in text.split_inclusive(['"', '\\']) {
            match piece.strip_suffix(['"', '\\']) {
                Some(before) => {
                    self.0.push_str(before);
                    self.0.push('\\');
                    self.0.push_str(&piece[before.len()..]);
                }
                None => self.0.push_str(piece),
            }
        }
        self.0.push('"');
    }

    fn text_or_null(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.text(text),
            None => {
                self.next();
                self.0.push_str("null");
            }
        }
    }

    fn texts<'t>(&mut self, texts: impl IntoIterator<Item = &'t str>) {
        self.list(|list| texts.into_iter().for_each(|text| list.text(text)));
    }

    fn list(&mut self, write: impl FnOnce(&mut Self)) {
        self.next();
        self.0.push('[');
        write(self);
        self.0.push(']');
    }
}

/// The report, or nothing when it has something that there are no codes for: profiles and a horizon.
pub(crate) fn of(report: &Report) -> Option<String> {
    with(report, &report.results, |_| ())
}

/// The same with no more answers than came with a change, and behind it the rules of those that went and have no other now.
#[cfg(feature = "full")]
pub(crate) fn changed(report: &Report, change: &Change) -> Option<String> {
    let is_gone = |went: &&RuleResult| !change.came.iter().any(|came| came.rule == went.rule);
    let gone = change.went.iter().filter(is_gone).map(|went| went.rule.id);
    with(report, &change.came, |list| list.texts(gone))
}

fn with(report: &Report, results: &[RuleResult], behind: impl FnOnce(&mut List)) -> Option<String> {
    if report.profiles.is_some() || report.horizon.is_some() {
        return None;
    }
    let mut whole = List::default();
    whole.list(|list| {
        let variants = (!report.variants.is_empty()).then(|| report.variants.to_string());
        list.text_or_null(variants.as_deref());
        list.text(Phase::code(report.phase));
        list.text(Conclusion::code(report.conclusion));
        list.number(report.complete.into());
        let Counts { met, not_met, exempt, not_applicable, review, undetermined, .. } = report.counts;
        let counts = [met, not_met, exempt, not_applicable, review, undetermined];
        list.list(|list| counts.into_iter().for_each(|count| list.number(count)));
        list.number(report.errors);
        list.number(report.warnings);
        list.list(|list| results.iter().for_each(|result| list.list(|list| answer(result, list))));
        list.list(|list| report.input.iter().for_each(|finding| list.list(|list| input(finding, list))));
        list.texts(report.notes.iter().map(|note| note.code));
        list.list(|list| {
            if let Some(only) = &report.limited_to {
                list.texts(only.rules());
                list.texts(only.paths());
            }
        });
        behind(list);
    });
    Some(whole.0)
}

/// Of each rule what the module holds in any case: id, citation and paths. The rules of scope come last.
#[cfg(not(feature = "full"))]
pub(crate) fn rules() -> String {
    let mut whole = List::default();
    whole.list(|list| {
        let mut add = |id, provision: Provision, paths: &[&str]| {
            list.list(|list| {
                list.text(id);
                list.text(&provision.to_string());
                list.texts(paths.iter().copied());
            });
        };
        law::rules().for_each(|rule| add(rule.id, rule.provision, &rule.paths()));
        SCOPE.iter().for_each(|scope| add(scope.id, scope.provision, &[]));
    });
    whole.0
}

fn answer(result: &RuleResult, list: &mut List) {
    list.text(result.rule.id);
    list.text(Outcome::code(result.outcome()));
    list.text_or_null(result.severity().map(Severity::code));
    list.text_or_null(result.says().map(|note| note.code));
    list.text_or_null(result.note().map(|note| note.code));
    list.text_or_null(result.exemption().map(|provision| provision.to_string()).as_deref());
    list.text_or_null(result.same_as().map(|rule| rule.id));
    list.text_or_null(result.depends_on());
    list.texts(result.paths());
}

fn input(finding: &InputFinding, list: &mut List) {
    list.text(finding.code.code());
    list.text(finding.code.severity().code());
    list.text_or_null(finding.code.nearest());
    // Where there is a number of keys, it stands in the place of the least.
    let (min, max) = finding.code.bounds().unwrap_or_default();
    list.number(finding.code.count().unwrap_or(min));
    list.number(max);
    list.texts(finding.code.allowed().iter().copied());
    list.texts(finding.paths());
}
