//! Two dates that a change runs between: the dates near a figure come in, which of them are its two ends goes out. Makes no
//! date up.

use super::Search;
use crate::extract::Quantity;

impl Search<'_> {
    /// Two dates that a change runs between: "from 2008 to 2013 the number rose from 27 to 171", "from 27 to 171 between
    /// 2008–10 and 2011–13".
    pub(super) fn pair(&self, quantity: &Quantity) -> Option<(usize, usize)> {
        let spread = || self.pairs().find(|&(a, b)| self.is_between(a, b));
        let range = || {
            self.pairs().find(|&(a, b)| {
                let gap = self.between(self.span(a).end, self.span(b).start);
                matches!(gap, Some(" to " | "–" | "-" | " – "))
            })
        };
        let joined = spread().map(|(a, b)| (self.whole(a), b)).or_else(range);
        joined.filter(|&(a, _)| !quantity.number.overlaps(self.span(a)))
    }

    fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        self.near.windows(2).filter_map(|w| match w {
            [a, b] => Some((*a, *b)),
            _ => None,
        })
    }

    /// "between A and B"; A may be the end of a range of its own.
    fn is_between(&self, a: usize, b: usize) -> bool {
        let start = self.span(self.whole(a)).start;
        let lead = self.between(self.setting.sentence.start, start).unwrap_or_default();
        let lead = lead.trim_end();
        self.between(self.span(a).end, self.span(b).start) == Some(" and ")
            && (lead.ends_with("between") || lead.ends_with("Between"))
    }

    /// "rose by 44 per cent between 2013–17 and 2018–22": of two ranges that are compared, the later one.
    pub(super) fn later(&self, date: usize) -> usize {
        let compared = self
            .pairs()
            .find(|&(a, b)| a != self.whole(a) && self.whole(a) == date && self.is_between(a, b));
        compared.map_or(date, |(_, later)| later)
    }
}
