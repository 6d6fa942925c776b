//! What kind of judgement a sentence is by its own words. A sentence with the words found in it comes in; a kind and the rule
//! go out. Knows nothing of headings, lists or tables.

use super::lexicon::{FRAMES, Found, Use};
use super::told::{AssessmentKind, AssessmentKind as Kind, Sense};
use super::turns;
use crate::extract::Rule;
use crate::text::Span;

/// A sentence with the words found in it.
pub(super) struct Sentence<'a> {
    /// Its words.
    pub(super) text: &'a str,
    /// Where it stands in the reading text.
    pub(super) span: Span,
    /// What was found in it, rising.
    pub(super) found: &'a [Found],
    /// The bits of all uses found.
    bits: u64,
}

/// That something is to be done.
const OBLIGATION: Use = Use::Expression(Sense::Obligation);
/// A term of a scale, whichever.
const TERM: Use = Use::Expression(Sense::Term(""));

/// A kind with the rule that says so.
pub(super) type Judged = (AssessmentKind, Rule);

impl<'a> Sentence<'a> {
    /// A sentence with its words and what was found in it, rising.
    pub(super) fn new(text: &'a str, span: Span, found: &'a [Found]) -> Self {
        let bits = found.iter().fold(0, |all, f| all | f.bits);
        Self { text, span, found, bits }
    }

    /// Whether anything found in it is of a use.
    fn has(&self, what: Use) -> bool {
        self.bits & what.bit() != 0
    }

    /// Whether it is a question: what is asked is not judged.
    pub(super) fn is_question(&self) -> bool {
        self.text.trim_end_matches(['”', '"', '’', '\'', ')']).ends_with('?')
    }

    /// Whether the document speaks of itself: "This report provides an analysis".
    pub(super) fn is_of_itself(&self) -> bool {
        if !self.has(Use::Own) {
            return false;
        }
        let mut opening =
            self.found.iter().take_while(|f| f.span.start < self.span.start + OPENING);
        opening.any(|f| f.is(Use::Own))
    }

    /// What it is by its own words.
    pub(super) fn judge(&self) -> Option<Judged> {
        if self.found.is_empty() || self.is_question() || self.is_of_itself() {
            return None;
        }
        let cued = |kind: AssessmentKind| {
            let told = |f: &Found| !self.is_averted(f, kind) && !self.is_purpose(f, kind);
            self.has(Use::Cue(kind)) && self.found.iter().any(|f| f.is(Use::Cue(kind)) && told(f))
        };
        let framed = |kind: AssessmentKind| self.framed(kind);
        Some(if self.sums_up() {
            (Kind::BottomLine, "assessment.bottom-line.words")
        } else if cued(Kind::Scenario) || framed(Kind::Scenario) {
            (Kind::Scenario, "assessment.scenario.words")
        } else if cued(Kind::Gap) || framed(Kind::Gap) {
            (Kind::Gap, "assessment.gap.words")
        } else if cued(Kind::Recommendation) || self.obliges() {
            (Kind::Recommendation, "assessment.recommendation.words")
        } else if framed(Kind::Risk) || cued(Kind::Risk) {
            (Kind::Risk, "assessment.risk.words")
        } else if self.fears() {
            (Kind::Risk, "assessment.risk.outcome")
        } else if cued(Kind::Forecast) || self.foresees() {
            (Kind::Forecast, "assessment.forecast.words")
        } else if cued(Kind::Weakness) || framed(Kind::Weakness) {
            (Kind::Weakness, "assessment.weakness.words")
        } else if cued(Kind::Strength) || framed(Kind::Strength) {
            (Kind::Strength, "assessment.strength.words")
        } else if cued(Kind::Judgement) || self.estimates() {
            (Kind::Judgement, "assessment.judgement.words")
        } else {
            return None;
        })
    }

    /// Whether it has a word of a kind, for prose under a heading that promises that kind.
    pub(super) fn fits(&self, kind: AssessmentKind) -> bool {
        if self.is_question() || self.is_of_itself() {
            return false;
        }
        let cued = self.has(Use::Cue(kind)) || self.framed(kind);
        let doubt = || self.found.iter().any(doubts);
        cued || match kind {
            AssessmentKind::Forecast | AssessmentKind::Scenario => {
                doubt() || self.has(Use::Horizon)
            }
            AssessmentKind::Risk => doubt() || self.has(Use::Bad),
            AssessmentKind::Recommendation => self.has(OBLIGATION) || self.commands(),
            AssessmentKind::Judgement => doubt(),
            _ => false,
        }
    }

    /// Whether it opens by telling somebody to do something.
    fn commands(&self) -> bool {
        self.found
            .first()
            .is_some_and(|f| f.is(Use::Imperative) && f.span.start <= self.span.start + 1)
    }

    /// Whether it says that something is to be done: "must", "should", but for what is only said that way.
    fn obliges(&self) -> bool {
        if !self.has(OBLIGATION) {
            return false;
        }
        self.found.iter().filter(|f| f.sense() == Some(Sense::Obligation)).any(|f| {
            let after = self.after(f);
            let next = first_word(after);
            let opens = f.span.start == self.span.start;
            let words = self.words(f).to_ascii_lowercase();
            // "A critical need to" is a noun, and what citizens "have to" do is mostly the law as it stands.
            if words.starts_with("need") && turns::NEED.has(self.before(f))
                || words.starts_with("ha")
            {
                return false;
            }
            // "Should the talks fail" is a condition, "must have been" a guess, "it should be noted" a turn of speech.
            !opens
                && !self.is_asked(f)
                && !matches!(next, "have" | "not")
                && turns::PHRASE.begins(after).is_none()
                && !turns::AUXILIARY.has(self.before(f))
        })
    }

    /// Whether it opens by summing up, and goes on to say something: "In conclusion, I wish to thank" does not.
    fn sums_up(&self) -> bool {
        let cue = self.found.first().filter(|f| f.is(Use::Cue(AssessmentKind::BottomLine)));
        cue.is_some_and(|f| {
            let after = self.after(f).trim_start_matches([',', ' ']);
            f.span.start <= self.span.start + 2 && !turns::COURTESY.has(first_word(after))
        })
    }

    /// Whether a word of judgement only says what something is for: "a sign is used to indicate that".
    fn is_purpose(&self, f: &Found, kind: AssessmentKind) -> bool {
        kind == AssessmentKind::Judgement && self.before(f).eq_ignore_ascii_case("to")
    }

    /// Whether the risk that is named is one made smaller: "reduces the risk of".
    fn is_averted(&self, f: &Found, kind: AssessmentKind) -> bool {
        let before = self.part(self.span.start, f.span.start).unwrap_or_default();
        kind == AssessmentKind::Risk
            && before.split_whitespace().rev().take(3).any(|word| turns::AVERT.says(word))
    }

    /// Whether what should be is only asked: "what the measure should be".
    fn is_asked(&self, f: &Found) -> bool {
        let before = self.part(self.span.start, f.span.start).unwrap_or_default();
        let near = before.rsplit([',', ';', ':', '(']).next().unwrap_or_default();
        let mut words = near.split_whitespace().rev().take(6);
        words.any(|word| turns::QUESTION.says(word))
    }

    /// Whether a word of doubt or future stands before an outcome one fears, close by.
    fn fears(&self) -> bool {
        self.leads(Use::Bad, |f| doubts(f) && !self.is_aside(f))
    }

    /// Whether it says what will be: a likelihood of what is to come, "may" and a verb, "will" and an outcome.
    fn foresees(&self) -> bool {
        if !self.has(Use::Trend) && !self.has(TERM) {
            return false;
        }
        let likely = |f: &Found| {
            matches!(f.sense(), Some(Sense::Term(_)))
                && (matches!(first_word(self.after(f)), "to" | "that")
                    || matches!(self.before(f), "will"))
        };
        self.found.iter().any(likely)
            || self.leads(Use::Trend, |f| {
                (f.sense() == Some(Sense::UnhedgedFuture) || is_modal(self.words(f)))
                    && !self.is_aside(f)
            })
            || self
                .found
                .iter()
                .any(|f| f.sense() == Some(Sense::UnhedgedFuture) && f.is(Use::Trend))
    }

    /// Whether it gives a likelihood of what is or was.
    fn estimates(&self) -> bool {
        self.found.iter().any(|f| match f.sense() {
            Some(Sense::Term("certain" | "impossible" | "remote")) => false,
            Some(Sense::Term(_) | Sense::Confidence) => true,
            _ => false,
        })
    }

    /// Whether an outcome stands within a few words behind a word that `is_lead`.
    fn leads(&self, outcome: Use, is_lead: impl Fn(&Found) -> bool) -> bool {
        if !self.has(outcome) {
            return false;
        }
        let outcomes = || self.found.iter().filter(|f| f.is(outcome));
        self.found.iter().filter(|f| is_lead(f)).any(|lead| {
            outcomes().any(|bad| {
                let gap = bad.span.start.checked_sub(lead.span.end);
                let between = gap.and_then(|_| self.part(lead.span.end, bad.span.start));
                between.is_some_and(|words| {
                    words.split_whitespace().count() <= NEAR
                        && !words.contains([';', ':'])
                        && !words.split_whitespace().any(|word| turns::AVERT.says(word))
                })
            })
        })
    }

    /// Whether a frame of two words of a kind is in it.
    fn framed(&self, kind: AssessmentKind) -> bool {
        let frames = FRAMES.iter().zip(0u8..).filter(|(frame, _)| frame.kind == kind);
        let told = |number| self.has(Use::First(number)) && self.has(Use::Second(number));
        frames.filter(|(_, number)| told(*number)).any(|(frame, number)| {
            let mut firsts = self.found.iter().filter(|f| f.is(Use::First(number)));
            let follows = |first: &Found, second: &Found| {
                let between = self.part(first.span.end, second.span.start);
                between.is_some_and(|words| words.split_whitespace().count() <= frame.gap)
            };
            let found = firsts.any(|first| {
                let after = self.found.iter().filter(|f| f.span.start >= first.span.end);
                after.filter(|f| f.is(Use::Second(number))).any(|second| follows(first, second))
            });
            found && (!frame.doubt || self.found.iter().any(|f| doubts(f) && !self.is_aside(f)))
        })
    }

    /// Whether "may" or "could" says nothing of what is to come: a month, a wish, what was once able to be.
    fn is_aside(&self, f: &Found) -> bool {
        let words = self.words(f);
        if !is_modal(words) {
            return false;
        }
        let next = first_word(self.after(f));
        let opens = f.span.start <= self.span.start + 2;
        turns::WISHED.has(next)
            || opens
            || words.starts_with('M')
            || next == "be" && turns::SUPPOSED.has(self.before(f))
    }

    /// The words of what was found.
    pub(super) fn words(&self, f: &Found) -> &str {
        self.part(f.span.start, f.span.end).unwrap_or_default()
    }

    /// The last word before what was found, as written.
    fn before(&self, f: &Found) -> &str {
        let text = self.part(self.span.start, f.span.start).unwrap_or_default();
        text.split_whitespace().next_back().unwrap_or_default()
    }

    /// What stands behind what was found.
    fn after(&self, f: &Found) -> &str {
        self.part(f.span.end, self.span.end).unwrap_or_default().trim_start()
    }

    fn part(&self, start: u32, end: u32) -> Option<&str> {
        let from = start.checked_sub(self.span.start)? as usize;
        self.text.get(from..end.checked_sub(self.span.start)? as usize)
    }
}

/// Words that say something may be, or will be.
fn doubts(f: &Found) -> bool {
    match f.sense() {
        Some(Sense::Hedge | Sense::UnhedgedFuture) => true,
        Some(Sense::Term(words)) => !matches!(words, "certain" | "impossible" | "remote"),
        _ => false,
    }
}

fn is_modal(words: &str) -> bool {
    ["may", "might", "could"].iter().any(|modal| words.eq_ignore_ascii_case(modal))
}

fn first_word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()
}

/// Words between a word of doubt and its outcome, at most.
const NEAR: usize = 5;

/// Bytes of a sentence that are its opening.
const OPENING: u32 = 30;
