//! How a case system embeds the library: a plan is built from the system's own data, a draft is saved whatever it lacks,
//! and a plan that lacks something the regulation demands is not sent to the team.

use rehabplan::plan::{Date, Helbred, Plan, Sag, Sagstype};
use rehabplan::{Checker, Lang, Phase, Report, Selection, SelectionError};

fn main() -> Result<(), SelectionError> {
    let plan = from_the_case_system();

    println!("The caseworker saves the section on health:");
    let only = Selection::new(&[], &["/forberedendeDel/helbred"])?;
    show(&Checker::new().phase(Phase::Forelaeggelse).only(only).check(&plan));

    println!("\nThe caseworker sends the plan to the team:");
    let report = Checker::new().phase(Phase::Forelaeggelse).check(&plan);
    let blocking = report.findings().filter(|finding| finding.is_blocking()).count();
    println!("{}: {blocking} findings stand in the way", report.conclusion.text().get(Lang::En));
    Ok(())
}

/// A plan that is only begun. What the system does not know yet is left out.
fn from_the_case_system() -> Plan<'static> {
    let mut plan = Plan { sag: Sag { sagstype: Sagstype::Fleksjob.into(), ..Sag::default() }, ..Plan::default() };
    plan.forberedende_del.dato = Date::new(2020, 3, 2).into();
    plan.forberedende_del.helbred = Helbred {
        situation: "Slidgigt i begge knæ og vedvarende smerter efter operation.".into(),
        igangvaerende: "Genoptræning to gange om ugen til og med maj.".into(),
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
