//! Words of a stretch of text, and the closed lists that naming figures needs. Knows no figures.

use crate::text::{Span, Text};

/// Nouns that name a measure when "of" follows: "the share of".
pub(super) const MEASURES: &[&str] = &[
    "number",
    "share",
    "level",
    "proportion",
    "rate",
    "total",
    "percentage",
    "amount",
    "volume",
    "population",
    "area",
    "territory",
    "average",
    "value",
    "price",
    "cost",
    "size",
    "length",
    "sum",
    "size",
    "growth",
    "output",
    "production",
    "turnover",
    "exports",
    "imports",
    "investment",
    "revenue",
    "income",
    "budget",
    "deficit",
    "ratio",
    "quantity",
    "capacity",
];

/// Verbs that part what is measured from its value.
const VERBS: &[&str] = &[
    "is",
    "was",
    "are",
    "were",
    "be",
    "been",
    "has",
    "have",
    "had",
    "will",
    "would",
    "may",
    "can",
    "could",
    "should",
    "might",
    "increased",
    "decreased",
    "rose",
    "fell",
    "grew",
    "dropped",
    "declined",
    "climbed",
    "jumped",
    "reached",
    "stood",
    "amounted",
    "totaled",
    "totalled",
    "hit",
    "exceeded",
    "surpassed",
    "stands",
    "reaches",
    "amounts",
    "rises",
    "falls",
    "grows",
    "exceeds",
    "makes",
    "made",
    "accounts",
    "accounted",
    "covers",
    "covered",
    "includes",
    "included",
    "equals",
    "equalled",
    "averaged",
    "numbered",
    "numbers",
    "doubled",
    "tripled",
    "slid",
    "soared",
    "plunged",
    "surged",
    "shrank",
    "remained",
    "remains",
    "went",
    "goes",
    "moved",
    "improved",
    "worsened",
    "widened",
    "narrowed",
    "expanded",
];

/// Words that open a clause and are no part of the subject that follows.
const OPENERS: &[&str] = &[
    "as",
    "that",
    "while",
    "when",
    "where",
    "although",
    "though",
    "and",
    "but",
    "because",
    "since",
    "the",
    "a",
    "an",
    "so",
    "thus",
    "if",
    "whereas",
    "which",
    "meanwhile",
    "however",
    "also",
];

/// Whether a word opens a clause and can be cut from its subject.
pub(super) fn is_opener(word: &str) -> bool {
    OPENERS.iter().any(|o| word.eq_ignore_ascii_case(o))
}

/// Whether a word is a verb that parts a measure from its value.
pub(super) fn is_verb(word: &str) -> bool {
    let first = word.as_bytes().first().copied().unwrap_or_default();
    let lengths = VERB_LENGTHS.get(usize::from(first)).copied().unwrap_or_default();
    lengths >> word.len().min(15) & 1 == 1 && VERBS.contains(&word)
}

/// For each first byte a bit for each length that a verb has: most words are told by it to be none.
static VERB_LENGTHS: [u16; 256] = {
    let mut table = [0; 256];
    let mut i = 0;
    while i < VERBS.len() {
        let verb = VERBS[i].as_bytes();
        let length = if verb.len() < 15 { verb.len() } else { 15 };
        table[verb[0] as usize] |= 1 << length;
        i += 1;
    }
    table
};

/// Whether a word makes a small number point at known things: "the two countries".
pub(super) fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "these"
            | "those"
            | "its"
            | "their"
            | "his"
            | "her"
            | "our"
            | "both"
            | "all"
            | "other"
            | "last"
            | "first"
            | "next"
            | "past"
            | "top"
            | "into"
            | "in"
    )
}

/// Whether a counted noun tells how a text is built and no figure of the world.
pub(super) fn is_structural(noun: &str) -> bool {
    matches!(
        noun,
        "ways"
            | "reasons"
            | "factors"
            | "sides"
            | "parts"
            | "directions"
            | "categories"
            | "types"
            | "kinds"
            | "things"
            | "points"
            | "steps"
            | "aspects"
            | "elements"
            | "areas"
            | "stages"
            | "phases"
            | "questions"
            | "issues"
            | "principles"
            | "goals"
            | "objectives"
            | "tasks"
            | "approaches"
            | "levels"
            | "components"
            | "conditions"
            | "criteria"
            | "dimensions"
            | "forms"
            | "times"
            | "scenarios"
            | "options"
            | "pillars"
            | "priorities"
            | "examples"
            | "sections"
            | "terms"
    )
}

/// The words of a stretch with their places.
pub(super) fn tokens(text: &Text, span: Span) -> Vec<Span> {
    let words = text.words(span);
    let base = span.start as usize;
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in words.char_indices().chain([(words.len(), ' ')]) {
        let inside = c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '/');
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                found.push(Span::new(base + from, base + at));
                start = None;
            }
            _ => {}
        }
    }
    found
}
