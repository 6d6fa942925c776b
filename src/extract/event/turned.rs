//! What a verb of travel, war, agreement or building tells besides: the words around it come in; whether it tells of
//! something else goes out: "went on sale", "a truck struck the wall", "settled in the valley".

use super::hint::{self, Hint};
use super::idiom::Turn;
use super::lexicon::Trigger;
use super::word::Shape;
use crate::extract::EventKind;

impl Turn<'_> {
    /// Whether a verb tells of something else than its kind.
    pub(super) fn is_turned(&self, word: Trigger) -> bool {
        match word.kind {
            EventKind::Meeting => {
                self.lemma() == "go"
                    && (self.rest(1).any(|w| w.says(hint::GONE)) || self.is_near(hint::END))
                    && !self.near(&["visit", "trip", "tour"])
            }
            EventKind::Conflict | EventKind::Attack => self.is_peaceful(),
            EventKind::Agreement => {
                self.lemma() == "settle"
                    && self.next() != "with"
                    && !self.is_near(hint::QUARREL)
                    && !self.is_subject(hint::QUARREL)
            }
            EventKind::Programme => self.lemma() == "complete" && self.is_near(hint::TERM),
            // A phrase that names an initiative is one, whatever starts it.
            EventKind::Initiative if word.rule.rsplit('.').next() == Some("verb") => {
                self.starts_by_itself()
            }
            EventKind::Trend => self.is_bodily(),
            // "earned a nomination"
            EventKind::Statistic => {
                matches!(self.lemma(), "earn" | "gain")
                    && !self.figure
                    && self.has_object()
                    && !self.is_of(hint::MEASURE)
            }
            EventKind::Statement => self.lemma() == "respond" && self.is_near(hint::ALARM),
            _ => false,
        }
    }

    /// "the blaze started", "classes began": nobody founded anything.
    fn starts_by_itself(&self) -> bool {
        let starts = self.heads(hint::START);
        starts && !self.has_object() && (self.is_blind() || self.is_of(hint::CLOCKED))
    }

    /// "the roof collapsed", "the fire spread", "divers recovered the body", "marked its jubilee": what befalls things
    /// is no broad shift.
    fn is_bodily(&self) -> bool {
        match self.lemma() {
            "collapse" => self.is_of(hint::BUILT),
            "spread" => self.is_blind(),
            "recover" => self.has_object(),
            "mark" => self.is_near(hint::FEAST),
            _ => false,
        }
    }

    /// Whether a subject's own noun is one of a list.
    pub(super) fn is_of(&self, hint: Hint) -> bool {
        self.own_noun().is_some_and(|w| w.hints(hint))
    }

    /// Whether what strikes and burns without an army is the subject.
    fn is_blind(&self) -> bool {
        let mut subject = self.parts.subject.iter().filter_map(|&i| self.word(i));
        subject.any(|w| w.hints(hint::BLIND))
    }

    /// "struck by a car", "defeated in the election"
    fn is_peaceful(&self) -> bool {
        let blind = self.is_blind();
        match self.lemma() {
            // "struck up a conversation"
            "strike" if self.next() == "up" => true,
            "strike" | "destroy" | "sweep" => blind || self.is_near(hint::BLIND),
            // "the ferry sank"
            "sink" => !self.has_object(),
            "defeat" => self.is_near(hint::CONTEST),
            "beat" => {
                !self.is_passive() && self.rest(1).next().is_some_and(|w| w.shape == Shape::Capital)
            }
            "seize" | "capture" => {
                self.is_near(hint::MOOD) || self.is_passive() && self.is_subject(hint::MOOD)
            }
            _ => false,
        }
    }
}
