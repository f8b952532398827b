//! Reading: bytes become a [`Plan`] and a list of what could not be read.
//!
//! A form is half empty and an export is dirty, so reading does not stop at a bad value. Only a document that is not
//! JSON, is not an object or breaks one of the [limits](crate::limits) is an error.

use crate::error::ReadError;
use crate::input::{InputCode, InputFinding};
use crate::letters::{folded, looks_like_a_field, nearest, within};
use crate::plan::value::{Entries, Key, Leaves, Part, Scalar, Shape, Value, View};
use crate::plan::{Plan, State};
use crate::repeated::Tally;
use crate::scan::{MARK, Scan, place};
use crate::{limits, places};

/// Fills a plan from a document, and notes what in it cannot be read. Where it cannot go on, it gives `None`, and
/// [`Scan::stopped`] says why.
struct Reader<'a> {
    scan: Scan<'a>,
    path: Vec<Step>,
    findings: Vec<InputFinding>,
    tally: Tally,
    /// Whether the document has a key of the plan.
    is_plan: bool,
    /// Whether the document is what stands under a key of another one: then what is below that is not asked.
    is_inner: bool,
}

#[derive(Clone, Copy)]
enum Step {
    Key(&'static Key),
    Index(usize),
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        let (path, findings) = (Vec::new(), Vec::new());
        Self { scan: Scan::new(text), path, findings, tally: Tally::new(), is_plan: false, is_inner: false }
    }

    /// Fills a value from a document that holds nothing else.
    fn read(&mut self, value: &mut dyn Value<'a>) -> Option<()> {
        self.fill(value, false)?;
        if self.scan.peek().is_none() { Some(()) } else { self.scan.wrong() }
    }

    /// Fills a value from what stands in its place. What stands in a name is no answer of its own.
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    fn fill(&mut self, value: &mut dyn Value<'a>, is_name: bool) -> Option<()> {
        let scalar = match self.scan.peek() {
            Some(b'"') => {
                self.scan.pass();
                let string = self.scan.string()?;
                if let Some(string) = string.as_ref().filter(|_| !is_name) {
                    self.tally.count(string);
                }
                string.map_or(Scalar::NoText, Scalar::Text)
            }
            Some(b'{' | b'[') => return self.fill_composite(value, is_name),
            Some(b't') => self.scan.word("true").map(|()| Scalar::Boolean(true))?,
            Some(b'f') => self.scan.word("false").map(|()| Scalar::Boolean(false))?,
            Some(b'n') => self.scan.word("null").map(|()| Scalar::Null)?,
            Some(b'-' | b'0'..=b'9') => self.scan.number()?.map_or(Scalar::NoNumber, Scalar::Number),
            _ => return self.scan.wrong(),
        };
        self.take(value, scalar)
    }

    fn take(&mut self, value: &mut dyn Value<'a>, scalar: Scalar<'a>) -> Option<()> {
        value.take(scalar).or_else(|code| self.note(code).ok_or(())).ok()
    }

    #[cfg_attr(not(target_arch = "wasm32"), inline(never))]
    fn fill_composite(&mut self, value: &mut dyn Value<'a>, is_name: bool) -> Option<()> {
        let is_object = self.scan.peek() == Some(b'{');
        match value.shape() {
            Shape::Part(part) if is_object => self.fill_part(part, is_name),
            Shape::List(entries) if !is_object => self.fill_list(entries, is_name),
            _ => {
                let raw = self.pass_over(0)?;
                let within = raw.get(1..raw.len() - 1).unwrap_or_default();
                self.take(value, Scalar::Composite { empty: within.trim_ascii().is_empty() })
            }
        }
    }

    /// Fills a part from an object.
    fn fill_part(&mut self, part: &mut dyn Part<'a>, is_name: bool) -> Option<()> {
        let keys = part.keys();
        // The places of the keys that have been met, and of those met again, and the one after the latest.
        let (mut seen, mut repeated, mut next) = (0_u64, 0_u64, 0);
        let mut unknown = UnknownKeys::default();
        let is_document = self.path.is_empty();
        self.scan.pass();
        let mut goes_on = !self.scan.passes(b'}');
        while goes_on {
            self.scan.wants(b'"')?;
            let known = match self.scan.passes_one_of(keys, next) {
                Some(known) => Some(known),
                None => self.other_key(&*part, &mut unknown)?,
            };
            if let Some((place, key)) = known {
                self.scan.wants(b':')?;
                let bit = 1 << place;
                let (is_again, is_news) = (seen & bit != 0, repeated & bit == 0);
                repeated |= seen & bit;
                seen |= bit;
                next = place + 1;
                self.is_plan |= is_document;
                let value = part.field_mut(place)?;
                self.path.push(Step::Key(key));
                if is_again {
                    value.clear();
                    if is_news {
                        self.note(InputCode::DuplicateKey)?;
                    }
                }
                self.fill(value, is_name || key.is_name)?;
                if is_again {
                    // Nobody knows which of them is meant.
                    value.set_unreadable();
                }
                self.path.pop();
            }
            goes_on = self.scan.goes_on(b'}')?;
        }
        if unknown.misspelt != 0 {
            self.set_unreadable(part, unknown.misspelt, unknown.twice)?;
        }
        if self.is_plan || unknown.at_root.is_empty() { Some(()) } else { self.note_other_document(&unknown.at_root) }
    }

    /// A key that does not stand as it is declared, behind its opening quotation mark: one of the part that is written with an escape,
    /// or one that the part does not have, which is passed over with its value.
    #[cold]
    fn other_key(
        &mut self,
        part: &dyn Part<'a>,
        unknown: &mut UnknownKeys<'a>,
    ) -> Option<Option<(usize, &'static Key)>> {
        let (keys, from) = (part.keys(), self.scan.at() - 1);
        let key = match self.scan.string()? {
            Some(key) => match part.place(&key) {
                Some(place) => return Some(keys.get(place).map(|key| (place, key))),
                None => key.into_owned(),
            },
            // As it is written: two such keys are two.
            None => self.scan.since(from).to_owned(),
        };
        self.scan.wants(b':')?;
        let raw = self.pass_over(1)?;
        let names = || keys.iter().map(|known| known.name);
        // A whole part under a name of the vendor's own: "teamets_indstilling".
        let is_part = self.path.is_empty() && raw.starts_with('{');
        let meant = nearest(&key, names()).or_else(|| within(&key, names()).filter(|_| is_part));
        if let Some(place) = keys.iter().position(|known| Some(known.name) == meant)
            && !matches!(raw, "null" | r#""""#)
        {
            unknown.misspelt |= 1 << place;
            // The key itself, only with other capitals, Danish letters, blanks or signs between its words, is no other one.
            let is_same = meant.is_some_and(|meant| folded(meant) == folded(&key));
            unknown.twice |= u64::from(is_same || self.is_fact(place, raw)) << place;
        }
        unknown.meet(key, meant, raw, self)?;
        Some(None)
    }

    /// Whether a value could be a fact of the case, and not only the value of a field of its own whose name is near.
    #[cold]
    fn is_fact(&self, place: usize, raw: &'a str) -> bool {
        let is_of_the_case = matches!(*self.path, [Step::Key(part)] if part.name == "sag");
        is_of_the_case
            && Plan::empty().sag.field_mut(place).is_some_and(|fact| {
                let mut reader = Reader::new(raw);
                reader.fill(fact, false).is_some() && reader.findings.is_empty()
            })
    }

    /// Something stands at these places under another spelling, and nobody has read it, unless the right one has something too. Where
    /// that may be the same thing twice, nobody knows which one counts.
    #[cold]
    fn set_unreadable(&mut self, part: &mut dyn Part<'a>, places: u64, twice: u64) -> Option<()> {
        for (place, key) in part.keys().iter().enumerate().filter(|(place, _)| places & 1 << place != 0) {
            let code = match part.field(place)?.leaves().state() {
                State::Missing => InputCode::OtherSpelling,
                State::Unreadable => continue,
                _ if twice & 1 << place != 0 => InputCode::DuplicateKey,
                _ => continue,
            };
            part.field_mut(place)?.set_unreadable();
            self.path.push(Step::Key(key));
            self.note(code)?;
            self.path.pop();
        }
        Some(())
    }

    /// Fills a list from an array.
    #[cfg_attr(not(target_arch = "wasm32"), inline(never))]
    fn fill_list(&mut self, entries: &mut dyn Entries<'a>, is_name: bool) -> Option<()> {
        self.scan.pass();
        let mut goes_on = !self.scan.passes(b']');
        let mut index = 0;
        while goes_on {
            if index == limits::MAX_LIST_LENGTH {
                let path = self.pointer();
                return self.scan.stop(ReadError::ListTooLong { path });
            }
            self.path.push(Step::Index(index));
            self.fill(entries.add()?, is_name)?;
            self.path.pop();
            goes_on = self.scan.goes_on(b']')?;
            index += 1;
        }
        Some(())
    }

    /// Passes a value that belongs nowhere, some levels below the path, and gives it as it is written. (The plan itself is never
    /// too deep: no deeper than its model.)
    #[cold]
    fn pass_over(&mut self, levels: usize) -> Option<&'a str> {
        let (raw, depth) = self.scan.skip()?;
        if depth > 0 && self.path.len() + levels + depth > limits::MAX_DEPTH {
            let path = self.pointer();
            return self.scan.stop(ReadError::TooDeep { path });
        }
        Some(raw)
    }

    #[cold]
    fn note(&mut self, code: InputCode) -> Option<()> {
        let path = self.pointer();
        self.note_at(path, code)
    }

    /// Notes what is wrong at a place, unless there is too much of it.
    fn note_at(&mut self, path: String, code: InputCode) -> Option<()> {
        if self.findings.len() == limits::MAX_INPUT_FINDINGS {
            let path = self.pointer();
            return self.scan.stop(ReadError::TooManyFindings { path });
        }
        self.findings.push(InputFinding::new(path, code));
        Some(())
    }

    fn note_key(&mut self, key: &str, code: InputCode) -> Option<()> {
        let mut path = self.pointer();
        // A key is a name, but somebody may have put a person's into it: only what looks like the name of a field
        // is repeated, and anything else is reported at the object that holds it.
        if looks_like_a_field(key) {
            path.push('/');
            path.push_str(key);
        }
        self.note_at(path, code)
    }

    /// The document has none of the plan's keys. Perhaps a key of it holds the plan.
    #[cold]
    fn note_other_document(&mut self, unknown: &[(String, &'a str)]) -> Option<()> {
        self.note(InputCode::NotAPlan)?;
        let is_plan = |raw: &'a str| {
            let mut inner = Reader { is_inner: true, ..Reader::new(raw) };
            // Whether it can be read to its end is another question.
            let _ = inner.fill(&mut Plan::empty(), false);
            inner.is_plan
        };
        for (key, _) in unknown.iter().filter(|(_, raw)| is_plan(raw)) {
            self.note_key(key, InputCode::PlanBelow)?;
        }
        Some(())
    }

    fn pointer(&self) -> String {
        use std::fmt::Write as _;
        self.path.iter().fold(String::new(), |mut pointer, step| {
            let _ = match step {
                Step::Key(key) => write!(pointer, "/{}", key.name),
                Step::Index(index) => write!(pointer, "/{index}"),
            };
            pointer
        })
    }
}

/// Keys of one object that the plan does not have.
#[derive(Default)]
struct UnknownKeys<'a> {
    /// Each with whether it has been met again, in order. (A tree is much code for a browser, and there are no more keys
    /// here than findings may be noted.)
    met: Vec<(String, bool)>,
    /// Those of the document itself, with what they hold.
    at_root: Vec<(String, &'a str)>,
    /// Places whose key stands here in another spelling, and of those the ones that are read from either, a bit for each.
    misspelt: u64,
    twice: u64,
}

impl<'a> UnknownKeys<'a> {
    /// Notes that a key is unknown, and that it stands more than once, each one time.
    #[cold]
    fn meet(
        &mut self,
        key: String,
        nearest: Option<&'static str>,
        raw: &'a str,
        reader: &mut Reader<'a>,
    ) -> Option<()> {
        match self.met.binary_search_by(|(met, _)| met.cmp(&key)) {
            Err(place) => {
                reader.note_key(&key, InputCode::UnknownKey { nearest })?;
                self.met.insert(place, (key.clone(), false));
            }
            Ok(place) => {
                if let Some((_, is_again @ false)) = self.met.get_mut(place) {
                    *is_again = true;
                    reader.note_key(&key, InputCode::DuplicateKey)?;
                }
            }
        }
        if reader.path.is_empty() && !reader.is_inner {
            self.at_root.push((key, raw));
        }
        Some(())
    }
}

impl<'a> Plan<'a> {
    /// Reads a plan from JSON text. What could not be read is in its [`input`](Plan::input), and so in the report.
    ///
    /// # Errors
    ///
    /// As [`Checker::check_str`](crate::Checker::check_str).
    pub fn from_json(text: &'a str) -> Result<Self, ReadError> {
        let mut plan = Self::empty();
        fill(&mut plan, text)?;
        Ok(plan)
    }
}

/// The text that UTF-8 bytes hold.
pub(crate) fn text(bytes: &[u8]) -> Result<&str, ReadError> {
    check_size(bytes.len())?;
    // The quicker of the two does not say where.
    if let Ok(text) = simdutf8::basic::from_utf8(bytes) {
        return Ok(text);
    }
    let valid = simdutf8::compat::from_utf8(bytes).map_or_else(|error| error.valid_up_to(), str::len);
    let (line, column) = place(bytes, valid);
    Err(ReadError::NotUtf8 { line, column: column + 1 })
}

/// Reads an empty plan from text; a byte order mark is tolerated. Says whether some of its texts may be the same, for whoever reads it
/// has seen each of them. (It is filled where it stands, since it is large.)
pub(crate) fn fill<'a>(plan: &mut Plan<'a>, text: &'a str) -> Result<bool, ReadError> {
    check_size(text.len())?;
    let text = text.strip_prefix(MARK).unwrap_or(text);
    let mut reader = Reader::new(text);
    // The document's own brackets decide: an array is one wrong value, not a plan without fields.
    if reader.read(plan).is_none() || !text.trim_start().starts_with('{') {
        return Err(reader.scan.stopped.unwrap_or(ReadError::NotAnObject));
    }
    places::sort(&mut reader.findings);
    plan.input = InputFinding::count_keys(reader.findings);
    Ok(reader.tally.may_repeat())
}

/// What stands in the text of one value, which is to stand at a path.
pub(crate) fn scalar(text: &str, path: &str) -> Result<Scalar<'static>, ReadError> {
    /// Takes whatever stands there.
    struct Any<'a>(Scalar<'a>);

    impl<'a> Value<'a> for Any<'a> {
        fn shape(&mut self) -> Shape<'_, 'a> {
            Shape::Leaf
        }

        fn take(&mut self, scalar: Scalar<'a>) -> Result<(), InputCode> {
            self.0 = scalar;
            Ok(())
        }

        fn set_unreadable(&mut self) {}

        fn leaves(&self) -> Leaves {
            Leaves::NONE
        }

        fn view(&self) -> View<'_, 'a> {
            View::Other(State::Missing)
        }

        #[cfg(feature = "profiles")]
        fn forget(&mut self, _: &dyn Fn(&str) -> bool) {}
    }

    check_size(text.len())?;
    let (mut reader, mut any) = (Reader::new(text), Any(Scalar::Null));
    // So deep does it stand in its document.
    reader.path = vec![Step::Index(0); path.split('/').count() - 1];
    match reader.read(&mut any) {
        Some(()) => Ok(any.0.into_owned()),
        None => Err(match reader.scan.stopped {
            Some(ReadError::TooDeep { .. }) => ReadError::TooDeep { path: path.to_owned() },
            stopped => stopped.unwrap_or(ReadError::NotAnObject),
        }),
    }
}

pub(crate) fn check_size(bytes: usize) -> Result<(), ReadError> {
    if bytes > limits::MAX_BYTES { Err(ReadError::TooLarge { bytes }) } else { Ok(()) }
}
