//! What a verb of travel, war, agreement or building tells besides: the words around it come in; whether it tells of
//! something else goes out: "went on sale", "a truck struck the wall", "settled in the valley".

use super::idiom::Turn;
use super::lexicon::Trigger;
use super::word::Shape;
use crate::extract::EventKind;

/// What strikes, breaks and burns without an army.
const BLIND: [&str; 26] = [
    "car",
    "truck",
    "pickup",
    "vehicle",
    "bus",
    "train",
    "van",
    "motorcycle",
    "tractor",
    "plane",
    "boat",
    "tree",
    "fire",
    "blaze",
    "storm",
    "storms",
    "tornado",
    "tornadoes",
    "hurricane",
    "cyclone",
    "typhoon",
    "earthquake",
    "flood",
    "floods",
    "lightning",
    "wildfire",
];
/// What is won and lost by votes and goals.
const CONTESTS: [&str; 16] = [
    "election",
    "elections",
    "vote",
    "votes",
    "match",
    "game",
    "final",
    "semifinal",
    "runoff",
    "primary",
    "ballot",
    "bill",
    "motion",
    "amendment",
    "season",
    "penalties",
];
/// What is settled between parties.
const QUARRELS: [&str; 14] = [
    "dispute",
    "disputes",
    "case",
    "cases",
    "lawsuit",
    "lawsuits",
    "suit",
    "claims",
    "claim",
    "charges",
    "conflict",
    "differences",
    "issue",
    "allegations",
];
/// What is gone to, and no journey.
const ENDS: [&str; 12] = [
    "jury", "trial", "court", "polls", "press", "auction", "sale", "air", "bed", "school",
    "college", "effect",
];
/// What is completed and no programme.
const TERMS: [&str; 12] = [
    "sentence",
    "degree",
    "studies",
    "acquisition",
    "merger",
    "sale",
    "purchase",
    "transaction",
    "course",
    "term",
    "training",
    "season",
];
/// What is gone, and no journey.
const ON: [&str; 14] = [
    "up", "on", "down", "off", "out", "through", "under", "ahead", "away", "missing", "viral",
    "public", "live", "bankrupt",
];

impl Turn<'_> {
    /// Whether a verb tells of something else than its kind.
    pub(super) fn is_turned(&self, word: Trigger) -> bool {
        match word.kind {
            EventKind::Meeting => {
                let goes = matches!(self.head(), "went" | "go" | "goes" | "gone" | "going");
                goes && (ON.contains(&self.next()) || self.near(&ENDS))
                    && !self.near(&["visit", "trip", "tour"])
            }
            EventKind::Conflict | EventKind::Attack => self.is_peaceful(),
            EventKind::Agreement => {
                matches!(self.head(), "settled" | "settles")
                    && self.next() != "with"
                    && !self.near(&QUARRELS)
                    && !self.subject_has(&QUARRELS)
            }
            EventKind::Programme => {
                matches!(self.head(), "completed" | "completes" | "complete") && self.near(&TERMS)
            }
            _ => false,
        }
    }

    /// "struck by a car", "defeated in the election"
    fn is_peaceful(&self) -> bool {
        let blind = self.parts.subject.iter().filter_map(|&i| self.word(i));
        let blind =
            blind.into_iter().any(|w| BLIND.contains(&w.text.to_ascii_lowercase().as_str()));
        match self.head() {
            "struck" | "strike" | "strikes" | "destroyed" | "destroys" | "swept" => {
                blind || self.near(&BLIND)
            }
            "defeated" | "defeat" | "defeats" => self.near(&CONTESTS),
            "beat" | "beaten" | "beats" => {
                !self.is_passive() && self.rest(1).next().is_some_and(|w| w.shape == Shape::Capital)
            }
            "seized" | "seize" | "captured" => {
                self.near(&["moment", "opportunity", "chance", "attention", "imagination"])
            }
            _ => false,
        }
    }
}
