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
//! Rooms, in the order text passes through: `token` cuts, `word` knows the lexicon, `opening` says where it pays to ask, `grammar` (with `numeric`,
//! `named`, `span`, `relative`, `length`, `clock`, `holiday`, `series`) reads typed expressions, `context` adds the hints of
//! the clause, `resolve` (with `place`) puts them on the calendar, `stamp` writes TIMEX3 and EDTF.
//! Never looks at the clock of the machine: an undated document leaves relative dates unanchored.

mod clock;
mod context;
mod expression;
mod grammar;
mod holiday;
mod length;
mod measure;
mod named;
mod numeric;
mod opening;
mod place;
mod reader;
mod relative;
mod resolve;
mod series;
mod span;
mod stamp;
mod token;
mod word;

use super::{DateMention, DateValue, TimexKind, Trace};
use crate::text::Text;
use expression::{Body, Clock, Expression, Lead, Link};
use resolve::{Meaning, Resolver};
use stamp::Stamp;

/// Finds every temporal expression in the body of a document, rising by place and not overlapping.
///
/// `published` anchors relative expressions; without it they stay unanchored.
pub fn find(text: &Text, published: Option<&DateValue>, _trace: &mut Trace) -> Vec<DateMention> {
    let published = published.and_then(DateValue::as_day);
    let expressions = expressions(text);
    let narrates = context::narrates(&expressions, published);
    let day_first = context::day_first(&expressions);
    let mut resolver =
        Resolver { now: published, narrates, story: None, quarter: None, stray: None, day_first };
    let mut expressions = linked(expressions);
    if !narrates {
        // In the news "former" and "future" name an office or a plan; in a history they tell the time.
        expressions.retain(|e| e.rule != "date.reference-adjective");
    }
    if narrates {
        resolver.story = context::opening(&expressions).and_then(Stamp::year);
    }
    let mut mentions: Vec<DateMention> = Vec::with_capacity(expressions.len());
    let mut stamps: Vec<Option<Stamp>> = Vec::with_capacity(expressions.len());
    for expression in &expressions {
        let (mention, stamp) = mention(&mut resolver, expression);
        mentions.push(mention);
        stamps.push(stamp);
    }
    span_ranges(&expressions, &stamps, &mut mentions);
    mentions
}

/// All expressions of the body, rising by place.
fn expressions(text: &Text) -> Vec<Expression> {
    let mut expressions = Vec::new();
    let mut tokens = Vec::new();
    let mut stretch = 0;
    for block in text.blocks.iter().filter(|block| block.kind.is_body()) {
        tokens.clear();
        token::cut(text.words(block.span), block.span.start, &mut tokens);
        let reader = reader::Reader { tokens: &tokens, text: &text.clean };
        grammar::read(&reader, &mut stretch, &mut expressions);
        stretch += 1;
    }
    expressions
}

/// Gives each of two linked expressions what the other says for both: the year of "in February and May 2013".
fn linked(mut expressions: Vec<Expression>) -> Vec<Expression> {
    for i in (1..expressions.len()).rev() {
        let (left, right) = expressions.split_at_mut(i);
        let (Some(left), Some(right)) = (left.last_mut(), right.first_mut()) else { continue };
        if left.link == Link::None || !follows(left, right) {
            left.link = Link::None;
            continue;
        }
        expression::share(&mut left.body, &mut right.body);
    }
    if let Some(last) = expressions.last_mut() {
        last.link = Link::None;
    }
    expressions
}

/// Whether nothing but a link stands between two expressions.
fn follows(left: &Expression, right: &Expression) -> bool {
    right.span.start.saturating_sub(left.span.end) <= LINK && left.span.end <= right.span.start
}

/// The longest link with its spaces and one article or preposition: " through the ".
const LINK: u32 = 9;

fn mention(resolver: &mut Resolver, expression: &Expression) -> (DateMention, Option<Stamp>) {
    let span = expression.span;
    let rule = expression.rule;
    let plain = |kind, value, date| DateMention { span, kind, value, date, rule };
    let meaning = match &expression.body {
        Body::Set(value) => return (plain(TimexKind::Set, value.clone(), None), None),
        Body::Length(value, side) => {
            let date = side.map(|side| resolver.reach(side));
            return (plain(TimexKind::Duration, value.clone(), date), None);
        }
        _ => resolver.date(expression).unwrap_or(Meaning::Open("XXXX".to_owned())),
    };
    let (mut value, date, stamp) = match meaning {
        Meaning::At(stamp) => (stamp.timex(), lead_value(stamp, expression.lead), Some(stamp)),
        Meaning::Open(value) => (value, unanchored(), None),
    };
    let Some(clock) = &expression.clock else {
        return (plain(TimexKind::Date, value, Some(date)), stamp);
    };
    value.push('T');
    value.push_str(match clock {
        Clock::At(written) => written,
        Clock::Part(part) => part,
    });
    (plain(TimexKind::Time, value, Some(date)), stamp)
}

fn unanchored() -> DateValue {
    DateValue { edtf: "XXXX".to_owned(), earliest: None, latest: None, anchored: false }
}

/// The calendar reading with the interval that a preposition opens.
fn lead_value(stamp: Stamp, lead: Lead) -> DateValue {
    let own = stamp.value();
    let ends = own.edtf.split_once('/').map(|(a, b)| (a.to_owned(), b.to_owned()));
    let (first, last) = ends.unwrap_or_else(|| (own.edtf.clone(), own.edtf.clone()));
    match lead {
        Lead::Since => DateValue { edtf: format!("{first}/.."), latest: None, ..own },
        Lead::Until => DateValue { edtf: format!("/{last}"), earliest: None, ..own },
        Lead::None | Lead::From | Lead::Point => own,
    }
}

/// Gives the first of two ends the interval between them.
fn span_ranges(expressions: &[Expression], stamps: &[Option<Stamp>], mentions: &mut [DateMention]) {
    for (i, expression) in expressions.iter().enumerate() {
        if expression.link != Link::Range {
            continue;
        }
        let ends = (stamps.get(i).copied().flatten(), stamps.get(i + 1).copied().flatten());
        let ((Some(first), Some(last)), Some(mention)) = (ends, mentions.get_mut(i)) else {
            continue;
        };
        if first.day > last.last() {
            continue;
        }
        let (from, to) = (first.edtf(), last.edtf());
        let from = from.split('/').next().unwrap_or_default();
        let to = to.rsplit('/').next().unwrap_or_default();
        mention.date = Some(DateValue {
            edtf: format!("{from}/{to}"),
            earliest: Some(first.day),
            latest: Some(last.last()),
            anchored: true,
        });
    }
}
