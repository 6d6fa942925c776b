//! Past, planned, supposed or denied: the words around a happening come in, its mode goes out.
//! Never decides whether something is an event.

use super::aim;
use super::class;
use super::clause::Link;
use super::form::Form;
use super::found::{Anchor, Found};
use super::hint;
use super::predicate;
use super::sentence::Sentence;
use super::word::{Shape, Word};
use crate::extract::{DateMention, EventKind, Mode};
use chrono::NaiveDate;

/// The mode of a happening. What is denied is not planned; what is supposed is not, either.
pub(super) fn of(
    sentence: &Sentence<'_>,
    found: &Found,
    date: &DateMention,
    published: Option<NaiveDate>,
) -> Mode {
    let chain = match found.anchor {
        Anchor::Predicate(p) => p.first..p.last + 1,
        Anchor::Noun(noun) | Anchor::Name(noun, ..) => noun.saturating_sub(3)..noun,
    };
    let any = |class: class::Class| chain.clone().any(|i| sentence.is(i, class));
    let predicate = matches!(found.anchor, Anchor::Predicate(_));
    let refused =
        matches!(found.anchor, Anchor::Predicate(p) if p.last > p.head) && any(class::DENY);
    let none = !predicate
        && chain
            .clone()
            .rev()
            .map_while(|i| sentence.word(i))
            .any(|w| matches!(w.text, "no" | "No"));
    if none
        || (predicate && (any(class::NEGATION) || refused))
        || denied_subject(sentence, found, chain.start)
    {
        return Mode::Negated;
    }
    if supposed(sentence, found) || (predicate && any(class::MAY)) {
        return Mode::Hypothetical;
    }
    let later = date.date.as_ref().and_then(|d| d.earliest).zip(published);
    let later = later.is_some_and(|(day, published)| day > published)
        || published.is_none() && is_to_come(sentence, found, date);
    if predicate && any(class::WOULD) {
        return match would_have(sentence, found) {
            true => Mode::Hypothetical,
            false if !later && is_story(date, published) && came_about(sentence, found, date) => {
                Mode::Historical
            }
            false => Mode::Planned,
        };
    }
    if called_off(sentence, found) {
        return Mode::Negated;
    }
    if put_off(sentence, found) {
        return Mode::Planned;
    }
    if to_be(sentence, found) && (later || published.is_none()) {
        return Mode::Planned;
    }
    if let Some(mode) = borne(sentence, found) {
        return mode;
    }
    // What is told in the past is past, whatever day its date was counted to.
    let told = matches!(found.anchor, Anchor::Predicate(p) if p.first == p.head && p.last == p.head
        && sentence.word(p.head).is_some_and(|w| w.text.ends_with("ed") || w.form() == Some(Form::Past))
        && !is_announced(sentence, p));
    let due = matches!(found.anchor, Anchor::Predicate(p) if sentence.is_due(&p));
    let due = due || aim::is_pledged(sentence, found);
    let planned = (predicate && any(class::WILL))
        || due
        || awaits(sentence, found)
        || prepares(sentence, found)
        || is_resolved(sentence, found)
        || any(class::PLAN) && (is_plan(sentence, found, chain.end) || intends(sentence, found))
        || !told && later && !is_past_noun(sentence, found);
    if planned { Mode::Planned } else { Mode::Historical }
}

/// "A concert planned in Lodi April 4": a headline's participle, which tells of no past.
fn is_announced(sentence: &Sentence<'_>, p: predicate::Predicate) -> bool {
    let next = sentence.word(p.last + 1);
    sentence.is(p.head, class::PLAN)
        && next.is_none_or(|w| w.is(class::PREPOSITION) || w.date.is_some())
}

/// "I would like to thank": nothing is planned.
fn likes(sentence: &Sentence<'_>, p: predicate::Predicate) -> bool {
    (p.first..p.last + 2).any(|i| sentence.word(i).is_some_and(|w| w.text == "like"))
}

/// "No meeting was held", "neither side signed".
fn denied_subject(sentence: &Sentence<'_>, found: &Found, first: usize) -> bool {
    let Some(clause) = sentence.clauses.get(found.clause) else { return false };
    let subject = clause.words.start..first;
    let near = subject.rev().take(5);
    near.filter_map(|i| sentence.word(i)).take_while(|w| !w.is_mark()).any(|w| w.is(class::NONE))
}

fn supposed(sentence: &Sentence<'_>, found: &Found) -> bool {
    let Some(clause) = sentence.clauses.get(found.clause) else { return false };
    let mut lead = clause.words.clone().filter_map(|i| sentence.word(i)).filter(|w| !w.is_mark());
    let first = lead.next().is_some_and(|w| w.is(class::CONDITION));
    let opens = clause.link == Link::Subordinate || clause.words.start == 0;
    let chain = match found.anchor {
        Anchor::Predicate(p) => p.first.saturating_sub(1)..p.last + 2,
        Anchor::Noun(noun) | Anchor::Name(noun, ..) => noun.saturating_sub(2)..noun,
    };
    let hedged = chain.filter_map(|i| sentence.word(i)).any(|w| w.is(class::SUPPOSE));
    opens && first || hedged
}

/// A noun behind a verb that tells of a plan: "will submit its review during the forum in 2023".
fn borne(sentence: &Sentence<'_>, found: &Found) -> Option<Mode> {
    let Anchor::Noun(noun) = found.anchor else { return None };
    let words = &sentence.clauses.get(found.clause)?.words;
    // "looks forward to the launch", "awaits the verdict"
    let awaited = (words.start.max(noun.saturating_sub(AWAY))..noun).any(|i| {
        sentence.word(i).is_some_and(|w| {
            w.text == "forward" && sentence.word(i + 1).is_some_and(|n| n.text == "to")
                || w.text.starts_with("await")
                || w.text.starts_with("anticipat")
        })
    });
    let far = if found.word.kind == EventKind::Meeting { 2 * AWAY } else { AWAY };
    let committed =
        (words.start.max(noun.saturating_sub(far))..noun).any(|i| sentence.says(i, hint::AHEAD));
    let awaited = awaited || committed;
    let verb = sentence.predicates_in(words).rfind(|p| p.last < noun);
    let will = verb.is_some_and(|verb| {
        sentence.bears(verb, class::WILL)
            || sentence.bears(verb, class::WOULD) && !likes(sentence, *verb)
    });
    (will || awaited).then_some(Mode::Planned)
}

/// "next year", "tomorrow", "later this month": what a document without a date of its own calls to come. "The next day"
/// belongs to a story.
fn is_to_come(sentence: &Sentence<'_>, found: &Found, date: &DateMention) -> bool {
    let text = |i: usize| sentence.text(i);
    let first = found.date.start;
    let anchored = date.date.as_ref().is_some_and(|d| d.anchored);
    let told = |i: usize| i.checked_sub(1).is_some_and(|b| text(b) == "the");
    !anchored
        && found.date.clone().any(|i| match text(i) {
            "tomorrow" | "coming" | "upcoming" => true,
            "next" => {
                let counted = sentence.word(i + 1).is_some_and(|w| !w.text.ends_with("ay"))
                    && text(found.date.end - 1).ends_with('s');
                !told(i) && text(first) != "the" || counted
            }
            "later" => text(i + 1) == "this",
            _ => false,
        })
}

/// "since a failed July coup": what something else came after is past, whatever year its month was counted to.
fn is_past_noun(sentence: &Sentence<'_>, found: &Found) -> bool {
    let Anchor::Noun(noun) = found.anchor else { return false };
    let near = (noun.saturating_sub(6)..noun).rev();
    let near = near.take_while(|&i| !sentence.in_predicate(i)).filter_map(|i| sentence.word(i));
    near.take_while(|w| !w.is_mark()).any(|w| matches!(w.text, "since" | "failed" | "deadly"))
}

/// "voted to strike from 3 May", "agreed to leave by 2030": the day belongs to what was resolved.
fn is_resolved(sentence: &Sentence<'_>, found: &Found) -> bool {
    let Anchor::Predicate(p) = found.anchor else { return false };
    let lead = sentence.word(found.run.start);
    let verb = sentence.word(p.head);
    p.last > p.head
        && found.date.start > p.last
        && lead.is_some_and(|w| w.says(hint::DEADLINE) || w.text == "from")
        && verb.is_some_and(|w| w.says(hint::BOUND))
}

/// "will welcome them when it hosts the games in May", "its adoption in May will lay the ground": another verb that looks
/// ahead tells of what is still to come.
fn awaits(sentence: &Sentence<'_>, found: &Found) -> bool {
    let willed = |p: &predicate::Predicate| sentence.bears(p, class::WILL);
    match found.anchor {
        Anchor::Predicate(p) => {
            let linked =
                sentence.clauses.get(found.clause).is_some_and(|c| c.link == Link::Subordinate);
            let form = sentence.word(p.head).and_then(Word::form);
            linked
                && p.first == p.head
                && matches!(form, Some(Form::Present | Form::Base))
                && sentence.predicates_in(&(p.first.saturating_sub(FAR)..p.last + FAR)).any(willed)
        }
        // Only a day without a year: "the pact of 1992 will hold".
        Anchor::Noun(_) => {
            let dated = found.date.clone().any(|i| sentence.is_year(i));
            let next = sentence.predicates.partition_point(|p| p.first < found.run.end);
            !dated
                && sentence
                    .predicates
                    .get(next)
                    .is_some_and(|p| p.first == found.run.end && willed(p))
        }
        Anchor::Name(..) => false,
    }
}

/// "is preparing to host a summit", "prepares its election".
fn prepares(sentence: &Sentence<'_>, found: &Found) -> bool {
    let Anchor::Predicate(p) = found.anchor else { return false };
    let verb = sentence.word(p.head);
    let verb = verb.is_some_and(|w| w.lemma() == "prepare" && w.form() != Some(Form::Past));
    let due = |i: usize| sentence.word(i).is_some_and(|w| w.entry.noun.is_some());
    // What goes on since a day is not still to come.
    let begun = sentence.word(found.run.start).is_some_and(|w| w.text == "since");
    !begun && verb && (p.last > p.head || (p.last + 1..p.last + 5).any(due))
}

/// Whether a day is so long past that a story may look ahead to it.
fn is_story(date: &DateMention, published: Option<NaiveDate>) -> bool {
    const OLD: i64 = 500;
    let day = date.date.as_ref().and_then(|d| d.latest);
    day.zip(published).is_none_or(|(day, published)| (published - day).num_days() > OLD)
}

/// "He would become president in 1991": a story looks ahead to what came about. What somebody said, hoped or planned
/// that he would do, and what would be if something else were, is no such story; nor is a day without a year.
fn came_about(sentence: &Sentence<'_>, found: &Found, date: &DateMention) -> bool {
    let Anchor::Predicate(predicate) = found.anchor else { return false };
    let year = date.date.as_ref().is_some_and(|d| d.anchored);
    let main = sentence
        .clauses
        .get(found.clause)
        .is_some_and(|c| matches!(c.link, Link::Main | Link::Shared) || c.words.start == 0);
    let near = predicate.first.saturating_sub(FAR)..predicate.last + FAR;
    let before = sentence.predicates_in(&near).take_while(|p| p.first < predicate.first);
    let told = before.into_iter().any(|p| {
        sentence.word(p.head).is_some_and(|w| {
            w.is(class::PLAN | class::STATIVE)
                || w.told().is_some_and(|t| t.kind == EventKind::Statement)
        })
    });
    let voice = sentence.predicates_in(&near).any(|p| predicate::says(&sentence.words, p));
    let supposed = near
        .clone()
        .filter_map(|i| sentence.word(i))
        .any(|w| w.is(class::CONDITION) && w.text != "whether");
    // "would be issued in May and the council could decide": still open.
    let open = sentence
        .predicates_in(&near)
        .any(|p| p.first != predicate.first && sentence.bears(p, class::WILL | class::MAY));
    // "from 2031 the fees would be cut"
    let lead = sentence.text(found.run.start);
    let done = (predicate.first..predicate.head).any(|i| sentence.is(i, class::BE));
    let open = open || done && matches!(lead, "From" | "from" | "By" | "by");
    year && main && !told && !voice && !supposed && !open
}

/// "France plans a conference": the plan itself is told.
fn intends(sentence: &Sentence<'_>, found: &Found) -> bool {
    let Anchor::Predicate(predicate) = found.anchor else { return false };
    sentence.word(predicate.head).is_some_and(|w| {
        w.is(class::PLAN)
            && w.text != "set"
            && matches!(w.form(), Some(Form::Present | Form::Base | Form::Gerund))
    })
}

/// "The summit planned for June was cancelled", "cancelled a visit planned for May": another verb says that it came to
/// nothing, or not then.
fn called_off(sentence: &Sentence<'_>, found: &Found) -> bool {
    let (first, last) = match found.anchor {
        Anchor::Predicate(p) => (p.first, p.last),
        Anchor::Noun(noun) | Anchor::Name(noun, ..) => (noun, noun),
    };
    let near = first.saturating_sub(2 * AWAY)..last + 2 * AWAY;
    // What stands behind a preposition is not what was called off, unless a plan is told of it.
    let deep = |from: usize, to: usize| {
        matches!(found.anchor, Anchor::Noun(_))
            && (from..to).any(|i| sentence.is(i, class::PREPOSITION))
    };
    let planned = match found.anchor {
        Anchor::Predicate(p) => p.first == p.head && sentence.is(p.head, class::PLAN),
        _ => true,
    };
    let apart = |from: usize, to: usize, also: class::Class| {
        (from..to).any(|i| {
            let mark = |w: &Word<'_>| w.is_mark() && !w.mark(&['’', '\'', '-']);
            sentence.word(i).is_some_and(|w| mark(w) || w.is(also))
        }) || sentence.predicates_in(&(from..to)).any(|p| p.first < p.head)
    };
    planned
        && sentence.predicates_in(&near).any(|p| {
            let passive = p.first > last && p.first < p.head && p.first <= last + AWAY;
            let active = p.last < first && p.last + AWAY > first && p.first == p.head;
            let off = sentence.word(p.head).is_some_and(|w| {
                w.is(class::CANCEL | class::POSTPONE)
                    || w.text == "called"
                        && sentence.word(p.last + 1).is_some_and(|n| n.text == "off")
            });
            let passive = passive && !apart(last + 1, p.first, class::CONJUNCTION);
            let active = active && !apart(p.last + 1, first, class::CONJUNCTION | class::RELATIVE);
            off && (passive || active && !deep(p.last + 1, first))
        })
}

/// A story is told in so many words around a verb.
const FAR: usize = 40;

/// The verb that calls something off stands within so many words of it.
const AWAY: usize = 14;

/// "the forum to be held in 2031"
fn to_be(sentence: &Sentence<'_>, found: &Found) -> bool {
    let Anchor::Noun(noun) = found.anchor else { return false };
    let text = |i: usize| sentence.text(i);
    // "welcomes the initiative to hold a summit in 2031"
    let intent = (noun.saturating_sub(AWAY)..=noun).any(|i| {
        text(i + 1) == "to"
            && sentence.says(i, hint::INTENT)
            && sentence.word(i + 2).is_some_and(|w| {
                w.is(class::CARRIER) || matches!(w.text, "launch" | "establish" | "create")
            })
    });
    // "the next election, which is expected in May"
    let awaited = noun + 1..found.date.start.min(noun + AWAY);
    let awaited = awaited.into_iter().any(|i| {
        sentence.says(i, hint::AWAITED) && text(i + 1) != "to" && text(i.saturating_sub(1)) != "was"
    });
    if intent || awaited {
        return true;
    }
    sentence
        .predicates_in(&(noun..found.date.start))
        .any(|p| text(p.first) == "be" && p.first > 0 && text(p.first - 1) == "to")
}

/// "postponed until October": it is to be then.
fn put_off(sentence: &Sentence<'_>, found: &Found) -> bool {
    let Anchor::Predicate(predicate) = found.anchor else { return false };
    let lead = sentence.text(found.run.start);
    sentence.is(predicate.head, class::POSTPONE) && matches!(lead, "until" | "till" | "to")
}

/// "would have": what did not come about.
fn would_have(sentence: &Sentence<'_>, found: &Found) -> bool {
    let Anchor::Predicate(predicate) = found.anchor else { return false };
    (predicate.first..predicate.head).any(|i| sentence.is(i, class::HAVE))
}

/// A word of planning plans only with "to", "for", "until" or "by" after it: "planned until 2029", "plans to build".
fn is_plan(sentence: &Sentence<'_>, found: &Found, end: usize) -> bool {
    let extended = matches!(found.anchor, Anchor::Predicate(p) if p.last > p.head);
    let text = |i: usize| sentence.text(i);
    let verb = |w: &Word<'_>| !w.is(class::DETERMINER) && w.shape == Shape::Lower;
    // "is planned in Bern"
    let told = matches!(found.anchor, Anchor::Predicate(p) if p.last == p.head
        && p.first < p.head && sentence.is(p.first, class::PRESENT));
    extended
        || told
        || sentence.word(end).is_some_and(|w| w.says(hint::DEADLINE) || w.text == "for")
        || text(end) == "to" && sentence.word(end + 1).is_some_and(verb)
        || text(end).is_empty()
        || found.date.start == end && text(end.saturating_sub(1)) != "proposed"
        || matches!(found.anchor, Anchor::Noun(_))
}
