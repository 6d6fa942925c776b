//! Whom a relative pronoun speaks of: the place of the pronoun comes in; the noun phrase before it that its clause is
//! told of goes out. Never reads forward.

use super::class;
use super::form::Form;
use super::hint;
use super::look::is_owner;
use super::predicate::Predicate;
use super::subject::{APPOSED, Subjects};
use super::word::{Shape, Word};
use crate::extract::EventKind;
use std::ops::Range;

/// The noun that names a deed stands so near its article.
const NEAR: usize = 3;
/// The same for what is held, signed or adopted, which may have a long name.
const HEADED: usize = 8;
/// No name of a deed is longer, in bytes.
const LONGEST: usize = 110;

impl Subjects<'_> {
    /// The noun phrase a relative pronoun speaks of.
    pub(super) fn antecedent(&self, relative: usize) -> Range<usize> {
        let mut end = relative;
        while self
            .before(end)
            .is_some_and(|w| w.is_mark() && !w.mark(&['”', '’', '"']) || w.is(class::PREPOSITION))
        {
            end -= 1;
        }
        let who = self.word(relative).is_some_and(|w| matches!(w.text, "who" | "whom"));
        let whole = self.reach.object(end);
        let whole = whole.start + self.ordered(whole.start)..whole.end;
        let behind = |i: &usize| {
            // "a designer born in Peru, who": no place is a person.
            who && self.word(*i).is_some_and(|w| {
                w.is(class::PREPOSITION)
                    && !(w.says(hint::LOCAL) || matches!(w.text, "of" | "from"))
            })
        };
        let deed = whole
            .end
            .checked_sub(1)
            .and_then(|i| self.word(i))
            .is_some_and(|w| w.entry.noun.is_some());
        let whole =
            whole.clone().rev().find(behind).filter(|_| !deed).map_or(whole.start, |i| i + 1)
                ..whole.end;
        // "a blackout caused by the quake, which struck": the quake struck.
        if let Some(at) = self.doer(&whole).filter(|_| !who) {
            return at..whole.end;
        }
        // "the effects of the storm that struck": the storm struck.
        let inner = |i: &usize| {
            self.sentence.is(*i, class::DETERMINER)
                && self.before(*i).is_some_and(|w| w.is(class::PREPOSITION))
        };
        let whole = match whole.clone().rev().find(inner).filter(|_| deed && !who) {
            Some(at) => at..whole.end,
            None => whole,
        };
        if who && let Some(name) = self.named_first(&whole).or_else(|| self.person_of(&whole)) {
            return name;
        }
        let whole = self.picked(&whole, relative);
        let long = self.sentence.cover(&whole).is_some_and(|s| s.len() > APPOSED);
        // "the firm's most recent report"
        let article = |i: &usize| {
            let owned = |w: &Word<'_>| w.is(class::DETERMINER) || is_owner(w);
            self.sentence.is(*i, class::DETERMINER) && !self.before(*i).is_some_and(owned)
        };
        let which = self.word(relative).is_some_and(|w| w.text == "which");
        let named = || {
            let by = self.named_by(&whole).or_else(|| self.deed_before(whole.end));
            by.or_else(|| self.named_last(&whole))
        };
        if which && let Some(name) = named() {
            return name;
        }
        // "time to bring down a deficit that totalled": what stands behind an infinitive is its object.
        let object = whole.clone().rev().find(article).filter(|&i| self.is_object(&whole, i));
        if let Some(at) = object {
            return at..whole.end;
        }
        match whole.clone().rev().find(article).filter(|_| long) {
            Some(at) => at..whole.end,
            None => whole,
        }
    }

    /// "Think of the people who": how many words of a phrase that opens a sentence only tell the reader what to do.
    fn ordered(&self, first: usize) -> usize {
        let verb = self.word(first).filter(|w| first == 0 && w.shape == Shape::Capital);
        let orders = verb.is_some_and(|w| w.form() == Some(Form::Base) && w.entry.noun.is_none());
        let led = usize::from(self.sentence.is(first + 1, class::PREPOSITION));
        if orders && self.sentence.is(first + 1 + led, class::DETERMINER) { 1 + led } else { 0 }
    }

    /// "the Conference on Financing for Development, held in July": what can be held, signed or adopted, and stands
    /// before the verb.
    pub(super) fn fitting(&self, predicate: Predicate, end: usize) -> Option<Range<usize>> {
        // "resolution 10/20, on the safety of towns, which was adopted"
        let before = || {
            let start = self.reach.whole(end).start;
            let comma = start.checked_sub(1).filter(|&i| i > 0)?;
            let inserted =
                self.word(comma)?.mark(&[',']) && self.word(start)?.is(class::PREPOSITION);
            if inserted { self.fit(predicate, comma) } else { None }
        };
        self.fit(predicate, end).or_else(before)
    }

    /// "returned to Dakar for a conference held in May": what is held stands nearest.
    pub(super) fn held(&self, predicate: Predicate, near: Range<usize>) -> Option<Range<usize>> {
        let deed = self.fitting(predicate, near.end)?;
        let inner =
            self.before(deed.start).is_some_and(|w| w.is(class::PREPOSITION) && w.text != "of");
        let plain = !deed.clone().any(|i| self.sentence.in_predicate(i));
        (inner && plain && near.start < deed.start).then_some(deed)
    }

    fn fit(&self, predicate: Predicate, end: usize) -> Option<Range<usize>> {
        let verb = self.word(predicate.head)?;
        let kinds: &[EventKind] = if verb.says(hint::HELD) {
            &[EventKind::Meeting, EventKind::Initiative, EventKind::Other]
        } else if verb.says(hint::SIGNED) {
            &[EventKind::Agreement, EventKind::Law]
        } else if verb.says(hint::ADOPTED) {
            &[EventKind::Law, EventKind::Agreement, EventKind::Programme, EventKind::Statement]
        } else {
            return None;
        };
        let named = |i: usize| {
            self.word(i).is_some_and(|w| {
                w.entry.noun.is_some_and(|t| t.strength > 1 && kinds.contains(&t.kind))
            })
        };
        let inner =
            |i: &usize| self.word(*i).is_some_and(|w| !w.is(class::PREPOSITION) && !w.mark(&[',']));
        // "Every Woman, Every Child Summit": what is part of a name opens no phrase.
        let first = self.reach.whole(end).start;
        // "resolution 69/283, adopted in June"
        let numbered = |at: usize| {
            named(at)
                && self.word(at + 1).is_some_and(|w| w.text.contains(|c: char| c.is_ascii_digit()))
        };
        let tells = |at: &usize| {
            numbered(*at)
                || self.word(*at).is_some_and(|w| {
                    w.is(class::DETERMINER) && (w.shape == Shape::Lower || *at == first)
                }) && (*at + 1..end.min(*at + HEADED)).take_while(inner).any(named)
        };
        let short =
            |at: &usize| self.sentence.cover(&(*at..end)).is_some_and(|s| s.len() < LONGEST);
        // "the accords of May and the protocol, signed": only the last of two.
        let parts = |at: &usize| {
            !(self.sentence.is(*at, class::CONJUNCTION)
                && self.sentence.is(*at + 1, class::DETERMINER))
        };
        let near = self.reach.whole(end).rev().take_while(short).take_while(parts);
        near.filter(tells).last().map(|at| at..end)
    }

    /// "the Agreement on the Status of the Islands in the Gulf, which was reached": what is long but names a deed.
    pub(super) fn deed_before(&self, end: usize) -> Option<Range<usize>> {
        let article = |i: usize| self.sentence.is(i, class::DETERMINER);
        // A pact may name the conflict it ends.
        let act = |kind| !matches!(kind, EventKind::Conflict | EventKind::Attack);
        let deed = |k: usize| {
            self.word(k)
                .is_some_and(|w| w.entry.noun.is_some_and(|t| t.strength > 1 && act(t.kind)))
        };
        let tells = |i: &usize| article(*i) && (*i..end.min(*i + NEAR)).any(deed);
        let short =
            |at: &usize| self.sentence.cover(&(*at..end)).is_some_and(|s| s.len() < LONGEST);
        self.reach.whole(end).rev().take_while(short).filter(tells).last().map(|at| at..end)
    }

    /// Whether an article stands behind a verb in its plain form: "to bring down a deficit", "and cut a debt".
    fn is_object(&self, whole: &Range<usize>, article: usize) -> bool {
        let particle = self.before(article).is_some_and(|w| w.is(class::PARTICLE));
        let Some(verb) = article.checked_sub(1 + usize::from(particle)) else { return false };
        let base = self.word(verb).is_some_and(|w| {
            w.form() == Some(Form::Base) && w.entry.noun.is_none() && w.shape == Shape::Lower
        });
        let led = self.before(verb).is_some_and(|w| w.text == "to" || w.is(class::COORDINATOR));
        verb > whole.start && base && led
    }

    /// "a blackout caused by the quake": where the words for who or what did it begin, at the end of a phrase.
    fn doer(&self, whole: &Range<usize>) -> Option<usize> {
        let by = whole.clone().rev().find(|&i| self.sentence.is(i, class::PREPOSITION))?;
        let done = by.checked_sub(1).and_then(|i| self.sentence.predicate_at(i))?;
        let noun =
            done.first.checked_sub(1).and_then(|i| self.word(i)).is_some_and(Word::is_content);
        let bare = done.first == done.head && !done.copula && noun;
        let article = self.sentence.is(by + 1, class::DETERMINER);
        (self.word(by)?.text == "by" && bare && article).then_some(by + 1)
    }

    /// "the case of Ana Lopes, who": whose case it is.
    fn person_of(&self, whole: &Range<usize>) -> Option<Range<usize>> {
        let name =
            |i: usize| self.word(i).is_some_and(|w| w.shape == Shape::Capital && w.is_content());
        let of = whole.clone().rev().find(|&i| self.word(i).is_some_and(|w| w.text == "of"))?;
        // "in the form of his father Ben, who"
        if self.sentence.is(of + 1, class::OWNER) {
            return Some(of + 1..whole.end);
        }
        let owned = self.before(of).is_some_and(|w| w.says(hint::OF_SOMEBODY));
        let first = (of + 1..whole.end).find(|&i| name(i))?;
        let person = (first..whole.end).all(name) && whole.end - first > 1;
        let article = self.sentence.is(of + 1, class::DETERMINER);
        (owned && person && !article).then_some(of + 1..whole.end)
    }

    /// "the sort of disputes that raged", "any repeat of the unrest which", "an attempt to boost turnout, which fell":
    /// what is picked out of a kind, denied or only aimed at is what the clause is told of.
    fn picked(&self, whole: &Range<usize>, relative: usize) -> Range<usize> {
        let text = |i: usize| self.sentence.text(i);
        let first = whole.start;
        let article = usize::from(self.sentence.is(first, class::DETERMINER));
        let kind = self.sentence.says(first + article, hint::KIND);
        if kind && text(first + article + 1) == "of" && first + article + 2 < whole.end {
            return first + article + 2..whole.end;
        }
        let of = (first..whole.end).find(|&i| text(i) == "of");
        let inner = |i: &usize| self.sentence.is(i + 1, class::DETERMINER);
        if matches!(text(first), "any" | "no" | "Any" | "No")
            && let Some(of) = of.filter(inner)
        {
            return of + 1..whole.end;
        }
        let moves = self.word(relative + 1).and_then(Word::told);
        let moves =
            moves.is_some_and(|t| matches!(t.kind, EventKind::Trend | EventKind::Statistic));
        let aimed = whole.clone().rev().find(|&i| {
            text(i) == "to"
                && self.before(i).is_some_and(|w| w.says(hint::ATTEMPT))
                && self.word(i + 1).is_some_and(|w| w.shape == Shape::Lower && w.is_content())
        });
        match aimed.filter(|&i| moves && i + 2 < whole.end) {
            Some(to) => to + 2..whole.end,
            None => whole.clone(),
        }
    }

    /// "a takeover by Acme Energy, which agreed": the name of who does it.
    fn named_by(&self, whole: &Range<usize>) -> Option<Range<usize>> {
        let at = whole.clone().rev().find(|&i| self.sentence.is(i, class::PREPOSITION))?;
        let name = |i: usize| {
            self.word(i).is_some_and(|w| w.shape == Shape::Capital || w.is(class::DETERMINER))
        };
        let by = self.word(at)?.text == "by" && at + 1 < whole.end;
        (by && (at + 1..whole.end).all(name)).then_some(at + 1..whole.end)
    }

    /// "a turning point for the United Nations, which": the name that stands nearest, not behind "of".
    fn named_last(&self, whole: &Range<usize>) -> Option<Range<usize>> {
        let at = whole.clone().rev().find(|&i| self.sentence.is(i, class::PREPOSITION))?;
        let article = self.word(at + 1)?.is(class::DETERMINER);
        let first = at + 1 + usize::from(article);
        let name =
            (first..whole.end).all(|i| self.word(i).is_some_and(|w| w.shape == Shape::Capital));
        let fits = article && name && first < whole.end && self.word(at)?.text != "of";
        fits.then_some(at + 1..whole.end)
    }

    /// "Ana Lopes, former mayor, who died": the name before what is said of it.
    fn named_first(&self, whole: &Range<usize>) -> Option<Range<usize>> {
        let comma = whole.start.checked_sub(1)?;
        let told = self.word(whole.start)?.shape == Shape::Lower;
        let name = |i: usize| {
            self.word(i).is_some_and(|w| w.shape == Shape::Capital && !w.is(class::FUNCTION))
        };
        if !told || !self.word(comma)?.mark(&[',']) || !name(comma.checked_sub(1)?) {
            return None;
        }
        let first = (comma.saturating_sub(4)..comma).rev().take_while(|&i| name(i)).last()?;
        (comma - first > 1).then_some(first..comma)
    }
}
