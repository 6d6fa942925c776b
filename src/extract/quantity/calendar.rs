//! Says which numbers belong to a date: the dates of the document come in, and where the block stands. Reads no words.

use super::class::UnitKind;
use super::number::Number;
use super::point::Point;
use crate::extract::{DateMention, Rule, TimexKind};
use crate::text::Span;

/// The dates that may take the numbers of a block.
pub(super) struct Calendar<'a> {
    dates: &'a [DateMention],
    base: usize,
}

impl<'a> Calendar<'a> {
    /// The dates of a document, for a block that starts at `base`.
    pub(super) fn new(dates: &'a [DateMention], base: usize) -> Self {
        Self { dates, base }
    }

    /// Whether one date holds both numbers of a range, or none the first: "25 – 40 min", not "in 2008, when … to $15 billion".
    pub(super) fn holds(&self, first: &Point, second: &Point) -> bool {
        let at = |n: &Number| n.start + self.base;
        let place = at(&first.number);
        let index = self.dates.partition_point(|d| d.span.end as usize <= place);
        let date = self.dates.get(index).filter(|d| d.span.start as usize <= place);
        date.is_none_or(|d| d.span.end as usize > at(&second.number))
    }

    /// The rule of the date that takes the four digits at a place, where a mark behind them shows that they have no unit: a
    /// cheap answer for most years.
    pub(super) fn takes_year(&self, text: &str, at: usize) -> Option<Rule> {
        let bytes = text.as_bytes();
        let digits = bytes.get(at..at + 4)?.iter().all(u8::is_ascii_digit);
        let ends = match bytes.get(at + 4) {
            None => true,
            Some(b',' | b'.' | b';' | b':') => bytes.get(at + 5).is_none_or(|b| *b == b' '),
            Some(b) => *b == b')',
        };
        if !digits || !ends || at.checked_sub(1).is_some_and(|i| bytes.get(i) != Some(&b' ')) {
            return None;
        }
        let place = (at + self.base) as u32;
        let date = self.dates.get(self.dates.partition_point(|d| d.span.end <= place))?;
        let holds = date.kind == TimexKind::Date && date.span.start <= place;
        holds.then_some(date.rule)
    }

    /// The rule of the date that takes a number. What measures by a unit is no date's; a length of time is one's own as well, and kept.
    pub(super) fn takes(&self, number: &Number, kind: Option<UnitKind>) -> Option<Rule> {
        let length = match kind {
            None => false,
            Some(UnitKind::Time | UnitKind::Age) => true,
            Some(_) => return None,
        };
        let place = Span::new(number.start + self.base, number.end + self.base);
        let first = self.dates.partition_point(|d| d.span.end <= place.start);
        let mut covering = self.dates.iter().skip(first).take_while(|d| d.span.start < place.end);
        covering.find(|d| !length || d.kind == TimexKind::Time).map(|d| d.rule)
    }
}
