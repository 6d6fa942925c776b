//! Reads `bluf.toml`, a folder's own notes on its documents: text in; facts by file name, and each mistake with its line,
//! out. A mistake costs what it stands in and nothing else. Never opens a file.

use super::facts::{Facts, Grade};
use crate::edtf;
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What a folder says of its documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest {
    /// By path relative to the folder, with `/` between.
    pub documents: BTreeMap<String, Facts>,
    /// What could not be understood, as `line 2: …`, in the order of lines.
    pub mistakes: Vec<String>,
    /// The line of each document's table, for whoever finds that there is no such file.
    pub lines: BTreeMap<String, usize>,
}

impl Manifest {
    /// Reads a manifest. What it says past a mistake counts.
    pub fn parse(text: &str) -> Self {
        let (root, errors) = DeTable::parse_recoverable(text);
        let mut reader = Reader { text, mistakes: Vec::new() };
        for error in errors {
            reader.mistake(error.span().unwrap_or_default(), error.message());
        }
        let mut manifest = Self::default();
        for (key, value) in root.get_ref() {
            let tables =
                (key.get_ref() == "documents").then(|| value.get_ref().as_table()).flatten();
            match tables {
                Some(tables) => reader.documents(tables, &mut manifest),
                None => reader.unknown(key, "[documents.\"FILE\"]"),
            }
        }
        reader.mistakes.sort();
        manifest.mistakes = reader.mistakes.into_iter().map(|(_, said)| said).collect();
        manifest
    }
}

/// The keys of a document's table.
const KEYS: &str = "title, authors, publisher, published, url, grade, tags, notes";

struct Reader<'t> {
    text: &'t str,
    /// By place in the text.
    mistakes: Vec<(usize, String)>,
}

impl Reader<'_> {
    fn line(&self, at: usize) -> usize {
        memchr::memchr_iter(b'\n', self.text.as_bytes()).take_while(|end| *end < at).count() + 1
    }

    fn mistake(&mut self, span: Range<usize>, what: &str) {
        let what = what.lines().collect::<Vec<_>>().join(", ");
        self.mistakes.push((span.start, format!("line {}: {what}", self.line(span.start))));
    }

    fn unknown(&mut self, key: &Spanned<impl AsRef<str>>, known: &str) {
        let said = format!("{:?} means nothing here; known: {known}", key.get_ref().as_ref());
        self.mistake(key.span(), &said);
    }

    fn documents(&mut self, tables: &DeTable<'_>, manifest: &mut Manifest) {
        for (name, value) in tables {
            let Some(table) = value.get_ref().as_table() else {
                self.mistake(name.span(), "a document's facts stand in a table of their own");
                continue;
            };
            manifest.lines.insert(name.get_ref().to_string(), self.line(name.span().start));
            manifest.documents.insert(name.get_ref().to_string(), self.facts(table));
        }
    }

    fn facts(&mut self, table: &DeTable<'_>) -> Facts {
        let mut facts = Facts::default();
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "title" => facts.title = self.text(value),
                "authors" => facts.authors = self.texts(value),
                "publisher" => facts.publisher = self.text(value),
                "published" => facts.published = self.date(value),
                "url" => facts.url = self.text(value),
                "grade" => facts.grade = self.grade(value),
                "tags" => facts.tags = self.texts(value),
                "notes" => facts.notes = self.text(value),
                _ => self.unknown(key, KEYS),
            }
        }
        facts
    }

    fn text(&mut self, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let text = value.get_ref().as_str().map(str::to_owned);
        if text.is_none() {
            self.mistake(value.span(), "expected a text in quotes");
        }
        text
    }

    /// One text or a list of them.
    fn texts(&mut self, value: &Spanned<DeValue<'_>>) -> Vec<String> {
        match value.get_ref().as_array() {
            Some(list) => list.iter().filter_map(|value| self.text(value)).collect(),
            None => self.text(value).into_iter().collect(),
        }
    }

    /// EDTF in quotes, or a day as TOML writes it.
    fn date(&mut self, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let written = match value.get_ref() {
            DeValue::Datetime(day) => day.to_string(),
            DeValue::Integer(year) => year.as_str().to_owned(),
            _ => self.text(value)?,
        };
        let date = Some(written.trim()).filter(|w| edtf::bounds(w).is_some()).map(str::to_owned);
        if date.is_none() {
            let said = format!("{written:?} is no EDTF date, such as 2019-05-03, 2019-05 or 2019");
            self.mistake(value.span(), &said);
        }
        date
    }

    fn grade(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Grade> {
        let written = self.text(value)?;
        let grade = Grade::parse(&written);
        if grade.is_none() {
            let said = format!("{written:?} is no grade of the Admiralty code, A to F");
            self.mistake(value.span(), &said);
        }
        grade
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_states_facts_and_names_the_line_of_each_mistake() {
        let manifest = Manifest::parse(
            "[documents.\"a.txt\"]\ntitle = \"On Wells\"\nauthors = [\"J. Roe\", 3]\npublished = 2019-05-03\n\
             grade = \"b\"\ncolour = \"red\"\n\n[documents.'sub/b.txt']\npublished = \"3 May\"\ngrade = \"G\"\nauthors = \
             \"A. Doe\"\n\n[other]\n",
        );
        let a = &manifest.documents["a.txt"];
        assert_eq!(a.title.as_deref(), Some("On Wells"));
        assert_eq!(a.authors, ["J. Roe"]);
        assert_eq!(a.published.as_deref(), Some("2019-05-03"));
        assert_eq!(a.grade.map(Grade::letter), Some('B'));
        let b = &manifest.documents["sub/b.txt"];
        assert_eq!((b.published.as_deref(), b.grade), (None, None));
        assert_eq!(b.authors, ["A. Doe"]);
        let lines: Vec<&str> =
            manifest.mistakes.iter().filter_map(|m| m.split_once(':')).map(|m| m.0).collect();
        assert_eq!(lines, ["line 3", "line 6", "line 9", "line 10", "line 13"]);
    }

    #[test]
    fn what_stands_past_a_broken_line_counts() {
        let manifest =
            Manifest::parse("[documents.\"a.txt\"]\ntitle = On Wells\nnotes = \"dry\"\n");
        assert_eq!(manifest.documents["a.txt"].notes.as_deref(), Some("dry"));
        assert!(manifest.mistakes[0].starts_with("line 2: "), "{:?}", manifest.mistakes);
    }
}
