//! What a lookup comes to: rows, or a no with its proof. Plain data.

use super::question::Question;
use crate::extract::country::Country;
use crate::model::{DocId, EventId, IndicatorId};
use crate::text::Span;

/// How well an item meets a part of a question, or all of it: the weakest of its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Match {
    /// Not at all.
    #[default]
    None,
    /// All but one word of a long question, which is told.
    Partial,
    /// Only in a spelling that is a slip away, or with letters left out.
    Fuzzy,
    /// Only beside it: in the sentence before or after, in the heading, the document's title or date.
    Near,
    /// By the start of a word.
    Start,
    /// By a word that tells of the same, by a group the country belongs to, by a longer span of time.
    Related,
    /// By another form or spelling of the word.
    Form,
    /// By the whole word, the country's own name, the very date.
    Word,
    /// It begins with the question.
    Prefix,
    /// It is the question, word for word.
    Exact,
}

impl Match {
    /// All of them, the weakest first.
    const ALL: [Self; 10] = [
        Self::None,
        Self::Partial,
        Self::Fuzzy,
        Self::Near,
        Self::Start,
        Self::Related,
        Self::Form,
        Self::Word,
        Self::Prefix,
        Self::Exact,
    ];

    /// The word of exports and screens.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Partial => "partial",
            Self::Fuzzy => "fuzzy",
            Self::Near => "near",
            Self::Start => "start",
            Self::Related => "related",
            Self::Form => "form",
            Self::Word => "word",
            Self::Prefix => "prefix",
            Self::Exact => "exact",
        }
    }

    /// The match of a number, as `as u8` gives it.
    pub(super) fn of(number: u8) -> Self {
        Self::ALL.get(usize::from(number)).copied().unwrap_or_default()
    }
}

/// What a row of an answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A dated happening.
    Event(EventId),
    /// A figure.
    Indicator(IndicatorId),
    /// A sentence.
    Sentence,
    /// A heading.
    Heading,
    /// A country, with what there is of it.
    Country(Country),
    /// A document.
    Document(DocId),
    /// A person or an organisation, as an index of the roster's entries.
    Entry(u32, Person),
}

/// Whether an entry of the roster is a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Person {
    /// It is.
    Person,
    /// It is a body.
    Organisation,
}

impl Subject {
    /// The word of exports and screens.
    pub fn name(self) -> &'static str {
        match self {
            Self::Event(_) => "event",
            Self::Indicator(_) => "indicator",
            Self::Sentence => "sentence",
            Self::Heading => "heading",
            Self::Country(_) => "country",
            Self::Document(_) => "document",
            Self::Entry(_, Person::Person) => "person",
            Self::Entry(_, Person::Organisation) => "organisation",
        }
    }
}

/// One row of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub subject: Subject,
    /// How the question is met.
    pub matched: Match,
    /// Higher comes first; of equal ones, the more recent.
    pub score: u32,
    /// The document and the sentence that says it; nothing for a country.
    pub place: Option<(DocId, Span)>,
    /// What made it match, in the document's reading text, rising.
    pub lit: Vec<Span>,
    /// The parts of the question that are met beside the sentence only, as indices of [`Question::parts`].
    pub near: Vec<usize>,
    /// Of a country: how many events and figures concern it, in the whole corpus.
    pub counts: Option<(usize, usize)>,
    /// The parts of the question that are not met, likewise.
    pub missing: Vec<usize>,
}

/// What a lookup comes to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// The question, as it was understood.
    pub question: Question,
    /// The best rows, the best first.
    pub rows: Vec<Row>,
    /// How many sentences meet the question themselves, shown or not.
    pub matching: usize,
    /// What was looked for, for each part of the question.
    pub tried: Vec<Tried>,
    /// How much was searched.
    pub searched: Searched,
    /// The proof of a no; nothing where there are rows.
    pub no: Option<No>,
}

/// How much was searched.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Searched {
    /// Documents.
    pub documents: usize,
    /// Sentences.
    pub sentences: usize,
    /// Events.
    pub events: usize,
    /// Indicators.
    pub indicators: usize,
}

/// What was looked for to meet one part of a question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tried {
    /// Words of the corpus that were taken for it, with the way they are, the best first; at most a dozen.
    pub words: Vec<(String, Match)>,
    /// How many sentences meet it.
    pub sentences: usize,
}

/// The proof that there is no answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct No {
    /// The nearest rows: for each part of the question, the best that meets all the others.
    pub nearest: Vec<Nearest>,
    /// Sentences that speak of a gap, those that meet some of the question first.
    pub gaps: Vec<(DocId, Span)>,
}

/// What is left of a question when one part is dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nearest {
    /// The part, as an index of [`Question::parts`].
    pub dropped: usize,
    /// How many sentences meet the rest.
    pub sentences: usize,
    /// The best of them.
    pub row: Row,
}
