//! Many short texts in one buffer, so that one scan runs over them all. Texts come in, numbers and places go out.

use memchr::memmem::Finder;

/// Texts by number, from 0, each followed by a line end in the buffer.
#[derive(Debug, Clone, Default)]
pub(super) struct Texts {
    buffer: String,
    /// Where each text ends.
    ends: Vec<u32>,
}

impl Texts {
    /// Adds a text and gives its number.
    pub(super) fn push(&mut self, text: &str) -> u32 {
        self.buffer.push_str(text);
        self.ends.push(self.buffer.len() as u32);
        self.buffer.push('\n');
        self.ends.len() as u32 - 1
    }

    /// Gives back the room that is not needed once all texts are in.
    pub(super) fn shrink(&mut self) {
        self.buffer.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text of a number; empty where there is none.
    pub(super) fn get(&self, number: usize) -> &str {
        let end = self.ends.get(number).map_or(0, |&end| end as usize);
        self.buffer.get(self.start(number)..end).unwrap_or_default()
    }

    /// Calls `found` with the number of a text and the place of `needle` in it, for each place, until it says that
    /// this text is done.
    pub(super) fn find(&self, needle: &str, mut found: impl FnMut(usize, usize) -> bool) {
        let finder = Finder::new(needle);
        let (mut from, mut number) = (0, 0);
        while let Some(at) = self.buffer.as_bytes().get(from..).and_then(|rest| finder.find(rest)) {
            let at = from + at;
            number += self.steps(number, at);
            let start = self.start(number);
            let end = self.ends.get(number).map_or(self.buffer.len(), |&end| end as usize);
            // A needle that holds a line end may lie over two texts: it is in neither.
            let inside = at + needle.len() <= end;
            from = if inside && found(number, at - start) {
                end + 1
            } else {
                at + needle.len().max(1)
            };
        }
    }

    /// How many texts further the one lies that holds a place: near ones are tried first, for hits come in rows.
    fn steps(&self, number: usize, at: usize) -> usize {
        let rest = self.ends.get(number..).unwrap_or_default();
        let near = rest.iter().take(8).position(|&end| at <= end as usize);
        near.unwrap_or_else(|| rest.partition_point(|&end| (end as usize) < at))
    }

    fn start(&self, number: usize) -> usize {
        number
            .checked_sub(1)
            .and_then(|before| self.ends.get(before))
            .map_or(0, |&end| end as usize + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_found_in_its_text() {
        let mut texts = Texts::default();
        for text in ["aa b aa", "", "b", "baa", "c\nd"] {
            texts.push(text);
        }
        let places = |needle: &str, once: bool| {
            let mut places = Vec::new();
            texts.find(needle, |number, at| {
                places.push((number, at));
                once
            });
            places
        };
        assert_eq!(places("aa", false), [(0, 0), (0, 5), (3, 1)]);
        assert_eq!(places("aa", true), [(0, 0), (3, 1)]);
        assert_eq!(places("c\nd", true), [(4, 0)]);
        assert_eq!(places("b\nb", true), []);
        assert_eq!(
            (0..5).map(|n| texts.get(n)).collect::<Vec<_>>(),
            ["aa b aa", "", "b", "baa", "c\nd"]
        );
    }
}
