//! In which texts a term is found that holds more than letters and digits ("3.5", "multi-vector") or is bound to a start
//! or an end. A term comes in, a set of texts goes out. Keeps nothing folded: a text's distinct words tell whether it can
//! match, and only then it is folded and looked at.

use super::bits::Bits;
use super::find::{edge, is_whole};
use super::fold::{fold_into, is_word};
use super::projection::{Projection, Token};
use super::term::{Shape, Term};
use memchr::memmem::Finder;
use std::borrow::Cow;

/// Gives the text of a number.
pub(super) type TextOf<'a> = &'a dyn Fn(usize) -> Cow<'a, str>;

/// The texts that a term is found in.
pub(super) fn found(texts: &Projection, term: &Term, text: TextOf<'_>) -> Bits {
    let runs = runs(term);
    let able = able(texts, term, &runs);
    if is_told(term, &runs) {
        return able;
    }
    let finder = Finder::new(&term.text);
    let mut folded = String::new();
    let mut found = Bits::none(texts.len());
    for number in able.iter() {
        fold_into(&text(number), &mut folded);
        if holds(term, &finder, &folded) {
            found.insert(number);
        }
    }
    found
}

/// Whether a folded text holds a term.
fn holds(term: &Term, finder: &Finder<'_>, text: &str) -> bool {
    match term.shape {
        Shape::Prefix | Shape::Suffix | Shape::Whole => {
            edge(text, &term.text, term.shape).is_some()
        }
        Shape::Word => {
            finder.find_iter(text.as_bytes()).any(|at| is_whole(text, at, at + term.text.len()))
        }
        Shape::Fuzzy | Shape::Substring => finder.find(text.as_bytes()).is_some(),
        Shape::Tag => false,
    }
}

/// Letters and digits of a term that stand together.
struct Run<'a> {
    text: &'a str,
    /// Whether a word must begin with it: something stands before it in the term, or nothing may.
    first: bool,
    /// Whether a word must end with it.
    last: bool,
}

fn runs(term: &Term) -> Vec<Run<'_>> {
    let (opens, closes) = match term.shape {
        Shape::Fuzzy | Shape::Substring | Shape::Tag => (false, false),
        Shape::Prefix => (true, false),
        Shape::Suffix => (false, true),
        Shape::Word | Shape::Whole => (true, true),
    };
    let parts = term.text.split(|c| !is_word(c));
    let count = parts.clone().count();
    let runs = parts.enumerate().map(|(at, text)| Run {
        text,
        first: opens || at > 0,
        last: closes || at + 1 < count,
    });
    runs.filter(|run| !run.text.is_empty()).collect()
}

/// Whether the words of a text alone tell whether a term is found in it: it is one word, bound to an edge.
fn is_told(term: &Term, runs: &[Run<'_>]) -> bool {
    let bound = matches!(term.shape, Shape::Prefix | Shape::Suffix | Shape::Whole);
    bound && runs.first().is_some_and(|run| run.text == term.text)
}

/// The texts whose words allow for a term.
fn able(texts: &Projection, term: &Term, runs: &[Run<'_>]) -> Bits {
    let mut able = Bits::all(texts.len());
    for run in runs {
        let fitting = fitting(texts, run);
        let mut holding = Bits::none(texts.len());
        fitting.iter().for_each(|word| texts.postings().add(word as u32, &mut holding));
        able.intersect(&holding);
        let at_start = matches!(term.shape, Shape::Prefix | Shape::Whole)
            && term.text.starts_with(is_word)
            && runs.first().is_some_and(|first| std::ptr::eq(first, run));
        let at_end = matches!(term.shape, Shape::Suffix | Shape::Whole)
            && term.text.ends_with(is_word)
            && runs.last().is_some_and(|last| std::ptr::eq(last, run));
        if at_start || at_end {
            let fits = |token: Option<&Token>| {
                token.is_some_and(|token| fitting.contains(token.word_number() as usize))
            };
            let alone = term.shape == Shape::Whole && is_told(term, runs);
            able.retain(|text| {
                let words = texts.words_of(text);
                (!at_start || fits(words.first()))
                    && (!at_end || fits(words.last()))
                    && (!alone || words.len() == 1)
            });
        }
    }
    able
}

/// The words that a run can stand in.
fn fitting(texts: &Projection, run: &Run<'_>) -> Bits {
    let lexicon = texts.lexicon();
    let mut fitting = Bits::none(lexicon.len());
    match (run.first, run.last) {
        (true, true) => lexicon.numbers(run.text).for_each(|word| fitting.insert(word as usize)),
        (true, false) => lexicon.beginning(run.text).for_each(|word| fitting.insert(word as usize)),
        (false, last) => lexicon.words().find(run.text, |word, _| {
            if !last || lexicon.word(word as u32).ends_with(run.text) {
                fitting.insert(word);
            }
            true
        }),
    }
    fitting
}

#[cfg(test)]
mod tests {
    use super::super::fold::folded;
    use super::super::pattern::Pattern;
    use super::*;

    const TEXTS: &[&str] = &[
        "The 3.5 per cent",
        "3.5",
        "3,5",
        "13.5",
        "3.51",
        "multi-vector policy",
        "a multi-vectored one",
        "“The end.”",
        "the end",
        "The end is near",
        "it is the end…",
        "x",
        "",
        "—",
        "$5 and €5",
        "U.S. forces",
        "US forces",
        "don’t",
        "dont",
        "the-end",
        "Weekend",
        "end²",
        "end",
        "(end)",
        "The  end",
        "aaa-b",
        "ab-aab",
    ];

    const TYPED: &[&str] = &[
        "3.5",
        "'3.5'",
        "3.",
        ".5",
        "multi-v",
        "'multi-vector'",
        "^the",
        "end$",
        "^end$",
        "^the\\ end$",
        "^the-",
        "'the\\ end'",
        "$5",
        "$",
        "—",
        "u.s.",
        "don't",
        "^\"the",
        "end\"$",
        "^3",
        "5$",
        "^3.5$",
        "e\\ e",
        "'-end",
        "end²",
        "^(end)$",
        "aa-b",
        "b-aa",
        "^x$",
        "^$x",
    ];

    #[test]
    fn what_the_words_allow_is_what_a_plain_look_finds() {
        let projection = Projection::new(TEXTS.iter());
        for typed in TYPED {
            for term in Pattern::parse(typed).groups.iter().flatten() {
                let found = found(&projection, term, &|number| TEXTS[number].into());
                let finder = Finder::new(&term.text);
                let expected: Vec<usize> =
                    (0..TEXTS.len()).filter(|&n| holds(term, &finder, &folded(TEXTS[n]))).collect();
                assert_eq!(found.iter().collect::<Vec<_>>(), expected, "{typed}");
            }
        }
    }
}
