//! Names a measured figure by what stands beside it: the noun it qualifies, what it is paid in, or the words that lead up
//! to it. Adds no word of its own, and takes no date for a name.

use super::clause::{Setting, trim};
use super::place::Places;
use super::words::{is_adverb, is_spoken, starts_no_noun, tokens};
use super::{list, phrases};
use crate::extract::{DateMention, IndicatorFinding, Quantity};
use crate::text::{Span, Text};

/// The words around one figure.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beside<'a> {
    pub(super) text: &'a Text,
    pub(super) setting: &'a Setting,
    pub(super) quantity: &'a Quantity,
    pub(super) dates: &'a [DateMention],
    pub(super) places: &'a Places<'a>,
    /// The last row of the same block that stands before the sentence.
    pub(super) before: Option<&'a IndicatorFinding>,
    /// The quantity before it, where that one has no row.
    pub(super) rowless: Option<&'a Quantity>,
}

/// The most words of a noun phrase.
const MOST: usize = 6;

impl Beside<'_> {
    /// Where the figure ends, the rate behind it included: "$10-a-share", "$5 per barrel".
    fn end(&self) -> u32 {
        let end = self.quantity.span.end;
        let rated = self.quantity.unit.as_deref().is_some_and(|u| u.contains(" per "));
        let rest = self.text.words(Span { start: end, end: self.limit() });
        let Some(lead) = phrases::PER.begins(rest).filter(|_| rated) else { return end };
        let word = rest.get(lead.len()..).unwrap_or_default();
        let len = word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len());
        end + u32::try_from(lead.len() + len).unwrap_or_default()
    }

    /// Where the words of the sentence end, at most so far on.
    fn limit(&self) -> u32 {
        self.setting.sentence.end.max(self.quantity.span.end)
    }

    /// Whether a date takes a word.
    pub(super) fn is_dated(&self, span: Span) -> bool {
        let at = self.dates.partition_point(|d| d.span.end <= span.start);
        self.dates.get(at).is_some_and(|d| d.span.overlaps(span))
    }

    /// The noun that the figure qualifies: "a 50% stake in the firm", "15 per cent tax on buyers", "$10-a-share offer".
    pub(super) fn qualified(&self) -> Option<Span> {
        let end = self.end();
        let rest = self.text.words(Span { start: end, end: self.limit() });
        let gap = rest.chars().next().filter(|c| matches!(c, ' ' | '-'))?;
        let mut start = end + u32::try_from(gap.len_utf8()).ok()?;
        if gap == '-' {
            let tied = rest.get(1..)?;
            // "$3 billion -- very close": a dash ties nothing.
            if tied.starts_with('-') {
                return None;
            }
            // "a 30%-owned firm": what is done with the share, and no name.
            let word = tied.split(|c: char| !c.is_alphabetic()).next()?;
            if word.len() > 4 && word.ends_with("ed") {
                return None;
            }
            // "a 10-metre-long dhow"
            let side = phrases::DIMENSIONS.begins(tied).map_or(0, str::len);
            start += u32::try_from(side).ok()?;
        }
        self.more(start).or_else(|| self.spent(start)).or_else(|| self.noun(start, true))
    }

    /// "50 per cent more conventional weapons": how much more of what.
    fn more(&self, start: u32) -> Option<Span> {
        let rest = self.text.words(Span { start, end: self.limit().max(start) });
        let word = phrases::MORE_OR_LESS.begins(rest)?;
        let noun = self.noun(start + u32::try_from(word.len()).ok()?, true)?;
        Some(Span { start, end: noun.end })
    }

    /// "$1 billion paid to thieves": what was done with money.
    fn spent(&self, start: u32) -> Option<Span> {
        let money = self.quantity.rule == "quantity.money";
        let rest = self.text.words(Span { start, end: self.limit().max(start) });
        let deed = phrases::SPENT.begins(rest).filter(|_| money)?;
        let link = rest.get(deed.len()..)?;
        ["to ", "on ", "in "].iter().find(|l| link.starts_with(**l))?;
        let to = start + u32::try_from(deed.len() + 3).ok()?;
        let noun = self.noun(to, false)?;
        Some(Span { start, end: noun.end })
    }

    /// What is paid, lent or lost: "$5 billion in aid", "$150 million of senior notes".
    pub(super) fn paid_in(&self) -> Option<Span> {
        let money = self.quantity.rule == "quantity.money";
        let end = self.past_date(self.end());
        let rest = self.text.words(Span { start: end, end: self.limit() });
        let link =
            [" in ", " of ", " worth of "].into_iter().find(|l| money && rest.starts_with(l))?;
        let start = end + u32::try_from(link.len()).ok()?;
        let capital = rest.get(link.len()..)?.starts_with(char::is_uppercase);
        // "invested billions of dollars in distorting the truth": a deed, and nothing that is paid.
        let doing = |n: &Span| {
            let next = self.text.words(Span { start: n.end, end: self.limit().max(n.end) });
            let article =
                next.trim_start().split(' ').next().is_some_and(|w| list::ARTICLES.has(w));
            self.text.words(*n).ends_with("ing") && article
        };
        self.noun(start, false)
            .filter(|n| !doing(n))
            .filter(|n| (!capital || link != " in ") && self.text.words(*n) != "order")
    }

    /// What money goes to: "$32 billion for the care of refugees", "$2 million on advertising".
    pub(super) fn paid_for(&self, links: &[&str]) -> Option<Span> {
        let money = self.quantity.rule == "quantity.money";
        let mut end = self.past_date(self.end());
        let rest = self.text.words(Span { start: end, end: self.limit() });
        let often = phrases::YEARLY.begins(rest).map_or(0, str::len);
        end += u32::try_from(often).ok()?;
        let rest = rest.get(often..)?;
        let link = links.iter().find(|l| money && rest.starts_with(**l))?;
        let mut start = end + u32::try_from(link.len()).ok()?;
        // "bought for $5 million on Amazon", "bail of $2,000 for Johnson"
        if rest.get(link.len()..)?.starts_with(char::is_uppercase) {
            return None;
        }
        let article = rest.get(link.len()..)?.split(' ').next();
        if let Some(article) = article.filter(|w| list::ARTICLES.says(w)) {
            start += u32::try_from(article.len() + 1).ok()?;
        }
        let noun = self.noun(start, true)?;
        let words = self.text.words(noun);
        let first = words.split(' ').next().unwrap_or_default();
        // "$2 a share on revenue of $7 million": that is the next figure's.
        let next = self.text.words(Span { start: noun.end, end: self.limit() });
        let other =
            next.strip_prefix(" of ").is_some_and(|r| r.starts_with(|c: char| !c.is_alphabetic()));
        let idle = list::SETTLED.has(first);
        let figure = words.contains(|c: char| c.is_ascii_digit()) || list::LANDS.says(words);
        (!first.ends_with("ing") && !other && !figure && !idle && self.says(noun)).then_some(noun)
    }

    /// "$37 billion next year in transfers": behind a date that follows a figure at once.
    fn past_date(&self, end: u32) -> u32 {
        let at = self.dates.partition_point(|d| d.span.end <= end);
        self.dates.get(at).filter(|d| d.span.start == end + 1).map_or(end, |d| d.span.end)
    }

    /// The noun phrase that starts at `start`, with one "of", "in", "on" or "for" phrase.
    fn noun(&self, start: u32, links: bool) -> Option<Span> {
        let all = tokens(self.text, Span { start, end: self.limit().min(start + 160) });
        let first = *all.first().filter(|t| t.start == start)?;
        let word = self.text.words(first);
        // "10 centimetres expected along the coast", "jewels worth £1 million stolen", "$3 million sent out"
        let deed = (word.ends_with("ed") || phrases::TAKEN.says(word))
            && all.get(1).is_none_or(|t| self.ends(*t) || starts_no_noun(self.text.words(*t)));
        if deed || starts_no_noun(word) || list::NUMBERS.has(word) || self.ends(first) {
            return None;
        }
        let (mut end, mut at, mut linked, mut count) = (first.end, first.end, false, 1);
        let mut last = first.start;
        let mut rest = all.iter().skip(1).peekable();
        while let Some(token) = rest.next() {
            let word = self.text.words(*token);
            let gap = self.text.words(Span { start: at, end: token.start });
            // "an increase in the number of soldiers": a measure is nothing without its own "of".
            let measure =
                word == "of" && list::MEASURES.has(self.text.words(Span { start: last, end }));
            let joins = links && (!linked || measure) && list::NOUN_LINKS.says(word);
            if gap.trim() != "" || count >= MOST {
                break;
            }
            if joins {
                let opens = |n: &Span| list::OPENERS.has(self.text.words(*n)) && !self.is_dated(*n);
                // "a success rate in successfully defending": what follows is no noun.
                if rest.peek().is_some_and(|n| is_adverb(self.text.words(**n))) {
                    break;
                }
                if !rest.peek().is_some_and(|n| opens(n) || !self.ends(**n)) {
                    break;
                }
                (at, linked, count) = (token.end, true, 1);
                continue;
            }
            let opens = list::OPENERS.has(word);
            // "an increase in the total number of teachers"
            let kind = linked && matches!(word, "total" | "current" | "combined");
            if !kind && (opens || self.ends(*token)) && !(linked && count == 1 && opens) {
                break;
            }
            (end, at, count) = (token.end, token.end, count + 1);
            last = token.start;
        }
        Some(self.unverbed(&all, Span { start, end }))
    }

    /// A noun phrase without a verb at its end: "the upgrade costs $5", "a 12-inch screen handles".
    fn unverbed(&self, all: &[Span], span: Span) -> Span {
        let verb = |t: &Span| {
            let word = self.text.words(*t);
            word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us")
        };
        let inside = all.partition_point(|t| t.end <= span.end);
        let Some([_, rest @ ..]) = all.get(..inside) else { return span };
        let linked = rest.iter().any(|t| list::NOUN_LINKS.says(self.text.words(*t)));
        let Some(last) = rest.last().filter(|t| verb(t) && !linked) else { return span };
        let next = self.text.words(Span { start: span.end, end: self.limit().max(span.end) });
        let figure = next.strip_prefix(' ').is_some_and(|n| {
            n.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '$' | '€' | '£'))
        });
        // "A 16-bit processor handles": one thing has no plural.
        let tied = self.text.words(Span { start: self.quantity.number.end, end: span.start });
        let before = Span { start: self.setting.sentence.start, end: self.quantity.span.start };
        let article = before.start < before.end && {
            let words = self.text.words(before).trim_end();
            let word = words.rsplit(' ').next().unwrap_or_default();
            word.eq_ignore_ascii_case("a") || word.eq_ignore_ascii_case("an")
        };
        let first = rest.iter().find(|t| verb(t)).filter(|_| article && tied.starts_with('-'));
        let Some(cut) = first.or(Some(last).filter(|_| figure)) else { return span };
        let kept = all.iter().take_while(|t| t.start < cut.start).last();
        kept.map_or(span, |t| Span { start: span.start, end: t.end })
    }

    /// Whether a word ends a noun phrase: a verb, a link, a date, a figure.
    fn ends(&self, token: Span) -> bool {
        let word = self.text.words(token);
        (list::VERBS | list::LINKS | list::IDLE | list::TURNS).has(word)
            || is_spoken(word)
            || (self.is_dated(token) && !word.contains('-'))
            || word.starts_with(|c: char| c.is_ascii_digit())
    }

    /// The words that lead up to the figure in its clause: "bought the tea brand for".
    pub(super) fn leading(&self, from: u32) -> Option<Span> {
        let start = from.max(self.setting.clause.start).min(self.quantity.span.start);
        let lead = Span { start, end: self.quantity.span.start };
        let all = tokens(self.text, lead);
        let dated = |t: &Span| self.is_dated(*t) && self.text.words(*t) != "current";
        let cut = all.iter().rposition(dated).map_or(0, |i| i + 1);
        let far = all.len().saturating_sub(9).max(cut);
        let mut kept = all.get(far..).unwrap_or_default();
        // A stretch begins after the last mark, and after who tells it.
        let marked = kept.windows(2).rposition(|w| match w {
            [a, b] => !self.text.words(Span { start: a.end, end: b.start }).trim().is_empty(),
            _ => false,
        });
        let told = kept.iter().rposition(|t| list::TELLING.has(self.text.words(*t)));
        kept = kept.get(marked.max(told).map_or(0, |i| i + 1)..)?;
        // It begins after its last infinitive or relative: "they plan to live somewhere".
        if let Some(at) =
            kept.iter().rposition(|t| matches!(self.text.words(*t), "that" | "which" | "who"))
            && kept.len() - at > 3
        {
            kept = kept.get(at + 1..)?;
        }
        // "ten years in prison and have to pay": a second verb has no part in what stands before it.
        let joined = kept.windows(2).rposition(|w| match w {
            [and, verb] => {
                matches!(self.text.words(*and), "and" | "or" | "but")
                    && list::VERBS.has(self.text.words(*verb))
            }
            _ => false,
        });
        kept = kept.get(joined.map_or(0, |i| i + 1)..)?;
        while let Some((first, rest)) = kept.split_first()
            && ((list::OPENERS | list::LINKS | list::IDLE).has(self.text.words(*first))
                || matches!(self.text.words(*first), "cent" | "percent"))
        {
            kept = rest;
        }
        while let Some((last, rest)) = kept.split_last()
            && (list::IDLE | list::LINKS).has(self.text.words(*last))
        {
            kept = rest;
        }
        let (first, last) = (kept.first()?, kept.last().filter(|_| kept.len() > 1)?);
        let span = trim(self.text, Span { start: first.start, end: last.end });
        self.says(span).then_some(span)
    }

    /// Whether a name has a word that says something.
    fn says(&self, span: Span) -> bool {
        tokens(self.text, span).iter().any(|t| {
            let word = self.text.words(*t);
            word.len() > 3 && !(list::IDLE | list::LINKS | list::VERBS | list::OPENERS).has(word)
        })
    }

    /// A name without the dates at its ends: "net income" of "net income for the third quarter".
    pub(super) fn undated(&self, mut span: Span) -> Span {
        for _ in 0..2 {
            let at = self.dates.partition_point(|d| d.span.end <= span.start);
            let inside = self.dates.iter().skip(at).take_while(|d| d.span.start < span.end);
            // "current account" is no time.
            let dates = inside.map(|d| d.span).filter(|d| self.text.words(*d) != "current");
            let Some(date) = dates.last() else { break };
            if date.end + 4 >= span.end && date.start > span.start {
                span.end = date.start;
            } else if date.start <= span.start + 4 && date.end < span.end {
                span.start = date.end;
            } else {
                break;
            }
            span = trim(self.text, span);
            let all = tokens(self.text, span);
            let tail = all.iter().rev().take_while(|t| {
                let word = self.text.words(**t);
                (list::LINKS | list::OPENERS).has(word)
            });
            let kept = all.len() - tail.count();
            if let Some(last) = kept.checked_sub(1).and_then(|i| all.get(i)) {
                span.end = last.end;
            }
        }
        span
    }
}
