//! What a found happening cannot be, once its mode is known: the happening, its date and the document's own date come
//! in; the guard that refuses it goes out. Never looks at the title.

use super::class;
use super::clause::Link;
use super::form::Form;
use super::found::{Anchor, Found};
use super::hint;
use super::look::looks_gerund;
use super::predicate::{self, Predicate};
use super::sentence::Sentence;
use super::word::{Shape, Word};
use crate::extract::{DateMention, EventKind, Mode, Rule};
use chrono::NaiveDate;

/// Refuses a happening whose date cannot be its own.
pub(super) fn of(
    sentence: &Sentence<'_>,
    found: &Found,
    date: &DateMention,
    mode: Mode,
    published: Option<NaiveDate>,
) -> Result<(), Rule> {
    let doubt = Doubt { sentence, found };
    if doubt.is_vague(date) || doubt.is_loose(date) {
        return Err("event.not-a-point");
    }
    let Anchor::Predicate(predicate) = found.anchor else {
        // "whose goal is ratification by 2024"
        return match (doubt.lead(1) == "by", doubt.is_order()) {
            (true, _) => Err("event.not-yet"),
            (_, true) => Err("event.not-a-wish"),
            _ => Ok(()),
        };
    };
    if doubt.leads_on(predicate) {
        return Err("event.not-a-clause");
    }
    let light = found.word.strength < 2;
    if light && sentence.bears(&predicate, class::NEGATION) && mode == Mode::Negated {
        return Err("event.not-a-happening");
    }
    let century = date.date.as_ref().is_some_and(|d| d.edtf.ends_with("XX"));
    if light && century {
        return Err("event.not-a-point");
    }
    if doubt.is_inserted(predicate) || doubt.opens_gerund(predicate) || doubt.is_one_of(predicate) {
        return Err("event.not-a-clause");
    }
    if doubt.is_aim(predicate) {
        return Err("event.not-yet");
    }
    if let Some(guard) = doubt.is_elsewhere(predicate, mode) {
        return Err(guard);
    }
    if doubt.is_goal(predicate) {
        return Err("event.not-yet");
    }
    if light && doubt.is_from(date) {
        return Err("event.not-a-yardstick");
    }
    let day = date.date.as_ref().and_then(|d| d.earliest).zip(published);
    let ahead = doubt.looks_ahead();
    let later = day.is_some_and(|(day, published)| day > published) || ahead;
    // "outlines his vision for the next 25 years"
    // "welcomes the goals for all by 2030", "chose to take bids over the next decade"
    let goal = doubt.lead(1) == "by" && doubt.is_told_now(predicate);
    let goal = goal || doubt.is_said_by(predicate);
    let extended = ahead
        && predicate.first == predicate.head
        && predicate.last > predicate.head
        && doubt.is_past(predicate);
    if goal || extended || ahead && doubt.is_told_now(predicate) {
        return Err("event.not-yet");
    }
    // "will close plants after last year's loss": no day before its document dates what will be.
    let past = date.date.as_ref().and_then(|d| d.latest).zip(published);
    let past = past.is_some_and(|(day, published)| day < published);
    let past = past || doubt.is_earlier();
    if past && sentence.bears(&predicate, class::WILL) {
        return Err("event.not-yet");
    }
    if doubt.runs_towards(predicate) || later && doubt.is_over(predicate) {
        return Err("event.not-yet");
    }
    Ok(())
}

/// What is put between commas has at most so many words before its date.
const INSERTED: usize = 14;

struct Doubt<'a> {
    sentence: &'a Sentence<'a>,
    found: &'a Found,
}

impl Doubt<'_> {
    /// "said, by 2031, he wanted": nobody says a thing by a day.
    fn is_said_by(&self, p: Predicate) -> bool {
        let Found { run, parts, .. } = self.found;
        self.text(run.start) == "by"
            && run.start > p.last
            && parts.told.is_none_or(|told| run.end < told)
            && predicate::says(&self.sentence.words, &p)
    }

    /// "earlier this week", "two days ago"
    fn is_earlier(&self) -> bool {
        let mut date = self.found.date.clone();
        date.any(|i| matches!(self.text(i), "earlier" | "ago" | "yesterday"))
    }

    fn text(&self, index: usize) -> &str {
        self.sentence.text(index)
    }

    /// "Catch up on the 2020 election": a sentence that opens with a bare verb tells somebody to do something.
    fn is_order(&self) -> bool {
        self.sentence.word(0).is_some_and(|w| {
            w.form() == Some(Form::Base)
                && w.entry.noun.is_none()
                && !w.is(class::AUXILIARY | class::PREPOSITION | class::ADVERB)
        }) && self.sentence.word(1).is_some_and(|w| {
            w.is(class::DETERMINER)
                || w.is(class::PARTICLE)
                || matches!(w.text, "on" | "about" | "more")
        })
    }

    /// "in the past", "in recent decades", "in modern times": no time that anything is anchored in.
    fn is_vague(&self, date: &DateMention) -> bool {
        let anchored = date.date.as_ref().is_some_and(|d| d.anchored);
        let words = || self.found.date.clone().map(|i| self.text(i));
        let counted = || {
            self.found.date.clone().filter_map(|i| self.sentence.word(i)).any(|w| {
                w.shape == Shape::Number
                    || w.hints(hint::NUMERAL)
                    || matches!(w.text, "several" | "few" | "couple" | "ago")
            })
        };
        let past = self.found.date.len() < 3 && words().next_back() == Some("past");
        let ages = || words().any(|w| matches!(w, "decades" | "centuries" | "times" | "history"));
        !anchored && (past || ages() && !counted())
    }

    /// "will pursue the goal of halving waste by 2030": the day is the goal's.
    fn is_goal(&self, predicate: Predicate) -> bool {
        let between = predicate.last + 1..self.found.run.start;
        self.lead(1) == "by"
            && between.len() < INSERTED
            && between.into_iter().any(|i| self.sentence.hints(i, hint::GOAL))
    }

    /// "takes steps, including, on 30 July, revising the law": a day right before a gerund is told of that.
    fn opens_gerund(&self, predicate: Predicate) -> bool {
        let end = self.found.run.end;
        let next = end + usize::from(self.text(end) == ",");
        let behind = self.found.run.start > predicate.last;
        let joined = self.found.run.start.checked_sub(1).map_or("", |i| self.text(i));
        behind
            && matches!(joined, "," | "and" | "including")
            && self
                .sentence
                .word(next)
                .is_some_and(|w| looks_gerund(w) && !w.is(class::PREPOSITION))
    }

    /// "the talks held recently", "a bridge that opened some years ago": a time that nobody can place dates only what a
    /// sentence is about.
    fn is_loose(&self, date: &DateMention) -> bool {
        let anchored = date.date.as_ref().is_some_and(|d| d.anchored);
        let loose = |w: &Word<'_>| w.hints(hint::LOOSE);
        let loose = self.found.date.clone().any(|i| self.sentence.word(i).is_some_and(loose));
        let link = self.sentence.clauses.get(self.found.clause).map(|c| c.link);
        let main = matches!(self.found.anchor, Anchor::Predicate(p) if p.finite)
            && matches!(link, Some(Link::Main | Link::Shared));
        let telling = main || matches!(self.found.anchor, Anchor::Noun(_));
        let counted = self.found.date.clone().any(|i| {
            self.sentence.word(i).is_some_and(|w| {
                w.shape == Shape::Number
                    || w.says(hint::NUMERAL | hint::SEVERAL) && !w.says(hint::LOOSE)
            })
        });
        let told = telling && self.found.word.strength > 2;
        !anchored && loose && !counted && !told
    }

    /// "the bill, under review by the court on Monday, would", "Ana Lopes, mayor since 2003, resigned": a day in what is
    /// put between a subject and its verb is told of that.
    fn is_inserted(&self, predicate: Predicate) -> bool {
        let word = |i: usize| self.sentence.word(i);
        let comma = |i: usize| word(i).is_some_and(|w| w.mark(&[',']));
        let end = self.found.run.end;
        if !comma(end) || predicate.first <= end || predicate.first > end + 3 {
            return false;
        }
        let start = self.found.run.start;
        let open = (start.saturating_sub(INSERTED)..start).rev().find(|&i| {
            word(i).is_some_and(|w| w.is_mark() && !w.mark(&['’', '\'', '-', '.']))
                || self.sentence.in_predicate(i)
        });
        let Some(open) = open.filter(|&i| i > 0 && i + 2 < start && comma(i)) else { return false };
        let said = word(open - 1).is_some_and(|w| w.is_content() && w.date.is_none());
        let first = word(open + 1).is_some_and(|w| {
            let noun = !w.is(class::PLAN)
                && w.is_content()
                && w.shape == Shape::Lower
                && w.form().is_none();
            noun && !w.text.ends_with("ing") && !w.text.ends_with("ed")
                || matches!(w.text, "under" | "a" | "an" | "the")
        });
        said && first && (self.found.parts.subject.iter().all(|&i| i < open))
    }

    /// "has issued decrees, the most recent on 26 May": the day of one of them.
    fn is_one_of(&self, predicate: Predicate) -> bool {
        let start = self.found.run.start;
        let mut lead = (predicate.last + 1..start).rev();
        let nth = lead.next().is_some_and(|i| self.sentence.says(i, hint::RECENT | hint::NTH));
        let open = lead.find(|&i| self.text(i) != "most");
        let the = open.is_some_and(|i| self.sentence.says(i, hint::ARTICLE));
        let comma = lead
            .next()
            .is_some_and(|i| self.sentence.word(i).is_some_and(|w| w.mark(&[',', '—', '–'])));
        nth && the && comma && self.found.run.start < self.found.date.start
    }

    /// "have frustrated efforts to reach the goals by 2030": what is to be reached by then is something else.
    fn is_aim(&self, predicate: Predicate) -> bool {
        let inner = (predicate.last + 1..self.found.date.start).any(|i| {
            self.text(i) == "to"
                && self
                    .sentence
                    .word(i + 1)
                    .is_some_and(|w| w.form() == Some(Form::Base) && w.entry.noun.is_none())
        });
        let past = self.is_past(predicate);
        self.lead(1) == "by" && inner && past && !self.sentence.bears(&predicate, class::WILL)
    }

    /// "over the next five years": a stretch of time that begins now.
    fn looks_ahead(&self) -> bool {
        let lead = self.led(1);
        let next = self.found.date.clone().find(|&i| matches!(self.text(i), "next" | "coming"));
        next.is_some_and(|i| {
            let last = self.found.date.end - 1;
            i + 2 < self.found.date.end + 1 && self.sentence.says(last, hint::STRETCH)
        }) && lead.is_some_and(|w| w.says(hint::DATING) || w.text == "for")
    }

    fn is_past(&self, predicate: Predicate) -> bool {
        self.sentence.word(predicate.head).is_some_and(Word::is_past)
    }

    /// A bare present tense tells of no time to come.
    fn is_told_now(&self, predicate: Predicate) -> bool {
        let form = self.sentence.word(predicate.head).and_then(Word::form);
        predicate.first == predicate.head
            && predicate.last == predicate.head
            && matches!(form, Some(Form::Present | Form::Base))
    }

    /// ", followed by a levy in May": what follows happened, and nobody followed.
    fn leads_on(&self, predicate: Predicate) -> bool {
        let comma = predicate.first.checked_sub(1).map_or("", |i| self.text(i)) == ",";
        let bare = predicate.first == predicate.head;
        comma
            && bare
            && matches!(self.text(predicate.head), "followed" | "preceded" | "accompanied")
            && self.text(predicate.last + 1) == "by"
    }

    fn led(&self, steps: usize) -> Option<&Word<'_>> {
        self.sentence.word(self.found.date.start.checked_sub(steps)?)
    }

    fn lead(&self, steps: usize) -> &str {
        self.led(steps).map_or("", |w| w.text)
    }

    /// What the day belongs to rather than to the predicate: a term, the subject, what stands before, a level.
    fn is_elsewhere(&self, predicate: Predicate, mode: Mode) -> Option<Rule> {
        if self.is_term() || self.is_of_subject(predicate, mode) {
            return Some("event.not-a-term");
        }
        if self.is_as_told(predicate) {
            return Some("event.not-a-clause");
        }
        // "a cut from 2020 levels"
        let level = self.sentence.says(self.found.run.end, hint::LEVEL);
        level.then_some("event.not-a-yardstick")
    }

    /// "Developments in 2018 may signal a change": the day of what a guess is about.
    fn is_of_subject(&self, predicate: Predicate, mode: Mode) -> bool {
        let run = &self.found.run;
        let subject = &self.found.parts.subject;
        let behind = run.start.checked_sub(1).is_some_and(|i| subject.contains(&i));
        mode == Mode::Hypothetical && behind && run.end <= predicate.first
    }

    /// "will vote in May, as the general had promised last year": what was promised stands before.
    fn is_as_told(&self, predicate: Predicate) -> bool {
        let clause = self.sentence.clauses.get(self.found.clause);
        let lead = clause.filter(|c| c.link == Link::Subordinate && c.words.start > 0);
        let says = self.sentence.word(predicate.head).and_then(Word::told);
        let says = says.is_some_and(|t| t.kind == EventKind::Statement);
        let before = self.found.parts.subject.first().and_then(|i| i.checked_sub(1));
        let opens = |i: usize| self.text(i) == "as" && i > 0 && self.text(i - 1) == ",";
        let as_told = lead.is_some_and(|c| self.text(c.words.start) == "as")
            || before.is_some_and(|i| opens(i) || i > 0 && opens(i - 1));
        as_told && says && self.found.parts.told.is_none()
    }

    /// "a candidate for the term 2020-2022": the years of an office.
    fn is_term(&self) -> bool {
        let kept = self.found.word.kind == EventKind::Statistic;
        let unit = |k| self.led(k).is_some_and(|w| w.says(hint::TENURE));
        !kept && (1..3).any(unit) && (2..6).any(|k| self.lead(k) == "for")
    }

    /// "finished at 7,223, up 54 from 12 March": what something is measured against.
    fn is_from(&self, date: &DateMention) -> bool {
        let interval = date.date.as_ref().is_some_and(|d| d.edtf.contains('/'));
        let moved = (2..8).any(|k| self.led(k).is_some_and(|w| w.says(hint::CHANGE)));
        !interval && self.lead(1) == "from" && moved
    }

    /// "is leading a coalition that seeks protection by 2030": what runs now does not end at a goal.
    fn runs_towards(&self, predicate: Predicate) -> bool {
        let first = self.sentence.word(predicate.first);
        let present = first.is_some_and(|w| w.is(class::PRESENT));
        let running = self.text(predicate.last).ends_with("ing");
        let bound = self.sentence.says(predicate.head, hint::BOUND);
        // A goal stands behind more words; "agreed by 2010" tells when.
        let far = self.found.date.start > predicate.last + 3;
        (present && running || bound && far) && self.lead(1) == "by"
    }

    /// What is told as done, or as going on, did not happen at a later day: "said sales will rise next year".
    fn is_over(&self, predicate: Predicate) -> bool {
        let ahead = class::WILL | class::WOULD | class::MAY | class::PLAN;
        let open = self.sentence.bears(&predicate, ahead);
        let head = self.sentence.word(predicate.head);
        let past = predicate.first == predicate.head
            && predicate.last == predicate.head
            && head.is_some_and(|w| w.text.ends_with("ed") || w.form() == Some(Form::Past));
        let first = |class| self.sentence.is(predicate.first, class);
        let moves = matches!(self.found.word.kind, EventKind::Meeting | EventKind::Initiative)
            || self.sentence.says(predicate.head, hint::LEAVING);
        let running = first(class::BE) && self.text(predicate.last).ends_with("ing") && !moves;
        let done = (first(class::HAVE) || matches!(self.text(predicate.first), "was" | "were"))
            && !running
            && predicate.last == predicate.head
            && !predicate.copula
            && !self.text(predicate.last).ends_with("ing");
        !open && (past || running || done)
    }
}
