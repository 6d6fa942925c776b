//! Reads the analyst's file: its text comes in, entries and mistakes go out. A mistake costs the entry it stands in, never
//! the others.

use super::record::{Flaw, Observation, Quoted, Rating, Register, Signpost, State};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The keys of an entry.
const KEYS: [&str; 9] =
    ["id", "text", "scenario", "kind", "state", "threshold", "ratings", "observation", "source"];

/// Reads the text of the file.
pub(super) fn parse(text: &str) -> Register {
    let whole = DeTable::parse_recoverable(text).1.is_empty();
    let mut reader = Reader::default();
    // Where something is no TOML, each entry is read by itself: the mistake stays in its own.
    let pieces = if whole { vec![(0, text)] } else { pieces(text) };
    for (line, piece) in pieces {
        reader.line = line;
        reader.piece(piece);
    }
    let Reader { mut register, listed, .. } = reader;
    register.broken = !whole;
    let named: Vec<String> = register.signposts.iter().flat_map(|s| named(s, listed)).collect();
    for name in named {
        if !name.is_empty() && !register.scenarios.contains(&name) {
            register.scenarios.push(name);
        }
    }
    register.flaws.sort_by_key(|flaw| flaw.line);
    register
}

/// What stands before the first entry, then each entry, with the number of lines before it.
fn pieces(text: &str) -> Vec<(usize, &str)> {
    let mut pieces = Vec::new();
    let (mut start, mut from, mut at) = (0, 0, 0);
    for (line, words) in text.split_inclusive('\n').enumerate() {
        if words.trim_start().starts_with("[[signpost]]") {
            pieces.extend(text.get(start..at).map(|piece| (from, piece)));
            (start, from) = (at, line);
        }
        at += words.len();
    }
    pieces.extend(text.get(start..).map(|piece| (from, piece)));
    pieces
}

/// The scenarios that an entry names: those it is rated in, and where the file lists none its own. What a text says a sign
/// points to is no scenario before the analyst says so.
fn named(signpost: &Signpost, listed: bool) -> Vec<String> {
    let rated = signpost.ratings.iter().map(|(scenario, _)| scenario.clone());
    let home = (!listed).then(|| signpost.scenario.clone());
    home.into_iter().chain(rated).collect()
}

type Entry<'a, 'i> = &'a Spanned<DeValue<'i>>;

/// All entries.
fn entries<'a, 'i>(table: &'a DeTable<'i>) -> Vec<Entry<'a, 'i>> {
    match table.get("signpost").map(Spanned::get_ref) {
        Some(DeValue::Array(entries)) => entries.iter().collect(),
        _ => Vec::new(),
    }
}

/// What an entry is called in a message: its id, else its number from 1.
fn name(entry: Option<Entry<'_, '_>>, at: usize) -> String {
    let id = entry.and_then(|entry| match entry.get_ref() {
        DeValue::Table(table) => table.get("id")?.get_ref().as_str().map(str::to_owned),
        _ => None,
    });
    id.filter(|id| !id.is_empty()).unwrap_or_else(|| format!("number {at}"))
}

/// Reads piece by piece.
#[derive(Default)]
struct Reader<'t> {
    /// The piece that is read.
    text: &'t str,
    /// How many lines stand before it.
    line: usize,
    register: Register,
    /// Whether the file lists scenarios.
    listed: bool,
    /// How many entries have been read.
    count: usize,
    /// The entry that is read.
    entry: Option<String>,
}

impl<'t> Reader<'t> {
    fn piece(&mut self, text: &'t str) {
        self.text = text;
        let (table, errors) = DeTable::parse_recoverable(text);
        let entries = entries(table.get_ref());
        self.entry = None;
        if let Some(error) = errors.first() {
            // What else seems to be wrong follows from what cannot be read.
            let at = error.span().map_or(0, |span| span.start);
            self.entry = text.trim_start().starts_with("[[signpost]]").then(|| {
                self.count += 1;
                name(entries.first().copied(), self.count)
            });
            self.flaw(at..at, error.message().lines().next().unwrap_or("cannot be read"));
            return;
        }
        for (key, value) in table.get_ref() {
            match key.get_ref().as_ref() {
                "signpost" => {}
                "scenarios" => {
                    self.register.scenarios = self.words_of(value);
                    self.listed = true;
                }
                other => self.flaw(key.span(), &format!("no such key: {other}")),
            }
        }
        for entry in entries {
            self.count += 1;
            self.entry = Some(name(Some(entry), self.count));
            if let Some(signpost) = self.signpost(entry) {
                self.keep(signpost, entry.span());
            }
        }
    }

    fn flaw(&mut self, span: Range<usize>, said: &str) {
        let before = self.text.as_bytes().get(..span.start).unwrap_or_default();
        let line = self.line + memchr::memchr_iter(b'\n', before).count() + 1;
        self.register.flaws.push(Flaw { line, entry: self.entry.clone(), said: said.to_owned() });
    }

    /// Keeps an entry, unless another has its id.
    fn keep(&mut self, signpost: Signpost, span: Range<usize>) {
        if self.register.get(&signpost.id).is_some() {
            self.flaw(span, "another entry has this id; give it one of its own");
        } else {
            self.register.signposts.push(signpost);
        }
    }

    /// An entry; nothing where it lacks what it cannot be used without, or says what cannot be.
    fn signpost(&mut self, entry: &Spanned<DeValue<'_>>) -> Option<Signpost> {
        let DeValue::Table(table) = entry.get_ref() else {
            self.flaw(entry.span(), "an entry must be a table");
            return None;
        };
        let before = self.register.flaws.len();
        let mut word = |key| self.word(table, key);
        let mut signpost = Signpost {
            id: word("id"),
            text: word("text"),
            scenario: word("scenario"),
            kind: word("kind"),
            threshold: word("threshold"),
            ..Signpost::default()
        };
        let state = word("state");
        for (key, wanted) in [("id", &signpost.id), ("text", &signpost.text)] {
            if wanted.is_empty() {
                self.flaw(entry.span(), &format!("it has no {key}"));
            }
        }
        match State::parse(&state) {
            Some(state) => signpost.state = state,
            None if state.is_empty() => {}
            None => {
                let span = table.get("state").map_or(entry.span(), Spanned::span);
                let all = State::ALL.map(State::name).join(", ");
                self.flaw(span, &format!("state {state:?} is none of {all}"));
            }
        }
        signpost.ratings = self.ratings(table);
        signpost.source = table.get("source").and_then(|value| self.quoted(value));
        signpost.observations = self.observations(table);
        let usable = self.register.flaws.len() == before;
        for key in table.keys().filter(|key| !KEYS.contains(&key.get_ref().as_ref())) {
            self.flaw(key.span(), &format!("no such key: {}", key.get_ref()));
        }
        usable.then_some(signpost)
    }

    /// A text under a key; empty where there is none.
    fn word(&mut self, table: &DeTable<'_>, key: &str) -> String {
        let Some(value) = table.get(key) else { return String::new() };
        match value.get_ref().as_str() {
            Some(word) => word.to_owned(),
            None if matches!(value.get_ref(), DeValue::Datetime(_) | DeValue::Integer(_)) => {
                // Dates and years may stand without quotation marks.
                self.text.get(value.span()).unwrap_or_default().to_owned()
            }
            None => {
                self.flaw(value.span(), &format!("{key} must be text"));
                String::new()
            }
        }
    }

    fn words_of(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<String> {
        let DeValue::Array(words) = value.get_ref() else {
            self.flaw(value.span(), "scenarios must be a list of texts");
            return Vec::new();
        };
        let mut read: Vec<String> = Vec::new();
        for word in words {
            match word.get_ref().as_str() {
                Some(word) if !word.is_empty() && !read.iter().any(|other| other == word) => {
                    read.push(word.to_owned());
                }
                Some(_) => {}
                None => self.flaw(word.span(), "a scenario must be text"),
            }
        }
        read
    }

    fn ratings(&mut self, table: &DeTable<'_>) -> Vec<(String, Rating)> {
        let Some(value) = table.get("ratings") else { return Vec::new() };
        let DeValue::Table(ratings) = value.get_ref() else {
            self.flaw(value.span(), "ratings must be a table: scenario = \"HL\"");
            return Vec::new();
        };
        let mut read = Vec::new();
        let mut rows: Vec<_> = ratings.iter().collect();
        rows.sort_by_key(|(key, _)| key.span().start);
        for (scenario, value) in rows {
            match value.get_ref().as_str().and_then(Rating::parse) {
                Some(rating) => read.push((scenario.get_ref().to_string(), rating)),
                None => self.flaw(value.span(), "a rating is one of HL, L, C, U, HU"),
            }
        }
        read
    }

    fn observations(&mut self, table: &DeTable<'_>) -> Vec<Observation> {
        let Some(value) = table.get("observation") else { return Vec::new() };
        let DeValue::Array(rows) = value.get_ref() else {
            self.flaw(value.span(), "observations must stand as [[signpost.observation]]");
            return Vec::new();
        };
        let mut read = Vec::new();
        for row in rows {
            let DeValue::Table(row_table) = row.get_ref() else {
                self.flaw(row.span(), "an observation must be a table");
                continue;
            };
            let (date, note) = (self.word(row_table, "date"), self.word(row_table, "note"));
            let cited = row_table.contains_key("doc").then(|| self.quoted(row)).flatten();
            read.push(Observation { date, cited, note });
        }
        read
    }

    /// Where words stand.
    fn quoted(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Quoted> {
        let DeValue::Table(table) = value.get_ref() else {
            self.flaw(value.span(), "a source must be a table: doc, sha256, bytes, quote");
            return None;
        };
        let (start, end) = match table.get("bytes") {
            None => (0, 0),
            Some(bytes) => self.bytes(bytes).unwrap_or_default(),
        };
        let mut word = |key| self.word(table, key);
        Some(Quoted {
            doc: word("doc"),
            sha256: word("sha256"),
            start,
            end,
            quote: word("quote"),
            words: word("words"),
        })
    }

    fn bytes(&mut self, value: &Spanned<DeValue<'_>>) -> Option<(u32, u32)> {
        let number = |value: &Spanned<DeValue<'_>>| match value.get_ref() {
            DeValue::Integer(number) => number.as_str().parse::<u32>().ok(),
            _ => None,
        };
        let both = match value.get_ref() {
            DeValue::Array(both) => match (both.first(), both.get(1), both.len()) {
                (Some(start), Some(end), 2) => number(start).zip(number(end)),
                _ => None,
            },
            _ => None,
        };
        if both.is_none() {
            self.flaw(value.span(), "bytes must be two numbers: [start, end]");
        }
        both
    }
}
