//! How fast a corpus loads, a key is answered and a frame is drawn. Run `cargo bench`; a name behind it runs that part alone:
//! `cargo bench -- filter`.
//!
//! The filter is measured on 100,000 events, one a sentence, made of the seeds' own words in the seeds' own
//! proportions; `fuzzy-matcher` run plainly over the same sentences is the yardstick of the same run.

use bluf::app::App;
use bluf::app::Message;
use bluf::app::update;
use bluf::extract::country::Country;
use bluf::extract::{
    DateMention, DateValue, EventFinding, EventKind, Findings, Mode, TimexKind, Via,
};
use bluf::model::{Builder, Corpus, Document, Input, Origin};
use bluf::query::{CountryFilter, DateRange, Index, Lens, Pattern};
use bluf::source::{Facts, seeds};
use bluf::text::{Span, Text};
use bluf::ui;
use bluf::ui::Styles;
use bluf::work;
use chrono::NaiveDate;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Size;
use std::hint::black_box;
use std::sync::Arc;

/// Events of the synthetic corpus.
const EVENTS: usize = 100_000;
/// Sentences of one of its documents.
const PAGE: usize = 200;
/// What is typed: from one letter to what is nowhere.
const TYPED: [&str; 7] =
    ["t", "tas", "tash intel", "tashkentinte", "minist", "!the kazakh | uzbek", "zzqx"];

/// A generator that is the same on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % below.max(1)
    }
}

fn load(criterion: &mut Criterion) {
    let bytes: usize = seeds::SEEDS.iter().map(|(_, bytes)| bytes.len()).sum();
    let mut group = criterion.benchmark_group("load");
    group.sample_size(10).throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("seeds", |bench| {
        bench.iter_with_setup(seeds::open, |raw| black_box(work::load(raw, None)));
    });
    group.finish();
}

fn filter(criterion: &mut Criterion) {
    let sentences = sentences(EVENTS);
    let corpus = corpus(&sentences);
    let index = Index::new(&corpus);
    let mut group = criterion.benchmark_group("filter");
    group.sample_size(10).throughput(Throughput::Elements(EVENTS as u64));
    for typed in TYPED {
        let lens = Lens { text: Pattern::parse(typed), ..Lens::default() };
        group.bench_with_input(BenchmarkId::new("bluf", typed), &lens, |bench, lens| {
            bench.iter(|| black_box(index.view(&corpus, lens)));
        });
    }
    let countries = CountryFilter::any(["KZ", "UZ"].into_iter().filter_map(Country::parse));
    let lens =
        Lens { text: Pattern::parse("tash"), countries, dates: DateRange::parse("2020..").ok() };
    group.bench_with_input(
        BenchmarkId::new("bluf", "tash, KZ or UZ, 2020.."),
        &lens,
        |bench, lens| {
            bench.iter(|| black_box(index.view(&corpus, lens)));
        },
    );
    let matcher = SkimMatcherV2::default();
    for typed in TYPED {
        let terms: Vec<&str> = typed.split(' ').collect();
        group.bench_with_input(BenchmarkId::new("fuzzy-matcher", typed), &terms, |bench, terms| {
            let all = |s: &&String| terms.iter().all(|t| matcher.fuzzy_match(s, t).is_some());
            bench.iter(|| black_box(sentences.iter().filter(all).count()));
        });
    }
    group.finish();
    let mut group = criterion.benchmark_group("index");
    let bytes: usize = sentences.iter().map(String::len).sum();
    group.sample_size(10).throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("100k sentences", |bench| bench.iter(|| black_box(Index::new(&corpus))));
    group.finish();
}

/// One frame of the explorer, at the sizes a terminal has: over the seeds and over ten times the filter's events, which
/// must take the same.
fn draw(criterion: &mut Criterion) {
    frames(criterion, "draw", work::load(seeds::open(), None));
    frames(criterion, "draw a million", corpus(&sentences(10 * EVENTS)));
}

fn frames(criterion: &mut Criterion, name: &str, corpus: Corpus) {
    let corpus = Arc::new(corpus);
    let index = Arc::new(Index::new(&corpus));
    let mut group = criterion.benchmark_group(name);
    group.sample_size(20);
    for (width, height) in [(80, 24), (200, 60)] {
        let lens = Lens { text: Pattern::parse("central asia"), ..Lens::default() };
        let mut app = App::new(Size::new(width, height), lens);
        update(&mut app, Message::Loaded(Arc::clone(&corpus), Arc::clone(&index)));
        let styles = Styles::new(true);
        let Ok(mut terminal) = Terminal::new(TestBackend::new(width, height));
        group.bench_function(format!("{width}x{height}"), |bench| {
            bench.iter(|| terminal.draw(|frame| ui::draw(&app, &styles, frame)).is_ok());
        });
    }
    group.finish();
}

/// Sentences of 60 to 200 characters out of runs of the seeds' words.
fn sentences(count: usize) -> Vec<String> {
    let seeds = work::load(seeds::open(), None);
    let text: String = seeds.documents.iter().map(|d| &*d.text.clean).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut dice = Dice(1);
    let sentence = |_| {
        let length = 60 + dice.roll(140);
        let mut sentence = String::new();
        while sentence.len() < length {
            let from = dice.roll(words.len());
            for word in words.iter().skip(from).take(3) {
                sentence.push_str(word);
                sentence.push(' ');
            }
        }
        sentence.trim_end().to_owned()
    };
    (0..count).map(sentence).collect()
}

fn corpus(sentences: &[String]) -> Corpus {
    let mut builder = Builder::new();
    let mut dice = Dice(2);
    let codes = ["KZ", "UZ", "KG", "TJ", "TM", "RU", "CN", "US"];
    let countries: Vec<Country> = codes.into_iter().filter_map(Country::parse).collect();
    for page in sentences.chunks(PAGE) {
        let mut text = Text::default();
        let mut findings = Findings::default();
        let mut clean = String::new();
        for sentence in page {
            let span = Span::new(clean.len(), clean.len() + sentence.len());
            clean.push_str(sentence);
            clean.push('\n');
            text.sentences.push(span);
            let day =
                NaiveDate::from_yo_opt(1990 + dice.roll(36) as i32, 1 + dice.roll(365) as u32);
            let edtf = day.map_or(String::new(), |day| day.to_string());
            let value =
                DateValue { edtf: edtf.clone(), earliest: day, latest: day, anchored: true };
            findings.dates.push(DateMention {
                span: Span::new(span.start as usize, span.start as usize + 4),
                kind: TimexKind::Date,
                value: edtf,
                date: Some(value),
                rule: "bench",
            });
            let country = countries.get(dice.roll(countries.len())).map(|&c| (c, Via::Name));
            findings.events.push(EventFinding {
                sentence: text.sentences.len() - 1,
                date: findings.dates.len() - 1,
                countries: country.into_iter().collect(),
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
        let input = Input { path, origin, bytes, text, findings, facts };
        builder.add(Document::new(input).into());
    }
    builder.finish()
}

criterion_group!(benches, load, filter, draw);
criterion_main!(benches);
