//! A corpus told in rows: a sentence, its date, its countries.

use bluf::extract::country::Country;
use bluf::extract::{
    CountryMention, DateMention, DateValue, EventFinding, EventKind, Findings, Mode, TimexKind, Via,
};
use bluf::model::{Builder, Corpus, Document, Input, Origin};
use bluf::query::DateRange;
use bluf::source::Facts;
use bluf::text::{Span, Text};

/// One sentence with what is found in it; it tells of an event where it has a date.
#[derive(Debug, Clone)]
pub(super) struct Told {
    sentence: String,
    date: Option<(String, Option<String>)>,
    countries: Vec<(String, Country, Via)>,
}

pub(super) fn told(sentence: &str) -> Told {
    Told { sentence: sentence.to_owned(), date: None, countries: Vec::new() }
}

impl Told {
    pub(super) fn on(mut self, words: &str, edtf: &str) -> Self {
        self.date = Some((words.to_owned(), Some(edtf.to_owned())));
        self
    }

    pub(super) fn unanchored(mut self, words: &str) -> Self {
        self.date = Some((words.to_owned(), None));
        self
    }

    pub(super) fn of(mut self, words: &str, code: &str, via: Via) -> Self {
        self.countries.push((words.to_owned(), Country::parse(code).unwrap(), via));
        self
    }
}

/// Makes documents of rows.
pub(super) fn corpus(documents: &[&[Told]]) -> Corpus {
    let mut builder = Builder::new();
    for (number, rows) in documents.iter().enumerate() {
        builder.add(Document::new(input(number, rows)).into());
    }
    builder.finish()
}

fn input(number: usize, rows: &[Told]) -> Input {
    let mut clean = String::new();
    let mut text = Text::default();
    let mut findings = Findings::default();
    for (sentence, row) in rows.iter().enumerate() {
        let start = clean.len();
        clean.push_str(&row.sentence);
        text.sentences.push(Span::new(start, clean.len()));
        let place = |words: &str| {
            let at = start + row.sentence.find(words).unwrap_or_default();
            Span::new(at, at + words.len().min(row.sentence.len()))
        };
        clean.push('\n');
        for (words, country, via) in &row.countries {
            let (country, via) = (*country, *via);
            findings.countries.push(CountryMention {
                span: place(words),
                country,
                via,
                rule: "test",
            });
        }
        let Some((words, edtf)) = &row.date else { continue };
        findings.dates.push(mention(place(words), edtf.as_deref()));
        findings.events.push(EventFinding {
            sentence,
            date: findings.dates.len() - 1,
            countries: row.countries.iter().map(|(_, country, via)| (*country, *via)).collect(),
            kind: EventKind::Meeting,
            mode: Mode::Historical,
            title: vec![Span::new(start, start + row.sentence.len())],
            rule: "test",
        });
    }
    text.clean = clean.into();
    let bytes = text.clean.as_bytes().into();
    let (path, origin) = (format!("{number}.txt").into(), Origin::plain(text.clean.len() as u64));
    Input { path, origin, bytes, text, findings, facts: Facts::default() }
}

fn mention(span: Span, edtf: Option<&str>) -> DateMention {
    let range = edtf.map(|edtf| DateRange::parse(edtf).unwrap());
    let date = DateValue {
        edtf: edtf.unwrap_or("XXXX").to_owned(),
        earliest: range.as_ref().and_then(|r| r.earliest.date()),
        latest: range.as_ref().and_then(|r| r.latest.date()),
        anchored: edtf.is_some(),
    };
    DateMention {
        span,
        kind: TimexKind::Date,
        value: date.edtf.clone(),
        date: Some(date),
        rule: "test",
    }
}
