//! Names a figure by what somebody changes by it: "reducing emissions by 45 per cent", "raised the tax from 5 to 7 percent".
//! The words before the figure come in, the object of the verb goes out. Adds no word of its own.

use super::list;
use crate::text::{Span, Text};

/// The most words of an object.
const MOST: usize = 9;

/// The object of a verb of change that "by", "from" or "to" parts from the figure; `all` are the words before the figure;
/// with the verb itself before a "by", which tells a change and no level.
pub(super) fn changed(text: &Text, all: &[Span]) -> Option<(Option<Span>, Span)> {
    let (by, before) = all.split_last()?;
    if !matches!(text.words(*by), "by" | "from" | "to" | "at") {
        return None;
    }
    let verb = before.iter().rposition(|t| list::CHANGING.has(text.words(*t)))?;
    let mut object = before.get(verb + 1..)?;
    while let Some((first, rest)) = object.split_first()
        && list::OPENERS.has(text.words(*first))
    {
        object = rest;
    }
    let (first, last) = (object.first()?, object.last()?);
    let span = Span { start: first.start, end: last.end };
    let breaks = |t: &Span| {
        let word = text.words(*t);
        list::VERBS.has(word) && !list::LINKS.has(word) || list::TELLING.has(word)
    };
    let whole = object.len() <= MOST && !object.iter().any(breaks);
    let marked =
        text.words(Span { start: first.start, end: by.start }).contains([',', ';', ':', '(']);
    let verb = before.get(verb).copied().filter(|_| text.words(*by) == "by");
    let fits = whole && !marked && !list::LINKS.has(text.words(*first)) && span.len() > 2;
    fits.then_some((verb, span))
}
