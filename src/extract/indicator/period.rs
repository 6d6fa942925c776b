//! Gives a figure the date that its clause or sentence states. Never looks further, never makes a date up.

mod pair;

use super::clause::Setting;
use super::listed;
use super::mark::Marks;
use super::tie::ASIDES;
use super::{list, phrases};
use crate::edtf;
use crate::extract::{DateMention, DateValue, Quantity, TimexKind};
use crate::text::{Span, Text};
use std::sync::LazyLock;

/// The periods of both ends of a quantity, as indexes of `dates`; equal where it has only one.
pub(super) fn find(
    text: &Text,
    setting: &Setting,
    dates: &[DateMention],
    quantity: &Quantity,
    chained: bool,
) -> [Option<usize>; 2] {
    let first = dates.partition_point(|d| d.span.end <= setting.sentence.start);
    let ends = quantity.ends.unwrap_or((quantity.number, quantity.number));
    let is_number = |s: Span| s.overlaps(ends.0) || s.overlaps(ends.1);
    let near: Vec<usize> = (first..dates.len())
        .take_while(|&i| dates.get(i).is_some_and(|d| d.span.start < setting.sentence.end))
        .take(MOST)
        .filter(|&i| dates.get(i).is_some_and(|d| is_period(text, d) && !is_number(d.span)))
        .collect();
    let search = Search { text, setting, dates, near };
    if let Some((from, to)) = quantity.ends.filter(|_| quantity.rule == "quantity.change") {
        let pair = search.pair(quantity);
        let low = pair.map(|p| p.0).or_else(|| search.at(from)).or_else(|| search.around(from));
        let high = pair.map(|p| p.1).or_else(|| search.at(to)).or_else(|| search.around(to));
        return [low, high];
    }
    let held = quantity.counted.map_or(quantity.span, |c| quantity.span.hull(c));
    // What a figure rose "from" was so at another time than what it rose to.
    let other = chained && is_other_time(text, setting, quantity);
    let near = || search.around(held).filter(|_| !other);
    let period = search.at(held).or_else(|| search.at(quantity.span)).or_else(near);
    let period = period.map(|date| search.later(date));
    [period, period]
}

/// The date of a figure of a list that "respectively" ends.
pub(super) fn listed(
    text: &Text,
    setting: &Setting,
    dates: &[DateMention],
    place: listed::Place,
) -> Option<usize> {
    let first = dates.partition_point(|d| d.span.end <= setting.sentence.start);
    let near = dates.iter().skip(first).take_while(|d| d.span.start < setting.sentence.end);
    let spans: Vec<Span> = near.take(MOST).map(|d| d.span).collect();
    place.of(text, &spans).map(|at| first + at)
}

/// Whether a figure is the other end of a comparison: "from $22 million", "compared with 48 cents", "(£39.3m)".
fn is_other_time(text: &Text, setting: &Setting, quantity: &Quantity) -> bool {
    let lead = Span { start: setting.sentence.start, end: quantity.number.start };
    let lead = text.words(lead).trim_end_matches([' ', '$', '€', '£', '¥']);
    let ends = [" from", " with", "(", " from about", " from some"];
    phrases::COMPARED.ends(lead).is_some() || ends.iter().any(|e| lead.ends_with(e))
}

/// Whether a figure says the one before it again: ", or $7.03 a share".
pub(super) fn is_same(text: &Text, quantity: &Quantity) -> bool {
    let start = quantity.span.start as usize;
    text.clean.get(start.saturating_sub(4)..start).is_some_and(|lead| lead.ends_with(" or "))
}

/// The start alone of a date that is read as the range from it to another.
pub(super) fn start(dates: &[DateMention], index: usize, end: Option<usize>) -> Option<DateValue> {
    let value = dates.get(index)?.date.as_ref()?;
    let (start, _) = value.edtf.split_once('/')?;
    let other = end.and_then(|end| dates.get(end)?.date.as_ref());
    if other.is_some_and(|other| other.latest != value.latest) {
        return None;
    }
    let (earliest, latest) = edtf::bounds(start)?;
    Some(DateValue { edtf: start.into(), earliest, latest, anchored: value.anchored })
}

/// The most dates of one sentence that are looked at.
const MOST: usize = 24;

struct Search<'a> {
    text: &'a Text,
    setting: &'a Setting,
    dates: &'a [DateMention],
    near: Vec<usize>,
}

impl Search<'_> {
    fn span(&self, index: usize) -> Span {
        self.dates.get(index).map_or(Span::default(), |d| d.span)
    }

    fn between(&self, start: u32, end: u32) -> Option<&str> {
        self.text.clean.get(start as usize..end as usize)
    }

    /// A date tied to the figure itself: "2014: 136 recruits", "171 in 2013", "62 (2017)".
    fn at(&self, held: Span) -> Option<usize> {
        self.near.iter().copied().find(|&i| {
            let date = self.span(i);
            let label = date.end <= held.start
                && self
                    .between(date.end, held.start)
                    .is_some_and(|g| matches!(g, ": " | " – " | " — " | ":" | " - "));
            let closed =
                self.text.clean.get(date.end as usize..).is_some_and(|r| r.starts_with(')'));
            let tail = date.start >= held.end
                && self.between(held.end, date.start).is_some_and(|gap| match gap {
                    " (" | " (in " => closed,
                    " on " => !self.is_year(date),
                    " " | ", " | " a share, " | " a share " => self.looks_back(date),
                    tie if phrases::DATE_TIES.has(tie) => true,
                    _ => {
                        phrases::DATE_LINKS.ends(gap).is_some()
                            && gap.len() < 40
                            && !self.is_far(gap, date)
                            && !gap.contains([',', ';', '.', '('])
                            && !gap.contains(|c: char| c.is_ascii_digit())
                            && !is_against(gap)
                    }
                });
            label || tail
        })
    }

    /// "rose 5 per cent as buyers felt May's tax": a date of another clause behind the figure.
    fn is_aside(&self, date: Span, held: Span) -> bool {
        let gap = self.between(held.end, date.start).unwrap_or_default();
        ASIDES.first_start(gap).is_some()
            || gap.contains(" as ") && !AS_OF.iter().any(|a| gap.contains(a))
    }

    /// Whether a date is set against a figure, or told of another clause.
    fn is_apart(&self, date: Span, held: Span) -> bool {
        self.is_set_against(date, held) || self.is_aside(date, held)
    }

    /// Whether the words between a figure and a date make it one that is only looked back to.
    fn is_far(&self, gap: &str, date: Span) -> bool {
        is_since_record(gap) || gap.ends_with(" on ") && self.is_year(date)
    }

    /// "up 2 per cent on 2003": a year behind "on" is only set against.
    fn is_year(&self, date: Span) -> bool {
        date.len() == 4 && self.text.words(date).bytes().all(|b| b.is_ascii_digit())
    }

    /// Whether a date is told from the one before it, and so belongs to the figure it stands behind: "a year earlier".
    fn looks_back(&self, date: Span) -> bool {
        phrases::LOOKS_BACK.ends(self.text.words(date)).is_some()
    }

    /// The nearest date of the clause, then of the sentence; one before the figure is nearer than one after it.
    fn around(&self, held: Span) -> Option<usize> {
        let inside = |bounds: Span| {
            let reach = |&i: &usize| {
                let date = self.span(i);
                bounds.covers(date)
                    && self.setting.beside(self.text, date)
                    && !self.taken(date, held)
                    && !(date.start >= held.end && self.looks_back(date))
                    && !self.is_apart(date, held)
            };
            let before = self.near.iter().copied().filter(reach);
            let before = before
                .filter(|&i| !self.is_attribute(i))
                .rfind(|&i| self.span(i).end <= held.start);
            before.or_else(|| {
                self.near.iter().copied().filter(|&i| self.span(i).start >= held.end).find(reach)
            })
        };
        let wide = || inside(self.setting.sentence).filter(|&i| !self.strays(i, held));
        let own = inside(self.setting.clause).or_else(wide).or_else(|| self.source(held));
        own.map(|i| self.whole(i)).or_else(|| {
            // Figures in brackets explain the sentence around them, unless the brackets have dates of their own.
            let bracket = self.setting.bracket?;
            let dated = self.near.iter().any(|&i| bracket.covers(self.span(i)));
            let before = self.near.iter().copied().rfind(|&i| self.span(i).end <= bracket.start);
            before.filter(|&i| !dated && !self.is_set_against(self.span(i), held))
        })
    }

    /// Whether a date belongs to another number that stands right before it: the year of "up from 2,000 in 2018".
    fn taken(&self, date: Span, held: Span) -> bool {
        let before = self.between(0, date.start).and_then(|text| text.strip_suffix(" in "));
        before.is_some_and(|text| {
            text.ends_with(|c: char| c.is_ascii_digit()) && !held.contains(text.len() as u32 - 1)
        })
    }

    /// Whether a date is only what a figure is set against: "50 per cent more compared to 2022", "higher than in 2005".
    fn is_set_against(&self, date: Span, held: Span) -> bool {
        let sentence = self.setting.sentence;
        let mut start = sentence.start.max(date.start.saturating_sub(AGAINST)).min(date.start);
        while !self.text.clean.is_char_boundary(start as usize) {
            start += 1;
        }
        let lead = self.between(start, date.start).unwrap_or_default();
        if is_since_record(lead)
            || is_since_then(lead)
            || lead.ends_with(" on ") && self.is_year(date)
        {
            return true;
        }
        // "$3 million, from $2 million for the same period in 2003": the nearer figure's.
        let same = lead.ends_with(" same period in ") || lead.ends_with(" same month in ");
        let other = self.between(held.end, date.start).unwrap_or_default();
        if same && other.contains(|c: char| c.is_ascii_digit()) {
            return true;
        }
        let Some(mark) = SET_AGAINST.last_end(lead) else { return false };
        let own = held.start >= start && held.start as usize >= start as usize + mark;
        let gap = lead.get(mark..).unwrap_or_default();
        // "more than 300 in 2019" sets nothing against the year.
        let counted = lead.get(..mark).is_some_and(|l| l.ends_with("than "))
            && gap.contains(|c: char| c.is_ascii_digit());
        if counted {
            return false;
        }
        // "Compared to the quarter before, 4 per cent more": a comparison in front tells nothing behind its comma but what says
        // the same again.
        let compares = lead.get(..mark).is_some_and(|l| COMPARES.iter().any(|c| l.ends_with(c)));
        let parts = |gap: &str| {
            gap.find(',').is_some_and(|at| {
                !compares || gap.get(at..).is_some_and(|rest| rest.starts_with(", or "))
            })
        };
        let behind = self.between(date.end, held.start).is_some_and(parts);
        let told = own && held.end <= date.start || behind;
        !(told || gap.contains([',', ';', ')']))
    }

    /// Whether a date of another clause of the sentence is told of that clause alone: "since 2019", or another figure's.
    fn strays(&self, index: usize, held: Span) -> bool {
        let date = self.span(index);
        let lead = self.between(self.setting.sentence.start, date.start).unwrap_or_default();
        let since = lead.trim_end().ends_with("since");
        let gap = self.between(held.end, date.start).unwrap_or_default();
        let apart =
            [" while ", " whereas ", ", and ", ", but ", "; "].iter().any(|m| gap.contains(m));
        since || apart && gap.contains(|c: char| c.is_ascii_digit())
    }

    /// The year of the source that a figure is from: "the latest survey (2022) found".
    fn source(&self, held: Span) -> Option<usize> {
        self.near.iter().copied().rfind(|&i| {
            let date = self.span(i);
            let closed =
                self.text.clean.get(date.end as usize..).is_some_and(|r| r.starts_with(')'));
            let lead = self.between(self.setting.sentence.start, date.start).unwrap_or_default();
            let word = lead.strip_suffix(" (").and_then(|l| l.rsplit(' ').next());
            let told = word.is_some_and(|w| phrases::SOURCE.has(w));
            closed && told && date.end <= held.start
        })
    }

    /// "the commitment made in 1945 … remains": a date behind a participle tells of the noun before it alone.
    fn is_attribute(&self, index: usize) -> bool {
        let sentence = self.setting.sentence;
        let lead = self.between(sentence.start, self.span(index).start).unwrap_or_default();
        let mut words = lead.split_whitespace().rev();
        let (Some("in" | "on" | "by" | "since"), Some(participle), Some(noun)) =
            (words.next(), words.next(), words.next())
        else {
            return false;
        };
        let formed = participle.ends_with("ed") || list::PARTICIPLES.says(participle);
        let first = words.next().is_some_and(|w| list::ARTICLES.has(w));
        formed
            && !list::TELLING.has(participle)
            && first
            && noun.starts_with(char::is_lowercase)
            && !list::AUXILIARIES.has(noun)
    }

    /// The date that reads a range as a whole, for the second of its two dates: "During 2011-2012".
    fn whole(&self, index: usize) -> usize {
        let Some(before) = index.checked_sub(1) else { return index };
        let value = |i: usize| self.dates.get(i).and_then(|d| d.date.as_ref());
        let (Some(range), Some(end)) = (value(before), value(index)) else { return index };
        let near = self.span(index).start.saturating_sub(self.span(before).end) <= 5;
        let same = range.edtf.contains('/') && range.latest.is_some() && range.latest == end.latest;
        if near && same { before } else { index }
    }
}

/// What stands before a time or a level that a figure is only set against.
static SET_AGAINST: LazyLock<Marks> = LazyLock::new(|| Marks::new(phrases::SET_AGAINST.all()));

/// Those of them that compare, in front of a sentence as well.
const COMPARES: [&str; 4] = ["ompared to ", "ompared with ", "omparison to ", "omparison with "];

/// What begins none though it says "as".
const AS_OF: [&str; 4] = [" as of ", " as at ", " as well ", " as a "];

/// How far before a date the words may stand that set something against it, in bytes.
const AGAINST: u32 = 60;

/// "the lowest rate since 2001": a date that only says how long nothing like it was.
fn is_since_record(lead: &str) -> bool {
    let Some(lead) = lead.strip_suffix("since ") else { return false };
    let first = |word: &str| {
        word.len() > 4 && word.ends_with("est")
            || matches!(word, "first" | "worst" | "best" | "record")
    };
    lead.rsplit(' ').take(7).any(first)
}

/// "since the coup in 2021", "between the outbreak on 3 March and": the date of what a span of time began with.
fn is_since_then(lead: &str) -> bool {
    let opens = ["ince ", "etween "].iter().filter_map(|w| lead.rfind(w).map(|at| at + w.len()));
    let Some(begun) = opens.max().and_then(|at| lead.get(at..)) else { return false };
    let noun = begun.split(' ').any(|w| w.len() > 3 && w.starts_with(|c: char| c.is_lowercase()));
    let named = begun.split(' ').next().is_some_and(|w| list::ARTICLES.says(w));
    let digit = begun.contains(|c: char| c.is_ascii_digit()) && !begun.ends_with(" and ");
    named && noun && !digit && !begun.contains([',', ';', '.'])
}

/// Whether the words between a figure and a date set the one against the other.
fn is_against(gap: &str) -> bool {
    SET_AGAINST.last_end(gap).is_some()
}

/// Whether a date can be a figure's period: a calendar date, or a stretch of time seen from now ("the last five years").
fn is_period(text: &Text, date: &DateMention) -> bool {
    // "below 2005 levels": what is compared with, and no time of the figure.
    let rest = text.clean.get(date.span.end as usize..).unwrap_or_default();
    if [" level", " baseline", "-level", " figure"]
        .iter()
        .any(|yardstick| rest.starts_with(yardstick))
    {
        return false;
    }
    match date.kind {
        TimexKind::Date => {
            !matches!(date.value.as_str(), "PRESENT_REF" | "PAST_REF" | "FUTURE_REF")
        }
        TimexKind::Duration => {
            date.date.is_some() || text.words(date.span).split(' ').any(|w| list::SEEN.has(w))
        }
        TimexKind::Time | TimexKind::Set => false,
    }
}
