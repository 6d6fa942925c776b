//! A short title from the document's own words: a sentence and what happened in it come in; a few spans go out, read
//! in order with a space between. Leading dates and circumstances go, trailing clauses go; a hedge, a denial and the
//! predicate never do. Adds no word of its own.

use super::aim::CHARGED;
use super::class;
use super::cut::{self, Cut};
use super::form::Form;
use super::found::{Anchor, Found, Parts};
use super::hint;
use super::opening::Opening;
use super::predicate::Predicate;
use super::reach::Reach;
use super::rest::Rest;
use super::scene;
use super::sentence::Sentence;
use super::whole;
use super::word::{Shape, Word};
use crate::extract::Rule;
use crate::text::Span;
use std::ops::Range;

/// Two verbs of one subject stand within so many words.
const BETWEEN: usize = 12;

/// The title, or the guard that refuses it: the words left say too little, or cannot stand alone.
pub(super) fn of(sentence: &Sentence<'_>, found: &Found) -> Result<Vec<Span>, Rule> {
    const NONE: Rule = "event.not-a-title";
    if let Some(verb) = found.parts.fronted {
        return scene::title(sentence, found, verb).ok_or(NONE);
    }
    let kept = kept(sentence, found).ok_or(NONE)?;
    whole::of(sentence, found, &kept)?;
    let mut spans = cut::spans(sentence, kept).ok_or(NONE)?;
    if let Some(name) = found.stand_in {
        spans.insert(0, name);
    }
    Ok(spans)
}

/// The words of the title; `None` where they say too little to stand alone.
fn kept(sentence: &Sentence<'_>, found: &Found) -> Option<Vec<usize>> {
    let maker = Maker { sentence, reach: Reach { sentence }, found, run: &found.run };
    let (words, must) = match found.anchor {
        Anchor::Predicate(predicate) => maker.told(predicate)?,
        Anchor::Noun(noun) => maker.named(noun),
        Anchor::Name(noun, start, end) => maker.quoted(noun, start..end),
    };
    let cutter = Cut { sentence };
    let kept = cutter.cut(&maker.without_date(&words), must)?;
    let mut kept = cutter.trim(kept, must);
    while matches!(found.anchor, Anchor::Noun(noun) if kept.last().is_some_and(|&i| i > noun))
        && kept.last().is_some_and(|&i| maker.is(i, |w| w.is(class::ADVERB | class::PLAN)))
    {
        kept.pop();
    }
    let must = must.max(kept.first().copied().unwrap_or_default());
    while kept.last().is_some_and(|&i| i > must && maker.is(i, |w| w.says(hint::AWAY))) {
        kept.pop();
    }
    if maker.says_nothing(&kept)
        || maker.is_hollow(&kept)
        || (Opening { sentence, found }).is_headless(&kept)
    {
        return None;
    }
    if maker.is_owned(&kept) {
        kept.remove(0);
    }
    // "two other men": a count belongs to what it counts.
    let count = kept.first().and_then(|i| i.checked_sub(1)).filter(|&i| {
        maker.is(i, |w| {
            w.date.is_none() && w.hints(hint::NUMERAL | hint::SEVERAL)
                || w.shape == Shape::Number && !w.text.contains('%')
        }) && maker.is(i, |w| w.date.is_none())
            && maker.is(i + 1, |w| w.is_content() && w.shape == Shape::Lower || w.text == "other")
            && !sentence.in_predicate(i + 1)
            && found.stand_in.is_none()
    });
    kept.splice(0..0, count);
    Some(kept)
}

/// Makes the title of one happening.
pub(super) struct Maker<'a> {
    pub(super) sentence: &'a Sentence<'a>,
    reach: Reach<'a>,
    pub(super) found: &'a Found,
    /// The words of the date, with those joined to it.
    run: &'a Range<usize>,
}

impl Maker<'_> {
    fn word(&self, index: usize) -> Option<&Word<'_>> {
        self.sentence.word(index)
    }

    pub(super) fn is(&self, index: usize, test: impl Fn(&Word<'_>) -> bool) -> bool {
        self.word(index).is_some_and(test)
    }

    pub(super) fn has_content(&self, index: usize) -> bool {
        self.word(index).is_some_and(Word::is_content)
    }

    /// Subject, predicate and what follows, and the last word that must stay.
    fn told(&self, predicate: Predicate) -> Option<(Vec<usize>, usize)> {
        let Parts { subject, rest, told, torn, .. } = self.found.parts.clone();
        let subject_end = subject.last().copied();
        let mut words = Cut { sentence: self.sentence }.short_subject(subject.clone());
        if words.last().copied() != subject_end
            && let Some(near) = self.nearest(&subject, predicate)
        {
            words = near;
        }
        let cutter = Cut { sentence: self.sentence };
        if let Some(comma) = self.half_apposed(&words, subject_end) {
            words.truncate(comma);
        }
        if cutter.is_long(&words, &rest)
            && let Some(comma) = self.apposed(&words)
        {
            words.truncate(comma);
        }
        let named = self.found.stand_in.is_some();
        let must = told.unwrap_or(predicate.last);
        let that = rest.first().is_some_and(|&i| self.is(i, |w| w.text == "that"));
        if torn || that && told.is_none() {
            return None;
        }
        if words.last().is_some_and(|&last| last >= predicate.first) {
            return None;
        }
        if self.found.word.rule == CHARGED {
            return Some(([vec![predicate.head], rest].concat(), predicate.head));
        }
        if words.is_empty() || !predicate.finite && self.is_carrier(predicate) {
            let object = rest.first().is_some_and(|&i| self.is(i, |w| !w.is(class::PREPOSITION)));
            let first = rest.iter().copied().find(|&i| self.has_content(i))?;
            return (object && self.is_carrier(predicate)).then_some((rest, first));
        }
        let supposed = words
            .first()
            .and_then(|i| i.checked_sub(1))
            .filter(|&i| self.sentence.is(i, class::CONDITION));
        words.splice(0..0, supposed);
        let before = predicate.first.checked_sub(1);
        words.extend(before.filter(|&i| {
            self.sentence.is(i, class::HEDGE | class::NEGATION)
                && words.last().is_some_and(|&l| l < i)
        }));
        let said = |&i: &usize| self.is(i, |w| w.is_content() || w.is(class::PRONOUN));
        if !words.iter().any(said) {
            return None;
        }
        words.extend(self.lent(predicate));
        words.extend(predicate.first..=predicate.last);
        words.extend(rest);
        if named {
            // The name stands in the pronoun's place.
            words.remove(0);
        }
        Some((words, must))
    }

    /// "was asked to lead the talks of the states to draft the declaration adopted in May": what was adopted stands nearest, and
    /// is what stays of a subject that is too long.
    fn nearest(&self, subject: &[usize], predicate: Predicate) -> Option<Vec<usize>> {
        let first = *subject.first()?;
        let bare = predicate.first == predicate.head && predicate.last == predicate.head;
        let moves = self.sentence.says(predicate.head, hint::MOVES);
        let hangs = self.is(predicate.last + 1, |w| w.is(class::PREPOSITION) || w.date.is_some());
        let clause = self.sentence.clauses.get(self.found.clause)?;
        let told = self.sentence.predicates_in(&(clause.words.start..first)).any(|p| p.finite);
        let verb = subject.iter().rposition(|&i| {
            self.is(i, |w| w.text == "to")
                && self.is(i + 1, |w| w.is_content() && w.shape == Shape::Lower)
                && self.sentence.is(i + 2, class::DETERMINER)
        })?;
        let article = subject.iter().rposition(|&i| self.sentence.is(i, class::DETERMINER));
        let article = article.filter(|&k| k > verb)?;
        let near = subject.get(article..).filter(|_| bare && !moves && hangs && told)?;
        (near.len() > 1).then(|| near.to_vec())
    }

    /// The "was" of "was fined and ordered to pay", which the second verb has from the first.
    fn lent(&self, predicate: Predicate) -> Option<usize> {
        let joint = self.is(predicate.first.checked_sub(1)?, |w| w.text == "and");
        let verb = |w: &Word<'_>| {
            !w.hints(hint::ALONE | hint::EMPTY)
                && !w.says(hint::MOVES)
                && (w.text.ends_with("ed") || w.form() == Some(Form::Participle))
        };
        let bare = predicate.first == predicate.head && self.is(predicate.head, verb);
        let hangs = self.is(predicate.head + 1, |w| w.is(class::PREPOSITION) || w.date.is_some());
        let index = self.sentence.predicates.partition_point(|p| p.first < predicate.first);
        let before = self.sentence.predicates.get(index.checked_sub(1)?)?;
        let be = (before.first..before.head)
            .rev()
            .find(|&i| self.is(i, |w| w.is(class::BE) && w.is(class::SINGULAR | class::PLURAL)))?;
        let own = before.first < before.head && predicate.first < before.last + BETWEEN;
        (joint && bare && hangs && own).then_some(be)
    }

    /// The same where a long subject was cut inside of it: "Ines Roy, an investor (in mines), bought".
    fn half_apposed(&self, words: &[usize], end: Option<usize>) -> Option<usize> {
        let cut = words.last().copied() != end;
        let comma = words.iter().rposition(|&i| self.is(i, |w| w.mark(&[','])))?;
        let opens = words.get(comma + 1).is_some_and(|&i| self.sentence.is(i, class::DETERMINER));
        let once = words.iter().filter(|&&i| self.is(i, |w| w.mark(&[',']))).count() == 1;
        (cut && opens && once && comma > 0).then_some(comma)
    }

    /// Where what is said of a name between commas begins: "John Marous, chairman of the firm,".
    fn apposed(&self, subject: &[usize]) -> Option<usize> {
        let comma = |i: usize| self.is(i, |w| w.mark(&[',']));
        let first = subject.iter().position(|&i| comma(i))?;
        let article = |i: usize| self.is(i, |w| w.shape == Shape::Capital);
        let names = subject.get(first + 1).is_some_and(|&i| article(i));
        // "the sudden, violent acts": a comma between adjectives.
        let said = subject.get(first + 1).is_some_and(|&i| {
            self.is(i, |w| w.is(class::FUNCTION | class::RELATIVE) || w.shape == Shape::Number)
        }) || subject.get(first - usize::from(first > 0)).is_some_and(|&i| article(i));
        (first > 1 && !names && said).then_some(first)
    }

    /// Whether the object of a predicate says what happened: "held a meeting".
    fn is_carrier(&self, predicate: Predicate) -> bool {
        self.sentence.is(predicate.head, class::CARRIER)
            && (predicate.last + 1..predicate.last + 8)
                .any(|i| self.is(i, |w| w.entry.noun.is_some()))
    }

    /// The noun phrase of an event noun, with what follows it.
    fn named(&self, noun: usize) -> (Vec<usize>, usize) {
        // What is done about a conflict stands before it: "the settlement of the war".
        let wide =
            self.found.word.rule.ends_with("settled") || self.found.word.rule.ends_with("against");
        let start =
            if wide { self.reach.object(noun + 1) } else { self.reach.close(noun + 1) }.start;
        let rest = Rest { sentence: self.sentence, run: self.run }.of_noun(noun);
        // "as a result of a crash": the crash is what happened.
        let told = (start..noun)
            .rev()
            .find(|&i| self.sentence.is(i, class::HOLLOW) && self.is(i + 1, |w| w.text == "of"));
        let start = told.map_or(start, |i| i + 2);
        let start = (Opening { sentence: self.sentence, found: self.found }).of_noun(start, noun);
        let own = self.renamed(start).map_or_else(|| (start..=noun).collect(), Iterator::collect);
        let mut words: Vec<usize> = own;
        words.extend(rest);
        (words, noun)
    }

    /// The phrase that "…, a plan" says again: it names the thing better.
    fn renamed(&self, start: usize) -> Option<Range<usize>> {
        let article = self.word(start)?.is(class::INDEFINITE);
        let comma = self.word(start.checked_sub(1)?)?.mark(&[',']);
        let name = self.reach.object(start - 1);
        (article && comma && name.len() > 1).then_some(name)
    }

    /// The noun and the quoted name it belongs to: "the laws" + "‘On Counteracting Terrorism’".
    fn quoted(&self, noun: usize, name: Range<usize>) -> (Vec<usize>, usize) {
        let must = name.end.saturating_sub(1);
        (self.reach.object(noun + 1).chain(name).collect(), must)
    }

    /// "its hosting of the Coral Forum": whose it is stands elsewhere, and the rest is told without.
    fn is_owned(&self, kept: &[usize]) -> bool {
        let Anchor::Noun(noun) = self.found.anchor else { return false };
        let whose = kept
            .first()
            .is_some_and(|&i| i < noun && self.is(i, |w| matches!(w.text, "its" | "their")));
        let content = kept.iter().filter(|&&i| self.has_content(i)).count();
        self.found.stand_in.is_none() && whose && content > 2
    }

    /// Drops the date itself, the preposition it stands with, and what stands between brackets.
    fn without_date(&self, words: &[usize]) -> Vec<usize> {
        let inside =
            |i: &usize| self.is(*i, |w| !w.aside && (w.is_compound() || !self.run.contains(i)));
        let mut kept: Vec<usize> = words.iter().copied().filter(inside).collect();
        kept.retain(|&i| !self.leads_date(i));
        let opening = Opening { sentence: self.sentence, found: self.found };
        let kept_first = opening.without_hole(&kept);
        kept.drain(..kept_first);
        let kept = opening.without_stumps(kept);
        let comma = |i: usize| self.is(i, |w| w.mark(&[',']));
        let orphan = |k: usize, i: usize| {
            let next = kept.get(k + 1).copied();
            let before = k.checked_sub(1).and_then(|b| kept.get(b));
            let torn = before.is_some_and(|&b| b + 1 != i) || next.is_some_and(|n| n != i + 1);
            comma(i) && (next.is_none_or(comma) || torn)
        };
        kept.iter().enumerate().filter(|&(k, &i)| !orphan(k, i)).map(|(_, &i)| i).collect()
    }

    /// The "just" of "arrested just before 11 p.m.", the "midway" of "midway through next year": a small word that belongs to the date.
    fn leads_date(&self, index: usize) -> bool {
        let verb = index.checked_sub(1).is_some_and(|i| self.sentence.in_predicate(i));
        let befell = verb && self.sentence.says(index - 1, hint::BEFELL);
        index + 1 == self.run.start
            && self.run.start > 0
            && self.is(index, |w| w.says(hint::NIGH) && !(verb && !befell && w.text == "back"))
            && !self.sentence.in_predicate(index)
    }
}
