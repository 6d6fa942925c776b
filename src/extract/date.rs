//! Finds dates, times, durations and sets in running English: in comes a document's reading text, out come mentions
//! with a TIMEX3 value and, for what lies on the calendar, an EDTF value with its first and last day.
//!
//! Spans are drawn as the `TimeML` guidelines draw them: articles and modifiers inside ("the last five years", "early
//! 1990s", "mid-March"), prepositions outside. Values and types are those of TIMEX3.
//!
//! **Ranges.** `TimeML` gives the two ends of a range a mention each ("2011-2012", "from 2008 to 2013", "3-5 May
//! 1993"). Here the *first* mention's [`DateValue`] carries the whole interval (`2011/2012`, with its bounds), and
//! the second its own end; the TIMEX3 values stay those of the ends. "since 2018" has the value `2018` and the
//! calendar reading `2018/..`; "until 2029" has `/2029`. So the calendar reading of a happening is always that of
//! the first mention beside it.
//!
//! Rooms, in the order text passes through: `token` cuts, `word` knows the lexicon, `opening` says where it pays to
//! ask, `grammar` (with `numeric`, `named`, `monthly`, `years`, `span`, `units`, `relative`, `reference`, `length`, `measure`,
//! `dayparts`, `clock`, `holiday`, `series`, `sets`, `eras`) reads typed expressions, `guards` says why a word of time was
//! none, `context` and `tense` add the hints of the clause, `halves` tells morning hours from evening ones, `chronicle` (with `ways`, `line`) finds how a history runs through them, `resolve` (with `yearless`,
//! `steps`, `quarters`, `place`, `range`) puts them on the calendar,
//! `stamp` writes TIMEX3 and EDTF. Never looks at the clock of the machine: an undated document leaves relative dates unanchored.

mod again;
mod calendars;
mod chronicle;
mod clock;
mod context;
mod dayparts;
mod eras;
mod expression;
mod fiscal;
mod grammar;
mod guards;
mod halves;
mod holiday;
mod length;
mod line;
mod list;
mod measure;
mod monthly;
mod named;
mod numeric;
mod opening;
mod place;
mod quarters;
mod range;
mod reader;
mod reference;
mod relative;
mod resolve;
mod series;
mod sets;
mod span;
mod stamp;
mod steps;
mod tense;
mod token;
mod units;
mod ways;
mod word;
mod yearless;
mod years;

use super::{DateMention, DateValue, TimexKind, Trace};
use crate::edtf;
use crate::text::runs::Runs;
use crate::text::{BlockKind, Text};
use expression::{Body, Clock, Expression, Opens};
use resolve::{Meaning, Resolver};
use stamp::Stamp;

/// Finds every temporal expression in the body of a document, rising by place and not overlapping; its runs of letters come
/// with it.
///
/// `published` anchors relative expressions; without it they stay unanchored, and where it is no more than a month or
/// a year, nothing finer than it is anchored. What the rules weighed and left goes to `trace`.
pub fn find(
    text: &Text,
    runs: &Runs,
    published: Option<&DateValue>,
    trace: &mut Trace,
) -> Vec<DateMention> {
    let published = published.and_then(Stamp::of);
    let mut expressions = expressions(text, runs, trace);
    eras::settle(&mut expressions, trace);
    let narrates = context::narrates(&expressions, published);
    let day_first = context::day_first(&expressions);
    halves::settle(&mut expressions);
    range::date_hours(&mut expressions);
    range::bracketed(&mut expressions);
    range::link(&mut expressions);
    // An undated document takes its years from its story, and is no history for that.
    if !narrates || published.is_none() {
        expressions.retain(|expression| in_the_news(expression, trace));
    }
    let opening = context::opening(&expressions).filter(|_| narrates);
    let year = opening.and_then(|(_, year)| Stamp::year(year));
    let named = context::last_named(&expressions);
    let resolver = Resolver::new(published, narrates, year, (day_first, named));
    // Where the first year of an undated text is that of something else, nobody knows in which year it begins.
    let aside = |&at: &usize| expressions.get(at).is_some_and(context::looks_aside);
    let begins = opening.filter(|_| published.is_none()).map(|(at, _)| at).filter(aside);
    resolved(&expressions, resolver, begins.unwrap_or_default())
}

/// In the news "former" and "future" name an office or a plan, "night" a shift and "annual" a kind, and an age is an
/// age; in a history they tell the time.
fn in_the_news(expression: &Expression, trace: &mut Trace) -> bool {
    let guard = match expression.rule {
        "date.reference-adjective"
        | "date.that-time"
        | "date.season-name"
        | "time.bare-part"
        | "set.frequency-adjective" => "date.not-in-the-news",
        "duration.age" => "date.not-an-age",
        _ => return true,
    };
    trace.lose(expression.span, expression.rule, guard);
    false
}

/// The mentions that expressions are, each put on the calendar after the ones before it; the story is known from the one at
/// `begins` on.
fn resolved(expressions: &[Expression], mut resolver: Resolver, begins: usize) -> Vec<DateMention> {
    let mut mentions: Vec<DateMention> = Vec::with_capacity(expressions.len());
    let mut stamps: Vec<Option<Stamp>> = Vec::with_capacity(expressions.len());
    // Where the story stood before the expression and before the one ahead of it.
    let mut stood = (None, None);
    let opening = resolver.story.filter(|_| resolver.narrates);
    let known = expressions.get(begins..).unwrap_or_default();
    let turns = opening.map(|opening| chronicle::turns(known, opening)).unwrap_or_default();
    if begins > 0 {
        resolver.story = None;
    }
    for (i, expression) in expressions.iter().enumerate() {
        resolver.turn = i.checked_sub(begins).and_then(|i| turns.get(i).copied().flatten());
        stood = (stood.1, resolver.story.or(resolver.now));
        let meaning = resolver.date(expression);
        stamps.push(meaning.as_ref().and_then(Meaning::stamp));
        mentions.push(written(&resolver, expression, meaning));
        let Some(first) = i.checked_sub(1) else { continue };
        let (Some(pair), Some(ends)) = (expressions.get(first..=i), stamps.get_mut(first..=i))
        else {
            continue;
        };
        if range::crosses_a_year(pair, ends, stood.0) || range::crosses_a_week(pair, ends) {
            resolver.story = ends.last().copied().flatten();
            let moved = pair.iter().zip(ends.iter()).zip(mentions.iter_mut().skip(first));
            for ((expression, stamp), mention) in moved {
                *mention = written(&resolver, expression, stamp.map(Meaning::At));
            }
        }
    }
    range::join(expressions, &stamps, &mut mentions);
    mentions
}

/// All expressions of the body, rising by place.
fn expressions(text: &Text, runs: &Runs, trace: &mut Trace) -> Vec<Expression> {
    let mut expressions = Vec::new();
    let mut tokens = Vec::new();
    let mut stretch = 0;
    let mut opens = Opens::Paragraph;
    for (at, block) in text.blocks.iter().enumerate().filter(|(_, block)| block.kind.is_body()) {
        tokens.clear();
        token::cut(text.words(block.span), block.span.start, &runs.of_block(text, at), &mut tokens);
        let reader = reader::Reader { tokens: &tokens, text: &text.clean };
        let first = expressions.len();
        grammar::read(&reader, &mut stretch, &mut expressions, trace);
        stretch += 1;
        // A date alone in its paragraph is the heading of what follows.
        let alone = expressions
            .get(first)
            .is_some_and(|e| text.words(block.span).trim() == text.words(e.span));
        let heading = alone || matches!(block.kind, BlockKind::Heading(_) | BlockKind::Title);
        if heading {
            opens = Opens::Section;
            expressions.iter_mut().skip(first).for_each(|e| e.opens = Opens::Heading);
        } else if let Some(expression) = expressions.get_mut(first) {
            expression.opens = opens;
            opens = Opens::Paragraph;
        }
    }
    expressions
}

/// What is reported of an expression.
fn written(resolver: &Resolver, expression: &Expression, meaning: Option<Meaning>) -> DateMention {
    let span = expression.span;
    let rule = expression.rule;
    let plain = |kind, value, date| DateMention { span, kind, value, date, rule };
    match &expression.body {
        Body::Set(value) => {
            // Histories write what recurs by the day as days of the calendar, the news as a length.
            let history = resolver.narrates && !resolver.forgets;
            let length = expression.rule == "set.every" && !history;
            let daily = length && value == "XXXX-XX-XX";
            let value = if daily { "P1D".to_owned() } else { value.clone() };
            return plain(TimexKind::Set, value, None);
        }
        Body::Length(value, side, _) => {
            let date = side.map(|side| resolver.reach(side));
            return plain(TimexKind::Duration, value.clone(), date);
        }
        _ => {}
    }
    let (mut value, date) = match meaning.unwrap_or(Meaning::Open("XXXX".to_owned())) {
        Meaning::At(stamp) => (stamp.timex(), range::led(stamp, expression)),
        Meaning::Open(value) => {
            let date = within_a_year(&value).unwrap_or_else(|| unanchored(&value));
            (value, date)
        }
    };
    let Some(clock) = &expression.clock else {
        return plain(TimexKind::Date, value, Some(date));
    };
    if value == "PRESENT_REF" {
        "XXXX-XX-XX".clone_into(&mut value);
    }
    value.push('T');
    value.push_str(match clock {
        Clock::At(written) | Clock::Bare(written) => written,
        Clock::Part(part) => part,
    });
    plain(TimexKind::Time, value, Some(date))
}

/// A day or week of which the year alone is told: `1980-XX-XX`, `1980-WXX`.
fn within_a_year(value: &str) -> Option<DateValue> {
    let year = value.strip_suffix("-XX-XX").or_else(|| value.strip_suffix("-WXX"))?;
    DateValue::parse(year).filter(|_| year.len() == 4 && !year.contains('X'))
}

/// A date of no known year; its month and day stay where TIMEX3 writes them as EDTF does.
fn unanchored(timex: &str) -> DateValue {
    let told = timex.contains(|c: char| c.is_ascii_digit()) && edtf::bounds(timex).is_some();
    let edtf = if told { timex } else { "XXXX" }.to_owned();
    DateValue { edtf, earliest: None, latest: None, anchored: false }
}
