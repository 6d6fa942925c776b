//! What is known of words in names: the lists of `assets/name-words.tsv` and of given names as classes, the names of
//! `assets/bodies.tsv` by their first word. Never looks at a document.

use super::class;
use crate::text::hash::{Packed, WordTable};
use std::sync::LazyLock;

/// A form of a body's name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Form {
    /// As written.
    pub(super) form: &'static str,
    /// The row's first name: the same for all its forms.
    pub(super) name: &'static str,
}

/// The lists.
pub(super) struct Lexicon {
    words: WordTable<u32>,
    /// Grouped by first word, the longest form first.
    forms: Vec<(Packed, Form)>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);

/// The lists, read once.
pub(super) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

impl Lexicon {
    /// The classes of a word, in any case.
    #[inline]
    pub(super) fn class(&self, word: Packed) -> u32 {
        self.words.get(word).unwrap_or(0)
    }

    /// The forms of bodies' names that begin with a word, the longest first.
    pub(super) fn starting_with(&self, word: Packed) -> impl Iterator<Item = Form> + '_ {
        let key = |w: Packed| (w.hash(), w);
        let first = self.forms.partition_point(|(w, _)| key(*w).0 < key(word).0);
        let rest = self.forms.iter().skip(first);
        rest.take_while(move |(w, _)| *w == word).map(|(_, form)| *form)
    }

    fn read() -> Self {
        let mut words = WordTable::default();
        for asset in [
            include_str!("../../../assets/name-words.tsv"),
            include_str!("../../../assets/given-world.tsv"),
        ] {
            for (bit, word) in lines(asset).filter_map(listed).flatten() {
                add(&mut words, word, bit);
            }
        }
        let given = include_str!("../../../assets/given-names.tsv");
        for (kind, list) in lines(given).filter_map(|line| line.split_once('\t')) {
            if kind == "given" || kind == "both" {
                list.split('|').for_each(|word| add(&mut words, word, class::GIVEN));
            }
        }
        let mut forms = Vec::new();
        for line in lines(include_str!("../../../assets/bodies.tsv")) {
            let (name, others) = line.split_once('\t').unwrap_or((line, ""));
            let all = std::iter::once(name).chain(others.split('|'));
            for form in all.filter(|form| !form.is_empty()) {
                let end = form.find(' ').unwrap_or(form.len());
                let first = Packed::of(form.as_bytes(), 0, end);
                add(&mut words, form.get(..end).unwrap_or_default(), class::KNOWN);
                forms.push((first, Form { form, name }));
            }
        }
        forms.sort_by_key(|(first, form)| {
            (first.hash(), std::cmp::Reverse(form.form.len()), form.form)
        });
        Self { words, forms }
    }
}

fn add(words: &mut WordTable<u32>, word: &'static str, bit: u32) {
    words.insert(word, words.find(word).unwrap_or(0) | bit);
}

fn lines(asset: &'static str) -> impl Iterator<Item = &'static str> {
    asset.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}

/// The words of a line, each with the bit of its list.
fn listed(line: &'static str) -> Option<impl Iterator<Item = (u32, &'static str)>> {
    let (list, words) = line.split_once('\t')?;
    let bit = class::named(list)?;
    let bit = if bit == class::RISKY { bit | class::GIVEN } else { bit };
    Some(words.split('|').map(move |word| (bit, word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_of_a_body_are_found_by_their_first_word() {
        let first = Packed::of(b"United", 0, 6);
        let forms: Vec<&str> = lexicon().starting_with(first).map(|form| form.form).collect();
        assert!(
            forms.contains(&"United Nations") && forms.contains(&"United Nations Children's Fund")
        );
        assert!(forms.is_sorted_by_key(|form| std::cmp::Reverse(form.len())));
    }
}
