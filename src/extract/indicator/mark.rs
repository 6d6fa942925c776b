//! Looks for any of a list of marks in one pass: the last of them before a place, the first after it.
//! Never decides what a mark parts.

/// Marks of two bytes or more, told apart from all else by their first two bytes and by their last two.
pub(super) struct Marks {
    list: &'static [&'static str],
    /// For each byte a bit for each mark that has it first, second, last but one, last.
    places: [[u32; 4]; 256],
}

impl Marks {
    /// Of a list of at most 32; what is shorter than two bytes is never found.
    pub(super) const fn new(list: &'static [&'static str]) -> Self {
        let mut places = [[0; 4]; 256];
        let mut i = 0;
        while i < list.len() {
            let mark = list[i].as_bytes();
            if mark.len() >= 2 {
                places[mark[0] as usize][0] |= 1 << i;
                places[mark[1] as usize][1] |= 1 << i;
                places[mark[mark.len() - 2] as usize][2] |= 1 << i;
                places[mark[mark.len() - 1] as usize][3] |= 1 << i;
            }
            i += 1;
        }
        Self { list, places }
    }

    /// A bit for each mark that has two bytes at their places, the first pair or the last.
    fn may(&self, pair: &[u8], last: bool) -> u32 {
        let [a, b] = pair else { return 0 };
        match (self.places.get(usize::from(*a)), self.places.get(usize::from(*b))) {
            (Some([_, _, a, _]), Some([_, _, _, b])) if last => a & b,
            (Some([a, _, _, _]), Some([_, b, _, _])) if !last => a & b,
            _ => 0,
        }
    }

    /// Whether one of the marks of some bits fits.
    fn any(&self, mut bits: u32, fits: impl Fn(&[u8]) -> bool) -> bool {
        while bits != 0 {
            if self.list.get(bits.trailing_zeros() as usize).is_some_and(|m| fits(m.as_bytes())) {
                return true;
            }
            bits &= bits - 1;
        }
        false
    }

    /// The furthest place where a mark ends.
    pub(super) fn last_end(&self, text: &str) -> Option<usize> {
        let bytes = text.as_bytes();
        let at = bytes.windows(2).enumerate().rev().find(|(at, pair)| {
            let bits = self.may(pair, true);
            bits != 0
                && bytes.get(..at + 2).is_some_and(|head| self.any(bits, |m| head.ends_with(m)))
        });
        at.map(|(at, _)| at + 2)
    }

    /// The furthest place where a mark starts.
    pub(super) fn last_start(&self, text: &str) -> Option<usize> {
        self.starts(text).next_back()
    }

    /// The first place where a mark starts.
    pub(super) fn first_start(&self, text: &str) -> Option<usize> {
        self.starts(text).next()
    }

    fn starts(&self, text: &str) -> impl DoubleEndedIterator<Item = usize> {
        let bytes = text.as_bytes();
        let pairs = bytes.windows(2).enumerate();
        pairs
            .filter(move |(at, pair)| {
                let bits = self.may(pair, false);
                bits != 0
                    && bytes.get(*at..).is_some_and(|tail| self.any(bits, |m| tail.starts_with(m)))
            })
            .map(|(at, _)| at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LIST: &[&str] = &[", and ", ", ", " and ", " – ", " (", ") "];

    proptest! {
        #[test]
        fn the_places_are_those_of_one_search_for_each_mark(text in "( and |, |–| |a|[(]|[)]){0,9}") {
            let marks = Marks::new(LIST);
            let last = |m: &&str| text.rfind(*m);
            let ends = LIST.iter().filter_map(|m| text.rfind(m).map(|at| at + m.len())).max();
            prop_assert_eq!(marks.last_end(&text), ends);
            prop_assert_eq!(marks.last_start(&text), LIST.iter().filter_map(last).max());
            let first = LIST.iter().filter_map(|m| text.find(m)).min();
            prop_assert_eq!(marks.first_start(&text), first);
        }
    }
}
