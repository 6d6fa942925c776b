//! Gives a figure its country: the words of its name, then clause, sentence, section. A group of countries is none.

use super::about::subject;
use super::clause::Setting;
use super::listed;
use super::mark::Marks;
use super::tie::{is_aside, is_likened, is_tied};
use super::words::{is_of_thing, tokens};
use super::{list, phrases};
use crate::extract::country::Country;
use crate::extract::{CountryMention, DateMention, Quantity, Rule, TimexKind, Via};
use crate::text::{BlockKind, Span, Text};
use std::sync::LazyLock;

/// The countries of a document, with what each section is about.
#[derive(Debug)]
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
            sections.push((end, subject(text, countries, Span { start: from, end })));
            from = end;
        }
        let document = subject(text, countries, Span { start: 0, end: length });
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
        // "Kenya increased trade with China by 5 per cent": the subject's, before the object's.
        let doer = name.first().filter(|_| rule == "indicator.changed").and_then(|first| {
            let head = Span { start: setting.clause.start, end: first.start };
            (head.start < head.end).then(|| self.nearest(head, first.start)).flatten()
        });
        let links = ["indicator.gapped", "indicator.continued", "indicator.chain"].contains(&rule);
        let doer = doer.or_else(|| self.at_once(quantity).filter(|_| links));
        let named = doer.or_else(|| name.iter().find_map(|&span| self.owner(span, at)));
        let abroad = || self.is_worldwide(name, quantity) || self.lies_abroad(name, quantity);
        if named.is_none() && abroad() {
            let holder = self.holder(setting, quantity).map(|c| (c.country, c.via));
            return (holder, if holder.is_some() { rule } else { "indicator.worldwide" });
        }
        let told = named
            .or_else(|| self.stands_in(name))
            .or_else(|| self.at_once(quantity))
            .or_else(|| self.nearest(setting.clause, at))
            .or_else(|| self.leads(setting))
            .or_else(|| {
                self.nearest(setting.sentence, at).filter(|c| {
                    let only = || self.first_in(setting.sentence) == self.last_in(setting.sentence);
                    c.span.start < at || quantity.unit.is_none() || only()
                })
            });
        if let Some(place) = told {
            // "shares closed at 5 cents in London": where money is traded or talked of is not whose it is.
            let traded = matches!(quantity.rule, "quantity.money" | "quantity.percent")
                || quantity.unit.as_deref() == Some("point");
            let apart = named.is_none() && traded && self.is_scene(place);
            if apart {
                let own = self.section(at).filter(|(country, _)| *country == place.country);
                return (own, if own.is_some() { rule } else { "indicator.not-a-scene" });
            }
            // "in Mali, Niger and Chad": a figure of several countries is none of one alone.
            if self.is_one_of_many(place) {
                return (None, "indicator.many-countries");
            }
            return (Some((place.country, place.via)), rule);
        }
        // "124 mph": the speed of a thing belongs to no country because the text is about one.
        if quantity.unit.as_deref().is_some_and(is_of_thing) {
            return (None, rule);
        }
        if let Some(country) = self.section(at) {
            return (Some(country), "indicator.section-country");
        }
        (self.document, if self.document.is_some() { "indicator.document-country" } else { rule })
    }

    /// The country that the section around a place is about.
    fn section(&self, at: u32) -> Option<(Country, Via)> {
        let index = self.sections.partition_point(|(end, _)| *end <= at);
        self.sections.get(index).and_then(|(_, country)| *country)
    }

    /// Whether a place is a city where something is traded or said, and not one that owns or does it: "in London", "the Paris
    /// stock exchange"; not "Nairobi-based", "Nairobi's".
    fn is_scene(&self, place: &CountryMention) -> bool {
        let after = self.text.clean.get(place.span.end as usize..).unwrap_or_default();
        let owner = ["-based", "'s", "’s"].iter().any(|o| after.starts_with(o));
        match place.via {
            Via::City | Via::Capital | Via::Region => !owner,
            Via::Metonym => self.text.words(place.span).ends_with("xchange"),
            _ => false,
        }
    }

    /// The country of a figure of a list that "respectively" ends.
    pub(super) fn listed(&self, setting: &Setting, place: listed::Place) -> Option<(Country, Via)> {
        let bounds = setting.sentence;
        let first = self.countries.partition_point(|c| c.span.start < bounds.start);
        let near = self.countries.iter().skip(first).take_while(|c| c.span.start < bounds.end);
        let own: Vec<&CountryMention> = near.filter(|c| c.via != Via::Group).take(MOST).collect();
        let spans: Vec<Span> = own.iter().map(|c| c.span).collect();
        let at = place.of(self.text, &spans)?;
        own.get(at).map(|c| (c.country, c.via))
    }

    /// The country a name begins with, "Kenyan exports to China"; else the nearest in it.
    fn owner(&self, span: Span, at: u32) -> Option<&CountryMention> {
        let first = self.first_in(span).and_then(|c| self.mention(c.start));
        let direct = |c: &&CountryMention| matches!(c.via, Via::Name | Via::Demonym | Via::Capital);
        first.filter(direct).or_else(|| self.nearest(span, at))
    }

    /// "projects across the world", "60 countries": what is counted in no one country.
    fn is_worldwide(&self, name: &[Span], quantity: &Quantity) -> bool {
        let counted = quantity.counted.map_or("", |c| self.text.words(c));
        let bloc = |w: &str| w.starts_with(char::is_uppercase) && list::BLOCS.has(w);
        let group = counted.split(' ').next().is_some_and(bloc);
        let many = |w| list::STATES.all().contains(&w);
        let states = group || counted.rsplit(' ').next().is_some_and(many);
        let end = last_end(name).max(quantity.span.end);
        let mut far = (end as usize + BEHIND).min(self.text.clean.len());
        while !self.text.clean.is_char_boundary(far) {
            far -= 1;
        }
        let behind = self.text.clean.get(end as usize..far).unwrap_or_default();
        let world = phrases::WORLD.begins(behind).is_some();
        let own = name.iter().any(|&n| {
            let words = self.text.words(n);
            // "the world's largest migrant population" is one country's.
            let ranked = || words.contains("est ") || words.contains("first ");
            let world = words.contains("world’s") || words.contains("world's");
            let global = words.starts_with("Global ") || words.starts_with("World economic");
            global
                || (world || words.contains("humanity")) && !ranked()
                || words.contains("global ") && !words.contains("global poverty")
        });
        states || world || own
    }

    /// The country right behind the name: "three rounds of talks in Astana".
    fn stands_in(&self, name: &[Span]) -> Option<&CountryMention> {
        let end = last_end(name);
        let at = self.countries.partition_point(|c| c.span.start < end);
        let place = self.countries.get(at).filter(|c| c.via != Via::Group)?;
        let gap = self.text.clean.get(end as usize..place.span.start as usize)?;
        phrases::WITHIN.has(gap).then_some(place)
    }

    /// The country right behind a figure that counts no noun, or right before its brackets: "56,227 in Italy", "Italy (49%)".
    fn at_once(&self, quantity: &Quantity) -> Option<&CountryMention> {
        let behind = || self.behind(quantity).and_then(|span| self.mention(span.start));
        let at = self.countries.partition_point(|c| c.span.end <= quantity.span.start);
        let before = at.checked_sub(1).and_then(|i| self.countries.get(i))?;
        let gap = self.text.clean.get(before.span.end as usize..quantity.span.start as usize)?;
        let set = matches!(gap, " (" | " — " | " – " | ": ");
        let bracketed = set && before.via != Via::Group;
        if bracketed { Some(before) } else { behind() }
    }

    /// The mention that starts at a place, if it is of one country.
    fn mention(&self, start: u32) -> Option<&CountryMention> {
        let at = self.countries.partition_point(|c| c.span.start < start);
        self.countries.get(at).filter(|c| c.span.start == start && c.via != Via::Group)
    }

    /// The words of the country right behind a figure that counts no noun: "56,227 in Italy".
    pub(super) fn behind(&self, quantity: &Quantity) -> Option<Span> {
        let end = quantity.span.end;
        let rest = self.text.clean.get(end as usize..)?;
        let link = phrases::PLACE_LINKS.begins(rest)?;
        let start = end + u32::try_from(link.len()).ok()?;
        self.mention(start).filter(|_| quantity.counted.is_none()).map(|c| c.span)
    }

    /// The words of the last country named within bounds.
    pub(super) fn last_in(&self, bounds: Span) -> Option<Span> {
        let at = self.countries.partition_point(|c| c.span.end <= bounds.end);
        let near = self.countries.get(..at)?.iter().rev();
        let own = near.take_while(|c| c.span.start >= bounds.start).find(|c| c.via != Via::Group);
        own.map(|c| c.span)
    }

    /// The words of the first country named within bounds.
    pub(super) fn first_in(&self, bounds: Span) -> Option<Span> {
        let at = self.countries.partition_point(|c| c.span.start < bounds.start);
        let near = self.countries.get(at..)?.iter().take_while(|c| c.span.end <= bounds.end);
        near.filter(|c| c.via != Via::Group).map(|c| c.span).next()
    }

    /// Who holds a share of the world's: "Kenya accounts for 5 per cent of the world's tea".
    fn holder(&self, setting: &Setting, quantity: &Quantity) -> Option<&CountryMention> {
        let at = quantity.span.start;
        let share = quantity.unit.as_deref() == Some("percent") || quantity.rule == "quantity.part";
        let first = self.countries.partition_point(|c| c.span.start < setting.sentence.start);
        let near = self.countries.get(first..)?.iter().take_while(|c| c.span.end <= at);
        let place = near.take(MOST).filter(|c| c.via == Via::Name).last().filter(|_| share)?;
        let gap = Span { start: place.span.end, end: at };
        let told = tokens(self.text, gap).iter().any(|t| list::TELLING.has(self.text.words(*t)));
        (!told && gap.len() < 60).then_some(place)
    }

    /// "firearms in Central America": what lies in a part of the world belongs to none of its countries.
    fn lies_abroad(&self, name: &[Span], quantity: &Quantity) -> bool {
        let end = last_end(name).max(quantity.span.end);
        let behind = self.text.clean.get(end as usize..).unwrap_or_default();
        if !behind.starts_with(" in ") && !behind.starts_with(" across ") {
            return false;
        }
        let said = phrases::REGIONS.begins(behind);
        let rest = said.and_then(|r| behind.get(r.len()..)).unwrap_or_default();
        let at = self.countries.partition_point(|c| c.span.start < end);
        let group = self.countries.get(at).filter(|c| c.via == Via::Group).is_some_and(|c| {
            let gap = self.text.clean.get(end as usize..c.span.start as usize);
            gap.is_some_and(|gap| matches!(gap, " in " | " in the " | " across " | " across the "))
        });
        said.is_some() && !rest.starts_with(char::is_alphanumeric) || group
    }

    /// The country that a sentence begins with, for a clause that names none: "Kenya is China's friend, with trade of $5".
    fn leads(&self, setting: &Setting) -> Option<&CountryMention> {
        let start = setting.sentence.start;
        let at = self.countries.partition_point(|c| c.span.start < start);
        let first = self.countries.get(at).filter(|c| c.span.end <= setting.clause.start)?;
        let rest = self.text.clean.get(first.span.end as usize..).unwrap_or_default();
        let next = rest.trim_start().split([' ', ',']).next().unwrap_or_default();
        let lead = self.text.clean.get(start as usize..setting.clause.start as usize);
        let with = lead.is_some_and(|l| l.ends_with(", with "));
        let near = with && first.span.start - start <= 4 && matches!(first.via, Via::Name);
        (near && !list::TELLING.has(next) && !is_tied(self.text, first.span)).then_some(first)
    }

    /// Whether a mention is one of three or more in a row.
    fn is_one_of_many(&self, place: &CountryMention) -> bool {
        let at = self.countries.partition_point(|c| c.span.start < place.span.start);
        let joined = |a: &CountryMention, b: &CountryMention| {
            let gap = self.text.clean.get(a.span.end as usize..b.span.start as usize);
            gap.is_some_and(|gap| phrases::ROW.has(gap.trim()))
        };
        let pair = |i: usize| match self.countries.get(i..i + 2) {
            Some([a, b]) => a.via != Via::Group && b.via != Via::Group && joined(a, b),
            _ => false,
        };
        let before = (0..2).take_while(|n| at > *n && pair(at - n - 1)).count();
        let after = (0..2).take_while(|n| pair(at + n)).count();
        before + after >= 2
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
    fn nearest(&self, bounds: Span, at: u32) -> Option<&CountryMention> {
        let first = self.countries.partition_point(|c| c.span.start < bounds.start);
        let inside = || {
            self.countries.iter().skip(first).take_while(|c| c.span.start < bounds.end).take(MOST)
        };
        let pick = |direct: bool| {
            let fits = move |c: &&CountryMention| {
                c.via != Via::Group
                    && !is_tied(self.text, c.span)
                    && matches!(c.via, Via::Name | Via::Demonym | Via::Capital) == direct
            };
            let before = inside().filter(fits).take_while(|c| c.span.start < at).last();
            before.or_else(|| {
                let mut after = inside().filter(|c| {
                    c.span.start >= at && !self.is_somebody(c) && !is_aside(self.text, at, c.span)
                });
                after.clone().find(fits).filter(|c| {
                    !after.any(|other| {
                        other.span.start <= c.span.start && is_likened(self.text, other.span)
                    })
                })
            })
        };
        pick(true).or_else(|| pick(false))
    }

    /// "$250 bail for a French national": where one person is from does not say where a figure before him belongs.
    fn is_somebody(&self, place: &CountryMention) -> bool {
        let before = self.text.clean.get(..place.span.start as usize).unwrap_or_default();
        place.via == Via::Demonym && (before.ends_with(" a ") || before.ends_with(" an "))
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

/// Where the last of a name's words ends; a verb told of them may stand before.
fn last_end(name: &[Span]) -> u32 {
    name.iter().map(|n| n.end).max().unwrap_or_default()
}

/// No word of the world is looked for further behind a name, in bytes.
const BEHIND: usize = 24;

/// What the other side of a comparison stands after.
static COMPARISONS: LazyLock<Marks> = LazyLock::new(|| Marks::new(phrases::COMPARED.all()));

/// The most mentions of one sentence that are looked at.
const MOST: usize = 24;
