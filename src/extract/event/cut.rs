//! Where a title is cut: the words of a sentence that a title would have come in; fewer go out, ended at a natural
//! boundary. Never drops the words up to the one that must stay.

use super::class;
use super::form::Form;
use super::sentence::Sentence;
use super::word::{Shape, Word};

/// Titles longer than this are cut, in bytes.
const LONGEST: usize = 96;
/// The length a cut comes nearest to, in bytes.
pub(super) const WISHED: usize = 76;
/// How much worse a cut before "of" or "and" is than another, in bytes.
const WEAK: usize = 18;
/// A subject longer than wished for is cut to this, in bytes.
const SUBJECT: usize = 56;
/// No cut leaves less than this, in bytes.
const SHORTEST: usize = 24;

/// Cuts titles out of a sentence.
pub(super) struct Cut<'a> {
    pub(super) sentence: &'a Sentence<'a>,
}

impl Cut<'_> {
    fn word(&self, index: usize) -> Option<&Word<'_>> {
        self.sentence.word(index)
    }

    /// A long subject ends at its last boundary before the length wished for.
    pub(super) fn short_subject(&self, words: Vec<usize>) -> Vec<usize> {
        let mut length = 0;
        let mut end = None;
        for (k, &i) in words.iter().enumerate() {
            let boundary = length >= SHORTEST && self.is_boundary(&words, k);
            if boundary && length <= SUBJECT {
                end = Some(k);
            }
            length += self.word(i).map_or(0, |w| w.span.len() + 1);
        }
        match end {
            Some(end) if length > WISHED => words.get(..end).unwrap_or_default().to_vec(),
            _ => words,
        }
    }

    /// Cuts a title at a natural boundary.
    pub(super) fn cut(&self, words: &[usize], must: usize) -> Vec<usize> {
        let mut length = 0;
        let mut best: Option<(usize, usize)> = None;
        let least = words.iter().position(|&i| i >= must).map_or(0, |k| k + 1);
        for (k, &i) in words.iter().enumerate() {
            let clean = k > least && length >= SHORTEST && self.is_boundary(words, k);
            if clean && length <= LONGEST {
                let weak = |w: &Word<'_>| w.text == "of" || w.is(class::CONJUNCTION);
                let away =
                    length.abs_diff(WISHED) + if self.word(i).is_some_and(weak) { WEAK } else { 0 };
                if best.is_none_or(|(_, known)| away <= known) {
                    best = Some((k, away));
                }
            }
            length += self.word(i).map_or(0, |w| w.span.len() + 1);
            if length > LONGEST + 1 && (best.is_some() || length > LONGEST + 24) {
                let at = best.map_or(k, |(k, _)| k);
                return words.get(..at.max(least)).unwrap_or_default().to_vec();
            }
        }
        let at =
            if length > LONGEST + 1 { best.map_or(words.len(), |(k, _)| k) } else { words.len() };
        words.get(..at.max(least)).unwrap_or_default().to_vec()
    }

    /// Whether a title may end before the k-th of its words.
    fn is_boundary(&self, words: &[usize], k: usize) -> bool {
        let at = |k: usize| words.get(k).and_then(|&i| self.word(i));
        let Some(word) = at(k) else { return true };
        let before = k.checked_sub(1).and_then(at);
        let capitals = before.is_some_and(|w| w.shape == Shape::Capital)
            && at(k + 1).is_some_and(|w| w.shape == Shape::Capital);
        if word.mark(&[',', '—', '–']) {
            return !capitals;
        }
        if word.is(class::CONJUNCTION) {
            return !capitals && before.is_some_and(|w| !w.mark(&[',']));
        }
        let after = at(k + 1).map_or("", |w| w.text);
        if LEADS.contains(&(word.text, after)) {
            return true;
        }
        let led = before.is_some_and(|w| LEADS.contains(&(w.text, word.text)));
        let open = before.is_some_and(|w| w.form() == Some(Form::Gerund) || is_unknown_gerund(w));
        if led || open || self.is_quoted(words, k) {
            return false;
        }
        let hangs = k
            .checked_sub(1)
            .and_then(|b| words.get(b))
            .is_some_and(|&i| self.sentence.in_predicate(i));
        (word.is(class::PREPOSITION) && !hangs) || word.is(class::SUBORDINATOR | class::RELATIVE)
    }

    /// Whether a quotation is open before the k-th word.
    fn is_quoted(&self, words: &[usize], k: usize) -> bool {
        let mut open = false;
        for word in words.iter().take(k).filter_map(|&i| self.word(i)) {
            match word.shape {
                Shape::Mark('"') => open = !open,
                Shape::Mark('“') => open = true,
                Shape::Mark('”') => open = false,
                _ => {}
            }
        }
        open
    }

    /// Drops function words and marks at both ends.
    pub(super) fn trim(&self, mut words: Vec<usize>, must: usize) -> Vec<usize> {
        let loose = |i: usize| {
            self.word(i).is_some_and(|w| {
                w.mark(&[',', ';', ':', '.', '-', '–', '—', '(', '“', '‘', '"'])
                    || w.date.is_some() && i > must && w.text == ","
                    || (i > must && w.is(class::FUNCTION) && !w.is(class::HEDGE))
            })
        };
        while words.last().is_some_and(|&i| loose(i)) {
            words.pop();
        }
        let open = words
            .iter()
            .take_while(|&&i| {
                self.word(i)
                    .is_some_and(|w| w.mark(&[',', '.', ';', ':', '-', '–', '—', '•', '*', ')']))
            })
            .count();
        words.drain(..open);
        words
    }
}

/// Words that open a phrase with the preposition behind them.
const LEADS: [(&str, &str); 10] = [
    ("due", "to"),
    ("according", "to"),
    ("prior", "to"),
    ("thanks", "to"),
    ("owing", "to"),
    ("such", "as"),
    ("rather", "than"),
    ("more", "than"),
    ("less", "than"),
    ("because", "of"),
];

/// "heading" before "into": what it opens is not yet said.
fn is_unknown_gerund(word: &Word<'_>) -> bool {
    word.shape == Shape::Lower
        && word.text.len() > 5
        && word.text.ends_with("ing")
        && word.entry.noun.is_none()
}
