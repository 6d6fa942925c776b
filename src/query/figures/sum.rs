//! Which figure is the total of which others, and whether they add up. Figures of one document come in by place; totals
//! with their parts go out. Says that a total differs from its parts only where the text makes them its parts by its
//! structure; what merely adds up by chance is no total.

use super::agree::{holds, is_range, is_same};
use super::words::{says_parts, says_whole};
use crate::model::{Corpus, Day, DocId, Document, Indicator, IndicatorId};
use crate::text::Span;
use chrono::Datelike;

/// A total with its parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Total {
    /// The figure that is the whole.
    pub total: IndicatorId,
    /// Its parts by place.
    pub parts: Vec<IndicatorId>,
    /// What the parts add up to: computed, never stated.
    pub sum: f64,
    /// Whether the sum is what is stated, as far as its qualifier goes.
    pub agrees: bool,
}

/// The most parts of a total.
const MOST: usize = 24;
/// The least total of a list that nothing closes.
const LEAST: f64 = 10.0;
/// The most characters of a list in brackets.
const FAR: usize = 2_000;
/// A total that its parts miss by more than this share of it was not meant to be their sum.
const MISS: f64 = 0.1;

/// The figures of one document.
struct Page<'a> {
    corpus: &'a Corpus,
    document: &'a Document,
    first: usize,
    rows: &'a [Indicator],
}

/// How the text makes figures the parts of another.
struct List {
    /// The places of the rows that stand in it.
    from: usize,
    to: usize,
    /// Whether it is closed by a bracket, so that it is whole.
    closed: bool,
}

/// The totals of a corpus, by place; a figure is the total of one list, and part of one total.
pub(super) fn all(corpus: &Corpus) -> Vec<Total> {
    let mut totals = Vec::new();
    let mut first = 0;
    for rows in corpus.indicators.chunk_by(|a, b| a.document == b.document) {
        let id = rows.first().map_or(DocId(0), |row| row.document);
        if let Some(document) = corpus.document(id) {
            Page { corpus, document, first, rows }.add(&mut totals);
        }
        first += rows.len();
    }
    totals
}

impl Page<'_> {
    fn add(&self, totals: &mut Vec<Total>) {
        // Up to here rows are parts of a total already.
        let mut taken = 0;
        for at in 0..self.rows.len() {
            let listed = self.list(at).and_then(|list| self.listed(at, &list));
            let total = listed.or_else(|| self.after(at)).or_else(|| self.before(at, taken));
            let Some((total, end)) = total else { continue };
            taken = end;
            totals.push(total);
        }
    }

    fn row(&self, at: usize) -> Option<&Indicator> {
        self.rows.get(at)
    }

    fn words(&self, from: u32, to: u32) -> &str {
        self.document.text.words(Span { start: from, end: to.max(from) })
    }

    fn id(&self, at: usize) -> IndicatorId {
        IndicatorId((self.first + at) as u32)
    }

    /// The block a row stands in.
    fn block(&self, at: usize) -> Option<usize> {
        self.document.text.block_at(self.row(at)?.number.start)
    }

    /// The list that stands right behind a figure: in brackets, or behind a colon or a dash.
    fn list(&self, at: usize) -> Option<List> {
        let (row, next) = (self.row(at)?, self.row(at + 1)?);
        let block = self.document.text.blocks.get(self.block(at)?)?;
        if next.number.start > block.span.end || next.number.start < row.number.end {
            return None;
        }
        let between = self.words(row.number.end, next.number.start);
        let opened = between.rfind(['(', '[', ':', '–', '—'])?;
        let bracket = between.get(opened..)?.starts_with(['(', '[']) || open_bracket(between);
        let end = if bracket {
            let rest = self.words(next.number.start, block.span.end);
            let mut near = rest.char_indices().take(FAR);
            next.number.start + near.find(|(_, c)| matches!(c, ')' | ']'))?.0 as u32
        } else {
            let sentence = self.document.text.sentence_at(row.number.start)?;
            self.document.text.sentences.get(sentence)?.end
        };
        let inside = self.rows.iter().skip(at + 1).take(MOST + 1);
        let inside = inside.take_while(|row| row.number.start < end).count();
        let list = List { from: at + 1, to: at + 1 + inside, closed: bracket };
        (2..=MOST).contains(&inside).then_some(list)
    }

    /// A total before its list. One that misses its sum is told where the list is closed and gives each part a period.
    fn listed(&self, at: usize, list: &List) -> Option<(Total, usize)> {
        let total = self.row(at)?;
        let parts = self.rows.get(list.from..list.to)?;
        let alike = parts.iter().all(|part| part.unit == total.unit && is_part(self.corpus, part));
        if !alike || !covers(total, parts) {
            return None;
        }
        let sum: f64 = parts.iter().map(|part| part.value).sum();
        let qualifier = self.corpus.string(total.qualifier);
        let exact = is_same(sum, total.value);
        let agrees = exact || (qualifier != "=" && holds(sum, qualifier, total.value, 0.0));
        let near = (sum - total.value).abs() <= total.value.abs() * MISS;
        let told = list.closed && near && !self.is_rate(total) && are_periods(parts);
        let whole = list.closed && parts.len() == self.quantities(parts);
        // One is two and three often enough where nothing closes the list.
        let exact = exact && (list.closed || total.value >= LEAST);
        (exact || told && whole).then(|| (self.total(at, list.from..list.to, sum, agrees), list.to))
    }

    /// A total before parts that add up to it exactly, in one paragraph.
    fn after(&self, at: usize) -> Option<(Total, usize)> {
        let (total, block) = (self.row(at)?, self.block(at)?);
        if !self.can_add(total) {
            return None;
        }
        let (mut sum, mut found) = (0.0, None);
        for to in at + 1..self.rows.len().min(at + 1 + MOST) {
            let part = self.row(to)?;
            if self.block(to) != Some(block) || part.unit != total.unit || !self.can_add(part) {
                break;
            }
            sum += part.value;
            if sum > total.value && !is_same(sum, total.value) {
                break;
            }
            if to > at + 1 && is_same(sum, total.value) {
                found = Some(at + 1..to + 1);
            }
        }
        let parts = found?;
        let first = self.row(parts.start)?;
        let lead = self.words(total.clause.start.min(total.number.start), first.number.start);
        let rows = self.rows.get(parts.clone())?;
        let meant = says_whole(lead) || says_parts(lead) || self.is_no_chance(total, rows);
        (meant && covers(total, rows))
            .then(|| (self.total(at, parts.clone(), sum, true), parts.end))
    }

    /// A total behind its parts: "136 men and 304 women, 440 in all".
    fn before(&self, at: usize, taken: usize) -> Option<(Total, usize)> {
        let (total, block) = (self.row(at)?, self.block(at)?);
        if !self.can_add(total) {
            return None;
        }
        let (mut sum, mut found) = (0.0, None);
        for from in (taken.max(at.saturating_sub(MOST))..at).rev() {
            let part = self.row(from)?;
            if self.block(from) != Some(block) || part.unit != total.unit || !self.can_add(part) {
                break;
            }
            sum += part.value;
            if sum > total.value && !is_same(sum, total.value) {
                break;
            }
            if from + 1 < at && is_same(sum, total.value) {
                found = Some(from..at);
            }
        }
        let parts = found?;
        let last = self.row(parts.end - 1)?;
        let next = self.row(at + 1).map_or(total.clause.end, |next| next.number.start);
        let near = self.words(last.number.end, total.clause.end.min(next).max(total.number.end));
        let rows = self.rows.get(parts.clone())?;
        let meant = says_whole(near) || self.is_no_chance(total, rows);
        (meant && covers(total, rows)).then(|| (self.total(at, parts, sum, true), at + 1))
    }

    /// Whether a figure is one that sums are made of: exact, and no rate.
    fn can_add(&self, row: &Indicator) -> bool {
        is_part(self.corpus, row) && !self.is_rate(row)
    }

    fn is_rate(&self, row: &Indicator) -> bool {
        let unit = self.corpus.string(row.unit);
        unit.contains("per") || unit.contains("degree") || unit == "times"
    }

    /// Whether that the parts add up can be no chance: three or more of one sentence, most of them no round numbers.
    fn is_no_chance(&self, total: &Indicator, parts: &[Indicator]) -> bool {
        let sentence = |row: &Indicator| self.document.text.sentence_at(row.number.start);
        let one = parts.iter().all(|part| sentence(part) == sentence(total));
        let odd = parts.iter().filter(|part| part.value % 10.0 != 0.0).count();
        one && parts.len() > 2 && odd > 1 && total.value >= 100.0
    }

    /// How many quantities stand from the first to the last part.
    fn quantities(&self, parts: &[Indicator]) -> usize {
        let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return 0 };
        let span = first.number.hull(last.number);
        let all = &self.document.quantities;
        let from = all.partition_point(|q| q.number.end <= span.start);
        all.iter().skip(from).take_while(|q| q.number.start < span.end).count()
    }

    fn total(&self, at: usize, parts: std::ops::Range<usize>, sum: f64, agrees: bool) -> Total {
        let parts = parts.map(|part| self.id(part)).collect();
        Total { total: self.id(at), parts, sum, agrees }
    }
}

/// Whether a bracket is opened and not closed.
fn open_bracket(words: &str) -> bool {
    words.rfind(['(', '[']).is_some_and(|open| words.rfind([')', ']']).is_none_or(|c| c < open))
}

/// Whether a figure can be a part: nothing is added to "about" or "over" so much, or to a range.
fn is_part(corpus: &Corpus, row: &Indicator) -> bool {
    row.value > 0.0 && corpus.string(row.qualifier) == "=" && !is_range(corpus, row)
}

/// Whether the years of a total cover those of its parts, as far as they are known. Years, since "the last four years" of a
/// day in June begin in June.
fn covers(total: &Indicator, parts: &[Indicator]) -> bool {
    let year = |day: Day| day.date().map(|date| date.year());
    let begins = |row: &Indicator| year(row.earliest).unwrap_or(i32::MIN);
    let ends = |row: &Indicator| year(row.latest).unwrap_or(i32::MAX);
    let inside = |part: &Indicator| begins(total) <= begins(part) && ends(part) <= ends(total);
    !total.is_dated() || parts.iter().all(|part| !part.is_dated() || inside(part))
}

/// Whether each part has a period of its own.
fn are_periods(parts: &[Indicator]) -> bool {
    let mut periods: Vec<_> = parts.iter().map(|part| (part.earliest, part.latest)).collect();
    periods.sort_unstable();
    let apart = periods.windows(2).all(|pair| match pair {
        [one, other] => one.1 < other.0,
        _ => true,
    });
    apart && parts.iter().all(Indicator::is_dated)
}
