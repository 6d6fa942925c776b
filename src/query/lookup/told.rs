//! What a screen and an export say of an answer: how the question was understood, what a row is dated, what was tried.
//! Answers come in, short words go out.

use super::answer::{Answer, Match, Nearest, Row, Subject, Tried};
use super::question::{Part, Question, Role};
use crate::extract::Via;
use crate::extract::country::Country;
use crate::model::{Corpus, DocId, Document};
use crate::query::Roster;
use crate::query::counts::counted;
use crate::text::Span;

impl Question {
    /// One phrase for each part that counts, and for what is asked for: "a figure", "recruit*", "2016", "KZ".
    pub fn understood(&self, tried: &[Tried]) -> Vec<String> {
        let want = self.want.map(|want| want.name().to_owned());
        let parts = self.parts.iter().enumerate();
        let parts = parts.filter_map(|(at, part)| part.understood(tried.get(at)));
        want.into_iter().chain(parts).collect()
    }
}

impl Part {
    /// How the part was understood; nothing where it was left out.
    pub fn understood(&self, tried: Option<&Tried>) -> Option<String> {
        Some(match &self.role {
            Role::Country(country) => country.code().to_owned(),
            Role::Dates(range) => range.to_string(),
            Role::Word => self.text.clone() + if Self::has_forms(tried) { "*" } else { "" },
            Role::Verbatim => format!("“{}”", self.text),
            Role::Weak => format!("({})", self.text),
            Role::Without => format!("not {}", self.text),
            Role::Out => return None,
        })
    }

    fn has_forms(tried: Option<&Tried>) -> bool {
        tried.is_none_or(|t| t.words.iter().any(|(_, matched)| *matched != Match::Word))
    }
}

impl Answer {
    /// "KZ · 2016 · recruit* · stop*".
    pub fn understood(&self) -> String {
        self.question.understood(&self.tried).join(" · ")
    }

    /// "1 document, 24 sentences": what was searched.
    pub fn searched(&self) -> String {
        let searched = &self.searched;
        format!(
            "{}, {}, {}, {}",
            counted(searched.documents, "document"),
            counted(searched.sentences, "sentence"),
            counted(searched.events, "event"),
            counted(searched.indicators, "indicator"),
        )
    }

    /// For each part that is searched for: what of the corpus was taken for it, and in how many sentences it is.
    pub fn told_tried(&self) -> Vec<String> {
        let parts = self.question.parts.iter().zip(&self.tried);
        let parts = parts.filter(|(part, _)| part.role != Role::Out);
        let said = parts.map(|(part, tried)| {
            let name = part.understood(Some(tried)).unwrap_or_default();
            let words: Vec<&str> = tried.words.iter().map(|(word, _)| word.as_str()).collect();
            let words = match (words.is_empty(), &part.role) {
                (true, Role::Word | Role::Verbatim) => "no such word, form or spelling".to_owned(),
                (true, _) => String::new(),
                (false, _) => words.join(", "),
            };
            let sentences = counted(tried.sentences, "sentence");
            format!("{name}: {sentences}{}{words}", if words.is_empty() { "" } else { "; " })
        });
        said.collect()
    }

    /// "without “aktobe”: 3 sentences".
    pub fn told_nearest(&self, nearest: &Nearest) -> String {
        let part = self.question.parts.get(nearest.dropped);
        let tried = self.tried.get(nearest.dropped);
        let name = part.and_then(|part| part.understood(tried)).unwrap_or_default();
        format!("without {name}: {}", counted(nearest.sentences, "sentence"))
    }
}

impl Subject {
    /// The sentence of an event or a figure, and its document; nothing of what is neither.
    pub fn sentence(self, corpus: &Corpus) -> Option<(DocId, Span)> {
        match self {
            Self::Event(id) => corpus.event(id).map(|event| (event.document, event.sentence)),
            Self::Indicator(id) => {
                let row = corpus.indicators.get(id.index())?;
                let text = &corpus.document(row.document)?.text;
                let at = text.sentence_at(row.number.start)?;
                Some((row.document, *text.sentences.get(at)?))
            }
            _ => None,
        }
    }
}

impl Row {
    /// Its date as EDTF: the event's, the figure's period, else the first of the dates that made it match.
    pub fn date<'a>(&self, corpus: &'a Corpus) -> Option<&'a str> {
        let stated = match self.subject {
            Subject::Event(id) => corpus.event(id).map(|event| corpus.string(event.edtf)),
            Subject::Indicator(id) => {
                corpus.indicators.get(id.index()).map(|i| corpus.string(i.edtf))
            }
            _ => self.document(corpus).and_then(|document| {
                let lit = |span: Span| self.lit.binary_search(&span).is_ok();
                let found = document.dates.iter().find(|date| lit(date.span));
                found.and_then(|date| date.date.as_ref()).map(|date| date.edtf.as_str())
            }),
        };
        stated.filter(|date| !date.is_empty())
    }

    /// The countries it concerns, as the event or the figure has them, else as the sentence names them; in order of code.
    pub fn countries(&self, corpus: &Corpus) -> Vec<(Country, Via)> {
        let mut countries = match self.subject {
            Subject::Country(country) => vec![(country, Via::Name)],
            Subject::Event(id) => {
                corpus.event(id).map(|event| corpus.countries(event).to_vec()).unwrap_or_default()
            }
            Subject::Indicator(id) => {
                corpus.indicators.get(id.index()).and_then(|i| i.country).into_iter().collect()
            }
            _ => self.named(corpus),
        };
        countries.sort_by_key(|&(country, via)| (country, via));
        countries.dedup_by_key(|(country, _)| *country);
        countries
    }

    fn named(&self, corpus: &Corpus) -> Vec<(Country, Via)> {
        let (Some((_, sentence)), Some(document)) = (self.place, self.document(corpus)) else {
            return Vec::new();
        };
        let first = document.countries.partition_point(|m| m.span.start < sentence.start);
        let inside = document.countries.iter().skip(first);
        let inside = inside.take_while(|m| m.span.start < sentence.end);
        inside.map(|m| (m.country, m.via)).collect()
    }

    /// The document that says it.
    pub fn document<'a>(&self, corpus: &'a Corpus) -> Option<&'a Document> {
        self.place.and_then(|(id, _)| corpus.document(id))
    }

    /// What goes by a name, and that name; an office where one made it match.
    pub fn name<'a>(&self, corpus: &'a Corpus, roster: Option<&Roster>) -> Option<&'a str> {
        match self.subject {
            Subject::Country(country) => Some(country.name()),
            Subject::Document(id) => corpus.document(id).map(Document::label),
            Subject::Entry(at, _) => {
                roster?.entries().get(at as usize).map(|entry| entry.name.of(corpus))
            }
            _ => None,
        }
    }

    /// What it says, in the document's own words; for a country its name.
    pub fn quote<'a>(&self, corpus: &'a Corpus) -> &'a str {
        match (self.subject, self.place) {
            (Subject::Country(country), _) => country.name(),
            (Subject::Document(id), _) => {
                corpus.document(id).map(Document::label).unwrap_or_default()
            }
            (_, Some((id, span))) => corpus.document(id).map_or("", |d| d.text.words(span)),
            (_, None) => "",
        }
    }
}
