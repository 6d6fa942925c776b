//! Puts expressions on the calendar: in come what the words say and the document's date, out come values.
//!
//! What the words leave out comes from one of two anchors. *Now* is the document's date; without one, nothing that
//! is counted from it is anchored, and where it is no more than a month or a year, nothing finer is. The *story* is
//! the date last told. A date without its year takes it from now, by
//! tense, in a document that speaks of its own day, and from the story in one that narrates (see
//! [`super::context::narrates`]) or that has no date.
//!
//! Figures whose order is open (3/4/2025) are read in the order that the document's other dates in figures show;
//! where none does, month first with slashes and hyphens, day first with full stops.

use super::again::Days;
use super::context::is_goal;
use super::expression::{Amount, Base, Body, Expression, Lead, Part, Pick, Tense, Year};
use super::place::{before_christ, open, place, reference, stepped, years};
use super::stamp::{Grain, Stamp, finer, fits};
use super::ways::Turn;
use super::word::Unit;
use crate::extract::Rule;
use chrono::{Datelike, NaiveDate};

/// What resolution remembers while it goes through a document.
pub(super) struct Resolver {
    /// The document's own date, of any precision.
    pub(super) now: Option<Stamp>,
    /// The document takes missing years from its story.
    pub(super) narrates: bool,
    /// An undated document that tells no story of its own: what leaves its year out is placed by its own sentence, or one
    /// just before it, or not at all.
    pub(super) forgets: bool,
    /// What the run of the story makes of the expression.
    pub(super) turn: Option<Turn>,
    /// The date last told, no coarser than a year.
    pub(super) story: Option<Stamp>,
    /// The stretch it was told in.
    pub(super) told_in: u32,
    /// The day or month last told before a bare year.
    pub(super) line: Option<Stamp>,
    /// The stretch that is resolved now.
    pub(super) at: u32,
    /// The day last told.
    pub(super) day: Option<Stamp>,
    /// The quarter last told, and the stretch it was told in while it is still spoken of.
    pub(super) quarter: Option<(Stamp, Option<u32>)>,
    /// The last bare year that was too far from the story to move it.
    stray: Option<Stamp>,
    /// The year last looked back to, and the stretch: "less than the year before" is counted from it in its sentence.
    looked: Option<(Stamp, u32)>,
    /// That year was the last thing told: "two years later" is counted from it all the same.
    aside: bool,
    /// Day before month in figures.
    day_first: Option<bool>,
    /// The last year that the document names with all its digits.
    named: Option<i32>,
    /// The days that an undated document told with their year.
    pub(super) days: Days,
}

/// Two digits are those of a year so far ahead at most.
const AHEAD: i32 = 20;

/// How many years a bare year may lie from the story and still move it.
const NEAR: i32 = 3;

/// How many ends of sentences and paragraphs after a date an undated document still speaks of its year, where each date
/// carries its story on; one that tells no story keeps a day or month for one more sentence, a year for its own alone.
const FAR_STORY: u32 = 8;

/// The same for what is told to come later than it.
const LATER: u32 = 3;

/// What an expression means.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Meaning {
    /// A place on the calendar.
    At(Stamp),
    /// No place: the value TIMEX3 writes for it.
    Open(String),
}

impl Meaning {
    /// The place, where it has one.
    pub(super) fn stamp(&self) -> Option<Stamp> {
        if let Self::At(stamp) = self { Some(*stamp) } else { None }
    }
}

/// Whether a rule reads what no year is meant of: winter quarters, what closes each July.
fn of_no_year(rule: Rule) -> bool {
    matches!(rule, "date.season-kind" | "date.recurring")
}

impl Resolver {
    /// A resolver at the start of a document, whose story opens in a year.
    pub(super) fn new(
        now: Option<Stamp>,
        narrates: bool,
        story: Option<Stamp>,
        (day_first, named): (Option<bool>, Option<i32>),
    ) -> Self {
        Self {
            now,
            narrates: narrates || now.is_none(),
            forgets: now.is_none() && !narrates,
            turn: None,
            story,
            at: 0,
            told_in: 0,
            line: None,
            quarter: None,
            stray: None,
            looked: None,
            day: None,
            aside: false,
            day_first,
            named,
            days: Days::default(),
        }
    }

    /// The meaning of an expression that is a date.
    pub(super) fn date(&mut self, expression: &Expression) -> Option<Meaning> {
        self.at = expression.stretch;
        if self.now.is_none()
            && expression.stretch.saturating_sub(self.told_in) > self.kept_for(&expression.body)
        {
            (self.story, self.line, self.day, self.stray) = (None, None, None, None);
            self.aside = false;
        }
        let meaning = match &expression.body {
            Body::Point(_, part, _) if of_no_year(expression.rule) => Meaning::Open(open(*part)),
            // "in the fiscal first quarter … for the quarter ended Sept. 29": the firm counts its own quarters.
            Body::Point(..)
                if expression.rule == "date.quarter-ended"
                    && self.near_quarter(expression).is_some() =>
            {
                Meaning::At(self.near_quarter(expression)?)
            }
            // Nobody knows when it was said.
            Body::Point(_, part, _) if expression.lead == Lead::Said && self.now.is_none() => {
                Meaning::Open(open(*part))
            }
            Body::Point(year, part, pick) => {
                let meaning = self.point(*year, *part, *pick, expression.tense);
                self.looked_back(meaning, *part, expression)
            }
            Body::Shift { unit: Unit::Year, amount, sign: -1, .. }
                if *amount == Amount::Exact(1.0) && self.near_quarter(expression).is_some() =>
            {
                let quarter = self.near_quarter(expression)?;
                Meaning::At(Stamp::new(years(quarter.day, -1)?, Grain::Quarter))
            }
            body if self.beside_looked(body, expression).is_some() => {
                Meaning::At(self.beside_looked(body, expression)?)
            }
            Body::Period { unit, steps, base } => self.period(*unit, *steps, *base, expression),
            Body::Shift { amount, unit, sign, base } => {
                let from = self.counted_from((*base, *unit, i32::from(*sign)), expression);
                self.shift(*amount, *unit, *sign, from)
            }
            Body::Same => {
                self.story.map_or_else(|| Meaning::Open("PRESENT_REF".to_owned()), Meaning::At)
            }
            Body::Reference(to) => Meaning::Open(reference(*to).to_owned()),
            Body::Time if expression.rule == "time.bare-part" => {
                Meaning::Open("XXXX-XX-XX".to_owned())
            }
            Body::Time => self.today(expression),
            Body::Compared { year, quarter } => self.compared(*year, *quarter, expression),
            Body::Length(length, _, year) => {
                self.leave_quarter(length);
                let told = if let Year::Given(year) = year { Stamp::year(*year) } else { None };
                self.remember(told?, expression);
                return None;
            }
            Body::Set(_) => return None,
        };
        if let Meaning::At(stamp) = &meaning {
            self.remember(*stamp, expression);
        }
        Some(meaning)
    }

    /// Keeps what later expressions may lean on. A look back by a year compares, and moves no story.
    fn remember(&mut self, stamp: Stamp, expression: &Expression) {
        let compares = match expression.body {
            Body::Shift { unit: Unit::Year, sign, .. } => sign < 0 && !self.narrates,
            Body::Compared { .. } => true,
            _ if expression.rule == "date.day-beside-event" => true,
            Body::Period { unit: Unit::Year, steps, .. }
            | Body::Point(Year::Step(steps, _), ..) => steps < 0 && !self.narrates,
            _ => false,
        };
        if compares && stamp.grain == Grain::Year {
            self.looked = Some((stamp, expression.stretch));
        }
        if compares || matches!(stamp.grain, Grain::Decade | Grain::Century) {
            return;
        }
        // A goal is no place of the story: "by 2030", where the document does not say when it speaks.
        let goal = stamp.grain == Grain::Year && self.now.is_none() && is_goal(expression);
        if goal && (self.forgets || self.story.is_some_and(|story| story.day < stamp.day)) {
            return;
        }
        // "the 2030 Agenda", "the Charter of 1945": only what happens in a year is told of it.
        if self.forgets && stamp.grain == Grain::Year && expression.lead != Lead::In {
            return;
        }
        if self.forgets && matches!(expression.body, Body::Point(Year::Given(_), Part::Day(..), _))
        {
            self.days.note(stamp.day);
        }
        let before = self.forgets || self.story.is_some_and(|s| stamp.day < s.day);
        let back = self.narrates && expression.back && before;
        let glance = match self.turn {
            Some(turn) => turn.aside,
            None => back || self.strays(stamp),
        };
        if glance {
            self.stray = Some(stamp);
            self.aside = true;
            return;
        }
        // "tales of Ashura" are told on any day.
        let named = matches!(expression.body, Body::Point(Year::Missing, Part::Holiday(_), _));
        if self.narrates && named && expression.lead == Lead::None {
            return;
        }
        if stamp.grain == Grain::Year {
            self.line = self.story.filter(|s| matches!(s.grain, Grain::Day | Grain::Month));
        }
        (self.story, self.told_in) = (Some(stamp), expression.stretch);
        self.aside = false;
        if stamp.grain == Grain::Day {
            self.day = Some(stamp);
        }
        if stamp.grain == Grain::Quarter {
            self.quarter = Some((stamp, Some(expression.stretch)));
        }
    }

    /// Whether a bare year lies so far from the story that one mention of it moves nothing: "declassified in 2005".
    /// A second one near the first does.
    fn strays(&self, stamp: Stamp) -> bool {
        let far = |from: Option<Stamp>| {
            from.is_some_and(|s| (s.day.year() - stamp.day.year()).abs() > NEAR)
        };
        self.narrates
            && stamp.grain == Grain::Year
            && far(self.story)
            && (self.stray.is_none() || far(self.stray))
    }

    /// The year that "the year before" is counted from, where the sentence looked back to one.
    fn looked_from(&self, expression: &Expression) -> Option<Stamp> {
        let (stamp, stretch) = self.looked?;
        (stretch == expression.stretch).then_some(stamp)
    }

    /// What is counted in years from the year looked back to.
    fn beside_looked(&self, body: &Body, expression: &Expression) -> Option<Stamp> {
        let steps = match body {
            Body::Shift { amount: Amount::Exact(n), unit: Unit::Year, sign, base: Base::Story } => {
                (n * f64::from(*sign)).round() as i32
            }
            Body::Period { unit: Unit::Year, steps: steps @ (-1 | 1), base: Base::Story } => *steps,
            _ => return None,
        };
        stepped(self.looked_from(expression)?, Unit::Year, steps)
    }

    /// How many ends of sentences an undated document keeps the date last told for.
    fn kept_for(&self, body: &Body) -> u32 {
        match self.story {
            _ if !self.forgets => FAR_STORY,
            // "Four years later" is counted from what was told, whatever was said since.
            _ if matches!(body, Body::Shift { base: Base::Story, sign: 1, .. }) => LATER,
            // "in August that year", "the following spring"
            _ if matches!(
                body,
                Body::Point(Year::Step(_, Base::Story), ..)
                    | Body::Point(_, _, Pick::Same | Pick::Previous | Pick::Following)
            ) =>
            {
                LATER
            }
            Some(story) if story.grain == Grain::Year => 0,
            _ => 1,
        }
    }

    /// The day a time of day without a date belongs to.
    fn today(&self, expression: &Expression) -> Meaning {
        let told = self.story.filter(|s| s.grain == Grain::Day);
        let told = told.filter(|s| self.narrates || self.speaks_of(*s, expression));
        let day = told.or(self.near_day_told());
        let day = day.map(|s| s.day);
        let now = self.now.filter(|now| now.grain == Grain::Day && !self.narrates);
        match day.or(now.map(|now| now.day)) {
            Some(day) => Meaning::At(Stamp::new(day, Grain::Day)),
            None => Meaning::Open("XXXX-XX-XX".to_owned()),
        }
    }

    /// What missing parts are taken from: the first day of the story's last date, or the document's own date.
    pub(super) fn anchor(&self) -> Option<Stamp> {
        let story = self.story.filter(|_| self.narrates);
        story.map(|s| Stamp { day: s.day, grain: Grain::Day }).or(self.now)
    }

    pub(super) fn base(&self, base: Base) -> Option<Stamp> {
        match base {
            // A dated history speaks from its story; without a date nobody knows what "last year" is.
            Base::Now if self.narrates && self.now.is_some() => self.story.or(self.now),
            Base::Now => self.now,
            Base::Story => self.stray.filter(|_| self.aside).or(self.story).or(self.now),
        }
    }

    /// What a number of units may be counted from: nothing finer than the anchor is.
    pub(super) fn counted(&self, base: Base, unit: Unit) -> Option<Stamp> {
        let from = self.base(base)?;
        let from = if base == Base::Story { self.beside(from, unit) } else { from };
        let own = self.now == Some(from);
        let fine = if own { !fits(unit, from.grain) } else { finer(unit, from.grain) };
        (!fine).then_some(from)
    }

    /// "The junta, in power since April 1967, falls the next day": no day is counted from a month looked aside to.
    pub(super) fn beside(&self, from: Stamp, unit: Unit) -> Stamp {
        let near = self.narrates && self.at.saturating_sub(self.told_in) <= 1;
        let told = self.story.filter(|s| near && finer(unit, from.grain) && !finer(unit, s.grain));
        told.unwrap_or(from)
    }

    fn point(&self, year: Year, part: Part, pick: Pick, tense: Tense) -> Meaning {
        let part = self.ordered(part);
        let year = match year {
            Year::Given(year) => Some(year),
            Year::Short(year) => Some(self.century(i32::from(year))),
            Year::Step(steps, base) => match self.base(base) {
                Some(stamp) => Some(stamp.day.year() + steps),
                None => return Meaning::Open(open(part)),
            },
            Year::Missing => None,
        };
        let stamp = match (part, year) {
            (Part::Decade(decade), _) if (0..10).contains(&decade) => {
                let year = self.century(decade * 10);
                // A story's "40s" lie no further ahead of the document than others' do, and what was lies behind it.
                let ahead = if tense == Tense::Past { 0 } else { AHEAD };
                let late = self.now.is_some_and(|now| year - now.day.year() > ahead);
                Stamp::decade(year / 10 - if late { 10 } else { 0 })
            }
            (Part::Decade(decade), _) if decade < 0 => before_christ(decade, Grain::Decade),
            (Part::Decade(decade), _) => Stamp::decade(decade),
            (Part::Century(century), _) if century < 0 => {
                before_christ(century * 100, Grain::Century)
            }
            (Part::Century(century), _) => NaiveDate::from_ymd_opt(century * 100, 1, 1)
                .map(|day| Stamp { day, grain: Grain::Century }),
            (_, Some(year)) => place(part, year),
            (_, None) => self.missing(part, pick, tense),
        };
        stamp.map_or_else(|| Meaning::Open(open(part)), Meaning::At)
    }

    fn ordered(&self, part: Part) -> Part {
        let Part::Ambiguous(first, second, dots) = part else { return part };
        if self.day_first.unwrap_or(dots) {
            Part::Day(second, first)
        } else {
            Part::Day(first, second)
        }
    }

    /// The full year for two digits: the one nearest to the anchor, or to the last year that the document names, so many
    /// years ahead at most; where there is none, 31 to 99 are of the last century.
    fn century(&self, short: i32) -> i32 {
        // Two digits are those of no year of antiquity.
        let near = self.anchor().filter(|anchor| anchor.day.year() >= 1000).or(self.now);
        let anchor = near.map(|anchor| anchor.day.year());
        let (near, ahead) = match (anchor, self.named) {
            (Some(year), _) => (year, if self.narrates { 50 } else { AHEAD }),
            (None, Some(year)) => (year, AHEAD),
            (None, None) => (2000, 30),
        };
        let same = near.div_euclid(100) * 100 + short;
        match same - near {
            n if n > ahead => same - 100,
            n if n <= ahead - 100 => same + 100,
            _ => same,
        }
    }
}
