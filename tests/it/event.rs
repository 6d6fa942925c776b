//! Sentences with marked dates and countries, and the events they must give.

use bluf::extract::country::Country;
use bluf::extract::{CountryMention, DateMention, DateValue, EventFinding, TimexKind, Via, event};
use bluf::text::{Block, BlockKind, Span, Text};
use chrono::NaiveDate;
use pretty_assertions::assert_eq;

/// A paragraph read from marks: `[March 2025]` is a date, `[~last year]` an unanchored one, `{Kyrgyzstan=KG}` a
/// country.
struct Marked {
    text: Text,
    dates: Vec<DateMention>,
    countries: Vec<CountryMention>,
}

impl Marked {
    fn read(marked: &str) -> Self {
        let (mut clean, mut dates, mut countries) = (String::new(), Vec::new(), Vec::new());
        let mut rest = marked;
        while let Some((plain, marked)) = rest.split_once(['[', '{']) {
            clean.push_str(plain);
            let is_date = rest.as_bytes()[plain.len()] == b'[';
            let (inside, after) = marked.split_once(if is_date { ']' } else { '}' }).unwrap();
            let start = clean.len();
            if is_date {
                clean.push_str(inside.trim_start_matches('~'));
                dates.push(date(Span::new(start, clean.len()), inside));
            } else {
                let (words, code) = inside.split_once('=').unwrap();
                clean.push_str(words);
                countries.push(CountryMention {
                    span: Span::new(start, clean.len()),
                    country: Country::parse(code).unwrap(),
                    via: Via::Name,
                    rule: "test",
                });
            }
            rest = after;
        }
        clean.push_str(rest);
        let whole = Span::new(0, clean.len());
        let mut sentences = Vec::new();
        let mut from = 0;
        for (at, _) in clean.match_indices(". ") {
            sentences.push(Span::new(from, at + 1));
            from = at + 2;
        }
        sentences.push(Span::new(from, clean.len()));
        let blocks = vec![Block { kind: BlockKind::Paragraph, span: whole }];
        let text = Text { clean: clean.into(), blocks, sentences, ..Text::default() };
        Self { text, dates, countries }
    }

    fn events(&self) -> Vec<EventFinding> {
        event::find(&self.text, &self.dates, &self.countries, None)
    }

    fn line(&self, event: &EventFinding) -> String {
        let codes: Vec<&str> = event.countries.iter().map(|(c, _)| c.code()).collect();
        let title: Vec<&str> = event.title.iter().map(|&s| self.text.words(s)).collect();
        let date = self.text.words(self.dates[event.date].span);
        let (kind, mode) = (format!("{:?}", event.kind), format!("{:?}", event.mode));
        format!("{date} | {kind} | {mode} | {} | {}", codes.join(","), title.join(" "))
    }
}

fn date(span: Span, words: &str) -> DateMention {
    let anchored = !words.starts_with('~');
    let day = NaiveDate::from_ymd_opt(2001, 1, 1).filter(|_| anchored);
    let value = DateValue { edtf: "2001".to_owned(), earliest: day, latest: day, anchored };
    let kind = TimexKind::Date;
    DateMention { span, kind, value: words.to_owned(), date: Some(value), rule: "test" }
}

#[test]
fn marked_sentences_give_the_events_of_the_table() {
    let table = include_str!("../fixtures/event/sentences.txt");
    let mut expected = String::new();
    let mut found = String::new();
    for story in table.split("\n\n").filter(|s| !s.starts_with('#') && !s.trim().is_empty()) {
        let sentence = story.lines().next().unwrap_or_default();
        expected.push_str(story.trim_end());
        expected.push_str("\n\n");
        let marked = Marked::read(sentence);
        found.push_str(sentence);
        for event in marked.events() {
            found.push_str("\n  ");
            found.push_str(&marked.line(&event));
        }
        found.push_str("\n\n");
    }
    assert_eq!(expected, found);
}
