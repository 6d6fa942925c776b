//! The countries of a happening: mentions of countries come in; those of the parties and of the place go out, in
//! alphabetical order. Looks at the title of a named happening or the clause of a told one, then at the sentence, then
//! at the few sentences before in the same paragraph, then at the one country that nearly all mentions of the document
//! name; never at another document.

use super::class;
use super::clause::Link;
use super::document::Document;
use super::found::{Anchor, Found};
use super::hint;
use super::lexicon::lexicon;
use super::sentence::Sentence;
use super::word::{Shape, Word};
use crate::extract::country::Country;
use crate::extract::{CountryMention, EventKind, Via};
use crate::text::Span;
use crate::text::hash::Packed;

/// The countries of a happening.
pub(super) fn of(
    document: &Document<'_>,
    sentence: &Sentence<'_>,
    found: &Found,
    title: &[Span],
) -> Vec<(Country, Via)> {
    let told = matches!(found.anchor, Anchor::Predicate(_));
    let clause = sentence.clauses.get(found.clause).filter(|_| told);
    let clause = clause.and_then(|c| sentence.cover(&c.words)).map(|c| until(sentence, found, c));
    let clause = clause.map(|c| with_half(sentence, found, c));
    let mut named: Vec<&CountryMention> =
        clause.iter().chain(title).flat_map(|&span| within(document.countries, span)).collect();
    if named.is_empty() {
        named = around(document, sentence, found);
    }
    let doing = if named.is_empty() { doing(sentence, found, title) } else { Doing::Told };
    if doing == Doing::Ours
        && let Some(country) = document.voice()
    {
        return vec![(country, Via::Name)];
    }
    let shared = doing == Doing::Shared;
    if gather(&named).len() < 2 && is_pair(sentence, found) {
        let pair = lent_pair(document, sentence.span);
        let party = |&i: &usize| sentence.hints(i, hint::PARTY);
        let two = found.parts.subject.iter().any(party)
            && found
                .parts
                .subject
                .iter()
                .any(|&i| sentence.word(i).is_some_and(|w| w.text == "two"));
        let holds = named.iter().all(|m| two && pair.iter().any(|p| p.country == m.country));
        named = if holds { pair } else { named };
    }
    let wider = named.is_empty() && (shared || is_wider(sentence, found, title));
    if named.is_empty() && !wider {
        named = lent(document, sentence, found);
    }
    if named.is_empty() && !wider {
        return document.own.map(|country| (country, Via::Name)).into_iter().collect();
    }
    gather(&named)
}

/// The countries that stand near a happening and in no clause of its own that tells of something else: those of a
/// noun's own clause before all others.
fn around<'a>(
    document: &Document<'a>,
    sentence: &Sentence<'_>,
    found: &Found,
) -> Vec<&'a CountryMention> {
    let near = within(document.countries, near(sentence, found));
    let named: Vec<&CountryMention> =
        near.iter().filter(|m| is_of(document, sentence, found, m)).collect();
    let noun = matches!(found.anchor, Anchor::Noun(_) | Anchor::Name(..));
    let clause = sentence.clauses.get(found.clause).filter(|_| noun);
    let clause = clause.and_then(|c| sentence.cover(&c.words));
    let own = |m: &&&CountryMention| clause.is_some_and(|c| c.overlaps(m.span));
    let owned: Vec<&CountryMention> = named.iter().filter(own).copied().collect();
    if owned.is_empty() { named } else { owned }
}

/// Whether a mention outside the clause of a happening may be of it: not one that names another happening ("the Iraq
/// war"), nor one behind a reason, a contrast or a comparison.
fn is_of(
    document: &Document<'_>,
    sentence: &Sentence<'_>,
    found: &Found,
    mention: &CountryMention,
) -> bool {
    let at = sentence.words.partition_point(|w| w.span.start < mention.span.start);
    let from = match found.anchor {
        Anchor::Predicate(p) => p.last,
        Anchor::Noun(noun) | Anchor::Name(noun, ..) => noun,
    };
    let from = from.max(found.date.end);
    let parts = |i: usize| sentence.hints(i, hint::PARTING);
    !names_another(document, mention) && !(from..at).any(parts)
}

/// "the Iraq war", "the Lima bombings": whether a mention only says which happening is meant.
fn names_another(document: &Document<'_>, mention: &CountryMention) -> bool {
    let behind = document.text.clean.get(mention.span.end as usize..);
    let mut behind = behind.unwrap_or_default();
    for _ in 0..2 {
        let Some(rest) = behind.strip_prefix(' ') else { return false };
        let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let entry = lexicon().look(Packed::of(rest.as_bytes(), 0, end));
        let noun = entry.and_then(|e| e.noun);
        if noun.is_some_and(|t| {
            t.strength > 1 && matches!(t.kind, EventKind::Conflict | EventKind::Attack)
        }) {
            return true;
        }
        // "the Lima rail bombing": a noun between that no list knows.
        if entry.is_some() {
            return false;
        }
        behind = rest.get(end..).unwrap_or_default();
    }
    false
}

/// Whether a document speaks of one country more than of any other, or of no other near its beginning.
fn is_main(document: &Document<'_>, country: Country) -> bool {
    document.voice() == Some(country)
        || document.countries.iter().take(OPENING).all(|m| m.country == country)
}

/// So many mentions are looked at for another country.
const OPENING: usize = 64;

/// "Mr Roy said": a person by name of whom the sentence a country would be borrowed from does not speak.
fn is_stranger(
    document: &Document<'_>,
    sentence: &Sentence<'_>,
    found: &Found,
    span: Span,
) -> bool {
    let mut subject = found.parts.subject.iter().filter_map(|&i| sentence.word(i));
    let courtesy = subject.any(Word::is_courtesy);
    let name = subject.next_back().filter(|w| w.shape == Shape::Capital);
    let told = document.text.clean.get(span.start as usize..span.end as usize);
    courtesy && name.is_some_and(|n| !told.unwrap_or_default().contains(n.text))
}

/// Whether a state or its people is what a predicate is said of: "the Soviets attacked".
pub(super) fn is_state(document: &Document<'_>, sentence: &Sentence<'_>, found: &Found) -> bool {
    let last = found.parts.subject.last().and_then(|&i| sentence.word(i));
    last.is_some_and(|w| {
        within(document.countries, w.span)
            .iter()
            .any(|m| m.span.end == w.span.end && m.via != Via::City)
    })
}

/// Whose doing a title tells of.
#[derive(PartialEq, Eq)]
enum Doing {
    /// A people's own: "our Government launched", "we have reduced".
    Ours,
    /// What all nations do together: "we adopted the Charter", "our Organization was founded".
    Shared,
    /// Nobody speaks of himself.
    Told,
}

/// Whether a people speaks of its own doings, or of what all nations do together, which is nobody's own.
fn doing(sentence: &Sentence<'_>, found: &Found, title: &[Span]) -> Doing {
    let first = title.first().map(|t| sentence.words.partition_point(|w| w.span.start < t.start));
    let Some(first) = first.filter(|_| found.stand_in.is_none()) else { return Doing::Told };
    let has = |i: usize, list: &[&str]| {
        sentence.word(i).is_some_and(|w| list.contains(&w.text.to_ascii_lowercase().as_str()))
    };
    let does = |i: usize, hint| sentence.hints(i, hint);
    if has(first, &["my", "our"]) {
        let shared =
            !has(first + 1, &["national"]) && (first + 1..first + 3).any(|i| does(i, hint::SHARED));
        return if shared { Doing::Shared } else { Doing::Ours };
    }
    let Anchor::Predicate(predicate) = found.anchor else { return Doing::Told };
    // "we celebrated our independence"
    let own = || {
        (predicate.last + 1..predicate.last + 4)
            .any(|i| has(i, &["my", "our"]) && !does(i + 1, hint::SHARED))
    };
    match (has(first, &["i"]), has(first, &["we"])) {
        (_, true) if does(predicate.head, hint::TOGETHER) && !own() => Doing::Shared,
        (_, true) => Doing::Ours,
        (true, _) if !does(predicate.head, hint::TOGETHER) => Doing::Ours,
        _ => Doing::Told,
    }
}

/// Whether what a title speaks of is larger than a state: "the United Nations was founded", "the world summit".
fn is_wider(sentence: &Sentence<'_>, found: &Found, title: &[Span]) -> bool {
    let wider = |i: usize| sentence.is(i, class::WIDER);
    if found.stand_in.is_some() {
        return false;
    }
    if matches!(found.anchor, Anchor::Predicate(_)) && !found.parts.subject.is_empty() {
        return found.parts.subject.iter().any(|&i| wider(i));
    }
    // "the Convention on the Law of the Sea": many have signed it.
    let pact = |i: usize| {
        sentence.word(i).is_some_and(|w| w.shape == Shape::Capital && w.hints(hint::INSTRUMENT))
    };
    title.iter().any(|span| {
        let first = sentence.words.partition_point(|w| w.span.start < span.start);
        let last = sentence.words.partition_point(|w| w.span.start < span.end);
        (first..last).any(|i| wider(i) || pact(i))
    })
}

/// "visited China and signed a pact in May": a second half with the only date is told of the countries of the first.
fn with_half(sentence: &Sentence<'_>, found: &Found, clause: Span) -> Span {
    let shared = sentence.clauses.get(found.clause).is_some_and(|c| c.link == Link::Shared);
    let before = found.clause.checked_sub(1).and_then(|c| sentence.clauses.get(c));
    let Some(first) = before.filter(|c| shared && c.words.len() < HALF) else { return clause };
    let dated = first.words.clone().any(|i| sentence.word(i).is_some_and(|w| w.date.is_some()));
    let start = sentence.cover(&first.words).filter(|_| !dated);
    start.map_or(clause, |half| half.hull(clause))
}

/// The first half of two has at most so many words.
const HALF: usize = 16;

/// A clause, as far as the next date behind the verb and its own date: what stands behind it is told of that.
fn until(sentence: &Sentence<'_>, found: &Found, clause: Span) -> Span {
    let Anchor::Predicate(predicate) = found.anchor else { return clause };
    let from = found.run.end.max(predicate.last + 1);
    let mut words = sentence.words.iter().skip(from).take_while(|w| w.span.start < clause.end);
    let end = words.find(|w| w.date.is_some()).map_or(clause.end, |w| w.span.start);
    Span { start: clause.start, end }
}

/// The sentence, as far as it stands near the date.
fn near(sentence: &Sentence<'_>, found: &Found) -> Span {
    let whole = sentence.span;
    let start = sentence.word(found.date.start).map_or(whole.start, |w| w.span.start);
    let least = start.saturating_sub(NEAR);
    let far = whole.end.min(start.saturating_add(NEAR));
    // What stands behind another date is told of that.
    let next = match found.anchor {
        Anchor::Noun(_) => sentence
            .words
            .iter()
            .skip(found.run.end)
            .take(NEAR as usize)
            .find(|w| w.date.is_some())
            .map(|w| w.span.start),
        _ => None,
    };
    Span { start: whole.start.max(least), end: next.map_or(far, |next| far.min(next)) }
}

/// How far from the date a sentence's other countries may stand, in bytes.
const NEAR: u32 = 240;

/// The countries named in a span, each once, most directly.
pub(super) fn named_in(countries: &[CountryMention], span: Span) -> Vec<(Country, Via)> {
    gather(&within(countries, span).iter().collect::<Vec<_>>())
}

fn within(countries: &[CountryMention], span: Span) -> &[CountryMention] {
    let first = countries.partition_point(|m| m.span.start < span.start);
    let last = countries.partition_point(|m| m.span.start < span.end);
    countries.get(first..last).unwrap_or_default()
}

fn gather(mentions: &[&CountryMention]) -> Vec<(Country, Via)> {
    let mut all: Vec<(Country, Via)> = mentions.iter().map(|m| (m.country, m.via)).collect();
    all.sort_unstable();
    all.dedup_by_key(|(country, _)| *country);
    all
}

/// The one country of the nearest sentence before that names any, in the same paragraph and few sentences back; none
/// if it names several or only a group.
fn lent<'a>(
    document: &Document<'a>,
    sentence: &Sentence<'_>,
    found: &Found,
) -> Vec<&'a CountryMention> {
    let (text, span) = (document.text, sentence.span);
    let index = text.sentences.partition_point(|s| s.start < span.start);
    let paragraph = text.block_at(span.start);
    let before = text.sentences.get(..index).unwrap_or_default().iter().rev().take(REACH);
    let named = before
        .take_while(|b| text.block_at(b.start) == paragraph)
        .map(|&b| (b, within(document.countries, b)))
        .find(|(_, named)| !named.is_empty())
        .unwrap_or((span, &[]));
    let (lender, named) = named;
    let one = named.first().filter(|first| {
        first.via != Via::Group
            && (is_main(document, first.country) || !is_stranger(document, sentence, found, lender))
            && named.iter().all(|m| m.country == first.country)
            && named.iter().any(|m| !names_another(document, m))
    });
    one.into_iter().collect()
}

/// Whether a happening is told of two that were named before: "the two countries", "both sides".
fn is_pair(sentence: &Sentence<'_>, found: &Found) -> bool {
    let from = found.date.start.saturating_sub(PAIR);
    sentence.words.iter().enumerate().skip(from).take(2 * PAIR).any(|(i, word)| {
        let two = matches!(word.text, "two" | "both" | "Both")
            && (word.text != "two"
                || i.checked_sub(1)
                    .and_then(|b| sentence.word(b))
                    .is_some_and(|w| matches!(w.text, "the" | "The" | "these" | "These")));
        two && (i + 1..i + 3).any(|k| sentence.hints(k, hint::PARTY))
    })
}

/// The two countries of the nearest sentence before that names several; none if it names more than two.
fn lent_pair<'a>(document: &Document<'a>, span: Span) -> Vec<&'a CountryMention> {
    let text = document.text;
    let index = text.sentences.partition_point(|s| s.start < span.start);
    let before = text.sentences.get(..index).unwrap_or_default().iter().rev().take(PAIRED);
    let named = before
        .map(|&b| within(document.countries, b).iter().collect::<Vec<_>>())
        .find(|named| gather(named).len() > 1)
        .unwrap_or_default();
    let pair = gather(&named).len() == 2 && named.iter().all(|m| m.via != Via::Group);
    if pair { named } else { Vec::new() }
}

/// How many sentences back two countries are borrowed from.
const PAIRED: usize = 8;

/// "the two countries" stands within so many words of the date.
const PAIR: usize = 24;

/// How many sentences back a country is borrowed from.
const REACH: usize = 3;
