//! The runs of ASCII letters in the body of a text, each cut and packed once for everybody who looks words up.
//! A text comes in; its runs go out, rising. Knows no word.

use super::hash::Packed;
use super::reading::Text;
use super::span::Span;

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

/// The runs of a text.
#[derive(Debug, Clone, Default)]
pub struct Runs {
    runs: Vec<Run>,
    /// How many runs stand before each block of the text.
    before: Vec<u32>,
}

impl Runs {
    /// The runs of the blocks that are body.
    pub fn of(text: &Text) -> Self {
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

    /// The runs of a block, by its index in the text.
    pub fn of_block(&self, block: usize) -> &[Run] {
        let first = self.before.get(block).map_or(self.runs.len(), |&at| at as usize);
        let end = self.before.get(block + 1).map_or(self.runs.len(), |&at| at as usize);
        self.runs.get(first..end).unwrap_or_default()
    }

    /// The runs that begin within a span.
    ///
    /// ```
    /// use bluf::text::{read, runs::Runs, Span};
    /// let text = read("Of 91 recruits in Müller’s list".as_bytes());
    /// let runs = Runs::of(&text);
    /// let words = runs.within(Span::new(3, 24)).iter().map(|run| Span { start: run.start, end: run.end });
    /// assert_eq!(words.map(|run| text.words(run)).collect::<Vec<_>>(), ["recruits", "in", "M", "ller"]);
    /// ```
    pub fn within(&self, span: Span) -> &[Run] {
        let first = self.runs.partition_point(|run| run.start < span.start);
        let rest = self.runs.get(first..).unwrap_or_default();
        rest.get(..rest.partition_point(|run| run.start < span.end)).unwrap_or_default()
    }
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
