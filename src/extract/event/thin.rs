//! Whether a title says too little: the words of a title come in; whether they only point, or leave out what was said,
//! goes out. Never changes a title.

use super::class;
use super::form::Form;
use super::found::Anchor;
use super::hint;
use super::look::is_owner;
use super::title::Maker;
use super::word::{Shape, Word};
use crate::extract::EventKind;

impl Maker<'_> {
    /// "refused to abide by": a plain verb behind "to".
    fn opens_infinitive(&self, at: usize) -> bool {
        self.is(at, |w| {
            let plain =
                w.form() == Some(Form::Base) || w.form().is_none() && !w.text.ends_with('s');
            w.is_content() && w.shape == Shape::Lower && w.entry.noun.is_none() && plain
        })
    }

    /// "The ministry said", with what it said standing elsewhere; one word; a pronoun that did something unknown.
    pub(super) fn says_nothing(&self, kept: &[usize]) -> bool {
        let first = kept.first().copied().unwrap_or_default();
        if self.is(first, |w| w.is(class::QUESTION) || matches!(w.text, "when" | "where")) {
            return true;
        }
        let content = kept.iter().filter(|&&i| self.has_content(i)).count();
        let Anchor::Predicate(predicate) = self.found.anchor else {
            let part = kept.first().is_some_and(|&i| self.sentence.says(i, hint::MEMBER));
            if part {
                return true;
            }
            let named = |w: &Word<'_>| w.shape == Shape::Capital;
            let name = kept.iter().skip(1).any(|&i| self.is(i, named))
                || self.is(first, |w| named(w) && is_owner(w));
            let said = self.found.word.kind == EventKind::Statement;
            // "international law"
            let law = |&i: &usize| self.is(i, |w| matches!(w.text, "law" | "laws" | "legislation"));
            let article = self.sentence.is(first, class::DETERMINER);
            if content < 3 && !name && !article && kept.last().is_some_and(law) {
                return true;
            }
            return content < 2 || content < 3 && !name && (self.found.word.strength < 3 || said);
        };
        // "acknowledged openly"
        let manner = |i: usize| self.is(i, |w| w.text.ends_with("ly") && w.shape == Shape::Lower);
        let ends = kept.iter().all(|&i| i <= predicate.last || manner(i));
        // "has been arguing"
        let active = predicate.first == predicate.head
            || self.is(predicate.last, |w| w.text.ends_with("ing"));
        let says =
            self.is(predicate.last, |w| w.told().is_some_and(|t| t.kind == EventKind::Statement));
        let telling = self.found.word.strength > 2;
        let answers = self.sentence.says(predicate.head, hint::ANSWER);
        let empty = self.found.parts.rest.first().is_none_or(|&i| {
            self.is(i, |w| {
                // "called for talks", "warned against a war"
                let object = matches!(w.text, "for" | "against")
                    || w.text == "about" && !telling
                    || w.text == "to" && (answers || self.opens_infinitive(i + 1));
                w.is(class::PREPOSITION) && !object
            })
        });
        let strong = self.found.stand_in.is_some() && self.found.word.strength > 1;
        let least = if strong { 1 } else { 2 };
        let ending = kept.last().copied().unwrap_or_default();
        // "said the decision was": what was said is not said.
        if self.sentence.is(ending, class::AUXILIARY) {
            return true;
        }
        // "told a paper in an interview"
        let told = self.is(predicate.head, |w| w.lemma() == "tell")
            && !kept.iter().any(|&i| self.is(i, |w| w.text == "to"));
        let unsaid = self.found.parts.told.is_none();
        // "The staff were told"
        let unheard = ends && self.is(predicate.head, |w| w.lemma() == "tell");
        content < least || unheard || says && active && (ends || (empty || told) && unsaid)
    }

    /// "the events took place", "the one that formed in the south": a subject that only points, and nothing that says
    /// more.
    pub(super) fn is_hollow(&self, kept: &[usize]) -> bool {
        let Anchor::Predicate(predicate) = self.found.anchor else { return false };
        if self.found.stand_in.is_some() {
            return false;
        }
        let article = kept.first().is_some_and(|&i| {
            self.is(i, |w| w.hints(hint::POINTED) || w.text.eq_ignore_ascii_case("the"))
        });
        let subject = || kept.iter().skip(1).take_while(|&&i| i < predicate.first);
        let blank =
            || subject().next().is_some() && subject().all(|&i| self.sentence.says(i, hint::BLANK));
        let more = || {
            let rest = kept.iter().filter(|&&i| i > predicate.last);
            rest.into_iter().any(|&i| self.is(i, |w| w.is_content() && w.text != "place"))
        };
        let happens = self.sentence.says(predicate.head, hint::BEFELL);
        // "the smart ones come in", "Phone messages left were not returned"
        let last = subject().last().copied();
        let ones = last.is_some_and(|i| self.is(i, |w| matches!(w.text, "one" | "ones")));
        let left = last.or(kept.first().copied()).is_some_and(|i| {
            self.is(i, |w| matches!(w.text, "message" | "messages" | "Messages" | "calls"))
        }) && self.is(predicate.head, |w| matches!(w.text, "left" | "placed"))
            && kept.last() == Some(&predicate.last);
        let bare = last.and_then(|i| i.checked_sub(1));
        let bare = ones && bare.is_some_and(|i| self.is(i, |w| w.text == "the"));
        left || bare || article && (ones || blank() && happens && !more())
    }
}
