//! Whether a title can be read aloud and quoted alone: the words of a title and the happening it tells of come in; the
//! guard that refuses it goes out. A title that begins or ends in the middle of a phrase, that leaves open whom it
//! speaks of, or that only names a kind of thing is none. Never changes a title.

use super::class;
use super::clause::Link;
use super::form::Form;
use super::found::{Anchor, Found};
use super::hint;
use super::lexicon::Entry;
use super::look::{is_contracted, is_of_verb};
use super::phrase::Whole;
use super::predicate::{self, Predicate};
use super::sentence::Sentence;
use super::word::{Shape, Word};
use crate::extract::{EventKind, Rule};

/// A title that stands in the middle of a phrase.
const TORN: Rule = "event.not-whole";
/// A title that leaves open whom or what it speaks of.
pub(super) const OPEN: Rule = "event.not-resolved";
/// A noun that says too little of what happened.
const BARE: Rule = "event.not-told";

/// A sentence with no verb within so many words of a noun tells nothing.
const NEAR: usize = 80;

/// Refuses a title that cannot stand alone.
pub(super) fn of(sentence: &Sentence<'_>, found: &Found, kept: &[usize]) -> Result<(), Rule> {
    let (Some(&first), Some(&last)) = (kept.first(), kept.last()) else { return Err(TORN) };
    let whole = Whole { sentence, found, kept, first, last };
    if whole.is_entry() {
        return Err("event.not-a-source");
    }
    if whole.begins_inside() || whole.ends_inside() {
        return Err(TORN);
    }
    match found.anchor {
        Anchor::Predicate(p)
            if whole.is_cut_participle(p) || whole.is_mended(p) || whole.is_half_told(p) =>
        {
            return Err(TORN);
        }
        Anchor::Predicate(p) if whole.is_nobody(p) => return Err(OPEN),
        Anchor::Noun(noun) if !whole.is_told(noun) => return Err(BARE),
        _ => {}
    }
    if whole.points_away() { Err(OPEN) } else { Ok(()) }
}

/// Whether a title speaks for those who speak: "we gather", "our work".
pub(super) fn is_voice(title: &str) -> bool {
    let first = title.split([' ', '\'', '’']).next().unwrap_or_default();
    // "US troops left"
    let shouts = first.len() > 1 && first.bytes().all(|b| b.is_ascii_uppercase());
    !shouts && Entry::of(first).class & class::SPEAKER != 0
}

impl Whole<'_> {
    /// "2015. The spread of violence": an entry of a list of works.
    fn is_entry(&self) -> bool {
        self.is(0, |w| w.date.is_some() && w.text.len() == 4) && self.is(1, |w| w.mark(&['.']))
    }

    /// "the resolutions adopted", "the basis of victories in wars fought abroad": a participle is no verb of a title,
    /// unless it says by whom or where of a plain subject.
    fn is_cut_participle(&self, p: Predicate) -> bool {
        // "Ford marking the start": a gerund is no verb of a title either.
        if !p.finite && self.first < p.first || self.first > p.last && self.is_doubled() {
            return true;
        }
        // "the vote expected to fall (on 3 May)": only its day would be told.
        if p.last > p.head && self.last == p.last && self.is(p.last, |w| w.text == "fall") {
            return true;
        }
        let bare = p.first == p.head && p.last == p.head && !p.copula && p.finite;
        let Some(head) = self.word(p.head).filter(|_| bare) else { return false };
        let subject = &self.found.parts.subject;
        let before = subject.first().and_then(|i| i.checked_sub(1));
        let led = before.is_some_and(|i| self.is(i, |w| matches!(w.text, "with" | "With")));
        if self.last == p.head && head.hints(hint::EMPTY) {
            return true;
        }
        // "ordered all activists arrested [last week] to be freed"
        let other = self.kept.iter().position(|&i| i > p.head);
        let next = |k: usize| {
            self.kept.get(k).is_some_and(|&i| self.is(i, |w| matches!(w.text, "to" | "be")))
        };
        if other.is_some_and(|k| next(k) && next(k + 1)) {
            return true;
        }
        if self.last == p.head {
            return !led
                && !head.hints(hint::ALONE)
                && !head.says(hint::MOVES)
                && !self.is_apposed(p);
        }
        // "did not meet the hopes of all, the session, held in Oslo,": the subject stands right before the comma.
        let comma = p.first.checked_sub(1).filter(|&i| self.is(i, |w| w.mark(&[','])));
        let end = comma.unwrap_or(p.first);
        let loose = |i: usize| self.is(i, |w| w.aside || w.date.is_some() || w.is(class::ADVERB));
        let near = subject.last().is_none_or(|&l| l + 1 >= end || (l + 1..end).all(loose));
        let near = near || self.is_taken_up(p);
        let hangs = self.is(p.last + 1, |w| w.is(class::PREPOSITION) && w.date.is_none());
        let fixed = head.hints(hint::ALONE | hint::LEADING) || head.says(hint::MOVES);
        if !near && hangs && !fixed {
            return true;
        }
        let clause = self.sentence.clauses.get(self.found.clause);
        let reduced = clause.is_some_and(|c| self.sentence.is_reduced(&p, &c.words));
        let deep = subject.iter().any(|&i| {
            self.is(i, |w| w.is(class::HOLLOW) || w.is(class::PREPOSITION) && w.text != "of")
        });
        reduced && deep && !self.is_fit(p)
    }

    /// "an agreement on trade signed in Lima by the ministers": what is signed, adopted or held is what a title begins with.
    fn is_fit(&self, p: Predicate) -> bool {
        let kinds: &[EventKind] = if self.sentence.says(p.head, hint::SIGNED) {
            &[EventKind::Agreement]
        } else if self.sentence.says(p.head, hint::ADOPTED) {
            &[EventKind::Law, EventKind::Programme, EventKind::Statement]
        } else if self.sentence.says(p.head, hint::HELD) {
            &[EventKind::Meeting]
        } else {
            return false;
        };
        let head = self.kept.iter().take_while(|&&i| !self.sentence.is(i, class::PREPOSITION));
        let head = head.last().and_then(|&i| self.word(i)?.entry.noun);
        head.is_some_and(|t| t.strength > 1 && kinds.contains(&t.kind))
    }

    /// "The bloc's sixth package, adopted in June, bans imports": between commas, with a day right behind it.
    fn is_apposed(&self, p: Predicate) -> bool {
        let comma = p.first.checked_sub(1).is_some_and(|i| self.is(i, |w| w.mark(&[','])));
        let whole = self.found.parts.subject.last().is_some_and(|&i| i + 2 == p.first);
        let dated = self.found.run.start == p.last + 1;
        let held = self.sentence.says(p.head, hint::HELD);
        let met = matches!(self.found.word.kind, EventKind::Meeting | EventKind::Other);
        let done = self.sentence.says(p.head, hint::SIGNED | hint::ADOPTED) || held && met;
        let done = done && !self.is_piled();
        let said =
            self.kept.iter().filter(|&&i| self.word(i).is_some_and(Word::is_content)).count();
        comma && whole && dated && done && said > 2
    }

    /// "were released the bodies were buried": a second verb that no small word leads to; "said he thought", with
    /// nothing thought.
    fn is_mended(&self, p: Predicate) -> bool {
        if predicate::says(&self.sentence.words, &p) {
            let told = self.sentence.predicate_at(self.last).filter(|q| q.first > p.last);
            return told.is_some_and(|q| {
                q.last == self.last
                    && self.is(q.head, |w| w.is(class::STATIVE) || w.text == "thought")
            });
        }
        let mut led = false;
        for &i in self.kept.iter().filter(|&&i| i > p.last) {
            led |= self.is(i, |w| {
                w.is(class::RELATIVE | class::SUBORDINATOR | class::CONJUNCTION)
                    || w.is(class::QUESTION)
                    || w.form() == Some(Form::Base)
            });
            let verb = self.sentence.predicate_at(i).filter(|q| q.first == i && q.finite);
            let plain = verb.is_some_and(|q| q.first < q.head || q.copula);
            if plain && !led && self.found.parts.told.is_none() {
                return true;
            }
        }
        false
    }

    /// "rights violations was": a subject of several and a verb of one.
    fn is_at_odds(&self, p: Predicate) -> bool {
        let subject = || self.kept.iter().copied().take_while(|&i| i < p.first);
        let plain = subject()
            .all(|i| self.is(i, |w| w.is_content() && w.shape == Shape::Lower && w.date.is_none()));
        let many = subject().last().is_some_and(|i| {
            self.is(i, |w| {
                w.text.ends_with('s')
                    && !w.text.ends_with("ss")
                    && !w.text.ends_with("ics")
                    && w.text != "news"
            })
        });
        plain && many && self.sentence.is(p.first, class::SINGULAR)
    }

    /// "168,000 returned", "the remaining three are", "Others fled": a subject that only counts or points.
    fn is_nobody(&self, p: Predicate) -> bool {
        if self.is_at_odds(p) {
            return true;
        }
        if self.found.stand_in.is_some()
            || matches!(self.found.word.kind, EventKind::Statistic | EventKind::Trend)
        {
            return false;
        }
        let mut subject = self.kept.iter().copied().take_while(|&i| i < p.first).peekable();
        let Some(&first) = subject.peek() else { return false };
        let points = self.sentence.hints(first, hint::POINTED);
        let stops =
            |w: &Word<'_>| w.is(class::PREPOSITION) || w.mark(&[',']) || w.is(class::CONJUNCTION);
        let head = subject.take_while(|&i| !self.is(i, stops)).last();
        let counts = head.is_some_and(|i| {
            let of = self.is(i + 1, |w| matches!(w.text, "of" | "than"));
            !of && self.is(i, |w| w.hints(hint::COUNTED) || w.shape == Shape::Number)
        });
        points || counts || self.is_mixed(p, first)
    }

    /// "Ana and the mayor, who was named": a verb of one behind two joined by "and" belongs to the second.
    fn is_mixed(&self, p: Predicate, first: usize) -> bool {
        let link = self.sentence.clauses.get(self.found.clause).map(|c| c.link);
        let joined =
            (first..p.first).any(|i| self.kept.contains(&i) && self.is(i, |w| w.text == "and"));
        link == Some(Link::Relative) && joined && self.sentence.is(p.first, class::SINGULAR)
    }

    /// Whether a noun says what happened: what of, where or between whom, or a name.
    fn is_told(&self, noun: usize) -> bool {
        let Found { date, word, .. } = self.found;
        let worked = word.rule.ends_with("settled") || word.rule.ends_with("against");
        let opens = worked
            || self.is(self.first, |w| {
                w.is(class::DETERMINER)
                    || matches!(w.shape, Shape::Capital | Shape::Number)
                    || w.mark(&['“', '‘', '"'])
                    || w.hints(hint::COUNTED)
            })
            || self.first == noun && self.is(noun, |w| w.text.ends_with('s'));
        let near = noun.saturating_sub(NEAR)..noun + NEAR;
        let tells = self.sentence.predicates_in(&near).any(|p| p.finite)
            || near
                .clone()
                .any(|i| self.is(i, |w| w.form() == Some(Form::Present) && w.entry.noun.is_none()));
        let vote = self.sentence.hints(noun, hint::VOTE);
        let between = noun.min(date.end)..noun.max(date.start);
        let saw = |p: &Predicate| self.is(p.head, |w| matches!(w.text, "saw" | "witnessed"));
        let joined = |p: &Predicate| {
            vote && p.last + 1 == self.found.run.start || p.first == date.end && saw(p)
        };
        let mut across = self.sentence.predicates_in(&between);
        // "will be able to serve notices"
        let acts = |p: &Predicate| !p.copula || p.last > p.head;
        let apart = across.any(|p| acts(p) && p.finite && !joined(p));
        // "a plan much clearer than those of 1997": the date is of something else.
        let apart = apart || between.clone().any(|i| self.is(i, |w| w.text == "than"));
        let spoken = self.kept.iter().any(|&i| self.sentence.is(i, class::SPEAKER));
        // "a meeting on [Sunday], the day of the eclipse"
        let comma = self.is(self.found.run.end, |w| w.mark(&[',']))
            && noun < date.start
            && self.last > self.found.run.end;
        let after = self.kept.iter().copied().find(|&i| i > noun);
        let complement = after.is_some_and(|i| {
            self.is(i, |w| w.is(class::PREPOSITION) && !w.says(hint::ASTRAY))
                && self.kept.last().is_some_and(|&l| l > i)
        });
        let capital = |i: &&usize| self.is(**i, |w| w.shape == Shape::Capital);
        let article = usize::from(self.sentence.is(self.first, class::DETERMINER));
        let names = self.kept.iter().skip(article).filter(capital).count();
        let quoted = self.kept.iter().any(|&i| self.is(i, |w| w.mark(&['“', '‘', '"'])));
        let proper = names > 1 || names == 1 && word.strength > 2 || quoted || self.is_known(noun);
        opens
            && tells
            && !apart
            && !comma
            && !spoken
            && (complement || proper)
            && self.is_head(noun, worked)
    }

    /// "the terrorist attacks of 11 September 2001": a day and an adjective say which.
    fn is_known(&self, noun: usize) -> bool {
        let Found { date, run, word, .. } = self.found;
        let days = date.clone().filter(|&i| self.is(i, |w| w.shape == Shape::Number)).count();
        let of = run.start == noun + 1
            && self.is(run.start, |w| matches!(w.text, "of" | "on"))
            && run.start + 1 == date.start;
        let adjective = self.first + 1 < noun && self.word(noun - 1).is_some_and(Word::is_content);
        // "the presidential election, scheduled for May"
        let due = run.start > noun
            && run.start < noun + 4
            && self.sentence.hints(run.start - 1, hint::AHEAD);
        // "the presidential election in May"
        let vote = self.sentence.hints(noun, hint::VOTE);
        word.strength > 2 && adjective && (days > 1 && of || due || vote)
    }

    /// "the summit outcome document", "accused a man of assault": a noun that only describes, or that hangs on what is no
    /// happening, is not what a title tells of.
    fn is_head(&self, noun: usize, worked: bool) -> bool {
        const ACTS: [&str; 3] = ["ing", "al", "ure"];
        let describes = self.kept.contains(&(noun + 1))
            && self.is(noun + 1, |w| {
                w.is_content()
                    && w.shape == Shape::Lower
                    && w.form().is_none()
                    && !w.text.ends_with("ed")
            });
        // "figures for the election suggest"
        let verb = self.kept.contains(&(noun + 1))
            && self.is(noun + 1, |w| {
                w.shape == Shape::Lower && w.form() == Some(Form::Base) && w.entry.noun.is_none()
            });
        let describes = describes || verb;
        let of = self.kept.iter().rposition(|&i| i < noun && self.is(i, |w| w.text == "of"));
        let governor = of.and_then(|k| k.checked_sub(1)).and_then(|k| self.kept.get(k));
        let act = governor.is_none_or(|&i| {
            self.is(i, |w| {
                let act = is_of_verb(w) || ACTS.iter().any(|end| w.text.ends_with(end));
                w.entry.noun.is_some() || act
            })
        });
        worked || !describes && act && !self.is_doubled()
    }

    /// "the Assembly the initiative": an article right behind a name.
    fn is_piled(&self) -> bool {
        self.kept.iter().skip(1).any(|&i| {
            self.sentence.is(i, class::DETERMINER)
                && i.checked_sub(1).is_some_and(|b| self.word(b).is_some_and(Word::is_content))
        })
    }

    /// "the Commission a conference": two things with no verb between.
    fn is_doubled(&self) -> bool {
        self.kept.windows(2).any(|pair| {
            let [a, b] = pair else { return false };
            let content = self.is(*a, |w| w.is_content() && !w.text.ends_with("ing"));
            content
                && a + 1 == *b
                && self.sentence.is(*b, class::INDEFINITE)
                && !self.sentence.in_predicate(*a)
        })
    }

    /// Whether a pronoun stands in a title for somebody the title has not named.
    fn points_away(&self) -> bool {
        if self.sentence.says(self.last, hint::AWAY) || self.is(self.first, |w| w.text == "that") {
            return true;
        }
        let mut named = self.found.stand_in.is_some();
        let (mut reported, mut subject) = (false, named);
        let noun = matches!(self.found.anchor, Anchor::Noun(_));
        for (k, &i) in self.kept.iter().enumerate() {
            let Some(word) = self.word(i).filter(|w| w.date.is_none()) else { continue };
            let next = self.kept.get(k + 1).copied();
            // "The president announced that those talks had ended": what is told says what is meant.
            let spoken = named
                && reported
                && next.is_some_and(|n| self.word(n).is_some_and(Word::is_content));
            if word.hints(hint::POINTED)
                && !spoken
                && !next.is_some_and(|n| self.is(n, |w| w.text == "as"))
            {
                return true;
            }
            if word.is(class::OWNER) && !named
                || word.hints(hint::UNNAMED) && !(named && reported)
                || word.hints(hint::SUBJECTS) && !(subject || named && reported)
                || is_contracted(word) && !reported
            {
                return true;
            }
            subject |= word.shape == Shape::Capital && word.is_content() && k < 6;
            let name = word.shape == Shape::Capital && (k > 0 || !word.is(class::FUNCTION));
            named |= name || !noun && word.is_content() && !self.sentence.in_predicate(i);
            reported |= word.text == "that"
                || self
                    .sentence
                    .predicate_at(i)
                    .is_some_and(|p| predicate::says(&self.sentence.words, p))
                || word.form() == Some(Form::Base) && word.text == "say";
        }
        false
    }
}
