//! The runs of ASCII letters in the body of a text, each cut and packed once for everybody who looks words up.
//! A text comes in; its runs go out, rising. Knows no word.

use super::hash::Packed;
use super::reading::Text;
use super::span::Span;
use std::borrow::Cow;

/// Letters that stand together: a word, or the part of one between marks and letters of other alphabets.
#[derive(Debug, Clone, Copy)]
pub struct Run {
    /// The letters, for a look into a table of words.
    pub word: Packed,
    /// First byte in the reading text.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// The runs of a text. Those of a long one are not kept but cut anew for whoever asks: they take four times its room.
#[derive(Debug, Clone, Default)]
pub struct Runs {
    runs: Vec<Run>,
    /// How many runs stand before each block of the text; nothing where none are kept.
    before: Vec<u32>,
}

/// The longest text whose runs are kept, in bytes.
const KEPT: usize = 1 << 20;

impl Runs {
    /// The runs of the blocks that are body.
    pub fn of(text: &Text) -> Self {
        if text.clean.len() > KEPT {
            return Self::default();
        }
        let mut runs = Vec::with_capacity(text.clean.len() / 5);
        let mut before = Vec::with_capacity(text.blocks.len());
        for block in &text.blocks {
            before.push(runs.len() as u32);
            if block.kind.is_body() {
                cut(text.words(block.span).as_bytes(), block.span.start, &mut runs);
            }
        }
        Self { runs, before }
    }

    /// The runs of a block of the text, by its index.
    pub fn of_block(&self, text: &Text, block: usize) -> Cow<'_, [Run]> {
        let Some(&first) = self.before.get(block) else {
            let body = text.blocks.get(block).filter(|block| block.kind.is_body());
            return body.map_or(Cow::Borrowed(&[]), |block| anew(text, block.span));
        };
        let end = self.before.get(block + 1).map_or(self.runs.len(), |&at| at as usize);
        Cow::Borrowed(self.runs.get(first as usize..end).unwrap_or_default())
    }

    /// The runs that begin within a span of the text.
    ///
    /// ```
    /// use bluf::text::{read, runs::Runs, Span};
    /// let text = read("Of 91 recruits in Müller’s list".as_bytes());
    /// let runs = Runs::of(&text);
    /// let runs = runs.within(&text, Span::new(3, 24));
    /// let words = runs.iter().map(|run| Span { start: run.start, end: run.end });
    /// assert_eq!(words.map(|run| text.words(run)).collect::<Vec<_>>(), ["recruits", "in", "M", "ller"]);
    /// ```
    pub fn within(&self, text: &Text, span: Span) -> Cow<'_, [Run]> {
        if self.before.is_empty() {
            return anew(text, span);
        }
        let first = self.runs.partition_point(|run| run.start < span.start);
        let rest = self.runs.get(first..).unwrap_or_default();
        let end = rest.partition_point(|run| run.start < span.end);
        Cow::Borrowed(rest.get(..end).unwrap_or_default())
    }
}

/// The runs of a span of a text, cut now.
fn anew(text: &Text, span: Span) -> Cow<'static, [Run]> {
    let mut runs = Vec::new();
    cut(text.words(span).as_bytes(), span.start, &mut runs);
    Cow::Owned(runs)
}

fn cut(bytes: &[u8], offset: u32, runs: &mut Vec<Run>) {
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if !byte.is_ascii_alphabetic() {
            at += 1;
            continue;
        }
        let (end, word) = Packed::letters(bytes, at);
        runs.push(Run { word, start: offset + at as u32, end: offset + end as u32 });
        // What stands behind a run is no letter.
        at = end + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    #[test]
    fn runs_cut_anew_are_those_that_are_kept() {
        let text =
            read("One – two’s 3rd\n\nSubscribe to our newsletter\n\nMüller, F-16".as_bytes());
        let (kept, none) = (Runs::of(&text), Runs::default());
        let places =
            |runs: &[Run]| runs.iter().map(|r| (r.start, r.end, r.word)).collect::<Vec<_>>();
        for (at, block) in text.blocks.iter().enumerate() {
            let (one, other) = (kept.of_block(&text, at), none.of_block(&text, at));
            assert_eq!(places(&one), places(&other), "{:?}", block.kind);
            let (one, other) = (kept.within(&text, block.span), none.within(&text, block.span));
            if block.kind.is_body() {
                assert_eq!(places(&one), places(&other));
            }
        }
    }
}
