//! Reads the names of bodies in a run of capitalised words: by a head noun, a legal form, or known by name.
//! Never knows what else the document says.

use super::class;
use super::lexicon::Lexicon;
use super::list;
use super::token::{Shape, Token};
use crate::extract::Rule;

/// A body's name: one past its last word, the first that belongs to it, its rule, and its row where it is known by name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Body {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) rule: Rule,
    pub(super) known: Option<&'static str>,
}

/// A run with what is needed to read it.
#[derive(Clone, Copy)]
pub(super) struct Run<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) lexicon: &'static Lexicon,
    /// The classes that some word of the run has.
    pub(super) classes: u32,
}

impl<'a> Run<'a> {
    pub(super) fn new(text: &'a str, tokens: &'a [Token], lexicon: &'static Lexicon) -> Self {
        let classes = tokens.iter().fold(0, |all, token| all | token.class);
        Self { text, tokens, lexicon, classes }
    }

    #[inline]
    pub(super) fn at(&self, index: usize) -> Option<&'a Token> {
        self.tokens.get(index)
    }

    /// Whether a word of the run is of some classes.
    #[inline]
    pub(super) fn is(&self, index: usize, class: u32) -> bool {
        self.at(index).is_some_and(|token| token.is(class))
    }

    #[inline]
    pub(super) fn joins(&self, index: usize, words: &[&str]) -> bool {
        self.at(index).is_some_and(|token| token.joins(self.text, words))
    }

    /// Whether a capitalised word stands there.
    #[inline]
    pub(super) fn capital(&self, index: usize) -> bool {
        self.at(index).is_some_and(|token| !token.small())
    }

    /// Whether a word is one that a name may have: neither in the word list nor known for anything else.
    pub(super) fn foreign(&self, index: usize) -> bool {
        self.at(index).is_some_and(|token| {
            token.shape == Shape::Name && !token.is(class::NO_PERSON) && !token.english(self.text)
        })
    }
}

/// The most words of a run that are looked at for one part of a name: reading stays linear.
const LONGEST: usize = 14;

/// The body whose name begins at a word.
pub(super) fn body(run: Run<'_>, from: usize) -> Option<Body> {
    let some = |class: u32| run.classes & class != 0;
    let known = known(run, from);
    let legal = if some(class::LEGAL) { legal(run, from) } else { None };
    let head = some(class::HEAD | class::OF) && run.tokens.len() > 1;
    let built = legal.or_else(|| if head { built(run, from) } else { None });
    match (known, built) {
        (Some(known), Some(built)) if built.to > known.to => Some(built),
        (None, Some(built)) => Some(longer(run, built)),
        (known, built) => known.or(built),
    }
}

/// A built name that ends inside one known by name goes on to its end: "Dorlan Securities and Exchange Commission".
fn longer(run: Run<'_>, built: Body) -> Body {
    if run.classes & class::KNOWN == 0 {
        return built;
    }
    let inside = (built.from + 1..built.to).filter_map(|at| known(run, at));
    let to = inside.map(|known| known.to).max().unwrap_or(built.to);
    Body { to: to.max(built.to), ..built }
}

/// A body known by name.
fn known(run: Run<'_>, from: usize) -> Option<Body> {
    let token = run.at(from).filter(|token| token.is(class::KNOWN))?;
    let end = token.text(run.text).find(' ').map_or(token.end, |at| token.start + at);
    debug_assert!(end == token.end);
    for form in run.lexicon.starting_with(token.word) {
        let rest = run.text.get(token.start..).filter(|rest| rest.starts_with(form.form));
        let to = rest.and_then(|_| {
            let end = token.start + form.form.len();
            let last = run.tokens.iter().skip(from).position(|token| token.end >= end)?;
            run.at(from + last).filter(|token| token.end == end).map(|_| from + last + 1)
        });
        if let Some(to) = to {
            // "SEC rules" is the body, "White House Street" is none.
            let site = run.is(to, class::SITE) && run.capital(to);
            return (!site).then_some(Body {
                from,
                to,
                rule: "entity.body-known",
                known: Some(form.name),
            });
        }
    }
    None
}

/// A company, by its legal form.
fn legal(run: Run<'_>, from: usize) -> Option<Body> {
    let mut at = from;
    while at < from + LONGEST && (run.capital(at) || (at > from && run.joins(at, &["&", "de"]))) {
        let token = run.at(at)?;
        // "the points C and AB" are no company.
        let letter = at == from + 1 && run.at(from).is_some_and(|t| t.shape == Shape::Initial);
        let legal = token.is(class::LEGAL) && at > from && !letter;
        if legal && run.text.get(token.end..).is_some_and(|rest| !rest.starts_with('-')) {
            let again = |at: usize| run.is(at, class::LEGAL) && run.capital(at);
            let mut to = at + 1;
            while again(to) {
                to += 1;
            }
            if run.at(to).is_some_and(|t| t.text(run.text) == "International") {
                to += 1;
            }
            let from = named_from(run, from, at);
            return (from < at).then_some(Body { from, to, rule: "entity.company", known: None });
        }
        if token.is(class::TITLE) && !token.is(class::MODIFIER | class::HEAD | class::WEAK) {
            return None;
        }
        at += 1;
    }
    None
}

/// The first word of a company's name, past words that only open the sentence and past "Tokyo-based".
fn named_from(run: Run<'_>, from: usize, legal: usize) -> usize {
    let skipped = |at: &usize| {
        run.at(*at).is_some_and(|token| {
            let opener = token.opens && token.is(class::OPENER) && !token.is(class::MODIFIER);
            opener || token.small() || told_of(token.text(run.text))
        })
    };
    from + (from..legal).take_while(skipped).count()
}

/// A compound that tells something of a body: "Tokyo-based".
fn told_of(word: &str) -> bool {
    word.rsplit_once('-').is_some_and(|(_, end)| list::ADJECTIVE_END.has(end))
}

/// A body whose name has a head noun.
fn built(run: Run<'_>, from: usize) -> Option<Body> {
    if run.at(from).is_some_and(opener) {
        return None;
    }
    let (mut head, mut at) = (None, from);
    while let Some(end) = next_word(run, from, at).filter(|_| at < from + LONGEST) {
        let token = run.at(at)?;
        let alone =
            token.is(class::HEAD) || (token.is(class::OF) && run.joins(at + 1, &["of", "for"]));
        if alone && token.shape != Shape::Upper && !token.is(class::PLACE) {
            head = Some(at);
        }
        at = end;
    }
    let head = head?;
    let start = opened(run, from, head);
    let (to, tail) = tail(run, head, start < head);
    let site = !tail && run.capital(to) && run.is(to, class::SITE);
    if site || (start == head && !tail) {
        return None;
    }
    let people = run.is(to - 1, class::PEOPLE) && tail && run.joins(to, &["and"]);
    let torn = start + 1 == head
        && start > 1
        && run.joins(start - 1, &["and", "&"])
        && run.capital(start - 2)
        && !run.is(start, class::MODIFIER | class::PLACE | class::PEOPLE);
    if people || torn {
        return None;
    }
    if unlike(run, head) || (!tail && goes_on(run, to)) {
        return None;
    }
    let only = start + 1 == head && !tail && !specific(run, start);
    if only {
        return None;
    }
    let rule = if tail { "entity.body-of" } else { "entity.body-head" };
    Some(Body { from: start, to, rule, known: None })
}

/// What the word before a head makes no body's name: a party to a treaty, a front of a war.
fn unlike(run: Run<'_>, head: usize) -> bool {
    let word = |at: usize| run.at(at).map(|token| token.text(run.text));
    let before = head.wrapping_sub(1);
    matches!(word(before), Some("Contracting" | "States"))
        || run.is(before, class::FRONT) && word(head) == Some("Front")
}

/// Whether the name goes on with a word that is known for nothing: "American Electric Power".
fn goes_on(run: Run<'_>, to: usize) -> bool {
    let known = !(class::GIVEN | class::RISKY | class::FAMILY | class::PARTICLE | class::ROLE);
    run.at(to).is_some_and(|token| {
        token.shape == Shape::Name && !token.first && !token.is(known) && token.english(run.text)
    })
}

/// The word after one that may stand before a head noun: the next capitalised one, past an "and" or "&" that joins two
/// words of the list ("Food and Agriculture").
fn next_word(run: Run<'_>, from: usize, at: usize) -> Option<usize> {
    let token = run.at(at).filter(|token| !token.small())?;
    if at > from && opener(token) {
        return None;
    }
    let stops = class::OFFICE | class::HONORIFIC | class::LEGAL;
    // "King Faisal Hospital"
    if token.is(stops) && !token.is(class::MODIFIER | class::HEAD | class::RISKY) {
        return None;
    }
    if run.joins(at + 1, &["and", "&"]) {
        let plain = |index: usize| {
            let placed = class::PLACE | class::PEOPLE | class::HEAD | class::TITLE | class::GIVEN;
            run.at(index).is_some_and(|t| !t.is(placed) && !t.small() && t.shape == Shape::Name)
                && run.at(index).is_some_and(|t| t.english(run.text) || run.joins(at + 1, &["&"]))
        };
        let first = token.opens && at == from && !token.is(class::MODIFIER);
        let joined = plain(at) && plain(at + 2) && !(first && run.joins(at + 1, &["and"]));
        return Some(if joined { at + 2 } else { at + 1 });
    }
    Some(at + 1)
}

/// The first word of a name, past words that only open the sentence.
fn opened(run: Run<'_>, from: usize, head: usize) -> usize {
    let told = |at: &usize| run.at(*at).is_some_and(|t| told_of(t.text(run.text)));
    let mut start = (from..head).rev().find(told).map_or(from, |at| at + 1);
    while start < head {
        let Some(token) = run.at(start) else { break };
        let placed =
            token.is(class::PLACE | class::PEOPLE | class::MODIFIER | class::GIVEN | class::HEAD);
        let plain = token.opens
            && !placed
            && token.shape == Shape::Name
            && start + 1 < head
            && run.is(start + 1, class::MODIFIER | class::PLACE | class::PEOPLE)
            && token.english(run.text);
        if !(opener(token) || plain || token.small()) {
            break;
        }
        start += 1;
    }
    start
}

/// A word that opens a sentence or phrase. "First" and the like may begin a name inside a sentence.
fn opener(token: &Token) -> bool {
    let place = token.is(class::PLACE | class::PEOPLE | class::HEAD);
    token.is(class::OPENER) && !place && (token.opens || !token.is(class::MODIFIER))
}

/// Whether one word before a head makes a name of it: "Recent Committee" at the start of a sentence is none.
fn specific(run: Run<'_>, at: usize) -> bool {
    let Some(token) = run.at(at) else { return false };
    let known = class::MODIFIER | class::PLACE | class::PEOPLE;
    if token.is(class::WEAK | class::RANK) && !token.is(known) {
        return false;
    }
    token.is(known) || !token.opens || !token.english(run.text)
}

/// Where the "of …" of a head ends, and whether there is one.
fn tail(run: Run<'_>, head: usize, named: bool) -> (usize, bool) {
    let (mut to, mut any) = (head + 1, false);
    while to < head + 2 * LONGEST {
        let topic = run.is(head, class::TOPIC) && !any;
        let link = run.joins(to, &["of"])
            || (topic && run.joins(to, &["for"]))
            || (topic && !named && run.joins(to, &["on", "against"]))
            || (!any && run.joins(to, &["for"]) && run.is(head, class::OF));
        if !link && !any && named && mission(run, head, to) {
            let first = if run.joins(to + 1, &["the"]) { to + 2 } else { to + 1 };
            return object(run, first, true).map_or((to, any), |end| (end, true));
        }
        if !link {
            return (to, any);
        }
        let of = run.joins(to, &["of"]);
        let first = if run.joins(to + 1, &["the"]) { to + 2 } else { to + 1 };
        let Some(end) = object(run, first, of) else { return (to, any) };
        (to, any) = (end, true);
    }
    (to, any)
}

/// Whether a mission's place follows, which tells it from others of its name: "Border Assistance Mission in Borduria".
fn mission(run: Run<'_>, head: usize, to: usize) -> bool {
    let sent = matches!(run.at(head).map(|t| t.text(run.text)), Some("Mission" | "Force"));
    let place = if run.joins(to + 1, &["the"]) { to + 2 } else { to + 1 };
    sent && run.joins(to, &["in"]) && run.capital(place) && run.is(place, class::PLACE)
}

/// Where the capitalised words end that an "of" leads to; none where they are no part of a name.
fn object(run: Run<'_>, first: usize, of: bool) -> Option<usize> {
    let token = run.at(first).filter(|token| !token.small())?;
    let opener =
        token.is(class::OPENER) && !token.is(class::PLACE | class::PEOPLE | class::MODIFIER);
    if opener || (!of && token.is(class::PLACE)) || unnamed(run, first) {
        return None;
    }
    // "the army of General Dorval"
    let next = first + 1;
    let named = !token.is(class::MODIFIER) || run.is(next, class::GIVEN) || run.foreign(next);
    if token.is(class::TITLE) && named && run.capital(next) && !run.is(next, class::HEAD) {
        return None;
    }
    let mut at = first;
    while let Some(token) = run.at(at).filter(|token| !token.small() && at < first + LONGEST) {
        let titled = token.is(class::OFFICE | class::HONORIFIC) && !token.is(class::MODIFIER);
        let given = token.is(class::GIVEN) && !token.is(class::PLACE) && !token.english(run.text);
        let weak = token.is(class::WEAK) && !token.is(class::MODIFIER | class::PLACE | class::OF);
        if titled || (at > first && (given || weak)) {
            break;
        }
        // "the High Commissioner for Refugees"
        let office = token.is(class::OF) && run.joins(at + 1, &["for"]);
        at += 1;
        if office && run.capital(at + 1) && !run.is(at + 1, class::PLACE) {
            at += 1;
        } else if run.joins(at, &["and"]) {
            let the = usize::from(!of && run.joins(at + 1, &["the"]));
            let more = if of {
                subject(run, at - 1) && subject(run, at + 1)
            } else {
                field(run, at + 1 + the)
            };
            at += if more { 1 + the } else { 0 };
        }
    }
    (at > first).then_some(at)
}

/// Words that say only who sits in a body: "board of Directors".
fn unnamed(run: Run<'_>, at: usize) -> bool {
    run.is(at, class::SEATED) && !run.capital(at + 1)
}

/// What goes on after "for … and": no body or person of its own.
fn field(run: Run<'_>, at: usize) -> bool {
    let no = class::TITLE | class::HEAD | class::GIVEN | class::KNOWN;
    run.at(at).is_some_and(|token| token.shape == Shape::Name && !token.is(no))
}

/// A field of work: "Labour", "Foreign Affairs".
fn subject(run: Run<'_>, at: usize) -> bool {
    let no = class::PLACE | class::PEOPLE | class::TITLE | class::HEAD;
    run.at(at).is_some_and(|token| {
        token.shape == Shape::Name
            && !token.is(no)
            && (token.is(class::MODIFIER) || token.english(run.text))
    })
}
