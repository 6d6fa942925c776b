//! The text part of a lens: fzf's term syntax. PROVISIONAL: plain substring, one term.

/// A parsed query. Empty matches everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pattern {
    /// As typed.
    pub typed: String,
}

impl Pattern {
    /// Parses what was typed; anything parses.
    pub fn parse(typed: &str) -> Self {
        Self { typed: typed.trim().to_owned() }
    }

    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        self.typed.is_empty()
    }

    /// Whether a text matches, and how well: higher is better.
    pub fn score(&self, text: &str) -> Option<i64> {
        text.to_lowercase().contains(&self.typed.to_lowercase()).then_some(1)
    }

    /// The byte ranges of `text` that made it match, rising, not overlapping.
    pub fn highlights(&self, _text: &str) -> Vec<std::ops::Range<usize>> {
        Vec::new()
    }
}
