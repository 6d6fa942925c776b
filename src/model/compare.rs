//! Events in; pairs of them that may be reports of one happening out, each with what differs. Never merges two, and never
//! prefers one to the other.
//!
//! Two events are candidates where their dates overlap, their types can be told of one happening, their countries are
//! half the same or more, and their titles share words that say what happened. They are called *the same* only where
//! one date lies within the other, the countries are equal and half the words of the titles are shared; otherwise they
//! are *possibly* the same. Statistics need a name or a value in common as well, and two that give different values are
//! never called the same. Titles are compared by the first six letters of their words (truncation stemming), names of
//! countries, dates, small words and measures left out.

use super::candidate::{Candidate, Difference, Differs, Likeness};
use super::{Corpus, Document, Event, EventId};
use crate::extract::EventKind;
use crate::extract::country::Country;
use crate::text::Span;
use chrono::Datelike;

/// The longest that an event lasts to be compared, in days: three years.
const LONGEST: i32 = 1100;
/// The most events of a year that may share a word for it to be worth comparing: keeps the work linear.
const SHARED: usize = 64;
/// A month, in days: dates as fine as that need only one word in common.
const MONTH: i32 = 31;

/// All candidates, both ways, by event and other report.
pub(super) fn candidates(corpus: &Corpus) -> Vec<Candidate> {
    let words: Vec<Words> = corpus.events.iter().map(|e| Words::of(corpus, e)).collect();
    let mut shared: Vec<(u64, u32)> = Vec::new();
    for (index, (event, words)) in corpus.events.iter().zip(&words).enumerate() {
        for year in years(event) {
            shared.extend(words.stems.iter().map(|word| (hash(*word, year as u64), index as u32)));
        }
    }
    shared.sort_unstable();
    let mut pairs = Vec::new();
    for run in shared.chunk_by(|a, b| a.0 == b.0).filter(|run| run.len() <= SHARED) {
        for (n, (_, a)) in run.iter().enumerate() {
            pairs.extend(run.iter().skip(n + 1).map(|(_, b)| (*a, *b)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    let mut found = Vec::new();
    for (a, b) in pairs {
        let of = |i: u32| Some((corpus.events.get(i as usize)?, words.get(i as usize)?));
        let (Some(one), Some(two)) = (of(a), of(b)) else { continue };
        let Some((likeness, differs)) = compare(one, two) else { continue };
        for (event, other) in [(EventId(a), EventId(b)), (EventId(b), EventId(a))] {
            found.push(Candidate { event, other, likeness, differs });
        }
    }
    found.sort_unstable();
    found
}

/// The years an event lies in; none where it has no place in time, lasts too long or is a document's publication.
fn years(event: &Event) -> std::ops::RangeInclusive<i32> {
    let bounds = event.earliest.date().zip(event.latest.date());
    let (Some((first, last)), true) = (bounds, is_comparable(event)) else {
        #[expect(clippy::reversed_empty_ranges, reason = "no year at all")]
        return 1..=0;
    };
    first.year()..=last.year()
}

fn is_comparable(event: &Event) -> bool {
    event.is_dated() && event.kind != EventKind::Publication && length(event) <= LONGEST
}

/// Days between the first and the last day an event can mean.
fn length(event: &Event) -> i32 {
    event.latest.0.saturating_sub(event.earliest.0)
}

type Told<'a> = (&'a Event, &'a Words);

fn compare((a, left): Told<'_>, (b, right): Told<'_>) -> Option<(Likeness, Differs)> {
    let overlap = a.earliest <= b.latest && b.earliest <= a.latest;
    let apart = a.document != b.document || a.sentence != b.sentence;
    if !overlap || !apart || !tell_of_one(a.kind, b.kind) {
        return None;
    }
    let common = in_common(&left.stems, &right.stems);
    let all = left.stems.len() + right.stems.len() - common;
    let values = in_common(&left.values, &right.values);
    let figures = matches!(a.kind, EventKind::Statistic | EventKind::Trend);
    if figures && values == 0 && in_common(&left.names, &right.names) == 0 {
        return None;
    }
    let fine = length(a).max(length(b)) <= MONTH;
    let (here, there) = (&left.countries, &right.countries);
    let both = in_common(here, there);
    let named = !here.is_empty() && !there.is_empty();
    let concerned = if named { both * 3 >= here.len() + there.len() } else { common > 1 };
    if !concerned || common < if fine { 1 } else { 2 } {
        return None;
    }
    let within = |a: &Event, b: &Event| a.earliest <= b.earliest && b.latest <= a.latest;
    let alike = common * 2 >= all && here == there && (within(a, b) || within(b, a));
    let told = !left.values.is_empty() && !right.values.is_empty();
    let differs = Differs::of([
        (Difference::Date, a.edtf != b.edtf),
        (Difference::Countries, here != there),
        (Difference::Kind, a.kind != b.kind),
        (Difference::Mode, a.mode != b.mode),
        (Difference::Values, told && values == 0),
    ]);
    let same = alike && !differs.has(Difference::Mode) && !differs.has(Difference::Values);
    Some((if same { Likeness::Same } else { Likeness::Possibly }, differs))
}

/// Whether two types can be told of one happening: two of one family can, and what has no type of its own can be told as
/// any but a figure.
fn tell_of_one(a: EventKind, b: EventKind) -> bool {
    let family = |kind| match kind {
        EventKind::Agreement
        | EventKind::Meeting
        | EventKind::Initiative
        | EventKind::Statement => 0,
        EventKind::Attack | EventKind::Conflict | EventKind::Counterterror => 1,
        EventKind::Law | EventKind::Programme => 2,
        EventKind::Statistic | EventKind::Trend => 3,
        EventKind::Publication => 4,
        EventKind::Other => 5,
    };
    let founding = |kind| matches!(kind, EventKind::Initiative | EventKind::Programme);
    let other = |one, two| one == EventKind::Other && family(two) < 3;
    family(a) == family(b) || founding(a) && founding(b) || other(a, b) || other(b, a)
}

/// What a title is compared by; all lists rise, each item once.
#[derive(Debug, Default)]
struct Words {
    /// Words that say what happened, hashed by their first letters.
    stems: Vec<u64>,
    /// Those of them that begin with a capital inside the title.
    names: Vec<u64>,
    /// Values of the quantities in the title.
    values: Vec<u64>,
    /// The event's countries.
    countries: Vec<Country>,
}

impl Words {
    fn of(corpus: &Corpus, event: &Event) -> Self {
        let mut found = Self::default();
        let document = corpus.document(event.document).filter(|_| is_comparable(event));
        let Some(document) = document else { return found };
        for span in corpus.title_spans(event) {
            found.add(document, *span);
        }
        found.countries = corpus.countries(event).iter().map(|(country, _)| *country).collect();
        found.countries.sort_unstable();
        found.countries.dedup();
        for list in [&mut found.stems, &mut found.names, &mut found.values] {
            list.sort_unstable();
            list.dedup();
        }
        found
    }

    fn add(&mut self, document: &Document, span: Span) {
        let text = document.text.words(span);
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| says_something(word)) {
            let at = span.start + (word.as_ptr() as usize - text.as_ptr() as usize) as u32;
            let next = document.countries.partition_point(|mention| mention.span.end <= at);
            if document.countries.get(next).is_some_and(|mention| mention.span.start <= at) {
                continue;
            }
            let letters = word.chars().flat_map(char::to_lowercase).take(6);
            let stem = letters.fold(0, |hashed, c| hash(hashed, u64::from(c)));
            if word.starts_with(char::is_uppercase) && at > span.start {
                self.names.push(stem);
            }
            self.stems.push(stem);
        }
        let first = document.quantities.partition_point(|q| q.number.end <= span.start);
        let inside =
            document.quantities.iter().skip(first).take_while(|q| q.number.end <= span.end);
        self.values.extend(inside.map(|quantity| quantity.value.to_bits()));
    }
}

/// How many items two rising lists share.
fn in_common<T: Ord>(one: &[T], other: &[T]) -> usize {
    one.iter().filter(|item| other.binary_search(item).is_ok()).count()
}

/// Whether a word is no small one, no number, no measure and no month.
fn says_something(word: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    const SMALL: [&str; 42] = [
        "about", "after", "again", "against", "also", "been", "before", "between", "billion",
        "cents", "compared", "during", "first", "from", "have", "into", "million", "more", "most",
        "other", "over", "percent", "quarter", "said", "second", "share", "shares", "than", "that",
        "their", "there", "they", "this", "thousand", "under", "were", "which", "while", "will",
        "with", "would", "year",
    ];
    let small = word.len() < 4 && !(word.len() > 1 && word.chars().all(char::is_uppercase));
    !small
        && !word.bytes().all(|b| b.is_ascii_digit())
        && !MONTHS.contains(&word)
        && !SMALL.iter().any(|small| word.eq_ignore_ascii_case(small))
}

fn hash(one: u64, other: u64) -> u64 {
    (one.rotate_left(5) ^ other).wrapping_mul(0x517c_c1b7_2722_0a95)
}
