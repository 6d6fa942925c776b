//! What a predicate is said of: a predicate comes in; the words of its subject go out: before it, before what is put
//! in between commas, before a relative pronoun, or of the predicate it is joined to. Empty where nothing is named.

use super::class;
use super::clause::Link;
use super::form::Form;
use super::hint;
use super::look::looks_gerund;
use super::predicate::{Predicate, says};
use super::reach::Reach;
use super::sentence::Sentence;
use super::word::{Shape, Word};
use std::ops::Range;

/// A subject is looked for in so many predicates before.
const CHAINED: usize = 4;
/// What stands between commas is at most so many words long.
pub(super) const BETWEEN: usize = 40;
/// A subject with what is said of it between commas is at most so long, in bytes.
pub(super) const APPOSED: usize = 72;

/// Finds subjects in a sentence.
pub(super) struct Subjects<'a> {
    pub(super) sentence: &'a Sentence<'a>,
    pub(super) reach: &'a Reach<'a>,
}

impl Subjects<'_> {
    pub(super) fn word(&self, index: usize) -> Option<&Word<'_>> {
        self.sentence.word(index)
    }

    pub(super) fn before(&self, index: usize) -> Option<&Word<'_>> {
        self.word(index.checked_sub(1)?)
    }

    /// The subject of a predicate.
    pub(super) fn of(&self, predicate: Predicate) -> Vec<usize> {
        self.found(predicate, 0)
    }

    fn found(&self, predicate: Predicate, depth: usize) -> Vec<usize> {
        let mut end = predicate.first;
        while self.before(end).is_some_and(|w| {
            w.is(class::ADVERB | class::NEGATION) && !w.is(class::SUBORDINATOR)
                || w.aside
                || is_reflexive(w.text)
        }) {
            end -= 1;
        }
        end = self.before_note(end);
        end = self.before_date(end);
        end = self.before_time(end);
        let Some(before) = self.before(end) else { return Vec::new() };
        if !predicate.finite && before.mark(&[',']) {
            return self.leading(end, predicate, depth);
        }
        if !predicate.finite && !before.is_content() || before.is(class::CONJUNCTION) {
            return self.joined(predicate, depth);
        }
        let parted = before.mark(&[',']) || before.is(class::RELATIVE) && before.text != "who";
        if parted && let Some(deed) = self.fitting(predicate, self.closed(end)) {
            return deed.collect();
        }
        if before.is(class::RELATIVE) {
            return self.antecedent(end - 1).collect();
        }
        let hangs = self
            .word(predicate.last + 1)
            .is_some_and(|w| w.is(class::PREPOSITION) || w.date.is_some());
        let bare = predicate.first == predicate.head && !predicate.copula;
        let moves = self.sentence.says(predicate.head, hint::MOVES);
        if before.mark(&[',']) && bare && hangs && !moves {
            if let Some(whole) = self.opening(end, predicate) {
                return whole.collect();
            }
            // "the law, adopted in May": what stands right before the comma, where it is the object of a verb or
            // stands behind a preposition.
            let near = self.reach.close(end - 1);
            let inner = self
                .before(near.start)
                .is_some_and(|w| w.is(class::PREPOSITION) || w.mark(&['“', '"', ':']));
            // "the conference on trade, held in May": the conference was held.
            let near = match near.start.checked_sub(2).and_then(|i| self.word(i)) {
                Some(w) if inner && w.entry.noun.is_some_and(|t| t.strength > 1) => {
                    self.deed_before(end - 1).unwrap_or_else(|| self.reach.object(end - 1))
                }
                _ => near,
            };
            let verb = near.start.checked_sub(1).is_some_and(|i| self.sentence.in_predicate(i));
            // "although drawings, released this month, show"
            let leads = self.before(near.start).is_some_and(|w| w.is(class::SUBORDINATOR));
            // "passes a plane, operated by the firm,": what is done by somebody is done to the object.
            let done = verb && self.word(predicate.last + 1).is_some_and(|w| w.text == "by");
            let parted = if leads || done { Vec::new() } else { self.parted(end) };
            if !parted.is_empty() {
                return parted;
            }
            if inner || verb || leads {
                return near.collect();
            }
        }
        if before.mark(&[',', '—', '–']) {
            let dash = bare && hangs && !moves && !before.mark(&[',']);
            return self.behind_mark(end, predicate, depth, dash);
        }
        self.near(end, predicate, depth)
    }

    /// "The first phase of the project, launched in May, connected": all that the sentence begins with.
    fn opening(&self, end: usize, predicate: Predicate) -> Option<Range<usize>> {
        let whole = self.reach.back(end - 1);
        let dated = |i: usize| self.word(i).is_some_and(|w| w.date.is_some());
        let head = whole.start == 0 && whole.len() > 1;
        let plain = self.word(0).is_some_and(|w| {
            w.is(class::DETERMINER) || w.shape == Shape::Capital && w.is_content()
        });
        let dated = dated(predicate.last + 1) || dated(predicate.last + 2);
        (head && plain && dated).then_some(whole)
    }

    /// The end of the phrase that a comma and a relative pronoun follow.
    fn closed(&self, end: usize) -> usize {
        let mut at = end;
        while self.before(at).is_some_and(|w| w.mark(&[',']) || w.is(class::RELATIVE)) {
            at -= 1;
        }
        at
    }

    /// "the Americans, having broken the codes, were aware": what stands right before the comma, unless it is the
    /// object of a verb.
    fn leading(&self, end: usize, predicate: Predicate, depth: usize) -> Vec<usize> {
        let whole = self.reach.whole(end - 1);
        let verb = whole.start.checked_sub(1).is_none_or(|i| self.sentence.in_predicate(i));
        let near = self.reach.front(whole);
        let later = self.sentence.predicates.partition_point(|p| p.first <= predicate.first);
        let told = self.sentence.predicates.get(later).is_some_and(|p| p.finite);
        if verb || near.is_empty() || !told {
            self.joined(predicate, depth)
        } else {
            near.collect()
        }
    }

    /// The subject right before its predicate.
    fn near(&self, end: usize, predicate: Predicate, depth: usize) -> Vec<usize> {
        let whole = self.reach.whole(end);
        if let Some(head) = self.headed(&whole) {
            return head.collect();
        }
        let opener = self.before(whole.start);
        let hangs = self
            .word(predicate.last + 1)
            .is_some_and(|w| w.is(class::PREPOSITION) || w.date.is_some());
        // "the Accord for Peace and Unity signed in May": one name.
        let moves = self.sentence.says(predicate.head, hint::MOVES);
        let described = hangs && !moves && predicate.first == predicate.head;
        let name = |i: usize| self.word(i).is_some_and(|w| w.shape == Shape::Capital);
        let joint = |i: &usize| {
            // "who make up the Works and Roads Committee published"
            let body = self.before(end).is_some_and(|w| w.hints(hint::BODY));
            let names = (described || body) && i.checked_sub(1).is_some_and(name) && name(i + 1);
            self.word(*i).is_some_and(|w| w.text == "and") && !names
        };
        let mut near = self.reach.front(whole.clone());
        if near.clone().any(|i| joint(&i)) {
            near = self.clipped(near);
        }
        near = self.own_half(near, predicate);
        if near.is_empty()
            && let Some(at) = whole.clone().rev().find(joint)
        {
            near = self.reach.front(at + 1..end);
        }
        if near.is_empty() && hangs && predicate.first == predicate.head {
            near = self.reach.object(end);
        }
        if near.is_empty() {
            return self.joined(predicate, depth);
        }
        // "plotted to attack a station … was sentenced": the object of an infinitive is no subject.
        let infinitive = self.before(near.start).is_some_and(|w| {
            w.form() == Some(Form::Base) && w.shape == Shape::Lower || w.says(hint::UNCHANGED)
        }) && self.sentence.is(near.start, class::DETERMINER);
        if infinitive || self.is_taken(near.start) {
            return Vec::new();
        }
        if described && let Some(deed) = self.held(predicate, near.start..end) {
            return deed.collect();
        }
        if let Some(relative) = self.resumed(&near) {
            return self.antecedent(relative).collect();
        }
        let relative =
            opener.filter(|w| w.is(class::RELATIVE) || near.start > 0 && w.text == "whose");
        let pronoun = near.len() == 1 && self.sentence.is(near.start, class::PRONOUN);
        if let Some(word) = relative.filter(|w| w.text != "that" && !pronoun) {
            let bare = self
                .word(predicate.last + 1)
                .is_none_or(|w| w.is_mark() || w.date.is_some() || w.is(class::PREPOSITION));
            if word.text == "whose" || bare {
                let antecedent = self.antecedent(whole.start - 1);
                return (antecedent.start..near.end).collect();
            }
        }
        self.named(near, predicate, depth)
    }

    /// A pronoun in what somebody said speaks of who said it: "RMS said it had a loss".
    fn named(&self, near: Range<usize>, predicate: Predicate, depth: usize) -> Vec<usize> {
        let alone = near.len() == 1 && self.sentence.is(near.start, class::THIRD);
        if !alone || depth >= CHAINED {
            return near.collect();
        }
        let index = self.sentence.predicates.partition_point(|p| p.first < predicate.first);
        let said = index.checked_sub(1).and_then(|i| self.sentence.predicates.get(i));
        let linked = said.filter(|p| {
            says(&self.sentence.words, p)
                && (p.last + 1..near.start).all(|i| {
                    self.word(i).is_some_and(|w| {
                        w.date.is_some() || w.is(class::PREPOSITION) || w.text == "that"
                    })
                })
        });
        let Some(said) = linked else { return near.collect() };
        let speaker = self.found(*said, depth + 1);
        // "Authorities said he saw the car": one of several is another.
        let one = self.word(near.start).is_some_and(|w| !w.text.eq_ignore_ascii_case("they"));
        let head = speaker.iter().take_while(|&&i| !self.sentence.is(i, class::PREPOSITION));
        let several = head.last().and_then(|&i| self.word(i)).is_some_and(|w| {
            w.hints(hint::SEVERAL_PEOPLE)
                || w.shape == Shape::Lower && w.text.ends_with('s') && !w.text.ends_with("ss")
        });
        if speaker.is_empty() || one && several { near.collect() } else { speaker }
    }

    /// The subject of the predicate before, which this one is joined to.
    pub(super) fn joined(&self, predicate: Predicate, depth: usize) -> Vec<usize> {
        let index = self.sentence.predicates.partition_point(|p| p.first < predicate.first);
        let before = self.sentence.predicates.get(index.saturating_sub(CHAINED)..index);
        // "He led a firm which grew, and left by selling it": who sold is not the firm.
        let means = self.before(predicate.first).is_some_and(|w| w.text == "by");
        let inner = |p: &Predicate| {
            let clause = self.sentence.clause_of(p.head);
            let clause = clause.and_then(|c| self.sentence.clauses.get(c));
            clause.is_some_and(|c| c.link == Link::Relative && !c.words.contains(&predicate.first))
        };
        let tells = |p: &&Predicate| p.finite && !self.describes(p) && !(means && inner(p));
        let owner = before.unwrap_or_default().iter().rev().find(tells);
        match owner.filter(|_| depth < CHAINED) {
            Some(owner) => self.found(*owner, depth + 1),
            None => Vec::new(),
        }
    }

    /// Whether a predicate only describes the noun before it.
    fn describes(&self, predicate: &Predicate) -> bool {
        let words = predicate.first.saturating_sub(BETWEEN)..predicate.last + BETWEEN;
        self.sentence.is_reduced(predicate, &words)
    }

    /// The subject before what stands between commas or dashes: "The park, located on the lake, will open".
    pub(super) fn parted(&self, end: usize) -> Vec<usize> {
        let close = end - 1;
        let marks: &[char] =
            if self.word(close).is_some_and(|w| w.mark(&[','])) { &[','] } else { &['—', '–'] };
        let floor = close.saturating_sub(BETWEEN);
        let stop =
            (floor..close).rev().find(|&i| self.word(i).is_some_and(|w| w.mark(&[';', ':'])));
        let floor = stop.map_or(floor, |i| i + 1);
        let mut open =
            (floor..close).rev().filter(|&i| self.word(i).is_some_and(|w| w.mark(marks)));
        let opens: Vec<usize> = open.by_ref().filter(|&i| self.interrupts(i + 1)).take(4).collect();
        // "CAMBREX Corp., Bayonne, N.J., declared": what itself stands behind a comma is no head.
        let heads = |i: &&usize| {
            let head = self.named_before(**i);
            let comma = self.before(head.start).is_some_and(|w| w.mark(marks));
            // "Ana Roy, who lived by selling maps, singing songs, died": what is done is done to no subject.
            let verb = head.start.checked_sub(1).is_some_and(|i| self.sentence.in_predicate(i));
            let object = self.before(head.start).is_some_and(looks_gerund)
                || verb && !self.sentence.is(**i + 1, class::RELATIVE);
            !head.is_empty() && !object && (!comma || self.is_circumstance(floor..head.start - 1))
        };
        let Some(&open) = opens.iter().find(heads).or_else(|| opens.first()) else {
            return Vec::new();
        };
        let whole = self.named_before(open);
        let head = self.without_age(whole.clone());
        let aged = head.end < whole.end;
        let plain = self.sentence.predicates_in(&(open..close)).next().is_none()
            && self
                .word(open + 1)
                .is_some_and(|w| !w.is(class::PREPOSITION | class::ADVERB) && w.date.is_none())
            && !(open..close).any(|i| self.word(i).is_some_and(|w| w.date.is_some()));
        let short = self.sentence.cover(&(head.start..end)).is_some_and(|s| s.len() <= APPOSED);
        let said = head.clone().any(|i| self.word(i).is_some_and(Word::is_content));
        match (said, plain && short) {
            (false, _) => Vec::new(),
            (true, true) if !aged => (head.start..end).collect(),
            (true, _) => head.collect(),
        }
    }

    /// "In March, the firm, …", "As a first step, the firm, …": whether what stands before a comma only leads up to it.
    fn is_circumstance(&self, range: Range<usize>) -> bool {
        let comma =
            range.clone().rev().find(|&i| self.word(i).is_some_and(|w| w.mark(&[',', '.'])));
        let first = comma.map_or(range.start, |i| i + 1);
        first < range.end
            && self.word(first).is_some_and(|w| {
                w.is(class::PREPOSITION) && !w.is(class::DETERMINER) || w.date.is_some()
            })
    }

    /// "William Goble, 26, of Edmonton, was arrested": the age goes with the rest.
    pub(super) fn without_age(&self, head: Range<usize>) -> Range<usize> {
        let aged = head.len() > 2
            && self.word(head.end - 1).is_some_and(|w| w.shape == Shape::Number)
            && self.word(head.end - 2).is_some_and(|w| w.mark(&[',']));
        if aged { head.start..head.end - 2 } else { head }
    }

    /// The noun phrase before a comma, which may end with the dot of "Corp.".
    pub(super) fn named_before(&self, comma: usize) -> Range<usize> {
        let head = self.reach.back(comma);
        let dot = head.is_empty() && self.before(comma).is_some_and(|w| w.mark(&['.']));
        if dot { self.reach.back(comma - 1).start..comma } else { head }
    }

    /// Whether a phrase that opens behind a comma can stand between a subject and its predicate.
    fn interrupts(&self, first: usize) -> bool {
        self.word(first).is_some_and(|w| {
            w.is(class::RELATIVE
                | class::DETERMINER
                | class::PREPOSITION
                | class::ADVERB
                | class::SUBORDINATOR)
                || w.shape == Shape::Capital
                || w.shape == Shape::Number
                || w.date.is_some()
                || w.text.ends_with("ing")
                || w.text.ends_with("ed")
                || w.form().is_some()
                || w.is_content() && !w.is(class::CONJUNCTION)
        })
    }
}

/// "the president himself"
fn is_reflexive(word: &str) -> bool {
    matches!(word, "himself" | "herself" | "itself" | "themselves")
}
