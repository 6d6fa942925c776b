//! How a title opens: its words come in; where it should rather begin, and whether it can be told at all, go out.
//! A title that opens in the middle of a phrase, or with a word that points elsewhere, tells nobody anything.

use super::class;
use super::form::Form;
use super::found::{Anchor, Found};
use super::hint;
use super::look::{is_contracted, is_owner};
use super::predicate::Predicate;
use super::sentence::Sentence;
use super::word::{Shape, Word};

/// The first words of a title.
pub(super) struct Opening<'a> {
    pub(super) sentence: &'a Sentence<'a>,
    pub(super) found: &'a Found,
}

impl Opening<'_> {
    fn word(&self, index: usize) -> Option<&Word<'_>> {
        self.sentence.word(index)
    }

    fn is(&self, index: usize, test: impl Fn(&Word<'_>) -> bool) -> bool {
        self.word(index).is_some_and(test)
    }

    /// Where the phrase of an event noun begins: behind the date that stands in it with a preposition ("the meaning of
    /// the 2017 vote"), and behind the verb whose object it is ("holding elections").
    pub(super) fn of_noun(&self, start: usize, noun: usize) -> usize {
        let Found { date, run, .. } = self.found;
        let within = start < run.start && run.start < date.start && date.end <= noun;
        let start = if within { date.start } else { start };
        // "the Charter and the 1960 Declaration": the date's own article opens what it dates.
        let article = date
            .start
            .checked_sub(1)
            .filter(|&i| i > start && date.end <= noun && self.sentence.is(i, class::DETERMINER));
        // "1998's flood and 2005's storm"
        let second = start < date.start
            && date.end <= noun
            && date.start.checked_sub(1).is_some_and(|i| self.sentence.is(i, class::COORDINATOR));
        let start = if second { date.start } else { article.unwrap_or(start) };
        let gerund = self.is(start, |w| w.shape == Shape::Capital && w.text.ends_with("ing"))
            && self.sentence.is(start + 1, class::DETERMINER);
        let start = if gerund { start + 1 } else { start };
        let held = |i: usize| {
            self.sentence.in_predicate(i)
                || i == start
                    && self.is(i, |w| w.form() == Some(Form::Gerund) && w.is(class::CARRIER))
        };
        start + (start..noun).take_while(|&i| held(i)).count()
    }

    /// How many words to leave where the date has left a hole: "a (June) accord", "the (recently) signed accord".
    pub(super) fn without_hole(&self, kept: &[usize]) -> usize {
        if !matches!(self.found.anchor, Anchor::Noun(_)) {
            return 0;
        }
        let [first, second, ..] = kept else { return 0 };
        let hole = first + 1 != *second && self.found.date.contains(&(first + 1));
        let article = self.sentence.is(*first, class::DETERMINER);
        let done = self.is(*second, |w| w.shape == Shape::Lower && w.is_past());
        match hole && article {
            true if done => 2,
            true if self.sentence.is(*first, class::INDEFINITE) => 1,
            _ => 0,
        }
    }

    /// Drops the small words that a date has left before a verb: "the levy for the (1998 fiscal year) will be".
    pub(super) fn without_stumps(&self, kept: Vec<usize>) -> Vec<usize> {
        let mut whole: Vec<usize> = Vec::with_capacity(kept.len());
        for i in kept {
            let dated = |l: usize| (l + 1..i).contains(&self.found.date.start);
            let torn = whole.last().is_some_and(|&l| dated(l)) && self.sentence.in_predicate(i);
            while torn
                && whole.len() > 1
                && whole.last().is_some_and(|&l| {
                    !self.sentence.in_predicate(l)
                        && self.sentence.is(l, class::PREPOSITION | class::DETERMINER)
                })
            {
                whole.pop();
            }
            whole.push(i);
        }
        whole
    }

    /// Whether a title begins in the middle of something.
    pub(super) fn is_headless(&self, kept: &[usize]) -> bool {
        let Some(&first) = kept.first() else { return true };
        if self.found.stand_in.is_some() {
            return false;
        }
        let next = kept.get(1).copied().unwrap_or_default();
        let verb = self.sentence.in_predicate(next);
        let counts = self.is(next, |w| w.shape == Shape::Number) || self.is(next, is_count);
        let leads = self.is(first, |w| {
            w.is(class::PREPOSITION) && !w.is(class::DETERMINER) && !counts && !is_more(w)
        });
        let relative =
            self.is(first, |w| w.is(class::RELATIVE) && w.text != "that" || w.text == "forward");
        let verb =
            verb || self.is(next, |w| w.form() == Some(Form::Present) && w.entry.noun.is_none());
        let points = verb
            && self.is(first, |w| {
                let bare = w.is(class::DETERMINER) && !w.is(class::CONJUNCTION) && points(w);
                bare || w.is(class::RELATIVE) || matches!(w.text, "It" | "it")
            });
        let part = self.is(first, |w| w.says(hint::KIND) || w.text == "part")
            && self.is(next, |w| w.text == "of");
        let infinitive = self.is_infinitive(first);
        let yours = self.is(first, |w| matches!(w.text, "your" | "Your" | "you" | "You"));
        // "fully involved in the work"
        let led = self.is(first, |w| w.is(class::ADVERB) && w.text.ends_with("ly"))
            && self.is(next, |w| w.shape == Shape::Lower && w.text.ends_with("ed"))
            && self.sentence.is(next + 1, class::PREPOSITION);
        let things = self
            .is(first, |w| matches!(w.text, "Things" | "things" | "Something" | "Everything"))
            && self.found.word.strength < 2;
        let yours = yours || kept.iter().any(|&i| self.is(i, |w| w.text == "your"));
        let any = matches!(self.found.anchor, Anchor::Noun(_))
            && self.is(first, |w| matches!(w.text, "any" | "Any"));
        // "Based on the positions of", "Thanks to the efforts of"
        let based = self.is(first, |w| {
            let owing = w.hints(hint::OWING) || w.text == "Based" || w.text == "Given";
            w.shape == Shape::Capital && (owing || w.text == "Compared")
        }) && self.sentence.is(next, class::PREPOSITION);
        let joint = infinitive
            || based
            || yours
            || any
            || led
            || things
            || self.sentence.is(first, class::CONJUNCTION)
            || matches!(self.found.anchor, Anchor::Noun(_))
                && self.is(first, |w| w.is(class::ADVERB) && w.text.ends_with("ly"));
        if leads || relative || points || part || joint || self.is(first, is_contracted) {
            return true;
        }
        match self.found.anchor {
            Anchor::Predicate(predicate) => self.is_unsaid(predicate, kept),
            Anchor::Noun(noun) => self.is_nameless(noun, kept, first, next),
            Anchor::Name(..) => false,
        }
    }

    /// "trying to merely survive the day": the verb of an infinitive.
    fn is_infinitive(&self, first: usize) -> bool {
        let adverb = first
            .checked_sub(1)
            .is_some_and(|i| self.is(i, |w| w.is(class::ADVERB) && w.text != "to"));
        let to = first.checked_sub(1 + usize::from(adverb));
        to.is_some_and(|i| self.is(i, |w| w.text == "to"))
            && self.is(first, |w| {
                w.shape == Shape::Lower
                    && (w.form() == Some(Form::Base) || w.is(class::PLAIN_VERB))
                    && w.entry.noun.is_none()
            })
    }

    /// "the General Assembly", "its plan", "this year's session of the parliament": a noun that names no happening.
    fn is_nameless(&self, noun: usize, kept: &[usize], first: usize, next: usize) -> bool {
        let body = self.is(noun, |w| w.shape == Shape::Capital && w.hints(hint::LEGISLATURE))
            && !self.is(noun + 1, |w| w.text == "of");
        let named = kept.iter().skip(1).any(|&i| self.is(i, |w| w.shape == Shape::Capital));
        let whose =
            self.is(first, |w| w.is(class::OWNER) && !named || matches!(w.text, "those" | "Those"));
        let possessive = noun.checked_sub(1).is_some_and(|i| self.is(i, is_owner));
        let bare = first == noun
            && self.is(next, |w| w.text == "of")
            && self.found.date.end == noun
            && possessive;
        body || whose || bare
    }

    /// A subject that names nobody, or that is no subject at all; a mere "declining".
    fn is_unsaid(&self, predicate: Predicate, kept: &[usize]) -> bool {
        let own = self.sentence.word(predicate.head).and_then(Word::told);
        let bare = kept.last() == Some(&predicate.last) || own.is_none();
        let gerund = self.is(predicate.last, |w| w.text.ends_with("ing"));
        let named = self.found.word.rule.rsplit('.').next() == Some("noun");
        let bare = bare || named && own.is_none_or(|t| t.strength < 2);
        if !predicate.finite && gerund && bare || self.is_cut_off(predicate, kept) {
            return true;
        }
        let subject = || kept.iter().copied().take_while(|&i| i < predicate.first);
        let Some(first) = subject().next() else { return self.begins_with_verb(kept) };
        let inner = subject().any(|i| self.is(i, |w| matches!(w.text, "which" | "whom" | "whose")));
        let whose = self.sentence.is(first, class::OWNER);
        // A person's own may be told by who did it; a thing's only by its name.
        let its = self.is(first, |w| matches!(w.text, "its" | "Its"));
        let told = kept.iter().skip(1).take_while(|&&i| !its || i < predicate.first);
        let named = told.into_iter().any(|&i| self.is(i, |w| w.shape == Shape::Capital));
        let last = subject().last();
        let owned = last.is_some_and(|i| self.is(i, is_owner));
        // "had the council not delayed, the work would": what did not come about.
        let denied = predicate.first == predicate.head
            && predicate.first.checked_sub(1).is_some_and(|i| self.is(i, |w| w.text == "not"));
        if owned || denied || self.is_at_odds(predicate, kept) {
            return true;
        }
        let those = self.is(first, |w| matches!(w.text, "those" | "Those"));
        inner
            || those
            || whose && !named
            || self.is_hidden(predicate, kept)
            || self.is_fragment(predicate, kept)
            || self.begins_with_verb(kept)
    }

    /// "has signed, ratified or joined the pact": a verb whose object comes behind another verb.
    fn is_cut_off(&self, predicate: Predicate, kept: &[usize]) -> bool {
        let next = predicate.last + 1;
        let verb = |i: usize| self.is(i, |w| w.shape == Shape::Lower && w.is_past());
        let listed = self.is(next, |w| w.mark(&[','])) && verb(next + 1);
        let joint = |i: usize| self.is(i, |w| matches!(w.text, "and" | "or")) && verb(i + 1);
        // "has deployed and continues to deploy troops"
        let onward = self.is(next, |w| matches!(w.text, "and" | "or"))
            && self.is(next + 1, |w| w.form() == Some(Form::Present))
            && self.is(next + 2, |w| w.text == "to");
        let listed = listed && (next + 2..next + 6).any(joint);
        kept.last() == Some(&predicate.last) && (listed || onward)
    }

    /// "nearly half of the systems Sun shipped": a name right behind a plural, and no object.
    fn is_hidden(&self, predicate: Predicate, kept: &[usize]) -> bool {
        let bare = predicate.first == predicate.head && kept.last() == Some(&predicate.last);
        if self.is_object_of(predicate, kept) {
            return true;
        }
        let Some(name) = predicate.first.checked_sub(1) else { return false };
        let plural = name.checked_sub(1).is_some_and(|i| {
            self.is(i, |w| w.is_content() && w.shape == Shape::Lower && w.text.ends_with('s'))
        });
        let moves = self.sentence.says(predicate.head, hint::MOVES);
        bare && plural && !moves && self.is(name, |w| w.shape == Shape::Capital)
    }

    /// "the ideals that the founders laid down": what the relative pronoun stands for is missing.
    fn is_object_of(&self, predicate: Predicate, kept: &[usize]) -> bool {
        let Some(that) = kept.first().and_then(|i| i.checked_sub(1)) else { return false };
        // "the pact, which we launched with Peru": a comma may part the two.
        let comma = that.checked_sub(1).is_some_and(|i| self.is(i, |w| w.mark(&[','])));
        let noun = that.checked_sub(1 + usize::from(comma)).is_some_and(|i| {
            !self.sentence.in_predicate(i)
                && self.is(i, |w| w.is_content() && !w.is(class::CLAIM) && w.form().is_none())
        });
        let relative = self.is(that, |w| matches!(w.text, "that" | "which" | "whom"));
        let active =
            predicate.first == predicate.head || self.sentence.is(predicate.first, class::HAVE);
        let active =
            active && !(predicate.first..predicate.head).any(|i| self.sentence.is(i, class::BE));
        let moves = self.sentence.says(predicate.head, hint::MOVES);
        let rest = kept.iter().copied().find(|&i| i > predicate.last);
        let empty = rest.is_none_or(|i| self.sentence.is(i, class::PREPOSITION | class::ADVERB));
        relative && noun && active && !predicate.copula && !moves && empty
    }

    /// "a plan … have": a subject and a verb of different number belong to different clauses.
    fn is_at_odds(&self, predicate: Predicate, kept: &[usize]) -> bool {
        let Some(&first) = kept.first() else { return false };
        let several = kept
            .iter()
            .take_while(|&&i| i < predicate.first)
            .any(|&i| self.is(i, |w| w.is(class::CONJUNCTION) || w.says(hint::CROWD)));
        let one = self.sentence.is(first, class::INDEFINITE) && !several;
        let many = self.sentence.is(first, class::MULTIPLE);
        let verb = |class| self.sentence.is(predicate.first, class);
        // "he and her mother were"
        let owned = self.sentence.is(first, class::OWNER)
            && !several
            && predicate
                .first
                .checked_sub(1)
                .is_some_and(|i| self.is(i, |w| !w.text.ends_with('s') && !w.says(hint::PEOPLE)));
        // "(Figures for) the election suggest", "(the Asylum and) Immigration Act were"
        let last = predicate.first.saturating_sub(1);
        let single = !several
            && last > first
            && !(first..last).any(|i| self.sentence.is(i, class::PREPOSITION))
            && self.is(last, |w| {
                w.entry.noun.is_some()
                    && !w.text.ends_with('s')
                    && !w.hints(hint::PEOPLE | hint::BODY | hint::FOLK)
            });
        let base = predicate.first == predicate.head
            && self.is(predicate.head, |w| w.form() == Some(Form::Base));
        single && (base || verb(class::PLURAL))
            || one && verb(class::PLURAL)
            || owned && self.is(predicate.first, |w| w.text == "were")
            || many && verb(class::SINGULAR)
            || self.is(predicate.first, |w| matches!(w.text, "been" | "being"))
    }

    /// "through a law enacted in 2011": two words and no more, in the middle of another clause.
    fn is_fragment(&self, predicate: Predicate, kept: &[usize]) -> bool {
        let bare = predicate.first == predicate.head && !predicate.copula;
        let behind = kept.first().and_then(|i| i.checked_sub(1));
        let inside = behind.is_some_and(|i| {
            self.is(i, |w| w.is(class::PREPOSITION) && !w.is(class::SUBORDINATOR))
                || self.sentence.in_predicate(i)
        });
        let ends = kept.last() == Some(&predicate.last);
        let said = kept.iter().filter_map(|&i| self.word(i)).filter(|w| w.is_content()).count();
        let object = behind.is_some_and(|i| self.sentence.in_predicate(i));
        let moves = self.sentence.says(predicate.head, hint::MOVES);
        let object = object && !moves && self.found.word.strength < 2;
        // "a relationship established long ago has helped": the sentence tells of something else.
        let end = self.found.run.end;
        let next = self.sentence.predicates.partition_point(|p| p.first < end);
        let onward = end > predicate.last
            && self.sentence.predicates.get(next).is_some_and(|p| p.finite && p.first == end);
        let article = kept.first().is_some_and(|&i| self.sentence.is(i, class::INDEFINITE));
        let small = onward && article && self.found.word.strength < 3;
        // "Ana Roy, mayor, a role carried out by": what somebody does for long.
        let apposed = behind.is_some_and(|i| self.is(i, |w| w.mark(&[',', '–', '—'])));
        let head = self.found.parts.subject.last().copied().unwrap_or_default();
        let office = bare && apposed && article && self.sentence.says(head, hint::OFFICE);
        office || bare && ends && (inside && (said < 3 || object) || small && said < 3)
    }

    /// "triggered by advances made in June": a title that begins with a verb.
    fn begins_with_verb(&self, kept: &[usize]) -> bool {
        kept.first().is_some_and(|&i| {
            let verb = self.sentence.in_predicate(i)
                || self.is(i, |w| w.form() == Some(Form::Present) && w.entry.noun.is_none())
                    && self.is(i + 1, |w| w.is(class::DETERMINER) || w.text == "to")
                // "when you look at"
                || self.is(i, |w| w.form() == Some(Form::Base) && w.entry.noun.is_none())
                    && i.checked_sub(1).is_some_and(|b| self.sentence.is(b, class::PRONOUN))
                || self.is(i, |w| w.is(class::STATIVE) && w.text.ends_with('s'))
                    && self.is(i + 1, |w| {
                        w.is(class::DETERMINER | class::BE) || w.text.ends_with("ing")
                    });
            verb && self.is(i, |w| w.shape == Shape::Lower)
        })
    }
}

/// "about half", "over two million"
fn is_count(word: &Word<'_>) -> bool {
    word.says(hint::NUMERAL) || matches!(word.text, "half" | "a" | "one")
}

fn is_more(word: &Word<'_>) -> bool {
    matches!(word.text, "inside" | "Inside" | "up" | "Up")
}

fn points(word: &Word<'_>) -> bool {
    word.hints(hint::POINTED) || matches!(word.text, "that" | "That")
}
