//! Whom a pronoun stands for: a document, a sentence of it and a pronoun come in; the words that name him, her or it
//! in one of the few sentences before go out. Nothing where the sentence before speaks of another kind of thing.

use super::class;
use super::document::Document;
use super::hint;
use super::look::is_of_verb;
use super::parts;
use super::sentence::Sentence;
use super::word::{Shape, Word};
use crate::text::Span;

/// How many sentences back a name is looked for.
const BACK: usize = 4;
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
        let subject = subject(&sentence)?;
        let same =
            |&i: &usize| sentence.word(i).is_some_and(|w| w.text.eq_ignore_ascii_case(&asked));
        if subject.len() == 1 && subject.first().is_some_and(same)
            || is_other(&sentence, &subject, &asked)
        {
            continue;
        }
        return named(document, &sentence, &subject, &asked);
    }
    None
}

/// The same for a pronoun inside a sentence, before the word `end`: whom the sentence itself is told of, where it names
/// nobody else before the pronoun.
pub(super) fn inside(
    document: &Document<'_>,
    sentence: &Sentence<'_>,
    end: usize,
    pronoun: &str,
) -> Option<Span> {
    let subject = subject(sentence)?;
    let last = *subject.last()?;
    // Looked for no further, so that a long sentence costs no more than its length.
    if last >= end || end - last >= INSIDE {
        return None;
    }
    let place = |span: Span| {
        let at = document.countries.partition_point(|c| c.span.end <= span.start);
        document.countries.get(at).is_some_and(|c| c.span.start <= span.start)
    };
    let other = (last + 1..end)
        .filter_map(|i| sentence.word(i))
        .any(|w| w.shape == Shape::Capital && w.is_content() && w.date.is_none() && !place(w.span));
    let asked = pronoun.to_ascii_lowercase();
    let other = other || is_other(sentence, &subject, &asked);
    (!other).then(|| named(document, sentence, &subject, &asked)).flatten()
}

/// A pronoun inside a sentence stands within so many words of whom it stands for.
const INSIDE: usize = 40;

/// What the first finite predicate of a main clause is said of, as far as its first comma.
fn subject(sentence: &Sentence<'_>) -> Option<Vec<usize>> {
    let clause =
        sentence.clauses.iter().find(|c| sentence.predicates_in(&c.words).any(|p| p.finite))?;
    let predicate = *sentence.predicates_in(&clause.words).find(|p| p.finite)?;
    let subject = parts::of(sentence, &(0..0), predicate).subject;
    let end = subject.iter().position(|&i| sentence.word(i).is_some_and(|w| w.mark(&[','])));
    Some(subject.get(..end.unwrap_or(subject.len()))?.to_vec())
}

fn named(
    document: &Document<'_>,
    sentence: &Sentence<'_>,
    subject: &[usize],
    asked: &str,
) -> Option<Span> {
    let words: Vec<&Word<'_>> = subject.iter().filter_map(|&i| sentence.word(i)).collect();
    let (first, last) = (words.first()?, words.last()?);
    let whole = first.span.hull(last.span);
    let at = document.countries.partition_point(|c| c.span.start < whole.start);
    let place = document.countries.get(at).is_some_and(|c| c.span == whole);
    let article = first.is(class::DETERMINER);
    let body = words.iter().any(|w| w.shape == Shape::Capital && w.hints(hint::BODY));
    let several = words.iter().any(|w| matches!(w.text, "and" | "&"))
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
