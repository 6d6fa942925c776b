//! Finds dated happenings: text, dates and countries come in; one row for each happening goes out, with its date,
//! countries, type, mode and a short title made of the document's own words.
//!
//! How: a sentence that holds a usable date is cut into clauses ([`clause`]); the predicate or event noun that the
//! date hangs on is the trigger ([`trigger`]), which gives the type; the words around the predicate give the mode
//! ([`mode`]) and the title ([`title`]). A date that only names or measures something makes no event ([`guard`]).
//!
//! Countries are those named in the clause and the title, else in the sentence. Where the sentence names none, the
//! nearest of the three sentences before it in the same paragraph that names any lends its country if it names
//! exactly one; failing that, the country that nearly all mentions of the document name. A document's line "Published on: …" makes one event of type publication, titled by the
//! document's title; other lines about the document, headings and furniture make none.
//!
//! The files use each other one way; each uses only those before it: `class`, `hint`, `form` (small words, verb forms),
//! `lexicon`, `word`, `look`, `predicate`, `clause`, `guard`, `sentence`, `found` and `document` (plain values), `sense`, `reach`, `front`,
//! `rest`, `ahead`, `comma`, `subject`, `clip`, `between`, `antecedent`, `parts`, `stand_in`, `place`,
//! `noun`, `yardstick`, `aim`, `idiom`, `turned`, `weigh`, `answer`, `cut`, `scene`, `trigger`, `refusal`, `mode`, `doubt`, `opening`, `phrase`, `whole`, `title`, `thin`,
//! `parties`, `publication`, and this one.
//!
//! Never resolves a date, never looks at the clock, and never makes a row of a sentence without a date.

mod ahead;
mod aim;
mod answer;
mod antecedent;
mod between;
mod class;
mod clause;
mod clip;
mod comma;
mod cut;
mod document;
mod doubt;
mod entire;
mod form;
mod found;
mod front;
mod guard;
mod hint;
mod idiom;
mod lexicon;
mod look;
mod mode;
mod noun;
mod opening;
mod parties;
mod parts;
mod phrase;
mod place;
mod predicate;
mod publication;
mod reach;
mod refusal;
mod rest;
mod scene;
mod sense;
mod sentence;
mod stand_in;
mod subject;
mod thin;
mod title;
mod trigger;
mod turned;
mod weigh;
mod whole;
mod word;
mod yardstick;

use super::{CountryMention, DateMention, DateValue, EventFinding, EventKind, Mode, Rule, Trace};
use crate::text::Text;
use document::Document;
use guard::Row;
use sentence::Sentence;
use std::cell::OnceCell;
use std::ops::Range;

/// Finds the events of a document, rising by sentence and date.
///
/// `published` is the document's own date: what is dated after it is told as planned.
pub fn find(
    text: &Text,
    dates: &[DateMention],
    countries: &[CountryMention],
    published: Option<&DateValue>,
    trace: &mut Trace,
) -> Vec<EventFinding> {
    let published = published.and_then(|p| p.latest);
    let own = document::own(countries);
    let voice = OnceCell::new();
    let document = Document { text, dates, countries, published, own, voice };
    let mut events = Vec::new();
    let mut at = 0;
    while let Some(date) = dates.get(at) {
        let index = text.sentence_at(date.span.start);
        let end = index
            .and_then(|i| text.sentences.get(i))
            .map_or(date.span.end, |s| s.end.max(date.span.end));
        let next = at + dates.get(at..).unwrap_or_default().partition_point(|d| d.span.start < end);
        if let Some(index) = index {
            tell(&document, index, at..next.max(at + 1), &mut events, trace);
        }
        at = next.max(at + 1);
    }
    publication::add(&document, &mut events);
    events
}

/// The events of one sentence, whose dates are `dates`.
fn tell(
    document: &Document<'_>,
    index: usize,
    dates: Range<usize>,
    events: &mut Vec<EventFinding>,
    trace: &mut Trace,
) {
    let Some(&span) = document.text.sentences.get(index) else { return };
    // Most sentences with a date have none that can date a happening; they are not read.
    let none = dates.clone().all(|date| guard::fits(document.dates, date).is_err());
    if none && !trace.listens() {
        return;
    }
    let kind = document.block(span).map(|b| b.kind);
    if let Some(guard) = guard::of_sentence(kind, document.text.words(span)) {
        for date in document.dates.get(dates).unwrap_or_default() {
            trace.lose(date.span, DATED, guard);
        }
        return;
    }
    let mut sentence = None;
    let mut rows = Vec::new();
    if dates.len() >= SCHEDULE {
        let read = Sentence::read(document.text, span, document.dates, dates.clone());
        let told = read.predicates.iter().filter(|p| p.finite).count();
        if told == 0 || told * 10 < dates.len() {
            for date in document.dates.get(dates).unwrap_or_default() {
                trace.lose(date.span, DATED, "event.not-a-list");
            }
            return;
        }
        sentence = Some(read);
    }
    for date in dates.clone() {
        let Some(mention) = document.dates.get(date) else { continue };
        let fits = guard::fits(document.dates, date);
        let read = || Sentence::read(document.text, span, document.dates, dates.clone());
        let told = fits
            .and_then(|()| told(document, index, sentence.get_or_insert_with(read), date, mention));
        match told {
            Ok(event) => rows.push(event),
            Err(guard) => trace.lose(mention.span, DATED, guard),
        }
    }
    guard::keep_one(document.dates, &mut rows, trace);
    events.extend(rows.into_iter().map(|row| row.event));
}

/// So many dates in a sentence with few verbs are a schedule.
const SCHEDULE: usize = 10;

/// What armies and states do.
const ARMS: Rule = "event.conflict.arms";

/// What a date would make if no guard refused it.
const DATED: Rule = "event.dated";

/// Guards of dates that have a verb or a measure of their own, and tell nothing of the main clause.
const OWN: [Rule; 3] = ["event.not-a-yardstick", "event.not-a-list", "event.not-a-voice"];

/// The event of one date, or the guard that refused it.
fn told(
    document: &Document<'_>,
    index: usize,
    sentence: &Sentence<'_>,
    date: usize,
    mention: &DateMention,
) -> Result<Row, Rule> {
    let named = |pronoun: &str, inside: Option<usize>| match inside {
        Some(end) => stand_in::inside(document, (index, sentence), end, pronoun),
        None => stand_in::of(document, index, pronoun),
    };
    let named = |pronoun: &str, inside: Option<usize>| {
        let name = named(pronoun, inside)?;
        (!stand_in::is_repeated(document, sentence, name, pronoun)).then_some(name)
    };
    let found = trigger::of(sentence, date, mention, &named, false);
    let own = found.and_then(|found| row(document, (index, sentence), (date, mention), found));
    // "In the May 2021 election, the party lost": where the date's own noun says too little, what was done there.
    own.or_else(|guard| {
        let main = trigger::of(sentence, date, mention, &named, true).ok();
        let row =
            main.and_then(|found| row(document, (index, sentence), (date, mention), found).ok());
        row.filter(|_| !OWN.contains(&guard)).ok_or(guard)
    })
}

/// The row of what a date hangs on, or the guard that refused it.
fn row(
    document: &Document<'_>,
    (index, sentence): (usize, &Sentence<'_>),
    (date, mention): (usize, &DateMention),
    found: found::Found,
) -> Result<Row, Rule> {
    let mut mode = mode::of(sentence, &found, mention, document.published);
    doubt::of(sentence, &found, mention, mode, document.published)?;
    let mut title = title::of(sentence, &found).or_else(|guard| {
        entire::of(sentence, &found).filter(|_| guard != whole::OPEN).ok_or(guard)
    })?;
    // "did not open until 2015": it did then, and the title says until when it did not.
    let until = sentence.word(found.run.start).is_some_and(|w| matches!(w.text, "until" | "till"));
    let told = mention.date.as_ref().is_some_and(|d| !d.edtf.starts_with('/'));
    if until && told && mode == Mode::Negated {
        let last = title.last().map_or(0, |span| span.end);
        let span = sentence.cover(&found.run).filter(|span| span.start >= last);
        title.push(span.ok_or("event.not-a-title")?);
        mode = Mode::Historical;
    }
    let countries = parties::of(document, sentence, &found, &title);
    // "We gather at a time of need": whose doing it is stands nowhere.
    let first = title.first().map_or("", |&span| document.text.words(span));
    if countries.is_empty() && found.stand_in.is_none() && whole::is_voice(first) {
        return Err("event.not-a-voice");
    }
    // A state that attacks makes war.
    let war = found.word.kind == EventKind::Attack && parties::is_state(document, sentence, &found);
    let (kind, rule) =
        if war { (EventKind::Conflict, ARMS) } else { (found.word.kind, found.word.rule) };
    let event = EventFinding { sentence: index, date, countries, kind, mode, title, rule };
    let goal = sentence.word(found.run.start).is_some_and(|w| w.says(hint::DEADLINE));
    let listed = found
        .run
        .clone()
        .any(|i| sentence.word(i).is_some_and(|w| w.is(class::CONJUNCTION) && w.text != "or"));
    let between =
        sentence.word(found.run.start).is_some_and(|w| w.text == "between" || w.text == "Between");
    let (compared, listed) = (listed && between, listed && !between);
    let found::Found { anchor, run, date, .. } = found;
    Ok(Row { event, anchor, run, date, goal, listed, compared })
}
