//! What a predicate or an event noun takes behind it: objects, complements, places. The place where they begin comes
//! in; their words go out, up to where another clause begins. The date itself is left out. Never reads backward.

use super::class;
use super::form::Form;
use super::hint;
use super::predicate::{Predicate, says};
use super::sentence::Sentence;
use super::word::{Shape, Word};
use std::ops::Range;

/// No title looks further ahead, in words.
const FARTHEST: usize = 48;
/// A quotation or bracket closes within so many words.
pub(super) const QUOTED: usize = 30;
/// The verb of another clause stands within so many words behind "and".
pub(super) const NEAR: usize = 8;
/// "said he hoped they could move": so many verbs hang on each other.
const CHAINED: usize = 2;

/// Reads on behind a predicate or a noun.
pub(super) struct Rest<'a> {
    pub(super) sentence: &'a Sentence<'a>,
    /// The words of the date, with those joined to it.
    pub(super) run: &'a Range<usize>,
}

/// What stands before the words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verb {
    /// A noun.
    None,
    /// A verb that may only describe a noun: "laws enacted in 2017".
    Describing,
    Telling,
}

/// What a word does to what was read.
pub(super) enum Step {
    /// All words up to here belong to it.
    Take(usize),
    /// The words up to here do not, but what follows may.
    Skip(usize),
    Stop,
}

struct Walk {
    words: Vec<usize>,
    /// Whether what is said may still bring a predicate of its own.
    open: bool,
    /// The last word of the predicate of what is said.
    told: Option<usize>,
    /// How many verbs were taken for what is thought or ordered.
    chained: usize,
    /// Whether the subject of another verb was read as ours.
    torn: bool,
}

impl Rest<'_> {
    pub(super) fn word(&self, index: usize) -> Option<&Word<'_>> {
        self.sentence.word(index)
    }

    /// What follows a predicate, and the last word of the predicate of what is said, where it reports something.
    /// Nothing where the subject of another verb would stand in it.
    pub(super) fn of(&self, predicate: Predicate) -> Option<(Vec<usize>, Option<usize>)> {
        let hangs = self
            .word(predicate.last + 1)
            .is_some_and(|w| w.is(class::PREPOSITION) || w.date.is_some() && !w.is_compound());
        let told = says(&self.sentence.words, &predicate);
        let describes = predicate.first == predicate.head && !predicate.copula && hangs && !told;
        let verb = if describes { Verb::Describing } else { Verb::Telling };
        let walk = self.walk(predicate.last + 1, told, verb);
        (!walk.torn || describes).then(|| (self.without_span(walk.words), walk.told))
    }

    /// "collapsed less than a day" after something: the span goes with what it was counted from.
    fn without_span(&self, mut words: Vec<usize>) -> Vec<usize> {
        let last = words.last().copied();
        let next = last
            .and_then(|i| self.word(i + 1))
            .is_some_and(|w| matches!(w.text, "after" | "before"));
        let unit = last.and_then(|i| self.word(i)).is_some_and(|w| w.says(hint::SPAN));
        if next && unit {
            let small = |w: &Word<'_>| {
                w.date.is_some()
                    || w.is(class::DETERMINER | class::ADVERB)
                    || w.shape == Shape::Number
                    || w.says(hint::SPAN)
                    || w.says(hint::NUMERAL)
                    || matches!(w.text, "than" | "just")
            };
            while words.last().is_some_and(|&i| self.word(i).is_some_and(small)) {
                words.pop();
            }
        }
        words
    }

    /// What follows a noun.
    pub(super) fn of_noun(&self, noun: usize) -> Vec<usize> {
        self.walk(noun + 1, false, Verb::None).words
    }

    fn walk(&self, from: usize, open: bool, verb: Verb) -> Walk {
        let mut walk = Walk { words: Vec::new(), open, told: None, chained: 0, torn: false };
        let mut at = from;
        while at < self.sentence.words.len().min(from + FARTHEST) {
            match self.step(&mut walk, at, verb) {
                Step::Take(end) => {
                    walk.words.extend(at..end);
                    at = end;
                }
                Step::Skip(end) => at = end,
                Step::Stop => break,
            }
        }
        walk
    }

    fn step(&self, walk: &mut Walk, at: usize, verb: Verb) -> Step {
        let Some(word) = self.word(at) else { return Step::Stop };
        if self.run.contains(&at) {
            return if self.goes_on(walk, verb) { Step::Skip(self.run.end) } else { Step::Stop };
        }
        if word.aside {
            return Step::Skip(at + 1);
        }
        if word.date.is_some() {
            return Step::Take(at + 1);
        }
        if let Shape::Mark(mark) = word.shape {
            return self.mark(walk, at, mark);
        }
        // "At the 1998 summit the leaders said": an article behind a noun opens another phrase.
        if verb == Verb::None && walk.words.is_empty() && word.is(class::DETERMINER) {
            return Step::Stop;
        }
        if verb == Verb::None && self.leaves_noun(at, walk.words.is_empty()) {
            return Step::Stop;
        }
        if let Some(predicate) = self.sentence.predicate_at(at) {
            return self.predicate(walk, *predicate, verb);
        }
        if word.is(class::RELATIVE) {
            return self.relative(walk, at, verb);
        }
        // "drew itself into yet another war"
        let again = word.text == "yet" && self.sentence.text(at + 1) == "another";
        if word.is(class::CONJUNCTION) && !again {
            // "the murder of Ana Roy and on June 20", "1998's flood and 2005's storm": another day is told of.
            let led = self.sentence.is(at + 1, class::PREPOSITION);
            let day = self.word(at + 1 + usize::from(led)).is_some_and(|w| w.date.is_some());
            if day && (led || verb == Verb::None) {
                return Step::Stop;
            }
            // "welcome the accord and urge the parties": a second verb.
            let verb = self.word(at + 1).is_some_and(|w| {
                w.form() == Some(Form::Base) && w.entry.noun.is_none() && w.shape == Shape::Lower
            }) && self.word(at + 2).is_some_and(|w| {
                w.is(class::DETERMINER | class::PRONOUN) || w.shape == Shape::Capital
            });
            let led =
                led && walk.words.is_empty() && !self.sentence.in_predicate(at.saturating_sub(1));
            let clause =
                verb || led || !word.is(class::COORDINATOR) || self.opens_clause(at + 1, NEAR);
            return if clause { Step::Stop } else { Step::Take(at + 1) };
        }
        let opens = word.is(class::SUBORDINATOR)
            && (!word.is(class::PREPOSITION) || self.opens_clause(at + 1, NEAR));
        // "took place as Ms Roy, mayor of the town, arrived"
        let opens = opens || word.text == "as" && self.word(at + 1).is_some_and(Word::is_courtesy);
        let opens = opens || word.text == "because" && self.sentence.text(at + 1) != "of";
        if opens && !(walk.words.is_empty() && matches!(word.text, "whether" | "where")) {
            return Step::Stop;
        }
        Step::Take(at + 1)
    }

    /// Whether something still belongs to the predicate behind the date.
    fn goes_on(&self, walk: &Walk, verb: Verb) -> bool {
        let Some(next) = self.word(self.run.end) else { return false };
        // "took place on 3 May, after a month of war": what a second date is of is no object.
        let joined = self.run.clone().any(|i| self.word(i).is_some_and(|w| w.mark(&[','])));
        let phrase = next.is(class::PREPOSITION)
            && !(joined && next.text == "of")
            && !self.opens_clause(self.run.end + 1, NEAR / 2);
        let said = walk.open && next.text == "that";
        let object = said
            || walk.words.is_empty()
                && (next.is(class::DETERMINER)
                    || next.is_content()
                    || matches!(next.text, "that" | "whether")
                    // "had decided in May he would go"
                    || next.says(hint::SUBJECTS)
                        && (walk.open || self.binds())
                        && self.opens_clause(self.run.end, 3))
                && !next.hints(hint::ZONE)
                && !next.is(class::CONJUNCTION);
        // "the earthquake of 2010 in Haiti"
        let place = next.says(hint::LOCAL)
            && self.word(self.run.end + 1).is_some_and(|w| {
                w.shape == Shape::Capital && w.date.is_none() && !w.is(class::DETERMINER)
            });
        verb != Verb::None && (phrase || object)
            || verb == Verb::None && (next.text == "of" || place && walk.words.is_empty())
    }

    /// Whether a verb of deciding stands right before the date.
    fn binds(&self) -> bool {
        let verb = self.run.start.checked_sub(1).and_then(|i| self.word(i));
        verb.is_some_and(|w| w.says(hint::BOUND))
    }

    fn predicate(&self, walk: &mut Walk, predicate: Predicate, verb: Verb) -> Step {
        let end = predicate.last + 1;
        let bare = predicate.first == predicate.head && !predicate.copula;
        let noun = predicate.first.checked_sub(1).and_then(|i| self.word(i));
        let noun = noun.is_some_and(|w| w.is_content() || w.is(class::PREPOSITION));
        // "said that the man found by the road lived": the participle is not yet what is said.
        if walk.open && self.sentence.is_reduced(&predicate, &(predicate.first..end + FARTHEST)) {
            return Step::Take(end);
        }
        if predicate.finite && (walk.open || self.asks(walk)) {
            walk.open = false;
            walk.told = Some(predicate.last);
            return Step::Take(end);
        }
        if let Some(at) = self.contact(walk, predicate).filter(|_| verb != Verb::None) {
            walk.words.truncate(at);
            return Step::Stop;
        }
        let hangs = self.sentence.is(end, class::PREPOSITION);
        if walk.words.is_empty()
            && verb == Verb::Telling
            && predicate.finite
            && predicate.first == predicate.head
        {
            return Step::Take(end);
        }
        let infinitive = predicate
            .first
            .checked_sub(1)
            .and_then(|i| self.word(i))
            .is_some_and(|w| w.text == "to");
        if infinitive || bare && noun && (hangs || !predicate.finite && verb != Verb::None) {
            return Step::Take(end);
        }
        if predicate.finite && verb == Verb::None {
            return Step::Stop;
        }
        self.give_back(walk, predicate, verb)
    }

    /// "spoke about letters Mr Roy had sent", "a chance he missed": where the subject of a clause begins that describes the
    /// noun right before it.
    fn contact(&self, walk: &Walk, predicate: Predicate) -> Option<usize> {
        let at = |k: usize| walk.words.get(k).and_then(|&i| self.word(i));
        let subject =
            |w: &Word<'_>| w.shape == Shape::Capital && w.is_content() || w.hints(hint::SUBJECTS);
        let touches = walk.words.last().is_some_and(|&i| i + 1 == predicate.first);
        let names = walk.words.iter().rev().take_while(|&&i| self.word(i).is_some_and(subject));
        let start = walk.words.len().checked_sub(names.count())?;
        let noun = start.checked_sub(1).and_then(|k| Some((*walk.words.get(k)?, at(k)?)))?;
        let noun = noun.1.is_content()
            && noun.1.shape == Shape::Lower
            && (noun.1.form().is_none() || noun.1.text.ends_with('s'))
            && !noun.1.text.ends_with("thing")
            && !self.sentence.in_predicate(noun.0);
        let led = (0..start)
            .rev()
            .skip(1)
            .find_map(at)
            .is_some_and(|w| w.is(class::DETERMINER | class::PREPOSITION) || w.is_content());
        // "charges of felony DWI linked to": a participle describes the name itself.
        let person = at(start).is_some_and(|w| w.is_courtesy() || w.hints(hint::SUBJECTS));
        let told = person || predicate.first < predicate.head;
        (predicate.finite && touches && noun && led && told && start < walk.words.len())
            .then_some(start)
    }

    /// "examined how sleep would change the plan": the clause of a question is the object.
    fn asks(&self, walk: &Walk) -> bool {
        let told = walk.told.unwrap_or_default();
        let near = walk.words.iter().rev().take(NEAR).take_while(|&&i| i > told);
        near.filter_map(|&i| self.word(i)).any(|w| w.is(class::QUESTION))
    }

    /// Another verb begins: the words before it, back to a comma or "and", are its subject and not ours. Where there
    /// is none, the verb belongs to what is thought or ordered.
    fn give_back(&self, walk: &mut Walk, predicate: Predicate, verb: Verb) -> Step {
        let joint = |&i: &usize| {
            self.word(i)
                .is_some_and(|w| w.is(class::CONJUNCTION | class::SUBORDINATOR) || w.mark(&[',']))
        };
        match walk.words.iter().rposition(joint) {
            Some(at) => walk.words.truncate(at),
            None if verb == Verb::Telling && !walk.words.is_empty() && walk.chained < CHAINED => {
                walk.chained += 1;
                walk.told = Some(predicate.last);
                return Step::Take(predicate.last + 1);
            }
            None => walk.torn = !walk.words.is_empty(),
        }
        Step::Stop
    }

    fn relative(&self, walk: &mut Walk, at: usize, verb: Verb) -> Step {
        let that = self.word(at).is_some_and(|w| w.text == "that");
        let reports = verb != Verb::None
            && that
            && walk.told.is_none()
            && (walk.open || walk.words.is_empty() || self.is_claim(walk, at));
        if reports {
            walk.open = self.opens_clause(at + 1, FARTHEST) || self.opens_over(at + 1);
            return Step::Take(at + 1);
        }
        Step::Stop
    }

    /// "confirmed reports that a carrier could sail": the noun says no more than that something is said.
    fn is_claim(&self, walk: &Walk, that: usize) -> bool {
        let claim = walk.words.last().and_then(|&i| self.word(i));
        claim.is_some_and(|w| w.is(class::CLAIM))
            && !self.sentence.in_predicate(that + 1)
            && self.opens_clause(that + 1, FARTHEST)
    }

    fn mark(&self, walk: &Walk, at: usize, mark: char) -> Step {
        let before = at.checked_sub(1).and_then(|i| self.word(i));
        let touches = before.zip(self.word(at)).is_some_and(|(a, b)| a.span.end == b.span.start);
        let quoted = |close: char| {
            let end = self.sentence.words.len().min(at + QUOTED);
            let close = (at + 1..end).find(|&i| self.word(i).is_some_and(|w| w.mark(&[close])));
            close.map_or(Step::Stop, |i| Step::Take(i + 1))
        };
        match mark {
            ',' => self.comma(&walk.words, walk.open, at),
            '`' | '&' => Step::Take(at + 1),
            '“' => quoted('”'),
            '"' if !touches => quoted('"'),
            '‘' => quoted('’'),
            '(' => match quoted(')') {
                Step::Take(end) => Step::Skip(end),
                other => other,
            },
            '.' => {
                let short = before.is_some_and(|w| w.shape == Shape::Capital && w.text.len() < 6);
                let last = at + 1 >= self.sentence.words.len();
                if short && touches && !last { Step::Take(at + 1) } else { Step::Stop }
            }
            '—' | '–' if walk.open && !walk.words.is_empty() => self.over_dashes(at),
            ';' | ':' | '—' | '–' | ')' | ']' | '”' | '"' | '…' | '?' | '!' => Step::Stop,
            '-' if self.word(at + 1).is_some_and(|w| w.shape == Shape::Capital)
                && before.is_some_and(|w| w.shape == Shape::Capital) =>
            {
                Step::Take(at + 1)
            }
            _ if touches => Step::Take(at + 1),
            _ => Step::Stop,
        }
    }
}
