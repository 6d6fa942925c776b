//! Three documents and ten events, written out by hand so that no change of extraction moves a screen.

use bluf::extract::assessment::{AssessmentFinding, AssessmentKind, Expression, Reach, Sense};
use bluf::extract::country::Country;
use bluf::extract::{
    CountryMention, DateMention, DateValue, EventFinding, EventKind, Findings, Front, Mode,
    Quantity, Table, TimexKind, Via,
};
use bluf::model::{Builder, Corpus, Document, File, FileState, Input, Origin};
use bluf::source::{Facts, Raw};
use bluf::text::{Block, BlockKind, Furniture, Piece, SourceMap, SourceSpan, Span, Text};
use bluf::work;
use chrono::NaiveDate;

/// A document in the making: blocks in, spans found again by their words.
struct Draft {
    path: &'static str,
    clean: String,
    blocks: Vec<Block>,
    sentences: Vec<Span>,
    findings: Findings,
}

impl Draft {
    fn new(path: &'static str) -> Self {
        Self {
            path,
            clean: String::new(),
            blocks: Vec::new(),
            sentences: Vec::new(),
            findings: Findings::default(),
        }
    }

    /// Adds a block; `|` parts its sentences.
    fn block(mut self, kind: BlockKind, marked: &str) -> Self {
        if !self.clean.is_empty() {
            self.clean.push('\n');
        }
        let start = self.clean.len();
        for (i, sentence) in marked.split('|').enumerate() {
            if i > 0 {
                self.clean.push(' ');
            }
            let from = self.clean.len();
            self.clean.push_str(sentence);
            if kind.is_body() {
                self.sentences.push(Span::new(from, self.clean.len()));
            }
        }
        self.blocks.push(Block { kind, span: Span::new(start, self.clean.len()) });
        self
    }

    fn span(&self, words: &str) -> Span {
        let at = self.clean.find(words).unwrap_or_else(|| panic!("{words:?} is not there"));
        Span::new(at, at + words.len())
    }

    fn front(mut self, title: &str, publisher: Option<&str>, date: Option<&str>) -> Self {
        self.findings.front = Front {
            title: Some(self.span(title)),
            published: date.map(|d| (self.span(d), DateValue::day(day(d)))),
            publisher: publisher.map(|p| self.span(p)),
            authors: Vec::new(),
            promoted: None,
            tags: Vec::new(),
        };
        self
    }

    fn country(mut self, words: &str, codes: &[&str], via: Via) -> Self {
        let span = self.span(words);
        for code in codes {
            let country = Country::parse(code).unwrap();
            self.findings.countries.push(CountryMention {
                span,
                country,
                via,
                rule: "country.test",
            });
        }
        self.findings.countries.sort_by_key(|c| c.span);
        self
    }

    /// Adds a table of one row.
    fn table(mut self, cells: &[&str]) -> Self {
        let columns = cells.iter().map(|cell| vec![self.span(cell)]).collect();
        let (caption, heads, source) = (None, Vec::new(), None);
        let rule = "table.test";
        self.findings.tables.push(Table { caption, heads, columns, source, rule });
        self
    }

    fn number(mut self, words: &str, value: f64) -> Self {
        let span = self.span(words);
        self.findings.quantities.push(Quantity {
            span,
            number: span,
            value,
            upper: None,
            ends: None,
            qualifier: "=",
            unit: None,
            counted: None,
            rule: "quantity.test",
        });
        self
    }

    /// Adds an event: the words of its date with their EDTF and days, its title, its countries.
    fn event(
        mut self,
        (words, edtf, days): (&str, &str, [Option<&str>; 2]),
        title: &str,
        codes: &[&str],
        (kind, mode): (EventKind, Mode),
    ) -> Self {
        let (span, title) = (self.span(words), self.span(title));
        let anchored = days != [None, None];
        let [earliest, latest] = days.map(|d| d.map(day));
        let date = DateValue { edtf: edtf.into(), earliest, latest, anchored };
        let date = self.date(span, date);
        let sentence = self.sentences.iter().position(|s| s.covers(title)).unwrap();
        let countries = codes.iter().map(|c| (Country::parse(c).unwrap(), Via::Name)).collect();
        self.findings.events.push(EventFinding {
            sentence,
            date,
            countries,
            kind,
            mode,
            title: vec![title],
            rule: "event.test",
        });
        self
    }

    /// Adds an assessment of these words: what it is, and the words of likelihood in it.
    fn assessment(
        mut self,
        words: &str,
        kind: AssessmentKind,
        (likelihood, sense): (&str, Sense),
        codes: &[&str],
    ) -> Self {
        let expression = Expression { span: self.span(likelihood), sense, negated: false };
        let countries = codes.iter().map(|c| (Country::parse(c).unwrap(), Via::Name)).collect();
        self.findings.assessments.push(AssessmentFinding {
            span: self.span(words),
            kind,
            case: None,
            likelihood: Box::new([expression]),
            horizon: None,
            countries,
            reach: Reach::Own,
            rule: "assessment.test",
        });
        self
    }

    fn date(&mut self, span: Span, date: DateValue) -> usize {
        self.findings.dates.push(DateMention {
            span,
            kind: TimexKind::Date,
            value: date.edtf.clone(),
            date: Some(date),
            rule: "date.test",
        });
        self.findings.dates.len() - 1
    }

    fn input(self) -> Input {
        let bytes = self.clean.as_bytes().into();
        let all = self.clean.len();
        let piece =
            Piece { clean: Span::new(0, all), source: SourceSpan::new(0, all), verbatim: true };
        let text = Text {
            clean: self.clean.into(),
            map: SourceMap::new(vec![piece]),
            blocks: self.blocks,
            sentences: self.sentences,
            marks: Vec::new(),
        };
        Input {
            path: self.path.into(),
            origin: Origin::plain(all as u64),
            bytes,
            text,
            findings: self.findings,
            facts: Facts::default(),
        }
    }
}

fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
}

fn on(day: &str) -> [Option<&str>; 2] {
    [Some(day), Some(day)]
}

/// A corpus of texts by file name, read as files are.
pub fn loaded(texts: &[(&str, &str)]) -> Corpus {
    let raw = |(name, text): &(&str, &str)| Raw::bytes(*name, text.as_bytes().into());
    work::load(texts.iter().map(raw).collect(), None)
}

/// Two documents of figures: a series with its total, one that differs, values without a period.
pub fn figures() -> [(&'static str, &'static str); 2] {
    [
        (
            "review.txt",
            "Border Review\n\nPublished on: 9 June 2018\n\nRecruits\n\nDuring the last four years, 440 recruits were \
            turned back in Kenya (2014: 136 recruits, 2015: 151 recruits, 2016: 91 recruits, 2017: 62 recruits).\n\n\
            In 2015, the share of guarded crossings in Kenya was 62 percent. In 2017, the share of guarded crossings in \
            Kenya was 81.5 percent.\n",
        ),
        (
            "migration.txt",
            "Migration Notes\n\nPublished on: 3 May 2024\n\nIn 2023, Kenya recorded over 25,000 arrivals versus 16,000 \
            departures. In 2017, the share of guarded crossings in Kenya was 79 percent.\n",
        ),
    ]
}

/// The corpus.
pub fn corpus() -> Corpus {
    let mut builder = Builder::new();
    builder.add(Document::new(border_events(borders()).input()).into());
    builder.add(Document::new(rivers().input()).into());
    builder.add(Document::new(hostile().input()).into());
    builder.note(File {
        path: "broken.pdf".into(),
        size: 12_000,
        state: FileState::Refused {
            message: "PDF: broken at byte 211: no page tree".into(),
            error: true,
        },
    });
    builder.finish()
}

fn borders() -> Draft {
    use BlockKind::{Bullet, Heading, Metadata, Paragraph, Title};
    Draft::new("reports/borders.txt")
        .block(Title, "Borders and Security in the Steppe")
        .block(Metadata, "Published on: 2025-05-26, Steppe Institute")
        .block(Heading(1), "Background")
        .block(
            Paragraph,
            "Since 2018 the five states have met every year.|In March 2025, the presidents of \
             Kyrgyzstan and Tajikistan concluded a border agreement, resolving a dispute over 970 \
             kilometres.|Reopened borders revealed better relations, though water rights could \
             still cause problems.",
        )
        .block(
            BlockKind::Furniture(Furniture::PullQuote),
            "A dispute over 970 kilometres came to an end.",
        )
        .block(
            Paragraph,
            "On April 25, 2025, Uzbekistan convened the first meeting of intelligence chiefs in \
             Tashkent.|It was agreed to meet again in 2026.",
        )
        .block(Heading(1), "Outlook")
        .block(Bullet, "• Programmes to train border guards run until 2029, in all five states and beyond their borders.")
        .block(Bullet, "• Kazakhstan did not sign in 2024.")
        .front("Borders and Security in the Steppe", Some("Steppe Institute"), Some("2025-05-26"))
        .country("Kyrgyzstan", &["KG"], Via::Name)
        .country("Tajikistan", &["TJ"], Via::Name)
        .country("Uzbekistan", &["UZ"], Via::Name)
        .country("Tashkent", &["UZ"], Via::Capital)
        .country("Kazakhstan", &["KZ"], Via::Name)
        .number("970", 970.0)
        .assessment(
            "Reopened borders revealed better relations, though water rights could still cause problems.",
            AssessmentKind::Risk,
            ("could", Sense::Hedge),
            &["KG", "TJ"],
        )
        .assessment(
            "It was agreed to meet again in 2026.",
            AssessmentKind::Forecast,
            ("meet again", Sense::Term("likely")),
            &["UZ"],
        )
}

fn border_events(draft: Draft) -> Draft {
    let past = |kind| (kind, Mode::Historical);
    draft
        .event(
            ("Since 2018", "2018/..", [Some("2018-01-01"), None]),
            "the five states have met every year",
            &["KZ", "KG", "TJ", "TM", "UZ"],
            past(EventKind::Meeting),
        )
        .event(
            ("March 2025", "2025-03", [Some("2025-03-01"), Some("2025-03-31")]),
            "presidents of Kyrgyzstan and Tajikistan concluded a border agreement",
            &["KG", "TJ"],
            past(EventKind::Agreement),
        )
        .event(
            ("April 25, 2025", "2025-04-25", on("2025-04-25")),
            "Uzbekistan convened the first meeting of intelligence chiefs",
            &["UZ"],
            past(EventKind::Meeting),
        )
        .event(
            ("2026", "2026", [Some("2026-01-01"), Some("2026-12-31")]),
            "agreed to meet again",
            &[],
            (EventKind::Meeting, Mode::Planned),
        )
        .event(
            ("until 2029", "/2029", [None, Some("2029-12-31")]),
            "Programmes to train border guards",
            &[],
            (EventKind::Programme, Mode::Planned),
        )
        .event(
            ("2024", "2024", [Some("2024-01-01"), Some("2024-12-31")]),
            "Kazakhstan did not sign",
            &["KZ"],
            (EventKind::Agreement, Mode::Negated),
        )
}

fn rivers() -> Draft {
    use BlockKind::{Heading, Paragraph, Title};
    let past = |kind| (kind, Mode::Historical);
    let filler = "The river is measured at nine places, and every place has a house with a window \
                  towards the water.|";
    Draft::new("reports/rivers.txt")
        .block(Title, "Water between Neighbours")
        .block(Heading(1), "Treaties")
        .block(
            Paragraph,
            "In 1992 the republics signed the Almaty agreement on water.|On Monday the ministers \
             of Tajikistan met again.",
        )
        .block(Paragraph, filler.repeat(12).trim_end_matches('|'))
        .block(Heading(2), "The dry years")
        .block(
            Paragraph,
            "Between 2011 and 2012 the Caspian fell by 7 centimetres.|Fishermen of Kazakhstan moved \
             away in the 1990s.",
        )
        .front("Water between Neighbours", None, None)
        .table(&["In 1992 the republics", "On Monday the ministers"])
        .table(&["Between 2011 and 2012", "Fishermen of Kazakhstan"])
        .country("Tajikistan", &["TJ"], Via::Name)
        .country("Kazakhstan", &["KZ"], Via::Name)
        .event(
            ("1992", "1992", [Some("1992-01-01"), Some("1992-12-31")]),
            "the republics signed the Almaty agreement on water",
            &["KZ", "KG", "TJ", "TM", "UZ"],
            past(EventKind::Agreement),
        )
        .event(
            ("Monday", "XXXX", [None, None]),
            "the ministers of Tajikistan met again",
            &["TJ"],
            past(EventKind::Meeting),
        )
        .event(
            ("Between 2011 and 2012", "2011/2012", [Some("2011-01-01"), Some("2012-12-31")]),
            "the Caspian fell by 7 centimetres",
            &[],
            past(EventKind::Statistic),
        )
        .event(
            ("1990s", "199X", [Some("1990-01-01"), Some("1999-12-31")]),
            "Fishermen of Kazakhstan moved away",
            &["KZ"],
            past(EventKind::Trend),
        )
}

/// A document without title, date or events, with everything a terminal must not be sent.
fn hostile() -> Draft {
    Draft::new("reports/hostile.txt").block(
        BlockKind::Paragraph,
        "A bell \u{7} and an escape \u{1b}[31m come before 外交部发言人 and a te\u{301}st \u{202e}backwards.|\
         Averyveryverylongwordwithoutanyspacethatcannotfitonanarrowscreenatallandmustbecutsomewhere.",
    )
}
