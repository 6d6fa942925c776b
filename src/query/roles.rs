//! What each distinct word does for a term of letters and digits. A term and the words come in, a few marks for each word
//! go out. Looks at words, never at texts.

use super::fuzzy::{common_prefix, skipping};
use super::lexicon::Lexicon;
use super::term::{Shape, Term};

/// What a word does for a term: any of these together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Role(u8);

impl Role {
    /// The term is found in it.
    pub(super) const HOLDS: Self = Self(1);
    /// A run over neighbours may begin here.
    pub(super) const BEGINS: Self = Self(2);
    /// A run may begin here, over the parts of one compound only: "in" of "in-depth".
    pub(super) const JOINS: Self = Self(4);
    /// A run may begin here, of initials only.
    pub(super) const INITIAL: Self = Self(8);
    /// It may be the second of a run of initials.
    pub(super) const SECOND: Self = Self(16);
    /// It may be the second of a run of starts.
    pub(super) const CONTINUES: Self = Self(32);
    /// It may be the second part of a compound.
    pub(super) const JOINED: Self = Self(64);

    /// Whether it has any of these marks.
    pub(super) fn is(self, marks: Self) -> bool {
        self.0 & marks.0 != 0
    }

    /// These marks together.
    pub(super) const fn or(self, marks: Self) -> Self {
        Self(self.0 | marks.0)
    }
}

/// What each distinct word does for a term.
pub(super) struct Roles {
    /// By number of the word.
    all: Vec<Role>,
    /// The words with a role that can make a text match or begin a run, rising.
    pub(super) starting: Vec<u32>,
    /// The words that may be the second of a run of starts.
    pub(super) continuing: Vec<u32>,
    /// The words that may be the second part of a compound.
    pub(super) joined: Vec<u32>,
}

impl Roles {
    /// Tries a term, without its hyphens in `bare`, on all words.
    pub(super) fn new(term: &Term, bare: &str, lexicon: &Lexicon) -> Self {
        let all = vec![Role::default(); lexicon.len()];
        let mut roles =
            Self { all, starting: Vec::new(), continuing: Vec::new(), joined: Vec::new() };
        if term.shape == Shape::Fuzzy {
            roles.begin(term, bare, lexicon);
            roles.join(bare, lexicon);
            roles.go_on(bare, lexicon);
        }
        lexicon.words().find(bare, |number, at| {
            let number = number as u32;
            let named = || at == 0 && lexicon.case(number).capitals;
            let holds = (term.shape != Shape::Word || lexicon.word(number) == bare)
                && (!term.abbreviation || named());
            if holds {
                roles.mark(number, Role::HOLDS);
            }
            true
        });
        roles.starting.sort_unstable();
        roles.starting.dedup();
        roles
    }

    /// What a word does.
    #[inline]
    pub(super) fn of(&self, word: u32) -> Role {
        self.all.get(word as usize).copied().unwrap_or_default()
    }

    fn mark(&mut self, word: u32, mark: Role) {
        if let Some(role) = self.all.get_mut(word as usize) {
            *role = role.or(mark);
            match mark {
                Role::CONTINUES => self.continuing.push(word),
                Role::JOINED => self.joined.push(word),
                Role::SECOND => {}
                _ => self.starting.push(word),
            }
        }
    }

    /// Marks the words that begin as the term does.
    fn begin(&mut self, term: &Term, bare: &str, lexicon: &Lexicon) {
        for word in lexicon.beginning(head(bare, 1)) {
            if let Some(role) = begins(term, bare, lexicon.word(word), lexicon.is_capital(word)) {
                self.mark(word, role);
            }
        }
    }

    /// Marks the words that may be joined to one that the term begins with.
    fn join(&mut self, bare: &str, lexicon: &Lexicon) {
        for rest in rests_behind_words(bare, lexicon) {
            lexicon.beginning(rest).for_each(|word| self.mark(word, Role::JOINED));
            for part in rest.char_indices().skip(1).filter_map(|(at, _)| rest.get(..at)) {
                lexicon.numbers(part).for_each(|word| self.mark(word, Role::JOINED));
            }
        }
    }

    /// Marks the words that may follow one that the term begins with.
    fn go_on(&mut self, bare: &str, lexicon: &Lexicon) {
        let rests = |longest: usize| {
            let places = bare.char_indices().skip(1).take_while(move |&(at, _)| at <= longest);
            places.filter_map(|(at, _)| bare.get(at..))
        };
        if let Some(rest) = rests(bare.len()).next() {
            for word in lexicon.beginning(head(rest, 1)).filter(|&word| lexicon.is_capital(word)) {
                self.mark(word, Role::SECOND);
            }
        }
        // A last piece is all of the rest, two letters at least; one before it has three bytes or is a whole name.
        let begins = self.starting.iter().filter(|&&word| self.of(word).is(Role::BEGINS));
        let shared = |&word: &u32| common_prefix(lexicon.word(word), bare);
        let first = begins.map(shared).max().unwrap_or_default();
        for rest in rests(first).filter(|rest| rest.chars().count() > 1) {
            let start = (3..rest.len()).find_map(|end| rest.get(..end)).unwrap_or(rest);
            for word in lexicon.beginning(start) {
                self.mark(word, Role::CONTINUES);
            }
            for name in [rest.get(..1), rest.get(..2)].into_iter().flatten() {
                for word in lexicon.numbers(name).filter(|&word| lexicon.is_capital(word)) {
                    self.mark(word, Role::CONTINUES);
                }
            }
        }
    }
}

/// What stands behind each start of a term that is a word.
fn rests_behind_words<'a>(bare: &'a str, lexicon: &Lexicon) -> Vec<&'a str> {
    let places = bare.char_indices().skip(1);
    let parts = places.filter_map(|(at, _)| bare.split_at_checked(at));
    parts.filter(|(start, _)| !lexicon.numbers(start).is_empty()).map(|(_, rest)| rest).collect()
}

/// The first letters of a text.
fn head(text: &str, letters: usize) -> &str {
    let end = text.char_indices().nth(letters).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}

/// What a word that begins as a fuzzy term does does for it, where the term is no part of it.
fn begins(term: &Term, bare: &str, word: &str, capital: bool) -> Option<Role> {
    if !term.abbreviation && skipping(word, bare).is_some() {
        return Some(Role::HOLDS);
    }
    // A run goes on from a whole word, a start of three letters or more, or from an initial.
    let shared = common_prefix(word, bare);
    // Of a common word, starts of neighbours need four letters.
    let common = !capital && shared < 4;
    let initial = capital && bare.chars().nth(1).is_some();
    match shared == word.len() {
        true if common => Some(Role::JOINS),
        _ if common => None,
        whole if whole || shared >= 3 => Some(Role::BEGINS),
        _ if initial => Some(Role::INITIAL),
        _ => None,
    }
}
