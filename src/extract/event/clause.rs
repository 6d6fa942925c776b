//! Predicates and clauses without a parser: tagged words come in; where each predicate stands, and how the sentence
//! falls into clauses, goes out. Closed word classes and the shape of words decide; nothing is learned.

use super::class;
use super::form::Form;
use super::word::{Shape, Word};
use std::ops::Range;

/// A verb with its auxiliaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Predicate {
    /// The first auxiliary, or the verb itself.
    pub(super) first: usize,
    /// The word that carries the meaning; an auxiliary where no other verb follows ("was", "had").
    pub(super) head: usize,
    /// The last word that belongs to it: with "failed to reach" it is "reach".
    pub(super) last: usize,
    /// Whether it can be the verb of a sentence.
    pub(super) finite: bool,
    /// Whether the head is only an auxiliary.
    pub(super) copula: bool,
}

/// How a clause hangs on the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    /// Stands by itself.
    Main,
    /// Begins with "when", "although", "if" …
    Subordinate,
    /// Begins with "which", "who", "that".
    Relative,
    /// A second predicate of the same subject: "… and signed".
    Shared,
    /// A participle: ", resolving …", "by hosting …".
    Participle,
    /// What somebody said.
    Complement,
}

/// A run of words about one predicate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Clause {
    pub(super) words: Range<usize>,
    pub(super) link: Link,
}

/// Finds the predicates, rising.
pub(super) fn predicates(words: &[Word<'_>]) -> Vec<Predicate> {
    let mut found: Vec<Predicate> = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let next = if word.is(class::AUXILIARY) {
            auxiliary(words, at)
        } else {
            plain(words, at, found.last())
        };
        if let Some(mut predicate) = next {
            predicate.last = extended(words, predicate);
            at = predicate.last;
            found.push(predicate);
        }
        at += 1;
    }
    found
}

/// A chain that begins with an auxiliary: "has been focusing", "will not sign", "was".
fn auxiliary(words: &[Word<'_>], first: usize) -> Option<Predicate> {
    let lead = words.get(first)?;
    if matches!(lead.text, "May" | "Will") {
        return None;
    }
    let mut at = first + 1;
    let mut verb = None;
    while let Some(word) = words.get(at).filter(|_| at < first + 7) {
        if word.date.is_some() || word.is(class::ADVERB | class::NEGATION | class::AUXILIARY) {
            at += 1;
        } else if is_verb_after_auxiliary(words, at) {
            verb = Some(at);
            break;
        } else {
            break;
        }
    }
    let bare = (first..at).rev().find(|&i| words.get(i).is_some_and(|w| w.is(class::AUXILIARY)));
    let head = verb.or(bare)?;
    Some(Predicate { first, head, last: head, finite: true, copula: verb.is_none() })
}

fn is_verb_after_auxiliary(words: &[Word<'_>], at: usize) -> bool {
    let Some(word) = words.get(at) else { return false };
    let modal = words.get(..at).unwrap_or_default().iter().rev().find(|w| w.is(class::AUXILIARY));
    let bare = modal.is_some_and(|w| w.is(class::WILL | class::WOULD | class::MAY | class::DO));
    if bare {
        return word.shape == Shape::Lower
            && !word.is(class::PREPOSITION | class::DETERMINER | class::PRONOUN);
    }
    match word.form() {
        Some(Form::Past | Form::Participle | Form::Gerund) => true,
        _ => looks_past(word) || looks_gerund(word),
    }
}

/// A verb without an auxiliary.
fn plain(words: &[Word<'_>], at: usize, before: Option<&Predicate>) -> Option<Predicate> {
    let word = words.get(at)?;
    if word.shape != Shape::Lower || word.date.is_some() || word.is(class::PREPOSITION) {
        return None;
    }
    let previous = at.checked_sub(1).and_then(|i| words.get(i));
    let next = words.get(at + 1);
    let one = |finite| Predicate { first: at, head: at, last: at, finite, copula: false };
    let modifies = previous.is_none_or(|p| p.is(class::DETERMINER | class::PREPOSITION))
        || previous.is_some_and(|p| p.text.ends_with("'s") || p.text.ends_with("’s"));
    match word.form() {
        Some(Form::Past | Form::Participle) if !modifies => Some(one(true)),
        Some(Form::Gerund) if gerund_clause(previous) => Some(one(false)),
        Some(Form::Present) if !modifies && present(word, previous, next) => Some(one(true)),
        Some(Form::Base)
            if before.is_none() && plural_subject(previous) && word.entry.noun.is_none() =>
        {
            Some(one(true))
        }
        None if looks_past(word) && !modifies => Some(one(true)),
        None if looks_gerund(word) && gerund_clause(previous) => Some(one(false)),
        _ => None,
    }
}

/// A gerund opens a clause of its own after a comma or a preposition.
fn gerund_clause(previous: Option<&Word<'_>>) -> bool {
    previous.is_none_or(|p| {
        p.mark(&[',', '—', '–'])
            || matches!(
                p.text,
                "by" | "By" | "after" | "After" | "before" | "Before" | "when" | "while" | "since"
            )
    })
}

/// "signs" is a verb after a noun, unless it may be a noun itself and nothing follows that a verb would take.
/// So "the member states in" has no verb.
fn present(word: &Word<'_>, previous: Option<&Word<'_>>, next: Option<&Word<'_>>) -> bool {
    let subject = previous.is_some_and(|p| {
        p.is(class::PRONOUN | class::RELATIVE | class::ADVERB)
            || p.is_content()
            || p.mark(&[',', ')'])
    });
    let object = next.is_some_and(|n| {
        n.is(class::DETERMINER | class::PRONOUN)
            || n.shape == Shape::Capital
            || n.shape == Shape::Number
            || (word.entry.noun.is_none() && matches!(n.text, "that" | "to"))
    });
    subject && object
}

fn plural_subject(previous: Option<&Word<'_>>) -> bool {
    previous.is_some_and(|p| p.is_content() && p.text.ends_with('s') || p.shape == Shape::Capital)
}

fn looks_past(word: &Word<'_>) -> bool {
    word.shape == Shape::Lower
        && word.text.len() > 4
        && word.text.ends_with("ed")
        && !word.is(class::NOT_PAST)
}

fn looks_gerund(word: &Word<'_>) -> bool {
    word.shape == Shape::Lower && word.text.len() > 5 && word.text.ends_with("ing")
}

/// Where "to" and a verb follow, they belong to the predicate: "failed to reach", "is unlikely to sign".
fn extended(words: &[Word<'_>], predicate: Predicate) -> usize {
    let mut at = predicate.last + 1;
    let skip = |w: &Word<'_>| {
        w.is(class::ADVERB | class::NEGATION)
            || (predicate.copula && w.is(class::PLAN | class::HEDGE))
            || (predicate.copula && matches!(w.text, "able" | "unable" | "ready" | "about"))
    };
    while words.get(at).is_some_and(skip) {
        at += 1;
    }
    let to = words.get(at).is_some_and(|w| w.text == "to");
    let verb = words.get(at + 1).is_some_and(|w| {
        w.shape == Shape::Lower
            && (w.form() == Some(Form::Base) || w.is(class::BE | class::HAVE))
            && !w.is(class::DETERMINER | class::PREPOSITION)
    });
    if to && verb { at + 1 } else { predicate.last }
}

/// Cuts the sentence into clauses, rising and touching.
pub(super) fn clauses(words: &[Word<'_>], predicates: &[Predicate]) -> Vec<Clause> {
    let mut cuts: Vec<(usize, Link)> = vec![(0, Link::Main)];
    for at in 0..words.len() {
        let open = cuts.last().copied().unwrap_or((0, Link::Main));
        let cutter = Cutter { words, predicates, open };
        if let Some((start, link)) = cutter.at(at)
            && start > open.0
        {
            cuts.push((start, link));
        }
    }
    if let Some(first) = words.first()
        && first.entry.class & class::SUBORDINATOR != 0
        && let Some(cut) = cuts.first_mut()
        && opens_subordinate(words, predicates, 0)
    {
        cut.1 = Link::Subordinate;
    }
    let ends = cuts.iter().skip(1).map(|c| c.0).chain([words.len()]);
    cuts.iter().zip(ends).map(|(&(start, link), end)| Clause { words: start..end, link }).collect()
}

struct Cutter<'a> {
    words: &'a [Word<'a>],
    predicates: &'a [Predicate],
    open: (usize, Link),
}

impl Cutter<'_> {
    /// Where a new clause starts at or after a word, and how it hangs on.
    fn at(&self, at: usize) -> Option<(usize, Link)> {
        let word = self.words.get(at)?;
        if word.aside || word.date.is_some() {
            return None;
        }
        if word.mark(&[';', ':', '—', '–', '(', ')', '_']) {
            return Some((at + 1, Link::Main));
        }
        if word.mark(&[',']) {
            return self.comma(at);
        }
        if word.is(class::CONJUNCTION) {
            return self.conjunction(at);
        }
        if word.is(class::RELATIVE) && self.relative(at) {
            return Some((at, Link::Relative));
        }
        if word.is(class::SUBORDINATOR)
            && at > 0
            && opens_subordinate(self.words, self.predicates, at)
        {
            return Some((at, Link::Subordinate));
        }
        let gerund = self.predicates.iter().any(|p| p.first == at && !p.finite);
        if gerund && self.seen(at) {
            return Some((at, Link::Participle));
        }
        self.complement(at)
    }

    /// Whether the open clause already has a predicate before a word.
    fn seen(&self, at: usize) -> bool {
        self.predicates.iter().any(|p| p.finite && (self.open.0..at).contains(&p.head))
    }

    /// The next finite predicate after a word, before a mark that ends the stretch.
    fn ahead(&self, at: usize, within: usize) -> Option<Predicate> {
        let stop = |w: &Word<'_>| {
            w.is_mark() && !w.mark(&['’', '\'', '"', '“', '”', '‘', '.', '-']) && !w.aside
        };
        let end = (at..self.words.len().min(at + within))
            .find(|&i| self.words.get(i).is_some_and(stop))
            .unwrap_or(self.words.len().min(at + within));
        self.predicates.iter().copied().find(|p| p.finite && (at..end).contains(&p.first))
    }

    fn comma(&self, at: usize) -> Option<(usize, Link)> {
        let next = self.words.get(at + 1)?;
        if next.mark(&['"', '”', '’', '“']) && self.seen(at) && self.ahead(at + 2, 12).is_some()
        {
            return Some((at + 2, Link::Main));
        }
        if self.predicates.iter().any(|p| p.first == at + 1) && self.seen(at) {
            let participle = next.text.ends_with("ing") || next.text.ends_with("ed");
            return participle.then_some((at + 1, Link::Participle));
        }
        if next.text == "with" && self.seen(at) {
            return Some((at + 1, Link::Participle));
        }
        let inside = matches!(self.open.1, Link::Subordinate | Link::Relative | Link::Participle);
        if inside && self.seen_any(at) && self.ahead_over_commas(at + 1) {
            return Some((at + 1, Link::Main));
        }
        let subject = next.is(class::PRONOUN | class::DETERMINER) || next.shape == Shape::Capital;
        if self.seen(at) && subject && self.ahead(at + 1, 8).is_some_and(|p| says(self.words, &p)) {
            return Some((at + 1, Link::Main));
        }
        None
    }

    fn seen_any(&self, at: usize) -> bool {
        self.predicates.iter().any(|p| (self.open.0..at).contains(&p.head))
    }

    fn ahead_over_commas(&self, at: usize) -> bool {
        self.predicates.iter().any(|p| {
            p.finite
                && p.first >= at
                && !self
                    .words
                    .get(at..p.first)
                    .unwrap_or_default()
                    .iter()
                    .any(|w| w.is(class::RELATIVE | class::SUBORDINATOR) || w.mark(&[';', ':']))
        })
    }

    fn conjunction(&self, at: usize) -> Option<(usize, Link)> {
        if !self.seen_any(at) {
            return None;
        }
        let next = self.ahead(at + 1, 14)?;
        let between = self.words.get(at + 1..next.first).unwrap_or_default();
        if between.iter().all(|w| w.is(class::ADVERB | class::NEGATION) || w.date.is_some()) {
            return Some((at, Link::Shared));
        }
        let cut = between.iter().any(|w| w.is(class::RELATIVE | class::SUBORDINATOR));
        let comma =
            at.checked_sub(1).and_then(|i| self.words.get(i)).is_some_and(|w| w.mark(&[',']));
        (!cut && (comma || between.len() <= 5)).then_some((at, Link::Main))
    }

    /// A relative pronoun opens a clause where a predicate follows and it is no determiner.
    fn relative(&self, at: usize) -> bool {
        at > 0 && self.ahead(at + 1, 16).is_some()
    }

    /// What somebody said begins right after the verb of saying, with no "that".
    fn complement(&self, at: usize) -> Option<(usize, Link)> {
        let before = self.predicates.iter().find(|p| p.last + 1 == at && says(self.words, p))?;
        let word = self.words.get(at)?;
        let opens =
            !word.is(class::PREPOSITION | class::RELATIVE | class::SUBORDINATOR) && !word.is_mark();
        let next = self.ahead(at, 14)?;
        let verbless = next.first > at && before.head < at;
        (opens && verbless).then_some((at, Link::Complement))
    }
}

/// Whether a predicate is "said", "told" and the like.
pub(super) fn says(words: &[Word<'_>], predicate: &Predicate) -> bool {
    words.get(predicate.head).is_some_and(|w| {
        w.entry
            .verb
            .and_then(|(_, t)| t)
            .is_some_and(|t| t.kind == crate::extract::EventKind::Statement && t.strength == 3)
    })
}

/// Whether "after", "since", "when" … opens a clause: a finite predicate follows before the next comma, and no date
/// follows at once ("since 2003").
fn opens_subordinate(words: &[Word<'_>], predicates: &[Predicate], at: usize) -> bool {
    if words.get(at + 1).is_none_or(|w| w.date.is_some()) {
        return false;
    }
    let end = (at + 1..words.len().min(at + 25))
        .find(|&i| words.get(i).is_some_and(|w| w.mark(&[',', ';', ':']) || w.is(class::RELATIVE)))
        .unwrap_or(words.len().min(at + 25));
    let nouns = words.get(at).is_some_and(|w| w.is(class::PREPOSITION));
    let verb = predicates.iter().find(|p| p.finite && (at + 1..end).contains(&p.first));
    verb.is_some_and(|p| !nouns || p.first <= at + 8)
}
