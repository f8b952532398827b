//! What the chosen profiles make of a report. The regulation's own answers come first; nothing here changes how they
//! are found.

use std::cell::OnceCell;
use std::sync::Arc;

use crate::answer::Answer;
use crate::case::{Case, CaseKind, Phase, Variants};
use crate::conclude;
use crate::counts::Counts;
use crate::engine::{self, KnownTexts};
use crate::language::Language;
use crate::law::{self, About, Cell, P3_3_B, Rule, Scope, is_part_missing, only_attached};
use crate::options::Options;
use crate::outcome::{Outcome, Severity};
use crate::plan::value::Value as _;
use crate::plan::{Date, Field, Plan};
use crate::profile::{
    self, ChangeKind, Chosen, EXEMPT_BY_PROFILE, Effective, Force, Ground, Known, OTHER_EVIDENCE, Parameters,
    ProfileChange, ProfileChanges, ProfileReport, ProfileResult, ProfileRule, ProfileSet, ProfileStatus, Reason,
    RuleRef, Suppression, What, Words,
};
use crate::reply;
use crate::report::Report;
use crate::text::notes;

/// Answers every requirement, and then does to the answers what the profiles say.
pub(crate) fn check(plan: &Plan<'_>, may_repeat: bool, options: &Options, set: &ProfileSet) -> Report {
    let plan = &*engine::seen(plan, options);
    let statuses = statuses(plan, options, set);
    let read = without_placeholders(plan, &statuses);
    let plan = read.as_ref().unwrap_or(plan);
    let options = &leaving_alone(options, &statuses);
    // What is searched, and for what, hangs on the profiles that are in force.
    let mut report = engine::answered(plan, &KnownTexts::unsearched(may_repeat), options, false);
    let is_proposal = |status: &ProfileStatus| status.is_in_force() && status.profile().force == Force::Proposal;
    if statuses.iter().any(is_proposal) {
        report.notes.push(&notes::PROPOSAL);
    }
    let mut about = ProfileReport {
        base_conclusion: report.conclusion,
        profiles: statuses,
        results: Vec::new(),
        counts: Counts::default(),
        measures: Vec::new(),
        suppressed: 0,
        left_alone: 0,
        used: Vec::new(),
        unused: Vec::new(),
    };
    if let (Scope::Inside(kind), [_, ..]) = (law::scope(&plan.sag), report.results.as_slice()) {
        change(plan, kind, options, set, &mut report, &mut about);
        about.counts = conclude::none_yet(&report);
        for result in about.results.iter().filter(|result| result.same_as().is_none()) {
            about.counts.add(&result.answer);
        }
        about.suppressed = conclude::conclude(&mut report, about.counts);
    }
    // Where nobody says which case it is, those that name one match nothing, and that is worth saying.
    let is_about = |one: &Arc<Suppression>| !set.has_case() || set.is_of_the_case(one);
    let unused = set.suppressions.iter().map(|known| &known.suppression);
    about.unused = unused.filter(|one| is_about(one) && !about.used.contains(one)).cloned().collect();
    report.profiles = Some(Box::new(about));
    report.shorten(options.detail);
    report
}

/// The day that decides whether a profile is in force: that of the meeting, else of the recommendation, else of the
/// decision, else today. One that cannot be read decides nothing.
fn day_of(plan: &Plan<'_>, options: &Options) -> Option<Date> {
    for field in plan.days() {
        match field {
            Field::Present(date) => return Some(*date),
            Field::Unreadable => return None,
            Field::Absent => {}
        }
    }
    options.as_of
}

fn out_of_period(day: Option<Date>, from: Option<Date>, to: Option<Date>) -> Option<Reason> {
    if from.is_none() && to.is_none() {
        return None;
    }
    match day {
        None => Some(Reason::DateUnknown),
        Some(day) if from.is_some_and(|from| day < from) => Some(Reason::NotYetInForce),
        Some(day) if to.is_some_and(|to| day > to) => Some(Reason::NoLongerInForce),
        Some(_) => None,
    }
}

/// The options with the sentences that the profiles in force leave alone.
fn leaving_alone(options: &Options, statuses: &[ProfileStatus]) -> Options {
    let in_force = statuses.iter().filter(|status| status.is_in_force());
    let sentences = in_force.flat_map(|status| &status.profile().leave_alone);
    let mut options = options.clone();
    options.search.language = options.search.language.leaving_alone(sentences);
    options
}

/// The plan as it is read when the placeholders of the profiles in force are empty; `None` when there are none.
fn without_placeholders<'a>(plan: &Plan<'a>, statuses: &[ProfileStatus]) -> Option<Plan<'a>> {
    let in_force = statuses.iter().filter(|status| status.is_in_force());
    let placeholders = in_force.flat_map(|status| &status.profile().placeholders).cloned().collect::<Vec<_>>();
    (!placeholders.is_empty()).then(|| {
        let mut plan = plan.clone();
        plan.forget(&|text| reply::is_own_placeholder(text, &placeholders));
        plan
    })
}

fn statuses(plan: &Plan<'_>, options: &Options, set: &ProfileSet) -> Vec<ProfileStatus> {
    let day = day_of(plan, options);
    let authority = plan.sag.kommunekode.get().and_then(|code| profile::authority(code.as_str()));
    let status = |chosen: &Arc<Chosen>| {
        let place = match authority {
            _ if chosen.authorities.is_empty() => None,
            None => Some(Reason::AuthorityUnknown),
            Some(code) if !chosen.authorities.contains(&code) => Some(Reason::OtherAuthority),
            Some(_) => None,
        };
        let reason = out_of_period(day, chosen.valid_from, chosen.valid_to).or(place);
        let theme = |place: &usize| {
            let theme = chosen.profile.themes.get(*place);
            (*place, reason.or(theme.and_then(|theme| out_of_period(day, theme.valid_from, theme.valid_to))))
        };
        ProfileStatus { chosen: Arc::clone(chosen), reason, themes: chosen.themes.iter().map(theme).collect() }
    };
    set.chosen.iter().map(status).collect()
}

fn change(
    plan: &Plan<'_>,
    kind: CaseKind,
    options: &Options,
    set: &ProfileSet,
    report: &mut Report,
    about: &mut ProfileReport,
) {
    let has_effect = |effective: &Effective| {
        about.profiles.get(effective.chosen).is_some_and(|status| match effective.effect.theme {
            None => status.is_in_force(),
            Some(theme) => status.themes.iter().any(|(place, reason)| *place == theme && reason.is_none()),
        })
    };
    let recommending = OnceCell::new();
    let mut case = Case::new(plan, kind, report.phase, options.as_of, &options.search, &recommending, false);
    for result in &report.results {
        case.record(result.rule, result.answer.clone());
    }
    // The regulation's answers are all found first, for the rules that look at others; nothing looks at those of a profile.
    let is_asked = |rule: &ProfileRule| options.only.as_ref().is_none_or(|only| only.holds(rule.id, rule.paths));
    let mut results = Vec::new();
    let mut measures = Vec::new();
    for (rule, adding) in set.added(has_effect).filter(|(rule, _)| is_asked(rule)) {
        let adding: Vec<Arc<Chosen>> = adding.iter().filter_map(|place| set.chosen.get(*place)).cloned().collect();
        let Some(parameters) = adding.first().map(|chosen| chosen.parameters.clone()) else { continue };
        if let Some(measure) = rule.measure
            && applies(&case, rule)
        {
            measures.extend(measure(&case));
        }
        if rule.needs.is_some_and(|needs| !parameters.contains_key(needs)) {
            continue;
        }
        if let Some(mut answer) = answer(&case, rule, &parameters) {
            let is_settled = matches!(answer.outcome(), Outcome::NotApplicable | Outcome::Exempt);
            if let Some(horizon) = options.horizon.as_ref().filter(|_| !is_settled) {
                answer = horizon.settled(rule.paths, answer);
            }
            results.push(ProfileResult { rule, answer, changes: None, adding });
        }
    }

    conclude::limit(report);
    let left_alone = leave_alone(&case, options, report, &about.profiles);
    let mut base = report.clone();
    conclude::conclude(&mut base, Counts::default());
    about.base_conclusion = base.conclusion;

    let effects: Vec<&Effective> = set.effects.iter().filter(|effective| has_effect(effective)).collect();
    let in_force = |known: &&Known| known.effect.and_then(|place| set.effects.get(place)).is_none_or(has_effect);
    let suppressions: Vec<&Arc<Suppression>> = set
        .suppressions
        .iter()
        .filter(in_force)
        .map(|known| &known.suppression)
        .filter(|one| set.is_of_the_case(one))
        .collect();
    let change_of = |effective: &Effective, kind, basis: Option<&Arc<Words>>| {
        let chosen = set.chosen.get(effective.chosen).map(Arc::clone);
        chosen.map(|chosen| ProfileChange { chosen, theme: effective.effect.theme, basis: basis.cloned(), kind })
    };
    // Where a fact cannot be read, the case may be of other kinds too, and each of them has to be meant.
    let others = law::possible(&plan.sag).into_iter().map(|(kind, _)| kind);
    let kinds: Vec<_> = others.chain([kind]).collect();
    let is_meant = |ground: &Ground, kind: &CaseKind| kind.variants.iter().all(|one| ground.variants.contains(one));
    let holds =
        |ground: &Ground| kinds.iter().all(|kind| is_meant(ground, kind)) && profile::hold(&ground.conditions, plan);
    let mut grounds: Vec<(&Effective, ChangeKind, &Ground)> = Vec::new();
    for effective in &effects {
        match &effective.effect.what {
            What::Exempt(ground) if holds(ground) => grounds.push((effective, ChangeKind::Exempt, ground)),
            What::Accept(ground) if holds(ground) => grounds.push((effective, ChangeKind::Accept, ground)),
            _ => {}
        }
    }
    let settle = |rule: RuleRef, answer: &mut Answer, changes: &mut Option<Box<ProfileChanges>>| {
        let of_kind = |kind| {
            grounds
                .iter()
                .filter(move |(_, other, ground)| *other == kind && ground.rules.contains(&rule))
                .filter_map(move |(effective, _, ground)| change_of(effective, kind, Some(&ground.basis)))
        };
        let is_missing_part = answer.says() == Some(&notes::PART_MISSING);
        let can_be_exempt = match answer.outcome() {
            Outcome::Exempt => false,
            Outcome::NotApplicable => is_missing_part,
            _ => true,
        };
        let is_open = matches!(answer.outcome(), Outcome::NotMet | Outcome::Undetermined);
        let exempt: Vec<ProfileChange> = of_kind(ChangeKind::Exempt).collect();
        let accepted: Vec<ProfileChange> = of_kind(ChangeKind::Accept).collect();
        let base = || Box::new(ProfileChanges::of(answer));
        if can_be_exempt && !exempt.is_empty() {
            let changes = changes.get_or_insert_with(base);
            changes.by.extend(exempt);
            *answer = Answer::exempt_by(&EXEMPT_BY_PROFILE);
        } else if is_open && !accepted.is_empty() {
            let changes = changes.get_or_insert_with(base);
            changes.by.extend(accepted);
            *answer = Answer::met().with_note(&OTHER_EVIDENCE);
        } else if let Some(severity) = answer.severity() {
            for effective in &effects {
                if let What::Severity { rules, to } = &effective.effect.what
                    && *to != severity
                    && rules.contains(&rule)
                {
                    let changes = changes.get_or_insert_with(|| Box::new(ProfileChanges::of(answer)));
                    changes.by.extend(change_of(effective, ChangeKind::Severity, None));
                    answer.set_severity(*to);
                }
            }
        }
    };
    for result in &mut report.results {
        settle(RuleRef::Law(result.rule), &mut result.answer, &mut result.changes);
    }
    conclude::lead(&mut report.results);
    for result in &mut results {
        settle(RuleRef::Added(result.rule), &mut result.answer, &mut result.changes);
        let leads = |leading: &Rule| {
            let leading = report.results.iter().find(|other| other.rule == leading);
            leading.is_some_and(|leading| leading.answer.leads(&result.answer))
        };
        match result.answer.same_as() {
            Some(leading) if !leads(leading) => result.answer.set_same_as(None),
            Some(leading) => {
                // The leading rule may itself repeat another, now that a profile has changed one.
                let other = report.results.iter().find(|other| other.rule == leading).and_then(|other| other.same_as());
                result.answer.set_same_as(Some(other.unwrap_or(leading)));
            }
            None => {}
        }
    }

    let known: Vec<_> = suppressions.iter().filter_map(|one| Some((one.finding(plan)?, *one))).collect();
    let mut used: Vec<Arc<Suppression>> = Vec::new();
    let mut suppress =
        |id: &str, answer: &Answer, usual: Option<&'static str>, changes: &mut Option<Box<ProfileChanges>>| {
            if known.is_empty() || answer.outcome() != Outcome::NotMet {
                return;
            }
            let mut places: Vec<&str> = answer.paths_or(|| usual).collect();
            places.sort_unstable();
            // Those that name the case are last, and come first.
            let is_it = |((rule, about), _): &&((&str, Vec<String>), _)| *rule == id && *about == places;
            let Some((_, suppression)) = known.iter().rfind(is_it) else { return };
            used.push(Arc::clone(suppression));
            changes.get_or_insert_with(|| Box::new(ProfileChanges::of(answer))).suppressed =
                Some(Arc::clone(suppression));
        };
    for result in &mut report.results {
        suppress(result.rule.id, &result.answer, result.rule.first_path(), &mut result.changes);
    }
    for result in &mut results {
        suppress(result.rule.id, &result.answer, result.rule.paths.first().copied(), &mut result.changes);
    }
    about.used = used;
    about.left_alone = left_alone;
    about.results = results;
    about.measures = measures;
}

/// Gives the number of sentences that were left alone. Where that has taken the finding away, the answer says by which profiles.
fn leave_alone(case: &Case<'_>, options: &Options, report: &mut Report, profiles: &[ProfileStatus]) -> u32 {
    // Only where the texts were searched.
    let is_searched = |answer: &Answer| matches!(answer.outcome(), Outcome::Review | Outcome::NotMet);
    let mut results = report.results.iter_mut();
    let Some(result) = results.find(|result| *result.rule == P3_3_B && is_searched(&result.answer)) else { return 0 };
    let left_alone = law::left_alone(case, &options.search.language);
    if left_alone > 0 && result.outcome() == Outcome::Review {
        let leaves = |status: &&ProfileStatus| {
            let language = Language::default().leaving_alone(&status.profile().leave_alone);
            status.is_in_force() && law::left_alone(case, &language) > 0
        };
        let change = |status: &ProfileStatus| ProfileChange {
            chosen: Arc::clone(&status.chosen),
            theme: None,
            basis: None,
            kind: ChangeKind::LeaveAlone,
        };
        let by: Vec<_> = profiles.iter().filter(leaves).map(change).collect();
        let (base_outcome, base_severity) = (Outcome::NotMet, Some(Severity::Warning));
        let changes = ProfileChanges { base_outcome, base_severity, by, suppressed: None };
        result.changes = (!changes.by.is_empty()).then(|| Box::new(changes));
    }
    left_alone
}

/// Whether a rule beside the regulation belongs to the case and has come into its phase.
fn applies(case: &Case<'_>, rule: &ProfileRule) -> bool {
    case.phase >= rule.phase
        && case.variants.iter().any(|variant| !matches!(rule.cells.get(variant), Cell::NotRelevant | Cell::Exempt(_)))
}

/// The answer of a rule beside the regulation. What concerns many alike is settled as for the regulation's own.
fn answer(case: &Case<'_>, rule: &ProfileRule, parameters: &Parameters) -> Option<Answer> {
    let check = rule.check?;
    let (variants, phase): (Variants, Phase) = (case.variants, case.phase);
    let cells = || variants.iter().map(|variant| rule.cells.get(variant));
    if cells().all(|cell| cell == Cell::NotRelevant) {
        return Some(Answer::not_applicable(&notes::OTHER_VARIANT));
    }
    if phase < rule.phase {
        return Some(Answer::not_applicable(&notes::LATER_PHASE));
    }
    if let Some(provision) = cells().find_map(|cell| if let Cell::Exempt(by) = cell { Some(by) } else { None }) {
        return Some(Answer::exempt(provision));
    }
    if matches!(rule.about, About::ForberedendeDel | About::Laege)
        && let Some(unclear) = only_attached(case)
    {
        return Some(unclear);
    }
    if is_part_missing(case, rule.about) {
        return Some(Answer::not_applicable(&notes::PART_MISSING));
    }
    let answer = check(case, parameters);
    Some(if rule.severity == Some(Severity::Warning) { answer.at_most_warning() } else { answer })
}
