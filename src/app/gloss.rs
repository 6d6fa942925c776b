//! What the acronyms and names of the lit sentence stand for, by the corpus's own words; where no document says it, that is
//! said. Never guesses, and cuts nothing silently: what does not fit into the line comes with the same key again.

use super::place::Glossed;
use super::{App, glyph};
use crate::format::Locator;
use crate::model::{Corpus, DocId, Document};
use crate::query::{Entry, Gloss, Roster, Words};
use crate::text::Span;
use std::collections::HashSet;
use std::sync::Arc;

impl App {
    /// Everybody named in the corpus. The roster is made when it is first asked for, where nobody has handed one over; a new
    /// corpus forgets it.
    pub fn roster(&mut self) -> Arc<Roster> {
        let made = || Arc::new(Roster::new(&self.corpus));
        Arc::clone(self.roster.get_or_insert_with(made))
    }

    /// Says what the acronyms and names of the lit sentence stand for; again: what did not fit.
    pub fn gloss(&mut self) {
        let roster = self.roster();
        let Some(id) = self.reader.document else { return };
        let Some(lit) = self.document().and_then(|document| self.reader.lit(document)) else {
            return;
        };
        let said = told(&self.corpus, &roster, id, lit);
        if said.is_empty() {
            self.notice = Some("no acronym or name in this sentence".into());
            return;
        }
        let parts = parts(&said, usize::from(self.size.width).saturating_sub(1));
        let sentence = (id, lit.start);
        let last = self.glossed.filter(|glossed| glossed.sentence == sentence);
        let part = last.map_or(0, |last| last.part + 1) % parts.len().max(1);
        self.glossed = Some(Glossed { sentence, part });
        self.notice = parts.get(part).cloned();
    }
}

/// What there is to say of a sentence, in the order of its words.
fn told(corpus: &Corpus, roster: &Roster, id: DocId, sentence: Span) -> Vec<String> {
    let Some(document) = corpus.document(id) else { return Vec::new() };
    let found = document.names();
    let named = roster.mentions_in(id).iter().map(|(words, entry)| (words.span, Some(*entry)));
    let written = found.definitions.iter().map(|definition| (definition.short, None));
    let others = found.initials.iter().map(|span| (*span, None));
    let mut all: Vec<(Span, Option<u32>)> = named.chain(written).chain(others).collect();
    all.retain(|(span, _)| sentence.covers(*span));
    all.sort_unstable_by_key(|(span, entry)| (span.start, entry.is_none()));
    let mut seen = HashSet::new();
    let mut said = Vec::new();
    for (span, entry) in all {
        let words = document.text.words(span);
        if !seen.insert(words) {
            continue;
        }
        let entry = entry.and_then(|entry| roster.entries().get(entry as usize));
        if is_acronym(words) {
            said.push(acronym(corpus, id, words, roster.gloss(words)));
        } else if let Some(entry) = entry {
            let here = Words { document: id, span };
            said.extend(name(corpus, roster, entry, (here, sentence)));
        }
    }
    said
}

/// "NGOs", "OSINT", but not "Kim".
fn is_acronym(words: &str) -> bool {
    let capitals = words.chars().filter(|c| c.is_uppercase()).count();
    !words.contains(' ') && capitals > 1 && capitals * 2 > words.chars().count()
}

/// "CSTO = Collective Security Treaty Organisation (report, line 19)"; this document's own words first.
fn acronym(corpus: &Corpus, id: DocId, words: &str, glosses: &[Gloss]) -> String {
    if glosses.is_empty() {
        return format!("{words}: no document says what it stands for");
    }
    let (own, others): (Vec<&Gloss>, Vec<&Gloss>) =
        glosses.iter().partition(|gloss| gloss.told.document == id);
    let say = |gloss: &&Gloss| format!("{} ({})", gloss.long.of(corpus), place(corpus, gloss.told));
    let all: Vec<String> = own.iter().chain(&others).map(say).collect();
    format!("{words} = {}", all.join(" or "))
}

/// A name in full, with the office, where the sentence does not say it.
fn name(
    corpus: &Corpus,
    roster: &Roster,
    entry: &Entry,
    (here, sentence): (Words, Span),
) -> Option<String> {
    let words = here.of(corpus);
    if !entry.perhaps.is_empty() {
        let may = entry.perhaps.iter().filter_map(|&i| roster.entries().get(i as usize));
        let may: Vec<&str> = may.map(|entry| entry.name.of(corpus)).collect();
        return Some(format!("{words}: no document says whether it is {}", may.join(" or ")));
    }
    let said = |told: Words| told.document == here.document && sentence.covers(told.span);
    let full = entry.name.of(corpus);
    let longer = full.len() > words.len() && !said(entry.name);
    match entry.offices.first() {
        Some(office) if !said(office.told) || longer => {
            let (office, at) = (office.words.of(corpus), place(corpus, office.told));
            let full = if full == words { String::new() } else { format!("{full}, ") };
            Some(format!("{words} = {full}{office} ({at})"))
        }
        _ => longer.then(|| format!("{words} = {full} ({})", place(corpus, entry.name))),
    }
}

/// "report, line 19", "report, p. 4".
fn place(corpus: &Corpus, words: Words) -> String {
    let Some(document) = corpus.document(words.document) else { return String::new() };
    let name = short(document);
    let place = document.locator(words.span.start).map(Locator::cited);
    let line = || format!("line {}", document.line(document.text.source(words.span).start));
    format!("{name}, {}", place.unwrap_or_else(line))
}

/// A file's name of ten letters and what is left out.
fn short(document: &Document) -> String {
    let name = document.name();
    match name.char_indices().nth(10) {
        Some((at, _)) if name.chars().count() > 12 => {
            format!("{}…", name.get(..at).unwrap_or_default())
        }
        _ => name.to_owned(),
    }
}

/// What is said, in parts that fit into a line of some cells; where there are several, each with its number.
fn parts(said: &[String], width: usize) -> Vec<String> {
    let whole = said.join(" · ");
    if glyph::width(&whole) <= width {
        return vec![whole];
    }
    // " (12/34, K goes on)"
    let room = width.saturating_sub(19).max(12);
    let mut parts: Vec<String> = vec![String::new()];
    for (n, one) in said.iter().enumerate() {
        for (m, word) in one.split(' ').enumerate() {
            let gap = match (n, m) {
                (0, 0) => "",
                (_, 0) => " · ",
                _ => " ",
            };
            let left = one.split(' ').skip(m).map(|word| glyph::width(word) + 1).sum::<usize>();
            let Some(part) = parts.last_mut() else { continue };
            let used = glyph::width(part);
            // Each begins a line of its own where it would not end on this one.
            let whole = m == 0 && used + left + 2 > room;
            if used > 0 && (whole || used + gap.len() + glyph::width(word) > room) {
                parts.push(word.to_owned());
            } else {
                part.push_str(gap);
                part.push_str(word);
            }
        }
    }
    let count = parts.len();
    let number = |(n, part): (usize, String)| {
        let more = if n + 1 < count { ", K goes on" } else { "" };
        format!("{part} ({}/{count}{more})", n + 1)
    };
    parts.into_iter().enumerate().map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_what_is_said_is_lost_in_its_parts() {
        let said: Vec<String> =
            (0..5).map(|n| format!("AB{n} = Agency of Borders {n} (doc, line {n})")).collect();
        for width in [0, 20, 45, 80, 120, 300] {
            let parts = parts(&said, width);
            let all: Vec<&str> = parts
                .iter()
                .map(|part| if parts.len() > 1 { part.rsplit_once(" (").unwrap().0 } else { part })
                .flat_map(|part| part.split(' '))
                .filter(|word| *word != "·")
                .collect();
            let words = said.join(" ");
            assert_eq!(all, words.split(' ').collect::<Vec<_>>(), "{width}");
            assert!(
                width < 40 || parts.iter().all(|part| glyph::width(part) <= width),
                "{parts:#?}"
            );
        }
        assert_eq!(parts(&said, 80).len(), 5);
    }
}
