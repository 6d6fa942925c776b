//! What a verb of travel, war, agreement or building tells besides: the words around it come in; whether it tells of
//! something else goes out: "went on sale", "a truck struck the wall", "settled in the valley".

use super::class;
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
/// What starts by itself or by the clock, and is founded by nobody.
const CLOCKED: [&str; 20] = [
    "class", "classes", "season", "game", "match", "race", "show", "semester", "shift", "trouble",
    "problems", "symptoms", "pain", "rain", "rains", "snow", "search", "journey", "career", "day",
];
/// What falls down.
const BUILT: [&str; 20] = [
    "roof",
    "roofs",
    "ceiling",
    "wall",
    "walls",
    "house",
    "houses",
    "home",
    "homes",
    "building",
    "buildings",
    "bridge",
    "bridges",
    "tower",
    "tunnel",
    "mine",
    "dam",
    "crane",
    "scaffolding",
    "floor",
];
/// What is gone out to.
const ALARMS: [&str; 12] = [
    "call",
    "calls",
    "scene",
    "fire",
    "fires",
    "blaze",
    "accident",
    "crash",
    "emergency",
    "alarm",
    "shooting",
    "burglary",
];
/// What is seized and captured without arms.
const MOODS: [&str; 16] = [
    "moment",
    "opportunity",
    "chance",
    "attention",
    "imagination",
    "mind",
    "spirit",
    "mood",
    "essence",
    "hearts",
    "title",
    "camera",
    "video",
    "film",
    "images",
    "initiative",
];
/// What is marked with a feast.
const FEASTS: [&str; 6] =
    ["anniversary", "birthday", "centenary", "jubilee", "bicentenary", "holiday"];
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
            // A phrase that names an initiative is one, whatever starts it.
            EventKind::Initiative if word.rule.rsplit('.').next() == Some("verb") => {
                self.starts_by_itself()
            }
            EventKind::Trend => self.is_bodily(),
            EventKind::Statement => {
                matches!(self.head(), "responded" | "responds" | "responding") && self.near(&ALARMS)
            }
            _ => false,
        }
    }

    /// "the blaze started", "classes began": nobody founded anything.
    fn starts_by_itself(&self) -> bool {
        let starts =
            matches!(self.head(), "began" | "begun" | "begins" | "begin" | "started" | "starts");
        starts && !self.has_object() && (self.is_blind() || self.is_of(&CLOCKED))
    }

    /// "the roof collapsed", "the fire spread", "divers recovered the body", "marked its jubilee": what befalls things
    /// is no broad shift.
    fn is_bodily(&self) -> bool {
        match self.head() {
            "collapsed" | "collapses" | "collapse" => self.is_of(&BUILT),
            "spread" | "spreads" => self.is_blind(),
            "recovered" | "recovers" => self.has_object(),
            "marked" | "marks" => self.near(&FEASTS),
            _ => false,
        }
    }

    /// Whether a subject's own noun, before any preposition, is one of a list.
    fn is_of(&self, words: &[&str]) -> bool {
        let head = self.parts.subject.iter().filter_map(|&i| self.word(i));
        let head = head.take_while(|w| !w.is(class::PREPOSITION) && !w.mark(&[',']));
        head.last().is_some_and(|w| words.contains(&w.text.to_ascii_lowercase().as_str()))
    }

    /// Whether what strikes and burns without an army is the subject.
    fn is_blind(&self) -> bool {
        let mut subject = self.parts.subject.iter().filter_map(|&i| self.word(i));
        subject.any(|w| BLIND.contains(&w.text.to_ascii_lowercase().as_str()))
    }

    /// "struck by a car", "defeated in the election"
    fn is_peaceful(&self) -> bool {
        let blind = self.is_blind();
        match self.head() {
            "struck" | "strike" | "strikes" | "destroyed" | "destroys" | "swept" => {
                blind || self.near(&BLIND)
            }
            "defeated" | "defeat" | "defeats" => self.near(&CONTESTS),
            "beat" | "beaten" | "beats" => {
                !self.is_passive() && self.rest(1).next().is_some_and(|w| w.shape == Shape::Capital)
            }
            "seized" | "seize" | "captured" => {
                self.near(&MOODS) || self.is_passive() && self.subject_has(&MOODS)
            }
            _ => false,
        }
    }
}
