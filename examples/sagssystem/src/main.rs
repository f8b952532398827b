//! How a case system embeds the library: a plan is built from the system's own data, a draft is saved whatever it lacks,
//! and a plan that lacks something the regulation demands is not sent to the team.

use rehabplan::plan::{Date, Helbred, Plan, Sag, Sagstype, Text};
use rehabplan::{Lang, Options, Phase, Report, Selection, SelectionError, validate};

fn main() -> Result<(), SelectionError> {
    let plan = from_the_case_system();

    println!("The caseworker saves the section on health:");
    let only = Selection::new(&[], &["/forberedendeDel/helbred"])?;
    show(&validate(&plan, &Options { phase: Some(Phase::Forelaeggelse), only: Some(only), ..Options::default() }));

    println!("\nThe caseworker sends the plan to the team:");
    let report = validate(&plan, &Options { phase: Some(Phase::Forelaeggelse), ..Options::default() });
    let blocking = report.findings().filter(|finding| finding.is_blocking()).count();
    println!("{}: {blocking} findings stand in the way", report.conclusion.text().get(Lang::En));
    Ok(())
}

/// A plan that is only begun. What the system does not know yet is left out.
fn from_the_case_system() -> Plan<'static> {
    let mut plan = Plan { sag: Sag { sagstype: Sagstype::Fleksjob.into(), ..Sag::default() }, ..Plan::default() };
    plan.forberedende_del.dato = Date::parse("2020-03-02").map_or_else(Default::default, Into::into);
    plan.forberedende_del.helbred = Helbred {
        situation: Text::from("Slidgigt i begge knæ og vedvarende smerter efter operation.").into(),
        igangvaerende: Text::from("Genoptræning to gange om ugen til og med maj.").into(),
        ..Helbred::default()
    };
    plan
}

fn show(report: &Report) {
    for finding in report.findings() {
        let path = finding.paths().next().unwrap_or_default();
        println!("- {} ({}, {path})", finding.message().get(Lang::Da), finding.rule.provision);
        if let Some(remedy) = finding.remedy() {
            println!("  {}", remedy.get(Lang::Da));
        }
    }
}
