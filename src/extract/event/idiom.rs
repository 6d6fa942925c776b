//! What a word turns out to mean where it stands: the word that gives the type, and the words around its predicate,
//! come in; the type they make together goes out. Never picks the word.

use super::class;
use super::found::Parts;
use super::hint::{self, Hint};
use super::lexicon::Trigger;
use super::predicate::Predicate;
use super::sense::{MET, OF_ARMS};
use super::sentence::Sentence;
use super::word::{Shape, Word};
use crate::extract::EventKind;

/// Past tenses that no list knows still tell of something.
pub(super) const TOLD: Trigger =
    Trigger { kind: EventKind::Other, strength: 1, id: 3, rule: "event.other.told" };
/// A figure at a date.
pub(super) const FIGURE: Trigger =
    Trigger { kind: EventKind::Statistic, strength: 2, id: 5, rule: "event.statistic.figure" };
/// "A tree fell on a wedding party": a fall of things.
pub(super) const TOLD_OF: Trigger = Trigger { strength: 2, ..TOLD };
/// Who is found guilty is sentenced.
const VERDICT: Trigger = Trigger {
    kind: EventKind::Counterterror,
    strength: 3,
    id: 8,
    rule: "event.counterterror.verdict",
};
/// "opened fire"
const SHOT: Trigger =
    Trigger { kind: EventKind::Attack, strength: 3, id: 10, rule: "event.attack.noun" };
/// A rise or a fall with no number in its clause is a broad shift.
const CHANGED: Trigger =
    Trigger { kind: EventKind::Trend, strength: 2, id: 4, rule: "event.trend.change" };

/// "found that": what a report says.
const REPORTED: Trigger =
    Trigger { kind: EventKind::Statement, strength: 2, id: 11, rule: "event.statement.verb" };
/// "signed a declaration"
const AGREED: Trigger =
    Trigger { kind: EventKind::Agreement, strength: 2, id: 13, rule: "event.agreement.verb" };
/// "came into force"
const IN_FORCE: Trigger =
    Trigger { kind: EventKind::Law, strength: 2, id: 12, rule: "event.law.verb" };

/// "seized two tonnes of cocaine"
const CONFISCATED: Trigger = Trigger {
    kind: EventKind::Counterterror,
    strength: 2,
    id: 14,
    rule: "event.counterterror.verb",
};

/// A predicate in its words.
pub(super) struct Turn<'a> {
    pub(super) sentence: &'a Sentence<'a>,
    pub(super) parts: &'a Parts,
    pub(super) predicate: Predicate,
    /// Whether its clause has a figure with a unit.
    pub(super) figure: bool,
}

impl<'a> Turn<'a> {
    pub(super) fn word(&self, index: usize) -> Option<&Word<'a>> {
        self.sentence.word(index)
    }

    pub(super) fn head(&self) -> &'a str {
        self.sentence.text(self.predicate.head)
    }

    pub(super) fn rest(&self, within: usize) -> impl Iterator<Item = &Word<'a>> {
        self.parts.rest.iter().take(within).filter_map(|&i| self.word(i))
    }

    /// The plain form of the verb.
    pub(super) fn lemma(&self) -> &'static str {
        self.word(self.predicate.head).map_or("", Word::lemma)
    }

    pub(super) fn next(&self) -> &'a str {
        self.parts.rest.first().and_then(|&i| self.word(i)).map_or("", |w| w.text)
    }

    pub(super) fn near(&self, words: &[&str]) -> bool {
        self.rest(6).any(|w| words.contains(&w.text))
    }

    /// Whether a word of a list stands right behind the verb, in small letters.
    pub(super) fn is_near(&self, hint: Hint) -> bool {
        self.rest(6).any(|w| w.says(hint))
    }

    /// Whether the subject has a word of a list, in small letters.
    pub(super) fn is_subject(&self, hint: Hint) -> bool {
        self.parts.subject.iter().filter_map(|&i| self.word(i)).any(|w| w.says(hint))
    }

    /// Whether the verb is on a list.
    pub(super) fn heads(&self, hint: Hint) -> bool {
        self.sentence.says(self.predicate.head, hint)
    }

    /// Whether something that is joined by treaty stands right behind the verb.
    fn is_bloc(&self) -> bool {
        let named = self.rest(6).any(|w| w.shape == Shape::Capital && w.hints(hint::BLOC));
        named || self.near(&["alliance", "treaty", "bloc"])
    }

    /// The attack that is the subject.
    fn attacker(&self) -> Option<Trigger> {
        let noun = self.own_noun()?.entry.noun;
        noun.filter(|t| t.kind == EventKind::Attack && t.strength > 2)
    }

    /// The subject's own noun, before any preposition.
    pub(super) fn own_noun(&self) -> Option<&Word<'_>> {
        let subject = self.parts.subject.iter().filter_map(|&i| self.word(i));
        subject.take_while(|w| !w.is(class::PREPOSITION) && !w.mark(&[','])).last()
    }

    /// "The number of murders rose", "output shot up": a verb of change tells of a figure, whatever the figure is of.
    fn changed(&self) -> Option<Trigger> {
        let up = self.lemma() == "shoot"
            && self.next() == "up"
            && self.rest(2).nth(1).is_none_or(|w| w.is(class::PREPOSITION));
        if up {
            return Some(if self.figure { FIGURE } else { CHANGED });
        }
        let told = self.word(self.predicate.head)?.told()?;
        let changes = told.kind == EventKind::Statistic && told.strength > 1;
        (changes && (self.figure || self.is_of(hint::MEASURE))).then_some(told)
    }

    /// What a word means here; `own` where the verb itself says more than little.
    pub(super) fn of(&self, word: Trigger, own: bool) -> Trigger {
        if self.near(&["guilty"]) && matches!(self.head(), "found" | "pleaded" | "pled") {
            return VERDICT;
        }
        // "the meeting of the parties to the treaty was held"
        if matches!(self.lemma(), "hold" | "convene" | "host")
            && matches!(word.kind, EventKind::Agreement | EventKind::Law)
            && self.subject_met()
        {
            return MET;
        }
        // "charged a man with assault"
        if self.lemma() == "charge" && self.rest(16).any(|w| w.text == "with") {
            return VERDICT;
        }
        if self.lemma() == "open" && self.next() == "fire" {
            return SHOT;
        }
        if matches!(self.lemma(), "seize" | "confiscate" | "intercept")
            && self.rest(8).any(|w| w.says(hint::CONTRABAND))
        {
            return CONFISCATED;
        }
        // "A bombing struck an election rally": the deed is what did it.
        if matches!(self.lemma(), "strike" | "hit" | "kill" | "target")
            && let Some(deed) = self.attacker()
        {
            return deed;
        }
        let word = self.changed().unwrap_or(word);
        let fired = self.lemma() == "launch" || self.head() == "fired";
        if fired && self.is_near(hint::WEAPON) {
            return OF_ARMS;
        }
        // "concluded its hearings"
        if self.lemma() == "conclude" && word.kind == EventKind::Agreement && !self.is_pact() {
            let met =
                self.rest(6).any(|w| w.entry.noun.is_some_and(|t| t.kind == EventKind::Meeting));
            return if met { MET } else { TOLD_OF };
        }
        if let Some(word) = self.phrase(word) {
            return word;
        }
        let word = if self.is_idiom(word) || self.is_turned(word) { TOLD_OF } else { word };
        // "a fleet of buses" is no armed one, nor is "a firm's sales division".
        let armed = |&i: &usize| {
            let behind = i.checked_sub(1).and_then(|b| self.word(b));
            let force = || behind.is_some_and(|w| w.shape != Shape::Lower || w.is(class::ARMED));
            self.word(i).is_some_and(|w| match w.text {
                "fleet" => self.word(i + 1).is_none_or(|w| w.text != "of"),
                "division" | "divisions" => force(),
                _ => true,
            }) && self.sentence.is(i, class::ARMED)
        };
        let word = match word {
            w if w.strength < 2 && self.parts.subject.iter().any(armed) => OF_ARMS,
            w if self.figure && w.kind == EventKind::Other && self.heads(hint::FIGURED) => FIGURE,
            w => w,
        };
        let measure = matches!(word.kind, EventKind::Statistic | EventKind::Trend);
        let word = if !own && !measure && self.is_measure() { CHANGED } else { word };
        self.counted(word)
    }

    /// What a verb says together with the words right behind it.
    fn phrase(&self, word: Trigger) -> Option<Trigger> {
        // "found that the army had killed", "entered into force"
        let says = self.sentence.is(self.predicate.head, class::KNOWING);
        if says && self.next() == "that" && !self.is_passive() {
            return Some(REPORTED);
        }
        // "The two sides signed a joint declaration"
        let several = self.near(&["joint"])
            || self.parts.subject.iter().any(|&i| self.word(i).is_some_and(|w| w.text == "and"));
        let signed = matches!(self.lemma(), "sign" | "ratify") && several;
        if signed && word.kind == EventKind::Statement {
            return Some(AGREED);
        }
        (self.is_in_force() && !self.is_pact()).then_some(IN_FORCE)
    }

    /// "came into force", "took effect": what a law does.
    fn is_in_force(&self) -> bool {
        let force = self.near(&["force", "effect"]);
        let into = self.next() == "into" && matches!(self.lemma(), "enter" | "come");
        let took = self.next() == "effect" && self.lemma() == "take";
        force && (into || took)
    }

    /// "held power", "met the criteria", "called the police", "claimed lives": what no list of verbs can know.
    fn is_idiom(&self, word: Trigger) -> bool {
        let carrier = self.sentence.is(self.predicate.head, class::CARRIER);
        if word.kind == EventKind::Meeting && word.strength < 2 && carrier {
            return true;
        }
        let passive = self.is_passive();
        match self.lemma() {
            "meet" => {
                self.is_near(hint::OWED) || (passive || self.next() == "by") && self.is_owed()
            }
            "call" => {
                self.near(&["police", "ambulance"])
                    || passive && matches!(self.next(), "to" | "out" | "in")
            }
            // "charged $46 million against earnings"
            "charge" => {
                !passive
                    && self.rest(2).any(|w| {
                        w.shape == Shape::Number && !w.text.contains(|c: char| c.is_alphabetic())
                    })
            }
            "demonstrate" | "advance" if self.head().ends_with("ed") => {
                !passive && self.has_object()
            }
            // "tried to advance a bill"
            _ if self.word(self.predicate.last).is_some_and(|w| w.text == "advance") => {
                self.has_object()
            }
            "join" => word.kind == EventKind::Agreement && !self.is_bloc(),
            "fall" => self.next() == "victim",
            "claim" => self.near(&["lives", "life", "victims"]),
            _ => false,
        }
    }

    /// Whether a form of "be" makes the verb passive.
    pub(super) fn is_passive(&self) -> bool {
        (self.predicate.first..self.predicate.head).any(|i| self.sentence.is(i, class::BE))
    }

    fn subject_met(&self) -> bool {
        let met = |w: &Word<'_>| w.entry.noun.is_some_and(|t| t.kind == EventKind::Meeting);
        self.parts.subject.iter().filter_map(|&i| self.word(i)).any(met)
    }

    /// Whether a pact is what is concluded.
    fn is_pact(&self) -> bool {
        let pact = |w: &Word<'_>| {
            w.entry.noun.is_some_and(|t| t.kind == EventKind::Agreement)
                || matches!(w.text, "alliance" | "peace" | "Peace" | "union")
        };
        self.rest(10).any(pact) || self.parts.subject.iter().filter_map(|&i| self.word(i)).any(pact)
    }

    /// Whether an object stands right behind the verb.
    pub(super) fn has_object(&self) -> bool {
        self.rest(1).next().is_some_and(|w| {
            w.shape != Shape::Number && !w.is(class::PREPOSITION | class::ADVERB) && !w.is_mark()
        })
    }

    /// "The goals were met".
    fn is_owed(&self) -> bool {
        self.is_subject(hint::OWED)
    }

    /// A rise or fall with no figure is a shift, or a fall of things.
    fn counted(&self, word: Trigger) -> Trigger {
        let number = |w: &Word<'_>| w.shape == Shape::Number && w.date.is_none();
        let counted = self.figure || self.rest(usize::MAX).any(number);
        match word.kind {
            EventKind::Statistic if !counted && self.falls() => TOLD_OF,
            EventKind::Statistic if !counted && word.strength < 2 => TOLD,
            EventKind::Statistic if !counted && word.strength < 3 => CHANGED,
            EventKind::Trend if self.figure && word.strength < 3 => FIGURE,
            _ => word,
        }
    }

    /// "A tree fell on a wedding party".
    fn falls(&self) -> bool {
        let to = |w: &Word<'_>| w.is(class::PARTICLE) || w.says(hint::GOALWARD);
        self.heads(hint::FALL) && self.rest(1).any(to)
    }

    /// "the number of conflicts rose": a measure.
    fn is_measure(&self) -> bool {
        let head = self.parts.subject.iter().filter_map(|&i| self.word(i));
        let mut head = head.take_while(|w| !w.is(class::PREPOSITION));
        let mut joined = false;
        head.any(|w| {
            // "a high-level meeting"
            let own = !std::mem::replace(&mut joined, w.mark(&['-', '\u{2011}']));
            own && w.says(hint::MEASURE)
        })
    }
}
