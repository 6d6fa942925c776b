//! Looks for any of a list of marks in one pass: the last of them before a place, the first after it.
//! Never decides what a mark parts.

/// Marks of two bytes or more, told apart from all else by their first two bytes and by their last two.
pub(super) struct Marks {
    list: &'static [&'static str],
    /// For each byte: whether a mark has it first (1), second (2), last but one (4), last (8).
    places: [u8; 256],
}

impl Marks {
    /// Of a list; what is shorter than two bytes is never found.
    pub(super) const fn new(list: &'static [&'static str]) -> Self {
        let mut places = [0; 256];
        let mut i = 0;
        while i < list.len() {
            let mark = list[i].as_bytes();
            if mark.len() >= 2 {
                places[mark[0] as usize] |= 1;
                places[mark[1] as usize] |= 2;
                places[mark[mark.len() - 2] as usize] |= 4;
                places[mark[mark.len() - 1] as usize] |= 8;
            }
            i += 1;
        }
        Self { list, places }
    }

    fn may(&self, pair: &[u8], first: u8, second: u8) -> bool {
        let has = |byte: u8, place: u8| {
            self.places.get(usize::from(byte)).is_some_and(|p| p & place != 0)
        };
        matches!(pair, [a, b] if has(*a, first) && has(*b, second))
    }

    /// The furthest place where a mark ends.
    pub(super) fn last_end(&self, text: &str) -> Option<usize> {
        let bytes = text.as_bytes();
        let ends = |head: &[u8]| self.list.iter().any(|m| head.ends_with(m.as_bytes()));
        let at = bytes
            .windows(2)
            .enumerate()
            .rev()
            .find(|(at, pair)| self.may(pair, 4, 8) && bytes.get(..at + 2).is_some_and(ends));
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
        let starts = |tail: &[u8]| self.list.iter().any(|m| tail.starts_with(m.as_bytes()));
        let pairs = bytes.windows(2).enumerate();
        pairs
            .filter(move |(at, pair)| self.may(pair, 1, 2) && bytes.get(*at..).is_some_and(starts))
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
