//! Says which of several things told in a row a figure of a list belongs to: "in Peru and Chile, 5 and 6 tonnes,
//! respectively". Quantities and spans come in, a place in the row goes out. Guesses nothing: both rows must be as long.

use super::phrases;
use crate::extract::Quantity;
use crate::text::{Span, Text};

/// A figure's place in a list that "respectively" ends: which it is, of how many, and where the first begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    at: usize,
    many: usize,
    start: u32,
}

/// The most members of such a list.
const MOST: usize = 8;

/// How far behind the last figure "respectively" may stand, in bytes.
const FAR: usize = 48;

/// The place of a quantity in such a list.
pub(super) fn place(text: &Text, quantities: &[Quantity], index: usize) -> Option<Place> {
    let this = quantities.get(index)?;
    let alone = !pairs(text, quantities, index)
        && !index.checked_sub(1).is_some_and(|i| pairs(text, quantities, i));
    if alone {
        return None;
    }
    let ahead = text.clean.get(this.span.end as usize..)?;
    let mut near = ahead.len().min(FAR * 4);
    while !ahead.is_char_boundary(near) {
        near -= 1;
    }
    if !ahead.get(..near)?.contains("respectively") {
        return None;
    }
    let mut first = index;
    while first > 0 && index - first < MOST && pairs(text, quantities, first - 1) {
        first -= 1;
    }
    let mut last = index;
    while last - index < MOST && pairs(text, quantities, last) {
        last += 1;
    }
    let end = quantities.get(last)?.span.end as usize;
    let tail = text.clean.get(end..)?;
    let said = tail.find("respectively")?;
    let told = said <= FAR && !tail.get(..said)?.contains(['.', ';', '(']);
    let start = quantities.get(first)?.span.start;
    (told && last > first).then_some(Place { at: index - first, many: last - first + 1, start })
}

/// Whether nothing but a comma or "and" parts a quantity from the next.
fn pairs(text: &Text, quantities: &[Quantity], i: usize) -> bool {
    let (Some(a), Some(b)) = (quantities.get(i), quantities.get(i + 1)) else { return false };
    let joins = |from: u32| {
        let gap = text.clean.get(from as usize..b.span.start as usize).unwrap_or("-");
        gap.len() < 8 && matches!(gap.trim(), "," | "and" | ", and" | "or" | ";")
    };
    joins(a.span.end) || a.counted.is_some_and(|c| joins(c.end))
}

impl Place {
    /// The one of some spans, rising by place, that the figure belongs to: of the last row before the list that is as long.
    pub(super) fn of(self, text: &Text, spans: &[Span]) -> Option<usize> {
        let before = spans.iter().take_while(|s| s.end <= self.start).count();
        let known = spans.get(..before)?;
        let joined = |w: &[Span]| match w {
            [a, b] => {
                let gap = text.clean.get(a.end as usize..b.start as usize).unwrap_or("-");
                phrases::ROW.has(gap.trim())
            }
            _ => false,
        };
        let row = known.windows(self.many).rposition(|w| w.windows(2).all(joined))?;
        // A longer row is another one.
        let longer = row > 0 && known.get(row - 1..=row).is_some_and(joined);
        (!longer).then_some(row + self.at)
    }
}
