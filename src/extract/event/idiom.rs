//! What a word turns out to mean where it stands: the word that gives the type, and the words around its predicate,
//! come in; the type they make together goes out. Never picks the word.

use super::class;
use super::found::Parts;
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
/// Verbs that tell a figure where one follows.
const FIGURED: [&str; 11] = [
    "lost",
    "posted",
    "contracted",
    "shed",
    "finished",
    "closed",
    "ended",
    "stood",
    "netted",
    "reached",
    "reach",
];
/// Who is found guilty is sentenced.
const VERDICT: Trigger = Trigger {
    kind: EventKind::Counterterror,
    strength: 3,
    id: 8,
    rule: "event.counterterror.verdict",
};
/// What is met and is no meeting.
const MEASURES: [&str; 16] = [
    "criteria",
    "requirements",
    "requirement",
    "needs",
    "demand",
    "demands",
    "goal",
    "goals",
    "target",
    "targets",
    "standards",
    "deadline",
    "obligations",
    "expectations",
    "conditions",
    "challenge",
];
/// What is launched to do harm.
const WEAPONS: [&str; 16] = [
    "missile",
    "missiles",
    "rockets",
    "attack",
    "attacks",
    "strike",
    "strikes",
    "airstrikes",
    "offensive",
    "assault",
    "aggression",
    "invasion",
    "raid",
    "raids",
    "war",
    "shells",
];
/// "opened fire"
const SHOT: Trigger =
    Trigger { kind: EventKind::Attack, strength: 3, id: 10, rule: "event.attack.noun" };
/// What is joined by treaty.
const BODIES: [&str; 18] = [
    "Union",
    "Organization",
    "Organisation",
    "Nations",
    "NATO",
    "EU",
    "WTO",
    "Community",
    "Commonwealth",
    "League",
    "Treaty",
    "Convention",
    "Agreement",
    "Pact",
    "Alliance",
    "alliance",
    "treaty",
    "bloc",
];
/// A rise or a fall with no number in its clause is a broad shift.
const CHANGED: Trigger =
    Trigger { kind: EventKind::Trend, strength: 2, id: 4, rule: "event.trend.change" };

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
        self.word(self.predicate.head).map_or("", |w| w.text)
    }

    pub(super) fn rest(&self, within: usize) -> impl Iterator<Item = &Word<'a>> {
        self.parts.rest.iter().take(within).filter_map(|&i| self.word(i))
    }

    pub(super) fn next(&self) -> &'a str {
        self.parts.rest.first().and_then(|&i| self.word(i)).map_or("", |w| w.text)
    }

    pub(super) fn near(&self, words: &[&str]) -> bool {
        self.rest(6).any(|w| words.contains(&w.text))
    }

    /// What a word means here; `own` where the verb itself says more than little.
    pub(super) fn of(&self, word: Trigger, own: bool) -> Trigger {
        if self.near(&["guilty"]) && matches!(self.head(), "found" | "pleaded" | "pled") {
            return VERDICT;
        }
        // "the meeting of the parties to the treaty was held"
        if matches!(self.head(), "held" | "convened" | "hosted")
            && matches!(word.kind, EventKind::Agreement | EventKind::Law)
            && self.subject_met()
        {
            return MET;
        }
        // "charged a man with assault"
        if self.head() == "charged" && self.rest(16).any(|w| w.text == "with") {
            return VERDICT;
        }
        if matches!(self.head(), "opened" | "open") && self.next() == "fire" {
            return SHOT;
        }
        if matches!(self.head(), "launched" | "launch" | "fired") && self.near(&WEAPONS) {
            return OF_ARMS;
        }
        // "concluded its hearings"
        if self.is_concluded() && word.kind == EventKind::Agreement && !self.is_pact() {
            let met =
                self.rest(6).any(|w| w.entry.noun.is_some_and(|t| t.kind == EventKind::Meeting));
            return if met { MET } else { TOLD_OF };
        }
        let word = if self.is_idiom(word) || self.is_turned(word) { TOLD_OF } else { word };
        // "a fleet of buses" is no armed one.
        let armed = |&i: &usize| {
            self.word(i).is_some_and(|w| w.is(class::ARMED))
                && !(self.word(i).is_some_and(|w| w.text == "fleet")
                    && self.word(i + 1).is_some_and(|w| w.text == "of"))
        };
        let word = match word {
            w if w.strength < 2 && self.parts.subject.iter().any(armed) => OF_ARMS,
            w if self.figure && w.kind == EventKind::Other && FIGURED.contains(&self.head()) => {
                FIGURE
            }
            w => w,
        };
        let measure = matches!(word.kind, EventKind::Statistic | EventKind::Trend);
        let word = if !own && !measure && self.is_measure() { CHANGED } else { word };
        self.counted(word)
    }

    /// "held power", "met the criteria", "called the police", "claimed lives": what no list of verbs can know.
    fn is_idiom(&self, word: Trigger) -> bool {
        let carrier = self.word(self.predicate.head).is_some_and(|w| w.is(class::CARRIER));
        if word.kind == EventKind::Meeting && word.strength < 2 && carrier {
            return true;
        }
        let passive = self.is_passive();
        match self.head() {
            "met" | "meet" | "meets" => {
                self.near(&MEASURES) || (passive || self.next() == "by") && self.is_owed()
            }
            "called" => {
                self.near(&["police", "ambulance"])
                    || passive && matches!(self.next(), "to" | "out" | "in")
            }
            // "charged $46 million against earnings"
            "charged" => {
                !passive
                    && self.rest(2).any(|w| {
                        w.shape == Shape::Number && !w.text.contains(|c: char| c.is_alphabetic())
                    })
            }
            "demonstrated" | "advanced" => !passive && self.has_object(),
            "joined" | "join" | "joining" => {
                word.kind == EventKind::Agreement && !self.near(&BODIES)
            }
            "fell" | "fallen" => self.next() == "victim",
            "claimed" | "claims" => self.near(&["lives", "life", "victims"]),
            _ => false,
        }
    }

    /// Whether a form of "be" makes the verb passive.
    pub(super) fn is_passive(&self) -> bool {
        (self.predicate.first..self.predicate.head)
            .any(|i| self.word(i).is_some_and(|w| w.is(class::BE)))
    }

    fn subject_met(&self) -> bool {
        let met = |w: &Word<'_>| w.entry.noun.is_some_and(|t| t.kind == EventKind::Meeting);
        self.parts.subject.iter().filter_map(|&i| self.word(i)).any(met)
    }

    fn is_concluded(&self) -> bool {
        matches!(self.head(), "concluded" | "concludes" | "conclude")
    }

    /// Whether a pact is what is concluded.
    fn is_pact(&self) -> bool {
        let pact = |w: &Word<'_>| {
            w.entry.noun.is_some_and(|t| t.kind == EventKind::Agreement)
                || matches!(w.text, "alliance" | "peace" | "Peace" | "union")
        };
        self.rest(10).any(pact) || self.parts.subject.iter().filter_map(|&i| self.word(i)).any(pact)
    }

    pub(super) fn subject_has(&self, words: &[&str]) -> bool {
        self.parts.subject.iter().filter_map(|&i| self.word(i)).any(|w| words.contains(&w.text))
    }

    /// Whether an object stands right behind the verb.
    pub(super) fn has_object(&self) -> bool {
        self.rest(1).next().is_some_and(|w| {
            w.shape != Shape::Number && !w.is(class::PREPOSITION | class::ADVERB) && !w.is_mark()
        })
    }

    /// "The goals were met".
    fn is_owed(&self) -> bool {
        self.subject_has(&MEASURES)
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
        matches!(
            self.head(),
            "fell" | "fallen" | "falls" | "fall" | "dropped" | "slipped" | "grew" | "climbed"
        ) && matches!(
            self.next(),
            "on" | "onto" | "up" | "into" | "from" | "off" | "through" | "over"
        )
    }

    /// "the number of conflicts rose": a measure.
    fn is_measure(&self) -> bool {
        let head = self.parts.subject.iter().filter_map(|&i| self.word(i));
        let mut head = head.take_while(|w| !w.is(class::PREPOSITION));
        let mut joined = false;
        head.any(|w| {
            // "a high-level meeting"
            let own = !std::mem::replace(&mut joined, w.mark(&['-', '\u{2011}']));
            own && matches!(
                w.text,
                "number"
                    | "share"
                    | "level"
                    | "rate"
                    | "proportion"
                    | "percentage"
                    | "amount"
                    | "price"
                    | "prices"
                    | "cost"
                    | "costs"
                    | "value"
            )
        })
    }
}
