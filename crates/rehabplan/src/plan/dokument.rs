use super::{Date, Field, Text};

part! {
    /// A reference to a document.
    #[da = "En henvisning til et dokument."]
    pub struct Dokument<'a> {
        /// What the document is.
        #[da = "Hvad dokumentet er."]
        titel: Field<Text<'a>> => "titel", "Dokument", "Document", "§ 3, stk. 1, nr. 5";
        /// The day of the document. ISO date.
        #[da = "Dokumentets dato. ISO-dato."]
        dato: Field<Date> => "dato", "Dokumentets dato", "Date of the document", "§ 3, stk. 1, nr. 5";
        /// Where the document lies: a journal number or the like.
        #[da = "Hvor dokumentet ligger: et journalnummer eller lignende."]
        henvisning: Field<Text<'a>> => "henvisning", "Henvisning", "Reference", "§ 3, stk. 1, nr. 5";
    }
}
