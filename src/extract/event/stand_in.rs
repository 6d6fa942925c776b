//! Whom a pronoun stands for: a document, a sentence of it and a pronoun come in; the words that name him, her or it
//! in one of the few sentences before go out. Nothing where the sentence before speaks of another kind of thing.

use super::class;
use super::clause::{Clause, Link};
use super::document::Document;
use super::hint;
use super::look::is_of_verb;
use super::parts;
use super::predicate::Predicate;
use super::sentence::Sentence;
use super::word::{Shape, Word};
use crate::text::Span;

/// How many sentences back a name is looked for.
const BACK: usize = 8;
/// No sentence longer than this is read for a name, in bytes.
const LONGEST: u32 = 1_500;
/// A longer name is none, in bytes.
const NAME: u32 = 56;

/// The words that a pronoun at the head of a sentence stands for.
pub(super) fn of(document: &Document<'_>, index: usize, pronoun: &str) -> Option<Span> {
    let asked = pronoun.to_ascii_lowercase();
    for before in (0..index).rev().take(BACK) {
        let span = *document.text.sentences.get(before)?;
        if span.len() as u32 > LONGEST {
            return None;
        }
        let first = document.dates.partition_point(|d| d.span.start < span.start);
        let last = document.dates.partition_point(|d| d.span.start < span.end);
        let sentence = Sentence::read(document.text, span, document.dates, first..last);
        let subject = theme(&sentence, &asked)?;
        if is_same(&sentence, &subject, &asked)
            || is_other(&sentence, &subject, &asked)
            || is_owned(&sentence, &subject, &asked)
            || is_object(&sentence, &asked)
        {
            continue;
        }
        return named(document, &sentence, &subject, &asked);
    }
    None
}

/// The same for a pronoun inside a sentence, before the word `end`: whom the sentence itself is told of, where it names
/// nobody else before the pronoun, or before the sentence, where it is told of the same pronoun and names nobody.
pub(super) fn inside(
    document: &Document<'_>,
    (index, sentence): (usize, &Sentence<'_>),
    end: usize,
    pronoun: &str,
) -> Option<Span> {
    let subject = subject(sentence, told(sentence)?)?;
    let last = *subject.last()?;
    let place = |span: Span| {
        let at = document.countries.partition_point(|c| c.span.end <= span.start);
        document.countries.get(at).is_some_and(|c| c.span.start <= span.start)
    };
    let other = |from: usize| {
        (from..end).filter_map(|i| sentence.word(i)).any(|w| {
            w.shape == Shape::Capital && w.is_content() && w.date.is_none() && !place(w.span)
        })
    };
    let asked = pronoun.to_ascii_lowercase();
    // "In 1661, after years as a soldier, he joined": nobody is named yet.
    if end < INSIDE && is_same(sentence, &subject, &asked) {
        let opens = sentence.word(0).is_some_and(|w| w.hints(hint::CONNECTIVE) || ends_verbal(w));
        return (!other(usize::from(opens))).then(|| of(document, index, pronoun)).flatten();
    }
    // Looked for no further, so that a long sentence costs no more than its length.
    if last >= end || end - last >= INSIDE {
        return None;
    }
    let other = other(last + 1) || is_other(sentence, &subject, &asked);
    (!other).then(|| named(document, sentence, &subject, &asked)).flatten()
}

/// "He was charged with assault on Ms Roy": whoever a sentence names beside a pronoun is not whom the pronoun stands for.
pub(super) fn is_repeated(
    document: &Document<'_>,
    sentence: &Sentence<'_>,
    name: Span,
    pronoun: &str,
) -> bool {
    let person = matches!(pronoun.to_ascii_lowercase().as_str(), "he" | "she");
    let last = document.text.words(name).rsplit(' ').next().unwrap_or_default();
    let outside = |w: &&Word<'_>| w.span.end <= name.start || w.span.start >= name.end;
    let capital = |w: &Word<'_>| w.shape == Shape::Capital;
    person && sentence.words.iter().filter(outside).any(|w| capital(w) && w.text == last)
}

/// "Seeking", "Ordered": a participle that opens a sentence names nobody.
fn ends_verbal(word: &Word<'_>) -> bool {
    ["ing", "ed"].iter().any(|end| word.text.ends_with(end))
}

/// Whether a subject is the pronoun asked for.
fn is_same(sentence: &Sentence<'_>, subject: &[usize], asked: &str) -> bool {
    let [only] = subject else { return false };
    sentence.word(*only).is_some_and(|w| w.text.eq_ignore_ascii_case(asked))
}

/// "His first works were played. In 1874 he made": several things of somebody's are nobody else.
fn is_owned(sentence: &Sentence<'_>, subject: &[usize], asked: &str) -> bool {
    let whose = match asked {
        "he" => "his",
        "she" => "her",
        _ => return false,
    };
    let mut words = subject.iter().filter_map(|&i| sentence.word(i));
    let several = subject.last().and_then(|&i| sentence.word(i)).is_some_and(|w| {
        w.shape == Shape::Lower && w.text.ends_with('s') && !w.text.ends_with("ss")
    });
    several && words.any(|w| w.text.eq_ignore_ascii_case(whose))
}

/// A pronoun inside a sentence stands within so many words of whom it stands for.
const INSIDE: usize = 40;

/// The first finite predicate of a clause.
fn told(sentence: &Sentence<'_>) -> Option<Predicate> {
    let finite = |c: &Clause| sentence.predicates_in(&c.words).find(|p| p.finite).copied();
    sentence.clauses.iter().find_map(finite)
}

/// The verb behind the first comma of a sentence that begins with "when" or "while".
fn onward(sentence: &Sentence<'_>, first: Predicate) -> Option<Predicate> {
    let leads = sentence.clauses.first().is_some_and(|c| c.link == Link::Subordinate);
    let end = sentence.words.len().min(first.last + INSIDE);
    let comma = |&i: &usize| sentence.word(i).is_some_and(|w| w.mark(&[',']));
    let comma = (first.last + 1..end).find(comma).filter(|_| leads)?;
    sentence.predicates_in(&(comma..end)).find(|p| p.finite).copied()
}

/// What a predicate is said of, as far as its first comma.
fn subject(sentence: &Sentence<'_>, predicate: Predicate) -> Option<Vec<usize>> {
    let subject = parts::of(sentence, &(0..0), predicate).subject;
    let end = subject.iter().position(|&i| sentence.word(i).is_some_and(|w| w.mark(&[','])));
    Some(subject.get(..end.unwrap_or(subject.len()))?.to_vec())
}

/// Whom a sentence is told of: "While Haddad served, Roy left" is told of Roy, "When Cyrus rose, he took" of Cyrus.
fn theme(sentence: &Sentence<'_>, asked: &str) -> Option<Vec<usize>> {
    let first = told(sentence)?;
    let near = subject(sentence, first)?;
    if is_same(sentence, &near, asked) {
        return Some(near);
    }
    let main = onward(sentence, first).and_then(|p| subject(sentence, p));
    main.filter(|s| !is_same(sentence, s, asked)).or(Some(near))
}

/// "Haddad named him head of the office. In 1960 he oversaw": what was done to him was done by another.
fn is_object(sentence: &Sentence<'_>, asked: &str) -> bool {
    asked == "he" && told(sentence).is_some_and(|p| sentence.text(p.last + 1) == "him")
}

fn named(
    document: &Document<'_>,
    sentence: &Sentence<'_>,
    subject: &[usize],
    asked: &str,
) -> Option<Span> {
    let mut words: Vec<&Word<'_>> = subject.iter().filter_map(|&i| sentence.word(i)).collect();
    // "Her father Omar Haddad was an engineer. He": the name says who.
    if words.first().is_some_and(|w| w.is(class::OWNER))
        && words.get(1).is_some_and(|w| w.says(hint::KIN))
    {
        words.drain(..2);
    }
    let (first, last) = (words.first()?, words.last()?);
    let whole = first.span.hull(last.span);
    let at = document.countries.partition_point(|c| c.span.start < whole.start);
    let place = document.countries.get(at).is_some_and(|c| c.span == whole);
    let article = first.is(class::DETERMINER);
    let body = words.iter().any(|w| w.shape == Shape::Capital && w.hints(hint::BODY));
    let several = words.iter().any(|w| matches!(w.text, "and" | "&"))
        || last.hints(hint::SEVERAL_PEOPLE)
        || last.shape == Shape::Lower && last.text.ends_with('s') && !last.text.ends_with("ss");
    let pronoun = words.iter().any(|w| w.is(class::PRONOUN));
    let capital = last.shape == Shape::Capital;
    let says = words.iter().any(|w| w.is_content());
    let fits = says
        && match asked {
            "he" | "she" => {
                !is_thing(words.as_slice())
                    && !words.iter().any(|w| w.is(class::PREPOSITION))
                    && capital
                    && !article
                    && !body
                    && !place
                    && !several
            }
            "it" => !several && (body || place || article && words.len() > 1),
            "they" => several,
            _ => false,
        };
    (fits && !pronoun && whole.len() as u32 <= NAME).then_some(whole)
}

/// Whether a subject is called by what the person a pronoun speaks of is not: "Ms Roy" is no "he".
fn is_other(sentence: &Sentence<'_>, subject: &[usize], asked: &str) -> bool {
    let other = match asked {
        "he" => class::FEMININE,
        "she" => class::MASCULINE,
        _ => return false,
    };
    let mut words = subject.iter().filter_map(|&i| sentence.word(i));
    words.any(|w| w.shape == Shape::Capital && w.is(other))
}

/// "Interment": one capitalised word that ends like a thing names nobody.
fn is_thing(words: &[&Word<'_>]) -> bool {
    let [only] = words else { return false };
    let quality = ["ness", "ity", "ism", "ship"].iter().any(|end| only.text.ends_with(end));
    (quality || is_of_verb(only)) && only.text != "Clement"
}
