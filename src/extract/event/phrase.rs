//! Where a title begins and ends in its sentence: the words of a title and the happening it tells of come in; whether
//! its first or last phrase goes on outside of it goes out. Never changes a title.

use super::class;
use super::clause::Link;
use super::form::Form;
use super::found::{Anchor, Found};
use super::hint;
use super::look::{is_contracted, is_owner, looks_gerund};
use super::predicate::Predicate;
use super::sentence::Sentence;
use super::word::{Shape, Word};

/// A title, and what it was made from.
pub(super) struct Whole<'a> {
    pub(super) sentence: &'a Sentence<'a>,
    pub(super) found: &'a Found,
    pub(super) kept: &'a [usize],
    pub(super) first: usize,
    pub(super) last: usize,
}

impl<'a> Whole<'a> {
    pub(super) fn word(&self, index: usize) -> Option<&Word<'a>> {
        self.sentence.word(index)
    }

    pub(super) fn is(&self, index: usize, test: impl Fn(&Word<'_>) -> bool) -> bool {
        self.word(index).is_some_and(test)
    }

    /// Whether a verb stands in a title without what it needs.
    pub(super) fn is_half_told(&self, p: Predicate) -> bool {
        self.is_unsaid(p)
            || self.is_cut_off()
            || self.is_overrun(p)
            || self.is_unowned(p)
            || self.is_taken_away(p)
            || self.is_far(p)
    }

    /// "students (spent the day on songs for a concert) held": the noun that a participle describes was cut away.
    fn is_far(&self, p: Predicate) -> bool {
        let subject = &self.found.parts.subject;
        let bare = p.first == p.head && p.last == p.head && p.finite && !p.copula;
        let hangs = self.is(p.last + 1, |w| w.is(class::PREPOSITION) || w.date.is_some());
        let fixed =
            self.is(p.head, |w| w.hints(hint::ALONE | hint::LEADING) || w.says(hint::MOVES));
        let cut = self.kept.iter().take_while(|&&i| i < p.first).last() != subject.last();
        let inner = subject.iter().any(|&i| self.sentence.in_predicate(i));
        bare && hangs && !fixed && cut && inner
    }

    /// "a conference that I will host (in May)": the object stands before the relative pronoun, outside the title.
    fn is_taken_away(&self, p: Predicate) -> bool {
        let noun = |w: &Word<'_>| {
            w.is_content() && w.shape == Shape::Lower && !w.is(class::CLAIM) && w.form().is_none()
        };
        let relative = self.first.checked_sub(1).filter(|&i| {
            self.is(i, |w| matches!(w.text, "that" | "which")) && self.is(i.saturating_sub(1), noun)
        });
        let voice = self.is(self.first, |w| w.is(class::NOMINATIVE)) && self.first < p.first;
        let object = self.kept.iter().find(|&&i| i > p.last).is_some_and(|&i| {
            self.is(i, |w| w.is_content() || w.is(class::DETERMINER) || w.text == "to")
        });
        relative.is_some() && voice && !object
    }

    /// "said the sale of mines (has paid)": of what was said only the subject.
    fn is_unsaid(&self, p: Predicate) -> bool {
        let active = !(p.first..p.head).any(|i| self.sentence.is(i, class::BE));
        let next = self.kept.iter().copied().find(|&i| i > p.last);
        let noun = next.is_some_and(|i| {
            self.is(i, |w| {
                w.is(class::DETERMINER)
                    || w.is_content() && w.shape != Shape::Lower
                    || w.is_content() && w.date.is_none() && !w.hints(hint::ANSWER)
            }) && !self.is(i, is_contracted)
        });
        let told = self.kept.iter().any(|&i| i > p.last && self.sentence.in_predicate(i));
        let says = self.is(p.head, |w| w.lemma() == "say");
        says && active && noun && !told && self.found.parts.told.is_none()
    }

    /// "pointed out (that the plan had failed)": what was pointed out stands behind the title.
    fn is_cut_off(&self) -> bool {
        let verb =
            self.sentence.in_predicate(self.last) || self.sentence.is(self.last, class::PARTICLE);
        verb && self.is(self.last + 1, |w| w.text == "that" && w.date.is_none())
    }

    /// "the updates released (on Monday) protect users": behind a participle and its day stands the verb of the sentence.
    fn is_overrun(&self, p: Predicate) -> bool {
        let bare = p.first == p.head && p.last == p.head && p.finite && !p.copula;
        let next = self.kept.iter().copied().find(|&i| i > p.last);
        bare && self.found.run.start == p.last + 1
            && next == Some(self.found.run.end)
            && next.is_some_and(|i| {
                self.is(i, |w| {
                    w.form() == Some(Form::Base)
                        && w.entry.noun.is_none()
                        && w.shape == Shape::Lower
                })
            })
    }

    /// "the last of many took place": a subject that ends with a word that only opens a phrase.
    fn is_unowned(&self, p: Predicate) -> bool {
        let last = self.kept.iter().copied().take_while(|&i| i < p.first).last();
        let floats = |w: &Word<'_>| matches!(w.text, "each" | "both" | "all");
        last.is_some_and(|i| {
            i + 1 < p.first && self.is(i, |w| w.is(class::DETERMINER) && !floats(w))
        })
    }

    /// Whether the phrase a title begins with began before it.
    pub(super) fn begins_inside(&self) -> bool {
        let Some(before) = self.first.checked_sub(1).filter(|_| self.found.stand_in.is_none())
        else {
            return false;
        };
        let start = self.word(self.first).map_or(0, |w| w.span.start);
        // "Model 7–8 aircraft"
        let joined = self.is(before, |w| {
            w.mark(&['-', '–', '—', '/', '\u{2011}', '@', '.']) && w.span.end == start
        }) || self.is(before, |w| w.mark(&['&']));
        // "Feed the Future"
        let named = self.is(self.first, |w| w.text == "the")
            && self.is(self.first + 1, |w| w.shape == Shape::Capital)
            && self.is(before, |w| w.shape == Shape::Capital && w.is_content())
            && !before.checked_sub(1).is_none_or(|i| self.sentence.is(i, class::PREPOSITION))
            && matches!(self.found.anchor, Anchor::Noun(_));
        let small = self
            .is(self.first, |w| w.is_content() && w.shape == Shape::Lower && !w.says(hint::FOLK));
        let plural = self.is(self.first, |w| w.text.ends_with('s'));
        let told = matches!(self.found.anchor, Anchor::Predicate(p) if p.finite);
        // "in line with the treaties adopted"
        let single = small
            && !plural
            && !self.is(self.first + 1, |w| matches!(w.shape, Shape::Number | Shape::Capital))
            && told
            && (self.is(before, |w| {
                w.is(class::PREPOSITION) && !w.is(class::SUBORDINATOR) && w.text != "with"
            }) || self.sentence.in_predicate(before));
        // "safe, orderly and regular migration, which will be"
        let link = self.sentence.clauses.get(self.found.clause).map(|c| c.link);
        let listed = small && link == Some(Link::Relative) && self.is(before, |w| w.mark(&[',']));
        // "the challenges the Board will face": what is faced stands before.
        let contact = matches!(self.found.anchor, Anchor::Predicate(p) if self.last == p.last
            && self.is(p.head, |w| !w.says(hint::MOVES) && !w.hints(hint::ALONE)))
            && self.sentence.is(self.first, class::DETERMINER)
            && self.is(before, |w| w.is_content() && w.shape == Shape::Lower && w.form().is_none())
            && !self.sentence.in_predicate(before);
        // "It also mentions how"
        let verb = small
            && plural
            && self.sentence.is(before, class::ADVERB | class::PRONOUN)
            && self.kept.get(1).is_some_and(|&i| {
                self.is(i, |w| w.is(class::QUESTION) || w.says(hint::ARTICLE) || w.text == "that")
            });
        joined || named || single || listed || contact || verb || self.is_governed(before)
    }

    /// "the firm, which in May was bought": a relative pronoun takes the subject up again.
    pub(super) fn is_taken_up(&self, p: Predicate) -> bool {
        let last = self.found.parts.subject.last().copied().unwrap_or(p.first);
        (last + 1..p.first).any(|i| self.sentence.is(i, class::RELATIVE))
    }

    /// "the men inside the home surrendered", "and encourage people launched": what hangs on a preposition or a gerund is no
    /// subject, and what begins with a bare verb is none.
    fn is_governed(&self, before: usize) -> bool {
        let Anchor::Predicate(p) = self.found.anchor else { return false };
        let link = self.sentence.clauses.get(self.found.clause).map(|c| c.link);
        let bare = p.first == p.head && p.last == p.head;
        let hangs = self.is(p.last + 1, |w| w.is(class::PREPOSITION) || w.date.is_some());
        let fixed = self.is(p.head, |w| {
            w.hints(hint::ALONE | hint::EMPTY | hint::LEADING) || w.says(hint::MOVES)
        });
        if !p.finite || self.first > p.first || self.is_taken_up(p) {
            return false;
        }
        let verbal = self.is(self.first, |w| {
            w.shape == Shape::Lower && w.form() == Some(Form::Base) && w.entry.noun.is_none()
        }) && self.is(before, |w| w.is(class::COORDINATOR) || w.text == "to");
        let with = self.is(before, |w| matches!(w.text, "with" | "With" | "than" | "like"));
        let counts = self.is(self.first, |w| {
            w.shape == Shape::Number && w.date.is_none() || w.says(hint::NUMERAL) || w.text == "one"
        }) && self.sentence.hints(before, hint::APPROXIMATE);
        let led = !counts
            && self.is(before, |w| {
                w.is(class::PREPOSITION) && !w.is(class::SUBORDINATOR | class::ADVERB)
                    || w.shape == Shape::Lower && w.form() == Some(Form::Gerund)
            });
        let plain = link != Some(Link::Relative) && !(bare && hangs && !fixed);
        verbal || led && plain && !with && self.last > p.first
    }

    /// "described (Friday's) meeting as useful", "dominated (the Christmas) period": a date that stood for the article of
    /// an object; what is held or won may stand without one.
    fn has_hole(&self) -> bool {
        let Anchor::Predicate(p) = self.found.anchor else { return false };
        let run = &self.found.run;
        let article = run.clone().any(|i| {
            self.is(i, is_owner) || self.is(i, |w| w.is(class::DETERMINER) && i + 1 < run.end)
        });
        let object = run.start == p.last + 1
            && self.kept.contains(&run.end)
            && self.is(run.end, |w| w.is_content() && w.shape == Shape::Lower);
        let happening = (run.end..run.end + 3)
            .any(|i| self.is(i, |w| w.entry.noun.is_some_and(|t| t.strength > 1)));
        let held = self.is(p.head, |w| {
            let won = matches!(w.text, "won" | "lost" | "led");
            w.is(class::CARRIER) || w.says(hint::HELD) || won
        });
        article && object && !(held && happening)
    }

    /// Whether the phrase a title ends with goes on behind it.
    pub(super) fn ends_inside(&self) -> bool {
        let next = self.last + 1;
        let back =
            |n: usize| self.kept.len().checked_sub(n).and_then(|k| self.kept.get(k)).copied();
        let was =
            |n: usize, test: &dyn Fn(&Word<'_>) -> bool| back(n).is_some_and(|i| self.is(i, test));
        let inside = self.sentence.in_predicate(self.last);
        // "$7,000 worth of goods"
        let part =
            self.sentence.says(self.last, hint::PARTIAL) && self.is(next, |w| w.text == "of");
        let number = |w: &Word<'_>| {
            w.date.is_none()
                && w.text.bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.')
                && w.shape == Shape::Number
        };
        // "the male, 9, … and the female, 5"
        let aged = self.is(self.last, number) && was(2, &|w| w.mark(&[',']));
        // "regarding a 1 year"
        let counted = was(2, &|w| w.text.bytes().all(|b| b.is_ascii_digit()))
            && was(3, &|w| w.is(class::INDEFINITE));
        // "a series beginning [Friday]"
        let opening = !inside && self.sentence.says(self.last, hint::OPENING);
        // "proposed declaring [2031 a year of water]"
        let object = self.found.run.start == next
            && self.sentence.is_year(next)
            && self.is(self.last, looks_gerund);
        // "enlisted to clean up the streets"
        let wanting = was(2, &|w| w.text == "to")
            && self.is(self.last, |w| w.shape == Shape::Lower)
            && self.is(next, |w| {
                w.date.is_none() && (w.is(class::DETERMINER) || w.is(class::PARTICLE))
            });
        let clipped = !inside
            && self
                .is(self.last, |w| w.is_content() && w.shape == Shape::Lower && w.form().is_none())
            && self.is(next, |w| w.is_content() && w.shape == Shape::Lower && w.form().is_none())
            && !self.sentence.in_predicate(next)
            && self.word(self.last).map(|w| w.span.end + 1)
                == self.word(next).map(|w| w.span.start);
        // "suggested policing, unlike schools, was the one": the subject of another verb.
        let other = self.sentence.predicate_at(next + 1).filter(|p| p.first == next + 1);
        let halved = matches!(self.found.anchor, Anchor::Predicate(p) if p.first == p.head
                && self.kept.iter().any(|&i| i > p.last && self.is(i, |w| w.mark(&[',']))))
            && self.is(next, |w| w.mark(&[',']))
            && other.is_some_and(|p| p.finite && (p.copula || p.first < p.head))
            && self.found.parts.told.is_none()
            && !self.is(self.found.parts.rest.first().copied().unwrap_or(next), |w| {
                w.is(class::PREPOSITION)
            })
            && self.sentence.clauses.get(self.found.clause).is_some_and(|c| c.link == Link::Main);
        // "saw loyal members warn that"
        let bare = !inside
            && self.is(self.last, |w| w.form() == Some(Form::Base) && w.entry.noun.is_none())
            && was(2, &|w| w.is_content() && w.text.ends_with('s'))
            && self.is(next, |w| w.text == "that");
        // "will surpass Margaret [Thatcher's 11 years]"
        let owner = self.is(self.last, |w| w.shape == Shape::Capital && w.is_content())
            && self.is(next, |w| w.shape == Shape::Capital && (is_owner(w)));
        let part = part || halved || bare || owner || self.has_hole();
        part || aged || counted || opening || object || wanting || clipped || self.breaks_off(next)
    }

    /// "Directive 2018(–23–51)", "athlete (of the year)", "requires the hotel (to be open)", "a chance to get (in)".
    fn breaks_off(&self, next: usize) -> bool {
        let end = |i: usize| self.word(i).map(|w| w.span.end);
        let start = |i: usize| self.word(i).map(|w| w.span.start);
        let joined = self.is(next, |w| w.mark(&['-', '–', '—', '/', '\u{2011}']))
            && end(self.last) == start(next)
            && end(next) == start(next + 1);
        let of = self.is(self.found.run.start, |w| w.text == "of")
            && self.found.run.start == next
            && self.is(self.found.date.start, |w| w.text == "the");
        let view = self.sentence.says(self.last, hint::VIEW)
            && self.is(next, |w| matches!(w.text, "to" | "of" | "with"));
        let made = self.is(next, |w| w.text == "to")
            && self.kept.iter().rev().take(6).any(|&i| self.sentence.says(i, hint::MAKING));
        let base = self.is(self.last, |w| {
            w.shape == Shape::Lower && w.form() == Some(Form::Base) && w.says(hint::PHRASAL)
        });
        let phrasal = base && self.is(next, |w| w.is(class::PREPOSITION) && w.date.is_none());
        // "a pact for safe[, orderly and lawful travel]"
        let listed = self.is(next, |w| w.mark(&[',']))
            && self.is(self.last, |w| w.is_content() && w.shape == Shape::Lower)
            && self.sentence.is(self.last.saturating_sub(1), class::PREPOSITION)
            && self.is(next + 1, |w| w.is_content() && w.shape == Shape::Lower)
            && self.is(next + 2, |w| w.text == "and" || w.mark(&[',']));
        joined || of || view || made || phrasal || listed || self.breaks_name(next)
    }

    /// "will host World (Youth Day)": a feast whose name began before it.
    fn breaks_name(&self, next: usize) -> bool {
        let name = |i: usize| self.is(i, |w| w.shape == Shape::Capital);
        let feast = |i: usize| self.is(i, |w| w.text == "Day" && w.date.is_some());
        name(self.last)
            && next == self.found.run.start
            && self.is(next, |w| {
                w.shape == Shape::Capital && w.date.is_some() && !w.text.ends_with("day")
            })
            && (next + 1..next + 3).any(feast)
    }
}
