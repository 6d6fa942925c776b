//! What a date hangs on: a sentence and one of its dates come in; the predicate or event noun the date belongs to,
//! and the word that gives the type, go out; or the guard that refused it, where the date only names, compares or
//! lists. Never builds a title.

use super::answer;
use super::class;
use super::clause::Link;
use super::found::{Anchor, Found, Hung, Parts};
use super::hint;
use super::lexicon::Trigger;
use super::parts;
use super::place::Place;
use super::predicate::Predicate;
use super::sentence::Sentence;
use super::weigh::Scale;
use super::word::Word;
use crate::extract::{DateMention, EventKind, Rule};
use crate::text::Span;
use std::ops::Range;

/// Finds what a date hangs on.
///
/// `named` says whom a pronoun stands for; `main` asks for the predicate that tells of what the noun at the date names, or of
/// what was done there, where the noun alone says too little.
pub(super) fn of(
    sentence: &Sentence<'_>,
    date: usize,
    mention: &DateMention,
    named: &dyn Fn(&str, Option<usize>) -> Option<Span>,
    main: bool,
) -> Result<Found, Rule> {
    let range = sentence.date(date).ok_or("event.not-a-happening")?;
    let run = sentence.date_run(&range);
    let place = Place { sentence, date: range.clone(), run: run.clone() };
    if place.is_listed() {
        return Err("event.not-a-list");
    }
    if place.is_yardstick() {
        return Err("event.not-a-yardstick");
    }
    if place.is_named() {
        return Err("event.not-a-name");
    }
    let seen = place.seen();
    if seen.is_none() && (place.is_object() || place.is_subject()) {
        return Err("event.not-a-term");
    }
    let hook = Hook { sentence, place };
    let (hung, parts) = match seen {
        _ if main => hook.place.main().ok_or("event.not-a-happening")?,
        Some(hung) => (hung, Parts::default()),
        None => hook.place.fronted().map_or_else(|| hook.hung(), Ok)?,
    };
    let (clause, anchor, word) = hung;
    let anchored = mention.date.as_ref().is_some_and(|d| d.anchored);
    let adjective = !anchored && (word.strength < 2 || hook.place.is_adjective());
    // "Net sales" alone says nothing happened.
    if adjective || word.kind == EventKind::Statistic && matches!(anchor, Anchor::Noun(_)) {
        return Err("event.not-a-happening");
    }
    let change = matches!(word.kind, EventKind::Statistic | EventKind::Trend);
    let interval = mention.date.as_ref().is_some_and(|d| d.edtf.contains('/'));
    if change && hook.place.is_from(interval) {
        return Err("event.not-a-yardstick");
    }
    let period = mention.date.as_ref().is_some_and(|d| d.edtf.contains('/'));
    let programme = hook.place.is_aside() && period && word.kind == EventKind::Law;
    let vague = |w: &Word<'_>| matches!(w.text, "recent" | "past" | "decades" | "times");
    let loose = range.clone().any(|i| sentence.word(i).is_some_and(vague));
    if !anchored && loose && matches!(anchor, Anchor::Noun(_)) && !hook.place.is_aside() {
        return Err("event.not-a-happening");
    }
    let word = if programme { OF_A_PERIOD } else { answer::answered(sentence, clause, word) };
    let pronoun = pronoun(sentence, anchor, &parts);
    let stand_in = pronoun.and_then(|(word, inside)| named(word, inside));
    hook.refused(anchor, &parts, word, stand_in.is_some())?;
    Ok(Found { date: range, run, clause, anchor, parts, stand_in, word })
}

/// The pronoun that a predicate is said of, and where that predicate begins if the sentence told of somebody before.
fn pronoun<'a>(
    sentence: &'a Sentence<'_>,
    anchor: Anchor,
    parts: &Parts,
) -> Option<(&'a str, Option<usize>)> {
    let (Anchor::Predicate(p), [only]) = (anchor, parts.subject.as_slice()) else { return None };
    let inside = told_before(sentence, p.first).then_some(p.first);
    // "The result, he said, would be": he did nothing but say so.
    let said = sentence.predicate_at(only + 1).filter(|said| said.first == only + 1);
    let comma = |i: usize| sentence.word(i).is_some_and(|w| w.mark(&[',']));
    let aside = said.is_some_and(|said| comma(said.last + 1) && p.first > only + 2);
    let word = sentence.text(*only);
    let any = matches!(word.to_ascii_lowercase().as_str(), "he" | "she" | "it" | "they");
    let stands = any && (inside.is_none() || matches!(word, "he" | "she"));
    (p.finite && stands && !aside).then_some((word, inside))
}

/// Whether the sentence already told of somebody before a word: a pronoun there may speak of him.
fn told_before(sentence: &Sentence<'_>, word: usize) -> bool {
    sentence.predicates.first().is_some_and(|p| p.first < word)
        || (0..word.min(8)).any(|i| sentence.word(i).is_some_and(Word::is_content))
}

/// A concept or strategy with the years it is meant for.
const OF_A_PERIOD: Trigger =
    Trigger { kind: EventKind::Programme, strength: 2, id: 6, rule: "event.programme.period" };

/// What looks for the word that a date hangs on.
pub(super) struct Hook<'a> {
    pub(super) sentence: &'a Sentence<'a>,
    place: Place<'a>,
}

impl<'a> Hook<'a> {
    pub(super) fn word(&self, index: usize) -> Option<&Word<'a>> {
        self.sentence.word(index)
    }

    fn hung(&self) -> Result<(Hung, Parts), Rule> {
        let place = &self.place;
        let hung = if place.is_aside() {
            place.aside().ok_or("event.not-a-name")?
        } else if place.is_modifier() {
            let hung = place.modified().ok_or("event.not-a-name")?;
            if matches!(hung.1, Anchor::Noun(noun) if place.is_backdrop((noun, hung.2))) {
                return self.told();
            }
            hung
        } else {
            return self.told();
        };
        let parts = match hung.1 {
            Anchor::Predicate(predicate) => parts::of(self.sentence, &place.run, predicate),
            _ => Parts::default(),
        };
        Ok((hung, parts))
    }

    /// A date in running words.
    fn told(&self) -> Result<(Hung, Parts), Rule> {
        const NONE: Rule = "event.not-a-happening";
        let place = &self.place;
        let clause = self.sentence.clause_of(place.date.start).ok_or(NONE)?;
        let words = self.sentence.clauses.get(clause).map_or(0..0, |c| c.words.clone());
        if let Some((anchor, trigger)) = place.quoted_name(&words) {
            return Ok(((clause, anchor, trigger), Parts::default()));
        }
        let noun = place.noun_before(&words).or_else(|| place.subject_noun(&words));
        if let Some((noun, trigger)) = noun {
            let done = parts::done(self.sentence, &place.run, &words, trigger);
            let (anchor, parts) = done.unwrap_or((Anchor::Noun(noun), Parts::default()));
            return Ok(((clause, anchor, trigger), parts));
        }
        if let Some((noun, trigger)) = place.noun_of_span() {
            return Ok(((clause, Anchor::Noun(noun), trigger), Parts::default()));
        }
        if place.is_of() {
            return Err("event.not-a-happening");
        }
        let (clause, predicate) = if let Some(found) = self.predicate(clause, &words) {
            found
        } else if let Some((noun, trigger)) = place.nearest_noun(&words, 6) {
            return Ok(((clause, Anchor::Noun(noun), trigger), Parts::default()));
        } else {
            self.neighbour(clause).ok_or(NONE)?
        };
        let (clause, predicate) = self.place.pointed_at(&predicate).unwrap_or((clause, predicate));
        let words = self.sentence.clauses.get(clause).map_or(0..0, |c| c.words.clone());
        if let Some((anchor, trigger, parts)) = self.place.of_another_day(&predicate) {
            return Ok(((clause, anchor, trigger), parts));
        }
        if self.place.is_infinitive(&predicate) {
            let (noun, trigger) = self.place.to_be(&predicate).ok_or(NONE)?;
            return Ok(((clause, Anchor::Noun(noun), trigger), Parts::default()));
        }
        let mut lead = predicate.first;
        while lead > 0 && self.sentence.is(lead - 1, class::ADVERB) {
            lead -= 1;
        }
        let than = lead > 0 && self.word(lead - 1).is_some_and(|w| w.text == "than");
        if than || self.word(predicate.head).is_some_and(|w| w.text == "compared") {
            return Err("event.not-a-yardstick");
        }
        if place.is_end_of_span(&predicate) || place.is_source(&predicate) {
            return Err("event.not-a-yardstick");
        }
        let parts = parts::of(self.sentence, &place.run, predicate);
        // "His promise to halve unemployment by 2000 has been abandoned": a term inside the subject.
        let term = self.word(place.run.start).is_some_and(|w| {
            w.says(hint::DEADLINE) || matches!(w.text, "for" | "to" | "from" | "through")
        });
        let inside = parts.subject.first().is_some_and(|&i| i < place.run.start)
            && place.run.end <= predicate.first;
        if term && inside && place.run.start + 1 == place.date.start {
            return Err("event.not-a-term");
        }
        let scale = Scale { sentence: self.sentence, date: &place.date, parts: &parts };
        let hung = scale.weighed(clause, &words, predicate).ok_or(NONE)?;
        Ok((hung, parts))
    }

    /// The predicate a date belongs to: the last one before it in its clause, else the first after it. A date in
    /// front of a sentence belongs to its main clause.
    fn predicate(&self, clause: usize, words: &Range<usize>) -> Option<(usize, Predicate)> {
        let date = &self.place.date;
        if let Some(told) = self.led_by_comma() {
            return Some(told);
        }
        let all: Vec<Predicate> = self.sentence.predicates_in(words).copied().collect();
        let spans = all.iter().any(|p| p.head + 1 == date.start && self.place.is_span(p));
        let later = || all.iter().find(|p| p.finite && p.first > date.start);
        if let Some(predicate) = spans.then(later).flatten() {
            return Some((clause, *predicate));
        }
        // "searched for weeks and on Tuesday approved the contract": the date begins what follows.
        let joined = self.place.opens_half();
        let soon = || later().filter(|p| p.first <= self.place.run.end + 3);
        if let Some(predicate) = joined.then(soon).flatten() {
            return Some((clause, *predicate));
        }
        let before = all.iter().rev().find(|p| p.head < date.start && !self.place.is_span(p));
        if let Some(predicate) = before {
            if let Some(told) = self.place.said_in(predicate, words) {
                return Some((clause, told));
            }
            // "brought drawings inherited from his father to the office in March": the date belongs to the verb before.
            let far = date.start > predicate.last + 5 && !self.is_act(predicate);
            let far = far && self.describes(predicate);
            let told = || {
                all.iter()
                    .rev()
                    .find(|p| p.finite && p.last < predicate.first && !self.describes(p))
            };
            if let Some(main) = far.then(told).flatten() {
                return Some((clause, *main));
            }
            let main = || later().filter(|p| !self.sentence.is_reduced(p, words));
            if !predicate.finite
                && !self.place.is_put_in(predicate)
                && let Some(predicate) = main()
            {
                return Some((clause, *predicate));
            }
            // "Having crossed into Europe in April, the army began", "After he won, on May 21 he signed": the clause
            // it leads up to tells.
            let leads = clause == 0 && (!predicate.finite || self.is_parted(clause));
            let onward = leads.then(|| self.neighbour(0)).flatten();
            return Some(onward.unwrap_or((clause, *predicate)));
        }
        let after = all.iter().find(|p| p.finite && !self.sentence.is_reduced(p, words))?;
        Some((clause, *after))
    }

    /// "The firm, committed to safety, today announced": a date between a comma and a verb is the verb's.
    fn led_by_comma(&self) -> Option<(usize, Predicate)> {
        let run = &self.place.run;
        let comma = self.word(run.start.checked_sub(1)?)?.mark(&[',']);
        let next =
            self.sentence.predicate_at(run.end).filter(|p| p.finite && p.first == run.end)?;
        let clause = self.sentence.clause_of(next.head)?;
        let words = &self.sentence.clauses.get(clause)?.words;
        (comma && !self.describes(next) && !self.sentence.is_reduced(next, words))
            .then_some((clause, *next))
    }

    /// "the dialogue held in Oslo": what is held, signed or adopted has a day of its own.
    fn is_act(&self, predicate: &Predicate) -> bool {
        use EventKind::{Agreement, Law, Meeting};
        self.word(predicate.head).is_some_and(|w| {
            let kind = w.told().map(|t| t.kind);
            w.is(class::CARRIER) || matches!(kind, Some(Agreement | Law | Meeting))
        })
    }

    /// Whether a predicate may only describe the noun before it.
    fn describes(&self, predicate: &Predicate) -> bool {
        let bare = predicate.first == predicate.head
            && predicate.last == predicate.head
            && !predicate.copula;
        let noun =
            predicate.first.checked_sub(1).and_then(|i| self.word(i)).is_some_and(Word::is_content);
        let hangs = self.sentence.is(predicate.last + 1, class::PREPOSITION);
        bare && noun && hangs
    }

    /// Whether a date stands between a clause that leads up and its main clause.
    fn is_parted(&self, clause: usize) -> bool {
        let leads = self.sentence.clauses.get(clause).is_some_and(|c| c.link == Link::Subordinate);
        let comma = |i: Option<usize>| i.and_then(|i| self.word(i)).is_some_and(|w| w.mark(&[',']));
        leads && comma(self.place.run.start.checked_sub(1))
    }

    /// A predicate in a clause after the first, which has none.
    fn neighbour(&self, clause: usize) -> Option<(usize, Predicate)> {
        if clause != 0 {
            return None;
        }
        (1..5).find_map(|index| {
            let clause = self.sentence.clauses.get(index)?;
            let gerund = |w: &Word<'_>| w.text.ends_with("ing");
            let leads = matches!(clause.link, Link::Relative | Link::Subordinate)
                || clause.link == Link::Participle
                    && self.word(clause.words.start).is_some_and(gerund);
            let main = !leads;
            let mut own = self.sentence.predicates_in(&clause.words);
            Some((
                index,
                *own.find(|p| p.finite && !self.sentence.is_reduced(p, &clause.words))
                    .filter(|_| main)?,
            ))
        })
    }
}
