//! A corpus of bluf's whose every event stands in one sentence that was given. Reads nothing.

use crate::lines::Dice;
use bluf::extract::country::Country;
use bluf::extract::{
    DateMention, DateValue, EventFinding, EventKind, Findings, Mode, TimexKind, Via,
};
use bluf::model::{Builder, Corpus, Document, Input, Origin};
use bluf::source::Facts;
use bluf::text::{Span, Text};
use chrono::NaiveDate;

/// Sentences of one document.
const PAGE: usize = 200;

/// One event a sentence.
pub fn corpus(lines: &[String]) -> Corpus {
    let mut builder = Builder::new();
    let mut dice = Dice(2);
    let codes = ["KZ", "UZ", "KG", "TJ", "TM", "RU", "CN", "US"];
    let countries: Vec<Country> = codes.into_iter().filter_map(Country::parse).collect();
    for page in lines.chunks(PAGE) {
        let mut text = Text::default();
        let mut findings = Findings::default();
        let mut clean = String::new();
        for line in page {
            let span = Span::new(clean.len(), clean.len() + line.len());
            clean.push_str(line);
            clean.push('\n');
            text.sentences.push(span);
            findings.dates.push(date(span, &mut dice));
            let country = countries[dice.roll(countries.len())];
            findings.events.push(EventFinding {
                sentence: text.sentences.len() - 1,
                date: findings.dates.len() - 1,
                countries: vec![(country, Via::Name)],
                kind: EventKind::Meeting,
                mode: Mode::Historical,
                title: vec![span],
                rule: "bench",
            });
        }
        text.clean = clean.into();
        let bytes = text.clean.as_bytes().into();
        let origin = Origin::plain(text.clean.len() as u64);
        let (path, facts) = ("bench.txt".into(), Facts::default());
        builder.add(Document::new(Input { path, origin, bytes, text, findings, facts }).into());
    }
    builder.finish()
}

fn date(sentence: Span, dice: &mut Dice) -> DateMention {
    let day = NaiveDate::from_yo_opt(1990 + dice.roll(36) as i32, 1 + dice.roll(365) as u32);
    let edtf = day.map_or(String::new(), |day| day.to_string());
    let value = DateValue { edtf: edtf.clone(), earliest: day, latest: day, anchored: true };
    DateMention {
        span: Span::new(sentence.start as usize, sentence.start as usize + 4),
        kind: TimexKind::Date,
        value: edtf,
        date: Some(value),
        rule: "bench",
    }
}
