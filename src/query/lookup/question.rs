//! Understands a question typed in plain words: countries, dates, words to look for, words that are only liked, and what
//! is asked for. Typed text and the changes to its reading come in; parts go out. Searches nothing.

use super::stem;
use super::tables::{Want, split, tables};
use crate::extract::country::{self, Country};
use crate::query::DateRange;
use crate::query::fold::{folded, is_word};
use std::collections::BTreeMap;
use std::ops::Range;

/// A question as it was understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Question {
    /// As typed, without spaces around.
    pub typed: String,
    /// Its parts, in the order they were typed.
    pub parts: Vec<Part>,
    /// What it asks for.
    pub want: Option<Want>,
}

/// A part of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its words, folded, parted by spaces: what names it in [`Changes`].
    pub text: String,
    /// Where it stands in what was typed, in bytes.
    pub typed: Range<usize>,
    /// What it is taken for.
    pub role: Role,
    /// Its words, folded; a hyphen parts two.
    pub(super) words: Vec<String>,
    /// Whether its last word may still be being typed.
    pub(super) open: bool,
    /// Whether it was typed in two to five capitals: an acronym, which is no form of another word.
    pub(super) acronym: bool,
}

/// What a part of a question is taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// A country an answer must concern.
    Country(Country),
    /// Dates an answer must lie in.
    Dates(DateRange),
    /// A word, or the words of one name, that an answer must have in some form.
    Word,
    /// Words in quotation marks: an answer must have them as they are.
    Verbatim,
    /// A word that an answer may have: those that have it come first.
    Weak,
    /// A word that no answer may have.
    Without,
    /// Nothing: a small word, or one that the user left out.
    Out,
}

/// How the user wants a part to be taken, by its text.
pub type Changes = BTreeMap<String, Change>;

/// A change to the reading of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// A country or a date is to be looked for as words; a word that is liked, as one that is required.
    Words,
    /// It is left out.
    Out,
}

/// One typed word.
#[derive(Debug)]
struct Token {
    typed: Range<usize>,
    /// Without punctuation around it.
    bare: String,
    /// The same, folded, without a genitive's "'s".
    text: String,
    sign: Sign,
    last: bool,
}

/// The sign before a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    None,
    Verbatim,
    Without,
}

impl Question {
    /// Reads what was typed; anything can be read.
    pub fn parse(typed: &str, changes: &Changes) -> Self {
        let tokens = tokens(typed);
        let mut question = Self { typed: typed.trim().to_owned(), ..Self::default() };
        let mut at = 0;
        while let Some(rest) = tokens.get(at..).filter(|rest| !rest.is_empty()) {
            at += question.take(rest, changes).max(1);
        }
        // Where nothing else is asked for, what is only liked must do.
        if !question.parts.iter().any(Part::is_required) {
            let liked = question.parts.iter_mut().filter(|part| part.role == Role::Weak);
            liked.for_each(|part| part.role = Role::Word);
        }
        question
    }

    /// The parts that every answer must meet.
    pub fn required(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(|part| part.is_required())
    }

    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        self.required().next().is_none()
    }

    /// Takes the longest part that the first words make; how many they are.
    fn take(&mut self, rest: &[Token], changes: &Changes) -> usize {
        let Some(first) = rest.first() else { return 1 };
        if first.sign != Sign::None {
            let role = if first.sign == Sign::Verbatim { Role::Verbatim } else { Role::Without };
            self.push(rest, 1, role);
            return 1;
        }
        let wanted_as = |count: usize| changes.get(&text(rest, count)).copied();
        if let Some((count, range)) = dates(rest) {
            match wanted_as(count) {
                Some(Change::Out) => self.push(rest, count, Role::Out),
                Some(Change::Words) => (0..count).for_each(|n| self.word(rest, n, Role::Word)),
                None => self.push(rest, count, Role::Dates(range)),
            }
            return count;
        }
        if let Some((count, want)) = wanted(rest) {
            self.want = self.want.or(Some(want));
            self.push(rest, count, Role::Out);
            return count;
        }
        if let Some((count, country)) = country(rest) {
            match wanted_as(count) {
                Some(Change::Out) => self.push(rest, count, Role::Out),
                Some(Change::Words) => (0..count).for_each(|n| self.word(rest, n, Role::Word)),
                None => self.push(rest, count, Role::Country(country)),
            }
            return count;
        }
        let count = phrase(rest).unwrap_or(1);
        let text = text(rest, count);
        let role = match wanted_as(count) {
            Some(Change::Out) => Role::Out,
            None if count > 1 || is_acronym(&first.bare) => Role::Word,
            None if tables().dropped.contains(text.as_str()) => Role::Out,
            None if tables().weak.contains(text.as_str()) => Role::Weak,
            Some(Change::Words) | None => Role::Word,
        };
        self.push(rest, count, role);
        count
    }

    fn word(&mut self, rest: &[Token], at: usize, role: Role) {
        if let Some(rest) = rest.get(at..) {
            self.push(rest, 1, role);
        }
    }

    /// Adds the part that the first `count` words make.
    fn push(&mut self, rest: &[Token], count: usize, role: Role) {
        let taken = rest.get(..count).unwrap_or_default();
        let (Some(first), Some(last)) = (taken.first(), taken.last()) else { return };
        let text = text(rest, count);
        let words: Vec<String> = text
            .split(|c| !is_word(c))
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
        if words.is_empty() {
            return;
        }
        let verbatim = matches!(role, Role::Verbatim | Role::Without);
        self.parts.push(Part {
            typed: first.typed.start..last.typed.end,
            open: last.last && !verbatim,
            acronym: count == 1 && is_acronym(&first.bare),
            text,
            role,
            words,
        });
    }
}

impl Part {
    /// Whether every answer must meet it.
    pub fn is_required(&self) -> bool {
        !matches!(self.role, Role::Weak | Role::Without | Role::Out)
    }

    /// Each word of a phrase as a part of its own, small words left out.
    pub(super) fn single_words(&self) -> impl Iterator<Item = Self> {
        let words = self.words.iter().filter(|word| !tables().dropped.contains(word.as_str()));
        words.map(|word| Self { text: word.clone(), words: vec![word.clone()], ..self.clone() })
    }

    /// The change that comes next when the user asks for another reading: as words, then left out, then as at first.
    pub fn next(&self, change: Option<Change>) -> Option<Change> {
        match (change, &self.role) {
            (None, Role::Country(_) | Role::Dates(_) | Role::Weak | Role::Out) => {
                Some(Change::Words)
            }
            (None | Some(Change::Words), _) => Some(Change::Out),
            (Some(Change::Out), _) => None,
        }
    }
}

/// The folded words of a part.
fn text(rest: &[Token], count: usize) -> String {
    let words = rest.iter().take(count).map(|token| token.text.as_str());
    words.collect::<Vec<_>>().join(" ")
}

/// Two to five capitals, digits among them: "CSTO", "G7", "C5".
fn is_acronym(bare: &str) -> bool {
    let letters = bare.chars().filter(char::is_ascii_uppercase).count();
    let fits = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit();
    (2..=5).contains(&bare.len()) && letters > 0 && bare.chars().all(fits)
}

/// The longest run of words that says a date, and the date. A bare number is one only where it can be a year.
fn dates(rest: &[Token]) -> Option<(usize, DateRange)> {
    (1..=rest.len().min(6)).rev().find_map(|count| {
        let run = rest.get(..count)?;
        if run.iter().any(|token| token.sign != Sign::None) {
            return None;
        }
        let typed: Vec<&str> = run.iter().map(|token| token.bare.as_str()).collect();
        let typed = typed.join(" ");
        let year = |token: &Token| token.bare.bytes().filter(u8::is_ascii_digit).count() >= 4;
        let decade = |token: &Token| token.bare.ends_with(['s', 'X', 'x']);
        let dated = run.iter().any(|token| year(token) || decade(token));
        DateRange::parse(&typed).ok().filter(|_| dated).map(|range| (count, range))
    })
}

/// The longest run of words that asks for something.
fn wanted(rest: &[Token]) -> Option<(usize, Want)> {
    let starts = |phrase: &[String]| {
        phrase.len() <= rest.len()
            && phrase.iter().zip(rest).all(|(word, token)| *word == token.text)
    };
    let found = tables().wants.iter().find(|(_, phrase)| starts(phrase));
    found
        .filter(|_| rest.first().is_some_and(|t| !is_acronym(&t.bare)))
        .map(|(want, p)| (p.len(), *want))
}

/// The longest run of words that names a country, a people included.
fn country(rest: &[Token]) -> Option<(usize, Country)> {
    (1..=rest.len().min(5)).rev().find_map(|count| {
        let bare: Vec<&str> = rest.iter().take(count).map(|token| token.bare.as_str()).collect();
        // A code counts in capitals only; of a name the genitive is left out.
        let written = country::named(&bare.join(" "));
        let named = || country::named(&text(rest, count));
        written.or_else(named).map(|country| (count, country))
    })
}

/// How many words the longest phrase has that is known as one: a name in several spellings, or words that tell of one
/// thing with others.
fn phrase(rest: &[Token]) -> Option<usize> {
    let tables = tables();
    let longest = tables.spellings.longest().max(tables.related.longest());
    (2..=rest.len().min(longest)).rev().find(|&count| {
        let words = split(&text(rest, count));
        let stems: Vec<String> = words.iter().map(|word| stem::key(word)).collect();
        tables.spellings.has(&words.join(" ")) || tables.related.has(&stems.join(" "))
    })
}

/// Splits at spaces, but for those inside quotation marks.
fn tokens(typed: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut from = 0;
    while let Some(rest) = typed.get(from..).filter(|rest| !rest.is_empty()) {
        let skipped = rest.len() - rest.trim_start().len();
        let rest = rest.trim_start();
        let start = from + skipped;
        let quoted = rest.strip_prefix(['"', '“']).and_then(|inside| {
            let length = inside.find(['"', '”'])?;
            let close = inside.get(length..)?.chars().next()?.len_utf8();
            Some((rest.len() - inside.len() + length + close, inside.get(..length)?))
        });
        let (length, word, sign) = quoted.map_or_else(
            || {
                let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
                let word = rest.get(..length).unwrap_or_default();
                match (word.strip_prefix('\''), word.strip_prefix('!')) {
                    (Some(word), _) => (length, word, Sign::Verbatim),
                    (_, Some(word)) => (length, word, Sign::Without),
                    _ => (length, word, Sign::None),
                }
            },
            |(length, inside)| (length, inside, Sign::Verbatim),
        );
        from = start + length.max(1);
        let last = from >= typed.len() && quoted.is_none();
        tokens.extend(token(start..start + length, word, sign, last));
    }
    tokens
}

fn token(typed: Range<usize>, word: &str, sign: Sign, last: bool) -> Option<Token> {
    let edge = |c: char| !c.is_alphanumeric() && !matches!(c, '<' | '>' | '=' | '~');
    let bare = word.trim_matches(|c| edge(c) && c != '.').trim_end_matches('.');
    let bare = if bare.contains("..") { bare } else { bare.trim_start_matches('.') };
    let full = folded(bare);
    let text = full.strip_suffix("'s").unwrap_or(&full).to_owned();
    (!text.is_empty()).then(|| Token { typed, bare: bare.to_owned(), text, sign, last })
}

#[cfg(test)]
mod tests {
    use super::*;
    use pretty_assertions::assert_eq;

    /// Prints a question's parts in one line.
    fn show(typed: &str) -> String {
        let question = Question::parse(typed, &Changes::new());
        let part = |part: &Part| match &part.role {
            Role::Country(country) => Some(country.code().to_owned()),
            Role::Dates(range) => Some(format!("[{}]", range.typed)),
            Role::Word => Some(part.text.clone()),
            Role::Verbatim => Some(format!("“{}”", part.text)),
            Role::Weak => Some(format!("({})", part.text)),
            Role::Without => Some(format!("!{}", part.text)),
            Role::Out => None,
        };
        let want = question.want.map(|want| format!("{want:?}?")).into_iter();
        want.chain(question.parts.iter().filter_map(part)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn questions_in_plain_words_are_understood() {
        for (typed, expected) in [
            ("recruits stopped 2016", "recruits stopped [2016]"),
            ("How many recruits were stopped in 2016?", "Figure? recruits stopped [2016]"),
            ("how many people died aktobe", "Figure? (people) died aktobe"),
            ("head of csto", "head csto"),
            ("when caspian protocol", "Date? caspian protocol"),
            ("tajikistan april 2025", "TJ [april 2025]"),
            ("Tajik border, 25 April 2025", "TJ border [25 April 2025]"),
            ("kazakhstan's army since 2018", "KZ army [since 2018]"),
            ("exports 2018..2022", "exports [2018..2022]"),
            ("unemployment in the 1990s", "unemployment [1990s]"),
            ("south korea trade", "KR trade"),
            ("KZ US who", "Person? KZ US"),
            ("WHO report", "who (report)"),
            ("the people", "people"),
            ("\"border agreement\" !draft 'Law", "“border agreement” !draft “law”"),
            ("secretary general of nato", "secretary general nato"),
            ("multi-vector policy", "multi-vector policy"),
            ("what did 91 say", "91 (say)"),
            ("", ""),
            ("?!", ""),
        ] {
            assert_eq!(show(typed), expected, "{typed}");
        }
    }

    #[test]
    fn the_user_may_have_it_another_way() {
        let read = |typed: &str, change| {
            let changes = Changes::from([("2016".to_owned(), change)]);
            let question = Question::parse(typed, &changes);
            question.parts.iter().map(|part| part.role.clone()).collect::<Vec<_>>()
        };
        assert_eq!(read("resolution 2016", Change::Words), [Role::Word, Role::Word]);
        assert_eq!(read("resolution 2016", Change::Out), [Role::Word, Role::Out]);
    }

    proptest::proptest! {
        #[test]
        fn anything_typed_is_read_without_a_panic(typed in "[a-zA-Z0-9é'\"!?. \u{201c}-]{0,30}") {
            let question = Question::parse(&typed, &Changes::new());
            for part in &question.parts {
                proptest::prop_assert!(typed.get(part.typed.clone()).is_some());
            }
        }
    }
}
