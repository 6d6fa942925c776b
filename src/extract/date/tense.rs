//! The tense of the clause around an expression: in come tokens, out comes whether a date is past or to come.
//! Never resolves a date.

use super::expression::Tense;
use super::list;
use super::reader::Reader;
use super::word::{DETERMINERS, Key, Word};

/// How many tokens before an expression are asked for their tense, and how many after it.
const BACK: usize = 20;
const AHEAD: usize = 10;

/// How near the present of an arranged happening must stand before a date.
const NEAR: usize = 8;

/// The tense of the nearest verb of the sentence, first before, then after the expression.
pub(super) fn tense(r: &Reader<'_>, start: usize, end: usize) -> Tense {
    if stands(r, start) {
        return Tense::Future;
    }
    if r.any(start.wrapping_sub(1), &[Key::Until, Key::Till]) && denied(r, start) {
        return Tense::Past;
    }
    let mut infinitive = false;
    for back in 1..=BACK.min(start) {
        match told(r, start - back) {
            Some(Tense::Unknown) => break,
            // "agreed to meet in June" and "postponed to June" tell of what is to come as well as of what was.
            Some(Tense::Past) if open(r, start - back, infinitive) => return Tense::Unknown,
            // "was expected on Dec. 27" may be past.
            Some(Tense::Future) if once(r, start - back) => return Tense::Unknown,
            Some(tense) => return tense,
            None if back <= NEAR && arranged(r, start - back) => return Tense::Future,
            None if supposed(r, start - back) => return Tense::Unknown,
            None => {}
        }
        infinitive |= r.key(start - back, Key::To);
    }
    for at in end..end + AHEAD {
        match told(r, at) {
            Some(Tense::Unknown) => break,
            Some(tense) => return tense,
            None => {}
        }
    }
    Tense::Unknown
}

/// Whether a weekday is to come: what leads to it, or the nearest verb before it in its sentence, or else "will" after
/// it, says so.
pub(super) fn ahead(r: &Reader<'_>, start: usize, end: usize) -> bool {
    let owns = r.mark(end, b'\'') && r.key(end + 1, Key::S);
    match led(r, start, owns) {
        Tense::Future => return true,
        Tense::Past | Tense::Since => return false,
        Tense::Unknown if stands(r, start) => return true,
        Tense::Unknown => {}
    }
    // Whether an infinitive stands between what is asked and the weekday, and whether another clause may.
    let (mut infinitive, mut parted) = (false, owns);
    let lead = start.wrapping_sub(1);
    let commits = |at: usize| {
        // "promised to send in pictures from Monday"
        r.listed(at, list::COMMITTING) && !r.key(lead, Key::From)
            || r.key(lead, Key::By) && r.listed(at, list::DIRECTING)
    };
    for back in 1..=BACK.min(start) {
        let at = start - back;
        match told(r, at) {
            Some(Tense::Future) => return true,
            Some(Tense::Unknown) => break,
            _ if infinitive && commits(at) => return true,
            // "raised money to fill the bags by Thursday"; "failed to pay by Thursday" is past.
            Some(Tense::Past | Tense::Since) => {
                return infinitive && r.key(lead, Key::By) && !r.key(at + 1, Key::To);
            }
            None if presents(r, at, parted || back > NEAR) => return true,
            None => {}
        }
        parted |= r.mark(at, b',');
        if r.key(at, Key::To) && is_infinitive(r, at + 1) {
            if to_come(r, at) {
                return true;
            }
            infinitive = true;
        }
    }
    for at in end..end + 6 {
        match told(r, at) {
            _ if r.listed(at, list::FUTURE) => return true,
            Some(_) => return false,
            None => {}
        }
    }
    false
}

/// Whether a past verb leaves open when what depends on it is: "agreed to".
fn open(r: &Reader<'_>, at: usize, infinitive: bool) -> bool {
    infinitive && (r.listed(at, list::COMMITTING) || r.listed(at, list::DIRECTING))
}

/// Whether what a participle tells to come was to come at a time that is past: "was expected", "had been planned".
fn once(r: &Reader<'_>, at: usize) -> bool {
    matches!(r.letters(at.wrapping_sub(1)), "was" | "were" | "been" | "had")
}

/// "would retire in June" may be ahead or not; "would have" is past.
fn supposed(r: &Reader<'_>, at: usize) -> bool {
    r.word(at) == Word::Plain
        && r.listed(at, list::MODAL)
        && !matches!(r.letters(at + 1), "have" | "not")
}

/// "is to meet", "were to vote"; "was to have begun" did not come.
fn to_come(r: &Reader<'_>, to: usize) -> bool {
    matches!(r.letters(to.wrapping_sub(1)), "is" | "are" | "was" | "were")
        && r.letters(to + 1) != "have"
}

/// What the words right before a weekday say: "as soon as Monday", "set for Friday", "ahead of Sunday's vote" lie ahead;
/// "since Friday", "after Monday's attack" do not.
fn led(r: &Reader<'_>, start: usize, owns: bool) -> Tense {
    let further = start.wrapping_sub(2);
    match r.before(start) {
        Word::Key(Key::As) if r.any(further, &[Key::Soon, Key::Early]) => Tense::Future,
        // "had been set for Tuesday"
        Word::Key(Key::For) if (2..=4).any(|n| r.letters(start.wrapping_sub(n)) == "had") => {
            Tense::Past
        }
        Word::Key(Key::For) if !owns => Tense::Future,
        Word::Key(Key::Of) if r.key(further, Key::Ahead) => Tense::Future,
        Word::Key(Key::Since) => Tense::Past,
        Word::Key(Key::Until | Key::Till) if denied(r, start) => Tense::Past,
        Word::Key(Key::After | Key::Following) if owns => Tense::Past,
        _ => Tense::Unknown,
    }
}

/// "did not resign until Friday" tells back, "will not open until Friday" ahead.
pub(super) fn denied(r: &Reader<'_>, start: usize) -> bool {
    let until = start.saturating_sub(1);
    let near = start.saturating_sub(NEAR)..until;
    let other = |&at: &usize| {
        r.any(at, &[Key::And, Key::Until, Key::Till]) || r.mark(at, b',') || r.mark(at, b';')
    };
    let mut negated = false;
    for at in near.rev().take_while(|at| !other(at)) {
        if r.listed(at, list::FUTURE) || matches!(r.letters(at), "can" | "cannot") {
            return false;
        }
        negated |= matches!(r.letters(at), "not" | "never" | "t");
    }
    negated
}

/// "the vote is on Friday", "the elections are in October": a happening that stands on a date is to come.
fn stands(r: &Reader<'_>, start: usize) -> bool {
    let led = r.any(start.wrapping_sub(1), &[Key::On, Key::In, Key::At]);
    let be = if led { start.wrapping_sub(2) } else { start.wrapping_sub(1) };
    let subject = be.wrapping_sub(1);
    matches!(r.letters(be), "is" | "are")
        && !r.key(subject, Key::It)
        && matches!(r.word(subject), Word::Plain | Word::Numbering)
}

/// Whether a verb in the present before a weekday tells what is arranged; only some do from further off or across a comma.
fn presents(r: &Reader<'_>, at: usize, far: bool) -> bool {
    let subject = at.wrapping_sub(1);
    let by_name =
        |i: usize| r.listed(i, list::PRONOUN) || r.any(i, &[Key::It, Key::That, Key::And]);
    let plain = |i: usize| r.word(i) == Word::Plain;
    let is = |list| r.listed(at, list);
    if is(list::MODAL) {
        return plain(at) && r.letters(at + 1) != "have";
    }
    if far || is(list::ARRANGED) {
        return arranged(r, at);
    }
    let plural = r.letters(subject).ends_with('s');
    if is(list::ARRANGED_NOUN) {
        let determined = r.any(subject.wrapping_sub(1), &[Key::The, Key::A, Key::Its])
            && plain(subject)
            && !plural;
        return by_name(subject) || determined || r.capital(subject) && plain(subject);
    }
    if is(list::ARRANGED_PLURAL) {
        let subjects = plural && plain(subject) || by_name(subject) || r.letters(subject) == "I";
        return subjects && !r.key(subject, Key::It);
    }
    plain(at) && is(list::ARRANGED_WEEKDAY)
        || is(list::ARRANGED_PARTICIPLE) && r.listed(subject, list::PRESENT_BE)
}

/// Whether a word after "to" is a verb: "to meet", not "to Paris", "to the public".
fn is_infinitive(r: &Reader<'_>, at: usize) -> bool {
    let verb = matches!(
        r.word(at),
        Word::Plain | Word::PastTense | Word::FutureTense | Word::Month { weak: true, .. }
    ) || r.any(at, &[Key::Close, Key::End, Key::Start, Key::Turn, Key::Present]);
    verb && !r.capital(at)
}

/// The present of verbs of what is arranged: "the fair ends on Saturday"; "failed to meet" tells by its own verb.
fn arranged(r: &Reader<'_>, at: usize) -> bool {
    r.word(at) == Word::Plain && r.listed(at, list::ARRANGED) && !r.key(at.wrapping_sub(1), Key::To)
}

/// What a token says of tense; unknown at the end of a sentence.
fn told(r: &Reader<'_>, at: usize) -> Option<Tense> {
    match r.word(at) {
        Word::FutureTense if is_noun(r, at) => None,
        Word::FutureTense | Word::Key(Key::Until) => Some(Tense::Future),
        Word::PastTense if r.letters(at) == "set" && r.any(at + 1, &[Key::To, Key::For]) => {
            Some(Tense::Future)
        }
        // "will be named", "to be completed": the word before "be" tells.
        Word::PastForm | Word::PastTense if be_before(r, at).is_some() => {
            to_be(r, be_before(r, at)?)
        }
        // "will cut", "could shut", "to put": a form that is the same in every tense.
        Word::PastTense if r.letters(at.wrapping_sub(1)) == "will" => Some(Tense::Future),
        Word::PastTense if r.listed(at.wrapping_sub(1), list::MODAL) => None,
        Word::PastTense if r.key(at.wrapping_sub(1), Key::To) => None,
        Word::PastTense | Word::PastForm | Word::Key(Key::Ended) => Some(Tense::Past),
        Word::Mark(b'.') if !r.glued(at + 1) && r.capital(at + 1) => Some(Tense::Unknown),
        Word::Mark(0 | b'!' | b'?' | b';') => Some(Tense::Unknown),
        _ => None,
    }
}

/// "announced the plan", "due to its loss": no verb of the future.
fn is_noun(r: &Reader<'_>, at: usize) -> bool {
    let determined = |i: usize| r.any(i, &DETERMINERS) || r.any(i, &[Key::This, Key::That]);
    match r.letters(at) {
        "plan" | "plans" => determined(at.wrapping_sub(1)),
        "due" => r.key(at + 1, Key::To) && determined(at + 2),
        _ => false,
    }
}

/// The "be" before a participle, with or without an adverb between: "be held", "be officially opened".
fn be_before(r: &Reader<'_>, at: usize) -> Option<usize> {
    let near = at.checked_sub(1)?;
    let be = if r.letters(near).ends_with("ly") { near.checked_sub(1)? } else { near };
    (r.letters(be) == "be").then_some(be)
}

/// What "be" before a participle tells: "to be completed" is to come, "had to be completed" is past.
fn to_be(r: &Reader<'_>, be: usize) -> Option<Tense> {
    if !r.key(be.wrapping_sub(1), Key::To) {
        return None;
    }
    let past = be >= 2 && matches!(r.word(be - 2), Word::PastTense | Word::PastForm);
    Some(if past { Tense::Past } else { Tense::Future })
}
