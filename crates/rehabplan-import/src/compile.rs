//! What a mapping says, held against the model of a plan and the names of a source.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use rehabplan::plan::FieldKind;
use rehabplan::report::InputCode;
use rehabplan::text::{looks_like_a_field, nearest};
use rehabplan::{Horizon, is_at_or_below};

use crate::bound::{Asked, Bound, Entries, From, Get, Giver, Key, Leaf, Member, Named, Node, Object, Shape, Test};
use crate::convert::{Conversion, NO, YES};
use crate::dates::Years;
use crate::ids::Form;
use crate::inside::{ENTRY, Inside, Why};
use crate::limits::{MAX_MAPPING_DEPTH, MAX_MAPPING_ENTRIES, MAX_NUMBERED};
use crate::mapping::file::{self, Condition, Constant, More};
use crate::mapping::load::{self, below};
use crate::mapping::{Fields, Mapping, MappingError, MappingFault, MappingFile, Wanted};
use crate::model::{self, NoPlace, Step};
use crate::names;
use crate::record::{Field, NameKind};
use crate::wholes::PREPARATORY;
use crate::words::{Met, Sought, Words, WordsOf};

type Result<T> = std::result::Result<T, MappingError>;

/// What places of the case itself begin with.
const CASE: &str = "/sag/";

/// What stands for the number in the name of a numbered column.
const NUMBER: &str = "{n}";

/// What names are looked up among.
#[derive(Debug, Clone, Copy)]
enum Scope<'s> {
    /// Nothing is known of the source yet.
    Unknown { table: Option<&'s str> },
    /// A record of these fields.
    Fields { names: &'s names::Index<'s>, table: Option<&'s str>, is_complete: bool },
    /// An entry of a nested list, and what it has inside.
    Nested(&'s Inside),
}

/// Where nothing is known of what stands further in.
static UNKNOWN: Inside = Inside::UNKNOWN;

impl<'s> Scope<'s> {
    /// The table that a record is of, where it is not that of the cases.
    fn table(self) -> Option<&'s str> {
        match self {
            Self::Unknown { table } | Self::Fields { table, .. } => table,
            Self::Nested(_) => None,
        }
    }

    /// What the values of a field have inside.
    fn inside(self, field: usize) -> &'s Inside {
        match self {
            Self::Nested(inside) => inside,
            Self::Fields { names, .. } => names.fields.get(field).map_or(&UNKNOWN, |field| &field.inside),
            Self::Unknown { .. } => &UNKNOWN,
        }
    }
}

/// A part of the plan that places are given in.
struct Within<'p> {
    part: &'p mut Object,
    kind: FieldKind,
    /// The pointer to it.
    above: &'p str,
}

/// What a list has its entries from, a table or a nested list, and a column of these.
type Told<'f> = (Option<&'f str>, Option<&'f str>, &'f str);

struct Compiler<'f> {
    file: &'f file::Mapping,
    source: Option<&'f Names<'f>>,
    places: Vec<String>,
    columns: Vec<Vec<String>>,
    /// The places that lie inside of what the source can hold.
    held: BTreeSet<String>,
    used: Vec<bool>,
    /// The same for the fields of each other table.
    used_in_tables: Vec<Vec<bool>>,
    /// The ways further into the fields of the cases that something is taken from.
    ways: Vec<Vec<String>>,
    /// The way to the entry that is being given, where it is one of the cases.
    way: Option<Vec<String>>,
    missing: Vec<MappingError>,
    /// The columns of days whose order nothing tells.
    of_either_order: Vec<String>,
    with_months_first: Vec<String>,
    /// Those that are read with the day first, and whose years of two digits may stand there.
    with_years_in_doubt: Vec<String>,
    asked: Vec<Asked>,
    /// See [`Bound::sought`].
    sought: Vec<Sought>,
    /// Which of the codes of the whole mapping were met.
    common_codes: Met,
    /// How many ask for rows of other tables.
    askers: usize,
    /// See [`Bound::joins`].
    joins: Vec<Option<Giver>>,
    is_joined: Vec<bool>,
    /// See [`Bound::notes`].
    notes: Vec<MappingError>,
    /// The words that tell the entries of lists, by what the entries stand in and the column.
    words: HashMap<Told<'f>, Arc<BTreeSet<String>>>,
    /// See [`Bound::kinds`].
    kinds: Vec<Giver>,
    /// The fields of the cases that give a place that takes words.
    in_words: BTreeSet<usize>,
    /// Whether what is being given lies in a list that no case has.
    is_outside: bool,
    /// The place that is being given, and its kind.
    place: Option<(String, FieldKind)>,
    /// For each of the codes of the whole mapping, what is wrong with it at the places where it is looked for; nothing, where it is a
    /// value of one.
    misfits: Vec<Option<MappingFault>>,
}

/// The names of a source, ready to be looked up.
struct Names<'s> {
    cases: names::Index<'s>,
    tables: Vec<names::Index<'s>>,
    is_complete: bool,
}

impl Mapping {
    /// Reads a mapping from TOML or JSON, and holds it against the model of a plan.
    ///
    /// # Errors
    ///
    /// A [`MappingError`] for what is no mapping, and for every name that a plan does not have.
    pub fn read(bytes: &[u8]) -> std::result::Result<Self, MappingError> {
        let (file, origin) = load::parse(bytes)?;
        let mapping = Self { file, origin: Some(origin) };
        mapping.compile(None)?;
        Ok(mapping)
    }

    /// A mapping that was put together in Rust.
    ///
    /// # Errors
    ///
    /// As [`Mapping::read`]; an error has no line.
    pub fn new(file: MappingFile) -> std::result::Result<Self, MappingError> {
        let mapping = Self { file, origin: None };
        mapping.compile(None)?;
        Ok(mapping)
    }

    /// What a source that has all of it can hold of a plan.
    ///
    /// # Errors
    ///
    /// None for a mapping that was read; it has been held against the model.
    pub fn horizon(&self) -> std::result::Result<Horizon, MappingError> {
        self.compile(None).map(|bound| bound.horizon)
    }

    /// Holds the mapping against the names that a source has.
    ///
    /// # Errors
    ///
    /// A [`MappingError`] for a column that the source does not have, or has twice.
    pub fn bind(&self, fields: Fields<'_>) -> std::result::Result<Bound, MappingError> {
        self.compile(Some(fields))
    }

    /// The names of the cases that the source need not have.
    pub(crate) fn optional_names(&self) -> Vec<String> {
        let of_cases = self.file.lists.iter().filter(|list| list.table.is_none() && list.at.is_none());
        let of_lists = of_cases.flat_map(|list| list.fields.0.iter().map(|(_, given)| given).chain(&list.value));
        let given = self.file.plan.0.iter().map(|(_, given)| given).chain(of_lists);
        given.flat_map(file::Given::optional_names).map(str::to_owned).collect()
    }

    fn compile(&self, fields: Option<Fields<'_>>) -> Result<Bound> {
        let place = |error| match &self.origin {
            Some(origin) => origin.place(error),
            None => error,
        };
        let mut bound = compile(&self.file, fields).map_err(place)?;
        for errors in [&mut bound.missing, &mut bound.notes] {
            *errors = std::mem::take(errors).into_iter().map(place).collect();
        }
        Ok(bound)
    }
}

fn compile(file: &file::Mapping, fields: Option<Fields<'_>>) -> Result<Bound> {
    let used = vec![false; fields.map_or(0, |fields| fields.cases.len())];
    let tables = fields.map_or(&[] as &[Vec<Field>], |fields| fields.tables);
    let used_in_tables = tables.iter().map(|fields| vec![false; fields.len()]).collect();
    let source = fields.map(|Fields { cases, tables, is_complete }| Names {
        cases: names::Index::of(cases),
        tables: tables.iter().map(|fields| names::Index::of(fields)).collect(),
        is_complete,
    });
    let compiler = Compiler {
        file,
        source: source.as_ref(),
        places: Vec::new(),
        columns: Vec::new(),
        held: BTreeSet::new(),
        used,
        used_in_tables,
        ways: Vec::new(),
        way: None,
        missing: Vec::new(),
        of_either_order: Vec::new(),
        with_months_first: Vec::new(),
        with_years_in_doubt: Vec::new(),
        asked: Vec::new(),
        sought: Vec::new(),
        common_codes: Met::none_of(file.read.codes.as_ref().map_or(0, |codes| codes.0.len())),
        askers: 0,
        joins: vec![None; file.tables.0.len()],
        is_joined: vec![false; file.tables.0.len()],
        notes: Vec::new(),
        words: words_of(file),
        kinds: Vec::new(),
        in_words: BTreeSet::new(),
        is_outside: false,
        place: None,
        misfits: Vec::new(),
    };
    compiler.whole()
}

/// The words that the conditions of a mapping ask for or rule out in what tells the entries of its lists. Where all are a yes or a no,
/// both are known.
fn words_of(file: &file::Mapping) -> HashMap<Told<'_>, Arc<BTreeSet<String>>> {
    fn add<'f>(told: Told<'f>, condition: &'f Condition, all: &mut HashMap<Told<'f>, BTreeSet<String>>) {
        let words = condition.is.iter().chain(&condition.not).flat_map(|words| &words.0);
        all.entry(told).or_default().extend(words.map(|word| word.trim().to_lowercase()));
    }
    fn of_lists<'f>(lists: &'f [file::List], all: &mut HashMap<Told<'f>, BTreeSet<String>>) {
        for list in lists {
            for condition in &list.conditions.0 {
                add((list.table.as_deref(), list.at.as_deref(), &condition.column), condition, all);
            }
            of_lists(&list.lists, all);
        }
    }
    let mut all = HashMap::new();
    of_lists(&file.lists, &mut all);
    for given in file.plan.0.iter().map(|(_, given)| given).filter(|given| given.more.table.is_some()) {
        for condition in &given.more.conditions.0 {
            add((given.more.table.as_deref(), None, &condition.column), condition, &mut all);
        }
    }
    let flags = || YES.iter().chain(&NO).map(|flag| (*flag).to_owned());
    let known = |mut words: BTreeSet<String>| {
        if words.iter().all(|word| flags().any(|flag| flag == *word)) {
            words.extend(flags());
        }
        Arc::new(words)
    };
    all.into_iter().map(|(told, words)| (told, known(words))).collect()
}

fn fault<T>(path: &str, fault: MappingFault) -> Result<T> {
    Err(MappingError::new(path, fault))
}

fn at_most(length: usize, path: &str) -> Result<()> {
    if length > MAX_MAPPING_ENTRIES { fault(path, MappingFault::TooMuch) } else { Ok(()) }
}

impl<'f> Compiler<'f> {
    fn whole(mut self) -> Result<Bound> {
        let file = self.file;
        at_most(file.plan.0.len(), "/plan")?;
        self.sources()?;
        let scope = self.cases();
        self.filled(&file.source, scope, "/source")?;
        for (name, table) in &file.tables.0 {
            let path = below("/tables", name);
            let (_, inner) = self.table(name, &path)?;
            self.filled(&table.source, inner, &below(&path, "source"))?;
        }
        let mut part = Object::default();
        let mut plan = Within { part: &mut part, kind: model::plan(), above: "" };
        for (place, given) in &file.plan.0 {
            self.place(&mut plan, place, given, scope, &below("/plan", place))?;
        }
        self.lists(&mut plan, &file.lists, scope, "/lists", 0)?;
        sort(&mut part);
        let is_table = matches!(scope, Scope::Fields { is_complete: true, .. });
        let mut used = self.used.iter().chain(self.used_in_tables.iter().flatten());
        if is_table && !used.any(|used| *used) && !self.places.is_empty() {
            self.notes.push(MappingError::new("/plan", MappingFault::NothingTaken));
        }
        let id = file.id.as_ref().map(|id| self.id(id, scope)).transpose()?;
        if file.once && id.is_none() {
            return fault("/once", MappingFault::NoId);
        }
        at_most(file.carry.len(), "/carry")?;
        let mut carry = Vec::new();
        for (index, column) in file.carry.iter().enumerate() {
            carry.push(self.giver(&named(column), scope, &format!("/carry/{index}"), 0)?);
        }
        // What no row is left out for says nothing.
        let (asked, sought) = (self.asked.len(), self.sought.len());
        let skip = self.tests(&file.skip, scope, "/skip")?;
        self.asked.truncate(asked);
        for sought in self.sought.iter_mut().skip(sought).filter(|sought| sought.by == WordsOf::Where) {
            (sought.by, sought.is_asked) = (WordsOf::Skip, false);
        }
        if let Some(codes) = &file.read.codes {
            let words = codes.0.iter().map(|(code, _)| code.clone()).collect();
            if let Some((misfit, (code, _))) =
                self.misfits.iter_mut().zip(&codes.0).find_map(|(own, code)| Some((own.take()?, code)))
            {
                return fault(&below("/read/codes", code), misfit);
            }
            let met = self.common_codes.clone();
            self.sought.push(Sought { by: WordsOf::Codes, table: None, column: None, words, met, is_asked: false });
        }
        let mut keys = Vec::new();
        for (name, table) in &file.tables.0 {
            let path = below("/tables", name);
            let (_, inner) = self.table(name, &path)?;
            keys.push(self.giver(&named(&table.key), inner, &below(&path, "key"), 0)?);
        }
        let held: Vec<&str> = self.held.iter().map(String::as_str).collect();
        // Every place was found in the model; what is left is that there are none.
        let Ok(horizon) = Horizon::of(&held) else { return fault("/plan", MappingFault::NoPlaces) };
        let preparatory = format!("/{PREPARATORY}");
        let in_part = |horizon: &Horizon| horizon.fields().filter(|field| field.starts_with(&preparatory)).count();
        let all = Horizon::of(&[&preparatory]).map(|whole| in_part(&whole)).unwrap_or_default();
        let is_part_held = (1..all).contains(&in_part(&horizon));
        Ok(Bound {
            is_part_held,
            id,
            carry,
            skip,
            skips_notes: file.skip_notes,
            keys,
            joins: self.joins,
            is_joined: self.is_joined,
            plan: part,
            horizon,
            places: self.places,
            columns: self.columns,
            used: self.used,
            used_in_tables: self.used_in_tables,
            ways: self.ways,
            missing: self.missing,
            of_either_order: self.of_either_order,
            with_months_first: self.with_months_first,
            with_years_in_doubt: self.with_years_in_doubt,
            asked: self.asked,
            sought: self.sought,
            for_nothing: Arc::default(),
            of_no_kind: Arc::default(),
            divided: Arc::default(),
            kinds: self.kinds,
            notes: self.notes,
        })
    }

    /// Holds the columns whose blank cells are filled in against those that a source has.
    fn filled(&mut self, source: &file::Source, scope: Scope<'_>, path: &str) -> Result<()> {
        let path = below(path, "fill");
        at_most(source.fill.len(), &path)?;
        for (index, column) in source.fill.iter().enumerate() {
            let names = std::slice::from_ref(column);
            self.named(Some(NameKind::Column), names, scope, false, &format!("{path}/{index}"))?;
        }
        Ok(())
    }

    /// What the mapping says of the sources themselves.
    fn sources(&self) -> Result<()> {
        let look = |source: &file::Source, path: &str| match (&source.delimiter, &source.encoding) {
            (Some(sign), _) if sign.len() != 1 => fault(&below(path, "delimiter"), MappingFault::NoDelimiter),
            #[cfg(feature = "csv")]
            (_, Some(name)) if encoding_rs::Encoding::for_label(name.as_bytes()).is_none() => {
                fault(&below(path, "encoding"), MappingFault::UnknownEncoding(name.clone()))
            }
            _ => Ok(()),
        };
        look(&self.file.source, "/source")?;
        at_most(self.file.tables.0.len(), "/tables")?;
        for (name, table) in &self.file.tables.0 {
            let path = below("/tables", name);
            look(&table.source, &below(&path, "source"))?;
            if table.key.is_empty() {
                return fault(&path, MappingFault::NoKey(name.clone()));
            }
        }
        Ok(())
    }

    fn cases(&self) -> Scope<'f> {
        self.source.map_or(Scope::Unknown { table: None }, |source| Scope::Fields {
            names: &source.cases,
            table: None,
            is_complete: source.is_complete,
        })
    }

    /// A table by its name: its place, and what its own names are looked up among.
    fn table(&self, name: &str, path: &str) -> Result<(usize, Scope<'f>)> {
        let tables = &self.file.tables.0;
        let Some((index, (known, _))) = tables.iter().enumerate().find(|(_, (known, _))| known == name) else {
            let nearest = nearest(name, tables.iter().map(|(known, _)| known.as_str())).map(str::to_owned);
            return fault(path, MappingFault::UnknownTable { table: name.to_owned(), nearest });
        };
        let table = Some(known.as_str());
        let names = self.source.and_then(|source| source.tables.get(index));
        Ok((index, names.map_or(Scope::Unknown { table }, |names| Scope::Fields { names, table, is_complete: true })))
    }

    /// What joins a table to a record: the value in the record.
    fn join(&mut self, table: usize, outer: Scope<'_>, is_case: bool, path: &str) -> Result<Key> {
        let Some((name, declared)) = self.file.tables.0.get(table) else { return fault(path, MappingFault::NoId) };
        let at = below("/tables", name);
        let (giver, is_id) = match (&declared.to, &self.file.id) {
            (Some(to), _) => (self.giver(&named(to), outer, &below(&at, "to"), 0)?, false),
            (None, Some(id)) if is_case => (self.id(id, outer)?, true),
            (None, None) if is_case => return fault(path, MappingFault::NoId),
            _ => return fault(&at, MappingFault::NoJoin(name.clone())),
        };
        let (_, inner) = self.table(name, path)?;
        let own = self.giver(&named(&declared.key), inner, &below(&at, "key"), 0)?;
        if matches!(outer, Scope::Fields { table: None, .. })
            && let Some(join) = self.joins.get_mut(table)
        {
            *join = Some(giver.clone());
        }
        self.is_joined.iter_mut().skip(table).take(1).for_each(|is_joined| *is_joined = true);
        self.askers += 1;
        let is_of_cases = self.file.once && declared.is_of_the_cases(&self.file.source);
        Ok(Key { giver, is_id, own, is_of_cases, asker: self.askers })
    }

    /// What gives the id of a case.
    fn id(&mut self, id: &file::Given, scope: Scope<'_>) -> Result<Giver> {
        let giver = self.giver(id, scope, "/id", 0)?;
        let form = match &giver.get {
            Get::Field { field, steps, .. } => scope.inside(*field).form(steps),
            _ => Form::UNKNOWN,
        };
        Ok(Giver { ids: Some(form), ..giver })
    }

    /// Gives one place of a part.
    fn place(
        &mut self,
        within: &mut Within<'_>,
        place: &str,
        given: &file::Given,
        scope: Scope<'_>,
        path: &str,
    ) -> Result<()> {
        let (steps, kind) = find(within, place, path)?;
        let pointer = pointer(within.above, &steps);
        let node = match kind {
            FieldKind::List { entry } if given.more.split.is_some() => {
                Node::List(vec![self.split(*entry, &format!("{pointer}/*"), given, scope, path)?])
            }
            // Only what is nested in the source can be a whole part or list.
            FieldKind::List { .. } if !takes_whole(given) => {
                return fault(path, MappingFault::IsAList(place.to_owned()));
            }
            FieldKind::Part { .. } if !takes_whole(given) => {
                return fault(path, MappingFault::IsAPart(place.to_owned()));
            }
            kind => Node::Leaf(self.leaf(given, kind, pointer, scope, path)?),
        };
        put(within.part, &steps, node).map_err(|()| MappingError::new(path, MappingFault::Twice(place.to_owned())))
    }

    fn leaf(&mut self, given: &file::Given, kind: FieldKind, at: String, scope: Scope<'_>, path: &str) -> Result<Leaf> {
        let columns = given.all_names().map(str::to_owned).collect();
        let before = (self.of_either_order.len(), self.with_years_in_doubt.len(), self.with_months_first.len());
        self.place = Some((at.clone(), kind));
        let giver = self.giver(given, scope, path, 0);
        self.place = None;
        let giver = giver?;
        if !matches!(kind, FieldKind::Date) {
            self.of_either_order.truncate(before.0);
            self.with_years_in_doubt.truncate(before.1);
            self.with_months_first.truncate(before.2);
        }
        let is_prose =
            matches!(kind, FieldKind::Text) && at.rsplit('/').find(|step| *step != "*").is_none_or(takes_words);
        fits(&giver, &at, path)?;
        if let (true, Get::Field { field, steps, from, .. }, Scope::Fields { table: None, is_complete: true, .. }) =
            (is_prose && giver.tests.is_empty(), &giver.get, scope)
            && steps.is_empty()
            && !self.in_words.insert(*field)
        {
            self.notes.push(MappingError::new(path, MappingFault::SharedColumn(from.name.to_string())));
        }
        if is_held(&giver) && !self.is_outside {
            self.held.insert(at.clone());
        }
        let is_of_case = at.starts_with(CASE);
        self.places.push(at);
        self.columns.push(columns);
        Ok(Leaf { giver, kind, place: self.places.len() - 1, is_prose, is_of_case })
    }

    /// A list of texts, dates or codes in one value.
    fn split(
        &mut self,
        kind: FieldKind,
        at: &str,
        given: &file::Given,
        scope: Scope<'_>,
        path: &str,
    ) -> Result<Entries> {
        let sign = given.more.split.clone().unwrap_or_default();
        if matches!(kind, FieldKind::Part { .. } | FieldKind::List { .. }) || sign.is_empty() {
            return fault(path, MappingFault::CannotSplit);
        }
        let leaf = self.leaf(given, kind, at.to_owned(), scope, path)?;
        let from = From::Split { giver: Box::new(leaf.giver.clone()), sign };
        Ok(Entries { from, tests: Vec::new(), entry: Shape::Leaves(vec![leaf]) })
    }

    fn lists(
        &mut self,
        within: &mut Within<'_>,
        lists: &[file::List],
        scope: Scope<'_>,
        path: &str,
        depth: usize,
    ) -> Result<()> {
        at_most(lists.len(), path)?;
        if depth > MAX_MAPPING_DEPTH {
            return fault(path, MappingFault::TooMuch);
        }
        for (index, list) in lists.iter().enumerate() {
            let path = format!("{path}/{index}");
            let place = below(&path, "place");
            let (steps, kind) = find(within, &list.place, &place)?;
            let FieldKind::List { entry } = kind else {
                return fault(&place, MappingFault::IsNoList(list.place.clone()));
            };
            let pointer = format!("{}/*", pointer(within.above, &steps));
            let entries = self.list(list, *entry, &pointer, scope, &path, depth)?;
            put(within.part, &steps, Node::List(vec![entries]))
                .map_err(|()| MappingError::new(place, MappingFault::Twice(list.place.clone())))?;
        }
        Ok(())
    }

    fn list(
        &mut self,
        list: &file::List,
        kind: FieldKind,
        at: &str,
        scope: Scope<'_>,
        path: &str,
        depth: usize,
    ) -> Result<Entries> {
        let (mut is_outside, mut way) = (self.is_outside, None);
        let (from, inner) = match (&list.table, &list.at) {
            (Some(name), None) => {
                let (table, inner) = self.table(name, &below(path, "table"))?;
                let key = Box::new(self.join(table, scope, depth == 0, path)?);
                (From::Table { table, key }, inner)
            }
            (None, Some(pointer)) => {
                let more = More { at: Some(pointer.clone()), ..More::default() };
                let given = file::Given { name: None, more: Box::new(more) };
                let before = self.ways.len();
                let list = Box::new(self.giver(&given, scope, &below(path, "at"), 0)?);
                // Of a list that is taken, not everything in its entries is.
                way = self.ways.drain(before..).next_back();
                way.iter_mut().for_each(|way| way.push(ENTRY.to_owned()));
                let is_value = |field: usize, steps: &[String]| scope.inside(field).is_value(steps);
                let entry = match &list.get {
                    Get::Field { field, steps, is_held: true, .. } if is_value(*field, steps) => {
                        let fault = MappingFault::NoEntries(pointer.clone());
                        self.missing.push(MappingError::new(below(path, "at"), fault));
                        None
                    }
                    Get::Field { field, steps, .. } => scope.inside(*field).entry(steps),
                    _ => None,
                };
                is_outside |= !is_held(&list);
                (From::Nested { list }, Scope::Nested(entry.unwrap_or(&UNKNOWN)))
            }
            (None, None) => (From::Numbered, scope),
            (Some(_), Some(_)) => return fault(path, MappingFault::GivesTooMuch),
        };
        let outer_way = std::mem::replace(&mut self.way, way);
        let mut tests = self.tests(&list.conditions.0, inner, &below(path, "where"))?;
        for (test, condition) in tests.iter_mut().zip(&list.conditions.0) {
            let told = (list.table.as_deref(), list.at.as_deref(), condition.column.as_str());
            test.known = self.words.get(&told).filter(|_| condition.is.is_some() && !condition.only).cloned();
            self.kinds.extend(test.known.as_ref().map(|_| (*test.value).clone()));
        }
        let is_part = matches!(kind, FieldKind::Part { .. });
        match &list.value {
            Some(value) if !is_part && value.more.split.is_some() && matches!(from, From::Numbered) => {
                let split = self.split(kind, at, value, inner, &below(path, "value"))?;
                self.way = outer_way;
                return Ok(Entries { tests, ..split });
            }
            None if !is_part => return fault(&below(path, "value"), MappingFault::GivesNothing),
            Some(_) if is_part => return fault(&below(path, "value"), MappingFault::IsAPart(list.place.clone())),
            _ if is_part == list.fields.0.is_empty() && list.lists.is_empty() => {
                return fault(&below(path, "fields"), MappingFault::GivesNothing);
            }
            _ => {}
        }
        at_most(list.fields.0.len(), path)?;
        let given = list.fields.0.iter().map(|(place, given)| (Some(place), given));
        let given: Vec<_> = given.chain(list.value.as_ref().map(|given| (None, given))).collect();
        let step = |place: Option<&String>| match place {
            Some(place) => below(&below(path, "fields"), place),
            None => below(path, "value"),
        };
        let mut numbers = BTreeSet::new();
        for (place, given) in &given {
            numbers.extend(numbers_of(given, inner, &step(*place))?);
        }
        let is_numbered = given.iter().any(|(_, given)| given.has_number());
        let numbers: Vec<Option<usize>> =
            if is_numbered { numbers.into_iter().map(Some).collect() } else { vec![None] };
        let (mut parts, mut leaves) = (Vec::new(), Vec::new());
        let before = self.places.len();
        let is_outer_outside = std::mem::replace(&mut self.is_outside, is_outside);
        for number in numbers {
            // Numbered columns are one place, however many numbers there are.
            self.places.truncate(before);
            self.columns.truncate(before);
            let mut part = Object::default();
            let mut within = Within { part: &mut part, kind, above: at };
            for (place, given) in &given {
                let numbered = number.map_or(Cow::Borrowed(*given), |number| Cow::Owned(given.numbered(number)));
                match place {
                    Some(place) => self.place(&mut within, place, &numbered, inner, &step(Some(place)))?,
                    None => leaves.push(self.leaf(&numbered, kind, at.to_owned(), inner, &step(None))?),
                }
            }
            self.lists(&mut within, &list.lists, inner, &below(path, "lists"), depth + 1)?;
            sort(&mut part);
            parts.push(part);
        }
        (self.is_outside, self.way) = (is_outer_outside, outer_way);
        for (columns, (_, given)) in self.columns.iter_mut().skip(before).zip(&given) {
            *columns = given.all_names().map(str::to_owned).collect();
        }
        Ok(Entries { from, tests, entry: if is_part { Shape::Objects(parts) } else { Shape::Leaves(leaves) } })
    }

    /// Conditions on a record.
    fn tests(&mut self, conditions: &[Condition], scope: Scope<'_>, path: &str) -> Result<Vec<Test>> {
        at_most(conditions.len(), path)?;
        let words = |words: &Option<file::OneOrMore<String>>| {
            let plain = |word: &String| word.trim().to_lowercase();
            words.as_ref().map(|words| Words::of(words.0.iter().map(plain).collect()))
        };
        let mut tests = Vec::new();
        for (index, condition) in conditions.iter().enumerate() {
            let path = format!("{path}/{index}");
            if condition.is.is_none() && condition.not.is_none() && condition.blank.is_none() {
                return fault(&path, MappingFault::NoCondition);
            }
            for (key, words) in [("is", &condition.is), ("not", &condition.not)] {
                if words.as_ref().is_some_and(|words| words.0.is_empty()) {
                    return fault(&below(&path, key), MappingFault::NoWords);
                }
            }
            // What a condition looks at is no value of the plan.
            let place = self.place.take();
            let value = self.giver(&named(&condition.column), scope, &below(&path, "column"), 0);
            self.place = place;
            let value = Box::new(value?);
            let (is, not) = (words(&condition.is), words(&condition.not));
            // A word that is asked for and ruled out.
            let is_none = |is: &Words| is.words.iter().all(|word| not.iter().any(|not| not.words.contains(word)));
            if is.as_ref().is_some_and(is_none) {
                return fault(&path, MappingFault::NeverHolds);
            }
            let has_held = is.is_some().then(|| {
                let has_held = Arc::new(AtomicBool::new(false));
                let column = condition.column.as_str().into();
                self.asked.push(Asked { column, has_held: Arc::clone(&has_held) });
                has_held
            });
            for (words, is_asked) in [(&is, true), (&not, false)] {
                self.sought.extend(words.iter().map(|words| Sought {
                    by: WordsOf::Where,
                    table: scope.table().map(Arc::from),
                    column: Some(condition.column.as_str().into()),
                    words: words.words.clone(),
                    met: words.met.clone(),
                    is_asked,
                }));
            }
            tests.push(Test { value, is, not, blank: condition.blank, has_held, known: None });
        }
        Ok(tests)
    }

    /// Where a value comes from, and how it is read.
    fn giver(&mut self, given: &file::Given, scope: Scope<'_>, path: &str, depth: usize) -> Result<Giver> {
        let file::Given { name, more } = given;
        if depth > MAX_MAPPING_DEPTH {
            return fault(path, MappingFault::TooMuch);
        }
        let conversion = Conversion::of(&more.read, &self.file.read).map_err(|misread| {
            let own = below(&below(path, "read"), misread.key);
            let at = if misread.is_own { own } else { below("/read", misread.key) };
            MappingError::new(at, *misread.fault)
        })?;
        let (kind, conversion) = (self.place.as_ref().map(|(_, kind)| *kind), self.with_common_codes(conversion));
        let headings = [
            (NameKind::Heading, "heading", &more.heading),
            (NameKind::Cell, "cell", &more.cell),
            (NameKind::Control, "control", &more.control),
            (NameKind::Form, "form", &more.form),
        ];
        let ways = [
            name.is_some(),
            more.column.is_some(),
            more.at.is_some(),
            more.constant.is_some(),
            !more.first.is_empty(),
            !more.join.is_empty(),
        ];
        let ways = ways.into_iter().chain(headings.iter().map(|(_, _, names)| !names.0.is_empty()));
        match ways.filter(|is_given| *is_given).count() {
            0 => return fault(path, MappingFault::GivesNothing),
            1 => {}
            _ => return fault(path, MappingFault::GivesTooMuch),
        }
        let (outer, mut scope, mut elsewhere) = (scope, scope, None);
        if let Some(table) = &more.table {
            let (table, inner) = self.table(table, &below(path, "table"))?;
            // Without a column of its own, a table is joined by the id of the case.
            let place = self.place.take();
            let key = self.join(table, outer, true, path);
            self.place = place;
            elsewhere = Some((table, Box::new(key?)));
            scope = inner;
        }
        // Of another table it is the row that the condition is about, as in a list.
        let tests = self.tests(&more.conditions.0, scope, &below(path, "where"))?;
        let optional = more.optional;
        let get = if let Some(pointer) = more.at.as_ref().or(name.as_ref().filter(|name| name.starts_with('/'))) {
            self.nested(pointer, scope, optional, path)?
        } else if let Some(name) = name {
            self.named(None, std::slice::from_ref(name), scope, optional, path)?
        } else if let Some(column) = &more.column {
            let at = below(path, "column");
            self.named(Some(NameKind::Column), std::slice::from_ref(column), scope, optional, &at)?
        } else if let Some(constant) = &more.constant {
            Get::Constant(constant.clone())
        } else if !more.first.is_empty() {
            Get::First(self.several(&more.first, scope, &below(path, "first"), depth)?)
        } else if !more.join.is_empty() {
            let at = below(path, "join");
            let plainly = |given: &file::Given| {
                let is_plain = given.more.conditions.0.is_empty() && given.more.table.is_none();
                given.name.as_ref().or(given.more.column.as_ref()).filter(|_| is_plain).cloned()
            };
            let mut names = BTreeSet::new();
            for (index, name) in
                more.join.iter().enumerate().filter_map(|(index, given)| Some((index, plainly(given)?)))
            {
                if !names.insert(names::tidy(&name).into_owned()) {
                    return fault(&format!("{at}/{index}"), MappingFault::JoinedTwice(name));
                }
            }
            let pieces = self.several(&more.join, scope, &at, depth)?;
            Get::Join { pieces, with: more.with.clone().unwrap_or_else(|| "\n".to_owned()) }
        } else {
            let found = headings.into_iter().find(|(_, _, names)| !names.0.is_empty());
            let Some((kind, key, names)) = found else { return fault(path, MappingFault::GivesNothing) };
            self.named(Some(kind), &names.0, scope, optional, &below(path, key))?
        };
        let conversion = match &get {
            Get::Field { field, steps, from, .. } => {
                let inside = scope.inside(*field);
                let years = inside.years(steps);
                if !conversion.has_date_forms() && inside.has_days_of_either_order(steps) {
                    self.of_either_order.push(from.name.to_string());
                }
                if !conversion.has_date_forms() && inside.has_months_first(steps) {
                    self.with_months_first.push(from.name.to_string());
                }
                if !conversion.has_date_forms() && years != Some(Years::First) && inside.has_years_in_doubt(steps) {
                    self.with_years_in_doubt.push(from.name.to_string());
                }
                let conversion =
                    conversion.for_place(kind).with_months_first(inside.has_months_first(steps)).with_years(years);
                conversion.counting_from_1904(inside.counts_from_1904())
            }
            _ => conversion.for_place(kind),
        };
        let conversion = match &more.read.codes {
            None => conversion.noting_codes(self.common_codes.clone()),
            Some(codes) => {
                let met = Met::none_of(codes.0.len());
                self.sought.push(Sought {
                    by: WordsOf::Codes,
                    table: scope.table().map(Arc::from),
                    column: given.all_names().next().map(Arc::from),
                    words: codes.0.iter().map(|(code, _)| code.clone()).collect(),
                    met: met.clone(),
                    is_asked: false,
                });
                conversion.noting_codes(met)
            }
        };
        let conversion = Arc::new(conversion);
        let Some((table, key)) = elsewhere else { return Ok(Giver { get, tests, conversion, ids: None }) };
        let inner = Box::new(Giver { get, tests, conversion: Arc::clone(&conversion), ids: None });
        Ok(Giver { get: Get::Elsewhere { table, key, inner }, tests: Vec::new(), conversion, ids: None })
    }

    /// The same with those codes of the whole mapping that are values of the place which is being given.
    fn with_common_codes(&mut self, conversion: Conversion) -> Conversion {
        let Some((at, kind)) = self.place.clone() else { return conversion };
        // In words they count for nothing.
        if !matches!(kind, FieldKind::Code { .. } | FieldKind::Boolean | FieldKind::Number | FieldKind::Date) {
            return conversion;
        }
        conversion.with_common_codes(|index, constant| {
            let misfit = misfit(constant, &at);
            let is_value = misfit.is_none();
            if self.misfits.len() <= index {
                self.misfits.resize(index + 1, Some(MappingFault::NotOfTheKind(None)));
            }
            if let Some(known) = self.misfits.get_mut(index) {
                // Of what is a value nowhere, what it is at the place of a code tells more; of a yes or a no, what it is where one belongs.
                let is_flag =
                    matches!(constant, Constant::Text(text) if YES.iter().chain(&NO).any(|flag| flag == text));
                let of_flag = |fault: &Option<MappingFault>| {
                    is_flag && matches!(fault, Some(MappingFault::NotOfTheKind(Some(Wanted::Flag))))
                };
                let is_open = matches!(known, Some(MappingFault::NotOfTheKind(_))) && !of_flag(known);
                if is_value || is_open || of_flag(&misfit) && known.is_some() {
                    *known = misfit;
                }
            }
            is_value
        })
    }

    fn several(&mut self, several: &[file::Given], scope: Scope<'_>, path: &str, depth: usize) -> Result<Vec<Giver>> {
        at_most(several.len(), path)?;
        let one = |(index, given)| self.giver(given, scope, &format!("{path}/{index}"), depth + 1);
        several.iter().enumerate().map(one).collect()
    }

    /// A place in nested values: the first step is a field of the record.
    fn nested(&mut self, pointer: &str, scope: Scope<'_>, optional: bool, path: &str) -> Result<Get> {
        let steps = pointer.strip_prefix('/').unwrap_or(pointer).split('/');
        let mut steps: Vec<String> = steps.map(|step| step.replace("~1", "/").replace("~0", "~")).collect();
        if let Scope::Nested(inside) = scope {
            // The entry itself, where it is a value and no object.
            if pointer == "/" {
                steps.clear();
            }
            let from = Named { kind: NameKind::Column, name: pointer.into(), table: None };
            let is_held = self.has(inside, &steps, "", &from, optional, path)?;
            return Ok(Get::Field { field: 0, steps, from, is_held });
        }
        let field = steps.remove(0);
        // In a document, a list is a table under a heading.
        let is_table = !matches!(scope, Scope::Fields { is_complete: false, .. });
        let mut get =
            self.named(is_table.then_some(NameKind::Column), std::slice::from_ref(&field), scope, optional, path)?;
        if let Get::Field { field: place, steps: inner, from, is_held } = &mut get {
            from.name = pointer.into();
            *is_held &= self.has(scope.inside(*place), &steps, &field, from, optional, path)?;
            *inner = steps;
        }
        Ok(get)
    }

    /// Whether what is asked for further in may be there. What a schema does not have is an error; what none of the cases had
    /// that were looked at is told, and is no more than the source can hold.
    fn has(
        &mut self,
        inside: &Inside,
        steps: &[String],
        above: &str,
        from: &Named,
        optional: bool,
        path: &str,
    ) -> Result<bool> {
        let above_all = if above.is_empty() { self.way.clone() } else { Some(vec![above.to_owned()]) };
        if let Some(mut way) = above_all.filter(|_| from.table.is_none()) {
            way.extend_from_slice(steps);
            self.ways.push(way);
        }
        let Some(lack) = inside.lack(steps, |key| names::shown(key).is_some()) else { return Ok(true) };
        if optional {
            return Ok(false);
        }
        let is_pointer = from.name.starts_with('/');
        let above = (!above.is_empty()).then_some(above);
        let named = |steps: &[String]| -> String {
            let steps = above.into_iter().chain(steps.iter().map(String::as_str));
            if is_pointer { steps.fold(String::new(), |pointer, step| below(&pointer, step)) } else { steps.collect() }
        };
        let way = |count: usize| named(steps.get(..count).unwrap_or_default());
        let column = from.name.to_string();
        if lack.is_certain {
            let table = from.table.as_deref().map(str::to_owned);
            return fault(
                path,
                match lack.why {
                    Why::Missing(nearest) => {
                        MappingFault::UnknownColumn { column, nearest: nearest.as_deref().map(named), table }
                    }
                    Why::List(count) => MappingFault::ThroughAList { column, list: way(count) },
                    Why::Value(count) => MappingFault::NothingInside { column, value: way(count) },
                },
            );
        }
        let nearest = if let Why::Missing(nearest) = lack.why { nearest.as_deref().map(named) } else { None };
        self.missing.push(MappingError::new(path, MappingFault::InNoCase { column, nearest }));
        Ok(false)
    }

    /// A field by its name, or by any of several.
    fn named(
        &mut self,
        kind: Option<NameKind>,
        names: &[String],
        scope: Scope<'_>,
        optional: bool,
        path: &str,
    ) -> Result<Get> {
        let Some(name) = names.first() else { return fault(path, MappingFault::GivesNothing) };
        let from = |kind: NameKind, name: &str, table: Option<&str>| Named {
            kind,
            name: names::tidy(name).into(),
            table: table.map(Arc::from),
        };
        let (index, table, is_complete) = match scope {
            Scope::Unknown { table } => {
                let from = from(kind.unwrap_or(NameKind::Column), name, table);
                return Ok(Get::Field { field: 0, steps: Vec::new(), from, is_held: true });
            }
            Scope::Nested(inside) => {
                let (from, steps) = (from(NameKind::Column, name, None), vec![name.clone()]);
                let is_held = self.has(inside, &steps, "", &from, optional, path)?;
                return Ok(Get::Field { field: 0, steps, from, is_held });
            }
            Scope::Fields { names, table, is_complete } => (names, table, is_complete),
        };
        let found = index.find(kind, names);
        let mut get = |place: usize| {
            let used = match table {
                None => Some(&mut self.used),
                Some(table) => {
                    let known = self.file.tables.0.iter().position(|(name, _)| name == table);
                    known.and_then(|known| self.used_in_tables.get_mut(known))
                }
            };
            if let Some(used) = used.and_then(|used| used.get_mut(place)) {
                *used = true;
            }
            let (kind, name) =
                index.fields.get(place).map_or((NameKind::Column, ""), |field| (field.kind, &field.name));
            // What none has that was looked at is read where one has it, and is no more than the source can hold.
            let is_held = index.fields.get(place).is_none_or(|field| !field.inside.is_late());
            Get::Field { field: place, steps: Vec::new(), from: from(kind, name, table), is_held }
        };
        match found.as_slice() {
            [place] => Ok(get(*place)),
            [] if optional || !is_complete => {
                // Of a document's names none was meant: the mapping has all that any document may have.
                let nearest = if is_complete { index.meant(name) } else { None };
                if let Some(nearest) = nearest.filter(|nearest| !are_of_a_row(name, nearest)) {
                    let fault = MappingFault::UnknownColumn {
                        column: name.clone(),
                        nearest: Some(nearest),
                        table: table.map(str::to_owned),
                    };
                    self.notes.push(MappingError::new(path, fault));
                }
                let from = from(kind.unwrap_or(NameKind::Heading), name, table);
                Ok(Get::Nothing { from, is_known: !optional })
            }
            [] => {
                let nearest = index.meant(name);
                let (column, table) = (name.clone(), table.map(str::to_owned));
                fault(path, MappingFault::UnknownColumn { column, nearest, table })
            }
            [_, ..] if is_complete => fault(path, MappingFault::AmbiguousColumn(name.clone())),
            // A document may come back to a matter under the same heading.
            several => {
                let piece = |place: &usize| Giver {
                    get: get(*place),
                    tests: Vec::new(),
                    conversion: Arc::default(),
                    ids: None,
                };
                Ok(Get::Join { pieces: several.iter().map(piece).collect(), with: "\n".to_owned() })
            }
        }
    }
}

/// Whether two names are those of numbered columns, of which a source has as many as it has.
fn are_of_a_row(one: &str, other: &str) -> bool {
    let plain = |name: &str| name.chars().filter(|letter| letter.is_alphabetic()).collect::<String>();
    plain(one) == plain(other)
}

/// Whether what stands under a key of the plan is words, and no number by nature as well.
fn takes_words(key: &str) -> bool {
    const NUMBERS: [&str; 6] =
        ["aktivitetIdentifier", "henvisning", "hjemmel", "kommunekode", "omfang24Mdr", "varighed"];
    !NUMBERS.contains(&key)
}

/// The way to a place of a part, and what it holds.
fn find(within: &Within<'_>, place: &str, path: &str) -> Result<(Vec<Step>, FieldKind)> {
    let unknown = || {
        let asked = format!("{}/{}", within.above, place.trim_start_matches('/'));
        // What it would lie in is not what was meant.
        let nearest = model::nearest(&asked).filter(|nearest| !is_at_or_below(&asked, nearest));
        let nearest = nearest.map(|whole| whole.strip_prefix(within.above).unwrap_or(&whole).to_owned());
        // The entry itself is no place in it.
        let nearest = nearest.filter(|nearest| !nearest.is_empty());
        let is_named = place.split('/').all(|step| step.is_empty() || looks_like_a_field(step));
        MappingFault::UnknownPlace { place: is_named.then(|| place.to_owned()), nearest }
    };
    match model::find(within.kind, place) {
        // From the whole plan, a place is a pointer; in an entry, the key alone is one too.
        Ok(_) if within.above.is_empty() && !place.starts_with('/') => fault(path, unknown()),
        Ok(found) => Ok(found),
        Err(NoPlace::InAList) => fault(path, MappingFault::InAList(place.to_owned())),
        Err(NoPlace::Unknown) => fault(path, unknown()),
    }
}

fn named(name: &str) -> file::Given {
    file::Given { name: Some(name.to_owned()), ..file::Given::default() }
}

fn pointer(above: &str, steps: &[Step]) -> String {
    steps.iter().fold(above.to_owned(), |pointer, step| format!("{pointer}/{}", step.key))
}

/// Whether what is given may be an object or a list as it stands.
fn takes_whole(given: &file::Given) -> bool {
    given.more.at.is_some() || given.name.as_ref().is_some_and(|name| name.starts_with('/'))
}

/// Puts something at its place. Lists of one place follow each other; anything else has its place alone.
fn put(part: &mut Object, steps: &[Step], node: Node) -> std::result::Result<(), ()> {
    let Some((step, rest)) = steps.split_first() else { return Err(()) };
    let place = match part.fields.iter().position(|member| member.key == step.key) {
        Some(place) => place,
        None => {
            let node = if rest.is_empty() { Node::List(Vec::new()) } else { Node::Object(Object::default()) };
            part.fields.push(Member { key: step.key, order: step.order, node });
            part.fields.len() - 1
        }
    };
    let Some(member) = part.fields.get_mut(place) else { return Err(()) };
    match (&mut member.node, node) {
        (Node::Object(part), node) if !rest.is_empty() => put(part, rest, node),
        (Node::List(lists), Node::List(more)) if rest.is_empty() => {
            lists.extend(more);
            Ok(())
        }
        (Node::List(lists), node) if rest.is_empty() && lists.is_empty() => {
            member.node = node;
            Ok(())
        }
        _ => Err(()),
    }
}

/// In the order of the model, in which plans are written.
fn sort(part: &mut Object) {
    part.fields.sort_by_key(|member| member.order);
    for member in &mut part.fields {
        part.has_constants |= match &mut member.node {
            Node::Object(part) => {
                sort(part);
                part.has_constants
            }
            Node::Leaf(leaf) => is_constant(&leaf.giver),
            Node::List(_) => false,
        };
    }
}

/// Whether the mapping itself may give a value.
fn is_constant(giver: &Giver) -> bool {
    match &giver.get {
        Get::Constant(_) => true,
        Get::First(several) => several.iter().any(is_constant),
        Get::Elsewhere { inner, .. } => is_constant(inner),
        Get::Field { .. } | Get::Nothing { .. } | Get::Join { .. } => false,
    }
}

/// Whether the source can hold what is given.
fn is_held(giver: &Giver) -> bool {
    match &giver.get {
        Get::Nothing { is_known, .. } => *is_known,
        Get::Field { is_held, .. } => *is_held,
        Get::Constant(_) => true,
        Get::First(several) | Get::Join { pieces: several, .. } => several.iter().any(is_held),
        Get::Elsewhere { inner, .. } => is_held(inner),
    }
}

/// Holds what the mapping itself writes into a place against what the plan's reader takes there.
fn fits(giver: &Giver, at: &str, path: &str) -> Result<()> {
    let look = |constant: &Constant, path: String| match misfit(constant, at) {
        None => Ok(()),
        Some(misfit) => fault(&path, misfit),
    };
    for (code, constant) in giver.conversion.own_codes() {
        look(constant, below(&below(&below(path, "read"), "codes"), code))?;
    }
    match &giver.get {
        Get::Constant(constant) => look(constant, below(path, "constant")),
        Get::First(several) => {
            let one = |(index, giver)| fits(giver, at, &format!("{path}/first/{index}"));
            several.iter().enumerate().try_for_each(one)
        }
        Get::Elsewhere { inner, .. } => fits(inner, at, path),
        Get::Field { .. } | Get::Nothing { .. } | Get::Join { .. } => Ok(()),
    }
}

/// What is wrong with a constant at a place.
fn misfit(constant: &Constant, at: &str) -> Option<MappingFault> {
    let mut json = Vec::new();
    constant.write(&mut json);
    match model::refuses(at, &json)? {
        InputCode::NotACode { nearest, .. } => {
            let code = if let Constant::Text(code) = constant { code.clone() } else { String::new() };
            Some(MappingFault::UnknownCode { code, nearest: nearest.map(str::to_owned) })
        }
        InputCode::NotABoolean => Some(MappingFault::NotOfTheKind(Some(Wanted::Flag))),
        InputCode::NotADate => Some(MappingFault::NotOfTheKind(Some(Wanted::Day))),
        InputCode::NotANumber { .. } | InputCode::OutOfRange { .. } | InputCode::NotWhole { .. } => {
            Some(MappingFault::NotOfTheKind(Some(Wanted::Number)))
        }
        _ => Some(MappingFault::NotOfTheKind(None)),
    }
}

/// The numbers for which a source has a numbered column. With a source, there must be one.
fn numbers_of(given: &file::Given, scope: Scope<'_>, path: &str) -> Result<Vec<usize>> {
    let mut found = Vec::new();
    for name in given.column_names().filter(|name| name.contains(NUMBER)) {
        let Scope::Fields { names, table, .. } = scope else {
            found.push(1);
            continue;
        };
        let is_there = |number: &usize| !names.find(None, &[name.replace(NUMBER, &number.to_string())]).is_empty();
        let numbers: Vec<usize> = (0..=MAX_NUMBERED).filter(is_there).collect();
        if numbers.is_empty() && !given.more.optional {
            let nearest = names.meant(&name.replace(NUMBER, "1"));
            let (column, table) = (name.to_owned(), table.map(str::to_owned));
            return fault(path, MappingFault::UnknownColumn { column, nearest, table });
        }
        found.extend(numbers);
    }
    Ok(found)
}

impl file::Given {
    /// The columns that are named, here and further in.
    pub(crate) fn column_names(&self) -> Box<dyn Iterator<Item = &str> + '_> {
        let own = self.name.iter().chain(&self.more.column).map(String::as_str);
        let inner = self.more.first.iter().chain(&self.more.join).flat_map(Self::column_names);
        Box::new(own.chain(inner))
    }

    /// Every name of the source, of whatever kind.
    fn all_names(&self) -> Box<dyn Iterator<Item = &str> + '_> {
        let More { column, at, heading, cell, control, form, first, join, .. } = &*self.more;
        let own =
            self.name.iter().chain(column).chain(at).chain(&heading.0).chain(&cell.0).chain(&control.0).chain(&form.0);
        Box::new(own.map(String::as_str).chain(first.iter().chain(join).flat_map(Self::all_names)))
    }

    /// The names that the source need not have: of what lies further in, the field that it lies in.
    fn optional_names(&self) -> Box<dyn Iterator<Item = &str> + '_> {
        let own = self.name.iter().chain(&self.more.column).chain(&self.more.at);
        let is_named = |name: &&String| {
            self.more.optional && self.more.table.is_none() && !name.contains(NUMBER) && !name.contains('~')
        };
        let own = own.filter(is_named).filter_map(|name| match name.strip_prefix('/') {
            Some(way) => way.split('/').next(),
            None => Some(name.as_str()),
        });
        Box::new(own.chain(self.more.first.iter().chain(&self.more.join).flat_map(Self::optional_names)))
    }

    fn has_number(&self) -> bool {
        self.column_names().any(|name| name.contains(NUMBER))
    }

    /// The same with a number in the names. The source need not have each column for each number.
    fn numbered(&self, number: usize) -> Self {
        let named = |name: &String| name.replace(NUMBER, &number.to_string());
        let several = |several: &Vec<Self>| several.iter().map(|given| given.numbered(number)).collect();
        let more = More {
            column: self.more.column.as_ref().map(named),
            first: several(&self.more.first),
            join: several(&self.more.join),
            optional: self.more.optional || self.has_number(),
            ..(*self.more).clone()
        };
        Self { name: self.name.as_ref().map(named), more: Box::new(more) }
    }
}
