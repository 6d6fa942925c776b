//! `bluf narrative`: where documents use a term, how often, and which words go with it.

use super::arguments::{By, Sort};
use super::format::{self, Row};
use super::select::Asked;
use super::spans::{Cited, hull};
use crate::model::Corpus;
use crate::query::counts::counted;
use crate::query::narrative::{Narrative, Order, Share, Use, Window, from_lens};
use crate::query::{Index, Lens};
use serde::Serialize;
use std::io::Write;

/// One use. Offsets are bytes of the file and hold the term; `left` and `right` are the rest of its paragraph.
#[derive(Debug, Serialize)]
struct UseRow<'a> {
    doc: &'a str,
    start: u32,
    end: u32,
    left: &'a str,
    keyword: &'a str,
    right: &'a str,
    quote: &'a str,
    #[serde(flatten)]
    cited: Cited<'a>,
}

impl Row for UseRow<'_> {
    const COLUMNS: &'static [&'static str] =
        &["doc", "left", "keyword", "right", "start", "end", "quote"];
    const SHOWN: usize = 4;

    fn cells(&self) -> Vec<String> {
        let words = [self.doc, self.left, self.keyword, self.right].map(str::to_owned);
        let mut cells: Vec<String> = words.into();
        cells.extend([self.start.to_string(), self.end.to_string(), self.quote.to_owned()]);
        cells
    }
}

/// How often a document, year or country has the term.
#[derive(Debug, Serialize)]
struct ShareRow {
    /// What is counted by; nothing for what has no year or country.
    key: Option<String>,
    uses: usize,
    words: usize,
    per_thousand: f64,
}

impl Row for ShareRow {
    const COLUMNS: &'static [&'static str] = &["key", "uses", "words", "per_thousand"];
    const SHOWN: usize = 4;

    fn cells(&self) -> Vec<String> {
        let key = self.key.clone().unwrap_or_else(|| "none".to_owned());
        let rate = format!("{:.2}", self.per_thousand);
        vec![key, self.uses.to_string(), self.words.to_string(), rate]
    }
}

/// A word that goes with the term. Counted by sentences, or by places within five words: derived, it stands in no one place.
#[derive(Debug, Serialize)]
struct WordRow<'a> {
    word: &'a str,
    observed: u64,
    expected: f64,
    g2: f64,
    everywhere: u64,
    window: &'static str,
}

impl Row for WordRow<'_> {
    const COLUMNS: &'static [&'static str] =
        &["word", "observed", "expected", "g2", "everywhere", "window"];
    const SHOWN: usize = 6;

    fn cells(&self) -> Vec<String> {
        let (expected, g2) = (format!("{:.2}", self.expected), format!("{:.2}", self.g2));
        let (observed, everywhere) = (self.observed.to_string(), self.everywhere.to_string());
        vec![self.word.into(), observed, expected, g2, everywhere, self.window.into()]
    }
}

/// What is asked for beside the term.
pub(super) struct Wanted {
    pub(super) by: By,
    pub(super) sort: Sort,
    pub(super) near: bool,
}

/// Prints what is told of a term, and says on `err` which forms were counted.
pub(super) fn print(
    asked: &Asked,
    term: &str,
    wanted: &Wanted,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> anyhow::Result<usize> {
    let index = Index::new(&asked.corpus);
    let lens = Lens { text: asked.lens.text.clone(), ..asked.lens.clone() };
    let term = if term.is_empty() { from_lens(&lens.text) } else { term.to_owned() };
    let narrative = index.narrative(&asked.corpus, &lens, &term);
    writeln!(err, "bluf: {}", told(&narrative))?;
    let (corpus, format) = (&asked.corpus, asked.format);
    let shares = &narrative.shares;
    let year =
        |(year, share): &(Option<i32>, Share)| share_row(year.map(|y| y.to_string()), *share);
    match wanted.by {
        By::Lines => format::print(&lines(corpus, &index, &narrative, wanted.sort), format, out),
        By::Words => format::print(&words(&index, &narrative, wanted.near), format, out),
        By::Documents => {
            let rows = shares.documents.iter().map(|(id, share)| {
                share_row(corpus.document(*id).map(|d| d.path.to_string()), *share)
            });
            format::print(&rows.collect::<Vec<_>>(), format, out)
        }
        By::Published => {
            format::print(&shares.published.iter().map(year).collect::<Vec<_>>(), format, out)
        }
        By::Told => format::print(&shares.told.iter().map(year).collect::<Vec<_>>(), format, out),
        By::Countries => {
            let rows = shares.countries.iter().map(|(country, share)| {
                share_row(country.map(|country| country.code().to_owned()), *share)
            });
            format::print(&rows.collect::<Vec<_>>(), format, out)
        }
    }
}

/// "80 uses in 3 documents: terrorism 60, terrorist 20; searched 1,204 sentences".
fn told(narrative: &Narrative) -> String {
    let forms = narrative.forms.iter().map(|form| format!("{} {}", form.words, form.uses));
    let forms = forms.collect::<Vec<_>>().join(", ");
    let uses = counted(narrative.uses.len(), "use");
    let documents = counted(narrative.shares.documents.len(), "document");
    let sentences = counted(narrative.searched, "sentence");
    let forms = if forms.is_empty() { "no form of it".to_owned() } else { forms };
    format!("{uses} in {documents} ({forms}); searched {sentences}")
}

fn lines<'a>(
    corpus: &'a Corpus,
    index: &Index,
    narrative: &Narrative,
    sort: Sort,
) -> Vec<UseRow<'a>> {
    let order = match sort {
        Sort::Place => Order::Place,
        Sort::Left => Order::Left,
        Sort::Right => Order::Right,
    };
    let places = narrative.ordered(index, order);
    let uses = places.iter().filter_map(|place| narrative.uses.get(*place as usize));
    uses.filter_map(|one| use_row(corpus, index, one)).collect()
}

fn use_row<'a>(corpus: &'a Corpus, index: &Index, one: &Use) -> Option<UseRow<'a>> {
    let line = one.line(corpus, index)?;
    let document = corpus.document(line.document)?;
    let [start, end] = hull(document, line.keyword);
    let words = |span| document.text.words(span);
    Some(UseRow {
        doc: &document.path,
        start,
        end,
        left: words(line.before),
        keyword: words(line.keyword),
        right: words(line.after),
        quote: words(line.sentence),
        cited: Cited::of(document, line.keyword.start),
    })
}

fn words<'a>(index: &'a Index, narrative: &Narrative, near: bool) -> Vec<WordRow<'a>> {
    let window = if near { Window::Five } else { Window::Sentence };
    let row = |companion: &crate::query::narrative::Companion| WordRow {
        word: companion.word(index),
        observed: companion.observed,
        expected: companion.expected,
        g2: companion.g2,
        everywhere: companion.everywhere,
        window: window.name(),
    };
    narrative.companions(window).iter().map(row).collect()
}

fn share_row(key: Option<String>, share: Share) -> ShareRow {
    ShareRow { key, uses: share.uses, words: share.words, per_thousand: share.rate() }
}
