//! Where a title is cut: the words of a sentence that a title would have come in; fewer go out, ended at the border of
//! a phrase. Never drops the words up to the one that must stay.

use super::class;
use super::form::Form;
use super::hint;
use super::lexicon::lexicon;
use super::look::{is_of_verb, is_owner, looks_gerund};
use super::sentence::Sentence;
use super::word::{Shape, Word};
use crate::text::Span;

/// A title that is no longer than this stays whole, in bytes.
const WHOLE: usize = 108;
/// A longer one is cut at the last border before this, in bytes.
const LONGEST: usize = 96;
/// A title that finds no border is given up beyond this, in bytes.
pub(super) const HARDEST: usize = 136;
/// A subject longer than this is cut, in bytes.
const SUBJECT: usize = 68;
/// How much longer a title may be that ends in the middle of a phrase than one that ends behind it, in bytes.
const STRONG: usize = 36;
/// The verb of what "that" opens stands within so many words.
const CLAUSE: usize = 14;
/// The object of a verb that wants more has at most so many words.
const OBJECT: usize = 7;
/// The same of a verb that wants what somebody is to do.
const DIRECTED: usize = 16;
/// No cut leaves less than this, in bytes.
const SHORTEST: usize = 16;

/// The most spans of a title.
const SPANS: usize = 5;

/// Cuts titles out of a sentence.
pub(super) struct Cut<'a> {
    pub(super) sentence: &'a Sentence<'a>,
}

/// How well a title can end before a word.
#[derive(PartialEq, Eq, PartialOrd, Ord, Clone, Copy)]
enum Border {
    None,
    /// Only where there is no other.
    Poor,
    Weak,
    Strong,
}

impl Cut<'_> {
    fn word(&self, index: usize) -> Option<&Word<'_>> {
        self.sentence.word(index)
    }

    fn length(&self, words: &[usize]) -> usize {
        words.iter().filter_map(|&i| self.word(i)).map(|w| w.span.len() + 1).sum()
    }

    /// Whether a title of these words would have to be cut.
    pub(super) fn is_long(&self, subject: &[usize], rest: &[usize]) -> bool {
        self.length(subject) + self.length(rest) > WHOLE
    }

    /// A long subject ends at its last border before the length wished for.
    pub(super) fn short_subject(&self, words: Vec<usize>) -> Vec<usize> {
        if self.length(&words) <= SUBJECT {
            return words;
        }
        let mut length = 0;
        let mut end = None;
        for (k, &i) in words.iter().enumerate() {
            let comma = self.word(i).is_some_and(|w| w.mark(&[',']));
            let border = self.border(&words, k);
            if border == Border::Strong
                && !comma
                && length >= SHORTEST
                && (length <= SUBJECT || end.is_none())
            {
                end = Some(k);
            }
            length += self.word(i).map_or(0, |w| w.span.len() + 1);
        }
        match end {
            Some(end) => words.get(..end).unwrap_or_default().to_vec(),
            None => words,
        }
    }

    /// Cuts a title at the border of a phrase; nothing where it has none.
    pub(super) fn cut(&self, words: &[usize], must: usize) -> Option<Vec<usize>> {
        if self.length(words) <= WHOLE {
            return Some(words.to_vec());
        }
        let least = self.first_phrase(words, must);
        let mut length = 0;
        let mut best: Option<(usize, usize)> = None;
        let mut strong = false;
        let mut poor = None;
        for (k, &i) in words.iter().enumerate() {
            let border = if k >= least { self.border(words, k) } else { Border::None };
            let score = length + if border == Border::Strong { STRONG } else { 0 };
            if border == Border::Poor && length <= HARDEST {
                poor = Some(k);
            }
            let first = best.is_none() && length <= HARDEST;
            let fits = length <= LONGEST && best.is_none_or(|(_, known)| score >= known);
            if border > Border::Poor && (first || fits) {
                best = Some((k, score));
                strong = border == Border::Strong;
            }
            length += self.word(i).map_or(0, |w| w.span.len() + 1);
        }
        let whole = (length <= HARDEST).then_some(words.len());
        // What is only a little too long is better whole than ended before an "of".
        let end = best.map(|(k, _)| k).filter(|_| strong || whole.is_none()).or(whole).or(poor)?;
        Some(words.get(..end).unwrap_or_default().to_vec())
    }

    /// Where the first phrase behind the word that must stay ends: "took over as president".
    fn first_phrase(&self, words: &[usize], must: usize) -> usize {
        let from = words.iter().position(|&i| i > must).unwrap_or(words.len());
        let mut content = false;
        for k in from..words.len() {
            if content && self.border(words, k) != Border::None {
                return k;
            }
            content |= words.get(k).and_then(|&i| self.word(i)).is_some_and(Word::is_content);
        }
        words.len()
    }

    /// How well a title may end before the k-th of its words.
    fn border(&self, words: &[usize], k: usize) -> Border {
        let at = |k: usize| words.get(k).and_then(|&i| self.word(i));
        let Some(word) = at(k) else { return Border::Strong };
        let before = k.checked_sub(1).and_then(at);
        let name = |w: &Word<'_>| w.shape == Shape::Capital;
        let names = before.is_some_and(name) && at(k + 1).is_some_and(name);
        let hangs = k
            .checked_sub(1)
            .and_then(|b| words.get(b))
            .is_some_and(|&i| self.sentence.in_predicate(i));
        // "to total about", "equal to": the verb or adjective still wants what follows.
        let wants = before.is_some_and(|w| {
            w.form() == Some(Form::Base) && w.entry.noun.is_none() && w.shape == Shape::Lower
                || w.says(hint::WANTING)
        });
        let counts = word.is(class::ADVERB) && at(k + 1).is_some_and(|w| w.shape == Shape::Number);
        if wants
            || counts
            || self.is_open(words, k)
            || hangs
            || before.is_some_and(|w| w.is(class::FUNCTION))
        {
            return Border::None;
        }
        if word.mark(&[',']) {
            let listed = at(k + 1).is_some_and(|w| w.is(class::CONJUNCTION));
            // "slow-growth, low-profit shops", "the newest, most powerful ships"
            let adjective = before.is_some_and(|w| {
                w.shape == Shape::Lower && (w.text.contains('-') || w.text.ends_with("est"))
            });
            return if names || listed || adjective { Border::None } else { Border::Strong };
        }
        if word.is(class::CONJUNCTION) {
            let joined =
                names || before.is_some_and(|w| w.mark(&[','])) || self.is_between(words, k);
            return if joined { Border::None } else { Border::Weak };
        }
        let after = at(k + 1).map_or("", |w| w.text);
        if lexicon().leads(word.text, after) {
            return Border::Strong;
        }
        let led = before.is_some_and(|w| lexicon().leads(w.text, word.text));
        let open = before.is_some_and(|w| w.form() == Some(Form::Gerund) || is_unknown_gerund(w));
        if led || open {
            return Border::None;
        }
        if word.text == "to" && before.is_some_and(|w| w.says(hint::ATTEMPT)) {
            return Border::None;
        }
        match word.text {
            // "for the implementation [of projects]", "in the context [of reform]"
            "of" if before.is_some_and(|w| w.says(hint::PARTIAL)) => Border::None,
            // "Heads [of State]", "the Bank [of England]"
            "of" if names => Border::None,
            "of" if before.is_some_and(is_relational) => Border::Poor,
            "of" | "than" | "per" => Border::Weak,
            // "ranked the port [as the best]", "makes clear [that]"
            _ if self.awaits(words, k) => Border::None,
            _ if word.is(class::PREPOSITION | class::SUBORDINATOR | class::RELATIVE) => {
                Border::Strong
            }
            _ => Border::None,
        }
    }

    /// Whether a verb before the k-th word wants it: "sent his team (to Oslo)", "ranked the port (as)", "made clear (that)".
    fn awaits(&self, words: &[usize], k: usize) -> bool {
        let at = |k: usize| words.get(k).and_then(|&i| self.word(i));
        let Some(word) = at(k) else { return false };
        let hint = match word.text {
            "to" | "into" | "onto" => hint::SENDING,
            "as" => hint::RANKING,
            "that" => {
                return k
                    .checked_sub(1)
                    .and_then(at)
                    .is_some_and(|w| w.is(class::ADVERB | class::CLAIM) || w.says(hint::PLAIN));
            }
            _ => return false,
        };
        // "ordered the Army's North East Force to be"
        let verb = words.get(..k).unwrap_or_default().iter().rev();
        let stop = |i: usize| self.word(i).is_some_and(|w| w.is(class::RELATIVE) || w.text == "to");
        let mut verb = verb.take_while(|&&i| !stop(i)).take(DIRECTED);
        let verb = verb.find(|&&i| self.sentence.in_predicate(i));
        if word.text == "to"
            && at(k + 1).is_some_and(|w| w.form() == Some(Form::Base) || w.is(class::BE))
            && verb.and_then(|&i| self.word(i)).is_some_and(|w| w.says(hint::DIRECTING))
        {
            return true;
        }
        let before = words.get(..k).unwrap_or_default().iter().rev().take(OBJECT);
        let before = before
            .map_while(|&i| self.word(i).filter(|w| !w.is(class::PREPOSITION) || w.text == "of"));
        before.into_iter().any(|w| w.says(hint))
    }

    /// "between … and": the second half belongs to the first.
    fn is_between(&self, words: &[usize], k: usize) -> bool {
        let mut near = words.iter().take(k).rev().take(10).filter_map(|&i| self.word(i));
        near.find(|w| w.is(class::PREPOSITION | class::CONJUNCTION) || w.text == "both")
            .is_some_and(|w| matches!(w.text, "between" | "both" | "from" | "among"))
    }

    /// Whether a quotation is open before the k-th word.
    fn is_open(&self, words: &[usize], k: usize) -> bool {
        let mut open = false;
        for word in words.iter().take(k).filter_map(|&i| self.word(i)) {
            match word.shape {
                Shape::Mark('"') => open = !open,
                Shape::Mark('“' | '‘') => open = true,
                Shape::Mark('”' | '’') => open = false,
                _ => {}
            }
        }
        open
    }

    /// Drops function words and marks at both ends.
    pub(super) fn trim(&self, mut words: Vec<usize>, must: usize) -> Vec<usize> {
        let loose = |i: usize| {
            self.word(i).is_some_and(|w| {
                w.mark(&[',', ';', ':', '.', '-', '–', '—', '(', '“', '‘', '"'])
                    || (i > must && w.is(class::NEGATION))
                    || (i > must
                        && w.is(class::FUNCTION)
                        && !w.is(class::HEDGE)
                        && (!w.text.ends_with("ly") || w.says(hint::NIGH))
                        && !(w.is(class::PARTICLE) || w.text == "well" || self.is_object_her(i)))
            })
        };
        let quoted = |words: &[usize]| {
            words.last().and_then(|&i| self.word(i)).is_some_and(|w| w.mark(&['"']))
                && words.iter().filter(|&&i| self.word(i).is_some_and(|w| w.mark(&['"']))).count()
                    % 2
                    == 0
        };
        let owner = |i: usize| i > must && self.word(i).is_some_and(is_owner);
        let fiscal = |i: usize| self.word(i).is_some_and(|w| w.text == "fiscal");
        let bare = |i: usize| {
            i > must
                && self.sentence.predicate_at(i).is_some_and(|p| p.first == p.last && p.last == i)
        };
        let asks = |i: usize| i > must && self.sentence.is(i, class::QUESTION);
        // "from at least 2013"
        let least = |i: usize| {
            i > must + 1
                && self.word(i).is_some_and(|w| matches!(w.text, "least" | "most"))
                && self.word(i - 1).is_some_and(|w| w.text == "at")
        };
        let bare = |i: usize| {
            bare(i) || i > must + 1 && (self.is_bare_infinitive(i) || self.is_cut_gerund(i))
        };
        while words
            .last()
            .is_some_and(|&i| asks(i) || least(i) || loose(i) || bare(i) || owner(i) || fiscal(i))
            && !quoted(&words)
        {
            words.pop();
        }
        self.drop_view(&mut words, must);
        let open = words
            .iter()
            .take_while(|&&i| {
                self.word(i).is_some_and(|w| {
                    w.mark(&[',', '.', ';', ':', '-', '–', '—', '•', '*', ')', '”'])
                        || w.text == "then"
                })
            })
            .count();
        words.drain(..open);
        words.extend(self.closing(&words));
        words
    }

    /// The mark that closes what a title quotes, where it stands right behind it.
    fn closing(&self, words: &[usize]) -> Option<usize> {
        let marks =
            |c: char| words.iter().filter(|&&i| self.word(i).is_some_and(|w| w.mark(&[c]))).count();
        let next = words.last()? + 1;
        let open = match self.word(next)?.shape {
            Shape::Mark('"') => marks('"') % 2 == 1,
            Shape::Mark('”') => marks('“') > marks('”'),
            _ => false,
        };
        open.then_some(next)
    }
}

impl Cut<'_> {
    /// "was founded (with the aim) of helping": what only leads up to the "of" behind the title goes with its preposition.
    fn drop_view(&self, words: &mut Vec<usize>, must: usize) {
        let last = words.last().copied().unwrap_or_default();
        let views = self.sentence.says(last, hint::VIEW)
            && self.word(last + 1).is_some_and(|w| matches!(w.text, "of" | "to" | "that"));
        let small = |i: usize| self.sentence.is(i, class::PREPOSITION);
        let lead = words.iter().rposition(|&i| small(i)).filter(|_| views);
        if let Some(lead) =
            lead.filter(|&k| k + 4 > words.len() && words.get(k).is_some_and(|&i| i > must))
        {
            words.truncate(lead);
        }
    }

    /// "accused him of hurting her (when)": no noun follows that could be hers.
    fn is_object_her(&self, at: usize) -> bool {
        let noun = |w: &Word<'_>| w.is_content() || w.date.is_some();
        self.sentence.text(at) == "her" && !self.word(at + 1).is_some_and(noun)
    }

    /// "despite batting (just .227)": a gerund behind a preposition whose object stands behind the title.
    fn is_cut_gerund(&self, at: usize) -> bool {
        let led = self.sentence.is(at.saturating_sub(1), class::PREPOSITION);
        let object = |w: &Word<'_>| {
            w.date.is_none()
                && (w.is(class::DETERMINER | class::ADVERB) || w.shape == Shape::Number)
        };
        !self.is_object_her(at + 1)
            && led
            && self.word(at).is_some_and(looks_gerund)
            && self.word(at + 1).is_some_and(object)
    }

    /// "to forge (and speed up pacts)", "to ensure (that)": the verb of an infinitive whose object stands behind the title.
    fn is_bare_infinitive(&self, at: usize) -> bool {
        let to = at.checked_sub(1).and_then(|i| self.word(i)).is_some_and(|w| w.text == "to");
        let verb = self.word(at).is_some_and(|w| {
            w.shape == Shape::Lower && w.entry.noun.is_none() && !w.is(class::FUNCTION)
        });
        let next = self.word(at + 1);
        let joined = next.is_some_and(|w| w.is(class::CONJUNCTION))
            && self.word(at + 2).is_some_and(|w| w.form() == Some(Form::Base));
        let clause = at + 2..at + 2 + CLAUSE;
        let that = next.is_some_and(|w| w.text == "that")
            && self.sentence.predicates_in(&clause).any(|p| p.finite && p.first > clause.start);
        to && verb && (joined || that)
    }
}

/// The words as spans; nothing where they are too torn.
pub(super) fn spans(sentence: &Sentence<'_>, words: Vec<usize>) -> Option<Vec<Span>> {
    let mut spans: Vec<Span> = Vec::new();
    let mut last = None;
    for i in words {
        let span = sentence.word(i).map(|w| w.span)?;
        let follows = last.is_some_and(|l: usize| l + 1 == i);
        match spans.last_mut().filter(|_| follows) {
            Some(open) => *open = open.hull(span),
            None => spans.push(span),
        }
        last = Some(i);
    }
    (spans.len() <= SPANS && !spans.is_empty()).then_some(spans)
}

/// A noun that says nothing without the "of" behind it.
fn is_relational(word: &Word<'_>) -> bool {
    word.shape == Shape::Lower && (word.is(class::HOLLOW) || is_of_verb(word))
}

/// "heading" before "into": what it opens is not yet said.
fn is_unknown_gerund(word: &Word<'_>) -> bool {
    word.shape == Shape::Lower
        && word.text.len() > 5
        && word.text.ends_with("ing")
        && word.entry.noun.is_none()
}
