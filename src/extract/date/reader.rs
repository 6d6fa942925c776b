//! Walks over the tokens of a block: small questions that every rule of the grammar asks. Decides nothing.

use super::expression::Amount;
use super::token::Token;
use super::word::{Key, Word};
use crate::text::Span;
use crate::text::lists::List;

/// The tokens of one block and the text they were cut from.
pub(super) struct Reader<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) text: &'a str,
}

impl Reader<'_> {
    /// The class at an index; a mark of no meaning outside the block.
    pub(super) fn word(&self, at: usize) -> Word {
        self.tokens.get(at).map_or(Word::Mark(0), |t| t.word)
    }

    /// The class before an index.
    pub(super) fn before(&self, at: usize) -> Word {
        at.checked_sub(1).map_or(Word::Mark(0), |i| self.word(i))
    }

    pub(super) fn key(&self, at: usize, key: Key) -> bool {
        matches!(self.word(at), Word::Key(held) if held == key)
    }

    pub(super) fn any(&self, at: usize, keys: &[Key]) -> bool {
        matches!(self.word(at), Word::Key(key) if keys.contains(&key))
    }

    pub(super) fn mark(&self, at: usize, mark: u8) -> bool {
        matches!(self.word(at), Word::Mark(held) if held == mark)
    }

    /// The index before this one, or before a mark that stands there.
    pub(super) fn last(&self, at: usize, mark: u8) -> usize {
        let last = at.wrapping_sub(1);
        if self.mark(last, mark) { last.wrapping_sub(1) } else { last }
    }

    /// The bytes from a token to the one before `end`.
    pub(super) fn span(&self, at: usize, end: usize) -> Span {
        let start = self.tokens.get(at).map_or(0, |t| t.start);
        let last = end.checked_sub(1).and_then(|i| self.tokens.get(i));
        Span { start, end: last.map_or(start, |t| t.end) }
    }

    /// Whether no space stands before the token.
    pub(super) fn glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| t.glued)
    }

    pub(super) fn capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| t.capital)
    }

    /// Whether a word stands in capitals among others that do, where they make no name: "OPENED LAST WEEK".
    pub(super) fn shouts(&self, at: usize) -> bool {
        let loud = |at: usize| {
            let letters = self.letters(at).as_bytes();
            letters.len() > 1 && letters.iter().all(u8::is_ascii_uppercase)
        };
        let last = at.wrapping_sub(1);
        loud(at) && loud(last) && (loud(at + 1) || loud(last.wrapping_sub(1)))
    }

    /// The letters of a token as written.
    pub(super) fn letters(&self, at: usize) -> &str {
        let place = self.tokens.get(at).map(|t| t.start as usize..t.end as usize);
        place.and_then(|range| self.text.get(range)).unwrap_or_default()
    }

    /// Whether a list has the token, in any case.
    pub(super) fn listed(&self, at: usize, list: List) -> bool {
        list.has(self.letters(at))
    }

    pub(super) fn digits(&self, at: usize) -> Option<(u32, u8)> {
        match self.word(at) {
            Word::Digits(value, length) => Some((value, length)),
            _ => None,
        }
    }

    /// The index after `key` if it stands here, else this index.
    pub(super) fn skip(&self, at: usize, key: Key) -> usize {
        if self.key(at, key) { at + 1 } else { at }
    }

    /// The index after a mark if it stands here, else this index.
    pub(super) fn pass(&self, at: usize, mark: u8) -> usize {
        if self.mark(at, mark) { at + 1 } else { at }
    }

    /// Whether a sentence may begin here.
    pub(super) fn opens(&self, at: usize) -> bool {
        at == 0 || matches!(self.before(at), Word::Mark(b'.' | b'"' | b'!' | b'?' | b':' | b'('))
    }

    /// "13th", "1st", or an ordinal word, "twenty-first": value and the index after it.
    pub(super) fn ordinal(&self, at: usize) -> Option<(u32, usize)> {
        match self.word(at) {
            Word::Ordinal(n) => Some((u32::from(n), at + 1)),
            Word::Digits(n, 1..=2)
                if self.glued(at + 1)
                    && self.any(at + 1, &[Key::St, Key::Nd, Key::Rd, Key::Th, Key::D]) =>
            {
                Some((n, at + 2))
            }
            Word::Cardinal(tens @ (20 | 30 | 40 | 50 | 60 | 70 | 80 | 90)) => {
                let next = self.pass(at + 1, b'-');
                match self.word(next) {
                    Word::Ordinal(n @ 1..=9) => Some((tens + u32::from(n), next + 1)),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// A whole number in words below a hundred: "twenty-four", "seven".
    pub(super) fn small(&self, at: usize) -> Option<(u32, usize)> {
        let Word::Cardinal(first) = self.word(at) else { return None };
        if first >= 20 && first % 10 == 0 {
            let next = self.pass(at + 1, b'-');
            if let Word::Cardinal(rest @ 1..=9) = self.word(next) {
                return Some((first + rest, next + 1));
            }
        }
        Some((first, at + 1))
    }

    /// A number of things: "2,000", "2.5", "2 1/2", "twenty-four", "a hundred", "two and a half", "several".
    pub(super) fn amount(&self, at: usize) -> Option<(Amount, usize)> {
        match self.word(at) {
            Word::Digits(..) => self.figure(at),
            Word::Cardinal(_) => self.spelled(at),
            Word::Scale(scale) => Some((Amount::Exact(f64::from(scale)), at + 1)),
            // "the third minister in as many years"
            Word::Key(Key::Many) if self.key(at.wrapping_sub(1), Key::As) => None,
            Word::Key(Key::Several | Key::Many | Key::Few) => Some((Amount::Vague, at + 1)),
            Word::Key(Key::Couple) => Some((Amount::Exact(2.0), self.skip(at + 1, Key::Of))),
            Word::Key(Key::Half) if self.any(at + 1, &[Key::A, Key::An]) => {
                Some((Amount::Exact(0.5), at + 2))
            }
            Word::Key(Key::A | Key::An) => match self.word(at + 1) {
                Word::Key(Key::Half) if self.mark(at + 2, b'-') => {
                    Some((Amount::Exact(0.5), at + 3))
                }
                Word::Key(Key::Few | Key::Couple) | Word::Scale(_) | Word::Cardinal(12) => {
                    self.amount(at + 1)
                }
                _ => None,
            },
            _ => None,
        }
    }

    fn figure(&self, at: usize) -> Option<(Amount, usize)> {
        let (first, _) = self.digits(at)?;
        let mut value = f64::from(first);
        let mut end = at + 1;
        // Five groups are more than any count has; without a bound a long row of them would be read over and over.
        while end < at + 10 && self.mark(end, b',') && self.glued(end) && self.glued(end + 1) {
            let Some((group, 3)) = self.digits(end + 1) else { break };
            value = value * 1000.0 + f64::from(group);
            end += 2;
        }
        if self.mark(end, b'.')
            && self.glued(end)
            && self.glued(end + 1)
            && let Some((fraction, length)) = self.digits(end + 1)
        {
            value += f64::from(fraction) / 10f64.powi(i32::from(length));
            end += 2;
        }
        if let (Some((top, 1)), true, Some((bottom @ 2..=8, 1))) =
            (self.digits(end), self.mark(end + 1, b'/'), self.digits(end + 2))
        {
            return Some((Amount::Exact(value + f64::from(top) / f64::from(bottom)), end + 3));
        }
        if self.mark(end, b'h') {
            return Some((Amount::Exact(value + 0.5), end + 1));
        }
        Some(self.and_half(value, end))
    }

    fn spelled(&self, at: usize) -> Option<(Amount, usize)> {
        let (first, mut end) = self.small(at)?;
        let mut value = f64::from(first);
        // "two dozen years"
        if first < 12 && self.word(end) == Word::Cardinal(12) && self.letters(end) == "dozen" {
            value *= 12.0;
            end += 1;
        }
        while let Word::Scale(scale) = self.word(end) {
            value *= f64::from(scale);
            end += 1;
        }
        // "one hundred and thirty-six"
        if (100.0..1e6).contains(&value)
            && let Some((rest, after)) = self.small(self.skip(end, Key::And))
        {
            value += f64::from(rest);
            end = after;
        }
        Some(self.and_half(value, end))
    }

    /// "two and a half"; some leave the article out.
    fn and_half(&self, value: f64, at: usize) -> (Amount, usize) {
        // "two-and-a-half" has hyphens between.
        let at_and = self.pass(at, b'-');
        if self.key(at_and, Key::And) {
            let article = self.skip(self.pass(at_and + 1, b'-'), Key::A);
            let half = self.pass(article, b'-');
            if self.key(half, Key::Half) {
                return (Amount::Exact(value + 0.5), half + 1);
            }
        }
        (Amount::Exact(value), at)
    }
}
