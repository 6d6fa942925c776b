//! Reads the names of persons in a run of capitalised words: after an office or form of address, by a given name, by
//! initials, by the form of the name and by what is said beside it. Never knows what else the document says.

use super::body::Run;
use super::claim;
use super::class;
use super::list;
use super::near;
use super::token::Shape;
use crate::extract::Rule;
use crate::text::Span;

/// A person's name: its words, and the office that stands with it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Person {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) office: Option<Span>,
    pub(super) rule: Rule,
}

/// What a name after a title must be like.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    /// Any capitalised word that is known for nothing else.
    Any,
    /// A given name, or a word that is in no list.
    Name,
    /// That, and two words or more.
    Full,
}

/// The person named after a title that stands at or after `from`, with nothing but the words of the office before.
pub(super) fn titled(run: Run<'_>, from: usize) -> Option<Person> {
    if run.classes & class::TITLE == 0 {
        return None;
    }
    let title = (from..)
        .take(8)
        .find(|&at| run.is(at, class::TITLE) || !run.capital(at) || opens(run, at))?;
    if !run.is(title, class::TITLE) || !run.capital(title) {
        return None;
    }
    let named = |at: usize| run.is(at, class::GIVEN) && !run.is(at, class::PLACE | class::RISKY);
    if (from..title).any(named) {
        return None;
    }
    let (mut last, mut office) = (title, None);
    loop {
        if run.is(last, class::OFFICE | class::WEAK) {
            office = Some(last);
        }
        let next = run.capital(last + 1) && run.is(last + 1, class::TITLE | class::RANK);
        if !next || (run.is(last + 1, class::GIVEN) && run.foreign(last + 2)) {
            break;
        }
        last += 1;
    }
    let strong = (title..=last).any(|at| run.is(at, class::OFFICE | class::HONORIFIC));
    let need = if strong { Need::Any } else { Need::Name };
    let (name, office_end) = match tail(run, last + 1) {
        Some(name) => (name, name),
        None => (last + 1, office.map_or(last + 1, |at| at + 1)),
    };
    // "Dean Curtis", "Major Harris" may be names in full.
    let also = last == title && run.is(title, class::WEAK) && run.is(title, class::GIVEN);
    let need = if name > last + 1 || also { Need::Full } else { need };
    let to = name_end(run, name, need)?;
    if to == name + 1 && office.is_some() && acts(run, name) {
        return None;
    }
    let begins = run.at(from)?;
    let opened = begins.opens
        && from < title
        && !run.is(from + 1, class::HEAD)
        && !begins.is(class::RANK | class::MODIFIER | class::PLACE | class::PEOPLE | class::KNOWN)
        && begins.shape == Shape::Name
        && begins.english(run.text);
    let named = class::RANK | class::MODIFIER | class::PLACE | class::PEOPLE | class::KNOWN;
    let plain = from < title && begins.is(class::PLAIN) && !begins.is(named);
    let from = if opened || plain { from + 1 } else { from };
    let office = office.map(|_| claim::span(run.tokens, from..office_end));
    let rule = if office.is_some() { "entity.person-office" } else { "entity.person-address" };
    Some(Person { from: name, to, office, rule })
}

/// A word that may be what the office does: "Governor Resigns".
fn acts(run: Run<'_>, at: usize) -> bool {
    run.at(at).is_some_and(|token| {
        token.text(run.text).ends_with('s') && !token.is(class::GIVEN) && token.english(run.text)
    })
}

/// A word that opens a phrase, before the words of an office.
fn opens(run: Run<'_>, at: usize) -> bool {
    run.is(at, class::OPENER) && !run.is(at, class::PLACE | class::PEOPLE | class::MODIFIER)
}

/// Where the name begins after an "of …" that belongs to an office.
fn tail(run: Run<'_>, at: usize) -> Option<usize> {
    if !run.joins(at, &["of", "for"]) {
        return None;
    }
    let first = at;
    let mut at = at;
    while at < first + 16 && run.joins(at, &["of", "for", "the", "and", "&"]) {
        at += 1;
        while run.at(at).is_some_and(|token| {
            !token.small()
                && (token.is(class::PLACE
                    | class::PEOPLE
                    | class::HEAD
                    | class::MODIFIER
                    | class::PLAIN)
                    || token.shape == Shape::Upper
                    || (!token.is(class::GIVEN) && token.english(run.text)))
        }) {
            at += 1;
        }
    }
    run.capital(at).then_some(at)
}

/// Where a name ends that begins at a word; none where there is no name.
fn name_end(run: Run<'_>, from: usize, need: Need) -> Option<usize> {
    let first = run.at(from)?;
    let fits = match need {
        Need::Any => !first.is(class::NO_PERSON & !class::PLACE) && !placed(run, from),
        Need::Name | Need::Full => {
            given(run, from) || run.foreign(from) || first.shape == Shape::Initial
        }
    };
    if !fits || !matches!(first.shape, Shape::Name | Shape::Initial) {
        return None;
    }
    let to = extent(run, from);
    let words = (from..to).filter(|&at| run.at(at).is_some_and(|t| t.shape == Shape::Name)).count();
    let enough = words >= if need == Need::Full { 2 } else { 1 };
    (enough && !belongs(run, to)).then_some(to)
}

/// A word that is the name of a place and nothing follows it that would make it a person's.
fn placed(run: Run<'_>, at: usize) -> bool {
    run.is(at, class::PLACE) && !run.foreign(at + 1)
}

fn given(run: Run<'_>, at: usize) -> bool {
    run.is(at, class::GIVEN)
        && !run.is(at, class::PLACE | class::PEOPLE)
        && run.at(at).is_some_and(|token| {
            // "Will Russia vote?"
            let asks = token.opens && matches!(token.text(run.text), "Will" | "May");
            token.shape == Shape::Name && !asks
        })
}

/// Whether the next word makes the name part of a longer one: "Lincoln Avenue".
fn belongs(run: Run<'_>, to: usize) -> bool {
    // "King Abdullah International Centre"
    let mut head = to;
    while run.capital(head) && run.is(head, class::MODIFIER) {
        head += 1;
    }
    if head > to && run.capital(head) && run.is(head, class::HEAD) {
        return true;
    }
    let camel = |to| run.at(to).is_some_and(|token| camel(token.text(run.text)));
    run.capital(to) && (run.is(to, class::THING | class::HEAD | class::LEGAL) || camel(to))
}

/// One past the last word of a name: up to four words, small particles between.
fn extent(run: Run<'_>, from: usize) -> usize {
    let (mut to, mut words) = (from + 1, 1);
    while words < 5 {
        let mut next = to;
        while next < to + 2 && run.at(next).is_some_and(|t| t.small() && t.is(class::PARTICLE)) {
            next += 1;
        }
        let part = run.at(next).is_some_and(|token| match token.shape {
            Shape::Name if camel(token.text(run.text)) => false,
            Shape::Name => !token.is(class::NO_PERSON) || short(run, next) || son(run, next),
            Shape::Initial => run.capital(next + 1) && !run.is(next + 1, class::NO_PERSON),
            Shape::Upper | Shape::Small => false,
        });
        if !part {
            break;
        }
        (to, words) = (next + 1, words + 1);
    }
    to
}

/// A word after "Bin", which is a name whatever it is elsewhere: "Zayed Bin Sultan".
fn son(run: Run<'_>, at: usize) -> bool {
    run.is(at.wrapping_sub(1), class::FILIAL) && !run.is(at, class::OPENER | class::HEAD)
}

/// A word that is an office only where a full stop follows: "Hun Sen".
fn short(run: Run<'_>, at: usize) -> bool {
    run.at(at).is_some_and(|token| {
        let rest = run.text.get(token.end..).unwrap_or_default();
        let stopped = rest.starts_with('.') && run.capital(at + 1);
        token.is(class::STOPPED) && !token.is(class::HONORIFIC) && !stopped
    })
}

/// Whether a word has a capital inside that no name has: `AutoPlex`, but not `McNealy`.
fn camel(word: &str) -> bool {
    let bare = list::FAMILY_BEGIN.all().iter().find_map(|part| {
        word.strip_prefix(*part).filter(|rest| rest.starts_with(|c: char| c.is_uppercase()))
    });
    let pairs = bare.unwrap_or(word).as_bytes().windows(2);
    pairs
        .into_iter()
        .any(|two| matches!(two, [a, b] if a.is_ascii_lowercase() && b.is_ascii_uppercase()))
}

/// The person whose name begins at a word, without a title before it in the run.
pub(super) fn person(run: Run<'_>, from: usize) -> Option<Person> {
    let token = run.at(from).filter(|token| !token.small())?;
    if from > 0 && run.capital(from - 1) && run.is(from - 1, class::THING | class::STOPPED) {
        return None;
    }
    if token.shape != Shape::Initial && token.is(class::NO_PERSON) && !given(run, from) {
        return None;
    }
    let before = near::before(run, from);
    let rule = if token.shape == Shape::Initial {
        initials(run, from)?
    } else if token.shape != Shape::Name {
        return None;
    } else if before.is_some() && (given(run, from) || run.foreign(from)) {
        "entity.person-role-before"
    } else if given(run, from) && surname(run, from) {
        "entity.person-given"
    } else {
        formed(run, from)?
    };
    let to = extent(run, from);
    let full =
        to > from + 1 || (before.as_ref().is_some_and(|b| b.office.is_some()) && run.foreign(from));
    if !full || belongs(run, to) {
        return None;
    }
    let office = before.and_then(|b| b.office).or_else(|| near::after(run, to)?.office);
    Some(Person { from, to, office, rule })
}

/// Whether a surname follows a given name. After one that is a word as well, it must be no word.
fn surname(run: Run<'_>, from: usize) -> bool {
    let mut next = from + 1;
    while next < from + 4
        && run
            .at(next)
            .is_some_and(|t| (t.small() && t.is(class::PARTICLE)) || t.shape == Shape::Initial)
    {
        next += 1;
    }
    let fits = run.at(next).is_some_and(|t| t.shape == Shape::Name && !t.is(class::NO_PERSON));
    fits && (!run.is(from, class::RISKY) || run.foreign(next))
}

/// "J. Smith", "J. K. Rowling", where the surname is no word or two initials stand.
fn initials(run: Run<'_>, from: usize) -> Option<Rule> {
    let stopped = |at: usize| {
        run.at(at).is_some_and(|token| {
            token.shape == Shape::Initial
                && run.text.get(token.end..).is_some_and(|rest| rest.starts_with('.'))
        })
    };
    let last = if stopped(from + 1) { from + 1 } else { from };
    let fits = stopped(from)
        && (run.foreign(last + 1) || (last > from && name_end(run, last + 1, Need::Any).is_some()));
    fits.then_some("entity.person-initials")
}

/// Two to four words in no list, by their form or what stands after them.
fn formed(run: Run<'_>, from: usize) -> Option<Rule> {
    if run.is(from, class::FAMILY) && family_first(run, from) {
        return Some("entity.person-family-first");
    }
    if from > 0 && run.capital(from - 1) {
        return None;
    }
    // The word list is asked last: most capitalised words stand alone.
    let to = extent(run, from);
    if to < from + 2 || run.capital(to) {
        return None;
    }
    let part = |at: usize| run.at(at).is_some_and(|t| t.small() || t.shape == Shape::Initial);
    if !run.foreign(from) || !(from + 1..to).all(|at| part(at) || run.foreign(at)) {
        return None;
    }
    if run.at(to - 1).is_some_and(|last| ends_like_a_surname(last.text(run.text))) {
        return Some("entity.person-form");
    }
    // "guerrillas from Anlong Veng, who …"
    let placed = near::placed(run, from);
    near::after(run, to).filter(|_| !placed).map(|_| "entity.person-described")
}

/// "Kim Jong Un", "Ban Ki-moon", "Xi Jinping".
fn family_first(run: Run<'_>, from: usize) -> bool {
    let to = extent(run, from);
    let names = (from + 1..to).all(|at| run.foreign(at));
    let hyphen = run.at(from + 1).is_some_and(|t| t.text(run.text).contains('-'));
    names
        && to > from + 1
        && to < from + 4
        && !run.capital(to)
        && (hyphen || to == from + 3 || run.foreign(from))
}

/// Whether a word ends as surnames of the Slavic, Turkic and Caucasian peoples do.
fn ends_like_a_surname(word: &str) -> bool {
    let clan = ["Mc", "Mac", "O'", "O’"].iter().any(|begin| {
        word.strip_prefix(begin).is_some_and(|rest| rest.starts_with(|c: char| c.is_uppercase()))
    });
    clan || word.len() > 5 && list::FAMILY_END.ends(word).is_some()
}
