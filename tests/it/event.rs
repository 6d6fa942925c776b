//! Sentences with marked dates and countries, and the events they must give.

use bluf::extract::country::Country;
use bluf::extract::{
    CountryMention, DateMention, DateValue, EventFinding, TimexKind, Trace, Via, event,
};
use bluf::source::seeds::SEEDS;
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
        event::find(&self.text, &self.dates, &self.countries, None, &mut Trace::off())
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
    let day = NaiveDate::from_ymd_opt(2001, 1, 1 + span.start % 28).filter(|_| anchored);
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

/// A sentence without an end, which is what a table or a list looks like that lost its breaks.
fn endless(piece: &str, bytes: usize) -> Marked {
    Marked::read(&piece.repeat(bytes / piece.len()))
}

#[test]
fn an_endless_sentence_costs_no_more_than_its_length() {
    for piece in [
        "in [May 2013] {Kazakhstan=KZ} signed an accord, ",
        "[2013] [2014] and {Kenya=KE} ",
        "which, by hosting talks in [2013] (among others [2014]) after the war and ",
        "Word ",
        "((((((",
        "word ",
        "A, B and the ",
        "he said that it [2013] ",
        "later never [2013] ",
        "by hosting, Word word said \u{201c}word\u{201d} if the law of [2013] was passed that ",
    ] {
        let marked = endless(piece, 1 << 20);
        let start = std::time::Instant::now();
        let found = marked.events().len();
        let took = start.elapsed().as_secs();
        assert!(took < 20, "{piece:?}: {took} s for {found} events");
    }
}

/// One line an event: file, EDTF, type, mode, countries, title.
fn seed_lines() -> String {
    let mut lines = String::new();
    for (name, bytes) in SEEDS {
        let text = bluf::text::read(bytes);
        let found = bluf::extract::extract(&text, None, &mut Trace::off());
        for event in &found.events {
            let date = found.dates[event.date].date.as_ref().map_or("?", |d| &d.edtf);
            let codes: Vec<&str> = event.countries.iter().map(|(c, _)| c.code()).collect();
            let title: Vec<&str> = event.title.iter().map(|&s| text.words(s)).collect();
            let cells = [
                name.chars().take(3).collect(),
                date.to_owned(),
                format!("{:?}", event.kind),
                format!("{:?}", event.mode),
                codes.join(","),
                title.join(" "),
            ];
            lines.push_str(&cells.join(" | "));
            lines.push('\n');
        }
    }
    lines
}

#[test]
fn the_seeds_give_the_events_of_their_table() {
    let table = include_str!("../fixtures/event/seeds.txt");
    let expected: String =
        table.lines().filter(|l| !l.starts_with('#')).flat_map(|l| [l, "\n"]).collect();
    assert_eq!(expected, seed_lines());
}

#[test]
fn the_seeds_say_of_themselves_what_they_say() {
    let facts: Vec<String> = SEEDS
        .iter()
        .map(|(_, bytes)| {
            let text = bluf::text::read(bytes);
            let front = bluf::extract::front::find(&text);
            let words = |span: Option<Span>| span.map_or("-", |s| text.words(s)).to_owned();
            let authors: Vec<&str> = front.authors.iter().map(|&s| text.words(s)).collect();
            let day = front.published.map_or("-".to_owned(), |(_, date)| date.edtf);
            let promoted = words(front.promoted);
            [words(front.title), day, words(front.publisher), promoted, authors.join("; ")]
                .join(" | ")
        })
        .collect();
    assert_eq!(
        facts,
        [
            "- | - | - | - | ",
            "- | - | - | - | AIDAR KURMASHEV; DANA AKHMEDYANOVA; AKBOTA ZHOLDASBEKOVA; HOUMAN SADRI",
            "Engage or Ignore Kazakhstans Afghan Strategy | 2025-05-26 | EURACTIV | Promoted content | ",
            "Intelligence Agencies, Security, and Cooperation in Central Asia | - | - | - | ",
        ]
    );
}
