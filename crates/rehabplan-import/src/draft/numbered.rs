//! Lists whose entries stand in numbered columns.

use rehabplan::plan::FieldKind;

use super::letters::Letters;
use super::places::Name;
use super::placing::ABBREVIATED;
use super::{Column, Found, From, LIKE, List, MEASURES, Proposal, Read, SURE, kinds, places};
use crate::convert::Conversion;

/// What the field of an earlier measure holds that a planned one cannot have.
const EXPERIENCES: [&str; 2] = ["/kommunensErfaring", "/borgerensErfaring"];

/// How many names with a number in them are looked at.
const BASES: usize = 100;

/// Lists whose entries stand in numbered columns.
pub(super) fn numbered(cases: &mut Read, conversion: &Conversion) -> Vec<List> {
    let mut bases: Vec<String> = Vec::new();
    for column in &cases.columns {
        if let Some((base, _)) = &column.numbered
            && bases.len() < BASES
            && !bases.contains(base)
        {
            bases.push(base.clone());
        }
    }
    // One column with a number is a name; two are a list.
    bases.retain(|base| {
        let alike = |column: &&Column| column.numbered.as_ref().is_some_and(|(other, _)| other == base);
        cases.columns.iter().filter(alike).count() > 1
    });
    if bases.is_empty() {
        return Vec::new();
    }
    let mut lists = Vec::new();
    while let Some(list) = of_numbers(cases, &bases, &lists, conversion) {
        bases.retain(|base| list.fields.iter().all(|(_, name, _)| name != base));
        lists.push(list);
    }
    for base in bases {
        lists.extend(of_values(cases, &base, conversion));
    }
    lists
}

/// The list of texts, days or codes that numbered columns are called as, where most of what stands in them can be read there.
fn of_values(cases: &mut Read, base: &str, conversion: &Conversion) -> Option<List> {
    let own = Letters::of(&base.replace("{n}", ""));
    let like = |place: &places::NamedPlace| places::most_alike(&place.names, &own);
    let lists = places::outside_lists().iter().filter(|place| place.is_list);
    let place = lists.max_by(|one, other| like(one).total_cmp(&like(other))).filter(|place| like(place) >= LIKE)?;
    let is_text = matches!(place.kind, FieldKind::Text);
    if is_text && like(place) < SURE || cases.refuses(base, &format!("{}/*", place.pointer), place.kind, conversion) {
        return None;
    }
    take(cases, base);
    let found = Found::guessed(place.pointer.clone(), place.title);
    Some(List {
        place: place.pointer.clone(),
        title: place.title,
        is_sure: false,
        from: From::Numbered,
        conditions: Vec::new(),
        others: Vec::new(),
        fields: vec![(String::new(), base.to_owned(), found)],
    })
}

/// Takes the columns of a number away from all else that they could be.
fn take(cases: &mut Read, base: &str) {
    let is_of_it = |column: &&mut Column| column.numbered.as_ref().is_some_and(|(other, _)| other == base);
    cases.columns.iter_mut().filter(is_of_it).for_each(|column| column.is_for = Some(Proposal::Numbered));
}

/// The list that takes most of some numbered columns; after the first, only one that they are called as.
fn of_numbers(cases: &mut Read, bases: &[String], before: &[List], conversion: &Conversion) -> Option<List> {
    let both = |of: &Name, own: &Name| Name::from(format!("{} {}", of.written, own.written));
    let is_called = |list: &places::ListPlace, plain: &Letters| list.names.iter().any(|name| *name.letters == **plain);
    // What is called as another list is of that; which measures are meant, their name alone does not say.
    let is_anothers = |list: &places::ListPlace, plain: &Letters| {
        let others = places::lists()
            .iter()
            .filter(|other| !(kinds::are_measures(&list.pointer) && kinds::are_measures(&other.pointer)));
        !is_called(list, plain) && others.into_iter().any(|other| is_called(other, plain))
    };
    let has_experience = bases.iter().any(|base| kinds::is_of_experience(&base.replace("{n}", "")));
    let mut found: Vec<List> = Vec::new();
    let plain: Vec<Letters> = bases.iter().map(|base| Letters::of(&base.replace("{n}", ""))).collect();
    // Of what somebody has had experiences with, nothing is planned.
    let is_planned = |list: &places::ListPlace| kinds::are_measures(&list.pointer) && !kinds::is_earlier(&list.pointer);
    let lists = places::lists().iter().filter(|list| before.iter().all(|known| known.place != list.pointer));
    for list in lists.filter(|list| !has_experience || !is_planned(list)) {
        let mut pairs = Vec::new();
        let mut is_named_with_field = false;
        for (order, field) in list.fields.iter().enumerate() {
            // "Indsats 1 start" names the list too.
            let of_list = |of| field.names.iter().map(move |own| both(of, own));
            let of_list: Vec<Name> = list.names.iter().flat_map(of_list).collect();
            // Of which kind an earlier one is, "Indsats 1 start" does not say.
            let is_any = has_experience && kinds::is_first(&list.pointer);
            let of_any = MEASURES.iter().filter(|_| is_any).map(|word| Name::from((*word).to_owned()));
            let of_any: Vec<Name> =
                of_any.flat_map(|of| field.names.iter().map(|own| both(&of, own)).collect::<Vec<_>>()).collect();
            for (base, plain) in bases.iter().zip(&plain) {
                let names = || field.names.iter().chain(&of_list).chain(&of_any);
                let like = places::most_alike(names(), plain);
                let own = base.replace("{n}", "");
                let is_short = || names().any(|name| places::is_short_for(&own, &name.written));
                let like = if like < SURE && is_short() { like.max(ABBREVIATED) } else { like };
                if like >= LIKE
                    && !is_anothers(list, plain)
                    && !cases.refuses(base, &format!("{}/*{}", list.pointer, field.pointer), field.kind, conversion)
                {
                    is_named_with_field |= of_list.iter().any(|name| *name.letters == **plain);
                    pairs.push((like, order, base));
                }
            }
        }
        pairs.sort_by(|(one, ..), (other, ..)| other.total_cmp(one));
        let mut fields: Vec<(String, String, Found)> = Vec::new();
        for (like, order, base) in pairs {
            let Some(field) = list.fields.get(order) else { continue };
            if fields.iter().all(|(place, name, _)| name != base && *place != field.pointer) {
                let own = Found::guessed(field.pointer.clone(), field.title);
                let found = Found { is_sure: like >= SURE, ..own };
                fields.push((field.pointer.clone(), base.clone(), found));
            }
        }
        let named = plain.iter().map(|plain| places::most_alike(&list.names, plain)).fold(0.0, f64::max);
        let named = if is_named_with_field { 1.0 } else { named };
        // Who has had experiences with a measure has had the measure, whatever it is called.
        let experienced = has_experience
            || fields.iter().any(|(place, _, found)| found.is_sure && EXPERIENCES.contains(&place.as_str()));
        // Which list each entry is of may stand beside it, and then nobody can say it of all.
        let are_of_kinds = kinds::is_earlier(&list.pointer) && cases.has_numbered_kinds();
        let is_named = named >= if before.is_empty() { LIKE } else { SURE };
        let is_experienced = before.is_empty() && experienced && kinds::is_first(&list.pointer);
        if are_of_kinds || fields.is_empty() || !is_named && !is_experienced {
            continue;
        }
        found.push(List {
            place: list.pointer.clone(),
            title: list.title,
            is_sure: named >= SURE,
            from: From::Numbered,
            conditions: Vec::new(),
            others: Vec::new(),
            fields,
        });
    }
    // The list that takes most of them.
    let is_experienced = |list: &List| list.fields.iter().any(|(place, ..)| EXPERIENCES.contains(&place.as_str()));
    found.sort_by_key(|list| std::cmp::Reverse((is_experienced(list), list.is_sure, list.fields.len())));
    let list = found.into_iter().next()?;
    for (_, name, _) in &list.fields {
        take(cases, name);
    }
    Some(list)
}
