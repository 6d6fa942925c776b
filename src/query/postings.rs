//! Which texts hold each of many words. Words come in text by text, once; rising numbers of texts go out, or one set of
//! the texts of many words. Knows nothing of what the words are.

use super::bits::Bits;

/// For each word, by number, the texts that hold it.
#[derive(Debug, Clone, Default)]
pub(super) struct Postings {
    /// The texts of all words, by word and text: each as the step from the one before, seven bits a byte, low ones
    /// first, the highest bit set where more follow. Most words of a text come back soon.
    steps: Vec<u8>,
    /// Where each word's steps end.
    ends: Vec<u32>,
    /// Words in so many texts that a bit for each text takes less than their steps, by number.
    dense: Vec<(u32, Bits)>,
    /// How many texts there are.
    texts: usize,
}

impl Postings {
    /// Notes the texts of all words. The texts' words come in, a text's words in a row, as often as asked for.
    pub(super) fn new<I>(words: usize, texts: usize, tokens: impl Fn() -> I) -> Self
    where
        I: Iterator<Item = (u32, u32)>,
    {
        let mut postings = Self { ends: vec![0; words], texts, ..Self::default() };
        let mut last = vec![0u32; words];
        for (text, word) in tokens() {
            let word = word as usize;
            if let Some(step) = step(&mut last, word, text)
                && let Some(end) = postings.ends.get_mut(word)
            {
                *end += width(step);
            }
        }
        // Each word's bytes begin where those of the one before end.
        let (mut sum, mut dense) = (0, vec![u32::MAX; words]);
        for (word, end) in postings.ends.iter_mut().enumerate() {
            let size = std::mem::replace(end, sum);
            if size as usize > texts.div_ceil(8) {
                if let Some(place) = dense.get_mut(word) {
                    *place = postings.dense.len() as u32;
                }
                postings.dense.push((word as u32, Bits::none(texts)));
            } else {
                sum += size;
            }
        }
        postings.steps = vec![0; sum as usize];
        last.fill(0);
        for (text, word) in tokens() {
            let word = word as usize;
            let Some(step) = step(&mut last, word, text) else { continue };
            let place = dense.get(word).copied().unwrap_or(u32::MAX) as usize;
            if let Some((_, bits)) = postings.dense.get_mut(place) {
                bits.insert(text as usize);
            } else if let Some(end) = postings.ends.get_mut(word) {
                *end = write(step, &mut postings.steps, *end);
            }
        }
        postings
    }

    /// The texts that hold a word, rising.
    #[cfg(test)]
    pub(super) fn texts(&self, word: u32) -> impl Iterator<Item = u32> + '_ {
        let dense = self.dense(word).into_iter().flat_map(Bits::iter).map(|text| text as u32);
        dense.chain(self.steps(word))
    }

    /// Adds the texts of a word to a set.
    pub(super) fn add(&self, word: u32, set: &mut Bits) {
        match self.dense(word) {
            Some(bits) => set.unite(bits),
            None => self.steps(word).for_each(|text| set.insert(text as usize)),
        }
    }

    /// What it costs to [`Postings::add`] a word, in texts added one by one.
    pub(super) fn cost(&self, word: u32) -> usize {
        if self.is_dense(word) { self.texts / 256 } else { self.bytes(word).len() }
    }

    /// Whether a word is in so many texts that adding them costs next to nothing each.
    pub(super) fn is_dense(&self, word: u32) -> bool {
        self.dense(word).is_some()
    }

    fn dense(&self, word: u32) -> Option<&Bits> {
        let at = self.dense.binary_search_by_key(&word, |&(word, _)| word).ok()?;
        self.dense.get(at).map(|(_, bits)| bits)
    }

    fn bytes(&self, word: u32) -> &[u8] {
        let end = |n: usize| self.ends.get(n).map_or(0, |&end| end as usize);
        let start = (word as usize).checked_sub(1).map_or(0, end);
        self.steps.get(start..end(word as usize)).unwrap_or_default()
    }

    fn steps(&self, word: u32) -> Steps<'_> {
        Steps { bytes: self.bytes(word).iter(), next: 0 }
    }
}

/// Texts read from steps.
struct Steps<'a> {
    bytes: std::slice::Iter<'a, u8>,
    /// The text after the last one read.
    next: u32,
}

impl Iterator for Steps<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let (mut step, mut shift) = (0u32, 0);
        loop {
            let byte = *self.bytes.next()?;
            step |= u32::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                self.next += step;
                return Some(self.next - 1);
            }
            shift += 7;
        }
    }
}

/// The step to a text from the one that a word was last met in, which is noted one up; `None` in the same text.
fn step(last: &mut [u32], word: usize, text: u32) -> Option<u32> {
    let last = last.get_mut(word)?;
    let step = text + 1 - std::mem::replace(last, text + 1);
    (step > 0).then_some(step)
}

/// Bytes that a step takes.
fn width(step: u32) -> u32 {
    (u32::BITS - step.leading_zeros()).div_ceil(7)
}

/// Writes a step at a place; where the next one goes.
fn write(mut step: u32, steps: &mut [u8], mut at: u32) -> u32 {
    loop {
        let more = step > 0x7f;
        if let Some(slot) = steps.get_mut(at as usize) {
            *slot = (step & 0x7f) as u8 | if more { 0x80 } else { 0 };
        }
        at += 1;
        step >>= 7;
        if !more {
            return at;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: usize, texts: &[&[u32]]) -> Postings {
        let tokens = || {
            texts
                .iter()
                .enumerate()
                .flat_map(|(at, t)| t.iter().map(move |&word| (at as u32, word)))
        };
        let postings = Postings::new(words, texts.len(), tokens);
        for word in 0..=words as u32 {
            let expected: Vec<u32> = (0..texts.len() as u32)
                .filter(|&text| texts[text as usize].contains(&word))
                .collect();
            assert_eq!(postings.texts(word).collect::<Vec<_>>(), expected, "{word}");
            let mut set = Bits::none(texts.len());
            postings.add(word, &mut set);
            assert!(set.iter().eq(expected.iter().map(|&text| text as usize)), "{word}");
        }
        postings
    }

    #[test]
    fn each_word_knows_its_texts_once() {
        check(0, &[]);
        check(4, &[&[0, 1, 0, 0], &[], &[2], &[0, 1]]);
    }

    #[test]
    fn frequent_words_and_far_texts_are_kept() {
        let mut texts: Vec<&[u32]> = vec![&[0, 2]; 40_000];
        for at in [0, 126, 127, 128, 129, 20_000, 39_999] {
            texts[at] = &[1, 0, 2];
        }
        texts[5] = &[];
        let postings = check(3, &texts);
        assert!(postings.is_dense(0) && !postings.is_dense(1));
        assert!(postings.cost(0) < 40_000 / 64 && postings.cost(1) == 11);
    }
}
