//! Cuts text into runs of capitalised words and the small words that may stand inside a name; each word with its shape
//! and classes. Never decides what a run names.

use super::class;
use super::lexicon::Lexicon;
use super::list;
use crate::text::hash::Packed;
use crate::text::{BlockKind, is_english, scan};

/// A word of a run.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// First byte.
    pub(super) start: usize,
    /// One past the last byte.
    pub(super) end: usize,
    pub(super) word: Packed,
    pub(super) class: u32,
    pub(super) shape: Shape,
    /// It begins a sentence.
    pub(super) opens: bool,
    /// It begins a run.
    pub(super) first: bool,
    /// It belongs to a name already.
    pub(super) taken: bool,
}

/// What a word of a run looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A capital, then small letters somewhere.
    Name,
    /// Capitals (and digits) alone, two or more.
    Upper,
    /// One capital.
    Initial,
    /// A small word between, or "&".
    Small,
}

impl Token {
    #[inline]
    pub(super) fn is(&self, class: u32) -> bool {
        self.class & class != 0
    }

    #[inline]
    pub(super) fn small(&self) -> bool {
        self.shape == Shape::Small
    }

    /// Whether it is one of some small words.
    #[inline]
    pub(super) fn joins(&self, text: &str, words: &[&str]) -> bool {
        self.small() && words.contains(&self.text(text))
    }

    #[inline]
    pub(super) fn text<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Whether the word list knows it; a compound by its first part.
    pub(super) fn english(&self, text: &str) -> bool {
        let word = self.text(text).split('-').next().unwrap_or_default();
        let word = word.to_ascii_lowercase();
        let known = |word: &str| word.len() > 2 && is_english(word);
        known(&word) || word.strip_suffix('s').is_some_and(known)
    }
}

/// Whether capitals say something in a block.
pub(super) fn prose(kind: BlockKind) -> bool {
    kind.is_body() && !kind.is_heading() && kind != BlockKind::Metadata
}

/// The runs between two offsets.
pub(super) fn runs(text: &str, from: usize, to: usize, known: &Lexicon, out: &mut Vec<Token>) {
    let bytes = text.as_bytes().get(..to).unwrap_or_default();
    let reader = Reader { text, bytes, known };
    let mut at = from;
    while let Some(next) = scan::next_capital(bytes, at) {
        let Some(mut token) = reader.capitalised(next, at.max(from) == from && next == from) else {
            at = reader.past(next);
            continue;
        };
        token.first = true;
        token.opens = reader.opens(from, token.start);
        at = token.end;
        out.push(token);
        while let Some(end) = reader.more(out) {
            at = end;
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    known: &'a Lexicon,
}

impl Reader<'_> {
    /// The end of the letters at a place, at least one character on.
    fn past(&self, at: usize) -> usize {
        self.letters(at).max(at + 1)
    }

    fn letters(&self, at: usize) -> usize {
        let mut end = scan::word(self.bytes, at);
        while self.bytes.get(end).is_some_and(|b| !b.is_ascii()) {
            let Some(letter) = self.char(end).filter(|c| c.is_alphabetic()) else { break };
            end = scan::word(self.bytes, end + letter.len_utf8());
        }
        end
    }

    fn char(&self, at: usize) -> Option<char> {
        match self.bytes.get(at) {
            Some(b) if b.is_ascii() => Some(char::from(*b)),
            _ => self.text.get(at..self.bytes.len())?.chars().next(),
        }
    }

    /// The capitalised word that begins at a place, where no letter or hyphen stands before it.
    fn capitalised(&self, at: usize, first: bool) -> Option<Token> {
        if !self.char(at)?.is_uppercase() {
            return None;
        }
        let before = if first { None } else { at.checked_sub(1).and_then(|i| self.bytes.get(i)) };
        if before
            .is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'@' | b'/' | b'_' | b'#'))
        {
            return None;
        }
        if before == Some(&b'-') {
            // "al-Assad", but not "anti-Taliban"
            let start = at.checked_sub(3).filter(|s| {
                let particle = self.text.get(*s..at - 1).unwrap_or_default();
                let free =
                    s.checked_sub(1).and_then(|i| self.bytes.get(i)).is_none_or(|b| *b == b' ');
                free && list::ARABIC_ARTICLE.says(particle)
            })?;
            return Some(Token { start, ..self.word(at) });
        }
        Some(self.word(at))
    }

    /// The word that begins at a place, with what hyphens and apostrophes join to it.
    fn word(&self, at: usize) -> Token {
        let mut end = self.letters(at);
        loop {
            let joint = match self.bytes.get(end) {
                Some(b'-' | b'\'' | b'&') => 1,
                Some(0xE2) if self.bytes.get(end..end + 3) == Some("’".as_bytes()) => 3,
                _ => break,
            };
            let next = self.letters(end + joint);
            let owner = next == end + joint + 1 && self.bytes.get(end + joint) == Some(&b's');
            if next == end + joint
                || (owner && self.bytes.get(end) != Some(&b'-') && !self.owned(at, next))
            {
                break;
            }
            end = next;
        }
        // "U.N."
        while self.bytes.get(end) == Some(&b'.')
            && end - at <= 9
            && self.bytes.get(end - 1).is_some_and(u8::is_ascii_uppercase)
            && self.bytes.get(end + 1).is_some_and(u8::is_ascii_uppercase)
            && self.letters(end + 1) == end + 2
            && end
                .checked_sub(2)
                .and_then(|i| self.bytes.get(i))
                .is_none_or(|b| !b.is_ascii_alphabetic())
        {
            end += 2;
        }
        self.token(at, end)
    }

    /// Whether a word belongs to a name with its "'s": "People's".
    fn owned(&self, at: usize, end: usize) -> bool {
        let word = self.bytes.get(at..end).unwrap_or_default();
        [&b"People"[..], b"Women", b"Children"].iter().any(|owner| word.starts_with(owner))
    }

    fn token(&self, start: usize, mut end: usize) -> Token {
        let word = self.text.get(start..end).unwrap_or_default();
        let shape = if word.bytes().any(|b| b.is_ascii_lowercase())
            || word.chars().skip(1).any(char::is_lowercase)
        {
            Shape::Name
        } else if word.chars().nth(1).is_none() {
            Shape::Initial
        } else {
            Shape::Upper
        };
        if shape == Shape::Upper && word.contains('.') && self.bytes.get(end) == Some(&b'.') {
            end += 1;
        }
        let packed = Packed::of(self.bytes, start, end);
        let class = self.known.class(packed);
        let (opens, first, taken) = (false, false, false);
        Token { start, end, word: packed, class, shape, opens, first, taken }
    }

    /// Whether a sentence begins at a place: nothing but quotes and brackets between it and a stop.
    fn opens(&self, from: usize, at: usize) -> bool {
        let before = at.checked_sub(2).and_then(|i| self.bytes.get(i..at));
        if matches!(before, Some([b'a'..=b'z' | b',', b' '])) && at >= from + 2 {
            return false;
        }
        let head = self.text.get(from..at).unwrap_or_default();
        let head = head.trim_end_matches([' ', '"', '“', '‘', '\'', '(', '[', '«', '\n', '\t']);
        head.is_empty()
            || head.ends_with(['.', '!', '?', ':', ';', '•', '-', '–', '—', '*', '|', '…'])
    }

    /// Adds what continues the run after its last word; where the run ends then.
    fn more(&self, out: &mut Vec<Token>) -> Option<usize> {
        let last = out.last()?;
        let end = self.gap(last)?;
        if let Some(token) = self.capitalised(end, false) {
            out.push(token);
            return Some(token.end);
        }
        let (mut at, mut held) = (end, [(0, 0); 3]);
        for n in 0..3 {
            if let Some(token) = self.particle_name(at) {
                self.push(&held, n, out);
                out.push(token);
                return Some(token.end);
            }
            let stop =
                if self.bytes.get(at) == Some(&b'&') { at + 1 } else { scan::word(self.bytes, at) };
            let packed = Packed::of(self.bytes, at, stop);
            if self.known.class(packed) & (class::WITHIN | class::PARTICLE) == 0 {
                return None;
            }
            *held.get_mut(n)? = (at, stop);
            at = (self.bytes.get(stop) == Some(&b' ')).then_some(stop + 1)?;
            if let Some(token) = self.capitalised(at, false) {
                self.push(&held, n + 1, out);
                out.push(token);
                return Some(token.end);
            }
        }
        None
    }

    /// "al-Assad" at a place that begins with a small letter.
    fn particle_name(&self, at: usize) -> Option<Token> {
        (self.bytes.get(at + 2) == Some(&b'-')).then(|| self.capitalised(at + 3, false)).flatten()
    }

    fn push(&self, held: &[(usize, usize)], count: usize, out: &mut Vec<Token>) {
        for &(start, end) in held.iter().take(count) {
            out.push(Token { shape: Shape::Small, ..self.token(start, end) });
        }
    }

    /// Where the next word of a run begins, where only a space, the full stop of a short form or the comma before a legal
    /// form lies between.
    fn gap(&self, last: &Token) -> Option<usize> {
        let end = last.end;
        match (self.bytes.get(end)?, self.bytes.get(end + 1)) {
            // "Secretary- General", torn and not joined
            (b' ' | b'-', Some(b' ')) => Some(end + 2),
            (b' ', _) => Some(end + 1),
            (b'.', Some(b' ')) if last.shape == Shape::Initial || last.is(class::STOPPED) => {
                Some(end + 2)
            }
            (b'.', Some(b' ')) if last.is(class::LEGAL) => {
                let rest = self.text.get(end + 2..)?;
                (rest.starts_with("International") || rest.starts_with("of ")).then_some(end + 2)
            }
            // "J.K. Rowling"
            (b'.', Some(b)) if last.shape == Shape::Initial && b.is_ascii_uppercase() => {
                Some(end + 1)
            }
            (b',', Some(b' ')) => {
                let (_, word) = Packed::letters(self.bytes, end + 2);
                (self.known.class(word) & class::LEGAL != 0).then_some(end + 2)
            }
            _ => None,
        }
    }
}
