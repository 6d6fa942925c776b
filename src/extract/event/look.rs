//! What a word looks like as a verb, and what keeps one from being a verb where it stands: a word and its neighbours come
//! in; whether it only describes goes out. Never looks further than two words away.

use super::class;
use super::hint;
use super::lexicon::Entry;
use super::word::{Shape, Word};

/// "12,000 suspected opponents": between a number and a noun stands no verb.
pub(super) fn counted(previous: Option<&Word<'_>>, next: Option<&Word<'_>>) -> bool {
    let whole =
        |p: &Word<'_>| p.shape == Shape::Number && p.date.is_none() && !p.text.contains('.');
    previous.is_some_and(|p| whole(p) || p.says(hint::NUMERAL))
        && next
            .is_some_and(|n| n.is_content() && n.shape == Shape::Lower && !n.is(class::PREPOSITION))
}

/// "the nationally determined contribution": an adverb behind an article leads up to no verb.
pub(super) fn described(
    left: Option<&Word<'_>>,
    previous: Option<&Word<'_>>,
    next: Option<&Word<'_>>,
) -> bool {
    previous.is_some_and(|p| {
        p.is(class::ADVERB) || p.text == "newly" || p.date.is_some() && p.shape == Shape::Lower
    }) && left.is_some_and(|l| l.is(class::DETERMINER) || is_owner(l))
        && next.is_some_and(|n| {
            // "the recently adopted Lima Agenda": an article opens names too.
            let opens = left.is_some_and(|l| l.says(hint::ARTICLE) || is_owner(l));
            is_thing(n) || opens && n.is_content() && n.shape == Shape::Capital
        })
}

/// "the firm's"
pub(super) fn is_owner(word: &Word<'_>) -> bool {
    word.text.ends_with("'s") || word.text.ends_with("’s")
}

/// A word that goes on with a noun phrase.
pub(super) fn is_thing(word: &Word<'_>) -> bool {
    word.is_content() && word.shape == Shape::Lower
}

/// "by highly motivated hackers", "a newly elected and popular mayor": a graded participle only describes.
pub(super) fn graded(
    left: Option<&Word<'_>>,
    previous: Option<&Word<'_>>,
    next: Option<&Word<'_>>,
) -> bool {
    let adverb = previous.is_some_and(|p| p.is(class::ADVERB) && p.text.ends_with("ly"));
    let led = left.is_some_and(|l| l.is(class::DETERMINER | class::PREPOSITION) && l.text != "to");
    adverb && led && next.is_some_and(|n| is_thing(n) || n.is(class::COORDINATOR))
}

/// "plasma, or ionised gas": another name of a thing has no verb.
pub(super) fn renamed(
    left: Option<&Word<'_>>,
    previous: Option<&Word<'_>>,
    word: &Word<'_>,
    next: Option<&Word<'_>>,
) -> bool {
    previous.is_some_and(|p| p.text == "or")
        && left.is_some_and(|l| l.mark(&[',']))
        && looks_past(word)
        && next.is_some_and(is_thing)
}

/// "These resulted in", "Many fled to": a word that points or counts may stand without a noun.
pub(super) fn stands_alone(previous: &Word<'_>, next: Option<&Word<'_>>) -> bool {
    previous.is(class::DETERMINER)
        && next.is_some_and(|n| n.is(class::PREPOSITION | class::DETERMINER))
        && previous.shape == Shape::Capital
        && previous.hints(hint::POINTED | hint::COUNTED)
}

/// "we've", "that's": a verb stands in the word with its subject.
pub(super) fn is_contracted(word: &Word<'_>) -> bool {
    // Nearly no word has an apostrophe: its bytes are looked at first.
    if !word.text.bytes().any(|b| b == b'\'' || b == 0xe2) {
        return false;
    }
    let stem = word.text.split_once(['\'', '’']).map_or("", |(stem, _)| stem);
    Entry::of(stem).class & class::CONTRACTED != 0
}

/// A noun that is made of a verb, by its ending: "adoption".
pub(super) fn is_of_verb(word: &Word<'_>) -> bool {
    ["tion", "sion", "ment"].iter().any(|end| word.text.ends_with(end))
}

pub(super) fn looks_past(word: &Word<'_>) -> bool {
    word.shape == Shape::Lower
        && word.text.len() > 4
        && word.text.ends_with("ed")
        && !word.is(class::NOT_PAST)
        && !is_compound(word.text)
}

/// "cloud-based", "state-owned": a noun and a participle describe and tell nothing; "re-elected" does.
pub(super) fn is_compound(word: &str) -> bool {
    word.split_once('-').is_some_and(|(first, _)| Entry::of(first).class & class::PREFIX == 0)
}

pub(super) fn looks_gerund(word: &Word<'_>) -> bool {
    word.shape == Shape::Lower
        && word.text.len() > 4
        && word.text.ends_with("ing")
        && !word.says(hint::THING)
}

/// A gerund opens a clause of its own after a comma or a preposition.
pub(super) fn gerund_clause(previous: Option<&Word<'_>>) -> bool {
    previous.is_none_or(|p| p.mark(&[',', '—', '–']) || p.is(class::GERUNDIAL))
}
