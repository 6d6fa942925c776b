//! Parses fzf's extended syntax into groups of terms. Typed text comes in, terms go out; anything parses, and what
//! means nothing (a dangling `|`, a lone `!`) is left out rather than made to hide everything.

use super::fold::folded;
use super::names::{Named, named};

/// Groups that must all match; of each group's terms at least one.
pub(super) type Groups = Vec<Vec<Term>>;

/// One term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    /// What to look for, folded. Never empty.
    pub(super) text: String,
    /// Where and how.
    pub(super) shape: Shape,
    /// Whether an item that matches is left out.
    pub(super) negated: bool,
    /// Typed as two or three capitals ("US", "SCO"): an abbreviation, which no lower-case word may match.
    pub(super) abbreviation: bool,
    /// The countries it names; none where it is bound to the start or end of an item.
    pub(super) named: Named,
}

/// Where and how a term matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// `word`: a substring, else letters left out of one word, else the starts of neighbouring words.
    Fuzzy,
    /// `'text`: a substring.
    Substring,
    /// `'text'`: a substring that begins and ends with a word.
    Word,
    /// `^text`: what the item begins with.
    Prefix,
    /// `text$`: what the item ends with, its full stop aside.
    Suffix,
    /// `^text$`: the whole item.
    Whole,
    /// `#text`: a tag of the document. It says nothing of one text: an index asks the documents.
    Tag,
}

/// Parses what was typed.
pub(super) fn parse(typed: &str) -> Groups {
    let mut groups = Groups::new();
    let mut or = false;
    for token in tokens(typed) {
        if token == "|" {
            or = true;
            continue;
        }
        if let Some(term) = Term::parse(&token) {
            match groups.last_mut().filter(|_| or) {
                Some(group) => group.push(term),
                None => groups.push(vec![term]),
            }
        }
        or = false;
    }
    groups
}

/// Splits at spaces, but for those behind a backslash.
fn tokens(typed: &str) -> Vec<String> {
    let mut tokens = vec![String::new()];
    let mut chars = typed.chars().peekable();
    while let Some(c) = chars.next() {
        if c.is_whitespace() {
            tokens.push(String::new());
        } else if let Some(token) = tokens.last_mut() {
            let space = c == '\\' && chars.peek() == Some(&' ');
            token.push(if space { chars.next().unwrap_or(c) } else { c });
        }
    }
    tokens.retain(|token| !token.is_empty());
    tokens
}

impl Term {
    fn parse(token: &str) -> Option<Self> {
        let bare = token.strip_prefix('!');
        let negated = bare.is_some();
        let (shape, text) = shape(bare.unwrap_or(token));
        // What is left out must be plain to see: a negated term never matches fuzzily, as in fzf.
        let shape = if negated && shape == Shape::Fuzzy { Shape::Substring } else { shape };
        let free = matches!(shape, Shape::Fuzzy | Shape::Substring | Shape::Word);
        let capitals = text.bytes().all(|b| b.is_ascii_uppercase());
        let abbreviation = free && (2..=3).contains(&text.len()) && capitals;
        let text = if shape == Shape::Tag { tag(text) } else { folded(text) };
        if text.trim().is_empty() {
            return None;
        }
        let named = if free { named(&text, abbreviation) } else { Named::default() };
        Some(Self { text, shape, negated, abbreviation, named })
    }
}

/// A tag as it is held against others: folded, hyphens and underscores as spaces.
pub(super) fn tag(text: &str) -> String {
    let folded = folded(text).replace(['-', '_'], " ");
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Term {
    /// Whether one of a document's tags, as [`tag`] gives it, begins with the term or has a word that does.
    pub(super) fn is_tag(&self, own: &str) -> bool {
        own.match_indices(&self.text)
            .any(|(at, _)| at == 0 || own.get(..at).is_some_and(|before| before.ends_with(' ')))
    }
}

fn shape(text: &str) -> (Shape, &str) {
    if let Some(rest) = text.strip_prefix('\'') {
        let word = rest.strip_suffix('\'').filter(|word| !word.is_empty());
        return word.map_or((Shape::Substring, rest), |word| (Shape::Word, word));
    }
    if let Some(tag) = text.strip_prefix('#').filter(|tag| !tag.is_empty()) {
        return (Shape::Tag, tag);
    }
    // A lone `$` is looked for as it stands (a price), as in fzf.
    let ended = text.strip_suffix('$').filter(|rest| !rest.is_empty());
    match (text.strip_prefix('^'), ended) {
        (Some(_), Some(rest)) => (Shape::Whole, rest.strip_prefix('^').unwrap_or(rest)),
        (Some(rest), None) => (Shape::Prefix, rest),
        (None, Some(rest)) => (Shape::Suffix, rest),
        (None, None) => (Shape::Fuzzy, text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pretty_assertions::assert_eq;

    /// Prints groups with their operators put back in one way.
    fn show(typed: &str) -> String {
        let term = |t: &Term| {
            let not = if t.negated { "!" } else { "" };
            let caps = if t.abbreviation { "#" } else { "" };
            format!("{not}{:?}({}){caps}", t.shape, t.text)
        };
        let group = |g: &Vec<Term>| g.iter().map(term).collect::<Vec<_>>().join("|");
        parse(typed).iter().map(group).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn every_operator_of_fzf_is_understood() {
        for (typed, expected) in [
            ("tash intel", "Fuzzy(tash) Fuzzy(intel)"),
            ("'exact", "Substring(exact)"),
            ("'exact'", "Word(exact)"),
            ("^prefix", "Prefix(prefix)"),
            ("suffix$", "Suffix(suffix)"),
            ("^whole$", "Whole(whole)"),
            ("!not", "!Substring(not)"),
            ("!'not", "!Substring(not)"),
            ("!^not", "!Prefix(not)"),
            ("!not$", "!Suffix(not)"),
            ("a | b c", "Fuzzy(a)|Fuzzy(b) Fuzzy(c)"),
            ("a b | c | !d", "Fuzzy(a) Fuzzy(b)|Fuzzy(c)|!Substring(d)"),
            (r"border\ agreement", "Fuzzy(border agreement)"),
            (r"a\b", r"Fuzzy(a\b)"),
            ("Türkiye’s", "Fuzzy(turkiye's)"),
            ("US us SCO NATO ^US", "Fuzzy(us)# Fuzzy(us) Fuzzy(sco)# Fuzzy(nato) Prefix(us)"),
            ("a|b", "Fuzzy(a|b)"),
            ("#cyber-security !#Tax # '#1", "Tag(cyber security) !Tag(tax) Fuzzy(#) Substring(#1)"),
            ("$ '$5", "Fuzzy($) Substring($5)"),
        ] {
            assert_eq!(show(typed), expected, "{typed}");
        }
    }

    #[test]
    fn what_means_nothing_is_left_out() {
        for (typed, expected) in [
            ("", ""),
            ("  ", ""),
            ("|", ""),
            ("| | |", ""),
            ("a |", "Fuzzy(a)"),
            ("| a", "Fuzzy(a)"),
            ("a | ! b", "Fuzzy(a) Fuzzy(b)"),
            ("!", ""),
            ("'", ""),
            ("^", ""),
            ("^$", ""),
            ("!^", ""),
            ("!'", ""),
            ("''", "Substring(')"),
            (r"\ ", ""),
            ("a '", "Fuzzy(a)"),
        ] {
            assert_eq!(show(typed), expected, "{typed}");
        }
    }
}
