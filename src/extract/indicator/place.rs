//! Gives a figure its country: the words of its name, then clause, sentence, section. A group of countries is none.

use super::clause::Setting;
use super::mark::Marks;
use super::phrases::PHRASES;
use super::words::is_of_thing;
use crate::extract::country::Country;
use crate::extract::{CountryMention, DateMention, Quantity, Rule, TimexKind, Via};
use crate::text::{BlockKind, Span, Text};
use std::collections::BTreeMap;

/// The countries of a document, with what each section is about.
pub(super) struct Places<'a> {
    text: &'a Text,
    countries: &'a [CountryMention],
    /// For each section its end and the country it is about, if it is about one.
    sections: Vec<(u32, Option<(Country, Via)>)>,
    document: Option<(Country, Via)>,
}

impl<'a> Places<'a> {
    /// Counts the countries of each section once.
    pub(super) fn new(text: &'a Text, countries: &'a [CountryMention]) -> Self {
        let heads = text
            .blocks
            .iter()
            .filter(|b| matches!(b.kind, BlockKind::Title | BlockKind::Heading(_)));
        let mut starts: Vec<u32> = heads.map(|b| b.span.start).collect();
        let length = u32::try_from(text.clean.len()).unwrap_or(u32::MAX);
        starts.push(length);
        let mut from = 0;
        let mut sections = Vec::new();
        for end in starts {
            sections.push((end, subject(countries, Span { start: from, end })));
            from = end;
        }
        let document = subject(countries, Span { start: 0, end: length });
        Self { text, countries, sections, document }
    }

    /// The country of a figure, and the rule that says where it was found.
    pub(super) fn of(
        &self,
        setting: &Setting,
        quantity: &Quantity,
        name: &[Span],
        rule: Rule,
    ) -> (Option<(Country, Via)>, Rule) {
        if self.is_other_side(setting, quantity) {
            return (None, "indicator.comparison");
        }
        let at = quantity.number.start;
        let named = name.iter().find_map(|&span| self.nearest(span, at));
        if named.is_none() && self.is_worldwide(name, quantity) {
            return (None, "indicator.worldwide");
        }
        let told = named
            .or_else(|| self.stands_in(name))
            .or_else(|| self.nearest(setting.clause, at))
            .or_else(|| self.nearest(setting.sentence, at));
        if told.is_some() {
            return (told, rule);
        }
        // "124 mph": the speed of a thing belongs to no country because the text is about one.
        if quantity.unit.as_deref().is_some_and(is_of_thing) {
            return (None, rule);
        }
        let index = self.sections.partition_point(|(end, _)| *end <= at);
        if let Some(&(_, Some(country))) = self.sections.get(index) {
            return (Some(country), "indicator.section-country");
        }
        (self.document, if self.document.is_some() { "indicator.document-country" } else { rule })
    }

    /// "projects across the world", "60 countries": what is counted in no one country.
    fn is_worldwide(&self, name: &[Span], quantity: &Quantity) -> bool {
        let counted = quantity.counted.map_or("", |c| self.text.words(c));
        let states = counted.rsplit(' ').next().is_some_and(is_many_states);
        let end = name.last().map_or(quantity.span.end, |n| n.end.max(quantity.span.end));
        let mut far = (end as usize + BEHIND).min(self.text.clean.len());
        while !self.text.clean.is_char_boundary(far) {
            far -= 1;
        }
        let behind = self.text.clean.get(end as usize..far).unwrap_or_default();
        let world = PHRASES.world.iter().any(|w| behind.starts_with(w));
        let own = name.iter().any(|&n| {
            let words = self.text.words(n);
            ["world’s", "world's", "global ", "humanity"].iter().any(|w| words.contains(w))
        });
        states || world || own
    }

    /// The country right behind the name: "three rounds of talks in Astana".
    fn stands_in(&self, name: &[Span]) -> Option<(Country, Via)> {
        let end = name.last()?.end;
        let at = self.countries.partition_point(|c| c.span.start < end);
        let place = self.countries.get(at).filter(|c| c.via != Via::Group)?;
        let gap = self.text.clean.get(end as usize..place.span.start as usize)?;
        PHRASES.within.contains(&gap).then_some((place.country, place.via))
    }

    /// Whether the sentence says where or when: a country, a city or a calendar date.
    pub(super) fn are_told(
        &self,
        setting: &Setting,
        dates: &[DateMention],
        quantity: &Quantity,
    ) -> bool {
        let bounds = setting.sentence;
        let first = self.countries.partition_point(|c| c.span.start < bounds.start);
        let placed = self.countries.get(first).is_some_and(|c| c.span.start < bounds.end);
        let from = dates.partition_point(|d| d.span.end <= bounds.start);
        let mut near = dates.iter().skip(from).take_while(|d| d.span.start < bounds.end).take(MOST);
        placed
            || near.any(|d| {
                d.kind == TimexKind::Date && d.date.is_some() && !d.span.overlaps(quantity.number)
            })
    }

    /// The country named nearest before the figure within bounds, else nearest after; direct names go before cities.
    fn nearest(&self, bounds: Span, at: u32) -> Option<(Country, Via)> {
        let first = self.countries.partition_point(|c| c.span.start < bounds.start);
        let inside = || {
            self.countries.iter().skip(first).take_while(|c| c.span.start < bounds.end).take(MOST)
        };
        let pick = |direct: bool| {
            let fits = move |c: &&CountryMention| {
                c.via != Via::Group
                    && matches!(c.via, Via::Name | Via::Demonym | Via::Capital) == direct
            };
            let before = inside().filter(fits).take_while(|c| c.span.start < at).last();
            before.or_else(|| {
                let mut after = inside().filter(|c| c.span.start >= at && !self.is_somebody(c));
                after.clone().find(fits).filter(|c| {
                    !after.any(|other| {
                        other.span.start <= c.span.start && self.is_likened(other.span)
                    })
                })
            })
        };
        pick(true).or_else(|| pick(false)).map(|c| (c.country, c.via))
    }

    /// "$250 bail for a French national": where one person is from does not say where a figure before him belongs.
    fn is_somebody(&self, place: &CountryMention) -> bool {
        let before = self.text.clean.get(..place.span.start as usize).unwrap_or_default();
        place.via == Via::Demonym && (before.ends_with(" a ") || before.ends_with(" an "))
    }

    /// Whether a place is only compared with: "treated in the same way as the United States".
    fn is_likened(&self, place: Span) -> bool {
        let mut start = (place.start as usize).saturating_sub(20);
        while !self.text.clean.is_char_boundary(start) {
            start += 1;
        }
        let before =
            self.text.clean.get(start..place.start as usize).unwrap_or_default().trim_end();
        let before = before.strip_suffix(" the").unwrap_or(before);
        [" as", " than", " like", " unlike", " versus"].iter().any(|w| before.ends_with(w))
    }

    /// The other side of a comparison that names no country: "compared to the world's average of $11,310".
    fn is_other_side(&self, setting: &Setting, quantity: &Quantity) -> bool {
        let before =
            self.text.words(Span { start: setting.sentence.start, end: quantity.span.start });
        let found = COMPARISONS.last_end(before);
        let Some(start) = found else { return false };
        let side = before.get(start..).unwrap_or_default();
        let own = Span::new(setting.sentence.start as usize + start, quantity.span.start as usize);
        let short =
            side.len() < 60 && !side.contains(", ") && !side.contains(|c: char| c.is_ascii_digit());
        short && quantity.counted.is_none() && self.nearest(own, quantity.span.start).is_none()
    }
}

/// Whether a counted noun is a plural of states.
fn is_many_states(noun: &str) -> bool {
    matches!(noun, "countries" | "nations" | "States" | "economies" | "Governments")
}

/// No word of the world is looked for further behind a name, in bytes.
const BEHIND: usize = 24;

/// What the other side of a comparison stands after.
static COMPARISONS: Marks =
    Marks::new(&["compared to ", "compared with ", "against ", "versus ", "as opposed to "]);

/// The most mentions of one sentence that are looked at.
const MOST: usize = 24;

/// The one country that a stretch of text is about: named at least twice, and two times in three.
fn subject(countries: &[CountryMention], span: Span) -> Option<(Country, Via)> {
    let first = countries.partition_point(|c| c.span.start < span.start);
    let mut counts: BTreeMap<Country, (usize, Via)> = BTreeMap::new();
    let mut total = 0;
    for mention in countries.iter().skip(first).take_while(|c| c.span.start < span.end) {
        if matches!(mention.via, Via::Name | Via::Demonym | Via::Capital) {
            let entry = counts.entry(mention.country).or_insert((0, mention.via));
            entry.0 += 1;
            entry.1 = entry.1.min(mention.via);
            total += 1;
        }
    }
    let (country, (count, via)) = counts.into_iter().max_by_key(|(_, (count, _))| *count)?;
    (count >= 2 && count * 3 >= total * 2).then_some((country, via))
}
