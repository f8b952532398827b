//! What is listed: the data that texts are held against.

/// Placeholders: a field of any kind is empty (A8).
pub const PLACEHOLDERS: &[&str] = &["ikke oplyst", "udfyldes senere", "kommer", "xx", "tbd", "n/a"];

/// Words of machines, and words for what is not there yet: a text, a code or a yes or no is empty (A35).
pub const LEFTOVERS: &[&str] = &[
    "nan",
    "nat",
    "null",
    "none",
    "nil",
    "undefined",
    "todo",
    "tba",
    "test",
    "asdf",
    "qwerty",
    "lorem ipsum",
    "udfyldes",
    "ikke udfyldt",
    "ikke angivet",
    "n.a",
    "mangler",
    "afventer",
    "uoplyst",
    "vedhæftes senere",
    "eftersendes",
    "følger",
    "skal udfyldes",
    "kommer senere",
    "følger senere",
    "afventes",
    "ej oplyst",
    "ej udfyldt",
    "ikke besvaret",
];

/// The same for what programs write with signs around it, which belong to the word. Besides, a word between `#` and `!` or
/// `?` is an error of a spreadsheet in whatever language: »#VÆRDI!«, »#NAME?«, »#DIV/0!«.
pub const SIGNS: &[&str] = &["<na>", "\\N", "(null)", "[object Object]", "#N/A", "#I/T"];

/// How a text begins that is no text, whatever follows: what a form or a template shows where nothing is written yet.
pub const FILLERS: &[&str] = &[
    "lorem ipsum",
    "klik her for at",
    "klik eller tryk her for at",
    "klik eller tryk for at",
    "vælg et element",
    "click here to enter",
    "click or tap here to enter",
    "click or tap to enter",
    "choose an item",
];

/// References: how one may begin (A36).
pub const OPENINGS: &[&str] = &[
    "se",
    "er",
    "jf",
    "jfr",
    "jvf",
    "jævnfør",
    "fremgår af",
    "henviser til",
    "henvises til",
    "der henvises til",
    "det fremgår af",
    "står",
    "som",
    "nævnt",
    "beskrevet",
    "anført",
    // Of Min Plan, where everything may stand (§ 5, stk. 3).
    "min",
];

/// References: what lies beside the field, without the name of a document.
pub const BESIDES: &[&str] = &[
    "vedlagt",
    "vedlagte",
    "vedlægges",
    "vedhæftet",
    "vedhæftede",
    "vedhæftes",
    "ovenfor",
    "nedenfor",
    "ovenstående",
    "nedenstående",
];

/// References: the places in a document. Behind an opening they are as good as its name: »se punkt 3«.
pub const SECTIONS: &[&str] = &["side", "punkt", "pkt", "afsnit", "felt"];

/// References: the names of documents, the plan and its parts among them. Each may have one of the [`ENDINGS`].
pub const DOCUMENTS: &[&str] = &[
    "bilag",
    "journal",
    "akt",
    "sag",
    "attest",
    "lægeattest",
    "statusattest",
    "erklæring",
    "lægeerklæring",
    "speciallægeerklæring",
    "epikrise",
    "rapport",
    "referat",
    "notat",
    "journalnotat",
    "journaludtræk",
    "dokument",
    "fil",
    "cv",
    "plan",
    "del",
    "indsatsdel",
    "indstilling",
];

/// References: the numbers of the medical certificates that are named »LÆ« and a number.
pub const CERTIFICATES: &[&str] = &["265", "285"];

/// The endings that bend the name of a document: »attesten«, »bilagene«, »journaludtrækket«.
pub const ENDINGS: &[&str] =
    &["", "s", "n", "ns", "r", "rne", "e", "en", "ens", "et", "ets", "er", "erne", "ernes", "ene", "ket", "kene"];

/// References: what may stand beside names and openings, besides numbers, dates and single letters.
pub const BETWEEN: &[&str] = &[
    "nr",
    "nummer",
    "næste",
    "forrige",
    "egen",
    "læge",
    "læges",
    "lægens",
    "af",
    "fra",
    "til",
    "den",
    "dateret",
    "pr",
    "forberedende",
    "og",
    "samt",
    "også",
    "venligst",
    "for",
    "yderligere",
    "uddybning",
];

/// References: the months, which may be cut to three letters.
pub const MONTHS: &[&str] = &[
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
];

/// Replies that there is nothing to say: an answer where the requirement allows it.
pub const NOTHINGS: &[&str] = &["ingen", "intet", "nej", "ikke relevant", "ingen betydning", "ved ikke"];

/// An activity that is only promised: a person must judge whether it is concrete (§ 5, stk. 1, nr. 3). One of these words puts it
/// off, and nothing else stands there but more of them and those of [`LATER_BESIDE`].
pub const LATER: &[&str] = &[
    "senere",
    "endnu",
    "ikke",
    "bliver",
    "afklares",
    "aftales",
    "fastlægges",
    "fastsættes",
    "planlægges",
    "besluttes",
    "bestemmes",
    "vælges",
    "drøftes",
    "udarbejdes",
    "vurderes",
    "afventer",
    "udarbejdelse",
    "afklaring",
    "uafklaret",
];

/// Promises: what may stand beside the words that put off, without saying what is to be done.
pub const LATER_BESIDE: &[&str] = &[
    "løbende",
    "nærmere",
    "under",
    "på",
    "ved",
    "med",
    "i",
    "af",
    "og",
    "den",
    "det",
    "der",
    "er",
    "skal",
    "afklaret",
    "aftalt",
    "fastlagt",
    "fastsat",
    "planlagt",
    "besluttet",
    "tilbud",
    "aktivitet",
    "aktiviteter",
    "indsats",
    "indsatsen",
    "indsatser",
    "indsatserne",
    "tiltag",
    "borger",
    "borgeren",
    "sagsbehandler",
    "sagsbehandleren",
    "samarbejde",
    "næste",
    "første",
    "kommende",
    "møde",
    "mødet",
    "samtale",
    "samtalen",
    "opfølgning",
];
